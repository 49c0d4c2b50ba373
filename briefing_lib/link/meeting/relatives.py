"""Nouns of meeting whose parties a clause behind them tells: "a visit X was to make", "the talks X held"."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.reach import behind, clause_end, places_behind
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.parties import Party

_THAT = re.compile(r"(?:\s(?:on\s)?(?:that|which))?\s(?:the\s|our\s|his\s|her\s|its\s)?")
# "[was to] make", "[intends to] pay", "[had] requested"
_DOES = re.compile(
    r",?\s(?:(?:(?P<ahead>is|are|will|would|hopes|hoped|intends?|plans?|wants|meant|was\sto|were\sto|is\sto|(?:is|are)\sdue|"
    r"(?:was|were)\sdue|was\splanning|were\splanning|is\splanning|are\splanning|had\splanned|had\sintended|had\shoped|has\splanned)|has|had|"
    r"have|did)\s)?(?:(?:to|also|now|then|later|just|already|still|not|[a-z]+ly)\s)*(?:be\s|have\s)?"
    r"(?P<verb>make|makes|made|making|pay|pays|paid|paying|undertake|undertakes|undertook|undertaken|hold|holds|held|holding|have|has|had|"
    r"having|give|gives|gave|given|giving|grant|grants|granted|granting|host|hosts|hosted|hosting|offered|conduct|conducted|"
    r"arranged|attended|called|chaired|convened|opened|addressed|led|organi[sz]ed|"
    r"(?P<wish>request|requests|requested|seek|seeks|sought|ask(?:s|ed)?\sfor|propose|proposes|proposed|suggested|wants|wanted|demanded)|"
    r"(?P<plan>planned|planning|scheduled|announced|fixed|expected))\b|"
    r",?\s(?P<bare>was\splanning|were\splanning|is\splanning|had\splanned)\b"
)
_WITH = re.compile(r"\s(?:with|alongside)\s(?:the\s|his\s|her\s)?")
_FOR = re.compile(r"\s(?:for|to|in\shonou?r\sof)\s(?:the\s)?")
_TO = re.compile(r"\s(?:to|in|through|at)\s(?:the\s)?")
_DIRECT = re.compile(r"\s(?:the\s)?$")
_GIVEN = ("gave", "give", "gives", "given", "granted", "grant", "grants", "offered", "hosted")
_SIDES = frozenset({"person", "office", "state", "counterpart", "organisation", "pronoun", "pair"})


def _clause(scene: Scene, hit: Hit) -> tuple[list[Party], re.Match[str]] | None:
    """Return who acts in the clause behind a noun, and its verb."""
    that = _THAT.match(scene.text, hit.end, scene.sentence.end)
    if that is None or hit.type in ("summit", "ministerial", "press", "speech", "signing"):
        return None
    for index, party in enumerate(scene.parties):
        if party.start < hit.end:
            continue
        if party.start - that.end() > 4 or party.kind not in _SIDES or scene.text[that.end() : party.start].strip():
            return None
        who = [p for p in scene.list_from(index) if p.kind in _SIDES]
        for last in (who[-1], who[0]) if who else ():
            if verb := _DOES.match(scene.text, last.end, scene.sentence.end):
                return (who if last is who[-1] else who[:1]), verb
        return None
    return None


def relative_cast(scene: Scene, hit: Hit) -> Cast | None:
    """Return the parties of "the visit that X intends to make to Algiers"; None if no such clause follows.

    Args:
        scene: the sentence.
        hit: a noun of meeting.
    """
    found = _clause(scene, hit)
    if found is None:
        return None
    who, verb = found
    end = scene.sentence.end
    if hit.frame == "journey":
        for to in _TO.finditer(scene.text, verb.end(), min(end, verb.end() + 70)):
            if destinations := places_behind(scene, to.end(), end):
                return Cast(who, [], destinations, False)
        return None
    others: list[Party] = []
    if with_ := _WITH.search(scene.text, verb.end(), min(clause_end(scene, hit), verb.end() + 90)):
        others = behind(scene, with_.end(), end)
    elif verb["verb"] in _GIVEN:
        guest = _FOR.match(scene.text, verb.end(), end)
        others = behind(scene, guest.end() if guest else verb.end() + 1, end)
    others = [p for p in others if p not in who]
    return Cast(who, others, [], False) if others or len(who) > 1 or scene.dates else None


def relative_status(scene: Scene, hit: Hit) -> str:
    """Return what the clause behind a noun says of the meeting: held, planned or proposed; empty without a clause."""
    found = _clause(scene, hit)
    if found is None:
        return ""
    verb = found[1]
    if verb["wish"]:
        return "proposed"
    return "planned" if verb["ahead"] or verb["plan"] or verb["bare"] else "held"
