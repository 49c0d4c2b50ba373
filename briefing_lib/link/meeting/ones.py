"""Meetings told by a number or by "one" alone: "A second was to open in Geneva", "There was one in Lima in May"."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.draft import Draft
from briefing_lib.link.meeting.meeting_draft import draft_of
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.settled import Settled
from briefing_lib.link.meeting.words import Hit

# "There was [one] in Seoul", "the [one] on the margins of", "after [one] in May"
_ONE = re.compile(
    r"(?:\b[Tt]here\s(?:was|will\sbe|is\sto\sbe|had\sbeen|has\sbeen|would\sbe|may\sbe)\s(?:also\s|then\s|just\s|already\s)?|"
    r"\b(?:after|before|since|from|like|than)\s(?:the\s)?)$"
)
_ANOTHER = re.compile(r"(?:^|[.;,:]\s|\b(?:and|but)\s|[“\"‘])$")
# "[a] third", "[their] second": opens a clause
_COUNTED = re.compile(r"(?:^|[.;:,–—]\s|\s(?:and|but|while)\s|[“\"‘])(?:[Aa]|[Tt]he|[Tt]heir)\s$")
# "in Seoul", "on 3 May", ", planned for June,", "was held", "will follow"
_HELD = re.compile(
    r"(?:,|\sround)?\s(?:in\s(?:the\s)?[A-Z]|at\s(?:the\s)?[A-Z]|on\s(?:\d|[A-Z]|the\s(?:margins|sidelines))|"
    r"(?:held|planned|scheduled|set|due|fixed|convened|hosted)\b|"
    r"(?:was|is|were|had|has|will|would|may|could)\s(?:[a-z]+ly\s|also\s|now\s|then\s|not\s)?(?:to\s)?(?:have\s)?(?:been\s|be\s)?"
    r"(?:held|planned|scheduled|set|due|fixed|convened|hosted|open\w*|follow\w*|take\splace|taken\splace|begin|begun|start\w*|"
    r"end\w*|postponed|cancelled|canceled|called\soff|put\soff)\b|(?:took|takes)\splace\b|(?:followed|follows|opens|opened|ended)\b)"
)


def told_by_number(text: str, hit: Hit, start: int, end: int) -> bool:
    """May "one", "another" or "a second" stand for a meeting: is it held, or planned, somewhere or some day?

    >>> told_by_number("A second was held in Geneva.", Hit(2, 8, "talks", "one", "noun"), 0, 28)
    True
    >>> told_by_number("A second was lost.", Hit(2, 8, "talks", "one", "noun"), 0, 18)
    False
    """
    word = text[hit.start : hit.end].lower()
    before = _ONE if word == "one" else _ANOTHER if word == "another" else _COUNTED
    low = max(start, hit.start - 26)
    return bool(before.search(text[low : hit.start])) and bool(_HELD.match(text, hit.end, end))


def one_of(scene: Scene, hit: Hit, resolver: Settled, published: str) -> list[Draft]:
    """Return the meeting told by a number: another of those told of just before, of the same kind and parties."""
    last = resolver.last_told(scene.sentence)
    if last is None:
        return []
    draft = draft_of(scene, hit, Cast([], [], [], True), resolver, published)
    if draft is None or not (draft.place or draft.edtf):
        return []
    draft.type, draft.participants, draft.told, draft.weak = last.type, list(last.participants), True, last.weak
    return [draft]
