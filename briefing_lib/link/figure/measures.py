"""Says what a number measures where the word of its flow says too little or something else.

"Servicing them absorbs 14 per cent of EXPORT EARNINGS" is debt, "paid $5 million for a refinery" an investment.
"""

from __future__ import annotations

import re

from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.measured import Figure, masses, money
from briefing_lib.link.figure.scene import Scene

_LEAST = 1e5  # a sum below is no matter of states
_FUEL = re.compile(r"\b(?:oil|crude|gas|coal|LNG|petroleum|barrels?|OPEC|fields?|wells?|uranium|electricity)\b")
_TAKES = ("took", "take", "takes", "taken", "received", "receives", "receive", "accepted", "got")
_GOODS_TAKEN = re.compile(r"(?:\s+worth)?\s+of\s|\s+in\s+(?:goods|exports|wages|taxes|fees)\b|['’]s?\s+worth\b")


def _is_sum_taken(scene: Scene, figure: Figure) -> bool:
    """ "took $5 million FROM PERU" for a road: a sum that a state hands another, and no goods."""
    flow, level = figure.flow, figure.level
    if flow.kind != "verb" or flow.word not in _TAKES or flow.commodity or not flow.partner or level is None:
        return False
    if level.unit not in money() or level.value < _LEAST or _GOODS_TAKEN.match(scene.text, level.end):
        return False
    return _FROM_STATE.match(scene.text, level.end, scene.end) is not None


_FROM_STATE = re.compile(r"\s+from\s+(?:the\s+)?(?:[A-Z][\w’'-]+\s+){1,3}(?:in\s+\d{4}\s+)?for\s")
_BUYS = ("paid", "pays", "pay", "paying", "bought", "buys", "buy", "buying", "acquired")
# "paid $2.6 billion FOR ITS SLICE of a gas field"
_STAKE = re.compile(
    r"\s+for\s+(?:[\w’'-]+\s+){1,3}?(?:stakes?|slices?|shareholding|field|refinery|mines?|port|company|bank|plant|licences?|licenses?|rights)\b"
)


def of_economy(scene: Scene, figure: Figure) -> Flow:
    """Return the flow of a figure; "output would shrink by 3%" where nothing speaks of fuel is that of the economy."""
    flow = figure.flow
    if _is_sum_taken(scene, figure):
        return flow._replace(measure="aid" if flow.word.startswith("rec") else "debt", flow="", needs_goods=False)
    if flow.kind == "verb" and flow.word in _BUYS and _STAKE.match(scene.text, figure.end):
        return flow._replace(measure="investment", flow="", commodity="", needs_goods=False)
    if flow.measure == "trade" and flow.flow == "export" and _is_debt_service(scene, figure):
        return flow._replace(measure="debt", flow="", commodity="", scope="whole")
    bare = flow.measure == "energy" and flow.word == "output" and not flow.commodity
    before = scene.before.start if scene.before else scene.start
    if bare and figure.level and figure.level.unit in masses() and _FUEL.search(scene.text, before, scene.end):
        return flow._replace(weak=False)
    if not bare or figure.rate is None or figure.level or figure.rate.unit != "percent":
        return flow
    return flow if _FUEL.search(scene.text, before, scene.end) else flow._replace(measure="gdp", weak=False)


# "SERVICING them absorbs 14 per cent of export earnings", "the PROPORTION may reach 19 per cent"
_SERVICE = re.compile(
    r"\b(?:[Ss]ervic(?:ing|es?)\b[^.;]{0,40}\b(?:debts?|them|it|loans?)|[Dd]ebt[\s-]servic\w+|[Rr]epay(?:ing|ments?)|[Ii]nterest\s+payments?|[Pp]ayments?\s+(?:that\s+)?(?:falling|fall)\s+due)\b"
)
_EARNINGS = re.compile(
    r"\s+of\s+(?:[\w’'-]+\s+){0,3}(?:export|foreign[\s-]exchange)\s+(?:earnings|income|receipts|revenues?)\b"
)


def _is_debt_service(scene: Scene, figure: Figure) -> bool:
    """Say whether a share of export earnings is what debts cost."""
    if figure.level is None or figure.level.unit != "percent":
        return False
    if not _EARNINGS.search(scene.text, scene.start, scene.end):
        return False
    return _SERVICE.search(scene.text, scene.start, figure.start) is not None
