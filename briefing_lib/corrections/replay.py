"""Decisions applied to the tables as the rules made them, and what depends on them made again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd

from briefing_lib.corrections.anchors import find_row, find_words
from briefing_lib.corrections.decisions import FILE, Decision
from briefing_lib.corrections.follow import followers
from briefing_lib.corrections.values import WrongDecision, read_value
from briefing_lib.find.gazetteer import Gazetteer
from briefing_lib.link.actors import gather_actors
from briefing_lib.link.checks import compare_statistics
from briefing_lib.link.event.overruled import Decided
from briefing_lib.link.events import merge_events
from briefing_lib.tables import Meeting, Mention, Problem, Statistic, frame

Names = Callable[[], Gazetteer]

CORRECTED = "correction: "
"""What the rule of a corrected row begins with."""


class Replayed(NamedTuple):
    """Tables after all decisions.

    Attributes:
        tables: all tables; rows keep their labels, dropped ones leave a hole.
        rows: for each decision the label of its row, None where it could not be applied.
        problems: why not, by line of the file.
    """

    tables: dict[str, pd.DataFrame]
    rows: list[Any]
    problems: dict[int, Problem]


def replay(
    read: Mapping[str, pd.DataFrame], texts: Mapping[str, str], decisions: Sequence[Decision], names: Names
) -> Replayed:
    """Apply decisions to the tables as they were read.

    Args:
        read: all tables, without any decision.
        texts: the documents' texts.
        decisions: in the order in which they were made; of two on one cell the later holds.
        names: gives the gazetteer, for the countries of actors, where it is needed.
    """
    step = _Replay(read, texts)
    found = [step.locate(decision) for decision in decisions]
    for decision, label in zip(decisions, found, strict=True):
        if label is not None and decision.decision == "set":
            step.set_cell(decision, label)
    for decision, label in zip(decisions, found, strict=True):
        if label is not None and decision.decision == "drop":
            step.drop_row(decision, label)
    step.decide_meetings([(d, label) for d, label in zip(decisions, found, strict=True) if label is not None])
    step.make_again(names)
    return Replayed(step.tables, found, step.problems)


class _Replay:
    def __init__(self, read: Mapping[str, pd.DataFrame], texts: Mapping[str, str]):
        self._read, self._texts = read, texts
        self._of_document: dict[tuple[str, str], pd.DataFrame] = {}
        self.tables = dict(read)
        self._touched: set[str] = set()
        self._decided = Decided()
        self.problems: dict[int, Problem] = {}

    def locate(self, decision: Decision) -> Any:
        """Return the label of the row a decision is on; None, and a problem, if there is none."""
        try:
            if decision.document not in self._texts:
                raise WrongDecision(
                    f"there is no document {decision.document!r}", "correct its name (the file's, without its ending)"
                )
            place = find_words(self._texts[decision.document], decision.text, decision.start)
            return find_row(self._rows(decision.table, decision.document), decision.table, decision, place)
        except WrongDecision as error:
            self._cannot(decision, error)
            return None

    def _rows(self, table: str, document: str) -> pd.DataFrame:
        if (table, document) not in self._of_document:
            rows = self._read[table]
            self._of_document[table, document] = rows[rows["document"] == document]
        return self._of_document[table, document]

    def _cannot(self, decision: Decision, error: WrongDecision) -> None:
        what = f"line {decision.line}: {error.what}"
        self.problems[decision.line] = Problem(decision.document, FILE, what, error.remedy)

    def _open(self, table: str) -> pd.DataFrame:
        if table not in self._touched:
            self._touched.add(table)
            self.tables[table] = self.tables[table].copy()
        return self.tables[table]

    def set_cell(self, decision: Decision, label: Any) -> None:
        """Set a cell and those that follow from it, and have the row say so."""
        table = self._open(decision.table)
        before = table.loc[label].to_dict()
        value = read_value(decision.table, decision.column, decision.value)
        row = {**before, decision.column: value}
        changes = {decision.column: value, **followers(decision.table, before, row, decision.column)}
        if not before["rule"].startswith(CORRECTED):
            changes["rule"] = CORRECTED + before["rule"]
        for column, changed in changes.items():
            table.at[label, column] = changed

    def drop_row(self, decision: Decision, label: Any) -> None:
        """Take a row out of its table."""
        table = self._open(decision.table)
        self.tables[decision.table] = table.drop(index=[label], errors="ignore")

    def decide_meetings(self, located: Sequence[tuple[Decision, Any]]) -> None:
        """Say which mentions of meetings are the same, and which are apart; the earlier of two that clash holds."""
        position = {label: n for n, label in enumerate(self.tables["meetings"].index)}
        said = [(d, position[label]) for d, label in located if d.table == "meetings" and label in position]
        for (_, kind), lines in groupby(said, key=lambda pair: (pair[0].number, pair[0].decision)):
            if kind not in ("same", "apart"):
                continue
            group = list(lines)
            sides: dict[str, list[int]] = {}
            for decision, place in group:
                sides.setdefault(decision.value if kind == "apart" else "", []).append(place)
            parted = tuple(tuple(dict.fromkeys(side)) for side in sides.values())
            if len(parted) < 2 if kind == "apart" else len(parted[0]) < 2:
                left = "only one of its mentions is left" if kind == "same" else "only one of its sides is left"
                self._cannot(group[0][0], WrongDecision(left, "remove its lines, or decide again"))
                continue
            more = self._decided._replace(
                **{kind: (*getattr(self._decided, kind), parted if kind == "apart" else parted[0])}
            )
            if more.contradicts():
                what = f"decision {group[0][0].number} says {kind!r} of mentions of which an earlier one says otherwise"
                self._cannot(group[0][0], WrongDecision(what, f"undo one of them, or remove its lines from {FILE}"))
                continue
            self._decided = more
            self._touched.add("meetings")

    def make_again(self, names: Names) -> None:
        """Make the tables that depend on others again, where those have changed."""
        documents = self.tables["documents"]
        published = dict(zip(documents["document"], documents["published"], strict=True))
        if "meetings" in self._touched:
            meetings = [Meeting(*row) for row in _tuples(self.tables["meetings"])]
            self.tables["events"] = frame("events", merge_events(meetings, published, self._decided))
        if "mentions" in self._touched:
            mentions = [Mention(*row) for row in _tuples(self.tables["mentions"])]
            self.tables["actors"] = frame("actors", gather_actors(mentions, published, names()))
        if "statistics" in self._touched:
            figures = [Statistic(*row) for row in _tuples(self.tables["statistics"])]
            self.tables["agreements"] = frame("agreements", compare_statistics(figures))


def _tuples(table: pd.DataFrame) -> Any:
    return table.itertuples(index=False, name=None)
