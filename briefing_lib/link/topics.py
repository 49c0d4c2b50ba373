"""Paragraphs to topics: what the words of the codebook say a paragraph is about.

A term has a topic and a weight: 3 names the topic itself, 2 is at home in it, 1 only points to it. The weights
of the terms of a topic that stand in a paragraph add up, each term once; one inside a longer term that is there,
as "trade" in "trade war", is left out. The sums are compared with a bar and with the strongest topic of the
paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, fsum

from briefing_lib.link.codebook import Codebook, bundled, plain
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


def find_topics(text: str, passages: Sequence[Passage], codebook: Codebook | None = None) -> list[Topic]:
    """Return the topics of each paragraph.

    Args:
        text: the document's text.
        passages: its passages; a paragraph in a byline or in boilerplate has no topic.
        codebook: terms to look for; the bundled ones if None.

    Returns:
        At most three rows a paragraph, the strongest first; ``score`` grows from 0 to 1 with the weights of the
        terms found, ``terms`` are those terms. Text that belongs to no passage has no topic.

    >>> text = "The blockade goes on, and the sanctions package with it."
    >>> rows = find_topics(text, [Passage("note", 1, 0, len(text), "narration", "author", "", 0)])
    >>> [(row.topic, row.terms) for row in rows]
    [('sanctions', ['sanctions package', 'blockade'])]
    """
    if not passages:
        return []
    codebook = codebook or bundled()
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
        found += [
            Topic(document, paragraph, first, last, topic, score, "codebook", terms)
            for topic, score, terms in _topics(codebook, written, lowered)
        ]
    return found


def _topics(codebook: Codebook, written: str, lowered: str) -> list[tuple[str, float, list[str]]]:
    """Return topic, score and terms of a paragraph, the strongest topic first."""
    hits = codebook.find(written, lowered)
    if not hits:
        return []
    inside = codebook.inside
    within = {shorter for longer in hits if longer in inside for shorter in inside[longer]}
    by_topic: dict[str, dict[str, float]] = {}
    for term in hits:
        if term in within:
            continue
        by_topic.setdefault(term.topic, {})[term.term] = term.weight
    sums = {topic: fsum(weights.values()) for topic, weights in by_topic.items()}
    bar = max(BAR, NEXT * max(sums.values()))
    ranked = sorted((-total, topic) for topic, total in sums.items() if total >= bar)
    return [(topic, round(1 - exp(total / SCALE), 3), _ranked(by_topic[topic])) for total, topic in ranked[:MOST]]


def _ranked(weights: dict[str, float]) -> list[str]:
    """Return terms in the order of their weights, the greatest first, then of the alphabet."""
    return sorted(weights, key=lambda term: (-weights[term], term)) if len(weights) > 1 else list(weights)
