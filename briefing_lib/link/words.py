"""Finds words of a lexicon that mostly stand in small letters.

``lexicon.Matcher`` skips to the few capital letters that names begin with; words that begin with any letter are found
twice as fast from the gap before each word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from briefing_lib.lexicon import pattern_of

Value = TypeVar("Value")


class Words(Generic[Value]):
    """Finds whole words, the longest first, no two overlapping.

    Args:
        words: each word, written as it stands in texts (case counts), and what it stands for.

    >>> list(Words({"met": 1, "met with": 2}).find("They met with Xi, or met."))
    [(5, 13, 2, 'met with'), (21, 24, 1, 'met')]
    """

    def __init__(self, words: Mapping[str, Value]):
        self._values = {word.replace("’", "'"): value for word, value in words.items() if word}
        word = f"({pattern_of(self._values)})(?!\\w)" if self._values else "((?!))"
        self._behind_gap = re.compile(r"\W" + word)
        self._first = re.compile(r"(?<!\w)" + word)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Value, str]]:
        """Yield (start, end, value, words) of each hit in order; offsets count from the start of the text."""
        end = len(text) if end is None else end
        first = self._first.match(text, start, end)
        if first:
            yield self._row(first)
            start = first.end()
        for hit in self._behind_gap.finditer(text, start, end):
            yield self._row(hit)

    def _row(self, hit: re.Match[str]) -> tuple[int, int, Value, str]:
        words = hit.group(1)
        value = self._values.get(words)
        if value is None:
            value = self._values[" ".join(words.replace("’", "'").split())]
        return hit.start(1), hit.end(1), value, words
