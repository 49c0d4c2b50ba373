"""Paragraphs to passages: stretches of text in one voice.

A voice named here is the words of its label or announcement ('MR. PRICE', 'Lavrov'), or UNNAMED where somebody speaks
whom neither names; once the document's people are known, ``find.voices`` puts the actor's name in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.read.exchanges import number_exchanges
from briefing_lib.read.interviews import is_asked_by_author, read_unlabelled_turns
from briefing_lib.read.layout import is_communique, read_layout
from briefing_lib.read.lines import CLOSED
from briefing_lib.read.paragraphs import Paragraph, split_paragraphs
from briefing_lib.read.speakers import Turn
from briefing_lib.read.statements import (
    END_MARK,
    UNNAMED,
    announced_speaker,
    announces_whole,
    closes_speech,
    headed_speaker,
    in_first_person,
    is_about_the_text,
    is_end_line,
    is_note_on_text,
    is_salutation,
    speaks_of,
)
from briefing_lib.read.turns import read_turns
from briefing_lib.tables import Passage

_OPENING, _CLOSING = "“\"«‘'", "”\"»’'"
AUTHOR, JOURNALIST, MODERATOR = "author", "journalist", "moderator"
# '(The briefing ended at 1:49 p.m.)', '[Applause.]': the transcriber's words
_ASIDE = re.compile(r"[(\[][^()\[\]]{3,200}[)\]]\.?$")


class _Speaking:
    """Who holds the floor while the paragraphs are read from top to bottom."""

    def __init__(self, paragraphs: Sequence[Paragraph], turns: Sequence[Turn | None]):
        self._paragraphs = paragraphs
        self._last_turn = max((i for i, turn in enumerate(turns) if turn), default=-1)
        names = {turn.name for turn in turns if turn and turn.kind == "speaker" and turn.name}
        self._nameless = names.pop() if len(names) == 1 else UNNAMED  # who gives the nameless answers
        self.kind, self.voice = "narration", AUTHOR
        self._asker = JOURNALIST
        self._closed = False
        self._announced = self._addressed = self._ends_on_name = self._ends_on_mark = False

    def turn(self, turn: Turn, asked: bool) -> None:
        """A label hands the floor over."""
        self._announced = self._addressed = self._ends_on_mark = False
        if turn.kind == "question":
            self.kind, self.voice = "question", turn.name or self._asker
        elif turn.kind == "moderator":
            self.kind, self.voice = "statement", MODERATOR
        else:
            self.kind, self.voice = "answer" if asked else "statement", turn.name or self._nameless
        self._ends_on_name = True

    def asked_by_author(self) -> None:
        """Whoever asks without a name of his own is the author of the piece."""
        self._asker = AUTHOR

    def announced(self, i: int, name: str) -> None:
        """The author hands the floor over: from the next paragraph on, the named person speaks."""
        beginning = [p.text for p in self._paragraphs[i + 1 : i + 4]]
        self.kind, self.voice = "statement", name
        self._ends_on_name = in_first_person(" ".join(beginning)) and not speaks_of(" ".join(beginning[:2]), name)
        self._announced = not announces_whole(self._paragraphs[i].text)
        self._closed = False
        self._addressed = bool(beginning) and is_salutation(beginning[0])
        self._ends_on_mark = bool(beginning) and beginning[0][0] in _OPENING

    def whole(self, name: str) -> None:
        """The document is one statement."""
        self.kind, self.voice = "statement", name

    def author(self) -> None:
        """The author speaks."""
        self.kind, self.voice = "narration", AUTHOR
        self._announced = self._addressed = self._ends_on_name = self._ends_on_mark = False

    def heading(self) -> None:
        """A heading ends a statement that the author announced."""
        if self._announced:
            self.author()

    def author_returns(self, i: int) -> bool:
        """After the last label, a first-person stretch ends where its speaker is spoken of by name."""
        words = self._paragraphs[i].text
        before = self._paragraphs[i - 1].text if i else ""
        if self._addressed and (self._closed or closes_speech(before)):
            self._closed = True  # what may still come is a signature
            return not closes_speech(words) and (CLOSED.search(words) is not None or len(words) > 60)
        if i > self._last_turn > -1 and is_note_on_text(words):
            return True
        if self._ends_on_mark and before and before[-1] in _CLOSING and self.kind == "statement":
            return words[0] not in _OPENING
        if self.voice in (AUTHOR, JOURNALIST) or not self._ends_on_name or i <= self._last_turn:
            return False
        if END_MARK.search(before) or is_end_line(words) or speaks_of(words, self.voice):
            return True
        return self._announced and not self._ends_on_mark and is_about_the_text(words)


_ALONE = ("headline", "heading", "byline", "caption")  # kinds of which each paragraph is a passage


def split_passages(document: str, text: str, paragraphs: list[Paragraph] | None = None) -> list[Passage]:
    r"""Split a document into passages.

    Args:
        document: name of the document.
        text: its text.
        paragraphs: its paragraphs; read here if None.

    Returns:
        Passages in order, covering every non-blank line; empty if the text is blank.

    >>> text = "Talks in Quito\n\nBy Ann Lee\n\nThe ministers met on Monday and agreed to meet again."
    >>> [(p.paragraph, p.kind, p.voice) for p in split_passages("d", text)]
    [(1, 'headline', 'author'), (2, 'byline', 'author'), (3, 'narration', 'author')]
    """
    paragraphs = split_paragraphs(text) if paragraphs is None else paragraphs
    turns = read_turns(paragraphs)
    kinds = read_layout(paragraphs, [turn is not None for turn in turns])
    if not any(turns):
        turns = read_unlabelled_turns(paragraphs, [kind not in ("", "heading") for kind in kinds])
        kinds = ["" if turn else kind for turn, kind in zip(turns, kinds, strict=True)]
    speaking = _Speaking(paragraphs, turns)
    _begin(speaking, paragraphs, kinds, turns)
    if any(turns) and is_asked_by_author(paragraphs, kinds, turns):
        speaking.asked_by_author()
    asked, section = False, ""
    found: list[Passage] = []
    first: Paragraph | None = None  # of the stretch
    stretch = ("", "", "")  # its kind, voice and section
    for i, paragraph in enumerate(paragraphs):
        turn, kind = turns[i], kinds[i]
        following = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
        begins = turn is not None
        if kind == "headline":
            turn = None
        if turn:
            asked = asked or turn.kind == "question"
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
        said = (kind or speaking.kind, AUTHOR if kind else speaking.voice, section)
        if begins or said != stretch or said[0] in _ALONE:
            if first:
                found.append(Passage(document, first.number, first.start, paragraphs[i - 1].end, *stretch, 0))
            first, stretch = paragraph, said
        if name:
            speaking.announced(i, name)
    if first:
        found.append(Passage(document, first.number, first.start, paragraphs[-1].end, *stretch, 0))
    return number_exchanges(found)


def _begin(
    speaking: _Speaking, paragraphs: Sequence[Paragraph], kinds: Sequence[str], turns: Sequence[Turn | None]
) -> None:
    """Give the floor to the speaker, or the office, whose words the document is, or is up to the first turn."""
    title = next((p.text for p, kind in zip(paragraphs, kinds, strict=True) if kind == "headline"), "")
    first = next((i for i, turn in enumerate(turns) if turn), len(turns))
    body = [p.text for p, kind in zip(paragraphs[:first], kinds, strict=False) if not kind][:4]
    speaker = headed_speaker(title, body)
    if speaker and (title or not any(turns)):
        speaking.whole(speaker)
    elif not any(turns) and is_communique(paragraphs, kinds):
        speaking.whole(AUTHOR)
