"""Words, source, saying verb: '..., Kallas said', 'On Monday, Kallas said, ...', 'as Kallas put it'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.attributions import LONGEST, Attribution, Unit, clause_start, comma_before
from briefing_lib.find.cues import Cue
from briefing_lib.find.page import Source, strip_right
from briefing_lib.find.quotemarks import Marked
from briefing_lib.find.reported import Content, has_verb
from briefing_lib.find.speakers import FRONT

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
    lead = text[begin:comma]
    length = 0 if FRONT.match(lead) and "," not in lead else len(lead.split())
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
_AS_LAST = re.compile(r"[^,;:“\"]{0,60}[.)]?$")


def read_as(unit: Unit, lead: int, start: int, end: int, source: Source) -> Attribution | None:
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
