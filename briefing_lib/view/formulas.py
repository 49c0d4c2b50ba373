"""Formulas: words that several documents use in the same order, and who used them first."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.at_hand import Numbered, at_hand, narrowed, numbered
from briefing_lib.view import View, labels, theme
from briefing_lib.view.choices import Range
from briefing_lib.view.rows import Rows
from briefing_lib.wording import Words, function_words, words_of

TITLE = "Formulas that several documents use"
COLUMNS = ["formula", "documents", "sentences", "first used in", "on"]
LONGEST = 40
"""Words of the longest string looked for."""


class Formula(NamedTuple):
    """A string of words, and the positions of the sentences in which it stands."""

    words: str
    documents: int
    rows: np.ndarray
    surprise: float


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
    sentences = at_hand(_spoken, briefing.sentences)
    mentions = None if names else briefing.mentions
    found: list[Formula] = []
    firsts: dict[str, str] = {}
    listed = pd.DataFrame([], columns=COLUMNS)
    if len(sentences):
        tables = (sentences, mentions, briefing.documents)
        found, firsts, listed = at_hand(_listed, *tables, least=words, documents=documents)
    published = dict(zip(briefing.documents["document"], briefing.documents["published"], strict=True))
    titles = labels.document_names(briefing.documents, 60)
    if not found:
        why = f"No string of {words} words or more stands in {documents} documents."
        return View(theme.nothing(TITLE, why), listed, {})
    figure, marks = _draw(found[:limit], firsts, sentences, published, titles)
    left = len(found) - limit
    if left > 0:
        figure.layout.title.subtitle.text += f" {labels.count(left, 'formula')} more in the table."
    return View(figure, listed.copy(deep=False), marks)


def _spoken(sentences: pd.DataFrame) -> pd.DataFrame:
    return narrowed(sentences, ~numbered(sentences, "kind").having("boilerplate".__eq__))


def _listed(
    sentences: pd.DataFrame, mentions: pd.DataFrame | None, about: pd.DataFrame, least: int, documents: int
) -> tuple[list[Formula], dict[str, str], pd.DataFrame]:
    """Return the formulas, the document that used each first, and both as a table."""
    found = _find(words_of(sentences, mentions), least, documents)
    published = dict(zip(about["document"], about["published"], strict=True))
    of = numbered(sentences, "document")
    dates = [published.get(name) or "" for name in of.values]
    firsts, table = {}, []
    for formula in found:
        own = np.unique(of.codes[formula.rows]).tolist()
        days = sorted((dates[n], of.values[n]) for n in own if dates[n])
        # Two documents of one day, or one without a date: nobody knows who was first.
        known = len(days) == len(own) and (len(days) < 2 or days[0][0] != days[1][0])
        first = firsts[formula.words] = days[0][1] if known else ""
        table.append((formula.words, len(own), len(formula.rows), first, published.get(first, "")))
    return found, firsts, pd.DataFrame(table, columns=COLUMNS)


def _find(found: Words, least: int, documents: int) -> list[Formula]:
    """Return the strings, the most widely used first."""
    common = function_words()
    single = np.bincount(found.ids, minlength=len(found.vocabulary)).astype(float)
    single[0] = 0
    rare = dict(zip(found.vocabulary, -np.log2(np.maximum(single, 1) / max(single.sum(), 1)), strict=True))
    kept: dict[str, Formula] = {}
    many = int(found.documents.max(initial=-1)) + 1
    for length, (at, ids, names) in enumerate(found.longer(LONGEST), start=2):
        if length < least:
            continue
        pairs = pd.unique(ids * many + found.documents[at])
        spread = np.bincount(pairs // many, minlength=len(names))
        if not (spread >= documents).any():
            break
        for place, rows in _sentences(ids, found.rows[at], spread >= documents).items():
            string = names[place]
            parts = string.split()
            kept[string] = Formula(string, int(spread[place]), rows, sum(rare[word] for word in parts))
            # The shorter strings at its ends are the same formula if they stand nowhere else.
            for shorter in (" ".join(parts[:-1]), " ".join(parts[1:])):
                if shorter in kept and len(kept[shorter].rows) == len(rows):
                    del kept[shorter]
    whole: dict[str, Formula] = {}
    for formula in kept.values():
        words = _trimmed(formula.words.split(), common)
        string = " ".join(words)
        if len(words) >= least and (string == formula.words or string not in kept):
            known = whole.get(string)
            if known is None or len(known.rows) < len(formula.rows):
                whole[string] = formula._replace(words=string)
    return sorted(whole.values(), key=lambda f: (-f.documents, -f.surprise, f.words))


def _sentences(ids: np.ndarray, rows: np.ndarray, wanted: np.ndarray) -> dict[int, np.ndarray]:
    """Return, for each wanted string, the positions of the sentences in which it stands.

    Args:
        ids: number of each string, as they stand.
        rows: position of the sentence of each.
        wanted: True or False for each number.
    """
    at = np.flatnonzero(wanted[ids])
    order = at[np.argsort(ids[at], kind="stable")]
    codes, own = ids[order], rows[order]
    new = np.append(True, (np.diff(codes) != 0) | (np.diff(own) != 0))[: len(order)]
    codes, own = codes[new], own[new]
    numbers, starts = np.unique(codes, return_index=True)
    return dict(zip(numbers.tolist(), np.split(own, starts[1:]), strict=True)) if len(numbers) else {}


def _trimmed(words: list[str], common: frozenset[str]) -> list[str]:
    """Take off the words at both ends that say little: 'the schedule of contacts at' is 'schedule of contacts'."""
    first, last = 0, len(words)
    while first < last and words[first] in common:
        first += 1
    while last > first and words[last - 1] in common:
        last -= 1
    return words[first:last]


def _draw(shown: list[Formula], firsts: dict, sentences: pd.DataFrame, published: dict, titles: dict) -> tuple:
    of = numbered(sentences, "document")
    used = {name for formula in shown for name in of.values[np.unique(of.codes[formula.rows])]}
    order = sorted(used, key=lambda d: (published.get(d) or "9", d))
    column = {document: n for n, document in enumerate(order)}
    figure = theme.sheet(
        TITLE,
        "Documents in order of date; filled where a formula was used first; the number says in how many sentences.",
        height=max(60, 26 * len(shown)),
    )
    marks, xs, ys, filled, numbers, keys, hover = {}, [], [], [], [], [], []
    for row, (words, _, rows, _) in enumerate(shown):
        first = firsts[words]
        for document, at in _by_document(of, rows):
            key = f"{words} · {document}"
            marks[key] = Rows("sentences", sentences.index.to_numpy()[at])
            xs.append(column[document])
            ys.append(row)
            filled.append(document == first)
            numbers.append(f"{len(at):,}")
            keys.append(key)
            said = "used first here" if document == first else ""
            hover.append(
                f"<b>{labels.plain(words)}</b><br>{labels.plain(titles[document])}, "
                f"{published.get(document) or 'no date'}<br><b>{labels.count(len(at), 'sentence')}</b> {said}"
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
    theme.rows_axis(figure, [labels.shorten(formula.words, 52) for formula in shown])
    names = [labels.shorten(titles[document], 30) for document in order]
    theme.columns_axis(figure, names, theme.WIDTH - figure.layout.margin.l)
    return figure, marks


def _by_document(of: Numbered, rows: np.ndarray) -> list[tuple[str, np.ndarray]]:
    """Return the sentences of each document, in the order in which the documents first stand there."""
    codes = of.codes[rows]
    numbers, first = np.unique(codes, return_index=True)
    order = np.argsort(codes, kind="stable")
    parts = np.split(rows[order], np.searchsorted(codes[order], numbers)[1:])
    return [(of.values[numbers[n]], parts[n]) for n in np.argsort(first)]
