"""Reads times of day: "6 p.m.", "10:30 a.m.", "20:15 GMT"."""

from __future__ import annotations

import re

# 6 p.m., 10:30 a.m. GMT
_CLOCK = re.compile(r"(?<![\w.:])(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s*(?P<half>[ap])(?:\.m\.|\.?m\b)", re.I)
# 20:15, 15:11 GMT
_CLOCK_24 = re.compile(
    r"(?<![\w.:/])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?:h|hrs)?(?![\w:]|\.\d)(?P<zone>\s*(?:GMT|UTC)\b)?"
)
_CLOCK_LEAD = re.compile(r"\b(?:at|by|until|till|around|about|since|from|before|after|to)\s+$", re.I)


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
    for hit in _CLOCK_24.finditer(text, left, min(stop, place + 12)):
        # "it ended 3:15" is a score, "at 3:15" and "03:15 GMT" are not
        if hit.start() < place < hit.end() and (
            hit["zone"] or _CLOCK_LEAD.search(text, max(low, hit.start() - 8), hit.start())
        ):
            return hit.start(), hit.end(), f"T{int(hit['h']):02d}:{hit['m']}"
    return None
