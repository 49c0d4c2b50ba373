"""The meetings of a period side by side: each is compared with what others say of it, and of nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from dated_folder import read
from view_samples import corpus

import briefing_lib as bl
from briefing_lib import view
from briefing_lib.tables import frame
from briefing_lib.view.account.event_ranks import most_told
from briefing_lib.view.account.surroundings import LISTS

WIRES = {
    "harbour": ("2019-05-02", "President William Ruto met Chancellor Olaf Scholz in Nairobi on 12 March 2019. The port cost $300 million.\n\n"
                "President Andrzej Duda met President Macky Sall in Dakar on 3 April 2019.\n"),
    "courier": ("2019-05-03", "President William Ruto met Chancellor Olaf Scholz in Nairobi on 12 March 2019.\n\n"
                "President Andrzej Duda met President Macky Sall in Warsaw on 3 April 2019.\n"),
    "gazette": ("2019-05-04", "President Luis Abinader met President Nayib Bukele in San Salvador on 7 March 2019.\n"),
}  # fmt: skip
RUTO, DUDA, BUKELE = "William Ruto", "Andrzej Duda", "Nayib Bukele"


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> bl.Briefing:
    return read(tmp_path_factory.mktemp("period"), WIRES)


def of(shown: view.View, who: str, document: str) -> tuple[str, str]:
    """Return what a document says of the meeting of somebody, and how that compares."""
    table = shown.table
    row = table[table["aspect"].str.contains(who) & (table["document"] == document)].iloc[0]
    return row["account"], row["compared"]


def test_each_meeting_is_compared_with_itself_alone(briefing) -> None:
    shown = view.accounts(briefing, since="2019")
    assert of(shown, RUTO, "harbour") == ("held, 2019-03-12, Nairobi", "agrees")
    assert of(shown, DUDA, "harbour") == ("held, 2019-04-03, Dakar", "differs")
    assert of(shown, DUDA, "courier") == ("held, 2019-04-03, Warsaw", "differs")
    assert of(shown, BUKELE, "gazette") == ("held, 2019-03-07, San Salvador", "told by one only")


def test_only_what_differs_has_the_sign_and_says_what_others_say(briefing) -> None:
    shown = view.accounts(briefing, since="2019")
    words = [text for line in shown.figure.data[0].text for text in line if "≠" in text]
    assert sorted(words) == ["held<br>2019-04-03<br>≠ Dakar", "held<br>2019-04-03<br>≠ Warsaw"]
    assert ["Place: Dakar here; elsewhere Warsaw"] in shown.notes.values()


def test_meetings_told_by_most_documents_come_first_and_lists_below_them(briefing) -> None:
    rows = list(dict.fromkeys(view.accounts(briefing, since="2019").table["aspect"]))
    assert [any(name in row for name in (RUTO, DUDA)) for row in rows[:3]] == [True, True, False]
    assert rows[3:] == [name for name in LISTS if name in rows]


def test_no_list_differs(briefing) -> None:
    table = view.accounts(briefing, since="2019").table
    lists = table[table["aspect"].isin(LISTS)]
    assert set(lists["compared"]) <= {"some only here", "nothing only here", "told by one only"}
    actors = lists[(lists["aspect"] == "actors") & (lists["document"] == "gazette")].iloc[0]
    assert "Nayib Bukele" in actors["only here"]


def test_a_period_has_ends(briefing) -> None:
    april = view.accounts(briefing, since="2019-04", until="2019-04")
    assert set(april.table["document"]) == {"harbour", "courier"}
    assert not april.table["aspect"].str.contains(RUTO).any()
    assert "1 meeting since 2019-04 until 2019-04" in april.figure.layout.title.subtitle.text
    assert view.accounts(briefing, since="2020").table.empty
    assert "is no date" in view.accounts(briefing, since="spring").figure.layout.annotations[0].text


def test_documents_that_are_not_drawn_are_compared_too(tmp_path: Path) -> None:
    tribune = ("2019-05-05", "President Andrzej Duda met President Macky Sall in Warsaw on 3 April 2019.\n")
    shown = view.accounts(read(tmp_path, WIRES | {"tribune": tribune}), since="2019", limit=2)
    assert set(shown.table["document"]) == {"harbour", "courier"}
    assert of(shown, DUDA, "harbour")[1] == "differs", "it is alone against two"
    assert of(shown, DUDA, "courier")[1] == "agrees"


def test_marks_open_the_sentences_of_their_own_document(briefing) -> None:
    shown = view.accounts(briefing, since="2019")
    for key, rows in shown.marks.items():
        assert {found.document for found in bl.evidence(briefing, rows)} == {key.rpartition(" · ")[2]}


def test_how_many_meetings_are_left_out_is_said() -> None:
    shown = view.accounts(corpus(40), since="2010")
    assert "those told by most; " in shown.figure.layout.title.subtitle.text
    assert len(set(shown.table["aspect"]) - set(LISTS)) == 10


def test_report_and_opinion_of_a_period(tmp_path: Path) -> None:
    column = (
        "Analysis\n\nUnfortunately, President William Ruto met Chancellor Olaf Scholz in Nairobi on 12 March 2019.\n"
    )
    briefing = read(tmp_path, {"courier": WIRES["courier"], "column": ("2019-05-06", column)})
    assert set(view.accounts(briefing, since="2019", told="opinion").table["document"]) == {"column"}
    assert set(view.accounts(briefing, since="2019", told="report").table["document"]) == {"courier"}


QUESTION = """Press conference of President William Ruto, Nairobi, 18 March 2019

Question: Will you go to Djibouti on Thursday?

President Ruto: No. I have postponed the visit to Djibouti.
"""


def test_a_question_is_no_account(tmp_path: Path) -> None:
    briefing = read(tmp_path, {"transcript": ("2019-03-18", QUESTION)})
    asked = set(briefing.meetings[briefing.meetings["voice"] == "journalist"].index)
    assert asked, "the question is a mention"
    for shown in (view.accounts(briefing), view.accounts(briefing, since="2019")):
        assert not {row for rows in shown.marks.values() for table, row in rows if table == "meetings"} & asked


def test_of_events_told_equally_often_the_summit_comes_before_a_speech() -> None:
    def meeting(start: int, kind: str) -> tuple:
        return ("d", "d#1", start, start + 4, "word", kind, ["Chad"], *[""] * 6, "held", "author", "")

    def event(name: str, start: int, kind: str) -> tuple:
        return (name, kind, ["Chad"], *[""] * 5, [], ["d"], [f"d:{start}-{start + 4}"], [], [], "", "")

    kinds = {"e2": "speech", "e10": "summit", "e11": "visit"}
    meetings = frame("meetings", [meeting(9 * n, kind) for n, kind in enumerate(kinds.values())])
    events = frame("events", [event(name, 9 * n, kind) for n, (name, kind) in enumerate(kinds.items())])
    assert most_told(events, meetings) == "e10"
    assert most_told(events.iloc[:1], meetings) == "e2"
    assert most_told(events.iloc[:0], meetings) == ""
