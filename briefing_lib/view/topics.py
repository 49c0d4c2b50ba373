"""Which topics stand where: by document, publisher, voice, month or year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import product
from typing import Annotated, Any, Literal, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.counting.at_hand import at_hand, numbered
from briefing_lib.counting.standing import paragraphs_of, units_of
from briefing_lib.view import View
from briefing_lib.view.choices import From, Range
from briefing_lib.view.drawing import labels, periods, theme
from briefing_lib.view.drawing.rows import Rows

BARS_SHOWN = 7
TIMES = {"month": 7, "year": 4}
"""Characters of an ISO date that name the time."""
NONE = np.empty(0, dtype=np.int64)


def topics(
    briefing: Any,
    *,
    by: Literal["document", "publisher", "voice", "month", "year"] = "document",
    form: Literal["heatmap", "bar"] = "heatmap",
    measure: Literal["count", "share"] = "count",
    topic: Annotated[str, From("topics", "topic")] = "",
    method: Literal["codebook", "learned"] = "codebook",
    limit: Annotated[int, Range(3, 40)] = 20,
) -> View:
    """Show how many paragraphs speak of each topic.

    Args:
        briefing: anything whose attributes are the tables.
        by: what the paragraphs are split by; a paragraph has the voice of its first sentence, and the publisher and the
            month or year of its document.
        form: a matrix of tiles, or bars.
        measure: paragraphs, or their share of all paragraphs of that document, publisher, voice, month or year.
        topic: only this one; empty for all.
        method: topics of the codebook, or learned ones.
        limit: most documents, publishers, voices, months or years to draw; the table has them all.

    Returns:
        The view; its marks hold rows of ``topics``.
    """
    title = f"Topics by {by}"
    tables = (briefing.topics, briefing.sentences, briefing.documents)
    found: _Counted = at_hand(_counted, *tables, by=by, topic=topic, method=method)
    table = found.table.copy(deep=False)
    note = ""
    if found.undated:
        note = f"{labels.count(found.undated, 'paragraph')} in documents without a date not drawn."
    if not found.cells:
        sentence = f"No paragraph speaks of {topic}." if topic else "No paragraph has a topic."
        if method == "learned" and not (briefing.topics["method"] == "learned").any():
            sentence = "No topics were learned yet: briefing.learn_topics() returns a briefing that has them."
        return View(theme.nothing(title, f"{sentence} {note}"), table, {})
    groups = _drawn(found.groups, by, limit)
    if by in TIMES:
        note += f" {by.capitalize()}s without documents are left out."
    more = len(found.groups) - len(groups)
    if more and form == "heatmap":
        note += f" The {len(groups)} {by}s with most are drawn; {more:,} more are in the table."
    draw = _tiles if form == "heatmap" else _bars
    figure, marks = draw(briefing, found, groups, (by, measure, title, note))
    return View(figure, table, marks)


class _Counted(NamedTuple):
    """The paragraphs of each topic and group, and how many each group has in all.

    Attributes:
        cells: labels of the rows of ``topics`` by topic and group, in order of topic, then of group.
        order: the topics, the most frequent first.
        groups: rows of each group.
        totals: paragraphs of each group, with a topic or without.
        undated: rows left out because the month is not known.
        table: the table of the view.
    """

    cells: dict[tuple[str, str], np.ndarray]
    order: list[str]
    groups: dict[str, int]
    totals: dict[str, int]
    undated: int
    table: pd.DataFrame


def _counted(
    topics: pd.DataFrame, sentences: pd.DataFrame, documents: pd.DataFrame, by: str, topic: str, method: str
) -> _Counted:
    names, group_of, totals = at_hand(_groups, sentences, documents, by=by)
    own = numbered(topics, "topic")
    unit = paragraphs_of(topics, sentences)
    group = np.append(group_of, -1)[unit]
    keep = (group >= 0) & numbered(topics, "method").having(method.__eq__)
    if topic:
        keep &= own.having(topic.__eq__)
    dated = (names != "")[group] if len(names) else keep
    undated = int((keep & ~dated).sum()) if by in TIMES else 0
    rows = np.flatnonzero(keep & dated)
    rank = np.empty(len(own.values), dtype=np.int64)
    rank[np.argsort(own.values)] = np.arange(len(own.values))
    kinds = own.values[np.argsort(own.values)]
    cell = rank[own.codes[rows]] * max(len(names), 1) + group[rows]
    order = np.argsort(cell, kind="stable")
    numbers, first, sizes = np.unique(cell[order], return_index=True, return_counts=True)
    pairs = [(kinds[t], names[g]) for t, g in zip(*np.divmod(numbers, max(len(names), 1)), strict=True)]
    at = topics.index.to_numpy()[rows[order]]
    cells = dict(zip(pairs, np.split(at, first[1:]) if len(pairs) else [], strict=True))
    table = pd.DataFrame(
        {
            "topic": pd.Series([t for t, _ in pairs], dtype="str"),
            by: pd.Series([g for _, g in pairs], dtype="str"),
            "paragraphs": pd.Series(sizes, dtype="int64"),
        }
    )
    table["share"] = table["paragraphs"] / [totals[g] for _, g in pairs] if pairs else pd.Series(dtype=float)
    in_topic, in_group = Counter[str](), Counter[str]()
    for (t, g), size in zip(pairs, sizes.tolist(), strict=True):
        in_topic[t] += size
        in_group[g] += size
    return _Counted(cells, _most(in_topic), dict(in_group), totals, undated, table)


def _groups(sentences: pd.DataFrame, documents: pd.DataFrame, by: str) -> tuple[np.ndarray, np.ndarray, dict[str, int]]:
    """Return the names of the groups in order, the group of each paragraph, -1 for boilerplate, and their sizes."""
    spoken = np.flatnonzero(~numbered(sentences, "kind").having("boilerplate".__eq__))
    units = units_of(sentences, "paragraph")
    number, first = np.unique(units[spoken], return_index=True)
    group = numbered(sentences, "voice" if by == "voice" else "document")
    values = group.values.tolist()
    if by == "voice":
        values = [value or "unknown" for value in values]
    elif by == "publisher":
        publishers = dict(zip(documents["document"], documents["publisher"], strict=True))
        values = [publishers.get(value) or "unknown" for value in values]
    elif by in TIMES:
        times = at_hand(_times, documents, by=by)
        values = [times.get(value, "") for value in values]
    names = sorted(set(values))
    place = {name: n for n, name in enumerate(names)}
    own = np.array([place[value] for value in values], dtype=np.int64)[group.codes[spoken[first]]]
    group_of = np.full(int(units.max(initial=-1)) + 1, -1)
    group_of[number] = own
    sizes = np.bincount(own, minlength=len(names)).tolist()
    return np.array(names, dtype=object), group_of, dict(zip(names, sizes, strict=True))


def _times(documents: pd.DataFrame, by: str) -> dict[str, str]:
    """Return the month or year each document was published in; empty where its date leaves several."""
    step, found = periods.Step(by), {}
    for document, published in zip(documents["document"], documents["published"], strict=True):
        span = periods.bounds(published)
        same = span and step.start(span[0]) == step.start(span[1])
        found[document] = step.start(span[0])[: TIMES[by]] if span and same else ""
    return found


def _most(counts: Mapping[str, int]) -> list[str]:
    return sorted(counts, key=lambda name: (-counts[name], name))


def _drawn(groups: Mapping[str, int], by: str, limit: int) -> list[str]:
    """Return the groups drawn: the most frequent ones; documents, months and years in their own order."""
    chosen = _most(groups)[:limit]
    return chosen if by in ("publisher", "voice") else sorted(chosen)


def _names(briefing: Any, groups: list[str], by: str) -> dict[str, str]:
    if by == "document":
        names = labels.document_names(briefing.documents)
        return {group: names.get(group, group) for group in groups}
    return {group: periods.Step(by).label(f"{group}-01-01"[:10]) if by in TIMES else group for group in groups}


def _said(topic: str, name: str, number: int, total: int) -> str:
    return (
        f"<b>{labels.plain(topic)}</b><br>{labels.plain(name)}<br><b>{labels.count(number, 'paragraph')}</b>, "
        f"{labels.percent(number, total)} of {total:,}"
    )


def _tiles(briefing, counted: _Counted, groups, said) -> tuple[go.Figure, dict]:
    by, measure, title, note = said
    cells, order, totals = counted.cells, counted.order, counted.totals
    names = _names(briefing, groups, by)
    values = {
        pair: len(at) if measure == "count" else len(at) / totals[pair[1]]
        for pair, at in ((pair, cells[pair]) for pair in product(order, names) if pair in cells)
    }
    most = max(values.values())
    keys, shades, numbers, hover = [], [], [], []
    marks: dict[str, Any] = {}
    for topic in order:
        found = [cells.get((topic, group), NONE) for group in groups]
        keys.append([f"{topic} · {group}" if len(at) else "" for group, at in zip(groups, found, strict=True)])
        shades.append(
            [(values[topic, g] / most) ** 0.5 if len(at) else None for g, at in zip(groups, found, strict=True)]
        )
        numbers.append(
            [
                "" if not len(at) else f"{len(at):,}" if measure == "count" else labels.percent(len(at), totals[group])
                for group, at in zip(groups, found, strict=True)
            ]
        )
        hover.append([_said(topic, names[g], len(at), totals[g]) for g, at in zip(groups, found, strict=True)])
        marks |= {key: Rows("topics", at) for key, at in zip(keys[-1], found, strict=True) if key}
    what = "Paragraphs" if measure == "count" else f"Share of all paragraphs of the {by}"
    figure = theme.sheet(title, f"{what} on each topic; the darker, the more. {note}", height=max(60, 25 * len(order)))
    each = theme.WIDTH / max(1, len(groups))
    figure.add_trace(theme.tiles(shades, numbers if each > 26 else [[""] * len(groups)] * len(order), hover, keys))
    theme.rows_axis(figure, order)
    theme.columns_axis(figure, [names[g] for g in groups], theme.WIDTH - figure.layout.margin.l)
    return figure, marks


def _bars(briefing, counted: _Counted, groups, said) -> tuple[go.Figure, dict]:
    by, measure, title, note = said
    cells, order, totals = counted.cells, counted.order, counted.totals
    sizes = counted.groups
    shown = _most(sizes)[:BARS_SHOWN]
    shown = shown if by in ("publisher", "voice") else sorted(shown)
    rest = sorted(set(sizes) - set(shown))
    names = _names(briefing, shown, by) | {"others": f"other {by}s"}
    everything = sum(totals.values())
    what = "Paragraphs" if measure == "count" else f"Share of all {everything:,} paragraphs"
    figure = theme.sheet(title, f"{what} on each topic. {note}", height=max(60, 25 * len(order)))
    marks: dict[str, Any] = {}
    for number, group in enumerate([*shown, *(["others"] if rest else [])]):
        members = rest if group == "others" else [group]
        found = [np.concatenate([NONE, *(cells[topic, m] for m in members if (topic, m) in cells)]) for topic in order]
        keys = [f"{topic} · {group}" if len(at) else "" for topic, at in zip(order, found, strict=True)]
        marks |= {key: Rows("topics", at) for key, at in zip(keys, found, strict=True) if key}
        total = int(sum(totals[member] for member in members))
        figure.add_trace(
            go.Bar(
                x=[len(at) / (1 if measure == "count" else everything / 100) for at in found],
                y=list(range(len(order))),
                orientation="h",
                name=labels.plain(labels.shorten(names[group], 30)),
                marker={"color": (*theme.COLOURS, theme.GREY)[number if group != "others" else -1], "line_width": 0},
                customdata=keys,
                hovertext=[_said(t, names[group], len(at), total) for t, at in zip(order, found, strict=True)],
                hoverinfo="text",
            )
        )
    figure.update_layout(barmode="stack", bargap=0.25)
    theme.rows_axis(figure, order)
    figure.update_xaxes(title_text="paragraphs" if measure == "count" else "share of all paragraphs (%)", showgrid=True)
    theme.add_legend(figure)
    return figure, marks
