"""Voices by name: the actor for whom a speaker's label or an announcement stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.read.statements import UNNAMED
from briefing_lib.tables import Mention, Passage, Sentence

_UNNAMED = ("author", "journalist", "moderator", "")
_SHORT = {"pm": "prime minister", "sg": "secretary-general", "fm": "foreign minister", "potus": "president"}
_ADDRESS = re.compile(
    r"^(?:the|his|her|mr|mrs|ms|miss|mme|madam|dr|sir|lord|dame|rt|hon|h\.?e|m)\.?(?:\s+|$)", re.IGNORECASE
)
# 'Ann Lee, the foreign minister', 'Ann Lee, Press Secretary', 'Ann Lee (Foreign Secretary)'
_BEHIND = re.compile(r",?\s*[,(]\s*(?:the\s+|who is\s+)?(?P<words>[^,.;:()]{3,60})")
_INITIALS = re.compile(r"(?:[A-Z]\.\s?){2,3}$|[A-Z]{2,3}$")  # 'R.A.', 'RA'
_PRONOUN = re.compile(r"(?:I|We|You|They|He|She|It)['’]")  # 'Spokesman: We'll see'
_BEFORE = re.compile(r"(?P<words>(?:[\w.'’-]+[ \t:]+){1,6})$")


def name_voices(
    passages: Sequence[Passage], sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[list[Passage], list[Sentence]]:
    """Put actors' names in place of the words by which passages name their voices.

    Args:
        passages: the document's passages, voices as written: 'MR. PRICE', 'Lavrov', 'PRIME MINISTER'.
        sentences: its sentences, with the same voices.
        mentions: its mentions.

    Returns:
        Passages and sentences with the same voice under one name; a label that names nobody known keeps its words, and
        a speaker whom nothing names is the author.
    """
    voices = {p.voice for p in passages}.difference(_UNNAMED)
    if not voices:
        return list(passages), list(sentences)
    known = _by_words(mentions)
    names = {voice: _actor(voice, known) for voice in voices if voice != UNNAMED}
    names |= {voice: person for voice in names if (person := _by_initials(voice, mentions))}
    taken = {name for voice, name in names.items() if _is_named(voice, known)}
    for voice in sorted(voices - {UNNAMED}):
        if not _is_named(voice, known):
            found = _holder(voice, sentences, mentions, taken) or _headed(voice, sentences)
            names[voice] = found or names[voice]
    if UNNAMED not in voices:
        return (
            [p._replace(voice=names.get(p.voice, p.voice)) for p in passages],
            [s._replace(voice=names.get(s.voice, s.voice)) for s in sentences],
        )
    answerer = _person_introduced(passages, mentions)
    named: list[Passage] = []
    for at, p in enumerate(passages):
        if p.voice != UNNAMED:
            name = names.get(p.voice, p.voice)
        elif p.kind == "answer":
            name = answerer or "author"
        else:
            name = _announced(passages, at, mentions) or "author"
        named.append(p._replace(voice=name))
    starts = [p.start for p in named]
    return named, [s._replace(voice=named[max(bisect_right(starts, s.start) - 1, 0)].voice) for s in sentences]


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


def _is_named(voice: str, known: dict[str, str]) -> bool:
    parts = voice.split()
    return any(_fold(" ".join(parts[at:])) in known for at in range(len(parts)))


def _actor(voice: str, known: dict[str, str]) -> str:
    """Find the longest end of a label that names an actor: 'FOREIGN MINISTER WANG YI' is Wang Yi."""
    parts = voice.split()
    for at in range(len(parts)):
        actor = known.get(_fold(" ".join(parts[at:])))
        if actor:
            return actor
    return " ".join(part.capitalize() if part.isupper() and len(part) > 3 else part for part in parts)


def _by_initials(voice: str, mentions: Sequence[Mention]) -> str:
    """Return the one person whose initials a label is: 'R.A.' is Renata Alves."""
    if not _INITIALS.match(voice):
        return ""
    letters = voice.replace(".", "").replace(" ", "")
    people = {
        m.actor
        for m in mentions
        if m.type == "person" and letters == "".join(part[0] for part in m.actor.split() if part[0].isupper())
    }
    return people.pop() if len(people) == 1 else ""


@cache
def _offices() -> dict[str, str]:
    return {row["word"].casefold(): row["kind"] for row in lexicon.rows("titles")}


def _office(words: str) -> str:
    """The office that a label is: 'THE PRIME MINISTER' and 'PM' are 'prime minister'; '' for anything else."""
    office = " ".join(words.casefold().replace(".", "").split())
    while (shorter := _ADDRESS.sub("", office)) != office and shorter:
        office = shorter
    office = _SHORT.get(office, office)
    return (
        office
        if office in _offices() or office.split()[-1:] in (["spokesperson"], ["spokesman"], ["spokeswoman"])
        else ""
    )


def _holder(voice: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], taken: set[str]) -> str:
    """Return the person whom the document names with the office that a label is.

    Who has a label of his own comes second: he would hardly be named in two ways.
    """
    office = _office(voice)
    if not office:
        return ""
    by_name = {s.sentence: s for s in sentences}
    kind = _offices().get(office, "")
    alike = own = ""
    for mention in mentions:
        sentence = by_name.get(mention.sentence)
        if mention.type != "person" or sentence is None or _PRONOUN.match(mention.text):
            continue
        before = _BEFORE.search(sentence.text, 0, mention.start - sentence.start)
        behind = _BEHIND.match(sentence.text, mention.end - sentence.start)
        stated = f"{before.group('words') if before else ''} | {behind.group('words') if behind else ''}".casefold()
        stated = " ".join(stated.replace(":", " ").replace("’", "'").split())
        if re.search(rf"(?<![\w-]){re.escape(office)}(?![\w-])", stated):
            if mention.actor not in taken:
                return mention.actor
            own = own or mention.actor
        words = stated.split(" | ")[0].rstrip("| ").split()
        if (
            kind
            and not alike
            and mention.actor not in taken
            and any(_offices().get(" ".join(words[at:])) == kind for at in range(len(words)))
        ):
            alike = mention.actor
    return own or alike


_TOP = 12  # sentences in which a transcript says who speaks
_TITLED = re.compile(r"(?:MR|MRS|MS|MISS|DR|AMBASSADOR|SECRETARY|GENERAL)\.?\s+([\w’'-]{3,})$", re.IGNORECASE)


def _headed(voice: str, sentences: Sequence[Sentence]) -> str:
    """Return the full name of 'MS. HOLT' from a line above the text that has it: 'Briefer: CLARA R. HOLT'; '' if none
    does.

    >>> top = Sentence("d#1", "d", 1, 0, 22, "Briefer: CLARA R. HOLT", "author", "byline")
    >>> _headed("MS. HOLT", [top]), _headed("MR. VIK", [top])
    ('Clara R. Holt', '')
    """
    titled = _TITLED.match(voice)
    if not titled:
        return ""
    name = re.compile(rf"\b(?:[A-Z][\w’'-]+\s+)(?:[A-Z]\.?\s+)?{re.escape(titled.group(1))}\b", re.IGNORECASE)
    for line in sentences[:_TOP]:
        if line.kind not in ("byline", "headline", "heading"):
            continue
        hit = name.search(line.text)
        if hit and all(part[0].isupper() for part in hit.group().split()) and not _ADDRESS.match(hit.group()):
            return " ".join(part.capitalize() if len(part) > 2 else part for part in hit.group().split())
    return ""


def _person_introduced(passages: Sequence[Passage], mentions: Sequence[Mention]) -> str:
    """Return who gives nameless answers: the first person named in the headline, else the one named most often before
    the first question, else whom a question addresses first."""
    first = next((p.start for p in passages if p.kind == "question"), 0)
    bylines = [(p.start, p.end) for p in passages if p.kind == "byline"]
    titles = [(p.start, p.end) for p in passages if p.kind == "headline"]
    people = [m for m in mentions if m.type == "person"]
    for spans, inside in ((titles, True), (bylines, False)):
        times: dict[str, int] = {}
        for m in people:
            if m.start < first and any(start <= m.start < end for start, end in spans) == inside:
                times[m.actor] = times.get(m.actor, 0) + 1
        if times:
            return next(iter(times)) if inside else max(times, key=lambda name: times[name])
    return ""


def _announced(passages: Sequence[Passage], at: int, mentions: Sequence[Mention]) -> str:
    """Return whose statement is announced without a name: the last named person (or body) who acts before it."""
    start = passages[at].start
    before = [m for m in mentions if m.end <= start and m.type in ("person", "organisation")]
    near = [m for m in before if start - m.end < 700]
    people = [m for m in near if m.type == "person"]
    if (
        people
    ):  # the first of the last sentence that names anybody: 'The president congratulated Ann Lee. The message reads:'
        return next(m.actor for m in people if m.sentence == people[-1].sentence)
    heads = [
        m
        for m in before
        if m.type == "person"
        and any(p.start <= m.start < p.end for p in passages[:at] if p.kind in ("headline", "byline"))
    ]
    return heads[0].actor if heads else (near[-1].actor if near else "")
