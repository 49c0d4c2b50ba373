"""Document as the readers of speech need it: its text, sentences and mentions, and what stands at an offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.tables import Mention, Reference, Sentence


class Source(NamedTuple):
    """Words that name a source, the actors they stand for (none if not known yet), and the rule that read them."""

    start: int
    end: int
    actors: tuple[str, ...]
    rule: str


QUOTED_PRONOUN = "him"  # rule of a source that somebody else quotes: 'the agency quoted him' means no agency


class Page(NamedTuple):
    """Document with its sentences and mentions, and where they start and end."""

    text: str
    sentences: Sequence[Sentence]
    sentence_starts: list[int]
    mentions: Sequence[Mention]
    mention_starts: list[int]
    mention_ends: list[int]
    references: Sequence[Reference]
    reference_starts: list[int]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the last sentence that starts at or before an offset, the first if there is none."""
        i = bisect_right(self.sentence_starts, offset)
        return i - 1 if i else 0

    def sentence_start(self, offset: int) -> int:
        """Return where that sentence starts."""
        return self.sentence_starts[self.sentence_at(offset)]

    def mention_ending(self, end: int) -> Mention | None:
        """Return the mention that ends at an offset."""
        i = bisect_left(self.mention_ends, end)
        return self.mentions[i] if i < len(self.mentions) and self.mention_ends[i] == end else None

    def mention_starting(self, start: int) -> Mention | None:
        """Return the mention that starts at an offset."""
        i = bisect_left(self.mention_starts, start)
        return self.mentions[i] if i < len(self.mentions) and self.mention_starts[i] == start else None

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions inside a stretch of text."""
        return self.mentions[bisect_left(self.mention_starts, start) : bisect_right(self.mention_ends, end)]

    def mentions_before(self, offset: int, most: int) -> Sequence[Mention]:
        """Return the last mentions that start before an offset, so many at most."""
        end = bisect_left(self.mention_starts, offset)
        return self.mentions[max(0, end - most) : end]

    def reference_in(self, start: int, end: int) -> Reference | None:
        """Return the first reference inside a stretch of text."""
        i = bisect_left(self.reference_starts, start)
        fits = i < len(self.references) and self.references[i].end <= end
        return self.references[i] if fits else None

    def references_before(self, offset: int, most: int) -> Sequence[Reference]:
        """Return the last references that start before an offset, so many at most."""
        end = bisect_left(self.reference_starts, offset)
        return self.references[max(0, end - most) : end]

    def names_person(self, source: Source) -> bool:
        """Tell whether a person is named in the words of a source."""
        return any(mention.type == "person" for mention in self.mentions_in(source.start, source.end))


def open_page(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], references: Sequence[Reference] = ()
) -> Page:
    """Index a document."""
    return Page(
        *(text, sentences, [s.start for s in sentences]),
        *(mentions, [m.start for m in mentions], [m.end for m in mentions]),
        references,
        [r.start for r in references],
    )


def strip_right(text: str, low: int, high: int) -> int:
    """Return where a stretch ends without the white space behind it.

    >>> strip_right("he said  ", 0, 9)
    7
    """
    while high > low and text[high - 1].isspace():
        high -= 1
    return high


def word_start(text: str, low: int, end: int) -> int:
    """Return where the word begins that ends at an offset.

    >>> word_start("he said", 0, 7)
    3
    """
    space = text.rfind(" ", low, end)
    if space < 0:
        space = low - 1
    line = text.rfind("\n", space + 1, end)
    return (space if line < 0 else line) + 1
