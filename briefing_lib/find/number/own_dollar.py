"""Says whose dollar a bare "$" is: in a release of Statistics Canada, or a paper that writes "US$", it is Canada's."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon
from briefing_lib.tables import Quantity

_HEAD = 400  # characters in which a dateline stands
_TOP = 700  # characters in which a publisher and a speaker are named
_LINE = 140  # characters; a longer line is no title
_AMERICAN = re.compile(r"\b(?:US|U\.S\.)\s?\$|\bUSD\b")
# "All figures are in Canadian dollars", "Data are in current Canadian dollars"
_STATED = re.compile(
    r"\b(?:figures|amounts|values|sums|prices|dollars|data|tables|statistics)\b[^.\n\d]{0,90}?\b(?:in|are)\s+"
    r"(?:(?:current|constant|nominal|millions\s+of|thousands\s+of|billions\s+of)\s+)*"
    r"(Canadian|Australian|New\s+Zealand|Singapore|Hong\s+Kong)\s+dollars",
    re.IGNORECASE,
)
_MARKS = {"CAD": "C", "AUD": "AU?", "NZD": "NZ", "SGD": "S", "HKD": "HK", "FJD": "FJ?", "JMD": "J", "BBD": "B(?:DS?)?"}
_OFFICE = r"(?:Government|Parliament|Treasury|Treasurer|Cabinet|Embassy|High\s+Commission)"


@cache
def _countries() -> dict[str, str]:
    return {row["word"]: row["unit"] for row in lexicon.rows("dollar_countries")}


@cache
def _places() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row["word"]: row["unit"] for row in lexicon.rows("dollar_places")}
    # "Ottawa, Ontario" on its own line, "WELLINGTON (Reuters)", "CANBERRA, May 3"
    upper = {word.upper(): unit for word, unit in table.items()}
    names = lexicon.pattern_of([*table, *upper])
    return re.compile(rf"^({names})(?=\s*(?:[,(–—-]|$))", re.MULTILINE), table | upper


@cache
def _official() -> re.Pattern[str]:
    """Return the pattern of a line that names an office of a state as its publisher or a minister as its speaker."""
    names = lexicon.pattern_of(_countries())
    return re.compile(
        # "Statistics Canada", "Australian Bureau of Statistics", "Reserve Bank of New Zealand"
        rf"\b(?:(?:Statistics|Stats)\s+({names})|({names})\s+(?:Bureau|Department|Institute|Office)\s+of\s+Statistics"
        rf"|(?:Reserve\s+)?Bank\s+of\s+({names})"
        # "New Zealand Government", "Government of Australia", "Minister of Foreign Affairs of New Zealand"
        rf"|({names})\s+{_OFFICE}|{_OFFICE}\s+of\s+({names})"
        rf"|(?:Prime\s+Minister|Premier|Governor|Minist(?:er|ry)\s+(?:of|for)\s[^\n.;]{{3,80}}?)(?:\s+of|,)\s+({names}))"
        r"(?=\s*(?:$|[,(|–—-]|on\b|for\b))",
        re.MULTILINE,
    )


def own_dollar(text: str) -> str:
    """Return the code of the dollar that "$" stands for in a document.

    >>> own_dollar("Ottawa, Ontario. Exports were $5 million, and the US$2 trillion economy grew.")
    'CAD'
    >>> own_dollar("Ottawa, Ontario. Exports were $5 million.")
    'USD'
    >>> own_dollar("Statistics New Zealand - Media release" + chr(10) + "Exports were $5 million.")
    'NZD'
    """
    stated = _STATED.search(text)
    if stated:
        return _countries()[" ".join(stated[1].title().split())]
    code = official_dollar(text)
    american = _AMERICAN.search(text) is not None
    if code and (american or not _is_marked(text, code)):
        return code
    if not american:
        return "USD"
    pattern, codes = _places()
    hit = pattern.search(text, 0, _HEAD)
    return codes[hit[1]] if hit else "USD"


def official_dollar(text: str) -> str:
    """Return the dollar of the state whose office published a document or whose minister speaks in it, or "".

    >>> official_dollar("Rt Hon Ana Diaz, Minister of Foreign Affairs of New Zealand")
    'NZD'
    >>> official_dollar("The Government of Canada, which lent $5 million to Peru, fell.")
    ''
    """
    for hit in _official().finditer(text, 0, _TOP):
        start, end = text.rfind("\n", 0, hit.start()) + 1, text.find("\n", hit.end())
        line = text[start : end if end > 0 else len(text)].rstrip()
        if len(line) <= _LINE and not line.endswith((".", "”", '"')):
            return _countries()[next(name for name in hit.groups() if name)]
    return ""


def _is_marked(text: str, code: str) -> bool:
    """Say whether a document marks the dollar of a state, "C$5bn ($4bn)": then the bare one is another's."""
    mark = _MARKS.get(code)
    return mark is not None and re.search(rf"(?<![\w$]){mark}\$\s?\d|\b{code}\s?\d", text) is not None


def in_own_dollars(text: str, rows: list[Quantity]) -> list[Quantity]:
    """Let a bare "$" be the dollar of the document's own country where it tells the American one apart.

    A minister's "26 million dollars" are those of his country as well.

    Args:
        text: the document.
        rows: its quantities.

    >>> text = "Ottawa, Ontario. Exports were $5 million, and the US$2 trillion economy grew."
    >>> sale = Quantity("d", "d#1", 30, 40, "$5 million", 5e6, "USD", "=", "", "")
    >>> in_own_dollars(text, [sale])[0].unit
    'CAD'
    """
    bare = [row.unit == "USD" and (row.text.startswith("$") or row.text.endswith("dollars")) for row in rows]
    if not any(bare):
        return rows
    own, spoken = own_dollar(text), official_dollar(text)
    if own == "USD":
        return rows
    return [
        row._replace(unit=own) if is_bare and (row.text.startswith("$") or _is_bare(row.text, spoken)) else row
        for row, is_bare in zip(rows, bare, strict=True)
    ]


_OTHERS = re.compile(r"(?:US|U\.S\.|American|United\s+States)\s+dollars$")


def _is_bare(words: str, own: str) -> bool:
    return own != "" and not words.startswith("US") and _OTHERS.search(words) is None
