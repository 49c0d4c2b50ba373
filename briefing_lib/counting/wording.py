"""The words of sentences as numbers, so that millions of them are counted, compared and strung together at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from itertools import islice

import numpy as np
import pandas as pd

from briefing_lib import lexicon
from briefing_lib.counting.at_hand import at_hand, numbered
from briefing_lib.counting.strings import Strings, each_once, strings_of
from briefing_lib.counting.tokens import tokens_of

_KEPT = 4  # longest strings kept at hand


class Words:
    """The words of some sentences, in small letters, genitives taken off, in the order of the sentences.

    Attributes:
        ids: place in the vocabulary of each word or break; a sentence ends with a break.
        rows: position of its sentence in the table, for each.
        of_row: number of its document for each sentence, in the order in which documents first stand in the table.
        lengths: how many words count, for each sentence.
    """

    def __init__(
        self,
        vocabulary: list[str] | Names,
        ids: np.ndarray,
        rows: np.ndarray,
        of_row: np.ndarray,
        lengths: np.ndarray | None = None,
    ):
        self._names = vocabulary
        self.ids, self.rows, self.of_row = ids, rows, of_row
        self.lengths = np.bincount(rows[ids > 0], minlength=len(of_row)) if lengths is None else lengths
        self._strings: dict[int, Words] = {}
        self._known: list[Strings] = []
        self._more: Iterator[Strings] | None = None

    def __len__(self) -> int:
        return len(self._names)

    @property
    def vocabulary(self) -> list[str]:
        """Each different word once; place 0 stands for what breaks a string of words."""
        return self._names if isinstance(self._names, list) else self._names.all

    def named(self, places: np.ndarray) -> list[str]:
        """Return the words in some places of the vocabulary."""
        if isinstance(self._names, list):
            return [self._names[place] for place in places.tolist()]
        return self._names.at(places)

    @property
    def documents(self) -> np.ndarray:
        """Number of its document, for each word or break."""
        return self.of_row[self.rows]

    @cached_property
    def common(self) -> np.ndarray:
        """Whether each word says little."""
        return _flags(self.vocabulary, function_words().__contains__)

    @cached_property
    def telling(self) -> Words:
        """Those words, or strings of words, that begin and end with one that says something, and are no letter."""
        if isinstance(self._names, list):
            kept = ~self.common & _flags(self.vocabulary, lambda word: len(word) > 1)
        else:
            common, ends = self._names.common, self._names.words
            kept = ~(common[ends[:, 0]] | common[ends[:, -1]])
            kept[0] = False
        held = np.flatnonzero(kept[self.ids])
        return Words(self._names, self.ids[held].astype(np.int64), self.rows[held], self.of_row, self.lengths)

    @cached_property
    def _sizes(self) -> np.ndarray:
        """How many words and breaks each row has."""
        return np.bincount(self.rows, minlength=len(self.of_row))

    @cached_property
    def _all(self) -> np.ndarray:
        return np.bincount(self.ids, minlength=len(self))

    def _inside(self, chosen: np.ndarray) -> np.ndarray:
        """Return the words that stand in chosen sentences."""
        if 8 * int(chosen.sum()) > len(chosen):
            return np.compress(np.repeat(chosen, self._sizes), self.ids)
        own = self._sizes[chosen]
        first = (np.cumsum(self._sizes) - self._sizes)[chosen]
        return self.ids[np.arange(int(own.sum())) + np.repeat(first - (np.cumsum(own) - own), own)]

    def size(self, chosen: np.ndarray) -> int:
        """Return how many words stand in chosen sentences."""
        return int(self.lengths[chosen].sum())

    def counts(self, chosen: np.ndarray) -> np.ndarray:
        """Count each word of the vocabulary in chosen sentences.

        Args:
            chosen: True or False for each row of the table of sentences.

        Returns:
            One number for each word of the vocabulary; 0 for the break.
        """
        fewer = 2 * int(chosen.sum()) > len(chosen)  # then what is left out is sooner counted
        found = np.bincount(self._inside(~chosen if fewer else chosen), minlength=len(self))
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
        number = int(self.of_row.max(initial=-1)) + 1
        part = np.bincount(self.of_row[chosen], self.lengths[chosen], number)
        part = part / max(part.sum(), 1)
        wanted = np.full(len(self), True)
        if words is not None:
            wanted[:] = False
            wanted[words] = True
        wanted[0] = False
        at = np.flatnonzero(wanted[self.ids])
        at = at[chosen[self.rows[at]]]
        cells = np.sort(self.ids[at].astype(np.int64) * max(number, 1) + self.of_row[self.rows[at]])
        first = np.flatnonzero(np.diff(cells, prepend=-1))
        times = np.diff(first, append=len(cells))
        word, document = np.divmod(cells[first], max(number, 1))
        totals = np.bincount(word, times, len(self))
        # A document without the word differs by its own part: summed over all, 1, and made good where the word stands.
        beyond = np.abs(times / totals[word] - part[document]) - part[document]
        found = (part.sum() + np.bincount(word, beyond, len(self))) / 2
        return np.round(found if words is None else found[words], 9)  # the last digits depend on the order of adding

    def among(self, chosen: np.ndarray) -> Words:
        """Return the words of chosen sentences alone, numbered in the order in which they stand there."""
        if chosen.all():
            return self
        inside = chosen[self.rows]
        codes, held = pd.factorize(np.append(0, self.ids[inside]))
        names = self.named(held)
        return Words(names, codes[1:].astype(np.int32), self.rows[inside], self.of_row)

    def strings(self, length: int) -> Words:
        """Return the strings of words of a length as words.

        Args:
            length: number of words in a string; 1 returns the words themselves. Longer ones that stand once are left
                out.
        """
        if length == 1:
            return self
        if length not in self._strings:
            words = np.arange(len(self))[:, None]
            for found in self._levels(length):
                words = np.column_stack([words[found.before], found.last])
            names = Names(self.vocabulary, words, self.common)
            strings = Words(names, found.ids, self.rows[found.places], self.of_row)
            if length > _KEPT:
                return strings
            self._strings[length] = strings
        return self._strings[length]

    def _levels(self, length: int) -> list[Strings]:
        """Return the strings of two words, and so on up to a length; from the longest known on, as far as are kept."""
        if length > _KEPT:
            return list(strings_of(self.ids, length))
        if self._more is None:
            self._more = strings_of(self.ids, _KEPT)
        self._known += islice(self._more, max(0, length - 1 - len(self._known)))
        return self._known[: length - 1]

    def holding(self, word: int, chosen: np.ndarray) -> np.ndarray:
        """Return the positions of the chosen sentences a word stands in, each once."""
        [rows] = self.standing([word])
        return rows[chosen[rows]]

    def standing(self, words: Sequence[int]) -> list[np.ndarray]:
        """Return, for each of some words, the positions of the sentences it stands in, each once."""
        wanted = np.zeros(len(self), dtype=bool)
        wanted[list(words)] = True
        at = np.flatnonzero(wanted[self.ids])
        number = max(len(self.of_row), 1)
        held, rows = np.divmod(each_once(self.ids[at], self.rows[at], number), number)
        return [rows[slice(*np.searchsorted(held, (word, word + 1)))] for word in words]


class Names:
    """The names of strings of words, put together when they are asked for: there are a million of them.

    Attributes:
        words: places in the vocabulary of the words of each string; all 0 for none.
        common: for each word of the vocabulary, whether it says little.
    """

    def __init__(self, vocabulary: list[str], words: np.ndarray, common: np.ndarray):
        self._vocabulary, self.words, self.common = vocabulary, words, common

    def __len__(self) -> int:
        return len(self.words)

    def at(self, places: np.ndarray) -> list[str]:
        """Return the strings in some places."""
        columns = ([self._vocabulary[word] for word in column] for column in self.words[places].T.tolist())
        return [" ".join(words).strip() for words in zip(*columns, strict=True)]

    @cached_property
    def all(self) -> list[str]:
        """Every string."""
        return self.at(np.arange(len(self)))


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
    of_row = pd.factorize(numbered(sentences, "document").codes)[0]
    return Words(*tokens_of(sentences, names), of_row)


@cache
def function_words() -> frozenset[str]:
    """Return the words that say little of what a text is about: 'the', 'of', 'which'."""
    return frozenset(row["word"] for row in lexicon.rows("function_words"))


def _flags(values: list[str], fits: Callable[[str], bool]) -> np.ndarray:
    return np.fromiter(map(fits, values), dtype=bool, count=len(values))
