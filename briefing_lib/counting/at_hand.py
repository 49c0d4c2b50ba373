"""What is worked out from tables once and kept at hand while they live: columns as numbers, and what rests on them.

A control that moves asks the same tables again. What is found in them is kept with the table, for as long as anything
else holds it: a table that a filter made takes its own with it when it goes. A table that was written into is read
anew.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

_COLUMNS, _SETTINGS = 32, 6
"""Results of one function kept for a table: of its columns, or for the last values of controls."""


class Numbered(NamedTuple):
    """A column as numbers: each different value once, in no order promised, and the place of its value for each row.

    A filter can leave values that no row has any more.
    """

    values: np.ndarray
    codes: np.ndarray

    def counts(self, rows: np.ndarray | None = None) -> np.ndarray:
        """Return how many rows have each value, of all or of some."""
        return np.bincount(self.codes if rows is None else self.codes[rows], minlength=len(self.values))

    def place(self, value: Any) -> int:
        """Return the place of a value; -1 if there is none."""
        found = np.flatnonzero(self.values == value)
        return int(found[0]) if len(found) else -1

    def having(self, fits: Callable[[Any], Any]) -> np.ndarray:
        """Tell for each row whether its value fits; each different value is tried once."""
        return self.flags(fits)[self.codes]

    def flags(self, fits: Callable[[Any], Any]) -> np.ndarray:
        """Tell for each different value whether it fits."""
        return np.fromiter((bool(fits(value)) for value in self.values), dtype=bool, count=len(self.values))


_known: dict[int, _Known] = {}


class _Known:
    """What was found in one table, the columns it was found in, and a reference that does not keep the table alive."""

    __slots__ = ("__weakref__", "columns", "found", "index", "names", "table")

    def __init__(self, table: pd.DataFrame):
        # Bound here: when the interpreter ends, what a module names is gone before its tables are.
        self.table = weakref.ref(table, partial(_forget, _known, id(table)))
        self.index, self.names = table.index, table.columns
        # pandas copies what is written into while another series shares it: these stay what they are.
        self.columns = {name: table[name] for name in table.columns}
        self.found: dict[Any, list[tuple[dict[str, Any], list[Any], Any]]] = {}

    def holds(self, table: pd.DataFrame) -> bool:
        """Tell whether the table is as it was."""
        return (
            self.table() is table
            and self.index is table.index
            and self.names is table.columns
            and all(_same(column, table[name]) for name, column in self.columns.items())
        )


def at_hand(make: Callable[..., Any], *tables: pd.DataFrame | None, **chosen: Any) -> Any:
    """Return what a function makes of some tables, worked out once for as long as the first of them lives.

    Args:
        make: a function of the tables whose result nobody changes, and which holds none of the tables.
        tables: data frames; others than the first may be None.
        chosen: further arguments, compared by ``==``.

    >>> table = pd.DataFrame({"actor": ["Chad", "Peru", "Chad"]})
    >>> at_hand(numbers, table, column="actor") is at_hand(numbers, table, column="actor")
    True
    """
    known = [None if table is None else _of(table) for table in tables]
    assert known[0] is not None
    kept = known[0].found.setdefault(make, [])
    for arguments, others, value in kept:
        if arguments == chosen and len(others) == len(known) - 1 and all(map(_is, others, known[1:])):
            return value() if isinstance(value, _Later) else value
    value = make(*tables, **chosen)
    _keep(make, kept, chosen, known[1:], value)
    return value


def put(make: Callable[..., Any], later: Callable[[], Any], *tables: pd.DataFrame | None, **chosen: Any) -> None:
    """Keep at hand how to find what ``at_hand`` with the same arguments would, in a quicker way."""
    known = [None if table is None else _of(table) for table in tables]
    assert known[0] is not None
    _keep(make, known[0].found.setdefault(make, []), chosen, known[1:], _Later(later))


def numbers(table: pd.DataFrame, column: str) -> Numbered:
    """Return a column of text as numbers; ``at_hand(numbers, table, column="actor")`` keeps them."""
    codes, values = pd.factorize(table[column], use_na_sentinel=False)
    return Numbered(np.asarray(values, dtype=object), codes.astype(np.int32))


def numbered(table: pd.DataFrame, column: str) -> Numbered:
    """Return a column of text as numbers, kept at hand.

    >>> numbered(pd.DataFrame({"actor": ["Chad", "Peru", "Chad"]}), "actor").codes.tolist()
    [0, 1, 0]
    """
    return at_hand(numbers, table, column=column)


def narrowed(table: pd.DataFrame, keep: np.ndarray) -> pd.DataFrame:
    """Return the rows of a table that are kept, whose columns as numbers then need no reading."""
    everything = bool(keep.all())
    found = table.copy(deep=False) if everything else table[keep]
    for chosen, _, value in _of(table).found.get(numbers, []):
        put(numbers, partial(_rows_of, value, None if everything else keep), found, **chosen)
    return found


def _rows_of(whole: Any, keep: np.ndarray | None) -> Numbered:
    whole = whole() if isinstance(whole, _Later) else whole
    return whole if keep is None else Numbered(whole.values, whole.codes[keep])


class _Later:
    """What is worked out when it is first asked for."""

    def __init__(self, make: Callable[[], Any]):
        self._make: Callable[[], Any] | None = make

    def __call__(self) -> Any:
        make = self._make
        if make is not None:
            self._value = make()
            self._make = None
        return self._value


def _keep(make: Any, kept: list[Any], chosen: dict[str, Any], others: list[_Known | None], value: Any) -> None:
    kept.insert(0, (chosen, [None if other is None else weakref.ref(other) for other in others], value))
    del kept[_COLUMNS if make is numbers else _SETTINGS :]


def _of(table: pd.DataFrame) -> _Known:
    known = _known.get(id(table))
    if known is None or not known.holds(table):
        known = _known[id(table)] = _Known(table)
    return known


def _is(other: weakref.ref[_Known] | None, known: _Known | None) -> bool:
    return other is None and known is None or other is not None and other() is known and known is not None


def _forget(tables: dict[int, _Known], at: int, gone: weakref.ref[pd.DataFrame]) -> None:
    known = tables.get(at)
    if known is not None and known.table is gone:
        del tables[at]


def _same(one: pd.Series, other: pd.Series) -> bool:
    """Tell whether two series are the same place in memory."""
    if one.dtype != other.dtype:
        return False
    if not isinstance(one.dtype, np.dtype):
        return one.array is other.array
    return one.to_numpy().__array_interface__["data"] == other.to_numpy().__array_interface__["data"]
