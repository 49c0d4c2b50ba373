"""Reads the figures of one sentence into rows: numbers to flows, flows to economies, each with its time and source."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.link.figure.attribution import attribution_of
from briefing_lib.link.figure.comparators import Comparator, comparators
from briefing_lib.link.figure.context import parties_of
from briefing_lib.link.figure.earlier_levels import earlier_level
from briefing_lib.link.figure.economies import Token, country_in
from briefing_lib.link.figure.figures import edges_of, group_figures, qualifier, shared_out
from briefing_lib.link.figure.flows import Flow, read_flows
from briefing_lib.link.figure.introduced import introduced, speaks_of_trade
from briefing_lib.link.figure.levels import baseline_of, baseline_period, change_pct, direction_of
from briefing_lib.link.figure.measured import Figure, is_unit_price, masses, money
from briefing_lib.link.figure.measures import of_economy
from briefing_lib.link.figure.other_side import LOAN
from briefing_lib.link.figure.period import comparator_of, passed_on, when_of
from briefing_lib.link.figure.periods import is_period
from briefing_lib.link.figure.plans import is_goal, planned_by
from briefing_lib.link.figure.plausible import goes_on, is_statistic
from briefing_lib.link.figure.pointed import POINTED_BEFORE, Told, pointed
from briefing_lib.link.figure.scene import Scene, tokens_of_scene
from briefing_lib.link.figure.sources import FigureSource, figure_sources
from briefing_lib.link.figure.told import NOBODY, Parties
from briefing_lib.link.figure.unsaid import unsaid
from briefing_lib.tables import Date, Quantity, Statistic

_NAN = math.nan
_FAR = 10  # sentences over which "bilateral" can point back to a pair
_OF_BASE = 8  # characters: "(58.6% IN 2022)" dates the level before
_LEAST = 1e5  # a fine or an order below is no matter of states
_POINTING = ("pronoun", "figure")


class _Reading(NamedTuple):
    """What a sentence has besides its figures."""

    found: Sequence[Token]
    compared: Sequence[Comparator]
    periods: Sequence[Date]
    dated: Sequence[Date]  # all that can be periods, those of a level before included
    sources: Sequence[FigureSource]


def read_figures(scene: Scene, quantities: Sequence[Quantity], told: Told | None) -> list[tuple[Statistic, Told]]:
    """Return the rows of a sentence, each with what it leaves for the next.

    Args:
        scene: the sentence.
        quantities: those of its quantities that can measure an economy.
        told: what the figure before it left, in whatever paragraph.
    """
    text, start, end = scene.text, scene.start, scene.end
    found = tokens_of_scene(scene)
    # A pair is remembered for some paragraphs, everything else for one.
    last = None if told is None or scene.position - told.sentence > _FAR else told
    if last is not None and _new_country(scene, last.sentence):
        told = last = None  # the next item of a round-up
    just_told = told is not None and told.sentence >= scene.position - 1
    lead = told.lead if told else ""
    told = _near(scene, told)
    flows = read_flows(text, start, end, found)
    open_ended = not all(f.reporter for f in flows) or not flows and any(t.kind in _POINTING for t in found)
    opening = told is None and not just_told and open_ended
    if opening and speaks_of_trade(text, scene.setting.sentences, scene.position):
        told = introduced(
            text, scene.setting.sentences, scene.position, scene.setting.mentions, scene.mentions_before,
            scene.dates_before, scene.setting.home, last.receiver if last else "",
        )  # fmt: skip
    if not flows or flows[0].start - start > POINTED_BEFORE:
        flows = [*pointed(text, start, found, told, flows), *flows]
    if not flows and not any(unsaid(scene, quantity, told, None) for quantity in quantities):
        return []
    compared = comparators(text, start, end, scene.dates)
    dated = [d for d in scene.dates if is_period(text, d)]
    periods = [d for d in dated if not any(c.start < d.end and d.start < c.end for c in compared)]
    figures = group_figures(
        text, start, end, quantities, flows, periods, lambda quantity, before: unsaid(scene, quantity, told, before)
    )
    if not figures:
        return []
    bases = [figure.base.end for figure in figures if figure.base]
    periods = [d for d in periods if not any(0 < d.start - end <= _OF_BASE for end in bases)]
    reading = _Reading(found, compared, periods, dated, figure_sources(text, start, end))
    edges = edges_of(text, start, end, figures)
    rows: list[tuple[Statistic, Told]] = []
    receiver = last.receiver if last else ""
    for number, figure in enumerate(shared_out(figures)):
        made = _row(scene, reading, figure, told, last, receiver, lead, edges[number], edges[number + 1])
        if made:
            told = made[1]
            before = earlier_level(text, start, made[0], figure, (*compared, *scene.dates))
            both = (made, (before, told)) if before else (made,)
            rows += both if figure.level or figure.rate or figure.amount else both[1:]
            receiver, lead = told.receiver, told.lead
    return rows


def _new_country(scene: Scene, since: int) -> bool:
    """Say whether a heading between two sentences names a country: the items of "In brief"."""
    between = scene.setting.sentences[since + 1 : scene.position]
    return any(s.kind == "heading" and s.end - s.start < 40 and country_in(scene.text, s.start, s.end) for s in between)


def _near(scene: Scene, told: Told | None) -> Told | None:
    """Forget a figure of another paragraph, or more than two sentences back."""
    if told is None or scene.position - told.sentence > 2:
        return None
    return told if scene.setting.sentences[told.sentence].paragraph == scene.sentence.paragraph else None


def _row(
    scene: Scene,
    reading: _Reading,
    figure: Figure,
    told: Told | None,
    last: Told | None,
    receiver: str,
    lead: str,
    low: int,
    high: int,
) -> tuple[Statistic, Told] | None:
    text = scene.text
    figure.flow = flow = of_economy(scene, figure)
    source = _source_of(reading.sources, figure)
    pair = last.parties if last else NOBODY
    parties = parties_of(scene, figure, reading.found, reading.sources, source, told, pair, receiver)
    flow = figure.flow  # what others buy may turn out to be sold by whom the text is about
    if not _is_row(scene, figure, parties, told, receiver):
        free = flow.kind != "hint" and (figure.rate is None or flow.needs_goods)
        hinted = unsaid(scene, figure.main, told, None) if free else None
        if hinted is None:
            return None
        figure.flow = flow = hinted  # the word says too little, but the sentence says what the sum is
        parties = parties_of(scene, figure, reading.found, reading.sources, source, told, pair, receiver)
        flow = figure.flow
        if not _is_row(scene, figure, parties, told, receiver):
            return None
    planned = planned_by(text, low, figure.main.start)
    direction = direction_of(text, scene.start, figure, low)
    when = when_of(scene, figure, reading.compared, reading.periods, direction, planned, told, last, low, high)
    change = change_pct(figure.rate, direction)
    goal = is_goal(text, planned, figure.rate.unit if figure.rate else "", when.date.start if when.date else -1)
    base = baseline_of(text, figure, change, goal)
    given = attribution_of(scene, figure, source, told, parties)
    level = figure.level or (figure.amount if figure.rate is None else None)
    spans = [(q.start, q.end) for q in figure.quantities] + [(flow.start, min(flow.end, max(high, figure.end)))]
    spans += [(figure.start, figure.converted)] if figure.converted else []
    spoken = (comparator_of(reading.compared, figure, low, high), source, when.date)
    spans += [(words.start, words.end) for words in spoken if words and low <= words.start < high]
    first, stop = min(s for s, _ in spans), max(e for _, e in spans)
    meant = [qualifier(text, scene.start, figure), "planned" if planned else ""]
    meant.append("change" if level is not None and level is figure.amount else "")
    rule = f"{flow.kind} of {flow.measure}" + (", parties carried" if parties.carried else "")
    measure = "price" if figure.level and is_unit_price(text, figure.level) else flow.measure
    row = Statistic(
        scene.sentence.document, scene.sentence.sentence, first, stop, text[first:stop], measure,
        parties.reporter, parties.partner, flow.flow, flow.commodity, level.value if level else _NAN,
        level.unit if level else "", change, direction, when.comparator.text if when.comparator else "", when.period,
        given.name, ", ".join(filter(None, meant)), base.value, base.low, base.high,
        baseline_period(text, base, when.comparator, when.period, figure, reading.dated, goal), rule,
    )  # fmt: skip
    gives = flow.measure == "aid" or flow.measure == "debt" and (LOAN.search(flow.word) or flow.word.startswith("len"))
    if gives and parties.reporter and parties.partner:
        receiver = parties.partner
    same = told is not None and told.sentence == scene.position
    listed = bool(told and same and told.parties.partner and told.parties.partner != parties.partner)
    lead = lead or (when.period if flow.measure == "trade" and not planned else "")
    left = passed_on(text, when, planned, told, lead)
    return row, Told(
        scene.position, figure.end, flow, parties, receiver, left, given.goes_on, given.name, listed, lead,
        figure.main.unit not in masses(), when.period,
    )  # fmt: skip


def _is_row(scene: Scene, figure: Figure, parties: Parties, told: Told | None, receiver: str) -> bool:
    flow = figure.flow
    same = told is not None and told.sentence == scene.position
    beside = bool(told and same and told.flow.measure == "trade" and told.parties.partner and parties.partner)
    beside = beside or goes_on(told, flow, parties, scene.position)
    number = figure.level or figure.base or figure.amount
    beside = beside or flow.flow == "turnover" and flow.kind == "verb" and "" not in parties[:2]
    beside = beside or bool(flow.needs_goods and number and _NATIONS_GOODS.match(scene.text, number.end))
    beside = beside or flow.needs_goods and flow.kind == "verb" and _is_market(scene, flow)
    if figure.level and is_unit_price(scene.text, figure.level):
        return bool(parties.reporter or parties.partner or flow.commodity or flow.measure == "price")
    if flow.measure in ("contract", "sanctions") and flow.weak and number and number.value < _LEAST:
        return False  # somebody was fined $50
    known = bool(receiver or told and told.flow.measure in ("aid", "debt")) or _is_paid_out(scene, figure)
    if flow.word in ("deficit", "surplus") and number and number.unit in money() and _is_of_trade(scene, flow, told):
        return True
    known = known or "" not in parties[:2] and flow.reporter == parties.reporter and _is_for(scene, figure)
    return is_statistic(flow, parties, number.unit if number else "", beside, known)


# "Peru is our first MARKET. It TOOK $5 million"
_MARKET = re.compile(r"\b(?:markets?|customers?|buyers?|outlets?|destinations?|purchasers?|clients?)\b", re.IGNORECASE)


def _is_market(scene: Scene, flow: Flow) -> bool:
    """Say whether a sentence that tells what somebody took follows one that calls a buyer so, or does it itself."""
    low = scene.before.start if scene.before else scene.start
    return _MARKET.search(scene.text, low, flow.at) is not None


_FOR = re.compile(r"\s+for\s+[a-z]")


def _is_for(scene: Scene, figure: Figure) -> bool:
    """Say whether a sum is given for something: "Finland will provide 18 million euros FOR FORESTRY"."""
    number = figure.level
    return figure.flow.measure == "aid" and number is not None and _FOR.match(scene.text, number.end) is not None


_TO_BODY = re.compile(r"\s+(?:more\s+)?(?:to|for)\s+(?:the\s+)?")
_PAID_OUT = re.compile(
    r",\s+of\s+which\s+[^,;.]{2,40}\b(?:disbursed|paid\s+(?:out|over)|transferred|delivered|released|spent)\b"
)


def _is_paid_out(scene: Scene, figure: Figure) -> bool:
    """Say whether a sum goes to an organisation, "TO UNICEF", or is told as one paid out: "OF WHICH 5 DISBURSED"."""
    if figure.flow.measure != "aid":
        return False
    to = _TO_BODY.match(scene.text, figure.main.end)
    body = to is not None and any(m.start == to.end() and m.type == "organisation" for m in scene.mentions)
    return body or _PAID_OUT.match(scene.text, figure.main.end) is not None


# "took $5 million OF JORDANIAN GOODS"
_NATIONS_GOODS = re.compile(
    r"\s+(?:worth\s+)?of\s+(?:[A-Z][\w’'-]+\s+){1,2}(?:goods|products|merchandise|exports|wares|produce|commodities)\b"
)
_TRADE = re.compile(r"\b(?:trade|trading|current[\s-]account|exports?|imports?|commerce)\b", re.IGNORECASE)
_BUDGET = re.compile(r"\b(?:budget|fiscal|primary|federal|government|public|state)\s+$", re.IGNORECASE)


def _is_of_trade(scene: Scene, flow: Flow, told: Told | None) -> bool:
    """Say whether a deficit is one of trade: "exports were $3bn and imports $4bn, so we had a deficit of $1bn"."""
    if _BUDGET.search(scene.text, max(scene.start, flow.at - 24), flow.at):
        return False
    told_just_before = told is not None and told.flow.measure == "trade" and scene.position - told.sentence <= 1
    return told_just_before or _TRADE.search(scene.text, scene.start, scene.end) is not None


def _source_of(sources: Sequence[FigureSource], figure: Figure) -> FigureSource | None:
    if not sources:
        return None
    return min(sources, key=lambda s: (min(abs(s.start - figure.end), abs(figure.start - s.end)), s.start))
