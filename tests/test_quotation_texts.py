"""Quotations with names as they are really found: sentences and documents from many countries, papers and decades.

``quotations/sentences.txt`` holds blocks: why it is there, a text, and a row for each quotation, ``D`` direct or ``I``
indirect: the source (a part of its name or words), ``::``, the words. Rows with ``?`` may be found or not.
``quotations/documents.txt`` holds whole documents, each with its rows behind a line of dashes.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from briefing_lib.parse import parse_document
from briefing_lib.read.sources import Source
from briefing_lib.tables import Quotation

FOLDER = Path(__file__).parent / "quotations"
KINDS = {"D": "direct", "I": "indirect"}
# In front of a lone sentence: it is no headline, and its words stand where an article's do
LEAD = "Notes of the week\n\nThis is a line of plain text about the week.\n\n"


class Expected(NamedTuple):
    """Row that must be found, or may be: its kind, its source and its words."""

    kind: str
    source: str
    words: str
    optional: bool


def rows_of(lines: list[str]) -> list[Expected]:
    found = []
    for line in lines:
        optional, line = line.startswith("?"), line.removeprefix("?")
        source, words = line[1:].split("::")
        found.append(Expected(KINDS[line[0]], source.strip(), words.strip(), optional))
    return found


def sentences() -> list[tuple[str, str, list[Expected]]]:
    found = []
    for block in (FOLDER / "sentences.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        why, *lines = block.split("\n")
        text = LEAD + "\n".join(line for line in lines if "::" not in line)
        found.append((why.removeprefix("# "), text, rows_of([line for line in lines if "::" in line])))
    return found


def documents() -> list[tuple[str, str, list[Expected]]]:
    found = []
    for part in (FOLDER / "documents.txt").read_text(encoding="utf-8").split("=====\n"):
        why, body = part.split("\n", 1)
        text, rows = body.split("-----\n")
        found.append((why.removeprefix("# "), text, rows_of(rows.strip().split("\n"))))
    return found


def read(text: str) -> list[Quotation]:
    parsed = parse_document(Source("d", "d.txt", text, "", {}))
    assert not [problem.what for problem in parsed["problems"] if "could be read" in problem.what]
    return parsed["quotations"]


def overlap(text: str, row: Quotation, words: str) -> float:
    """Return how much of the words and the row is common to both."""
    start = text.index(words)
    inside = min(start + len(words), row.end) - max(start, row.start)
    return max(inside, 0) / (max(start + len(words), row.end) - min(start, row.start))


SENTENCES, DOCUMENTS = sentences(), documents()


@pytest.mark.parametrize(("why", "text", "expected"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_sentence(why: str, text: str, expected: list[Expected]) -> None:
    """The rows are those expected, no more and no fewer; their words are the same to a comma."""
    left = read(text)
    for want in expected:
        hit = next((r for r in left if r.kind == want.kind and overlap(text, r, want.words) > 0.9), None)
        if hit:
            left.remove(hit)
        assert hit or want.optional, (why, want, left)
    assert not left, why


@pytest.mark.parametrize(("why", "text", "expected"), DOCUMENTS, ids=[row[0] for row in DOCUMENTS])
def test_document(why: str, text: str, expected: list[Expected]) -> None:
    """Of a whole document nine in ten rows are found, and nine in ten of those found are right."""
    found = read(text)
    hits, extra = 0, list(found)
    wanted = [want for want in expected if not want.optional]
    for want in expected:
        hit = next((r for r in extra if r.kind == want.kind and overlap(text, r, want.words) > 0.8), None)
        if hit:
            extra.remove(hit)
            hits += not want.optional
    assert hits >= 0.9 * len(wanted), why
    assert len(extra) <= 0.1 * len(found), (why, extra)
