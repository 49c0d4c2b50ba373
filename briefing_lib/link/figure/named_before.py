"""Says who was named before a sentence and in the whole document: what "bilateral" or "the members" can mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.link.figure.economies import demonyms_in, is_economy, seat_of
from briefing_lib.tables import Mention, Sentence

_SENTENCES_BACK = 6


def states_by_count(mentions: Sequence[Mention]) -> list[tuple[str, int]]:
    """Return the states that a document names more than once, the most named first.

    >>> names = ["Peru", "Chile", "Peru", "Chile", "Peru", "Cuba"]
    >>> states_by_count([Mention("d", "", i, i + 1, "", name, "state", "actor", "") for i, name in enumerate(names)])
    [('Peru', 3), ('Chile', 2)]
    """
    counts = Counter(mention.actor for mention in mentions if mention.type == "state")
    return [(name, count) for name, count in counts.most_common() if count > 1]


def about_two(states: Sequence[tuple[str, int]]) -> bool:
    """Say whether a document is about two states: a third is named less often than either.

    >>> about_two([("Peru", 3), ("Chile", 2)]), about_two([("Peru", 3), ("Chile", 2), ("Cuba", 2)])
    (True, False)
    """
    return len(states) == 2 or len(states) > 2 and states[2][1] < states[1][1]


@cache
def _groups() -> frozenset[str]:
    kinds = ("bloc", "io", "alliance", "forum")
    return frozenset(row["actor"] for row in lexicon.rows("organisations") if row["kind"] in kinds)


def group_before(mentions: Sequence[Mention], at: int) -> str:
    """Return the bloc or organisation of states that is named last before a place in the text, for "the members".

    Args:
        mentions: the document's mentions, in order.
        at: number of mentions before that place.
    """
    named = (m.actor for m in reversed(mentions[:at]) if m.type == "organisation")
    return next((name for name in named if name in _groups()), "")


def economies_before(
    text: str, mentions: Sequence[Mention], at: int, sentences: Sequence[Sentence], position: int
) -> list[str]:
    """Return the economies named before a sentence, the nearest first: in its paragraph and the one before.

    Args:
        text: the document.
        mentions: its mentions, in order.
        at: number of mentions before the sentence.
        sentences: the document's sentences.
        position: the sentence's place among them.
    """
    paragraph = sentences[position].paragraph
    low = position
    while low and sentences[low - 1].paragraph >= paragraph - 1 and position - low < _SENTENCES_BACK:
        low -= 1
    floor, ceiling = sentences[low].start, sentences[position].start
    named = [(m.start, m.actor) for m in mentions[max(0, at - 40) : at] if m.start >= floor and _is_state(m)]
    named += [(at, name) for at, name in demonyms_in(text, floor, ceiling)]
    named = [(at, name) for at, name in named if not _MONEY.match(text, at)]
    return list(dict.fromkeys(name for _, name in sorted(named, reverse=True)))


_MONEY = re.compile(
    r"[\w.]+\s+(?:dollars?|pounds?|francs?|rupees?|pesos?|won|yuan|riyals?|dinars?)\b"
)  # "U.S. dollars"


def _is_state(mention: Mention) -> bool:
    return mention.type != "place" and is_economy(mention)


def seats_before(mentions: Sequence[Mention], at: int, floor: int) -> list[str]:
    """Return the states whose capitals are named before a place in the text, the nearest first: "due in Hanoi".

    Args:
        mentions: the document's mentions, in order.
        at: number of mentions before that place.
        floor: where to stop looking back.
    """
    seats = []
    for mention in reversed(mentions[:at]):
        if mention.start < floor:
            break
        if mention.type == "place" and (seat := seat_of(mention.actor)):
            seats.append(seat)
    return seats


def states_since(mentions: Sequence[Mention], at: int, floor: int) -> list[str]:
    """Return the states named between two places in the text, the last first."""
    first = bisect_left(mentions, floor, key=lambda m: m.start)
    return [m.actor for m in reversed(mentions[first:at]) if m.type == "state"]
