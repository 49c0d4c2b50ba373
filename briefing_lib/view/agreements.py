"""Do the figures agree: the same indicator told twice, and figures of one document that depend on each other."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pandas as pd
import plotly.graph_objects as go

from briefing_lib.at_hand import at_hand
from briefing_lib.view import View, labels, theme
from briefing_lib.view.choices import From

TITLE = "Do the figures agree?"
COLOURS = {
    "equal": theme.BLUE,
    "compatible by rounding": theme.SKY,
    "compatible by currency": theme.GREEN,
    "different period": theme.GREY,
    "in conflict": theme.RED,
}


def agreements(
    briefing: Any,
    *,
    verdict: Literal[
        "all", "equal", "compatible by rounding", "compatible by currency", "different period", "in conflict"
    ] = "all",
    reporter: Annotated[str, From("agreements", "reporter")] = "",
) -> View:
    """Show which figures agree with each other, and which do not.

    Args:
        briefing: anything whose attributes are the tables.
        verdict: only comparisons that end so.
        reporter: only figures of this economy; empty for all.

    Returns:
        The view. A mark holds rows of ``agreements``, which open the sentences of both figures. The table has one row a
        comparison: whose figure, both sides as the documents tell them, who is given as their source, the difference.
    """
    table = briefing.agreements
    if verdict != "all":
        table = table[table["verdict"] == verdict]
    if reporter:
        table = table[table["reporter"] == reporter]
    told = at_hand(_told, briefing.statistics)
    rows = [
        (
            row.reporter, row.partner, row.measure, row.flow, row.period, told.get(row.first, ""),
            " + ".join(told.get(place, "") for place in row.second), row.verdict, row.difference_pct, row.rule,
        )
        for row in table.itertuples()
    ]  # fmt: skip
    columns = [
        *("reporter", "partner", "measure", "flow", "period", "figure", "compared with"),
        *("verdict", "difference in %", "compared as"),
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


def _told(statistics: pd.DataFrame) -> dict[str, str]:
    """Return each figure in words by its place: "USD 240.1 billion (wire; customs)"."""
    found = {}
    row: Any
    for row in statistics.itertuples():
        value = labels.amount(row.value, row.unit)
        source = "; ".join(part for part in (row.document, row.attribution) if part)
        found[f"{row.document}:{row.start}-{row.end}"] = f"{value} ({source})"
    return found
