"""What a row says, in words, for a reader who sees its sentence."""

from __future__ import annotations

from typing import Any

# What a reader wants to know of a row beside its words, as (column or columns, words before).
_SAYS: dict[str, tuple[tuple[str, str], ...]] = {
    "passages": (("kind", ""), ("section", "under ")),
    "sentences": (("kind", ""),),
    "mentions": (("actor", ""), ("type", ""), ("role", "as ")),
    "references": (("actor", "stands for "), ("office", ""), ("country", "of "), ("basis", "")),
    "dates": (("edtf", ""), ("basis", "")),
    "quantities": (("bound", ""), ("value unit", ""), ("change", "")),
    "quotations": (("kind", ""), ("source", "by "), ("cue", "cue: ")),
    "statistics": (
        *(
            ("measure", ""),
            ("reporter", "of "),
            ("partner", "with "),
            ("flow", ""),
            ("commodity", ""),
            ("value unit", ""),
        ),
        *(("change_pct", "change in %: "), ("period", "for "), ("baseline", "from "), ("attribution", "according to ")),
    ),
    "agreements": (
        *(("verdict", ""), ("difference_pct", "difference in %: "), ("higher", "told higher by "), ("period", "for ")),
    ),
    "meetings": (
        *(("type", ""), ("status", ""), ("participants", "of "), ("place", "in "), ("edtf", "")),
        ("date_basis", "date: "),
    ),
    "topics": (("topic", ""), ("score", "score "), ("method", "")),
    "actors": (("actor", ""), ("type", ""), ("position", "")),
}


def note_of(table: str, row: dict[str, Any], report: dict[str, Any]) -> str:
    """Say what a row says, in words: ``talks, held, 2024-04-09, date: stated; rule: talks_between``.

    Args:
        table: its table.
        row: its values by column.
        report: of an event, the row of the mention that is told of; else the row itself.
    """
    said = _said(table, row) if table != "events" else [str(row["event"]), *_said("meetings", report)]
    rule = report.get("rule", "")
    return "; ".join(part for part in (", ".join(said), f"rule: {rule}" if rule else "") if part)


def _said(table: str, row: dict[str, Any]) -> list[str]:
    said = []
    for columns, before in _SAYS.get(table, ()):
        values = [row.get(column, "") for column in columns.split()]
        if values[0] not in ("", []) and values[0] == values[0]:  # NaN is not equal to itself
            words = [_written(value) for value in values]
            said.append(before + " ".join(filter(None, words)))
    return said


def _written(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:,.12g}"
    return " and ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
