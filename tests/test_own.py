"""What a researcher keeps beside the documents: own names and terms come before the bundled ones, bad rows are told."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing_lib as bl

NOTE = (
    "Accra, 3 May 2019\n\nThe Volta Compact met in Accra. Delegates of the VC praised the salmon ladder and Georgia Tamakloe.\n\n"
    "Ghana and Togo will share the fish passes of the river.\n"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    return tmp_path


def write(corpus: Path, name: str, text: str) -> bl.Briefing:
    (corpus / name).write_text(text, encoding="utf-8")
    return bl.read_briefing(corpus)


def named(briefing: bl.Briefing) -> dict[str, tuple[str, str]]:
    return {m.text: (m.actor, m.type) for m in briefing.mentions.itertuples()}


def test_own_actors_extend_the_lexicon(corpus: Path) -> None:
    rows = "alias,actor,type,country\nVolta Compact,Volta Compact,organisation,GHA\nVC,Volta Compact,organisation,GHA\n"
    briefing = write(corpus, "actors.csv", rows)
    assert named(briefing)["Volta Compact"] == named(briefing)["VC"] == ("Volta Compact", "organisation")
    actors = briefing.actors.set_index("actor")
    assert actors.loc["Volta Compact", "country"] == "GHA"


def test_own_actors_override_the_lexicon(corpus: Path) -> None:
    assert named(bl.read_briefing(corpus))["Togo"] == ("Togo", "state")
    briefing = write(corpus, "actors.csv", "alias,actor,type\nTogo,Togo District,place\n")
    assert named(briefing)["Togo"] == ("Togo District", "place")
    assert named(briefing)["Ghana"] == ("Ghana", "state")


def test_an_own_actor_needs_its_alias_alone(corpus: Path) -> None:
    assert named(write(corpus, "actors.csv", "alias\nVolta Compact\n"))["Volta Compact"] == (
        "Volta Compact",
        "organisation",
    )


def found(briefing: bl.Briefing) -> dict[str, list[str]]:
    return {t.topic: t.terms for t in briefing.topics.itertuples()}


def test_own_topics_extend_the_codebook(corpus: Path) -> None:
    assert "rivers" not in found(bl.read_briefing(corpus))
    briefing = write(corpus, "topics.csv", "term,topic,weight\nfish pass,rivers,3\nsalmon ladder,rivers,2.5\n")
    assert found(briefing)["rivers"] == ["fish pass"], "the plural is found as well"
    assert set(briefing.topics["method"]) == {"codebook"}


def test_own_topics_override_the_codebook(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Chile kept the embargo.\n", encoding="utf-8")
    assert found(bl.read_briefing(tmp_path)) == {"sanctions": ["embargo"]}
    assert found(write(tmp_path, "topics.csv", "term,topic,weight\nembargo,press,3\n")) == {"press": ["embargo"]}
    assert found(write(tmp_path, "topics.csv", "term,topic,weight\nembargo,press,0\n")) == {}


def test_a_term_without_weight_is_at_home_in_its_topic(corpus: Path) -> None:
    assert found(write(corpus, "topics.csv", "term,topic\nfish pass,rivers\n"))["rivers"] == ["fish pass"]


@pytest.mark.parametrize(
    ("name", "text", "what", "remedy"),
    [
        ("actors.csv", "name,type\nVC,state\n", "the column 'alias' is missing", "give it the columns alias, actor"),
        ("topics.csv", "term\nfish\n", "the column 'topic' is missing", "give it the columns term, topic, weight"),
        (
            "actors.csv",
            "alias,type\nVC,stat\n",
            "line 2: there is no type 'stat'",
            "person, state, organisation, place",
        ),
        ("actors.csv", "alias,actor\n,Volta Compact\n", "line 2: 'alias' is empty", "fill it, or remove the line"),
        ("topics.csv", "term,topic,weight\nfish,rivers,much\n", "line 2: the weight 'much' is no number", "write 3"),
        ("topics.csv", "term,topic,weight\nfish,rivers,nan\n", "line 2: the weight 'nan' is no number", "write 3"),
        ("topics.csv", "term,topic,weight\nfish,,2\n", "line 2: 'topic' is empty", "fill it"),
    ],
)
def test_a_bad_row_is_told_with_its_file_and_line(corpus: Path, name: str, text: str, what: str, remedy: str) -> None:
    briefing = write(corpus, name, text)
    told = briefing.problems[briefing.problems["path"] == name]
    assert len(told) == 1 and what in told["what"].iat[0] and remedy in told["remedy"].iat[0]
    assert len(briefing.documents) == 1, "the corpus is read all the same"


def test_a_bad_row_does_not_take_the_others_with_it(corpus: Path) -> None:
    rows = "alias,actor,type\nVC,Volta Compact,club\nVolta Compact,Volta Compact,organisation\n"
    assert "Volta Compact" in named(write(corpus, "actors.csv", rows))


def test_a_file_that_is_no_text_is_told(corpus: Path) -> None:
    (corpus / "topics.csv").write_bytes(bytes(range(256)) * 4)
    briefing = bl.read_briefing(corpus)
    assert "topics.csv" in set(briefing.problems["path"]) and len(briefing.documents) == 1


def test_workers_know_the_own_lexicons(corpus: Path) -> None:
    (corpus / "more.txt").write_text("Benin will build fish passes.\n", encoding="utf-8")
    (corpus / "topics.csv").write_text("term,topic\nfish pass,rivers\n", encoding="utf-8")
    assert (
        list(bl.read_briefing(corpus, workers=2).topics["topic"])
        == list(bl.read_briefing(corpus).topics["topic"])
        == ["rivers", "rivers"]
    )


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_spreadsheet_may_put_other_marks_between_cells(corpus: Path, separator: str) -> None:
    briefing = write(corpus, "topics.csv", "term,topic,weight\nfish pass,rivers,3\n".replace(",", separator))
    assert found(briefing)["rivers"] == ["fish pass"]


@pytest.mark.parametrize("published", ["12 March 2024", "the other day", "2024-13-40"])
def test_a_date_that_cannot_be_read_is_told_and_left_out(corpus: Path, published: str) -> None:
    briefing = write(corpus, "sources.csv", f"document;published\nnote;{published}\n")
    assert briefing.documents["published"].iat[0] == "2019-05-03", "what the document says of itself"
    [told] = briefing.problems[briefing.problems["path"] == "sources.csv"].itertuples()
    assert published in told.what and "YYYY-MM-DD" in told.remedy


def test_one_name_may_stand_by_itself(corpus: Path) -> None:
    briefing = bl.read_briefing(corpus)
    assert briefing.where(actor="Togo").mentions.equals(briefing.where(actor=["Togo"]).mentions)
    assert len(briefing.where(voice="author").sentences)
