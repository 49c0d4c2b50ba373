"""Where the words of a query stand: they are looked for in the small letters of all text at once."""

from __future__ import annotations

import re
from itertools import compress
from typing import NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import at_hand, numbered
from briefing_lib.counting.queries import query_pattern

# A pattern that minds no capitals takes these for one letter; lower() does not, or makes two letters of one.
_ALIKE = {"ſ": "s", "ı": "i", "İ": "i"}
_LETTERS = re.compile("[a-z0-9]+")


class Hits(NamedTuple):
    """Each time the words of a query stand in a sentence.

    Attributes:
        rows: position of the sentence in the table.
        starts: first character of the words in the sentence.
        ends: character after the last.
    """

    rows: np.ndarray
    starts: np.ndarray
    ends: np.ndarray


class Text:
    """The text of all sentences but boilerplate, in small letters, one after the other.

    Args:
        lines: the sentences.
        positions: where each stands in the table.
    """

    def __init__(self, lines: list[str], positions: np.ndarray):
        self._lines, self._positions = lines, positions
        self._begins = np.cumsum([0, *(len(line) + 1 for line in lines)])
        small = "\0".join(lines)
        for letter, same in _ALIKE.items():
            small = small.replace(letter, same)
        self._small = small.lower()

    def hits(self, query: str) -> Hits:
        """Return each time the words of a query stand there, in order."""
        words = query.lower().split()
        letters = max(_LETTERS.findall(query.lower()), key=len, default="")
        if words and letters and query.isascii() and words[0].startswith(letters):
            spans = self._from(letters, query.lower())
            lines = np.searchsorted(self._begins, spans[:, 0], side="right") - 1
            return Hits(self._positions[lines], *(spans - self._begins[lines][:, None]).T)
        find = query_pattern(query).finditer
        wanted = self._holding(letters) if letters else range(len(self._lines))
        found = [(line, *hit.span()) for line in (wanted if words else ()) for hit in find(self._lines[line])]
        lines, starts, ends = np.array(found, dtype=np.int64).reshape(-1, 3).T
        return Hits(self._positions[lines], starts, ends)

    def _from(self, letters: str, query: str) -> np.ndarray:
        """Return where the words of a query that begins with some letters stand in the small text."""
        # The letters first, what is before them after: what begins with letters is looked for quickest.
        behind = query_pattern(query).pattern.removeprefix(rf"(?<!\w){letters}")
        find = re.compile(rf"{letters}(?<!\w{letters}){behind}").finditer
        return np.array([hit.span() for hit in find(self._small)], dtype=np.int64).reshape(-1, 2)

    def _holding(self, letters: str) -> list[int]:
        """Return the lines in which some letters stand."""
        found, place = [], self._small.find(letters)
        while place >= 0:
            line = int(np.searchsorted(self._begins, place, side="right")) - 1
            found.append(line)
            place = self._small.find(letters, int(self._begins[line + 1]))
        return found


def hits_of(sentences: pd.DataFrame, query: str) -> Hits:
    """Return each time the words of a query stand in sentences, boilerplate left out.

    >>> from briefing_lib.tables import frame
    >>> lines = ["Peru waits.", "Chad PERUSES it.", "Mali waits."]
    >>> rows = [(f"d#{n}", "d", n, 0, 20, line, "author", "narration") for n, line in enumerate(lines)]
    >>> [found.tolist() for found in hits_of(frame("sentences", rows), "peru*")]
    [[0, 1], [0, 5], [4, 12]]
    """
    return at_hand(_text_of, sentences).hits(query)


def _text_of(sentences: pd.DataFrame) -> Text:
    spoken = ~numbered(sentences, "kind").having("boilerplate".__eq__)
    return Text(list(compress(sentences["text"].tolist(), spoken.tolist())), np.flatnonzero(spoken))
