"""Works out parts of periods and named ones: quarters, halves, first months, seasons, feasts, fiscal years.

Feasts are data (``named_days.csv``: a fixed day, a weekday of a month, days from Easter); Easter is computed. A library
of public holidays would add a dependency and the holidays of one country at a time; feasts of the moon are left out.
A fiscal year or quarter is taken as the calendar's, approximately, for its bounds differ by country and company.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from briefing_lib.find import calendar
from briefing_lib.find.date import moons
from briefing_lib.find.date.context import PUBLICATION, Context, Value
from briefing_lib.find.date.grammar import Meaning
from briefing_lib.find.edtf import precision

ValueOf = Callable[[Context, Meaning], Value | None]

PERIOD = "period named"
_SMALLER = {"quarter": ("month", 3), "half": ("month", 6), "week": ("day", 7), "decade": ("year", 10)}
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


def readers(value_of: ValueOf) -> dict[str, Callable[..., Value | None]]:
    """Return the kinds of meaning this module resolves; ``value_of`` resolves the meanings inside them."""
    found: dict[str, Callable[..., Value | None]] = {
        "part": _part,
        "first": _first,
        "nth": _nth,
        "nth weekday": _nth_weekday,
        "season": _season,
        "named": _named,
        "around": _around,
        "until": _until,
        "fiscal": _fiscal,
    }
    return {kind: partial(read, value_of) for kind, read in found.items()}


def _basis(value: Value) -> str:
    return PERIOD if value.basis == "stated" else value.basis


def _part(value_of: ValueOf, context: Context, unit: str, number: int, period: Meaning | None) -> Value | None:
    if period is None:
        year = _year_of_part(context, unit, number)
        return Value(*calendar.part_of_year(unit, number, year[0]), year[1]) if year else None
    value = value_of(context, period)
    days = context.days(value)
    if not value or not days:
        return None
    kind = precision(value.first) if value.first == value.last else ""
    if kind == "year" and unit in ("quarter", "half"):
        return Value(*calendar.part_of_year(unit, number, int(value.first)), _basis(value), value.about)
    pieces = {"half": 2, "quarter": 4, "third": 3}[unit]
    if kind in ("decade", "century") and pieces != 3:
        length = (10 if kind == "decade" else 100) / pieces
        first, last = days[0].year + int((number - 1) * length), days[0].year + int(number * length) - 1
        return Value(calendar.point(first), calendar.point(last), _basis(value))
    if kind == "month" and unit == "half":
        middle = days[0].replace(day=15)
        first_day, last_day = (days[0], middle) if number == 1 else (middle + timedelta(days=1), days[1])
        return Value(first_day.isoformat(), last_day.isoformat(), _basis(value))
    return Value(value.first, value.last, _basis(value), True)


def _year_of_part(context: Context, unit: str, number: int) -> tuple[int, str] | None:
    """Return the year of "the third quarter": one its sentence names before it, else by tense from publication."""
    for earlier in context.before():
        value = context.values[earlier]
        if value and context.in_sentence(earlier) and value.first == value.last and precision(value.first) == "year":
            return int(value.first), f"counted from {context.words(earlier)}"
    length = calendar.MONTHS[unit]
    # "second-quarter profit fell", told in May, is of accounts whose quarter is over
    return _year_of_months(context, (number - 1) * length + 1, number * length, by_first=True)


def _year_of_months(context: Context, first: int, last: int, by_first: bool = False) -> tuple[int, str] | None:
    """Return the year of some months without one, counted from publication by tense."""
    if not context.month:
        return (context.year, PUBLICATION) if context.year else None
    if context.looks_ahead():
        ended = (context.month - last) % 12
        if 0 < ended <= 2 and context.is_about_results():
            # "expects to report a loss for the third quarter", told in October
            return context.year - (last > context.month), PUBLICATION
        return context.year + (last < context.month), PUBLICATION
    # What is told in the past has ended: "the first nine months", told in August, are last year's.
    return context.year - ((last if context.tense() == "past" and not by_first else first) > context.month), PUBLICATION


def _first(value_of: ValueOf, context: Context, count: int, unit: str, period: Meaning | None) -> Value | None:
    """Resolve "the first four months of 2024" and "the last two weeks of May"."""
    if period is None:
        year, basis = _year_of_months(context, 1, count) or (0, "")
        value = Value(f"{year:04d}", f"{year:04d}", basis) if year else None
    else:
        value = value_of(context, period)
    days = context.days(value)
    if not value or not days or unit in ("weekend", "century"):
        return None
    small, times = _SMALLER.get(unit, (unit, 1))
    length = abs(count) * times - 1
    near = days[0] if count > 0 else days[1] if small == "day" else days[1].replace(day=1)
    far = calendar.move(near, small, length if count > 0 else -length)
    if not far or not days[0] <= far <= days[1]:
        return None
    first, last = sorted((near, far))
    return Value(calendar.containing(small, first)[0], calendar.containing(small, last)[0], _basis(value))


def _nth(value_of: ValueOf, context: Context, unit: str, number: int, period: Meaning) -> Value | None:
    """Resolve "the second week of May" (days 8 to 14, approximately) and "the last day of 2023"."""
    value = value_of(context, period)
    days = context.days(value)
    if not value or not days or not number:
        return None
    if unit == "week":
        first = days[0] + timedelta(days=7 * (number - 1)) if number > 0 else days[1] - timedelta(days=6)
        last = min(first + timedelta(days=6), days[1])
        return Value(first.isoformat(), last.isoformat(), _basis(value), True) if first <= last else None
    there = calendar.move(days[0], unit, number - 1) if number > 0 else days[1]
    return Value(*calendar.containing(unit, there), _basis(value)) if there and there <= days[1] else None


def _nth_weekday(value_of: ValueOf, context: Context, number: int, weekday: int, period: Meaning) -> Value | None:
    value = value_of(context, period)
    days = context.days(value)
    if not value or not days or precision(value.first) != "month" or not number:
        return None
    day = calendar.weekday_of_month(days[0].year, days[0].month, weekday, number)
    return Value(day.isoformat(), day.isoformat(), _basis(value)) if day <= days[1] else None


def _season(value_of: ValueOf, context: Context, code: int, period: Meaning | None) -> Value | None:
    if period is not None:
        value = value_of(context, period)
        year, basis = (calendar.year_of(value.first), _basis(value)) if value else (0, "")
    else:
        found = context.year_of(_SEASON_MONTHS[code], 0) if context.month else None
        year, basis = found or (0, "")
        if found and code == 24 and context.month <= 2 and context.tense() == "present":
            year = context.year - 1
    return Value(f"{year:04d}-{code}", f"{year:04d}-{code}", basis) if year else None


def _named(value_of: ValueOf, context: Context, rule: str, period: Meaning | None) -> Value | None:
    if rule.startswith(moons.CALENDARS):
        return _by_the_moon(value_of, context, rule, period)
    if period is not None:
        value = value_of(context, period)
        year, basis = (calendar.year_of(value.first), _basis(value)) if value else (0, "")
    else:
        day = named_day(rule, context.year or 2024)
        year, basis = context.year_of(day.month, day.day) or (0, "")
    if not 1583 <= year <= 2100:
        return None
    written = named_day(rule, year).isoformat()
    return Value(written, written, basis)


def _by_the_moon(value_of: ValueOf, context: Context, rule: str, period: Meaning | None) -> Value | None:
    """Resolve a feast that wanders through the year: in a year, else the last, next or nearest by tense."""
    value = value_of(context, period) if period is not None else None
    year = calendar.year_of(value.first) if value else context.year if period is None else 0
    if not 1583 <= year <= 2100:
        return None
    about = rule.startswith(moons.APPROXIMATE)
    if value or not context.day:
        found = moons.feasts(rule, year)
        basis = _basis(value) if value else PUBLICATION
        return Value(found[0][0].isoformat(), found[0][1].isoformat(), basis, about) if len(found) == 1 else None
    today = context.day
    near = [days for there in (year - 1, year, year + 1) for days in moons.feasts(rule, there)]
    ahead, past = context.looks_ahead(), context.tense() == "past"
    if ahead:
        near = [days for days in near if days[1] >= today]
    elif past:
        near = [days for days in near if days[0] <= today]
    first, last = min(near, key=lambda days: max((days[0] - today).days, (today - days[1]).days, 0))
    return Value(first.isoformat(), last.isoformat(), PUBLICATION, about)


def named_day(rule: str, year: int) -> date:
    """Return the day a rule of ``named_days.csv`` gives in a year.

    >>> named_day("12-25", 2024), named_day("easter-2", 2024), named_day("4 thursday 11", 2024)
    (datetime.date(2024, 12, 25), datetime.date(2024, 3, 29), datetime.date(2024, 11, 28))
    """
    if rule.startswith(("easter", "orthodox")):
        orthodox = rule.startswith("orthodox")
        return calendar.easter(year, orthodox) + timedelta(days=int(rule[8 if orthodox else 6 :]))
    if " " in rule:
        number, weekday, month, *more = rule.split()
        names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        found = calendar.weekday_of_month(year, int(month), names.index(weekday), int(number))
        return found + timedelta(days=int(more[0]) if more else 0)
    month, day = rule.split("-")
    return date(year, int(month), int(day))


def _around(value_of: ValueOf, context: Context, unit: str, period: Meaning) -> Value | None:
    value = value_of(context, period)
    days = context.days(value)
    if not value or not days:
        return None
    return Value(*calendar.containing(unit, days[0]), value.basis) if value.first == value.last else value


def _until(value_of: ValueOf, context: Context, unit: str, count: int, period: Meaning) -> Value | None:
    value = value_of(context, period)
    days = context.days(value)
    if not value or not days:
        return None
    reading = context.readings[context.here]
    if context.day and days[0] > context.day and "ended" in context.text[reading.start : reading.end + 8].lower():
        shifted = calendar.shift((value.first, value.last), "year", -1)
        value = Value(*shifted, value.basis) if shifted else value
        days = context.days(value) or days
    first = calendar.move(days[0].replace(day=1), "month", 1 - count * calendar.MONTHS[unit])
    return Value(calendar.containing("month", first)[0], value.last, _basis(value)) if first else None


def _fiscal(value_of: ValueOf, context: Context, period: Meaning) -> Value | None:
    value = value_of(context, period)
    return value._replace(about=True) if value else None
