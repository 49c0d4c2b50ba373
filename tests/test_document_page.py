"""The page of a document: its text to the character, escaped, cut where marks overlap."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_briefing import TEXTS, small

from briefing_lib.evidence import Anchor, evidence
from briefing_lib.evidence.document_page import page_html
from briefing_lib.evidence.layers import LAYERS, OPENED, Block, Mark, blocks_of, find_mark, in_order, mark_at, marks_of
from briefing_lib.tables import TABLES, frame


class Reading(HTMLParser):
    """Text of a page, what stands at the side left out, and the pieces of its marks: (words, layers, numbers)."""

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.text, self.pieces, self._open, self.tags = "", [], [], set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self._open.append((tag, dict(attributes)))
        self.tags.add(tag)
        if tag == "mark":
            self.pieces.append(["", dict(attributes).get("class", ""), dict(attributes).get("data-m", "")])

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag, "tags are closed in order"

    def handle_data(self, data):
        if any(attributes.get("class") == "bl-side" for _, attributes in self._open):
            return
        self.text += data
        if self._open and self._open[-1][0] == "mark":
            self.pieces[-1][0] += data


def mark(start, end, layer="actors", spans=None):
    return Mark(layer, LAYERS[layer].table, 0, start, end, spans or [(start, end)], "a note", [])


def lines(text):
    """Paragraphs of a text without passages."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Block(start, start + len(line), len(found) + 1, "", "", "", False))
        start += len(line) + 1
    return found


TEXT = "Chad & Peru met.\n\nOn 4 May <b>."


@pytest.mark.parametrize(
    ("marks", "pieces"),
    [
        ([], []),
        ([mark(0, 4)], [("Chad", "l-actors", "0")]),
        # a meeting around two names: cut at each of their borders, the innermost first
        (
            [mark(0, 15, "meetings"), mark(0, 4), mark(7, 11)],
            [
                ("Chad", "l-actors l-meetings", "1 0"),
                (" & ", "l-meetings", "0"),
                ("Peru", "l-actors l-meetings", "2 0"),
                (" met", "l-meetings", "0"),
            ],
        ),
        # two that cross, as no nesting of elements can show them
        (
            [mark(0, 11, "quotations"), mark(7, 15, "meetings")],
            [
                ("Chad & ", "l-quotations", "0"),
                ("Peru", "l-meetings l-quotations", "1 0"),
                (" met", "l-meetings", "1"),
            ],
        ),
        # over several paragraphs: in each of them, and not in the blank line between
        (
            [mark(7, 26, "quotations")],
            [("Peru met.", "l-quotations", "0"), ("On 4 May", "l-quotations", "0")],
        ),
        # the same words twice in one layer: one piece that names both
        ([mark(0, 4), mark(0, 4)], [("Chad", "l-actors", "0 1")]),
        # a topic colours its terms, not its paragraph; they may overlap
        (
            [mark(0, 16, "topics", [(0, 4), (0, 4), (12, 15)])],
            [("Chad", "l-topics", "0"), ("met", "l-topics", "0")],
        ),
        # no words, or none of this text
        ([mark(4, 4), mark(90, 99), mark(-9, -2)], []),
        # one that runs over the end is cut at the end
        ([mark(21, 99, "dates")], [("4 May <b>.", "l-dates", "0")]),
    ],
)
def test_words_are_cut_at_the_borders_of_marks(marks, pieces):
    read = Reading(page_html(TEXT, lines(TEXT), marks))
    assert [tuple(piece) for piece in read.pieces] == pieces
    assert read.text == TEXT


@pytest.mark.parametrize("still", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        " a \n\t\nb",
        "<script>alert('x')</script> & &amp; \"q\"",
        "a\n b",
        "]]> <!-- -->",
        "e\u0301 𝔘\n\n🙂 x",
    ],
)
def test_the_text_of_the_page_is_the_text_of_the_document(text, still):
    read = Reading(page_html(text, lines(text), [mark(0, len(text)), mark(1, 3, "dates")], still))
    assert read.text == text
    assert read.tags <= {"div", "p", "mark", "span", "b", "i", "button"}


@given(
    st.text(alphabet="ab &<>\"'\n\té\u20ac", max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70), st.sampled_from(list(LAYERS))), max_size=12),
    st.booleans(),
)
def test_any_marks_leave_the_text_as_it_is(text, spans, still):
    marks = [mark(start, end, layer) for start, end, layer in spans]
    read = Reading(page_html(text, lines(text), marks, still))
    assert read.text == text
    assert not any("\n" in piece for piece, _, _ in read.pieces)
    if still:
        return
    for n, (start, end, _) in enumerate(spans):
        words = "".join(piece for piece, _, numbers in read.pieces if str(n) in numbers.split())
        inside = [text[max(start, b.start) : min(end, b.end)] for b in lines(text) if start < b.end and end > b.start]
        assert words == "".join(inside) if start < end else not words


def test_a_part_of_a_document_is_the_text_of_its_paragraphs():
    assert Reading(page_html(TEXT, lines(TEXT)[1:], [mark(0, 4)])).text == "On 4 May <b>."
    assert Reading(page_html(TEXT, lines(TEXT)[:1], [mark(0, 4)])).text == "Chad & Peru met."


def test_notes_and_voices_are_escaped():
    block = Block(0, 4, 1, "statement", "<i>A</i>", "", True)
    said = Mark("topics", "topics", 0, 0, 4, [(0, 4)], '"><script>', ["", "", "", "", "<u>"])
    for still in (False, True):
        page = page_html("Chad", [block], [said], still)
        assert "<script>" not in page
        assert "<u>" not in page
        assert "&lt;i&gt;A&lt;/i&gt;" in page


BRIEFING = small()


@pytest.mark.parametrize("document", list(TEXTS))
def test_marks_stand_in_order_and_their_spans_are_their_words(document):
    marks = marks_of(BRIEFING, document)
    assert [(m.start, -m.end) for m in marks] == sorted((m.start, -m.end) for m in marks)
    for found in marks:
        row = getattr(BRIEFING, found.table).loc[found.index]
        assert row["document"] == document
        if found.layer == "topics":
            assert [TEXTS[document][a:b] for a, b in found.spans] == ["talks", "talks", "denied"]
        else:
            assert [TEXTS[document][a:b] for a, b in found.spans] == [row["text"]]


def test_a_mark_says_what_the_evidence_says():
    for document in TEXTS:
        for found in marks_of(BRIEFING, document):
            assert found.note == evidence(BRIEFING, [(found.table, found.index)])[0].note


def test_only_the_layers_asked_for_and_only_the_rows_a_filter_leaves():
    assert {m.layer for m in marks_of(BRIEFING, "gazette", ["topics"])} == {"topics"}
    narrowed = BRIEFING.where(document=["courier"])
    assert marks_of(narrowed, "gazette") == []
    assert [m.index for m in marks_of(narrowed, "courier")] == [m.index for m in marks_of(BRIEFING, "courier")]


def test_values_stand_in_the_order_of_the_columns_and_unknown_is_empty():
    [found] = marks_of(BRIEFING, "gazette", ["topics"])
    assert found.values[-4:] == ["diplomacy", "0.5", "codebook", "talk | denied"]
    nothing = float("nan")
    tables = {name: frame(name) for name in TABLES}
    row = ("d", "d#1", 0, 4, "Chad", "trade", "", "", "", "", 2.5e9, "USD", nothing, *[""] * 5, *[nothing] * 3, "", "r")
    tables["statistics"] = frame("statistics", [row])
    briefing = type("Other", (), {**tables, "text": lambda self, document: "Chad"})()
    [found] = marks_of(briefing, "d")
    assert found.layer == "figures"
    assert found.values[10:13] == ["2,500,000,000", "USD", ""]


def test_rows_are_found_by_label_and_those_that_gather_places_by_their_place():
    marks = marks_of(BRIEFING, "gazette")
    second = [n for n, m in enumerate(marks) if m.table == "meetings"][1]
    span = (marks[second].start, marks[second].end)
    assert find_mark(marks, "meetings", marks[second].index) == second
    assert find_mark(marks, "events", 1, span) == second
    assert find_mark(marks, "events", 1) == -1
    assert find_mark(marks, "sentences", 0, span) == -1


def test_a_place_that_is_no_mark_of_a_table_is_one_of_its_own():
    row = BRIEFING.sentences[BRIEFING.sentences["document"] == "harbour"].iloc[1]
    index = row.name
    place = Anchor("sentences", index, "harbour", int(row["start"]), int(row["end"]))
    marks = in_order([mark_at(BRIEFING, place), *marks_of(BRIEFING, "harbour")])
    at = find_mark(marks, "sentences", index)
    assert marks[at].layer == OPENED
    assert marks[at].note == "narration"
    page = Reading(page_html(TEXTS["harbour"], blocks_of(BRIEFING, "harbour"), marks))
    assert "".join(p for p, _, numbers in page.pieces if str(at) in numbers.split()) == row["text"]


def test_paragraphs_say_who_speaks():
    blocks = blocks_of(BRIEFING, "harbour")
    assert [b.paragraph for b in blocks] == [1, 2, 3]
    assert [b.kind for b in blocks] == ["headline", "narration", "narration"]
    assert all(TEXTS["harbour"][b.start : b.end].strip() for b in blocks)
    page = page_html(TEXTS["harbour"], blocks, [])
    assert 'class="bl-par bl-headline"' in page
    assert page.count("<b>author</b>") == 3, "each of these passages is a paragraph of its own"


def test_a_passage_of_several_paragraphs_is_introduced_once():
    text = "One.\n\nTwo.\nThree.\nNobody's."
    tables = {name: frame(name) for name in TABLES}
    tables["passages"] = frame(
        "passages", [("d", 1, 0, 4, "question", "journalist", "", 1), ("d", 2, 6, 17, "answer", "Ada", "", 1)]
    )
    briefing = type("Other", (), {**tables, "text": lambda self, document: text})()
    blocks = blocks_of(briefing, "d")
    assert [(b.voice, b.opens) for b in blocks] == [("journalist", True), ("Ada", True), ("Ada", False), ("", True)]
