"""Tells numbers that measure nothing: years, dates, labels ("Article 5"), set phrases ("two-state solution")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.number.chains import Reading
from briefing_lib.find.number.numerals import Number
from briefing_lib.tables import Date, Sentence

_PAPER = re.compile(
    r"-(?:points?|part|stage|step|phase|pillar|track|level)\s+(?:\w+\s+){0,2}?"
    r"(?:paper|plan|plans|program|programme|proposal|agenda|statement|declaration|initiative|document|formula|peace)\b"
)  # "12-POINT POSITION PAPER"

_YEAR_ALONE = re.compile(r"(?:1[4-9]|20|21)\d\d(?=[,.;:)]?(?:\s|$))(?!\s(?:[%€$£]|per|pe?rc|p))")  # "1975,"


_LENGTH = re.compile(r"year|month|week|day|decade|hour|quarter|cent|%")  # "two YEARS ago" counts, "5 May" does not


@cache
def _one_with() -> re.Pattern[str]:
    # "one million", "one-third", "one year", "one and a half"; not "one of", "one day"
    kinds = ("hundred", "scale", "scales", "fraction")
    words = [row["word"] for row in lexicon.rows("number_words") if row["kind"] in kinds]
    units = [row["word"] for row in lexicon.rows("units") if row["kind"] not in ("noun", "time") and row["word"] > "A"]
    return re.compile(rf"[Oo]ne[\s-]+(?:{lexicon.pattern_of([*words, *units, 'and a', 'and one', 'person'])})(?!\w)")


def promises(text: str, start: int, date: Date | None) -> bool:
    """Dismiss cheaply what fills most texts: years, "one" as a pronoun, "third" as an ordinal."""
    letter = text[start]
    if letter.isdigit():
        inside = date is not None and date.start <= start
        year = _YEAR_ALONE.match(text, start)
        if year is not None:
            return not (inside and date is not None and year.end() <= date.end)
        return not inside or date is None or date.timex_type != "DATE" or _LENGTH.search(date.text) is not None
    if letter in "oO":
        return text.startswith("ce", start + 2) or _one_with().match(text, start) is not None
    if letter in "tfqTFQ" and text[start : start + 5] in ("third", "fifth", "quart"):
        return text[start - 2 : start] == "a "
    return True


@cache
def _labels() -> frozenset[str]:
    words = [row["word"] for row in lexicon.rows("number_labels")]
    return frozenset([*words, *(word.capitalize() for word in words)])


@cache
def _names() -> re.Pattern[str]:
    names = [row["word"] for row in lexicon.rows("number_names")]
    return re.compile(f"({lexicon.pattern_of([*names, *(name[0].upper() + name[1:] for name in names)])})(?!\\w)")


_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock)")  # "2 A.M."


def is_name(text: str, read: Reading, sentence: Sentence, label_end: int) -> bool:
    """Say whether the number belongs to a name: "Article 5", "Goal 16 and 17", "two-state solution", "Five Eyes"."""
    start, number = read.start, read.number
    if _CLOCK.match(text, number.end, sentence.end):
        return True
    if _names().match(text, start, sentence.end):
        return True
    if read.unit is not None or number.scale > 1:
        return False
    between = text[label_end:start] if 0 <= label_end < start <= label_end + 6 else None
    if between is not None and between.strip() in (",", "and", "or", "to", "&", "-", "–", ", and"):
        return True
    if text[max(sentence.start, start - 9) : start] in ("Group of ", "group of "):
        return True
    before = text[max(sentence.start, start - 24) : start].rstrip().rpartition(" ")[2].lstrip("(“\"‘'")
    if before in _labels() and start > sentence.start:
        return True
    if number.form == "words" and text[start].isupper() and start > sentence.start:
        return text[number.end + 1 : number.end + 2].isupper()
    return False


def is_date(read: Reading, dates: Sequence[Date], at: int) -> bool:
    """Say whether a date has the number: all of it but "two years" in "two years ago"."""
    kind = read.unit.kind if read.unit else ""
    while at < len(dates) and dates[at].start < read.number.end:
        if dates[at].end > read.number.start:
            return not (kind == "duration" and read.own_unit) and kind not in ("currency", "percent", "point")
        at += 1
    return False


def is_paper(text: str, number: Number, end: int) -> bool:
    """Say whether a number is the length of a paper by its name: "12-point plan".

    >>> is_paper("a 12-point peace plan", Number(2, 4, 12.0, 1.0, 1.0, "digits"), 21)
    True
    """
    return text[number.end : number.end + 1] == "-" and _PAPER.match(text, number.end, end) is not None
