"""Reads the flow a figure is of: what is traded, lent or levied, by whom and with whom.

A flow is a noun or verb of ``lexicons/trade_words.csv`` with the economies that stand around it: before a noun
("Kenya's exports", "Sino-Danish trade", "its shipments") or behind a preposition ("to Chile", "between A and B").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.link.figure.economies import Token
from briefing_lib.link.figure.flow_subject import subject_of
from briefing_lib.link.figure.goods import goods_of
from briefing_lib.link.figure.idle import COVERS, EARNS, without_idle_words, without_named_neighbours
from briefing_lib.link.figure.sides import GOODS_OF, HERE, PAIR, behind, name_of, origin_of, owners_of, pointer


class Flow(NamedTuple):
    """What a figure is of. An economy not named beside it is empty, or says how it is pointed at: "its", "pair"."""

    start: int
    end: int
    at: int  # where the word of the flow starts
    measure: str
    flow: str
    reporter: str
    partner: str
    commodity: str
    weak: bool
    kind: str  # noun, verb or figure
    needs_goods: bool = False
    word: str = ""  # as trade_words.csv has it
    scope: str = ""  # whole ("total imports": with all partners), world ("global trade"), elsewhere, back, others


_BOUND = re.compile(r"-bound\b")  # "Chile-bound shipments"
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+|also\s+|not\s+)?$")

_TO = {"across", "throughout", "to", "toward", "towards", "into", "for", "bound for", "with", "against", "on"}
_FROM = {"from", "out of"}
_BY = {"of", "by", "in", "at", "inside", "within"}
# For each flow: the prepositions before the partner, and before the reporter.
_ROLES: dict[str, tuple[set[str], set[str]]] = {
    "export": (_TO, _BY | _FROM | {GOODS_OF}),
    "import": (_FROM | {GOODS_OF}, _BY | {"into", "to"}),
    "turnover": ({"with", "to"}, _BY),
    "tariff": ({"on", "to", GOODS_OF, "from", "against", "for"}, _BY),
    "investment": ({"in", "into", "to", "across"}, {"from", "by", "of"}),
    "aid": ({"to", "for", "in", "across", "throughout"}, {"from", "by"}),
    "debt": ({"to", "for"}, {"from", "by", "of"}),
    "gdp": (set(), {"of", "in"}),
    "energy": ({"to"}, {GOODS_OF, "of", "in", "by", "from"}),
    "sanctions": ({"on", "against", "of"}, {"by", "from", "in"}),
    "remittances": ({"from"}, {"to", "into", "of", "by", "in"}),
    "reserves": (set(), {"of", "in"}),
    "contract": ({"with", "from", "for", "to", "in"}, {"of", "by"}),
    "transit": ({"to", GOODS_OF}, {"through", "across", "in", "of", "from"}),
    "price": ({"to"}, {"from"}),
    "arms": (_TO, _BY | _FROM | {GOODS_OF}),
    "": ({"with"}, _BY),
}


def read_flows(text: str, start: int, end: int, found: Sequence[Token]) -> list[Flow]:
    """Read the flows of a sentence.

    Args:
        text: the document.
        start: first character of the sentence.
        end: character after its last.
        found: its tokens, in order.

    >>> from briefing_lib.link.figure.economies import tokens
    >>> text = "Peru's exports of tin to Chile rose while Sino-Danish trade fell."
    >>> [(f.flow, f.reporter, f.commodity) for f in read_flows(text, 0, 66, tokens(text, 0, 66, []))]
    [('export', '', 'tin'), ('turnover', 'China', '')]
    """
    found = without_named_neighbours(text, without_idle_words(text, found, end))
    heads = [i for i, token in enumerate(found) if token.kind in ("noun", "verb")]
    claimed: set[int] = set()
    left = {i: owners_of(text, found, i, claimed) for i in heads if found[i].kind == "noun"}
    flows = []
    for position, i in enumerate(heads):
        after = heads[position + 1 :]
        limit = found[after[0]].start if after else end
        taken = claimed
        levied = found[i].measure == "tariff" and after and found[after[0]].measure == "tariff"
        if after and (levied or text[found[i].end : limit] in (" and ", " or ")) and found[i].kind == "noun":
            # "aid AND loans to Peru", "a duty of 5% that Peru IMPOSED on Chile": what stands behind is of the first too
            limit, taken = found[after[1]].start if len(after) > 1 else end, set(claimed)
        flows.append(_flow(text, start, limit, found, i, left.get(i, []), taken))
    flows = [_of_turnover(text, flows, at) for at in range(len(flows))]
    for at in range(1, len(flows)):
        flows[at] = _of_the_seller(text, flows[at - 1], flows[at])
    flows = [_with_buyer(text, flows, at) for at in range(len(flows))]
    # "a growth of 5 per cent" is the growth of what was said before, "China's growth" is China's
    return [f for f in flows if f.measure != "gdp" or not f.weak or f.reporter or f.partner or _is_forecast(text, f)]


_SO = re.compile(r"[^;.]*(?::|\s[–—-])\s+(?:its\s+)?$")


def _of_turnover(text: str, flows: Sequence[Flow], at: int) -> Flow:
    """ "Finland's trade with Cuba collapsed: EXPORTS dropped, IMPORTS fell": those of the same two."""
    flow, one = flows[at], flows[0]
    if not at or one.flow != "turnover" or not one.reporter or not one.partner or flow.kind != "noun":
        return flow
    if flow.flow not in ("export", "import") or flow.reporter or flow.partner or flow.scope:
        return flow
    first = next((f for f in flows[1:] if f.measure == "trade"), flow)
    if pointer(one.reporter) or not _SO.fullmatch(text, one.end, first.at):
        return flow
    return flow._replace(reporter=one.reporter, partner=one.partner)


_AND_SO = re.compile(r"[^;:.]{0,48}?(?:,|\band)\s+(?:\w+\s+)?$")


def _of_the_seller(text: str, before: Flow, flow: Flow) -> Flow:
    """ "Gazprom cut supplies to Peru AND DELIVERIES TO CUBA fell": the same sells to both."""
    nouns = before.kind == flow.kind == "noun" and before.flow == flow.flow == "export"
    if not nouns or flow.reporter or not flow.partner or not before.reporter or not before.partner:
        return flow
    if pointer(before.reporter) or not _AND_SO.fullmatch(text, before.end, flow.at):
        return flow
    return flow._replace(reporter=before.reporter)


_SOLD = ("sold", "shipped", "exported", "sent", "delivered", "bound", "exports", "sales", "shipments", "deliveries")


def _with_buyer(text: str, flows: Sequence[Flow], at: int) -> Flow:
    """ "Lamb SOLD TO ITALY brought in $5 million": who bought is the partner, and earned nothing."""
    flow, before = flows[at], flows[at - 1] if at else None
    if before is None or flow.word not in EARNS or flow.partner or not before.partner:
        return flow
    if before.word not in _SOLD or text[before.end : flow.at].strip():
        return flow
    return flow._replace(start=before.start, reporter=flow.reporter or before.reporter, partner=before.partner)


_BORROWS = ("borrowed", "borrows", "borrow", "borrowing", "owe", "owes", "owed")
_CREDITORS = re.compile(r"\b(?:creditors?|lenders?|holders|bondholders|banks|suppliers|exporters)\s+(?:is\s+|are\s+)?$")
_LEFT_WITH = ("placed", "deposited", "parked", "deposit", "deposits")  # "placed $5bn WITH the bank of Peru"
_DATIVE = frozenset(
    {"sold", "supplied", "lent", "loaned", "owed", "granted", "given", "offered", "promised", "pledged", "sent"}
)
_ABROAD = re.compile(r"[^;]{0,60}?\b(?:abroad|overseas)\b")  # "sold 12 million tonnes ABROAD"


def _flow(
    text: str, start: int, limit: int, found: Sequence[Token], head: int, owners: Sequence[int], claimed: set[int]
) -> Flow:
    token = found[head]
    flow, measure = token.flow, token.measure
    key = flow if measure == "trade" else measure
    borrows = token.kind == "verb" and token.name in _BORROWS
    reporter = partner = ""
    first, last = token.start, token.end
    if owners:
        first = found[owners[0]].start
        names = [found[i].name if found[i].kind == "actor" else name_of(found[i]) for i in owners]
        if len(names) == 2:
            reporter, partner = names
        elif _BOUND.match(text, found[owners[0]].end):
            partner = names[0]
        else:
            reporter = names[0]
    elif token.kind == "verb":
        reporter, at, joined = subject_of(text, start, found, head, claimed)
        first = min(first, at)
        if flow == "turnover" and joined:
            partner = joined  # "Peru AND CHILE traded goods worth $5bn"
        elif joined and not pointer(reporter):
            reporter = f"{reporter} | {joined}"  # "Peru AND CHILE provided $5bn"
    passive = token.kind == "verb" and _PASSIVE.search(text, max(start, token.start - 24), token.start) is not None
    lent = token.name == "owed" and _CREDITORS.search(text, max(start, token.start - 24), token.start)
    if lent and not passive:  # "talks with CREDITORS OWED more than $17 billion": no economy owes it here
        reporter = HERE
    given = passive and reporter and token.name in _DATIVE and not origin_of(text, found, head)
    if given:  # "PERU was sold 40 tanks", "Peru was lent $5bn": who is given is the subject
        partner, reporter = reporter, HERE if token.name == "owed" else ""
    elif passive and key == "export":
        reporter = origin_of(text, found, head)  # "oil was shipped from Iran": the subject is the goods
    after = behind(text, found, head, limit, claimed)
    to, by = _ROLES.get(key, _ROLES[""])
    if key == "export" and reporter and token.weak and not any(word in _TO for word, _ in after):
        incoming = [name for word, name in after if word in _FROM]
        if token.name in EARNS:  # "earned $5 million FROM IT", "from Peru"
            partner = next((name for name in incoming if name != reporter and not pointer(name)), partner)
        elif incoming and incoming[0] != reporter:  # "China's shipments from Peru" come in
            flow, key, (to, by) = "import", "import", _ROLES["import"]
    if token.name in _LEFT_WITH:
        to = to | {"with"}
    if key in ("export", "import") and token.kind == "verb" and not passive:
        by = by - {"by", "of", "in", "at"}
    between: list[str] = []
    partners: list[str] = []
    for word, name in after:
        if word in ("between", "among", "amongst"):
            between.append(name)
        elif word == "object" and token.name in EARNS:
            reporter = name  # "tin earned PERU $5 million"
        elif word in to or word == "object":
            partners.append(name)
        elif word == GOODS_OF and word in by and name in reporter.split(" | ") and name != reporter:
            # "Peru and Chile agreed on the supply of CHILEAN gas"
            partners += [other for other in reporter.split(" | ") if other != name]
            reporter = name
        elif borrows and word in ("from", "object"):
            partners.append(name)  # "borrowed $5 million FROM PERU"
        elif (word in by or name == HERE and measure == "debt") and not reporter:
            reporter = name
    if between:
        pair = between if len(between) > 1 else [*between, PAIR]
        if between == [PAIR]:
            pair = [PAIR, ""]
        reporter, partner = (reporter, pair[0]) if reporter and reporter != pair[0] and len(between) == 1 else pair[:2]
        if partner == PAIR:
            partner = ""
    elif partners and not partner:
        partner = " | ".join(dict.fromkeys(partners))
    if after:
        last = max(
            last, max(found[i].end for i in range(head + 1, len(found)) if i in claimed and found[i].end <= limit)
        )
    goods = goods_of(text, found, head, limit, key in ("export", "import"), passive or token.name in (*EARNS, *COVERS))
    abroad = key == "export" and _ABROAD.match(text, token.end, limit) is not None
    return Flow(
        first, last, token.start, measure, flow, reporter, partner, goods, token.weak and not abroad, token.kind,
        token.needs_goods, token.name, _scope(text, start, token),
    )  # fmt: skip


# "TOTAL imports", "GLOBAL goods trade"
_WHOLE = re.compile(
    r"\b(?:total|overall|all|entire|aggregate|combined|peak|average|maximum)\s+(?!value|volume|amount)"
    r"(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_WORLD = re.compile(
    r"\b(?:world(?:['’]s)?(?!\s(?:bank|trade|food))|worldwide|global|international)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


# "buys 70 per cent of its gas FROM A SINGLE SOURCE", "exports TO OTHER MARKETS"
_ELSEWHERE = re.compile(
    r"[^;.,]{0,90}?\b(?:from|to|with)\s+(?:a\s+single|other|elsewhere|abroad|overseas|third|many|several|foreign|the\s+rest\b|"
    r"(?:[a-z]+\s+)?countries)\b"
)


# "the debt OF DEVELOPING COUNTRIES"
_NOBODYS = re.compile(
    r"\s+(?:of|by)\s+(?:the\s+|all\s+)?(?:(?:developing|poor|poorest|poorer|rich|other|third|least|less|developed|industriali[sz]ed|emerging|"
    r"many|most|non-\w+|oil)[\s-]+){1,3}(?:world\s+)?(?:countries|nations|states|economies|members|world)\b"
)
# "Argentine sales IN THE OTHER DIRECTION"
_BACK = re.compile(
    r"[^;.,]{0,40}?\b(?:in\s+the\s+(?:other|opposite|reverse)\s+direction|in\s+return|the\s+other\s+way|in\s+exchange)\b"
)


def _scope(text: str, start: int, token: Token) -> str:
    low = max(start, token.start - 40)
    if _WORLD.search(text, low, token.start) or token.name.startswith(("world ", "global ")):
        return "world"
    if _NOBODYS.match(text, token.end):
        return "others"
    if _ELSEWHERE.match(text, token.end):
        return "elsewhere"
    if _BACK.match(text, token.end):
        return "back"
    return "whole" if _WHOLE.search(text, low, token.start) or token.name.startswith("total ") else ""


_FORECAST = re.compile(
    r"\b(?:forecasts?|predict\w*|project\w*|expect\w*|sees|estimat\w*|economic)\s+(?:[\w-]+\s+){0,2}$"
)


def _is_forecast(text: str, flow: Flow) -> bool:
    """ "The central bank FORECASTS growth of 5 per cent" is growth of the economy."""
    return flow.word == "growth" and _FORECAST.search(text, max(0, flow.at - 40), flow.at) is not None
