"""A word in its contexts: where in the documents it stands, and every line with what stands left and right of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.at_hand import at_hand
from briefing_lib.queries import query_pattern
from briefing_lib.said_by import said_by
from briefing_lib.searching import text_of
from briefing_lib.view import View, labels, theme
from briefing_lib.view.choices import Range

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
    tables = (briefing.sentences, briefing.documents, briefing.quotations)
    listed, lines, marks, counts = at_hand(_found, *tables, query=query)
    title = f"“{labels.shorten(query, 40)}” in its contexts" if query.strip() else "A word in its contexts"
    table = _sorted(listed, sort)
    if lines.empty:
        why = (
            f"No sentence has “{query.strip()}”."
            if query.strip()
            else "Write a word to look for: sanction*, for example."
        )
        return View(theme.nothing(title, why), table, {})
    shown = labels.ranked(lines["document"], limit)
    drawn = lines[lines["document"].isin(shown)]
    names = labels.document_names(briefing.documents)
    left = len(lines) - len(drawn)
    note = f" {labels.count(left, 'sentence')} of other documents: see the table." if left else ""
    figure = theme.sheet(
        title,
        f"{labels.count(len(table), 'time')} in {labels.count(len(lines), 'sentence')} of "
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
            customdata=drawn["key"].tolist(),
            hovertext=hover,
            hoverinfo="text",
            showlegend=False,
        )
    )
    theme.rows_axis(figure, [f"{names[document]} ({counts[document]:,})" for document in shown])
    figure.update_xaxes(title_text="place in the document (%)", range=[-1, 101], showgrid=True)
    return View(figure, table, dict(marks))


Found = tuple[pd.DataFrame, pd.DataFrame, dict[str, list[tuple[str, int]]], pd.Series]
"""Each time a word stands there, each sentence it stands in, their marks, and how many each document has."""


def _found(sentences: pd.DataFrame, documents: pd.DataFrame, quotations: pd.DataFrame, query: str) -> Found:
    lines = _lines(sentences, documents, query)
    lines.insert(2, "voice", said_by(lines, sentences, quotations).tolist() if len(lines) else [])
    listed = lines.drop(columns=["row", "share", "sentence"])
    rows = lines.drop_duplicates("sentence")
    rows = rows.assign(key=[f"{word} · {name}" for word, name in zip(rows["word"], rows["sentence"], strict=True)])
    marks = {key: [("sentences", row)] for key, row in zip(rows["key"].tolist(), rows["row"].tolist(), strict=True)}
    return listed, rows, marks, rows["document"].value_counts()


def _lines(sentences: pd.DataFrame, documents: pd.DataFrame, query: str) -> pd.DataFrame:
    """Return a row for each time the word stands in a sentence."""
    pattern = query_pattern(query)
    at, starts, words = [], [], []
    for position, line in text_of(sentences).holding(query):
        text = line.replace("\n", " ")
        for hit in pattern.finditer(line):
            start, end = hit.span()
            at.append(position)
            starts.append(start)
            words.append((text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]))
    columns = ["document", "paragraph", "start", "left", "word", "right", "row", "share", "sentence"]
    if not at:
        return pd.DataFrame([], columns=columns)
    own = sentences[["document", "paragraph", "start", "sentence"]].take(np.array(at))
    lengths = dict(zip(documents["document"], documents["characters"], strict=True))
    first = own["start"].to_numpy() + np.array(starts)
    length = np.maximum(own["document"].map(lengths).fillna(0).to_numpy(), 1)
    left, word, right = zip(*words, strict=True)
    values = (own["document"].to_numpy(), own["paragraph"].to_numpy(), first, left, word, right, own.index)
    found = dict(zip(columns, (*values, 100 * first / length, own["sentence"].to_numpy()), strict=True))
    return pd.DataFrame(found)


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
