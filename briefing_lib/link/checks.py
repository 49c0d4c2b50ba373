"""Compares figures: the same indicator in two documents, and figures of one document that depend on each other.

A figure is rounded, so two can differ and still agree. Which interval a figure stands for is read from its own words:
"$240 billion" is anything from 239.5 to 240.5. Money in two currencies is compared only where a document of the corpus
says what one is worth in the other; no rate of exchange is brought along.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from briefing_lib.link.agreement.indicators import Indicator
from briefing_lib.link.agreement.mirrors import SIDES, by_either_side, mirror_flows
from briefing_lib.link.agreement.rounding import Interval, step_of
from briefing_lib.link.agreement.sums import sums
from briefing_lib.link.agreement.verdicts import (
    CONFLICT,
    CONVERTED,
    OTHER_PERIOD,
    Figure,
    Rates,
    agreement,
    comparable,
    converted,
    difference,
    place,
    rates_of,
    verdict,
)
from briefing_lib.link.figure.baseline import implied
from briefing_lib.link.figure.earlier_levels import EARLIER
from briefing_lib.tables import Agreement, Statistic

SAME = "same indicator"


def compare_statistics(statistics: Sequence[Statistic]) -> list[Agreement]:
    """Compare the figures of a corpus.

    Args:
        statistics: the statistics of all documents.

    Returns:
        Rows in the order of the figures. A figure is compared with the first one in another document that tells each
        value of the same indicator and period; where there is none of the same period, with the nearest period told
        before. Exports are compared with the imports that the other side tells of, turnover with the flows both ways;
        within a document, a balance with exports less imports, and a stated level before a change with the one that
        level and change imply.

    >>> first = Statistic("a", "a#1", 0, 12, "$240 billion", "trade", "Peru", "Chile", "turnover", "", 240e9, "USD",
    ...     math.nan, "", "", "2023", "", "", math.nan, math.nan, math.nan, "", "")
    >>> second = first._replace(document="b", text="$240.1bn", end=8, value=240.1e9)
    >>> compare_statistics([first, second])[0].verdict
    'compatible by rounding'
    """
    figures = comparable(statistics)
    rates = rates_of(figures)
    found = [
        *_same_indicator(figures, rates),
        *mirror_flows(figures, rates),
        *_against_baselines(figures),
        *sums(figures),
        *_own_baselines(figures),
    ]
    order = {place(row): position for position, row in enumerate(statistics)}
    return sorted(found, key=lambda row: (order[row.first], [order[other] for other in row.second], row.rule))


def _same_indicator(figures: Sequence[Figure], rates: Rates) -> Iterable[Agreement]:
    groups: dict[Indicator, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.indicator, []).append(figure)
    for group in groups.values():
        told: list[Figure] = []  # the first that tells each value of each period
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


def _is_known(known: Figure, figure: Figure) -> bool:
    mine, other = figure.row, known.row
    return (mine.value, mine.unit, mine.period) == (other.value, other.unit, other.period)


def _compared(known: Figure, figure: Figure, rates: Rates) -> Agreement | None:
    first, second = known.row, figure.row
    rule = SAME
    if first.unit == second.unit:
        rate, apart = 1.0, difference(second.value, first.value)
        says = verdict(second.value, first.value, figure.interval, known.interval)
    else:
        rate = rates.get((second.unit, first.unit, second.period[:4]), 0.0)
        if not rate:
            return None
        apart = difference(second.value * rate, first.value)
        says, rule = converted(apart), rule + CONVERTED
    sides = by_either_side(known, figure, rate) if says == CONFLICT else None
    if sides:
        return agreement(first, [second], sides[0], apart, rule.replace(SAME, SIDES), sides[1])
    return agreement(first, [second], says, apart, rule)


def _of_another_period(others: Sequence[Figure], figure: Figure) -> Agreement:
    """Compare a figure with the one of the period nearest to its own: the last before it, else the first after."""
    mine = figure.row
    before = [known for known in others if known.row.period <= mine.period]
    nearest = max(before, key=lambda f: f.row.period) if before else min(others, key=lambda f: f.row.period)
    apart = difference(mine.value, nearest.row.value) if mine.unit == nearest.row.unit else math.nan
    return agreement(nearest.row, [mine], OTHER_PERIOD, apart, SAME)


def _against_baselines(figures: Sequence[Figure]) -> Iterable[Agreement]:
    """Compare a level told by one document with the level before a change that another one implies."""
    told: dict[tuple[Indicator, str, str], list[Figure]] = {}
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
                says = verdict(known.row.value, row.baseline, known.interval, implies)
                apart = difference(row.baseline, known.row.value)
                yield agreement(known.row, [row], says, apart, "level against the baseline of a later figure")


def _level_before(row: Statistic) -> tuple[str, str, float, str]:
    return row.document, row.sentence, row.value, row.period


def _own_baselines(figures: Sequence[Figure]) -> Iterable[Agreement]:
    """ "rose 26.3% to $240bn from $190bn": what is stated against what level and change imply."""
    for figure in figures:
        row = figure.row
        if math.isnan(row.change_pct) or math.isnan(row.baseline) or row.unit == "percent":
            continue
        rate_step = step_of(row.text, abs(row.change_pct))
        base = implied(row.value, step_of(row.text, row.value), row.change_pct, rate_step)
        if math.isnan(base.low) or math.isclose(base.value, row.baseline, rel_tol=1e-9):
            continue  # it is the implied one
        says = verdict(
            row.baseline, base.value, Interval(row.baseline_low, row.baseline_high), Interval(base.low, base.high)
        )
        yield agreement(row, [row], says, difference(row.baseline, base.value), "stated baseline against implied")
