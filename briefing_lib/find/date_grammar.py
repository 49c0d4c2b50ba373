"""Reads one temporal expression at a place in a text, without knowing yet when it was.

A *meaning* is a small tuple, its first item the kind; ``date_values`` works out the days. Kinds:

    ("stated", first, last, basis)         written out: 2024-05-18, 1990s, 2012-13
    ("date", month, day, day2)             no year: 8-9 April; 0 for what is not said
    ("weekday", number, which)             Friday, last Friday
    ("which", meaning, which)              last March, next summer
    ("relative", unit, count)              this year, yesterday, three weeks ago
    ("rolling", unit, count)               the past two years (-2), the next five days (5)
    ("shift", unit, count, meaning|None)   a year earlier, two days after 9 May
    ("same", unit)                         the same day, that year
    ("the", unit)                          [the end of] the year
    ("part", unit, number, meaning|None)   third quarter of 2024
    ("first", count, unit, meaning|None)   first four months of 2024 (last: negative)
    ("season", code, meaning|None), ("named", rule, meaning|None), ("of week", number, meaning)
    ("around", unit, meaning)              the week of 6 May
    ("until", unit, count, meaning)        the three months to June 2024
    ("same period", meaning)               the same period last year
    ("weekend", which), ("in year", meaning, meaning), ("in month", day, meaning), ("nth", unit, number, meaning)
    ("fiscal", meaning), ("about", meaning), ("since", meaning), ("range", meaning, meaning)
    ("unknown",)                           words kept, no value
"""

from __future__ import annotations

import re
from typing import Any

from briefing_lib.find import calendar
from briefing_lib.find.date_patterns import patterns, words

Meaning = tuple[Any, ...]
Read = tuple[Meaning, int]

PERIOD, STATED = "period named", "stated"


def read_at(text: str, start: int, stop: int) -> Read | None:
    """Return the meaning of the expression that starts at a place, and where it ends; None if there is none.

    >>> read_at("18 May 2024", 0, 11)
    (('stated', '2024-05-18', '2024-05-18', 'stated'), 11)
    >>> read_at("the first quarter of 2024", 0, 25)[0]
    ('part', 'quarter', 1, ('stated', '2024', '2024', 'stated'))
    """
    first = text[start]
    if first.isdigit():
        return _figures(text, start, stop)
    if first.isupper():
        found = _name(text, start, stop)
        if found:
            return found
    return _phrase(text, start, stop)


def _stated(first: str, last: str = "", basis: str = STATED) -> Meaning:
    return ("stated", first, last or first, basis)


def _number(word: str) -> int:
    word = " ".join(word.lower().split())
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group())
    if word in ("the", "half a", "half an"):
        return 1
    if word in ("couple of", "a couple of"):
        return 2
    known = words()
    return known.numbers.get(word) or known.ordinals.get(word) or 0


# -- written-out dates ------------------------------------------------------------------------------------------


def _day_month(hit: re.Match[str]) -> Read | None:
    month = words().months[hit["m"].lower()]
    day, day2, end = _number(hit["d"]), _number(hit["d2"]) if hit["d2"] else 0, hit.end()
    year = int(hit["y"]) if hit["y"] else 0
    if day2:
        apart = not re.match(r"\s*(?:[-–—‑−/]|to|through|thru|until|till|up)", hit["sep"])
        between = hit.string[max(0, hit.start() - 8) : hit.start()].lower() == "between "
        if apart and day2 != day + 1 and not (between and day2 > day):
            # "May 3 and 17", "3 and 17 May": the first alone
            end, day2 = hit.end("d"), 0
        elif day2 <= day:
            return None
    if year:
        first, last = calendar.point(year, month, day), calendar.point(year, month, day2 or day)
        return (_stated(first, last), end) if first and last else None
    if not calendar.point(2024, month, day):
        return None
    return ("date", month, day, day2), end


def _month(text: str, hit: re.Match[str], stop: int) -> Read:
    month = words().months[hit["m"].lower()]
    if hit["y"]:
        return _stated(calendar.point(int(hit["y"]), month)), hit.end()
    return ("date", month, 0, 0), hit.end()


def _share_year(text: str, read: Read, stop: int) -> Read:
    """Give "May and June 2019" its year twice."""
    meaning, end = read
    if meaning[0] == "date" and end < stop and text[end] in " ,":
        shared = patterns().shared_year.match(text, end, stop)
        if shared:
            year, (month, day, day2) = int(shared["y"]), meaning[1:]
            first, last = calendar.point(year, month, day), calendar.point(year, month, day2 or day)
            if first and last:
                return _stated(first, last), end
    return read


def _calendar_date(text: str, start: int, stop: int) -> Read | None:
    """Read day and month in either order, or a month alone."""
    rules = patterns()
    if text[start].isdigit() or text[start].islower():
        hit = rules.day_first.match(text, start, stop)
        found = _day_month(hit) if hit else None
    else:
        hit = rules.month_first.match(text, start, stop)
        found = _day_month(hit) if hit else None
        if not found:
            hit = rules.month.match(text, start, stop)
            found = _month(text, hit, stop) if hit else None
    return _share_year(text, found, stop) if found else None


def _figures(text: str, start: int, stop: int) -> Read | None:
    rules = patterns()
    length = 1
    while start + length < stop and text[start + length].isdigit():
        length += 1
    if length <= 2:
        found = _calendar_date(text, start, stop)
        if found:
            return found
        hit = rules.numeric.match(text, start, stop)
        if hit:
            return _numeric(hit)
        hit = rules.century.match(text, start, stop)
        if hit:
            return _century(hit)
        hit = rules.tens.match(text, start, stop)
        if hit and (
            text[start - 1 : start] in ("'", "’", "‘")
            or re.search(r"(?:the|early|mid|late)[\s-]+$", text[max(0, start - 8) : start])
        ):
            return _stated(f"19{hit['t']}X", "", PERIOD), hit.end()
        hit = rules.short_quarter.match(text, start, stop)
        return _short_quarter(text, hit, stop) if hit and hit["k2"] else _counted(text, start, stop)
    if length == 3:
        return _counted(text, start, stop)
    if length != 4:
        return None
    return _from_year(text, start, stop)


def _counted(text: str, start: int, stop: int) -> Read | None:
    hit = patterns().offset.match(text, start, stop)
    return _offset(text, hit, stop) if hit else None


def _from_year(text: str, start: int, stop: int) -> Read | None:
    rules = patterns()
    after = text[start + 4 : start + 5]
    if after in ("-", ".", "/"):
        hit = rules.iso.match(text, start, stop) or rules.year_first.match(text, start, stop)
        if hit:
            written = calendar.point(int(hit["y"]), int(hit["m"]), int(hit["d"]))
            return (_stated(written), hit.end()) if written else None
    hit = rules.decade.match(text, start, stop)
    if hit:
        decade = hit["y"]
        century = decade.endswith("0") and decade != "200"
        return _stated(decade[:2] + "XX" if century else decade + "X", "", PERIOD), hit.end()
    hit = rules.year_quarter.match(text, start, stop)
    if hit and int(hit["n"]) <= (4 if hit["k"] == "Q" else 2):
        unit = "quarter" if hit["k"] == "Q" else "half"
        return _stated(*calendar.part_of_year(unit, int(hit["n"]), int(hit["y"])), PERIOD), hit.end()
    hit = rules.fiscal_after.match(text, start, stop)
    if hit:
        return _fiscal(hit)
    hit = rules.years.match(text, start, stop)
    if hit:
        found = _years(hit)
        if found:
            return found
    hit = rules.year.match(text, start, stop)
    return (_stated(hit["y"]), hit.end()) if hit else None


def _years(hit: re.Match[str]) -> Read | None:
    first, second = int(hit["y"]), hit["y2"]
    if not 1400 <= first <= 2100:
        return None
    if len(second) == 4:
        return (_stated(hit["y"], second), hit.end()) if int(second) > first else None
    number, dash = int(second), hit["s"].strip()
    if dash not in ("-", "–", "—", "‑", "/"):
        return None
    if number > first % 100 or (first % 100 == 99 and number == 0):
        last = first // 100 * 100 + number + (100 if number == 0 else 0)
        return _stated(hit["y"], str(last)), hit.end()
    if dash == "-" and 1 <= number <= 12 and len(hit["s"]) == 1:
        return _stated(f"{first}-{number:02d}"), hit.end()
    return None


def _numeric(hit: re.Match[str]) -> Read | None:
    a, b, year = int(hit["a"]), int(hit["b"]), int(hit["y"])
    if len(hit["y"]) == 2:
        if hit["s"] == "-":
            return None
        year += 2000 if year < 70 else 1900
    if not 1400 <= year <= 2100 or not (1 <= a <= 31 and 1 <= b <= 31) or min(a, b) > 12:
        return None
    if len(hit["y"]) == 2 and max(a, b) <= 12:
        return None
    if a == b or max(a, b) > 12:
        day, month = (a, b) if a > 12 or a == b else (b, a)
        written = calendar.point(year, month, day)
        return (_stated(written), hit.end()) if written else None
    return ("unknown",), hit.end()


def _century(hit: re.Match[str]) -> Read | None:
    number = _number(hit["n"] or hit["o"])
    return (_stated(f"{number - 1:02d}XX", "", PERIOD), hit.end()) if 1 <= number <= 22 else None


def _fiscal(hit: re.Match[str]) -> Read | None:
    year, second = int(hit["y"]), hit["y2"]
    if not 1400 <= year <= 2100:
        return None
    last = "" if not second else second if len(second) == 4 else hit["y"][:2] + second
    return ("fiscal", _stated(hit["y"], last, PERIOD)), hit.end()


def _short_quarter(text: str, hit: re.Match[str], stop: int) -> Read | None:
    unit = "quarter" if (hit["k"] or hit["k2"]) == "Q" else "half"
    number = int(hit["n"] or hit["n2"])
    if unit == "half" and number > 2:
        return None
    year = hit["y"] or (f"20{hit['y2']}" if hit["y2"] else "")
    if year:
        return _stated(*calendar.part_of_year(unit, number, int(year)), PERIOD), hit.end()
    return _complete(text, ("part", unit, number, None), hit.end(), stop)


# -- names ------------------------------------------------------------------------------------------------------


def _name(text: str, start: int, stop: int) -> Read | None:
    rules = patterns()
    hit = rules.named.match(text, start, stop)
    if hit:
        year = _stated(hit["y"]) if hit["y"] else None
        meaning: Meaning = ("named", words().named[" ".join(hit["n"].lower().replace("’", "'").split())], year)
        return (meaning, hit.end()) if year else _complete(text, meaning, hit.end(), stop)
    hit = rules.weekday.match(text, start, stop)
    if hit:
        return _weekday(text, hit, stop)
    found = _calendar_date(text, start, stop)
    if found:
        return _complete(text, *found, stop) if found[0][0] == "date" else found
    hit = rules.short_quarter.match(text, start, stop)
    if hit:
        return _short_quarter(text, hit, stop)
    hit = rules.fiscal.match(text, start, stop)
    return _fiscal(hit) if hit else None


_TO_DATE = re.compile(r"(?:\s+(?:the\s+)?|\s*,\s*(?:the\s+)?|\s*\(\s*)(?=[\dA-Z])")


def _weekday(text: str, hit: re.Match[str], stop: int) -> Read | None:
    """Read a weekday, and the date beside it if there is one: "Tuesday, May 14", "Tuesday (14 May)"."""
    end = hit.end()
    join = _TO_DATE.match(text, end, stop)
    if join and join.end() < stop:
        day = _calendar_date(text, join.end(), stop)
        if not day and text[join.end()].isdigit():
            day = _figures(text, join.end(), stop)
            day = day if day and day[0][0] == "stated" and len(day[0][1]) == 10 else None
        if day and (day[0][0] == "stated" or day[0][2]):
            meaning, end = day
            if meaning[0] == "date":
                meaning, end = _complete(text, meaning, end, stop)
            if "(" in join.group() and text[end : end + 1] == ")":
                end += 1
            return meaning, end
    word = hit["w"].lower()
    if len(word.rstrip(".")) < 6:
        return None
    return _complete(text, ("weekday", words().weekdays[word], ""), end, stop)


# -- phrases ----------------------------------------------------------------------------------------------------


def _phrase(text: str, start: int, stop: int) -> Read | None:
    rules = patterns()
    for rule, build in (
        (rules.deictic, _deictic),
        (rules.day_part, _day_part),
        (rules.offset, _offset),
        (rules.weeks_time, _weeks_time),
        (rules.months_to, _months_to),
        (rules.rolling, _rolling),
        (rules.which_unit, _which_unit),
        (rules.which_name, _which_name),
        (rules.century, _century_words),
        (rules.part, _part),
        (rules.fiscal, _fiscal_words),
        (rules.the_year, _the_year),
        (rules.the_period_of, _the_period_of),
        (rules.season, _season),
        (rules.year_end, _year_end),
        (rules.ordinal_day, _ordinal_day),
        (rules.the_unit, _the_unit),
    ):
        hit = rule.match(text, start, stop)
        if hit:
            found = build(text, hit, stop)
            if found:
                return found
    if text.startswith(("the ", "The "), start):
        # "the 1990s", "the 18th of May", "the third of June"
        inner = start + 4
        if inner < stop and (text[inner].isdigit() or text[inner] in "'’‘"):
            inner += not text[inner].isdigit()
            found = _figures(text, inner, stop) if inner < stop and text[inner].isdigit() else None
            # "the 2030 Agenda", "the 2010-11 budget": a bare year is judged by its own context
            years = found and found[0][0] == "stated" and found[0][3] == STATED and len(found[0][1]) == 4
            return None if years else found
        if inner < stop and text[inner].islower():
            hit = rules.day_first.match(text, inner, stop)
            found = _day_month(hit) if hit else None
            if found:
                return _complete(text, *found, stop) if found[0][0] == "date" else found
    tens = re.compile(r"(?:the\s+)?(\w+ties)(?!\w)", re.I).match(text, start, stop)
    if tens and tens[1].lower() in words().tens:
        return _stated(f"19{words().tens[tens[1].lower()]}X", "", PERIOD), tens.end()
    return None


def _deictic(text: str, hit: re.Match[str], stop: int) -> Read | None:
    days = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
    word = hit["w"].lower()
    meaning: Meaning = ("relative", "day", days[word])
    pair = re.compile(r"\s+and\s+(today|tomorrow)(?!\w)", re.I).match(text, hit.end(), stop)
    if pair and days[pair[1].lower()] == days[word] + 1:
        return ("range", meaning, ("relative", "day", days[pair[1].lower()])), pair.end()
    return meaning, hit.end()


def _day_part(text: str, hit: re.Match[str], stop: int) -> Read | None:
    which, part = hit["w"].lower(), hit["p"].lower()
    if which == "last" and part not in ("night", "evening"):
        return None
    return ("relative", "day", {"this": 0, "last": -1, "yesterday": -1, "tomorrow": 1}[which]), hit.end()


def _unit(hit: re.Match[str]) -> str:
    unit = hit["unit"].lower()
    return "century" if unit.startswith("centur") else unit


_NOUN_PHRASE = re.compile(
    r"\s+(?:the|his|her|its|their|our|my|this|that|these|those|a|an)\s+(?:(?:first|second|third|last|latest|recent|final|initial|"
    r"official|state|[A-Z][\w’'-]+|[a-z]+(?:al|an|ian|ese|ish|ary|ous|ive))\s+){0,3}[a-z][\w-]+"
)


def _offset(text: str, hit: re.Match[str], stop: int) -> Read | None:
    unit, way, end = _unit(hit), " ".join(hit["way"].lower().split()), hit.end()
    said = hit["n"] or "half a"
    count = _number(said)
    definite = said.lower() == "the"
    half = bool(hit["half"]) or "half" in said.lower()
    if definite and (hit["plural"] or way not in ("before", "after")):
        return None
    if hit["plural"] is None and count > 1 or unit == "century" and hit["plural"] == "y" and count > 1:
        return None
    yesterday = re.compile(r"\s+(yesterday|tomorrow)(?!\w)", re.I).match(text, end, stop)
    if definite and unit == "day" and yesterday:
        sign = -2 if way == "before" else 2
        return ("relative", "day", sign), yesterday.end()
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}
    meaning: Meaning
    if half or hit["more"] or hit["more2"]:
        if unit not in months or not count:
            return None
        length = months[unit] * (1 if half and not (hit["more"] or hit["more2"]) else 2 * count + 1) // 2
        unit, count, rough = ("month", length, True) if length < 24 else ("year", length // 12, True)
    else:
        rough = unit in ("decade", "century")
        if rough:
            unit, count = "year", count * (10 if unit == "decade" else 100)
    forward = way in ("later", "after", "afterward", "afterwards", "hence", "from now")
    sign = count if forward else -count
    if not count:
        meaning = ("unknown",)
        return (meaning, end) if said.lower() in words().vague else None
    if way in ("ago", "hence", "from now", "back"):
        if way == "back" and unit not in ("year", "month", "week", "day"):
            return None
        meaning = ("relative", unit, sign)
    else:
        meaning = ("shift", unit, sign, None)
        if way in ("before", "after", "prior"):
            other = _after_word(text, end, stop, way)
            if other == "clause":
                return ("unknown",), end
            if isinstance(other, int):
                return ("unknown",), other
            if other:
                meaning, end = ("shift", unit, sign, other[0]), other[1]
    return ("about", meaning) if rough else meaning, end


def _after_word(text: str, end: int, stop: int, way: str) -> Read | int | str | None:
    """Read what follows "two days after": a date, the end of the words that name an event, "clause", or nothing."""
    place = re.compile(r"\s+to\s+" if way == "prior" else r"\s+").match(text, end, stop)
    if not place or place.end() >= stop:
        return None
    there = place.end()
    found = read_at(text, there, stop) if text[there].isalnum() else None
    if found and found[0][0] == "stated" and len(found[0][1]) < 7 and text[there : there + 4].isdigit() is False:
        return found
    if found:
        return found
    phrase = _NOUN_PHRASE.match(text, end, stop)
    if phrase:
        return phrase.end()
    return (
        "clause"
        if text[there].isalnum() and not re.match(r"(?:and|but|in|at|on|by|when|as|to|from)\b", text[there : there + 6])
        else None
    )


def _rolling(text: str, hit: re.Match[str], stop: int) -> Read | None:
    unit, way, plural = _unit(hit), hit["way"].lower(), hit["plural"] in ("s", "ies")
    said = " ".join((hit["n"] or "").lower().split())
    count = _number(said) if said else 1
    if said == "half":
        return None
    if not plural and (said not in ("", "one", "1") or way not in ("past", "coming")):
        return None
    if not said and not plural and unit in ("day", "weekend", "quarter"):
        return None
    if not said and not plural and not text[hit.start() : hit.start() + 3].lower() == "the":
        return None
    if way in ("first", "final") or (way == "last" and re.match(r"\s+of\b", text[hit.end() : hit.end() + 4])):
        if not said or not count:
            return None
        return _complete(text, ("first", count if way == "first" else -count, unit, None), hit.end(), stop, True)
    if plural and (not said or not count):
        # "in the coming weeks" looks ahead, but how far?
        return (("unknown",), hit.end()) if way in ("coming", "next", "upcoming") or said else None
    if way in ("previous", "preceding") and not plural:
        return None
    return ("rolling", unit, count if way in ("next", "coming", "following", "upcoming") else -count), hit.end()


def _which_unit(text: str, hit: re.Match[str], stop: int) -> Read | None:
    unit, which, the = _unit(hit), " ".join(hit["which"].lower().split()), bool(hit["the"])
    if hit["plural"] in ("s", "ies"):
        return None
    meaning: Meaning
    if which in ("previous", "preceding", "following") or (the and which in ("next", "last") and unit == "day"):
        meaning = ("shift", unit, 1 if which in ("following", "next") else -1, None)
    elif which in ("same", "that"):
        if which == "same" and not the:
            return None
        meaning = ("same", unit)
        join = _OF.match(text, hit.end(), stop)
        inner = _period(text, join.end(), stop, "same") if join and which == "same" else None
        if inner and inner[0][0] in ("relative", "shift", "stated"):
            return ("same period", inner[0]), inner[1]
    elif unit == "day":
        if not (which == "next" or which == "last"):
            return None
        meaning = ("shift", "day", 1, None) if which == "next" else ("unknown",)
        if which == "last":
            return None
    elif unit == "weekend" and which in ("this", "last", "past", "this past", "this coming", "coming", "next"):
        meaning = ("weekend", which)
    elif which in ("this", "current", "present", "ongoing"):
        meaning = ("relative", unit, 0)
    elif which in ("past", "this past") or (the and which == "last" and unit not in ("weekend", "quarter")):
        meaning = ("relative", unit, -1) if unit in ("weekend", "week", "quarter") else ("rolling", unit, -1)
    elif which == "last":
        meaning = ("relative", unit, -1)
    else:
        meaning = ("rolling", unit, 1) if the and which in ("coming", "next") else ("relative", unit, 1)
    if the and which == "last" and re.match(r"\s+of\b", text[hit.end() : hit.end() + 4]):
        return None
    return (("fiscal", meaning) if hit["fiscal"] and unit == "year" else meaning), hit.end()


def _which_name(text: str, hit: re.Match[str], stop: int) -> Read | None:
    start, which = hit.end(), " ".join(hit["which"].lower().split())
    rules = patterns()
    season = rules.season.match(text, start, stop)
    if season:
        meaning: Meaning = ("season", words().seasons[season["s"].lower()], None)
        return ("which", meaning, which), season.end("s")
    hit2 = rules.weekday.match(text, start, stop)
    if hit2 and len(hit2["w"].rstrip(".")) >= 6:
        found = _weekday(text, hit2, stop)
        if found and found[0][0] == "weekday":
            return ("weekday", found[0][1], which), found[1]
        return found
    found = _name(text, start, stop)
    if not found:
        return None
    return (("which", found[0], which), found[1]) if found[0][0] in ("date", "named") else found


def _century_words(text: str, hit: re.Match[str], stop: int) -> Read | None:
    return _century(hit)


def _fiscal_words(text: str, hit: re.Match[str], stop: int) -> Read | None:
    return _fiscal(hit)


def _the_year(text: str, hit: re.Match[str], stop: int) -> Read | None:
    return _from_year(text, hit.start("y"), stop)


def _the_period_of(text: str, hit: re.Match[str], stop: int) -> Read | None:
    if hit.end() >= stop:
        return None
    found = read_at(text, hit.end(), stop)
    if not found or found[0][0] not in ("stated", "date", "range"):
        return None
    meaning, unit = found[0], hit["unit"].lower()
    if unit in ("week", "weekend"):
        day = len(meaning[1]) == 10 if meaning[0] == "stated" else meaning[0] == "date" and bool(meaning[2])
        return (("around", unit, meaning), found[1]) if day else None
    return found


def _part(text: str, hit: re.Match[str], stop: int) -> Read | None:
    unit, said = hit["unit"].lower(), hit["n"].lower()
    if said in ("last", "final", "closing", "latter"):
        number = {"quarter": 4, "half": 2, "third": 3}.get(unit, -1)
        if (
            said == "last"
            and unit in ("quarter", "week", "month", "decade")
            and not re.match(r"\s+of\b", text[hit.end() : hit.end() + 4])
        ):
            return None
    else:
        number = 1 if said == "opening" else _number(said)
    if unit in ("week", "month", "decade"):
        return _complete(text, ("nth", unit, number, None), hit.end(), stop, True)
    if number > {"quarter": 4, "half": 2, "third": 3}[unit]:
        return None
    alone = unit != "third" and re.search(
        r"(?:in|for|during|of|over|from|by|to)\s+$", text[max(0, hit.start() - 8) : hit.start()]
    )
    return _complete(text, ("part", unit, number, None), hit.end(), stop, unit != "quarter" and not alone)


def _season(text: str, hit: re.Match[str], stop: int) -> Read | None:
    code = words().seasons[hit["s"].lower()]
    if hit["y"]:
        return ("season", code, _stated(hit["y"])), hit.end()
    end = hit.end("s")
    supported = re.search(
        r"(?:in|the|during|by|until|since|this|early|late|mid)[\s-]+(?:the\s+)?$",
        text[max(0, hit.start() - 14) : hit.start()],
        re.I,
    )
    if not supported:
        return None
    found = _complete(text, ("season", code, None), end, stop, True)
    if found:
        return found
    by = re.search(
        r"(?:in|during|by|until|since|early|late|mid)[\s-]+(?:the\s+)?$",
        text[max(0, hit.start() - 14) : hit.start()],
        re.I,
    )
    return (("season", code, None), end) if by and hit["s"].islower() and not hit["of"] else None


# "later in [the week]", "the end of [the year]", "over [the weekend]"
_PART_LEFT = re.compile(
    r"(?:\b(?:earl(?:y|ier)|late(?:r)?)\s+(?:on\s+)?in|\b(?:end|beginning|start|middle|close|remainder|rest|course|part|half|"
    r"days|weeks|months)\s+of|\bthroughout|\bby)\s+$",
    re.I,
)
_WEEKEND_LEFT = re.compile(
    r"\b(?:over|at|on|during|for|of|before|after|by|through|until|since|in|throughout)\s+$", re.I
)


def _the_unit(text: str, hit: re.Match[str], stop: int) -> Read | None:
    """Read "the year", which is a date only where something before it takes a part of it."""
    unit = _unit(hit)
    if hit["plural"] in ("s", "ies"):
        return None
    left = text[max(0, hit.start() - 26) : hit.start()]
    if unit == "weekend":
        return (("weekend", ""), hit.end()) if _WEEKEND_LEFT.search(left) else None
    if unit == "day":
        later = re.search(r"\b(?:earlier|later|late|early)\s+in\s+$", left, re.I)
        return (("same", "day"), hit.end()) if later else None
    if not _PART_LEFT.search(left) or re.match(r"\s+of\b", text[hit.end() : hit.end() + 4]):
        return None
    if left.rstrip().lower().endswith(("turn of", "by")) and unit in ("century", "week", "day", "month"):
        return None
    meaning: Meaning = ("the", unit)
    return (("fiscal", meaning) if hit["fiscal"] and unit == "year" else meaning), hit.end()


def _weeks_time(text: str, hit: re.Match[str], stop: int) -> Read | None:
    count = _number(hit["n"])
    return (("relative", _unit(hit), count), hit.end()) if count else None


def _year_end(text: str, hit: re.Match[str], stop: int) -> Read | None:
    year = hit["y"]
    return ("about", _stated(year) if year else ("the", "year")), hit.end()


def _ordinal_day(text: str, hit: re.Match[str], stop: int) -> Read | None:
    found = _period(text, hit.end("of"), stop, "day")
    if found and found[0][0] in ("relative", "same") and found[0][1] == "month":
        return ("in month", _number(hit["d"]), found[0]), found[1]
    return None


def _months_to(text: str, hit: re.Match[str], stop: int) -> Read | None:
    unit, said = hit["unit"].lower(), hit["n"]
    count = _number(said) if said else 1
    month = words().months[hit["m"].lower()]
    meaning: Meaning = _stated(calendar.point(int(hit["y"]), month)) if hit["y"] else ("date", month, 0, 0)
    return (("until", unit, count, meaning), hit.end()) if count else None


# -- complements ------------------------------------------------------------------------------------------------

_OF = re.compile(r"\s*,?\s+(?P<of>(?:of|in|for|during)\s+)?(?=[\w'’‘])")
_PERIOD_NOUN = re.compile(
    r"(?P<which>this|last|next|that|the\s+(?:same|previous|preceding|following|current|coming|past|next))\s+"
    r"(?P<fiscal>(?:fiscal|financial)\s+)?(?P<unit>week|month|year|decade|century)(?!\w)",
    re.I,
)
_A_YEAR_EARLIER = re.compile(r"(?:a|one|the)\s+year\s+(?P<way>earlier|before|ago|previously|prior)(?!\w)", re.I)
_THE_UNIT = re.compile(
    r"the\s+(?P<fiscal>(?:fiscal|financial)\s+)?(?P<unit>week|month|quarter|year|decade|century)(?!\w)", re.I
)


def _period(text: str, start: int, stop: int, kind: str) -> Read | None:
    """Read the period a part belongs to: a year, this year, the year, the 1990s, a century, May 2024."""
    named = _PERIOD_NOUN.match(text, start, stop)
    if named:
        which, unit = " ".join(named["which"].lower().split()), named["unit"].lower()
        counts = {"this": 0, "last": -1, "next": 1, "the current": 0, "the coming": 1, "the next": 1, "the past": -1}
        meaning: Meaning
        if which in counts:
            meaning = ("relative", unit, counts[which])
        elif which in ("that", "the same"):
            meaning = ("same", unit)
        else:
            meaning = ("shift", unit, 1 if which == "the following" else -1, None)
        return (("fiscal", meaning) if named["fiscal"] else meaning), named.end()
    earlier = _A_YEAR_EARLIER.match(text, start, stop)
    if earlier and kind == "same":
        return (("relative", "year", -1) if earlier["way"] == "ago" else ("shift", "year", -1, None)), earlier.end()
    whole = _THE_UNIT.match(text, start, stop)
    if whole:
        return ("the", whole["unit"].lower()), whole.end()
    if kind in ("date", "weekday", "named", "season", "same"):
        year = patterns().year.match(text, start, stop)
        return (_stated(year["y"]), year.end()) if year and kind != "weekday" else None
    found = read_at(text, start, stop)
    if found and found[0][0] in ("stated", "date", "fiscal", "range", "season"):
        return found
    return None


def _complete(text: str, meaning: Meaning, end: int, stop: int, needed: bool = False) -> Any:
    """Add the period an incomplete expression is part of: "of this year", "last week", "of 2024".

    Returns the meaning and its end; None if a period is needed and there is none.
    """
    kind = meaning[0]
    join = _OF.match(text, end, stop)
    if join:
        found = _period(text, join.end(), stop, kind)
        if found:
            inner, there = found
            units = {"weekday": ("week",), "date": ("year", "month"), "named": ("year",), "season": ("year",)}
            unit = inner[1] if inner[0] in ("relative", "same", "the", "shift") else ""
            stated = inner[0] in ("stated", "date", "range", "season")
            if stated and not join["of"] and kind not in ("part", "first"):
                found = None
            elif inner[0] == "the" and not join["of"]:
                found = None
            elif kind in units and unit not in units[kind] and not stated and inner[0] != "fiscal":
                found = None
            elif kind == "date" and (unit == "month" or stated and inner[0] != "stated"):
                found = None
            elif join["of"] and join["of"].strip() in ("for", "during", "in") and kind in ("weekday", "date"):
                found = None
        if found:
            inner, there = found
            if kind == "weekday":
                return ("of week", meaning[1], inner), there
            if kind == "date":
                return ("in year", meaning, inner), there
            return (*meaning[:-1], inner), there
        if join["of"] == "of " and kind in ("part", "first", "nth") and not needed:
            # "the first quarter of the match"
            return None
    return None if needed else (meaning, end)
