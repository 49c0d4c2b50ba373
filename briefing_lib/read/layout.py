"""Paragraphs that are not the running text: headline, byline, caption, headings and what the web page added.

Each test looks at the words of one paragraph; ``read_layout`` adds where the paragraph stands. Sentences are long and
end in a stop; what surrounds them is short and does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.read.datelines import read_place
from briefing_lib.read.paragraphs import Paragraph, is_hard_wrapped

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
# '9 April 2024', 'April 9, 2024', 'April 2024', '2024-04-09', '09.04.2024'
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:\d{2,5}-)?\d{1,2}-\d{1,2}-\d{4})"
)
# 'Published on 9 April 2024 at 10:15 GMT', 'Tuesday, April 9, 2024 - 10:15', '18:40'
_DATE_LINE = re.compile(
    r"(?:(?:first\s+|last\s+)?(?:published|updated|posted|modified|issued|date|released)\b[:\s]*(?:on\s+|at\s+)?)?"
    rf"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?{_DATE}"
    r"(?:[\s,|·–—-]*(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?[\s|.]*$",
    re.IGNORECASE,
)
# '1:05 P.M. EST', '11.30 a.m. (local time)', '1500 GMT'
_TIME_LINE = re.compile(
    r"\d{1,2}[:.]\d\d\s*(?:[ap]\.?\s?m\.?)?(?:\s*\(?[A-Za-z ]{2,20}\)?)?$|\d{4}\s*(?:GMT|UTC|hours|hrs)$", re.IGNORECASE
)
_NAME = r"[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|de|da|van|von|bin|al|el)){1,4}"
# 'By Ann Lee', 'By ANN LEE and Joe Doe in Lima', 'Written by Ann Lee'
_BY = re.compile(
    r"(?:By|BY|by|(?:Written|Reported|Analysis|Text|Opinion|Interview|Story) by)\s+"
    rf"{_NAME}[^.!?]{{0,80}}$"
)
# 'Karl Muster   April 9, 2024', 'Ann Lee | 9 April 2024, 18:40', 'Lagos, 9 April 2024', 'THE LAGOS TIMES, MONDAY MAY 3
# 1965', 'Lagos, May 3'
_NAME_AND_DATE = re.compile(
    rf"(?-i:[A-Z])[\w.'’ ,-]{{2,60}}?[\s,|·–—-]+(?:{_DATE}(?:[\s,|·–—-]*\d{{1,2}}[:.]\d\d)?|{_MONTH}\s+\d{{1,2}}"
    rf"|\d{{1,2}}\s+{_MONTH})\s*$"
    rf"|[^.!?]{{2,120}}\|\s*{_DATE}\s*$",
    re.IGNORECASE,
)
# Words in small letters that stand in such lines; with any other it is a sentence: 'Kenya will vote on 9 August 2022.'
_SMALL = re.compile(
    r"\b(?!(?:and|by|in|of|on|at|for|from|via|the|with|de|del|da|do|dos|di|du|la|le|van|von|der|den|bin|ibn|al|el|our|staff"
    r"|writer|correspondent|reporter|published|updated|posted|edited|th|st|nd|rd|am|pm)\b)[a-zà-ÿ]{2,}"
)
# 'From Our Own Correspondent', 'By a Staff Reporter', '(Additional reporting by Ann Lee; Editing by Joe Doe)',
# 'BRIEFER: ANN LEE'
_CREDIT = re.compile(
    r"(?:From|By) (?:our|a|an|the)\b.{0,40}\b(?:correspondents?|reporters?|staff)$|from our \w+ ?correspondents?$"
    r"|\(?(?:additional |with )?(?:reporting|writing|editing|compiled|translated) by .{3,160}$|.{3,80}"
    r" contributed (?:to this|reporting)\b.{0,40}$|(?:briefer|speaker|author)s?:\s*[A-Z]"
    r"|(?:special|staff|diplomatic|foreign|political|senior|chief|our|national)(?: \w+){0,2}"
    r" (?:correspondent|writer|reporter|editor)s?$"
    r"|(?:web|news|monitoring|foreign|world|business|online) desk$|agencies$|(?:news )?agency reports?$"
    r"|(?:source|editor|from|issued by|delivered on|location|posted by|published by|department)s?:\s[^.!?]{3,90}$"
    r"|(?:the|this) (?:writer|author|columnist)s? (?:is|are|was|were|has|have|teaches|serves|served)\b.{3,200}$",
    re.IGNORECASE,
)
# 'OPINION', 'World news': the section of the paper
_SECTION = re.compile(
    r"(?:opinion|analysis|comment(?:ary)?|editorial|leader|feature|world|politics|business|economy|international"
    r"|news|world news|foreign affairs|events|press releases?|documents|transcripts|speeches|statements|newsroom|media"
    r"|the big read|op-ed|views|perspective|review|interview|exclusive|breaking|special report)$",
    re.IGNORECASE,
)
# 'MINISTRY OF EXTERNAL AFFAIRS', 'Press Service of the President', 'Embassy of Peru in Oslo'
_LETTERHEAD = re.compile(
    r"(?:(?:[\w.’'-]+ ){0,4}(?:ministry|department|embassy|mission|office|secretariat|chancellery|presidency"
    r"|press (?:service|office|bureau|centre|center))\b"
    r"(?: (?:of|for|to|in|and|the|affairs)\b.{0,60})?|(?:the )?white house|kremlin|élysée(?: palace)?)$",
    re.IGNORECASE,
)
_COMMUNIQUE = re.compile(
    r"\b(?:joint (?:statement|declaration|communiqu[eé]|press)|communiqu[eé]|press release|readout|press"
    r" statement|note verbale)\b",
    re.IGNORECASE,
)
# '(C) addressing', 'Photo: Ann Lee', 'REUTERS/Ann Lee', 'Getty Images'
_CAPTION = re.compile(
    r"\((?:C|L|R|left|right|cent(?:re|er)|top|bottom|(?:front|back) row)\)"
    r"|^(?:FILE PHOTO|File photo|FILE\s*[-–—]|Photo|Image|Picture|Photograph|Caption)\b.{0,3}[:|–—-]"
    r"|\b(?:Photo|Image|Photograph|Picture)(?:\s+(?:credit|courtesy))?(?::|\s+by\b)"
    r"|(?:/|\bvia )(?:AFP|AP|REUTERS|Reuters|Getty|TASS|Xinhua|EPA|Anadolu|Sputnik)\b|Getty Images"
)
_POSED = re.compile(
    r"\b(?:address(?:es|ing)|shak(?:es?|ing) hands|pos(?:es?|ing)|speak(?:s|ing)|greet(?:s|ing)|attend(?:s|ing)"
    r"|arriv(?:es|ing)"
    r"|walk(?:s|ing)|pictured|seen|welcom(?:es|ing)|meets|receiv(?:es|ing))\b"
)
_CLOSED = re.compile(r"[.!?:;,…—–][\"'”’»)\]]*$")
_SALUTATION = re.compile(
    r"(?:Mr|Mrs|Ms|Madam|Mme|Your|Dear|Ladies|Excellenc|Distinguished|Honou?rable|Friends|Comrades|Colleagues|Thank)\b",
    re.IGNORECASE,
)
_WEB = re.compile(
    r"(?:©|\(c\)\s*\d{4}|copyright\b|follow (?:us|him|her|@)|subscribe (?:to|now)|sign up (?:for|to)|click here"
    r"|share (?:this|on)"
    r"|all rights reserved|https?://\S+$|loading\b|cookies?\b.{0,40}(?:accept|policy)|(?:#\s*){2,}$|-30-$"
    r"|this is a rush transcript|this (?:copy|transcript) (?:may|has) not|\(?ends?\)?$|(?:[*_=–—-]\s*){3,}$"
    r"|(?:embargo|for immediate release(?!.*\b\d{4}$)|not for (?:publication|broadcast))\b"
    r"|for the information of the (?:media|press)\b|(?:key ?words|tags|filed under|topics|categories)\s*:"
    r"|(?:[A-Z]{1,4}/[\w./()-]{3,30}\s+\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{1,2}/\d{4}\s+[A-Z]{1,4}/[\w./()-]{3,30})$"
    r"|(?:read|see) more\b.{0,60}$|back to (?:the )?\w+.{0,30}$|download\b.{0,40}$|the views expressed\b"
    r"|.{0,60}(?:, |\b(?:see|turn to|continued on|more on) )page \d+$|continued (?:on|from) )",
    re.IGNORECASE,
)


@cache
def _boilerplate() -> dict[str, str]:
    return {row["phrase"]: row["scope"] for row in lexicon.rows("boilerplate")}


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.rows("given_names"))


def is_byline(words: str) -> bool:
    """Tell whether a line says who wrote the piece or when, and nothing else.

    >>> is_byline("Amara Okafor   June 3, 2011"), is_byline("By 2011 trade had doubled.")
    (True, False)
    >>> is_byline("Kenya will hold the vote on 9 August 2022.")
    False
    """
    words = words.strip("()[] .") if len(words) < 180 else words
    return len(words) < 180 and bool(
        _DATE_LINE.match(words)
        or _TIME_LINE.match(words)
        or _BY.match(words)
        or _is_name_and_date(words)
        or _CREDIT.match(words)
    )


def _is_name_and_date(words: str) -> bool:
    return _NAME_AND_DATE.match(words) is not None and ("|" in words or not _SMALL.search(words))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(
        row["alias"].casefold().removeprefix("the ")
        for row in lexicon.rows("organisations")
        if row["kind"] in ("io", "agency", "ministry", "parliament", "bank", "bloc", "think-tank", "media")
    )


def _is_body(words: str) -> bool:
    """'United Nations', 'European Commission': the name of the body that issues the document."""
    return len(words) < 90 and words.casefold().removeprefix("the ") in _bodies()


@cache
def _states() -> frozenset[str]:
    return frozenset(row["alias"] for row in lexicon.rows("states") if " of " in row["alias"])


def is_letterhead(words: str) -> bool:
    """Tell whether a line is the name of the office that issues the document.

    >>> is_letterhead("MINISTRY OF EXTERNAL AFFAIRS"), is_letterhead("Ministry denies talks")
    (True, False)
    """
    return len(words) < 90 and _LETTERHEAD.match(words) is not None


def is_caption(words: str, first: bool) -> bool:
    """Tell whether a line describes a picture.

    Args:
        words: the line.
        first: whether nothing but bylines and headline stands before it.

    >>> is_caption("President Kenyatta (R) with his guest", first=False)
    True
    >>> is_caption("President Obote addressing the assembly, Kampala, May 2, 1967", first=True)
    True
    """
    if len(words) > 400:
        return False
    if _CAPTION.search(words):
        return len(words) < 250 or not _CLOSED.search(words)
    return first and not _CLOSED.search(words) and bool(_POSED.search(words)) and bool(re.search(_DATE + "$", words))


def is_boilerplate(words: str) -> str:
    """Return 'line' or 'rest' (with the short lines after it) if a line belongs to the page, else ''.

    >>> is_boilerplate("Related Articles"), is_boilerplate("Share this article"), is_boilerplate("Relations")
    ('rest', 'line', '')
    """
    known = _boilerplate().get(words.rstrip(" .:…>»→|"))
    return known or ("line" if len(words) < 160 and _WEB.match(words) else "")


def is_list_item(words: str) -> bool:
    """Tell whether a line opens with a bullet or dash.

    >>> is_list_item("• rice"), is_list_item("Rice")
    (True, False)
    """
    return words[0] in "•·▪◦‣●–—-"


def is_title_like(words: str, longest: int = 90) -> bool:
    """Tell whether a line is short, unpunctuated at its end and could be a headline or heading.

    >>> is_title_like("Kenya Opens Border Post"), is_title_like("Ladies and gentlemen,"), is_title_like("- rice")
    (True, False, False)
    """
    words = words.lstrip("*#_ ") or words
    if len(words) > longest or len(words.split()) > longest // 6 or _SALUTATION.match(words):
        return False
    ends_open = not _CLOSED.search(words) or words.endswith("?") or (words.isupper() and words.endswith("."))
    return (
        ends_open
        and (words[0].isupper() or words[0].isdigit() or words[0] in "“\"'‘«")
        and any(c.isalpha() for c in words)
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
        elif more and not titled and _SECTION.match(words):
            kinds[i] = "boilerplate"
        elif (
            (
                more
                and (
                    is_letterhead(words)
                    or (
                        not titled and (_is_body(words) or words in _states()) and is_title_like(paragraphs[i + 1].text)
                    )
                )
            )
            or (is_byline(words) and not spoken[i])
            or (titled and not spoken[i] and _is_credit(paragraphs, i))
        ):
            kinds[i] = "byline"
        elif not titled and not spoken[i] and _is_headline(paragraphs, spoken, i):
            kinds[i], titled = "headline", True
        elif spoken[i] or len(words) > 150 or (_CLOSED.search(words) and not words.isupper()):
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
    if re.fullmatch(_NAME, words) and not words.isupper() and len(words.split()) <= 3 and is_byline(below):
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
    if below.text[0].islower() and not is_byline(below.text) and (len(below.text) > 40 or _CLOSED.search(below.text)):
        return False  # the first line of a sentence that a machine broke
    if max(len(p.text) for p in paragraphs) > 1.5 * len(words):
        return True
    if is_hard_wrapped(list(paragraphs)) and below.start - paragraphs[i].end < 2:
        return False
    rest = paragraphs[i + 1 :]
    closed = any(_CLOSED.search(p.text) and not is_byline(p.text) for p in rest)
    return closed and sum(len(p.text) for p in rest) > 1.5 * len(words) and (len(rest) > 1 or spoken[i + 1])


def _mark_end(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    """Mark credits and the note on the author below the running text."""
    authors = {
        name
        for p, kind in zip(paragraphs, kinds, strict=True)
        if kind == "byline"
        for name in re.findall(_NAME, p.text.removeprefix("By "))
    }
    for i in range(max(0, len(paragraphs) - 8), len(paragraphs)):
        words = paragraphs[i].text
        if kinds[i] or i == 0:
            continue
        about = any(
            re.match(rf"{re.escape(name)},? (?:is|was|has|teaches|writes|works|covers|reports|served|heads)\b", words)
            for name in authors
        )
        if about or is_letterhead(words) or (len(words) < 220 and _CREDIT.match(words.strip("()[] ."))):
            kinds[i] = "byline"


def is_communique(paragraphs: Sequence[Paragraph], kinds: Sequence[str]) -> bool:
    """Tell whether the whole document is an office's own statement: it has a letterhead, or its headline says so."""
    text = next((i for i, kind in enumerate(kinds) if not kind), len(kinds))
    top = [p.text for p, kind in zip(paragraphs[:text], kinds, strict=False) if kind in ("byline", "headline")]
    return any(is_letterhead(words) or _COMMUNIQUE.search(words) for words in top)


def _is_dateline(words: str) -> bool:
    if len(words) > 80:
        return False
    words = re.sub(r"\s*(?:\([A-Za-z ]{2,12}\))?[\s—–-]*$", "", words)  # 'CAIRO, Feb. 1 (UPI) —'
    return len(words) < 60 and _is_name_and_date(words.strip("()[] ."))


def _is_date_or_place(paragraphs: Sequence[Paragraph], kinds: Sequence[str], i: int) -> bool:
    """'December 8, 2012', '19:00', and 'Sochi' beside them."""
    words = paragraphs[i].text
    if len(words) > 60:
        return False
    if _DATE_LINE.match(words) or _TIME_LINE.match(words):
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
    names = all(re.fullmatch(_NAME, person) for person in people)
    return len(words) < 100 and names and any(person.split()[0] in _given_names() for person in people)
