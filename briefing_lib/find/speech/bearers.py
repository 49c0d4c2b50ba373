"""Whom a title or a common noun stands for: 'the Turkish minister', 'both leaders', 'the expert', 'the bank'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.speech.heard import Heard
from briefing_lib.find.speech.phrases import words_of
from briefing_lib.find.speech.source_nouns import is_title_word
from briefing_lib.find.speech.speakers import read_opening
from briefing_lib.find.speech.speech_words import words as words_of_kind
from briefing_lib.find.title.page import Page, Source
from briefing_lib.tables import Mention

NEAR = 80  # mentions to look back for a title
# 'both', 'both leaders', 'the two foreign ministers'
TWO = re.compile(r"(?:both|two)(?:\s+[\w-]+){0,2}$")
DEFINITE = re.compile(r"(?:both|the|these|those|their|our)\b", re.IGNORECASE)
_OF_STATES = re.compile(
    r"(?:sides|countries|nations|states|governments|capitals|parties|powers|neighbours|neighbors|allies)$"
)
_TITLE_COMMA = re.compile(r"(?:^|[.;,“”\"\n]\s*)(?:[Tt]he|[Ii]ts|[Aa]n?)\s+([^,.;“”\"\n]{3,60}),\s*$")
# 'at the invitation of the foreign minister, ' before 'Ada Ibe, '
_CLOSED_TITLE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Aa]n?)\s+((?:(?!\bthe\b)[^,.;“”\"\n]){3,60}),\s*$")
_HONORIFIC = re.compile(r"(?<=\s)(?:(?:Mr|Mrs|Ms|Dr|Smt|H\.E)\.?|Shri|Sri|Sir|Herr|Frau|Señor|Sheikh)\s+$")
_APPOSITION = re.compile(r",\s+(?:(?:an?|the|its|their|his|her|[\w’'-]+[’']s)\s+)?([^,.;\n]{3,110})(?=[,.;])")
_VERB_FIRST = re.compile(r"(?:and|but|who|which|said|says|told|has|had|is|was|will|would|[a-z]+(?:ed|ing))\b")


def reference_of(page: Page, source: Source) -> tuple[str, ...]:
    """Return whom a title stands for, where the table of references knows it."""
    for reference in page.references_before(source.end, 3):
        same = reference.start == source.start or (reference.end == source.end and reference.start > source.start - 6)
        head = page.text[source.start : reference.start].strip()
        if reference.actor and reference.end > source.start and same and len(head) < 5:
            return (reference.actor,)
    return ()


def pair_of(page: Page, bare: str, at: int) -> tuple[str, ...]:
    """Return whom 'both leaders', 'the two ministers' and 'both sides' stand for."""
    if _OF_STATES.search(bare):
        return last_two(page, at, "state")
    words = bare.split()
    named = bearer_of(page, " ".join(words[1:]), at, ()) if len(words) > 1 else ()
    return named or last_two(page, at, "person")


def last_two(page: Page, at: int, kind: str) -> tuple[str, ...]:
    found: list[str] = []
    for mention in reversed(page.mentions_before(at, NEAR)):
        if mention.type == kind and mention.actor not in found:
            found.append(mention.actor)
            if len(found) == 2:
                return tuple(sorted(found))
    return ()


def described(page: Page, mention: Mention, at: int) -> str:
    """Return the words beside a name, and before an offset, that say what its bearer is."""
    text, window = page.text, max(0, mention.start - 80)
    words, start = "", mention.start
    if honorific := _HONORIFIC.search(text, window, start):
        start = honorific.start()
    for word in reversed(text[window:start].split(" ")[:-1]):
        if not (word[:1].isupper() and word.isalpha() or is_title_word(word)):
            break
        words = f"{word} {words}"
    if not words:
        closed = text[mention.end : mention.end + 1] in (",", ".", ";")
        hit = (_CLOSED_TITLE if closed else _TITLE_COMMA).search(text[window:start])
        words = hit.group(1) if hit else ""
    after = _APPOSITION.match(text, mention.end, min(mention.end + 130, max(mention.end, at)))
    beside = after.group(1) if after and not _VERB_FIRST.match(after.group(1)) else ""
    return f"{words} {beside}".lower()


_NO_MARK_OF = frozenset(("of", "former", "visiting", "own", "s", "veteran", "outgoing", "new", "late"))


def bearer_of(page: Page, bare: str, at: int, heard: Sequence[Heard]) -> tuple[str, ...]:
    """Find the one person near whom the text or the lexicon gives that title: 'the Turkish minister'."""
    wanted = [word for word in re.findall(r"[\w-]+", bare) if word not in _NO_MARK_OF and not word[0].isdigit()][:4]
    if not wanted:
        return ()
    persons = [m for m in page.mentions_before(at, NEAR) if m.type == "person"]
    if bare.endswith("s") and not bare.endswith("ss"):
        wanted[-1] = wanted[-1].removesuffix("s")
        pair = list(dict.fromkeys(m.actor for m in persons if _bears(page, m, wanted, at)))
        return tuple(sorted(pair)) if len(pair) == 2 else ()
    found = {m.actor for m in persons if set(wanted) <= set(described(page, m, at).split())}
    if len(found) > 1 and heard and len(heard[-1].names) == 1 and heard[-1].names[0] in found:
        return heard[-1].names
    return tuple(found) if len(found) == 1 else ()


_PRIME = re.compile(r"\b(?:prime|vice|deputy)\s+(?=minister|president)")


def _bears(page: Page, mention: Mention, wanted: Sequence[str], at: int) -> bool:
    """Tell whether a name bears a title: a prime minister is none of 'the ministers'."""
    beside = described(page, mention, at)
    if list(wanted) in (["minister"], ["president"]):
        beside = " ".join(part.split(" ", 1)[-1] if i else part for i, part in enumerate(_PRIME.split(beside)))
    return set(wanted) <= set(re.findall(r"[\w-]+", beside))


def last_speaker(page: Page, source: Source, sentence: int, heard: Sequence[Heard]) -> tuple[str, ...]:
    """Return who spoke last, for 'the expert' and the like, if one named person did so near."""
    words = words_of(page, source).split()
    if words[-1].lower() not in words_of_kind("one person"):
        return ()
    if not heard or heard[-1].start < page.sentences[max(0, sentence - 4)].start:
        placed = len(words) > 1 and all(word[0].isupper() for word in words[:-1])
        return _subject_near(page, source.start, sentence) if placed else ()
    last = heard[-1]
    told = {
        word
        for m in page.mentions_before(source.start, NEAR)
        if m.actor in last.names
        for word in described(page, m, source.start).split()
    }
    unknown = [word for word in words[:-1] if word.lower() not in told and word.lower() not in _NO_MARK_OF]
    if unknown and not (all(word[0].isupper() for word in unknown) and _alone(page, last, source.start, sentence)):
        return ()
    if not unknown and words[-1].lower() not in told and words[-1].lower() in words_of_kind("high office"):
        return ()
    near = page.sentences[max(0, sentence - 4)].start <= last.start
    named = (
        any(m.actor == last.names[0] and m.type == "person" for m in page.mentions_before(source.start, NEAR))
        if len(last.names) == 1
        else False
    )
    return last.names if near and named else ()


def spoken_before(page: Page, bare: str, heard: Sequence[Heard]) -> tuple[str, ...]:
    """Return what somebody without a name was called in full when he spoke before: 'the official', 'a senior ASEAN
    official'."""
    wanted = bare.split()
    for speaker in reversed(heard[-_SPEAKERS:]):
        start, end = speaker.words
        words = " ".join(page.text[start:end].split())
        if _OF_THEM.match(words):
            return ()  # 'one of them': another who may be meant
        head = _HEAD_END.split(words, maxsplit=1)[0].split()
        if len(speaker.names) == 1 and head and len(head) < 8 and head[-1].lower() == wanted[-1]:
            same = {word.lower() for word in head} >= set(wanted)
            return speaker.names if same else ()
    return ()


_OF_THEM = re.compile(r"(?:one|another|some|two)\s+of\s", re.IGNORECASE)
_SPEAKERS = 6  # how many to look back for who was called more
_HEAD_END = re.compile(r",?\s+(?:of|for|from|in|at|with|to|by|on|close|familiar|near|inside|who|whose|that)\s")


def _subject_near(page: Page, at: int, sentence: int) -> tuple[str, ...]:
    """Return the one person whom a sentence speaks of before an offset, or the one before it does."""
    for here in page.sentences[max(0, sentence - 1) : sentence + 1][::-1]:
        subject = read_opening(page, here.start, min(here.end, at))
        if subject and subject.end < at and len(subject.actors) == 1 and page.names_person(subject):
            return subject.actors
    return ()


def _alone(page: Page, last: Heard, at: int, sentence: int) -> bool:
    """Tell whether nobody else is named since somebody spoke, in this sentence or one of the two before."""
    if last.start < page.sentences[max(0, sentence - 2)].start:
        return False
    named = {m.actor for m in page.mentions_in(last.start, at) if m.type == "person"}
    return named <= set(last.names)


def issuer_of(page: Page, bare: str, sentence: int, heard: Sequence[Heard]) -> tuple[str, ...]:
    """Return who spoke last, for 'the statement', if a statement was named there."""
    if not heard or not bare or heard[-1].start < page.sentences[max(0, sentence - 2)].start:
        return ()
    said = page.sentences[page.sentence_at(heard[-1].start)]
    return heard[-1].names if bare.split()[-1] in page.text[said.start : said.end].lower().split() else ()


def body_of(page: Page, bare: str, at: int) -> tuple[str, ...]:
    """Find the one body near that the text named in full: 'the ministry', 'the bank'."""
    words = bare.split()
    found = {
        m.actor
        for m in page.mentions_before(at, NEAR)
        if m.type == "organisation" and all(word in m.actor.lower().split() for word in words)
    }
    if not found and bare in words_of_kind("any body"):
        return _last_body(page, at)
    return tuple(found) if len(found) == 1 else ()


def _last_body(page: Page, at: int) -> tuple[str, ...]:
    """Return the one body named in the sentence before, or before a quotation there."""
    number = page.sentence_at(at)
    for here in page.sentences[max(0, number - 2) : number + 1][::-1]:
        bodies = {m.actor for m in page.mentions_in(here.start, min(at, here.end)) if m.type == "organisation"}
        if bodies:
            return tuple(bodies) if len(bodies) == 1 else ()
    return ()
