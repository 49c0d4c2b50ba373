"""The small words around a number that say what it belongs to: rows of ``lexicons/context_words.csv``, by kind."""

from __future__ import annotations

from functools import cache

from briefing_lib import lexicon


@cache
def context(kind: str) -> frozenset[str]:
    """Return the words of a kind.

    >>> "pace" in context("pace"), "the" in context("definite")
    (True, True)
    """
    return frozenset(row["word"] for row in lexicon.rows("context_words") if row["kind"] == kind)
