"""From attributions to rows: a direct one for each quotation in marks, indirect ones for the words around."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice

from briefing_lib.find.speech.attributions import NOBODY, Attribution, Unit
from briefing_lib.find.speech.phrases import words_of
from briefing_lib.find.speech.quotemarks import Marked
from briefing_lib.find.title.page import Page
from briefing_lib.tables import Quotation

LEAST_WORDS = 4  # of a quotation in marks; shorter ones are terms
_LEAST_BEFORE_MARK = 5  # of reported words in front of a quotation in marks
_LEAST_BEHIND_MARK = 6

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
# Behind a quotation in marks, only a clause that goes on is reported: '... and that the border was closed'
_GOES_ON = re.compile(r"\s*,?\s*(?:and|but|or|that)\s")
_LEAD = re.compile(r"(?:[\s,;:—–-]|(?:and|but|that)\s)*")
# What is left hanging before a quotation in marks or the next clause: '... and'
_HANGING = re.compile(r"(?:[\s,;:—–]+|(?<=\s)(?:and|but|that))*$")
_EDGE = " \t\n,;:.!?—–-"
# Before the next speaker: '..., and Yoon said', '..., Yoon said'
_JOINED = re.compile(r"(?:,|\b(?:and|but|while))\s+(?:[\w.’'-]+\s+){0,2}$")
_COMMA = re.compile(r",\s+(?:[\w.’'-]+\s+){0,6}$")
_SUBORDINATED = re.compile(r"\b(?:that|which|who|whom)\s+(?:the\s+)?$")
# 'an official who declined to be named', 'residents reached by phone'
_RELATIVE = re.compile(r",?\s(?:who|which|whose|[a-z]+ed\s+(?:by|in|on|at)|holding|attending|speaking)\s")


# 'confirmed this': what was said stands elsewhere
_ANAPHORS = frozenset(("this", "that", "it", "them", "these", "those", "so", "both", "him", "her", "nothing", "any"))


def has_words(text: str, start: int, end: int, least: int = LEAST_WORDS) -> bool:
    """Tell whether a stretch has so many words.

    >>> has_words("don't re-open it", 0, 16, 3), has_words("don't re-open it", 0, 16)
    (True, False)
    """
    return sum(1 for _ in islice(_WORD.finditer(text, start, end), least)) >= least


def make_rows(unit: Unit, attribution: Attribution, others: list[Attribution], taken: set[Marked]) -> list[Quotation]:
    """Make the rows of an attribution.

    Args:
        unit: where it stands.
        attribution: what is reported, and by whom.
        others: the attributions that follow it in the unit.
        taken: quotations in marks that have a row; those that get one here are added.
    """
    text = unit.page.text
    rows = []
    for start, end, frame in attribution.contents:
        end = _before_next(text, start, end, attribution, others)
        pieces, at = [], start
        for mark in unit.marks[bisect_left(unit.opened, start - 1) :]:
            if mark.start >= end:
                break
            if mark not in taken:
                taken.add(mark)
                if has_words(text, mark.start, mark.end):
                    rows.append(make_row(unit.page, mark.start, mark.end, attribution, "direct"))
            pieces.append((at, mark.opened))
            at = max(at, mark.closed)
        if frame == "marked":
            continue
        for number, (a, b) in enumerate([*pieces, (at, max(at, end))]):
            if number and (frame not in ("that", "clause", "quote") or not _GOES_ON.match(text, a, b)):
                continue
            a, b = _trim(text, a, b)
            least = 1 if frame == "np" else 2
            if pieces:
                least = _LEAST_BEHIND_MARK if number else _LEAST_BEFORE_MARK
            if b > a and not (frame == "np" and text[a:b].lower() in _ANAPHORS) and has_words(text, a, b, least):
                rows.append(make_row(unit.page, a, b, attribution, "indirect"))
    return rows


def _before_next(text: str, start: int, end: int, attribution: Attribution, others: list[Attribution]) -> int:
    """Return where reported words end because another attribution begins: '..., he added', '... and Yoon said'."""
    for other in others:
        if other.start <= attribution.end or not start < other.start < end:
            continue
        first = other.source.start
        if start < first < other.start:
            gap = text[max(start, first - 60) : first]
            joined = _JOINED if other.order == "forward" else _COMMA
            hit = None if _SUBORDINATED.search(gap) else joined.search(gap)
            if hit:
                end = min(end, first - len(gap) + hit.start())
        elif other.order == "backward":
            end = min(end, other.start)
        elif other.source == attribution.source and text[other.start - 2 : other.start] == ", ":
            end = min(end, other.start - 2)  # 'said the cargo was rice, denied any wrongdoing, and left'
        elif hit := _JOINED.search(text, max(start, other.start - 24), other.start):
            end = min(end, hit.start())
    return end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    hit = _LEAD.match(text, start, end)
    start = hit.end() if hit else start
    if hanging := _HANGING.search(text, max(start, end - 30), end):
        end = max(start, hanging.start())
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def make_row(page: Page, start: int, end: int, attribution: Attribution, kind: str) -> Quotation:
    """Make a row of the table from a stretch of text and what it is attributed to."""
    text, source = page.text, attribution.source
    sentence = page.sentences[page.sentence_at(start)]
    words = " ".join(text[source.start : source.end].split())
    named = " | ".join(source.actors)
    if not named and source.rule not in ("pronoun", NOBODY):
        named = _RELATIVE.split(words_of(page, source))[0]
    cue = " ".join(text[attribution.start : attribution.end].split())
    return Quotation(
        sentence.document,
        sentence.sentence,
        start,
        end,
        text[start:end],
        named,
        words,
        "",
        cue,
        attribution.strength,
        kind,
        source.rule,
    )
