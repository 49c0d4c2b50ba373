"""Where rows stand: which document, paragraph and sentence, as numbers that count through all documents."""

from __future__ import annotations

from functools import partial
from typing import Any, Literal

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import at_hand, numbered, put

Unit = Literal["sentence", "paragraph", "document"]
_LENGTH = 1 << 40  # more characters than a document has


def documents_of(table: pd.DataFrame, other: pd.DataFrame) -> np.ndarray:
    """Return the number of the document of each row of a table, as another table numbers them; -1 for none of them."""
    own, places = numbered(table, "document"), _places(numbered(other, "document").values)
    number = np.fromiter((places.get(value, -1) for value in own.values), dtype=np.int64, count=len(own.values))
    return number[own.codes] if len(number) else np.empty(0, dtype=np.int64)


def sentences_of(table: pd.DataFrame, sentences: pd.DataFrame) -> np.ndarray:
    """Return the position of its sentence for each row of a table; -1 where there is no such sentence."""
    return at_hand(_sentences_of, table, sentences)


def _sentences_of(table: pd.DataFrame, sentences: pd.DataFrame) -> np.ndarray:
    if not len(table) or not len(sentences):
        return np.full(len(table), -1)
    if table is sentences:
        return np.arange(len(sentences))
    # What stands between two starts is quicker found than a name; where the names then differ, they are looked up.
    documents, starts = numbered(sentences, "document").codes.astype(np.int64), sentences["start"].to_numpy()
    keys = documents * _LENGTH + starts
    order = np.argsort(keys, kind="stable")
    own = documents_of(table, sentences) * _LENGTH + table["start"].to_numpy()
    found = order[np.maximum(np.searchsorted(keys[order], own, side="right") - 1, 0)]
    named = sentences["sentence"].take(found).reset_index(drop=True) == table["sentence"].reset_index(drop=True)
    other = np.flatnonzero(~named.to_numpy(dtype=bool))
    if len(other):
        found[other] = pd.Index(sentences["sentence"]).get_indexer(table["sentence"].take(other))
    return found


def move(at: np.ndarray, rows: np.ndarray, kept: np.ndarray, table: pd.DataFrame, sentences: pd.DataFrame) -> None:
    """Have it known where the rows of a table stand of which a filter kept some, and some sentences.

    Args:
        at: position of its sentence for each row, before.
        rows: which rows are kept.
        kept: which sentences are kept.
        table: the rows kept.
        sentences: the sentences kept.
    """
    put(_sentences_of, partial(_moved, at, rows, kept), table, sentences)


def _moved(at: np.ndarray, rows: np.ndarray, kept: np.ndarray) -> np.ndarray:
    position = np.append(np.where(kept, np.cumsum(kept) - 1, -1), -1)
    return position[at[rows]]


def units_of(sentences: pd.DataFrame, unit: Unit) -> np.ndarray:
    """Return the number of the sentence, paragraph or document each sentence stands in, in order of appearance."""
    return at_hand(_units_of, sentences, unit=unit)


def _units_of(sentences: pd.DataFrame, unit: Unit) -> np.ndarray:
    if unit == "sentence":
        return np.arange(len(sentences))
    documents = numbered(sentences, "document").codes.astype(np.int64)
    if unit == "paragraph":
        documents = documents * 10_000_000 + sentences["paragraph"].to_numpy()
    return pd.factorize(documents)[0]


def paragraphs_of(table: pd.DataFrame, sentences: pd.DataFrame) -> np.ndarray:
    """Return the number of its paragraph, as ``units_of`` counts those of the sentences, for each row of a table; or
    -1."""
    return at_hand(_paragraphs_of, table, sentences)


def _paragraphs_of(table: pd.DataFrame, sentences: pd.DataFrame) -> np.ndarray:
    units = units_of(sentences, "paragraph")
    if not len(units) or not len(table):
        return np.full(len(table), -1)
    keys = np.empty(int(units.max()) + 1, dtype=np.int64)
    keys[units] = (
        numbered(sentences, "document").codes.astype(np.int64) * 10_000_000 + sentences["paragraph"].to_numpy()
    )
    documents = documents_of(table, sentences)
    own = np.where(documents < 0, -1, documents * 10_000_000 + table["paragraph"].to_numpy())
    order = np.argsort(keys, kind="stable")
    at = order[np.minimum(np.searchsorted(keys[order], own), len(keys) - 1)]
    return np.where(keys[at] == own, at, -1)


def offsets_of(table: pd.DataFrame, other: pd.DataFrame, column: str) -> np.ndarray:
    """Return offsets that count through all documents, as another table numbers them; those of no document are
    negative."""
    return documents_of(table, other) * _LENGTH + table[column].to_numpy()


def _places(values: Any) -> dict[str, int]:
    return dict(zip(values, range(len(values)), strict=True))
