"""Which figures are claimed, for which period, by whom: levels and changes, stated and derived."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated, Any, Literal, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing_lib.view import View, labels, periods, placing, theme
from briefing_lib.view.choices import From, Range

PANELS = 4
ABOVE = ("top center", "bottom center", "top right", "top left", "bottom right", "bottom left")
SYMBOLS = {False: "circle", True: "diamond-open"}
LEGEND = {False: "stated", True: "derived from a stated change"}


class Claim(NamedTuple):
    """A value of a series in a period, and the rows that give it."""

    series: str
    period: str
    unit: str
    value: float
    derived: bool
    low: float
    high: float
    rows: list[int]


def statistics(
    briefing: Any,
    *,
    show: Literal["level", "change"] = "level",
    measure: Annotated[str, From("statistics", "measure")] = "",
    reporter: Annotated[str, From("statistics", "reporter")] = "",
    partner: Annotated[str, From("statistics", "partner")] = "",
    flow: Literal["all", "turnover", "export", "import"] = "all",
    unit: Annotated[str, From("statistics", "unit")] = "",
    derived: bool = True,
    limit: Annotated[int, Range(3, 40)] = 14,
) -> View:
    """Show the figures that are claimed.

    Args:
        briefing: anything whose attributes are the tables.
        show: levels (a circle for a stated one, a diamond for one worked out from a stated change), or changes
            in per cent.
        measure: trade, tariff, ...; empty for all.
        reporter: economy whose figure it is; empty for all.
        partner: economy on the other side; empty for all.
        flow: only this flow.
        unit: only this unit; empty for all, each in a panel of its own.
        derived: also what is not stated but follows from the figures that are: the level before a change.
        limit: most series to draw, those with most figures; the table has all.

    Returns:
        The view; its marks hold rows of ``statistics``. Numbers at the marks are the values claimed.
    """
    rows = briefing.statistics
    for column, value in (("measure", measure), ("reporter", reporter), ("partner", partner), ("unit", unit)):
        if value:
            rows = rows[rows[column] == value]
    if flow != "all":
        rows = rows[rows["flow"] == flow]
    title = "Figures that are claimed" if show == "level" else "Changes that are claimed"
    claims = _levels(rows) if show == "level" else _changes(rows)
    claims = [claim for claim in claims if derived or not claim.derived]
    table = _table(rows, claims)
    if not claims:
        return View(theme.nothing(title, f"No {show} is claimed with these settings."), table, {})
    units = labels.ranked(pd.Series([c.unit for c in claims]), PANELS)
    inside = [c for c in claims if c.unit in units]
    order = labels.ranked(pd.Series([c.series for c in inside]), limit)
    drawn = [c for c in inside if c.series in order]
    left = len(claims) - len(drawn)
    note = f" {labels.count(left, 'figure')} of other series or units not drawn." if left else ""
    draw = _draw_levels if show == "level" else _draw_changes
    figure = draw(briefing, rows, drawn, order, title, note)
    return View(figure, table, {_key(c): [("statistics", i) for i in c.rows] for c in drawn})


def _series(row: Any) -> str:
    """Return who trades what with whom, as far as the figure says."""
    economies = f"{row.reporter} – {row.partner}" if row.reporter and row.partner else row.reporter or row.partner
    what = " ".join(part for part in (row.commodity, row.flow or ("" if row.measure == "trade" else row.measure)) if part)
    return ", ".join(part for part in (economies, what or row.measure) if part) or "not stated of what"


def _levels(rows: pd.DataFrame) -> list[Claim]:
    found = []
    for index, row in zip(rows.index, rows.itertuples(), strict=True):
        series = _series(row)
        if not math.isnan(row.value):
            found.append(Claim(series, row.period, row.unit, row.value, False, math.nan, math.nan, [int(index)]))
        if not math.isnan(row.baseline):
            derived = not math.isnan(row.change_pct) and not row.baseline_low == row.baseline_high
            low, high = (row.baseline_low, row.baseline_high) if derived else (math.nan, math.nan)
            period = row.baseline_period
            found.append(Claim(series, period, row.unit, row.baseline, derived, low, high, [int(index)]))
    return _merged(found)


def _changes(rows: pd.DataFrame) -> list[Claim]:
    found = []
    for index, row in zip(rows.index, rows.itertuples(), strict=True):
        if not math.isnan(row.change_pct):
            change, derived = row.change_pct, False
        elif not math.isnan(row.value) and not math.isnan(row.baseline) and row.baseline:
            change, derived = 100 * (row.value / row.baseline - 1), True
        else:
            continue
        found.append(Claim(_series(row), row.period, "%", change, derived, math.nan, math.nan, [int(index)]))
    return _merged(found)


def _merged(claims: list[Claim]) -> list[Claim]:
    """Join claims that say the same."""
    groups: dict[tuple, Claim] = {}
    for claim in claims:
        key = (claim.series, claim.period, claim.unit, claim.derived, f"{claim.value:.4g}")
        known = groups.get(key)
        groups[key] = known._replace(rows=[*known.rows, *claim.rows]) if known else claim
    return sorted(groups.values(), key=lambda c: (c.series, c.period or "9", c.derived, c.value))


def _key(claim: Claim) -> str:
    kind = "derived" if claim.derived else "stated"
    return f"{claim.series} · {claim.period or 'no period'} · {labels.amount(claim.value, claim.unit)} · {kind}"


def _table(rows: pd.DataFrame, claims: list[Claim]) -> pd.DataFrame:
    said = [" | ".join(dict.fromkeys(v for v in rows.loc[c.rows, "attribution"] if v)) for c in claims]
    return pd.DataFrame(
        [
            (c.series, c.period, c.value, c.unit, "derived" if c.derived else "stated", c.low, c.high, who, len(c.rows))
            for c, who in zip(claims, said, strict=True)
        ],
        columns=["series", "period", "value", "unit", "how", "lowest", "highest", "attribution", "claims"],
    )


def _said(briefing: Any, rows: pd.DataFrame, claim: Claim, titles: dict[str, str]) -> str:
    """Return what is claimed, by whom, in which documents."""
    own = rows.loc[claim.rows]
    sign = "+" if claim.unit == "%" and claim.value > 0 else ""
    how = "not stated, follows from the figures stated" if claim.derived else ", ".join(
        dict.fromkeys(v for v in own["qualifier"] if v)
    )
    if claim.low < claim.high:
        how += f"<br>rounding allows {labels.amount(claim.low)} to {labels.amount(claim.high, claim.unit)}"
    who = " | ".join(dict.fromkeys(v for v in own["attribution"] if v))
    told = "<br>".join(labels.plain(titles.get(d, d)) for d in list(dict.fromkeys(own["document"]))[:5])
    return (
        f"<b>{labels.plain(claim.series)}</b><br>{labels.plain(claim.period or 'period not stated')}: "
        f"<b>{sign}{labels.plain(labels.amount(claim.value, claim.unit))}</b>{' (' + how + ')' if how else ''}<br>"
        f"{'according to ' + labels.plain(who) if who else 'nobody given as its source'}<br>"
        f"claimed {labels.count(len(own), 'time')} in:<br>{told}"
    )


def _colours(order: Sequence[str]) -> dict[str, str]:
    return {series: theme.COLOURS[n] if n < 6 else theme.GREY for n, series in enumerate(order)}


def _draw_levels(briefing, rows, claims: list[Claim], order, title: str, note: str) -> go.Figure:
    """Draw a panel for each unit, time from left to right, what has no period in a column of its own."""
    units = labels.ranked(pd.Series([c.unit for c in claims]), PANELS)
    spans = {c.period: periods.bounds(c.period) for c in claims}
    known = [span for span in spans.values() if span]
    legend = [labels.shorten(s, 40) for s in order[:6]] + (["other series"] if len(order) > 6 else [])
    how = [LEGEND[d] for d in (False, True) if any(c.derived == d for c in claims)]
    heights = [300.0] + [150.0] * (len(units) - 1)
    figure = theme.sheet(
        title,
        "Circles are stated, diamonds follow from a stated change; a line covers the period the figure is for." + note,
        height=sum(heights) + 34 * (len(units) - 1),
        legend=[*legend, *how],
    )
    axis = periods.period_axis(known, theme.WIDTH - 110, missing=any(not spans[c.period] for c in claims))
    titles, colours = labels.document_names(briefing.documents, 44), _colours(order)
    top = 1.0
    total = sum(heights) + 34 * (len(units) - 1)
    for number, unit in enumerate(units):
        own = [c for c in claims if c.unit == unit]
        scale, size = labels.scale(max(abs(c.value) for c in own))
        name = "" if number == 0 else str(number + 1)
        highest = max(max(c.value, c.high if c.high > c.value else c.value) for c in own) / scale
        lowest = min(0.0, *(c.value / scale for c in own))
        bottom = max(0.0, top - heights[number] / total)
        figure.update_layout(
            {
                f"yaxis{name}": {
                    **figure.layout.yaxis.to_plotly_json(),
                    "domain": [bottom, top],
                    "anchor": "x",
                    "title": {"text": labels.plain(f"{size} {unit}".strip() or "number"), "font": {"size": 12}},
                    "range": [lowest * 1.1, highest * 1.18 or 1],
                    "showgrid": True,
                    "zeroline": True,
                    "nticks": 6 if number == 0 else 4,
                }
            }
        )
        top = bottom - 34 / total
        _draw_panel(figure, own, spans, axis, f"y{name}", scale, highest * 1.18 - lowest * 1.1, heights[number],
                    colours, [_said(briefing, rows, c, titles) for c in own])  # fmt: skip
    entries = [(text, colours[s], "square") for text, s in zip(legend, order, strict=False)]
    entries += [(text, theme.TEXT, SYMBOLS[text == LEGEND[True]]) for text in how]
    for text, colour, symbol in entries:
        marker = {"color": colour, "symbol": symbol, "size": 11}
        figure.add_trace(go.Scatter(x=[None], y=[None], mode="markers", name=labels.plain(text), marker=marker))
    periods.draw_period_axis(figure, axis)
    figure.update_xaxes(anchor=f"y{len(units) if len(units) > 1 else ''}")
    figure.update_layout(margin_l=70)
    return figure


def _draw_panel(figure, claims, spans, axis, y, scale, extent, height, colours, hover) -> None:
    x = [axis.place(spans[c.period]) for c in claims]
    levels = [c.value / scale for c in claims]
    common = {"yaxis": y, "showlegend": False}
    for series in dict.fromkeys(c.series for c in claims):
        own = [n for n, c in enumerate(claims) if c.series == series and spans[c.period]]
        # Stated levels in order of time, and each derived one with the level it was derived from.
        ways = [sorted(((x[n], levels[n]) for n in own if not claims[n].derived))]
        ways += [
            [(x[n], levels[n]), (x[m], levels[m])]
            for n in own
            for m in own
            if claims[n].derived and not claims[m].derived and set(claims[n].rows) & set(claims[m].rows)
        ]
        figure.add_trace(
            go.Scatter(
                x=[place for way in ways for place, _ in (*way, (None, None))],
                y=[level for way in ways for _, level in (*way, (None, None))],
                mode="lines", line={"color": colours[series], "width": 1.5, "dash": "dot"}, hoverinfo="skip", **common,
            )
        )  # fmt: skip
        ranges = [(axis.edges(spans[c.period]), v) for c, v in zip(claims, levels, strict=True) if c.series == series and spans[c.period]]
        figure.add_trace(
            go.Scatter(
                x=[day for (a, b), _ in ranges for day in (a, b, None)],
                y=[level for _, v in ranges for level in (v, v, None)],
                mode="lines", line={"color": colours[series], "width": 3}, opacity=0.35, hoverinfo="skip", **common,
            )
        )  # fmt: skip
    place = np.array([[axis.share(a), v / extent] for a, v in zip(x, levels, strict=True)])
    texts = [f"≈ {labels.amount(float(f'{c.value:.3g}'))}" if c.derived else labels.amount(c.value) for c in claims]
    sizes = [(w - 110.0, height) for w in (theme.WIDTH, 1000, 1240)]
    side = placing.sides(place, [7] * len(claims), texts, sizes, 14, ABOVE) if len(claims) <= 40 else [""] * len(claims)
    figure.add_trace(
        go.Scatter(
            x=x,
            y=levels,
            mode="markers+text",
            marker={
                "symbol": [SYMBOLS[c.derived] for c in claims],
                "color": [colours[c.series] for c in claims],
                "size": 12,
                "line": {"width": [2 if c.derived else 0 for c in claims], "color": [colours[c.series] for c in claims]},
            },
            error_y={
                "type": "data", "symmetric": False, "width": 4, "thickness": 1, "color": theme.GREY,
                "array": [max(0.0, c.high - c.value) / scale if c.high >= c.low else 0 for c in claims],
                "arrayminus": [max(0.0, c.value - c.low) / scale if c.high >= c.low else 0 for c in claims],
            },
            text=[text if s else "" for text, s in zip(texts, side, strict=True)],
            textposition=[s or "top center" for s in side],
            textfont={"size": 11},
            customdata=[_key(c) for c in claims],
            hovertext=hover,
            hoverinfo="text",
            cliponaxis=False,
            **common,
        )
    )  # fmt: skip


def _draw_changes(briefing, rows, claims: list[Claim], order, title: str, note: str) -> go.Figure:
    """Draw a line for each claim, from no change to the change claimed."""
    rank = {series: n for n, series in enumerate(order)}
    claims = sorted(claims, key=lambda c: (rank[c.series], c.period or "9", c.value))[:40]
    how = [LEGEND[False], "derived from two stated levels"][: 1 + any(c.derived for c in claims)]
    figure = theme.sheet(
        title, "Per cent, by series and period; blue up, red down." + note, height=max(90, 26 * len(claims)), legend=how
    )
    titles = labels.document_names(briefing.documents, 44)
    colours = [theme.BLUE if c.value > 0 else theme.RED if c.value < 0 else theme.GREY for c in claims]
    at = list(range(len(claims)))
    figure.add_trace(
        go.Bar(
            x=[c.value for c in claims], y=at, orientation="h", width=0.16, marker={"color": colours, "opacity": 0.5},
            hoverinfo="skip", showlegend=False,
        )
    )  # fmt: skip
    for derived, name in zip((False, True), how, strict=False):
        own = [n for n in at if claims[n].derived == derived]
        figure.add_trace(
            go.Scatter(
                x=[claims[n].value for n in own],
                y=own,
                mode="markers+text",
                name=name,
                marker={"symbol": SYMBOLS[derived], "size": 13, "color": [colours[n] for n in own],
                        "line": {"width": 2 if derived else 0}},
                text=[f" {claims[n].value:+.3g} % " for n in own],
                textposition=["middle right" if claims[n].value >= 0 else "middle left" for n in own],
                customdata=[_key(claims[n]) for n in own],
                hovertext=[_said(briefing, rows, claims[n], titles) for n in own],
                hoverinfo="text",
                cliponaxis=False,
            )
        )  # fmt: skip
    texts = [f"{labels.shorten(c.series, 36)} · {labels.shorten(c.period, 22) or 'period not stated'}" for c in claims]
    theme.rows_axis(figure, texts)
    low, high = min(0.0, *(c.value for c in claims)), max(0.0, *(c.value for c in claims))
    pad = (high - low or 1) * 0.16
    figure.update_xaxes(title_text="change (%)", showgrid=True, zeroline=True, range=[low - pad * (low < 0), high + pad])
    return figure
