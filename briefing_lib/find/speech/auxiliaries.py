"""What stands between a subject and its verb: 'has repeatedly', 'on Monday', 'in turn'."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib.find.speech.speech_words import words
from briefing_lib.find.title.page import strip_right, word_start

# 'in turn', 'for his part', 'at the time'
_PHRASE = re.compile(
    r"(?<=\s)(?:in\s+turn|for\s+(?:his|her|its|their)\s+part|at\s+(?:the|that)\s+time|once\s+again"
    r"|on\s+[A-Z][a-z]+\.?\s+\d+)$"
)

_LAST_OF_PHRASE = frozenset(("turn", "part", "time", "again"))

_CONTRACTED = re.compile(r"(?<=\w)[’'](?:s|d|ve|re|ll)$")

_NEGATIONS = frozenset(("not", "never", "n't"))


def flags_of(seen: set[str]) -> tuple[bool, bool, bool, bool]:
    """Tell whether auxiliaries make a verb passive, an infinitive, negated, or modal."""
    passive, modal = not words("be").isdisjoint(seen), not words("modal").isdisjoint(seen)
    return passive, "to" in seen, not _NEGATIONS.isdisjoint(seen), modal


@cache
def _between() -> frozenset[str]:
    return words("between") | words("be") | words("modal")


@cache
def _times() -> frozenset[str]:
    return words("span") | words("day")


def skip_auxiliaries(text: str, low: int, verb: int) -> tuple[int, set[str]]:
    """Step back over 'has repeatedly', 'on Monday', 'in turn'; return where, and the words stepped over."""
    end, seen = strip_right(text, low, verb), set()
    between, times = _between(), _times()
    while end > low:
        start = word_start(text, low, end)
        word = text[start:end]
        if word.endswith(",") or (end < verb and text[end] == ","):
            break
        if word in between or (word.endswith("ly") and word.islower() and word not in words("no adverb")):
            seen.add(word)
        elif word.endswith(("n’t", "n't")):
            seen |= {"n't", "did"}
        elif word in times and start > low:
            back = _span_start(text, low, start)
            if back == start and word not in words("day"):
                break
            start = back
        elif word in _LAST_OF_PHRASE or word.isdigit():
            hit = _PHRASE.search(text, max(low, end - 24), end)
            if not hit:
                break
            start = hit.start()
        elif ("’" in word or "'" in word) and (hit := _CONTRACTED.search(text, max(start, end - 4), end)):
            if word[: hit.start() - start].lower() not in ("he", "she", "they", "it", "i", "we", "who"):
                break
            seen |= {"are"} if word.endswith("re") else set()
            start = hit.start()
        else:
            break
        end = strip_right(text, low, start)
    return end, seen


def _span_start(text: str, low: int, start: int) -> int:
    """Return where a time begins whose last word is known: 'late on Monday'."""
    while start > low:
        end = strip_right(text, low, start)
        first = word_start(text, low, end)
        if text[first:end] not in words("before span") and text[first:end] not in words("day"):
            break
        start = first
    return start
