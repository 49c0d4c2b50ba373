"""Dates: where they stand, which days they mean, and what that rests on.

Each case: why it is there, the text, the publication date, and the expected (words, EDTF) in order; words
that are no dates must give no row. A line break starts a new paragraph.
"""

from __future__ import annotations

import re
import time

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.find.date import spans as date_spans
from briefing_lib.find.date.words import words
from briefing_lib.find.dates import find_dates
from briefing_lib.find.edtf import bounds
from briefing_lib.tables import Date, Sentence

_SHORT = "".join(rf"(?<!{month}\.)" for month in ("Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec"))
_BREAK = re.compile(_SHORT + r"(?<=[a-z0-9)”\"][.!?])\s+(?=[A-Z0-9“\"])|\n+")


def split(text: str) -> list[Sentence]:
    """Cut after a stop before a capital, and at line breaks: enough for these texts."""
    found, start, paragraph = [], 0, 1
    ends = [(hit.start(), hit.end(), "\n" in hit.group()) for hit in _BREAK.finditer(text)]
    for end, following, breaks in [*ends, (len(text), len(text), False)]:
        if text[start:end].strip():
            words = text[start:end]
            found.append(Sentence(f"d#{len(found) + 1}", "d", paragraph, start, end, words, "author", "narration"))
        start = following
        paragraph += breaks
    return found


def dates(text: str, published: str = "") -> list[Date]:
    rows = find_dates(text, split(text), published)
    last = 0
    for row in rows:
        assert text[row.start : row.end] == row.text
        assert row.start >= last, "rows overlap"
        assert (row.earliest, row.latest) == bounds(row.edtf)
        last = row.end
    return rows


WRITTEN_OUT = [
    ("day first", "The accord was signed in Lomé on 28 February 1975.", [("28 February 1975", "1975-02-28")]),
    ("month first", "Quito recalled its envoy on May 18, 2024, after the raid.", [("May 18, 2024", "2024-05-18")]),
    ("ordinal day", "The treaty of the 3rd of March 1878 redrew the map.", [("the 3rd of March 1878", "1878-03-03")]),
    ("day in words", "On the third of June 1971 the envoys left.", [("the third of June 1971", "1971-06-03")]),
    ("short month with a stop", "Suva reopened its mission on Sept. 9, 2010.", [("Sept. 9, 2010", "2010-09-09")]),
    ("no comma before the year", "A ceasefire began on August 20 1988 at dawn.", [("August 20 1988", "1988-08-20")]),
    ("dateline in capitals", "GENEVA, DECEMBER 3, 1987 - The parties met.", [("DECEMBER 3, 1987", "1987-12-03")]),
    ("ISO date", "Published 2019-11-05 in Apia.", [("2019-11-05", "2019-11-05")]),
    ("ISO time", "Updated 2019-11-05T08:15:00Z by the desk.", [("2019-11-05T08:15:00Z", "2019-11-05")]),
    ("day above 12 settles the order", "Signed 25/12/1991 in Minsk.", [("25/12/1991", "1991-12-25")]),
    ("the American order", "Filed 12/25/1991 in Boston.", [("12/25/1991", "1991-12-25")]),
    ("with stops", "Vom 17.06.1953 an; see 17.06.1953.", [("17.06.1953", "1953-06-17"), ("17.06.1953", "1953-06-17")]),
    ("ambiguous figures keep their words", "Stamped 01.02.2023 in Tunis.", [("01.02.2023", "")]),
    ("same day and month is not ambiguous", "Stamped 05.05.2023 in Tunis.", [("05.05.2023", "2023-05-05")]),
    ("year first", "Entry 2024/05/18 of the log.", [("2024/05/18", "2024-05-18")]),
    (
        "weekday and date are one",
        "They met on Tuesday, May 14, 2013, in Dili.",
        [("Tuesday, May 14, 2013", "2013-05-14")],
    ),
    ("weekday, day first", "They met on Friday 9 April 1948 in Bogotá.", [("Friday 9 April 1948", "1948-04-09")]),
    ("date in brackets", "They met on Tuesday (14 May 2013) in Dili.", [("Tuesday (14 May 2013)", "2013-05-14")]),
    ("month and year", "Gabon took the chair in October 2021.", [("October 2021", "2021-10")]),
    ("month of year", "In May of 1968 Paris stood still.", [("May of 1968", "1968-05")]),
    ("month, comma, year", "In November, 1975, the green march began.", [("November, 1975", "1975-11")]),
    ("the 31st of a short month is no day", "On 31 June 1999 nothing happened.", [("June 1999", "1999-06")]),
    (
        "two months share a year",
        "Polls in March and April 2011 were calm.",
        [("March", "2011-03"), ("April 2011", "2011-04")],
    ),
    (
        "two dates share a year",
        "Votes on 5 May and 7 June 2019 failed.",
        [("5 May", "2019-05-05"), ("7 June 2019", "2019-06-07")],
    ),
    ("two days apart", "It sat on 3 and 17 May 1999.", [("3", "1999-05-03"), ("17 May 1999", "1999-05-17")]),
]

RANGES = [
    ("days, month first", "Envoys meet in Baku Oct. 22-24, 1998.", [("Oct. 22-24, 1998", "1998-10-22/1998-10-24")]),
    ("days, day first", "The fair ran 8-9 April 1999.", [("8-9 April 1999", "1999-04-08/1999-04-09")]),
    ("en dash", "He toured Angola on 8–12 April 1999.", [("8–12 April 1999", "1999-04-08/1999-04-12")]),
    (
        "over a month's end",
        "The king stayed March 30-April 2, 2024.",
        [("March 30-April 2, 2024", "2024-03-30/2024-04-02")],
    ),
    (
        "over a year's end",
        "It lasted from 28 December to 3 January 1996.",
        [("28 December to 3 January 1996", "1995-12-28/1996-01-03")],
    ),
    ("from ... to", "She visited Chad from 5 to 7 May 2019.", [("5 to 7 May 2019", "2019-05-05/2019-05-07")]),
    ("between ... and", "Talks between 3 and 5 June 2001 failed.", [("3 and 5 June 2001", "2001-06-03/2001-06-05")]),
    (
        "from month day to month day",
        "From May 5 to May 7, 2019, she was in Chad.",
        [("May 5 to May 7, 2019", "2019-05-05/2019-05-07")],
    ),
    (
        "consecutive days",
        "They met on October 22 and 23, 1962.",
        [("October 22 and 23, 1962", "1962-10-22/1962-10-23")],
    ),
    (
        "through",
        "The truce held April 9 through April 12, 1988.",
        [("April 9 through April 12, 1988", "1988-04-09/1988-04-12")],
    ),
    ("months", "Exports in January-April 2024 fell.", [("January-April 2024", "2024-01/2024-04")]),
    ("months with slash", "The May/June 1967 crisis closed the canal.", [("May/June 1967", "1967-05/1967-06")]),
    ("months in words", "From March to May 2010 he was ill.", [("March to May 2010", "2010-03/2010-05")]),
    ("two years, short", "Output fell in 2012-13.", [("2012-13", "2012/2013")]),
    (
        "over a century's end",
        "Fees rose in 1999-00 and in 1998/99.",
        [("1999-00", "1999/2000"), ("1998/99", "1998/1999")],
    ),
    ("figures below twelve", "The 2010-11 budget passed.", [("2010-11", "2010/2011")]),
    ("an ISO month", "Report 2024-05 covers trade.", [("2024-05", "2024-05")]),
    ("years in full", "The 1980-1988 war cost both dear.", [("1980-1988", "1980/1988")]),
    ("years in words", "He ruled from 1954 to 1989.", [("1954 to 1989", "1954/1989")]),
    ("between years", "Between 2014 and 2019 Lagos borrowed.", [("2014 and 2019", "2014/2019")]),
    ("open", "Since 2014 Juba has had no census.", [("Since 2014", "2014/..")]),
    ("open from a month", "It has been shut since March 2020.", [("since March 2020", "2020-03/..")]),
    ("open, approximate", "Since early 2022 prices have doubled.", [("Since early 2022", "2022~/..")]),
    ("open from a decade", "Since the 1990s trade has grown.", [("Since the 1990s", "1990/..")]),
    ("onwards", "From 2019 onwards visas were free.", [("2019 onwards", "2019/..")]),
]

PERIODS = [
    ("quarter", "In the third quarter of 2024 Accra paid.", [("the third quarter of 2024", "2024-07/2024-09")]),
    ("short quarter", "Growth in Q3 2024 was slow.", [("Q3 2024", "2024-07/2024-09")]),
    (
        "short quarter before the year",
        "Sales in 2024-Q1 and 2Q 2024 fell.",
        [("2024-Q1", "2024-01/2024-03"), ("2Q 2024", "2024-04/2024-06")],
    ),
    ("half", "In the first half of 2009 GDP sank.", [("the first half of 2009", "2009-01/2009-06")]),
    ("short half", "H2 2023 was better.", [("H2 2023", "2023-07/2023-12")]),
    (
        "first months",
        "In the first four months of 2024 exports rose.",
        [("the first four months of 2024", "2024-01/2024-04")],
    ),
    ("last months", "The last three months of 1973 were hard.", [("The last three months of 1973", "1973-10/1973-12")]),
    (
        "months to",
        "In the three months to June 2011 it shrank.",
        [("the three months to June 2011", "2011-04/2011-06")],
    ),
    (
        "half of a month",
        "In the first half of May 1974 he resigned.",
        [("the first half of May 1974", "1974-05-01/1974-05-15")],
    ),
    (
        "half of a decade",
        "The second half of the 1990s brought peace.",
        [("The second half of the 1990s", "1995/1999")],
    ),
    (
        "half of a century",
        "In the first half of the 20th century it was Dutch.",
        [("the first half of the 20th century", "1900/1949")],
    ),
    ("week of", "The week of May 6, 2024, was calm.", [("The week of May 6, 2024", "2024-05-06/2024-05-12")]),
    ("season", "In the spring of 1968 Prague hoped.", [("the spring of 1968", "1968-21")]),
    ("season without of", "By summer 2022 the grain moved.", [("summer 2022", "2022-22")]),
    ("decade", "The 1990s were lean in Havana.", [("The 1990s", "199X")]),
    ("decade with apostrophe", "In the 1970's Lima nationalised oil.", [("the 1970's", "197X")]),
    ("short decade", "Debt grew in the '80s.", [("80s", "198X")]),
    ("decade in words", "Wars of the nineties left scars.", [("the nineties", "199X")]),
    ("late decade", "In the late 1980s the wall fell.", [("the late 1980s", "198X~")]),
    ("mid decade", "In the mid-1970s Luanda burned.", [("the mid-1970s", "197X~")]),
    ("century", "In the 21st century seas rise.", [("the 21st century", "20XX")]),
    ("century in words", "A nineteenth-century fort guards Zanzibar.", [("nineteenth-century", "18XX")]),
    ("early century", "In the early 20th century it was a port.", [("the early 20th century", "19XX~")]),
    ("hundreds", "In the 1800s whalers came.", [("the 1800s", "18XX")]),
    ("fiscal year", "Spending in fiscal year 2023-24 rose.", [("fiscal year 2023-24", "2023~/2024~")]),
    ("short fiscal year", "In FY2023 and fiscal 2024 it fell.", [("FY2023", "2023~"), ("fiscal 2024", "2024~")]),
    ("fiscal year after", "The 2023/24 financial year ends soon.", [("2023/24 financial year", "2023~/2024~")]),
    ("Christmas", "On Christmas Day 1991 he resigned.", [("Christmas Day 1991", "1991-12-25")]),
    ("Easter", "Good Friday 1998 brought a deal.", [("Good Friday 1998", "1998-04-10")]),
    ("nth weekday", "Thanksgiving 2024 was quiet.", [("Thanksgiving 2024", "2024-11-28")]),
    ("early", "In early 2011 Tunis rose.", [("early 2011", "2011~")]),
    ("mid with hyphen", "By mid-2011 Misrata was free.", [("mid-2011", "2011~")]),
    ("late month", "In late October 1956 Budapest rose.", [("late October 1956", "1956-10~")]),
    ("end of", "By the end of March 2003 it was over.", [("the end of March 2003", "2003-03~")]),
    ("around", "The fort dates from around 1650.", [("around 1650", "1650~")]),
    ("some time in", "He died some time in May 1945.", [("some time in May 1945", "1945-05~")]),
]

PERIODS += [
    ("year before what it could count", "In 1953 workers rose in Berlin.", [("1953", "1953")]),
    ("year after on", "Reports on 1996 were kind to Peru.", [("1996", "1996")]),
    ("event and year", "The World Cup 2018 was in Russia.", [("2018", "2018")]),
    ("two figures, month", "In May '68 Paris stood still.", [("May '68", "1968-05")]),
    ("two figures, season", "Summer '89 was hot in Leipzig.", [("Summer '89", "1989-22")]),
    ("two figures alone", "The class of '68 remembers.", [("68", "1968")]),
    ("two figures, fiscal year", "Revenue in FY97 rose in Fiji.", [("FY97", "1997~")]),
    ("two figures, quarter", "In 1Q16 it lost money.", [("1Q16", "2016-01/2016-03")]),
    (
        "two centuries",
        "Ships of the 18th and 19th centuries rot there.",
        [("the 18th and 19th centuries", "1700/1899")],
    ),
    ("Islamic feast", "It fell on Eid al-Fitr 2010.", [("Eid al-Fitr 2010", "2010-09-10~")]),
    ("Islamic month", "Fighting fell in Ramadan 2003.", [("Ramadan 2003", "2003-10-27~/2003-11-25~")]),
    ("Islamic month, twice in a year", "Ramadan 2030 will be hot.", [("Ramadan 2030", "")]),
    ("Jewish feast", "Shops shut for Yom Kippur 2010.", [("Yom Kippur 2010", "2010-09-18")]),
    ("Jewish feast of a week", "They met at Passover 2024.", [("Passover 2024", "2024-04-23/2024-04-29")]),
    ("East Asian new year", "Trains filled before Chinese New Year 1985.", [("Chinese New Year 1985", "1985-02-20")]),
    ("Indian feast", "Markets shut for Diwali 2012.", [("Diwali 2012", "2012-11-13~")]),
    (
        "quarter ended",
        "Profit for the quarter ended March 31, 2011, fell.",
        [("the quarter", "2011-01/2011-03"), ("March 31, 2011", "2011-03-31")],
    ),
    (
        "fiscal quarter ended",
        "Its fiscal third quarter ended Feb. 28, 2013, was poor.",
        [("fiscal third quarter", "2012-12/2013-02"), ("Feb. 28, 2013", "2013-02-28")],
    ),
    (
        "week ended",
        "In the week ended May 12, 2012, claims fell.",
        [("the week ended May 12, 2012", "2012-05-07/2012-05-13")],
    ),
    (
        "second week of",
        "In the second week of May 2012 it snowed.",
        [("the second week of May 2012", "2012-05-08~/2012-05-14~")],
    ),
    (
        "nth weekday of",
        "Polls on the last Sunday in September 2012 were calm.",
        [("the last Sunday in September 2012", "2012-09-30")],
    ),
    ("last day of", "On the last day of 1999 he resigned.", [("the last day of 1999", "1999-12-31")]),
    (
        "three quarters",
        "In the first three quarters of 2012 sales rose.",
        [("the first three quarters of 2012", "2012-01/2012-09")],
    ),
    (
        "decade of a century",
        "The last decade of the 20th century was calm.",
        [("The last decade of the 20th century", "199X")],
    ),
    (
        "a fixed day known by its figures",
        "After the September 11 attacks NATO met.",
        [("September 11 attacks", "2001-09-11")],
    ),
    (
        "British date before a count",
        "On 25 December 1979 troops crossed the river.",
        [("25 December 1979", "1979-12-25")],
    ),
    ("resolution and year", "In line with resolution 1325 (2000) it acted.", [("2000", "2000")]),
    (
        "decades as ends",
        "From the late 1980s to the early 1990s it grew.",
        [("the late 1980s to the early 1990s", "1980~/1999~")],
    ),
    (
        "seasons as ends",
        "From spring 2012 to autumn 2012 it was dry.",
        [("spring 2012 to autumn 2012", "2012-03/2012-11")],
    ),
]

# Published on Monday 20 May 2024 unless the case says otherwise.
RELATIVE = [
    ("the last century", "In the last century it was poor.", [("the last century", "19XX")]),
    ("the past century", "In the past century it grew rich.", [("the past century", "1924/2024")]),
    ("a year ago today", "They met a year ago today.", [("a year ago today", "2023-05-20")]),
    (
        "years ago this week",
        "Two years ago this week they met.",
        [("Two years ago this week", "2022-05-16/2022-05-22")],
    ),
    (
        "a deadline ahead",
        "It passed six days before a deadline of June 27.",
        [("six days before a deadline", ""), ("June 27", "2024-06-27")],
    ),
    ("a record is no plan", "He was the first to do so in 600 years.", []),
    ("two figures before a stop", "He ran in '92.", [("92", "1992")]),
    ("foreseen in the past", "Talks had been foreseen for 24 May.", [("24 May", "2024-05-24")]),
    (
        "months on a list",
        "He will be in Rome in November, Paris in December and Bonn in April.",
        [("November", "2024-11"), ("December", "2024-12"), ("April", "2025-04")],
    ),
    (
        "day and year apart by a dash",
        "It votes on August 6 - this year.",
        [("August 6", "2024-08-06"), ("this year", "2024")],
    ),
    ("in weeks, ahead", "In two weeks he will be in Cuba.", [("In two weeks", "2024-06-03/2024-06-09")]),
    ("in weeks, a length", "In two weeks he sold his house.", []),
    ("later in the day, nothing named", "Later in the day he flew home.", [("Later in the day", "2024-05-20")]),
    ("feast of the moon, past", "Fighting fell during Ramadan.", [("Ramadan", "2024-03-11~/2024-04-09~")]),
    ("feast of the moon, ahead", "They will meet at Chinese New Year.", [("Chinese New Year", "2025-01-29")]),
    ("plain verb of a plural", "Voters choose on Sunday.", [("Sunday", "2024-05-26")]),
    ("a limit soon", "He called for a truce before 4 June.", [("4 June", "2024-06-04")]),
    ("a limit long past", "He had fled before November.", [("November", "2023-11")]),
    ("mid with a hyphen, no year", "It was planned for mid-April.", [("mid-April", "2024-04~")]),
    ("planned, and then", "It is planned for mid-April.", [("mid-April", "2025-04~")]),
    ("the week before last", "They met the week before last.", [("the week before last", "2024-05-06/2024-05-12")]),
    ("the year after next", "It ends the year after next.", [("the year after next", "2026")]),
    (
        "a possessive month is no part of a story",
        "He spoke of the June 2023 summit and July's gathering.",
        [("June 2023", "2023-06"), ("July", "2023-07")],
    ),
    (
        "months to the end of",
        "In the three months to the end of April sales fell.",
        [("the three months to the end of April", "2024-02/2024-04")],
    ),
    (
        "the previous months",
        "In the three months to April it beat the previous three months.",
        [("the three months to April", "2024-02/2024-04"), ("the previous three months", "2023-11/2024-01")],
    ),
    (
        "to Russia is no infinitive",
        "Between January and April, exports to Russia fell.",
        [("January and April", "2024-01/2024-04")],
    ),
    ("agreed in principle to", "They agreed in principle to meet in November.", [("November", "2024-11")]),
    (
        "the same evening",
        "He landed on 3 May and spoke the same evening.",
        [("3 May", "2024-05-03"), ("the same evening", "2024-05-03")],
    ),
    (
        "first months without a year",
        "In the first four months exports fell 3%.",
        [("the first four months", "2024-01/2024-04")],
    ),
    (
        "first months not over yet",
        "In the first nine months exports fell 3%.",
        [("the first nine months", "2023-01/2023-09")],
    ),
    ("from a year ago", "In April sales rose 3% from a year ago.", [("April", "2024-04"), ("a year ago", "2023-04")]),
    ("a year ago", "The fort fell a year ago.", [("a year ago", "2023")]),
    ("than the year before", "Fewer came than the year before.", [("the year before", "2023")]),
    (
        "months share last year",
        "In June and July last year it fell.",
        [("June", "2023-06"), ("July last year", "2023-07")],
    ),
    (
        "that same year",
        "In 2015 it began. In November of that same year it ended.",
        [("2015", "2015"), ("November of that same year", "2015-11")],
    ),
    ("day without a month", "The ship sailed on the 9th.", [("the 9th", "2024-05-09")]),
    ("day without a month, the month before", "The ship sailed on the 29th.", [("the 29th", "2024-04-29")]),
    (
        "day without a month, after another",
        "On 24 March 1999 it began; on the 27th it went on.",
        [("24 March 1999", "1999-03-24"), ("the 27th", "1999-03-27")],
    ),
    ("yesterday", "Oslo said yesterday it would pay.", [("yesterday", "2024-05-19")]),
    ("a pair", "Protests yesterday and today shut Dhaka.", [("yesterday and today", "2024-05-19/2024-05-20")]),
    ("earlier today", "Earlier today she flew to Male.", [("Earlier today", "2024-05-20")]),
    ("last night", "A quake hit Lae last night.", [("last night", "2024-05-19")]),
    ("this morning", "He arrived this morning.", [("this morning", "2024-05-20")]),
    ("the day before yesterday", "It began the day before yesterday.", [("the day before yesterday", "2024-05-18")]),
    ("tomorrow evening", "They meet tomorrow evening in Bern.", [("tomorrow evening", "2024-05-21")]),
    ("this week", "Envoys are in Nairobi this week.", [("this week", "2024-05-20/2024-05-26")]),
    ("earlier this month", "Earlier this month Bamako left.", [("Earlier this month", "2024-05")]),
    ("last month", "Prices rose last month.", [("last month", "2024-04")]),
    ("next year", "Elections are due next year.", [("next year", "2025")]),
    ("early next year", "A summit will be held early next year.", [("early next year", "2025~")]),
    ("later this year", "He will visit Apia later this year.", [("later this year", "2024")]),
    ("end of the year", "A deal is due by the end of the year.", [("the end of the year", "2024~")]),
    (
        "first half of this year",
        "Trade in the first half of this year fell.",
        [("the first half of this year", "2024-01/2024-06")],
    ),
    (
        "first half of the year",
        "Trade in the first half of the year fell.",
        [("the first half of the year", "2024-01/2024-06")],
    ),
    (
        "quarter of last year",
        "In the last quarter of last year it grew.",
        [("the last quarter of last year", "2023-10/2023-12")],
    ),
    ("bare quarter", "Profit fell in the first quarter.", [("the first quarter", "2024-01/2024-03")]),
    ("bare quarter ahead", "Growth will return in the first quarter.", [("the first quarter", "2025-01/2025-03")]),
    ("last quarter", "Exports fell last quarter.", [("last quarter", "2024-01/2024-03")]),
    (
        "months of this year",
        "February-March of this year saw floods.",
        [("February-March of this year", "2024-02/2024-03")],
    ),
    ("month of this year", "In October of this year Kazan hosts.", [("October of this year", "2024-10")]),
    ("month last year", "In May last year he fled.", [("May last year", "2023-05")]),
    ("weeks ago", "Three weeks ago the port reopened.", [("Three weeks ago", "2024-04-29/2024-05-05")]),
    ("days ago", "It was closed two days ago.", [("two days ago", "2024-05-18")]),
    ("years ago", "Ten years ago Kyiv rose.", [("Ten years ago", "2014")]),
    ("figures ago", "They signed 75 years ago.", [("75 years ago", "1949")]),
    ("nearly", "Nearly three years ago Kabul fell.", [("Nearly three years ago", "2021~")]),
    ("a decade ago", "A decade ago it was calm.", [("A decade ago", "2014~")]),
    ("vague offset keeps its words", "He left a few days ago.", [("a few days ago", "")]),
    ("past years", "In the past two years debt doubled.", [("the past two years", "2022/2024")]),
    ("past months", "Over the past three months 40 ships left.", [("the past three months", "2024-02/2024-05")]),
    ("last days", "In the last five days rain fell.", [("the last five days", "2024-05-15/2024-05-20")]),
    ("next years", "Over the next five years Doha will build.", [("the next five years", "2024/2029")]),
    ("coming weeks, no number", "They will meet in the coming weeks.", [("the coming weeks", "")]),
    ("this decade", "By the end of this decade it will be gone.", [("the end of this decade", "202X~")]),
    ("this century", "Heat this century broke records.", [("this century", "20XX")]),
    ("the fiscal year", "Aid in this fiscal year was cut.", [("this fiscal year", "2024~")]),
    ("last summer", "They quarrelled last summer.", [("last summer", "2023-22")]),
    ("this summer", "She will visit Riga this summer.", [("this summer", "2024-22")]),
    ("last March", "It was signed last March.", [("last March", "2024-03")]),
    ("last October", "It was signed last October.", [("last October", "2023-10")]),
    ("next January", "It starts next January.", [("next January", "2025-01")]),
    ("weekend, past", "Voters chose a premier over the weekend.", [("the weekend", "2024-05-18/2024-05-19")]),
    ("last weekend", "They met last weekend.", [("last weekend", "2024-05-18/2024-05-19")]),
    ("weekend ahead", "They will meet at the weekend.", [("the weekend", "2024-05-25/2024-05-26")]),
    ("month, past", "In March, Malé reported a surplus.", [("March", "2024-03")]),
    ("month, past, before", "In August the rains failed.", [("August", "2023-08")]),
    ("month ahead", "The pope will visit Dili in September.", [("September", "2024-09")]),
    ("month ahead, next year", "The pope will visit Dili in February.", [("February", "2025-02")]),
    ("this very month", "In May, the bank cut rates.", [("May", "2024-05")]),
    ("day, past", "On 9 April the court ruled.", [("9 April", "2024-04-09")]),
    ("day ahead", "Voters will choose on June 2.", [("June 2", "2024-06-02")]),
    ("range ahead", "She will be in Suva on Oct. 22-24.", [("Oct. 22-24", "2024-10-22/2024-10-24")]),
    ("range, past", "She was in Suva on 8-9 April.", [("8-9 April", "2024-04-08/2024-04-09")]),
    ("possessive month", "April's flood killed nine.", [("April", "2024-04")]),
    ("later in the week", "He flies home later in the week.", [("later in the week", "2024-05-20/2024-05-26")]),
    ("earlier in the year", "Earlier in the year they fought.", [("Earlier in the year", "2024")]),
    ("from now", "Two weeks from now they vote.", [("Two weeks from now", "2024-06-03/2024-06-09")]),
    ("weeks' time", "In three weeks' time they vote.", [("In three weeks' time", "2024-06-10/2024-06-16")]),
    ("since Monday", "Since Friday the road has been shut.", [("Since Friday", "2024-05-17/..")]),
    ("since last year", "Since last year tariffs apply.", [("Since last year", "2023/..")]),
    ("day of this month", "On the 8th of this month he sailed.", [("the 8th of this month", "2024-05-08")]),
    ("feast by its tense", "He resigned on Christmas Eve.", [("Christmas Eve", "2023-12-24")]),
    ("year-end", "By year-end rates will fall.", [("year-end", "2024~")]),
    ("half a year", "Half a year ago they split.", [("Half a year ago", "2023-11~")]),
]

WEEKDAYS = [
    ("until at least", "2013-03-21", "Banks will stay shut until at least Tuesday.", [("Tuesday", "2013-03-26")]),
    ("had been due", "2013-03-21", "The vote, which had been due on Wednesday, failed.", [("Wednesday", "2013-03-20")]),
    ("an hour with a stop", "2013-03-21", "She is to speak at 10 a.m. on Friday.", [("Friday", "2013-03-22")]),
    ("put off to", "2013-03-21", "The vote was put off to Friday.", [("Friday", "2013-03-22")]),
    (
        "next ... and",
        "2024-05-20",
        "They will meet next Wednesday and Thursday.",
        [("next Wednesday", "2024-05-29"), ("Thursday", "2024-05-30")],
    ),
    (
        "range this week",
        "2024-05-20",
        "She will stay from Thursday to Saturday this week.",
        [("Thursday to Saturday this week", "2024-05-23/2024-05-25")],
    ),
    ("until ... to", "2024-05-22", "The court gave them until Friday to reply.", [("Friday", "2024-05-24")]),
    (
        "until ... to, a clock time between",
        "2024-05-22",
        "They had until 9 a.m. Friday to reply.",
        [("Friday", "2024-05-24")],
    ),
    ("as soon as", "2024-05-22", "He would leave as soon as Friday, Rao said.", [("Friday", "2024-05-24")]),
    (
        "a name in -ed",
        "2024-05-22",
        "Talks between Associated Press men on Friday will be short.",
        [("Friday", "2024-05-24")],
    ),
    (
        "that quarter, of a company",
        "2024-05-22",
        "Sales in the second quarter ended Jan. 31 rose. Profit for that quarter fell.",
        [("the second quarter", "2023-11/2024-01"), ("Jan. 31", "2024-01-31"), ("that quarter", "2023-11/2024-01")],
    ),
    ("until, past", "2024-05-22", "He stayed until Tuesday.", [("Tuesday", "2024-05-21")]),
    ("deadline", "2024-05-22", "They missed payments before a Friday deadline.", [("Friday", "2024-05-24")]),
    ("starting", "2024-05-22", "Manila set a levy, starting Monday.", [("Monday", "2024-05-27")]),
    ("said, the day after", "2013-03-20", "Nicosia said on Tuesday it had no plan.", [("Tuesday", "2013-03-19")]),
    ("said, the same day", "2013-03-19", "Nicosia said on Tuesday it had no plan.", [("Tuesday", "2013-03-19")]),
    ("said, without on", "2013-03-20", "The bank shut, officials said Monday.", [("Monday", "2013-03-18")]),
    ("met", "2024-05-20", "The ministers met on Tuesday.", [("Tuesday", "2024-05-14")]),
    ("will meet", "2024-05-20", "The ministers will meet on Tuesday.", [("Tuesday", "2024-05-21")]),
    (
        "said ... will",
        "2024-05-22",
        "Rabat said Monday it will vote on Friday.",
        [("Monday", "2024-05-20"), ("Friday", "2024-05-24")],
    ),
    ("fronted", "2024-05-22", "On Friday the premier will fly to Lusaka.", [("Friday", "2024-05-24")]),
    ("fronted, past", "2024-05-22", "On Friday, the premier flew to Lusaka.", [("Friday", "2024-05-17")]),
    ("due", "2024-05-22", "The envoy is due in Cairo on Sunday.", [("Sunday", "2024-05-26")]),
    (
        "scheduled and cancelled",
        "2024-05-22",
        "Talks scheduled for Saturday were cancelled on Monday.",
        [("Saturday", "2024-05-25"), ("Monday", "2024-05-20")],
    ),
    ("would", "2024-05-22", "He said the court would rule on Thursday.", [("Thursday", "2024-05-23")]),
    ("postponed until", "2024-05-22", "The talks were postponed until Monday.", [("Monday", "2024-05-27")]),
    ("timetable", "2024-05-22", "The forum opens on Saturday in Astana.", [("Saturday", "2024-05-25")]),
    ("possessive, past", "2024-05-22", "Monday's blast killed two, police said.", [("Monday", "2024-05-20")]),
    ("possessive, ahead", "2024-05-22", "Friday's vote will be close.", [("Friday", "2024-05-24")]),
    ("infinitive in a headline", "2024-05-22", "Premier to visit Oslo on Friday", [("Friday", "2024-05-24")]),
    ("perfect", "2024-05-22", "Rebels have seized the town on Sunday.", [("Sunday", "2024-05-19")]),
    ("last", "2024-05-20", "They met last Thursday.", [("last Thursday", "2024-05-16")]),
    ("next", "2024-05-17", "They will meet next Monday.", [("next Monday", "2024-05-20")]),
    ("this", "2024-05-20", "They will meet this Friday.", [("this Friday", "2024-05-24")]),
    ("coming", "2024-05-20", "They will meet this coming Friday.", [("this coming Friday", "2024-05-24")]),
    ("of last week", "2024-05-20", "It fell on Wednesday of last week.", [("Wednesday of last week", "2024-05-15")]),
    ("next week", "2024-05-20", "It is set for Friday next week.", [("Friday next week", "2024-05-31")]),
    ("morning", "2024-05-20", "A bomb went off on Friday morning.", [("Friday morning", "2024-05-17")]),
    (
        "from ... to, past",
        "2024-05-20",
        "She stayed from Tuesday to Thursday.",
        [("Tuesday to Thursday", "2024-05-14/2024-05-16")],
    ),
    (
        "from ... to, ahead",
        "2024-05-20",
        "She will stay from Friday to Sunday.",
        [("Friday to Sunday", "2024-05-24/2024-05-26")],
    ),
    (
        "two days",
        "2024-05-20",
        "Ministers met on Thursday and Friday.",
        [("Thursday", "2024-05-16"), ("Friday", "2024-05-17")],
    ),
    ("agreed to meet", "2024-05-20", "They agreed to meet on Thursday.", [("Thursday", "2024-05-23")]),
    ("approximate publication", "2024-05-20~", "They met on Friday.", [("Friday", "2024-05-17")]),
    ("only the month known", "2024-05", "They met on Friday last month.", [("Friday", ""), ("last month", "2024-04")]),
    ("over a year's end", "2024-01-02", "It sank on Sunday.", [("Sunday", "2023-12-31")]),
    ("by", "2024-05-22", "Replies by Friday, please.", [("Friday", "2024-05-24")]),
    ("while ...-ing", "2024-05-22", "The minister is travelling to Kigali on Thursday.", [("Thursday", "2024-05-23")]),
    (
        "relative clause",
        "2024-05-22",
        "The king, who arrived on Monday, will speak on Friday.",
        [("Monday", "2024-05-20"), ("Friday", "2024-05-24")],
    ),
]

COUNTED = [
    (
        "years after an event with its year",
        "Two years after the 1968 invasion he was expelled.",
        [("Two years after the 1968 invasion", "1970")],
    ),
    (
        "the following month by its name",
        "In August 1968 tanks came. The following April he fell.",
        [("August 1968", "1968-08"), ("The following April", "1969-04")],
    ),
    (
        "a story goes on",
        "On 3 May 2001 he fled. A day later he was caught, and the next day tried.",
        [("3 May 2001", "2001-05-03"), ("A day later", "2001-05-04"), ("the next day", "2001-05-05")],
    ),
    (
        "no story",
        "On 3 May 2001 he fled.\nThe day before, he had sold his house.\nThe day before, his son had left.",
        [("3 May 2001", "2001-05-03"), ("The day before", "2001-05-02"), ("The day before", "2001-05-02")],
    ),
    (
        "a year earlier, after its period",
        "In 2023 trade was up 26.3% from a year earlier.",
        [("2023", "2023"), ("a year earlier", "2022")],
    ),
    (
        "keeps months",
        "Sales in March 2010 beat those of a year earlier.",
        [("March 2010", "2010-03"), ("a year earlier", "2009-03")],
    ),
    (
        "same period",
        "In January-April 2019 it beat the same period of 2018.",
        [("January-April 2019", "2019-01/2019-04"), ("the same period of 2018", "2018-01/2018-04")],
    ),
    (
        "period after it",
        "Up 5% on a year earlier, trade in 2015 set a record.",
        [("a year earlier", "2014"), ("2015", "2015")],
    ),
    ("previous year", "In 1998 it fell below the previous year.", [("1998", "1998"), ("the previous year", "1997")]),
    (
        "the next day",
        "He landed on 3 May 2001. The next day he spoke.",
        [("3 May 2001", "2001-05-03"), ("The next day", "2001-05-04")],
    ),
    (
        "the day before",
        "On 3 May 2001 he spoke; the day before, he had landed.",
        [("3 May 2001", "2001-05-03"), ("the day before", "2001-05-02")],
    ),
    (
        "the same day",
        "War began on 1 September 1939. The same day Oslo met.",
        [("1 September 1939", "1939-09-01"), ("The same day", "1939-09-01")],
    ),
    (
        "days later",
        "On 4 March 2005 shots fell. Two days later he died.",
        [("4 March 2005", "2005-03-04"), ("Two days later", "2005-03-06")],
    ),
    (
        "years later",
        "He was freed in 1990. Four years later he ruled.",
        [("1990", "1990"), ("Four years later", "1994")],
    ),
    ("that year", "He was freed in 1990. That year Namibia was free.", [("1990", "1990"), ("That year", "1990")]),
    ("days after a date", "Two days after May 9, 1945, they met.", [("Two days after May 9, 1945", "1945-05-11")]),
    ("days after an event", "It came two days after the talks.", [("two days after the talks", "")]),
    ("nothing to count from", "The previous day he had rested.", [("The previous day", "")]),
    (
        "year in the paragraph",
        "They met on 4 April 2017. On 7 April they left.",
        [("4 April 2017", "2017-04-04"), ("7 April", "2017-04-07")],
    ),
    (
        "year opens the sentence",
        "In 1979 Tehran changed. In February the shah left.",
        [("1979", "1979"), ("February", "1979-02")],
    ),
    (
        "half of a year named before",
        "In 2012 it grew; the first half of the year was best.",
        [("2012", "2012"), ("the first half of the year", "2012-01/2012-06")],
    ),
]

NO_DATES = [
    ("feast in the name of an event", "The Good Friday Agreement and the Yom Kippur War."),
    ("workers counted", "The yard employs 1953 workers and fed 1,953 people."),
    ("to last", "The truce will last two years and is to last five days."),
    ("each month", "They meet each September and every spring."),
    ("modal verb", "May I ask what they may do?"),
    ("march as verb", "Troops march on the capital; they March no more."),
    ("a person", "Prime Minister May met Theresa May's aides."),
    ("seconds, quarters, halves", "A second man paid a quarter of the sum and half of the rest."),
    ("half of people", "The first half of the match was dull."),
    ("thousands", "Some 2,000 troops and 2000 soldiers left."),
    ("people", "A total of 1500 people and 1,900 tons of rice arrived."),
    ("resolution", "Resolution 2231 and UNSCR 1701 stand; flight 1549 landed."),
    ("names with numbers", "The G20, COP28, Boeing 1900 and a 12-point plan."),
    ("the 2030 Agenda", "The 2030 Agenda and Agenda 2063 and Vision 2030."),
    ("money", "It cost $2019 or 1980 dollars."),
    ("a newspaper", "The Sun and the Sunday Times wrote so."),
    ("Black Friday as a name", "Bloody Sunday marchers came."),
    ("ages", "The 75-year-old king and his 20-year rule."),
    ("durations", "He spoke for three days and stayed two weeks."),
    ("repeated days", "Markets open every Friday and each year."),
    ("times of day", "At 10:30 a.m. and 20:15 GMT it rained."),
    ("decimals", "The index rose to 2019.5 and 1.2024 from 12.5."),
    ("fall as verb", "Prices fall and springs dry; a spring ran there."),
    ("weekdays in general", "Mondays are hard."),
    ("committee", "The 1540 Committee and the 1267 sanctions list met."),
    ("Arab Spring", "The Arab Spring and the Prague Spring failed."),
    ("score", "They won 20-18 and lost 3-1."),
    ("one Friday", "On a Monday like any other he left."),
    ("today's world", "Today's world is unjust."),
    ("ISBN and numbers", "Call 2024-1234 or 555-2010."),
    ("round crowd", "In 2000 villages wells were dug."),
]

NEWS = [
    # (why, published, text, rows): news of many countries and decades, several expressions each
    (
        "wire story",
        "1989-11-10",
        "BERLIN, Nov. 9 - East Germany on Thursday opened its borders, and thousands crossed overnight. Elections could follow next year.",
        [("Nov. 9", "1989-11-09"), ("Thursday", "1989-11-09"), ("next year", "1990")],
    ),
    (
        "company results",
        "2007-10-18",
        "The carrier said third-quarter profit rose 12% from a year earlier, and it expects 2008 sales to fall. In the fourth quarter of 2006 it lost money.",
        [
            ("third-quarter", "2007-07/2007-09"),
            ("a year earlier", "2006-07/2006-09"),
            ("2008", "2008"),
            ("the fourth quarter of 2006", "2006-10/2006-12"),
        ],
    ),
    (
        "readout",
        "2016-09-05",
        "The two presidents met in Hangzhou on September 4. They last met in July 2015 in Ufa and will meet again in Lima in November.",
        [("September 4", "2016-09-04"), ("July 2015", "2015-07"), ("November", "2016-11")],
    ),
    (
        "history",
        "1999-06-01",
        "The republic, independent since 1960, held its first free vote in 1992; a coup followed in July 1993.",
        [("since 1960", "1960/.."), ("1992", "1992"), ("July 1993", "1993-07")],
    ),
    (
        "African Union",
        "2011-04-11",
        "AU mediators arrived in Tripoli on Sunday and were to travel to Benghazi on Monday. A truce agreed last Thursday collapsed within hours.",
        [("Sunday", "2011-04-10"), ("Monday", "2011-04-11"), ("last Thursday", "2011-04-07")],
    ),
    (
        "Latin America",
        "1982-04-03",
        "Argentine troops landed on Friday. Britain broke off relations the same day and will send ships on Monday.",
        [("Friday", "1982-04-02"), ("the same day", "1982-04-02"), ("Monday", "1982-04-05")],
    ),
    (
        "Pacific",
        "2022-04-20",
        "Honiara signed the pact on April 19, a week after a US visit was announced; the vote, due in 2023, may slip to early 2024.",
        [("April 19", "2022-04-19"), ("a week after a US visit", ""), ("2023", "2023"), ("early 2024", "2024~")],
    ),
    (
        "trade data",
        "2010-01-12",
        "Exports rose 17.7 percent in December from the same month a year earlier, customs data showed on Sunday, after falling 1.2 percent in November.",
        [
            ("December", "2009-12"),
            ("the same month a year earlier", "2008-12"),
            ("Sunday", "2010-01-10"),
            ("November", "2009-11"),
        ],
    ),
    (
        "agenda",
        "2024-02-01",
        "The presidency will host ministers on 21-22 February and finance chiefs on 28–29 February; leaders gather in Rio on 18 and 19 November.",
        [
            ("21-22 February", "2024-02-21/2024-02-22"),
            ("28–29 February", "2024-02-28/2024-02-29"),
            ("18 and 19 November", "2024-11-18/2024-11-19"),
        ],
    ),
    (
        "interview",
        "1994-05-11",
        "“We will sit down next week,” she said. “Four years ago nobody believed it. Yesterday was the proof.”",
        [("next week", "1994-05-16/1994-05-22"), ("Four years ago", "1990"), ("Yesterday", "1994-05-10")],
    ),
    (
        "court",
        "2013-03-22",
        "The trial, which opened in 2011, resumes on April 2. Judges ruled Thursday that it must end by the end of June.",
        [("2011", "2011"), ("April 2", "2013-04-02"), ("Thursday", "2013-03-21"), ("the end of June", "2013-06~")],
    ),
    (
        "budget",
        "2019-03-15",
        "The 2019 budget, passed in December, foresees growth this year and a surplus in 2020-21.",
        [("2019", "2019"), ("December", "2018-12"), ("this year", "2019"), ("2020-21", "2020/2021")],
    ),
    (
        "no publication date",
        "",
        "They met on Friday in May and again last week; the accord of 1996 holds.",
        [("Friday", ""), ("May", ""), ("last week", ""), ("1996", "1996")],
    ),
    (
        "summit names",
        "2023-07-12",
        "The 2024 summit will be in Washington, after the 2008 Bucharest summit and the June 2022 meeting in Madrid.",
        [("2024", "2024"), ("2008", "2008"), ("June 2022", "2022-06")],
    ),
    (
        "possessive years",
        "2022-12-01",
        "Lebanon's 2019 default and Sri Lanka's 2022 crisis, like a 2001 precedent, hurt lenders.",
        [("2019", "2019"), ("2022", "2022"), ("2001", "2001")],
    ),
    (
        "brackets",
        "2020-06-01",
        "He served in Geneva (2014-2018) and Vienna (2019).",
        [("2014-2018", "2014/2018"), ("2019", "2019")],
    ),
    (
        "lists of years",
        "2020-06-01",
        "Floods in 2014, 2015 and 2016 cost dear.",
        [("2014", "2014"), ("2015", "2015"), ("2016", "2016")],
    ),
    ("year opens a sentence", "2024-12-20", "2023 was hot. 2024 will be hotter.", [("2023", "2023"), ("2024", "2024")]),
    ("capitals in a heading", "2001-03-05", "TALKS IN SEOUL, 12 MARCH 2001", [("12 MARCH 2001", "2001-03-12")]),
    (
        "planned first, then held",
        "2018-06-13",
        "The summit, planned for June 12 and called off in May, was held on Tuesday after all.",
        [("June 12", "2018-06-12"), ("May", "2018-05"), ("Tuesday", "2018-06-12")],
    ),
]

NEWS += [
    # quarters reported when they are over
    (
        "a result yet to be reported",
        "2009-10-20",
        "The bank expects to post a loss for the third quarter.",
        [("the third quarter", "2009-07/2009-09")],
    ),
    (
        "a result across the new year",
        "2009-01-22",
        "Profits for the fourth quarter will be announced in Accra.",
        [("the fourth quarter", "2008-10/2008-12")],
    ),
    (
        "what opens in a quarter is to come",
        "2009-10-20",
        "The mine will open in the third quarter.",
        [("the third quarter", "2010-07/2010-09")],
    ),
    (
        "a quarter of accounts that is over before it is so for others",
        "2009-11-02",
        "The mill reported a fall in fourth-quarter earnings.",
        [("fourth-quarter", "2009-10/2009-12")],
    ),
    (
        "the quarter named before",
        "2009-10-30",
        "The bank lost 4 million in the third quarter. It paid 2 million in taxes during the quarter.",
        [("the third quarter", "2009-07/2009-09"), ("the quarter", "2009-07/2009-09")],
    ),
    (
        "the quarter, named two paragraphs before",
        "2009-10-30",
        "Lagos Cement lost 4 million in the third quarter.\nIt has sold a mill.\n"
        "Sales rose to 9 million in the quarter from 8 million in the year-earlier quarter.",
        [
            ("the third quarter", "2009-07/2009-09"),
            ("the quarter", "2009-07/2009-09"),
            ("the year-earlier quarter", "2008-07/2008-09"),
        ],
    ),
    ("for the full year", "2009-11-02", "For the full year, the mill earned 4 million.", [("the full year", "2009")]),
    ("for the year, told in winter", "2009-02-03", "For the year, the mill earned 4 million.", [("the year", "2008")]),
    ("the year of something", "2009-02-03", "It is a word for the year of the ox and the quarter of the Jews.", []),
    # comparisons with a year before
    (
        "year-earlier beside a noun",
        "2015-05-06",
        "In the first quarter it made 8 million euros, against a year-earlier loss of 2 million.",
        [("the first quarter", "2015-01/2015-03"), ("year-earlier", "2014-01/2014-03")],
    ),
    (
        "year-ago beside a noun",
        "2015-05-06",
        "Exports reached 9m tonnes in April, above the year-ago figure.",
        [("April", "2015-04"), ("year-ago", "2014-04")],
    ),
    (
        "year-earlier months",
        "2015-05-06",
        "Sales fell in January-April from the year-earlier four months.",
        [("January-April", "2015-01/2015-04"), ("the year-earlier four months", "2014-01/2014-04")],
    ),
    (
        "a figure of a year ago",
        "2015-05-06",
        "First-quarter profit rose to 9 million pesos from 7 million pesos, or 3.50 a share, a year ago.",
        [("First-quarter", "2015-01/2015-03"), ("a year ago", "2014-01/2014-03")],
    ),
    (
        "no figure is compared",
        "2015-05-06",
        "Lima sold 9 million bonds in the first quarter; a year ago nobody wanted them.",
        [("the first quarter", "2015-01/2015-03"), ("a year ago", "2014")],
    ),
    (
        "two comparisons are with one year",
        "2015-05-06",
        "In March exports rose 4 per cent from a year earlier. Imports fell 2 per cent from a year earlier.",
        [("March", "2015-03"), ("a year earlier", "2014-03"), ("a year earlier", "2014-03")],
    ),
    # years before parts of years
    ("year first", "2015-05-06", "In the 2013 fourth quarter Fiji grew.", [("2013 fourth quarter", "2013-10/2013-12")]),
    (
        "possessive year",
        "2015-05-06",
        "Fiji grew in last year's second half.",
        [("last year's second half", "2014-07/2014-12")],
    ),
    (
        "the period of a year",
        "2015-05-06",
        "Net for the third quarter of 2014 doubled; in the 2013 period it was 4 million.",
        [("the third quarter of 2014", "2014-07/2014-09"), ("2013 period", "2013-07/2013-09")],
    ),
    (
        "the latest quarter, not named",
        "2015-05-06",
        "Peru's latest quarter was its best.",
        [("latest quarter", "2015-01/2015-03")],
    ),
    (
        "the latest quarter, named before",
        "2015-05-06",
        "Output fell in the fourth quarter of 2014. The latest quarter's figures are poor.",
        [("the fourth quarter of 2014", "2014-10/2014-12"), ("The latest quarter", "2014-10/2014-12")],
    ),
    ("year in words", "2015-05-06", "It began in the year two thousand.", [("the year two thousand", "2000")]),
    (
        "and its units",
        "2015-05-06",
        "Since the year two thousand and five, it has grown.",
        [("Since the year two thousand and five", "2005/..")],
    ),
    ("two thousand of something", "2015-05-06", "A year two thousand men will recall.", []),
    (
        "the last fiscal year is one year",
        "2015-05-06",
        "Revenue rose in the last fiscal year.",
        [("the last fiscal year", "2014~")],
    ),
    # weeks from a weekday
    ("a week from Tuesday", "2013-03-22", "It will vote a week from Tuesday.", [("a week from Tuesday", "2013-04-02")]),
    (
        "two weeks from Monday",
        "2013-03-22",
        "It opens two weeks from Monday.",
        [("two weeks from Monday", "2013-04-08")],
    ),
    ("a week ago Sunday", "2013-03-22", "He spoke a week ago Sunday in Rome.", [("a week ago Sunday", "2013-03-10")]),
    # days of deeds, and what is paid
    ("what Friday's losses may be", "2013-03-22", "Monday's losses may be worse.", [("Monday", "2013-03-25")]),
    ("a ruling", "2000-01-07", "They would seek a way around Wednesday's ruling.", [("Wednesday", "2000-01-05")]),
    (
        "what follows a day",
        "1989-10-27",
        "The move follows Tuesday's surprise bid by Ford.",
        [("Tuesday", "1989-10-24")],
    ),
    ("a vote to come", "2000-01-07", "They will lose Wednesday's vote.", [("Wednesday", "2000-01-12")]),
    (
        "payable",
        "1989-10-27",
        "Directors approved a dividend payable Dec. 7 to holders of Nov. 22.",
        [("Dec. 7", "1989-12-07"), ("Nov. 22", "1989-11-22")],
    ),
    (
        "a year that has ended",
        "1989-11-01",
        "The firms to be bought earned 7 million for the year ended March 31.",
        [("the year", "1988-04/1989-03"), ("March 31", "1989-03-31")],
    ),
    (
        "the latest quarter is no comparison",
        "1989-10-26",
        "It will report third-quarter income rose. It made 4 million in the year-earlier quarter. "
        "He expects sales of 8 million in the latest quarter.",
        [
            ("third-quarter", "1989-07/1989-09"),
            ("the year-earlier quarter", "1988-07/1988-09"),
            ("the latest quarter", "1989-07/1989-09"),
        ],
    ),
    # put off
    ("put off to a month", "2013-03-22", "The court postponed its ruling to May.", [("May", "2013-05")]),
    (
        "put off until a weekday",
        "2013-03-22",
        "Oslo delayed the vote on fish until Monday.",
        [("Monday", "2013-03-25")],
    ),
    (
        "extended through a month",
        "1989-10-30",
        "Lenders extended the firm 90 million in loans through January.",
        [("January", "1990-01")],
    ),
    ("a first name", "2019-04-02", "Envoys of Chad and Jan Novak of Brno met April Diaz, June Cole and May Lin.", []),
    (
        "a month before a name",
        "2019-04-02",
        "In June Moscow and since August Lagos have mined.",
        [("June", "2018-06"), ("since August", "2018-08/..")],
    ),
    ("H1N1", "2019-04-02", "An outbreak of H1N1 was feared in H1 2018.", [("H1 2018", "2018-01/2018-06")]),
    ("moved somewhere", "2013-03-22", "The minister moved to Lagos in May.", [("May", "2012-05")]),
    # tense
    (
        "went on doing",
        "2023-06-14",
        "Over the weekend, rebels continued to shell Hodeidah.",
        [("the weekend", "2023-06-10/2023-06-11")],
    ),
    (
        "could not, by its subject",
        "2023-06-14",
        "Neither envoy could be reached Tuesday in Bamako.",
        [("Tuesday", "2023-06-13")],
    ),
    ("no one could", "2023-06-14", "No one in Suva could be found Friday.", [("Friday", "2023-06-09")]),
    ("could", "2023-06-14", "The envoys could meet on Friday.", [("Friday", "2023-06-16")]),
    ("polls close", "2023-06-14", "Polls close Sunday.", [("Sunday", "2023-06-18")]),
    ("shops closed", "2023-06-14", "Shops closed Sunday.", [("Sunday", "2023-06-11")]),
    (
        "through a day to come",
        "1989-10-27",
        "The bank will buy shares tendered by holders in Lyon through Nov. 17.",
        [("Nov. 17", "1989-11-17")],
    ),
    # ranges
    (
        "from the 3rd to the 9th",
        "2023-06-14",
        "It rained from the 3rd to the 9th of May.",
        [("the 3rd to the 9th of May", "2023-05-03/2023-05-09")],
    ),
    (
        "the 3rd and the 9th",
        "2023-06-14",
        "He spoke on the 3rd and the 9th of May.",
        [("the 3rd", "2023-05-03"), ("the 9th of May", "2023-05-09")],
    ),
    (
        "January-to-April",
        "2023-06-14",
        "Exports in the January-to-April period rose.",
        [("January-to-April", "2023-01/2023-04")],
    ),
    # years
    ("as early as, a weekday", "2023-06-14", "He left as early as Monday, police said.", [("Monday", "2023-06-12")]),
    ("as early as", "2023-06-14", "As early as 1962, engineers had warned.", [("1962", "1962")]),
    ("in or about", "2023-06-14", "In or about 1905 the line reached Kano.", [("1905", "1905")]),
    ("as many as", "2023-06-14", "It held as many as 1962 and about 1905 more.", []),
    (
        "a round year on a list",
        "2023-06-14",
        "Suva won gold at the 2000 and 2004 Olympics.",
        [("2000", "2000"), ("2004", "2004")],
    ),
    ("before our era", "2023-06-14", "Silk came west in the 2nd century BC.", [("the 2nd century BC", "")]),
]


def _check(text: str, published: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.text, row.edtf) for row in dates(text, published)] == expected


@pytest.mark.parametrize(
    ("why", "text", "expected"),
    WRITTEN_OUT + RANGES + PERIODS,
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)
def test_written_out(why, text, expected):
    _check(text, "", expected)
    _check(text, "2031-08-14", expected)  # a year in the text: publication changes nothing


@pytest.mark.parametrize(("why", "text", "expected"), RELATIVE)
def test_counted_from_publication(why, text, expected):
    _check(text, "2024-05-20", expected)


@pytest.mark.parametrize(("why", "published", "text", "expected"), WEEKDAYS)
def test_weekdays(why, published, text, expected):
    _check(text, published, expected)


@pytest.mark.parametrize(("why", "text", "expected"), COUNTED)
def test_counted_from_words(why, text, expected):
    _check(text, "", expected)
    _check(text, "2024-05-20", expected)


@pytest.mark.parametrize(("why", "text"), NO_DATES)
def test_no_dates(why, text):
    assert dates(text, "2024-05-20") == []


@pytest.mark.parametrize(("why", "published", "text", "expected"), NEWS)
def test_news(why, published, text, expected):
    _check(text, published, expected)


TABLES = [(row[1], "2024-05-20", row[2]) for row in WRITTEN_OUT + RANGES + PERIODS + RELATIVE + COUNTED]
TABLES += [(row[2], row[1], row[3]) for row in WEEKDAYS + NEWS]


BASES = [
    ("On 3 May 2001 it rained.", "", "stated"),
    ("In the third quarter of 2024 it rained.", "", "period named"),
    ("On Christmas Day 1991 it rained.", "", "period named"),
    ("It rained on Tuesday.", "2024-05-20", "weekday before publication"),
    ("It will rain on Tuesday.", "2024-05-20", "weekday after publication"),
    ("It rained yesterday.", "2024-05-20", "counted from publication"),
    ("It rained in March.", "2024-05-20", "counted from publication"),
    ("In 2023 it rained, up from a year earlier.", "2024-05-20", "counted from 2023"),
    ("On 3 May 2001 it rained. On 5 May it snowed.", "2024-05-20", "carried from an earlier sentence"),
    ("It rained yesterday.", "", "unresolved"),
    ("It rained on 01.02.2023.", "2024-05-20", "unresolved"),
    ("It rained two days after the talks.", "2024-05-20", "unresolved"),
]


@pytest.mark.parametrize(("text", "published", "basis"), BASES)
def test_basis(text, published, basis):
    assert dates(text, published)[-1].basis == basis


RULES = {
    *(
        "written out",
        "numeric",
        "day or month",
        "weekday",
        "relative",
        "rolling",
        "offset",
        "part",
        "season",
        "named day",
    ),
    *("fiscal", "range", "open range", "approximate", "same period"),
}


@pytest.mark.parametrize(("text", "published", "expected"), TABLES)
def test_values_are_edtf_and_have_bounds(text, published, expected):
    for row in dates(text, published):
        assert row.rule in RULES
        assert (row.edtf == "") == (row.basis == "unresolved") == (row.earliest == "")
        if not row.edtf:
            continue
        assert row.edtf.endswith("/..") == (row.latest == "")
        parsed = edtf.parse_edtf(row.edtf)
        if row.latest and not re.search(r"-2[1-4]", row.edtf):  # the package ends a winter in its own year
            assert edtf.struct_time_to_date(parsed.lower_strict()).isoformat() == row.earliest
            assert edtf.struct_time_to_date(parsed.upper_strict()).isoformat() == row.latest


def test_without_publication_nothing_rests_on_it():
    for text, _, _ in TABLES:
        for row in dates(text, ""):
            assert "publication" not in row.basis


def test_triggers_miss_nothing(monkeypatch):
    """The scan for triggers is there for speed: looking everywhere finds the same."""
    found = [dates(text, published) for text, published, _ in TABLES]
    monkeypatch.setattr(date_spans, "places_of_dates", lambda text: tuple(range(len(text))))
    assert [dates(text, published) for text, published, _ in TABLES] == found


def test_clock_and_time_zone_change_nothing(monkeypatch):
    text, published = NEWS[0][2], NEWS[0][1]
    found = dates(text, published)
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        getattr(time, "tzset", lambda: None)()  # Windows has none
        assert dates(text, published) == found
    monkeypatch.undo()
    getattr(time, "tzset", lambda: None)()


def test_a_longer_document_changes_nothing_before_it():
    text, published = NEWS[4][2], NEWS[4][1]
    assert dates(text + "\nThey will meet in 2031 on Monday.", published)[:3] == dates(text, published)


_PIECES = [
    *(
        "the",
        "last",
        "next",
        "first",
        "third",
        "of",
        "in",
        "and",
        "to",
        "-",
        "–",
        ",",
        ".",
        "(",
        ")",
        "/",
        "'s",
        "\n",
        " ",
    ),
    *(
        "year",
        "years",
        "month",
        "week",
        "day",
        "days",
        "quarter",
        "half",
        "decade",
        "century",
        "weekend",
        "ago",
        "earlier",
    ),
    *(
        "before",
        "after",
        "since",
        "early",
        "mid-",
        "end of",
        "this",
        "same",
        "past",
        "coming",
        "two",
        "a few",
        "12",
        "31",
    ),
    *(
        "1999",
        "2024",
        "2012-13",
        "1990s",
        "01.02.2023",
        "2024-05-18",
        "May",
        "Oct.",
        "Feb",
        "Friday",
        "Christmas",
        "Q3",
    ),
    *(
        "Ramadan",
        "Passover",
        "Diwali",
        "Eid al-Fitr",
        "Chinese New Year",
        "'68",
        "FY97",
        "1Q16",
        "today",
        "in",
        "deadline",
    ),
    *("World Cup", "weekend", "tonight", "centuries", "18th", "following", "May '68", "this", "ago", "had been due on"),
    *("H1", "FY2023", "spring", "21st", "8-9", "30", "29", "will", "met", "said", "between", "from", "until", "fiscal"),
]


@settings(deadline=None)
@given(st.text(max_size=120), st.sampled_from(["", "2024-05-20", "2024-05", "2024~", "2024-02-29~", "nonsense"]))
def test_any_text(text, published):
    assert dates(text, published) == dates(text, published)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=14),
    st.sampled_from(["", "2024-05-20", "2024-02", "2023", "0001-01-01", "9999-12-31", "2024-05-20/2024-06-02"]),
)
def test_any_words_of_dates(pieces, published):
    for row in dates(" ".join(pieces), published):
        assert row.text.strip() == row.text
        assert not row.edtf or edtf.parse_edtf(row.edtf)
        assert not row.latest or row.earliest <= row.latest
        assert row.timex_type in ("DATE", "TIME", "DURATION")
        assert row.timex


ORDERS = [
    ("another date tells", "A/70/PV.17 29/09/2015 and A/70/PV.28 03/10/2015", "", ["2015-09-29", "2015-10-03"]),
    ("month first", "Filed 10/13/2015 and 03/10/2015.", "", ["2015-10-13", "2015-03-10"]),
    ("later ones tell too", "Filed 03/10/2015 and 10/13/2015.", "", ["2015-03-10", "2015-10-13"]),
    ("two orders", "Filed 13/10/2015, 10/13/2015 and 03/10/2015.", "", ["2015-10-13", "2015-10-13", ""]),
    ("day of publication", "Stamped 03/10/2015.", "2015-10-03", ["2015-10-03"]),
    ("another day of publication", "Stamped 03/10/2015.", "2015-10-04", [""]),
]


@pytest.mark.parametrize(("why", "text", "published", "expected"), ORDERS)
def test_order_of_figures(why, text, published, expected):
    assert [row.edtf for row in dates(text, published)] == expected


def spoken(published: str) -> list[tuple[str, str, str]]:
    text = "Press conference of 3 May 2016\n\nWe met yesterday. On Monday we fly home.\n\nPublished yesterday."
    head, first, second, foot = split(text)
    said = {"voice": "Ann Lee", "kind": "answer"}
    sentences = [head._replace(kind="heading"), first._replace(**said), second._replace(**said), foot]
    return [(row.text, row.edtf, row.basis) for row in find_dates(text, sentences, published)[1:]]


def test_a_transcript_counts_from_the_day_it_was_spoken():
    assert spoken("2016-05-06") == [
        ("yesterday", "2016-05-02", "counted from the day it was spoken"),
        ("Monday", "2016-05-09", "weekday after the day it was spoken"),
        ("yesterday", "2016-05-05", "counted from publication"),
    ]
    assert [row[1] for row in spoken("")] == ["2016-05-02", "2016-05-09", ""]
    assert [row[1] for row in spoken("2017-05-06")] == ["2017-05-05", "2017-05-08", "2017-05-05"]  # another May
    assert spoken("2016-05-03")[0][2] == "counted from publication"


def test_words_of_each_kind_are_there():
    known = words()
    assert sorted({*known.months.values()}) == list(range(1, 13))
    assert sorted({*known.weekdays.values()}) == list(range(7))
