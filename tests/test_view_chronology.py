"""Meetings in time: what is a point and what a span, who stands in which line, and that none hides another."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from view_samples import corpus

from briefing_lib import view
from briefing_lib.tables import frame
from briefing_lib.view.drawing import theme
from briefing_lib.view.drawing.periods import Step, main_part, milliseconds, noon, step_of
from briefing_lib.view.events import lanes
from briefing_lib.view.events.lanes import POINT, names_of
from briefing_lib.view.events.lanes import levels as levels_of
from briefing_lib.view.events.meetings import Item

DAY = date(2019, 3, 4)


def item(first, days=0, participants=("Chad", "Mali"), key="e1"):
    span = (DAY + timedelta(days=first), DAY + timedelta(days=first + days))
    return Item(key, "talks", list(participants), "", "", span, "held", [0], ["wire"])


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40)), max_size=60), st.floats(0.5, 20))
def test_items_of_a_level_never_touch(spans, scale):
    items = sorted((item(first, days) for first, days in spans), key=lambda i: i.span)
    levels = levels_of(items, scale)
    ends: dict[int, float] = {}
    for one, level in zip(items, levels, strict=True):
        first = one.span[0].toordinal() * scale
        last = (one.span[1].toordinal() + 1) * scale
        low, high = min(first, (first + last - POINT) / 2), max(last, (first + last + POINT) / 2)
        assert low >= ends.get(level, float("-inf"))
        ends[level] = high


@pytest.mark.parametrize(
    ("participants", "lanes", "focus", "names"),
    [
        (["Chad", "Mali"], "participant", "", ["Chad", "Mali"]),
        (["Chad", "Mali"], "pair", "", ["Chad – Mali"]),
        (["Chad", "Mali"], "participant", "Mali", ["Chad"]),  # with one in focus, the others are the lines
        (["Chad"], "participant", "Chad", ["Chad"]),  # a speech: nobody else is named
        (["Chad"], "pair", "", ["Chad (others not named)"]),
        (["Chad", "Mali", "Niger"], "pair", "", ["(more than two parties)"]),  # a summit is no bunch of pairs
        ([], "participant", "", ["(parties not named)"]),
    ],
)
def test_lines(participants, lanes, focus, names):
    assert names_of(item(0, participants=participants), lanes, focus) == names


def meeting(start, edtf="", earliest="", latest="", status="held"):
    return (
        "wire",
        "wire#1",
        start,
        start + 5,
        "talks",
        "talks",
        ["Chad", "Mali"],
        "",
        "",
        edtf,
        earliest,
        latest,
        "",
        status,
        "author",
        "",
    )


def event(name, mentions, edtf="", earliest="", latest=""):
    return (
        name,
        "talks",
        ["Chad", "Mali"],
        "",
        edtf,
        earliest,
        latest,
        "held",
        [],
        ["wire"],
        mentions,
        [],
        [],
        "040",
        "",
    )


def briefing(meetings, events):
    return SimpleNamespace(
        meetings=frame("meetings", meetings), events=frame("events", events), documents=frame("documents")
    )


def test_day_month_and_no_date():
    day, month = ("2019-03-04",) * 3, ("2019-04", "2019-04-01", "2019-04-30")
    small = briefing(
        [meeting(0, *day), meeting(10, *month), meeting(20)],
        [event("e1", ["wire:0-5"], *day), event("e2", ["wire:10-15"], *month), event("e3", ["wire:20-25"])],
    )
    seen = view.chronology(small)
    bar, points = (next(t for t in seen.figure.data if t.type == kind) for kind in ("bar", "scatter"))
    assert set(bar.customdata) == {"e2"}, "only the month is a span"
    assert bar.base[0] == "2019-04-01" and bar.x[0] == 30 * 86_400_000
    assert set(points.customdata) == {"e1", "e2"}
    assert "1 meeting without a date" in seen.figure.layout.annotations[0].text
    assert seen.table["mark"].tolist() == ["e1", "e2", "e3"], "the undated one is listed, last"
    assert seen.marks["e3"] == [("meetings", 2)]


def test_only_undated_meetings_are_said_to_be_so():
    seen = view.chronology(briefing([meeting(0)], [event("e1", ["wire:0-5"])]))
    assert "No date is known for 1 meeting" in seen.figure.layout.annotations[0].text


def test_an_event_counts_the_mentions_a_filter_has_left():
    small = briefing([meeting(0), meeting(10)], [event("e1", ["wire:0-5", "wire:10-15"]), event("e2", ["other:0-5"])])
    small.meetings = small.meetings[small.meetings["start"] == 10]
    seen = view.chronology(small)
    assert seen.marks == {"e1": [("meetings", 1)]}


def test_every_status_has_a_shape_and_colour_of_its_own():
    looks = [(theme.STATUS_SYMBOLS[s], theme.STATUS_COLOURS[s]) for s in theme.STATUS_SYMBOLS]
    assert len(set(theme.STATUS_SYMBOLS.values())) == len(looks) == len(set(looks))


def told(start, parties, day="", voice="author", kind="talks"):
    return (
        "wire", "wire#1", start, start + 5, "talks", kind, parties, "", "", day, day, day, "", "held", voice, "",
    )  # fmt: skip


def three():
    """Two meetings of Chad, one of them told by its own voice too, and one of Mali and Niger without a date."""
    meetings = [
        told(0, ["Chad", "Mali"], "2019-03-04"),
        told(10, ["Chad", "Mali"], "2019-03-04", "Chad"),
        told(20, ["Chad", "Niger"], "2020-05-06"),
        told(30, ["Mali", "Niger"]),
    ]
    rows = [
        ("e1", ["Chad", "Mali"], "2019-03-04", ["wire:0-5", "wire:10-15"]),
        ("e2", ["Chad", "Niger"], "2020-05-06", ["wire:20-25"]),
        ("e3", ["Mali", "Niger"], "", ["wire:30-35"]),
    ]
    events = [
        (name, "talks", who, "Bamako", day, day, day, "held", [], ["wire"], mentions,
         ["same participants and day (wire:10-15)"][: len(mentions) - 1],
         ["place: Bamako (wire), Ségou (post)"] if name == "e2" else [], "040", "e2" if name == "e1" else "")
        for name, who, day, mentions in rows
    ]  # fmt: skip
    return briefing(meetings, events)


@pytest.mark.parametrize(
    ("asked", "marks", "why"),
    [
        ({}, {"e1": 2, "e2": 1, "e3": 1}, "all"),
        ({"participant": "Chad"}, {"e1": 2, "e2": 1}, "one"),
        ({"participant": "Niger", "counterpart": "Chad"}, {"e2": 1}, "a pair, in any order"),
        ({"counterpart": "Niger"}, {"e2": 1, "e3": 1}, "a counterpart alone is a participant"),
        ({"voice": "Chad"}, {"e1": 1}, "what one voice tells of, and how often it does"),
        ({"since": "2020"}, {"e2": 1}, "from a year on; one without a date is in no period"),
        ({"until": "2019-03"}, {"e1": 2}, "up to a month"),
        ({"since": "2019-03-04", "until": "2019-03-04"}, {"e1": 2}, "a day"),
        ({"since": "2021"}, {}, "nothing"),
        ({"rows": "mentions", "voice": "Chad"}, {"mention 1": 1}, "mentions of a voice"),
        ({"rows": "mentions", "participant": "Chad", "until": "2019"}, {"mention 0": 1, "mention 1": 1}, "mentions"),
    ],
)
def test_what_is_asked_for(asked, marks, why):
    assert {key: len(rows) for key, rows in view.chronology(three(), **asked).marks.items()} == marks, why


@pytest.mark.parametrize("words", ["May 2019", "2019-13", "2019/..", "yesterday"])
def test_a_period_that_is_no_date_is_said_to_be_none(words):
    seen = view.chronology(three(), since=words)
    assert "is no date: write 2024, 2024-04 or 2024-04-09" in seen.figure.layout.annotations[0].text
    assert seen.marks == {}


def test_the_title_names_the_pair():
    seen = view.chronology(three(), participant="Niger", counterpart="Chad")
    assert "Niger and Chad" in seen.figure.layout.title.text


def test_what_sources_differ_on_is_in_hover_table_and_notes():
    seen = view.chronology(three())
    hover = {
        key: text
        for t in seen.figure.data
        if t.type == "scatter"
        for key, text in zip(t.customdata, t.hovertext, strict=True)
    }
    assert "sources differ - place: Bamako (wire), Ségou (post)" in hover["e2"] and "differ" not in hover["e1"]
    assert "on a visit: Chad, Niger, 2020-05-06" in hover["e1"]
    assert "<b>2 mentions</b> in 1 document" in hover["e1"]
    table = seen.table.set_index("mark")
    assert table.loc["e2", "sources differ"] == "place: Bamako (wire), Ségou (post)"
    assert (table.loc["e1", "part of"], table.loc["e1", "code"]) == ("e2", "040")
    assert seen.notes["e2"] == ["Sources differ on its place: Bamako (wire), Ségou (post)"]
    assert seen.notes["e1"] == [
        "Took place on the visit e2: Chad, Niger, 2020-05-06",
        "One meeting, because: same participants and day (1 mention)",
    ]


def test_mentions_are_opened_in_order_of_report():
    seen = view.chronology(three())
    assert seen.marks["e1"] == [("meetings", 0), ("meetings", 1)]


def test_lines_of_a_big_corpus_are_capped_and_said_to_be():
    seen = view.chronology(corpus(40), limit=5)
    assert len(seen.figure.layout.yaxis.ticktext) == 5
    assert "lines with fewer meetings not drawn" in seen.figure.layout.annotations[0].text


def test_one_far_off_date_does_not_squeeze_the_rest():
    days = [(DAY + timedelta(days=n),) * 2 for n in range(20)]
    assert main_part([(date(1963, 1, 1), date(1963, 12, 31)), *days]) == (DAY, DAY + timedelta(days=19))
    assert main_part(days[:2]) == (DAY, DAY + timedelta(days=1)), "nothing is left out of two"


@pytest.mark.parametrize(
    ("spans", "name"),
    [
        ([(DAY, DAY)], "day"),
        ([(DAY, DAY), (DAY + timedelta(days=200),) * 2], "month"),
        ([(DAY, DAY + timedelta(days=29))], "month"),  # no finer than the dates are
        ([(date(1950, 1, 1),) * 2, (date(2020, 1, 1),) * 2], "decade"),
        ([], "year"),
    ],
)
def test_steps(spans, name):
    assert step_of(spans, 40).name == name


@given(st.dates(date(1, 1, 1), date(9990, 1, 1)), st.sampled_from(["day", "month", "year", "decade"]))
def test_a_day_lies_in_its_step(day, name):
    step = Step(name)
    first, last = step.span(step.start(day))
    assert first <= day <= last
    assert step.label(step.start(day))


def test_bars_and_points_agree():
    assert milliseconds((DAY, DAY)) == 86_400_000
    assert noon((DAY, DAY)) == "2019-03-04 12:00"
    assert noon((DAY, DAY + timedelta(days=1))) == "2019-03-05 00:00"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ([DAY + timedelta(days=200)], "▸"),  # all later: where to look
        ([DAY - timedelta(days=200)], "◂"),
        ([DAY - timedelta(days=200), DAY + timedelta(days=200)], "▸"),
        ([DAY, DAY + timedelta(days=200)], ""),  # one is in sight
        ([], ""),  # no dates at all
    ],
)
def test_a_line_whose_meetings_are_out_of_sight_says_when_they_are(days, text):
    items = [SimpleNamespace(span=(day, day)) for day in days]
    said = lanes._elsewhere(items, (DAY, DAY + timedelta(days=30)))
    assert (text in said.get("text", "")) if text else said == {}
    if days and text:
        assert f"{max(days):%b %Y}" in said["text"]
