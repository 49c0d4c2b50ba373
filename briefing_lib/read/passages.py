"""Paragraphs to passages: stretches of text in one voice.

A voice named here is the words of its label or announcement ('MR. PRICE', 'Lavrov'); once the document's people are
known, ``find.voices`` puts the actor's name in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.read.layout import is_communique, read_layout
from briefing_lib.read.paragraphs import Paragraph, split_paragraphs
from briefing_lib.read.statements import END_MARK, announced_speaker, in_first_person, speaks_of
from briefing_lib.read.turns import Turn, read_turns
from briefing_lib.tables import Passage

_OPENING, _CLOSING = "“\"«‘'", "”\"»’'"
AUTHOR, JOURNALIST = "author", "journalist"
# '(The briefing ended at 1:49 p.m.)', '[Applause.]': the transcriber's words
_ASIDE = re.compile(r"[(\[][^()\[\]]{3,120}[)\]]\.?$")


class _Speaking:
    """Who holds the floor while the paragraphs are read from top to bottom."""

    def __init__(self, paragraphs: Sequence[Paragraph], turns: Sequence[Turn | None]):
        self._paragraphs, self._turns = paragraphs, turns
        self._last_turn = max((i for i, turn in enumerate(turns) if turn), default=-1)
        self._nameless = self._main_speaker()
        self.kind, self.voice = "narration", AUTHOR
        self._ends_on_name = self._ends_on_heading = self._ends_on_mark = False

    def _main_speaker(self) -> str:
        """The one named speaker of an interview, who gives the nameless answers."""
        names = {turn.name for turn in self._turns if turn and turn.name}
        return names.pop() if len(names) == 1 else ""

    def turn(self, turn: Turn, asked: bool) -> None:
        """A label hands the floor over."""
        if turn.kind == "question":
            self.kind, self.voice = "question", JOURNALIST
        elif turn.kind == "moderator":
            self.kind, self.voice = "statement", "moderator"
        else:
            self.kind, self.voice = "answer" if asked else "statement", turn.name or self._nameless or AUTHOR
        self._ends_on_name = True

    def announced(self, i: int, name: str) -> None:
        """The author hands the floor over: from the next paragraph on, the named person speaks."""
        beginning = [p.text for p in self._paragraphs[i + 1 : i + 4]]
        self.kind, self.voice = "statement", name
        self._ends_on_name = in_first_person(" ".join(beginning)) and not speaks_of(" ".join(beginning[:2]), name)
        self._ends_on_heading = True
        self._ends_on_mark = bool(beginning) and beginning[0][0] in _OPENING

    def author(self) -> None:
        """The author speaks."""
        self.kind, self.voice = "narration", AUTHOR
        self._ends_on_name = self._ends_on_heading = self._ends_on_mark = False

    def heading(self) -> None:
        """A heading ends a statement that the author announced."""
        if self._ends_on_heading:
            self.author()

    def author_returns(self, i: int) -> bool:
        """After the last label, a first-person stretch ends where its speaker is spoken of by name."""
        if self._ends_on_mark and i > 0 and self._paragraphs[i - 1].text[-1] in _CLOSING and self.kind == "statement":
            return self._paragraphs[i].text[0] not in _OPENING
        if self.voice in (AUTHOR, JOURNALIST) or not self._ends_on_name or i <= self._last_turn:
            return False
        marked = i > 0 and END_MARK.search(self._paragraphs[i - 1].text) is not None
        return marked or speaks_of(self._paragraphs[i].text, self.voice)


def split_passages(document: str, text: str) -> list[Passage]:
    r"""Split a document into passages.

    Args:
        document: name of the document.
        text: its text.

    Returns:
        Passages in order, covering every non-blank line; empty if the text is blank.

    >>> text = "Talks in Quito\n\nBy Ann Lee\n\nThe ministers met on Monday and agreed to meet again."
    >>> [(p.paragraph, p.kind, p.voice) for p in split_passages("d", text)]
    [(1, 'headline', 'author'), (2, 'byline', 'author'), (3, 'narration', 'author')]
    """
    paragraphs = split_paragraphs(text)
    turns = read_turns(paragraphs)
    kinds = read_layout(paragraphs, [turn is not None for turn in turns])
    speaking = _Speaking(paragraphs, turns)
    if is_communique(paragraphs, kinds) and not any(turns):
        speaking.kind = "statement"
    asked, section = False, ""
    found: list[Passage] = []
    for i, paragraph in enumerate(paragraphs):
        turn, kind = turns[i], kinds[i]
        following = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
        begins = turn is not None
        if kind == "headline":
            turn = None
        if turn:
            asked = turn.kind == "question" or (asked and turn.kind != "moderator")
            speaking.turn(turn, asked)
        elif speaking.author_returns(i):
            speaking.author()
        name = "" if turn or kind else announced_speaker(paragraph.text, following)
        if name:
            speaking.author()
        if kind == "heading":
            speaking.heading()
            section = paragraph.text
        if not kind and not begins and speaking.voice != AUTHOR and _ASIDE.match(paragraph.text):
            kind = "narration"
        voice = AUTHOR if kind else speaking.voice
        passage = Passage(
            document, paragraph.number, paragraph.start, paragraph.end, kind or speaking.kind, voice, section, 0
        )
        if found and not begins and _goes_on(found[-1], passage):
            found[-1] = found[-1]._replace(end=passage.end)
        else:
            found.append(passage)
        if name:
            speaking.announced(i, name)
    return found


def _goes_on(before: Passage, after: Passage) -> bool:
    same = (before.kind, before.voice, before.section) == (after.kind, after.voice, after.section)
    return same and before.kind not in ("headline", "heading", "byline", "caption")
