"""Says whose figure it is where its own words say it in another way: a share, a burden, a role, a second partner."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import Token, country_in, lenders, seat_of
from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.idle import EARNS
from briefing_lib.link.figure.levied import levied_on
from briefing_lib.link.figure.listed_parties import (
    gapped_owner,
    gapped_subject,
    listed,
    next_buyer,
    partner_behind,
    partner_between,
)
from briefing_lib.link.figure.measured import Figure
from briefing_lib.link.figure.other_side import BALANCES
from briefing_lib.link.figure.referents import first
from briefing_lib.link.figure.share_parties import (
    TOOK,
    parties_of_share,
    partner_by_role,
    side_of_share,
    source_as_partner,
)
from briefing_lib.link.figure.sides import HERE
from briefing_lib.link.figure.told import OWN, PART, Context, Parties

_NEAR = 24
_BACK = 60  # characters before a debt in which somebody eases it
_FAR = 60
_EACH = re.compile(r"\brespectively\b")


def adjusted(
    text: str,
    start: int,
    found: Sequence[Token],
    named: Sequence[Token],
    figure: Figure,
    parties: Parties,
    after: int,
    context: Context,
) -> Parties:
    """Return the parties of a figure after what the sentence around it says of them.

    Args:
        text: the document.
        start: first character of the sentence.
        found: the tokens of the sentence.
        named: those that are in no source of the figure.
        figure: the figure.
        parties: its parties as its flow and its context have them.
        after: where the figure of the same flow before it in the sentence ends; -1 if there is none.
        context: what the words around it say.
    """
    flow, home = figure.flow, context.home
    if not parties.partner and flow.measure == "trade" and flow.flow:
        parties = parties._replace(partner=partner_by_role(text, found, flow, parties))
    if flow.measure == "trade" and flow.flow in ("export", "import") and flow.kind == "noun" and not flow.partner:
        parties = source_as_partner(text, start, found, figure, parties, home)
    part = flow.flow == "export" and flow.kind == "noun" and not flow.reporter and _OF_EXPORTS.match(text, figure.end)
    taker = parties.reporter if part and TOOK.search(text, figure.start - 24, figure.start) else ""
    owner = first((context.before.reporter, home), taker) if taker and not parties.partner else ""
    if owner:
        return Parties(owner, taker, True)  # "Peru took 5 million OF THE EXPORTS"
    if figure.level and figure.level.unit == "percent" and flow.measure == "trade" and flow.scope != "elsewhere":
        parties = parties_of_share(text, found, figure, parties, home)
    if flow.kind == "hint" and (partner := _part_goes_to(text, found, figure)):
        figure.flow = flow._replace(scope=PART)
        return parties._replace(partner=partner)
    share = figure.level is not None and figure.level.unit == "percent"
    if flow.kind == "hint" and share and flow.measure == "trade" and (side := side_of_share(text, named, figure)):
        # "Exports rose. PERU TAKES 14 per cent"
        return Parties(first((context.before.reporter, home), side), side, True)
    if flow.kind == "hint" and flow.measure == "trade" and parties.partner == context.before.reporter:
        seller = next((t for t in reversed(named) if t.kind == "economy" and t.end <= figure.start), None)
        if seller and seller.name == parties.reporter and _ITS_GOODS.fullmatch(text, seller.end, figure.start):
            return parties._replace(partner="")  # "PERU'S CATHODES brought in $5 million"
    invested = flow.kind == "hint" and after >= 0 and flow.measure == "investment" and context.before.partner == home
    if invested and (investor := next_buyer(text, named, after, figure.main.start)):
        return Parties(investor, home, True)  # "Peru led with $5 million, followed by CHILE ($3 million)"
    if flow.kind == "hint" and share and after >= 0 and flow.measure == "investment":
        return context.before  # "investment in Peru came to $5bn, of which 58 per cent went into mines"
    if not parties.reporter and flow.flow == "export" and flow.kind == "verb":
        earner = next((t for t in reversed(named) if t.kind == "economy" and t.end < figure.start), None)
        if earner and _BROUGHT.search(text, flow.at, earner.start) and not text[earner.end : figure.start].strip():
            return parties._replace(reporter=earner.name)  # "Sugar sold to Peru brought FIJI $5 million"
    if flow.word in BALANCES and (owner := _left_with(text, start, flow.at)):
        pair = (context.before.reporter, context.before.partner)
        return Parties(owner, first(pair, owner) if owner in pair else parties.partner, True)
    if (kept := _named_part(text, found, figure, parties)) is not None:
        return kept
    same = flow.measure == "tariff" == context.measure_before and not flow.reporter and context.before.reporter
    if same and _THE.search(text, max(start, flow.at - 5), flow.at):
        return context.before._replace(carried=True)  # "THE LEVY brought in $5 million"
    if flow.measure in ("aid", "debt", "investment") and (giver := _who(text, found, flow)):
        return Parties(giver, "" if parties.partner == giver else parties.partner, parties.carried)
    thanks = _THANKED.search(text, start, flow.at) if flow.measure == "aid" else None
    thanked = [t.name for t in found if t.kind == "economy" and thanks and thanks.start() < t.start]
    if thanked and thanked[0] == parties.partner:
        return Parties(thanked[0], parties.reporter, True)  # "The Kyrgyz side thanked the KAZAKH side for a grant"
    share = share and flow.measure == "debt" == context.measure_before and parties.reporter == context.before.reporter
    if share and context.before.partner and _THAT_IS.match(text, start):
        return context.before  # "It owes Peru $5 million. THAT IS half of its debt"
    if flow.measure == "debt" and not flow.partner and _SEEKS.search(text, max(start, flow.at - _BACK), flow.at):
        return parties._replace(partner="")  # "Peru is seeking a loan of $5 million": nobody has lent it yet
    eases = flow.measure == "debt" and parties.reporter not in ("", home) and not parties.partner
    if eases and _EASED.search(text, max(start, min(flow.start, flow.at - _BACK)), flow.at):
        if " | " in parties.reporter and _EACH.search(text, figure.end, figure.end + _FAR):
            lenders_told = parties.reporter.split(" | ")  # "Peru and Chile wrote off $5m and $3m RESPECTIVELY"
            parties = parties._replace(reporter=lenders_told[0 if after < 0 else -1])
        return parties._replace(partner=home)  # "Moscow deferred $1 billion in debt payments"
    before = context.before
    turned = (parties.partner, parties.reporter)
    again = after >= 0 and not flow.partner and "" not in turned and turned == before[:2]
    other = next_buyer(text, named, after, figure.main.start) if again else ""
    if again and other in ("", *turned):
        return before  # "took 77 per cent of the country's exports, worth $5 million"
    if other and context.scope_before == OWN:
        return Parties(other, before.reporter, True)  # "Peru took $5 million of it, CHILE $3 million"
    if flow.measure in ("aid", "investment") and not flow.partner:
        first_named = next((t for t in named if t.kind == "economy"), None)
        if first_named and first_named.name != parties.reporter and _IN.fullmatch(text, start, first_named.start):
            return parties._replace(partner=first_named.name)  # "In PERU Chilean investment reached $5 million"
    if after >= 0 and (flow.measure == "gdp" or figure.level and figure.level.unit == "percent"):
        name = listed(text, named, after, figure.main.start)
        if name and flow.measure == "gdp":
            return parties._replace(reporter=name)  # "grew 3 per cent in Peru, IN CHILE 2 per cent"
        if name and flow.measure == "trade" and before.reporter != name and before.partner:
            return before._replace(partner=name)  # "Peru supplied 26 per cent of Chile's imports, CUBA 10"
    gives = flow.kind == "verb" or flow.measure in ("aid", "debt", "investment")
    if after >= 0 and flow.measure == "aid" and flow.partner and (one := partner_behind(text, named, figure)):
        return parties._replace(partner=one)  # "set aside $5m for Peru, 3m FOR CHILE"
    gapped = gapped_subject(text, named, after, figure.main.start) if after >= 0 and gives else ""
    if gapped and flow.flow == "export" and _is_object(text, named, flow):
        return parties._replace(partner=gapped)  # "Iraq sold France 5 tons, JAPAN 3 and Brazil 4"
    if gapped and flow.reporter == HERE:
        return parties._replace(partner=gapped)  # "Japan is owed $5 million and FRANCE 4"
    if gapped and flow.partner != gapped:
        return parties._replace(reporter=gapped)  # "Italy bought 5 tons from Peru and CHILE 3": the verb is said once
    whole = flow.kind == "noun" and flow.at >= after >= 0 and figure.level is not None and not share
    if whole and context.before.partner and _AT_LEVEL.search(text, flow.at, figure.main.start):
        return context.before  # "Trade with Peru made up 26% of Chile's TOTAL TRADE, AT $5bn"
    if after >= 0 and flow.measure not in ("aid", "debt", "investment"):
        if flow.reporter and (owner := gapped_owner(text, named, after, figure.main.start)):
            return parties._replace(reporter=owner)  # "Peru's sales to Cuba fell while CHILE'S ROSE 9 per cent"
        partner = partner_behind(text, named, figure)
        if not partner and parties.partner:
            partner = partner_between(text, named, after, figure.main.start, parties, context)
        parties = parties._replace(partner=partner)
    if after >= 0 and flow.measure == "investment" and (source := _part_goes_to(text, found, figure)):
        figure.flow = flow._replace(scope=PART)
        return parties._replace(partner=source) if parties.reporter else parties._replace(reporter=source)
    if flow.measure == "tariff" and not flow.partner:
        parties = levied_on(text, start, found, figure, parties)
    return parties


_IN = re.compile(r"(?:In|Across)\s+(?:the\s+)?")
# "China's XI JINPING, WHO in Lusaka offered $5bn in loans"
_PERSON_WHO = re.compile(r"['’]s?\s+(?:[A-Z][\w.’'-]+\s+){1,3}[A-Z][\w.’'-]+,\s+who\b[^.;:]*$")


def _who(text: str, found: Sequence[Token], flow: Flow) -> str:
    """Return the state of the person whose relative clause a gift stands in, or ""."""
    if flow.reporter or flow.kind == "hint":
        return ""
    names = [t for t in found if t.kind == "economy" and t.end < flow.at]
    return next((t.name for t in reversed(names) if _PERSON_WHO.match(text, t.end, flow.at)), "")


_THE = re.compile(r"\b[Tt]he\s+$")
# "LEFT BUENOS AIRES WITH a deficit"
_LEFT = re.compile(
    r"\b(?:le(?:ft|aves?|aving)|saddle[sd]?|saddling|g[ai]ves?|giving|handed)\s+(?:the\s+)?((?:[A-Z][\w’'-]+\s+){1,3})(?:with\s+)?"
    r"(?:an?|its)\s+(?:[\w-]+\s+){0,2}$"
)


def _left_with(text: str, start: int, at: int) -> str:
    """Return the state that a deficit is left with: "That left Lima with a bilateral deficit"."""
    left = _LEFT.search(text, start, at)
    return (seat_of(left[1].strip()) or country_in(left[1], 0, len(left[1]))) if left else ""


# "only $400 million WERE IRANIAN EXPORTS"
_WERE = re.compile(r"\s+(?:was|were|is|are)\s+(?:the\s+)?")
_GOODS = re.compile(
    r"['’]?s?\s+(?:(?P<export>exports?|goods|sales|deliveries|shipments|products)|(?P<import>imports?|purchases))\b"
)


def _named_part(text: str, found: Sequence[Token], figure: Figure, parties: Parties) -> Parties | None:
    """Return the parties of a part of a turnover that is told as one side's exports or imports, or None."""
    pair = (parties.reporter, parties.partner)
    token = next((t for t in found if t.kind == "economy" and t.start >= figure.end), None)
    if token is None or token.name not in pair or "" in pair or not _WERE.fullmatch(text, figure.end, token.start):
        return None
    goods = _GOODS.match(text, token.end)
    if goods is None:
        return None
    figure.flow = figure.flow._replace(flow="export" if goods["export"] else "import")
    return Parties(token.name, first(pair, token.name), True)


def _is_object(text: str, named: Sequence[Token], flow: Flow) -> bool:
    """Say whether who buys stands right behind the verb: "sold FRANCE 5 tons"."""
    at = flow.at + len(flow.word) + 1
    return flow.kind == "verb" and any(at <= t.start <= at + 4 and t.name == flow.partner for t in named)


_AT_LEVEL = re.compile(r",\s+(?:at|or|worth|valued\s+at)\s+(?:\w+\s+)?$")
_THAT_IS = re.compile(r"(?:That|This|It)\s+(?:is|was|comes\s+to|makes|represents|amounts\s+to)\b")
_SEEKS = re.compile(
    r"\b(?:seek(?:s|ing)?|sought|ask(?:s|ed|ing)?\s+for|want(?:s|ed)?|needs?|needed|request(?:s|ed)?|appl(?:y|ied|ies)\s+for|negotiating|"
    r"hop(?:es?|ed|ing)\s+for)\s+(?:an?\s+|for\s+)?(?:[\w-]+\s+){0,2}$"
)
_ITS_GOODS = re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{1,3}}?(?:{'|'.join(EARNS)})\s+(?:\w+\s+)?")
_THANKED = re.compile(r"\bthank(?:ed|s)?\b[^.;]{3,80}?\bfor\b|\bgrat(?:itude|eful)\s+to\b")
_EASED = re.compile(r"\b(?:defer|forg[ai]v|wr[oi]tt?e?n?\s+off|reschedul|cancel|restructur|waive|postpone)")
_OF_EXPORTS = re.compile(r"\s+of\s+(?:the|those|these|all)\s+(?:[a-z-]+\s+)?(?:exports|shipments|deliveries|sales)\b")
_BROUGHT = re.compile(r"\b(?:brought|earned|netted|fetched|made|won)\s+(?:the\s+)?$")
# "four-fifths OF IT TO THE Paris Club", "a third WENT TO North America"
_PART_TO = re.compile(
    r"(?:\s+of\s+(?:it|them|that|this|what\s+(?:[\w’'-]+\s+){1,3}?(?:shipped|sold|exported|sells?|ships|exports|produced)(?:\s+abroad)?))?"
    r"(?:\s+by\s+(?:road|rail|sea|ship|air|lorry|truck|pipeline|train|barge))?\s+(?:(?:is|was|are|were)\s+)?(?:(?:owed|went|goes|go|came|comes|come|sold|sent|bound|"
    r"destined)\s+)?(?:to|from|for|by)\s+(?:the\s+)?"
)


def _part_goes_to(text: str, found: Sequence[Token], figure: Figure) -> str:
    bodies = [t for t in found if t.start >= figure.end and (t.kind == "economy" or t.name in lenders())]
    return bodies[0].name if bodies and _PART_TO.fullmatch(text, figure.end, bodies[0].start) else ""
