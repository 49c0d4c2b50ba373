"""The parties of verbs of meeting: who met, conferred, spoke or gathered with whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.meeting import agreed as meeting_agreed
from briefing_lib.link.meeting import hosts as meeting_hosts
from briefing_lib.link.meeting import journeys as meeting_journeys
from briefing_lib.link.meeting import matters as meeting_matters
from briefing_lib.link.meeting import presence as meeting_presence
from briefing_lib.link.meeting import signings as meeting_signings
from briefing_lib.link.meeting import stages as meeting_stages
from briefing_lib.link.meeting import stays as meeting_stays
from briefing_lib.link.meeting.known import body_meets
from briefing_lib.link.meeting.reach import behind, clause_end, object_of, passive, with_whom
from briefing_lib.link.meeting.scene import Cast, Scene, either
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.words import VERBS, Hit
from briefing_lib.link.parties import Party, several
from briefing_lib.link.tokens import speaks_of_somebody
from briefing_lib.tables import Mention

_BOTH = re.compile(r"\b(?:both|separately|separate)\b")
# "Brazil met Argentina in the final": a game.
_MATCH = re.compile(
    r"\b(?:(?:semi-?|quarter-?)?finals?|championships?|(?:World |Asian |Nations )?Cup|group stage|"
    r"friendly|Olympics?|play-?off|kick-?off|tournament)\b"
)
_SEPARATE = re.compile(r"\bseparate(?:ly)?\b")
# "met the deadline": what a verb of meeting without a party has as its object.
_FULFILLED = re.compile(
    r"\s+(?:with\s+)?"
    + either("the a an all its their his her our these those such any some most more strong fierce little")
    + r"\s+(?!" + either("first second third last next sidelines margins") + r")[a-z-]+"
)  # fmt: skip
# "met (again) in Rome", "met on Monday", "met.": two parties met each other.
_WITHOUT_OBJECT = re.compile(
    r"(?:\s+"
    + either("again briefly face today yesterday tomorrow earlier later twice once first here there [a-z]+ly")
    + r"|\s+[\w-]+\s+times"
    + r")*\s*"
    r"(?:[,.;:!?)”\"]|$|\s(?:" + either(
        "in on at for to this last next during under behind after before by via over within and as since from "
        "near outside "
        r"throughout amid ahead when while late early every (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    ) + r")\b)"
)  # fmt: skip
_AT_TABLE = ("sit", "sat", "din", "lunch", "breakfast", "confer", "consult")
_DID = re.compile(r"\s*(?:And |So |But )?[Dd]id\b")
_PURPOSES = ("consult", "sound out", "pay ")
_TOGETHER = re.compile(r"\stogether\b|" + _WITHOUT_OBJECT.pattern)
_SPOKE = re.compile(
    r"(?:\s(?:again|briefly|twice|earlier|today|yesterday|last\s(?:week|night|month)|this\s(?:week|morning|month)|in\s[A-Z]\w+|"
    r"(?:late\s|early\s)?on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\.$|,)"
)
# "told Mr Y so [when they] met"
_WHEN_THEY = re.compile(r"\swhen\s(?:we|they|the\stwo(?:\s\w+)?)\s(?:last\s|first\s|had\s|have\s|both\s)*$")
_TOLD_SO = re.compile(
    r"\b(?:told|tell|asked|assured|warned|informed|urged|reminded|(?:said|put|made|repeated|explained|conveyed|raised|"
    r"mentioned)\b[^.;,]{0,50}?\s(?:to|with))\s(?:(?:[A-Z][\w-]+|the|my|his|her)\s)*$"
)
# "the commission, when it [meets]"
_WHEN_IT = re.compile(r",?\s(?:when|after|before|once|until|as)\sit\s(?:(?:next|last|first|again|had|has)\s)*$")
# "talked alone for nearly three hours": of two persons, with each other
_FOR_HOURS = re.compile(
    r"(?:\s(?:alone|privately|again|together|in\sprivate))*(?:\s(?:today|yesterday|last\snight|this\smorning|on\s\w+day))?"
    r"\sfor\s(?:about\s|almost\s|nearly\s|over\s|some\s|more\sthan\s|well\sover\s|less\sthan\s)?(?:[\w-]+\s){1,4}?(?:hours?|minutes)\b"
)
_SPEAK_ON = re.compile(
    r"(?:\sagain)?\s(?:(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|tonight|next\sweek|later\stoday)\s?[.,;]"
)
# "agreed on a charter [and are due to] meet"
_AND_MEET = re.compile(
    r"(?:,|\band|\bbut)\s(?:(?:will|would|shall|are|were|is|to|due|set|expected|scheduled|now|then|also|again|likely|planning|"
    r"plan|hope|agreed|[a-z]+ly)\s)+$"
)
_BY_PHONE = re.compile(
    r"\b(?:by|on|over|via|in an?)\s+(?:the\s+|an?\s+)?(?:secure\s+|satellite\s+|direct\s+)?(?:(?:tele)?phone|video|"
    r"videoconference|video\slink|video\sconference|call|hot\s?line|line|link|teleconference|Skype|Zoom|radio)\b"
)
# "spoke this evening with"
_SPEAK_TO = re.compile(r"\s+(?:[\w,]+\s+){0,6}?(?:with|to)\s+(?:the\s+|his\s+|her\s+)?")


def may_tell(text: str, hit: Hit, named: Sequence[Mention], end: int) -> bool:
    """May a verb tell of a meeting, as far as the words right behind it say?

    Most do not, and this is known before the sentence is read: "met the deadline", "welcomed the report".

    Args:
        text: the document.
        hit: the verb.
        named: the mentions of its sentence.
        end: where the sentence ends.

    >>> may_tell("They met the deadline.", Hit(5, 8, "talks", "meet", "past"), [], 22)
    False
    """
    doubt = _MAY_TELL.get(hit.frame)
    return doubt is None or hit.form not in VERBS or doubt(text, hit, named, end)


def verb_cast(scene: Scene, hit: Hit) -> Cast | None:
    """Return the parties of a verb of meeting; None where it tells of no meeting."""
    return _FRAMES[hit.frame](scene, hit)


def _meet(scene: Scene, hit: Hit) -> Cast | None:
    if passive(scene, hit):
        return None
    others = object_of(scene, hit)
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in others]
    if (
        others
        and all(p.kind == "state" for p in (*subjects, *others))
        and _MATCH.search(scene.text, others[-1].end, scene.sentence.end)
    ):
        return None
    if not others and not subjects and body_meets(scene, hit):
        # "The commission meets in Cape Town": which, another sentence says.
        return Cast([], [], [], True)
    if not others and (told := _told_when_met(scene, hit)):
        # "I said so to Mr Y when we met in Brussels": the one who said it, and the one who heard it.
        return Cast(
            [p for p in subjects if p != told and p.kind != "pair" and p.name != "pair"]
            or [p for p in scene.parties if p.end <= told.start and scene.goes_on(p)][:1],
            [told],
            [],
            False,
        )
    if not others and not several(subjects) and (body := _body_before(scene, hit)):
        return Cast([body], [], [], False)
    if not others:
        if implied and _AND_MEET.search(scene.left(hit.start, 60)):
            # "The two agreed on a charter and are due to meet in Accra"
            implied = False
        if not several(subjects) or hit.form == "ing" or implied:
            return None
        if _FULFILLED.match(scene.text, hit.end) or not _WITHOUT_OBJECT.match(scene.text, hit.end, scene.sentence.end):
            return None
        return Cast(subjects, [], [], implied)
    told_apart = _BOTH.search(scene.text[hit.end : others[0].start]) or _SEPARATE.search(
        scene.text[hit.start : others[-1].end]
    )
    return Cast(subjects, others, [], implied, len(others) > 1 and bool(told_apart))


def _told_when_met(scene: Scene, hit: Hit) -> Party | None:
    """Return the one who is told something in "told Mr Y so when they met"."""
    when = _WHEN_THEY.search(scene.left(hit.start, 40))
    heard = [p for p in scene.parties if when and p.end <= hit.start - len(when.group()) + 1][-1:]
    if not when or not heard or heard[0].kind not in ("person", "counterpart") or scene.possessive(heard[0]):
        return None
    told = _TOLD_SO.search(scene.left(heard[0].start, 90))
    return heard[0] if told else None


def _body_before(scene: Scene, hit: Hit) -> Party | None:
    """Return the body of "ask the Paris Club, when it meets in December"."""
    when = _WHEN_IT.search(scene.left(hit.start, 40))
    at = scene.last_before(hit.start - len(when.group())) if when else None
    return scene.parties[at] if at is not None and scene.parties[at].kind == "organisation" else None


def _gather(scene: Scene, hit: Hit) -> Cast | None:
    """Read "the presidents gathered in Rio", "the commission is to convene"."""
    subjects, implied = subjects_of(scene, hit)
    if scene.word(hit).startswith("conven") and not passive(scene, hit) and subjects:
        # "would like to convene the water ministers in Berlin"
        called = [p for p in object_of(scene, hit) if p.kind == "office" and p.many or p.kind == "organisation"]
        if called and not scene.possessive(called[-1]):
            return Cast([p for p in subjects if p not in called], called, [], implied)
    if implied or not several(subjects) or not _WITHOUT_OBJECT.match(scene.text, hit.end, scene.sentence.end):
        return None
    return Cast(subjects, [], [], False)


def _closet(scene: Scene, hit: Hit) -> Cast | None:
    """Read "was closeted for two hours with X", "had been closeted together"."""
    others = with_whom(scene, hit)
    subjects, implied = subjects_of(scene, hit)
    eats = scene.word(hit).startswith(_AT_TABLE) and not _TOGETHER.match(scene.text, hit.end, scene.sentence.end)
    if not others and (eats or not several(subjects)):
        return None
    return Cast([p for p in subjects if p not in others], others, [], implied)


def _with(scene: Scene, hit: Hit) -> Cast | None:
    purpose = hit.form == "base" and scene.word(hit).startswith(_PURPOSES) and scene.left(hit.start, 3) == "to "
    if purpose and any(h.type == "visit" and h.end < hit.start for h in scene.hits):
        # "sent X to Mogadishu to sound out the Somalis": what the journey is for
        return None
    asked = hit.form == "base" and scene.text[scene.sentence.end - 1] == "?" and not scene.dates
    if asked and _DID.match(scene.text, scene.sentence.start):
        # "Did X compare notes with Y about that?": on an occasion told of before.
        return None
    others = behind(scene, hit.end, scene.sentence.end)
    subjects, implied = subjects_of(scene, hit)
    apart = len(others) > 1 and bool(_SEPARATE.search(scene.text, hit.end, others[-1].end))
    return Cast([p for p in subjects if p not in others], others, [], implied, apart) if others else None


def _speak(scene: Scene, hit: Hit) -> Cast | None:
    subjects, implied = subjects_of(scene, hit)
    limit = min((h.start for h in scene.hits if h.start > hit.start), default=scene.sentence.end)
    to = _SPEAK_TO.match(scene.text, hit.end, min(limit, clause_end(scene, hit)))
    others = (
        behind(scene, to.end() if to else hit.end, scene.sentence.end) if to or scene.word(hit).endswith("with") else []
    )
    subjects = [p for p in subjects if p not in others]
    if hit.form != "noun" and (speech := meeting_stages.spoken_to(scene, hit)):
        return speech
    if others:
        persons = [p for p in others if p.kind in ("person", "counterpart") or p.kind == "office" and not p.many]
        apart = len(others) > 1 and bool(_SEPARATE.search(scene.text, hit.end, others[-1].end + 20))
        return Cast(subjects, others, [], implied, apart) if persons and subjects else None
    if _FOR_HOURS.match(scene.text, hit.end, scene.sentence.end):
        # "Afterwards the two presidents talked for half an hour": a speech has one speaker.
        pair = len(subjects) > 1 or any(p.kind == "pair" or p.name in ("pair", "we") for p in subjects)
        pair = pair or any(p.kind == "office" and p.many for p in subjects)
        return Cast(subjects, [], [], implied) if pair and not implied else None
    if len(subjects) > 1 and hit.form == "past" and _SPOKE.match(scene.text, hit.end, scene.sentence.end):
        # "Mr Peters and I spoke on Friday"
        each = all(p.kind in ("person", "office", "pronoun") and not p.many for p in subjects)
        return Cast(subjects, [], [], implied) if each else None
    if hit.form == "base" and several(subjects) and _SPEAK_ON.match(scene.text, hit.end, scene.sentence.end):
        # "They will speak on Sunday."
        return Cast(subjects, [], [], implied)
    by_phone = _BY_PHONE.search(scene.text, hit.start, min(scene.sentence.end, hit.end + 40))
    return Cast(subjects, [], [], implied) if by_phone and several(subjects) else None


def _may_meet(text: str, hit: Hit, named: Sequence[Mention], end: int) -> bool:
    """May two have met: does somebody follow, or nothing that is met, as in "met the deadline"?"""
    if _WITHOUT_OBJECT.match(text, hit.end, end) or any(hit.end <= m.start < hit.end + 60 for m in named):
        return True
    if (
        text.find(" with", hit.end, min(hit.end + 120, end)) >= 0
        or text.find("whom ", max(0, hit.start - 40), hit.start) >= 0
    ):
        return True
    return speaks_of_somebody(text, hit.end, min(hit.end + 90, end))


def _may_gather(text: str, hit: Hit, named: Sequence[Mention], end: int) -> bool:
    """Is nothing gathered: "gathered in Rio", not "gathered evidence"?"""
    if text.startswith("onven", hit.start + 1) and (named or speaks_of_somebody(text, hit.end, min(hit.end + 60, end))):
        return True
    return bool(_WITHOUT_OBJECT.match(text, hit.end, end))


def _may_speak(text: str, hit: Hit, named: Sequence[Mention], end: int) -> bool:
    """Does it say with whom, or by telephone: not "spoke of peace"?"""
    if _FOR_HOURS.match(text, hit.end, end):
        return True
    to = text.startswith("with", hit.end - 4) or _SPEAK_TO.match(text, hit.end, end) or _SPOKE.match(text, hit.end, end)
    return bool(to or _BY_PHONE.search(text, hit.start, min(end, hit.end + 40)))


_MAY_TELL = {
    "meet": _may_meet,
    "gather": _may_gather,
    "speak": _may_speak,
    **meeting_matters.MAY_TELL,
    **meeting_hosts.MAY_TELL,
    **meeting_journeys.MAY_TELL,
    **meeting_signings.MAY_TELL,
    **meeting_stages.MAY_TELL,
}
_FRAMES = {
    "meet": _meet,
    "gather": _gather,
    "closet": _closet,
    "with": _with,
    **meeting_matters.FRAMES,
    "speak": _speak,
    **meeting_agreed.FRAMES,
    **meeting_hosts.FRAMES,
    **meeting_journeys.FRAMES,
    **meeting_presence.FRAMES,
    **meeting_signings.FRAMES,
    **meeting_stages.FRAMES,
    **meeting_stays.FRAMES,
}
