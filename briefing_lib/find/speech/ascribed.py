"""Nouns and phrases that ascribe words to somebody: "Chile's claim that", 'according to', "in Haddad's view"."""

from __future__ import annotations

import re

from briefing_lib.find.speech.attributions import LONGEST, Attribution, Unit, forward, shared_subject
from briefing_lib.find.speech.clauses import has_verb
from briefing_lib.find.speech.cues import WERE_HIS
from briefing_lib.find.speech.extents import subject_end
from briefing_lib.find.speech.phrases import read_phrase
from briefing_lib.find.speech.reported import Content
from briefing_lib.find.speech.saying_words import Cue
from briefing_lib.find.speech.speakers import FRONT, find_right, find_subject
from briefing_lib.find.title.page import Source, strip_right

# 'claim that', 'report by Peru that', 'position on the border is that', 'call to', 'appeal for'
_NOUN_THAT = re.compile(
    r"(?:\s+(?P<by>by|from|of|on|about|in|to|over)\s+(?P<whom>[^.;:,“”\"]{2,70}?))??"
    r"(?:\s+(?:is|was|has\s+been|remains|will\s+be))?,?\s+"
    r"(?P<join>that\s+(?!(?:could|would|will|can|may|might|is|are|was|were|has|have|had)\b)(?=[\w“\"])|to\s+(?=[a-z])|for\s+(?=[\w“\"]))"
)
_NOUN_MARK = re.compile(r"[,:]?\s*(?=[“\"«„‘'])")
# "Peru's latest claim"
_OWNER = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,3}$")
_HIS = re.compile(r"\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?=\s+(?:[\w-]+\s+){0,2}$)")
# 'issued a warning that', 'gave repeated assurances that'
GIVES = re.compile(
    r"\b(?:make|made|makes|making|issue|issued|issues|issuing|give|gave|gives|giving|offer|offered|deliver|delivered"
    r"|release|released|repeat|repeated|include|included|includes|send|sent|coined?|invented|used?|came\s+up\s+with"
    r"|proposed)\s+(?:[\w’'-]+\s+){0,4}$"
)


# "left with the words '...'"
_NEAR_START = 8  # characters from the start of a sentence to its subject
_WITH_THE = re.compile(r"\bwith\s+(?:the|these|an?)\s+(?:[a-z]+\s+)?$")


def read_noun(unit: Unit, start: int, end: int, frames: frozenset[str]) -> Attribution | None:
    """Read a noun that reports: "Chile's claim that ...", 'the report by Peru that ...', 'his message: “...”'.

    Args:
        unit: where it stands.
        start: first character of the noun.
        end: character after it.
        frames: what may follow it: that, to, for, quote; be for an adjective ("was adamant that").
    """
    text = unit.page.text
    if "be" in frames:
        return _adjective(unit, start, end)
    if were := WERE_HIS.search(text, max(unit.start, start - 32), start):
        mark = next((mark for mark in unit.marks if mark.closed == were.start() + 1), None)
        source = _owner(unit, start, None) if mark else None
        if mark and source:
            return Attribution(source, start, end, ((mark.opened, mark.closed, "marked"),), "backward")
    if text[max(unit.start, start - 4) : start].split()[-1:] in (["no"], ["any"]):
        return None
    that = _NOUN_THAT.match(text, end, unit.end)
    join = that.group("join").strip() if that else ""
    if that and join in frames:
        content = Content(that.start("join") if join == "to" else that.end(), "that" if join == "that" else "np")
    else:
        gap = _NOUN_MARK.match(text, end, unit.end) if "quote" in frames else None
        following = unit.next_mark(end)
        if not gap or not following or following.opened != gap.end():
            return None
        that, content = None, Content(gap.end(), "marked")
    source = _owner(unit, start, that)
    if source is None:
        return None
    found = forward(unit, start, end, source, content)
    if join in ("that", "to") and min(source.start, start) - unit.page.sentence_start(start) < _NEAR_START:
        # "Peru's claim that the port was shut was denied": the clause is part of the subject
        begin, stop, frame = found.contents[-1]
        cut = subject_end(text, begin, stop, verbs=int(join == "that"))
        found = found._replace(contents=(*found.contents[:-1], (begin, cut, frame)))
    return found._replace(order="own") if content.frame == "marked" else found


_BE = re.compile(r"\b(?:is|are|was|were|been|remains?|remained|seems|seemed)\s+(?:[a-z]+\s+){0,2}$")
_THAT = re.compile(r"\s+that\s+(?=[\w“\"])")
_AND = re.compile(r"(?<![^\s,])(?:and|but)\s+$")


def _adjective(unit: Unit, start: int, end: int) -> Attribution | None:
    """Read 'was adamant that ...'."""
    page, text = unit.page, unit.page.text
    that = _THAT.match(text, end, unit.end)
    be = _BE.search(text, max(unit.start, start - 40), start) if that else None
    if not that or not be:
        return None
    low = unit.after_marks(start)
    subject = find_subject(page, low, be.start())
    joined = _AND.search(text, low, be.start())
    source = shared_subject(unit, start, ()) if joined else subject.source
    if (
        "not" in be.group().split()
        or source is None
        or text[source.start : source.end].lower() in ("it", "i", "we")
        or subject.negated
    ):
        return None
    return forward(unit, start, end, source, Content(that.end(), "that"))


def _owner(unit: Unit, start: int, that: re.Match[str] | None) -> Source | None:
    """Find whose the words are: 'by Peru', "Peru's", 'his', or the subject of 'issued a warning that'."""
    page, text = unit.page, unit.page.text
    low = unit.after_marks(start)
    if that and that.group("by") in ("by", "from", "of"):
        source = find_right(page, that.start("whom"), that.end("whom"))
        if source:
            return source
    window = max(low, start - 50)
    if owner := _OWNER.search(text, window, start):
        mention = page.mention_ending(owner.start())
        source = read_phrase(page, low, owner.start())
        if mention or source:
            return Source(mention.start, mention.end, (mention.actor,), "name") if mention else source
    if his := _HIS.search(text, window, start):
        return Source(his.start(), his.end(), (), "pronoun")
    if _WITH_THE.search(text, window, start):
        return shared_subject(unit, start, ())
    if verb := GIVES.search(text, max(low, start - 60), start):
        return find_subject(page, low, verb.start()).source or shared_subject(unit, verb.start(), ())
    return None


# "in Haddad's ", "by Brussels' own "
_IN_VIEW = re.compile(r"\b(?:[Ii]n|[Bb]y)\s+(?P<owner>[^,.;:“\"]{2,80}?)[’']s?\s+(?:own\s+)?$")
_IN_HIS_VIEW = re.compile(r"\b(?:[Ii]n|[Bb]y)\s+(?P<owner>his|her|its|their)\s+(?:own\s+)?$")
# "Based on Bildt's remarks in Oslo, ..."
_BASIS = re.compile(
    r"\s+(?P<owner>[^,.;:“\"]{2,60}?)[’']s?\s+(?:[\w-]+\s+){0,2}?"
    r"(?:statements?|remarks|words|comments|speech|letter|report|account|interview)\b"
)
_NO_SOURCE = re.compile(
    r"\s+(?:(?:the\s+|a\s+|its\s+|his\s+|their\s+)?(?:plan|plans|schedule|law|tradition|custom|protocol|model|principles?|needs?|size|rules?|standards?|wishes|order|age|circumstances|criteria|formula|logic|taste|merit|rank|season|type|kind|what)|which)\b"
)
_SET_OFF = re.compile(r"[,;:—–”\"’(]\s*$")


def read_ascription(unit: Unit, start: int, end: int, cue: Cue) -> Attribution | None:
    """Read 'according to X', "in X's view", "based on X's remarks"."""
    page, text = unit.page, unit.page.text
    if cue.form == "view":
        window = max(unit.start, start - 90)
        his = _IN_HIS_VIEW.search(text, window, start)
        view = his or _IN_VIEW.search(text, window, start)
        if view is None:
            return None
        span = view.span("owner")
        source = Source(*span, (), "pronoun") if his else read_phrase(page, *span)
        return _beside(unit, view.start(), start, end, source, end) if source else None
    if cue.form == "basis":
        basis = _BASIS.match(text, end, unit.end)
        source = read_phrase(page, *basis.span("owner")) if basis else None
        return _beside(unit, start, start, end, source, basis.end()) if source and basis else None
    if _NO_SOURCE.match(text, end):
        return None
    set_off = start <= unit.start or _SET_OFF.search(text, max(unit.start, start - 6), start) is not None
    source = _according(unit, end, set_off)
    return _beside(unit, start, start, end, source, source.end) if source else None


# 'a report published this week by the World Bank'
_ISSUED_BY = re.compile(
    r"\s+(?:published|released|issued|compiled|conducted|produced|provided|prepared|commissioned|carried\s+out)\s+"
    r"(?:[\w,]+\s+){0,4}?by\s+"
)
_HIM = re.compile(r"\s+(him|her|them)\b")
_ANY_WORDS = re.compile(r"\s+((?:[^\s,.;:“\"]+\s+){0,7}?[^\s,.;:“\"]+)(?=\s*[,.;:“\"]|$)")


def _according(unit: Unit, end: int, set_off: bool) -> Source | None:
    """Read whom 'according to' names; in running text, without a comma, only people and bodies that speak."""
    page, text = unit.page, unit.page.text
    if him := _HIM.match(text, end):
        return Source(*him.span(1), (), "pronoun")
    source = find_right(page, end, unit.end)
    if source and source.rule == "document" and not source.actors:
        by = _ISSUED_BY.match(text, source.end, unit.end)
        issuer = find_right(page, by.end(), unit.end) if by else None
        return issuer._replace(start=source.start) if issuer else source
    if source or not set_off:
        return source
    words = _ANY_WORDS.match(text, end, unit.end)
    return Source(*words.span(1), (), "noun") if words else None


_JOINS_CLAUSE = re.compile(r"(?:^|[\s,])(?:and|but|since|because|as|that|while|although),?\s*$")
_COMMA = re.compile(r"[^,“”\";:]{0,160}?,\s*")
# 'a fellow at Chatham House, '
_APPOSED = re.compile(
    r"(?:an?|the|who|which|whose|one|its|their|his|her|head|director|chief|professor|fellow)\s[^,;:“”\"]{3,90},\s+"
)
# ... but no clause: 'a deal was near, '
_CLAUSE = re.compile(
    r"^(?!who|which|whose).*\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|[a-z]{3,}ed)\b"
)


_THINKS = re.compile(
    r"(?:believe|think|say|want|hope|expect|claim|insist|argue|fear|warn|add)s?\b|(?:said|told|added|warned)\b"
)


def _beside(unit: Unit, lead: int, start: int, end: int, source: Source, reach: int) -> Attribution | None:
    """Report the clause that a phrase such as 'according to X' stands in front of, in, or behind."""
    text = unit.page.text
    before = strip_right(text, unit.start, lead)
    comma = _COMMA.match(text, reach, unit.end)
    if before <= unit.start or _JOINS_CLAUSE.search(text, max(unit.start, lead - 12), lead):
        begin = comma.end() if comma else reach
        aside = _APPOSED.match(text, begin, unit.end) if comma and source.rule != "pronoun" else None
        if aside and not _CLAUSE.search(aside.group()) and text.count(" ", aside.end(), unit.end) >= 2:
            begin = aside.end()
        return forward(unit, start, end, source, Content(begin, "clause"))
    contents = (max(unit.start, before - LONGEST), before, "clause")
    low = unit.after_marks(lead)
    short = text.count(" ", low, before) < 3
    if comma and low == unit.start and (short or not has_verb(text, max(contents[0], before - 400), before)):
        # 'The reserve, according to two officials, will run out': the subject alone is not cut off
        if _THINKS.match(text, comma.end()):
            return None  # 'Granger, according to her office, believes': what she believes is read with the verb
        stop = unit.clause_end(comma.end(), "clause")
        whole = not FRONT.match(text, low, before) and not has_verb(text, low, before)
        contents = (contents[0] if whole else comma.end(), stop, "clause")
    return Attribution(source, start, end, (contents,), "backward")
