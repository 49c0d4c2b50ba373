"""What kind of meeting a mention tells of, and whether it says enough to be a row."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.agreed import by_phone
from briefing_lib.link.meeting.reach import clause_end
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.status_nouns import carried
from briefing_lib.link.meeting.words import VERBS, Hit

_BY_PHONE = re.compile(
    r"\b(?:video\s?conference|video link|(?:by|on the|over the) (?:tele)?phone|telephone|phone call|"
    r"phone conversation|video call)\b",
    re.I,
)
# "is to pay a state [visit] on Friday"
_PAID = re.compile(r"\b(?:pay|pays|paid|paying)\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+){0,2}$")
# "ended three days of [discussions]"
_DAYS_OF = re.compile(
    r"\b(?:beg[au]n|clos(?:ed|e)|concluded?|continued|end(?:ed)?|finished|held|hold|opened|resumed?|started|wound\sup|wrapped\sup)\s"
    r"(?:[\w-]+\s){0,4}(?:days?|hours|weeks?|rounds?)(?:\s(?:and\s\w+\s)?of)\s(?:[\w-]+\s){0,3}$"
)
# "spoke to the Knesset"
_AUDIENCE = re.compile(r"\s(?:[a-z]+ly\s|earlier\s|later\s|also\s)?to\s")
# "the summit of ECOWAS leaders[, set for] 14 December", "the talks[, held in] Belgrade"
_FIXED_ASIDE = re.compile(
    r"[^,.;]{0,60},\s(?:which\s(?:is|was|are|were|will\sbe|has\sbeen|have\sbeen)\s)?(?:now\s|originally\s)?"
    r"(?:held|hosted|convened|conducted|set|scheduled|planned|due|expected|slated|fixed|opening|beginning|to\sbe\sheld)\b"
)
# "opened the meeting" points back to one that is known.
_BACK = re.compile(r"\b(?:the|this|that|these|those|their|his|her|our|its)\s+(?:[\w-]+\s+)?$", re.I)


def kind_of(scene: Scene, hit: Hit, parties: Cast) -> str:
    """Return the type of the meeting: talks by telephone are a call, a meeting of heads of state is a summit."""
    if hit.frame == "speak" and hit.form in VERBS and _AUDIENCE.match(scene.text, hit.end, scene.sentence.end):
        heard = [p for p in parties.others if p.kind in ("person", "counterpart", "office", "pronoun", "pair")]
        return hit.type if heard else "speech"
    if hit.frame == "session" and scene.word(hit) == "session" and (sides := [*parties.subjects, *parties.others]):
        # "a separate session between Mr Pence and Mr Xi"
        return "talks" if parties.others and all(p.kind in ("person", "state", "pronoun") for p in sides) else hit.type
    if hit.frame == "reach" and parties.others:
        return "call"
    if hit.frame == "brief" and any(p.kind in ("person", "counterpart") for p in parties.others):
        return "talks"
    if hit.frame == "attend" and parties.destinations:
        return "visit"
    if hit.type != "talks":
        return hit.type
    text = scene.text
    if by_phone(scene, hit):
        return "call"
    others = [other.end for other in scene.hits if other.end < hit.start and other.form in VERBS]
    if _BY_PHONE.search(
        text, max([scene.sentence.start, hit.start - 50, *others]), min(clause_end(scene, hit), hit.end + 120)
    ):
        return "call"
    members = [p for p in parties.subjects if p.kind == "organisation"]
    if (
        hit.form in VERBS
        and hit.frame in ("meet", "gather")
        and not parties.others
        and (held := _held_by(scene, parties))
    ):
        return held
    if hit.form in VERBS:
        return "other" if members and not parties.others and len(parties.subjects) == 1 else "talks"
    holders = [p for p in (*parties.subjects, *parties.others) if p.many and p.kind == "office"]
    words = " ".join(text[p.start : p.end].lower() for p in holders)
    if "heads of state" in words or "heads of government" in words:
        return "summit"
    named = len({*parties.subjects, *parties.others}) > 1 or any(p.name for p in parties.subjects)
    if "ministers" in words and named:
        return "ministerial"
    return "other" if members and text.startswith(" of the", hit.end) else "talks"


def _held_by(scene: Scene, parties: Cast) -> str:
    """Return what a meeting of a body's leaders or ministers is: "the leaders of APEC meet", "EU ministers met"."""
    for party in parties.subjects:
        words = scene.text[party.start : party.end].lower()
        own = party.kind == "office" and party.many and party.name and not scene.people.is_state(party.name)
        if own and "ministers" in words and "prime" not in words:
            return "ministerial"
        if own and re.search(r"\b(?:leaders|presidents|prime ministers|heads of (?:state|government))\b", words):
            return "summit"
    return ""


def _says_where_or_when(scene: Scene, hit: Hit) -> bool:
    """Does a place or a date follow in the clause of the noun itself: "their talks in Rome"?"""
    aside = _FIXED_ASIDE.match(scene.text, hit.end, scene.sentence.end)
    comma = scene.text.find(",", aside.end() if aside else hit.end, scene.sentence.end)
    end = min(clause_end(scene, hit), comma if comma >= 0 else scene.sentence.end)
    spans = [d.start for d in scene.dates] + [m.start for m in scene.mentions if m.type in ("place", "state")]
    return any(hit.end <= start < end for start in spans)


def points_back(scene: Scene, hit: Hit) -> bool:
    """Does "the", "this" or "their" before a noun say that the meeting is known already?"""
    return bool(_BACK.search(scene.left(hit.start, 30)))


def says_enough(
    scene: Scene, hit: Hit, parties: Cast, actors: list[str], placed: bool, dated: bool, status: str
) -> bool:
    """Does the mention say who, where, when or whether, beyond pointing back?

    Args:
        scene: the sentence.
        hit: the word of meeting.
        parties: the parties found.
        actors: the actors they stand for.
        placed: a place is told.
        dated: a date is told.
        status: the status told.
    """
    if hit.form in VERBS:
        somebody = not any(p.kind == "pronoun" for p in parties.subjects)
        return bool(actors) or somebody and hit.frame in ("gather", "meet", "closet") and placed and dated
    own = bool(parties.others or parties.destinations) or bool(parties.subjects) and not parties.implied
    if hit.frame == "journey":
        if scene.word(hit) == "arrival" and not parties.destinations and not dated:
            return False
        if not parties.subjects and not scene.titled:
            return False
        off = status in ("cancelled", "postponed") and dated or dated and bool(_PAID.search(scene.left(hit.start, 40)))
        return bool(actors) and (bool(parties.destinations) or off or not parties.implied and (own or placed or dated))
    if hit.frame == "invitation":
        return len(actors) > 1
    if hit.frame in ("round", "one"):
        return placed or dated if hit.frame == "one" else bool(actors) and (placed or dated)
    if hit.frame == "speech":
        return bool(parties.subjects) and (bool(parties.others) or placed)
    if hit.frame == "press":
        both = len(actors) > 1 and "joint" in scene.left(hit.start, 12)
        return bool(actors) and (own or not points_back(scene, hit) or placed or dated or both)
    if hit.frame in ("session", "council"):
        return bool(actors or placed) and (placed or dated or own)
    if hit.frame == "signing":
        return len(actors) > 1
    if scene.word(hit) == "contacts":
        return placed or dated and (status != "held" or bool(parties.others) and len(actors) > 1)
    pronouns = all(p.kind == "pronoun" for p in parties.subjects) and not parties.others
    if pronouns and points_back(scene, hit) and not _says_where_or_when(scene, hit):
        return False
    members = any(
        p.kind == "organisation" or p.kind == "office" and p.many and p.name and not scene.people.is_state(p.name)
        for p in parties.subjects
    )
    if own and (len(actors) > 1 or members or parties.others):
        return True
    told = len(actors) > 1 and not pronouns and dated
    if actors and parties.subjects and carried(scene, hit) and (told or not points_back(scene, hit)):
        return len(actors) > 1 or "meeting" in scene.word(hit) or placed or dated
    if points_back(scene, hit) and not _says_where_or_when(scene, hit):
        return False
    if placed and (bool(actors) or dated and hit.type in ("summit", "ministerial")):
        return True
    if placed and dated and hit.type == "talks" and _DAYS_OF.search(scene.left(hit.start, 70)):
        # "Experts ended three days of discussions in Montevideo on Tuesday": whoever they were.
        return True
    return dated and (len(actors) > 1 or bool(actors) and (pronouns or own and hit.type == "summit"))
