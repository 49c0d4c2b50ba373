"""Clauses: whether a stretch of text has a verb of its own, or a subject and a verb."""

from __future__ import annotations

import re

# No clause begins here: a stop, a preposition, a conjunction
NO_CLAUSE = re.compile(
    r"\s*(?:$|[.,;:!?()\[\]—–-]|(?:on|in|at|during|after|before|to|from|via|through|by|with|of|about|following|ahead|upon|for|alongside|as|and|but|or"
    r"|when|while|than|so|because|since|into|over|under|out|up|off|down|last|late|early|against|among|between|without|within)\b)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|cannot|won[’']t|[a-z]+n[’']t|[a-z]{2,}ed"
    r"|became|began|broke|brought|built|came|cost|cut|fell|felt|found|gave|got|grew|held|kept|knew|led|left|lost|made|meant|met|paid|put|ran|rose"
    r"|said|saw|sent|set|spent|stood|took|told|thought|went|won|goes|comes|becomes|gives|makes|takes|believes|requires|includes|needs|remains|wants|seems|shows|plays|poses|faces|want|know|think|believe|agree|oppose|remain|belong|depend|seem|exist|become)\b|[’'](?:s|re|ll|ve|d)\s"
)
_PRONOUN_SUBJECT = re.compile(r"\s+(?:he|she|they|it|we|I|you|there|this|these|those)\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto\s+(?!(?:the|an?|his|her|its|their)\b)[a-z]+")
# Where the first clause is over: a comma, a stop, a subordinate clause
_CLAUSE_OVER = re.compile(
    r"[,;:.](?:\s|$)|\s(?:when|which|who|that|because|after|before|while|as|where|if|although|since)\s"
)


def looks_like_clause(text: str, start: int, high: int) -> bool:
    """Tell whether a subject and a finite verb follow: 'the dam was safe', not 'the dam near the border'."""
    if hit := _PRONOUN_SUBJECT.match(text, start, high):
        return not NO_CLAUSE.match(text, hit.end(), high)
    over = _CLAUSE_OVER.search(text, start + 1, min(high, start + 140))
    end = over.start() if over else min(high, start + 140)
    hit = _FINITE.search(text, start, end)
    return hit is not None and bool(text[start : hit.start()].strip())


def has_verb(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch has a finite verb, or an infinitive as in a headline.

    >>> has_verb("The road is open", 0, 16), has_verb("in a written statement", 0, 22)
    (True, False)
    """
    return _FINITE.search(text, start, end) is not None or _INFINITIVE.search(text, start, end) is not None
