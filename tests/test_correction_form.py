"""The form under the evidence: what it offers, what it keeps, and that everything shown follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_briefing import names, small

import briefing_lib as bl
from briefing_lib.correction_form import APART, DROP, SAME
from briefing_lib.corrections.decisions import FILE
from briefing_lib.explore import Explorer
from briefing_lib.panel import NOTES, notes_html

WIRES = {
    "accra": (
        "2023-05-12",
        "Olaf Scholz visited Ghana on 11 May 2023.\n\nOlaf Scholz left Ghana after his visit on 11 May 2023.\n",
    ),
    "berlin": ("2023-05-13", "Olaf Scholz visited Ghana on 11 May 2023.\n\nKenya and Peru held talks on 2 May 2023.\n"),
}


@pytest.fixture
def briefing(tmp_path: Path) -> bl.Briefing:
    for name, (_, text) in WIRES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    lines = [f"{name},{day}" for name, (day, _) in WIRES.items()]
    (tmp_path / "sources.csv").write_text("\n".join(["document,published", *lines]), encoding="utf-8")
    return bl.read_briefing(tmp_path)


def key_of(explorer: Explorer, words: str) -> str:
    table = explorer.table
    return str(table.loc[table["participants"].str.contains(words), "mark"].iloc[0])


@pytest.fixture
def explorer(briefing: bl.Briefing) -> Explorer:
    shown = bl.explore(bl.view.chronology, briefing)
    shown.select(key_of(shown, "Scholz"))
    shown._panel.form.opened.value = True
    return shown


def test_each_row_shown_is_offered_by_its_number_and_words(explorer):
    form = explorer._panel.form
    assert len(form.row.options) == len(explorer.evidence) >= 2
    assert form.row.options[0][0].startswith("1. accra: Olaf Scholz visited Ghana")
    assert form.what.options[-3:] == (DROP, APART, SAME)
    assert form.what.value == "status" and form.value.value == "held", "what stands there to begin with"
    assert [word for _, word in form.value.options][:2] == ["proposed", "expected"], "a closed list is a list"


def test_nothing_is_offered_where_nothing_is_shown_or_can_be_kept(explorer, briefing):
    explorer.select("")
    assert explorer._panel.form.opened.layout.display == "none"
    assert explorer._panel.form._fields.layout.display == "none"
    other = bl.explore(names, small())
    other.select("Peru")
    assert other._panel.form.opened.layout.display == "none", "a briefing without a folder keeps no decisions"


def test_a_saved_cell_reaches_the_file_the_tables_and_every_figure(explorer, briefing, tmp_path):
    other = bl.explore(bl.view.chronology, briefing, participant="Ghana")
    form = explorer._panel.form
    form.what.value = "place"
    form.value.value = "Tema"
    form.note.value = "see the photograph"
    form.save.click()
    assert "Saved as decision 1 in corrections.csv" in form.said.value
    assert "see the photograph" in (tmp_path / FILE).read_text(encoding="utf-8-sig")
    assert "Tema" in briefing.events["place"].tolist(), "the variable of the notebook holds it too"
    assert "Tema" in explorer.table["place"].tolist() and "Tema" in other.table["place"].tolist()
    assert explorer.selected and form.what.value == "place" and form.value.value == "Tema", "ready for the next"
    assert form.note.value == ""
    form.undo.click()
    assert "Taken back" in form.said.value and "Tema" not in other.table["place"].tolist()


def test_what_cannot_be_saved_is_said_and_nothing_changes(explorer, briefing, tmp_path):
    form = explorer._panel.form
    form.what.value = "edtf"
    form.value.value = "in May"
    form.save.click()
    assert 'role="alert"' in form.said.value and "is no date: write it as EDTF" in form.said.value
    assert not (tmp_path / FILE).exists() and explorer.selected


def test_a_mark_is_followed_when_events_are_numbered_anew(explorer, briefing):
    before = explorer.selected
    explorer._panel.form.what.value = "edtf"
    for _ in explorer._panel.form.row.options:  # every mention to a day before the other event
        explorer._panel.form.value.value = "2023-01-01"
        explorer._panel.form.save.click()
        rows = [n for _, n in explorer._panel.form.row.options]
        explorer._panel.form.row.value = rows[min(len(rows) - 1, rows.index(explorer._panel.form.row.value) + 1)]
    assert {index for _, index in explorer.view.marks[explorer.selected]}, before
    assert "Scholz" in explorer._panel.heading.value


def test_a_dropped_row_and_a_name_that_goes_with_it(explorer, briefing):
    other = bl.explore(bl.view.chronology, briefing)
    other.select(key_of(other, "Kenya"))
    form = other._panel.form
    form.what.value = DROP
    assert form.value.description == "", "there is no value to write"
    form.save.click()
    assert other.selected == "" and "Kenya" not in str(other.table)
    assert "Saved as decision 1" in form.said.value, "said, though the row has gone"
    assert "Kenya" not in [value for _, value in explorer.controls["participant"].options], "controls follow"
    assert explorer.selected, "and the marks of others stay chosen"


def test_a_control_set_to_what_has_gone_shows_all(briefing):
    shown = bl.explore(bl.view.chronology, briefing, participant="Kenya")
    [row] = shown.view.marks[key_of(shown, "Kenya")]
    shown.filter.decide(lambda b: b.drop(*row))
    assert shown.controls["participant"].value == "" and len(shown.view.marks) == len(briefing.events)


def test_meetings_are_parted_and_joined(explorer, briefing):
    form, events = explorer._panel.form, len(briefing.events)
    form.row.value = 2
    form.what.value = APART
    form.save.click()
    assert len(briefing.events) == events + 1
    explorer.select(key_of(explorer, "Kenya"))
    form.what.value = SAME
    assert len(form.value.options) == events, "all but its own"
    form.value.value = form.value.options[-1][1]
    form.save.click()
    assert len(briefing.events) == events
    assert any("decided by the researcher" in note for notes in explorer.view.notes.values() for note in notes)


def test_an_event_is_corrected_in_its_mentions_and_an_actor_where_named(briefing):
    gaps = bl.explore(bl.view.gaps, briefing)
    gaps.select("no place")
    assert gaps._panel.form.row.options and "participants" in gaps._panel.form.what.options
    overview = bl.explore(bl.view.cooccurrence, briefing)
    key = next(key for key, rows in overview.view.marks.items() if rows)
    overview.select(key)
    form = overview._panel.form
    assert form.opened.layout.display == ("" if form.row.options else "none")


def test_a_filtered_row_is_corrected_in_the_whole(explorer, briefing):
    explorer.where(document="berlin")
    form = explorer._panel.form
    assert [text for text, _ in form.row.options] == ["1. berlin: Olaf Scholz visited Ghana on 11 May 2023"]
    form.what.value = "place"
    form.value.value = "Tema"
    form.save.click()
    assert briefing.meetings["place"].tolist().count("Tema") == 1 and len(briefing.documents) == 2
    assert explorer.filter.values == {"document": ["berlin"]}


def test_notes_are_escaped_and_folded():
    page = notes_html(["<script>", *"abcd"])
    assert "<script>" not in page and "&lt;script&gt;" in page
    assert f"<summary>{5 - NOTES} more</summary>" in page
    assert "details" not in notes_html(["a"])
