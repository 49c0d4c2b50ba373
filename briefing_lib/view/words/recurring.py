"""Strings of words that several documents use, found once for all that a reader may ask of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from briefing_lib.counting.strings import each_once, spread_of, strings_of
from briefing_lib.counting.wording import Words

LONGEST = 40
"""Words of the longest string looked for."""


class Formulas(NamedTuple):
    """Formulas found: the place of each one's words, and of the string that stands for it, which may be longer."""

    words: np.ndarray
    strings: np.ndarray


class Recurring:
    """The strings of one word, of two words, and so on, one after the other in the arrays; place 0 is none.

    Args:
        words: the words of some sentences.
        alone: also strings that stand in one document only.
    """

    def __init__(self, words: Words, alone: bool = False):
        self._words = words
        single = np.bincount(words.ids, minlength=len(words)).astype(float)
        single[0] = 0
        rare = -np.log2(np.maximum(single, 1) / max(single.sum(), 1))
        none = np.zeros(len(words), dtype=np.int64)
        places = np.arange(len(words))
        trimmed = np.where(words.common, 0, places)
        levels = [_Level(none, places, none, none, rare, trimmed, np.empty(0, dtype=np.int32), none)]
        first, offset, number = places, 0, max(len(words.of_row), 1)
        for found in strings_of(words.ids, LONGEST, None if alone else words.documents):
            if len(found) < 2:
                break
            before = levels[-1]
            string, rows = np.divmod(each_once(found.ids, words.rows[found.places], number), number)
            many = np.bincount(string, minlength=len(found))
            spread = spread_of(string, words.of_row[rows], len(found), int(words.of_row.max()) + 1)
            first = first[found.before]
            # The shorter strings at its ends are the same formula if they stand nowhere else; words are kept.
            for shorter in (found.before, found.after) if len(levels) > 1 else ():
                same = shorter[before.sentences[shorter] == many]
                before.whole[same[same > 0]] = 0
            places = np.arange(len(found)) + offset + len(before.last)
            # 'the schedule of contacts at' is 'schedule of contacts'.
            trimmed = np.where(
                words.common[first],
                before.trimmed[found.after],
                np.where(words.common[found.last], before.trimmed[found.before], places),
            )
            trimmed[0] = 0
            whole = np.ones(len(found), dtype=np.int64)
            whole[0] = 0
            surprise = before.surprise[found.before] + rare[found.last]
            levels.append(
                _Level(found.before + offset, found.last, many, spread, surprise, trimmed, rows.astype(np.int32), whole)
            )
            offset += len(before.last)
        self._join(levels)

    def _join(self, levels: list[_Level]) -> None:
        columns = zip(*levels, strict=True)
        self._before, self._last, many, self.spread, surprise, trimmed, self._rows, whole = map(np.concatenate, columns)
        self._length = np.repeat(np.arange(1, len(levels) + 1), [len(level.last) for level in levels])
        self._ends = np.cumsum(many)
        self.sentences = many
        # Shown is what is no part of a longer one, by the words between its ends that say something, once.
        strings = np.flatnonzero(whole)
        own = trimmed[strings]
        strings = strings[(own > 0) & ((own == strings) | (whole[own] == 0))]
        own = trimmed[strings]
        order = np.lexsort((strings, -many[strings], own))
        self._strings, self._own = strings[order], own[order]
        self._rank = _ranks(-self.spread[self._strings], -surprise[self._strings])

    def of(self, least: int, documents: int) -> _Chosen:
        """Return the formulas of so many words at least that stand in so many documents at least."""
        fits = (self.spread[self._strings] >= documents) & (self._length[self._own] >= least)
        at = np.flatnonzero(fits)
        at = at[np.diff(self._own[at], prepend=-1) != 0]
        return _Chosen(self, at)

    def named(self, places: np.ndarray) -> list[str]:
        """Return the strings in some places, as words."""
        found = np.empty(len(places), dtype=object)
        lengths = self._length[places]
        for length in np.unique(lengths).tolist():
            at = np.flatnonzero(lengths == length)
            columns, string = [], places[at]
            for _ in range(length):
                columns.append(self._words.named(self._last[string]))
                string = self._before[string]
            found[at] = [" ".join(words) for words in zip(*reversed(columns), strict=True)]
        return found.tolist()

    def rows(self, string: int) -> np.ndarray:
        """Return the positions of the sentences a string stands in."""
        end = int(self._ends[string])
        return self._rows[end - int(self.sentences[string]) : end]

    def all_rows(self, strings: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the positions of the sentences of strings, one string's after the other's, and where each begins."""
        sizes = self.sentences[strings]
        begins = np.cumsum(sizes) - sizes
        places = np.repeat(self._ends[strings] - sizes - begins, sizes) + np.arange(int(sizes.sum()))
        return self._rows[places], begins


class _Level(NamedTuple):
    """Strings of one length: see ``Recurring``."""

    before: np.ndarray
    last: np.ndarray
    sentences: np.ndarray
    spread: np.ndarray
    surprise: np.ndarray
    trimmed: np.ndarray
    rows: np.ndarray
    whole: np.ndarray


class _Chosen:
    """Formulas asked for: those of most documents first, then those whose words least often meet by chance."""

    def __init__(self, found: Recurring, at: np.ndarray):
        self._found, self._at = found, at

    def __len__(self) -> int:
        return len(self._at)

    def first(self, most: int) -> Formulas:
        """Return the first of them."""
        ranks, at = self._found._rank[self._at], self._at
        if len(at) > most:
            at = at[ranks <= np.partition(ranks, most - 1)[most - 1]]
        return self._sorted(at, most)

    def all(self) -> Formulas:
        """Return all of them."""
        return self._sorted(self._at, len(self._at))

    def _sorted(self, at: np.ndarray, most: int) -> Formulas:
        found = self._found
        names, ranks = found.named(found._own[at]), found._rank[at].tolist()
        order = sorted(range(len(at)), key=lambda n: (ranks[n], names[n]))[:most]
        return Formulas(found._own[at[order]], found._strings[at[order]])


def _ranks(*keys: np.ndarray) -> np.ndarray:
    """Return the rank of each row by its keys, the first first; equal ones have the same."""
    order = np.lexsort(keys[::-1])
    differ = np.zeros(len(order), dtype=bool)
    for key in keys:
        differ[1:] |= np.diff(key[order]) != 0
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.cumsum(differ)
    return ranks
