"""What the dates of a figure come to: a year that ends in March, January and February, "since 2006" up to today."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.calendar import shift
from briefing_lib.find.edtf import bounds, precision
from briefing_lib.link.figure.baseline import period_before
from briefing_lib.tables import Date

_END_OF = re.compile(r"\b(?:end|close|start|beginning)[\s-](?:of\b|\w)", re.IGNORECASE)
_FISCAL = re.compile(r"\b(?:fiscal|financial|FY|marketing|crop)\b|FY\d")
_AND = re.compile(r"\s+and\s+(?:in\s+)?|\s*[-–—]\s*")
# "the deficit, WHICH HAD BEEN $2.4 BILLION IN 1996, narrowed to", "Peru, WHOSE PORTS OPENED IN 1996, took",
# "imports, SWOLLEN THE YEAR BEFORE by grain, fell", "Peru, A GENEROUS FRIEND IN 1972, is asking"
_ASIDE = re.compile(
    r",\s+(?:which\s+(?:had|was|were|peaked|stood|reached)\b[^,;]*|(?:which|whose|who|where|(?:with|under)\s+wh\w+)\s+[^,;\d]*|"
    r"(?:already\s+|badly\s+|still\s+|once\s+)?(?!(?:added|followed|compared|amounted|totalled|reached)\b)"
    r"(?:\w{2,}(?:ed|len|oken|own)|hit|hurt|cut|an?)\s+[^,;\d]*)$"
)
_ASIDE_ENDS = re.compile(r"(?:\s+(?:by|with|after|in|because|when|for)\s+[^,;.\d]{1,48})?\s*,")
# "in the financial YEAR THAT ENDED IN March"
_YEAR_TO = re.compile(
    r"\b(?:(?P<months>\w+)\s+months?|year)\s+(?:(?:that|which)\s+)?(?:ended|ending|ends|closing|closed|to|through|up\s+to)\s+(?:(?:on|in|at\s+the\s+end\s+of)\s+)?$"
)
# "CUMULATIVE imports TO August", "between January and August" apart
_CUMULATIVE = re.compile(
    r"\b(?:cumulative(?:ly)?|accumulated|cumulated|so\s+far\s+this\s+year|year[\s-]to[\s-]date|in\s+the\s+year)\b[^;.]{0,48}?"
    r"\b(?:to|through|until|till|up\s+to|by)\s+(?:(?:the\s+)?end[\s-](?:of\s+)?)?$",
    re.IGNORECASE,
)
# "UP TO THE END OF March Peru had exported"
_UP_TO = re.compile(r"\b[Uu]p\s+to\s+(?:the\s+)?(?:(?:end|close)\s+(?:of\s+)?)?$")
_LAST_DAYS = 28  # a year that ends then ends with its month


def month_before(text: str, dates: Sequence[Date], date: Date) -> str:
    """Return the month that is joined to the one behind it: "in JANUARY AND February", or ""."""
    at = next((i for i, other in enumerate(dates) if other is date), 0)
    before = dates[at - 1] if at else None
    if before is None or not _AND.fullmatch(text, before.end, date.start):
        return ""
    if precision(before.edtf) != "month" or precision(date.edtf) != "month" or "/" in before.edtf + date.edtf:
        return ""
    return before.edtf if period_before(date.edtf, "month") == before.edtf else ""


def is_aside(text: str, date: Date) -> bool:
    """Say whether a date stands in an aside, which tells of another time than its sentence does.

    >>> text = "the deficit, which had been $2bn in 1996, fell"
    >>> is_aside(text, Date("d", "d#1", 36, 40, "1996", "1996", "1996-01-01", "1996-12-31", "DATE", "", "", ""))
    True
    """
    if _ASIDE_ENDS.match(text, date.end) is None:
        return False
    return _ASIDE.search(text, max(0, date.start - 90), date.start) is not None


# "; in January-August 1995 the share HAD BEEN 43 per cent"
_HAD = re.compile(
    r"\bhad\s+(?:\w+ly\s+|still\s+|only\s+|already\s+)?(?:been|stood|reached|amounted|totalled|come|risen|fallen|made)\b"
)
_CLAUSE = re.compile(
    r";|\.\s|,\s+(?:and|but|while|whereas|though|although)\b|\b(?:while|whereas|although|though|when)\b"
)
_CLAUSE_REACH = 90  # characters


def is_of_earlier(text: str, date: Date, at: int) -> bool:
    """Say whether a date is that of a clause on what had been before, in which a number at ``at`` does not stand.

    >>> text = "was 37% of sales; in 1995 the share had been 43%"
    >>> year = Date("d", "d#1", 21, 25, "1995", "1995", "1995-01-01", "1995-12-31", "DATE", "", "", "")
    >>> is_of_earlier(text, year, 4), is_of_earlier(text, year, 45)
    (True, False)
    """
    first, last = _clause(text, date)
    return not first <= at < last and _HAD.search(text, first, last) is not None


def had_been(text: str, date: Date) -> bool:
    """Say whether a date is that of a clause on what had been before: "it HAD STOOD at $6bn in March".

    >>> year = Date("d", "d#1", 20, 24, "1995", "1995", "1995-01-01", "1995-12-31", "DATE", "", "", "")
    >>> had_been("it had been $5bn in 1995", year), had_been("it has been $5bn in 1995", year)
    (True, False)
    """
    return _HAD.search(text, *_clause(text, date)) is not None


def _clause(text: str, date: Date) -> tuple[int, int]:
    """Return where the clause of a date begins and ends."""
    low, high = max(0, date.start - _CLAUSE_REACH), min(len(text), date.end + _CLAUSE_REACH)
    cuts = [hit.end() for hit in _CLAUSE.finditer(text, low, date.start)]
    stop = _CLAUSE.search(text, date.end, high)
    return cuts[-1] if cuts else low, stop.start() if stop else high


_AVERAGE = re.compile(r"\baverage\b[^;.]{0,60}?\b(?:of|over|for|in|during)\s+(?:the\s+)?$", re.IGNORECASE)


def is_average(text: str, date: Date) -> bool:
    """Say whether a time is one over which an average is taken, for comparison: "the average OVER FIVE YEARS".

    >>> text = "the average of the previous five years was"
    >>> is_average(text, Date("d", "d#1", 19, 38, "previous five years", "2013/2018", "", "", "DATE", "", "", ""))
    True
    """
    return "/" in date.edtf and _AVERAGE.search(text, max(0, date.start - 72), date.start) is not None


def is_before(compared: str, period: str) -> bool:
    """Say whether what a figure is compared with lies before its period, as far as both are precise."""
    length = min(len(compared.partition("/")[0]), len(period.partition("/")[0]))
    return compared[:length] < period[:length]


def year_to(text: str, date: Date) -> str:
    """Return the twelve months that end with a date: "the financial year that ended in March 2006", or "".

    >>> text = "the financial year that ended in March 2006"
    >>> year_to(text, Date("d", "d#1", 33, 43, "March 2006", "2006-03", "2006-03-01", "2006-03-31", "DATE", "", "", ""))
    '2005-04/2006-03'
    """
    if (
        len(date.edtf) == 7
        and date.edtf[5:].isdigit()
        and _CUMULATIVE.search(text, max(0, date.start - 90), date.start)
    ):
        return f"{date.edtf[:4]}-01/{date.edtf}" if date.edtf[5:] != "01" else date.edtf
    whole = date.edtf.rstrip("~")
    if len(whole) == 7 and whole[5:].isdigit() and _UP_TO.search(text, max(0, date.start - 24), date.start):
        return f"{whole[:4]}-01/{whole}" if whole[5:] != "01" else whole
    hit = _YEAR_TO.search(text, max(0, date.start - 48), date.start)
    if hit is None or hit["months"] or "/" in date.edtf or len(date.edtf) not in (7, 10):
        return ""
    year, month = int(date.edtf[:4]), int(date.edtf[5:7])
    if len(date.edtf) == 10 and int(date.edtf[8:]) < _LAST_DAYS:  # "that ended on July 7"
        return f"{year - 1}-{month:02d}-{int(date.edtf[8:]) + 1:02d}/{date.edtf}"
    first = f"{year}-01" if month == 12 else f"{year - 1}-{month + 1:02d}"
    return f"{first}/{date.edtf[:7]}"


def plain(date: Date, published: str) -> str:
    """Return a date as the period of a figure: "at the end of 2014" as the year, an open range closed by today.

    >>> plain(Date("d", "d#1", 0, 10, "since 2006", "2006/..", "2006-01-01", "", "DATE", "", "", ""), "2013-05-04")
    '2006/2013'
    """
    edtf = date.edtf
    if edtf.endswith("/.."):
        return until(edtf.partition("/")[0], published)
    if "/" in edtf and "~" in edtf and precision(edtf.partition("/")[0].rstrip("~")) == "day":
        return edtf.replace("~", "")  # "within a week": the days counted back
    if _END_OF.search(date.text) or _FISCAL.search(date.text):
        return edtf.replace("~", "")
    return edtf


_NO_YEAR = re.compile(r"\D*\d{0,2}\D*")


def not_ahead(date: Date, period: str, published: str) -> str:
    """Return months that the words give no year, "between January and November", as those that have passed.

    >>> months = Date("d", "d#1", 0, 28, "January to November", "2020-01/2020-11", "", "", "DATE", "", "", "")
    >>> not_ahead(months, "2020-01/2020-11", "2020-02-17")
    '2019-01/2019-11'
    """
    parts = _PARTS.fullmatch(period)
    if parts is None or not _NO_YEAR.fullmatch(date.text) or not _MONTH.search(date.text):
        return period
    today = published[:7]
    if len(today) < 7 or parts[2] <= today or _FISCAL.search(date.text):
        return period
    moved = shift((parts[1], parts[2]), "year", -1)
    return f"{moved[0]}/{moved[1]}" if moved else period


_PARTS = re.compile(r"(\d{4}-\d\d)/(\d{4}-\d\d)")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def next_to(period: str) -> str:
    """Return the year after a year.

    >>> next_to("2018")
    '2019'
    """
    return str(int(period) + 1) if period.isdigit() and len(period) == 4 else period


def until(first: str, published: str) -> str:
    """Return the time from a date to the document's own, as precise as the first.

    >>> until("2006", "2013-05-04"), until("2020-01", "2020-06-15"), until("2006", "")
    ('2006/2013', '2020-01/2020-06', '2006')
    """
    first, today = first.rstrip("~?%"), published.partition("/")[0].rstrip("~?%")
    if not today or "X" in first:
        return first
    last = today[: len(first)]
    return f"{first}/{last}" if len(last) == len(first) and first < last else first


def is_within(period: str, whole: str) -> bool:
    """Say whether a period is a part of another.

    >>> is_within("2021-06", "2021-01/2021-06"), is_within("2021", "2021"), is_within("", "2021")
    (True, False, False)
    """
    if not period or not whole or period == whole:
        return False
    first, last = bounds(period)
    start, end = bounds(whole)
    return bool(first and last and start and end) and start <= first and last <= end
