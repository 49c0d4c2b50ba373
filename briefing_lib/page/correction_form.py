"""The form under the evidence with which a reader corrects a row: what, to which value, and why.

The form lives in the page: what is written there reaches the kernel whole, when it is saved, so that no key is lost
while the kernel is busy and the keyboard's focus stays where it is. Tab and Enter are all it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from briefing_lib.corrections.targets import target_of
from briefing_lib.corrections.values import CLOSED, correctable, write_value
from briefing_lib.counting.mentioned import meetings_of
from briefing_lib.evidence import Anchor

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

DROP, APART, SAME = "(drop the row)", "(another meeting than the rest of its event)", "(its event is the same as …)"
UNDO = "undo"
SUGGESTED = 200
"""Values of a column offered while writing, those that stand there most often."""
_NAMES = frozenset({"actor", "place", "source", "reporter", "partner", "voice", "attribution", "unit", "measure"})

Decide = Callable[[Callable[["Briefing"], "Briefing"]], None]
"""Applies a decision to the briefing that is looked at, and shows what comes of it."""

STYLE = """
.bl-correction { margin: 4px 0; font-size: var(--jp-widgets-font-size, 13px);
  color: var(--jp-ui-font-color1, inherit); }
.bl-correction summary { cursor: pointer; width: max-content; padding: 2px 4px; }
.bl-correction form { display: grid; grid-template-columns: max-content minmax(12em, 34em); gap: 4px 8px;
  padding: 4px; }
.bl-correction label { align-self: center; }
.bl-correction input, .bl-correction select { min-width: 0; height: 28px; padding: 0 6px; box-sizing: border-box;
  font: inherit; color: inherit; background: var(--jp-layout-color1, transparent);
  border: 1px solid var(--jp-border-color1, #999); }
.bl-correction option { color: var(--jp-ui-font-color1, #000); background: var(--jp-layout-color1, #fff); }
.bl-correction button { font: inherit; color: inherit; padding: 4px 12px; margin-right: 6px; cursor: pointer;
  background: var(--jp-layout-color2, #eee); border: 1px solid var(--jp-border-color1, #999); }
.bl-correction .bl-buttons { grid-column: 2; }
.bl-correction .bl-said { padding: 2px 4px; }
.bl-correction .bl-error { color: var(--jp-error-color1, #b00020); }
.bl-correction [hidden] { display: none; }
"""


class CorrectionForm(anywidget.AnyWidget):
    """Corrects one of the rows shown.

    Args:
        briefing: what is looked at.
        decide: keeps a decision and redraws.

    Traits:
        rows: the rows that can be corrected: number, words, table, what their cells hold, and their event.
        columns: for each table what can be decided: name, closed list of values, values to suggest, hint.
        events: names of events and what a reader would know them by.
        asked: what the page asks for: ``{"n", "row", "what", "value", "note"}``.
        said: what became of it: ``{"n", "words", "error"}``.
        kept: how many decisions there are to undo.
    """

    _esm = Path(__file__).with_suffix(".js")
    _css = STYLE
    rows: Any = traitlets.List().tag(sync=True)
    columns = traitlets.Dict().tag(sync=True)
    events: Any = traitlets.List().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    kept = traitlets.Int(0).tag(sync=True)

    def __init__(self, briefing: Briefing, decide: Decide):
        self._briefing, self._decide = briefing, decide
        self._targets: dict[int, tuple[str, Any]] = {}
        super().__init__()
        self.observe(lambda change: self._answer(change["new"]), "asked")

    def offer(self, places: Sequence[Anchor], first: int) -> None:
        """Offer the rows of the evidence shown, numbered as it is."""
        if not getattr(self._briefing, "correctable", False):
            return
        found = {n: target_of(self._briefing, place) for n, place in enumerate(places, first)}
        self._targets = {n: target for n, target in found.items() if target}
        tables = {table for table, _ in self._targets.values()}
        of = self._event_of() if "meetings" in tables else {}
        with self.hold_sync():
            self.columns = {table: self._columns(table) for table in sorted(tables)}
            self.events = self._events() if "meetings" in tables else []
            self.rows = [self._row(n, *target, of) for n, target in self._targets.items()]
            self.kept = len(self._briefing.corrections)

    def _row(self, number: int, table: str, label: Any, of: dict[Any, str]) -> dict[str, Any]:
        row = self._briefing.table(table).loc[label]
        words = " ".join(str(row["text"]).split())
        cells = {name: write_value(row[name]) for name in correctable()[table]}
        return {
            "n": number,
            "words": f"{row['document']}: {words[:60]}{' …' if len(words) > 60 else ''}",
            "table": table,
            "cells": {name: "" if value == "nan" else value for name, value in cells.items()},
            "event": of.get(label, "") if table == "meetings" else "",
        }

    def _columns(self, table: str) -> list[list[Any]]:
        frame = self._briefing.table(table)
        found = []
        for name, column in correctable()[table].items():
            known = frame.loc[frame[name] != "", name].value_counts().index[:SUGGESTED] if name in _NAMES else ()
            hint = "names joined with |" if column.type is list else "2024-05-18, 2024-05 ..." if name == "edtf" else ""
            found.append([name, list(CLOSED.get((table, name), ())), sorted(known), hint])
        more = [DROP, APART, SAME] if table == "meetings" else [DROP]
        return [*found, *([name, [], [], ""] for name in more)]

    def _event_of(self) -> dict[Any, str]:
        events = meetings_of(self._briefing.events, self._briefing.meetings)
        return {label: name for name, labels in events.items() for label in labels}

    def _events(self) -> list[list[str]]:
        events = self._briefing.events
        columns = [events[name].tolist() for name in ("event", "type", "participants", "edtf")]
        return [
            [name, f"{name}: {kind}, {', '.join(parties)[:60] or 'nobody named'}, {edtf or 'no date'}"]
            for name, kind, parties, edtf in zip(*columns, strict=True)
        ]

    def _answer(self, asked: dict[str, Any]) -> None:
        what, value, note = (str(asked.get(name) or "").strip() for name in ("what", "value", "note"))
        if what == UNDO:
            self._apply(lambda briefing: briefing.undo())
            return
        target = self._targets.get(int(asked.get("row") or 0))
        if target is None:  # a click that came after the rows had changed
            return
        table, label = target
        if what == DROP:
            self._apply(lambda briefing: briefing.drop(table, label, note))
        elif what == APART:
            self._apply(lambda briefing: briefing.apart(label, note=note))
        elif what == SAME:
            both = [self._event_of().get(label, ""), value]
            self._apply(lambda briefing: briefing.same([name for name in both if name], note))
        else:
            self._apply(lambda briefing: briefing.correct(table, label, what, value, note))

    def _apply(self, decision: Callable[[Briefing], Briefing]) -> None:
        before = len(self._briefing.corrections)
        try:
            self._decide(decision)
        except (ValueError, OSError) as error:
            self._say(str(error), error=True)
            return
        kept = self._briefing.corrections
        words = f"Saved as decision {kept['number'].max()} in corrections.csv, beside the documents."
        self._say(words if len(kept) > before else "Taken back.")
        self.kept = len(kept)

    def _say(self, words: str, error: bool = False) -> None:
        self.said = {
            "n": self.asked.get("n"),
            "words": words,
            "error": error,
        }  # numbered: the same words may come twice
