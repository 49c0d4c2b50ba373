"""Finds the goods a flow is of: "oil shipments", "exports of wine and cheese", "sold 5 million tonnes of wheat"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import Token

# What begins another clause, or tells who says so: nothing behind it belongs to a flow before it.
STOP = re.compile(
    r";|:\s|(?<![A-Z])\.\s|\b(?:while|whereas|although|though|but|which|who|whose|when|after|before|because|since|amid|according|said|says|"
    r"(?<=\band\s)(?:will|would|is|are|was|were|has|have|had|plans|wants|hopes|expects)|told|show|shows|showed|data|figures|statistics|reported|compared|making|followed|(?<!more\s)(?<!less\s)than)\b"
)
_BEFORE = re.compile(r"[\s-]+(?:[\w-]+\s+){0,1}")  # "oil shipments", "steel product exports"
_AFTER = re.compile(r"\b(?:of|on|in|for|more|less|fewer)\s+(?:[\w’'.%-]+\s+){0,4}$")  # "of Chilean COPPER"
_FROM = re.compile(r"\b(?:from|with|on)\s+(?:[\w’'-]+\s+){0,3}$")
_JOINED = re.compile(r"\s+and\s+|,\s+(?:and\s+)?")  # "wine AND cheese"


def goods_of(text: str, found: Sequence[Token], head: int, limit: int, moves: bool, passive: bool) -> str:
    """Return the goods named with a flow, or "".

    Args:
        text: the document.
        found: the tokens of the sentence.
        head: which of them is the word of the flow.
        limit: where the words of the flow end.
        moves: whether it is an export or import, whose verb has the goods as its object.
        passive: whether the goods are the subject: "wheat was shipped".
    """
    token = found[head]
    if passive:
        last = next((i for i in range(head - 1, -1, -1) if found[i].kind == "goods"), -1)
        if last < 0:  # "earned $5 million FROM TIN"
            last = next((i for i in range(head + 1, len(found)) if found[i].kind == "goods"), -1)
            last = last if last > 0 and _FROM.search(text, token.end, found[last].start) else -1
        return _run(text, found, last, limit) if last >= 0 else ""
    if head and found[head - 1].kind == "goods" and token.kind == "noun":
        goods = found[head - 1]
        if _BEFORE.fullmatch(text, goods.end, token.start):
            if text[max(0, goods.start - 4) : goods.start].lower() == "non-":
                return ""
            first = head - 1
            while first and found[first - 1].kind == "goods" and _joined(text, found[first - 1], found[first]):
                first -= 1
            return _run(text, found, first, token.start)
    for i in range(head + 1, len(found)):
        goods = found[i]
        if goods.start >= limit:
            break
        if goods.kind != "goods":
            continue
        if token.kind == "noun" and STOP.search(text, token.end, goods.start):
            break
        object_of = token.kind == "verb" and moves
        if object_of or _AFTER.search(text, max(token.end - 1, goods.start - 60), goods.start):
            return _run(text, found, i, limit)
    return ""


def _joined(text: str, goods: Token, after: Token) -> bool:
    return _JOINED.fullmatch(text, goods.end, after.start) is not None


def _run(text: str, found: Sequence[Token], first: int, limit: int) -> str:
    """Join goods told in one breath: "coal, copper and hams"."""
    names = [found[first].name]
    for i in range(first + 1, len(found)):
        if found[i].kind != "goods" or found[i].start >= limit or not _joined(text, found[i - 1], found[i]):
            break
        names.append(found[i].name)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
