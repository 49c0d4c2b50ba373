"""The parties of verbs of meeting: who met, received, visited, called, addressed or signed with whom."""

from __future__ import annotations

import re

from briefing_lib.link.meeting_words import Hit
from briefing_lib.link.parties import Party
from briefing_lib.link.reach import behind, bodies_behind, clause_end, object_of, passive, places_behind, with_whom
from briefing_lib.link.scene import Cast, Scene, either
from briefing_lib.link.subjects import subjects_of

_BOTH = re.compile(r"\b(?:both|separately|separate)\b")
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
    + r")*\s*"
    r"(?:[,.;:!?)”\"]|$|\s(?:" + either(
        "in on at for to this last next during under behind after before by via over within and as since from "
        "near outside "
        r"throughout amid ahead when while late early every (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    ) + r")\b)"
)  # fmt: skip
# "called on the parties to", "for"
_APPEAL = re.compile(r"[^,.;]{0,30}?\s(?:to|for|not)\b")
# "saw him (again) in Munich", "on Monday", "."
_SEEN = re.compile(
    r"(?:\s(?:again|briefly|privately|twice|there|today|yesterday))*"
    r"(?:[.;,]|\s(?:in|on|at|for|before|after|during|last|next|this|when|tomorrow|today|yesterday)\b)"
)
# "called X [today]", "[to congratulate] him", "."
_CALLED = re.compile(
    r"(?:[.;]|\s(?:today|yesterday|this|earlier|late|on|last|again|after|before|by|from)\b|"
    r"\sto\s(?:ask|brief|congratulate|convey|discuss|express|extend|inform|invite|offer|talk|thank|urge|voice|wish)\b)"
)
_INVITED_TO = re.compile(r"(?:\s+(?:once|more|again|back))*\s+to\s+(?:the\s+)?")
_HOUSE = re.compile(
    r"Assembly|Parliament|Congress|Council|Senate|Forum|Summit|Conference|Bundestag|Knesset|Duma|Committee|"
    r"Commission|Nations|Chamber|Sabha|Sejm|Seimas|Saeima|Riigikogu|Riksdag|Storting|Folketing|Eduskunta|Diet|Rada|Majlis|"
    r"Mejlis|Commons|Lords|Cortes|Cortès|Dáil|Althing|Nationalrat|Bundesrat|Bundestag|Reichstag|Reichsrat|Duma|Congreso|Skupština|"
    r"Soviet|Hural|Khural|Loya Jirga|Sansad|Tweede Kamer|Ständerat|House"
)
_BY = re.compile(r"\s+(?:[a-z]+ly\s+)?(?:(?:at|in|on behalf of)\s+[\w\s]{0,30})?by\s+(?:the\s+|his\s+|her\s+)?")
_BY_PHONE = re.compile(
    r"\b(?:by|on|over|via|in an?)\s+(?:the\s+|secure\s+)?(?:tele)?(?:phone|video|videoconference|video link|"
    r"video conference|call)\b"
)
# "spoke this evening with"
_SPEAK_TO = re.compile(r"\s+(?:[\w,]+\s+){0,6}?(?:with|to)\s+(?:the\s+|his\s+|her\s+)?")
_NOUN_HOST = re.compile(r"\b(?:a|the|of)\s+(?:\w+\s+)?$")
# "address the annual conference": an audience that bears no name.
_AUDIENCE = re.compile(
    r"\s+(?:the|a|an|its|this)\s+(?:[\w’'-]+\s+){0,6}?(?P<noun>Assembly|Senate|[Cc]hamber|[Cc]onference|"
    r"[Cc]ongress|[Cc]ouncil|[Ff]orum|"
    r"[Ll]uncheon|[Bb]anquet|[Dd]inner|[Nn]ation|[Pp]arliament|[Pp]lenary|[Rr]ally|[Ss]ession|[Ss]ummit|"
    r"gathering|lawmakers|meeting|students)\b"
)
_PURPOSE = re.compile(
    r"\s+(?:(?:today|yesterday|this week|last week|next week)\s+)?(?:for|on an?|to (?:meet|attend|sign|take|"
    r"hold|address|discuss))\b"
)
_GO_TO = re.compile(
    r"\s+(?:(?:on|early|late|last|this|today|yesterday|tonight|overnight|secretly|unannounced|here|home|back|"
    r"morning|afternoon|evening|night|"
    r"[A-Z][a-z]+,?|\d{1,2},?)\s+){1,6}(?:for|to|in|into)\s+(?:the\s+)?"
)
_HOUSES = frozenset({"assembly", "parliament", "congress", "senate", "chamber"})
_DOCUMENTS = (
    r"(?:accords?|agreements?|armistice|ceasefire|charter|communiqu[eé]|compact|contracts?|conventions?|"
    r"deals?|declarations?|"
    r"documents?|memorand(?:um|a)(?:\sof\sunderstanding)?|MoUs?|MOUs?|pacts?|partnership|plan|protocols?|"
    r"roadmap|statements?|treat(?:y|ies)|truce)"
)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?")
_DOCUMENT = re.compile(r"\s+(?:[\w’',-]+\s+){0,8}?" + _DOCUMENTS + r"\b")
_DOCUMENT_BEFORE = re.compile(
    r"\b" + _DOCUMENTS + r"\s+(?:[\w’'-]+\s+){0,6}?(?:was|were|been|be|being)\s+(?:[a-z]+(?:ly|wise)\s+|also\s+)?$"
)


def verb_cast(scene: Scene, hit: Hit) -> Cast | None:
    """Return the parties of a verb of meeting; None where it tells of no meeting."""
    return _FRAMES[hit.frame](scene, hit)


def _several(parties: list[Party]) -> bool:
    return len(parties) > 1 or any(
        p.many or p.kind in ("pair", "organisation") or p.name in ("pair", "we") for p in parties
    )


def _meet(scene: Scene, hit: Hit) -> Cast | None:
    if passive(scene, hit):
        return None
    others = object_of(scene, hit)
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in others]
    if not others:
        if not _several(subjects) or hit.form == "ing" or implied:
            return None
        if _FULFILLED.match(scene.text, hit.end) or not _WITHOUT_OBJECT.match(scene.text, hit.end, scene.sentence.end):
            return None
        return Cast(subjects, [], [], implied)
    told_apart = _BOTH.search(scene.text[hit.end : others[0].start]) or _SEPARATE.search(
        scene.text[hit.start : others[-1].end]
    )
    return Cast(subjects, others, [], implied, len(others) > 1 and bool(told_apart))


def _gather(scene: Scene, hit: Hit) -> Cast | None:
    """Read "the presidents gathered in Rio", "the commission is to convene"."""
    subjects, implied = subjects_of(scene, hit)
    if implied or not _several(subjects) or not _WITHOUT_OBJECT.match(scene.text, hit.end, scene.sentence.end):
        return None
    return Cast(subjects, [], [], False)


def _closet(scene: Scene, hit: Hit) -> Cast | None:
    """Read "was closeted for two hours with X", "had been closeted together"."""
    others = with_whom(scene, hit)
    subjects, implied = subjects_of(scene, hit)
    return Cast([p for p in subjects if p not in others], others, [], implied) if others or _several(subjects) else None


def _invite(scene: Scene, hit: Hit) -> Cast | None:
    """Read "invited X to Rome", "had been invited once more to Peking"; "invited X to visit" is told by its verb."""
    subjects, implied = subjects_of(scene, hit)
    guests = subjects if passive(scene, hit) else object_of(scene, hit)
    start = hit.end if passive(scene, hit) or not guests else guests[-1].end
    to = _INVITED_TO.match(scene.text, start, scene.sentence.end)
    destinations = places_behind(scene, to.end(), scene.sentence.end) if to else []
    return Cast(guests, [], destinations, implied) if guests and destinations else None


def _call_on(scene: Scene, hit: Hit) -> Cast | None:
    """Read "called on the President"; "called on the parties to stop" is an appeal."""
    others = [
        p for p in object_of(scene, hit) if p.kind in ("person", "counterpart") or p.kind == "office" and not p.many
    ]
    if not others or passive(scene, hit) or _APPEAL.match(scene.text, others[-1].end, scene.sentence.end):
        return None
    subjects, implied = subjects_of(scene, hit)
    return Cast(subjects, others, [], implied) if subjects else None


def _phone(scene: Scene, hit: Hit) -> Cast | None:
    """Read "called X today", "called X to congratulate him"; "called X a friend" is none."""
    index = next((i for i, p in enumerate(scene.parties) if p.start >= hit.end), None)
    if passive(scene, hit) or index is None or scene.text[hit.end : scene.parties[index].start].strip():
        return None
    others = scene.list_from(index)
    if not all(p.kind in ("person", "counterpart") or p.kind == "office" and not p.many for p in others):
        return None
    if scene.possessive(others[-1]) or not _CALLED.match(scene.text, others[-1].end, scene.sentence.end):
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in others and p.kind in ("person", "office", "pronoun")]
    return Cast(subjects, others, [], implied, len(others) > 1) if subjects else None


def _see(scene: Scene, hit: Hit) -> Cast | None:
    """Read "saw Mr. Cohen in Munich", "will see him again"; what is seen as something is no guest."""
    if passive(scene, hit):
        return None
    index = next((i for i, p in enumerate(scene.parties) if p.start >= hit.end), None)
    if index is None or scene.text[hit.end : scene.parties[index].start].strip():
        return None
    others = [
        p
        for p in scene.list_from(index)
        if p.kind in ("person", "counterpart", "pronoun") or p.kind == "office" and not p.many
    ]
    if not others or not _SEEN.match(scene.text, others[-1].end, scene.sentence.end):
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in others and p.kind in ("person", "office", "pronoun", "pair")]
    return Cast(subjects, others, [], implied) if subjects else None


def _with(scene: Scene, hit: Hit) -> Cast | None:
    others = behind(scene, hit.end, scene.sentence.end)
    subjects, implied = subjects_of(scene, hit)
    apart = len(others) > 1 and bool(_SEPARATE.search(scene.text, hit.end, others[-1].end))
    return Cast([p for p in subjects if p not in others], others, [], implied, apart) if others else None


def _discuss(scene: Scene, hit: Hit) -> Cast | None:
    """Read "discussed the truce with X" and "agreed to discuss the truce"; what two parties discussed points back."""
    others = [p for p in with_whom(scene, hit) if p.kind != "pronoun"]
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in others]
    if others:
        return Cast(subjects, others, [], implied) if subjects else None
    if len(subjects) < 2 or any(p.kind in ("pronoun", "pair") for p in subjects):
        return None
    persons = all(p.kind == "person" for p in subjects) and hit.form == "past"
    return Cast(subjects, [], [], implied) if persons or scene.left(hit.start, 3) == "to " else None


def _speak(scene: Scene, hit: Hit) -> Cast | None:
    subjects, implied = subjects_of(scene, hit)
    limit = min((h.start for h in scene.hits if h.start > hit.start), default=scene.sentence.end)
    to = _SPEAK_TO.match(scene.text, hit.end, min(limit, clause_end(scene, hit)))
    others = (
        behind(scene, to.end() if to else hit.end, scene.sentence.end) if to or scene.word(hit).endswith("with") else []
    )
    subjects = [p for p in subjects if p not in others]
    if others:
        persons = [p for p in others if p.kind in ("person", "counterpart") or p.kind == "office" and not p.many]
        apart = len(others) > 1 and bool(_SEPARATE.search(scene.text, hit.end, others[-1].end + 20))
        return Cast(subjects, others, [], implied, apart) if persons and subjects else None
    by_phone = _BY_PHONE.search(scene.text, hit.start, min(scene.sentence.end, hit.end + 40))
    return Cast(subjects, [], [], implied) if by_phone and _several(subjects) else None


def _host(scene: Scene, hit: Hit) -> Cast | None:
    """Read "received X", "was welcomed by Y"; a decision is welcomed, a letter received, but no guest."""
    text = scene.text
    if passive(scene, hit):
        by = _BY.match(text, hit.end)
        hosts = behind(scene, by.end(), scene.sentence.end) if by else []
        guests, implied = subjects_of(scene, hit)
        if not hosts or not any(p.kind in ("person", "office", "pronoun", "pair") for p in guests):
            return None
        return Cast(guests, hosts, [], implied)
    if hit.form == "ing" and _NOUN_HOST.search(scene.left(hit.start, 16)):
        return None
    others = [
        p
        for p in object_of(scene, hit)
        if p.name or p.state or p.kind in ("counterpart", "pair") or p.many and "minister" in p.office
    ]
    guests = [p for p in others if p.kind in ("person", "office", "counterpart", "pair", "pronoun")]
    if not guests or scene.possessive(others[-1]) or guests[0].start - hit.end > 60:
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in others]
    return Cast(subjects, others, [], implied) if subjects else None


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


def _tell(scene: Scene, hit: Hit) -> Cast | None:
    """Read "told the General Assembly" as a speech; reporters and agencies are told things, too."""
    body = [p for p in bodies_behind(scene, hit.end) if p.kind == "organisation" and _HOUSE.search(p.surface)]
    if not body or body[0].start - hit.end > 60 or passive(scene, hit):
        return None
    subjects, implied = subjects_of(scene, hit)
    return Cast(subjects, body, [], implied) if subjects and not implied else None


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


def _pen(scene: Scene, hit: Hit) -> Cast | None:
    subjects, implied = subjects_of(scene, hit)
    document = _DOCUMENT.match(scene.text, hit.end, clause_end(scene, hit))
    return Cast(subjects, [], [], implied) if document and _several(subjects) else None


def _go(scene: Scene, hit: Hit) -> Cast | None:
    """Read "left on Saturday for Kigali", "flew overnight to Doha"."""
    to = _GO_TO.match(scene.text, hit.end, scene.sentence.end)
    destinations = places_behind(scene, to.end(), to.end() + 40) if to else []
    if not destinations:
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in ("person", "office", "pronoun", "pair")]
    return Cast(subjects, [], destinations, implied) if subjects and not implied else None


def _address(scene: Scene, hit: Hit) -> Cast | None:
    body = bodies_behind(scene, hit.end)
    audience = _AUDIENCE.match(scene.text, hit.end, min(scene.sentence.end, hit.end + 160))
    if not body and not audience:
        return None
    # "spoke before the meeting" is a time, "spoke before the parliament" a speech.
    preposition = scene.word(hit).endswith(("before", "at"))
    if not body and audience and preposition and audience["noun"].lower() not in _HOUSES:
        return None
    if not body and audience and (by := _HOSTED.match(scene.text, audience.end())):
        body = behind(scene, by.end(), scene.sentence.end)
    subjects, implied = subjects_of(scene, hit)
    return Cast(subjects, body, [], implied) if subjects else None


_HOSTED = re.compile(r"\s+(?:hosted|organi[sz]ed|given|held)\s+by\s+(?:the\s+)?")


def _sign(scene: Scene, hit: Hit) -> Cast | None:
    text, end = scene.text, clause_end(scene, hit)
    if passive(scene, hit):
        before = scene.left(hit.start, 140)
        document = _DOCUMENT_BEFORE.search(before)
        if not document:
            return None
        by = _BY.match(text, hit.end)
        between = _BETWEEN.search(before, document.start())
        found = behind(scene, by.end(), end, True) if by else []
        if between and len(found) < 2:
            found = behind(scene, hit.start - len(before) + between.end(), hit.start, True)
        return Cast(found, [], [], False) if len(found) > 1 else None
    if not _DOCUMENT.match(text, hit.end, end):
        return None
    subjects, implied = subjects_of(scene, hit)
    others = [p for p in with_whom(scene, hit) if p not in subjects]
    return Cast(subjects, others, [], implied) if subjects and (others or _several(subjects)) else None


def _press(scene: Scene, hit: Hit) -> Cast | None:
    subjects, implied = subjects_of(scene, hit)
    return Cast(subjects, [], [], implied) if subjects else None


def _beside(scene: Scene, hit: Hit) -> Cast | None:
    """Read "told reporters, standing beside X" as an appearance of both before the press."""
    others = [p for p in behind(scene, hit.end, scene.sentence.end) if p.kind in ("person", "counterpart", "office")]
    if not others or not _TOLD.search(scene.text, scene.sentence.start, scene.sentence.end):
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in others and p.kind in ("person", "office", "pronoun")]
    return Cast(subjects, others, [], implied) if subjects else None


_TOLD = re.compile(r"\b(?:said|told|reporters|journalists|press|podium|lectern)\b")
_FRAMES = {
    "beside": _beside,
    "meet": _meet,
    "gather": _gather,
    "closet": _closet,
    "invite": _invite,
    "call on": _call_on,
    "phone": _phone,
    "see": _see,
    "be in": _be_in,
    "tell": _tell,
    "pen": _pen,
    "with": _with,
    "discuss": _discuss,
    "speak": _speak,
    "host": _host,
    "visit": _visit,
    "travel": _travel,
    "go": _go,
    "address": _address,
    "sign": _sign,
    "press": _press,
}
