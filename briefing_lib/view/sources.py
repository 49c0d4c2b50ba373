"""What one source has and another leaves out: topics, actors, voices quoted and figures, side by side."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import Annotated, Any, Literal, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.counting.at_hand import Numbered, at_hand, numbered
from briefing_lib.tables import LIST_SEPARATOR
from briefing_lib.view import View
from briefing_lib.view.choices import Range
from briefing_lib.view.claimed import claims
from briefing_lib.view.drawing import labels, theme
from briefing_lib.view.drawing.rows import Rows

COLUMNS = 12
COLUMNS_OF = {
    "topics": ("topics", "topic"),
    "actors": ("mentions", "actor"),
    "speakers": ("quotations", "source"),
    "figures": ("statistics", ""),
}
TITLES = {
    "topics": "Which topics each source takes up",
    "actors": "Whom each source names",
    "speakers": "Whom each source quotes",
    "figures": "Which figures each source gives",
}
NOUNS = {"topics": "paragraph", "actors": "mention", "speakers": "quotation", "figures": "figure"}


def sources(
    briefing: Any,
    *,
    compare: Literal["topics", "actors", "speakers", "figures"] = "actors",
    by: Literal["document", "publisher", "genre"] = "document",
    only: Literal["all", "shared", "in one only"] = "all",
    limit: Annotated[int, Range(5, 60)] = 25,
) -> View:
    """Compare sources.

    Args:
        briefing: anything whose attributes are the tables.
        compare: topics of their paragraphs, actors they name, speakers they quote, or figures they give.
        by: what stands side by side.
        only: every item, those at least two sources have, or those only one of them has.
        limit: most items to draw: those most sources have, then those named most often; the table has all.

    Returns:
        The view; its marks hold rows of ``topics``, ``mentions``, ``quotations`` or ``statistics``.
    """
    title = TITLES[compare]
    table = getattr(briefing, COLUMNS_OF[compare][0])
    found: _Compared = at_hand(_compared, table, briefing.documents, compare=compare, by=by)
    names, groups = found.items, found.groups
    chosen = np.flatnonzero({"all": found.sources > 0, "shared": found.sources > 1}.get(only, found.sources == 1))
    chosen = chosen[np.lexsort((chosen, -found.counts[chosen], -found.sources[chosen]))]
    name = compare.removesuffix("s")
    listed = pd.DataFrame(
        {
            name: pd.Series(names[chosen], dtype="str"),
            "sources": found.sources[chosen],
            NOUNS[compare] + "s": found.counts[chosen],
        }
    )
    if not len(chosen):
        what = {"all": "has any", "shared": "shares any with another", "in one only": "has any that no other has"}
        return View(theme.nothing(title, f"No source {what[only]} of the {compare} looked for."), listed, {})
    first = _evenly(found, chosen, limit) if only == "in one only" else chosen[:limit]
    weight = found.weights(first)
    columns: list[int] = np.sort(
        np.lexsort((np.arange(len(groups)), -weight))[: min(COLUMNS, np.count_nonzero(weight))]
    ).tolist()
    for group in columns:
        listed[groups[group]] = found.column(group)[chosen]
    has = {item for item, _ in found.cells(first.tolist(), columns)}
    shown = [item for item in first.tolist() if item in has]
    documents, drawn = briefing.documents, groups[columns].tolist()
    titles = labels.document_names(documents[documents["document"].isin(drawn)]) if by == "document" else {}
    figure, marks = _draw(found, shown, columns, titles, compare)
    total = len(found.known)
    notes = [
        "Blue: in several sources, orange: in one only.",
        f"{len(columns)} of {total:,} sources drawn." if len(columns) < total else "",
        f"{labels.count(len(chosen) - len(shown), 'more row')} in the table." if len(chosen) > len(shown) else "",
    ]
    figure.update_layout(title_subtitle_text=" ".join(note for note in notes if note))
    return View(figure, listed, marks)


class _Compared(NamedTuple):
    """The rows that are compared, by item and source.

    Attributes:
        items: what is compared, by name.
        groups: the sources, by name.
        sources: in how many sources each item is.
        counts: how many rows each item has.
        known: the sources there are, those without any item too.
        item: of each pair of an item and a source that has it, in order.
        group: the source of each pair.
        starts: first row of each pair, and the end of the last.
        labels: index labels of the rows.
        words: what stands in a cell for each row; empty for all but figures.
    """

    items: np.ndarray
    groups: np.ndarray
    sources: np.ndarray
    counts: np.ndarray
    known: set[str]
    item: np.ndarray
    group: np.ndarray
    starts: np.ndarray
    labels: np.ndarray
    words: list[str]

    def weights(self, items: np.ndarray) -> np.ndarray:
        """Return how many rows of some items each source has."""
        inside = np.isin(self.item, items)
        return np.bincount(self.group[inside], np.diff(self.starts)[inside], len(self.groups)).astype(np.int64)

    def column(self, group: int) -> np.ndarray:
        """Return how many rows of each item a source has."""
        inside = self.group == group
        found = np.zeros(len(self.items), dtype=np.int64)
        found[self.item[inside]] = np.diff(self.starts)[inside]
        return found

    def cells(
        self, items: Collection[int], groups: Collection[int]
    ) -> dict[tuple[int, int], tuple[np.ndarray, list[str]]]:
        """Return the rows of each pair of some items and sources, and the words of its cell."""
        found = {}
        inside = np.isin(self.item, list(items)) & np.isin(self.group, list(groups))
        for pair in np.flatnonzero(inside).tolist():
            own = slice(self.starts[pair], self.starts[pair + 1])
            words = list(dict.fromkeys(self.words[own])) if self.words else [""]
            found[int(self.item[pair]), int(self.group[pair])] = self.labels[own], words
        return found


def _compared(table: pd.DataFrame, documents: pd.DataFrame, compare: str, by: str) -> _Compared:
    own, rows, words = _items(table, compare)
    groups = documents["document"] if by == "document" else documents[by].replace("", f"{by} unknown")
    group_of = dict(zip(documents["document"], groups, strict=True))
    known = set(group_of.values())
    in_document = numbered(table, "document")
    of_document = [group_of.get(document) for document in in_document.values]
    names = sorted({name for name in of_document if name is not None})
    place = {name: n for n, name in enumerate(names)}
    of = np.array([place.get(name, -1) for name in of_document], dtype=np.int64)
    group = of[in_document.codes[rows]] if len(of) else np.empty(0, dtype=np.int64)
    used = np.flatnonzero(np.bincount(own.codes[group >= 0], minlength=len(own.values)))
    used = used[np.argsort(own.values[used], kind="stable")]
    rank = np.full(len(own.values), -1)
    rank[used] = np.arange(len(used))
    cell = np.where(group >= 0, rank[own.codes] * len(names) + group, -1)
    order = np.argsort(cell, kind="stable")[int((group < 0).sum()) :]
    pairs, first = np.unique(cell[order], return_index=True)
    item, source = np.divmod(pairs, max(len(names), 1))
    starts = np.append(first, len(order))
    sources = np.bincount(item, minlength=len(used))
    counts = np.bincount(item, np.diff(starts), len(used)).astype(np.int64)
    labels_of = table.index.to_numpy()[rows[order]]
    said = [words[n] for n in order] if words else []
    groups_of = np.array(names, dtype=object)
    return _Compared(own.values[used], groups_of, sources, counts, known, item, source, starts, labels_of, said)


def _items(table: pd.DataFrame, compare: str) -> tuple[Numbered, np.ndarray, list[str]]:
    """Return what is compared as numbers, the positions of its rows, and the words of each row."""
    if compare == "figures":
        return _figures(table)
    own, rows = numbered(table, COLUMNS_OF[compare][1]), np.arange(len(table))
    if compare == "actors":
        rows = np.flatnonzero(~numbered(table, "role").having("place".__eq__))
    if compare == "topics":
        rows = np.flatnonzero(numbered(table, "method").having("codebook".__eq__))
    if compare != "speakers":
        return Numbered(own.values, own.codes[rows]), rows, []
    # Words attributed to two speakers count for each.
    named = own.having(bool)
    spoken: Any = (
        np.where(named, own.values[own.codes], table["source_text"].to_numpy(dtype=object)) if len(table) else []
    )
    codes, values = pd.factorize(np.asarray(spoken, dtype=object))
    parts = [(value or "unresolved").split(LIST_SEPARATOR) for value in values]
    sizes = np.array([len(those) for those in parts], dtype=np.int64)
    if not len(codes):
        return Numbered(np.empty(0, dtype=object), np.empty(0, dtype=np.int64)), rows, []
    place, names = pd.factorize(np.array([name for those in parts for name in those], dtype=object))
    rows = np.repeat(rows, sizes[codes])
    within = np.arange(len(rows)) - np.repeat(np.cumsum(sizes[codes]) - sizes[codes], sizes[codes])
    return Numbered(names, place[np.repeat((np.cumsum(sizes) - sizes)[codes], sizes[codes]) + within]), rows, []


def _figures(statistics: pd.DataFrame) -> tuple[Numbered, np.ndarray, list[str]]:
    """Return the figures: an item is what is measured, between whom, for which period; its words are its numbers."""
    items, words = [], []
    row: Any
    for row in statistics.itertuples():
        items.append(", ".join(part for part in (claims.series_of(row), row.period) if part))
        value = labels.amount(row.value, row.unit) if not math.isnan(row.value) else ""
        change = f"{row.change_pct:+.3g} %" if not math.isnan(row.change_pct) else ""
        words.append(", ".join(part for part in (value, change) if part))
    codes, values = pd.factorize(np.array(items, dtype=object))
    return Numbered(values, codes), np.arange(len(statistics)), words


def _evenly(found: _Compared, chosen: np.ndarray, limit: int) -> np.ndarray:
    """Return the first items of each source in turn, as many of each as fit, source after source."""
    group_of = dict(zip(found.item.tolist(), found.group.tolist(), strict=True))
    groups: dict[int, list[int]] = {}
    for item in chosen.tolist():
        groups.setdefault(group_of[item], []).append(item)
    each = max(1, limit // len(groups))
    return np.array([item for group in sorted(groups) for item in groups[group][:each]][:limit])


def _draw(
    found: _Compared, shown: list[int], columns: list[int], titles: dict[str, str], compare: str
) -> tuple[go.Figure, dict]:
    figure = theme.sheet(TITLES[compare], " ", height=max(80, (30 if compare == "figures" else 25) * len(shown)))
    cells = {
        (found.items[item], found.groups[group]): own for (item, group), own in found.cells(shown, columns).items()
    }
    several = {found.items[item]: int(found.sources[item]) for item in shown}
    total = len(found.known)
    most = max(len(own) for own, _ in cells.values())
    names = found.items[shown].tolist()
    groups = found.groups[columns].tolist()
    theme.rows_axis(figure, [labels.shorten(item, 44) for item in names])
    room = theme.WIDTH - figure.layout.margin.l
    words = compare == "figures" and room / len(columns) > 110
    grid = [(r, c, (i, g)) for r, i in enumerate(names) for c, g in enumerate(groups)]
    absent = [(r, c) for r, c, pair in grid if pair not in cells]
    dash = {"symbol": "line-ew-open", "size": 6, "color": "rgba(128,134,144,0.45)"}
    figure.add_trace(
        go.Scatter(
            x=[c for _, c in absent], y=[r for r, _ in absent], mode="markers", hoverinfo="skip", marker=dash
        )
    )  # fmt: skip
    drawn = [(r, c, pair, *cells[pair]) for r, c, pair in grid if pair in cells]
    hover = [
        f"<b>{labels.plain(item)}</b><br>{labels.plain(titles.get(group, group))}<br>"
        f"<b>{labels.count(len(own), NOUNS[compare])}</b>{': ' + ', '.join(said) if any(said) else ''}<br>"
        f"in {several[item]:,} of {labels.count(total, 'source')}"
        for _, _, (item, group), own, said in drawn
    ]
    figure.add_trace(
        go.Scatter(
            x=[c for _, c, _, _, _ in drawn],
            y=[r for r, _, _, _, _ in drawn],
            mode="markers+text",
            marker={
                "size": [10 if words else 7 + 14 * (len(own) / most) ** 0.5 for _, _, _, own, _ in drawn],
                "color": [theme.BLUE if several[item] > 1 else theme.ORANGE for _, _, (item, _), _, _ in drawn],
                "opacity": 1,
                "line": {"width": 0},
            },
            text=[_words(said[0], room / len(columns)) if words else f"{len(own):,}" for *_, own, said in drawn],
            textposition="middle right",
            textfont={"size": 11, "color": theme.TEXT},
            cliponaxis=False,
            customdata=[f"{item} · {group}" for _, _, (item, group), _, _ in drawn],
            hovertext=hover,
            hoverinfo="text",
        )
    )
    if words:  # the text of the last column reaches to the right of its point
        figure.update_layout(margin_r=round(max(24, 165 - room / len(columns) / 2)))
        room -= figure.layout.margin.r
    theme.columns_axis(figure, [titles.get(group, group) for group in groups], room)
    figure.update_yaxes(showgrid=True, gridcolor=theme.FAINT)
    table = COLUMNS_OF[compare][0]
    return figure, {f"{item} · {group}": Rows(table, own) for _, _, (item, group), own, _ in drawn}


def _words(said: str, room: float) -> str:
    """Return a figure and its change, or only the first of them where columns are narrow."""
    return labels.plain(said if room > 165 else labels.shorten(said.split(", ")[0], 16))
