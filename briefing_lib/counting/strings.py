"""Strings of words that stand more than once, as numbers: those of two words, of three, and so on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd


class Strings(NamedTuple):
    """The strings of one length that stand more than once. Place 0 stands for none.

    Attributes:
        places: where the first word of each string stands, in order.
        ids: number of the string there.
        before: number, among the strings of one word less, of each string without its last word.
        after: number of each string without its first word.
        last: number of the last word of each string.
    """

    places: np.ndarray
    ids: np.ndarray
    before: np.ndarray
    after: np.ndarray
    last: np.ndarray

    def __len__(self) -> int:
        return len(self.last)


def strings_of(words: np.ndarray, most: int, documents: np.ndarray | None = None) -> Iterator[Strings]:
    """Yield the strings of two words, of three, and so on.

    Args:
        words: number of each word of a text; 0 breaks a string.
        most: number of words in the longest.
        documents: number of the document of each word; then only strings that stand in two documents are found.

    >>> found = next(strings_of(np.array([1, 2, 0, 1, 2, 3, 0]), 2))
    >>> found.places.tolist(), found.ids.tolist()
    ([0, 3], [1, 1])
    """
    places = np.flatnonzero(words > 0)
    ids = words[places].astype(np.int64)
    size = int(words.max(initial=0)) + 1
    number = 0 if documents is None else int(documents.max(initial=-1)) + 1
    for length in range(1, most):
        # A string that stands twice is made of two that do: the one that begins here, and the one a word on.
        inside = np.flatnonzero(np.diff(places) == 1)
        last = words[places[inside] + length].astype(np.int64)
        codes, pairs = pd.factorize(ids[inside] * size + last)
        kept = np.bincount(codes, minlength=len(pairs)) > 1
        if documents is not None:
            kept &= spread_of(codes, documents[places[inside]], len(pairs), number) > 1
        again = np.flatnonzero(kept)
        again = again[np.argsort(pairs[again])]
        numbers = np.zeros(len(pairs), dtype=np.int64)
        numbers[again] = np.arange(1, len(again) + 1)
        own = numbers[codes]
        held = np.flatnonzero(own)
        before, ending = np.divmod(pairs[again], size)
        after = np.zeros(len(again) + 1, dtype=np.int64)
        after[own[held]] = ids[inside[held] + 1]
        places, ids = places[inside[held]], own[held]
        yield Strings(places, ids, np.append(0, before), after, np.append(0, ending))


def spread_of(ids: np.ndarray, others: np.ndarray, size: int, number: int) -> np.ndarray:
    """Count the different documents, or sentences, of each string.

    Args:
        ids: number of each string as it stands.
        others: number of its document, or sentence.
        size: how many strings there are.
        number: how many documents.
    """
    return np.bincount(each_once(ids, others, number) // max(number, 1), minlength=size)


def each_once(ids: np.ndarray, others: np.ndarray, number: int) -> np.ndarray:
    """Return each pair of two numbers once, as the first times ``number`` and the second, in order."""
    pairs = np.sort(ids.astype(np.int64) * number + others)
    return pairs[np.diff(pairs, prepend=-1) != 0]
