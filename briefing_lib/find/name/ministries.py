"""Ministries by pattern: 'the Turkish Foreign Ministry', 'China's Foreign Ministry', 'Ministry of Foreign Affairs of
Japan'.

All forms of one ministry get one name, '<adjective> <field> Ministry'. A ministry named without its state is the one
ministry of that
field the document names with a state, if there is just one.
"""

from __future__ import annotations

import re

from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.runs import Name

# 'Foreign Ministry', 'Ministry of Foreign Affairs', 'Ministry for National Defence'
_FIELD_FIRST = re.compile(r"(?P<field>[A-Z][\w-]*(?:,? (?:and )?[A-Z][\w-]*)*) Ministry$")
_FIELD_LAST = re.compile(r"Ministry (?:of|for) (?:the )?(?P<field>[A-Z].*)$")
_OF_STATE = re.compile(r" (?:of|in) (?:the )?$")
_SAME_FIELD = {
    "Foreign Affairs": "Foreign",
    "Foreign Affairs and International Cooperation": "Foreign",
    "Defense": "Defence",
    "National Defense": "Defence",
    "National Defence": "Defence",
    "Internal Affairs": "Interior",
    "the Interior": "Interior",
}


def name_ministry(text: str, found: list[Name], names: Gazetteer) -> list[Name]:
    """Give every ministry its state and one name.

    Args:
        text: the document's text.
        found: its names in order, none overlapping.
        names: the gazetteer.

    Returns:
        The names, with a state that only says whose ministry it is taken into the ministry's name.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> t = "Japan's Foreign Ministry spoke."
    >>> state = Name(0, 5, Sense("Japan", "state", "JPN", ""), "alias")
    >>> body = Name(8, 24, Sense("Foreign Ministry", "organisation", "", ""), "head")
    >>> [(t[n.start:n.end], n.sense.actor) for n in name_ministry(t, [state, body], bundled())]
    [("Japan's Foreign Ministry", 'Japanese Foreign Ministry')]
    """
    if "Ministry" not in text:
        return found
    named: list[Name] = []
    i = 0
    while i < len(found):
        name = found[i]
        words = text[name.start : name.end]
        if "Ministry" not in words or name.sense.type != "organisation":
            named.append(name)
            i += 1
            continue
        field = _field_of(words, names)
        state, start, end = _state_in(words, names), name.start, name.end
        before = named[-1] if named else None
        after = found[i + 1] if i + 1 < len(found) else None
        if (
            not state
            and before
            and before.sense.type == "state"
            and text[before.end : start] in ("'s ", "’s ", "s' ", " ")
        ):
            state, start = before.sense.actor, before.start
            named.pop()
        elif not state and after and after.sense.type == "state" and _OF_STATE.fullmatch(text[end : after.start]):
            state, end = after.sense.actor, after.end
            i += 1
        actor = f"{names.adjectives.get(state, state)} {field} Ministry" if state and field else " ".join(words.split())
        named.append(
            Name(start, end, Sense(actor, "organisation", "", "" if state else "ministry"), "ministry by pattern")
        )
        i += 1
    return _share(named)


# ' foreign ministry', "'s defence ministry": in lower case a ministry is named only together with its state
_LOWER = re.compile(
    r"(?:['’]s?)? (?P<field>foreign|defen[cs]e|interior|finance|trade|commerce|economy|energy|oil|health|justice"
    r"|transport|agriculture) ministry\b"
)


def find_lower_case(text: str, found: list[Name], names: Gazetteer) -> list[Name]:
    """Find ministries written in lower case behind their state or its adjective: 'the Thai foreign ministry'.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> [n.sense.actor for n in find_lower_case("The Thai foreign ministry spoke.", [], bundled())]
    ['Thai Foreign Ministry']
    """
    at = text.find(" ministry")
    lower: list[Name] = []
    states = {name.end: name for name in found if name.sense.type == "state"} if at >= 0 else {}
    while at >= 0:
        for start in range(max(0, at - 16), at):
            hit = _LOWER.match(text, start)
            if not hit:
                continue
            word = _LAST_WORD.search(text, max(0, start - 30), start)
            state = states.get(start)
            actor = state.sense.actor if state else names.demonyms.get(word.group(), "") if word else ""
            if actor and word:
                field = _SAME_FIELD.get(hit.group("field").capitalize(), hit.group("field").capitalize())
                begins = state.start if state else word.start()
                sense = Sense(f"{names.adjectives.get(actor, actor)} {field} Ministry", "organisation", "", "")
                lower.append(Name(begins, hit.end(), sense, "ministry by pattern"))
                break
        at = text.find(" ministry", at + 1)
    return lower


_LAST_WORD = re.compile(r"[\w-]+$")


def _field_of(words: str, names: Gazetteer) -> str:
    words = " ".join(words.split())
    hit = _FIELD_LAST.search(words) or _FIELD_FIRST.search(words)
    if not hit:
        return ""
    parts = hit.group("field").split(" of ")[0].split()
    while parts and (
        parts[0] in names.demonyms or parts[0] in names.senses or parts[0] in names.openers - names.begins
    ):
        parts.pop(0)
    field = " ".join(parts)
    return _SAME_FIELD.get(field, field)


def _state_in(words: str, names: Gazetteer) -> str:
    first = words.split()[0]
    if names.demonyms.get(first):
        return names.demonyms[first]
    last = re.search(r" (?:of|in) (?:the )?([A-Z][\w .-]+)$", words)
    sense = names.senses.get(last.group(1)) if last else None
    return sense.actor if sense and sense.type == "state" else ""


def _share(named: list[Name]) -> list[Name]:
    """Resolve ministries named without a state where the document leaves one choice."""
    full = {n.sense.actor for n in named if n.rule == "ministry by pattern" and not n.sense.kind}
    shared = []
    for name in named:
        if name.sense.kind == "ministry":
            field = _SAME_FIELD.get(
                name.sense.actor.removeprefix("Ministry of "), name.sense.actor.removesuffix(" Ministry")
            )
            fitting = [actor for actor in full if actor.endswith(f" {field} Ministry")]
            if len(fitting) == 1:
                name = name._replace(sense=name.sense._replace(actor=fitting[0]), rule="ministry named before")
        shared.append(name)
    return shared
