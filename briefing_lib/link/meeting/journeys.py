"""Verbs of a journey: who visited, travelled to, left for or was in which place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.meeting.reach import behind, clause_end, object_of, passive, places_behind
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.parties import Party
from briefing_lib.tables import Mention

_PURPOSE = re.compile(
    r"\s+(?:(?:today|yesterday|this week|last week|next week)\s+)?(?:for|on an?|to (?:meet|attend|sign|take|"
    r"hold|address|discuss))\b"
)
_ARRIVES = frozenset({"arrive", "arrives"})
_ON_A_DAY = re.compile(r"\s(?:tomorrow|today|yesterday|next\s\w+|on\s(?:the\s)?(?:\d|[A-Z]))[^;.:]{0,12}")
_COMES = frozenset(["arrive", "arrives", "arrived", "arriving", "fly", "flies", "flew", "flying"])
# "arrived here", "flew in last night"
_COMES_HERE = re.compile(
    r"(?:\sback)?\s(?:here\b|(?:from|this|last|today|yesterday|tomorrow|unannounced|on\s[A-Z]\w+day|on\s[A-Z][a-z]+\.?\s\d+|on\s\d+|at\sthe\shead)\b)"
)
# "a trade delegation of 20 members to the"
_DELEGATION = re.compile(
    r"\s+(?:an?|the|his|her|its)\s+(?:[\w-]+\s+){0,5}(?:delegation|group|mission|party|team)\s+(?:of\s+[^,;.]{1,40}?\s)?"
    r"(?:on\s[^,;.]{1,40}?\s)?(?:to|in)\s+(?:the\s+)?"
)
# "sent X (back) to the"
_SENT_TO = re.compile(r",?\s+(?:back\s+|on\s+)?to\s+(?:the\s+)?")
_TEAM = re.compile(
    r"\san?\s(?:[\w-]+\s){0,2}?(?:delegation|mission|team|group|envoy|official|representative)\s(?:back\s|of\s[^,;.]{1,30}\s)?to\s(?:the\s)?"
)
_SENT = ("delegation", "mission", "team", "staff")
_TO_ASK = re.compile(
    r"(?:\s(?:last|this|next|on|in|late|early|yesterday|today|tomorrow|at|the|end|of|week|month|[A-Z][\w.]+|\d+,?)){0,5}\sto\s"
    r"(?:ask|beg|brief|congratulate|consult|court|implore|lobby|persuade|plead\swith|press|reassure|thank|urge|warn|win\sover|woo)(?=\s)"
)
_SOME_TIME = re.compile(r"(?:\s(?:again|soon|later|early|next|this|in|on|before|some\stime)\b|[.,])")
_GO_TO = re.compile(
    r"\s+(?:(?:by\s(?:air|car|plane|rail|road|sea|ship|train)|on|early|late|last|this|today|yesterday|tonight|overnight|secretly|unannounced|here|home|back|"
    r"morning|afternoon|evening|night|"
    r"from\s(?:the\s)?[A-Z][\w-]+|[A-Z][a-z]+,?|\d{1,2},?)\s+){1,6}(?:for|to|in|into)\s+(?:the\s+)?"
)


# "some 8.8 million Koreans", "more tourists": nobody in particular
_CROWD = re.compile(
    r"(?:\d|\b(?:million|thousands?|hundreds?|dozens?|many|most|more|fewer|few|record|all)\b)[^.;,]{0,40}\s$"
)


_NEVER = re.compile(r"\b(?:not|never|n['’]t)\s(?:yet\s|again\s|even\s)?$")
# "sent a mission under [X] to"
_UNDER = re.compile(
    r"\san?\s(?:[\w-]+\s){0,3}?(?:delegation|mission|team|group)\s(?:under|(?:led|headed)\sby|with)\s(?:the\s|its\s|his\s|her\s)?"
)
# "spoke to the emir on Sunday and [is due in]"
_AND_IS = re.compile(r"\band(?:\s(?:he|she))?\s$")


def _visit(scene: Scene, hit: Hit) -> Cast | None:
    if passive(scene, hit) or hit.form == "ing" and _names_a_guest(scene, hit):
        return None
    destinations = places_behind(scene, hit.end, clause_end(scene, hit))
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p not in destinations]
    if destinations and not subjects and _CROWD.search(scene.left(hit.start, 60)):
        # "some 8.8 million Koreans visited Japan"
        return None
    if destinations:
        return Cast(subjects, [], destinations, implied)
    past = hit.form == "past" and any(0 < date.start - hit.end < 12 for date in scene.dates)
    if _SOME_TIME.match(scene.text, hit.end, scene.sentence.end) and not implied and (hit.form == "base" or past):
        # "we hope that he can visit in April": where, another sentence tells.
        return Cast([p for p in subjects if p.kind in ("person", "pronoun")], [], [], False)
    # "visited the Martial Arts Centre": somewhere without a name we know.
    local = scene.text.startswith(" the ", hit.end) and (not implied or scene.left(hit.start, 5) == " and ")
    return (
        Cast(subjects, [], [], False)
        if local and any(p.kind in ("person", "pronoun", "office", "pair") for p in subjects)
        else None
    )


def _names_a_guest(scene: Scene, hit: Hit) -> bool:
    """Is it "visiting Maldivian President X", which names a guest and no journey?"""
    after = next((p for p in scene.parties if p.start >= hit.end), None)
    named = after is not None and after.kind in ("person", "office") and not scene.text[hit.end : after.start].strip()
    return named and scene.word(hit) == "visiting"


def _travel(scene: Scene, hit: Hit) -> Cast | None:
    destinations = places_behind(scene, hit.end, scene.sentence.end)
    if not destinations or scene.word(hit).startswith("set foot") and _NEVER.search(scene.left(hit.start, 20)):
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in ("person", "office", "pronoun", "pair", "counterpart")]
    return Cast(subjects, _asked(scene, hit, destinations), destinations, implied) if subjects else None


def _asked(scene: Scene, hit: Hit, destinations: list[Party]) -> list[Party]:
    """Return whom a traveller goes to ask, press or consult: "flew to Helsinki last Thursday to ask X for help"."""
    to = _TO_ASK.match(scene.text, destinations[-1].end, scene.sentence.end)
    found = behind(scene, to.end(), to.end() + 40) if to else []
    return [p for p in found if p.kind in ("person", "counterpart")]


def _be_in(scene: Scene, hit: Hit) -> Cast | None:
    """Read "was in Rome on Monday for talks", "is due in Cairo": a person, a place, and when or what for."""
    destinations = places_behind(scene, hit.end, hit.end + 40)
    if scene.word(hit).endswith(" here") and (place := scene.people.dateline(hit.start)):
        destinations = [Party(hit.end, hit.end, place.type, place.actor, surface=place.text, role=place.role)]
    subjects, implied = subjects_of(scene, hit)
    if scene.text.startswith(" town", hit.end) and not implied:
        # "will be in town for the dialogue": where the meeting told of before is.
        return Cast([p for p in subjects if p.kind == "person"], [], [], False)
    here = scene.word(hit).endswith(" here") and not destinations and not implied
    if here and any(hit.end < date.start < hit.end + 30 for date in scene.dates):
        # Nobody says where "here" is; who comes and when is told all the same.
        return Cast([p for p in subjects if p.kind in ("person", "office")], [], [], False)
    if (
        not destinations
        or implied
        and not _AND_IS.search(scene.left(hit.start, 12))
        or not all(p.kind in ("person", "office", "pronoun", "pair") and not p.many or sent(scene, p) for p in subjects)
    ):
        return None
    due = "due" in scene.word(hit) or "expected" in scene.word(hit) or "will" in scene.word(hit)
    dated = any(hit.end < date.start < destinations[-1].end + 20 for date in scene.dates)
    told = due or dated or _PURPOSE.match(scene.text, destinations[-1].end, scene.sentence.end)
    return Cast(subjects, [], destinations, False) if told else None


def sent(scene: Scene, party: Party) -> bool:
    """Is it a body of people who travel: "an IMF mission"?"""
    words = scene.text[party.start : party.end].lower()
    if party.many and party.state and words.isalpha():
        return True  # "the Cubans"
    return party.many and bool(party.name or party.state) and any(word in words for word in _SENT)


def _go(scene: Scene, hit: Hit) -> Cast | None:
    """Read "left on Saturday for Kigali", "flew overnight to Doha"."""
    if (
        scene.word(hit) in _ARRIVES
        and _ON_A_DAY.match(scene.text, hit.end)
        and scene.people.dateline(hit.start) is None
    ):
        # "X, who arrives on 27 August": for what was told before.
        subjects, implied = subjects_of(scene, hit)
        subjects = [p for p in subjects if p.kind == "person"]
        return Cast(subjects, [], [], implied) if subjects and not implied else None
    to = _GO_TO.match(scene.text, hit.end, scene.sentence.end)
    destinations = places_behind(scene, to.end(), to.end() + 40) if to else _here(scene, hit)
    if not destinations:
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in ("person", "office", "pronoun", "pair")]
    return Cast(subjects, [], destinations, implied) if subjects and not implied else None


def comes_here(text: str, hit: Hit) -> bool:
    """Does somebody come to where the dispatch is from: "arrived here", "flew in last night"?

    >>> comes_here("He arrived here today.", Hit(3, 10, "visit", "go", "past"))
    True
    """
    word = text[hit.start : hit.end].split()[0].lower()
    return word in _COMES and bool(_COMES_HERE.match(text, hit.end))


def _here(scene: Scene, hit: Hit) -> list[Party]:
    """Return the place of the dispatch in "arrived here this afternoon", "flew in from Dar es Salaam last night"."""
    if not (comes_here(scene.text, hit) or scene.word(hit).endswith(" here")):
        return []
    place = scene.people.dateline(hit.start)
    if place is None:
        return []
    return [Party(hit.end, hit.end, place.type, place.actor, surface=place.text, role=place.role)]


def _send(scene: Scene, hit: Hit) -> Cast | None:
    """Read "sent his foreign minister to Cairo", "will be sent to Rome" as a journey of whoever is sent."""
    sent = passive(scene, hit)
    owner = "" if sent else next((p.name for p in subjects_of(scene, hit)[0] if p.kind == "person"), "")
    if not sent and (team := _TEAM.match(scene.text, hit.end, scene.sentence.end)):
        # "will send a team to London": whose it is, for it has no name
        senders = [p for p in subjects_of(scene, hit)[0] if p.kind in ("organisation", "state", "office") and p.name]
        destinations = places_behind(scene, team.end(), team.end() + 40)
        return Cast(senders[:1], [], destinations, False) if senders and destinations else None
    under = None if sent else _UNDER.match(scene.text, hit.end, scene.sentence.end)
    if under and (leader := behind(scene, under.end(), under.end() + 40)):
        # "is sending a mission under X to Tirana"
        to = _SENT_TO.match(scene.text, leader[0].end, scene.sentence.end)
        destinations = places_behind(scene, to.end(), to.end() + 40) if to else []
        return Cast(leader[:1], [], destinations, False) if destinations else None
    guests = subjects_of(scene, hit)[0] if sent else object_of(scene, hit)
    guests = [p for p in guests if p.kind in ("person", "office", "counterpart") and not (p.many and not p.state)]
    # "sent his Minister of Defence": of the state of whoever sends him.
    home = scene.people.state(owner) if owner else ""
    guests = [p._replace(state=home) if p.kind == "office" and not (p.state or p.name) else p for p in guests]
    if not guests or not sent and guests[0].start - hit.end > 40:
        return None
    to = _SENT_TO.match(scene.text, hit.end if sent else guests[-1].end, scene.sentence.end)
    destinations = places_behind(scene, to.end(), to.end() + 40) if to else []
    return Cast(guests, [], destinations, False) if destinations else None


def _lead(scene: Scene, hit: Hit) -> Cast | None:
    """Read "will lead a Norwegian delegation to Ho Chi Minh City" as a journey of whoever leads."""
    to = _DELEGATION.match(scene.text, hit.end, scene.sentence.end)
    destinations = places_behind(scene, to.end(), to.end() + 40) if to else []
    if not destinations or passive(scene, hit):
        return None
    subjects, implied = subjects_of(scene, hit)
    subjects = [p for p in subjects if p.kind in ("person", "office", "pronoun") and p not in destinations]
    return Cast(subjects, [], destinations, implied) if subjects else None


def _may_lead(text: str, hit: Hit, named: Sequence[Mention], end: int) -> bool:
    """Is it a delegation that is led somewhere?"""
    return bool(_DELEGATION.match(text, hit.end, end))


def _may_send(text: str, hit: Hit, named: Sequence[Mention], end: int) -> bool:
    """Does "to" with a name follow: not "sent a signal"?"""
    to = text.find(" to ", hit.end, min(end, hit.end + 160))
    return to >= 0 and any(to < m.start <= to + 24 for m in named)


MAY_TELL = {"lead": _may_lead, "send": _may_send}
FRAMES = {
    "lead": _lead,
    "send": _send,
    "visit": _visit,
    "travel": _travel,
    "be in": _be_in,
    "go": _go,
}
