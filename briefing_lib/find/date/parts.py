"""Reads parts of periods and named ones: "the third quarter", "the spring of 1968", "the end of [the year]".

Each function takes a match of the pattern of its name (``date_patterns.phrases``) and returns a raw reading, or None
where the words are no date after all.
"""

from __future__ import annotations

import re

from briefing_lib.find.date.offsets import is_plural, months_to, of_follows, unit_of
from briefing_lib.find.date.patterns import phrases
from briefing_lib.find.date.words import number, words
from briefing_lib.find.date.written import PERIOD, Meaning, Raw, fiscal_year, read_written, stated, year_of_two

_ALONE = re.compile(r"\b(?:in|for|during|of|over|from|by|to|since)\s+$", re.I)


def part(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    """Read "the third quarter", "the first half [of 2009]", "the last week [of May]"."""
    unit, said = hit["unit"].lower(), hit["n"].lower()
    pieces = {"quarter": 4, "half": 2, "third": 3}.get(unit, 0)
    if said in ("last", "final", "closing", "latter"):
        if said == "last" and pieces != 2 and not of_follows(text, hit.end()):
            return None
        count = pieces or -1
    else:
        count = 1 if said == "opening" else number(said)
    if not pieces:
        return Raw(("nth", unit, count, None), hit.end(), "must")
    if not 0 < count <= pieces:
        return None
    meaning: Meaning = ("part", unit, count, None)
    ended = phrases().months_to.match(text, hit.start("unit"), stop) if unit == "quarter" else None
    if ended:
        # "the fiscal third quarter ended Feb. 28" is December to February
        found = months_to(text, ended, stop)
        return found._replace(end=hit.end()) if found else None
    alone = (
        unit == "quarter"
        or unit == "half"
        and ("-" in hit["gap"] or _ALONE.search(text, max(0, hit.start() - 8), hit.start()))
    )
    return Raw(("fiscal", meaning) if hit["fiscal"] else meaning, hit.end(), "may" if alone else "must")


_SEASON_LEAD = re.compile(r"\b(?:in|during|by|until|since|early|late|mid|of|this|last|next)[\s-]+(?:the\s+)?$", re.I)


def season(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    code = words().seasons[hit["s"].lower()]
    if hit["y"] or hit["y3"]:
        return Raw(("season", code, stated(hit["y"] or str(year_of_two(hit["y3"])))), hit.end())
    led = bool(_SEASON_LEAD.search(text, max(0, hit.start() - 12), hit.start()))
    the = hit.start() != hit.start("s")
    if not led and not the or not hit["s"].islower():
        return None
    alone = led and not of_follows(text, hit.end("s")) and hit["s"].lower() != "fall"
    return Raw(("season", code, None), hit.end("s"), "may" if alone else "must")


def century(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    first = number(hit["n"] or hit["o"])
    last = number(hit["n2"] or hit["o2"] or "") or first
    if hit["bc"]:
        return Raw(("unknown", "stated"), hit.end())
    return (
        Raw(stated(f"{first - 1:02d}XX", f"{last - 1:02d}XX", PERIOD), hit.end()) if 1 <= first <= last <= 22 else None
    )


def tens(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    return Raw(stated(f"19{words().tens[hit['t'].lower()]}X", "", PERIOD), hit.end())


def fiscal(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    return fiscal_year(hit)


def the_year(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    if hit["y"]:
        return read_written(text, hit.start("y"), stop)
    return Raw(stated(str(2000 + (number(hit["more"]) if hit["more"] else 0))), hit.end())


def year_end(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    return Raw(("about", stated(hit["y"]) if hit["y"] else ("the", "year")), hit.end())


def the_period_of(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    return Raw(("around", hit["unit"].lower(), None), hit.end(), "day")


# "later in [the week]", "the end of [the year]", "by the end of [the decade]"
_PART_LEAD = re.compile(
    r"(?:\b(?:earl(?:y|ier)|later?)\s+(?:on\s+)?in|\b(?:end|beginning|start|middle|close|remainder|rest|course|part|half|"
    r"days|weeks|months)\s+of|\bthroughout)\s+$",
    re.I,
)
_WEEKEND_LEAD = re.compile(
    r"\b(?:over|at|on|during|for|of|before|after|by|through|until|since|in|throughout)\s+$", re.I
)
_LATER_IN = re.compile(r"\b(?:earlier|later)\s+in\s+$", re.I)


# in [the quarter], for [the full year]
_QUARTER_LEAD = re.compile(r"\b(?:in|during|for|over|throughout)\s+$", re.I)
_YEAR_LEAD = re.compile(r"\bfor\s+$", re.I)
_YEAR_CLOSED = re.compile(
    r"\s*(?:[,.;)]|$)|\s+(?:was|were|is|will|rose|fell|as\s+a\s+whole|to|from|at|by|after|because)\b"
)


def _is_of_accounts(text: str, hit: re.Match[str], stop: int) -> bool:
    """Tell whether "the quarter" or "the year" is one of accounts: "in the quarter", "for the full year"."""
    low = max(0, hit.start() - 12)
    if hit["unit"].lower() == "quarter":
        return bool(_QUARTER_LEAD.search(text, low, hit.start()))
    return bool(_YEAR_LEAD.search(text, low, hit.start()) and _YEAR_CLOSED.match(text, hit.end(), stop))


def the_unit(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    """Read "the year", which is a date only where something before it takes a part of it."""
    unit, low = unit_of(hit), max(0, hit.start() - 26)
    if is_plural(hit):
        return None
    if unit == "weekend":
        led = _WEEKEND_LEAD.search(text, low, hit.start())
        return Raw(("weekend", ""), hit.end()) if led and not of_follows(text, hit.end()) else None
    if unit in ("quarter", "year") and not of_follows(text, hit.end()) and _is_of_accounts(text, hit, stop):
        return Raw(("latest", unit), hit.end())
    if unit == "day":
        return Raw(("same", "day"), hit.end()) if _LATER_IN.search(text, low, hit.start()) else None
    if not _PART_LEAD.search(text, low, hit.start()) or of_follows(text, hit.end()):
        return None
    meaning: Meaning = ("the", unit)
    return Raw(("fiscal", meaning) if hit["fiscal"] and unit == "year" else meaning, hit.end())
