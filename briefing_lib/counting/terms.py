"""Terms of paragraphs: words that tell what a text is about, and strings of words that belong together.

Words of grammar, verbs of saying and words that fit any text are none; singular and plural are one; in "climate change"
neither word counts for itself.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from briefing_lib import lexicon
from briefing_lib.counting.wording import Words

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

RARE = 1 / 800
"""Share of paragraphs in which a term must stand, and in two at least."""
TOGETHER = 0.2
"""Share of the paragraphs of its rarer word in which a string of words must stand to be a term."""


def count_terms(
    found: Words, places: np.ndarray, *, longest: int, names: bool, common: float
) -> tuple[csr_matrix, list[str]]:
    """Count terms by paragraph, the words of a longer one for it alone; the rarest and the commonest are left out.

    Args:
        found: the words of sentences.
        places: number of its paragraph for each sentence.
        longest: words of the longest string that counts as a term.
        names: whether names have been left out, so that what goes with them is too.
        common: share of the paragraphs in which a term may stand.

    Returns:
        A row for each paragraph and a column for each term; the terms.

    >>> from briefing_lib.tables import frame
    >>> from briefing_lib.counting.wording import words_of
    >>> lines = ["Climate change dried the lake.", "The lake and climate change were discussed."]
    >>> rows = [(f"d#{n}", "d", n, 0, len(line), line, "author", "narration") for n, line in enumerate(lines, 1)]
    >>> found = words_of(frame("sentences", rows))
    >>> count_terms(found, np.array([0, 1]), longest=2, names=False, common=1)[1]
    ['lake', 'climate change']
    """
    from scipy.sparse import csr_matrix, hstack

    edges, bare = _bare(names)
    found = _folded(found, bare)
    number = int(places.max(initial=-1)) + 1
    rare, most = max(2, round(RARE * number)), max(3, common * number)

    def table(strings: Words) -> csr_matrix:
        inside = strings.ids > 0
        cells: Any = (np.ones(int(inside.sum())), (places[strings.rows[inside]], strings.ids[inside]))
        return csr_matrix(cells, shape=(number, len(strings)))

    single = table(found)
    vocabulary = found.vocabulary
    place = {word: n for n, word in enumerate(vocabulary)}
    edge = np.array([word in edges or len(word) < 2 for word in vocabulary])
    alone = np.array([_is_bare(word, bare) for word in vocabulary])
    own_paragraphs = _paragraphs(single)
    tables, terms = [], []
    for length in range(longest, 1, -1):
        strings = found.strings(length)
        longer = table(strings)
        standing = _paragraphs(longer)
        often = np.flatnonzero(standing >= rare)
        kept, words = [], []
        for n, name in zip(often.tolist(), strings.named(often), strict=True):
            own = [place[word] for word in name.split()]
            if name in edges:  # a title: its words are no terms either where they stand in it
                pass
            elif len(own) < length or standing[n] > most or edge[own[0]] or edge[own[-1]] or alone[own].all():
                continue
            elif standing[n] >= TOGETHER * min(own_paragraphs[own]):
                kept.append(n)
                terms.append(name)
            else:
                continue
            words.append((n, own))
        tables.append(longer[:, kept])
        if words:
            rows, columns = zip(*((n, word) for n, own in words for word in own), strict=True)
            cells: Any = (np.ones(len(rows)), (rows, columns))
            single = single - longer @ csr_matrix(cells, shape=(len(strings), len(vocabulary)))
    single = single.maximum(0)
    single.eliminate_zeros()
    standing = _paragraphs(single)
    fit = np.flatnonzero((standing >= rare) & (standing <= most) & ~alone)
    counts = hstack([single[:, fit], *tables], format="csr")
    counts.sort_indices()
    return counts, [vocabulary[n] for n in fit] + terms


@cache
def _bare(names: bool) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words with which no term begins or ends, and those and others that are no term by themselves.

    The former are words of grammar, verbs of saying, and what goes with names, "minister of health" as a whole too; the
    latter fit any text, but "change" makes a term with "climate".
    """
    sources = {"function_words": ("word",), "reporting_verbs": ("word", "third", "past", "participle", "gerund")}
    if names:
        sources |= {"demonyms": ("word",), "titles": ("word",)}
    edges = {
        row[column].lower() for name, columns in sources.items() for row in lexicon.rows(name) for column in columns
    }
    edges |= {"no", "not", "never"}
    return frozenset(edges), frozenset(edges | {row["word"] for row in lexicon.rows("general_words")})


def _is_bare(word: str, bare: frozenset[str]) -> bool:
    """Tell whether a word, or what it is a form of, is no term: 'strengthened' as 'strengthen', 'seventy-first'."""
    if word in bare or len(word) < 2:
        return True
    if "-" in word:
        return all(_is_bare(part, bare) for part in word.split("-"))
    stems = [word.removesuffix(end) for end in ("s", "es", "d", "ed", "ing", "ly") if word.endswith(end)]
    stems += [word[:-3] + "y"] if word.endswith("ies") else []
    stems += [word[:-3] + "e"] if word.endswith("ing") else []
    stems += [stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]]  # "commit", of "committed"
    return any(len(stem) > 2 and stem in bare for stem in stems)


def _folded(found: Words, bare: frozenset[str]) -> Words:
    """Return the words with singular and plural as one, the more frequent of the two."""
    vocabulary = found.vocabulary
    place = {word: n for n, word in enumerate(vocabulary)}
    times = np.bincount(found.ids, minlength=len(vocabulary))
    stands_for = np.arange(len(vocabulary))
    for many, n in place.items():
        one = place.get(many[:-3] + "y" if many.endswith("ies") else many[:-1])
        if one and len(many) > 3 and many.endswith("s") and not many.endswith("ss") and not _is_bare(many, bare):
            kept, left = (one, n) if times[one] >= times[n] else (n, one)
            stands_for[left] = kept
    return Words(vocabulary, stands_for[found.ids].astype(found.ids.dtype), found.rows, found.of_row)


def _paragraphs(counts: csr_matrix) -> np.ndarray:
    """Return in how many paragraphs each term stands."""
    return np.asarray((counts > 0).sum(axis=0)).ravel()
