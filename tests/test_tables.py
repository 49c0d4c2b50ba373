"""The promise of the product: every row of every table points at its words, and the same input gives the same bytes."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import briefing_lib as bl
from briefing_lib.parse import parse_corpus
from briefing_lib.read.sources import read_sources
from briefing_lib.tables import TABLES, columns, frame

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


@pytest.fixture(scope="module")
def briefing() -> bl.Briefing:
    return bl.read_briefing(SEEDS)


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_those_of_the_data_dictionary(briefing: bl.Briefing, name: str) -> None:
    table = briefing.table(name)
    assert list(table.columns) == [c.name for c in columns(name)]
    assert all(c.meaning for c in columns(name))
    if name not in ("problems", "agreements"):
        assert len(table), "the seeds have rows in every table"


@pytest.mark.parametrize("name", [n for n in TABLES if {"start", "text"} <= {c.name for c in columns(n)}])
def test_every_row_is_anchored(briefing: bl.Briefing, name: str) -> None:
    for row in briefing.table(name).itertuples():
        assert 0 <= row.start < row.end
        assert briefing.text(row.document)[row.start : row.end] == row.text
        assert row.text == row.text.strip()


@pytest.mark.parametrize("name", ["mentions", "dates", "quantities", "quotations", "statistics", "meetings"])
def test_every_row_starts_in_its_sentence_and_names_its_rule(briefing: bl.Briefing, name: str) -> None:
    sentences = briefing.sentences.set_index("sentence")
    for row in briefing.table(name).itertuples():
        sentence = sentences.loc[row.sentence]
        assert sentence["document"] == row.document
        assert sentence["start"] <= row.start < sentence["end"]
        assert row.rule


def test_passages_and_topics_lie_in_their_document(briefing: bl.Briefing) -> None:
    for name in ("passages", "topics"):
        for row in briefing.table(name).itertuples():
            assert briefing.text(row.document)[row.start : row.end].strip()


ALLOWED = {
    ("passages", "kind"): {
        "headline",
        "byline",
        "caption",
        "heading",
        "narration",
        "statement",
        "question",
        "answer",
        "boilerplate",
    },
    ("mentions", "type"): {"person", "state", "organisation", "place"},
    ("mentions", "role"): {"actor", "place"},
    ("quotations", "kind"): {"direct", "indirect", "mixed"},
    ("quantities", "bound"): {"=", "~", ">", "<"},
    ("quantities", "change"): {"up", "down", ""},
    ("statistics", "flow"): {"turnover", "export", "import", ""},
    ("statistics", "direction"): {"up", "down", "flat", ""},
    ("meetings", "type"): {"visit", "talks", "summit", "call", "press", "speech", "ministerial", "signing", "other"},
    ("meetings", "status"): {"proposed", "expected", "planned", "held", "postponed", "cancelled", "denied"},
    ("topics", "method"): {"codebook", "learned"},
}


@pytest.mark.parametrize(("table", "column"), ALLOWED, ids=[f"{t}.{c}" for t, c in ALLOWED])
def test_closed_lists_are_kept(briefing: bl.Briefing, table: str, column: str) -> None:
    assert set(briefing.table(table)[column]) <= ALLOWED[table, column]


@pytest.mark.parametrize("name", ["dates", "meetings", "events"])
def test_bounds_are_days_in_order(briefing: bl.Briefing, name: str) -> None:
    for row in briefing.table(name).itertuples():
        bounds = [date.fromisoformat(bound) for bound in (row.earliest, row.latest) if bound]
        assert bounds == sorted(bounds)
        assert bool(row.edtf) or not bounds


def test_events_point_at_their_mentions(briefing: bl.Briefing) -> None:
    spans = [f"{m.document}:{m.start}-{m.end}" for m in briefing.meetings.itertuples()]
    told = [mention for mentions in briefing.events["mentions"] for mention in mentions]
    assert sorted(told) == sorted(spans), "every mention belongs to one event"
    assert briefing.events["event"].is_unique


def test_countries_are_iso_codes(briefing: bl.Briefing) -> None:
    assert all(re.fullmatch(r"(?:[A-Z]{3})?", code) for code in briefing.actors["country"])


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_two_runs_give_identical_bytes(tmp_path: Path) -> None:
    for run in ("one", "two"):
        bl.read_briefing(SEEDS).save(tmp_path / run, "csv")
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


def test_the_number_of_workers_and_the_order_of_documents_do_not_matter() -> None:
    sources, _ = read_sources(SEEDS)
    one, two = parse_corpus(sources, workers=1), parse_corpus(sources, workers=2)
    assert one == two or frames(one) == frames(two)
    shuffled = sources[:]
    random.Random(3).shuffle(shuffled)
    for name in ("events", "actors"):
        pd.testing.assert_frame_equal(frame(name, parse_corpus(shuffled, workers=1)[name]), frame(name, one[name]))


def frames(rows: dict) -> dict[str, str]:
    return {name: frame(name, values).to_csv() for name, values in rows.items()}


def test_parquet_keeps_everything(briefing: bl.Briefing, tmp_path: Path) -> None:
    briefing.save(tmp_path / "out")
    again = bl.open_briefing(tmp_path / "out")
    for name in TABLES:
        pd.testing.assert_frame_equal(again.table(name), briefing.table(name))
    assert again.text(briefing.documents["document"][0]) == briefing.text(briefing.documents["document"][0])


def test_csv_joins_lists_and_writes_plain_numbers(briefing: bl.Briefing, tmp_path: Path) -> None:
    briefing.save(tmp_path / "out", "csv")
    meetings = pd.read_csv(tmp_path / "out" / "meetings.csv", keep_default_na=False)
    assert " | " in "".join(meetings["participants"])
    assert "240100000000," in (tmp_path / "out" / "statistics.csv").read_text(encoding="utf-8")


def test_wrong_names_are_answered_with_the_right_ones(briefing: bl.Briefing, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="There is no table 'meeting'.*meetings"):
        briefing.table("meeting")
    with pytest.raises(ValueError, match="There is no document 'x'"):
        briefing.text("x")
    with pytest.raises(ValueError, match="There is no format 'xls'"):
        briefing.save(tmp_path, "xls")  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError, match="briefing parse"):
        bl.open_briefing(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotADirectoryError, match="is a file"):
        briefing.save(tmp_path / "file")


def test_where_keeps_labels_and_narrows_every_table(briefing: bl.Briefing) -> None:
    first = briefing.documents["document"][0]
    narrowed = briefing.where(document=[first])
    for name in TABLES:
        table = narrowed.table(name)
        assert set(table.index) <= set(briefing.table(name).index)
        if "document" in table and name != "problems":
            assert set(table["document"]) <= {first}
    person = briefing.mentions.loc[briefing.mentions["type"] == "person", "actor"].iloc[0]
    about = briefing.where(actor=[person])
    assert set(about.sentences["sentence"]) == set(
        briefing.mentions.loc[briefing.mentions["actor"] == person, "sentence"]
    )
    assert 0 < len(about.meetings) < len(briefing.meetings)
    voices = briefing.where(voice=["author"])
    assert set(voices.sentences["voice"]) == {"author"}
    assert set(briefing.where(period=("2024-01-01", "2024-12-31")).documents["published"].str[:4]) == {"2024"}
    topic = briefing.topics["topic"].iloc[0]
    assert set(briefing.where(topic=[topic]).topics["topic"]) == {topic}
    nothing = briefing.where(period="1815")
    assert all(len(nothing.table(name)) == 0 for name in TABLES if name != "problems")


@pytest.mark.parametrize("folder", ["world", "decades"])
def test_documents_from_elsewhere_are_read_without_a_stumble(folder: str) -> None:
    elsewhere = bl.read_briefing(SEEDS.parent / "tests" / "gold" / folder / "documents")
    assert len(elsewhere.documents) == 6
    assert not elsewhere.problems["what"].str.contains("could be read").any(), elsewhere.problems["what"].tolist()
    for name in ("mentions", "dates", "quantities", "quotations", "statistics", "meetings"):
        assert all(
            elsewhere.text(row.document)[row.start : row.end] == row.text for row in elsewhere.table(name).itertuples()
        )
