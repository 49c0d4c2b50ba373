"""Small words around saying words, by what they do there: data (``lexicons/speech_words.csv``)."""

from __future__ import annotations

from functools import cache

from briefing_lib import lexicon


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of a kind.

    Args:
        kind: *be*, *modal* and *between* stand between a subject and its verb; *day*, *span* and *before span* say
            when; *no adverb* end in -ly and are none; *before plural* may stand before a base form that is a verb,
            *before participle* before one that goes on a sentence; *owner* and *adjective* before a form that is a
            noun; *title*, *opening* and *stop* may stand in, begin, or never stand in a phrase that names a source;
            *dependent* may follow its noun; *before verb* has a verb behind it; *no headline* are capitalised in
            names far more often than as the verb of a headline; *capital headline* stand in capitals over
            reports; *no speaker* cannot be a source; *no noun* is no title though it may stand before a name; *one
            person* may be who spoke before (but not *high office*), *any body* the body named before.

    >>> "could" in words("modal"), "could" in words("be")
    (True, False)
    """
    return frozenset(row["word"] for row in lexicon.rows("speech_words") if row["kind"] == kind)
