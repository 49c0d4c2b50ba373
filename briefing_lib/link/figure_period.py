"""Says when a figure is for: from its own words, the figure before it, or what the document opened with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.find.edtf import bounds, precision
from briefing_lib.link.baseline import period_before
from briefing_lib.link.comparators import Comparator, comparators
from briefing_lib.link.figure_scene import Scene
from briefing_lib.link.measured import Figure
from briefing_lib.link.periods import is_period, opening_period, period_of, same_period
from briefing_lib.link.pointed import Told
from briefing_lib.tables import Date

_PASSING = ("trade", "energy", "gdp", "arms")  # measures of a period, which the next figure shares; a duty is no such
_RIGHT_BEHIND = 12  # characters
_EARLIER = re.compile(r"\b(?:earlier|ago|before|previous)\b")
_END_OF = re.compile(r"\b(?:end|close|start|beginning)[\s-](?:of\b|\w)", re.IGNORECASE)
_FISCAL = re.compile(r"\b(?:fiscal|financial|FY|marketing|crop)\b|FY\d")
_SUPERLATIVE = re.compile(r"\b(?:\w+est|first|best|worst|peak|high|low|record)\s+(?:\w+\s+)?$")  # "the lowest since"
_SUPERLATIVE_SINCE = re.compile(r"\b(?:\w+est|first|best|worst|peak|high|low|record|most|least)\b[^,;]{0,40}$")
_ALONE = re.compile(r"\s+alone\b")  # "in June ALONE": what follows is of the whole time again
# "supplies 2 million tonnes A YEAR", "buys it ANNUALLY": what goes on, and not what a past period saw
_YEARLY = re.compile(
    r"(?:\s+(?:of\s+)?(?:[\w’'-]+\s+){0,4}?)?(?:\s*(?:a|per|each|every)\s+(?:year|month|annum)|\s+(?:annually|yearly|monthly))\b"
)
# "reserves STAND AT", "output HAS SINCE fallen to", "are NOW worth"
_NOW = re.compile(
    r"\b(?:stands?\s+at|amounts?\s+to|(?:has|have)\s+(?:since|now|already)\b[^,;]*|(?:now|currently|today|at\s+present)\b[^,;]*)\W*"
    r"(?:[\w$€£]+\W+){0,2}$"
)
_NEXT = re.compile(r"\s+next\b(?!\s+\w)")  # "by 3 per cent this year and 4 per cent NEXT"
_IS_NOW = re.compile(r"\s+(?:now|today|currently|at\s+present)\b")


class When(NamedTuple):
    """When a figure is for, the words that say so, and what it is compared with."""

    period: str
    date: Date | None
    comparator: Comparator | None


def when_of(
    scene: Scene,
    figure: Figure,
    compared: Sequence[Comparator],
    periods: Sequence[Date],
    direction: str,
    planned: str,
    told: Told | None,
    last: Told | None,
    low: int,
    high: int,
) -> When:
    """Return the period of a figure and what it is compared with.

    Args:
        scene: its sentence.
        figure: the figure.
        compared: the comparators of the sentence.
        periods: its dates that can be periods.
        direction: up, down, flat or "".
        planned: the word that says it is wanted or expected, "" if none does.
        told: the figure before it, near by.
        last: the figure before it, some paragraphs back.
        low: where the figure's own words begin.
        high: where the words of the next figure begin.
    """
    text, flow = scene.text, figure.flow
    comparator = comparator_of(compared, figure, low, high)
    date = _own_date(scene, figure, periods, planned, low, high)
    ongoing = _is_ongoing(text, figure, low)
    if date and ongoing and date.start >= high:
        date = None  # "pumps 2 million barrels a day and earned $69 billion in 2012"
    period = (year_to(text, date) or plain(date, scene.setting.published)) if date else ""
    if date and (first := _month_before(text, scene.dates, date)):
        period = f"{first}/{period}"  # "in JANUARY AND February"
    since = _SINCE.search(text, max(low, date.start - 56), date.start) if date and "/" not in date.edtf else None
    if date and since and _SUPERLATIVE_SINCE.search(text, max(low, since.start() - 56), since.start()):
        date, period = None, ""  # "the highest since the series began IN 1994"
    elif date and since:
        period = until(date.edtf, scene.setting.published)  # "has sunk $1bn since it bought the mine IN 2002"
    if date and _NEXT.match(text, figure.main.end) and figure.main.start >= date.end:
        period = next_to(period)
    if flow.measure == "tariff":
        period = _in_force(scene, figure) or period
    if told and told.period and same_period(text, low, high):
        period = told.period
    if not period and flow.measure in _PASSING and not planned and not ongoing:
        period = _carried(scene, figure, told, last)
        if comparator and comparator.edtf and not _is_before(comparator.edtf, period):
            period = ""  # "a rise of 46 per cent on 1976" is no figure of 1973
    compares = direction or figure.rate or figure.base
    same = comparator and not comparator.edtf and comparator.text.startswith("the same ")
    if comparator and same and not compares and told and told.period:  # "It was $5bn IN THE SAME PERIOD OF LAST YEAR"
        return When(period_before(told.period, comparator.unit, comparator.steps), date, None)
    if comparator and _is_since(text, comparator, low):
        return _since(scene, figure, comparator, date, direction)
    if comparator and not (direction or figure.rate or figure.base):
        # "from 2026": nothing is compared, it says when
        superlative = _SUPERLATIVE.search(text, max(scene.start, comparator.start - 24), comparator.start)
        return When(period or ("" if superlative else comparator.edtf), date, None)
    return When(period, date, comparator)


_AND = re.compile(r"\s+and\s+(?:in\s+)?|\s*[-–—]\s*")


def _month_before(text: str, dates: Sequence[Date], date: Date) -> str:
    """Return the month that is joined to the one behind it: "in JANUARY AND February", or ""."""
    at = next((i for i, other in enumerate(dates) if other is date), 0)
    before = dates[at - 1] if at else None
    if before is None or not _AND.fullmatch(text, before.end, date.start):
        return ""
    if precision(before.edtf) != "month" or precision(date.edtf) != "month" or "/" in before.edtf + date.edtf:
        return ""
    return before.edtf if period_before(date.edtf, "month") == before.edtf else ""


def _is_before(compared: str, period: str) -> bool:
    """Say whether what a figure is compared with lies before its period, as far as both are precise."""
    length = min(len(compared.partition("/")[0]), len(period.partition("/")[0]))
    return compared[:length] < period[:length]


def _own_date(scene: Scene, figure: Figure, periods: Sequence[Date], planned: str, low: int, high: int) -> Date | None:
    base = figure.base
    if base is not None:  # "(58.6% IN 2022)" dates the level before
        periods = [d for d in periods if not 0 <= d.start - base.end <= _RIGHT_BEHIND] or []
    lent = figure.flow.measure in ("aid", "debt")
    published = scene.setting.published
    date = period_of(scene.text, periods, low, figure.main.start, high, planned, lent, published)
    between = [d for d in periods if figure.start <= d.start < figure.main.start]
    if between and not (date and 0 <= date.start - figure.main.end <= _RIGHT_BEHIND):
        return between[0]  # "fell 27 per cent in the first quarter to $554 million"
    return date


# "in the financial YEAR THAT ENDED IN March"
_YEAR_TO = re.compile(
    r"\b(?:(?P<months>\w+)\s+months?|year)\s+(?:(?:that|which)\s+)?(?:ended|ending|ends|closing|closed|to|through|up\s+to)\s+(?:(?:on|in|at\s+the\s+end\s+of)\s+)?$"
)


_LAST_DAYS = 28  # a year that ends then ends with its month


def year_to(text: str, date: Date) -> str:
    """Return the twelve months that end with a date: "the financial year that ended in March 2006", or "".

    >>> text = "the financial year that ended in March 2006"
    >>> year_to(text, Date("d", "d#1", 33, 43, "March 2006", "2006-03", "2006-03-01", "2006-03-31", "DATE", "", "", ""))
    '2005-04/2006-03'
    """
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


_SINCE = re.compile(r"\bsince\b[^,;.]{0,50}$", re.IGNORECASE)  # "SINCE it bought the mine in 2002"


def _is_since(text: str, comparator: Comparator, low: int) -> bool:
    return _SINCE.search(text, max(low, comparator.start - 56), min(comparator.start + 6, comparator.end)) is not None


def _since(scene: Scene, figure: Figure, comparator: Comparator, date: Date | None, direction: str) -> When:
    """ "lent $5bn since 2006" and "has grown by 32% since 2006" run to the document's day."""
    published = scene.setting.published
    inside = bool(date and comparator.start <= date.start < comparator.end)
    other = plain(date, published) if date and not inside else ""
    superlative = _SUPERLATIVE.search(scene.text, max(scene.start, comparator.start - 24), comparator.start)
    if superlative:
        return When(other, date, comparator if direction or figure.rate or figure.base else None)
    summed = figure.rate is None and figure.base is None and (figure.amount is not None or not direction)
    if summed:
        return When(until(comparator.edtf, published) or other, date, None)
    if figure.level is None:
        return When(other or until(comparator.edtf, published), date, comparator)
    return When(other, date, comparator)


def _is_ongoing(text: str, figure: Figure, low: int) -> bool:
    """Say whether a level is told as one that goes on: "pumps 2 million barrels a day", "now stands at"."""
    level = figure.level
    if level is None or figure.rate is not None or level.unit == "percent":
        return False
    verb = figure.flow
    if verb.kind == "verb" and verb.word.endswith("s") and not verb.word.endswith("ss"):
        return True
    if _NOW.search(text, max(low, level.start - 60), level.start) or _IS_NOW.match(text, level.end):
        return True
    return _YEARLY.match(text, level.end) is not None


_FROM_DAY = re.compile(r"(?:[^,;.]{0,40}?\s)?(?:on|from|as\s+of|effective|since)\s+$")


def _in_force(scene: Scene, figure: Figure) -> str:
    """Return the day from which a tariff holds: "to 25 per cent on 1 January"."""
    for date in scene.dates:
        if 0 < date.start - figure.main.end < 48 and _FROM_DAY.fullmatch(scene.text, figure.main.end, date.start):
            return date.edtf
    return ""


def _carried(scene: Scene, figure: Figure, told: Told | None, last: Told | None) -> str:
    """Return the period of the figure before, or the one that the sentence before names."""
    if told and told.period:
        return told.period
    if scene.before is not None:
        found = [d for d in scene.dates_before if d.start >= scene.before.start and is_period(scene.text, d)]
        compared = comparators(scene.text, scene.before.start, scene.before.end, found)
        for date in reversed(found):
            beside = any(c.start < date.end and date.start < c.end for c in compared)
            if not beside and not _EARLIER.search(date.text):
                return plain(date, scene.setting.published)
    if figure.flow.measure != "trade":
        return ""
    if figure.flow.kind == "hint":
        return ""  # nothing but its unit ties it to the figures of another paragraph
    if last and last.period and figure.flow.flow:
        return last.lead if is_within(last.period, last.lead) else last.period
    return opening_period(scene.text, scene.setting.sentences, scene.setting.dates)


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


def passed_on(text: str, when: When, planned: str, told: Told | None, lead: str) -> str:
    """Return the period that a figure leaves for the next one: "in June alone" and a target leave none of theirs."""
    before = told.period if told else ""
    if planned:
        return before
    if when.date is not None and _ALONE.match(text, when.date.end):
        return before or lead
    return when.period


def comparator_of(compared: Sequence[Comparator], figure: Figure, low: int, high: int) -> Comparator | None:
    """Return the comparator of a figure: the first behind its numbers, else the first in its words."""
    inside = [c for c in compared if low <= c.start < high]
    after = [c for c in inside if c.start >= figure.start]
    return next(iter(after or inside), None)
