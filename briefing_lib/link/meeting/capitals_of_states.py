"""Which town governs a state."""

from __future__ import annotations

from functools import cache

from briefing_lib import lexicon


@cache
def _capitals() -> dict[str, str]:
    capitals: dict[str, str] = {}
    for row in lexicon.rows("seats"):
        if row["kind"] == "capital":
            capitals.setdefault(row["actor"], row["alias"])
    return capitals


def capital_of(state: str) -> str:
    """Return the capital of a state; empty if it is not known.

    >>> capital_of("Nigeria"), capital_of("Atlantis")
    ('Abuja', '')
    """
    return _capitals().get(state, "")
