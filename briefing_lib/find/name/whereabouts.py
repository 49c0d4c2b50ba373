"""Places that no lexicon lists, by the words before them: 'in Nevrokop', 'the village of Tal Rifat', 'Wau, South
Sudan'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.persons import is_abstract
from briefing_lib.find.name.runs import CALENDAR, Name, Run

# 'in ', 'near ', 'the town of ', 'in southern ', 'in downtown ', 'in the village of ', 'confer at '
_BEFORE = re.compile(
    r"(?:(?<![\w-])(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|[Tt]hroughout|[Aa]cross|[Bb]ased in)"
    r"(?: (?:central|downtown|nearby|rural|north(?:ern|east(?:ern)?|west(?:ern)?)?|south(?:ern|east(?:ern)?"
    r"|west(?:ern)?)?|east(?:ern)?|west(?:ern)?|upper|lower|mainland|suburban))?"
    r"|\b(?:city|town|township|village|port|hamlet|district|province|region|suburb|neighbou?rhood|county|island"
    r"|municipality|governorate|oblast|prefecture|commune|settlement|outskirts|capital|mayor|streets|north|south"
    r"|east|west|resort|suburb|outskirts|kilomet(?:er|re)s? (?:from|of)|miles (?:from|of)) (?:of|from)"
    r"|\b(?:[Mm]et|[Mm]eets?|[Mm]eeting|confer(?:red)?|[Cc]onference|[Tt]alks|[Ss]ummit|landed|arrived|signed) at) $"
)
# 'confidence in Okello', 'a stake in Telenor'
_OF_MIND = re.compile(
    r"\b(?:trust|confidence|interest(?:ed)?|faith|belie(?:f|ve[sd]?)|invest(?:ed|ing|s|ments?)?|stakes?|shares?|role"
    r"|character|hope|pride|speak|speaks|spoke|written|wrote|published|dressed|titled|result(?:ed|ing)?) [Ii]n $"
)
# 'Wau, South Sudan', 'Tal Rifat, a town in Aleppo'
_TOWN_BEHIND = re.compile(
    r", (?:an? |the )(?:[a-z-]+ ){0,3}(?:town|city|village|port|suburb|district|province|region)\b"
)
_MOVED_BEFORE = re.compile(r"(?<![\w-])(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Oo]f|[Oo]utside|[Aa]round|[Vv]ia) $")
_MIXED = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]|-.*-[A-Z]")  # 'LDCs', 'Reform-Perform-Transform'
# 'ASHLAND, Ky. — ', 'Kisumu (Reuters) - ', 'ORLIVKA, June 5 — '
_DATELINE = re.compile(
    r"(?:, [A-Z][\w.]+(?: [A-Z]?[\w.]+)?)?(?:, [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: \([A-Z][\w/ -]+\))? ?[-–—]{1,2} (?=[A-Z“\"])"
)
# one of these stands last in all that is searched for
_LAST_BEFORE = frozenset(
    ("in", "In", "near", "Near", "outside", "Outside", "around", "Around", "throughout", "Throughout", "across")
    + ("Across", "of", "from", "central", "downtown", "nearby", "rural", "northern", "northeast", "northeastern")
    + ("northwest", "northwestern", "north", "south", "southern", "southeast", "southeastern", "southwest")
    + ("southwestern", "at", "east", "eastern", "west", "western", "upper", "lower", "mainland", "suburban")
)
# of those the ones that say enough alone
_ENOUGH = frozenset(word for word in _LAST_BEFORE if _BEFORE.match(f"{word} "))
_RULE = "place by the words beside it"
_MOST = 3  # words in the name of a place


def find_whereabouts(text: str, runs: Sequence[Run], found: Sequence[Name], names: Gazetteer) -> list[Name]:
    """Find unlisted places among the runs of capitalised words that no name covers.

    Args:
        text: the document's text.
        runs: its runs of capitalised words, in order.
        found: its names, in order.
        names: the gazetteer.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> from briefing_lib.find.name.runs import find_runs
    >>> t = "They met in Orlivka, near the town of Vale Grande, in English."
    >>> [t[n.start:n.end] for n in find_whereabouts(t, find_runs(t)[1:], [], bundled())]
    ['Orlivka', 'Vale Grande']
    """
    places: list[Name] = []
    at = 0
    for run_start, end, words in runs:
        start = _without_opener(run_start, words, names) if " " in words else run_start
        gap = text[start - 1] if start else "\n"
        # Few words are worth more than a look at the one before them.
        last = text[text.rfind(" ", 0, start - 1) + 1 : start - 1] if gap == " " else ""
        where = last in _LAST_BEFORE or text[end : end + 2] == ", "
        if not where and gap != "\n":
            continue
        while at < len(found) and found[at].end <= run_start:
            at += 1
        if at < len(found) and found[at].start < end:
            continue
        if gap == "\n" and _opens_dateline(text, start, end, names):
            places.append(_dateline(text, start, end))
            continue
        if not where:
            continue
        if _stands_where(text, start, end, last, found[at : at + 1]) and _may_be_place(text, start, end, names):
            places.append(Name(start, end, Sense(" ".join(text[start:end].split()), "place", "", ""), _RULE))
    return places + _again(runs, places, found, names) if places else places


def _again(runs: Sequence[Run], places: Sequence[Name], found: Sequence[Name], names: Gazetteer) -> list[Name]:
    """Find places known from one sentence in the others."""
    known = {place.sense.actor: place.sense for place in places}
    taken = {place.start for place in places}
    again: list[Name] = []
    at = 0
    for run_start, end, words in runs:
        start = _without_opener(run_start, words, names) if " " in words else run_start
        sense = known.get(words[start - run_start :])
        if sense is None or start in taken:
            continue
        while at < len(found) and found[at].end <= run_start:
            at += 1
        if at == len(found) or found[at].start >= end:
            again.append(Name(start, end, sense, _RULE))
    return again


def _opens_dateline(text: str, start: int, end: int, names: Gazetteer) -> bool:
    """A state, day or agency must follow the town: 'QUESTION - How' is none."""
    hit = _DATELINE.match(text, end) if text[end : end + 1] in (",", " ") else None
    if not hit or not any(mark in hit.group() for mark in ",("):
        return False
    return not any(word.title() in names.title_words for word in text[start:end].split())


def _dateline(text: str, start: int, end: int) -> Name:
    words = " ".join(text[start:end].split())
    actor = words.title() if words.isupper() else words
    return Name(start, end, Sense(actor, "place", "", ""), "place of a dateline")


def _stands_where(text: str, start: int, end: int, last: str, behind: Sequence[Name]) -> bool:
    before = text[max(0, start - 32) : start]
    return (
        (
            (last in _ENOUGH or (last in _LAST_BEFORE and _BEFORE.search(before) is not None))
            and not _OF_MIND.search(before)
        )
        or _TOWN_BEHIND.match(text, end) is not None
        or (_is_in_place(text, end, behind) and _MOVED_BEFORE.search(before) is not None)
    )


def _without_opener(start: int, words: str, names: Gazetteer) -> int:
    """'In Buxton' is one run where it opens a sentence."""
    word, space, _ = words.partition(" ")
    return start + len(word) + 1 if space and word in names.openers else start


def _may_be_place(text: str, start: int, end: int, names: Gazetteer) -> bool:
    words = text[start:end]
    if f" {words.lower()}" in text or text[end : end + 1] in ("-", "–") or text[end + 1 : end + 2].isdigit():
        return False
    parts = words.split() if text[end : end + 4] not in (" el-", " al-") else []
    return (
        0 < len(parts) <= _MOST
        and not any(piece in names.demonyms or piece in CALENDAR for part in parts for piece in part.split("-"))
        and not any(
            part in names.demonyms
            or part in CALENDAR
            or part in names.openers
            or part in names.title_words
            or part in names.topics
            or (part in names.heads and names.heads[part]["kind"] != "place")
            or part.isupper()
            or len(part) < 3
            or _MIXED.search(part)
            or is_abstract(part)
            for part in parts
        )
    )


def _is_in_place(text: str, end: int, behind: Sequence[Name]) -> bool:
    """Tell whether a state or place follows behind a comma: 'Wau, South Sudan'."""
    return (
        bool(behind)
        and text[end : end + 2] == ", "
        and behind[0].start == end + 2
        and behind[0].sense.type in ("state", "place")
    )
