"""Formulas: words that several documents use in the same order, and who used them first."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.view import View, labels, theme
from briefing_lib.view.choices import Range
from briefing_lib.view.parts import rows_of
from briefing_lib.wording import Words, function_words, words_of

TITLE = "Formulas that several documents use"
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
    sentences = briefing.sentences[briefing.sentences["kind"] != "boilerplate"]
    found = _find(words_of(sentences, None if names else briefing.mentions), words, documents) if len(sentences) else []
    published = dict(zip(briefing.documents["document"], briefing.documents["published"], strict=True))
    titles = labels.document_names(briefing.documents, 60)
    places, table = {}, []
    for formula in found:
        by = sentences.iloc[formula.rows].groupby("document", sort=False).indices
        days = sorted((published[document], document) for document in by if published.get(document))
        # Two documents of one day, or one without a date: nobody knows who was first.
        known = len(days) == len(by) and (len(days) < 2 or days[0][0] != days[1][0])
        first = days[0][1] if known else ""
        places[formula.words] = ({document: formula.rows[at] for document, at in by.items()}, first)
        table.append((formula.words, len(by), len(formula.rows), first, published.get(first, "")))
    listed = pd.DataFrame(table, columns=["formula", "documents", "sentences", "first used in", "on"])
    if not found:
        why = f"No string of {words} words or more stands in {documents} documents."
        return View(theme.nothing(TITLE, why), listed, {})
    figure, marks = _draw([f.words for f in found[:limit]], places, sentences, published, titles)
    left = len(found) - limit
    if left > 0:
        figure.layout.title.subtitle.text += f" {labels.count(left, 'formula')} more in the table."
    return View(figure, listed, marks)


def _find(found: Words, least: int, documents: int) -> list[Formula]:
    """Return the strings, the most widely used first."""
    common = function_words()
    single = np.bincount(found.ids, minlength=len(found.vocabulary)).astype(float)
    single[0] = 0
    rare = dict(zip(found.vocabulary, -np.log2(np.maximum(single, 1) / max(single.sum(), 1)), strict=True))
    kept: dict[str, Formula] = {}
    for length in range(least, LONGEST + 1):
        strings = found.strings(length)
        inside = np.flatnonzero(strings.ids)
        if not len(inside):
            break
        pairs = np.unique(np.stack([strings.ids[inside], strings.documents[inside]]), axis=1)
        spread = np.bincount(pairs[0].astype(np.int64), minlength=len(strings.vocabulary))
        wanted = np.flatnonzero(spread >= documents)
        if not len(wanted):
            break
        for place, rows in _sentences(strings, wanted).items():
            string = strings.vocabulary[place]
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


def _sentences(strings: Words, wanted: np.ndarray) -> dict[int, np.ndarray]:
    """Return, for each wanted string, the positions of the sentences in which it stands."""
    at = np.flatnonzero(np.isin(strings.ids, wanted))
    order = at[np.argsort(strings.ids[at], kind="stable")]
    codes, starts = np.unique(strings.ids[order], return_index=True)
    return {
        int(code): np.unique(strings.rows[part]) for code, part in zip(codes, np.split(order, starts[1:]), strict=True)
    }


def _trimmed(words: list[str], common: frozenset[str]) -> list[str]:
    """Take off the words at both ends that say little: 'the schedule of contacts at' is 'schedule of contacts'."""
    first, last = 0, len(words)
    while first < last and words[first] in common:
        first += 1
    while last > first and words[last - 1] in common:
        last -= 1
    return words[first:last]


def _draw(shown: list[str], places: dict, sentences: pd.DataFrame, published: dict, titles: dict) -> tuple:
    order = sorted(
        {document for words in shown for document in places[words][0]}, key=lambda d: (published.get(d) or "9", d)
    )
    figure = theme.sheet(
        TITLE,
        "Documents in order of date; filled where a formula was used first; the number says in how many sentences.",
        height=max(60, 26 * len(shown)),
    )
    marks, xs, ys, filled, numbers, keys, hover = {}, [], [], [], [], [], []
    for row, words in enumerate(shown):
        by, first = places[words]
        for document, at in by.items():
            key = f"{words} · {document}"
            marks[key] = rows_of(sentences, at)
            xs.append(order.index(document))
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
    theme.rows_axis(figure, [labels.shorten(words, 52) for words in shown])
    names = [labels.shorten(titles[document], 30) for document in order]
    theme.columns_axis(figure, names, theme.WIDTH - figure.layout.margin.l)
    return figure, marks
