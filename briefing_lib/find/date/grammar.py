"""Reads one temporal expression at a place in a text, without knowing yet when it was.

A *meaning* is a small tuple, its first item the kind; ``date_values`` works out the days. ``period`` below is a
meaning or None. Kinds:

    ("stated", first, last, basis)               written out: 2024-05-18, 1990s, 2012-13
    ("date", month, day, day2)                   no year: 8-9 April; 0 for what is not said
    ("numeric", figure, figure, year)            03/10/2015, whichever figure is the day
    ("in year", date, period), ("in month", day, period)   May last year, the 8th of this month
    ("weekday", number, which), ("of week", number, period)  last Friday, Friday of next week
    ("week from", count, number)                 a week from Tuesday, a week ago (-1) Sunday
    ("nth weekday", count, number, period)       the first Monday of November
    ("which", meaning, which)                    last March, next summer
    ("relative", unit, count)                    this year, yesterday, three weeks ago
    ("rolling", unit, count)                     the past two years (-2), the next five days (5)
    ("ago", unit, count, part)                   two years ago this week
    ("previous", unit, count)                    the previous three months
    ("shift", unit, count, period)               a year earlier, two days after 9 May
    ("same", unit), ("the", unit)                that year; [the end of] the year
    ("latest", unit)                             the latest quarter
    ("same period", period)                      the same period last year
    ("part", unit, count, period)                third quarter of 2024
    ("first", count, unit, period)               first four months of 2024; last two months: negative
    ("nth", unit, count, period)                 the second week of May; the last: -1
    ("season", code, period), ("named", rule, period), ("weekend", which)
    ("around", unit, period)                     the week of 6 May
    ("until", unit, count, period)               the three months to June 2024
    ("fiscal", period), ("about", period), ("since", period), ("range", period, period)
    ("new year",)                                in the new year
    ("unknown", rule)                            words kept, no value
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing_lib.find.date.patterns import written
from briefing_lib.find.date.phrases import read_phrase
from briefing_lib.find.date.written import Meaning, Raw, read_written, stated


class Read(NamedTuple):
    """Meaning of an expression and where it ends."""

    meaning: Meaning
    end: int


def read_at(text: str, start: int, stop: int) -> Read | None:
    """Return the expression that starts at a place, with what completes it; None if there is none.

    Args:
        text: the document's text.
        start: where the expression starts.
        stop: end of the sentence.

    >>> read_at("the first quarter of 2024", 0, 25)
    Read(meaning=('part', 'quarter', 1, ('stated', '2024', '2024', 'stated')), end=25)
    >>> read_at("the first quarter of the match", 0, 30) is None
    True
    """
    first = text[start]
    raw = read_written(text, start, stop) if first.isdigit() or first.isupper() else None
    raw = raw or read_phrase(text, start, stop)
    if not raw:
        return None
    if not raw.lacks:
        return Read(raw.meaning, raw.end)
    if raw.lacks == "event":
        return _counted_from(text, raw, stop)
    if raw.lacks == "day":
        return _around(text, raw, stop)
    return _complete(text, raw, stop)


# -- "of this year" ---------------------------------------------------------------------------------------------

_OF = re.compile(r"\s*,?\s+(?P<of>(?:of|in|for|during)\s+)?(?=[\w'’‘])")
# this year, last week, the same month
_WHICH_PERIOD = re.compile(
    r"(?P<which>this|last|next|that(?:\s+same)?|the\s+(?:same|previous|preceding|following|current|coming|past|next))\s+"
    r"(?P<fiscal>(?:fiscal|financial)\s+)?(?P<unit>week|month|year|decade|century)(?!\w)",
    re.I,
)
_YEAR_EARLIER = re.compile(r"(?:a|one|the)\s+year\s+(?P<way>earlier|before|ago|previously|prior)(?!\w)", re.I)
_THE_UNIT = re.compile(
    r"the\s+(?P<fiscal>(?:fiscal|financial)\s+)?(?P<unit>week|month|quarter|year|decade|century)(?!\w)", re.I
)
_COUNTS = {"this": 0, "last": -1, "next": 1, "the current": 0, "the coming": 1, "the next": 1, "the past": -1}

# What may complete a kind: units of "last ..." and "the same ...", and whether "2024" may.
_UNITS = {
    "weekday": ("week",),
    "date": ("year",),
    "named": ("year",),
    "season": ("year",),
    "in month": ("month",),
    "same": ("year",),
    "nth weekday": ("year", "month"),
}
_NO_STATED = ("weekday", "in month")


def _period(text: str, start: int, stop: int, kind: str) -> Read | None:
    """Read the period a part belongs to: this year, the year, 2024, the 1990s, May 2024."""
    hit = _WHICH_PERIOD.match(text, start, stop)
    if hit:
        which, unit = " ".join(hit["which"].lower().split()), hit["unit"].lower()
        meaning: Meaning
        if which in _COUNTS:
            meaning = ("relative", unit, _COUNTS[which])
        elif which in ("that", "that same", "the same"):
            meaning = ("same", unit)
        else:
            meaning = ("shift", unit, 1 if which == "the following" else -1, None)
        return Read(("fiscal", meaning) if hit["fiscal"] else meaning, hit.end())
    hit = _YEAR_EARLIER.match(text, start, stop)
    if hit:
        back = ("relative", "year", -1) if hit["way"].lower() == "ago" else ("shift", "year", -1, None)
        return Read(back, hit.end()) if kind == "same" else None
    hit = _THE_UNIT.match(text, start, stop)
    if hit:
        return Read(("the", hit["unit"].lower()), hit.end())
    if kind in ("date", "named", "season", "same"):
        hit = written().year.match(text, start, stop)
        return Read(stated(hit["y"]), hit.end()) if hit else None
    found = read_at(text, start, stop)
    return found if found and found.meaning[0] in ("stated", "date", "in year", "fiscal", "range", "season") else None


def _complete(text: str, raw: Raw, stop: int) -> Read | None:
    """Add the period an incomplete expression is part of."""
    meaning, end, kind = raw.meaning, raw.end, raw.meaning[0]
    fiscal = kind == "fiscal"
    if fiscal:
        meaning, kind = meaning[1], meaning[1][0]
    join = _OF.match(text, end, stop)
    found = _period(text, join.end(), stop, kind) if join else None
    if found and join and _fits(kind, found.meaning, (join["of"] or "").strip()):
        whole = _joined(meaning, found.meaning)
        return Read(("fiscal", whole) if fiscal else whole, found.end)
    if raw.lacks == "must" or join and join["of"] == "of " and kind == "part":
        return None
    return Read(raw.meaning, end)


def _fits(kind: str, period: Meaning, of: str) -> bool:
    """Tell whether a period can complete a kind of expression: "Friday last week", not "Friday last year"."""
    found = period[0]
    written_out = found in ("stated", "date", "in year", "range", "season")
    if written_out and kind in _NO_STATED:
        return False
    if not of and (found == "the" or written_out and kind not in ("part", "first")):
        return False
    if of in ("for", "during", "in") and kind in ("weekday", "date"):
        return False
    if kind in _UNITS and not written_out and found != "fiscal":
        return period[1] in _UNITS[kind]
    return True


def _joined(meaning: Meaning, period: Meaning) -> Meaning:
    kind = meaning[0]
    if kind == "weekday":
        return ("of week", meaning[1], period)
    if kind == "date":
        return ("in year", meaning, period)
    if kind == "same":
        return ("same period", period)
    return (*meaning[:-1], period)


# -- "after the talks" ------------------------------------------------------------------------------------------

# [two days after] the last talks, [a week before] his state visit
_EVENT = re.compile(
    r"(?:the|his|her|its|their|our|my|this|that|these|those|a|an)\s+"
    r"(?:(?:first|second|third|last|latest|recent|final|initial|official|state|[A-Z][\w’'-]+|"
    r"[a-z]+(?:al|an|ian|ese|ish|ary|ous|ive))\s+){0,3}[a-z][\w-]+"
)
# [two years after] the 1968 [invasion], his May 9 [speech]
_DATED = re.compile(r"((?:the|his|her|its|their|our)\s+)(?=\d|[JFMASOND][a-z]{2,8}\.?\s)")
_ITS_NOUN = re.compile(r"\s+[a-z][\w-]+")
_AFTER = re.compile(r"(?:\s+to)?\s+")
# No event follows in "a week before and ...", "the day before in Oslo".
_NO_EVENT = re.compile(r"(?:and|but|in|at|on|by|when|as|to|from|with|for|or|of)\b")


def _counted_from(text: str, raw: Raw, stop: int) -> Read | None:
    """Add what "two days after" is counted from; an event that is not a date leaves the words without a value."""
    about = raw.meaning[0] == "about"
    meaning = raw.meaning[1] if about else raw.meaning
    place = _AFTER.match(text, raw.end, stop)
    if not place or place.end() >= stop or not text[place.end()].isalnum():
        return Read(raw.meaning, raw.end)
    dated = _DATED.match(text, place.end(), stop)
    other = read_at(text, dated.end(1) if dated else place.end(), stop)
    if dated and (not other or other.meaning[0] not in ("stated", "date")):
        dated, other = None, read_at(text, place.end(), stop)
    # "a year after 2,000 men": a bare year needs no better context than "after"
    if other:
        whole: Meaning = (*meaning[:-1], other.meaning)
        noun = _ITS_NOUN.match(text, other.end, stop) if dated else None
        return Read(("about", whole) if about else whole, noun.end() if noun else other.end)
    event = _EVENT.match(text, place.end(), stop)
    if event:
        return Read(("unknown", "offset"), event.end())
    if _NO_EVENT.match(text, place.end(), stop):
        return Read(raw.meaning, raw.end)
    return Read(("unknown", "offset"), raw.end)


def _around(text: str, raw: Raw, stop: int) -> Read | None:
    """Read the date of "the week of 6 May", "the month of May"."""
    unit = raw.meaning[1]
    other = read_at(text, raw.end, stop) if raw.end < stop else None
    if not other or other.meaning[0] not in ("stated", "date", "range", "in year"):
        return None
    if unit not in ("week", "weekend"):
        return other
    meaning = other.meaning
    exact = len(meaning[1]) == 10 if meaning[0] == "stated" else meaning[0] == "date" and meaning[2]
    return Read(("around", unit, meaning), other.end) if exact else None
