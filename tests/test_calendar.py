"""Calendar arithmetic and EDTF bounds, against known days and against the ``edtf`` package."""

from __future__ import annotations

from datetime import date

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.find.calendar import containing, easter, move, point, shift, weekday_of_month
from briefing_lib.find.edtf import bounds, parts, precision, write

EASTERS = [
    (1818, "1818-03-22", "the earliest there can be"),
    (1943, "1943-04-25", "the latest there can be"),
    (1954, "1954-04-18", "an exception of the computus"),
    (1981, "1981-04-19", "another"),
    (2000, "2000-04-23", "a year divisible by 400"),
    (2025, "2025-04-20", "the same day in both churches"),
]


@pytest.mark.parametrize(("year", "day", "why"), EASTERS)
def test_easter(year, day, why):
    assert easter(year).isoformat() == day


@pytest.mark.parametrize(
    ("year", "day"), [(2000, "2000-04-30"), (2016, "2016-05-01"), (2024, "2024-05-05"), (2025, "2025-04-20")]
)
def test_orthodox_easter(year, day):
    assert easter(year, orthodox=True).isoformat() == day


def test_easter_is_a_sunday():
    assert {easter(year).weekday() for year in range(1583, 2101)} == {6}
    assert {easter(year, orthodox=True).weekday() for year in range(1900, 2100)} == {6}


BOUNDS = [
    ("2024-02", "2024-02-01", "2024-02-29", "a leap year's February"),
    ("1900-02", "1900-02-01", "1900-02-28", "1900 was none"),
    ("2023-12", "2023-12-01", "2023-12-31", "December"),
    ("2024-24", "2024-12-01", "2025-02-28", "a winter goes on into the next year"),
    ("199X", "1990-01-01", "1999-12-31", "a decade"),
    ("19XX~", "1900-01-01", "1999-12-31", "a century, about"),
    ("2014/..", "2014-01-01", "", "open end"),
    ("../2014", "", "2014-12-31", "open start"),
    ("2024-05-20~", "2024-05-20", "2024-05-20", "an approximate day"),
    ("2024-07/2024-09", "2024-07-01", "2024-09-30", "a quarter"),
    ("", "", "", "nothing"),
    ("2024-13", "", "", "no such month"),
    ("2024-02-30", "", "", "no such day"),
    ("soon", "", "", "no EDTF"),
]


@pytest.mark.parametrize(("written", "first", "last", "why"), BOUNDS)
def test_bounds(written, first, last, why):
    assert bounds(written) == (first, last)


DAYS = st.dates(date(1500, 1, 1), date(2099, 12, 31))
UNITS = st.sampled_from(["day", "week", "month", "quarter", "half", "year", "decade", "century"])


@settings(deadline=None)
@given(DAYS, UNITS)
def test_a_unit_contains_its_day(day, unit):
    first, last = containing(unit, day)
    assert bounds(first)[0] <= day.isoformat() <= bounds(last)[1]
    assert edtf.parse_edtf(write(first, last))


@settings(deadline=None)
@given(DAYS, st.integers(-60, 60))
def test_months_there_and_back(day, count):
    first = day.replace(day=1)
    there = move(first, "month", count)
    assert there and move(there, "month", -count) == first


@settings(deadline=None)
@given(DAYS, st.sampled_from(["month", "quarter", "year"]), st.integers(-20, 20))
def test_shift_keeps_precision(day, unit, count):
    period = containing(unit, day)
    moved = shift(period, unit, count)
    assert moved and [precision(end) for end in moved] == [precision(end) for end in period]
    assert shift(moved, unit, -count) == period


@settings(deadline=None)
@given(st.text(max_size=12))
def test_any_text_has_bounds_or_none(text):
    assert bounds(text) == bounds(text)
    assert parts(text)[0] >= 0


def test_no_such_day():
    assert point(2023, 2, 29) == "" and point(0) == ""
    assert move(date(9999, 12, 31), "year", 1) is None
    assert weekday_of_month(2024, 5, 0, -1) == date(2024, 5, 27)
