"""Tells 3 October from 10 March in "03/10/2015": by the document's other dates, or by its date of publication."""

from __future__ import annotations

import re

from briefing_lib.find import calendar
from briefing_lib.find.date.context import Context, Value
from briefing_lib.find.date.written import STATED

# 29/09/2015, 10-13-2015
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2\d{2,4}")


def resolve_order(context: Context, first: int, second: int, year: int) -> Value | None:
    """Return the day of a date in figures whose order is not clear by itself; None if nothing settles it.

    Dates of the document that are clear settle it if they agree; else publication on one of the two days does.
    """
    days = calendar.point(year, second, first), calendar.point(year, first, second)
    orders = {order for number in range(len(context.readings)) if (order := _order(context, number))}
    if len(orders) == 1:
        day = days[0] if orders == {"day first"} else days[1]
        return Value(day, day, STATED) if day else None
    published = context.day.isoformat() if context.day else ""
    return Value(published, published, STATED) if not orders and published in days else None


def _order(context: Context, number: int) -> str:
    reading = context.readings[number]
    if reading.meaning[0] != "stated":
        return ""
    figures = _FIGURES.match(context.text, reading.start, reading.end)
    if not figures or int(figures[1]) == int(figures[3]):
        return ""
    return "day first" if int(figures[1]) > 12 else "month first" if int(figures[3]) > 12 else ""
