"""The y axis of claimed values: linear, or of powers of ten where values of very different size are to be told apart.

An axis of powers of ten is drawn as a linear one of logarithms with its own ticks, so that every drawing of the figure,
also one that knows no such axis, shows the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from briefing_lib.view.drawing import labels

WIDE = 30.0
"""How many times the smallest value the largest may be before the smallest lies flat on a linear axis."""


class ValueAxis(NamedTuple):
    """An axis from ``low`` to ``high``, both where they are drawn; ``power`` is 0 on an axis of powers of ten."""

    low: float
    high: float
    power: float
    word: str

    def at(self, value: float) -> float:
        """Return where a value is drawn.

        >>> axis_of([2e9, 4e9], "linear").at(4e9), axis_of([1e6, 1e9], "log").at(1e9)
        (4.0, 9.0)
        """
        return value / self.power if self.power else math.log10(value)

    def share(self, value: float) -> float:
        """Return how far up the axis a value is, from 0 to 1."""
        return (self.at(value) - self.low) / (self.high - self.low)


def axis_of(values: Sequence[float], scale: str) -> ValueAxis:
    """Return the axis that holds some values.

    Args:
        values: what is drawn.
        scale: linear, log, or auto: log where the largest is more than 30 times the smallest. Values of which one is
            zero or below have no logarithms and always get a linear axis.

    >>> [bool(axis_of(values, "auto").power) for values in ([1.0, 29.0], [1.0, 31.0], [0.0, 31.0])]
    [True, False, True]
    """
    least, most = min(values), max(values)
    if least > 0 and (scale == "log" or scale == "auto" and most > WIDE * least):
        low, high = math.log10(least), math.log10(most)
        pad = max(high - low, 0.6)
        return ValueAxis(low - 0.1 * pad, high + 0.16 * pad, 0.0, "")
    power, word = labels.scale(max(abs(least), abs(most)))
    return ValueAxis(min(0.0, least / power) * 1.1, max(0.0, most / power) * 1.2 or 1.0, power, word)


def layout(axis: ValueAxis, unit: str, ticks: int) -> dict[str, Any]:
    """Return title, range and ticks of an axis, as plotly takes them.

    Args:
        axis: the axis.
        unit: unit of its values.
        ticks: most ticks there is room for.
    """
    unit = {"percent": "%"}.get(unit, unit)
    if axis.power:
        title = f"{axis.word} {unit}".strip() or "number"
        more: dict[str, Any] = {"zeroline": True, "nticks": ticks}
    else:
        title = f"{unit} (log scale)".strip()
        values = round_values(axis.low, axis.high, ticks)
        more = {
            "zeroline": False,
            "tickvals": [math.log10(value) for value in values],
            "ticktext": [labels.amount(value) for value in values],
        }
    text = {"text": labels.plain(title), "font": {"size": 12}}
    return {"title": text, "range": [axis.low, axis.high], "showgrid": True, **more}


def round_values(low: float, high: float, most: int) -> list[float]:
    """Return round values between two powers of ten: 1, 2, 5, 10 ... while there is room, else powers of ten.

    >>> round_values(7.9, 9.1, 6)
    [100000000.0, 200000000.0, 500000000.0, 1000000000.0]
    >>> round_values(5.5, 12.1, 4)
    [1000000.0, 100000000.0, 10000000000.0, 1000000000000.0]
    """
    powers = range(math.floor(low), math.ceil(high) + 1)
    for firsts in ((1, 2, 5), (1, 3), (1,)):
        found = [first * 10.0**power for power in powers for first in firsts]
        found = [value for value in found if low <= math.log10(value) <= high]
        if len(found) <= most:
            return found
    return found[:: math.ceil(len(found) / most)]
