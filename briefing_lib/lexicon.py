"""Reads ``lexicons/*.csv`` and finds their words: the one compiled matcher.

Words are data with a source; this module knows how to read them and how to look for thousands of
them at once, nothing about what they mean.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import accumulate, compress
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")
_Entry = tuple[str, int, int, Value]  # folded name, offset of its first capitalised word, length, what it stands for
_Sorted = tuple[list[str], list[int], list[Value], int]  # names, the longest each goes on from, values, most letters


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
_AROUND_CAPITALISED = re.compile(f"({_CAPITALISED.pattern})")
# The same for letters of Western Europe: a class of few letters is looked for twice as fast.
_AROUND_WESTERN = re.compile(r"([A-Z\xaa\xb5\xba\xc0-\xd6\xd8-\xde]\w*)")


class Words(NamedTuple):
    """Text made ready for ``NameMatcher``: folded character for character, its capitalised words and where they
    stand."""

    folded: str
    starts: list[int]
    capitalised: list[str]


def words_of(text: str) -> Words:
    """Fold a text and list its capitalised words.

    >>> words_of("the UN’s Envoy")[1:]
    ([4, 9], ['UN', 'Envoy'])
    """
    folded = text.replace("’", "'").replace("\n", " ").replace("\xa0", " ")
    # To split and to add up lengths takes half the time of asking each hit for its place.
    parts = (_AROUND_WESTERN if _is_western(folded) else _AROUND_CAPITALISED).split(folded)
    return Words(folded, list(accumulate(map(len, parts)))[:-1:2], parts[1::2])


def _is_western(text: str) -> bool:
    """Tell whether all letters of a text are Western Europe's."""
    for mark in "‘“”–—…":
        text = text.replace(mark, " ")
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


class NameMatcher(Generic[Value]):
    """Finds names, which hold a capital: the same hits as ``Matcher``, without the second it takes to compile
    thousands.

    A name is looked up where its first capitalised word stands.

    >>> matcher = NameMatcher({"Wang Yi": 1, "Wang": 2, "al-Qaeda": 3})
    >>> [hit[2] for hit in matcher.find(words_of("Wang met Wang Yi of al-Qaeda."))]
    [2, 1, 3]
    """

    def __init__(self, words: Mapping[str, Value]):
        by_word: dict[str, list[_Entry[Value]]] = {}
        for word, value in words.items():
            folded = " ".join(word.replace("’", "'").split())
            capital = _CAPITALISED.search(folded)
            if capital:
                by_word.setdefault(capital.group(), []).append((folded, capital.start(), len(folded), value))
        # By the first capitalised word: names that begin before it, names that go on behind it by their next two
        # characters, and what the word alone stands for.
        self._by_word: dict[str, tuple[list[_Entry[Value]], dict[str, _Sorted[Value]], _Entry[Value] | None]] = {}
        for word, entries in by_word.items():
            early = sorted((entry for entry in entries if entry[1]), key=lambda entry: -entry[2])
            going_on: dict[str, list[_Entry[Value]]] = {}
            alone = None
            for entry in entries:
                if entry[0] == word:
                    alone = entry
                elif not entry[1]:
                    going_on.setdefault(entry[0][len(word) :][:2], []).append(entry)
            self._by_word[word] = (early, {behind: _sorted(names) for behind, names in going_on.items()}, alone)

    def find(self, words: Words, start: int = 0, end: int | None = None) -> list[tuple[int, int, Value]]:
        """Return (start, end, value) of each hit in order; offsets count from the start of the text."""
        folded, starts, capitalised = words
        stop = len(folded) if end is None else end
        if start or stop < len(folded):
            first, last = bisect_left(starts, start), bisect_left(starts, stop)
            starts, capitalised = starts[first:last], capitalised[first:last]
        known = list(map(self._by_word.get, capitalised))
        found: list[tuple[int, int, Value]] = []
        done = start
        for at, word, (early, going_on, alone) in compress(zip(starts, capitalised, known, strict=True), known):  # type: ignore[misc]
            if at < done:
                continue
            hit, after = _early(folded, at, early, done, stop) if early else None, at + len(word)
            if hit is None and going_on:
                behind = folded[after : after + 2]
                names = going_on.get(behind) or going_on.get(behind[:1])
                hit = _longest(folded, at, names, stop) if names else None
            if hit is None and alone and after <= stop:
                before = folded[at - 1] if at else " "  # where it ends, a capitalised word is whole
                if not (before.isalnum() or before == "_"):
                    hit = (at, after, alone[3])
            if hit:
                done = hit[1]
                found.append(hit)
        return found


def _sorted(entries: list[_Entry[Value]]) -> _Sorted[Value]:
    """Sort names, and tell for each which one is the longest that it goes on from, -1 if there is none."""
    entries = sorted(entries, key=lambda entry: entry[0])
    shorter: list[int] = []
    for i, entry in enumerate(entries):
        j = i - 1
        while j >= 0 and not entry[0].startswith(entries[j][0]):
            j = shorter[j]
        shorter.append(j)
    return [entry[0] for entry in entries], shorter, [entry[3] for entry in entries], max(e[2] for e in entries)


def _longest(folded: str, at: int, names: _Sorted[Value], stop: int) -> tuple[int, int, Value] | None:
    """Return the longest name that begins at a place.

    Of names in order the last that does not come after the text is the longest with which it begins, or goes on from
    that.
    """
    written, shorter, values, most = names
    i = bisect_right(written, folded[at : at + most]) - 1
    while i >= 0:
        name = written[i]
        end = at + len(name)
        if folded.startswith(name, at) and end <= stop and _is_whole(folded, at, end):
            return at, end, values[i]
        i = shorter[i]
    return None


def _early(folded: str, at: int, entries: list[_Entry[Value]], done: int, stop: int) -> tuple[int, int, Value] | None:
    """Return the longest name that begins with small letters before a place: 'al-Qaeda'."""
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
