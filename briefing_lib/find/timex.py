"""Writes what an expression means as TIMEX3 type and value, the form in which other tools give and compare dates.

TIMEX3 has forms EDTF lacks - weeks ``2024-W20``, weekends ``2024-W20-WE``, quarters ``2024-Q3``, halves ``2024-H1``,
parts of a day ``2024-05-17TEV``, lengths ``P2Y`` - and lacks others: a range is written with a slash, and what is open
or approximate by the period it begins with or lies in. What is not known is X: ``XXXX-WXX-5`` is some Friday.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing_lib.find.date.words import number
from briefing_lib.find.date.written import Meaning
from briefing_lib.find.edtf import parts, precision

DATE, TIME, DURATION, SET = "DATE", "TIME", "DURATION", "SET"
PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"
UNITS = {
    **{"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "weekend": "WE", "month": "M"},
    **{"quarter": "Q", "half": "H", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE"},
}
_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}
SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
# Friday [morning], last [night], [tonight]
_PART = re.compile(r"\b(?:to)?(?:(morning)|(afternoon)|(evening)|(night)|(noon|midday))\b", re.I)
_PART_ENDS = ("ing", "oon", "ght", "day")
_PARTS = ("MO", "AF", "EV", "NI", "MI")
# [two] [days] after the talks
_LENGTH = re.compile(
    r"(?:(\d+|[a-z-]+)\s+)?(?:full\s+|whole\s+)?(day|week|month|quarter|year|decade|centur(?:y|ie))(s?)\b", re.I
)


def length(count: int, unit: str) -> str:
    """Return a length as TIMEX3 writes it; a count of 0 is not known.

    >>> length(3, "year"), length(24, "hour"), length(0, "week")
    ('P3Y', 'PT24H', 'PXW')
    """
    clock = "T" if unit in ("second", "minute", "hour") else ""
    return f"P{clock}{count or 'X'}{UNITS[unit]}"


def timex(words: str, meaning: Meaning, first: str, last: str) -> tuple[str, str]:
    """Return the TIMEX3 type and value of an expression.

    Args:
        words: the expression as it stands in the text.
        meaning: how it was read.
        first: first point of its value, as EDTF; empty if it has none.
        last: last point, equal to the first for a single one, or "..".

    >>> timex("next week", ("relative", "week", 1), "2024-05-20", "2024-05-26")
    ('DATE', '2024-W21')
    >>> timex("Friday night", ("weekday", 4, ""), "2024-05-17", "2024-05-17")
    ('TIME', '2024-05-17TNI')
    >>> timex("the past two years", ("rolling", "year", -2), "2022", "2024")
    ('DURATION', 'P2Y')
    """
    fiscal = False
    while meaning[0] in ("about", "since", "fiscal", "same period") and isinstance(meaning[1], tuple):
        fiscal = fiscal or meaning[0] == "fiscal"
        meaning = meaning[1]
    kind = meaning[0]
    if kind in ("rolling", "previous"):
        return DURATION, length(abs(meaning[2]), meaning[1])
    if kind == "first":
        return DURATION, length(abs(meaning[1]), meaning[2])
    if kind == "until" and meaning[2] > 1:
        return DURATION, length(meaning[2], meaning[1])
    if not first:
        return _unknown(words, meaning)
    if len(first) == 10 and words[-3:].lower() in _PART_ENDS:
        part = _PART.search(words)
        if part:
            return TIME, f"{first}T{_PARTS[(part.lastindex or 1) - 1]}"
    if last == first and len(first) == 10:
        return DATE, first
    value = _point(first) if last in (first, "..") else _period(first, last, kind)
    return DATE, f"FY{value}" if fiscal and len(value) == 4 else value


def _point(point: str) -> str:
    """Return a day, month, season, year, decade or century: "2024-22" is 2024-SU, "199X" is 199."""
    if precision(point) == "season":
        return point[:5] + SEASONS[point[5:7]]
    return point.replace("X", "")


def _period(first: str, last: str, kind: str) -> str:
    """Return a week, weekend, quarter or half by its name, another stretch by its ends."""
    if len(first) == len(last) == 10:
        begun, ended = date.fromisoformat(first), date.fromisoformat(last)
        year, week, weekday = begun.isocalendar()
        if weekday == 1 and ended - begun == timedelta(days=6):
            return f"{year}-W{week:02d}"
        if weekday == 6 and ended - begun == timedelta(days=1) and kind in ("weekend", "around"):
            return f"{year}-W{week:02d}-WE"
    elif precision(first) == precision(last) == "month" and first[:4] == last[:4]:
        (_, begin, _), (_, end, _) = parts(first), parts(last)
        if begin % 3 == 1 and end == begin + 2:
            return f"{first[:4]}-Q{end // 3}"
        if begin in (1, 7) and end == begin + 5:
            return f"{first[:4]}-H{end // 6}"
    return f"{_point(first)}/{_point(last)}"


def _unknown(words: str, meaning: Meaning) -> tuple[str, str]:
    """Return what is known of an expression without a value: "Friday", "May", "two days after the talks"."""
    kind = meaning[0]
    if kind == "weekday":
        return DATE, f"XXXX-WXX-{meaning[1] + 1}"
    if kind == "date" and meaning[1]:
        return DATE, f"XXXX-{meaning[1]:02d}" + (f"-{meaning[2]:02d}" if meaning[2] else "")
    if kind == "season":
        return DATE, f"XXXX-{SEASONS[str(meaning[1])]}"
    if kind == "numeric":
        return DATE, f"{meaning[3]}"
    if kind in ("relative", "same", "the") and meaning[1] in _UNKNOWN:
        return DATE, _UNKNOWN[meaning[1]]
    if kind == "unknown" and words.lower().endswith(("ago", "back")):
        return DATE, PAST
    said = _LENGTH.search(words)
    if kind == "unknown" and said and meaning[1] != "stated":
        unit = "century" if said[2].lower().startswith("centur") else said[2].lower()
        return DURATION, length(number(said[1] or "") or (0 if said[3] else 1), unit)
    return DATE, "XXXX"
