"""Whether a meeting takes place that a verb tells of: by its form, what governs it and whether it is denied."""

from __future__ import annotations

import re

from briefing_lib.find.tense import tense
from briefing_lib.link.meeting.scene import Scene
from briefing_lib.link.meeting.status_behind import told_behind
from briefing_lib.link.meeting.status_cues import (
    BE,
    NEGATED,
    TO,
    Cue,
    conditional,
    cues_before,
    region,
    said_to_another,
    weighed,
)
from briefing_lib.link.meeting.words import VERBS, Hit

# "has (also) ", "had " right before a participle.
_PERFECT = re.compile(
    r"\b(?:has|have|had|having|['’]ve|['’]s|['’]d)\s+(?:(?:[a-z]+ly|also|just|already|now|twice|since|both)\s+)*$"
)
# "was to have met": it did not come to that.
_WAS_TO_HAVE = re.compile(r"\b(?:was|were)\s+(?:[a-z]+ly\s+)?to\s+have\s+(?:been\s+)?(?:[a-z]+ly\s+)?$")
_COULD_HAVE = re.compile(r"\b(?:would|could|might|may|should)\s+have\s+(?:[a-z]+ly\s+)*$")
# "would hold talks when [he arrived]"
_WOULD_WHEN = re.compile(r"\b(?:would|will)\s[^;]*\b(?:when|once)\s+$")
# "had intended to visit X, but (then) postponed the trip"
_DROPPED = re.compile(
    r"[^.;]*?\b(?:but|before|and)\s+(?:(?:that\s)?(?:the|this|that|his|her)\s(?:trip|visit|meeting|journey|ceremony|talks|"
    r"encounter|tour)\s(?:was|were|is|has\sbeen|had\sbeen)\s|(?<!and\s)(?:[\w’'-]+\s+){0,3}?)(?P<off>postpon\w+|delayed|cancell?ed|scrapped|called\s(?:it\s)?off)\b"
)
_LATER = frozenset({"postponed", "postponing", "delayed"})
# "until they meet", "before the foreign ministers gather"
_NOT_YET = re.compile(
    r"\b(?:before|until|till|by the time|as soon as)\s+(?!and\b)(?:(?!to\b|will\b|and\b)[\w’'.-]+\s+){1,8}$"
)
# "Reports that X would come to Y [were denied]"
_REPORTS = re.compile(
    r"\b(?:[Rr]eports?|[Rr]umou?rs?|[Cc]laims?|[Ss]uggestions?|[Ss]tor(?:y|ies)|[Ss]peculation)\sthat\b"
)
_UNTRUE = re.compile(
    r"\b(?:was|were|is|are|has\sbeen|have\sbeen)\s(?:[a-z]+ly\s)?(?:contradicted|denied|described\sas\s(?:false|untrue)|discounted|"
    r"dismissed|rejected|false|untrue|unfounded|baseless)\b"
)
# "a proposal for X to [meet]"
_PLAN_FOR = re.compile(
    r"\b(idea|invitation|offer|plans?|proposals?|requests?|suggestions?)\s(?:for|that)\s[^,;.]{3,70}\sto\s(?:[^,;.]{3,50}\sand\s)?(?:[a-z]+ly\s)?$",
    re.I,
)
_PLANS = {"idea": "proposed", "invitation": "proposed", "offer": "proposed", "plan": "planned", "proposal": "proposed",
          "request": "proposed", "suggestion": "proposed"}  # fmt: skip
# "denied that X had met", "no truth in reports that": said of the whole clause, before its subject.
_DENIED = re.compile(r"\b(?:denied|denies|deny|dismissed|untrue)\b")


def verb_status(scene: Scene, hit: Hit, subject_start: int, dated: str) -> str:
    """Return the status of the meeting a verb tells of; the arguments are those of ``status.status_of``."""
    if hit.frame == "be in" and hit.form == "base":
        if scene.word(hit).startswith("had been"):
            return "cancelled"
        return "expected" if "expected" in scene.word(hit) else "planned"
    _, left = region(scene, hit)
    head = scene.text[scene.sentence.start : hit.start]
    if _DENIED.search(head) and (hit.form != "past" or _PERFECT.search(left) or "that" in head):
        return "denied"
    if _REPORTS.search(head) and _UNTRUE.search(scene.text, hit.end, scene.sentence.end):
        return "denied"
    cues = cues_before(scene, hit, "before")
    near = cues[-1] if cues else None
    asked = said_to_another(scene, hit)
    if asked and not (near and near.start > asked.start):
        return asked.status
    if hit.form == "past":
        ahead = _WOULD_WHEN.search(scene.text, scene.sentence.start, max(subject_start, scene.sentence.start))
        return "planned" if ahead else _past(scene, hit, cues, left)
    if hit.form in ("base", "present") and dated != "past" and _NOT_YET.search(scene.left(hit.start, 90)):
        return "planned"
    if hit.form == "present":
        if near and near.status in ("denied", "cancelled") and hit.start - near.end < 20:
            return near.status
        now = scene.titled or hit.frame == "be in"
        return "held" if now and dated != "future" or dated == "past" else "planned"
    if hit.form == "ing":
        nouns = cues_before(scene, hit, "before", "noun")
        if nouns and min(hit.start, max(subject_start, nouns[-1].end)) - nouns[-1].end < 22:
            return weighed(scene, nouns[-1], nouns)
        return "planned" if dated == "future" else "held"
    return _base(scene, hit, cues, left, dated)


def _past(scene: Scene, hit: Hit, cues: list[Cue], left: str) -> str:
    """Read "met", "has met", "did not meet", "to be received", "would have met"."""
    near, auxiliary = cues[-1] if cues else None, left[-60:]
    if NEGATED.search(auxiliary):
        return "cancelled" if near and near.status == "cancelled" else "denied"
    if _WAS_TO_HAVE.search(auxiliary):
        return "cancelled"
    if _PERFECT.search(auxiliary):
        return "cancelled" if _COULD_HAVE.search(auxiliary) else "held"
    if BE.search(auxiliary):
        governed = near and hit.start - near.end < 30 and near.status != "denied"
        return weighed(scene, near, cues) if near and governed else "held"
    return "expected" if near and near.word in ("if", "whether") and conditional(left[-40:]) else "held"


def _purpose_of(scene: Scene, hit: Hit) -> Hit | None:
    """Return the verb of meeting whose purpose an infinitive is: "*travels* to Rome to see X"."""
    before = [h for h in scene.hits if h.form in VERBS and h.end < hit.start]
    if not before or before[-1].form == "base" or hit.start - before[-1].end > 60:
        return None
    return (
        None if re.search(r"[,;:]|\b(?:and|who|which|that)\b", scene.text[before[-1].end : hit.start]) else before[-1]
    )


def _base(scene: Scene, hit: Hit, cues: list[Cue], left: str, dated: str) -> str:
    """Read "will meet", "to meet", and "meet" as a plural present."""
    infinitive = bool(TO.search(left))
    if plan := _PLAN_FOR.search(left):
        # "a proposal for X to meet Y", "a plan for X to dine with Y has been dropped"
        fate = told_behind(scene, hit)
        return fate if fate in ("cancelled", "postponed", "denied") else _PLANS[plan[1].lower().rstrip("s")]
    if scene.titled and infinitive and not (cues and hit.start - cues[-1].end < 60):
        return "planned"
    if cues:
        told = weighed(scene, cues[-1], cues)
        dropped = _DROPPED.match(scene.text, hit.end, scene.sentence.end) if told in ("planned", "expected") else None
        return ("postponed" if dropped["off"] in _LATER else "cancelled") if dropped else told
    if infinitive and (verb := _purpose_of(scene, hit)):
        # "flies to Bonn to lunch with X"
        return verb_status(scene, verb, verb.start, dated)
    if infinitive:
        told = tense(scene.text, hit.start, hit.end)
        return {"past": "held", "future": "planned"}.get(told, "held" if told and dated != "future" else "planned")
    return "planned" if dated == "future" else "held"
