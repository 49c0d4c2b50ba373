"""Reads from a figure's own words how far it is rounded, and what it is worth in another currency."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from briefing_lib.find.number.numerals import Number, read_digits, read_words
from briefing_lib.find.quantities import find_quantities
from briefing_lib.tables import Quantity, Sentence

_DIGIT = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"(?<!\w)[a-z]+", re.IGNORECASE)
_ABOUT = 0.05  # how far "about" may be off
_BEYOND = 0.1  # how far "more than" goes beyond the figure


class Interval(NamedTuple):
    """Lowest and highest value a rounded figure can stand for."""

    low: float
    high: float


def _numbers(text: str) -> list[Number]:
    found = [read_digits(text, hit.start(), len(text)) for hit in _DIGIT.finditer(text)]
    if not any(found):
        found = [read_words(text, hit.start(), len(text)) for hit in _WORD.finditer(text)]
    return [number for number in found if number is not None]


def step_of(text: str, value: float) -> float:
    """Return what one unit of the last written place of a value is worth, 0 if the text does not have the value.

    >>> step_of("rose 26.3% to $240.1 billion", 240.1e9), step_of("from $4-5 billion", 4e9)
    (100000000.0, 1000000000.0)
    """
    for number in _numbers(text):
        if number.value and value:
            ratio = abs(value / number.value)
            power = round(math.log10(ratio)) if ratio > 0 else 0
            if math.isclose(ratio, 10.0**power, rel_tol=1e-9):
                return abs(number.step) * 10.0**power
    return 0.0


def interval_of(text: str, value: float, qualifier: str = "") -> Interval:
    """Return the interval that a figure stands for, by its last written place and the words before it.

    >>> interval_of("$240 billion", 240e9)
    Interval(low=239500000000.0, high=240500000000.0)
    >>> interval_of("more than $240 billion", 240e9, "more than")
    Interval(low=240000000000.0, high=264000000000.0)
    """
    half = step_of(text, value) / 2
    low, high = value - half, value + half
    if re.search(r"\b(?:more|over|above|at\s+least|exceed\w*|surpass\w*|top\w*|upwards|no\s+less|passed)\b", qualifier):
        return Interval(value, value + abs(value) * _BEYOND)
    if re.search(r"\b(?:less|under|below|nearly|almost|up\s+to|at\s+most|close\s+to|barely|not\s+more)\b", qualifier):
        return Interval(value - abs(value) * _BEYOND, high)
    if re.search(r"\b(?:about|around|some|roughly|approximately|an\s+estimated|or\s+so|more\s+or\s+less)\b", qualifier):
        return Interval(low - abs(value) * _ABOUT, high + abs(value) * _ABOUT)
    return Interval(low, high)


_BRACKET = re.compile(
    r"\s*(?:\(|\[|,\s+or\s+|\s+or\s+|,?\s+equivalent\s+to\s+)(?:(?:about|around|some|roughly|nearly|or)\s+)*\s*"
)


def conversion(text: str, value: float, unit: str) -> Quantity | None:
    """Return the same sum in another currency where the words of a figure give both.

    >>> conversion("4.7 billion shillings ($54 million)", 4.7e9, "KES").value
    54000000.0
    """
    if len(unit) != 3 or "(" not in text and "equivalent" not in text and " or " not in text:
        return None
    sentence = Sentence("", "", 1, 0, len(text), text, "author", "narration")
    sums = find_quantities(text, [sentence], [])
    for first, second in zip(sums, sums[1:], strict=False):
        same = math.isclose(first.value, value, rel_tol=1e-6)
        money = len(second.unit) == 3 and second.unit.isupper() and second.unit != unit
        if same and money and _BRACKET.fullmatch(text, first.end, second.start):
            return second
    return None
