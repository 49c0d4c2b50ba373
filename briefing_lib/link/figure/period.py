"""Says when a figure is for: from its own words, the figure before it, or what the document opened with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.link.figure.baseline import period_before
from briefing_lib.link.figure.carried_periods import carried_period, shares_time
from briefing_lib.link.figure.comparators import Comparator
from briefing_lib.link.figure.fiscal_years import in_fiscal_months
from briefing_lib.link.figure.measured import Figure
from briefing_lib.link.figure.period_values import (
    had_been,
    is_aside,
    is_average,
    is_before,
    is_of_earlier,
    month_before,
    next_to,
    not_ahead,
    plain,
    until,
    year_to,
)  # fmt: skip
from briefing_lib.link.figure.periods import opening_period, period_of, same_period
from briefing_lib.link.figure.pointed import Told
from briefing_lib.link.figure.scene import Scene
from briefing_lib.tables import Date

_PASSING = ("trade", "energy", "gdp", "arms")  # measures of a period, which the next figure shares; a duty is no such
_RIGHT_BEHIND = 12  # characters
_SUPERLATIVE = re.compile(
    r"\b(?:\w+est|first|best|worst|most|least|peak|high|low|record)\s+(?:\w+\s+)?$"
)  # "the lowest since"
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
_YEAR_BEFORE = re.compile(r"(?:[Tt]he|[Aa])\s+(?:previous\s+year|year\s+(?:before|earlier)|preceding\s+year)")
_IS_NOW = re.compile(r"\s+(?:now|today|currently|at\s+present)\b")


class When(NamedTuple):
    """When a figure is for, the words that say so, and what it is compared with."""

    period: str
    date: Date | None
    comparator: Comparator | None
    own: bool = False  # whether it is a stretch that the next figure does not share: "since August"


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
    if date and (first := month_before(text, scene.dates, date)):
        period = f"{first}/{period}"  # "in JANUARY AND February"
    if date and told and told.period and _YEAR_BEFORE.fullmatch(date.text):
        period = period_before(told.period, "year") or period  # "£5 million last year. THE YEAR BEFORE it was 4"
    if date and "year" in text[date.start : date.end + 20]:
        period = in_fiscal_months(text, date, period, scene.setting.home, scene.setting.published)
    if date and not planned:
        period = not_ahead(date, period, scene.setting.published)
    since = _SINCE.search(text, max(low, date.start - 56), date.start) if date and "/" not in date.edtf else None
    if date and since and _SUPERLATIVE_SINCE.search(text, max(low, since.start() - 56), since.start()):
        date, period = None, ""  # "the highest since the series began IN 1994"
    elif date and since:
        period = until(date.edtf, scene.setting.published)  # "has sunk $1bn since it bought the mine IN 2002"
    if _ONCE.search(text, max(scene.start, figure.main.start - 40), figure.main.start):
        return When("", None, None)
    if date and _NEXT.match(text, figure.main.end) and figure.main.start >= date.end:
        period = next_to(period)
    if flow.measure == "tariff":
        period = _in_force(scene, figure) or period
    if told and told.period and same_period(text, low, high):
        period = told.period
    elif not period and last and flow.measure in _PASSING and same_period(text, low, high):
        period = last.period  # "Norway led with $72 million IN THE EIGHT MONTHS"
    if not period and flow.measure in _PASSING and not planned and not ongoing:
        period = carried_period(scene, figure, told, last)
        if comparator and comparator.edtf and not is_before(comparator.edtf, period):
            opening = opening_period(text, scene.setting.sentences, scene.setting.dates)
            next_month = period_before(opening, "month") == comparator.edtf  # "rose 2 per cent FROM APRIL": May's
            period = opening if next_month else ""  # "a rise of 46 per cent on 1976" is no figure of 1973
    part = flow.kind == "hint" and figure.level is not None and figure.level.unit == "percent"
    if not period and part and told and scene.position - told.sentence <= 1 and told.flow.measure == flow.measure:
        period = told.period  # "gave $5 million this year, HALF OF IT as grants"
    if not period and told and told.own and date is None and shares_time(scene, figure, told):
        period = told.own
    compares = direction or figure.rate or figure.base
    same = comparator and not comparator.edtf and comparator.text.startswith("the same ")
    if comparator and same and not compares and told and told.period:  # "It was $5bn IN THE SAME PERIOD OF LAST YEAR"
        return When(period_before(told.period, comparator.unit, comparator.steps), date, None)
    if comparator and _is_since(text, comparator, low):
        return _since(scene, figure, comparator, date, direction, period if date is None else "")
    if comparator and not (direction or figure.rate or figure.base):
        # "from 2026": nothing is compared, it says when
        superlative = _SUPERLATIVE.search(text, max(scene.start, comparator.start - 24), comparator.start)
        return When(period or ("" if superlative else comparator.edtf), date, None)
    return When(period, date, comparator)


_ONCE = re.compile(r"\bonce\s+(?:worth|at|as\s+high\s+as)\s+\W*$")  # "sales, ONCE WORTH $50 million"


def _own_date(scene: Scene, figure: Figure, periods: Sequence[Date], planned: str, low: int, high: int) -> Date | None:
    base = figure.base
    if base is not None:  # "(58.6% IN 2022)" dates the level before
        periods = [d for d in periods if not 0 <= d.start - base.end <= _RIGHT_BEHIND] or []
    periods = [d for d in periods if not (d.end < figure.main.start and is_aside(scene.text, d))]
    periods = [d for d in periods if not is_of_earlier(scene.text, d, figure.main.start)]
    lent = figure.flow.measure in ("aid", "debt")
    published = scene.setting.published
    date = period_of(scene.text, periods, low, figure.main.start, high, planned, lent, published)
    between = [d for d in periods if figure.start <= d.start < figure.main.start]
    if between and not (date and 0 <= date.start - figure.main.end <= _RIGHT_BEHIND):
        return between[0]  # "fell 27 per cent in the first quarter to $554 million"
    return date


_SINCE = re.compile(r"\bsince\b[^,;.]{0,50}$", re.IGNORECASE)  # "SINCE it bought the mine in 2002"


def _is_since(text: str, comparator: Comparator, low: int) -> bool:
    return _SINCE.search(text, max(low, comparator.start - 56), min(comparator.start + 6, comparator.end)) is not None


def _since(
    scene: Scene, figure: Figure, comparator: Comparator, date: Date | None, direction: str, carried: str
) -> When:
    """ "lent $5bn since 2006" and "has grown by 32% since 2006" run to the document's day."""
    published = scene.setting.published
    inside = bool(date and comparator.start <= date.start < comparator.end)
    other = plain(date, published) if date and not inside else ""
    superlative = _SUPERLATIVE.search(scene.text, max(scene.start, comparator.start - 24), comparator.start)
    if superlative:
        return When(other or carried, date, comparator if direction or figure.rate or figure.base else None)
    summed = figure.rate is None and figure.base is None and (figure.amount is not None or not direction)
    if summed:
        return When(until(comparator.edtf, published) or other, date, None, True)
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
    opens = next((d for d in scene.dates if d.end <= figure.flow.at), None)
    if opens and _OPENS_DAY.fullmatch(scene.text, scene.start, opens.start) and opens.edtf:
        return opens.edtf  # "ON 1 JULY Peru doubled its duties"
    if _THAT_DAY.search(scene.text, scene.start, figure.main.start) and scene.dates_before:
        return scene.dates_before[-1].edtf  # "will enter into force on 1 October. FROM THAT DATE the duty will be"
    return ""


_OPENS_DAY = re.compile(r"(?:On|From|As\s+of|Since|Effective)\s+(?:the\s+)?")
_THAT_DAY = re.compile(r"\b(?:[Ff]rom|[Aa]s\s+of|[Oo]n|[Ss]ince)\s+that\s+(?:date|day)\b")


def passed_on(text: str, when: When, planned: str, told: Told | None, lead: str) -> str:
    """Return the period that a figure leaves for the next one: "in June alone", "since May" and a target leave none."""
    before = told.period if told else ""
    if planned:
        return before
    if when.date is not None and (
        is_aside(text, when.date) or is_average(text, when.date) or had_been(text, when.date)
    ):
        return before or lead
    if when.own or when.date is not None and (_ALONE.match(text, when.date.end) or _is_own_span(text, when.date)):
        return before or lead
    return when.period


def _is_own_span(text: str, date: Date) -> bool:
    """ "in the seven months SINCE August, when the line opened": a stretch that the next figure does not share."""
    return "since " in date.text.lower() or _SINCE.search(text, max(0, date.start - 24), date.start) is not None


def comparator_of(compared: Sequence[Comparator], figure: Figure, low: int, high: int) -> Comparator | None:
    """Return the comparator of a figure: the first behind its numbers, else the first in its words."""
    inside = [c for c in compared if low <= c.start < high]
    after = [c for c in inside if c.start >= figure.start]
    return next(iter(after or inside), None)
