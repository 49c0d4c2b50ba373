"""Who met whom, when, where, and whether it took place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Literal

import pandas as pd

from briefing_lib import export
from briefing_lib.tables import LIST_SEPARATOR
from briefing_lib.view import View, labels, theme
from briefing_lib.view.choices import From, Range
from briefing_lib.view.lanes import TITLE, draw, lines_of
from briefing_lib.view.meetings import Item, events_of, lies_in, mentions_of, window_of

MOST = 400
"""Meetings drawn at most: more could not be told apart, and would burden the page."""
_COLUMNS = [
    *("date", "type", "participants", "place", "status", "mentions", "documents", "code", "sources differ", "part of"),
    "mark",
]


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
        return View(theme.nothing(TITLE, str(error)), _table([]), {})
    wanted = {name for name in (participant, counterpart) if name}
    items = [
        item
        for item in (events_of(briefing, voice) if rows == "events" else mentions_of(briefing, voice))
        if wanted.issubset(item.participants)
        and type in ("all", item.type)
        and status in ("all", item.status)
        and lies_in(item, window)
    ]
    marks = {i.key: [("meetings", r) for r in i.rows] for i in items}
    rest = (_table(items), marks, _files(briefing, rows, items), Notes({i.key: i for i in items}))
    dated = [item for item in items if item.span]
    undated = labels.count(len(items) - len(dated), "meeting")
    if not dated:
        reason = f"No date is known for {undated}; the table lists them." if items else "No meeting is reported."
        return View(theme.nothing(TITLE, reason), *rest)
    drawn = sorted(dated, key=lambda i: (-len(i.rows), i.span or (), i.key))[:MOST]
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

    def __init__(self, items: dict[str, Item]):
        self._items = items

    def __getitem__(self, key: str) -> list[str]:
        return _notes(self._items[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)


def _table(items: list[Item]) -> pd.DataFrame:
    lines = [
        (
            i.edtf, i.type, LIST_SEPARATOR.join(i.participants), i.place, i.status, len(i.rows), len(i.documents),
            i.code, LIST_SEPARATOR.join(i.differ), i.part_of, i.key,
        )
        for i in sorted(items, key=lambda i: (i.span is None, i.span or (), i.key))
    ]  # fmt: skip
    return pd.DataFrame(lines, columns=_COLUMNS)


def _notes(item: Item) -> list[str]:
    """Return what is said of a meeting above its sentences."""
    differ = [f"Sources differ on its {line}" for line in item.differ]
    stay = [f"Took place on the visit {item.part_of}: {item.stay}"] if item.part_of else []
    # "same participants and day (wire:10-15)": where it stands is shown below, here it is enough how many say so
    reasons = Counter(reason.rpartition(" (")[0] for reason in item.why)
    why = "; ".join(f"{reason} ({labels.count(n, 'mention')})" for reason, n in reasons.items())
    return [*differ, *stay, *([f"One meeting, because: {why}"] if why else [])]


def _files(briefing: Any, rows: str, items: list[Item]) -> dict[str, Callable[[], bytes]]:
    """Return the events shown for calendars, TimelineJS and travel data; nothing is written before it is asked for."""
    if rows != "events":
        return {}
    shown = [item.key for item in items]

    def table_of_visits() -> bytes:
        table = export.visits(briefing, shown)
        lists = {name: table[name].map(LIST_SEPARATOR.join) for name in ("documents", "mentions")}
        return table.assign(**lists).to_csv(index=False).encode("utf-8-sig")

    return {
        "ics": lambda: export.to_ical(briefing, shown),
        "timelinejs.json": lambda: export.to_timelinejs(briefing, shown),
        "visits.csv": table_of_visits,
    }
