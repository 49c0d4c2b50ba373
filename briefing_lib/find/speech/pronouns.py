"""Whom a pronoun stands for: who spoke before, or whom the sentences before speak of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.speech.bearers import DEFINITE, NEAR, TWO, described, last_two, pair_of, reference_of
from briefing_lib.find.speech.heard import BODY, PERSONAL, Heard
from briefing_lib.find.speech.phrases import words_of
from briefing_lib.find.speech.speakers import read_opening
from briefing_lib.find.speech.speech_words import words as words_of_kind
from briefing_lib.find.title.page import Page, Source
from briefing_lib.tables import Sentence

_REACH = 8  # sentences to look back
_FEMALE = re.compile(
    r"\b(?:mrs|ms|miss|madam|lady|queen|princess|spokeswoman|chairwoman|congresswoman|businesswoman|mother|wife|daughter)\b"
)
_MALE = re.compile(
    r"\b(?:mr|sir|lord|king|prince|emir|sultan|shah|pope|spokesman|chairman|congressman|businessman|father|husband|son)\b"
)


def whom_pronoun_means(
    page: Page, word: str, at: int, sentence: int, heard: Sequence[Heard], inside: Callable[[int], bool]
) -> tuple[str, ...]:
    if word in ("i", "we"):
        voice = page.sentences[sentence].voice
        if voice == "author" and word == "i":
            return _writer(page)
        return () if voice in ("author", "journalist", "") else (voice,)
    if word == "both":
        return last_two(page, at, "person") or last_two(page, at, "state")
    kinds = ("person",) if word in ("he", "she") else ("state", "organisation")
    voice = page.sentences[sentence].voice
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
                fits = types.get(names[0], speaker.kind) in kinds and names[0] != voice
                if fits and _fits(page, word, names[0], at):
                    return names
        if back == sentence:
            meant = _earlier_clause(page, here, word, at, inside) if word in ("he", "she") else ()
            if meant and meant != (voice,):
                return meant
            continue
        begin = _main_clause(page, here)
        subject = None if inside(begin) else read_opening(page, begin, here.end)
        if subject and subject.rule == "pronoun" and page.text[subject.start : subject.end].lower() == word:
            continue  # 'He flew to Oslo with Carl Bildt. He said': whoever was meant there
        if subject and (meant := _as_subject(page, word, subject, at)):
            return meant
        if (
            subject
            and len(subject.actors) == 1
            and types.get(subject.actors[0]) in kinds
            and subject.actors[0] != voice
        ):
            named = page.mentions_in(subject.start, subject.end)
            owner = any(page.text[m.end : m.end + 2] in ("’s", "'s") for m in named)
            if not owner and _fits(page, word, subject.actors[0], at):
                return subject.actors
        near = [m for m in page.mentions_in(begin, here.end) if m.start < at and not inside(m.start)]
        near = [m for m in near if m.actor != voice]
        persons = list(dict.fromkeys(m.actor for m in near if m.type == "person"))
        if word == "they" and len(persons) == 2:
            return tuple(persons)
        for mention in near:
            owner = word in ("it", "they") and page.text[mention.end : mention.end + 2] in ("’s", "'s")
            owner = owner and not _ITS_GOVERNMENT.match(page.text, mention.end)
            fits = mention.type in kinds and mention.role == "actor" and not owner
            if fits and _fits(page, word, mention.actor, at):
                return (mention.actor,)
    return _ahead(page, word, at, sentence) if word in ("he", "she") else ()


def _writer(page: Page) -> tuple[str, ...]:
    """Return the one person whom the byline names."""
    named = {
        mention.actor
        for line in page.sentences
        if line.kind == "byline"
        for mention in page.mentions_in(line.start, line.end)
        if mention.type == "person"
    }
    return tuple(named) if len(named) == 1 else ()


# 'Ada Ibe was less gentle: the pact, ' and 'Mr Lang has tried, and ' before 'he said'
_NEXT_CLAUSE = re.compile(r"(?s).*?(?::\s|;\s|,\s+(?:and|but|so|yet|though|although|where|as)\s+$|\s(?:and|but)\s+$)")
_CLAUSE = re.compile(r"[:;]\s+|,\s+(?:and|but|while|so|yet)\s+")
_POSSESSIVE = re.compile(r"(?:his|her)\b")


def _earlier_clause(
    page: Page, sentence: Sentence, word: str, at: int, inside: Callable[[int], bool]
) -> tuple[str, ...]:
    """Return the person who is the subject of the clause before a pronoun's in its own sentence."""
    text, begin = page.text, _main_clause(page, sentence)
    if inside(begin) or begin >= at:
        return ()
    clause = _NEXT_CLAUSE.match(text, begin, at)
    if not clause and not _POSSESSIVE.match(text, at):
        return ()
    last = clause.end() if clause else at
    starts = [begin, *(hit.end() for hit in _CLAUSE.finditer(text, begin, last) if hit.end() < last)]
    for start in reversed(starts):
        subject = read_opening(page, start, at)
        if subject is None or subject.end >= last or len(subject.actors) != 1 or not page.names_person(subject):
            continue
        if any(mention.type == "person" for mention in page.mentions_in(last if clause else subject.end, at)):
            return ()
        return subject.actors if _fits(page, word, subject.actors[0], at) else ()
    persons = {mention.actor for mention in page.mentions_in(begin, at) if mention.type == "person"}
    only = next(iter(persons)) if len(persons) == 1 else ""
    gender = {"he": "male", "she": "female"}[word]
    return (only,) if only and _genders().get(only.split()[0]) == gender else ()


def _as_subject(page: Page, word: str, subject: Source, at: int) -> tuple[str, ...]:
    """Return who the subject of a sentence before is, if a pronoun may go on with it."""
    words = page.text[subject.start : subject.end].lower()
    if subject.rule not in PERSONAL or subject.rule == "pronoun":
        return ()
    bare = words_of(page, subject).lower()
    plural = bare.endswith("s") and not bare.endswith("ss")
    if word == "they":
        if len(subject.actors) > 1:
            return subject.actors
        if TWO.match(bare) and DEFINITE.match(words):
            return pair_of(page, bare, at)
        return (words_of(page, subject),) if plural and not subject.actors else ()
    if word not in ("he", "she") or plural or subject.rule in ("name", "label") or BODY.search(words):
        return ()
    if len(subject.actors) == 1:
        fits = subject.rule == "unlisted" and _fits(page, word, subject.actors[0], at)
        return subject.actors if fits else ()
    if (
        subject.actors
        or bare.split()[-1] not in words_of_kind("one person")
        and subject.rule not in ("spokesman", "title")
    ):
        return ()
    other = _FEMALE if word == "he" else _MALE
    if other.search(words):
        return ()
    return reference_of(page, subject) or (words_of(page, subject),)


def _ahead(page: Page, word: str, at: int, sentence: int) -> tuple[str, ...]:
    """Return the one person the next sentence names, for a pronoun before which the document has named none."""
    if any(mention.type == "person" for mention in page.mentions_before(at, NEAR)):
        return ()
    for here in page.sentences[sentence : sentence + 3]:
        persons = [m for m in page.mentions_in(max(here.start, at), here.end) if m.type == "person"]
        if persons:
            return (persons[0].actor,) if _fits(page, word, persons[0].actor, persons[0].end + 1) else ()
    return ()


# "Algeria's government rejected the plan. It said"
_ITS_GOVERNMENT = re.compile(
    r"[’']s\s+(?:[\w-]+\s+){0,3}(?:government|ministry|army|military|parliament|party|cabinet|court|bank|office|agency"
    r"|authorities|council|commission|junta|regime|administration|leadership)\b"
)
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
    near = (mention for mention in page.mentions_before(at, NEAR) if mention.actor == actor)
    return not any(other.search(described(page, mention, at)) for mention in near)


@cache
def _genders() -> dict[str, str]:
    return {row["word"]: row["gender"] for row in lexicon.rows("given_name_genders")}
