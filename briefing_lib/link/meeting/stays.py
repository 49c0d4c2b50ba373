"""Verbs of a stay that name no journey: who spent how long where, and where a tour took somebody."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.reach import passive, places_behind
from briefing_lib.link.meeting.scene import Cast, Scene, either
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.words import Hit

# "spent three days in", "spent the second half of June in": time, and then a place; "spent $3m in" is none.
_TIME = re.compile(
    r"\s+(?:[\w-]+\s+){0,5}?(?:"
    + either(
        "hours? days? nights? weeks? weekend afternoon morning evening January February March April May June July "
        "August September October November December"
    )
    + r")\s+(?:in|at)\s+(?:the\s+)?"
)
# "came back on Tuesday from a week in"
_BACK_FROM = re.compile(
    r"(?:\s(?:today|yesterday|on\s\w+|last\s\w+|this\s\w+))?\sfrom\s(?:[\w-]+\s){1,4}?(?:days?|weeks?|weekend|fortnight)\s"
    r"(?:in|at)\s(?:the\s)?"
)
# "go back [in June]", "return [there next week]"
_AGAIN_THEN = re.compile(
    r"(?:\sthere)?\s(?:(?:in|on|at|before|by|early|late|during)\s(?:the\s|next\s)?(?:[A-Z][a-z]+\b|\d|end\b|new\syear|spring|summer|autumn|fall|"
    r"winter|weekend)|next\s|later\s(?:in|this)\s|tomorrow\b|(?:this|the\scoming)\s(?:week|month|year|spring|summer|autumn|fall|winter))"
    r"|\sthere[.,;]"
)
_TRAVELLERS = frozenset({"person", "office", "pronoun", "pair", "counterpart"})


def _spend(scene: Scene, hit: Hit) -> Cast | None:
    """Read "spent three days in Geneva" as a visit of whoever spent them."""
    time = _TIME.match(scene.text, hit.end, scene.sentence.end)
    destinations = places_behind(scene, time.end(), time.end() + 30) if time else []
    if not destinations or passive(scene, hit):
        return None
    subjects, implied = subjects_of(scene, hit)
    team = bool(subjects) and subjects[0].kind == "office" and subjects[0].many
    # "Experts from Hungary and Slovakia spent two days in"
    subjects = [p for p in subjects if (p.kind in _TRAVELLERS or team) and p not in destinations]
    return Cast(subjects, [], destinations, implied) if subjects else None


def _took(scene: Scene, hit: Hit) -> Cast | None:
    """Read "X, on a tour that took her to Accra" as a visit of whoever stands before the tour."""
    destinations = places_behind(scene, hit.end, hit.end + 30)
    at = scene.last_before(hit.start - 1)
    while at is not None and scene.parties[at].kind != "person":
        at = at - 1 if at else None
    return Cast([scene.parties[at]], [], destinations, False) if destinations and at is not None else None


def _back(scene: Scene, hit: Hit) -> Cast | None:
    """Read "came back on Tuesday from a week in Bonn" as a visit that is over."""
    if hit.form == "base" and _AGAIN_THEN.match(scene.text, hit.end, scene.sentence.end) and not passive(scene, hit):
        # "is expected to go back before the end of the year": to where he was
        subjects, _ = subjects_of(scene, hit)
        return Cast([p for p in subjects if p.kind in ("person", "pronoun", "office")][:1], [], [], False)
    back = _BACK_FROM.match(scene.text, hit.end, scene.sentence.end)
    destinations = places_behind(scene, back.end(), back.end() + 30) if back else []
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in _TRAVELLERS]
    return Cast(subjects, [], destinations, implied) if destinations and subjects else None


FRAMES = {"spend": _spend, "took": _took, "back": _back}
