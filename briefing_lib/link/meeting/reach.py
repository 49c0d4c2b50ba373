"""What a word of meeting reaches behind it: the end of its clause, and the parties, places and bodies named there."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.capitals_of_states import capital_of
from briefing_lib.link.meeting.scene import CLAUSE, PREPOSITIONS, Scene, either
from briefing_lib.link.meeting.words import VERBS, Hit
from briefing_lib.link.parties import Party
from briefing_lib.link.people import is_seat, state_of_place
from briefing_lib.link.tokens import state_of_demonym

# "met (again) (with) (both) (visiting) X": what may stand between a verb and the one it meets.
_TO_OBJECT = re.compile(
    r"\s+(?:(?:"
    + either(
        "again also and a an at briefly both counterpart each earlier elected face fellow first former group "
        "high-level high-ranking any delegate delegates member members envoy envoys representative representatives "
        "his her last later local many meeting new newly number of one-on-one other others our outgoing over "
        "person privately "
        "secretly senior separately several some talks the their then there today top twice two three visiting "
        "with yesterday "
        r"young dozens at\s+least more\s+than up\s+to about \d+ [a-z]+ly [a-z]+-level Mr\.? Mrs\.? Ms\.?"
    )
    + r")\s+)*[“\"‘(]?$"
)
# "the coordinating ": a few words that no preposition, conjunction or verb breaks.
MODIFIED = re.compile(
    r"\s*(?:(?!"
    + either("and at by for from had has have held in is of on said that to was were will with")
    + r"\b)[\w’'-]+\s+){0,4}$"
)
# "received the American Under-Secretary, Mr [X]": a title no list knows.
_TITLE_BEFORE = re.compile(
    r"\s(?:the|its|their|his|her)\s(?:[A-Z][\w’'-]+\s(?:of\s|for\s|and\s)?){0,5}[A-Z][\w’'-]+,\s(?:(?:Mr|Mrs|Ms|Dr|M)\.?\s)?"
)
# "sent its intelligence chief, [X]"
_KNOWN_TITLE = re.compile(
    r"\s(?:the|its|their|his|her)\s(?:[\w’'-]+\s(?:of\s|for\s)?){0,3}(?:adviser|advisor|aide|boss|chairman|chief|commander|"
    r"commissioner|delegate|deputy|director|emissary|envoy|governor|head|leader|negotiator|officer|representative|secretary),\s"
)
# "received [the Commonwealth ]Secretary-General, X": a body no list knows
_OF_BODY = re.compile(r"\s(?:the|its|their|his|her)\s(?:[A-Z][\w’'-]+\s){1,4}")
_AT_PLACE = re.compile(r"\s(?:at|in)\s(?:the\s)?")
# "received at the palace [his counterpart]"
_AT_HOUSE = re.compile(r"^\s(?:at|in)\sthe\s(?:[\w’'-]+\s){1,3}(?=$|his\s|her\s|their\s)")
# "was received on Monday at the palace by [X]"
BY = re.compile(
    r"\s+(?:(?:[a-z]+ly|today|tomorrow|yesterday|later|this\s\w+|on\s\w+day|in\sthe\s(?:morning|afternoon|evening))\s+)?"
    r"(?:(?:at|in|on behalf of)\s+[\w\s]{0,30})?by\s+(?:the\s+|his\s+|her\s+)?"
)
_WITH = re.compile(r"\bwith\s+")
_WHOM = re.compile(r"\bwhom\s+(?:[\w’'-]+\s+){1,4}$")
# "the [NATO] spending target": a name before a common noun is not the one who is met.
_FOLLOWED = re.compile(r"\s+([a-z][\w-]+)")
_FUNCTION = PREPOSITIONS | frozenset(
    ["also", "although", "and", "are", "as", "be", "because", "been", "before", "both", "but", "called", "can",
     "could", "did", "discussed", "do", "does", "earlier", "had", "has", "have", "here", "if", "is", "last",
     "later", "may", "met", "might", "must", "next", "no", "not", "or", "pledged", "privately", "said", "says",
     "separately", "shall", "should", "since", "so", "than", "that", "then", "there", "this", "to", "today",
     "told", "twice", "until", "urged", "was", "were", "when", "where", "which", "while", "who", "whom", "whose",
     "will", "would", "yesterday", "yet", "again", "after", "tomorrow", "agreed", "meets", "though"]
)  # fmt: skip
_PLACE_GAP = re.compile(
    r"\s*(?:(?:"
    + either(
        r"to in the capital capital, city city, of a an resort town region port southern northern eastern western "
        r"central "
        r"neighbouring neighboring nearby and both again island state province his her [A-Z][\w-]+ \w+(?:an|ese|ish|i)"
    )
    + r")\s+)*$"
)
# "the opening session of the": what may stand between "address" and the body addressed.
_BODY = re.compile(
    r"\s+(?:(?:to|before|at|in)\s+)?(?:"
    + either(
        "the a an its his her this annual joint special opening closing plenary emergency session meeting "
        "conference members "
        r"delegates participants leaders lawmakers \d+\w* [\w-]+th of at to before [A-Z][\w-]*"
    )
    + r"\s+)*$"
)
# "the foreign affairs committee of the"
_PART_OF_BODY = re.compile(
    r"\s+(?:the\s+)?(?:[\w-]+\s+){0,4}?(?:committee|commission|chamber|house|members|session|"
    r"meeting)\s+of\s+(?:the\s+)?$"
)
_BODY_NOUN = re.compile(
    r"\s+"
    + either("summit conference meeting session parliament lawmakers leaders members delegates forum debate")
    + r"\b"
)


def clause_end(scene: Scene, hit: Hit) -> int:
    """Return where the clause of a word of meeting ends: at a stop, a new clause or the verb of the next meeting."""
    end = scene.clause_ends.get(hit)
    if end is None:
        end = scene.clause_ends[hit] = _clause_end(scene, hit)
    return end


def _clause_end(scene: Scene, hit: Hit) -> int:
    stop = CLAUSE.search(scene.text, hit.end, scene.sentence.end)
    end = stop.start() if stop else scene.sentence.end
    for other in scene.hits:
        if hit.end < other.start < end:
            journeys = other.frame in ("journey", "visit") and hit.frame in ("journey", "visit", "noun")
            if other.form in ("past", "present", "base") or journeys:
                return other.start
    return end


def object_of(scene: Scene, hit: Hit) -> list[Party]:
    """Return the list of parties that a verb has as its object, also behind "with"; a place is none."""
    text = scene.text
    before = scene.left(hit.start, 40)
    whom = _WHOM.search(before)
    if whom:
        at = scene.last_before(hit.start - len(before) + whom.start())
        return [scene.parties[at]] if at is not None else []
    start = hit.end
    for index, party in enumerate(scene.parties):
        if party.start < start:
            continue
        if (party.kind == "place" or party.kind == "state" and is_seat(party.surface)) and _AT_PLACE.fullmatch(
            text, start, party.start
        ):
            # "received at the Casa Rosada his counterpart"
            start = party.end
            continue
        many = party.kind == "office" and party.many and hit.frame == "meet"
        titled = party.kind == "person" and bool(party.office) and _OF_BODY.fullmatch(text, start, party.start)
        if (
            titled
            or _reaches(_AT_HOUSE.sub("", text[start : party.start]))
            or many
            and MODIFIED.match(text[start : party.start])
        ):
            if modifies(scene, party):
                return []
            if party.kind != "place" and party.role != "place":
                return _without_places(scene.list_from(index))
        break
    return with_whom(scene, hit)


def with_whom(scene: Scene, hit: Hit) -> list[Party]:
    """Return the parties behind the next "with" of the clause."""
    end = clause_end(scene, hit)
    found = _WITH.search(scene.text, hit.end, min(end, hit.end + 120))
    return behind(scene, found.end(), end) if found else []


def behind(scene: Scene, start: int, end: int, closed: bool = False) -> list[Party]:
    """Return the list of parties that starts right behind an offset, articles and adjectives aside.

    Args:
        scene: the sentence.
        start: where to look.
        end: where a list has to have begun.
        closed: a verb behind the list does not part it, as in "between Kenya and Uganda began".
    """
    for index, party in enumerate(scene.parties):
        if party.start < start:
            if party.end > start and party.start >= start - 12:
                return scene.list_from(index, closed)
            continue
        if party.start >= end:
            return []
        gap = scene.text[start : party.start]
        if _reaches(" " + gap) or MODIFIED.match(gap):
            return [] if modifies(scene, party) else _without_places(scene.list_from(index, closed))
        return []
    return []


def _reaches(gap: str) -> bool:
    gap = gap if gap.endswith(" ") else gap + " "
    return not gap.strip() or bool(_TO_OBJECT.match(gap) or _TITLE_BEFORE.fullmatch(gap) or _KNOWN_TITLE.fullmatch(gap))


def _without_places(found: list[Party]) -> list[Party]:
    return [party for party in found if party.kind != "place"]


def modifies(scene: Scene, party: Party) -> bool:
    """Does a state or an organisation only describe the noun behind it: "the [NATO] spending target"?"""
    if party.kind not in ("state", "organisation"):
        return False
    if scene.possessive(party):
        return True
    word = _FOLLOWED.match(scene.text, party.end, scene.sentence.end)
    if not word or scene.titled:
        return False
    if party.kind == "organisation" and word[1] in _PART_OF_ONE:
        return False
    return word[1] not in _FUNCTION and not word[1].endswith(("ed", "ly", "ing"))


# "a meeting of the Arab League [committee]": the body itself, or a part that stands for it.
_PART_OF_ONE = frozenset(
    ["board", "bureau", "commission", "committee", "contact", "council", "delegation", "delegations", "governors",
     "mission", "panel", "presidency", "secretariat", "task", "team", "troika"]
)  # fmt: skip


_CAPITAL = re.compile(r"\s*(?:the\s+)?(?P<word>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s+capital\b(?!,?\s[A-Z])")


def _capital_behind(scene: Scene, start: int) -> list[Party]:
    """Return the town that "the Belgian capital" is."""
    found = _CAPITAL.match(scene.text, start, scene.sentence.end)
    city = capital_of(state_of_demonym(found["word"])) if found else ""
    return [Party(found.start("word"), found.end(), "place", city, surface=city)] if found and city else []


def places_behind(scene: Scene, start: int, end: int) -> list[Party]:
    """Return the places or states named right behind an offset: "India and Japan", "the Belgian capital"."""
    if capital := _capital_behind(scene, start):
        return capital
    for index, party in enumerate(scene.parties):
        if party.start < start:
            continue
        if party.start >= end or party.kind not in ("place", "state") or scene.possessive(party):
            return []
        gap = scene.text[start : party.start]
        if not _PLACE_GAP.match(gap + (" " if gap and not gap.endswith(" ") else "")):
            return []
        if any(h.start - party.end in (1, 2) and h.form not in VERBS for h in scene.hits):
            # "came to the Moscow summit"
            return []
        found = [p for p in scene.list_from(index, places=True) if p.kind in ("place", "state")]
        # "Madrid, Spain" and "Pretoria in South Africa" are one place.
        if len(found) > 1 and state_of_place(found[0].surface) == found[1].name:
            return found[:1]
        return found
    return []


def bodies_behind(scene: Scene, start: int) -> list[Party]:
    """Return the organisations or groups a speech is held before, named right behind an offset."""
    for index, party in enumerate(scene.parties):
        if party.start < start:
            continue
        gap = scene.text[start : party.start]
        if (party.kind == "organisation" or party.kind == "office" and party.many) and (
            _BODY.match(gap + " ") or _PART_OF_BODY.match(gap) or not gap.strip()
        ):
            noun = _BODY_NOUN.match(scene.text, party.end)
            if scene.possessive(party) or modifies(scene, party) and not noun:
                return []
            return [p for p in scene.list_from(index) if p.kind in ("organisation", "office")]
        if party.kind in ("state", "place") and len(gap) < 40:
            continue
        return []
    return []


def passive(scene: Scene, hit: Hit) -> bool:
    """Is a participle passive: "was received"?"""
    return hit.form == "past" and hit.form in VERBS and bool(_PASSIVE.search(scene.left(hit.start, 30)))


_PASSIVE = re.compile(
    r"\b" + either("be been being was were is are get gets got") + r"\s+(?:[a-z]+(?:ly|wise)\s+|also\s+|later\s+)?$"
)
