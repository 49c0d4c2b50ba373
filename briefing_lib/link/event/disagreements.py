"""Where the sources of one event differ on place, day, status or parties: shown side by side, never averaged.

A month and a day within it, a city and its state, a list and a part of it do not differ. Neither does what changed with
time: that a planned meeting was held later is its history.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from briefing_lib.link.event.groups import AHEAD, same_parties, same_place
from briefing_lib.tables import Meeting

Told = TypeVar("Told")
Days = tuple[str, str]


def disagreements(rows: Sequence[Meeting], family: str) -> list[str]:
    """Return what the sources of an event differ on, each as what, and who says which: "place: Lima (a), Quito (b)".

    Args:
        rows: its mentions, in order of report.
        family: kind of meeting, by which lists of parties are compared.
    """
    places = [(row.place, row.place, row) for row in rows if row.place]
    found = [_differ("place", places, same_place)]
    for what, kept in (("date", [r for r in rows if r.status == "held"]), ("planned date", _ahead(rows))):
        days = [((row.earliest, row.latest), row.edtf, row) for row in kept if row.earliest and row.latest]
        found.append(_differ(what, days, partial(_meet, [span for span, _, _ in days])))
    found.append(_differ("status", [(row.status, row.status, row) for row in rows], _may_both_be))
    parties = [(row.participants, " | ".join(row.participants), row) for row in rows if row.participants]
    found.append(_differ("participants", parties, lambda a, b: same_parties(a, b, family, dated=True)))
    return [line for line in found if line]


def _ahead(rows: Sequence[Meeting]) -> list[Meeting]:
    return [row for row in rows if row.status in AHEAD and row.status not in ("postponed", "cancelled")]


def _meet(told: Sequence[Days], a: Days, b: Days) -> bool:
    """Tell whether two dates may be of one meeting: they overlap, or somebody tells of one that lasted over both."""
    first, last = min(a[0], b[0]), max(a[1], b[1])
    return a[0] <= b[1] and b[0] <= a[1] or any(start <= first and last <= end for start, end in told)


def _may_both_be(a: str, b: str) -> bool:
    """Tell whether one status may follow the other: what is denied never was; what was called off was not held."""
    return a == b or "denied" not in (a, b) and {a, b} != {"held", "cancelled"}


def _differ(what: str, told: list[tuple[Told, str, Meeting]], agree: Callable[[Told, Told], bool]) -> str:
    """Return the values of which some source's does not agree with another's, each with its sources."""
    against = {
        words
        for value, words, row in told
        if any(source_of(row) != source_of(other) and not agree(value, second) for second, _, other in told)
    }
    sources: dict[str, list[str]] = {}
    for _, words, row in told:
        if words in against:
            sources.setdefault(words, []).append(source_of(row))
    said = [f"{words} ({', '.join(dict.fromkeys(those))})" for words, those in sources.items()]
    return f"{what}: {', '.join(said)}" if said else ""


def source_of(row: Meeting) -> str:
    """Return who says so: the document, and the voice in it if it is not the document's own."""
    return row.document if row.voice in ("author", "journalist", "") else f"{row.voice} in {row.document}"
