"""Who signed what with whom: "signed an accord with", "was signed by", "an accord signed by X and Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.meeting.reach import BY, behind, clause_end, passive, with_whom
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.parties import several
from briefing_lib.tables import Mention

_DOCUMENTS = (
    r"(?i:accords?|agreements?|armistice|arrangements?|ceasefire|charter|communiqu[eé]|compact|contracts?|conventions?|"
    r"deals?|declarations?|"
    r"documents?|memorand(?:um|a)(?:\sof\sunderstanding)?|MoUs?|MOUs?|pacts?|partnership|plan|programmes?|protocols?|"
    r"roadmap|statements?|treat(?:y|ies)|truce)"
)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?")
_SIGNED_BETWEEN = re.compile(r"\s(?:[\w-]+\s){0,4}?between\s(?:the\s)?")
_DOCUMENT = re.compile(r"\s+(?:[\w’',-]+\s+){0,8}?" + _DOCUMENTS + r"\b")
_DOCUMENT_BEFORE = re.compile(
    r"\b" + _DOCUMENTS + r"\s+(?:[\w’'-]+\s+){0,10}?(?:was|were|been|be|being)\s+(?:[a-z]+(?:ly|wise)\s+|also\s+)?$"
)
_IT = re.compile(
    r"(?:^|[.;]\s|,\s(?:and|which)\s)(?:It|it|which|They)\s(?:(?:is|was|will|would|are|were|to|be|been|due|now|has|had)\s)+$"
)
# "the fisheries agreement with Morocco, [signed] on 3 May", "an accord [signed] here by X and Y"
_SIGNED_DOCUMENT = re.compile(
    r"\b(?P<noun>" + _DOCUMENTS + r")(?:\s(?:on|for|of|to)\s(?:[\w-]+\s?){1,6}?)?"
    r"(?:\s(?P<with>with)\s(?:the\s)?(?P<whom>[^,;.]{2,60}?))?(?P<comma>,?)\s(?:first\s|only\s)?$"
)
# "[signed] here yesterday by"
_SIGNED_BY = re.compile(
    r"(?:\s(?!by\b|has\b|had\b|was\b|were\b|is\b|are\b|will\b|been\b)[\w.-]+){0,6}?\sby\s(?:the\s)?"
)
# "the truce they [signed] in Tripoli"
_WHICH_THEY = re.compile(r"\b" + _DOCUMENTS + r"(?:\s(?:that|which))?\s$")
# "[signed] in Algiers", "[signed] last March"
_THEN_OR_THERE = re.compile(r"\s(?:in|on|at|last|this|yesterday|today|here|earlier|only)\b")
_ANY_DOCUMENT = re.compile(r"\b" + _DOCUMENTS + r"(?:\s(?:that|which))?\s(?:the\s)?(?:[\w-]+\s){1,5}$")


def _pen(scene: Scene, hit: Hit) -> Cast | None:
    subjects, implied = subjects_of(scene, hit)
    document = _DOCUMENT.match(scene.text, hit.end, clause_end(scene, hit))
    return Cast(subjects, [], [], implied) if document and several(subjects) else None


def _sign(scene: Scene, hit: Hit) -> Cast | None:
    text, end = scene.text, clause_end(scene, hit)
    if passive(scene, hit):
        before = scene.left(hit.start, 140)
        document = _DOCUMENT_BEFORE.search(before)
        if not document:
            # "It is to be signed in December": by those the talk is of.
            return Cast([], [], [], True) if scene.dates and _IT.search(before) else None
        by = BY.match(text, hit.end)
        if not by and (around := _SIGNED_BETWEEN.match(text, hit.end, scene.sentence.end)):
            parties = behind(scene, around.end(), scene.sentence.end, True)
            return Cast(parties, [], [], False) if len(parties) > 1 else None
        between = _BETWEEN.search(before, document.start())
        found = behind(scene, by.end(), end, True) if by else []
        if between and len(found) < 2:
            found = behind(scene, hit.start - len(before) + between.end(), hit.start, True)
        if not found:
            # "a protocol may be signed on Saturday": by those the talk is of.
            return Cast([], [], [], True)
        return Cast(found, [], [], False) if len(found) > 1 else None
    if hit.form == "past" and (told := _signed_document(scene, hit) or _they_signed(scene, hit)):
        return told
    if not _DOCUMENT.match(text, hit.end, end) and not scene.word(hit).endswith("ratification"):
        return None
    if hit.form == "past" and _THE_PARTIES.search(scene.left(hit.start, 60)):
        # "Following the talks, the parties signed a communique": those who talked.
        return Cast([], [], [], True)
    subjects, implied = subjects_of(scene, hit)
    others = [p for p in with_whom(scene, hit) if p not in subjects]
    return Cast(subjects, others, [], implied) if subjects and (others or several(subjects)) else None


def _signed_document(scene: Scene, hit: Hit) -> Cast | None:
    """Read what is said of a document: "an accord signed by X and Y", "the pact with X, signed in May"."""
    left = scene.left(hit.start, 140)
    document = _SIGNED_DOCUMENT.search(left)
    if not document:
        return None
    text, end = scene.text, scene.sentence.end
    if (by := _SIGNED_BY.match(text, hit.end, end)) and (signers := behind(scene, by.end(), end, True)):
        return Cast(signers, [], [], False) if several(signers) else None
    if not _told_when(scene, hit):
        return None
    start = hit.start - len(left) + document.start()
    owners = [p for p in scene.parties if p.end <= start and scene.possessive(p) and start - p.end < 40]
    whom = [p for p in scene.parties if start < p.start < hit.start and p.kind in ("state", "organisation", "person")]
    if document["with"] and whom:
        subjects = owners[-1:] or subjects_of(scene, hit, start)[0]
        return Cast([p for p in subjects if p not in whom], whom, [], not owners)
    return Cast([], [], [], True)


def _they_signed(scene: Scene, hit: Hit) -> Cast | None:
    """Read "the truce they signed in Tripoli three days ago": the document stands before those who signed."""
    last = scene.last_before(hit.start)
    if last is None or scene.text[scene.parties[last].end : hit.start].strip() not in ("", "had", "have"):
        return None
    signers = scene.list_to(last)
    before = _WHICH_THEY.search(scene.left(signers[0].start, 60).removesuffix("the "))
    return Cast(signers, [], [], False) if before and several(signers) and _told_when(scene, hit) else None


def _told_when(scene: Scene, hit: Hit) -> bool:
    """Is it said when or where, more closely than by a year?"""
    if not _THEN_OR_THERE.match(scene.text, hit.end, scene.sentence.end):
        return False
    near = hit.end + 45
    dated = any(hit.end <= d.start < near and (len(d.edtf) > 4 or not d.edtf) for d in scene.dates)
    return dated or any(m.type in ("place", "state") and hit.end <= m.start < near - 15 for m in scene.mentions)


_THE_PARTIES = re.compile(r"(?:^|,\s)[Tt]he\s(?:two\s)?(?:parties|sides|delegations)\s(?:also\s|then\s|later\s)?$")
_BE_SIGNED = re.compile(r"\b(?:be|been|being|was|were)\b")


def _may_sign(text: str, hit: Hit, named: Sequence[Mention], end: int) -> bool:
    """Is a document named behind the verb, or is it passive?"""
    if hit.form == "past":
        before = text[max(0, hit.start - 140) : hit.start]
        if _BE_SIGNED.search(before[-24:]) or _SIGNED_DOCUMENT.search(before) or _ANY_DOCUMENT.search(before):
            return True
    return text.startswith("ratification", hit.end - 12) or bool(_DOCUMENT.match(text, hit.end, end))


MAY_TELL = {"sign": _may_sign, "pen": _may_sign}
FRAMES = {"sign": _sign, "pen": _pen}
