"""Common nouns that can be a source, and what each stands for.

``lexicons/unnamed_sources.csv`` gives the kind: *person* keeps its words ("diplomatic observers"), *title* stands for
the one person who bears it, *spokesman* and *body* for the body or state named beside them, *document* for who issued
it. The lower-case titles of ``lexicons/titles.csv`` are titles here too.
"""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.speech_words import words


@cache
def _nouns() -> dict[str, str]:
    lower = {row["word"] for row in lexicon.rows("titles") if row["kind"] != "honorific" and row["word"][0].islower()}
    # 'charge' is a title and, far more often, an accusation
    titles = lower - {row["word"] for row in lexicon.rows("reporting_nouns")}
    return dict.fromkeys(titles, "title") | {row["word"]: row["kind"] for row in lexicon.rows("unnamed_sources")}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    nouns = lexicon.pattern_of({*_nouns(), *(word[0].upper() + word[1:] for word in _nouns())})
    depends = r"(?:of|for|from|in|at|with|to|by|on|close|familiar|near|inside|who)"
    return (
        re.compile(rf"(?<![\w’'])(?:{nouns})$"),
        re.compile(rf"(?<![\w’'-])(?:{nouns})(?=\s+{depends}\s)"),
        frozenset(noun.lower().split()[-1] for noun in _nouns()),
    )


@cache
def _demonyms() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["actor"], row["kind"]) for row in lexicon.rows("demonyms") if row["actor"]}


def last_noun(text: str, low: int, high: int) -> re.Match[str] | None:
    """Return the match of a noun that ends at high: 'senior officials'."""
    pattern, _, last_words = _patterns()
    word = text[max(text.rfind(" ", low, high), text.rfind("\n", low, high), low - 1) + 1 : high]
    return pattern.search(text, low, high) if word.lower() in last_words else None


def followed_noun(text: str, low: int, high: int) -> re.Match[str] | None:
    """Return the first match of a noun that a preposition or 'who' follows: 'officials in', 'sources close to'."""
    return _patterns()[1].search(text, low, high)


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
