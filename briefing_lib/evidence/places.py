"""The places in documents on which rows rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from briefing_lib.evidence.pieces import Anchor, Row
from briefing_lib.tables import TABLES

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

_GATHERING = frozenset(("documents", "actors", "events", "agreements", "problems"))  # not one place a row


def anchors(briefing: Briefing, rows: Iterable[Row]) -> list[Anchor]:
    """Return the places rows rest on, without reading a text: cheap, so that a panel can count and turn pages."""
    rows = list(rows)
    tables = dict.fromkeys(table for table, _ in rows)
    if len(tables) == 1 and not _GATHERING.intersection(tables):  # a mark may hold hundreds of thousands
        [table] = tables
        labels = [index for _, index in rows]
        positions = _positions(briefing, table, labels)
        own = getattr(briefing, table).iloc[positions]
        spans = zip(labels, own["document"].tolist(), own["start"].tolist(), own["end"].tolist(), strict=True)
        return [Anchor(table, *span) for span in spans]
    found: list[Anchor] = []
    known = {table: rows_of(briefing, table, [i for t, i in rows if t == table]) for table in tables}
    for table, index in rows:
        row = known[table][index]
        if table == "documents":
            found.append(Anchor(table, index, row["document"], 0, 0))
        elif table == "actors":
            named = briefing.mentions[briefing.mentions["actor"] == row["actor"]]
            places = zip(named["document"], named["start"], named["end"], strict=True)
            found += [Anchor(table, index, document, int(start), int(end)) for document, start, end in places]
        elif table == "events":
            found += [Anchor(table, index, *_place(mention)) for mention in row["mentions"]]
        elif table == "agreements":
            figures = list(dict.fromkeys([row["first"], *row["second"]]))
            found += [Anchor(table, index, *_place(figure)) for figure in figures]
        elif table != "problems":
            found.append(Anchor(table, index, row["document"], int(row["start"]), int(row["end"])))
    return found


def rows_of(briefing: Briefing, table: str, labels: list[Any]) -> dict[Any, Any]:
    """Rows of a table by their index label."""
    positions = _positions(briefing, table, labels)
    return dict(zip(labels, getattr(briefing, table).iloc[positions].to_dict("records"), strict=True))


def _positions(briefing: Briefing, table: str, labels: list[Any]) -> np.ndarray:
    """Positions of rows by their index label."""
    if table not in TABLES:
        raise ValueError(f"no table {table!r}; tables are: {', '.join(TABLES)}")
    frame = getattr(briefing, table)
    positions = frame.index.get_indexer(labels)
    for label, position in zip(labels, positions, strict=True):
        if position < 0:
            raise ValueError(f"table {table} has no row {label!r}")
    return positions


def _place(mention: str) -> tuple[str, int, int]:
    """Read a mention of an event: ``a:b:10-25`` is characters 10 to 25 of document ``a:b``."""
    document, _, span = mention.rpartition(":")
    start, _, end = span.partition("-")
    return document, int(start), int(end)
