"""Who met whom, when, where, and whether it took place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import Annotated, Any, Literal

import numpy as np
import pandas as pd

from briefing_lib import export
from briefing_lib.tables import LIST_SEPARATOR
from briefing_lib.view import View
from briefing_lib.view.choices import From, Range
from briefing_lib.view.drawing import labels, theme
from briefing_lib.view.drawing.listing import Listing
from briefing_lib.view.events.lanes import TITLE, draw, lines_of
from briefing_lib.view.events.meetings import COLUMNS, Item, Meetings, events_of, mentions_of, window_of

MOST = 400
"""Meetings drawn at most: more could not be told apart, and would burden the page."""


def chronology(
    briefing: Any,
    *,
    lanes: Literal["participant", "pair"] = "participant",
    rows: Literal["events", "mentions"] = "events",
    participant: Annotated[str, From("events", "participants")] = "",
    counterpart: Annotated[str, From("events", "participants")] = "",
    type: Literal[
        "all", "visit", "talks", "summit", "call", "press", "speech", "ministerial", "signing", "other"
    ] = "all",
    status: Literal["all", "held", "planned", "expected", "proposed", "postponed", "cancelled", "denied"] = "all",
    voice: Annotated[str, From("meetings", "voice")] = "",
    since: str = "",
    until: str = "",
    limit: Annotated[int, Range(3, 40)] = 15,
) -> View:
    """Show meetings on a line of time.

    Args:
        briefing: anything whose attributes are the tables.
        lanes: a line for each participant, or for each pair; meetings of more than two parties are no pairs and
            share a line.
        rows: meetings merged over their mentions, or each mention by itself.
        participant: only meetings with this one; empty for all.
        counterpart: only meetings with this one as well, so that a pair is left; empty for all.
        type: only meetings of this type.
        status: only meetings with this status, as reported last.
        voice: only what this voice tells of; empty for all.
        since: only meetings on or after this day, month or year: 2024-04-09, 2024-04 or 2024.
        until: only meetings on or before this day, month or year.
        limit: most lines to draw, those with most meetings; the table has all.

    Returns:
        The view; its marks hold rows of ``meetings``, in order of report, and its notes say where sources differ and
        why the mentions are of one meeting. A point is a day; a bar goes from the first to the last day a date can
        mean. Meetings without a date are in the table.
    """
    try:
        window = window_of(since, until)
    except ValueError as error:
        return View(theme.nothing(TITLE, str(error)), pd.DataFrame([], columns=COLUMNS), {})
    wanted = {name for name in (participant, counterpart) if name}
    told = events_of(briefing, voice) if rows == "events" else mentions_of(briefing, voice)
    items = told.asked(wanted, type, status, window)
    listing = Listing(len(items), partial(told.table, items))
    rest = (listing, told.marks(items), _files(briefing, rows, told, items), Notes(told, items))
    dated = told.dated(items)
    undated = labels.count(len(items) - len(dated), "meeting")
    if not len(dated):
        reason = f"No date is known for {undated}; the table lists them." if len(items) else "No meeting is reported."
        return View(theme.nothing(TITLE, reason), *rest)
    drawn = told.told_most(dated, MOST)
    lines, left = lines_of(drawn, lanes, participant, limit)
    figure = draw(briefing, lines, " and ".join(name for name in (participant, counterpart) if name))
    notes = [f"{undated} without a date: see the table." if len(items) > len(dated) else ""]
    if len(drawn) < len(dated):
        notes.append(f"The {MOST} meetings told of most often, of {len(dated):,}, are drawn.")
    if left:
        notes.append(f"{labels.count(left, 'line')} with fewer meetings not drawn.")
    note = " ".join(n for n in notes if n)
    if note:
        figure.add_annotation(
            x=1, y=0, xref="paper", yref="paper", xanchor="right", yanchor="top", yshift=-36, showarrow=False,
            text=labels.plain(note), font={"size": 11, "color": theme.TEXT},
        )  # fmt: skip
        figure.update_layout(height=figure.layout.height + 18, margin_b=figure.layout.margin.b + 18)
    return View(figure, *rest)


class Notes(Mapping[str, list[str]]):
    """What is said of meetings above their sentences, put into words when it is asked for."""

    def __init__(self, told: Meetings, rows: np.ndarray):
        self._told, self._rows = told, rows

    @cached_property
    def _places(self) -> dict[str, int]:
        return dict(zip(self._told.keys[self._rows].tolist(), self._rows.tolist(), strict=True))

    def __getitem__(self, key: str) -> list[str]:
        [item] = self._told.items(np.array([self._places[key]]))
        return _notes(item)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._rows)


def _notes(item: Item) -> list[str]:
    """Return what is said of a meeting above its sentences."""
    differ = [f"Sources differ on its {line}" for line in item.differ]
    stay = [f"Took place on the visit {item.part_of}: {item.stay}"] if item.part_of else []
    # "same participants and day (wire:10-15)": where it stands is shown below, here it is enough how many say so
    reasons = Counter(reason.rpartition(" (")[0] for reason in item.why)
    why = "; ".join(f"{reason} ({labels.count(n, 'mention')})" for reason, n in reasons.items())
    return [*differ, *stay, *([f"One meeting, because: {why}"] if why else [])]


def _files(briefing: Any, rows: str, told: Meetings, items: np.ndarray) -> dict[str, Callable[[], bytes]]:
    """Return the events shown for calendars, TimelineJS and travel data; nothing is written before it is asked for."""
    if rows != "events":
        return {}

    def shown() -> list[str]:
        return told.keys[items].tolist()

    def table_of_visits() -> bytes:
        table = export.visits(briefing, shown())
        lists = {name: table[name].map(LIST_SEPARATOR.join) for name in ("documents", "mentions")}
        return table.assign(**lists).to_csv(index=False).encode("utf-8-sig")

    return {
        "ics": lambda: export.to_ical(briefing, shown()),
        "timelinejs.json": lambda: export.to_timelinejs(briefing, shown()),
        "visits.csv": table_of_visits,
    }
