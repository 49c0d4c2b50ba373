"""A table behind a figure that is put together when it is asked for: a figure shows a few of its many rows."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd


class Listing:
    """A table yet to be made.

    Args:
        rows: how many rows it has.
        make: puts it together.

    >>> listing = Listing(2, lambda: pd.DataFrame({"word": ["port", "quay"]}))
    >>> len(listing), listing.frame["word"].tolist()
    (2, ['port', 'quay'])
    """

    def __init__(self, rows: int, make: Callable[[], pd.DataFrame]):
        self._rows, self._make = rows, make
        self._made: pd.DataFrame | None = None

    def __len__(self) -> int:
        return self._rows

    @property
    def frame(self) -> pd.DataFrame:
        """The table."""
        if self._made is None:
            self._made = self._make()
        return self._made
