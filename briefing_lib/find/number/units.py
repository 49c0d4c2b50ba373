"""Reads what a number measures: a currency before or after it, a unit, or the noun it counts.

Words are rows of ``lexicons/currencies.csv``, ``lexicons/currency_places.csv`` and ``lexicons/units.csv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon


class Unit(NamedTuple):
    """What a number measures, and the words that say so."""

    name: str  # ISO 4217 code, "percent", "percentage point" or a noun in the singular
    kind: str  # "currency", "percent", "point", "duration", "mass" ...; "count" for a plain noun
    start: int
    end: int
    factor: float = 1.0  # "38 bcm" are 38e9 cubic metres


@cache
def _before() -> dict[str, str]:
    return {row["word"]: row["unit"] for row in lexicon.rows("currencies") if row["place"] in ("before", "both")}


@cache
def _lengths_before() -> dict[str, list[int]]:
    """Return how long the signs are that end in a character, the longest first."""
    lengths: dict[str, set[int]] = {}
    for sign in _before():
        lengths.setdefault(sign[-1], set()).add(len(sign))
    return {last: sorted(found, reverse=True) for last, found in lengths.items()}


def currency_before(text: str, start: int, floor: int = 0) -> Unit | None:
    """Read the currency sign or code that ends where the number starts.

    >>> currency_before("worth US$ 5 billion", 10)
    Unit(name='USD', kind='currency', start=6, end=9, factor=1.0)
    """
    end = start
    if end > floor and text[end - 1] in " \xa0\u202f":
        end -= 1
    if end <= floor or text[end - 1].islower() and text[end - 1] not in "shernkptrłč":
        return None
    attached = end == start
    signs = _before()
    for length in _lengths_before().get(text[end - 1], ()):
        sign = text[end - length : end]
        unit = signs.get(sign) if length <= end - floor else None
        if unit is None:
            continue
        before = text[end - length - 1] if end - length else " "
        if sign[0].isalpha() and (before.isalnum() or before in "-./"):
            continue
        # One capital letter is a sign only where it touches its number: "R5 billion", not "Plan R 5 billion".
        if len(sign) == 1 and sign.isalpha() and not attached:
            continue
        return Unit(unit, "currency", end - length, end)
    return None


_BACK = 400  # characters before a sentence in which its country may have been named
_RARE = "currency of large sums"  # "5 billion won", but not "ten won medals"


@cache
def _after_words() -> tuple[re.Pattern[str], dict[str, tuple[str, str, float]]]:
    table = {
        row["word"]: (row["unit"], _RARE if row["place"] == "after scale" else "currency", 1.0)
        for row in lexicon.rows("currencies")
        if row["place"] != "before"
    }
    for word, value in list(table.items()):  # "Japanese Yen", "Euros"
        head, _, noun = word.rpartition(" ")
        table.setdefault(f"{head} {noun.capitalize()}".strip(), value)
    for row in lexicon.rows("units"):
        table.setdefault(row["word"], (row["unit"], row["kind"], float(row["factor"] or 1)))
    # "%" and "°C" touch the number; words stand apart from it or hang on by a hyphen
    body = lexicon.pattern_of(table)
    return re.compile(rf"[\s\xa0\u202f-]{{0,2}}({body})(?!\w)"), table


@cache
def _adjectives() -> re.Pattern[str]:
    # "5 million NEW people", "40 square kilometres" are in the table; these stand between number and unit
    words = "metric additional new more further extra other cubic whole full consecutive straight"
    return re.compile(rf"[\s\xa0]+(?:{lexicon.pattern_of(words.split())})(?=[\s\xa0])")


_OF = re.compile(r"[\s\xa0]+of(?=[\s\xa0])")  # "billions OF dollars"
_DAILY = re.compile(r"(?:\s+of\s+(?:\w+\s+){1,2}?)?(?:\s*(?:per|a|each)\s+day|\s+daily)\b")  # "barrels of oil a day"
_CONTENT = re.compile(r"\s+of\s+(?!a\b|the\b|per\b)\w+(?:\s+\w+)?(?=\s+(?:per|a|each)\s+day\b)")


# "the target is 500 million US, and so far", "gave 295 million US in 2022"
_SPOKEN = re.compile(
    r"\s+(US)(?=\s+(?:in|for|over|a\s+year|per|this|last|by)\b|\s*(?:[.;)]|$)"
    r"|,\s+(?:which|so|but|and\s+(?:so|we|it|they|I|that|then))\b)"
)


def unit_after(text: str, at: int, end: int, of: bool = False, large: bool = True) -> Unit | None:
    """Read the currency or unit that follows a number ending at ``at``.

    Args:
        text: the document.
        at: where the number ends.
        end: where to stop reading.
        of: whether "of" may stand between, as in "billions of dollars".
        large: whether the number is so large that "won", "real" or "sum" after it is money.

    >>> unit_after("rose 5 percentage points", 6, 24).name
    'percentage point'
    >>> unit_after("2 million barrels of oil a day", 9, 30).name
    'barrel per day'
    """
    pattern, table = _after_words()
    hit = pattern.match(text, at, end)
    if hit is None and of and (link := _OF.match(text, at, end)):
        hit = pattern.match(text, link.end(), end)
    if hit is None and (link := _adjectives().match(text, at, end)):
        hit = pattern.match(text, link.end(), end)
    if hit is None:
        spoken = _SPOKEN.match(text, at, end) if large else None
        return Unit("USD", "currency", spoken.start(1), spoken.end(1)) if spoken else None
    word = hit[1]
    found = table.get(word) or table[" ".join(word.replace("’", "'").split())]
    name, kind, factor = found
    if kind == _RARE:
        if not large:
            return None
        kind = "currency"
    stop = hit.end()
    if kind in ("volume", "mass"):
        content = _CONTENT.match(text, stop, end)
        rate = _DAILY.match(text, content.end() if content else stop, end)
        if rate and not name.endswith("day"):
            return Unit(f"{name} per day", kind, hit.start(1), rate.end(), factor)
    return Unit(name, kind, hit.start(1), stop, factor)


@cache
def _shared() -> tuple[lexicon.Matcher[str], dict[tuple[str, str], str], dict[str, str]]:
    rows = lexicon.rows("currency_places")
    codes = {(row["noun"], row["word"]): row["unit"] for row in rows}
    defaults = {row["noun"]: row["unit"] for row in rows if row["default"]}
    return lexicon.Matcher({row["word"]: row["word"] for row in rows}), codes, defaults


@cache
def _shared_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in lexicon.rows("currency_places"))


def national(noun: str, text: str, start: int, end: int) -> str:
    """Return the code of a currency whose name several countries share.

    The country is the one named first in the sentence, or last before it.

    Args:
        noun: "peso", "rupee", "franc" ...; anything else is returned as it is.
        text: the document.
        start: first character of the sentence.
        end: character after its last.

    >>> national("peso", "Chile lent 5 million pesos.", 0, 27)
    'CLP'
    >>> national("peso", "It lent 5 million pesos.", 0, 24)
    'peso'
    """
    if noun not in _shared_nouns():
        return noun
    matcher, codes, defaults = _shared()
    here = (codes[noun, place] for _, _, place, _ in matcher.find(text, start, end) if (noun, place) in codes)
    found = next(here, "")
    if not found:
        before = matcher.find(text, max(0, start - _BACK), start)
        found = next(reversed([codes[noun, place] for _, _, place, _ in before if (noun, place) in codes]), "")
    return found or defaults.get(noun, noun)
