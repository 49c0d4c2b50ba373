"""Compares what the two sides tell of one flow: the exports of one country are the imports of the other.

Such mirror figures differ lawfully: imports are counted with freight and insurance, exports without; goods arrive in
another period than they left in, or by way of a third country. So they are never "in conflict".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing_lib.link.agreement.rounding import Interval
from briefing_lib.link.agreement.verdicts import (
    CONVERTED,
    MIRROR_EQUAL,
    Figure,
    Rates,
    agreement,
    difference,
    mirrored,
    verdict,
)
from briefing_lib.link.figure.economies import country_in
from briefing_lib.tables import Agreement, Statistic

FLOW = "mirror: exports as the seller tells them, imports as the buyer does"
SIDES = "mirror: the same flow by the data of either side"
ONE_SIDE = "exports and imports of one flow by the data of one side"

_Told = dict[tuple[str, ...], dict[tuple[float, str], Figure]]


def direction(figure: Figure) -> tuple[str, str] | None:
    """Return who sold and who bought what a figure counts; None for a figure of both ways or of nobody's.

    >>> import math
    >>> from briefing_lib.link.agreement.verdicts import comparable
    >>> row = Statistic("a", "a#1", 0, 40, "Kenya's imports from Ethiopia were $78m", "trade", "Kenya", "Ethiopia",
    ...     "import", "", 78e6, "USD", math.nan, "", "", "2023", "", "", math.nan, math.nan, math.nan, "", "")
    >>> direction(comparable([row])[0])
    ('Ethiopia', 'Kenya')
    """
    row = figure.row
    if row.measure != "trade" or figure.indicator.kind not in ("export", "import"):
        return None
    return (row.reporter, row.partner) if figure.indicator.kind == "export" else (row.partner, row.reporter)


def teller(row: Statistic) -> str:
    """Return which of the two economies of a figure is given as its source, "" if neither is.

    >>> import math
    >>> row = Statistic("a", "a#1", 0, 9, "trade", "trade", "Kenya", "Uganda", "turnover", "", 1e9, "USD", math.nan, "",
    ...     "", "2023", "Ugandan customs", "", math.nan, math.nan, math.nan, "", "")
    >>> teller(row)
    'Uganda'
    """
    named = country_in(row.attribution, 0, len(row.attribution)) if row.attribution else ""
    return named if named in (row.reporter, row.partner) else ""


def mirror_flows(figures: Sequence[Figure], rates: Rates) -> Iterable[Agreement]:
    """Compare exports with the imports of the other side in the same period, each value where it is first told."""
    sold: _Told = {}
    bought: _Told = {}
    for figure in figures:
        way, row = direction(figure), figure.row
        if way and all(way) and row.period:
            key = (*way, row.commodity, figure.indicator.scale, row.period)
            sides = sold if figure.indicator.kind == "export" else bought
            sides.setdefault(key, {}).setdefault((row.value, row.unit), figure)
    for told, ones in sold.items():
        for one in ones.values():
            for other in bought.get(told, {}).values():
                made = _mirrored(one, other, rates)
                if made:
                    yield made


def _mirrored(sale: Figure, purchase: Figure, rates: Rates) -> Agreement | None:
    first, second = sale.row, purchase.row
    rate = 1.0 if first.unit == second.unit else rates.get((second.unit, first.unit, second.period[:4]))
    if rate is None:
        return None
    value, interval = second.value * rate, Interval(*(end * rate for end in purchase.interval))
    one_side = bool(teller(first)) and teller(first) == teller(second)
    says = (verdict if one_side else mirrored)(value, first.value, interval, sale.interval)
    rule = (ONE_SIDE if one_side else FLOW) + (CONVERTED if rate != 1.0 else "")
    higher = "" if one_side else higher_of(says, value, first.value, second.reporter, first.reporter)
    return agreement(first, [second], says, difference(value, first.value), rule, higher)


def by_either_side(first: Figure, second: Figure, rate: float = 1.0) -> tuple[str, str] | None:
    """Return how two figures of one flow stand to each other if each side gives one of them, and who tells more."""
    one, other = teller(first.row), teller(second.row)
    if not one or not other or one == other:
        return None
    value, interval = second.row.value * rate, Interval(*(end * rate for end in second.interval))
    says = mirrored(value, first.row.value, interval, first.interval)
    return says, higher_of(says, value, first.row.value, other, one)


def higher_of(says: str, value: float, other: float, who: str, whose: str) -> str:
    """Return who tells more, "" if both tell the same, as far as their figures are rounded."""
    return "" if says == MIRROR_EQUAL else who if value > other else whose
