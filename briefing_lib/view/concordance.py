"""A word in its contexts: where in the documents it stands, and every line with what stands left and right of it."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Annotated, Any, Literal, NamedTuple, overload

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.counting.at_hand import at_hand, numbered
from briefing_lib.counting.searching import Hits, hits_of
from briefing_lib.said_by import said_by
from briefing_lib.view import View
from briefing_lib.view.choices import Range
from briefing_lib.view.drawing import labels, theme
from briefing_lib.view.drawing.listing import Listing
from briefing_lib.view.drawing.marks import Marks

CONTEXT = 60
"""Characters left and right of the word in the table."""


def concordance(
    briefing: Any,
    *,
    query: str = "",
    sort: Literal["place", "left", "right"] = "place",
    limit: Annotated[int, Range(3, 60)] = 25,
) -> View:
    """Show a word in its contexts.

    Args:
        briefing: anything whose attributes are the tables.
        query: word or words to look for; ``*`` stands for any letters: ``sanction*``. Capitals do not count.
        sort: order of the lines of the table: as they stand, or by the words left or right of the word.
        limit: most documents to draw, those in which it stands most often; the table has all.

    Returns:
        The view; its marks hold rows of ``sentences``, one each. In the table each time the word stands there
        is a line: document, paragraph, who says it, left, word, right.
    """
    sentences = briefing.sentences
    found: _Found = at_hand(_found, sentences, query=query)
    title = f"“{labels.shorten(query, 40)}” in its contexts" if query.strip() else "A word in its contexts"
    tables = (sentences, briefing.documents, briefing.quotations)
    listing = Listing(len(found.hits.rows), partial(_table, *tables, found.hits, sort))
    if not len(found.first):
        why = (
            f"No sentence has “{query.strip()}”."
            if query.strip()
            else "Write a word to look for: sanction*, for example."
        )
        return View(theme.nothing(title, why), listing, {})
    keys = _Keys(sentences, found)
    marks = Marks("sentences", keys, sentences.index.to_numpy()[found.rows], np.ones(len(keys), dtype=np.int64))
    of = numbered(sentences, "document")
    counts = dict(zip(of.values[found.documents].tolist(), found.counts.tolist(), strict=True))
    shown = _ranked(counts, limit)
    held = np.flatnonzero(of.having(set(shown).__contains__)[found.rows])
    drawn: Any = _lines(*tables[:2], found.hits, found.first[held])
    names = labels.document_names(briefing.documents)
    left = len(keys) - len(held)
    note = f" {labels.count(left, 'sentence')} of other documents: see the table." if left else ""
    figure = theme.sheet(
        title,
        f"{labels.count(len(listing), 'time')} in {labels.count(len(keys), 'sentence')} of "
        f"{labels.count(len(counts), 'document')}; from its first character to its last.{note}",
        height=max(60, 28 * len(shown)),
    )
    hover = [
        f"<b>{labels.plain(names[row.document])}</b><br>{labels.plain(row.left[-40:])}<b>{labels.plain(row.word)}</b>"
        f"{labels.plain(row.right[:40])}<br><b>1 sentence</b>, paragraph {row.paragraph}"
        for row in drawn.itertuples()
    ]
    figure.add_trace(
        go.Scatter(
            x=drawn["share"].tolist(),
            y=[shown.index(document) for document in drawn["document"]],
            mode="markers",
            marker={"symbol": "line-ns", "size": 18, "color": theme.BLUE, "line": {"width": 3, "color": theme.BLUE}},
            customdata=[f"{word} · {name}" for word, name in zip(drawn["word"], drawn["sentence"], strict=True)],
            hovertext=hover,
            hoverinfo="text",
            showlegend=False,
        )
    )
    theme.rows_axis(figure, [f"{names[document]} ({counts[document]:,})" for document in shown])
    figure.update_xaxes(title_text="place in the document (%)", range=[-1, 101], showgrid=True)
    return View(figure, listing, marks)


class _Found(NamedTuple):
    """Each time a word stands there, and of each sentence it stands in the first time.

    Attributes:
        hits: each time.
        first: which of them is the first of its sentence.
        rows: position of each sentence.
        documents: numbers of the documents they are of, and, in ``counts``, how many of them are.
    """

    hits: Hits
    first: np.ndarray
    rows: np.ndarray
    documents: np.ndarray
    counts: np.ndarray


def _found(sentences: pd.DataFrame, query: str) -> _Found:
    hits = hits_of(sentences, query)
    first = np.flatnonzero(np.diff(hits.rows, prepend=-1))
    rows = hits.rows[first]
    documents, counts = np.unique(numbered(sentences, "document").codes[rows], return_counts=True)
    return _Found(hits, first, rows, documents, counts)


class _Keys(Sequence[str]):
    """Keys of the marks, one for each sentence, put together when they are asked for."""

    def __init__(self, sentences: pd.DataFrame, found: _Found):
        self._texts, self._names, self._found = sentences["text"].array, sentences["sentence"].array, found

    def __len__(self) -> int:
        return len(self._found.first)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        hits, first = self._found.hits, self._found.first[at]
        rows, starts, ends = (part[first] for part in hits)
        if isinstance(at, slice):
            columns = (self._texts.take(rows), self._names.take(rows), starts.tolist(), ends.tolist())
            return [_key(*values) for values in zip(*columns, strict=True)]
        return _key(self._texts[int(rows)], self._names[int(rows)], int(starts), int(ends))

    def __iter__(self) -> Iterator[str]:
        return iter(self[:])


def _key(text: str, sentence: str, start: int, end: int) -> str:
    return f"{text[start:end]} · {sentence}".replace("\n", " ")


def _ranked(counts: dict[str, int], most: int) -> list[str]:
    """Return the documents that have most, the first first, equal ones by name."""
    return heapq.nsmallest(most, counts, key=lambda name: (-counts[name], name))


def _lines(sentences: pd.DataFrame, documents: pd.DataFrame, hits: Hits, chosen: np.ndarray) -> pd.DataFrame:
    """Return a row for some of the times the word stands in a sentence."""
    columns = ["document", "paragraph", "start", "left", "word", "right", "share", "sentence"]
    if not len(chosen):
        return pd.DataFrame([], columns=columns)
    rows, starts, ends = (part[chosen] for part in hits)
    words = [
        (text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT])
        for text, start, end in zip(
            (line.replace("\n", " ") for line in sentences["text"].take(rows)),
            starts.tolist(),
            ends.tolist(),
            strict=True,
        )
    ]
    of, lengths = (
        numbered(sentences, "document"),
        dict(zip(documents["document"], documents["characters"], strict=True)),
    )
    length = np.array([lengths.get(name, 0) for name in of.values], dtype=float)[of.codes[rows]]
    first = sentences["start"].to_numpy()[rows] + starts
    values = (of.values[of.codes[rows]], sentences["paragraph"].to_numpy()[rows], first, *zip(*words, strict=True))
    share = 100 * first / np.maximum(np.nan_to_num(length), 1)
    return pd.DataFrame(dict(zip(columns, (*values, share, sentences["sentence"].take(rows).array), strict=True)))


def _table(
    sentences: pd.DataFrame, documents: pd.DataFrame, quotations: pd.DataFrame, hits: Hits, sort: str
) -> pd.DataFrame:
    """Return a row for each time the word stands in a sentence."""
    lines = _lines(sentences, documents, hits, np.arange(len(hits.rows)))
    lines.insert(2, "voice", said_by(lines, sentences, quotations).tolist() if len(lines) else [])
    return _sorted(lines.drop(columns=["share", "sentence"]), sort)


def _sorted(lines: pd.DataFrame, sort: str) -> pd.DataFrame:
    """Sort the lines by what stands beside the word: to the left from the word outwards."""
    if sort == "place" or lines.empty:
        return lines
    if sort == "left":
        keys = [" ".join(reversed(text.lower().split())) for text in lines["left"]]
    else:
        keys = [text.lower().strip() for text in lines["right"]]
    order = sorted(range(len(lines)), key=lambda n: (keys[n], n))
    return lines.iloc[order].reset_index(drop=True)
