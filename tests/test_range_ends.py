"""The ends of ranges as rows of their own: which ranges have them, and what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_lib.find.edtf import bounds
from briefing_lib.find.range_ends import range_ends
from briefing_lib.parse import parse_document
from briefing_lib.read.sources import Source
from tests.test_dates import dates

ENDS = [
    ("years in words", "He ruled from 1954 to 1989.", [("1954", "1954"), ("1989", "1989")]),
    ("years with a dash", "The 1980-1988 war cost both dear.", [("1980", "1980"), ("1988", "1988")]),
    (
        "between months",
        "It was carried out between July 2003 and December 2004.",
        [("July 2003", "2003-07"), ("December 2004", "2004-12")],
    ),
    (
        "one year for both",
        "The king stayed from March 30 to April 2, 2024.",
        [("March 30", "2024-03-30"), ("April 2, 2024", "2024-04-02")],
    ),
    (
        "weekdays",
        "She stayed from Tuesday to Thursday.",
        [("Tuesday", "2024-05-14"), ("Thursday", "2024-05-16")],
    ),
    ("days of one month", "Envoys meet in Baku Oct. 22-24, 1998, and on 8-9 April 1999.", []),
    ("a short second year", "Output fell in 2012-13.", []),
    ("an open range", "Since 2014 Juba has had no census.", [("2014", "2014")]),
    ("open from a part of a year", "Since early 2022 prices have doubled.", [("early 2022", "2022~")]),
    ("open from a decade", "Since the 1990s trade has grown.", [("the 1990s", "199X")]),
    ("onwards", "From 2019 onwards visas were free.", [("2019", "2019")]),
    ("open from a week", "Since last week tariffs apply.", []),
    ("open from a day", "Since Friday the road has been shut.", [("Friday", "2024-05-17")]),
    ("a week, a quarter", "In the third quarter of 2011, as last week, it rained.", []),
]


@pytest.mark.parametrize(("why", "text", "expected"), ENDS, ids=[case[0] for case in ENDS])
def test_ends(why, text, expected):
    rows = range_ends(dates(text, "2024-05-20"))
    assert [(row.text, row.edtf) for row in rows] == expected
    for row in rows:
        assert text[row.start : row.end] == row.text
        assert (row.earliest, row.latest) == bounds(row.edtf)
        assert row.timex_type == "DATE"
        assert row.rule == "range end"


def test_the_table_has_the_range_and_its_ends():
    rows = parse_document(Source("d", "d.txt", "He ruled Gabon from 1954 to 1989.", "", {}))["dates"]
    assert [(row.text, row.rule) for row in rows] == [
        *[("1954 to 1989", "written out"), ("1954", "range end"), ("1989", "range end")]
    ]


@given(st.lists(st.sampled_from(["from", "to", "-", "and", "between", "May", "2003", "2014", "3", "Friday", "the"])))
def test_anchors_hold(pieces):
    text = " ".join(pieces)
    for row in range_ends(dates(text, "2024-05-20")):
        assert text[row.start : row.end] == row.text
