"""Names that their surroundings cut short: 'the North' in a text on Korea, 'the House' in one on the Senate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.runs import Name


class _Cut(NamedTuple):
    """A word behind 'the', and the names one of which a text must hold for it to stand for the first."""

    word: str
    stands_for: str
    beside: tuple[str, ...]


_CUTS = (
    _Cut("North", "North Korea", ("North Korea", "South Korea")),
    _Cut("South", "South Korea", ("North Korea", "South Korea")),
    _Cut("North", "North Vietnam", ("North Vietnam",)),
    _Cut("South", "South Vietnam", ("South Vietnam",)),
    _Cut("House", "US House of Representatives", ("US House of Representatives", "US Senate", "US Congress")),
    _Cut("Commons", "House of Commons", ("House of Commons", "British Parliament", "House of Lords")),
)
# 'the North ', not 'the North Sea', 'the South of France', 'the House of Cards'
_THE = re.compile(r"[Tt]he (?P<word>North|South|House|Commons)(?![\w-]| of\b| [A-Z])")


def find_cut_short(text: str, found: Sequence[Name], names: Gazetteer) -> list[Name]:
    """Find names cut short whose full form, or its counterpart, the document names.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> t = "South Korea protested, but the North fired again."
    >>> korea = Name(0, 11, bundled().senses["South Korea"], "alias")
    >>> [(t[n.start:n.end], n.sense.actor) for n in find_cut_short(t, [korea], bundled())]
    [('North', 'North Korea')]
    """
    named = {name.sense.actor for name in found}
    meant: dict[str, Sense] = {}
    for cut in _CUTS:
        sense = names.senses.get(cut.stands_for)
        if sense and any(actor in named for actor in cut.beside):
            meant.setdefault(cut.word, sense)
    if not meant:
        return []
    covered = {name.start for name in found}
    short = []
    for word, sense in meant.items():
        at = text.find(f"he {word}")
        while at >= 0:
            if at + 3 not in covered and _THE.match(text, at - 1):
                short.append(Name(at + 3, at + 3 + len(word), sense, "name cut short"))
            at = text.find(f"he {word}", at + 3)
    return short
