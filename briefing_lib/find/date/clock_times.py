"""Reads times of day: "6 p.m.", "10:30 a.m.", "20:15 GMT", "0600 GMT"."""

from __future__ import annotations

import re

# 6 p.m., 10:30 a.m. GMT
_CLOCK = re.compile(r"(?<![\w.:])(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s*(?P<half>[ap])(?:\.m\.|\.?m\b)", re.I)
# 20:15, 15:11 GMT
_CLOCK_24 = re.compile(
    r"(?<![\w.:/])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?:h|hrs)?(?![\w:]|\.\d)"
    r"(?P<zone>\s*(?:GMT|UTC|BST|CES?T|E[DS]?T|P[DS]T|MSK|IST|JST)\b|\s+(?:local\s+time|hours|hrs)\b)?"
)
_CLOCK_LEAD = re.compile(
    r"\b(?:at|by|until|till|around|about|since|from|between|before|after|to|\d\d:\d\d\s+and)\s+$|"
    r"\d\d:\d\d\s?[-–]\s?$",
    re.I,
)
# 0600 [GMT]
_FOUR_FIGURES = re.compile(r"(?<![\w.:$€£,-])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\s*$")


def clock_time(text: str, place: int, low: int, stop: int) -> tuple[int, int, str] | None:
    """Return start, end and TIMEX3 value of the time of day around a place; None if there is none.

    >>> clock_time("at 6:30 p.m. on Friday", 4, 0, 22)
    (3, 12, 'T18:30')
    """
    left = max(low, place - 9)
    for hit in _CLOCK.finditer(text, left, min(stop, place + 9)):
        if hit.end() > place and int(hit["h"]) <= 12:
            hour = int(hit["h"]) % 12 + (12 if hit["half"].lower() == "p" else 0)
            return hit.start(), hit.end(), f"T{hour:02d}:{hit['m'] or '00'}"
    for hit in _CLOCK_24.finditer(text, left, min(stop, place + 15)):
        # "it ended 3:15" is a score, "at 3:15" and "03:15 GMT" are not
        if hit.start() < place < hit.end() and (
            hit["zone"] or _CLOCK_LEAD.search(text, max(0, hit.start() - 12), hit.start())
        ):
            return hit.start(), hit.end(), f"T{int(hit['h']):02d}:{hit['m']}"
    return None


def zoned_time(text: str, place: int, low: int) -> tuple[int, int, str] | None:
    """Return start, end and TIMEX3 value of the time whose zone stands at a place; None if there is none.

    >>> zoned_time("at 0615 GMT", 8, 0)
    (3, 11, 'T06:15')
    """
    hit = _FOUR_FIGURES.search(text, max(low, place - 6), place)
    return (hit.start(), place + 3, f"T{hit['h']}:{hit['m']}") if hit else None
