"""Works out what is counted from other words: "a year earlier", "the same day", "two days after 9 May"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from briefing_lib.find import calendar
from briefing_lib.find.date.context import COARSENESS, Context, Value, Wait
from briefing_lib.find.date.grammar import Meaning
from briefing_lib.find.edtf import precision

# Paragraphs back to the quarter that "the quarter" is.
_FAR = 6
ValueOf = Callable[[Context, Meaning], Value | None]


def readers(value_of: ValueOf) -> dict[str, Callable[..., Value | None]]:
    """Return the kinds of meaning this module resolves; ``value_of`` resolves the meanings inside them."""
    return {
        "shift": partial(_shift, value_of),
        "same": _same,
        "latest": _latest,
        "previous": _previous,
        "the": _the,
        "same period": partial(_same_period, value_of),
    }


def _shift(value_of: ValueOf, context: Context, unit: str, count: int, period: Meaning | None) -> Value | None:
    comparing = unit in ("year", "month", "quarter") and count == -1 and period is None
    if period is not None:
        inner = value_of(context, period)
        anchor = (inner, inner.edtf) if inner else None
    else:
        anchor = context.anchor(unit, comparing)
    if not anchor:
        # "a year earlier" where no period is named is a year before the report
        return context.published("year", count) if comparing and unit == "year" else None
    value, said = anchor
    level = COARSENESS.get(precision(value.first), 2)
    if comparing and level and not (unit != "year" and level == 2):
        moved = calendar.shift((value.first, value.last), unit, count)
        return Value(*moved, f"counted from {said}", value.about) if moved else None
    days = context.days(value)
    if not days or COARSENESS[unit] < level:
        return None
    there = calendar.move(days[1] if count > 0 else days[0], unit, count)
    return Value(*calendar.containing(unit, there), f"counted from {said}", value.about) if there else None


def _same(context: Context, unit: str) -> Value | None:
    for number in context.before(1) if unit in ("quarter", "half") else ():
        # "that quarter" is the one named, wherever a company's quarters begin
        value = context.values[number]
        days = context.days(value)
        months = (days[1].year - days[0].year) * 12 + days[1].month - days[0].month + 1 if days else 0
        if value and months == calendar.MONTHS[unit]:
            return Value(value.first, value.last, f"counted from {context.words(number)}")
    anchor = context.anchor(unit)
    days = context.days(anchor[0]) if anchor else None
    if not days and context.words(context.here).lower().endswith("in the day"):
        return context.published("day", 0)
    return Value(*calendar.containing(unit, days[0]), f"counted from {anchor[1]}") if anchor and days else None


def _latest(context: Context, unit: str) -> Value | None:
    """Resolve "the latest quarter": the one named last, else the last that is over."""
    if context.may_wait:
        raise Wait
    for number in context.before(_FAR):
        value, kind = context.values[number], context.readings[number].meaning[0]
        days = context.days(value) if kind not in ("shift", "same period") else None
        if value and days and (value.first, value.last) == calendar.containing(unit, days[0]):
            return Value(value.first, value.last, f"counted from {context.words(number)}")
    if unit == "year":
        # "for the year", told in March of a year that is over, later in the year of one that ends with the accounts
        return context.published(unit, -1 if context.month <= 4 and context.tense() == "past" else 0)
    return context.published(unit, -1)


def _previous(context: Context, unit: str, count: int) -> Value | None:
    """Resolve "the previous three months": those before the period its sentence names."""
    anchor = context.anchor("month", comparing=True)
    days = context.days(anchor[0]) if anchor else None
    if not anchor or not days or COARSENESS[unit] == 0:
        return None
    first = calendar.move(days[0], unit, -count)
    last = days[0] - timedelta(days=1)
    if not first:
        return None
    small = "month" if unit == "quarter" else unit
    return Value(calendar.containing(small, first)[0], calendar.containing(small, last)[1], f"counted from {anchor[1]}")


def _the(context: Context, unit: str) -> Value | None:
    """Resolve [the end of] "the year": the one its sentence has named, else that of publication."""
    if COARSENESS[unit] == 2:
        for number in context.before():
            value = context.values[number]
            days = context.days(value)
            if value and days and context.in_sentence(number) and precision(value.first) in ("year", "month"):
                return Value(*calendar.containing(unit, days[0]), f"counted from {context.words(number)}")
    return context.published(unit, 0)


def _same_period(value_of: ValueOf, context: Context, period: Meaning) -> Value | None:
    """Resolve "the same period of 2018": the period its sentence has named, in that year."""
    anchor = context.anchor("month", comparing=True)
    value = value_of(context, period)
    if not value or not anchor or period[0] == "shift":
        return value
    there, here = calendar.year_of(value.first), calendar.year_of(anchor[0].last)
    if not there or not here:
        return value
    moved = calendar.shift((anchor[0].first, anchor[0].last), "year", there - here)
    return Value(*moved, f"counted from {anchor[1]}") if moved else value
