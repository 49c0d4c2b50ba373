"""Rows of some documents, taken from large tables without reading the rest of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import at_hand, numbered

RUNS = 120
"""Stretches of rows that are worth taking one by one."""


class _ByDocument(NamedTuple):
    """Positions of the rows of each document, one document after the other."""

    order: np.ndarray
    starts: np.ndarray
    place: dict[str, int]


def _by_document(table: pd.DataFrame) -> _ByDocument:
    own = numbered(table, "document")
    order = np.argsort(own.codes, kind="stable")
    starts = np.searchsorted(own.codes[order], np.arange(len(own.values) + 1))
    return _ByDocument(order, starts, {document: place for place, document in enumerate(own.values.tolist())})


def _positions(table: pd.DataFrame, documents: set[str]) -> np.ndarray:
    """Return the positions of the rows of some documents, in order."""
    found: _ByDocument = at_hand(_by_document, table)
    places = [found.place[document] for document in documents if document in found.place]
    parts = [found.order[found.starts[place] : found.starts[place + 1]] for place in places]
    return np.sort(np.concatenate(parts)) if parts else np.empty(0, dtype=np.int64)


def of_documents(table: pd.DataFrame, documents: set[str], *columns: str) -> pd.DataFrame:
    """Return some columns of the rows of some documents: no more is read than is needed.

    To take rows of long text one by one copies the whole column first; a document's rows mostly stand together.

    >>> table = pd.DataFrame({"document": ["a", "b", "a"], "text": ["one", "two", "three"]})
    >>> of_documents(table, {"a"}, "text")["text"].tolist()
    ['one', 'three']
    """
    own, at = table[list(columns)], _positions(table, documents)
    runs = np.split(at, np.flatnonzero(np.diff(at) != 1) + 1)
    if not len(at) or len(runs) > RUNS:
        return own.take(at)
    return pd.concat([own.iloc[run[0] : run[-1] + 1] for run in runs])


def at_positions(table: pd.DataFrame, rows: np.ndarray, documents: set[str], *columns: str) -> pd.DataFrame:
    """Return some columns of the rows at some positions, all of them of some documents.

    >>> table = pd.DataFrame({"document": ["a", "b", "a"], "text": ["one", "two", "three"]}, index=[5, 6, 7])
    >>> at_positions(table, np.array([2]), {"a"}, "text")["text"].tolist()
    ['three']
    """
    return of_documents(table, documents, *columns).loc[table.index[rows]]


def of_sentences(table: pd.DataFrame, documents: set[str], sentences: set[str], *columns: str) -> pd.DataFrame:
    """Return some columns of the rows of some sentences of some documents."""
    near = of_documents(table, documents, *columns)
    return near[near["sentence"].isin(sentences)]
