"""The regular expressions dates are read with.

Each has an example beside it. All are matched at a known place; only ``triggers`` are searched for, once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing_lib.find.date.words import any_named_day, any_of
from briefing_lib.lexicon import pattern_of, rows

# 18, 05, 3rd; not the 20 of 2024, of 20% or of 20:15
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%$]|[.,:]\d)"
# "8-9", "8 to 9", "8 through 9", "8-to-9"
TO = r"(?:\s*[-–—‑−]\s*(?:to[-–‑])?|\s+(?:to|through|thru|until|till|up\s+to)\s+)"
_UNIT = r"(?P<unit>day|week(?:end)?|month|quarter|year|decade|centur(?=y|ies))(?P<plural>s|y|ies)?(?![\w])"
_WHICH = (
    r"(?:this\s+past|this\s+coming|that\s+same|this\s+same|this|last|next|past|previous|preceding|following|coming|"
    r"upcoming|current|same|that|present|ongoing|latest)"
)
_FISCAL = r"(?:(?P<fiscal>fiscal|financial)\s+|(?:calendar|school|academic|entire|whole|full)\s+)?"


class Written(NamedTuple):
    """Patterns of dates that are written out."""

    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    month: re.Pattern[str]
    weekday: re.Pattern[str]
    shared_year: re.Pattern[str]
    named: re.Pattern[str]
    iso: re.Pattern[str]
    numeric: re.Pattern[str]
    year_first: re.Pattern[str]
    years: re.Pattern[str]
    year: re.Pattern[str]
    decade: re.Pattern[str]
    tens: re.Pattern[str]
    short_quarter: re.Pattern[str]
    year_quarter: re.Pattern[str]
    quarter_after: re.Pattern[str]
    fiscal_after: re.Pattern[str]


class Phrases(NamedTuple):
    """Patterns of phrases around a word such as "year"."""

    deictic: re.Pattern[str]
    day_part: re.Pattern[str]
    offset: re.Pattern[str]
    week_from: re.Pattern[str]
    weeks_time: re.Pattern[str]
    in_units: re.Pattern[str]
    months_to: re.Pattern[str]
    rolling: re.Pattern[str]
    which_unit: re.Pattern[str]
    which_name: re.Pattern[str]
    century: re.Pattern[str]
    part: re.Pattern[str]
    nth_weekday: re.Pattern[str]
    fiscal: re.Pattern[str]
    the_year: re.Pattern[str]
    the_period_of: re.Pattern[str]
    year_ago: re.Pattern[str]
    year_end: re.Pattern[str]
    ordinal_day: re.Pattern[str]
    bare_day: re.Pattern[str]
    season: re.Pattern[str]
    the_unit: re.Pattern[str]
    fortnight: re.Pattern[str]
    new_year: re.Pattern[str]
    tens: re.Pattern[str]


@cache
def year_pattern() -> str:
    """Return the pattern of a year from 1400 to 2100; not 2,000, 2019.5, 2000 troops, 1500-strong.

    Whether figures that do not end in 0 count ("In 1953 workers rose"), ``date_doubts`` decides.
    """
    return (
        r"(?:1[4-9]\d\d|20\d\d|2100)(?![\w%]|[.,]\d|['’]s?\d|"
        r"-(?:strong|year|meter|metre|foot|mile|km|page|member|point|\w+ed\b))"
        rf"(?:(?<=[1-9])|(?!\s+{any_of('counted noun')}))"
    )


@cache
def year_after_month() -> str:
    """Return the pattern of a year beside a month, where only a round number can count what follows it."""
    return (
        r"(?:(?:1[4-9]|20)(?!00)\d\d|(?:1[4-9]|2[01])00"
        rf"(?!\s+{any_of('counted noun')}))(?![\w%]|[.,]\d|['’]s?\d)"
    )


@cache
def written() -> Written:
    """Compile the patterns of written-out dates."""
    month, ordinal, year = any_of("month"), any_of("ordinal"), year_after_month()
    return Written(
        # 18 May 2024, 18th of May, 8-9 April, 5 to 7 May 2019, third of June 1971, 18-May-2024
        day_first=re.compile(
            rf"(?P<d>{DAY}|{ordinal}(?=\s+(?:day\s+)?of))"
            rf"(?:(?P<sep>{TO}|\s+(?:and|or|&)\s+|,\s*|/)(?:(?<=\s)the\s+)?(?P<d2>{DAY}))?"
            rf"(?:\s+(?:day\s+)?(?:of\s+)?|-)(?P<m>{month})(?:(?:,\s*|\s+|-)(?:of\s+)?(?P<y>{year}))?"
        ),
        # May 18, 2024; Oct. 22-24; April 9 and 10
        month_first=re.compile(
            rf"(?P<m>{month})\s+(?:the\s+)?(?P<d>{DAY})(?:(?P<sep>{TO}|\s+(?:and|or|&)\s+|,\s*|/)(?P<d2>{DAY})"
            rf"(?!\s+{month}|\s+{any_of('counted noun')}))?(?:(?:,\s*|\s+|,?\s+of\s+)\(?(?P<y>{year}))?"
        ),
        # May, May 2024, Oct. 2024, May of 2024, May '68
        month=re.compile(
            rf"(?P<m>{month})(?:(?:,\s*|\s+|\s+of\s+|\s*/\s*)(?P<y>{year})|\s+(?:of\s+)?['’](?P<y2>\d\d)(?![\w%]))?"
        ),
        # Friday, Friday morning, Mon., [13 May]
        weekday=re.compile(
            rf"(?P<w>{any_of('weekday', 'short weekday')})"
            r"(?P<part>\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|midday|noon))?"
        ),
        # May [and June 2019], 5 May [and 7 June 2019]
        shared_year=re.compile(
            rf"(?:(?:,\s*(?:and\s+)?|\s+(?:and|or|&)\s+)(?:{DAY}\s+)?{month}(?:\s+{DAY})?)+"
            rf",?\s+(?:(?P<y>{year})|(?:of\s+)?(?P<which>this|last|next)\s+year(?!\w))"
        ),
        # Christmas Day 1991
        named=re.compile(rf"(?P<n>{any_named_day()})(?:,?\s+(?:of\s+)?(?P<y>{year}))?"),
        # 2024-05-18, 2024-05-18T10:00:00Z
        iso=re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?(?![\w-])"),
        # 18.05.2024, 5/18/2024, 18/05/24
        numeric=re.compile(r"(?P<a>\d{1,2})(?P<s>[./-])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d\d)(?![\w%]|[.,/-]\d)"),
        # 2024/05/18
        year_first=re.compile(r"(?P<y>\d{4})(?P<s>[./])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\w%]|[.,]\d)"),
        # 2012-13, 1980-1988, 2014 to 2019
        years=re.compile(rf"(?P<y>\d{{4}})(?P<s>\s?[-–—‑/]\s?|{TO})(?P<y2>(?:1[4-9]|20)\d\d|\d\d)(?![\w%]|[.,/-]\d)"),
        year=re.compile(rf"(?P<y>{year_pattern()})"),
        decade=re.compile(r"(?P<y>(?:1[4-9]|20)\d)0['’]?s(?!\w)"),  # 1990s
        tens=re.compile(r"(?P<t>[2-9])0['’]?s(?!\w)"),  # '90s
        # Q3 2024, 1Q 2024, H1, Q3 '24, 1Q24
        short_quarter=re.compile(
            rf"(?:(?P<k>[QH])(?P<n>[1-4])(?![A-Za-z\d])|(?P<n2>[1-4])(?P<k2>[QH]))"
            rf"(?:(?:\s*,?\s+(?:of\s+)?|[-/])(?P<y>{year})|(?:\s*['’])?(?P<y2>\d\d)(?!\w))?"
        ),
        year_quarter=re.compile(r"(?P<y>\d{4})[\s-]?(?P<k>[QH])(?P<n>[1-4])(?!\w)"),  # 2024-Q3
        # the 2019 [fourth quarter], last year's [second half], the 2019 [period]
        quarter_after=re.compile(
            rf"\s+(?:(?P<n>{ordinal})[\s-]+(?P<unit>quarter|half)|(?P<period>period|quarter))(?!\w)"
        ),
        # 2023-24 fiscal year
        fiscal_after=re.compile(
            r"(?P<y>\d{4})(?:[-–/](?P<y2>\d{4}|\d\d))?\s+(?:fiscal|financial|budget)\s+year(?!\w)", re.I
        ),
    )


@cache
def phrases() -> Phrases:
    """Compile the patterns of phrases."""
    month, year, ordinal, season = any_of("month"), year_pattern(), any_of("ordinal"), any_of("season")
    number, vague = rf"(?:{any_of('number')}|\d{{1,3}}(?!\w))", any_of("vague number")
    weekday = any_of("weekday")

    def rule(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return Phrases(
        # today, earlier today, tomorrow evening
        deictic=rule(
            r"(?:(?:earlier|later|late|early)\s+)?(?P<w>today|yesterday|tomorrow|tonight)(?!\w)"
            r"(?:\s+(?:morning|afternoon|evening|night|noon)(?!\w))?"
        ),
        # this morning, last night, the same evening
        day_part=rule(
            r"(?:(?:earlier|later|late|early|the)\s+)?(?P<w>this|last|same|that|previous|following|next)\s+(?P<p>morning|afternoon|evening|night)(?!\w)"
        ),
        # three weeks ago, a year earlier, the day before, two days after [the talks]
        offset=rule(
            rf"(?:(?P<half>half\s+an?)|(?P<n>{number}|{vague}|the|half\s+an?))\s+(?:full\s+|whole\s+|short\s+)?"
            rf"(?P<more>and\s+a\s+half\s+)?{_UNIT}(?P<more2>\s+and\s+a\s+half)?\s+"
            r"(?P<way>ago|earlier|beforehand|before|previously|prior|later|afterwards?|after|hence|from\s+now|back)(?!\w)"
        ),
        # a week from Tuesday, two weeks ago Sunday
        week_from=rule(
            rf"(?P<n>{number})\s+weeks?\s+(?P<way>from|ago)\s+(?:(?:last|next|this)\s+)?(?P<w>{weekday})(?!['’])"
        ),
        # in three weeks [they will]
        in_units=rule(rf"in\s+(?P<n>{number})\s+(?P<unit>day|week|month|year)(?P<plural>s)?(?![\w-])(?!['’])"),
        # in three weeks' time
        weeks_time=rule(rf"in\s+(?P<n>{number})\s+(?P<unit>day|week|month|year|decade)(?:['’]s|s['’]?)?\s+time(?!\w)"),
        # the three months to June 2024, the year ended March 2024
        months_to=rule(
            rf"(?:the\s+)?(?:(?P<n>{number})\s+)?(?P<unit>month|quarter|year)(?P<plural>s?)\s+"
            rf"(?:to|ended|ending|through|until|up\s+to)\s+(?:in\s+|on\s+|(?:the\s+)?end\s+of\s+)?"
            rf"(?P<m>{month})(?:\s+(?P<d>{DAY}))?(?:,?\s+(?P<y>{year}))?"
        ),
        # the past two years, the next five days, the first nine months
        rolling=rule(
            r"(?:the\s+|these\s+|those\s+|this\s+)?"
            r"(?P<way>last|past|previous|preceding|next|coming|following|upcoming|first|final)\s+"
            rf"(?:(?P<n>{number}|{vague}|few|couple\s+of|half)\s+)?"
            rf"(?:full\s+|whole\s+|consecutive\s+|straight\s+|or\s+so\s+)?{_UNIT}"
        ),
        # this year, last week, the previous day, the current fiscal year
        which_unit=rule(rf"(?P<the>the\s+)?(?:very\s+)?(?P<which>{_WHICH})\s+{_FISCAL}{_UNIT}"),
        # last Thursday, next March, this coming Friday
        which_name=rule(
            rf"(?:the\s+)?(?P<which>{_WHICH})\s+(?=(?P<name>{weekday}|{month}|{any_named_day()}|{season}))"
        ),
        # the 21st century, nineteenth-century, the 19th and 20th centuries
        century=rule(
            rf"(?:the\s+)?(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)|(?P<o>{ordinal}))"
            rf"(?:(?:\s+century)?\s+(?:and|to)\s+(?:the\s+)?(?:(?P<n2>\d{{1,2}})(?:st|nd|rd|th)|(?P<o2>{ordinal})))?"
            r"[\s-]+centur(?:y|ies)(?!\w)(?P<bc>\s+(?:BCE?(?!\w)|B\.C\.(?:E\.)?))?"
        ),
        # the third quarter, the first half, the last week, fiscal second quarter
        part=rule(
            rf"(?:the\s+)?(?P<fiscal>fiscal\s+)?"
            rf"(?P<n>{ordinal}|[1-4](?:st|nd|rd|th)|last|final|latter|opening|closing)(?P<gap>[\s-]+)"
            r"(?P<unit>quarter|half|decade|week|month|third|day)(?!\w)"
        ),
        # the first Monday of November
        nth_weekday=rule(rf"(?:the\s+)?(?P<n>{ordinal}|last|final)\s+(?P<w>{weekday})(?=\s+(?:of|in)\s)"),
        # FY2023, fiscal year 2023-24, FY97
        fiscal=rule(
            r"(?:the\s+)?(?:(?:FY|(?:fiscal|financial|budget)(?:\s+years?)?(?:\s+of)?)\s*"
            r"(?P<y>\d{4})(?:[-–/](?P<y2>\d{4}|\d\d))?|FY\s?['’]?(?P<y3>\d\d))(?!\w)"
        ),
        # the year 2015, the year two thousand and five
        the_year=rule(
            rf"(?:the\s+)?years?\s+(?:(?P<y>{year})|two\s+thousand(?:(?:\s+and)?\s+(?P<more>{any_of('number')}))?(?!\w)"
            rf"(?!\s+{any_of('counted noun')}))"
        ),
        # the week of [6 May]
        the_period_of=rule(
            r"(?:the\s+)?(?P<unit>week|weekend|month|decade)\s+(?:of|ended|ending|beginning|starting)\s+(?:on\s+)?"
        ),
        # the year-ago quarter, a [year-earlier] loss
        year_ago=rule(
            rf"(?:the\s+|a\s+)?year-(?:ago|earlier)\s+(?:period|quarter|month|half|week|{number}\s+(?:month|week))s?(?!\w)|"
            r"year-(?:ago|earlier)(?=\s+[a-z])"
        ),
        # year-end 2024, the year's end
        year_end=rule(rf"(?:the\s+)?year(?:-|['’]s\s+|\s)end(?!\w)(?:\s+(?P<y>{year}))?"),
        # the 8th of [this month]
        ordinal_day=rule(rf"(?:the\s+)?(?P<d>{DAY}|{ordinal})(?=\s+of\s+(?:this|last|next|the\s+same|that)\s+month)"),
        # on the 27th[, they left]
        bare_day=rule(
            r"the\s+(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?=[.,;:)]|\s+(?:and|to|until|in|at|they|he|she|it|we|the|when)\b|$)"
        ),
        # the spring of 1968, summer 2024, winter 2010/11, summer '89
        season=rule(
            rf"(?:the\s+)?(?P<s>{season})(?P<of>\s+of)?"
            rf"(?:,?\s+(?:(?P<y>{year})(?:[-/–](?P<y2>\d{{4}}|\d\d)(?!\d))?|['’](?P<y3>\d\d)(?!\w)))?"
        ),
        the_unit=rule(rf"the\s+(?:current\s+)?{_FISCAL}{_UNIT}"),  # [the end of] the year
        # a fortnight ago, in a fortnight, the past fortnight
        fortnight=rule(
            r"(?:(?P<in>in\s+)?(?P<n>a|one|two|three)|the\s+(?P<which>last|past|next|coming))\s+fortnights?(?:['’]s?\s+time)?(?!\w)"
            r"(?:\s+(?P<way>ago|back|earlier|before|previously|later|afterwards?|after|hence|from\s+now)(?!\w))?"
        ),
        new_year=re.compile(r"the\s+(?:coming\s+)?new\s+year(?![\w'’-])"),  # [early in] the new year
        tens=rule(rf"(?:the\s+)?(?P<t>{any_of('tens')})"),  # the nineties
    )


@cache
def triggers() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what says where an expression of time may stand: figures and months, words of time, named days.

    The first two may begin and end inside a word. All start with one class of characters, and the second looks for
    each word by its rarest letter: that is what makes them fast. Where it has found a word that is no date's but a
    length's or a time's - hour, every, recent - a group has matched.

    >>> names, inner, named = triggers()
    >>> [hit.group() for hit in names.finditer("in May 2024")], inner.search("last year").group()
    (['May', '2024'], 'year')
    >>> [(hit.group(), bool(hit.lastindex)) for hit in inner.finditer("by the hour, by day")]
    [('ur', True), ('day', False)]
    """
    names = re.compile(
        r"[0-9JFMASOND](?:(?<=[0-9])[0-9]*(?:(?<=[0-9]{4})|(?<=[QH][1-4])|(?<=['’Y][0-9]{2})|(?=\s?[-–—‑/.&,'’stndrhQHJFMASOND]|\s(?:to|and|or|until|of)\b))|[aeuopcAEUOPC][nbrylgptvcNBRYLGPTVC]"
        r"(?<=Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))"
    )
    inner = re.compile(
        r"[ymwdcqvfgpxuYMWDCQF:](?:e(?:ar(?<=\b[yY]ear)|ek(?<=\b[wW]eek)|cade|nt\w*(?<=ecent|ently)()|"
        r"n(?:tur(?<=\b.entur)|ing\b(?<=evening)|ties\b))|onth|a(?:[yY](?<=[dD]a[yY]|DAY)(?!\w*light)|ily\b()|"
        r"ll\b(?<=\b[fF]all)|l(?<=nnual)()|st\b(?<=e past|t past)())|uarter|o(?:r(?:row\b|ning\b|ties\b)|ment\b())|"
        r"mer\b(?<=[sS]ummer)|n\b(?<=[aA]utumn)|t(?:ernoon|e(?<=minute)()|ies\b)|h(?:t\b(?<=night)|ties\b|\b(?<=\b[eE]ach)())|"
        r"i(?:nter\b|fties\b|dnight\b())|r(?:ing\b(?<=\b[sS]pring)|(?<=[hH]our)()|rent(?:ly)?\b()|e(?:(?<=[fF]uture)()|sent(?:ly)?\b()))|"
        r"ery\b(?<=\b[eE]very)()|[0-5](?<=\d:.)(?=\d)())"
    )
    # Christmas, Nowruz: few letters of a text are capitals
    named = re.compile(rf"(?:{pattern_of(row['word'] for row in rows('named_days'))})(?!\w)")
    return names, inner, named
