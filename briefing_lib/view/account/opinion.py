"""Report told apart from opinion, sentence by sentence, from what the tables hold and a list of words.

Points are counted, each with its reason, and a sentence with two or more is opinion:

| what counts | points |
|---|---|
| its document is an analysis, and its author speaks | 1 |
| somebody speaks for himself: in a passage of his own, or quoted word for word | 1 |
| the word that reports a quotation judges, wants or foresees: condemned, urged, warned (`strengths.py`) | 2 |
| the words quoted are a document's: a treaty states, it does not feel | -1 |
| words of duty, guess, stance or value (``opinion_words.csv``) | 1 or 2 each, 2 at most |
| words of argument there - would, cannot - where the author of an analysis speaks and quotes nobody | 1 |

Of sentences written afterwards, three in four are told rightly (``tests/test_opinion.py``): opinion in plain words is
missed ("They came late, did little and left early"), and a duty or a chance that is a fact is taken for opinion.

"The ministers met on Tuesday" is report in an analysis too; "the offer should be taken" is opinion there, and report of
what is due in a wire story. What somebody else is quoted as thinking counts as opinion: it is his, and ``why`` says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon

ENOUGH = 2
"""Points from which a sentence is opinion."""
OWN_VOICES = ("author", "")
JUDGING = frozenset(
    ("claimed", "thought", "predicted", "warned", "urged", "demanded", "accused", "condemned", "complained", "praised")
)
"""Strengths of saying words that give more than what took place."""


class Said(NamedTuple):
    """A quotation in a sentence: its kind, the strength of its saying word and the class of its source."""

    kind: str
    strength: str
    source_class: str


class Judged(NamedTuple):
    """What a sentence is, and why."""

    opinion: bool
    why: tuple[str, ...]

    @property
    def name(self) -> str:
        """``opinion`` or ``report``."""
        return "opinion" if self.opinion else "report"


@cache
def _words() -> lexicon.Matcher[tuple[int, bool]]:
    forms = {}
    for row in lexicon.rows("opinion_words"):
        word, argues = row["word"], row["kind"] == "argument"
        forms[word] = (int(row["weight"]), argues)
        if not argues:  # "May" is a month
            forms[word[0].upper() + word[1:]] = forms[word]
    return lexicon.Matcher(forms)


def judge(text: str, voice: str = "author", genre: str = "", said: Sequence[Said] = ()) -> Judged:
    """Tell whether a sentence is report or opinion.

    Args:
        text: the sentence.
        voice: who speaks: author, journalist or an actor.
        genre: genre of its document.
        said: the quotations it gives.

    >>> judge("The ministers met in Lima on Tuesday.", genre="analysis").name
    'report'
    >>> judge("Regrettably, the ministers met in Lima.").why
    ('“Regrettably”',)
    >>> judge("Lima should listen.", genre="news").name, judge("Lima should listen.", genre="analysis").name
    ('report', 'opinion')
    >>> judge("The envoy condemned the raid.", said=[Said("indirect", "condemned", "named official")]).why
    ('a source condemned',)
    """
    points, why = 0, []
    if genre == "analysis" and voice in OWN_VOICES:
        points += 1
        why.append("analysis, in its author's voice")
    spoken = voice not in (*OWN_VOICES, "journalist")
    if spoken or any(quotation.kind in ("direct", "mixed") for quotation in said):
        points += 1
        why.append(f"{voice} speaks" if spoken else "a source in its own words")
    judging = [quotation.strength for quotation in said if quotation.strength in JUDGING]
    if judging:
        points += 2
        why.append(f"a source {judging[0]}")
    if said and all(quotation.source_class == "document" for quotation in said):
        points -= 1
        why.append("words of a document")
    arguing = genre == "analysis" and voice in OWN_VOICES and not said
    found = {words: weight for _, _, (weight, argues), words in _words().find(text) if arguing or not argues}
    if found:
        points += min(2, sum(found.values()))
        why.extend(f"“{words}”" for words, weight in found.items() if weight)
    return Judged(points >= ENOUGH, tuple(why))


def judge_all(
    sentences: Mapping[str, tuple[str, str, str]], genres: Mapping[str, str], said: Mapping[str, Sequence[Said]]
) -> dict[str, Judged]:
    """Judge sentences by name.

    Args:
        sentences: for each name its text, voice and document.
        genres: genre of each document.
        said: quotations of each sentence that gives any.
    """
    return {
        name: judge(text, voice, genres.get(document, ""), said.get(name, ()))
        for name, (text, voice, document) in sentences.items()
    }
