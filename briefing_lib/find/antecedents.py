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
from briefing_lib.find.speakers import read_opening
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
_DEFINITE = re.compile(r"(?:both|the|these|those|their|our)\b", re.IGNORECASE)
_OF_STATES = re.compile(
    r"(?:sides|countries|nations|states|governments|capitals|parties|powers|neighbours|neighbors|allies)$"
)
_TITLE_COMMA = re.compile(r"(?:^|[.;,“”\"\n]\s*)(?:[Tt]he|[Ii]ts|[Aa]n?)\s+([^,.;“”\"\n]{3,60}),\s*$")
# 'at the invitation of the foreign minister, ' before 'Ada Ibe, '
_CLOSED_TITLE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Aa]n?)\s+((?:(?!\bthe\b)[^,.;“”\"\n]){3,60}),\s*$")
_HONORIFIC = re.compile(r"(?<=\s)(?:(?:Mr|Mrs|Ms|Dr|Smt|H\.E)\.?|Shri|Sri|Sir|Herr|Frau|Señor|Sheikh)\s+$")
_APPOSITION = re.compile(r",\s+(?:(?:an?|the|its|their|his|her|[\w’'-]+[’']s)\s+)?([^,.;\n]{3,110})(?=[,.;])")
_VERB_FIRST = re.compile(r"(?:and|but|who|which|said|says|told|has|had|is|was|will|would|[a-z]+(?:ed|ing))\b")
_FEMALE = re.compile(
    r"\b(?:mrs|ms|miss|madam|lady|queen|princess|spokeswoman|chairwoman|congresswoman|businesswoman|mother|wife|daughter)\b"
)
_MALE = re.compile(
    r"\b(?:mr|sir|lord|king|prince|emir|sultan|shah|pope|spokesman|chairman|congressman|businessman|father|husband|son)\b"
)


class Heard(NamedTuple):
    """Somebody who spoke: where, the names (or the words, if nobody is named), whether several, what kind.

    ``words`` is the span that names the source there.
    """

    start: int
    names: tuple[str, ...]
    plural: bool
    kind: str
    words: tuple[int, int] = (0, 0)


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
    return Heard(start, names, plural, "person" if personal else "organisation", (source.start, source.end))


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
    if source.rule == "pronoun":
        return source._replace(
            actors=_pronoun(page, _POSSESSIVE.get(words, words), source.start, sentence, heard, inside)
        )
    bare = words_of(page, source).lower()
    if _TWO.match(bare):
        definite = _DEFINITE.match(words) or page.text[max(0, source.start - 4) : source.start].lower() == "the "
        pair = _pair(page, bare, source.start) if definite else ()
        return source._replace(actors=pair, rule="pair") if pair else source
    if bare == "latter" and (last := [m for m in page.mentions_before(source.start, 20) if m.type == "person"][-1:]):
        return source._replace(actors=(last[0].actor,))
    if one := _ONE_OF_THEM.fullmatch(words):
        return _one_of(page, source, heard) if one else source
    if stands_for := _reference(page, source):
        return source._replace(actors=stands_for)
    if words.startswith(("the ", "this ")):
        actors = _title(page, bare, source.start, heard) if source.rule in ("title", "noun") else ()
        actors = actors or _body(page, bare, source.start)
        if not actors and source.rule in ("noun", "title"):
            actors = _last_speaker(page, source, sentence, heard)
        if not actors and source.rule == "document":
            actors = _issuer(page, bare, sentence, heard)
        return source._replace(actors=actors, rule="title") if actors else source
    return source


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


def _pair(page: Page, bare: str, at: int) -> tuple[str, ...]:
    """Return whom 'both leaders', 'the two ministers' and 'both sides' stand for."""
    if _OF_STATES.search(bare):
        return _last_two(page, at, "state")
    words = bare.split()
    named = _title(page, " ".join(words[1:]), at, ()) if len(words) > 1 else ()
    return named or _last_two(page, at, "person")


def _reference(page: Page, source: Source) -> tuple[str, ...]:
    """Return whom a title stands for, where the table of references knows it."""
    for reference in page.references_before(source.end, 3):
        same = reference.start == source.start or (reference.end == source.end and reference.start > source.start - 6)
        head = page.text[source.start : reference.start].strip()
        if reference.actor and reference.end > source.start and same and len(head) < 5:
            return (reference.actor,)
    return ()


def _pronoun(
    page: Page, word: str, at: int, sentence: int, heard: Sequence[Heard], inside: Callable[[int], bool]
) -> tuple[str, ...]:
    if word in ("i", "we"):
        voice = page.sentences[sentence].voice
        return () if voice in ("author", "journalist", "") else (voice,)
    if word == "both":
        return _last_two(page, at, "person") or _last_two(page, at, "state")
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


def _as_subject(page: Page, word: str, subject: Source, at: int) -> tuple[str, ...]:
    """Return who the subject of a sentence before is, if a pronoun may go on with it."""
    words = page.text[subject.start : subject.end].lower()
    if subject.rule not in _PERSONAL or subject.rule == "pronoun":
        return ()
    bare = words_of(page, subject).lower()
    plural = bare.endswith("s") and not bare.endswith("ss")
    if word == "they":
        if len(subject.actors) > 1:
            return subject.actors
        if _TWO.match(bare) and _DEFINITE.match(words):
            return _pair(page, bare, at)
        return (words_of(page, subject),) if plural and not subject.actors else ()
    if word not in ("he", "she") or plural or subject.rule in ("name", "label") or _BODY.search(words):
        return ()
    if len(subject.actors) == 1:
        fits = subject.rule == "unlisted" and _fits(page, word, subject.actors[0], at)
        return subject.actors if fits else ()
    if subject.actors or not _ONE_PERSON.fullmatch(bare.split()[-1]) and subject.rule not in ("spokesman", "title"):
        return ()
    other = _FEMALE if word == "he" else _MALE
    if other.search(words):
        return ()
    return _reference(page, subject) or (words_of(page, subject),)


def _ahead(page: Page, word: str, at: int, sentence: int) -> tuple[str, ...]:
    """Return the one person the next sentence names, for a pronoun before which the document has named none."""
    if any(mention.type == "person" for mention in page.mentions_before(at, _NEAR)):
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
    after = _APPOSITION.match(text, mention.end, mention.end + 130)
    beside = after.group(1) if after and not _VERB_FIRST.match(after.group(1)) else ""
    return f"{words} {beside}".lower()


_NO_MARK_OF = frozenset(("of", "former", "visiting", "own", "s", "veteran", "outgoing", "new", "late"))


def _title(page: Page, bare: str, at: int, heard: Sequence[Heard]) -> tuple[str, ...]:
    """Find the one person near whom the text or the lexicon gives that title: 'the Turkish minister'."""
    wanted = [word for word in re.findall(r"[\w-]+", bare) if word not in _NO_MARK_OF and not word[0].isdigit()][:4]
    if not wanted:
        return ()
    persons = [m for m in page.mentions_before(at, _NEAR) if m.type == "person"]
    if bare.endswith("s") and not bare.endswith("ss"):
        wanted[-1] = wanted[-1].removesuffix("s")
        pair = list(dict.fromkeys(m.actor for m in persons if _bears(page, m, wanted)))
        return tuple(sorted(pair)) if len(pair) == 2 else ()
    found = {m.actor for m in persons if set(wanted) <= set(_described(page, m).split())}
    if len(found) > 1 and heard and len(heard[-1].names) == 1 and heard[-1].names[0] in found:
        return heard[-1].names
    return tuple(found) if len(found) == 1 else ()


# Of these a text has more than one: 'the king' is no other man who spoke
_HIGH = frozenset(
    (
        "king",
        "queen",
        "prince",
        "pope",
        "president",
        "minister",
        "secretary",
        "ambassador",
        "chief",
        "chairman",
        "leader",
    )
    + ("chairwoman", "director", "mayor", "judge", "candidate", "nominee", "deputy", "representative", "bishop")
)
_PRIME = re.compile(r"\b(?:prime|vice|deputy)\s+(?=minister|president)")


def _bears(page: Page, mention: Mention, wanted: Sequence[str]) -> bool:
    """Tell whether a name bears a title: a prime minister is none of 'the ministers'."""
    described = _described(page, mention)
    if list(wanted) in (["minister"], ["president"]):
        described = " ".join(part.split(" ", 1)[-1] if i else part for i, part in enumerate(_PRIME.split(described)))
    return set(wanted) <= set(re.findall(r"[\w-]+", described))


_ONE_PERSON = re.compile(
    r"(?:expert|analyst|official|diplomat|politician|scholar|professor|economist|author|veteran|spokesman|spokeswoman|spokesperson|envoy|scientist"
    r"|lawyer|researcher|historian|lawmaker|senator|congressman|congresswoman|governor|general|officer|activist"
    r"|republican|democrat|observer|commentator|leader|minister|president|candidate|nominee|mayor|judge|doctor|king"
    r"|queen|prince|pope|secretary|ambassador|spokesperson|chief|chairman|chairwoman|director|businessman|billionaire"
    r"|legislator|deputy|mp|representative|native|player|coach|actor|writer|priest|bishop|teacher|nurse|farmer)"
)


def _last_speaker(page: Page, source: Source, sentence: int, heard: Sequence[Heard]) -> tuple[str, ...]:
    """Return who spoke last, for 'the expert' and the like, if one named person did so near."""
    words = words_of(page, source).split()
    if not _ONE_PERSON.fullmatch(words[-1].lower()):
        return ()
    if not heard or heard[-1].start < page.sentences[max(0, sentence - 4)].start:
        placed = len(words) > 1 and all(word[0].isupper() for word in words[:-1])
        return _subject_near(page, source.start, sentence) if placed else ()
    last = heard[-1]
    told = {
        word
        for m in page.mentions_before(source.start, _NEAR)
        if m.actor in last.names
        for word in _described(page, m).split()
    }
    unknown = [word for word in words[:-1] if word.lower() not in told and word.lower() not in _NO_MARK_OF]
    if unknown and not (all(word[0].isupper() for word in unknown) and _alone(page, last, source.start, sentence)):
        return ()
    if not unknown and words[-1].lower() not in told and words[-1].lower() in _HIGH:
        return ()
    near = page.sentences[max(0, sentence - 4)].start <= last.start
    named = (
        any(m.actor == last.names[0] and m.type == "person" for m in page.mentions_before(source.start, _NEAR))
        if len(last.names) == 1
        else False
    )
    return last.names if near and named else ()


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
    if not found and bare in _ANY_BODY:
        return _last_body(page, at)
    return tuple(found) if len(found) == 1 else ()


# What any body may be called once it has been named
_ANY_BODY = frozenset(
    (
        "group",
        "company",
        "organisation",
        "organization",
        "firm",
        "charity",
        "agency",
        "body",
        "bloc",
        "alliance",
        "party",
    )
    + (
        "newspaper",
        "paper",
        "broadcaster",
        "channel",
        "bank",
        "union",
        "watchdog",
        "institute",
        "think tank",
        "airline",
    )
    + ("movement", "network", "magazine", "daily", "ministry", "department", "commission", "council", "court")
)


def _last_body(page: Page, at: int) -> tuple[str, ...]:
    """Return the one body named in the sentence before, or before a quotation there."""
    number = page.sentence_at(at)
    for here in page.sentences[max(0, number - 2) : number + 1][::-1]:
        bodies = {m.actor for m in page.mentions_in(here.start, min(at, here.end)) if m.type == "organisation"}
        if bodies:
            return tuple(bodies) if len(bodies) == 1 else ()
    return ()
