"""What one source has and another leaves out: topics, actors, voices quoted and figures, side by side."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from briefing_lib.tables import LIST_SEPARATOR
from briefing_lib.view import View, claims, labels, theme
from briefing_lib.view.choices import Range

COLUMNS = 12
COLUMNS_OF = {"topics": ("topics", "topic"), "actors": ("mentions", "actor"), "speakers": ("quotations", "source")}
TITLES = {
    "topics": "Which topics each source takes up",
    "actors": "Whom each source names",
    "speakers": "Whom each source quotes",
    "figures": "Which figures each source gives",
}
NOUNS = {"topics": "paragraph", "actors": "mention", "speakers": "quotation", "figures": "figure"}


class Cell(NamedTuple):
    """What one source has of one item: rows of a table, and words to show instead of their number."""

    table: str
    rows: list[int]
    words: str = ""


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
    cells = _cells(briefing, compare, _groups(briefing, by))
    have: dict[str, list[str]] = {}
    for item, group in cells:
        have.setdefault(item, []).append(group)
    groups = sorted({group for _, group in cells})
    sizes = {item: sum(len(cells[item, group].rows) for group in found) for item, found in have.items()}
    chosen = [i for i, found in have.items() if only == "all" or (len(found) > 1) == (only == "shared")]
    chosen.sort(key=lambda i: (-len(have[i]), -sizes[i], i) if only != "in one only" else (have[i][0], -sizes[i], i))
    none = Cell("", [])
    table = pd.DataFrame(
        [(i, len(have[i]), sizes[i], *(len(cells.get((i, g), none).rows) for g in groups)) for i in chosen],
        columns=[compare, "sources", NOUNS[compare] + "s", *groups],
    )
    if not chosen:
        what = {"all": "has any", "shared": "shares any with another", "in one only": "has any that no other has"}
        return View(theme.nothing(title, f"No source {what[only]} of the {compare} looked for."), table, {})
    shown = chosen[:limit] if only != "in one only" else _even(chosen, have, limit)
    weight = {g: sum(len(cells[i, g].rows) for i in shown if (i, g) in cells) for g in groups}
    columns = sorted(sorted(groups, key=lambda g: (-weight[g], g))[:COLUMNS])
    columns = [g for g in columns if weight[g]]
    shown = [i for i in shown if any((i, g) in cells for g in columns)]
    names = labels.document_names(briefing.documents) if by == "document" else {}
    figure, marks = _draw(cells, shown, columns, have, names, compare, len(groups))
    notes = [
        "Blue: in several sources, orange: in one only.",
        f"{len(columns)} of {len(groups)} sources drawn." if len(columns) < len(groups) else "",
        f"{labels.count(len(chosen) - len(shown), 'more row')} in the table." if len(chosen) > len(shown) else "",
    ]
    figure.update_layout(title_subtitle_text=" ".join(note for note in notes if note))
    return View(figure, table, marks)


def _groups(briefing: Any, by: str) -> dict[str, str]:
    """Return the group each document belongs to."""
    documents = briefing.documents
    names = documents["document"] if by == "document" else documents[by].fillna("").replace("", f"{by} unknown")
    return dict(zip(documents["document"], names, strict=True))


def _cells(briefing: Any, compare: str, group_of: dict[str, str]) -> dict[tuple[str, str], Cell]:
    """Return the rows of each item in each group."""
    if compare == "figures":
        return _figures(briefing, group_of)
    table, column = COLUMNS_OF[compare]
    rows = getattr(briefing, table)
    if compare == "actors":
        rows = rows[rows["role"] != "place"]
    if compare == "topics":
        rows = rows[rows["method"] == "codebook"]
    items = rows[column]
    if compare == "speakers":  # words attributed to two speakers count for each
        items = items.where(items != "", rows["source_text"]).replace("", "unresolved")
        items = items.str.split(LIST_SEPARATOR, regex=False).explode()
    found = items.groupby([items, rows["document"].map(group_of).reindex(items.index)]).groups
    return {(str(item), str(group)): Cell(table, [int(i) for i in at]) for (item, group), at in found.items()}


def _figures(briefing: Any, group_of: dict[str, str]) -> dict[tuple[str, str], Cell]:
    """Return the figures of each group: an item is what is measured, between whom, for which period."""
    found: dict[tuple[str, str], Cell] = {}
    rows = briefing.statistics
    for index, row in zip(rows.index, rows.itertuples(), strict=True):
        item = ", ".join(part for part in (claims.series_of(row), row.period) if part)
        value = labels.amount(row.value, row.unit) if not math.isnan(row.value) else ""
        change = f"{row.change_pct:+.3g} %" if not math.isnan(row.change_pct) else ""
        words = ", ".join(part for part in (value, change) if part)
        key = item, group_of.get(row.document, row.document)
        known = found.get(key, Cell("statistics", []))
        said = [known.words] if known.words else []
        found[key] = Cell("statistics", [*known.rows, int(index)], "<br>".join(dict.fromkeys([*said, words])))
    return found


def _even(chosen: list[str], have: dict[str, list[str]], limit: int) -> list[str]:
    """Return the first items of each group in turn, as many of each as fit."""
    groups = {have[item][0]: [i for i in chosen if have[i][0] == have[item][0]] for item in chosen}
    each = max(1, limit // len(groups))
    return [item for items in groups.values() for item in items[:each]][: max(limit, 1)]


def _draw(cells, shown, columns, have, names, compare, total) -> tuple[go.Figure, dict]:
    figure = theme.sheet(TITLES[compare], " ", height=max(80, (30 if compare == "figures" else 25) * len(shown)))
    most = max(len(cell.rows) for (item, group), cell in cells.items() if item in set(shown) and group in set(columns))
    texts = [labels.shorten(item, 44) for item in shown]
    theme.rows_axis(figure, texts)
    room = theme.WIDTH - figure.layout.margin.l
    words = compare == "figures" and room / len(columns) > 110
    drawn = [(r, c, cells[i, g]) for r, i in enumerate(shown) for c, g in enumerate(columns) if (i, g) in cells]
    absent = [(r, c) for r, i in enumerate(shown) for c, g in enumerate(columns) if (i, g) not in cells]
    figure.add_trace(
        go.Scatter(
            x=[c for _, c in absent], y=[r for r, _ in absent], mode="markers", hoverinfo="skip",
            marker={"symbol": "line-ew-open", "size": 6, "color": "rgba(128,134,144,0.45)"},
        )
    )  # fmt: skip
    keys = [f"{shown[r]} · {columns[c]}" for r, c, _ in drawn]
    colours = [theme.BLUE if len(have[shown[r]]) > 1 else theme.ORANGE for r, _, _ in drawn]
    hover = [
        f"<b>{labels.plain(shown[r])}</b><br>{labels.plain(names.get(columns[c], columns[c]))}<br>"
        f"<b>{labels.count(len(cell.rows), NOUNS[compare])}</b>{': ' + cell.words if cell.words else ''}<br>"
        f"in {len(have[shown[r]])} of {labels.count(total, 'source')}"
        for r, c, cell in drawn
    ]
    figure.add_trace(
        go.Scatter(
            x=[c for _, c, _ in drawn],
            y=[r for r, _, _ in drawn],
            mode="markers+text",
            marker={
                "size": [10 if words else 7 + 14 * (len(cell.rows) / most) ** 0.5 for _, _, cell in drawn],
                "color": colours, "opacity": 1, "line": {"width": 0},
            },
            text=[
                labels.plain(labels.shorten(cell.words.split("<br>")[0], 22)) if words else f"{len(cell.rows):,}"
                for _, _, cell in drawn
            ],
            textposition="middle right",
            textfont={"size": 11},
            cliponaxis=False,
            customdata=keys,
            hovertext=hover,
            hoverinfo="text",
        )
    )  # fmt: skip
    if words:  # the text of the last column reaches to the right of its point
        figure.update_layout(margin_r=round(max(24, 165 - room / len(columns) / 2)))
        room -= figure.layout.margin.r
    theme.columns_axis(figure, [names.get(group, group) for group in columns], room)
    figure.update_yaxes(showgrid=True, gridcolor="rgba(128,134,144,0.12)")
    return figure, {k: [(cell.table, i) for i in cell.rows] for k, (_, _, cell) in zip(keys, drawn, strict=True)}
