"""Who takes part in a meeting that names nobody: those of the meeting, the journey or the body told of before."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.draft import Place
from briefing_lib.link.meeting.kind import points_back
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.settled import Settled
from briefing_lib.link.meeting.status_behind import told_behind
from briefing_lib.link.meeting.words import Hit

# "a joint commission", "the Joint Committee would hold its tenth session"
JOINT = re.compile(
    r"\b(?:joint|mixed|bilateral|intergovernmental)\s+(?:[\w-]+\s+){0,2}(?:commission|committee|session|meeting)\b|"
    r"\b(?:next|last|previous)\s+high-level\s+meeting\b",
    re.I,
)
_FURTHER = re.compile(
    r"\b(?:further|another|first|second|third|[a-z]{3,}th|fresh|new|next|latest|last|follow-up)\s+(?:round\s+of\s+)?(?:high-level\s+|annual\s+|ministerial\s+|regular\s+|such\s+)?$"
)
_LONG_AGO = re.compile(r"\sin\s(?:the\s)?(?:[A-Z][a-z]+\s|[a-z]+\sof\s)?(?:1[89]|20)\d\d\b")
# "Sunday's [meeting]"
_THAT_DAYS = re.compile(r"(?:day|morrow|week|month)['’]s\s+(?:[\w-]+\s+)?$")
# "The commission next [meets]"
_BODY_MEETS = re.compile(
    r"\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Tt]his)\s(?:[a-z-]+\s){0,2}(?P<noun>alliance|assembly|bank|bloc|board|club|commission|committee|council|group|organisation|organization|panel|body|forum|union)\s"
    r"(?:(?:is|was|will|has|had|to|due|next|last|also|again|then|be|would)\s)*$"
)
_ARTICLE = re.compile(r"(?:(?:A|An|Any|The)\s)?(?:[A-Za-z][a-z-]+\s)?")


def known(scene: Scene, hit: Hit, parties: Cast, resolver: Settled, placed: bool) -> list[str]:
    """Return who takes part in a meeting that names nobody: "the joint commission", "a further session"."""
    if hit.frame == "sign":
        # "a protocol may be signed on Saturday": by those the talk is of.
        if hit.form == "past" and scene.text[hit.end : hit.end + 4] == " in " and _LONG_AGO.match(scene.text, hit.end):
            # "under an agreement signed in July 2022": by whom, those who have just met do not tell.
            return sorted(resolver.most_told_of())
        return sorted(resolver.most_told_of() or resolver.before(scene.sentence) or resolver.sides_near(scene.sentence))
    if not parties.others and JOINT.search(scene.left(hit.end, 70)):
        return resolver.sides(scene.sentence)
    if hit.frame == "round":
        last = resolver.last_two(scene.sentence)
        return sorted(last) if last and (placed or scene.dates) else []
    further = _FURTHER.search(scene.left(hit.start, 24))
    if further and hit.form == "plural" and (placed or scene.dates):
        # "a second round of consultations"
        return resolver.sides(scene.sentence) if hit.start - scene.sentence.start < 40 else []
    back = points_back(scene, hit) or further or _THAT_DAYS.search(scene.left(hit.start, 30))
    if hit.frame == "session" and points_back(scene, hit) and (body := resolver.body_before(scene.sentence)):
        return [body]
    if back and (placed or scene.dates) and hit.form == "noun" and hit.type in ("talks", "call", "other"):
        return sorted(resolver.before(scene.sentence))
    return []


def travelling(scene: Scene, hit: Hit, parties: Cast, resolver: Settled) -> list[str]:
    """Return who is on the journey told of last, where a sentence tells of another one without saying whose it is."""
    if not parties.destinations or not told_behind(scene, hit):
        return []
    actors, _ = resolver.last_visit(scene.sentence, Place())
    return [actor for actor in actors if resolver.people.is_person(actor)]


def nameless(parties: Cast) -> bool:
    """Are those who meet only called ministers, negotiators or officials?"""
    return bool(parties.subjects) and all(
        p.kind in ("office", "pair") and p.many and not p.state for p in parties.subjects
    )


def body_meets(scene: Scene, hit: Hit) -> str:
    """Return the noun of "The commission meets in Cape Town": which one, another sentence says."""
    body = _BODY_MEETS.search(scene.left(hit.start, 60))
    return body["noun"] if body else ""


def opens(scene: Scene, hit: Hit) -> bool:
    """Does a noun open its sentence: "A meeting with X"?"""
    first = not scene.titled and _ARTICLE.fullmatch(scene.text, scene.sentence.start, hit.start)
    return bool(first) and hit.form in ("noun", "plural") and hit.type in ("talks", "call")
