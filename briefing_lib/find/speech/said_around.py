"""Words, source, saying verb: '..., Kallas said', 'On Monday, Kallas said, ...', 'as Kallas put it'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.speech.attributions import LONGEST, Attribution, Unit, clause_start, comma_before
from briefing_lib.find.speech.clauses import has_verb
from briefing_lib.find.speech.quotemarks import Marked
from briefing_lib.find.speech.reported import Content
from briefing_lib.find.speech.saying_words import Cue
from briefing_lib.find.speech.speakers import FRONT
from briefing_lib.find.title.page import Source, strip_right

# Nothing is reported behind the verb: '..., Kallas said on Monday.'
NOTHING_BEHIND = re.compile(
    r"\s*(?:$|[.,;:!?”\"’()—–]|(?:on|in|at|during|after|before|from|via|through|with|about|following|ahead|as|and|but"
    r"|when|while|last|late|early|earlier|later|here|yesterday|today|tonight|recently|publicly|again|[A-Z][a-z]+day)\b|to\s+(?:(?:the|an?|his|her|its|their|reporters|journalists)\b|[A-Z]))"
)
# '..., he said, the road was open': the words go on
_RESUMED = re.compile(
    r",\s+(?!(?:who|which|where|when|while|but|and|adding|saying|noting|as|after|before|during|despite|amid|following"
    r"|including|though|although|without|with|in|on|at|citing|speaking|according|a|an|the\s+\w+\s+of|[a-z]+ing)\b)(?=[\w“\"])"
)
# '..., he told the court; he would appeal'
_NEXT_CLAUSE = re.compile(
    r";\s+(?=(?:he|she|it|they|we|there|the|an?|his|her|its|their|no|not|this|that|these|those|[A-Z]\w+)\s)"
)
# 'And perhaps, he said, ...': no subject that could be cut off
_ADVERBIAL = re.compile(
    r"(?:(?:and|but|or|so|yet|for|still)\s*)?(?:perhaps|maybe|indeed|of\s+course|in\s+fact|instead|rather|still|now|then|also|even\s+so"
    r"|today|tomorrow|yesterday|for\s+now|in\s+short|above\s+all|at\s+least|if\s+anything|for\s+(?:example|instance)|meanwhile|however"
    r"|moreover|sometimes|often|as\s+a\s+result|in\s+the\s+end|\w+ly)?",
    re.IGNORECASE,
)
# 'To wait is not to lose, he said': a subject, no words before one
_INFINITIVE = re.compile(r"\s*to\s+(?:[\w’'-]+\s+){1,6}?(?:is|was|would|will|means?|can)\b", re.IGNORECASE)
# 'Nyerere was blunter: the union, he said, was ...'
_COLON = re.compile(r":\s+(?=[^:“\"]*$)")
_ASIDE_BEFORE_MARK = re.compile(r",\s+[^.;:“”\"]{3,160},\s*")


def _later_mark(unit: Unit, after: int) -> Marked | None:
    """Return the quotation in marks that goes on behind an aside: ', he said, standing beside the king, “...”'."""
    mark = unit.next_mark(after)
    return mark if mark and _ASIDE_BEFORE_MARK.fullmatch(unit.page.text, after, mark.opened) else None


def read_around(
    unit: Unit, low: int, start: int, end: int, cue: Cue, source: Source, earlier: Sequence[Attribution]
) -> Attribution | None:
    """Read '..., Kallas said on Monday' and 'On Monday, Kallas said, ...'."""
    text = unit.page.text
    after = unit.skip(end, "told" in cue.frames)
    if not NOTHING_BEHIND.match(text, after, unit.end):
        return None
    comma = comma_before(text, low, source.start)
    begin = clause_start(unit, earlier, source.start)
    if comma < begin:
        return None
    colon = _COLON.search(text[begin:comma])
    if colon and source.rule == "pronoun" and has_verb(text, begin, begin + colon.start()):
        begin += colon.end()
    lead = text[begin:comma]
    fronted = FRONT.match(lead) and "," not in lead and not _INFINITIVE.match(lead)
    length = 0 if fronted else len(lead.split())
    resumed = _RESUMED.match(text, after, unit.end)
    contents = []
    if length >= (5 if resumed else 3) and (unit.headline or has_verb(text, begin, comma)):
        contents.append((begin, comma, "clause"))
    if resumed:
        stop = unit.clause_end(resumed.end(), "clause")
        # 'The port, he said, is safe': a subject alone is not cut off
        whole = length > 0 and not contents and not _ADVERBIAL.fullmatch(lead)
        # '..., he said, the first since May': no clause of its own
        if not contents or unit.next_mark(resumed.end() - 1) or has_verb(text, resumed.end(), stop):
            contents.append((begin if whole else resumed.end(), stop, "clause"))
    elif mark := _later_mark(unit, after):
        contents.append((mark.opened, mark.closed, "marked"))
    elif contents and (further := _NEXT_CLAUSE.match(text, after, unit.end)):
        contents.append((further.end(), unit.clause_end(further.end(), "clause"), "clause"))
    order = "around" if resumed else "backward"
    return Attribution(source, start, end, tuple(contents), order) if contents else None


# ', said Kallas, to leave', ', say traders, about nine months': what goes on is no clause
_NO_CLAUSE = re.compile(
    r"(?:to\s+[a-z]|about\s|until\s|only\s|at\s+(?:least|most)\s|no\s+(?:more|less)\s|not\s|nearly\s|almost\s|barely\s|more\s|less\s|\d)"
)
_TELLS_OF = re.compile(r"\s+(?:who|close|familiar|in|from|at|here)\b[^,;:.“”\"]{0,60}(?=,)")


def read_inserted(
    unit: Unit, start: int, end: int, source: Source, earlier: Sequence[Attribution]
) -> Attribution | None:
    """Read 'The harvest, say traders in Rosario, was the worst': a verb and its source in the middle of a clause."""
    text = unit.page.text
    told = _TELLS_OF.match(text, source.end, unit.end)
    resumed = _RESUMED.match(text, told.end() if told else source.end, unit.end)
    if not resumed:
        return None
    begin = clause_start(unit, earlier, start)
    comma = strip_right(text, begin, start) - 1
    if comma <= begin or text[comma] != "," or _ADVERBIAL.fullmatch(text[begin:comma]):
        return None
    stop = unit.clause_end(resumed.end(), "clause")
    subject = not has_verb(text, begin, comma) and not FRONT.match(text, begin, comma)
    if not (subject and has_verb(text, resumed.end(), stop)) and not _NO_CLAUSE.match(text, resumed.end(), stop):
        return None
    return Attribution(source, start, end, ((begin, stop, "clause"),), "around")


def read_before_mark(
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
AS_BEFORE_SOURCE = re.compile(r"(?:^|(?<=[\s,—–(]))[Aa]s\s+(?:(?:the|an?|its|his|her)\s+)?(?:[\w.’'-]+\s+){0,5}$")
_AS_END = re.compile(
    r"(?:\s+(?:it|this|so|before|above|earlier|yesterday|once|in\s+[^,“\"]{2,40}))?(?:\s+to\s+\w+)?\s*(?:[,:]\s*|(?=[“\"«]))"
)
_AS_ASIDE = re.compile(r"\s+(?:to|in|at|on|last|this|earlier|during|after|with)\s[^,.;:“”\"]{1,60},\s+(?=[\w“\"])")
_SEMICOLON = re.compile(r".*;\s+", re.DOTALL)
_SHORT = 80  # characters of a subject or of what says where
_AS_LAST = re.compile(r"[^,;:“\"]{0,60}[.)]?$")


def read_as(unit: Unit, lead: int, start: int, end: int, source: Source) -> Attribution | None:
    """Read 'as Kallas noted, ...': the clause it stands in, before and after."""
    text = unit.page.text
    after = unit.skip(end, True)
    hit = _AS_END.match(text, after, unit.end) or _AS_ASIDE.match(text, end, unit.end)
    if not hit and not _AS_LAST.fullmatch(text, after, unit.end):
        return None
    contents = []
    before = strip_right(text, unit.start, lead)
    begin = max(unit.start, before - LONGEST)
    if semicolon := _SEMICOLON.match(text, begin, before):
        begin = semicolon.end()
    goes_on = hit is not None and hit.end() < unit.end
    short = text[before - 1 : before] == "," and before - begin < _SHORT and not has_verb(text, begin, before)
    whole = goes_on and short and not _ADVERBIAL.fullmatch(text[begin : before - 1])
    if goes_on and hit:
        # 'A tenant, as Meyer told me in Basel, does not choose the paper': a subject alone is not cut off
        start_after = begin if whole else hit.end()
        contents.append((start_after, unit.clause_end(hit.end(), "clause"), "clause"))
    words = text.count(" ", begin, before)
    if not whole and (words >= 4 or (words > 1 and not goes_on and has_verb(text, begin, before))):
        contents.insert(0, (begin, before, "clause"))
    return Attribution(source, start, end, tuple(contents), "around") if contents else None
