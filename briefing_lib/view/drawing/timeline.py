"""The x axis of a figure as a line of time, or of the periods figures are for, with ticks that stay readable."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import plotly.graph_objects as go

from briefing_lib.view.drawing.periods import Span, Step

_DAY = 86_400_000
MISSING = "not stated"


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
    column = high + wide // 2 + pad
    return PeriodAxis(low - pad, high + wide + pad, column, [*ticks, (column, MISSING)])


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
    if axis.ticks and axis.ticks[-1][1] == MISSING:
        edge = 2 * axis.column - axis.high
        line = {"color": "rgba(128,134,144,0.5)", "width": 1, "dash": "dot"}
        figure.add_shape(type="line", x0=edge, x1=edge, y0=0, y1=1, yref="paper", line=line)
