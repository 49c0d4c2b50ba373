"""Who speaks in each document: shares of its sentences by voice."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.counting.at_hand import Numbered, at_hand, numbered
from briefing_lib.view import View
from briefing_lib.view.corpus.longest import longest
from briefing_lib.view.drawing import labels, theme
from briefing_lib.view.drawing.rows import Rows

VOICES_SHOWN = 6
VOICE_COLOURS = {"author": "#9AA3AE", "journalist": "#C3C9D1", "others": "#5C6570", "unknown": "#5C6570"}


def voices_by_document(briefing: Any, limit: int) -> View:
    documents, note = longest(briefing, limit)
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
