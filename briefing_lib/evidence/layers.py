"""The layers of a document: what the tables say of its words, as marks in the order of reading.

A layer is one table seen on the page. Its marks carry the words of the evidence note, so that a reader is told
the same of a row wherever it is met. No widgets here: a page, a report or a test can be made of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from briefing_lib.counting.at_hand import at_hand, numbered
from briefing_lib.evidence import Anchor, highlights_of, note_of
from briefing_lib.tables import LIST_SEPARATOR, columns

if TYPE_CHECKING:
    import pandas as pd

    from briefing_lib.briefing import Briefing


class Layer(NamedTuple):
    """Table that can be seen on the page of a document."""

    name: str
    table: str
    meaning: str
    """what its marks are, for the legend"""


LAYERS = {
    layer.name: layer
    for layer in (
        Layer("actors", "mentions", "people, states, organisations and places, where they are named"),
        Layer("titles", "references", "titles that stand for somebody who is not named"),
        Layer("quotations", "quotations", "words attributed to somebody, direct or reported"),
        Layer("dates", "dates", "words that say when"),
        Layer("figures", "statistics", "trade and economic figures"),
        Layer("numbers", "quantities", "numbers with what they measure"),
        Layer("meetings", "meetings", "meetings held, planned or denied"),
        Layer("topics", "topics", "topics of a paragraph, and the words they rest on"),
    )
}
"""Layers by name, in the order in which they are listed."""

SHOWN = ("actors", "quotations", "dates", "figures", "meetings")
"""Names of the layers that are coloured unless others are asked for."""

OPENED = "evidence"
"""Name of the layer of a place that is no mark of a table: a sentence a reader was sent to."""

GATHERS = {"events": "meetings", "agreements": "statistics", "actors": "mentions"}
"""Tables whose rows gather several places, and the table the places are rows of."""


class Mark(NamedTuple):
    """Row of a table as it is seen in a document."""

    layer: str
    table: str
    index: Any
    """index label of the row"""
    start: int
    end: int
    spans: list[tuple[int, int]]
    """the words that are coloured: the row's own, or of a topic the terms its score rests on"""
    note: str
    """what the row says of the words, and the rule that made it"""
    values: list[str]
    """the row's values as text, in the order of the table's columns"""


class Block(NamedTuple):
    """Line of a document that is not blank, which is what a paragraph is."""

    start: int
    end: int
    paragraph: int
    kind: str
    voice: str
    section: str
    opens: bool
    """whether a passage begins here, so that it must be said who speaks"""


def marks_of(briefing: Briefing, document: str, layers: Collection[str] = tuple(LAYERS)) -> list[Mark]:
    """Return the rows of a document's layers, in the order of reading, those that hold others first.

    Args:
        briefing: the tables and the texts; rows that a filter left out are left out.
        document: which document.
        layers: names of layers.

    >>> import briefing_lib as bl
    >>> briefing = bl.read_briefing()
    >>> marks = marks_of(briefing, briefing.documents["document"][0], ["dates"])
    >>> all(briefing.text(briefing.documents["document"][0])[m.start : m.end] for m in marks)
    True
    """
    text = briefing.text(document)
    found = []
    for layer in LAYERS.values():
        if layer.name not in layers:
            continue
        rows = _rows_of(getattr(briefing, layer.table), document)
        records: Any = rows.to_dict("records")
        for index, row in zip(rows.index.tolist(), records, strict=True):
            found.append(_mark(layer.name, Anchor(layer.table, index, document, row["start"], row["end"]), row, text))
    return in_order(found)


def mark_at(briefing: Briefing, place: Anchor) -> Mark:
    """Return a place a row rests on as a mark, whatever its table: a sentence, an event, a passage."""
    row = getattr(briefing, place.table).loc[place.index].to_dict()
    return _mark(OPENED, place, row, briefing.text(place.document))


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """Return marks in the order of reading, those that hold others first."""
    order = {name: n for n, name in enumerate([OPENED, *LAYERS])}
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, order[mark.layer]))


def find_mark(marks: list[Mark], table: str, index: Any, span: tuple[int, int] | None = None) -> int:
    """Return the place of a row among marks, or -1.

    Args:
        marks: where to look.
        table: table of the row; one of events, agreements or actors is found by its place.
        index: index label of the row.
        span: the place, for a row that gathers several.
    """
    for n, mark in enumerate(marks):
        if mark.table == table and mark.index == index and (span is None or mark.layer != OPENED):
            return n
    if table in GATHERS and span is not None:
        for n, mark in enumerate(marks):
            if mark.table == GATHERS[table] and (mark.start, mark.end) == span:
                return n
    return -1


def find_again(marks: list[Mark], before: Mark) -> int:
    """Return the place of a mark among marks made anew, or -1: labels of rows may be others after a decision."""
    same = [n for n, m in enumerate(marks) if (m.table, m.start, m.end) == (before.table, before.start, before.end)]
    return next((n for n in same if marks[n].index == before.index), same[0] if same else -1)


def blocks_of(briefing: Briefing, document: str) -> list[Block]:
    """Return the paragraphs of a document, with who speaks in each."""
    text = briefing.text(document)
    passages = _rows_of(briefing.passages, document).sort_values("start", kind="stable")
    starts, ends = passages["start"].tolist(), passages["end"].tolist()
    said = list(zip(passages["kind"], passages["voice"], passages["section"], strict=True))
    found: list[Block] = []
    begun = -1
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            at = bisect_right(starts, max(end - 1, start)) - 1
            at = at if at >= 0 and ends[at] > start else -1
            kind, voice, section = said[at] if at >= 0 else ("", "", "")
            found.append(Block(start, end, len(found) + 1, kind, voice, section, at != begun))
            begun = at
        start = end + 1
    return found


def columns_of(tables: Iterable[str]) -> dict[str, list[list[str]]]:
    """Return the columns of tables, each with its meaning, in the order of a mark's values."""
    return {table: [[column.name, column.meaning] for column in columns(table)] for table in tables}


def _rows_of(table: pd.DataFrame, document: str) -> pd.DataFrame:
    """Return the rows of a document: which they are is found once for all documents of a table."""
    places = at_hand(_positions, table)
    return table.take(places[document]) if document in places else table.iloc[:0]


def _positions(table: pd.DataFrame) -> dict[str, np.ndarray]:
    documents = numbered(table, "document")
    order = np.argsort(documents.codes, kind="stable")
    ends = np.cumsum(documents.counts())
    return {
        name: order[end - many : end]
        for name, end, many in zip(documents.values, ends, documents.counts(), strict=True)
    }


def _mark(layer: str, place: Anchor, row: dict[str, Any], text: str) -> Mark:
    start, end = int(place.start), int(place.end)
    spans = [(start + a, start + b) for a, b in highlights_of(place, row, text[start:end], start)]
    values = [_cell(row.get(name, "")) for name in _names(place.table)]
    return Mark(layer, place.table, place.index, start, end, spans, note_of(place.table, row, row), values)


@cache
def _names(table: str) -> list[str]:
    return [column.name for column in columns(table)]


def _cell(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return LIST_SEPARATOR.join(map(str, value))
    if isinstance(value, float):
        return "" if value != value else f"{value:,.12g}"
    return str(value)
