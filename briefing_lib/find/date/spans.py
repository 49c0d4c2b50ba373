"""Finds where temporal expressions stand: a scan for triggers, then the grammar around each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from briefing_lib.find.date.doubts import is_date
from briefing_lib.find.date.edges import edges
from briefing_lib.find.date.grammar import Meaning, read_at
from briefing_lib.find.date.patterns import triggers
from briefing_lib.find.date.words import plain, words
from briefing_lib.tables import Sentence


class Reading(NamedTuple):
    """Temporal expression, not yet resolved; ``sentence`` counts from 0."""

    start: int
    end: int
    meaning: Meaning
    sentence: int


def find_readings(text: str, sentences: Sequence[Sentence]) -> list[Reading]:
    """Return the temporal expressions of a document, in order, none overlapping.

    Args:
        text: the document's text.
        sentences: its sentences, in order.
    """
    found: list[Reading] = []
    starts = [sentence.start for sentence in sentences]
    done = 0
    for place in places_of_dates(text):
        if place < done:
            continue
        number = bisect_right(starts, place) - 1
        if number < 0 or place >= sentences[number].end:
            continue
        begins = _begins(text, place, max(done, sentences[number].start))
        if not begins:
            continue
        sentence = sentences[number]
        before = (found[-1].end, found[-1].meaning) if found and found[-1].sentence == number else None
        for begin in begins:
            read = read_at(text, begin, sentence.end)
            if not read or read.end <= place:
                continue
            if is_date(text, begin, read.end, read.meaning, sentence.start, before, sentence.end):
                low = max(done, sentence.start)
                start, end, meaning = edges(text, begin, read.end, read.meaning, low, sentence.end)
                found.append(Reading(start, end, meaning, number))
                done = end
                break
    return found


_ZONES = ("GMT", "UTC")
_UNITS = frozenset("ymwdcqYMWDCQ")  # what units among the triggers of dates begin with


def places_of_dates(text: str) -> tuple[int, ...]:
    """Return the places around which a date may stand, in order."""
    return places(text)[0]


@lru_cache(maxsize=1)
def places(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the places around which a date may stand, and those of a length or a time, in order.

    One scan serves both; the last text's places are kept.
    """
    names, inner, named = triggers()
    spans = [hit.span() for hit in names.finditer(text)]
    dates = [start for start, _ in spans]
    figures = [end for start, end in spans if end - start == 4]
    others = [end + (text[end] == " ") for end in figures if text[end : end + 4].lstrip()[:3] in _ZONES]
    for hit in inner.finditer(text):
        place = hit.start()
        if hit.lastindex:
            others.append(place)
        else:
            dates.append(place)
            if text[place] in _UNITS:
                others.append(place)
    dates += [hit.start() for hit in named.finditer(text)]
    # dear in a pattern: half, thirties, nineties; noon and soon, 6 p.m.
    for rare, kind in (("alf", dates), ("hirties", dates), ("neties", dates), ("oon", others), (".m.", others)):
        kind += _all(text, rare)
    others += [place for now in ("now", "Now") for place in _all(text, now) if not text[place - 1 : place].isalpha()]
    dates.sort()
    others.sort()
    return tuple(dates), tuple(others)


def _all(text: str, word: str) -> list[int]:
    found, place = [], text.find(word)
    while place >= 0:
        found.append(place)
        place = text.find(word, place + 1)
    return found


# "the third [of June]", "a couple [of weeks]"
_OF_LEAD = re.compile(
    r"(?:\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fteenth|tieth|couple|number|"
    r"handful)\s+$",
    re.I,
)


@cache
def _leads() -> frozenset[str]:
    known = words()
    return plain("phrase lead") | known.ordinals.keys() | {part for name in known.numbers for part in name.split()}


@cache
def _heads() -> frozenset[str]:
    """Return the lower-case words a trigger may stand in; "behalf" and "holiday" are none."""
    known = words()
    return (
        plain("head")
        | known.weekdays.keys()
        | known.months.keys()
        | {month.rstrip(".") for month in known.months}
        | known.seasons.keys()
        | known.tens.keys()
        | {re.split(r"[^\w]", name)[0] for name in known.named}
    )


def _begins(text: str, place: int, low: int) -> list[int]:
    """Return the places an expression around a trigger can begin at, the leftmost first."""
    start = place
    figures = text[place].isdigit()
    if figures:
        if place > low and not _may_begin_figures(text, place, low):
            return []
        if text[place - 1 : place] in ("Q", "H") and place > low:
            start = place - 1
        elif text[place - 2 : place] == "FY" and place - 1 > low:
            start = place - 2
    else:
        while start > low and text[start - 1].isalnum():
            start -= 1
        end = place
        while end < len(text) and text[end].isalnum():
            end += 1
        word = text[start:end]
        if word.lower() not in _heads():
            return []
    begins = [start]
    leads = _leads()
    while start > low and len(begins) < 7:
        left = start - 1
        if text[left] not in " -\n\t":
            break
        while left > low and text[left - 1] in " \n\t":
            left -= 1
        begin = text.rfind(" ", max(low, left - 14), left) + 1 or max(low, left - 14)
        word = text[begin:left].lower()
        if not word.isalnum():
            bare = _LAST_PART.search(word)
            word = bare.group() if bare else ""
            begin = left - len(word)
        inside = word in leads or _is_count(word)
        if not inside and not (word == "of" and _OF_LEAD.search(text, max(low, begin - 12), begin)):
            break
        start = begin
        begins.append(start)
    begins.reverse()
    return begins


_LAST_PART = re.compile(r"[^\W_]+$")


def _is_count(word: str) -> bool:
    return word.isdigit() and len(word) < 5 or word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th")


_DASHED = re.compile(r"(?:mid|early|late|pre|post|end)[-–]$|[a-z]{3}–$", re.I)


def _may_begin_figures(text: str, place: int, low: int) -> bool:
    """Tell whether figures stand by themselves: not the 19 of $19, 2,019, A19 or 5-19."""
    left = text[place - 1]
    if left in "QH":
        return place - 2 < low or not text[place - 2].isalnum()
    if left.isalnum():
        return text[place - 2 : place] == "FY" and (place - 3 < low or not text[place - 3].isalnum())
    if left in "$€£¥#@":
        return False
    if left in ".,:":
        return not text[place - 2 : place - 1].isdigit()
    if left in "-–/" and place - 2 >= low and not text[place - 2].isspace():
        return bool(_DASHED.search(text, max(low, place - 6), place))
    return True
