"""The words that say whether a meeting takes place, and what they say together: "will", "may", "reportedly will"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.lexicon import Matcher
from briefing_lib.link.meeting.scene import Scene, either
from briefing_lib.link.meeting.words import Hit

FUTURE = re.compile(
    r"\b(?:will|shall|['’]ll|going to|(?:is|are) (?:to|(?:due|set|scheduled|expected) to))\b",
)
PAST = re.compile(
    r"\b"
    + either("was were had did said told met held took came went spoke visited began made gave agreed [a-z]{3,}ed")
    + r"\b"
)
NEGATED = re.compile(r"\b(?:not|never|n['’]t|neither)\s+(?:[a-z]+ly\s+|yet\s+|even\s+|been\s+|be\s+)*$")
BE = re.compile(r"\b" + either("be been being is are was were get got") + r"\s+(?:[a-z]+ly\s+|also\s+|to\s+be\s+)*$")
TO = re.compile(r"\bto\s+(?:[a-z]+ly\s+|also\s+)*$")
_SAID = re.compile(
    r"\b" + either(r"said announced confirmed told say says according statement ministry spokes\w+") + r"\b"
)
# "expressed the hope that the presidents [would] meet"
_HOPED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing|eful)|wish(?:es|ed)?|looked\sforward\sto\sa\stime\swhen)\b(?:\sthat\b)?[^.;:]*$"
)
_IF = re.compile(r"\b(?:if|whether|unless)\b", re.I)
# "Can you tell us about the meeting?": the answer is asked for, not the meeting.
TELL_US = re.compile(
    r"\s*(?:[A-Z][\w .’'-]{0,30}:\s+)?(?:Can|Could|Would|Will|Do|May|Might) (?:you|I|we) (?:please )?(?:also )?"
    r"(?:ask|brief|clarify|comment|describe|elaborate|explain|give|have|provide|say|share|speak|talk|tell)\b"
)
_SHORT_WILL = re.compile(r"(?<=\w)['’]ll\b")
# A new subject between a word of status and the meeting breaks the bond: "invited", ", who".
_APART = re.compile(r"[;:]|\.\s|,\s(?:who|which|and|but|while|after)\b|\b(?:but|while|whereas)\b")
_WINDOW = 130
_UNLIKELY = frozenset({"is not", "are not", "was not", "were not", "do not", "does not", "don't", "doesn't"})


class Cue(NamedTuple):
    """Word of status: what it says, and whether it governs a verb ("before"), a noun, or is an adjective."""

    start: int
    end: int
    status: str
    place: str
    word: str


@cache
def matcher(*places: str) -> Matcher[tuple[str, str]]:
    """Return the matcher of the words of status with these places: before, noun, adjective, object, after, clause."""
    words: dict[str, tuple[str, str]] = {}
    for row in lexicon.rows("status_words"):
        if row["place"] in places:
            word, value = row["word"], (row["status"], row["place"])
            words.setdefault(word, value)
            # A month, not a modal.
            if word != "may":
                words.setdefault(word[0].upper() + word[1:], value)
    return Matcher(words)


def region(scene: Scene, hit: Hit) -> tuple[int, str]:
    """Return where the words before a meeting begin that can say something of it, and those words."""
    found = scene.regions.get(hit)
    if found is None:
        start = max(scene.sentence.start, hit.start - _WINDOW)
        if asked := TELL_US.match(scene.text, scene.sentence.start, hit.start):
            start = max(start, asked.end())
        for stop in _APART.finditer(scene.text, start, hit.start):
            start = stop.end()
        found = scene.regions[hit] = start, scene.text[start : hit.start]
    return found


def cues_before(scene: Scene, hit: Hit, *places: str) -> list[Cue]:
    """Return the words of status before a meeting, in order."""
    start, left = region(scene, hit)
    found = [
        Cue(s, e, status, place, word.lower())
        for s, e, (status, place), word in matcher(*places).find(scene.text, start, hit.start)
    ]
    if "before" in places and "ll" in left and (will := _SHORT_WILL.search(left)):
        found = sorted([*found, Cue(start + will.start(), start + will.end(), "planned", "before", "will")])
    return found


def weighed(scene: Scene, near: Cue, cues: list[Cue]) -> str:
    """Weigh the nearest word of status against what stands around it: "will, Reuters reported"."""
    status = "cancelled" if near.word in _UNLIKELY else near.status
    sentence = scene.text[scene.sentence.start : scene.sentence.end]
    if near.word == "would":
        if _HOPED.search(scene.text, scene.sentence.start, near.start):
            return "expected"
        if _IF.search(sentence) or not _SAID.search(sentence) and hedged(scene):
            return "expected"
        status = "planned"
    if status == "planned" and near.word != "agreed to" and hedged(scene):
        return "expected"
    earlier = [cue for cue in cues if cue.end <= near.start and near.start - cue.end < 25]
    if earlier and status in ("planned", "expected", "proposed") and near.word != "will":
        if earlier[-1].status in ("denied", "cancelled"):
            return earlier[-1].status
        if earlier[-1].word in ("may", "might", "could", "if"):
            return "expected"
    if status == "planned" and conditional(scene.text[max(scene.sentence.start, near.start - 60) : near.start]):
        return "expected"
    return status


def conditional(words: str) -> bool:
    """Do the words open a condition?

    >>> conditional("if the two "), conditional("the two ")
    (True, False)
    """
    return bool(_IF.search(words))


def hedged(scene: Scene) -> bool:
    """Is the sentence hearsay: "reportedly", "sources said", or a report by an agency or a paper?"""
    for start, _, (status, _), _ in matcher("clause").find(scene.text, scene.sentence.start, scene.sentence.end):
        if status == "report":
            return True
        # "Reuters reported": a medium is named before it, not a minister.
        before = [p for p in scene.parties if p.end <= start]
        if before and before[-1].kind == "organisation" and start - before[-1].end < 30:
            return True
    return False


def said_to_another(scene: Scene, hit: Hit) -> Cue | None:
    """Return the word that is said to somebody who is to act: "*invited* X to visit"."""
    start, _ = region(scene, hit)
    found = [
        Cue(s, e, status, place, word)
        for s, e, (status, place), word in matcher("object").find(scene.text, start, hit.start)
    ]
    if not found:
        return None
    between = [p for p in scene.parties if found[-1].end <= p.start and p.end <= hit.start]
    if (
        between
        and between[0].start - found[-1].end < 20
        and re.search(r"\bto\b", scene.text[between[0].end : hit.start])
    ):
        return found[-1]
    return None
