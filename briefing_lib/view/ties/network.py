"""Draws actors as a network: nodes by force, ties by width, a point on each tie to click on."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from briefing_lib.view.drawing import labels, placing, theme
from briefing_lib.view.ties.pairs import Named, Tie

# Width and strength of colour of a line, from the weakest class of ties to the strongest.
WIDTHS = ((1.2, 0.45), (2.2, 0.5), (3.6, 0.58), (6.0, 0.66))
BORDER = (120.0, 34.0)
"""Pixels kept free around the nodes, to the sides and above and below, for the labels of those at the edge."""


def draw(
    title: str, actors: list[Named], ties: list[Tie], found: int, unit: str, measure: str, total: int, focus: str
) -> tuple[go.Figure, dict]:
    """Return the figure of a network and its marks.

    Args:
        title: what is seen.
        actors: all that were counted; those without a tie are not drawn.
        ties: those to draw.
        found: number of ties there are.
        unit: what two actors share.
        measure: what ties are drawn by.
        total: number of units.
        focus: actor in the middle of interest, or empty.
    """
    nodes = sorted({t.first for t in ties} | {t.second for t in ties}, key=lambda n: (-len(actors[n].rows), n))
    number = {node: at for at, node in enumerate(nodes)}
    weights = np.zeros((len(nodes), len(nodes)))
    for tie in ties:
        a, b = number[tie.first], number[tie.second]
        weights[a, b] = weights[b, a] = max(tie.strength(measure), 0.02)
    most = len(actors[nodes[0]].rows)
    radii = [5 + 12 * (len(actors[n].rows) / most) ** 0.5 for n in nodes]
    types = [kind for kind in theme.TYPE_COLOURS if kind in {actors[n].type for n in nodes}]
    height = min(700.0, 360 + 9 * len(nodes))
    figure = theme.sheet(title, said_of_all(actors, ties, found, unit, measure), height=height)
    sizes = [(w - 30 - 2 * BORDER[0], height - 2 * BORDER[1]) for w in theme.WIDTHS]
    place = placing.spread(placing.layout(weights), radii, sizes[0])
    names = [labels.shorten(actors[n].actor, 36) for n in nodes]
    side = placing.sides(place, radii, names, sizes, margin=BORDER)
    marks = _draw_ties(figure, actors, ties, number, place, unit, measure, total)
    for kind in types:
        own = [at for at, n in enumerate(nodes) if actors[n].type == kind]
        keys = [actors[nodes[at]].actor for at in own]
        marks |= {key: actors[nodes[at]].rows for at, key in zip(own, keys, strict=True)}
        figure.add_trace(
            go.Scatter(
                x=[float(place[at, 0]) for at in own],
                y=[float(place[at, 1]) for at in own],
                mode="markers+text",
                name=kind,
                marker={
                    "size": [2 * radii[at] * (0.85 if kind == "organisation" else 1) for at in own],
                    "color": theme.TYPE_COLOURS[kind],
                    "symbol": theme.TYPE_SYMBOLS[kind],
                    "opacity": 1,
                    "line": {
                        "width": [3 if key == focus else 1 for key in keys],
                        "color": [theme.TEXT if key == focus else "rgba(255,255,255,0.8)" for key in keys],
                    },
                },
                text=[labels.plain(names[at]) if side[at] else "" for at in own],
                textposition=[side[at] or "top center" for at in own],
                textfont={"size": 12, "color": theme.TEXT},
                cliponaxis=False,
                customdata=keys,
                hovertext=[said_of_actor(actors[nodes[at]]) for at in own],
                hoverinfo="text",
            )
        )
    for axis, border, length in (("xaxis", BORDER[0], sizes[0][0]), ("yaxis", BORDER[1], sizes[0][1])):
        figure.layout[axis].update(visible=False, range=[-border / length, 1 + border / length])
    figure.update_layout(margin={"l": 15, "r": 15, "b": 10}, height=figure.layout.height - 40)
    theme.add_legend(figure)
    return figure, marks


def _draw_ties(figure, actors, ties, number, place, unit, measure, total) -> dict:
    """Draw all ties of a width as one line, and on each tie a small point to click on."""
    strengths = [tie.strength(measure) for tie in ties]
    low, high = min(strengths), max(strengths)
    lines: dict[int, tuple[list, list]] = {}
    points: list[np.ndarray] = []
    for tie, strength in zip(ties, strengths, strict=True):
        share = (strength - low) / (high - low) if high > low else 0.4
        a, b = place[number[tie.first]], place[number[tie.second]]
        x, y = lines.setdefault(round(share**0.7 * (len(WIDTHS) - 1)), ([], []))
        x += [float(a[0]), float(b[0]), None]
        y += [float(a[1]), float(b[1]), None]
        points.append(_point(a, b, points, place))
    for step, (x, y) in sorted(lines.items()):
        width, opacity = WIDTHS[step]
        line = {"width": width, "color": f"rgba(125,138,156,{opacity})"}
        figure.add_trace(go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", showlegend=False))
    keys = [f"{actors[t.first].actor} – {actors[t.second].actor}" for t in ties]
    figure.add_trace(
        go.Scatter(
            x=[float(p[0]) for p in points],
            y=[float(p[1]) for p in points],
            mode="markers",
            marker={"size": 7, "color": "#8F99A6", "line": {"width": 0}},
            customdata=keys,
            hovertext=[said_of_tie(actors, tie, unit, measure, total) for tie in ties],
            hoverinfo="text",
            showlegend=False,
        )
    )
    return {key: tie.evidence for key, tie in zip(keys, ties, strict=True)}


def _point(a: np.ndarray, b: np.ndarray, others: list[np.ndarray], nodes: np.ndarray) -> np.ndarray:
    """Return the point of a tie to click on: its middle, or beside it where another point or a node is."""
    aspect = np.array([1.7, 1.0])
    taken = np.array([*others, *nodes]) * aspect
    points = [a + (b - a) * share for share in (0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72)]
    gaps = [float(np.sqrt(((taken - p * aspect) ** 2).sum(1)).min()) for p in points]
    return next((p for p, gap in zip(points, gaps, strict=True) if gap > 0.04), points[int(np.argmax(gaps))])


def said_of_actor(actor: Named) -> str:
    """Return what is said of an actor that is pointed at."""
    titles = actor.rows.among("references")
    also = f", {labels.count(titles, 'time')} by title alone" if titles else ""
    return (
        f"<b>{labels.plain(actor.actor)}</b>, {actor.type}<br><b>{labels.count(len(actor.rows), 'mention')}</b>{also}"
    )


def said_of_tie(actors: list[Named], tie: Tie, unit: str, measure: str, total: int) -> str:
    """Return what is said of a tie that is pointed at."""
    one, other = (labels.plain(actors[n].actor) for n in (tie.first, tie.second))
    strength = "" if measure == "count" else f"<br>{measure} {tie.strength(measure):.2f}"
    return (
        f"<b>{one}</b> and <b>{other}</b><br>named together in <b>{labels.count(tie.shared, unit)}</b>, "
        f"{labels.percent(tie.shared, total)} of {total:,}{strength}"
    )


def said_of_all(actors: list[Named], ties: list[Tie], found: int, unit: str, measure: str) -> str:
    """Return the subtitle: what is drawn, by what, and what is left out."""
    strength = {
        "count": f"{unit}s that name both",
        "NPMI": "NPMI, 1 for never apart, 0 for as by chance",
        "association strength": "association strength, times as often as by chance",
    }[measure]
    drawn = len({t.first for t in ties} | {t.second for t in ties})
    alone = len(actors) - drawn
    left = f" {labels.count(alone, 'actor')} without a tie left out." if alone else ""
    which = f"the {len(ties)} strongest of {found:,} ties" if len(ties) < found else labels.count(found, "tie")
    return f"{labels.count(drawn, 'actor')}, {which}; the stronger a tie: {strength}.{left}"
