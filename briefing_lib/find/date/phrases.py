"""Reads phrases of time - "last year", "three weeks ago", "the first half" - at a place in a text.

Which patterns can match depends on the first word, so few are tried. What comes back is a raw reading, as in
``date_written``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from briefing_lib.find.date import offsets as date_offsets
from briefing_lib.find.date import parts as date_parts
from briefing_lib.find.date import spells as date_spells
from briefing_lib.find.date.patterns import phrases
from briefing_lib.find.date.words import plain, words
from briefing_lib.find.date.written import Raw, day_and_month, read_written

Rules = tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str], int], Raw | None]], ...]

# The patterns that can match after a first word ("the" aside), in the order they are tried.
_BY_FIRST_WORD = {
    "in": "weeks_time in_units fortnight",
    "half": "offset",
    "a": "week_from offset year_ago fortnight",
    "one two three": "week_from offset months_to fortnight",
    "year": "the_year months_to year_ago year_end",
    "years": "the_year",
    "day weekend century": "",
    "whole entire full calendar academic school very": "which_unit",
    "fy": "fiscal",
    "last final": "day_part rolling which_unit nth_weekday which_name part",
    "past previous preceding next coming following upcoming": "rolling which_unit which_name",
    "this that current same present ongoing latest": "day_part which_unit which_name rolling",
    "these those": "rolling",
    "fiscal financial budget": "fiscal part",
    "week weekend month decade quarter months quarters": "the_period_of months_to",
    "today yesterday tomorrow tonight earlier later late early": "deictic day_part",
    "latter opening closing": "part",
}
_BY_ORDINAL = "rolling part century nth_weekday ordinal_day offset"
_BY_FIGURES = "offset months_to century part ordinal_day"
# These need a "the".
_AFTER_THE = {
    "new": "new_year",
    "coming": "new_year fortnight",
    "last past": "fortnight",
    "next": "fortnight day_part",
    "previous following": "day_part",
    "day week weekend month quarter year decade century": "offset the_unit",
    "current fiscal financial calendar academic school entire whole full": "the_unit",
}


def read_phrase(text: str, start: int, stop: int) -> Raw | None:
    """Read the phrase that starts at a place; None if there is none.

    >>> read_phrase("three weeks ago", 0, 15).meaning
    ('relative', 'week', -3)
    >>> read_phrase("the first half of 2009", 0, 22)
    Raw(meaning=('part', 'half', 1, None), end=14, lacks='must')
    """
    word, end = _word(text, start, stop)
    the = word == "the"
    rules = _rules()
    if the:
        word = _word(text, end + 1, stop)[0]
        rules = _rules_after_the()
    for rule, read in rules.get(word, ()):
        hit = rule.match(text, start, stop)
        found = read(text, hit, stop) if hit else None
        if found:
            return found
    return _the(text, start, end + 1, stop) if the else None


def _word(text: str, start: int, stop: int) -> tuple[str, int]:
    """Return the word at a place, as the rules know it, and its end."""
    end = start
    while end < stop and text[end].isalnum():
        end += 1
    word = text[start:end].lower()
    if word[:1].isdigit():
        return "1", end
    return ("fy" if word.startswith("fy") and word[2:].isdigit() else word), end


@cache
def _rules() -> dict[str, Rules]:
    """Return the patterns that can match, with what reads them, by first word ("1" for figures)."""
    first_words = {word: names for words_, names in _BY_FIRST_WORD.items() for word in words_.split()}
    first_words["1"] = _BY_FIGURES
    for number in (*words().numbers, *plain("vague number")):
        first_words.setdefault(re.split(r"\W", number)[0], "week_from offset months_to")
    first_words |= {ordinal.partition("-")[0]: _BY_ORDINAL for ordinal in words().ordinals}
    first_words |= dict.fromkeys(words().seasons, "season") | dict.fromkeys(words().tens, "tens")
    return {word: _named(names) for word, names in first_words.items()}


@cache
def _rules_after_the() -> dict[str, Rules]:
    """Return the patterns that can match, with what reads them, by the word after "the"."""
    more = {word: names for words_, names in _AFTER_THE.items() for word in words_.split()} | {"1": "bare_day"}
    rules = _rules()
    return {word: rules.get(word, ()) + _named(more.get(word, "")) for word in {*rules, *more}}


def _named(names: str) -> Rules:
    return tuple((getattr(phrases(), name), _reader(name)) for name in names.split())


def _reader(name: str) -> Callable[[str, re.Match[str], int], Raw | None]:
    """Return the function that reads the matches of a pattern, which bears its name."""
    return next(getattr(module, name) for module in (date_offsets, date_parts, date_spells) if hasattr(module, name))


# the [1990s], the ['80s], the [18th of May]; not the [2030 Agenda], the [8-9 May meeting]
_THE_FIGURES = re.compile(r"\d+(?:['’]?s|st|nd|rd|th)(?!\w)")


def _the(text: str, start: int, inner: int, stop: int) -> Raw | None:
    """Read "the 1990s", "the 18th of May", "the third of June"."""
    if inner >= stop:
        return None
    if text[inner] in "'’‘" and inner + 1 < stop:
        inner += 1
    if text[inner].isdigit():
        if not _THE_FIGURES.match(text, inner, stop):
            return None
        return read_written(text, inner, stop)
    return day_and_month(text, inner, stop) if text[inner].islower() else None
