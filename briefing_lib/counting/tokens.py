"""Sentences cut into words as numbers, with names left out where that is asked for."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from briefing_lib.counting.standing import sentences_of

# 'Asia-Pacific' and "Moscow’s" are one word; a number or a mark of punctuation breaks a string of words.
_TOKEN = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*|[^\w\s]|\d(?:[\w.,]*\w)?")
_GENITIVE = re.compile(r"[’']s?$")
# Stand behind a sentence and for a name: no text has them, and one that does gets a mark of punctuation there.
_END, _NAME = "\uf8f0", "\uf8f1"
_OWNED = re.compile(rf"{_NAME}(?:[’'](?:s\b)?)?")  # "’s" of "Peru’s offer"
_LINES, _AT_ONCE = 20_000, 1_000_000
"""Sentences, and pieces of them, taken at a time."""


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
    pieces, different = _pieces(sentences, names)
    vocabulary: dict[str, int] = {"": 0}
    cut = [_cut(piece, vocabulary) for piece in different]
    known = np.array([word for words in cut for word in words], dtype=np.int32)
    sizes = np.array([len(words) for words in cut], dtype=np.int64)
    begins, ids = np.cumsum(sizes) - sizes, [np.empty(0, dtype=np.int32)]
    for first in range(0, len(pieces), _AT_ONCE):
        own = pieces[first : first + _AT_ONCE]
        number = sizes[own]
        after = np.cumsum(number)
        ids.append(known[np.repeat(begins[own] - (after - number), number) + np.arange(int(number.sum()))])
    ended = np.cumsum(sizes[pieces])[pieces == different.index(_END)] if len(pieces) else np.empty(0, dtype=np.int64)
    rows = np.repeat(np.arange(len(ended), dtype=np.int32), np.diff(ended, prepend=0))
    return Tokens(list(vocabulary), np.concatenate(ids), rows)


def _pieces(sentences: pd.DataFrame, names: pd.DataFrame | None) -> tuple[np.ndarray, list[str]]:
    """Return what stands between spaces, and a mark behind each sentence, as numbers, and each different piece once.

    However often a piece stands there, it is then cut into words once.
    """
    texts = pa.array(sentences["text"] if names is None else _without(sentences, names), type=pa.large_string())
    split = pc.ascii_split_whitespace(texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts)
    encoded = split.values.dictionary_encode()
    pieces, different = encoded.indices.to_numpy(), encoded.dictionary.to_pylist()
    if names is None:
        pieces = np.insert(pieces, split.offsets.to_numpy()[1:], len(different))
        different = [*(_plain(piece) for piece in different), _END]
    return pieces, different


def _cut(piece: str, vocabulary: dict[str, int]) -> list[int]:
    """Return the numbers of the words and breaks of a piece of text; new words get the next ones."""
    if piece == _END:
        return [0]
    found = _TOKEN.findall((_OWNED.sub("|", piece) if _NAME in piece else piece).lower())
    words = (_GENITIVE.sub("", token) if token[0].isalpha() else "" for token in found)
    return [vocabulary.setdefault(word, len(vocabulary)) for word in words]


def _without(sentences: pd.DataFrame, names: pd.DataFrame) -> list[str]:
    """Return the texts of sentences, many joined, with a mark in the place of each name and behind each sentence."""
    lines, found = sentences["text"].tolist(), []
    rows, starts, ends = _spans(sentences, names, lines)
    for first in range(0, len(lines), _LINES):
        own = slice(*np.searchsorted(rows, (first, first + _LINES)).tolist())
        text, begin, end = _joined(lines[first : first + _LINES]), starts[own].tolist(), ends[own].tolist()
        found.append(_NAME.join([text[a:b] for a, b in zip([0, *end], [*begin, len(text)], strict=True)]))
    return found


def _joined(lines: list[str]) -> str:
    """Join sentences, with a mark behind each."""
    text = f" {_END} ".join([*lines, ""])
    if text.count(_END) == len(lines) and _NAME not in text:
        return text
    return f" {_END} ".join([*map(_plain, lines), ""])


def _plain(text: str) -> str:
    return text.replace(_END, "|").replace(_NAME, "|")


def _spans(sentences: pd.DataFrame, names: pd.DataFrame, lines: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return, for each name in order, its sentence by position, and where it begins and ends in joined sentences."""
    at = sentences_of(names, sentences)
    lengths = np.array([len(line) for line in lines])
    begins = np.cumsum(lengths + len(_END) + 2) - lengths - len(_END) - 2
    begins -= begins[np.arange(len(lines)) // _LINES * _LINES]
    held = np.flatnonzero(at >= 0)
    first, last = begins[at[held]], (begins + lengths)[at[held]]
    move = first - sentences["start"].to_numpy()[at[held]]
    # A name that goes on after the end of its sentence ends with it.
    starts, ends = (np.clip(names[column].to_numpy()[held] + move, first, last) for column in ("start", "end"))
    order = np.lexsort((starts, at[held]))
    return at[held][order], starts[order], ends[order]
