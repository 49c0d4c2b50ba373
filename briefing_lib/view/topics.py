"""Which topics stand where: by document, by voice, by month."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pandas as pd
import plotly.graph_objects as go

from briefing_lib.view import View, labels, periods, theme
from briefing_lib.view.choices import From, Range

BARS_SHOWN = 7


def topics(
    briefing: Any,
    *,
    by: Literal["document", "voice", "month"] = "document",
    form: Literal["heatmap", "bar"] = "heatmap",
    measure: Literal["count", "share"] = "count",
    topic: Annotated[str, From("topics", "topic")] = "",
    method: Literal["codebook", "learned"] = "codebook",
    limit: Annotated[int, Range(3, 40)] = 20,
) -> View:
    """Show how many paragraphs speak of each topic.

    Args:
        briefing: anything whose attributes are the tables.
        by: what the paragraphs are split by; a paragraph has the voice of its first sentence and the month its
            document was published in.
        form: a matrix of tiles, or bars.
        measure: paragraphs, or their share of all paragraphs of that document, voice or month.
        topic: only this one; empty for all.
        method: topics of the codebook, or learned ones.
        limit: most documents, voices or months to draw; the table has them all.

    Returns:
        The view; its marks hold rows of ``topics``.
    """
    title = f"Topics by {by}"
    rows = briefing.topics[briefing.topics["method"] == method]
    if topic:
        rows = rows[rows["topic"] == topic]
    paragraphs = briefing.sentences[briefing.sentences["kind"] != "boilerplate"]
    paragraphs = paragraphs.drop_duplicates(["document", "paragraph"])[["document", "paragraph", "voice"]]
    paragraphs = paragraphs.assign(group=_groups(briefing, paragraphs, by))
    rows = rows.reset_index(names="row").merge(paragraphs, on=["document", "paragraph"], how="inner")
    undated = rows["group"].eq("").sum() if by == "month" else 0
    rows = rows[rows["group"] != ""]
    totals = paragraphs["group"].value_counts()
    table = rows.groupby(["topic", "group"], as_index=False).size().rename(columns={"group": by, "size": "paragraphs"})
    table["share"] = table["paragraphs"] / table[by].map(totals) if len(table) else pd.Series(dtype=float)
    note = f"{labels.count(int(undated), 'paragraph')} in documents without a date not drawn." if undated else ""
    if rows.empty:
        sentence = f"No paragraph speaks of {topic}." if topic else "No paragraph has a topic."
        return View(theme.nothing(title, f"{sentence} {note}"), table, {})
    groups = _drawn(rows["group"], by, limit)
    if by == "month":
        note += " Months without documents are left out."
    more = rows["group"].nunique() - len(groups)
    if more and form == "heatmap":
        note += f" The {len(groups)} {by}s with most are drawn; {more:,} more are in the table."
    cells = {pair: at.tolist() for pair, at in rows.groupby(["topic", "group"])["row"]}
    order = labels.ranked(rows["topic"], rows["topic"].nunique())
    draw = _tiles if form == "heatmap" else _bars
    figure, marks = draw(briefing, cells, order, groups, totals, (by, measure, title, note))
    return View(figure, table, marks)


def _groups(briefing: Any, paragraphs: pd.DataFrame, by: str) -> pd.Series:
    if by == "document":
        return paragraphs["document"]
    if by == "voice":
        return paragraphs["voice"].replace("", "unknown")
    month = periods.Step("month")
    months = {}
    for document, published in zip(briefing.documents["document"], briefing.documents["published"], strict=True):
        span = periods.bounds(published)
        months[document] = month.start(span[0]) if span and (span[1] - span[0]).days < 31 else ""
    return paragraphs["document"].map(months).fillna("")


def _drawn(values: pd.Series, by: str, limit: int) -> list[str]:
    """Return the groups drawn: the most frequent ones; documents and months in their own order."""
    chosen = labels.ranked(values, limit)
    return chosen if by == "voice" else sorted(chosen)


def _names(briefing: Any, groups: list[str], by: str) -> dict[str, str]:
    if by == "document":
        names = labels.document_names(briefing.documents)
        return {group: names.get(group, group) for group in groups}
    return {group: periods.Step("month").label(group) if by == "month" else group for group in groups}


def _said(topic: str, name: str, number: int, total: int) -> str:
    return (
        f"<b>{labels.plain(topic)}</b><br>{labels.plain(name)}<br><b>{labels.count(number, 'paragraph')}</b>, "
        f"{labels.percent(number, total)} of {total:,}"
    )


def _tiles(briefing, cells, order, groups, totals, said) -> tuple[go.Figure, dict]:
    by, measure, title, note = said
    names = _names(briefing, groups, by)
    values = {
        pair: len(at) if measure == "count" else len(at) / totals[pair[1]]
        for pair, at in cells.items()
        if pair[1] in names
    }
    most = max(values.values())
    keys, shades, numbers, hover = [], [], [], []
    marks: dict[str, list] = {}
    for topic in order:
        found = [cells.get((topic, group), []) for group in groups]
        keys.append([f"{topic} · {group}" if at else "" for group, at in zip(groups, found, strict=True)])
        shades.append([(values[topic, g] / most) ** 0.5 if at else None for g, at in zip(groups, found, strict=True)])
        numbers.append(
            [
                "" if not at else f"{len(at):,}" if measure == "count" else labels.percent(len(at), totals[group])
                for group, at in zip(groups, found, strict=True)
            ]
        )
        hover.append([_said(topic, names[g], len(at), totals[g]) for g, at in zip(groups, found, strict=True)])
        marks |= {key: [("topics", int(i)) for i in at] for key, at in zip(keys[-1], found, strict=True) if key}
    what = "Paragraphs" if measure == "count" else f"Share of all paragraphs of the {by}"
    figure = theme.sheet(title, f"{what} on each topic; the darker, the more. {note}", height=max(60, 25 * len(order)))
    each = theme.WIDTH / max(1, len(groups))
    figure.add_trace(theme.tiles(shades, numbers if each > 26 else [[""] * len(groups)] * len(order), hover, keys))
    theme.rows_axis(figure, order)
    theme.columns_axis(figure, [names[g] for g in groups], theme.WIDTH - figure.layout.margin.l)
    return figure, marks


def _bars(briefing, cells, order, groups, totals, said) -> tuple[go.Figure, dict]:
    by, measure, title, note = said
    sizes = pd.Series({g: sum(len(cells.get((t, g), ())) for t in order) for g in {g for _, g in cells}})
    shown = sorted(sizes.index, key=lambda g: (-sizes[g], g))[:BARS_SHOWN]
    shown = shown if by == "voice" else sorted(shown)
    rest = sorted(set(sizes.index) - set(shown))
    names = _names(briefing, shown, by) | {"others": f"other {by}s"}
    everything = int(totals.sum())
    what = "Paragraphs" if measure == "count" else f"Share of all {everything:,} paragraphs"
    figure = theme.sheet(title, f"{what} on each topic. {note}", height=max(60, 25 * len(order)))
    marks: dict[str, list] = {}
    for number, group in enumerate([*shown, *(["others"] if rest else [])]):
        members = rest if group == "others" else [group]
        found = [[row for member in members for row in cells.get((topic, member), ())] for topic in order]
        keys = [f"{topic} · {group}" if at else "" for topic, at in zip(order, found, strict=True)]
        marks |= {key: [("topics", int(i)) for i in at] for key, at in zip(keys, found, strict=True) if key}
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
