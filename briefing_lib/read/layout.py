"""Layout of a document: which paragraphs are headline, byline, caption, heading or of the page, by words and place.

What a line's own words tell stands in ``read.lines``; here it is told by what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.read.datelines import read_place
from briefing_lib.read.lines import (
    CLOSED,
    COMMUNIQUE,
    CREDIT,
    DATE_LINE,
    NAME,
    SECTION,
    TIME_LINE,
    given_names,
    is_body,
    is_boilerplate,
    is_byline,
    is_caption,
    is_letterhead,
    is_list_item,
    is_name_and_date,
    is_title_like,
    states,
)
from briefing_lib.read.paragraphs import Paragraph, is_hard_wrapped


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
    _mark_top(paragraphs, spoken, kinds)
    _mark_end(paragraphs, kinds)
    for i, paragraph in enumerate(paragraphs):
        if kinds[i] or spoken[i]:
            continue
        if is_caption(paragraph.text, first=False):
            kinds[i] = "caption"
        elif _is_dateline(paragraph.text) or (i < 14 and _is_date_or_place(paragraphs, kinds, i)):
            kinds[i] = "byline"  # the dateline of a second dispatch, or the date below the lead
        elif (
            i + 1 < len(paragraphs)
            and is_title_like(paragraph.text)
            and not kinds[i + 1]
            and not paragraphs[i + 1].text[0].islower()
        ):
            following = len(paragraphs[i + 1 + (_is_dateline(paragraphs[i + 1].text) and i + 2 < len(paragraphs))].text)
            if _breaks_off(paragraph.text):
                continue
            if is_list_item(paragraphs[i + 1].text):
                following = 200
            if (following >= 60 and following > 1.5 * len(paragraph.text)) or (
                spoken[i + 1] and i > 1 and _is_marked_heading(paragraph.text)
            ):
                kinds[i] = "heading"
    return kinds


def _mark_boilerplate(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    rest = False
    for i, paragraph in enumerate(paragraphs):
        scope = is_boilerplate(paragraph.text)
        if scope:
            kinds[i], rest = "boilerplate", rest or scope == "rest"
        elif rest:
            rest = is_title_like(paragraph.text, 200)
            kinds[i] = "boilerplate" if rest else ""


def _mark_top(paragraphs: Sequence[Paragraph], spoken: Sequence[bool], kinds: list[str]) -> None:
    """Mark letterhead, section, headline, bylines and caption, which stand before the first paragraph of running
    text."""
    titled = False
    until_speech = next((i for i, speaks in enumerate(spoken) if speaks), -1)
    for i, paragraph in enumerate(paragraphs[:12]):
        words = paragraph.text
        if kinds[i]:
            continue
        more = i + 2 < len(paragraphs)
        if is_caption(words, first=True):
            kinds[i] = "caption"
        elif more and not titled and SECTION.match(words):
            kinds[i] = "boilerplate"
        elif (
            (
                more
                and (
                    is_letterhead(words)
                    or (not titled and (is_body(words) or words in states()) and is_title_like(paragraphs[i + 1].text))
                )
            )
            or (is_byline(words) and not spoken[i])
            or (titled and not spoken[i] and _is_credit(paragraphs, i))
        ):
            kinds[i] = "byline"
        elif not titled and not spoken[i] and _is_headline(paragraphs, spoken, i):
            kinds[i], titled = "headline", True
        elif spoken[i] or len(words) > 150 or (CLOSED.search(words) and not words.isupper()):
            break
        elif titled and kinds[i - 1] == "headline" and (words.isupper() or _is_deck(paragraphs, i, until_speech > i)):
            kinds[i] = "headline"  # the deck below it
        elif (
            titled and until_speech > i and is_title_like(words) and not words.endswith("?") and not words[0].isdigit()
        ):
            kinds[i] = "byline"  # who is going to speak, and where


def _is_deck(paragraphs: Sequence[Paragraph], i: int, spoken: bool) -> bool:
    """A second headline: long, or (where nobody is going to speak) with the byline right below it."""
    words = paragraphs[i].text
    below = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
    return is_title_like(words, 200) and (len(words) > 45 or (not spoken and len(words) > 20 and is_byline(below)))


def _is_credit(paragraphs: Sequence[Paragraph], i: int) -> bool:
    """'Ann Lee', 'Lima, Peru', 'Reuters', 'dpa international': a name that stands alone below the headline."""
    words = paragraphs[i].text
    if _is_lone_name(words) or read_place(words.rstrip(".")):
        return True
    below = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
    if re.fullmatch(NAME, words) and not words.isupper() and len(words.split()) <= 3 and is_byline(below):
        return True
    parts = words.split()
    return len(parts) <= 3 and any(" ".join(parts[:n]).casefold() in _media() for n in range(1, len(parts) + 1))


@cache
def _media() -> frozenset[str]:
    return frozenset(row["alias"].casefold() for row in lexicon.rows("organisations") if row["kind"] == "media")


def _is_headline(paragraphs: Sequence[Paragraph], spoken: Sequence[bool], i: int) -> bool:
    """Tell whether a line at the top could be the headline of what stands below it."""
    words = paragraphs[i].text
    if not is_title_like(words, 200) or i + 1 >= len(paragraphs):
        return False
    below = paragraphs[i + 1]
    if below.text[0].islower() and not is_byline(below.text) and (len(below.text) > 40 or CLOSED.search(below.text)):
        return False  # the first line of a sentence that a machine broke
    if max(len(p.text) for p in paragraphs) > 1.5 * len(words) or (len(words) > 40 and is_byline(below.text)):
        return True
    if is_hard_wrapped(list(paragraphs)) and below.start - paragraphs[i].end < 2:
        return False
    rest = paragraphs[i + 1 :]
    closed = any(CLOSED.search(p.text) and not is_byline(p.text) for p in rest)
    return closed and sum(len(p.text) for p in rest) > 1.5 * len(words) and (len(rest) > 1 or spoken[i + 1])


def _mark_end(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    """Mark credits and the note on the author below the running text."""
    authors = {
        name
        for p, kind in zip(paragraphs, kinds, strict=True)
        if kind == "byline"
        for name in re.findall(NAME, p.text.removeprefix("By "))
    }
    for i in range(max(0, len(paragraphs) - 8), len(paragraphs)):
        words = paragraphs[i].text
        if kinds[i] or i == 0:
            continue
        about = any(
            re.match(rf"{re.escape(name)},? (?:is|was|has|teaches|writes|works|covers|reports|served|heads)\b", words)
            for name in authors
        )
        if about or is_letterhead(words) or (len(words) < 220 and CREDIT.match(words.strip("()[] ."))):
            kinds[i] = "byline"


def is_communique(paragraphs: Sequence[Paragraph], kinds: Sequence[str]) -> bool:
    """Tell whether the whole document is an office's own statement: it has a letterhead, or its headline says so."""
    text = next((i for i, kind in enumerate(kinds) if not kind), len(kinds))
    top = [p.text for p, kind in zip(paragraphs[:text], kinds, strict=False) if kind in ("byline", "headline")]
    return any(is_letterhead(words) or COMMUNIQUE.search(words) for words in top)


def _is_dateline(words: str) -> bool:
    if len(words) > 80:
        return False
    words = re.sub(r"\s*(?:\([A-Za-z ]{2,12}\))?[\s—–-]*$", "", words)  # 'CAIRO, Feb. 1 (UPI) —'
    return len(words) < 60 and is_name_and_date(words.strip("()[] ."))


def _is_date_or_place(paragraphs: Sequence[Paragraph], kinds: Sequence[str], i: int) -> bool:
    """'December 8, 2012', '19:00', and 'Sochi' beside them."""
    words = paragraphs[i].text
    if len(words) > 60:
        return False
    if DATE_LINE.match(words) or TIME_LINE.match(words):
        return True
    return i > 0 and kinds[i - 1] == "byline" and len(paragraphs[i - 1].text) < 40 and read_place(words) == words


def _breaks_off(words: str) -> bool:
    """'Last week, the general, who commands the army, proclaimed': a sentence whose rest stands on the next line."""
    parts = words.split()
    return len(parts) >= 8 and ", " in words and parts[-1].islower() and not words.isupper()


def _is_marked_heading(words: str) -> bool:
    """'2. Visit to Viet Nam', '** Yemen', 'Trade and Aid': numbered, marked, or each longer word with a capital."""
    longer = [part for part in words.split() if len(part) > 3]
    marked = words[0].isdigit() or words.startswith(("*", "#"))
    return not words.endswith("?") and (marked or (len(longer) > 1 and all(part[0].isupper() for part in longer)))


def _is_lone_name(words: str) -> bool:
    """'Karl Muster', 'Ann Lee and Joe Doe' below a headline: capitalised words, the first of one of them a given
    name."""
    people = re.split(r",? and |, | & ", words)
    names = all(re.fullmatch(NAME, person) for person in people)
    return len(words) < 100 and names and any(person.split()[0] in given_names() for person in people)
