"""Works out the days an expression means: dates, ranges, and what is counted from publication.

``date_periods`` has the parts of periods, ``date_counts`` what is counted from other words, ``date_weekdays`` the
weekdays. Nothing here reads the clock; what cannot be known has no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache

from briefing_lib.find import calendar
from briefing_lib.find.date import counts as date_counts
from briefing_lib.find.date import periods as date_periods
from briefing_lib.find.date import weekdays as date_weekdays
from briefing_lib.find.date.context import PUBLICATION, Context, Value, Wait
from briefing_lib.find.date.filed import filed_on
from briefing_lib.find.date.grammar import Meaning
from briefing_lib.find.date.order import resolve_order
from briefing_lib.find.date.spans import Reading
from briefing_lib.find.date.spoken import DAY_SPOKEN, SPOKEN, spoken_on
from briefing_lib.find.edtf import parts, span
from briefing_lib.tables import Sentence


def resolve(
    text: str, sentences: Sequence[Sentence], published: str, readings: Sequence[Reading]
) -> list[Value | None]:
    """Return the value of each reading, None where it cannot be known.

    Args:
        text: the document's text.
        sentences: its sentences, in order.
        published: date of publication as EDTF, or an empty string.
        readings: its temporal expressions, in order.
    """
    context = Context(text, sentences, published, readings)
    spoken = spoken_on(sentences, published, readings)
    said = [bool(spoken) and sentences[reading.sentence].kind in SPOKEN for reading in readings]
    filed = filed_on(text, published, readings)
    today = [
        spoken if is_said else _filed(filed, r.start, published) for r, is_said in zip(readings, said, strict=True)
    ]
    moves = bool(spoken or filed)
    waiting = []
    for context.here, reading in enumerate(readings):
        if moves:
            context.set_today(today[context.here])
        try:
            context.values.append(value_of(context, reading.meaning))
        except Wait:
            context.values.append(None)
            waiting.append(context.here)
    context.may_wait = False
    for context.here in waiting:
        if moves:
            context.set_today(today[context.here])
        context.values[context.here] = value_of(context, readings[context.here].meaning)
    if spoken == published or not spoken:
        return context.values
    return [
        value._replace(basis=value.basis.replace("publication", DAY_SPOKEN)) if value and is_said else value
        for value, is_said in zip(context.values, said, strict=True)
    ]


def _filed(filed: Sequence[tuple[int, str]], at: int, published: str) -> str:
    """Return the day of the dispatch at an offset, or else that of publication."""
    return next((day for start, day in reversed(filed) if start <= at), published)


def value_of(context: Context, meaning: Meaning) -> Value | None:
    """Return the value of a meaning in its context."""
    return _readers()[meaning[0]](context, *meaning[1:])


@cache
def _readers() -> dict[str, Callable[..., Value | None]]:
    return {
        "stated": _stated,
        "date": _date,
        "in year": _in_year,
        "in month": _in_month,
        "which": _which,
        "relative": Context.published,
        "rolling": _rolling,
        "ago": _ago,
        "numeric": resolve_order,
        "range": _range,
        "about": _about,
        "since": _since,
        "new year": _new_year,
        "unknown": lambda context, rule: None,
        **date_counts.readers(value_of),
        **date_weekdays.readers(value_of),
        **date_periods.readers(value_of),
    }


def _stated(context: Context, first: str, last: str, basis: str) -> Value | None:
    return Value(first, last, basis) if span(first) and span(last) else None


def _about(context: Context, meaning: Meaning) -> Value | None:
    value = value_of(context, meaning)
    if value and meaning == ("the", "year") and _closed(context, value):
        value = context.published("year", -1)
    return value._replace(about=True) if value else None


# "debts stood at $2 billion at [the end of the year]", "at [year-end]": told in spring, of the year before
_AT_ITS_END = re.compile(r"\bat\s+(?:the\s+)?(?=(?:the\s+)?(?:very\s+)?(?:end|close)\b|year)", re.I)
_SPRING = 5  # months in which a year's accounts are told of


def _closed(context: Context, value: Value) -> bool:
    """Tell whether an end of the year that is told of in the past is that of the year before publication."""
    reading = context.readings[context.here]
    if not 0 < context.month <= _SPRING or value.first != f"{context.year:04d}":
        return False
    led = _AT_ITS_END.search(context.text, max(0, reading.start - 8), reading.end)
    return led is not None and context.tense() == "past" and not context.looks_ahead()


def _since(context: Context, meaning: Meaning) -> Value | None:
    value = value_of(context, meaning)
    return Value(value.first, "..", value.basis, value.about) if value and value.last != ".." else None


def _new_year(context: Context) -> Value | None:
    """Resolve "in the new year": the first weeks of the next one, or of this one where it has begun."""
    begun = context.month and context.month < 4 and not context.looks_ahead()
    value = context.published("year", 0 if begun else 1)
    return Value(f"{value.first}-01", f"{value.first}-01", value.basis, True) if value else None


# -- day and month ------------------------------------------------------------------------------------------------


def _date(context: Context, month: int, day: int, day2: int) -> Value | None:
    if not month:
        return _bare_day(context, day, day2)
    found = context.year_of(month, day)
    return _in(found, month, day, day2) if found else None


def _bare_day(context: Context, day: int, day2: int) -> Value | None:
    """Resolve "on the 27th" in the month last named, else in the month of publication or next to it by tense."""
    anchor = context.anchor("month")
    if anchor:
        year, month, _ = parts(anchor[0].last)
        return _in((year, f"counted from {anchor[1]}"), month, day, day2)
    if not context.day:
        return None
    back, ahead = context.tense() == "past" and day > context.day.day, context.looks_ahead() and day < context.day.day
    there = calendar.move(context.day.replace(day=1), "month", ahead - back)
    return _in((there.year, PUBLICATION), there.month, day, day2) if there else None


def _in(year: tuple[int, str], month: int, day: int, day2: int) -> Value | None:
    first, last = calendar.point(year[0], month, day), calendar.point(year[0], month, day2 or day)
    return Value(first, last, year[1]) if first and last else None


def _in_year(context: Context, meaning: Meaning, period: Meaning) -> Value | None:
    value = value_of(context, period)
    year = calendar.year_of(value.first) if value else 0
    return _in((year, value.basis), *meaning[1:]) if value and year else None


def _in_month(context: Context, day: int, period: Meaning) -> Value | None:
    value = value_of(context, period)
    year, month, _ = parts(value.first) if value else (0, 0, 0)
    return _in((year, value.basis), month, day, 0) if value and month else None


def _which(context: Context, meaning: Meaning, which: str) -> Value | None:
    """Resolve "last March", "next summer", "this Christmas"."""
    if which == "following" and meaning[0] == "date":
        anchor = context.anchor("month")
        then, its, _ = parts(anchor[0].last) if anchor else (0, 0, 0)
        if anchor and then and its:
            return _in((then + (meaning[1] <= its), f"counted from {anchor[1]}"), *meaning[1:])
    if not context.year:
        return None
    found = []
    for year in range(context.year - 2, context.year + 3):
        stated = ("stated", f"{year:04d}", f"{year:04d}", PUBLICATION)
        value = value_of(context, ("in year", meaning, stated) if meaning[0] == "date" else (*meaning[:-1], stated))
        if value:
            found.append(value)
    now = context.day or date(context.year, context.month or 6, 15)
    if which in ("last", "past", "this past", "previous", "preceding"):
        month = calendar.containing("month", now)[0]
        fit = [v for v in found if (days := context.days(v)) and days[1] < now and v.first[:7] != month][-1:]
    elif which in ("next", "coming", "this coming", "upcoming", "following"):
        fit = [v for v in found if (days := context.days(v)) and days[0] > now]
    else:
        fit = [v for v in found if calendar.year_of(v.first) == context.year]
    return fit[0]._replace(basis=PUBLICATION) if fit else None


# -- stretches ----------------------------------------------------------------------------------------------------

_IN_UNITS = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "quarter": ("month", 3),
    "week": ("day", 7),
    "weekend": ("day", 7),
}


def _rolling(context: Context, unit: str, count: int) -> Value | None:
    """Resolve "the past two years" as the years from then to now."""
    small, times = _IN_UNITS.get(unit, (unit, 1))
    here, there = context.published(small, 0), context.published(small, count * times)
    if not here or not there:
        return None
    first, last = sorted((here.first, there.first))
    return Value(first, last, PUBLICATION)


def _ago(context: Context, unit: str, count: int, part: str) -> Value | None:
    """Resolve "two years ago this week" and "a year ago today"."""
    there = calendar.move(context.day, unit, count) if context.day else None
    return Value(*calendar.containing(part, there), PUBLICATION) if there else None


def _range(context: Context, first: Meaning, second: Meaning) -> Value | None:
    """Resolve a range; what only one end says holds for both."""
    left, right = _ends(context, first, second)
    if not left or not right or left.last == ".." or right.last == "..":
        return None
    head, tail = span(left.first), span(right.last)
    return Value(left.first, right.last, left.basis) if head and tail and head[0] <= tail[1] else None


def _ends(context: Context, first: Meaning, second: Meaning) -> tuple[Value | None, Value | None]:
    if first[0] == "date" and second[0] in ("stated", "in year"):
        right = value_of(context, second)
        year, month, _ = parts(right.first) if right else (0, 0, 0)
        return (_in((year - (first[1] > month > 0), right.basis), *first[1:]) if right and year else None), right
    if second[0] == "date" and first[0] in ("stated", "date", "in year"):
        left = value_of(context, first)
        year, month, _ = parts(left.first) if left else (0, 0, 0)
        return left, (_in((year + (second[1] < month), left.basis), *second[1:]) if left and year else None)
    if first[0] == "weekday" and second[0] == "of week":
        return value_of(context, ("of week", first[1], second[2])), value_of(context, second)
    if first[0] == second[0] == "weekday":
        apart = timedelta(days=(second[1] - first[1]) % 7)
        known = value_of(context, first if context.looks_ahead() else second)
        days = context.days(known)
        if not known or not days:
            return None, None
        day = days[0] + apart if context.looks_ahead() else days[0] - apart
        other = Value(day.isoformat(), day.isoformat(), known.basis)
        return (known, other) if context.looks_ahead() else (other, known)
    if first[0] == second[0] == "part" and first[3] is None:
        return value_of(context, (*first[:3], second[3])), value_of(context, second)
    return value_of(context, first), value_of(context, second)
