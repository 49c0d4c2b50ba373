"""Time on the axis of a figure: bounds of EDTF dates, steps to count by, and ticks that stay readable."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import plotly.graph_objects as go

Span = tuple[date, date]

# 2024, 2024-05, 2024-05-17, 2024-33 (first quarter), each perhaps with ~, ? or %
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]*")
# Months a year is divided into by the codes of ISO 8601-2: quarters 33-36, quadrimesters 37-39, halves 40-41.
_PARTS = {code: (3 * (code - 33) + 1, 3) for code in range(33, 37)}
_PARTS |= {code: (4 * (code - 37) + 1, 4) for code in range(37, 40)}
_PARTS |= {code: (6 * (code - 40) + 1, 6) for code in range(40, 42)}
_DAY = 86_400_000


def bounds(edtf: str) -> Span | None:
    """Return the first and last day of an EDTF date; None if it is empty or not understood.

    >>> bounds("2024-05~")
    (datetime.date(2024, 5, 1), datetime.date(2024, 5, 31))
    >>> bounds("2023-12/2024-34")
    (datetime.date(2023, 12, 1), datetime.date(2024, 6, 30))
    >>> bounds("2024-05/..") is None
    True
    """
    first, _, last = edtf.partition("/") if isinstance(edtf, str) else ("", "", "")
    spans = [_bounds_of_one(part) for part in ([first, last] if last else [first])]
    if spans[0] is None or spans[-1] is None or spans[0][0] > spans[-1][1]:
        return None
    return spans[0][0], spans[-1][1]


def _bounds_of_one(text: str) -> Span | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if 1 <= month <= 12 or not month:
            return _months(year, month or 1, 1 if month else 12)
        if 21 <= month <= 24:  # spring to winter: their months differ with the hemisphere, so the year stands
            return _months(year, 1, 12)
        return _months(year, *_PARTS[month])
    except (KeyError, ValueError):
        return None


def _months(year: int, first: int, number: int) -> Span:
    last = first + number - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def span_of(earliest: str, latest: str) -> Span | None:
    """Return the span between two ISO dates; None where they are unknown."""
    first, last = bounds(earliest), bounds(latest)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


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
            return _months(first.year, first.month, 1)
        return first, date(min(9999, first.year + (9 if self.name == "decade" else 0)), 12, 31)

    def label(self, start: str) -> str:
        """Return how a step is written.

        >>> Step("month").label("2024-05-01"), Step("decade").label("1990-01-01")
        ('May 2024', '1990s')
        """
        day = date.fromisoformat(start)
        month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[day.month - 1]
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


def time_axis(figure: go.Figure, spans: Sequence[Span], room: float) -> None:
    """Make the x axis one of time over the spans, with a margin, never so narrow that its ticks would be hours.

    Args:
        figure: figure to change.
        spans: what is drawn.
        room: pixels the axis has.
    """
    first, last = min(s[0] for s in spans), max(s[1] for s in spans)
    pad = max(((last - first).days + 1) // 25, (14 - (last - first).days) // 2, 1)
    low = first - timedelta(days=min(pad, (first - date.min).days))
    high = last + timedelta(days=min(pad, (date.max - last).days))
    figure.update_xaxes(
        type="date",
        range=[low.isoformat(), high.isoformat()],
        tickangle=0,
        nticks=max(2, int(room // 85)),
        tickformatstops=[
            {"dtickrange": [None, 27 * _DAY], "value": "%-d %b\n%Y"},
            {"dtickrange": ["M1", "M11"], "value": "%b\n%Y"},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ],
        showgrid=True,
        showline=True,
    )


def main_part(spans: Sequence[Span]) -> Span:
    """Return the stretch most of the spans lie in: lone ones far off would squeeze all others together.

    At most a tenth of the spans is left out, and only if that makes the stretch at least three times shorter.

    >>> days = [(date(2024, 5, d), date(2024, 5, d)) for d in range(1, 20)]
    >>> main_part([(date(1949, 10, 1), date(1949, 10, 1)), *days])[0]
    datetime.date(2024, 5, 1)
    """
    ordered = sorted(spans, key=middle)
    whole = min(s[0] for s in ordered), max(s[1] for s in ordered)
    out = len(ordered) // 10
    best = whole
    for before in range(out + 1):
        kept = ordered[before : len(ordered) - (out - before)]
        part = min(s[0] for s in kept), max(s[1] for s in kept)
        if part[1] - part[0] < best[1] - best[0]:
            best = part
    return best if (best[1] - best[0]).days * 3 < (whole[1] - whole[0]).days else whole


class PeriodAxis(NamedTuple):
    """An axis of periods: days from ``low`` to ``high``, and to the right of them a column for what has none."""

    low: int
    high: int
    column: int
    ticks: list[tuple[int, str]]

    def place(self, span: Span | None) -> float:
        """Return the day, as a number, a period is drawn at."""
        return (span[0].toordinal() + span[1].toordinal() + 1) / 2 if span else self.column

    def edges(self, span: Span) -> tuple[float, float]:
        """Return the first and last day of a period, as numbers."""
        return span[0].toordinal(), span[1].toordinal() + 1

    def share(self, place: float) -> float:
        """Return how far along the axis a day is, from 0 to 1."""
        return (place - self.low) / (self.high - self.low)


def period_axis(spans: Sequence[Span], room: float, missing: bool) -> PeriodAxis:
    """Return an axis that holds the periods, each year or month labelled in its middle.

    Args:
        spans: the periods.
        room: pixels the axis has.
        missing: whether there is something without a period.
    """
    if not spans:
        return PeriodAxis(0, 100, 50, [(50, "period not stated")])
    first, last = min(s[0] for s in spans), max(s[1] for s in spans)
    low, high = first.toordinal(), last.toordinal() + 1
    years = range(first.year, last.year + 1)
    step = next((n for n in (1, 2, 5, 10, 20, 50) if len(years) / n * 55 <= room), 100)
    if len(years) <= 2 and (high - low) < 550:
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        step = next((n for n in (1, 2, 3) if len(months) / n * 70 <= room), 6)
        starts = [date(m // 12, m % 12 + 1, 1) for m in months if m % step == 0]
        ticks = [(d.toordinal() + 15, Step("month").label(d.isoformat())) for d in starts]
    else:
        ticks = [(date(y, 7, 2).toordinal(), str(y)) for y in years if y % step == 0]
    pad = max((high - low) // 20, 10)
    if not missing:
        return PeriodAxis(low - pad, high + pad, high, ticks)
    wide = max((high - low) // 5, 30)
    return PeriodAxis(low - pad, high + wide + pad, high + wide // 2 + pad, [*ticks, (high + wide // 2 + pad, "not stated")])


def draw_period_axis(figure: go.Figure, axis: PeriodAxis) -> None:
    """Make the x axis of a figure one of periods."""
    figure.update_xaxes(
        range=[axis.low, axis.high],
        tickvals=[day for day, _ in axis.ticks],
        ticktext=[text for _, text in axis.ticks],
        tickangle=0,
        showline=True,
        title_text="period the figure is for",
    )
    if axis.ticks and axis.ticks[-1][1] == "not stated":
        edge = 2 * axis.column - axis.high
        figure.add_shape(
            type="line", x0=edge, x1=edge, y0=0, y1=1, yref="paper", line={"color": "rgba(128,134,144,0.5)", "width": 1, "dash": "dot"}
        )
