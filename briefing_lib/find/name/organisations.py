"""Organisations and places that no lexicon lists, by their head word: 'Lusaka Water Board', 'Tana River', 'Gulf of
Riga'."""

from __future__ import annotations

import re

from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.runs import CALENDAR, RUN, Name, Token

# ' of Foreign Affairs', ' for International and Security Affairs', ' of Arts, Sciences and Letters'
_TAIL = re.compile(
    rf" (?:of|for|on) (?:the )?(?:{RUN})(?:, (?:{RUN}))*(?: (?:and|&) (?:the )?(?:{RUN})(?: of (?:{RUN}))?)?"
)
# ' of Chemical Weapons' behind 'Organisation for the Prohibition'
_MORE = re.compile(rf" of (?:the )?(?:{RUN})")
_SHORT_TAIL = re.compile(rf" (?:of|for|on) (?:the )?(?:{RUN})")
# ' for the Sahel' behind 'Group of Five'
_COUNTED = re.compile(rf" (?:for|on) (?:the )?(?:{RUN})")
_COUNTS = (" Three", " Four", " Five", " Six", " Seven", " Eight", " Nine", " Ten", " Twelve", " Fifteen")
_PLACE_TAIL = re.compile(rf" of (?:{RUN})")
# 'Regional Information and ' before 'Coordination Centre'
_FORE = re.compile(rf"(?:{RUN}) (?:and|&) $")
# 'Dade County Sheriff's ' before 'Office'
_OWNER = re.compile(rf"(?P<words>{RUN})['’]s? $")
_CARE = ("Aid", "Counseling", "Counselling")  # 'Humanitarian Aid and Relief Centre'
_SENT = ("Mission", "Force", "Operation", "Movement")
# ' in Sierra Leone' behind 'United Nations Mission'
_ABROAD = re.compile(rf" in (?:the )?(?P<state>{RUN})")
_BY_HEAD = "organisation by its head word"


def read_organisation(text: str, tokens: list[Token], names: Gazetteer) -> Name | None:
    """Read an organisation in a run of capitalised words.

    Args:
        text: the document's text.
        tokens: the words of the run.
        names: the gazetteer.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> from briefing_lib.find.name.runs import tokens_of
    >>> t = "The Institute for Fisheries and Trade wrote."
    >>> read_organisation(t, tokens_of(t, 0, 13), bundled()).sense.actor
    'Institute for Fisheries and Trade'
    """
    if is_venue(tokens):
        return None
    opening = 1 if tokens[0].word in names.function_words else 0
    first_head = names.heads.get(tokens[opening].word) if len(tokens) > opening + 1 else None
    if first_head and first_head["kind"] == "organisation" and first_head["stands"] != "last":
        start, end = tokens[opening].start, tokens[-1].end  # 'Radio Mozambique', 'Banco do Brasil'
        return Name(start, end, Sense(" ".join(text[start:end].split()), "organisation", "", ""), _BY_HEAD)
    at, kinds = len(tokens) - 1, names.head_kinds
    while at >= 0 and kinds.get(tokens[at].word) != "organisation":
        at -= 1
    if at < 0 or (at + 1 < len(tokens) and (at == 0 or not _is_head(tokens[at + 1].word, "place", names))):
        return None
    first = 0
    while first < at and tokens[first].word in names.openers and tokens[first].word not in names.begins:
        first += 1
    start, head_end = tokens[first].start, tokens[at].end
    end = _tail_end(text, head_end, names) if at + 1 == len(tokens) else head_end
    before = [token.word for token in tokens[first:at]]
    owned = _owner_start(text, start, names) < start
    if tokens[at].word == "Congress" and end > head_end and not _ends_with_state(text[head_end:end], names):
        return None  # 'the Congress of the People's Party' is a gathering
    strong = names.heads[tokens[at].word]["strength"] == "strong"
    meaningful = [word for word in before if strong or word not in names.demonyms]
    if end == head_end and (not (meaningful or owned) or any(word in CALENDAR for word in before)):
        return None
    start = _owner_start(text, _fore_start(text, start, names), names)
    return Name(start, end, Sense(" ".join(text[start:end].split()), "organisation", "", ""), _BY_HEAD)


def read_place(text: str, tokens: list[Token], names: Gazetteer) -> Name | None:
    """Read a place in a run of capitalised words.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> from briefing_lib.find.name.runs import tokens_of
    >>> t = "Near Lake Elmenteita"
    >>> read_place(t, tokens_of(t, 0, 20), bundled()).sense.actor
    'Lake Elmenteita'
    """
    first = 0
    either = _is_head(tokens[-1].word, "place", names) and names.heads[tokens[-1].word]["stands"] == "either"
    kept = names.begins if either else frozenset[str]()  # 'National Museum'
    while first < len(tokens) - 1 and tokens[first].word in names.openers and tokens[first].word not in kept:
        first += 1
    body = tokens[first:]
    start, end = body[0].start, body[-1].end
    opens = _is_head(body[0].word, "place", names) and names.heads[body[0].word]["stands"] != "last"
    closes = _is_head(body[-1].word, "place", names) and names.heads[body[-1].word]["stands"] != "first"
    closes = closes or is_venue(body)
    if not (opens or closes):
        return None
    owned = _owner_start(text, start, names)
    if closes and owned < start:  # 'St. Peter's Square'
        start = owned
    elif len(body) == 1:
        tail = _PLACE_TAIL.match(text, end)
        if not tail:
            return None
        end = tail.end()
    elif closes and either and (tail := _PLACE_TAIL.match(text, end)):
        end = tail.end()  # 'National Museum of Lesotho'
    return Name(start, end, Sense(" ".join(text[start:end].split()), "place", "", ""), "place by its head word")


# 'Kigali Convention Centre', 'Hanoi Opera House': heads that say where only together
_VENUES = {
    "Centre": frozenset(("Conference", "Convention", "Congress", "Exhibition", "Exposition", "Expo")),
    "Center": frozenset(("Conference", "Convention", "Congress", "Exhibition", "Exposition", "Expo")),
    "House": frozenset(("Opera", "Guest")),
}


def is_venue(tokens: list[Token]) -> bool:
    """Tell whether a run ends as the name of a place where people meet.

    >>> from briefing_lib.find.name.runs import tokens_of
    >>> is_venue(tokens_of("Lienz Opera House", 0, 17)), is_venue(tokens_of("Lienz Trade House", 0, 17))
    (True, False)
    """
    return len(tokens) > 2 and tokens[-2].word in _VENUES.get(tokens[-1].word, ())


def has_more(text: str, start: int, end: int) -> bool:
    """Tell whether the name of a body or place may go on around a head that stands alone: 'Kano's Assembly', 'Assembly
    of Elders'; one that does not is in no name.

    >>> has_more("The Assembly of Elders met.", 4, 12), has_more("The Assembly met.", 4, 12)
    (True, False)
    """
    return text.startswith((" of ", " for ", " on ", " in "), end) or _is_owned(text, start)


def _is_owned(text: str, start: int) -> bool:
    return text[start - 3 : start] in ("'s ", "’s ") or text[start - 3 : start - 1] in ("s'", "s’")


def _is_head(word: str, kind: str, names: Gazetteer) -> bool:
    return names.head_kinds.get(word) == kind


def _tail_end(text: str, end: int, names: Gazetteer) -> int:
    long = _TAIL.match(text, end)
    if long and long.group().split()[-1] in names.topics:
        return _more(text, long.end(), names)
    abroad = _ABROAD.match(text, end) if text.endswith(_SENT, 0, end) else None
    if abroad and abroad.group("state") in names.senses:
        return abroad.end()
    short = _SHORT_TAIL.match(text, end)
    if not short or short.group().split()[-1] in CALENDAR:
        return end
    if short.group().startswith(" on ") and _is_head(short.group().split()[-1], "place", names):
        return end  # 'First Baptist Church on Winchester Avenue'
    if _is_head(short.group().split()[-1], "organisation", names):  # 'Council of the League of Nations'
        return _tail_end(text, short.end(), names)
    counted = _COUNTED.match(text, short.end()) if short.group().endswith(_COUNTS) else None
    if counted:
        return counted.end()
    more = _more(text, short.end(), names)
    if more > short.end():
        return more
    abroad = _ABROAD.match(text, short.end())
    if abroad and abroad.group("state") in names.senses and text.startswith(" (", abroad.end()):
        return abroad.end()  # 'Movement for Democracy in Liberia (MODEL)'
    return short.end()


def _more(text: str, end: int, names: Gazetteer) -> int:
    more = _MORE.match(text, end)
    return more.end() if more and more.group().split()[-1] in names.topics else end


def _owner_start(text: str, start: int, names: Gazetteer) -> int:
    """A name that begins with what owns it: 'the Dade County Sheriff's Office', not 'Kenya's Treasury'."""
    if not _is_owned(text, start):
        return start
    owner = _OWNER.search(text, max(0, start - 60), start)
    if not owner or not (words := owner.group("words").split()) or words[-1] not in names.owners:
        return start
    begin = owner.start()
    while len(words) > 1 and words[0] in names.openers - names.begins:
        begin += len(words.pop(0)) + 1
    return begin


def _ends_with_state(tail: str, names: Gazetteer) -> bool:
    sense = names.senses.get(tail.removeprefix(" of ").removeprefix("the "))
    return sense is not None and sense.type == "state" and not sense.kind


def _fore_start(text: str, start: int, names: Gazetteer) -> int:
    """A name that goes on over 'and': 'the Regional Information and Coordination Centre'."""
    if not text.startswith((" and ", " & "), start - 5) and not text.startswith(" & ", start - 3):
        return start
    fore = _FORE.search(text, max(0, start - 70), start)
    if not fore:
        return start
    words = [hit.span() for hit in re.finditer(r"\S+", fore.group())][:-1]
    last = fore.group()[slice(*words[-1])]
    if last not in names.topics and last not in _CARE:
        return start
    while len(words) > 1 and fore.group()[slice(*words[0])] in names.openers - names.begins:
        words.pop(0)
    return fore.start() + words[0][0]
