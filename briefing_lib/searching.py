"""Which sentences may have the words of a query: the letters of one of its words are looked for in all text at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd

from briefing_lib.at_hand import at_hand, numbered

# A pattern that minds no capitals takes these for one letter; lower() does not.
_ALIKE = {"ſ": "s", "ı": "i"}


class Text:
    """The text of all sentences but boilerplate, in small letters, one after the other."""

    def __init__(self, lines: list[str], positions: np.ndarray):
        self.lines, self.positions = lines, positions
        small = [line.lower() for line in lines]
        self.starts = np.cumsum([0, *map(len, small)]) + np.arange(len(small) + 1)
        self.small = "\0".join(small)
        for letter, same in _ALIKE.items():
            self.small = self.small.replace(letter, same)

    def holding(self, query: str) -> Iterator[tuple[int, str]]:
        """Yield the position and the words of each sentence that has the longest run of letters of a query."""
        if not query.split():
            return
        letters = max(re.findall("[a-z0-9]+", query.lower()), key=len, default="")
        at: list[int] = []
        place = self.small.find(letters)
        while letters and place >= 0:
            line = int(np.searchsorted(self.starts, place, side="right")) - 1
            at.append(line)
            place = self.small.find(letters, int(self.starts[line + 1]))
        for line in at if letters else range(len(self.lines)):
            yield int(self.positions[line]), self.lines[line]


def text_of(sentences: pd.DataFrame) -> Text:
    """Return the text of sentences to look for words in, kept at hand.

    >>> from briefing_lib.tables import frame
    >>> lines = ["Peru waits.", "Chad PERUSES it.", "Mali waits."]
    >>> rows = [(f"d#{n}", "d", n, 0, 20, line, "author", "narration") for n, line in enumerate(lines)]
    >>> list(text_of(frame("sentences", rows)).holding("peru*"))
    [(0, 'Peru waits.'), (1, 'Chad PERUSES it.')]
    """
    return at_hand(_text_of, sentences)


def _text_of(sentences: pd.DataFrame) -> Text:
    spoken = np.flatnonzero(~numbered(sentences, "kind").having("boilerplate".__eq__))
    return Text(sentences["text"].take(spoken).tolist(), spoken)
