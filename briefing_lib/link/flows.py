"""Reads the flow a figure is of: what is traded, lent or levied, by whom and with whom.

A flow is a noun or verb of ``lexicons/trade_words.csv`` with the economies that stand around it: before a noun
("Kenya's exports", "Sino-Danish trade", "its shipments") or behind a preposition ("to Chile", "between A and B").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.link.economies import Token
from briefing_lib.link.goods import STOP, goods_of
from briefing_lib.link.idle import COVERS, EARNS, without_idle_words


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
    scope: str = ""  # whole ("total imports": with all partners) or world ("global trade")


ITS, THEIR, PAIR, COUNTRY, SPEAKER, GROUP = "its", "their", "pair", "country", "speaker", "group"

# "'s crude oil ", " annual ": up to four words between an owner and what is owned; no preposition, verb or stop.
_OWNED = re.compile(
    r"(?:['’]s?)?[\s-]+(?:(?!(?:a|an|and|are|as|at|but|by|for|from|had|has|have|if|in|into|is|it|its|of|on|or|over|said|says|"
    r"that|the|their|to|told|was|were|when|which|while|who|will|with|would)\b)[\w’'.-]+\s+){0,4}"
)
_JOINED = re.compile(r"\s?[-–—/]\s?|['’]s?\s+(?:and|&)\s+|\s+(?:and|&|with)\s+")  # "China-Russian", "Peru and Chile"
_BOUND = re.compile(r"-bound\b")  # "Chile-bound shipments"
PREPOSITION = re.compile(
    r"\b(between|among|amongst|with|from|out\s+of|to|towards?|into|for|of|by|in|on|against|and|or|at|bound\s+for|versus)"
    r"\s+(?:(?:the|a|an|\w+ern|two|three|four|five|six|seven|eight|nine|ten|\d+|giant|big|larger|smaller|its|their|all|other|both|fellow|neighbouring|neighboring|nearby|mainland|former|some|goods|"
    r"products|imported|imports|exports|all\s+imports|certain|most|Communist|then|rival|ally|allies|such|as)\s+)*$"
)
_COMMA = re.compile(r"\s*,\s*(?:and\s+|or\s+)?(?:the\s+)?|\s+(?:and|or)\s+(?:the\s+)?")
_NEXT = re.compile(
    r"\d|\b(?:those|that|followed)\b"
)  # what comes after a number, once a partner is named, is of the next one
_OF_THEM = re.compile(
    r"\d[^.;]*\bof\s+(?:them|which|whom|it|these|that)\b"
)  # "imports were $5bn, a third OF THEM from Peru"
ROUTE = re.compile(r"\bfrom\s+(?:[\w’'-]+\s+){1,4}to\s+(?:the\s+)?$")  # "lent $5bn for a line FROM Lima TO Chile"
_WITHHELD = re.compile(r"\b(?:withh|suspend|cut\b|froze|block|held\s+back)")  # "aid WITHHELD from Peru"
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+|also\s+|not\s+)?$")

_PLAIN_GOODS = re.compile(
    r"(?:[-–]made)?\s+(?:[a-z-]+\s+)?(?:goods|products|merchandise|wares|equipment|services|manufactures)\b"
)
_GOODS_OF = "of goods of"  # "of Chilean copper"
_TO = {"to", "toward", "towards", "into", "for", "bound for", "with", "against", "on"}
_FROM = {"from", "out of"}
_BY = {"of", "by", "in", "at"}
# For each flow: the prepositions before the partner, and before the reporter.
_ROLES: dict[str, tuple[set[str], set[str]]] = {
    "export": (_TO, _BY | _FROM | {_GOODS_OF}),
    "import": (_FROM | {_GOODS_OF}, _BY | {"into", "to"}),
    "turnover": ({"with", "to"}, _BY),
    "tariff": ({"on", _GOODS_OF, "from", "against", "for"}, _BY),
    "investment": ({"in", "into", "to"}, {"from", "by", "of"}),
    "aid": ({"to", "for"}, {"from", "by"}),
    "debt": ({"to", "for"}, {"from", "by", "of"}),
    "gdp": (set(), {"of", "in"}),
    "energy": ({"to"}, {_GOODS_OF, "of", "in", "by", "from"}),
    "sanctions": ({"on", "against", "of"}, {"by", "from", "in"}),
    "arms": (_TO, _BY | _FROM | {_GOODS_OF}),
    "": ({"with"}, _BY),
}


def read_flows(text: str, start: int, end: int, found: Sequence[Token]) -> list[Flow]:
    """Read the flows of a sentence.

    Args:
        text: the document.
        start: first character of the sentence.
        end: character after its last.
        found: its tokens, in order.

    >>> from briefing_lib.link.economies import tokens
    >>> text = "Peru's exports of tin to Chile rose while Sino-Danish trade fell."
    >>> [(f.flow, f.reporter, f.commodity) for f in read_flows(text, 0, 66, tokens(text, 0, 66, []))]
    [('export', '', 'tin'), ('turnover', 'China', '')]
    """
    found = without_idle_words(text, found, end)
    heads = [i for i, token in enumerate(found) if token.kind in ("noun", "verb")]
    claimed: set[int] = set()
    left = {i: _owners(text, found, i, claimed) for i in heads if found[i].kind == "noun"}
    flows = []
    for position, i in enumerate(heads):
        limit = found[heads[position + 1]].start if position + 1 < len(heads) else end
        flows.append(_flow(text, start, limit, found, i, left.get(i, []), claimed))
    # "a growth of 5 per cent" is the growth of what was said before, "China's growth" is China's
    return [f for f in flows if f.measure != "gdp" or not f.weak or f.reporter or f.partner or _is_forecast(text, f)]


_ABROAD = re.compile(r"[^;]{0,60}?\b(?:abroad|overseas)\b")  # "sold 12 million tonnes ABROAD"


def _owners(text: str, found: Sequence[Token], head: int, claimed: set[int]) -> list[int]:
    """Return the economies that own a noun: one before it, or two joined."""
    owners: list[int] = []
    edge = found[head].start
    for i in range(head - 1, -1, -1):
        token = found[i]
        if token.kind in ("goods", "figure") or token.end > edge:
            continue
        gap = text[token.end : edge]
        if token.kind not in ("economy", "actor", "pair", "pronoun", "country", "speaker") or len(gap) > 80:
            break
        if owners:
            if token.kind != "economy" or not _JOINED.fullmatch(gap):
                break
        elif not _OWNED.fullmatch(gap) or token.name in ("it", "they", "we", "I"):
            break
        owners.append(i)
        claimed.add(i)
        edge = token.start
        if len(owners) == 2:
            break
    return owners[::-1]


_POINTERS = {"pair": PAIR, "country": COUNTRY, "group": GROUP, "speaker": SPEAKER}


def _name(token: Token) -> str:
    if token.kind == "pronoun":
        return THEIR if token.name in ("their", "they") else ITS
    return _POINTERS.get(token.kind, token.name)


def _flow(
    text: str, start: int, limit: int, found: Sequence[Token], head: int, owners: Sequence[int], claimed: set[int]
) -> Flow:
    token = found[head]
    flow, measure = token.flow, token.measure
    key = flow if measure == "trade" else measure
    reporter = partner = ""
    first, last = token.start, token.end
    if owners:
        first = found[owners[0]].start
        names = [_name(found[i]) for i in owners]
        if len(names) == 2:
            reporter, partner = names
        elif _BOUND.match(text, found[owners[0]].end):
            partner = names[0]
        else:
            reporter = names[0]
    elif token.kind == "verb":
        reporter, at = _subject(text, start, found, head, claimed)
        first = min(first, at)
    passive = token.kind == "verb" and _PASSIVE.search(text, max(start, token.start - 24), token.start) is not None
    if passive and key == "export":
        reporter = _origin(text, found, head)  # "oil was shipped from Iran": the subject is the goods
    behind = _behind(text, found, head, limit, claimed)
    to, by = _ROLES.get(key, _ROLES[""])
    if key == "export" and reporter and token.weak and not any(word in _TO for word, _ in behind):
        incoming = [name for word, name in behind if word in _FROM]
        if incoming and incoming[0] != reporter:  # "China's shipments from Peru" come in
            flow, key, (to, by) = "import", "import", _ROLES["import"]
    if key in ("export", "import") and token.kind == "verb" and not passive:
        by = by - {"by", "of", "in", "at"}
    between: list[str] = []
    partners: list[str] = []
    for word, name in behind:
        if word in ("between", "among", "amongst"):
            between.append(name)
        elif word in to or word == "object":
            partners.append(name)
        elif word in by and not reporter:
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
    if behind:
        last = max(
            last, max(found[i].end for i in range(head + 1, len(found)) if i in claimed and found[i].end <= limit)
        )
    goods = goods_of(text, found, head, limit, key in ("export", "import"), passive or token.name in (*EARNS, *COVERS))
    abroad = token.kind == "verb" and key == "export" and _ABROAD.match(text, token.end, limit) is not None
    return Flow(
        first, last, token.start, measure, flow, reporter, partner, goods, token.weak and not abroad, token.kind,
        token.needs_goods, token.name, _scope(text, start, token),
    )  # fmt: skip


# "TOTAL imports", "GLOBAL goods trade"
_WHOLE = re.compile(r"\b(?:total|overall|all|entire|aggregate|combined)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_WORLD = re.compile(
    r"\b(?:world(?:['’]s)?(?!\s(?:bank|trade|food))|worldwide|global|international)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


def _scope(text: str, start: int, token: Token) -> str:
    low = max(start, token.start - 40)
    if _WORLD.search(text, low, token.start) or token.name.startswith(("world ", "global ")):
        return "world"
    return "whole" if _WHOLE.search(text, low, token.start) or token.name.startswith("total ") else ""


_FORECAST = re.compile(
    r"\b(?:forecasts?|predict\w*|project\w*|expect\w*|sees|estimat\w*|economic)\s+(?:[\w-]+\s+){0,2}$"
)


def _is_forecast(text: str, flow: Flow) -> bool:
    """ "The central bank FORECASTS growth of 5 per cent" is growth of the economy."""
    return flow.word == "growth" and _FORECAST.search(text, max(0, flow.at - 40), flow.at) is not None


def _can_stand_behind(token: Token) -> bool:
    return token.kind in ("economy", "pair", "country", "group") or token.kind == "pronoun" and token.name == "it"


def _origin(text: str, found: Sequence[Token], head: int) -> str:
    """ "URUGUAYAN beef was sold": the origin of the goods is who sells them."""
    for i in range(head - 1, 0, -1):
        if found[i].kind == "goods" and found[i - 1].kind == "economy" and found[i].start - found[i - 1].end == 1:
            return _name(found[i - 1])
    return ""


def _behind(text: str, found: Sequence[Token], head: int, limit: int, claimed: set[int]) -> list[tuple[str, str]]:
    """Return the economies after a flow's word, each with the preposition before it."""
    roles: list[tuple[str, str]] = []
    edge, role = found[head].end, ""
    for i in range(head + 1, len(found)):
        token = found[i]
        if token.start >= limit:
            break
        if i in claimed or not _can_stand_behind(token):
            continue
        gap_start = edge
        if STOP.search(text, gap_start, token.start) or _OF_THEM.search(text, gap_start, token.start):
            break
        if roles and _NEXT.search(text, gap_start, token.start):
            break
        word = PREPOSITION.search(text, max(gap_start, token.start - 48), token.start)
        if word and word[1] not in ("and", "or"):
            role = " ".join(word[1].split())
        elif role not in ("", _GOODS_OF) and _COMMA.fullmatch(text, edge, token.start):
            pass  # "to Chile, Peru and Bolivia": the preposition of the one before
        elif not role and found[head].kind == "verb" and token.start - found[head].end <= 5:
            role = "object"  # "lent Chile $5 million"
        else:
            role, edge = "", token.end
            continue
        if role == "from" and found[head].measure == "aid" and _WITHHELD.search(text, found[head].end, token.start):
            role = "to"
        lends = role == "to" and found[head].measure in ("debt", "aid", "investment")
        if lends and ROUTE.search(text, max(found[head].end, token.start - 60), token.start):
            continue
        if role == "of" and i + 1 < len(found) and found[i + 1].kind == "goods":
            adjective = text[token.end : found[i + 1].start]
            role = _GOODS_OF if len(adjective) < 20 and adjective[:1] == " " else role
        if role == "of" and _PLAIN_GOODS.match(text, token.end):
            role = _GOODS_OF
        roles.append((role, _name(token)))
        claimed.add(i)
        edge = token.end
    return roles


def _subject(text: str, start: int, found: Sequence[Token], head: int, claimed: set[int]) -> tuple[str, int]:
    """Return the economy that does what a verb says, and where it stands."""
    fallback = ("", found[head].start)
    for i in range(head - 1, -1, -1):
        token = found[i]
        if i in claimed or token.kind not in ("economy", "pronoun", "country", "actor", "speaker"):
            continue
        if re.search(r";|\bwhile\b|\bwhereas\b", text[token.end : found[head].start]):
            break
        if token.kind == "pronoun" and token.name in ("its", "their", "our"):
            continue
        ruled_out = PREPOSITION.search(text, max(start, token.start - 24), token.start)
        if ruled_out and not (
            ruled_out[1] == "and" and text[max(0, ruled_out.start() - 2) : ruled_out.start()].rstrip().endswith(",")
        ):
            continue
        if re.match(r"['’]s?\s|[-–]", text[token.end : token.end + 3]) and token.kind == "economy":
            fallback = (_name(token), token.start) if not fallback[0] else fallback
            continue
        return _name(token), token.start
    return fallback
