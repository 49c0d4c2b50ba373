"""Verbs of a journey: who visited, travelled to, left for or was in which place."""

from __future__ import annotations

import re

from briefing_lib.link.meeting_words import Hit
from briefing_lib.link.reach import clause_end, passive, places_behind
from briefing_lib.link.scene import Cast, Scene
from briefing_lib.link.subjects import subjects_of

_PURPOSE = re.compile(
    r"\s+(?:(?:today|yesterday|this week|last week|next week)\s+)?(?:for|on an?|to (?:meet|attend|sign|take|"
    r"hold|address|discuss))\b"
)
_GO_TO = re.compile(
    r"\s+(?:(?:on|early|late|last|this|today|yesterday|tonight|overnight|secretly|unannounced|here|home|back|"
    r"morning|afternoon|evening|night|"
    r"[A-Z][a-z]+,?|\d{1,2},?)\s+){1,6}(?:for|to|in|into)\s+(?:the\s+)?"
)


def _visit(scene: Scene, hit: Hit) -> Cast | None:
    if passive(scene, hit) or hit.form == "ing" and _names_a_guest(scene, hit):
        return None
    destinations = places_behind(scene, hit.end, clause_end(scene, hit))
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in destinations]
    if destinations:
        return Cast(subjects, [], destinations, implied)
    # "visited the Martial Arts Centre": somewhere without a name we know.
    local = scene.text.startswith(" the ", hit.end) and not implied
    return Cast(subjects, [], [], False) if local and any(p.kind in ("person", "pronoun") for p in subjects) else None


def _names_a_guest(scene: Scene, hit: Hit) -> bool:
    """Is it "visiting Maldivian President X", which names a guest and no journey?"""
    after = next((p for p in scene.parties if p.start >= hit.end), None)
    named = after is not None and after.kind in ("person", "office") and not scene.text[hit.end : after.start].strip()
    return named and scene.word(hit) == "visiting"


def _travel(scene: Scene, hit: Hit) -> Cast | None:
    destinations = places_behind(scene, hit.end, scene.sentence.end)
    if not destinations:
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in ("person", "office", "pronoun", "pair", "counterpart")]
    return Cast(subjects, [], destinations, implied) if subjects else None


def _be_in(scene: Scene, hit: Hit) -> Cast | None:
    """Read "was in Rome on Monday for talks", "is due in Cairo": a person, a place, and when or what for."""
    destinations = places_behind(scene, hit.end, hit.end + 40)
    subjects, implied = subjects_of(scene, hit)
    if (
        not destinations
        or implied
        or not all(p.kind in ("person", "office", "pronoun", "pair") and not p.many for p in subjects)
    ):
        return None
    due = "due" in scene.word(hit) or "expected" in scene.word(hit) or "will" in scene.word(hit)
    dated = any(hit.end < date.start < destinations[-1].end + 20 for date in scene.dates)
    told = due or dated or _PURPOSE.match(scene.text, destinations[-1].end, scene.sentence.end)
    return Cast(subjects, [], destinations, False) if told else None


def _go(scene: Scene, hit: Hit) -> Cast | None:
    """Read "left on Saturday for Kigali", "flew overnight to Doha"."""
    to = _GO_TO.match(scene.text, hit.end, scene.sentence.end)
    destinations = places_behind(scene, to.end(), to.end() + 40) if to else []
    if not destinations:
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in ("person", "office", "pronoun", "pair")]
    return Cast(subjects, [], destinations, implied) if subjects and not implied else None


FRAMES = {
    "visit": _visit,
    "travel": _travel,
    "be in": _be_in,
    "go": _go,
}
