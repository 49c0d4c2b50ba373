"""Which visit a meeting took place on: the talks, the signing and the press conference of a stay stand under it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing_lib.link.event.groups import FINE, same_place
from briefing_lib.link.people import state_of_place
from briefing_lib.tables import Event

_AHEAD = frozenset({"planned", "expected", "proposed"})
_OFF = frozenset({"cancelled", "denied", "postponed"})


def with_visits(events: Sequence[Event]) -> list[Event]:
    """Return the events, each with the visit it is part of.

    A meeting is part of a visit if the guest takes part in it, on the days of the visit and not in another country.
    Both must be dated to within a few days; a visit that was called off has no part that was not.
    """
    stays: dict[str, list[Event]] = {}
    for event in events:
        if event.type == "visit" and _days(event) <= FINE:
            for guest in _guests(event):
                stays.setdefault(guest, []).append(event)
    found = []
    for event in events:
        fitting = [
            stay
            for party in event.participants
            for stay in stays.get(party, ())
            if event.type not in ("visit", "call") and _is_on(event, stay)
        ]
        best = min(fitting, key=lambda stay: (stay.place != event.place, _days(stay), stay.event), default=None)
        found.append(event._replace(part_of=best.event) if best else event)
    # Talks that were held on a visit say that the visit was made, though nothing else tells more than its plan.
    made = {event.part_of for event in found if event.status == "held" and event.part_of}
    return [e._replace(status="held") if e.event in made and e.status in _AHEAD else e for e in found]


def _guests(visit: Event) -> list[str]:
    """Return who travels: all but the host."""
    return [party for party in visit.participants if party != (state_of_place(visit.place) or visit.place)]


def _is_on(event: Event, stay: Event) -> bool:
    if _days(event) > FINE or not stay.earliest <= event.earliest <= event.latest <= stay.latest:
        return False
    if stay.status in _OFF and event.status not in _OFF:
        return False
    return same_place(event.place, stay.place) or state_of_place(event.place) == state_of_place(stay.place) != ""


def _days(event: Event) -> int:
    if not event.earliest or not event.latest:
        return FINE + 1
    return (date.fromisoformat(event.latest) - date.fromisoformat(event.earliest)).days
