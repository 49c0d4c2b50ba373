"""What stands under a figure: the words behind the chosen mark, and the table behind the figure."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from html import escape
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import ipywidgets as widgets
import pandas as pd

from briefing_lib.evidence import Anchor, Pieces, Row, anchors, contexts
from briefing_lib.evidence.marked import to_html
from briefing_lib.page.correction_form import CorrectionForm, Decide
from briefing_lib.page.opener import Opener
from briefing_lib.tables import LIST_SEPARATOR
from briefing_lib.view.drawing import labels
from briefing_lib.view.drawing.listing import Listing

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

PAGE = 20
"""Pieces of evidence shown at a time."""
NOTES = 3
"""Notes on a mark shown unfolded."""
ROWS = 200
"""Rows of the table shown; the files to download have all."""
_NOUNS = {
    "agreements": "comparison",
    "meetings": "meeting mention",
    "quantities": "quantity",
    "topics": "coded paragraph",
}
"""What a row of a table is called, where it is not the table's name in the singular."""
LARGEST_LINK = 1_400_000
"""Bytes a browser takes as a link; a larger file would fail without a word."""

Files = Mapping[str, Callable[[], bytes]]
"""Further files of what is shown, by their ending."""
NO_FILES: Files = MappingProxyType({})

_MIME = {
    "csv": "text/csv;charset=utf-8",
    "gexf": "application/xml",
    "graphml": "application/xml",
    "ics": "text/calendar;charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

HINT = "Click a mark of the figure, or choose one here, to read the sentences behind it."


class EvidencePanel(widgets.VBox):
    """The sentences behind one mark, twenty at a time, with their number, and a form that corrects their rows.

    Args:
        briefing: what is looked at.
        decide: keeps a decision and redraws; without it nothing can be corrected.
    """

    def __init__(self, briefing: Briefing, decide: Decide | None = None):
        self._briefing = briefing
        self._label = ""
        self._places: list[Anchor] = []
        self._page = 0
        self._naming: Sequence[str] = ()
        self.heading = widgets.HTML()
        self._body = widgets.HTML()
        self._back = widgets.Button(description="Previous", icon="chevron-left", layout={"width": "auto"})
        self._next = widgets.Button(description="Next", icon="chevron-right", layout={"width": "auto"})
        self._back.on_click(lambda _: self.turn(self._page - 1))
        self._next.on_click(lambda _: self.turn(self._page + 1))
        self._pages = widgets.HBox([self._back, self._next])
        self._scroll = widgets.Box([self._body], layout={"max_height": "380px", "overflow": "auto", "width": "100%"})
        self._scroll.add_class("bl-scroll")
        self._notes = widgets.HTML()
        # Made when there is first a sentence to correct or to open: a page that is slow to open has less to begin with.
        self._decide = decide
        self.form: CorrectionForm | None = None
        self.opener: Opener | None = None
        super().__init__([self.heading, self._notes, self._scroll, self._pages])
        self.add_class("bl-panel")
        self.show("", [])

    def show(self, label: str, rows: list[Row], naming: Sequence[str] = (), notes: Sequence[str] = ()) -> None:
        """Show the evidence of a mark, from its first page, below what is said of it; nothing for an empty label."""
        page = self._page if label == self._label else 0
        self._label, self._naming = label, naming
        self._places = anchors(self._briefing, rows)
        self.heading.value = (
            f"<b>{escape(label)}</b>: {escape(count(rows, len(self._places)))}" if label else escape(HINT)
        )
        self._notes.value = notes_html(notes)
        self._notes.layout.display = "" if notes else "none"
        self.turn(page)

    def turn(self, page: int) -> None:
        """Show a page, counted from 0."""
        last = max((len(self._places) - 1) // PAGE, 0)
        self._page = min(max(page, 0), last)
        first = self._page * PAGE
        shown = contexts(self._briefing, self._places[first : first + PAGE], self._naming)
        self._body.value = to_html(shown, first + 1, opens=True) if shown else ""
        self._scroll.layout.display = "" if shown else "none"
        self._back.disabled, self._next.disabled = self._page == 0, self._page == last
        self._pages.layout.display = "" if last else "none"
        if shown and self.opener is None:
            self.opener = Opener(self._briefing, lambda number: self._places[number - 1])
            self.form = CorrectionForm(self._briefing, self._decide) if self._decide else None
            forms = [self.form] if self.form else []
            self.children = (self.heading, self._notes, self._scroll, self._pages, *forms, self.opener)
        if self.form:
            self.form.offer(self._places[first : first + PAGE], first + 1)

    @property
    def evidence(self) -> Pieces:
        """All pieces, not only those of the page shown."""
        return contexts(self._briefing, self._places, self._naming)


def notes_html(notes: Sequence[str]) -> str:
    """Write what is said of a mark as a list, folded where it is long.

    >>> notes_html(["<i>"])
    '<ul class="bl-notes"><li>&lt;i&gt;</li></ul>'
    """
    items = [f"<li>{escape(note)}</li>" for note in notes]
    shown = f'<ul class="bl-notes">{"".join(items[:NOTES])}</ul>'
    more = f"{len(items) - NOTES} more"
    rest = f"<details><summary>{more}</summary><ul>{''.join(items[NOTES:])}</ul></details>"
    return shown + (rest if len(items) > NOTES else "")


class TablePanel(widgets.VBox):
    """The table behind a figure, opened with a click, and links that download it.

    Nothing is written until it is opened: a spreadsheet of some thousand rows takes a second.
    """

    def __init__(self) -> None:
        self._table: pd.DataFrame | Listing = pd.DataFrame()
        self._name, self._files = "table", NO_FILES
        self.opened = widgets.ToggleButton(icon="table", layout={"width": "auto"})
        self.opened.observe(self._write, "value")
        self._body = widgets.HTML()
        super().__init__([self.opened, self._body])
        self.add_class("bl-table")

    def show(self, table: pd.DataFrame | Listing, name: str, files: Files = NO_FILES) -> None:
        """Stand ready to show a table, with links to further files of what it shows."""
        self._table, self._name, self._files = table, name, files
        rows = "1 row" if len(table) == 1 else f"{len(table):,} rows"
        self.opened.description = f"Table behind the figure, {rows}"
        self._write()

    def _write(self, _change: Any = None) -> None:
        if not self.opened.value:
            self._body.value = ""
            return
        table = self._table.frame if isinstance(self._table, Listing) else self._table
        self._body.value = table_html(table, self._name, self._files)


def table_html(table: pd.DataFrame, name: str, files: Files = NO_FILES) -> str:
    """Write the first rows of a table as HTML, with links that download all of it as CSV and Excel, and further files.

    >>> "&lt;b&gt;" in table_html(pd.DataFrame({"text": ["<b>"]}), "marks")
    True
    """
    links = table_links(table, name, files)
    more = f" The first {ROWS} rows of {len(table):,}:" if len(table) > ROWS else ""
    return (
        '<div class="bl-table-body" style="max-height:340px;overflow:auto">'
        f'<p style="margin:.3em 0">{links}{more}</p>{rows_html(table.head(ROWS))}</div>'
    )


def table_links(table: pd.DataFrame, name: str, files: Files = NO_FILES) -> str:
    """Write links that download a table as CSV and Excel, and further files of what it shows."""
    written = [
        _link(f"{name}.{ending}", _MIME[ending], write(table))
        for ending, write in (("csv", to_csv), ("xlsx", to_excel))
    ]
    written += [_link(f"{name}.{ending}", _MIME[ending.split(".")[-1]], write()) for ending, write in files.items()]
    return " · ".join(written)


def rows_html(table: pd.DataFrame) -> str:
    """Write a table as HTML, its text escaped, its lists joined, its numbers as they are read."""
    return _flat(table).to_html(index=False, escape=True, border=0, na_rep="", max_cols=None, float_format=number)


def number(value: float) -> str:
    """Write a number with three decimals at most; the files that are downloaded have all of them.

    >>> number(240_100_000_000.0), number(22.452504), number(0.00012)
    ('240,100,000,000', '22.453', '0.00012')
    """
    return f"{value:.2g}" if 0 < abs(value) < 0.001 else f"{value:,.3f}".rstrip("0").rstrip(".")


def to_csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV in UTF-8, with the byte-order mark by which Excel knows it."""
    return _flat(table).to_csv(index=False).encode("utf-8-sig")


def to_excel(table: pd.DataFrame) -> bytes:
    """Return a table as an Excel file, in which text that looks like a formula stays text.

    >>> from openpyxl import load_workbook
    >>> load_workbook(BytesIO(to_excel(pd.DataFrame({"text": ["=1+1"]}))))["Sheet1"]["A2"].data_type
    's'
    """
    file = BytesIO()
    clean = _flat(table).map(lambda value: _printable(value) if isinstance(value, str) else value)
    with pd.ExcelWriter(file, engine="openpyxl") as writer:
        clean.to_excel(writer, index=False)
        for row in writer.sheets["Sheet1"].iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    cell.data_type = "s"
    return _timeless(file)


def _timeless(file: BytesIO) -> bytes:
    """Take the time of writing out of a spreadsheet: the same table gives the same bytes."""
    packed = BytesIO()
    with ZipFile(file) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"1980-01-01T00:00:00Z", content)
            new.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return packed.getvalue()


def _printable(text: str) -> str:
    """Drop control characters, which Excel refuses, and what it cannot hold."""
    return "".join(c for c in text if c >= " " or c in "\t\n\r")[:32_767]


def _flat(table: pd.DataFrame) -> pd.DataFrame:
    joined = {
        column: table[column].map(lambda v: LIST_SEPARATOR.join(map(str, v)) if isinstance(v, (list, tuple)) else v)
        for column in table.columns
        if table[column].dtype == object
    }
    return table.assign(**joined)


def _link(name: str, mime: str, content: bytes) -> str:
    if len(content) > LARGEST_LINK:
        return f"{escape(name)} is too large for a link ({len(content):,} bytes): save explorer.table instead"
    return f'<a download="{escape(name)}" href="data:{mime};base64,{b64encode(content).decode()}">{escape(name)}</a>'


def parts_of(key: str) -> list[str]:
    """Return the names a mark's key is made of.

    >>> parts_of("Chad – Kenya"), parts_of("talks · courier")
    (['Chad', 'Kenya'], ['talks', 'courier'])
    """
    return re.split(" [–·|] ", key)


def count(rows: list[Row], places: int | None = None) -> str:
    """Say how many rows there are, and in how many places where one row has several.

    >>> count([("mentions", 1), ("mentions", 5)])
    '2 mentions'
    >>> count([("events", 1)], places=2), count([("agreements", 1)], places=2)
    ('1 event in 2 places', '1 comparison in 2 places')
    """
    kinds = Counter(table for table, _ in rows)
    said = ", ".join(labels.count(n, _NOUNS.get(table, table.removesuffix("s"))) for table, n in kinds.items())
    if places is None or places == len(rows):
        return said
    return f"{said} in {places:,} {'place' if places == 1 else 'places'}"
