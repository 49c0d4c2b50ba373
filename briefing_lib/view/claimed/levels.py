"""The figure of the levels that are claimed: over the periods they are for, a panel for each unit."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.view.claimed.claims import SYMBOLS, Claim
from briefing_lib.view.drawing import labels, periods, placing, theme, timeline
from briefing_lib.view.drawing.value_axis import ValueAxis, axis_of, layout

PANELS = 4
COLOURED = 6
LABELLED = 40
KINDS = {"stated": "stated", "derived": "follows from a change", "planned": "planned or expected"}
ABOVE = ("top center", "bottom center", "top right", "top left", "bottom right", "bottom left")
HIGH, LOW, GAP = 300.0, 150.0, 34.0
"""Pixels: the first panel, each further one, and what lies between them."""


def draw_levels(drawn: list[Claim], hover: list[str], order: list[str], title: str, note: str, scale: str) -> go.Figure:
    """Draw a panel for each unit, time from left to right, what has no period in a column of its own.

    Args:
        drawn: the claims.
        hover: what is said of each.
        order: the series, those that get a colour first.
        title: of the figure.
        note: what it leaves out.
        scale: of the values: auto, linear or log.
    """
    units = labels.ranked(pd.Series([c.unit for c in drawn]), PANELS)
    spans = {c.period: periods.bounds(c.period) for c in drawn}
    colours = {series: theme.COLOURS[n] if n < COLOURED else theme.GREY for n, series in enumerate(order)}
    entries = [(labels.shorten(s, 40), colours[s], "square") for s in order[:COLOURED]]
    entries += [("other series", theme.GREY, "square")] if len(order) > COLOURED else []
    entries += [(KINDS[how], theme.TEXT, SYMBOLS[how]) for how in KINDS if any(c.how == how for c in drawn)]
    heights = [HIGH] + [LOW] * (len(units) - 1)
    total = sum(heights) + GAP * (len(units) - 1)
    figure = theme.sheet(
        title,
        "The bar of a point is its period; dotted lines join what is told of one series, and lead to no plan." + note,
        height=total,
    )
    axis = timeline.period_axis([s for s in spans.values() if s], theme.WIDTH - 110, not all(spans.values()))
    top = 1.0
    for number, (unit, height) in enumerate(zip(units, heights, strict=True)):
        own = [n for n, c in enumerate(drawn) if c.unit == unit]
        bottom = max(0.0, top - height / total)
        name = str(number + 1) if number else ""
        values = axis_of([value for n in own for value in _ends(drawn[n])], scale)
        look = layout(values, unit, 6 if height == HIGH else 4)
        place = {"domain": [bottom, top], "anchor": "x"}
        figure.update_layout({f"yaxis{name}": {**figure.layout.yaxis.to_plotly_json(), **look, **place}})
        top = bottom - GAP / total
        _lines(figure, [drawn[n] for n in own], spans, axis, f"y{name}", values, colours)
        _points(figure, own, drawn, hover, spans, axis, f"y{name}", values, height, colours)
    for text, colour, symbol in entries:
        marker = {"color": colour, "symbol": symbol, "size": 11}
        figure.add_trace(go.Scatter(x=[None], y=[None], mode="markers", name=labels.plain(text), marker=marker))
    timeline.draw_period_axis(figure, axis)
    figure.update_xaxes(anchor=f"y{len(units) if len(units) > 1 else ''}")
    figure.update_layout(margin_l=86)  # "100 m" is wider than "100"
    theme.add_legend(figure)
    return figure


def _ends(claim: Claim) -> tuple[float, ...]:
    """Return the values a claim takes on its axis: its own, and the ends of what rounding allows."""
    return (claim.value, claim.low, claim.high) if claim.low < claim.high else (claim.value,)


def _lines(figure, own: list[Claim], spans, axis, y: str, values: ValueAxis, colours: dict[str, str]) -> None:
    """Draw the period of each point as a bar, and dots from point to point of a series; none lead to a plan."""
    for series in dict.fromkeys(c.series for c in own):
        dated = [c for c in own if c.series == series and spans[c.period]]
        points = {c.key: (axis.place(spans[c.period]), values.at(c.value)) for c in dated}
        # Stated levels in order of time, and each derived one with the level it was derived from.
        ways = [sorted(points[c.key] for c in dated if c.how == "stated")]
        ways += [
            [points[c.key], points[d.key]]
            for c in dated
            for d in dated
            if c.derived and d.how == "stated" and set(c.rows) & set(d.rows)
        ]
        bars = [[(day, values.at(c.value)) for day in axis.edges(spans[c.period])] for c in dated]
        for paths, dash, width, opacity in ((bars, "solid", 3, 0.3), (ways, "dot", 1.5, 1)):
            line = {"color": colours[series], "dash": dash, "width": width}
            x, at = ([v for path in paths for v in (*(p[n] for p in path), None)] for n in (0, 1))
            figure.add_trace(
                go.Scatter(
                    x=x,
                    y=at,
                    yaxis=y,
                    mode="lines",
                    line=line,
                    opacity=opacity,
                    hoverinfo="skip",
                    showlegend=False,
                )
            )


def _points(figure, own, drawn, hover, spans, axis, y: str, values: ValueAxis, height: float, colours) -> None:
    """Draw the points of a panel, with their values beside them where there is room."""
    points = [drawn[n] for n in own]
    x = [axis.place(spans[c.period]) for c in points]
    place = np.array([[axis.share(day), values.share(c.value)] for day, c in zip(x, points, strict=True)])
    texts = [labels.amount(float(f"{c.value:.3g}") if c.derived else c.value) for c in points]
    texts = [f"≈ {text}" if c.derived else text for text, c in zip(texts, points, strict=True)]
    sizes = [(width - 110.0, height) for width in theme.WIDTHS]
    side = [""] * len(points)
    if len(points) <= LABELLED:
        side = placing.sides(place, [7] * len(points), texts, sizes, 14, ABOVE, (20, 0))
    colour = [colours[c.series] for c in points]
    ranged = [c for c in points if c.low < c.high]
    figure.add_trace(
        go.Scatter(
            x=x,
            y=[values.at(c.value) for c in points],
            yaxis=y,
            mode="markers+text",
            showlegend=False,
            marker={
                "symbol": [SYMBOLS[c.how] for c in points],
                "color": colour,
                "size": 12,
                "opacity": 1,
                "line": {"width": [2 if c.how != "stated" else 0 for c in points], "color": colour},
            },
            error_y={
                "type": "data",
                "symmetric": False,
                "width": 4,
                "thickness": 1,
                "color": theme.GREY,
                "array": [values.at(c.high) - values.at(c.value) if c in ranged else 0 for c in points],
                "arrayminus": [values.at(c.value) - values.at(c.low) if c in ranged else 0 for c in points],
            },
            text=[text if s else "" for text, s in zip(texts, side, strict=True)],
            textposition=[s or "top center" for s in side],
            textfont={"size": 11, "color": theme.TEXT},
            customdata=[c.key for c in points],
            hovertext=[hover[n] for n in own],
            hoverinfo="text",
            cliponaxis=False,
        )
    )
