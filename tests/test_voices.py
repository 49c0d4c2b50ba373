"""Who speaks, paragraph by paragraph, in documents of every layout (tests/voices.txt), and the exchanges they make."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing_lib.find.mentions import find_mentions
from briefing_lib.find.voices import name_voices
from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences

KINDS = {
    "H": "headline", "B": "byline", "C": "caption", "D": "heading", "X": "boilerplate", "N": "narration",
    "S": "statement", "Q": "question", "R": "answer",
}  # fmt: skip
# 'R2:Ann Lee', 'Q1', 'S:moderator2'
_CODE = re.compile(r"(?P<kind>[A-Z])(?P<exchange>\d*)(?::(?P<voice>.*?))?(?P<inside>\d*)$")


class Line(NamedTuple):
    kind: str
    voice: str
    exchange: int


def read_case(body: str) -> tuple[str, list[Line]]:
    """Return the text of a case and what each of its paragraphs is."""
    lines, wanted = [], []
    for line in body.rstrip("\n").split("\n"):
        code, mark, words = line.partition("> ")
        lines.append(words)
        hit = _CODE.match(code) if mark else None
        if hit:
            kind = KINDS[hit["kind"]]
            voice = hit["voice"] or ("journalist" if kind == "question" else "author")
            exchange = int(hit["exchange"] or hit["inside"] or 0)
            wanted.append(Line(kind, voice, exchange))
    return "\n".join(lines), wanted


FILE = Path(__file__).parent / "voices.txt"
CASES = dict(case.split("\n", 1) for case in FILE.read_text(encoding="utf-8").split("### ")[1:])


def folded(name: str) -> str:
    return " ".join(re.sub(r"^(?:mr|mrs|ms|shri|senator)\.? ", "", name.casefold()).replace(".", "").split())


@pytest.mark.parametrize("name", CASES)
def test_voices(name: str) -> None:
    text, wanted = read_case(CASES[name])
    passages = split_passages("d", text)
    sentences = split_sentences(text, passages)
    passages, _ = name_voices(passages, sentences, find_mentions(text, sentences))
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", text))
    assert len(lines) == len(wanted)
    for line, want in zip(lines, wanted, strict=True):
        at = line.end() - 1
        passage = next(p for p in passages if p.start <= at < p.end)
        found = Line(passage.kind, passage.voice, passage.exchange)
        same = (
            folded(found.voice) == folded(want.voice)
            or folded(found.voice).split()[-1] == folded(want.voice).split()[-1]
        )
        assert (found.kind, found.exchange, same) == (want.kind, want.exchange, True), f"{line.group()[:60]!r}: {found}"
