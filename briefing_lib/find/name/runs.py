"""Runs of capitalised words: where names may stand."""

from __future__ import annotations

import calendar
import re
from typing import NamedTuple

from briefing_lib.find.gazetteer import Sense

_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĠĢĦĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŖŘŚŜŞŠŢŤŪŮŰŲŴŶŹŻŽȘȚ"
# 'Lavrov', 'O'Brien', 'Jae-myung', 'J.', 'Dr.', 'al-Sisi' after its article
_TOKEN = (
    rf"[{_CAPITALS}](?:(?:r|rs|s|r|rof|en|t|ol|ep|ov|dm|apt|aj|gt)\.(?=\s[{_CAPITALS}])|\.(?:[{_CAPITALS}]\.)*"
    rf"|\w*(?:['’](?!s\b)\w+)*(?:-\w+)*)"
)
_PARTICLES = r"(?:bin|bint|ibn|al|el|ul|de|da|do|dos|das|del|della|di|du|van|von|der|den|ten|ter|la|le|y|af|av|zu)"
RUN = rf"{_TOKEN}(?: (?:{_PARTICLES} ){{0,2}}(?:al-|el-|as-|ar-)?{_TOKEN})*"
PARTICLE = re.compile(_PARTICLES + "$")
CALENDAR = frozenset(calendar.month_name) | frozenset(calendar.day_name) | {"Christmas", "Easter", "Ramadan"}

_RUN = re.compile(rf"[{_CAPITALS}](?<!\w.)" + RUN.removeprefix(f"[{_CAPITALS}]"))  # none begins inside a word


class Name(NamedTuple):
    """Candidate: a span, what it stands for, and the rule that read it."""

    start: int
    end: int
    sense: Sense
    rule: str


class Token(NamedTuple):
    """Word of a run with its span."""

    start: int
    end: int
    word: str


Run = tuple[int, int, str]
"""Where a run of capitalised words starts and ends, and its words."""


def find_runs(text: str, but: frozenset[str] = frozenset()) -> list[Run]:
    """Return the runs of capitalised words, but for some.

    >>> t = "Yesterday Foreign Minister S. Jaishankar and Luiz Inácio Lula da Silva met Mohammed bin Salman."
    >>> [words for _, _, words in find_runs(t)]
    ['Yesterday Foreign Minister S. Jaishankar', 'Luiz Inácio Lula da Silva', 'Mohammed bin Salman']
    """
    return [(run.start(), run.end(), words) for run in _RUN.finditer(text) if (words := run[0]) not in but]


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the words of a run.

    >>> [token.word for token in tokens_of("He met Lee Jae-myung.", 7, 20)]
    ['Lee', 'Jae-myung']
    """
    tokens = []
    for word in text[start:end].split(" "):
        tokens.append(Token(start, start + len(word), word))
        start += len(word) + 1
    return tokens
