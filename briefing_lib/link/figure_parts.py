"""Says which part of its figure a number is: the level, the rate of change, the level before, or a change as a sum."""

from __future__ import annotations

import re

from briefing_lib.link.flows import Flow
from briefing_lib.link.measured import POINTS, RATES, is_fraction
from briefing_lib.link.ties import OF_GOODS, SHARE
from briefing_lib.tables import Quantity

BASE = re.compile(
    r"\b(?:from|compared\s+(?:with|to)|against|versus|vs\.?|than\s+the|as\s+against|down\s+from|up\s+from|instead\s+of)\s+"
    r"(?:(?:the|a|an|revised|upwardly|downwardly|previous|earlier|record|only|just|about|around|some|nearly|almost|roughly|over|under|more\s+than|less\s+than|an?\s+estimated|(?:\w+\s+)?(?:peak|high|low|level|total|rate|figure|value)\s+of)\s+)*$",
    re.IGNORECASE,
)
_OF_FLOW = re.compile(r"\s+of\s")
_RATIO = re.compile(
    r"\s+of\s+(?:(?:its|their|our|the|national|gross|annual|total|[A-Z][\w’'-]+)\s+)*(?:GDP|GNI|GNP|domestic|national|income|economic|(?:\w+\s+)?budget|(?:\w+\s+)?revenues?|(?:public\s+)?spending)\b"
)
_RATED = ("inflation", "unemployment", "deficit", "growth", "prices")


def part_of(text: str, start: int, quantity: Quantity, flow: Flow) -> str:
    """Say which part of its figure a number is: level, rate, base (the level before) or amount (of change)."""
    if quantity.unit in POINTS:
        return "amount"
    if flow.kind == "hint" and not quantity.change:
        return "level"
    is_base = BASE.search(text, max(start, quantity.start - 48), quantity.start) is not None
    if quantity.unit in RATES or is_fraction(quantity):
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
    if flow.measure == "investment" and flow.at > quantity.start:
        return "level" if _OF_FLOW.match(text, quantity.end) else ""  # "a third of all foreign investment"
    if (
        flow.measure in ("aid", "debt", "investment")
        and flow.at > quantity.start
        and _OF_FLOW.match(text, quantity.end)
    ):
        return "level"  # "holds 40 per cent of Peru's external debt"
    if flow.measure in ("aid", "debt", "investment", "remittances", "reserves"):
        return part if _RATIO.match(text, quantity.end) else ""
    if flow.measure != "trade":
        return ""
    if flow.kind == "verb":
        return part if OF_GOODS.match(text, quantity.end) else ""
    if flow.at > quantity.start:
        return "level" if _OF_FLOW.match(text, quantity.end) else ""
    if _SHARE_OF.search(text, max(start, flow.start - 12), flow.at):
        return "level"  # "India's SHARE OF Africa's trade doubled, to 6.4 per cent"
    if _RATIO.match(text, quantity.end):
        return "level"  # "raise exports to 50 per cent of GDP"
    if _OF_TOTAL.match(text, quantity.end):
        return "level"  # "exports to Peru were 65 per cent of the total"
    share = SHARE.search(text, min(flow.end, quantity.start), quantity.start)
    if share and text.endswith("and ", flow.end, share.start()):
        return ""
    return "level" if share else ""


_SHARE_OF = re.compile(r"\b(?:share|proportion|percentage)\s+(?:of|in)\b")
_OF_TOTAL = re.compile(r"\s+of\s+(?:the\s+(?:\w+\s+)?total|its|their|all)\b")
