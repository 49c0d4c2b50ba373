"""Says which economies of a sentence can be the subject of a flow: those that no preposition makes something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import Token
from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.sides import PREPOSITION

_BOARD = re.compile(r"\b(?:board|directors|governors|head|government)\s+of\s+(?:the\s+)?$")  # "the BOARD OF the IMF"
_RELATIVE = re.compile(r"\b(?:which|whom)\s+(?:the\s+)?$")  # "to WHICH Comecon wrote"
# ", AND INDIA, WHICH", ", AND INDIA IS": a clause of its own, and not the end of a list
_NEW_CLAUSE = re.compile(r",\s+(?:and|or)\s+(?:the\s+)?$")
_OWN_CLAUSE = re.compile(
    r",\s+(?:which|who|whose)\b|\s+(?:is|are|was|were|has|have|had|will|would|may|can|could|also)\b"
)


def subjects(text: str, start: int, named: Sequence[Token], flow: Flow, lends: bool = False) -> list[str]:
    """Return the economies before a flow that no preposition makes something else than a subject, or lenders too.

    Args:
        text: the document.
        start: first character of the sentence.
        named: its tokens that are in no source of the figure.
        flow: the flow.
        lends: whether organisations that lend count too.

    >>> peru, chile = Token(10, 14, "economy", "Peru"), Token(15, 20, "economy", "Chile")
    >>> trades = Flow(21, 27, 21, "trade", "", "", "", "", False, "verb")
    >>> subjects("Then with Peru Chile trades.", 0, [peru, chile], trades)
    ['Chile']
    """
    kinds = ("economy", "actor") if lends else ("economy",)
    names = [t for t in named if t.kind in kinds and t.name and not t.weak and t.start < flow.start]
    return [t.name for t in names if _can_act(text, start, t)]


def _can_act(text: str, start: int, token: Token) -> bool:
    if _RELATIVE.search(text, max(start, token.start - 12), token.start):
        return False
    if not PREPOSITION.search(text, max(start, token.start - 24), token.start):
        return True
    new = _NEW_CLAUSE.search(text, max(start, token.start - 12), token.start) and _OWN_CLAUSE.match(text, token.end)
    return bool(new or _BOARD.search(text, start, token.start))
