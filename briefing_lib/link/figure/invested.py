"""Says who builds and who is host where a company stands for its country: "Kia is spending $5 million in Slovakia"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import Token, is_of_kind, speaks_for
from briefing_lib.link.figure.measured import Figure
from briefing_lib.link.figure.told import Parties

# "a KOREAN GROUP", "CHINESE COMPANIES", "the DANISH brewer Carlsberg"
_COMPANY = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:groups?|compan(?:y|ies)|firms?|consorti(?:um|a)|investors?|makers?|carmakers?|shoemakers?|manufacturers?|"
    r"chains?|banks?|operators?|giants?|producers?|brewers?|retailers?|miners?|utilit(?:y|ies)|businesses|contractors?|developers?|funds?)\b"
)
_ITS_COMPANY = re.compile(r"['’]s?\s+(?:[a-z-]+\s+){0,2}[A-Z]")  # "EGYPT'S Citadel Capital"
_IN = re.compile(r"\b(?:in|into|at|across|for)\s+(?:the\s+)?$")
_HOST = 60  # characters behind a sum in which its host stands


def invested(
    text: str, low: int, high: int, found: Sequence[Token], figure: Figure, parties: Parties, home: str
) -> Parties | None:
    """Return who invests and where, if a company before a sum says so, or None.

    Args:
        text: the document.
        low: where the words of the figure can begin: the head of its sentence, or the figure before it.
        high: where its sentence ends.
        found: the tokens of the sentence.
        figure: the figure.
        parties: its parties as the words around have them.
        home: the economy the text is about.
    """
    share = figure.level is not None and figure.level.unit == "percent"
    if figure.flow.measure != "investment" or figure.flow.kind != "hint" or share:
        return None
    ahead = [t for t in found if low <= t.start and t.end <= figure.start]
    investor = next((name for t in reversed(ahead) if (name := _investor(text, t))), "")
    if not investor:
        return None
    hosts = [t.name for t in ahead if _is_host(text, t, investor)]
    behind = [
        t.name for t in found if figure.end <= t.start < min(high, figure.end + _HOST) and _is_host(text, t, investor)
    ]
    host = next((name for name in (*behind, *reversed(hosts), home) if name and name != investor), "")
    told = investor == parties.reporter and bool(parties.partner)  # "India put $5bn into Africa. Tata alone invested"
    if not host or (investor == home or told) and not (hosts or behind):
        return None
    return Parties(investor, host, True) if (investor, host) != parties[:2] else None


def _investor(text: str, token: Token) -> str:
    if token.kind == "actor":
        return speaks_for(token.name)
    if token.kind != "economy" or not is_of_kind(token.name, ""):
        return ""
    adjective = text[token.start : token.end] != token.name and _COMPANY.match(text, token.end)
    return token.name if adjective or _ITS_COMPANY.match(text, token.end) else ""


def _is_host(text: str, token: Token, investor: str) -> bool:
    if token.kind != "economy" or token.name == investor or not is_of_kind(token.name, ""):
        return False
    return _IN.search(text, max(0, token.start - 12), token.start) is not None
