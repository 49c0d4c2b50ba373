"""The report: one file, complete, safe, the same for the same documents, and plain about what it leaves out."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_briefing import TEXTS, small
from view_samples import corpus, empty

import briefing_lib as bl
from briefing_lib.alternative import alternative
from briefing_lib.cli import main
from briefing_lib.evidence import Anchor
from briefing_lib.report import SECTIONS, Choice, Section, check_file, report_html
from briefing_lib.report.composing import SCRIPTS
from briefing_lib.report.packing import packed
from briefing_lib.report.reading import Shelf
from briefing_lib.report.sections import events_of, parts_of

ROOT = Path(__file__).resolve().parents[1]
LARGEST = 8_000_000
OVERVIEW = Section("What?", "overview")
PACKS = re.compile(r'<script type="text/plain" id="pack-([\w-]+)">([\w+/=]*)</script>')


@pytest.fixture(scope="module")
def page():
    return report_html(bl.read_briefing(ROOT / "seeds"))


def packs_of(page: str) -> dict[str, str]:
    return {name: gzip.decompress(b64decode(held)).decode() for name, held in PACKS.findall(page)}


def values_of(page: str) -> dict:
    return {name: json.loads(text) for name, text in packs_of(page).items() if name != "plotly"}


@pytest.fixture(scope="module")
def values(page):
    return values_of(page)


@pytest.fixture(scope="module")
def views(values):
    return {name: value for name, value in values.items() if name.startswith("part-")}


def test_the_report_of_the_bundled_documents_is_small_and_asks_nobody(page):
    assert len(page.encode()) < LARGEST
    own = PACKS.sub("", page)
    assert not re.findall(r'(?:src|href)="(?!#|data:)', own)
    assert "default-src 'none'" in own
    assert "fetch(" not in own and "import(" not in own


def test_every_question_has_its_figures(page, views):
    assert [unescape(said) for said in re.findall(r"<h2>(.*?)</h2>", page)] == [
        *(section.question for section in SECTIONS),
        "Read the documents",
    ]
    for number, section in enumerate(SECTIONS, 1):
        own = [name for name in views if name.startswith(f"part-{number}-")]
        options = re.findall(
            r'<option value="\d+">', page.partition(f'id="part-{number}"')[2].partition("</section>")[0]
        )
        assert len(own) == len(options) >= max(1, len(section.choices) if isinstance(section.choices, tuple) else 1)


def test_every_mark_opens_as_many_rows_as_it_says(values, views):
    marks = [mark for view in views.values() for mark in view["marks"]]
    assert len(marks) > 1000
    for _, _, said, rows, more, _ in marks:
        total = sum(int(number.replace(",", "")) for number in re.findall(r"([\d,]+) \w", said.split(" in ")[0]))
        assert total == len(rows) + more, said
        for row in rows:
            assert values["evidence"][row]
            assert all(html.startswith("<li><blockquote>") for html, _ in values["evidence"][row])


def test_every_point_of_a_figure_has_its_mark(views):
    for view in views.values():
        known = {mark[0] for mark in view["marks"]}
        for trace in view["data"]:
            keys = trace.get("customdata") or []
            flat = [key for item in keys for key in (item if trace["type"] == "heatmap" else [item])]
            assert {key for key in flat if key} <= known


def test_a_sentence_knows_its_place_in_its_document(values):
    briefing = bl.read_briefing(ROOT / "seeds")
    numbers = {number: name for number, name, *_ in values["reader"]["documents"]}
    columns = {table: [name for name, _ in named] for table, named in values["reader"]["columns"].items()}
    known = 0
    for row, pieces in values["evidence"].items():
        table, label = row.split(":")[:2]
        for html, link in pieces:
            number, at, *place = link
            sheet = values[f"sheet-{number}"]
            if at >= 0:
                mark = sheet["marks"][at]
                start, end = (int(mark["values"][columns[mark["table"]].index(name)]) for name in ("start", "end"))
                assert mark["table"] == table and mark["index"] == label or table in ("events", "agreements")
            else:
                layer, own, index, start, end, _, held = place[0]
                assert (layer, own, index) == ("evidence", table, label) and len(held) == len(columns[table])
            words = briefing.text(numbers[number])[start:end]
            shown = unescape(re.sub(r"<[^>]*>", "", html))
            assert "[… " in shown or " ".join(words.split()) in " ".join(shown.split())
            known += at >= 0
    assert known > 1000


def test_every_document_can_be_read(values):
    documents = values["reader"]["documents"]
    assert [number for number, *_ in sorted(documents)] == list(range(5))
    for number, name, title, *_ in documents:
        sheet = values[f"sheet-{number}"]
        assert sheet["document"] == name and sheet["title"] == (title or name)
        assert sheet["marks"] and sheet["html"].startswith('<div class="bl-sheet">')


def test_the_reader_is_the_one_of_the_notebooks(page):
    assert (ROOT / "briefing_lib/page/reader.js").read_text(encoding="utf-8") in page
    for name in SCRIPTS:
        assert "</script" not in (ROOT / "briefing_lib/report" / name).read_text(encoding="utf-8")


def test_figures_are_told_in_words(page, views):
    for view in views.values():
        assert view["label"].endswith((".", "?", "!")) and "<" not in view["label"]
    assert page.count('role="img" aria-label="') == len(SECTIONS)


def test_words_of_documents_stay_words():
    page = report_html(small(), sections=[OVERVIEW, Section("Who?", "cooccurrence", {"minimum": 1})])
    own = values_of(page)
    written = [html for pieces in own["evidence"].values() for html, _ in pieces]
    written += [own[name]["html"] for name in own if name.startswith("sheet-")]
    assert not any("<script>alert" in text for text in [page, *written])
    assert any("&lt;script&gt;alert" in text for text in written)


def test_a_title_of_a_document_closes_no_element():
    briefing = small()
    briefing.documents.loc[0, "title"] = "</script><script>alert(1)</script>"
    page = report_html(briefing, sections=[Section("What <b>?", "overview")])
    assert "<script>alert(1)" not in page and "What &lt;b&gt;?" in page


@given(st.text())
def test_anything_can_be_packed(text):
    held = packed({"text": text.encode("utf-8", "replace").decode()})
    assert re.fullmatch(r"[\w+/=]+", held)
    assert json.loads(gzip.decompress(b64decode(held))) == {"text": text.encode("utf-8", "replace").decode()}


def test_the_same_documents_give_the_same_file(tmp_path, page):
    again = bl.write_report(bl.read_briefing(ROOT / "seeds"), tmp_path / "a.html")
    assert again.read_text(encoding="utf-8") == page
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"], "and nothing else is left behind"


def test_a_part_of_the_documents_can_be_reported(tmp_path):
    part = bl.read_briefing(ROOT / "seeds").where(actor="BRICS")
    path = bl.write_report(part, tmp_path / "brics.html", title="BRICS & <friends>")
    text = path.read_text(encoding="utf-8")
    assert "<title>BRICS &amp; &lt;friends&gt;</title>" in text and "Briefing of" not in text


ACCOUNTS = next(section for section in SECTIONS if section.view == "accounts")


def test_accounts_are_of_events_that_several_documents_tell_of(views):
    briefing = bl.read_briefing(ROOT / "seeds")
    choices = events_of(briefing)
    several = briefing.events[briefing.events["documents"].map(len) > 1]
    assert len(choices) == min(len(several), 20) > 1
    number = SECTIONS.index(ACCOUNTS) + 1
    told = [views[f"part-{number}-{n}"]["layout"]["title"]["subtitle"]["text"] for n in range(len(choices))]
    assert [said.partition(":")[0] for said in told] == [choice.settings["event"] for choice in choices]
    documents = [int(re.search(r"\((\d+) documents\)", choice.name)[1]) for choice in choices]
    assert documents == sorted(documents, reverse=True)


def test_where_no_event_is_told_twice_the_report_says_so():
    page = report_html(small(), sections=[ACCOUNTS])
    assert "No meeting is told of by two of these documents" in page
    assert "part-1-0" not in page


def test_words_are_set_apart_for_what_there_is():
    assert parts_of(bl.read_briefing(ROOT / "seeds").where(document="001_6ab448b2ecf94a14")) == ()
    kinds = {choice.settings["part"].partition(":")[0] for choice in parts_of(corpus(20))}
    assert kinds == {"voice", "publisher", "year"}, "twenty documents are too many to set each against the rest"
    assert all(isinstance(choice, Choice) for choice in parts_of(corpus(3)))


def test_a_figure_without_marks_is_a_sentence(views):
    number = next(n for n, section in enumerate(SECTIONS, 1) if section.view == "agreements")
    assert views[f"part-{number}-0"]["nothing"] == "No two figures can be compared."
    assert not views["part-1-0"]["nothing"]


def test_a_briefing_without_rows_still_makes_a_page():
    page = report_html(empty())
    assert "0 documents." in page


def test_what_does_not_fit_is_left_out_and_said(monkeypatch):
    monkeypatch.setattr("briefing_lib.report.composing.LEAST", 6_000)
    monkeypatch.setattr("briefing_lib.report.kept.ROOM", 300_000)
    monkeypatch.setattr("briefing_lib.report.composing.ROWS", 3)
    page = report_html(corpus(12), size=0.001)
    said = [
        unescape(line)
        for line in re.findall(r"<li>(.*?)</li>", page.partition('class="left-out">')[2].partition("</ul>")[0])
    ]
    held = [name for name in packs_of(page) if name.startswith("sheet-")]
    assert 0 < len(held) < 12
    assert said[0].startswith(f"{len(held)} of 12 documents can be read whole")
    assert re.fullmatch(r"Of \d+ marks that rest on more, the first \d+ sentences are kept\.", said[1])
    assert "tables the first 3 rows are kept" in said[2]
    own = values_of(page)
    unread = {name for number, name, *_ in own["reader"]["documents"] if number < 0}
    assert len(unread) == 12 - len(held)
    links = [link for pieces in own["evidence"].values() for _, link in pieces]
    assert [] in links and any(links), "a sentence of a document left out has no link"


def test_a_document_too_long_by_itself_leaves_room_for_others():
    whole = Shelf(small(), [], 1e6)
    sizes = {element.partition('id="')[2].partition('"')[0]: len(element) for element in whole.elements}
    least = min(sizes.values())
    shelf = Shelf(small(), ["harbour"], least)
    assert len(sizes) == len(TEXTS) and shelf.left_out == len(TEXTS) - 1
    assert shelf.link(Anchor("meetings", 0, "harbour", 0, 1)) == ()
    assert whole.left_out == 0 and whole.link(Anchor("meetings", 0, "harbour", 0, 1))[0] == 0


def test_a_figure_of_too_many_marks_is_left_to_its_table(monkeypatch):
    monkeypatch.setattr("briefing_lib.report.composing.DRAWN", 3)
    [view] = [v for name, v in values_of(report_html(small(), sections=[OVERVIEW])).items() if name == "part-1-0"]
    assert view["nothing"].startswith("The figure would have") and view["nothing"].endswith("see the table below.")
    assert view["marks"] and view["table"]["rows"]


def test_all_is_said_to_be_there_when_it_is(page):
    assert "left-out" not in page.partition("</style>\n<script>")[2].partition("pack-")[0]


def test_a_picture_can_be_told_in_words():
    shown = bl.view.overview(small())
    assert alternative(shown).startswith("What was found in 3 documents. Rows of each table by document")


def test_the_command(tmp_path, capsys):
    assert main(["report", str(ROOT / "seeds"), "--out", str(tmp_path / "r.html"), "--title", "Five documents"]) == 0
    assert "5 documents" in capsys.readouterr().out
    assert "<h1>Five documents</h1>" in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("seeds", "--out", "{tmp}/none/r.html"), "There is no folder"),
        (("seeds", "--out", "{tmp}/r.pdf"), "Name it r.html"),
        (("seeds", "--out", "{tmp}"), "is a folder. Name a file in it"),
        (("seeds", "--out", "{tmp}/r.html", "--size", "0"), "must be more than 0"),
        (("{tmp}/nowhere", "--out", "{tmp}/r.html"), "There is no folder"),
        (("{tmp}", "--out", "{tmp}/r.html"), "there are no documents"),
        (("{tmp}", "--out", "{tmp}/r.html"), "Put texts (.txt, .md) or saved web pages (.html) into the folder."),
    ],
)
def test_wrong_use_names_the_remedy(tmp_path, capsys, monkeypatch, arguments, said):
    monkeypatch.chdir(ROOT)
    code = main(["report", *(argument.format(tmp=tmp_path) for argument in arguments)])
    assert code in (1, 2) and said in capsys.readouterr().err
    assert not list(tmp_path.glob("r.*"))


def test_a_folder_that_cannot_be_written_into_is_named_before_the_work(tmp_path, monkeypatch):
    def refuse(**_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("briefing_lib.report.tempfile.mkstemp", refuse)
    with pytest.raises(PermissionError, match=r"Nothing can be written into .*Read-only file system"):
        check_file(tmp_path / "r.html")


def test_a_report_that_fails_halfway_leaves_the_old_one(tmp_path, monkeypatch):
    file = tmp_path / "r.html"
    file.write_text("the old one")
    monkeypatch.setattr(
        "briefing_lib.report.os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left"))
    )
    with pytest.raises(OSError, match="No space left"):
        bl.write_report(small(), file, sections=[OVERVIEW])
    assert file.read_text() == "the old one" and [path.name for path in tmp_path.iterdir()] == ["r.html"]
