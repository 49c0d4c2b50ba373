"""The marks of a figure of many meetings: their rows, found when they are asked for."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from briefing_lib.view.drawing.rows import Rows


class Marks(Mapping[str, Rows]):
    """Rows of one table by mark.

    Args:
        table: name of their table.
        keys: keys of the marks.
        labels: index labels of their rows, one mark's after the other's.
        sizes: how many rows each has.

    >>> dict(Marks("meetings", ["e1", "e2"], np.array([4, 5, 7]), np.array([2, 1])))
    {'e1': [('meetings', 4), ('meetings', 5)], 'e2': [('meetings', 7)]}
    """

    def __init__(self, table: str, keys: Sequence[str], labels: np.ndarray, sizes: np.ndarray):
        self._table, self._keys, self._labels = table, keys, labels
        self._sizes, self._ends = sizes, np.cumsum(sizes)
        self._places: dict[str, int] | None = None

    def _rows(self, place: int) -> Rows:
        end = int(self._ends[place])
        return Rows(self._table, self._labels[end - int(self._sizes[place]) : end])

    def __getitem__(self, key: str) -> Rows:
        if not key:  # none is chosen: there is nothing to look up
            raise KeyError(key)
        if self._places is None:
            self._places = dict(zip(self._keys, range(len(self._keys)), strict=True))
        return self._rows(self._places[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def most(self, number: int) -> list[tuple[str, Rows]]:
        """Return the marks with most rows, those that stand first of equals."""
        order = np.argsort(-self._sizes, kind="stable")[:number].tolist()
        return [(self._keys[place], self._rows(place)) for place in order]


def largest(marks: Mapping[str, Any], number: int) -> list[tuple[str, Any]]:
    """Return the marks with most rows, the one with most first, those that stand first of equals.

    >>> largest({"a": [1], "b": [1, 2], "c": [1]}, 2)
    [('b', [1, 2]), ('a', [1])]
    """
    if isinstance(marks, Marks):
        return list(marks.most(number))
    return heapq.nsmallest(number, marks.items(), key=lambda item: -len(item[1]))
