"""Tables to the files and tables that other programs and projects expect; functions of tables, without widgets."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing_lib.export.ical import to_ical
    from briefing_lib.export.timelinejs import to_timelinejs
    from briefing_lib.export.travel import visits

__all__ = ["to_ical", "to_timelinejs", "visits"]

_HOMES = {"to_ical": "ical", "to_timelinejs": "timelinejs", "visits": "travel"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
