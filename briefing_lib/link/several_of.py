"""How far a phrase of many office holders reaches: "the leaders of eight countries", "the Ministers of Transport"."""

from __future__ import annotations

import re

# "the foreign ministers of the two Asian nations"
_OF_BOTH = re.compile(
    r"\s+of\s+(?:(?:(?:the|all|our|some|about|more\s+than)\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several)"
    r"|both|the|their|our)\s+(?:[A-Z]\w+\s+|two\s+)?(?:countries|nations|states|sides|parties)\b"
)
# "a mission of eleven industrialists"
_OF_MANY = re.compile(
    r"(?<=delegation|.{3}mission|.{6}team)\s+of\s+(?:(?:about|over|some|more\sthan|at\sleast)\s+)?(?:\d+|[a-z]+)\s"
    r"(?:[a-z-]+\s)??[a-z-]+s\b"
)
# "the Ministers of Transport", "the ministers of foreign affairs and trade"
_OF_FIELD = re.compile(
    r"\sof\s(?:the\s)?(?:Agriculture|Commerce|Culture|Defen[cs]e|Economy|Education|Energy|Environment|External\sAffairs|Finance|"
    r"Foreign\sAffairs|Health|Home\sAffairs|Industry|Interior|Justice|Labou?r|Mines|Planning|Tourism|Trade|Transport)"
    r"(?:\sand\s[A-Z][a-z]+)?(?=\s(?!of\b)[a-z])",
    re.I,
)


def of_several(text: str, start: int, end: int) -> int:
    """Return where "of the two countries" or "of Transport" ends behind "the ministers"; 0 where neither follows.

    >>> of_several("The Ministers of Transport met.", 13, 31), of_several("The ministers of Peru met.", 13, 26)
    (26, 0)
    """
    found = _OF_BOTH.match(text, start, end) or _OF_FIELD.match(text, start, end)
    return found.end() if found else 0


def of_many(text: str, start: int, end: int) -> int:
    """Return where "of eleven industrialists" ends behind "a mission"; 0 where it does not follow.

    >>> of_many("They sent a mission of eleven industrialists.", 19, 45)
    44
    """
    found = _OF_MANY.match(text, start, end)
    return found.end() if found else 0
