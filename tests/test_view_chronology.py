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
from briefing_lib.view import theme
from briefing_lib.view.lanes import POINT, names_of
from briefing_lib.view.lanes import levels as levels_of
from briefing_lib.view.meetings import Item
from briefing_lib.view.periods import Step, main_part, milliseconds, noon, step_of

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
