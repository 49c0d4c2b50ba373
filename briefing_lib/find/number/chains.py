"""Reads a number with its own unit, and the numbers joined to it: "5, 6 or 7 per cent", "$4-5 billion"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.number.nouns import noun_after
from briefing_lib.find.number.numerals import Number, like_a_year, read_digits, read_words
from briefing_lib.find.number.units import Unit, currency_before, national, unit_after

_EDGES = r"[\s(“\"‘'\[—–-]"


@cache
def word_scan() -> re.Pattern[str]:
    """Return the pattern that finds where a number word stands, with the space or sign before it."""
    kinds = {
        "small",
        "teen",
        "tens",
        "hundred",
        "scale",
        "scales",
        "vague",
        "fraction",
        "pair",
        "multiple",
        "infinitive",
        "adverb",
    }
    words = [row["word"] for row in lexicon.rows("number_words") if row["kind"] in kinds]
    words += [word.capitalize() for word in words]
    # Three classes of letters turn most words away before the words themselves are tried.
    letters = "".join(f"[{''.join(sorted({word[i] for word in words}))}]" for i in range(3))
    return re.compile(f"{_EDGES}(?={letters})({lexicon.pattern_of(words)})(?!\\w)")


class Reading(NamedTuple):
    """A number with its unit, before the words around it are read."""

    number: Number
    unit: Unit | None
    start: int
    end: int
    own_unit: bool  # the unit stands at this number, and not at another one of its range


# What makes digits part of something else: "S-400", "MH17", "A/75/12", "10:30", "20th", "1.2.3".
_TAIL = re.compile(r"(?:[/:.]|[-–](?=\d+[-–/]))\d|(?:st|nd|rd|th|s)(?!\w)|['’]s(?!\w)")
_JOIN = re.compile(r"\s?[-–—]\s?|\s+(?:to|or|and)\s+|,\s+(?:and\s+|or\s+)?")
_CHAIN = 6


def _read_one(text: str, start: int, floor: int, end: int, opening: int) -> Reading | None:
    """Read the number that starts at ``start`` with its own unit, if it is a number in its own right."""
    digits = text[start].isdigit()
    money = currency_before(text, start, floor)
    if digits and money is None and _hangs_on(text, start, floor):
        return None
    number = (read_digits if digits else read_words)(text, start, end)
    if number is None:
        return None
    unit = money
    if unit is None:
        if number.short:
            number, unit = _settle_short(text, number, end)
        else:
            unit = unit_after(text, number.end, end, number.form == "vague", number.value >= 1000)
            if unit is not None and _ON_YEAR.match(text, number.end, end):
                unit = None  # "fell by a fifth year on year"
            if unit is None and number.form == "fraction" and (article := _ARTICLE.match(text, number.end, end)):
                unit = _half_a(text, article.end(), end)
    if money is not None and _is_letter(text, money) and number.scale == 1 and number.value < 100:
        return None  # "P5" and "K2" are names
    if unit is not None and unit.kind == "currency":
        if money is not None:
            unit = _more_exact(text, unit, number, end)
        unit = unit._replace(name=national(unit.name, text, opening, end))
    first = min(start, money.start) if money else start
    last = max(number.end, unit.end) if unit else number.end
    if unit is None and digits and (_TAIL.match(text, number.end, end) or text[number.end : number.end + 1].isalpha()):
        return None
    return Reading(number, unit, first, last, unit is not None)


_ON_YEAR = re.compile(r"\s+(year|month|quarter)[\s-](?:on|over)[\s-]\1\b")
_ARTICLE = re.compile(r"\s+(?:of\s+)?an?(?=\s)")  # "half A percentage point", "a quarter OF A point"


def _half_a(text: str, at: int, end: int) -> Unit | None:
    unit = unit_after(text, at, end)
    return unit if unit is not None and unit.kind == "point" else None


def _is_letter(text: str, sign: Unit) -> bool:
    return sign.end - sign.start == 1 and text[sign.start].isalpha()


def _hangs_on(text: str, start: int, floor: int) -> bool:
    if start <= floor:
        return False
    before = text[start - 1]
    if before.isalnum() or before in "_#№@":
        return True
    if before in "-–./:'’," and start - 1 > floor:
        return text[start - 2].isalnum()
    return before in "/"


def _settle_short(text: str, number: Number, end: int) -> tuple[Number, Unit | None]:
    """Decide what a letter after digits means: "300m euros" and "300m people", but "300m deep"."""
    unit = unit_after(text, number.end, end)
    if unit is not None:
        return number, unit
    plain = _without_scale(text, number)
    metric = unit_after(text, plain.end, end)
    letters = text[plain.end : number.end].strip()
    if metric is None or len(letters) > 1:
        return number, None
    noun = noun_after(text, number.end, end)
    if letters in ("m", "t") and (noun is None or number.end - plain.end > 1):
        return plain, metric
    return number, None


def _without_scale(text: str, number: Number) -> Number:
    at = number.end
    while text[at - 1].isalpha():
        at -= 1
    while text[at - 1].isspace():
        at -= 1
    return number._replace(
        end=at, value=number.value / number.scale, step=number.step / number.scale, scale=1.0, short=False
    )


_AFTER_MONEY = re.compile(r"[\s\xa0]*(?:per\s?cent|percent)", re.IGNORECASE)


def _more_exact(text: str, sign: Unit, number: Number, end: int) -> Unit:
    """Let a code or name after the number settle a sign before it: "$5 billion Canadian dollars"."""
    after = unit_after(text, number.end, end)
    if after is not None and after.kind == "currency" and after.end - after.start > 2:
        return after._replace(start=sign.start)
    return sign


def read_chain(text: str, start: int, floor: int, end: int) -> tuple[list[Reading], int]:
    """Read a number and those joined to it, which share its unit: "5, 6 or 7 per cent", "$4-5 billion"."""
    first = _read_one(text, start, floor, end, floor)
    if first is None:
        return [], start
    chain, joins = [first], []
    while len(chain) < _CHAIN:
        last = chain[-1]
        if last.own_unit and last.end != last.number.end:
            break  # it has a unit after it: what follows stands for itself
        join = _JOIN.match(text, last.end, end)
        at = _number_at(text, join.end(), end) if join else -1
        if at < 0:
            break
        further = _read_one(text, at, last.end, end, floor)
        dash = join is not None and join.group().strip() in ("-", "–", "—")
        if further is None and dash and text[at].isdigit():
            further = _plain(text, at, end, floor)
        if (
            further is not None
            and last.own_unit
            and not (further.own_unit or dash)
            and noun_after(text, further.end, end)
        ):
            break  # "$1.5 million to 3 towns"
        if further is None or (further.number.form == "fraction") != (last.number.form == "fraction"):
            break
        chain.append(further)
        joins.append(join.group().strip() if join else "")
    if len(chain) > 1:
        return _share(text, chain, joins, end)
    return chain, first.end


def _number_at(text: str, at: int, end: int) -> int:
    """Return where a number starts at ``at``, past a currency sign, or -1."""
    for skip in range(5):
        if at + skip >= end:
            return -1
        letter = text[at + skip]
        if letter.isdigit():
            return at + skip
        if skip == 0 and word_scan().match(text, at - 1, end):
            return at
        if letter.islower() or letter.isspace():
            return -1
    return -1


def _plain(text: str, at: int, end: int, opening: int) -> Reading | None:
    number = read_digits(text, at, end)
    if number is None:
        return None
    if number.short:
        number, unit = _settle_short(text, number, end)
    else:
        unit = unit_after(text, number.end, end, False, number.value >= 1000)
    if unit and unit.kind == "currency":
        unit = unit._replace(name=national(unit.name, text, opening, end))
    return Reading(number, unit, at, unit.end if unit else number.end, unit is not None)


def _share(text: str, chain: list[Reading], joins: list[str], end: int) -> tuple[list[Reading], int]:
    """Give each number of a chain the unit, and where the words ask for it the scale, of its neighbour."""
    # A comma and an "and" join numbers of one list only where the list ends in the unit of all of them.
    ranged = [join not in ("and", ",") and not join.startswith(",") for join in joins]
    source = next((read for read in reversed(chain) if read.own_unit), None)
    if source is None or source.unit is None:
        noun = noun_after(text, chain[-1].end, end)
        if noun is None:
            return [chain[0]], chain[0].end
        return chain, chain[-1].end
    if not all(ranged) and (not chain[-1].own_unit or source.unit.kind == "duration" and "," in "".join(joins)):
        return [chain[0]], chain[0].end
    shared = []
    for position, read in enumerate(chain):
        if not read.own_unit and source.unit.kind in ("currency", "percent") and like_a_year(text, read.number):
            continue  # "from $2,000 in 1975 to $1,500"
        if not read.own_unit:
            read = read._replace(unit=source.unit)
        following = chain[position + 1] if position + 1 < len(chain) else None
        if following is not None and _shares_scale(read, following):
            scale = following.number.scale
            number = read.number
            number = number._replace(value=number.value * scale, step=number.step * scale, scale=scale)
            read = read._replace(number=number)
        shared.append(read)
    return shared, shared[-1].end


def _shares_scale(read: Reading, following: Reading) -> bool:
    """ "$4-5 billion" are billions both; "from 500 to 1.2 million" starts at five hundred."""
    if read.number.scale > 1 or following.number.scale <= 100 or read.number.form != following.number.form:
        return False
    here, there = read.number.value, following.number.value / following.number.scale
    return here < 1000 and 0 < here <= 20 * there
