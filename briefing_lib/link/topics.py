"""Paragraphs to topics: what the words of the codebook, ``lexicons/topics.csv``, say a paragraph is about.

A term has a topic and a weight: 3 names the topic itself, 2 is at home in it, 1 only points to it. The weights
of the terms of a topic that stand in a paragraph add up, each term once; one inside a longer term that is there,
as "trade" in "trade war", is left out. The sums are compared with a bar and with the strongest topic of the
paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from briefing_lib import lexicon
from briefing_lib.tables import Passage, Topic

MOST = 3
"""Topics a paragraph can have."""
BAR = 1.5
"""Least sum of weights that makes a topic."""
NEXT = 0.25
"""Least share of the strongest topic's sum for another topic."""
SCALE = 4.0
"""Sum of weights at which the score is 0.63."""

_SILENT = {"boilerplate", "byline"}
# Punctuation that may stand between or around words: "US-China", "sanctions,", "(NATO)", "Russia’s".
_MARKS = ".,;:!?\"'()[]{}<>/\\|*_=~`^-\t\r"
_OTHER_MARKS = "«»“”„‘’‚–—−…·•\u00a0\u2009\u202f"
_TO_BLANKS = str.maketrans(dict.fromkeys(_MARKS, " "))


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A form of a term of the codebook, ready to be looked for."""

    term: str
    topic: str
    weight: float
    form: str
    """As written, between two blanks, without punctuation."""
    lowered: str
    """The form in lower case."""
    rarest: tuple[str, str]
    """The rarest of its words, under which it is kept, and the next; the same twice if it has one alone."""
    as_written: bool
    """Whether capitals count."""


def find_topics(text: str, passages: Sequence[Passage]) -> list[Topic]:
    """Return the topics of each paragraph.

    Args:
        text: the document's text.
        passages: its passages; a paragraph in a byline or in boilerplate has no topic.

    Returns:
        At most three rows a paragraph, the strongest first; ``score`` grows from 0 to 1 with the weights of the
        terms found, ``terms`` are those terms. Text that belongs to no passage has no topic.

    >>> text = "The blockade goes on, and the sanctions package with it."
    >>> rows = find_topics(text, [Passage("note", 1, 0, len(text), "narration", "author", "")])
    >>> [(row.topic, row.terms) for row in rows]
    [('sanctions', ['sanctions package', 'blockade'])]
    """
    if not passages:
        return []
    vocabulary = _vocabulary()
    document = passages[0].document
    found: list[Topic] = []
    spoken = [p for p in passages if p.kind not in _SILENT]
    at = start = paragraph = 0
    words = plain(text)
    lines = zip(text.split("\n"), words.split("\n"), words.lower().split("\n"), strict=True)
    for line, written, lowered in lines:
        first, start = start, start + len(line) + 1
        body = line.strip()
        if not body:
            continue
        paragraph += 1
        first += line.index(body[0])
        last = first + len(body)
        while at < len(spoken) and spoken[at].end <= first:
            at += 1
        if at == len(spoken):
            break
        if spoken[at].start >= last:
            continue
        present = vocabulary.intersection(lowered.split())
        if present:
            found += [
                Topic(document, paragraph, first, last, topic, score, "codebook", terms)
                for topic, score, terms in _topics(lowered, written, present)
            ]
    return found


def plain(text: str) -> str:
    r"""Return the words of a text without punctuation, a blank before and after each; lines stay lines.

    >>> plain("US-China “trade war”,\nagain")
    ' US China trade war \n again '
    """
    for mark in _OTHER_MARKS:
        text = text.replace(mark, " ")
    if text.isascii():  # nothing else is translated fast
        text = text.translate(_TO_BLANKS)
    else:
        for mark in _MARKS:
            text = text.replace(mark, " ")
    text = " " + text.replace("\n", " \n ") + " "
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _topics(lowered: str, written: str, present: frozenset[str]) -> list[tuple[str, float, list[str]]]:
    """Return topic, score and terms of a paragraph, the strongest topic first.

    Args:
        lowered: the paragraph in lower case, as `plain` returns it.
        written: the same as written.
        present: words of it that stand in any term.
    """
    hits = _hits(lowered, written, present)
    inside = _inside()
    within = {shorter for longer in hits if longer in inside for shorter in inside[longer]}
    sums: dict[str, float] = {}
    by_topic: dict[str, dict[str, float]] = {}
    for term in hits:
        if term in within:
            continue
        weights = by_topic.setdefault(term.topic, {})
        if term.term not in weights:
            weights[term.term] = term.weight
            sums[term.topic] = sums.get(term.topic, 0.0) + term.weight
    if not sums:
        return []
    bar = max(BAR, NEXT * max(sums.values()))
    ranked = sorted((-total, topic) for topic, total in sums.items() if total >= bar)
    return [(topic, round(1 - exp(total / SCALE), 3), _ranked(by_topic[topic])) for total, topic in ranked[:MOST]]


def _ranked(weights: dict[str, float]) -> list[str]:
    """Return terms in the order of their weights, the greatest first, then of the alphabet."""
    return sorted(weights, key=lambda term: (-weights[term], term)) if len(weights) > 1 else list(weights)


def _hits(lowered: str, written: str, present: frozenset[str]) -> list[Term]:
    """Return the terms that stand in a paragraph, each once."""
    alone, seconds, closer = _by_word()
    found = [term for word in present if word in alone for term in alone[word]]
    found += [
        term
        for word in present
        # To compare two sets is faster than to look at each term, and a word is found faster in a set than in a text.
        if word in seconds and not seconds[word].isdisjoint(present)
        for second, form, as_written, term in closer[word]
        if second in present and form in (written if as_written else lowered)
    ]
    return found


def forms(term: str) -> list[str]:
    """Return a term and, if it is in lower case, its plural.

    >>> forms("trade war"), forms("embargo"), forms("policy"), forms("NATO")
    (['trade war', 'trade wars'], ['embargo', 'embargos', 'embargoes'], ['policy', 'policies'], ['NATO'])
    """
    last = term[-1:]
    if not term.islower() or not last.isalpha() or last == "s":
        return [term]
    if last == "y" and term[-2:-1] not in "aeiou":
        return [term, term[:-1] + "ies"]
    if last == "o":
        return [term, term + "s", term + "es"]
    return [term, term + ("es" if last in "xz" or term.endswith(("ch", "sh")) else "s")]


@cache
def _terms() -> tuple[Term, ...]:
    rows = lexicon.rows("topics")
    listed = {row["term"] for row in rows}
    # How rare a word is: the examples tell, and its length.
    seen = Counter(word for row in rows for word in plain(row["example"]).lower().split())
    found = []
    for row in rows:
        for form in forms(row["term"]):
            if form == row["term"] or form not in listed:
                between = plain(form)
                lowered = between.lower()
                words = sorted(set(lowered.split()), key=lambda word: (seen[word] / len(word) ** 2, word))
                rarest, as_written = (words[0], words[:2][-1]), not row["term"].islower()
                found.append(
                    Term(row["term"], row["topic"], float(row["weight"]), between, lowered, rarest, as_written)
                )
    return tuple(found)


Closer = tuple[str, str, bool, Term]
"""A term with a second word that must stand where its rarest does, its form there, and whether capitals count."""


@cache
def _by_word() -> tuple[dict[str, list[Term]], dict[str, frozenset[str]], dict[str, list[Closer]]]:
    """Return what a word is by itself, and what must be looked at closer where it stands, with all second words."""
    alone: dict[str, list[Term]] = {}
    closer: dict[str, list[Closer]] = {}
    for term in _terms():
        word, second = term.rarest
        if term.lowered.split() == [word] and not term.as_written:  # not "win-win"
            alone.setdefault(word, []).append(term)
        else:
            form = term.form if term.as_written else term.lowered
            closer.setdefault(word, []).append((second, form, term.as_written, term))
    seconds = {word: frozenset(second for second, *_ in terms) for word, terms in closer.items()}
    return alone, seconds, closer


@cache
def _vocabulary() -> frozenset[str]:
    """Return all words that stand in any term."""
    return frozenset(word for term in _terms() for word in term.lowered.split())


@cache
def _inside() -> dict[Term, list[Term]]:
    """Return, for each term of several words, the terms that stand inside it."""
    by_words: dict[str, list[Term]] = {}
    for term in _terms():
        by_words.setdefault(term.lowered, []).append(term)
    found: dict[Term, list[Term]] = {}
    for term in _terms():
        words = term.lowered.split()
        parts = {f" {' '.join(words[i:j])} " for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
        inner = [shorter for part in sorted(parts - {term.lowered}) for shorter in by_words.get(part, ())]
        if inner:
            found[term] = inner
    return found
