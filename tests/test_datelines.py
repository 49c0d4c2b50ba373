"""Where a piece was filed from, and on which day."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing_lib as bl
from briefing_lib.read.datelines import read_dateline

DATELINES = [
    ("LAGOS, Nigeria — The talks failed.", "LAGOS, Nigeria", "place and state"),
    ("NAIROBI, May 22 (Reuters) - Kenya and Ethiopia", "NAIROBI", "place, day and agency"),
    ("Moscow, 8 April /TASS/. The minister", "Moscow", "an agency between strokes"),
    ("BEIJING, Jan. 3 (Xinhua) -- China said", "BEIJING", "two hyphens"),
    ("MOSCOW. April 8 (Interfax) - The minister", "MOSCOW", "a stop behind the place"),
    ("UNITED NATIONS, Sept. 23, 2011 (AP) — The Council", "UNITED NATIONS", "a seat for a place"),
    ("BRUSSELS/PARIS, March 3 (Reuters) - The Union", "BRUSSELS/PARIS", "two places"),
    ("THE HAGUE, Netherlands (AP) — Judges", "THE HAGUE, Netherlands", "an article"),
    ("Port-au-Prince, Haiti — The council", "Port-au-Prince, Haiti", "hyphens within the name"),
    ("New Delhi: The ministry said", "New Delhi", "a colon, as Indian papers have it"),
    ("Vilnius. President Adamkus today", "Vilnius", "a stop alone behind a known place"),
    ("Geneva, 12 May 1993", "Geneva", "a line of its own"),
    ("ACCRA, Oct. 28, 1925.", "ACCRA", "a line of its own with a stop"),
    ("(Reuters) - Kenya said", None, "no place"),
    ("Mr Lee - a banker - agreed.", None, "a dash in a sentence"),
    ("NATO - the alliance - agreed.", None, "capitals that are no place"),
    ("India and Pakistan — two rivals", None, "states at the head of a sentence"),
    ("In Lagos, May 3 was a holiday.", None, "a place in a sentence"),
    ("Kenya. It is a large country.", None, "a state and a stop"),
    ("Question: The minister", None, "a label"),
    ("PRESIDENT OBAMA: Good morning", None, "a speaker"),
]


@pytest.mark.parametrize(("words", "place", "why"), DATELINES, ids=[case[2] for case in DATELINES])
def test_datelines(words: str, place: str | None, why: str) -> None:
    found = read_dateline(words)
    assert (found.place if found else None) == place, why


def test_the_day_of_a_dateline_is_the_documents_where_nothing_better_is_stated(tmp_path: Path) -> None:
    body = "(Caspian Wire) -- Kazakhstan and Iran agreed on Monday to build a second rail link along the Caspian Sea."
    (tmp_path / "with.txt").write_text(f"Rail link agreed\n\nASTANA, 3 January 2011 {body}", encoding="utf-8")
    (tmp_path / "without.txt").write_text(f"Rail link agreed\n\nASTANA, 3 January {body}", encoding="utf-8")
    (tmp_path / "better.txt").write_text(
        f"Rail link agreed\n\n5 January 2011\n\nASTANA, 3 January 2011 {body}", encoding="utf-8"
    )
    documents = bl.read_briefing(tmp_path).documents.set_index("document")
    assert set(documents["dateline"]) == {"ASTANA"}
    assert documents["published"].to_dict() == {"with": "2011-01-03", "without": "", "better": "2011-01-05"}
    assert documents.loc["with", "published_basis"] == "stated in the dateline"


@given(st.text(alphabet=st.sampled_from("ABCab ,.-—(/):1934"), max_size=60) | st.text(max_size=80))
def test_any_line_is_read(words: str) -> None:
    found = read_dateline(words, 7) if words else None
    assert found is None or (found.place and (found.end == 7 or found.start < found.end))
