"""Rows of ``statistics`` to claims: the level or change of a series in a period, stated or derived, and who says so."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import at_hand
from briefing_lib.view.drawing import labels


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
    planned: bool = False

    @property
    def how(self) -> str:
        """How it is claimed: planned (or expected), derived or stated."""
        return "planned" if self.planned else "derived" if self.derived else "stated"

    @property
    def key(self) -> str:
        """Name of the mark."""
        return f"{self.series} · {self.period or 'no period'} · {labels.amount(self.value, self.unit)} · {self.how}"


SYMBOLS = {"stated": "circle", "derived": "diamond-open", "planned": "triangle-up-open"}
"""How each kind of claim is drawn."""


def series_of(row: Any) -> str:
    """Return what is measured, as far as a figure says: the economies, the goods, the flow.

    Turnover is the same from either side, whichever economy is named first.

    >>> from types import SimpleNamespace as Row
    >>> series_of(Row(reporter="Ghana", partner="Togo", commodity="cocoa", flow="export", measure="trade"))
    'Ghana – Togo, cocoa export'
    >>> series_of(Row(reporter="Peru", partner="", commodity="", flow="", measure="debt"))
    'Peru, debt'
    >>> series_of(Row(reporter="Togo", partner="Ghana", commodity="", flow="turnover", measure="trade"))
    'Ghana – Togo, turnover'
    """
    pair = [part for part in (row.reporter, row.partner) if part]
    economies = " – ".join(sorted(pair) if row.flow == "turnover" else pair)
    what = " ".join(part for part in (row.commodity, row.flow or row.measure) if part)
    return ", ".join(part for part in (economies, what) if part) or "not stated of what"


def levels(statistics: pd.DataFrame, chosen: np.ndarray | None = None) -> list[Claim]:
    """Return the levels claimed: those stated, and those before a change.

    An amount of change ("rose by 5 billion") is no level.

    Args:
        statistics: the table.
        chosen: True or False for each row of it; None for all.
    """
    return _merged(at_hand(_levels, statistics), chosen)


Single = tuple[list[Claim], np.ndarray, np.ndarray]
"""Claims one by one, the position of the row of each, and a number for what it says."""


def _levels(rows: pd.DataFrame) -> Single:
    found: list[Claim] = []
    at: list[int] = []
    row: Any
    for position, (index, row) in enumerate(zip(rows.index, rows.itertuples(), strict=True)):
        series, own, words = series_of(row), [int(index)], row.qualifier.split(", ")
        if not math.isnan(row.value) and "change" not in words:
            planned = "planned" in words
            found.append(Claim(series, row.period, row.unit, row.value, False, math.nan, math.nan, own, planned))
        if not math.isnan(row.baseline):
            derived = _is_derived(row)
            low, high = (row.baseline_low, row.baseline_high) if derived else (math.nan, math.nan)
            found.append(Claim(series, row.baseline_period, row.unit, row.baseline, derived, low, high, own))
        at += [position] * (len(found) - len(at))
    return _single(found, at)


def _is_derived(row: Any) -> bool:
    """Tell whether a baseline follows from level and change rather than being stated.

    It then equals what they give, and rounding leaves no such round interval as around a number written out.
    """
    if math.isnan(row.change_pct) or math.isnan(row.value) or row.change_pct <= -100:
        return False
    implied = row.value / (1 + row.change_pct / 100)
    width = row.baseline_high - row.baseline_low
    rounded = width > 0 and math.isclose(math.log10(width), round(math.log10(width)), abs_tol=1e-6)
    return math.isclose(row.baseline, implied, rel_tol=1e-5) and not rounded


def changes(statistics: pd.DataFrame, chosen: np.ndarray | None = None) -> list[Claim]:
    """Return the changes claimed, in per cent: those stated, and those between two levels stated."""
    return _merged(at_hand(_changes, statistics), chosen)


def _changes(rows: pd.DataFrame) -> Single:
    found: list[Claim] = []
    at: list[int] = []
    row: Any
    for position, (index, row) in enumerate(zip(rows.index, rows.itertuples(), strict=True)):
        if not math.isnan(row.change_pct):
            change, derived = row.change_pct, False
        elif not math.isnan(row.value) and not math.isnan(row.baseline) and row.baseline:
            change, derived = 100 * (row.value / row.baseline - 1), True
        else:
            continue
        own, planned = [int(index)], "planned" in row.qualifier.split(", ")
        found.append(Claim(series_of(row), row.period, "percent", change, derived, math.nan, math.nan, own, planned))
        at.append(position)
    return _single(found, at)


def _single(claims: list[Claim], at: list[int]) -> Single:
    says: dict[tuple, int] = {}
    number = [says.setdefault((c.series, c.period, c.unit, c.how, f"{c.value:.4g}"), len(says)) for c in claims]
    return claims, np.array(at, dtype=np.int64), np.array(number, dtype=np.int64)


def _merged(single: Single, chosen: np.ndarray | None) -> list[Claim]:
    """Join the claims of chosen rows that say the same of the same."""
    claims, at, number = single
    inside = np.arange(len(at)) if chosen is None else np.flatnonzero(chosen[at])
    order = inside[np.argsort(number[inside], kind="stable")]
    starts = np.flatnonzero(np.append(True, np.diff(number[order]) != 0)) if len(order) else order
    found = [
        (int(own[0]), claims[own[0]]._replace(rows=list(dict.fromkeys(claims[n].rows[0] for n in own))))
        for own in np.split(order, starts[1:])
        if len(own)
    ]
    groups = [claim for _, claim in sorted(found, key=lambda pair: pair[0])]
    return sorted(groups, key=lambda c: (c.series, c.period or "9", c.derived, c.value))


class Told(NamedTuple):
    """Who says each row of ``statistics``, where and with what word, by index label."""

    attribution: dict[int, str]
    qualifier: dict[int, str]
    document: dict[int, str]


def told(statistics: pd.DataFrame) -> Told:
    """Return who says each row, and where; kept at hand."""
    return at_hand(_told, statistics)


def _told(rows: pd.DataFrame) -> Told:
    columns: Any = [rows[name].to_dict() for name in Told._fields]
    return Told(*columns)


def table_of(rows: pd.DataFrame, claims: list[Claim]) -> pd.DataFrame:
    """Return the claims as a table, with who is given as their source."""
    who = told(rows).attribution
    return pd.DataFrame(
        [
            (c.series, c.period, c.value, c.unit, c.how, c.low, c.high,
             _joined(who[i] for i in c.rows), len(c.rows))
            for c in claims
        ],
        columns=["series", "period", "value", "unit", "how", "lowest", "highest", "attribution", "claims"],
    )  # fmt: skip


def said(rows: pd.DataFrame, claim: Claim, titles: dict[str, str]) -> str:
    """Return what is said of a claim that is pointed at: what, when, by whom, in which documents.

    Args:
        rows: the table ``statistics``.
        claim: the claim.
        titles: readable names of the documents.
    """
    own = told(rows)
    how = (
        "not stated: follows from figures that are" if claim.derived else _joined(own.qualifier[i] for i in claim.rows)
    )
    if claim.low < claim.high:
        how += f"<br>rounding allows {labels.amount(claim.low)} to {labels.amount(claim.high, claim.unit)}"
    sign = "+" if claim.unit == "percent" and claim.value > 0 else ""
    who = _joined(own.attribution[i] for i in claim.rows)
    documents = list(dict.fromkeys(own.document[i] for i in claim.rows))[:5]
    where = "<br>".join(labels.plain(titles.get(document, document)) for document in documents)
    return (
        f"<b>{labels.plain(claim.series)}</b><br>{labels.plain(claim.period or 'period not stated')}: "
        f"<b>{sign}{labels.plain(labels.amount(claim.value, claim.unit))}</b>{', ' + how if how else ''}<br>"
        f"{'according to ' + labels.plain(who) if who else 'nobody is given as its source'}<br>"
        f"claimed {labels.count(len(claim.rows), 'time')} in<br>{where}"
    )


def _joined(values: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(value for value in values if value))
