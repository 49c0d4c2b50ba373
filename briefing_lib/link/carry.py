"""Fills in the economies that a clause leaves out, from the words before it: "its", "bilateral", "its neighbour"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.link.around import Around
from briefing_lib.link.economies import Token, is_of_kind, lenders
from briefing_lib.link.flows import Flow
from briefing_lib.link.focus import Focus
from briefing_lib.link.idle import EARNS
from briefing_lib.link.named_before import about_two
from briefing_lib.link.sides import COUNTRY, GROUP, HERE, ITS, PAIR, SPEAKER, THEIR, THERE, pointer

_GIFTS = ("aid", "debt", "investment", "arms", "tariff")  # flows whose giver is the subject
_OWN_VERBS = (*EARNS, "sent home", "send home", "sends home")  # verbs whose subject is no economy: "workers sent home"
_FOREIGN = re.compile(r"direct|FDI|foreign|inward")  # investment that is an economy's own, and no sum somebody needs
_LENT = ("lent", "lends", "lend", "loaned")
_LOAN = re.compile(r"loan|credit|bailout|swap")
_OF_HOME = (
    "trade",
    "debt",
    "gdp",
    "energy",
    "investment",
    "tariff",
    "remittances",
    "reserves",
    "transit",
)  # measures an economy has of its own


class Parties(NamedTuple):
    """Reporter and partner of a flow, and whether they were named beside it or carried from elsewhere."""

    reporter: str
    partner: str
    carried: bool


NOBODY = Parties("", "", False)


class Context(NamedTuple):
    """What the words around a flow say of economies."""

    named: Sequence[Token]  # economies of its sentence that can be pointed at
    subjects: Sequence[str]  # those before the flow that no preposition rules out as subject, in order
    before: Parties  # parties of the figure before, of this sentence or of this paragraph
    same_sentence: bool  # whether that figure stands in the same sentence
    last: Parties  # parties told of last, in whatever paragraph
    earlier: Sequence[str]  # economies named before the sentence, the nearest first
    source: str  # economy of the source of the figure, e.g. that of its customs office
    main: Sequence[tuple[str, int]] = ()  # the states that the document names more than once, most named first
    group: str = ""  # the bloc named last before the flow
    home: str = ""  # the economy the document is about
    receiver: str = ""  # who was told of last as receiving aid or credit
    flow_before: str = ""  # export, import or turnover: the flow of the figure before
    goods_before: str = ""  # its goods
    listed: bool = False  # whether its partner was one of several
    by_verb: bool = False  # whether a verb told of it: "China bought"
    measure_before: str = ""  # its measure
    previous: Sequence[str] = ()  # economies of the sentence before, where no figure was told in it
    other: str = ""  # the second economy that the headline names
    towards: Sequence[str] = ()  # economies of the sentence behind "to" or "for", the last first
    seats: Sequence[str] = ()  # states whose capitals are named before the sentence
    around: Around | None = None  # what the words around are about
    focus: Focus | None = None  # the two states that the document is about
    agents: Sequence[str] = ()  # states whose companies and ministries are named before the flow


def resolve(flow: Flow, context: Context) -> Parties:
    """Return the parties of a flow as it is read from its own words, completed from its context.

    >>> from briefing_lib.link.economies import Token
    >>> flow = Flow(20, 40, 20, "trade", "import", "", "Peru", "", False, "noun")
    >>> resolve(flow, Context([Token(0, 5, "economy", "Chile")], ["Chile"], NOBODY, False, NOBODY, [], ""))
    Parties(reporter='Chile', partner='Peru', carried=True)
    """
    several = [name for name in flow.partner.split(" | ") if not pointer(name)]
    if " | " in flow.partner:
        flow = flow._replace(partner=" | ".join(several))
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
    if PAIR in (reporter, partner):
        return Parties(*_pair(flow, reporter if partner == PAIR else "", context), True)
    if flow.kind == "hint" and not reporter and not partner:
        return _hinted(flow, context)
    pointed = bool(pointer(reporter) or pointer(partner))
    if not pointed and reporter and (partner or flow.flow == "" and flow.measure != "sanctions"):
        return Parties(reporter, partner or _receiver(flow, reporter, context), False)
    ahead = [t.name for t in context.named if t.start < flow.start]
    if flow.measure == "debt" and not _LOAN.search(flow.word) and flow.word not in _LENT:
        ahead = [name for name in ahead if name not in lenders()]  # whose debt it is, borrows
    joined = _joined(context.named, flow.start)
    if joined and not reporter and not partner and flow.measure in _GIFTS:
        if context.home in joined.split(" | ") and flow.measure == "debt":  # "Ghana and Japan signed a credit accord"
            return Parties(_first(joined.split(" | "), context.home), context.home, True)
        reporter = joined  # "Sweden and Norway have written off debts"
    if not reporter and not partner and len(set(ahead)) == 2:
        first, second = dict.fromkeys(ahead)
        if flow.flow == "turnover":
            return Parties(first, second, True)  # "Peru is Chile's largest partner, with trade worth"
        if flow.measure in _GIFTS and flow.measure != "tariff":
            return Parties(first, second, False)  # "Peru gave Chile a loan"
    if flow.measure == "sanctions" and reporter and not partner and context.subjects[:1] not in ([], [reporter]):
        return Parties(context.subjects[0], reporter, False)  # "Peru froze $5 million of Chilean assets"
    carried = pointed
    reporter = context.group if reporter == GROUP else reporter
    partner = context.group if partner == GROUP else partner
    if reporter in (ITS, THEIR):
        reporter = _owner("" if pointer(partner) else partner, ahead, context)
    if partner == THERE:
        partner = _other("" if pointer(reporter) else reporter, ahead, context)
    if partner == COUNTRY and not flow.partner.endswith(":"):
        partner = _called(flow.partner, "" if pointer(reporter) else reporter, ahead, context) or partner
    if partner == COUNTRY and context.home not in ("", reporter) and context.home not in ahead:
        partner = context.home
    if partner in (COUNTRY, ITS, THEIR):
        partner = _other("" if pointer(reporter) else reporter, ahead, context)
    if reporter == COUNTRY:
        reporter = _country(flow.reporter, flow.start, partner, ahead, context)
    if not reporter:
        reporter, carried = _missing_reporter(flow, partner, ahead, context), True
    if not partner and flow.scope not in ("whole", "elsewhere"):
        partner = _counterpart(flow, reporter, context)
        partner = partner or _receiver(flow, reporter, context)
        carried = carried or bool(partner)
    others = {name for name in ahead if name != reporter}
    if flow.measure == "tariff" and not partner and len(others) == 1:
        partner = others.pop()  # "Peru would hit $20 billion of Chilean goods with tariffs"
    return Parties(reporter, "" if partner == reporter else partner, carried)


_AND = 5  # characters of " and "


def _joined(named: Sequence[Token], start: int) -> str:
    """Return the two names that "and" joins before a flow, or ""."""
    ahead = [t for t in named if t.start < start]
    if len(ahead) != 2 or ahead[1].start - ahead[0].end != _AND or ahead[0].name == ahead[1].name:
        return ""
    return f"{ahead[0].name} | {ahead[1].name}"


def _hinted(flow: Flow, context: Context) -> Parties:
    """Return whose a sum is that no word of a flow holds: of those told of before, or named in its sentence."""
    before = context.before
    here = list(dict.fromkeys(t.name for t in context.named if t.start < flow.at))
    if before.partner and context.subjects[:1] == [before.partner]:
        before = Parties(before.partner, before.reporter, True)
    new = [name for name in here if name not in (before.reporter, before.partner)]
    if before.reporter and not new:
        return Parties(before.reporter, before.partner, True)  # "Kiev admits to $760 million"
    if before.reporter and context.measure_before == flow.measure:
        leads = [name for name in context.subjects if name in new]
        if leads:  # "Australia, with $6 billion, is far ahead"
            return Parties(leads[0], before.partner or (before.reporter if flow.flow else ""), True)
        return Parties(before.reporter, new[0], True)  # "with Pakistan it was $4 billion"
    if len(here) >= 2:
        return Parties(here[0], here[1], True)
    reporter = here[0] if here else _first((*context.agents, context.source, context.home), "")
    if flow.measure in ("aid", "investment") and reporter != context.home:
        return Parties(reporter, context.home, True)
    return Parties(reporter, _beside(reporter, context) if flow.measure != "debt" else "", True)


def _beside(reporter: str, context: Context, focus: bool = True) -> str:
    """Return the only other state that the paragraph has named, or that the document is about if ``focus``."""
    states = context.around.of_paragraph if context.around else []
    others = [name for name in states if name != reporter]
    if reporter and len(others) == 1 and len(states) == 2:
        return others[0]
    return context.focus.other(reporter) if focus and context.focus and not others else ""


def _pair(flow: Flow, one: str, context: Context) -> tuple[str, str]:
    """Return the two that "bilateral" or "the two countries" points at; ``one`` is named beside it."""
    here = list(dict.fromkeys(t.name for t in context.named))
    ahead = list(dict.fromkeys(t.name for t in context.named if t.start < flow.at))
    for names in (ahead, here):
        if len(names) >= 2:
            return names[0], names[1]
    around = context.around
    present = list(dict.fromkeys([*here, *(around.present if around else [])]))
    for told in (context.before, context.last):
        if told.reporter and told.partner and not set(present) - {told.reporter, told.partner}:
            return told.reporter, told.partner
    main = context.main
    if about_two(main) and not set(here) - {name for name, _ in main[:2]}:
        return main[0][0], main[1][0]
    if len(present) >= 2:  # "President Mnangagwa told his Zambian host"
        return present[0], present[1]
    near = [name for name in (around.nearby if around else []) if name not in here]
    if len(here) + len(near) == 2:
        first, second = [*here, *reversed(near)]
        return first, second
    for told in (context.before, context.last):
        if told.reporter and told.partner:
            return told.reporter, told.partner
    most_named = [name for name, _ in main if len(here) == 1]
    pair = list(dict.fromkeys([*here, *most_named, *context.earlier, *near, *context.seats]))
    if len(pair) >= 2:
        return (pair[0], pair[1]) if here else (pair[1], pair[0])
    return "", ""


def _owner(partner: str, ahead: Sequence[str], context: Context) -> str:
    """Return whom "its" means: the first named in the sentence, the subject as a rule, but for the partner."""
    before = context.before
    near = (context.home,) if context.home in context.earlier else ()
    subjects = context.around.subjects[:1] if context.around and context.previous else []
    names = (
        *ahead, *subjects, *context.previous, before.reporter, before.partner, *near, *context.earlier, context.home,
    )  # fmt: skip
    return _first([name for name in names if name not in lenders()], partner)


def _other(reporter: str, ahead: Sequence[str], context: Context) -> str:
    """Return whom "the country" means as a partner: the nearest named but for the reporter."""
    before = context.before
    return _first((*reversed(ahead), before.partner, before.reporter, *context.earlier, context.home), reporter)


def _called(word: str, other: str, ahead: Sequence[str], context: Context) -> str:
    """Return which economy told of "the kingdom" or "the bloc" can mean, the nearest first."""
    kind, before = word.partition(":")[2], context.before
    if kind in ("fund", "community", "federal"):
        return context.around.body(kind) if context.around else ""
    subjects = context.around.subjects if context.around else ()
    names = (
        *reversed(ahead), *subjects, before.reporter, before.partner, context.home, *context.earlier,
        *(name for name, _ in context.main), context.group,
    )  # fmt: skip
    return _first([name for name in names if name and is_of_kind(name, kind)], other)


def _country(word: str, word_at: int, partner: str, ahead: Sequence[str], context: Context) -> str:
    """Return whom "the country" means that owns something: whom the paragraph or the document is about."""
    if not word.endswith(":") and (called := _called(word, partner, ahead, context)):
        return called
    near = (*context.earlier, context.before.reporter, context.before.partner, context.last.reporter)
    persons = context.around.persons if context.around else ()
    if ahead and not context.subjects and (own := _first(persons, partner)):
        return own  # "President Kaunda reopened the line through Rhodesia: copper is the country's"
    if context.around and not ahead and context.around.topic in near:
        near, home = (context.around.topic,), context.around.topic
    else:
        home = context.home
    named = [t.name for t in context.named if t.start < word_at and t.end - t.start == len(t.name)] if ahead else []
    if home in near and home not in (*ahead, partner) and not named:
        return home
    return _owner(partner, ahead, context)


def _first(names: Sequence[str], but: str) -> str:
    return next((name for name in names if name and name != but), "")


def _missing_reporter(flow: Flow, partner: str, ahead: Sequence[str], context: Context) -> str:
    before = context.before
    if flow.measure == "tariff" and context.subjects:
        return _first(tuple(reversed(context.subjects)), partner)
    if context.same_sentence and before.reporter:
        return before.partner if before.reporter == partner else before.reporter
    if flow.word == "tranche" and before.reporter and before.partner and context.measure_before in ("debt", "aid"):
        return before.reporter  # "A first tranche of $120 million"
    # Who gives is the subject; whose trade it is stands nearest.
    candidates = (*reversed(context.subjects), *ahead) if flow.measure in _GIFTS else tuple(reversed(ahead))
    candidates = (*candidates, *context.agents) if flow.measure in _GIFTS or flow.weak else candidates
    found = _first((*candidates, context.source), partner)
    third = partner and partner not in (before.reporter, before.partner) or context.by_verb
    third = third or context.measure_before in ("aid", "debt", "investment")
    at_home = context.home == before.partner and context.home not in ("", partner) and third
    if not found and at_home and flow.kind == "noun" and flow.measure == "trade":
        return context.home  # "Russia sold 5 tons to Mongolia. Trade with Korea": the trade of Mongolia
    bought = context.by_verb and before.partner == context.home != ""
    if not found and bought and flow.kind == "noun" and not partner:
        found = context.home  # "China bought tea from Kenya. Total exports rose": Kenya's
    if not found and before.reporter and flow.measure in ("trade", "energy"):
        found = before.partner if before.reporter == partner else before.reporter
    if not found and flow.measure == "trade" and flow.kind == "noun" and partner and not flow.weak:
        near = (context.home,) if context.home in (*context.earlier, context.last.reporter) else ()
        found = _first((*near, *context.earlier), partner)
    if (
        not found
        and flow.measure in _OF_HOME
        and flow.scope != "world"
        and (flow.kind != "verb" or flow.word in _OWN_VERBS)
        and (flow.measure != "investment" or _FOREIGN.search(flow.word))
    ):
        found = _first((context.home, context.last.reporter), partner)
    return found


def _receiver(flow: Flow, reporter: str, context: Context) -> str:
    """ "Britain gave 12 million pounds": who receives it was said before, or is whom the document is about."""
    lends = flow.measure == "debt" and (
        flow.kind == "verb" and not flow.word.startswith("ow") or _LOAN.search(flow.word)
    )
    gives = flow.measure == "aid" or lends or flow.measure in ("investment", "tariff") and flow.reporter == reporter
    if not reporter or not gives or flow.scope == "world":
        return ""
    told = context.before
    if told.partner and context.measure_before == flow.measure and reporter != told.partner:
        return told.partner  # "Japan put in $2bn. Korea invested $1bn": in the same country
    if told.partner and reporter != context.home and context.home in (told.reporter, told.partner):
        return context.home
    beside = context.same_sentence and reporter in (told.reporter, told.partner)
    if told.partner and beside and flow.measure in ("aid", "debt", "investment"):
        return _first((told.reporter, told.partner), reporter)  # "trade reached $5bn, and Peruvian investment $2bn"
    pair = [name for name, _ in context.main[:2]] if about_two(context.main) else []
    if reporter in pair and context.home in ("", *pair):
        return _first(pair, reporter)
    if context.home == reporter:
        return context.other
    if flow.measure == "tariff":
        return ""
    here = {t.name for t in context.named if t.start < flow.at} - {reporter}
    if flow.measure == "aid" and len(here) == 1 and not here & lenders():
        return here.pop()  # "Peru's minister saw his Chilean colleague and pledged $5 million"
    if flow.measure != "investment" and (towards := _first(context.towards, reporter)):
        return towards  # "support to Ukraine, while the World Bank added $5bn"
    receiver = context.receiver if flow.measure != "investment" else ""
    found = _first((receiver, context.home), reporter)
    return found or (_beside(reporter, context, False) if flow.measure != "investment" else "")


def _counterpart(flow: Flow, reporter: str, context: Context) -> str:
    """Return the partner of the figure before, where a flow is told beside it by the same reporter."""
    before, told_beside = context.before, context.same_sentence
    if flow.flow == "turnover" and not flow.reporter and about_two(context.main):
        return _first([name for name, _ in context.main[:2]], reporter)  # "to raise trade turnover to $2 billion"
    if flow.measure == "contract" and not before.partner:
        return context.focus.other(reporter) if context.focus else ""
    if flow.measure != "trade" or flow.flow not in ("export", "import"):
        return ""
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
    if flow.weak and not told_beside and flow.kind != "verb":
        other = reporter not in (before.reporter, before.partner) and flow.reporter == reporter
        if flow.reporter and not other and not flow.commodity:
            return _first((before.partner, before.reporter), reporter)  # "sales to Peru rose. Our purchases fell"
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
    if context.focus is None or not flow.reporter or not flow.weak:
        return ""
    guest = flow.kind == "verb" or reporter != context.home
    return context.focus.other(reporter) or (_beside(reporter, context) if guest else "")
