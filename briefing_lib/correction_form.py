"""The form under the evidence with which a reader corrects a row: what, to which value, and why.

Lists and boxes of the browser's own, in the order in which they are used, so that Tab and Enter are all it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from briefing_lib.corrections.targets import target_of
from briefing_lib.corrections.values import CLOSED, correctable, write_value
from briefing_lib.evidence import Anchor
from briefing_lib.mentioned import meetings_of

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

DROP, APART, SAME = "(drop the row)", "(another meeting than the rest of its event)", "(its event is the same as …)"
SUGGESTED = 300
"""Values of a column offered while writing."""

Decide = Callable[[Callable[["Briefing"], "Briefing"]], None]
"""Applies a decision to the briefing that is looked at, and shows what comes of it."""


class CorrectionForm(widgets.VBox):
    """Corrects one of the rows shown.

    Args:
        briefing: what is looked at.
        decide: keeps a decision and redraws.
    """

    def __init__(self, briefing: Briefing, decide: Decide):
        self._briefing, self._decide = briefing, decide
        self._targets: dict[int, tuple[str, Any]] = {}
        narrow: Any = {"description_width": "5em"}
        self.opened = widgets.ToggleButton(description="Correct a row", icon="pencil", layout={"width": "auto"})
        self.row = widgets.Dropdown(description="row", style=narrow, layout={"width": "34em"})
        self.what = widgets.Dropdown(description="what", style=narrow, layout={"width": "34em"})
        look: Any = {"description": "value", "style": narrow, "layout": {"width": "34em"}}
        self._written = widgets.Combobox(ensure_option=False, continuous_update=False, **look)
        self._chosen = widgets.Dropdown(**look)
        self._nothing = widgets.Label("")
        self._value_box = widgets.Box([self._chosen])
        # Sent when left, not with each key: a page holds keys back while the kernel is busy, but not the click on Save.
        self.note = widgets.Text(
            description="why",
            placeholder="in your own words, if you like",
            continuous_update=False,
            style=narrow,
            layout={"width": "34em"},
        )
        self.save = widgets.Button(description="Save", icon="check", button_style="primary", layout={"width": "auto"})
        self.undo = widgets.Button(description="Undo", icon="undo", layout={"width": "auto", "display": "none"})
        self.said = widgets.HTML()
        buttons = widgets.HBox([self.save, self.undo])
        fields = [self.row, self.what, self._value_box, self.note, buttons]
        self._fields = widgets.VBox(fields, layout={"display": "none"})
        super().__init__([self.opened, self._fields, self.said])
        self.add_class("bl-correction")
        for box in (self._written, self._chosen):
            box.add_class("bl-correction-value")
        for name in ("row", "what", "note", "save", "undo"):
            getattr(self, name).add_class(f"bl-correction-{name}")
        self.opened.observe(lambda _: self._open(), "value")
        self.row.observe(lambda _: self._offer(), "value")
        self.what.observe(lambda _: self._ask(), "value")
        self.save.on_click(lambda _: self._save())
        self.undo.on_click(lambda _: self._apply(lambda briefing: briefing.undo()))
        self.offer([], 1)

    @property
    def value(self) -> Any:
        """The box or list in which the value is written or chosen."""
        return self._value_box.children[0]

    def offer(self, places: Sequence[Anchor], first: int) -> None:
        """Offer the rows of the evidence shown, numbered as it is."""
        chosen = self._targets.get(self.row.value) if self.row.value else None
        found = {n: target_of(self._briefing, place) for n, place in enumerate(places, first)} if self._can() else {}
        self._targets = {n: target for n, target in found.items() if target}
        self.opened.layout.display = "" if self._targets else "none"
        self.row.options = [(f"{n}. {self._named(target)}", n) for n, target in self._targets.items()]
        if self._targets:
            self.row.value = next((n for n, target in self._targets.items() if target == chosen), min(self._targets))
        self._open()
        self._offer()

    def _can(self) -> bool:
        return bool(getattr(self._briefing, "correctable", False))

    def _named(self, target: tuple[str, Any]) -> str:
        table, label = target
        row = self._briefing.table(table).loc[label]
        words = " ".join(str(row["text"]).split())
        return f"{row['document']}: {words[:60]}{' …' if len(words) > 60 else ''}"

    def _open(self) -> None:
        self._fields.layout.display = "" if self.opened.value and self._targets else "none"

    def _offer(self) -> None:
        """Offer what can be decided of the row chosen."""
        target = self._targets.get(self.row.value)
        if target is None:
            return
        before, table = self.what.value, target[0]
        more = [DROP, APART, SAME] if table == "meetings" else [DROP]
        self.what.options = [*correctable()[table], *more]
        if before in self.what.options:
            self.what.value = before
        elif table == "meetings":
            self.what.value = "status"
        self._ask()

    def _ask(self) -> None:
        """Ask for the value: from a list where there is a closed one, else as text, what stands there to begin with."""
        target = self._targets.get(self.row.value)
        if target is None or self.what.value is None:
            return
        (table, label), column = target, self.what.value
        if column in (DROP, APART):
            self._show(self._nothing)
        elif column == SAME:
            self._choose(self._others(label), None)
        else:
            rows = self._briefing.table(table)
            now = write_value(rows.at[label, column])
            if (table, column) in CLOSED:
                self._choose([(word or "(empty)", word) for word in CLOSED[table, column]], now)
                return
            kind = correctable()[table][column].type
            known = sorted(set(rows[column]) - {""}) if kind is str else []
            self._written.options = known[:SUGGESTED]
            self._written.placeholder = "names joined with |" if kind is list else ""
            self._written.value = "" if now == "nan" else now
            self._show(self._written)

    def _choose(self, options: list[tuple[str, str]], value: str | None) -> None:
        self._chosen.options = options
        self._chosen.value = value if value in [word for _, word in options] else next((w for _, w in options), None)
        self._show(self._chosen)

    def _show(self, widget: widgets.Widget) -> None:
        """Show a widget for the value; one that is shown stays, and with it the keyboard's focus."""
        if self._value_box.children != (widget,):
            self._value_box.children = (widget,)

    def _event_of(self, label: Any) -> str:
        events = meetings_of(self._briefing.events, self._briefing.meetings)
        return next((name for name, labels in events.items() if label in labels), "")

    def _others(self, label: Any) -> list[tuple[str, str]]:
        """Return the events a mention is not of, by what a reader would know them by."""
        own, events = self._event_of(label), self._briefing.events
        columns = [events[name].tolist() for name in ("event", "type", "participants", "edtf")]
        return [
            (f"{name}: {kind}, {', '.join(parties)[:60] or 'nobody named'}, {edtf or 'no date'}", name)
            for name, kind, parties, edtf in zip(*columns, strict=True)
            if name != own
        ]

    def _save(self) -> None:
        target = self._targets.get(self.row.value)
        if target is None:
            return
        (table, label), what, note = target, self.what.value, self.note.value.strip()
        if what == DROP:
            self._apply(lambda briefing: briefing.drop(table, label, note))
        elif what == APART:
            self._apply(lambda briefing: briefing.apart(label, note=note))
        elif what == SAME:
            both = [self._event_of(label), self.value.value or ""]
            self._apply(lambda briefing: briefing.same([name for name in both if name], note))
        else:
            value = self.value.value
            self._apply(lambda briefing: briefing.correct(table, label, what, "" if value is None else value, note))

    def _apply(self, decision: Callable[[Briefing], Briefing]) -> None:
        before = len(self._briefing.corrections)
        try:
            self._decide(decision)
        except (ValueError, OSError) as error:
            self.said.value = f'<div class="bl-error" role="alert">{escape(str(error))}</div>'
            return
        kept = self._briefing.corrections
        if len(kept) < before:
            words = "Taken back."
        else:
            words = f"Saved as decision {kept['number'].max()} in corrections.csv, beside the documents."
            self.note.value = ""
        self.said.value = f'<div role="status">{escape(words)}</div>'
        self.undo.layout.display = "" if len(kept) else "none"
