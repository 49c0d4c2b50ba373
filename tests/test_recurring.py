"""Words cut, strung together and found again at once, against the slow way to do the same."""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from view_samples import corpus

import briefing_lib as bl
from briefing_lib.counting.queries import query_pattern
from briefing_lib.counting.searching import hits_of
from briefing_lib.counting.strings import strings_of
from briefing_lib.counting.tokens import tokens_of
from briefing_lib.counting.wording import function_words, words_of
from briefing_lib.tables import frame
from briefing_lib.view import formulas

TEXT = st.text(alphabet="abBs’'-|.,;\n\t 1é“\u00a0\uf8f0\uf8f1", max_size=24)
WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*|[^\w\s]|\d(?:[\w.,]*\w)?")


def sentences(*texts: str, documents: int = 1) -> pd.DataFrame:
    """Sentences, one after the other, dealt out to some documents."""
    rows, starts = [], defaultdict(int)
    for number, text in enumerate(texts):
        name = f"d{number * documents // len(texts)}"
        start = starts[name]
        rows.append((f"{name}#{number}", name, number, start, start + len(text), text, "author", "narration"))
        starts[name] = start + len(text) + 1
    return frame("sentences", rows)


def slow_words(text: str, spans: list[tuple[int, int]]) -> list[str]:
    for start, end in sorted(spans, reverse=True):
        owned = re.match(r"[’'](?:s\b)?", text[end:])
        text = f"{text[:start]}|{text[end + (owned.end() if owned else 0) :]}"
    tokens = WORD.findall(text.replace("\n", " ").lower())
    return [*(re.sub(r"[’']s?$", "", token) if token[0].isalpha() else "" for token in tokens), ""]


@given(st.lists(st.tuples(TEXT, st.integers(0, 20), st.integers(0, 6)), max_size=5))
def test_words_are_those_found_one_by_one(drawn):
    table = sentences(*(text for text, _, _ in drawn))
    spans = [[(a, min(len(text), a + n))] if n and a < len(text) else [] for text, a, n in drawn]
    rows = [
        ("d0", f"d0#{n}", start + a, start + b, "", "", "state", "actor", "")
        for n, (start, own) in enumerate(zip(table["start"].tolist(), spans, strict=True))
        for a, b in own
    ]
    for names, left_out in ((None, [[] for _ in drawn]), (frame("mentions", rows), spans)):
        found = tokens_of(table, names)
        words = [[found.vocabulary[n] for n in found.ids[found.rows == row].tolist()] for row in range(len(drawn))]
        assert words == [slow_words(text, own) for (text, _, _), own in zip(drawn, left_out, strict=True)]


@given(st.lists(st.integers(0, 3), max_size=30), st.booleans())
def test_strings_are_those_that_stand_twice(words, apart):
    ids = np.array([*words, 0], dtype=np.int32)
    documents = np.arange(len(ids)) // 8
    for length, found in enumerate(strings_of(ids, 4, documents if apart else None), start=2):
        places = defaultdict(list)
        for n in range(len(words) - length + 1):
            if 0 not in words[n : n + length]:
                places[tuple(words[n : n + length])].append(n)
        twice = {s: at for s, at in places.items() if len({documents[n] for n in at} if apart else at) > 1}
        seen = defaultdict(list)
        for place, number in zip(found.places.tolist(), found.ids.tolist(), strict=True):
            seen[number].append(place)
        assert sorted(seen.values()) == sorted(twice.values())
        assert all(words[at[0] + length - 1] == found.last[number] for number, at in seen.items())


def slow_formulas(table: pd.DataFrame, least: int, documents: int) -> dict[str, tuple[int, int]]:
    """Return the formulas with the number of their documents and sentences, counted in dictionaries."""
    words = words_of(table)
    lines = [[words.vocabulary[n] for n in words.ids[words.rows == row]] for row in range(len(table))]
    stands = defaultdict(set)
    for row, line in enumerate(lines):
        for length in range(least, 41):
            for n in range(len(line) - length + 1):
                if "" not in line[n : n + length]:
                    stands[tuple(line[n : n + length])].add(row)
    of = table["document"].tolist()
    kept = {s: rows for s, rows in stands.items() if len({of[row] for row in rows}) >= documents}
    parts = {s for long in kept for s in (long[:-1], long[1:]) if s in kept and len(kept[s]) == len(kept[long])}
    kept = {s: rows for s, rows in kept.items() if s not in parts}
    found = {}
    for string, rows in kept.items():
        telling = [n for n, word in enumerate(string) if word not in function_words()]
        short = string[telling[0] : telling[-1] + 1] if telling else ()
        if len(short) >= least and (short == string or short not in kept):
            number = (len({of[row] for row in rows}), len(rows))
            if found.get(" ".join(short), (0, 0))[1] < number[1]:
                found[" ".join(short)] = number
    return found


LINE = st.lists(st.sampled_from(["the", "of", "port", "fees", "quay", "rise", ","]), max_size=9).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINE, min_size=2, max_size=12), st.integers(2, 4), st.integers(2, 3))
def test_formulas_are_those_counted_one_by_one(lines, least, documents):
    table = sentences(*lines, documents=3)
    about = frame("documents", [(name, *[""] * 10, 1, 1) for name in table["document"].unique()])
    briefing = bl.Briefing({"sentences": table, "documents": about}, {})
    shown = formulas(briefing, words=least, documents=documents)
    rows = zip(*(shown.table[name].tolist() for name in ("formula", "documents", "sentences")), strict=True)
    seen = {words: (number, times) for words, number, times in rows}
    wanted = slow_formulas(table, least, documents)
    assert {words: times for words, (_, times) in seen.items()} == {words: n for words, (_, n) in wanted.items()}
    assert len(shown.listed) == len(shown.table)


@pytest.mark.parametrize(
    "query",
    [
        "trad*",  # begins with its letters
        "think again",  # two words, the longer one first
        "to think",  # the longer one last
        "Trade between",  # capitals
        "*side",  # begins with anything
        "é",  # no letters that can be looked for first
        "s",  # in every sentence
    ],
)
def test_hits_are_those_of_the_pattern_in_each_sentence(query):
    table = corpus(8).sentences
    lines = [*table["text"].tolist(), "İzmir’s Trade ſide, inside\nthe café", "TRADE between İstanbul and Iasi"]
    table = sentences(*lines)
    found = hits_of(table, query)
    wanted = [(row, *hit.span()) for row, line in enumerate(lines) for hit in query_pattern(query).finditer(line)]
    assert list(zip(*(part.tolist() for part in found), strict=True)) == wanted


def test_documents_beyond_those_drawn_are_said_to_be():
    lines = ["partnership of equals"] * 80
    table = sentences(*lines, documents=80)
    about = frame("documents", [(f"d{n}", "", "", "", f"2020-01-{n % 28 + 1:02d}", *[""] * 6, 1, 1) for n in range(80)])
    shown = formulas(bl.Briefing({"sentences": table, "documents": about}, {}))
    words = shown.figure.layout.title.subtitle.text.replace("<br>", " ")
    assert "The 60 documents that use most of these formulas, of 80, are drawn" in words
    assert len(shown.marks) == 60 and shown.table["documents"].tolist() == [80]
