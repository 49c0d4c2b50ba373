"""Fortnights, the new year, the next morning, and days of a month named before."""

from __future__ import annotations

import pytest

from briefing_lib.find.dates import find_dates
from briefing_lib.tables import Sentence

PUBLISHED = "2024-05-15"

CASES = [
    ("a fortnight ago, roughly", "He was in Lagos a fortnight ago.", [("a fortnight ago", "2024-05-01~")]),
    ("a fortnight ahead", "The envoys meet again in a fortnight.", [("in a fortnight", "2024-05-29~")]),
    (
        "counted from another day",
        "They met on 20 April. A fortnight earlier they had quarrelled.",
        [("20 April", "2024-04-20"), ("A fortnight earlier", "2024-04-06~")],
    ),
    ("a fortnight that lasts", "In the past fortnight the price rose.", [("the past fortnight", "2024-05-01/2024-05-15")]),
    ("a fortnight that only lasts", "He stayed for a fortnight.", []),
    ("the weeks after the turn of the year", "She flies to Suva early in the new year.", [("early in the new year", "2025-01~")]),
    ("a new year's speech", "She gave the new year message.", []),
    ("no year at all", "They wished him a happy new year.", []),
    (
        "the evening before",
        "They met on 3 May; he had come the previous evening.",
        [("3 May", "2024-05-03"), ("the previous evening", "2024-05-02")],
    ),
    (
        "the morning after",
        "They met on 3 May and left the next morning.",
        [("3 May", "2024-05-03"), ("the next morning", "2024-05-04")],
    ),
    ("two days, no month", "The fair runs from the 27th to the 29th.", [("the 27th to the 29th", "2024-05-27/2024-05-29")]),
    (
        "the month stands behind",
        "It rained from the 3rd to the 9th of April.",
        [("the 3rd to the 9th of April", "2024-04-03/2024-04-09")],
    ),
]  # fmt: skip


YEAR_ENDS = [
    ("accounts told of in spring", "Peru's debts stood at $3 billion at the end of the year.", "1992-02-27", "1991~"),
    ("the same, written short", "Chad's reserves were $40 million at year-end.", "1992-02-27", "1991~"),
    ("what is to come", "Peru's debts will stand at $3 billion at the end of the year.", "1992-02-27", "1992~"),
    ("a plan told in the past", "Chad said its reserves would be larger at the end of the year.", "1992-02-27", "1992~"),
    ("a limit, not a time", "Kenya agreed to open its market by the end of the year.", "1992-02-27", "1992~"),
    ("told when the year is nearly over", "Peru's debts stood at $3 billion at the end of the year.", "1991-12-30", "1991~"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "published", "expected"), YEAR_ENDS, ids=[case[0] for case in YEAR_ENDS])
def test_the_end_of_which_year(why: str, text: str, published: str, expected: str) -> None:
    sentence = Sentence("d#1", "d", 1, 0, len(text), text, "author", "narration")
    assert [row.edtf for row in find_dates(text, [sentence], published)] == [expected], why


FILED = [
    ("the day before the paper's", "BONN, Nov. 13.— The talks ended today.", ["1974-11-13", "1974-11-13"]),
    ("an agency's", "ACCRA, Nov 12 (Reuter) - They met yesterday.", ["1974-11-12", "1974-11-11"]),
    ("a place told with a day, no dateline", "Cairo and Amman, Nov. 13 is the day, agreed yesterday.", ["1974-11-13", "1974-11-13"]),
    ("a dateline of long ago", "OSLO, Oct 2 - They met yesterday.", ["1974-10-02", "1974-11-13"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "expected"), FILED, ids=[case[0] for case in FILED])
def test_a_dispatch_counts_from_the_day_it_was_filed(why: str, text: str, expected: list[str]) -> None:
    sentence = Sentence("d#1", "d", 1, 0, len(text), text, "author", "narration")
    assert [row.edtf for row in find_dates(text, [sentence], "1974-11-14")] == expected, why


@pytest.mark.parametrize(("why", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_spells(why: str, text: str, expected: list[tuple[str, str]]) -> None:
    sentence = Sentence("d#1", "d", 1, 0, len(text), text, "author", "narration")
    found = find_dates(text, [sentence], PUBLISHED)
    assert [(row.text, row.edtf) for row in found if row.edtf] == expected, why
    assert all(text[row.start : row.end] == row.text for row in found)
