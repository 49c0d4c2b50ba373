"""On whose stay a meeting took place: the visit of one who takes part, or of the minister's own president."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from briefing_lib.link.meeting.draft import Draft
from briefing_lib.link.meeting.same import FIRM, alike, touch
from briefing_lib.link.meeting.seats import state_of_body
from briefing_lib.link.people import People

# "During that journey he had talks with Y"
_JOURNEY = re.compile(
    r"(?:During|On|In the course of)\s(?:that|the|this|his|her|their|its|the same)\s(?:[\w-]+\s){0,2}"
    r"(?:visit|trip|journey|tour|stay)\b"
)
_LONG = 7  # days that a stay told by its first day lasts at most
_BELOW = 6  # paragraphs below a stay in which what has no date is told of it


def of_stay(draft: Draft, drafts: list[Draft]) -> tuple[str, str] | None:
    """Return the place of the one stay on which guest and host can have met: by themselves, or by their states."""
    people = draft.people
    homes = homes_of(draft.participants, people)
    if len(homes) > 2:
        return None
    stays: list[tuple[bool, bool, Draft]] = []
    for stay in drafts:
        if stay.type != "visit" or not stay.place_state or stay.spread or not _at_that_time(draft, stay):
            continue
        guests = homes_of(stay.visitors, people)
        own = bool(set(stay.visitors) & set(draft.participants))
        # A minister of the guest's who meets one of the host's is with him; nobody else is of a third state.
        with_guest = len(homes) == 2 and guests | {stay.place_state} == homes
        if not (own or with_guest) or homes - guests - {stay.place_state}:
            continue
        if own and not homes - guests and len(draft.participants) > 1:
            # Two of the guest's own state meet at home as well.
            continue
        day = bool(draft.edtf) and draft.edtf == stay.edtf
        stays.append((not own, not day, stay))
    if not stays:
        return None
    if len({stay.place_state for _, _, stay in stays}) > 1:
        return None
    stay = min(stays, key=lambda found: found[:2])[2]
    return _town(stay, drafts), stay.place_state


def _town(stay: Draft, drafts: list[Draft]) -> str:
    """Return the one town that the guests of a stay are told to be in, where the stay itself names the state alone."""
    if stay.place != stay.place_state:
        return stay.place
    guests = set(stay.visitors)
    towns = {
        other.place
        for other in drafts
        if other.place_state == stay.place_state
        and other.place != other.place_state
        and guests & set(other.participants)
        and (touch(other, stay) or other.status == stay.status)
    }
    return towns.pop() if len(towns) == 1 else stay.place


def that_journey(draft: Draft, near: list[Draft]) -> Draft | None:
    """Return the visit told before that a sentence goes on with: "During that journey he had talks with Y"."""
    if not _JOURNEY.match(draft.people.text, draft.sentence.start):
        return None
    named = draft.people.mentions_in(draft.sentence.start, draft.sentence.end)
    if any(mention.actor == draft.place or mention.text == draft.place for mention in named):
        return None
    stays = [
        d for d in near if d.at < draft.at and d.type == "visit" and d.place_state and d.sentence is not draft.sentence
    ]
    own = [d for d in stays if draft.sentence.paragraph - d.sentence.paragraph <= 1]
    return own[-1] if own and set(own[-1].participants) & set(draft.participants) else None


def _at_that_time(draft: Draft, stay: Draft) -> bool:
    """May a meeting fall into a stay: by its days, or where it has none, by standing near and being told alike?"""
    if not (draft.edtf or draft.date_text):
        near = 0 <= draft.sentence.paragraph - stay.sentence.paragraph <= _BELOW
        return near and (alike(draft, stay) or stay.status in FIRM)
    if len(draft.earliest) != 10 or len(stay.earliest) != 10:
        return False
    if (date.fromisoformat(draft.latest) - date.fromisoformat(draft.earliest)).days > _LONG:
        return False
    after = (date.fromisoformat(draft.earliest) - date.fromisoformat(stay.latest)).days
    return stay.earliest <= draft.latest and after <= (_LONG if stay.earliest == stay.latest else 0)


def home_of(actor: str, people: People) -> str:
    """Return the state somebody belongs to: that of the office, the state itself, or a parliament's."""
    home = people.state(actor) or actor
    return home if people.is_state(home) else state_of_body(home)


def homes_of(actors: Iterable[str], people: People) -> set[str]:
    return {home_of(actor, people) for actor in actors} - {""}
