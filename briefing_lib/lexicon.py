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
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")
_Entry = tuple[str, int, int, Value]  # folded name, offset of its first capitalised word, length, what it stands for


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a bundled lexicon.

    Args:
        name: file name without suffix, e.g. ``states``.

    >>> rows("states")[0]["type"]
    'state'
    """
    path = resources.files("briefing_lib") / "lexicons" / f"{name}.csv"
    return tuple(csv.DictReader(path.read_text(encoding="utf-8").splitlines(keepends=True)))


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


_OPENING = 400  # characters, more than any word of ours and the white space in it


class Matcher(Generic[Value]):
    """Finds thousands of words at once: whole words, the longest first, no two overlapping.

    Args:
        words: each word, written as it stands in texts (case counts), and what it stands for.

    >>> [hit[2:] for hit in Matcher({"Wang Yi": 1, "Wang": 2}).find("Wang met Wang Yi, not Wang Yiwei.")]
    [(2, 'Wang'), (1, 'Wang Yi'), (2, 'Wang')]
    """

    def __init__(self, words: Mapping[str, Value]):
        self._values = {" ".join(word.replace("’", "'").split()): value for word, value in words.items() if word}
        # To start in the gap before a word is three times as fast as to look behind every letter; a class of ASCII
        # letters is a quarter faster than \W, and so is to try the words with a capital at capitals alone.
        capital = [word for word in self._values if "A" <= word[0] <= "Z"]
        small = [word for word in self._values if not "A" <= word[0] <= "Z"]
        parts = [f"(?=[A-Z]){pattern_of(capital)}"] if capital else []
        parts += [pattern_of(small)] if small else []
        self._behind_gap = re.compile(rf"[^A-Za-z0-9_]({'|'.join(parts)})(?!\w)" if parts else r"(?!)")

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Value, str]]:
        """Yield (start, end, value, words) of each hit in order; offsets count from the start of the text."""
        end = len(text) if end is None else end
        values = self._values
        if start == 0 and end:
            opening = self._opening(text, end)
            if opening:
                yield 0, len(opening), values[" ".join(opening.replace("’", "'").split())], opening
                start = len(opening)
        for hit in self._behind_gap.finditer(text, max(start - 1, 0), end):
            words = hit.group(1)
            if text[hit.start()].isalnum():
                continue
            value = values.get(words)
            if value is None:
                value = values[" ".join(words.replace("’", "'").split())]
            yield hit.start(1), hit.end(1), value, words

    def _opening(self, text: str, end: int) -> str:
        """Return the words with which a text opens, before which there is no gap; '' if they are none of ours."""
        whole = self._behind_gap.match("\n" + text[: min(end, _OPENING)])
        return whole.group(1) if whole else ""


_CAPITALISED = re.compile(r"[^\W\d_a-zß-öø-ÿ]\w*")


class Words(NamedTuple):
    """Text made ready for ``NameMatcher``: folded character for character, and where its capitalised words stand."""

    folded: str
    capitalised: list[tuple[int, str]]


def words_of(text: str) -> Words:
    """Fold a text and list its capitalised words.

    >>> words_of("the UN’s Envoy").capitalised
    [(4, 'UN'), (9, 'Envoy')]
    """
    folded = text.replace("’", "'").replace("\n", " ").replace("\xa0", " ")
    return Words(folded, [(hit.start(), hit.group()) for hit in _CAPITALISED.finditer(folded)])


class NameMatcher(Generic[Value]):
    """Finds names, which hold a capital: the same hits as ``Matcher``, without the second it takes to compile
    thousands.

    A name is looked up where its first capitalised word stands.

    >>> matcher = NameMatcher({"Wang Yi": 1, "Wang": 2, "al-Qaeda": 3})
    >>> [hit[2] for hit in matcher.find(words_of("Wang met Wang Yi of al-Qaeda."))]
    [2, 1, 3]
    """

    def __init__(self, words: Mapping[str, Value]):
        # By the first capitalised word: names that go on behind it, by their next two characters, and names that end.
        self._by_word: dict[str, tuple[dict[str, list[_Entry[Value]]], list[_Entry[Value]]]] = {}
        for word, value in words.items():
            folded = " ".join(word.replace("’", "'").split())
            capital = _CAPITALISED.search(folded)
            if capital:
                going_on, ending = self._by_word.setdefault(capital.group(), ({}, []))
                behind = folded[capital.end() :][:2]
                entries = going_on.setdefault(behind, []) if behind else ending
                entries.append((folded, capital.start(), len(folded), value))
        for going_on, ending in self._by_word.values():
            for entries in (*going_on.values(), ending):
                entries.sort(key=lambda entry: -entry[2])

    def find(self, words: Words, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Value]]:
        """Yield (start, end, value) of each hit in order; offsets count from the start of the text."""
        folded, by_word, done = words.folded, self._by_word, start
        stop = len(folded) if end is None else end
        for at, word in words.capitalised:
            known = by_word.get(word)
            if known is None or at < done:
                continue
            going_on, ending = known
            hit = None
            if going_on:
                behind = folded[at + len(word) : at + len(word) + 2]
                entries = going_on.get(behind) or going_on.get(behind[:1])
                hit = self._longest(folded, at, entries, done, stop) if entries else None
            if hit is None and ending:
                hit = self._longest(folded, at, ending, done, stop)
            if hit:
                done = hit[1]
                yield hit

    @staticmethod
    def _longest(
        folded: str, at: int, entries: list[_Entry[Value]], done: int, stop: int
    ) -> tuple[int, int, Value] | None:
        for name, before, length, value in entries:
            start = at - before
            end = start + length
            if start >= done and end <= stop and folded.startswith(name, start) and _is_whole(folded, start, end):
                return start, end, value
        return None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether no letter, digit or underscore stands on either side of a span."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")
