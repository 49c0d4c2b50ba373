"""How far a place or a date is from a word of meeting: in characters, clauses and other meetings counted in."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.scene import CLAUSE, Scene
from briefing_lib.link.meeting.words import VERBS, Hit

# What a place or a date has to be nearer than, in characters, clauses and other meetings counted in.
FAR = 170.0
_CLAUSE_COST, _VERB_COST, _NOUN_COST = 60, 60, 60
_AND = re.compile(r"\band\s+(?:an?|the|his|her|their)?\s*(?:[\w-]+\s+){0,2}$")
_SIDELINES = re.compile(
    r"\b(?:on|in|at) the (?:sidelines|margins|fringes) of\b|\b(?:take|takes|took)\splace\sat\b|\bheld\s(?:at|during)\b|"
    # "meet again at the ministerial meeting in Lima"
    r"\bat\s(?:the|an?)\s(?:[\w’'-]+\s){0,6}?(?:summit|meeting|conference|forum|gathering|session)\b"
)
_WHEN = re.compile(r"\swhen\s[^,;]*$")


def cost(scene: Scene, hit: Hit, start: int, end: int) -> float:
    """Return how far a span is from a word of meeting, clauses and other meetings between them counted in."""
    behind = start >= hit.end
    first, last = (hit.end, start) if behind else (end, hit.start)
    far = float(last - first) * (1.0 if behind else 1.3)
    aside = _SIDELINES.search(scene.text, first, last)
    if aside and not any(first <= other.start < aside.start() for other in scene.hits if other != hit):
        return far
    far += _CLAUSE_COST * sum(1 for _ in CLAUSE.finditer(scene.text, first, last))
    for other in scene.hits:
        if other != hit and first <= other.start < last:
            # "a meeting of X and an informal summit of Y in Bishkek": one place for both.
            joined = (
                behind
                and hit.form not in VERBS
                and _AND.search(scene.text, max(hit.end, other.start - 40), other.start)
            )
            if other.type == "visit" and _WHEN.search(scene.text, first, other.start):
                # "will sign the treaty when X visits Lima on 2 July"
                continue
            far += _VERB_COST if other.form in VERBS else 0 if joined else _NOUN_COST
    return far
