"""Views: pure functions from tables and control values to a figure and the rows behind each of its marks.

A view is called ``name(briefing, *, control=value, ...)``; its signature says what its controls are. Nothing
here knows widgets. A view loads when it is first used, so that importing the package stays quick.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing_lib.view.drawing.listing import Listing

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from briefing_lib.view.accounts import accounts
    from briefing_lib.view.agreements import agreements
    from briefing_lib.view.chronology import chronology
    from briefing_lib.view.concordance import concordance
    from briefing_lib.view.cooccurrence import cooccurrence
    from briefing_lib.view.formulas import formulas
    from briefing_lib.view.gaps import gaps
    from briefing_lib.view.keyness import keyness
    from briefing_lib.view.outcomes import outcomes
    from briefing_lib.view.overview import overview
    from briefing_lib.view.sources import sources
    from briefing_lib.view.statistics import statistics
    from briefing_lib.view.topics import topics

__all__ = [
    "View",
    "accounts",
    "agreements",
    "chronology",
    "concordance",
    "cooccurrence",
    "formulas",
    "gaps",
    "keyness",
    "outcomes",
    "overview",
    "sources",
    "statistics",
    "topics",
]


class _Returned(NamedTuple):
    figure: go.Figure
    listed: pd.DataFrame | Listing
    marks: Mapping[str, Any]
    files: Mapping[str, Callable[[], bytes]] = MappingProxyType({})
    notes: Mapping[str, list[str]] = MappingProxyType({})


class View(_Returned):
    """What a view returns.

    Attributes:
        figure: the picture. Each point of it that can be clicked carries the key of its mark as ``customdata``.
        table: the numbers of the picture, and what it had to leave out, one row a mark or item.
        marks: for each key, the rows behind the mark as (name of the table, index label). A number shown for
            a mark is the number of its rows.
        files: further files of what is shown, by their ending: functions that write them.
        notes: for each key, what is said of the mark above its rows.
        listed: the table, or what puts it together when ``table`` is asked for.
    """

    __slots__ = ()

    def __new__(
        cls,
        figure: go.Figure,
        table: pd.DataFrame | Listing,
        marks: Mapping[str, Any],
        files: Mapping[str, Callable[[], bytes]] = MappingProxyType({}),
        notes: Mapping[str, list[str]] = MappingProxyType({}),
    ) -> View:
        return super().__new__(cls, figure, table, marks, files, notes)

    @property
    def table(self) -> pd.DataFrame:
        """The numbers of the picture."""
        return self.listed.frame if isinstance(self.listed, Listing) else self.listed

    def __iter__(self) -> Iterator[Any]:
        return iter((self.figure, self.table, self.marks, self.files, self.notes))


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{name}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """Keeps ``view.topics`` the function: importing the module of that name would put the module there."""

    def __setattr__(self, name: str, value: Any) -> None:
        module_of_view = name in __all__ and isinstance(value, ModuleType)
        super().__setattr__(name, getattr(value, name) if module_of_view else value)


sys.modules[__name__].__class__ = _Package
