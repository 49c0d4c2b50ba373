"""Reads dates that are written out - figures and names - at a place in a text.

What comes back is a *raw* reading: its meaning (the kinds are listed in ``date_grammar``), its end, and whether
what stands after it may or must complete it ("October [of this year]").
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from briefing_lib.find import calendar
from briefing_lib.find.date.patterns import written
from briefing_lib.find.date.words import number, words

Meaning = tuple[Any, ...]

STATED, PERIOD = "stated", "period named"
DASHES = "-–—‑−/"


class Raw(NamedTuple):
    """Meaning of an expression, where it ends, and what it lacks: nothing, "may", "must", "event" or "day"."""

    meaning: Meaning
    end: int
    lacks: str = ""


def year_of_two(figures: str) -> int:
    """Return the year two figures mean behind an apostrophe: one of 1936 to 2035.

    >>> year_of_two("68"), year_of_two("07")
    (1968, 2007)
    """
    return int(figures) + (2000 if int(figures) < 36 else 1900)


def stated(first: str, last: str = "", basis: str = STATED) -> Meaning:
    """Return the meaning of a date that is known by itself."""
    return ("stated", first, last or first, basis)


def read_written(text: str, start: int, stop: int) -> Raw | None:
    """Read a date in figures or with the name of a day, month or feast; None if there is none.

    >>> read_written("18 May 2024", 0, 11)
    Raw(meaning=('stated', '2024-05-18', '2024-05-18', 'stated'), end=11, lacks='')
    >>> read_written("Friday", 0, 6).meaning
    ('weekday', 4, '')
    """
    return _figures(text, start, stop) if text[start].isdigit() else _name(text, start, stop)


# -- day and month ----------------------------------------------------------------------------------------------


def day_and_month(text: str, start: int, stop: int) -> Raw | None:
    """Read a day and month in either order, or a month, with or without a year.

    >>> day_and_month("Oct. 22-24", 0, 10).meaning
    ('date', 10, 22, 24)
    """
    rules = written()
    if not text[start].isupper():
        hit = rules.day_first.match(text, start, stop)
        found = _days(hit, False) if hit else None
    else:
        hit = rules.month_first.match(text, start, stop)
        found = _days(hit, True) if hit else None
        if not found:
            hit = rules.month.match(text, start, stop)
            if not hit:
                return None
            month = words().months[hit["m"].lower()]
            if hit["y"] or hit["y2"]:
                year = int(hit["y"]) if hit["y"] else year_of_two(hit["y2"])
                return Raw(stated(calendar.point(year, month)), hit.end())
            found = Raw(("date", month, 0, 0), hit.end(), "may")
    return _share_year(text, found, stop) if found else None


def _days(hit: re.Match[str], month_first: bool) -> Raw | None:
    month, year = words().months[hit["m"].lower()], int(hit["y"]) if hit["y"] else 0
    day, day2, end = number(hit["d"]), number(hit["d2"]) if hit["d2"] else 0, hit.end()
    if day2:
        listed = hit["sep"].strip() in ("and", "or", "&", ",")
        between = hit.string[max(0, hit.start() - 8) : hit.start()].lower() == "between "
        if listed and day2 != day + 1 and not (between and day2 > day):
            # "May 3 and 17", "3 and 17 May": the first alone
            end, day2 = hit.end("d"), 0
        elif day2 <= day:
            return None
    if year:
        first, last = calendar.point(year, month, day), calendar.point(year, month, day2 or day)
        return Raw(stated(first, last), end) if first and last else None
    if not calendar.point(2024, month, day) or not calendar.point(2024, month, day2 or day):
        return None
    return Raw(("date", month, day, day2), end, "may")


def _share_year(text: str, read: Raw, stop: int) -> Raw:
    """Give the May of "May and June 2019" its year."""
    if read.meaning[0] == "date" and read.end < stop and text[read.end] in " ,":
        shared = written().shared_year.match(text, read.end, stop)
        if shared and shared["which"]:
            count = {"this": 0, "last": -1, "next": 1}[shared["which"]]
            return Raw(("in year", read.meaning, ("relative", "year", count)), read.end)
        if shared:
            year, (month, day, day2) = int(shared["y"]), read.meaning[1:]
            first, last = calendar.point(year, month, day), calendar.point(year, month, day2 or day)
            if first and last:
                return Raw(stated(first, last), read.end)
    return read


# -- figures ----------------------------------------------------------------------------------------------------


def _figures(text: str, start: int, stop: int) -> Raw | None:
    length = 1
    while start + length < stop and text[start + length].isdigit():
        length += 1
    if length == 4:
        return _from_year(text, start, stop)
    if length > 2:
        return None
    rules = written()
    found = day_and_month(text, start, stop)
    if found:
        return found
    after = text[start + length : start + length + 1]
    if length == 2 and text[start - 1 : start] in ("'", "’", "‘") and not after.isalpha():
        led = _SHORT_YEAR_LEAD.search(text, max(0, start - 14), start - 1)
        return Raw(stated(str(year_of_two(text[start : start + 2]))), start + 2) if led else None
    if after and after in "./-":
        hit = rules.numeric.match(text, start, stop)
        if hit:
            return _numeric(hit)
        hit = rules.named.match(text, start, stop)
        return _named(hit) if hit else None
    if after and after in "s'’QH":
        hit = rules.tens.match(text, start, stop)
        if hit and _tens_led(text, start):
            return Raw(stated(f"19{hit['t']}X", "", PERIOD), hit.end())
        hit = rules.short_quarter.match(text, start, stop)
        return _short_quarter(hit) if hit and hit["k2"] else None
    return None


# the class of ['68], back in ['39]
_SHORT_YEAR_LEAD = re.compile(r"\b(?:class\s+of|back\s+in|in|since|until|of)\s+$", re.I)
_TENS_LEAD = re.compile(r"(?:the|early|mid|late)[\s-]+$", re.I)


def _tens_led(text: str, start: int) -> bool:
    return text[max(0, start - 1) : start] in ("'", "’", "‘") or bool(_TENS_LEAD.search(text, max(0, start - 8), start))


def _from_year(text: str, start: int, stop: int) -> Raw | None:
    """Read what can start with four figures, the year alone last."""
    rules = written()
    after = text[start + 4 : start + 5]
    if after and after in "-./":
        hit = rules.iso.match(text, start, stop) or rules.year_first.match(text, start, stop)
        if hit:
            day = calendar.point(int(hit["y"]), int(hit["m"]), int(hit["d"]))
            return Raw(stated(day), hit.end()) if day else None
    elif after and after in "s'’":
        hit = rules.decade.match(text, start, stop)
        if hit:
            decade = hit["y"]
            century = decade.endswith("0") and decade != "200"
            return Raw(stated(decade[:2] + "XX" if century else decade + "X", "", PERIOD), hit.end())
    hit = rules.year_quarter.match(text, start, stop)
    if hit and int(hit["n"]) <= (4 if hit["k"] == "Q" else 2):
        unit = "quarter" if hit["k"] == "Q" else "half"
        return Raw(stated(*calendar.part_of_year(unit, int(hit["n"]), int(hit["y"])), PERIOD), hit.end())
    hit = rules.fiscal_after.match(text, start, stop)
    if hit:
        return fiscal_year(hit)
    hit = rules.years.match(text, start, stop)
    found = _years(hit) if hit else None
    if found:
        return found
    hit = rules.year.match(text, start, stop)
    if not hit:
        return None
    return quarter_after(text, hit.end(), stop, stated(hit["y"])) or Raw(stated(hit["y"]), hit.end())


def quarter_after(text: str, start: int, stop: int, year: Meaning) -> Raw | None:
    """Read the quarter or half whose year stands before it: "2019 [fourth quarter]", "last year's [first half]"."""
    hit = written().quarter_after.match(text, start, stop)
    if hit and hit["period"]:
        the = text[max(0, start - 9) : start - 4].lower().split()[-1:] == ["the"]
        return Raw(("same period", year), hit.end()) if the else None
    if not hit or number(hit["n"]) > (4 if hit["unit"] == "quarter" else 2):
        return None
    return Raw(("part", hit["unit"], number(hit["n"]), year), hit.end())


def _years(hit: re.Match[str]) -> Raw | None:
    """Read "1980-1988" and "2012-13"; "2024-05" is a month, for 05 does not follow 24."""
    first, second = int(hit["y"]), hit["y2"]
    if not 1400 <= first <= 2100:
        return None
    if len(second) == 4:
        return Raw(stated(hit["y"], second), hit.end()) if int(second) > first else None
    if hit["s"].strip() not in DASHES:
        return None
    last = int(second)
    if last > first % 100 or (first % 100 == 99 and last == 0):
        return Raw(stated(hit["y"], str(first // 100 * 100 + last + (100 if last == 0 else 0))), hit.end())
    if hit["s"] == "-" and 1 <= last <= 12:
        return Raw(stated(f"{first}-{last:02d}"), hit.end())
    return None


def _numeric(hit: re.Match[str]) -> Raw | None:
    """Read "25/12/1991" in whichever order makes sense; if both do, ``date_order`` decides."""
    a, b, year = int(hit["a"]), int(hit["b"]), int(hit["y"])
    if len(hit["y"]) == 2:
        if hit["s"] == "-" or max(a, b) <= 12:
            return None
        year += 2000 if year < 70 else 1900  # as POSIX reads two figures
    if not 1400 <= year <= 2100 or not (1 <= a <= 31 and 1 <= b <= 31) or min(a, b) > 12:
        return None
    if a != b and max(a, b) <= 12:
        return Raw(("numeric", a, b, year), hit.end())
    day, month = (a, b) if a > 12 or a == b else (b, a)
    point = calendar.point(year, month, day)
    return Raw(stated(point), hit.end()) if point else None


def fiscal_year(hit: re.Match[str]) -> Raw | None:
    """Read a match of "FY2023" or "2023-24 fiscal year"."""
    if hit.re.groups > 2 and hit["y3"]:
        return Raw(("fiscal", stated(str(year_of_two(hit["y3"])), "", PERIOD)), hit.end())
    year, second = int(hit["y"]), hit["y2"]
    if not 1400 <= year <= 2100:
        return None
    last = "" if not second else second if len(second) == 4 else hit["y"][:2] + second
    if last and int(last) < year:
        return None
    return Raw(("fiscal", stated(hit["y"], last, PERIOD)), hit.end())


def _short_quarter(hit: re.Match[str]) -> Raw | None:
    unit = "quarter" if (hit["k"] or hit["k2"]) == "Q" else "half"
    part = int(hit["n"] or hit["n2"])
    if unit == "half" and part > 2:
        return None
    year = hit["y"] or (year_of_two(hit["y2"]) if hit["y2"] else "")
    if year:
        return Raw(stated(*calendar.part_of_year(unit, part, int(year)), PERIOD), hit.end())
    return Raw(("part", unit, part, None), hit.end(), "may")


# -- names ------------------------------------------------------------------------------------------------------


def _name(text: str, start: int, stop: int) -> Raw | None:
    rules = written()
    hit = rules.named.match(text, start, stop)
    if hit:
        return _named(hit)
    hit = rules.weekday.match(text, start, stop)
    if hit:
        return _weekday(text, hit, stop)
    if text[start] in "QH":
        hit = rules.short_quarter.match(text, start, stop)
        return _short_quarter(hit) if hit else None
    return day_and_month(text, start, stop)


def _named(hit: re.Match[str]) -> Raw:
    rule = words().named[" ".join(hit["n"].lower().replace("’", "'").split())]
    if len(rule) == 10 and rule[4] == "-":
        return Raw(stated(rule, "", PERIOD), hit.end("n"))
    if hit["y"]:
        return Raw(("named", rule, stated(hit["y"])), hit.end())
    return Raw(("named", rule, None), hit.end(), "may")


# Tuesday[, ]May 14; Tuesday [the ]14th of May; Tuesday[ (]14 May)
_TO_DATE = re.compile(r"(?:\s+(?:the\s+)?|\s*,\s*(?:the\s+)?|\s*\(\s*)(?=[\dA-Z])")


def _weekday(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    """Read a weekday, and the date beside it if there is one."""
    join = _TO_DATE.match(text, hit.end(), stop)
    if join and join.end() < stop:
        day = _figures(text, join.end(), stop) if text[join.end()].isdigit() else day_and_month(text, join.end(), stop)
        exact = day and (
            day.meaning[2] if day.meaning[0] == "date" else day.meaning[0] == "stated" and len(day.meaning[1]) == 10
        )
        if day and exact:
            closed = "(" in join.group() and text[day.end : day.end + 1] == ")"
            return day._replace(end=day.end + closed)
    word = hit["w"].lower()
    if len(word.rstrip(".")) < 6:
        return None
    return Raw(("weekday", words().weekdays[word], ""), hit.end(), "may")
