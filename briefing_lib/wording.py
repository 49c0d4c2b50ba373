"""The words of sentences as numbers, so that millions of them are counted, compared and strung together at once."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pandas as pd

from briefing_lib import lexicon

# 'Asia-Pacific' and "Moscow’s" are one word; a number or a mark of punctuation breaks a string of words.
_TOKEN = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*|[^\w\s]|\d[\w.,]*|\n")
_GENITIVE = re.compile(r"[’']s?$")
_OWNED = re.compile(r"[’'](?:s\b)?")  # "’s" of "Peru’s offer"
_KEPT = 3  # corpora whose words are kept at hand: all of it, and what filters leave


class Words:
    """The words of some sentences, in small letters, genitives taken off, in the order of the sentences.

    Attributes:
        vocabulary: each different word once; place 0 stands for what breaks a string of words.
        ids: place in the vocabulary of each word or break; a sentence ends with a break.
        rows: position of its sentence in the table, for each.
        documents: number of its document, for each, in the order in which documents first stand in the table.
    """

    def __init__(self, vocabulary: list[str], ids: np.ndarray, rows: np.ndarray, documents: np.ndarray):
        self.vocabulary, self.ids, self.rows, self.documents = vocabulary, ids, rows, documents

    def counts(self, chosen: np.ndarray) -> np.ndarray:
        """Count each word of the vocabulary in chosen sentences.

        Args:
            chosen: True or False for each row of the table of sentences.

        Returns:
            One number for each word of the vocabulary; 0 for the break.
        """
        found = np.bincount(self.ids[chosen[self.rows]], minlength=len(self.vocabulary))
        found[0] = 0
        return found

    def spread(self, chosen: np.ndarray, words: np.ndarray) -> np.ndarray:
        """Return how unevenly words are spread over the documents of chosen sentences.

        Gries' deviation of proportions: 0 where each document has its share of the word, towards 1 where one small
        document has them all (Gries 2008, International Journal of Corpus Linguistics 13:4).

        Args:
            chosen: True or False for each row of the table of sentences.
            words: places in the vocabulary.
        """
        inside = chosen[self.rows] & (self.ids > 0)
        ids, documents = self.ids[inside], self.documents[inside]
        sizes = np.bincount(documents, minlength=int(self.documents.max(initial=-1)) + 1).astype(float)
        place = np.full(len(self.vocabulary), -1)
        place[words] = np.arange(len(words))
        wanted = place[ids] >= 0
        table = np.zeros((len(words), len(sizes)))
        np.add.at(table, (place[ids[wanted]], documents[wanted]), 1)
        totals = table.sum(axis=1, keepdims=True)
        shares = np.divide(table, totals, out=np.zeros_like(table), where=totals > 0)
        return np.abs(shares - sizes / max(sizes.sum(), 1)).sum(axis=1) / 2

    def strings(self, length: int) -> Words:
        """Return the strings of words of a length as words, each in the place of its first.

        Args:
            length: number of words in a string; 1 returns the words themselves. Longer ones that stand once are left
                out.
        """
        found, names = self.ids.astype(np.int64), self.vocabulary
        for more in range(1, length):
            follows = np.zeros_like(found)
            follows[:-more] = self.ids[more:]
            pairs = np.where((found > 0) & (follows > 0), found * len(self.vocabulary) + follows, 0)
            codes, first, sizes = np.unique(pairs, return_inverse=True, return_counts=True)
            kept = (sizes > 1) & (codes > 0)
            number = np.where(kept, np.cumsum(kept), 0)
            before, last = np.divmod(codes[kept], len(self.vocabulary))
            names = ["", *(f"{names[a]} {self.vocabulary[b]}" for a, b in zip(before, last, strict=True))]
            found = number[first.reshape(-1)]
        return self if length == 1 else Words(names, found, self.rows, self.documents)

    def holding(self, word: int, chosen: np.ndarray) -> np.ndarray:
        """Return the positions of the chosen sentences a word stands in, each once."""
        return np.unique(self.rows[(self.ids == word) & chosen[self.rows]])


def words_of(sentences: pd.DataFrame, names: pd.DataFrame | None = None) -> Words:
    """Return the words of sentences.

    Args:
        sentences: rows of ``sentences``.
        names: rows of ``mentions`` to leave out: each breaks the string of words it stands in.

    Returns:
        The words. Those of the last few tables asked for are kept, since a control asks for the same ones again.

    >>> from briefing_lib.tables import frame
    >>> line = ("d#1", "d", 1, 0, 35, "Moscow’s “no-limits” pact, of 2022.", "author", "narration")
    >>> words = words_of(frame("sentences", [line]))
    >>> [words.vocabulary[i] for i in words.ids]
    ['moscow', '', 'no-limits', '', 'pact', '', 'of', '', '', '']
    """
    for known_sentences, known_names, words in _known:
        if known_sentences is sentences and known_names is names:
            return words
    words = _read(sentences, names)
    _known.insert(0, (sentences, names, words))
    del _known[_KEPT:]
    return words


_known: list[tuple[pd.DataFrame, pd.DataFrame | None, Words]] = []


def _read(sentences: pd.DataFrame, names: pd.DataFrame | None) -> Words:
    lines = sentences["text"].str.replace("\n", " ").tolist()
    if names is not None and len(names):
        lines = _without(lines, sentences, names)
    tokens = _TOKEN.findall("\n".join([*lines, ""]).lower())
    places: dict[str, int] = {"": 0}
    known: dict[str, int] = {}
    for token in dict.fromkeys(tokens):
        word = _GENITIVE.sub("", token) if token[0].isalpha() else ""
        known[token] = places.setdefault(word, len(places))
    ids = np.fromiter((known[token] for token in tokens), dtype=np.int32, count=len(tokens))
    ends = np.fromiter((token == "\n" for token in tokens), dtype=bool, count=len(tokens))
    rows = np.concatenate([[0], np.cumsum(ends)[:-1]]).astype(np.int32) if len(ends) else np.empty(0, dtype=np.int32)
    documents = pd.factorize(sentences["document"])[0]
    return Words(list(places), ids, rows, documents[rows] if len(rows) else rows)


def _without(lines: list[str], sentences: pd.DataFrame, names: pd.DataFrame) -> list[str]:
    """Put a mark of punctuation in the place of each name."""
    position = dict(zip(sentences["sentence"], range(len(sentences)), strict=True))
    starts = sentences["start"].tolist()
    spans: dict[int, list[tuple[int, int]]] = {}
    for sentence, start, end in zip(names["sentence"], names["start"], names["end"], strict=True):
        if sentence in position:
            at = position[sentence]
            spans.setdefault(at, []).append((start - starts[at], end - starts[at]))
    for at, found in spans.items():
        line = lines[at]
        for start, end in sorted(found, reverse=True):
            line = f"{line[:start]}|{line[_OWNED.match(line, end).end() if _OWNED.match(line, end) else end :]}"
        lines[at] = line
    return lines


@cache
def function_words() -> frozenset[str]:
    """Return the words that say little of what a text is about: 'the', 'of', 'which'."""
    return frozenset(row["word"] for row in lexicon.rows("function_words"))
