"""Which words one part of the corpus uses more than another: keyness."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.at_hand import at_hand, numbered
from briefing_lib.view import View, labels, theme
from briefing_lib.view.choices import Range
from briefing_lib.view.parts import REST, Parts, of_part, part_options
from briefing_lib.view.rows import Rows
from briefing_lib.wording import Words, words_of

TITLE = "Words of one part against another"
CERTAIN = 6.63
"""Log-likelihood from which a difference is drawn: for one word in a hundred chance gives more (chi-squared)."""


def keyness(
    briefing: Any,
    *,
    part: Annotated[str, Parts()] = "",
    against: Annotated[str, Parts(rest=True)] = REST,
    words: Annotated[int, Range(1, 4)] = 1,
    names: bool = False,
    least: Annotated[int, Range(2, 30)] = 3,
    limit: Annotated[int, Range(3, 30)] = 12,
) -> View:
    """Compare the words of two parts of the corpus.

    Args:
        briefing: anything whose attributes are the tables.
        part: what is looked at; the first document if empty.
        against: what it is compared with; sentences that belong to both are left out of this one.
        words: number of words in a string: 1 for single words, 2 for pairs.
        names: also words of the names of actors.
        least: fewest times a word stands in both parts together.
        limit: most words to draw on each side, those of which it is most certain that the parts differ.

    Returns:
        The view; its marks hold rows of ``sentences``: those of the part that uses the word more. The table has the
        number of times and the rate per 1,000 words in both parts, the log-likelihood (Dunning 1993), the log ratio
        (binary logarithm of the ratio of rates, half a time for none; Hardie 2014) and how unevenly the word is spread
        over the part's documents (0 to 1; Gries 2008).
    """
    sentences = briefing.sentences
    part = part or next(iter(part_options(Parts(), briefing)), "")
    if not part or sentences.empty:
        return View(theme.nothing(TITLE, "There are no sentences to compare."), _table(), {})
    tables = (sentences, briefing.documents, briefing.quotations, briefing.mentions)
    counted: _Counted = at_hand(_counted, *tables, part=part, against=against, words=words, names=names)
    sizes, found = counted.sizes, counted.words
    title = f"{labels.shorten(part, 40)}, against {labels.shorten(against, 40)}"
    if not all(sizes):
        empty = against if sizes[0] else part
        return View(theme.nothing(title, f"There are no words to compare in {empty}."), _table(), {})
    table, places = _compare(counted, least)
    drawn, keys = [], []
    for side in (1, -1):
        for at in _strongest(table, side, limit):
            drawn.append(tuple(table.iloc[at].tolist()))
            keys.append(int(places[at]))
    if not drawn:
        why = f"No word stands in one part surely more often than in the other ({sizes[0]:,} and {sizes[1]:,} words)."
        return View(theme.nothing(title, why), table, {})
    index = sentences.index.to_numpy()
    marks: dict[str, Any] = {}
    for row, held in zip(drawn, found.standing(keys), strict=True):
        inside = counted.first if row[6] > 0 else counted.second
        marks[row[0]] = Rows("sentences", index[held[inside[held]]])
    return View(_draw(drawn, marks, title, part, against), table, marks)


class _Counted(NamedTuple):
    """Two parts of a corpus: which sentences are theirs, and of each word how often it stands there, how unevenly."""

    first: np.ndarray
    second: np.ndarray
    sizes: list[int]
    words: Words
    counts: list[np.ndarray]
    spreads: list[np.ndarray]


def _counted(
    sentences: pd.DataFrame,
    documents: pd.DataFrame,
    quotations: pd.DataFrame,
    mentions: pd.DataFrame,
    part: str,
    against: str,
    words: int,
    names: bool,
) -> _Counted:
    tables = (sentences, documents, quotations, mentions)
    spoken = ~numbered(sentences, "kind").having("boilerplate".__eq__)
    first = at_hand(of_part, *tables, part=part) & spoken
    other = spoken if against == REST else at_hand(of_part, *tables, part=against) & spoken
    sides = [first, other & ~first]
    single = words_of(sentences, None if names else mentions)
    counts = [single.counts(side) for side in sides]
    sizes = [int(number.sum()) for number in counts]
    found = single.strings(words)
    if words > 1 and all(sizes):
        counts = [found.counts(side) for side in sides]
    spreads = [found.spread(side) for side in sides] if all(sizes) else []
    return _Counted(sides[0], sides[1], sizes, found, counts, spreads)


def _compare(counted: _Counted, least: int) -> tuple[pd.DataFrame, np.ndarray]:
    """Return a row for each word that stands often enough, the surest difference first, and its place as a word."""
    found, (a, b), (n, m) = counted.words, (number.astype(float) for number in counted.counts), counted.sizes
    kept = np.flatnonzero((a + b >= least) & found.telling)
    a, b = a[kept], b[kept]
    share = (a + b) / (n + m)
    with np.errstate(divide="ignore", invalid="ignore"):
        likelihood = 2 * (
            np.where(a > 0, a * np.log(a / (n * share)), 0) + np.where(b > 0, b * np.log(b / (m * share)), 0)
        )
    ratio = np.log2(np.maximum(a, 0.5) / n) - np.log2(np.maximum(b, 0.5) / m)
    spread = np.where(ratio > 0, *(side[kept] for side in counted.spreads))
    sure = np.array([round(value, 2) for value in np.maximum(likelihood, 0.0).tolist()])
    order = np.lexsort((found.order[kept], -sure))
    words = [found.vocabulary[place] for place in kept[order]]
    numbers = (a.astype(int), b.astype(int), 1000 * a / n, 1000 * b / m, sure)
    rounded = ([round(value, 2) for value in column[order].tolist()] for column in (ratio, spread))
    table = _table(words, *(column[order] for column in numbers), *rounded) if words else _table()
    return table, kept[order]


def _strongest(table: pd.DataFrame, side: int, limit: int) -> list[int]:
    if table.empty:
        return []
    sure = (table["log ratio"].to_numpy() * side > 0) & (table["log-likelihood"].to_numpy() >= CERTAIN)
    return np.flatnonzero(sure)[:limit].tolist()


def _table(*columns: Any) -> pd.DataFrame:
    names = ["word", "times", "times against", "per 1,000", "per 1,000 against"]
    names += ["log-likelihood", "log ratio", "spread (DP)"]
    return pd.DataFrame(dict(zip(names, columns, strict=True))) if columns else pd.DataFrame([], columns=names)


def _draw(drawn: list[tuple], marks: dict[str, list], title: str, part: str, against: str) -> go.Figure:
    figure = theme.sheet(
        title,
        "Log ratio: +1 is twice as often, +2 four times. The number says in how many sentences. "
        "Sorted by how certain the difference is.",
        height=max(60, 22 * len(drawn)),
    )
    for side, colour, name in ((1, theme.BLUE, part), (-1, theme.ORANGE, against)):
        own = [n for n, row in enumerate(drawn) if row[6] * side > 0]
        if not own:
            continue
        keys = [drawn[n][0] for n in own]
        figure.add_trace(
            go.Bar(
                x=[drawn[n][6] for n in own],
                y=own,
                orientation="h",
                name=labels.plain(f"more in {labels.shorten(name, 40)}"),
                marker={"color": colour, "line": {"width": 0}},
                text=[f"{len(marks[key]):,}" for key in keys],
                textposition="outside",
                textfont={"size": 11, "color": theme.TEXT},
                cliponaxis=False,
                customdata=keys,
                hovertext=[_said(drawn[n], len(marks[drawn[n][0]])) for n in own],
                hoverinfo="text",
            )
        )
    theme.rows_axis(figure, [row[0] for row in drawn])
    ends = [row[6] for row in drawn]
    low, high = min(0.0, *ends), max(0.0, *ends)
    pad = (high - low) * 0.08
    figure.update_xaxes(
        title_text="log ratio", showgrid=True, zeroline=True, range=[low - pad * (low < 0), high + pad * (high > 0)]
    )
    figure.update_layout(bargap=0.3)
    theme.add_legend(figure)
    return figure


def _said(row: tuple, number: int) -> str:
    word, times, others, rate, other_rate, likelihood, ratio, spread = row
    return (
        f"<b>{labels.plain(word)}</b>: <b>{labels.count(number, 'sentence')}</b><br>{times:,} against {others:,} times"
        f", {rate:.2f} against {other_rate:.2f} per 1,000 words<br>log-likelihood {likelihood:,.1f}, "
        f"log ratio {ratio:+.1f}, spread {spread:.2f}"
    )
