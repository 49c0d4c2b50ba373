"""Fills in the economies that a clause leaves out, from the words before it: "its", "bilateral", "its neighbour"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.link.economies import Token, demonyms_in, is_economy
from briefing_lib.link.flows import COUNTRY, ITS, PAIR, SPEAKER, THEIR, Flow
from briefing_lib.tables import Mention, Sentence

_GIFTS = ("aid", "debt", "investment", "arms", "tariff")
_POINTERS = (ITS, THEIR, PAIR, COUNTRY)


_SENTENCES_BACK = 6


class Parties(NamedTuple):
    """Reporter and partner of a flow, and whether they were named beside it or carried from elsewhere."""

    reporter: str
    partner: str
    carried: bool


NOBODY = Parties("", "", False)


def resolve(
    flow: Flow,
    found: Sequence[Token],
    before: Parties,
    last: Parties,
    same_sentence: bool,
    earlier: Sequence[str],
    source: str,
) -> Parties:
    """Return the parties of a flow.

    Args:
        flow: the flow as it is read from its own words.
        found: the tokens of its sentence.
        before: parties of the figure before, of this sentence or the one before it.
        last: the last two parties told of before, in whatever paragraph.
        same_sentence: whether that figure stands in the same sentence.
        earlier: economies named before the sentence, the nearest first.
        source: economy of the source of the figure, e.g. that of its customs office.
    """
    reporter, partner = flow.reporter, flow.partner
    if reporter == SPEAKER:  # whose "our" is, the voice of the sentence says, and not the words
        return Parties("", "" if partner in _POINTERS else partner, False)
    if reporter not in _POINTERS and partner not in _POINTERS and reporter and (partner or flow.flow == ""):
        return Parties(reporter, partner, False)
    found = [t for t in found if t.kind == "economy" and t.name and not t.weak]
    named = [t.name for t in found if t.start < flow.start]
    if not partner and flow.measure in _GIFTS and len(set(named)) == 2 and not reporter:
        reporter, partner = dict.fromkeys(named)  # "Peru gave Chile a loan"
        return Parties(reporter, partner, False)
    if flow.flow == "turnover" and not reporter and not partner and len(set(named)) == 2:
        first, second = dict.fromkeys(named)
        return Parties(first, second, True)  # "Peru is Chile's largest partner, with trade worth"
    if PAIR in (reporter, partner):
        return Parties(*_pair(flow, found, before, last, earlier), True)
    carried = reporter in _POINTERS or partner in _POINTERS
    if reporter in (ITS, THEIR):
        reporter = _owner(partner if partner not in _POINTERS else "", named, before, earlier)
    if partner in (COUNTRY, ITS, THEIR):
        partner = _other(reporter, before, named, earlier)
    if reporter == COUNTRY:
        reporter = _owner(partner, named, before, earlier)
    if not reporter:
        reporter, carried = _missing_reporter(flow, partner, named, before, same_sentence, earlier, source), True
    if not partner and (flow.kind == "noun" or not same_sentence) and _counterpart(flow, before, reporter):
        partner, carried = before.reporter if before.partner == reporter else before.partner, True
    if partner == reporter:
        partner = ""
    return Parties(reporter, partner, carried)


def _pair(
    flow: Flow, found: Sequence[Token], before: Parties, last: Parties, earlier: Sequence[str]
) -> tuple[str, str]:
    """Return the two that "bilateral" or "the two countries" points at."""
    here = [t.name for t in found]
    ahead = [t.name for t in found if t.start < flow.at]
    for names in (ahead, here):
        pair = list(dict.fromkeys(names))
        if len(pair) >= 2:
            return pair[0], pair[1]
    for told in (before, last):
        if told.reporter and told.partner:
            return told.reporter, told.partner
    pair = list(dict.fromkeys([*here, *earlier]))
    if len(pair) >= 2:
        return (pair[0], pair[1]) if here else (pair[1], pair[0])
    return "", ""


def _owner(partner: str, named: Sequence[str], before: Parties, earlier: Sequence[str]) -> str:
    """Return whom "its" means: the first named in the sentence, the subject as a rule, but for the partner."""
    for name in named:
        if name != partner:
            return name
    for name in (before.reporter, before.partner, *earlier):
        if name and name != partner:
            return name
    return ""


def _other(reporter: str, before: Parties, named: Sequence[str], earlier: Sequence[str]) -> str:
    """Return whom "the country" means as a partner: the nearest named but for the reporter."""
    for name in (*reversed(named), before.partner, before.reporter, *earlier):
        if name and name != reporter and name not in _POINTERS:
            return name
    return ""


def _missing_reporter(
    flow: Flow,
    partner: str,
    named: Sequence[str],
    before: Parties,
    same_sentence: bool,
    earlier: Sequence[str],
    source: str,
) -> str:
    if same_sentence and before.reporter:
        return before.partner if before.reporter == partner else before.reporter
    # Who gives is the subject, and comes first; whose trade it is stands nearest.
    for name in named if flow.measure in _GIFTS else reversed(named):
        if name != partner:
            return name
    if source and source != partner:
        return source
    if before.reporter and flow.measure == "trade":
        name = before.partner if before.reporter == partner else before.reporter
        if name:
            return name
    if flow.weak or flow.measure != "trade" or not partner or flow.kind == "verb":
        return ""
    return next((name for name in earlier if name != partner), "")


def _counterpart(flow: Flow, before: Parties, reporter: str) -> bool:
    """Say whether a flow is told beside one with the same reporter, so that it shares the partner."""
    return (
        flow.measure == "trade"
        and flow.flow in ("export", "import")
        and bool(before.partner)
        and (reporter in (before.reporter, before.partner) or not before.reporter)
        and not flow.weak
    )


def economies_before(
    text: str, mentions: Sequence[Mention], at: int, sentences: Sequence[Sentence], position: int
) -> list[str]:
    """Return the economies named before a sentence, the nearest first: in its paragraph and the one before.

    Args:
        text: the document.
        mentions: its mentions, in order.
        at: number of mentions before the sentence.
        sentences: the document's sentences.
        position: the sentence's place among them.
    """
    paragraph = sentences[position].paragraph
    low = position
    while low and sentences[low - 1].paragraph >= paragraph - 1 and position - low < _SENTENCES_BACK:
        low -= 1
    floor, ceiling = sentences[low].start, sentences[position].start
    named = [(m.start, m.actor) for m in mentions[max(0, at - 40) : at] if m.start >= floor and _is_state(m)]
    named += demonyms_in(text, floor, ceiling)
    return list(dict.fromkeys(name for _, name in sorted(named, reverse=True)))


def _is_state(mention: Mention) -> bool:
    return mention.type != "place" and is_economy(mention)
