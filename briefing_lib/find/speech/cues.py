"""Saying words where they stand: which of the words in ``saying_words`` can report something there.

'claim' is a noun in "Peru's claim that" and a verb in 'ministers claim that'; 'we urge' is what the author does, no
report of it. What is looked at is one word before and a few behind, for most of what is found reports nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefing_lib.find.speech.saying_words import Cue, matcher, noun_frames, views
from briefing_lib.find.speech.speech_words import words


def find_cues(text: str) -> list[tuple[int, int, Cue]]:
    """Find all saying words of a text, with their offsets.

    >>> [(text[a:b], cue.form) for text in ["Lima said so, according to Rome."] for a, b, cue in find_cues(text)]
    [('said', 'past'), ('according to', 'according')]
    """
    pattern, cues = matcher()
    found = []
    if first := pattern.match(" " + text[:60]):
        found.append((0, first.end(1) - 1, cues[" ".join(first.group(1).split())]))
    for hit in pattern.finditer(text):
        gap, end = hit.span()
        start = gap + 1
        form = text[start:end]
        cue = cues.get(form) or cues[" ".join(form.split())]
        if _may_report(text, start, end, cue) and not text[gap].isalnum():
            found.append((start, end, cue))
    return found


# Behind a noun that reports stands what it reports, or whose it is: 'claim that', 'report by Peru that', 'motto: “...”'
_BEHIND_NOUN = re.compile(
    r"[,:]?\s*(?:([“\"«„‘'])|(that|to|for)\s|(?:by|from|of|on|about|in|over|is|was|has|remains|will)\s)"
)
# '“You may count on me,” were his last ' words
WERE_HIS = re.compile(r"[”\"’'»]\s+(?:was|were)\s+(?:his|her|their|its|[A-Z]\w+[’']s?)\s+(?:[a-z]+\s+)?$")
_FARTHEST = 90  # characters from a noun to its 'that'
# 'We strongly urge', 'I would ask': what the author or speaker does in these words, not a report of it
_FIRST_PERSON = re.compile(
    r"(?<!\w)(?:I|[Ww]e)(?:[’'](?:ve|ll|d|m|re))?\s+(?:\w+\s+){0,2}(?:(?:like|want|wish|have|had|need)\s+(?:\w+\s+)?to\s+)?$"
)


# 'to say that', 'to ask whether', 'to say: “...”': an infinitive that reports
_EXPLICIT = re.compile(r"[^.;:“\"]{0,80}\s(?:that|whether|if|why|how|what|where)\s|[^.;“\"]{0,80}[,:]?\s*[“\"«„‘]")
# '..., who met on Monday, say that'
_THAT = re.compile(r"\s+that\s")
# 'the nine states that met in Oslo'
_STATES_THAT = re.compile(
    r"\s+that\s+(?:have|are|were|do|did|had|[a-z]+ed|met|sat|spoke|fought|built|bought|sold|paid|border|share|want|need|hold|keep|take|make)\s"
)
# ', say men who know him,', ', believe traders in Oslo,'
_SAY_THEY = re.compile(r"\s+(?:[a-z][\w’'-]*\s+){0,3}?(?:(?!its|is|was|has|as|this)[a-z]+s|[a-z]*men|people)\b")
# ', analysts in Oslo reckon'
_SET_OFF = re.compile(
    r",\s+(?:[\w’'-]+\s+){0,2}?[a-z]+s\s+(?:in|at|from|of|here|there|close|familiar)\b[^,.;:“”\"]{0,40}$"
)
# 'her staff say': one word for several
COLLECTIVES = frozenset(
    ("staff", "crew", "team", "family", "clergy", "opposition", "leadership", "management", "government", "cabinet")
)
_MARK = re.compile(r"[“”\"«»„‘’']")
# 'quoted as saying', 'heard telling': a verb of hearing by itself reports nothing
_AS_SAYING = re.compile(
    r"[^.;“”\"]{0,120}?\s(?:as\s+(?:[a-z]+ly\s+|also\s+)?|(?<=heard\s))(?:having\s|to\s|[a-z]+ing\b)"
)
_ONLY_AS_SAYING = frozenset(("as-saying",))
_NO_VERBS = frozenset(("quote", "calling"))  # frames that need quotation marks, but for '..., calling it premature'


_PASSIVE = re.compile(
    r"(?:\s+[\w’'-]+){0,8}?\s+(?:by|to|that|as)\s|[^.;]{0,60}[“\"«„‘]|\s+(?:\w+\s+){0,3}(?:he|she|it|they|the)\s|[.,]"
)


_OWNED_LATER = re.compile(r"[^,.;]{2,60}?[’']")


def word_before(text: str, start: int) -> str:
    """Return the word before an offset, in lower case, white space between them left out.

    >>> word_before("Peru's  claim", 8)
    "peru's"
    """
    if start < 1:
        return ""
    low = start - 30 if start > 30 else 0
    space = text.rfind(" ", low, start - 1)
    word = text[space + 1 if space >= 0 else low : start - 1]
    if word and not word[-1].isspace() and "\n" not in word:
        return word.lower()
    before = text[low : start - 1].rstrip()
    word = before[before.rfind(" ") + 1 :]
    if "\n" in word:
        word = word[word.rfind("\n") + 1 :]
    return word.lower()


def is_owned(previous: str, form: str) -> bool:
    """Tell whether the word before makes a verb form a noun or an adjective."""
    if previous in words("owner") or previous.endswith(("’s", "'s", "s’", "s'")):
        return True
    return previous in words("adjective") and form in ("word", "third")


class _Before(NamedTuple):
    """What the word before a saying word tells of it: that it is a noun, that a plural or a sentence goes on."""

    owns_word: bool
    owns: bool
    plural: bool
    participle: bool
    be: bool


@lru_cache(maxsize=10_000)
def _before(previous: str) -> _Before:
    return _Before(
        is_owned(previous, "word"),
        is_owned(previous, "past"),
        previous in words("before plural") or previous.endswith(("s", "ly", "n’t", "n't", "”", '"')),
        previous in words("before participle") or previous.endswith((",", "—", "–", ",”", ',"', ",’")),
        previous in words("be"),
    )


def _may_report(text: str, start: int, end: int, cue: Cue) -> bool:
    """Tell whether a word can report where it stands; quick, for most of what is found cannot."""
    form = cue.form
    if form == "noun":
        if _noun_reports(text, end, cue.frames) or (cue.base in views() and _is_of(word_before(text, start))):
            return True
        if "quote" not in cue.frames:
            return False
        lead = text[start - 32 if start > 32 else 0 : start]
        return "w" in lead and WERE_HIS.search(lead) is not None
    if form == "view":
        return _is_of(word_before(text, start))
    if form in ("according", "basis"):
        return form == "according" or _OWNED_LATER.match(text, end) is not None
    previous = word_before(text, start)
    before = _before(previous)
    if form == "gerund":
        if text[start - 1] == "-":
            return False
        if is_owned_view(text, start, end):
            return True
        if is_noun_here(text, start, end):
            return _noun_reports(text, end, noun_frames(text[start:end]))
        return (
            before.participle or _EXPLICIT.match(text, end) is not None or " spent " in text[max(0, start - 40) : start]
        )
    if previous == "to" and form == "word":
        return _EXPLICIT.match(text, end) is not None and not _is_first_person(text, start)
    if before.owns_word if form in ("word", "third") else before.owns:
        if is_owned_view(text, start, end):
            return True
        return previous != "in" and _noun_reports(text, end, noun_frames(text[start:end]))
    if text[start - 1] == "-":
        return False
    if cue.frames == _ONLY_AS_SAYING:
        return _AS_SAYING.match(text, start, end + 160) is not None
    if cue.base == "state" and form == "third" and _STATES_THAT.match(text, end):
        return False
    if form == "word" and not before.plural and not _is_plural_here(text, start, end, previous):
        return False
    if before.be and form != "third":
        return _PASSIVE.match(text, end) is not None
    if (form in ("word", "participle") or cue.strength != "said") and _is_first_person(text, start):
        return False
    if cue.frames <= _NO_VERBS and not _MARK.search(text, max(0, start - 120), end + 160):
        return bool(noun_frames(text[start:end]))
    return True


def _is_plural_here(text: str, start: int, end: int, previous: str) -> bool:
    """Tell whether several say it without an -s before it: 'her staff say', ', analysts in Oslo say,', ', say men'."""
    if previous.endswith((",", ")")):
        return (_THAT.match(text, end) or _SAY_THEY.match(text, end)) is not None
    if previous in COLLECTIVES:
        return True
    return text[end : end + 1] in (",", ".") and _SET_OFF.search(text, max(0, start - 60), start) is not None


def _is_first_person(text: str, start: int) -> bool:
    """Tell whether 'I' or 'we' do in these words what the verb says: 'I would like to add that'."""
    lead = text[start - 40 if start > 40 else 0 : start]
    if "I" in lead or ("e " in lead and ("we" in lead or "We" in lead)):
        return _FIRST_PERSON.search(lead) is not None
    return False


_BEFORE_NOUN = frozenset(("a", "the", "his", "her", "its", "their", "this", "another", "fresh", "new", "repeated"))


def is_noun_here(text: str, start: int, end: int) -> bool:
    """Tell whether a word in -ing is a noun: 'a warning by the bank that'."""
    if not noun_frames(text[start:end]):
        return False
    previous = word_before(text, start)
    return previous in _BEFORE_NOUN or previous.endswith(("’s", "'s"))


def _noun_reports(text: str, end: int, frames: frozenset[str]) -> bool:
    """Tell whether a noun with these frames may report something behind it."""
    hit = _BEHIND_NOUN.match(text, end) if frames else None
    if not hit:
        return False
    mark, join = hit.groups()
    if mark:
        return "quote" in frames
    if join:
        return join in frames or (join == "that" and "be" in frames)
    return "be" not in frames and text.find(" that", hit.end() - 1, hit.end() + _FARTHEST) >= 0


def is_owned_view(text: str, start: int, end: int) -> bool:
    """Tell whether a form of a verb is a noun of what somebody thinks: 'reckoning' in 'by Peru's own reckoning'."""
    return text[start:end] in views() and _is_of(word_before(text, start))


def _is_of(previous: str) -> bool:
    """Tell whether the word before a noun gives it an owner: 'his', 'own', 'Peru’s'."""
    return previous in ("his", "her", "its", "their", "own") or previous.endswith(("’s", "'s", "s’", "s'"))
