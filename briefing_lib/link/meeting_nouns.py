"""The parties of nouns of meeting: owners before it, others behind "with", "of" and "by", a place behind "to"."""

from __future__ import annotations

import re

from briefing_lib.link.meeting_words import Hit
from briefing_lib.link.parties import Party
from briefing_lib.link.reach import MODIFIED, behind, bodies_behind, clause_end, object_of, places_behind
from briefing_lib.link.scene import Cast, Scene, either
from briefing_lib.link.subjects import subjects_of
from briefing_lib.link.tokens import state_of_demonym

# "between", "with", "of the", "by": opens the parties of a noun.
_LINK = re.compile(
    r"\b(through|from|between|among|amongst|with|of|by|to|in|at|before|alongside|involving)\s+(?:(?:the|both|"
    r"a|an|his|her|its)\s+)?"
)
_BETWEEN = frozenset({"between", "among", "amongst", "involving"})
# A verb between a noun and a link parts them, unless it only says that the meeting takes place.
_VERB = re.compile(r"\s(?:is|are|was|were|has|had|have|will|would|can|could|may|took|takes|said|says|[a-z]{3,}ed)\s")
_TAKES_PLACE = re.compile(
    r"\s(?:"
    + either("began resumed opened ended concluded started continued")
    + r"|(?:took|take|taken|taking)\splace|(?:be|were|was|been)\sheld)\b"
)
# "X's (two-day official) visit"
_OWNED = re.compile(
    r"['’]s?\s+(?:(?!" + either("a an is was who which that and with to of on for in said") + r"\b)[\w’'-]+[ ,]+){0,6}$"
)
_HIS = re.compile(
    r"\b(his|her|their|its|our|my|your)\s+(?:(?!" + either("and with to of on for in") + r"\b)[\w’'-]+[ ,]+){0,5}$",
    re.I,
)
_HIS_NAMES = {"his": "one", "her": "one", "their": "pair", "its": "it", "our": "we", "my": "i", "your": "you"}
# "in two separate [meetings] with"
_SEPARATE = re.compile(r"\bseparate\s+(?:[\w-]+\s+)?$")
# "will not be attending the [summit]", "to skip the [summit]"
_ABSENT = re.compile(
    r"\b(?:(?:not|never|n['’]t)\s+(?:be\s+)?(?:attend|participat|tak(?:e|ing)\s+part|join)\w*|skip|skips|skipped|"
    r"skipping|"
    r"miss|missed|missing|boycott\w*)\s+(?:in\s+)?(?:[\w’'-]+,?\s+){0,6}$"
)
# "a protocol on [consultations]"
_DOCUMENT_ON = re.compile(
    r"\b(?:accord|agreement|convention|declaration|document|memorandum|pact|protocol|treaty|understanding)s?\s+on\s+(?:the\s+|regular\s+)?$"
)
_DASH = re.compile(r"\s?[-–—/]\s?$")
_STOPPED = re.compile(
    r"\b" + either(
        "a an the his her its their this that hold holds held host hosts hosted attend attends attended after "
        "before during")
    + r"\b|,"
)  # fmt: skip
_TAKING_PART = re.compile(
    r"\b" + either(
        "chair attend address convene hold held host open join preside conclud end began begin clos wind wound "
        "wrap finish") + r"\w*\s+(?:over\s+|up\s+)?(?:[\w-]+\s+){0,3}$"
    r"|\b(?:took|take|takes|taking)\spart\sin\s+(?:[\w-]+\s+){0,3}$|\b(?:participat\w+\sin|"
    r"spoke\sat)\s+(?:[\w-]+\s+){0,3}$"
)  # fmt: skip
# "is in Brussels on an official visit"
_IN_ON = re.compile(r"\s+(?:on|for)\s+(?:an?|his|her|their|the)?\s*(?:[\w-]+\s+){0,4}$")
_SAID_AT = re.compile(
    r"['’]s?\s+(?:statements?|remarks?|words|comments?|answers?)\s+(?:at|during|in)\s+(?:[\w-]+\s+){0,4}$"
)
_PAIR_WORD = re.compile(r"([A-Z][a-z]+)[-–]([A-Z][a-z]+)\s+(?:[\w-]+\s+){0,3}$")


# "trust between the peoples": what lies between parties is no meeting.
_RELATION = re.compile(
    r"\b"
    + either(
        "agreements? alliance borders? bonds conflicts? cooperation differences exchanges friendship gap "
        "investment links partnership "
        "peace relations relationship tensions ties trade trust understanding wars?"
    )
    + r"\s+between\s"
)


# "a conversation which X was to have had with Y"
_WHICH = re.compile(r"\s(?:which|that)\s")


class _Found:
    """What the links behind a noun have given so far."""

    def __init__(self, owners: list[Party]):
        self.subjects = list(owners)
        self.others: list[Party] = []
        self.destinations: list[Party] = []


def noun_cast(scene: Scene, hit: Hit) -> Cast | None:
    """Return the parties of a noun of meeting; None where it tells of no meeting."""
    if hit.frame == "invitation":
        return _invitation(scene, hit)
    if hit.frame == "council":
        # "the European Council in Amsterdam on 16 June": a body that is a meeting.
        body = [p for p in scene.parties if p.start <= hit.start < p.end]
        return Cast(body, [], [], False) if _MEETS.match(scene.text, hit.end, scene.sentence.end) else None
    if _DOCUMENT_ON.search(scene.left(hit.start, 40)) or _ABSENT.search(scene.left(hit.start, 90)):
        return None
    if scene.word(hit) == "stay" and _DURING.search(scene.left(hit.start, 24)):
        # "During his stay" only says when.
        return None
    owners, start = _owners(scene, hit)
    found = _links(scene, hit, owners)
    if hit.frame == "journey" and not found.destinations:
        found.destinations = _destination_before(scene, hit)
    if hit.type == "call" and not found.others:
        found.others = _called(scene, hit)
    if hit.frame == "speech" and not found.others and scene.word(hit).endswith((" to", " at")):
        found.others = bodies_behind(scene, hit.end)
    apart = len(found.others) > 1 and bool(_SEPARATE.search(scene.left(hit.start, 24)))
    members = [p for p in found.subjects if p.kind == "organisation" or p.kind == "office" and p.name != p.state]
    chaired = bool(_TAKING_PART.search(scene.left(start, 40)))
    bodies = hit.type in ("summit", "ministerial") or hit.frame == "session"
    if bodies and members:
        return Cast(members, found.others, found.destinations, False)
    if hit.frame == "session" and not found.subjects and not chaired:
        return Cast([], found.others, found.destinations, False)
    if members and hit.type == "talks" and not owners and len(members) == len(found.subjects) and chaired:
        return Cast([*subjects_of(scene, hit, start)[0], *members], found.others, found.destinations, False)
    if found.subjects or _complete(scene, hit, found.others):
        return Cast(found.subjects, found.others, found.destinations, False, apart)
    if bodies and not found.others:
        hosts = subjects_of(scene, hit, start)[0] if _PRESIDING.search(scene.left(start, 40)) else []
        return Cast([p for p in hosts if p.kind in ("person", "office")], [], found.destinations, True)
    subjects = _speaker(scene, hit) if hit.frame in ("press", "speech") else []
    if not subjects:
        subjects, _ = subjects_of(scene, hit, start)
    if found.others and (guests := _received(scene, hit)):
        subjects = guests
    if subjects and not found.others:
        found.others = _agreed_with(scene, hit) or _joined(scene, hit)
    subjects = [p for p in subjects if p not in found.others and p not in found.destinations]
    return Cast(subjects, found.others, found.destinations, True, apart)


def _links(scene: Scene, hit: Hit, owners: list[Party]) -> _Found:
    text, end, last = scene.text, clause_end(scene, hit), hit.end
    found = _Found(owners)
    if hit.frame == "journey" and scene.word(hit).endswith(" through"):
        found.destinations = places_behind(scene, hit.end, end)
    if scene.word(hit).endswith((" with", " between", " from")):
        found.others = behind(scene, hit.end, scene.sentence.end, scene.word(hit).endswith("between"))
    for link in _LINK.finditer(text, hit.end, min(end, hit.end + 220)):
        if link.start() < last:
            continue
        word = link[1]
        verb = _VERB.search(text, hit.end, link.start())
        if verb and not _WHICH.match(text, hit.end) and not _TAKES_PLACE.search(text, hit.end, link.start() + 1):
            break
        if word in _BETWEEN or word in ("with", "alongside"):
            if hit.frame == "journey" or found.others:
                continue
            if hit.frame != "signing" and _RELATION.search(text, hit.end, link.end()):
                break
            parties = found.others = behind(scene, link.end(), scene.sentence.end, word in _BETWEEN)
        elif word == "from":
            if hit.type != "call" or found.others:
                continue
            parties = found.others = behind(scene, link.end(), scene.sentence.end)
        elif word in ("of", "by"):
            parties = _of(scene, hit, link, found)
        elif hit.frame == "journey" and word in ("to", "in", "through") and not found.destinations:
            parties = found.destinations = places_behind(scene, link.end(), end)
        elif hit.frame == "speech" and not found.others:
            parties = found.others = bodies_behind(scene, link.start() - 1)
        else:
            continue
        if parties:
            last = parties[-1].end
    return found


def _invitation(scene: Scene, hit: Hit) -> Cast | None:
    """Read "an invitation to Samarkand"; "an invitation to visit" is told by its verb."""
    to = re.match(r"\s+to\s+(?:the\s+)?", scene.text[hit.end : hit.end + 10])
    destinations = places_behind(scene, hit.end + to.end(), hit.end + 60) if to else []
    subjects, _ = subjects_of(scene, hit)
    return (
        Cast([p for p in subjects if p not in destinations], [], destinations, False)
        if destinations and subjects
        else None
    )


def _of(scene: Scene, hit: Hit, link: re.Match[str], found: _Found) -> list[Party]:
    """Read "of the leaders of Egypt and Sudan", "tour of Kenya and Ghana", "visit by X"."""
    word = link[1]
    if hit.frame == "journey" and word == "of" and scene.word(hit).startswith("tour"):
        found.destinations = places_behind(scene, link.end(), scene.sentence.end)
        return found.destinations
    between = scene.text[hit.end : link.start()]
    if word == "of" and (len(between) > 40 or "," in between or "invitation" in between):
        return []
    parties = [p for p in behind(scene, link.end(), scene.sentence.end, True) if p.kind != "place"]
    if hit.frame in ("speech", "press"):
        parties = [p for p in parties if p.kind != "organisation"]
    elif hit.frame == "journey":
        visitor = parties and parties[0].kind in ("person", "office", "state", "pair", "counterpart")
        parties = parties if visitor else []
    elif word == "by":
        parties = []
    found.subjects += parties
    return parties


def _complete(scene: Scene, hit: Hit, others: list[Party]) -> bool:
    """Are the parties all told, behind "between"?"""
    if others and scene.word(hit).endswith("between"):
        return len(others) > 1
    if not others or not re.search(r"\b(?:between|among|amongst|involving)\b", scene.text[hit.end : others[0].start]):
        return False
    return len(others) > 1 or others[0].many or others[0].kind == "pair"


# "have agreed with our friends to start (a) "
_AGREED = re.compile(r"\bagree[ds]?\s+with\s+")
_TO = re.compile(r"\s+to\s+(?:[\w-]+\s+){1,4}$")


def _agreed_with(scene: Scene, hit: Hit) -> list[Party]:
    """Return the other side in "agreed with X to start a dialogue"."""
    agreed = _AGREED.search(scene.text, max(scene.sentence.start, hit.start - 120), hit.start)
    parties = behind(scene, agreed.end(), hit.start) if agreed else []
    return parties if parties and _TO.match(scene.text[parties[-1].end : hit.start]) else []


# "closing the summit", "opened the conference"
_PRESIDING = re.compile(
    r"\b(?:clos|open|host|chair|convene|conven|presid)(?:ing|ed|es|s)?\s+(?:over\s+)?(?:[\w-]+\s+){0,3}$", re.I
)


def _received(scene: Scene, hit: Hit) -> list[Party]:
    """Return the guest in "will host X for talks with his counterpart"."""
    host = next((other for other in scene.hits if other.frame == "host" and other.end <= hit.start), None)
    if host is None or not _FOR_TALKS.search(scene.left(hit.start, 30)):
        return []
    return [p for p in object_of(scene, host) if p.end <= hit.start]


_FOR_TALKS = re.compile(r"\bfor\s+(?:[\w-]+\s+){0,2}$")
_MEETS = re.compile(
    r"\s(?:meeting\s|summit\s)?(?:(?:in|on|at|from)\s(?:[A-Z]|\d)|of\s(?:\d|[A-Z][a-z]+\s\d)|"
    r"(?:that|which)\s(?:will|is to|meets|met)\b)"
)
_DURING = re.compile(r"\bduring\s+(?:his|her|their|the)\s+(?:[\w-]+\s+)?$", re.I)
_JOINED = re.compile(r"\bjoin(?:s|ed|ing)?\s+(?:the\s+)?")
_FOR = re.compile(r"\s+(?:for|at|in)\s+(?:[\w-]+\s+){0,4}$")


def _joined(scene: Scene, hit: Hit) -> list[Party]:
    """Return the other side in "will join the ministers for a meeting"."""
    join = _JOINED.search(scene.text, max(scene.sentence.start, hit.start - 120), hit.start)
    parties = behind(scene, join.end(), hit.start) if join else []
    return parties if parties and _FOR.match(scene.text[parties[-1].end : hit.start]) else []


def _called(scene: Scene, hit: Hit) -> list[Party]:
    """Return whom one speaks with in "discussed it with X in a telephone call", and behind "call to"."""
    if scene.word(hit).endswith(" to"):
        return behind(scene, hit.end, clause_end(scene, hit))
    at = scene.last_before(hit.start)
    if at is None or hit.start - scene.parties[at].end >= 30:
        return []
    whole = scene.list_to(at)
    return whole if scene.governor(whole[0]) in ("with", "to") else []


def _speaker(scene: Scene, hit: Hit) -> list[Party]:
    """Return whose words they are in "X's statements at the press conference"."""
    at = scene.last_before(hit.start)
    if at is None or not _SAID_AT.match(scene.text[scene.parties[at].end : hit.start]):
        return []
    return [scene.parties[at]]


def _destination_before(scene: Scene, hit: Hit) -> list[Party]:
    """Return the place in "scraps Washington trip" and "is in Brussels on a visit"."""
    at = scene.last_before(hit.start)
    if at is None or scene.parties[at].kind not in ("place", "state"):
        return []
    party = scene.parties[at]
    gap = scene.text[party.end : hit.start]
    if not gap.strip():
        return [party]
    return [party] if _IN_ON.match(gap) and scene.governor(party) in ("in", "to") else []


def _owners(scene: Scene, hit: Hit) -> tuple[list[Party], int]:
    """Return the parties that own a noun of meeting, and where its noun phrase begins."""
    text, parties = scene.text, scene.parties
    at = scene.last_before(hit.start)
    left = scene.left(hit.start, 70)
    start = hit.start
    his = _HIS.search(left)
    if his:
        start = hit.start - len(left) + his.start()
        dated = any(hit.end <= date.start < hit.end + 60 for date in scene.dates)
        together = dated and his[1].lower() == "their" and (at is None or parties[at].end <= start)
        if together and (whole := subjects_of(scene, hit, start)[0]) and all(p.kind == "person" for p in whole):
            # "X and his colleagues will discuss it at their meeting"
            return whole, start
        if at is None or parties[at].end <= start:
            name = _HIS_NAMES[his[1].lower()]
            return [Party(start, start + len(his[1]), "pronoun", name)], start
    if at is None:
        return _demonyms(scene, hit), start
    party = parties[at]
    gap = text[party.end : hit.start]
    if _OWNED.match(gap):
        whole = scene.list_to(at)
        return whole, whole[0].start
    if party.kind == "person" and not gap.strip() and (hit.frame == "journey" or scene.titled):
        # "on the eve of the Gierek visit"
        group = _compound(scene, at)
        return group, group[0].start
    if MODIFIED.match(gap) and party.kind in ("state", "organisation", "person", "office") and not _STOPPED.search(gap):
        group = _compound(scene, at)
        plural = party.kind == "office" and party.many and not gap.strip()
        if len(group) > 1 or plural or party.kind == "organisation" and not party.many:
            return group, group[0].start
    return _demonyms(scene, hit), start


def _compound(scene: Scene, at: int) -> list[Party]:
    """Return the parties of "Russia-China foreign ministers", "Biden-Kishida", "the SCO annual heads of state"."""
    parties, group = scene.parties, [scene.parties[at]]
    nameless = group[0].kind == "office" and group[0].many and not group[0].name and not group[0].state
    for index in range(at - 1, -1, -1):
        between = scene.text[parties[index].end : group[0].start]
        owner = nameless and parties[index].kind in ("organisation", "state") and MODIFIED.match(between)
        if not _DASH.match(between) and not (owner and not _STOPPED.search(between)):
            break
        group.insert(0, parties[index])
    return group


def _demonyms(scene: Scene, hit: Hit) -> list[Party]:
    """Read "Franco-German" and "Indian-Pakistani" before a noun as two states."""
    left = max(scene.sentence.start, hit.start - 60)
    pair = _PAIR_WORD.search(scene.text[left : hit.start])
    states = [state_of_demonym(word) for word in pair.groups()] if pair else []
    if not pair or not all(states):
        return []
    start, end = left + pair.start(), left + pair.end(2)
    return [Party(start, end, "state", name, name) for name in states]
