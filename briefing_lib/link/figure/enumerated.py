"""Names the states that "the five" or "the three countries" counts: the last list of as many before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.tables import Mention

_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_COUNTED = re.compile(rf"\b(?:[Tt]he|[Aa]ll|[Oo]ur|[Tt]hese|[Tt]hose)\s+({'|'.join(_NUMBERS)})\b")
_BETWEEN = re.compile(r",\s+(?:(?:and|or)\s+)?(?:the\s+)?|\s+(?:and|or)\s+(?:the\s+)?")
_BACK = 40  # mentions that are looked back on


def counted(text: str, start: int, end: int) -> int:
    """Return how many states the words of a flow count, "trade among THE FIVE", or 0.

    >>> counted("Trade among the five fell.", 0, 20), counted("Trade fell by five per cent.", 0, 27)
    (5, 0)
    """
    hit = _COUNTED.search(text, start, end)
    return _NUMBERS[hit[1]] if hit else 0


def enumerated(text: str, mentions: Sequence[Mention], at: int, many: int) -> str:
    """Return the states of the last list of as many before a place in the text, joined, or "".

    Args:
        text: the document.
        mentions: its mentions, in order.
        at: number of mentions before that place.
        many: how many states the list has.

    >>> text = "Peru, Chile and Cuba met."
    >>> found = [Mention("d", "", text.find(n), text.find(n) + len(n), n, n, "state", "actor", "") for n in
    ...     ("Peru", "Chile", "Cuba")]
    >>> enumerated(text, found, 3, 3), enumerated(text, found, 3, 4)
    ('Peru | Chile | Cuba', '')
    """
    names: list[str] = []
    after: Mention | None = None
    for mention in reversed(mentions[max(0, at - _BACK) : at]):
        if mention.type != "state":
            continue
        joined = after is not None and _BETWEEN.fullmatch(text, mention.end, after.start)
        if not joined:
            if len(names) == many:
                break
            names = []
        names.append(mention.actor)
        after = mention
    return " | ".join(reversed(names)) if len(set(names)) == many else ""
