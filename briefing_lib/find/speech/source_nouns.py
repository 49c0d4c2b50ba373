"""Common nouns that can be a source, and what each stands for.

``lexicons/unnamed_sources.csv`` gives the kind: *person* keeps its words ("diplomatic observers"), *title* stands for
the one person who bears it, *spokesman* and *body* for the body or state named beside them, *fellows* for the state
whose adjective stands before them ("our Turkish friends"), *document* for who issued it. The lower-case titles of
``lexicons/titles.csv`` are titles here too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.speech.speech_words import words


@cache
def _nouns() -> dict[str, str]:
    # 'charge' is a title and, far more often, an accusation; 'the model of the West' poses for nobody
    others = {row["word"] for row in lexicon.rows("reporting_nouns")} | words("no noun")
    found = {
        row["word"]: "person" if row["kind"] in _OCCUPATIONS else "title"
        for row in lexicon.rows("titles")
        if row["kind"] != "honorific" and row["word"][0].islower() and row["word"] not in others
    }
    return found | {row["word"]: row["kind"] for row in lexicon.rows("unnamed_sources")}


_OCCUPATIONS = frozenset(("academic", "activist", "journalist"))


# 'officials in', 'sources close to', 'a diplomat who'
_DEPENDS = re.compile(r"\s+(?:of|for|from|in|at|with|to|by|on|close|familiar|near|inside|who)\s")
_WORD = re.compile(r"\S+")


@cache
def _matcher() -> tuple[lexicon.Matcher[str], frozenset[str], int]:
    """Return the matcher of the nouns, the nouns as they may be written, and how many words the longest has."""
    nouns = dict(_nouns())
    nouns |= {noun[0].upper() + noun[1:]: kind for noun, kind in nouns.items()}
    return lexicon.Matcher(nouns), frozenset(nouns), max(noun.count(" ") for noun in nouns) + 1


@cache
def _demonyms() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["actor"], row["kind"]) for row in lexicon.rows("demonyms") if row["actor"]}


@cache
def last_words() -> frozenset[str]:
    """Return the words with which a noun may end: where none of them stands, no noun does.

    >>> "minister" in last_words(), "road" in last_words()
    (True, False)
    """
    return frozenset(noun.split()[-1] for noun in _matcher()[1])


class Noun(NamedTuple):
    """Noun that speaks: its span and its words."""

    start: int
    end: int
    words: str


def last_noun(text: str, low: int, high: int) -> Noun | None:
    """Return the span of the longest noun that ends at high: 'senior officials'."""
    window = max(low, high - 60)
    last = text[window:high].rsplit(None, 1)[-1:]
    if not last or last[0] not in last_words():
        return None
    _, nouns, longest = _matcher()
    starts = [word.start() for word in _WORD.finditer(text, window, high)][-longest:]
    for start in starts:
        if " ".join(text[start:high].split()) in nouns and not (start > low and text[start - 1] in "’'"):
            return Noun(start, high, text[start:high])
    return None


def followed_noun(text: str, low: int, high: int) -> Noun | None:
    """Return the span of the first noun that a preposition or 'who' follows: 'officials in', 'sources close to'."""
    for start, end, _, _ in _matcher()[0].find(text, low, high):
        if _DEPENDS.match(text, end, high) and text[max(start - 1, 0)] not in "’'-":
            return Noun(start, end, text[start:end])
    return None


def kind_of(noun: str) -> str:
    """Return what a noun stands for; the people that keep their words are ``noun``.

    >>> kind_of("spokesman"), kind_of("Officials"), kind_of("foreign minister")
    ('spokesman', 'noun', 'title')
    """
    noun = " ".join(noun.split())
    kind = _nouns().get(noun) or _nouns().get(noun[0].lower() + noun[1:], "person")
    return "noun" if kind == "person" else kind


def people(word: str) -> tuple[str, str]:
    """Return the state that a demonym names, and its kind; empty strings for other words.

    >>> people("Norwegians")
    ('Norway', 'people')
    """
    return _demonyms().get(word, ("", ""))


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.rows("titles"))


def is_title(word: str) -> bool:
    """Tell whether a capitalised word is a title before a name.

    >>> is_title("Senator"), is_title("Frank")
    (True, False)
    """
    return word in _titles()


def is_title_word(word: str) -> bool:
    """Tell whether a lower-case word may stand in a title before a name: 'minister', 'leader', 'analyst'."""
    return word in _nouns() or word in words("title")


def is_opening(word: str) -> bool:
    """Tell whether a phrase may begin with a word: 'the', 'two'."""
    return word in words("opening")


def is_stop_word(word: str) -> bool:
    """Tell whether a word cannot belong to the phrase of the noun behind it: 'that', 'said', 'of'."""
    return word in words("stop")
