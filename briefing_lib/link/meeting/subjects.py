"""Who does it: the subject of a verb, found without grammar, from the parties before it."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.scene import PREPOSITIONS, Scene, either
from briefing_lib.link.meeting.words import VERBS, Hit
from briefing_lib.link.parties import Party

_AUXILIARIES = either(
    "also are be been both could due had has have is just later earlier may might not now recently should "
    "then to was were will would [a-z]+ly"
)
# ", who will (also) ": the party right before it acts.
_WHO = re.compile(r"(?:\sof\s(?:[\w’'-]+\s?){1,4})?(?:,\s*)?\b(?:who|which|that)\s+(?:" + _AUXILIARIES + r"\s+)*$")
# "and (later) ", ", before ": the verb shares the subject of the verb before it.
_CARRIES = re.compile(
    r",\s(?:who|which)\s+(?:"
    + _AUXILIARIES
    + r"\s+)*(?:held|had|have|hold|holds|paid|pay|gave|give|delivered|made|led|"
    r"chaired|attended|opened|began)\s+(?:[\w’'-]+\s+){0,4}$"
)
# "X, it is understood, will not"
_ASIDE = re.compile(r",\s(?:it\sis|it\swas|so\sit\sis)\s(?:believed|hoped|reported|said|thought|understood),?")
# "delegations [under General X and Mr Y] met"
_UNDER = re.compile(
    r"\sof\s(?:the\s)?(?:[A-Z][\w-]+\s){1,3}|\sunder\s(?:(?!is\b|are\b|was\b|were\b|will\b|said\b|has\b|had\b)[^,;]){3,90}\s"
)
_WHO_ELSE = re.compile(r"\bwho\s+(?:" + _AUXILIARIES + r"\s+)*$")
_SHARED = re.compile(
    r"(?:,|\b" + either("and then but or before after while by when") + r")\s+(?:"
    + either("held holding hold paid " + _AUXILIARIES[3:-1].replace("|", " ")) + r"\s+)*$"
)  # fmt: skip
# "X to hold (new) ": the party right before an infinitive acts, whatever governs it ("invited X to visit").
_TO_DO = re.compile(
    r"\s+to\s+(?:"
    + either(
        "also hold have pay make give attend host conduct resume begin start join sign a an the new further "
        "direct [a-z]+ly"
    )
    + r"\s+)*(?:[a-z-]+\s+)?$"
)
_GERUND = re.compile(r"[a-z]+ing\b")
_FIRST = re.compile(r"\b" + either("first second third only last latest another") + r"\s+(?:[\w-]+\s+)?$")
# "X's plans to ": the owner of a plan acts.
_PLANS_TO = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+)?" + either(
        "plans? intention decision desire readiness willingness wish promise refusal failure offer agreement "
        "efforts? bid")
    + r"\s+to\s+(?:[a-z-]+\s+){0,3}$"
)  # fmt: skip
# "the executive committee of [Comecon] meets"
# "The two envoys, X and Y[, have] met"
_NAMES_END = re.compile(r",?\s")
_HOLDERS_BEFORE = re.compile(
    r"\b(?i:ambassadors|chairmen|chiefs|delegates|directors|envoys|heads|leaders|ministers|presidents|premiers|representatives|"
    r"secretaries|speakers)(?:\s(?:of|for)\s[^,;.]{2,60})?,\s$"
)
_PART_OF = re.compile(
    r"\b(?:assembly|board|bureau|commission|committee|council|presidium|secretariat|leaders|members)\s+of\s+(?:the\s+)?$"
)
_LED = re.compile(r"\b" + either("led headed represented chaired") + r"\s+by\s+(?:the\s+)?$")
# ", member of the Political Bureau, jointly ": what is said of a person between two commas before the verb.
_INSERTED = re.compile(r"(?P<inserted>,\s[^;:]{3,200}?,)\s+(?:[\w-]+\s+){0,6}$")
# ", accompanied by a large [delegation]"
_COMPANY = re.compile(r",\s(?:accompanied|joined|flanked|followed)\s(?:[a-z]+ly\s)?by\s[^;.]*$")
_WHOSE = re.compile(r",\s(?:who|whose)\s[^,;]*$")
_CLAUSE_ENDS = re.compile(r",\s+(?:" + _AUXILIARIES + r"\s+)*$")
_VERB = re.compile(
    r"\s" + either("is are was were has had have will would can could may said says told [a-z]{3,}ed") + r"\s"
)
# "after Suga held talks": these open a clause as well as a phrase.
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "as"})
# "broke his journey in [Tanzania] to see X": who is there acts, not the state.
_THERE = frozenset({"in", "at", "through"})
_TITLE_OF = re.compile(r",\s(?:the|its|his|her|their|an?|then)\s(?:[\w’'-]+\s){0,5}")
_TITLE_GOES_ON = re.compile(r"\s(?:[A-Z][\w’'-]+\s){0,4}")
_ACTING = frozenset({"person", "state", "office", "pronoun", "pair", "counterpart"})
# "In the presence of [the leaders], "
_OPENING = re.compile(
    r"(?:\d+\.\s)?(?:According|Accompanied|After|Ahead|Alongside|Amid|At|Before|Besides|Despite|During|Following|For|From|In|"
    r"On|Under)\b[^,;]*$"
)
_NOT_OBJECT = re.compile(r"\s+(?:\w+ly\s+|with\s+|both\s+|the\s+|his\s+|her\s+)*$")


def subject_of(scene: Scene, start: int) -> tuple[list[Party], bool]:
    """Return the parties that are the subject of what stands at an offset, and whether they are told right before it.

    >>> from briefing_lib.link.people import People
    >>> from briefing_lib.tables import Sentence
    >>> text = "They met Chinese officials."
    >>> sentence = Sentence("d#1", "d", 1, 0, len(text), text, "author", "narration")
    >>> [p.name for p in subject_of(Scene(text, sentence, [], [], People(text, [sentence], [])), 5)[0]]
    ['pair']
    """
    text, parties = scene.text, scene.parties
    last = scene.last_before(start)
    if last is None:
        return [], False
    gap = text[parties[last].end : start]
    if len(gap) < 60 and (_WHO.match(gap) or parties[last].kind == "person" and _CARRIES.match(gap)):
        return scene.list_to(last), True
    if parties[last].kind == "organisation" and gap.startswith((" that ", " which ")) and _WHO.match(gap.lstrip()):
        # "the agenda of the European Council that will assemble in Brussels"
        return [parties[last]], True
    if (
        parties[last].kind in ("office", "pair")
        and parties[last].many
        and gap.startswith(" who ")
        and _WHO.match(gap.lstrip())
    ):
        # "The ministers who meet in Nairobi in December"
        return scene.list_to(last), True
    if _WHO_ELSE.search(scene.left(start, 40)):
        # "those who had landed in"
        return [], False
    if parties[last].kind in _ACTING:
        there = parties[last].kind == "state" and scene.governor(parties[last]) in _THERE
        if _TO_DO.match(gap) and not there and not _FIRST.search(scene.left(parties[last].start, 20)):
            return scene.list_to(last), True
        if _PLANS_TO.match(gap):
            return [parties[last]], True
    if not gap.strip() and parties[last].kind in _ACTING and _GERUND.match(text, start):
        # "the possibility of X visiting Tokyo"
        return scene.list_to(last), True
    shared = bool(_SHARED.search(scene.left(start, 60)))
    for index in range(last, -1, -1):
        party = parties[index]
        between = text[party.end : start]
        if re.search(r";|\.\s", between):
            break
        if index and party.kind == "office" and _apposed(scene, parties[index - 1], party):
            # "General X, the Chief Administrator, received"
            party, index = parties[index - 1], index - 1
            return scene.list_to(index), len(text[party.end : start]) < 90
        if party.kind == "office" and party.many and text.find("whose ", party.start - 24, party.start) > 0:
            # "Ethiopia and Somalia, whose technical teams held talks"
            continue
        whole = _without_opening(scene, scene.list_to(index))
        if scene.possessive(party) or party.kind == "place" or _is_object(scene, whole[0], start):
            continue
        governor = scene.governor(whole[0])
        clause = governor in _CONJUNCTIONS and scene.goes_on(party)
        governed = governor in PREPOSITIONS and not clause
        if _COMPANY.search(scene.left(whole[0].start, 120)):
            continue
        if governed and index and (spoken_of := self_of_clause(scene, index, start)):
            return scene.list_to(scene.parties.index(spoken_of)), True
        body = governed and party.kind == "organisation" and _PART_OF.search(scene.left(whole[0].start, 40))
        if party.role == "place" or governed and not body and not _LED.search(scene.left(whole[0].start, 30)):
            continue
        if index and (spoken_of := self_of_clause(scene, index, start)):
            return [spoken_of], True
        aside = _INSERTED.match(between) if party.kind == "person" else None
        inserted = aside is not None and not _VERB.search(_ASIDE.sub(",", aside["inserted"]))
        first = whole[0]
        named = len(whole) > 2 and (first.kind == "pair" or first.kind == "office" and first.many)
        # "The two heads of government, X and Y, gave": the names are said of those before them.
        named = named and text.startswith(",", first.end) and bool(_NAMES_END.match(between))
        if len(whole) > 1 and first.kind == "person" and between.startswith(", "):
            # "The Ministers of Foreign Affairs, Mr X and Mr Y, held"
            named = named or bool(_HOLDERS_BEFORE.search(scene.left(first.start, 90)))
        led = party.kind == "office" and party.many and bool(_UNDER.fullmatch(between))
        if led or named or scene.goes_on(party) or not between.strip() or inserted or scene.titled and not shared:
            return whole, len(between) < 70 and not scene.verbs_between(party.end, start)
    return [], False


def _apposed(scene: Scene, person: Party, office: Party) -> bool:
    """Is an office between commas said of the person before it?"""
    if person.kind != "person" or office.many or office.state or office.name:
        return False
    opened = ", " in scene.text[person.start : person.end]  # "General X, the Chief[ Martial Law Administrator]"
    between = (_TITLE_GOES_ON if opened else _TITLE_OF).fullmatch(scene.text, person.end, office.start)
    return bool(between) and scene.text.startswith(",", office.end)


def _without_opening(scene: Scene, whole: list[Party]) -> list[Party]:
    """Return X and Y of "In the presence of the leaders, X and Y signed": what opens a sentence is in no list."""
    if len(whole) > 2 and _OPENING.match(scene.text, scene.sentence.start, whole[0].start):
        return whole[1:] if scene.text[whole[0].end : whole[1].start].startswith(",") else whole
    return whole


def self_of_clause(scene: Scene, index: int, start: int) -> Party | None:
    """Return X in "X, whose country chairs [ASEAN], spoke": who a clause between two commas before a verb is about."""
    inside = scene.parties[index]
    for party in scene.parties[max(0, index - 4) : index][::-1]:
        if party.kind in ("person", "office") and _WHOSE.match(scene.text, party.end, inside.start):
            clause = scene.text[inside.end : start]
            return party if _CLAUSE_ENDS.search(clause) and clause.count(",") == 1 else None
    return None


def subjects_of(scene: Scene, hit: Hit, start: int | None = None) -> tuple[list[Party], bool]:
    """Return the subject of a word of meeting, before it or behind its clause, and whether it is only implied.

    Args:
        scene: the sentence.
        hit: the word.
        start: where its phrase begins, if not at the word itself.
    """
    found, near = subject_of(scene, hit.start if start is None else start)
    if found:
        return found, not near
    return _subject_behind(scene, hit), True


def _is_object(scene: Scene, party: Party, start: int) -> bool:
    """Is the party what an earlier verb of meeting has as its object?"""
    for hit in scene.hits:
        if hit.form in VERBS and hit.end <= party.start < start and hit.end < start:
            gap = scene.text[hit.end : party.start]
            if not gap.strip() or _NOT_OBJECT.match(gap):
                return not scene.goes_on(party)
    return False


def _subject_behind(scene: Scene, hit: Hit) -> list[Party]:
    """After "Following talks with X, " comes the subject: the first party behind a comma that has a verb."""
    comma = scene.text.find(",", hit.end, scene.sentence.end)
    while comma >= 0:
        for index, party in enumerate(scene.parties):
            if party.start > comma:
                gap = scene.text[comma + 1 : party.start].strip().lower()
                whole = scene.list_from(index, closed=True)
                if gap in ("", "the", "a", "both") and scene.goes_on(whole[-1]) and not scene.possessive(party):
                    return whole
                break
        comma = scene.text.find(",", comma + 1, scene.sentence.end)
    return []
