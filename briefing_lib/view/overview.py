"""What is in the corpus: how many rows each document gave, who speaks in it, when it was published."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pandas as pd

from briefing_lib.counting.at_hand import at_hand
from briefing_lib.view import View
from briefing_lib.view.choices import Range
from briefing_lib.view.corpus.longest import ByDocument, by_document, longest
from briefing_lib.view.corpus.publication import published
from briefing_lib.view.corpus.speaking import voices_by_document
from briefing_lib.view.drawing import labels, theme
from briefing_lib.view.drawing.rows import Rows

COUNTED = ("sentences", "mentions", "dates", "quantities", "quotations", "statistics", "meetings", "topics")


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
    if show == "dates":
        return published(briefing)
    return _tables(briefing, limit) if show == "tables" else voices_by_document(briefing, limit)


def _tables(briefing: Any, limit: int) -> View:
    documents, note = longest(briefing, limit)
    names = labels.document_names(briefing.documents, 40)
    rows: dict[str, ByDocument] = {name: at_hand(by_document, getattr(briefing, name)) for name in COUNTED}
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
