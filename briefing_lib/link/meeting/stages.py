"""Verbs of an appearance: who addressed whom, told the press, or stood beside whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.meeting.reach import BY, behind, bodies_behind, object_of, passive
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.tokens import speaks_of_somebody
from briefing_lib.tables import Mention

_HOUSE = re.compile(
    r"Assembly|Parliament|Congress|Council|Senate|Forum|Summit|Conference|Bundestag|Knesset|Duma|Committee|"
    r"Commission|Nations|Chamber|Sabha|Sejm|Seimas|Saeima|Riigikogu|Riksdag|Storting|Folketing|Eduskunta|Diet|Rada|Majlis|"
    r"Mejlis|Commons|Lords|Cortes|Cortès|Dáil|Althing|Nationalrat|Bundesrat|Bundestag|Reichstag|Reichsrat|Duma|Congreso|Skupština|"
    r"Soviet|Hural|Khural|Loya Jirga|Sansad|Tweede Kamer|Ständerat|House"
)
# "address the annual conference": an audience that bears no name.
_AUDIENCE = re.compile(
    r"\s+(?:the|a|an|its|this|our|your|my|their|his|her|both)\s+(?:[\w’'-]+\s+){0,6}?(?P<noun>Academy|Assembly|Association|"
    r"Centre|Center|Club|College|Foundation|Institute|Society|Union|University|Senate|[Bb]oard|[Cc]hamber|[Cc]ommission|[Cc]ommittee|[Cc]onference|"
    r"[Cc]ongress|[Cc]ouncil|[Ff]orum|"
    r"[Ll]uncheon|[Bb]anquet|[Dd]inner|[Nn]ation|[Pp]arliament|[Pp]lenary|[Rr]ally|[Ss]ession|[Ss]ummit|"
    r"gathering|lawmakers|meeting|students)\b"
)
# "in [Kigali]", "on Monday in [Kigali]", "at the airport"
_AT_OR_IN = re.compile(
    r"(?:\sso|\sthis|\sthat|\sas\smuch)?(?:\s(?:today|yesterday|later|afterwards|last\s\w+|this\s\w+|on\s\w+day))?\s(?:in\s(?:the\s)?|(?P<at>at)\s(?:the|a|an|his|her)\s)"
)
# "told an audience of bankers", "told ambassadors in Abuja"
_TOLD_AUDIENCE = re.compile(
    r"\s(?:(?:an?|the|his|her)\s(?:[\w’'-]+\s){0,3}?(?P<one>audience|banquet|breakfast|conference|congress|convention|"
    r"dinner|forum|gathering|lunch|luncheon|meeting|plenary|rally|seminar|session|summit|symposium|crowd)|"
    r"(?:the\s|foreign\s|a\sgroup\sof\s|some\s\d+\s|assembled\s)?(?P<many>ambassadors|bankers|business\sleaders|businessmen|"
    r"cadets|delegates|deputies|diplomats|entrepreneurs|executives|farmers|graduates|industrialists|investors|"
    r"lawmakers|legislators|MPs|officers|parliamentarians|senators|students|supporters|troops|villagers|workers))\b"
)
_SPOKEN_TO = re.compile(r"\s(?:[a-z]+ly\s|earlier\s|later\s|also\s)?to(?=\s)")
_OF_BODY = re.compile(r"\s(?:of|hosted\sby|held\sby)\s(?:the\s)?")
# "present [its forecast to] the committee"; "will [present]"
_PRESENTED_TO = re.compile(
    r"\s(?:the|an?|his|her|its|their|these|this)\s(?:[\w’'-]+\s){1,7}?(?:to|before)(?=\s(?:the|a|an|[A-Z]))"
)
_WILL = re.compile(r"\b(?:to|will|would|shall|may|can|could|should|must)\s(?:[a-z]+ly\s|also\s)?$")
_PRESS = re.compile(r"\b(?:press|news|media|reporters|journalists)\b")
# "told the Australian parliament", "addressed parliament"
_PARLIAMENT = re.compile(
    r"\s(?:both\s(?:houses|chambers)\sof\s)?(?:the\s|his\s|her\s|their\s|our\s)?(?:[A-Z][\w-]+\s|country['’]s\s|nation['’]s\s)?"
    r"(?:parliament|senate|congress|lawmakers|legislature|national\sassembly|upper\shouse|lower\shouse)\b"
)
_HOUSES = frozenset({"assembly", "parliament", "congress", "senate", "chamber"})
_HOSTED = re.compile(r"\s+(?:hosted|organi[sz]ed|given|held)\s+by\s+(?:the\s+)?")
_TOLD = re.compile(r"\b(?:said|told|reporters|journalists|press|podium|lectern)\b")


def _brief(scene: Scene, hit: Hit) -> Cast | None:
    """Read "will brief the Security Council"; reporters and presidents are briefed, too."""
    if passive(scene, hit):
        by = BY.match(scene.text, hit.end)
        speakers = behind(scene, by.end(), scene.sentence.end) if by else []
        heard = [p for p in subjects_of(scene, hit)[0] if p.kind == "organisation" and _HOUSE.search(p.surface)]
        return Cast(speakers, heard, [], False) if speakers and heard else None
    body = [p for p in bodies_behind(scene, hit.end) if p.kind == "organisation" and _HOUSE.search(p.surface)]
    if not body:
        # "briefed the Secretary-General in New York": talks, if it says where.
        body = [p for p in object_of(scene, hit) if p.kind in ("person", "counterpart")]
        if not body or not any(m.type == "place" and body[-1].end <= m.start for m in scene.mentions):
            return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in body]
    return Cast(subjects, body, [], implied) if subjects else None


def _tell(scene: Scene, hit: Hit) -> Cast | None:
    """Read "told the General Assembly" as a speech; reporters and agencies are told things, too."""
    if audience := _TOLD_AUDIENCE.match(scene.text, hit.end, scene.sentence.end):
        return _tell_audience(scene, hit, audience)
    body = [p for p in bodies_behind(scene, hit.end) if p.kind == "organisation" and _HOUSE.search(p.surface)]
    house = _PARLIAMENT.match(scene.text, hit.end, scene.sentence.end)
    if not house and (not body or body[0].start - hit.end > 60) or passive(scene, hit):
        return None
    subjects, implied = subjects_of(scene, hit)
    return Cast(subjects, body, [], implied) if subjects and not implied else None


def spoken_to(scene: Scene, hit: Hit) -> Cast | None:
    """Read "spoke to the Knesset", "spoke to students at the university" as a speech.

    Args:
        scene: the sentence.
        hit: a verb of speaking.
    """
    to = _SPOKEN_TO.match(scene.text, hit.end, scene.sentence.end)
    if not to or passive(scene, hit):
        return None
    body = [p for p in bodies_behind(scene, to.end()) if p.kind == "organisation" and _HOUSE.search(p.surface)]
    audience = _TOLD_AUDIENCE.match(scene.text, to.end(), scene.sentence.end)
    if not body and not audience or _PRESS.search(scene.text, to.end(), audience.end() if audience else to.end()):
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in ("person", "office", "pronoun") and p not in body]
    return Cast(subjects, body, [], implied) if subjects else None


def heard(text: str, hit: Hit, end: int) -> bool:
    """Does an audience without a name follow: "told the opening session"?

    >>> heard("told the opening session on Monday", Hit(0, 4, "speech", "tell", "past"), 34)
    True
    """
    audience = _TOLD_AUDIENCE.match(text, hit.end, end)
    if audience is None or audience["one"] in (None, "meeting"):
        return False
    # "told the audience" points back.
    return audience.group().startswith(" a") or audience["one"] in ("plenary", "session")


def _tell_audience(scene: Scene, hit: Hit, audience: re.Match[str]) -> Cast | None:
    """Read "told a lunch of the Chamber of Commerce"; those who are only called many need a place to be told in."""
    end = audience.end()
    if passive(scene, hit) or _PRESS.search(audience.group()):
        return None
    of = _OF_BODY.match(scene.text, end, scene.sentence.end)
    body = [p for p in behind(scene, of.end(), of.end() + 40) if p.kind == "organisation"] if of else []
    where = scene.text[end : end + 50]
    if not any(m.type in ("place", "state") and m.start < end + 50 for m in scene.mentions):
        where = ""
    if not body and not audience["one"] and not re.match(r"(?:\s\S+){0,4}?\s(?:in|at)\s(?:the\s|a\s)?[A-Z]", where):
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in ("person", "office", "pronoun") and p not in body]
    return Cast(subjects, body, [], implied) if subjects and (not implied or hit.form == "ing") else None


def _report(scene: Scene, hit: Hit) -> Cast | None:
    """Read "will report to Congress", "present the forecast to the Finance Committee"; sums are reported, too."""
    start = hit.end
    if scene.word(hit).startswith("present"):
        to = _PRESENTED_TO.match(scene.text, hit.end, scene.sentence.end)
        if not to or hit.form == "base" and not _WILL.search(scene.left(hit.start, 24)):
            return None
        start = to.end()
    body = [p for p in bodies_behind(scene, start) if p.kind == "organisation" and _HOUSE.search(p.surface)]
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in ("person", "office", "pronoun") and p not in body]
    return Cast(subjects, body, [], implied) if body and subjects and not passive(scene, hit) else None


def _reporters(scene: Scene, hit: Hit) -> Cast | None:
    """Read "told reporters in Kigali" as an appearance before the press, if it says where or with whom."""
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in ("person", "office", "pronoun", "pair")]
    where = _AT_OR_IN.match(scene.text, hit.end, scene.sentence.end)
    placed = where and any(m.type in ("place", "state") and m.start - where.end() < 5 for m in scene.mentions)
    return Cast(subjects, [], [], implied) if subjects and where and (placed or where["at"]) else None


def _address(scene: Scene, hit: Hit) -> Cast | None:
    if passive(scene, hit):
        return None
    body = bodies_behind(scene, hit.end)
    audience = _AUDIENCE.match(scene.text, hit.end, min(scene.sentence.end, hit.end + 160))
    if audience and _PRESS.search(audience.group()):
        return None
    if not body and not audience:
        return None
    # "spoke before the meeting" is a time, "spoke before the parliament" a speech.
    preposition = scene.word(hit).endswith(("before", "at"))
    if not body and audience and preposition and audience["noun"].lower() not in _HOUSES:
        return None
    if not body and audience and (by := _HOSTED.match(scene.text, audience.end())):
        body = behind(scene, by.end(), scene.sentence.end)
    if _PARLIAMENT.match(scene.text, hit.end, scene.sentence.end):
        # "addressed the Kenyan parliament": before the house, not with the state.
        body = [p for p in body if p.kind == "organisation"]
    subjects, implied = subjects_of(scene, hit)
    return Cast(subjects, body, [], implied) if subjects else None


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


def _may_address(text: str, hit: Hit, named: Sequence[Mention], end: int) -> bool:
    """Does an audience follow: "addressed the Senate", not "addressed the causes of conflict"?"""
    if any(m.type == "organisation" and hit.end <= m.start < hit.end + 120 for m in named):
        return True
    return bool(_AUDIENCE.match(text, hit.end, end)) or speaks_of_somebody(text, hit.end, min(hit.end + 90, end))


MAY_TELL = {"brief": _may_address, "address": _may_address}
FRAMES = {
    "brief": _brief,
    "address": _address,
    "tell": _tell,
    "report": _report,
    "reporters": _reporters,
    "press": _press,
    "beside": _beside,
}
