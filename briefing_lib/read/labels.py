"""Speakers' labels as they are written: 'Question:', 'Q.', '[Ann Lee]', '10:32 MR. PRICE:', 'Mr. Lee (spoke in Thai):'.

What stands here is shape alone; whether a label is a speaker's is told by the whole document (``read.turns``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon

_PARTICLE = (
    r"of|de|da|do|dos|del|di|du|la|le|van|von|der|den|bin|bint|al|el|ibn|the|and|for|y|e|in|on|to|from|via|ul|ur|zu|ter"
    r"|ten"
)
_COMMON = (
    r"question|questions|reporter|journalist|correspondent|member|speaker|spokesperson|spokesman|spokeswoman"
    r"|interviewer"
    r"|interpreter|participant|student|editor|minister|president|secretary|ambassador|general|host|anchor|answer|man"
    r"|woman"
)
# '[10:32] ', '(1:04:11) ', '10:32 – ', '7. ', '§ '
_BEFORE = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?[\])]?[\s–—-]*|\d{1,3}[.)]\s+)?(?:§\s*)?"
_MARK = r"\*\*|__|\*|_|<b>|<strong>|<em>|<i>|\["
_UNMARK = r"\*\*|__|\*|_|</b>|</strong>|</em>|</i>|\]"
_NOTES = r"(?P<notes>(?:\s*[(\[][^()\[\]\n]{1,100}[)\]]){0,4})"
_NAME = (
    r"(?P<label>[A-ZÀ-Þ][\w.'’/&-]*"
    rf"(?:,?[ \t]+(?:[A-ZÀ-Þ][\w.'’/&-]*|(?:{_PARTICLE}|{_COMMON})(?![\w.])|\#?\d{{1,3}})){{0,11}})"
)
# '**Ann Lee** (via interpreter): text', '<b>MR. LEE:</b> text', 'FOREIGN MINISTER LEE: text', 'Q1: text'
_COLON = re.compile(
    rf"{_BEFORE}(?P<mark>{_MARK})?\s*{_NAME}{_NOTES}\s*(?:{_UNMARK})?\s*[:：](?P<marked>\s*(?:{_UNMARK}))?(?:\s+|$"
    rf"|(?<=[\])>*_])(?=\S))"
)
# '[Ann Lee] text', '**Question** text', '<b>Ann Lee</b> text': marked, so that no colon is needed
_MARKED = re.compile(rf"{_BEFORE}(?P<mark>{_MARK})\s*{_NAME}{_NOTES}\s*(?:{_UNMARK})(?:\s+|$)")
# 'Q Thank you', 'Q. Thank you', 'A. No', 'Q - Why', 'Q1. Why', 'Question 2 – Why': labels that need no colon
_BARE = re.compile(
    r"(?P<label>(?:Q|A|Question|QUESTION|Answer|ANSWER)(?: ?\d{1,3})?)(?P<notes>)(?P<mark>)"
    r"(?:\.\s+|\)\s+|\s*[–—-]{1,2}\s+|[ \t]{2,}|\t|(?<=Q) (?=[A-Z\"“'‘\[(]))(?=\S)"
)
_TITLE = (
    r"(?:The\s+)?(?:Vice\s+|Deputy\s+|Foreign\s+|Prime\s+)?"
    r"(?:President|Minister|Chancellor|Secretary|Premier|Ambassador|Governor|General|Senator|Representative|Admiral"
    r"|Colonel|Mr\.|Mrs\.|Ms\.|Dr\.)"
)
# 'The President. I think so', 'Chancellor Kohl. Thank you', 'Mr. Ziegler. No': the stop does for a colon beside 'Q.'
_STOPPED = re.compile(
    rf"(?P<label>{_TITLE}(?:\s+(?:[A-ZÀ-Þ][\w’'-]+|de|van|von|al|el|of)){{0,4}}"
    r"|The\s+(?:Prime\s+Minister|President|Secretary|CHAIR(?:MAN|WOMAN)?|SPEAKER|PRESIDENT))"
    r"(?P<notes>)(?P<mark>)\.\s+(?=\S)"
)
# 'Mr. Dalyell asked the Secretary of State for Defence what', 'SIR JOHN SMYTH asked the Prime Minister whether'
_ASKED = re.compile(
    r"(?:\d{1,3}\.\s+)?(?P<label>(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Baroness|Deputy|Senator|Shri|MR|MRS|MISS|SIR"
    r"|LORD)\.?"
    r"\s[A-ZÀ-Þ][\w.'’ -]{1,40}?)"
    r"(?P<notes>(?:\s\([^()]{1,60}\)){0,2})(?P<mark>)\s+(?:\([^()]{1,60}\)\s+)?asked\s+(?=(?:the|Her|His|Mr)\b)"
)
# 'Question 3', 'Reporter #2', 'Q No. 4', 'Speaker 1'
_COUNT = re.compile(r"\s*(?:#|No\.?\s*)?\d{1,3}$")
_OF_OUTLET = re.compile(r"\s+(?:from|of|for|to|via|by|in)\s+", re.IGNORECASE)


# 'Mr. President:', 'Madam Chair.', 'Ladies and gentlemen:', 'Fellow citizens:': whom a speaker addresses
_ADDRESSED = re.compile(
    r"(?:mr|mrs|madam|madame|mme|ms)\.? (?:(?:vice|deputy|acting|prime)[- ])?"
    r"(?:president|chair\w*|speaker|secretary(?:[- ]general)?|minister|premier|ambassador|moderator"
    r"|chancellor)(?:$|,| of )"
    r"|ladies|gentlemen|excellenc|friends|colleagues|comrades"
    r"|(?:dear|distinguished|fellow|honou?rable|esteemed|my|your) ",
    re.IGNORECASE,
)


class Label(NamedTuple):
    """Label at the head of a paragraph: its words, what stands behind them in brackets, where the speech begins."""

    name: str
    notes: tuple[str, ...]
    length: int
    form: str  # colon, marked, bare, stopped, asked

    @property
    def counted(self) -> bool:
        """Whether a number belongs to it: 'Speaker 2'."""
        return _COUNT.search(self.name) is not None


def read_label(words: str) -> Label | None:
    """Return the label at the head of a paragraph, if its shape is that of one.

    >>> read_label("[10:32] Mr. Lee (Peru) (spoke in Spanish): We agree.")[:2]
    ('Mr. Lee', ('Peru', 'spoke in Spanish'))
    >>> read_label("Q. Why now?").name, read_label("[Ann Lee] We agree.").name, read_label("We agree.")
    ('Q', 'Ann Lee', None)
    """
    head = words[:240]
    if ":" in head or "：" in head:
        hit = _COLON.match(head)
        if hit and not (hit.group("mark") and words[hit.end() :].endswith(("**", "__")) and "*" not in hit.group()[2:]):
            return _made(hit, "colon")
    for form, pattern in (("marked", _MARKED), ("bare", _BARE), ("stopped", _STOPPED), ("asked", _ASKED)):
        if form == "marked" and words[0] not in "*_<[(0123456789":
            continue
        hit = pattern.match(head)
        if hit:
            return _made(hit, form)
    return None


def _made(hit: re.Match[str], form: str) -> Label:
    notes = tuple(note.strip() for note in re.findall(r"[(\[]([^()\[\]]+)[)\]]", hit.group("notes")))
    name = " ".join(hit.group("label").split())
    if form == "colon" and not hit.group("notes") and name.endswith(" in"):
        name = name.removesuffix(" in")
    first, comma, role = name.partition(", ")
    if comma and " " in first and not has_title(first):  # 'ANN LEE, HOST', 'Ann Lee, Minister for Trade'
        name, notes = first, (role, *notes)
    return Label(name, notes, hit.end(), form)


@cache
def _known() -> dict[str, str]:
    return {row["label"].rstrip(".").casefold(): row["kind"] for row in lexicon.rows("speaker_labels")}


@cache
def _outlets() -> frozenset[str]:
    return frozenset(
        row["alias"].casefold().removeprefix("the ") for row in lexicon.rows("organisations") if row["kind"] == "media"
    )


def is_outlet(label: Label) -> bool:
    """Tell whether a label is the name of a newspaper, agency or station."""
    name = label.name.rstrip(".").casefold()
    return name.removeprefix("the ") in _outlets() or _known().get(name.split()[-1]) == "outlet"


def label_kind(label: Label) -> str:
    """Return what a label says by itself: question, answer, moderator, none (no speaker's), or '' for a name.

    >>> labels = [read_label(f"{words}: Why?") for words in ("Q2", "Female journalist", "Reuters", "Ann Lee", "Note")]
    >>> [label_kind(label) for label in labels if label]
    ['question', 'question', 'question', '', 'none']
    """
    known = _known()
    name = label.name.rstrip(".")
    if _ADDRESSED.match(name):
        return "none"
    bare = _COUNT.sub("", name).rstrip(" .").casefold()
    if len(bare) == 1 and not name[0].isupper():
        return ""
    kind = known.get(bare, "")
    if kind == "outlet":  # 'Radio:' alone says nothing
        return "question"
    if kind:
        return "" if label.counted and kind == "moderator" else kind
    head = _OF_OUTLET.split(bare, maxsplit=1)[0]
    parts = bare.split()
    if known.get(head) == "question":
        return "question"
    if known.get(parts[-1]) in ("question", "outlet") and len(parts) <= 5 and len(parts[-1]) > 1:
        return "question"
    if any(_is_of_the_press(note) for note in label.notes):
        return "question"
    if known.get(parts[0]) == "none" and not has_title(label.name):
        return "none"
    return "question" if bare.removeprefix("the ") in _outlets() else ""


def _is_of_the_press(note: str) -> bool:
    """'HOST', 'CNN CORRESPONDENT', 'Reuters': what stands behind the name of somebody who asks."""
    words = note.casefold()
    return words in _outlets() or _known().get(words.split()[-1].rstrip(".")) == "question"


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["word"].rstrip(".").casefold() for row in lexicon.rows("titles"))


def has_title(words: str) -> bool:
    """Tell whether one of the first words of a name is a title or office.

    >>> has_title("MR. PRICE"), has_title("Deputy Foreign Minister Lee"), has_title("Ann Lee")
    (True, True, False)
    """
    parts = words.casefold().removeprefix("the ").split()
    titles = _titles()
    return any(
        " ".join(parts[at:end]).rstrip(".,") in titles or parts[0].rstrip(".") in ("shri", "smt", "sri", "kumari")
        for at in range(min(len(parts), 3))
        for end in range(at + 1, min(len(parts), at + 5) + 1)
    )
