"""The one look of all figures: colours, symbols, type and margins.

Backgrounds are transparent and the colour of text stands out on white and on black alike. The colours are
those of Okabe and Ito, which people who do not see red or green can tell apart.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

import plotly.graph_objects as go

from briefing_lib.view.drawing import periods
from briefing_lib.view.drawing.labels import lines_of, plain, shorten, widest, width_of, wrap

BLUE, ORANGE, GREEN, PURPLE = "#0072B2", "#E69F00", "#009E73", "#CC79A7"
RED, SKY, YELLOW, GREY = "#D55E00", "#56B4E9", "#F0E442", "#8A929C"
COLOURS = (BLUE, ORANGE, GREEN, PURPLE, RED, SKY, YELLOW)
TEXT = "#737B87"
PAPER = "#FFFFFF"
"""Of numbers on a filled mark, on any page."""
LINE = "rgba(128,134,144,0.28)"
FAINT = "rgba(128,134,144,0.16)"
SEQUENCE = ((0.0, "#DCEAF5"), (0.35, "#8FC1E2"), (0.7, "#2E86C1"), (1.0, "#0B4F7D"))
FONT = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"

TYPE_COLOURS = {"person": BLUE, "state": ORANGE, "organisation": GREEN, "place": PURPLE}
STATUS_COLOURS = {
    "held": BLUE,
    "planned": GREEN,
    "expected": SKY,
    "proposed": ORANGE,
    "postponed": PURPLE,
    "cancelled": RED,
    "denied": RED,
    "": GREY,
}
STATUS_SYMBOLS = {
    "held": "circle",
    "planned": "diamond",
    "expected": "triangle-up-open",
    "proposed": "square-open",
    "postponed": "triangle-right",
    "cancelled": "x",
    "denied": "cross",
    "": "circle-open",
}

TYPE_SYMBOLS = {"person": "circle", "state": "square", "organisation": "diamond", "place": "triangle-up"}

WIDTHS = (860, 1000, 1240)
"""Pixels a figure may be given: a notebook column, and more. What must not overlap is tried in all of them."""
WIDTH = WIDTHS[0]
TITLES = 74
"""Pixels a title takes with a subtitle of one line or two: plotly ends both at the same height."""


def sheet(title: str, subtitle: str = "", height: float = 480) -> go.Figure:
    """Return an empty figure with title, type and margins.

    Args:
        title: what is seen, in one line.
        subtitle: what it rests on or leaves out, in two lines at most.
        height: pixels of the plot itself; titles and the labels under the axis come on top.
    """
    lines = lines_of(subtitle, WIDTH - 40)
    lines = [*lines[:1], shorten(" ".join(lines[1:]), 110)] if len(lines) > 1 else lines
    figure = go.Figure(
        layout={
            "template": go.layout.Template(),
            "autosize": True,
            "height": round(height + TITLES + 50),
            "margin": {"t": TITLES, "b": 50, "l": 60, "r": 24, "pad": 4},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": 12, "color": TEXT},
            "title": {
                "text": f"<b>{plain(title)}</b>",
                "subtitle": {"text": "<br>".join(plain(line) for line in lines), "font": {"size": 12, "color": TEXT}},
                "font": {"size": 16, "color": TEXT},
                "x": 0,
                "y": 1,
                "xanchor": "left",
                "yanchor": "top",
                "xref": "container",
                "yref": "container",
                "pad": {"t": 12, "l": 14},
            },
            "hoverlabel": {
                "bgcolor": "#20262E",
                "bordercolor": "#20262E",
                "font": {"color": "#F2F4F7", "size": 12, "family": FONT},
                "align": "left",
            },
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": False,
            "clickmode": "event",
        }
    )
    figure.update_xaxes(_axis())
    figure.update_yaxes(_axis())
    return figure


def _axis() -> dict:
    return {
        "gridcolor": LINE,
        "linecolor": LINE,
        "zerolinecolor": LINE,
        "zeroline": False,
        "showgrid": False,
        "ticks": "",
        "automargin": True,
        "fixedrange": True,
        "title": {"font": {"size": 12, "color": TEXT}, "standoff": 10},
        "tickfont": {"size": 12, "color": TEXT},
    }


def add_legend(figure: go.Figure) -> None:
    """Put a legend between titles and plot, and make room for it: the last thing to do, when margins are known."""
    names = [html.unescape(trace.name) for trace in figure.data if trace.name and trace.showlegend is not False]
    if not names:
        return
    room = WIDTH - figure.layout.margin.l - figure.layout.margin.r
    rows = 1
    if sum(width_of(name) + 48 for name in names) > room:  # in more than one row, entries are as wide as the widest
        rows = -(-len(names) // max(1, int(room // (widest(names) + 48))))
    more = 20 * rows + 8
    height = figure.layout.height + more
    figure.update_layout(
        height=height,
        margin_t=figure.layout.margin.t + more,
        showlegend=True,
        legend={
            "orientation": "h",
            "x": 0.004,
            "xref": "container",
            "xanchor": "left",
            "y": 1 - TITLES / height,
            "yref": "container",
            "yanchor": "top",
            "bgcolor": "rgba(0,0,0,0)",
            "itemclick": False,
            "itemdoubleclick": False,
            "itemsizing": "constant",
            "traceorder": "normal",
        },
    )


def rows_axis(figure: go.Figure, labels: Sequence[str], size: float = 12) -> None:
    """Label rows 0, 1, ... from the top down, and make the left margin wide enough for the labels."""
    figure.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=[plain(label) for label in labels],
        range=[len(labels) - 0.5, -0.5],
        tickfont={"size": size, "color": TEXT},
    )
    figure.update_layout(margin_l=round(widest(labels, size)) + 22)


def columns_axis(figure: go.Figure, labels: Sequence[str], room: float) -> None:
    """Label columns 0, 1, ... above the plot: in short lines where they fit, else slanting.

    Args:
        figure: figure to change; its top margin and height grow by the height of the labels.
        labels: the names.
        room: pixels the columns have in all.
    """
    each = room / max(1, len(labels))
    characters = int(each // 7)
    longest = max((len(word) for label in labels for word in label.split()), default=0)
    flat = characters >= min(9, longest)
    if flat:
        texts = [wrap(label, characters) for label in labels]
        high = 16.0 * max((text.count("<br>") + 1 for text in texts), default=1)
    else:
        texts = [shorten(label, 24) for label in labels]
        high = widest(texts, 11) * 0.71 + 12
        figure.update_layout(margin_r=max(figure.layout.margin.r, round(widest(texts[-1:], 11) * 0.71) + 8))
    figure.update_xaxes(
        side="top",
        tickvals=list(range(len(labels))),
        ticktext=[plain(text).replace("&lt;br&gt;", "<br>") for text in texts],
        tickangle=0 if flat else -45,
        tickfont={"size": 12 if flat else 11, "color": TEXT},
        range=[-0.5, len(labels) - 0.5],
    )
    figure.update_layout(margin_t=figure.layout.margin.t + round(high) + 8, margin_b=14)
    figure.update_layout(height=figure.layout.height + round(high) + 8 - 36)


def nothing(title: str, sentence: str) -> go.Figure:
    """Return a figure that says in a sentence why there is nothing to see."""
    figure = sheet(title, height=180)
    figure.update_xaxes(visible=False, range=[0, 1])
    figure.update_yaxes(visible=False, range=[0, 1])
    text = "<br>".join(plain(line) for line in lines_of(sentence, WIDTH - 120, 14))
    figure.add_annotation(x=0.5, y=0.5, xref="paper", yref="paper", text=text, showarrow=False, font_size=14)
    return figure


def tiles(
    shades: list[list[float | None]], numbers: list[list[str]], hover: list[list[str]], keys: list[list[str]]
) -> go.Heatmap:
    """Return a matrix of tiles, each with its number on it; an empty cell is left open.

    Args:
        shades: 0 to 1, or None for an empty cell; the first row on top.
        numbers: what is written on the tiles.
        hover: what is said of each tile; nothing is said of an empty cell.
        keys: the marks.
    """
    said = [
        [text if shade is not None else "" for text, shade in zip(texts, row, strict=True)]
        for texts, row in zip(hover, shades, strict=True)
    ]
    return go.Heatmap(
        z=shades,
        zmin=0,
        zmax=1,
        colorscale=[list(stop) for stop in SEQUENCE],
        showscale=False,
        xgap=2,
        ygap=2,
        text=numbers,
        texttemplate="%{text}",
        textfont={"size": 11, "family": FONT},
        hovertext=said,
        hoverinfo="text",
        hoverongaps=False,
        customdata=keys,
    )


def spans(
    when: Sequence[periods.Span | None],
    rows: Sequence[float],
    colours: Sequence[str],
    keys: Sequence[str],
    hover: Sequence[str],
) -> go.Bar:
    """Return the bars from the first to the last day a date can mean; None draws none.

    Args:
        when: the days.
        rows: height of each on the y axis.
        colours: one for each.
        keys: the marks.
        hover: what is said of each.
    """
    drawn = [(i, span) for i, span in enumerate(when) if span]
    return go.Bar(
        base=[str(span[0]) for _, span in drawn],
        x=[periods.milliseconds(span) for _, span in drawn],
        y=[rows[i] for i, _ in drawn],
        width=0.34,
        orientation="h",
        marker={"color": [colours[i] for i, _ in drawn], "opacity": 0.3, "line": {"width": 0}},
        customdata=[keys[i] for i, _ in drawn],
        hovertext=[hover[i] for i, _ in drawn],
        hoverinfo="text",
        showlegend=False,
    )
