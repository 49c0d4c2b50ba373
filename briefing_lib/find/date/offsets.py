"""Reads what is counted or pointed at: "yesterday", "three weeks ago", "the past two years", "last Friday".

Each function takes a match of the pattern of its name (``date_patterns.phrases``) and returns a raw reading, or None
where the words are no date after all.
"""

from __future__ import annotations

import re

from briefing_lib.find.date.patterns import phrases
from briefing_lib.find.date.words import number, plain, words
from briefing_lib.find.date.written import Meaning, Raw, quarter_after, read_written, stated
from briefing_lib.find.tense import clause_tense

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def unit_of(hit: re.Match[str]) -> str:
    unit = hit["unit"].lower()
    return "century" if unit.startswith("centur") else unit


def is_plural(hit: re.Match[str]) -> bool:
    return hit["plural"] is not None and hit["plural"].lower() in ("s", "ies")


def of_follows(text: str, end: int) -> bool:
    return text[end : end + 3].lower().split() == ["of"] and text[end : end + 1].isspace()


# -- days -------------------------------------------------------------------------------------------------------

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "this": 0, "last": -1}
_AND_DAY = re.compile(r"\s+and\s+(today|tomorrow)(?!\w)", re.I)


def deictic(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    day = _DAYS[hit["w"].lower()]
    pair = _AND_DAY.match(text, hit.end(), stop)
    if pair and _DAYS[pair[1].lower()] == day + 1:
        return Raw(("range", ("relative", "day", day), ("relative", "day", day + 1)), pair.end())
    return Raw(("relative", "day", day), hit.end())


def day_part(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    which, part = hit["w"].lower(), hit["p"].lower()
    if which in ("same", "that"):
        return Raw(("same", "day"), hit.end())
    if which in ("previous", "following", "next"):
        # "the previous evening", "the next morning"
        the = hit.group()[:4].lower().strip() == "the"
        return Raw(("shift", "day", -1 if which == "previous" else 1, None), hit.end()) if the else None
    if which == "last" and part not in ("night", "evening"):
        return None
    return Raw(("relative", "day", _DAYS[which]), hit.end())


_ON = re.compile(r"\b(?:on|of|by|until|to|and)\s+$", re.I)


def ordinal_day(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    return Raw(("in month", number(hit["d"]), None), hit.end(), "must")


# on the 3rd [and the ]9th of May
# from the 27th [to the 29th]
_TO_THE = re.compile(
    r"\s+(?:to|until|through)\s+the\s+(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?!\w)(?!\s+(?:of|day)\b)", re.I
)
_FROM = re.compile(r"\bfrom\s+$", re.I)
_AND_THE = re.compile(r"\s+(?:and|or)\s+(?:the\s+)?(?=\d)")


def bare_day(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    """Read "on the 27th", whose month has been said before."""
    led = _ON.search(text, max(0, hit.start() - 6), hit.start())
    last = _TO_THE.match(text, hit.end(), stop)
    if last and _FROM.search(text, max(0, hit.start() - 6), hit.start()) and number(hit["d"]) < number(last["d"]):
        return Raw(("date", 0, number(hit["d"]), number(last["d"])), last.end())
    other = _AND_THE.match(text, hit.end(), stop) if led else None
    found = read_written(text, other.end(), stop) if other else None
    if found and found.meaning[0] == "date" and found.meaning[2]:
        # "on the 3rd and the 9th of May"
        return Raw(("date", found.meaning[1], number(hit["d"]), 0), hit.end())
    return Raw(("date", 0, number(hit["d"]), 0), hit.end()) if led else None


def nth_weekday(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    count = -1 if hit["n"].lower() in ("last", "final") else number(hit["n"])
    weekday = words().weekdays[hit["w"].lower()]
    return Raw(("nth weekday", count, weekday, None), hit.end(), "must") if count <= 5 else None


# -- counted ----------------------------------------------------------------------------------------------------

_YESTERDAY = re.compile(r"\s+(?:yesterday|tomorrow)(?!\w)", re.I)
# the week before [last], the year after [next]
_BEYOND = re.compile(r"\s+(?:last|next)(?!\s*\w)", re.I)
_AHEAD = ("later", "after", "afterward", "afterwards", "hence", "from now")


# a year ago [today], two years ago [this week]
_AGO_ON = re.compile(r"\s+(?:today|this\s+(week|month|day))(?!\w)", re.I)
# up 5% from [a year ago]
_COMPARED = re.compile(r"\b(?:from|than|with|versus|vs\.?|over|against)\s+$", re.I)
# rose to 9 million pesos from 7 million pesos, or 3 pesos a share, [a year ago]
_COMPARED_FIGURE = re.compile(
    r"\b(?:from|than|with|versus|vs\.?|against)\s+(?:an?\s+|the\s+|net\s+|\w+\s+of\s+|about\s+|only\s+|just\s+)*[A-Z]{0,3}[$€£¥]?\d"
    r"(?:[^.;:!?\n]|\.(?=\d))*$"
)


def offset(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    unit, way, said = unit_of(hit), " ".join(hit["way"].lower().split()), (hit["n"] or "half a").lower()
    count, end = number(said), hit.end()
    if said == "the":
        if is_plural(hit) or way not in ("before", "after"):
            return None
        beyond = _YESTERDAY.match(text, end, stop)
        if beyond and unit == "day":
            return Raw(("relative", "day", -2 if way == "before" else 2), beyond.end())
        beyond = _BEYOND.match(text, end, stop)
        if beyond:
            return Raw(("relative", unit, -2 if way == "before" else 2), beyond.end())
    elif is_plural(hit) == (count == 1) and not (hit["half"] or hit["more"] or hit["more2"]):
        return None
    if not count:
        return Raw(("unknown", "offset"), end) if said in plain("vague number") else None
    half, more = "half" in said or bool(hit["half"]), bool(hit["more"] or hit["more2"])
    rough = half or more or unit in ("decade", "century")
    if half or more:
        if unit not in _MONTHS:
            return None
        months = _MONTHS[unit] * (2 * count + 1 if more else 1) // 2
        unit, count = ("month", months) if months < 24 else ("year", months // 12)
    elif rough:
        unit, count = "year", count * _MONTHS[unit] // 12
    count = count if way in _AHEAD else -count
    compared = unit == "year" and count == -1 and _is_compared(text, hit.start())
    on = _AGO_ON.match(text, end, stop) if way == "ago" and not rough else None
    if on:
        return Raw(("ago", unit, count, on[1] or "day"), on.end())
    if way in ("ago", "hence", "from now", "back") and not compared:
        meaning: Meaning = ("relative", unit, count)
    else:
        meaning = ("shift", unit, count, None)
    lacks = "event" if way in ("before", "after", "prior") else ""
    return Raw(("about", meaning) if rough else meaning, end, lacks)


def week_from(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    count = number(hit["n"]) * (1 if hit["way"].lower() == "from" else -1)
    return Raw(("week from", count, words().weekdays[hit["w"].lower()]), hit.end()) if count else None


def _is_compared(text: str, start: int) -> bool:
    """Tell whether "a year ago" is what a figure is compared with: then it means the same months a year before."""
    if _COMPARED.search(text, max(0, start - 9), start):
        return True
    return bool(_COMPARED_FIGURE.search(text, max(0, start - 80), start))


def weeks_time(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    count = number(hit["n"])
    return Raw(("relative", hit["unit"].lower(), count), hit.end()) if count else None


# the first pope to do so [in 600 years]
_RECORD = re.compile(r"\b(?:first|second|third|only|most|least|[a-z]+est)\b[^.;]*$")


def in_units(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    """Read "in two weeks", a day to come in a clause that looks ahead; elsewhere it is a length."""
    count = number(hit["n"])
    if not count or (count > 1) != bool(hit["plural"]) or of_follows(text, hit.end()):
        return None
    if _RECORD.search(text, max(0, hit.start() - 60), hit.start()):
        return None
    ahead = clause_tense(text, hit.start(), hit.end(), max(0, hit.start() - 160), stop) in ("future", "timetable")
    return Raw(("relative", hit["unit"].lower(), count), hit.end()) if ahead else None


def months_to(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    """Read "the three months to June"; the day of "the quarter ended March 31" is a date by itself."""
    count, month = number(hit["n"]) if hit["n"] else 1, words().months[hit["m"].lower()]
    meaning = stated(f"{int(hit['y']):04d}-{month:02d}") if hit["y"] else ("date", month, 0, 0)
    end = hit.end("plural" if hit["d"] else 0)
    return Raw(("until", hit["unit"].lower(), count, meaning), end) if count else None


# in [the first nine months]
_IN = re.compile(r"\b(?:in|for|during|over)\s+$", re.I)
# will [last two years]
_VERB_LEAD = re.compile(r"\b(?:to|will|would|could|can|may|might|must|should|not|they|it|n['’]t)\s+$", re.I)


def rolling(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    """Read "the past two years" and "the first nine months [of 2024]"."""
    unit, way, many = unit_of(hit), hit["way"].lower(), is_plural(hit)
    said = " ".join((hit["n"] or "").lower().split())
    count = number(said) if said else 1
    if hit.start() == hit.start("way") and _VERB_LEAD.search(text, max(0, hit.start() - 9), hit.start()):
        return None
    if said == "half" or not many and (said not in ("", "one", "1") or way not in ("past", "coming")):
        return None
    if not said and not many and (unit in ("day", "weekend", "quarter") or text[hit.start()] not in "tT"):
        return None
    if way in ("first", "final") or (way == "last" and of_follows(text, hit.end())):
        if not said or not count:
            return None
        months = unit == "month" and way == "first" and _IN.search(text, max(0, hit.start() - 8), hit.start())
        alone = months and not of_follows(text, hit.end())
        return Raw(("first", count if way == "first" else -count, unit, None), hit.end(), "may" if alone else "must")
    if many and (not said or not count):
        # "in the coming weeks", "the past few years": how many?
        known = said or way in ("coming", "next", "upcoming")
        return Raw(("unknown", "rolling"), hit.end()) if known and way not in ("previous", "following") else None
    if of_follows(text, hit.end()) or not many and way in ("previous", "preceding"):
        return None
    if way in ("previous", "preceding"):
        return Raw(("previous", unit, count), hit.end())
    return Raw(("rolling", unit, count if way in ("next", "coming", "following", "upcoming") else -count), hit.end())


# -- which one --------------------------------------------------------------------------------------------------


def which_unit(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    """Read "last year", "the previous day", "the same month [a year earlier]"."""
    unit, which, the = unit_of(hit), " ".join(hit["which"].lower().split()), bool(hit["the"])
    if is_plural(hit) or the and which == "last" and of_follows(text, hit.end()):
        return None
    end, lacks = hit.end(), ""
    meaning: Meaning
    if which in ("same", "that", "that same", "this same"):
        if which == "same" and not the:
            return None
        meaning, lacks = ("same", unit), "may" if which == "same" else ""
    elif which in ("previous", "preceding", "following"):
        meaning = ("shift", unit, 1 if which == "following" else -1, None)
    elif which == "latest":
        if unit not in ("week", "month", "quarter", "year"):
            return None
        meaning = ("latest", unit)
    elif unit == "day":
        if which != "next":
            return None
        meaning = ("shift", "day", 1, None)
    elif unit == "weekend":
        meaning = ("weekend", which)
    elif which in ("this", "current", "present", "ongoing"):
        meaning = ("relative", unit, 0)
    elif unit in ("week", "quarter") or hit["fiscal"] or unit == "century" and the and which in ("last", "next"):
        meaning = ("relative", unit, -1 if which in ("last", "past", "this past") else 1)
    elif which in ("past", "this past") or (the and which == "last"):
        meaning = ("rolling", unit, -1)
    elif the and which in ("coming", "next"):
        meaning = ("rolling", unit, 1)
    else:
        meaning = ("relative", unit, -1 if which == "last" else 1)
    if (
        unit == "year"
        and meaning[0] == "relative"
        and text[end : end + 1] in ("'", "’")
        and text[end + 1 : end + 2] == "s"
    ):
        part = quarter_after(text, end + 2, stop, meaning)
        if part:
            return part
    return Raw(("fiscal", meaning) if hit["fiscal"] and unit == "year" else meaning, end, lacks)


def which_name(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    """Read "last Thursday", "next March", "this summer"."""
    start, which = hit.end(), " ".join(hit["which"].lower().split())
    season = phrases().season.match(text, start, stop)
    if season:
        meaning: Meaning = ("season", words().seasons[season["s"].lower()], None)
        return Raw(("which", meaning, which), season.end("s"))
    found = read_written(text, start, stop)
    if not found:
        return None
    if found.meaning[0] == "weekday":
        return found._replace(meaning=("weekday", found.meaning[1], which))
    if found.meaning[0] in ("date", "named") and found.meaning[-1] in (None, 0):
        return Raw(("which", found.meaning, which), found.end)
    return found


def year_ago(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    back: Meaning = ("shift", "year", -1, None)
    return Raw(back if hit.group()[-4:].lower() in ("-ago", "lier") else ("same period", back), hit.end())
