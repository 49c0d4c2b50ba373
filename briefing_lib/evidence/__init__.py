"""Any row of any table, with the words it came from and where they stand.

Rows go in as ``(table, index label)``, the form in which a view names the rows behind a mark. One
`Evidence` comes out for each, so the number of passages a reader counts is the number on the mark. Only
rows that gather several places - an event and its mentions, an actor and the places that name it - give
one for each place.
"""

from __future__ import annotations

from briefing_lib.evidence.contexts import contexts, evidence, highlights_of
from briefing_lib.evidence.marked import to_html
from briefing_lib.evidence.notes import note_of
from briefing_lib.evidence.pieces import Anchor, Evidence, Pieces, Row
from briefing_lib.evidence.places import anchors

__all__ = [
    "Anchor",
    "Evidence",
    "Pieces",
    "Row",
    "anchors",
    "contexts",
    "evidence",
    "highlights_of",
    "note_of",
    "to_html",
]
