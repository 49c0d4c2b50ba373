"""Says whether words name a source, and who it is by its full name: "Kotra", "the office's preliminary count"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.number.contexts import context
from briefing_lib.tables import Mention

_DATA = (
    r"(?:data|figures|statistics|numbers|estimates?|records|returns|count|counts|tables|calculations|tally|forecasts?|"
    r"projections?)"
)
# "provisional data of the STATISTICAL OFFICE", "balance of payments statistics of the CENTRAL BANK"
_DATA_OF = re.compile(
    rf"(?:[\w’'-]+\s+){{0,5}}?{_DATA}\s+(?:of|from|by|released\s+by|published\s+by|compiled\s+by)\s+(?:the\s+)?(?=\S)"
)
# "the OFFICE's preliminary count"
_OWN_DATA = re.compile(rf"(?P<who>\S.*?)['’]s?\s+(?:own\s+)?(?:[a-z-]+\s+){{0,3}}{_DATA}$")
_PROPER = re.compile(r"(?:^|\s)(?:[A-Z]|\d)")
_COMMON = re.compile(r"(?:[a-z]+\s+){0,2}[a-z]+$")
_ARTICLE = re.compile(r"(?:the|a|an|its|their|our)\s+", re.IGNORECASE)
_FULL = re.compile(r"(?:[A-Z][\w’'&.-]*|of|for|and|the|de|la)(?:\s+(?:[A-Z][\w’'&.-]*|of|for|and|the|de|la)){0,9}\s*$")
_REACH = 90  # characters of the full name before its abbreviation in brackets


@cache
def _nouns() -> frozenset[str]:
    """Words that can be a source by themselves: offices, titles, people, papers."""
    found = {row["word"].lower().rpartition(" ")[2] for row in lexicon.rows("source_classes")}
    found |= {row["word"].lower().rpartition(" ")[2] for row in lexicon.rows("unnamed_sources")}
    found |= {row["word"].lower().rpartition(" ")[2] for row in lexicon.rows("titles")}
    return frozenset(found | context("source body") | context("source data"))


def is_source(name: str) -> bool:
    """Say whether words can be the name of a source: a name, or a noun that speaks.

    >>> is_source("Kotra"), is_source("senior officials"), is_source("Peruvian customs data")
    (True, True, True)
    >>> is_source("if one"), is_source("month in which Washington"), is_source("so nobody can")
    (False, False, False)
    """
    words = name.replace("’", "'").lower().split()
    if not words or context("no source").intersection(words):  # "IF one", "so NOBODY can", "month in WHICH Washington"
        return False
    named = name.split()[-1]
    last = named if named[0].isupper() and not named.endswith("day") else words[-1]  # "analysts at Farm WEEK"
    if not {words[0], last}.isdisjoint(context("no source at the edge")):
        return False
    if _PROPER.search(name):
        return True
    return not _nouns().isdisjoint(word.removesuffix("'s").strip("'.,") for word in words)


def issuer(name: str) -> str:
    """Return who gives the data that a source is named by.

    >>> issuer("provisional data of the Statistical Office of Peru"), issuer("office's preliminary count")
    ('Statistical Office of Peru', 'office')
    >>> issuer("customs data"), issuer("figures from two ports")
    ('customs data', 'figures from two ports')
    """
    behind = _DATA_OF.match(name)
    if behind and is_source(name[behind.end() :]):
        return name[behind.end() :]
    own = _OWN_DATA.fullmatch(name)
    return own["who"] if own and _is_body(own["who"]) else _ARTICLE.sub("", name, count=1) if name[0] in "AT" else name


def _is_body(name: str) -> bool:
    return bool(_PROPER.search(name)) or not context("source body").isdisjoint(name.lower().split())


_TITLE = re.compile(
    r"(?:[Tt]he\s+)?(?P<first>[\w-]+\s+)?(?:[\w-]+\s+)?(?P<last>[Mm]inister|[Pp]resident|[Aa]mbassador|[Ss]ecretary|[Gg]overnor|[Cc]hancellor|"
    r"[Pp]remier|[Ss]pokes(?:man|woman|person))"
)


def person_titled(text: str, mentions: Sequence[Mention], name: str, at: int) -> str:
    """Return the person whom a bare title stands for: "the Vice Minister" after "Vice Foreign Minister Li Wei".

    Args:
        text: the document.
        mentions: its mentions, in order.
        name: the words that name the source; any but a bare title come back as they are.
        at: where their sentence starts.

    >>> text = "Vice Foreign Minister Li Wei came. The Vice Minister said so."
    >>> li = Mention("d", "d#1", 22, 28, "Li Wei", "Li Wei", "person", "actor", "")
    >>> person_titled(text, [li], "Vice Minister", 35), person_titled(text, [li], "Ana Diaz", 35)
    ('Li Wei', 'Ana Diaz')
    """
    title = _TITLE.fullmatch(name)
    if title is None:
        return name
    first, last = (title["first"] or "").strip(), title["last"]
    titled = re.compile(rf"\b{re.escape(first)}\b[^,.;]{{0,40}}\b{last}\s+$", re.IGNORECASE)
    for mention in reversed(mentions[: bisect_left(mentions, at, key=lambda m: m.start)]):
        if mention.type == "person" and titled.search(text, max(0, mention.start - 60), mention.start):
            return mention.actor
    return name


def full_name(text: str, mentions: Sequence[Mention], name: str, at: int) -> str:
    """Return the full name under which a document introduced a source before a place in it.

    Args:
        text: the document.
        mentions: its mentions, in order.
        name: the words that name the source.
        at: where they stand.

    >>> text = "The Peru Export Council (Pexco) says so. A Pexco report"
    >>> full_name(text, [], "Pexco", 43)
    'Peru Export Council'
    """
    if _COMMON.fullmatch(name) and not context("source body").isdisjoint(name.split()):
        wanted = set(name.split())
        for mention in reversed(mentions[: bisect_left(mentions, at, key=lambda m: m.start)]):
            if mention.type == "organisation" and wanted <= set(mention.actor.lower().split()):
                return mention.actor
        return name
    if " " in name or not name[:1].isupper():
        return name
    bracket = text.find(f"({name})", 0, at)
    if bracket < 0:
        return name
    full = _FULL.search(text, max(0, bracket - _REACH), bracket)
    words = _ARTICLE.sub("", full.group().strip(), count=1) if full else ""
    return words if words.count(" ") else name
