"""The rows behind a mark, made when they are asked for: a mark of a large corpus holds hundreds of thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

import numpy as np

Row = tuple[str, int]


class Rows(Sequence[Row]):
    """Rows as (name of the table, index label), in order; equal to a list of the same.

    Args:
        table: name of their table.
        labels: index labels, or a function that finds them.
        number: how many there are, where they are yet to be found.
        other: name of the table of those rows for which ``others`` says so.
        others: True or False for each row.

    >>> Rows("mentions", np.array([3, 5])) == [("mentions", 3), ("mentions", 5)]
    True
    """

    __slots__ = ("_find", "_labels", "_number", "_other", "_others", "_table")
    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self,
        table: str,
        labels: np.ndarray | Callable[[], np.ndarray],
        number: int | None = None,
        other: str = "",
        others: np.ndarray | None = None,
    ):
        self._table, self._other, self._others = table, other, others
        self._find = labels if callable(labels) else None
        self._labels = None if callable(labels) else labels
        self._number = number if number is not None else len(self.labels)

    @property
    def labels(self) -> np.ndarray:
        """The index labels."""
        if self._labels is None:
            assert self._find is not None
            self._labels, self._find = self._find(), None
        return self._labels

    def among(self, table: str) -> int:
        """Return how many rows are of a table."""
        others = 0 if self._others is None else int(self._others.sum())
        return (others if table == self._other else 0) + (len(self) - others if table == self._table else 0)

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            labels = self.labels[at].tolist()
            if self._others is None:
                return [(self._table, label) for label in labels]
            others = self._others[at].tolist()
            return [(self._other if o else self._table, n) for n, o in zip(labels, others, strict=True)]
        return (self._table if self._others is None or not self._others[at] else self._other, int(self.labels[at]))

    def __iter__(self) -> Iterator[Row]:
        return iter(self[:])

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and list(self) == list(other)

    def __repr__(self) -> str:
        return repr(list(self))
