"""Chooses the period a figure is for among the dates around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.edtf import precision
from briefing_lib.link.figure.comparators import comparators
from briefing_lib.link.figure.plans import was_decided
from briefing_lib.tables import Date, Sentence

_AS_OF = re.compile(r"\b(?:as\s+of|by|at|until|through|up\s+to)\s+(?:the\s+)?$")
_YEAR_TO_DAY = re.compile(r"\byear\s+(?:that\s+|which\s+)?(?:ended|ending|ends|to|closed)\s+(?:on\s+)?$")
_NAMED = re.compile(
    r"\b(?:agreement|accord|treaty|pact|law|act|convention|war|crisis|revolution|conference|deal|bailout|contract|plan|programme|program)\s+of\s+$",
    re.I,
)
# "the central bank SAID this month"
_TOLD = re.compile(
    r"\b(?:said|says|told|reported|announced|released|published|issued)(?:\s+(?:on|in|late|early|earlier))?\s+$"
)
# "INDEC reported JUNE EXPORTS of $5bn"
_OF_FLOW = re.compile(
    r"\s+(?:exports?|imports?|shipments|sales|trade|turnover|growth|inflation|output|surplus|deficit|purchases|deliveries|"
    r"earnings|remittances|inflows|outflows|production|tourism|arrivals)\b"
)
# "a steeper decline THAN the 11 per cent SEEN IN July"
_SEEN = re.compile(
    r"\bthan\b[^;]{0,50}\b(?:seen|recorded|registered|posted|logged|reached|reported)\s+(?:in|for)\s+(?:the\s+)?$"
)
_LATER = re.compile(r";|\b(?:after|before|when|until|because|who|which)\b")  # the date behind it is of something else
_WILL = re.compile(r"\b(?:will|would|should|is\s+to|are\s+to|expected|projected|forecast)\b")
_OPENS = re.compile(
    r"(?:^|[.!?:”\"]\s*|\n)(?:(?:In|During|By|Over|At|For|Since)\s+(?:the\s+)?)?$"
)  # "In 2015, Peru lent"
_DUE = re.compile(
    r"\b(?:until|till|due|matur\w+|repayable|repaid|falling\s+due|payable)\s+(?:(?:in|by|on|before|over)\s+)?(?:the\s+)?$"
)
# "owes Peru $5 million, the remainder of two loans TAKEN OUT IN 2007"
_TAKEN_OUT = re.compile(
    r"\b(?:loans?|credits?|bonds?|debts?|borrowings)\s+(?:that\s+(?:it|were)\s+)?(?:taken|took|signed|contracted|dating|raised|made|granted|given|agreed)\b[^;.]*$"
)
_PLAN_REACH = 24  # characters before a number that is planned
_SAME = re.compile(
    r"\b(?:over|in|during|for)\s+the\s+(?:two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months\b(?!\s+\w)|"
    r"(?<!\bthan\s)(?<!\bwith\s)(?<!\bfrom\s)\b(?:over|in|during|for|within)\s+(?:the|that)\s+same\s+"
    r"(?:period|year|month|quarter|time|half|stretch)\b(?!\s+(?:last|of|a\s+year|in|the\s+year|the\s+previous|\d))",
    re.I,
)


def is_period(text: str, date: Date) -> bool:
    """Say whether a date can be the period of a figure: a month, quarter, year, interval, or a day "as of" which it is.

    >>> is_period("in 2023", Date("d", "d#1", 3, 7, "2023", "2023", "2023-01-01", "2023-12-31", "DATE", "2023", "", ""))
    True
    >>> is_period("on 5 May 2023", Date("d", "d#1", 3, 13, "5 May 2023", "2023-05-05", "", "", "DATE", "", "", ""))
    False
    """
    if not date.edtf or date.edtf.startswith("../") or _NAMED.search(text, max(0, date.start - 24), date.start):
        return False
    told = _TOLD.search(text, max(0, date.start - 24), date.start)
    if told and not _OF_FLOW.match(text, date.end) or _SEEN.search(text, max(0, date.start - 80), date.start):
        return False
    if "/" in date.edtf:
        first, _, last = date.edtf.partition("/")
        return not (precision(first) == "day" and last == "..")
    if precision(date.edtf) != "day":
        return True
    if _YEAR_TO_DAY.search(text, max(0, date.start - 40), date.start):
        return True  # "the fiscal year that ended on July 7"
    return _AS_OF.search(text, max(0, date.start - 24), date.start) is not None


def same_period(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of text says that its period is that of the figure before: "over the same period"."""
    return _SAME.search(text, start, end) is not None


def period_of(
    text: str,
    dates: Sequence[Date],
    low: int,
    main: int,
    high: int,
    planned: str = "",
    lent: bool = False,
    published: str = "",
) -> Date | None:
    """Choose the period of a figure in a sentence.

    Args:
        text: the document.
        dates: the dates of the sentence that are periods.
        low: where the figure's own words begin.
        main: where its main number stands.
        high: where the words of the next figure begin.
        planned: the words that say that the figure is wanted or expected, if any.
        lent: whether it is a sum lent or given, of which a clause can tell what came of it.
        published: day of the document; what is still expected is of no time before it.

    Returns:
        The first date after the number within the figure's words, else the last before it there, else the nearest
        before, else the first after.
    """
    if lent and planned and was_decided(planned):
        pass  # "IN JUNE it agreed to lend": a loan is of the day on which it is agreed
    elif planned and (was_decided(planned) or not published):
        # "agreed to meet in June and to raise trade to $2 billion": the plan has no period but its own
        dates = [d for d in dates if d.start >= main - _PLAN_REACH]
    elif planned:  # "exports THIS YEAR are expected to reach"
        dates = [d for d in dates if d.start >= main - _PLAN_REACH or not d.latest or d.latest >= published]
    if lent:  # "deferred UNTIL 2027", "due IN 2030"
        dates = [d for d in dates if not _DUE.search(text, max(0, d.start - 32), d.start)]
        dates = [d for d in dates if d.start < main or not _TAKEN_OUT.search(text, main, d.start)]
    inside_after = [d for d in dates if main <= d.start < high]
    if lent:  # "the credit which he promised last autumn"
        inside_after = [d for d in inside_after if not _LATER.search(text, main, d.start)]
    inside_before = [d for d in dates if low <= d.start < main]
    before = [d for d in dates if d.start < low]
    after = [d for d in dates if d.start >= high]
    if lent:  # another clause tells of another gift
        before = [d for d in before if _OPENS.search(text, max(0, d.start - 20), d.start)]
        after = []
    after = [d for d in after if not _LATER.search(text, main, d.start)]
    if not planned:  # "had exceeded $4 billion and WILL reach $17 billion BY 2020"
        after = [d for d in after if not _WILL.search(text, main, d.start)]
    for group, pick in ((inside_after, 0), (inside_before, -1), (before, -1), (after, 0)):
        if group:
            return group[pick]
    return None


_DATA = re.compile(
    r"\b(?:data|statistics|figures|trade|exports|imports|balance|economy|turnover|returns)\b", re.IGNORECASE
)
_OPENING = 6  # sentences


def opening_period(text: str, sentences: Sequence[Sentence], dates: Sequence[Date]) -> str:
    """Return the period that a document opens with: "publishes statistics for the first quarter of 2013", or "".

    >>> text = "Trade in the first half of 2013"
    >>> half = Date("d", "d#1", 13, 31, "the first half of 2013", "2013-01/2013-06", "", "", "DATE", "", "", "")
    >>> opening_period(text, [Sentence("d#1", "d", 1, 0, 31, text, "author", "headline")], [half])
    '2013-01/2013-06'
    """
    for sentence in sentences[:_OPENING]:
        if not _DATA.search(text, sentence.start, sentence.end):
            continue
        inside = [d for d in dates if sentence.start <= d.start < sentence.end]
        compared = comparators(text, sentence.start, sentence.end, inside)
        for date in inside:
            beside = any(c.start < date.end and date.start < c.end for c in compared)
            if not beside and is_period(text, date) and ".." not in date.edtf:
                return date.edtf
    return ""
