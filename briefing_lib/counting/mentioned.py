"""Which rows of the table of meetings an event was made of."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import at_hand, numbered


class Told(NamedTuple):
    """Mentions of events, one event's after the other's, in order of report.

    Attributes:
        events: position of the event of each.
        rows: position of its row in the table of meetings.
    """

    events: np.ndarray
    rows: np.ndarray


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
    told = told_of(events, meetings)
    labels = meetings.index.to_numpy()[told.rows]
    parts = np.split(labels, np.searchsorted(told.events, np.arange(1, len(events))))
    return {name: own.tolist() for name, own in zip(events["event"].tolist(), parts, strict=False)}


def told_of(events: pd.DataFrame, meetings: pd.DataFrame, voice: str = "") -> Told:
    """Return the mentions of all events, as ``meetings_of``; kept at hand.

    Args:
        events: the events.
        meetings: the mentions.
        voice: only mentions by this voice; empty for all.
    """
    found: _Found = at_hand(_found, events, meetings)
    if not voice and not len(found.shared):
        return found.alone
    kept = numbered(meetings, "voice").having(voice.__eq__) if voice else np.ones(len(meetings), dtype=bool)
    held = kept[found.alone.rows]
    if not len(found.shared):
        return Told(found.alone.events[held], found.alone.rows[held])
    chosen = at_hand(_chosen, events, meetings, voice=voice)
    owners, rows = (np.concatenate([a[held], b]) for a, b in zip(found.alone, chosen, strict=True))
    order = np.argsort(owners, kind="stable")
    return Told(owners[order], rows[order])


class _Found(NamedTuple):
    """Mentions of the events whose places have one row each; and the other events, with the rows at their places."""

    alone: Told
    shared: np.ndarray
    places: list[list[list[int]]]


def _found(events: pd.DataFrame, meetings: pd.DataFrame) -> _Found:
    columns = (meetings[name].tolist() for name in ("document", "start", "end"))
    at: dict[str, list[int]] = {}
    for row, (document, start, end) in enumerate(zip(*columns, strict=True)):
        at.setdefault(f"{document}:{start}-{end}", []).append(row)
    first = {place: rows[0] if len(rows) == 1 else -2 for place, rows in at.items()}
    lists = events["mentions"].tolist()
    sizes = np.array([len(places) for places in lists], dtype=np.int64)
    owners = np.repeat(np.arange(len(lists)), sizes)
    found = (first.get(place, -1) for places in lists for place in places)
    rows = np.fromiter(found, dtype=np.int64, count=int(sizes.sum()))
    # An event that names a place twice has the row there once.
    pairs = np.sort(np.where(rows >= 0, owners * (len(meetings) + 1) + rows, -1))
    again = pairs[1:][(np.diff(pairs) == 0) & (pairs[1:] >= 0)] // (len(meetings) + 1)
    shared = np.union1d(owners[rows == -2], again)
    alone = (rows >= 0) & ~np.isin(owners, shared)
    places = [[at.get(place, []) for place in lists[event]] for event in shared.tolist()]
    return _Found(Told(owners[alone], rows[alone]), shared, places)


def _chosen(events: pd.DataFrame, meetings: pd.DataFrame, voice: str) -> Told:
    """Return the mentions of events that share places with others."""
    found: _Found = at_hand(_found, events, meetings)
    voices = meetings["voice"].tolist() if voice else []
    kinds, parties = meetings["type"].tolist(), meetings["participants"].tolist()
    own = events.iloc[found.shared]
    owners: list[int] = []
    chosen: list[int] = []
    columns = (own["type"].tolist(), own["participants"].tolist())
    for event, places, kind, names in zip(found.shared.tolist(), found.places, *columns, strict=True):
        taken: list[int] = []
        wanted = frozenset(names)
        for rows in places:
            there = [row for row in rows if row not in taken and (not voice or voices[row] == voice)]
            if there:
                taken.append(max(there, key=lambda row: _fit(row, wanted, kind, parties, kinds)))
        owners += [event] * len(taken)
        chosen += taken
    return Told(np.array(owners, dtype=np.int64), np.array(chosen, dtype=np.int64))


def _fit(row: int, wanted: frozenset[str], kind: str, parties: list[Any], kinds: list[str]) -> tuple[int, bool, int]:
    return len(wanted.intersection(parties[row])), kinds[row] == kind, -row
