"""Text as copied from PDF pages, with two spaces where there was one and a space behind a hyphen: 'Guinea- Bissau'.

Names are looked for in the text without these gaps, and told where they stand in the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing_lib.tables import Mention, Sentence

# the second of two spaces in 'President  Maduro'
_SPACES = re.compile(r"[ \xa0]+")
_HYPHEN = re.compile(r"-(?= \w)")


class Closed:
    """A text without its gaps; the very same if it has none.

    >>> closed = Closed("Guinea- Bissau and  Chad")
    >>> closed.text, closed.span(0, 13), closed.span(18, 22)
    ('Guinea-Bissau and Chad', (0, 14), (20, 24))
    """

    def __init__(self, text: str):
        gaps = sorted([*_spaces(text), *_hyphens(text)])
        parts: list[str] = []
        at = closed = 0
        self._open: list[int] = []
        self._cut: list[int] = []
        self._closed = [0]
        for start, end in gaps:
            parts.append(text[at:start])
            self._open.append(end)
            self._cut.append(start - closed)
            closed += end - start
            self._closed.append(closed)
            at = end
        self.text = "".join([*parts, text[at:]]) if gaps else text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the closed text stands in the open one."""
        cut, closed = self._cut, self._closed
        return start + closed[bisect_right(cut, start)], end + closed[bisect_left(cut, end)]

    def sentences(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """Return the sentences with their places in the closed text."""
        at, closed = self._open, self._closed
        moved = []
        for name, document, paragraph, start, end, words, voice, kind in sentences:
            start, end = start - closed[bisect_right(at, start)], end - closed[bisect_right(at, end)]
            moved.append(Sentence(name, document, paragraph, start, end, words, voice, kind))
        return moved

    def open(self, rows: Sequence[Mention], text: str) -> list[Mention]:
        """Return mentions of the closed text with their places and words in the open one."""
        opened = []
        for document, sentence, start, end, _, actor, kind, role, rule in rows:
            start, end = self.span(start, end)
            opened.append(Mention(document, sentence, start, end, text[start:end], actor, kind, role, rule))
        return opened


def _spaces(text: str) -> list[tuple[int, int]]:
    """Find what is more than one space between words; behind a full stop names end anyway, but for 'Mr.  Banda'."""
    gaps = []
    at = text.find("  ")
    while at >= 0:
        end = _SPACES.match(text, at).end()  # type: ignore[union-attr]
        before = text[at - 1 : at]
        if before.isalnum() or before in ",-’'" or (before == "." and not text[at - 4 : at - 1].islower()):
            gaps.append((at + 1, end))
        at = text.find("  ", end)
    return gaps


def _hyphens(text: str) -> list[tuple[int, int]]:
    """Find spaces behind a hyphen inside a name: 'Secretary- General', not 'the president- Banda' or 'A - B'."""
    gaps = []
    for hit in _HYPHEN.finditer(text):
        at = hit.start()
        begin = text.rfind(" ", 0, at) + 1
        if at - begin > 1 and text[begin].isupper() and text[at + 2 : at + 3].isupper():
            gaps.append((at + 1, at + 2))
    return gaps
