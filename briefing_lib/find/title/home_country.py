"""Where a document is at home: the state whose prime minister it calls "the Prime Minister" without saying of which."""

from __future__ import annotations

import re

from briefing_lib.find.gazetteer import bundled
from briefing_lib.find.title.page import Page

_TOP = 12  # sentences in which the paper, the byline and the dateline stand
# 'The Colombo Gazette'
_PAPER = re.compile(
    r"(?:The\s+)?([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)\s+(?:(?:Daily|Morning|Evening|Sunday)\s+)?"
    r"(?:Gazette|Herald|Times|Post|Courier|Sentinel|Observer|News|Star|Mail|Tribune|Chronicle|Standard|Telegraph|Journal"
    r"|Examiner|Monitor|Express|Globe|Dispatch|Argus|Mirror|Voice|Mercury|Record|Daily|Bulletin|Guardian|Independent)\b",
    re.IGNORECASE,
)
# 'KUALA LUMPUR, Sat. - ', 'Lima, 3 May (AP) -- '
_DATELINE = re.compile(
    r"([A-Z][A-Za-zÀ-ÿ.’' -]{2,28}?)(?:,\s[^—–\n]{1,40}?)?\s*(?:\([A-Z][\w ./]{1,30}\)\s*)?\s(?:--?|[—–])\s"
)
# 'By Nimal Fonseka in Colombo'
_FILED_IN = re.compile(r"\bin\s+([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)")


_OFFICE = re.compile(r"\b(?:Department|Ministry|Office|Government|Presidency|Embassy|Cabinet)\b", re.IGNORECASE)


def home_of(page: Page) -> str:
    """Return the code of the state in which a document's paper appears, or else it was filed; '' if nothing tells.

    >>> from briefing_lib.find.title.page import open_page
    >>> from briefing_lib.tables import Sentence
    >>> t = "COLOMBO, Mon. - The talks began."
    >>> home_of(open_page(t, [Sentence("d#1", "d", 1, 0, len(t), t, "author", "narration")], []))
    'LKA'
    """
    text, filed = page.text, ""
    for line in page.sentences[:_TOP]:
        if line.kind in ("byline", "headline"):
            paper = _PAPER.match(text, line.start, line.end)
            if code := _country(paper.group(1)) if paper else "":
                return code
            if _OFFICE.search(text, line.start, line.end):  # 'U.S. DEPARTMENT OF STATE'
                states = [m for m in page.mentions_in(line.start, line.end) if m.type == "state"]
                if code := _country(states[0].text) if states else "":
                    return code
        if line.kind == "byline" and (place := _FILED_IN.search(text, line.start, line.end)):
            filed = filed or _country(place.group(1))
        elif line.kind == "narration" and (dateline := _DATELINE.match(text, line.start, line.end)):
            filed = _country(dateline.group(1)) or filed
            break
    return filed


def _country(words: str) -> str:
    """Return the state of a place, by all its words or the last ones that name one: 'New Delhi', 'The Manila'."""
    senses = bundled().senses
    plain = words.title() if words.isupper() else words
    for place in (plain, *plain.split()):
        sense = senses.get(place)
        if sense and sense.type in ("place", "state") and sense.country:
            return sense.country
    return ""
