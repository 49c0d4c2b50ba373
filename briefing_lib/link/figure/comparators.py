"""Finds the words that say what a figure is compared with: "from a year earlier", "year on year", "since 1931"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.edtf import precision
from briefing_lib.tables import Date


class Comparator(NamedTuple):
    """Words of comparison, and how far back they go or the date they name."""

    start: int
    end: int
    text: str
    unit: str  # year, quarter, month ...; empty where a date is named
    steps: int
    edtf: str


_LEADS = (
    r"from|over|(?:[Cc]ompared|[Ii]n\s+comparison|[Cc]omparing)\s+(?:with|to)|against|versus|vs\.?|on|relative\s+to|as\s+against|as\s+opposed\s+to|since|"
    r"(?:that|those)\s+of"
)
# "against $49 billion in ": a level stated between the preposition and its date
_LEVEL = (
    r"(?:(?:about|around|some|only|just|nearly|almost)\s+)?"
    r"[^\w\s]*\w{0,3}[^\w\s]*\d\S*(?:\s+(?!to\b|from\b)[^\s,;]+){0,4}?\s+(?:in\s+)?"
)
_THAT = (
    r"(?:(?:in|for|during|over|throughout)\s+(?:the\s+(?:whole|entirety)|all)\s+of\s+|"  # "IN THE WHOLE OF 1994"
    r"(?:(?:the|that|those)\s+)?(?:levels?|figures?|volumes?|totals?|values?|same\s+(?:period|month|quarter|time))?\s*"
    r"(?:reached|recorded|seen|posted|registered|reported|as)?\s*(?:of|in|for|during)\s+|its\s+|the\s+)?"
)
_DATE_LEAD = re.compile(
    rf"\b(?:(?:{_LEADS}|(?:again|much|many|large|high)\s+as|than|above|below|levels?\s+of)\s+{_THAT}|(?:{_LEADS})\s+{_LEVEL})$"
)
_LEAD = re.compile(
    rf"\b(?:(?:{_LEADS}|than|as|in|above|below|levels?\s+of|figure\s+for)\s+{_THAT}|(?:{_LEADS})\s+{_LEVEL})$"
)
# "above THE SAME SIX MONTHS of 2017", "the equivalent quarter last year"
_SAME_LENGTH = re.compile(
    r"\bthe\s+(?:same|corresponding|equivalent|comparable|like|matching)\s+(?:\w+\s+)?(?:periods?|months?|weeks?|quarters?|half|days|season|stretch|span)"
    r"(?:\s+(?:a\s+year\s+(?:earlier|ago|before)|(?:of\s+|in\s+)?(?:last|the\s+previous|the\s+preceding)\s+year|the\s+year\s+before))?"
)
_SINCE = re.compile(r"since\b")  # "since 2014"


@cache
def _words() -> tuple[lexicon.Matcher[tuple[str, int, bool]], frozenset[str]]:
    rows = lexicon.rows("comparators")
    table = {row["word"]: (row["unit"], int(row["count"]), row["place"] == "lead") for row in rows}
    table |= {word[0].upper() + word[1:]: value for word, value in table.items()}
    return lexicon.Matcher(table), frozenset(row["word"] for row in rows if row["place"] == "lead")


def comparators(text: str, start: int, end: int, dates: Sequence[Date]) -> list[Comparator]:
    """Return the comparators of a stretch of text, in order.

    Args:
        text: the document.
        start: first character of the stretch.
        end: character after its last.
        dates: the dates in it.

    >>> [c[2:5] for c in comparators("Sales rose 5% from a year earlier.", 0, 34, [])]
    [('a year earlier', 'year', -1)]
    >>> comparators("A year earlier, sales fell.", 0, 27, [])
    []
    """
    matcher, _ = _words()
    found = []
    for first, last, (unit, count, needs_lead), words in matcher.find(text, start, end):
        if needs_lead and not _LEAD.search(text, max(start, first - 64), first):
            continue
        if any(d.start <= first and last < d.end and _YEAR_END.search(d.text) for d in dates):
            continue  # "in the LAST QUARTER of 2008"
        said = " ".join(words.split())
        if said.startswith("on the year "):
            first, said = first + 3, said.removeprefix("on ")
        found.append(Comparator(first, last, said, unit, count, ""))
    for hit in _SAME_LENGTH.finditer(text, start, end):
        known = any(c.start < hit.end() and hit.start() < c.end for c in found)
        if not known and _LEAD.search(text, max(start, hit.start() - 64), hit.start()):
            found.append(Comparator(hit.start(), hit.end(), " ".join(hit.group().split()), "year", -1, ""))
    found = [_of_date(text, c, dates) for c in found]
    for date in dates:
        if any(c.start < date.end and date.start < c.end for c in found):
            continue
        head = _SINCE.match(date.text)
        lead = head or _DATE_LEAD.search(text, max(start, date.start - 72), date.start)
        if date.edtf and (lead and _compares(text, lead, date) or _LEVEL_OF_DATE.match(text, date.end, end)):
            words = text[date.start : date.end].removeprefix("since ")
            edtf = date.edtf.partition("/")[0] if date.edtf.endswith("..") else date.edtf
            found.append(Comparator(date.start, date.end, words, "", 0, edtf))
    return sorted(found)


_LEVEL_OF_DATE = re.compile(r"\s+(?:levels?|figures?|totals?|volumes?|average|peak|record)\b")  # "above the 1953 LEVEL"
_OF_DATE = re.compile(r"\s+(?:of|in)\s+$")


def _of_date(text: str, found: Comparator, dates: Sequence[Date]) -> Comparator:
    """Take in the date that a comparator is of: "the same period of 2017"."""
    if not found.text.startswith("the "):
        return found
    for date in dates:
        if date.edtf and date.start <= found.start and found.end < date.end:
            return found._replace(end=date.end, text=" ".join(text[found.start : date.end].split()), edtf=date.edtf)
        if date.edtf and 0 < date.start - found.end < 5 and _OF_DATE.fullmatch(text, found.end, date.start):
            words = " ".join(text[found.start : date.end].split())
            return found._replace(end=date.end, text=words, edtf=date.edtf)
    return found


_TO_DATE = re.compile(r"\s+(?:to|until|till|through)\s+(?:\d{4}|[A-Z])")
_YEAR_END = re.compile(r"\b(?:last|final|closing)\b.*\bof\s+\d{4}$")
_RATE_ON = re.compile(r"(?:%|per\s?cent|percent|higher|lower|more|less|up|down)\s+$")
_SPAN_WORDS = re.compile(r"(?:the\s+)?(?:next|past|last|coming|previous|following|first|second)\b", re.IGNORECASE)


def _compares(text: str, lead: re.Match[str], date: Date) -> bool:
    """Say whether a date is compared with; "over the next year" and "from May to June" are periods."""
    word = lead.group().split()[0].lower()
    if word == "since":
        return True
    if precision(date.edtf) == "day":
        return False
    if word == "on" and _RATE_ON.search(text, max(0, lead.start() - 16), lead.start()):
        return True  # "up 6.4% ON the first quarter of 1996"
    if word in ("over", "from", "on") and ("/" in date.edtf or _SPAN_WORDS.match(date.text)):
        return False
    return not (word == "from" and _TO_DATE.match(text, date.end))
