"""Read a folder of diplomatic documents into tables, and explore them with the evidence at hand.

>>> import briefing_lib as bl
>>> briefing = bl.read_briefing()
>>> len(briefing.documents)
5
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefing_lib.briefing import Briefing, open_briefing, read_briefing

if TYPE_CHECKING:
    from briefing_lib import view
    from briefing_lib.evidence import evidence
    from briefing_lib.explore import explore

__all__ = ["Briefing", "evidence", "explore", "open_briefing", "read_briefing", "view"]

# What draws is imported when first asked for: parsing needs neither widgets nor plotly.
_LAZY = {"view": "briefing_lib.view", "evidence": "briefing_lib.evidence", "explore": "briefing_lib.explore"}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'briefing_lib' has no attribute {name!r}")
    module = import_module(_LAZY[name])
    return module if name == "view" else getattr(module, name)
