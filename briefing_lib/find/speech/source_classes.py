"""What sort of source each quotation has: an official or somebody else, named or not, a document, or the author.

An official holds an office or is a state, a body of one, or of several: ministers, generals, deputies, judges, their
spokesmen, the United Nations. Others are experts, companies, media, parties, movements, charities and private people.
Which words and names are which is data: ``lexicons/source_classes.csv``, the kinds of ``titles`` and
``organisations``, and ``positions`` for persons whose office the text does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from briefing_lib import lexicon
from briefing_lib.find.title.page import Page
from briefing_lib.tables import Mention, Quotation

OFFICIAL, OTHER, DOCUMENT, AUTHOR = "official", "other", "document", "author"

_OF_OFFICE = frozenset(
    ("head-of-state", "head-of-government", "foreign-minister", "minister", "official", "diplomat", "military")
    + ("legislator", "royal")
)
_PUBLIC_BODIES = frozenset(
    ("io", "agency", "army", "bank", "parliament", "bloc", "forum", "ministry", "alliance", "court")
)
_UNNAMED = frozenset(("noun", "words", "body", "title", "spokesman", "people"))
_WORD = re.compile(r"[\w’'.-]*\w")
# The words before a name that may be its titles: 'Estonian Foreign Minister '; behind it: ', the foreign minister,'
_BEFORE = re.compile(r"(?:[\w’'.-]+[ \n]){0,7}$")
_BEHIND = re.compile(
    r"\s*(?:\([^()]{1,60}\))?,\s+(?:(?:an?|the|its|their|his|her|who\s+(?:is|was|heads|leads))\s+)?"
    r"([^,.;:“”\"()\n]{3,70})(?=[,.;:(\n])"
)
_NOT_NOW = re.compile(r"(?:former|ex|onetime|retired|then|one-time)\b", re.IGNORECASE)
# 'the prime minister' is one man, 'a minister' and 'ministers' are not
_ONE_OFFICE = re.compile(r"(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s(?!.*[^s]s$)|(?:[A-Z][\w’'-]*\s?)+(?<!s)$")
_PHRASE_ENDS = frozenset(
    ("of", "for", "in", "at", "from", "with", "on", "close", "who", "familiar", "to", "by", "near")
)
_MOST = 12  # mentions of a person to look at


def add_classes(page: Page, rows: Sequence[Quotation]) -> list[Quotation]:
    """Fill ``source_class`` of a document's quotations.

    Args:
        page: the document.
        rows: its quotations; ``rule`` is the rule that read the source.

    Returns:
        The rows with "named official", "unnamed official", "named other", "unnamed other", "document", "author", or
        an empty string where nobody is given.
    """
    by_actor: dict[str, list[Mention]] = {}
    sources = {row.source.split(" | ")[0] for row in rows}
    for mention in page.mentions if rows else ():
        if mention.actor in sources:
            by_actor.setdefault(mention.actor, []).append(mention)
    told: dict[str, str] = {}
    known: dict[tuple[str, str, str], str] = {}
    done = []
    for row in rows:
        first = row.source.split(" | ")[0]
        key = (first, row.source_text, row.rule)
        found = known.get(key, "")
        if not found:
            found = known[key] = _class_of(page, row, first, by_actor, told)
        if first and found:
            told.setdefault(first, found)
        done.append(row._replace(source_class=found))
    return done


def _class_of(page: Page, row: Quotation, actor: str, by_actor: dict[str, list[Mention]], told: dict[str, str]) -> str:
    words = row.source_text
    if row.rule == "pronoun" and words.lower() in ("i", "we", "my", "our"):
        voice = page.sentences[page.sentence_at(row.start)].voice
        if voice in ("author", "journalist", ""):
            return AUTHOR if not actor or actor in ("author", "journalist") else told.get(actor, "")
    if not actor:
        return ""
    if actor == AUTHOR:
        return AUTHOR
    if row.rule == "document" or class_of_words(words) == DOCUMENT:
        return DOCUMENT
    if actor in by_actor:
        return f"named {_of_actor(page, actor, by_actor[actor], words if row.rule in _UNNAMED else '')}"
    if row.rule not in _UNNAMED and actor in told:
        return told[actor]
    if row.rule == "unlisted":
        return f"named {_office(words.split()) or OTHER}"
    what = class_of_words(words if row.rule in _UNNAMED else actor)
    if what == DOCUMENT:
        return DOCUMENT
    named = row.rule not in _UNNAMED and actor[:1].isupper() and not what
    named = named or (row.rule == "title" and what == OFFICIAL and _ONE_OFFICE.match(words) is not None)
    return f"{'named' if named else 'unnamed'} {what or OTHER}"


@lru_cache(maxsize=10_000)
def class_of_words(words: str) -> str:
    """Return what a noun phrase makes of a source: official, other, document, or an empty string if it does not tell.

    >>> class_of_words("two senior Turkish officials"), class_of_words("a source in the interior ministry")
    ('official', 'official')
    >>> class_of_words("union officials"), class_of_words("the central bank's report"), class_of_words("a fisherman")
    ('other', 'document', 'other')
    """
    before: list[str] = []
    rest: list[str] = []
    parts = [hit.group() for hit in _WORD.finditer(words)]
    for i, part in enumerate(parts):
        if part.lower() in _PHRASE_ENDS and before:
            rest = parts[i + 1 :]
            break
        before.append(part)
    head = next((kind for n in (3, 2, 1) if (kind := _kind(" ".join(before[-n:])))), "")
    if not head and rest:
        return class_of_words(" ".join(rest))
    qualifiers = {word.lower() for word in before[:-1]}
    qualifiers |= {f"{one} {two}".lower() for one, two in pairwise(before[:-1])}
    if head == OFFICIAL and not _words("of others").isdisjoint(qualifiers):
        return OTHER
    if head == OTHER and before[-1].lower() in ("source", "sources", "insider", "insiders", "person", "people"):
        within = qualifiers | {word.lower() for word in rest}
        return OFFICIAL if not _words("of office").isdisjoint(within) else OTHER
    return head


@cache
def _classes() -> dict[str, str]:
    heads = (OFFICIAL, OTHER, DOCUMENT)
    return {row["word"]: row["kind"] for row in lexicon.rows("source_classes") if row["kind"] in heads}


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"].lower() for row in lexicon.rows("source_classes") if row["kind"] == kind)


def _kind(words: str) -> str:
    return _classes().get(words) or _classes().get(words.lower(), "")


def _of_actor(page: Page, actor: str, mentions: Sequence[Mention], words: str) -> str:
    """Tell whether a named actor is an official."""
    kind = mentions[0].type
    if kind in ("state", "place"):
        return OFFICIAL
    if kind == "organisation":
        return _of_body(actor)
    if words and class_of_words(words) == OFFICIAL:
        return OFFICIAL
    return _of_person(page, actor, mentions[:_MOST])


@cache
def _bodies() -> dict[str, str]:
    return {row["actor"]: row["kind"] for row in lexicon.rows("organisations")}


def _of_body(name: str) -> str:
    if name.lower() in _words("body of others"):
        return OTHER
    kind = _bodies().get(name)
    if kind:
        return OFFICIAL if kind in _PUBLIC_BODIES else OTHER
    return OFFICIAL if _names_office(_WORD.findall(name)) else OTHER


def _names_office(words: Iterable[str]) -> bool:
    """Tell whether the name of a body has a word of public office: 'Ministry', 'Parliament', 'Police'."""
    return any(_classes().get(word.lower()) == OFFICIAL for word in words)


@cache
def _offices() -> tuple[frozenset[str], frozenset[str]]:
    """Return the titles of office and the other titles, in lower case."""
    official = {row["word"].lower() for row in lexicon.rows("titles") if row["kind"] in _OF_OFFICE}
    other = {row["word"].lower() for row in lexicon.rows("titles") if row["kind"] not in _OF_OFFICE}
    return frozenset(official), frozenset(other - official)


@cache
def _holders() -> frozenset[str]:
    return frozenset(row["actor"] for row in lexicon.rows("positions"))


def _of_person(page: Page, actor: str, mentions: Sequence[Mention]) -> str:
    """Tell whether the words beside a person's name, or else the lexicon, give him an office."""
    text, other = page.text, False
    for mention in mentions:
        lead = _BEFORE.search(text, max(0, mention.start - 90), mention.start)
        behind = _BEHIND.match(text, mention.end, mention.end + 110)
        for words in (lead.group() if lead else "", behind.group(1) if behind else ""):
            office = _office(words.split())
            if office == OFFICIAL:
                return OFFICIAL
            other = other or office == OTHER
    return OFFICIAL if not other and actor in _holders() else OTHER


def _office(words: list[str]) -> str:
    """Return what the titles among words make of a person; a past office is none."""
    official, others = _offices()
    found = ""
    for i, word in enumerate(words):
        bare = word.strip("“”\"'()[]").lower()
        if _NOT_NOW.match(bare):
            return OTHER
        if bare in official or any(" ".join(words[i : i + n]).lower() in official for n in (2, 3)):
            found = OFFICIAL
        elif not found and (bare in others or _classes().get(bare) == OTHER):
            found = OTHER
    return found
