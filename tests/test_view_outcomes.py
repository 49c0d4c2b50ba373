"""What became of plans, and what is not known of meetings."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing_lib as bl
from briefing_lib import view

WIRES = {
    "a": ("2023-04-20", "Chancellor Olaf Scholz will visit Ghana on 8 May 2023.\n\nKenya and Peru plan to hold talks in Lima.\n"),
    "b": ("2023-05-12", "Chancellor Olaf Scholz visited Ghana on 11 May 2023.\n"),
    "c": ("2023-04-21", "President William Ruto will visit Seoul on 3 June 2023.\n"),
    "d": ("2023-05-30", "President William Ruto’s visit to Seoul on 3 June 2023 was cancelled.\n"),
}  # fmt: skip


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> bl.Briefing:
    folder = tmp_path_factory.mktemp("corpus")
    for name, (_, text) in WIRES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    lines = [f"{name},{day}" for name, (day, _) in WIRES.items()]
    (folder / "sources.csv").write_text("\n".join(["document,published", *lines]), encoding="utf-8")
    return bl.read_briefing(folder)


def row(briefing: bl.Briefing, name: str):
    table = view.outcomes(briefing).table
    return table[table["participants"].str.contains(name)].iloc[0]


def test_a_plan_is_matched_with_what_took_place(briefing: bl.Briefing) -> None:
    visit = row(briefing, "Scholz")
    assert (visit["planned for"], visit["took place"], visit["outcome"]) == ("2023-05-08", "2023-05-11", "held")
    assert visit["slippage in days"] == 3


def test_a_plan_called_off_has_no_slippage(briefing: bl.Briefing) -> None:
    visit = row(briefing, "Ruto")
    assert visit["outcome"] == "cancelled" and visit["slippage in days"] != visit["slippage in days"]


def test_a_plan_of_which_nothing_more_is_told(briefing: bl.Briefing) -> None:
    assert row(briefing, "Peru")["outcome"] == "no report"
    assert list(view.outcomes(briefing, outcome="no report").table["participants"]) == ["Kenya | Peru"]


def test_marks_open_what_announces_and_what_tells_the_end(briefing: bl.Briefing) -> None:
    shown, event = view.outcomes(briefing), row(briefing, "Scholz")["event"]
    documents = {
        part: {found.document for found in bl.evidence(briefing, shown.marks[f"{event}-{part}"])}
        for part in ("planned", "held")
    }
    assert documents == {"planned": {"a"}, "held": {"b"}}


@pytest.mark.parametrize(
    ("planned", "happened", "days", "why"),
    [
        ("8 May 2023", "8 May 2023", 0, "on the day"),
        ("May 2023", "31 May 2023", 0, "within the month planned"),
        ("May 2023", "2 June 2023", 2, "after the month planned"),
        ("8 May 2023", "6 May 2023", -2, "earlier"),
    ],
)
def test_slippage(tmp_path: Path, planned: str, happened: str, days: int, why: str) -> None:
    (tmp_path / "a.txt").write_text(
        f"Chancellor Olaf Scholz will visit Ghana on {planned}.\n".replace("on May", "in May")
    )
    (tmp_path / "b.txt").write_text(f"Chancellor Olaf Scholz visited Ghana on {happened}.\n")
    (tmp_path / "sources.csv").write_text("document,published\na,2023-04-20\nb,2023-06-05\n")
    plan = row(bl.read_briefing(tmp_path), "Scholz")
    assert plan["outcome"] == "held" and plan["slippage in days"] == days, why


def test_gaps_are_counted_and_listed(briefing: bl.Briefing) -> None:
    shown = view.gaps(briefing)
    assert {kind: len(rows) for kind, rows in shown.marks.items()} == {"no date": 1}
    assert list(shown.table["participants"]) == ["Kenya | Peru"]
    mentions = view.gaps(briefing, rows="mentions", participant="Kenya")
    assert {table for rows in mentions.marks.values() for table, _ in rows} == {"meetings"}
