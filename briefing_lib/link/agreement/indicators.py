"""Says what a statistic is of, so that figures of the same thing can be put side by side."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing_lib.tables import Statistic


class Indicator(NamedTuple):
    """What a figure measures: whose, with whom, which flow, which goods, as a sum or as a share."""

    measure: str
    kind: str  # turnover, export, import, balance, or the flow's own word for other measures
    reporter: str
    partner: str
    commodity: str
    scale: str  # money, share, or the unit


_BALANCE = re.compile(r"\b(?:deficit|surplus|balance|gap|imbalance|shortfall)\b", re.IGNORECASE)
# Figures of debt, aid and investment are sums of one loan or gift as often as totals: only words for a total compare.
_STOCK = re.compile(
    r"\b(?:(?:external|foreign|public|national|sovereign|total|government)\s+debt|GDP|gross\s+domestic|"
    r"stock|total|reserves|remittances|inflation|unemployment|growth)\b",
    re.IGNORECASE,
)
_OWN = ("trade", "gdp", "energy", "tariff", "remittances", "arms")


def indicator_of(row: Statistic) -> Indicator | None:
    """Return what a statistic is of, or None where its words leave that open.

    >>> import math
    >>> row = Statistic("a", "a#1", 0, 40, "Trade between Peru and Chile was $5bn", "trade", "Peru", "Chile",
    ...     "turnover", "", 5e9, "USD", math.nan, "", "", "2023", "", "", math.nan, math.nan, math.nan, "", "")
    >>> indicator_of(row).reporter, indicator_of(row._replace(reporter="Chile", partner="Peru")).reporter
    ('Chile', 'Chile')
    >>> indicator_of(row._replace(reporter="")) is None
    True
    """
    if not row.reporter or row.measure not in _OWN and not _STOCK.search(row.text):
        return None
    kind = row.flow
    if row.measure == "trade" and not row.flow:
        if not _BALANCE.search(row.text):
            return None
        kind = "balance"
    elif row.measure in ("gdp", "energy"):
        words = _STOCK.search(row.text)
        kind = words.group().lower() if words else ""
    reporter, partner = row.reporter, row.partner
    if kind == "turnover" and partner and partner < reporter:
        reporter, partner = partner, reporter  # trade of two is the same from either side
    return Indicator(row.measure, kind, reporter, partner, row.commodity, _scale(row.unit))


def _scale(unit: str) -> str:
    return "money" if len(unit) == 3 and unit.isupper() else "share" if unit == "percent" else unit
