"""Names the economies, flows and goods of a sentence: what a trade statistic can be about.

A mention stands for itself; demonyms, pronouns and words for a pair ("the two countries") are rows of lexicons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.number.nouns import singular
from briefing_lib.link.figure.lands import is_spot
from briefing_lib.tables import Mention


class Token(NamedTuple):
    """Word or name of a sentence that can be part of a trade statistic.

    ``kind`` is economy, actor (a company or ministry), pair, pronoun, country ("the kingdom"), noun (of a flow),
    verb (of a flow), figure ("the total") or goods; ``name`` the economy, or the goods. A weak economy is a place: it
    can stand beside a flow, but nothing points at it. A weak noun or verb has other senses.
    """

    start: int
    end: int
    kind: str
    name: str
    measure: str = ""
    flow: str = ""
    weak: bool = False
    needs_goods: bool = False


@cache
def _words() -> lexicon.Matcher[tuple[tuple[str, str, str, str, bool, bool], ...]]:
    found: dict[str, list[tuple[str, str, str, str, bool, bool]]] = {}

    def add(word: str, entry: tuple[str, str, str, str, bool, bool]) -> None:
        forms = {word, word[0].upper() + word[1:]}
        if entry[0] == "noun" and entry[2] == "trade" and " " not in word:
            forms.add(word.upper())  # "EXPORTS UP 2.9%"
        for form in forms | ({word.title()} if entry[0] == "other" else set()):  # "Trade Minister Ana Diaz"
            entries = found.setdefault(form, [])
            if entry not in entries:
                entries.append(entry)

    for row in lexicon.rows("trade_words"):
        add(
            row["word"],
            (
                row["kind"],
                row["word"],
                row["measure"],
                row["flow"],
                row["strength"] in ("weak", "goods"),
                row["strength"] == "goods",
            ),
        )
    for row in lexicon.rows("epithets"):
        add(row["word"], ("country", row["word"], "", "", False, False))
    goods = {row["word"] for row in lexicon.rows("commodities")}
    for word in sorted(goods):
        head, space, noun = word.rpartition(" ")
        single = head + space + (singular(noun) or noun)  # "garment exports"
        for form in {word, single} - (goods - {word}):
            if form:
                add(form, ("goods", word, "", "", False, False))
    return lexicon.Matcher({word: tuple(entries) for word, entries in found.items()})


@cache
def _blocs() -> frozenset[str]:
    """Organisations that have trade of their own: blocs, and those that ``economies.csv`` names."""
    named = {row["word"] for row in lexicon.rows("economies") if row["kind"] == "bloc"}
    return frozenset(named | {row["actor"] for row in lexicon.rows("organisations") if row["kind"] == "bloc"})


@cache
def lenders() -> frozenset[str]:
    """Return the organisations that lend and give, but trade nothing: the World Bank."""
    return frozenset(row["word"] for row in lexicon.rows("economies") if row["kind"] == "lender")


@cache
def _companies() -> dict[str, tuple[str, str]]:
    states: dict[str, str] = {}
    for row in lexicon.rows("states"):
        if row["type"] == "state" and row["country"]:
            states.setdefault(row["country"], row["actor"])  # today's state stands first, those before it after
    return {row["actor"]: (states.get(row["country"], ""), row["kind"]) for row in lexicon.rows("organisations")}


def state_of(organisation: str) -> str:
    """Return the state an organisation of the lexicon belongs to, or "".

    >>> state_of("Gazprom")
    'Russia'
    """
    return _companies().get(organisation, ("", ""))[0]


def speaks_for(organisation: str) -> str:
    """Return the state whose trade a company, bank, ministry or agency does, or "".

    >>> speaks_for("Sonatrach"), speaks_for("Reuters"), speaks_for("Bank of Peru")
    ('Algeria', '', 'Peru')
    """
    state, kind = _companies().get(organisation, ("", ""))
    if kind in ("media", "think-tank", "io", "party", "forum", "armed-group"):
        return ""
    town = _OF_TOWN.search(organisation)
    return state or country_in(organisation, 0, len(organisation)) or (seat_of(town[1]) if town else "")


_OF_TOWN = re.compile(r"\bof ([A-Z][\w’' -]+)$")  # "the Industrial Bank of TOKYO"


def is_union(organisation: str) -> bool:
    """Say whether an organisation is one of several states, which gives and lends for itself.

    >>> is_union("European Commission"), is_union("Gazprom")
    (True, False)
    """
    state, kind = _companies().get(organisation, ("", ""))
    return not state and kind in ("io", "bloc", "alliance", "forum", "agency")


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {row["word"]: frozenset(row["kinds"].split("|")) for row in lexicon.rows("economy_kinds")}


@cache
def _epithets() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in lexicon.rows("epithets")}


def kind_of_epithet(word: str) -> str:
    """Return what an economy must be to be called so, or "" if it may be any.

    >>> kind_of_epithet("the kingdom"), kind_of_epithet("the country")
    ('kingdom', '')
    """
    return _epithets().get(word, "")


def is_of_kind(economy: str, kind: str) -> bool:
    """Say whether an economy can be called by an epithet of a kind; a bloc is no country.

    >>> is_of_kind("Jordan", "kingdom"), is_of_kind("Peru", "kingdom"), is_of_kind("Mercosur", "")
    (True, False, False)
    """
    kinds = _kinds().get(economy, frozenset())
    return kind in kinds if kind else "bloc" not in kinds


@cache
def _seats() -> dict[str, str]:
    return {row["alias"].casefold(): row["actor"] for row in lexicon.rows("seats")}


def seat_of(place: str) -> str:
    """Return the state whose capital a place is, or "".

    >>> seat_of("Lusaka")
    'Zambia'
    """
    return _seats().get(place.casefold(), "")


def is_economy(mention: Mention) -> bool:
    """Say whether a mention can report or receive trade: a state, a bloc, a region; no person, no company.

    >>> is_economy(Mention("d", "d#1", 0, 5, "Kenya", "Kenya", "state", "actor", ""))
    True
    """
    return mention.type in ("state", "place") or mention.type == "organisation" and mention.actor in _blocs()


@cache
def _demonyms() -> lexicon.NameMatcher[str]:
    return lexicon.NameMatcher(
        {row["word"]: row["actor"] for row in lexicon.rows("demonyms") if row["kind"] != "people"}
    )


@cache
def _peoples() -> lexicon.NameMatcher[str]:
    return lexicon.NameMatcher(
        {row["word"]: row["actor"] for row in lexicon.rows("demonyms") if row["kind"] == "people"}
    )


@cache
def _countries() -> lexicon.NameMatcher[str]:
    rows = [row for name in ("states", "demonyms") for row in lexicon.rows(name)]
    return lexicon.NameMatcher({(row.get("alias") or row["word"]): row["actor"] for row in rows if row["actor"]})


def _named(matcher: lexicon.NameMatcher[str], text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    words = lexicon.words_of(text[start:end])
    return [(start + first, start + last, name) for first, last, name in matcher.find(words)]


def demonyms_in(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Return where a stretch of text has the demonym of an economy, and which.

    >>> demonyms_in("the Peruvian minister", 0, 21)
    [(4, 'Peru')]
    """
    return [(first, name) for first, _, name in _named(_demonyms(), text, start, end) if name]


def country_in(text: str, start: int, end: int) -> str:
    """Return the economy named first in a stretch of text, be it inside another name: "the Bank of Peru".

    >>> country_in("data from the Bank of Peru", 0, 26)
    'Peru'
    """
    return next((name for _, _, name in _named(_countries(), text, start, end)), "")


_THE_PEOPLE = re.compile(r"[Tt]he [A-Z]")
# "the Horn of Africa COUNTRY", "the Pacific COAST": a place that only says which
_ATTRIBUTE = re.compile(
    r"\s+(?:coast|coastline|shores?|country|nation|state|ports?|terminals?|basin|corridor|routes?|pipelines?|summit|war|"
    r"crisis|conflict|ally|allies|neighbou?rs?)\b"
)


# "the poor LONDON price": a market for all the world
_EXCHANGE = re.compile(
    r"\s+(?:(?:spot|metal|stock|commodity|tea|wool|rubber|coffee|cotton|futures)\s+)?(?:prices?|markets?|auctions?|exchange|quotations?|bourse|fixing)\b"
)


def tokens(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Token]:
    """Return the tokens of a stretch of text, in order.

    Args:
        text: the document.
        start: first character of the stretch.
        end: character after its last.
        mentions: the mentions in the stretch, in order.

    >>> [(t.kind, t.name) for t in tokens("Peruvian tin exports rose.", 0, 26, [])]
    [('economy', 'Peru'), ('goods', 'tin'), ('noun', 'exports')]
    """
    found = [
        Token(m.start, m.end, "economy" if is_economy(m) else "actor", m.actor, weak=m.type == "place")
        for m in mentions
        if m.type != "person"
        and not (m.text != m.actor and _EXCHANGE.match(text, m.end))
        and not (m.type == "place" and (is_spot(m.actor) or _ATTRIBUTE.match(text, m.end)))
    ]
    taken, at = [(m.start, m.end) for m in mentions], 0
    words = lexicon.words_of(text[start:end])
    nations = [(start + first, start + last, name) for first, last, name in _demonyms().find(words)]
    if _THE_PEOPLE.search(text, start, end):
        nations += [  # "sold THE SAUDIS 5 jets" is a sale to their state
            (start + first, start + last, name)
            for first, last, name in _peoples().find(words)
            if text.endswith(("the ", "The "), start, start + first)
        ]
    for first, last, name in nations:
        inside = [t for t in found if first <= t.start and t.end <= last and (t.start, t.end) != (first, last)]
        if inside:  # "West German" is no West
            found = [t for t in found if t not in inside]
        elif any(a < last and first < b for a, b in taken):
            continue
        found.append(Token(first, last, "economy", name or _union_of(text[first:last], found)))
    for first, last, entries, _ in _words().find(text, start, end):
        while at < len(taken) and taken[at][1] <= first:
            at += 1
        if at < len(taken) and taken[at][0] < last:
            continue
        found.extend(Token(first, last, *entry) for entry in entries)
    found.sort()
    return [t for t in found if not (t.kind == "group" and _of_bloc(text, t, found))]


def _union_of(word: str, found: Sequence[Token]) -> str:
    """Return the union that "European" means where its sentence names it."""
    return next((t.name for t in found if word == "European" and t.name.startswith(word)), "")


_OF_BLOC = re.compile(r"\s+(?:(?:members?|countries|states|nations)\s+)?of\s+(?:the\s+)?")


def _of_bloc(text: str, group: Token, found: Sequence[Token]) -> bool:
    """Say whether a bloc is named behind its "members": they need no pointing at."""
    return any(t.kind == "economy" and _OF_BLOC.fullmatch(text, group.end, t.start) for t in found)
