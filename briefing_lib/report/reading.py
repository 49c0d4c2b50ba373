"""The documents a reader of the report can read whole, each as the page that the notebooks' reader shows.

A document and its marks are packed by themselves and unpacked when they are opened. Where there are more than the file
has room for, those go in first that most of the sentences behind the figures come from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from briefing_lib.evidence import Anchor
from briefing_lib.evidence.document_page import sheet_of
from briefing_lib.evidence.layers import GATHERS, LAYERS, OPENED, SHOWN, Mark, columns_of, mark_at, marks_of
from briefing_lib.report.packing import element, packed
from briefing_lib.tables import TABLES

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing


class Shelf:
    """Documents as pages, and where in them a piece of evidence stands.

    Args:
        briefing: the tables and the texts.
        wanted: documents in the order in which they are put in.
        room: bytes there are for them, once packed.
    """

    def __init__(self, briefing: Briefing, wanted: Iterable[str], room: float):
        self._briefing = briefing
        self._found: dict[str, dict[Any, int]] = {}
        self._numbers: dict[str, int] = {}
        self.elements: list[str] = []
        self.total = 0
        for document in dict.fromkeys([*wanted, *briefing.documents["document"]]):
            self.total += 1
            if room <= 0:
                continue
            marks = marks_of(briefing, document)
            content = packed({**sheet_of(briefing, document, marks), "columns": {}})
            if len(content) > room:
                room = 0 if self._numbers else room  # one that is too long by itself leaves the others theirs
                continue
            room -= len(content)
            self._numbers[document] = len(self._numbers)
            self._found[document] = _places(marks)
            self.elements.append(element(f"sheet-{self._numbers[document]}", content))

    @property
    def left_out(self) -> int:
        """How many documents there was no room for."""
        return self.total - len(self._numbers)

    def about(self) -> dict[str, Any]:
        """Return what the page has to know of all documents before one is opened."""
        columns = ("document", "title", "author", "publisher", "published", "genre")
        rows = self._briefing.documents[list(columns)].values.tolist()
        held = [[self._numbers.get(row[0], -1), *row] for row in rows]
        return {
            "documents": held,
            "layers": [[layer.name, layer.meaning] for layer in LAYERS.values()],
            "shown": SHOWN,
            "columns": columns_of(TABLES),
        }

    def link(self, place: Anchor) -> Sequence[Any]:
        """Return how the page finds a place: the number of its document, and that of its mark or what a mark would say.

        A sentence or a passage is no mark of a layer: the page marks it when it is opened.
        """
        number = self._numbers.get(place.document, -1)
        if number < 0:
            return ()
        marks = self._found[place.document]
        at = marks.get((place.table, place.index))
        if at is None:
            at = marks.get((GATHERS.get(place.table, ""), (place.start, place.end)))
        if at is not None:
            return number, at
        mark = mark_at(self._briefing, place)
        return number, -1, [OPENED, mark.table, str(mark.index), mark.start, mark.end, mark.note, mark.values]


def _places(marks: Sequence[Mark]) -> dict[Any, int]:
    found: dict[Any, int] = {}
    for n, mark in enumerate(marks):
        found.setdefault((mark.table, mark.index), n)
        found.setdefault((mark.table, (mark.start, mark.end)), n)
    return found
