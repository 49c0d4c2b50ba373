"""Verbs of being present: who attended, reached a town, or brought others together."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.doubts import BY_PHONE, CEREMONY, CHAIRED, TOGETHER
from briefing_lib.link.meeting.reach import object_of, passive, places_behind
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.parties import Party

_TRAVELLERS = frozenset({"person", "office", "pronoun", "pair", "counterpart"})
_IN = re.compile(r"[^.;:]{0,90}?\s(?:in|at)\s(?:the\s)?")
# "declined to say [whether] he would attend", "the conference, [which] he intends to attend"
_OPEN = re.compile(r"\b(?:whether|if|which|invited)\s(?:[\w’'-]+\s){0,2}$")
_SUMS = re.compile(r"\s(?:\d|an?\s(?:agreement|accord|deal|compromise|truce|settlement|understanding|record)\b)")


def _attend(scene: Scene, hit: Hit) -> Cast | None:
    """Read "X will attend.", what another sentence tells; and "attended the funeral in Oslo", a journey there."""
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in _TRAVELLERS]
    if passive(scene, hit) or not subjects or implied and subjects[0].start > hit.start:
        return None
    ceremony = CEREMONY.match(scene.text, hit.end, scene.sentence.end)
    if not ceremony and _OPEN.search(scene.left(subjects[0].start, 40)):
        return None
    if not ceremony:
        return Cast(subjects, [], [], implied)
    where = _IN.match(scene.text, ceremony.end(), scene.sentence.end)
    destinations = places_behind(scene, where.end(), where.end() + 40) if where else []
    return Cast(subjects, [], destinations, implied) if destinations else None


def _reach(scene: Scene, hit: Hit) -> Cast | None:
    """Read "reached Tashkent on Monday" as a journey, "reached Mr X by telephone" as a call."""
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in _TRAVELLERS]
    if passive(scene, hit) or not subjects or _SUMS.match(scene.text, hit.end):
        return None
    if BY_PHONE.match(scene.text, hit.end, scene.sentence.end):
        others = [p for p in object_of(scene, hit) if p.kind in ("person", "counterpart", "office")]
        return Cast(subjects, others, [], implied) if others else None
    destinations = places_behind(scene, hit.end, hit.end + 40)
    return Cast(subjects, [], destinations, implied) if destinations and not implied else None


def _bring(scene: Scene, hit: Hit) -> Cast | None:
    """Read "brought X and Y together in Doha": those who are brought, and whoever does it if it is a person."""
    together = TOGETHER.match(scene.text, hit.end, scene.sentence.end)
    guests: list[Party] = []
    for index, party in enumerate(scene.parties):
        if together and hit.end <= party.start < together.end("whom"):
            guests = [p for p in scene.list_from(index, True) if p.kind != "place"]
            break
    guests = [p for p in guests if not scene.possessive(p)]
    if together and together.group().endswith("with"):
        after = next((i for i, p in enumerate(scene.parties) if p.start >= together.end()), None)
        guests += [p for p in scene.list_from(after) if p not in guests] if after is not None else []
    many = (
        len(guests) > 1
        or bool(guests and together and " and " in together["whom"])
        or any(p.many or p.kind == "pair" or p.name == "pair" for p in guests)
    )
    if not many or passive(scene, hit):
        return None
    subjects, implied = subjects_of(scene, hit)
    hosts = [p for p in subjects if p not in guests and p.kind in ("person", "office", "state", "pronoun")]
    dated = bool(scene.dates) or any(m.type == "place" for m in scene.mentions)
    return Cast([p for p in hosts if not p.many], guests, [], implied) if dated else None


def _chair(scene: Scene, hit: Hit) -> Cast | None:
    """Read "chaired the committee on Chad in Lagos" as a meeting of the body, "the OAU committee" as the OAU's."""
    body = CHAIRED.match(scene.text, hit.end, scene.sentence.end)
    where = _IN.match(scene.text, body.end(), scene.sentence.end) if body else None
    placed = where and any(m.type in ("place", "state") and 0 <= m.start - where.end() < 3 for m in scene.mentions)
    if not body or not placed and (not scene.dates or hit.form == "present") or passive(scene, hit):
        return None
    members = [p for p in scene.parties if hit.end <= p.start < body.end() and p.kind == "organisation"]
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in _TRAVELLERS and p not in members]
    return Cast(members or subjects, [], [], implied) if subjects else None


def _join(scene: Scene, hit: Hit) -> Cast | None:
    """Read "joined the leaders of Poland in Gdansk": talks, if it says where or when."""
    others = [p for p in object_of(scene, hit) if p.kind in ("person", "counterpart") or p.many and (p.state or p.name)]
    if not others or passive(scene, hit) or scene.possessive(others[-1]):
        return None
    placed = any(m.type == "place" and 0 < m.start - others[-1].end < 12 for m in scene.mentions)
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in _TRAVELLERS and p not in others]
    return Cast(subjects, others, [], implied) if subjects and placed else None


FRAMES = {"chair": _chair, "join": _join, "attend": _attend, "reach": _reach, "bring": _bring}
