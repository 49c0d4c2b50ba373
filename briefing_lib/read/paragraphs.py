"""Text to paragraphs: the non-blank lines, and whether the lines were broken by a machine."""

from __future__ import annotations

import re
from typing import NamedTuple

_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


class Paragraph(NamedTuple):
    """Non-blank line: its number from 1, its span without outer white space, and the words in it."""

    number: int
    start: int
    end: int
    text: str


def split_paragraphs(text: str) -> list[Paragraph]:
    r"""Return the non-blank lines of a text.

    >>> [tuple(p) for p in split_paragraphs("Title\n\n  A line. \n")]
    [(1, 0, 5, 'Title'), (2, 9, 16, 'A line.')]
    """
    found: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at if line[0] == words[0] else at + line.index(words[0])
            found.append(Paragraph(len(found) + 1, start, start + len(words), words))
        at += len(line) + 1
    return found


def is_hard_wrapped(paragraphs: list[Paragraph]) -> bool:
    r"""Tell whether lines end where a column was full rather than where a paragraph ends.

    Most lines of such a text are about as long as the longest and stop in mid-sentence.

    >>> wrapped = "The ministers of both\ncountries met in Oslo\non Monday for talks on\nfish. They agreed that\n"
    >>> is_hard_wrapped(split_paragraphs(wrapped + "quotas would be kept\nas they were last year"))
    True
    """
    lines = [p for p in paragraphs if len(p.text) > 15]
    if len(lines) < 5:
        return False
    longest = sorted(len(p.text) for p in lines)[int(len(lines) * 0.9)]
    if longest > 120:
        return False
    full = [p for p in lines if len(p.text) > 0.7 * longest]
    return len(full) > 0.6 * len(lines) and sum(not _ENDS.search(p.text) for p in full) > 0.7 * len(full)
