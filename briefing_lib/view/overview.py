"""What is in the corpus: how many rows each document gave, who speaks in it, when it was published."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pandas as pd
import plotly.graph_objects as go

from briefing_lib.view import View, labels, periods, theme, timeline
from briefing_lib.view.choices import Range

COUNTED = ("sentences", "mentions", "dates", "quantities", "quotations", "statistics", "meetings", "topics")
VOICES_SHOWN = 6


def overview(
    briefing: Any,
    *,
    show: Literal["tables", "voices", "dates"] = "tables",
    limit: Annotated[int, Range(5, 60)] = 30,
) -> View:
    """Show what the corpus holds.

    Args:
        briefing: anything whose attributes are the tables.
        show: ``tables``: rows each table has from each document; ``voices``: share of each document's sentences
            by who speaks; ``dates``: when the documents were published.
        limit: most documents to draw, those with most sentences; the table has them all.

    Returns:
        The view; its marks hold rows of the tables counted, sentences, or documents.
    """
    if briefing.documents.empty:
        return View(
            theme.nothing("What is in the corpus", "No documents: nothing has been read yet, or a filter left none."),
            pd.DataFrame(columns=["document", "title"]),
            {},
        )
    return {"tables": _tables, "voices": _voices, "dates": _dates}[show](briefing, limit)


def _longest(briefing: Any, limit: int) -> tuple[list[str], str]:
    """Return the documents drawn, in the order of the table, and a note on those that are not."""
    sizes = briefing.sentences["document"].value_counts()
    documents = briefing.documents["document"]
    if len(documents) <= limit:
        return documents.tolist(), ""
    largest = documents.map(sizes).fillna(0).sort_values(ascending=False, kind="stable").index[:limit]
    return documents[documents.index.isin(largest)].tolist(), (
        f"The {limit} longest of {len(documents):,} documents are drawn; the table has all."
    )


def _tables(briefing: Any, limit: int) -> View:
    documents, note = _longest(briefing, limit)
    names = labels.document_names(briefing.documents, 40)
    rows = {name: getattr(briefing, name).groupby("document").indices for name in COUNTED}
    every = briefing.documents["document"].tolist()
    table = pd.DataFrame(
        {
            "document": every,
            "title": briefing.documents["title"].tolist(),
            **{name: [len(rows[name].get(d, ())) for d in every] for name in COUNTED},
        }
    )
    marks, keys, shades, numbers, hover = {}, [], [], [], []
    most = {name: max([1, *(len(v) for v in rows[name].values())]) for name in COUNTED}
    for document in documents:
        found = [rows[name].get(document, ()) for name in COUNTED]
        keys.append([f"{name} · {document}" if len(at) else "" for name, at in zip(COUNTED, found, strict=True)])
        shades.append([len(at) / most[n] if len(at) else None for n, at in zip(COUNTED, found, strict=True)])
        numbers.append([f"{len(at):,}" if len(at) else "" for at in found])
        hover.append(
            [
                f"{labels.plain(names[document])}<br>{labels.plain(document)}<br><b>{len(at):,}</b> {name}"
                for name, at in zip(COUNTED, found, strict=True)
            ]
        )
        for key, name, at in zip(keys[-1], COUNTED, found, strict=True):
            if key:
                marks[key] = [(name, int(i)) for i in getattr(briefing, name).index[at]]
    figure = theme.sheet(
        f"What was found in {labels.count(len(every), 'document')}",
        f"Rows of each table by document; the darker, the closer to the most any document has. {note}",
        height=max(60, 26 * len(documents)),
    )
    figure.add_trace(theme.tiles(shades, numbers, hover, keys))
    theme.rows_axis(figure, [names[d] for d in documents])
    theme.columns_axis(figure, list(COUNTED), theme.WIDTH - figure.layout.margin.l)
    return View(figure, table, marks)


def _voices(briefing: Any, limit: int) -> View:
    documents, note = _longest(briefing, limit)
    names = labels.document_names(briefing.documents, 40)
    said = briefing.sentences[briefing.sentences["kind"] != "boilerplate"]
    voices = labels.ranked(said["voice"].replace("", "unknown"), VOICES_SHOWN)
    group = said["voice"].replace("", "unknown").where(said["voice"].replace("", "unknown").isin(voices), "others")
    order = [*voices, "others"] if (group == "others").any() else voices
    totals = said["document"].value_counts()
    rows = said.groupby([said["document"], group]).groups
    colours = dict(zip([v for v in voices if v not in VOICE_COLOURS], theme.COLOURS, strict=False)) | VOICE_COLOURS
    figure = theme.sheet(
        "Who speaks: share of each document's sentences by voice",
        f"Sentences without boilerplate. {note}",
        height=max(60, 28 * len(documents)),
    )
    marks = {}
    for voice in order:
        lengths, keys, hover = [], [], []
        for document in documents:
            at = rows.get((document, voice), ())
            key = f"{voice} · {document}"
            if len(at):
                marks[key] = [("sentences", int(i)) for i in at]
            keys.append(key if len(at) else "")
            lengths.append(100 * len(at) / totals.get(document, 1))
            hover.append(
                f"{labels.plain(names[document])}<br>{labels.plain(voice)}<br>"
                f"<b>{labels.count(len(at), 'sentence')}</b>, "
                f"{labels.percent(len(at), totals.get(document, 0))} of {totals.get(document, 0):,}"
            )
        figure.add_trace(
            go.Bar(
                x=lengths,
                y=list(range(len(documents))),
                orientation="h",
                name=labels.plain(labels.shorten(voice, 24)),
                marker={"color": colours.get(voice, theme.GREY), "line": {"width": 0}},
                customdata=keys,
                hovertext=hover,
                hoverinfo="text",
            )
        )
    figure.update_layout(barmode="stack", bargap=0.25)
    theme.rows_axis(figure, [names[d] for d in documents])
    figure.update_xaxes(title_text="share of sentences (%)", range=[0, 100], showgrid=True, dtick=25)
    theme.add_legend(figure)
    table = pd.DataFrame(
        [(d, v, len(at), len(at) / totals[d]) for (d, v), at in said.groupby(["document", "voice"]).groups.items()],
        columns=["document", "voice", "sentences", "share"],
    )
    return View(figure, table, marks)


VOICE_COLOURS = {"author": "#9AA3AE", "journalist": "#C3C9D1", "others": "#5C6570", "unknown": "#5C6570"}


def _dates(briefing: Any, limit: int) -> View:
    documents = briefing.documents
    names = labels.document_names(documents, 60)
    dated = [(index, periods.bounds(value)) for index, value in documents["published"].items()]
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
