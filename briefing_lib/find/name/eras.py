"""Whose seat a city or palace was when a document was written: Moscow the Soviet Union's until 1991, Bonn West
Germany's until 1990."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.gazetteer import Sense


class Era(NamedTuple):
    """What a seat stood for, from a day up to another; ``sense`` is None while it was no seat."""

    since: str
    until: str
    sense: Sense | None


@cache
def _eras() -> dict[str, list[Era]]:
    eras: dict[str, list[Era]] = {}
    for row in lexicon.rows("seat_eras"):
        sense = Sense(row["actor"], "state", row["country"], row["kind"]) if row["actor"] else None
        eras.setdefault(row["alias"], []).append(Era(row["from"], row["until"], sense))
    return eras


def seat_on(words: str, sense: Sense, published: str, is_named: Callable[[str], bool]) -> Sense | None:
    """Return what a seat of government stands for in a document.

    Args:
        words: the seat as written.
        sense: what it stands for today.
        published: the document's date (EDTF), or ''.
        is_named: tells whether the document names a state; where it has no date, a state of the past that it names
            counts, if it does not name today's.

    Returns:
        What it stood for then, None if it was no seat then.

    >>> today = Sense("Russia", "state", "RUS", "capital")
    >>> [seat_on("Moscow", today, day, lambda state: False).actor for day in ("1975-08-01", "1975", "2005-05", "")]
    ['Soviet Union', 'Soviet Union', 'Russia', 'Russia']
    """
    eras = _eras().get(words) or _eras().get(words.title())
    if not eras:
        return sense
    day = published[:10].rstrip("~?%")
    if day:
        for era in eras:
            if era.since[: len(day)] <= day and (not era.until or day < era.until[: len(day)]):
                return era.sense
        return sense
    past = [era.sense for era in eras if era.sense and era.sense.actor != sense.actor and is_named(era.sense.actor)]
    return past[-1] if past and not is_named(sense.actor) else sense
