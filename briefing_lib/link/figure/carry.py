"""Fills in the economies that a clause leaves out, from the words before it: "its", "bilateral", "its neighbour"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import Token, lenders
from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.idle import EARNS
from briefing_lib.link.figure.lands import AREAS
from briefing_lib.link.figure.other_side import BALANCES, LOAN, counterpart, hinted, receiver
from briefing_lib.link.figure.referents import called, country, first, land_of, other_of, owner, pair_of
from briefing_lib.link.figure.sides import COUNTRY, GROUP, HERE, ITS, PAIR, SPEAKER, THEIR, THERE, pointer
from briefing_lib.link.figure.told import NOBODY, Context, Parties

_GIFTS = ("aid", "debt", "investment", "arms", "tariff")  # flows whose giver is the subject
_OWN_VERBS = (*EARNS, "sent home", "send home", "sends home")  # verbs whose subject is no economy: "workers sent home"
_FOREIGN = re.compile(r"direct|FDI|foreign|inward")  # investment that is an economy's own, and no sum somebody needs
_LENT = ("lent", "lends", "lend", "loaned")
_OF_HOME = (
    "trade",
    "debt",
    "contract",
    "gdp",
    "energy",
    "investment",
    "tariff",
    "remittances",
    "reserves",
    "transit",
)  # measures an economy has of its own


def resolve(flow: Flow, context: Context) -> Parties:
    """Return the parties of a flow as it is read from its own words, completed from its context.

    >>> from briefing_lib.link.figure.economies import Token
    >>> flow = Flow(20, 40, 20, "trade", "import", "", "Peru", "", False, "noun")
    >>> resolve(flow, Context([Token(0, 5, "economy", "Chile")], ["Chile"], NOBODY, False, NOBODY, [], ""))
    Parties(reporter='Chile', partner='Peru', carried=True)
    """
    several = [name for name in flow.partner.split(" | ") if not pointer(name)]
    if " | " in flow.partner:
        flow = flow._replace(partner=" | ".join(several))
    if {flow.reporter.partition(":")[2], flow.partner.partition(":")[2]} & set(AREAS):
        flow = _with_areas(flow, context)
        if flow.reporter == NOWHERE:
            return Parties("", "" if pointer(flow.partner) else flow.partner, False)
    reporter, partner = pointer(flow.reporter) or flow.reporter, pointer(flow.partner) or flow.partner
    reporter, partner = (context.home if name == HERE else name for name in (reporter, partner))
    if SPEAKER in (reporter, partner):  # whose "our" is, the voice of the sentence says, and not the words
        speaker = context.around.speaker if context.around else ""
        reporter = speaker if reporter == SPEAKER else reporter
        partner = speaker if partner == SPEAKER else partner
        if not reporter:
            return Parties("", "" if pointer(partner) else partner, False)
    if reporter == THEIR and flow.flow == "turnover" and not partner and flow.scope == "":
        reporter = PAIR  # "the two want their trade to reach $18 billion"
    if partner == PAIR and reporter and not pointer(reporter) and flow.flow in ("export", "import"):
        sellers = [t for t in context.named if t.name != reporter]
        near = [name for name in reversed(context.earlier) if name != reporter]
        both = tuple(near) if len(near) == 2 else pair_of(flow, "", context._replace(named=sellers))
        if "" not in both and reporter not in both:
            return Parties(reporter, " | ".join(both), False)  # "imports by Japan from THE TWO COUNTRIES"
    if reporter == PAIR and partner and not pointer(partner):
        ahead_of = [t.name for t in context.named if t.start < flow.start]
        traded = context.before.reporter if context.measure_before == "trade" else ""
        own = first((*ahead_of, traded, context.home, context.last.reporter), partner)
        if own:
            return Parties(own, partner, True)  # "TWO-WAY trade with Peru": of whom the text is about
    if PAIR in (reporter, partner):
        return Parties(*pair_of(flow, reporter if partner == PAIR else "", context), True)
    if flow.kind == "hint" and not reporter and not partner:
        return hinted(flow, context)
    if flow.measure in _NO_LENDERS:
        context = context._replace(before=_without_lenders(context.before), last=_without_lenders(context.last))
    pointed = bool(pointer(reporter) or pointer(partner))
    if not pointed and reporter and (partner or flow.flow == "" and flow.measure != "sanctions"):
        other = counterpart(flow, reporter, context) if flow.word in BALANCES else receiver(flow, reporter, context)
        return Parties(reporter, partner or other, False)
    ahead = [t.name for t in context.named if t.start < flow.start]
    if flow.measure == "debt" and not LOAN.search(flow.word) and flow.word not in _LENT:
        ahead = [name for name in ahead if name not in lenders()]  # whose debt it is, borrows
    joined = _joined(context.named, flow.start)
    if joined and not reporter and not partner and flow.measure in _GIFTS:
        if context.home in joined.split(" | ") and flow.measure == "debt":  # "Ghana and Japan signed a credit accord"
            return Parties(first(joined.split(" | "), context.home), context.home, True)
        reporter = joined  # "Sweden and Norway have written off debts"
    if not reporter and not partner and len(set(ahead)) == 2:
        one, two = dict.fromkeys(ahead)
        if flow.flow == "turnover":
            return Parties(one, two, True)  # "Peru is Chile's largest partner, with trade worth"
        if flow.measure in _GIFTS and flow.measure != "tariff":
            return Parties(one, two, False)  # "Peru gave Chile a loan"
    if flow.measure == "sanctions" and reporter and not partner and context.subjects[:1] not in ([], [reporter]):
        return Parties(context.subjects[0], reporter, False)  # "Peru froze $5 million of Chilean assets"
    carried = pointed
    reporter = context.group if reporter == GROUP else reporter
    partner = context.group if partner == GROUP else partner
    if reporter in (ITS, THEIR):
        reporter = owner("" if pointer(partner) else partner, ahead, context)
    if partner == THERE:
        partner = other_of("" if pointer(reporter) else reporter, ahead, context)
    if partner == COUNTRY and not flow.partner.endswith(":"):
        partner = called(flow.partner, "" if pointer(reporter) else reporter, ahead, context) or partner
    land = land_of(context)
    if partner == COUNTRY and land not in ("", reporter) and land not in ahead:
        partner = land
    if partner in (ITS, THEIR) and not ahead and context.around:  # "France sold IT two ships": whom the text spoke of
        got = context.before.partner if context.measure_before in ("aid", "debt", "investment") else ""
        told_of = (got, *context.agents, *context.around.subjects[:1], context.before.partner, context.home)
        partner = first(told_of, reporter) or partner
    if partner in (COUNTRY, ITS, THEIR):
        partner = other_of("" if pointer(reporter) else reporter, ahead, context)
    if reporter == COUNTRY:
        reporter = country(flow.reporter, flow.start, partner, ahead, context)
    if not reporter:
        reporter, carried = _missing_reporter(flow, partner, ahead, context), True
    if not partner and flow.scope not in ("whole", "elsewhere"):
        partner = counterpart(flow, reporter, context)
        partner = partner or receiver(flow, reporter, context)
        carried = carried or bool(partner)
    others = {name for name in ahead if name != reporter}
    if flow.measure == "tariff" and not partner and len(others) == 1:
        partner = others.pop()  # "Peru would hit $20 billion of Chilean goods with tariffs"
    return Parties(reporter, "" if partner == reporter else partner, carried)


_NO_LENDERS = ("trade", "gdp", "energy", "tariff", "reserves", "remittances")


def _without_lenders(parties: Parties) -> Parties:
    """Forget a lender and whom it lends to where the trade of an economy is told: the IMF exports nothing."""
    return NOBODY if lenders() & {parties.reporter, parties.partner} else parties


NOWHERE = "nowhere"  # the region of a text that names none


def _with_areas(flow: Flow, context: Context) -> Flow:
    """Name the continent or region that a flow points at; one that nobody has named is no economy."""
    if flow.reporter.partition(":")[2] in AREAS:
        flow = flow._replace(reporter=called(flow.reporter, "", (), context) or NOWHERE)
    if flow.partner.partition(":")[2] in AREAS:
        name = called(flow.partner, "", (), context)
        flow = flow._replace(partner=name, scope=flow.scope if name else "elsewhere")
    return flow


_AND = 5  # characters of " and "


def _joined(named: Sequence[Token], start: int) -> str:
    """Return the two names that "and" joins before a flow, or ""."""
    ahead = [t for t in named if t.start < start]
    if len(ahead) != 2 or ahead[1].start - ahead[0].end != _AND or ahead[0].name == ahead[1].name:
        return ""
    return f"{ahead[0].name} | {ahead[1].name}"


_COUNTED = ("trade", "gdp", "reserves", "remittances")  # what an office publishes of its own country


def _publishers_own(flow: Flow, partner: str, context: Context) -> str:
    """Return the country whose statistics office or central bank publishes the text: its figures are its own, or ""."""
    issuer = context.around.issuer if context.around else ""
    if issuer != context.home or issuer == partner or flow.measure not in _COUNTED or flow.scope == "world":
        return ""
    own_verb = flow.kind != "verb" or flow.word in _OWN_VERBS
    others = [name for name in context.subjects if name != partner]
    return issuer if own_verb and not others and context.source in ("", issuer) else ""


def _missing_reporter(flow: Flow, partner: str, ahead: Sequence[str], context: Context) -> str:
    before = context.before
    if flow.scope == "others":
        return ""
    if flow.measure == "tariff" and context.subjects:
        return first((*reversed(context.subjects), *reversed(ahead)), partner)
    if (own := _publishers_own(flow, partner, context)) and not context.same_sentence:
        return own
    if context.same_sentence and flow.measure in ("aid", "debt") and context.since and flow.kind == "noun":
        return context.since[-1]  # "Qatar gave $1bn, and the board of THE IMF approved a credit"
    new = partner not in ("", before.reporter, before.partner) and context.by_verb and flow.kind == "noun"
    if context.same_sentence and before.reporter and new and before.partner:
        return before.partner  # "Britain took 9 tons and there were sales of 3 tons to Norway"
    if context.same_sentence and before.reporter:
        return before.partner if before.reporter == partner else before.reporter
    if flow.measure == "debt" and partner and context.focus and not ahead and context.focus.other(partner):
        return context.focus.other(partner)  # "arrears to Korean suppliers": of the other of two
    if flow.word in ("tranche", "tranches") and (before.partner or context.last.partner):
        if context.receiver and context.focus and context.focus.other(context.receiver):
            return context.focus.other(context.receiver)
        return before.reporter or context.last.reporter  # "A first tranche of $120 million"
    # Who gives is the subject; whose trade it is stands nearest.
    candidates = (*reversed(context.subjects), *ahead) if flow.measure in _GIFTS else tuple(reversed(ahead))
    candidates = (*candidates, *context.agents) if flow.measure in _GIFTS or flow.weak else candidates
    if flow.measure == "aid" and flow.kind == "verb" and context.around:
        candidates = (*candidates, *context.around.persons)  # "Mr Store's government promised Malawi $5 million"
    loan = flow.measure == "debt" and flow.kind == "noun" and LOAN.search(flow.word)
    # "heard HU JINTAO pledge $5bn in loans to the continent"
    if loan and (flow.partner or flow.scope == "elsewhere") and context.around:
        guests = [name for name in reversed(context.around.persons) if name != context.home]
        candidates = (*candidates, *guests)
    found = first((*candidates, context.source), partner)
    third = partner and partner not in (before.reporter, before.partner) or context.by_verb
    third = third or context.measure_before in ("aid", "debt", "investment")
    at_home = context.home == before.partner and context.home not in ("", partner) and third
    if not found and at_home and (flow.kind == "noun" or flow.word in EARNS) and flow.measure == "trade":
        return context.home  # "Russia sold 5 tons to Mongolia. Trade with Korea": the trade of Mongolia
    bought = context.by_verb and before.partner == context.home != ""
    if not found and bought and (flow.kind == "noun" or flow.word in EARNS) and not partner:
        found = context.home  # "China bought tea from Kenya. Total exports rose": Kenya's
    other = context.by_verb and not context.same_sentence and not partner and not before.partner
    if not found and other and flow.kind == "noun" and flow.flow and before.reporter != context.home:
        found = context.home  # "A Danish group paid $35 million. EXPORTS fell": those of whom the text is about
    if not found and before.reporter and flow.measure in ("trade", "energy"):
        found = before.partner if before.reporter == partner else before.reporter
    if not found and flow.measure == "trade" and flow.kind == "noun" and partner and not flow.weak:
        near = (context.home,) if context.home in (*context.earlier, context.last.reporter) else ()
        found = first((*near, *context.earlier), partner)
    if (
        not found
        and flow.measure in _OF_HOME
        and flow.scope != "world"
        and (flow.kind != "verb" or flow.word in _OWN_VERBS or flow.flow == "export" and partner and not flow.reporter)
        and (flow.measure != "investment" or _FOREIGN.search(flow.word))
    ):
        lasting = context.last.reporter
        if flow.measure == "tariff":  # who levies on one of two is the other
            lasting = context.focus.other(partner) if context.focus else ""
        found = first((context.home, lasting), partner)
    return found
