"""Events as a reader would name them: who, what, where and when, for titles and for the values of a control."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import numbered
from briefing_lib.view.account.event_ranks import ranked
from briefing_lib.view.drawing import labels

LONGEST = 90
"""Characters of a name in a list."""
NAMED = 3
"""Participants named on the label of a row."""


class Events(NamedTuple):
    """Events of the briefing, as the values of a control: those told of by most documents first."""

    most: int = 1000
    """Events offered; a list of more is nothing to choose from."""


def label_of(participants: Sequence[str], kind: str, when: str) -> tuple[str, str]:
    """Return who met, and what it was and when, as the two parts of a row's label.

    >>> label_of(["Chad", "Kenya", "Mali", "Peru"], "talks", "2024-05")
    ('Chad, Kenya and 2 more', 'talks, 2024-05')
    >>> label_of([], "summit", "")
    ('parties not named', 'summit')
    """
    most = len(participants) if len(participants) <= NAMED else NAMED - 1
    more = f" and {len(participants) - most} more" if len(participants) > most else ""
    who = f"{', '.join(participants[:most])}{more}" or "parties not named"
    return who, ", ".join(part for part in (kind, when) if part)


def short_range(edtf: str) -> str:
    """Return a range of days without what its second end repeats, as ISO 8601 allows; other dates as they are.

    >>> short_range("2024-04-08/2024-04-09"), short_range("2024-04-29/2024-05-02"), short_range("2024-05")
    ('2024-04-08/09', '2024-04-29/05-02', '2024-05')
    """
    first, _, last = edtf.partition("/")
    if len(first) != 10 or len(last) != 10 or first[:4] != last[:4]:
        return edtf
    return f"{first}/{last[8:] if first[:7] == last[:7] else last[5:]}"


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
    return {str(row.event): _said(row) for row in columns.itertuples()}


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
        In the order of ``event_ranks.ranked``: the event told of by most documents first.
    """
    ranks = ranked(briefing.events, briefing.meetings)
    events = briefing.events[["event", "participants", "type", "place", "edtf"]]
    offered = ranks.order[: choice.most]
    if kept:
        others = np.flatnonzero((events["event"] == kept).to_numpy())
        offered = np.concatenate([offered, others[~np.isin(others, offered)]])
    told = [labels.count(number, "document") for number in ranks.documents[offered].tolist()]
    shown = events.take(offered).itertuples()
    return [(labels.shorten(f"{_said(row)} ({by})", LONGEST), row.event) for row, by in zip(shown, told, strict=True)]
