"""Reads sentences that name no flow but point at the one told before: "The figure was 5% higher", "It then fell"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.link.figure.economies import Token
from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.told import Parties

# "they ROSE", "it has fallen": a flow, and not a country
_MOVES = re.compile(
    r"\s+(?:has\s+|have\s+|had\s+|also\s+|then\s+|again\s+)*(?:rose|risen|fell|fallen|grew|grown|dropped|declined|increased|"
    r"decreased|doubled|tripled|halved|jumped|climbed|shrank|shrunk|soared|slumped|plunged|reached|exceeded|topped|passed|"
    r"(?:were|was|are|is)\s+(?:up|down|higher|lower)|went\s+(?:up|down)|stood\s+at|came\s+to|totall?ed|slipped|edged|widened|narrowed|amounted)\b"
)
POINTED_BEFORE = 30  # characters that "it exceeded $5bn" takes at the least
_THOSE = ("those to", "those from", "that with", "those with")
_BESIDE = 16  # characters
_OPENING = 40  # how far into its sentence "the figure" may stand


class Told(NamedTuple):
    """What a figure leaves behind for those after it."""

    sentence: int  # place of its sentence
    end: int  # character after its last number
    flow: Flow
    parties: Parties
    receiver: str  # who receives the aid or credit told of last
    period: str
    source: str  # name of the data it came from
    said: str  # whom it is attributed to
    listed: bool = False  # whether its partner is one of several of the sentence
    lead: str = ""  # the period that the document's first figures are for
    money: bool = True  # whether it was a sum of money, and no weight
    own: str = ""  # the period of the figure itself


_TO = re.compile(r"(?:To|From|With)\s+(?:the\s+)?")


def _fronted(text: str, start: int, found: Sequence[Token], pronoun: Token) -> str:
    """ "TO PERU they rose 5 per cent": who is on the other side stands at the head of the sentence."""
    other = next((t for t in found if t.kind == "economy" and t.end < pronoun.start), None)
    if other is None or not _TO.fullmatch(text, start, other.start):
        return ""
    return other.name if text[other.end : pronoun.start].strip() in ("", ",") else ""


def pointed(text: str, start: int, found: Sequence[Token], told: Told | None, flows: Sequence[Flow]) -> list[Flow]:
    """Return the flow told before where a sentence points at it, else nothing.

    Args:
        text: the document.
        start: first character of the sentence.
        found: its tokens, in order.
        told: the figure before it.
        flows: the flows that the sentence names itself; only a pronoun before them points back.

    >>> pointed("It rose.", 0, [], None, [])
    []
    """
    token = next((t for t in found if t.kind == "figure" or t.kind == "pronoun" and _MOVES.match(text, t.end)), None)
    if flows and (token is None or token.kind != "pronoun" or token.start > flows[0].start):
        return []
    if told is None or token is None or token.start - start > _OPENING or told.flow.measure not in ("trade", "energy"):
        return []
    partner = told.parties.partner
    if token.name in _THOSE:  # "THOSE TO Chile rose"
        other = next((t for t in found if t.kind == "economy" and 0 < t.start - token.end < _BESIDE), None)
        if other is None:
            return []
        partner = other.name
    elif token.kind == "pronoun" and (fronted := _fronted(text, start, found, token)):
        partner = fronted
    return [
        told.flow._replace(
            start=token.start, end=token.end, at=token.start, kind="figure", reporter=told.parties.reporter,
            partner=partner,
        )
    ]  # fmt: skip
