"""The words of sentences as numbers, so that millions of them are counted, compared and strung together at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

import numpy as np
import pandas as pd

from briefing_lib import lexicon
from briefing_lib.at_hand import at_hand

# 'Asia-Pacific' and "Moscow’s" are one word; a number or a mark of punctuation breaks a string of words.
_TOKEN = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*|[^\w\s]|\d(?:[\w.,]*\w)?|\n")
_GENITIVE = re.compile(r"[’']s?$")
_OWNED = re.compile(r"[’'](?:s\b)?")  # "’s" of "Peru’s offer"
_KEPT = 4  # longest strings kept at hand


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
        self._strings: dict[int, Words] = {}

    @cached_property
    def order(self) -> np.ndarray:
        """Rank of each word of the vocabulary in alphabetical order."""
        rank = np.empty(len(self.vocabulary), dtype=np.int64)
        rank[sorted(range(len(self.vocabulary)), key=self.vocabulary.__getitem__)] = np.arange(len(self.vocabulary))
        return rank

    @cached_property
    def telling(self) -> np.ndarray:
        """Whether each word, or string of words, begins and ends with one that says something, and is no letter."""
        common = function_words()
        ends = ((words[0], words[-1]) for words in (string.split() or [""] for string in self.vocabulary))
        found = (first not in common and last not in common for first, last in ends)
        long = np.fromiter((len(string) > 1 for string in self.vocabulary), dtype=bool, count=len(self.vocabulary))
        return long & np.fromiter(found, dtype=bool, count=len(self.vocabulary))

    @cached_property
    def _starts(self) -> np.ndarray:
        """First word of each row, and the end of the last."""
        return np.searchsorted(self.rows, np.arange(int(self.rows.max(initial=-1)) + 2))

    @cached_property
    def _all(self) -> np.ndarray:
        return np.bincount(self.ids, minlength=len(self.vocabulary))

    @cached_property
    def _cells(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Number of the pair of word and document for each word of the text; word and document of each pair."""
        many = int(self.documents.max(initial=-1)) + 1
        codes, pairs = pd.factorize(self.ids.astype(np.int64) * max(many, 1) + self.documents)
        word, document = np.divmod(pairs, max(many, 1))
        return codes.astype(np.int32), word, document

    def _inside(self, chosen: np.ndarray) -> np.ndarray:
        """Return which words stand in chosen sentences: their places, or True and False for each."""
        sizes = np.diff(self._starts)
        chosen = chosen[: len(sizes)]
        if 8 * int(chosen.sum()) > len(chosen):
            return np.repeat(chosen, sizes)
        first, own = self._starts[:-1][chosen], sizes[chosen]
        return np.arange(int(own.sum())) + np.repeat(first - (np.cumsum(own) - own), own)

    def counts(self, chosen: np.ndarray) -> np.ndarray:
        """Count each word of the vocabulary in chosen sentences.

        Args:
            chosen: True or False for each row of the table of sentences.

        Returns:
            One number for each word of the vocabulary; 0 for the break.
        """
        fewer = 2 * int(chosen.sum()) > len(chosen)  # then what is left out is sooner counted
        found = np.bincount(self.ids[self._inside(~chosen if fewer else chosen)], minlength=len(self.vocabulary))
        found = self._all - found if fewer else found
        found[0] = 0
        return found

    def spread(self, chosen: np.ndarray, words: np.ndarray | None = None) -> np.ndarray:
        """Return how unevenly words are spread over the documents of chosen sentences.

        Gries' deviation of proportions: 0 where each document has its share of the word, towards 1 where one small
        document has them all (Gries 2008, International Journal of Corpus Linguistics 13:4).

        Args:
            chosen: True or False for each row of the table of sentences.
            words: places in the vocabulary; None for all of it.
        """
        cells, word, document = self._cells
        times = np.bincount(cells[self._inside(chosen)], minlength=len(word))
        held = np.flatnonzero((times > 0) & (word > 0))
        word, document, times = word[held], document[held], times[held]
        part = np.bincount(document, times, int(self.documents.max(initial=-1)) + 1)
        part = part / max(part.sum(), 1)
        totals = np.bincount(word, times, len(self.vocabulary))
        # A document without the word differs by its own part: summed over all, 1, and made good where the word stands.
        beyond = np.abs(times / totals[word] - part[document]) - part[document]
        found = (part.sum() + np.bincount(word, beyond, len(self.vocabulary))) / 2
        return np.round(found if words is None else found[words], 9)  # the last digits depend on the order of adding

    def strings(self, length: int) -> Words:
        """Return the strings of words of a length as words, each in the place of its first.

        Args:
            length: number of words in a string; 1 returns the words themselves. Longer ones that stand once are left
                out.
        """
        if length == 1:
            return self
        if length not in self._strings:
            *_, (places, ids, names) = self.longer(length)
            found = np.zeros(len(self.ids), dtype=np.int32)
            found[places] = ids
            if length > _KEPT:
                return Words(names, found, self.rows, self.documents)
            self._strings[length] = Words(names, found, self.rows, self.documents)
        return self._strings[length]

    def longer(self, most: int) -> Iterator[tuple[np.ndarray, np.ndarray, list[str]]]:
        """Yield the strings of two words, of three, and so on: those that stand more than once.

        Args:
            most: number of words in the longest.

        Yields:
            Place of the first word and number of each, and the strings by number; 0 is none.
        """
        places = np.flatnonzero(self.ids > 0)
        ids, names, size = self.ids[places].astype(np.int64), self.vocabulary, len(self.vocabulary)
        for length in range(1, most):
            inside = np.flatnonzero(places + length < len(self.ids))
            follows = self.ids[places[inside] + length]
            inside, follows = inside[follows > 0], follows[follows > 0]
            codes, pairs = pd.factorize(ids[inside] * size + follows, sort=True)
            kept = np.bincount(codes, minlength=len(pairs)) > 1
            before, last = np.divmod(pairs[kept], size)
            names = ["", *(f"{names[a]} {self.vocabulary[b]}" for a, b in zip(before, last, strict=True))]
            again = kept[codes]
            places, ids = places[inside[again]], np.cumsum(kept)[codes[again]]
            yield places, ids, names

    def holding(self, word: int, chosen: np.ndarray) -> np.ndarray:
        """Return the positions of the chosen sentences a word stands in, each once."""
        [rows] = self.standing([word])
        return rows[chosen[rows]]

    def standing(self, words: Sequence[int]) -> list[np.ndarray]:
        """Return, for each of some words, the positions of the sentences it stands in, each once."""
        wanted = np.zeros(len(self.vocabulary), dtype=bool)
        wanted[list(words)] = True
        at = np.flatnonzero(wanted[self.ids])
        ids, rows = self.ids[at], self.rows[at]
        return [np.unique(rows[ids == word]) for word in words]


def words_of(sentences: pd.DataFrame, names: pd.DataFrame | None = None) -> Words:
    """Return the words of sentences.

    Args:
        sentences: rows of ``sentences``.
        names: rows of ``mentions`` to leave out: each breaks the string of words it stands in.

    Returns:
        The words, kept at hand while the sentences live, since a control asks for the same ones again.

    >>> from briefing_lib.tables import frame
    >>> line = ("d#1", "d", 1, 0, 35, "Moscow’s “no-limits” pact, of 2022.", "author", "narration")
    >>> words = words_of(frame("sentences", [line]))
    >>> [words.vocabulary[i] for i in words.ids]
    ['moscow', '', 'no-limits', '', 'pact', '', 'of', '', '', '']
    """
    return at_hand(_read, sentences, names)


def _read(sentences: pd.DataFrame, names: pd.DataFrame | None = None) -> Words:
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
            line = f"{line[:start]}|{line[owned.end() if (owned := _OWNED.match(line, end)) else end :]}"
        lines[at] = line
    return lines


@cache
def function_words() -> frozenset[str]:
    """Return the words that say little of what a text is about: 'the', 'of', 'which'."""
    return frozenset(row["word"] for row in lexicon.rows("function_words"))
