"""The longest documents of a corpus, which are drawn where not all can be."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import Numbered, at_hand, numbered


def longest(briefing: Any, limit: int) -> tuple[list[str], str]:
    """Return the documents drawn, in the order of the table, and a note on those that are not."""
    documents = briefing.documents["document"]
    if len(documents) <= limit:
        return documents.tolist(), ""
    own = at_hand(by_document, briefing.sentences)
    sizes = pd.Series([own.size(document) for document in documents], index=documents.index)
    largest = sizes.sort_values(ascending=False, kind="stable").index[:limit]
    return documents[documents.index.isin(largest)].tolist(), (
        f"The {limit} longest of {len(documents):,} documents are drawn; the table has all."
    )


class ByDocument:
    """The positions of the rows of each document."""

    def __init__(self, documents: Numbered):
        self._order = np.argsort(documents.codes, kind="stable")
        sizes = documents.counts()
        ends = np.cumsum(sizes)
        self.most = int(sizes.max(initial=0))
        places = zip((ends - sizes).tolist(), ends.tolist(), strict=True)
        self._places = dict(zip(documents.values.tolist(), places, strict=True))

    def size(self, document: str) -> int:
        first, end = self._places.get(document, (0, 0))
        return end - first

    def of(self, document: str) -> np.ndarray:
        return self._order[slice(*self._places.get(document, (0, 0)))]


def by_document(table: pd.DataFrame) -> ByDocument:
    return ByDocument(numbered(table, "document"))
