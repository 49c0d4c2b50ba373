"""What became of plans: when a meeting was announced for, what was reported of it, and how many days it slipped."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any, Literal

import numpy as np
import plotly.graph_objects as go

from briefing_lib.counting.at_hand import at_hand
from briefing_lib.view import View
from briefing_lib.view.choices import From, Range
from briefing_lib.view.drawing import labels, periods, theme, timeline
from briefing_lib.view.drawing.listing import Listing
from briefing_lib.view.events.plans import ENDS, OPEN, Plan, Plans

TITLE = "What became of plans"
LEVEL = 26.0
"""Pixels from one row to the next."""


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
    told: Plans = at_hand(Plans, briefing.meetings, briefing.events, briefing.documents)
    plans = told.asked(participant, outcome)
    listing, marks = Listing(len(plans), partial(told.table, plans)), told.marks(plans)
    dated = plans[(told.planned[plans] >= 0) | (told.happened[plans] >= 0)]
    if not len(dated):
        reason = f"No date is known for {labels.count(len(plans), 'plan')}." if len(plans) else "No plan is told of."
        return View(theme.nothing(TITLE, reason), listing, marks)
    often = told.announced.sizes[dated] + told.ends.sizes[dated]
    most = dated[np.sort(np.argsort(-often, kind="stable")[:limit])]
    kept, silent = (int((told.outcome[plans] == [*ENDS, OPEN].index(end)).sum()) for end in ("held", OPEN))
    return View(_draw([told.plan(plan) for plan in most.tolist()], len(plans), kept, silent), listing, marks)


def _draw(drawn: list[Plan], plans: int, kept: int, silent: int) -> go.Figure:
    names = [labels.shorten(f"{', '.join(p.participants) or 'parties not named'}, {p.type}", 48) for p in drawn]
    left = round(labels.widest(names)) + 22
    room = theme.WIDTH - left - 24
    figure = theme.sheet(
        TITLE,
        f"{labels.count(plans, 'plan')}: {kept} held, {plans - kept - silent} postponed, cancelled or denied,"
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
        lines.append(f"planned for {labels.plain(plan.planned_edtf)}: <b>{labels.count(plan.announced, 'mention')}</b>")
        lines.append(plan.outcome if plan.outcome != OPEN else "nothing is told of what became of it")
    else:
        day = f" {labels.plain(plan.happened_edtf)}" if plan.happened_edtf else ""
        lines.append(f"{plan.outcome}{day}: <b>{labels.count(plan.ends, 'mention')}</b>")
        if plan.slippage is not None:
            late = "on the day planned" if not plan.slippage else labels.count(abs(plan.slippage), "day")
            lines.append(
                late if not plan.slippage else f"{late} {'later' if plan.slippage > 0 else 'earlier'} than planned"
            )
    return "<br>".join(lines)
