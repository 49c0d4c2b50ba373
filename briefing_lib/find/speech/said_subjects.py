"""Subjects of saying verbs beyond the phrase on their left: shared, of hearsay, any words; and what may not be one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.speech.attributions import Attribution, Unit, is_beside, shared_subject
from briefing_lib.find.speech.clauses import has_verb, looks_like_clause
from briefing_lib.find.speech.cues import COLLECTIVES
from briefing_lib.find.speech.phrases import read_phrase, read_words
from briefing_lib.find.speech.reported import Content
from briefing_lib.find.speech.saying_words import Cue
from briefing_lib.find.speech.source_nouns import is_stop_word
from briefing_lib.find.speech.speakers import Subject, find_subject, piece_start
from briefing_lib.find.speech.speech_words import words as words_of_kind
from briefing_lib.find.title.page import Source, strip_right, word_start

_NEAR_MARK = 100  # characters from 'called' to the words in marks
_WHO_PIECE = re.compile(r",\s+who(?:se)?\s[^,;:“”\"]{3,120},\s*$")
_NEAR = 300  # characters before a verb in which its subject begins
CLAUSAL = frozenset(("that", "clause", "told"))
# 'he is said to have explained': who explains is who is talked of
_HEARSAY = re.compile(
    r"(?:is|are|was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:said|reported|understood|believed|thought|alleged|known|rumou?red|claimed)"
    r"\s+to\s+(?:have\s+)?(?:\w+ly\s+)?$"
)


def by_hearsay(unit: Unit, low: int, start: int) -> Subject | None:
    """Find the subject of a verb that hangs on hearsay, None if it does not."""
    text = unit.page.text
    if text[start - 5 : start] not in ("have ", "e to ") and not text.endswith(("to ", "have "), low, start):
        return None
    hearsay = _HEARSAY.search(text, max(low, start - 60), start)
    return find_subject(unit.page, low, hearsay.start()) if hearsay else None


_PLURAL = re.compile(
    r"(?:they|we|i|you|who|both|people|police|media|data|men|women|some|many|others|\w+s)$", re.IGNORECASE
)
_OF_PHRASE = re.compile(r"\s(?:of|in|at|from|for|with|on|to|here|there|close|near)(?:\s|$)")
_NOBODY = re.compile(r"(?:nobody|no\s+one|none|no-one)\b")
_WHAT = re.compile(r"\bwhat\s+(?:the\s+)?$")


def agrees(unit: Unit, low: int, source: Source, subject: Subject, cue: Cue, content: Content | None) -> bool:
    """Tell whether a subject and a verb go together, and whether the two report somebody's words."""
    text = unit.page.text
    words = text[source.start : source.end].lower()
    frame = content.frame if content else ""
    last = words.rpartition(" ")[2]
    plural = len(source.actors) > 1 or (source.rule != "name" and _PLURAL.search(last) is not None)
    if not plural and cue.form == "word":
        plural = source.rule != "name" and _PLURAL.search(_OF_PHRASE.split(words)[0].rpartition(" ")[2]) is not None
    if cue.form == "word" and not plural and not subject.modal and last not in COLLECTIVES:
        return False
    if cue.form == "third" and plural and not source.actors and source.rule in ("noun", "body", "document"):
        return False
    if subject.infinitive and (subject.source or frame in ("", "np", "inf")):
        return False
    if words in ("i", "we") and frame not in ("that", "quote") and not _i_said(text, source, cue, content):
        return False
    if frame not in ("quote", "marked") and _NOBODY.match(words):
        return False
    if _WHAT.search(text, max(low, source.start - 12), source.start) and not (content and frame == "quote"):
        return False  # 'what he called a treaty', but 'what he called “a treaty that smells of diesel”'
    if "document" in cue.frames and source.rule != "document":
        return False
    return cue.strength != "thought" or frame == "quote" or _thinks(unit, source, words, frame)


def _thinks(unit: Unit, source: Source, words: str, frame: str) -> bool:
    """Tell whether a source can tell what it thinks: a person, people, a bank; of a state it is the author's view."""
    if source.rule == "pronoun":
        return words in ("he", "she")
    if source.rule in ("unlisted", "title") or unit.page.names_person(source):
        return True
    kinds = {mention.type for mention in unit.page.mentions_in(source.start, source.end)}
    return (frame in ("that", "") and source.rule == "noun") or (frame == "that" and kinds == {"organisation"})


def _i_said(text: str, source: Source, cue: Cue, content: Content | None) -> bool:
    """Tell whether the author reports words of his own: 'I said I would read it', not 'I say thank you'."""
    if cue.form != "past" or cue.base not in ("say", "tell") or not content or content.frame != "clause":
        return False
    at = content.start
    return text[source.end : source.end + 6].lstrip()[:4] in ("said", "told") and looks_like_clause(text, at, at + 140)


# '” one of them', '” Deputy Finance Minister Otobong Ekpo of Nigeria'
_FEW_WORDS = re.compile(r"[,\s—–-]*((?:[\w.’'&/-]+\s+){0,9}[\w.’'&/)-]+)\s*,?\s*")


def beside_mark(unit: Unit, low: int, stop: int) -> Source | None:
    """Read any words between a quotation in marks and its verb as its source, if no clause can be among them."""
    text = unit.page.text
    hit = _FEW_WORDS.fullmatch(text, low, stop)
    if not hit or not is_beside(text, low, stop + 1) or has_verb(text, low, stop):
        return None
    return Source(*hit.span(1), (), "words")


_JOINED = re.compile(r"(?:^|[\s,])(?:and|but|then|or|yet)\s*$")


def other_subject(
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
    joined = _JOINED.search(text, max(low, subject.start - 60), subject.start) is not None
    if subject.infinitive or joined or _goes_on(unit, subject, content, cue, earlier):
        if content is None or (subject.infinitive and content.frame not in ("that", "quote", "wh")):
            return None
        if subject.infinitive and unit.page.mention_ending(subject.start):
            return None  # 'called on Egypt to recognise that'
        source = shared_subject(unit, start, earlier)
        it = source and text[source.start : source.end].lower() == "it"
        return None if subject.infinitive and it else source
    if relative := _relative_subject(unit, low, subject, content, cue):
        return relative
    explicit = content is not None and content.frame in ("that", "quote")
    mark = unit.next_mark(start) if "calling" in cue.frames else None
    explicit = explicit or (mark is not None and mark.opened - start < _NEAR_MARK)
    if cue.base == "put it":
        return read_words(unit.page, piece_start(text, max(low, subject.start - _NEAR), subject.start), subject.start)
    if not (
        cue.frames & CLAUSAL
        or "calling" in cue.frames
        or (content and content.frame == "quote" and "quote" in cue.frames)
    ):
        return None
    if cue.strength != "said" and not explicit:
        return None
    if explicit and (who := _WHO_PIECE.search(text, max(low, subject.start - _NEAR), subject.start)):
        return _any_words(unit, low, who.start())  # 'ship owners, who hold the licences, warned that'
    return _any_words(unit, low, subject.start)


def _goes_on(unit: Unit, subject: Subject, content: Content | None, cue: Cue, earlier: Sequence[Attribution]) -> bool:
    """Tell whether a verb behind a comma has the subject of the one before: 'said it was rice, denied any guilt'."""
    if cue.form != "past" or content is None or not earlier or cue.strength == "thought":
        return False
    text, last = unit.page.text, earlier[-1]
    comma = strip_right(text, last.end, subject.start)
    inside = any(start < comma < end and frame != "that" for start, end, frame in last.contents)
    return inside and last.order == "forward" and comma > last.end and text[comma - 1] == ","


# 'Petrobras, which has promised to', 'the company that promised to'
_THAT_OR_WHICH = re.compile(r"(?:,\s+which|\s+that)\s*$")
# 'The nine states that met in Contadora' before 'called for'
_THAT_DID = re.compile(
    r"\s+that\s+(?:[a-z]+ly\s+)?(?:[a-z]+ed|is|are|was|were|has|have|had|met|lost|won|took|fought|led|left|hold|share|run|owns?)"
    r"\s+(?:[\w’'-]+\s+){0,8}[\w’'-]+\s*$"
)


def _relative_subject(unit: Unit, low: int, subject: Subject, content: Content | None, cue: Cue) -> Source | None:
    """Find the body that a relative clause tells of."""
    if cue.form not in ("past", "participle", "third") or content is None or content.frame not in _RELATED:
        return None
    page, text = unit.page, unit.page.text
    hit = _THAT_OR_WHICH.search(text, max(low, subject.start - 10), subject.start)
    if not hit and text.find(" that ", max(low, subject.start - 90), subject.start) >= 0:
        hit = _THAT_DID.search(text, max(low, subject.start - 90), subject.start)
    if not hit or subject.passive:
        return None
    mention = page.mention_ending(hit.start())
    if mention and mention.type != "place":
        return Source(mention.start, mention.end, (mention.actor,), "name")
    apposed = _APPOSED.search(text, max(low, hit.start() - 60), hit.start())
    if apposed and (mention := page.mention_ending(apposed.start())):
        return Source(mention.start, mention.end, (mention.actor,), "name")
    piece = piece_start(text, max(low, hit.start() - 100), hit.start())
    source = read_phrase(page, piece, hit.start())
    if source is None and content.frame != "inf":
        source = _any_words(unit, piece, hit.start())
    return source if source and source.rule in ("noun", "body", "words") else None


_RELATED = ("inf", "that", "quote", "gerund")
_APPOSED = re.compile(r",\s+(?:the|an?)\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+$")


def _any_words(unit: Unit, low: int, high: int) -> Source | None:
    """Read any words that may speak and end at an offset: a phrase with a determiner, or a plural."""
    text = unit.page.text
    piece = piece_start(text, max(low, high - _NEAR), high)
    source = read_words(unit.page, piece, high) or _plural(unit, piece, high)
    return source if source and _can_speak(text[source.start : source.end]) else None


# 'the isolation', 'the awareness': words of this form speak only if the lexicon of sources has them
_ABSTRACT = re.compile(r"(?:[ts]ion|ment|ness|ity|ism|ance|ence|sis|ing|dom|hood|ships?|ions|ments|ties)$")
_DEPENDENT = re.compile(r"\s(?:of|in|at|from|for|with|on|to)\s")


def _can_speak(phrase: str) -> bool:
    """Tell whether any words with a determiner may be a source: 'the fisherman', not 'the growing crisis'."""
    head = _DEPENDENT.split(phrase, maxsplit=1)[0].split() or [phrase]
    last = head[-1].lower()
    return not (last in words_of_kind("no speaker") or _ABSTRACT.search(last) or last[-1].isdigit())


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
