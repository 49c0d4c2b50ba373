"""The figure of the changes that are claimed: a line for each, to the right for up and to the left for down."""

from __future__ import annotations

import plotly.graph_objects as go

from briefing_lib.view.claimed.claims import SYMBOLS, Claim
from briefing_lib.view.drawing import labels, theme

KINDS = {"stated": "stated", "derived": "follows from two levels", "planned": "planned or expected"}
DOWN = theme.RED  # of the palette; it is seen as orange


def draw_changes(drawn: list[Claim], hover: list[str], title: str, note: str) -> go.Figure:
    """Draw a line for each claim, from no change to the change claimed.

    Args:
        drawn: the claims, from the top down.
        hover: what is said of each.
        title: of the figure.
        note: what it leaves out.
    """
    kinds = [how for how in KINDS if any(c.how == how for c in drawn)]
    figure = theme.sheet(
        title,
        "Per cent, by series and period; up to the right in blue, down to the left in orange." + note,
        height=max(90, 26 * len(drawn)),
    )
    colours = [theme.BLUE if c.value > 0 else DOWN if c.value < 0 else theme.GREY for c in drawn]
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
    for how in kinds:
        own = [n for n in at if drawn[n].how == how]
        line = {"width": 2 if how != "stated" else 0, "color": [colours[n] for n in own]}
        figure.add_trace(
            go.Scatter(
                x=[drawn[n].value for n in own],
                y=own,
                mode="markers+text",
                name=KINDS[how],
                marker={"symbol": SYMBOLS[how], "size": 13, "color": [colours[n] for n in own], "line": line},
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
