"""Which mentions an event was made of: against the slow way, with places that have several rows, and voices."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from view_samples import corpus

from briefing_lib import view
from briefing_lib.counting.mentioned import meetings_of, told_of
from briefing_lib.tables import frame
from briefing_lib.view.drawing.marks import Marks, largest
from briefing_lib.view.drawing.periods import span_of

NAMES = st.lists(st.sampled_from(["Chad", "Peru", "Kenya"]), max_size=2, unique=True)
KINDS = st.sampled_from(["talks", "visit"])
MEETINGS = st.lists(st.tuples(st.integers(0, 5), KINDS, NAMES, st.sampled_from(["author", "Chad"])), max_size=8)
EVENTS = st.lists(st.tuples(KINDS, NAMES, st.lists(st.integers(0, 6), max_size=5)), max_size=5)


def tables(meetings, events) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = [("d", "d#1", n, n + 1, "", k, who, "", "", *[""] * 4, "held", v, "") for n, k, who, v in meetings]
    merged = [
        (f"e{n}", kind, who, *[""] * 5, [], ["d"], [f"d:{at}-{at + 1}" for at in places], [], [], "", "")
        for n, (kind, who, places) in enumerate(events)
    ]
    return frame("events", merged), frame("meetings", rows)


def slow(events: pd.DataFrame, meetings: pd.DataFrame) -> dict[str, list[int]]:
    found = {}
    for event in events.itertuples():
        taken: list[int] = []
        for mention in event.mentions:
            there = [
                (len(set(event.participants) & set(row.participants)), row.type == event.type, -row.Index)
                for row in meetings.itertuples()
                if f"{row.document}:{row.start}-{row.end}" == mention and row.Index not in taken
            ]
            taken += [-max(there)[2]] if there else []
        found[event.event] = taken
    return found


@given(MEETINGS, EVENTS)
def test_mentions_are_those_found_one_by_one(meetings, events):
    merged, told = tables(meetings, events)
    assert meetings_of(merged, told) == slow(merged, told)
    for voice in ("author", "Chad", "nobody"):
        found, own = told_of(merged, told, voice), told[told["voice"] == voice]
        seen = {name: found.rows[found.events == n].tolist() for n, name in enumerate(merged["event"])}
        assert seen == slow(merged, own), "only mentions by a voice"


def test_the_chronology_lists_the_events_in_order_of_date():
    sample = corpus(40)
    mentions = slow(sample.events, sample.meetings)
    rows = [
        ((span := span_of(e.earliest, e.latest)) is None, span or (), e.event, e.edtf, len(mentions[e.event]))
        for e in sample.events.itertuples()
    ]
    wanted = [(name, edtf, number) for _, _, name, edtf, number in sorted(rows)]
    seen = view.chronology(sample)
    table = seen.table[["mark", "date", "mentions"]]
    assert list(table.itertuples(index=False, name=None)) == wanted
    assert {key: [label for _, label in those] for key, those in seen.marks.items()} == mentions


def test_the_largest_marks_are_told_from_their_sizes():
    seen = view.chronology(corpus(40)).marks
    assert isinstance(seen, Marks)
    assert largest(seen, 7) == sorted(seen.items(), key=lambda item: -len(item[1]))[:7] == largest(dict(seen), 7)


def test_gaps_are_those_found_row_by_row():
    sample = corpus(40)
    table = view.gaps(sample, rows="mentions").table
    wanted = []
    for row in sample.meetings.itertuples():
        wanted += [(row.sentence, "date told, but not resolved" if row.date_text else "no date")] * (not row.edtf)
        wanted += [(row.sentence, "no place")] * (not row.place and row.type != "call")
        wanted += [(row.sentence, "nobody named")] * (not row.participants)
        wanted += [(row.sentence, "counterpart not named")] * (len(row.participants) == 1 and row.type != "summit")
    assert list(zip(table["sentence"], table["gap"], strict=True)) == wanted
