"""Do the figures agree: the same indicator told twice, and figures of one document that depend on each other."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from briefing_lib.counting.at_hand import at_hand
from briefing_lib.view import View
from briefing_lib.view.choices import From
from briefing_lib.view.drawing import labels, theme

TITLE = "Do the figures agree?"
COLOURS = {
    "equal": theme.BLUE,
    "compatible by rounding": theme.SKY,
    "compatible by currency": theme.GREEN,
    "mirror: equal": theme.PURPLE,
    "mirror: within 10 %": theme.PURPLE,
    "mirror: more than 10 % apart": theme.PURPLE,
    "different period": theme.GREY,
    "in conflict": theme.RED,
}


def agreements(
    briefing: Any,
    *,
    verdict: Literal[
        "all",
        "equal",
        "compatible by rounding",
        "compatible by currency",
        "mirror: equal",
        "mirror: within 10 %",
        "mirror: more than 10 % apart",
        "different period",
        "in conflict",
    ] = "all",
    reporter: Annotated[str, From("agreements", "reporter")] = "",
) -> View:
    """Show which figures agree with each other, and which do not.

    Args:
        briefing: anything whose attributes are the tables.
        verdict: only comparisons that end so. Mirror figures are what each of two sides tells of one flow; they differ
            lawfully, by freight and insurance, by time and by goods that pass through a third country.
        reporter: only figures of this economy, mirror figures of its partner included; empty for all.

    Returns:
        The view. A mark holds rows of ``agreements``, which open the sentences of both figures. The table has one row a
        comparison: whose figure, both sides as the documents tell them, who is given as their source, the difference,
        and of mirror figures who tells more.
    """
    table = briefing.agreements
    if verdict != "all":
        table = table[table["verdict"] == verdict]
    if reporter:
        table = table[_concerns(table, reporter)]
    told = at_hand(_told, briefing.statistics)
    rows: list[tuple] = []
    row: Any
    for row in table.itertuples():
        sides = [told[place] for place in (row.first, *row.second) if place in told]
        whose = len({side.of for side in sides}) > 1  # not one flow told twice: say which each is
        first, *second = [f"{side.of}: {side.says}" if whose else side.says for side in sides] or [""]
        rows.append(
            (
                row.reporter, row.partner, row.measure, row.flow, row.period, first, " + ".join(second), row.verdict,
                row.difference_pct, row.higher, row.rule,
            )
        )  # fmt: skip
    columns = [
        *("reporter", "partner", "measure", "flow", "period", "figure", "compared with"),
        *("verdict", "difference in %", "who tells more", "compared as"),
    ]
    listed = pd.DataFrame(rows, columns=columns)
    marks = {
        kind: [("agreements", int(index)) for index in table.index[table["verdict"] == kind]]
        for kind in COLOURS
        if (table["verdict"] == kind).any()
    }
    if not marks:
        return View(theme.nothing(TITLE, "No two figures can be compared."), listed, {})
    counts = [len(rows) for rows in marks.values()]
    total = labels.count(len(table), "comparison")
    figure = theme.sheet(TITLE, f"{total} of figures, by what comes out", height=34 * len(marks) + 30)
    figure.add_trace(
        go.Bar(
            x=counts,
            y=list(range(len(marks))),
            orientation="h",
            text=[f"{count:,}" for count in counts],
            textposition="outside",
            cliponaxis=False,
            marker={"color": [COLOURS[kind] for kind in marks]},
            customdata=list(marks),
            hovertext=[
                f"{kind}: <b>{labels.count(n, 'comparison')}</b>" for kind, n in zip(marks, counts, strict=True)
            ],
            hoverinfo="text",
            showlegend=False,
        )
    )
    theme.rows_axis(figure, list(marks))
    figure.update_xaxes(visible=False, range=[0, max(counts) * 1.1])
    return View(figure, listed, marks)


def _concerns(table: pd.DataFrame, economy: str) -> pd.Series:
    """Tell which comparisons are of an economy's figures; of mirror figures and turnover it may be the partner."""
    both = table["rule"].str.startswith("mirror") | (table["flow"] == "turnover")
    return (table["reporter"] == economy) | both & (table["partner"] == economy)


class _Side(NamedTuple):
    """A figure in words: what it is of, and what is told."""

    of: str
    says: str


def _told(statistics: pd.DataFrame) -> dict[str, _Side]:
    """Return each figure in words by its place: "240.1 bn USD (wire; customs)"."""
    found = {}
    row: Any
    for row in statistics.itertuples():
        value = labels.amount(row.value, row.unit)
        source = "; ".join(part for part in (row.document, row.attribution) if part)
        flow = row.flow or ("balance" if row.measure == "trade" else row.measure)
        of = flow if flow == "turnover" else f"{row.reporter}, {flow}"
        found[f"{row.document}:{row.start}-{row.end}"] = _Side(of, f"{value} ({source})")
    return found
