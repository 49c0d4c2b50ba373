"""Meetings that were announced: what was planned, and what was reported of it afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import numbered
from briefing_lib.counting.mentioned import told_of
from briefing_lib.view.drawing import periods
from briefing_lib.view.drawing.marks import Marks
from briefing_lib.view.events.meetings import in_order, parties_of, spans_of

AHEAD = ("planned", "expected", "proposed")
ENDS = ("held", "postponed", "cancelled", "denied")
OPEN = "no report"
COLUMNS = ("participants", "type", "place", "planned for", "announced", "outcome", "took place", "slippage in days",
           "reports of it", "event")  # fmt: skip


class Plan(NamedTuple):
    """An event that was announced: how often, and how often its end is told, with their dates."""

    event: str
    type: str
    participants: list[str]
    place: str
    announced: int
    planned: periods.Span | None
    planned_edtf: str
    ends: int
    outcome: str
    happened: periods.Span | None
    happened_edtf: str
    slippage: int | None
    """Days from the planned to the actual date: 0 where they meet, negative where it came earlier."""


class Reports(NamedTuple):
    """Rows of ``meetings``, by position, one plan's after the other's; and how many each plan has."""

    rows: np.ndarray
    sizes: np.ndarray

    def of(self, plans: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the rows of some plans, one plan's after the other's, and how many each has."""
        sizes, ends = self.sizes[plans], np.cumsum(self.sizes)[plans]
        begins = np.cumsum(sizes) - sizes
        return self.rows[np.repeat(ends - sizes - begins, sizes) + np.arange(int(sizes.sum()))], sizes


class Plans:
    """The events that some mention announces, by date planned.

    Attributes:
        announced: the mentions that announce each.
        ends: the mentions that tell its end.
        outcome: number of the end as it was told last, of ``ENDS`` and ``OPEN``.
        planned: mention that tells most exactly when it was planned for; -1 for none.
        happened: mention that tells most exactly when it took place; -1 for none.
    """

    def __init__(self, meetings: pd.DataFrame, events: pd.DataFrame, documents: pd.DataFrame):
        told, status = told_of(events, meetings), numbered(meetings, "status")
        ahead = status.having(AHEAD.__contains__)[told.rows]
        number = np.array([ENDS.index(name) if name in ENDS else len(ENDS) for name in status.values], dtype=np.int64)
        end = number[status.codes[told.rows]]
        self._spans, self._parties = spans_of(meetings), parties_of(events)
        own = np.unique(told.events[ahead])
        place = np.full(len(events), -1)
        place[own] = np.arange(len(own))
        plan = place[told.events]
        tells = (plan >= 0) & (end < len(ENDS))
        first, last = self._spans.first[told.rows], self._spans.last[told.rows]
        # The date most exactly told, of equals the one told first.
        planned = _best(plan, ahead & (first > 0), len(own), told.rows, last - first)
        happened = _best(plan, tells & (end == 0) & (first > 0), len(own), told.rows, last - first)
        days = dict(zip(documents["document"], documents["published"], strict=True))
        of = numbered(meetings, "document")
        rank = np.unique([days.get(name) or "" for name in of.values], return_inverse=True)[1]
        latest = _best(plan, tells, len(own), told.rows, end > 0, -rank[of.codes[told.rows]])
        names = events["event"].take(own).tolist()
        spans = [np.where(planned >= 0, day[planned], 0) for day in (self._spans.first, self._spans.last)]
        order = np.argsort(in_order(names, planned < 0, *spans))
        self._names = [names[n] for n in order.tolist()]
        self._events, self.planned, self.happened = own[order], planned[order], happened[order]
        self.outcome = np.where(latest[order] >= 0, number[status.codes[latest[order]]], len(ENDS))
        new = np.full(len(own), -1)
        new[order] = np.arange(len(own))
        self.announced = _reports(new, plan, ahead & (plan >= 0), told.rows)
        self.ends = _reports(new, plan, tells, told.rows)
        self._about = {name: events[name] for name in ("type", "participants", "place")}
        self._edtf, self._labels = meetings["edtf"], meetings.index.to_numpy()

    def asked(self, participant: str, outcome: str) -> np.ndarray:
        """Return the plans with a participant that ended so; empty for all."""
        fits = np.ones(len(self._names), dtype=bool)
        if participant:
            fits &= self._parties.having({participant})[self._events]
        if outcome != "all":
            fits &= self.outcome == [*ENDS, OPEN].index(outcome)
        return np.flatnonzero(fits)

    @property
    def slippage(self) -> np.ndarray:
        """Days from the planned to the actual date of each; not a number where either is unknown."""
        first, last = self._spans
        early = np.minimum(0, last[self.happened] - first[self.planned])
        days = np.where(first[self.happened] > last[self.planned], first[self.happened] - last[self.planned], early)
        known = (self.planned >= 0) & (self.happened >= 0) & (self.outcome == 0)
        return np.where(known, days.astype(float), np.nan)

    def plan(self, plan: int) -> Plan:
        """Return a plan."""
        spans = [self._spans.of(row) if row >= 0 else None for row in (self.planned[plan], self.happened[plan])]
        words = [self._edtf.iloc[row] if row >= 0 else "" for row in (self.planned[plan], self.happened[plan])]
        kind, parties, place = (column.iloc[self._events[plan]] for column in self._about.values())
        days = None if np.isnan(self.slippage[plan]) else int(self.slippage[plan])
        return Plan(
            self._names[plan], kind, list(parties), place, int(self.announced.sizes[plan]), spans[0], words[0],
            int(self.ends.sizes[plan]), [*ENDS, OPEN][self.outcome[plan]], spans[1], words[1], days,
        )  # fmt: skip

    def table(self, plans: np.ndarray) -> pd.DataFrame:
        """Return a row for each of some plans."""
        if not len(plans):
            return pd.DataFrame([], columns=list(COLUMNS))
        kind, parties, place = (column.take(self._events[plans]).tolist() for column in self._about.values())
        edtf = [*self._edtf.tolist(), ""]  # -1 is the last one
        dates = [[edtf[row] for row in rows[plans].tolist()] for rows in (self.planned, self.happened)]
        ended = [[*ENDS, OPEN][n] for n in self.outcome[plans].tolist()]
        days = self.slippage[plans]
        days = days if np.isnan(days).any() else days.astype(np.int64)
        columns = (
            [" | ".join(names) for names in parties], kind, place, dates[0], self.announced.sizes[plans], ended,
            dates[1], days, self.ends.sizes[plans], [self._names[n] for n in plans.tolist()],
        )  # fmt: skip
        return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))

    def marks(self, plans: np.ndarray) -> Marks:
        """Return the mentions that announce some plans, and those that tell their ends, as marks."""
        ended = plans[self.ends.sizes[plans] > 0]
        keys = [f"{self._names[n]}-planned" for n in plans.tolist()]
        keys += [f"{self._names[n]}-{ENDS[end]}" for n, end in _pairs(ended, self.outcome)]
        parts = (self.announced.of(plans), self.ends.of(ended))
        rows, sizes = (np.concatenate(both) for both in zip(*parts, strict=True))
        return Marks("meetings", keys, self._labels[rows], sizes)


def _pairs(plans: np.ndarray, values: np.ndarray) -> Iterator[tuple[int, int]]:
    return zip(plans.tolist(), values[plans].tolist(), strict=True)


def _best(plan: np.ndarray, fits: np.ndarray, number: int, rows: np.ndarray, *keys: Sequence[int]) -> np.ndarray:
    """Return, for each plan, that of its fitting rows whose keys are least, of equals the first; -1 for none."""
    held = np.flatnonzero(fits & (plan >= 0))
    order = held[np.lexsort((*(np.asarray(key)[held] for key in reversed(keys)), plan[held]))]
    first = order[np.diff(plan[order], prepend=-1) != 0]
    found = np.full(number, -1)
    found[plan[first]] = rows[first]
    return found


def _reports(new: np.ndarray, plan: np.ndarray, fits: np.ndarray, rows: np.ndarray) -> Reports:
    """Return the fitting rows of plans that have new numbers."""
    held = np.flatnonzero(fits)
    own = new[plan[held]]
    order = np.argsort(own, kind="stable")
    return Reports(rows[held[order]], np.bincount(own, minlength=len(new)))
