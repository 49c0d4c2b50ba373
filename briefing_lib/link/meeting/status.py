"""Whether a meeting takes place, as the voice says: from the words before and behind it, its tense and its negation."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.scene import Scene
from briefing_lib.link.meeting.status_behind import told_behind
from briefing_lib.link.meeting.status_cues import TELL_US, cues_before
from briefing_lib.link.meeting.status_nouns import noun_status
from briefing_lib.link.meeting.status_verbs import verb_status
from briefing_lib.link.meeting.words import VERBS, Hit

_BESIDES = re.compile(r"(?:Besides|In addition to|Apart from|Aside from|As well as)\s")
# "has accepted X's [invitation] to come", "declined an [invitation]"
_ACCEPTS = re.compile(
    r"\b(?:accepted|accepts|has taken up)\s(?:[^.;,]{0,50}\binvitation\b[^.;,]{0,20}|(?:[\w’'.-]+\s){0,6})$"
)
_DECLINES = re.compile(
    r"\b(?:declined|declines|refused|rejected|turned\sdown)\s(?:[^.;,]{0,50}\binvitation\b[^.;,]{0,20}|(?:[\w’'.-]+\s){0,6})$"
)
_YES = re.compile(r"\b(?:said yes|accepted|agreed to come|has agreed|have agreed)\b")
_INVITATION_ACCEPTED = re.compile(
    r"\s*(?:The (?:invitation|offer|proposal) (?:was|has been)|He|She|They) (?:[a-z]+ly )?accepted\b"
)
# "[was to] come", "had been due to"
_WAS_TO = re.compile(
    r"\b(?:(?:was|were)\s(?:due\s|meant\s|supposed\s|expected\s|scheduled\s)?to|had\sbeen\s(?:due|expected|scheduled|set)\sto)\s(?:[\w’'-]+\s){0,2}$"
)
_NOT = re.compile(r"\bnot\s(?:yet\s|been\s|being\s|now\s)*$")
_OFF = r"(?P<off>put\soff|postponed|delayed|deferred|called\soff|cancell?ed|scrapped|abandoned|dropped)"
_IS_OFF = re.compile(r"\b(?:was|were|is|has|have|had|been|be|now|again)\s" + _OFF + r"\b")
_OFF_BEHIND = re.compile(
    r"\s[“\"]?(?:But\s)?(?:It|That|This|The\s(?:visit|trip|meeting|talks|journey|tour|session))\s(?:was|were|has\sbeen|have\sbeen|"
    r"had\sbeen|is)\s(?:now\s|since\s|later\s|[a-z]+ly\s)?" + _OFF + r"\b"
)
_THOUGHTS = frozenset(
    ["considering", "consider", "considers", "is considering", "mulls", "mulling", "mull", "weighs", "weighing",
     "hopes of", "hopes for", "hope for", "possibility of", "prospect of", "chance of", "coming", "forthcoming",
     "impending", "upcoming"]
)  # fmt: skip
# "People write that X will go to Y. *He will not.*"
_WILL_NOT = re.compile(
    r"\s(?:[“\"]?)(?:That|It|He|She|They|This|But (?:he|she|they|it))\s"
    r"(?:(?:will|would|is|are)(?:\snot|n['’]t)|won['’]t|(?P<past>did(?:\snot|n['’]t)))(?:\s(?:happen|go|be|come|take\splace|going))?\."
)
_ASKS = re.compile(
    r"[“\"‘']?\s*(?:[A-Z][\w .’'-]{0,30}:\s+)?(?:Will|Would|Could|Can|May|Might|Are|Is|Do|Does|If|When will)\b"
)


def status_of(scene: Scene, hit: Hit, subject_start: int, dated: str = "") -> str:
    """Return the status of the meeting a word tells of.

    Args:
        scene: the sentence.
        hit: the word.
        subject_start: where the party that acts begins, or the word itself; what stands before it is another clause.
        dated: "future" or "past" where the meeting's own date says so, else empty.
    """
    told = _told(scene, hit, subject_start, dated)
    if told == "planned" and (off := _put_off_nearby(scene, hit)):
        return off
    if told == "proposed" and (_accepted(scene, hit) or _ACCEPTS.search(scene.left(hit.start, 90))):
        return "planned"
    if told == "proposed" and _DECLINES.search(scene.left(hit.start, 90)):
        return "cancelled"
    return told


def _put_off_nearby(scene: Scene, hit: Hit) -> str:
    """Return what the sentence before or behind says of "He was to come on 3 September"; empty if nothing."""
    if not _WAS_TO.search(scene.left(hit.start, 50)):
        return ""
    text, start, end = scene.text, scene.sentence.start, scene.sentence.end
    paragraph = text.rfind("\n", 0, start) + 1
    before = max(paragraph, text.rfind(". ", paragraph, max(paragraph, start - 2)) + 1)
    off = _IS_OFF.search(text, before, start) or _OFF_BEHIND.match(text, end, end + 90)
    if off is None or _NOT.search(text, max(0, off.start("off") - 16), off.start("off")):
        return ""
    return "cancelled" if off["off"].startswith(("cancel", "call", "scrap", "abandon", "drop")) else "postponed"


def considered(scene: Scene, hit: Hit) -> bool:
    """Is a meeting only thought of, whatever day it was thought of: "was considering a July swing"?"""
    return any(cue.word in _THOUGHTS for cue in cues_before(scene, hit, "before", "noun", "adjective"))


def _accepted(scene: Scene, hit: Hit) -> bool:
    """Is an invitation accepted: "he has kindly said yes", or "The invitation was accepted" behind it?"""
    text, end = scene.text, scene.sentence.end
    return bool(_YES.search(text, hit.end, end) or _INVITATION_ACCEPTED.match(text, end, end + 90))


def _told(scene: Scene, hit: Hit, subject_start: int, dated: str) -> str:
    if hit.frame in ("invite", "invitation"):
        follow = told_behind(scene, hit)
        return follow if follow in ("planned", "cancelled") else "proposed"
    besides = _BESIDES.match(scene.text, scene.sentence.start, hit.start)
    after = next((other for other in scene.hits if other.start > hit.start), None) if besides else None
    if after:
        # "Besides meeting X, he is to visit Y": one as much to come as the other.
        return status_of(scene, after, after.start, dated)
    if hit.form in VERBS:
        told = verb_status(scene, hit, subject_start, dated)
    else:
        told = noun_status(scene, hit, dated)
        if dated == "past" and told == "planned" and not told_behind(scene, hit):
            told = "held"
        if dated == "past" and told == "expected" and not told_behind(scene, hit) and not considered(scene, hit):
            told = "held"
    if told in ("planned", "expected") and (off := _WILL_NOT.match(scene.text, scene.sentence.end)):
        return "denied" if off["past"] else "cancelled"
    return "expected" if told in ("held", "planned") and _asked(scene, hit) else told


def _asked(scene: Scene, hit: Hit) -> bool:
    """Is the sentence a question that leaves it open whether they will meet?"""
    start, end = scene.sentence.start, scene.sentence.end
    if TELL_US.match(scene.text, start, end):
        return False
    mark = scene.text.find("?", hit.end, end)
    # "Will X meet Y?" a reporter asked.
    asked = mark == end - 1 or mark > 0 and scene.text[mark + 1 : mark + 2] in ("”", "’", '"', "'")
    return asked and bool(_ASKS.match(scene.text, start, end))
