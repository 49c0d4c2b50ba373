"""The words and the table under a figure."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO

import pandas as pd
import pytest
from openpyxl import load_workbook
from small_briefing import small
from view_samples import corpus

from briefing_lib.page import panel as module
from briefing_lib.page.panel import PAGE, EvidencePanel, TablePanel, table_html, to_csv, to_excel


def test_pages_of_twenty():
    briefing = corpus(6)
    rows = [("sentences", index) for index in briefing.sentences.index[:45]]
    panel = EvidencePanel(briefing)
    panel.show("key", rows)
    assert panel.heading.value == "<b>key</b>: 45 sentences"
    assert panel._body.value.count("<li>") == PAGE
    assert (panel._back.disabled, panel._next.disabled, panel._pages.layout.display) == (True, False, "")
    panel._next.click()
    panel._next.click()
    assert panel._body.value.count("<li>") == 5
    assert 'start="41"' in panel._body.value
    assert (panel._back.disabled, panel._next.disabled) == (False, True)
    panel.turn(99)
    assert 'start="41"' in panel._body.value
    panel._back.click()
    assert 'start="21"' in panel._body.value
    assert len(panel.evidence) == 45
    panel.show("key", rows[:20])
    assert panel._pages.layout.display == "none", "one page needs no buttons"
    assert 'start="1"' in panel._body.value, "a new mark begins at its first page"


def test_the_key_of_a_mark_is_text():
    panel = EvidencePanel(small())
    panel.show("<i>x</i>", [("mentions", 0)])
    assert panel.heading.value == "<b>&lt;i&gt;x&lt;/i&gt;</b>: 1 mention"


def test_an_event_in_several_places_says_so():
    panel = EvidencePanel(small())
    panel.show("e", [("events", 0), ("events", 1)])
    assert panel.heading.value == "<b>e</b>: 2 events in 3 places"


def test_no_mark_shows_how_to_choose_one():
    panel = EvidencePanel(small())
    assert "Click a mark" in panel.heading.value
    assert panel._body.value == ""
    assert panel.evidence == []


TABLE = pd.DataFrame(
    {
        "text": ["=HYPERLINK(1)", "<b>é</b>", "a\x0bb"],
        "list": [["a", "b"], [], ["c"]],
        "number": [1.5, None, 3],
    }
)


def test_csv_opens_in_a_spreadsheet_and_reads_back():
    content = to_csv(TABLE)
    assert content.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(BytesIO(content), encoding="utf-8-sig", keep_default_na=False)
    assert back["text"].tolist() == TABLE["text"].tolist()
    assert back["list"].tolist() == ["a | b", "", "c"]


def test_excel_holds_text_not_formulas():
    sheet = load_workbook(BytesIO(to_excel(TABLE)))["Sheet1"]
    assert [cell.value for cell in sheet["A"]] == ["text", "=HYPERLINK(1)", "<b>é</b>", "ab"]
    assert {cell.data_type for cell in sheet["A"]} == {"s"}
    assert [cell.value for cell in sheet["B"]] == ["list", "a | b", None, "c"]


def test_the_table_is_written_only_when_opened():
    shown = TablePanel()
    shown.show(TABLE, "demo")
    assert shown.opened.description == "Table behind the figure, 3 rows"
    assert shown._body.value == ""
    shown.opened.value = True
    page = shown._body.value
    assert "&lt;b&gt;é&lt;/b&gt;" in page
    assert "<b>é" not in page
    link = page.partition('download="demo.csv" href="data:text/csv;charset=utf-8;base64,')[2].partition('"')[0]
    assert b64decode(link) == to_csv(TABLE)
    assert 'download="demo.xlsx"' in page
    shown.show(TABLE.head(1), "demo")
    assert shown.opened.description == "Table behind the figure, 1 row"
    assert "=HYPERLINK(1)" in shown._body.value
    assert "é" not in shown._body.value, "an open table follows the figure"


def test_a_long_table_shows_its_beginning_and_a_large_one_no_link(monkeypatch):
    page = table_html(pd.DataFrame({"n": range(250)}), "long")
    assert "The first 200 rows of 250:" in page
    assert page.count("<tr") == 201
    monkeypatch.setattr(module, "LARGEST_LINK", 100)
    page = table_html(pd.DataFrame({"n": range(250)}), "long")
    assert "long.csv is too large for a link" in page
    assert "data:" not in page


@pytest.mark.parametrize("table", [pd.DataFrame(), pd.DataFrame({"a": []}), pd.DataFrame({"a": [1]}, index=["x"])])
def test_small_and_odd_tables(table):
    assert "<table" in table_html(table, "t")
    assert to_csv(table)
    assert to_excel(table)
