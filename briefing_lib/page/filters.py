"""The filter that all explorers of a briefing share.

There is one `Filter` a briefing, with one set of widgets shown in each explorer: what is chosen in one is
chosen in all. It hands out the filtered briefing, whose rows keep their index labels.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from threading import RLock
from typing import TYPE_CHECKING, Any
from weakref import WeakMethod, WeakValueDictionary, ref

import ipywidgets as widgets
from IPython import get_ipython

from briefing_lib.allowed import NotAllowed, check
from briefing_lib.page.chooser import Chooser
from briefing_lib.said_by import voices_of
from briefing_lib.view.choices import From, options

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

LISTS = {
    "document": From("documents", "document"),
    "publisher": From("documents", "publisher"),
    "genre": From("documents", "genre"),
    "voice": From("sentences", "voice"),
    "actor": From("actors", "actor"),
    "topic": From("topics", "topic"),
}
_DAY = re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?")  # "", "2024", "2024-04", "2024-04-09"

_filters: WeakValueDictionary[int, Filter] = WeakValueDictionary()


def filter_of(briefing: Briefing) -> Filter:
    """Return the one filter of a briefing; it lives as long as something that uses it."""
    found = _filters.get(id(briefing))  # the filter holds its briefing, so the id is not given to another
    if found is None:
        found = _filters[id(briefing)] = Filter(briefing)
    return found


class Filter:
    """Documents, publishers, genres, period, voices, actors and topics that all explorers of a briefing show.

    Attributes:
        briefing: all of it.
        filtered: what is left of it.
        lock: held while anything is redrawn; page events may come in several threads.
    """

    def __init__(self, briefing: Briefing):
        self.briefing = briefing
        self.filtered = briefing
        self.lock = RLock()
        self._followers: list[tuple[WeakMethod[Callable[[], None]], tuple[str, int]]] = []
        self._quiet = False
        self.decisions = 0
        # Documents are shown with their titles: a stem says little.
        known = zip(briefing.documents["document"], briefing.documents["title"], strict=True)
        self._titled = {document: f"{document}: {title[:60]}" if title else document for document, title in known}
        self._untitled = {tag: document for document, tag in self._titled.items()}
        self.widgets: dict[str, Any] = {
            name: Chooser(name, options=self._offered(name), description=name) for name in LISTS
        }
        for name, hint in (("since", "2024, 2024-04 or 2024-04-09"), ("until", "2024-05")):
            self.widgets[name] = widgets.Text(
                description=name, placeholder=hint, continuous_update=False, style={"description_width": "6.5em"}
            )
        for name, widget in self.widgets.items():
            widget.add_class(f"bl-filter-{name}")
            widget.observe(self._changed, "value")
        self._chosen: list[tuple[ref[object], dict[str, list[str]]]] = []
        self.linked = widgets.ToggleButton(
            value=True,
            description="Linked",
            icon="link",
            tooltip="What is chosen in one figure narrows the others",
            layout={"width": "auto"},
        )
        self.linked.add_class("bl-linked")
        self.linked.observe(self._unlinked, "value")
        self.words = widgets.HTML()
        self._say()

    def _offered(self, name: str) -> list[str]:
        """Return what can be chosen for a filter, as it is shown."""
        if name == "voice":
            return voices_of(self.briefing.sentences, self.briefing.quotations)
        values = options(LISTS[name], self.briefing)
        return [self._titled[value] for value in values] if name == "document" else values

    @property
    def fields(self) -> list[Any]:
        """The widgets in the order in which they are shown; what no document states is not offered."""
        names = ["document", "publisher", "genre", "since", "until", "voice", "actor", "topic"]
        return [self.widgets[name] for name in names if name not in LISTS or self.widgets[name].options]

    def decide(self, decision: Callable[[Briefing], Briefing]) -> None:
        """Apply a researcher's decision to the briefing, for whoever holds it, and have everything redrawn.

        Raises:
            ValueError: it cannot be decided so; nothing is changed.
        """
        with self.lock:
            self.briefing.become(decision(self.briefing))
            self.decisions += 1
            self._quiet = True
            try:
                for name in LISTS:
                    widget = self.widgets[name]
                    widget.options = self._offered(name)
                    widget.value = [value for value in widget.value if value in widget.options]
            finally:
                self._quiet = False
            self._changed()

    @property
    def values(self) -> dict[str, Any]:
        """What is chosen, as the arguments of `Briefing.where`; nothing where nothing is chosen."""
        chosen: dict[str, Any] = {name: list(self.widgets[name].value) for name in LISTS if self.widgets[name].value}
        if "document" in chosen:
            chosen["document"] = [self._untitled[tag] for tag in chosen["document"]]
        since, until = (self.widgets[name].value.strip() for name in ("since", "until"))
        if since or until:
            chosen["period"] = (since, until)
        return chosen

    def set(self, **values: Any) -> None:
        """Choose; what is not named stays as it is. A list, or ``period=(from, to)``; empty means all.

        Raises:
            ValueError: there is no such filter, or no such value in the briefing.
        """
        wanted: dict[str, Any] = {}
        for name, value in values.items():
            if name == "period":
                wanted["since"], wanted["until"] = (_day(item) for item in (value or ("", "")))
                continue
            check("filter", name, [*LISTS, "period"])
            wanted[name] = [value] if isinstance(value, str) and value else list(value or ())
            allowed = list(self._titled) if name == "document" else self.widgets[name].options
            for item in wanted[name]:
                check(name, item, allowed)
            if name == "document":
                wanted[name] = [self._titled[item] for item in wanted[name]]
        with self.lock:
            self._quiet = True
            try:
                for name, value in wanted.items():
                    self.widgets[name].value = value
            finally:
                self._quiet = False
            self._changed()

    def reset(self) -> None:
        """Go back to the whole briefing."""
        self._chosen = []
        self.set(**dict.fromkeys(LISTS, ()), period=("", ""))

    @property
    def selections(self) -> list[dict[str, list[str]]]:
        """What is chosen in views that are still there, in the order in which it was chosen."""
        return [values for owner, values in self._chosen if owner() is not None]

    def choose(self, owner: object, values: dict[str, list[str]]) -> None:
        """Narrow all other views to what was chosen in one, as long as views are linked.

        Args:
            owner: the view in which it was chosen; it is narrowed by the choices made in the others only.
            values: arguments of `Briefing.where`; none to end its choice.
        """
        with self.lock:
            wanted = [(other, chosen) for other, chosen in self._chosen if other() not in (None, owner)]
            if values and self.linked.value:
                wanted.append((ref(owner), values))
            if [chosen for _, chosen in wanted] != self.selections:
                self._chosen = wanted
                self._say()
                self._tell(but=owner)

    def seen_by(self, owner: object) -> Briefing:
        """Return what a view shows: what the filter leaves, narrowed to what is chosen in the other views."""
        seen = self.filtered
        for other, values in self._chosen:
            if other() not in (None, owner):
                named: dict[str, Any] = dict(values)
                seen = seen.where(**named)
        return seen

    def _unlinked(self, change: Any) -> None:
        if not change["new"] and self._chosen:
            with self.lock:
                self._chosen = []
                self._say()
                self._tell()

    def follow(self, redraw: Callable[[], None]) -> None:
        """Have a method called after each change, for as long as its object lives.

        What an earlier run of the same cell showed has gone from the page and is left alone from now on.
        """
        cell, run = place = _cell()
        stale = [old for old in self._followers if cell and old[1][0] == cell and old[1][1] != run]
        self._followers = [old for old in self._followers if old not in stale and old[0]()]
        self._followers.append((WeakMethod(redraw), place))

    def forget(self, redraw: Callable[[], None]) -> None:
        """Stop calling a method."""
        self._followers = [old for old in self._followers if old[0]() not in (None, redraw)]

    @property
    def said(self) -> str:
        """What the filter leaves, in words: ``3 of 5 documents, voice: author, from 2024-04``."""
        return self.said_to(None)

    def said_to(self, owner: object | None) -> str:
        """Say what the filter, and what is chosen in other views than one's own, leave."""
        total, left = len(self.briefing.documents), len(self.filtered.documents)
        noun = "document" if total == 1 else "documents"
        said = [f"All {total:,} {noun}" if left == total else f"{left:,} of {total:,} {noun}"]
        for name, value in self.values.items():
            if name == "period":
                said += [f"{word} {day}" for word, day in zip(("from", "to"), value, strict=True) if day]
            else:
                more = f" and {len(value) - 3} more" if len(value) > 3 else ""
                said.append(f"{name}: {' or '.join(map(str, value[:3]))}{more}")
        chosen = [
            " and ".join(f"{name} {', '.join(values)}" for name, values in selection.items())
            for other, selection in self._chosen
            if other() not in (None, owner)
        ]
        if chosen:
            said.append(f"selected: {', '.join(dict.fromkeys(chosen))}")
        return ", ".join(said)

    def _say(self) -> None:
        self.words.value = f'<span class="bl-words">{escape(self.said)}</span>'

    def _changed(self, _change: Any = None) -> None:
        if self._quiet:
            return
        with self.lock:
            try:
                for name in ("since", "until"):
                    _day(self.widgets[name].value)
                self.filtered = self.briefing.where(**self.values) if self.values else self.briefing
                self._say()
            except Exception as error:
                self.words.value = f'<span class="bl-error" role="alert">{escape(str(error))}</span>'
                raise
            self._tell()

    def _tell(self, but: object | None = None) -> None:
        """Have all followers redraw, but for one."""
        problem: Exception | None = None
        for follower, _ in list(self._followers):
            redraw = follower()
            try:
                if redraw and (but is None or getattr(redraw, "__self__", None) is not but):
                    redraw()
            except Exception as error:  # one explorer that fails does not keep the others from following
                problem = problem or error
        if problem:
            raise problem


def _cell() -> tuple[str, int]:
    """Return the notebook cell that is running and the number of this run; JupyterLab says which, others may not."""
    shell = get_ipython()
    parent = shell.get_parent() if hasattr(shell, "get_parent") else {}
    return str(parent.get("metadata", {}).get("cellId", "")), getattr(shell, "execution_count", 0)


def _day(value: str) -> str:
    if not _DAY.fullmatch(value.strip()):
        raise NotAllowed(f"period: {value!r} is no date; write 2024, 2024-04 or 2024-04-09")
    return value.strip()
