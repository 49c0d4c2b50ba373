"""Documents said in other words: as long, at the same places, and with the rows of their tables unchanged.

A corpus made by repeating documents is like no other: every sentence of it stands in hundreds of documents. Here most
words are replaced by others of the same length, drawn as often as they stand in the corpus or, now and then, invented,
so that new words turn up as documents do. Some sentences stay as they are: formulas are what stays the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np

_WORD = re.compile(r"\b([a-z]{2,})\b")  # names and dates have capitals and figures
_CONSONANTS, _VOWELS = "bcdfghklmnprstvz", "aeiou"
KEPT, NEW, INVENTED = 0.05, 0.8, 0.02
"""Share of sentences that stay; of words replaced in the others; of those that are invented."""
_DRAWN, _LEXICON = 200_000, 40_000


class Rewording:
    """Says documents in other words.

    Args:
        texts: the documents, for their words.
        seed: the same one gives the same words.
    """

    def __init__(self, texts: Iterable[str], seed: int = 1):
        self._draw = np.random.default_rng(seed)
        counts = Counter(word for text in texts for word in _WORD.findall(text))
        by_length: dict[int, Counter[str]] = {}
        for word, number in counts.items():
            by_length.setdefault(len(word), Counter())[word] = number
        self._drawn = {length: self._pool(length, words) for length, words in by_length.items()}

    def _pool(self, length: int, words: Counter[str]) -> list[str]:
        """Return words of a length as they would follow each other."""
        shares = np.array(list(words.values()), dtype=float)
        drawn = self._draw.choice(np.array(list(words)), _DRAWN, p=shares / shares.sum()).tolist()
        ranks = np.minimum(self._draw.zipf(1.3, int(_DRAWN * INVENTED)), _LEXICON)
        for place, rank in zip(self._draw.integers(0, _DRAWN, len(ranks)), ranks.tolist(), strict=True):
            drawn[place] = _invented(rank, length)
        return drawn

    def of(self, text: str, starts: np.ndarray) -> str:
        """Return a document in other words.

        Args:
            text: the document.
            starts: first character of each of its sentences, in order.
        """
        pieces = _WORD.split(text)
        ends = np.cumsum([len(piece) for piece in pieces])
        at = ends[:-1:2]  # where each word begins
        sentence = np.searchsorted(starts, at, side="right")
        stays = self._draw.random(len(starts) + 1) < KEPT
        chosen = np.flatnonzero(~stays[sentence] & (self._draw.random(len(at)) < NEW))
        places = self._draw.integers(0, _DRAWN, len(chosen)).tolist()
        for place, drawn in zip((2 * chosen + 1).tolist(), places, strict=True):
            pieces[place] = self._drawn[len(pieces[place])][drawn]
        return "".join(pieces)


def _invented(rank: int, length: int) -> str:
    """Return an invented word, the same for the same rank and length."""
    letters = []
    for place in range(length):
        alphabet = _VOWELS if place % 2 else _CONSONANTS
        letters.append(alphabet[(rank // (place + 1) + rank * (place + 3)) % len(alphabet)])
    return "".join(letters)
