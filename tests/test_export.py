"""Files and tables for other programs: what is planned as a calendar, events as a timeline, visits as travel data."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import icalendar
import pytest
from view_samples import corpus, empty

import briefing_lib as bl
from briefing_lib import export, view
from briefing_lib.link.event.codes import code_of
from briefing_lib.page.panel import table_html
from briefing_lib.tables import TABLES, frame

WIRE = (
    "Chancellor Olaf Scholz will visit Ghana on 12 May 2023 for talks with President Nana Akufo-Addo.\n\n"
    "President William Ruto arrived in Seoul on 3 May 2023 for a three-day visit.\n\n"
    "The foreign ministers of Peru and Chile may meet in June 2023.\n"
)


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> bl.Briefing:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "sources.csv").write_text("document,published\nwire,2023-05-05\n", encoding="utf-8")
    return bl.read_briefing(folder)


def made(*events: dict, actors: tuple = (), meetings: tuple = ()) -> SimpleNamespace:
    """Return a briefing with events given by what matters in them."""
    rows = []
    for number, event in enumerate(events, 1):
        day = event.get("edtf", "")
        rows.append(
            frame("events")
            .reindex([0])
            .assign(
                event=f"e{number}",
                type=event.get("type", "visit"),
                place=event.get("place", ""),
                edtf=day,
                earliest=event.get("earliest", day),
                latest=event.get("latest", day),
                status=event.get("status", "held"),
            )
            .astype(object)
            .to_dict("records")[0]
            | {"participants": event.get("participants", []), "documents": ["d"], "mentions": [], "history": []}
            | {"code": code_of(event.get("type", "visit"), event.get("status", "held"), [], "", [])}
        )
    tables = {name: frame(name) for name in TABLES}
    tables["events"] = frame("events", [[row.get(c) for c in frame("events").columns] for row in rows])
    tables["actors"] = frame("actors", [(*actor, []) for actor in actors])
    return SimpleNamespace(**tables)


ACTORS = (
    ("Olaf Scholz", "person", "DEU", "chancellor (DEU)"),
    ("Germany", "state", "DEU", ""),
    ("Ghana", "state", "GHA", ""),
    ("Nana Akufo-Addo", "person", "GHA", "president (GHA)"),
    ("Accra", "place", "GHA", ""),
)


def test_a_calendar_holds_what_is_ahead(briefing: bl.Briefing) -> None:
    calendar = icalendar.Calendar.from_ical(export.to_ical(briefing))
    entries = {str(entry["SUMMARY"]): entry for entry in calendar.walk("VEVENT")}
    assert not any("Ruto" in summary for summary in entries), "what was held is no plan"
    [visit] = [entry for summary, entry in entries.items() if summary.startswith("Visit") and "Scholz" in summary]
    assert (visit.decoded("DTSTART"), visit.decoded("DTEND")) == (date(2023, 5, 12), date(2023, 5, 13))
    assert "Olaf Scholz will visit Ghana on 12 May 2023" in visit["DESCRIPTION"]
    assert str(visit["STATUS"]) == "CONFIRMED"
    [talks] = [entry for summary, entry in entries.items() if "Chile" in summary]
    assert (talks.decoded("DTSTART"), talks.decoded("DTEND")) == (date(2023, 6, 1), date(2023, 7, 1)), "a month"
    assert "(2023-06)" in str(talks["SUMMARY"]) and str(talks["TRANSP"]) == "TRANSPARENT"
    assert str(talks["STATUS"]) == "TENTATIVE", "may meet"


def test_a_calendar_reads_no_clock(briefing: bl.Briefing) -> None:
    assert export.to_ical(briefing) == export.to_ical(briefing)
    calendar = icalendar.Calendar.from_ical(export.to_ical(briefing))
    assert {entry.decoded("DTSTAMP").date() for entry in calendar.walk("VEVENT")} == {date(2023, 5, 5)}
    uids = [str(entry["UID"]) for entry in calendar.walk("VEVENT")]
    assert len(uids) == len(set(uids))


def test_only_the_events_asked_for(briefing: bl.Briefing) -> None:
    names = briefing.events["event"].tolist()[:1]
    assert len(json.loads(export.to_timelinejs(briefing, names))["events"]) <= 1
    assert not icalendar.Calendar.from_ical(export.to_ical(briefing, [])).walk("VEVENT")


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "start", "end", "shown"),
    [
        ("2023-05-12", "", "", {"year": 2023, "month": 5, "day": 12}, None, None),
        ("2023-05", "2023-05-01", "2023-05-31", {"year": 2023, "month": 5}, None, None),
        ("2023", "2023-01-01", "2023-12-31", {"year": 2023}, None, None),
        (
            "2023-05-12/2023-05-14",
            "2023-05-12",
            "2023-05-14",
            {"year": 2023, "month": 5, "day": 12},
            {"year": 2023, "month": 5, "day": 14},
            None,
        ),
        ("2023-05~", "2023-05-01", "2023-05-31", {"year": 2023, "month": 5}, None, "2023-05~"),
        (
            "2023-21",
            "2023-03-01",
            "2023-05-31",
            {"year": 2023, "month": 3, "day": 1},
            {"year": 2023, "month": 5, "day": 31},
            "2023-21",
        ),
    ],
)
def test_a_timeline_keeps_the_precision_of_dates(edtf, earliest, latest, start, end, shown) -> None:
    event = {"edtf": edtf, "earliest": earliest or edtf, "latest": latest or edtf, "participants": ["Ghana"]}
    [slide] = json.loads(export.to_timelinejs(made(event)))["events"]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)
    assert slide.get("display_date") == shown


def test_a_timeline_escapes_the_words_of_documents() -> None:
    hostile = made({"edtf": "2023-05-12", "participants": ["<script>x</script>"], "place": "<b>"})
    words = export.to_timelinejs(hostile).decode()
    assert "<script>" not in words and "&lt;script&gt;" in words


@pytest.mark.parametrize(
    ("event", "rows", "why"),
    [
        (
            {"participants": ["Ghana", "Olaf Scholz"], "place": "Accra"},
            [("Olaf Scholz", "DEU", "GHA", "042")],
            "the host does not travel",
        ),
        (
            {"participants": ["Germany", "Nana Akufo-Addo", "Olaf Scholz"], "place": "Ghana"},
            [("Olaf Scholz", "DEU", "GHA", "042")],
            "a person stands for the state",
        ),
        ({"participants": ["Germany", "Ghana"], "place": "Accra"}, [("Germany", "DEU", "GHA", "042")], "a state alone"),
        (
            {"participants": ["Olaf Scholz"], "place": "Accra", "status": "planned"},
            [("Olaf Scholz", "DEU", "GHA", "036")],
            "an intention",
        ),
        (
            {"participants": ["Olaf Scholz"], "place": "Accra", "status": "cancelled"},
            [("Olaf Scholz", "DEU", "GHA", "")],
            "called off: no code",
        ),
        (
            {"participants": ["Germany", "Ghana"]},
            [("Germany", "DEU", "", "042"), ("Ghana", "GHA", "", "042")],
            "no host can be told",
        ),
        ({"participants": ["Olaf Scholz"], "type": "talks", "place": "Accra"}, [], "talks are no visit"),
    ],
)
def test_who_travels(event: dict, rows: list, why: str) -> None:
    table = export.visits(made(event, actors=ACTORS))
    assert [tuple(row) for row in table[["traveller", "from", "to", "cameo"]].itertuples(index=False)] == rows, why


def test_the_purpose_of_a_visit_is_what_else_happened_there() -> None:
    table = export.visits(
        made(
            {"participants": ["Ghana", "Olaf Scholz"], "place": "Accra", "edtf": "2023-05-12/2023-05-13",
             "earliest": "2023-05-12", "latest": "2023-05-13"},
            {"type": "talks", "participants": ["Nana Akufo-Addo", "Olaf Scholz"], "edtf": "2023-05-12"},
            {"type": "press", "participants": ["Olaf Scholz"], "place": "Accra", "edtf": "2023-05-13"},
            {"type": "talks", "participants": ["Germany", "Ghana"], "edtf": "2023-05-12"},
            {"type": "call", "participants": ["Olaf Scholz", "Ghana"], "edtf": "2023-05-12"},
            {"type": "summit", "participants": ["Olaf Scholz"], "edtf": "2023-06-12"},
            actors=ACTORS,
        )
    )  # fmt: skip
    assert list(table["purpose"]) == ["talks with Nana Akufo-Addo; press conference"]
    assert list(table["position"]) == ["chancellor (DEU)"]


def test_visits_of_documents(briefing: bl.Briefing) -> None:
    table = export.visits(briefing).set_index("traveller")
    assert tuple(table.loc["William Ruto", ["from", "to", "status"]]) == ("KEN", "KOR", "held")
    assert tuple(table.loc["Olaf Scholz", ["from", "to", "start", "status"]]) == ("DEU", "GHA", "2023-05-12", "planned")
    places = {f"{m.document}:{m.start}-{m.end}" for m in briefing.meetings.itertuples()}
    assert all(set(mentions) <= places for mentions in table["mentions"]), "every row has its evidence"


def test_nothing_to_export(tmp_path: Path) -> None:
    nothing = empty()
    assert list(export.visits(nothing).columns)[:2] == ["traveller", "position"] and export.visits(nothing).empty
    assert json.loads(export.to_timelinejs(nothing))["events"] == []
    assert b"BEGIN:VCALENDAR" in export.to_ical(nothing)


def test_any_corpus_can_be_exported() -> None:
    for seed in range(3):
        sample = corpus(6, seed=seed)
        json.loads(export.to_timelinejs(sample))
        icalendar.Calendar.from_ical(export.to_ical(sample))
        assert set(export.visits(sample)["event"]) <= set(sample.events["event"])


def test_the_chronology_offers_its_events_as_files(briefing: bl.Briefing) -> None:
    shown = view.chronology(briefing, participant="Olaf Scholz")
    html = table_html(shown.table, "chronology", shown.files)
    for name in ("chronology.ics", "chronology.timelinejs.json", "chronology.visits.csv"):
        assert f'download="{name}"' in html
    assert b"Scholz" in shown.files["visits.csv"]() and b"Ruto" not in shown.files["visits.csv"](), "what is shown"
    assert view.chronology(briefing, rows="mentions").files == {}
