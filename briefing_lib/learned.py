"""Topics learned from the corpus itself, for documents that the codebook does not fit.

Non-negative matrix factorisation (Lee and Seung 1999) of the words of paragraphs, weighted by how rare they are, as
scikit-learn has it, from a start without chance in it: the same corpus gives the same topics on every run.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from briefing_lib import lexicon
from briefing_lib.tables import Topic
from briefing_lib.wording import Words, function_words, words_of

_NEGATIONS = frozenset(("no", "not", "never"))

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

MOST = 3
"""Topics a paragraph can have."""
SHARE = 0.25
"""Least share of a paragraph that makes a topic of it."""
NAMING = 3
"""Terms a topic is named by."""
TERMS = 30
"""Strongest terms of a topic, of which a paragraph's own are listed."""
COMMON = 0.5
"""Share of paragraphs from which a word tells nothing."""
DIGITS = 3
"""Decimals of a score: machines differ in the last of sixteen."""


def learn_topics(
    sentences: pd.DataFrame, names: pd.DataFrame | None, number: int, words: int, boilerplate: bool
) -> list[Topic]:
    """Learn topics from sentences and say which paragraph has which.

    Args:
        sentences: rows of ``sentences``.
        names: rows of ``mentions`` to leave out, and with them demonyms and titles; None leaves out none.
        number: how many topics.
        words: words of the longest string that counts as a term: 2 takes pairs as well.
        boilerplate: whether what belongs to the web page counts too.

    Returns:
        At most three rows a paragraph, the strongest first. A topic is named by its three strongest terms; ``score`` is
        its share of the paragraph, ``terms`` are those of its thirty strongest terms that stand there. None where
        there are too few paragraphs with words in common for so many topics.

    Raises:
        ValueError: fewer than two topics are asked for, or terms of no words.
    """
    if number < 2 or words < 1:
        raise ValueError(f"number={number}, words={words}: at least two topics, of one word or more, can be learned.")
    silent = ("byline",) if boilerplate else ("boilerplate", "byline")
    # Sorted, so that the order in which files were read does not matter.
    sentences = sentences[~sentences["kind"].isin(silent)].sort_values(["document", "start"], kind="stable")
    places = sentences.groupby(["document", "paragraph"], sort=False).ngroup().to_numpy()
    common = function_words() | _NEGATIONS | (_of_names() if names is not None else frozenset())
    counts, vocabulary = _counts(words_of(sentences, names), places, words, common)
    if min(counts.shape) < 2 * number:
        return []
    shares, weights = _factors(counts, number)
    named = _names(weights, vocabulary)
    strong = [set(np.argsort(-row, kind="stable")[:TERMS]) for row in weights]
    found = []
    key: Any
    for place, (key, rows) in enumerate(sentences.groupby(["document", "paragraph"], sort=False)):
        own = shares[place]
        for topic in np.argsort(-own, kind="stable")[:MOST]:
            if own[topic] < SHARE:
                break
            inside = [n for n in counts[place].indices if n in strong[topic]]
            terms = [vocabulary[n] for n in sorted(inside, key=lambda n: (-weights[topic][n], vocabulary[n]))]
            span = (int(rows["start"].min()), int(rows["end"].max()))
            found.append(
                Topic(str(key[0]), int(key[1]), *span, named[topic], round(float(own[topic]), DIGITS), "learned", terms)
            )
    return found


@cache
def _of_names() -> frozenset[str]:
    """Return the words that go with names: 'kenyan', 'president'."""
    demonyms = (row["word"] for row in lexicon.rows("demonyms"))
    titles = (row["word"] for row in lexicon.rows("titles"))
    return frozenset(word.lower() for words in (*demonyms, *titles) for word in words.split() if word.isalpha())


def _counts(found: Words, places: np.ndarray, longest: int, common: frozenset[str]) -> tuple[csr_matrix, list[str]]:
    """Count terms by paragraph; those of one paragraph alone, or of every second one, are left out."""
    from scipy.sparse import csr_matrix, hstack

    number = int(places.max(initial=-1)) + 1
    tables, vocabulary = [], []
    for length in range(1, longest + 1):
        strings = found.strings(length)
        inside = strings.ids > 0
        cells: Any = (np.ones(int(inside.sum())), (places[strings.rows[inside]], strings.ids[inside]))
        table = csr_matrix(cells, shape=(number, len(strings.vocabulary)))
        standing = np.asarray((table > 0).sum(axis=0)).ravel()
        kept = [
            n
            for n in np.flatnonzero((standing > 1) & (standing <= max(2, COMMON * number)))
            if _says_something(strings.vocabulary[n].split(), common)
        ]
        tables.append(table[:, kept])
        vocabulary += [strings.vocabulary[n] for n in kept]
    counts = hstack(tables, format="csr")
    counts.sort_indices()
    return counts, vocabulary


def _says_something(words: list[str], common: frozenset[str]) -> bool:
    return bool(words) and common.isdisjoint((words[0], words[-1])) and len(words[0]) > 1


def _factors(counts: csr_matrix, number: int) -> tuple[np.ndarray, np.ndarray]:
    """Return each paragraph's shares of the topics, and each topic's weights of the terms."""
    import warnings

    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction.text import TfidfTransformer

    weighted = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    model = NMF(number, init="nndsvd", solver="cd", max_iter=500, tol=1e-5, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # 500 rounds are enough to tell topics apart
        shares = model.fit_transform(weighted)
    weights = model.components_
    sizes = weights.sum(axis=1)
    shares = shares * sizes
    total = shares.sum(axis=1, keepdims=True)
    shares = np.divide(shares, total, out=np.zeros_like(shares), where=total > 0)
    # What differs from machine to machine in the last digits must not change an order.
    return np.round(shares, 6), np.round(weights, 6)


def _names(weights: np.ndarray, vocabulary: list[str]) -> list[str]:
    """Name each topic by its strongest terms; a term that stands in one before it says nothing new."""
    names: list[str] = []
    for row in weights:
        terms: list[str] = []
        for n in np.argsort(-row, kind="stable"):
            words = set(vocabulary[n].split())
            if not any(words <= set(term.split()) or words >= set(term.split()) for term in terms):
                terms.append(vocabulary[n])
            if len(terms) == NAMING:
                break
        name = ", ".join(terms)
        names.append(f"{name} ({names.count(name) + 1})" if name in names else name)
    return names
