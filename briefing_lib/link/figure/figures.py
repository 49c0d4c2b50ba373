"""Groups the numbers of a sentence into figures: each a flow with its level, its change and the level before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefing_lib.find.number.bounds import bound_before
from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.measured import GAPPED, Figure, money
from briefing_lib.link.figure.parts import BASE, dated_rate, is_rate_to, joined_part, part_of
from briefing_lib.link.figure.ties import STRONG, flow_of
from briefing_lib.tables import Date, Quantity

_CONVERSION = re.compile(
    r"\s*(?:\(|\[|,\s+or\s+|\s+or\s+|,?\s+equivalent\s+to\s+|/)(?:(?:about|around|some|roughly|nearly|approximately|almost|or|equal\s+to|equivalent\s+to)\s+)*\s*"
)
_EQUIVALENT = re.compile(r",?\s+(?:or\s+)?the\s+equivalent\s+of\s+(?:\w+\s+)?")
_PER = re.compile(r"\s+(?:per|for\s+(?:each|every)|a)\s+|\s*/\s*")


def group_figures(
    text: str,
    start: int,
    end: int,
    quantities: Sequence[Quantity],
    flows: Sequence[Flow],
    dates: Sequence[Date],
    otherwise: Callable[[Quantity, Flow | None], Flow | None] = lambda quantity, before: None,
) -> list[Figure]:
    """Give each number its flow, and put those that belong together into one figure.

    Args:
        text: the document.
        start: first character of the sentence.
        end: character after its last.
        quantities: its economic quantities, in order.
        flows: its flows, in order.
        dates: its dates, comparators left out.
        otherwise: gives the flow of a number that none of them holds, if it has one; it is told the flow before.
    """
    named, flows = flows, list(flows)
    pairs = _respectively(text, start, end, quantities, flows)
    figures: list[Figure] = []
    latest: dict[int, Figure] = {}
    for position, quantity in enumerate(quantities):
        before = quantities[position - 1] if position else None
        if before is not None and _PER.fullmatch(text, before.end, quantity.start):
            continue  # "$450 PER 1,000 cubic metres"
        if before is not None and _is_conversion(text, before, quantity):
            if figures and figures[-1].quantities[-1] is before:
                bracket = text.startswith(")", quantity.end)
                figures[-1].converted = quantity.end + bracket
            continue
        if (
            before is not None
            and figures
            and figures[-1].quantities[-1] is before
            and _is_upper(text, start, before, quantity)
        ):
            figures[-1].upper = quantity
            continue
        if figures and _is_bracketed(text, figures[-1], quantity, dates):
            figures[-1].base = quantity
            figures[-1].quantities.append(quantity)
            continue
        if before is not None and figures and figures[-1].quantities[-1] is before:
            part = joined_part(text, start, figures[-1], quantity)
            if part:
                setattr(figures[-1], part, quantity if part != "base" else dated_rate(figures[-1], quantity))
                figures[-1].quantities.append(quantity)
                continue
        if figures and before is not None and _is_gapped_share(text, figures[-1], before, quantity):
            figures.append(Figure(figures[-1].flow, level=quantity, quantities=[quantity]))
            continue
        chosen = pairs.get(position) if pairs else flow_of(text, start, quantity, named, quantities, figures)
        part = ""
        if chosen is not None:
            quantity = _like_the_rate_before(text, quantity, latest.get(chosen))
            part = part_of(text, start, quantity, flows[chosen])
        if chosen is None or not part:
            if _is_apposed_rate(text, figures, quantity):
                figures[-1].rate = quantity
                figures[-1].quantities.append(quantity)
                continue
            hinted = otherwise(quantity, figures[-1].flow if figures else None)
            if hinted is None:
                continue
            flows.append(hinted)
            chosen = len(flows) - 1
            part = part_of(text, start, quantity, hinted)
            if part == "level" and before is not None and is_rate_to(text, figures, before, quantity):
                latest[chosen] = Figure(hinted, rate=before, quantities=[before])
                figures.append(latest[chosen])
        if part == "rate" and not quantity.change and flows[chosen].word == "growth":
            quantity = quantity._replace(change="up")
        figure = latest.get(chosen)
        if figure is None or not _joins(text, figure, quantity, part, dates):
            figure = Figure(flows[chosen])
            figures.append(figure)
            latest[chosen] = figure
        setattr(figure, part, quantity)
        figure.quantities.append(quantity)
    return [figure for figure in figures if figure.level or figure.rate or figure.amount or figure.base]


def _is_bracketed(text: str, figure: Figure, quantity: Quantity, dates: Sequence[Date]) -> bool:
    """ "65.4% of exports (58.6% in 2022)": the second is the level before."""
    if figure.level is None or figure.base or figure.level.unit != quantity.unit or text[quantity.start - 1] != "(":
        return False
    return any(0 < d.start - quantity.end <= _IN for d in dates)


_IN = 8  # characters of " in ", " a year "
# " of Chile's imports, the Czech Republic ", " and Peru "
_GAPPED_SHARE = re.compile(
    r"(?:\s+of\s+[^,;.\d]{3,50}?)?,?\s+(?:and\s+)?(?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:and\s+)?[A-Z][\w’'-]+){0,2}\s+"
    r"(?:(?:another|a\s+further|about|some|only)\s+)?"
)
# " and those to Russia ", ", and to Peru by "
_AND_THOSE = re.compile(
    r"(?:\s+(?:(?:in|over|during)\s+(?:the\s+(?:same\s+)?(?:period|year|month|quarter|time)|\d{4})|(?:last|this)\s+\w+))?,?\s+(?:and|or|while|but)?\s*(?:those|that|sales|shipments)?\s*(?:to|from|with)\s+[^,;\d]{2,40}?\s+(?:by\s+)?"
)


def _is_gapped_share(text: str, figure: Figure, before: Quantity, quantity: Quantity) -> bool:
    """ "Peru supplied 26 per cent of Chile's imports, AUSTRIA 10 PER CENT": the verb is said once."""
    if figure.level is not before or figure.rate or figure.flow.measure != "trade" or quantity.change:
        return False
    if before.unit != "percent" or quantity.unit != "percent":
        return False
    return _GAPPED_SHARE.fullmatch(text, before.end, quantity.start) is not None


def _like_the_rate_before(text: str, quantity: Quantity, figure: Figure | None) -> Quantity:
    """ "Exports to Peru rose 3% and those to Chile 11%": the verb is said once."""
    rate = figure.rate if figure else None
    if quantity.change or rate is None or quantity.unit != rate.unit:
        return quantity
    gapped = GAPPED.fullmatch(text, rate.end, quantity.start) and quantity.unit == "percent"
    if gapped or _AND_THOSE.fullmatch(text, rate.end, quantity.start):
        return quantity._replace(change=rate.change)
    return quantity


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
    pairs = dict(zip(numbers, heads, strict=True))
    after = [i for i, q in enumerate(quantities) if q.start > word]
    if len(after) == len(heads):  # "were $3bn and $2bn respectively, up 5 and 4 per cent"
        pairs |= dict(zip(after, heads, strict=True))
    return pairs


def _is_conversion(text: str, before: Quantity, quantity: Quantity) -> bool:
    """ "185.9 billion euros (215.13 billion dollars)" is one level, said twice."""
    if _EQUIVALENT.fullmatch(text, before.end, quantity.start):
        return True
    if quantity.unit == before.unit and quantity.value == before.value and quantity.unit in money():
        return _CONVERSION.fullmatch(text, before.end, quantity.start) is not None  # "300 million yuan, or 3 yi yuan"
    if quantity.unit == before.unit or quantity.unit not in money() or before.unit not in money():
        return False
    return _CONVERSION.fullmatch(text, before.end, quantity.start) is not None


_RANGE = re.compile(r"\s*[-–—]\s*|\s+to\s+")
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|some\s+|roughly\s+)?$")


def _is_upper(text: str, start: int, before: Quantity, quantity: Quantity) -> bool:
    """Say whether a number is the upper end of a range: "growth of 6 to 7.5 per cent", "between $5bn and $6bn"."""
    if before.unit != quantity.unit or not (before.rule.endswith("list") and quantity.rule.endswith("list")):
        return False
    low = max(start, before.start - 40)
    if _RANGE.fullmatch(text, before.end, quantity.start):
        return not BASE.search(text, low, before.start)
    return text[before.end : quantity.start].strip() == "and" and _BETWEEN.search(text, low, before.start) is not None


# ", a rise of ", ", up ", ", double ", ", 2.3 times": what stands behind a figure, set off by a comma
_APPOSED = re.compile(
    r"(?:[^.;]|\.(?=\s\(|\w)){0,140},\s+(?:(?:an?|up|down|marking|showing|representing|posting|registering|recording|which|or|in\s+spite\s+of|despite|after|following)\s+[^,;]{0,60}|(?:(?!(?:had|has|have|was|were|is|are|and|but)\b)[\w-]+\s+){0,2})"
)


# "flat at $772 million, AND THOSE TO Peru slipped": another figure of the same flow
_OTHERS = re.compile(
    r"\band\s+(?:those|that|sales|shipments|exports|imports|purchases|deliveries)\s+(?:to|from|with)\s"
)
_INSERTED = re.compile(
    r"[^,;]*,\s+(?:will|would|should|must|has|have|had|rose|fell|grew|dropped|declined|increased|tumbled|jumped)\b.*",
    re.S,
)
_THEN = re.compile(r",\s+(?:and\s+|but\s+)?then\b")  # "fell by half in March, THEN recovered to"
_WHICH_BEFORE = re.compile(r",\s+which\s+[^,;\d]*$")


def _joins(text: str, figure: Figure, quantity: Quantity, part: str, dates: Sequence[Date]) -> bool:
    """Say whether a number completes the figure before it, and does not begin another of the same flow."""
    if getattr(figure, part) is not None:
        return False
    last = figure.quantities[-1]
    if STRONG.search(text, last.end, quantity.start) or _OTHERS.search(text, last.end, quantity.start):
        return False
    if part == "rate" and last is figure.level and last.unit == "percent" and figure.flow.measure == "trade":
        return False  # "exports to Chile, which takes a quarter of all goods, fell 20 per cent"
    inserted = part in ("rate", "amount") and last is figure.level
    if (
        inserted
        and _INSERTED.fullmatch(text, last.end, quantity.start)
        and _WHICH_BEFORE.search(text, max(0, last.start - 40), last.start)
    ):
        return False  # "imports, which came to $5bn in 1961, will be cut by a tenth"
    if part == "base" or figure.base is last:
        return True
    if _APPOSED.fullmatch(text, last.end, quantity.start) and part in ("rate", "amount"):
        return True
    if (
        text.endswith(" to ", 0, quantity.start)
        and figure.rate is last
        and not _THEN.search(text, last.end, quantity.start)
    ):
        return True  # "fell 27 per cent in the first quarter to $554 million"
    between = [d for d in dates if last.end <= d.start < quantity.start]
    behind = [
        d for d in dates if quantity.end <= d.start < quantity.end + 40 and "," not in text[quantity.end : d.start]
    ]
    return not (between and behind and between[-1].edtf != behind[0].edtf)


def _is_apposed_rate(text: str, figures: Sequence[Figure], quantity: Quantity) -> bool:
    """ "Inflows were $1.5 billion, a fall of 25 per cent": no word but the level's own says what the rate is of."""
    if not figures or quantity.unit != "percent" or not quantity.change or figures[-1].rate is not None:
        return False
    last = figures[-1].quantities[-1]
    return (
        last is figures[-1].level
        and last.unit != "percent"
        and not STRONG.search(text, last.end, quantity.start)
        and _APPOSED.fullmatch(text, last.end, quantity.start) is not None
    )


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
        bound = bound_before(before, quantity.rule.startswith("digits"))
        if bound.words and bound.words not in ("a record", "no") and bound.words not in words:
            words.append(bound.words.removeprefix("by ").removeprefix("to ").removeprefix("of "))
    if figure.upper:
        words.append(f"to {' '.join(figure.upper.text.split())}")
    return ", ".join(words)


_EDGE = re.compile(r"[,;]\s|\b(?:then|while|whereas|but|and|although|though|with)\b")


def edges_of(text: str, start: int, end: int, figures: Sequence[Figure]) -> list[int]:
    """Cut a sentence between its figures: at the last comma or conjunction before the words of the next one."""
    edges = [start]
    for before, after in zip(figures, figures[1:], strict=False):
        first = min(after.flow.start, after.start) if after.flow.start >= before.end else after.start
        cuts = [hit.start() for hit in _EDGE.finditer(text, before.end, first)]
        edges.append(cuts[-1] if cuts else max(before.end, first))
    return [*edges, end]


def shared_out(figures: Sequence[Figure]) -> list[Figure]:
    """Give each of several partners its own figure: "exports to Peru and Chile were $3bn and $2bn"."""
    by_flow: dict[int, list[Figure]] = {}
    for figure in figures:
        by_flow.setdefault(figure.flow.at, []).append(figure)
    for group in by_flow.values():
        partners = group[0].flow.partner.split(" | ")
        if len(partners) == len(group) > 1:
            for figure, partner in zip(group, partners, strict=True):
                figure.flow = figure.flow._replace(partner=partner)
    return list(figures)
