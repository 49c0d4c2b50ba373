"""Tells fractions from what looks like them: "a third of the vote", but not "the third day" or "the first half"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.number.bounds import bound_before
from briefing_lib.find.number.chains import Reading
from briefing_lib.find.number.contexts import context

_SHARE = re.compile(
    r"\s+(?:of|majority|share|stake|less|more|fewer|higher|lower|from|in|to)\b|\s*[.,;:)]|\s*$|-"
    r"|\s+(?:as\s+(?:much|many|large|high|big)|year[\s-]on[\s-]year|is|was|were|are|went|goes|go|came|comes|come)\b"
)

_SINGLE = (
    "half",
    "third",
    "quarter",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "twentieth",
    "hundredth",
)


def word_before(words: Sequence[str]) -> str:
    """Return the word before the article of a fraction and its bound: "by" in "by nearly a"."""
    rest = words[:-1]
    bound = bound_before(rest)
    if bound.words.startswith("by "):
        return "by"
    rest = rest[: len(rest) - bound.taken]
    return rest[-1] if rest else ""


def is_fraction(text: str, read: Reading, last: str, before: str) -> bool:
    """Say whether "half", "a third" or "quarter" is a fraction here, and no ordinal and no part of a year or game."""
    word = text[read.start : read.number.end].lower()
    after = _SHARE.match(text, read.number.end)
    if word in _SINGLE:
        if word == "half":
            return last not in ("first", "second", "other", "latter", "last", "the", "better") and (
                after is not None or read.unit is not None or text[read.number.end : read.number.end + 5] == " the "
            )
        if last not in ("a", "one") or after is None:
            return last == "a" and before in context("before fraction")
        return (
            after.group().strip() not in ("-", "to", "in")
            or read.unit is not None
            or before in context("before fraction")
        )
    return True
