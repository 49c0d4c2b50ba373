"""Attributions: a saying word, its source, and the stretches of text it reports."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.find.speech.extents import find_end, split_that
from briefing_lib.find.speech.quotemarks import Marked
from briefing_lib.find.speech.reported import Content, skip_adjuncts, skip_hearer
from briefing_lib.find.speech.source_nouns import is_title_word
from briefing_lib.find.speech.speakers import read_opening
from briefing_lib.find.title.page import Page, Source, strip_right

LONGEST = 3_000  # characters of reported words without a quotation in marks


# 'told his colleagues in Rio;': any words, where nothing but a stop follows
_LAST_HEARER = re.compile(
    r"\s+(?:the|an?|his|her|its|their|some|several)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+"
    r"(?:\s+(?:in|at|on|from|of)\s+(?:the\s+)?[\w’'-]+(?:\s+[A-Z]\w+)?)?(?=[.,;](?:\s|$))"
)


class Unit(NamedTuple):
    """Sentences read together because a quotation in marks runs across their borders.

    ``marks`` are the quotations in it that may be speech, ``opened`` where each opens; ``spoken`` tells that all of
    the unit is somebody's speech.
    """

    page: Page
    start: int
    end: int
    marks: Sequence[Marked]
    opened: Sequence[int]
    spoken: bool
    headline: bool

    def inside(self, offset: int) -> bool:
        """Tell whether an offset lies between quotation marks."""
        if not self.opened:
            return False
        i = bisect_right(self.opened, offset) - 1
        return i >= 0 and offset < self.marks[i].closed

    def after_marks(self, offset: int) -> int:
        """Return where the last quotation in marks before an offset is over, or the start of the unit."""
        i = bisect_right(self.opened, offset) - 1 if self.opened else -1
        return self.marks[i].closed if i >= 0 else self.start

    def next_mark(self, offset: int) -> Marked | None:
        """Return the first quotation in marks that opens at or behind an offset."""
        i = bisect_left(self.opened, offset)
        return self.marks[i] if i < len(self.marks) else None

    def mention_end(self, start: int) -> int:
        """Return where the mention ends that starts at an offset, 0 if none does."""
        mention = self.page.mention_starting(start)
        return mention.end if mention else 0

    def clause_end(self, start: int, frame: str) -> int:
        """Return where reported words end that start at an offset and are joined to their verb by a frame."""
        high = min(self.end, start + LONGEST)
        i = bisect_right(self.opened, high) - 1 if high < self.end else -1
        if i >= 0:
            high = min(max(high, self.marks[i].closed), self.end)
        return find_end(self.page.text, start, high, frame, self.inside)

    def skip(self, end: int, hearer: bool) -> int:
        """Return where 'on Monday', 'in a statement' and, behind 'told', the hearer are over."""
        text = self.page.text
        after = skip_adjuncts(text, end, self.end, self.mention_end)
        told = skip_hearer(text, after, self.end, self.mention_end) if hearer else 0
        if hearer and not told and (hit := _LAST_HEARER.match(text, after, self.end)):
            return hit.end()
        return skip_adjuncts(text, told, self.end, self.mention_end) if told else after


class Attribution(NamedTuple):
    """Saying word, its source, the stretches it reports as (start, end, frame), and on which side they stand."""

    source: Source
    start: int
    end: int
    contents: tuple[tuple[int, int, str], ...]
    order: str  # forward, backward, around, own (a noun right before marks), passive, label
    strength: str = ""  # what the saying word commits the source to


NOBODY = "nobody"  # rule of a source that the text does not name


# 'The minister, who said that he would resign, was seen': the main clause goes on
_WHO = re.compile(r"\b(?:who|which|that)\b")
_MAIN_VERB = re.compile(
    r",\s+(?=(?:is|was|were|are|has|have|had|will|did|does|also|later|said|says|told|remains?|wants?|faces?)\s)"
)


# 'Ten weeks after he told Congress that the debt was too high, President García ...'
_LEAD = re.compile(
    r"(?:\A|\s[—–-]+\s)(?:[\w’'-]+\s+){0,3}?(?:after|when|before|since|while|although|though|as|if|once|because|until)\s+(?:[\w’'-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
_MAIN = re.compile(r",\s+(?=(?:[A-Z]|(?:the|an?|he|she|it|they|his|her|its|their|there|no|one)\s))")


def _is_lead(unit: Unit, start: int) -> bool:
    """Tell whether a source stands in a clause that only says when: the main clause is still to come."""
    return _LEAD.search(unit.page.text[max(unit.page.sentence_start(start), start - 160) : start]) is not None


def forward(unit: Unit, start: int, end: int, source: Source, content: Content) -> Attribution:
    """Report the words behind a cue, clause by clause."""
    text = unit.page.text
    stop = unit.clause_end(content.start, content.frame)
    if _WHO.search(text, source.end, start) and (back := _MAIN_VERB.search(text, content.start, stop)):
        stop = stop if unit.inside(back.start()) else back.start()
    if content.frame in ("that", "clause") and _is_lead(unit, source.start):
        main = next((hit for hit in _MAIN.finditer(text, content.start, stop) if not unit.inside(hit.start())), None)
        stop = main.start() if main else stop
    pieces = [(content.start, stop)]
    if content.frame in ("that", "clause"):
        pieces = split_that(text, content.start, stop, unit.inside)
    return Attribution(source, start, end, tuple((a, b, content.frame) for a, b in pieces), "forward")


# '..., and' may stand between a quotation in marks and what goes on behind it, but no other mark
_NO_MARK = re.compile(r"[^“\"«„]{0,120}")
# Between a quotation in marks and a source: titles ('Foreign Ministry spokesman'), 'the staffer named', 'is how'
_BESIDE_MARK = re.compile(r"[\s,—–-]*(?:[\w’'&/.-]+\s+){0,8}|\s*(?:is|was|are|were)\s+(?:how|what)\s+")
_NO_TITLE = re.compile(
    r"\b(?:that|which|who|when|while|if|but|because|as|is|was|are|were|has|have|had|will|would|said|says|and|or|it|they)\b"
)


def is_beside(text: str, low: int, high: int) -> bool:
    """Tell whether only titles stand between a quotation in marks and a source.

    >>> is_beside("” Foreign Ministry spokesman ", 1, 29), is_beside("” and then ", 1, 11)
    (True, False)
    """
    hit = _BESIDE_MARK.fullmatch(text, low, high)
    return hit is not None and (not _NO_TITLE.search(text, low, high) or text[low:high].split()[-1] in ("how", "what"))


def backward(unit: Unit, start: int, end: int, source: Source, earlier: Sequence[Attribution]) -> Attribution:
    """Report the words before a source: '“...,” said Kallas', and a quotation that goes on behind it."""
    text = unit.page.text
    stop = min(source.start, start)
    begin = clause_start(unit, earlier, stop)
    marks_end = max(begin, unit.after_marks(stop)) if unit.marks else begin
    comma = comma_before(text, marks_end, stop)
    if comma >= 0:
        stop = comma
    elif is_beside(text, marks_end, stop):
        stop = marks_end
    contents = [(begin, stop, "clause")]
    after = max(end, source.end)
    mark = unit.next_mark(after)
    if mark and _NO_MARK.fullmatch(text, after, mark.opened):
        contents.append((mark.opened, unit.marks[-1].closed, "marked"))
    return Attribution(source, start, end, tuple(contents), "backward")


# 'BAMAKO, Sept 14 (Reuters) - ', 'Santiago, 14 February 2024. - '
_DATELINE = re.compile(
    r"[A-Z][\w.’'/ -]{1,40}(?:,\s+[A-Z][\w.]*(?:\s+\w+)?)?"
    r"(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}))?(?:,?\s+\d{4})?"
    r"\.?\s*(?:\([A-Z][\w ./]{1,40}\):?)?\s+[-–—]+\s+(?=[A-Z“\"])"
)
_DATED = re.compile(r"[\d(]")


def clause_start(unit: Unit, earlier: Sequence[Attribution], stop: int) -> int:
    """Return where the words before an attribution begin: behind the one before it, or at the sentence's start."""
    page, begin = unit.page, unit.start if unit.marks else max(unit.start, stop - LONGEST)
    sentence = page.sentence_start(stop - 1)
    while sentence > begin and unit.inside(sentence):
        before = page.sentence_start(unit.opened[bisect_right(unit.opened, sentence) - 1])
        if before >= sentence:  # the mark opens the sentence itself
            break
        sentence = before
    begin = max(begin, sentence)
    dateline = _DATELINE.match(page.text, begin, stop)
    if dateline and (_DATED.search(dateline.group()) or dateline.group().split()[0].strip(",").isupper()):
        begin = dateline.end()
    for attribution in earlier:
        reach = max(attribution.end, attribution.source.end)
        if reach < stop and attribution.order != "forward":
            begin = max(begin, reach)
    return begin


_IN_TITLES = frozenset(("the", "a", "an", "its", "his", "her", "their", "of", "for", "by", "at", "in"))


def comma_before(text: str, low: int, source: int) -> int:
    """Return where the comma stands before a source and its titles, -1 if there is none.

    '..., the state news agency KCNA reported', but not '..., a charge Doha denies'.

    >>> comma_before("It fell, the agency KCNA said.", 0, 20), comma_before("It fell, a charge Doha denies.", 0, 18)
    (7, -1)
    """
    at, depends = source, False
    for _ in range(9):
        end = strip_right(text, low, at)
        if end <= low:
            return -1
        if text[end - 1] == ",":
            return end - 1
        at = max(text.rfind(" ", low, end), low - 1) + 1
        word = text[at:end]
        if not (word[0].isupper() or word in _IN_TITLES or is_title_word(word) or (depends and word.islower())):
            return -1
        # 'a member of his party': what stands before 'of' is a noun
        depends = word == "of"
    return -1


def shared_subject(unit: Unit, at: int, earlier: Sequence[Attribution]) -> Source | None:
    """Return the subject that another verb of the sentence has: '... and said', '..., adding that'."""
    page = unit.page
    start = max(unit.start, page.sentence_start(at), page.text.rfind("; ", unit.start, at) + 1)
    near = [attribution for attribution in earlier if attribution.start >= start]
    if near:
        return near[-1].source
    found = read_opening(page, start, at)
    if found is None and (front := _WHEN.match(page.text, start, at)):
        return read_opening(page, front.end(), at)
    return found


# 'In May President Morales took over the fields, claiming that'
_WHEN = re.compile(
    r"\s*(?:(?:In|On|By|Since|During|Early|Late|Earlier|Last|This|That|Next)\s+)+(?:[a-z]+\s+){0,2}?"
    r"(?:[A-Z][a-z]{2,8}|\d{4}|week|month|year|spring|summer|autumn|winter|day|morning|evening|night)(?:\s+\d{1,4})?\s+"
)


# Where what a verb governs is over
_CLAUSE_BREAK = re.compile(r"[;:.]\s|,\s+\w|\b(?:that|who|which|because)\b")


def marked_object(unit: Unit, end: int) -> Content | None:
    """Find a quotation in marks in what a verb governs: 'called the plan “a gift to the aggressor”'."""
    mark = unit.next_mark(end)
    if mark is None or mark.opened - end >= 160:
        return None
    gap = unit.page.text[end : mark.opened].rstrip(": ")
    plain = not _CLAUSE_BREAK.search(gap) or (gap.endswith(" as") and "." not in gap)
    return Content(mark.opened, "marked") if plain else None
