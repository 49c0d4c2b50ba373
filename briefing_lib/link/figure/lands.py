"""Tells places apart by their size: a part of the world, a province, a spot too small to trade for itself."""

from __future__ import annotations

from functools import cache

from briefing_lib import lexicon

AREAS = ("continent", "region")  # what an epithet calls a part of the world: "the continent"


@cache
def _areas() -> dict[str, str]:
    return {row["actor"]: row["kind"] for row in lexicon.rows("places") if row["kind"] in AREAS}


def is_area(place: str, kind: str) -> bool:
    """Say whether a place is a part of the world of a kind, a continent or a region.

    >>> is_area("Africa", "continent"), is_area("Lusaka", "continent")
    (True, False)
    """
    return _areas().get(place) == kind


@cache
def _spots() -> frozenset[str]:
    """Places too small to trade for themselves: a city, a mountain, a strait."""
    large = ("region", "continent", "island", "province")
    kinds = [(row["actor"], row["kind"]) for row in lexicon.rows("places")]
    return frozenset(
        {name for name, kind in kinds if kind not in large} - {name for name, kind in kinds if kind in large}
    )


def is_spot(place: str) -> bool:
    """Say whether a place is too small to trade for itself: a city, a mountain, a strait."""
    return place in _spots()


@cache
def _provinces() -> dict[str, str]:
    states: dict[str, str] = {}
    for row in lexicon.rows("states"):
        if row["type"] == "state":
            states.setdefault(row["country"], row["actor"])
    rows = [row for row in lexicon.rows("places") if row["kind"] == "province" and row["country"]]
    return {row["actor"]: states.get(row["country"], "") for row in rows}


def state_of_province(place: str) -> str:
    """Return the state of a province, or the place itself.

    >>> state_of_province("Ontario"), state_of_province("Peru")
    ('Canada', 'Peru')
    """
    return _provinces().get(place) or place
