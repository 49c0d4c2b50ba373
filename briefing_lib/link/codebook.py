"""The codebook: terms with their topics and weights, ready to be looked for in the words of a paragraph.

The bundled codebook is ``lexicons/topics.csv``; a researcher's own ``topics.csv`` extends or overrides it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from briefing_lib import lexicon

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


Closer = tuple[str, bool, Term]
"""The form of a term where its rarest word and a second one stand, whether capitals count, and the term."""


class Codebook:
    """Terms of topics, found in a paragraph all at once.

    Args:
        extra: rows of a researcher's own ``topics.csv`` (term, topic, weight). They take the place of the bundled rows
            of the same term; one of weight 0 only removes them.

    >>> own = Codebook([{"term": "water treaty", "topic": "rivers", "weight": "3"}])
    >>> [(hit.term, hit.topic) for hit in own.find(plain("Both signed the water treaty of 1960."))]
    [('water treaty', 'rivers')]
    """

    def __init__(self, extra: Iterable[Mapping[str, str]] = ()):
        own = [dict(row) for row in extra]
        replaced = {row["term"].casefold() for row in own}
        rows = [row for row in lexicon.rows("topics") if row["term"].casefold() not in replaced]
        terms = _terms([*rows, *(row for row in own if float(row["weight"]) > 0)])
        self.inside = _inside(terms)
        """For each term of several words, the terms that stand inside it."""
        alone: dict[str, list[Term]] = {}
        closer: dict[str, dict[str, list[Closer]]] = {}
        for term in terms:
            word, second = term.rarest
            if term.lowered.split() == [word] and not term.as_written:  # not "win-win"
                alone.setdefault(word, []).append(term)
            else:
                form = term.form if term.as_written else term.lowered
                closer.setdefault(word, {}).setdefault(second, []).append((form, term.as_written, term))
        self._keys = frozenset(alone) | frozenset(closer)
        self._terms = {
            word: (alone.get(word, []), frozenset(closer.get(word, ())), closer.get(word, {})) for word in self._keys
        }

    def find(self, written: str, lowered: str = "") -> list[Term]:
        """Return the terms that stand in a paragraph, each once.

        Args:
            written: the paragraph as `plain` returns it.
            lowered: the same in lower case, if it is at hand.
        """
        lowered = lowered or written.lower()
        words = frozenset(lowered.split())
        found: list[Term] = []
        terms = self._terms
        for word in self._keys & words:
            alone, seconds, closer = terms[word]
            if alone:
                found += alone
            # To compare two sets is faster than to look at each term, and to look in a set faster than in a text.
            if seconds and not seconds.isdisjoint(words):
                for second in seconds & words:
                    for form, as_written, term in closer[second]:
                        if form in (written if as_written else lowered):
                            found.append(term)
        return found


@cache
def bundled() -> Codebook:
    """Return the bundled codebook, compiled on first use."""
    return Codebook()


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


def forms(term: str) -> list[str]:
    """Return a term and, if it is in lower case, its plural.

    >>> forms("trade war"), forms("embargo"), forms("policy"), forms("NATO")
    (['trade war', 'trade wars'], ['embargo', 'embargos', 'embargoes'], ['policy', 'policies'], ['NATO'])
    """
    last = term[-1:]
    if not term.islower() or not last.isalpha() or (last == "s" and not term.endswith("ss")):
        return [term]
    if last == "y" and term[-2:-1] not in "aeiou":
        return [term, term[:-1] + "ies"]
    if last == "o":
        return [term, term + "s", term + "es"]
    return [term, term + ("es" if last in "xz" or term.endswith(("ch", "sh", "ss")) else "s")]


def _terms(rows: Iterable[Mapping[str, str]]) -> list[Term]:
    rows = list(rows)
    listed = {row["term"] for row in rows}
    # How rare a word is: the examples tell, and lists of words of any text; of two the longer one.
    examples = {row.get("example") or "" for row in rows}  # each once: many terms share one
    seen = Counter(word for example in examples for word in set(plain(example).lower().split()))
    for name, many in (("function_words", 10_000), ("general_words", 100)):
        seen.update({row["word"].lower(): many for row in lexicon.rows(name)})
    found = []
    for row in rows:
        for form in forms(row["term"]):
            if form == row["term"] or form not in listed:
                between = plain(form)
                lowered = between.lower()
                words = sorted(set(lowered.split()), key=lambda word: (seen[word], -len(word), word))
                rarest, as_written = (words[0], words[:2][-1]), not row["term"].islower()
                found.append(
                    Term(row["term"], row["topic"], float(row["weight"]), between, lowered, rarest, as_written)
                )
    return found


def _inside(terms: Iterable[Term]) -> dict[Term, list[Term]]:
    """Return, for each term of several words, the terms that stand inside it."""
    by_words: dict[str, list[Term]] = {}
    for term in terms:
        by_words.setdefault(term.lowered, []).append(term)
    found: dict[Term, list[Term]] = {}
    for term in terms:
        words = term.lowered.split()
        parts = {f" {' '.join(words[i:j])} " for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
        inner = [shorter for part in sorted(parts - {term.lowered}) for shorter in by_words.get(part, ())]
        if inner:
            found[term] = inner
    return found
