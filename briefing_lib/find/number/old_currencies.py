"""Gives money the code it had at the time: the rouble of a document of 1985 is the Soviet one, whoever names it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.tables import Date, Quantity

_LAST = {"RUB": ("SUR", 1991)}  # the code before, and the last year in which it held
_YEAR = re.compile(r"[12]\d{3}")


def at_the_time(rows: list[Quantity], dates: Sequence[Date]) -> list[Quantity]:
    """Return quantities with the codes their money had in the latest year that a document names.

    >>> year = Date("d", "d#1", 30, 34, "1985", "1985", "1985-01-01", "1985-12-31", "DATE", "1985", "", "")
    >>> sold = Quantity("d", "d#1", 5, 20, "5 billion roubles", 5e9, "RUB", "=", "", "")
    >>> at_the_time([sold], [year])[0].unit, at_the_time([sold], [])[0].unit
    ('SUR', 'RUB')
    """
    if not any(row.unit in _LAST for row in rows):
        return rows
    years = [int(hit.group()) for date in dates if (hit := _YEAR.match(date.edtf))]
    if not years:
        return rows
    today = max(years)
    old = {new: before for new, (before, last) in _LAST.items() if today <= last}
    return [row._replace(unit=old.get(row.unit, row.unit)) for row in rows]
