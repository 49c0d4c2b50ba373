"""Reads what stands left and right of a temporal expression: "early", "the end of", "since", "to 7 May", "onwards"."""

from __future__ import annotations

import re

from briefing_lib.find.date.grammar import Meaning, read_at
from briefing_lib.find.date.words import plain

_FAR = 44  # characters to the left that are looked at

# early, mid-, the end of, early to mid-, late in
_PART = re.compile(
    r"(?<![\w-])(?:the\s+)?(?:(?:early|mid|late)(?:\s*-\s*to\s*-\s*|\s+to\s+|-|/|\s+or\s+))?"
    r"(?:very\s+)?(?:early|late|mid|middle|end|beginning|start|close|outset|turn|(?:latter|first|early|later)\s+part|"
    r"(?:early|last|final|first|closing|opening)\s+(?:days|weeks|months))"
    r"(?:\s+(?:of|in|to)\s+|\s*-\s*|\s+)(?:the\s+)?(?:month\s+of\s+)?$",
    re.I,
)
# around, circa, some time in, on or about
_ABOUT = re.compile(
    r"(?<![\w-])(?:around|circa|ca\.|c\.|roughly|approximately|(?:at\s+)?some\s?time\s+(?:in|around|during)|"
    r"on\s+or\s+(?:about|around)|in\s+or\s+around|in\s+about|by\s+about|by\s+around)\s+(?:the\s+)?$",
    re.I,
)
# nearly [three years ago]
_ROUGH = re.compile(
    r"(?<![\w-])(?:about|around|almost|nearly|roughly|approximately|some|over|(?:little\s+)?more\s+than|less\s+than|"
    r"just\s+over|just\s+under|well\s+over|at\s+least)\s+$",
    re.I,
)
_SINCE = re.compile(
    r"(?<![\w-])(?:ever\s+)?since\s+(?:at\s+least\s+|about\s+|around\s+|as\s+early\s+as\s+)?(?:the\s+)?$", re.I
)
# earlier [this year], later in [the week]
_WITHIN = re.compile(r"(?<![\w-])(?:earlier|later|late|early|so\s+far)\s+(?:on\s+)?(?:in\s+)?$", re.I)
# the same period of [2018]
_SAME_PERIOD = re.compile(
    r"(?<![\w-])(?:the\s+)?(?:same|corresponding|similar|comparable|year-earlier)\s+(?:period|time|month|quarter|months|"
    r"three\s+months|week|season|stretch|half)(?:\s+(?:of|in|from))?\s+(?:the\s+)?$",
    re.I,
)
_ONWARDS = re.compile(r"\s+(?:onwards?|and\s+(?:onwards?|beyond))(?!\w)", re.I)
_OFFSET_END = re.compile(r"(?:ago|earlier|before|previously|prior|later|after|hence|now|back)$", re.I)


def edges(text: str, start: int, end: int, meaning: Meaning, low: int, stop: int) -> tuple[int, int, Meaning]:
    """Return an expression with what stands beside it.

    Args:
        text: the document's text.
        start: first character of the expression.
        end: character after its last.
        meaning: what it means by itself.
        low: where the text left of it begins: its sentence, or the expression before.
        stop: end of the sentence.

    >>> edges("by the end of May 2024 at best", 14, 22, ("stated", "2024-05", "2024-05", "stated"), 0, 30)[:2]
    (3, 22)
    """
    meaning, end = _range(text, start, end, meaning, low, stop)
    kind = meaning[0]
    if kind in ("stated", "date", "relative", "weekday") and text[end : end + 1] == " ":
        onwards = _ONWARDS.match(text, end, stop)
        if onwards:
            return start, onwards.end(), ("since", meaning)
    if not _led(text, start, low):
        return start, end, meaning
    left = max(low, start - _FAR)
    day = _is_day(meaning)
    if kind in ("relative", "shift", "about") and _OFFSET_END.search(text, max(start, end - 12), end):
        rough = _ROUGH.search(text, left, start)
        if rough:
            start, meaning = rough.start(), ("about", meaning)
    if kind in ("relative", "shift", "stated", "same") and not day and (kind != "stated" or len(meaning[1]) == 4):
        same = _SAME_PERIOD.search(text, left, start)
        if same:
            start, meaning = same.start(), ("same period", meaning)
    if not day or meaning == ("same", "day"):
        start, meaning = _part(text, left, start, meaning)
    possessive = kind == "weekday" and text[end : end + 1] in ("'", "’")  # a way around [Friday's ruling]
    about = (
        kind not in ("relative", "rolling", "same")
        and not possessive
        and _ABOUT.search(text, max(low, start - _FAR), start)
    )
    if about:
        start, meaning = about.start(), ("about", meaning)
    since = _SINCE.search(text, max(low, start - _FAR), start)
    if since and meaning[0] != "rolling":
        start, meaning = since.start(), ("since", meaning)
    return start, end, meaning


def _led(text: str, start: int, low: int) -> bool:
    """Tell whether the word to the left can belong to the expression."""
    end = start
    while end > low and not text[end - 1].isalnum():
        end -= 1
    begin = end
    while begin > low and text[begin - 1].isalpha():
        begin -= 1
    return text[begin:end].lower() in plain("left edge")


def _is_day(meaning: Meaning) -> bool:
    kind = meaning[0]
    if kind == "stated":
        return len(meaning[1]) == 10
    if kind == "date":
        return bool(meaning[2])
    return (
        kind in ("weekday", "of week", "in month", "nth weekday")
        or kind in ("relative", "same")
        and meaning[1] == "day"
    )


def _part(text: str, left: int, start: int, meaning: Meaning) -> tuple[int, Meaning]:
    part = _PART.search(text, left, start)
    if part:
        week = meaning[0] in ("relative", "the") and meaning[1] in ("week", "weekend")
        return part.start(), meaning if week else ("about", meaning)
    if meaning[0] in ("relative", "the", "date", "stated", "same", "in year"):
        within = _WITHIN.search(text, left, start)
        if within:
            return within.start(), meaning
    return start, meaning


# -- ranges -----------------------------------------------------------------------------------------------------

_TO = re.compile(r"\s*[-–—‑−/]\s*(?:to[-–‑])?|\s*,?\s+(?:to|through|thru|until|till|up\s+to)\s+(?:the\s+)?")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)
_SECOND_PART = re.compile(r"(?:early|mid|late)[\s-]+|(?:the\s+)?(?:end|beginning|start|middle)\s+of\s+", re.I)
_ENDS = ("stated", "date", "weekday", "relative", "part", "season", "in year", "of week")


def _range(text: str, start: int, end: int, meaning: Meaning, low: int, stop: int) -> tuple[Meaning, int]:
    """Add the second end of a range: "March 30[-April 2]", "Monday [to Wednesday]", between "2014 [and 2019]"."""
    if meaning[0] not in _ENDS or end >= stop or text[end] not in " -–—‑−/,":
        return meaning, end
    join = _TO.match(text, end, stop)
    if not join and text[end] == " " and _BETWEEN.search(text, max(low, start - 14), start):
        join = _AND.match(text, end, stop)
    if not join or join.end() >= stop or meaning[0] == "stated" and meaning[1] != meaning[2]:
        return meaning, end
    part = _SECOND_PART.match(text, join.end(), stop)
    there = part.end() if part else join.end()
    if there >= stop or not text[there].isalnum():
        return meaning, end
    other = read_at(text, there, stop)
    if not other or not _pair(meaning, other.meaning, join.group().strip()):
        return meaning, end
    return ("range", meaning, other.meaning), other.end


def _pair(first: Meaning, second: Meaning, join: str) -> bool:
    """Tell whether two expressions can be the ends of a range."""
    if second[0] not in _ENDS:
        return False
    if second[0] == "stated":
        if second[1] != second[2]:
            return False
        if first[0] == "stated" and len(first[1]) != len(second[1]):
            return join.isalpha()
        return first[0] != "date" or len(second[1]) >= 7
    if "relative" in (first[0], second[0]) and first[0] != second[0]:
        # "February 6 - this year" is no range, "2015 to this year" is one
        return join.isalpha() and not _is_day(first) and not _is_day(second)
    weekdays = {first[0], second[0]} & {"weekday", "of week"}
    if weekdays and not {first[0], second[0]} <= {"weekday", "of week"}:
        return False
    return join != "/" or first[0] == second[0] == "date"
