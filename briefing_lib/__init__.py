"""Read a folder of diplomatic documents into tables, and explore them with the evidence at hand.

>>> import briefing_lib as bl
>>> briefing = bl.read_briefing()
>>> len(briefing.documents)
5
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing_lib import export, view
    from briefing_lib.briefing import Briefing, open_briefing, read_briefing
    from briefing_lib.evidence import evidence
    from briefing_lib.explore import explore
    from briefing_lib.page.reader import open_document
    from briefing_lib.report import write_report
    from briefing_lib.view.ties.graph import save_network

__all__ = [
    "Briefing",
    "evidence",
    "explore",
    "export",
    "open_briefing",
    "open_document",
    "read_briefing",
    "save_network",
    "view",
    "write_report",
]

# Imported when first asked for: parsing needs no plotly, and a single extractor no pandas tables of the rest.
_HOMES = {
    "Briefing": "briefing_lib.briefing",
    "open_briefing": "briefing_lib.briefing",
    "read_briefing": "briefing_lib.briefing",
    "evidence": "briefing_lib.evidence",
    "explore": "briefing_lib.explore",
    "open_document": "briefing_lib.page.reader",
    "save_network": "briefing_lib.view.ties.graph",
    "write_report": "briefing_lib.report",
}


def __getattr__(name: str) -> Any:
    if name in ("export", "view"):
        return import_module(f"briefing_lib.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'briefing_lib' has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """Keeps ``evidence`` and ``explore`` the functions, where importing the modules would put the modules."""

    def __setattr__(self, name: str, value: Any) -> None:
        module_of_function = name in _HOMES and isinstance(value, ModuleType)
        super().__setattr__(name, getattr(value, name) if module_of_function else value)


sys.modules[__name__].__class__ = _Package
