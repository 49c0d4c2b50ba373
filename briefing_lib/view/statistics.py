"""Which figures are claimed, for which period, by whom: levels and changes, stated and derived."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import numbered
from briefing_lib.view import View
from briefing_lib.view.choices import From, Range
from briefing_lib.view.claimed import claims
from briefing_lib.view.claimed.changes import draw_changes
from briefing_lib.view.claimed.levels import PANELS, draw_levels
from briefing_lib.view.drawing import labels, theme

MOST = 300
MOST_CHANGES = 40


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
    scale: Literal["auto", "linear", "log"] = "auto",
    limit: Annotated[int, Range(3, 40)] = 14,
) -> View:
    """Show the figures that are claimed.

    Args:
        briefing: anything whose attributes are the tables.
        show: levels (a circle for a stated one, a diamond for one worked out from a stated change, a triangle for one
            that is planned or expected), or changes in per cent.
        measure: trade, tariff, ...; empty for all.
        reporter: economy whose figure it is, or either of a turnover; empty for all.
        partner: economy on the other side; empty for all.
        flow: only this flow.
        unit: only this unit; empty for all, each in a panel of its own.
        derived: also what is not stated but follows from the figures that are, as the level before a change.
        scale: of levels: linear from zero, log in powers of ten, auto for log where the largest value of a panel is
            more than 30 times its smallest. Values of which one is zero or below are always drawn linear.
        limit: most series to draw, those with most figures; the table has all.

    Returns:
        The view; its marks hold rows of ``statistics``. Numbers at the marks are the values claimed.
    """
    rows = briefing.statistics
    chosen = np.full(len(rows), True)
    for column, value in (("measure", measure), ("unit", unit)):
        if value:
            chosen &= numbered(rows, column).having(value.__eq__)
    chosen &= _between(rows, reporter, partner)
    if flow != "all":
        chosen &= numbered(rows, "flow").having(flow.__eq__)
    title = "Figures that are claimed" if show == "level" else "Changes that are claimed"
    found = (claims.levels if show == "level" else claims.changes)(rows, chosen)
    found = [claim for claim in found if derived or not claim.derived]
    table = claims.table_of(rows, found)
    if not found:
        return View(theme.nothing(title, f"No {show} is claimed with these settings."), table, {})
    units = labels.ranked(pd.Series([c.unit for c in found]), PANELS)
    inside = [c for c in found if c.unit in units]
    order = labels.ranked(pd.Series([c.series for c in inside]), limit)
    drawn = [c for c in inside if c.series in order]
    if show == "level" and len(drawn) > MOST:
        drawn = sorted(sorted(drawn, key=lambda c: -len(c.rows))[:MOST], key=lambda c: (c.series, c.period or "9"))
    if show == "change":
        drawn = sorted(drawn, key=lambda c: (order.index(c.series), c.period or "9", c.value))[:MOST_CHANGES]
    left = len(found) - len(drawn)
    note = f" {labels.count(left, 'figure')} of other series or units: see the table." if left else ""
    titles = labels.document_names(briefing.documents, 44)
    hover = [claims.said(rows, c, titles) for c in drawn]
    if show == "level":
        figure = draw_levels(drawn, hover, order, title, note, scale)
    else:
        figure = draw_changes(drawn, hover, title, note)
    return View(figure, table, {c.key: [("statistics", i) for i in c.rows] for c in drawn})


def _between(rows: pd.DataFrame, reporter: str, partner: str) -> np.ndarray:
    """Tell which figures are an economy's with another; turnover is that of both, whichever is named first."""

    def has(column: str, economy: str) -> np.ndarray:
        return numbered(rows, column).having(economy.__eq__) if economy else np.full(len(rows), True)

    turned = has("flow", "turnover") & has("partner", reporter) & has("reporter", partner)
    return has("reporter", reporter) & has("partner", partner) | turned
