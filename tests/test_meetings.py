"""Meetings in sentences: who, where, when, whether.

The sentences are marked by hand, so that they test the frames alone: ``[Name]`` is an actor,
``[words=Name]`` an actor under other words, ``{Geneva}`` a place, ``<Monday=2024-04-08>`` a date.
Expected rows read ``type status: participants @ place # date``.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.link.meetings import find_meetings
from briefing_lib.tables import Date, Meeting, Mention, Sentence

FOLDER = Path(__file__).parent / "meetings"


def lines_of(table: str) -> list[dict[str, str]]:
    """Return the lines of a table; of a table of sentences, each says why it is there."""
    with (FOLDER / table).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


# Whoever is in no list is a person.
KINDS = {line["name"]: line["kind"] for line in lines_of("names.csv")}
MARK = re.compile(r"\[([^\]=]+)(?:=([^\]]+))?\]|\{([^}=]+)(?:=([^}]+))?\}|<([^>=]+)=([^>]*)>")


def bounds(edtf: str) -> tuple[str, str]:
    first, _, last = edtf.partition("/")
    low, high = first.rstrip("~"), (last or first).rstrip("~")
    low += {4: "-01-01", 7: "-01"}.get(len(low), "")
    high += {4: "-12-31", 7: "-28"}.get(len(high), "")
    return low, high


def document(marked: str, voice: str = "author", kind: str = "narration", name: str = "d"):
    """Turn marked text into text, sentences, mentions and dates; a line is a paragraph, ``||`` ends a sentence.

    A line may start with ``kind/voice:`` in angle-free form, e.g. ``@headline/author: ...``.
    """
    text, sentences, mentions, dates = "", [], [], []
    for paragraph, line in enumerate(marked.strip().split("\n"), 1):
        line_kind, line_voice = kind, voice
        if line.startswith("@"):
            head, _, line = line[1:].partition(": ")
            line_kind, _, line_voice = head.partition("/")
            line_voice = line_voice or "author"
        for piece in line.split("||"):
            piece = piece.strip()
            number, start, last = f"{name}#{len(sentences) + 1}", len(text), 0
            for hit in MARK.finditer(piece):
                text += piece[last : hit.start()]
                last = hit.end()
                surface = hit[1] or hit[3] or hit[5]
                span = (len(text), len(text) + len(surface), surface)
                text += surface
                if hit[5]:
                    edtf = hit[6]
                    low, high = bounds(edtf) if edtf else ("", "")
                    dates.append(Date(name, number, *span, edtf, low, high, "DATE", edtf, "stated", "test"))
                else:
                    actor = hit[2] or hit[4] or surface
                    role = "actor" if hit[1] else "place"
                    mentions.append(Mention(name, number, *span, actor, KINDS.get(actor, "person"), role, "test"))
            text += piece[last:]
            sentences.append(Sentence(number, name, paragraph, start, len(text), text[start:], line_voice, line_kind))
            text += " "
        text = text[:-1] + "\n\n"
    return text, sentences, mentions, dates


def told(row: Meeting) -> str:
    words = f"{row.type} {row.status}: {', '.join(row.participants)}"
    if row.place:
        words += f" @ {row.place}"
    if row.edtf:
        words += f" # {row.edtf}"
    return words


def read(marked: str, published: str = "", **options) -> list[Meeting]:
    text, sentences, mentions, dates = document(marked, **options)
    rows = find_meetings(text, sentences, mentions, dates, published)
    homes = {s.sentence: s for s in sentences}
    for row in rows:
        assert text[row.start : row.end] == row.text
        home = homes[row.sentence]
        assert home.start <= row.start < row.end <= home.end
        assert row.participants == sorted(set(row.participants))
        assert row.rule and row.status and row.voice == home.voice
    return rows


@pytest.mark.parametrize("line", lines_of("sentences.csv"), ids=lambda line: f"{line['group']}: {line['why']}")
def test_sentences(line):
    assert " | ".join(told(row) for row in read(line["marked"])) == line["rows"]


pieces = st.lists(
    st.sampled_from(
        [
            "met",
            "with",
            "held",
            "talks",
            "[China]",
            "[Xi",
            "Jinping=Xi",
            "Jinping]",
            "{Paris}",
            "<today=2024-04-09>",
            "visit",
            "to",
            "summit",
            "of",
            "and",
            ",",
            ".",
            "the",
            "his",
            ",",
            "who",
            "will",
            "not",
            "between",
            "by",
            "phone",
            "speech",
            "before",
            "signed",
            "a",
            "treaty",
            "postponed",
            "’s",
            '"',
            "“",
            "?",
            ":",
            ";",
            "||",
            "[G20]",
            "Russian",
            "foreign",
            "minister",
            "counterpart",
            "they",
            "we",
            "'s",
        ]
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(
    pieces,
    st.sampled_from(["narration", "headline", "statement", "caption"]),
    st.sampled_from(["", "2024-04-10", "2024"]),
)
def test_any_words_in_any_order(words, kind, published):
    """No exception, and every row is anchored in its sentence."""
    line = " ".join(words).replace("\n", " ")
    if line.strip():
        read(f"@{kind}/Wang Yi: {line}", published)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text):
    sentences = [Sentence("d#1", "d", 1, 0, len(text), text, "author", "headline")] if text else []
    for row in find_meetings(text, sentences, [], [], ""):
        assert text[row.start : row.end] == row.text
