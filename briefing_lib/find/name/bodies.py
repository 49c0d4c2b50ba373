"""Institutions that every state has: 'Kenya's Security Council' and 'the Security Council of Kenya' are not the United
Nations' one.

A name like that stands in the lexicon for the body the press means by it; a state named right before or behind it says
whose it is.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.runs import Name

_POSSESSIVE = re.compile(r"['’]s? (?:own )?$")
_OF = re.compile(r" of (?:the )?$")
# 'Supreme Court of India' as its head word gives it
_OWN = re.compile(r"(?P<body>[A-Z][\w'’ -]*?) of (?:the )?(?P<state>[A-Z][\w'’. -]*)")
_LAST_WORD = re.compile(r"(?P<word>[A-Z][\w-]+) $")
_AND = re.compile(r",? and (?:the )?")
_BESIDE = "body of the state beside it"
# 'the 5th Congress of the People's Party', 'the Congress of Vienna': a gathering
_GATHERING = re.compile(r"Congress of (?:the )?[A-Z]")


def assign_bodies(text: str, found: list[Name], names: Gazetteer) -> list[Name]:
    """Give bodies that every state has to the state named beside them.

    Args:
        text: the document's text.
        found: its names in order, none overlapping.
        names: the gazetteer.

    Returns:
        The names, with a state behind 'of' taken into its body's name.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> t = "the Security Council of Kenya"
    >>> council = Name(4, 20, Sense("United Nations Security Council", "organisation", "", ""), "alias")
    >>> state = Name(24, 29, Sense("Kenya", "state", "KEN", ""), "alias")
    >>> [(t[n.start:n.end], n.sense.actor) for n in assign_bodies(t, [council, state], bundled())]
    [('Security Council of Kenya', 'Kenyan Security Council')]
    """
    common = _common(names)
    assigned: list[Name] = []
    for i, name in enumerate(found):
        if assigned and name.start < assigned[-1].end:
            continue  # the state that has been taken in
        if name.sense.type != "organisation":
            assigned.append(name)
            continue
        words = text[name.start : name.end]
        listed = words in common or (
            name.rule == "organisation by its head word" and _is_common(words.split(" of ")[0])
        )
        if not listed:
            assigned.append(name)
            continue
        own = _OWN.fullmatch(words) if name.rule != "alias" else None
        if own and _names_state(own.group("state"), names):
            owner = name._replace(sense=names.senses[own.group("state")])
            assigned.append(_body(name, own.group("body"), owner, name.end, names))
            continue
        before, after = assigned[-1] if assigned else None, found[i + 1] if i + 1 < len(found) else None
        if _is_state(after) and _OF.fullmatch(text[name.end : after.start]):  # type: ignore[union-attr]
            assigned.append(_body(name, words, after, after.end, names))  # type: ignore[arg-type, union-attr]
        elif _is_state(before) and _POSSESSIVE.fullmatch(text[before.end : name.start]):  # type: ignore[union-attr]
            assigned.append(_body(name, words, before, name.end, names))  # type: ignore[arg-type]
        elif before and before.sense.type == "place" and _is_of_place(text, before, name.start):
            assigned[-1] = _of_place(text, name, before)
        elif not _GATHERING.match(text, name.start):
            assigned.append(_of_people(text, name, words, names))
    return _share(text, _together(text, assigned, common, names), common, names)


def _is_of_place(text: str, place: Name, start: int) -> bool:
    """'Virginia's Senate' and 'the Texas House', not 'in Lagos Parliament'."""
    between = text[place.end : start]
    return between in ("'s ", "’s ") or (between == " " and text[place.start - 4 : place.start].lower() == "the ")


def _of_place(text: str, name: Name, place: Name) -> Name:
    """'the Texas House of Representatives', 'Virginia's General Assembly': a province has bodies too."""
    words = f"{text[place.start : place.end]} {text[name.start : name.end]}"
    return Name(place.start, name.end, Sense(words, "organisation", place.sense.country, ""), _BESIDE)


def _together(text: str, found: list[Name], common: frozenset[str], names: Gazetteer) -> list[Name]:
    """'the Senate and House of Representatives of Nigeria' are both Nigeria's; 'the Central Bank' is the only one the
    document has named in full."""
    owned: dict[str, list[Sense]] = {}
    shared: list[Name] = []
    for i, name in enumerate(found):
        sense = name.sense
        if sense.type == "organisation":
            words = text[name.start : name.end]
            if words in common or words in _alone():
                name = _of_owner(text, name, words, found[i + 1 : i + 2], owned.get(words, []), names)
            elif sense.country and (bare := _bare(words)) in _alone() and sense not in owned.setdefault(bare, []):
                owned[bare].append(sense)
        shared.append(name)
    return shared


def _of_owner(text: str, name: Name, words: str, after: list[Name], owned: list[Sense], names: Gazetteer) -> Name:
    """Give a bare body to the state of the body it is named together with, else make it the one named before."""
    if after and after[0].rule == _BESIDE and _AND.fullmatch(text, name.end, after[0].start):
        state = _states(names).get(after[0].sense.country)
        if state and state.country != name.sense.country:
            return _body(name, words, name._replace(sense=state), name.end, names)
    if len(owned) == 1 and not name.sense.country and name.rule != "alias":
        return name._replace(sense=owned[0], rule="body named before")
    return name


def _bare(words: str) -> str:
    """Return 'Central Bank' for 'Central Bank of Kenya' and 'Kenyan Central Bank'."""
    head, of, _ = words.partition(" of ")
    return head if of and head in _alone() else words.partition(" ")[2]


def _share(text: str, found: list[Name], common: frozenset[str], names: Gazetteer) -> list[Name]:
    """Give a body named alone to the state that the document is about, if it hardly names the lexicon's owner.

    'Congress' in a text on Peru is not the United States' one; 'the Security Council' in one that has named Kenya's
    and never the United Nations is Kenya's.
    """
    alone = [rule == "alias" and text[start:end] in common for start, end, _, rule in found]
    if not any(alone):
        return found
    counts = Counter(
        name.sense.country for name, bare in zip(found, alone, strict=True) if name.sense.country and not bare
    )
    most = _states(names).get(max(counts, key=lambda country: counts[country])) if counts else None
    owned = {text[n.start : n.end].split(" of ")[0]: n.sense for n in found if n.rule == _BESIDE}
    world = any(name.sense.actor == "United Nations" for name in found)
    shared: list[Name] = []
    for name, bare in zip(found, alone, strict=True):
        if bare and name.sense.type == "organisation":
            words, country = text[name.start : name.end], name.sense.country
            if words in owned and not (counts[country] if country else world):
                name = name._replace(sense=owned[words], rule=_BESIDE)
            elif country and most and _is_about(text, most, counts[most.country], counts[country], name, names):
                near = _nearest(text, name, shared, words, names) or most
                name = _body(name, words, name._replace(sense=near), name.end, names)
        shared.append(name)
    return shared


def _nearest(text: str, name: Name, before: list[Name], words: str, names: Gazetteer) -> Sense | None:
    """Return the state of the last name in the paragraph that belongs to a state with such a body, if few have one."""
    if _alone().get(words) != "listed":
        return None
    line = text.rfind("\n", 0, name.start)
    for other in reversed(before):
        if other.start < line:
            return None
        state = _states(names).get(other.sense.country)
        if state and f"{names.adjectives.get(state.actor, '')} {words}" in names.senses:
            return state
    return None


@cache
def _states(names: Gazetteer) -> dict[str, Sense]:
    states: dict[str, Sense] = {}
    for sense in names.senses.values():
        if sense.type == "state" and sense.country and not sense.kind:
            states.setdefault(sense.country, sense)
    return states


def _is_about(text: str, most: Sense, times: int, owner_times: int, name: Name, names: Gazetteer) -> bool:
    """Tell whether a text is about one state rather than about the owner of a body of that name."""
    owned_by = _states(names).get(name.sense.country)
    owner = owned_by.actor if owned_by else ""
    owner_times += text.count(f"{names.adjectives.get(owner, owner)} ")
    words = text[name.start : name.end]
    if (
        _alone().get(words) == "listed"
        and f"{names.adjectives.get(most.actor, most.actor)} {words}" not in names.senses
    ):
        return False
    return most.actor != owner and times > 2 * owner_times and words in _alone()


@cache
def _alone() -> dict[str, str]:
    """Return the bodies called by their bare name wherever there is one: 'Parliament'; of some the lexicon lists those
    there are: 'Congress'."""
    return {row["word"]: row["alone"] for row in lexicon.rows("body_words") if row["alone"] != "no"}


def _of_people(text: str, name: Name, words: str, names: Gazetteer) -> Name:
    """'American Red Cross': the adjective of a state right before the body is part of its name."""
    people = _LAST_WORD.search(text, max(0, name.start - 20), name.start)
    state = names.senses.get(names.demonyms.get(people.group("word"), "")) if people else None
    if not people or not state or state.type != "state" or state.country == name.sense.country:
        return name
    return _body(name._replace(start=people.start("word")), words, name._replace(sense=state), name.end, names)


def _is_state(name: Name | None) -> bool:
    return name is not None and name.sense.type == "state"


def _body(name: Name, words: str, owner: Name, end: int, names: Gazetteer) -> Name:
    state = owner.sense.actor
    if owner.sense.country and owner.sense.country == name.sense.country:
        return name._replace(end=end)
    own = f"{names.adjectives.get(state, state)} {words}"
    known = next((names.senses[n] for n in (own, f"{words} of {state}", f"{state} {words}") if n in names.senses), None)
    sense = known or Sense(own, "organisation", owner.sense.country, "")
    return name._replace(end=end, sense=sense, rule=_BESIDE)


@cache
def _body_words() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.rows("body_words"))


def _is_common(words: str) -> bool:
    """Tell whether any state could have a body of that name: 'Supreme Court', not 'Equity Bank'."""
    parts = words.replace("’", "'").split()
    return words in _alone() or (len(parts) > 1 and all(word in _body_words() for word in parts if word[0].isupper()))


@cache
def _common(names: Gazetteer) -> frozenset[str]:
    """Return the names of bodies that the lexicon has of more than one owner: 'Security Council', 'Supreme Court'."""
    found = set()
    for alias, sense in names.senses.items():
        if sense.type == "organisation":
            first, _, rest = alias.partition(" ")
            body, _, owner = alias.partition(" of ")
            if rest in names.senses and (names.demonyms.get(first) or _names_state(first, names)):
                found.add(rest)
            if body in names.senses and _names_state(owner.removeprefix("the "), names):
                found.add(body)
    return frozenset(
        words
        for words in found
        if names.senses[words].type == "organisation" and words.partition(" ")[0] not in names.demonyms
    )


def _names_state(words: str, names: Gazetteer) -> bool:
    return words in names.senses and names.senses[words].type == "state" and not names.senses[words].kind
