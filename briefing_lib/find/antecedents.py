"""Whom a pronoun or a title stands for: 'he', 'both leaders', 'the Turkish minister'."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.page import Page, Source
from briefing_lib.find.phrases import words_of
from briefing_lib.find.source_nouns import is_title_word
from briefing_lib.tables import Mention, Sentence

_REACH = 8  # sentences to look back for a pronoun
_NEAR = 80  # mentions to look back for a title
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
# 'both', 'both leaders', 'the two foreign ministers'
_TWO = re.compile(r"(?:both|two)(?:\s+[\w-]+){0,2}$")
_OF_STATES = re.compile(
    r"(?:sides|countries|nations|states|governments|capitals|parties|powers|neighbours|neighbors|allies)$"
)
_TITLE_COMMA = re.compile(r"(?:^|[.;,“”\"\n]\s*)(?:[Tt]he|[Ii]ts|[Aa]n?)\s+([^,.;“”\"\n]{3,60}),\s*$")
_APPOSITION = re.compile(r",\s+(?:(?:an?|the|its|their|his|her|[\w’'-]+[’']s)\s+)?([^,.;\n]{3,70})(?=[,.;])")
_VERB_FIRST = re.compile(r"(?:and|but|who|which|said|says|told|has|had|is|was|will|would|[a-z]+(?:ed|ing))\b")
_FEMALE = re.compile(
    r"\b(?:mrs|ms|miss|madam|lady|queen|princess|spokeswoman|chairwoman|congresswoman|businesswoman|mother|wife|daughter)\b"
)
_MALE = re.compile(
    r"\b(?:mr|sir|lord|king|prince|emir|sultan|shah|pope|spokesman|chairman|congressman|businessman|father|husband|son)\b"
)


class Heard(NamedTuple):
    """Somebody who spoke: where, the names (or the words, if nobody is named), whether several, what kind."""

    start: int
    names: tuple[str, ...]
    plural: bool
    kind: str


_BODY = re.compile(
    r"(?:agency|ministry|office|service|group|bank|council|committee|commission|union|party|army|military|police|media"
    r"|embassy|firm|company|station|newspaper)\b"
)
_PERSONAL = ("noun", "title", "words", "spokesman", "unlisted", "pronoun", "name", "label")


def hear(page: Page, source: Source, start: int) -> Heard:
    """Note who spoke, for the pronouns and quotations that follow."""
    words = page.text[source.start : source.end].lower()
    names = source.actors
    if not names and source.rule not in ("pronoun", "nobody"):
        names = (words_of(page, source),)
    plural = len(names) > 1 or (not source.actors and words.endswith("s"))
    personal = source.rule in _PERSONAL and not (source.rule == "noun" and _BODY.search(words))
    return Heard(start, names, plural, "person" if personal else "organisation")


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
        return source
    words = page.text[source.start : source.end].lower()
    if source.rule == "pronoun":
        return source._replace(
            actors=_pronoun(page, _POSSESSIVE.get(words, words), source.start, sentence, heard, inside)
        )
    bare = words_of(page, source).lower()
    if _TWO.match(bare):
        pair = _last_two(page, source.start, "state" if _OF_STATES.search(bare) else "person")
        return source._replace(actors=pair, rule="pair") if pair else source
    if words.startswith(("the ", "this ")):
        actors = _title(page, bare, source.start, heard) if source.rule in ("title", "noun") else ()
        actors = actors or _body(page, bare, source.start)
        if not actors and source.rule == "noun":
            actors = _last_speaker(page, source, sentence, heard)
        if not actors and source.rule == "document":
            actors = _issuer(page, bare, sentence, heard)
        return source._replace(actors=actors, rule="title") if actors else source
    return source


def _pronoun(
    page: Page, word: str, at: int, sentence: int, heard: Sequence[Heard], inside: Callable[[int], bool]
) -> tuple[str, ...]:
    if word in ("i", "we"):
        voice = page.sentences[sentence].voice
        return () if voice in ("author", "journalist", "") else (voice,)
    if word == "both":
        return _last_two(page, at, "person") or _last_two(page, at, "state")
    kinds = ("person",) if word in ("he", "she") else ("state", "organisation")
    types = {m.actor: m.type for m in page.mentions_before(at, 300)}
    paragraph = page.sentences[sentence].paragraph
    for back in range(sentence, max(-1, sentence - _REACH), -1):
        here = page.sentences[back]
        if paragraph - here.paragraph > 3:
            break
        for speaker in reversed(heard[-8:]):
            if here.start <= speaker.start < here.end and speaker.start < at:
                names = speaker.names
                if word == "they" and (len(names) > 1 or speaker.plural):
                    return names
                if len(names) != 1 or speaker.plural:
                    continue
                fits = types.get(names[0], speaker.kind) in kinds
                if fits and _fits(page, word, names[0], at):
                    return names
        if back == sentence:
            continue
        near = [m for m in page.mentions_in(_main_clause(page, here), here.end) if m.start < at and not inside(m.start)]
        persons = list(dict.fromkeys(m.actor for m in near if m.type == "person"))
        if word == "they" and len(persons) == 2:
            return tuple(persons)
        for mention in near:
            owner = page.text[mention.end : mention.end + 2] in ("’s", "'s") and word in ("it", "they")
            fits = mention.type in kinds and mention.role == "actor" and not owner
            if fits and _fits(page, word, mention.actor, at):
                return (mention.actor,)
    return ()


_SUBORDINATE = re.compile(
    r"(?:While|Although|Though|As|After|Before|When|If|Since|Because|Whereas|Despite|Following)\s"
)


def _main_clause(page: Page, sentence: Sentence) -> int:
    """Return where a sentence's main clause begins, behind a first one that is subordinate."""
    if not _SUBORDINATE.match(page.text, sentence.start):
        return sentence.start
    comma = page.text.find(", ", sentence.start, sentence.end)
    return comma + 2 if comma >= 0 and page.mentions_in(comma, sentence.end) else sentence.start


def _fits(page: Page, word: str, actor: str, at: int) -> bool:
    """Tell whether nothing speaks against 'he' or 'she' for a person: the given name, 'spokeswoman', 'Mrs'."""
    if word not in ("he", "she"):
        return True
    gender = _genders().get(actor.split()[0])
    if gender:
        return (gender == "male") == (word == "he")
    other = _FEMALE if word == "he" else _MALE
    near = (mention for mention in page.mentions_before(at, _NEAR) if mention.actor == actor)
    return not any(other.search(_described(page, mention)) for mention in near)


@cache
def _genders() -> dict[str, str]:
    return {row["word"]: row["gender"] for row in lexicon.rows("given_name_genders")}


def _last_two(page: Page, at: int, kind: str) -> tuple[str, ...]:
    found: list[str] = []
    for mention in reversed(page.mentions_before(at, _NEAR)):
        if mention.type == kind and mention.actor not in found:
            found.append(mention.actor)
            if len(found) == 2:
                return tuple(sorted(found))
    return ()


def _described(page: Page, mention: Mention) -> str:
    """Return the words beside a name that say what its bearer is."""
    text, window = page.text, max(0, mention.start - 80)
    words = ""
    for word in reversed(text[window : mention.start].split(" ")[:-1]):
        if not (word[:1].isupper() and word.isalpha() or is_title_word(word)):
            break
        words = f"{word} {words}"
    if not words and (hit := _TITLE_COMMA.search(text[window : mention.start])):
        words = hit.group(1)
    after = _APPOSITION.match(text, mention.end, mention.end + 90)
    beside = after.group(1) if after and not _VERB_FIRST.match(after.group(1)) else ""
    return f"{words} {beside}".lower()


@cache
def _offices() -> dict[str, str]:
    """Return the offices the lexicon knows of each person, as words to look in: 'foreign minister RUS'."""
    found: dict[str, str] = {}
    for row in lexicon.rows("positions"):
        found[row["actor"]] = f"{found.get(row['actor'], '')} {row['position']} {row['country']}".lower()
    return found


@cache
def _countries() -> dict[str, str]:
    return {row["word"].lower(): row["country"].lower() for row in lexicon.rows("demonyms") if row["country"]}


_NO_MARK_OF = frozenset(("of", "former", "visiting", "own", "s", "veteran", "outgoing", "new", "late"))


def _title(page: Page, bare: str, at: int, heard: Sequence[Heard]) -> tuple[str, ...]:
    """Find the one person near whom the text or the lexicon gives that title: 'the Turkish minister'."""
    wanted = [word for word in re.findall(r"[\w-]+", bare) if word not in _NO_MARK_OF and not word[0].isdigit()][:4]
    if not wanted:
        return ()
    coded = [_countries().get(word, word) for word in wanted]
    persons = [m for m in page.mentions_before(at, _NEAR) if m.type == "person"]
    if bare.endswith("s") and not bare.endswith("ss"):
        wanted[-1] = wanted[-1].removesuffix("s")
        pair = list(dict.fromkeys(m.actor for m in persons if set(wanted) <= set(_described(page, m).split())))
        return tuple(sorted(pair)) if len(pair) == 2 else ()
    found = {m.actor for m in persons if set(wanted) <= set(_described(page, m).split())}
    found = found or {m.actor for m in persons if set(coded) <= set(_offices().get(m.actor, "").split())}
    if len(found) > 1 and heard and len(heard[-1].names) == 1 and heard[-1].names[0] in found:
        return heard[-1].names
    return tuple(found) if len(found) == 1 else ()


_ONE_PERSON = re.compile(
    r"(?:expert|analyst|official|diplomat|politician|scholar|professor|economist|author|veteran|spokesman|spokeswoman|spokesperson|envoy|scientist"
    r"|lawyer|researcher|historian|lawmaker|senator|congressman|congresswoman|governor|general|officer|activist|republican|democrat|observer|commentator)"
)


def _last_speaker(page: Page, source: Source, sentence: int, heard: Sequence[Heard]) -> tuple[str, ...]:
    """Return who spoke last, for 'the expert' and the like, if one named person did so near."""
    words = words_of(page, source).lower().split()
    if not heard or not _ONE_PERSON.fullmatch(words[-1]):
        return ()
    last = heard[-1]
    told = {
        word
        for m in page.mentions_before(source.start, _NEAR)
        if m.actor in last.names
        for word in _described(page, m).split()
    }
    if not set(words[:-1]) <= told:
        return ()
    near = page.sentences[max(0, sentence - 4)].start <= last.start
    named = (
        any(m.actor == last.names[0] and m.type == "person" for m in page.mentions_before(source.start, _NEAR))
        if len(last.names) == 1
        else False
    )
    return last.names if near and named else ()


def _issuer(page: Page, bare: str, sentence: int, heard: Sequence[Heard]) -> tuple[str, ...]:
    """Return who spoke last, for 'the statement', if a statement was named there."""
    if not heard or not bare or heard[-1].start < page.sentences[max(0, sentence - 2)].start:
        return ()
    said = page.sentences[page.sentence_at(heard[-1].start)]
    return heard[-1].names if bare.split()[-1] in page.text[said.start : said.end].lower().split() else ()


def _body(page: Page, bare: str, at: int) -> tuple[str, ...]:
    """Find the one body near that the text named in full: 'the ministry', 'the bank'."""
    words = bare.split()
    found = {
        m.actor
        for m in page.mentions_before(at, _NEAR)
        if m.type == "organisation" and all(word in m.actor.lower().split() for word in words)
    }
    return tuple(found) if len(found) == 1 else ()
