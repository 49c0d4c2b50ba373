"""The sentences a report keeps: for each mark of its figures the words behind it, as many as a page can hold.

A small corpus keeps up to sixty pieces of evidence a mark. The more marks there are, the fewer are kept of each, and
the page says of each mark how many it leaves out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing_lib.evidence import Anchor, Row, anchors, contexts
from briefing_lib.marked import item_html
from briefing_lib.page.panel import parts_of

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing
    from briefing_lib.view import View

EACH = (60, 40, 25, 15, 10, 6, 4, 2)
"""Pieces of evidence kept for a mark: the first number with which the page has room for all marks."""
ROOM = 12_000
"""Most rows whose sentences are kept."""
_WHOLE = ("sentences", "passages")  # what is marked in them depends on the mark
_SEVERAL = 12  # places kept of a row that gathers many


class Piece(NamedTuple):
    """A sentence as it stands in a list, and the place it comes from."""

    place: Anchor
    html: str


class Kept:
    """What is kept of the rows behind marks: rows go in by `names_of`, their sentences come out of `pieces`."""

    def __init__(self, briefing: Briefing, views: Iterable[tuple[View, Sequence[str]]]):
        self._briefing = briefing
        self._pieces: dict[str, list[Piece]] = {}
        self.each, self.cut = _most(views)
        self.gathered = 0
        """places left out of rows that gather many"""

    def names_of(self, key: str, rows: Sequence[Row]) -> list[str]:
        """Keep the sentences of a mark, and return the names by which the page finds them, one a row."""
        shown = rows[: self.each]
        naming = parts_of(key)
        whole = [row for row in shown if row[0] in _WHOLE]
        names = [_name(row, naming) for row in shown]
        for some, said in ((whole, naming), ([row for row in shown if row[0] not in _WHOLE], [])):
            self._keep(dict.fromkeys(row for row in some if _name(row, naming) not in self._pieces), said)
        return names

    def documents(self) -> list[str]:
        """Return the documents the sentences come from, those of most sentences first."""
        times = Counter(piece.place.document for own in self._pieces.values() for piece in own)
        order = {name: n for n, name in enumerate(self._briefing.documents["document"])}
        return sorted(times, key=lambda name: (-times[name], order.get(name, 0)))

    def pieces(self, link: Callable[[Anchor], Any]) -> dict[str, list[Any]]:
        """Return what the page shows, by name; ``link`` says how it finds the place in its document."""
        return {name: [[piece.html, link(piece.place)] for piece in own] for name, own in self._pieces.items()}

    def _keep(self, rows: dict[Row, None], naming: list[str]) -> None:
        names = {row: _name(row, naming) for row in rows}
        self._pieces.update({name: [] for name in names.values()})
        places = anchors(self._briefing, rows) if rows else []
        few = []
        held: Counter[Row] = Counter()
        for place in places:
            held[place.table, place.index] += 1
            if held[place.table, place.index] <= _SEVERAL:
                few.append(place)
        self.gathered += len(places) - len(few)
        for place, piece in zip(few, contexts(self._briefing, few, naming), strict=True):
            self._pieces[names[place.table, place.index]].append(Piece(place, item_html(piece)))


def _name(row: Row, naming: Sequence[str]) -> str:
    table, label = row
    return f"{table}:{label}" + (f":{'|'.join(naming)}" if table in _WHOLE else "")


def _most(views: Iterable[tuple[View, Sequence[str]]]) -> tuple[int, int]:
    """Return how many pieces can be kept for a mark, and how many marks have more."""
    marks = [(key, view.marks[key]) for view, keys in views for key in keys]
    for each in EACH:
        wanted: set[Any] = set()
        for key, rows in marks:
            wanted.update((row, key if row[0] in _WHOLE else "") for row in rows[:each])
        if len(wanted) <= ROOM:
            break
    return each, sum(len(rows) > each for _, rows in marks)
