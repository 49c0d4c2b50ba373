"""Gathers what the words around a flow say of economies, and names its parties from it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefing_lib.link.figure.around import Around
from briefing_lib.link.figure.carry import resolve
from briefing_lib.link.figure.economies import Token, country_in, is_union, lenders, speaks_for, state_of
from briefing_lib.link.figure.enumerated import counted, enumerated
from briefing_lib.link.figure.flows import Flow
from briefing_lib.link.figure.invested import invested
from briefing_lib.link.figure.lands import AREAS, state_of_province
from briefing_lib.link.figure.measured import Figure
from briefing_lib.link.figure.named_before import economies_before, group_before, seats_before, states_since
from briefing_lib.link.figure.own_sales import own_sales
from briefing_lib.link.figure.parties import adjusted
from briefing_lib.link.figure.pointed import Told
from briefing_lib.link.figure.scene import Scene
from briefing_lib.link.figure.sides import PREPOSITION, ROUTE, name_of, pointer
from briefing_lib.link.figure.sources import FigureSource, said_by
from briefing_lib.link.figure.subjects import subjects
from briefing_lib.link.figure.told import NOBODY, PART, Context, Parties

_PARAGRAPH = 600  # characters before a sentence in which capitals are looked for
_SPEAKS = re.compile(r"[^;]*(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\b(?:said|says|reported|announced|told)\b")


def parties_of(
    scene: Scene,
    figure: Figure,
    found: Sequence[Token],
    sources: Sequence[FigureSource],
    source: FigureSource | None,
    told: Told | None,
    last: Parties,
    receiver: str,
) -> Parties:
    """Return the reporter and partner of a figure.

    Args:
        scene: its sentence.
        figure: the figure.
        found: the tokens of the sentence.
        sources: the sources that the sentence gives.
        source: the one of the figure.
        told: the figure before it.
        last: the parties told of last.
        receiver: who was told of last as receiving aid or credit.
    """
    text, flow, setting = scene.text, figure.flow, scene.setting
    same = told is not None and told.sentence == scene.position
    earlier = economies_before(text, setting.mentions, scene.mentions_before, setting.sentences, scene.position)
    named = [t for t in found if not any(s.start <= t.start < s.end for s in sources)]
    lends = flow.measure in ("aid", "debt")
    economies = [
        t
        for t in named
        if t.kind == "economy" and t.name and not t.weak or lends and t.kind == "actor" and t.name in lenders()
    ]
    around = Around(scene, figure.start, figure.end, setting.people)
    since = [t for t in economies if told and same and t.start >= told.end]
    context = Context(
        economies, subjects(text, scene.start, named, flow), _left_by(told, same), same, last,
        earlier, _economy_of_source(scene, found, source, figure), setting.main, _group(scene, figure),
        around.home, receiver, told.flow.flow if told and told.flow.measure == "trade" else "",
        told.flow.commodity if told else "", bool(told and told.listed),
        bool(told and told.flow.kind == "verb"), told.flow.measure if told else "",
        _previous(scene, told), setting.other, _towards(scene, economies) if lends else (),
        seats_before(setting.mentions, scene.mentions_before, scene.start - _PARAGRAPH),
        around, setting.focus, _epithet(found, flow),
        subjects(text, scene.start, since, flow, lends),
        told.flow.scope if told else "", _agents(found, flow),
    )  # fmt: skip
    again = -1
    if told and same and (told.flow.at == flow.at or told.flow.kind == "hint" and told.flow.measure == flow.measure):
        again = told.end
    parties = adjusted(text, scene.start, found, named, figure, resolve(flow, context), again, context)
    parties = own_sales(text, scene.start, scene.end, named, figure, parties, context) or parties
    low = told.end if told and same else scene.start
    parties = invested(text, low, scene.end, found, figure, parties, around.home) or parties
    reporter = _economy_of(parties.reporter, found, around.home)
    then = setting.people.state_then
    partners = [then(_economy_of(name, found, "")) for name in parties.partner.split(" | ")]
    if flow.measure in ("investment", "aid", "debt", "contract"):
        partners = [state_of_province(name) for name in partners]  # "bakeries in Ontario"
    partners = [name for name in dict.fromkeys(partners) if not pointer(name) and name != reporter]
    other = setting.focus.other(reporter) if flow.measure == "debt" and parties.partner and not partners else ""
    if other:  # "Samsung is owed $5 million", in a text on Korea and one other
        reporter, partners = other, [reporter]
    reporter = "" if pointer(reporter) else state_of_province(then(reporter))
    return Parties(reporter, " | ".join(partners), parties.carried)


def _left_by(told: Told | None, same: bool) -> Parties:
    """Return the parties of the figure before; of a part of a figure only the reporter lasts to the next sentence."""
    if told is None:
        return NOBODY
    return told.parties._replace(partner="") if told.flow.scope == PART and not same else told.parties


def _epithet(found: Sequence[Token], flow: Flow) -> str:
    """Return the first epithet of a sentence before a flow, "the kingdom", as it points at an economy."""
    epithets = (name_of(t) for t in found if t.kind == "country" and t.end <= flow.at)
    return next((name for name in epithets if name.partition(":")[2] not in AREAS), "")


def _agents(found: Sequence[Token], flow: Flow) -> list[str]:
    """Return the states whose companies and ministries are named before a flow, the nearest first."""
    states = (speaks_for(t.name) for t in reversed(found) if t.kind == "actor" and t.end <= flow.at)
    return [state for state in states if state]


def _towards(scene: Scene, economies: Sequence[Token]) -> list[str]:
    """Return the economies that something goes to, the last first: "support TO Ukraine"."""
    found = []
    for token in reversed(economies):
        word = PREPOSITION.search(scene.text, max(scene.start, token.start - 24), token.start)
        route = ROUTE.search(scene.text, max(scene.start, token.start - 60), token.start)
        if word and word[1] in ("to", "for") and not route:
            found.append(token.name)
    return found


def _previous(scene: Scene, told: Told | None) -> list[str]:
    """Return the states of the sentence before, the last first, where no figure was told in it."""
    if scene.before is None or told is not None and told.sentence >= scene.position - 1:
        return []
    return states_since(scene.setting.mentions, scene.mentions_before, scene.before.start)


def _economy_of(reporter: str, found: Sequence[Token], home: str) -> str:
    """Return the economy of a company that trades: that of its state, else the one the document is about."""
    if not reporter or reporter in lenders() or not any(t.kind == "actor" and t.name == reporter for t in found):
        return reporter
    if is_union(reporter):
        return reporter
    return state_of(reporter) or country_in(reporter, 0, len(reporter)) or home or reporter


def _group(scene: Scene, figure: Figure) -> str:
    mentions, flow = scene.setting.mentions, figure.flow
    before = bisect_left(mentions, flow.start, key=lambda m: m.start)
    many = counted(scene.text, flow.start, max(flow.end, flow.at))
    return (enumerated(scene.text, mentions, before, many) if many else "") or group_before(mentions, before)


def _economy_of_source(scene: Scene, found: Sequence[Token], source: FigureSource | None, figure: Figure) -> str:
    """Return the economy whose office or data the figure comes from: "Mexico's economy ministry said"."""
    if source is not None:
        cut = next((m.actor for m in scene.mentions if m.start < source.start < m.end), "")  # "Papua New GUINEA DATA"
        return country_in(cut, 0, len(cut)) or country_in(scene.text, source.start, source.end)
    low = max(figure.end, figure.flow.end)
    behind = [t for t in found if t.kind in ("economy", "actor") and t.start >= low]
    if behind and _SPEAKS.match(scene.text, behind[-1].end, scene.end):
        return speaks_for(behind[-1].name) if behind[-1].kind == "actor" else behind[-1].name
    said = said_by(scene.setting.quotations, figure.start, figure.end)
    return country_in(said, 0, len(said))
