"""Organisations that a document calls by their initials alone: 'the DLF', 'FTU's leader'.

Initials that stand for no organisation - treaties, diseases, ranks, units - are a lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.runs import Name, Run

_SHORTEST, _LONGEST, _TIMES = 3, 7, 2
_BEFORE = re.compile(r"\b(?:[Tt]he|[Bb]y|of|and) $")
_AFTER = re.compile(
    r"['’]s\b| (?:said|says|has|had|will|would|announced|also|is|was|called|declared|wants?|claimed|denied|spokes\w+"
    r"|leaders?|chief|president|members?|officials?|candidates?|lawmakers?|fighters|rebels|militants|supporters)\b"
)


@cache
def no_organisations() -> frozenset[str]:
    """Return initials that stand for no organisation: 'GDP', 'NPT'."""
    return frozenset(row["word"] for row in lexicon.rows("initials"))


def find_initials(text: str, runs: Sequence[Run], found: Sequence[Name], names: Gazetteer) -> list[Name]:
    """Find initials that a document uses like a name, twice at least.

    Args:
        text: the document's text.
        runs: its runs of capitalised words, in order.
        found: its names, in order.
        names: the gazetteer.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> from briefing_lib.find.name.runs import find_runs
    >>> t = "The GLF and the GDP: GLF's leader quit."
    >>> [n.start for n in find_initials(t, find_runs(t), [], bundled())]
    [4, 21]
    """
    places: dict[str, list[tuple[int, int]]] = {}
    at = 0
    for start, end, word in runs:
        if word.startswith("The "):
            start, word = start + 4, word[4:]
        if not (_SHORTEST <= end - start <= _LONGEST and word.isupper() and word.isalpha()):
            continue
        while at < len(found) and found[at].end <= start:
            at += 1
        if at == len(found) or found[at].start >= end:
            places.setdefault(word, []).append((start, end))
    return [
        Name(start, end, Sense(word, "organisation", "", ""), "initials used like a name")
        for word, spans in places.items()
        if len(spans) >= _TIMES
        and word not in names.senses
        and word not in no_organisations()
        and f"({word}" not in text
        and any(_BEFORE.search(text[max(0, a - 4) : a]) or _AFTER.match(text, b) for a, b in spans)
        for start, end in spans
    ]
