"""What the chronology does not know: meetings without a date, a place or a counterpart."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any, Literal

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.counting.at_hand import at_hand, numbered
from briefing_lib.view import View
from briefing_lib.view.choices import From
from briefing_lib.view.drawing import labels, theme
from briefing_lib.view.drawing.listing import Listing
from briefing_lib.view.drawing.rows import Rows
from briefing_lib.view.events.meetings import parties_of

TITLE = "What is not known of meetings"
NO_DATE, DATE_ONLY_WORDS, NO_PLACE = "no date", "date told, but not resolved", "no place"
NO_PARTY, NO_COUNTERPART = "nobody named", "counterpart not named"
KINDS = (NO_DATE, DATE_ONLY_WORDS, NO_PLACE, NO_PARTY, NO_COUNTERPART)
_NUMBER = {kind: number for number, kind in enumerate(KINDS, 1)}
_COLUMNS = ("type", "participants", "place", "date", "date words", "status")
_OF_SEVERAL = ("talks", "call", "ministerial", "signing", "visit")
_WITHOUT_PLACE = ("call",)


def gaps(
    briefing: Any,
    *,
    rows: Literal["events", "mentions"] = "events",
    participant: Annotated[str, From("events", "participants")] = "",
) -> View:
    """Show how many meetings lack a date, a place or a counterpart.

    Args:
        briefing: anything whose attributes are the tables.
        rows: meetings merged over their mentions, or each mention by itself: what one sentence leaves open another may
            tell.
        participant: only meetings with this one; empty for all.

    Returns:
        The view; its marks hold rows of ``events`` or ``meetings``. The table lists every gap with its meeting.
    """
    table_name = "events" if rows == "events" else "meetings"
    table = getattr(briefing, table_name)
    lacking: np.ndarray = at_hand(_lacking, table)
    if participant:
        lacking = np.where(parties_of(table).having({participant})[:, None], lacking, 0)
    index = table.index.to_numpy()
    marks = {
        kind: Rows(table_name, index[held])
        for number, kind in enumerate(KINDS, 1)
        if len(held := np.flatnonzero((lacking == number).any(axis=1)))
    }
    found = Listing(int((lacking > 0).sum()), partial(_table, {name: table[name] for name in table}, lacking))
    if not marks:
        return View(
            theme.nothing(TITLE, "No meeting lacks anything." if len(table) else "No meeting is reported."), found, {}
        )
    shown = [kind for kind in KINDS if kind in marks]
    counts = [len(marks[kind]) for kind in shown]
    noun = "event" if rows == "events" else "mention"
    figure = theme.sheet(
        TITLE, f"of {labels.count(len(table), noun)}; one can lack several things", height=34 * len(shown) + 30
    )
    figure.add_trace(
        go.Bar(
            x=counts,
            y=list(range(len(shown))),
            orientation="h",
            text=[f"{count:,}" for count in counts],
            textposition="outside",
            cliponaxis=False,
            marker={"color": theme.GREY},
            customdata=shown,
            hovertext=[f"{kind}: <b>{labels.count(n, noun)}</b>" for kind, n in zip(shown, counts, strict=True)],
            hoverinfo="text",
            showlegend=False,
        )
    )
    theme.rows_axis(figure, shown)
    figure.update_xaxes(visible=False, range=[0, max(counts) * 1.1])
    return View(figure, found, marks)


def _lacking(table: pd.DataFrame) -> np.ndarray:
    """Return, for each row, what is not known of its date, its place and its parties: 0 or the number of a kind."""
    kind, parties = numbered(table, "type"), parties_of(table).sizes
    empty = {name: numbered(table, name).having(_empty) for name in ("edtf", "place", "date_text") if name in table}
    words = ~empty["date_text"] if "date_text" in empty else np.zeros(len(table), dtype=bool)
    date = np.where(words, _NUMBER[DATE_ONLY_WORDS], _NUMBER[NO_DATE])
    party = np.where(parties == 0, _NUMBER[NO_PARTY], 0)
    party[(parties == 1) & kind.having(_OF_SEVERAL.__contains__)] = _NUMBER[NO_COUNTERPART]
    place = np.where(empty["place"] & ~kind.having(_WITHOUT_PLACE.__contains__), _NUMBER[NO_PLACE], 0)
    return np.column_stack([np.where(empty["edtf"], date, 0), place, party])


def _empty(value: Any) -> bool:
    return not value


def _table(columns: dict[str, pd.Series], lacking: np.ndarray) -> pd.DataFrame:
    """Return a row for each gap, in the order of the meetings."""
    rows, which = np.nonzero(lacking)
    name = "event" if "event" in columns else "sentence"
    if not len(rows):
        return pd.DataFrame([], columns=["gap", name, *_COLUMNS])
    text = {column: columns[column].take(rows).tolist() for column in (name, "type", "place", "edtf", "status")}
    words = columns["date_text"].take(rows).tolist() if "date_text" in columns else [""] * len(rows)
    parties = [" | ".join(names) for names in columns["participants"].take(rows)]
    kinds = [KINDS[number - 1] for number in lacking[rows, which].tolist()]
    values = (kinds, text[name], text["type"], parties, text["place"], text["edtf"], words, text["status"])
    return pd.DataFrame(dict(zip(["gap", name, *_COLUMNS], values, strict=True)))
