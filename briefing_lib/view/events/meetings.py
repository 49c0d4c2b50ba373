"""Meetings as the chronology shows them, events merged over their mentions or mentions, and which are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from briefing_lib.counting.at_hand import Numbered, at_hand, numbered
from briefing_lib.counting.mentioned import told_of
from briefing_lib.tables import LIST_SEPARATOR
from briefing_lib.view.drawing import periods
from briefing_lib.view.drawing.marks import Marks

COLUMNS = [
    *("date", "type", "participants", "place", "status", "mentions", "documents", "code", "sources differ", "part of"),
    "mark",
]


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


class Spans(NamedTuple):
    """The spans of days of the rows of a table; ``first`` and ``last`` as numbers of days, 0 where none is known."""

    first: np.ndarray
    last: np.ndarray

    def of(self, row: int) -> periods.Span | None:
        """Return the span of a row."""
        first, last = int(self.first[row]), int(self.last[row])
        return (date.fromordinal(first), date.fromordinal(last)) if first else None


def spans_of(table: pd.DataFrame) -> Spans:
    """Return the spans of the rows of a table with bounds of dates, kept at hand."""
    return at_hand(_spans_of, table)


def _spans_of(table: pd.DataFrame) -> Spans:
    earliest, latest = numbered(table, "earliest"), numbered(table, "latest")
    codes, pairs = pd.factorize(earliest.codes.astype(np.int64) * max(len(latest.values), 1) + latest.codes)
    days = np.zeros((len(pairs), 2), dtype=np.int64)
    for place, (first, last) in enumerate(zip(*np.divmod(pairs, max(len(latest.values), 1)), strict=True)):
        span = periods.span_of(earliest.values[first], latest.values[last])
        if span:
            days[place] = span[0].toordinal(), span[1].toordinal()
    return Spans(days[codes, 0], days[codes, 1])


class Parties(NamedTuple):
    """All participants of all rows of a table, one row's after the other's, and how many each row has."""

    rows: np.ndarray
    names: Numbered
    sizes: np.ndarray

    def having(self, wanted: set[str]) -> np.ndarray:
        """Tell in which rows all of some participants take part."""
        found = np.ones(len(self.sizes), dtype=bool)
        for name in wanted:
            own = np.zeros(len(self.sizes), dtype=bool)
            own[self.rows[self.names.codes == self.names.place(name)]] = True
            found &= own
        return found


def parties_of(table: pd.DataFrame) -> Parties:
    """Return the participants of the rows of a table, kept at hand."""
    return at_hand(_parties_of, table)


def _parties_of(table: pd.DataFrame) -> Parties:
    lists = table["participants"].tolist()
    sizes = np.array([len(names) for names in lists], dtype=np.int64)
    flat = np.array([name for names in lists for name in names], dtype=object)
    codes, values = pd.factorize(flat)
    return Parties(np.repeat(np.arange(len(lists)), sizes), Numbered(values, codes), sizes)


def in_order(names: Sequence[str], *numbers: np.ndarray) -> np.ndarray:
    """Return the place of each row, in order of some numbers and then of names."""
    rank, place = np.empty(len(names), dtype=np.int64), np.empty(len(names), dtype=np.int64)
    rank[pc.array_sort_indices(pa.array(names, type=pa.large_string())).to_numpy()] = np.arange(len(names))
    place[np.lexsort((rank, *reversed(numbers)))] = np.arange(len(names))
    return place


def _keys_of(table: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return the keys of events or of mentions, and the place of each in order of date."""
    events, spans = "event" in table, spans_of(table)
    keys = table["event"].tolist() if events else [f"mention {label}" for label in table.index.tolist()]
    return np.array(keys, dtype=object), in_order(keys, spans.first == 0, spans.first, spans.last)


class Meetings:
    """Meetings of a briefing that can be shown; a meeting is named by its row in the table of its kind.

    Args:
        table: the table of which each row is a meeting: events or mentions.
        rows: row of each mention, one row's mentions after the other's.
        mentions: index label of each mention.
        documents: number of its document, for each mention, and names of the documents.
    """

    def __init__(self, table: pd.DataFrame, rows: np.ndarray, mentions: np.ndarray, documents: Numbered):
        keys, self._place = at_hand(_keys_of, table)
        self.keys: np.ndarray = keys
        self._mentions, self._documents = mentions, documents
        self.sizes = np.bincount(rows, minlength=len(keys))
        self._ends = np.cumsum(self.sizes)
        pairs = np.unique(rows * max(len(documents.values), 1) + documents.codes)
        self._different = np.bincount(pairs // max(len(documents.values), 1), minlength=len(keys))
        self.kind, self.status = numbered(table, "type"), numbered(table, "status")
        self.spans, self.parties = spans_of(table), parties_of(table)
        self._column = {name: table[name] for name in table.columns}
        self._named: dict[str, int] | None = None

    def asked(self, wanted: set[str], kind: str, status: str, window: tuple[date, date]) -> np.ndarray:
        """Return the meetings with some participants, of a type, with a status, that can have been in a period.

        One without a date is only in a period that is open.
        """
        fits = self.sizes > 0
        if wanted:
            fits &= self.parties.having(wanted)
        if kind != "all":
            fits &= self.kind.having(kind.__eq__)
        if status != "all":
            fits &= self.status.having(status.__eq__)
        if window != (date.min, date.max):
            fits &= (self.spans.first > 0) & (self.spans.first <= window[1].toordinal())
            fits &= self.spans.last >= window[0].toordinal()
        return np.flatnonzero(fits)

    def dated(self, chosen: np.ndarray) -> np.ndarray:
        """Return those of some meetings whose date is known."""
        return chosen[self.spans.first[chosen] > 0]

    def told_most(self, chosen: np.ndarray, most: int) -> list[Item]:
        """Return the meetings told of most often, of equals the earliest."""
        keys = self._place[chosen] - self.sizes[chosen] * len(self._place)
        order = np.argpartition(keys, most)[:most] if len(chosen) > most else np.arange(len(chosen))
        order = order[np.argsort(keys[order])]
        return self.items(chosen[order])

    def marks(self, chosen: np.ndarray) -> Marks:
        """Return the mentions of meetings as marks."""
        sizes = self.sizes[chosen]
        begins = np.cumsum(sizes) - sizes
        places = np.repeat(self._ends[chosen] - sizes - begins, sizes) + np.arange(int(sizes.sum()))
        return Marks("meetings", self.keys[chosen].tolist(), self._mentions[places], sizes)

    def items(self, rows: np.ndarray) -> list[Item]:
        """Return some meetings."""
        names = ["type", "participants", "place", "edtf", "status"]
        events = "event" in self._column
        if events:
            names += ["code", "disagreements", "why", "part_of"]
        columns = (self._column[name].take(rows).tolist() for name in names)
        found = []
        for row, (kind, parties, place, edtf, status, *more) in zip(
            rows.tolist(), zip(*columns, strict=True), strict=True
        ):
            held = slice(int(self._ends[row] - self.sizes[row]), int(self._ends[row]))
            documents = self._documents.values[list(dict.fromkeys(self._documents.codes[held].tolist()))].tolist()
            item = Item(
                self.keys[row], kind, list(parties), place, edtf, self.spans.of(row), status,
                self._mentions[held].tolist(), documents,
            )  # fmt: skip
            if events:
                code, differ, why, part_of = more
                stay = self._stay(part_of) if part_of else ""
                item = item._replace(code=code, differ=list(differ), why=list(why), stay=stay, part_of=part_of)
            found.append(item)
        return found

    def _stay(self, event: str) -> str:
        if self._named is None:
            self._named = dict(zip(self.keys, range(len(self.keys)), strict=True))
        row = self._named.get(event)
        if row is None:
            return ""
        parties, edtf = (self._column[name].take([row]).tolist()[0] for name in ("participants", "edtf"))
        return f"{', '.join(parties)}, {edtf}"

    def table(self, chosen: np.ndarray) -> pd.DataFrame:
        """Return a row for each of some meetings, in order of date, those without one last."""
        rows = chosen[np.argsort(self._place[chosen])]
        if not len(rows):
            return pd.DataFrame([], columns=COLUMNS)
        text = {name: self._column[name].take(rows).tolist() for name in ("edtf", "type", "place", "status")}
        parties, events = self._column["participants"].take(rows), "event" in self._column
        told: list[Any] = [[""] * len(rows)] * 3
        if events:
            differ = [LIST_SEPARATOR.join(lines) for lines in self._column["disagreements"].take(rows)]
            told = [self._column["code"].take(rows).tolist(), differ, self._column["part_of"].take(rows).tolist()]
        columns = (
            text["edtf"], text["type"], [LIST_SEPARATOR.join(names) for names in parties], text["place"],
            text["status"], self.sizes[rows], self._different[rows], *told, self.keys[rows].tolist(),
        )  # fmt: skip
        return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))


def events_of(briefing: Any, voice: str = "") -> Meetings:
    """Return the events, each with those of its mentions that a filter has left; kept at hand.

    Args:
        briefing: anything whose attributes are the tables.
        voice: only mentions by this voice; empty for all.
    """
    return at_hand(_events_of, briefing.meetings, briefing.events, voice=voice)


def _events_of(meetings: pd.DataFrame, events: pd.DataFrame, voice: str) -> Meetings:
    told, documents = told_of(events, meetings, voice), numbered(meetings, "document")
    own = Numbered(documents.values, documents.codes[told.rows])
    return Meetings(events, told.events, meetings.index.to_numpy()[told.rows], own)


def mentions_of(briefing: Any, voice: str = "") -> Meetings:
    """Return each mention by itself; see `events_of`."""
    return at_hand(_mentions_of, briefing.meetings, voice=voice)


def _mentions_of(meetings: pd.DataFrame, voice: str) -> Meetings:
    documents = numbered(meetings, "document")
    spoken = numbered(meetings, "voice").having(voice.__eq__) if voice else np.ones(len(meetings), dtype=bool)
    rows = np.flatnonzero(spoken)
    own = Numbered(documents.values, documents.codes[rows])
    return Meetings(meetings, rows, meetings.index.to_numpy()[rows], own)


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
