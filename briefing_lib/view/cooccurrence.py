"""Who is named with whom: a network or a matrix of actors that stand in the same sentence, paragraph, document."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.view import View, labels, placing, theme
from briefing_lib.view.choices import From, Range

TITLE = "Who is named with whom"
WIDTHS = ((1.0, 0.35), (2.0, 0.42), (3.5, 0.5), (6.0, 0.6))
SYMBOLS = {"person": "circle", "state": "square", "organisation": "diamond", "place": "triangle-up"}


class Pairs(NamedTuple):
    """Actors and how often two of them share a unit."""

    actors: list[str]
    types: list[str]
    mentions: list[list[int]]
    units: np.ndarray
    shared: np.ndarray
    total: int
    incidence: pd.DataFrame


def cooccurrence(
    briefing: Any,
    *,
    form: Literal["network", "matrix"] = "network",
    unit: Literal["sentence", "paragraph", "document"] = "paragraph",
    measure: Literal["count", "NPMI", "association strength"] = "count",
    type: Literal["all", "person", "state", "organisation", "place"] = "all",
    focus: Annotated[str, From("actors", "actor")] = "",
    minimum: Annotated[int, Range(1, 20)] = 2,
    limit: Annotated[int, Range(5, 60)] = 25,
    places: bool = False,
) -> View:
    """Show which actors are named together.

    Args:
        briefing: anything whose attributes are the tables.
        form: a network or a matrix.
        unit: what two actors must share.
        measure: how strong a tie is: units shared; normalised pointwise mutual information, -1 to 1, 0 for
            chance; or association strength, times as often as by chance.
        type: only actors of this type; the actor in focus is always kept.
        focus: only this actor and those named with it; empty for all.
        minimum: fewest units two actors must share to be tied.
        limit: most actors to draw, those named most often.
        places: also names that only say where something is.

    Returns:
        The view; the marks of actors hold their rows of ``mentions``, those of ties one row of ``sentences`` a
        shared unit: the first that names both, else the first that names one of them.
    """
    pairs = _pairs(briefing, unit, type, focus, limit, places)
    first, second = np.nonzero(np.triu(pairs.shared >= max(1, minimum), 1))
    if focus and focus in pairs.actors:
        at = pairs.actors.index(focus)
        tied = set(first[second == at]) | set(second[first == at]) | {at}
        keep = [i for i, (a, b) in enumerate(zip(first, second, strict=True)) if {a, b} <= tied]
        first, second = first[keep], second[keep]
    counts = pairs.shared[first, second].astype(int)
    table = pd.DataFrame(
        {
            "actor": [pairs.actors[i] for i in first],
            "with": [pairs.actors[i] for i in second],
            f"{unit}s": counts,
            "NPMI": _npmi(counts, pairs.units[first], pairs.units[second], pairs.total),
            "association strength": counts * pairs.total / np.maximum(1, pairs.units[first] * pairs.units[second]),
        }
    )
    if table.empty:
        who = f"Nobody is named with {focus}" if focus else "No two actors are named together"
        least = f" in {minimum} {unit}s or more" if minimum > 1 else f" in the same {unit}"
        return View(theme.nothing(TITLE, f"{who}{least}."), table, {})
    values = table[f"{unit}s" if measure == "count" else measure].to_numpy(dtype=float)
    rows = _evidence(briefing, pairs, first, second, unit)
    ties = [
        Tie(int(a), int(b), int(n), float(v), at)
        for a, b, n, v, at in zip(first, second, counts, values, rows, strict=True)
    ]
    draw = _network if form == "network" else _matrix
    figure, marks = draw(pairs, ties, unit, measure, focus)
    order = np.argsort(-values, kind="stable")
    return View(figure, table.iloc[order].reset_index(drop=True), marks)


class Tie(NamedTuple):
    """Two actors (their numbers), the units they share, the strength drawn, and a sentence for each unit."""

    first: int
    second: int
    count: int
    value: float
    rows: list[int]


def _pairs(briefing: Any, unit: str, kind: str, focus: str, limit: int, places: bool) -> Pairs:
    mentions, sentences = briefing.mentions, briefing.sentences
    if not places:
        mentions = mentions[mentions["role"] != "place"]
    wanted = mentions if kind == "all" else mentions[(mentions["type"] == kind) | (mentions["actor"] == focus)]
    numbers = {
        "sentence": sentences["sentence"],
        "document": sentences["document"],
        "paragraph": sentences["document"] + "¶" + sentences["paragraph"].astype(str),
    }[unit]
    spoken = sentences["kind"] != "boilerplate"
    unit_of = dict(zip(sentences["sentence"], numbers, strict=True))
    total = numbers[spoken].nunique()
    incidence = pd.DataFrame(
        {"actor": wanted["actor"], "unit": wanted["sentence"].map(unit_of), "sentence": wanted["sentence"]}
    ).dropna()
    if focus:
        with_focus = incidence[incidence["unit"].isin(incidence["unit"][incidence["actor"] == focus])]
        near = with_focus.drop_duplicates(["actor", "unit"])["actor"]
        actors = [focus, *[a for a in labels.ranked(near, limit) if a != focus]][:limit] if len(near) else []
    else:
        actors = labels.ranked(incidence["actor"], limit)
    incidence = incidence[incidence["actor"].isin(actors)]
    code = {actor: number for number, actor in enumerate(actors)}
    units, _ = pd.factorize(incidence["unit"])
    matrix = np.zeros((units.max() + 1 if len(units) else 0, len(actors)), dtype=np.float32)
    matrix[units, incidence["actor"].map(code).to_numpy(dtype=int)] = 1
    types = dict(zip(wanted["actor"], wanted["type"], strict=True))
    groups = wanted.groupby("actor").groups
    return Pairs(
        actors,
        [types[actor] for actor in actors],
        [[int(i) for i in groups[actor]] for actor in actors],
        matrix.sum(0),
        matrix.T @ matrix,
        total,
        incidence,
    )


def _npmi(shared: np.ndarray, first: np.ndarray, second: np.ndarray, total: int) -> np.ndarray:
    """Return log(p(a,b) / p(a)p(b)) / -log p(a,b): 1 where two are never apart, 0 where they meet by chance."""
    share = shared / max(1, total)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.log(share * total * total / (first * second)) / -np.log(share)
    return np.where(share >= 1, 1.0, value)


def _evidence(briefing: Any, pairs: Pairs, first: np.ndarray, second: np.ndarray, unit: str) -> list[list[int]]:
    """Return, for each tie, the index label of one sentence for each unit shared."""
    sentences = briefing.sentences
    order = {name: number for number, name in enumerate(sentences["sentence"])}
    where: dict[str, dict[str, list[int]]] = {}
    for actor, name, sentence in pairs.incidence[["actor", "unit", "sentence"]].itertuples(index=False):
        where.setdefault(actor, {}).setdefault(name, []).append(order[sentence])
    found = []
    for a, b in zip(first, second, strict=True):
        one, other = where[pairs.actors[a]], where[pairs.actors[b]]
        rows = []
        for name in one.keys() & other.keys():
            both = set(one[name]) & set(other[name])
            rows.append(min(both) if both else min(*one[name], *other[name]))
        found.append([int(i) for i in sentences.index[sorted(rows)]])
    return found


def _strength(tie: Tie, measure: str) -> str:
    return "" if measure == "count" else f"<br>{measure} {tie.value:.2f}"


def _said(pairs: Pairs, tie: Tie, unit: str, measure: str) -> str:
    one, other = labels.plain(pairs.actors[tie.first]), labels.plain(pairs.actors[tie.second])
    return (
        f"<b>{one}</b> and <b>{other}</b><br><b>{labels.count(tie.count, unit)}</b> name both, "
        f"{labels.percent(tie.count, pairs.total)} of {pairs.total:,}{_strength(tie, measure)}"
    )


def _subtitle(pairs: Pairs, ties: list[Tie], unit: str, measure: str, drawn: int) -> str:
    strength = {
        "count": f"{unit}s that name both",
        "NPMI": "NPMI: 1 never apart, 0 as by chance",
        "association strength": "association strength: times as often as by chance",
    }[measure]
    alone = len(pairs.actors) - drawn
    left = f" {labels.count(alone, 'actor')} without a tie not drawn." if alone else ""
    return f"{labels.count(drawn, 'actor')}, {labels.count(len(ties), 'tie')}; width and shade: {strength}.{left}"


def _network(pairs: Pairs, ties: list[Tie], unit: str, measure: str, focus: str) -> tuple[go.Figure, dict]:
    nodes = sorted({t.first for t in ties} | {t.second for t in ties}, key=lambda n: (-len(pairs.mentions[n]), n))
    number = {node: at for at, node in enumerate(nodes)}
    weights = np.zeros((len(nodes), len(nodes)))
    for tie in ties:
        a, b = number[tie.first], number[tie.second]
        weights[a, b] = weights[b, a] = max(tie.value, 0.02)
    most = max(len(pairs.mentions[n]) for n in nodes)
    radii = [5 + 13 * (len(pairs.mentions[n]) / most) ** 0.5 for n in nodes]
    types = [kind for kind in theme.TYPE_COLOURS if kind in {pairs.types[n] for n in nodes}]
    title = f"{TITLE}: {focus}" if focus else TITLE
    height = min(760.0, 380 + 9 * len(nodes))
    figure = theme.sheet(title, _subtitle(pairs, ties, unit, measure, len(nodes)), height=height, legend=types)
    # The area the nodes lie in keeps a border, so that labels at its edge stay inside the figure.
    border = 110.0
    sizes = [(w - 2 * border, height - 60) for w in (theme.WIDTH - 30, 1000, 1240)]
    place = placing.spread(placing.layout(weights), radii, sizes[0])
    side = placing.sides(place, radii, [pairs.actors[n] for n in nodes], sizes)
    marks = _draw_ties(figure, pairs, ties, number, place, unit, measure)
    names = {n: labels.plain(pairs.actors[n]) for n in nodes}
    for kind in types:
        own = [at for at, n in enumerate(nodes) if pairs.types[n] == kind]
        keys = [pairs.actors[nodes[at]] for at in own]
        marks |= {key: [("mentions", i) for i in pairs.mentions[nodes[at]]] for at, key in zip(own, keys, strict=True)}
        figure.add_trace(
            go.Scatter(
                x=[place[at, 0] for at in own],
                y=[place[at, 1] for at in own],
                mode="markers+text",
                name=kind,
                marker={
                    "size": [2 * radii[at] for at in own],
                    "color": theme.TYPE_COLOURS[kind],
                    "symbol": SYMBOLS[kind],
                    "opacity": 1,
                    "line": {"width": 1, "color": "rgba(255,255,255,0.8)"},
                },
                text=[names[nodes[at]] if side[at] else "" for at in own],
                textposition=[side[at] or "top center" for at in own],
                textfont={"size": 12, "color": theme.TEXT},
                cliponaxis=False,
                customdata=keys,
                hovertext=[
                    f"<b>{names[nodes[at]]}</b>, {kind}<br>"
                    f"<b>{labels.count(len(pairs.mentions[nodes[at]]), 'mention')}</b>"
                    for at in own
                ],
                hoverinfo="text",
            )
        )
    share = border / (theme.WIDTH - 30 - 2 * border)
    figure.update_xaxes(visible=False, range=[-share, 1 + share])
    figure.update_yaxes(visible=False, range=[-30 / (height - 60), 1 + 30 / (height - 60)])
    figure.update_layout(margin={"l": 15, "r": 15, "b": 15}, height=figure.layout.height - 35)
    figure.update_layout(legend_itemsizing="constant")
    return figure, marks


def _draw_ties(figure, pairs, ties, number, place, unit, measure) -> dict:
    """Draw all ties of a width as one line, and on each tie a small point to click on."""
    low, high = min(t.value for t in ties), max(t.value for t in ties)
    steps = len(WIDTHS) - 1
    lines: dict[int, tuple[list, list]] = {}
    points = []
    for tie in sorted(ties, key=lambda t: (t.value, t.first, t.second)):
        strength = (tie.value - low) / (high - low) if high > low else 0.5
        a, b = place[number[tie.first]], place[number[tie.second]]
        x, y = lines.setdefault(round(strength**0.7 * steps), ([], []))
        x += [a[0], b[0], None]
        y += [a[1], b[1], None]
        points.append((tie, _middle(a, b, [p for _, p in points], place)))
    for step, (x, y) in sorted(lines.items()):
        width, opacity = WIDTHS[step]
        figure.add_trace(
            go.Scatter(
                x=x,
                y=y,
                mode="lines",
                line={"width": width, "color": f"rgba(120,130,145,{opacity})"},
                hoverinfo="skip",
                showlegend=False,
            )
        )
    keys = [f"{pairs.actors[t.first]} – {pairs.actors[t.second]}" for t, _ in points]
    figure.add_trace(
        go.Scatter(
            x=[p[0] for _, p in points],
            y=[p[1] for _, p in points],
            mode="markers",
            marker={"size": 6, "color": "rgba(120,130,145,0.75)", "line": {"width": 0}},
            customdata=keys,
            hovertext=[_said(pairs, t, unit, measure) for t, _ in points],
            hoverinfo="text",
            showlegend=False,
        )
    )
    return {key: [("sentences", i) for i in t.rows] for key, (t, _) in zip(keys, points, strict=True)}


def _middle(a: np.ndarray, b: np.ndarray, others: list[np.ndarray], nodes: np.ndarray) -> np.ndarray:
    """Return the point of a tie to click on: its middle, or beside it where another point or a node is."""
    taken = np.array([*others, *nodes]) * np.array([1.7, 1.0])
    shares = (0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72)
    points = [a + (b - a) * share for share in shares]
    gaps = [np.sqrt(((taken - p * np.array([1.7, 1.0])) ** 2).sum(1)).min() for p in points]
    return next((p for p, gap in zip(points, gaps, strict=True) if gap > 0.04), points[int(np.argmax(gaps))])


def _matrix(pairs: Pairs, ties: list[Tie], unit: str, measure: str, focus: str) -> tuple[go.Figure, dict]:
    """Draw half the matrix: each actor's name stands once, on the diagonal, for its row and its column."""
    drawn = {t.first for t in ties} | {t.second for t in ties}
    order = _neighbours(pairs, drawn)
    rank = {node: at for at, node in enumerate(order)}
    size = len(order)
    low, high = min(0.0, min(t.value for t in ties)), max(t.value for t in ties)
    shades: list[list[float | None]] = [[None] * size for _ in range(size)]
    numbers, hover, keys = ([[""] * size for _ in range(size)] for _ in range(3))
    marks = {}
    for tie in ties:
        row, column = max(rank[tie.first], rank[tie.second]), min(rank[tie.first], rank[tie.second])
        shades[row][column] = max(0.0, (tie.value - low) / (high - low if high > low else 1)) ** 0.5
        numbers[row][column] = f"{tie.count:,}" if measure == "count" else f"{tie.value:.1f}"
        hover[row][column] = _said(pairs, tie, unit, measure)
        keys[row][column] = f"{pairs.actors[tie.first]} – {pairs.actors[tie.second]}"
        marks[keys[row][column]] = [("sentences", i) for i in tie.rows]
    title = f"{TITLE}: {focus}" if focus else TITLE
    figure = theme.sheet(title, _subtitle(pairs, ties, unit, measure, size), height=max(80, 24 * size))
    figure.add_trace(theme.tiles(shades, numbers if size <= 26 else [[""] * size] * size, hover, keys))
    names = [pairs.actors[node] for node in order]
    at = list(range(size))
    marks |= {pairs.actors[n]: [("mentions", i) for i in pairs.mentions[n]] for n in order}
    figure.add_trace(
        go.Scatter(
            x=at,
            y=at,
            mode="markers+text",
            marker={
                "size": 9,
                "symbol": [SYMBOLS[pairs.types[n]] for n in order],
                "color": [theme.TYPE_COLOURS[pairs.types[n]] for n in order],
            },
            text=["&nbsp;" + labels.plain(labels.shorten(name, 30)) for name in names],
            textposition="middle right",
            cliponaxis=False,
            customdata=names,
            hovertext=[
                f"<b>{labels.plain(name)}</b>, {pairs.types[n]}<br>"
                f"<b>{labels.count(len(pairs.mentions[n]), 'mention')}</b>"
                for name, n in zip(names, order, strict=True)
            ],
            hoverinfo="text",
        )
    )
    room = round(labels.widest([labels.shorten(name, 30) for name in names[-3:]])) + 30
    figure.update_xaxes(visible=False, range=[-0.5, size - 0.5])
    figure.update_yaxes(visible=False, range=[size - 0.5, -0.5])
    figure.update_layout(margin={"l": 20, "r": room, "b": 15}, height=figure.layout.height - 35)
    return figure, marks


def _neighbours(pairs: Pairs, drawn: set[int]) -> list[int]:
    """Order actors so that those often named together stand close: from the strongest, always the nearest next."""
    strength = pairs.shared / np.sqrt(np.maximum(1, np.outer(pairs.units, pairs.units)))
    left = sorted(drawn, key=lambda n: (-len(pairs.mentions[n]), n))
    order = [left.pop(0)]
    while left:
        nearest = max(left, key=lambda n: (sum(strength[n, m] for m in order[-4:]), -n))
        left.remove(nearest)
        order.append(nearest)
    return order
