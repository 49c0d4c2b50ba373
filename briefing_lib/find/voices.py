"""Voices by name: the actor for whom a speaker's label or an announcement stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.tables import Mention, Passage, Sentence

_UNNAMED = ("author", "journalist", "moderator", "")


def name_voices(
    passages: Sequence[Passage], sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[list[Passage], list[Sentence]]:
    """Put actors' names in place of the words by which passages name their voices.

    Args:
        passages: the document's passages, voices as written: 'MR. PRICE', 'Lavrov'.
        sentences: its sentences, with the same voices.
        mentions: its mentions.

    Returns:
        Passages and sentences with the same voice under one name; a label that names nobody known keeps its words.
    """
    voices = {p.voice for p in passages}.difference(_UNNAMED)
    if not voices:
        return list(passages), list(sentences)
    known = _by_words(mentions)
    names = {voice: _actor(voice, known) for voice in voices}
    return (
        [p._replace(voice=names.get(p.voice, p.voice)) for p in passages],
        [s._replace(voice=names.get(s.voice, s.voice)) for s in sentences],
    )


def _by_words(mentions: Sequence[Mention]) -> dict[str, str]:
    """Map the folded forms under which the document names its actors to their names; full forms before surnames."""
    known: dict[str, str] = {}
    for mention in sorted(mentions, key=lambda m: (m.type != "person", -len(m.text))):
        known.setdefault(_fold(mention.text), mention.actor)
        known.setdefault(_fold(mention.actor), mention.actor)
    for mention in mentions:
        if mention.type == "person" and " " in mention.actor:
            known.setdefault(_fold(mention.actor.split()[-1]), mention.actor)
    return known


def _fold(words: str) -> str:
    return " ".join(re.sub(r"[.'’]", "", words).casefold().split())


def _actor(voice: str, known: dict[str, str]) -> str:
    """Find the longest end of a label that names an actor: 'FOREIGN MINISTER WANG YI' is Wang Yi."""
    parts = voice.split()
    for at in range(len(parts)):
        actor = known.get(_fold(" ".join(parts[at:])))
        if actor:
            return actor
    return " ".join(part.capitalize() if part.isupper() and len(part) > 3 else part for part in parts)
