"""Formulas: words that several documents use in the same order, and who used them first."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.counting.at_hand import at_hand, numbered
from briefing_lib.counting.wording import words_of
from briefing_lib.view import View
from briefing_lib.view.choices import Range
from briefing_lib.view.drawing import labels, theme
from briefing_lib.view.drawing.listing import Listing
from briefing_lib.view.drawing.rows import Rows
from briefing_lib.view.words.recurring import Formulas, Recurring

TITLE = "Formulas that several documents use"
COLUMNS = ["formula", "documents", "sentences", "first used in", "on"]
MOST = 60
"""Documents drawn at most: more columns could not be told apart."""


def formulas(
    briefing: Any,
    *,
    words: Annotated[int, Range(2, 8)] = 3,
    documents: Annotated[int, Range(2, 20)] = 2,
    names: bool = False,
    limit: Annotated[int, Range(3, 40)] = 15,
) -> View:
    """Show strings of words that stand word for word in several documents.

    A string that only ever stands inside a longer one is left out, as are those that begin or end with a word that says
    little. First come those of most documents, then those whose words least often stand together by chance.

    Args:
        briefing: anything whose attributes are the tables.
        words: least number of words.
        documents: fewest documents.
        names: also strings with names of actors.
        limit: most formulas to draw; the table has all.

    Returns:
        The view; its marks hold rows of ``sentences``: those of one document that use the formula. The document that
        used it first has a filled mark; where no date is known, none has.
    """
    sentences, about = briefing.sentences, briefing.documents
    found: Recurring = at_hand(_recurring, sentences, None if names else briefing.mentions, alone=documents < 2)
    uses: _Uses = at_hand(_Uses, sentences, about)
    chosen = found.of(words, documents)
    listing = Listing(len(chosen), partial(_table, found, chosen, uses))
    if not len(chosen):
        why = f"No string of {words} words or more stands in {documents} documents."
        return View(theme.nothing(TITLE, why), listing, {})
    figure, marks = _draw(
        found, chosen.first(limit), uses, sentences.index.to_numpy(), labels.document_names(about, 60)
    )
    left = len(chosen) - limit
    if left > 0:
        figure.layout.title.subtitle.text += f" {labels.count(left, 'formula')} more in the table."
    return View(figure, listing, marks)


def _recurring(sentences: pd.DataFrame, mentions: pd.DataFrame | None, alone: bool) -> Recurring:
    spoken = ~numbered(sentences, "kind").having("boilerplate".__eq__)
    return Recurring(words_of(sentences, mentions).among(spoken), alone)


class _Uses:
    """Which document each sentence is of, and which of some documents was first."""

    def __init__(self, sentences: pd.DataFrame, about: pd.DataFrame):
        self.of = numbered(sentences, "document")
        published = dict(zip(about["document"], about["published"], strict=True))
        self.dates = [published.get(name) or "" for name in self.of.values]
        days = {day: n for n, day in enumerate(sorted({*self.dates} - {""}))}
        self.days = np.array([days.get(day, -1) for day in self.dates], dtype=np.int64)

    def first(self, rows: np.ndarray, begins: np.ndarray) -> np.ndarray:
        """Return, for each string, the number of the document that used it first; -1 where nobody knows who was.

        Args:
            rows: positions of the sentences of strings, one string's after the other's.
            begins: where each string begins.
        """
        documents = self.of.codes[rows]
        days = self.days[documents]
        earliest = np.minimum.reduceat(days, begins)
        # Two documents of one day, or one without a date: nobody knows who was first.
        on_it = days == np.repeat(earliest, np.diff(begins, append=len(rows)))
        one = np.minimum.reduceat(np.where(on_it, documents, len(self.days)), begins)
        other = np.maximum.reduceat(np.where(on_it, documents, -1), begins)
        return np.where((earliest >= 0) & (one == other), one, -1)


def _table(found: Recurring, chosen: Any, uses: _Uses) -> pd.DataFrame:
    if not len(chosen):
        return pd.DataFrame([], columns=COLUMNS)
    formulas = chosen.all()
    first = uses.first(*found.all_rows(formulas.strings)).tolist()
    columns = (
        found.named(formulas.words), found.spread[formulas.strings], found.sentences[formulas.strings],
        ["" if n < 0 else uses.of.values[n] for n in first], ["" if n < 0 else uses.dates[n] for n in first],
    )  # fmt: skip
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))


def _draw(found: Recurring, shown: Formulas, uses: _Uses, index: np.ndarray, titles: dict[str, str]) -> tuple:
    of, names = uses.of, found.named(shown.words)
    firsts = uses.first(*found.all_rows(shown.strings)).tolist()
    rows_of = [found.rows(string) for string in shown.strings.tolist()]
    used = np.bincount(np.concatenate([np.unique(of.codes[rows]) for rows in rows_of]), minlength=len(of.values))
    drawn, note = np.flatnonzero(used), ""
    if len(drawn) > MOST:
        note = f" The {MOST} documents that use most of these formulas, of {len(drawn):,}, are drawn."
        drawn = drawn[np.lexsort((-used[drawn], ~np.isin(drawn, firsts)))][:MOST]
    order = sorted(drawn.tolist(), key=lambda n: (uses.dates[n] or "9", of.values[n]))
    column = {document: n for n, document in enumerate(order)}
    figure = theme.sheet(
        TITLE,
        "Documents in order of date; filled where a formula was used first; the number says in how many sentences."
        + note,
        height=max(60, 26 * len(names)),
    )
    marks, xs, ys, filled, numbers, keys, hover = {}, [], [], [], [], [], []
    for row, (words, first) in enumerate(zip(names, firsts, strict=True)):
        for document, at in _by_document(of.codes, rows_of[row], order):
            name = of.values[document]
            key = f"{words} · {name}"
            marks[key] = Rows("sentences", index[at])
            xs.append(column[document])
            ys.append(row)
            filled.append(document == first)
            numbers.append(f"{len(at):,}")
            keys.append(key)
            said = "used first here" if document == first else ""
            hover.append(
                f"<b>{labels.plain(words)}</b><br>{labels.plain(titles[name])}, "
                f"{uses.dates[document] or 'no date'}<br><b>{labels.count(len(at), 'sentence')}</b> {said}"
            )
    figure.add_trace(
        go.Scatter(
            x=xs, y=ys, mode="markers+text", text=numbers, textposition="middle center",
            textfont={"size": 11, "color": [theme.PAPER if first else theme.BLUE for first in filled]},
            marker={
                "symbol": "circle", "size": 20, "opacity": 1,
                "color": [theme.BLUE if first else theme.FAINT for first in filled],
                "line": {"width": 1.5, "color": theme.BLUE},
            },
            customdata=keys, hovertext=hover, hoverinfo="text", showlegend=False, cliponaxis=False,
        )
    )  # fmt: skip
    theme.rows_axis(figure, [labels.shorten(words, 52) for words in names])
    shortened = [labels.shorten(titles[of.values[document]], 30) for document in order]
    theme.columns_axis(figure, shortened, theme.WIDTH - figure.layout.margin.l)
    return figure, marks


def _by_document(codes: np.ndarray, rows: np.ndarray, wanted: list[int]) -> list[tuple[int, np.ndarray]]:
    """Return the sentences of some documents, in the order in which the documents first stand there."""
    flags = np.zeros(int(codes.max(initial=-1)) + 1, dtype=bool)
    flags[wanted] = True
    rows = rows[flags[codes[rows]]]
    numbers, first, sizes = np.unique(codes[rows], return_index=True, return_counts=True)
    parts = np.split(rows[np.argsort(codes[rows], kind="stable")], np.cumsum(sizes)[:-1])
    return [(int(numbers[n]), parts[n]) for n in np.argsort(first)]
