"""Which words one part of the corpus uses more than another: keyness."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.counting.at_hand import at_hand, numbered
from briefing_lib.counting.wording import Words, words_of
from briefing_lib.view import View
from briefing_lib.view.choices import Range
from briefing_lib.view.drawing import labels, theme
from briefing_lib.view.drawing.listing import Listing
from briefing_lib.view.drawing.rows import Rows
from briefing_lib.view.words.parts import REST, Parts, of_part, part_options

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
    part = part or _first(briefing)
    if not part or sentences.empty:
        return View(theme.nothing(TITLE, "There are no sentences to compare."), _table(), {})
    tables = (sentences, briefing.documents, briefing.quotations, briefing.mentions)
    counted: _Counted = at_hand(_counted, *tables, part=part, against=against, words=words, names=names)
    sizes = counted.sizes
    title = f"{labels.shorten(part, 40)}, against {labels.shorten(against, 40)}"
    if not all(sizes):
        empty = against if sizes[0] else part
        return View(theme.nothing(title, f"There are no words to compare in {empty}."), _table(), {})
    compared = _compare(counted, least)
    listing = Listing(len(compared.places), partial(_all, counted, compared))
    strongest = np.concatenate([_strongest(counted.words, compared, side, limit) for side in (1, -1)])
    if not len(strongest):
        why = f"No word stands in one part surely more often than in the other ({sizes[0]:,} and {sizes[1]:,} words)."
        why += " The table has all that were compared." if len(compared.places) else ""
        return View(theme.nothing(title, why), listing, {})
    drawn = list(zip(*_columns(counted, compared, strongest), strict=True))
    index = sentences.index.to_numpy()
    marks: dict[str, Any] = {}
    for row, held in zip(drawn, counted.words.standing(compared.places[strongest].tolist()), strict=True):
        inside = counted.first if row[6] > 0 else counted.second
        marks[row[0]] = Rows("sentences", index[held[inside[held]]])
    return View(_draw(drawn, marks, title, part, against), listing, marks)


def _first(briefing: Any) -> str:
    of = numbered(briefing.documents, "document")
    documents = [name for name in of.values[of.counts() > 0] if name]
    return f"document: {min(documents)}" if documents else next(iter(part_options(Parts(), briefing)), "")


class _Counted(NamedTuple):
    """Two parts of a corpus: which sentences are theirs, how many words, and how often each stands there."""

    first: np.ndarray
    second: np.ndarray
    sizes: list[int]
    words: Words
    counts: list[np.ndarray]


class _Compared(NamedTuple):
    """The words that stand often enough: their places as words, and how surely and how much the parts differ."""

    places: np.ndarray
    sure: np.ndarray
    ratio: np.ndarray


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
    sizes = [single.size(side) for side in sides]
    found = single.strings(words).telling
    counts = [found.counts(first)] if all(sizes) else []
    if counts:
        counts.append(found.counts(other) - counts[0] if against == REST else found.counts(sides[1]))
    return _Counted(sides[0], sides[1], sizes, found, counts)


def _compare(counted: _Counted, least: int) -> _Compared:
    (a, b), (n, m) = counted.counts, counted.sizes
    kept = np.flatnonzero(a + b >= max(least, 1))
    a, b = a[kept].astype(float), b[kept].astype(float)
    share = (a + b) / (n + m)
    with np.errstate(divide="ignore", invalid="ignore"):
        likelihood = 2 * (
            np.where(a > 0, a * np.log(a / (n * share)), 0) + np.where(b > 0, b * np.log(b / (m * share)), 0)
        )
    ratio = np.log2(np.maximum(a, 0.5) / n) - np.log2(np.maximum(b, 0.5) / m)
    return _Compared(kept, _rounded(np.maximum(likelihood, 0.0)), ratio)


def _strongest(words: Words, compared: _Compared, side: int, limit: int) -> np.ndarray:
    """Return those of the words compared that a side uses more, the surest first."""
    more = _rounded(compared.ratio) * side > 0
    found = np.flatnonzero(more & (compared.sure >= CERTAIN))
    if len(found) > limit:
        edge = np.partition(compared.sure[found], len(found) - limit)[len(found) - limit]
        found = found[compared.sure[found] >= edge]
    names = words.named(compared.places[found])
    order = sorted(range(len(found)), key=lambda at: (-compared.sure[found[at]], names[at]))
    return found[order[:limit]]


def _columns(counted: _Counted, compared: _Compared, chosen: np.ndarray) -> list[list[Any]]:
    """Return the columns of the table for some of the words compared."""
    places, ratio = compared.places[chosen], compared.ratio[chosen]
    (a, b), (n, m) = (number[places] for number in counted.counts), counted.sizes
    spread = np.empty(len(places))
    for side, more in ((counted.first, ratio > 0), (counted.second, ~(ratio > 0))):
        spread[more] = counted.words.spread(side, places[more])
    numbers = (a, b, 1000 * a / n, 1000 * b / m, compared.sure[chosen], _rounded(ratio), _rounded(spread))
    return [counted.words.named(places), *(column.tolist() for column in numbers)]


def _all(counted: _Counted, compared: _Compared) -> pd.DataFrame:
    """Return a row for each word that stands often enough, the surest difference first."""
    if not len(compared.places):
        return _table()
    names = counted.words.named(compared.places)
    rank = np.empty(len(names), dtype=np.int64)
    rank[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    return _table(*_columns(counted, compared, np.lexsort((rank, -compared.sure))))


def _rounded(values: np.ndarray) -> np.ndarray:
    """Round to two decimals, as ``round`` does."""
    found = np.round(values, 2)
    near = np.flatnonzero(np.abs(np.abs(values * 100) % 1 - 0.5) < 1e-3)  # where it decides otherwise
    found[near] = [round(value, 2) for value in values[near].tolist()]
    return found


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
