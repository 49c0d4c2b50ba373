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

from briefing_lib.find.date_spans import places_of_dates
from briefing_lib.find.date_words import any_of, number, rows_of_kind, words
from briefing_lib.find.timex import DATE, DURATION, SET, TIME, length
from briefing_lib.lexicon import pattern_of
from briefing_lib.tables import Date, Sentence

_Found = tuple[int, int, str, str]  # start, end, TIMEX3 type and value
_BASIS = {DURATION: "length", SET: "repeated", TIME: "time of day", DATE: "no certain day"}
_RULE = {DURATION: "duration", SET: "set", TIME: "time of day", DATE: "reference"}
_FAR = 44  # characters left of a unit that are looked at

# Where an expression may stand beside the triggers of dates, which have the other units. Each word is looked for by
# its rarest letter: ho[ur], min[ute], curre[ntly] ...
_PLACE = re.compile(
    r"[uvwpc:](?:r(?<=[hH]our)|te(?<=minute)|rrently|al(?<=nnual)|re(?<=[fF]uture)|ery\b(?<=\b[eE]very)|\b(?<=\b[nN]ow)|"
    r"ast\b(?<=e past|t past)|resent\b|ent\w*(?<=ecent|ently)|h\b(?<=\b[eE]ach)|(?<=[0-9]:)(?=[0-5][0-9]))"
)
_WORDS = ("noon", "idnight", "aily", ".m.")
_UNITS = frozenset("ymwdcYMWDC")  # what units among the triggers of dates begin with
_UNIT = re.compile(r"(?P<unit>minute|hour|day|week|month|year|decade|centur(?=y|ies))(?P<s>s|y|ies)?(?!\w)", re.I)
_AGE = re.compile(r"[\s-]+(?:olds?\b|of\s+age\b)")
_AWAY = re.compile(r"\s+(?:later|ago|earlier|before|after|afterwards|long)\b")
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half(?!\w)")
# [for] years, [in] decades
_BARE_LEAD = re.compile(r"\b(?:for|over|after|within|in)\s+$", re.I)
# $5 billion [a year], twice [a week]
_RATE_LEAD = re.compile(
    r"(?:\d[%.]?|\b(?:billion|million|trillion|thousand|hundred|percent|per\s+cent|times|twice|once|dollars|euros|tons|tonnes|"
    r"barrels|people|rate|men|jobs|cars|ships|flights|trips|kilometers|kilometres|km|miles))\s+$",
    re.I,
)
# for [a week]
_LENGTH_LEAD = re.compile(
    r"\b(?:for|in|over|within|of|about|nearly|almost|around|than|took|takes|take|lasting|lasted|lasts|last|after|during|just|"
    r"only|under|spent|spend|spending|least|some|barely|another|next|past)\s+$",
    re.I,
)
_EVERY = re.compile(r"\b(?:each|every)\s+(?:(?:other|single|(?P<n>\w+))\s+)?$", re.I)
_PER = re.compile(r"\bper\s+$", re.I)
# 6 p.m., 10:30 a.m. GMT
_CLOCK = re.compile(r"(?<![\w.:])(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s*(?P<half>[ap])(?:\.m\.|\.?m\b)", re.I)
# 20:15, 15:11 GMT
_CLOCK_24 = re.compile(
    r"(?<![\w.:/])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?:h|hrs)?(?![\w:]|\.\d)(?P<zone>\s*(?:GMT|UTC)\b)?"
)
_CLOCK_LEAD = re.compile(r"\b(?:at|by|until|till|around|about|since|from|before|after|to)\s+$", re.I)


@cache
def _counts() -> re.Pattern[str]:
    """Return the pattern of what stands before a unit: three, two or three, two-and-a-half, several, half an."""
    figures = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
    count = rf"(?:{any_of('number')}|{figures})"
    return re.compile(
        rf"(?<![\w.,$€£+/–-])(?:(?:{count}(?:\s+(?:to|or|and)\s+|\s?[-–]\s?))?"
        rf"(?P<n>{count})(?P<half>[\s-]+and[\s-]+a[\s-]+half)?|"
        rf"(?P<vague>{any_of('vague number')}|countless|numerous|a\s+good\s+many|a\s+great\s+many)|"
        r"(?P<a_half>half(?:\s+an?|-an?)?|(?:one-)?half))(?P<gap>[\s-]+)"
        r"(?:(?:full|whole|long|short|straight|consecutive|successive|additional|more|further|other|working|solid|extra|"
        r"entire|calendar|more\s+than)\s+){0,2}$",
        re.I,
    )


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """Return the words with a TIMEX3 value of their own - now, recently, annual -, as a pattern and their values."""
    known = {row["word"]: (DATE, row["value"]) for row in rows_of_kind("reference")}
    known |= {row["word"]: (SET, row["value"]) for row in rows_of_kind("set")}
    return re.compile(rf"(?:{pattern_of(known)})(?!\w)", re.I), known


@cache
def _every() -> re.Pattern[str]:
    # every [Friday], each [March]
    day = any_of("weekday", "month")
    return re.compile(rf"(?:each|every)\s+(?:(?P<name>{day})|(?P<part>morning|afternoon|evening|night)(?!\w))", re.I)


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
    for place in _places(text):
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
            rows.append(
                Date(
                    *(sentence.document, sentence.sentence, start, end, text[start:end], "", "", ""),
                    *(kind, value, _BASIS[kind], _RULE[kind]),
                )
            )
            done = end
    return rows


def _places(text: str) -> list[int]:
    places = [place for place in places_of_dates(text) if text[place] in _UNITS]
    places += [hit.start() for hit in _PLACE.finditer(text)]
    for word in _WORDS:
        place = text.find(word)
        while place >= 0:
            places.append(place)
            place = text.find(word, place + 1)
    places.sort()
    return places


def _read(text: str, place: int, low: int, stop: int) -> _Found | None:
    """Return the expression around a place, between the bounds of its sentence and of the dates beside it."""
    if text[place] in ":.":
        return _clock(text, place, low, stop)
    start = place
    while start > low and text[start - 1].isalpha():
        start -= 1
    unit = _UNIT.match(text, start, stop)
    if unit:
        return _length(text, unit, low) if text[start - 1 : start] in ("", " ", "-", "\n", "(", "“", '"', "—") else None
    every = _every().match(text, start, stop)
    if every:
        return start, every.end(), SET, _value_of_every(every)
    pattern, known = _words()
    lead = max(low, start - 20)
    for begin in (*_the_leads(text, lead, start), start):
        hit = pattern.match(text, begin, stop)
        if hit and hit.end() > place:
            kind, value = known[" ".join(hit.group().lower().split())]
            return None if _idle(text, begin, hit.end()) else (begin, hit.end(), kind, value)
    if text[start : start + 4].lower() == "noon" or text[start : start + 8].lower() == "midnight":
        noon = text[start].lower() == "n"
        end = start + (4 if noon else 8)
        return (start, end, TIME, "T12:00" if noon else "T24:00") if not text[end : end + 1].isalnum() else None
    return None


# now [that], every [now] and then
_IDLE = re.compile(r"\s+(?:that\b|and\s+(?:then|again)\b)")


def _idle(text: str, start: int, end: int) -> bool:
    return text[start:end].lower() == "now" and bool(_IDLE.match(text, end))


_LEAD_WORD = re.compile(r"\b(?:the|at)\s", re.I)


def _the_leads(text: str, low: int, start: int) -> list[int]:
    """Return where a phrase of several words may begin: "[the] past", "[at] present"."""
    return [hit.start() for hit in _LEAD_WORD.finditer(text, low, start)]


def _length(text: str, unit: re.Match[str], low: int) -> _Found | None:
    """Read a length or what repeats from the words before a unit."""
    name, many = unit["unit"].lower(), unit["s"] in ("s", "ies", "S")
    name = "century" if name == "centur" else name
    start, end = unit.span()
    left = max(low, start - _FAR)
    if _AGE.match(text, end):
        return None
    every = _EVERY.search(text, left, start)
    if every:
        return every.start(), end, SET, length(number(every["n"] or "") or 1 + ("other" in every.group().lower()), name)
    if not many:
        per = _PER.search(text, left, start)
        if per:
            return per.start(), end, SET, length(1, name)
    count = _counts().search(text, left, start)
    if not count:
        bare = many and (_BARE_LEAD.search(text, left, start) or _AWAY.match(text, end))
        return (start, end, DURATION, length(0, name)) if bare else None
    begin, said = count.start(), (count["n"] or "").lower()
    one = said in ("a", "an")
    if one or said == "one" and not many:
        if one and _RATE_LEAD.search(text, max(low, begin - 14), begin):
            return begin, end, SET, length(1, name)
        if (
            "-" not in count["gap"]
            and not _LENGTH_LEAD.search(text, max(low, begin - 14), begin)
            and name not in ("decade", "century")
        ):
            return None
    elif not many and not count["a_half"] and "-" not in count["gap"]:
        return None
    half = _AND_A_HALF.match(text, end)
    if count["a_half"]:
        value = length(0, name).replace("X", "0.5")
    else:
        amount = said.replace(",", "")
        exact = amount if re.fullmatch(r"\d+\.\d+", amount) else str(number(amount) or "")
        value = length(0, name).replace("X", exact + ".5" * bool(half or count["half"])) if exact else length(0, name)
    return begin, half.end() if half else end, DURATION, value


def _value_of_every(hit: re.Match[str]) -> str:
    if hit["part"]:
        return "XXXX-XX-XXT" + {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}[hit["part"].lower()]
    name = hit["name"].lower()
    known = words()
    return f"XXXX-WXX-{known.weekdays[name] + 1}" if name in known.weekdays else f"XXXX-{known.months[name]:02d}"


def _clock(text: str, place: int, low: int, stop: int) -> _Found | None:
    """Read a time of day: "6 p.m.", "20:15 GMT"."""
    left = max(low, place - 9)
    for hit in _CLOCK.finditer(text, left, min(stop, place + 9)):
        if hit.end() > place and int(hit["h"]) <= 12:
            hour = int(hit["h"]) % 12 + (12 if hit["half"].lower() == "p" else 0)
            return hit.start(), hit.end(), TIME, f"T{hour:02d}:{hit['m'] or '00'}"
    for hit in _CLOCK_24.finditer(text, left, min(stop, place + 12)):
        # "it ended 3:15" is a score, "at 3:15" and "03:15 GMT" are not
        if hit.start() < place < hit.end() and (
            hit["zone"] or _CLOCK_LEAD.search(text, max(low, hit.start() - 8), hit.start())
        ):
            return hit.start(), hit.end(), TIME, f"T{int(hit['h']):02d}:{hit['m']}"
    return None
