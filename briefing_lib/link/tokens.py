"""The words of a sentence that can make up a party: names, demonyms, offices, pronouns and pairs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.name.offices import office_kind
from briefing_lib.lexicon import Matcher
from briefing_lib.tables import Mention


class Token(NamedTuple):
    """Name, demonym, office, pronoun or pair word of a sentence.

    ``kind`` is a mention's type, or demonym, region, office, counterpart, pronoun or pair; ``name`` the actor, the
    state of a demonym, the kind of an office, or which pronoun it is; ``state`` the state an office is known to belong
    to ("Taoiseach").
    """

    start: int
    end: int
    kind: str
    name: str
    many: bool = False
    role: str = "actor"
    state: str = ""


# "Mr. ", "Shri ", "H.E. Mr. ", "A. ": before a name and part of it.
_HONORIFIC = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|M|MM|Mme|Mlle|Dr|Shri|Smt|Sir|Dame|Lord|Lady|Hon|Herr|Frau|Madame|Madam|Monsieur|"
    r"Signor|Signora|Señor|Sheikh|H\.\s?E|H\.\s?M|Sayyid|Haji)\b\.?\s+|\b(?:[A-Z]\.\s?)+)+$"
)
# "official visit": an adjective, no office.
_OFFICIAL_VISIT = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:visit|trip|talks|tour|meeting|dinner|lunch|ceremony|welcome|statement|results|data|figures)"
)
# "his Venezuelan host": whoever receives him; "their host country" is a state.
HOST = re.compile(
    r"\b(?:his|her|their|the|my|our)\s+(?:[A-Z][\w-]+\s+)?(?P<host>host)\b(?!\s+(?:country|city|nation|government|state)|[-’'])"
)
# "the Cubans[ were here]", "with the Dutch[ on]": what follows is no noun that the word describes.
_A_PEOPLE = re.compile(
    r"[,.;:?!)]|\s(?:about|after|again|agreed|also|and\sthe|are|at|before|did|do|for|from|had|have|in|last|met|next|on|over|said|say|"
    r"signed|the|this|to|today|wanted|want|were|when|who|will|with|would|yesterday)\b"
)
_SOMEBODY = frozenset({"office", "counterpart", "pair", "pronoun"})
# "will chair a meeting": a verb
_CHAIRS = re.compile(r"\s+(?:an?|the|its|this|talks|meetings|sessions)\b")
# "her visit": a noun follows; "met her on Monday": none does.
_POSSESSED = re.compile(r"\s+(?!(?:in|on|at|and|for|to|after|before|there|again|with|during|when|that|as|by)\b)\w")


@cache
def words() -> Matcher[tuple[str, str, bool, str]]:
    """Return the matcher of everything but names: kind, value, whether it means many, and an office's state."""
    found: dict[str, tuple[str, str, bool, str]] = {}
    states = {row["country"]: row["actor"] for row in reversed(lexicon.rows("states")) if row["country"]}
    for row in lexicon.rows("titles"):
        if row["kind"] not in ("honorific", "academic", "journalist"):
            found[row["word"]] = (
                "office",
                office_kind(row["word"], row["kind"]),
                False,
                states.get(row["country"], ""),
            )
    for row in lexicon.rows("demonyms"):
        # "Latin American": a region, not one state.
        found[row["word"]] = ("demonym" if row["actor"] else "region", row["actor"], False, "")
    for row in lexicon.rows("party_words"):
        word, value = row["word"], (row["kind"], row["value"], row["number"] == "many", "")
        found[word] = value
        if row["kind"] == "office" and value[2] and word.endswith("s"):
            # "Officials from Kenya": at the beginning of a sentence; "the Trade Ministers of Peru and Chile".
            found.setdefault(word[0].upper() + word[1:], value)
            found.setdefault(word.title(), value)
    return Matcher(found)


def state_of_demonym(word: str) -> str:
    """Return the state a demonym stands for, also in its form before a hyphen.

    >>> state_of_demonym("German"), state_of_demonym("Franco"), state_of_demonym("Table")
    ('Germany', 'France', '')
    """
    hits = list(words().find(word))
    return hits[0][2][1] if len(hits) == 1 and hits[0][2][0] == "demonym" else ""


def speaks_of_somebody(text: str, start: int, end: int) -> bool:
    """Tell whether an office, a counterpart, a pair or a pronoun stands in a stretch of text.

    >>> speaks_of_somebody("welcomed the two leaders", 8, 24), speaks_of_somebody("welcomed the report", 8, 19)
    (True, False)
    """
    return any(value[0] in _SOMEBODY for _, _, value, _ in words().find(text, start, end))


def tokens_of(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Token]:
    """Return the tokens of a sentence in order; names come before everything that overlaps them.

    >>> [(t.kind, t.name) for t in tokens_of("They met the Chinese leader.", 0, 28, [])]
    [('pronoun', 'pair'), ('demonym', 'China'), ('office', 'head-of-state')]
    """
    tokens = _names(text, start, mentions)
    taken = [(t.start, t.end) for t in tokens]
    at = 0
    for first, last, (kind, value, many, state), _ in words().find(text, start, end):
        while at < len(taken) and taken[at][1] <= first:
            at += 1
        if at < len(taken) and taken[at][0] < last:
            # "US President" is an office of a state that is named: read on beside the name.
            for left, right in ((first, taken[at][0]), (taken[at][1], last)):
                tokens += [Token(s, e, k, v, m, state=o) for s, e, (k, v, m, o), _ in words().find(text, left, right)]
            continue
        if kind == "office" and text[first:last] == "official" and _OFFICIAL_VISIT.match(text, last):
            continue
        if kind == "office" and text[first:last] == "chair" and _CHAIRS.match(text, last):
            continue
        if kind == "pronoun" and text[first:last] == "her" and _POSSESSED.match(text, last):
            continue
        if kind == "pair" and text.startswith(" of ", last):
            # "the leaders of Kenya and Uganda" names them itself.
            kind, value = "office", value if value not in ("persons", "states") else "leader"
        if (
            kind == "demonym"
            and value
            and text[max(start, first - 4) : first].lower() == "the "
            and _A_PEOPLE.match(text, last)
        ):
            # "the Japanese have proposed", "talks with the Cubans on"
            tokens.append(Token(first, last, "demonym", value))
            kind, value, many, first = "office", "people", True, last
        tokens.append(Token(first, last, kind, value, many, state=state))
    for host in HOST.finditer(text, start, end) if text.find(" host", start, end) > 0 else ():
        first = host.start("host")
        if not any(token.start <= first < token.end for token in tokens):
            tokens.append(Token(first, host.end(), "counterpart", "counterpart"))
    tokens.sort()
    return tokens


def _names(text: str, start: int, mentions: Sequence[Mention]) -> list[Token]:
    tokens: list[Token] = []
    for mention in mentions:
        last = tokens[-1] if tokens else None
        bracketed = last is not None and text[last.end : mention.start] == " (" and text.startswith(")", mention.end)
        if last and bracketed and last.name == mention.actor:
            # "the Federal Security Service (FSB)" is one name.
            tokens[-1] = last._replace(end=mention.end + 1)
            continue
        first = mention.start
        honorific = _HONORIFIC.search(text, max(start, first - 24), first) if mention.type == "person" else None
        if honorific:
            first = honorific.start()
        tokens.append(Token(first, mention.end, mention.type, mention.actor, False, mention.role))
    return tokens
