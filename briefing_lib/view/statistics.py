"""Which figures are claimed, for which period, by whom: levels and changes, stated and derived."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.at_hand import numbered
from briefing_lib.view import View, claims, labels, periods, placing, theme, timeline
from briefing_lib.view.choices import From, Range
from briefing_lib.view.claims import Claim

PANELS = 4
COLOURED = 6
MOST = 300
LABELLED = 40
SYMBOLS = {False: "circle", True: "diamond-open"}
ABOVE = ("top center", "bottom center", "top right", "top left", "bottom right", "bottom left")
HIGH, LOW, GAP = 300.0, 150.0, 34.0
"""Pixels: the first panel, each further one, and what lies between them."""


def statistics(
    briefing: Any,
    *,
    show: Literal["level", "change"] = "level",
    measure: Annotated[str, From("statistics", "measure")] = "",
    reporter: Annotated[str, From("statistics", "reporter")] = "",
    partner: Annotated[str, From("statistics", "partner")] = "",
    flow: Literal["all", "turnover", "export", "import"] = "all",
    unit: Annotated[str, From("statistics", "unit")] = "",
    derived: bool = True,
    limit: Annotated[int, Range(3, 40)] = 14,
) -> View:
    """Show the figures that are claimed.

    Args:
        briefing: anything whose attributes are the tables.
        show: levels (a circle for a stated one, a diamond for one worked out from a stated change), or changes
            in per cent.
        measure: trade, tariff, ...; empty for all.
        reporter: economy whose figure it is; empty for all.
        partner: economy on the other side; empty for all.
        flow: only this flow.
        unit: only this unit; empty for all, each in a panel of its own.
        derived: also what is not stated but follows from the figures that are, as the level before a change.
        limit: most series to draw, those with most figures; the table has all.

    Returns:
        The view; its marks hold rows of ``statistics``. Numbers at the marks are the values claimed.
    """
    rows = briefing.statistics
    chosen = np.full(len(rows), True)
    for column, value in (("measure", measure), ("reporter", reporter), ("partner", partner), ("unit", unit)):
        if value:
            chosen &= numbered(rows, column).having(value.__eq__)
    if flow != "all":
        chosen &= numbered(rows, "flow").having(flow.__eq__)
    title = "Figures that are claimed" if show == "level" else "Changes that are claimed"
    found = (claims.levels if show == "level" else claims.changes)(rows, chosen)
    found = [claim for claim in found if derived or not claim.derived]
    table = claims.table_of(rows, found)
    if not found:
        return View(theme.nothing(title, f"No {show} is claimed with these settings."), table, {})
    units = labels.ranked(pd.Series([c.unit for c in found]), PANELS)
    inside = [c for c in found if c.unit in units]
    order = labels.ranked(pd.Series([c.series for c in inside]), limit)
    drawn = [c for c in inside if c.series in order]
    if show == "level" and len(drawn) > MOST:
        drawn = sorted(sorted(drawn, key=lambda c: -len(c.rows))[:MOST], key=lambda c: (c.series, c.period or "9"))
    if show == "change":
        drawn = sorted(drawn, key=lambda c: (order.index(c.series), c.period or "9", c.value))[:LABELLED]
    left = len(found) - len(drawn)
    note = f" {labels.count(left, 'figure')} of other series or units: see the table." if left else ""
    titles = labels.document_names(briefing.documents, 44)
    hover = [claims.said(rows, c, titles) for c in drawn]
    figure = (_levels if show == "level" else _changes)(drawn, hover, order, title, note)
    return View(figure, table, {c.key: [("statistics", i) for i in c.rows] for c in drawn})


def _levels(drawn: list[Claim], hover: list[str], order: list[str], title: str, note: str) -> go.Figure:
    """Draw a panel for each unit, time from left to right, what has no period in a column of its own."""
    units = labels.ranked(pd.Series([c.unit for c in drawn]), PANELS)
    spans = {c.period: periods.bounds(c.period) for c in drawn}
    colours = {series: theme.COLOURS[n] if n < COLOURED else theme.GREY for n, series in enumerate(order)}
    entries = [(labels.shorten(s, 40), colours[s], "square") for s in order[:COLOURED]]
    entries += [("other series", theme.GREY, "square")] if len(order) > COLOURED else []
    kinds = {False: "stated", True: "follows from a change"}
    entries += [(kinds[d], theme.TEXT, SYMBOLS[d]) for d in kinds if any(c.derived == d for c in drawn)]
    heights = [HIGH] + [LOW] * (len(units) - 1)
    total = sum(heights) + GAP * (len(units) - 1)
    figure = theme.sheet(
        title,
        "Circles are stated, diamonds follow from a stated change; the bar of a point is the period it is for." + note,
        height=total,
    )
    axis = timeline.period_axis([s for s in spans.values() if s], theme.WIDTH - 110, not all(spans.values()))
    top = 1.0
    for number, (unit, height) in enumerate(zip(units, heights, strict=True)):
        own = [n for n, c in enumerate(drawn) if c.unit == unit]
        bottom = max(0.0, top - height / total)
        name = str(number + 1) if number else ""
        low, high, power = _scale(figure, name, [drawn[n] for n in own], unit, (bottom, top))
        top = bottom - GAP / total
        _lines(figure, [drawn[n] for n in own], spans, axis, f"y{name}", power, colours)
        _points(figure, own, drawn, hover, spans, axis, f"y{name}", (low, high, power), height, colours)
    for text, colour, symbol in entries:
        marker = {"color": colour, "symbol": symbol, "size": 11}
        figure.add_trace(go.Scatter(x=[None], y=[None], mode="markers", name=labels.plain(text), marker=marker))
    timeline.draw_period_axis(figure, axis)
    figure.update_xaxes(anchor=f"y{len(units) if len(units) > 1 else ''}")
    figure.update_layout(margin_l=70)
    theme.add_legend(figure)
    return figure


def _scale(figure: go.Figure, name: str, own: list[Claim], unit: str, domain: tuple) -> tuple[float, float, float]:
    """Lay out the y axis of a panel; return its ends, and what its numbers are divided by."""
    power, word = labels.scale(max(abs(c.value) for c in own))
    tops = [max(c.value, c.high) if c.high > c.value else c.value for c in own]
    high = max(0.0, *tops) / power * 1.2 or 1.0
    low = min(0.0, *(c.value / power for c in own)) * 1.1
    unit = {"percent": "%"}.get(unit, unit)
    axis = {
        **figure.layout.yaxis.to_plotly_json(),
        "domain": list(domain),
        "anchor": "x",
        "title": {"text": labels.plain(f"{word} {unit}".strip() or "number"), "font": {"size": 12}},
        "range": [low, high],
        "showgrid": True,
        "zeroline": True,
        "nticks": 6 if domain[1] == 1 else 4,
    }
    figure.update_layout({f"yaxis{name}": axis})
    return low, high, power


def _lines(figure, own: list[Claim], spans, axis, y: str, power: float, colours: dict[str, str]) -> None:
    """Draw the period of each point as a bar, and dots from point to point of a series."""
    for series in dict.fromkeys(c.series for c in own):
        dated = [c for c in own if c.series == series and spans[c.period]]
        points = {c.key: (axis.place(spans[c.period]), c.value / power) for c in dated}
        # Stated levels in order of time, and each derived one with the level it was derived from.
        ways = [sorted(points[c.key] for c in dated if not c.derived)]
        ways += [
            [points[c.key], points[d.key]]
            for c in dated
            for d in dated
            if c.derived and not d.derived and set(c.rows) & set(d.rows)
        ]
        bars = [[(day, c.value / power) for day in axis.edges(spans[c.period])] for c in dated]
        for paths, dash, width, opacity in ((bars, "solid", 3, 0.3), (ways, "dot", 1.5, 1)):
            line = {"color": colours[series], "dash": dash, "width": width}
            x, values = ([v for path in paths for v in (*(p[n] for p in path), None)] for n in (0, 1))
            figure.add_trace(
                go.Scatter(
                    x=x, y=values, yaxis=y, mode="lines", line=line, opacity=opacity, hoverinfo="skip", showlegend=False
                )
            )


def _points(figure, own, drawn, hover, spans, axis, y: str, scale: tuple, height: float, colours) -> None:
    """Draw the points of a panel, with their values beside them where there is room."""
    low, high, power = scale
    points = [drawn[n] for n in own]
    x = [axis.place(spans[c.period]) for c in points]
    place = np.array(
        [[axis.share(day), (c.value / power - low) / (high - low)] for day, c in zip(x, points, strict=True)]
    )
    texts = [labels.amount(float(f"{c.value:.3g}") if c.derived else c.value) for c in points]
    texts = [f"≈ {text}" if c.derived else text for text, c in zip(texts, points, strict=True)]
    sizes = [(width - 110.0, height) for width in theme.WIDTHS]
    side = [""] * len(points)
    if len(points) <= LABELLED:
        side = placing.sides(place, [7] * len(points), texts, sizes, 14, ABOVE, (20, 0))
    colour = [colours[c.series] for c in points]
    ranged = [c.low < c.high for c in points]
    figure.add_trace(
        go.Scatter(
            x=x,
            y=[c.value / power for c in points],
            yaxis=y,
            mode="markers+text",
            showlegend=False,
            marker={
                "symbol": [SYMBOLS[c.derived] for c in points],
                "color": colour,
                "size": 12,
                "opacity": 1,
                "line": {"width": [2 if c.derived else 0 for c in points], "color": colour},
            },
            error_y={
                "type": "data",
                "symmetric": False,
                "width": 4,
                "thickness": 1,
                "color": theme.GREY,
                "array": [(c.high - c.value) / power if known else 0 for c, known in zip(points, ranged, strict=True)],
                "arrayminus": [
                    (c.value - c.low) / power if known else 0 for c, known in zip(points, ranged, strict=True)
                ],
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


def _changes(drawn: list[Claim], hover: list[str], order: list[str], title: str, note: str) -> go.Figure:
    """Draw a line for each claim, from no change to the change claimed."""
    names = ["stated", "follows from two levels"]
    kinds = [d for d in (False, True) if any(c.derived == d for c in drawn)]
    figure = theme.sheet(
        title,
        "Per cent, by series and period; blue up, red down." + note,
        height=max(90, 26 * len(drawn)),
    )
    colours = [theme.BLUE if c.value > 0 else theme.RED if c.value < 0 else theme.GREY for c in drawn]
    at = list(range(len(drawn)))
    stem = {"color": colours, "opacity": 0.5, "line": {"width": 0}}
    figure.add_trace(
        go.Bar(
            x=[c.value for c in drawn],
            y=at,
            orientation="h",
            width=0.16,
            marker=stem,
            hoverinfo="skip",
            showlegend=False,
        )
    )
    for derived in kinds:
        own = [n for n in at if drawn[n].derived == derived]
        line = {"width": 2 if derived else 0, "color": [colours[n] for n in own]}
        figure.add_trace(
            go.Scatter(
                x=[drawn[n].value for n in own],
                y=own,
                mode="markers+text",
                name=names[derived],
                marker={"symbol": SYMBOLS[derived], "size": 13, "color": [colours[n] for n in own], "line": line},
                text=[f" {drawn[n].value:+.3g} % " for n in own],
                textposition=["middle right" if drawn[n].value >= 0 else "middle left" for n in own],
                textfont={"color": theme.TEXT},
                customdata=[drawn[n].key for n in own],
                hovertext=[hover[n] for n in own],
                hoverinfo="text",
                cliponaxis=False,
            )
        )
    texts = [f"{labels.shorten(c.series, 36)} · {labels.shorten(c.period, 22) or 'period not stated'}" for c in drawn]
    theme.rows_axis(figure, texts)
    low, high = min(0.0, *(c.value for c in drawn)), max(0.0, *(c.value for c in drawn))
    pad = (high - low or 1) * 0.18
    figure.update_xaxes(
        title_text="change (%)",
        showgrid=True,
        zeroline=True,
        range=[low - pad * (low < 0), high + pad * (high > 0 or low == 0)],
    )
    theme.add_legend(figure)
    return figure
