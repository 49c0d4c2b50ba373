"""Saying verbs that are not the verb of a sentence: participles and passives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.speech.attributions import NOBODY, Attribution, Unit, forward, marked_object, shared_subject
from briefing_lib.find.speech.reported import Content
from briefing_lib.find.speech.saying_words import Cue, reports
from briefing_lib.find.speech.speakers import Subject, find_right, piece_start
from briefing_lib.find.title.page import Source

# What joins a participle to the sentence before it: ', adding', 'by saying', ',” warning'
_PARTICIPLE = re.compile(
    r"(?:,[”\"’]?|—|–|\b(?:by|while|before|after|in|and|without|from|but|when|busy|(?:spent|spends|kept|began|started)(?:\s+[\w’'-]+){0,4}))"
    r"(?:\s+[a-z]+ly|\s+also|\s+instead|\s+later)?\s*$"
)
_URGES = ("urged", "asked", "pledged", "warned")
_WITHOUT = re.compile(r"\bwithout\s+$")


def read_participle(
    unit: Unit,
    start: int,
    end: int,
    cue: Cue,
    content: Content | None,
    subject: Subject,
    earlier: Sequence[Attribution],
) -> Attribution | None:
    """Read '..., adding that ...', 'by saying “...”', 'with Gandhi insisting that ...'."""
    text = unit.page.text
    if content is None or (content.frame == "np" and "calling" in cue.frames):
        content = marked_object(unit, end) or content
    if content is None:
        return None
    explicit = content.frame in ("that", "quote", "wh", "marked")
    joined = _PARTICIPLE.search(text, max(unit.start, start - 40), start)
    source = subject.source
    if not joined and content.frame == "marked" and not (source and source.actors):
        source = shared_subject(unit, start, earlier)  # 'spent his campaign describing it as “...”'
    if not joined:
        if source is None or not (explicit or (subject.passive and cue.strength != "thought")):
            return None
        if source.rule == "document" and not source.actors:
            # 'Chile and Peru issued a statement saying that': the subject speaks
            issuer = shared_subject(unit, source.start, earlier)
            source = issuer if issuer and issuer.rule != "pronoun" else source
        named = source.actors or source.rule in ("document", "noun")
        return forward(unit, start, end, source, content) if named else None
    without = _WITHOUT.search(text, max(unit.start, start - 12), start)
    if (without and content.frame != "quote") or (cue.strength == "thought" and not explicit):
        return None
    if content.frame == "inf" and cue.strength not in _URGES and "told" not in cue.frames:
        return None
    if content.frame == "np" and cue.strength == "stressed" and not earlier:
        return None  # 'a flag was raised, underlining ...': no one speaks
    shared = shared_subject(unit, start, earlier)
    return forward(unit, start, end, shared, content) if shared else None


_BY = re.compile(r"\s+by\s+")
_TO = re.compile(r"\s+(?=to\s+[a-z]+\b)")
_TO_SAY = re.compile(r"to\s+(?:have\s+)?([a-z]+)\b")
_TELLS = ("said", "warned", "pledged")
_DEPENDENT = re.compile(r"\b(?:who|which|whose|that|when|where|it|they)\b")


def read_passive(
    unit: Unit, low: int, start: int, end: int, cue: Cue, subject: Subject, content: Content | None
) -> Attribution | None:
    """Read 'it was reported that', 'is said to have', 'was announced by Chile'."""
    text, first = unit.page.text, subject.source
    nobody = Source(start, start, (), NOBODY)
    by = _BY.match(text, end, unit.end)
    agent = find_right(unit.page, by.end(), unit.end) if by else None
    impersonal = first is not None and text[first.start : first.end].lower() == "it"
    if agent is None and (cue.strength == "thought" or subject.infinitive or (impersonal and subject.modal)):
        return None
    told = "told" in cue.frames and cue.strength in _TELLS
    if content and (
        (content.frame == "that" and (impersonal or told)) or (content.frame == "clause" and told and first)
    ):
        return forward(unit, start, end, agent or nobody, content)
    if "hearsay" in cue.frames and first and (hit := _TO.match(text, end, unit.end)):
        spoken = _TO_SAY.match(text, hit.end(), unit.end)
        if spoken and reports(spoken.group(1)):
            return None  # 'is said to have told parliament': what was told is read with 'told'
        return forward(unit, start, end, nobody, Content(hit.end(), "inf"))
    if agent and "np" in cue.frames:
        begin = piece_start(text, low, subject.start)
        words = text[begin : subject.start]
        if len(words.split()) > 1 and not _DEPENDENT.search(words) and len(words) < 120:
            return Attribution(agent, start, end, ((begin, subject.start, "np"),), "passive")
    return None
