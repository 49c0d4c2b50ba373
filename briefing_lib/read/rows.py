"""The CSV files that a researcher keeps beside the documents, whatever the spreadsheet has put between the cells."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from briefing_lib.read.formats import UnreadableFile, decode
from briefing_lib.tables import Problem

_SEPARATORS = (",", ";", "\t")  # a European Excel writes semicolons


def read_rows(path: Path, needed: str, remedy: str) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """Read the rows of a CSV file.

    Args:
        path: the file; a missing one has no rows, and that is no problem.
        needed: column that must be there.
        remedy: what to do where it is not.

    Returns:
        Rows with their line numbers, names and cells without blanks around them; and a problem where the file cannot be
        read.
    """
    if not path.is_file():
        return [], []
    try:
        text = decode(path.read_bytes())
        header = text.partition("\n")[0]
        separator = max(_SEPARATORS, key=header.count)
        reader = csv.DictReader(io.StringIO(text), delimiter=separator)
        rows = [(reader.line_num, row) for row in reader]
    except (OSError, csv.Error, UnreadableFile) as error:
        remedy = "save it as CSV in UTF-8 with a header row"
        return [], [Problem("", path.name, f"cannot be read ({error})", remedy)]
    if reader.fieldnames is not None and needed not in [(name or "").strip() for name in reader.fieldnames]:
        return [], [Problem("", path.name, f"the column {needed!r} is missing", remedy)]
    return [(line, _clean(row)) for line, row in rows], []


def _clean(row: dict) -> dict[str, str]:
    return {key.strip(): (value or "").strip() for key, value in row.items() if key and not isinstance(value, list)}
