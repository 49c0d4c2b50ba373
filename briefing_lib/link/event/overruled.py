"""What a researcher decided of mentions of meetings: which are of one meeting, and which are not.

It comes before the rules. ``same`` mentions go together wherever the first of them goes; of ``apart`` mentions no two
on different sides ever stand in one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.tables import Meeting

DECIDED = "decided by the researcher"
Side = tuple[int, ...]
"""Positions of mentions in the list of all."""


class Decided(NamedTuple):
    """Decisions on mentions, by their position in the list of all; none contradicts another.

    Attributes:
        same: mentions that are of one meeting.
        apart: for each decision its sides; mentions on different sides are of different meetings.
    """

    same: tuple[Side, ...] = ()
    apart: tuple[tuple[Side, ...], ...] = ()

    def blocks(self) -> list[set[int]]:
        """Return the mentions that belong together, over all decisions.

        >>> Decided(same=((0, 3), (1, 2), (3, 5))).blocks()
        [{0, 3, 5}, {1, 2}]
        """
        found: list[set[int]] = []
        for side in self.same:
            together = set(side).union(*(block for block in found if block & set(side)))
            found = [block for block in found if not block & together] + [together]
        return sorted(found, key=min)

    def contradicts(self) -> bool:
        """Tell whether mentions said to be of one meeting are also said not to be.

        >>> Decided(same=((0, 1), (1, 2)), apart=(((0,), (2,)),)).contradicts()
        True
        """
        return any(
            sum(bool(block & set(side)) for side in sides) > 1 for block in self.blocks() for sides in self.apart
        )


UNDECIDED = Decided()


class Overruled:
    """Decisions looked up by mention.

    Args:
        mentions: all mentions, in the order the decisions count them in.
        decided: the decisions.
        order: the same mentions in the order in which they are merged.
    """

    def __init__(self, mentions: Sequence[Meeting], decided: Decided, order: Sequence[Meeting]):
        place = {id(row): n for n, row in enumerate(order)}
        self._joined: dict[int, list[Meeting]] = {}
        for block in decided.blocks():
            rows = sorted((mentions[n] for n in block), key=lambda row: place[id(row)])
            self._joined |= {id(row): rows for row in rows}
        # Of each decision the side of every mention on it; what is joined to a mention stands on its side.
        self._sides: list[dict[int, int]] = []
        for sides in decided.apart:
            side_of: dict[int, int] = {}
            for number, side in enumerate(sides):
                for row in (mentions[n] for n in side):
                    side_of |= {id(other): number for other in self._joined.get(id(row), [row])}
            self._sides.append(side_of)
        self._apart = [[[mentions[n] for n in side] for side in sides] for sides in decided.apart]

    def joined(self, row: Meeting) -> list[Meeting]:
        """Return the mentions decided to be of the same meeting, in the order in which they are merged."""
        return self._joined.get(id(row), [])

    def parted(self, row: Meeting, others: Sequence[Meeting]) -> bool:
        """Tell whether a mention, or one joined to it, is on another side than one of the others."""
        return any(
            id(row) in sides and any(sides.get(id(other), sides[id(row)]) != sides[id(row)] for other in others)
            for sides in self._sides
        )

    def from_whom(self, row: Meeting) -> list[Meeting]:
        """Return the mentions that a mention was said not to be of one meeting with."""
        found = []
        for sides in self._apart:
            mine = [number for number, side in enumerate(sides) if any(other is row for other in side)]
            found += [other for number, side in enumerate(sides) if mine and number not in mine for other in side]
        return found


NOTHING = Overruled([], UNDECIDED, [])
