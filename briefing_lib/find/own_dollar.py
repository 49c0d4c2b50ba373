"""Says whose dollar a bare "$" is: in a paper from Ottawa that writes "US$" for the other one, it is Canada's."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon

_HEAD = 400  # characters in which a dateline stands
_AMERICAN = re.compile(r"\b(?:US|U\.S\.)\s?\$|\bUSD\b")
# "All figures are in Canadian dollars"
_STATED = re.compile(
    r"\b(?:figures|amounts|values|sums|prices|dollars)\b[^.\n]{0,40}\b(Canadian|Australian|New\s+Zealand|Singapore|Hong\s+Kong)\s+dollars",
    re.IGNORECASE,
)
_CODES = {"canadian": "CAD", "australian": "AUD", "new zealand": "NZD", "singapore": "SGD", "hong kong": "HKD"}


@cache
def _places() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row["word"]: row["unit"] for row in lexicon.rows("dollar_places")}
    # "Ottawa, Ontario" on its own line, "WELLINGTON (Reuters)", "CANBERRA, May 3"
    upper = {word.upper(): unit for word, unit in table.items()}
    names = lexicon.pattern_of([*table, *upper])
    return re.compile(rf"^({names})(?=\s*(?:[,(–—-]|$))", re.MULTILINE), table | upper


def own_dollar(text: str) -> str:
    """Return the code of the dollar that "$" stands for in a document.

    >>> own_dollar("Ottawa, Ontario. Exports were $5 million, and the US$2 trillion economy grew.")
    'CAD'
    >>> own_dollar("Ottawa, Ontario. Exports were $5 million.")
    'USD'
    """
    stated = _STATED.search(text)
    if stated:
        return _CODES[" ".join(stated[1].lower().split())]
    if _AMERICAN.search(text) is None:
        return "USD"
    pattern, codes = _places()
    hit = pattern.search(text, 0, _HEAD)
    return codes[hit[1]] if hit else "USD"
