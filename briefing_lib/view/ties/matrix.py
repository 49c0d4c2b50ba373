"""Draws actors as half a matrix: each name stands once, on the diagonal, for its row and its column."""

from __future__ import annotations

import plotly.graph_objects as go

from briefing_lib.view.drawing import labels, theme
from briefing_lib.view.ties.network import said_of_actor, said_of_all, said_of_tie
from briefing_lib.view.ties.pairs import Named, Tie


def draw(
    title: str, actors: list[Named], ties: list[Tie], found: int, unit: str, measure: str, total: int, focus: str
) -> tuple[go.Figure, dict]:
    """Return the figure of a matrix and its marks; the arguments are those of the network."""
    order = _neighbours(actors, ties)
    rank = {node: at for at, node in enumerate(order)}
    size = len(order)
    strengths = [tie.strength(measure) for tie in ties]
    low, high = min(0.0, *strengths), max(strengths)
    shades: list[list[float | None]] = [[None] * size for _ in range(size)]
    numbers, hover, keys = ([[""] * size for _ in range(size)] for _ in range(3))
    marks = {}
    for tie, strength in zip(ties, strengths, strict=True):
        below, left = max(rank[tie.first], rank[tie.second]), min(rank[tie.first], rank[tie.second])
        shades[below][left] = max(0.0, (strength - low) / ((high - low) or 1)) ** 0.5
        numbers[below][left] = (
            f"{tie.shared:,}" if measure == "count" else f"{strength + 0.0:.1f}".replace("-0.0", "0.0")
        )
        hover[below][left] = said_of_tie(actors, tie, unit, measure, total)
        keys[below][left] = f"{actors[tie.first].actor} – {actors[tie.second].actor}"
        marks[keys[below][left]] = tie.evidence
    figure = theme.sheet(title, said_of_all(actors, ties, found, unit, measure), height=max(80, 24 * size))
    figure.add_trace(theme.tiles(shades, numbers if size <= 26 else [[""] * size] * size, hover, keys))
    names = [labels.shorten(actors[node].actor, 36) for node in order]
    marks |= {actors[n].actor: actors[n].rows for n in order}
    figure.add_trace(
        go.Scatter(
            x=list(range(size)),
            y=list(range(size)),
            mode="markers+text",
            marker={
                "size": 9,
                "symbol": [theme.TYPE_SYMBOLS[actors[n].type] for n in order],
                "color": [theme.TYPE_COLOURS[actors[n].type] for n in order],
            },
            text=["&nbsp;" + labels.plain(name) for name in names],
            textposition="middle right",
            textfont={"color": theme.TEXT},
            cliponaxis=False,
            customdata=[actors[n].actor for n in order],
            hovertext=[said_of_actor(actors[n]) for n in order],
            hoverinfo="text",
        )
    )
    # A name reaches over the columns to its right: only what is left of it needs room beside the plot.
    column = (theme.WIDTH - 200) / size
    reach: float = max(labels.width_of(name) + 20 - column * (size - 1 - at) for at, name in enumerate(names))
    figure.update_xaxes(visible=False, range=[-0.5, size - 0.5])
    figure.update_yaxes(visible=False, range=[size - 0.5, -0.5])
    figure.update_layout(margin={"l": 20, "r": max(24, round(reach)), "b": 15}, height=figure.layout.height - 35)
    return figure, marks


def _neighbours(actors: list[Named], ties: list[Tie]) -> list[int]:
    """Order actors so that those often named together stand close: from the most named, always the nearest next."""
    strength: dict[tuple[int, int], float] = {}
    for tie in ties:
        strength[tie.first, tie.second] = strength[tie.second, tie.first] = tie.association * tie.shared
    left = sorted({t.first for t in ties} | {t.second for t in ties}, key=lambda n: (-len(actors[n].rows), n))
    order = [left.pop(0)]
    while left:
        nearest = max(left, key=lambda n: (sum(strength.get((n, m), 0.0) for m in order[-4:]), -n))
        left.remove(nearest)
        order.append(nearest)
    return order
