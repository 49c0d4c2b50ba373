"""The form under the evidence: what it offers, what it keeps, and that everything shown follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_briefing import names, small

import briefing_lib as bl
from briefing_lib.corrections.decisions import FILE
from briefing_lib.corrections.targets import target_of
from briefing_lib.evidence import Anchor
from briefing_lib.explore import Explorer
from briefing_lib.page.correction_form import APART, DROP, SAME, UNDO, CorrectionForm
from briefing_lib.page.panel import NOTES, notes_html

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
    return shown


def save(explorer: Explorer, what: str, value: str = "", row: int = 1, note: str = "") -> CorrectionForm:
    """Save as the page does."""
    form = explorer._panel.form
    form.set_state({"asked": {"n": len(str(form.asked)), "row": row, "what": what, "value": value, "note": note}})
    form.asked = {}
    return form


def test_each_row_shown_is_offered_by_its_number_and_words(explorer):
    form = explorer._panel.form
    assert [row["n"] for row in form.rows] == list(range(1, len(explorer.evidence) + 1)) and len(form.rows) >= 2
    first = form.rows[0]
    assert first["words"].startswith("accra: Olaf Scholz visited Ghana") and first["event"] == explorer.selected
    assert first["cells"]["status"] == "held" and first["cells"]["participants"] == "Ghana | Olaf Scholz"
    columns = {name: (closed, known, hint) for name, closed, known, hint in form.columns["meetings"]}
    assert list(columns)[-3:] == [DROP, APART, SAME]
    assert columns["status"][0][:2] == ["proposed", "expected"], "a closed list is a list"
    assert "Ghana" in columns["place"][1] and columns["participants"][2] == "names joined with |"
    assert [name for name, _ in form.events] == explorer.filter.briefing.events["event"].tolist()


def test_nothing_is_offered_where_nothing_is_shown_or_can_be_kept(explorer, briefing):
    explorer.select("")
    assert explorer._panel.form.rows == []
    other = bl.explore(names, small())
    other.select("Peru")
    assert other._panel.form.rows == [], "a briefing without a folder keeps no decisions"


def test_a_saved_cell_reaches_the_file_the_tables_and_every_figure(explorer, briefing, tmp_path):
    other = bl.explore(bl.view.chronology, briefing, participant="Ghana")
    form = save(explorer, "place", "Tema", note="see the photograph")
    assert form.said["words"] == "Saved as decision 1 in corrections.csv, beside the documents."
    assert not form.said["error"]
    assert "see the photograph" in (tmp_path / FILE).read_text(encoding="utf-8-sig")
    assert "Tema" in briefing.meetings["place"].tolist(), "the variable of the notebook holds it too"
    assert "Tema" in explorer.table["place"].tolist() and "Tema" in other.table["place"].tolist()
    assert explorer.selected and form.kept == 1
    save(explorer, UNDO)
    assert form.said["words"] == "Taken back." and "Tema" not in other.table["place"].tolist() and form.kept == 0


def test_what_cannot_be_saved_is_said_and_nothing_changes(explorer, briefing, tmp_path):
    form = save(explorer, "edtf", "in May")
    assert form.said["error"] and "is no date: write it as EDTF" in form.said["words"]
    assert not (tmp_path / FILE).exists() and explorer.selected
    save(explorer, UNDO)
    assert "there is nothing to undo" in form.said["words"]
    save(explorer, "place", "Tema", row=99)
    assert not (tmp_path / FILE).exists(), "a click that came too late"


def test_a_mark_is_followed_when_events_are_numbered_anew(explorer, briefing):
    labels = [index for _, index in explorer.view.marks[explorer.selected]]
    other = bl.explore(bl.view.chronology, briefing)
    other.select(key_of(other, "Kenya"))
    for label in labels:  # every mention to a day before the other event
        explorer.filter.decide(lambda b, label=label: b.correct("meetings", label, "edtf", "2023-01-01"))
    assert [index for _, index in explorer.view.marks[explorer.selected]] == labels
    assert "Scholz" in explorer._panel.heading.value and "Kenya" in other._panel.heading.value


def test_a_dropped_row_and_a_name_that_goes_with_it(explorer, briefing):
    other = bl.explore(bl.view.chronology, briefing)
    other.select(key_of(other, "Kenya"))
    form = save(other, DROP)
    assert other.selected == "" and "Kenya" not in str(other.table)
    assert "Saved as decision 1" in form.said["words"], "said, though the row has gone"
    assert "Kenya" not in [value for _, value in explorer.controls["participant"].options], "controls follow"
    assert explorer.selected, "and the marks of others stay chosen"


def test_a_control_set_to_what_has_gone_shows_all(briefing):
    shown = bl.explore(bl.view.chronology, briefing, participant="Kenya")
    [row] = shown.view.marks[key_of(shown, "Kenya")]
    shown.filter.decide(lambda b: b.drop(*row))
    assert shown.controls["participant"].value == "" and len(shown.view.marks) == len(briefing.events)


def test_meetings_are_parted_and_joined(explorer, briefing):
    events = len(briefing.events)
    save(explorer, APART, row=2)
    assert len(briefing.events) == events + 1
    explorer.select(key_of(explorer, "Kenya"))
    save(explorer, SAME, briefing.events["event"].iloc[-1])
    assert len(briefing.events) == events
    assert any("decided by the researcher" in note for notes in explorer.view.notes.values() for note in notes)


def test_an_event_is_corrected_in_its_mentions_and_a_tie_where_named(briefing):
    gaps = bl.explore(bl.view.gaps, briefing)
    gaps.select("no place")
    assert [row["table"] for row in gaps._panel.form.rows] == ["meetings"]
    place = Anchor("actors", briefing.actors.index[briefing.actors["actor"] == "Kenya"][0], "berlin", 43, 48)
    assert target_of(briefing, place)[0] == "mentions"
    assert target_of(briefing, Anchor("sentences", 0, "berlin", 0, 5)) is None


def test_a_filtered_row_is_corrected_in_the_whole(explorer, briefing):
    explorer.where(document="berlin")
    assert [row["words"] for row in explorer._panel.form.rows] == ["berlin: Olaf Scholz visited Ghana on 11 May 2023"]
    save(explorer, "place", "Tema")
    assert briefing.meetings["place"].tolist().count("Tema") == 1 and len(briefing.documents) == 2
    assert explorer.filter.values == {"document": ["berlin"]}


def test_notes_are_escaped_and_folded():
    page = notes_html(["<script>", *"abcd"])
    assert "<script>" not in page and "&lt;script&gt;" in page
    assert f"<summary>{5 - NOTES} more</summary>" in page
    assert "details" not in notes_html(["a"])
