"""The events of the five bundled documents: what a reader of them knows, on any day and in any order."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

import briefing_lib as bl
from briefing_lib.find.edtf import bounds
from briefing_lib.link.events import merge_events
from briefing_lib.tables import Event, Meeting

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parents[1] / "seeds"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def seed_events() -> list[Event]:
    """The events that the hand-made mentions of the five bundled documents make up."""
    published = {line["document"]: line["published"] for line in read(SEEDS / "sources.csv")}
    rows = []
    for number, line in enumerate(read(GOLD / "meetings.csv")):
        edtf = next((part for part in line["date"].split(" or ") if part != "-"), "")
        low, high = bounds(edtf) if edtf else ("", "")
        status = {"not-held": "denied"}.get(line["status"], line["status"])
        rows.append(
            Meeting(
                line["doc"], f"{line['doc']}#{number}", number, number + 1, line["quote"], line["type"].split(" or ")[0],
                sorted(line["participants"].split(" | ")), line["place"], "", edtf, low, high, "", status, "author", "gold",
            )
        )  # fmt: skip
    return merge_events(rows, published)


def same(event: Event, line: dict[str, str]) -> bool:
    who = set(line["participants"].split(" | "))
    overlap = len(who & set(event.participants)) / len(who | set(event.participants))
    return (
        overlap >= 0.5
        and event.type in line["type"].split(" or ")
        and event.edtf.rstrip("~") in [part.rstrip("~") for part in line["edtf"].split(" or ")]
        and event.status in line["status"].split(" or ")
        and (not line["place"] or event.place in (line["place"], "China"))
        and set(line["documents"].split(" | ")) <= set(event.documents)
    )


@pytest.mark.parametrize(
    "line", read(GOLD / "events.csv"), ids=lambda line: f"{line['participants']} {line['type']} {line['edtf']}"
)
def test_events_of_the_bundled_documents(line, seed_events):
    """Each event a reader of the five documents would list is one event."""
    assert [event for event in seed_events if same(event, line)]


@pytest.fixture(scope="module")
def read_events() -> list[Event]:
    """The events of the five bundled documents, as the rules read them."""
    rows = bl.read_briefing(SEEDS).events.itertuples(index=False, name=None)
    return [Event(*event) for event in rows]


VISIT, SUMMIT = "2024-04-08/2024-04-09", "2024-05-16"
FIRST, SECOND, THIRD, FOURTH, FIFTH = (
    *("000_b74717b80df6c213", "001_6ab448b2ecf94a14", "002_453fa8f07bc740fc"),
    *("003_cd94711a21a8369e", "004_ad421dfbf17dadd3"),
)
STATED = [
    ("the visit of 8-9 April 2024 is one event", "visit", {"Sergey Lavrov", "China"}, VISIT, "held", {SECOND, FIFTH}),
    ("its talks are told by three documents", "talks", {"Sergey Lavrov", "Wang Yi"}, "", "held", {SECOND, FOURTH, FIFTH}),
    ("the press conference under it", "press", {"Sergey Lavrov"}, "2024-04-09", "held", {SECOND, FIFTH}),
    ("the call on Xi under it", "talks", {"Sergey Lavrov", "Xi Jinping"}, "2024-04-09", "held", {FOURTH, FIFTH}),
    ("the summit of May, planned by two documents and held in a third", "talks", {"Vladimir Putin", "Xi Jinping"}, SUMMIT, "held", {FIRST, FOURTH, FIFTH}),
    ("the SCO summit stands as planned for June", "summit", {"Shanghai Cooperation Organisation"}, "2024-06", "planned", {SECOND, FIFTH}),
    ("the BRICS summit stands as planned for October", "summit", {"BRICS"}, "2024-10", "planned", {SECOND, FIFTH}),
    ("the visit of 22 March 2021 as planned", "visit", {"Sergey Lavrov", "China"}, "2021-03-22", "planned", {THIRD}),
]  # fmt: skip


def stated(
    events: list[Event], kind: str, parties: set[str], edtf: str, status: str, documents: set[str]
) -> list[Event]:
    return [
        event
        for event in events
        if (event.type, event.status) == (kind, status)
        and set(event.participants) == parties
        and (event.edtf == edtf or not edtf and len(event.documents) == len(documents))
        and documents <= set(event.documents)
    ]


@pytest.mark.parametrize("told", [pytest.param(s[1:], id=s[0]) for s in STATED])
def test_what_a_reader_of_the_bundled_documents_knows(told, read_events):
    assert len(stated(read_events, *told)) == 1


def test_the_parts_of_the_visit_stand_under_it(read_events):
    [visit] = stated(read_events, *STATED[0][1:])
    under = [event for event in read_events if event.part_of == visit.event]
    for told in STATED[1:4]:
        assert set(map(id, stated(read_events, *told[1:]))) <= set(map(id, under))
    assert set().union(*(event.documents for event in (visit, *under))) >= {SECOND, FOURTH, FIFTH}


def test_the_summit_was_planned_in_two_documents_and_held_in_a_third(read_events):
    [summit] = stated(read_events, *STATED[4][1:])
    told = {line.split()[1]: {line.rpartition(": ")[2].partition("#")[0]} for line in summit.history}
    ahead = set().union(*(told.get(status, set()) for status in ("planned", "expected", "proposed")))
    assert told["held"] == {FIRST} and ahead <= {FOURTH, FIFTH} and ahead
    [visit] = stated(read_events, "visit", {"China", "Vladimir Putin"}, SUMMIT, "held", {FIRST, FOURTH, FIFTH})
    months = [line for line in visit.history if "expected" in line or "planned" in line]
    assert {line.rpartition(": ")[2].partition("#")[0] for line in months} == {FOURTH, FIFTH}


# Reads the bundled documents in another order, on another day, with another seed of hashes, and prints what it found.
ON_ANOTHER_DAY = """
import datetime, random, sys, time
from pathlib import Path

import pandas  # written in C, it wants the real clock

class Date(datetime.date):
    @classmethod
    def today(cls):
        return cls({year}, 2, 29)

class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls({year}, 2, 29, 12, tzinfo=tz)
    today = utcnow = now

datetime.date, datetime.datetime = Date, Clock
time.time = lambda: 951_000_000.0 + {year}

if __name__ == "__main__":
    from briefing_lib.parse import parse_corpus
    from briefing_lib.read.sources import read_sources
    sources, _ = read_sources(Path({folder!r}))
    random.Random({year}).shuffle(sources)
    print(*parse_corpus(sources, workers={workers})["events"], sep="\\n")
"""


def test_any_day_any_order_any_number_of_workers_give_identical_events(tmp_path):
    found = set()
    for year, workers, seed in ((1996, 1, "0"), (2024, 2, "1"), (2096, 1, "2")):
        script = tmp_path / f"on_{year}.py"
        script.write_text(ON_ANOTHER_DAY.format(year=year, workers=workers, folder=str(SEEDS)), encoding="utf-8")
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": {"0": "UTC", "1": "Asia/Tokyo", "2": "America/Lima"}[seed],
        }
        environment["PYTHONPATH"] = str(SEEDS.parent)
        done = subprocess.run([sys.executable, script], capture_output=True, text=True, env=environment)
        assert done.returncode == 0, done.stderr
        found.add(done.stdout)
    assert len(found) == 1 and found.pop().count("Event(") > 20
