"""Tells on which day a dispatch was filed: its "today" is the day of its dateline, not the next day's paper's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from briefing_lib.find.date.spans import Reading
from briefing_lib.find.edtf import parts

_LATE = 6  # days after which a dispatch is printed at the latest
# "CAIRO, [Nov 13]", "From Our Correspondent, BONN, [Nov. 13]", "Abu Dhabi, [3 May]"
_PLACE = re.compile(r"(?:From\s[^\n]{3,40}?,?\s)?(?:[A-Z][A-Z.’'-]+\s?){1,4},\s$")
# "[.—]", "[ (Reuters) -]", "[\n]": behind the day
_FILES = re.compile(r"\.?(?:,?\s\d{4})?\.?,?\s*(?:\([^)\n]{2,40}\)|/[A-Z][^/\n]{1,30}/)?\s*(?:--?\s|[–—]|:\s|\n|$)")


def filed_on(text: str, published: str, readings: Sequence[Reading]) -> list[tuple[int, str]]:
    """Return where the dispatches of a text begin, and the day each was filed on, where that is before publication.

    Args:
        text: the document's text.
        published: date of publication as EDTF, or an empty string.
        readings: its temporal expressions, in order.

    >>> text = "BONN, Nov 13.— The talks ended today."
    >>> filed_on(text, "1974-11-14", [Reading(6, 12, ("date", 11, 13, 0), 0)])
    [(0, '1974-11-13')]
    """
    year, month, day = parts(published)
    if not day or len(published) != 10:
        return []
    found: list[tuple[int, str]] = []
    told = date(year, month, day)
    for reading in readings:
        kind, *values = reading.meaning
        line = text.rfind("\n", 0, reading.start) + 1
        if kind not in ("date", "stated") or reading.start - line > 70 or not _PLACE.match(text[line : reading.start]):
            continue
        if not _FILES.match(text, reading.end):
            continue
        day_of = _day(kind, values, told)
        if day_of and 0 <= (told - day_of).days <= _LATE:
            found.append((line, day_of.isoformat()))
    return found if any(day != published for _, day in found) else []


def _day(kind: str, values: Sequence[object], told: date) -> date | None:
    """Return the day a dateline names; one without a year is the last such day before publication."""
    if kind == "stated":
        first = str(values[0])
        return date.fromisoformat(first) if len(first) == 10 and first == values[1] else None
    month, day = values[0], values[1]
    if not isinstance(month, int) or not isinstance(day, int) or not month or not day or values[2]:
        return None
    for year in (told.year, told.year - 1):
        try:
            there = date(year, month, day)
        except ValueError:
            continue
        if there <= told:
            return there
    return None
