"""Abbreviations that a document makes known itself: 'the Lusaka Water Board (LWB)'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.initials import no_organisations
from briefing_lib.find.name.runs import Name

# '(SCO)', '(“LWB”)', '(the FDD)'
_BRACKETED = re.compile(r"\(\s*(?:the\s+)?[\"'“‘]?([A-Z][A-Za-z&.-]{1,9})[\"'”’]?\s*\)")
_WORDS_BEFORE = re.compile(r"[\w'’&-]+(?=[ ,-])")
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "du", "des", "la", "&"})


def find_abbreviated(text: str, names: Gazetteer) -> list[Name]:
    """Find organisations whose initials stand in brackets behind them: 'Movement for Justice and Reform (MJR)'.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> t = "The rebel Movement for Justice and Reform (MJR) agreed; output (GDP) fell."
    >>> [t[n.start:n.end] for n in find_abbreviated(t, bundled())]
    ['Movement for Justice and Reform']
    """
    found = []
    at = text.find("(")
    while at >= 0:
        hit = _BRACKETED.match(text, at)
        if hit:
            start = _long_form(text, at, hit.group(1))
            words = text[start:at].rstrip() if start >= 0 else ""
            if words and _is_organisation(words, hit.group(1), text, names):
                sense = names.senses.get(words) or Sense(" ".join(words.split()), "organisation", "", "")
                found.append(Name(start, start + len(words), sense, "name before its initials"))
        at = text.find("(", at + 1)
    return found


def abbreviations(text: str, found: Sequence[Name], names: Gazetteer) -> dict[str, Sense]:
    """Return what the document's own abbreviations stand for; they come before the lexicons'.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> t = "The International Maritime Office (IMO) spoke."
    >>> office = Name(4, 33, Sense("International Maritime Office", "organisation", "", ""), "head")
    >>> abbreviations(t, [office], bundled())["IMO"].actor
    'International Maritime Office'
    """
    short: dict[str, Sense] = {}
    for name in found:
        if name.sense.type in ("organisation", "place") and text[name.end : name.end + 2] == " (":
            defined = _BRACKETED.match(text, name.end + 1)
            if defined and _abbreviates(defined.group(1), text[name.start : name.end]):
                listed = names.senses.get(defined.group(1))
                if listed is None or (listed.actor != name.sense.actor and _is_whole(defined.group(1), name, text)):
                    short.setdefault(defined.group(1), name.sense)
    return short


def _abbreviates(short: str, full: str) -> bool:
    """Tell whether the capitals of the short form are initials of the long one, in order."""
    initials = iter(word[0].upper() for word in re.split(r"[\s-]+", full) if word)
    letters = [letter for letter in short if letter.isupper()]
    return len(letters) > 1 and all(letter in initials for letter in letters)


def _is_whole(short: str, name: Name, text: str) -> bool:
    """Only a long form read from its first initial on may overrule the lexicon."""
    return short[0] == text[name.start].upper()


def _long_form(text: str, bracket: int, short: str) -> int:
    """Return where the words begin whose initials a short form is, -1 if there are none."""
    letters = [letter for letter in short if letter.isupper()]
    line = text.rfind("\n", 0, bracket) + 1
    words = list(_WORDS_BEFORE.finditer(text, max(line, bracket - 110), bracket))
    if len(letters) < 3 or not words:
        return -1
    left = len(letters) - 1
    for hit in reversed(words):
        word = hit.group()
        initials = [part[0].upper() for part in word.split("-") if part]
        if word in _SMALL and initials[0] != letters[left]:
            continue
        if not word[0].isupper() and word not in _SMALL:
            return -1
        for initial in reversed(initials):
            if left >= 0 and initial == letters[left]:
                left -= 1
        if left < 0:
            return hit.start() if word[0].isupper() else -1
        if initials[-1] not in letters:
            return -1
    return -1


def _is_organisation(words: str, short: str, text: str, names: Gazetteer) -> bool:
    """Tell by its head: the last word, or the one before 'of' or 'for'. Treaties and plans are none; a name without
    a head is one if its initials go on to be used."""
    for part in (words, re.split(r" (?:of|for|on|in) ", words)[0]):
        head = names.heads.get(part.split()[-1].rstrip("'’"))
        if head:
            return head["kind"] == "organisation"
    return short.isupper() and text.count(short) > 1 and short not in no_organisations()
