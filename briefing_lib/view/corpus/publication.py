"""When the documents were published."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from briefing_lib.counting.at_hand import at_hand
from briefing_lib.view import View
from briefing_lib.view.drawing import labels, periods, theme, timeline


def published(briefing: Any) -> View:
    documents = briefing.documents
    names = labels.document_names(documents, 60)
    dated: list[tuple[int, periods.Span | None]] = at_hand(_dated, documents)
    known = [(index, span) for index, span in dated if span]
    missing = len(dated) - len(known)
    table = documents[["document", "title", "publisher", "published"]].copy()
    note = f"{labels.count(missing, 'document')} without a known date not drawn." if missing else ""
    if not known:
        return View(theme.nothing("When the documents were published", f"No date is known. {note}"), table, {})
    if len(known) <= 12:
        return View(
            _each(documents, known, note),
            table,
            {documents.at[i, "document"]: [("documents", int(i))] for i, _ in known},
        )
    step = periods.step_of([span for _, span in known], bars=40)
    bars: dict[str, list[int]] = {}
    for index, span in known:
        bars.setdefault(step.start(periods.middle(span)), []).append(index)
    marks = {start: [("documents", int(i)) for i in bars[start]] for start in sorted(bars)}
    hover = []
    for start, rows in marks.items():
        listed = [labels.plain(names[documents.at[i, "document"]]) for _, i in rows[:12]]
        more = f"<br>and {len(rows) - 12} more" if len(rows) > 12 else ""
        hover.append(
            f"{step.label(start)}: <b>{labels.count(len(rows), 'document')}</b>, "
            f"{labels.percent(len(rows), len(dated))} of {len(dated):,}<br>{'<br>'.join(listed)}{more}"
        )
    figure = theme.sheet("When the documents were published", f"Documents by {step.name}. {note}", height=320)
    figure.add_trace(
        go.Bar(
            x=[periods.noon(step.span(start)) for start in marks],
            y=[len(rows) for rows in marks.values()],
            width=[periods.milliseconds(step.span(start)) * 0.8 for start in marks],
            marker={"color": theme.BLUE, "line": {"width": 0}},
            text=[f"{len(rows):,}" for rows in marks.values()] if len(marks) <= 30 else None,
            textposition="outside",
            cliponaxis=False,
            customdata=list(marks),
            hovertext=hover,
            hoverinfo="text",
        )
    )
    timeline.time_axis(figure, [step.span(start) for start in marks], theme.WIDTH - 90)
    if step.name != "day":
        figure.update_xaxes(ticklabelmode="period")
    most = max(len(rows) for rows in marks.values())
    figure.update_yaxes(title_text="documents", showgrid=True, range=[0, most * 1.12], nticks=min(6, most + 1))
    return View(figure, table, marks)


def _dated(documents: pd.DataFrame) -> list[tuple[int, periods.Span | None]]:
    """Return the days each document can have been published on."""
    index: Any = documents.index
    return [(label, periods.bounds(value)) for label, value in zip(index, documents["published"], strict=True)]


def _each(documents: pd.DataFrame, known: list[tuple[int, periods.Span]], note: str) -> go.Figure:
    """Draw a row for each document: a point on its day, or a bar over all the days its date can mean."""
    known = sorted(known, key=lambda pair: (pair[1], pair[0]))
    names = labels.document_names(documents, 48)
    rows = documents.loc[[index for index, _ in known]]
    figure = theme.sheet(
        "When the documents were published",
        f"A bar covers all days a date can mean. {note}",
        height=max(70, 28 * len(known)),
    )
    hover = [
        f"{labels.plain(row.title or row.document)}<br>{labels.plain(row.publisher or 'publisher unknown')}"
        f"<br><b>{row.published}</b>"
        for row in rows.itertuples()
    ]
    wide = [span if span[0] < span[1] else None for _, span in known]
    keys = rows["document"].tolist()
    figure.add_trace(theme.spans(wide, list(range(len(known))), [theme.BLUE] * len(known), keys, hover))
    figure.add_trace(
        go.Scatter(
            x=[periods.noon(span) for _, span in known],
            y=list(range(len(known))),
            mode="markers",
            marker={"color": theme.BLUE, "size": 12},
            customdata=keys,
            hovertext=hover,
            hoverinfo="text",
        )
    )
    theme.rows_axis(figure, [names[document] for document in keys])
    timeline.time_axis(figure, [span for _, span in known], theme.WIDTH - figure.layout.margin.l)
    return figure
