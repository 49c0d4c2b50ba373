"""Reads ``lexicons/*.csv`` and finds their words: the one compiled matcher.

Words are data with a source; this module knows how to read them and how to look for thousands of
them at once, nothing about what they mean.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Generic, TypeVar

Value = TypeVar("Value")


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a bundled lexicon.

    Args:
        name: file name without suffix, e.g. ``states``.

    >>> rows("states")[0]["type"]
    'state'
    """
    path = resources.files("briefing_lib") / "lexicons" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as handle:  # type: ignore[call-arg]
        return tuple(csv.DictReader(handle))


def pattern_of(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of the words, the longest first.

    The words are folded into a trie, so that thousands cost little more than one. A space in a word
    matches any run of white space; an apostrophe matches the straight and the curly one.

    >>> import re
    >>> re.match(pattern_of(["met", "meet", "met with"]), "met  with").group()
    'met  with'
    """
    return _alternatives(_trie(words))


def _trie(words: Iterable[str]) -> dict:
    root: dict = {}
    for word in words:
        node = root
        for character in word.replace("’", "'"):
            node = node.setdefault(character, {})
        node[""] = {}
    return root


_SYMBOLS = {" ": r"(?: |[^\S\n]+|\n)", "'": "['’]"}


def _alternatives(node: dict) -> str:
    parts, singles = [], []
    for character, child in sorted(node.items()):
        if not character:
            continue
        symbol = _SYMBOLS.get(character) or re.escape(character)
        if set(child) == {""} and len(symbol) <= 2:
            singles.append(symbol)
        else:
            parts.append(symbol + _alternatives(child))
    if len(singles) == 1:
        parts.append(singles[0])
    elif singles:
        parts.append("[" + "".join(singles) + "]")
    if not parts:
        return ""
    if len(parts) == 1 and "" not in node:
        return parts[0]
    body = "(?:" + "|".join(parts) + ")"
    return body + "?" if "" in node else body


class Matcher(Generic[Value]):
    """Finds thousands of words at once: whole words, the longest first, no two overlapping.

    Args:
        words: each word, written as it stands in texts (case counts), and what it stands for.

    >>> [hit[2:] for hit in Matcher({"Wang Yi": 1, "Wang": 2}).find("Wang met Wang Yi, not Wang Yiwei.")]
    [(2, 'Wang'), (1, 'Wang Yi'), (2, 'Wang')]
    """

    def __init__(self, words: Mapping[str, Value]):
        self._values = {word.replace("’", "'"): value for word, value in words.items() if word}
        # The engine skips fastest to a literal, so the look-behind stands after each first character.
        branches = [
            f"{_SYMBOLS.get(first) or re.escape(first)}(?<!\\w.){_alternatives(node)}(?!\\w)"
            for first, node in sorted(_trie(self._values).items())
        ]
        self._pattern = re.compile("|".join(branches) or r"(?!)")

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Value, str]]:
        """Yield (start, end, value, words) of each hit in order; offsets count from the start of the text."""
        values = self._values
        for hit in self._pattern.finditer(text, start, len(text) if end is None else end):
            words = hit.group()
            value = values.get(words)
            if value is None:
                value = values[" ".join(words.replace("’", "'").split())]
            yield hit.start(), hit.end(), value, words


_CAPITALISED = re.compile(r"[^\W\d_a-zß-öø-ÿ]\w*")
_FIRST = re.compile(r"\w+")


class NameMatcher(Generic[Value]):
    """Finds names, which begin with a capital: the same hits as ``Matcher``, without the second it takes to compile thousands.

    Words are looked up where a capitalised word stands, by that word.

    >>> [hit[2:] for hit in NameMatcher({"Wang Yi": 1, "Wang": 2, "al-Qaeda": 3}).find("Wang met Wang Yi of al-Qaeda.")]
    [(2, 'Wang'), (1, 'Wang Yi'), (3, 'al-Qaeda')]
    """

    def __init__(self, words: Mapping[str, Value]):
        self._by_first: dict[str, list[tuple[str, int, Value]]] = {}
        lower = {}
        for word, value in words.items():
            folded = " ".join(word.replace("’", "'").split())
            if _CAPITALISED.match(folded):
                first = _FIRST.match(folded)
                self._by_first.setdefault(first.group() if first else "", []).append((folded, len(folded), value))
            elif folded:
                lower[folded] = value
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -entry[1])
        self._lower = Matcher(lower) if lower else None

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Value, str]]:
        """Yield (start, end, value, words) of each hit in order; offsets count from the start of the text."""
        stop = len(text) if end is None else end
        hits = self._capitalised(text, start, stop)
        if self._lower is None:
            return hits
        lower = list(self._lower.find(text, start, stop))
        return iter(_leftmost(hits, lower)) if lower else hits

    def _capitalised(self, text: str, start: int, stop: int) -> Iterator[tuple[int, int, Value, str]]:
        # Folding keeps every offset: one character for one.
        folded = text.replace("’", "'").replace("\n", " ").replace("\xa0", " ")
        by_first, done = self._by_first, start
        for token in _CAPITALISED.finditer(folded, start, stop):
            entries = by_first.get(token.group())
            at = token.start()
            if entries is None or at < done or (at and (folded[at - 1].isalnum() or folded[at - 1] == "_")):
                continue
            for words, length, value in entries:
                after = at + length
                if folded.startswith(words, at) and after <= stop and not (after < len(folded) and (folded[after].isalnum() or folded[after] == "_")):
                    done = after
                    yield at, after, value, text[at:after]
                    break


def _leftmost(one: Iterable[tuple], other: Iterable[tuple]) -> list[tuple]:
    """Merge hits; of two that overlap keep the longer."""
    kept: list[tuple] = []
    for hit in sorted([*one, *other], key=lambda hit: (hit[0], -hit[1])):
        if kept and hit[0] < kept[-1][1]:
            if hit[1] - hit[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = hit
        else:
            kept.append(hit)
    return kept
