"""What a briefing may be narrowed to: names it has, and periods as a reader writes them."""

from __future__ import annotations

import pytest

import briefing_lib as bl
from briefing_lib.choosing import window

TEXT = "Foreign Minister Amina Mohamed of Kenya met her counterpart from Chad in Nairobi, and trade was discussed.\n"
PUBLISHED = {"a": "2024-03-15", "b": "2024-04", "c": "2024-04-09~", "d": "", "e": "2023"}


@pytest.fixture(scope="module")
def briefing(tmp_path_factory):
    folder = tmp_path_factory.mktemp("chosen")
    for name in PUBLISHED:
        (folder / f"{name}.txt").write_text(TEXT)
    rows = ["document,published", *(f"{name},{day}" for name, day in PUBLISHED.items())]
    (folder / "sources.csv").write_text("\n".join(rows))
    return bl.read_briefing(folder)


@pytest.mark.parametrize(
    ("period", "left"),
    [
        (("2024-03", "2024-04"), "abc"),  # a month as the last end holds all its days
        ("2024-04", "bc"),  # one value is both ends
        ("2024", "abc"),
        (("", "2023-12-31"), "e"),
        (("2024-04-09", "2024-04-09"), "bc"),  # a document of "April" can be of the 9th
        (("2024-04-10", ""), "b"),
        (("", ""), "abcde"),  # no period: also what has no date
        (("2023-06", "2024-03-14"), "e"),
    ],
)
def test_a_period_is_read_as_it_is_written(briefing, period, left):
    assert "".join(sorted(briefing.where(period=period).documents["document"])) == left


@pytest.mark.parametrize("period", ["spring", ("2024-13", ""), ("", "next week"), "2024-02-30"])
def test_what_is_no_date_is_said_to_be_none(briefing, period):
    with pytest.raises(ValueError, match="is no date; write 2024, 2024-04 or 2024-04-09"):
        briefing.where(period=period)


@pytest.mark.parametrize(
    ("chosen", "closest"),
    [
        ({"actor": "Mohamed"}, "Amina Mohamed"),  # a surname
        ({"actor": "Kenia"}, "Kenya"),  # a slip
        ({"voice": "auther"}, "author"),
    ],
)
def test_a_wrong_name_is_an_error_that_names_the_closest(briefing, chosen, closest):
    with pytest.raises(ValueError, match=f"Closest: '{closest}'"):
        briefing.where(**chosen)


def test_a_name_known_to_the_corpus_may_leave_nothing(briefing):
    one = briefing.where(document="a")
    assert one.where(document="b").documents.empty, "no error: there is such a document, but not among these"
    with pytest.raises(ValueError, match="document: 'z'"):
        one.where(document="z")


def test_window_needs_two_ends():
    assert window(("", "2024")) == ("", "2024-12-31")
