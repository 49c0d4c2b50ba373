"""What the words of dates stand for, from ``date_words.csv`` and ``named_days.csv``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing_lib.lexicon import pattern_of, rows


class Words(NamedTuple):
    """Values of the words, in lower case."""

    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    seasons: dict[str, int]
    tens: dict[str, int]
    named: dict[str, str]


@cache
def words() -> Words:
    """Return the values of the words; Monday is 0, spring 21, the nineties 9.

    >>> words().months["sept."], words().weekdays["friday"], words().numbers["twelve"]
    (9, 4, 12)
    """
    return Words(
        months=_values("month"),
        weekdays=_values("weekday", "short weekday"),
        numbers=_values("number"),
        ordinals=_values("ordinal"),
        seasons=_values("season"),
        tens=_values("tens"),
        named={row["word"].lower(): row["day"] for row in rows("named_days")},
    )


def rows_of_kind(*kinds: str) -> list[dict[str, str]]:
    """Return the rows of these kinds.

    >>> [row["word"] for row in rows_of_kind("season")]
    ['spring', 'summer', 'autumn', 'fall', 'winter']
    """
    return [row for row in rows("date_words") if row["kind"] in kinds]


def _values(*kinds: str) -> dict[str, int]:
    return {row["word"].lower(): int(row["value"]) for row in rows_of_kind(*kinds)}


@cache
def plain(kind: str) -> frozenset[str]:
    """Return the words of a kind, in lower case.

    >>> "several" in plain("vague number")
    True
    """
    return frozenset(row["word"].lower() for row in rows_of_kind(kind))


def any_of(*kinds: str) -> str:
    """Return a regular expression for any word of these kinds, whole.

    >>> bool(re.match(any_of("season"), "winter")), bool(re.match(any_of("season"), "wintering"))
    (True, False)
    """
    return f"(?:{pattern_of(row['word'] for row in rows_of_kind(*kinds))})(?!\\w)"


def any_named_day() -> str:
    """Return a regular expression for any named day, whole.

    >>> re.match(any_named_day(), "Good Friday 1998").group()
    'Good Friday'
    """
    return f"(?:{pattern_of(row['word'] for row in rows('named_days'))})(?!\\w)"


_FIGURES = re.compile(r"\d+")


def number(word: str) -> int:
    """Return the number a word or figure gives, 0 if it gives none.

    >>> number("12th"), number("a couple of"), number("twenty-first"), number("few")
    (12, 2, 21, 0)
    """
    word = " ".join(word.lower().split())
    figures = _FIGURES.match(word)
    if figures:
        return int(figures.group())
    if word in ("the", "half a", "half an"):
        return 1
    if word == "couple of":
        return 2
    return words().numbers.get(word) or words().ordinals.get(word) or 0
