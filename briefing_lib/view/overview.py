"""What is in the corpus: how many rows each document gave, who speaks in it, when it was published."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.at_hand import Numbered, at_hand, numbered
from briefing_lib.view import View, labels, periods, theme, timeline
from briefing_lib.view.choices import Range
from briefing_lib.view.rows import Rows

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
    documents = briefing.documents["document"]
    if len(documents) <= limit:
        return documents.tolist(), ""
    own = at_hand(_by_document, briefing.sentences)
    sizes = pd.Series([own.size(document) for document in documents], index=documents.index)
    largest = sizes.sort_values(ascending=False, kind="stable").index[:limit]
    return documents[documents.index.isin(largest)].tolist(), (
        f"The {limit} longest of {len(documents):,} documents are drawn; the table has all."
    )


class _ByDocument:
    """The positions of the rows of each document."""

    def __init__(self, documents: Numbered):
        self._order = np.argsort(documents.codes, kind="stable")
        sizes = documents.counts()
        ends = np.cumsum(sizes)
        self.most = int(sizes.max(initial=0))
        places = zip((ends - sizes).tolist(), ends.tolist(), strict=True)
        self._places = dict(zip(documents.values.tolist(), places, strict=True))

    def size(self, document: str) -> int:
        first, end = self._places.get(document, (0, 0))
        return end - first

    def of(self, document: str) -> np.ndarray:
        return self._order[slice(*self._places.get(document, (0, 0)))]


def _by_document(table: pd.DataFrame) -> _ByDocument:
    return _ByDocument(numbered(table, "document"))


def _tables(briefing: Any, limit: int) -> View:
    documents, note = _longest(briefing, limit)
    names = labels.document_names(briefing.documents, 40)
    rows: dict[str, _ByDocument] = {name: at_hand(_by_document, getattr(briefing, name)) for name in COUNTED}
    every = briefing.documents["document"].tolist()
    table = pd.DataFrame(
        {
            "document": every,
            "title": briefing.documents["title"].tolist(),
            **{name: [rows[name].size(d) for d in every] for name in COUNTED},
        }
    )
    marks: dict[str, Any] = {}
    keys, shades, numbers, hover = [], [], [], []
    most = {name: max(1, rows[name].most) for name in COUNTED}
    for document in documents:
        found = [rows[name].of(document) for name in COUNTED]
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
                marks[key] = Rows(name, getattr(briefing, name).index.to_numpy()[at])
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
    spoken: _Spoken = at_hand(_spoken, briefing.sentences)
    voices, order, totals = spoken.voices, spoken.order, spoken.totals
    colours = dict(zip([v for v in voices if v not in VOICE_COLOURS], theme.COLOURS, strict=False)) | VOICE_COLOURS
    figure = theme.sheet(
        "Who speaks: share of each document's sentences by voice",
        f"Sentences without boilerplate. {note}",
        height=max(60, 28 * len(documents)),
    )
    marks: dict[str, Any] = {}
    for voice in order:
        lengths, keys, hover = [], [], []
        for document in documents:
            at = spoken.rows(document, voice)
            key = f"{voice} · {document}"
            if len(at):
                marks[key] = Rows("sentences", at)
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
    return View(figure, spoken.table.copy(deep=False), marks)


class _Spoken(NamedTuple):
    """Who speaks how much: the voices drawn, what all documents have, the labels of each group, and the table."""

    voices: list[str]
    order: list[str]
    totals: dict[str, int]
    labels: np.ndarray
    starts: dict[tuple[str, str], tuple[int, int]]
    table: pd.DataFrame

    def rows(self, document: str, voice: str) -> np.ndarray:
        return self.labels[slice(*self.starts.get((document, voice), (0, 0)))]


def _spoken(sentences: pd.DataFrame) -> _Spoken:
    rows = np.flatnonzero(~numbered(sentences, "kind").having("boilerplate".__eq__))
    document, voice = _in_order(numbered(sentences, "document"), rows), _in_order(numbered(sentences, "voice"), rows)
    spoken = np.bincount(voice.codes, minlength=len(voice.values)).tolist()
    named: dict[str, int] = {}
    for name, number in zip(voice.values, spoken, strict=True):
        named[name or "unknown"] = named.get(name or "unknown", 0) + number
    voices = sorted(named, key=lambda name: (-named[name], name))[:VOICES_SHOWN]
    order = [*voices, "others"] if len(named) > len(voices) else voices
    place = {name: n for n, name in enumerate(order)}
    group = np.array([place.get(name or "unknown", len(order) - 1) for name in voice.values], dtype=np.int64)
    cell = document.codes.astype(np.int64) * len(order) + group[voice.codes] if len(rows) else document.codes
    sorting = np.argsort(cell, kind="stable")
    starts = {
        (document.values[pair // len(order)], order[pair % len(order)]): (first, end)
        for pair, first, end in _runs(cell[sorting])
    }
    totals = dict(zip(document.values.tolist(), document.counts().tolist(), strict=True))
    pairs = np.sort(document.codes.astype(np.int64) * max(len(voice.values), 1) + voice.codes)
    table = pd.DataFrame(
        [
            (d, voice.values[pair % len(voice.values)], end - first, (end - first) / totals[d])
            for pair, first, end in _runs(pairs)
            for d in [document.values[pair // len(voice.values)]]
        ],
        columns=["document", "voice", "sentences", "share"],
    )
    return _Spoken(voices, order, totals, sentences.index.to_numpy()[rows[sorting]], starts, table)


def _in_order(column: Numbered, rows: np.ndarray) -> Numbered:
    """Return some rows of a column, its values in order of name."""
    used = np.flatnonzero(column.counts(rows))
    used = used[np.argsort(column.values[used], kind="stable")]
    rank = np.full(len(column.values), -1)
    rank[used] = np.arange(len(used))
    return Numbered(column.values[used], rank[column.codes[rows]])


def _runs(numbers: np.ndarray) -> list[tuple[int, int, int]]:
    """Return each of some numbers in order with where it begins and ends."""
    found, first = np.unique(numbers, return_index=True)
    ends = np.append(first[1:], len(numbers))
    return list(zip(found.tolist(), first.tolist(), ends.tolist(), strict=True))


VOICE_COLOURS = {"author": "#9AA3AE", "journalist": "#C3C9D1", "others": "#5C6570", "unknown": "#5C6570"}


def _dates(briefing: Any, limit: int) -> View:
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
