"""Do the figures agree: both sides are told, and a mark opens the sentences of both."""

from __future__ import annotations

from pathlib import Path

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


BORDER = {
    "accra": "Ghana's exports to Togo were $95 million in 2021.\n",
    "lome": "Togo's imports from Ghana were worth $78 million in 2021.\n",
    "wire": "Trade between Togo and Ghana was $185 million in 2021. Togo's exports to Ghana were $98 million in 2021.\n",
}


def test_mirror_figures_say_who_tells_more(tmp_path: Path) -> None:
    for name, text in BORDER.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    corpus = bl.read_briefing(tmp_path)
    shown = view.agreements(corpus)
    assert list(shown.marks) == ["mirror: within 10 %", "mirror: more than 10 % apart"], "none is in conflict"
    rows = {row["verdict"]: row for _, row in shown.table.iterrows()}
    apart = rows["mirror: more than 10 % apart"]
    assert (apart["who tells more"], apart["difference in %"]) == ("Ghana", -17.89)
    assert (apart["figure"], apart["compared with"]) == (
        "Ghana, export: 95 m USD (accra)",
        "Togo, import: 78 m USD (lome)",
    )
    whole = rows["mirror: within 10 %"]
    assert whole["figure"] == "turnover: 185 m USD (wire)" and "Togo, export: 98 m USD (wire)" in whole["compared with"]
    assert len(view.agreements(corpus, reporter="Togo").table) == 2, "the partner of a mirror figure is a teller, too"
    assert [piece.document for piece in bl.evidence(corpus, shown.marks["mirror: more than 10 % apart"])] == [
        "accra",
        "lome",
    ]


def test_numbers_are_numbers_in_excel(briefing: bl.Briefing) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    for name in ("agreements", "statistics"):
        sheet = load_workbook(BytesIO(to_excel(getattr(view, name)(briefing).table)))["Sheet1"]
        header = [cell.value for cell in sheet[1]]
        column = header.index("difference in %" if name == "agreements" else "value") + 1
        assert all(isinstance(sheet.cell(row, column).value, (int, float)) for row in range(2, sheet.max_row + 1)), name
