"""Opens a piece of evidence in its document, below the evidence.

The buttons are part of the HTML of the pieces, where no widget can be; an unseen one beside them listens.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import anywidget
import ipywidgets as widgets
import traitlets

from briefing_lib.evidence import Anchor

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing
    from briefing_lib.page.reader import Reader


class Clicks(anywidget.AnyWidget):
    """Says which button of the class ``bl-open`` was pressed in the panel it stands in.

    Traits:
        clicked: ``{"n", "number"}``: how often one was pressed, and its value.
    """

    _esm = """
    function render({ model, el }) {
      const pressed = (event) => {
        const button = event.target.closest?.(".bl-open");
        if (!button || !el.closest(".bl-panel")?.contains(button)) return;
        model.set("clicked", { n: (model.get("clicked").n ?? 0) + 1, number: Number(button.value) });
        model.save_changes();
      };
      el.style.display = "none";
      document.addEventListener("click", pressed);
      return () => document.removeEventListener("click", pressed);
    }
    export default { render };
    """
    clicked: Any = traitlets.Dict().tag(sync=True)


class Opener(widgets.VBox):
    """The document a piece of evidence was opened in; nothing until then.

    Args:
        briefing: what is looked at.
        place_of: gives the place of a piece by its number, counted from 1.
    """

    def __init__(self, briefing: Briefing, place_of: Callable[[int], Anchor]):
        self._briefing, self._place_of = briefing, place_of
        self.reader: Reader | None = None
        self.clicks = Clicks()
        self.clicks.observe(lambda change: self.show(change["new"]["number"]), "clicked")
        self._close = widgets.Button(
            description="Close the document", icon="times", layout={"width": "auto", "align_self": "flex-start"}
        )
        self._close.on_click(lambda _: self.close_document())
        super().__init__([self.clicks], layout={"width": "100%"})
        self.add_class("bl-opened")

    def show(self, number: int) -> None:
        """Open the piece of a number in its document."""
        from briefing_lib.page.reader import (
            Reader,
        )  # most evidence is never opened; and a reader's page needs the panel

        place = self._place_of(number)
        if self.reader is None:
            self.reader = Reader(self._briefing, place.document)
        self.reader.go(place)
        self.children = [self.clicks, self._close, self.reader]

    def close_document(self) -> None:
        """Take the document away again."""
        self.children = [self.clicks]
