"""Says which part of its figure a number is: the level, the rate of change, the level before, or a change as a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.measured import POINTS, RATES, Figure, is_fraction
from briefing_lib.link.figure.ties import OF_GOODS, SHARE
from briefing_lib.tables import Quantity

BASE = re.compile(
    r"\b(?:from|compared\s+(?:with|to)|against|versus|vs\.?|than\s+the|as\s+against|down\s+from|up\s+from|instead\s+of)\s+"
    r"(?:(?:the|a|an|revised|upwardly|downwardly|previous|earlier|record|only|just|about|around|some|nearly|almost|roughly|over|under|more\s+than|less\s+than|an?\s+estimated|(?:\w+\s+)?(?:peak|high|low|level|total|rate|figure|value)\s+of)\s+)*$",
    re.IGNORECASE,
)
# ", DOWN FROM a peak of 7.9 per cent", " in 1978, AGAINST 54 per cent": what stands right behind a level of its kind
_BEHIND = re.compile(r"[^;:.]{0,90}?(?:,\s+|\s+)(?:and\s+)?$")
_OTHER = re.compile(r"\b(?:while|whereas|but|although|though|fell|rose|grew|dropped|climbed|jumped|which|who)\b")
# "grew by 0.3 per cent, AFTER 6.1 per cent THE YEAR BEFORE"
_AFTER = re.compile(
    r"\b(?:after|following|against|compared\s+with|from)\s+(?:(?:growth|expansion|an?\s+(?:rise|increase|gain|fall|drop|decline))\s+of\s+)?"
    r"(?:about\s+|some\s+|around\s+|only\s+|a\s+revised\s+)?$"
)
_TO_LEVEL = re.compile(r"(?:\s+(?:in|over|during)\s+[^,;.\d]{3,40})?,?\s+to\s+(?:[a-z]+\s+){0,2}")
_EARLIER = re.compile(
    r"\s+(?:in\s+|for\s+)?(?:(?:the|a)\s+(?:year|quarter|month|decade)\s+(?:before|earlier|ago)|the\s+previous\s+\w+"
    r"|(?:\w+\s+){0,3}?\d{4}\b|last\s+\w+|the\s+(?:first|second|third|fourth)\b)"
)
_REACH = 100  # characters
_OF_FLOW = re.compile(r"\s+of\s")
_RATIO = re.compile(
    r"\s+of\s+(?:(?:its|their|our|the|national|gross|annual|total|\d{4}|[A-Z][\w’'-]+)\s+)*(?:GDP|GNI|GNP|domestic|national|income|economic|(?:\w+\s+)?budget|(?:\w+\s+)?revenues?|(?:public\s+)?spending)\b"
)
_RATED = ("inflation", "unemployment", "deficit", "growth", "prices")


def joined_part(text: str, start: int, figure: Figure, quantity: Quantity) -> str:
    """Say whether a number behind a figure is the level or the rate before it, whatever flow is named: "base" or "".

    Args:
        text: the document.
        start: first character of the sentence.
        figure: the figure just told.
        quantity: the number behind its last.

    >>> text = "It sold 38 per cent of its tea to Peru, down from 54 per cent in 1965."
    >>> first = Quantity("d", "d#1", 8, 19, "38 per cent", 38.0, "percent", "=", "", "")
    >>> told = Figure(Flow(3, 7, 3, "trade", "export", "", "", "", False, "verb"), level=first, quantities=[first])
    >>> joined_part(text, 0, told, Quantity("d", "d#1", 50, 61, "54 per cent", 54.0, "percent", "=", "", ""))
    'base'
    """
    last = figure.quantities[-1]
    bare = figure.flow.kind == "hint" and last is figure.rate and figure.level is None and quantity.unit != "percent"
    if bare and not quantity.change and _TO_LEVEL.fullmatch(text, last.end, quantity.start):
        return "level"  # "Cotton slipped 4 per cent TO $5 million"
    if figure.base is not None or quantity.change or quantity.start - last.end > _REACH:
        return ""
    low = max(last.end, quantity.start - _REACH)
    if last is figure.level and last.unit == quantity.unit and not last.change:
        lead = BASE.search(text, low, quantity.start)
        told = lead is not None and _BEHIND.fullmatch(text, last.end, lead.start())
        hint = figure.flow.kind == "hint" or quantity.unit == "percent"
        return "base" if told and hint and not _OTHER.search(text, last.end, quantity.start) else ""
    if last is figure.rate and figure.level is None and last.unit == quantity.unit == "percent":
        after = _AFTER.search(text, low, quantity.start)
        return "base" if after and _EARLIER.match(text, quantity.end) and after.start() - last.end < 30 else ""
    return ""


def is_rate_to(text: str, figures: Sequence[Figure], before: Quantity, quantity: Quantity) -> bool:
    """Say whether a change that no flow holds is that of its level: "Fish products slipped 4 PER CENT TO $5 million".

    Args:
        text: the document.
        figures: the figures made of the numbers before.
        before: the change.
        quantity: the level behind it.
    """
    taken = figures and figures[-1].quantities[-1] is before
    if taken or before.unit != "percent" or not before.change or quantity.unit == "percent":
        return False
    return _TO_LEVEL.fullmatch(text, before.end, quantity.start) is not None


def dated_rate(figure: Figure, quantity: Quantity) -> Quantity:
    """Return the number before a rate as a change that went the same way: "grew by 1 per cent, after 6 per cent"."""
    if figure.rate is not None and figure.level is None:
        return quantity._replace(change=figure.rate.change)
    return quantity


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
    if flow.measure == "gdp" and flow.word == "growth" and part == "level":
        return "rate"  # growth is a change, however it is put: "growth is forecast at 3 per cent"
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


_SHARE_OF = re.compile(r"\b(?:(?:share|proportion|percentage)\s+(?:of|in)|(?:part|weight|slice)\s+in)\b")
_OF_TOTAL = re.compile(r"\s+of\s+(?:the\s+(?:\w+\s+)?total|its|their|all)\b")
