"""Days of feasts that follow the moon: Islamic, Jewish, East Asian and Indian ones.

The Jewish calendar is arithmetic. The Islamic one is reckoned in its tabular form, which observed months miss by a day
at times, and Diwali by the new moon, on which calendars of India differ by a day; both are approximate. The East Asian
new year is the second new moon after the winter solstice, by the time of Beijing. New moons and solstices are Meeus's
("Astronomical Algorithms", chapters 27 and 49), good to minutes.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from math import radians, sin

CALENDARS = ("islamic", "hebrew", "lunar", "diwali")
APPROXIMATE = ("islamic", "diwali")

_JULIAN = 1_721_424.5  # Julian day of the midnight that date.fromordinal(0) would have
_TISHRI, _NISAN = 7, 1
_MONTHS_TO_NISAN = {1: 0, 2: 30, 3: 59}  # days from 1 Nisan to the first of the month
_DAYS_OF_TISHRI = 30


def feasts(rule: str, year: int) -> list[tuple[date, date]]:
    """Return the first and last days of a feast that begins in a common year; an Islamic one may come twice or never.

    Args:
        rule: "islamic 9-1/9-29", "hebrew 7-10", "lunar new year" or "diwali"; months of the calendar first.
        year: the common year.

    >>> feasts("hebrew 7-10", 2010)
    [(datetime.date(2010, 9, 18), datetime.date(2010, 9, 18))]
    >>> [first.isoformat() for first, _ in feasts("islamic 9-1/9-29", 2030)]
    ['2030-01-06', '2030-12-26']
    """
    if rule.startswith("lunar"):
        return [(lunar_new_year(year), lunar_new_year(year))]
    if rule == "diwali":
        return [(diwali(year), diwali(year))]
    name, _, days = rule.partition(" ")
    begin, _, end = days.partition("/")
    month, day = (int(part) for part in begin.split("-"))
    last_month, last_day = (int(part) for part in (end or begin).split("-"))
    if name == "hebrew":
        first = hebrew(year, month, day)
        return [(first, hebrew(year, last_month, last_day))]
    near = (year - 622) * 33 // 32
    spans = [(islamic(y, month, day), islamic(y, last_month, last_day)) for y in range(near - 1, near + 4)]
    return [span for span in spans if span[0].year == year]


@cache
def islamic(year: int, month: int, day: int) -> date:
    """Return the day of a date of the tabular Islamic calendar.

    >>> islamic(1431, 10, 1), islamic(1424, 9, 1)
    (datetime.date(2010, 9, 10), datetime.date(2003, 10, 27))
    """
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(227_014 + days)


@cache
def hebrew_new_year(year: int) -> date:
    """Return 1 Tishri of the year of the Jewish calendar that begins in a common year.

    >>> hebrew_new_year(2010), hebrew_new_year(2023)
    (datetime.date(2010, 9, 9), datetime.date(2023, 9, 16))
    """
    first = _elapsed(year + 3761)
    before, after = _elapsed(year + 3760), _elapsed(year + 3762)
    late = 2 if after - first == 356 else 1 if first - before == 382 else 0
    return date.fromordinal(first + late - 1_373_427)


def _elapsed(year: int) -> int:
    """Return the days from the epoch of the Jewish calendar to the new year of a year, before two of its delays."""
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    day = months * 29 + parts // 25_920
    return day + (3 * (day + 1) % 7 < 3)


def hebrew(year: int, month: int, day: int) -> date:
    """Return a day of the Jewish calendar in a common year; months from Nisan (1), of which 1-3, 7, 9 and 12 are known.

    >>> hebrew(2010, 7, 10), hebrew(2024, 1, 15), hebrew(2016, 9, 25), hebrew(2022, 12, 14)
    (datetime.date(2010, 9, 18), datetime.date(2024, 4, 23), datetime.date(2016, 12, 25), datetime.date(2022, 3, 17))
    """
    new_year = hebrew_new_year(year)
    if month == _TISHRI:
        return new_year + timedelta(days=day - 1)
    if month == 9:  # Kislev: the month before it has 29 or 30 days
        length = (hebrew_new_year(year + 1) - new_year).days
        return new_year + timedelta(days=_DAYS_OF_TISHRI + 29 + (length % 10 == 5) + day - 1)
    nisan = new_year - timedelta(days=177)
    if month == 12:  # the Adar before Nisan has 29 days
        return nisan + timedelta(days=day - 30)
    return nisan + timedelta(days=_MONTHS_TO_NISAN[month] + day - 1)


@cache
def new_moon(number: int) -> float:
    """Return the Julian day of a new moon, counted from the one of 6 January 2000, in universal time.

    >>> round(new_moon(0), 2)
    2451550.26
    """
    t = number / 1236.85
    sun = radians(2.5534 + 29.10535670 * number)
    moon = radians(201.5643 + 385.81693528 * number)
    node = radians(160.7108 + 390.67050284 * number)
    e = 1 - 0.002516 * t
    return sum(
        (
            *(2451550.09766, 29.530588861 * number, 0.00015437 * t * t, -0.00074),  # the last is the delay of clocks
            *(-0.40720 * sin(moon), 0.17241 * e * sin(sun), 0.01608 * sin(2 * moon), 0.01039 * sin(2 * node)),
            *(0.00739 * e * sin(moon - sun), -0.00514 * e * sin(moon + sun), 0.00208 * e * e * sin(2 * sun)),
        )
    )


def _day(julian: float) -> date:
    return date.fromordinal(int(julian - _JULIAN))


@cache
def lunar_new_year(year: int) -> date:
    """Return the first day of the East Asian lunar year that begins in a common year.

    >>> lunar_new_year(2010), lunar_new_year(1985), lunar_new_year(2020)
    (datetime.date(2010, 2, 14), datetime.date(1985, 2, 20), datetime.date(2020, 1, 25))
    """
    y = (year - 1 - 2000) / 1000
    beijing = 8 / 24
    solstice = _day(2451900.05952 + 365242.74049 * y - 0.06223 * y * y + beijing)
    number = int((year - 2000) * 12.3685) - 3
    after = [day for i in range(6) if (day := _day(new_moon(number + i) + beijing)) > solstice]
    return after[1]


@cache
def diwali(year: int) -> date:
    """Return the evening of the new moon between mid-October and mid-November, by the time of India.

    >>> diwali(2012), diwali(2019), diwali(2022)
    (datetime.date(2012, 11, 13), datetime.date(2019, 10, 27), datetime.date(2022, 10, 24))
    """
    number = int((year + 0.75 - 2000) * 12.3685) - 1
    evenings = [_day(new_moon(number + i) + (5.5 - 19) / 24) for i in range(4)]
    return next(day for day in evenings if (day.month, day.day) >= (10, 17))
