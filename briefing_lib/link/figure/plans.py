"""Says whether a figure is one that is wanted or expected, and not reached: "plan to raise trade to $1 billion"."""

from __future__ import annotations

import re

_PLANNED = re.compile(
    r"\b(?:plan(?:s|ned|ning)?\s+to|aim(?:s|ed|ing)?\s+(?:to|for|at)|want(?:s|ed)?\s+to|hop(?:e|es|ed|ing)\s+(?:to|for)|intend(?:s|ed)?\s+to|"
    r"seek(?:s|ing)?\s+to|target(?:s|ed|ing)?|goals?|(?:is|are|was|were|be|been)?\s*expected\s+to|projected|forecast|could|would(?!\s+have)|should|will|agreed\s+to|"
    r"pledged\s+to|vowed\s+to|set\s+to|due\s+to\s+(?=\w+\s+by)|likely\s+to|expects?\b|ambition\s+(?:of|to)|undert(?:akes?|ook)\s+to)\b"
)
# "In May they AGREED TO raise trade": the day of the decision, and not of what is wanted
_DECIDED = re.compile(r"(?:agreed|pledged|vowed|planned|aimed|wanted|hoped|intended|undertook)")


def planned_by(text: str, low: int, high: int) -> str:
    """Return the words that say that a figure is wanted or expected, or "".

    Args:
        text: the document.
        low: where the figure's own words begin.
        high: where its number stands.

    >>> planned_by("They want to raise trade to $1 billion", 0, 28)
    'want to'
    >>> planned_by("Trade rose to $1 billion", 0, 14)
    ''
    """
    hit = _PLANNED.search(text, low, high)
    return " ".join(hit.group().split()) if hit else ""


def was_decided(words: str) -> bool:
    """Say whether the words of a plan tell of a decision in the past, whose date is not that of the plan."""
    return _DECIDED.match(words) is not None


_FORECAST = re.compile(r".*\b(?:expect\w*|projected|forecast|likely|will|would|should|could)\b")
_BY = re.compile(r"\b(?:by|until|till|within|before)\s+$")  # "BY 2030", "BY the end of 2030"


def is_goal(text: str, planned: str, rate: str, at: int) -> bool:
    """Say whether a figure is a goal, which is set against what is reached now and not against the year before it.

    "Double trade by 2030" says nothing of 2029; "exports will grow 5 per cent to $80 billion in 2026" does of 2025.

    Args:
        text: the document.
        planned: the words that say that the figure is wanted or expected, "" if none do.
        rate: unit of the change that leads to it: percent, time ("double"), "" if none is named.
        at: where the words for its period begin, -1 if there are none.

    >>> text = "Peru wants to double exports to $4 billion by 2030."
    >>> is_goal(text, "wants to", "time", text.index("2030"))
    True
    >>> is_goal("Exports will grow 5 per cent to $80 billion in 2026.", "will", "percent", 47)
    False
    """
    if not planned:
        return False
    return rate != "percent" or not _FORECAST.match(planned) or bool(at > 0 and _BY.search(text, max(0, at - 12), at))
