"""Knows the offices that count what a state sells and buys: statistics offices, customs, central banks, agencies."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon
from briefing_lib.link.figure.economies import state_of


@cache
def _bodies() -> frozenset[str]:
    kinds = ("agency", "bank", "ministry")
    return frozenset(row["actor"] for row in lexicon.rows("organisations") if row["kind"] in kinds)


def office_of(organisation: str) -> str:
    """Return the state whose statistics office, customs, central bank or agency an organisation is, or "".

    >>> office_of("Statistics Canada"), office_of("Sonatrach")
    ('Canada', '')
    """
    return state_of(organisation) if organisation in _bodies() and _COUNTS.search(organisation) else ""


# The offices that count and publish what a state sells and buys
_COUNTS = re.compile(
    r"[Ss]tat(?:is|s?\b)|STAT|Statbel|Census|Customs|Revenue|Trade|Export|"
    r"(?:Central|Reserve|National|State) (?:Reserve )?Bank|^Bank of|Monetary A|"
    r"^(?:Bank Indonesia|Bank Negara Malaysia|Bank Al-Maghrib|Bundesbank|Riksbank|Norges Bank|Bangladesh Bank|"
    r"INSEE|INEGI|INEI|INDEC|IBGE|DANE|KNBS|UBOS|CAPMAS|ELSTAT|Secex|ProChile|Cochilco|KOTRA|JETRO)$"
)
