"""Which row a correction of a piece of evidence is on: an event is corrected in its mentions, an actor where named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing_lib.corrections.values import correctable
from briefing_lib.counting.mentioned import meetings_of
from briefing_lib.evidence import Anchor

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

_MADE_OF = {"events": "meetings", "actors": "mentions", "agreements": "statistics"}


def target_of(briefing: Briefing, place: Anchor) -> tuple[str, Any] | None:
    """Return table and label of the row that can be corrected at a place, None if there is none there.

    Args:
        briefing: the tables.
        place: where the evidence stands, and the row it is of.
    """
    if place.table in correctable():
        return place.table, place.index
    table = _MADE_OF.get(place.table)
    if table is None:
        return None
    rows = briefing.table(table)
    there = rows[(rows["document"] == place.document) & (rows["start"] == place.start) & (rows["end"] == place.end)]
    if place.table == "events":
        event = briefing.events.loc[[place.index]]
        there = there[there.index.isin(meetings_of(event, there)[event["event"].iloc[0]])]
    elif place.table == "actors":
        there = there[there["actor"] == briefing.actors.at[place.index, "actor"]]
    return (table, there.index[0]) if len(there) else None
