"""Turns of a transcript: which paragraphs hand the floor over, and to whom.

A label that is no known word ('Tamm:', 'Ann Lee:') is a speaker's if it behaves like one in its document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
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
_CHAIR_OFFICE = re.compile(
    r"(?:the )?(?:acting |temporary |co-)?(?:president|chair(?:man|woman|person)?|speaker)$", re.IGNORECASE
)
_PARTY = re.compile(
    r"(?:Lab|Con|LD|Lib\.? ?Dem|SNP|DUP|UUP|SDLP|PC|Green|Ind|CB|Lib|LAB|CON|Labour|Conservative|Liberal)\.?"
    r"(?:/Co-op)?$"
)
_PERSON_NOTE = re.compile(
    r"(?:The\s)?(?:Rt\.? Hon\.? )?"
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Viscount|Earl|Senator|MR|SIR|SHRI|Shri|SMT|Smt)\b\.?\s+[A-ZÀ-Þ]"
)
_ASKS = re.compile(r"\?[\"'”’)\]*_]*(?:</\w+>)?(?:\s*[\[(][^\])]{1,40}[\])])?$")
_LONE_NAME = re.compile(
    r"[\[(]?(?:[A-ZÀ-Þ][\w.'’-]*|of|de|da|van|von|bin|al|el|and|the|for)(?:,?\s+(?:[A-ZÀ-Þ][\w.'’-]*|of|de|da|van|von|bin|al|el|and|the|for)){0,7}"
    r"(?:\s*\([^()]{1,60}\))?[\])]?$"
)


class Turn(NamedTuple):
    """What a paragraph opens: what kind of speaker, whose name, and where the words behind the label begin."""

    kind: str  # question, answer, moderator or speaker
    name: str
    length: int


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["word"].casefold() for row in lexicon.rows("given_names"))


@cache
def _no_persons() -> frozenset[str]:
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


def _is_person_like(name: str) -> bool:
    parts = name.split()
    if has_title(name):
        return True
    return 2 <= len(parts) <= 6 and parts[0].casefold() in _given_names()


class _Labels:
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
        self.stopped = sum(label.form == "stopped" and _is_shouted(label.name) for label, _ in plain)
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
        if label.form == "stopped" and not self.bare_questions and not (self.stopped > 1 and _is_shouted(name)):
            return False
        return name.casefold().removeprefix("the ") not in _no_persons() and len(name.split()) <= 12

    def _speaks(self, label: Label) -> bool:
        name, times = label.name, self.times[label.name]
        person = _is_person_like(name) or name.isupper() or bool(label.notes)
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
        return beginning[:1] not in "“\"‘'«" and len(_FIRST_PERSON.findall(beginning)) > 1

    def _is_known_by(self, name: str) -> bool:
        """'Tamm' stands in the text behind a given name or title."""
        form = re.compile(rf"[A-ZÀ-Þ][\w.’'-]*\s+{re.escape(name)}(?!\w)", re.IGNORECASE)
        return any(form.search(p.text) for p in self.paragraphs)

    def _fits(self, label: Label) -> bool:
        name = label.name
        parts = name.split()
        return _is_person_like(name) or (
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
        opens = i < 4 and self.times[label.name] == 1 and (i == 0 or not _is_person_like(label.name))
        if opens and _looks_like_title(words) and not (label.notes or label.form == "marked"):
            return None  # 'Diary: talks put off' opens a text as its headline
        note = next((note for note in label.notes if _PERSON_NOTE.match(note)), "")
        return Turn("speaker", note or label.name, label.length)


def _is_shouted(name: str) -> bool:
    """'Senator FAIRLEY', 'Mr. SMITH of Texas': the surname in capitals."""
    return any(part.isupper() and len(part) > 2 for part in name.replace(".", "").split()[1:])


def _looks_like_title(words: str) -> bool:
    return len(words) < 160 and words[-1] not in ".!…"


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
    labels = _Labels(paragraphs)
    turns: list[Turn | None] = (
        [labels.turn(i) for i in range(len(paragraphs))] if labels.total else [None] * len(paragraphs)
    )
    _mark_lone_names(paragraphs, turns)
    if any(turns):
        _mark_parliament(labels, turns)
        _mark_interviewer(paragraphs, turns)
        _mark_unlabelled(paragraphs, turns)
    return turns


def _mark_lone_names(paragraphs: Sequence[Paragraph], turns: list[Turn | None]) -> None:
    """Names on a line of their own above their words, which come back as speakers do."""
    if sum(turn is not None for turn in turns) > 0.3 * len(turns):
        return
    lone = [
        p.text.strip("[]") if len(p.text) < 90 and turn is None and _LONE_NAME.match(p.text) else ""
        for p, turn in zip(paragraphs, turns, strict=True)
    ]
    times = Counter(filter(None, lone))
    found: dict[int, Turn] = {}
    for i, words in enumerate(lone[:-1]):
        if not words or lone[i + 1]:
            continue
        label = read_label(f"{words}: ")
        if label is None or label.length < len(words):
            continue
        kind = label_kind(label)
        if kind in ("question", "answer", "moderator"):
            found[i] = Turn(kind, "", len(words))
        elif not kind and times[words] > 1 and _is_person(label.name):
            found[i] = Turn("speaker", label.name, len(words))
    if len(found) < 2 or not any(turn.name or times[lone[i]] > 1 for i, turn in found.items()):
        return
    for i, words in enumerate(lone):
        if i in found:
            turns[i] = found[i]
        elif (
            words
            and i + 1 < len(lone)
            and not lone[i + 1]
            and i > min(found) - 4
            and times[words] == 1
            and _is_person(words)
        ):
            turns[i] = Turn("speaker", words, len(words))


def _is_person(name: str) -> bool:
    return _is_person_like(name) and name.casefold() not in _no_persons()


def _speeches(paragraphs: Sequence[Paragraph], turns: Sequence[Turn | None]) -> list[tuple[int, int]]:
    """For each turn, its first paragraph and the one behind its last."""
    at = [i for i, turn in enumerate(turns) if turn]
    return list(zip(at, [*at[1:], len(paragraphs)], strict=True))


def _mark_parliament(labels: _Labels, turns: list[Turn | None]) -> None:
    """In a parliament's record members ask under their own names: 'Mr. Smith (Bradford) (Lab): When will he go?'"""
    has_parties = any(label and any(_PARTY.match(note) for note in label.notes) for label in labels.labels)
    has_asked = any(label and label.form == "asked" for label in labels.labels)
    has_members = any(label and label.form == "stopped" and _is_shouted(label.name) for label in labels.labels)
    has_office = any(label and any(_PERSON_NOTE.match(note) for note in label.notes) for label in labels.labels)
    if not (has_parties or has_asked or has_office or (has_members and not labels.has_questions)):
        return
    spans = _speeches(labels.paragraphs, turns)
    for (start, end), (after, _) in zip(spans, spans[1:], strict=False):
        turn, following = turns[start], turns[after]
        if turn and following and turn.kind == "speaker" and turn.name and following.name != turn.name:
            last = labels.paragraphs[end - 1].text
            if asks(last):
                turns[start] = turn._replace(kind="question")


def _surnames(turns: Sequence[Turn | None]) -> Callable[[Turn], str]:
    """Return what tells which turns are one speaker's: 'HELEN STRAND', 'STRAND' and 'HS'."""
    full = {turn.name for turn in turns if turn and " " in turn.name}
    initials = {"".join(part[0] for part in name.split()): name.split()[-1].casefold() for name in full}

    def surname(turn: Turn) -> str:
        short = turn.name.replace(".", "").replace(" ", "")
        return initials.get(short) or (turn.name.split()[-1].casefold() if turn.name else turn.kind)

    return surname


_INTERVIEW = re.compile(
    r"\b(?:interview|q ?& ?a|in conversation|talks? to|talked (?:to|with)|spoke (?:to|with)|sat down with|asked"
    r"|correspondent|told us|questions?)\b",
    re.IGNORECASE,
)


def _mark_interviewer(paragraphs: Sequence[Paragraph], turns: list[Turn | None]) -> None:
    """Without 'Question:', the speaker whose turns end in question marks while the others' do not is a journalist."""
    if any(turn and turn.kind == "question" for turn in turns):
        return
    asked: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    surname = _surnames(turns)
    for start, end in _speeches(paragraphs, turns):
        turn = turns[start]
        if turn:
            spoken[surname(turn)] += 1
            asked[surname(turn)] += asks(paragraphs[end - 1].text)
    first = next(i for i, turn in enumerate(turns) if turn)
    intro = " ".join(p.text for p in paragraphs[: min(first, 6)])
    shares = {name: asked[name] / times for name, times in spoken.items()}
    asker = max(shares, key=lambda name: shares[name])
    others = max((share for name, share in shares.items() if name != asker), default=1.0)
    if spoken[asker] < 2 or any(turn and has_title(turn.name) for turn in turns if turn and surname(turn) == asker):
        return
    if _INTERVIEW.search(intro):
        clear = shares[asker] >= 0.6 and others <= 0.35
        clear = clear or (
            "interview" in intro.casefold() and shares[asker] >= max(0.25, 2 * others) and len(shares) == 2
        )
    else:
        clear = shares[asker] >= 0.9 and others <= 0.35 and spoken[asker] >= 3
    if not clear:
        return
    for i, turn in enumerate(turns):
        if turn and surname(turn) == asker:
            turns[i] = Turn("question", "", turn.length)


def _mark_unlabelled(paragraphs: Sequence[Paragraph], turns: list[Turn | None]) -> None:
    """A speaker whose label comes back at once has been interrupted: by the question just before it."""
    spans = _speeches(paragraphs, turns)
    for (start, end), (after, _) in zip(spans, spans[1:], strict=False):
        turn, following = turns[start], turns[after]
        if turn is None or following is None or turn[:2] != following[:2] or turn.kind == "question":
            continue
        if end - start > 1 and asks(paragraphs[end - 1].text) and len(paragraphs[end - 1].text) < 600:
            turns[end - 1] = Turn("question", "", 0)


_EMPHASISED = re.compile(
    r"(\*\*|__|\*|_|<b>|<strong>|<i>|<em>)(?P<words>[^*_<>]{4,600})(?:\*\*|__|\*|_|</b>|</strong>|</i>|</em>)$"
)
_DASH = re.compile(r"[–—-]\s*(?=\S)")
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|us|me)\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"\b(?:you|your|minister|president|ambassador|excellency|sir|madam)\b", re.IGNORECASE)


def read_unlabelled_turns(paragraphs: Sequence[Paragraph], is_article: Sequence[bool]) -> list[Turn | None]:
    r"""Return the turns of an interview that names nobody: told by dashes, italics, or questions that stand alone.

    Args:
        paragraphs: the document's paragraphs.
        is_article: for each, whether it is headline, byline, caption or of the page, and so opens no turn.

    >>> from briefing_lib.read.paragraphs import split_paragraphs
    >>> p = split_paragraphs("— Why did you go?\n— I had to.\n— And will you stay?\n— We shall see.")
    >>> [t and t.kind for t in read_unlabelled_turns(p, [False] * 4)]
    ['question', 'answer', 'question', 'answer']
    """
    none: list[Turn | None] = [None] * len(paragraphs)
    dashed = [i for i, p in enumerate(paragraphs) if _DASH.match(p.text)]
    if len(dashed) >= 4 and asks(paragraphs[dashed[0]].text) and len(dashed) >= 0.5 * (len(paragraphs) - dashed[0]):
        asked = sum(asks(paragraphs[i].text) for i in dashed[::2])
        if asked >= 0.7 * len(dashed[::2]) and sum(asks(paragraphs[i].text) for i in dashed[1::2]) < 0.5 * asked:
            for order, i in enumerate(dashed):
                none[i] = Turn("answer" if order % 2 else "question", "", 0)
            return none
    candidates = [
        i
        for i, p in enumerate(paragraphs)
        if not is_article[i] and p.text[-1] in '?*_>”"' and len(p.text) < 500 and asks(p.text)
    ]
    emphasised = [i for i in candidates if _EMPHASISED.match(paragraphs[i].text)]
    intro = " ".join(p.text for p in paragraphs[: candidates[0]])[:3000] if candidates else ""
    chosen = emphasised if len(emphasised) >= 2 else candidates
    opens = next((i for i, other in enumerate(is_article) if not other), 0)
    several = len(chosen) >= 3 and (bool(emphasised) or chosen[0] <= opens + 1)
    if len(chosen) < 2 or not (several or _INTERVIEW.search(intro)):
        return none
    answers = [
        (start + 1, end) for start, end in zip(chosen, [*chosen[1:], len(paragraphs)], strict=True) if end > start + 1
    ]
    personal = sum(any(_FIRST_PERSON.search(p.text) for p in paragraphs[start:end]) for start, end in answers)
    addressed = sum(_ADDRESSED.search(paragraphs[i].text) is not None for i in chosen)
    if len(answers) < 2 or personal < 0.6 * len(answers) or addressed < 0.4 * len(chosen):
        return none
    for i in chosen:
        none[i] = Turn("question", "", 0)
    for start, _ in answers:
        none[start] = Turn("answer", "", 0)
    return none
