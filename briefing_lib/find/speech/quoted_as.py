"""Words that come through somebody else: 'was quoted by Xinhua as saying', 'the paper quoted him as telling'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.speech.attributions import (
    Attribution,
    Unit,
    backward,
    comma_before,
    forward,
    is_beside,
    marked_object,
    shared_subject,
)
from briefing_lib.find.speech.reported import Content, find_content
from briefing_lib.find.speech.said_around import NOTHING_BEHIND, read_around
from briefing_lib.find.speech.said_subjects import beside_mark
from briefing_lib.find.speech.saying_words import Cue, saying_cue
from briefing_lib.find.speech.speakers import find_right, find_subject, read_opening
from briefing_lib.find.title.page import QUOTED_PRONOUN, Source

# 'quoted on Monday by state radio as also saying', 'cited as having told'
_STOP = r"(?<=Mrs)\.|(?<=M[rs])\.|(?<=Dr)\.|(?<=(?:Gen|Sen|Gov|Rep|Col))\.|(?<=[A-Z])\."  # no end of a sentence
_AS_SAYING = re.compile(
    rf"(?:[^.;“”\"]|{_STOP}){{0,160}}?\s+as\s+(?:also\s+|[a-z]+ly\s+)?(?:having\s+(?:also\s+)?(?P<had>[a-z]+)|(?P<saying>[a-z]+ing))(?![\w-])"
)
# 'was heard telling', 'overheard to say'
_HEARD = re.compile(
    r"\s+(?:[a-z]+ly\s+|on\s+tape\s+|to\s+have\s+)?(?:to\s+(?P<had>[a-z]+)|(?P<saying>[a-z]+ing))(?![\w-])"
)
_HEARS = frozenset(("hear", "overhear"))
# 'as saying by El Comercio', 'as saying on Monday by the state news agency'
_BY = re.compile(r",?\s+(?:by|in)\s+(?=(?:[a-z][\w’'-]*\s+){0,4}[A-Z]|(?:the\s+)?[a-z])")
_HIM = re.compile(r"\s+(him|her|them)\s+as\b")
_ANY_AGENT = re.compile(
    r"(?:[\w.’'&-]+\s+){0,7}?[\w’'&-]+(?=\s*[,.;:“\"]|\s+(?:on|in|at|that|during|after|before|last|this|late|early|earlier)\b|\s*$)"
)
# 'as saying, and I am reading, “...”'
_ASIDE = re.compile(r",\s+[^.;:“”\"«»„]{2,60}[,:]\s*(?=[“\"«„])")
_NOT_QUOTED = re.compile(r"\s+(?:by|in|on|as|today|yesterday|also|here|there)\b|\s*[,.]")
_QUOTED = re.compile(r"\s*(?:who\s+\w+\s*)?[:,]?\s*(?=[“\"«„‘])")
_WHO_SAID = re.compile(
    r"\s+who\s+(?:\w+ly\s+)?(?:said|believed?|thought|argued?|claimed|warned|expected|noted|added)\s+(?:that\s+)?"
)
# ', as quoted by Antara': who passed the words on
_RELAYED = re.compile(r"as\s+(?:quoted|reported|carried|cited|relayed|published)\s+(?:by|in)$", re.IGNORECASE)


def read_quoting(unit: Unit, start: int, end: int, cue: Cue, earlier: Sequence[Attribution] = ()) -> Attribution | None:
    """Read 'was quoted by Xinhua as saying', 'quoted the minister as saying', 'quoting Salas: “...”'.

    Args:
        unit: where it stands.
        start: first character of 'quoted'.
        end: character after it.
        cue: what the lexicon says of it.
        earlier: attributions read before it in the unit.
    """
    if found := read_saying(unit, start, end, cue, earlier):
        return found
    page, text = unit.page, unit.page.text
    mark = unit.next_mark(end)
    if mark and mark.opened - end < 3:
        # 'Citing “national security and public morals”, the ministry ...'
        source = find_subject(page, unit.after_marks(start), start).source if start > unit.start else None
        source = source or shared_subject(unit, start, ()) or read_opening(page, mark.closed + 2, unit.end)
        return forward(unit, start, end, source, Content(mark.opened, "marked")) if source else None
    quoted = None if _NOT_QUOTED.match(text, end, unit.end) else find_right(page, end, unit.end)
    if quoted is None:
        return None
    if hit := _QUOTED.match(text, quoted.end, unit.end):
        return forward(unit, start, end, quoted, Content(hit.end(), "quote"))
    if hit := _WHO_SAID.match(text, quoted.end, unit.end):
        return forward(unit, start, end, quoted, Content(hit.end(), "that"))
    return None


def read_saying(unit: Unit, start: int, end: int, cue: Cue, earlier: Sequence[Attribution] = ()) -> Attribution | None:
    """Read 'quoted ... as saying' with any saying verb: the words stand behind it, or before the one who quotes.

    Returns:
        The attribution to whoever is quoted, None if no saying word hangs on this one.
    """
    page, text = unit.page, unit.page.text
    hit = (_HEARD if cue.base in _HEARS else _AS_SAYING).match(text, end, unit.end)
    said = hit and saying_cue(hit.group("saying") or hit.group("had"))
    if not hit or not said:
        return None
    low = unit.after_marks(start)
    subject = find_subject(page, low, start)
    active = None if subject.passive or _NOT_QUOTED.match(text, end, unit.end) else find_right(page, end, hit.end())
    if him := None if subject.passive else _HIM.match(text, end, unit.end):
        active = Source(*him.span(1), (), QUOTED_PRONOUN)
    source = active or subject.source or _beside_mark(unit, low, subject.start)
    if source is None:
        return None
    stop = hit.end()
    behind = _behind_agent(unit, stop, "told" in said.frames)
    content = find_content(text, said, stop, unit.end, unit.mention_end)
    if content is None or _only_tells_where(text, content, stop, behind, unit.end):
        content = find_content(text, said, behind, unit.end, unit.mention_end) if behind > stop else None
    if content is None or (content.frame == "np" and "calling" in said.frames):
        content = marked_object(unit, stop) or content
    if content is None and (aside := _ASIDE.match(text, behind, unit.end)):
        content = Content(aside.end(), "quote")
    head = min(subject.start, source.start)
    if not content or content.frame == "quote":
        if low > unit.start and is_beside(text, low, head):
            found = backward(unit, head, stop, source, earlier)
            return found._replace(start=start)
        if not content and NOTHING_BEHIND.match(text, behind, unit.end) and comma_before(text, low, head) >= 0:
            around = read_around(unit, low, start, behind, said, source._replace(start=head), earlier)
            return around and around._replace(source=source, end=stop)
    return forward(unit, start, stop, source, content) if content else None


def is_relayed(text: str, attribution: Attribution) -> bool:
    """Tell whether an attribution only names who passed somebody's words on: ', as quoted by Antara'."""
    return _RELAYED.match(text[attribution.start : attribution.end]) is not None


def _beside_mark(unit: Unit, low: int, stop: int) -> Source | None:
    """Read the words between a quotation in marks and 'was quoted' as its source: '“...,” one of the drivers was'."""
    return beside_mark(unit, low, stop) if low > unit.start else None


def _behind_agent(unit: Unit, stop: int, hearer: bool) -> int:
    """Return where the hearer, the agent ('by El Comercio') and what says when and where are over."""
    text = unit.page.text
    after = unit.skip(stop, hearer)
    if by := _BY.match(text, after, unit.end):
        agent = find_right(unit.page, by.end(), unit.end)
        end = agent.end if agent else 0
        any_words = _ANY_AGENT.match(text, by.end(), unit.end)
        end = end or (any_words.end() if any_words else 0)
        after = unit.skip(end, False) if end else after
    return after


def _only_tells_where(text: str, content: Content, stop: int, behind: int, high: int) -> bool:
    """Tell whether the words behind 'as saying' are no report: 'by El Comercio on April 28', 'in Hanoi'."""
    if content.frame not in ("clause", "np") or content.start >= behind:
        return False
    return NOTHING_BEHIND.match(text, behind, high) is not None or NOTHING_BEHIND.match(text, stop, high) is not None
