"""The words that can start a meeting: verbs, nouns and the idioms that only look like them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.link.meeting.doubts import passes
from briefing_lib.link.tokens import HOST


class Hit(NamedTuple):
    """Word of meeting in a text: its type of meeting, how its parties are told (frame), and its form."""

    start: int
    end: int
    type: str
    frame: str
    form: str


VERBS = frozenset({"base", "present", "past", "ing"})


# Frequent words, looked at more closely before their sentence is.
_DOUBTED = frozenset({"attend", "bring", "chair", "discuss", "join", "lead", "reach"})
_Reading = tuple[str, str, str]

# "a visit", "the official visits", "X's tour": what stands before a noun that could be a verb.
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:a|an|the|his|her|their|its|our|my|your|this|that|any|no|another|each|first|last|next|of|for|"
    r"during|after|before|since|until|on|"
    r"[a-z]+al|[a-z]+-day|day|brief|forthcoming|foreign|joint|planned|private|recent|return|secret|short|"
    r"state|surprise|upcoming|working|two|three|several|some|many|such)"
    r"|['’]s?)\s+$",
    re.I,
)
# "visit to", "visit was": what stands behind a noun that could be a verb.
_NOUN_BEHIND = re.compile(
    r"\s*(?:$|[\n.,;:)])|\s+(?:to|by|of|was|were|is|has|had|will|would|comes|came|began|took|takes)\b"
)


# "is meeting X", "after meeting X": a verb; "a meeting with X", "the meeting was": a noun.
_MEETING_SOMEBODY = re.compile(
    r"\b(?:is|are|was|were|be|been|am|while|when|by|after|before|of|from|upon|on|start|keep|forward to|besides|"
    r"despite)\s+(?:[a-z]+ly\s+|now\s+|also\s+|not\s+)?$",
    re.I,
)
# "The council, [meeting] on 8 April, lowered"
_MEETS_ASIDE = re.compile(r"\s(?:in|on|at|this|last|yesterday|today|here)\b[^,.;]{2,60},\s[a-z]+")
_NOUN_BEHIND_MEETING = re.compile(
    r"\s*(?:[.,;:)]|$|\s(?:between|of|in|on|at|to|was|were|is|are|will|has|had|would|could|that|which|by)\b)"
)


# "President of the Assembly at its seventieth [session]": which one, not that it meets.
_WHICH_SESSION = re.compile(
    r"\b(?:its|this|our|the|last|previous|current)\s+(?:(?:current|present|ongoing|previous|[a-z]+(?:-[a-z]+)?(?:th|st|nd|rd|ond)|"
    r"\d+(?:th|st|nd|rd))\s+)?(?:annual\s+|regular\s+|plenary\s+)?$"
)
_SESSION_MEETS = re.compile(
    r"[^.,;]{0,60}?\s(?:in\s(?:the\s)?[A-Z]|(?:will|was|is|are|were|has|had|would|opened|opens|began|begins|took|takes|"
    r"ended|ends|closes|closed|held|convened|hosted|planned|scheduled|due|to\s(?:be|begin|open))\b)"
)
# "through [dialogue] and negotiation", "of [dialogue]": a way of doing things.
_AS_A_WAY = re.compile(
    r"(?:\b(?:through|of|and|by|for|via|on|constructive|inclusive|meaningful|genuine|open|sincere|mutual|peaceful|political|"
    r"multilateral|global|international|interreligious|intercultural)|,|—)\s+$"
)
_WITH_SOMEBODY = re.compile(r"[^.;]{0,60}?\b(?:among|amongst|at|between|held|in|took|under|was|were|will|with)\b")
_WAYS = frozenset({"dialogue", "negotiation", "negotiations", "consultation", "discussion", "discussions"})


def only_named(text: str, hit: Hit) -> bool:
    """Is a noun without a date only the name of a session, or of a way of doing things, as in "through dialogue"?

    >>> only_named("We seek peace through dialogue.", Hit(22, 30, "talks", "noun", "noun"))
    True
    """
    if hit.frame == "session" and "onference" not in text[hit.start : hit.end]:
        which = _WHICH_SESSION.search(text, max(0, hit.start - 45), hit.start)
        return which is not None and not _SESSION_MEETS.match(text, hit.end)
    if hit.frame != "noun" or text[hit.start : hit.end] not in _WAYS:
        return False
    way = _AS_A_WAY.search(text, max(0, hit.start - 20), hit.start)
    return way is not None and not _WITH_SOMEBODY.match(text, hit.end)


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[str, tuple[_Reading, ...]]]]:
    """Return the pattern of all words in small letters, and each word's spelling and readings."""
    words: dict[str, tuple[str, tuple[_Reading, ...]]] = {}
    for row in lexicon.rows("meeting_words"):
        small = row["word"].lower()
        known = words.get(small, (row["word"], ()))[1]
        words[small] = row["word"], (*known, (row["type"], row["frame"], row["form"]))
    # In small letters the words need one branch a letter, half of what they need as sentences and headlines write
    # them; a class of ASCII letters before them is looked up faster than "no letter at all".
    return re.compile(rf"[^a-z0-9_]({lexicon.pattern_of(words)})(?!\w)"), words


def find_hits(text: str) -> Iterator[Hit]:
    """Yield the words of meeting in order; idioms are passed over.

    >>> [(hit.type, hit.form) for hit in find_hits("They met in the conference room for talks.")]
    [('talks', 'past'), ('talks', 'plural')]
    """
    pattern, words = _words()
    # Every offset stays: this capital alone has two letters for one in small.
    small = (text.replace("İ", "I") if "İ" in text else text).lower()
    for hit in pattern.finditer("\n" + small):
        start, end = hit.start(1) - 1, hit.end(1) - 1
        found = words.get(hit[1]) or words[" ".join(hit[1].replace("’", "'").split())]
        written, readings = text[start:end], found[1]
        if text[start - 1 : start].isalpha() or written.isupper() or not (found[0].islower() or written == found[0]):
            continue
        kind, frame, form = readings[0]
        if form == "ing" and text[start:end].lower() == "meeting":
            if not (
                _MEETING_SOMEBODY.search(text, max(0, start - 40), start) and not _NOUN_BEHIND_MEETING.match(text, end)
            ):
                apposed = text[start - 2 : start] == ", " and _MEETS_ASIDE.match(text, end)
                form, frame = ("ing", "gather") if apposed else ("noun", "noun")
        elif len(readings) > 1:
            noun = _NOUN_BEFORE.search(text, max(0, start - 20), start) or _NOUN_BEHIND.match(text, end)
            kind, frame, form = next((r for r in readings if (r[2] in VERBS) != bool(noun)), readings[0])
        if frame == "host" and HOST.search(text, max(0, start - 30), end):
            continue
        if frame == "agree" and written.lower() == "reached" and not passes(text, start, end, "reach"):
            kind, frame = "visit", "reach"
        if written.lower() == "call on" and _NOUN_BEFORE.search(text, max(0, start - 20), start):
            # "no such call on Tuesday"
            end, kind, frame, form = start + 4, "call", "noun", "noun"
        if frame in _DOUBTED and passes(text, start, end, frame):
            continue
        if frame != "none":
            yield Hit(start, end, kind, frame, form)
