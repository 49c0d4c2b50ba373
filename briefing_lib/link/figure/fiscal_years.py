"""Gives "1977-78" its months where a document says when its financial year ends: from July 1977 to June 1978."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.calendar import shift
from briefing_lib.tables import Date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
# "the financial year that ended on June 30", "the fiscal year to June 2009", "the season ended in September"
_ENDS = re.compile(
    r"\b(?:financial|fiscal|budget|budgetary|marketing|crop|trading)\s+year\s+(?:(?:that|which)\s+)?"
    r"(?:ended|ending|ends|closed|closing|to|through)\s+(?:(?:on|in|last|the|end\s+of)\s+)*(?:(?P<first>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    rf"(?P<month>{'|'.join(_MONTHS)})\b(?:\s+(?P<last>\d\d?)\b(?!\d))?"
)
_LAST_DAYS = 25  # a year that ends on July 7 has no whole months
_YEARS = re.compile(r"(\d{4})/(\d{4})")
_PART = re.compile(r"(\d{4}-\d\d)/(\d{4}-\d\d)")
_SPLIT = re.compile(r"\b(\d{4})\s?[-–/]\s?\d{2}(?:\d{2})?\b")  # "1977-78", "2009/10"
_RELATIVE = re.compile(r"\b(?:year|season)\b", re.IGNORECASE)  # "the year before", counted from one


def in_fiscal_years(text: str, dates: Sequence[Date]) -> Sequence[Date]:
    """Return dates with the years that a document's own financial year makes of "1977-78".

    Args:
        text: the document.
        dates: its dates, in order.

    >>> text = "the financial year that ended on June 30; in 1977-78"
    >>> then = Date("d", "d#1", 45, 52, "1977-78", "1977/1978", "1977-01-01", "1978-12-31", "DATE", "", "", "")
    >>> in_fiscal_years(text, [then])[0].edtf
    '1977-07/1978-06'
    """
    if not any(_YEARS.fullmatch(date.edtf) or _SPLIT.search(date.text) for date in dates):
        return dates
    ends = [
        (hit.start(), _MONTHS.index(hit["month"]) + 1)
        for hit in _ENDS.finditer(text)
        if int(hit["first"] or hit["last"] or _LAST_DAYS) >= _LAST_DAYS
    ]
    if not ends:
        return dates
    nearest = [min(ends, key=lambda end: abs(end[0] - date.start))[1] for date in dates]
    return [date._replace(edtf=_in_months(date, month)) for date, month in zip(dates, nearest, strict=True)]


_OF_YEAR = re.compile(
    r"(?:the\s+)?(?:first|last|opening|closing|second|third|fourth)\s+(?:\w+\s+)?(?:months?|quarter|half)\b(?:.*\b(?:fiscal|financial)\s+year)?"
)
_BEHIND = re.compile(r"\s+of\s+(?:the|this|its)\s+(?:current\s+|present\s+)?(?:fiscal|financial)\s+year\b(?!\s+\d)")


@cache
def _starts() -> dict[str, int]:
    return {row["word"]: int(row["month"]) for row in lexicon.rows("fiscal_starts")}


def in_fiscal_months(text: str, date: Date, period: str, home: str, published: str) -> str:
    """Return months counted from January as those of the financial year of a country, the last that have passed.

    Args:
        text: the document.
        date: the words of the period.
        period: what they come to in a calendar year.
        home: the country whose year it is.
        published: day of the document.

    >>> text = "the first ten months of the fiscal year"
    >>> ten = Date("d", "d#1", 0, 20, "the first ten months", "2025-01/2025-10", "", "", "DATE", "", "", "")
    >>> in_fiscal_months(text, ten, "2025-01/2025-10", "Ethiopia", "2025-05-17")
    '2024-07/2025-04'
    """
    part, first = _PART.fullmatch(period), _starts().get(home, 1)
    named = _OF_YEAR.fullmatch(date.text)
    if part is None or named is None or first == 1 or len(published) < 7:
        return period
    if "year" not in date.text and not _BEHIND.match(text, date.end):
        return period
    moved = shift((part[1], part[2]), "month", first - 1)
    while moved is not None and moved[1] > published[:7]:
        moved = shift(moved, "year", -1)
    return f"{moved[0]}/{moved[1]}" if moved else period


def _in_months(date: Date, month: int) -> str:
    """Return the months of a financial year, or of a part of one, that ends in a month; else the date as it is."""
    if month == 12:
        return date.edtf
    split = _SPLIT.search(date.text)
    if years := _YEARS.fullmatch(date.edtf):
        one = int(years[2]) == int(years[1]) + 1 and (split or _RELATIVE.search(date.text))
        return f"{years[1]}-{month + 1:02d}/{years[2]}-{month:02d}" if one else date.edtf
    part = _PART.fullmatch(date.edtf)
    moved = shift((part[1], part[2]), "month", month) if part and split and part[1][:4] == split[1] else None
    return f"{moved[0]}/{moved[1]}" if moved else date.edtf  # "the first seven months of 2009/10"
