"""Expressions that give no day: lengths, what repeats, times of day, "now" and "recently".

Each case: why it is there, the text, and the expected (words, TIMEX3 type, TIMEX3 value) in order.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.find.dates import find_dates
from briefing_lib.find.durations import find_durations
from briefing_lib.parse import parse_document
from briefing_lib.read.sources import Source
from briefing_lib.tables import Date
from tests.test_dates import split


def durations(text: str, published: str = "1997-06-18") -> list[Date]:
    sentences = split(text)
    dates = find_dates(text, sentences, published)
    rows = find_durations(text, sentences, dates)
    last = 0
    for row in sorted([*rows, *dates], key=lambda row: row.start):
        assert text[row.start : row.end] == row.text
        assert row.start >= last, "rows overlap"
        last = row.end
    for row in rows:
        assert (row.edtf, row.earliest, row.latest) == ("", "", "")
        assert row.basis in ("length", "repeated", "time of day", "no certain day")
    return rows


LENGTHS = [
    ("number in words", "The siege of Tobruk took three months.", [("three months", "P3M")]),
    ("figures", "He ruled Gabon for 42 years.", [("42 years", "P42Y")]),
    ("hyphen", "A two-day visit and a 24-hour strike ended.", [("two-day", "P2D"), ("24-hour", "PT24H")]),
    ("article after for", "Envoys stayed for a week.", [("a week", "P1W")]),
    ("half", "They spoke for half an hour in Suva.", [("half an hour", "PT0.5H")]),
    ("and a half", "It took two and a half years.", [("two and a half years", "P2.5Y")]),
    ("a half after the unit", "It took a year and a half.", [("a year and a half", "P1.5Y")]),
    ("two numbers", "He faces 10 to 15 years in jail.", [("10 to 15 years", "P15Y")]),
    ("several", "After several weeks of talks they left.", [("several weeks", "PXW")]),
    ("no number", "The border has been shut for decades.", [("decades", "PXDE")]),
    ("no number, later", "Hours later he was free.", [("Hours", "PTXH")]),
    ("decade", "Nearly two decades of war ended.", [("two decades", "P2DE")]),
    ("within", "Lagos must reply within 48 hours.", [("48 hours", "PT48H")]),
    ("thousands", "The wall is 2,000 years old news of 1,000 years.", [("1,000 years", "P1000Y")]),
    ("after an event the date takes the words", "It came two days after the talks.", []),
]

LENGTHS += [
    ("one word", "A weeklong siege and a decades-long feud ended.", [("weeklong", "P1W"), ("decades-long", "PXDE")]),
    ("article before ago", "It rained an hour ago.", [("an hour", "PT1H")]),
    ("a verb that takes time", "It will take years to mend.", [("years", "PXY")]),
    (
        "what there was years of",
        "Decades of neglect showed despite years of aid.",
        [("Decades", "PXDE"), ("years", "PXY")],
    ),
    ("quarters in a row", "Sales rose for 15 consecutive quarters.", [("15 consecutive quarters", "P15Q")]),
    ("and half", "It took two and half years in Male.", [("two and half years", "P2.5Y")]),
    ("long for some years", "A 10-year-long war ended.", [("10-year", "P10Y")]),
    ("the past years", "Over the past years it rained.", [("years", "PXY")]),
    ("the past hours", "In the past 24 hours it rained.", [("24 hours", "PT24H")]),
]

SETS = [
    ("every", "They meet every month in Accra.", [("every month", "P1M")]),
    ("each", "Each year 40 ships call.", [("Each year", "P1Y")]),
    ("every other", "Polls are held every other year.", [("every other year", "P2Y")]),
    ("every number", "Polls are held every four years.", [("every four years", "P4Y")]),
    ("weekday", "Markets open every Friday in Fez.", [("every Friday", "XXXX-WXX-5")]),
    ("month", "It floods each March.", [("each March", "XXXX-03")]),
    ("a year after an amount", "Aid of $5 billion a year flows.", [("a year", "P1Y")]),
    ("twice a week", "A boat sails twice a week.", [("a week", "P1W")]),
    ("plural weekdays", "Shops shut on Sundays in Apia.", [("Sundays", "XXXX-WXX-7")]),
    ("weekends", "They meet every weekend.", [("every weekend", "P1WE")]),
    ("per", "It pumps 300 barrels per day.", [("per day", "P1D")]),
    ("adverb", "The board reports annually and monthly.", [("annually", "P1Y"), ("monthly", "P1M")]),
    ("adjective", "The annual summit is in Lima.", [("annual", "P1Y")]),
]

TIMES = [
    ("p.m.", "It rained at 6 p.m. in Oslo.", [("6 p.m.", "T18:00")]),
    ("minutes", "It rained at 10:30 a.m. in Oslo.", [("10:30 a.m.", "T10:30")]),
    ("after midnight", "At 12:05 a.m. it rained.", [("12:05 a.m.", "T00:05")]),
    ("24 hours", "By 20:15 GMT it was over.", [("20:15 GMT", "T20:15")]),
    ("noon", "The truce began at noon in Goma.", [("noon", "T12:00")]),
    ("before a date", "At 6 p.m. Thursday it began.", [("6 p.m.", "1997-06-12T18:00")]),
]

REFERENCES = [
    ("now", "Chad is now at peace.", [("now", "PRESENT_REF")]),
    ("recently", "Recently prices fell.", [("Recently", "PAST_REF")]),
    ("recent years", "In recent years prices fell.", [("recent years", "PAST_REF")]),
    ("the near future", "They will meet in the near future.", [("the near future", "FUTURE_REF")]),
    ("the past", "Such raids belong to the past.", [("the past", "PAST_REF")]),
]

NONE = [
    ("names", "He told the LA Weekly and the Annual General Meeting so."),
    ("ages", "The 75-year-old king and a man 40 years old."),
    ("a date takes its words", "In the past two years and three weeks ago and next month."),
    ("scores and ratios", "They won 3:15 and the odds are 10:1."),
    ("one day", "One day he will return; a day to remember."),
    ("half of a whole", "Half the people and a quarter of the land."),
    ("now that", "Now that it is over they rest."),
    ("day of a name", "Africa Day and the day job."),
    ("every man", "Every man and each woman voted; very few reach home."),
    ("the future tense of things", "The future relations, future talks and past mistakes; a current account."),
    ("money", "It costs $3 and 40 cents."),
]


LENGTHS += [
    (
        "an old affair",
        "The two-week-old strike and the ten-year-old ban ended.",
        [("two-week", "P2W"), ("ten-year", "P10Y")],
    ),
    ("a minute and a half", "A minute and a half later it sank.", [("A minute and a half", "PT1.5M")]),
    (
        "follows years of",
        "The deal follows years of talks and ended weeks of war.",
        [("years", "PXY"), ("weeks", "PXW")],
    ),
    ("a month or two", "The appeal may need a month or two.", [("a month", "P1M")]),
    ("a mixed fraction", "They lived in camps for 2 1/2 years.", [("2 1/2 years", "P2.5Y")]),
    ("by one day", "The rains came early by one day in Mali.", [("one day", "P1D")]),
    ("several quarters", "It made money after several quarters of losses.", [("several quarters", "PXQ")]),
    ("a month-old thing", "A three-month-old camp near Goma burnt down.", [("three-month", "P3M")]),
]
SETS += [
    ("each season", "The pass is shut each winter.", [("each winter", "XXXX-WI")]),
    ("every season", "Every summer the river dries up.", [("Every summer", "XXXX-SU")]),
]
TIMES += [
    ("four figures and a zone", "Flights resume at 0600 GMT.", [("0600 GMT", "T06:00")]),
    ("with its day", "It began at 6 p.m. on 18 June 1997.", [("6 p.m.", "1997-06-18T18:00")]),
    ("with zone and day", "The offer ends 5 p.m. EST July 9, 1997.", [("5 p.m.", "1997-07-09T17:00")]),
    ("after its day", "On 18 June 1997 at 20:15 GMT it ended.", [("20:15 GMT", "1997-06-18T20:15")]),
    ("both ends", "Between 10:00 and 14:00 no trains ran.", [("10:00", "T10:00"), ("14:00", "T14:00")]),
    ("local time", "Doors open 18:00 local time in Suva.", [("18:00 local time", "T18:00")]),
]
REFERENCES += [
    ("recent", "The recent floods killed nobody.", [("recent", "PAST_REF")]),
    ("presently", "The envoy is presently in Oslo.", [("presently", "PRESENT_REF")]),
    ("future years", "It will pay in future years.", [("future years", "FUTURE_REF")]),
    ("soon", "The port will soon open.", [("soon", "FUTURE_REF")]),
    ("current", "Togo keeps its current borders.", [("current", "PRESENT_REF")]),
    ("at the moment", "Nobody rules at the moment.", [("at the moment", "PRESENT_REF")]),
]
NONE += [
    ("ages", "The two-year-old boy and the three-month-old baby slept."),
    ("quarters of a town", "In several quarters and from some quarters came anger."),
    ("recently beside a date", "It rained most recently last October in Fiji."),
    ("as many", "It was the fifth raid in as many days."),
    ("how soon", "As soon as they met, they fell out; soon after, they met again."),
    ("current of a river", "The current of the Congo and an electric current are strong."),
    ("a certain moment", "At the moment when they met, it rained."),
    ("figures without a zone", "Some 0600 crates went to the GMT office."),
    ("a score", "Mali won 3:15 over Chad."),
]


@pytest.mark.parametrize(
    ("kind", "why", "text", "expected"),
    [
        (kind, *case)
        for kind, cases in (("DURATION", LENGTHS), ("SET", SETS), ("TIME", TIMES), ("DATE", REFERENCES))
        for case in cases
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)
def test_found(kind, why, text, expected):
    assert [(row.text, row.timex_type, row.timex) for row in durations(text)] == [
        (words, kind, value) for words, value in expected
    ]


@pytest.mark.parametrize(("why", "text"), NONE)
def test_not_found(why, text):
    assert durations(text) == []


def test_they_stand_in_the_table_and_date_nothing():
    text = "The ministers of Chad and Mali met on Friday for two hours. Trade grew 5% in 2016 after three years of drought."
    rows = parse_document(Source("d", "d.txt", text, "", {"published": "2017-03-01"}))
    assert [(row.text, row.timex_type) for row in rows["dates"]] == [
        *[("Friday", "DATE"), ("two hours", "DURATION"), ("2016", "DATE"), ("three years", "DURATION")]
    ]
    assert {row.date_text for row in rows["meetings"]} <= {"Friday", "on Friday"}


_PIECES = re.findall(
    r"\S+",
    "every each per a an the one two several half and-a-half 3 24 2,000 2.5 year years day days hour hours -week decade "
    "decades century now recently annual daily the past the future 6 p.m. 10:30 noon : GMT for in within ago later "
    "of to - . , "
    "Friday March 1999 last next old",
)


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text(text):
    assert durations(text) == durations(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=14))
def test_any_words(pieces):
    for row in durations(" ".join(pieces)):
        assert row.text.strip() == row.text


def test_triggers_miss_nothing(monkeypatch):
    texts = [case[1] for case in LENGTHS + SETS + TIMES + REFERENCES] + [text for _, text in NONE]
    found = [durations(text) for text in texts]
    monkeypatch.setattr("briefing_lib.find.durations.places", lambda text: ((), tuple(range(len(text)))))
    for text, rows in zip(texts, found, strict=True):
        everywhere = [row.text for row in durations(text)]
        assert [row.text for row in rows] == everywhere, text
