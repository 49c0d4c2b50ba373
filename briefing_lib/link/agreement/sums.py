"""Compares figures that depend on each other: turnover with the flows both ways, a balance with their difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing_lib.link.agreement.mirrors import direction, teller
from briefing_lib.link.agreement.rounding import Interval
from briefing_lib.link.agreement.verdicts import Figure, agreement, difference, mirrored, verdict
from briefing_lib.tables import Agreement

SUM = "turnover is exports plus imports"
MIXED = "mirror: turnover is what each side tells of one way"
ONE_SIDED = "mirror: turnover is exports plus imports of one side"
BALANCE = "balance is exports less imports"


def sums(figures: Sequence[Figure]) -> Iterable[Agreement]:
    """Compare turnover with exports plus imports, and a balance with exports less imports.

    A turnover is compared with the two flows in its own document, else with those of the first document that tells
    both, else with one from each of two documents; those that one side tells come before those that two sides do.
    """
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        row = figure.row
        if row.measure == "trade" and not row.commodity and figure.indicator.kind:
            pair = sorted((row.reporter, row.partner))
            groups.setdefault((*pair, row.period, row.unit), []).append(figure)
    for group in groups.values():
        if any(direction(figure) for figure in group):
            yield from _turnovers(group)
            yield from _balances(group)


def _turnovers(group: Sequence[Figure]) -> Iterator[Agreement]:
    ways: dict[str, list[Figure]] = {}
    for figure in group:
        if direction(figure):
            ways.setdefault(figure.row.document, []).append(figure)
    near = {document: _both_ways(figures) for document, figures in ways.items()}
    elsewhere = next((parts for parts in near.values() if parts), None)
    elsewhere = elsewhere or _both_ways([figure for figures in ways.values() for figure in figures])
    told: set[float] = set()
    for whole in (figure for figure in group if figure.indicator.kind == "turnover"):
        # Of no period, only what stands beside it.
        parts = near.get(whole.row.document) or (elsewhere if whole.row.period else [])
        if not parts:
            continue
        own = all(part.row.document == whole.row.document for part in parts)
        if whole.row.value in told and not own:
            continue  # it was compared where it was told first
        told.add(whole.row.value)
        one, other = sorted(parts, key=lambda part: part.indicator.kind)
        total = one.row.value + other.row.value
        around = Interval(one.interval.low + other.interval.low, one.interval.high + other.interval.high)
        mixed = one.row.reporter != other.row.reporter
        # A turnover told elsewhere may be the count of the other side.
        mirror = mixed or not own and teller(whole.row) != one.row.reporter
        says = (mirrored if mirror else verdict)(whole.row.value, total, whole.interval, around)
        rule = MIXED if mixed else ONE_SIDED if mirror else SUM
        yield agreement(whole.row, [one.row, other.row], says, difference(whole.row.value, total), rule)


def _both_ways(figures: Sequence[Figure]) -> list[Figure]:
    """Return the first flows there and back: those that one side tells, else one from each."""
    for one_side in (True, False):
        ways: dict[str, dict[tuple[str, str], Figure]] = {}
        for figure in figures:
            way = direction(figure)
            if way:
                side = ways.setdefault(figure.row.reporter if one_side else "", {})
                side.setdefault(way, figure)
                if len(side) == 2:
                    return list(side.values())
    return []


def _balances(group: Sequence[Figure]) -> Iterator[Agreement]:
    """Compare the balance that a document tells of an economy with the first exports and imports it tells of it."""
    sides: dict[tuple[str, str], dict[str, Figure]] = {}
    for figure in group:
        sides.setdefault((figure.row.document, figure.row.reporter), {}).setdefault(figure.indicator.kind, figure)
    for side in sides.values():
        if not {"balance", "export", "import"} <= side.keys():
            continue
        whole, out, into = side["balance"], side["export"], side["import"]
        total = abs(out.row.value - into.row.value)
        width = (out.interval.high - out.interval.low + into.interval.high - into.interval.low) / 2
        says = verdict(whole.row.value, total, whole.interval, Interval(total - width, total + width))
        yield agreement(whole.row, [out.row, into.row], says, difference(whole.row.value, total), BALANCE)
