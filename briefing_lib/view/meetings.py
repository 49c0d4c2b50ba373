"""Meetings as the chronology shows them, events merged over their mentions or mentions, and which are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from briefing_lib.at_hand import at_hand
from briefing_lib.mentioned import meetings_of
from briefing_lib.view import periods


class Item(NamedTuple):
    """An event, or a mention of one, as drawn."""

    key: str
    type: str
    participants: list[str]
    place: str
    edtf: str
    span: periods.Span | None
    status: str
    rows: list[int]
    documents: list[str]
    code: str = ""
    differ: Sequence[str] = ()
    """Where its sources differ."""
    why: Sequence[str] = ()
    """Why its mentions are of one meeting."""
    stay: str = ""
    """The visit it took place on, in words."""
    part_of: str = ""


def events_of(briefing: Any, voice: str = "") -> list[Item]:
    """Return the events, each with those of its mentions that a filter has left.

    Args:
        briefing: anything whose attributes are the tables.
        voice: only mentions by this voice; empty for all.
    """
    return at_hand(_events_of, briefing.meetings, briefing.events, voice=voice)


def _events_of(meetings: Any, events: Any, voice: str) -> list[Item]:
    if voice:
        meetings = meetings[meetings["voice"] == voice]
    document = meetings["document"].to_dict()
    rows = meetings_of(events, meetings)
    named = {row.event: f"{', '.join(row.participants)}, {row.edtf}" for row in events.itertuples()}
    return [
        Item(
            row.event, row.type, list(row.participants), row.place, row.edtf,
            periods.span_of(row.earliest, row.latest), row.status, rows[row.event],
            list(dict.fromkeys(document[label] for label in rows[row.event])), row.code, list(row.disagreements),
            list(row.why), named.get(row.part_of, ""), row.part_of,
        )
        for row in events.itertuples()
        if rows[row.event]
    ]  # fmt: skip


def mentions_of(briefing: Any, voice: str = "") -> list[Item]:
    """Return each mention by itself; see `events_of`."""
    return at_hand(_mentions_of, briefing.meetings, voice=voice)


def _mentions_of(meetings: Any, voice: str) -> list[Item]:
    return [
        Item(
            f"mention {index}", row.type, list(row.participants), row.place, row.edtf,
            periods.span_of(row.earliest, row.latest), row.status, [int(index)], [row.document],
        )
        for index, row in zip(meetings.index, meetings.itertuples(), strict=True)
        if not voice or row.voice == voice
    ]  # fmt: skip


def window_of(since: str, until: str) -> tuple[date, date]:
    """Return the first and last day of a period a reader has written, either end open where it is empty.

    Raises:
        ValueError: an end is no date; the message says how to write one.

    >>> window_of("2024-04", "2024")
    (datetime.date(2024, 4, 1), datetime.date(2024, 12, 31))
    """
    ends = []
    for words, otherwise, which in ((since, date.min, 0), (until, date.max, 1)):
        span = periods.bounds(words.strip()) if words.strip() else (otherwise, otherwise)
        if span is None:
            raise ValueError(f"{words!r} is no date: write 2024, 2024-04 or 2024-04-09.")
        ends.append(span[which])
    return ends[0], ends[1]


def lies_in(item: Item, window: tuple[date, date]) -> bool:
    """Tell whether a meeting can have been in a period; one without a date only in a period that is open."""
    if window == (date.min, date.max):
        return True
    return item.span is not None and item.span[0] <= window[1] and window[0] <= item.span[1]
