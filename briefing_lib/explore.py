"""Pairs a view with controls, the shared filter and the words behind each mark.

    explorer = explore(view.chronology, briefing)

The explorer is a widget. Its controls come from the view's signature; a click on a mark of the figure opens
the sentences behind it; the filter is shared by all explorers of the briefing. Whatever goes wrong in a
callback is shown in the explorer, because a notebook page does not show it, and is raised as well, so that a
cell that sets a control fails where its view does.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import pandas as pd
from IPython.display import display

from briefing_lib.allowed import check
from briefing_lib.alternative import alternative
from briefing_lib.evidence import Pieces, evidence
from briefing_lib.figure import Figure, key_of, labels_of
from briefing_lib.page.controls import make_controls, name_of, values_of
from briefing_lib.page.filters import filter_of
from briefing_lib.page.narrowings import common, narrowings
from briefing_lib.page.panel import EvidencePanel, TablePanel, parts_of
from briefing_lib.still import still
from briefing_lib.view import View
from briefing_lib.view.drawing import theme
from briefing_lib.view.drawing.marks import largest
from briefing_lib.view.events.names import names_of

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

MOST_MARKS = 300
"""Marks listed to choose from without a mouse."""

NONE_LEFT = "No document is left by the filter."
NONE_READ = "No document was read: briefing.problems says why, and what to do."

STYLE = f"<style>{(Path(__file__).parent / 'page' / 'explorer.css').read_text(encoding='utf-8')}</style>"


def explore(view: Callable[..., View], briefing: Briefing, **values: Any) -> Explorer:
    """Show a view with controls for its parameters and the words behind each of its marks.

    Args:
        view: a function of the briefing and control values that returns a `View`.
        briefing: what to look at.
        values: first values of controls, by name; the view's own defaults for the others.

    Returns:
        A widget: the last line of a cell, or `display` it.

    Raises:
        ValueError: there is no such control, or no such value of it.
    """
    return Explorer(view, briefing, **values)


class Explorer(widgets.VBox):
    """A view with its controls, its figure, and the words and the table behind it.

    Attributes:
        controls: widgets by the name of the view's parameter; ``controls["least"].value = 3`` redraws.
        filter: the filter shared by all explorers of the briefing.
        view: what the view last returned.
    """

    def __init__(self, view: Callable[..., View], briefing: Briefing, **values: Any):
        self._function = view
        self.name = name_of(view)
        self.filter = filter_of(briefing)
        self.controls = make_controls(view, briefing, values)
        self.view = _nothing("")
        self.selected = ""
        self._quiet = False
        self._labels: dict[str, str] = {}
        self._figure = Figure(self.view.figure, name=self.name)
        self._figure.add_class("bl-explorer-figure")
        self._figure.observe(self._clicked, "clicked")
        self._error = widgets.HTML()
        self._decisions = self.filter.decisions
        self._panel = EvidencePanel(self.filter.briefing, self.filter.decide)
        self._table = TablePanel()
        self._marks = widgets.Dropdown(description="sentences behind", style={"description_width": "initial"})
        self._marks.add_class("bl-mark")
        self._marks.observe(self._chosen, "value")
        self._narrow = _row()
        for control in self.controls.values():
            control.observe(self._redraw, "value")
        super().__init__([widgets.HTML(STYLE), self._head(), *self._rows()])
        self.add_class("bl-explorer")
        self.add_class(f"bl-{self.name}")
        self.filter.follow(self._redraw)
        self._redraw()

    def _head(self) -> widgets.Widget:
        opened = widgets.ToggleButton(description="Filter", icon="filter", layout={"width": "auto"})
        reset = widgets.Button(description="Reset", icon="undo", layout={"width": "auto"}, tooltip="Remove the filter")
        opened.add_class("bl-filter")
        reset.add_class("bl-reset")
        reset.on_click(lambda _: self.reset())
        scope = widgets.HTML("For all figures of this notebook; dates are those of publication.")
        fields = widgets.VBox([scope, *self.filter.fields], layout={"display": "none"})
        fields.add_class("bl-fields")
        opened.observe(lambda change: setattr(fields.layout, "display", "" if change["new"] else "none"), "value")
        return widgets.VBox([_row(opened, self.filter.linked, reset, self.filter.words), fields])

    def _rows(self) -> list[widgets.Widget]:
        controls = [_row(*self.controls.values())] if self.controls else []
        return [*controls, self._error, self._figure, _row(self._marks, self._narrow), self._panel, self._table]

    def select(self, key: str) -> None:
        """Choose a mark and show the sentences behind it; an empty key chooses none.

        As long as views are linked, the others of the briefing are narrowed to the actor, topic or voice that the rows
        behind the mark have in common.

        Raises:
            ValueError: the figure has no such mark; the message names those it has.
        """
        if key:
            check("mark", key, list(self.view.marks))
        with self.filter.lock:
            self.selected = key
            self._show_figure()
            self._show_evidence()
            self.filter.choose(self, common(self.filter.briefing, self.view.marks.get(key, [])))

    @property
    def evidence(self) -> Pieces:
        """The words behind the chosen mark, all of them."""
        return self._panel.evidence

    @property
    def table(self) -> pd.DataFrame:
        """The table behind the figure."""
        return self.view.table

    def where(self, **values: Any) -> None:
        """Filter all explorers of the briefing: ``where(actor=["Kenya"], period=("2024-04", ""))``."""
        self.filter.set(**values)

    def reset(self) -> None:
        """Remove the filter, for all explorers of the briefing."""
        self.filter.reset()

    def __repr__(self) -> str:
        rows = sum(len(rows) for rows in self.view.marks.values())
        return f"Explorer({self.name}: {len(self.view.marks)} marks, {rows} rows)"

    def _ipython_display_(self) -> None:
        """Show a page for readers without a kernel, and the widget that takes its place; see `briefing_lib.still`."""
        page = still(self.view, self._words(), self.selected, partial(evidence, self.filter.briefing))
        display({"text/html": page, "text/plain": repr(self)}, raw=True)
        display(self._repr_mimebundle_(), raw=True)

    def _words(self) -> str:
        """Say what the filter and the controls are set to."""
        said = [f"{name.replace('_', ' ')}: {_shown(control.value)}" for name, control in self.controls.items()]
        return ". ".join([self.filter.said_to(self), *([", ".join(said)] if said else [])]) + "."

    def _redraw(self, _change: Any = None) -> None:
        with self.filter.lock:
            self._figure.busy = True
            behind = set(self.view.marks.get(self.selected, []))
            try:
                self._follow_decisions()
                briefing = self.filter.seen_by(self)
                if len(briefing.documents):
                    self.view = self._function(briefing, **values_of(self.controls))
                    if not self.view.figure.data and not self.view.figure.layout.annotations:
                        self.view = self.view._replace(figure=_nothing("There is nothing to show.").figure)
                else:
                    self.view = _nothing(NONE_LEFT if len(self.filter.briefing.documents) else NONE_READ)
                self._error.value = ""
            except Exception as error:
                self.view = _nothing("The figure could not be made.")
                self._error.value = f'<div class="bl-error" role="alert">{escape(_said(error))}</div>'
                raise
            finally:
                if self._decisions != self.filter.decisions:  # events are numbered anew: the mark is where its rows are
                    found = {key: len(behind.intersection(rows)) for key, rows in self.view.marks.items()}
                    self.selected = max(found, key=lambda key: found[key]) if any(found.values()) else ""
                    self._decisions = self.filter.decisions
                if self.selected not in self.view.marks:
                    self.selected = ""
                    self.filter.choose(self, {})
                self._list_marks()
                self._show_figure()
                self._show_evidence()
                self._table.show(self.view.listed, self.name, self.view.files)
                self._figure.busy = False

    def _follow_decisions(self) -> None:
        """Offer in the controls what the tables hold after a decision."""
        if self._decisions == self.filter.decisions:
            return
        for name, fresh in make_controls(self._function, self.filter.briefing, {}).items():
            control = self.controls[name]
            if getattr(fresh, "options", None) != getattr(control, "options", None):
                control.unobserve(self._redraw, "value")
                kept = control.value
                control.options = fresh.options
                with suppress(ValueError):  # what is offered no longer: the first, which is all
                    control.value = kept
                control.observe(self._redraw, "value")
            fresh.close()

    def _show_figure(self) -> None:
        label = alternative(self.view, self._labels)
        self._figure.show(self.view.figure, name=self.name, label=label, selected=self.selected)

    def _show_evidence(self) -> None:
        self._quiet = True
        try:
            self._marks.value = self.selected
        except widgets.trait_types.traitlets.TraitError:
            self._marks.value = ""
        finally:
            self._quiet = False
        self._offer_narrowing()
        label, rows = self._labels.get(self.selected, self.selected), self.view.marks.get(self.selected, [])
        self._panel.show(label, rows, parts_of(self.selected), self.view.notes.get(self.selected, ()))
        for part in (self._marks, self._panel):  # nothing to click, nothing to be told how
            part.layout.display = "" if self.view.marks else "none"

    def _list_marks(self) -> None:
        self._labels = labels_of(self.view.figure)
        marks = largest(self.view.marks, MOST_MARKS)
        # What has no date is not drawn, and no point says who it is.
        self._labels |= names_of(self.filter.briefing.events, [key for key, _ in marks if key not in self._labels])
        self._quiet = True
        try:
            self._marks.options = [("choose a mark …", "")] + [
                (f"{self._labels.get(key, key)} ({len(rows):,})", key) for key, rows in marks
            ]
        finally:
            self._quiet = False

    def _clicked(self, change: Any) -> None:
        key = key_of(change["new"].get("customdata"))
        if key in self.view.marks:
            self.select(key)

    def _chosen(self, change: Any) -> None:
        if not self._quiet and change["new"] != self.selected:
            self.select(change["new"] or "")

    def _offer_narrowing(self) -> None:
        """Offer to narrow all views of the briefing to what the chosen mark has in common."""
        buttons = []
        for words, values in narrowings(self.filter.briefing, self.view.marks.get(self.selected, [])).items():
            button = widgets.Button(description=words, icon="filter", layout={"width": "auto"}, tooltip="In all views")
            button.on_click(partial(self._narrowed, values))
            buttons.append(button)
        self._narrow.children = tuple(buttons)

    def _narrowed(self, values: dict[str, list[str]], _button: Any) -> None:
        self.where(**values)


def _row(*children: widgets.Widget) -> widgets.Widget:
    row = widgets.HBox(children)
    row.add_class("bl-row")
    return row


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value) or "all"


def _said(error: Exception) -> str:
    return str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"


def _nothing(words: str) -> View:
    """A figure that says why it is empty."""
    return View(theme.nothing("", words), pd.DataFrame(), {})
