"""The report: one file, complete, safe, the same for the same documents."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from small_briefing import small

import briefing_lib as bl
from briefing_lib.cli import main
from briefing_lib.report import EACH, SECTIONS, Section, report_html

ROOT = Path(__file__).resolve().parents[1]
LARGEST = 8_000_000


@pytest.fixture(scope="module")
def page():
    return report_html(bl.read_briefing(ROOT / "seeds"))


def data_of(page: str, name: str):
    return json.loads(re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.DOTALL)[1])


def test_the_report_of_the_bundled_documents_is_small_and_asks_nobody(page):
    assert len(page.encode()) < LARGEST
    own = re.sub(
        r"<script>.*?</script>", "", page, flags=re.DOTALL
    )  # plotly's code names addresses it is not asked for
    assert not re.findall(r'(?:src|href)="(?!#|data:)', own)
    assert "default-src 'none'" in own


def test_every_mark_opens_as_many_rows_as_it_says(page):
    views, pieces = data_of(page, "data"), data_of(page, "evidence")
    assert len(views) == len(SECTIONS)
    marks = [mark for view in views.values() for mark in view["marks"].values()]
    assert len(marks) > 200
    for mark in marks:
        said = sum(
            int(number.replace(",", "")) for number in re.findall(r"([\d,]+) \w", mark["count"].split(" in ")[0])
        )
        assert said == len(mark["rows"]) + mark["more"], mark
        assert len(mark["rows"]) <= EACH
        for row in mark["rows"]:
            assert pieces[row] and all(piece.startswith("<li><blockquote>") for piece in pieces[row])


def test_every_point_of_a_figure_has_its_mark(page):
    for view in data_of(page, "data").values():
        for trace in view["data"]:
            keys = trace.get("customdata") or []
            flat = [key for item in keys for key in (item if trace["type"] == "heatmap" else [item])]
            assert {key for key in flat if key} <= set(view["marks"])


def test_words_of_documents_stay_words():
    page = report_html(
        small(), sections=[Section("What?", "overview"), Section("Who?", "cooccurrence", {"minimum": 1})]
    )
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in data_of(page, "evidence").__repr__()


def test_the_same_documents_give_the_same_file(tmp_path, page):
    again = bl.write_report(bl.read_briefing(ROOT / "seeds"), tmp_path / "a.html")
    assert again.read_text(encoding="utf-8") == page
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"], "and nothing else is left behind"


def test_a_part_of_the_documents_can_be_reported(tmp_path):
    part = bl.read_briefing(ROOT / "seeds").where(actor="BRICS")
    path = bl.write_report(part, tmp_path / "brics.html", title="BRICS & <friends>")
    text = path.read_text(encoding="utf-8")
    assert "<title>BRICS &amp; &lt;friends&gt;</title>" in text and "Briefing of" not in text


def test_the_command(tmp_path, capsys):
    assert main(["report", str(ROOT / "seeds"), "--out", str(tmp_path / "r.html"), "--title", "Five documents"]) == 0
    assert "5 documents" in capsys.readouterr().out
    assert "<h1>Five documents</h1>" in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("seeds", "--out", "{tmp}/none/r.html"), "There is no folder"),
        (("seeds", "--out", "{tmp}/r.pdf"), "Name it r.html"),
        (("{tmp}/nowhere", "--out", "{tmp}/r.html"), "There is no folder"),
        (("{tmp}", "--out", "{tmp}/r.html"), "there are no documents"),
    ],
)
def test_wrong_use_names_the_remedy(tmp_path, capsys, monkeypatch, arguments, said):
    monkeypatch.chdir(ROOT)
    code = main(["report", *(argument.format(tmp=tmp_path) for argument in arguments)])
    assert code in (1, 2) and said in capsys.readouterr().err
    assert not list(tmp_path.glob("r.*"))
