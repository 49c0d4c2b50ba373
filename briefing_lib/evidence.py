"""Any row of any table, with the words it came from and where they stand.

Rows go in as ``(table, index label)``, the form in which a view names the rows behind a mark. One
`Evidence` comes out for each, so the number of passages a reader counts is the number on the mark. Only
rows that gather several places - an event and its mentions, an actor and the places that name it - give
one for each place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import numbered
from briefing_lib.counting.queries import query_pattern
from briefing_lib.marked import to_html
from briefing_lib.tables import TABLES

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

__all__ = [
    "Anchor",
    "Evidence",
    "Pieces",
    "Row",
    "anchors",
    "contexts",
    "evidence",
    "highlights_of",
    "note_of",
    "to_html",
]

Row = tuple[str, Any]
"""Name of a table and index label of a row in it."""


_GATHERING = frozenset(("documents", "actors", "events", "agreements", "problems"))  # not one place a row

SHOWN = 20
"""Pieces that `Pieces` shows."""


class Evidence(NamedTuple):
    """Words of a document in their sentence, and the row that rests on them."""

    table: str
    index: Any
    document: str
    title: str
    published: str
    paragraph: int
    voice: str
    start: int
    """first character of ``text`` in the document"""
    text: str
    """sentence, or sentences, the words stand in"""
    highlights: list[tuple[int, int]]
    """the words, as (start, end) within ``text``"""
    note: str
    """what the row says of the words, and the rule that made it"""


class Pieces(list[Evidence]):
    """Evidence of several rows; in a notebook it shows itself as sentences with the words marked."""

    def _repr_html_(self) -> str:
        return to_html(self[:SHOWN]) + (f"<p>… and {len(self) - SHOWN:,} more.</p>" if len(self) > SHOWN else "")


class Anchor(NamedTuple):
    """Place in a document on which a row rests."""

    table: str
    index: Any
    document: str
    start: int
    end: int


# What a reader wants to know of a row beside its words, as (column or columns, words before).
_SAYS: dict[str, tuple[tuple[str, str], ...]] = {
    "passages": (("kind", ""), ("section", "under ")),
    "sentences": (("kind", ""),),
    "mentions": (("actor", ""), ("type", ""), ("role", "as ")),
    "references": (("actor", "stands for "), ("office", ""), ("country", "of "), ("basis", "")),
    "dates": (("edtf", ""), ("basis", "")),
    "quantities": (("bound", ""), ("value unit", ""), ("change", "")),
    "quotations": (("kind", ""), ("source", "by "), ("cue", "cue: ")),
    "statistics": (
        *(
            ("measure", ""),
            ("reporter", "of "),
            ("partner", "with "),
            ("flow", ""),
            ("commodity", ""),
            ("value unit", ""),
        ),
        *(("change_pct", "change in %: "), ("period", "for "), ("baseline", "from "), ("attribution", "according to ")),
    ),
    "agreements": (
        *(("verdict", ""), ("difference_pct", "difference in %: "), ("higher", "told higher by "), ("period", "for ")),
    ),
    "meetings": (
        *(("type", ""), ("status", ""), ("participants", "of "), ("place", "in "), ("edtf", "")),
        ("date_basis", "date: "),
    ),
    "topics": (("topic", ""), ("score", "score "), ("method", "")),
    "actors": (("actor", ""), ("type", ""), ("position", "")),
}


def evidence(briefing: Briefing, rows: Iterable[Row], naming: Collection[str] = ()) -> Pieces:
    """Return the words behind rows, in the order of the rows.

    Args:
        briefing: the tables and the texts.
        rows: ``(table, index label)`` pairs, as in the marks of a view.
        naming: actors or words; a row that is a whole sentence or passage has the actors' names marked, where it names
            them, and the titles that stand for them; else a sentence has the words marked.

    Returns:
        One piece a row; one a mention for rows of events and actors, one a figure for agreements; none for a row of
        problems, which has no words.

    Raises:
        ValueError: there is no such table, or no such row in it.
    """
    return contexts(briefing, anchors(briefing, rows), naming)


def anchors(briefing: Briefing, rows: Iterable[Row]) -> list[Anchor]:
    """Return the places rows rest on, without reading a text: cheap, so that a panel can count and turn pages."""
    rows = list(rows)
    tables = dict.fromkeys(table for table, _ in rows)
    if len(tables) == 1 and not _GATHERING.intersection(tables):  # a mark may hold hundreds of thousands
        [table] = tables
        labels = [index for _, index in rows]
        positions = _positions(briefing, table, labels)
        own = getattr(briefing, table).iloc[positions]
        spans = zip(labels, own["document"].tolist(), own["start"].tolist(), own["end"].tolist(), strict=True)
        return [Anchor(table, *span) for span in spans]
    found: list[Anchor] = []
    known = {table: _rows(briefing, table, [i for t, i in rows if t == table]) for table in tables}
    for table, index in rows:
        row = known[table][index]
        if table == "documents":
            found.append(Anchor(table, index, row["document"], 0, 0))
        elif table == "actors":
            named = briefing.mentions[briefing.mentions["actor"] == row["actor"]]
            places = zip(named["document"], named["start"], named["end"], strict=True)
            found += [Anchor(table, index, document, int(start), int(end)) for document, start, end in places]
        elif table == "events":
            found += [Anchor(table, index, *_place(mention)) for mention in row["mentions"]]
        elif table == "agreements":
            figures = list(dict.fromkeys([row["first"], *row["second"]]))
            found += [Anchor(table, index, *_place(figure)) for figure in figures]
        elif table != "problems":
            found.append(Anchor(table, index, row["document"], int(row["start"]), int(row["end"])))
    return found


def contexts(
    briefing: Briefing,
    places: Sequence[Anchor],
    naming: Collection[str] = (),
    each: Sequence[Collection[str]] = (),
) -> Pieces:
    """Return the words at each place, in the sentences around them.

    Args:
        briefing: the tables and the texts.
        places: what `anchors` returned, or some of it.
        naming: actors or words marked in whole sentences and passages; see `evidence`.
        each: the same for each place by itself, where they differ: what many marks rest on is read at once.
    """
    if not places:
        return Pieces()
    wanted = list(dict.fromkeys(place.document for place in places))
    titles = _of(briefing.documents, wanted, ["title", "published"])
    sentences = _of(briefing.sentences, wanted, ["start", "end", "paragraph", "voice"])
    texts = {document: briefing.text(document) for document in wanted}
    known: dict[str, dict[Any, Any]] = {
        table: _rows(briefing, table, [place.index for place in places if place.table == table])
        for table in dict.fromkeys(place.table for place in places)
    }
    reports = _reports(briefing, wanted) if "events" in known else {}
    named = _of(_naming(briefing, wanted), wanted, ["start", "end", "actor"]) if naming or each else {}
    found = Pieces()
    for place, named_here in zip(places, each or [naming] * len(places), strict=True):
        document = place.document
        row = known[place.table][place.index]
        start, end, paragraph, voice = _sentences_around(texts[document], sentences.get(document), place)
        words = texts[document][start:end]
        about = titles.get(document, {"title": [""], "published": [""]})
        report = reports.get(place[2:], row)
        found.append(
            Evidence(
                *(place.table, place.index, document, about["title"][0], about["published"][0]),
                paragraph=int(row["paragraph"]) if place.table in ("passages", "topics") else paragraph,
                voice=str(report.get("voice") or voice),
                start=start,
                text=words,
                highlights=_names(place, named.get(document), named_here, start)
                or _said_words(place, named_here, words)
                or highlights_of(place, row, words, start),
                note=note_of(place.table, row, report),
            )
        )
    return found


def _rows(briefing: Briefing, table: str, labels: list[Any]) -> dict[Any, Any]:
    """Rows of a table by their index label."""
    positions = _positions(briefing, table, labels)
    return dict(zip(labels, getattr(briefing, table).iloc[positions].to_dict("records"), strict=True))


def _positions(briefing: Briefing, table: str, labels: list[Any]) -> np.ndarray:
    """Positions of rows by their index label."""
    if table not in TABLES:
        raise ValueError(f"no table {table!r}; tables are: {', '.join(TABLES)}")
    frame = getattr(briefing, table)
    positions = frame.index.get_indexer(labels)
    for label, position in zip(labels, positions, strict=True):
        if position < 0:
            raise ValueError(f"table {table} has no row {label!r}")
    return positions


def _of(frame: pd.DataFrame, documents: list[str], columns: list[str]) -> dict[str, Any]:
    """Columns of the rows of some documents, as lists, by document."""
    chosen = frame[numbered(frame, "document").having(set(documents).__contains__)]
    return {str(document): rows[columns].to_dict("list") for document, rows in chosen.groupby("document")}


def _naming(briefing: Briefing, documents: Collection[str]) -> pd.DataFrame:
    """Return the places in some documents that name actors, and those where a title stands for one."""
    columns, wanted = ["document", "start", "end", "actor"], set(documents)
    tables = (briefing.mentions, briefing.references)
    found = [table[columns][numbered(table, "document").having(wanted.__contains__)] for table in tables]
    both = pd.concat(found, ignore_index=True)
    return both.sort_values(["document", "start"], kind="stable")


def _reports(briefing: Briefing, documents: list[str]) -> dict[Any, Any]:
    """Mentions of meetings by their place: one source may deny what another reports."""
    meetings = briefing.meetings[briefing.meetings["document"].isin(documents)]
    return {(row["document"], row["start"], row["end"]): row for row in meetings.to_dict("records")}


def _place(mention: str) -> tuple[str, int, int]:
    """Read a mention of an event: ``a:b:10-25`` is characters 10 to 25 of document ``a:b``."""
    document, _, span = mention.rpartition(":")
    start, _, end = span.partition("-")
    return document, int(start), int(end)


def _sentences_around(text: str, sentences: dict[str, list[Any]] | None, place: Anchor) -> tuple[int, int, int, str]:
    """Start, end, paragraph and voice of the sentences a span touches; of its line where it touches none."""
    if sentences:
        starts, ends = sentences["start"], sentences["end"]
        first = bisect_right(ends, place.start)
        last = max(bisect_left(starts, place.end) - 1, 0)
        if place.table == "documents":
            first = last = 0
        if first <= last:
            start, end = min(starts[first], place.start), max(ends[last], place.end)
            return start, end, int(sentences["paragraph"][first]), str(sentences["voice"][first])
    start = text.rfind("\n", 0, place.start) + 1
    stop = text.find("\n", place.end)
    lines = sum(1 for line in text[: place.start].split("\n") if line.strip())
    return start, stop if stop >= 0 else len(text), max(lines, 1), ""


def _names(place: Anchor, mentions: Any, naming: Collection[str], start: int) -> list[tuple[int, int]]:
    """Where a whole sentence or passage names actors."""
    if not mentions or place.table not in ("sentences", "passages"):
        return []
    spans = zip(mentions["start"], mentions["end"], mentions["actor"], strict=True)
    return [(a - start, b - start) for a, b, actor in spans if actor in naming and place.start <= a and b <= place.end]


def _said_words(place: Anchor, naming: Collection[str], words: str) -> list[tuple[int, int]]:
    """Where a whole sentence has the words themselves."""
    if place.table != "sentences":
        return []
    found = sorted(hit.span() for name in naming for hit in query_pattern(name).finditer(words))
    return [span for n, span in enumerate(found) if not n or span[0] >= found[n - 1][1]]


def highlights_of(place: Anchor, row: Any, words: str, start: int) -> list[tuple[int, int]]:
    """Return where the words of a row stand in a stretch of text that begins at ``start``; of a topic, its terms."""
    if place.table == "topics":
        terms = sorted((str(term) for term in row["terms"] if term), key=len, reverse=True)
        if not terms:
            return []
        # "sanction" in "new sanctions", not in "unsanctioned"
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, terms))})\w*"
        return [match.span() for match in re.finditer(pattern, words, re.IGNORECASE)]
    return [(place.start - start, place.end - start)] if place.end > place.start else []


def note_of(table: str, row: dict[str, Any], report: dict[str, Any]) -> str:
    """Say what a row says, in words: ``talks, held, 2024-04-09, date: stated; rule: talks_between``.

    Args:
        table: its table.
        row: its values by column.
        report: of an event, the row of the mention that is told of; else the row itself.
    """
    said = _said(table, row) if table != "events" else [str(row["event"]), *_said("meetings", report)]
    rule = report.get("rule", "")
    return "; ".join(part for part in (", ".join(said), f"rule: {rule}" if rule else "") if part)


def _said(table: str, row: dict[str, Any]) -> list[str]:
    said = []
    for columns, before in _SAYS.get(table, ()):
        values = [row.get(column, "") for column in columns.split()]
        if values[0] not in ("", []) and values[0] == values[0]:  # NaN is not equal to itself
            words = [_written(value) for value in values]
            said.append(before + " ".join(filter(None, words)))
    return said


def _written(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:,.12g}"
    return " and ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
