"""What one source has and another leaves out: topics, actors, voices quoted and figures, side by side."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal

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
    rows = _rows(briefing, compare)
    documents = briefing.documents
    groups = documents["document"] if by == "document" else documents[by].replace("", f"{by} unknown")
    rows["group"] = rows["document"].map(dict(zip(documents["document"], groups, strict=True)))
    counts = rows.groupby(["item", "group"]).size()
    items = pd.DataFrame({"sources": counts.groupby("item").size(), "rows": counts.groupby("item").sum()})
    if only != "all":
        items = items[(items["sources"] > 1) == (only == "shared")]
    name = compare.removesuffix("s")
    table = items.rename_axis(name).reset_index().rename(columns={"rows": NOUNS[compare] + "s"})
    if items.empty:
        what = {"all": "has any", "shared": "shares any with another", "in one only": "has any that no other has"}
        return View(theme.nothing(title, f"No source {what[only]} of the {compare} looked for."), table, {})
    items = items.reset_index().sort_values(["sources", "rows", "item"], ascending=[False, False, True], kind="stable")
    shown = items["item"].tolist()[:limit]
    if only == "in one only":
        shown = _evenly(items, counts, limit)
    inside = counts[counts.index.isin(shown, level="item")]
    weight = inside.groupby("group").sum()
    columns = sorted(sorted(weight.index, key=lambda g: (-weight[g], g))[:COLUMNS])
    rows = rows[rows["item"].isin(shown) & rows["group"].isin(columns)]
    shown = [item for item in shown if item in set(rows["item"])]
    wide = counts[counts.index.isin(columns, level="group")].unstack(fill_value=0)
    table = table.join(wide, on=name)
    table[columns] = table[columns].fillna(0).astype(int)
    order = dict(zip(items["item"], range(len(items)), strict=True))
    table = table.sort_values(name, key=lambda column: column.map(order), kind="stable").reset_index(drop=True)
    names = labels.document_names(documents[documents["document"].isin(columns)]) if by == "document" else {}
    several = dict(zip(items["item"], items["sources"], strict=True))
    total = len(set(groups))
    figure, marks = _draw(rows, shown, columns, several, names, compare, total)
    notes = [
        "Blue: in several sources, orange: in one only.",
        f"{len(columns)} of {total:,} sources drawn." if len(columns) < total else "",
        f"{labels.count(len(items) - len(shown), 'more row')} in the table." if len(items) > len(shown) else "",
    ]
    figure.update_layout(title_subtitle_text=" ".join(note for note in notes if note))
    return View(figure, table, marks)


def _rows(briefing: Any, compare: str) -> pd.DataFrame:
    """Return item, document, index label and words of each row that is compared."""
    if compare == "figures":
        return _figures(briefing)
    table, column = COLUMNS_OF[compare]
    rows = getattr(briefing, table)
    if compare == "actors":
        rows = rows[rows["role"] != "place"]
    if compare == "topics":
        rows = rows[rows["method"] == "codebook"]
    items = rows[column]
    if compare == "speakers":  # words attributed to two speakers count for each
        items = items.where(items != "", rows["source_text"]).replace("", "unresolved")
        items = items.str.split(LIST_SEPARATOR, regex=False)
    found = pd.DataFrame({"item": items, "document": rows["document"], "row": rows.index, "words": ""})
    return found.explode("item").reset_index(drop=True)


def _figures(briefing: Any) -> pd.DataFrame:
    """Return the figures: an item is what is measured, between whom, for which period; its words are its numbers."""
    rows = briefing.statistics
    found = []
    row: Any
    for index, row in zip(rows.index, rows.itertuples(), strict=True):
        item = ", ".join(part for part in (claims.series_of(row), row.period) if part)
        value = labels.amount(row.value, row.unit) if not math.isnan(row.value) else ""
        change = f"{row.change_pct:+.3g} %" if not math.isnan(row.change_pct) else ""
        found.append((item, row.document, index, ", ".join(part for part in (value, change) if part)))
    return pd.DataFrame(found, columns=["item", "document", "row", "words"])


def _evenly(items: pd.DataFrame, counts: pd.Series, limit: int) -> list[str]:
    """Return the first items of each source in turn, as many of each as fit, source after source."""
    group_of = {item: group for item, group in counts.index if item in set(items["item"])}
    groups: dict[str, list[str]] = {}
    for item in items["item"]:
        groups.setdefault(group_of[item], []).append(item)
    each = max(1, limit // len(groups))
    return [item for group in sorted(groups) for item in groups[group][:each]][:limit]


def _draw(rows, shown, columns, several, names, compare, total) -> tuple[go.Figure, dict]:
    figure = theme.sheet(TITLES[compare], " ", height=max(80, (30 if compare == "figures" else 25) * len(shown)))
    cells = {
        pair: ([int(i) for i in own["row"]], list(dict.fromkeys(own["words"])))
        for pair, own in rows.groupby(["item", "group"])
    }
    most = max(len(own) for own, _ in cells.values())
    theme.rows_axis(figure, [labels.shorten(item, 44) for item in shown])
    room = theme.WIDTH - figure.layout.margin.l
    words = compare == "figures" and room / len(columns) > 110
    grid = [(r, c, (i, g)) for r, i in enumerate(shown) for c, g in enumerate(columns)]
    absent = [(r, c) for r, c, pair in grid if pair not in cells]
    dash = {"symbol": "line-ew-open", "size": 6, "color": "rgba(128,134,144,0.45)"}
    figure.add_trace(
        go.Scatter(
            x=[c for _, c in absent], y=[r for r, _ in absent], mode="markers", hoverinfo="skip", marker=dash
        )
    )  # fmt: skip
    drawn = [(r, c, pair, *cells[pair]) for r, c, pair in grid if pair in cells]
    hover = [
        f"<b>{labels.plain(item)}</b><br>{labels.plain(names.get(group, group))}<br>"
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
    theme.columns_axis(figure, [names.get(group, group) for group in columns], room)
    figure.update_yaxes(showgrid=True, gridcolor=theme.FAINT)
    table = {"figures": "statistics"}.get(compare) or COLUMNS_OF[compare][0]
    return figure, {f"{item} · {group}": [(table, i) for i in own] for _, _, (item, group), own, _ in drawn}


def _words(said: str, room: float) -> str:
    """Return a figure and its change, or only the first of them where columns are narrow."""
    return labels.plain(said if room > 165 else labels.shorten(said.split(", ")[0], 16))
