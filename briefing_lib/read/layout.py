"""Layout of a document: which paragraphs are headline, byline, caption, heading or of the page, by words and place.

What a line's own words tell stands in ``read.lines``; here it is told by what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.read.captions import is_caption, mark_captions
from briefing_lib.read.datelines import read_place
from briefing_lib.read.labels import has_title
from briefing_lib.read.lines import (
    BY,
    CLOSED,
    COMMUNIQUE,
    CREDIT,
    DATE_LINE,
    NAME,
    TIME_LINE,
    is_letterhead,
    is_list_item,
    is_name_and_date,
    is_title_like,
)
from briefing_lib.read.page_lines import is_boilerplate
from briefing_lib.read.paragraphs import Paragraph, is_hard_wrapped
from briefing_lib.read.top import is_lone_name, mark_top

# '—ROBERT HALVERSON in Madrid': the author below the text
_SIGNED = re.compile(rf"[–—-]{{1,2}}\s?{NAME}(?:,? (?:with|and|in) {NAME}| in [A-Z][\w ]{{2,20}}){{0,4}}$")
# 'COLOGNE, Friday.', 'Paris, Monday night'
_WEEKDAY = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}, (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?\.?$",
    re.IGNORECASE,
)
_LONGEST = 400  # characters of a line that may be anything but running text
# 'Long live Ghana', 'Yours sincerely': what may end a speech or letter without a full stop
_FAREWELL = re.compile(
    r"(?:long live|viva|god|may |thank|yours|sincerely|respectfully|amen|with |i |we )", re.IGNORECASE
)


def read_layout(paragraphs: Sequence[Paragraph], spoken: Sequence[bool]) -> list[str]:
    """Return the kind of each paragraph as far as its shape and place tell: '' where it is running text.

    Args:
        paragraphs: the document's paragraphs.
        spoken: for each, whether it begins with a speaker's label (and so is neither title nor heading).

    Returns:
        headline, byline, caption, heading, boilerplate or '' for each paragraph.
    """
    kinds = [""] * len(paragraphs)
    _mark_boilerplate(paragraphs, kinds)
    mark_top(paragraphs, spoken, kinds)
    _mark_notes(paragraphs, kinds)
    _mark_tail(paragraphs, spoken, kinds)
    mark_captions(paragraphs, spoken, kinds)
    for i, paragraph in enumerate(paragraphs):
        if kinds[i] or spoken[i] or (len(paragraph.text) > _LONGEST and paragraph.text[0].isalnum()):
            continue
        if is_caption(paragraph.text, first=False):
            kinds[i] = "caption"
        elif _is_dateline(paragraph.text) or (i < 14 and _is_date_or_place(paragraphs, kinds, i)):
            kinds[i] = "byline"  # the dateline of a second dispatch, the author or the date below the lead
        elif (
            i + 1 < len(paragraphs)
            and is_title_like(paragraph.text)
            and not kinds[i + 1]
            and not paragraphs[i + 1].text[0].islower()
        ):
            following = len(paragraphs[i + 1 + (_is_dateline(paragraphs[i + 1].text) and i + 2 < len(paragraphs))].text)
            if _breaks_off(paragraph.text) or (i and _is_signature(paragraphs[i - 1].text, paragraph.text)):
                continue
            if is_list_item(paragraphs[i + 1].text):
                following = 200
            if (following >= 60 and following > 1.5 * len(paragraph.text)) or (
                spoken[i + 1] and i > 1 and _is_marked_heading(paragraph.text)
            ):
                kinds[i] = "heading"
    return kinds


def _mark_boilerplate(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    rest = running = False
    for i, paragraph in enumerate(paragraphs):
        words = paragraph.text
        scope = is_boilerplate(words)
        if scope:  # a list of other pieces comes after the text has begun: above it is the headline
            kinds[i], rest = "boilerplate", rest or (scope == "rest" and running)
        elif rest:
            rest = is_title_like(words, 200) or (len(words) < 40 and not CLOSED.search(words))
            kinds[i] = "boilerplate" if rest else ""
        running = running or (len(words) > 100 and not kinds[i])


def _mark_notes(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    """Mark credits and the note on the author below the running text, and the note right above it."""
    authors = {
        name
        for p, kind in zip(paragraphs, kinds, strict=True)
        if kind == "byline"
        for name in re.findall(NAME, p.text.removeprefix("By "))
    }
    about = [
        re.compile(
            rf"{re.escape(name)},? (?:is|was|has|teaches|writes|works|covers|reports|served|heads|lectures|directs)\b",
            re.IGNORECASE,
        )
        for name in sorted(authors)
    ]
    last = max(0, len(paragraphs) - 8)
    for i in (*range(min(10, last)), *range(last, len(paragraphs))):
        words = paragraphs[i].text
        if i >= last and words in authors:
            kinds[i] = "byline"
        elif kinds[i] or i == 0:
            continue
        elif any(pattern.match(words) for pattern in about) or (
            i >= last
            and (
                _SIGNED.match(words)
                or is_letterhead(words)
                or (len(words) < 220 and CREDIT.match(words.strip("()[] .")))
            )
        ):
            kinds[i] = "byline"


def _mark_tail(paragraphs: Sequence[Paragraph], spoken: Sequence[bool], kinds: list[str]) -> None:
    """Mark short lines without an end below the last sentence: what is left of the page's menus."""
    tail: list[int] = []
    for i in range(len(paragraphs) - 1, 0, -1):
        words = paragraphs[i].text
        if kinds[i] in ("boilerplate", "byline"):
            continue
        open_end = not CLOSED.search(words) and not is_list_item(words) and words[0].isalnum()
        if kinds[i] or spoken[i] or not open_end or len(words) > 70 or len(words.split()) > 10 or len(tail) > 5:
            if len(words) > 40 and CLOSED.search(words):
                break
            return
        if _FAREWELL.match(words) or has_title(words) or is_lone_name(words) or read_place(words):
            return
        tail.append(i)
    else:
        return
    if tail and not is_hard_wrapped(list(paragraphs)):
        for i in tail:
            kinds[i] = "boilerplate"


def is_communique(paragraphs: Sequence[Paragraph], kinds: Sequence[str]) -> bool:
    """Tell whether the whole document is an office's own statement: it has a letterhead, or its headline says so."""
    text = next((i for i, kind in enumerate(kinds) if not kind), len(kinds))
    top = [p.text for p, kind in zip(paragraphs[:text], kinds, strict=False) if kind in ("byline", "headline")]
    return any(is_letterhead(words) or COMMUNIQUE.search(words) for words in top)


def _is_dateline(words: str) -> bool:
    if len(words) > 80:
        return False
    if _WEEKDAY.match(words):
        return True
    words = re.sub(r"\s*(?:\([A-Za-z ]{2,12}\))?[\s—–-]*$", "", words)  # 'CAIRO, Feb. 1 (UPI) —'
    return len(words) < 60 and is_name_and_date(words.strip("()[] ."))


def _is_date_or_place(paragraphs: Sequence[Paragraph], kinds: Sequence[str], i: int) -> bool:
    """'December 8, 2012', '19:00', and 'Sochi' beside them."""
    words = paragraphs[i].text
    if len(words) > 60:
        return False
    if DATE_LINE.match(words) or TIME_LINE.match(words) or BY.match(words):
        return True
    return i > 0 and kinds[i - 1] == "byline" and len(paragraphs[i - 1].text) < 40 and read_place(words) == words


def _breaks_off(words: str) -> bool:
    """'Last week, the general, who commands the army, proclaimed': a sentence whose rest stands on the next line."""
    parts = words.split()
    return len(parts) >= 8 and ", " in words and parts[-1].islower() and not words.isupper()


def _is_signature(above: str, words: str) -> bool:
    """'Ann Lee' below 'Yours sincerely,'."""
    return len(above) < 60 and above[-1] == "," and _FAREWELL.match(above) is not None and len(words.split()) < 9


def _is_marked_heading(words: str) -> bool:
    """'2. Visit to Viet Nam', '** Yemen', 'Trade and Aid': numbered, marked, or each longer word with a capital."""
    longer = [part for part in words.split() if len(part) > 3]
    marked = words[0].isdigit() or words.startswith(("*", "#"))
    return not words.endswith("?") and (marked or (len(longer) > 1 and all(part[0].isupper() for part in longer)))
