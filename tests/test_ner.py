"""Statistical names: what a spaCy pipeline adds to the rules, and that nothing needs spaCy unless it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import briefing_lib as bl
from briefing_lib.cli import main
from briefing_lib.find.ner import StatisticalNames
from briefing_lib.tables import Mention, Sentence

# What a trained pipeline would find: names that no rule can know, and some that the rules know as well.
PATTERNS = [
    {"label": "PERSON", "pattern": "Zorblat Quimby"},
    {"label": "PERSON", "pattern": "Quimby"},
    {"label": "ORG", "pattern": "the quayside compact's"},
    {"label": "ORG", "pattern": "the Quayside compact's"},
    {"label": "ORG", "pattern": "the Nairobi"},
    {"label": "GPE", "pattern": "Nairobi"},
    {"label": "LOC", "pattern": "the lower Umbrel"},
    {"label": "NORP", "pattern": "Umbrelian"},
    {"label": "DATE", "pattern": "Monday"},
]
NOTE = (
    "The envoys met in Nairobi on Monday.\n\n"
    "Minutes name zorblat and Zorblat Quimby of the Quayside compact's board; Quimby left for the lower Umbrel, an Umbrelian valley.\n"
)
RULE = "spaCy en_tiny"


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the folder of a tiny pipeline made here."""
    nlp = spacy.blank("en", meta={"name": "tiny"})
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)  # type: ignore[attr-defined]
    folder = tmp_path_factory.mktemp("pipelines") / "en_tiny"
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "more.txt").write_text("Nobody saw Zorblat Quimby again.\n", encoding="utf-8")
    return tmp_path


def added(briefing: bl.Briefing) -> list[tuple[str, str, str, str]]:
    found = briefing.mentions[briefing.mentions["rule"] == RULE]
    return [(m.text, m.actor, m.type, m.role) for m in found.itertuples()]


def test_names_the_rules_missed_are_added_and_marked(corpus: Path, pipeline: str) -> None:
    plain, more = bl.read_briefing(corpus), bl.read_briefing(corpus, ner=pipeline)
    found = added(more)
    assert ("lower Umbrel", "lower Umbrel", "place", "place") in found, "without the article"
    assert ("Quayside compact", "Quayside compact", "organisation", "actor") in found, "without the genitive"
    assert not any("Umbrelian" in text or "Monday" in text for text, *_ in found), "no demonyms, no dates"
    kept = more.mentions[more.mentions["rule"] != RULE].reset_index(drop=True)
    assert kept.equals(plain.mentions), "what the rules found stays as it was"


def test_mentions_are_in_order_and_never_overlap(corpus: Path, pipeline: str) -> None:
    briefing = bl.read_briefing(corpus, ner=pipeline)
    for _, rows in briefing.mentions.groupby("document"):
        assert rows["start"].is_monotonic_increasing
        assert (rows["start"].to_numpy()[1:] >= rows["end"].to_numpy()[:-1]).all()
    for m in briefing.mentions.itertuples():
        assert briefing.text(m.document)[m.start : m.end] == m.text
    assert set(briefing.mentions["actor"]) <= set(briefing.actors["actor"])


def test_a_surname_alone_is_the_full_name(pipeline: str) -> None:
    text = "Quimby spoke."
    sentence = Sentence("d#1", "d", 1, 0, len(text), text, "author", "narration")
    known = Mention("d", "d#0", 0, 0, "", "Ann Quimby", "person", "actor", "")
    names = StatisticalNames(pipeline)
    assert [m.actor for m in names.find(text, [sentence], [])] == ["Quimby"]
    assert [m.actor for m in names.find(text, [sentence], [known])] == ["Ann Quimby"]
    assert [m.actor for m in names.find(text, [sentence], [known, known._replace(actor="Bo Quimby")])] == ["Quimby"]


def test_boilerplate_is_passed_over(pipeline: str) -> None:
    text = "Zorblat Quimby"
    sentence = Sentence("d#1", "d", 1, 0, len(text), text, "author", "boilerplate")
    assert StatisticalNames(pipeline).find(text, [sentence], []) == []


def test_workers_use_the_pipeline_too(corpus: Path, pipeline: str) -> None:
    assert added(bl.read_briefing(corpus, ner=pipeline, workers=2)) == added(bl.read_briefing(corpus, ner=pipeline))


def test_the_command_line_takes_a_pipeline(corpus: Path, pipeline: str, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    assert main(["parse", str(corpus), "--out", str(out), "--format", "csv", "--ner", pipeline, "--quiet"]) == 0
    assert RULE in (out / "mentions.csv").read_text(encoding="utf-8")


def test_an_unknown_pipeline_says_how_to_install_it(corpus: Path) -> None:
    with pytest.raises(ValueError, match=r"no spaCy pipeline 'xx_none'.*spacy download xx_none"):
        bl.read_briefing(corpus, ner="xx_none")


def test_a_pipeline_that_finds_no_names_says_so(corpus: Path, tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "bare")
    with pytest.raises(ValueError, match="finds no names: it has nothing"):
        bl.read_briefing(corpus, ner=str(tmp_path / "bare"))


def test_without_spacy_the_message_says_what_to_install(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ImportError, match=r"needs spaCy: pip install 'briefing-notebooks\[ner\]'"):
        bl.read_briefing(corpus, ner="en_core_web_sm")
    assert len(bl.read_briefing(corpus).documents) == 2, "the default needs none"


def test_spacy_is_not_imported_unless_asked_for(corpus: Path) -> None:
    code = f"import briefing_lib, sys; briefing_lib.read_briefing({str(corpus)!r}); print('spacy' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "False"


@given(words=st.lists(st.sampled_from(["Zorblat", "Quimby", "the", "lower", "Umbrel", "Nairobi", "’s", ".", "\n"])))
def test_any_text(pipeline: str, words: list[str]) -> None:
    text = " ".join(words)
    stripped = text.strip()
    start = text.find(stripped) if stripped else 0
    sentence = Sentence("d#1", "d", 1, start, start + len(stripped), stripped, "author", "narration")
    for m in StatisticalNames(pipeline).find(text, [sentence] if stripped else [], []):
        assert text[m.start : m.end] == m.text and m.text == m.text.strip()
