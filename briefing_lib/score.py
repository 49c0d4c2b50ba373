"""Tables against hand-made truth: precision, recall, F1 and accuracy, with every miss and false alarm.

What is compared and how is set out in ``tests/gold/GUIDELINES.md``. Rows of the gold point at their evidence by a quote or by
offsets; rows marked ``optional`` are neither rewarded nor punished.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from briefing_lib.read.formats import decode

Row = dict[str, Any]
Pairs = list[tuple[Row, Row]]


class Measure(NamedTuple):
    """One line of a score: F1 with precision and recall, or an accuracy (then precision and recall are None)."""

    name: str
    value: float
    precision: float | None
    recall: float | None
    right: int
    found: int
    gold: int

    def __str__(self) -> str:
        if self.precision is None:
            return f"{self.name:36} accuracy {self.value:.3f}   ({self.right} of {self.gold})"
        counts = f"({self.right} right, {self.found} found, {self.gold} gold)"
        return f"{self.name:36} P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.value:.3f}   {counts}"


class Score(NamedTuple):
    """All measures, and the differences behind them in words."""

    measures: list[Measure]
    differences: list[str]

    def report(self, show: bool = False) -> str:
        """Return the measures as lines of text, with the differences if asked for."""
        return "".join(f"{line}\n" for line in (*self.measures, *(self.differences if show else ())))


def f1(name: str, right: int, found: int, gold: int) -> Measure:
    """Return precision, recall and their harmonic mean.

    >>> print(f1("mentions", 8, 10, 16))
    mentions                             P 0.800  R 0.500  F1 0.615   (8 right, 10 found, 16 gold)
    """
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    value = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Measure(name, value, precision, recall, right, found, gold)


def share(name: str, hits: Iterable[bool]) -> Measure:
    """Return the share of pairs that agree in a column."""
    values = [bool(hit) for hit in hits]
    return Measure(name, sum(values) / len(values) if values else 0.0, None, None, sum(values), len(values), len(values))


def fold(words: str | None) -> str:
    """Return words as they are compared: without case, stops, curly apostrophes and a leading article."""
    return " ".join((words or "").replace("’", "'").replace(".", "").casefold().split()).removeprefix("the ")


def listed(cell: str | None) -> list[str]:
    """Return the parts of a joined cell."""
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


class Names:
    """Tells whether two spellings name the same actor, by the aliases of parsed and gold actors."""

    def __init__(self, actors: Iterable[Row]):
        self._groups: dict[str, set[str]] = {}
        for row in actors:
            group = {fold(row.get("actor")), *map(fold, listed(row.get("aliases")))} - {""}
            for name in group:
                self._groups.setdefault(name, set()).update(group)

    def same(self, one: str | None, other: str | None) -> bool:
        a, b = fold(one), fold(other)
        return a == b or (bool(a and b) and (b in self._groups.get(a, ()) or a in self._groups.get(b, ())))

    def overlap(self, ones: Sequence[str], others: Sequence[str]) -> float:
        """Return the Jaccard index of two lists of names."""
        if not ones and not others:
            return 1.0
        hits = sum(any(self.same(a, b) for b in others) for a in ones)
        return hits / max(len(ones) + len(others) - hits, 1)


class _Case(NamedTuple):
    """What every scorer needs: both sides, the texts and the names."""

    tables: Path
    gold: Path
    texts: Mapping[str, str]
    names: Names

    def truth(self, name: str) -> list[Row]:
        return _place(_read(self.gold / f"{name}.csv"), self.texts)

    def parsed(self, name: str, documents: set[str]) -> list[Row]:
        rows = [row for row in _read(self.tables / f"{name}.csv") if row["document"] in documents]
        for row in rows:
            row["start"], row["end"] = int(row["start"]), int(row["end"])
        return rows

    def words(self, row: Row) -> str:
        return repr(self.texts[row.get("doc") or row["document"]][row["start"] : row["end"]][:80])


def _read(path: Path) -> list[Row]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _place(rows: list[Row], texts: Mapping[str, str]) -> list[Row]:
    """Give gold rows offsets, from their columns or by finding their quote; a quote that is not there is an error."""
    for row in rows:
        if row.get("start"):
            row["start"], row["end"] = int(row["start"]), int(row["end"])
        elif "quote" in row:
            start = texts.get(row["doc"], "").find(row["quote"])
            if start < 0:
                raise ValueError(f"The gold quotes words that are not in {row['doc']}: {row['quote'][:60]!r}")
            row["start"], row["end"] = start, start + len(row["quote"])
    return rows


def _cover(a: Row, b: Row) -> float:
    """Return the shared part of two spans over their union."""
    inside = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return max(inside, 0) / max(max(a["end"], b["end"]) - min(a["start"], b["start"]), 1)


def _pair(gold: list[Row], found: list[Row], likeness: Callable[[Row, Row], float]) -> Pairs:
    """Pair rows of the same document one to one, the likeliest first; likeness 0 is no pair."""
    by_document: dict[str, list[int]] = {}
    for j, row in enumerate(found):
        by_document.setdefault(row["document"], []).append(j)
    candidates = [(likeness(row, found[j]), i, j) for i, row in enumerate(gold) for j in by_document.get(row["doc"], ())]
    pairs, left, right = [], set(), set()
    for value, i, j in sorted(candidates, key=lambda c: -c[0]):
        if value > 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _obligatory(gold: list[Row], found: list[Row], pairs: Pairs) -> tuple[list[Row], list[Row], Pairs]:
    """Leave out optional gold rows and the finds that met them."""
    met = {id(f) for g, f in pairs if g.get("optional")}
    return (
        [g for g in gold if not g.get("optional")],
        [f for f in found if id(f) not in met],
        [(g, f) for g, f in pairs if not g.get("optional")],
    )


def _unpaired(label: str, gold: list[Row], found: list[Row], pairs: Pairs, words: Callable[[Row], str]) -> list[str]:
    left, right = {id(g) for g, _ in pairs}, {id(f) for _, f in pairs}
    missed = [f"   {label} missed  {g['doc'][:12]} {words(g)}" for g in gold if id(g) not in left]
    return missed + [f"   {label} extra   {f['document'][:12]} {words(f)}" for f in found if id(f) not in right]


def _number(cell: Any) -> float | None:
    try:
        return float(cell)
    except (TypeError, ValueError):
        return None


def _close(a: Any, b: Any) -> bool:
    x, y = _number(a), _number(b)
    if x is None or y is None:
        return x is y
    return abs(x - y) <= 0.005 * max(abs(x), abs(y), 1e-9)


def _one_of(cell: str, value: str | None) -> bool:
    """A gold cell may hold alternatives, 'a or b', where '-' is empty; marks of uncertainty do not count."""
    choices = {"" if part == "-" else part.rstrip("~?%") for part in cell.split(" or ")}
    return (value or "").rstrip("~?%") in choices


def _mentions(case: _Case) -> Score:
    gold = case.truth("mentions")
    documents = {row["doc"] for row in gold}
    found = case.parsed("mentions", documents)
    if gold and "start" in gold[0]:
        pairs = _pair(gold, found, lambda g, f: _cover(g, f) if case.names.same(g["actor"], f["actor"]) else 0)
        measures = [
            f1("mentions (span, actor)", len(pairs), len(found), len(gold)),
            share("mentions: role", (g["role"] == f["role"] for g, f in pairs)),
            share("mentions: type", (g["type"] == f["type"] for g, f in pairs)),
        ]
        return Score(measures, _unpaired("mention", gold, found, pairs, lambda r: f"{case.words(r)} -> {r['actor']} ({r['role']})"))
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
    return Score(measures, [f"   mentions {d[:12]} {a} ({r}): gold {want[d, a, r]}, found {have[d, a, r]}" for d, a, r in differing])


def _without_role(counts: Counter[tuple[str, str, str]]) -> Counter[tuple[str, str]]:
    plain: Counter[tuple[str, str]] = Counter()
    for (document, actor, _), number in counts.items():
        plain[document, actor] += number
    return plain


def _quotations(case: _Case) -> Score:
    gold = case.truth("quotes")
    found = case.parsed("quotations", {row["doc"] for row in gold})
    measures, differences = [], []
    for kind in ("direct", "indirect"):
        wanted = [row for row in gold if row["kind"] == kind]
        parsed = [row for row in found if (row["kind"] == "indirect") == (kind == "indirect")]
        for bar in (0.3, 0.8):
            pairs = _pair(wanted, parsed, lambda g, f, bar=bar: value if (value := _cover(g, f)) >= bar else 0)
            asked, counted, pairs = _obligatory(wanted, parsed, pairs)
            measures.append(f1(f"quotations {kind} (overlap {bar})", len(pairs), len(counted), len(asked)))
            if bar == 0.3:
                right = (case.names.overlap(listed(g["speaker"]), listed(f["source"])) >= 0.5 for g, f in pairs)
                measures.append(share(f"quotations {kind}: source", right))
                differences += _unpaired(f"{kind} quotation", asked, counted, pairs, lambda r: f"{case.words(r)} <- {r.get('speaker') or r.get('source')}")
    return Score(measures, differences)


def _statistics(case: _Case) -> Score:
    every = case.truth("figures")
    gold = [row for row in every if row["kind"] == "trade"]
    found = case.parsed("statistics", {row["doc"] for row in every} | set(case.texts))
    for row in gold:
        row["optional"] = row.get("optional") or ("1" if row["unit"] == "rank" else "")

    def likeness(g: Row, f: Row) -> float:
        if min(g["end"], f["end"]) <= max(g["start"], f["start"]):
            return 0
        return _close(g["value"], f["value"]) + _close(g["change_pct"], f["change_pct"]) if g["value"] or g["change_pct"] else 0.5

    right = [(g, f) for g, f in _pair(gold, found, likeness) if _close(g["value"], f["value"]) and _close(g["change_pct"], f["change_pct"])]
    gold, found, pairs = _obligatory(gold, found, right)
    same = case.names.same

    def between(g: Row, f: Row) -> bool:
        straight = same(g["reporter"], f["reporter"]) and same(g["partner"], f["partner"])
        return straight or (g["flow"] == "turnover" and same(g["reporter"], f["partner"]) and same(g["partner"], f["reporter"]))

    def attributed(g: Row, f: Row) -> bool:
        a, b = fold(g["attribution"]), fold(f["attribution"])
        return a == b or bool(a and b and b in a)

    measures = [
        f1("statistics (value, change)", len(pairs), len(found), len(gold)),
        share("statistics: unit", (not g["value"] or fold(g["unit"]) == fold(f["unit"]) for g, f in pairs)),
        share("statistics: reporter, partner", (between(g, f) for g, f in pairs)),
        share("statistics: flow", (fold(g["flow"]) == fold(f["flow"]) for g, f in pairs)),
        share("statistics: period", (g["period"] == f["period"] for g, f in pairs)),
        share("statistics: attribution", (attributed(g, f) for g, f in pairs)),
    ]
    words = lambda r: f"{r['value']} {r['unit']} {r['change_pct']}% {r['reporter']}>{r['partner']} {r['flow']} {r['period']}"  # noqa: E731
    return Score(measures, _unpaired("statistic", gold, found, pairs, words))


_NOT_HELD = ("postponed", "cancelled", "denied")


def _meetings(case: _Case) -> Score:
    gold = case.truth("meetings")
    found = case.parsed("meetings", {row["doc"] for row in gold} | set(case.texts))
    overlap = case.names.overlap

    def likeness(g: Row, f: Row) -> float:
        if min(g["end"], f["end"]) <= max(g["start"], f["start"]):
            return 0
        return 0.1 + overlap(listed(g["participants"]), listed(f["participants"])) + 0.1 * _one_of(g["date"], f["edtf"])

    gold, found, pairs = _obligatory(gold, found, _pair(gold, found, likeness))
    who = [overlap(listed(g["participants"]), listed(f["participants"])) >= 0.5 for g, f in pairs]
    when = [not g["date"] or _one_of(g["date"], f["edtf"]) for g, f in pairs]
    status = [g["status"] == f["status"] or (g["status"] == "not-held" and f["status"] in _NOT_HELD) for g, f in pairs]
    full = sum(a and b and c for a, b, c in zip(who, when, status, strict=True))
    measures = [
        f1("meetings (mention)", len(pairs), len(found), len(gold)),
        f1("meetings (who, when, status)", full, len(found), len(gold)),
        share("meetings: participants", who),
        share("meetings: date", (hit for hit, (g, _) in zip(when, pairs, strict=True) if g["date"])),
        share("meetings: unknown date left empty", (not f["edtf"] for g, f in pairs if not g["date"])),
        share("meetings: place", (case.names.same(g["place"], f["place"]) for g, f in pairs if g["place"])),
        share("meetings: status", status),
        share("meetings: type", (_one_of(g["type"], f["type"]) for g, f in pairs)),
    ]
    words = lambda r: f"[{r['status']}] {r.get('date') or r.get('edtf')} {r['participants']} @ {r['place']}: {case.words(r)}"  # noqa: E731
    return Score(measures, _unpaired("meeting", gold, found, pairs, words))


def _voices(case: _Case) -> Score:
    gold = _read(case.gold / "voices.csv")
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
    measure = lambda name, right: Measure(name, right / total if total else 0.0, None, None, right, total, total)  # noqa: E731
    return Score([measure("voices: who speaks (characters)", voice), measure("voices: kind (characters)", kind)], [])


def _topics(case: _Case) -> Score:
    want = {(r["doc"], int(r["paragraph"]), t) for r in _read(case.gold / "topics.csv") for t in listed(r["topics"])}
    documents = {document for document, _, _ in want}
    parsed = [r for r in case.parsed("topics", documents) if r["method"] == "codebook"]
    have = {(r["document"], int(r["paragraph"]), r["topic"]) for r in parsed}
    missed = [f"   topic missed  {d[:12]} ¶{p} {t}" for d, p, t in sorted(want - have)]
    extra = [f"   topic extra   {d[:12]} ¶{p} {t}" for d, p, t in sorted(have - want)]
    return Score([f1("topics (paragraph, code)", len(want & have), len(have), len(want))], missed + extra)


_SCORERS: dict[str, tuple[str, Callable[[_Case], Score]]] = {
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
        raise FileNotFoundError(f"{str(tables)!r} holds no tables. Write them: briefing parse CORPUS --out {tables} --format csv")
    contents = {path.stem: decode(path.read_bytes()) for path in sorted(texts.glob("*.txt"))}
    names = Names(_read(tables / "actors.csv") + _read(gold / "actors.csv"))
    case = _Case(tables, gold, contents, names)
    total = Score([], [])
    for name, (file, scorer) in _SCORERS.items():
        if (table or name) == name and (gold / f"{file}.csv").is_file():
            part = scorer(case)
            total.measures.extend(part.measures)
            total.differences.extend(part.differences)
    return total
