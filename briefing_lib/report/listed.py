"""The table behind a figure as the page lists it: to be sorted there, and taken along as CSV without a network."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pandas as pd

from briefing_lib.page.panel import to_excel
from briefing_lib.tables import LIST_SEPARATOR
from briefing_lib.view import View

ROWS = 3_000
"""Most rows of a table that a page holds."""
CELLS, LARGEST = 12_000, 250_000
"""Most cells of a spreadsheet, and most bytes of a further file of a table."""


def listed(view: View, name: str) -> dict[str, Any]:
    """Return the table of a view as values that JSON has, with its further files.

    Args:
        view: what is shown.
        name: name of its files, without ending.

    Returns:
        ``columns``, ``rows``, ``total`` number of rows, ``files`` as pairs of name and base64, and the names of files
        that are too large to be put into a page as ``large``.
    """
    table = view.table
    sheet = {"xlsx": lambda: to_excel(table)} if 0 < table.size <= CELLS else {}
    written = {f"{name}.{ending}": write() for ending, write in {**sheet, **view.files}.items()}
    return {
        "name": name,
        "columns": [str(column) for column in table.columns],
        "rows": [[_plain(value) for value in row] for row in table.head(ROWS).itertuples(index=False)],
        "total": len(table),
        "files": [[file, b64encode(held).decode()] for file, held in written.items() if len(held) <= LARGEST],
        "large": [f"{name}.xlsx"] * (table.size > CELLS)
        + [file for file, held in written.items() if len(held) > LARGEST],
    }


def _plain(value: Any) -> Any:
    """Return a cell as text or a number.

    >>> _plain(["Chad", "Peru"]), _plain(float("nan")), _plain(2.0)
    ('Chad | Peru', '', 2)
    """
    if isinstance(value, (list, tuple)):
        return LIST_SEPARATOR.join(map(str, value))
    if pd.isna(value):
        return ""
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    return value if isinstance(value, int) else str(value)
