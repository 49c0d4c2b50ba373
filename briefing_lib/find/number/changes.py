"""Says whether a number is a change, up or down, from the words around it: "rose 5 per cent", "a 5 per cent rise".

A level reached is no change: "rose to 5 per cent". The words are rows of ``lexicons/directions.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.number.contexts import context

_RATES = frozenset(("percent", "point"))
_BREAKS = (".", ";", ":", ")", "—")
_REACH = 12


@cache
def _words(kind: str) -> dict[str, str]:
    return {row["word"]: row["direction"] for row in lexicon.rows("directions") if row["kind"] == kind}


@cache
def _any_kind() -> dict[str, str]:
    return {row["word"]: row["direction"] for row in lexicon.rows("directions") if row["kind"] not in ("after", "flat")}


@cache
def _triggers() -> frozenset[str]:
    """The last words before a number after which a look further back can pay."""
    spoken = (word.split()[-1] for word in (*_any_kind(), *_words("before")))
    return frozenset(spoken) | context("verb to number") | {"to", "from", "between"}


def change_before(words: Sequence[str], kind: str) -> str:
    """Read the change from the words before a number.

    Args:
        words: the words before the number, in lower case, without those of its bound.
        kind: what kind of unit the number has.

    Returns:
        "up", "down" or "".

    >>> change_before("exports rose by".split(), "percent")
    'up'
    >>> change_before("exports rose to".split(), "percent")
    ''
    >>> change_before("a fall in the price of tin of".split(), "percent")
    'down'
    """
    if len(words) > 1 and words[-1] == "between" and words[-2] in ("by", "of"):
        words = words[:-1]  # "will rise BY BETWEEN 12 and 15 per cent"
    if len(words) > 1 and words[-2] == "to" and words[-1] in _VAGUELY:
        words = words[:-1]  # "fell TO ABOUT $5 million" is a level
    if not words:
        return ""
    last = words[-1]
    if last not in _triggers() and not last.endswith("ly"):
        return _growth(words, kind)
    if last in ("to", "from", "between"):
        return _growth(words, kind) if last == "to" else ""
    at, linked = len(words), False
    while at and (words[at - 1] in context("verb to number") or words[at - 1].endswith("ly")):
        word = words[at - 1]
        if word in ("up", "down"):
            # "made up 26 per cent" is a share
            return "" if at > 1 and words[at - 2] in ("made", "make", "makes", "making") else word
        linked = linked or word in ("by", "of")
        at -= 1
    if at:
        word, pair = words[at - 1], " ".join(words[at - 2 : at]) if at > 1 else ""
        found = _words("verb").get(pair) or _words("verb").get(word) or _off(words, at)
        if not found and (linked or kind in _RATES):
            found = _words("transitive").get(pair) or _words("transitive").get(word) or ""
        if not found and linked:
            found = _words("noun").get(word, "")
        if found:
            return found
    if last == "by" or "by" in words[at:]:
        return _nearest(words, _REACH if kind in _RATES else 6)
    if last == "of" or "of" in words[at:]:
        return _nominal(words, at) or _growth(words, kind)
    return _growth(words, kind)


def _off(words: Sequence[str], at: int) -> str:
    """ "was OFF 5 per cent" is a fall, "paid off" is none."""
    if words[at - 1] == "off" and (at < 2 or words[at - 2] not in ("was", "were", "is", "are", "been")):
        return ""
    return _words("before").get(words[at - 1], "")


def _nearest(words: Sequence[str], reach: int) -> str:
    """Look back for the nearest word of direction: "cut tariffs on sugar by"."""
    for word in reversed(words[-reach:]):
        if word.endswith(_BREAKS):
            return ""
        found = _any_kind().get(word.rstrip(","))
        if found and word not in ("up", "down", "off"):
            return found
    return ""


def _nominal(words: Sequence[str], at: int) -> str:
    """Look back for a noun of direction that has its own object: "an increase in exports of"."""
    if at and words[at - 1] in context("pace"):
        return _nearest(words, 6)
    low = max(0, len(words) - _REACH)
    for i in range(len(words) - 2, low - 1, -1):
        if words[i].endswith((*_BREAKS, ",")):
            return ""
        if words[i + 1] in ("in", "of") and words[i] in _words("noun"):
            return _words("noun")[words[i]]
    return ""


def _growth(words: Sequence[str], kind: str) -> str:
    """A rate of growth is a change however it is put: "growth reached", "growth slowed to"."""
    if kind != "percent":
        return ""
    for word in reversed(words[-5:]):
        if word.endswith((*_BREAKS, ",")):
            return ""
        if word == "growth":
            return "up"
        if word == "contraction":
            return "down"
    return ""


_VAGUELY = ("about", "some", "around", "roughly", "nearly", "almost", "only", "just", "over", "under", "barely")
_WORD = re.compile(r"[\s-]([a-zA-Z][\w-]*)")


def change_after(text: str, at: int, end: int, kind: str) -> str:
    """Read the change from the words after a number and its unit.

    >>> change_after("a 5 per cent year-on-year increase in sales", 12, 43, "percent")
    'up'
    >>> change_after("5 per cent lower than in 1931", 10, 29, "percent")
    'down'
    """
    if kind not in _RATES and kind != "currency":
        return ""
    for position in range(4):
        hit = _WORD.match(text, at, end)
        if hit is None:
            return ""
        word, at = hit[1].lower(), hit.end()
        if position == 0 and kind != "currency" and word in _words("after"):
            return _words("after")[word]
        if word in _words("noun") and (kind != "currency" or word in context("change of sum")):
            return _words("noun")[word]
        if word in context("ends change"):
            return ""
    return ""


def is_step(words: Sequence[str], between: str) -> bool:
    """Say whether two sums are a change and the level it led to, and no range: "fell $38 million to $742 million".

    Args:
        words: the words before the first, in lower case.
        between: what stands between the two.

    >>> is_step("exports fell".split(), " to "), is_step("exports fell by".split(), " to ")
    (True, False)
    """
    if between.strip() != "to" or not words or words[-1] in ("by", "of", "from", "between"):
        return False
    return change_before(words, "currency") != ""


@cache
def _flat() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.rows("directions") if row["direction"] == "flat")


def level_direction(words: Sequence[str]) -> str:
    """Read from the words before a level which way it was reached: "rose to", "fell from its peak to".

    >>> level_direction("exports fell in the autumn to".split())
    'down'
    >>> level_direction("exports were flat at".split())
    'flat'
    """
    for i in range(len(words) - 1, -1, -1):
        word = words[i].strip(",;:()")
        if word in _flat():
            return "flat"
        found = _words("verb").get(word) or _words("transitive").get(word)
        if found is None and i + 1 < len(words):
            found = _words("verb").get(f"{word} {words[i + 1]}") or _words("transitive").get(f"{word} {words[i + 1]}")
        sums = i > 0 and words[i - 1] in ("add", "adds", "added", "adding")  # "added up to"
        if sums and word == "up":
            return ""
        if found is None and word in ("up", "down") and i + 1 < len(words) and words[i + 1] in ("to", "from", "at"):
            found = word
        if found:
            return found
    return ""
