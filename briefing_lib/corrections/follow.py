"""What else changes with a cell: the bounds of a date, the level before a change."""

from __future__ import annotations

import math
from typing import Any

from briefing_lib.find.edtf import bounds
from briefing_lib.find.timex import timex
from briefing_lib.link.agreement.rounding import step_of
from briefing_lib.link.figure.baseline import implied, period_before

BASIS = "decided by the researcher"


def followers(table: str, before: dict[str, Any], row: dict[str, Any], column: str) -> dict[str, Any]:
    """Return the cells that follow from one that was set.

    Args:
        table: name of the table.
        before: the row as it was, by column.
        row: the row as it is now.
        column: what was set.

    >>> row = {"edtf": "2024-05", "earliest": "", "latest": "", "date_basis": ""}
    >>> followers("meetings", row, row, "edtf")
    {'earliest': '2024-05-01', 'latest': '2024-05-31', 'date_basis': 'decided by the researcher'}
    """
    if column == "edtf":
        first, last = bounds(row["edtf"])
        found = {"earliest": first, "latest": last, "date_basis" if table == "meetings" else "basis": BASIS}
        if table == "dates":
            found["timex"] = _timex(row["edtf"])
        return found
    if table == "statistics":
        return _figures(before, row, column)
    return {}


def _timex(edtf: str) -> str:
    first, _, last = (end.rstrip("~?%") for end in edtf.partition("/"))
    if first == "..":
        first, last = last, ""
    return timex("", ("stated",), first, last or first)[1] if first else "XXXX"


def _figures(before: dict[str, Any], row: dict[str, Any], column: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if column == "change_pct" and not math.isnan(row["change_pct"]):
        found["direction"] = "up" if row["change_pct"] > 0 else "down" if row["change_pct"] < 0 else "flat"
    if column in ("value", "change_pct", "unit") and (math.isnan(before["baseline"]) or _is_implied(before)):
        base = _implied(row)
        found |= {"baseline": base.value, "baseline_low": base.low, "baseline_high": base.high}
    if column == "baseline":
        found |= {"baseline_low": math.nan, "baseline_high": math.nan}
    if column == "period" and before["baseline_period"] == period_before(before["period"]):
        found["baseline_period"] = period_before(row["period"])
    return found


def _is_implied(row: dict[str, Any]) -> bool:
    """Tell whether the level before a change was worked out, not stated: what a text states stays."""
    return math.isclose(_implied(row).value, row["baseline"], rel_tol=1e-5)


def _implied(row: dict[str, Any]) -> Any:
    steps = [step_of(row["text"], abs(row[name])) for name in ("value", "change_pct")]
    # A figure that the words do not have is the researcher's own: nothing says how far it is rounded.
    exact = not row["qualifier"] and all(steps)
    if row["unit"] == "percent":
        return implied(math.nan, 0, math.nan, 0)
    return implied(row["value"], steps[0], row["change_pct"], steps[1], exact)
