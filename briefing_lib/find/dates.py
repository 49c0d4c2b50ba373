"""Finds temporal expressions and says which days they mean.

``basis`` of a row is one of:

    stated                            the words give the date, year included
    period named                      the words give a quarter, half, season, decade, century, fiscal year or feast
    weekday before publication        a weekday, last before (or on) the day of publication
    weekday after publication         a weekday, next after (or on) the day of publication
    counted from publication          "yesterday", "this year", "three weeks ago"; a month without a year
    counted from <date words>         "a year earlier", "the same day", "in March" after "In 2019": from those words
    ... the day it was spoken         the same three in a transcript published later than the day it states
    carried from an earlier sentence  the year stands in an earlier sentence of the paragraph
    (A dispatch with an earlier day in its dateline counts from that day instead of publication.)
    unresolved                        ``edtf``, ``earliest`` and ``latest`` are empty

``rule`` is the kind of expression: written out, numeric, day or month, weekday, relative, rolling, offset, part,
season, named day, fiscal, range, open range, approximate, same period. Times of day, durations, ages and repeated
days ("every Friday") are no dates: ``durations`` finds them. An approximate date ("late March", ``2024-03~``) has the
bounds of its period.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing_lib.find.date.grammar import Meaning
from briefing_lib.find.date.spans import find_readings
from briefing_lib.find.date.values import resolve
from briefing_lib.find.edtf import bounds
from briefing_lib.find.timex import timex
from briefing_lib.tables import Date, Sentence

UNRESOLVED = "unresolved"

# Kinds of meaning that differ in grammar only.
_RULES = {
    **{
        "latest": "relative",
        "new year": "relative",
        "date": "day or month",
        "in year": "day or month",
        "in month": "day or month",
        "stated": "written out",
    },
    **{
        "which": "relative",
        "the": "relative",
        "weekend": "relative",
        "of week": "weekday",
        "week from": "weekday",
        "nth weekday": "weekday",
    },
    **{
        "shift": "offset",
        "same": "offset",
        "ago": "offset",
        "previous": "offset",
        "around": "part",
        "until": "part",
        "first": "part",
        "nth": "part",
    },
    **{"about": "approximate", "since": "open range", "named": "named day"},
}


def find_dates(text: str, sentences: Sequence[Sentence], published: str) -> list[Date]:
    """Return the temporal expressions of a document, in order, none overlapping.

    Args:
        text: the document's text.
        sentences: its sentences, in order.
        published: date of publication as EDTF, or an empty string.

    >>> text = "The envoys met on Friday and will meet again in early June."
    >>> sentence = Sentence("d#1", "d", 1, 0, len(text), text, "author", "narration")
    >>> [(row.text, row.edtf, row.basis) for row in find_dates(text, [sentence], "2019-05-20")]
    [('Friday', '2019-05-17', 'weekday before publication'), ('early June', '2019-06~', 'counted from publication')]
    """
    readings = find_readings(text, sentences)
    found = []
    for reading, value in zip(readings, resolve(text, sentences, published, readings), strict=True):
        sentence = sentences[reading.sentence]
        edtf = value.edtf if value else ""
        first, last = bounds(edtf)
        words = text[reading.start : reading.end]
        found.append(
            Date(
                sentence.document,
                sentence.sentence,
                reading.start,
                reading.end,
                words,
                edtf,
                first,
                last,
                *timex(words, reading.meaning, *(value[:2] if value else ("", ""))),
                value.basis if value else UNRESOLVED,
                _rule(reading.meaning),
            )
        )
    return found


def _rule(meaning: Meaning) -> str:
    kind = str(meaning[1] if meaning[0] == "unknown" else meaning[0])
    return _RULES.get(kind, kind)
