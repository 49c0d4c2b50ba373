"""Spans of days: the bounds of EDTF dates, steps to count by, and the stretch in which most spans lie."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from briefing_lib.find.edtf import bounds as edtf_bounds

Span = tuple[date, date]

_DAY = 86_400_000
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def bounds(edtf: str) -> Span | None:
    """Return the first and last day of an EDTF date; None if it is empty, open or not understood.

    >>> bounds("2024-05~")
    (datetime.date(2024, 5, 1), datetime.date(2024, 5, 31))
    >>> bounds("2024-05/..") is None
    True
    """
    return span_of(*edtf_bounds(edtf)) if isinstance(edtf, str) else None


def span_of(earliest: str, latest: str) -> Span | None:
    """Return the span between two ISO dates; None where they are unknown."""
    if not earliest or not latest or earliest > latest:
        return None
    return date.fromisoformat(earliest), date.fromisoformat(latest)


def middle(span: Span) -> date:
    """Return the day in the middle of a span."""
    return span[0] + (span[1] - span[0]) / 2


def milliseconds(span: Span) -> int:
    """Return the length of a span in milliseconds, both days counted, as plotly measures bars."""
    return ((span[1] - span[0]).days + 1) * _DAY


def noon(span: Span) -> str:
    """Return the middle of a span, both days counted, as plotly reads times."""
    hours = ((span[1] - span[0]).days + 1) * 12
    return f"{span[0] + timedelta(days=hours // 24)} {hours % 24:02d}:00"


class Step(NamedTuple):
    """Day, month, year or decade to count by; a step is named by its first day, ``2024-05-01``."""

    name: str

    def start(self, day: date) -> str:
        """Return the name of the step a day falls in."""
        year = day.year // 10 * 10 or 1 if self.name == "decade" else day.year
        month = 1 if self.name in ("decade", "year") else day.month
        return date(year, month, day.day if self.name == "day" else 1).isoformat()

    def span(self, start: str) -> Span:
        """Return the first and last day of a step."""
        first = date.fromisoformat(start)
        if self.name == "day":
            return first, first
        if self.name == "month":
            return first, date(first.year, first.month, monthrange(first.year, first.month)[1])
        return first, date(min(9999, first.year + (9 if self.name == "decade" else 0)), 12, 31)

    def label(self, start: str) -> str:
        """Return how a step is written.

        >>> Step("month").label("2024-05-01"), Step("decade").label("1990-01-01")
        ('May 2024', '1990s')
        """
        day = date.fromisoformat(start)
        month = _MONTHS[day.month - 1]
        return {
            "day": f"{day.day} {month} {day.year}",
            "month": f"{month} {day.year}",
            "year": f"{day.year}",
            "decade": f"{day.year}s",
        }[self.name]


def step_of(spans: Sequence[Span], bars: int) -> Step:
    """Return the finest step in which the spans make no more than so many bars, and no finer than they are."""
    if not spans:
        return Step("year")
    days = (max(s[1] for s in spans) - min(s[0] for s in spans)).days + 1
    widest = max((s[1] - s[0]).days + 1 for s in spans)
    for name, length in (("day", 1), ("month", 31), ("year", 366)):
        if widest <= length and days <= length * bars:
            return Step(name)
    return Step("decade" if days > 366 * bars else "year")


def main_part(spans: Sequence[Span]) -> Span:
    """Return the stretch most of the spans lie in: lone ones far off would squeeze all others together.

    At most a quarter of the spans is left out, and twenty, and only as many as make the stretch three times shorter.

    >>> days = [(date(2024, 5, d), date(2024, 5, d)) for d in range(1, 20)]
    >>> main_part([(date(1949, 10, 1), date(1949, 10, 1)), *days])[0]
    datetime.date(2024, 5, 1)
    """
    ordered = sorted(spans, key=middle)
    part = min(s[0] for s in ordered), max(s[1] for s in ordered)
    for left_out in range(1, min(20, len(ordered) // 4) + 1):
        stretches = [ordered[n : len(ordered) - left_out + n] for n in range(left_out + 1)]
        ends = [(min(s[0] for s in kept), max(s[1] for s in kept)) for kept in stretches]
        shortest = min(ends, key=lambda span: span[1] - span[0])
        if (shortest[1] - shortest[0]) * 3 < part[1] - part[0]:
            part = shortest
    return part
