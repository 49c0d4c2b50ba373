"""Reads words that are numbers of times: "doubled", "threefold", "only once"."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.number.bounds import bound_before
from briefing_lib.find.number.changes import change_before
from briefing_lib.find.number.contexts import context
from briefing_lib.find.number.numerals import words as values_of
from briefing_lib.tables import Quantity, Sentence

_BACK = 60  # characters in which the words before count
_ONCE = ("only", "just")  # without them, "once" is any time in the past


@cache
def _scan() -> re.Pattern[str]:
    words = [row["word"] for row in lexicon.rows("number_words") if row["kind"] in ("multiple", "infinitive", "adverb")]
    return re.compile(f"({lexicon.pattern_of([*words, *(word.capitalize() for word in words)])})(?!\\w)")


# "double WHAT it was", "double THE 2019 FIGURE"
_OF_BEFORE = re.compile(
    r"\s+(?:what|that\s+of|those\s+of|(?:the|its|their)\s+(?:(?:\d{4}|previous|earlier|usual)(?:\s+\w+['’]s)?\s+)?"
    r"(?:level|figure|amount|value|total|sum|number|rate))\b"
)


_UP_ON = re.compile(r"\s+(?:up|down)\s+(?:on|with|in|as)\b")
_AS_MUCH = re.compile(r"\s+as\s+(?:much|many|large|high|big)\b")


def _infinitive(text: str, hit: re.Match[str], words: list[str]) -> float | None:
    """ "will DOUBLE" and "DOUBLE what they sold before" are changes, "a double standard" is none."""
    value = values_of("infinitive").get(hit[1].lower())
    if value and (words and words[-1] in context("before infinitive") or _OF_BEFORE.match(text, hit.end())):
        return value
    return None


def read_multiple(text: str, start: int, sentence: Sentence) -> Quantity | None:
    """Read a number of times that begins at ``start``: a change where a verb holds it, a count where an adverb does.

    >>> sentence = Sentence("d#1", "d", 1, 0, 24, "Imports doubled in 1931.", "author", "narration")
    >>> read_multiple(sentence.text, 8, sentence)[5:]
    (2.0, 'time', '=', 'up', 'multiple')
    """
    hit = _scan().match(text, start, sentence.end)
    if hit is None:
        return None
    if _UP_ON.match(text, hit.end()):
        return None  # "doubling up on ships", "doubled up with laughter"
    word = hit[1].lower()
    words = text[max(sentence.start, start - _BACK) : start].lower().split()
    change, value = "", values_of("multiple").get(word) or _infinitive(text, hit, words)
    if value is None and values_of("adverb").get(word, 0) > 1 and _AS_MUCH.match(text, hit.end()):
        value = values_of("adverb")[word]  # "TWICE as much as"
    if value is None and word not in values_of("adverb"):
        return None
    if value is None:
        value = values_of("adverb")[word]
        if value == 1 and not (words and words[-1] in _ONCE):
            return None
    else:
        change = "down" if value < 1 or change_before(words, "percent") == "down" else "up"
    sign = bound_before(words).sign
    return Quantity(
        sentence.document, sentence.sentence, start, hit.end(), hit[1], value, "time", sign, change, "multiple"
    )
