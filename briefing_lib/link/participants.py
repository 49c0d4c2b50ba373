"""Who takes part: the parties before, behind and between which a word of meeting stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing_lib.link.meeting_words import VERBS, Hit
from briefing_lib.link.parties import Party, words
from briefing_lib.link.people import state_of_place
from briefing_lib.link.scene import CLAUSE, PREPOSITIONS, Scene

# "met (again) (with) (both) (visiting) X": what may stand between a verb and the one it meets.
_TO_OBJECT = re.compile(
    r"\s+(?:(?:again|also|and|a|an|at|briefly|both|counterpart|each|face|first|former|his|her|last|later|one-on-one|our|over|person|privately|secretly|separately|"
    r"several|some|senior|top|the|their|then|there|today|twice|two|three|visiting|with|yesterday|[a-z]+ly|earlier|Mr\.?|Mrs\.?|Ms\.?|of|dozens|number|"
    r"high-level|high-ranking|many|other|others|fellow|newly|elected|outgoing|new|young|local|[a-z]+-level|group|meeting|talks)\s+)*[“\"‘(]?$"
)
_WITH = re.compile(r"\bwith\s+")
_BOTH = re.compile(r"\b(?:both|separately|separate)\b")
_SEPARATE = re.compile(r"\bseparate(?:ly)?\b")
# "bilateral", "two-day official": what may stand between an owner and a noun of meeting.
_OWNED = re.compile(r"['’]s?\s+(?:(?!and\b|with\b|to\b|of\b|on\b|for\b|in\b|said\b)[\w’'-]+[ ,]+){0,6}$")
_HIS = re.compile(
    r"\b(his|her|their|its|our|my|your)\s+(?:(?!and\b|with\b|to\b|of\b|on\b|for\b|in\b)[\w’'-]+[ ,]+){0,5}$", re.I
)
_MODIFIED = re.compile(
    r"\s*(?:(?!and\b|with\b|to\b|of\b|on\b|for\b|in\b|at\b|that\b|will\b|said\b|by\b|from\b|has\b|have\b|had\b|is\b|was\b|were\b|held\b)[\w’'-]+\s+){0,4}$"
)
_DASH = re.compile(r"\s?[-–—/]\s?$")
# What opens the parties of a noun: "between", "with", "of the leaders of", "by".
_LINK = re.compile(
    r"\b(between|among|amongst|with|of|by|to|in|at|from|before|alongside|hosted by|attended by|involving|and)\s+(?:the\s+|both\s+|a\s+|an\s+|his\s+|her\s+|its\s+)?"
)
_WHO = re.compile(
    r"(?:,\s*)?\b(?:who|which|that)\s+(?:(?:will|would|has|have|had|is|was|are|were|also|just|later|earlier|recently|[a-z]+ly|be|been|to|due|may|could)\s+)*$"
)
_WHOM = re.compile(r",?\s*(?:with\s+)?whom\s+")
_COORDINATED = re.compile(
    r"(?:\band|,|\bthen|\bbut|\bor|\bbefore|\bafter|\bwhile|\bby|\bwhen)\s+(?:(?:also|then|later|has|had|have|will|would|is|was|are|were|be|been|to|due|[a-z]+ly|held|holding|hold|have|paid)\s+)*$"
)
_FIRST = re.compile(r"\b(?:first|second|third|only|last|latest|another)\s+(?:[\w-]+\s+)?$")
_LED = re.compile(r"\b(?:led|headed|represented|chaired)\s+by\s+(?:the\s+)?$")
_TO_DO = re.compile(
    r"\s+to\s+(?:(?:also|[a-z]+ly|hold|have|pay|make|give|attend|host|conduct|resume|begin|start|join|sign|a|an|the|new|further|direct)\s+)*(?:[a-z-]+\s+)?$"
)
_BY = re.compile(r"\s+(?:[a-z]+ly\s+)?(?:at\s+[\w\s]{0,30}|in\s+[\w\s]{0,30})?by\s+(?:the\s+|his\s+|her\s+)?")
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are|gets?|got)\s+(?:[a-z]+ly\s+|also\s+|later\s+)?$")
_BODY = re.compile(
    r"\s+(?:to\s+|before\s+|at\s+|in\s+)?(?:(?:the|a|an|its|his|her|this|annual|joint|special|opening|closing|plenary|emergency|session|meeting|conference|members|delegates|participants|leaders|lawmakers|\d+\w*|[\w-]+th|of|at|to|before|[A-Z][\w-]*)\s+)*$"
)


class Cast(NamedTuple):
    """Parties of a meeting: those who act, those on the other side, where they go, and how sure the first are."""

    subjects: list[Party]
    others: list[Party]
    destinations: list[Party]
    implied: bool  # the subjects were taken from the sentence, not told as parties of this meeting
    apart: bool = False  # "met both A and B": a meeting with each
    span: tuple[int, int] = (0, 0)


def clause_end(scene: Scene, hit: Hit) -> int:
    """Return where the clause of a word of meeting ends: at a stop, a new clause or the next word of meeting's verb."""
    end = scene.sentence.end
    stop = CLAUSE.search(scene.text, hit.end, end)
    if stop:
        end = stop.start()
    for other in scene.hits:
        if hit.end < other.start < end:
            journeys = other.frame in ("journey", "visit") and hit.frame in ("journey", "visit", "noun")
            if other.form in ("past", "present", "base") or journeys:
                return other.start
    return end


def cast(scene: Scene, hit: Hit) -> Cast | None:
    """Return the parties of the meeting a word tells of; None if the word tells of no meeting."""
    if hit.form in VERBS:
        return _VERB_FRAMES[hit.frame](scene, hit)
    return _noun(scene, hit)


def object_of(scene: Scene, hit: Hit) -> list[Party]:
    """Return the list of parties that a verb has as its object, also behind "with"."""
    text = scene.text
    before = text[max(scene.sentence.start, hit.start - 40) : hit.start]
    whom = re.search(r"\bwhom\s+(?:[\w’'-]+\s+){1,4}$", before)
    if whom:
        at = _last_before(scene, hit.start - len(before) + whom.start())
        return [scene.parties[at]] if at is not None else []
    for index, party in enumerate(scene.parties):
        if party.start < hit.end:
            continue
        gap = text[hit.end : party.start]
        if _TO_OBJECT.match(gap + (" " if not gap.endswith(" ") and gap.strip() else "")) or not gap.strip():
            if _modifier(scene, party):
                return []
            if party.kind != "place" and party.role != "place":
                return _no_places(scene.list_from(index))
        break
    end = clause_end(scene, hit)
    found = _WITH.search(text, hit.end, end)
    return behind(scene, found.end(), end) if found and found.end() - hit.end < 120 else []


def _no_places(found: list[Party]) -> list[Party]:
    return [party for party in found if party.kind != "place"]


def behind(scene: Scene, start: int, end: int, closed: bool = False) -> list[Party]:
    """Return the list of parties that starts right behind an offset, articles and adjectives aside."""
    for index, party in enumerate(scene.parties):
        if party.start < start:
            if party.end > start and party.start >= start - 12:
                return scene.list_from(index, closed)
            continue
        if party.start >= end:
            return []
        if _TO_OBJECT.match(" " + scene.text[start : party.start]) or _MODIFIED.match(scene.text[start : party.start]):
            return [] if _modifier(scene, party) else _no_places(scene.list_from(index, closed))
        return []
    return []


# "the [NATO] spending target": a name before a common noun is not the one who is met.
_FOLLOWED = re.compile(r"\s+([a-z][\w-]+)")
_FUNCTION = PREPOSITIONS | frozenset(
    "and or but as that which who whom whose where when while after before if than then so also is are was were be been has have had will would "
    "may might can could shall should must do does did not no said says told to today yesterday tomorrow earlier later last next this again "
    "because although though until since yet both twice separately privately there here met meets pledged urged called agreed discussed".split()
)


def _modifier(scene: Scene, party: Party) -> bool:
    if party.kind not in ("state", "organisation"):
        return False
    if scene.possessive(party):
        return True
    word = _FOLLOWED.match(scene.text, party.end, scene.sentence.end)
    return bool(word) and not scene.titled and word[1] not in _FUNCTION and not word[1].endswith(("ed", "ly", "ing"))  # type: ignore[index]


def _last_before(scene: Scene, offset: int) -> int | None:
    found = [index for index, party in enumerate(scene.parties) if party.end <= offset]
    return found[-1] if found else None


def subject_of(scene: Scene, start: int) -> tuple[list[Party], bool]:
    """Return the parties that are the subject of a verb at an offset, and whether they stand right before it."""
    text, parties = scene.text, scene.parties
    last = _last_before(scene, start)
    if last is None:
        return [], False
    gap = text[parties[last].end : start]
    if _WHO.search(gap) and len(gap) < 60 and gap.lstrip(", ")[:3] in ("who", "whi", "tha"):
        return scene.list_to(last), True
    if (
        _TO_DO.match(gap)
        and not _FIRST.search(text[max(scene.sentence.start, parties[last].start - 20) : parties[last].start])
        and parties[last].kind in ("person", "state", "office", "pronoun", "pair", "counterpart")
    ):
        # "invited X to visit", "X to meet": the party right before an infinitive acts, whatever governs it.
        return scene.list_to(last), True
    shared = bool(_COORDINATED.search(text[max(scene.sentence.start, start - 60) : start]))
    for index in range(last, -1, -1):
        party = parties[index]
        between = text[party.end : start]
        if re.search(r";|\.\s", between):
            break
        whole = scene.list_to(index)
        led = _LED.search(text[max(scene.sentence.start, whole[0].start - 30) : whole[0].start])
        if (
            scene.possessive(party)
            or scene.governor(whole[0]) in PREPOSITIONS
            and not led
            or _is_object(scene, whole[0], start)
        ):
            continue
        if party.kind == "place" or party.kind in ("state", "organisation") and party.role == "place":
            continue
        if scene.goes_on(party) or not between.strip() or (scene.titled and not shared):
            adjacent = len(between) < 70 and not scene.verbs_between(party.end, start)
            return whole, adjacent
    return [], False


def _is_object(scene: Scene, party: Party, start: int) -> bool:
    """Is the party what an earlier verb of meeting has as its object?"""
    for hit in scene.hits:
        if hit.form in VERBS and hit.end <= party.start and party.start < start and hit.end < start:
            gap = scene.text[hit.end : party.start]
            if _TO_OBJECT.match(gap + " ") or not gap.strip():
                return not scene.goes_on(party)
    return False


def _following_subject(scene: Scene, hit: Hit) -> list[Party]:
    """After "Following talks with X, " comes the subject: the first party behind a comma that has a verb."""
    comma = scene.text.find(",", hit.end, scene.sentence.end)
    while comma >= 0:
        for index, party in enumerate(scene.parties):
            if party.start > comma:
                gap = scene.text[comma + 1 : party.start].strip()
                whole = scene.list_from(index)
                if (
                    len(gap) < 12
                    and gap.lower() in ("", "the", "a", "both", "his", "her")
                    and scene.goes_on(whole[-1])
                    and not scene.possessive(party)
                ):
                    return whole
                break
        comma = scene.text.find(",", comma + 1, scene.sentence.end)
    return []


def _subjects(scene: Scene, hit: Hit, start: int | None = None) -> tuple[list[Party], bool]:
    found, near = subject_of(scene, hit.start if start is None else start)
    if found:
        return found, not near
    return _following_subject(scene, hit), True


def _meet(scene: Scene, hit: Hit) -> Cast | None:
    others = object_of(scene, hit)
    subjects, implied = _subjects(scene, hit)
    subjects = [p for p in subjects if p not in others]
    if not others:
        plain = len(subjects) > 1 or any(
            p.many or p.kind in ("pair", "organisation") or p.name in ("pair", "we") for p in subjects
        )
        if not subjects or not plain or hit.form == "ing" or implied:
            return None
        if _FULFILLED.match(scene.text, hit.end) or not _WITHOUT_OBJECT.match(scene.text, hit.end, scene.sentence.end):
            return None
    elif scene.text[hit.start : hit.end].lower() != "met" and hit.form == "base" and _passive(scene, hit):
        return None
    if _passive(scene, hit):
        return None
    tail = scene.text[hit.end : others[0].start] if others else ""
    apart = len(others) > 1 and bool(_BOTH.search(tail) or _SEPARATE.search(scene.text[hit.start : others[-1].end]))
    return Cast(subjects, others, [], implied, apart)


# "met the deadline": what a verb of meeting without a party has as its object.
_FULFILLED = re.compile(
    r"\s+(?:with\s+)?(?:the|a|an|all|its|their|his|her|our|these|those|those|such|any|some|most|more|strong|fierce|little)\s+(?!first|second|third|last|next|sidelines|margins)[a-z-]+"
)
_WITHOUT_OBJECT = re.compile(
    r"(?:\s+(?:again|briefly|privately|secretly|separately|face|today|yesterday|tomorrow|earlier|later|twice|once|first|here|there|virtually|informally|regularly|[a-z]+ly))*\s*"
    r"(?:[,.;:!?)”\"]|$|\s(?:in|on|at|for|to|this|last|next|during|under|behind|after|before|by|via|over|within|and|as|since|from|near|outside|throughout|"
    r"amid|ahead|when|while|last|late|early|every|[A-Z]\w+day|[A-Z]\w+))"
)


def _passive(scene: Scene, hit: Hit) -> bool:
    return hit.form == "past" and bool(
        _PASSIVE.search(scene.text[max(scene.sentence.start, hit.start - 30) : hit.start])
    )


def _with(scene: Scene, hit: Hit) -> Cast | None:
    others = behind(scene, hit.end, scene.sentence.end)
    subjects, implied = _subjects(scene, hit)
    if not others:
        return None
    return Cast([p for p in subjects if p not in others], others, [], implied)


def _discuss(scene: Scene, hit: Hit) -> Cast | None:
    """Read "discussed the truce with X" and "agreed to discuss the truce"; what two parties have discussed points back."""
    found = _WITH.search(scene.text, hit.end, min(clause_end(scene, hit), hit.end + 120))
    others = behind(scene, found.end(), scene.sentence.end) if found else []
    subjects, implied = _subjects(scene, hit)
    subjects = [p for p in subjects if p not in others]
    if others:
        return Cast(subjects, others, [], implied) if subjects else None
    if hit.form != "base" or len(subjects) < 2 or any(p.kind in ("pronoun", "pair") for p in subjects):
        return None
    if not scene.text.startswith("to", max(0, hit.start - 3)):
        return None
    return Cast(subjects, [], [], implied)


def _speak(scene: Scene, hit: Hit) -> Cast | None:
    end = min(clause_end(scene, hit), hit.end + 160)
    by_phone = re.search(
        r"\b(?:by|on|over|via|in an?)\s+(?:the\s+|secure\s+)?(?:tele)?(?:phone|video|videoconference|video link|video conference|call)\b",
        scene.text[hit.end : end],
    )
    if hit.type == "talks":
        if not by_phone:
            return None
        return _with(scene, hit)
    subjects, implied = _subjects(scene, hit)
    return Cast(subjects, [], [], implied) if len(subjects) > 1 or any(p.many for p in subjects) else None


def _host(scene: Scene, hit: Hit) -> Cast | None:
    text = scene.text
    if _passive(scene, hit):
        by = _BY.match(text, hit.end)
        hosts = behind(scene, by.end(), scene.sentence.end) if by else []
        guests, implied = _subjects(scene, hit)
        if not hosts or not guests or not any(p.kind in ("person", "office", "pronoun", "pair") for p in guests):
            return None
        return Cast(guests, hosts, [], implied)
    others = object_of(scene, hit)
    if hit.form == "ing" and re.search(r"\b(?:a|the|of)\s+(?:\w+\s+)?$", text[max(0, hit.start - 16) : hit.start]):
        return None
    others = [p for p in others if p.name or p.state or p.kind in ("counterpart", "pair")]
    personal = [
        p
        for p in others
        if p.kind in ("person", "office", "counterpart", "pair") or p.name == "pair" or p.kind == "pronoun"
    ]
    if not personal or scene.possessive(others[-1]):
        return None
    if personal[0].start - hit.end > 60:
        return None
    subjects, implied = _subjects(scene, hit)
    subjects = [p for p in subjects if p not in others]
    return Cast(subjects, others, [], implied) if subjects else None


def _visit(scene: Scene, hit: Hit) -> Cast | None:
    if hit.form == "ing" and _adjective(scene, hit):
        return None
    if _passive(scene, hit):
        return None
    destinations = _places_after(scene, hit.end, clause_end(scene, hit), direct=True)
    subjects, implied = _subjects(scene, hit)
    subjects = [p for p in subjects if p not in destinations and p.kind != "place"]
    local = scene.text[hit.end : hit.end + 5].startswith(" the ") and not destinations
    if destinations or (local and subjects and not implied and any(p.kind in ("person", "pronoun") for p in subjects)):
        return Cast(subjects, [], destinations, implied) if subjects or not implied else None
    return None


def _adjective(scene: Scene, hit: Hit) -> bool:
    """Is it "visiting Maldivian President X", which names a guest and no journey?"""
    if scene.text[hit.start : hit.end].lower() != "visiting":
        return False
    after = next((p for p in scene.parties if p.start >= hit.end), None)
    return after is not None and after.kind in ("person", "office") and not scene.text[hit.end : after.start].strip()


def _travel(scene: Scene, hit: Hit) -> Cast | None:
    destinations = _places_after(scene, hit.end, scene.sentence.end, direct=True)
    if not destinations:
        return None
    subjects, implied = _subjects(scene, hit)
    subjects = [p for p in subjects if p.kind in ("person", "office", "pronoun", "pair", "counterpart")]
    return Cast(subjects, [], destinations, implied) if subjects else None


_PLACE_GAP = re.compile(
    r"\s*(?:(?:to|in|the|capital|city|of|a|an|resort|town|region|port|southern|northern|eastern|western|central|neighbouring|neighboring|nearby|and|both|"
    r"capital,|city,|again|island|state|province|his|her|[A-Z][\w-]+)\s+|\w+(?:an|ese|ish|i)\s+)*$"
)


def _places_after(scene: Scene, start: int, end: int, direct: bool = False) -> list[Party]:
    """Return the places or states named behind an offset: "India and Japan"."""
    for index, party in enumerate(scene.parties):
        if party.start < start:
            continue
        if party.start >= end or party.kind not in ("place", "state") or scene.possessive(party):
            return []
        gap = scene.text[start : party.start]
        if not _PLACE_GAP.match(gap + (" " if gap and not gap.endswith(" ") else "")):
            return []
        found = [p for p in scene.list_from(index) if p.kind in ("place", "state")]
        # "Madrid, Spain" and "Pretoria in South Africa" are one place.
        if len(found) > 1 and state_of_place(found[0].surface) == found[1].name:
            return found[:1]
        return found
    return []


def _address(scene: Scene, hit: Hit) -> Cast | None:
    body = _bodies_after(scene, hit.end)
    words = _AUDIENCE.match(scene.text, hit.end, min(scene.sentence.end, hit.end + 160))
    if not body and not words:
        return None
    if (
        not body
        and scene.text[hit.start : hit.end].endswith(("before", "at"))
        and not words.group().rstrip().endswith(("ssembly", "arliament", "ongress", "enate", "hamber"))
    ):  # type: ignore[union-attr]
        return None
    subjects, implied = _subjects(scene, hit)
    return Cast(subjects, body, [], implied) if subjects else None


_AUDIENCE = re.compile(
    r"\s+(?:the\s+|a\s+|an\s+|its\s+|this\s+)(?:[\w’'-]+\s+){0,6}?(?:Assembly|[Cc]onference|[Pp]arliament|[Cc]ongress|[Ss]ummit|[Ss]ession|[Ff]orum|[Rr]ally|[Nn]ation|"
    r"Senate|[Cc]hamber|[Pp]lenary|[Cc]ouncil|lawmakers|students|meeting|gathering)\b"
)


def _bodies_after(scene: Scene, start: int) -> list[Party]:
    for index, party in enumerate(scene.parties):
        if party.start < start:
            continue
        gap = scene.text[start : party.start]
        if party.kind in ("organisation", "office") and (_BODY.match(gap + " ") or not gap.strip()):
            if (
                scene.possessive(party)
                or party.kind == "organisation"
                and _modifier(scene, party)
                and not _AUDIENCE_NOUN.match(scene.text, party.end)
            ):
                return []
            return [p for p in scene.list_from(index) if p.kind in ("organisation", "office")]
        if party.kind in ("state", "place") and len(gap) < 40:
            continue
        return []
    return []


_AUDIENCE_NOUN = re.compile(
    r"\s+(?:summit|conference|meeting|session|parliament|lawmakers|leaders|members|delegates|forum|debate|general debate)\b"
)
_DOCUMENT = re.compile(
    r"\s+(?:[\w’',-]+\s+){0,8}?(?:accords?|agreements?|charter|communiqu[eé]|contracts?|conventions?|deals?|declarations?|documents?|memorand(?:um|a)|MoUs?|MOUs?|"
    r"pacts?|plan|protocols?|roadmap|statements?|treat(?:y|ies)|partnership|compact|armistice|truce|ceasefire)\b"
)
_DOCUMENT_BEFORE = re.compile(
    r"\b(?:accords?|agreements?|charter|communiqu[eé]|contracts?|conventions?|deals?|declarations?|documents?|memorand(?:um|a)|memorandum of understanding|MoUs?|pacts?|plan|protocols?|"
    r"roadmap|statements?|treat(?:y|ies)|truce|ceasefire)\s+(?:[\w’'-]+\s+){0,6}?(?:was|were|been|be|being)\s+$"
)


def _sign(scene: Scene, hit: Hit) -> Cast | None:
    text, end = scene.text, clause_end(scene, hit)
    if _passive(scene, hit):
        before = text[max(scene.sentence.start, hit.start - 120) : hit.start]
        if not _DOCUMENT_BEFORE.search(before):
            return None
        by = _BY.match(text, hit.end)
        found = behind(scene, by.end(), end) if by else []
        return Cast(found, [], [], False) if len(found) > 1 else None
    if not _DOCUMENT.match(text, hit.end, end):
        return None
    subjects, implied = _subjects(scene, hit)
    found = _WITH.search(text, hit.end, end)
    others = behind(scene, found.end(), end) if found else []
    count = len(subjects) + len(others) + any(p.many or p.kind == "pair" or p.name in ("pair", "we") for p in subjects)
    if count < 2 or not subjects:
        return None
    return Cast(subjects, others, [], implied)


def _press(scene: Scene, hit: Hit) -> Cast | None:
    subjects, implied = _subjects(scene, hit)
    return Cast(subjects, [], [], implied) if subjects else None


_FINITE = re.compile(r"\s(?:is|are|was|were|has|had|have|will|would|can|could|may|took|takes|said|says|[a-z]{3,}ed)\s")


def _noun(scene: Scene, hit: Hit) -> Cast | None:
    """Read a noun: its owners before it, the parties behind "between", "with", "of" and "by", the place behind "to"."""
    text, end = scene.text, clause_end(scene, hit)
    owners, own_start = _owners(scene, hit)
    others: list[Party] = []
    destinations: list[Party] = []
    subjects: list[Party] = list(owners)
    last = hit.end
    told = bool(owners)
    for link in _LINK.finditer(text, hit.end, min(end, hit.end + 220)):
        word = link[1]
        if link.start() < last:
            continue
        if word in ("with", "between", "among", "amongst", "involving", "alongside"):
            found = behind(scene, link.end(), scene.sentence.end, word in ("between", "among", "amongst"))
            if found and not others:
                others, told = found, True
        elif word in ("of", "by", "attended by", "hosted by"):
            if _FINITE.search(text, hit.end, link.start()):
                continue
            if hit.frame == "journey" and word == "of" and text[hit.start : hit.end].lower().startswith("tour"):
                destinations = _places_after(scene, link.end(), end)
                continue
            if link.start() - hit.end > 40 and word == "of":
                continue
            found = behind(scene, link.end(), scene.sentence.end, True)
            found = [
                p
                for p in found
                if p.kind != "place" and not (hit.frame in ("speech", "press") and p.kind == "organisation")
            ]
            if (
                found
                and hit.frame == "journey"
                and found[0].kind in ("person", "office", "state", "pair", "counterpart")
            ):
                subjects, told = subjects + found, True
            elif found and hit.frame != "journey" and (word != "by" or hit.frame in ("speech", "press")):
                subjects, told = subjects + found, True
        elif word in ("to", "in", "at", "before", "from") and hit.frame == "journey":
            if not destinations and word in ("to", "in"):
                destinations = _places_after(scene, link.end(), end)
                found = destinations
            else:
                found = []
        elif (
            word in ("to", "before", "at", "in")
            and hit.frame == "speech"
            and not _FINITE.search(text, hit.end, link.start())
        ):
            found = _bodies_after(scene, link.start() - 1)
            if found and not others:
                others, told = found, True
        else:
            found = []
        if found:
            last = found[-1].end
    if hit.frame == "journey" and not destinations:
        destinations = _destination_before(scene, hit)
    if hit.type == "call" and not others:
        at = _last_before(scene, hit.start)
        if (
            at is not None
            and hit.start - parties_end(scene, at) < 30
            and scene.governor(scene.list_to(at)[0]) in ("with", "to")
        ):
            others, told = scene.list_to(at), True
    if hit.frame == "speech" and not others and text[hit.start : hit.end].endswith((" to", " at")):
        others = _bodies_after(scene, hit.end)
    if hit.frame == "noun" and hit.type == "call" and text[hit.start : hit.end].lower().endswith((" with", " to")):
        others = others or behind(scene, hit.end, end)
        told = told or bool(others)
    implied = False
    bodies = hit.type in ("summit", "ministerial") or hit.frame == "session"
    if (
        hit.frame == "session"
        and not owners
        and not told
        and not _TAKING_PART.search(text[max(scene.sentence.start, own_start - 40) : own_start])
    ):
        return Cast([], others, destinations, False)
    members = [
        p for p in subjects if p.kind in ("organisation", "office") and (p.kind == "organisation" or p.name != p.state)
    ]
    if bodies and members:
        subjects = members
    elif (
        members
        and hit.type == "talks"
        and not owners
        and len(members) == len(subjects)
        and _TAKING_PART.search(text[max(scene.sentence.start, own_start - 40) : own_start])
    ):
        subjects = [*_noun_subjects(scene, hit, own_start)[0], *members]
    elif not subjects and not (others and _between(scene, hit, others)):
        subjects, far = _noun_subjects(scene, hit, own_start)
        subjects = [p for p in subjects if p not in others and p not in destinations]
        implied = True
        if bodies and not others:
            subjects = []
    return Cast(subjects, others, destinations, implied, False)


def parties_end(scene: Scene, index: int) -> int:
    """Return where a party ends."""
    return scene.parties[index].end


# "is in Brussels on an official visit", "scraps Washington trip"
_IN_ON = re.compile(r"\s+(?:on|for)\s+(?:an?|his|her|their|the)?\s*(?:[\w-]+\s+){0,4}$")


def _destination_before(scene: Scene, hit: Hit) -> list[Party]:
    at = _last_before(scene, hit.start)
    if at is None or scene.parties[at].kind not in ("place", "state"):
        return []
    party = scene.parties[at]
    gap = scene.text[party.end : hit.start]
    if not gap.strip():
        return [party]
    return [party] if _IN_ON.match(gap) and scene.governor(party) in ("in", "to") else []


def _between(scene: Scene, hit: Hit, others: list[Party]) -> bool:
    return bool(re.search(r"\b(?:between|among|amongst|involving)\b", scene.text[hit.end : others[0].start])) and (
        len(others) > 1 or others[0].many or others[0].kind == "pair"
    )


def _noun_subjects(scene: Scene, hit: Hit, start: int) -> tuple[list[Party], bool]:
    found, near = subject_of(scene, start)
    if found:
        return found, not near
    return _following_subject(scene, hit), True


def _owners(scene: Scene, hit: Hit) -> tuple[list[Party], int]:
    """Return the parties that own a noun of meeting, and where its noun phrase begins."""
    text, parties = scene.text, scene.parties
    at = _last_before(scene, hit.start)
    left = text[max(scene.sentence.start, hit.start - 70) : hit.start]
    start = hit.start
    his = _HIS.search(left)
    if his:
        start = hit.start - len(left) + his.start()
    if his and (at is None or parties[at].end <= start):
        owner = Party(
            start, start + len(his[1]), "pronoun", _HIS_NAMES[his[1].lower()], "", "", False, "", start, "actor"
        )
        return [owner], start
    if at is None:
        return _demonyms(scene, hit), start
    party = parties[at]
    gap = text[party.end : hit.start]
    if _OWNED.match(gap):
        whole = scene.list_to(at)
        return whole, whole[0].start
    if _MODIFIED.match(gap) and party.kind in ("state", "organisation", "person", "office") and not _stopped(gap):
        paired = [party]
        while at > 0 and _DASH.match(text[parties[at - 1].end : parties[at].start]):
            at -= 1
            paired.insert(0, parties[at])
        if len(paired) > 1 or party.kind == "organisation" and not party.many:
            return paired, paired[0].start
        if party.kind == "office" and party.many and not gap.strip():
            # "the SCO heads of state meeting", "Russia-China foreign ministers meeting"
            while at > 0 and len(paired) < 4 and parties[at - 1].kind in ("organisation", "state"):
                between = text[parties[at - 1].end : parties[at].start]
                if not (
                    _DASH.match(between)
                    or not party.name
                    and not party.state
                    and _MODIFIED.match(between)
                    and not _stopped(between)
                ):
                    break
                at -= 1
                paired.insert(0, parties[at])
            return paired, paired[0].start
    return _demonyms(scene, hit), start


_TAKING_PART = re.compile(
    r"\b(?:chair|attend|address|convene|hold|held|host|open|join|took part in|take part in|takes part in|taking part in|participat\w+ in|preside\w* over|spoke at)\w*\s+(?:[\w-]+\s+){0,3}$"
)
_HIS_NAMES = {"his": "one", "her": "one", "their": "pair", "its": "it", "our": "we", "my": "i", "your": "you"}
_STOPPED = re.compile(
    r"\b(?:a|an|the|his|her|its|their|this|that|hold|holds|held|host|hosts|hosted|attend|attends|attended|after|before|during)\b|,"
)


def _stopped(gap: str) -> bool:
    return bool(_STOPPED.search(gap))


_PAIR_WORD = re.compile(r"([A-Z][a-z]+)[-–]([A-Z][a-z]+)\s+(?:[\w-]+\s+){0,3}$")


def _demonyms(scene: Scene, hit: Hit) -> list[Party]:
    """Read "Franco-German" and "Indian-Pakistani" before a noun as two states."""
    left = max(scene.sentence.start, hit.start - 60)
    pair = _PAIR_WORD.search(scene.text[left : hit.start])
    if not pair:
        return []
    states = [state_of_demonym(word) for word in pair.groups()]
    start = left + pair.start()
    if not all(states):
        return []
    return [Party(start, left + pair.end(2), "state", name, name, "", False, "", start, "actor") for name in states]


def state_of_demonym(word: str) -> str:
    """Return the state a demonym stands for, also in its form before a hyphen.

    >>> state_of_demonym("German"), state_of_demonym("Franco"), state_of_demonym("Table")
    ('Germany', 'France', '')
    """
    hits = list(words().find(word))
    return hits[0][2][1] if len(hits) == 1 and hits[0][2][0] == "demonym" else ""


_VERB_FRAMES = {
    "meet": _meet,
    "with": _with,
    "discuss": _discuss,
    "speak": _speak,
    "host": _host,
    "visit": _visit,
    "travel": _travel,
    "address": _address,
    "sign": _sign,
    "press": _press,
}
