"""Finds the economies around the word of a flow: who owns it, who does it, who stands behind its prepositions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import Token, kind_of_epithet, lenders, speaks_for
from briefing_lib.link.figure.goods import STOP

ITS, THEIR, PAIR, COUNTRY, SPEAKER, GROUP = "its", "their", "pair", "country", "speaker", "group"
THERE, HERE = "there", "here"

# "'s crude oil ", " annual ": up to four words between an owner and what is owned; no preposition, verb or stop.
_OWNED = re.compile(
    r"(?:['’]s?)?[\s-]+(?:(?!(?:a|an|and|are|as|at|but|by|for|from|had|has|have|if|in|into|is|it|its|of|on|or|over|said|says|"
    r"that|the|their|to|told|was|were|when|which|while|who|will|with|would)\b)[\w’'.-]+\s+){0,4}"
)
_JOINED = re.compile(r"\s?[-–—/]\s?|['’]s?\s+(?:and|&)\s+|\s+(?:and|&|with)\s+")  # "China-Russian", "Peru and Chile"
PREPOSITION = re.compile(
    r"\b(between|among|amongst|with|from|out\s+of|to|towards?|into|for|of|by|in|on|against|and|or|at|bound\s+for|versus|across|throughout|through|via|near|inside|outside|within|over|under)"
    r"\s+(?:(?:the|a|an|\w+ern|two|three|four|five|six|seven|eight|nine|ten|\d+|giant|big|larger|smaller|its|their|all|other|both|fellow|neighbouring|neighboring|nearby|mainland|former|some|goods|"
    r"products|imported|imports|exports|all\s+imports|certain|most|Communist|then|rival|ally|allies|such|as|neighbou?rs?|"
    r"(?:members?|partners|countries|states|nations|republics|government|treasury|central\s+bank|people)\s+of)\s+)*$"
)
_COMMA = re.compile(r"\s*,\s*(?:and\s+|or\s+)?(?:the\s+)?|\s+(?:and|or)\s+(?:the\s+)?")
_NEXT = re.compile(
    r"\d|\b(?:those|that|followed)\b"
)  # what comes after a number, once a partner is named, is of the next one
# "imports were $5bn, a third OF THEM from Peru", "$22bn, INCLUDING $9bn to Peru": a part, and no partner of the whole
_OF_THEM = re.compile(
    r"\d[^.;]*\b(?:of\s+(?:them|which|whom|it|these|that)|including)\b|"
    r"\b(?:most|much|half|all|part|some|bulk)\s+of\s+(?:it|them|which|that|these)\b|"
    r"\d[^.;]*,\s+(?:mostly|mainly|chiefly|largely|primarily|principally|partly)\s+(?:from|to|in)\b"
)
# "will be 1.1 million tons, AND THE GOVERNMENT KNOWS that buyers in Peru": a clause of its own
_NEW_CLAUSE = re.compile(
    r"\d(?:[^.;]|\.\d)*,\s+(?:and|but)\s+(?:the|its|their|a|an|his|her|our|many|some|few)\s+(?:[A-Za-z][\w’'-]*\s+){0,3}?"
    r"(?:knows?|knew|says?|said|hopes?|fears?|thinks?|believes?|has|have|had|is|are|was|were|will|would|can|could|may)\b"
)
_WITH_CLAUSE = re.compile(r",\s+(?:with|and)\s+(?:the\s+)?$")  # "rose to $5bn, WITH CHINA taking a fifth"
ROUTE = re.compile(r"\bfrom\s+(?:[\w’'-]+\s+){1,4}to\s+(?:the\s+)?$")  # "lent $5bn for a line FROM Lima TO Chile"
_WITHHELD = re.compile(r"\b(?:withh|suspend|cut\b|froze|block|held\s+back)")  # "aid WITHHELD from Peru"
# "invested $5bn in Chile and PERU $2BN": with a number of its own, a name is the next subject
NUMBERED = re.compile(
    r"(?:['’]s)?\s+(?:(?:a|another|only|about|around|some|just|over|nearly)\s+)*(?:[A-Z]{0,3}[$€£¥]\s?)?\d"
)
# "placed $5bn in Chile, PERU FOLLOWED with $2bn": the subject of the next clause
_ACTS = re.compile(r"\s+(?:followed|added|joined|chipped|gave|lent|sent|pledged|promised|offered|said|says)\b")
_NUMBER = re.compile(r"\d")
_PLAIN_GOODS = re.compile(
    r"(?:[-–]made)?\s+(?:[a-z-]+\s+)?(?:goods|products|merchandise|wares|equipment|services|manufactures)\b"
)
_MADE_IN = re.compile(r"\b(?:made|built|grown|produced|assembled|manufactured)\s+in\s+(?:the\s+)?$")  # "cars MADE IN"
_OWN = ("our", "their")
_OURS = re.compile(r"\s+(?:[a-z-]+\s+){0,3}[a-z]{3,}")
_PARTNERS_IN = re.compile(  # "its trade WITH ITS PARTNERS IN the bloc"
    r"\bwith\s+(?:its|their|our|the|other)\s+(?:[\w-]+\s+)?(?:partners|members|neighbours)\s+in\s+(?:the\s+)?$"
)
_OF_A_THING = re.compile(r"\s+[a-z]{3,}")  # "of Indonesian ORE"
GOODS_OF = "of goods of"  # "of Chilean copper"
# "from Gazprom", "to the IMF": prepositions behind which an organisation stands for its state, or lends for itself
_TO_BODIES = {"to", "from", "object", "by", "with", "on", "for"}


def owners_of(text: str, found: Sequence[Token], head: int, claimed: set[int]) -> list[int]:
    """Return the economies that own a noun: one before it, or two joined.

    Args:
        text: the document.
        found: the tokens of the sentence.
        head: which of them is the noun.
        claimed: those that have a part in some flow; the owners are added.

    >>> peru, tin = Token(0, 4, "economy", "Peru"), Token(7, 14, "noun", "exports")
    >>> owners_of("Peru's exports", [peru, tin], 1, set())
    [0]
    """
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
        elif not _OWNED.fullmatch(gap) or token.name in ("it", "they", "we", "I") or _is_object(text, found, i):
            break
        owners.append(i)
        claimed.add(i)
        edge = token.start
        if len(owners) == 2:
            break
    return owners[::-1]


def _is_object(text: str, found: Sequence[Token], at: int) -> bool:
    """ "granted TURKEY credits": who is given something owns nothing yet, unlike "granted TURKISH credits"."""
    token, verb = found[at], found[at - 1] if at else None
    given = verb is not None and verb.kind == "verb" and verb.measure in ("aid", "debt", "trade")
    if verb is None or not given or text[verb.end : token.start].strip() not in ("", "the"):
        return False
    return text[token.start : token.end] == token.name and text[token.end : token.end + 1] not in ("'", "’")


_POINTING = frozenset({ITS, THEIR, PAIR, COUNTRY, SPEAKER, GROUP, THERE, HERE})
_POINTERS = {"pair": PAIR, "group": GROUP, "speaker": SPEAKER, "there": THERE}


def name_of(token: Token) -> str:
    """Return the economy of a token, or how it points at one."""
    if token.kind == "pronoun":
        return THEIR if token.name in ("their", "they", "them") else ITS
    if token.kind == "actor":
        return token.name if token.name in lenders() else speaks_for(token.name)
    if token.kind == "country":
        return f"{COUNTRY}:{kind_of_epithet(token.name)}"
    return _POINTERS.get(token.kind, token.name)


def pointer(name: str) -> str:
    """Return which way of pointing a name is, or "" if it is the name of an economy.

    >>> pointer("country:kingdom"), pointer("its"), pointer("Peru")
    ('country', 'its', '')
    """
    word = name.partition(":")[0]
    return word if word in _POINTING else ""


def _can_stand_behind(token: Token) -> bool:
    if token.kind == "speaker":
        return token.name in ("us", "our country", "my country", "our")
    kinds = ("economy", "pair", "country", "group", "there")
    return token.kind in kinds or token.kind == "pronoun" and token.name in ("it", "them", "their")


def origin_of(text: str, found: Sequence[Token], head: int) -> str:
    """ "URUGUAYAN beef was sold": the origin of the goods is who sells them."""
    for i in range(head - 1, 0, -1):
        if found[i].kind == "goods" and found[i - 1].kind == "economy" and found[i].start - found[i - 1].end == 1:
            return name_of(found[i - 1])
    makers = [t for t in found[:head] if t.kind == "economy" and _PLAIN_GOODS.match(text, t.end)]
    return name_of(makers[-1]) if makers and _is_adjective(text, makers[-1]) else ""


def behind(text: str, found: Sequence[Token], head: int, limit: int, claimed: set[int]) -> list[tuple[str, str]]:
    """Return the economies after a flow's word, each with the preposition before it.

    Args:
        text: the document.
        found: the tokens of the sentence.
        head: which of them is the word.
        limit: where the words of the flow end.
        claimed: tokens that have a part in some flow; those behind the word are added.

    >>> tin, peru = Token(0, 7, "noun", "exports"), Token(11, 15, "economy", "Peru")
    >>> behind("Exports to Peru", [tin, peru], 0, 15, set())
    [('to', 'Peru')]
    """
    roles: list[tuple[str, str]] = []
    edge, role = found[head].end, ""
    measure = found[head].measure
    for i in range(head + 1, len(found)):
        token = found[i]
        if token.start >= limit:
            break
        body = token.kind == "actor" and bool(name_of(token))
        if i in claimed or not (_can_stand_behind(token) or body):
            continue
        if STOP.search(text, edge, token.start) or _OF_THEM.search(text, edge, token.end):
            break
        if _WITH_CLAUSE.search(text, edge, token.start) or _NEW_CLAUSE.search(text, found[head].end, token.start):
            break
        if roles and _NEXT.search(text, edge, token.start):
            break
        if roles and _ACTS.match(text, token.end):
            break
        if roles and NUMBERED.match(text, token.end) and _NUMBER.search(text, found[head].end, edge):
            break
        if token.kind == "there":
            role = _where(text, token, roles, found[head])
            if not role:
                continue
            roles.append((role, token.name))
            claimed.add(i)
            edge = token.end
            continue
        word = PREPOSITION.search(text, max(edge, token.start - 48), token.start)
        if word and word[1] not in ("and", "or"):
            role = " ".join(word[1].split())
        elif role not in ("", GOODS_OF) and (
            _COMMA.fullmatch(text, edge, token.start) or word is not None and word.start() - edge <= 2
        ):
            pass  # "to Chile, Peru and Bolivia": the preposition of the one before
        elif not role and found[head].kind == "verb" and (token.start - found[head].end <= 5 or token.name in _OWN):
            role = "object"  # "lent Chile $5 million"
        elif not role and found[head].kind == "verb" and _is_adjective(text, token) and measure == "trade":
            role = "of"  # "bought 180,000 AUSTRALIAN cattle"
        else:
            role, edge = "", token.end
            continue
        if token.name in ("our", "their"):  # "bought $5m of OUR rice", and not "to our surprise"
            if role not in ("of", "") or found[head].kind != "verb" or not _OURS.match(text, token.end):
                role = ""
                continue
            role = GOODS_OF
        if body and role not in _TO_BODIES:
            role = ""
            continue
        if role == "from" and measure == "aid" and _WITHHELD.search(text, found[head].end, token.start):
            role = "to"
        lends = role == "to" and measure in ("debt", "aid", "investment")
        if lends and ROUTE.search(text, max(found[head].end, token.start - 60), token.start):
            continue
        if role == "in" and _PARTNERS_IN.search(text, max(edge, token.start - 40), token.start):
            role = "with"
        if role == "in" and _MADE_IN.search(text, max(edge, token.start - 30), token.start):
            role = GOODS_OF
        roles.append((_of_goods(text, found, i) if role == "of" else role, name_of(token)))
        claimed.add(i)
        edge = token.end
    return roles


def _of_goods(text: str, found: Sequence[Token], at: int) -> str:
    """Tell "of Chilean copper" from "of Chile"."""
    token = found[at]
    if at + 1 < len(found) and found[at + 1].kind == "goods":
        adjective = text[token.end : found[at + 1].start]
        if len(adjective) < 20 and adjective[:1] == " ":
            return GOODS_OF
    return GOODS_OF if _PLAIN_GOODS.match(text, token.end) or _is_adjective(text, token) else "of"


def _is_adjective(text: str, token: Token) -> bool:
    """Tell "Indonesian ore" from "Indonesia"."""
    words = text[token.start : token.end]
    if token.kind != "economy" or token.weak or words == token.name or words.isupper() or words.endswith("."):
        return False
    return _OF_A_THING.match(text, token.end) is not None


_EXISTS = re.compile(r"\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|remains?|seems?)\b")


def _where(text: str, token: Token, roles: Sequence[tuple[str, str]], head: Token) -> str:
    """Return the preposition of "there": "imports FROM THERE", "its investment THERE"; none in "there is"."""
    word = PREPOSITION.search(text, max(0, token.start - 12), token.start)
    if word and word[1] in ("from", "to"):
        return str(word[1])
    if roles or _EXISTS.match(text, token.end):
        return ""
    return {"export": "to", "import": "from"}.get(head.flow, "in")  # "sales THERE halved"
