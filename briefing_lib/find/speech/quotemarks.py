"""Quotation marks: which mark opens, which closes, and what stands between them.

Marks are paired inside a paragraph. A mark that was never closed, or never opened, costs its own quotation at
most, never the rest of the document.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Marked(NamedTuple):
    """Words in quotation marks: the words, the marks around them, and whether the last paragraph runs on."""

    start: int
    end: int
    opened: int
    closed: int
    runs_on: bool


# Double marks of any kind: “x” „x“ «x» "x" ``x''
_DOUBLE = ("“", "”", "„", "‟", "«", "»", '"', "``", "''", "’’")
# A single mark that may open: 'Yes,' or ‘Yes,’ - not don't, nor '90s
_SINGLE = re.compile(r"[‘'](?<!\w.)(?<!'.)(?=[^\W\d])")
_SINGLE_END = re.compile(r"[’'](?!\w)(?<!\s.)")
_STOP = re.compile(r"[.!?]\s+(?=[A-Z])")
_FARTHEST = 2_000  # to a closing mark across one line break
_LONGEST = 20_000  # one quotation
_MOST = 100  # marks in one quotation

OPENS, CLOSES, EITHER = 1, -1, 0


def _side(text: str, start: int, end: int) -> int:
    mark = text[start:end]
    if mark in "“„‟``":
        return OPENS
    if mark == "”":
        return CLOSES
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if mark == "«":
        # French « x » and «x» open with it, German »x« closes with it.
        return CLOSES if (before.isalnum() or before in ".,;!?…") and not after.isalnum() else OPENS
    if mark == "»":
        return OPENS if before.isspace() and after.isalnum() else CLOSES
    if mark in ("''", "’’"):
        return OPENS if (before.isspace() or before in "([—–-") and not after.isspace() else CLOSES
    opens = before.isspace() or before in "([{—–-‘'/“"
    closes = after.isspace() or after in ".,;:!?)]}—–-’'/”"
    if opens == closes:
        return EITHER
    return OPENS if opens else CLOSES


def find_marked(text: str) -> list[Marked]:
    """Find the outermost quotations in marks, in order.

    A quotation that runs over several paragraphs, each with an opening mark, gives one row a paragraph.

    >>> text = "“One,” he said, ‘two,’ and «three»."
    >>> [text[m.start : m.end] for m in find_marked(text)]
    ['One,', 'two,', 'three']
    """
    found = _double(text)
    singles = _single(text, found)
    return sorted([*found, *singles]) if singles else found


def _spots(text: str) -> list[tuple[int, int]]:
    """Return the span of each double mark; to find one mark after the other is faster than a pattern of all."""
    spots = []
    for mark in _DOUBLE:
        at = text.find(mark)
        while at >= 0:
            end = at + len(mark)
            spots.append((at, end))
            at = text.find(mark, end)
    return sorted(spots)


def _double(text: str) -> list[Marked]:
    hits = _spots(text)
    found: list[Marked] = []
    i = 0
    while i < len(hits):
        start, end = hits[i]
        if _side(text, start, end) == CLOSES or (text[start] == '"' and text[start - 1 : start].isdigit()):
            if text[start - 1 : start] in (",", ".", "!", "?"):
                # Never opened: the words of its sentence
                begin = max(text.rfind("\n", 0, start) + 1, found[-1].closed if found else 0)
                for stop in _STOP.finditer(text, max(begin, start - _FARTHEST), start - 1):
                    begin = stop.end()
                found.append(_marked(text, begin, begin, start, end, False))
            i += 1
            continue
        i = _close(text, hits, i, found)
    return found


def _close(text: str, hits: list[tuple[int, int]], i: int, found: list[Marked]) -> int:
    """Find where the mark that opens at hit i closes, note it, and return the next hit to look at."""
    opened, inner = hits[i]
    paragraph_end = _line_end(text, inner)
    low = text[opened] == "„"
    depth, second, last_close = 1, 0, -1
    j = i + 1
    while j < len(hits):
        start, end = hits[j]
        if start - opened > _LONGEST or j - i > _MOST:
            break
        side = CLOSES if low and text[start] == "“" else _side(text, start, end)
        if start > paragraph_end:
            at_start = not text[paragraph_end:start].strip()
            if at_start and side != CLOSES and depth == 1:
                found.append(_marked(text, opened, inner, paragraph_end, paragraph_end, True))
                return j
            if (
                side == CLOSES
                and depth == 1
                and start - inner < _FARTHEST
                and text[paragraph_end : paragraph_end + 2] != "\n\n"
            ):
                paragraph_end = _line_end(text, start)
            else:
                break
        if side == EITHER:
            side = CLOSES
        if side == OPENS:
            depth += 1
            second = second or j
        else:
            depth -= 1
            last_close = j
            if depth == 0:
                found.append(_marked(text, opened, inner, start, end, False))
                return j + 1
        j += 1
    if last_close > 0 and not text[hits[last_close][1] : paragraph_end].strip():
        # The last mark of the paragraph closes all: “a kind of “common umbrella.”
        found.append(_marked(text, opened, inner, *hits[last_close], False))
        return last_close + 1
    if second:
        # Never closed before the next one opens: the words up to the last stop between them.
        stop = max(text.rfind(mark, inner, hits[second][0]) for mark in ".!?\n")
        stop = stop + 1 if stop > inner else hits[second][0]
        found.append(_marked(text, opened, inner, stop, stop, False))
        return second
    found.append(_marked(text, opened, inner, paragraph_end, paragraph_end, False))
    return max(j, i + 1)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _marked(text: str, opened: int, inner: int, end: int, closed: int, runs_on: bool) -> Marked:
    while inner < end and text[inner].isspace():
        inner += 1
    while end > inner and text[end - 1].isspace():
        end -= 1
    return Marked(inner, end, opened, max(closed, end), runs_on)


def _single(text: str, doubles: list[Marked]) -> list[Marked]:
    found: list[Marked] = []
    if "‘" not in text and "'" not in text:
        return found
    reached = k = 0
    for hit in _SINGLE.finditer(text):
        start = hit.start()
        while k < len(doubles) and doubles[k].closed <= start:
            k += 1
        if start < reached or (k < len(doubles) and doubles[k].opened <= start):
            continue
        limit = min(_line_end(text, start), doubles[k].opened if k < len(doubles) else len(text))
        end = _single_end(text, start + 1, min(limit, start + _FARTHEST))
        if end > start + 2:
            found.append(_marked(text, start, start + 1, end, end + 1, False))
            reached = end + 1
    return found


def _single_end(text: str, start: int, limit: int) -> int:
    """Return where the closing single mark stands; after a stop or comma it cannot be an apostrophe."""
    first = -1
    for hit in _SINGLE_END.finditer(text, start, limit):
        before, after = text[hit.start() - 1], text[hit.end() : hit.end() + 1]
        if first >= 0 and _SINGLE.search(text, first, hit.start()):
            return first
        if before in ",.!?…" or (after in ".,;:!?)" and before != "s") or not after:
            return hit.start()
        if first < 0 and not (before == "s" and after == " "):
            first = hit.start()
    return first
