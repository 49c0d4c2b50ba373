"""Verbs of a matter: who discussed it with whom, or raised it with whom and where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.meeting.reach import passive, with_whom
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.words import Hit
from briefing_lib.tables import Mention

# "raised it with X in Lima", "with X on Monday in Lima"
_IN_PLACE = re.compile(r"(?:,?\s(?:when\sthey\smet|on\s\w+|last\s\w+|yesterday|today))?\s(?:in|at)\s")
_TIED = re.compile(
    r"\b(?:accords?|agreements?|alliance|arrangements?|borders?|conflict|contracts?|cooperation|deals?|disputes?|friendship|"
    r"links?|pacts?|partnership|peace|relations|relationship|tensions|ties|trade|treat(?:y|ies)|truce|war)\s+with\s+"
    r"(?:the\s+|its\s+|their\s+)?$"
)
_WHICH_WE = re.compile(r"\b(?:which|that|as|what)\s(?:[\w’'-]+\s){1,4}$")


def _discuss(scene: Scene, hit: Hit) -> Cast | None:
    """Read "discussed the truce with X" and "agreed to discuss the truce"; what two parties discussed points back."""
    others = [p for p in with_whom(scene, hit) if p.kind != "pronoun"]
    tied = bool(others) and _TIED.search(scene.left(others[0].start, 60))
    if tied and not any(p.kind in ("person", "counterpart") for p in others):
        # "discussed relations with Iran": in the cabinet.
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in others]
    if others and _WHICH_WE.search(scene.left(hit.start, 40)) and all(p.kind == "state" for p in others):
        # "the package which we discussed with Washington": says no more than that there is one
        return None
    if others:
        return Cast(subjects, others, [], implied) if subjects else None
    held = hit.form == "past" and not implied and not passive(scene, hit)
    if held and (scene.dates or any(m.type == "place" and m.start > hit.end for m in scene.mentions)):
        # "The Ministers of Industry of Spain and Morocco examined the cable in Tangier": not each for himself.
        both = subjects[0].kind == "office" and subjects[0].many and bool(subjects[0].office) if subjects else False
        if both and all(p.kind in ("office", "person", "state") for p in subjects):
            return Cast(subjects, [], [], False)
    if len(subjects) < 2 or any(p.kind in ("pronoun", "pair") for p in subjects):
        return None
    persons = all(p.kind == "person" for p in subjects) and (hit.form == "past" or scene.left(hit.start, 4) == "did ")
    return Cast(subjects, [], [], implied) if persons or scene.left(hit.start, 3) == "to " else None


def _raise(scene: Scene, hit: Hit) -> Cast | None:
    """Read "raised the ban with President X in Lima": a matter is raised in letters, too, but not in a place."""
    others = with_whom(scene, hit)
    if passive(scene, hit) or not others or others[0].kind not in ("person", "counterpart"):
        return None
    end = min(scene.sentence.end, others[-1].end + 45)
    place = any(m.type in ("place", "state") and others[-1].end < m.start < end for m in scene.mentions)
    if not place or not _IN_PLACE.match(scene.text, others[-1].end, scene.sentence.end):
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in others and p.kind in ("person", "office", "pronoun")]
    return Cast(subjects, others, [], implied) if subjects else None


def _may_raise(text: str, hit: Hit, named: Sequence[Mention], end: int) -> bool:
    """Is it raised with somebody: not "raised the rate"?"""
    return text.find(" with ", hit.end, min(hit.end + 90, end)) > 0


MAY_TELL = {"raise": _may_raise}
FRAMES = {"discuss": _discuss, "raise": _raise}
