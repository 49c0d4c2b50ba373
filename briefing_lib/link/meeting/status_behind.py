"""What is said of a meeting behind its word: "The visit of X to Y *was postponed*"."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.scene import CLAUSE, Scene
from briefing_lib.link.meeting.status_cues import hedged, matcher
from briefing_lib.link.meeting.words import VERBS, Hit

OFF = frozenset({"cancelled", "postponed"})
_NOT_QUITE = re.compile(r"\b(?:no|not|nor)\s+(?:[\w-]+\s+){0,3}$", re.I)
# Verbs that tell of a meeting only if it is their subject.
_WEAK = frozenset(
    ["had", "has", "have", "was", "were", "is", "are", "went", "came", "agreed", "discussed", "decided", "saw", "gave"]
)
# "would be held in Riga in May, [and that] the consultations were postponed"
_AND_THAT = re.compile(r",\sand\sthat\s")
# "; that will not take place", "; the meeting was called off"
_THAT_MEETING = re.compile(r";\s(?:that|it|this|but it|the (?:meeting|visit|trip|talks|session|conference|summit))\s")
WHICH_ASIDE = re.compile(
    r"(?:\s(?:with|of|between|to)\s[^,;.]{1,60})?,\s(?:which|that)\s[^,;.]{3,90},"
    r"(?=\s(?:could|may|might|will|would|is|are|was|were|has|have|should|must|can)\b)"
)


# "the meeting [would be held] in the second half of January"
_TO_BE_HELD = re.compile(
    r"\s[^,.;]{0,60}?\b(?:will|would|is\sto|are\sto|may|could|might|should)\s(?:now\s|also\s|then\s)?"
    r"(?:be\s(?:held|hosted|convened)|take\splace|begin|open|convene|resume|start)\b"
)


def to_be_held(scene: Scene, hit: Hit) -> bool:
    """Is it said of a noun that it will be held, or would: so on a day to come?"""
    return hit.form not in VERBS and bool(_TO_BE_HELD.match(scene.text, hit.end, scene.sentence.end))


# "A fifth round [was to have opened] in Brussels": it did not come to that
_WAS_TO_HAVE = re.compile(
    r"[^,.;]{0,60}?(?:,\swhich)?\s(?:was|were)\s(?:to|meant\sto|supposed\sto|due\sto)\shave\s(?:been\s)?[a-z]+"
)
_NOT_OFF = re.compile(r"\bnot\s(?:yet\s|been\s|being\s|now\s)*$")
_PUT_TO = re.compile(r"[^.;]{0,90}?\b(?:postponed|put\soff|rescheduled|delayed|moved\sto|deferred)\b")


def told_behind(scene: Scene, hit: Hit) -> str:
    """Return what is said of a noun behind it, as in "The visit of X to Y *was postponed*"; empty if nothing is."""
    if to_have := _WAS_TO_HAVE.match(scene.text, hit.end, scene.sentence.end):
        return "postponed" if _PUT_TO.match(scene.text, to_have.end(), scene.sentence.end) else "cancelled"
    text, end = scene.text, min(scene.sentence.end, hit.end + 220)
    stop = CLAUSE.search(text, hit.end, end)
    if (
        stop
        and not _THAT_MEETING.match(text, stop.start(), end)
        and (not re.match(r",\s(?:which|and|that)|\bthat", stop.group()) or _AND_THAT.match(text, stop.start(), end))
    ):
        end = stop.start()
    aside = WHICH_ASIDE.match(text, hit.end, scene.sentence.end)
    begin = aside.end() - 1 if aside else hit.end
    if aside:
        # "consultations, which were suspended last year, could resume": what is said of them now.
        end = min(scene.sentence.end, begin + 160)
        stop = CLAUSE.search(text, begin + 1, end)
        end = stop.start() if stop else end
    left = text[scene.sentence.start : hit.start]
    negated = _NOT_QUITE.search(left[-40:])
    found, last = "", begin
    for start, until, (status, _), word in matcher("after").find(text, begin, end):
        # "of X" and "to Y" hang on the noun; more words than a few between are another subject's.
        hanging = [p.end for p in scene.parties if hit.end <= p.start and p.end <= start]
        if start - max([last, *hanging[-1:]]) > 45:
            continue
        if status == "held" and word in _WEAK and len(left.split()) > 3:
            continue
        if negated and status == "held":
            return "denied"
        last = until
        if status in OFF | {"denied"}:
            # "has not been put off"
            return "planned" if _NOT_OFF.search(text, max(begin, start - 24), start) else status
        found = found or ("expected" if status == "planned" and hedged(scene) else status)
    if not found and negated and re.search(r"\bno\s", left[-40:], re.I):
        return "denied"
    return found
