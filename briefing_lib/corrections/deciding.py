"""A new decision of the researcher, checked against the tables before it is kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd

from briefing_lib.corrections.anchors import says
from briefing_lib.corrections.decisions import Decision
from briefing_lib.corrections.values import WrongDecision, check_table, read_value, write_value
from briefing_lib.counting.mentioned import meetings_of


def setting(
    read: pd.DataFrame, now: pd.DataFrame, table: str, row: Any, column: str, value: Any, note: str
) -> Decision:
    """Return the decision to set a cell.

    Args:
        read: the table as the rules made it.
        now: the table with the decisions made so far.
        table: its name.
        row: label of the row.
        column: what to set.
        value: to what; text, a number or a list, as the column has it.
        note: the researcher's own words.

    Raises:
        WrongDecision: there is no such row or column, or the column cannot hold the value.
    """
    kept = write_value(read_value(table, column, value))
    return _on(read, now, table, row)._replace(decision="set", column=column, value=_known(kept), note=note)


def dropping(read: pd.DataFrame, now: pd.DataFrame, table: str, row: Any, note: str) -> Decision:
    """Return the decision to drop a row; see `setting`."""
    check_table(table)
    return _on(read, now, table, row)._replace(decision="drop", note=note)


def joining(
    read: pd.DataFrame, now: pd.DataFrame, events: pd.DataFrame, names: Collection[str], note: str
) -> list[Decision]:
    """Return the decision that some events are one.

    Args:
        read: the mentions of meetings as the rules made them.
        now: the same with the decisions made so far.
        events: the events.
        names: names of two or more of them.
        note: the researcher's own words.
    """
    wanted = [names] if isinstance(names, str) else list(dict.fromkeys(names))
    unknown = [name for name in wanted if name not in set(events["event"])]
    if unknown:
        raise WrongDecision(f"there is no event {unknown[0]!r}", "see the column 'event' of briefing.events")
    if len(wanted) < 2:
        raise WrongDecision("one event is the same as itself", "name two or more: briefing.same(['e3', 'e7'])")
    mentions = meetings_of(events[events["event"].isin(wanted)], now)
    labels = [label for name in wanted for label in mentions[name]]
    return [_on(read, now, "meetings", label)._replace(decision="same", note=note) for label in labels]


def parting(
    read: pd.DataFrame, now: pd.DataFrame, events: pd.DataFrame, sides: Sequence[Any], note: str
) -> list[Decision]:
    """Return the decision that mentions are of different meetings.

    Args:
        read: the mentions of meetings as the rules made them.
        now: the same with the decisions made so far.
        events: the events.
        sides: each a label of a mention, or a list of them. With a single side the other mentions of its events are the
            other side, and if there are none, each mention stands by itself.
        note: the researcher's own words.
    """
    groups = [[side] if isinstance(side, (int, str)) or not hasattr(side, "__iter__") else list(side) for side in sides]
    groups = [list(dict.fromkeys(group)) for group in groups if group]
    if not groups:
        raise WrongDecision("no mention is named", "give labels of briefing.meetings: briefing.apart(12, 15)")
    for label in (label for group in groups for label in group):
        _on(read, now, "meetings", label)
    if len(groups) == 1:
        mine = set(groups[0])
        rest = [x for those in meetings_of(events, now).values() if mine & set(those) for x in those if x not in mine]
        groups = [groups[0], rest] if rest else [[label] for label in groups[0]]
    if len(groups) < 2:
        raise WrongDecision("the mention is the only one of its event", "there is nothing to take it apart from")
    if len({label for group in groups for label in group}) < sum(map(len, groups)):
        raise WrongDecision("a mention stands on two sides", "name each once")
    return [
        _on(read, now, "meetings", label)._replace(decision="apart", value=str(number), note=note)
        for number, group in enumerate(groups, 1)
        for label in group
    ]


def _on(read: pd.DataFrame, now: pd.DataFrame, table: str, row: Any) -> Decision:
    """Return a decision on a row, with its words and what the rules had read."""
    if row not in now.index:
        gone = row in read.index
        remedy = "it was dropped: undo that first" if gone else "labels stand left of the rows of its table"
        raise WrongDecision(f"{table} has no row {row!r}", remedy)
    found = read.loc[row]
    start, end = int(found["start"]), int(found["end"])
    was = says(table, found)
    return Decision(0, "", table, found["document"], start, end, found["text"], "", "", was, "")


def _known(kept: str) -> str:
    return "" if kept == "nan" else kept
