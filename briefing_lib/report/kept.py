"""The sentences a report keeps: for each mark of its figures the words behind it, as many as a page can hold.

A small corpus keeps them all. The more there are, the fewer are kept of each mark, and the page says of each mark how
many it leaves out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing_lib.evidence import Anchor, Row, anchors, contexts
from briefing_lib.evidence.marked import item_html
from briefing_lib.page.panel import parts_of

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing
    from briefing_lib.view import View

EACH = (1000, 300, 120, 60, 40, 25, 15, 10, 6, 4, 2)
"""Pieces of evidence kept for a mark: the first number with which the page has room for all marks."""
ROOM = 600
"""Most rows whose sentences are kept, for each megabyte a report may have."""
_WHOLE = ("sentences", "passages")  # what is marked in them depends on the mark
_SEVERAL = 12  # places kept of a row that gathers many


class Piece(NamedTuple):
    """A sentence as it stands in a list, and the place it comes from."""

    place: Anchor
    html: str


class Kept:
    """What is kept of the rows behind marks: rows go in by `names_of`, their sentences come out of `pieces`."""

    def __init__(self, briefing: Briefing, views: Iterable[tuple[View, Sequence[str]]], size: float):
        self._briefing = briefing
        self._rows: dict[str, tuple[Row, list[str]]] = {}
        self.each, self.cut = _most(views, ROOM * size)
        self.gathered = 0
        """places left out of rows that gather many"""

    def names_of(self, key: str, rows: Sequence[Row]) -> list[str]:
        """Keep the rows of a mark, and return the names by which the page finds their sentences, one a row."""
        naming = parts_of(key)
        names = [_name(row, naming) for row in rows[: self.each]]
        for name, row in zip(names, rows, strict=False):
            self._rows.setdefault(name, (row, naming if row[0] in _WHOLE else []))
        return names

    @cached_property
    def pieces(self) -> dict[str, list[Piece]]:
        """The sentences by name, all read at once: reading them mark by mark takes ten times as long."""
        places: list[Anchor] = []
        names: list[str] = []
        said: list[list[str]] = []
        self.gathered = 0
        own = anchors(self._briefing, list(dict.fromkeys(row for row, _ in self._rows.values())))
        by_row: dict[Row, list[Anchor]] = {}
        for place in own:
            by_row.setdefault((place.table, place.index), []).append(place)
        for name, (row, naming) in self._rows.items():
            found = by_row.get(row, [])
            self.gathered += max(len(found) - _SEVERAL, 0)
            places += found[:_SEVERAL]
            names += [name] * len(found[:_SEVERAL])
            said += [naming] * len(found[:_SEVERAL])
        pieces: dict[str, list[Piece]] = {name: [] for name in self._rows}
        for name, place, piece in zip(names, places, contexts(self._briefing, places, each=said), strict=True):
            pieces[name].append(Piece(place, item_html(piece)))
        return pieces

    def documents(self) -> list[str]:
        """Return the documents the sentences come from, those of most sentences first."""
        times = Counter(piece.place.document for own in self.pieces.values() for piece in own)
        order = {name: n for n, name in enumerate(self._briefing.documents["document"])}
        return sorted(times, key=lambda name: (-times[name], order.get(name, 0)))

    def linked(self, link: Callable[[Anchor], Any]) -> dict[str, list[Any]]:
        """Return what the page shows, by name; ``link`` says how it finds a place in its document."""
        return {name: [[piece.html, link(piece.place)] for piece in own] for name, own in self.pieces.items()}


def _name(row: Row, naming: Sequence[str]) -> str:
    table, label = row
    return f"{table}:{label}" + (f":{'|'.join(naming)}" if table in _WHOLE else "")


def _most(views: Iterable[tuple[View, Sequence[str]]], room: float) -> tuple[int, int]:
    """Return how many pieces can be kept for a mark, and how many marks have more."""
    marks = [(key, view.marks[key]) for view, keys in views for key in keys]
    for each in EACH:
        wanted: set[Any] = set()
        for key, rows in marks:
            wanted.update((row, key if row[0] in _WHOLE else "") for row in rows[:each])
        if len(wanted) <= room:
            break
    return each, sum(len(rows) > each for _, rows in marks)
