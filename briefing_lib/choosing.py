"""What a researcher may narrow a briefing to: names that it has, and periods."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from briefing_lib.allowed import NotAllowed, check
from briefing_lib.counting.at_hand import numbered
from briefing_lib.find.edtf import bounds
from briefing_lib.said_by import voices_of

_COLUMNS = {
    "document": ("documents", "document"),
    "publisher": ("documents", "publisher"),
    "genre": ("documents", "genre"),
    "actor": ("actors", "actor"),
    "topic": ("topics", "topic"),
}


def check_names(tables: Mapping[str, pd.DataFrame], chosen: Mapping[str, Collection[str]]) -> None:
    """Raise an error for a name that stands nowhere in the tables.

    Args:
        tables: all tables of the briefing, before anything was left out.
        chosen: names by what they are of: ``document``, ``publisher``, ``genre``, ``voice``, ``actor``, ``topic``.

    Raises:
        ValueError: the message says which name, and which come closest.
    """
    for name, values in chosen.items():
        if not values:
            continue
        if name == "voice":
            known = voices_of(tables["sentences"], tables["quotations"])
        else:
            table, column = _COLUMNS[name]
            known = sorted(value for value in numbered(tables[table], column).values if value)
        for value in values:
            check(name, value, known)


def window(period: str | tuple[str, str]) -> tuple[str, str]:
    """Return the first and the last day of a period, as ISO dates; an open end stays empty.

    Args:
        period: a year, month or day (``2024``, ``2024-04``, ``2024-04-09``), or the first and last of them.

    Raises:
        ValueError: an end cannot be read; the message says how to write one.

    >>> window("2024-04"), window(("2023", "2024-02")), window(("", "2024"))
    (('2024-04-01', '2024-04-30'), ('2023-01-01', '2024-02-29'), ('', '2024-12-31'))
    """
    since, until = (period, period) if isinstance(period, str) else period
    return _end(since, 0), _end(until, 1)


def _end(words: str, which: int) -> str:
    if not words.strip():
        return ""
    day = bounds(words.strip())[which]
    if not day:
        raise NotAllowed(f"period: {words!r} is no date; write 2024, 2024-04 or 2024-04-09")
    return day
