"""Whose office a title is: 'the Kenyan' and "Kenya's" before it, 'of Kenya' behind it."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.gazetteer import bundled
from briefing_lib.find.title.page import Page, word_start
from briefing_lib.tables import Mention

COUNTERPART = "counterpart"

NONE = frozenset(("a", "an", "any", "every", "each", "no", "another", "some", "one", "first", "next", "future", "or"))

PAST = frozenset(
    ("former", "ex", "late", "previous", "then", "deposed", "ousted", "fallen", "erstwhile", "one-time", "incoming")
)

HIS = frozenset(("his", "her", "their", "its"))

STOP = frozenset(
    (
        *("and", "of", "to", "in", "on", "at", "by", "with", "from", "for", "as", "that", "who", "was", "is", "but"),
        *("said", "has", "had", "when", "where", "while", "after", "before", "if", "than", "whether", "because"),
        *("mr", "mrs", "madam", "madame", "mr.", "mrs."),
    )
)

# 'of the Republic of ', 'for ', ' from '
_OF = re.compile(r"\s+(?:of|for|from|in|to)\s+(?:the\s+)?")


@cache
def demonyms() -> dict[str, tuple[str, str]]:
    """Return (country, actor) by adjective: 'Kenyan'."""
    return {row["word"]: (row["country"], row["actor"]) for row in lexicon.rows("demonyms") if row["kind"] != "people"}


def read_left(page: Page, low: int, start: int, headline: bool) -> tuple[int, tuple[str, str, str], str, bool]:
    """Read what stands before a title: where the expression opens, its owner, the word it opens with, if it is past.

    The owner is (country, body, seat); its country is '?' for a region, which owns no office.
    """
    text, at, past, named = page.text, start, False, start
    owner: tuple[str, str, str] = ("", "", "")
    for _ in range(6):
        if at <= low or text[at - 1] not in " \n":
            break
        stop = at - 1
        if mention := _mention_before(page, stop):
            possessor = _owner_of(mention)
            if owner != ("", "", "") or not possessor or mention.start < low:
                break
            owner, at = possessor, mention.start
            named = at
            article = text.startswith(("the ", "The "), at - 4) and at - 4 >= low
            if text[mention.end : mention.end + 1] in "'’" or article:
                return at - 4 if article else at, owner, "the", past
            continue
        if stop > low and text[stop - 1] in ',.;:!?)”"—–':
            break
        first = word_start(text, low, stop)
        word = text[first:stop]
        lower = word.lower()
        if not word:
            break
        if lower in ("the", "this") or lower in HIS:
            return first, owner, "the" if lower == "this" else lower, past
        if lower in NONE:
            return first, owner, lower, past
        if found := _demonym(text, low, stop):
            if owner == ("", "", ""):
                first, owner = found
            at = named = first
            continue
        if lower in STOP or word.endswith(("’s", "'s", "s’")) and not word[0].islower():
            break
        if word.endswith(("country’s", "country's", "nation’s", "nation's")):
            at = first
            continue
        if word[0].isupper() or not (word[0].isalpha() or word[0].isdigit()):
            break
        past = past or lower in PAST
        at = first
    # Headlines leave the article out: 'Kenyan president arrives in Rome'
    opens = headline and owner not in (("", "", ""), ("?", "", "")) and at <= low
    return (low if opens else named), owner, "the" if opens else "", past


def _mention_before(page: Page, stop: int) -> Mention | None:
    """Return the mention that ends at an offset, also before a genitive: "Japan's"."""
    text = page.text
    for cut in (0, 2, 1):
        if not cut or text[stop - cut : stop] in ("’s", "'s", "’", "'"):
            mention = page.mention_ending(stop - cut)
            if mention:
                return mention
    return None


def _owner_of(mention: Mention) -> tuple[str, str, str] | None:
    """Return (country, body, seat) of a state, a body or a place that can own an office."""
    if mention.type == "person":
        return None
    sense = bundled().senses.get(mention.actor)
    country = sense.country if sense else ""
    if mention.type == "state":
        seat = mention.text if mention.rule == "seat of power" else ""
        return (country, "", seat) if country else ("", mention.actor, seat)
    return ("", mention.actor, "")


def _demonym(text: str, low: int, stop: int) -> tuple[int, tuple[str, str, str]] | None:
    """Read a demonym that ends at an offset, the longest: 'South Korean'."""
    at, found = stop, None
    for _ in range(3):
        at = word_start(text, low, at)
        known = demonyms().get(" ".join(text[at:stop].split()))
        if known:
            country, actor = known
            found = at, ((country, "", "") if country else ("", actor, "") if actor else ("?", "", ""))
        if at <= low or not text[at - 2].isalnum():
            break
        at -= 1
    return found


def owner_behind(page: Page, end: int, high: int, office: str) -> tuple[str, str, str, int]:
    """Read 'of Kenya', 'of the European Commission' behind a title, 'from Kenya' behind a counterpart."""
    of = _OF.match(page.text, end, high)
    if of:
        word = of.group().split()[0]
        mention = page.mention_starting(of.end())
        fits = word == "of" or (word in ("from", "in", "for") and office in (COUNTERPART, "ambassador", "envoy"))
        if mention and fits and mention.end <= high:
            owner = _owner_of(mention)
            if owner and page.text[mention.end : mention.end + 2] not in ("’s", "'s"):
                return *owner, mention.end
    return "", "", "", end
