"""Tables against hand-made truth: precision, recall, F1 and accuracy, with every miss and false alarm.

What is compared and how is set out in ``tests/gold/GUIDELINES.md``. Rows of the gold point at their evidence by a quote
or by offsets; rows marked ``optional`` are neither rewarded nor punished.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from briefing_lib.read.formats import decode
from briefing_lib.scoring import (
    Case,
    Measure,
    Names,
    Row,
    Score,
    choices,
    close,
    cover,
    cover_at_least,
    f1,
    fold,
    listed,
    obligatory,
    one_of,
    pair,
    read_rows,
    share,
    unpaired,
)


def _mentions(case: Case) -> Score:
    gold = case.truth("mentions")
    documents = {row["doc"] for row in gold}
    found = case.parsed("mentions", documents)
    if gold and "start" in gold[0]:
        pairs = pair(gold, found, lambda g, f: cover(g, f) if case.names.same(g["actor"], f["actor"]) else 0)
        measures = [
            f1("mentions (span, actor)", len(pairs), len(found), len(gold)),
            share("mentions: role", (g["role"] == f["role"] for g, f in pairs)),
            share("mentions: type", (g["type"] == f["type"] for g, f in pairs)),
        ]
        return Score(
            measures,
            unpaired("mention", gold, found, pairs, lambda r: f"{case.words(r)} -> {r['actor']} ({r['role']})"),
        )
    want: Counter[tuple[str, str, str]] = Counter()
    have: Counter[tuple[str, str, str]] = Counter()
    for row in gold:
        want[row["doc"], row["actor"], row["role"]] += int(row["count"])
    actors = {document: sorted({a for d, a, _ in want if d == document}) for document in documents}
    for row in found:
        actor = next((a for a in actors[row["document"]] if case.names.same(a, row["actor"])), row["actor"])
        have[row["document"], actor, row["role"]] += 1
    measures = [f1("mentions (actor, role)", (want & have).total(), have.total(), want.total())]
    w, h = _without_role(want), _without_role(have)
    measures.append(f1("mentions (actor)", (w & h).total(), h.total(), w.total()))
    measures.append(f1("actors of a document", len(set(w) & set(h)), len(h), len(w)))
    differing = sorted(key for key in set(want) | set(have) if want[key] != have[key])
    return Score(
        measures,
        [f"   mentions {d[:12]} {a} ({r}): gold {want[d, a, r]}, found {have[d, a, r]}" for d, a, r in differing],
    )


def _without_role(counts: Counter[tuple[str, str, str]]) -> Counter[tuple[str, str]]:
    plain: Counter[tuple[str, str]] = Counter()
    for (document, actor, _), number in counts.items():
        plain[document, actor] += number
    return plain


def _quotations(case: Case) -> Score:
    gold = case.truth("quotes")
    found = case.parsed("quotations", {row["doc"] for row in gold})
    measures, differences = [], []
    for kind in ("direct", "indirect"):
        wanted = [row for row in gold if row["kind"] == kind]
        parsed = [row for row in found if (row["kind"] == "indirect") == (kind == "indirect")]
        for bar in (0.3, 0.8):
            pairs = pair(wanted, parsed, partial(cover_at_least, bar))
            asked, counted, pairs = obligatory(wanted, parsed, pairs)
            measures.append(f1(f"quotations {kind} (overlap {bar})", len(pairs), len(counted), len(asked)))
            if bar == 0.3:
                right = (case.names.overlap(listed(g["speaker"]), listed(f["source"])) >= 0.5 for g, f in pairs)
                measures.append(share(f"quotations {kind}: source", right))
                differences += unpaired(
                    f"{kind} quotation",
                    asked,
                    counted,
                    pairs,
                    lambda r: f"{case.words(r)} <- {r.get('speaker') or r.get('source')}",
                )
    return Score(measures, differences)


def _statistics(case: Case) -> Score:
    every = case.truth("figures")
    gold = [row for row in every if "trade" in choices(row["kind"])]
    found = case.parsed("statistics", {row["doc"] for row in every} | set(case.texts))
    for row in gold:
        unsure = row["unit"] == "rank" or row["kind"] != "trade"
        row["optional"] = row.get("optional") or ("1" if unsure else "")

    def near(g: Row, f: Row, column: str) -> bool:
        return any(close(cell, f[column]) for cell in choices(g[column]))

    def likeness(g: Row, f: Row) -> float:
        if min(g["end"], f["end"]) <= max(g["start"], f["start"]):
            return 0
        return near(g, f, "value") + near(g, f, "change_pct") if g["value"] or g["change_pct"] else 0.5

    right = [(g, f) for g, f in pair(gold, found, likeness) if near(g, f, "value") and near(g, f, "change_pct")]
    gold, found, pairs = obligatory(gold, found, right)

    def same(cell: str, name: str) -> bool:
        return any(case.names.same(part, name) for part in choices(cell))

    def between(g: Row, f: Row) -> bool:
        straight = same(g["reporter"], f["reporter"]) and same(g["partner"], f["partner"])
        return straight or (
            "turnover" in choices(g["flow"]) and same(g["reporter"], f["partner"]) and same(g["partner"], f["reporter"])
        )

    def attributed(g: Row, f: Row) -> bool:
        b = fold(f["attribution"])
        return any(a == b or bool(a and b and b in a) for a in map(fold, choices(g["attribution"])))

    def told(g: Row, f: Row, column: str) -> bool:
        return fold(f[column]) in map(fold, choices(g[column]))

    measures = [
        f1("statistics (value, change)", len(pairs), len(found), len(gold)),
        share("statistics: unit", (not g["value"] or told(g, f, "unit") for g, f in pairs)),
        share("statistics: reporter, partner", (between(g, f) for g, f in pairs)),
        share("statistics: flow", (told(g, f, "flow") for g, f in pairs)),
        share("statistics: period", (f["period"] in choices(g["period"]) for g, f in pairs)),
        share("statistics: attribution", (attributed(g, f) for g, f in pairs)),
    ]

    def words(r: Row) -> str:
        return f"{r['value']} {r['unit']} {r['change_pct']}% {r['reporter']}>{r['partner']} {r['flow']} {r['period']}"

    return Score(measures, unpaired("statistic", gold, found, pairs, words))


_NOT_HELD = ("postponed", "cancelled", "denied")


def _meetings(case: Case) -> Score:
    gold = case.truth("meetings")
    found = case.parsed("meetings", {row["doc"] for row in gold} | set(case.texts))

    def shared(g: Row, f: Row) -> float:
        found = listed(f["participants"])
        return max(case.names.overlap(listed(cell), found) for cell in choices(g["participants"]))

    def likeness(g: Row, f: Row) -> float:
        if min(g["end"], f["end"]) <= max(g["start"], f["start"]):
            return 0
        return 0.1 + shared(g, f) + 0.1 * one_of(g["date"], f["edtf"])

    gold, found, pairs = obligatory(gold, found, pair(gold, found, likeness))
    who = [shared(g, f) >= 0.5 for g, f in pairs]
    when = [not g["date"] or one_of(g["date"], f["edtf"]) for g, f in pairs]
    status = [
        f["status"] in told or ("not-held" in told and f["status"] in _NOT_HELD)
        for g, f in pairs
        for told in (choices(g["status"]),)
    ]
    full = sum(a and b and c for a, b, c in zip(who, when, status, strict=True))
    measures = [
        f1("meetings (mention)", len(pairs), len(found), len(gold)),
        f1("meetings (who, when, status)", full, len(found), len(gold)),
        share("meetings: participants", who),
        share("meetings: date", (hit for hit, (g, _) in zip(when, pairs, strict=True) if g["date"])),
        share("meetings: unknown date left empty", (not f["edtf"] for g, f in pairs if not g["date"])),
        share(
            "meetings: place",
            (any(case.names.same(cell, f["place"]) for cell in choices(g["place"])) for g, f in pairs if g["place"]),
        ),
        share("meetings: status", status),
        share("meetings: type", (one_of(g["type"], f["type"]) for g, f in pairs)),
    ]

    def words(r: Row) -> str:
        return f"[{r['status']}] {r.get('date') or r.get('edtf')} {r['participants']} @ {r['place']}: {case.words(r)}"

    return Score(measures, unpaired("meeting", gold, found, pairs, words))


def _voices(case: Case) -> Score:
    gold = read_rows(case.gold / "voices.csv")
    passages = case.parsed("passages", {row["doc"] for row in gold})
    voice = kind = total = 0
    for row in gold:
        text = case.texts[row["doc"]]
        start = int(row["start"]) if row.get("start") else text.find(row["start_quote"])
        end = int(row["end"]) if row.get("end") else text.find(row["end_quote"], max(start, 0)) + len(row["end_quote"])
        if start < 0 or end <= start:
            raise ValueError(f"The gold quotes words that are not in {row['doc']}: {row['start_quote'][:60]!r}")
        total += end - start
        for passage in passages:
            if passage["document"] == row["doc"]:
                inside = max(min(end, passage["end"]) - max(start, passage["start"]), 0)
                voice += inside * case.names.same(row["voice"], passage["voice"])
                kind += inside * (row["kind"] == passage["kind"])
    names = {"voices: who speaks (characters)": voice, "voices: kind (characters)": kind}
    measures = [Measure(name, n / total if total else 0.0, None, None, n, total, total) for name, n in names.items()]
    return Score(measures, [])


def _topics(case: Case) -> Score:
    want = {
        (r["doc"], int(r["paragraph"]), t) for r in read_rows(case.gold / "topics.csv") for t in listed(r["topics"])
    }
    documents = {document for document, _, _ in want}
    parsed = [r for r in case.parsed("topics", documents) if r["method"] == "codebook"]
    have = {(r["document"], int(r["paragraph"]), r["topic"]) for r in parsed}
    missed = [f"   topic missed  {d[:12]} ¶{p} {t}" for d, p, t in sorted(want - have)]
    extra = [f"   topic extra   {d[:12]} ¶{p} {t}" for d, p, t in sorted(have - want)]
    return Score([f1("topics (paragraph, code)", len(want & have), len(have), len(want))], missed + extra)


_SCORERS: dict[str, tuple[str, Callable[[Case], Score]]] = {
    "mentions": ("mentions", _mentions),
    "quotations": ("quotes", _quotations),
    "statistics": ("figures", _statistics),
    "meetings": ("meetings", _meetings),
    "voices": ("voices", _voices),
    "topics": ("topics", _topics),
}
TABLES_SCORED = tuple(_SCORERS)


def score_tables(tables: Path, gold: Path, texts: Path, table: str | None = None) -> Score:
    """Score CSV tables against gold tables.

    Args:
        tables: folder written by ``briefing parse CORPUS --out tables --format csv``.
        gold: folder of gold tables; a table that is missing there is not scored.
        texts: folder of the documents' texts.
        table: score this table alone.

    Raises:
        FileNotFoundError: a folder is missing, or holds no tables; the message says what to do.
        ValueError: the gold quotes words that its document does not have.
    """
    for folder, what in ((tables, "tables"), (gold, "gold tables"), (texts, "texts")):
        if not folder.is_dir():
            raise FileNotFoundError(f"There is no folder {str(folder)!r} with {what}.")
    if not (tables / "documents.csv").is_file():
        raise FileNotFoundError(
            f"{str(tables)!r} holds no tables. Write them: briefing parse CORPUS --out {tables} --format csv"
        )
    contents = {path.stem: decode(path.read_bytes()) for path in sorted(texts.glob("*.txt"))}
    names = Names(read_rows(tables / "actors.csv") + read_rows(gold / "actors.csv"))
    case = Case(tables, gold, contents, names)
    total = Score([], [])
    for name, (file, scorer) in _SCORERS.items():
        if (table or name) == name and (gold / f"{file}.csv").is_file():
            part = scorer(case)
            total.measures.extend(part.measures)
            total.differences.extend(part.differences)
    return total
