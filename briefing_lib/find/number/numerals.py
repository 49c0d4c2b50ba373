"""Reads a number written in digits, in words or in both: ``1,234.5``, ``two and a half million``.

Words and their values are rows of ``lexicons/number_words.csv``. What the number counts is no concern of
this module.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon


class Number(NamedTuple):
    """A number as it stands in a text."""

    start: int
    end: int
    value: float
    step: float  # what one unit of its last written place is worth: 0.1e9 for "240.1 billion"
    scale: float  # what the words after the digits multiply by: 1e9 for "240.1 billion"
    form: str  # "digits", "words", "fraction", "vague" ("tens of thousands")
    short: bool = False  # the scale is one letter or two ("300m"), which may be a unit as well


_DIGITS = re.compile(
    r"\d{1,3}([,  \xa0\u2009\u202f'’])\d{3}(?:\1\d{3})*(?!\d)(?:\.\d+)?"  # 1,234,567.8 or 10 000
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # 2,50,000 as in India
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"  # 1.234.567 as in Germany
    r"|\d+,\d{1,2}(?=\s(?:million|billion|trillion|per\s?cent)|%)"  # 3,5 million as in France
    r"|\d+(?:[.·]\d+)?"  # 46.9
)
_LONGEST = 30  # characters; longer rows of digits are keys and account numbers
_GAP = r"[\s\xa0-]{1,2}"
_SIMPLE_FRACTION = re.compile(r"[\s\xa0](1/2|1/4|3/4|1/3|2/3|1/8)(?![\w/])")  # 5 1/2
_BARE_FRACTION = re.compile(r"([1-9])/([2-9]|10)(?![\w/])(?=\s+(?:of|majority)\b)")  # 2/3 of the members


@cache
def words(kind: str) -> dict[str, float]:
    """Return the number words of a kind and their values.

    >>> words("small")["seven"]
    7.0
    """
    return {row["word"]: float(row["value"]) for row in lexicon.rows("number_words") if row["kind"] == kind}


def _any(*kinds: str) -> str:
    return lexicon.pattern_of(word for kind in kinds for word in words(kind))


@cache
def _scale() -> re.Pattern[str]:
    # " billion", "-million", " hundred thousand", " lakh crore"
    return re.compile(rf"(?:{_GAP}|)({_any('hundred', 'scale')}|{_any('scales')})(?!\w)", re.IGNORECASE)


@cache
def _short() -> re.Pattern[str]:
    return re.compile(rf"[\s\xa0]?({_any('short')})(?!\w|-\d)")  # "bn", " mn", "k"


@cache
def _glyph() -> re.Pattern[str]:
    return re.compile(rf"[\s\xa0]?({_any('glyph')})")  # "4½"


@cache
def _part() -> re.Pattern[str]:
    # " and a half", " and three quarters"
    return re.compile(
        rf"{_GAP}and{_GAP}(?:a{_GAP}|({_any('small')}){_GAP})({_any('fraction', 'fractions')})(?!\w)", re.IGNORECASE
    )


@cache
def _word() -> re.Pattern[str]:
    # "-one", " hundred", " and forty"
    return re.compile(
        rf"({_GAP})(and{_GAP})?({_any('small', 'teen', 'tens', 'hundred', 'scale')})(?!\w)", re.IGNORECASE
    )


@cache
def _start() -> re.Pattern[str]:
    return re.compile(rf"({_any('small', 'teen', 'tens', 'hundred', 'scale')})(?!\w)", re.IGNORECASE)


@cache
def _fraction_after() -> re.Pattern[str]:
    return re.compile(rf"{_GAP}({_any('fraction', 'fractions')})(?!\w)", re.IGNORECASE)  # "two-THIRDS"


@cache
def _fraction_scale() -> re.Pattern[str]:
    # "half a billion", "half-million", "quarter of a million"
    return re.compile(rf"{_GAP}(?:of{_GAP})?(?:an?{_GAP})?({_any('scale')})(?!\w)", re.IGNORECASE)


@cache
def _vague() -> re.Pattern[str]:
    # "tens of thousands", "hundreds of millions", "dozens"; "thousands" alone
    plural = _any("vague", "scales")
    return re.compile(rf"({plural})(?:{_GAP}(?:upon|and|of){_GAP}({_any('scales')}))?(?!\w)", re.IGNORECASE)


def read_digits(text: str, start: int, end: int) -> Number | None:
    """Read a number that begins with a digit at ``start``.

    >>> read_digits("some 2.5 lakh crore rupees", 5, 26)[:5]
    (5, 19, 2500000000000.0, 100000000000.0, 1000000000000.0)
    """
    fraction = _BARE_FRACTION.match(text, start, end)
    if fraction:
        return Number(start, fraction.end(), int(fraction[1]) / int(fraction[2]), 0.0, 1.0, "fraction")
    digits = _DIGITS.match(text, start, end)
    if digits is None or digits.end() - digits.start() > _LONGEST:
        return None
    value, step = _value(digits.group(), digits[1])
    at = digits.end()
    glyph = _glyph().match(text, at, end) or _SIMPLE_FRACTION.match(text, at, end)
    if glyph:
        part = words("glyph").get(glyph[1]) or _ratio(glyph[1])
        value, step, at = value + part, step * 0.25, glyph.end()
    else:
        value, step, at = _and_part(text, at, end, value, step)
    scale, at, short = _read_scale(text, at, end)
    if scale > 1:
        value, step, at = _and_part(text, at, end, value, step)  # "2 million and a half"
        if step == 1 and (further := _compound(text, at, end, scale)):
            return further._replace(start=start, value=_round(value * scale + further.value), scale=scale)
    return Number(start, at, _round(value * scale), _round(step * scale), scale, "digits", short)


_NEXT = re.compile(r"[\s\xa0](?=\d{1,3}(?:\.\d+)?[\s\xa0]?[a-z])")  # "1 billion 190 million"


def _compound(text: str, at: int, end: int, scale: float) -> Number | None:
    """Read what follows a number of billions in millions or thousands: "1 billion 190 million"."""
    gap = _NEXT.match(text, at, end)
    further = read_digits(text, gap.end(), end) if gap else None
    if further is None or not 1 < further.scale < scale or further.value >= scale:
        return None
    return further


def _value(written: str, separator: str | None) -> tuple[float, float]:
    if written.count(".") > 1:
        written = written.replace(".", "")
    if separator is None and re.fullmatch(r"\d+,\d{1,2}", written):
        written = written.replace(",", ".")
    plain = re.sub(r"[,  \xa0\u2009\u202f'’]", "", written).replace("·", ".")
    places = len(plain.partition(".")[2])
    return float(plain), 10.0**-places


def _ratio(written: str) -> float:
    above, _, below = written.partition("/")
    return int(above) / int(below)


def _and_part(text: str, at: int, end: int, value: float, step: float) -> tuple[float, float, int]:
    part = _part().match(text, at, end)
    if part is None:
        return value, step, at
    many = words("small")[part[1].lower()] if part[1] else 1
    share = words("fraction").get(part[2].lower()) or words("fractions")[part[2].lower()]
    return value + many * share, step * 0.25, part.end()


def _read_scale(text: str, at: int, end: int) -> tuple[float, int, bool]:
    scale, seen = 1.0, False
    while True:
        hit = _scale().match(text, at, end)
        if hit is None:
            break
        word = hit[1].lower()
        scale *= words("hundred").get(word) or words("scale").get(word) or words("scales")[word]
        at, seen = hit.end(), True
    if not seen and (hit := _short().match(text, at, end)):
        return words("short")[hit[1]], hit.end(), True
    return scale, at, False


def read_words(text: str, start: int, end: int) -> Number | None:
    """Read a number that begins with a number word at ``start``.

    >>> read_words("one hundred and forty-four people", 0, 33)[:4]
    (0, 26, 144.0, 1.0)
    >>> read_words("half a billion dollars", 0, 22).value
    500000000.0
    >>> read_words("two-thirds of the members", 0, 25).value
    0.6666666666666666
    """
    return (
        _read_pair(text, start, end)
        or _read_vague(text, start, end)
        or _read_fraction(text, start, end)
        or _read_cardinal(text, start, end)
    )


_PAIR = re.compile(r"couple(?:\s+of)?(?=\s+[a-z])", re.IGNORECASE)  # "a COUPLE OF days"


def _read_pair(text: str, start: int, end: int) -> Number | None:
    pair = _PAIR.match(text, start, end)
    return pair and Number(start, pair.end(), 2.0, 1.0, 1.0, "vague")


def _read_vague(text: str, start: int, end: int) -> Number | None:
    hit = _vague().match(text, start, end)
    if hit is None:
        return None
    first, second = hit[1].lower(), (hit[2] or "").lower()
    value = words("vague").get(first) or words("scales")[first]
    if second:
        value *= words("scales")[second]
    return Number(start, hit.end(), value, 0.0, value, "vague")


def _read_fraction(text: str, start: int, end: int) -> Number | None:
    hit = _fraction_start().match(text, start, end)
    if hit is None:
        return None
    share, at = words("fraction")[hit[1].lower()], hit.end()
    scale = _fraction_scale().match(text, at, end)
    if scale:
        value = words("scale")[scale[1].lower()]
        return Number(start, scale.end(), _round(share * value), _round(value * share), value, "words")
    return Number(start, at, share, 0.0, 1.0, "fraction")


@cache
def _fraction_start() -> re.Pattern[str]:
    return re.compile(rf"({_any('fraction')})(?!\w)", re.IGNORECASE)


def _read_cardinal(text: str, start: int, end: int) -> Number | None:
    hit = _start().match(text, start, end)
    if hit is None:
        return None
    word = hit[1].lower()
    many = words("small").get(word)
    if many and (fraction := _fraction_after().match(text, hit.end(), end)):
        share = words("fractions").get(fraction[1].lower()) or words("fraction")[fraction[1].lower()]
        singular = fraction[1].lower() in words("fraction")
        # "two quarter finals", "one third country": the noun and the numerator must agree
        if singular == (many == 1):
            value = Number(start, fraction.end(), many * share, 0.0, 1.0, "fraction")
            if scale := _fraction_scale().match(text, fraction.end(), end):
                size = words("scale")[scale[1].lower()]
                return value._replace(end=scale.end(), value=_round(value.value * size), scale=size)
            return value
    return _sum(text, start, hit, end)


def _sum(text: str, start: int, hit: re.Match[str], end: int) -> Number:
    total, group, step, scale = 0.0, 0.0, 1.0, 1.0
    word, at = hit[1].lower(), hit.end()
    while True:
        kind, value = _kind(word)
        if kind == "hundred":
            group, step = max(group, 1) * value, value
        elif kind == "scale":
            # "hundred thousand million": a scale on a scale multiplies
            total = total + group * value if group or not total else total * value
            total, group, step, scale = total or value, 0.0, value, value
        else:
            group, step = group + value, 1.0
        following = _word().match(text, at, end)
        if following is None or not _follows(kind, following):
            break
        word, at = following[3].lower(), following.end()
    value, last = total + group, scale if kind == "scale" else 1.0
    with_part, part_step, after = _and_part(text, at, end, value / last, step / last)
    if after != at:
        value, step, at = with_part * last, part_step * last, after
        larger, after, _ = _read_scale(text, at, end)
        if larger > 1:  # "two and a half MILLION"
            value, step, scale, at = value * larger, step * larger, larger, after
    return Number(start, at, _round(value), _round(step), scale, "words")


def _kind(word: str) -> tuple[str, float]:
    for kind in ("small", "teen", "tens", "hundred", "scale"):
        value = words(kind).get(word)
        if value is not None:
            return kind, value
    raise KeyError(word)


def _follows(last: str, hit: re.Match[str]) -> bool:
    """Say whether a further number word belongs to the same number."""
    kind, joined = _kind(hit[3].lower())[0], bool(hit[2])
    if kind == "scale":
        return not joined
    if kind == "hundred":
        return not joined and last in ("small", "teen", "tens", "scale")
    return last in ("hundred", "scale") or last == "tens" and kind == "small" and not joined


def _round(value: float) -> float:
    """Take off what binary arithmetic adds to a decimal: 2.3 * 1e12 is 2299999999999.9995."""
    return float(f"{value:.12g}")


_FIRST_YEAR, _LAST_YEAR = 1400, 2199


def like_a_year(text: str, number: Number) -> bool:
    """Say whether a number looks like a year: four digits, 1400 to 2199, no separator.

    >>> like_a_year("1975 tonnes", Number(0, 4, 1975.0, 1.0, 1.0, "digits"))
    True
    """
    if number.form != "digits" or not _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return False
    return number.end - number.start == 4 and number.step == 1
