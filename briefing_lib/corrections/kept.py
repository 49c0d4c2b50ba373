"""A corpus with the decisions kept beside it: its tables as they were read, and as they were decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from briefing_lib.corrections.decisions import FILE, Decision, append, read_decisions, remove
from briefing_lib.corrections.replay import Names, replay
from briefing_lib.corrections.values import WrongDecision
from briefing_lib.tables import Problem, frame

_SHOWN = ["number", "decision", "table", "row", "document", "text", "column", "value", "was", "note", "problem"]

__all__ = ["Corpus", "WrongDecision"]


@dataclass(frozen=True)
class Corpus:
    """What was read from a folder, and what was decided on it. The file is the truth: it is read at every step.

    Attributes:
        folder: where the documents and the decisions are.
        read: all tables as the rules made them.
        texts: the documents' texts.
        names: gives the gazetteer, for countries of actors.
        decisions: lines of the file that can be used.
        rows: for each the label of its row, None where it could not be applied.
        problems: why not, by line of the file.
        tables: all tables with the decisions.
    """

    folder: Path
    read: Mapping[str, pd.DataFrame]
    texts: Mapping[str, str]
    names: Names
    decisions: list[Decision] = field(default_factory=list)
    rows: list[Any] = field(default_factory=list)
    problems: dict[int, Problem] = field(default_factory=dict)
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    def replayed(self) -> Corpus:
        """Read the file of decisions and apply them; what could not be applied stands among the problems."""
        decisions, faults = read_decisions(self.folder)
        tables, rows, problems = replay(self.read, self.texts, decisions, self.names)
        told = [*faults, *problems.values()]
        if told:
            before = self.read["problems"].itertuples(index=False, name=None)
            tables["problems"] = frame("problems", [*before, *told])
        return Corpus(self.folder, self.read, self.texts, self.names, decisions, rows, problems, tables)

    def with_table(self, name: str, table: pd.DataFrame) -> Corpus:
        """Return the corpus with another table in the place of one that no decision is on."""
        return replace(self, read={**self.read, name: table}, tables={**self.tables, name: table})

    def having(self, new: Sequence[Decision]) -> Corpus:
        """Keep a decision, written before it is applied, and return the corpus with it.

        Raises:
            WrongDecision: it contradicts an earlier one, or the words can no longer be found; it is not kept.
        """
        number = append(self.folder, new)
        after = self.replayed()
        lines = [d.line for d in after.decisions if d.number == number]
        wrong = [after.problems[line] for line in lines if line in after.problems]
        if wrong:
            remove(self.folder, lines)
            raise WrongDecision(wrong[0].what.partition(": ")[2], wrong[0].remedy)
        return after

    def without(self, number: int | None) -> Corpus:
        """Take a decision out of the file, the last if none is named, and return the corpus without it."""
        decisions, _ = read_decisions(self.folder)
        numbers = list(dict.fromkeys(decision.number for decision in decisions))
        if not numbers:
            raise WrongDecision(f"{self.folder / FILE} holds no decision", "there is nothing to undo")
        wanted = numbers[-1] if number is None else number
        if wanted not in numbers:
            raise WrongDecision(f"there is no decision {wanted!r}", f"choose one of {', '.join(map(str, numbers))}")
        remove(self.folder, [decision.line for decision in decisions if decision.number == wanted])
        return self.replayed()

    def _why(self, decision: Decision) -> str:
        return self.problems[decision.line].what.partition(": ")[2] if decision.line in self.problems else ""

    def shown(self) -> pd.DataFrame:
        """Return the decisions as a table, with the label of the row each was applied to, or why it was not."""
        rows = [
            (d.number, d.decision, d.table, label, d.document, d.text, d.column, d.value, d.was, d.note, self._why(d))
            for d, label in zip(self.decisions, self.rows, strict=True)
        ]
        return pd.DataFrame(rows, columns=_SHOWN).astype({"row": "Int64"})
