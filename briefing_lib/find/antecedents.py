"""Whom a pronoun or a title stands for: 'he', 'both leaders', 'the Turkish minister'."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefing_lib.find.speakers import Page, Source, mentions_in, words_of
from briefing_lib.tables import Mention, Quotation

_REACH = 8  # sentences to look back
_PAIR = re.compile(r"(?:both|two)\b", re.IGNORECASE)
_PAIR_PERSONS = re.compile(r"(?:both|two)\s+(?:leaders|ministers|presidents|premiers|men|women|politicians|statesmen|diplomats|officials|chancellors|kings)?$", re.I)


def resolve(page: Page, source: Source, sentence: int, told: Sequence[Quotation], inside=None) -> Source:
    """Give a source its actors where words alone do not name them.

    Args:
        page: the document.
        source: the words found.
        sentence: index of the sentence they stand in.
        told: quotations found so far, in order.
        inside: function that tells whether an offset lies between quotation marks.
    """
    words = page.text[source.start : source.end]
    if source.actors:
        return source
    lower = words.lower()
    if source.rule == "pronoun":
        return source._replace(actors=_pronoun(page, lower, source.start, sentence, told, inside))
    bare = words_of(page, source).lower()
    if _PAIR.match(bare):
        kinds = ("person",) if _PAIR_PERSONS.match(bare) else ("state",)
        pair = _last_two(page, source.start, kinds)
        if pair:
            return source._replace(actors=pair, rule="pair")
    if source.rule == "title" and (lower.startswith("the ") or lower.startswith("this ")):
        actors = _title(page, bare, source.start)
        if actors:
            return source._replace(actors=actors)
    if source.rule == "body" and lower.startswith("the "):
        actors = _body(page, bare, source.start)
        if actors:
            return source._replace(actors=actors, rule="title")
    return source


def _pronoun(page: Page, word: str, at: int, sentence: int, told: Sequence[Quotation], inside) -> tuple[str, ...]:
    if word in ("i", "we"):
        voice = page.sentences[sentence].voice
        return () if voice in ("author", "journalist", "") else (voice,)
    if word == "both":
        return _last_two(page, at, ("person",)) or _last_two(page, at, ("state",))
    kinds = ("person",) if word in ("he", "she") else ("state", "organisation")
    types = {m.actor: m.type for m in page.mentions[max(0, bisect_right(page.mention_starts, at) - 200) : bisect_right(page.mention_starts, at)]}
    rows = [row for row in told[-6:] if row.source]
    paragraph = page.sentences[sentence].paragraph
    for back in range(sentence, max(-1, sentence - _REACH), -1):
        here = page.sentences[back]
        if paragraph - here.paragraph > 3:
            break
        for row in reversed(rows):
            if here.start <= row.start < here.end and row.start < at:
                names = row.source.split(" | ")
                if word == "they" and len(names) > 1:
                    return tuple(names)
                fitting = [n for n in names if types.get(n) in kinds]
                if len(fitting) == len(names) == 1 and row.rule != "pronoun-it":
                    return (fitting[0],)
        if back == sentence:
            continue
        near = [m for m in mentions_in(page, here.start, here.end) if m.start < at and not (inside and inside(m.start))]
        if word == "they":
            persons = [m.actor for m in near if m.type == "person"]
            if len(set(persons)) == 2:
                return tuple(dict.fromkeys(persons))
        for mention in near:
            possessor = page.text[mention.end : mention.end + 2] in ("’s", "'s")
            if mention.type in kinds and mention.role == "actor" and not (possessor and word in ("it", "they")):
                return (mention.actor,)
    return ()


def _last_two(page: Page, at: int, kinds: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for mention in reversed(page.mentions[max(0, bisect_right(page.mention_starts, at) - 40) : bisect_right(page.mention_starts, at)]):
        if mention.type in kinds and mention.actor not in found and mention.start < at:
            found.append(mention.actor)
            if len(found) == 2:
                return tuple(sorted(found))
    return ()


_BEFORE = re.compile(r"((?:[\w’'-]+\s+){0,5})$")


def _described(page: Page, mention: Mention) -> str:
    """Return the words around a name that say what its bearer is."""
    text = page.text
    before = text[max(0, mention.start - 60) : mention.start]
    before = re.split(r"[.,;:!?\n“”\"]", before)[-1]
    after = text[mention.end : mention.end + 60]
    apposition = re.match(r",\s+(?:(?:an?|the|its|their|his|her)\s+)?([^,.;\n]{3,60})", after)
    return f"{before} {apposition.group(1) if apposition else ''}".lower()


def _title(page: Page, bare: str, at: int) -> tuple[str, ...]:
    """Find the one person near whom the text has described so: 'the Turkish minister', 'the president'."""
    wanted = [word for word in re.findall(r"[\w-]+", bare) if word not in ("the", "of", "former", "visiting", "own")][:4]
    near = page.mentions[max(0, bisect_right(page.mention_starts, at) - 60) : bisect_right(page.mention_starts, at)]
    found: list[str] = []
    for mention in reversed(near):
        if mention.type != "person" or mention.start >= at or mention.actor in found:
            continue
        described = _described(page, mention)
        if all(re.search(rf"\b{re.escape(word)}\b", described) for word in wanted):
            found.append(mention.actor)
    return (found[0],) if len(found) == 1 else ()


def _body(page: Page, bare: str, at: int) -> tuple[str, ...]:
    """Find the body named in full before: 'the ministry', 'the embassy'."""
    near = page.mentions[max(0, bisect_right(page.mention_starts, at) - 60) : bisect_right(page.mention_starts, at)]
    found = {m.actor for m in near if m.type == "organisation" and m.start < at and re.search(rf"\b{re.escape(bare)}\b", m.actor.lower())}
    return tuple(found) if len(found) == 1 else ()
