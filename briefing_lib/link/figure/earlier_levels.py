"""Gives the level before a change a row of its own: "fell to $1.4 billion in July FROM $2.3 BILLION IN JUNE"."""

from __future__ import annotations

import math
from collections.abc import Sequence

from briefing_lib.link.figure.comparators import Comparator
from briefing_lib.link.figure.measured import Figure
from briefing_lib.link.figure.parts import BASE
from briefing_lib.tables import Date, Statistic

EARLIER = "level before"  # what the rule of such a row begins with
_NAN = math.nan
_LEAD = 72  # characters in which "compared with a revised" stands
_NEAR = 40  # characters between the level and the words that date it


def earlier_level(
    text: str, start: int, row: Statistic, figure: Figure, dated: Sequence[Date | Comparator]
) -> Statistic | None:
    """Return the row of the level before that a figure states, or None.

    Args:
        text: the document.
        start: first character of the sentence.
        row: the row of the figure.
        figure: its numbers.
        dated: dates and comparators of the sentence, one of which may date the level.

    A duty before it was cut is no figure of its own, and neither is a rate of which nothing says which way it went.
    A rate before another one ("after growth of 6 per cent the year before") is a change, anything else a level.
    """
    base = figure.base
    if base is None or row.measure == "tariff" or base.unit == "percent" and not base.change and figure.rate:
        return None
    if "planned" in row.qualifier and base.start < figure.main.start:
        return None
    lead = BASE.search(text, max(start, base.start - _LEAD), base.start)
    first, end = lead.start() if lead else base.start, base.end
    for words in dated:
        if 0 < words.start - base.end < _NEAR and not any(c in text[base.end : words.start] for c in ",;."):
            end = words.end
            break
    rate = base.unit == "percent" and base.change != "" and figure.level is None
    return row._replace(
        start=first, end=end, text=text[first:end],
        value=_NAN if rate else base.value, unit="" if rate else base.unit,
        change_pct=(-base.value if base.change == "down" else base.value) if rate else _NAN,
        direction=base.change if rate else "", comparator="", period=row.baseline_period,
        qualifier="" if base.bound == "=" else row.qualifier,
        baseline=_NAN, baseline_low=_NAN, baseline_high=_NAN, baseline_period="",
        rule=f"{EARLIER}, {row.rule}",
    )  # fmt: skip
