"""Works out weekdays and weekends: by the tense of their clause, by "last" or "next", from words before them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from briefing_lib.find.date.context import PUBLICATION, Context, Value
from briefing_lib.find.date.grammar import Meaning

ValueOf = Callable[[Context, Meaning], Value | None]


def readers(value_of: ValueOf) -> dict[str, Callable[..., Value | None]]:
    """Return the kinds of meaning this module resolves; ``value_of`` resolves the meanings inside them."""
    return {
        "weekday": _weekday,
        "of week": partial(_of_week, value_of),
        "week from": _week_from,
        "weekend": _weekend,
    }


_PAST, _COMING = ("last", "past", "this past"), ("coming", "this coming", "upcoming")


def _weekday(context: Context, number: int, which: str) -> Value | None:
    """Resolve a weekday by its tense: "met on Tuesday" the last, "will meet on Tuesday" the next one."""
    which = which or context.which_before()
    if which in ("following", "previous", "preceding", "same", "that"):
        return _weekday_near(context, number, which)
    today = context.day
    if not today:
        return None
    week = timedelta(days=7)
    last = today - timedelta(days=(today.weekday() - number) % 7)
    coming = today + timedelta(days=(number - today.weekday()) % 7)
    ahead = which in _COMING or which == "next"
    if not ahead and which not in _PAST and not context.is_of_deed():
        ahead = context.looks_ahead() or context.is_limit()
    if which in _PAST:
        found = last if last < today else last - week
    elif which in _COMING:
        found = coming if coming > today else coming + week
    elif which == "next":
        found = today - timedelta(days=today.weekday()) + week + timedelta(days=number)
    elif which and context.tense() != "past":
        found, ahead = coming, True
    elif ahead and not which and context.was_to_have_been() and today - last < coming - today:
        found, ahead = last, False
    elif ahead:
        found = coming + week if coming == today and context.led() in ("until", "till") else coming
    else:
        found = last
    day = found.isoformat()
    return Value(day, day, f"weekday {'after' if ahead else 'before'} publication")


def _weekday_near(context: Context, number: int, which: str) -> Value | None:
    """Resolve "the following Monday" and "that Monday" from the last day named."""
    anchor = context.anchor("day")
    days = context.days(anchor[0]) if anchor else None
    if not anchor or not days:
        return None
    if which in ("same", "that"):
        found = days[0] + timedelta(days=number - days[0].weekday())
    elif which == "following":
        found = days[1] + timedelta(days=(number - days[1].weekday() - 1) % 7 + 1)
    else:
        found = days[0] - timedelta(days=(days[0].weekday() - number - 1) % 7 + 1)
    return Value(found.isoformat(), found.isoformat(), f"counted from {anchor[1]}")


def _of_week(value_of: ValueOf, context: Context, number: int, period: Meaning) -> Value | None:
    week = value_of(context, period)
    days = context.days(week)
    if not week or not days:
        return None
    day = (days[0] + timedelta(days=number)).isoformat()
    return Value(day, day, week.basis)


def _week_from(context: Context, count: int, number: int) -> Value | None:
    """Resolve "a week from Tuesday" and "a week ago Sunday"."""
    day = _weekday(context, number, "this coming" if count > 0 else "this past")
    days = context.days(day)
    if not days:
        return None
    there = (days[0] + timedelta(days=7 * count)).isoformat()
    return Value(there, there, PUBLICATION)


def _weekend(context: Context, which: str) -> Value | None:
    if not context.day:
        return None
    saturday = context.day + timedelta(days=5 - context.day.weekday())
    begun, week = saturday <= context.day, timedelta(days=7)
    if which in _PAST:
        saturday -= week
    elif which == "next" or which in _COMING and begun:
        saturday += week
    elif not begun and context.tense() in ("past", "") and not context.looks_ahead():
        saturday -= week
    return Value(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat(), PUBLICATION)
