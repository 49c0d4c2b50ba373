"""What a figure shows, in words: for readers who cannot see it."""

from __future__ import annotations

from briefing_lib.figure import labels_of, title_of
from briefing_lib.view import View
from briefing_lib.view.drawing.marks import largest

NAMED = 5
"""Marks named, those with most rows behind them."""


def alternative(shown: View, labels: dict[str, str] | None = None) -> str:
    """Return title and subtitle of a figure, its strongest marks, and where the rest is.

    Args:
        shown: the view.
        labels: what its marks are called, if that is known already.

    >>> import pandas as pd, plotly.graph_objects as go
    >>> bar = go.Bar(x=["Chad"], y=[2], customdata=["Chad"])
    >>> figure = go.Figure(bar, layout={"title": {"text": "<b>Who is named</b>"}})
    >>> alternative(View(figure, pd.DataFrame({"actor": ["Chad"]}), {"Chad": [("mentions", 0), ("mentions", 4)]}))
    'Who is named. 1 mark, most often: Chad (2). The list below the figure has the sentences, the table 1 row.'
    """
    layout = shown.figure.layout.to_plotly_json()
    subtitle = (layout.get("title") or {}).get("subtitle") or {}
    said = [title_of(shown.figure), title_of({"layout": {"title": subtitle}})]
    said += [title_of({"layout": {"title": note.text}}) for note in shown.figure.layout.annotations or () if note.text]
    if shown.marks:
        labels = labels_of(shown.figure) if labels is None else labels
        named = "; ".join(f"{labels.get(key, key)} ({len(rows):,})" for key, rows in largest(shown.marks, NAMED))
        said.append(f"{_many(len(shown.marks), 'mark')}, most often: {named}.")
        said.append(f"The list below the figure has the sentences, the table {_many(len(shown.listed), 'row')}.")
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in said if part)


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"
