"""Whom a source stands for that its own words do not name: 'he', 'both leaders', 'the minister', 'one of them'."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefing_lib.find.speech.bearers import (
    DEFINITE,
    TWO,
    bearer_of,
    body_of,
    issuer_of,
    last_speaker,
    pair_of,
    reference_of,
    spoken_before,
)
from briefing_lib.find.speech.heard import Heard
from briefing_lib.find.speech.phrases import words_of
from briefing_lib.find.speech.pronouns import whom_pronoun_means
from briefing_lib.find.title.page import QUOTED_PRONOUN, Page, Source

_POSSESSIVE = {
    "his": "he",
    "her": "she",
    "its": "it",
    "their": "they",
    "my": "i",
    "our": "we",
    "him": "he",
    "them": "they",
}


def resolve(page: Page, source: Source, sentence: int, heard: Sequence[Heard], inside: Callable[[int], bool]) -> Source:
    """Give a source its actors where its own words do not name them.

    Args:
        page: the document.
        source: the words found.
        sentence: index of the sentence they stand in.
        heard: who spoke where before, in order.
        inside: function that tells whether an offset lies between quotation marks.
    """
    if source.actors:
        return _in_full(source, heard) if source.rule == "unlisted" else source
    words = page.text[source.start : source.end].lower()
    if source.rule == QUOTED_PRONOUN:
        at = page.sentence_start(source.start)
        actors = whom_pronoun_means(page, _POSSESSIVE.get(words, words), at, sentence, heard, inside)
        return source._replace(actors=actors, rule="pronoun")
    if source.rule == "pronoun":
        return source._replace(
            actors=whom_pronoun_means(page, _POSSESSIVE.get(words, words), source.start, sentence, heard, inside)
        )
    bare = words_of(page, source).lower()
    if TWO.match(bare):
        definite = DEFINITE.match(words) or page.text[max(0, source.start - 4) : source.start].lower() == "the "
        pair = pair_of(page, bare, source.start) if definite else ()
        return source._replace(actors=pair, rule="pair") if pair else source
    if bare == "latter" and (last := [m for m in page.mentions_before(source.start, 20) if m.type == "person"][-1:]):
        return source._replace(actors=(last[0].actor,))
    if one := _ONE_OF_THEM.fullmatch(words):
        return _one_of(page, source, heard) if one else source
    if stands_for := reference_of(page, source):
        return source._replace(actors=stands_for)
    if words.startswith(("the ", "this ")):
        actors = bearer_of(page, bare, source.start, heard) if source.rule in ("title", "noun") else ()
        actors = actors or body_of(page, bare, source.start)
        called = spoken_before(page, bare, heard) if source.rule in _CALLED else ()
        if not actors and called and (_is_unnamed(called) or source.rule == "spokesman"):
            return source._replace(actors=called)
        if not actors and source.rule in ("noun", "title"):
            actors = last_speaker(page, source, sentence, heard)
        if not actors and source.rule == "document":
            actors = issuer_of(page, bare, sentence, heard)
        return source._replace(actors=actors, rule="title") if actors else source
    return source


_CALLED = ("noun", "title", "spokesman", "words")


def _is_unnamed(names: Sequence[str]) -> bool:
    return any(word.islower() for word in names[0].split())


def _in_full(source: Source, heard: Sequence[Heard]) -> Source:
    """Give the surname of somebody no lexicon knows the name under which he spoke before."""
    name = source.actors[0]
    for speaker in reversed(heard if " " not in name else ()):
        for full in speaker.names:
            if full.endswith(f" {name}") and full[0].isupper():
                return source._replace(actors=(full,))
    return source


_ONE_OF_THEM = re.compile(r"(?:one|another|some|both)\s+of\s+(?:them|the\s+\w+)")


def _one_of(page: Page, source: Source, heard: Sequence[Heard]) -> Source:
    """Read 'one of them' as one of those who spoke last: 'two officials' becomes 'official'."""
    last = heard[-1] if heard else None
    if last is None or not last.plural or len(last.names) != 1:
        return source
    words = _NUMBER.sub("", last.names[0])
    head, dependent, rest = words.partition(
        next((f" {p} " for p in ("who", "in", "of", "from") if f" {p} " in words), "|")
    )
    return source._replace(actors=(head.removesuffix("s") + (dependent + rest if dependent.strip() != "who" else ""),))


_NUMBER = re.compile(r"(?:two|three|four|five|several|some|many)\s+(?=\w)", re.IGNORECASE)
