"""Topics learned from the corpus itself, for documents that the codebook does not fit.

Non-negative matrix factorisation (Lee and Seung 1999) of the words of paragraphs, weighted by how rare they are, as
scikit-learn has it, from a start without chance in it: the same corpus gives the same topics on every run. Words that
fit any text are left out, and words that belong together ("climate change") count as one term.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from briefing_lib.counting.terms import count_terms
from briefing_lib.counting.wording import words_of
from briefing_lib.tables import Topic

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

MOST = 3
"""Topics a paragraph can have."""
SHARE = 0.25
"""Least share of a paragraph that makes a topic of it."""
NAMING = 3
"""Terms a topic is named by."""
RELEVANT = 0.6
"""Weight of how often a term stands in a topic against how much oftener than elsewhere."""
TERMS = 30
"""Strongest terms of a topic, of which a paragraph's own are listed."""
COMMON = 0.2
"""Share of paragraphs from which a term tells nothing, unless so few topics are asked for that one has as many."""
ROUNDS = 200
"""Rounds of the factorisation: a fixed number, so that no machine stops sooner than another."""
DIGITS = 3
"""Decimals of a score: machines differ in the last of sixteen."""
FEWEST, NUMEROUS = 4, 20
"""Bounds of the number of topics that is chosen where none is asked for."""


def learn_topics(
    sentences: pd.DataFrame, names: pd.DataFrame | None, number: int, words: int, boilerplate: bool
) -> list[Topic]:
    """Learn topics from sentences and say which paragraph has which.

    Args:
        sentences: rows of ``sentences``.
        names: rows of ``mentions`` to leave out, and with them demonyms and titles; None leaves out none.
        number: how many topics; 0 for as many as suit the number of paragraphs, from 4 to 20.
        words: words of the longest string that counts as a term: 2 takes pairs as well.
        boilerplate: whether what belongs to the web page counts too.

    Returns:
        At most three rows a paragraph, the strongest first. A topic is named by the three terms that tell it best from
        the others; ``score`` is its share of the paragraph, ``terms`` are those of its thirty strongest terms that
        stand there. None where there are too few paragraphs with words in common for so many topics.

    Raises:
        ValueError: a single topic is asked for, or terms of no words.
    """
    if (number < 2 and number) or words < 1:
        raise ValueError(f"number={number}, words={words}: at least two topics, of one word or more, can be learned.")
    silent = ("byline",) if boilerplate else ("boilerplate", "byline")
    # Sorted, so that the order in which files were read does not matter.
    sentences = sentences[~sentences["kind"].isin(silent)].sort_values(["document", "start"], kind="stable")
    places = sentences.groupby(["document", "paragraph"], sort=False).ngroup().to_numpy()
    number = number or _suiting(int(places.max(initial=-1)) + 1)
    counts, vocabulary = count_terms(
        words_of(sentences, names), places, longest=words, names=names is not None, common=max(COMMON, 1.5 / number)
    )
    if counts.shape[0] < 2 * number or counts.shape[1] < number:
        return []
    shares, weights = _factors(counts, number)
    named = _names(shares, counts, vocabulary)
    order = sorted(range(number), key=named.__getitem__)  # of two equal shares, the first by name
    shares, weights, named = shares[:, order], weights[order], [named[topic] for topic in order]
    strong = [set(np.argsort(-row, kind="stable")[:TERMS]) for row in weights]
    found = []
    key: Any
    for place, (key, rows) in enumerate(sentences.groupby(["document", "paragraph"], sort=False)):
        own = shares[place]
        for topic in np.argsort(-own, kind="stable")[:MOST]:
            if own[topic] < SHARE:
                break
            inside = [n for n in counts[place].indices if n in strong[topic]]
            if not inside:
                continue  # without its words, a topic is none
            terms = [vocabulary[n] for n in sorted(inside, key=lambda n: (-weights[topic][n], vocabulary[n]))]
            span = (int(rows["start"].min()), int(rows["end"].max()))
            found.append(
                Topic(str(key[0]), int(key[1]), *span, named[topic], round(float(own[topic]), DIGITS), "learned", terms)
            )
    return found


def _suiting(paragraphs: int) -> int:
    """Return how many topics suit a corpus: the more paragraphs, the more, but less and less so."""
    return min(max(FEWEST, round(0.7 * paragraphs**0.5)), NUMEROUS)


def _factors(counts: csr_matrix, number: int) -> tuple[np.ndarray, np.ndarray]:
    """Return each paragraph's shares of the topics, and each topic's weights of the terms."""
    import warnings

    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction.text import TfidfTransformer
    from threadpoolctl import threadpool_limits

    weighted = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    model = NMF(number, init="nndsvd", solver="cd", max_iter=ROUNDS, tol=0, random_state=0)
    with warnings.catch_warnings(), np.errstate(invalid="ignore"), threadpool_limits(1):
        warnings.simplefilter("ignore", ConvergenceWarning)
        shares = model.fit_transform(weighted)
    weights = model.components_
    # Each topic by its own measure: else the one with the commonest words has the most of every paragraph.
    sizes = np.sqrt((shares**2).mean(axis=0))
    sizes[sizes == 0] = 1
    shares, weights = shares / sizes, weights * sizes[:, None]
    total = shares.sum(axis=1, keepdims=True)
    shares = np.divide(shares, total, out=np.zeros_like(shares), where=total > 0)
    # What differs from machine to machine in the last digits must not change an order.
    return np.round(shares, 6), np.round(weights, 6)


def _names(shares: np.ndarray, counts: csr_matrix, vocabulary: list[str]) -> list[str]:
    """Name each topic by the terms most relevant to it.

    Relevance (Sievert and Shirley 2014) weighs how often a term stands in the topic's paragraphs with how much oftener
    than elsewhere. A term that shares a word with one before it says nothing new.
    """
    standing = (counts > 0).astype(float)
    inside = np.asarray(standing.T @ shares).T
    everywhere = np.asarray(standing.sum(axis=0)).ravel() / counts.shape[0]
    often = np.maximum(inside, 1e-9) / np.maximum(shares.sum(axis=0), 1e-9)[:, None]
    relevance = np.round(RELEVANT * np.log(often) + (1 - RELEVANT) * np.log(often / everywhere), 6)
    names: list[str] = []
    for row in relevance:
        terms: list[str] = []
        for n in np.argsort(-row, kind="stable"):
            words = set(vocabulary[n].split())
            if not any(words & set(term.split()) for term in terms):
                terms.append(vocabulary[n])
            if len(terms) == NAMING:
                break
        name = ", ".join(terms)
        names.append(f"{name} ({names.count(name) + 1})" if name in names else name)
    return names
