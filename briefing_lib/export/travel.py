"""Visits in the columns of data on leaders' travel: who travelled, in which office, from where to where, when, why."""

from __future__ import annotations

from typing import Any

import pandas as pd

from briefing_lib.export.told import events_of
from briefing_lib.tables import Event

COLUMNS = [
    *("traveller", "position", "from", "to", "place", "start", "end", "date", "status", "purpose"),
    *("cameo", "event", "documents", "mentions"),
]
_NAMES = {"press": "press conference", "ministerial": "ministerial meeting", "call": ""}


def visits(briefing: Any, events: list[str] | None = None) -> pd.DataFrame:
    """Return one row for each traveller of each visit.

    Args:
        briefing: anything whose attributes are the tables.
        events: names of events to take, all if None.

    Returns:
        A table with the columns ``traveller``; ``position`` held, as far as known; ``from`` and ``to``, ISO
        3166-1 alpha-3 codes of home and host; ``place``; ``start`` and ``end``, first and last day as ISO
        dates; ``date`` as EDTF, with the precision the documents give; ``status``; ``purpose``, what else is
        told of the traveller there in those days; ``cameo``, 042, or 036 where the visit is only intended;
        ``event``, ``documents`` and ``mentions``, the evidence. Where a person and the state are both told of,
        the person travels. Where no host can be told, ``to`` is empty and all who took part are listed.
    """
    known = briefing.actors.drop_duplicates("actor").set_index("actor")
    country = known["country"].to_dict()
    position, kind = known["position"].to_dict(), known["type"].to_dict()
    rows = []
    everything = [Event(*row) for row in briefing.events.itertuples(index=False, name=None)]
    for row in events_of(briefing, events).itertuples(index=False, name=None):
        event = Event(*row)
        if event.type != "visit":
            continue
        host = country.get(event.place, "")
        home = {p: country.get(p, "") for p in event.participants}
        travellers = [p for p in event.participants if not host or home[p] != host]
        persons = {home[p] for p in travellers if kind.get(p) == "person"} - {""}
        for traveller in travellers:
            if kind.get(traveller) == "state" and home[traveller] in persons:
                continue
            rows.append(
                (
                    traveller, position.get(traveller, ""), home[traveller], host, event.place, event.earliest,
                    event.latest, event.edtf, event.status, _purpose(event, traveller, host, country, everything),
                    event.code, event.event, event.documents, event.mentions,
                )
            )  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS)


def _purpose(visit: Event, traveller: str, host: str, country: dict[str, str], events: list[Event]) -> str:
    """Say what else is told of a traveller in the days of a visit: talks with whom, which summit."""
    if not visit.earliest:
        return ""
    said = []
    for event in events:
        if event.event == visit.event or event.type == "visit" or not event.earliest:
            continue
        place = country.get(event.place, "")
        if traveller not in event.participants or (place and host and place != host):
            continue
        inside = visit.earliest <= event.earliest and event.latest <= visit.latest
        if not inside or not event.type or _NAMES.get(event.type, event.type) == "":
            continue
        others = [p for p in event.participants if p != traveller]
        name = _NAMES.get(event.type, event.type)
        said.append(f"{name} with {', '.join(others)}" if others else name)
    return "; ".join(dict.fromkeys(said))
