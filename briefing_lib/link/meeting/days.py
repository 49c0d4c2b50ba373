"""Days a mention takes from around it: from the heading of a diary, from what the same paragraph told just before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as day
from datetime import timedelta

from briefing_lib.link.meeting.draft import Draft
from briefing_lib.link.meeting.same import AHEAD, FIRM
from briefing_lib.tables import Date

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# "MONDAY", "Tuesday, June 9:", "10 June": a line that is nothing but a day
_HEADING = re.compile(
    r"[ \t*#•–—-]*(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[,.]?)?[ \t]*"
    r"(?P<date>(?:\d{1,2}(?:st|nd|rd|th)?[ \t]+[A-Z][a-z]+\.?|[A-Z][a-z]+\.?[ \t]+\d{1,2}(?:st|nd|rd|th)?)"
    r"(?:,?[ \t]+\d{4})?)?[ \t:.–—-]*$",
    re.I,
)
_SHORT = 60  # characters of a line that may be a heading
_FAR = 6000  # characters below its heading that a day's entries reach
# "will also meet", "then saw", "later called on", "afterwards"
_ALSO = re.compile(
    r"\b(?:also|then|later|afterwards|thereafter|there|separately|in turn|in the (?:morning|afternoon|evening))\b"
)
# "Following the meeting, the ministers signed"
_AFTERWARDS = re.compile(
    r"(?:Following|After|At the end of|During|In the course of) (?:the|their|his|her|that) (?:[\w-]+ ){0,2}"
    r"(?:meeting|talks|discussions?|lunch|dinner|ceremony|session|summit|negotiations|visit)\b"
)
_PAST = re.compile(r"\b(?:met|held|was|were|had|saw|spoke|flew|went|told|sat|began|paid|left|came|took|[a-z]{3,}ed)\b")
# "the autumn", "early March": without a year, and not the last one
_NO_YEAR = re.compile(
    r"(?:(?:the|in|early|late|mid|middle|end|of|beginning|next|coming)[\s-]+)*(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December|spring|summer|autumn|fall|winter)",
    re.I,
)
_SAME_DAY = re.compile(r"(?:later\s)?(?:the|that|on\sthe)?\s?same\s(?:day|morning|afternoon|evening|night)", re.I)


def settle_days(drafts: list[Draft], text: str, dates: Sequence[Date], published: str) -> None:
    """Give mentions without a day the one of their heading or of what was told just before; put plans ahead.

    Args:
        drafts: the mentions, in order.
        text: the document.
        dates: its dates.
        published: its date as EDTF.
    """
    for draft in drafts:
        _put_ahead(draft, published)
    headings = _headings(text) if drafts else []
    undated = [draft for draft in drafts if not draft.edtf and not draft.date_text] if headings else []
    ahead = sum(not _is_past(draft, text) for draft in undated) * 2 > len(undated)
    for index, draft in enumerate(drafts):
        if _SAME_DAY.fullmatch(draft.date_text):
            before = next(
                (d for d in reversed(drafts[:index]) if d.sentence is draft.sentence and len(d.edtf) == 10), None
            )
            if before:
                draft.take_date(before, "carried from the same day")
        elif not draft.edtf and not draft.date_text:
            _from_heading(draft, headings, dates, published, ahead) or _from_before(draft, drafts[:index], text)


def _put_ahead(draft: Draft, published: str) -> None:
    """Put a month or a season of what is to come into the next year where this year's is over: "in the autumn"."""
    over = bool(draft.latest) and draft.latest < published[: len(draft.latest)]
    if draft.status not in AHEAD or not over or not _NO_YEAR.fullmatch(draft.date_text):
        return
    year = str(int(draft.earliest[:4]) + 1)
    draft.edtf = re.sub(r"\b\d{4}(?=-)", year, draft.edtf)
    draft.latest = str(int(draft.latest[:4]) + 1) + draft.latest[4:].replace("-02-29", "-02-28")
    draft.earliest = year + draft.earliest[4:].replace("-02-29", "-02-28")


def _is_past(draft: Draft, text: str) -> bool:
    """Do the words tell of what is over: "met", not "meets", which in a diary is to come?"""
    first, last = max(draft.sentence.start, draft.at - 60), min(draft.sentence.end, draft.at + 30)
    return draft.status in FIRM and bool(_PAST.search(text, first, last))


def _headings(text: str) -> list[tuple[int, int, str]]:
    """Return the lines between blank lines that are headings: start, end, and the weekday in small letters.

    None is returned as the day of one that names no day.
    """
    found: list[tuple[int, int, str]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        short = 0 < len(line.strip()) < _SHORT and line.rstrip()[-1:] not in ".,;!?”\"’'"
        if short and (hit := _HEADING.fullmatch(line)) and (hit["weekday"] or hit["date"]):
            found.append((start, end, (hit["weekday"] or "date").lower()))
        elif short:
            found.append((start, end, ""))
        start = end + 1
    # A day above a title or a byline is the document's, not a diary's: a diary has two at least.
    return found if sum(bool(heading[2]) for heading in found) > 1 else []


def _from_heading(
    draft: Draft, headings: list[tuple[int, int, str]], dates: Sequence[Date], published: str, ahead: bool
) -> bool:
    above = next((heading for heading in reversed(headings) if heading[1] < draft.sentence.start), None)
    if above is None or not above[2] or draft.at - above[1] > _FAR:
        return False
    told = next((date for date in dates if above[0] <= date.start < above[1] and len(date.edtf) == 10), None)
    edtf = (
        told.edtf if told and above[2] == "date" else _weekday(above[2], ahead or draft.status not in FIRM, published)
    )
    if told and told.text.strip().lower() not in _WEEKDAYS:
        edtf = told.edtf
    if not edtf:
        return False
    draft.edtf = draft.earliest = draft.latest = edtf
    draft.basis = "heading"
    if draft.status in FIRM and len(published) == 10 and edtf > published:
        draft.status = "planned"
    return True


def _weekday(name: str, ahead: bool, published: str) -> str:
    """Return the next such weekday in a diary of what is to come, the last one in one of what has been held."""
    if name not in _WEEKDAYS or len(published) != 10:
        return ""
    today = day.fromisoformat(published)
    days = (_WEEKDAYS.index(name) - today.weekday()) % 7
    return (today + timedelta(days if ahead or not days else days - 7)).isoformat()


def _from_before(draft: Draft, before: list[Draft], text: str) -> bool:
    """Take the day of the mention just before where the two go together: "will also sign", "there she met"."""
    afterwards = _AFTERWARDS.match(text, draft.sentence.start)
    last = next((d for d in reversed(before[-4:]) if not afterwards or d.type != "visit" and d.status in FIRM), None)
    apart = draft.sentence.paragraph - last.sentence.paragraph if last else 9
    if last is None or last.sentence is draft.sentence or apart > (3 if afterwards else 0):
        return False
    ahead = last.status in AHEAD and draft.status in AHEAD
    if (
        not (ahead or last.status in FIRM and draft.status in FIRM)
        or not last.edtf
        or "call" in (last.type, draft.type)
    ):
        return False
    words = text[max(draft.sentence.start, draft.at - 60) : min(draft.sentence.end, draft.at + 40)]
    together = bool(set(last.participants) & set(draft.participants)) or "there" in words
    if not together or not (afterwards or _ALSO.search(words)) or last.type == "visit" and len(last.edtf) < 10:
        return False
    draft.take_date(last, "carried from the same day")
    return True
