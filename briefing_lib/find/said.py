"""Saying verbs: what stands on either side of one decides who says what.

Three orders are told apart: source, verb, words ("Kallas said that ..."); words, source, verb ("..., Kallas said");
words, verb, source ("..., said Kallas").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.attributions import (
    LONGEST,
    Attribution,
    Unit,
    backward,
    clause_start,
    comma_before,
    forward,
    is_beside,
    marked_object,
    shared_subject,
)
from briefing_lib.find.cues import Cue
from briefing_lib.find.page import Source, strip_right, word_start
from briefing_lib.find.phrases import read_words
from briefing_lib.find.quotemarks import Marked
from briefing_lib.find.reported import Content, find_content, has_verb
from briefing_lib.find.said_aside import read_participle, read_passive
from briefing_lib.find.source_nouns import is_stop_word
from briefing_lib.find.speakers import FRONT, Subject, find_right, find_subject, piece_start

# What ends the words before a verb whose source stands behind it: '..., said', '...” said'
_ENDS_WORDS = tuple(",—–\"”’»'`-")
_GAP = re.compile(r"[\s,—–-]*")
_BY = re.compile(r"\s+by\s")
_BY_OR_TO = re.compile(r"\s+(?:by|to)\s")
# Nothing is reported behind the verb: '..., Kallas said on Monday.'
_NOTHING = re.compile(
    r"\s*(?:$|[.,;:!?”\"’()—–]|(?:on|in|at|during|after|before|from|via|through|with|about|following|ahead|as|and|but"
    r"|when|while|last|late|early|earlier|later|here|yesterday|today|tonight|recently|publicly|again|[A-Z][a-z]+day)\b|to\s+(?:(?:the|an?|his|her|its|their|reporters|journalists)\b|[A-Z]))"
)
_CLAUSAL = frozenset(("that", "clause", "told"))
_WHAT = re.compile(r"\bwhat\s+(?:the\s+)?$")
# Forms of verbs that any subject may have if it speaks: 'the fisherman said'
_PLAIN = frozenset(("say", "tell", "add"))


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
    set_off = text[max(low, start - 3) : start].rstrip().endswith(_ENDS_WORDS)
    readable = content or unit.marks or set_off or "told" in cue.frames or _NOTHING.match(text, end, unit.end)
    if not (readable or _BY_OR_TO.match(text, end, unit.end) or _RELATIVE.match(text, end, unit.end)):
        return None
    behind_mark = low > unit.start and _GAP.fullmatch(text, low, start) is not None
    if start == unit.start and not behind_mark:
        return None
    if (behind_mark or set_off) and (source := _source_behind(unit, low, start, end, cue, content, behind_mark)):
        return backward(unit, start, end, source, earlier)
    if not (content or unit.marks) and _reports_nothing(unit, start, end, cue):
        return None
    subject = _by_hearsay(unit, low, start) or find_subject(page, low, start)
    if cue.form == "gerund":
        return read_participle(unit, start, end, cue, content, subject, earlier)
    if subject.passive and cue.form in ("past", "participle"):
        return read_passive(unit, low, start, end, cue, subject, content)
    if subject.source is None and cue.form in ("past", "participle") and _BY.match(text, end):
        return None  # 'the speed demanded by science'
    subject_source = subject.source or _other_subject(unit, low, start, subject, content, cue, earlier)
    if subject_source is None and low > unit.start and cue.form in ("past", "third", "word"):
        subject_source = _beside_mark(unit, low, subject.start)
    if subject_source is None or not _agrees(unit, low, subject_source, subject, cue, content):
        return None
    return _with_subject(unit, low, start, end, cue, subject_source, subject, content, earlier)


# 'he is said to have explained': who explains is who is talked of
_HEARSAY = re.compile(
    r"(?:is|are|was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:said|reported|understood|believed|thought|alleged|known|rumou?red|claimed)"
    r"\s+to\s+(?:have\s+)?(?:\w+ly\s+)?$"
)


def _by_hearsay(unit: Unit, low: int, start: int) -> Subject | None:
    """Find the subject of a verb that hangs on hearsay, None if it does not."""
    text = unit.page.text
    if text[start - 5 : start] not in ("have ", "e to ") and not text.endswith(("to ", "have "), low, start):
        return None
    hearsay = _HEARSAY.search(text, max(low, start - 60), start)
    return find_subject(unit.page, low, hearsay.start()) if hearsay else None


_AS_BEFORE = re.compile(r"\b[Aa]s\s")


def _reports_nothing(unit: Unit, start: int, end: int, cue: Cue) -> bool:
    """Tell, before the subject is looked for, that a verb without words behind it has none before it either."""
    if cue.form == "gerund":
        return True
    text = unit.page.text
    if not cue.frames.isdisjoint(_CLAUSAL) or _BY_OR_TO.match(text, end, unit.end):
        return False
    return _AS_BEFORE.search(text, unit.start, start) is None


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
    if lead := _AS.search(text, max(unit.start, source.start - 70), source.start):
        return _as_said(unit, lead.start(), start, end, source)
    plain = content is not None and content.frame in ("that", "wh")
    if low > unit.start and not plain and is_beside(text, low, source.start):
        return backward(unit, start, end, source, earlier)
    if cue.frames & _CLAUSAL:
        if content is None or content.frame == "clause":
            around = _around(unit, low, start, end, cue, source, earlier)
        else:
            around = _before_mark(unit, low, start, end, source, content, earlier)
        if around:
            return around
    if content is None and not (unit.spoken and text[source.start : source.end].lower() in ("i", "we")):
        content = marked_object(unit, end)
    if content is None and (relative := _RELATIVE.match(text, end, unit.end)) and cue.frames & _CLAUSAL:
        if cue.strength != "thought" and _THAT_SUBJECT.search(text, max(low, source.start - 16), source.start):
            content = Content(relative.end(), "np")
    if content is None or (subject.negated and content.frame in ("np", "inf", "clause", "wh")):
        return None
    if content.frame == "wh" and (text[source.start : source.start + 8].lower() == "neither " or _refuses(unit, start)):
        return None
    if source.rule in ("unlisted", "words") and content.frame not in ("that", "quote") and cue.base not in _PLAIN:
        return None
    return forward(unit, start, end, source, content)


# 'a delay that truckers said had cost them millions'
_RELATIVE = re.compile(
    r"\s+(?=(?:would|will|had|has|have|was|were|is|are|could|can|may|might|must|should|did|does|do|amounted|came|went)\s)"
)
_THAT_SUBJECT = re.compile(r"\b(?:that|which|who)\s+(?:[\w’'-]+\s+){0,2}$")
_REFUSES = re.compile(
    r"\b(?:refus|declin|fail|hesitat|unable|unwilling|reluctan|neglect|avoid|not\s+prepared|not\s+ready)\w*\s+to\s+$"
)


def _refuses(unit: Unit, start: int) -> bool:
    """Tell whether a verb only tells what was not said: 'refused to say whether'."""
    return _REFUSES.search(unit.page.text, max(unit.start, start - 24), start) is not None


_PLURAL = re.compile(
    r"(?:they|we|i|you|who|both|people|police|media|data|men|women|some|many|others|\w+s)$", re.IGNORECASE
)


def _agrees(unit: Unit, low: int, source: Source, subject: Subject, cue: Cue, content: Content | None) -> bool:
    """Tell whether a subject and a verb go together, and whether the two report somebody's words."""
    text = unit.page.text
    words = text[source.start : source.end].lower()
    frame = content.frame if content else ""
    plural = len(source.actors) > 1 or (source.rule != "name" and _PLURAL.search(words.rpartition(" ")[2]) is not None)
    if cue.form == "word" and not plural and not subject.modal:
        return False
    if cue.form == "third" and plural and not source.actors and source.rule in ("noun", "body", "document"):
        return False
    if subject.infinitive and (subject.source or frame in ("", "np", "inf")):
        return False
    if words in ("i", "we") and frame not in ("that", "quote"):
        return False
    if _WHAT.search(text, max(low, source.start - 12), source.start):
        return False
    if "document" in cue.frames and source.rule != "document":
        return False
    return cue.strength != "thought" or frame == "quote" or _thinks(unit, source, words, frame)


def _thinks(unit: Unit, source: Source, words: str, frame: str) -> bool:
    """Tell whether a source can be asked what it thinks: a person, people, a bank - of a state it is the author's view."""
    if source.rule == "pronoun":
        return words in ("he", "she")
    if source.rule in ("unlisted", "title") or unit.page.names_person(source):
        return True
    kinds = {mention.type for mention in unit.page.mentions_in(source.start, source.end)}
    return frame == "that" and (source.rule == "noun" or kinds == {"organisation"})


# '” one of them', '” Deputy Finance Minister Otobong Ekpo of Nigeria'
_FEW_WORDS = re.compile(r"[,\s—–-]*((?:[\w.’'&/-]+\s+){0,9}[\w.’'&/)-]+)\s*,?\s*")


def _beside_mark(unit: Unit, low: int, stop: int) -> Source | None:
    """Read any words between a quotation in marks and its verb as its source, if no clause can be among them."""
    text = unit.page.text
    hit = _FEW_WORDS.fullmatch(text, low, stop)
    if not hit or not is_beside(text, low, stop + 1) or has_verb(text, low, stop):
        return None
    return Source(*hit.span(1), (), "words")


_JOINED = re.compile(r"(?:^|[\s,])(?:and|but|then|or|yet)\s*$")


def _other_subject(
    unit: Unit,
    low: int,
    start: int,
    subject: Subject,
    content: Content | None,
    cue: Cue,
    earlier: Sequence[Attribution],
) -> Source | None:
    """Find the subject that does not stand beside the verb: 'came home and said', 'refused to say'."""
    text = unit.page.text
    if subject.infinitive or _JOINED.search(text, max(low, subject.start - 60), subject.start):
        if content is None or (subject.infinitive and content.frame not in ("that", "quote", "wh")):
            return None
        if subject.infinitive and unit.page.mention_ending(subject.start):
            return None  # 'called on Egypt to recognise that'
        source = shared_subject(unit, start, earlier)
        it = source and text[source.start : source.end].lower() == "it"
        return None if subject.infinitive and it else source
    explicit = content is not None and content.frame in ("that", "quote")
    if cue.base == "put it":
        return read_words(unit.page, piece_start(text, low, subject.start), subject.start)
    if not (cue.frames & _CLAUSAL or (content and content.frame == "quote" and "quote" in cue.frames)):
        return None
    if cue.strength != "said" and not explicit:
        return None
    piece = piece_start(text, low, subject.start)
    return read_words(unit.page, piece, subject.start) or _plural(unit, piece, subject.start)


def _plural(unit: Unit, low: int, high: int) -> Source | None:
    """Read a bare plural, for verbs that only speakers can have: 'truckers said', 'Kenyan tea growers told'."""
    text, start, end = unit.page.text, high, strip_right(unit.page.text, low, high)
    if text[end - 1 : end] != "s" or text[end - 2 : end] == "ss":
        return None
    high = end
    for _ in range(4):
        first = word_start(text, low, end)
        word = text[first:end]
        if not word or is_stop_word(word.lower()) or not word[-1].isalpha():
            break
        start, end = first, strip_right(text, low, first)
    return (
        Source(start, high, (), "words") if start < high and (end <= low or start > end) and high - start < 50 else None
    )


# --- words, verb, source --------------------------------------------------------------------------------------------

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
    if cue.form not in ("past", "participle", "third") or _has_hearer(cue):
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
    piece = piece_start(text, low, strip_right(text, low, start) - 1)
    aside = piece > low and _ASIDE.match(text, piece) and page.mention_ending(strip_right(text, low, piece) - 1)
    return None if aside else source


# --- words, source, verb --------------------------------------------------------------------------------------------

# '..., he said, the road was open': the words go on
_RESUMED = re.compile(
    r",\s+(?!(?:who|which|where|when|while|but|and|adding|saying|noting|as|after|before|during|despite|amid|following"
    r"|including|though|although|without|with|in|on|at|citing|speaking|according|a|an|the\s+\w+\s+of|[a-z]+ing)\b)(?=[\w“\"])"
)
# '..., he told the court; he would appeal'
_NEXT_CLAUSE = re.compile(
    r";\s+(?=(?:he|she|it|they|we|there|the|an?|his|her|its|their|no|not|this|that|these|those|[A-Z]\w+)\s)"
)


_ASIDE_BEFORE_MARK = re.compile(r",\s+[^.;:“”\"]{3,160},\s*")


def _later_mark(unit: Unit, after: int) -> Marked | None:
    """Return the quotation in marks that goes on behind an aside: ', he said, standing beside the king, “...”'."""
    mark = unit.next_mark(after)
    return mark if mark and _ASIDE_BEFORE_MARK.fullmatch(unit.page.text, after, mark.opened) else None


def _around(
    unit: Unit, low: int, start: int, end: int, cue: Cue, source: Source, earlier: Sequence[Attribution]
) -> Attribution | None:
    """Read '..., Kallas said on Monday' and 'On Monday, Kallas said, ...'."""
    text = unit.page.text
    after = unit.skip(end, "told" in cue.frames)
    if not _NOTHING.match(text, after, unit.end):
        return None
    comma = comma_before(text, low, source.start)
    begin = clause_start(unit, earlier, source.start)
    if comma < begin:
        return None
    lead = text[begin:comma]
    length = 0 if FRONT.match(lead) and "," not in lead else len(lead.split())
    resumed = _RESUMED.match(text, after, unit.end)
    contents = []
    if length >= (5 if resumed else 3) and (unit.headline or has_verb(text, begin, comma)):
        contents.append((begin, comma, "clause"))
    if resumed:
        stop = unit.clause_end(resumed.end(), "clause")
        # 'The port, he said, is safe': a subject alone is not cut off
        whole = length > 0 and not contents
        # '..., he said, the first since May': no clause of its own
        if not contents or unit.next_mark(resumed.end() - 1) or has_verb(text, resumed.end(), stop):
            contents.append((begin if whole else resumed.end(), stop, "clause"))
    elif mark := _later_mark(unit, after):
        contents.append((mark.opened, mark.closed, "marked"))
    elif contents and (further := _NEXT_CLAUSE.match(text, after, unit.end)):
        contents.append((further.end(), unit.clause_end(further.end(), "clause"), "clause"))
    order = "around" if resumed else "backward"
    return Attribution(source, start, end, tuple(contents), order) if contents else None


def _before_mark(
    unit: Unit, low: int, start: int, end: int, source: Source, content: Content, earlier: Sequence[Attribution]
) -> Attribution | None:
    """Read 'The port is safe, Kallas said, “and so is the town”': a clause before the source, marks behind the verb."""
    text = unit.page.text
    if content.frame != "quote" or not text.startswith(", ", end) or content.start - end > 3:
        return None
    begin, comma = clause_start(unit, earlier, source.start), comma_before(text, low, source.start)
    if comma < begin or FRONT.match(text, begin, comma) or text.count(" ", begin, comma) < 2:
        return None
    if not has_verb(text, begin, comma):
        return None
    behind = (content.start, unit.clause_end(content.start, "quote"), "quote")
    return Attribution(source, start, end, ((begin, comma, "clause"), behind), "around")


# 'as Kallas put it', 'As the minister said'
_AS = re.compile(r"(?:^|(?<=[\s,—–(]))[Aa]s\s+(?:(?:the|an?|its|his|her)\s+)?(?:[\w.’'-]+\s+){0,5}$")
_AS_END = re.compile(
    r"(?:\s+(?:it|this|so|before|above|earlier|yesterday|once|in\s+[^,“\"]{2,40}))?(?:\s+to\s+\w+)?\s*(?:[,:]\s*|(?=[“\"«]))"
)
_AS_LAST = re.compile(r"[^,;:“\"]{0,60}[.)]?$")


def _as_said(unit: Unit, lead: int, start: int, end: int, source: Source) -> Attribution | None:
    """Read 'as Kallas noted, ...': the clause it stands in, before and after."""
    text = unit.page.text
    after = unit.skip(end, True)
    hit = _AS_END.match(text, after, unit.end)
    if not hit and not _AS_LAST.fullmatch(text, after, unit.end):
        return None
    contents = []
    before = strip_right(text, unit.start, lead)
    if text.count(" ", unit.start, before) >= 4:
        contents.append((max(unit.start, before - LONGEST), before, "clause"))
    if hit and hit.end() < unit.end:
        contents.append((hit.end(), unit.clause_end(hit.end(), "clause"), "clause"))
    return Attribution(source, start, end, tuple(contents), "around") if contents else None
