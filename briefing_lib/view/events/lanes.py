"""Meetings drawn on a line of time: a lane for each participant or pair, levels so that none hides another."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from briefing_lib.view.drawing import labels, periods, theme, timeline
from briefing_lib.view.events.meetings import Item

TITLE = "Who met whom, and when"
LEVEL = 22.0
"""Pixels from one level of a lane to the next."""
POINT = 16.0
"""Pixels a point takes along the axis."""
_DIFFERENCES = 3  # lines of a hover text


def names_of(item: Item, lanes: str, participant: str) -> list[str]:
    """Return the lines an item stands on."""
    parties = item.participants
    if not parties:
        return ["(parties not named)"]
    if lanes == "participant":
        return [p for p in parties if p != participant] or [participant]
    if len(parties) == 1:
        return [f"{parties[0]} (others not named)"]
    return [f"{parties[0]} – {parties[1]}"] if len(parties) == 2 else ["(more than two parties)"]


def lines_of(items: list[Item], lanes: str, participant: str, limit: int) -> tuple[dict[str, list[Item]], int]:
    """Return the lines drawn with their items, the line with most on top, and how many lines are left out."""
    lines: dict[str, list[Item]] = {}
    for item in items:
        for name in names_of(item, lanes, participant):
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


def draw(briefing: Any, lines: dict[str, list[Item]], participant: str) -> go.Figure:
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
    for items, middle in zip(lines.values(), middles, strict=True):
        if pointer := _elsewhere(items, window):
            figure.add_annotation(y=middle, showarrow=False, font={"size": 11, "color": theme.TEXT}, **pointer)
    theme.add_legend(figure)
    return figure


def _elsewhere(items: list[Item], window: periods.Span) -> dict[str, str]:
    """Say when the meetings of a line are, where the stretch shown has none: an empty line would seem a mistake."""
    spans = [item.span for item in items if item.span]
    later = [span for span in spans if span[0] > window[1]]
    earlier = [span for span in spans if span[1] < window[0]]
    if len(later) + len(earlier) < len(spans) or not spans:
        return {}
    month = periods.Step("month")
    if later:
        return {"x": periods.noon((window[1], window[1])), "xanchor": "right", "text": f"{_from(min(later), month)} ▸"}
    return {"x": periods.noon((window[0], window[0])), "xanchor": "left", "text": f"◂ {_from(max(earlier), month)}"}


def _from(span: periods.Span, month: periods.Step) -> str:
    return month.label(month.start(span[0]))


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
    differ = "".join(
        f"<br><i>sources differ - {labels.plain(labels.shorten(line, 90))}</i>" for line in item.differ[:_DIFFERENCES]
    )
    stay = f"<br>on a visit: {labels.plain(labels.shorten(item.stay, 70))}" if item.stay else ""
    return (
        f"<b>{who}</b><br>{item.type}{where}, {labels.plain(item.edtf)}: {item.status or 'status unknown'}{stay}<br>"
        f"<b>{labels.count(len(item.rows), 'mention')}</b> in {labels.count(len(item.documents), 'document')}:"
        f"<br>{told}{more}{differ}"
    )
