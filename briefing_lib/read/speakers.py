"""Speakers of a transcript: which of the labels in a document are theirs.

A label that is no known word ('Tamm:', 'Ann Lee:') is a speaker's if it behaves like one in its document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.read.labels import Label, has_title, is_outlet, label_kind, read_label
from briefing_lib.read.paragraphs import Paragraph

# 'I now give the floor to the representative of Chile', 'I declare open the meeting'
_CHAIRS = re.compile(
    r"\b(?:give the floor|have the floor|thank the representative|I call on|declare (?:open|closed)|the meeting is"
    r" (?:adjourned|called|suspended)|the next speaker)\b",
    re.IGNORECASE,
)
# 'The President', 'Acting Chair'
_CHAIR_OFFICE = re.compile(
    r"(?:the )?(?:acting |temporary |co-)?(?:president|chair(?:man|woman|person)?|speaker)$", re.IGNORECASE
)
# 'Mr. Robin Tamworth', 'Rt. Hon. Sir John Roe': a name in the brackets behind an office
PERSON_NOTE = re.compile(
    r"(?:The\s)?(?:Rt\.? Hon\.? )?"
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Viscount|Earl|Senator|Deputy|MR|SIR|SHRI|Shri|SMT"
    r"|Smt)\b\.?\s+[A-ZÀ-Þ]"
)
FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|us|me)\b", re.IGNORECASE)
# 'Why now?”', 'Why now?* (laughter)'
_ASKS = re.compile(r"\?[\"'”’)\]*_]*(?:</\w+>)?(?:\s*[\[(][^\])]{1,40}[\])])?$")


class Turn(NamedTuple):
    """What a paragraph opens: what kind of speaker, whose name, and where the words behind the label begin."""

    kind: str  # question, answer, moderator or speaker
    name: str
    length: int


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["word"].casefold() for row in lexicon.rows("given_names"))


@cache
def no_persons() -> frozenset[str]:
    return frozenset(
        row["alias"].casefold().removeprefix("the ")
        for table in ("states", "seats", "places")
        for row in lexicon.rows(table)
    )


def asks(words: str) -> bool:
    """Tell whether the words end in a question mark.

    >>> asks("Why now? (laughter)"), asks("Because.")
    (True, False)
    """
    return _ASKS.search(words[-60:]) is not None


def is_person_like(name: str) -> bool:
    parts = name.split()
    if has_title(name):
        return True
    return 2 <= len(parts) <= 6 and parts[0].casefold() in _given_names()


class Labels:
    """The labels of one document, and what they tell of each other."""

    def __init__(self, paragraphs: Sequence[Paragraph]):
        self.paragraphs = paragraphs
        self.labels = [read_label(p.text) for p in paragraphs]
        self.kinds = [label_kind(label) if label else "" for label in self.labels]
        self._mark_interviewers()
        self.times = Counter(
            label.name for label, kind in zip(self.labels, self.kinds, strict=True) if label and kind != "none"
        )
        plain = [(label, kind) for label, kind in zip(self.labels, self.kinds, strict=True) if label]
        self.questions = sum(kind == "question" and label.form != "bare" for label, kind in plain)
        self.bare_questions = sum(kind == "question" and label.form == "bare" for label, kind in plain)
        self.moderators = sum(kind == "moderator" for _, kind in plain)
        self.stopped = sum(label.form == "stopped" and is_shouted(label.name) for label, _ in plain)
        self.total = sum(self.times.values())
        self.chairs = {
            label.name
            for label, p in zip(self.labels, paragraphs, strict=True)
            if label and _CHAIR_OFFICE.match(label.name) and _CHAIRS.search(p.text)
        }
        self.speakers = self._speakers()

    def _mark_interviewers(self) -> None:
        """'MERRIT:' is the host if 'DANA MERRIT, HOST:' is."""
        hosts = {
            label.name.split()[-1].casefold()
            for label, kind in zip(self.labels, self.kinds, strict=True)
            if label and label.notes and kind == "question" and label_kind(label._replace(notes=())) == ""
        }
        for i, label in enumerate(self.labels):
            if hosts and label and not self.kinds[i] and label.name.split()[-1].casefold() in hosts:
                self.kinds[i] = "question"

    @property
    def has_questions(self) -> bool:
        return self.questions + self.bare_questions > 0

    def _speakers(self) -> set[str]:
        """The names that are speakers': first those that show it themselves, then those that stand among them."""
        unknown = [
            label
            for label, kind in zip(self.labels, self.kinds, strict=True)
            if label and not kind and self._may_speak(label)
        ]
        found = {label.name for label in unknown if self._speaks(label)}
        titled = {label.name for label in unknown if label.form != "stopped" and has_title(label.name)}
        if found and len(found | titled) >= 2:
            found |= titled
        chaired = sum(self.times[name] for name in self.chairs)
        if len(found) + self.questions + self.bare_questions + self.moderators + chaired >= 2:
            found |= {label.name for label in unknown if self._fits(label)}
        return found

    def _may_speak(self, label: Label) -> bool:
        name = label.name.rstrip(".")
        if label.form == "stopped" and not self.bare_questions and not (self.stopped > 1 and is_shouted(name)):
            return False
        return name.casefold().removeprefix("the ") not in no_persons() and len(name.split()) <= 12

    def _speaks(self, label: Label) -> bool:
        name, times = label.name, self.times[label.name]
        person = is_person_like(name) or name.isupper() or bool(label.notes)
        if times > 1:
            return (
                self.has_questions
                or person
                or len(name.split()) > 1
                or (len(self.times) > 1 and self._is_known_by(name))
            )
        if label.form == "asked" or (label.notes and has_title(name) and self.total > 1):
            return True
        if self._names_in_full(label) and self._speaks_personally(label):
            return True
        return self.has_questions and self.total > 1 and (len(name.split()) > 1 or name.isupper())

    @staticmethod
    def _names_in_full(label: Label) -> bool:
        """'President of Peru Ann Lee', 'Director of the Mint Ann Lee': an office and a whole name."""
        parts = label.name.split()
        named = len(parts) > 2 and (has_title(label.name) or parts[-2].casefold() in _given_names())
        return label.form == "colon" and named

    def _speaks_personally(self, label: Label) -> bool:
        at = self.labels.index(label)
        beginning = " ".join(p.text for p in self.paragraphs[at : at + 4])[label.length : 1500]
        return beginning[:1] not in "“\"‘'«" and len(FIRST_PERSON.findall(beginning)) > 1

    def _is_known_by(self, name: str) -> bool:
        """'Tamm' stands in the text behind a given name or title."""
        form = re.compile(rf"[A-ZÀ-Þ][\w.’'-]*\s+{re.escape(name)}(?!\w)", re.IGNORECASE)
        return any(form.search(p.text) for p in self.paragraphs)

    def _fits(self, label: Label) -> bool:
        name = label.name
        parts = name.split()
        return is_person_like(name) or (
            2 <= len(parts) <= 5
            and all(part[0].isupper() or part in ("de", "da", "van", "von", "al", "el", "bin") for part in parts)
        )

    def turn(self, i: int) -> Turn | None:
        """The turn that a paragraph opens by its label."""
        label, kind = self.labels[i], self.kinds[i]
        if label is None or kind == "none":
            return None
        words = self.paragraphs[i].text
        if label.form == "asked":
            beside = self.labels[i + 1] if i + 1 < len(self.labels) else None
            return Turn("question", label.name, 0) if beside and beside.form == "colon" else None
        if kind == "answer" and not self.has_questions:
            return None
        if kind:
            outlet = kind == "question" and is_outlet(label)
            alone = self.total < 2 or (label.form == "bare" and kind == "answer" and not self.has_questions)
            if alone or (i == 0 and outlet and _looks_like_title(words) and self.times[label.name] == 1):
                return None
            return Turn(kind, "", label.length)
        if label.name in self.chairs:
            return Turn("moderator", label.name, label.length)
        if label.name not in self.speakers:
            return None
        opens = i < 4 and self.times[label.name] == 1 and (i == 0 or not is_person_like(label.name))
        if opens and _looks_like_title(words) and not (label.notes or label.form == "marked"):
            return None  # 'Diary: talks put off' opens a text as its headline
        note = next((note for note in label.notes if PERSON_NOTE.match(note)), "")
        return Turn("speaker", note or label.name, label.length)


def is_shouted(name: str) -> bool:
    """'Senator FAIRLEY', 'Mr. SMITH of Texas': the surname in capitals."""
    return any(part.isupper() and len(part) > 2 for part in name.replace(".", "").split()[1:])


def _looks_like_title(words: str) -> bool:
    return len(words) < 160 and words[-1] not in ".!…"
