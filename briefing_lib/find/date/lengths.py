"""Reads how long something lasts or how often it is: "three years", "a 24-hour", "for decades", "every two weeks"."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib.find.date.words import any_of, number
from briefing_lib.find.timex import DURATION, SET, length

Found = tuple[int, int, str, str]  # start, end, TIMEX3 type and value
_FAR = 44  # characters left of a unit that are looked at

_UNIT = re.compile(
    r"(?P<unit>minute|hour|day|week(?:end)?|month|quarter|year|decade|centur(?=y|ies))(?P<s>s|y|ies)?(?!\w)", re.I
)
# a week[long] siege, a decades[-long] feud
_LONG = re.compile(r"(?P<unit>hour|day|week|month|year|decade|centurie)(?P<s>s)?-?long\b", re.I)
_IN_A_ROW = re.compile(r"consecutive|straight|successive", re.I)
_OF = re.compile(r"\s+of\s")
_AGE = re.compile(r"[\s-]+(?:olds?\b|of\s+age\b)")
# a two-year[-old war]
_OLD_AFFAIR = re.compile(
    r"-old\s+(?:\w+\s+)?(?:war|conflict|dispute|feud|ban|embargo|blockade|siege|strike|truce|ceasefire|cease-fire|agreement|accord|"
    r"pact|treaty|law|government|administration|crisis|insurgency|rebellion|uprising|civil|border|trade|peace|campaign|"
    r"programme|program|project|investigation|case|trial|boycott|occupation|standoff|stalemate|row|sanctions)\b"
)
# a two-week[-old strike]; not a two-month[-old baby]
_OLD_THING = re.compile(
    r"-old\s+(?!(?:\w+\s+)?(?:bab(?:y|ies)|infants?|boys?|girls?|sons?|daughters?|child|children|twins?|kids?|pupp(?:y|ies)|cubs?|"
    r"cal(?:f|ves)|kittens?|foals?)\b)[a-z]"
)
_AWAY = re.compile(r"\s+(?:later|ago|earlier|before|after|afterwards|long)\b")
_OR_TWO = re.compile(r"\s+or\s+(?:two|so)\b")
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half(?!\w)")
# [for] years, [in] decades
_BARE_LEAD = re.compile(
    r"\b(?:for|over|after|within|in|the\s+(?:past|last)|takes?|took|lasts?|lasted|spends?|spent)\s+$", re.I
)
# after [years] of war
_AFTER_LEAD = re.compile(
    r"\b(?:despite|follow(?:s|ed|ing)|through|by|with|amid|end(?:s|ed|ing)|capp(?:ed|ing)|caps|endured)\s+$", re.I
)
# $5 billion [a year], twice [a week]
_RATE_LEAD = re.compile(
    r"(?:\d[%.]?|\b(?:billion|million|trillion|thousand|hundred|percent|per\s+cent|times|twice|once|dollars|euros|tons|tonnes|"
    r"barrels|people|rate|men|jobs|cars|ships|flights|trips|kilometers|kilometres|km|miles))\s+$",
    re.I,
)
# for [a week]
_LENGTH_LEAD = re.compile(
    r"\b(?:for|in|over|within|of|by|about|nearly|almost|around|than|took|takes|take|lasting|lasted|lasts|last|after|during|just|"
    r"only|under|spent|spend|spending|least|some|barely|another|next|past|(?:long|little|much|short)\s+as)\s+$",
    re.I,
)
_WHERE_LEAD = re.compile(r"\b(?:in|from|among)\s+$", re.I)
_EVERY = re.compile(r"\b(?:each|every)\s+(?:(?:other|single|(?P<n>\w+))\s+)?$", re.I)
_PER = re.compile(r"\bper\s+$", re.I)


@cache
def _counts() -> re.Pattern[str]:
    """Return the pattern of what stands before a unit: three, two or three, two-and-a-half, several, half an."""
    figures = r"\d{1,3}(?:,\d{3})+|\d+\s1/2|\d+(?:\.\d+)?"
    count = rf"(?:{any_of('number')}|{figures})"
    return re.compile(
        rf"(?<![\w.,$€£+/–-])(?:(?:{count}(?:\s+(?:to|or|and)\s+|\s?[-–]\s?))?"
        rf"(?P<n>{count})(?P<half>[\s-]+and[\s-]+(?:a[\s-]+)?half)?|"
        rf"(?P<vague>{any_of('vague number')}|countless|numerous|a\s+good\s+many|a\s+great\s+many)|"
        r"(?P<a_half>half(?:\s+an?|-an?)?|(?:one-)?half))(?P<gap>[\s-]+)"
        r"(?:(?:full|whole|long|short|straight|consecutive|successive|additional|more|further|other|working|solid|extra|"
        r"entire|calendar|more\s+than)\s+){0,2}$",
        re.I,
    )


def read_length(text: str, start: int, low: int, stop: int) -> Found | None:
    """Return the length or repetition whose unit starts at a place; None if there is none.

    Args:
        text: the document's text.
        start: first character of a word that may be a unit.
        low: where the text left of it begins: its sentence, or the expression before.
        stop: end of the sentence, or the start of the expression after.

    >>> read_length("for three years", 10, 0, 15), read_length("every two weeks", 10, 0, 15)
    ((4, 15, 'DURATION', 'P3Y'), (0, 15, 'SET', 'P2W'))
    """
    long = _LONG.match(text, start, stop)
    if long and text[start - 1 : start] != "-":  # "a 10-year-long war" is one of ten years
        return start, long.end(), DURATION, length(0 if long["s"] else 1, long["unit"].lower())
    unit = _UNIT.match(text, start, stop)
    if not unit or text[start - 1 : start] not in ("", " ", "-", "\n", "(", "“", '"', "—"):
        return None
    return _length(text, unit, low)


def _length(text: str, unit: re.Match[str], low: int) -> Found | None:
    """Read a length or what repeats from the words before a unit."""
    name, many = unit["unit"].lower(), (unit["s"] or "").lower() in ("s", "ies")
    name = "century" if name == "centur" else name
    start, end = unit.span()
    left = max(low, start - _FAR)
    if _AGE.match(text, end) and not (_OLD_AFFAIR if name == "year" else _OLD_THING).match(text, end):
        return None
    every = _EVERY.search(text, left, start)
    if every:
        return every.start(), end, SET, length(number(every["n"] or "") or 1 + ("other" in every.group().lower()), name)
    if not many:
        per = _PER.search(text, left, start)
        if per:
            return per.start(), end, SET, length(1, name)
    count = _counts().search(text, left, start)
    if not count or many and (count["n"] or "").lower() in ("a", "an"):
        bare = many and name not in ("quarter", "weekend") and _is_bare(text, left, start, end)
        return (start, end, DURATION, length(0, name)) if bare else None
    if name == "quarter" and not (many and (_is_many(text, low, count) or _IN_A_ROW.search(count.group()))):
        return None  # three quarters of the people
    begin, said = count.start(), (count["n"] or "").lower()
    half = _AND_A_HALF.match(text, end)
    one = said in ("a", "an")
    if one or said == "one" and not many:
        if one and _RATE_LEAD.search(text, max(low, begin - 14), begin):
            return begin, end, SET, length(1, name)
        if (
            "-" not in count["gap"]
            and not _AWAY.match(text, half.end() if half else end)
            and not _LENGTH_LEAD.search(text, max(low, begin - 14), begin)
            and not _OR_TWO.match(text, end)
            and name not in ("decade", "century")
        ):
            return None
    elif not many and not count["a_half"] and "-" not in count["gap"]:
        return None
    if said == "" and text[max(low, begin - 3) : begin].lower() == "as ":
        return None  # the fifth in as many days
    if count["a_half"]:
        value = length(0, name).replace("X", "0.5")
    else:
        amount = said.replace(",", "")
        amount = amount[:-4] + ".5" if amount.endswith("1/2") else amount
        exact = amount if re.fullmatch(r"\d+\.\d+", amount) else str(number(amount) or "")
        value = length(0, name).replace("X", exact + ".5" * bool(half or count["half"])) if exact else length(0, name)
    return begin, half.end() if half else end, DURATION, value


def _is_many(text: str, low: int, count: re.Match[str]) -> bool:
    """Tell whether quarters are of years: "after several quarters", not "anger in several quarters"."""
    vague = (count["vague"] or "").lower() in ("several", "few", "a few")
    return vague and not _WHERE_LEAD.search(text, max(low, count.start() - 8), count.start())


def _is_bare(text: str, low: int, start: int, end: int) -> bool:
    """Tell whether a plural unit without a number is a length: "for decades", "hours later", "Years of war"."""
    if _BARE_LEAD.search(text, low, start) or _AWAY.match(text, end):
        return True
    return bool(_OF.match(text, end)) and (text[start].isupper() or bool(_AFTER_LEAD.search(text, low, start)))
