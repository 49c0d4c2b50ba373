"""The regular expressions dates are read with, built from ``date_words.csv`` and ``named_days.csv``.

Each has an example beside it. All are matched at a known place, never searched through a text: only ``triggers``
is, once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing_lib.lexicon import Matcher, pattern_of, rows

# 18, 05, 3rd; not the 20 of 2024, of 20% or of 20:15
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%$]|[.,:]\d)"
DASH = r"\s*[-–—‑−]\s*"
# "8-9", "8 to 9", "8 through 9"
TO = rf"(?:{DASH}|\s+(?:to|through|thru|until|till|up\s+to)\s+)"
UNIT = r"(?P<unit>day|week(?:end)?|month|quarter|year|decade|centur(?=y|ies))(?P<plural>s|y|ies)?(?![\w])"


class Patterns(NamedTuple):
    """Compiled patterns; the comment beside each is what it matches."""

    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    month: re.Pattern[str]
    weekday: re.Pattern[str]
    which_name: re.Pattern[str]
    shared_year: re.Pattern[str]
    iso: re.Pattern[str]
    numeric: re.Pattern[str]
    year_first: re.Pattern[str]
    years: re.Pattern[str]
    year: re.Pattern[str]
    decade: re.Pattern[str]
    tens: re.Pattern[str]
    century: re.Pattern[str]
    short_quarter: re.Pattern[str]
    year_quarter: re.Pattern[str]
    fiscal: re.Pattern[str]
    fiscal_after: re.Pattern[str]
    deictic: re.Pattern[str]
    day_part: re.Pattern[str]
    offset: re.Pattern[str]
    rolling: re.Pattern[str]
    which_unit: re.Pattern[str]
    part: re.Pattern[str]
    the_unit: re.Pattern[str]
    season: re.Pattern[str]
    named: re.Pattern[str]
    months_to: re.Pattern[str]
    the_year: re.Pattern[str]
    the_period_of: re.Pattern[str]
    ordinal_day: re.Pattern[str]
    weeks_time: re.Pattern[str]
    year_end: re.Pattern[str]


class Words(NamedTuple):
    """What the words stand for, in lower case."""

    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    seasons: dict[str, int]
    tens: dict[str, int]
    named: dict[str, str]
    year_nouns: frozenset[str]
    vague: frozenset[str]


def _of_kind(*kinds: str) -> list[dict[str, str]]:
    return [row for row in rows("date_words") if row["kind"] in kinds]


def _values(*kinds: str) -> dict[str, int]:
    return {row["word"].lower(): int(row["value"]) for row in _of_kind(*kinds)}


@cache
def words() -> Words:
    """Return the meaning of the words.

    >>> words().months["sept."], words().weekdays["friday"], words().numbers["twelve"]
    (9, 4, 12)
    """
    return Words(
        months=_values("month"),
        weekdays=_values("weekday", "short weekday"),
        numbers=_values("number"),
        ordinals=_values("ordinal"),
        seasons=_values("season"),
        tens=_values("tens"),
        named={row["word"].lower(): row["day"] for row in rows("named_days")},
        year_nouns=frozenset(row["word"].lower() for row in _of_kind("year noun")),
        vague=frozenset(row["word"].lower() for row in _of_kind("vague number")),
    )


def _any(*kinds: str) -> str:
    return pattern_of(row["word"] for row in _of_kind(*kinds))


@cache
def patterns() -> Patterns:
    """Compile the patterns."""
    month = f"(?:{_any('month')})(?!\\w)"
    weekday = f"(?:{_any('weekday')})(?!\\w)"
    any_weekday = f"(?:{_any('weekday', 'short weekday')})(?!\\w)"
    number = f"(?:{_any('number')}|\\d{{1,3}})(?!\\w)"
    vague = f"(?:{_any('vague number')})(?!\\w)"
    ordinal = f"(?:{_any('ordinal')})(?!\\w)"
    season = f"(?:{_any('season')})(?!\\w)"
    named = f"(?:{pattern_of(row['word'] for row in rows('named_days'))})(?!\\w)"
    counted = f"(?:{_any('counted noun')})(?!\\w)"
    # 1400-2100, not 2,000, 2019.5, 2000 troops, 1500-strong
    year = (
        r"(?:1[4-9]\d\d|20\d\d|2100)(?![\w%]|[.,]\d|['’]s?\d|-(?:strong|year|meter|metre|foot|mile|km|page|member|point|\w+ed\b))"
        rf"(?!\s+{counted})"
    )
    which = (
        r"(?:this\s+past|this\s+coming|this|last|next|past|previous|preceding|following|coming|upcoming|current|same|"
        r"that|present|ongoing|first\s+of\s+this)"
    )
    fiscal = r"(?:(?P<fiscal>fiscal|financial)\s+|(?:calendar|school|academic|entire|whole|full)\s+)?"
    flags = re.IGNORECASE
    return Patterns(
        # 18 May 2024, 18th of May, 8-9 April, 5 to 7 May 2019, the third of June 1971, 18-May-2024
        day_first=re.compile(
            rf"(?P<d>{DAY}|{ordinal}(?=\s+(?:day\s+)?of))(?:(?P<sep>{TO}|\s+(?:and|or|&)\s+|,\s*|/)(?P<d2>{DAY}))?"
            rf"(?:\s+(?:day\s+)?(?:of\s+)?|-)(?P<m>{month})(?:(?:,\s*|\s+|-)(?:of\s+)?(?P<y>{year}))?"
        ),
        # May 18, 2024; Oct. 22-24; April 9 and 10
        month_first=re.compile(
            rf"(?P<m>{month})\s+(?:the\s+)?(?P<d>{DAY})(?:(?P<sep>{TO}|\s+(?:and|or|&)\s+|,\s*|/)(?P<d2>{DAY})"
            rf"(?!\s+{month}|\s+{counted}))?(?:(?:,\s*|\s+|,?\s+of\s+)\(?(?P<y>{year}))?"
        ),
        # May, May 2024, Oct. 2024, May of 2024
        month=re.compile(rf"(?P<m>{month})(?:(?:,\s*|\s+|\s+of\s+|\s*/\s*)(?P<y>{year}))?"),
        # Friday, Friday morning, Mon., 13 May
        weekday=re.compile(
            rf"(?P<w>{any_weekday})(?P<part>\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|midday|noon))?"
        ),
        # last Thursday, next March, this coming Friday
        which_name=re.compile(
            rf"(?:the\s+)?(?P<which>{which})\s+(?=(?P<name>{weekday}|{month}|{named}|{season}))", flags
        ),
        # May [and June 2019], 5 May [and 7 June 2019]
        shared_year=re.compile(
            rf"(?:(?:,\s*(?:and\s+)?|\s+(?:and|or|&)\s+)(?:{DAY}\s+)?{month}(?:\s+{DAY})?)+,?\s+(?P<y>{year})"
        ),
        iso=re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?(?![\w-])"),  # 2024-05-18
        # 18.05.2024, 5/18/2024, 18/05/24
        numeric=re.compile(r"(?P<a>\d{1,2})(?P<s>[./-])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d\d)(?![\w%]|[.,/-]\d)"),
        year_first=re.compile(
            r"(?P<y>\d{4})(?P<s>[./])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\w%]|[.,]\d)"
        ),  # 2024/05/18
        years=re.compile(
            rf"(?P<y>\d{{4}})(?P<s>\s?[-–—‑/]\s?|{TO})(?P<y2>(?:1[4-9]|20)\d\d|\d\d)(?![\w%]|[.,/-]\d)"
        ),  # 2012-13
        year=re.compile(rf"(?P<y>{year})"),
        decade=re.compile(r"(?P<y>(?:1[4-9]|20)\d)0['’]?s(?!\w)"),  # 1990s
        tens=re.compile(r"(?P<t>[2-9])0['’]?s(?!\w)"),  # '90s
        century=re.compile(
            rf"(?:the\s+)?(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)|(?P<o>{ordinal}))[\s-]+centur(?:y|ies)(?!\w)", flags
        ),  # the 21st century
        short_quarter=re.compile(
            rf"(?:(?P<k>[QH])(?P<n>[1-4])|(?P<n2>[1-4])(?P<k2>[QH]))(?!\d)(?:(?:\s*,?\s+(?:of\s+)?|[-/])(?P<y>{year})|\s*['’](?P<y2>\d\d)(?!\d))?"
        ),  # Q3 2024, 1Q 2024, H1
        year_quarter=re.compile(r"(?P<y>\d{4})[\s-]?(?P<k>[QH])(?P<n>[1-4])(?!\w)"),  # 2024-Q3
        fiscal=re.compile(
            rf"(?:the\s+)?(?:FY|(?:fiscal|financial|budget)(?:\s+years?)?(?:\s+of)?)\s*(?P<y>\d{{4}})(?:[-–/](?P<y2>\d{{4}}|\d\d))?(?!\w)",
            flags,
        ),  # FY2023, fiscal year 2023-24
        fiscal_after=re.compile(
            r"(?P<y>\d{4})(?:[-–/](?P<y2>\d{4}|\d\d))?\s+(?:fiscal|financial|budget)\s+year(?!\w)", flags
        ),  # 2023-24 fiscal year
        deictic=re.compile(
            r"(?:(?:earlier|later|late|early)\s+)?(?P<w>today|yesterday|tomorrow|tonight)(?!\w)"
            r"(?:\s+(?:morning|afternoon|evening|night|noon))?",
            flags,
        ),
        day_part=re.compile(
            r"(?:(?:earlier|later|late|early)\s+)?(?P<w>this|last|yesterday|tomorrow)\s+(?P<p>morning|afternoon|evening|night)(?!\w)",
            flags,
        ),  # this morning, last night
        # three weeks ago, a year earlier, the day before, two days after [the talks]
        offset=re.compile(
            rf"(?:(?P<half>half\s+an?)|(?P<n>{number}|{vague}|the|half\s+an?))\s+(?:full\s+|whole\s+|short\s+)?"
            rf"(?P<more>and\s+a\s+half\s+)?{UNIT}(?P<more2>\s+and\s+a\s+half)?\s+"
            r"(?P<way>ago|earlier|beforehand|before|previously|prior|later|afterwards?|after|hence|from\s+now|back)(?!\w)",
            flags,
        ),
        # the past two years, the next five days, the first nine months
        rolling=re.compile(
            rf"(?:the\s+|these\s+|those\s+|this\s+)?(?P<way>last|past|previous|preceding|next|coming|following|upcoming|first|final)\s+"
            rf"(?:(?P<n>{number}|{vague}|few|couple\s+of|half)\s+)?(?:full\s+|whole\s+|consecutive\s+|straight\s+|or\s+so\s+)?{UNIT}",
            flags,
        ),
        # this year, last week, the previous day, the current fiscal year
        which_unit=re.compile(rf"(?P<the>the\s+)?(?:very\s+)?(?P<which>{which})\s+{fiscal}{UNIT}", flags),
        # the third quarter, the first half
        part=re.compile(
            rf"(?:the\s+)?(?P<n>{ordinal}|[1-4](?:st|nd|rd|th)|last|final|latter|opening|closing)[\s-]+"
            rf"(?P<unit>quarter|half|decade|week|month|third)(?!\w)",
            flags,
        ),
        the_unit=re.compile(rf"the\s+(?:current\s+)?{fiscal}{UNIT}", flags),  # [the end of] the year
        # the spring of 1968, summer 2024, this winter
        season=re.compile(
            rf"(?:the\s+)?(?P<s>{season})(?P<of>\s+of)?(?:,?\s+(?P<y>{year})(?:[-/–](?P<y2>\d{{4}}|\d\d)(?!\d))?)?",
            flags,
        ),
        named=re.compile(rf"(?P<n>{named})(?:,?\s+(?:of\s+)?(?P<y>{year}))?"),  # Christmas Day 1991
        # the three months to June 2024, the year ended March 2024
        months_to=re.compile(
            rf"(?:the\s+)?(?:(?P<n>{number})\s+)?(?P<unit>month|quarter|year)s?\s+(?:to|ended|ending|through|until|up\s+to)\s+"
            rf"(?:in\s+|on\s+)?(?P<m>{month})(?:\s+(?P<d>{DAY}))?(?:,?\s+(?P<y>{year}))?",
            flags,
        ),
        the_year=re.compile(rf"(?:the\s+)?years?\s+(?P<y>{year})", flags),  # the year 2015
        the_period_of=re.compile(
            r"(?:the\s+)?(?P<unit>week|weekend|month|decade)\s+(?:of|ending|beginning|starting)\s+", flags
        ),
        # on the 18th [of this month]
        ordinal_day=re.compile(
            rf"(?:the\s+)?(?P<d>{DAY}|{ordinal})(?P<of>\s+of\s+)(?=this|last|next|the\s+same|that)", flags
        ),
        # [in] three weeks' time
        weeks_time=re.compile(
            rf"in\s+(?P<n>{number})\s+(?P<unit>day|week|month|year|decade)(?:['’]s|s['’]?)?\s+time(?!\w)", flags
        ),
        # year-end 2024, the year's end
        year_end=re.compile(rf"(?:the\s+)?year(?:-|['’]s\s+|\s)end(?!\w)(?:\s+(?P<y>{year}))?", flags),
    )


@cache
def triggers() -> tuple[re.Pattern[str], re.Pattern[str], Matcher[str]]:
    """Return what says where a date may stand: figures and months, words of time, named days.

    The first two may stop inside a word; both start with one character class, which is what makes them fast.

    >>> names, inner, named = triggers()
    >>> [hit.group() for hit in names.finditer("in May 2024")], inner.search("last year").group()
    (['May', '2024'], 'year')
    """
    names = re.compile(
        r"[0-9JFMASOND](?:(?<=[0-9])[0-9]*|[aeuopcAEUOPC][nbrylgptvcNBRYLGPTVC]"
        r"(?<=Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))"
    )
    inner = re.compile(
        r"[ymwdcqhtenasfYMWDCQHTASF](?:ear|onth|eek|ay|AY|ecade|entur|uarter|alf|omorrow|onight|orning|fternoon|vening|"
        r"ight(?=\b|ies)|pring|ummer|utumn|inter|all\b|wenties|hirties|orties|ifties|ixties|eventies|ineties)"
    )
    return names, inner, Matcher({row["word"]: row["day"] for row in rows("named_days")})
