"""Says whose a share is: "China takes 20% of Zambia's exports", "Peru was the largest source of imports"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import Token
from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.measured import Figure
from briefing_lib.link.figure.referents import first
from briefing_lib.link.figure.sides import COUNTRY, ITS, PREPOSITION, pointer
from briefing_lib.link.figure.told import Parties

_NEAR = 24
TOOK = re.compile(r"\b(?:took|takes?|bought|buys?|absorb(?:s|ed)|accounts?\s+for|accounted\s+for)\s+(?:\w+\s+)?$")
_SUPPLIED = re.compile(r"\b(?:suppl(?:ied|ies)|provide[sd]|accounts?\s+for|accounted\s+for|sent|sold)\s+(?:\w+\s+)?\Z")
_LINKS = ("and", "or", "with", "to", "from", "by", "between")


# "Mongolia's biggest CUSTOMER"
_ROLE = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}(?:customer|buyer|supplier|partner|market|source|seller|destination)\b")


# "South Korea WAS THE LARGEST SOURCE of imports"
_IS_SOURCE = re.compile(
    r"\s+(?:was|is|were|are|remained|remains|became|becomes|ranked)\s+(?:as\s+)?(?:[\w’'-]+\s+){0,4}"
    r"(?:partner|source|supplier|provider|buyer|market|destination|customer|purchaser|importer)s?\b"
)


def source_as_partner(
    text: str, start: int, found: Sequence[Token], figure: Figure, parties: Parties, home: str
) -> Parties:
    for token in found:
        if token.kind == "economy" and token.end < figure.start and _IS_SOURCE.match(text, token.end, figure.start):
            others = [
                name
                for name in (figure.flow.reporter, parties.reporter, home)
                if name and name not in (ITS, token.name)
            ]
            return Parties(others[0] if others else "", token.name, True)
    return parties


def side_of_share(text: str, named: Sequence[Token], figure: Figure) -> str:
    """Return who takes a share of exports, or supplies one of imports, "" if the verb says neither."""
    verb = {"export": TOOK, "import": _SUPPLIED}.get(figure.flow.flow)
    if (
        verb is None
        or text.startswith(" of what", figure.end)
        or not verb.search(text, max(0, figure.start - 32), figure.start)
    ):
        return ""
    return next((t.name for t in reversed(named) if t.kind == "economy" and t.end <= figure.start), "")


def partner_by_role(text: str, found: Sequence[Token], flow: Flow, parties: Parties) -> str:
    """ "China is Mongolia's biggest customer, buying $5bn": the one whose customer it is is the partner."""
    for token in found:
        other = token.kind == "economy" and token.end < flow.at and token.name != parties.reporter
        if other and _ROLE.match(text, token.end):
            return token.name
    return ""


def parties_of_share(text: str, found: Sequence[Token], figure: Figure, parties: Parties, home: str) -> Parties:
    """ "China takes 20% of Zambia's exports", "China is Zambia's market for 20% of its exports": China is partner."""
    leads = [t for t in found if t.kind == "economy" and t.name and t.end <= figure.start]
    leads = [
        t
        for t in leads
        if (word := PREPOSITION.search(text, max(0, t.start - 24), t.start)) is None or word[1] in _LINKS
    ]
    names = list(dict.fromkeys(t.name for t in leads))
    flow = figure.flow
    ownerless = names and not flow.partner and (flow.reporter in ("", names[0]) or pointer(flow.reporter) != "")
    if ownerless and flow.flow == "import" and _SUPPLIED.search(text, max(0, figure.start - 32), figure.start):
        pair = (parties.reporter, parties.partner, home)
        return Parties(first(pair, names[0]), names[0], True)  # "Peru supplied 22 per cent of imports"
    buys = (not flow.reporter or pointer(flow.reporter) in (ITS, COUNTRY)) and flow.flow == "export" and names
    if buys and parties.reporter == names[0] and TOOK.search(text, figure.start - 24, figure.start):
        rest = [t.name for t in found if t.kind == "economy" and t.end <= figure.start and t.name != names[0]]
        return Parties(rest[0] if rest else home, names[0], True)  # "China took 40 per cent of ITS exports"
    if figure.flow.reporter == ITS and not figure.flow.partner:
        owner = partner_by_role(text, found, figure.flow, parties)
        if owner and len(names) > 1:  # "China is Zambia's main market, with 20% of its exports"
            return parties._replace(reporter=owner, partner=next(name for name in names if name != owner))
    if not parties.reporter:  # "exports make up 28 per cent of Poland's GDP"
        after = [t.name for t in found if t.kind == "economy" and 0 <= t.start - figure.end < _NEAR]
        if after and after[0] != parties.partner:
            return parties._replace(reporter=after[0])
    demand = _DEMAND.match(text, figure.end)
    after = [
        t.name for t in found if t.kind == "economy" and t.start >= figure.end and demand and t.end <= demand.end()
    ]
    if after and flow.flow == "import" and flow.kind == "noun" and flow.partner not in ("", after[0]):
        return parties._replace(reporter=after[0])  # "imports from Peru cover 3 per cent of the CHILEAN market"
    if after and not figure.flow.partner and after[0] != parties.reporter:
        return parties._replace(partner=after[0])  # "gas from Peru met 40 per cent of CHILEAN demand"
    others = [name for name in names if name != parties.reporter]
    return parties._replace(partner=others[0]) if others and not parties.partner else parties


_DEMAND = re.compile(r"\s+of\s+(?:[\w’'-]+\s+){1,4}?(?:demand|needs|consumption|requirements|imports|market)\b")
