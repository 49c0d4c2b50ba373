"""Calendar arithmetic that keeps precision: a month plus one is a month, a year before a quarter is a quarter.

Points are EDTF strings (see ``edtf``); a period is a pair of points, (first, last), equal for a single one.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from briefing_lib.find.edtf import parts, precision, span

Period = tuple[str, str]
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def point(year: int, month: int = 0, day: int = 0) -> str:
    """Return a point, or an empty string if there is no such day.

    >>> point(2024, 5), point(2023, 2, 29)
    ('2024-05', '')
    """
    written = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")
    return written if 0 < year < 10000 and span(written) else ""


def containing(unit: str, day: date) -> Period:
    """Return the day, week (from Monday), weekend, month, quarter, half, year, decade or century a day lies in.

    >>> containing("week", date(2024, 5, 18))
    ('2024-05-13', '2024-05-19')
    >>> containing("quarter", date(2024, 5, 18)), containing("decade", date(2024, 5, 18))
    (('2024-04', '2024-06'), ('202X', '202X'))
    """
    year, month = day.year, day.month
    if unit == "day":
        first = last = day.isoformat()
    elif unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday())
        first = (monday + timedelta(days=5 if unit == "weekend" else 0)).isoformat()
        last = (monday + timedelta(days=6)).isoformat()
    elif unit in ("quarter", "half"):
        return part_of_year(unit, (month - 1) // MONTHS[unit] + 1, year)
    else:
        written = {"month": point(year, month), "decade": f"{year // 10}X", "century": f"{year // 100}XX"}
        first = last = written.get(unit, point(year))
    return first, last


def part_of_year(unit: str, number: int, year: int) -> Period:
    """Return the months of a quarter or half of a year.

    >>> part_of_year("quarter", 3, 2024), part_of_year("half", 2, 2024)
    (('2024-07', '2024-09'), ('2024-07', '2024-12'))
    """
    length = MONTHS[unit]
    return point(year, (number - 1) * length + 1), point(year, number * length)


def move(day: date, unit: str, count: int) -> date | None:
    """Return the day so many units later (earlier if negative), the last of a shorter month; None out of range.

    >>> move(date(2024, 3, 31), "month", -1)
    datetime.date(2024, 2, 29)
    """
    try:
        if unit not in MONTHS:
            return day + timedelta(days=count * (1 if unit == "day" else 7))
        year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS[unit], 12)
        last = span(point(year, month + 1))
        return last[1].replace(day=min(day.day, last[1].day)) if last else None
    except (OverflowError, ValueError):
        return None


def shift(period: Period, unit: str, count: int) -> Period | None:
    """Return a period moved by so many units, as precise as it was.

    >>> shift(("2024-01", "2024-04"), "year", -1), shift(("2024-03", "2024-03"), "month", 1)
    (('2023-01', '2023-04'), ('2024-04', '2024-04'))
    """
    moved = []
    for written in period:
        days = span(written)
        there = move(days[0], unit, count) if days else None
        if there is None:
            return None
        kind = precision(written)
        if kind == "season":
            moved.append(f"{there.year:04d}{written[4:7]}")
        else:
            moved.append(containing(kind, there)[0])
    return moved[0], moved[1]


@cache
def easter(year: int, orthodox: bool = False) -> date:
    """Return Easter Sunday, by the Gregorian computus of Meeus, or that of the Orthodox churches (1900-2099).

    >>> easter(2024), easter(2024, orthodox=True)
    (datetime.date(2024, 3, 31), datetime.date(2024, 5, 5))
    """
    if orthodox:
        moon = (19 * (year % 19) + 15) % 30
        number = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
        return date(year, number // 31, number % 31 + 1) + timedelta(days=13)
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    number = moon + week - 7 * ((golden + 11 * moon + 22 * week) // 451) + 114
    return date(year, number // 31, number % 31 + 1)


def weekday_of_month(year: int, month: int, weekday: int, number: int) -> date:
    """Return the first, second ... (or last, -1) Monday (0) ... Sunday (6) of a month.

    >>> weekday_of_month(2024, 11, 3, 4), weekday_of_month(2024, 5, 0, -1)
    (datetime.date(2024, 11, 28), datetime.date(2024, 5, 27))
    """
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = move(date(year, month, 1), "month", 1)
    assert last is not None
    last -= timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def year_of(written: str) -> int:
    """Return the year of a point, 0 if it is not one.

    >>> year_of("2024-05"), year_of("199X")
    (2024, 0)
    """
    return parts(written)[0]
