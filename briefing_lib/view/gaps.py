"""What the chronology does not know: meetings without a date, a place or a counterpart."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pandas as pd
import plotly.graph_objects as go

from briefing_lib.view import View, labels, theme
from briefing_lib.view.choices import From

TITLE = "What is not known of meetings"
NO_DATE, DATE_ONLY_WORDS, NO_PLACE = "no date", "date told, but not resolved", "no place"
NO_PARTY, NO_COUNTERPART = "nobody named", "counterpart not named"
KINDS = (NO_DATE, DATE_ONLY_WORDS, NO_PLACE, NO_PARTY, NO_COUNTERPART)
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
    words = table["date_text"] if "date_text" in table else pd.Series("", index=table.index)
    lacking: dict[str, list[int]] = {kind: [] for kind in KINDS}
    listed = []
    for index, row, date_text in zip(table.index, table.itertuples(), words, strict=True):
        parties = list(row.participants)
        if participant and participant not in parties:
            continue
        for kind in _lacking(row.type, parties, row.edtf, row.place, date_text):
            lacking[kind].append(int(index))
            name = row.event if table_name == "events" else row.sentence
            listed.append((kind, name, row.type, " | ".join(parties), row.place, row.edtf, date_text, row.status))
    columns = [
        "gap",
        "event" if rows == "events" else "sentence",
        "type",
        "participants",
        "place",
        "date",
        "date words",
        "status",
    ]
    found = pd.DataFrame(listed, columns=columns)
    marks = {kind: [(table_name, index) for index in indices] for kind, indices in lacking.items() if indices}
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


def _lacking(kind: str, parties: list[str], edtf: str, place: str, date_text: str) -> list[str]:
    found = []
    if not edtf:
        found.append(DATE_ONLY_WORDS if date_text else NO_DATE)
    if not place and kind not in _WITHOUT_PLACE:
        found.append(NO_PLACE)
    if not parties:
        found.append(NO_PARTY)
    elif len(parties) == 1 and kind in _OF_SEVERAL:
        found.append(NO_COUNTERPART)
    return found
