"""What became of plans: when a meeting was announced for, what was reported of it, and how many days it slipped."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from briefing_lib.mentioned import meetings_of
from briefing_lib.view import View, labels, periods, theme, timeline
from briefing_lib.view.choices import From, Range

TITLE = "What became of plans"
AHEAD = ("planned", "expected", "proposed")
ENDS = ("held", "postponed", "cancelled", "denied")
OPEN = "no report"
LEVEL = 26.0
"""Pixels from one row to the next."""


class Plan(NamedTuple):
    """An event that was announced: rows of ``meetings`` that announce it and that tell its end, with their dates."""

    event: str
    type: str
    participants: list[str]
    place: str
    announced: list[int]
    planned: periods.Span | None
    planned_edtf: str
    ends: list[int]
    outcome: str
    happened: periods.Span | None
    happened_edtf: str

    @property
    def slippage(self) -> int | None:
        """Days from the planned to the actual date: 0 where they meet, negative where it came earlier."""
        if not self.planned or not self.happened or self.outcome != "held":
            return None
        if self.happened[0] > self.planned[1]:
            return (self.happened[0] - self.planned[1]).days
        return min(0, (self.happened[1] - self.planned[0]).days)


def outcomes(
    briefing: Any,
    *,
    participant: Annotated[str, From("events", "participants")] = "",
    outcome: Literal["all", "held", "postponed", "cancelled", "denied", "no report"] = "all",
    limit: Annotated[int, Range(5, 80)] = 25,
) -> View:
    """Show each meeting that was announced, and what was reported of it afterwards.

    Args:
        briefing: anything whose attributes are the tables.
        participant: only meetings with this one; empty for all.
        outcome: only plans that ended so; ``no report`` for those of which nothing more is told.
        limit: most plans to draw, those told of most often; the table has all.

    Returns:
        The view. A hollow mark is the date announced, a filled one the date reported afterwards; the marks of a plan
        hold the rows of ``meetings`` that announce it, those of its end the rows that tell it. The table gives the
        slippage in days, from the last day planned to the first day it was held; 0 where the two meet.
    """
    plans = [
        plan
        for plan in plans_of(briefing)
        if (not participant or participant in plan.participants) and outcome in ("all", plan.outcome)
    ]
    plans.sort(key=lambda p: (p.planned is None, p.planned or (), p.event))
    table = pd.DataFrame(
        [
            (" | ".join(p.participants), p.type, p.place, p.planned_edtf, len(p.announced), p.outcome,
             p.happened_edtf, float("nan") if p.slippage is None else p.slippage, len(p.ends), p.event)
            for p in plans
        ],
        columns=["participants", "type", "place", "planned for", "announced", "outcome", "took place",
                 "slippage in days", "reports of it", "event"],
    )  # fmt: skip
    marks = {f"{p.event}-planned": [("meetings", row) for row in p.announced] for p in plans}
    marks |= {f"{p.event}-{p.outcome}": [("meetings", row) for row in p.ends] for p in plans if p.ends}
    dated = [plan for plan in plans if plan.planned or plan.happened]
    if not dated:
        reason = f"No date is known for {labels.count(len(plans), 'plan')}." if plans else "No plan is told of."
        return View(theme.nothing(TITLE, reason), table, marks)
    most = sorted(dated, key=lambda p: -len(p.announced) - len(p.ends))[:limit]
    drawn = [plan for plan in dated if plan in most]
    return View(_draw(drawn, plans), table, marks)


def plans_of(briefing: Any) -> list[Plan]:
    """Return the events that some mention announces, in the order of the table of events."""
    meetings = briefing.meetings
    told_of = meetings_of(briefing.events, meetings)
    rows = dict(zip(meetings.index, meetings.itertuples(), strict=True))
    published = dict(zip(briefing.documents["document"], briefing.documents["published"], strict=True))
    found = []
    for event in briefing.events.itertuples():
        told = told_of[event.event]
        announced = [row for row in told if rows[row].status in AHEAD]
        if not announced:
            continue
        ends = [row for row in told if rows[row].status in ENDS]
        last = max(
            ends, key=lambda row: (rows[row].status == "held", published.get(rows[row].document, "")), default=None
        )
        planned, planned_edtf = _first_date([rows[row] for row in announced])
        happened, happened_edtf = _first_date([rows[row] for row in ends if rows[row].status == "held"])
        found.append(
            Plan(
                event.event, event.type, list(event.participants), event.place, announced, planned, planned_edtf, ends,
                rows[last].status if last is not None else OPEN, happened, happened_edtf,
            )
        )  # fmt: skip
    return found


def _first_date(rows: list[Any]) -> tuple[periods.Span | None, str]:
    """Return the date most exactly told, of equals the one told first."""
    dated = [(periods.span_of(row.earliest, row.latest), row.edtf) for row in rows]
    known = [(span, edtf) for span, edtf in dated if span]
    return min(known, key=lambda pair: (pair[0][1] - pair[0][0]).days) if known else (None, "")


def _draw(drawn: list[Plan], plans: list[Plan]) -> go.Figure:
    names = [labels.shorten(f"{', '.join(p.participants) or 'parties not named'}, {p.type}", 48) for p in drawn]
    left = round(labels.widest(names)) + 22
    room = theme.WIDTH - left - 24
    kept = sum(p.outcome == "held" for p in plans)
    silent = sum(p.outcome == OPEN for p in plans)
    figure = theme.sheet(
        TITLE,
        f"{labels.count(len(plans), 'plan')}: {kept} held, {len(plans) - kept - silent} postponed, cancelled or denied,"
        f" {silent} without a report. Hollow: planned for; filled: what was reported.",
        height=max(120, LEVEL * len(drawn)),
    )
    spans = [span for plan in drawn for span in (plan.planned, plan.happened) if span]
    for row, plan in enumerate(drawn):
        if plan.planned and plan.happened and plan.planned != plan.happened:
            ends = [periods.noon(plan.planned), periods.noon(plan.happened)]
            line = {"color": theme.LINE, "width": 2}
            figure.add_trace(
                go.Scatter(x=ends, y=[row, row], mode="lines", line=line, hoverinfo="skip", showlegend=False)
            )
    ahead = [(row, plan) for row, plan in enumerate(drawn) if plan.planned]
    colour = theme.STATUS_COLOURS["planned"]
    keys, hover = [f"{p.event}-planned" for _, p in ahead], [_said(p, planned=True) for _, p in ahead]
    wide = [p.planned if p.planned and p.planned[0] < p.planned[1] else None for _, p in ahead]
    figure.add_trace(theme.spans(wide, [row for row, _ in ahead], [colour] * len(ahead), keys, hover))
    if ahead:
        figure.add_trace(
            _points([periods.noon(p.planned) for _, p in ahead if p.planned], [row for row, _ in ahead], "planned for",
                    "diamond-open", colour, keys, hover)
        )  # fmt: skip
    for status in ENDS:
        own = [(row, p) for row, p in enumerate(drawn) if p.outcome == status and (p.happened or p.planned)]
        if own:
            when = [periods.noon(span) for _, p in own if (span := p.happened or p.planned)]
            keys, hover = [f"{p.event}-{status}" for _, p in own], [_said(p, planned=False) for _, p in own]
            symbol, tone = theme.STATUS_SYMBOLS[status], theme.STATUS_COLOURS[status]
            figure.add_trace(_points(when, [row + 0.22 for row, _ in own], status, symbol, tone, keys, hover))
    timeline.time_axis(figure, spans, room)
    theme.rows_axis(figure, [labels.plain(name) for name in names])
    figure.update_layout(margin_l=left, barmode="overlay")
    theme.add_legend(figure)
    return figure


def _points(
    when: list[Any], rows: list[float], name: str, symbol: str, colour: str, keys: list[str], hover: list[str]
) -> go.Scatter:
    edge = {"width": 2 if symbol.endswith("open") else 0, "color": colour}
    marker = {"symbol": symbol, "color": colour, "size": 11, "line": edge}
    return go.Scatter(
        x=when, y=rows, mode="markers", name=name, marker=marker, customdata=keys, hovertext=hover, hoverinfo="text"
    )


def _said(plan: Plan, planned: bool) -> str:
    """Return who, for when, how often announced, and what became of it."""
    who = labels.plain(", ".join(plan.participants[:6]) or "parties not named")
    where = f" in {labels.plain(plan.place)}" if plan.place else ""
    lines = [f"<b>{who}</b>", f"{plan.type}{where}"]
    if planned:
        lines.append(
            f"planned for {labels.plain(plan.planned_edtf)}: <b>{labels.count(len(plan.announced), 'mention')}</b>"
        )
        lines.append(plan.outcome if plan.outcome != OPEN else "nothing is told of what became of it")
    else:
        day = f" {labels.plain(plan.happened_edtf)}" if plan.happened_edtf else ""
        lines.append(f"{plan.outcome}{day}: <b>{labels.count(len(plan.ends), 'mention')}</b>")
        if plan.slippage is not None:
            late = "on the day planned" if not plan.slippage else labels.count(abs(plan.slippage), "day")
            lines.append(
                late if not plan.slippage else f"{late} {'later' if plan.slippage > 0 else 'earlier'} than planned"
            )
    return "<br>".join(lines)
