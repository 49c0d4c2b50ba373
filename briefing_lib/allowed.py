"""The one error for a value a control, a filter or a figure does not have; its message names those it has."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from typing import Any

from traitlets import TraitError

SHOWN = 20


class NotAllowed(ValueError, TraitError):
    """There is no such value to choose. A `ValueError` to a reader, and to a widget one that changes nothing."""


def check(name: str, value: Any, allowed: Collection[Any]) -> None:
    """Raise `NotAllowed` unless ``value`` is one of ``allowed``.

    >>> check("flow", "sideways", ["export", "import"])
    Traceback (most recent call last):
        ...
    briefing_lib.allowed.NotAllowed: flow: 'sideways' is not one of 'export', 'import'
    >>> check("actor", "Ruto", ["Kenya", "William Ruto"])
    Traceback (most recent call last):
        ...
    briefing_lib.allowed.NotAllowed: actor: 'Ruto' is not one of 'Kenya', 'William Ruto'. Closest: 'William Ruto'
    """
    if value in allowed:
        return
    if not allowed:
        raise NotAllowed(f"{name}: {value!r} cannot be chosen, there is nothing to choose from")
    shown = ", ".join(repr(item) for item in list(allowed)[:SHOWN])
    more = f" and {len(allowed) - SHOWN:,} more" if len(allowed) > SHOWN else ""
    near = ", ".join(repr(item) for item in _closest(value, allowed))
    raise NotAllowed(f"{name}: {value!r} is not one of {shown}{more}{f'. Closest: {near}' if near else ''}")


def _closest(value: Any, allowed: Collection[Any]) -> list[str]:
    """Return up to three of the names that hold what was written, or are written much like it."""
    if not isinstance(value, str) or len(value) < 3:
        return []
    names = [item for item in allowed if isinstance(item, str)]
    holding = [item for item in names if value.casefold() in item.casefold()]
    return (sorted(holding, key=len) or get_close_matches(value, names, 3, 0.7))[:3]
