"""Reads and writes the part of EDTF (ISO 8601-2) that the tables use.

A *point* is the smallest thing that can be written: a day ``2024-05-18``, a month ``2024-05``, a season
``2024-21`` (21 spring, 22 summer, 23 autumn, 24 winter), a year ``2024``, a decade ``199X``, a century ``19XX``.
An interval joins two points with ``/``; ``~`` marks what is approximate, ``..`` an open end. An approximate
date has the bounds of the period it names: "late March" is some time in March.

Seasons are those of the northern hemisphere by whole months, and a winter carries the year in which it
begins: ``2024-24`` is December 2024 to February 2025.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[str, str]:
    """Return the first and the last day an EDTF string can mean, as ISO dates.

    Args:
        edtf: EDTF string as the tables have it; an empty or unreadable one has no bounds.

    Returns:
        Two ISO dates; an empty string where there is no bound.

    >>> bounds("2024-02"), bounds("199X")
    (('2024-02-01', '2024-02-29'), ('1990-01-01', '1999-12-31'))
    >>> bounds("2014/.."), bounds("2024-03~"), bounds("")
    (('2014-01-01', ''), ('2024-03-01', '2024-03-31'), ('', ''))
    """
    head, slash, tail = edtf.partition("/")
    first = span(head)
    last = span(tail) if slash else first
    return (first[0].isoformat() if first else "", last[1].isoformat() if last else "")


@lru_cache(maxsize=4096)
def span(point: str) -> tuple[date, date] | None:
    """Return the first and the last day of a point, or None if it is open or cannot be read.

    >>> span("2024-24")
    (datetime.date(2024, 12, 1), datetime.date(2025, 2, 28))
    """
    point = point.rstrip("~?%")
    try:
        if "X" in point:
            return date(int(point.replace("X", "0")), 1, 1), date(int(point.replace("X", "9")), 12, 31)
        year, month, day = (*(int(part) for part in point.split("-")), 0, 0)[:3]
        if day:
            return date(year, month, day), date(year, month, day)
        if month in _SEASONS:
            first, last = _SEASONS[month]
            return date(year, first, 1), _last_of_month(year + (last < first), last)
        if month:
            return date(year, month, 1), _last_of_month(year, month)
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def _last_of_month(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) < (9999, 12) else date.max
    return following if following == date.max else following - timedelta(days=1)


def parts(point: str) -> tuple[int, int, int]:
    """Return year, month and day of a point; 0 for what it does not say.

    >>> parts("2024-05-20~"), parts("2024"), parts("199X"), parts("2024-21")
    ((2024, 5, 20), (2024, 0, 0), (0, 0, 0), (2024, 0, 0))
    """
    point = point.rstrip("~?%")
    if not span(point) or "X" in point:
        return 0, 0, 0
    year, month, day = (*(int(part) for part in point.split("-")), 0, 0)[:3]
    return year, month if month <= 12 else 0, day


def precision(point: str) -> str:
    """Return what a point is: day, month, season, year, decade or century; empty if it cannot be read.

    >>> precision("2024-05~"), precision("19XX"), precision("2024-22")
    ('month', 'century', 'season')
    """
    point = point.rstrip("~?%")
    if not span(point):
        return ""
    if "X" in point:
        return "century" if point.endswith("XX") else "decade"
    if len(point) == 7 and int(point[5:]) > 12:
        return "season"
    return {4: "year", 7: "month", 10: "day"}.get(len(point), "")


def write(first: str, last: str = "", about: bool = False) -> str:
    """Return the EDTF string from one point to another (``..`` for an open end).

    What EDTF has no form for is written with the next best: an early spring is a spring, and an interval of decades
    one of years, of seasons one of months.

    >>> write("2024-07", "2024-09"), write("2024-03", about=True), write("2014", "..")
    ('2024-07/2024-09', '2024-03~', '2014/..')
    >>> write("198X", "199X", about=True), write("2024-21", about=True), write("2024-21", "2024-23")
    ('1980~/1999~', '2024-21', '2024-03/2024-11')
    """
    if not last or last == first:
        return first + ("~" if about and precision(first) != "season" else "")
    mark = "~" if about else ""
    return f"{_end(first, 0)}{mark}/{_end(last, 1) + mark if last != '..' else last}"


def _end(point: str, which: int) -> str:
    """Return the year or month an interval begins (0) or ends (1) with, where EDTF allows no such point in it."""
    days, kind = span(point), precision(point)
    if not days or kind not in ("decade", "century", "season"):
        return point
    return days[which].isoformat()[: 7 if kind == "season" else 4]
