"""Works out what the numbers of one figure say together: which way it went, by how much, and from what level."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from briefing_lib.find.number.bounds import bound_before
from briefing_lib.find.number.changes import level_direction
from briefing_lib.find.number.numerals import Number, read_digits, read_words
from briefing_lib.link.figure.baseline import UNKNOWN, Baseline, implied, period_before, stated
from briefing_lib.link.figure.comparators import Comparator
from briefing_lib.link.figure.measured import Figure, is_fraction
from briefing_lib.tables import Date, Quantity

_NAN = math.nan
_RAISED = ("trade", "tariff", "energy", "gdp", "arms", "reserves")  # who "extended a loan" has raised nothing


def direction_of(text: str, start: int, figure: Figure, low: int) -> str:
    for quantity in (figure.rate, figure.amount):
        if quantity is not None and quantity.change:
            return quantity.change
    if figure.level and figure.base and figure.level.unit == figure.base.unit:
        return (
            "up"
            if figure.level.value > figure.base.value
            else "down"
            if figure.level.value < figure.base.value
            else "flat"
        )
    main = figure.level or figure.base
    if main is None:
        return ""
    flow = figure.flow
    edge = max(low, flow.start) if flow.start < main.start else low
    if flow.kind == "noun" and flow.at < main.start:
        edge = max(edge, min(flow.at + len(flow.word), main.start))  # a "contract" contracts nothing
    words = text[max(start, edge) : main.start].lower().split()
    found = level_direction(words[: len(words) - bound_before(words).taken])
    if (
        not found and low < edge and flow.measure in _RAISED
    ):  # "raised the tariff to": the verb stands before its object
        before = max(low, flow.start)
        found = level_direction(text[low:before].lower().split()[-3:])
    return found


def change_pct(rate: Quantity | None, direction: str) -> float:
    """Return the signed change: "doubled" is 100 per cent up, "halved" 50 down."""
    if rate is None:
        return _NAN
    if rate.unit == "time":
        return round((rate.value - 1) * 100, 6)
    if is_fraction(rate):
        rate = rate._replace(value=round(rate.value * 100, 4))
    return -rate.value if direction == "down" else rate.value


def _number(text: str, quantity: Quantity) -> Number | None:
    """Read a quantity's number again, for the worth of its last place."""
    for at in range(quantity.start, quantity.end):
        if text[at].isdigit():
            return read_digits(text, at, quantity.end)
        if text[at].isalpha() and (number := read_words(text, at, quantity.end)):
            return number
    return None


def _step(text: str, quantity: Quantity) -> float:
    number = _number(text, quantity)
    if number is None or not number.value:
        return 0.0
    return abs(number.step * quantity.value / number.value)


def baseline_of(text: str, figure: Figure, change: float, goal: bool = False) -> Baseline:
    """Return the level before a change; that of a goal has no interval: "double" is no exact number there."""
    if figure.base is not None and (figure.level is None or figure.base.unit == figure.level.unit):
        base = stated(figure.base.value, _step(text, figure.base))
        return base if figure.base.bound == "=" else Baseline(base.value, _NAN, _NAN)
    if figure.level is None or figure.rate is None or figure.level.unit == "percent":
        return UNKNOWN
    exact = figure.level.bound == figure.rate.bound == "=" and not goal
    rate_step = 0.0 if figure.rate.unit != "percent" else _step(text, figure.rate)
    return implied(figure.level.value, _step(text, figure.level), change, rate_step, exact)


_NOW = re.compile(r"\s+(?:now|today|currently|at\s+present|at\s+the\s+moment)\b")  # "from $9 billion NOW"


def baseline_period(
    text: str,
    base: Baseline,
    comparator: Comparator | None,
    period: str,
    figure: Figure,
    periods: Sequence[Date],
    goal: bool = False,
) -> str:
    if math.isnan(base.value):
        return ""
    if figure.base is not None:
        limit = figure.level.start if figure.level and figure.level.start > figure.base.start else figure.base.end + 40
        inside = [d for d in periods if figure.base.end <= d.start < limit]
        if comparator is not None and comparator.unit:  # "the same months OF 2017", "A DECADE BEFORE"
            inside = [d for d in inside if not (comparator.start < d.end and d.start < comparator.end)]
        own = next(iter(inside), None)
        if own and own.edtf != period:
            return own.edtf
        if _NOW.match(text, figure.base.end):
            return ""
    if comparator is None:
        return "" if goal else period_before(period)  # a goal starts from the present, whenever that is
    if "same " in comparator.text and comparator.edtf[:4].isdigit() and period[:4].isdigit():
        # "the same period of 2017" is as long as the period, and not the whole year
        return period_before(period, "year", int(comparator.edtf[:4]) - int(period[:4]))
    return comparator.edtf if comparator.edtf else period_before(period, comparator.unit, comparator.steps)
