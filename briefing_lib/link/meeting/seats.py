"""Where a body sits and which town governs a state, on a day: the Security Council in New York, Bonn until 1990."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.link.meeting.capitals_of_states import capital_of


class Seat(NamedTuple):
    """Town of a body from a day up to another; ``meets`` says that its members meet there and nowhere else."""

    place: str
    since: str
    until: str
    meets: bool


@cache
def _bodies() -> dict[str, list[Seat]]:
    seats: dict[str, list[Seat]] = {}
    for row in lexicon.rows("body_seats"):
        seats.setdefault(row["actor"], []).append(Seat(row["place"], row["from"], row["until"], bool(row["meets"])))
    return seats


@cache
def _parliaments() -> dict[str, str]:
    """Return the state of each national parliament."""
    states: dict[str, str] = {}
    for row in lexicon.rows("states"):
        states.setdefault(row["country"], row["actor"])
    return {
        row["actor"]: states.get(row["country"], "")
        for row in lexicon.rows("organisations")
        if row["kind"] == "parliament" and row["country"]
    }


@cache
def _eras() -> tuple[dict[str, list[Seat]], dict[str, list[Seat]]]:
    """Return the capitals of past days, by state and by town; a town that was no capital then has no place."""
    states: dict[str, list[Seat]] = {}
    towns: dict[str, list[Seat]] = {}
    for row in lexicon.rows("seat_eras"):
        if row["kind"] == "capital":
            if row["actor"]:
                states.setdefault(row["actor"], []).append(Seat(row["alias"], row["from"], row["until"], True))
            towns.setdefault(row["alias"], []).append(Seat(row["actor"], row["from"], row["until"], True))
    return states, towns


def _on(seats: list[Seat], day: str) -> Seat | None:
    for seat in seats:
        if not day and not seat.until or day and seat.since[: len(day)] <= day and _before_end(seat, day):
            return seat
    return None


def _before_end(seat: Seat, day: str) -> bool:
    return not seat.until or day < seat.until[: len(day)]


def seat_of(body: str, day: str, meets: bool = False) -> str:
    """Return the town where an organisation sits; empty if it is not known.

    Args:
        body: the organisation.
        day: the day asked for; today's seat if empty.
        meets: whether it must be one whose members meet there and nowhere else, as parliaments do.

    >>> seat_of("United Nations Security Council", "2014-03-12", meets=True), seat_of("NATO", "1961-05-01")
    ('New York', 'Paris')
    >>> seat_of("Riksdag", "", meets=True), seat_of("NATO", "", meets=True)
    ('Stockholm', '')
    """
    if body in _bodies():
        seat = _on(_bodies()[body], day)
        return seat.place if seat and (seat.meets or not meets) else ""
    state = _parliaments().get(body, "")
    return capital_on(state, day) if state else ""


def state_of_body(body: str) -> str:
    """Return the state whose parliament a body is; empty for any other.

    >>> state_of_body("Saeima"), state_of_body("NATO")
    ('Latvia', '')
    """
    return _parliaments().get(body, "")


def capital_on(state: str, day: str) -> str:
    """Return the capital of a state on a day, today's without one; empty if it is not known.

    >>> capital_on("West Germany", "1976-05-27"), capital_on("Nigeria", "1985-01-01"), capital_on("Nigeria", "")
    ('Bonn', 'Lagos', 'Abuja')
    """
    states, towns = _eras()
    then = _on(states.get(state, []), day) if day else None
    if then:
        return then.place
    today = capital_of(state) or seat_of(state, "")  # Brussels acts for the European Union, but governs Belgium
    if not today:
        # A state of the past has the capital it had last.
        return states[state][-1].place if state in states else ""
    past = _on(towns.get(today, []), day) if day else None
    return today if past is None or past.place else ""
