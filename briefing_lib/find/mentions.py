"""Sentences to mentions: every place where an actor is named.

First the lexicons' aliases and names by their shape, then - once the document's people are known - surnames and the
abbreviations the text
defines itself. The longest name wins wherever two overlap. What a capital stands for is decided last, from the words
around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefing_lib.find.gazetteer import Gazetteer, Sense, bundled
from briefing_lib.find.name import capitals
from briefing_lib.find.name.aliases import read_capitals
from briefing_lib.find.name.doubtful import without_doubtful
from briefing_lib.find.name.eras import seat_on
from briefing_lib.find.name.gaps import Closed
from briefing_lib.find.name.runs import Name
from briefing_lib.find.name.surnames import resolve_short_forms
from briefing_lib.lexicon import rows as lexicon_rows
from briefing_lib.tables import Mention, Sentence

SEAT_AS_PLACE = "seat of power as place"  # rule of 'the Elysée' in 'dined at the Elysée'


def find_mentions(
    text: str, sentences: Sequence[Sentence], lexicon: Gazetteer | None = None, published: str = ""
) -> list[Mention]:
    """Find the places where actors are named.

    Args:
        text: the document's text.
        sentences: its sentences, in order; boilerplate is passed over.
        lexicon: names to look for; the bundled ones if None.
        published: the document's date (EDTF) or '': on it depends whose seat a capital is.

    Returns:
        Mentions in order, none overlapping. Demonyms, pronouns and common nouns are no mentions.

    >>> t = "Foreign Minister Amina Mohamed of Kenya flew to Tokyo. Mohamed said Tokyo would help."
    >>> s = [Sentence("d#1", "d", 1, 0, 54, t[:54], "author", "narration")]
    >>> s.append(Sentence("d#2", "d", 1, 55, 85, t[55:], "author", "narration"))
    >>> [(m.actor, m.role) for m in find_mentions(t, s)]  # doctest: +NORMALIZE_WHITESPACE
    [('Amina Mohamed', 'actor'), ('Kenya', 'actor'), ('Tokyo', 'place'),
     ('Amina Mohamed', 'actor'), ('Japan', 'actor')]
    """
    names = lexicon or bundled()
    closed = Closed(text)
    if closed.text is not text:
        return closed.open(_find(closed.text, closed.sentences(sentences), names, published), text)
    return _find(text, sentences, names, published)


def _find(text: str, sentences: Sequence[Sentence], names: Gazetteer, published: str) -> list[Mention]:
    read = read_capitals(text, sentences, names)
    rows: list[Mention] = []
    at = 0
    found = resolve_short_forms(text, read.names, read.runs, names, published)
    found = without_doubtful(text, found, sentences)
    starts = [sentence.start for sentence in sentences[1:]]
    starts.append(len(text) + 1)
    previous: Mention | None = None
    for name in _of_their_time(text, found, published, names) if sentences else ():
        start = name.start
        while starts[at] <= start:
            at += 1
        sentence = sentences[at]
        if sentence.start <= start < sentence.end and sentence.kind != "boilerplate":
            previous = _row(text, sentence, name, previous, names)
            rows.append(previous)
    return rows


@cache
def _regions() -> dict[str, str]:
    """Return what may act like a state: continents and regions."""
    kinds = {row["actor"]: row["kind"] for row in lexicon_rows("places")}
    return {actor: kind for actor, kind in kinds.items() if kind in ("continent", "region")}


def _of_their_time(text: str, found: list[Name], published: str, names: Gazetteer) -> list[Name]:
    """Give capitals and seats the state they belonged to on the document's date."""
    if not any(name.sense.kind in ("capital", "seat") for name in found):
        return found
    named = {name.sense.actor for name in found if name.sense.type == "state" and not name.sense.kind}

    def is_named(state: str) -> bool:
        return state in named or names.adjectives.get(state, state) + " " in text

    timely = []
    for name in found:
        sense = name.sense
        if sense.kind and sense.kind in ("capital", "seat"):
            words = text[name.start : name.end]
            then = seat_on(words, sense, published, is_named)
            sense = then or Sense(names.city(words), "place", sense.country, "")
            name = name._replace(sense=sense, rule=name.rule if then else "no capital at the time")
        timely.append(name)
    return timely


def _row(text: str, sentence: Sentence, name: Name, previous: Mention | None, names: Gazetteer) -> Mention:
    start, end, sense, rule = name
    words, (actor, kind, _, stands_for) = text[start:end], sense
    role = "place" if kind == "place" else "actor"
    if not stands_for and kind != "place":
        pass  # most are
    elif stands_for == "seat" and capitals.is_venue(text, start, end, sentence.start):
        actor, kind, role, rule = words, "place", "place", SEAT_AS_PLACE
    elif stands_for == "seat":
        rule = "seat of power"
    elif stands_for == "capital" and _is_place(text, sentence, name, previous):
        actor, kind, role, rule = names.city(words), "place", "place", "capital as place"
    elif stands_for == "capital":
        rule = "capital for its government"
    elif kind == "place" and (region := _regions().get(actor)):
        does = capitals.acts if region == "continent" else capitals.wants
        if does(text, start, end):
            role, rule = "actor", f"{region} that acts"
    return Mention(sentence.document, sentence.sentence, start, end, words, actor, kind, role, rule)


def _is_place(text: str, sentence: Sentence, name: Name, previous: Mention | None) -> bool:
    """A capital is what the name before it in a list is; otherwise its own surroundings tell."""
    if previous and previous.type in ("place", "state") and capitals.follows_in_list(text, previous.end, name.start):
        listed = previous.role == "place" and previous.rule != "no capital at the time"
        return listed and not capitals.is_between(text, name.start, sentence.start)
    alone = sentence.kind == "heading" and (name.start, name.end) == (sentence.start, sentence.end)
    return alone or capitals.is_place(text, name.start, name.end, sentence.start)
