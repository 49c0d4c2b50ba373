"""What a control of a view may be set to, said in the annotation of the view's parameter.

A view is a plain function; the explorer makes a control for each parameter. `typing.Literal` and `bool`
say all there is to say; the two tuples here say the rest:

    def chronology(
        briefing,
        least: Annotated[int, Range(1, 20)] = 1,
        state: Annotated[str, From("actors", "actor", type="state")] = "",
    ) -> View: ...
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Range(NamedTuple):
    """Numbers from ``low`` to ``high``, both allowed: a slider."""

    low: float
    high: float
    step: float = 1


class From(NamedTuple):
    """Values that stand in a column of one of the briefing's tables: a list to choose from.

    ``type`` keeps only rows of that type, where the table has such a column.
    """

    table: str
    column: str
    type: str = ""


def options(choice: From, briefing: Any) -> list[str]:
    """Return the values a choice offers, in alphabetical order, each once, the empty one left out.

    Args:
        choice: table and column to read; the column may hold text or lists of text.
        briefing: anything whose attributes are the tables.

    Returns:
        The values as text.

    Raises:
        ValueError: the table has no such column.

    >>> from types import SimpleNamespace
    >>> from briefing_lib.tables import frame
    >>> rows = [("Kenya", "state", "KEN", "", []), ("Nairobi", "place", "KEN", "", []), ("Chad", "state", "", "", [])]
    >>> options(From("actors", "actor", type="state"), SimpleNamespace(actors=frame("actors", rows)))
    ['Chad', 'Kenya']
    """
    table = getattr(briefing, choice.table)
    for column in (choice.column, "type") if choice.type else (choice.column,):
        if column not in table.columns:
            raise ValueError(f"table {choice.table} has no column {column!r}; it has: {', '.join(table.columns)}")
    if choice.type:
        table = table[table["type"] == choice.type]
    values = table[choice.column].explode().dropna().astype(str).unique()
    return sorted(value for value in values if value)
