"""Reads spells of time that are no unit of the calendar: "a fortnight ago", "the new year".

Each function takes a match of the pattern of its name (``date_patterns.phrases``) and returns a raw reading, or None
where the words are no date after all.
"""

from __future__ import annotations

import re

from briefing_lib.find.date.offsets import of_follows
from briefing_lib.find.date.words import number
from briefing_lib.find.date.written import Raw

_DAYS = 14
_LEADS = re.compile(
    r"\b(?:in|into|of|after|before|early|late|until|till|by|for|from|with|since|start|during|through)\s+$", re.I
)
# "a happy and peaceful new year", "the new year budget": a wish, or part of a name
_NAMED = re.compile(
    r"\s+(?:bash|ball|budget|celebrations?|festivit\w+|greetings?|honou?rs|message|party|speech)\b", re.I
)


def fortnight(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    """Read "a fortnight ago", "two fortnights later", "in a fortnight", "the past fortnight"."""
    if which := hit["which"]:
        if of_follows(text, hit.end()):
            return None
        ahead = which.lower() in ("next", "coming")
        return Raw(("rolling", "week", 2 if ahead else -2), hit.end())
    days = _DAYS * number(hit["n"])
    way = " ".join((hit["way"] or "").lower().split())
    if not way and not hit["in"]:
        return None
    if hit["in"] or way in ("hence", "from now"):
        return Raw(("about", ("relative", "day", days)), hit.end())
    if way in ("ago", "back"):
        return Raw(("about", ("relative", "day", -days)), hit.end())
    return Raw(("about", ("shift", "day", days if way in ("later", "after", "afterwards") else -days, None)), hit.end())


def new_year(text: str, hit: re.Match[str], stop: int) -> Raw | None:
    """Read "in the new year": the weeks in which one begins."""
    if not _LEADS.search(text, max(0, hit.start() - 8), hit.start()) or _NAMED.match(text, hit.end(), stop):
        return None
    return Raw(("new year",), hit.end())
