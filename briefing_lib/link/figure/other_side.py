"""Fills in who is on the other side of a flow: who receives a gift, who bought what the one before sold."""

from __future__ import annotations

import re

from briefing_lib.link.figure.economies import is_of_kind, lenders
from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.idle import EARNS
from briefing_lib.link.figure.implied import RECEIVED, receiving
from briefing_lib.link.figure.named_before import about_two
from briefing_lib.link.figure.referents import first
from briefing_lib.link.figure.sides import ITS, THEIR, pointer
from briefing_lib.link.figure.told import Context, Parties

BALANCES = ("surplus", "deficit", "gap")
LOAN = re.compile(r"loan|credit|bailout|swap")  # debt that somebody lends


def hinted(flow: Flow, context: Context) -> Parties:
    """Return whose a sum is that no word of a flow holds: of those told of before, or named in its sentence.

    >>> from briefing_lib.link.figure.told import NOBODY
    >>> flow = Flow(9, 9, 9, "debt", "", "", "", "", False, "hint")
    >>> hinted(flow, Context([], [], Parties("Peru", "Chile", False), False, NOBODY, [], ""))[:2]
    ('Peru', 'Chile')
    """
    if flow.scope == RECEIVED:
        return receiving(context)
    before = context.before
    if flow.scope == "whole" and before.reporter:
        return Parties(before.reporter, "", True)  # "Logs to Peru doubled. COFFEE did badly": to all the world
    here = list(dict.fromkeys(t.name for t in context.named if t.start < flow.at))
    sharers = [name for name in here if name in before.partner.split(" | ")]
    if " | " in before.partner and sharers:
        return Parties(before.reporter, sharers[0], True)  # "sold 4 tons to Peru and Chile. Peru's share is 3"
    trades = ("export", "import")
    third = set(here) - {before.reporter, before.partner}
    turned = {flow.flow, context.flow_before} == set(trades)
    if before.partner and turned and not third:
        return Parties(before.partner, before.reporter, True)  # "sold Peru 5 tons, a third of what it imports"
    if before.partner and context.subjects[:1] == [before.partner]:
        before = Parties(before.partner, before.reporter, True)
    new = [name for name in here if name not in (before.reporter, before.partner)]
    changes = flow.measure == "aid" and context.measure_before == "trade" and not context.same_sentence
    if changes and not here and not context.agents and is_of_kind(before.partner, ""):
        return Parties(
            "", context.home, True
        )  # "Sales to Iran fell. The consortium promised $5 million": to the country
    if before.reporter and not new:
        return Parties(before.reporter, before.partner, True)  # "Kiev admits to $760 million"
    if before.reporter and context.measure_before == flow.measure:
        leads = [name for name in context.subjects if name in new]
        if leads and flow.measure == "debt" and not before.partner:
            return Parties(before.reporter, leads[0], True)  # "Peru owes $5bn. Chile holds $1bn"
        inflow = flow.measure == "investment" and before.reporter == context.home
        if leads:  # "Australia, with $6 billion, is far ahead"
            return Parties(leads[0], before.partner or (before.reporter if flow.flow or inflow else ""), True)
        return Parties(before.reporter, new[0], True)  # "with Pakistan it was $4 billion"
    if len(here) >= 2:
        return Parties(here[0], here[1], True)
    reporter = here[0] if here else first((*context.agents, context.source, context.home), "")
    lender = flow.measure == "debt" and context.epithet  # "China is THE COUNTRY's largest lender, with $5 billion"
    if (flow.measure in ("aid", "investment") or lender) and reporter != context.home:
        return Parties(reporter, context.home, True)
    other = beside(reporter, context, flow.measure in ("arms", "contract")) if flow.measure != "debt" else ""
    return Parties(reporter, other, True)


def beside(reporter: str, context: Context, focus: bool = True) -> str:
    """Return the only other state that the paragraph has named, or that the document is about if ``focus``."""
    states = context.around.of_paragraph if context.around else []
    others = [name for name in states if name != reporter]
    if reporter and len(others) == 1 and len(states) == 2:
        return others[0]
    return context.focus.other(reporter) if focus and context.focus and not others else ""


def receiver(flow: Flow, reporter: str, context: Context) -> str:
    """ "Britain gave 12 million pounds": who receives it was said before, or is whom the document is about."""
    lends = flow.measure == "debt" and (
        flow.kind == "verb" and not flow.word.startswith(("ow", "borrow")) or LOAN.search(flow.word)
    )
    lends = lends or flow.word.startswith("tranche")
    gives = flow.measure == "aid" or lends or flow.measure in ("investment", "tariff") and flow.reporter == reporter
    if not reporter or not gives or flow.scope == "world":
        return ""
    told = context.before
    same = context.measure_before == flow.measure != "tariff"
    if told.partner and same and reporter != told.partner:
        return told.partner  # "Japan put in $2bn. Korea invested $1bn": in the same country
    if told.partner and reporter != context.home and context.home in (told.reporter, told.partner):
        return context.home
    same = context.same_sentence and reporter in (told.reporter, told.partner)
    if told.partner and same and flow.measure in ("aid", "debt", "investment"):
        return first((told.reporter, told.partner), reporter)  # "trade reached $5bn, and Peruvian investment $2bn"
    pair = [name for name, _ in context.main[:2]] if about_two(context.main) else []
    if reporter in pair and context.home in ("", *pair):
        return first(pair, reporter)
    if context.home == reporter:
        return context.other
    if flow.measure == "tariff":
        return ""
    here = {t.name for t in context.named if t.start < flow.at} - {reporter}
    if flow.measure == "aid" and len(here) == 1 and not here & lenders():
        return here.pop()  # "Peru's minister saw his Chilean colleague and pledged $5 million"
    if flow.measure != "investment" and (towards := first(context.towards, reporter)):
        return towards  # "support to Ukraine, while the World Bank added $5bn"
    gives_itself = context.home in ("", context.last.reporter)
    receiver = context.receiver if flow.measure != "investment" and gives_itself else ""
    own = flow.word.startswith("contribution")  # to what the text is about
    if flow.measure == "aid" and flow.kind == "noun" and pointer(flow.reporter) in (ITS, THEIR) and not own:
        return ""  # "ITS development assistance fell": what it gives to all
    concern = context.around.concern if context.around and flow.measure in ("aid", "debt") else ""
    gave = told.reporter if context.measure_before in ("aid", "debt") else ""
    concern = "" if concern == gave != "" and context.home not in ("", reporter) else concern
    concern = "" if concern in context.subjects or receiver and receiver in context.earlier[:1] else concern
    found = first((concern, receiver, context.home), reporter)
    return found or (beside(reporter, context, False) if flow.measure != "investment" else "")


def counterpart(flow: Flow, reporter: str, context: Context) -> str:
    """Return the partner of the figure before, where a flow is told beside it by the same reporter."""
    before, told_beside = context.before, context.same_sentence
    if flow.flow == "turnover" and not flow.reporter and about_two(context.main):
        return first([name for name, _ in context.main[:2]], reporter)  # "to raise trade turnover to $2 billion"
    if flow.measure == "contract":
        kept = before.partner if before.reporter == reporter and not flow.reporter else ""
        return kept or (context.focus.other(reporter) if context.focus else "")
    if flow.word in BALANCES and flow.measure == "trade" and reporter in (before.reporter, before.partner):
        bare = told_beside or flow.reporter
        return first((before.partner, before.reporter), reporter) if before.partner and bare and not flow.scope else ""
    if flow.measure != "trade" or flow.flow not in ("export", "import"):
        return ""
    if flow.word in EARNS and flow.reporter == reporter and not told_beside:
        return ""  # "MALI'S COTTON fetched $5 million": from whoever bought it
    issuer = context.around.issuer if context.around and flow.kind == "verb" and flow.flow == "import" else ""
    if reporter and issuer == context.home != reporter and flow.reporter == reporter and not before.partner:
        return issuer  # "Pakistan bought tea worth $5 million", in a release of Kenya's statistics office
    supplies = flow.kind == "verb" and flow.word.startswith("suppl") and flow.reporter == reporter
    if supplies and context.home not in ("", reporter) and not before.partner:
        return context.home  # "Qatar supplies 2 million tonnes a year": to whom the text is about
    gave = context.measure_before in ("aid", "arms") and flow.flow == "export" and before.partner
    if gave and flow.kind == "verb" and reporter != before.partner:
        return before.partner  # "Japan gave $5m in aid. America had sent 5 tons of wheat"
    second = flow.kind == "verb" and flow.reporter == reporter and context.flow_before in ("export", "import")
    if second and before.reporter and reporter not in (before.reporter, before.partner):
        # "Spain bought 5 tons from Peru. Italy took 3": a second buyer of the same goods
        if not context.by_verb and before.reporter == context.home:
            return before.reporter  # "Exports to Peru fell. Italy bought 12 per cent more"
        return before.partner if flow.flow == context.flow_before else before.reporter
    if flow.scope == "back":
        return before.reporter if before.partner == reporter else before.partner
    if not before.partner:
        return _by_focus(flow, reporter, context)
    named_owner = reporter == context.home or bool(flow.commodity) and " | " not in before.partner
    plain = flow.kind == "noun" or flow.word.startswith(("export", "import"))
    own = flow.reporter == reporter and named_owner and plain and not flow.weak and not told_beside
    two = about_two(context.main) or context.focus and context.focus.other(reporter) == before.partner
    if own and not two and context.flow_before != "turnover":
        return ""  # "Iran bought 8 tons. TURKMEN COTTON EXPORTS dropped": to all the world
    if flow.weak and not told_beside and flow.kind != "verb":
        other = reporter not in (before.reporter, before.partner) and flow.reporter == reporter
        same = flow.flow == context.flow_before and not (flow.reporter or flow.commodity or context.goods_before)
        if same and not context.listed and reporter == before.reporter and flow.scope == "":
            return before.partner  # "Exports to Peru declined. DELIVERIES came to $5bn"
        if flow.reporter and not other and not flow.commodity:
            return first((before.partner, before.reporter), reporter)  # "sales to Peru rose. Our purchases fell"
        if other and flow.flow == context.flow_before == "import" and before.partner == context.home:
            return context.home  # "Spain bought 5 tons from Peru. ITALY'S PURCHASES were 3"
        return before.reporter if other and flow.flow == "import" and context.flow_before == "export" else ""
    if not told_beside and not flow.reporter and (context.listed or context.goods_before and not flow.commodity):
        return ""  # "Exports to Peru rose, those to Chile fell. Imports declined"
    if flow.commodity and not told_beside and not flow.reporter and flow.flow != context.flow_before:
        return ""  # "... cotton from Brazil. Rice exports rose"
    if before.reporter and reporter not in (before.reporter, before.partner):
        return ""
    return before.reporter if before.partner == reporter else before.partner


def _by_focus(flow: Flow, reporter: str, context: Context) -> str:
    """Return who is on the other side of a sale, in a document or a paragraph about two states."""
    last = context.last
    bare = not (flow.reporter or flow.commodity or flow.scope or context.listed)
    if context.focus and bare and last.partner and {last.reporter, last.partner} == set(context.focus.pair):
        return context.focus.other(reporter)  # "Exports were a third lower": of the two that the text is about
    if context.focus is None or not flow.reporter or not flow.weak:
        return ""
    guest = flow.kind == "verb" or reporter != context.home
    return context.focus.other(reporter) or (beside(reporter, context) if guest else "")
