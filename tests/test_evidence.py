"""Any row of any table, in its words."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_briefing import TEXTS, small
from view_samples import corpus

from briefing_lib.evidence import Evidence, anchors, evidence, to_html
from briefing_lib.evidence.marked import LONGEST
from briefing_lib.tables import TABLES


def piece(text: str = "Chad replied.", highlights=((0, 4),), **changes) -> Evidence:
    base = Evidence("mentions", 0, "wire", "", "2024", 3, "author", 0, text, list(highlights), "")
    return base._replace(**changes)


def words(found: Evidence) -> list[str]:
    return [found.text[a:b] for a, b in found.highlights]


@pytest.mark.parametrize(
    "table", [name for name in TABLES if name not in ("events", "actors", "agreements", "problems")]
)
def test_one_piece_a_row_and_every_highlight_true(table):
    briefing = corpus(3)
    rows = [(table, index) for index in getattr(briefing, table).index]
    found = evidence(briefing, rows)
    assert [(e.table, e.index) for e in found] == rows, "the count in the panel is the number on the mark"
    for one, row in zip(found, getattr(briefing, table).to_dict("records"), strict=True):
        text = briefing.text(one.document)
        assert text[one.start : one.start + len(one.text)] == one.text
        assert all(0 <= a < b <= len(one.text) for a, b in one.highlights)
        assert one.paragraph >= 1
        if "text" in row:
            assert words(one) == [row["text"]]


def test_a_mention_stands_in_its_sentence_with_document_paragraph_and_voice():
    briefing = small()
    [index] = briefing.mentions[briefing.mentions["start"] == TEXTS["harbour"].index("Kenya")].index
    [found] = evidence(briefing, [("mentions", index)])
    assert found.text == "Herrera thanked Kenya."
    assert words(found) == ["Kenya"]
    assert (found.document, found.title, found.published) == ("harbour", "Ministers talk in Nairobi", "2019-03-05")
    assert (found.paragraph, found.voice) == (2, "author")
    assert found.note == "Kenya, state, as actor; rule: alias"


def test_an_event_gives_each_place_that_reports_it():
    [first, second] = evidence(small(), [("events", 1)])
    assert words(first) == ["talks took place between Peru and Kenya"]
    assert words(second) == ["The talks were denied"]
    assert {e.index for e in (first, second)} == {1}
    assert first.note == "e2, talks, denied; rule: met_with", "what this place says, not what was made of all"


def test_an_actor_gives_each_mention_of_it():
    found = evidence(small(), [("actors", 3)])
    assert [words(e) for e in found] == [["Peru"]] * 3


def test_a_figure_says_what_it_was_read_as():
    briefing = corpus(3)
    [found] = evidence(briefing, [("statistics", briefing.statistics.index[0])])
    row = briefing.statistics.iloc[0]
    assert (
        f"of {row.reporter}, with {row.partner}, {row.flow}, {row.value:,.12g} USD, change in %: {row.change_pct:g}"
        in found.note
    )


def test_topics_mark_the_terms_their_score_rests_on():
    [found] = evidence(small(), [("topics", 0)])
    assert words(found) == ["talks", "talks", "denied"]
    assert found.paragraph == 2


@pytest.mark.parametrize(
    ("naming", "marked"),
    [
        ((), ["No talks took place between Peru and Kenya, the ministry said."]),
        (("Kenya", "Peru"), ["Peru", "Kenya"]),  # a tie of two actors shows who they are
        (("Senegal",), ["No talks took place between Peru and Kenya, the ministry said."]),  # not named here
    ],
)
def test_a_whole_sentence_has_the_names_marked_that_are_asked_for(naming, marked):
    briefing = small()
    index = briefing.sentences.index[briefing.sentences["sentence"] == "gazette#2"][0]
    [found] = evidence(briefing, [("sentences", index)], naming)
    assert words(found) == marked


def test_a_document_shows_its_first_sentence_unmarked():
    [found] = evidence(small(), [("documents", 2)])
    assert (found.text, found.highlights) == ("Undated note", [])


def test_a_span_over_two_sentences_shows_both():
    briefing = small()
    text = TEXTS["harbour"]
    start, end = text.index("“Trade"), text.index("signed")
    briefing.quotations.loc[0] = ["harbour", "harbour#4", start, end, text[start:end], "", "", "", "", "", "direct", ""]
    briefing.quotations = briefing.quotations.astype({"start": int, "end": int})
    [found] = evidence(briefing, [("quotations", 0)])
    assert found.text == "“Trade with Senegal grew by 12 per cent”, Herrera said. Nothing was signed."
    assert words(found) == [text[start:end]]
    assert found.voice == "Tomás Herrera", "of the first sentence"


def test_problems_have_no_words():
    assert evidence(small(), [("problems", 0)]) == []


def test_rows_keep_their_order_over_tables():
    rows = [("meetings", 2), ("mentions", 0), ("meetings", 0), ("mentions", 0)]
    assert [(e.table, e.index) for e in evidence(small(), rows)] == rows
    assert [(a.table, a.index) for a in anchors(small(), rows)] == rows


def test_rows_of_a_filtered_briefing_are_found_by_their_label():
    everything = small()
    kept = everything.where(document=["gazette"])
    rows = [("meetings", index) for index in kept.meetings.index]
    assert evidence(kept, rows) == evidence(everything, rows)


@pytest.mark.parametrize(
    ("row", "message"),
    [(("treaties", 0), "no table 'treaties'; tables are: documents"), (("meetings", 99), "meetings has no row 99")],
)
def test_unknown_rows_are_named(row, message):
    with pytest.raises(ValueError, match=message):
        evidence(small(), [row])


class Reader(HTMLParser):
    """Reads a page back: its text, what is marked, its tags."""

    def __init__(self, page: str):
        super().__init__()
        self.text, self.marked, self.tags, self._in = "", [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self._in.append(tag)
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag):
        assert self._in.pop() == tag

    def handle_data(self, data):
        if "style" in self._in:
            return
        self.text += data
        if "mark" in self._in:
            self.marked[-1] += data


def test_a_script_in_a_document_is_text():
    briefing = small()
    index = briefing.mentions[briefing.mentions["document"] == "courier"].index[2]
    page = Reader(to_html(evidence(briefing, [("mentions", index)])))
    assert "script" not in page.tags
    assert "<script>alert('Peru')</script> <b>Peru</b> & Senegal hope so." in page.text
    assert page.marked == ["Peru"]


@pytest.mark.parametrize("field", ["document", "title", "published", "voice", "note", "text"])
def test_no_field_can_smuggle_in_a_tag(field):
    page = Reader(to_html([piece(**{field: "<img src=x onerror=alert(1)>"})]))
    assert "img" not in page.tags
    assert "<img src=x onerror=alert(1)>" in page.text


def test_highlights_may_touch_or_overlap():
    page = Reader(to_html([piece("abcdef", [(2, 4), (0, 3), (4, 5)])], style=False))
    assert page.marked == ["abc", "d", "e"]


def test_what_is_not_known_is_said():
    page = Reader(to_html([piece(published="", voice="")]))
    assert "date not known" in page.text
    assert "voice not known" in page.text


def test_a_long_stretch_is_cut_in_its_middle_and_says_so():
    text = "a" * 5_000 + "WORD" + "b" * 10
    page = Reader(to_html([piece(text, [(5_000, 5_004)])], style=False))
    assert page.marked == ["WORD"]
    assert f"[… {5_000 - LONGEST:,} characters …]" in page.text
    assert len(page.text) < 1_000


def test_numbering_goes_on_over_pages():
    assert '<ol start="21">' in to_html([piece()], first=21)


def test_nothing_to_show_says_so():
    assert "No words to show." in to_html([])


@given(st.text(max_size=300), st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=4))
def test_any_text_comes_back_whole(text, highlights):
    page = Reader(to_html([piece(text, highlights, document="d")], style=False))
    # A parser reads \r\n as written, but leaves out NUL and unpaired surrogates by its own rules.
    if text.isprintable():
        assert page.text.startswith(text)
