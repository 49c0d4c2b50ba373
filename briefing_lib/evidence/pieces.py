"""A piece of evidence: the words a row rests on, in the document they come from."""

from __future__ import annotations

from typing import Any, NamedTuple

from briefing_lib.evidence.marked import to_html

Row = tuple[str, Any]
"""Name of a table and index label of a row in it."""

SHOWN = 20
"""Pieces that `Pieces` shows."""


class Evidence(NamedTuple):
    """Words of a document in their sentence, and the row that rests on them."""

    table: str
    index: Any
    document: str
    title: str
    published: str
    paragraph: int
    voice: str
    start: int
    """first character of ``text`` in the document"""
    text: str
    """sentence, or sentences, the words stand in"""
    highlights: list[tuple[int, int]]
    """the words, as (start, end) within ``text``"""
    note: str
    """what the row says of the words, and the rule that made it"""


class Pieces(list[Evidence]):
    """Evidence of several rows; in a notebook it shows itself as sentences with the words marked."""

    def _repr_html_(self) -> str:
        return to_html(self[:SHOWN]) + (f"<p>… and {len(self) - SHOWN:,} more.</p>" if len(self) > SHOWN else "")


class Anchor(NamedTuple):
    """Place in a document on which a row rests."""

    table: str
    index: Any
    document: str
    start: int
    end: int
