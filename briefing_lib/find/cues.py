"""Saying words: the verbs, nouns and phrases that report speech, and one matcher that finds them all.

A verb's frames (``lexicons/reporting_verbs.csv``) say what may follow it: ``that`` a clause with that, ``clause``
one without, ``told`` a hearer first, ``np`` a noun phrase ("denied involvement"), ``gerund`` ("denied firing"),
``inf`` ("vowed to stay"), ``object-inf`` ("urged Sudan to stop"), ``wh`` a question, ``accuse`` somebody of or for
something, ``calling`` something something, a preposition ("warned of"), ``quote`` words in quotation marks only.
A noun's frames (``lexicons/reporting_nouns.csv``) are ``that``, ``to``, ``for`` and ``quote``.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon


class Cue(NamedTuple):
    """Form of a saying word: its base, which form it is, what may follow it, what it commits to."""

    base: str
    form: str  # word, third, past, participle, gerund, noun or phrase
    frames: frozenset[str]
    strength: str


PHRASES = ("according to", "in the words of", "in the view of", "in the opinion of")
BASES = ("based on", "judging by", "judging from", "going by")
# Nouns of what a person thinks: "in Haddad's view, ..."
VIEWS = ("words", "view", "opinion", "telling", "estimation", "assessment", "account", "judgment", "judgement", "eyes")
# Capitalised in names far more often than as the verb of a headline
_NO_HEADLINE = frozenset("States Reports Rules Orders Demands Claims Notes Calls Holds Posts Comments Projects Offers Briefs Texts".split())


@cache
def find_cues() -> lexicon.Matcher[Cue]:
    """Return the matcher of all saying words.

    >>> [(words, cue.form) for _, _, cue, words in find_cues().find("Lima said so, according to Rome.")]
    [('said', 'past'), ('according to', 'phrase')]
    """
    found: dict[str, Cue] = {}
    for phrase in (*PHRASES, *BASES):
        found[phrase] = found[phrase.capitalize()] = Cue(phrase, "phrase", frozenset(), "said")
    for word in VIEWS:
        found[word] = Cue(word, "phrase", frozenset(), "said")
    for row in lexicon.rows("reporting_nouns"):
        found[row["word"]] = Cue(row["word"], "noun", frozenset(row["frame"].split()), "said")
    for row in lexicon.rows("reporting_verbs"):
        frames = frozenset(row["frame"].split())
        for form in ("word", "third", "participle", "past", "gerund"):
            found[row[form]] = Cue(row["word"], form, frames, row["strength"])
        headline = row["third"].capitalize()
        if headline not in _NO_HEADLINE:
            found[headline] = found[row["third"]]
    return lexicon.Matcher(found)


@cache
def noun_frames(word: str) -> frozenset[str]:
    """Return the frames of a noun that reports, none if it is not one: 'claim' is a verb and a noun."""
    return {row["word"]: frozenset(row["frame"].split()) for row in lexicon.rows("reporting_nouns")}.get(word, frozenset())
