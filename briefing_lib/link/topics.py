"""Paragraphs to topics: what the words of the codebook say a paragraph is about.

A term has a topic and a weight: 3 names the topic itself, 2 is at home in it, 1 only points to it; one of weight 0
says nothing and only keeps the terms inside it from speaking, as "Latin American" does "American". The weights of the
terms of a topic that stand in a paragraph add up, each term once, and each further term makes the topic surer; one
inside a longer term that is there, as "trade" in "trade war", is left out. A topic with a term in the paragraph gains
from its surroundings: from the share of the document's paragraphs that are about it, and from the paragraph before
and the one behind. The sums are compared with a bar and with the strongest topic of the paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, fsum
from typing import NamedTuple

from briefing_lib.link.codebook import Codebook, bundled, plain
from briefing_lib.tables import Passage, Topic

MOST = 3
"""Topics a paragraph can have."""
SURE = 1.5
"""Sum of weights from which a paragraph is about a topic whatever stands around it."""
WHOLE = 1.5
"""What a topic gains in a document all of whose paragraphs are about it."""
MORE = 0.3
"""What a topic gains from its second term in the paragraph, as from the third..."""
MORE_MOST = 4
"""... and from no term behind this one."""
BESIDE = 0.25
"""Share of a topic's sum in the paragraph before, and in the one behind, that it gains..."""
BESIDE_MOST = 2.0
"""... of no more than this sum."""
FEW = 6
"""Paragraphs a document is taken to have at least: one of two is no share of half."""
BAR = 1.8
"""Least sum of weights, with what is gained, that makes a topic."""
NEXT = 0.35
"""Least share of the strongest topic's sum for another topic."""
SCALE = 4.0
"""Sum at which the score is 0.63."""

_SILENT = {"boilerplate", "byline"}


def find_topics(text: str, passages: Sequence[Passage], codebook: Codebook | None = None) -> list[Topic]:
    """Return the topics of each paragraph.

    Args:
        text: the document's text.
        passages: its passages; a paragraph in a byline or in boilerplate has no topic.
        codebook: terms to look for; the bundled ones if None.

    Returns:
        At most three rows a paragraph, the strongest first; ``score`` grows from 0 to 1 with the weights of the
        terms found and what stands around them, ``terms`` are those terms. Text that belongs to no passage has no
        topic.

    >>> text = "The blockade goes on, and the sanctions package with it."
    >>> rows = find_topics(text, [Passage("note", 1, 0, len(text), "narration", "author", "", 0)])
    >>> [(row.topic, row.terms) for row in rows]
    [('sanctions', ['sanctions package', 'blockade'])]
    """
    if not passages:
        return []
    codebook = codebook or bundled()
    document = passages[0].document
    found: list[_Paragraph] = []
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
        weights = _weights(codebook, written, lowered)
        sums = {topic: _sum(own) for topic, own in weights.items()}
        found.append(_Paragraph(paragraph, first, last, weights, sums))
    return [
        Topic(document, here.number, here.start, here.end, topic, score, "codebook", _ranked(here.weights[topic]))
        for here, sums in zip(found, _with_surroundings([here.sums for here in found]), strict=True)
        if sums
        for topic, score in _strongest(sums)
    ]


class _Paragraph(NamedTuple):
    """A paragraph with the weights of its terms, and their sums, by topic."""

    number: int
    start: int
    end: int
    weights: dict[str, dict[str, float]]
    sums: dict[str, float]


def _weights(codebook: Codebook, written: str, lowered: str) -> dict[str, dict[str, float]]:
    """Return the weights of the terms of a paragraph by topic."""
    hits = codebook.find(written, lowered)
    inside = codebook.inside
    within = {shorter for longer in hits if longer in inside for shorter in inside[longer]}
    by_topic: dict[str, dict[str, float]] = {}
    for term in hits:
        weight = term.weight
        if weight and term not in within:
            topic = term.topic
            if topic in by_topic:
                by_topic[topic][term.term] = weight
            else:
                by_topic[topic] = {term.term: weight}
    return by_topic


def _sum(own: dict[str, float]) -> float:
    """Return the weights of the terms of a topic together, with what it gains where they are several."""
    number = len(own)
    if number == 1:
        return next(iter(own.values()))
    return fsum(own.values()) + MORE * ((number if number < MORE_MOST else MORE_MOST) - 1)


def _with_surroundings(paragraphs: list[dict[str, float]]) -> list[dict[str, float]]:
    """Return the sums of each paragraph's topics with what they gain from the document and from beside."""
    about = Counter([topic for sums in paragraphs for topic, total in sums.items() if total >= SURE])
    every = max(FEW, len(paragraphs))
    whole = {topic: WHOLE * count / every for topic, count in about.items()}
    lent = [
        {topic: BESIDE * (total if total < BESIDE_MOST else BESIDE_MOST) for topic, total in sums.items()}
        for sums in paragraphs
    ]
    none: dict[str, float] = {}
    return [
        {
            topic: total + whole.get(topic, 0.0) + before.get(topic, 0.0) + behind.get(topic, 0.0)
            for topic, total in own.items()
        }
        for before, own, behind in zip([none, *lent], paragraphs, [*lent[1:], none], strict=False)
    ]


def _strongest(sums: dict[str, float]) -> list[tuple[str, float]]:
    """Return a paragraph's topics with their scores, the strongest first."""
    most = max(sums.values())
    if most < BAR:
        return []
    bar = max(BAR, NEXT * most)
    ranked = sorted([(-total, topic) for topic, total in sums.items() if total >= bar])
    return [(topic, round(1 - exp(total / SCALE), 3)) for total, topic in ranked[:MOST]]


def _ranked(weights: dict[str, float]) -> list[str]:
    """Return terms in the order of their weights, the greatest first, then of the alphabet."""
    return sorted(weights, key=lambda term: (-weights[term], term)) if len(weights) > 1 else list(weights)
