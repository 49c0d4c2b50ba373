"""The reader: its whole state in traits, the filter it shares, the page it leaves where no kernel runs."""

from __future__ import annotations

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from small_briefing import TEXTS, small

import briefing_lib as bl
from briefing_lib.evidence import anchors
from briefing_lib.evidence.layers import LAYERS, OPENED, blocks_of, marks_of
from briefing_lib.page.filters import filter_of
from briefing_lib.page.panel import EvidencePanel
from briefing_lib.page.reader import SHOWN, Reader, open_document
from briefing_lib.still.reading import LONGEST, still_page
from briefing_lib.tables import columns


@pytest.fixture
def briefing():
    return small()


def state(reader):
    """What the page gets, as it travels."""
    return json.loads(json.dumps(reader.page.get_state(), default=str))


def row(briefing, table, **values):
    """The first row of a table with these values, as it is named."""
    frame = getattr(briefing, table)
    for name, value in values.items():
        frame = frame[frame[name] == value]
    return table, frame.index[0]


def test_the_first_document_is_shown_unless_another_is_asked_for(briefing):
    assert open_document(briefing).document == "harbour"
    reader = bl.open_document(briefing, "gazette", layers=["dates"])
    assert (reader.document, reader.layers, reader.selected) == ("gazette", ["dates"], ())
    assert repr(reader) == "Reader(gazette: 5 marks)"


def test_the_whole_state_is_in_traits(briefing):
    sent = state(open_document(briefing, "courier"))
    assert sent["documents"][1] == ["courier", "2019-04 · A second round · courier"]
    assert sent["document"] == sent["sheet"]["document"] == "courier"
    assert [name for name, _ in sent["layers"]] == list(LAYERS)
    assert sent["shown"] == list(SHOWN)
    assert (sent["at"], sent["opened"], sent["walk"]) == (-1, False, "")
    for mark in sent["sheet"]["marks"]:
        assert len(mark["values"]) == len(sent["sheet"]["columns"][mark["table"]]) == len(columns(mark["table"]))
    assert "<script>" not in sent["sheet"]["html"]
    assert "&lt;script&gt;" in sent["sheet"]["html"]
    assert "export default" in sent["_esm"]
    assert ".bl-reader" in sent["_css"]


@pytest.mark.parametrize(
    ("document", "layers", "words"),
    [("nowhere", SHOWN, "document: 'nowhere' is not one of 'harbour'"), ("", ["colours"], "layer: 'colours' is not")],
)
def test_what_there_is_not_is_said_with_what_there_is(briefing, document, layers, words):
    with pytest.raises(ValueError, match=words):
        open_document(briefing, document, layers=layers)


def test_the_page_says_which_row_was_chosen(briefing):
    reader = open_document(briefing, "courier")
    seen = []
    reader.observe(lambda change: seen.append(change["new"]), "selected")
    reader.page.at = 1  # as the page does on a click
    assert reader.selected == row(briefing, "mentions", document="courier", actor="Amina Diallo")
    assert [piece.text for piece in reader.evidence] == ["Diallo will meet Herrera again in Lima."]
    reader.page.at = -1
    assert reader.selected == ()
    assert reader.evidence == []
    assert seen == [row(briefing, "mentions", document="courier", actor="Amina Diallo"), ()]


def test_another_document_chosen_on_the_page(briefing):
    reader = open_document(briefing, "courier")
    reader.page.at = 1
    reader.page.document = "gazette"
    assert reader.page.sheet["title"] == "Undated note"
    assert (reader.page.at, reader.selected) == (-1, ())
    assert reader.page.sheet["about"] == "Undated note · date not known · news"


def test_a_row_is_opened_where_it_stands(briefing):
    wanted = row(briefing, "topics")
    reader = open_document(briefing, row=wanted)
    assert (reader.document, reader.selected, reader.page.opened) == ("gazette", wanted, True)
    assert "topics" in reader.layers, "a layer is coloured when one of its rows is opened"
    reader.read(row=row(briefing, "mentions", actor="Senegal"))
    assert (reader.document, reader.selected[0]) == ("harbour", "mentions")


@pytest.mark.parametrize(
    ("table", "number", "opened"),
    [
        ("events", 1, "meetings"),  # an event is opened at its mentions
        ("actors", 0, "mentions"),  # an actor where it is named
        ("sentences", 3, "sentences"),  # a sentence is a place of its own
        ("passages", 1, "passages"),
    ],
)
def test_rows_of_tables_without_a_layer_are_opened_too(briefing, table, number, opened):
    index = getattr(briefing, table).index[number]
    place = anchors(briefing, [(table, index)])[0]
    reader = open_document(briefing, row=(table, index))
    assert (reader.document, reader.selected[0]) == (place.document, opened)
    mark = reader._marks[reader.page.at]
    assert (mark.start, mark.end) == (place.start, place.end)
    assert (mark.layer == OPENED) == (opened == table)


def test_a_document_is_opened_at_its_beginning(briefing):
    reader = open_document(briefing, row=("documents", 2))
    assert (reader.document, reader.selected) == ("gazette", ())


def test_next_and_previous_walk_through_what_is_coloured(briefing):
    reader = open_document(briefing, "gazette", layers=["meetings"])
    chosen = []
    for step in (reader.next, reader.next, reader.next, reader.previous):
        step()
        chosen.append(reader.selected)
    first, second = [("meetings", label) for label in briefing.meetings.index[-2:]]
    assert chosen == [first, second, first, second]
    reader.page.walk = "actors"
    reader.next()
    assert reader.selected[0] == "mentions"
    reader.layers = []
    reader.page.walk = ""
    reader.page.at = -1
    reader.next()
    assert reader.selected == (), "nothing is coloured, so there is nothing to walk through"


def test_documents_the_filter_leaves_out_are_not_offered(briefing):
    reader, shared = open_document(briefing, "courier"), filter_of(briefing)
    reader.next()
    shared.set(document=["courier", "gazette"])
    assert [name for name, _ in reader.page.documents] == ["courier", "gazette"]
    assert reader.document == "courier"
    assert reader.selected == row(briefing, "meetings", document="courier"), "what was chosen stays"
    shared.set(document=["gazette"])
    assert (reader.document, reader.selected) == ("gazette", ())
    with pytest.raises(ValueError, match="document: 'courier' is not one of 'gazette'"):
        reader.read("courier")
    shared.set(document=["harbour"], period=("2024", ""))
    assert (reader.document, reader.page.documents) == ("", [])
    assert reader.page.sheet["about"] == "No document is left by the filter."
    shared.reset()
    assert len(reader.page.documents) == 3


def test_a_choice_in_another_view_leaves_the_page_as_it_is(briefing):
    reader, shared = open_document(briefing, "courier"), filter_of(briefing)
    before = reader.page.sheet
    shared.choose(briefing, {"actor": ["Kenya"]})  # any owner
    assert reader.page.sheet is before
    assert len(reader.page.documents) == 3
    shared.choose(briefing, {})


def test_marks_are_those_the_filter_leaves_and_voices_are_all(briefing):
    filter_of(briefing).set(voice=["Tomás Herrera"])
    reader = open_document(briefing, "harbour")
    assert "<b>author</b>" in reader.page.sheet["html"]
    filter_of(briefing).reset()


def test_evidence_of_a_document_left_out_can_still_be_read(briefing):
    place = anchors(briefing, [row(briefing, "meetings", document="courier")])[0]
    filter_of(briefing).set(document=["gazette"])
    reader = Reader(briefing)
    reader.go(place)
    assert reader.document == "courier"
    assert reader.page.documents[-1] == ["courier", "courier (left out by the filter)"]
    assert reader.selected == ("meetings", place.index)


def test_a_piece_of_evidence_opens_in_its_document(briefing):
    panel = EvidencePanel(briefing)
    rows = [("mentions", label) for label in briefing.mentions[briefing.mentions["actor"] == "Peru"].index]
    panel.show("Peru", rows)
    assert panel._body.value.count('class="bl-open" value=') == 3
    assert panel.opener.reader is None, "no page is made before it is asked for"
    panel.opener.clicks.clicked = {"n": 1, "number": 3}
    reader = panel.opener.reader
    assert (reader.document, reader.selected, reader.page.opened, reader.page.asked) == ("gazette", rows[2], True, 1)
    assert reader in panel.opener.children
    panel.opener.clicks.clicked = {"n": 2, "number": 1}
    assert panel.opener.reader is reader
    assert (reader.document, reader.selected, reader.page.asked) == ("courier", rows[0], 2)
    panel.opener.close_document()
    assert reader not in panel.opener.children


def test_a_decision_is_followed(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    briefing = bl.read_briefing(folder)
    label = briefing.mentions[briefing.mentions["document"] == "harbour"].index[2]
    before = briefing.mentions.loc[label]
    reader = open_document(briefing, row=("mentions", label))
    assert reader.form.rows, "the row that is open can be corrected"
    reader.filter.decide(lambda whole: whole.correct("mentions", label, "role", "place", "a test"))
    mark = reader._marks[reader.page.at]
    assert (mark.table, mark.start) == ("mentions", before["start"])
    assert "as place" in reader.page.sheet["marks"][reader.page.at]["note"]
    reader.filter.decide(lambda whole: whole.drop("mentions", reader.selected[1]))
    assert reader.selected == ()
    assert not reader.page.opened
    shutil.rmtree(folder)


class Tags(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.open, self.seen = [], set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.seen.add(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_without_a_kernel_the_document_is_there_with_its_layers(briefing):
    reader = open_document(briefing, "courier", layers=["meetings"])
    shown = []
    from briefing_lib.page import reader as module

    original, module.display = module.display, lambda data, raw: shown.append(data)
    try:
        reader._ipython_display_()
    finally:
        module.display = original
    page, widget = shown
    tags = Tags(page["text/html"])
    assert not tags.open
    assert not tags.seen & {"script", "button", "input"}
    assert "border-bottom:2px dotted" in page["text/html"], "coloured where style sheets are taken away too"
    assert 'title="meetings: talks, planned; rule: met_with"' in page["text/html"]
    assert "actors" not in page["text/html"].rpartition("</style>")[2], "only what is chosen"
    assert "&lt;script&gt;alert('Peru')&lt;/script&gt; &lt;b&gt;Peru&lt;/b&gt; &amp; Senegal" in page["text/html"]
    assert page["text/plain"] == "Reader(courier: 6 marks)"
    assert "application/vnd.jupyter.widget-view+json" in widget


def test_of_a_long_document_the_part_around_the_chosen_mark_is_kept():
    seeds = bl.read_briefing()
    name = seeds.documents["document"].iloc[1]
    marks, blocks, text = marks_of(seeds, name), blocks_of(seeds, name), seeds.text(name)
    text, times = text + "\n", 8
    whole = [b._replace(start=b.start + n * len(text), end=b.end + n * len(text), paragraph=b.paragraph + n * len(blocks))
             for n in range(times) for b in blocks]  # fmt: skip
    last = marks[-1]
    moved = [last._replace(start=last.start + (times - 1) * len(text), end=last.end + (times - 1) * len(text),
                           spans=[(a + (times - 1) * len(text), b + (times - 1) * len(text)) for a, b in last.spans])]  # fmt: skip
    page = still_page("A title", "", text * times, whole, [*marks, *moved], list(LAYERS), len(marks))
    assert len(page) < LONGEST + 15_000
    assert "paragraphs are left out here" in page
    assert f'<span class="bl-number">{whole[-1].paragraph}</span>' in page
    assert '<span class="bl-number">1</span>' not in page


def test_a_long_document_is_shown_in_time_and_laid_out_as_it_is_read(tmp_path):
    seeds = bl.read_briefing()
    body = "\n\n".join(seeds.text(name) for name in seeds.documents["document"])
    (tmp_path / "long.txt").write_text(body * 5, encoding="utf-8")
    Path(tmp_path / "short.txt").write_text(body[:500], encoding="utf-8")
    reader = open_document(bl.read_briefing(tmp_path), "long")
    sheet = reader.page.sheet
    assert sheet["html"].startswith('<div class="bl-sheet bl-long">')
    assert len(json.dumps(sheet)) < 5_000_000
    reader.read("short")
    assert reader.page.sheet["html"].startswith('<div class="bl-sheet">')
