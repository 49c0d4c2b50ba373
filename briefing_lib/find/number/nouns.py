"""Finds the noun a number counts, and its singular: "five intergovernmental commissions" counts commissions."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.number.contexts import context


class Noun(NamedTuple):
    """Noun in the singular, and the words from the number on that lead to it."""

    name: str
    kind: str
    start: int
    end: int


_TOKEN = re.compile(r"[ \xa0\n\r\t-]{1,2}([^\W\d_][\w’'.-]*\w|[^\W\d_])")  # " intergovernmental"
_OF_WHOLE = re.compile(
    r"\s+of\s+(?:(?:the|its|their|our|his|her|these|those|all|a|an|whose|this|that|my|your)\s+)?(?:(?:last|first|next|past)\s+)?(?:\d+\s+)?(?=\w)"
)  # "of the 193 Member States"
_WINDOW = 5


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    kinds = ("noun", "duration")
    return {row["word"]: (row["unit"], row["kind"]) for row in lexicon.rows("units") if row["kind"] in kinds}


def noun_after(text: str, at: int, end: int, single: bool = False) -> Noun | None:
    """Find the noun counted by a number that ends at ``at``: the last of the first run of plurals.

    Args:
        text: the document.
        at: where the number ends.
        end: where to stop reading.
        single: whether the number is one, or tied to its noun by a hyphen, so that the noun has no plural.

    >>> noun_after("five intergovernmental commissions headed by", 4, 44).name
    'commission'
    >>> noun_after("45 of the 193 Member States", 2, 27).name
    'state'
    """
    whole = _OF_WHOLE.match(text, at, end)
    if whole:
        at = whole.end() - 1
    found, known = None, _nouns()
    for _ in range(_WINDOW):
        token = _TOKEN.match(text, at, end)
        if token is None:
            break
        word, at = token[1], token.end()
        folded = word.casefold().replace("’", "'")
        if folded in context("ends noun"):
            break
        if folded.endswith(("'s", "n't")):
            found = None  # "two of Kenya's banks": what is counted comes after the owner
            continue
        if folded in known:
            found = Noun(*known[folded], token.start(1), at)
            if known[folded][1] == "duration" or single:
                break
            continue
        tail = word.rsplit("-", 1)[-1]
        name = singular(tail)
        if name:
            found = Noun(name, "count", token.start(1), at)
        elif found is not None:
            break
        elif single and not _goes_on(text, at, end):
            found = Noun(word.lower() if not word.isupper() else word, "count", token.start(1), at)
    return found


def _goes_on(text: str, at: int, end: int) -> bool:
    token = _TOKEN.match(text, at, end)
    return token is not None and token[1].casefold() not in context("ends noun")


_NOT_PLURAL = re.compile(r".*(?:ss|us|is|ous|as|'s|less|ics)|(?:has|was|this|his|its|gas|plus|always|perhaps|yes)")


def singular(word: str) -> str:
    """Return the singular of a plural noun, or "" if the word does not look like a plural.

    >>> [singular(word) for word in ("treaties", "boxes", "troops", "famous", "MPs", "glass")]
    ['treaty', 'box', 'troop', '', 'MP', '']
    """
    bare = word.rstrip("’'")
    if bare.isupper() and len(bare) > 1 or not bare.endswith("s") or len(bare) < 3:
        return ""
    if bare[:-1].isupper():
        return bare[:-1]
    if not bare[1:].islower():
        return bare[:-1]  # "iPhones"
    low = bare.lower()
    if _NOT_PLURAL.fullmatch(low):
        return ""
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return low[:-2]
    return low[:-1]
