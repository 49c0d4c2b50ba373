"""Turns what others buy into sales of the one a document is about: "China remained the top market, buying $3bn".

A trade statistic of one country tells of its buyers without ceasing to be its own: "Germany took 46bn of them". A
sentence that stands alone ("Japan bought tea from Kenya") stays the buyer's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import Token
from briefing_lib.link.figure.measured import Figure
from briefing_lib.link.figure.sides import ITS
from briefing_lib.link.figure.told import OWN, Context, Parties

# "24 million OF THEM", "22 per cent OF THE TOTAL"
_OF_WHOLE = re.compile(r"\s+of\s+(?:them|that|this|these|those|the\s+(?:total|whole|lot)|all\s+of\s+(?:it|them))\b")
# "REMAINED THE TOP DESTINATION", "Peru's LARGEST CUSTOMER"
_MARKET = re.compile(
    r"\b(?:top|main|chief|first|largest|biggest|leading|principal|best|second|third|second-largest|third-largest|key)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:destination|market|customer|outlet|client|importer)s?\b(?!\s+of\b)"
)
# What makes a list of buyers or sellers: "The main MARKET was", "our first SUPPLIER"
_ROLE = re.compile(
    r"\b(?:(?P<export>destination|market|customer|buyer|outlet|client|purchaser)|"
    r"(?P<import>supplier|source|provider|seller|origin|vendor)|(?P<turnover>partner))s?\b",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(r"\b(?:followed\s+by|ahead\s+of|then\s+c[ao]mes?|next\s+c[ao]me)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(\s*(?:with\s+)?|,?\s+(?:with|at|on)\s+")  # "Iraq (708 million)", "China WITH $2bn"
# "Germany REMAINED OUR FIRST MARKET WITH 1 billion"
_IS_ROLE = re.compile(
    r"\s+(?:was|is|remain(?:ed|s)|bec[ao]mes?|stay(?:ed|s)|again\s+\w+)\s+(?:by\s+far\s+)?(?:[\w’'-]+\s+){1,4}?"
    r"(?:destination|market|customer|buyer|outlet|client|purchaser|supplier|source|provider|seller|"
    r"partner)s?(?:\s+of\s+(?:[\w’'-]+\s*){1,3})?,?\s+(?:with|at|taking|buying)\s+(?:some\s+|about\s+|nearly\s+)?"
)
_WHAT_WE = re.compile(
    r"\s+of\s+(?:what|everything|all)\s+(?:that\s+)?we\s+(?:(?:now|still|currently)\s+)?(sell|export|ship|buy|import)\b"
)
_OWNED_ROLE = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,4}(?:destination|market|customer|buyer|supplier|source|provider)\b")
_BACK = 220  # characters before a sentence that says "It was followed by" in which the role stands


def own_sales(
    text: str, start: int, end: int, found: Sequence[Token], figure: Figure, parties: Parties, context: Context
) -> Parties | None:
    """Return the parties of a figure that belongs to the one whose sales or supplies are told, or None.

    The flow of the figure is turned with them.

    Args:
        text: the document.
        start: first character of the sentence.
        end: character after its last.
        found: its tokens.
        figure: the figure.
        parties: its parties as its flow and its context have them.
        context: what the words around it say.
    """
    flow = figure.flow
    if flow.kind == "hint" or flow.kind == "noun" and not flow.partner:
        if flow.kind == "hint" and (ours := _WHAT_WE.match(text, figure.end)):
            return _ours(found, figure, "export" if ours[1] in ("sell", "export", "ship") else "import", context)
        if flow.kind == "hint" and flow.measure == "trade" and not flow.flow:
            whose = _goods_of(text, found, figure)
            if whose:  # "a market for $1 billion OF TUNISIAN GOODS"
                figure.flow = flow._replace(flow="export")
                pair = (parties.reporter, parties.partner)
                return Parties(whose, next((one for one in pair if one not in ("", whose)), ""), True)
        if flow.kind == "hint" and flow.flow and context.scope_before == OWN:
            figure.flow = flow._replace(scope=OWN)
        return _listed(text, start, found, figure, context)
    if flow.kind != "verb" or flow.measure != "trade" or not parties.reporter or not parties.partner:
        return None
    buyer, seller = parties.reporter, parties.partner
    if flow.flow == "export":
        return _supplied(figure, parties, context)
    if flow.flow != "import" or _passes_on(flow.partner, seller, context):
        return None
    if context.scope_before == OWN and (buyer, seller) == context.before[:2]:
        figure.flow = flow._replace(flow="export", scope=OWN)
        return parties  # "It bought $5 million, OR 18 PER CENT of the total": turned before
    sells = context.flow_before == "export" and context.before.reporter == seller
    part = sells and _OF_WHOLE.match(text, figure.end) is not None
    again = context.scope_before == OWN and seller in (context.before.reporter, context.before.partner)
    market = seller == context.home and _MARKET.search(text, figure.end, end)
    issued = seller == context.home and context.around is not None and context.around.issuer == seller
    if not (part or again or market or issued):
        return None
    figure.flow = flow._replace(flow="export", scope=OWN)
    return Parties(seller, buyer, True)


_OF = re.compile(r"(?:\s+worth)?\s+of\s+")
_GOODS = re.compile(r"\s+(?:[a-z-]+\s+)?(?:goods|products|exports|merchandise|wares|output)\b")


def _goods_of(text: str, found: Sequence[Token], figure: Figure) -> str:
    """Return the economy whose goods are worth a figure: "$1 billion of Tunisian goods"."""
    token = next((t for t in found if t.kind == "economy" and t.start >= figure.end), None)
    if token is None or not _OF.fullmatch(text, figure.end, token.start):
        return ""
    return token.name if _GOODS.match(text, token.end) else ""


def _ours(found: Sequence[Token], figure: Figure, flow: str, context: Context) -> Parties | None:
    """ "Europe takes 30 per cent of what we sell": ours, whoever we are."""
    speaker = context.around.speaker if context.around else ""
    if not speaker:
        return None
    others = [t.name for t in found if t.kind == "economy" and t.end <= figure.start and t.name != speaker]
    figure.flow = figure.flow._replace(flow=flow)
    return Parties(speaker, others[0] if others else "", True)


def _passes_on(named: str, seller: str, context: Context) -> bool:
    """Say whether the verb itself names another seller than the one told of."""
    return bool(named) and named != seller


def _supplied(figure: Figure, parties: Parties, context: Context) -> Parties | None:
    """ "Russia supplied 60 per cent of the wheat" in a release of Georgia: an import of Georgia."""
    home = context.home
    issued = context.around is not None and context.around.issuer == home != ""
    if not issued or parties.partner != home or parties.reporter == home:
        return None
    figure.flow = figure.flow._replace(flow="import", scope=OWN)
    return Parties(home, parties.reporter, True)


def _listed(text: str, start: int, found: Sequence[Token], figure: Figure, context: Context) -> Parties | None:
    """ "The main market was China with $400 million, followed by Israel ($70 million)": each is a partner."""
    name = next((t for t in reversed(found) if t.kind == "economy" and t.end <= figure.start), None)
    if name is None or figure.flow.measure != "trade":
        return None
    beside = _BRACKET.fullmatch(text, name.end, figure.start) or _IS_ROLE.fullmatch(text, name.end, figure.start)
    if not beside:
        return None
    role = _ROLE.search(text, start, figure.start)
    follows = _FOLLOWED.search(text, start, name.start)
    if role is None and follows:
        paragraph = max(0, text.rfind("\n", 0, start), start - _BACK)
        roles = list(_ROLE.finditer(text, paragraph, start))
        role = roles[-1] if roles else None
    told = context.before
    if role is not None and role["turnover"] and figure.flow.kind != "hint":
        return None  # "Peru was the main PARTNER, taking 13 per cent of exports"
    if role is not None:
        flow = role.lastgroup or "import"
    elif follows and told.partner and context.flow_before in ("export", "import"):
        flow = context.flow_before
    else:
        return None
    owners = [t.name for t in found if t.kind == "economy" and _OWNED_ROLE.match(text, t.end)]
    kept = told.reporter if context.flow_before else ""
    reporter = next((one for one in (*owners, kept, context.home) if one and one not in (ITS, name.name)), "")
    figure.flow = figure.flow._replace(flow=flow)
    return Parties(reporter, name.name, True)
