"""Events as a reader would name them: who, what, where and when, for titles and for the values of a control."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

import pandas as pd

from briefing_lib.at_hand import numbered
from briefing_lib.view.labels import shorten

LONGEST = 90
"""Characters of a name in a list."""


class Events(NamedTuple):
    """Events of the briefing, as the values of a control: those told of by most documents first."""

    most: int = 1000
    """Events offered; a list of more is nothing to choose from."""


def name_of(events: pd.DataFrame, event: str) -> str:
    """Return an event's number with its parties, type, place and date, as far as they are known.

    Args:
        events: the table of events.
        event: its number, such as ``e7``.

    >>> from briefing_lib.tables import frame
    >>> row = ("e1", "talks", ["Chad", "Kenya"], "Nairobi", "2024-05", "", "", "held", [], ["a"], [], [], [], "", "")
    >>> name_of(frame("events", [row]), "e1")
    'e1: Chad, Kenya, talks, Nairobi, 2024-05'
    """
    known = numbered(events, "event")
    columns = events[["event", "participants", "type", "place", "edtf"]]
    row: Any = next(columns[known.codes == known.place(event)].itertuples())
    return _said(row)


def names_of(events: pd.DataFrame, known: Collection[str]) -> dict[str, str]:
    """Return what events are called, by their numbers; what is no event is left out."""
    if not known:
        return {}
    columns = events.loc[events["event"].isin(list(known)), ["event", "participants", "type", "place", "edtf"]]
    return {row.event: _said(row) for row in columns.itertuples()}


def _said(row: Any) -> str:
    parts = (", ".join(row.participants[:4]) or "parties not named", row.type, row.place, row.edtf)
    return f"{row.event}: {', '.join(part for part in parts if part)}"


def event_options(choice: Events, briefing: Any, kept: str = "") -> list[tuple[str, str]]:
    """Return the events to choose from, as pairs of what is shown and the event's number.

    Args:
        choice: how many may be offered.
        briefing: anything whose attributes are the tables.
        kept: an event to be offered in any case, if there is one of that number.

    Returns:
        The event told of by most documents first; of equals, the earlier row first.
    """
    events = briefing.events[["event", "participants", "type", "place", "edtf", "documents"]]
    told = events["documents"].map(len)
    first = told.sort_values(ascending=False, kind="stable").index[: choice.most]
    shown = events.loc[first]
    if kept and kept not in set(shown["event"]):
        shown = pd.concat([shown, events[events["event"] == kept]])
    return [
        (shorten(f"{_said(row)} ({len(row.documents)} document{'s' * (len(row.documents) != 1)})", LONGEST), row.event)
        for row in shown.itertuples()
    ]
