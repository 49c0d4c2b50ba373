"""Reads how exactly a number is meant, from the words beside it: "more than", "nearly", "or so".

The words are rows of ``lexicons/bounds.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon


class Bound(NamedTuple):
    """Sign of a bound and the words that set it.

    ``taken`` counts how many of the words before the number they are; for a bound after it, how many characters.
    """

    sign: str
    words: str
    taken: int


_LONGEST = 5
_PLACES = frozenset(("under", "over", "below", "above", "beyond"))
_SUMS = frozenset(("add", "adds", "added", "adding"))
_ARTICLES = frozenset(("a", "an", "the", "another", "its", "their"))


@cache
def _before() -> dict[str, str]:
    return {row["word"]: row["bound"] for row in lexicon.rows("bounds") if row["place"] == "before"}


@cache
def _after() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row["word"]: row["bound"] for row in lexicon.rows("bounds") if row["place"] == "after"}
    # " or more", "-plus", "+"
    return re.compile(rf"\s?(?:,\s)?({lexicon.pattern_of(table)})(?![\w%]|\s+(?:an?\s+)?[\d$€£¥])"), table


@cache
def _rising() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.rows("directions") if row["kind"] == "verb")


def _rises(word: str) -> bool:
    return word in _rising() or f"{word} up" in _rising()


def bound_before(words: Sequence[str], digits: bool = False) -> Bound:
    """Read the bound from the words before a number, in lower case.

    Args:
        words: the words before it.
        digits: whether it is written in digits; "under a $5bn contract" is no less than that, "under a third" is.

    >>> bound_before("it rose by more than a".split())
    Bound(sign='>', words='more than', taken=3)
    >>> bound_before(["it", "sold"])
    Bound(sign='=', words='', taken=0)
    """
    table, skipped, end = _before(), 0, len(words)
    while skipped < 2 and end > 0 and words[end - 1] in _ARTICLES:
        end, skipped = end - 1, skipped + 1
    for many in range(min(_LONGEST, end), 0, -1):
        phrase = " ".join(words[end - many : end])
        sign = table.get(phrase)
        if phrase == "up to" and many < end and (_rises(words[end - 3]) or words[end - 3] in _SUMS):
            continue  # "went up to" tells where it went, "added up to" what the sum is
        if sign and digits and skipped and words[-1] in ("a", "an") and phrase in _PLACES:
            return Bound("=", "", 0)
        if sign:
            return Bound(sign, phrase, many + skipped)
    return Bound("=", "", 0)


def bound_after(text: str, number_end: int, unit_end: int, end: int) -> Bound:
    """Read the bound from the words after a number, or between it and its unit.

    >>> bound_after("500-plus ships or so", 3, 14, 20).sign
    '>'
    >>> bound_after("500 ships or so", 3, 9, 15).words
    'or so'
    """
    pattern, table = _after()
    for at in (number_end, unit_end):
        hit = pattern.match(text, at, end)
        if hit:
            words = " ".join(hit[1].split())
            return Bound(table[words], words, hit.end() - at)
    return Bound("=", "", 0)
