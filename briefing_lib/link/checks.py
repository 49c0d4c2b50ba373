"""Compares figures: the same indicator in two documents, and figures of one document that depend on each other.

A figure is rounded, so two can differ and still agree. Which interval a figure stands for is read from its own words:
"$240 billion" is anything from 239.5 to 240.5. Money in two currencies is compared only where a document of the corpus
says what one is worth in the other; no rate of exchange is brought along.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing_lib.link.baseline import implied
from briefing_lib.link.earlier_levels import EARLIER
from briefing_lib.link.indicators import Indicator, indicator_of
from briefing_lib.link.rounding import Interval, conversion, interval_of, step_of
from briefing_lib.tables import Agreement, Statistic

EQUAL, ROUNDING, CURRENCY = "equal", "compatible by rounding", "compatible by currency"
OTHER_PERIOD, CONFLICT = "different period", "in conflict"
_EXCHANGE = 0.03  # rates of one year differ by as much between two documents


class _Figure(NamedTuple):
    """A statistic, what it is of, and the interval it stands for."""

    row: Statistic
    indicator: Indicator
    interval: Interval


def compare_statistics(statistics: Sequence[Statistic]) -> list[Agreement]:
    """Compare the figures of a corpus.

    Args:
        statistics: the statistics of all documents.

    Returns:
        Rows in the order of the figures. A figure is compared with the first one in another document that tells each
        value of the same indicator and period; where there is none of the same period, with the nearest period told
        before. Within a document, turnover is compared with exports plus imports, a balance with exports less imports,
        and a stated level before a change with the one that level and change imply.

    >>> first = Statistic("a", "a#1", 0, 12, "$240 billion", "trade", "Peru", "Chile", "turnover", "", 240e9, "USD",
    ...     math.nan, "", "", "2023", "", "", math.nan, math.nan, math.nan, "", "")
    >>> second = first._replace(document="b", text="$240.1bn", end=8, value=240.1e9)
    >>> compare_statistics([first, second])[0].verdict
    'compatible by rounding'
    """
    figures = [
        _Figure(row, indicator, interval_of(row.text, row.value, row.qualifier))
        for row in statistics
        if not math.isnan(row.value) and "planned" not in row.qualifier and (indicator := indicator_of(row))
    ]
    rates = _rates(figures)
    found = [
        *_same_indicator(figures, rates),
        *_against_baselines(figures),
        *_sums(figures),
        *_own_baselines(figures),
    ]
    order = {place(row): position for position, row in enumerate(statistics)}
    return sorted(found, key=lambda row: (order[row.first], [order[other] for other in row.second], row.rule))


def place(row: Statistic) -> str:
    """Return where a statistic stands, as ``document:start-end``."""
    return f"{row.document}:{row.start}-{row.end}"


def _agreement(first: Statistic, second: Iterable[Statistic], verdict: str, difference: float, rule: str) -> Agreement:
    return Agreement(
        place(first), [place(row) for row in second], first.reporter, first.partner, first.flow, first.measure,
        first.period, verdict, difference, rule,
    )  # fmt: skip


def difference(value: float, other: float) -> float:
    """Return by how much per cent a value is above another, to two decimals.

    >>> difference(110.0, 100.0)
    10.0
    """
    return round((value - other) / abs(other) * 100, 2) if other else math.nan


def _verdict(value: float, other: float, interval: Interval, against: Interval) -> str:
    if math.isclose(value, other, rel_tol=1e-9):
        return EQUAL
    return ROUNDING if interval.low <= against.high and against.low <= interval.high else CONFLICT


def _same_indicator(figures: Sequence[_Figure], rates: dict[tuple[str, str, str], float]) -> Iterable[Agreement]:
    groups: dict[Indicator, list[_Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.indicator, []).append(figure)
    for group in groups.values():
        told: list[_Figure] = []  # the first that tells each value of each period
        for figure in group:
            others = [known for known in told if known.row.document != figure.row.document]
            alike = [known for known in others if known.row.period == figure.row.period]
            for known in alike:
                made = _compared(known, figure, rates)
                if made:
                    yield made
            if not alike and others and figure.row.period:
                yield _of_another_period(others, figure)
            if not any(_is_known(known, figure) for known in told):
                told.append(figure)


def _is_known(known: _Figure, figure: _Figure) -> bool:
    mine, other = figure.row, known.row
    return (mine.value, mine.unit, mine.period) == (other.value, other.unit, other.period)


def _compared(known: _Figure, figure: _Figure, rates: dict[tuple[str, str, str], float]) -> Agreement | None:
    first, second = known.row, figure.row
    rule = "same indicator"
    if first.unit == second.unit:
        verdict = _verdict(second.value, first.value, figure.interval, known.interval)
        return _agreement(first, [second], verdict, difference(second.value, first.value), rule)
    rate = rates.get((second.unit, first.unit, second.period[:4]))
    if rate is None:
        return None
    apart = difference(second.value * rate, first.value)
    verdict = CURRENCY if abs(apart) <= _EXCHANGE * 100 else CONFLICT
    return _agreement(first, [second], verdict, apart, f"{rule}, converted at a rate the documents give")


def _of_another_period(others: Sequence[_Figure], figure: _Figure) -> Agreement:
    """Compare a figure with the one of the period nearest to its own: the last before it, else the first after."""
    mine = figure.row
    before = [known for known in others if known.row.period <= mine.period]
    nearest = max(before, key=lambda f: f.row.period) if before else min(others, key=lambda f: f.row.period)
    apart = difference(mine.value, nearest.row.value) if mine.unit == nearest.row.unit else math.nan
    return _agreement(nearest.row, [mine], OTHER_PERIOD, apart, "same indicator")


def _rates(figures: Sequence[_Figure]) -> dict[tuple[str, str, str], float]:
    """Return what one unit of money is worth in another, by year, as figures told in both say."""
    rates: dict[tuple[str, str, str], float] = {}
    for figure in figures:
        row = figure.row
        other = conversion(row.text, row.value, row.unit)
        if other is not None and row.value and other.value:
            year = row.period[:4]
            rates.setdefault((row.unit, other.unit, year), other.value / row.value)
            rates.setdefault((other.unit, row.unit, year), row.value / other.value)
    return rates


def _against_baselines(figures: Sequence[_Figure]) -> Iterable[Agreement]:
    """Compare a level told by one document with the level before a change that another one implies."""
    told: dict[tuple[Indicator, str, str], list[_Figure]] = {}
    for figure in figures:
        told.setdefault((figure.indicator, figure.row.period, figure.row.unit), []).append(figure)
    stated = {_level_before(figure.row) for figure in figures if figure.row.rule.startswith(EARLIER)}
    for figure in figures:
        row = figure.row
        if math.isnan(row.baseline) or not row.baseline_period:
            continue
        if (row.document, row.sentence, row.baseline, row.baseline_period) in stated:
            continue  # it has a row of its own, which is compared as every level is
        implies = Interval(row.baseline_low, row.baseline_high)
        if math.isnan(implies.low):
            continue
        for known in told.get((figure.indicator, row.baseline_period, row.unit), ())[:3]:
            if place(known.row) != place(row):
                verdict = _verdict(known.row.value, row.baseline, known.interval, implies)
                apart = difference(row.baseline, known.row.value)
                yield _agreement(known.row, [row], verdict, apart, "level against the baseline of a later figure")


def _level_before(row: Statistic) -> tuple[str, str, float, str]:
    return row.document, row.sentence, row.value, row.period


def _sums(figures: Sequence[_Figure]) -> Iterable[Agreement]:
    """Compare turnover with exports plus imports, and a balance with exports less imports."""
    groups: dict[tuple[str, ...], dict[str, _Figure]] = {}
    for figure in figures:
        row, kind = figure.row, figure.indicator.kind
        if row.measure == "trade" and not row.commodity and kind:
            key = (row.document, row.reporter, row.partner, row.period, row.unit)
            groups.setdefault(key, {}).setdefault(kind, figure)
    for group in groups.values():
        if "export" not in group or "import" not in group:
            continue
        out, into = group["export"], group["import"]
        width = (out.interval.high - out.interval.low + into.interval.high - into.interval.low) / 2
        for kind, total, rule in (
            ("turnover", out.row.value + into.row.value, "turnover is exports plus imports"),
            ("balance", abs(out.row.value - into.row.value), "balance is exports less imports"),
        ):
            if kind in group:
                whole = group[kind]
                verdict = _verdict(whole.row.value, total, whole.interval, Interval(total - width, total + width))
                yield _agreement(whole.row, [out.row, into.row], verdict, difference(whole.row.value, total), rule)


def _own_baselines(figures: Sequence[_Figure]) -> Iterable[Agreement]:
    """ "rose 26.3% to $240bn from $190bn": what is stated against what level and change imply."""
    for figure in figures:
        row = figure.row
        if math.isnan(row.change_pct) or math.isnan(row.baseline) or row.unit == "percent":
            continue
        rate_step = step_of(row.text, abs(row.change_pct))
        base = implied(row.value, step_of(row.text, row.value), row.change_pct, rate_step)
        if math.isnan(base.low) or math.isclose(base.value, row.baseline, rel_tol=1e-9):
            continue  # it is the implied one
        verdict = _verdict(
            row.baseline, base.value, Interval(row.baseline_low, row.baseline_high), Interval(base.low, base.high)
        )
        yield _agreement(row, [row], verdict, difference(row.baseline, base.value), "stated baseline against implied")
