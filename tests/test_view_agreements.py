"""Do the figures agree: both sides are told, and a mark opens the sentences of both."""

from __future__ import annotations

import pytest

import briefing_lib as bl
from briefing_lib import view
from briefing_lib.page.panel import to_excel

WIRES = {
    "a": "Trade between Kenya and Uganda reached $1.2 billion in 2021, Kenya's statistics bureau said.\n",
    "b": "Bilateral trade between Kenya and Uganda stood at $1.17 billion in 2021, Ugandan customs data shows.\n",
    "c": "Trade between Kenya and Uganda was worth $900 million in 2021.\n",
}


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> bl.Briefing:
    folder = tmp_path_factory.mktemp("corpus")
    for name, text in WIRES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "sources.csv").write_text(
        "document,published\na,2022-02-01\nb,2022-02-03\nc,2022-03-01\n", encoding="utf-8"
    )
    return bl.read_briefing(folder)


def test_figures_that_agree_and_figures_that_do_not(briefing: bl.Briefing) -> None:
    shown = view.agreements(briefing)
    assert {kind: len(rows) for kind, rows in shown.marks.items()} == {"compatible by rounding": 1, "in conflict": 2}
    first = shown.table.iloc[0]
    assert "1.2 bn USD" in first["figure"] and "statistics bureau" in first["figure"]
    assert "1.17 bn USD" in first["compared with"] and "customs" in first["compared with"]


def test_a_mark_opens_both_sentences(briefing: bl.Briefing) -> None:
    pieces = bl.evidence(briefing, view.agreements(briefing).marks["compatible by rounding"])
    assert [piece.document for piece in pieces] == ["a", "b"]
    assert all(piece.highlights for piece in pieces)


def test_only_conflicts_or_one_economy(briefing: bl.Briefing) -> None:
    assert set(view.agreements(briefing, verdict="in conflict").table["verdict"]) == {"in conflict"}
    assert view.agreements(briefing, reporter="Peru").marks == {}


def test_numbers_are_numbers_in_excel(briefing: bl.Briefing) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    for name in ("agreements", "statistics"):
        sheet = load_workbook(BytesIO(to_excel(getattr(view, name)(briefing).table)))["Sheet1"]
        header = [cell.value for cell in sheet[1]]
        column = header.index("difference in %" if name == "agreements" else "value") + 1
        assert all(isinstance(sheet.cell(row, column).value, (int, float)) for row in range(2, sheet.max_row + 1)), name
