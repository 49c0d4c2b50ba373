"""The matchers: whole words, the longest first, wherever they stand."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from briefing_lib import lexicon

WORDS = {
    "Wang Yi": 1,
    "Wang": 2,
    "U.S.": 3,
    "US": 4,
    "Côte d'Ivoire": 5,
    "al-Qaeda": 6,
    "Qaeda": 7,
    "New York": 8,
    "York": 9,
    "Élysée": 10,
    "Şanlıurfa": 11,
}
HITS = [
    ("Wang met Wang  Yi.", [2, 1], "two spaces inside a name", [lexicon.Matcher]),
    ("Wang met Wang\nYi.", [2, 1], "a line break inside a name", [lexicon.Matcher, lexicon.NameMatcher]),
    ("Wang Yiwei left.", [2], "the shorter word where the longer is not whole", [lexicon.Matcher, lexicon.NameMatcher]),
    ("In the U.S. the USA, USSR and BUS.", [3], "whole words only", [lexicon.Matcher, lexicon.NameMatcher]),
    ("Côte d’Ivoire, Côte d'Ivoire", [5, 5], "both apostrophes", [lexicon.Matcher, lexicon.NameMatcher]),
    ("al-Qaeda and Qaeda", [6, 7], "a lower-case beginning", [lexicon.Matcher, lexicon.NameMatcher]),
    ("New Yorkers in New York", [8], "a longer word hides the name", [lexicon.Matcher, lexicon.NameMatcher]),
    ("The Élysée wrote to Şanlıurfa.", [10, 11], "capitals beyond ASCII", [lexicon.Matcher, lexicon.NameMatcher]),
    ("New\n\nYork", [9], "a blank line is no space", [lexicon.Matcher, lexicon.NameMatcher]),
    ("US-led, pro-US, US's", [4, 4, 4], "hyphen and apostrophe end a word", [lexicon.Matcher, lexicon.NameMatcher]),
]


@pytest.mark.parametrize(("text", "expected", "why", "kinds"), HITS, ids=[case[2] for case in HITS])
def test_hits(text: str, expected: list[int], why: str, kinds: list) -> None:
    for kind in kinds:
        assert [hit[2] for hit in find(kind, WORDS, text)] == expected, (kind, why)


def find(kind: type, words: dict, text: str, *window: int) -> list[tuple]:
    """Return (start, end, value) of each hit of either matcher."""
    searched = lexicon.words_of(text) if kind is lexicon.NameMatcher else text
    return [hit[:3] for hit in kind(words).find(searched, *window)]


def test_a_window_is_searched_like_the_whole() -> None:
    text = "Wang met Wang Yi in New York."
    for kind in (lexicon.Matcher, lexicon.NameMatcher):
        assert [hit[0] for hit in find(kind, WORDS, text, 5, 28)] == [9, 20]


def test_names_are_found_as_by_the_slow_reference() -> None:
    """The fast matcher gives what the trie gives, on the seeds and on shuffled words."""
    names = {row["alias"]: row["actor"] for file in ("states", "organisations", "seats") for row in lexicon.rows(file)}
    names = {alias: actor for alias, actor in names.items() if any(c.isupper() for c in alias)}
    fast, slow = lexicon.NameMatcher(names), lexicon.Matcher(names)
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parents[1].glob("seeds/*.txt"))]
    chance = random.Random(7)
    pieces = [*chance.sample(sorted(names), 400), "of", "the", "and", "South", "Bank", "-", ",", "’s", "\n", "."]
    texts += [" ".join(chance.choices(pieces, k=200)) for _ in range(20)]
    for text in texts:
        assert list(fast.find(lexicon.words_of(text))) == [hit[:3] for hit in slow.find(text)]


def test_no_words_match_nothing() -> None:
    assert find(lexicon.Matcher, {}, "Kenya") == find(lexicon.NameMatcher, {}, "Kenya") == []
