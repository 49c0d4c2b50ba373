"""Parties a noun of meeting does not name itself: told by the words around it, as in "agreed with X to hold talks"."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.reach import behind, clause_end, object_of, places_behind
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.parties import Party

# "is in Brussels on an official visit"
_IN_ON = re.compile(r"\s+(?:on|for)\s+(?:an?|his|her|their|the)?\s*(?:[\w-]+\s+){0,4}$")
_SAID_AT = re.compile(
    r"['’]s?\s+(?:statements?|remarks?|words|comments?|answers?)\s+(?:at|during|in)\s+(?:[\w-]+\s+){0,4}$"
)
# "have agreed with our friends to start (a) "
_AGREED = re.compile(r"\bagree[ds]?\s+with\s+")
# "X, [with whom Mr Y had a] working breakfast"
_WITH_WHOM = re.compile(r",?\s(?:with|to)\swhom\s[^,;.]{2,60}\s(?:had|has|have|held|holds?|having)\s(?:\w+\s){0,4}$")
_AT_INVITATION = re.compile(r"(?:\d+\.\s)?(?:[Aa]t|[Oo]n)\sthe\sinvitation\sof\s(?:the\s|His\sExcellency\s)?")
_ACCEPTED = re.compile(r"\baccept(?:ed|s)\b[^.;,]{0,40}\binvitation\s(?:of|from|by|extended\sby)\s(?:the\s)?")
_THEIR = re.compile(r"\b(?:held|hold|holding)\s(?:their|an?|the)\s(?:[\w-]+\s){0,3}$")
_MET = frozenset({"person", "counterpart"})
_FOR_GUEST = re.compile(r"\sfor\s(?:the\s|visiting\s)?")
_MEALS = ("lunch", "luncheon", "dinner", "banquet", "breakfast", "reception", "supper", "tea")
_HOSTS = frozenset({"person", "office", "state"})
_TO = re.compile(r"\s+to\s+(?:[\w-]+\s+){1,4}$")
_FOR_TALKS = re.compile(r"\bfor\s+(?:[\w-]+\s+){0,2}$")
_JOINED = re.compile(r"\bjoin(?:s|ed|ing)?\s+(?:the\s+)?")
_FOR = re.compile(r"\s+(?:for|at|in)\s+(?:[\w-]+\s+){0,4}$")


def agreed_with(scene: Scene, hit: Hit) -> list[Party]:
    """Return the other side in "agreed with X to start a dialogue"."""
    agreed = _AGREED.search(scene.text, max(scene.sentence.start, hit.start - 120), hit.start)
    parties = behind(scene, agreed.end(), hit.start) if agreed else []
    return parties if parties and _TO.match(scene.text[parties[-1].end : hit.start]) else []


def received(scene: Scene, hit: Hit) -> list[Party]:
    """Return the guest in "will host X for talks with his counterpart"."""
    host = next((other for other in scene.hits if other.frame == "host" and other.end <= hit.start), None)
    if host is None or not _FOR_TALKS.search(scene.left(hit.start, 30)):
        return []
    return [p for p in object_of(scene, host) if p.end <= hit.start]


def guests_of(scene: Scene, hit: Hit) -> list[Party]:
    """Return whom a meal is given for: "hosted a working lunch for his Thai counterpart, X"."""
    for_ = _FOR_GUEST.match(scene.text, hit.end, scene.sentence.end)
    if not for_ or not scene.word(hit).endswith(_MEALS):
        return []
    return [
        p for p in behind(scene, for_.end(), scene.sentence.end) if p.kind in _MET or p.kind == "office" and p.state
    ]


def inviter(scene: Scene, hit: Hit, subjects: list[Party]) -> Party | None:
    """Return X in "At the invitation of X, Y and Z held their meeting", "Y accepted the invitation of X to one"."""
    opens = _AT_INVITATION.match(scene.text, scene.sentence.start, hit.start)
    accepts = None if opens else _ACCEPTED.search(scene.text, scene.sentence.start, hit.start)
    found = opens or accepts
    if found is None or opens and (len(subjects) < 2 or not _THEIR.search(scene.left(hit.start, 40))):
        return None
    host = next((p for p in scene.parties if p.end > found.end() and p.start - found.end() < 12), None)
    return host if host and host not in subjects and host.end <= hit.start and host.kind in _HOSTS else None


def joined(scene: Scene, hit: Hit) -> list[Party]:
    """Return the other side in "will join the ministers for a meeting"."""
    join = _JOINED.search(scene.text, max(scene.sentence.start, hit.start - 120), hit.start)
    parties = behind(scene, join.end(), hit.start) if join else []
    return parties if parties and _FOR.match(scene.text[parties[-1].end : hit.start]) else []


def called(scene: Scene, hit: Hit) -> list[Party]:
    """Return whom one speaks with in "discussed it with X in a telephone call", and behind "call to"."""
    if scene.word(hit).endswith(" to"):
        return behind(scene, hit.end, clause_end(scene, hit))
    at = scene.last_before(hit.start)
    if at is None or hit.start - scene.parties[at].end >= 30:
        return []
    whole = scene.list_to(at)
    return whole if scene.governor(whole[0]) in ("with", "to") else []


def speaker(scene: Scene, hit: Hit) -> list[Party]:
    """Return whose words they are in "X's statements at the press conference"."""
    at = scene.last_before(hit.start)
    if at is None or not _SAID_AT.match(scene.text[scene.parties[at].end : hit.start]):
        return []
    return [scene.parties[at]]


def destination_before(scene: Scene, hit: Hit) -> list[Party]:
    """Return the place in "scraps Washington trip" and "is in Brussels on a visit"."""
    at = scene.last_before(hit.start)
    if at is None or scene.parties[at].kind not in ("place", "state"):
        return []
    party = scene.parties[at]
    gap = scene.text[party.end : hit.start]
    if not gap.strip():
        return [party]
    return [party] if _IN_ON.match(gap) and scene.governor(party) in ("in", "to") else []


def invitation(scene: Scene, hit: Hit) -> Cast | None:
    """Read "an invitation to Samarkand"; "an invitation to visit" is told by its verb."""
    to = re.match(r"\s+to\s+(?:the\s+)?", scene.text[hit.end : hit.end + 10])
    destinations = places_behind(scene, hit.end + to.end(), hit.end + 60) if to else []
    subjects, _ = subjects_of(scene, hit)
    return (
        Cast([p for p in subjects if p not in destinations], [], destinations, False)
        if destinations and subjects
        else None
    )


def with_whom_aside(scene: Scene, hit: Hit) -> Cast | None:
    """Read "led by X, with whom Mr Y had a working breakfast"."""
    whom = _WITH_WHOM.search(scene.left(hit.start, 110))
    at = scene.last_before(hit.start - len(whom.group())) if whom else None
    if at is None:
        return None
    acting = subjects_of(scene, hit)[0]
    other = scene.parties[at]
    return Cast(acting, [other], [], not acting) if other not in acting and other.kind in _MET else None
