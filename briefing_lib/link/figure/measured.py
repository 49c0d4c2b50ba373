"""The numbers that can measure an economy, and the figure they make up together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.number.nouns import singular
from briefing_lib.link.figure.flows import Flow
from briefing_lib.tables import Quantity

_TIMES = 20  # "20,000 times larger" compares two economies, and is no growth
POINTS = ("percentage point", "basis point")
RATES = ("percent", "time")


@dataclass
class Figure:
    """Numbers that say one thing of one flow."""

    flow: Flow
    level: Quantity | None = None
    rate: Quantity | None = None
    base: Quantity | None = None
    amount: Quantity | None = None  # a change as a sum: "rose by $5bn"
    converted: int = 0  # character after the same sum in another currency: "4bn shillings ($46 million)"
    upper: Quantity | None = None  # upper end of a range: "6 to 7.5 per cent"
    quantities: list[Quantity] = field(default_factory=list)

    @property
    def main(self) -> Quantity:
        """The number that says most: the level, else the rate."""
        return self.level or self.rate or self.amount or self.quantities[0]

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
def masses() -> frozenset[str]:
    """Return the units of weight, volume and freight.

    >>> "tonne" in masses(), "megawatt" in masses()
    (True, False)
    """
    names = {row["unit"] for row in lexicon.rows("units") if row["kind"] in ("mass", "volume", "freight")}
    return frozenset(names | {f"{name} per day" for name in names})


@cache
def energy_units() -> frozenset[str]:
    """Return the units of energy, gas and oil."""
    names = {row["unit"] for row in lexicon.rows("units") if row["kind"] in ("energy", "volume")}
    return frozenset(names | {f"{name} per day" for name in names})


@cache
def money() -> frozenset[str]:
    """Return the units that are money: ISO 4217 codes, and nouns such as "peso" whose country is not known."""
    return frozenset(
        {row["unit"] for row in lexicon.rows("currencies")} | {row["unit"] for row in lexicon.rows("currency_places")}
    )


@cache
def _goods() -> frozenset[str]:
    words = [row["word"].rpartition(" ")[2] for row in lexicon.rows("commodities") if row["counted"]]
    return frozenset(singular(word) or word for word in words)


@cache
def _economic() -> frozenset[str]:
    cases = ("container", "wagon", "cargo", "bag", "bale", "sack")
    return frozenset({"percent", *POINTS, *cases} | money() | _units() | _goods())


@cache
def _weapons() -> frozenset[str]:
    words = [row["word"].rpartition(" ")[2] for row in lexicon.rows("commodities") if row["counted"] == "arms"]
    return frozenset(singular(word) or word for word in words)


def is_weapon(quantity: Quantity) -> bool:
    """Say whether a quantity counts weapons.

    >>> is_weapon(Quantity("d", "d#1", 0, 8, "12 tanks", 12.0, "tank", "=", "", ""))
    True
    """
    return quantity.unit in _weapons()


def is_economic(quantity: Quantity) -> bool:
    """Say whether a quantity can be a figure of trade: money, a rate, a weight or volume, goods by the piece.

    >>> is_economic(Quantity("d", "d#1", 0, 2, "5%", 5.0, "percent", "=", "", ""))
    True
    >>> is_economic(Quantity("d", "d#1", 0, 6, "5 days", 5.0, "day", "=", "", ""))
    False
    """
    unit = quantity.unit
    if not unit and not quantity.change:
        return False
    if quantity.rule.startswith("vague"):
        return False  # "worth billions of dollars"
    if unit in _economic():
        return True
    return quantity.change != "" and (unit == "time" and quantity.value <= _TIMES or is_fraction(quantity))


# "230.5 million", "112m": a number that large is no plain count
_SCALED = re.compile(
    r"\d[\d.,]*\s?-?(?:millions?|billions?|trillions?|bn|mn|m|tn|crore|lakh)\Z|\w+ (?:million|billion)\Z"
)
_UNIT_REACH = 400  # characters


# "grew 3 per cent, ESTONIA'S 2.8 per cent, and IN SWEDEN 1.7": an economy right behind the rate of another
GAPPED = re.compile(
    r"(?:,\s+(?:and\s+)?|\s+and\s+)(?:(?:in|for|of)\s+)?(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}(?:['’]s?)?\s+(?:by\s+)?"
)
_DECIMAL = re.compile(r"\d+[.,]\d{1,2}")
_ENDS = re.compile(r"\s*(?:[.;)](?:\s|$)|,\s|and\s)")


def _is_rate(text: str, quantity: Quantity) -> bool:
    """Say whether a bare number can be a rate whose unit stands before it: "Sweden 1.7", "and LATVIA 8."."""
    if _DECIMAL.fullmatch(quantity.text):
        return True
    return quantity.text.isdigit() and quantity.value <= 100 and _ENDS.match(text, quantity.end) is not None


_CONVERTED = re.compile(r"\s*[(\[](?:\w+\s+){0,2}")
# "a YEN loan of 30 billion"
_LOAN_OF = re.compile(
    r"\b([a-z]+)[\s-]+(?:denominated\s+)?(?:loans?|bonds?|credits?|facility|swap|notes|eurobonds?|debts?|deposit)\s+(?:of|worth|for|totall?ing)\s+(?:\w+\s+)?$"
)


@cache
def _currency_words() -> dict[str, str]:
    return {row["word"]: row["unit"] for row in lexicon.rows("currencies") if row["place"] != "before"}


def _currency_of(text: str, at: int) -> str:
    """Return the currency that a loan told of before a number is in: "a yen loan of 30 billion"."""
    hit = _LOAN_OF.search(text, max(0, at - 48), at)
    return _currency_words().get(hit[1], "") if hit else ""


def with_unit_before(text: str, quantities: Sequence[Quantity]) -> Sequence[Quantity]:
    """Give a bare number in millions the unit of the sum or weight before it in its paragraph.

    >>> text = "Sales were 5 million dollars and purchases 3 million."
    >>> sale = Quantity("d", "d#1", 11, 28, "5 million dollars", 5e6, "USD", "=", "", "")
    >>> bought = Quantity("d", "d#1", 43, 52, "3 million", 3e6, "", "=", "", "")
    >>> [q.unit for q in with_unit_before(text, [sale, bought])]
    ['USD', 'USD']
    """
    last: Quantity | None = None
    given: list[Quantity] | None = None
    for at, quantity in enumerate(quantities):
        if quantity.unit == "time" and quantity.rule.endswith("no unit"):
            quantity = quantity._replace(unit="")  # "doubled to 64.1 billion"
        told = None if quantity.unit or not _SCALED.match(quantity.text) else _currency_of(text, quantity.start)
        if told:
            given = list(quantities) if given is None else given
            last = given[at] = quantity._replace(unit=told)
            continue
        rated = quantities[at - 1] if given is None else given[at - 1]
        decimal = not quantity.unit and not quantity.change and _is_rate(text, quantity)
        if at and decimal and rated.unit == "percent" and GAPPED.fullmatch(text, rated.end, quantity.start):
            given = list(quantities) if given is None else given
            given[at] = quantity._replace(unit="percent")  # "Estonia 2.8 per cent, SWEDEN 1.7"
            continue
        if quantity.unit:
            if last is not None and _CONVERTED.fullmatch(text, last.end, quantity.start):
                continue  # "6.3 billion marks (about $3.4 billion), against 6.8 billion"
            if quantity.unit in money() or quantity.unit in _units():
                last = quantity
            continue
        if last is None or quantity.start - last.end > _UNIT_REACH:
            continue
        if not (_SCALED.match(quantity.text) or last.unit in _units() and _is_one_more(text, last, quantity)):
            continue
        if "\n" in text[last.end : quantity.start] or text[last.end : quantity.start].strip() == "(":
            continue
        given = list(quantities) if given is None else given
        last = given[at] = quantity._replace(unit=last.unit)
    return quantities if given is None else given


_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
# "sold Peru 5,000 tons, CHILE 3,000", "fell to 5,000 tons in May FROM 7,300", "5,000 tons to Peru, 3,000 TO CHILE"
_ONE_MORE = re.compile(
    r"(?:[^.;\d]|\d{4}\b){0,60}?(?:(?:,\s+(?:and\s+)?|\s+and\s+)(?:(?:in|for|of|to)\s+)?(?:the\s+)?"
    r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}(?:['’]s?)?|\b(?:from|against|compared\s+with|versus|than))\s+"
    r"(?:(?:about|only|some|nearly|almost|just|another|over|under|around)\s+)?"
)
_TO_NAME = re.compile(r"\s+(?:to|for|from)\s+(?:the\s+)?[A-Z]")


def _is_one_more(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Say whether a bare number of thousands is one more weight or volume of the list or comparison before it."""
    if _THOUSANDS.fullmatch(quantity.text) is None:
        return False
    if _ONE_MORE.fullmatch(text, last.end, quantity.start):
        return True
    return _LIST_GAP.fullmatch(text, last.end, quantity.start) is not None and bool(_TO_NAME.match(text, quantity.end))


_LIST_GAP = re.compile(r"(?:[^.;\d]|\d{4}\b){0,60}?(?:,|\band)\s+(?:\w+\s+)?")
_FRACTION = re.compile(
    r"(?:[\w/]+[\s-]+)?(?:half|halves|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth)s?\b", re.I
)


def with_shares(quantities: Sequence[Quantity]) -> Sequence[Quantity]:
    """Read fractions that are no change as shares in per cent: "half of its gas", "a third of them".

    >>> half = Quantity("d", "d#1", 0, 15, "half of its gas", 0.5, "gas", "=", "", "fraction with count")
    >>> with_shares([half])[0][4:7]
    ('half', 50.0, 'percent')
    """
    given: list[Quantity] | None = None
    for at, quantity in enumerate(quantities):
        if quantity.change or not quantity.rule.startswith("fraction") or quantity.unit in _NO_SHARE:
            continue
        words = _FRACTION.match(quantity.text)
        if words is None:
            continue
        given = list(quantities) if given is None else given
        given[at] = quantity._replace(
            end=quantity.start + words.end(), text=words.group(), value=round(quantity.value * 100, 4), unit="percent",
            rule="fraction with share",
        )  # fmt: skip
    return quantities if given is None else given


_NO_SHARE = ("percentage point", "basis point", "time", "hour", "day", "week", "month", "year", "decade", "century")


def is_fraction(quantity: Quantity) -> bool:
    """Say whether a quantity is a fraction that stands for a rate: "fell by a third"."""
    return quantity.rule.startswith("fraction") and not quantity.unit


_PER_UNIT = re.compile(
    r"\s*(?:(?:a|per|each|/)\s*)(?:(?:thousand|1,?000|hundred|100|metric|long|short|cubic|troy|one)\s+)*"
    r"(?:tonnes?|tons?|mt|barrels?|bbl|bushels?|kilos?|kg|kilograms?|kilogrammes?|pounds?|lb|ounces?|oz|bags?|bales?|litres?|gallons?|"
    r"metres?|cubic\b|mmbtu|MWh|megawatt|kilowatt|kWh|therms?|head|quintals?)\b",
    re.IGNORECASE,
)


def is_unit_price(text: str, quantity: Quantity) -> bool:
    """Say whether a sum is the price of a unit: "$44 per 1,000 cubic metres".

    >>> is_unit_price("sold at $44 a barrel", Quantity("d", "d#1", 8, 11, "$44", 44.0, "USD", "=", "", ""))
    True
    """
    return quantity.unit in money() and _PER_UNIT.match(text, quantity.end) is not None
