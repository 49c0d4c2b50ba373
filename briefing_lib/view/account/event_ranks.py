"""Which events come first: those told of by most documents, questions of journalists left out."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import at_hand, numbered
from briefing_lib.counting.mentioned import Told, told_of

FIRST = frozenset(("summit", "visit", "talks"))
"""Types that, of events told equally often, come before the rest."""
ASKED = "journalist"
"""The voice of a question: it asks what took place, and is no account of it."""


class Ranks(NamedTuple):
    """Events in order, by their positions in the table.

    Attributes:
        order: positions of the events, the first first.
        documents: how many documents tell of each event.
        told: the mentions that tell of events, one event's after the other's.
    """

    order: np.ndarray
    documents: np.ndarray
    told: Told

    def rows(self, event: int) -> np.ndarray:
        """Return the positions of the rows of ``meetings`` that tell of an event, in order of report."""
        first, last = np.searchsorted(self.told.events, (event, event + 1))
        return self.told.rows[first:last]


def ranked(events: pd.DataFrame, meetings: pd.DataFrame) -> Ranks:
    """Return the events in order: more documents, then more mentions, then summits, visits and talks, then the earlier.

    A filter may have left out documents that an event still lists: what is left is counted. Kept at hand.
    """
    return at_hand(_ranked, events, meetings)


def _ranked(events: pd.DataFrame, meetings: pd.DataFrame) -> Ranks:
    everything = told_of(events, meetings)
    account = ~numbered(meetings, "voice").having(ASKED.__eq__)[everything.rows]
    told = Told(everything.events[account], everything.rows[account])
    own = numbered(meetings, "document")
    size = max(len(own.values), 1)
    pairs = np.unique(told.events.astype(np.int64) * size + own.codes[told.rows])
    documents = np.bincount(pairs // size, minlength=len(events))
    mentions = np.bincount(told.events, minlength=len(events))
    rest = ~numbered(events, "type").having(FIRST.__contains__)
    return Ranks(np.lexsort((rest, -mentions, -documents)), documents, told)


def most_told(events: pd.DataFrame, meetings: pd.DataFrame) -> str:
    """Return the first event in that order; '' if none is told of."""
    ranks = ranked(events, meetings)
    if not len(events) or not ranks.documents[ranks.order[0]]:
        return ""
    return str(events["event"].iloc[ranks.order[0]])
