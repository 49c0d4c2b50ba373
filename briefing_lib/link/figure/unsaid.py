"""Finds what a number is of where no noun or verb of a flow holds it: it goes on with the figure before, or words hint.

"Zambia's debt is $12 billion. Half is owed to China", "Its neighbour admits to $760 million".
"""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon
from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.implied import implied
from briefing_lib.link.figure.measured import is_fraction, is_weapon, masses, money
from briefing_lib.link.figure.pointed import Told
from briefing_lib.link.figure.scene import Scene
from briefing_lib.tables import Quantity

_ENDS = re.compile(r"\s*(?:[.,;:]|$)|\s+and\s+(?:the\s+)?[A-Z]")
_LEAST = 1e5  # a sum below is somebody's wage or a ticket
_NEAR = 2  # sentences over which a figure goes on without being named
# "half of it FREE", "three-fifths WENT TO Chile", "four-fifths of it TO the Paris Club", "a third of them FROM Peru"
_PART_OF_TOLD = re.compile(
    r"(?:\s+of\s+(?:it|them|that|this|these|those|which|the\s+(?:total|sum|amount|money|debt|loans?|aid|oil|gas)))?\s*,?\s+"
    r"(?:(?:is|was|are|were|will\s+be)\s+(?:owed|bound|destined|sent|sold|held|lent|bought|paid|supplied)|(?:went|goes|go|came|comes|come|flowed)\b|"
    r"(?:to|from|by)\s+(?:the\s+)?[A-Z])|\s+of\s+(?:it|them|that|this|which)\b"
)
_OF_WHICH = re.compile(r",\s+of\s+which\s+(?:\w+\s+)?$")  # "totalled $5bn, OF WHICH 58 per cent is in mining"
# "30 per cent OF WHAT WE SELL abroad"
_OF_WHAT = re.compile(
    r"\s+of\s+(?:what|everything|all|all\s+that|the\s+\w+)\s+(?:that\s+)?(?:[\w’'-]+\s+){1,4}?"
    r"(sells?|sold|exports?|exported|ships?|shipped|buys?|bought|imports?|imported|orders?|ordered|consumes?)\b"
)
# "Japan TOOK almost half"
_TAKES = re.compile(
    r"\b(?:took|takes|bought|buys|supplied|supplies|account(?:s|ed)?\s+for|absorbed|received|holds|held|ma(?:de|kes?)\s+up|represent(?:s|ed)|supply)\s+(?:\w+\s+){0,2}$"
)

# "Spain LEADS WITH 21 per cent"
_LEADS = re.compile(
    r"\b(?:leads?|led|leading|comes?\s+first|came\s+first|heads?\s+the\s+(?:list|table)|is\s+first|ranks?\s+first|ahead|"
    r"c[ao]mes?\s+(?:second|next|third)|follows|followed)\s*,?\s+with\s+(?:\w+\s+){0,2}$"
)


def unsaid(scene: Scene, quantity: Quantity, told: Told | None, before: Flow | None) -> Flow | None:
    """Return the flow of a number that none of its sentence holds, or None.

    Args:
        scene: its sentence.
        quantity: the number.
        told: the figure before it in the paragraph, of an earlier sentence.
        before: the flow of the figure before it in the sentence.
    """
    near = told if told and scene.position - told.sentence <= _NEAR else None
    if (told_by_verb := implied(scene, quantity, near, before)) is not None:
        return told_by_verb
    if is_share(quantity) and (sold := _OF_WHAT.match(scene.text, quantity.end)):
        return _flow(quantity, ("trade", "export" if sold[1][:2] in ("se", "so", "ex", "sh") else "import"))
    if is_share(quantity):
        whole = before or (near.flow if near else None)
        return _again(whole, quantity) if whole and is_part(scene.text, quantity, scene.start) else None
    if is_weapon(quantity) and quantity.value > 1:
        whole = before or (near.flow if near else None)
        hinted = whole is not None and whole.measure in ("trade", "arms", "contract")
        return _flow(quantity, ("arms", "")) if hinted else None
    if not _is_large(quantity):
        return None
    hint = _hint(scene)
    if hint:
        return _flow(quantity, hint)
    if near and _goes_on(near, quantity):
        return _again(near.flow, quantity)
    return None


def is_share(quantity: Quantity) -> bool:
    """Say whether a quantity can be a part of the figure before: a rate or a fraction that is no change."""
    return not quantity.change and (quantity.unit == "percent" or is_fraction(quantity))


def is_part(text: str, quantity: Quantity, start: int) -> bool:
    """Say whether a share is told as one of what was told before: "half of it", "a third went to Peru".

    >>> text = "Half of it went to Chile."
    >>> is_part(text, Quantity("d", "d#1", 0, 4, "Half", 0.5, "", "=", "", "fraction with no unit"), 0)
    True
    """
    if _PART_OF_TOLD.match(text, quantity.end) or _OF_WHICH.search(
        text, max(start, quantity.start - 24), quantity.start
    ):
        return True
    ends = _ENDS.match(text, quantity.end)
    if ends is not None and _LEADS.search(text, max(start, quantity.start - 40), quantity.start):
        return True
    return ends is not None and _TAKES.search(text, max(start, quantity.start - 40), quantity.start) is not None


def _is_large(quantity: Quantity) -> bool:
    unit = quantity.unit
    return unit in money() and abs(quantity.value) >= _LEAST or unit in masses() and abs(quantity.value) >= 100


@cache
def _hints() -> lexicon.Matcher[tuple[str, str]]:
    rows = lexicon.rows("figure_hints")
    table = {row["word"]: (row["measure"], row["flow"]) for row in rows}
    return lexicon.Matcher(table | {word[0].upper() + word[1:]: value for word, value in table.items()})


def _hint(scene: Scene) -> tuple[str, str] | None:
    """Return the measure that the words of a sentence hint at, the first that any does."""
    return next((value for _, _, value, _ in _hints().find(scene.text, scene.start, scene.end)), None)


def _flow(quantity: Quantity, hint: tuple[str, str]) -> Flow:
    at = quantity.start
    return Flow(at, at, at, hint[0], hint[1], "", "", "", False, "hint")


def _goes_on(told: Told, quantity: Quantity) -> bool:
    """Say whether a sum can be of the flow told before: money after money, weights after weights."""
    return told.flow.measure in (
        "trade",
        "debt",
        "aid",
        "investment",
        "arms",
        "contract",
        "energy",
    ) and quantity.unit in (money() if told.money else masses())


def _again(flow: Flow, quantity: Quantity) -> Flow:
    return flow._replace(
        start=quantity.start, end=quantity.start, at=quantity.start, kind="hint", reporter="", partner="", weak=False,
        needs_goods=False,
    )  # fmt: skip
