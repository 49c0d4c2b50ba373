"""Verbs of a host and a guest: who received, invited, called on, telephoned or saw whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.meeting.reach import BY, behind, object_of, passive, places_behind
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.parties import Party
from briefing_lib.link.tokens import speaks_of_somebody
from briefing_lib.tables import Mention

# "called on the parties to", "for"
_APPEAL = re.compile(r"[^,.;]{0,30}?\s(?:to|for|not)\b")
_GOES_ON_BIG = re.compile(r"\s[A-Z]")
# "saw him (again) in Munich", "on Monday", "."
_SEEN = re.compile(
    r"(?:\s(?:again|briefly|privately|twice|there|today|yesterday))*"
    r"(?:[.;,?!]|\s(?:in|on|at|for|and|but|before|after|during|last|next|this|when|tomorrow|today|yesterday)\b)"
)
# "called X [today]", "[to congratulate] him", "."
_CALLED = re.compile(
    r"(?:[.;]|\s(?:today|yesterday|this|earlier|late|on|last|again|after|before|by|from)\b|"
    r"\sto\s(?:ask|brief|congratulate|convey|discuss|express|extend|inform|invite|offer|talk|thank|urge|voice|wish)\b)"
)
_SEES = frozenset({"person", "office", "pronoun", "pair"})
_INVITED_TO = re.compile(r"(?:\s+(?:once|more|again|back))*\s+to\s+(?:the\s+)?")
_INVITED_BACK = re.compile(r"\s(?:back\b|to\s(?:come|return|visit)\b(?!\s(?:to\s)?(?:the\s)?[A-Z]))")
_NOUN_HOST = re.compile(r"\b(?:a|the|of)\s+(?:\w+\s+)?$")


def _invite(scene: Scene, hit: Hit) -> Cast | None:
    """Read "invited X to Rome", "had been invited once more to Peking"; "invited X to visit" is told by its verb."""
    subjects, implied = subjects_of(scene, hit)
    guests = subjects if passive(scene, hit) else object_of(scene, hit)
    start = hit.end if passive(scene, hit) or not guests else guests[-1].end
    to = _INVITED_TO.match(scene.text, start, scene.sentence.end)
    destinations = places_behind(scene, to.end(), scene.sentence.end) if to else []
    if guests and subjects and not destinations and not passive(scene, hit):
        # "I have invited President X to return in 2000": to where the host is.
        back = _INVITED_BACK.match(scene.text, start, scene.sentence.end)
        host = [p for p in subjects if p.kind in ("person", "pronoun", "office")]
        return Cast(guests, host, [], implied) if back and host and scene.dates else None
    return Cast(guests, [], destinations, implied) if guests and destinations else None


def _call_on(scene: Scene, hit: Hit) -> Cast | None:
    """Read "called on the President"; "called on the parties to stop" is an appeal."""
    others = [
        p
        for p in object_of(scene, hit)
        if p.kind in ("person", "counterpart") or p.kind == "office" and (not p.many or p.state or p.name)
    ]
    if others and _GOES_ON_BIG.match(scene.text, others[-1].end):
        return None  # "called on Member States"
    if not others or passive(scene, hit) or _APPEAL.match(scene.text, others[-1].end, scene.sentence.end):
        return None
    subjects, implied = subjects_of(scene, hit)
    return Cast(subjects, others, [], implied) if subjects else None


def _phone(scene: Scene, hit: Hit) -> Cast | None:
    """Read "called X today", "called X to congratulate him"; "called X a friend" is none."""
    index = next((i for i, p in enumerate(scene.parties) if p.start >= hit.end), None)
    if passive(scene, hit) or index is None or scene.text[hit.end : scene.parties[index].start].strip():
        return None
    others = scene.list_from(index)
    if not all(p.kind in ("person", "counterpart") or p.kind == "office" and not p.many for p in others):
        return None
    ends = scene.titled and not scene.text[others[-1].end : scene.sentence.end].strip()
    if scene.possessive(others[-1]) or not (ends or _CALLED.match(scene.text, others[-1].end, scene.sentence.end)):
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in others and p.kind in ("person", "office", "pronoun")]
    return Cast(subjects, others, [], implied, len(others) > 1) if subjects else None


def _see(scene: Scene, hit: Hit) -> Cast | None:
    """Read "saw Mr. Cohen in Munich", "will see him again"; what is seen as something is no guest."""
    if passive(scene, hit):
        by = BY.match(scene.text, hit.end)
        hosts = [p for p in behind(scene, by.end(), scene.sentence.end) if p.kind in ("person", "office")] if by else []
        seen = [p for p in subjects_of(scene, hit)[0] if p.kind in ("person", "pronoun") and p not in hosts]
        return Cast(seen, hosts, [], False) if hosts and seen and scene.dates else None
    index = next((i for i, p in enumerate(scene.parties) if p.start >= hit.end), None)
    if scene.left(hit.start, 40).find("whom ") >= 0:
        # "X, whom he last saw in May"
        others = [p for p in object_of(scene, hit) if p.kind in ("person", "counterpart")]
        subjects = [p for p in subjects_of(scene, hit)[0] if p not in others and p.kind in _SEES]
        return Cast(subjects, others, [], False) if others and subjects and scene.dates else None
    if index is None or scene.text[hit.end : scene.parties[index].start].strip() not in ("", "the"):
        return None
    others = [
        p
        for p in scene.list_from(index)
        if p.kind in ("person", "counterpart", "pronoun") or p.kind == "office" and (not p.many or p.state or p.name)
    ]
    if not others or not (scene.titled or _SEEN.match(scene.text, others[-1].end, scene.sentence.end)):
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in others and p.kind in ("person", "office", "pronoun", "pair")]
    return Cast(subjects, others, [], implied) if subjects else None


def _host(scene: Scene, hit: Hit) -> Cast | None:
    """Read "received X", "was welcomed by Y"; a decision is welcomed, a letter received, but no guest."""
    text = scene.text
    if passive(scene, hit):
        by = BY.match(text, hit.end)
        hosts = behind(scene, by.end(), scene.sentence.end) if by else []
        guests, implied = subjects_of(scene, hit)
        if not hosts or not any(p.kind in ("person", "office", "pronoun", "pair") for p in guests):
            return None
        return Cast(guests, hosts, [], implied)
    if hit.form == "ing" and _NOUN_HOST.search(scene.left(hit.start, 16)):
        return None
    others = [
        p
        for p in object_of(scene, hit)
        if p.name or p.state or p.kind in ("counterpart", "pair") or p.many and _guests(scene, p)
    ]
    guests = [p for p in others if p.kind in ("person", "office", "counterpart", "pair", "pronoun")]
    if not guests or scene.possessive(others[-1]) or guests[0].start - hit.end > 60:
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in others]
    return Cast(subjects, others, [], implied) if subjects else None


def _guests(scene: Scene, party: Party) -> bool:
    """Are they guests though nobody is named: "ministers", "a delegation of African leaders"?"""
    return "minister" in party.office or scene.text[party.start : party.end].lower().startswith("delegation")


def _may_host(text: str, hit: Hit, named: Sequence[Mention], end: int) -> bool:
    """Does a guest follow: "welcomed the two leaders", not "welcomed the report"?"""
    if hit.form == "past" or any(m.type == "person" and hit.end <= m.start < hit.end + 62 for m in named):
        return True
    return speaks_of_somebody(text, hit.end, min(hit.end + 70, end))


def _may_see(text: str, hit: Hit, named: Sequence[Mention], end: int) -> bool:
    """Does somebody follow at once: "saw Mr. Cohen", not "saw progress"?"""
    if text.find("whom ", max(0, hit.start - 40), hit.start) >= 0:
        return True
    if any(m.type == "person" and hit.end <= m.start < hit.end + 30 for m in named):
        return True
    return speaks_of_somebody(text, hit.end, min(hit.end + 40, end))


MAY_TELL = {"host": _may_host, "see": _may_see}
FRAMES = {
    "host": _host,
    "invite": _invite,
    "call on": _call_on,
    "phone": _phone,
    "see": _see,
}
