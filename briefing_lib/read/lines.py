"""Lines that are not running text, told by their words: byline, caption, letterhead, title, what the web page added."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
# '9 April 2024', 'April 9, 2024', 'April 2024', '2024-04-09', '09.04.2024'
DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:\d{2,5}-)?\d{1,2}-\d{1,2}-\d{4})"
)
# 'Published on 9 April 2024 at 10:15 GMT', 'Tuesday, April 9, 2024 - 10:15', 'DECEMBER 16, 2017 / 7:02 PM', 'Updated 9
# years ago', 'July/August 2009 Issue'
DATE_LINE = re.compile(
    r"(?:(?:first\s+|last\s+)?(?:published|updated|posted|modified|issued|date|released)\b[:\s]*(?:on\s*:?\s+|at\s+)?)?"
    r"(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?,?\s+(?:on\s+)?)?"
    rf"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?{DATE}"
    r"(?:[\s,|·/–—-]*(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}(?:[+-]\d{1,2})?\)?)?)?"
    r"(?: (?:issue|edition))?[\s|.]*$"
    r"|(?:last )?(?:updated|published|posted|modified)\s+(?:\d+|an?)\s+(?:minute|hour|day|week|month|year)s?\s+ago$"
    rf"|(?:{_MONTH}[/–—-]{_MONTH}|spring|summer|autumn|fall|winter)\s+\d{{4}}(?: (?:issue|edition))?$",
    re.IGNORECASE,
)
# '1:05 P.M. EST', '11.30 a.m. (local time)', '1500 GMT'
TIME_LINE = re.compile(
    r"\d{1,2}[:.]\d\d\s*(?:[ap]\.?\s?m\.?)?(?:\s*\(?[A-Za-z ]{2,20}\)?)?$|\d{4}\s*(?:GMT|UTC|hours|hrs)$", re.IGNORECASE
)
# 'Ann Lee', 'Hassan al Turabi'
_CAPITAL = "[A-ZÀ-ÞĆČĐŁŃŚŠŞŢŻŽĞİŌŪ]"
NAME = rf"{_CAPITAL}[\w.'’-]*(?:\s+(?:{_CAPITAL}[\w.'’-]*|de|da|van|von|bin|al|el)){{1,4}}"
# 'By Ann Lee', 'By ANN LEE and Joe Doe in Lima', 'Written by Ann Lee'
BY = re.compile(
    r"(?:By|BY|by|(?:Written|Reported|Analysis|Text|Opinion|Interview|Story) by):?\s+"
    rf"{NAME}[^.!?]{{0,80}}$"
)
# 'Karl Muster   April 9, 2024', 'Ann Lee | 9 April 2024, 18:40', 'Lagos, 9 April 2024', 'THE LAGOS TIMES, MONDAY MAY 3
# 1965', 'Lagos, May 3'
_NAME_AND_DATE = re.compile(
    rf"(?-i:[A-Z])[\w.'’ ,-]{{2,60}}?[\s,|·/–—-]+(?:(?<=[,|–—-] )(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    rf"|Sun)day,?\s+)?(?:{DATE}(?:[\s,|·–—-]*\d{{1,2}}[:.]\d\d)?|{_MONTH}\s+\d{{1,2}}"
    rf"|\d{{1,2}}\s+{_MONTH})\s*$"
    rf"|[^.!?]{{2,120}}\|\s*{DATE}(?:\s*[|–—-]+\s*[\w ]{{2,20}})?\s*$",
    re.IGNORECASE,
)
# '— PAGE 7', ', No. 412', '- Price 2d.': what the head of a newspaper's page adds to name and date
_PAGE = re.compile(r"[\s.,|·–—-]+(?:page|p\.|no\.?|vol\.?|price)\s*(?:\d+|[ivx]+\b)[\w .,]{0,20}$", re.IGNORECASE)
# Words in small letters that stand in such lines; with any other it is a sentence: 'Kenya will vote on 9 August 2022.'
_SMALL = re.compile(
    r"\b(?!(?:and|by|in|of|on|at|for|from|via|the|with|de|del|da|do|dos|di|du|la|le|van|von|der|den|bin|ibn|al|el"
    r"|our|staff"
    r"|writer|correspondent|reporter|published|updated|posted|edited|th|st|nd|rd|am|pm)\b)[a-zà-ÿ]{2,}"
)
# 'From Our Own Correspondent', 'By a Staff Reporter', '(Additional reporting by Ann Lee; Editing by Joe Doe)',
# 'BRIEFER: ANN LEE'
CREDIT = re.compile(
    r"(?:From|By) (?:our|a|an|the)\b.{0,40}\b(?:correspondents?|reporters?|staff)$|from our \w+ ?correspondents?$"
    r"|\(?(?:additional |with )?(?:reporting|writing|editing|compiled|translated) by .{3,160}$|.{3,80}"
    r" contributed (?:to this|reporting)\b.{0,40}$|(?:briefer|speaker|author)s?:\s*[A-Z]"
    r"|(?:special|staff|diplomatic|foreign|political|senior|chief|our|national)(?: \w+){0,2}"
    r" (?:correspondent|writer|reporter|editor)s?$|special (?:correspondence )?to (?:the )?[A-Z][^.!?]{2,40}$"
    r"|about the (?:author|writer|contributor)s?$"
    r"|(?:web|news|monitoring|foreign|world|business|online) desk$|agencies$|(?:news )?agency reports?$"
    r"|(?:source|editor|from|issued by|delivered on|location|posted by|published by|department)s?:\s[^.!?]{3,90}$"
    r"|(?:the|this) (?:writer|author|columnist)s? (?:is|are|was|were|has|have|teaches|serves|served)\b.{3,200}$",
    re.IGNORECASE,
)
_SECTIONS = (
    r"(?:opinion|analysis|comment(?:ary)?|editorial|leader|feature|world|politics|business|economy|international"
    r"|news|world news|foreign affairs|events|press releases?|documents|transcripts|speeches|statements|newsroom|media"
    r"|the big read|op-ed|views|perspectives?|review|interviews?|exclusive|breaking|special report|research|essays?"
    r"|policy"
    r"|publications?|articles?|features?|blogs?|dispatch(?:es)?|diplomacy|conflict|security|defen[cs]e|energy"
    r"|economics|society|culture|environment|technology|science|sports?|markets|companies|finance|trade|law|legal"
    r"|elections|europe"
    r"|asia|africa"
    r"|americas|latin america|middle east|asia[ -]pacific|guest (?:column|essay)|letters?|columns?|insights?"
    r"|explainers?|foreign"
    r"|(?:news|political|economic|military|diplomatic) (?:analysis|review|comment)|(?:policy|research) (?:brief"
    r"|paper|note)s?"
    r"|(?:in )?depth|in focus|long reads?|q ?& ?a|reports?|updates?)"
)
# 'OPINION', 'World news', 'News | Conflict': the section of the paper
SECTION = re.compile(rf"{_SECTIONS}(?:\s*[|/·•:›>–—-]\s*{_SECTIONS}){{0,3}}$", re.IGNORECASE)
# 'MINISTRY OF EXTERNAL AFFAIRS', 'Press Service of the President', 'Embassy of Peru in Oslo'
_LETTERHEAD = re.compile(
    r"(?!.*\b(?:by|with|made|says?|said|meets?|on|denies|summons)\b)"
    r"(?:(?:[\w.’'-]+ ){0,4}(?:ministry|department|embassy|mission|office|secretariat|chancellery"
    r"|presidency|press (?:service|office|bureau|centre|center))\b"
    r"(?: (?:of|for|to|in|and|the|affairs)\b.{0,60})?|(?:the )?white house|kremlin|élysée(?: palace)?)$",
    re.IGNORECASE,
)
COMMUNIQUE = re.compile(
    r"\b(?:joint (?:statement|declaration|communiqu[eé]|press)|communiqu[eé]|press release|readout|press"
    r" statement|note verbale)\b",
    re.IGNORECASE,
)
CLOSED = re.compile(r"[.!?:;,…—–][\"'”’»)\]]*$")
_SALUTATION = re.compile(
    r"(?:Mr|Mrs|Ms|Madam|Mme|Your|Dear|Ladies|Excellenc|Distinguished|Honou?rable|Friends|Comrades|Colleagues|Thank)\b",
    re.IGNORECASE,
)


@cache
def given_names() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.rows("given_names"))


def is_byline(words: str) -> bool:
    """Tell whether a line says who wrote the piece or when, and nothing else.

    >>> is_byline("Amara Okafor   June 3, 2011"), is_byline("By 2011 trade had doubled.")
    (True, False)
    >>> is_byline("Kenya will hold the vote on 9 August 2022.")
    False
    """
    words = _PAGE.sub("", words.strip("()[] .")).replace(". —", " —") if len(words) < 180 else words
    return len(words) < 180 and bool(
        DATE_LINE.match(words)
        or TIME_LINE.match(words)
        or BY.match(words)
        or is_name_and_date(words)
        or CREDIT.match(words)
    )


def is_name_and_date(words: str) -> bool:
    return _NAME_AND_DATE.match(words) is not None and ("|" in words or not _SMALL.search(words))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(
        row["alias"].casefold().removeprefix("the ")
        for row in lexicon.rows("organisations")
        if row["kind"] in ("io", "agency", "ministry", "parliament", "bank", "bloc", "think-tank", "media")
    )


def is_body(words: str) -> bool:
    """'United Nations', 'European Commission': the name of the body that issues the document."""
    return len(words) < 90 and words.casefold().removeprefix("the ") in _bodies()


@cache
def _states() -> frozenset[str]:
    return frozenset(row["alias"].casefold() for row in lexicon.rows("states"))


@cache
def states() -> frozenset[str]:
    return frozenset(row["alias"] for row in lexicon.rows("states") if " of " in row["alias"])


def is_letterhead(words: str) -> bool:
    """Tell whether a line is the name of the office that issues the document.

    >>> is_letterhead("MINISTRY OF EXTERNAL AFFAIRS"), is_letterhead("Ministry denies talks")
    (True, False)
    """
    if len(words) >= 90:
        return False
    _, found, state = words.casefold().partition("government of ")
    if found and (words.isupper() or state.removeprefix("the ") in _states()):
        return words[0] in "GT"  # 'GOVERNMENT OF TUVALU', 'The Government of Peru'
    return _LETTERHEAD.match(words) is not None


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
    if len(words) > longest or len(words.split()) > longest // 6 or (_SALUTATION.match(words) and not words.isupper()):
        return False
    ends_open = not CLOSED.search(words) or words.endswith("?") or (words.isupper() and words.endswith("."))
    return (
        ends_open
        and (words[0].isupper() or words[0].isdigit() or words[0] in "“\"'‘«")
        and any(c.isalpha() for c in words)
    )
