"""Saying words: the verbs, nouns and phrases that report speech, and one pattern that finds them all.

A verb's frames (``lexicons/reporting_verbs.csv``) say what may follow it: ``that`` a clause with that, ``clause``
one without, ``told`` a hearer first, ``np`` a noun phrase ("denied involvement"), ``gerund`` ("denied firing"),
``inf`` ("vowed to stay"), ``object-inf`` ("urged Sudan to stop"), ``wh`` a question, ``accuse`` somebody of or for
something, ``calling`` something something, a preposition ("warned of"), ``quote`` words in quotation marks only,
``quoting`` somebody else, ``as-saying`` such a one only with another saying verb ("was reported as saying");
``document`` that only papers and figures do it ("the data show").
A noun's frames (``lexicons/reporting_nouns.csv``) are ``that``, ``to``, ``for`` and ``quote``; ``be``
marks an adjective ("is adamant that"). Phrases are in ``lexicons/reporting_phrases.csv``.

Each saying word has a strength: what it commits its source to (see ``strengths.py``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.speech.speech_words import words


class Cue(NamedTuple):
    """Form of a saying word: its base, which form it is, what may follow it, what it commits to."""

    base: str
    form: str  # word, third, past, participle, gerund, noun, or a phrase: according, basis or view
    frames: frozenset[str]
    strength: str


@cache
def matcher() -> tuple[re.Pattern[str], dict[str, Cue]]:
    """Return the pattern that finds all saying words, and the cue of each form."""
    found: dict[str, Cue] = {}
    for row in lexicon.rows("reporting_phrases"):
        found[row["word"]] = Cue(row["word"], row["kind"], frozenset(), row["strength"])
        if row["kind"] != "view":
            found[row["word"].capitalize()] = found[row["word"]]
    for row in lexicon.rows("reporting_nouns"):
        found[row["word"]] = Cue(row["word"], "noun", frozenset(row["frame"].split()), row["strength"])
    for row in lexicon.rows("reporting_verbs"):
        frames = frozenset(row["frame"].split())
        for form in ("word", "third", "participle", "past", "gerund"):
            if row[form]:
                found[row[form]] = Cue(row["word"], form, frames, row["strength"])
        headline = row["third"].capitalize()
        if headline and headline not in words("no headline"):
            found[headline] = found[row["third"]]
        if "quoting" in frames:
            found[row["gerund"].capitalize()] = found[row["gerund"]]
        if row["third"] in words("capital headline"):
            found[row["third"].upper()] = found[row["third"]]
    lower = [word for word in found if word[0].islower()]
    upper = [word for word in found if not word[0].islower()]
    # A saying word stands behind a character that is no letter: to start there is three times as fast as a look-behind.
    # That it is no letter with an accent is seen to later, for the few that are found.
    return re.compile(rf"[^0-9A-Z_a-z]({_opened(lower)}|{_opened(upper)})(?![\w-])"), found


def _opened(words: list[str]) -> str:
    """Return a pattern of words that first looks at two letters, which most words of a text are none of."""
    first, second = ("".join(sorted({word[i] for word in words})) for i in (0, 1))
    return rf"(?=[{first}][{second}])(?:{lexicon.pattern_of(words)})"


def reports(word: str) -> bool:
    """Tell whether a word is a form of a saying verb, and not only of one of thinking: 'told', 'have told'.

    >>> reports("told"), reports("believed"), reports("left")
    (True, False, False)
    """
    cue = matcher()[1].get(word)
    return cue is not None and cue.form in ("word", "participle", "past") and cue.strength != "thought"


def saying_cue(word: str) -> Cue | None:
    """Return the saying verb a word is a form of if it can hang on another: 'telling' in 'was quoted as telling'.

    >>> saying_cue("telling").base, saying_cue("showing"), saying_cue("running")
    ('tell', None, None)
    """
    cue = matcher()[1].get(word)
    if cue is None or cue.form == "noun" or not cue.frames & _HANGS or "document" in cue.frames:
        return None
    return cue


_HANGS = frozenset(("that", "clause", "told", "calling"))


def noun_frames(word: str) -> frozenset[str]:
    """Return the frames of a noun that reports, none if it is not one: 'claim' is a verb and a noun."""
    return _nouns().get(word, ("", frozenset()))[1]


def noun_strength(word: str) -> str:
    """Return the strength of a noun that reports: of 'threat' in 'Peru's threat to leave'.

    >>> noun_strength("threat"), noun_strength("hope")
    ('warned', 'thought')
    """
    return _nouns().get(word, ("", frozenset()))[0]


@cache
def _nouns() -> dict[str, tuple[str, frozenset[str]]]:
    return {row["word"]: (row["strength"], frozenset(row["frame"].split())) for row in lexicon.rows("reporting_nouns")}


def is_view(word: str) -> bool:
    """Tell whether a noun says what its owner thinks: 'in Haddad's view', 'by his reckoning'."""
    return word in views()


@cache
def views() -> frozenset[str]:
    """Return the nouns of what somebody thinks: 'view', 'reckoning'."""
    return frozenset(row["word"] for row in lexicon.rows("reporting_phrases") if row["kind"] == "view")
