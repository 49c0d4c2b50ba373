"""Mentions of meetings to events: one meeting told by several sentences and documents, from its plan to its end.

Mentions are the same meeting when their types belong together, the same parties take part, and neither day nor place
speaks against it. Days come first: mentions dated to within a few days make up events; those dated to a month or a
year, and those without a date, then join the one event they fit - a plan the next one after its report, a look back
the last one before it. A plan of which nothing more is told joins the meeting of the same parties held a few days
later or earlier than planned. ``why`` of an event says for each of its mentions which of these it was. A researcher
who knows better says of mentions that they are of the same meeting, or that they are not, and comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing_lib.link.event.groups import FINE, Groups, days_of
from briefing_lib.link.event.overruled import UNDECIDED, Decided, Overruled
from briefing_lib.link.event.rows import in_order, rows_of
from briefing_lib.tables import Event, Meeting


def merge_events(
    meetings: Iterable[Meeting], published: Mapping[str, str], decided: Decided = UNDECIDED
) -> list[Event]:
    """Merge mentions of meetings into events.

    Args:
        meetings: mentions, in any order.
        published: each document's date of publication as EDTF.
        decided: mentions, by their position, that are or are not of the same meeting, whatever the rules say.

    Returns:
        Events in order of date; every mention belongs to exactly one.

    >>> row = Meeting("a", "a#1", 0, 4, "text", "talks", ["Kenya", "Peru"], "Lima", "", "2024-05", "2024-05-01",
    ...               "2024-05-31", "clause", "planned", "author", "rule")
    >>> day = {"edtf": "2024-05-07", "earliest": "2024-05-07", "latest": "2024-05-07"}
    >>> later = row._replace(document="b", sentence="b#2", status="held", **day)
    >>> [(e.edtf, e.status, e.history) for e in merge_events([later, row], {"a": "2024-04-02", "b": "2024-05-08"})]
    [('2024-05-07', 'held', ['2024-04-02 planned (a: a#1)', '2024-05-08 held (b: b#2)'])]
    """
    reported = {document: day_of(edtf) for document, edtf in published.items()}
    mentions = list(meetings)
    rows = sorted(mentions, key=lambda m: in_order(m, reported))
    overruled = Overruled(mentions, decided, rows)
    groups = Groups(reported, overruled)
    dated = [(days, row) for row in rows if (days := days_of(row)) is not None]
    for days, row in dated:
        if days <= FINE and not groups.has(row):
            groups.add(row, groups.on_its_day(row))
    # A month before the year around it, so that the year finds what the months have made up.
    for days, row in sorted(dated, key=lambda pair: pair[0]):
        if days > FINE and not groups.has(row):
            groups.add(row, groups.in_its_time(row))
    for row in rows:
        if days_of(row) is None and not groups.has(row):
            groups.add(row, groups.around_its_report(row))
    groups.join_slipped()
    return rows_of(groups.all, reported, overruled)


def day_of(edtf: str) -> str:
    """Return the first day of a date of publication, as far as it is known: "2024-04-10~" is 2024-04-10."""
    return edtf.split("/")[0].rstrip("~?%")
