"""Works out the level before a change, stated or implied, with the interval that rounding of the figures leaves."""

from __future__ import annotations

import math
from typing import NamedTuple

from briefing_lib.find.calendar import shift

_NAN = math.nan
_DIGITS = 6


class Baseline(NamedTuple):
    """Level before a change, and the lowest and highest that the rounding of the stated figures allows."""

    value: float
    low: float
    high: float


UNKNOWN = Baseline(_NAN, _NAN, _NAN)


def implied(level: float, level_step: float, rate: float, rate_step: float, exact: bool = True) -> Baseline:
    """Return the level before a change of ``rate`` per cent led to ``level``.

    Args:
        level: the level reached.
        level_step: what one unit of its last written place is worth.
        rate: the change in per cent, signed.
        rate_step: what one unit of its last written place is worth.
        exact: whether both are stated as they are; "more than" and "about" leave no interval.

    >>> implied(240.1e9, 0.1e9, 26.3, 0.1)
    Baseline(value=190103000000.0, low=189988000000.0, high=190218000000.0)
    """
    if math.isnan(level) or math.isnan(rate) or rate <= -100:
        return UNKNOWN
    value = _significant(level / (1 + rate / 100))
    lowest, highest = rate - rate_step / 2, rate + rate_step / 2
    if not exact or lowest <= -100:
        return Baseline(value, _NAN, _NAN)
    low = (level - level_step / 2) / (1 + highest / 100)
    high = (level + level_step / 2) / (1 + lowest / 100)
    return Baseline(value, _significant(low), _significant(high))


def stated(level: float, step: float) -> Baseline:
    """Return a level before a change as a text states it.

    >>> stated(4e9, 1e9)
    Baseline(value=4000000000.0, low=3500000000.0, high=4500000000.0)
    """
    return Baseline(level, _significant(level - step / 2), _significant(level + step / 2))


def period_before(period: str, unit: str = "year", count: int = -1) -> str:
    """Return the period with which another is compared, as precise as it.

    >>> period_before("2023"), period_before("2024-01/2024-03"), period_before("2024-05", "month")
    ('2022', '2023-01/2023-03', '2024-04')
    >>> period_before("199X"), period_before("")
    ('', '')
    """
    first, slash, last = period.rstrip("~?%").partition("/")
    if not first or "X" in period or ".." in period:
        return ""
    moved = shift((first, last or first), unit, count)
    if moved is None:
        return ""
    return f"{moved[0]}/{moved[1]}" if slash else moved[0]


def _significant(value: float) -> float:
    """Cut a derived figure to six digits: more would claim what no rounded figure can give."""
    return float(f"{value:.{_DIGITS}g}")
