"""Says which figures are of an economy: a word that many things have, such as "sales", needs one beside it."""

from __future__ import annotations

from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.idle import EARNS
from briefing_lib.link.figure.measured import energy_units, masses, money
from briefing_lib.link.figure.pointed import Told
from briefing_lib.link.figure.told import Parties

_SENT = (
    "sale",
    "sales",
    "purchase",
    "purchases",
    "procurement",
    "order",
    "orders",
    "shipments",
    "shipment",
    "deliveries",
    "supplies",
    "cargoes",
)


def is_statistic(flow: Flow, parties: Parties, unit: str, beside: bool, known: bool) -> bool:
    """Say whether a figure is one of an economy.

    Args:
        flow: its flow, as its own words have it.
        parties: its reporter and partner.
        unit: the unit of its level, or of its change.
        beside: whether a figure of trade between the same two stands beside it.
        known: whether it was told who receives aid or credit.

    >>> flow = Flow(0, 5, 0, "trade", "export", "", "", "", True, "noun", word="sales")
    >>> is_statistic(flow, Parties("", "", False), "USD", False, False)
    False
    """
    if flow.kind == "hint":
        return bool(parties.reporter or parties.partner)
    goods = flow.commodity or unit in energy_units() or flow.kind == "verb" and unit in masses()
    if flow.needs_goods and flow.measure == "trade" and not (goods or beside):
        return False  # "received $5 million from Peru" may be a gift
    if flow.measure in ("contract", "sanctions") and unit in money():
        return not flow.weak or flow.kind == "noun" or bool(parties.reporter or parties.partner)
    if flow.measure in ("price", "reserves", "remittances", "gdp", "debt") and flow.kind == "noun" and not flow.weak:
        return True  # "Brent fell 2 per cent": of no country
    if flow.measure == "transit":
        return bool(parties.reporter) and (flow.kind == "noun" or bool(flow.commodity))
    if flow.measure == "energy":
        if unit in energy_units() and parties.reporter:
            return True  # "Output has since tumbled to 800,000 barrels a day"
        if not flow.commodity or flow.kind == "verb":
            return not flow.weak and bool(parties.reporter)  # no "raised their production tenfold"
    if flow.kind == "verb" and flow.weak and flow.measure in ("aid", "tariff", "debt"):
        if flow.measure == "tariff":
            return unit == "percent"
        given = (flow.partner or known) and flow.reporter or flow.partner and flow.measure == "aid" and parties.reporter
        return bool(given and (unit in money() or flow.measure == "aid" and unit in masses() and flow.partner))
    if flow.word in EARNS and flow.kind == "verb":
        return bool(flow.commodity and parties.reporter)
    if flow.kind == "verb" and flow.weak and not (parties.partner or goods):
        return False  # "delivered on its goal of $5bn"
    if flow.word in ("deficit", "surplus"):
        return bool(flow.partner)
    if flow.weak and flow.commodity and flow.word in _SENT and parties.reporter:
        return True  # "Garment shipments brought in $5 million"
    if flow.weak and not beside:
        return bool(parties.reporter or parties.partner) and bool(flow.reporter or flow.partner)
    return bool(parties.reporter or parties.partner) or flow.measure in ("trade", "tariff")


def goes_on(told: Told | None, flow: Flow, parties: Parties, position: int) -> bool:
    """Say whether a verb tells of one more buyer or seller after the sentence before: "Italy took 3 tons"."""
    if told and flow.kind == "noun" and flow.weak and flow.flow == told.flow.flow and position - told.sentence <= 1:
        return bool(parties.reporter) and flow.measure == told.flow.measure  # "Exports fell. Shipments dropped 5%"
    if told is None or flow.kind != "verb" or told.flow.measure != "trade" or position - told.sentence > 1:
        return False
    shared = {told.parties.reporter, told.parties.partner} & {parties.reporter, parties.partner} - {""}
    return bool(shared and flow.reporter and parties.partner)
