"""Finds temporal expressions that give no day: lengths, what repeats, times of day, and "now" or "recently".

They stand in the table of dates with an empty ``edtf``, so that it holds what TIMEX3 marks; nothing downstream takes
them for dates. ``basis`` says which: "length", "repeated", "time of day" or "no certain day"; ``rule`` is duration,
set, time of day or reference. Ages ("a 75-year-old") are none of these.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from briefing_lib.find.date.clock_times import clock_time, zoned_time
from briefing_lib.find.date.lengths import Found, read_length
from briefing_lib.find.date.spans import places
from briefing_lib.find.date.words import any_of, rows_of_kind, words
from briefing_lib.find.timex import DATE, DURATION, SEASONS, SET, TIME
from briefing_lib.lexicon import pattern_of
from briefing_lib.tables import Date, Sentence

_BASIS = {DURATION: "length", SET: "repeated", TIME: "time of day", DATE: "no certain day"}
_RULE = {DURATION: "duration", SET: "set", TIME: "time of day", DATE: "reference"}


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """Return the words with a TIMEX3 value of their own - now, recently, annual -, as a pattern and their values."""
    known = {row["word"]: (DATE, row["value"]) for row in rows_of_kind("reference")}
    known |= {row["word"]: (SET, row["value"]) for row in rows_of_kind("set")}
    return re.compile(rf"(?:{pattern_of(known)})(?!\w)", re.I), known


@cache
def _every() -> re.Pattern[str]:
    # every [Friday], each [March], every [winter]
    day = any_of("weekday", "month", "season")
    return re.compile(rf"(?:each|every)\s+(?:(?P<name>{day})|(?P<part>morning|afternoon|evening|night)(?!\w))", re.I)


@cache
def _weekdays() -> re.Pattern[str]:
    # [on] Sundays
    days = sorted({word.title() for word in words().weekdays if word.endswith("day")})
    return re.compile(rf"(?P<day>{'|'.join(days)})s(?!\w)")


def find_durations(text: str, sentences: Sequence[Sentence], dates: Sequence[Date]) -> list[Date]:
    """Return the temporal expressions that give no day, in order, none overlapping another or a date.

    Args:
        text: the document's text.
        sentences: its sentences, in order.
        dates: its dates, in order.

    >>> text = "It took three years; ships now call every week."
    >>> sentence = Sentence("d#1", "d", 1, 0, len(text), text, "author", "narration")
    >>> [(row.text, row.timex_type, row.timex) for row in find_durations(text, [sentence], [])]
    [('three years', 'DURATION', 'P3Y'), ('now', 'DATE', 'PRESENT_REF'), ('every week', 'SET', 'P1W')]
    """
    starts = [sentence.start for sentence in sentences]
    ends = [row.end for row in dates]
    rows: list[Date] = []
    done = 0
    for place in places(text)[1]:
        if place < done:
            continue
        at = bisect_right(starts, place) - 1
        if at < 0 or place >= sentences[at].end:
            continue
        sentence, near = sentences[at], bisect_right(ends, place)
        low = max(done, sentence.start, ends[near - 1] if near else 0)
        stop = min(sentence.end, dates[near].start) if near < len(dates) else sentence.end
        if place >= stop:
            continue
        found = _read(text, place, low, stop)
        if found:
            start, end, kind, value = found
            if value.startswith("T"):
                value = _day_beside(text, start, end, dates[max(0, near - 1) : near + 1]) + value
            rows.append(
                Date(
                    *(sentence.document, sentence.sentence, start, end, text[start:end], "", "", ""),
                    *(kind, value, _BASIS[kind], _RULE[kind]),
                )
            )
            done = end
    return rows


# 6 p.m. [local time on ]Thursday; Thursday[ at ]6 p.m.
_TO_DAY = re.compile(r"\s*(?:\([^()]{1,12}\)|[A-Z]{2,4}|local\s+time)?,?\s*(?:on\s+|at\s+|around\s+|about\s+|,\s*)?")


def _day_beside(text: str, start: int, end: int, dates: Sequence[Date]) -> str:
    """Return the day that stands beside a time of day, so that its TIMEX3 value is whole; empty if there is none."""
    for date in dates:
        between = (date.end, start) if date.end <= start else (end, date.start)
        if date.earliest and date.earliest == date.latest and _TO_DAY.fullmatch(text, *between):
            return date.earliest
    return ""


def _read(text: str, place: int, low: int, stop: int) -> Found | None:
    """Return the expression around a place, between the bounds of its sentence and of the dates beside it."""
    if text[place] in ":.":
        clock = clock_time(text, place, low, stop)
        return (clock[0], clock[1], TIME, clock[2]) if clock else None
    if text[place : place + 3] in ("GMT", "UTC"):
        clock = zoned_time(text, place, low)
        return (clock[0], clock[1], TIME, clock[2]) if clock else None
    start = place
    while start > low and text[start - 1].isalpha():
        start -= 1
    lasting = read_length(text, start, low, stop)
    if lasting:
        return lasting
    first = text[start]
    every = _every().match(text, start, stop) if first in "eE" else None
    if every:
        return start, every.end(), SET, _value_of_every(every)
    plural = _weekdays().match(text, start, stop) if first in "MTWFS" else None
    if plural:
        return start, plural.end(), SET, f"XXXX-WXX-{words().weekdays[plural['day'].lower()] + 1}"
    pattern, known = _words()
    leads = _the_leads(text, max(low, start - 20), start) if first in _LED else []
    for begin in (*leads, start):
        hit = pattern.match(text, begin, stop)
        if hit and hit.end() > place:
            kind, value = known[" ".join(hit.group().lower().split())]
            if _idle(text, begin, hit.end()) or text[begin:stop] == "recently ":  # most [recently] last October
                return None
            return begin, hit.end(), kind, value
    if text[start : start + 4].lower() == "noon" or text[start : start + 8].lower() == "midnight":
        noon = text[start].lower() == "n"
        end = start + (4 if noon else 8)
        return (start, end, TIME, "T12:00" if noon else "T24:00") if not text[end : end + 1].isalnum() else None
    return None


# the past [24 hours]
_COUNTED = re.compile(
    r"\s+(?:\d|\w+\s+(?:hours?|minutes?|seconds?)\b|(?:hour|minute|participle|tense)\b|"
    r"(?:years|months|weeks|days|decades|centuries)\b)"
)
# the future [relations]
_OF_WHAT = re.compile(
    r"\s+(?!(?:of|in|and|or|is|was|will|would|for|we|it|they|he|she|you|that|to|with|as|but|when|where|may|can|must|should|"
    r"on|by|at|from|than|without|holds|has|itself)\b)[a-z]+"
)
# now [that], now [and then]
_IDLE = re.compile(r"\s+(?:that\b|and\s+(?:then|again)\b)")


def _idle(text: str, start: int, end: int) -> bool:
    """Tell whether words are part of a name or of other words."""
    if text[start].isupper() and text[max(0, start - 2) : start - 1].isalnum():
        return True  # the LA Weekly, the Annual General Meeting
    said = text[start:end].lower()
    if said == "the past":
        return bool(_COUNTED.match(text, end))
    if said == "the future":
        return bool(_OF_WHAT.match(text, end))
    if said == "recent":
        return not _NOW_HELD.match(text, end)
    if said == "at the moment":
        return bool(_WHICH_MOMENT.match(text, end))
    if said == "current":
        water = _OF_WATER.search(text, max(0, start - 12), start)
        return text[start].isupper() or bool(water) or not _NOW_HELD.match(text, end)
    if said == "soon":
        return bool(_HOW_SOON.search(text, max(0, start - 8), start) or _SOON_WHEN.match(text, end))
    return said == "now" and bool(_IDLE.match(text, end))


# at the moment [when they met]
_WHICH_MOMENT = re.compile(r"\s+(?:when|of|that|where|in\s+which|they|we|it|he|she)\b")
# the current [government]; not the current [of the river]
_NOW_HELD = re.compile(
    r"\s+(?!(?:of|in|on|at|by|and|or|is|was|from|through|to|that|which|between|has|had|will|with|for|as|accounts?|affairs)\b)[A-Za-z]"
)
_OF_WATER = re.compile(r"\b(?:electric|direct|warm|cold|ocean|river|strong|tidal)\s+$", re.I)
# as [soon] as, soon [after the war]
_HOW_SOON = re.compile(r"\b(?:as|so|too|how|no|very)\s+$", re.I)
_SOON_WHEN = re.compile(r"(?:er|est)\b|\s+(?:as|after|before|enough|thereafter|afterwards?|followed)\b")

_LED = "pfrmPFRM"  # the past, the near future, the recent past, at the moment
_LEAD_WORD = re.compile(r"\b(?:the|at)\s", re.I)


def _the_leads(text: str, low: int, start: int) -> list[int]:
    """Return where a phrase of several words may begin: "[the] past", "[at] present"."""
    return [hit.start() for hit in _LEAD_WORD.finditer(text, low, start)]


def _value_of_every(hit: re.Match[str]) -> str:
    if hit["part"]:
        return "XXXX-XX-XXT" + {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}[hit["part"].lower()]
    name = hit["name"].lower()
    known = words()
    if name in known.seasons:
        return f"XXXX-{SEASONS[str(known.seasons[name])]}"
    return f"XXXX-WXX-{known.weekdays[name] + 1}" if name in known.weekdays else f"XXXX-{known.months[name]:02d}"
