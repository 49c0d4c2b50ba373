"""Says which flow a number is of: "a 5% rise in Peru's exports", "exports rose, if slowly, by 5%"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.number.bounds import bound_before
from briefing_lib.find.number.contexts import context
from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.measured import POINTS, RATES, Figure
from briefing_lib.tables import Quantity

# a full stop that is none of an abbreviation: "the Export Promotion Corp. (Expo) reports"
_STOP = r"(?<!\bCorp)(?<!\bCo)(?<!\bInc)(?<!\bLtd)(?<!\bSt)(?<!\bMr)(?<!\bDr)(?<!\bNo)\.\s"
STRONG = re.compile(rf";|\b(?:while|whereas|but|although|though|whilst)\b|{_STOP}")  # what parts two clauses
SHARE = re.compile(
    r"\b(?:account(?:s|ed|ing)?\s+for|ma(?:de|kes?|king)\s+up|represent(?:s|ed|ing)?|compris(?:es|ed|ing)|share|proportion|"
    r"constitut(?:es|ed|ing)|equal\s+to|equivalent\s+to|takes?|took|absorb(?:s|ed)|provid(?:es|ed)|suppl(?:y|ies|ied)|cover(?:s|ed)?|meets?|met|fill(?:s|ed)?|part\s+in|weight\s+in)\b"
)
_NEAR = 90  # characters between a flow and its number, those of its economies left out
_OF_NATIONAL = re.compile(r"\s+of\s+(?:(?:its|their|our|the|a|annual|total|national|global)\s+)*$")


def flow_of(
    text: str,
    start: int,
    quantity: Quantity,
    flows: Sequence[Flow],
    quantities: Sequence[Quantity],
    figures: Sequence[Figure],
) -> int | None:
    """Return the place of the flow that a number is of among the flows of its sentence, or None.

    Args:
        text: the document.
        start: first character of the sentence.
        quantity: the number.
        flows: the flows of the sentence, in order.
        quantities: its economic quantities.
        figures: the figures made of the numbers before.
    """
    last = next((i for i in range(len(flows) - 1, -1, -1) if flows[i].at < quantity.start), None)
    shared = last is not None and SHARE.search(text, min(flows[last].end, quantity.start), quantity.start)
    if last is not None and shared and _is_told(text, start, flows[last], quantity, figures):
        return last  # "exports to Chile make up 26% of all exports"
    covers = quantity.unit == "percent" and not quantity.change and _OF_DEMAND.match(text, quantity.end)
    if last is not None and flows[last].kind == "verb" and covers:
        told = _is_told(text, start, flows[last], quantity, figures)
        if told:
            return last  # "gas from Peru covered 12 per cent of Chilean consumption"
    levied = quantity.unit == "percent" and not quantity.change and last is not None and flows[last].measure == "tariff"
    if (
        last is not None
        and levied
        and flows[last].kind == "noun"
        and _is_told(text, start, flows[last], quantity, figures)
    ):
        return last  # "duties of 80 per cent on Peruvian shipments"
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
        closed = flows[i].kind == "verb" and _CLOSED.match(text, flows[i].at, quantity.start)
        if figures and figures[-1].flow.at == flows[i].at and not closed:
            break
    if ahead is not None and flows[ahead].kind == "verb" and _WHICH.fullmatch(text, quantity.end, flows[ahead].at):
        return ahead
    if ahead is not None and not behind and quantity.change and _opens(text, start, quantity, flows[ahead]):
        return ahead
    return None


_PREDICATE = re.compile(
    r"(?:\s[^,;.\d]{0,40})?\s(?:are|were|is|was)\s(?:[a-z-]+\s){0,3}[a-z-]+,\s(?:(?:some|about|only|just|around|roughly|barely|nearly|almost)\s+)?"
)
_FOR_NAME = re.compile(r"\s+(?:for|to)\s+(?:the\s+)?[A-Z]")  # "$5m for Peru from its fund, 3m FOR CHILE"
_GETS = re.compile(r",\s+(?:is|was|has|have|will|now|also|\s)*\s?(?:getting|receiving|received|gets?|got|given)\b")
# "exports to Peru, which TOOK A FIFTH BEFORE THE WAR, HAVE fallen": what follows is of the exports again
_CLOSED = re.compile(
    r"[^;.\d]*,\s+(?:has|have|had)\s+(?:\w+ly\s+|also\s+|since\s+)?(?:fallen|risen|grown|dropped|declined|doubled|halved|shrunk|climbed)\b"
)


def _opens(text: str, start: int, quantity: Quantity, flow: Flow) -> bool:
    """ "Up 5% from 1931, exports ...": a number at the head of a sentence is of the flow after its comma."""
    if flow.kind == "verb" or quantity.start - start > 24 or flow.at - quantity.end > _NEAR:
        return False
    return "," in text[quantity.end : flow.at] and not STRONG.search(text, quantity.end, flow.at)


def _leads_to(text: str, quantity: Quantity, flow: Flow, quantities: Sequence[Quantity]) -> bool:
    """Say whether only links stand between a number and a flow after it: "5% of Peru's exports"."""
    edge = min(flow.start, flow.at)
    if edge < quantity.end:
        edge = flow.at
    if flow.measure == "gdp" and not quantity.change:
        return False  # "$5bn in the economy" is no measure of it
    if flow.kind == "verb":
        return _WAS.fullmatch(text, quantity.end, flow.at) is not None or _buying(text, quantity, flow)
    if any(quantity.end <= q.start < edge and q is not quantity for q in quantities):
        return False
    gap = _TERM.sub(" ", text[quantity.end : edge])
    if len(gap) > 70 or re.search(r"[,;:()]", gap):
        return False
    words = gap.replace("-", " ").lower().split()
    return len(words) <= 6 and all(word in context("number to flow") or word.endswith(("'s", "’s")) for word in words)


_TERM = re.compile(r",?\s+(?:[\d.]+|\w+)-(?:day|month|year)\s+")  # "a $1.3 billion, 38-MONTH loan"
# "the $60 million WHICH QATAR HAS donated"
_WHICH = re.compile(r"\s+(?:which|that)\s+(?:the\s+)?(?:[\w’'-]+\s+){1,3}")


def _buying(text: str, quantity: Quantity, flow: Flow) -> bool:
    """ "spent $7 billion IMPORTING goods": the sum stands before its verb."""
    return flow.word.endswith("ing") and text[quantity.end : flow.at].strip() in ("", "on")


_OTHER_OBJECT = re.compile(
    r"\b(?:reduc|increas|rais|cut|lower|boost|slash|expand|improv|strengthen|enhanc|doubl|tripl|halv|limit|grow)\w*\s+"
    r"(?:the|its|our|their|his|a|an|this|these|global|all|greenhouse|carbon|emissions|energy|poverty|access)\b"
)
_OTHER_SUBJECT = re.compile(rf"\b(?:who|where|whose|whom|that\s+(?:will|would|can|could|has|have))\b|{_STOP}|;")
_WAS = re.compile(r"\s+(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:\w+ly\s+)?")  # "tea worth $5bn WAS sold"
OF_GOODS = re.compile(
    r"\s+of\s+(?:its|their|all|the|(?:[A-Z][\w’'-]+\s+){1,3}(?:[\w-]+\s+)?(?:demand|needs|consumption|requirements|imports|market)|[A-Z][\w’'-]+(?:n|ese|ish|i|ic|ch)\s+[a-z]+|"
    r"[A-Z]\w+['’]s?\s+(?:gas|oil|crude|coal|electricity|power|energy|wheat|grain|food|fuel|goods|exports|imports|arms|weapons))\b"
)  # "took 31 per cent OF MALIAN COTTON", "buys 40 per cent OF ITS oil", "meets 40 per cent OF ITALIAN DEMAND"
_OF_DEMAND = re.compile(r"\s+of\s+(?:[\w’'-]+\s+){1,4}?(?:demand|needs|consumption|requirements)\b")
_BOUND_TO = re.compile(r"\b(?:close|up|near|next)\s+to\s")  # "sell Peru CLOSE TO $5bn of goods"
_OF_GDP = re.compile(r"\s+of\s+(?:(?:its|their|our|the|\d{4})\s+)*(?:GDP|GNI|GNP|gross\s+(?:domestic|national))\b")
_LEVIED = re.compile(r"\s+(?:dut(?:y|ies)\s+|tariffs?\s+|tax(?:es)?\s+)?on\b")  # "charges 35 per cent ON imports"
_OWN = re.compile(r"\b(?:its|their|his)\b")  # "bought 5% more oil, and saw ITS bill rise"
_VERB_REACH = 48


def _is_told(text: str, start: int, flow: Flow, quantity: Quantity, figures: Sequence[Figure]) -> bool:
    """Say whether a number is what is said of a flow before it, and not of something else on the way."""
    last = figures[-1] if figures and figures[-1].flow.at == flow.at else None
    edge = max(last.end, min(flow.end, quantity.start)) if last else min(flow.end, quantity.start)
    gap = _RELATIVE.sub(" ", text[edge : quantity.start])
    if flow.measure == "debt" and _GETS.search(gap):
        return False  # "Peru, with a debt of $4 billion, IS GETTING $168 million"
    if len(gap) > (120 if last else _NEAR) or _OTHER_SUBJECT.search(gap) or _OTHER_OBJECT.search(gap):
        return False
    if not last and flow.kind == "noun" and quantity.unit not in RATES:
        gap = _BRIEF_ASIDE.sub(" ", gap)
    if last:
        own = flow.kind == "verb" and _OWN.search(gap) and not _FOR_NAME.match(text, quantity.end)
        return _goes_on(gap) and not own
    if flow.kind == "verb":
        if (
            len(gap) > _VERB_REACH
            or "," in gap
            or " to " in f" {_BOUND_TO.sub('', gap)} "
            or flow.measure == "investment"
            and " at " in gap
        ):
            return False
        if quantity.unit == "percent" and flow.measure == "tariff":
            return _LEVIED.match(text, quantity.end) is not None
        if quantity.unit == "percent":
            if flow.measure == "aid" and _OF_GDP.match(text, quantity.end):
                return True  # "has given 2.9 PER CENT OF ITS GDP"
            return bool(quantity.change) or OF_GOODS.match(text, quantity.end) is not None
        return quantity.unit not in ("time", *POINTS)
    if quantity.change:
        return True
    if _PREDICATE.fullmatch(gap):
        return True  # "Imports ARE MUCH SMALLER, SOME 36 million"
    words = text[max(start, quantity.start - 48) : quantity.start].lower().split()
    bound = bound_before(words)
    if bound.words in context("flow to number"):
        return True  # "exceeded" is both
    words = words[: len(words) - bound.taken]
    while words and (
        words[-1].endswith("ly") or words[-1] in ("already", "now", "also", "a", "an", "the", "record", "between")
    ):
        words.pop()
    tie = words[-1].lstrip("(") if words else ""
    if " ".join(words[-2:]) in context("flow to number"):
        return True  # "brought in"
    return (
        not gap.strip()
        or tie in context("flow to number")
        or tie in _directions()
        or quantity.start - flow.at < 24
        or gap.rstrip().endswith("(")
    )


# "imports from Peru, NEARLY ALL OIL, $5 million"
_BRIEF_ASIDE = re.compile(r"^,\s+(?:nearly|almost|mostly|mainly|chiefly|largely|all|above\s+all)\s[^,;.\d]{2,40},\s+")


# "exports to Peru, WHOSE PORTS REOPENED ON 1 MARCH, rose by"
_RELATIVE = re.compile(
    r",\s+(?:whose|which|who|where|with\s+wh\w+|under\s+wh\w+)\b[^;.,\d]*(?:\d{1,4}\b[^;.,\d$€£]*)?,\s+(?=(?:also|again|then|by|have|has|had|in)?\s*"
    r"(?:rose|risen|fell|fallen|grew|grown|dropped|declined|increased|climbed|jumped|doubled|tripled|halved|reached|came|"
    r"amounted|totall?ed|stood|went|widened|narrowed|shrank|slipped|surged|soared|added|exceeded|were|was|by)\b)"
)


def _goes_on(gap: str) -> bool:
    """Say whether what follows a figure is still of its flow: "but fell 3%", and not "whereas reserves reached"."""
    cuts = list(STRONG.finditer(gap))
    if not cuts:
        return True
    words = gap[cuts[-1].end() :].lower().split()
    return not words or any(word in context("after but") or word in _directions() for word in words[:2])


@cache
def _directions() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.rows("directions"))
