"""Axes: from a value of the data to a place in the picture, and where the ticks stand."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

# 2024, 2024-05, 2024-05-16, 2024-05-16T09:30 or with a blank
_DATE = re.compile(r"(-?\d{4})-(\d\d)(?:-(\d\d))?(?:[T ](\d\d):(\d\d).*)?")
_MONTHS = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)  # strftime would ask the machine's language
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = 86_400_000.0


class Tick(NamedTuple):
    """Place on an axis, as a number, and what stands there."""

    at: float
    text: str


class Scale:
    """One axis of a figure.

    Args:
        axis: the axis of the layout.
        values: all values of the data on it.
        start: pixel of its beginning.
        end: pixel of its end.
        zero: whether 0 belongs into it, as for bars.
    """

    def __init__(self, axis: dict[str, Any], values: Iterable[Any], start: float, end: float, zero: bool = False):
        self.axis = axis
        self.start, self.end = start, end
        known = [value for value in values if value is not None]
        self.kind = axis.get("type") or _kind(known)
        self.categories = list(axis.get("categoryarray") or dict.fromkeys(known)) if self.kind == "category" else []
        self.low, self.high = self._range(known, zero)

    def number(self, value: Any) -> float:
        """Return a value as a number: itself, milliseconds since 1970, or the place among the categories.

        >>> Scale({"type": "date"}, [], 0, 100).number("1970-01-02")
        86400000.0
        >>> Scale({}, ["a", "b"], 0, 100).number("b")
        1.0
        """
        if isinstance(value, (int, float)):
            return float(value)
        if self.kind == "date":
            return milliseconds(value)
        if value in self.categories:
            return float(self.categories.index(value))
        try:
            return float(value)
        except (TypeError, ValueError):
            return math.nan

    def pixel(self, value: Any) -> float:
        """Return where a value stands.

        >>> Scale({"range": [0, 10]}, [], 100, 200).pixel(5)
        150.0
        """
        share = (self.number(value) - self.low) / ((self.high - self.low) or 1)
        return self.start + share * (self.end - self.start)

    def length(self, size: float) -> float:
        """Return how many pixels a stretch of the axis takes."""
        return abs(size / ((self.high - self.low) or 1) * (self.end - self.start))

    def ticks(self) -> list[Tick]:
        """Return the ticks the axis asks for, or round ones.

        >>> [tick.text for tick in Scale({"range": [0, 1000]}, [], 0, 300).ticks()]
        ['0', '200', '400', '600', '800', '1,000']
        """
        low, high = sorted((self.low, self.high))
        if self.axis.get("tickvals") is not None:
            values = self.axis["tickvals"]
            texts = self.axis.get("ticktext") or values
            found = [Tick(self.number(value), str(text)) for value, text in zip(values, texts, strict=False)]
        elif self.kind == "category":
            found = [Tick(float(n), str(name)) for n, name in enumerate(self.categories)]
        elif self.kind == "date":
            found = _date_ticks(low, high)
        else:
            step = self.axis.get("dtick")
            most = self.axis.get("nticks") or max(2, int(abs(self.end - self.start) / 45))
            found = _round_ticks(low, high, most, float(step) if step else 0)
        slack = (high - low) * 1e-6
        prefix, suffix = self.axis.get("tickprefix", ""), self.axis.get("ticksuffix", "")
        return [Tick(at, f"{prefix}{text}{suffix}") for at, text in found if low - slack <= at <= high + slack]

    def _range(self, known: list[Any], zero: bool) -> tuple[float, float]:
        numbers = [n for n in map(self.number, known) if math.isfinite(n)]
        low, high = (min(numbers), max(numbers)) if numbers else (0.0, 1.0)
        if self.kind == "category":
            low, high = low - 0.5, max(high, len(self.categories) - 1) + 0.5
        else:
            low, high = (min(low, 0.0), max(high, 0.0)) if zero else (low, high)
            pad = (high - low) * 0.06 or 1.0
            low, high = low - pad * (low != 0 or not zero), high + pad * (high != 0 or not zero)
        given = self.axis.get("range") or [None, None]
        first, last = (
            end if value is None else self.number(value) for value, end in zip(given, (low, high), strict=True)
        )
        turned = self.axis.get("autorange") == "reversed" and not self.axis.get("range")
        return (last, first) if turned else (first, last)


def milliseconds(date: Any) -> float:
    """Return an ISO date as milliseconds since 1970, a month or year as its beginning; NaN for anything else.

    >>> milliseconds("1970-01"), milliseconds("soon")
    (0.0, nan)
    """
    match = _DATE.fullmatch(str(date))
    if not match:
        return float("nan")
    year, month, day, hour, minute = (int(part) if part else 0 for part in match.groups())
    try:
        return (datetime(year, month, day or 1, hour, minute, tzinfo=UTC) - _EPOCH) / timedelta(milliseconds=1)
    except ValueError:
        return float("nan")


def _kind(values: list[Any]) -> str:
    words = [value for value in values if isinstance(value, str)]
    if not words:
        return "linear"
    return "date" if all(_DATE.fullmatch(word) for word in words) else "category"


def _round_ticks(low: float, high: float, most: int, step: float = 0) -> list[Tick]:
    span = high - low
    if not math.isfinite(span) or span <= 0:
        return []
    if not step:
        base = 10 ** math.floor(math.log10(span / most))
        step = next(base * factor for factor in (1, 2, 5, 10, 20) if span / (base * factor) <= most)
    first = math.ceil(low / step - 1e-9)
    count = min(int(math.floor(high / step + 1e-9)) - first + 1, 100)
    return [Tick(n * step, f"{n * step:,.10g}") for n in range(first, first + count)]


def _date_ticks(low: float, high: float) -> list[Tick]:
    """Ticks at the beginning of years, months or days, the year under the first of its ticks."""
    try:
        first, last = (_EPOCH + timedelta(milliseconds=end) for end in (low, high))
    except (OverflowError, ValueError):
        return []
    days = (high - low) / _DAY
    if days > 3 * 365:
        step = max(1, round(days / 365 / 8))
        starts = [datetime(year, 1, 1, tzinfo=UTC) for year in range(first.year, last.year + 1)]
    elif days > 60:
        step = max(1, round(days / 30 / 8))
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        starts = [datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC) for month in months]
    else:
        step = max(1, round(days / 8))
        midnight = first.replace(hour=0, minute=0, second=0, microsecond=0)
        starts = [midnight + timedelta(days=day) for day in range(int(days) + 2)]
    found, shown = [], None
    for start in [start for start in starts if first <= start <= last][::step]:
        month = _MONTHS[start.month - 1]
        words = "" if days > 3 * 365 else month if days > 60 else f"{start.day} {month}"
        parts = [words] if start.year == shown else [words, str(start.year)]
        found.append(Tick((start - _EPOCH) / timedelta(milliseconds=1), "<br>".join(filter(None, parts))))
        shown = start.year
    return found
