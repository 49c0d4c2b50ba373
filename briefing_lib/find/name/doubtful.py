"""Names that are none where they stand: 'the Organization' that may be another one, people and bodies that lend their
name to a summit, a prize or a treaty."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefing_lib.find.name.runs import Name
from briefing_lib.tables import Sentence

_SHORT = "short form of a body named before"
_WORLD = "United Nations"
_ORGANISATION = ("Organization", "Organisation")  # what the United Nations is called as well
_NEAR = 2  # sentences before
# ' Peace Summit' behind 'Nelson Mandela', ' Year' behind 'Mujib'
_MEMORIAL = re.compile(
    r"(?: [A-Z][\w-]+){0,3} (?:Prizes?|Awards?|Medals?|Years?|Decade|Days?|Lectures?|Fellowships?|Scholarships?|Trophy"
    r"|Cup|Games|Memorial|Centenary|Centennial|Bicentenary|Doctrine|Plan|Initiative|Programme|Program|Marathon|Festival"
    r"|Stadium|Avenue|Boulevard)(?![\w-]|['’]s\b)"
)
_SUMMIT = re.compile(r"(?: [A-Z][\w-]+){0,2} (?:Summit|Conference|Forum)\b")
# ' Framework Convention' behind 'United Nations', ' Global Counter-Terrorism Strategy'
_TREATY = re.compile(
    r"(?: [A-Z][\w-]+){0,4} (?:Conventions?|Declarations?|Strategy|Decade|Protocols?|Compact|Covenants?|Treaty)\b"
)


def without_doubtful(text: str, found: Sequence[Name], sentences: Sequence[Sentence]) -> list[Name]:
    """Leave out names that stand for nobody.

    Args:
        text: the document's text.
        found: its names, in order, none overlapping.
        sentences: its sentences, in order.

    >>> from briefing_lib.find.gazetteer import Sense
    >>> mandela = Name(4, 18, Sense("Nelson Mandela", "person", "ZAF", ""), "alias")
    >>> without_doubtful("the Nelson Mandela Peace Summit", [mandela], [])
    []
    """
    kept: list[Name] = []
    starts: list[int] = []
    for name in found:
        kind, end = name.sense.type, name.end
        if kind == "organisation":
            if name.rule == _SHORT:
                starts = starts or [sentence.start for sentence in sentences]
                if not _is_meant(text, name, kept, starts):
                    continue
            if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and _TREATY.match(text, end):
                continue
        elif kind == "person" and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
            full = " " in text[name.start : end]
            if _lends_name(text, name) and (_MEMORIAL.match(text, end) or (full and _SUMMIT.match(text, end))):
                continue
        kept.append(name)
    return kept


def _lends_name(text: str, name: Name) -> bool:
    """'the Trump-Kim Summit' names two who meet; 'Obama Plan to Close Base' is a headline."""
    return text[name.start - 1 : name.start] == " " and not name.rule.startswith("title")


def _is_meant(text: str, short: Name, before: Sequence[Name], starts: Sequence[int]) -> bool:
    """Tell whether a head alone stands for the body: the only one of that head named before, or one named shortly
    before; 'the Organization' is the United Nations where they have been named since."""
    head = text[short.start : short.end].removeprefix("The ")
    at = bisect_right(starts, short.start) - 1
    since = starts[max(0, at - _NEAR)] if starts else 0
    open_to_all = head in _ORGANISATION
    others: set[str] = set()
    for name in reversed(before):
        sense = name.sense
        if sense.type != "organisation" or name.rule == _SHORT:
            continue
        if name.start < since and open_to_all:
            return False
        if open_to_all and sense.actor == _WORLD:
            return False
        words = text[name.start : name.end].split()
        if len(words) > 1 and head in (words[0], words[-1]):
            if name.start >= since:
                return sense.actor == short.sense.actor
            others.add(sense.actor)
    return not open_to_all and others == {short.sense.actor}
