"""Who owns a noun of meeting: the parties before it, as in "X's visit", "Franco-German talks", "their meeting"."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.reach import MODIFIED
from briefing_lib.link.meeting.scene import Scene, either
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.parties import Party
from briefing_lib.link.tokens import state_of_demonym

# "X's (two-day official) visit"
_OWNED = re.compile(
    r"['’]s?\s+(?:(?!" + either("a an is was who which that and with to of on for in said") + r"\b)[\w’'-]+[ ,]+){0,6}$"
)
_HIS = re.compile(
    r"\b(his|her|their|its|our|my|your)\s+(?:(?!"
    + either("and with to of on for in his her their its our my your during")
    + r"\b)[\w’'-]+[ ,]+){0,5}$",
    re.I,
)
_HIS_NAMES = {"his": "one", "her": "one", "their": "pair", "its": "it", "our": "we", "my": "i", "your": "you"}
_DASH = re.compile(r"\s?[-–—/]\s?$")
_STOPPED = re.compile(
    r"\b" + either(
        "a an the his her its their this that hold holds held host hosts hosted attend attends attended after "
        "before during")
    + r"\b|,"
)  # fmt: skip
_PAIR_WORD = re.compile(r"([A-Z][a-z]+)[-–]([A-Z][a-z]+)\s+(?:[\w-]+\s+){0,3}$")


def owners(scene: Scene, hit: Hit) -> tuple[list[Party], int]:
    """Return the parties that own a noun of meeting, and where its noun phrase begins."""
    text, parties = scene.text, scene.parties
    at = scene.last_before(hit.start)
    left = scene.left(hit.start, 70)
    start = hit.start
    his = _HIS.search(left)
    if his:
        start = hit.start - len(left) + his.start()
        dated = any(hit.end <= date.start < hit.end + 60 for date in scene.dates)
        together = dated and his[1].lower() == "their" and (at is None or parties[at].end <= start)
        if together and (whole := subjects_of(scene, hit, start)[0]) and all(p.kind == "person" for p in whole):
            # "X and his colleagues will discuss it at their meeting"
            return whole, start
        if at is None or parties[at].end <= start:
            name = _HIS_NAMES[his[1].lower()]
            return [Party(start, start + len(his[1]), "pronoun", name)], start
    if at is None:
        return _demonyms(scene, hit), start
    party = parties[at]
    gap = text[party.end : hit.start]
    if _OWNED.match(gap):
        whole = scene.list_to(at)
        return whole, whole[0].start
    if party.kind == "person" and not gap.strip() and (hit.frame == "journey" or scene.titled):
        # "on the eve of the Gierek visit"
        group = scene.list_to(at) if scene.titled else []
        group = group if len(group) > 1 else _compound(scene, at)
        return group, group[0].start
    if MODIFIED.match(gap) and party.kind in ("state", "organisation", "person", "office") and not _STOPPED.search(gap):
        group = _compound(scene, at)
        plural = party.kind == "office" and party.many and not gap.strip()
        if len(group) > 1 or plural or party.kind == "organisation" and not party.many:
            return group, group[0].start
    return _demonyms(scene, hit), start


def _compound(scene: Scene, at: int) -> list[Party]:
    """Return the parties of "Russia-China foreign ministers", "Biden-Kishida", "the SCO annual heads of state"."""
    parties, group = scene.parties, [scene.parties[at]]
    nameless = group[0].kind == "office" and group[0].many and not group[0].name and not group[0].state
    for index in range(at - 1, -1, -1):
        between = scene.text[parties[index].end : group[0].start]
        owner = nameless and parties[index].kind in ("organisation", "state") and MODIFIED.match(between)
        if not _DASH.match(between) and not (owner and not _STOPPED.search(between)):
            break
        group.insert(0, parties[index])
    return group


def _demonyms(scene: Scene, hit: Hit) -> list[Party]:
    """Read "Franco-German" and "Indian-Pakistani" before a noun as two states."""
    left = max(scene.sentence.start, hit.start - 60)
    pair = _PAIR_WORD.search(scene.text[left : hit.start])
    states = [state_of_demonym(word) for word in pair.groups()] if pair else []
    if not pair or not all(states):
        return []
    start, end = left + pair.start(), left + pair.end(2)
    return [Party(start, end, "state", name, name) for name in states]
