"""Tells on which day a transcript was spoken: its "yesterday" is the day before that, not before it was published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing_lib.find.date.spans import Reading
from briefing_lib.find.edtf import parts
from briefing_lib.tables import Sentence

DAY_SPOKEN = "the day it was spoken"  # in a basis, where else "publication" stands
SPOKEN = ("statement", "question", "answer")
_LATE = 31  # days after which a transcript is published at the latest


def spoken_on(sentences: Sequence[Sentence], published: str, readings: Sequence[Reading]) -> str:
    """Return the day stated above the first words spoken, as an ISO date; '' if there is none or it is too long ago.

    Args:
        sentences: the document's sentences, in order.
        published: date of publication as EDTF, or an empty string.
        readings: its temporal expressions, in order.

    >>> head = Sentence("d#1", "d", 1, 0, 31, "Press conference of 3 May 2016", "author", "heading")
    >>> said = Sentence("d#2", "d", 2, 32, 60, "We met yesterday.", "Ann Lee", "answer")
    >>> day = Reading(20, 30, ("stated", "2016-05-03", "2016-05-03", "stated"), 0)
    >>> spoken_on([head, said], "2016-05-06", [day]), spoken_on([head, said], "2018-05-06", [day])
    ('2016-05-03', '')
    """
    first = next((number for number, sentence in enumerate(sentences) if sentence.kind in SPOKEN), 0)
    for reading in readings:
        if reading.sentence >= first:
            break
        kind, *values = reading.meaning[:3]
        if kind == "stated" and len(values[0]) == 10 and values[0] == values[1]:
            return values[0] if _fits(values[0], published) else ""
    return ""


def _fits(day: str, published: str) -> bool:
    year, month, of_month = parts(published.partition("/")[2] or published)
    if not of_month:
        return not year or (year, month or 12) >= (int(day[:4]), int(day[5:7]))
    return 0 <= (date(year, month, of_month) - date.fromisoformat(day)).days <= _LATE
