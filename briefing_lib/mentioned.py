"""Which rows of the table of meetings an event was made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd


def meetings_of(events: pd.DataFrame, meetings: pd.DataFrame) -> dict[str, list[int]]:
    """Return the labels of the mentions of each event, in order of report.

    Args:
        events: the events.
        meetings: the mentions; those a filter has left out are passed over.

    Where two mentions stand at the same words - "met both Kenya and Peru" is two meetings - the one of the event's type
    and parties is taken.

    >>> from briefing_lib.tables import frame
    >>> of = lambda party: ("d", "d#1", 0, 9, "met them", "talks", [party], *[""] * 9)
    >>> event = lambda name, party: (name, "talks", [party], *[""] * 5, [], ["d"], ["d:0-9"], [], [], "", "")
    >>> meetings_of(frame("events", [event("e1", "Peru"), event("e2", "Kenya")]),
    ...             frame("meetings", [of("Kenya"), of("Peru")]))
    {'e1': [1], 'e2': [0]}
    """
    at: dict[str, list[tuple[int, str, frozenset[str]]]] = {}
    columns = [meetings[name].tolist() for name in ("document", "start", "end", "type", "participants")]
    for label, document, start, end, kind, parties in zip(meetings.index.tolist(), *columns, strict=True):
        at.setdefault(f"{document}:{start}-{end}", []).append((label, kind, frozenset(parties)))
    return {
        name: _of_event(kind, frozenset(parties), mentions, at)
        for name, kind, parties, mentions in zip(
            events["event"], events["type"], events["participants"], events["mentions"], strict=True
        )
    }


def _of_event(kind: str, parties: frozenset[str], mentions: Iterable[str], at: dict[str, list[Any]]) -> list[int]:
    taken: list[int] = []
    for mention in mentions:
        there = [row for row in at.get(mention, ()) if row[0] not in taken]
        if there:
            taken.append(max(there, key=lambda row: (len(parties & row[2]), row[1] == kind, -row[0]))[0])
    return taken
