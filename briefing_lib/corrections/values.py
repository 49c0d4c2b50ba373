"""Which cells of which tables a researcher can set, and to what."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Any

from briefing_lib.find.edtf import span
from briefing_lib.find.speech.strengths import STRENGTHS
from briefing_lib.storage import plain
from briefing_lib.tables import LIST_SEPARATOR, TABLES, Column, columns

# What says where a row stands and how it was made, and what follows from other cells.
_FIXED = frozenset({"document", "sentence", "start", "end", "text", "rule"})
_FOLLOWS = {
    "earliest": "edtf",
    "latest": "edtf",
    "timex": "edtf",
    "baseline_low": "baseline",
    "baseline_high": "baseline",
}
_DATES = frozenset({"edtf", "period", "baseline_period"})
_NEEDED = frozenset({("mentions", "actor")})
_KINDS = ("person", "state", "organisation", "place")
_CLASSES = ("named official", "unnamed official", "named other", "unnamed other", "document", "author", "")
CLOSED: dict[tuple[str, str], tuple[str, ...]] = {
    ("mentions", "type"): _KINDS,
    ("mentions", "role"): ("actor", "place"),
    ("references", "type"): _KINDS,
    ("dates", "timex_type"): ("DATE", "TIME", "DURATION", "SET"),
    ("quantities", "bound"): ("=", "~", ">", "<"),
    ("quantities", "change"): ("up", "down", ""),
    ("quotations", "kind"): ("direct", "indirect", "mixed"),
    ("quotations", "source_class"): _CLASSES,
    ("quotations", "strength"): (*STRENGTHS, ""),
    ("statistics", "flow"): ("turnover", "export", "import", ""),
    ("statistics", "direction"): ("up", "down", "flat", ""),
    ("meetings", "type"): ("visit", "talks", "summit", "call", "press", "speech", "ministerial", "signing", "other"),
    ("meetings", "status"): ("proposed", "expected", "planned", "held", "postponed", "cancelled", "denied"),
}
"""Columns that hold one of a few words; an empty one where a cell may be empty."""

_INSTEAD = {
    "events": "events are made from meetings: correct those, or say which are the same or apart",
    "actors": "actors are gathered from mentions: correct those, or list names in actors.csv",
    "agreements": "agreements are made from statistics: correct those",
    "documents": "write what a document does not state of itself into sources.csv",
    "topics": "list terms and their weights in topics.csv",
}
# 2024, 2024-05, 2024-22 (summer), 2024-05-18~, 199X
_POINT = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?|\d{3}X|\d\dXX)[~?%]?")


class WrongDecision(ValueError):
    """What cannot be decided so: the message says what is wrong, ``remedy`` what to do."""

    def __init__(self, what: str, remedy: str):
        super().__init__(f"{what}: {remedy}")
        self.what, self.remedy = what, remedy


@cache
def correctable() -> dict[str, dict[str, Column]]:
    """Return the columns that can be set, by table: those whose rows have words and a rule.

    >>> list(correctable()), list(correctable()["quantities"])
    (['mentions', 'references', 'dates', 'quantities', 'quotations', 'statistics', 'meetings'], \
['value', 'unit', 'bound', 'change'])
    """
    found = {}
    for table in TABLES:
        layout = {column.name: column for column in columns(table)}
        if {"start", "text", "rule"} <= layout.keys():
            found[table] = {name: c for name, c in layout.items() if name not in _FIXED and name not in _FOLLOWS}
    return found


def column_of(table: str, name: str) -> Column:
    """Return a column that can be set.

    Raises:
        WrongDecision: the table or the column cannot be corrected; the message says what can.
    """
    check_table(table)
    if name not in correctable()[table]:
        if name in _FOLLOWS and _FOLLOWS[name] in correctable()[table]:
            raise WrongDecision(f"{table}.{name} cannot be set", f"set {_FOLLOWS[name]!r}, which it follows")
        raise WrongDecision(f"{table}.{name} cannot be set", f"choose one of {', '.join(correctable()[table])}")
    return correctable()[table][name]


def check_table(table: str) -> None:
    """Raise `WrongDecision` unless the rows of a table can be corrected."""
    if table not in correctable():
        what = f"table {table!r} cannot be corrected" if table in TABLES else f"there is no table {table!r}"
        raise WrongDecision(what, _INSTEAD.get(table, f"choose one of {', '.join(correctable())}"))


def read_value(table: str, name: str, value: Any) -> str | float | list[str]:
    """Return a value as the column holds it.

    Args:
        table: name of the table.
        name: name of the column.
        value: text as it stands in a file or a form, or a number or list already.

    Raises:
        WrongDecision: the column cannot hold it.

    >>> read_value("meetings", "participants", "Peru | Kenya"), read_value("quantities", "value", "240,100.5")
    (['Kenya', 'Peru'], 240100.5)
    >>> read_value("meetings", "edtf", "May 2024")
    Traceback (most recent call last):
        ...
    briefing_lib.corrections.values.WrongDecision: edtf: 'May 2024' is no date: write it as EDTF, for example \
2024-05-18, 2024-05, 2024, 2024-05-18/2024-05-20 or 2024-05~
    """
    column = column_of(table, name)
    if column.type is list:
        names = value.split(LIST_SEPARATOR.strip()) if isinstance(value, str) else value
        return sorted({str(item).strip() for item in names} - {""})
    if column.type is float:
        return _number(name, value)
    text = " ".join(str(value).split())
    if (table, name) in CLOSED and text not in CLOSED[table, name]:
        allowed = ", ".join(word or "(empty)" for word in CLOSED[table, name])
        raise WrongDecision(f"{name}: {text!r} is not a value of it", f"choose one of {allowed}")
    if name in _DATES and text and not is_edtf(text):
        example = "2024-05-18, 2024-05, 2024, 2024-05-18/2024-05-20 or 2024-05~"
        raise WrongDecision(f"{name}: {text!r} is no date", f"write it as EDTF, for example {example}")
    if not text and (table, name) in _NEEDED:
        raise WrongDecision(f"{name} cannot be empty", "drop the row instead")
    return text


def write_value(value: Any) -> str:
    """Return a value as the file holds it.

    >>> write_value(["Kenya", "Peru"]), write_value(240.1e9), write_value("held")
    ('Kenya | Peru', '240100000000', 'held')
    """
    if isinstance(value, (list, tuple)):
        return LIST_SEPARATOR.join(map(str, value))
    return plain(float(value)) if isinstance(value, float) else str(value)


def is_edtf(text: str) -> bool:
    """Tell whether a text is a date as the tables write it.

    >>> is_edtf("2024-04-08/2024-04-09"), is_edtf("2014/.."), is_edtf("2024-02-30"), is_edtf("2024-5")
    (True, True, False, False)
    """
    ends = text.split("/")
    known = [end for end in ends if end != ".."]
    if len(ends) > 2 or not known or (len(ends) == 1 and len(known) != 1):
        return False
    days = [span(end) if _POINT.fullmatch(end) else None for end in known]
    return all(days) and (len(known) < 2 or days[0][0] <= days[1][1])  # type: ignore[index]


def _number(name: str, value: Any) -> float:
    try:
        number = float(value.replace(",", "").strip() or "nan") if isinstance(value, str) else float(value)
    except (TypeError, ValueError):
        number = math.inf
    if math.isinf(number):
        raise WrongDecision(f"{name}: {value!r} is no number", "write a plain one, 240100000000 or 240.1e9")
    return number
