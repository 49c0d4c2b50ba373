"""Says whose each number of a list is, where the verb is said once: "Peru bought 5 tons and CHILE 3", "2 TO CUBA"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import Token, is_union, lenders
from briefing_lib.link.figure.measured import Figure
from briefing_lib.link.figure.referents import called
from briefing_lib.link.figure.sides import name_of
from briefing_lib.link.figure.told import Context, Parties

_TO_PARTNER = re.compile(
    r"\s+(?:(?:went|go|goes|going|came|coming|sold|bound)\s+)?(?:to|from|with|in|for)\s+(?:the\s+)?"
)


def partner_behind(text: str, named: Sequence[Token], figure: Figure) -> str:
    """ "$3bn of tea to Peru and $2bn TO CHILE": the second number has a partner of its own."""
    token = next((t for t in named if t.kind == "economy" and t.start >= figure.end), None)
    return token.name if token and _TO_PARTNER.fullmatch(text, figure.end, token.start) else ""


_JUST_BEFORE = re.compile(
    r"(?:['’]s)?\s+(?:(?:(?:will|would|is\s+to|has)\s+)?(?:followed|add(?:ed|s)?|chipped\s+in|came\s+in)\s+(?:with\s+)?)?"
    r"(?:some|about|another|a\s+further|only|just|around|nearly|almost|more\s+than|over|at\s+least|up\s+to|no\s+less\s+than)?\s*\Z"
)


def listed(text: str, named: Sequence[Token], low: int, high: int) -> str:
    """Return the economy that stands right before a number of a list, "in" before it or nothing, or ""."""
    token = next((t for t in reversed(named) if t.kind == "economy" and low <= t.start < high), None)
    if token is None or not _JUST_BEFORE.fullmatch(text, token.end, high):
        return ""
    return token.name if _LISTED.search(text, low, token.start) else ""


_LISTED = re.compile(r"(?:,|\band)\s+(?:in\s+)?(?:the\s+)?$")


def gapped_subject(text: str, named: Sequence[Token], low: int, high: int) -> str:
    """Return the economy, or the union that gives, right before a number, no preposition before it, or ""."""
    givers = (t for t in reversed(named) if t.kind == "economy" or t.kind == "actor" and _gives(t.name))
    token = next((t for t in givers if low <= t.start < high), None)
    if token is None or not _JUST_BEFORE.fullmatch(text, token.end, high):
        return ""
    return "" if _PLACED.search(text, max(low, token.start - 24), token.start) else token.name


# "while AUSTRALIA'S ROSE"
_OWN_MOVES = re.compile(
    r"['’]s?\s+(?:\w+ly\s+)?(?:rose|fell|grew|dropped|declined|increased|climbed|jumped|slipped|shrank|gained|doubled|halved|were|was|"
    r"came\s+to|stood\s+at|reached|totall?ed|amounted\s+to|went\s+(?:up|down))\b"
)


def gapped_owner(text: str, named: Sequence[Token], low: int, high: int) -> str:
    """Return the economy whose flow is left out before a verb between two numbers: "while CHILE'S rose", or ""."""
    owners = [t for t in named if t.kind == "economy" and low <= t.start < high]
    return owners[-1].name if owners and _OWN_MOVES.match(text, owners[-1].end, high) else ""


def next_buyer(text: str, named: Sequence[Token], low: int, high: int) -> str:
    """Return the one economy that a list of buyers goes on with: "CHILE $3 million", "followed by CHILE (3)"."""
    names = {t.name for t in named if t.kind == "economy" and low <= t.start < high}
    token = next((t for t in reversed(named) if t.kind == "economy" and low <= t.start < high), None)
    if token is None or len(names) != 1:
        return ""
    return (
        token.name if _JUST_BEFORE.fullmatch(text, token.end, high) or _BRACKET.fullmatch(text, token.end, high) else ""
    )


_BRACKET = re.compile(r"(?:['’]s?)?\s+\((?:with\s+)?|(?:['’]s?)?,?\s+with\s+(?:\w+\s+)?")


def _gives(name: str) -> bool:
    return name in lenders() or is_union(name)


_PLACED = re.compile(r"\b(?:to|from|with|by|in|of|for|between)\s+(?:the\s+)?$")

_THOSE_OF = re.compile(r"\b(?:those|that)\s+(?:of|in)\s+(?!(?:the\s+)?[A-Z])")


def partner_between(text: str, named: Sequence[Token], low: int, high: int, parties: Parties, context: Context) -> str:
    """ "exports to Peru were $3bn, followed by Chile with $2bn": the second number has a partner of its own."""
    between = [t for t in named if low <= t.start < high and t.name != parties.reporter]
    names = [t.name for t in between if t.kind == "economy"]
    if not names and _THOSE_OF.search(text, low, high):
        return ""  # "Purchases from Peru fell by 3 per cent and THOSE OF MACHINERY by 8"
    for token in between:  # "with THE KINGDOM about $2bn"
        if token.kind == "country" and _PLACED.search(text, low, token.start) and not names:
            names = [name for name in [called(name_of(token), parties.reporter, (), context)] if name]
    return names[-1] if names else parties.partner
