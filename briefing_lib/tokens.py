"""Sentences cut into words as numbers, with names left out where that is asked for."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.standing import sentences_of

# 'Asia-Pacific' and "Moscow’s" are one word; a number or a mark of punctuation breaks a string of words.
_TOKEN = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*|[^\w\s]|\d(?:[\w.,]*\w)?")
_GENITIVE = re.compile(r"[’']s?$")
# Stand for the end of a sentence and for a name: no text has them, and one that does gets a mark of punctuation there.
_END, _NAME = "\uf8f0", "\uf8f1"
_OWNED = re.compile(rf"{_NAME}(?:[’'](?:s\b)?)?")  # "’s" of "Peru’s offer"
_AT_ONCE = 20_000
"""Sentences cut at a time: their pieces are in memory, one object each."""


class Tokens(NamedTuple):
    """Words and breaks of some sentences, in order.

    Attributes:
        vocabulary: each different word once, in small letters, in order of appearance; place 0 stands for a break.
        ids: place in the vocabulary of each; a sentence ends with a break.
        rows: position of its sentence, for each.
    """

    vocabulary: list[str]
    ids: np.ndarray
    rows: np.ndarray


def tokens_of(sentences: pd.DataFrame, names: pd.DataFrame | None = None) -> Tokens:
    """Cut sentences into words.

    Args:
        sentences: rows of ``sentences``.
        names: rows of ``mentions`` to leave out: each breaks the string of words it stands in.
    """
    lines = sentences["text"].tolist()
    found = _Vocabulary()
    spans = None if names is None or not len(names) else _spans(sentences, names, lines)
    ids, sizes = [], []
    for first in range(0, len(lines), _AT_ONCE):
        text = _joined(lines[first : first + _AT_ONCE])
        if spans is not None:
            text = _without(text, *(ends[_between(spans[0], first, first + _AT_ONCE)] for ends in spans[1:]))
        own, ends = found.numbers(text.split())
        ids.append(own)
        sizes.append(np.diff(ends, prepend=-1))
    rows = np.repeat(np.arange(len(lines), dtype=np.int32), np.concatenate([np.empty(0, dtype=np.int64), *sizes]))
    return Tokens(list(found.words), np.concatenate([np.empty(0, dtype=np.int32), *ids]), rows)


class _Vocabulary:
    """Numbers words. What stands between two spaces is cut into words once, however often it stands there."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {"": 0}
        self._pieces = _Numbers()
        self._known: list[int] = []  # numbers of the words of all pieces, one piece after the other
        self._ends = [0]

    def numbers(self, pieces: list[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return the numbers of the words of pieces of text, and which of those end a sentence."""
        codes = np.fromiter(map(self._pieces.__getitem__, pieces), dtype=np.int64, count=len(pieces))
        for piece in islice(self._pieces, len(self._ends) - 1, None):
            self._known += [0] if piece == _END else self._cut(piece)
            self._ends.append(len(self._known))
        known, ends = np.array(self._known, dtype=np.int32), np.array(self._ends)
        sizes = np.diff(ends)[codes]
        after = np.cumsum(sizes)
        places = np.repeat(ends[codes] - (after - sizes), sizes) + np.arange(int(sizes.sum()))
        return known[places], after[codes == self._pieces[_END]] - 1

    def _cut(self, piece: str) -> list[int]:
        found = _TOKEN.findall((_OWNED.sub("|", piece) if _NAME in piece else piece).lower())
        words = (_GENITIVE.sub("", token) if token[0].isalpha() else "" for token in found)
        return [self.words.setdefault(word, len(self.words)) for word in words]


class _Numbers(dict[str, int]):
    """Counts what is looked up for the first time."""

    def __missing__(self, key: str) -> int:
        number = self[key] = len(self)
        return number


def _joined(lines: list[str]) -> str:
    """Join sentences, each with a mark behind it."""
    text = f" {_END} ".join([*lines, ""])
    if text.count(_END) == len(lines) and _NAME not in text:
        return text
    return f" {_END} ".join([*(line.replace(_END, "|").replace(_NAME, "|") for line in lines), ""])


def _spans(sentences: pd.DataFrame, names: pd.DataFrame, lines: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return, for each name in order, its sentence by position, and where it begins and ends in joined sentences."""
    at = sentences_of(names, sentences)
    lengths = np.array([len(line) for line in lines])
    begins = np.cumsum(lengths + len(_END) + 2) - lengths - len(_END) - 2
    begins -= begins[np.arange(len(lines)) // _AT_ONCE * _AT_ONCE]
    held = np.flatnonzero(at >= 0)
    first, last = begins[at[held]], (begins + lengths)[at[held]]
    move = first - sentences["start"].to_numpy()[at[held]]
    # A name that goes on after the end of its sentence ends with it.
    starts, ends = (np.clip(names[column].to_numpy()[held] + move, first, last) for column in ("start", "end"))
    order = np.lexsort((starts, at[held]))
    return at[held][order], starts[order], ends[order]


def _between(rows: np.ndarray, first: int, last: int) -> slice:
    return slice(*np.searchsorted(rows, (first, last)).tolist())


def _without(text: str, starts: np.ndarray, ends: np.ndarray) -> str:
    """Put a mark in the place of each name."""
    return _NAME.join([text[a:b] for a, b in zip([0, *ends.tolist()], [*starts.tolist(), len(text)], strict=True)])
