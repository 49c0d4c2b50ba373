"""The parties of nouns of meeting: owners before it, others behind "with", "of" and "by", a place behind "to"."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.around import (
    agreed_with,
    called,
    destination_before,
    guests_of,
    invitation,
    inviter,
    joined,
    received,
    speaker,
    with_whom_aside,
)
from briefing_lib.link.meeting.forums import forum_cast
from briefing_lib.link.meeting.owners import owners
from briefing_lib.link.meeting.reach import behind, bodies_behind, clause_end, places_behind
from briefing_lib.link.meeting.relatives import relative_cast
from briefing_lib.link.meeting.scene import Cast, Scene, either
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.parties import Party

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
    + r"|(?:took|take|taken|taking)\splace|(?:be|were|was|been)\sheld|"
    + either("planned scheduled set due expected postponed cancelled canceled proposed")
    + r"|"
    r"(?:is|was|were|be|been)\s(?:also\s)?(?:attended|joined|chaired|co-chaired|hosted|led|opened))\b"
)
_ATTENDED = re.compile(r"\b(?:attended|joined|chaired|co-chaired|hosted|led|opened)\s$")
# "a further round may take place in Amman": of talks told of before; "the second round of voting" is none.
_ROUND = re.compile(
    r"\b(?:another|earlier|previous|first|second|third|fourth|fifth|sixth|final|fresh|further|latest|new|next|"
    r"[a-z]+th|have\sa|had\sa|has\sa|hold\sa|held\sa)\s+(?:[\w-]+\s+)?$|\b(?:the)\s+$",
    re.I,
)
_OF_WHAT = re.compile(r"\s(?:of|in\sthe)\b|-")
# "the summit that Canada [hosts]"
_HOSTS = re.compile(r"\s(?:(?:is|was|will be)\shosting|hosts|hosted|(?:will|is to|would)\shost)\b")
_THAT = re.compile(r"\s(?:that|which)\s(?:the\s)?")
# "in two separate [meetings] with"
_SEPARATE = re.compile(r"\bseparate\s+(?:[\w-]+\s+)?$")
# "will not be attending the [summit]", "to skip the [summit]"
_ABSENT = re.compile(
    r"\b(?:(?:not|never|n['’]t)\s+(?:be\s+)?(?:attend|participat|tak(?:e|ing)\s+part|join)\w*|skip|skips|skipped|"
    r"skipping|"
    r"miss|missed|missing|boycott\w*|snub|snubs|snubbed|snubbing|shun|shuns|shunned|shunning)\s+(?:in\s+)?(?:[\w’'-]+,?\s+){0,6}$"
)
# "a protocol on [consultations]"
_DOCUMENT_ON = re.compile(
    r"\b(?:accord|agreement|convention|declaration|document|memorandum|pact|protocol|treaty|understanding)s?\s+on\s+(?:the\s+|regular\s+)?$"
)
_TAKING_PART = re.compile(
    r"\b" + either(
        "chair attend address convene hold held host open join preside conclud end began begin clos wind wound "
        "wrap finish") + r"\w*\s+(?:over\s+|up\s+)?(?:[\w-]+\s+){0,3}$"
    r"|\b(?:took|take|takes|taking)\spart\sin\s+(?:[\w-]+\s+){0,3}$|\b(?:participat\w+\sin|"
    r"spoke\sat)\s+(?:[\w-]+\s+){0,3}$"
)  # fmt: skip
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
# "closing the summit", "opened the conference"
_PRESIDING = re.compile(
    r"\b(?:clos|open|host|chair|convene|conven|presid)(?:ing|ed|es|s)?\s+(?:over\s+)?(?:[\w-]+\s+){0,3}$", re.I
)
_MEETS = re.compile(
    r"\s(?:meeting\s|summit\s)?(?:(?:in|on|at|from)\s(?:[A-Z]|\d)|of\s(?:\d|[A-Z][a-z]+\s\d)|"
    r"(?:that|which)\s(?:will|is to|meets|met)\b)"
)
# "sent greetings to participants in the [session]": whoever greets from afar does not say that it meets.
_GREETS = ("reeting", "essage", "elegram", "ongratulations")
_GREETED = re.compile(
    r"\b(?:[Gg]reetings|[Gg]reeting|[Mm]essage|[Tt]elegram|[Cc]ongratulations)\b[^.;]{0,60}?\bto\b[^.;]{0,60}?"
    r"\b(?:participants|guests|delegates|those\sattending|attendees|organisers|organizers|members|the\sstaff)\b[^.;]*$"
)
_IN_HONOUR = re.compile(r"[^;.]{0,120}?\sin\shonou?r\sof\s(?:the\s|his\s|her\s)?")
_KNOWN_OF = re.compile(r"\b(?:aware|heard|knowledge|know|knows|knew|notified)\s(?:of|about)\s")
_HELD_A = re.compile(
    r"\b(?:held|hold|holding|had|have|(?:ask(?:s|ed)?|called|calls|pressed|appealed)\sfor|sought|seeks?|requested|requests|"
    r"wanted|wants?|demanded|proposed|proposes)\s+(?:an?|their)\s+(?:[\w-]+\s+){0,3}$"
)
_FOR_A = re.compile(r"\bfor\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+){0,2}$")
_DURING = re.compile(r"\bduring\s+(?:his|her|their|the)\s+(?:[\w-]+\s+)?$", re.I)


class _Found:
    """What the links behind a noun have given so far."""

    def __init__(self, owners: list[Party]):
        self.subjects = list(owners)
        self.others: list[Party] = []
        self.attended: list[Party] = []
        self.destinations: list[Party] = []


def noun_cast(scene: Scene, hit: Hit) -> Cast | None:
    """Return the parties of a noun of meeting; None where it tells of no meeting."""
    if hit.frame == "invitation":
        return invitation(scene, hit)
    if hit.frame == "council":
        # "the European Council in Amsterdam on 16 June": a body that is a meeting.
        body = [p for p in scene.parties if p.start <= hit.start < p.end]
        return Cast(body, [], [], False) if _MEETS.match(scene.text, hit.end, scene.sentence.end) else None
    if hit.frame == "session" and any(m.start < hit.start < m.end for m in scene.mentions):
        return forum_cast(scene, hit)
    left = scene.left(hit.start, 90)
    greeted = scene.left(hit.start, 160)
    if any(word in greeted for word in _GREETS) and _GREETED.search(greeted):
        return None
    if hit.frame == "round":
        tells = _ROUND.search(left) and not _OF_WHAT.match(scene.text, hit.end)
        if tells and left.rstrip().lower().endswith("the") and not _WHICH.match(scene.text, hit.end):
            # "The round that had been fixed for July 20" is one of talks; "the round" says too little.
            return None
        return Cast([], [], [], True) if tells else None
    if " on " in left[-40:] and _DOCUMENT_ON.search(left[-40:]) or _ABSENT.search(left):
        return None
    if (
        scene.word(hit) == "stay"
        and _FOR_A.search(scene.left(hit.start, 30))
        and scene.verbs_between(scene.sentence.start, hit.start)
    ):
        # "arrives in Rome for a stay of four days" says how long.
        return None
    if scene.word(hit) == "stay" and _DURING.search(scene.left(hit.start, 24)):
        # "During his stay" only says when.
        return None
    if (told := relative_cast(scene, hit)) is not None:
        return told
    if hit.type != "visit" and (apposed := with_whom_aside(scene, hit)):
        return apposed
    owning, start = owners(scene, hit)
    found = _links(scene, hit, owning)
    honoured = not found.others and scene.text.find(" in hono", hit.end, scene.sentence.end) > 0
    if honoured and (honour := _IN_HONOUR.match(scene.text, hit.end, scene.sentence.end)):
        # "a dinner was given in honour of X"
        found.others = behind(scene, honour.end(), scene.sentence.end)
    if not found.others and hit.frame == "noun" and (guest := guests_of(scene, hit)):
        found.others = guest
    if hit.frame == "journey" and not found.destinations:
        found.destinations = destination_before(scene, hit)
    if hit.type == "call" and not found.others:
        found.others = called(scene, hit)
    if hit.frame == "speech" and not found.others and scene.word(hit).endswith((" to", " at")):
        found.others = bodies_behind(scene, hit.end)
    apart = len(found.others) > 1 and bool(_SEPARATE.search(scene.left(hit.start, 24)))
    members = [p for p in found.subjects if p.kind == "organisation" or p.kind == "office" and p.name != p.state]
    chaired = (members or hit.frame == "session") and bool(_TAKING_PART.search(scene.left(start, 40)))
    bodies = hit.type in ("summit", "ministerial") or hit.frame == "session"
    if bodies and not members and (host := _host_behind(scene, hit)):
        return Cast([], [host, *found.others], found.destinations, False)
    if bodies and members:
        # A G20 summit is the G20's, whoever attended it.
        return Cast(members, found.others, found.destinations, False)
    found.others += found.attended
    if hit.frame == "session" and not found.subjects and scene.text.startswith(" with ", hit.end):
        both = subjects_of(scene, hit, start)[0] if _HELD_A.search(scene.left(hit.start, 40)) else []
        if both:
            # "The two boards will hold a session with buyers"
            return Cast([p for p in both if p not in found.others], found.others, found.destinations, False)
    if hit.frame == "session" and not found.subjects and not chaired:
        return Cast([], found.others, found.destinations, False)
    if members and hit.type == "talks" and not owning and len(members) == len(found.subjects) and chaired:
        return Cast([*subjects_of(scene, hit, start)[0], *members], found.others, found.destinations, False)
    if not found.others and hit.type != "visit":
        both = found.subjects or subjects_of(scene, hit, start)[0]
        if host := inviter(scene, hit, both):
            return Cast([*both, host], [], [], False)
    if found.subjects or _complete(scene, hit, found.others):
        return Cast(found.subjects, found.others, found.destinations, False, apart)
    if bodies and not found.others:
        hosts = subjects_of(scene, hit, start)[0] if _PRESIDING.search(scene.left(start, 40)) else []
        if not hosts and hit.type == "summit" and _HELD_A.search(scene.left(hit.start, 40)):
            # "X and his counterpart Y held a summit"
            both = subjects_of(scene, hit, start)[0]
            hosts = both if len(both) > 1 else []
        return Cast([p for p in hosts if p.kind in ("person", "office")], [], found.destinations, True)
    subjects = speaker(scene, hit) if hit.frame in ("press", "speech") else []
    if hit.frame == "speech" and found.others and not subjects and not subjects_of(scene, hit, start)[0]:
        # "X's dinner will be preceded by a speech to Congress"
        subjects = [p for p in scene.parties if p.kind == "person" and p.end <= hit.start][-1:]
    if not subjects:
        subjects, _ = subjects_of(scene, hit, start)
    if found.others and (guests := received(scene, hit)):
        subjects = guests
    if subjects and not found.others:
        found.others = agreed_with(scene, hit) or joined(scene, hit)
    subjects = [p for p in subjects if p not in found.others and p not in found.destinations]
    if subjects and subjects[-1].end < start and _KNOWN_OF.search(scene.text, subjects[-1].end, start):
        # "I am not aware of a meeting of the finance ministers"
        subjects = []
    return Cast(subjects, found.others, found.destinations, True, apart)


def _host_behind(scene: Scene, hit: Hit) -> Party | None:
    """Return who hosts in "the summit that Canada hosts"."""
    that = _THAT.match(scene.text, hit.end, scene.sentence.end)
    host = next((p for p in scene.parties if p.start == that.end()), None) if that else None
    return host if host and _HOSTS.match(scene.text, host.end, scene.sentence.end) else None


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
            if hit.type == "press" and any(hit.end <= h.start and h.end <= link.start() + 1 for h in scene.hits):
                # "a press conference in Oslo ahead of talks with X": of the talks.
                continue
            if hit.frame != "signing" and _RELATION.search(text, hit.end, link.end()):
                break
            parties = found.others = behind(scene, link.end(), scene.sentence.end, word in _BETWEEN)
        elif word == "from":
            if hit.type != "call" or found.others:
                continue
            parties = found.others = behind(scene, link.end(), scene.sentence.end)
        elif word == "by" and _ATTENDED.search(text, hit.end, link.start()):
            # "was attended by A, B and C"
            parties = behind(scene, link.end(), scene.sentence.end, True)
            found.attended = [party for party in parties if party not in found.others]
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
