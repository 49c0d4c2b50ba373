"""What is planned as a calendar (iCalendar, RFC 5545), for any calendar program."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from briefing_lib.export.told import Report, events_of, heading, reports, reports_of

_STATUS = {"planned": "CONFIRMED", "expected": "TENTATIVE", "proposed": "TENTATIVE"}


def to_ical(briefing: Any, events: list[str] | None = None) -> bytes:
    """Return the meetings that are planned, expected or proposed as a calendar.

    Args:
        briefing: anything whose attributes are the tables.
        events: names of events to take, all if None; held and cancelled ones and those without a date are left out.

    Returns:
        An iCalendar file in UTF-8, one entry an event from the first to the last day its date can mean; the sentences
        that announce it stand in its description. The same tables give the same bytes on any day: an entry is stamped
        with the day of its last report.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//briefing-notebooks//chronology//EN")
    calendar.add("version", "2.0")
    known = reports(briefing)
    for event in events_of(briefing, events).itertuples():
        if event.status in _STATUS and event.earliest and event.latest:
            calendar.add_component(_entry(event, reports_of(event, known)))
    return calendar.to_ical()


def _entry(event: Any, told: list[Report]) -> Event:
    first, last = date.fromisoformat(event.earliest), date.fromisoformat(event.latest)
    entry = Event()
    entry.add("uid", _uid(event))
    entry.add("dtstamp", _stamp(told, first))
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1))
    entry.add("summary", heading(event) if first == last else f"{heading(event)} ({event.edtf})")
    if event.place:
        entry.add("location", event.place)
    entry.add("status", _STATUS[event.status])
    entry.add("transp", "OPAQUE" if first == last else "TRANSPARENT")
    lines = [f"{event.status}; date as told: {event.edtf}"]
    lines += [f"{r.published or 'no date'}, {r.document}, {r.status}: {r.sentence}" for r in told]
    entry.add("description", "\n".join(lines))
    return entry


def _uid(event: Any) -> str:
    """Name an entry after who meets and what first told of it, so that a calendar knows it again when it moves."""
    words = "|".join([event.type, *event.participants, *event.mentions[:1]])
    return f"{hashlib.sha256(words.encode()).hexdigest()[:24]}@briefing-notebooks"


def _stamp(told: list[Report], otherwise: date) -> datetime:
    days = [r.published[:10] for r in told if len(r.published) >= 10]
    try:
        day = date.fromisoformat(max(days)) if days else otherwise
    except ValueError:  # a season or an unspecified day, as EDTF allows
        day = otherwise
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
