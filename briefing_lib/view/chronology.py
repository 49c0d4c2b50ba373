"""Who met whom, when, where, and whether it took place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from briefing_lib import export
from briefing_lib.tables import LIST_SEPARATOR
from briefing_lib.view import View, labels, periods, theme, timeline
from briefing_lib.view.choices import From, Range

TITLE = "Who met whom, and when"
MOST = 400
"""Meetings drawn at most: more could not be told apart, and would burden the page."""
LEVEL = 22.0
"""Pixels from one level of a lane to the next."""
POINT = 16.0
"""Pixels a point takes along the axis."""


class Item(NamedTuple):
    """An event, or a mention of one, as drawn."""

    key: str
    type: str
    participants: list[str]
    place: str
    edtf: str
    span: periods.Span | None
    status: str
    rows: list[int]
    documents: list[str]


def chronology(
    briefing: Any,
    *,
    lanes: Literal["participant", "pair"] = "participant",
    rows: Literal["events", "mentions"] = "events",
    participant: Annotated[str, From("events", "participants")] = "",
    type: Literal[
        "all", "visit", "talks", "summit", "call", "press", "speech", "ministerial", "signing", "other"
    ] = "all",
    status: Literal["all", "held", "planned", "expected", "proposed", "postponed", "cancelled", "denied"] = "all",
    limit: Annotated[int, Range(3, 40)] = 15,
) -> View:
    """Show meetings on a line of time.

    Args:
        briefing: anything whose attributes are the tables.
        lanes: a line for each participant, or for each pair; meetings of more than two parties are no pairs and
            share a line.
        rows: meetings merged over their mentions, or each mention by itself.
        participant: only meetings with this one; empty for all.
        type: only meetings of this type.
        status: only meetings with this status, as reported last.
        limit: most lines to draw, those with most meetings; the table has all.

    Returns:
        The view; its marks hold rows of ``meetings``. A point is a day; a bar goes from the first to the last day
        a date can mean. Meetings without a date are in the table.
    """
    items = _events(briefing) if rows == "events" else _mentions(briefing)
    items = [
        item
        for item in items
        if (not participant or participant in item.participants)
        and type in ("all", item.type)
        and status in ("all", item.status)
    ]
    table = pd.DataFrame(
        [
            (i.edtf, i.type, " | ".join(i.participants), i.place, i.status, len(i.rows), len(i.documents), i.key)
            for i in sorted(items, key=lambda i: (i.span is None, i.span or (), i.key))
        ],
        columns=["date", "type", "participants", "place", "status", "mentions", "documents", "mark"],
    )
    dated = [item for item in items if item.span]
    undated = labels.count(len(items) - len(dated), "meeting")
    if not dated:
        reason = f"No date is known for {undated}; the table lists them." if items else "No meeting is reported."
        marks = {i.key: [("meetings", r) for r in i.rows] for i in items}
        return View(theme.nothing(TITLE, reason), table, marks, _files(briefing, rows, items))
    drawn = sorted(dated, key=lambda i: (-len(i.rows), i.span or (), i.key))[:MOST]
    lines, left = _lines(drawn, lanes, participant, limit)
    figure = _draw(briefing, lines, participant)
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
    marks = {i.key: [("meetings", r) for r in i.rows] for i in items}
    return View(figure, table, marks, _files(briefing, rows, items))


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


def _events(briefing: Any) -> list[Item]:
    meetings = briefing.meetings
    named = (meetings["document"] + ":" + meetings["start"].astype(str) + "-" + meetings["end"].astype(str)).tolist()
    index = dict(zip(named, meetings.index, strict=True))
    items = []
    for row in briefing.events.itertuples():
        found = [int(index[mention]) for mention in row.mentions if mention in index]
        if found:
            documents = list(dict.fromkeys(meetings.loc[found, "document"]))
            items.append(
                Item(
                    row.event, row.type, list(row.participants), row.place, row.edtf,
                    periods.span_of(row.earliest, row.latest), row.status, found, documents,
                )
            )  # fmt: skip
    return items


def _mentions(briefing: Any) -> list[Item]:
    return [
        Item(
            f"mention {index}", row.type, list(row.participants), row.place, row.edtf,
            periods.span_of(row.earliest, row.latest), row.status, [int(index)], [row.document],
        )
        for index, row in zip(briefing.meetings.index, briefing.meetings.itertuples(), strict=True)
    ]  # fmt: skip


def _names(item: Item, lanes: str, participant: str) -> list[str]:
    """Return the lines an item stands on."""
    parties = item.participants
    if not parties:
        return ["(parties not named)"]
    if lanes == "participant":
        return [p for p in parties if p != participant] or [participant]
    if len(parties) == 1:
        return [f"{parties[0]} (others not named)"]
    return [f"{parties[0]} – {parties[1]}"] if len(parties) == 2 else ["(more than two parties)"]


def _lines(items: list[Item], lanes: str, participant: str, limit: int) -> tuple[dict[str, list[Item]], int]:
    """Return the lines drawn with their items, the line with most on top, and how many lines are left out."""
    lines: dict[str, list[Item]] = {}
    for item in items:
        for name in _names(item, lanes, participant):
            lines.setdefault(name, []).append(item)
    order = sorted(lines, key=lambda name: (name.startswith("("), -len(lines[name]), name))
    drawn = {name: sorted(lines[name], key=lambda i: (i.span, i.key)) for name in order[:limit]}
    return drawn, len(order) - len(drawn)


def levels(items: list[Item], pixels_a_day: float) -> list[int]:
    """Return the level of each item in its line, so that none stands on another.

    Args:
        items: in order of date.
        pixels_a_day: scale of the axis at its narrowest.
    """
    ends: list[float] = []
    found = []
    for item in items:
        assert item.span
        first, last = (day.toordinal() * pixels_a_day for day in item.span)
        last += pixels_a_day
        centre = (first + last) / 2
        low, high = min(first, centre - POINT / 2), max(last, centre + POINT / 2)
        level = next((n for n, end in enumerate(ends) if end <= low), len(ends))
        if level == len(ends):
            ends.append(high)
        ends[level] = high + 2
        found.append(level)
    return found


def _draw(briefing: Any, lines: dict[str, list[Item]], participant: str) -> go.Figure:
    names = [
        " – ".join(labels.shorten(part, 40 if " – " not in name else 26) for part in name.split(" – "))
        for name in lines
    ]
    left = round(labels.widest(names)) + 22
    room = theme.WIDTH - left - 24
    shown = sorted({i.key: i.span for items in lines.values() for i in items if i.span}.values())
    window = periods.main_part(shown)
    days = (window[1] - window[0]).days * 1.08 + 15
    stacked = {name: levels(items, room / days) for name, items in lines.items()}
    base, heights = 0.0, {}
    for name, level in stacked.items():
        heights[name] = base
        base += max(level) + 1 + 0.45
    statuses = [s for s in theme.STATUS_SYMBOLS if any(i.status == s for items in lines.values() for i in items)]
    outside = sum(not (window[0] <= span[1] and span[0] <= window[1]) for span in shown)
    figure = theme.sheet(
        f"{TITLE}: {participant}" if participant else TITLE,
        "A point is a day; a bar covers all days a date can mean."
        + (f" {labels.count(outside, 'meeting')} before or after: double-click shows all." if outside else ""),
        height=max(110, LEVEL * base),
    )
    told = {d for items in lines.values() for item in items for d in item.documents[:5]}
    titles = labels.document_names(briefing.documents[briefing.documents["document"].isin(told)], 44)
    figure.update_layout(shapes=_stripes(heights, base))
    for status in statuses:
        placed = [
            (item, heights[name] + level)
            for name, items in lines.items()
            for item, level in zip(items, stacked[name], strict=True)
            if item.status == status
        ]
        hover = [_said(item, titles) for item, _ in placed]
        keys = [item.key for item, _ in placed]
        rows = [row for _, row in placed]
        colour = theme.STATUS_COLOURS[status]
        wide = [item.span if item.span and item.span[0] < item.span[1] else None for item, _ in placed]
        figure.add_trace(theme.spans(wide, rows, [colour] * len(rows), keys, hover))
        figure.add_trace(
            go.Scatter(
                x=[periods.noon(item.span) for item, _ in placed if item.span],
                y=rows,
                mode="markers",
                name=status or "status unknown",
                marker={
                    "symbol": theme.STATUS_SYMBOLS[status],
                    "color": colour,
                    "size": 12,
                    "line": {"width": 2 if theme.STATUS_SYMBOLS[status].endswith("open") else 0, "color": colour},
                },
                customdata=keys,
                hovertext=hover,
                hoverinfo="text",
            )
        )
    timeline.time_axis(figure, [window], room)
    middles = [heights[name] + max(level) / 2 for name, level in stacked.items()]
    figure.update_yaxes(tickvals=middles, ticktext=[labels.plain(name) for name in names], range=[base - 0.72, -0.72])
    figure.update_layout(margin_l=left, barmode="overlay", dragmode="pan")
    figure.update_xaxes(fixedrange=False)
    theme.add_legend(figure)
    return figure


def _stripes(heights: dict[str, float], base: float) -> list[dict]:
    """Return a faint band behind every other line, so that the eye keeps to its line."""
    edges = [*heights.values(), base]
    return [
        {
            "type": "rect", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "layer": "below", "line": {"width": 0},
            "y0": edges[n] - 0.72, "y1": edges[n + 1] - 0.72, "fillcolor": "rgba(128,134,144,0.08)",
        }
        for n in range(0, len(heights), 2)
    ]  # fmt: skip


def _said(item: Item, titles: dict[str, str]) -> str:
    """Return who, where, when, and who reports it."""
    who = labels.plain(", ".join(item.participants[:6]) or "parties not named")
    if len(item.participants) > 6:
        who += f" and {len(item.participants) - 6} more"
    where = f" in {labels.plain(item.place)}" if item.place else ""
    told = "<br>".join(labels.plain(titles.get(d, d)) for d in item.documents[:5])
    more = f"<br>and {len(item.documents) - 5} more" if len(item.documents) > 5 else ""
    return (
        f"<b>{who}</b><br>{item.type}{where}, {labels.plain(item.edtf)}: {item.status or 'status unknown'}<br>"
        f"<b>{labels.count(len(item.rows), 'mention')}</b> in {labels.count(len(item.documents), 'document')}:"
        f"<br>{told}{more}"
    )
