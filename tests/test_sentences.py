"""Where sentences end, and where they do not."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences
from briefing_lib.tables import Passage


def split(text: str) -> list[str]:
    sentences = split_sentences(text, split_passages("d", text))
    assert all(text[s.start : s.end] == s.text for s in sentences)
    return [s.text for s in sentences]


SENTENCES = [
    # (text, sentences, why)
    ("Talks began. They failed.", ["Talks began.", "They failed."], "the plain case"),
    (
        "Gen. Okello met Lt. Col. Banda. Both left.",
        ["Gen. Okello met Lt. Col. Banda.", "Both left."],
        "ranks never end a sentence",
    ),
    (
        "He met U.S. Secretary Kerry in Oslo.",
        ["He met U.S. Secretary Kerry in Oslo."],
        "a name follows the abbreviation",
    ),
    (
        "He flew to the U.S. The talks failed.",
        ["He flew to the U.S.", "The talks failed."],
        "an article follows the abbreviation",
    ),
    ("It grew 2.5 per cent. Prices fell.", ["It grew 2.5 per cent.", "Prices fell."], "a decimal point"),
    (
        "Talks open on Oct. 22 in Lomé. All agree.",
        ["Talks open on Oct. 22 in Lomé.", "All agree."],
        "a month before a number",
    ),
    ("Resolution No. 242 holds. It is old.", ["Resolution No. 242 holds.", "It is old."], "No. before a number"),
    ("He said no. The envoy left.", ["He said no.", "The envoy left."], "no, the word"),
    (
        "“Will you go?” Banda asked. “No.” He left.",
        ["“Will you go?” Banda asked.", "“No.”", "He left."],
        "an attribution after a question",
    ),
    (
        "J. F. Kennedy met N. S. Khrushchev. It was 1961.",
        ["J. F. Kennedy met N. S. Khrushchev.", "It was 1961."],
        "initials",
    ),
    (
        "Firms such as Acme Inc. and Foo Ltd. gained. Others lost.",
        ["Firms such as Acme Inc. and Foo Ltd. gained.", "Others lost."],
        "companies",
    ),
    ("They left at 9 p.m. The bus was late.", ["They left at 9 p.m.", "The bus was late."], "a time of day at the end"),
    ("They left at 9 p.m. on Monday.", ["They left at 9 p.m. on Monday."], "a time of day in the middle"),
    ("Why now? Nobody knows! Perhaps…", ["Why now?", "Nobody knows!", "Perhaps…"], "other stops"),
    (
        "A long line that the page had broken\nin the middle goes on here. Then it ends.",
        ["A long line that the page had broken\nin the middle goes on here.", "Then it ends."],
        "a line break inside",
    ),
    (
        "Trade and Aid\n\nThe ministers of both states met on Monday in the old palace and agreed.",
        ["Trade and Aid", "The ministers of both states met on Monday in the old palace and agreed."],
        "a heading has no stop",
    ),
    (
        "He quoted the text (“It is over.”). They wept.",
        ["He quoted the text (“It is over.”).", "They wept."],
        "marks and brackets behind a stop",
    ),
    (
        "Prof. Dr. Ana Silva, Ph.D., spoke. She left.",
        ["Prof. Dr. Ana Silva, Ph.D., spoke.", "She left."],
        "academic titles",
    ),
    (
        "Mr. Annan of the U.N. thanked Mrs. Kaba. Etc. was said.",
        ["Mr. Annan of the U.N. thanked Mrs. Kaba.", "Etc. was said."],
        "forms of address",
    ),
    (
        "In 1990 exports rose. 14 states signed.",
        ["In 1990 exports rose.", "14 states signed."],
        "a number opens a sentence",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SENTENCES, ids=[case[2] for case in SENTENCES])
def test_sentences(text: str, expected: list[str], why: str) -> None:
    assert split(text) == expected, why


MORE = [
    (
        "They met at 10 a.m. Talks ended at 6 p.m. EST.",
        ["They met at 10 a.m.", "Talks ended at 6 p.m. EST."],
        "an hour ends one, a zone does not",
    ),
    ("A. A. Obi met M. A. Khan. They agreed.", ["A. A. Obi met M. A. Khan.", "They agreed."], "two initials"),
    ("1. Peru agrees.\n2. Chile abstains.", ["1. Peru agrees.", "2. Chile abstains."], "numbers of items"),
    ("He was No. 1. Others followed.", ["He was No. 1.", "Others followed."], "a number that is no item's"),
    (
        "He waited . . . and left. It was late.",
        ["He waited . . . and left.", "It was late."],
        "dots with blanks between",
    ),
    ("The ship sank. al-Shabaab denied it.", ["The ship sank.", "al-Shabaab denied it."], "a name in lower case"),
    (
        "It was agreed.[3] It held.2 They left.",
        ["It was agreed.[3]", "It held.2", "They left."],
        "numbers of footnotes",
    ),
    ("Prices rose 3.5 They fell.", ["Prices rose 3.5 They fell."], "a decimal point is no stop before a footnote"),
    ("“I would—” “You would not.” He left.", ["“I would—”", "“You would not.”", "He left."], "an interrupted speaker"),
    (
        "Gen. (ret.) Moshe Tal spoke. He left.",
        ["Gen. (ret.) Moshe Tal spoke.", "He left."],
        "an abbreviation in brackets",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), MORE, ids=[case[2] for case in MORE])
def test_more_sentences(text: str, expected: list[str], why: str) -> None:
    assert split(text) == expected, why


def boundaries(parts: list[str]) -> set[int]:
    """Boundaries between sentences, counted in characters that are no blanks."""
    return set(itertools.accumulate(len("".join(part.split())) for part in parts[:-1]))


def test_boundaries_of_many_sentences() -> None:
    lines = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()[1:]
    right = found = wanted = 0
    for line in lines:
        parts = line.split("|")
        text = " ".join(parts)
        passage = Passage("d", 1, 0, len(text), "narration", "author", "", 0)
        gold, ours = boundaries(parts), boundaries([s.text for s in split_sentences(text, [passage])])
        right, found, wanted = right + len(gold & ours), found + len(ours), wanted + len(gold)
    assert wanted > 200
    assert 2 * right / (found + wanted) > 0.98


def test_paragraph_numbers_count_non_blank_lines() -> None:
    text = "First line of the text is here.\n\n\nSecond one.\nThird one. And more."
    sentences = split_sentences(text, split_passages("d", text))
    assert [(s.sentence, s.paragraph) for s in sentences] == [("d#1", 1), ("d#2", 2), ("d#3", 3), ("d#4", 3)]


@given(st.text(alphabet=st.sampled_from("aB .!?\n“”\"'’…,(U.S.)é\t\u2028"), max_size=80) | st.text(max_size=120))
def test_every_character_that_is_no_blank_is_in_one_sentence(text: str) -> None:
    sentences = split_sentences(text, split_passages("d", text))
    assert all(text[s.start : s.end] == s.text and s.text for s in sentences)
    assert all(a.end <= b.start for a, b in zip(sentences, sentences[1:], strict=False))
    outside = "".join(
        text[a:b]
        for a, b in zip([0, *(s.end for s in sentences)], [*(s.start for s in sentences), len(text)], strict=True)
    )
    assert not outside.strip()
