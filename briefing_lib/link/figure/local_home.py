"""Names the economy that a part of a document is about: a speaker's own, a dispatch's of a round-up, a section's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import country_in, seat_of, speaks_for
from briefing_lib.link.figure.home import dateline_end, place_filed, spoken_of
from briefing_lib.link.people import People
from briefing_lib.tables import Mention, Sentence

_BACK = 14  # sentences between a heading and the last of its section
_ITEMS = 40  # sentences back in which the datelines of a round-up are looked for
_WORDS = 4  # of a heading that names an economy and nothing else
# "TAKE ZAMBIA.", "Consider the case of Mali:"
_CASE = re.compile(
    r"(?:But\s+)?(?:[Tt]ake|[Cc]onsider|[Ll]ook\s+at)\s+(?:the\s+case\s+of\s+)?([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)[.,:;]"
)
_UNSPOKEN = ("", "author", "journalist", "moderator", "question")


def local_home(
    text: str, sentences: Sequence[Sentence], position: int, mentions: Sequence[Mention], people: People
) -> str:
    """Return the economy that the words around a sentence are about, or "" where it is the document's.

    Args:
        text: the document.
        sentences: its sentences.
        position: the sentence's place among them.
        mentions: its mentions, in order.
        people: its persons.

    >>> text = "PERU" + chr(10) + "Tin exports fell."
    >>> cut = [Sentence("", "d", 1, 0, 4, "", "", "heading"), Sentence("", "d", 2, 5, 22, "", "author", "narration")]
    >>> local_home(text, cut, 1, [], People(text, cut, []))
    'Peru'
    """
    sentence = sentences[position]
    if sentence.voice not in _UNSPOKEN and (state := state_of_actor(sentence.voice, people)):
        return state
    first = position
    while first and sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    if dateline_end(text, sentences[first]) > sentences[first].start and first > 2:
        named = spoken_of(text, sentences[first], mentions)
        return named[0] if named else place_filed(text, sentences[first])
    case = _CASE.match(text, sentences[first].start, sentences[first].end)
    if case and (named_case := country_in(case[1], 0, len(case[1]))):
        return named_case
    if item := _item(text, sentences, first):
        named = spoken_of(text, item, mentions)
        return named[0] if named else place_filed(text, item)
    label = _LABEL.match(text, sentences[first].start, sentences[first].end)
    if label and (seat := seat_of(label[1])):
        return seat
    for before in reversed(sentences[max(0, position - _BACK) : position]):
        words = text[before.start : before.end]
        if before.kind == "byline" and words.isupper() and (seat := seat_of(words)):
            return seat
        if before.kind in ("heading", "headline"):
            alone = before.kind == "heading" and len(words.split()) <= _WORDS
            return country_in(words.title(), 0, len(words)) or seat_of(words.strip(" .:")) if alone else ""
    return ""


_LABEL = re.compile(r"([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}):\s")  # "LAGOS: Exports averaged"


def _item(text: str, sentences: Sequence[Sentence], position: int) -> Sentence | None:
    """Return the dateline that opens the item of a round-up in which a paragraph stands, or None."""
    found = None
    for at in range(position - 1, max(-1, position - _ITEMS), -1):
        before = sentences[at]
        if before.kind in ("heading", "headline"):
            return None
        opens = at == 0 or sentences[at - 1].paragraph != before.paragraph
        if not opens or dateline_end(text, before) == before.start:
            continue
        if found is not None:
            return found  # several datelines: the nearest is this item's
        found = before
    return None


def state_of_actor(actor: str, people: People) -> str:
    """Return the state that an actor belongs to or is, by the document or else the lexicon; "" if it is not known."""
    return people.state(actor) or speaks_for(actor) or country_in(actor, 0, len(actor))
