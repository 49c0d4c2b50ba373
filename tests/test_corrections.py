"""A researcher's decisions: kept beside the documents, replayed, and reported when the words under them have gone."""

from __future__ import annotations

import csv
import os
import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing_lib as bl
from briefing_lib.corrections.anchors import NEAR, find_words
from briefing_lib.corrections.decisions import COLUMNS, FILE, Decision, append, read_decisions
from briefing_lib.corrections.values import CLOSED, WrongDecision, correctable
from briefing_lib.tables import TABLES

WIRES = {
    "accra": (
        "2023-05-12",
        "Chancellor Olaf Scholz visited Ghana on 11 May 2023.\n\n"
        "President Nana Akufo-Addo met Scholz in Accra on 11 May 2023.\n\n"
        "Ghana’s exports to Germany rose 12.5 percent to $450 million in 2022, the ministry said.\n",
    ),
    "berlin": (
        "2023-05-13",
        "Olaf Scholz held talks with Nana Akufo-Addo in Accra on 12 May 2023.\n\n"
        "The foreign ministers of Peru and Chile may meet in Lima in June 2023.\n",
    ),
    "lima": ("2023-07-01", "The foreign ministers of Peru and Chile met in Lima on 20 June 2023.\n"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, (_, text) in WIRES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    lines = [f"{name},{day}" for name, (day, _) in WIRES.items()]
    (tmp_path / "sources.csv").write_text("\n".join(["document,published", *lines]), encoding="utf-8")
    return tmp_path


@pytest.fixture
def briefing(folder: Path) -> bl.Briefing:
    return bl.read_briefing(folder)


def label(briefing: bl.Briefing, table: str, words: str, document: str = "") -> int:
    """Return the label of the first row of a table whose words hold some."""
    rows = briefing.table(table)
    rows = rows[rows["text"].str.contains(words, regex=False) & ((rows["document"] == document) | (not document))]
    assert len(rows), (words, briefing.table(table)["text"].tolist())
    return int(rows.index[0])


def same_tables(one: bl.Briefing, other: bl.Briefing) -> None:
    for name in TABLES:
        pd.testing.assert_frame_equal(one.table(name), other.table(name))


CELLS = [
    ("mentions", "Ghana", "actor", "Gold Coast", "Gold Coast", "text"),
    ("mentions", "Accra", "role", "actor", "actor", "one of a closed list"),
    ("dates", "11 May 2023", "edtf", "2023-05", "2023-05", "a date as EDTF"),
    ("quantities", "450", "value", "455,000,000", 455e6, "a number as people write it"),
    ("quotations", "exports", "source", "Olaf Scholz", "Olaf Scholz", "who said it"),
    ("statistics", "450", "period", "2021", "2021", "a period"),
    ("statistics", "450", "flow", "", "", "a closed list with an empty value: unknown"),
    ("statistics", "450", "value", "", float("nan"), "a number that is not known after all"),
    ("meetings", "visited", "participants", "Olaf Scholz | Ghana |", ["Ghana", "Olaf Scholz"], "a list, put in order"),
    ("meetings", "visited", "participants", ["Peru"], ["Peru"], "a list as a list"),
    ("meetings", "visited", "status", "denied", "denied", "a status"),
    ("meetings", "visited", "place", " Tema ", "Tema", "blanks around it go"),
]


@pytest.mark.parametrize(("table", "words", "column", "value", "held", "why"), CELLS, ids=[c[-1] for c in CELLS])
def test_a_cell_is_set_and_stays_so(briefing, folder, table, words, column, value, held, why):
    row = label(briefing, table, words)
    before = briefing.table(table).loc[row].to_dict()
    corrected = briefing.correct(table, row, column, value, "seen in the original")
    now = corrected.table(table).loc[row].to_dict()
    assert now[column] == held or held != held and now[column] != now[column]
    assert now["rule"] == f"correction: {before['rule']}"
    assert briefing.table(table).loc[row].to_dict()[column] == before[column] or before[column] != before[column]
    same_tables(bl.read_briefing(folder), corrected)
    [kept] = corrected.corrections.itertuples()
    assert (kept.number, kept.row, kept.note, kept.problem) == (1, row, "seen in the original", "")
    same_tables(corrected.undo(), briefing)


def test_every_table_whose_rows_have_words_and_a_rule_can_be_corrected(briefing):
    assert set(correctable()) == {
        *("mentions", "references", "dates", "quantities", "quotations", "statistics", "meetings")
    }
    assert {table for table, _ in CLOSED} <= set(correctable())
    assert all(column in correctable()[table] for table, column in CLOSED)


def test_what_follows_from_a_date(briefing):
    row = label(briefing, "meetings", "visited")
    found = briefing.correct("meetings", row, "edtf", "2023-05-09/2023-05-11").meetings.loc[row]
    assert (found["earliest"], found["latest"]) == ("2023-05-09", "2023-05-11")
    assert found["date_basis"] == "decided by the researcher"
    row = label(briefing, "dates", "11 May 2023")
    found = briefing.correct("dates", row, "edtf", "2023-22~").dates.loc[row]
    assert (found["earliest"], found["latest"], found["timex"]) == ("2023-06-01", "2023-08-31", "2023-SU")
    found = briefing.correct("dates", row, "edtf", "").dates.loc[row]
    assert (found["earliest"], found["latest"]) == ("", ""), "unknown is unknown"


def test_what_follows_from_a_figure(briefing):
    row = label(briefing, "statistics", "450")
    assert briefing.statistics.at[row, "baseline"] == 400e6
    found = briefing.correct("statistics", row, "change_pct", "-10").statistics.loc[row]
    assert (found["baseline"], found["direction"]) == (500e6, "down")
    assert found["baseline_low"] != found["baseline_low"], "nothing says how far a figure of one's own is rounded"
    period = briefing.correct("statistics", row, "period", "2021").statistics.loc[row]
    assert period["baseline_period"] in ("2020", ""), "the year before, where there was one"
    stated = briefing.correct("statistics", row, "baseline", 390e6).correct("statistics", row, "value", 460e6)
    assert stated.statistics.at[row, "baseline"] == 390e6, "what was stated is not worked out again"


def test_a_row_is_dropped_and_labels_stay(briefing, folder):
    row = label(briefing, "mentions", "Ghana")
    dropped = briefing.drop("mentions", row, "the team, not the state")
    assert row not in dropped.mentions.index
    assert dropped.mentions.index.tolist() == [n for n in briefing.mentions.index if n != row]
    same_tables(bl.read_briefing(folder), dropped)
    with pytest.raises(ValueError, match="it was dropped: undo that first"):
        dropped.correct("mentions", row, "actor", "Mali")


def test_what_depends_on_a_table_is_made_again(briefing):
    actor = briefing.correct("mentions", label(briefing, "mentions", "Ghana"), "actor", "Gold Coast")
    assert "Gold Coast" in actor.actors["actor"].tolist()
    row = label(briefing, "meetings", "visited")
    moved = briefing.correct("meetings", row, "edtf", "2024-01-05")
    assert "2024-01-05" in moved.events["edtf"].tolist()
    assert moved.events["event"].tolist() == [f"e{n}" for n in range(1, len(moved.events) + 1)]


def event_of(briefing: bl.Briefing, row: int) -> str:
    m = briefing.meetings.loc[row]
    place = f"{m['document']}:{m['start']}-{m['end']}"
    [name] = [e.event for e in briefing.events.itertuples() if place in e.mentions]
    return name


def test_two_events_are_said_to_be_one(briefing, folder):
    one, other = label(briefing, "meetings", "met Scholz"), label(briefing, "meetings", "talks with")
    assert event_of(briefing, one) != event_of(briefing, other), "two days"
    joined = briefing.same([event_of(briefing, one), event_of(briefing, other)], "one meeting, two days told")
    assert event_of(joined, one) == event_of(joined, other)
    event = joined.events.set_index("event").loc[event_of(joined, one)]
    assert any(line.startswith("decided by the researcher (") for line in event["why"])
    assert event["disagreements"] == ["date: 2023-05-11 (accra), 2023-05-12 (berlin)"], "shown, not averaged"
    same_tables(bl.read_briefing(folder), joined)
    same_tables(joined.undo(), briefing)


def test_one_event_is_said_to_be_two(briefing, folder):
    plan, held = label(briefing, "meetings", "may meet"), label(briefing, "meetings", "met in Lima")
    assert event_of(briefing, plan) == event_of(briefing, held)
    for sides in ((plan, held), (plan,), ([plan, held],), ([plan], [held])):
        parted = briefing.apart(*sides)
        assert event_of(parted, plan) != event_of(parted, held)
        event = parted.events.set_index("event").loc[event_of(parted, held)]
        assert any(line.startswith("decided by the researcher: another meeting than berlin:") for line in event["why"])
        same_tables(bl.read_briefing(folder), parted)
        same_tables(parted.undo(), briefing)


def test_the_same_and_apart_clash(briefing):
    plan, held = label(briefing, "meetings", "may meet"), label(briefing, "meetings", "met in Lima")
    parted = briefing.apart(plan, held)
    with pytest.raises(ValueError, match="decision 2 says 'same' of mentions of which an earlier one says otherwise"):
        parted.same([event_of(parted, plan), event_of(parted, held)])
    assert len(parted.corrections["number"].unique()) == 1, "nothing of it is kept"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda b: b.correct("meetings", 0, "status", "maybe"), "'maybe' is not a value of it: choose one of proposed"),
        (lambda b: b.correct("meetings", 99, "status", "held"), "meetings has no row 99"),
        (lambda b: b.correct("meetings", 0, "edtf", "May 2023"), "'May 2023' is no date: write it as EDTF"),
        (lambda b: b.correct("meetings", 0, "edtf", "2023-02-30"), "'2023-02-30' is no date"),
        (lambda b: b.correct("meetings", 0, "edtf", "2023-05-09/2023-05-01"), "is no date"),
        (lambda b: b.correct("meetings", 0, "earliest", "2023-05-01"), "set 'edtf', which it follows"),
        (lambda b: b.correct("meetings", 0, "text", "x"), "meetings.text cannot be set: choose one of type, part"),
        (lambda b: b.correct("meeting", 0, "status", "held"), "There is no table 'meeting'. Choose one of documents"),
        (lambda b: b.correct("events", 0, "status", "held"), "events are made from meetings"),
        (lambda b: b.correct("documents", 0, "title", "x"), "into sources.csv"),
        (lambda b: b.drop("topics", 0), "topics.csv"),
        (lambda b: b.correct("quantities", 0, "value", "much"), "'much' is no number: write a plain one"),
        (lambda b: b.correct("quantities", 0, "value", "inf"), "'inf' is no number"),
        (lambda b: b.correct("mentions", 0, "actor", " "), "actor cannot be empty: drop the row instead"),
        (lambda b: b.same(["e1"]), "name two or more"),
        (lambda b: b.same(["e1", "e99"]), "there is no event 'e99'"),
        (lambda b: b.apart(), "no mention is named"),
        (lambda b: b.apart(0, 0), "a mention stands on two sides"),
        (lambda b: b.apart(99, 0), "meetings has no row 99"),
        (lambda b: b.undo(), "holds no decision"),
        (lambda b: b.where(document="lima").drop("meetings", 0), "correct what read_briefing"),
    ],
)
def test_what_cannot_be_decided_says_why_and_changes_nothing(briefing, folder, wrong, message):
    with pytest.raises(ValueError) as raised:
        wrong(briefing)
    assert message in str(raised.value)
    assert not (folder / FILE).exists()


def test_a_number_that_is_not_there_names_those_that_are(briefing):
    kept = briefing.drop("mentions", 0)
    with pytest.raises(ValueError, match="there is no decision 7: choose one of 1"):
        kept.undo(7)


# What has happened to a text since, and whether the words of "visited" are found again.
MOVED = [
    ("grown at the top", lambda text: "BERLIN, May 12 (Wire) -\n\n" + text, True),
    ("wrapped", lambda text: text.replace("Scholz visited Ghana", "Scholz\nvisited Ghana"), True),
    ("told again far below", lambda text: text + "\n" * NEAR + text, True),
    ("grown, and told again close by", lambda text: "Update.\n\n" + text.partition("\n\n")[0] * 2, False),
    ("written anew", lambda text: text.replace("visited", "went to see"), False),
]


@pytest.mark.parametrize(("change", "found"), [m[1:] for m in MOVED], ids=[m[0] for m in MOVED])
def test_words_that_have_moved_are_found_again(briefing, folder, change, found):
    row = label(briefing, "meetings", "visited")
    briefing.correct("meetings", row, "status", "denied")
    (folder / "accra.txt").write_text(change(WIRES["accra"][1]), encoding="utf-8")
    again = bl.read_briefing(folder)
    problems = again.problems[again.problems["path"] == FILE]
    denied = again.meetings[again.meetings["status"] == "denied"]
    assert len(denied) == found and len(problems) == (not found)
    if found:
        assert denied["rule"].iloc[0].startswith("correction: ")
    else:
        assert problems["document"].iloc[0] == "accra" and problems["what"].iloc[0].startswith("line 2: the words ")
        assert problems["remedy"].iloc[0]
        assert len(again.corrections) == 1 and again.corrections["problem"].iloc[0], "reported, not dropped"


@pytest.mark.parametrize(
    ("text", "words", "start", "place"),
    [
        ("Peru met Chile. Peru left.", "Peru", 16, (16, 20)),  # where it stood
        ("Peru met Chile.", "Chile", -1, (9, 14)),  # a line written by hand, without an offset
        ("Peru" + " " * 900 + "Peru", "Peru", 880, (904, 908)),  # only one is near
    ],
)
def test_where_words_stand(text, words, start, place):
    assert find_words(text, words, start) == place


def test_several_places_are_named():
    with pytest.raises(WrongDecision, match="stand in 2 places.*write the right one into 'start': 0, 5"):
        find_words("Peru Peru", "Peru", 2)


def test_new_rules_may_cut_the_words_elsewhere(briefing, folder):
    """A release that takes "Olaf Scholz visited Ghana" where the last took less is of the same row."""
    row = label(briefing, "meetings", "visited")
    m = briefing.meetings.loc[row]
    line = {"decision": "set", "table": "meetings", "document": "accra", "text": m["text"][2:], "start": m["start"] + 2}
    write(folder, {**line, "column": "place", "value": "Tema"})
    assert bl.read_briefing(folder).meetings.at[row, "place"] == "Tema"


def write(folder: Path, *lines: dict) -> None:
    with (folder / FILE).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(lines)


GOOD = {
    "decision": "set",
    "table": "meetings",
    "document": "lima",
    "text": "met in Lima",
    "column": "place",
    "value": "Cusco",
}
FAULTS = [
    ({"decision": "change"}, "line 2: there is no decision 'change'", "set, drop, same, apart"),
    ({"table": "meeting"}, "line 2: there is no table 'meeting'", "choose one of mentions"),
    ({"table": "events"}, "line 2: table 'events' cannot be corrected", "correct those"),
    ({"column": "plaice"}, "line 2: meetings.plaice cannot be set", "place"),
    ({"column": "edtf", "value": "June"}, "line 2: edtf: 'June' is no date", "EDTF"),
    ({"document": "cusco"}, "line 2: there is no document 'cusco'", "without its ending"),
    ({"text": ""}, "line 2: 'text' is empty", "copy the words"),
    ({"start": "twelve"}, "line 2: start is 'twelve', no whole number", "leave it empty"),
    ({"text": "Lima on"}, "line 2: no row of meetings stands at", "remove this line"),
    ({"decision": "same", "column": "", "value": ""}, "line 2: only one of its mentions is left", "remove its lines"),
]


@pytest.mark.parametrize(("change", "what", "remedy"), FAULTS, ids=[f[1] for f in FAULTS])
def test_faults_of_a_hand_are_problems_and_stay_in_the_file(folder, change, what, remedy):
    words = "The foreign ministers of Peru and Chile met in Lima"
    good = {**GOOD, "text": words}
    write(folder, {**good, **change}, good)
    found = bl.read_briefing(folder)
    [problem] = found.problems[found.problems["path"] == FILE].itertuples()
    assert problem.what.startswith(what) and remedy in problem.remedy
    assert "Cusco" in found.meetings["place"].tolist(), "a bad line does not take the others with it"
    found.drop("mentions", 0)
    assert len((folder / FILE).read_text(encoding="utf-8-sig").splitlines()) == 4, "nor is it lost"


def test_a_file_from_a_spreadsheet_of_another_country(folder):
    row = ["set", "meetings", "lima", "The foreign ministers of Peru and Chile met in Lima", "place", "Cusco"]
    lines = ["decision;table;document;text;column;value;mine", ";".join([*row, "ä"]), ";" * 6]
    (folder / FILE).write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    found = bl.read_briefing(folder)
    assert "Cusco" in found.meetings["place"].tolist()
    kept = found.drop("mentions", 0)
    assert kept.corrections["number"].tolist() == [1, 2]
    assert "ä" in (folder / FILE).read_text(encoding="utf-8-sig"), "columns of one's own stay"


def test_a_file_that_cannot_be_read_is_left_alone(briefing, folder):
    (folder / FILE).write_text("what I changed\nplace of the talks\n", encoding="utf-8")
    before = (folder / FILE).read_bytes()
    with pytest.raises(ValueError, match="the column 'document' is missing"):
        briefing.drop("mentions", 0)
    assert (folder / FILE).read_bytes() == before
    found = bl.read_briefing(folder)
    assert "the column 'document' is missing" in found.problems["what"].tolist()


def test_a_write_that_fails_leaves_the_old_file(briefing, folder, monkeypatch):
    kept = briefing.drop("mentions", 0)
    before = (folder / FILE).read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(
        OSError, match="corrections.csv cannot be written .No space left on device.*a folder of your own"
    ):
        kept.drop("mentions", 1)
    assert (folder / FILE).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []


def test_what_a_hand_changes_meanwhile_is_not_overwritten(briefing, folder):
    first = briefing.drop("mentions", 0)
    text = (folder / FILE).read_text(encoding="utf-8-sig")
    (folder / FILE).write_text(text.rstrip("\n") + "(by hand)\n", encoding="utf-8-sig")
    second = first.drop("mentions", 1)
    assert second.corrections["note"].tolist() == ["(by hand)", ""]


def test_of_two_decisions_on_a_cell_the_later_holds(briefing):
    row = label(briefing, "meetings", "visited")
    twice = briefing.correct("meetings", row, "place", "Tema").correct("meetings", row, "place", "Kumasi")
    assert twice.meetings.at[row, "place"] == "Kumasi"
    assert twice.meetings.at[row, "rule"].count("correction") == 1
    assert twice.undo().meetings.at[row, "place"] == "Tema"


def test_meetings_of_the_same_words_are_told_apart(tmp_path):
    """ "met both A and B" is two meetings at one place in the text."""
    (tmp_path / "a.txt").write_text("Olaf Scholz met Nana Akufo-Addo and William Ruto separately on 3 May 2023.\n")
    read = bl.read_briefing(tmp_path)
    row = read.meetings.index[-1]
    corrected = read.correct("meetings", row, "place", "Bonn")
    same_tables(bl.read_briefing(tmp_path), corrected)
    assert corrected.meetings.at[row, "place"] == "Bonn"
    others = [n for n in read.meetings.index if n != row]
    pd.testing.assert_frame_equal(corrected.meetings.loc[others], read.meetings.loc[others])


def test_decisions_do_not_depend_on_workers(briefing, folder):
    corrected = briefing.apart(label(briefing, "meetings", "may meet")).drop("mentions", 0)
    same_tables(bl.read_briefing(folder, workers=2), corrected)


def test_who_holds_a_briefing_sees_what_became_of_it(briefing):
    row = label(briefing, "meetings", "visited")
    briefing.become(briefing.correct("meetings", row, "place", "Tema"))
    assert briefing.meetings.at[row, "place"] == "Tema" and len(briefing.corrections) == 1
    assert briefing.correctable and not briefing.where(document="lima").correctable


def test_learned_topics_and_decisions_go_together(tmp_path):
    shutil.copytree(Path(__file__).parents[1] / "seeds", tmp_path / "seeds")
    (tmp_path / "seeds" / FILE).unlink(missing_ok=True)
    corrected = bl.read_briefing(tmp_path / "seeds").drop("mentions", 0).learn_topics(2)
    assert len(corrected.drop("mentions", 1).topics) == len(corrected.topics)
    assert "learned" in corrected.undo().topics["method"].tolist()


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@settings(max_examples=40, deadline=None)
@given(words, words, st.integers(0, 10**9))
def test_any_words_come_back_from_the_file(tmp_path_factory, value, note, start):
    folder = tmp_path_factory.mktemp("kept")
    decision = Decision(
        0, "set", "meetings", "a", start, start + 3, "met", "place", value.strip(), "was; x", note.strip()
    )
    assert append(folder, [decision]) == 1
    [kept], problems = read_decisions(folder)
    assert not problems and kept[:-1] == (1, *decision[1:-1])
