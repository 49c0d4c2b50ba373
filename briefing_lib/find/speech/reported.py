"""What a verb reports: where the reported words begin behind it.

Each frame of the verb (see ``cues``) is tried in turn, those with a plain sign - a quotation mark, "that" - first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from briefing_lib.find.speech.clauses import NO_CLAUSE, has_verb, looks_like_clause
from briefing_lib.find.speech.saying_words import Cue


class Content(NamedTuple):
    """Where reported words begin, and how they are joined to their verb: quote, that, clause, wh, inf or np."""

    start: int
    frame: str


# From the start of a mention to its end; 0 if none starts there
MentionEnd = Callable[[int], int]

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|April|May|June|July|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?"
    r"|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_ADJUNCT = re.compile(
    rf",?\s+(?:(?:(?:late|early|earlier|later)\s+)?(?:on\s+)?{_DAY}(?:\s+(?:morning|afternoon|evening|night))?(?:,?\s+{_MONTH}\s+\d+)?"
    rf"|on\s+(?:\d+\s+{_MONTH}|{_MONTH}\s+\d+)(?:,?\s+\d{{4}})?|in\s+(?:{_MONTH}(?:\s+\d{{4}})?|\d{{4}})"
    r"|(?:yesterday|today|tonight|again|also|earlier|later|publicly|privately|recently|repeatedly|afterwards|too|meanwhile|separately|bluntly)"
    r"|(?:earlier\s+|late\s+|later\s+)?(?:last|this|next|that)\s+(?:week|month|year|day|morning|evening|night|autumn|spring|summer|winter|\w+day)"
    r"|(?:in|at|during|after|before|on|through|via|to)\s+(?:an?|his|her|its|their|the|separate|televised|written)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:statement|interview|speech|address|letter|report|conference|briefing|message|telegram|post|tweet|article|editorial|video|note|meeting|talks"
    r"|visit|summit|hearing|forum|session|press|remarks|communique|communiqué|reporters|journalists|audience|parliament|council|assembly|time|broadcast)"
    r"(?:\s+(?:with|to|at|in|on|of|for)\s+(?:the\s+)?(?:[A-Z][\w.’'-]*)(?:\s+[A-Z][\w.’'-]*)*)*"
    r"|to\s+(?:reporters|journalists|newsmen|lawmakers|parliament|lawmakers)"
    r"|for\s+the\s+(?:first|second|third|last)\s+time)(?=[\s,.:;]|$)"
)
_PLACE = re.compile(r",?\s+(?:in|at|after|before|to|from|on)\s+(?:the\s+)?")
# 'said that it', not 'the pledges that would'; 'that' may be a subject itself: 'said that was wrong'
_THAT = re.compile(
    r"(?:,\s+(?:however|though|nevertheless|nonetheless|moreover|meanwhile|too|instead|in\s+turn),)?,?\s+that,?\s+(?!(?:would|will|can|could|may|might|should|must|have|had|has|are|were)\s)(?=[\w“‘\"'«$€£¥])"
)
# 'argued, not without malice, that'
_INSERTED_THAT = re.compile(
    r",\s+(?:[a-z]+ly|not|with|without|perhaps|quite|rather|more|in|at|on|over|after|for|as)\b[^,.;:“”\"]{0,60},"
    r"\s+that\s+(?=[\w“‘\"'«$€£¥])"
)
_THAT_SUBJECT = re.compile(r"\s+(?=that\s+(?:would|will|can|could|may|might|should|must|had|has)\s)")
# 'said on Monday that it', not the relative 'a panel that would'
_RELATIVE_VERB = (
    r"(?:would|will|is|are|was|were|has|have|had|can|could|may|might|should|must|do|does|did|[a-z]+ed|began|brought|came|cost"
    r"|drew|fell|gave|held|kept|lasts|led|left|lost|made|met|ran|rose|saw|sent|set|took|went|won)\b"
)
_THAT_AFTER_GAP = re.compile(rf"[^.;:“”\"]{{1,160}}?\s+that,?\s+(?!{_RELATIVE_VERB})(?=[\w“‘\"'«$€£¥])")
_TOLD_THAT = re.compile(rf",?\s+that,?\s+(?!{_RELATIVE_VERB})(?=[\w“‘\"'«$€£¥])")
_GAP = re.compile(
    r",?\s+(?:on|in|at|during|after|before|to\s+(?:the|an?|his|her|its|their|reporters|journalists|[A-Z]\w*)|from|via|through|by|with|of|about|following|ahead|upon|for|alongside|as|late"
    r"|early|earlier|later|last|this|today|yesterday|tomorrow|again|also|too|once|[a-z]+ly|clear(?:ly)?|"
    + _DAY
    + r")\b"
)
_COMMA_GAP = re.compile(
    r",(?!\s+(?:on|in|at|during|after|before|speaking|following|the\s+day|through|via|for|\d)\b)(?!\s*$)"
)
_RELATIVE = re.compile(
    r"\b(?:said|says|who|which|whose|(?<! a )(?<! an )(?<!the )(?<!his )(?<!her )\w+ing"
    r"|is|are|was|were|has|have|had|will|would)\s"
)
# An opening mark, after a colon, a comma, 'that' or nothing: 'said: “'
_MARK = re.compile(r"\s*[,:]?\s*(?:that\s+|—\s*|–\s*)?[“\"«„‘'`]")
# 'answered himself: “', 'replied, with his usual courtesy: “'
_COLON_MARK = re.compile(
    r"(?:\s+(?:him|her|them|me|us|(?:him|her|it|my)self|(?:them|our)selves)[,:]|(?:,\s+(?!who\b|which\b|and\b|but\b)|\s+(?:in|at|with|to)\s)"
    r"(?![^:]*\b(?:quot|cit|say|add|tell|ask|warn|reply|writ)ing\b)[^.:;“”\"«„]{3,80}:)\s*[“\"«„‘'`]"
)
# 'said nothing about it', 'said little': not 'said nothing was decided'
_NOTHING_SAID = re.compile(
    r"\s+(?:(?:nothing|little|something|anything|much)\s*(?:more\s*|else\s*)?(?:[.,;]|$|(?:about|of|on|to|in|at|when|after|publicly|during)\b)"
    r"|(?:so|as\s+much|goodbye|farewell|yes|hello|thank\s+you|a\s+few\s+words|no\s+more)\b)"
)
_HEARER = re.compile(
    r"\s+(?:him|her|them|us|me|you|people|(?:(?:the|a|an|his|her|its|their|visiting|local|foreign|assembled|state|some)\s+)*(?:[\w’'-]+\s+){0,3}?"
    r"(?:reporters|journalists|newsmen|lawmakers|legislators|parliament|deputies|senators|audience|crowd|court|council|assembly|committee|conference|forum|supporters"
    r"|newspaper|magazine|daily|agency|channel|television|radio|broadcaster|media|press|ministers|leaders|delegates|diplomats|officials|meeting|nation|panel"
    r"|hearing|inquiry|cabinet|MPs|summit|rally|congress|house|chamber|president|king|prime\s+minister|minister|ambassador|envoy|government|students|guests|hosts|hearers|allies|investors|voters|visitors?|sides?|counterparts?|colleagues?|session|gathering|plenary|seminar|workshop|stadium|congregation|pilgrims|mourners|soldiers|commanders"
    r"|friends?|members|staff|workers|troops|families|relatives|residents|farmers|traders|donors|experts|aides|judges|jury|police|investigators"
    r"|prosecutors|commission|board|union|bank|ministry|department|authorities|delegations?|party|public|world|partners|critics|viewers|readers"
    r"|listeners|employees|customers|shareholders|correspondents?|interviewers?))\b"
)
# 'told Osei he would': a name that no lexicon has
_NAMED_HEARER = re.compile(r"(?:\s+[A-Z][\w’'-]+){1,3}(?=\s+(?:he|she|they|it|we)\s+[a-z])")
_OF_ABOUT = re.compile(r"\s+(?:of|about)\s+")
_WH = re.compile(r"\s+(?=(?:whether|if|why|how|what|when|where|who|which)\s)")
_WH_HEARER = re.compile(r"\s+(?:[\w’'-]+\s+){0,5}?(?=(?:whether|if|why|how|what|when|where|who|which)\s)")
_INF = re.compile(r"\s+(?:not\s+)?(?=to\s+(?!(?:the|an?|his|her|its|their|any|all|this|that)\b)[a-z]+)")
_OBJECT_INF = re.compile(
    r"\s+(?!not\s)(?=(?:[\w’'&-]+(?:,?\s+|\s*/\s*)){1,14}?(?:not\s+)?to\s+(?!the\b|a\b|an\b)[a-z]+)"
)
_TO_OBJECT = re.compile(r"\s+to\s+(?=(?:[\w’'&-]+\s+){1,10}?to\s+[a-z]+)")
_GERUND = re.compile(r"\s+(?=(?:not\s+)?(?:[a-z]+ly\s+)?[a-z]+ing\b)")
_ACCUSE = re.compile(r"\s+(?=(?:[\w’'&.-]+,?\s+){1,12}?(?:of|for)\s+[\w“‘\"'])")
_CLAIMED = re.compile(
    r"\s+(?=(?:[\w’'-]+\s+){0,2}(?:responsibility|credit|victory|success|sovereignty|ownership|independence|immunity)\b)"
)
# 'threatened sanctions against', not 'threatened the harvest'
_THREATENED = re.compile(
    r"\s+(?=(?:[\w’'-]+\s+){0,2}(?:sanctions?|boycotts?|strikes?|war|force|reprisals?|retaliation|action|measures|countermeasures"
    r"|tariffs?|consequences|resignation|vetoe?s?|lawsuits?|blockades?|embargo|expulsions?|closures?|secession|punishment|cuts)\b)"
)
_NOUN = re.compile(
    r"\s+(?=(?!(?:dead|missing|infected|true|guilty|that|to|on|in|at|during|after|before|from|via|through|by|with|of|about|following|ahead|for|as|and|but|or|when|while|than|so"
    r"|because|since|into|over|under|out|up|off|down|is|are|was|were|has|had|have)\b)[\w“‘\"'$€£¥])"
)


def _preposition(name: str, hearer: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[a-z]+ly\s+|again\s+)?{hearer}{name}\s+(?=[\w“‘\"'])")


_CLAUSAL = frozenset(("that", "told", "clause"))
# Frames that one pattern reads: the frame, its pattern, the one behind a verb that takes a hearer, what it reports
_FRAMES = [
    ("inf", _INF, _INF, "inf"),
    ("to-object", _TO_OBJECT, _TO_OBJECT, "inf"),
    *(
        (name, _preposition(name, ""), _preposition(name, r"(?:(?:the\s+)?[\w’'-]+\s+){0,4}?"), "np")
        for name in ("of", "about", "against", "for", "on", "to", "with")
    ),
    ("object-inf", _OBJECT_INF, _OBJECT_INF, "inf"),
    ("accuse", _ACCUSE, _ACCUSE, "np"),
    ("gerund", _GERUND, _GERUND, "np"),
    ("np-claim", _CLAIMED, _CLAIMED, "np"),
    ("np-threat", _THREATENED, _THREATENED, "np"),
]


@cache
def _patterns(frames: frozenset[str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of a verb's frames, and what each reports."""
    told = "told" in frames
    return tuple((behind if told else plain, frame) for name, plain, behind, frame in _FRAMES if name in frames)


def skip_adjuncts(text: str, start: int, high: int, mention_end: MentionEnd) -> int:
    """Skip 'on Monday', 'in a statement', 'after talks in Oslo' behind a verb.

    Args:
        text: the document's text.
        start: where the verb ends.
        high: end of the sentence.
        mention_end: function from the start of a mention to its end, 0 if none starts there.
    """
    while True:
        hit = _ADJUNCT.match(text, start, high)
        if hit:
            start = hit.end()
            continue
        hit = _PLACE.match(text, start, high)
        end = mention_end(hit.end()) if hit else 0
        if not end or end > high:
            return start
        start = end


def find_content(text: str, verb: Cue, cue_end: int, high: int, mention_end: MentionEnd) -> Content | None:
    """Find where the words begin that a verb reports, to its right.

    Args:
        text: the document's text.
        verb: the form met.
        cue_end: where the verb ends.
        high: end of the sentence.
        mention_end: function from the start of a mention to its end, 0 if none starts there.

    >>> verb = Cue("say", "past", frozenset({"that", "clause"}), "said")
    >>> text = "Lima said on Monday that it agrees."
    >>> text[find_content(text, verb, 9, len(text), lambda at: 0).start:]
    'it agrees.'
    """
    frames = verb.frames
    if hit := _MARK.match(text, cue_end, high):
        return Content(hit.end() - 1, "quote")
    if not frames.isdisjoint(_CLAUSAL):
        if hit := _THAT_SUBJECT.match(text, cue_end, high):
            return Content(hit.end(), "clause") if verb.form == "past" and "clause" in frames else None
        if hit := _THAT.match(text, cue_end, high):
            if not _is_determiner(text, hit.end(), high):
                return Content(hit.end(), "that")
            return Content(cue_end, "np") if "np" in frames else None
        if hit := _that_behind_gap(text, frames, cue_end, high):
            return Content(hit.end(), "that")
        if hit := _COLON_MARK.match(text, cue_end, high):
            return Content(hit.end() - 1, "quote")
    after = skip_adjuncts(text, cue_end, high, mention_end)
    if after > cue_end and (hit := _MARK.match(text, after, high)):
        return Content(hit.end() - 1, "quote")
    if "told" in frames and (told := _told(text, after, high, mention_end)):
        return told
    if "wh" in frames and (hit := (_WH_HEARER if frames & {"told", "object-inf"} else _WH).match(text, after, high)):
        return Content(hit.end(), "wh")
    for pattern, frame in _patterns(frames):
        if hit := pattern.match(text, after, high):
            return Content(hit.end(), frame)
    clause = "clause" in frames and not NO_CLAUSE.match(text, after, high)
    if clause and verb.base == "say" and _NOTHING_SAID.match(text, after, high):
        return None
    if clause and (verb.base == "say" or looks_like_clause(text, after, high)):
        return Content(after, "clause")
    if ("np" in frames or ("calling" in frames and verb.form == "gerund")) and (hit := _NOUN.match(text, after, high)):
        return Content(hit.end(), "np")
    return None


def _that_behind_gap(text: str, frames: frozenset[str], cue_end: int, high: int) -> re.Match[str] | None:
    """Match up to 'that' behind 'on Monday', 'in a statement', or behind a hearer."""
    if text.find("that", cue_end, high) < 0:
        return None
    if hit := _INSERTED_THAT.match(text, cue_end, high):
        return hit
    hit = _THAT_AFTER_GAP.match(text, cue_end, high)
    gap = text[cue_end : hit.end()].removesuffix("that ").rstrip(" ,") if hit else ""
    if not hit or gap.endswith((" but", " and", " or")):
        return None
    if "told" in frames and not _RELATIVE.search(gap + " "):
        return hit
    return hit if _GAP.match(gap) and not _COMMA_GAP.search(gap) else None


# 'confirmed that commitment in January'
_DETERMINED = re.compile(r"[a-z]+(?:\s*[.;]|\s+(?:in|on|at|to|for|of|with|by|as|last|this|during|again)\b)")
_STOP = re.compile(r"[.;:]\s|$")


def _is_determiner(text: str, start: int, high: int) -> bool:
    """Tell whether 'that' only points: no verb follows the noun behind it."""
    if not _DETERMINED.match(text, start, high):
        return False
    stop = _STOP.search(text, start, high)
    return not has_verb(text, start, stop.start() if stop else high)


def skip_hearer(text: str, after: int, high: int, mention_end: MentionEnd) -> int:
    """Return where the hearer ends behind 'told': 'parliament', 'his hosts', a name; 0 if there is none."""
    hit = _HEARER.match(text, after, high)
    end = hit.end() if hit else 0
    for article in ("", "the "):
        if text.startswith(article, after + 1):
            reach = mention_end(after + 1 + len(article))
            end = max(end, reach if reach <= high else 0)
    hit = None if end else _NAMED_HEARER.match(text, after, high)
    return hit.end() if hit else end


def _told(text: str, after: int, high: int, mention_end: MentionEnd) -> Content | None:
    """Read 'told parliament the dam was safe', 'told reporters in Oslo: “...”'."""
    end = skip_hearer(text, after, high, mention_end)
    if not end:
        return None
    end = skip_adjuncts(text, end, high, mention_end)
    if hit := _TOLD_THAT.match(text, end, high):
        return Content(hit.end(), "that")
    if hit := _MARK.match(text, end, high):
        return Content(hit.end() - 1, "quote")
    if hit := _INF.match(text, end, high):
        return Content(after, "inf")
    if hit := _OF_ABOUT.match(text, end, high):
        return Content(hit.end(), "np")
    if not NO_CLAUSE.match(text, end, high) and (looks_like_clause(text, end, high)):
        return Content(end, "clause")
    return None
