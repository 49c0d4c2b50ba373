"""Saying words with their sources and the stretches they report.

Three orders are told apart: source, verb, words ("Kallas said that ..."); words, source, verb ("..., Kallas said");
words, verb, source ("..., said Kallas"). What stands on either side of the verb decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.find.cues import BASES, VIEWS, Cue, is_owned, noun_frames, word_before
from briefing_lib.find.extents import find_end, split_that
from briefing_lib.find.phrases import Page, Source, is_title_word, read_phrase, read_words, strip_right
from briefing_lib.find.quotemarks import Marked
from briefing_lib.find.reported import Content, find_content, skip_adjuncts, skip_hearer
from briefing_lib.find.speakers import FRONT, Subject, find_right, find_subject, piece_start, read_opening


class Unit(NamedTuple):
    """Sentences read together because a quotation in marks runs across their borders.

    ``marks`` are the quotations in it that are long enough to be speech, ``spoken`` tells that all of it is speech.
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

    def opening(self, offset: int) -> int:
        """Return where the quotation in marks opens that an offset lies in."""
        return self.opened[bisect_right(self.opened, offset) - 1]

    def after_marks(self, offset: int) -> int:
        """Return where the last quotation in marks before an offset is over, or the start of the unit."""
        i = bisect_right(self.opened, offset) - 1 if self.opened else -1
        return self.marks[i].closed if i >= 0 else self.start

    def mention_end(self, start: int) -> int:
        """Return where the mention ends that starts at an offset, 0 if none does."""
        mention = self.page.mention_starting(start)
        return mention.end if mention else 0


class Attribution(NamedTuple):
    """Saying word, its source, and the stretches it reports as (start, end, frame)."""

    source: Source
    start: int
    end: int
    contents: tuple[tuple[int, int, str], ...]
    order: str


NOBODY = "nobody"

_JOINED = re.compile(r"(?:^|[\s,])(?:and|but|then|or|yet)\s*$")
_PLURAL = re.compile(r"(?:they|we|i|you|who|both|people|police|media|men|women|some|many|others|\w+s)$", re.IGNORECASE)


def attribute(unit: Unit, start: int, end: int, cue: Cue, earlier: Sequence[Attribution]) -> Attribution | None:
    """Read a saying word.

    Args:
        unit: where it stands.
        start: first character of the word.
        end: character after it.
        cue: what the lexicon says of it.
        earlier: attributions read before it in the unit.

    Returns:
        The attribution, None if the word reports nothing here.
    """
    if cue.form == "phrase":
        return _by_phrase(unit, start, end, cue)
    if cue.form == "noun":
        if cue.base in VIEWS and (found := _by_phrase(unit, start, end, cue)):
            return found
        return _by_noun(unit, start, end, cue.frames)
    text = unit.page.text
    if cue.form != "gerund" and is_owned(word_before(text, start), cue.form):
        return _by_noun(unit, start, end, noun_frames(text[start:end]))
    if (frames := noun_frames(text[start:end])) and _GIVES.search(text, max(unit.start, start - 60), start):
        return _by_noun(unit, start, end, frames)
    if unit.spoken and cue.strength == "thought":
        return None
    if cue.base in ("quote", "cite"):
        return _quoting(unit, start, end, cue)
    return _by_verb(unit, start, end, cue, earlier)


# --- verbs ----------------------------------------------------------------------------------------------------------

_BY_OR_TO = re.compile(r"\s+(?:by|to)\s")
# Behind these stands who is told: '..., a doctor, told Reuters'
_HEARERS = frozenset("tell inform notify brief apprise assure reassure convince persuade remind alert".split())
_BEHIND = tuple(",—–\"”’»'`-")
_GAP = re.compile(r"[\s,—–-]*")
# Between a quotation in marks and a source: titles ('Foreign Minister'), 'the staffer named', 'is how'
_GAPS = re.compile(
    r"[\s,—–-]*(?:(?:[A-Z][\w.’'-]*|former|deputy|prime|foreign|[a-z]+-general|minister|president|its|his|her)\s+)*"
    r"|[\s,—–-]*(?:the|an?|one)\s+(?:[\w’'-]+\s+){0,6}|\s*(?:is|was|are|were)\s+(?:how|what)\s+"
)


def _by_verb(unit: Unit, start: int, end: int, cue: Cue, earlier: Sequence[Attribution]) -> Attribution | None:
    page, text = unit.page, unit.page.text
    low = unit.after_marks(start)
    content = find_content(text, cue, end, unit.end, unit.mention_end)
    if content is None and not unit.marks and not _may_look_back(text, low, start, end, unit.end, cue):
        return None
    behind_mark = low > unit.start and _GAP.fullmatch(text, low, start) is not None
    if start == unit.start and not behind_mark:
        return None
    inverts = cue.form in ("past", "participle", "third") and cue.base not in _HEARERS
    inverts = inverts and (behind_mark or bool(cue.frames & {"that", "clause"}))
    if inverts and (behind_mark or text[max(low, start - 3) : start].rstrip().endswith(_BEHIND)):
        source = _inverted(unit, low, start, end, cue, content, behind_mark)
        if source:
            return _backward(unit, start, end, source, earlier)
    subject = find_subject(page, low, start)
    if cue.form == "gerund":
        return _participle(unit, low, start, end, cue, content, subject, earlier)
    if subject.passive and cue.form in ("past", "participle"):
        return _passive(unit, low, start, end, cue, subject, content)
    source = subject.source or _other_subject(unit, low, start, subject, content, cue, earlier)
    if source is None:
        return None
    if cue.form == "word" and not subject.modal and not _is_plural(text, source):
        return None
    if cue.form == "third" and source.rule in ("noun", "body", "document") and _is_plural(text, source) and not source.actors:
        return None
    if subject.infinitive and (subject.source or content is None or content.frame in ("np", "inf")):
        return None
    if _WHAT.search(text, max(low, source.start - 12), source.start):
        return None
    if text[source.start : source.end].lower() in ("i", "we") and (content is None or content.frame not in ("that", "quote")):
        return None
    if cue.strength == "thought" and not _is_person(page, source) and (content is None or content.frame != "quote"):
        return None
    if lead := _AS.search(text, max(unit.start, source.start - 70), source.start):
        return _as_said(unit, lead.start(), end, start, source)
    plain = content is not None and content.frame in ("that", "wh")
    if low > unit.start and not plain and _GAPS.fullmatch(text, low, source.start):
        return _backward(unit, start, end, source, earlier)
    if not plain and cue.frames & {"that", "clause", "told"} and (content is None or content.frame in ("clause", "quote")):
        around = _around(unit, low, start, end, cue, source, content, earlier)
        if around:
            return around
    if content is None and not unit.spoken:
        content = _marked_object(unit, end)
    if content is None or subject.negated and content.frame in ("np", "inf", "clause"):
        return None
    if source.rule in ("unlisted", "words") and content.frame not in ("that", "quote") and cue.base not in ("say", "tell", "add"):
        return None
    return _forward(unit, start, end, source, content)


def _may_look_back(text: str, low: int, start: int, end: int, high: int, cue: Cue) -> bool:
    """Tell whether a verb with nothing to report behind it may report the words before it."""
    if text[max(low, start - 3) : start].rstrip().endswith(_BEHIND) or "told" in cue.frames:
        return True
    return bool(_NOTHING.match(text, end, high) or _BY_OR_TO.match(text, end, high))


_WHAT = re.compile(r"\bwhat\s+(?:the\s+)?$")


def _is_plural(text: str, source: Source) -> bool:
    return len(source.actors) > 1 or source.rule != "name" and bool(_PLURAL.search(text[source.start : source.end].split()[-1]))


def _is_person(page: Page, source: Source) -> bool:
    if source.rule == "pronoun":
        return page.text[source.start : source.end].lower() in ("he", "she")
    return source.rule in ("unlisted", "title") or any(m.type == "person" for m in page.mentions_in(source.start, source.end))


def _other_subject(unit: Unit, low: int, start: int, subject: Subject, content: Content | None, cue: Cue, earlier) -> Source | None:
    """Find the subject where none stands beside the verb: 'came home and said', 'refused to say', 'the fisherman said'."""
    text = unit.page.text
    if _JOINED.search(text, max(low, subject.start - 60), subject.start) or subject.infinitive:
        if content is None or subject.infinitive and content.frame not in ("that", "quote", "wh"):
            return None
        source = _shared(unit, start, earlier)
        return None if source and subject.infinitive and text[source.start : source.end].lower() == "it" else source
    if not cue.frames & {"that", "clause", "told"}:
        return None
    if cue.strength != "said" and (content is None or content.frame not in ("that", "quote")):
        return None
    return read_words(unit.page, piece_start(text, low, subject.start), subject.start)


def _shared(unit: Unit, at: int, earlier: Sequence[Attribution]) -> Source | None:
    """Return the subject that another verb of the sentence has: '... and said', '..., adding that'."""
    page, text = unit.page, unit.page.text
    start = max(unit.start, page.sentence_starts[max(0, page.sentence_at(at))], text.rfind("; ", unit.start, at) + 1)
    near = [a for a in earlier if a.start >= start]
    if near:
        return near[-1].source
    return read_opening(page, start, at)


def _inverted(unit: Unit, low: int, start: int, end: int, cue: Cue, content: Content | None, behind_mark: bool) -> Source | None:
    """Return the source behind the verb: '“...,” said Kallas', '..., said Kallas'."""
    page, text = unit.page, unit.page.text
    if not behind_mark and (cue.strength == "thought" or content is not None and content.frame in ("that", "quote", "wh")):
        return None
    source = find_right(page, end, unit.end)
    if source is None and behind_mark:
        hit = _PLAIN_NOUN.match(text, end, unit.end)
        return Source(hit.start(1), hit.end(1), (), "words") if hit else None
    if source is None or behind_mark:
        return source
    if source.rule in ("pronoun", "unlisted") or not _OVER.match(text, source.end, unit.end):
        return None
    # 'Kallas, the prime minister, said Estonia' has its subject on the left
    piece = piece_start(text, low, strip_right(text, low, start) - 1)
    aside = _ASIDE.match(text, piece) and piece > low and page.mention_ending(strip_right(text, low, piece) - 1)
    return None if aside else source


_PLAIN_NOUN = re.compile(r"\s+((?:the|an?|one|another)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+)(?=\s*(?:[.,;“\"]|$|\s(?:in|on|at|of|from|who|after|before)\b))")
_OVER = re.compile(r"\s*(?:$|[.,;:)”\"’]|(?:on|in|at|after|during|last|late|earlier|yesterday|today|of|from|who|[A-Z][a-z]+day)\b)")
_ASIDE = re.compile(r"\s*(?:an?|the|who|which|his|her|its|whose|speaking|in|at|on|after)\s")


def _around(unit: Unit, low: int, start: int, end: int, cue: Cue, source: Source, content: Content | None, earlier) -> Attribution | None:
    """Read '..., Kallas said on Monday' and 'On Monday, Kallas said, ...'."""
    text = unit.page.text
    after = skip_adjuncts(text, end, unit.end, unit.mention_end)
    if "told" in cue.frames and (hearer := skip_hearer(text, after, unit.end, unit.mention_end)):
        after = skip_adjuncts(text, hearer, unit.end, unit.mention_end)
    if content is not None and content.frame == "clause" and not _NOTHING.match(text, after, unit.end):
        return None
    if content is not None and content.frame == "quote" or not _NOTHING.match(text, after, unit.end):
        return None
    comma = _comma_before(text, low, source.start)
    begin = _clause_start(unit, earlier, source.start)
    if comma < begin:
        return None
    lead = text[begin:comma]
    fronted = FRONT.match(lead) and "," not in lead
    resumed = _RESUMED.match(text, after, unit.end)
    contents = []
    if not fronted and (len(lead.split()) >= 3 and not resumed or len(lead.split()) >= 5):
        contents.append((begin, comma, "clause"))
    if resumed:
        contents.append((resumed.end(), find_end(text, resumed.end(), unit.end, "clause", unit.inside), "clause"))
    return Attribution(source, start, end, tuple(contents), "backward" if not resumed else "around") if contents else None


_NOTHING = re.compile(
    r"\s*(?:$|[.,;:!?”\"’()—–]|(?:on|in|at|during|after|before|from|via|through|with|about|following|ahead|as|and|but|when|while|last|late|early|here)\b"
    r"|to\s+(?:the|an?|his|her|its|their|reporters|journalists|[A-Z]))"
)
def _comma_before(text: str, low: int, source: int) -> int:
    """Return where the comma stands before a source and its titles, -1 if there is none.

    '..., the state news agency KCNA reported', but not '..., a charge Doha denies'.
    """
    at = source
    for _ in range(9):
        end = strip_right(text, low, at)
        if end <= low:
            return -1
        if text[end - 1] == ",":
            return end - 1
        at = max(text.rfind(" ", low, end), low - 1) + 1
        word = text[at:end]
        if not (word[0].isupper() or word in _IN_TITLES or is_title_word(word)):
            return -1
    return -1


_IN_TITLES = frozenset("the a an its his her their of and former deputy prime foreign state news senior participant".split())


_RESUMED = re.compile(r",\s+(?!(?:who|which|where|when|while|but|and|adding|saying|noting|as|after|citing|speaking|in\s+what|according|a|an|the\s+\w+\s+of)\b)(?=[\w“\"])")


def _clause_start(unit: Unit, earlier: Sequence[Attribution], stop: int) -> int:
    """Return where the words before an attribution begin: behind the one before it, or at the sentence's start."""
    page, begin = unit.page, unit.start
    sentence = page.sentence_starts[max(0, page.sentence_at(stop - 1))]
    while sentence > begin and unit.inside(sentence):
        sentence = page.sentence_starts[max(0, page.sentence_at(unit.opening(sentence)))]
    begin = max(begin, sentence)
    for attribution in earlier:
        reach = max(attribution.end, attribution.source.end)
        if reach < stop and attribution.order != "forward":
            begin = max(begin, reach)
    return begin


def _backward(unit: Unit, start: int, end: int, source: Source, earlier: Sequence[Attribution]) -> Attribution:
    """Report the words before the source: '“...,” said Kallas', and a quotation that goes on behind it."""
    text = unit.page.text
    stop = min(source.start, start)
    begin = _clause_start(unit, earlier, stop)
    marks_end = max((m.closed for m in unit.marks if m.closed <= stop), default=begin)
    comma = _comma_before(text, max(begin, marks_end), stop)
    if comma >= 0:
        stop = comma
    elif _GAPS.fullmatch(text, marks_end, stop):
        stop = marks_end
    contents = [(begin, stop, "clause")]
    after = max(end, source.end)
    following = [m for m in unit.marks if m.opened >= after]
    if following and _NEAR.fullmatch(text, after, following[0].opened):
        contents.append((following[0].opened, following[-1].closed, "marked"))
    return Attribution(source, start, end, tuple(contents), "backward")


_NEAR = re.compile(r"[^“\"«„]{0,120}")


def _forward(unit: Unit, start: int, end: int, source: Source, content: Content) -> Attribution:
    text = unit.page.text
    stop = find_end(text, content.start, unit.end, content.frame, unit.inside)
    pieces = split_that(text, content.start, stop, unit.inside) if content.frame in ("that", "clause") else [(content.start, stop)]
    return Attribution(source, start, end, tuple((a, b, content.frame) for a, b in pieces), "forward")


def _marked_object(unit: Unit, end: int) -> Content | None:
    """Find a quotation in marks in what the verb governs: 'called the plan “a gift to the aggressor”'."""
    text = unit.page.text
    for mark in unit.marks:
        if mark.opened >= end:
            gap = text[end : mark.opened]
            plain = not _CLAUSE_BREAK.search(gap.rstrip(": ")) or gap.rstrip().endswith(" as") and "." not in gap
            return Content(mark.opened, "marked") if len(gap) < 160 and plain else None
    return None


_CLAUSE_BREAK = re.compile(r"[;:.]\s|,\s+\w|\b(?:that|who|which|because)\b")


# 'as Kallas put it', 'As the minister said'
_AS = re.compile(r"(?:^|(?<=[\s,—–(]))[Aa]s\s+(?:(?:the|an?|its|his|her)\s+)?(?:[\w.’'-]+\s+){0,5}$")
_AS_END = re.compile(r"(?:\s+(?:it|this|so|before|above|earlier|yesterday|once|in\s+[^,“\"]{2,40}))?\s*(?:[,:]\s*|(?=[“\"«]))")
_AS_LAST = re.compile(r"[^,;:“\"]{0,60}[.)]?$")


def _as_said(unit: Unit, lead: int, end: int, start: int, source: Source) -> Attribution | None:
    """Read 'as Kallas noted, ...': the clause it stands in, before and after."""
    text = unit.page.text
    after = skip_adjuncts(text, end, unit.end, unit.mention_end)
    if hearer := skip_hearer(text, after, unit.end, unit.mention_end):
        after = skip_adjuncts(text, hearer, unit.end, unit.mention_end)
    hit = _AS_END.match(text, after, unit.end)
    if not hit and not _AS_LAST.fullmatch(text, after, unit.end):
        return None
    contents = []
    before = strip_right(text, unit.start, lead)
    if text[unit.start : before].count(" ") >= 4:
        contents.append((unit.start, before, "clause"))
    if hit and hit.end() < unit.end:
        contents.append((hit.end(), find_end(text, hit.end(), unit.end, "clause", unit.inside), "clause"))
    return Attribution(source, start, end, tuple(contents), "around") if contents else None


_PARTICIPLE = re.compile(r"(?:,[”\"’]?|—|–|\b(?:by|while|before|after|in|and|without|from|but|when))(?:\s+[a-z]+ly|\s+also|\s+instead|\s+later)?\s*$")


_URGES = frozenset(("urge", "ask", "beg", "call on", "call upon", "implore", "tell", "warn", "vow", "pledge", "promise", "threaten"))
_WITHOUT = re.compile(r"\bwithout\s+$")


def _participle(unit: Unit, low: int, start: int, end: int, cue: Cue, content: Content | None, subject: Subject, earlier) -> Attribution | None:
    """Read '..., adding that ...', 'by saying “...”', 'with Gandhi insisting that ...'."""
    text = unit.page.text
    if content is None:
        content = _marked_object(unit, end)
    if content is None:
        return None
    joined = _PARTICIPLE.search(text, max(unit.start, start - 40), start)
    explicit = content.frame in ("that", "quote", "wh")
    if subject.source and not joined and (explicit or subject.passive and cue.strength != "thought"):
        own = subject.source.actors or subject.source.rule in ("document", "noun")
        return _forward(unit, start, end, subject.source, content) if own else None
    if not joined:
        return None
    if content.frame == "inf" and cue.base not in _URGES or content.frame == "np" and cue.strength == "stressed" and not earlier:
        return None
    if not explicit and (cue.strength == "thought" or _WITHOUT.search(text, max(low, start - 12), start)):
        return None
    source = _shared(unit, start, earlier)
    return _forward(unit, start, end, source, content) if source else None


_BY = re.compile(r"\s+by\s+")
_TO = re.compile(r"\s+(?=to\s+(?:have|be|[a-z]+)\b)")
_TELLS = frozenset("tell inform notify advise warn brief remind assure".split())
_HEARSAY = frozenset("say report allege claim estimate understand rumour".split())


def _passive(unit: Unit, low: int, start: int, end: int, cue: Cue, subject: Subject, content: Content | None) -> Attribution | None:
    """Read 'it was reported that', 'is said to have', 'was announced by Chile'."""
    text = unit.page.text
    nobody = Source(start, start, (), NOBODY)
    by = _BY.match(text, end, unit.end)
    agent = find_right(unit.page, by.end(), unit.end) if by else None
    first = subject.source
    impersonal = first is not None and text[first.start : first.end].lower() == "it"
    if agent is None and (cue.strength == "thought" or impersonal and subject.modal):
        return None
    if content and content.frame == "that" and (impersonal or cue.base in _TELLS):
        return _forward(unit, start, end, agent or nobody, content)
    if content and content.frame == "clause" and cue.base in _TELLS and first:
        return _forward(unit, start, end, agent or nobody, content)
    if cue.base in _HEARSAY and (hit := _TO.match(text, end, unit.end)) and first:
        return _forward(unit, start, end, nobody, Content(hit.end(), "inf"))
    if agent and "np" in cue.frames:
        begin = piece_start(text, low, subject.start)
        words = text[begin : subject.start]
        if words.strip() and not _RELATIVE.search(words) and len(words) < 120:
            return Attribution(agent, start, end, ((begin, subject.start, "np"),), "passive")
    return None


_RELATIVE = re.compile(r"\b(?:who|which|whose|that|when|where|it|they)\b")

_AS_SAYING = re.compile(r"[^.;“”\"]{0,160}?\s+as\s+(?:saying|telling\s+\w+|stating|writing|having\s+said)[,:]?\s*(?:that\s+)?")
_NOT_QUOTED = re.compile(r"\s+(?:by|in|on|as)\b")
_QUOTED = re.compile(r"\s*(?:who\s+\w+\s*)?[:,]?\s*(?=[“\"«„‘])")
_WHO_SAID = re.compile(r"\s+who\s+(?:\w+ly\s+)?(?:said|believed?|thought|argued?|claimed|warned|expected|noted|added)\s+(?:that\s+)?")


def _quoting(unit: Unit, start: int, end: int, cue: Cue) -> Attribution | None:
    """Read 'was quoted by Xinhua as saying', 'quoted the minister as saying', 'quoting Salas: “...”'."""
    page, text = unit.page, unit.page.text
    right = None if _NOT_QUOTED.match(text, end, unit.end) else find_right(page, end, unit.end)
    if hit := _AS_SAYING.match(text, end, unit.end):
        source = right or find_subject(page, unit.after_marks(start), start).source
        return _forward(unit, start, end, source, Content(hit.end(), "that")) if source else None
    if right is None:
        return None
    if hit := _QUOTED.match(text, right.end, unit.end):
        return _forward(unit, start, end, right, Content(hit.end(), "quote"))
    if hit := _WHO_SAID.match(text, right.end, unit.end):
        return _forward(unit, start, end, right, Content(hit.end(), "that"))
    return None


# --- nouns and phrases ----------------------------------------------------------------------------------------------

_NOUN_THAT = re.compile(r"(?:\s+(?P<by>by|from|of|on|about|in|to|over)\s+(?P<whom>[^.;:,“”\"]{2,70}?))??(?:\s+(?:is|was|has\s+been|remains|will\s+be))?,?\s+(?P<join>that\s+(?=[\w“\"])|to\s+(?=[a-z])|for\s+(?=[\w“\"]))")
_NOUN_MARK = re.compile(r"[,:]?\s*(?=[“\"«„])")
_OWNER = re.compile(r"(?:[’']s?|(?<=\w)(?P<his>\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)))\s+(?:[\w-]+\s+){0,3}$")
_HIS = re.compile(r"\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?=\s+(?:[\w-]+\s+){0,2}$)")
_GIVES = re.compile(
    r"\b(?:make|made|makes|making|issue|issued|issues|issuing|give|gave|gives|giving|offer|offered|deliver|delivered|release|released|repeat|repeated"
    r"|include|included|includes|send|sent|coined?|invented|used?|came\s+up\s+with|proposed)\s+(?:[\w’'-]+\s+){0,4}$"
)


def _by_noun(unit: Unit, start: int, end: int, frames: frozenset[str]) -> Attribution | None:
    """Read a noun that reports: "Chile's claim that ...", 'the report by Peru that ...', 'his message: “...”'."""
    text = unit.page.text
    if text[max(unit.start, start - 4) : start].split()[-1:] in (["no"], ["any"]):
        return None
    that = _NOUN_THAT.match(text, end, unit.end)
    join = that.group("join").strip() if that else ""
    if that and join in frames:
        content = Content(that.start("join") if join == "to" else that.end(), "that" if join == "that" else "np")
    elif "quote" in frames and (hit := _NOUN_MARK.match(text, end, unit.end)) and any(m.opened == hit.end() for m in unit.marks):
        that, content = None, Content(hit.end(), "marked")
    else:
        return None
    source = _noun_source(unit, start, that)
    if source is None:
        return None
    found = _forward(unit, start, end, source, content)
    return found._replace(order="own") if content.frame == "marked" else found


def _noun_source(unit: Unit, start: int, that: re.Match[str] | None) -> Source | None:
    page, text = unit.page, unit.page.text
    low = unit.after_marks(start)
    if that and that.group("by") in ("by", "from", "of"):
        source = find_right(page, that.start("whom"), that.end("whom"))
        if source:
            return source
    window = max(low, start - 50)
    if owner := _OWNER.search(text, window, start):
        mention = page.mention_ending(owner.start())
        if mention:
            return Source(mention.start, mention.end, (mention.actor,), "name")
        if source := read_phrase(page, low, owner.start()):
            return source
    if owner := _HIS.search(text, window, start):
        return Source(owner.start(), owner.end(), (), "pronoun")
    if verb := _GIVES.search(text, max(low, start - 60), start):
        return find_subject(page, low, verb.start()).source or _shared(unit, verb.start(), ())
    return None


_IN_HIS = re.compile(r"\b[Ii]n\s+(?P<owner>[^,.;:“\"]{2,80}?)[’']s?\s+(?:own\s+)?$")
_IN_PRONOUN = re.compile(r"\b[Ii]n\s+(?P<owner>his|her|their)\s+(?:own\s+)?$")


def _by_phrase(unit: Unit, start: int, end: int, cue: Cue) -> Attribution | None:
    """Read 'according to X', "in X's view"."""
    page, text = unit.page, unit.page.text
    if cue.base in VIEWS:
        window = max(unit.start, start - 90)
        owner = _IN_HIS.search(text, window, start) or _IN_PRONOUN.search(text, window, start)
        if owner is None:
            return None
        source = read_phrase(page, owner.start("owner"), owner.end("owner"))
        if owner.re is _IN_PRONOUN:
            source = Source(owner.start("owner"), owner.end("owner"), (), "pronoun")
        return _beside(unit, owner.start(), start, end, source, end) if source else None
    if cue.base in BASES:
        hit = _BASIS.match(text, end, unit.end)
        source = read_phrase(page, hit.start("owner"), hit.end("owner")) if hit else None
        return _beside(unit, start, start, end, source, hit.end()) if source and hit else None
    if _NO_SOURCE.match(text, end):
        return None
    plain = not _SET_OFF.search(text, max(unit.start, start - 6), start) and start > unit.start
    source = _according(unit, end, plain)
    return _beside(unit, start, start, end, source, source.end) if source else None


# "Based on Bildt's remarks in Oslo, ..."
_BASIS = re.compile(r"\s+(?P<owner>[^,.;:“\"]{2,60}?)[’']s?\s+(?:[\w-]+\s+){0,2}?(?:statements?|remarks|words|comments|speech|letter|report|account|interview)\b")
_NO_SOURCE = re.compile(r"\s+(?:plan|plans|schedule|which|law|the\s+law|tradition|custom|protocol)\b")
# 'a report published this week by the World Bank'
_ISSUED_BY = re.compile(r"\s+(?:published|released|issued|compiled|conducted|produced|provided|prepared|commissioned|carried\s+out)\s+(?:[\w,]+\s+){0,4}?by\s+")
_HIM = re.compile(r"\s+(him|her|them)\b")
_ANY_WORDS = re.compile(r"\s+((?:[^\s,.;:“\"]+\s+){0,7}?[^\s,.;:“\"]+)(?=\s*[,.;:“\"]|$)")
_JOINS_CLAUSE = re.compile(r"(?:^|[\s,])(?:and|but|since|because|as|that|while|although),?\s*$")


_SET_OFF = re.compile(r"[,;:—–”\"’(]\s*$")


def _according(unit: Unit, end: int, plain: bool) -> Source | None:
    """Read whom 'according to' names; in running text, without a comma, only people and bodies that speak."""
    text = unit.page.text
    if hit := _HIM.match(text, end):
        return Source(hit.start(1), hit.end(1), (), "pronoun")
    source = find_right(unit.page, end, unit.end)
    if source and source.rule == "document" and not source.actors and (by := _ISSUED_BY.match(text, source.end, unit.end)):
        issuer = find_right(unit.page, by.end(), unit.end)
        return issuer._replace(start=source.start) if issuer else source
    if source:
        return source
    hit = None if plain else _ANY_WORDS.match(text, end, unit.end)
    return Source(hit.start(1), hit.end(1), (), "noun") if hit else None


_COMMA = re.compile(r"[^,“”\";:]{0,160}?,\s*")
_APPOSED = re.compile(r"(?:an?|the|who|which|whose|one|its|their|his|her|head|director|chief|professor|fellow)\s[^,;:“”\"]{3,90},\s+")


def _beside(unit: Unit, lead: int, start: int, end: int, source: Source, reach: int) -> Attribution | None:
    """Report the clause that a phrase such as 'according to X' stands in front of, in, or behind."""
    text = unit.page.text
    before = strip_right(text, unit.start, lead)
    fronted = before <= unit.start or _JOINS_CLAUSE.search(text, max(unit.start, lead - 12), lead)
    comma = _COMMA.match(text, reach, unit.end)
    if fronted:
        begin = comma.end() if comma else reach
        if comma and (aside := _APPOSED.match(text, begin, unit.end)) and source.rule != "pronoun" and start != end:
            begin = aside.end() if text[aside.end() : unit.end].count(" ") >= 2 else begin
        return _forward(unit, start, end, source, Content(begin, "clause"))
    low = unit.after_marks(lead)
    contents = [(unit.start, before, "clause")]
    if text[low:before].count(" ") < 3 and low == unit.start and comma:
        contents = [(comma.end(), find_end(text, comma.end(), unit.end, "clause", unit.inside), "clause")]
    return Attribution(source, start, end, tuple(contents), "backward")
