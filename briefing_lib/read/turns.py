"""Speakers' labels of transcripts: 'Question:', 'Q.', 'MR. PRICE:', 'Sergey Lavrov (via interpreter):'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.read.paragraphs import Paragraph

_PARTICLE = r"of|de|da|do|dos|del|van|von|der|bin|bint|al|el|ibn|the|and|for|y"
# '**Ann Lee** (via interpreter): text', '<b>MR. LEE:</b> text', 'Q. text', 'FOREIGN MINISTER LEE: text'
_LABEL = re.compile(
    r"(?:\*\*|__|<b>|<strong>|\[)?\s*"
    rf"(?P<label>[A-ZÀ-Þ][\w.'’-]*(?:[ \t]+(?:[A-ZÀ-Þ(][\w.'’)-]*|{_PARTICLE})){{0,8}})"
    r"(?P<note>\s*[(\[][^)\]\n]{1,80}[)\]])?"
    r"\s*(?:\*\*|__|</b>|</strong>|\])?\s*[:：](?:\s*(?:\*\*|__|</b>|</strong>))?(?:\s+|$)(?=\S|$)"
)
# 'Q Thank you', 'Q. Thank you', 'A. No', 'The President. I think': labels that need no colon
_BARE_LABEL = re.compile(
    r"(?P<label>Q|A|The President|The Prime Minister|The Secretary)(?P<note>)(?:\.\s+|[ \t]{2,}|\t)(?=\S)"
)
_NOT_A_NAME = re.compile(
    r"(?:Note|BRIEFER|Briefer|SPEAKERS?|SUBJECT|PRESENT|Source|Sources|Update|Background|Summary|Photo|Date|Time|Place|Venue|Subject|Re|To|From|Cc|Topic|Analysis|Opinion|Comment"
    r"|Read|Watch|See|Also|Related|Tags|Published|Correction|Editor|Breaking|Exclusive|Explainer|Factbox|Warning|Key|First|Second|Third"
    r"|Finally|However|But|And|The|In|On|At|For|Part|Chapter|Section|Article|Annex|Step|Option|Phase|Point|Lesson|Conclusion)\b"
)


class Turn(NamedTuple):
    """Label at the head of a paragraph: what kind of speaker, whose name, and where the words behind it begin."""

    kind: str
    name: str
    length: int


@cache
def _known_labels() -> dict[str, str]:
    return {row["label"].rstrip("."): row["kind"] for row in lexicon.rows("speaker_labels")}


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["word"].rstrip(".").casefold() for row in lexicon.rows("titles"))


def _label(words: str) -> tuple[str, int] | None:
    hit = _LABEL.match(words) or _BARE_LABEL.match(words)
    return (" ".join(hit.group("label").split()), hit.end()) if hit else None


def _is_speaker(label: str, times: Counter[str], has_questions: bool) -> bool:
    """A label that is no known word is a speaker if it behaves like one in this document."""
    parts = label.split()
    if _NOT_A_NAME.match(label) or not 1 <= len(parts) <= 9:
        return False
    titled = any(" ".join(parts[:n]).rstrip(".").casefold() in _titles() for n in range(1, min(len(parts), 5)))
    if times[label] > 1:
        return has_questions or len(times) > 1 or titled
    return (has_questions and (len(parts) > 1 or label.isupper())) or (
        titled and len(parts) > 1 and sum(times.values()) > 1
    )


def read_turns(paragraphs: Sequence[Paragraph]) -> list[Turn | None]:
    r"""Return, for each paragraph, the turn that it opens, or None.

    Args:
        paragraphs: the document's paragraphs.

    Returns:
        Turns of kind question, answer, moderator or speaker; ``name`` is empty for nameless labels.

    >>> from briefing_lib.read.paragraphs import split_paragraphs
    >>> [t and t[:2] for t in read_turns(split_paragraphs("Question: Why?\n\nAmina Mohamed: Because.\nMore."))]
    [('question', ''), ('speaker', 'Amina Mohamed'), None]
    """
    labels = [_label(p.text) for p in paragraphs]
    times = Counter(found[0] for found in labels if found)
    known = _known_labels()
    has_questions = any(known.get(name.rstrip(".")) == "question" for name in times)
    turns: list[Turn | None] = []
    for found in labels:
        turn = None
        if found:
            name, length = found
            kind = known.get(name.rstrip("."))
            if not turns and kind is None and times[name] == 1 and not has_questions:
                pass  # 'Diary: talks put off' opens a text as its headline
            elif kind and (sum(times.values()) > 1):
                turn = Turn(kind, "", length)
            elif kind is None and _is_speaker(name, times, has_questions):
                turn = Turn("speaker", name, length)
        turns.append(turn)
    return turns
