"""Says how two figures stand to each other: the interval each stands for, what comes out, by how much they differ."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing_lib.link.agreement.indicators import Indicator, indicator_of
from briefing_lib.link.agreement.rounding import Interval, conversion, interval_of
from briefing_lib.tables import Agreement, Statistic

EQUAL, ROUNDING, CURRENCY = "equal", "compatible by rounding", "compatible by currency"
OTHER_PERIOD, CONFLICT = "different period", "in conflict"
MIRROR_EQUAL, MIRROR_NEAR = "mirror: equal", "mirror: within 10 %"
MIRROR_FAR = "mirror: more than 10 % apart"
CONVERTED = ", converted at a rate the documents give"
_MARGIN = 10.0  # per cent: what freight and insurance are commonly taken to add to an import (cif over fob)
_EXCHANGE = 3.0  # per cent: rates of one year differ by as much between two documents

Rates = dict[tuple[str, str, str], float]
"""What one unit of money is worth in another, by the two currencies and the year."""


class Figure(NamedTuple):
    """A statistic, what it is of, and the interval it stands for."""

    row: Statistic
    indicator: Indicator
    interval: Interval


def comparable(statistics: Iterable[Statistic]) -> list[Figure]:
    """Return the figures of which it is clear what they are of; what is planned or expected is none."""
    return [
        Figure(row, indicator, interval_of(row.text, row.value, row.qualifier))
        for row in statistics
        if not math.isnan(row.value) and "planned" not in row.qualifier and (indicator := indicator_of(row))
    ]


def place(row: Statistic) -> str:
    """Return where a statistic stands, as ``document:start-end``."""
    return f"{row.document}:{row.start}-{row.end}"


def agreement(
    first: Statistic, second: Iterable[Statistic], verdict: str, apart: float, rule: str, higher: str = ""
) -> Agreement:
    """Return the row that says how figures stand to each other."""
    return Agreement(
        place(first), [place(row) for row in second], first.reporter, first.partner, first.flow, first.measure,
        first.period, verdict, apart, higher, rule,
    )  # fmt: skip


def difference(value: float, other: float) -> float:
    """Return by how much per cent a value is above another, to two decimals.

    >>> difference(110.0, 100.0)
    10.0
    """
    return round((value - other) / abs(other) * 100, 2) if other else math.nan


def verdict(value: float, other: float, interval: Interval, against: Interval) -> str:
    """Return how two values of one thing stand to each other.

    >>> verdict(240.0, 240.1, Interval(239.5, 240.5), Interval(240.05, 240.15))
    'compatible by rounding'
    """
    if math.isclose(value, other, rel_tol=1e-9):
        return EQUAL
    return ROUNDING if interval.low <= against.high and against.low <= interval.high else CONFLICT


def mirrored(value: float, other: float, interval: Interval, against: Interval) -> str:
    """Return how what one side tells stands to what the other tells: two counts of one flow need not be the same.

    >>> mirrored(78.0, 95.0, Interval(77.5, 78.5), Interval(94.5, 95.5))
    'mirror: more than 10 % apart'
    """
    if verdict(value, other, interval, against) != CONFLICT:
        return MIRROR_EQUAL
    return MIRROR_NEAR if abs(value - other) <= abs(other) * _MARGIN / 100 else MIRROR_FAR


def converted(apart: float) -> str:
    """Return how two figures in different money stand to each other that are so many per cent apart."""
    return CURRENCY if abs(apart) <= _EXCHANGE else CONFLICT


def rates_of(figures: Sequence[Figure]) -> Rates:
    """Return what one unit of money is worth in another, by year, as figures told in both say."""
    rates: Rates = {}
    for figure in figures:
        row = figure.row
        other = conversion(row.text, row.value, row.unit)
        if other is not None and row.value and other.value:
            year = row.period[:4]
            rates.setdefault((row.unit, other.unit, year), other.value / row.value)
            rates.setdefault((other.unit, row.unit, year), row.value / other.value)
    return rates
