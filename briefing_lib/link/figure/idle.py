"""Drops the words of a flow that tell of none: "a pillar of the economy", "a tariff on imports from Peru"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import Token

# What an economy does when it is measured: "the economy is expected to GROW by"
_ECONOMY_MOVES = re.compile(
    r"(?:['’]s)?(?:,\s[^,;]{3,60},)?\s+(?:of\s+(?:the\s+)?[\w’'-]+\s+)?(?:(?!of\b|in\b|and\b)[\w’',-]+\s+){0,9}?(?:grow|grew|expan|shr[aiu]nk|contract|slow|accelerat|rebound|"
    r"declin|fell\b|falls?\b|fallen|rose\b|rises?\b|risen|recover|doubl|tripl|halv|worth\b|valued|bounc|stagnat|surg|slump|plung)"
)


# "imports from Peru SUPPLY 3 per cent of the market": what is told is the imports
_PART_OF = ("supply", "supplied", "supplies", "cover", "covered", "covers", "meet", "met", "meets", "provided", "fill")
_FROM_SOME = re.compile(
    r"(?:\s+from\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s*){1,4})?\s+(?:(?:still|now|already|also|only|today|together)\s+)*"
)


def _is_of_goods(text: str, found: Sequence[Token], verb: Token) -> bool:
    nouns = [t for t in found if t.kind == "noun" and t.flow in ("import", "export") and t.end <= verb.start]
    return bool(nouns) and _FROM_SOME.fullmatch(text, nouns[-1].end, verb.start) is not None


_FINANCE = re.compile(r"[\s-]+(?:financ(?:e|ing|ier)|insur(?:ance|er)|unions?|fairs?)\b")  # "the TRADE finance arm"
_SUMS_UP = re.compile(r"\s+up\b")  # "exports ADDED UP to $5 million"
EARNS = ("fetched", "brought", "earned", "earns", "brought in", "pulled in", "raked in")
COVERS = ("covered", "covers", "meets", "met", "satisfied", "satisfies")  # "gas MET a third of demand"


_IT_EARNED = re.compile(r";\s+(?:it|they)\s+(?:had\s+|has\s+|have\s+)?$")  # "Tin did better; IT EARNED"
# "coffee BROUGHT UGANDA $5 million", and not "wheat brought into the country"
_A_SUM = re.compile(
    r"\s+(?:(?:the|it|us|them)\s+)?(?:(?!(?:into?|to|up|about|back|by|down|home)\b)[\w’'-]+\s+){0,4}?[A-Z]{0,3}[$€£¥]?\s?\d"
)
_FROM_GOODS = re.compile(r"[^;,]*\b(?:from|with|by\s+selling|on)\s+(?:[\w’'-]+\s+){0,3}")


def _earns(text: str, found: Sequence[Token], verb: Token) -> bool:
    """Say whether goods are the subject of a verb that no noun of a flow is: "COFFEE fetched $5 million"."""
    before = [t for t in found if t.end <= verb.start and verb.start - t.end < 48]
    if verb.name == "brought" and not _A_SUM.match(text, verb.end):
        return False
    nouns = [t for t in before if t.kind == "noun" and t.measure == "trade"]
    goods = [t for t in before if t.kind == "goods"]
    behind = next((t for t in found if t.kind == "goods" and 0 < t.start - verb.end < 60), None)
    if behind and _FROM_GOODS.fullmatch(text, verb.end, behind.start):
        return any(t.kind in ("economy", "country", "pronoun", "speaker") for t in before)  # "Peru EARNED $5m FROM TIN"
    gap = _IT_EARNED.sub(" ", text[goods[-1].end : verb.start]) if goods else ""
    return not nouns and bool(goods) and not re.search(r"[;.]", gap)


def without_idle_words(text: str, found: Sequence[Token], end: int) -> list[Token]:
    """Return the tokens of a sentence without those that tell of no flow.

    Args:
        text: the document.
        found: the tokens, in order.
        end: character after the sentence's last.

    >>> tea = Token(0, 3, "goods", "tea")
    >>> economy = Token(19, 26, "noun", "economy", "gdp")
    >>> without_idle_words("Tea is part of the economy.", [tea, economy], 27) == [tea]
    True
    """
    found = _without_receipts(found)
    return [
        t
        for t in _without_taxed_flows(text, found)
        if not (t.kind == "noun" and t.name == "economy" and not _ECONOMY_MOVES.match(text, t.end, end))
        and not (t.kind == "noun" and t.name == "trade" and _FINANCE.match(text, t.end))
        and not (t.name == "frozen" and any(o.kind == "goods" and o.start == t.end + 1 for o in found))
        and not (t.kind == "verb" and t.name in _PART_OF and _is_of_goods(text, found, t))
        and not (t.measure == "contract" and t.kind == "noun" and _is_pact(text, t))
        and not (t.measure == "aid" and t.kind == "noun" and _FROM_ITS.search(text, max(0, t.start - 24), t.start))
        and not (t.name == "contracted" and _SHRINKS.match(text, t.end))
        and not (t.kind == "verb" and t.measure == "aid" and _SUMS_UP.match(text, t.end))
        and not (t.name in (*EARNS, "went to") and t.kind == "verb" and not _earns(text, found, t))
    ]


_FROM_ITS = re.compile(r"\bfrom\s+(?:its|their|the|our)\s+(?:[a-z-]+\s+)?$")  # "set aside $5m FROM ITS aid budget"
# "imports CONTRACTED by 8%"
_SHRINKS = re.compile(r"\s+(?:\w+ly\s+)?(?:by\s+)?(?:(?:about|some|nearly|almost|a)\s+)?[\d.,]+\s?(?:%|per\s?cent)")
# "the Free TRADE Agreement", "its PARTNERSHIP Agreement with Peru": rules, and no deal worth money
_PACT = re.compile(
    r"\b(?:[Tt]rade|[Pp]artnership|[Aa]ssociation|[Cc]ooperation|[Pp]reference|[Pp]references|[Tt]ransit|[Ii]nvestment|[Ff]ramework|"
    r"[Cc]omplementation|[Tt]ax|[Tt]ariff|[Cc]ustoms|[Pp]eace|[Cc]easefire)\s+$"
)
_WORTH = re.compile(r"[^;.]{0,60}?\b(?:worth|valued|totall?ing|amounting)\b")


def _is_pact(text: str, noun: Token) -> bool:
    """Say whether an agreement is one on rules: "the Free Trade AGREEMENT with Peru"."""
    return bool(_PACT.search(text, max(0, noun.start - 16), noun.start)) and not _WORTH.match(text, noun.end)


_GIVEN = ("aid", "debt", "investment")


def _without_receipts(found: Sequence[Token]) -> list[Token]:
    """Drop the verb of what is no goods: "GOT a $5 million loan"."""
    kept = []
    for at, token in enumerate(found):
        behind = found[at + 1 : at + 4]
        loan = next((t for t in behind if t.kind == "noun" and t.measure in _GIVEN and t.start - token.end < 60), None)
        if not (token.kind == "verb" and token.needs_goods and token.flow == "import" and loan):
            kept.append(token)
    return kept


_NAMED = re.compile(r",?\s+")  # "its neighbour ROMANIA"


def without_named_neighbours(text: str, found: Sequence[Token]) -> list[Token]:
    """Drop "neighbour" where its name stands right behind it.

    >>> pair = [Token(4, 13, "country", "neighbour"), Token(14, 18, "economy", "Peru")]
    >>> [t.name for t in without_named_neighbours("its neighbour Peru", pair)]
    ['Peru']
    """
    return [
        t
        for at, t in enumerate(found)
        if not (
            t.kind == "country"
            and at + 1 < len(found)
            and found[at + 1].kind == "economy"
            and _NAMED.fullmatch(text, t.end, found[at + 1].start)
        )
    ]


_TAXED = re.compile(r"\s+on\s+(?:[\w’'-]+,?\s+){0,6}$")  # "a tariff ON STEEL AND TIN imports"


def _without_taxed_flows(text: str, found: Sequence[Token]) -> list[Token]:
    """Drop the flow that a tariff is levied on, so that the tariff gets its parties: "a tariff on imports from"."""
    kept: list[Token] = []
    tariff: Token | None = None
    for token in found:
        if token.kind == "noun" and token.measure == "tariff":
            tariff = token
        elif token.kind == "noun" and tariff is not None:
            taxed = token.measure == "trade" and _TAXED.fullmatch(text, tariff.end, token.start)
            tariff = None
            if taxed:
                continue
        kept.append(token)
    return kept
