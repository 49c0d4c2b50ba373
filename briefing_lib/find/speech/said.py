"""Saying verbs: what stands on either side of one decides who says what.

Three orders are told apart: source, verb, words ("Kallas said that ..."); words, source, verb ("..., Kallas said");
words, verb, source ("..., said Kallas").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.speech.attributions import Attribution, Unit, backward, forward, is_beside, marked_object
from briefing_lib.find.speech.reported import Content, find_content
from briefing_lib.find.speech.said_around import (
    AS_BEFORE_SOURCE,
    NOTHING_BEHIND,
    read_around,
    read_as,
    read_before_mark,
    read_inserted,
)
from briefing_lib.find.speech.said_aside import read_participle, read_passive
from briefing_lib.find.speech.said_subjects import CLAUSAL, agrees, beside_mark, by_hearsay, other_subject
from briefing_lib.find.speech.saying_words import Cue
from briefing_lib.find.speech.speakers import Subject, find_right, find_subject, piece_start
from briefing_lib.find.title.page import Source, strip_right

# What ends the words before a verb whose source stands behind it: '..., said', '...” said'
_ENDS_WORDS = tuple(",—–\"”’»'`-")
_GAP = re.compile(r"[\s,—–-]*")
_BY = re.compile(r"\s+by\s")
_BY_OR_TO = re.compile(r"\s+(?:by|to)\s")


def read_verb(unit: Unit, start: int, end: int, cue: Cue, earlier: Sequence[Attribution]) -> Attribution | None:
    """Read a saying verb.

    Args:
        unit: where it stands.
        start: first character of the verb.
        end: character after it.
        cue: what the lexicon says of it.
        earlier: attributions read before it in the unit.
    """
    page, text = unit.page, unit.page.text
    low = unit.after_marks(start)
    content = find_content(text, cue, end, unit.end, unit.mention_end)
    if content and content.frame == "quote" and _is_bare_term(unit, content.start):
        content = None
    set_off = text[max(low, start - 3) : start].rstrip().endswith(_ENDS_WORDS)
    readable = content or unit.marks or set_off or "told" in cue.frames or NOTHING_BEHIND.match(text, end, unit.end)
    if not (readable or _BY_OR_TO.match(text, end, unit.end) or _RELATIVE.match(text, end, unit.end)):
        return None
    behind_mark = low > unit.start and _GAP.fullmatch(text, low, start) is not None
    if start == unit.start and not behind_mark:
        return None
    if (behind_mark or set_off) and (source := _source_behind(unit, low, start, end, cue, content, behind_mark)):
        inserted = None if behind_mark else read_inserted(unit, start, end, source, earlier)
        return inserted or backward(unit, start, end, source, earlier)
    if not (content or unit.marks) and _reports_nothing(unit, start, end, cue):
        return None
    hearsay = by_hearsay(unit, low, start)
    if hearsay is None and low == unit.start and text.startswith(" to ", start - 4) and not _is_told(content):
        return None  # 'was glad to announce a deal', before the subject is looked for
    subject = hearsay or find_subject(page, low, start)
    if cue.form == "gerund":
        return read_participle(unit, start, end, cue, content, subject, earlier)
    if subject.passive and cue.form in ("past", "participle"):
        return read_passive(unit, low, start, end, cue, subject, content)
    if subject.source is None and cue.form in ("past", "participle") and _BY.match(text, end):
        return None  # 'the speed demanded by science'
    subject_source = subject.source or other_subject(unit, low, start, subject, content, cue, earlier)
    if subject_source is None and low > unit.start and cue.form in ("past", "third", "word"):
        subject_source = beside_mark(unit, low, subject.start)
    if subject_source is None or not agrees(unit, low, subject_source, subject, cue, content):
        return None
    return _with_subject(unit, low, start, end, cue, subject_source, subject, content, earlier)


def _is_told(content: Content | None) -> bool:
    """Tell whether even an infinitive reports: 'came to say that', 'to ask whether'."""
    return content is not None and content.frame in ("that", "quote", "wh")


# 'shouted “shame” and left': too short for a row, and no part of a clause
_BARE_TERM = re.compile(
    r"[“\"«„‘'`]+[^“”\"«»„\n]{1,60}[”\"»“’']\s*(?:(?:and|or|in|at|to|on|as|when|from|before|after|but)\b|[.,;]|$)"
)


def _is_bare_term(unit: Unit, start: int) -> bool:
    """Tell whether a term in marks stands alone behind a verb, without a clause."""
    mark = unit.next_mark(start)
    if mark and mark.opened == start:
        return False
    return _BARE_TERM.match(unit.page.text, start, unit.end) is not None


_FAR_COMMA = 160  # characters from a verb to the comma before its subject
_AS_BEFORE = re.compile(r"(?<![^\W_])[Aa]s\s+\w")


def _reports_nothing(unit: Unit, start: int, end: int, cue: Cue) -> bool:
    """Tell, before the subject is looked for, that a verb without words behind it has none before it either."""
    if cue.form == "gerund":
        return True
    text = unit.page.text
    if ("np" in cue.frames and _BY.match(text, end)) or ("hearsay" in cue.frames and text.startswith("to ", end + 1)):
        return False
    if not cue.frames.isdisjoint(CLAUSAL):
        if _RELATIVE.match(text, end, unit.end):
            return False
        if text.rfind(",", max(unit.start, start - _FAR_COMMA), start) >= 0:
            return not NOTHING_BEHIND.match(text, unit.skip(end, "told" in cue.frames), unit.end) and not _is_as(
                unit, start
            )
    return not _is_as(unit, start)


def _is_as(unit: Unit, start: int) -> bool:
    """Tell whether a subject may stand behind 'as' in front of a verb: 'as Kallas noted', not 'as noted'."""
    return _AS_BEFORE.search(unit.page.text, unit.start, start) is not None


# Forms of verbs that any subject may have if it speaks: 'the fisherman said'
_PLAIN = frozenset(("say", "tell", "add"))


def _with_subject(
    unit: Unit,
    low: int,
    start: int,
    end: int,
    cue: Cue,
    source: Source,
    subject: Subject,
    content: Content | None,
    earlier: Sequence[Attribution],
) -> Attribution | None:
    """Read a verb with its subject on the left: does it report the words before, around or behind it?"""
    text = unit.page.text
    told = not text.endswith(("to ", "have "), source.end, start)  # not 'known as Farmajo, is said to have told'
    if told and (lead := AS_BEFORE_SOURCE.search(text, max(unit.start, source.start - 70), source.start)):
        return read_as(unit, lead.start(), start, end, source)
    plain = content is not None and content.frame in ("that", "wh")
    if low > unit.start and not plain and is_beside(text, low, source.start):
        return backward(unit, start, end, source, earlier)
    if cue.frames & CLAUSAL:
        if content is None or content.frame == "clause":
            around = read_around(unit, low, start, end, cue, source, earlier)
        else:
            around = read_before_mark(unit, low, start, end, source, content, earlier)
        if around:
            return around
    if content is None and not (unit.spoken and text[source.start : source.end].lower() in ("i", "we")):
        content = marked_object(unit, end)
    if content is None and cue.frames & CLAUSAL and cue.strength != "thought":
        content = _relative(unit, low, source, end)
    if content is None or (subject.negated and content.frame in ("np", "inf", "clause", "wh")):
        return None
    if subject.negated and content.frame == "that" and cue.strength == "said":
        return None  # 'has never said that it wants to leave': what nobody said is no report
    if content.frame == "wh" and (text[source.start : source.start + 8].lower() == "neither " or _refuses(unit, start)):
        return None
    explicit = content.frame in ("that", "quote", "marked") or cue.base in _PLAIN
    if source.rule in ("unlisted", "words") and not (explicit or marked_object(unit, end)):
        return None
    return forward(unit, start, end, source, content)


# 'a delay that truckers said had cost them millions'
_RELATIVE = re.compile(
    r"\s+(?=(?:would|will|had|has|have|was|were|is|are|could|can|may|might|must|should|did|does|do|amounted|came|went)\s)"
)
_THAT_SUBJECT = re.compile(r"\b(?:that|which|who)\s+(?:[\w’'-]+\s+){0,2}$")


def _relative(unit: Unit, low: int, source: Source, end: int) -> Content | None:
    """Read 'a delay that truckers said had cost them millions': the verb whose subject is what 'that' stands for."""
    text = unit.page.text
    hit = _RELATIVE.match(text, end, unit.end)
    inserted = hit and _THAT_SUBJECT.search(text, max(low, source.start - 16), source.start)
    return Content(hit.end(), "np") if hit and inserted else None


_REFUSES = re.compile(
    r"\b(?:refus|declin|fail|hesitat|unable|unwilling|reluctan|neglect|avoid|not\s+prepared|not\s+ready)\w*\s+to\s+$"
)


def _refuses(unit: Unit, start: int) -> bool:
    """Tell whether a verb only tells what was not said: 'refused to say whether'."""
    return _REFUSES.search(unit.page.text, max(unit.start, start - 24), start) is not None


_PLAIN_NOUN = re.compile(
    r"\s+((?:the|an?|one|another)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+)"
    r"(?=\s*(?:[.,;“\"]|$|\s(?:in|on|at|of|from|who|after|before)\b))"
)
_OVER = re.compile(
    r"\s*(?:$|[.,;:)”\"’]|(?:on|in|at|after|during|last|late|earlier|yesterday|today|of|from|who|[A-Z][a-z]+day)\b)"
)
_ASIDE = re.compile(r"\s*(?:an?|the|who|which|his|her|its|whose|speaking|in|at|on|after)\s")


def _has_hearer(cue: Cue) -> bool:
    """Tell whether who is told stands behind a verb: '..., a doctor, told Reuters'."""
    return "told" in cue.frames and not cue.frames & {"that", "object-inf"}


def _source_behind(
    unit: Unit, low: int, start: int, end: int, cue: Cue, content: Content | None, behind_mark: bool
) -> Source | None:
    """Return the source behind the verb: '“...,” said Kallas', '..., said Kallas'."""
    page, text = unit.page, unit.page.text
    if cue.form == "gerund" or _has_hearer(cue) or "document" in cue.frames or (behind_mark and cue.form == "word"):
        return None
    if not behind_mark:
        explicit = content is not None and content.frame in ("that", "quote", "wh")
        if explicit or cue.strength == "thought" or not cue.frames & {"that", "clause"}:
            return None
    source = find_right(page, end, unit.end)
    if behind_mark:
        hit = None if source else _PLAIN_NOUN.match(text, end, unit.end)
        return Source(hit.start(1), hit.end(1), (), "words") if hit else source
    if source is None or source.rule in ("pronoun", "unlisted") or not _OVER.match(text, source.end, unit.end):
        return None
    # 'Kallas, the prime minister, said Estonia' has its subject on the left
    piece = piece_start(text, max(low, start - 300), strip_right(text, low, start) - 1)
    aside = piece > low and _ASIDE.match(text, piece) and page.mention_ending(strip_right(text, low, piece) - 1)
    return None if aside else source
