"""Where a meeting is that no words place: on whose stay, at whose home, where a body sits or the dispatch is from."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from briefing_lib.link.meeting.draft import Draft
from briefing_lib.link.meeting.guests import home_of, homes_of, of_stay, that_journey
from briefing_lib.link.meeting.same import AHEAD, FIRM, REACH, alike
from briefing_lib.link.meeting.seats import capital_on, seat_of, state_of_body
from briefing_lib.link.people import People, is_seat, state_of_place
from briefing_lib.link.tokens import state_of_demonym

_PLACED = frozenset({"talks", "press", "speech", "signing", "summit", "ministerial", "other"})
_NEWS = 4  # days that news of a dispatch is old at most
_HEAD = 500  # characters in which a text says where it is from
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:[a-z]+\s){0,2}$")
# "Ministry of Foreign Affairs, Amman" and "Adelaide, 27 February 2024": a line of its own
# "met the two sides here in January", "will be here"
_HERE = re.compile(r"[^;:.“”\"]{0,80}?\bhere\b(?=[\s.,;])(?!,?\sthat\b)")
_LINE_ENDS = re.compile(r"(?:,\s[^\n.]{0,40})?\n")


class Base(NamedTuple):
    """Town a text is from, and its state."""

    town: str = ""
    state: str = ""


def base_of(people: People, at: int) -> Base:
    """Return where the text around an offset is from: its dateline, or a line at its head that names a town."""
    mention = people.dateline(max(at, 700))
    if mention is None:
        text = people.text
        for other in people.mentions_in(0, _HEAD):
            line = text.rfind("\n", 0, other.start) + 1
            opens = other.start == line or text[other.start - 2 : other.start] == ", "
            if (
                line
                and other.type in ("place", "state")
                and opens
                and other.start - line < 60
                and _LINE_ENDS.match(text, other.end)
            ):
                mention = other
                break
    if mention is None:
        return Base()
    town = mention.text.title() if mention.text.isupper() else mention.text
    known = mention.actor if mention.type == "place" and not mention.actor.isupper() else town
    if mention.type == "state" and not is_seat(town):
        return Base()
    state = state_of_place(known) or state_of_place(town) or (mention.actor if mention.type == "state" else "")
    return Base(known, people.state_then(state))


def settle_places(drafts: list[Draft]) -> None:
    """Give meetings without a place the one that a stay, their host, their audience or the dispatch itself implies."""
    for index, draft in enumerate(drafts):
        if draft.spread and not draft.place:
            draft.place = _stops(draft)
        near = drafts[max(0, index - REACH) : index + REACH]
        if draft.type in _PLACED and (journey := that_journey(draft, near)):
            draft.place, draft.place_state, draft.place_carried = journey.place, journey.place_state, True
            if not draft.date_text and alike(draft, journey):
                draft.take_date(journey, "carried from the visit")
        if draft.place_carried and draft.place == draft.place_state and draft.type in _PLACED:
            base = base_of(draft.people, draft.at)
            draft.place = base.town if base.state == draft.place_state else draft.place
        if draft.place or draft.type == "call":
            continue
        if (
            _HERE.match(draft.people.text, draft.at, draft.sentence.end)
            and (base := base_of(draft.people, draft.at)).town
        ):
            draft.place, draft.place_state, draft.place_carried = base.town, base.state, True
        if draft.place or draft.type not in _PLACED:
            continue
        town, state = _there(draft, near) or of_stay(draft, near) or _implied(draft, near)
        if town:
            draft.place, draft.place_state, draft.place_carried = town, state, True


def _stops(draft: Draft) -> str:
    """Return the places a journey leads to, joined: "toured Nauru, Kiribati and Tuvalu"."""
    people = draft.people
    stops: set[str] = set()
    for mention in people.mentions_in(draft.at, draft.sentence.end):
        state = mention.actor if mention.type == "state" else state_of_place(mention.actor)
        if mention.type in ("place", "state") and {mention.actor, people.state_then(state)} & set(draft.participants):
            stops.add(mention.text if mention.type == "state" and is_seat(mention.text) else mention.actor)
    return " | ".join(sorted(stops))


# "will also meet there", "and there saw"
_THERE = re.compile(
    r"[\w’'-]+(?:\s(?!(?:and|but|is|are|was|were|will|that)\b)[\w’'-]+){0,4}?\sthere\b(?!\s(?:is|are|was|were|will|would|has|had)\b)"
)


def _there(draft: Draft, near: list[Draft]) -> tuple[str, str] | None:
    """Return the place told of last for what a sentence of its own tells to have been "there"."""
    if not _THERE.match(draft.people.text, draft.at, draft.sentence.end):
        return None
    for other in reversed(near):
        if other.at < draft.at and other.place and draft.sentence.paragraph - other.sentence.paragraph <= 2:
            return other.place, other.place_state
    return None


def _abroad(draft: Draft, home: str, near: list[Draft]) -> bool:
    """Is a host himself elsewhere, at what the same paragraph tells of another place?"""
    return any(
        other is not draft
        and other.place_state
        and other.place_state != home
        and other.type not in ("visit", "call")
        and other.sentence.paragraph == draft.sentence.paragraph
        for other in near
    )


def _implied(draft: Draft, near: list[Draft]) -> tuple[str, str]:
    people, day = draft.people, (draft.earliest or draft.people.published)[:10].rstrip("~?%")
    for body in draft.participants:
        if draft.type in ("speech", "talks", "other") and (town := seat_of(body, day, meets=True)):
            return _own_parliament(draft, body) or (town, state_of_place(town))
    for body in draft.participants:
        house = _HOUSE.fullmatch(body) if draft.type == "speech" else None
        town = house["of"] or house["named"] if house else ""
        if town and (state := state_of_place(town)) and not people.is_state(town):
            return town, state
    if draft.type == "speech" and (state := _parliament(draft)):
        return capital_on(state, day), state
    base = base_of(people, draft.at)
    host = _host(draft)
    home = home_of(host, people) if host else ""
    if home and not _abroad(draft, home, near):
        return (base.town if home == base.state else capital_on(home, day)), home
    if base.town and _is_news(draft) and _athome_of(draft, base, people):
        return base.town, base.state
    return _where_they_are(draft, near)


def _where_they_are(draft: Draft, near: list[Draft]) -> tuple[str, str]:
    """Return the place abroad where somebody who takes part is on the same days: "yesterday he had talks with Y"."""
    if draft.status not in FIRM or len(draft.edtf) != 10 or draft.type == "speech":
        return "", ""
    people = draft.people
    found: set[tuple[str, str]] = set()
    for other in near:
        if other is draft or not other.place_state or len(other.edtf) != 10 or other.type in ("call", "visit"):
            continue
        apart = abs((date.fromisoformat(draft.edtf) - date.fromisoformat(other.edtf)).days)
        if apart > 1 or abs(other.sentence.paragraph - draft.sentence.paragraph) > 3:
            continue
        there = set(other.participants) & set(draft.participants)
        if any(home_of(actor, people) not in ("", other.place_state) for actor in there):
            found.add((other.place, other.place_state))
    return found.pop() if len(found) == 1 else ("", "")


# "Vilnius University", "University of Guadalajara"
_HOUSE = re.compile(
    r"(?P<named>[\w’' -]+?) (?:University|Institute of Technology|Stock Exchange|City Council|Chamber of Commerce)"
    r"|(?:University|City|Port) of (?P<of>[\w’' -]+)"
)


def _own_parliament(draft: Draft, body: str) -> tuple[str, str] | None:
    """Return the town of the dispatch where "Congress" alone is that of the state of whoever speaks there."""
    people = draft.people
    base = base_of(people, draft.at)
    bare = any(
        m.actor == body and " " not in m.text for m in people.mentions_in(draft.sentence.start, draft.sentence.end)
    )
    speakers = homes_of((actor for actor in draft.participants if actor != body), people)
    if bare and base.state and base.state in speakers and base.state != state_of_body(body):
        return base.town, base.state
    return None


# "the British parliament", "Kenya's National Assembly", "both houses of the Indian Parliament"
_PARLIAMENT = re.compile(
    r"\b(?P<whose>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)(?:['’]s)?\s(?:[Pp]arliament|Congress|National\sAssembly|[Ll]egislature|"
    r"[Ll]awmakers|Senate)\b"
)


def _parliament(draft: Draft) -> str:
    """Return the state whose parliament is spoken to: "will address the British parliament"."""
    found = _PARLIAMENT.search(draft.people.text, draft.at, min(draft.at + 90, draft.sentence.end))
    if not found:
        return ""
    return state_of_demonym(found["whose"]) or (found["whose"] if draft.people.is_state(found["whose"]) else "")


def _host(draft: Draft) -> str:
    """Return who receives: "the King received X", "X was received by the Speaker"."""
    if not draft.rule.startswith("host: ") or draft.type == "call":
        return ""
    people, sentence = draft.people, draft.sentence
    passive = bool(_PASSIVE.search(people.text[max(sentence.start, draft.at - 30) : draft.at]))
    first, last = (draft.at, sentence.end) if passive else (sentence.start, draft.at)
    near = [m.actor for m in people.mentions_in(first, last) if m.actor in draft.participants]
    if near:
        return near[0] if passive else near[-1]
    return ""


def _is_news(draft: Draft) -> bool:
    """Is a meeting of these days, or has it no date of its own?"""
    published = draft.people.published
    if draft.status in AHEAD or draft.status not in FIRM:
        return False
    if not draft.edtf:
        return not draft.date_text
    if len(draft.latest) != 10 or len(published) != 10 or len(draft.edtf) != 10:
        return False
    return 0 <= (date.fromisoformat(published) - date.fromisoformat(draft.latest)).days <= _NEWS


def _athome_of(draft: Draft, base: Base, people: People) -> bool:
    """Is one side at home where the dispatch is from?"""
    homes = homes_of(draft.participants, people)
    return bool(base.state) and base.state in homes
