"""The reader: a document as a page, with what the machine made of it coloured on demand.

    reader = open_document(briefing, "harbour")

Layers are switched on and off, a pointer over the words says what the machine made of them, a click opens the
row and sets ``reader.selected``. The page comes as HTML in one trait, and all that a reader chooses is in others,
so that a reloaded page shows the same, and a page without a kernel can show it too.
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import ipywidgets as widgets
import traitlets
from IPython.display import display

from briefing_lib.allowed import check
from briefing_lib.evidence import Anchor, Pieces, Row, anchors, document_page, evidence
from briefing_lib.evidence.document_page import NO_SHEET, sheet_of
from briefing_lib.evidence.layers import (
    LAYERS,
    OPENED,
    SHOWN,
    Mark,
    blocks_of,
    find_again,
    find_mark,
    in_order,
    mark_at,
    marks_of,
)
from briefing_lib.page.correction_form import CorrectionForm
from briefing_lib.page.filters import filter_of
from briefing_lib.still.reading import still_page

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing


class Page(anywidget.AnyWidget):
    """The page itself: what it shows is all in its traits.

    Traits:
        documents: what there is to read, as pairs of name and title.
        document: name of the one that is read.
        sheet: its page; see `briefing_lib.evidence.document_page.sheet_of`.
        layers: the layers there are, as pairs of name and meaning.
        shown: names of those that are coloured.
        walk: the layer that next and previous walk through; empty for all that are coloured.
        at: number of the chosen mark, or -1.
        opened: whether its row is open.
        asked, answered: how often a reader was sent to a place, and how often the page has brought it into sight.
    """

    _esm = Path(__file__).with_suffix(".js")
    _css = Path(document_page.__file__).with_suffix(".css")
    documents: Any = traitlets.List().tag(sync=True)
    document = traitlets.Unicode().tag(sync=True)
    sheet = traitlets.Dict().tag(sync=True)
    layers: Any = traitlets.List().tag(sync=True)
    shown = traitlets.List(traitlets.Unicode()).tag(sync=True)
    walk = traitlets.Unicode().tag(sync=True)
    at = traitlets.Int(-1).tag(sync=True)
    opened = traitlets.Bool(False).tag(sync=True)
    asked = traitlets.Int(0).tag(sync=True)
    answered = traitlets.Int(0).tag(sync=True)

    def __repr__(self) -> str:
        return f"Page({self.document!r})"


def open_document(
    briefing: Briefing, document: str = "", row: Row | None = None, layers: Collection[str] = SHOWN
) -> Reader:
    """Show a document as a page, with what the machine made of it.

    Args:
        briefing: what to read.
        document: which document to begin with; the first, or that of the row, if empty.
        row: a row to open: ``("meetings", 12)``.
        layers: layers to colour: actors, titles, quotations, dates, figures, numbers, meetings, topics.

    Returns:
        A widget: the last line of a cell, or `display` it. Its ``selected`` is the row a reader opened.

    Raises:
        ValueError: there is no such document, row or layer.
    """
    return Reader(briefing, document, row, layers)


class Reader(widgets.VBox):
    """A document as a page, and the documents there are to choose from.

    Attributes:
        filter: the filter shared by all explorers of the briefing; documents it leaves out are not offered.
        selected: ``(table, index label)`` of the chosen row, or an empty tuple; can be observed.
    """

    selected = traitlets.Tuple()

    def __init__(self, briefing: Briefing, document: str = "", row: Row | None = None, layers: Collection[str] = SHOWN):
        self.filter = filter_of(briefing)
        for layer in layers:
            check("layer", layer, list(LAYERS))
        self._marks: list[Mark] = []
        self._place: Anchor | None = None
        self._seen: tuple[Any, int] = (None, 0)
        self._quiet = False
        self._error = widgets.HTML()
        self.page = Page(
            layers=[[layer.name, layer.meaning] for layer in LAYERS.values()], shown=[n for n in LAYERS if n in layers]
        )
        self.page.observe(self._turned, "document")
        self.page.observe(self._chosen, ["at", "opened"])
        self.form = CorrectionForm(briefing, self.filter.decide)
        super().__init__([self.filter.words, self._error, self.page, self.form], layout={"width": "100%"})
        self.add_class("bl-reading")
        self.filter.follow(self._redraw)
        self.read(document, row)

    def read(self, document: str = "", row: Row | None = None) -> None:
        """Show another document, or the place a row rests on, with its row open.

        Raises:
            ValueError: there is no such document, or the filter leaves it out; or there is no such row.
        """
        places = [
            place for place in (anchors(self.filter.briefing, [row]) if row else []) if document in ("", place.document)
        ]
        if places:
            self.go(places[0])
            return
        if document:
            check("document", document, self._offered())
        with self.filter.lock:
            self._show(document, None)

    def go(self, place: Anchor) -> None:
        """Show a place a row rests on, in whichever document: what stands as evidence can be read."""
        with self.filter.lock:
            self._show(place.document, place if place.end > place.start else None)
            self.page.asked += 1

    def next(self) -> None:
        """Choose the next piece of evidence, as the key n does."""
        self._step(1)

    def previous(self) -> None:
        """Choose the piece of evidence before, as the key p does."""
        self._step(-1)

    @property
    def document(self) -> str:
        """Name of the document that is shown."""
        return self.page.document

    @property
    def layers(self) -> list[str]:
        """Layers that are coloured; can be set."""
        return list(self.page.shown)

    @layers.setter
    def layers(self, names: Collection[str]) -> None:
        for name in names:
            check("layer", name, list(LAYERS))
        self.page.shown = [name for name in LAYERS if name in names]

    @property
    def evidence(self) -> Pieces:
        """The words the chosen row rests on, in this document and in others."""
        return evidence(self.filter.briefing, [self.selected] if self.selected else [])

    def __repr__(self) -> str:
        return f"Reader({self.document}: {len(self._marks):,} marks)"

    def _ipython_display_(self) -> None:
        """Show a page for readers without a kernel, and the widget that takes its place; see `briefing_lib.still`."""
        if self.document:
            whole, sheet = self.filter.briefing, self.page.sheet
            text, blocks = whole.text(self.document), blocks_of(whole, self.document)
            page = still_page(sheet["title"], sheet["about"], text, blocks, self._marks, self.layers, self.page.at)
            display({"text/html": page, "text/plain": repr(self)}, raw=True)
        display(self._repr_mimebundle_(), raw=True)

    def _offered(self) -> list[str]:
        return self.filter.filtered.documents["document"].tolist()

    def _redraw(self) -> None:
        """Follow the filter, and decisions: the document and the chosen row stay where they still are."""
        with self.filter.lock:
            if self._seen[0] is self.filter.filtered and self._seen[1] == self.filter.decisions:
                return  # another view's choice: a document is read whole
            kept = self.document if self.document in self._offered() else ""
            chosen = self._marks[self.page.at] if kept and self.page.at >= 0 else None
            place = self._place if chosen and chosen.layer == OPENED else None
            if place and place.index not in getattr(self.filter.briefing, place.table).index:
                place = None
            self._show(kept, place, chosen)

    def _turned(self, change: Any) -> None:
        if not self._quiet:
            with self.filter.lock:
                self._show(change["new"], None)

    def _chosen(self, _change: Any = None) -> None:
        if self._quiet:
            return
        mark = self._marks[self.page.at] if 0 <= self.page.at < len(self._marks) else None
        self.selected = (mark.table, mark.index) if mark else ()
        if mark and self.page.opened:
            self.form.offer([Anchor(mark.table, mark.index, self.document, mark.start, mark.end)], 1)
        elif self.form.rows:
            self.form.offer([], 1)

    def _show(self, document: str, place: Anchor | None, chosen: Mark | None = None) -> None:
        briefing, whole = self.filter.filtered, self.filter.briefing
        self._seen = (briefing, self.filter.decisions)
        known = zip(*(briefing.documents[name] for name in ("document", "title", "published")), strict=True)
        offered = [[name, " · ".join(filter(None, (published, title, name)))] for name, title, published in known]
        if document and document not in {name for name, _ in offered}:
            offered.append([document, f"{document} (left out by the filter)"])
        self._quiet = True
        try:
            document = document or (offered[0][0] if offered else "")
            self._place = place
            self._marks = marks_of(briefing, document) if document else []
            at, opened = -1, False
            if place is not None:
                span = (int(place.start), int(place.end))
                at = find_mark(self._marks, place.table, place.index, span)
                if at < 0:
                    self._marks = in_order([mark_at(whole, place), *self._marks])
                    at = find_mark(self._marks, place.table, place.index)
                opened = True
            if chosen is not None:
                at, opened = find_again(self._marks, chosen), self.page.opened
            layer = self._marks[at].layer if at >= 0 else OPENED
            with self.page.hold_sync():
                self.page.documents = offered
                if layer != OPENED and layer not in self.page.shown:
                    self.layers = [*self.layers, layer]
                self.page.document = document
                self.page.sheet = sheet_of(briefing, document, self._marks, whole) if document else NO_SHEET
                self.page.opened = opened and at >= 0
                self.page.at = at
            self._error.value = ""
        except Exception as error:
            self._error.value = f'<div class="bl-error" role="alert">{escape(str(error))}</div>'
            raise
        finally:
            self._quiet = False
        self._chosen()

    def _step(self, by: int) -> None:
        layers = [self.page.walk] if self.page.walk else [OPENED, *self.page.shown]
        numbers = [n for n, mark in enumerate(self._marks) if mark.layer in layers]
        if numbers:
            at = self.page.at
            later = [n for n in numbers if n > at] if by > 0 else [n for n in numbers if n < at] if at >= 0 else []
            self.page.at = later[0 if by > 0 else -1] if later else numbers[0 if by > 0 else -1]
