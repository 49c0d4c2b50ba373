"""Who says it: words in a quotation are its source's, all others their sentence's voice's."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing_lib as bl
from briefing_lib.said_by import holding, said_by, voices_of
from briefing_lib.tables import frame

WIRE = (
    "Talks in Lima\n\n"
    "Kenya sent an envoy to Peru. Foreign Minister Raychelle Omamo of Kenya said Uganda and Ghana had agreed to wait. "
    "“Togo will not wait,” President Faure Gnassingbé said, and Benin was silent.\n"
)
INTERVIEW = "Question: Will Chad come?\n\nMoussa Faki: Chad and Niger will come. “Mali will stay far away,” Assimi Goïta said.\n"


@pytest.fixture
def briefing(tmp_path: Path) -> bl.Briefing:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "interview.txt").write_text(INTERVIEW, encoding="utf-8")
    return bl.read_briefing(tmp_path)


def states(briefing: bl.Briefing) -> set[str]:
    return set(briefing.mentions.loc[briefing.mentions["type"] == "state", "actor"])


@pytest.mark.parametrize(
    ("voice", "named", "why"),
    [
        ("author", {"Kenya", "Peru", "Benin"}, "what is quoted, directly or not, is not the author's"),
        ("Raychelle Omamo", {"Uganda", "Ghana"}, "reported speech is its source's"),
        ("Faure Gnassingbé", {"Togo"}, "and so is what stands in quotation marks"),
        ("Moussa Faki Mahamat", {"Chad", "Niger"}, "a speaker's turn is his, but not what he quotes"),
        ("Assimi Goïta", {"Mali"}, "a quotation within a turn is its source's"),
        ("journalist", {"Chad"}, "questions are the journalist's"),
    ],
)
def test_a_voice_keeps_what_it_says(briefing: bl.Briefing, voice: str, named: set[str], why: str) -> None:
    assert states(briefing.where(voice=[voice])) == named, why


def test_several_voices_together(briefing: bl.Briefing) -> None:
    assert states(briefing.where(voice=["Faure Gnassingbé", "Assimi Goïta"])) == {"Togo", "Mali"}
    assert states(briefing.where(voice=["author"], document=["interview"])) == set()


def test_a_voice_and_an_actor(briefing: bl.Briefing) -> None:
    narrowed = briefing.where(voice=["Raychelle Omamo"], actor=["Ghana"])
    assert len(narrowed.sentences) == 1 and states(narrowed) == {"Uganda", "Ghana"}


def test_a_quotation_is_its_source_s_and_the_reporting_voice_s(briefing: bl.Briefing) -> None:
    togo = briefing.quotations.index[briefing.quotations["text"].str.contains("Togo")]
    for voice in ("Faure Gnassingbé", "author"):
        assert togo.isin(briefing.where(voice=[voice]).quotations.index).all()
    assert not togo.isin(briefing.where(voice=["Moussa Faki Mahamat"]).quotations.index).any()


def test_the_sentences_of_a_quoted_voice_are_kept_with_their_paragraphs(briefing: bl.Briefing) -> None:
    narrowed = briefing.where(voice=["Faure Gnassingbé"])
    assert list(narrowed.sentences["text"].str.contains("Togo")) == [True]
    assert len(narrowed.passages) == 1, "the passage it stands in"


def test_everybody_who_says_anything_is_a_voice(briefing: bl.Briefing) -> None:
    voices = voices_of(briefing.sentences, briefing.quotations)
    assert {"author", "journalist", "Moussa Faki Mahamat", "Raychelle Omamo", "Faure Gnassingbé"} <= set(voices)
    assert voices == sorted(set(voices)) and "" not in voices


def quotation(start: int, end: int, source: str, document: str = "d"):
    return (document, f"{document}#1", start, end, "", source, "", "", "", "", "direct", "")


def mention(at: int, document: str = "d"):
    return (document, f"{document}#1", at, at + 1, "", "", "state", "actor", "")


LINES = frame("sentences", [(f"{d}#1", d, 1, 0, 99, "", f"author of {d}", "narration") for d in "dxy"])


@pytest.mark.parametrize(
    ("quotations", "at", "said", "why"),
    [
        ([], 5, "author of d", "nothing is quoted"),
        ([(10, 20, "A")], 9, "author of d", "before"),
        ([(10, 20, "A")], 10, "A", "first character"),
        ([(10, 20, "A")], 20, "author of d", "behind the last"),
        ([(10, 40, "A"), (15, 20, "B")], 17, "B", "the inner one"),
        ([(10, 40, "A"), (15, 20, "B")], 30, "A", "behind the inner one"),
        ([(10, 40, "A"), (15, 20, "B"), (22, 24, "C")], 30, "A", "behind two inner ones"),
        ([(15, 20, "B"), (10, 40, "A")], 30, "A", "in whatever order"),
        ([(10, 20, "")], 12, "", "nobody knows"),
    ],
)
def test_the_innermost_quotation_counts(quotations, at: int, said: str, why: str) -> None:
    rows = frame("quotations", [quotation(*row) for row in quotations])
    assert list(said_by(frame("mentions", [mention(at)]), LINES, rows)) == [said], why


def test_documents_are_kept_apart() -> None:
    rows = frame("quotations", [quotation(10, 20, "A", "x")])
    said = said_by(frame("mentions", [mention(12, "y"), mention(12, "x")]), LINES, rows)
    assert list(said) == ["author of y", "A"]
    assert list(holding(LINES, rows)) == [False, True, False]


def test_tables_without_rows() -> None:
    empty = frame("quotations")
    assert list(holding(LINES, empty)) == [False] * 3
    assert list(holding(LINES.head(0), empty)) == []
    assert list(said_by(frame("mentions"), LINES, empty)) == []
