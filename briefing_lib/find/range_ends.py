"""Gives each end of a range a row of its own, where both ends are expressions that could stand by themselves.

"from 2004 to 2009" is the range 2004/2009 and names the years 2004 and 2009, "since 2014" names 2014; "Oct. 22-24"
names no second day that its own words tell. Other tools mark the ends of the former, so the table has them beside the
range; what is linked to a date uses the range alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing_lib.find.edtf import bounds, precision
from briefing_lib.find.timex import DATE
from briefing_lib.tables import Date

_JOIN = re.compile(r"\s*,?\s+(?:to|and|through|thru|until|till|up\s+to)\s+(?:the\s+)?|\s*[-–—‑−]\s*", re.I)
# July 2003, 2004, Monday, March 30: a name or a year, after "early" or "the end of"
_WHOLE = re.compile(
    r"(?:(?:since|the|early|mid|late|end|beginning|start|middle|of)[\s-]+)*"
    r"(?:[A-Z][a-z]{2,8}\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s+\d{4})?|\d{1,2}\s+[A-Z][a-z]{2,8}\.?(?:\s+\d{4})?|\d{4})"
)


def range_ends(dates: Iterable[Date]) -> list[Date]:
    """Return the rows of the ends of those ranges whose ends could stand by themselves, in order.

    >>> years = Date("d", "d#1", 5, 17, "2004 to 2009", "2004/2009", "", "", "DATE", "2004/2009", "stated", "range")
    >>> [(row.start, row.text, row.edtf) for row in range_ends([years])]
    [(5, '2004', '2004'), (13, '2009', '2009')]
    """
    return [end for row in dates if "/" in row.edtf for end in (_begin(row) if ".." in row.edtf else _ends(row))]


_OPEN = re.compile(
    r"(?P<lead>(?:ever\s+)?since\s+(?:at\s+least\s+|as\s+early\s+as\s+)?)?(?P<words>.*?)(?:\s+(?:and\s+)?(?:onwards?|beyond))*",
    re.I | re.S,
)
# Of these the value of the range has lost the end.
_LONG = re.compile(r"\b(?:week|weekend|quarter|half|fiscal|months|years|weeks|days)\b|\d-\d", re.I)


def _begin(row: Date) -> list[Date]:
    """Return the row of what an open range begins with: "2014" of "since 2014"."""
    found = _OPEN.fullmatch(row.text)
    if not found or not found["words"] or found["words"] == row.text or _LONG.search(row.text):
        return []
    mark = "~" if row.edtf.endswith("~/..") else ""
    point = row.edtf.split("/")[0].rstrip("~")
    if len(row.timex) < 4:  # a decade or century, which an EDTF interval begins with its first year
        point = row.timex + "X" * (4 - len(row.timex))
    return [_end(row, row.start + found.start("words"), found["words"], point + mark)]


def _ends(row: Date) -> list[Date]:
    for join in _JOIN.finditer(row.text):
        left, right = row.text[: join.start()], row.text[join.end() :]
        if not _WHOLE.fullmatch(left) or not _WHOLE.fullmatch(right):
            continue
        first, last = row.edtf.split("/")
        return [_end(row, row.start, left, first), _end(row, row.start + join.end(), right, last)]
    return []


def _end(row: Date, start: int, words: str, edtf: str) -> Date:
    point = edtf.rstrip("~")
    low, high = bounds(edtf)
    value = "" if precision(point) == "season" else point.replace("X", "")
    there = row._replace(start=start, end=start + len(words), text=words, edtf=edtf, earliest=low, latest=high)
    return there._replace(timex_type=DATE, timex=value, rule="range end")
