"""Groups the numbers of a sentence into figures: each a flow with its level, its rate of change and the level before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.bounds import bound_before
from briefing_lib.link.flows import Flow
from briefing_lib.tables import Date, Quantity

_POINTS = ("percentage point", "basis point")
_RATES = ("percent", "time")


@dataclass
class Figure:
    """Numbers that say one thing of one flow."""

    flow: Flow
    level: Quantity | None = None
    rate: Quantity | None = None
    base: Quantity | None = None
    amount: Quantity | None = None  # a change as a sum: "rose by $5bn"
    quantities: list[Quantity] = field(default_factory=list)

    @property
    def start(self) -> int:
        """First character of its numbers."""
        return min(q.start for q in self.quantities)

    @property
    def end(self) -> int:
        """Character after its last number."""
        return max(q.end for q in self.quantities)


@cache
def _units() -> frozenset[str]:
    """Units in which economies are measured: weights, volumes, energy, freight."""
    kinds = ("mass", "volume", "energy", "freight")
    names = {row["unit"] for row in lexicon.rows("units") if row["kind"] in kinds}
    return frozenset(names | {f"{name} per day" for name in names})


@cache
def _money() -> frozenset[str]:
    return frozenset(
        {row["unit"] for row in lexicon.rows("currencies")} | {row["unit"] for row in lexicon.rows("currency_places")}
    )


@cache
def _goods() -> frozenset[str]:
    return frozenset(row["word"].rstrip("s") for row in lexicon.rows("commodities"))


def is_economic(quantity: Quantity) -> bool:
    """Say whether a quantity can be a figure of trade: money, a rate, a weight or volume, goods by the piece.

    >>> is_economic(Quantity("d", "d#1", 0, 2, "5%", 5.0, "percent", "=", "", ""))
    True
    >>> is_economic(Quantity("d", "d#1", 0, 6, "5 days", 5.0, "day", "=", "", ""))
    False
    """
    unit = quantity.unit
    if quantity.rule.startswith("vague"):
        return False  # "worth billions of dollars"
    if unit in ("percent", *_POINTS) or unit in _money() or unit in _units():
        return True
    if quantity.change and (unit == "time" or is_fraction(quantity)):
        return True
    return unit in _goods() or unit in ("container", "wagon", "cargo")


def is_fraction(quantity: Quantity) -> bool:
    """Say whether a quantity is a fraction that stands for a rate: "fell by a third"."""
    return quantity.rule.startswith("fraction") and not quantity.unit


_STRONG = re.compile(r";|\b(?:while|whereas|but|although|though|whilst)\b|\.\s")
# Words that may stand between a figure and the flow it belongs to: "a 5 per cent increase in", "$3 billion worth of".
_LINKS = frozenset(
    "in of for worth to the a an its their his our total annual annually yearly more less higher lower new further "
    "additional overall bilateral two-way mutual direct foreign combined average rise increase growth fall drop decline "
    "decrease reduction jump surge cut gain contraction expansion slump plunge rebound climb hike upturn dip tariff "
    "blanket import export year year-on-year on all across-the-board flat punitive retaliatory reciprocal additional "
    "emergency concessional soft interest-free low-interest long-term short-term military humanitarian development "
    "economic financial value share state government outstanding existing dollar euro yuan dollars each every per over "
    "both current trade goods surge record".split()
)
_BASE = re.compile(
    r"\b(?:from|compared\s+(?:with|to)|against|versus|vs\.?|than\s+the|as\s+against|down\s+from|up\s+from|instead\s+of)\s+"
    r"(?:(?:the|a|an|only|just|about|around|some|nearly|almost|roughly|over|under|more\s+than|less\s+than|an?\s+estimated)\s+)*$",
    re.IGNORECASE,
)
_CONVERSION = re.compile(
    r"\s*(?:\(|\[|,\s+or\s+|\s+or\s+|,?\s+equivalent\s+to\s+|/)(?:about|around|some|roughly|nearly)?\s*"
)
_EQUIVALENT = re.compile(r",?\s+(?:or\s+)?the\s+equivalent\s+of\s+(?:\w+\s+)?")
_SHARE = re.compile(
    r"\b(?:account(?:s|ed|ing)?\s+for|ma(?:de|kes?|king)\s+up|represent(?:s|ed|ing)?|compris(?:es|ed|ing)|share|proportion|"
    r"constitut(?:es|ed|ing)|equal\s+to|equivalent\s+to|takes?|took|absorb(?:s|ed)|provid(?:es|ed))\b"
)
_OF_FLOW = re.compile(r"\s+of\s")
_NEAR = 90  # characters between a flow and its number, those of its economies left out
_OF_NATIONAL = re.compile(r"\s+of\s+(?:(?:its|their|our|the|a|annual|total|national|global)\s+)*$")


def group_figures(
    text: str, start: int, end: int, quantities: Sequence[Quantity], flows: Sequence[Flow], dates: Sequence[Date]
) -> list[Figure]:
    """Give each number its flow, and put those that belong together into one figure.

    Args:
        text: the document.
        start: first character of the sentence.
        end: character after its last.
        quantities: its economic quantities, in order.
        flows: its flows, in order.
        dates: its dates, comparators left out.
    """
    pairs = _respectively(text, start, end, quantities, flows)
    figures: list[Figure] = []
    latest: dict[int, Figure] = {}
    for position, quantity in enumerate(quantities):
        before = quantities[position - 1] if position else None
        if before is not None and _is_conversion(text, before, quantity):
            continue
        chosen = pairs.get(position) if pairs else _flow_of(text, start, quantity, flows, quantities, figures)
        if chosen is None:
            continue
        part = _part(text, start, quantity, flows[chosen])
        if not part:
            continue
        figure = latest.get(chosen)
        if figure is None or not _joins(text, figure, quantity, part, dates):
            figure = Figure(flows[chosen])
            figures.append(figure)
            latest[chosen] = figure
        setattr(figure, part, quantity)
        figure.quantities.append(quantity)
    return [figure for figure in figures if figure.level or figure.rate or figure.amount or figure.base]


def _respectively(
    text: str, start: int, end: int, quantities: Sequence[Quantity], flows: Sequence[Flow]
) -> dict[int, int]:
    """ "Exports and imports rose 5% and 3% respectively": the first number is of the first flow."""
    word = text.find("respectively", start, end)
    if word < 0 or len(flows) < 2:
        return {}
    numbers = [i for i, q in enumerate(quantities) if q.end <= word]
    heads = [i for i, f in enumerate(flows) if f.at < word]
    if len(numbers) != len(heads) or not numbers or flows[heads[-1]].at > quantities[numbers[0]].start:
        return {}
    return dict(zip(numbers, heads, strict=True))


def _is_conversion(text: str, before: Quantity, quantity: Quantity) -> bool:
    """ "185.9 billion euros (215.13 billion dollars)" is one level, said twice."""
    if _EQUIVALENT.fullmatch(text, before.end, quantity.start):
        return True
    if quantity.unit == before.unit or quantity.unit not in _money() or before.unit not in _money():
        return False
    return _CONVERSION.fullmatch(text, before.end, quantity.start) is not None


def _flow_of(
    text: str,
    start: int,
    quantity: Quantity,
    flows: Sequence[Flow],
    quantities: Sequence[Quantity],
    figures: Sequence[Figure],
) -> int | None:
    ahead = next((i for i, f in enumerate(flows) if f.at >= quantity.end), None)
    if ahead is not None and _leads_to(text, quantity, flows[ahead], quantities):
        # "60 per cent of GDP" is no figure of GDP, but may be one of debt
        if flows[ahead].measure != "gdp" or quantity.unit != "percent" or quantity.change:
            return ahead
        if not _OF_NATIONAL.fullmatch(text, quantity.end, flows[ahead].start):
            return ahead
    behind = [i for i, f in enumerate(flows) if f.at < quantity.start]
    for i in reversed(behind[-2:]):
        if _is_told(text, start, flows[i], quantity, figures):
            return i
        if figures and figures[-1].flow.at == flows[i].at:
            break
    if ahead is not None and not behind and quantity.change and _opens(text, start, quantity, flows[ahead]):
        return ahead
    return None


def _opens(text: str, start: int, quantity: Quantity, flow: Flow) -> bool:
    """ "Up 5% from 1931, exports ...": a number at the head of a sentence is of the flow after its comma."""
    if flow.kind == "verb" or quantity.start - start > 24 or flow.at - quantity.end > _NEAR:
        return False
    return "," in text[quantity.end : flow.at] and not _STRONG.search(text, quantity.end, flow.at)


def _leads_to(text: str, quantity: Quantity, flow: Flow, quantities: Sequence[Quantity]) -> bool:
    """Say whether only links stand between a number and a flow after it: "5% of Peru's exports"."""
    edge = min(flow.start, flow.at)
    if edge < quantity.end:
        edge = flow.at
    if flow.kind == "verb" or any(quantity.end <= q.start < edge and q is not quantity for q in quantities):
        return False
    gap = text[quantity.end : edge]
    if len(gap) > 70 or re.search(r"[,;:()]", gap):
        return False
    words = gap.replace("-", " ").lower().split()
    return len(words) <= 6 and all(word in _LINKS or word.endswith(("'s", "’s")) for word in words)


# Words right before a number that tie it to what is said before: "stood AT", "WORTH", "AND" in a list.
_TIES = frozenset(
    "of at to by worth reached reaching reaches reach hit hitting hits totalled totaled totalling totaling totals was were is "
    "are be been being becomes valued estimated amounted amounting exceeded exceeding topped topping surpassed surpassing "
    "passed crossed from and or with than against record : ( stood stands remained remains averaged averaging equalled "
    "equaled approached approaching touched fetched brought earned registered recorded or versus for cost costing neared "
    "just only a an the another further additional almost nearly about around".split()
)
_OTHER_OBJECT = re.compile(
    r"\b(?:reduc|increas|rais|cut|lower|boost|slash|expand|improv|strengthen|enhanc|doubl|tripl|halv|limit|grow)\w*\s+"
    r"(?:the|its|our|their|his|a|an|this|these|global|all|greenhouse|carbon|emissions|energy|poverty|access)\b"
)
_OTHER_SUBJECT = re.compile(r"\b(?:who|where|whose|whom|that\s+(?:will|would|can|could|has|have))\b|\.\s|;")
_VERB_REACH = 48


def _is_told(text: str, start: int, flow: Flow, quantity: Quantity, figures: Sequence[Figure]) -> bool:
    """Say whether a number is what is said of a flow before it, and not of something else on the way."""
    last = figures[-1] if figures and figures[-1].flow.at == flow.at else None
    edge = max(last.end, min(flow.end, quantity.start)) if last else min(flow.end, quantity.start)
    gap = text[edge : quantity.start]
    if len(gap) > (120 if last else _NEAR) or _OTHER_SUBJECT.search(gap) or _OTHER_OBJECT.search(gap):
        return False
    if last:
        return True
    if flow.kind == "verb":
        sums = quantity.unit not in ("percent", *_POINTS)
        return (
            len(gap) <= _VERB_REACH and "," not in gap and (sums or bool(quantity.change)) and " to " not in f" {gap} "
        )
    if quantity.change:
        return True
    words = text[max(start, quantity.start - 48) : quantity.start].lower().split()
    words = words[: len(words) - bound_before(words).taken] if bound_before(words).taken < len(words) else []
    while words and (words[-1].endswith("ly") or words[-1] in ("already", "now", "also", "a", "an", "the", "record")):
        words.pop()
    tie = words[-1].lstrip("(") if words else ""
    return (
        not gap.strip()
        or tie in _TIES
        or tie in _directions()
        or quantity.start - flow.at < 24
        or gap.rstrip().endswith("(")
    )


@cache
def _directions() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.rows("directions"))


_RATIO = re.compile(
    r"\s+of\s+(?:(?:its|their|our|the|national|gross|annual|total)\s+)*(?:GDP|GNI|GNP|domestic|national|income|economic)\b"
)
_RATED = ("inflation", "unemployment", "deficit", "growth", "prices")


def _part(text: str, start: int, quantity: Quantity, flow: Flow) -> str:
    """Say which part of its figure a number is: level, rate, base (the level before) or amount (of change)."""
    if quantity.unit in _POINTS:
        return "amount"
    is_base = _BASE.search(text, max(start, quantity.start - 48), quantity.start) is not None
    if quantity.unit in _RATES or is_fraction(quantity):
        if quantity.change:
            return "base" if is_base else "rate"
        if quantity.unit != "percent":
            return ""
        return _part_in_percent(text, start, quantity, flow, "base" if is_base else "level")
    if is_base:
        return "base"
    return "amount" if quantity.change else "level"


def _part_in_percent(text: str, start: int, quantity: Quantity, flow: Flow, part: str) -> str:
    """A rate that is no change is a level where rates are levied, or of a share."""
    if flow.measure == "tariff":
        return part
    if flow.measure == "gdp":
        return part if text[flow.at : flow.end].lower().split()[-1] in _RATED or flow.weak else ""
    if flow.measure in ("aid", "debt", "investment"):
        return part if _RATIO.match(text, quantity.end) else ""
    if flow.measure != "trade":
        return ""
    if flow.at > quantity.start:
        return "level" if _OF_FLOW.match(text, quantity.end) else ""
    share = _SHARE.search(text, min(flow.end, quantity.start), quantity.start)
    return "level" if share and " and " not in text[flow.end : share.start()] else ""


def _joins(text: str, figure: Figure, quantity: Quantity, part: str, dates: Sequence[Date]) -> bool:
    """Say whether a number completes the figure before it, and does not begin another of the same flow."""
    if getattr(figure, part) is not None:
        return False
    last = figure.quantities[-1]
    if _STRONG.search(text, last.end, quantity.start):
        return False
    if part == "base" or figure.base is last:
        return True
    between = [d for d in dates if last.end <= d.start < quantity.start]
    behind = [d for d in dates if quantity.end <= d.start < quantity.end + 40]
    return not (between and behind and between[-1].edtf != behind[0].edtf)


def qualifier(text: str, start: int, figure: Figure) -> str:
    """Return the words that qualify a figure: "record", "more than" ...

    A record is one where the word stands between the flow and the number or right after it.
    """
    words = []
    main = figure.level or figure.rate or figure.amount
    if main is None:
        return ""
    low = min(figure.flow.at, main.start)
    if re.search(r"\brecord\b|\ball-time\s+high\b", text[max(start, low) : figure.end + 24]):
        words.append("record")
    for quantity in figure.quantities:
        if quantity is figure.base:
            continue
        before = text[max(start, quantity.start - 40) : quantity.start].lower().split()
        bound = bound_before(before)
        if bound.words and bound.words not in ("a record", "no") and bound.words not in words:
            words.append(bound.words.removeprefix("by ").removeprefix("to ").removeprefix("of "))
    return ", ".join(words)
