"""What a mention of a meeting leaves open, taken from another mention of the same meeting or the stay it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing_lib.link.meeting.draft import Draft
from briefing_lib.link.meeting.same import (
    AHEAD,
    FAMILY,
    FIRM,
    REACH,
    alike,
    same,
    settle_looks_back,
    settle_titles,
    touch,
)

_NEAR = 2000  # characters between a stay and what is told on it
_ON_A_STAY = frozenset({"talks", "press", "speech", "signing", "summit", "ministerial", "visit"})


def carry(drafts: list[Draft]) -> None:
    """Fill in what mentions leave open, first from what was told before, then from what is told later."""
    settle_titles(drafts)
    for index, draft in enumerate(drafts):
        near = drafts[max(0, index - REACH) : index + REACH]
        before = drafts[max(0, index - REACH) : index][::-1]
        _complete(draft, before)
        _fill(draft, before, near)
    settle_looks_back(drafts)
    for index, draft in enumerate(drafts):
        near = drafts[max(0, index - REACH) : index + REACH]
        around = drafts[max(0, index - REACH) : index][::-1] + drafts[index + 1 : index + REACH]
        _complete(draft, around)
        _fill(draft, around, near)
        _complete_by_home(draft)
    _find_towns(drafts)


def _find_towns(drafts: list[Draft]) -> None:
    """Give the town of a stay to what took the state alone from it: "signed", on a visit told to be to Beijing."""
    for index, draft in enumerate(drafts):
        if not draft.place_carried or draft.place != draft.place_state:
            continue
        towns = {
            other.place
            for other in drafts[max(0, index - REACH) : index + REACH]
            if other.place_state == draft.place_state
            and other.place != other.place_state
            and (alike(draft, other) or other.status in FIRM and draft.status in AHEAD and other.at < draft.at)
            and (draft.edtf and other.edtf and touch(draft, other) or abs(draft.at - other.at) < _NEAR)
            and set(draft.participants) & set(other.participants) - {draft.place_state}
        }
        if len(towns) == 1:
            draft.place = towns.pop()


def _complete(draft: Draft, others: list[Draft]) -> None:
    """Give a mention that names one side alone the other side, where another mention names it."""
    if draft.type == "visit":
        _host(draft, others)
    if len(draft.participants) > 1 or draft.type not in ("talks", "call", "summit", "signing"):
        return
    if not draft.participants:
        _who_met_there(draft, others)
        return
    if draft.nameless:
        return
    one = draft.participants[0]
    found: list[tuple[bool, int, list[str]]] = []
    for rank, other in enumerate(others):
        if not alike(draft, other) or _elsewhere(draft, other) or not touch(draft, other):
            continue
        if other.type == "visit" and one == other.place_state and other.visitors:
            found.append((True, rank, other.participants))
        elif other.type in ("talks", "call", "summit") and len(other.participants) == 2 and one in other.participants:
            partner = next(actor for actor in other.participants if actor != one)
            if draft.people.is_person(partner):
                found.append((not draft.people.are_counterparts(one, partner), rank, other.participants))
    if found:
        draft.participants = list(min(found)[2])


def _complete_by_home(draft: Draft) -> None:
    """Take the state where one side is a guest for the other side: "said after talks in Beijing"."""
    state = draft.place_state
    if (
        draft.type == "talks"
        and state
        and not draft.nameless
        and len(draft.participants) == 1
        and state not in draft.participants
        and draft.visitors
    ):
        draft.participants = sorted([*draft.participants, state])


def _host(visit: Draft, others: list[Draft]) -> None:
    """Give "during her visit" its host: from another mention of the visit, or the talks the same sentence tells of."""
    if visit.place or len(visit.participants) != 1:
        return
    stays = [o for o in others if o.type == "visit" and o.place_state and visit.participants[0] in o.visitors]
    for other in stays:
        if alike(visit, other) and touch(visit, other) and len({stay.place_state for stay in stays}) == 1:
            visit.participants = list(other.participants)
            visit.take_place(other)
            return
    for other in others:
        if other.sentence is visit.sentence and visit.participants[0] in other.participants:
            states = [a for a in other.participants if a not in visit.participants and visit.people.is_state(a)]
            if len(states) == 1:
                visit.participants = sorted([*visit.participants, *states])
                visit.place = visit.place_state = states[0]
                return


def _who_met_there(draft: Draft, others: list[Draft]) -> None:
    """Give "the closed-door discussions in Beijing" the parties of the last meeting told of at that place."""
    found: list[tuple[bool, bool, int, list[str]]] = []
    for rank, other in enumerate(others):
        if not (draft.place and other.place == draft.place and other.participants) or not alike(draft, other):
            continue
        two = other.participants if len(other.participants) == 2 else []
        if (other.type == draft.type or draft.type == "talks" and other.type == "summit" and two) and touch(
            draft, other
        ):
            equals = bool(two) and draft.people.are_counterparts(two[0], two[1])
            found.append((other.type != draft.type, not equals, rank, other.participants))
    if found:
        draft.participants = list(min(found)[3])


def _fill(draft: Draft, others: list[Draft], drafts: list[Draft]) -> None:
    """Take place and date from the same meeting, or else from the stay it belongs to."""
    _fill_from_journey(draft, others)
    for other in sorted(others, key=lambda other: not same(draft, other)):
        if draft.place and draft.edtf and not _refines(draft, other):
            continue
        # On a visit that has begun, meetings to come have its place; its date may be over.
        begun = other.type == "visit" and other.status in FIRM and draft.status in AHEAD and draft.at > other.at
        if not alike(draft, other) and not begun or _elsewhere(draft, other) or not touch(draft, other):
            continue
        equal = same(draft, other)
        if not equal and _went_on(draft, other):
            draft.take_place(other)
            if not draft.edtf and not draft.date_text:
                draft.take_date(other, "carried from the same day")
            continue
        if not equal and not _within(draft, other, drafts):
            if _on_the_same_day(draft, other):
                draft.take_date(other, "carried from the same day")
            continue
        draft.take_place(other)
        if equal and _refines(draft, other):
            draft.take_date(other, "carried from the same meeting")
        free = not draft.edtf and not draft.date_text and not begun and not _less_sure(draft, other)
        if free and other.edtf and _dates(draft, other, drafts):
            draft.take_date(other, "carried from the same meeting" if equal else "carried from the visit")


def _less_sure(draft: Draft, other: Draft) -> bool:
    """Is the one with a date less certain to take place, or another idea: a meeting proposed beside one planned?"""
    if draft.sentence is other.sentence:
        return False
    if draft.status == "planned" and other.status == "expected":
        return True
    if draft.status == "denied" or other.status == "denied":
        return True
    if draft.status in ("proposed", "expected") and draft.status != other.status:
        # "the next meeting will likely be a summit": told near by, or another one.
        return draft.status == "proposed" or draft.sentence.paragraph != other.sentence.paragraph
    return False


def _fill_from_journey(draft: Draft, others: list[Draft]) -> None:
    """Take the place of the journey that the sentence tells before it: "flew to Khartoum in May to see X"."""
    if draft.place or draft.type not in ("talks", "summit", "press", "speech", "signing"):
        return
    for other in others:
        if other.sentence is not draft.sentence or other.type != "visit" or other.at >= draft.at or not other.place:
            continue
        word = other.rule.split(": ", 1)[-1]
        if word.startswith(_AWAY) or not set(other.visitors) & set(draft.participants) or not alike(draft, other):
            continue
        draft.take_place(other)
        return


_AWAY = ("return", "left", "leav", "depart", "invit")


def _dates(draft: Draft, other: Draft, drafts: Iterable[Draft]) -> bool:
    """May another mention date this one: does it stand near, or is there only one date for these parties?"""
    if draft.sentence.paragraph - other.sentence.paragraph in (0, 1):
        return True
    again = (third for third in drafts if same(other, third) and alike(other, third) and not _elsewhere(draft, third))
    return all(touch(other, third) for third in again)


def _on_the_same_day(draft: Draft, other: Draft) -> bool:
    """Do the parties of a meeting told before go on to one with a third: "the two also spoke by telephone with"?"""
    if draft.edtf or draft.date_text or not other.edtf or draft.status not in FIRM or other.status not in FIRM:
        return False
    joint = other.type == "press" and len(other.participants) > 1 and draft.sentence.voice in other.participants
    if joint and set(draft.participants) & set(other.participants):
        # What the two before the press tell of that day: "then we had lunch".
        return draft.type == "talks" and other.at < draft.at
    near = 0 <= draft.sentence.paragraph - other.sentence.paragraph <= 5 and other.at < draft.at
    return near and len(other.participants) > 1 and _hosts(other) < _hosts(draft)


def _went_on(draft: Draft, other: Draft) -> bool:
    """Do the same two go on to the press, to an audience or to a signature: "Following the meeting, they signed"?"""
    apart = draft.sentence.paragraph - other.sentence.paragraph
    near = 0 <= apart <= 2 and other.at < draft.at
    firm = draft.status in FIRM and other.status in FIRM or apart == 0 and draft.status == other.status == "planned"
    both = len(draft.participants) > 1 and set(other.participants) <= set(draft.participants)
    met = other.type in FAMILY and len(other.participants) > 1
    return near and firm and both and met and draft.type in ("press", "signing", "speech")


def _hosts(draft: Draft) -> set[str]:
    """Return the states that take part, those of the persons counted."""
    return {draft.people.state(actor) or actor for actor in draft.participants}


def _refines(draft: Draft, other: Draft) -> bool:
    """Does another mention give the day in the week that is named here: "next week", "on Monday"?"""
    inside = bool(other.earliest) and draft.earliest <= other.earliest and other.latest <= draft.latest
    if not inside or (other.earliest, other.latest) == (draft.earliest, draft.latest) or len(draft.latest) != 10:
        return False
    week = date.fromisoformat(draft.latest) - date.fromisoformat(draft.earliest)
    return week.days == 6 and "week" in draft.date_text.lower()


def _elsewhere(a: Draft, b: Draft) -> bool:
    return bool(a.place and b.place) and a.place != b.place and (a.place_state != b.place_state or not a.place_state)


def _within(draft: Draft, stay: Draft, drafts: Iterable[Draft]) -> bool:
    """Does a meeting fall into a stay: is its visitor there, the other side at home, and is it near in the text?

    A stay is a visit, or talks at the home of one side.
    """
    if draft.type not in _ON_A_STAY or draft.type == "visit" and stay.type != "talks" and draft.place:
        return False
    if draft.sentence is stay.sentence and stay.type == "visit" and draft.type in ("ministerial", "summit"):
        return True
    visitors = stay.visitors
    there = [actor for actor in visitors if actor in draft.participants]
    if not there and not (
        stay.type == "visit" and any(a in draft.participants for a in stay.participants if a != stay.place_state)
    ):
        return False
    if draft.place:
        return draft.place_state == stay.place_state or draft.place == stay.place
    rest = [actor for actor in draft.participants if actor not in stay.participants]
    at_home = all(draft.people.state(actor) == stay.place_state for actor in rest)
    if stay.type == "visit" and there and stay.at < draft.at:
        # The Speaker who received the guest is at home, although no title says of which state.
        homes = {draft.people.state(actor) for actor in rest} - {stay.place_state}
        at_home = not any(draft.people.is_state(home) for home in homes)
    if stay.type != "visit":
        return bool(there) and bool(rest) and at_home
    if (
        there
        and at_home
        and (rest or draft.type in ("press", "speech", "signing"))
        and _only_stay(stay, there[0], drafts)
    ):
        return True
    if stay.at > draft.at:
        return draft.sentence is stay.sentence
    return draft.sentence.paragraph - stay.sentence.paragraph <= 1


def _only_stay(stay: Draft, visitor: str, drafts: Iterable[Draft]) -> bool:
    """Does the document tell of no other stay of a visitor with this status?"""
    return all(
        d.place_state == stay.place_state
        for d in drafts
        if d.type == "visit" and visitor in d.participants and d.place_state and alike(d, stay)
    )
