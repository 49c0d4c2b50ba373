"""The file of decisions, ``corrections.csv``: made to be read, edited and kept under version control.

Each line names a row by its document and its words, with the offset at which they stood: a new release of the rules, or
a text that has grown, moves rows, not words. A decision on several mentions takes several lines of one number.

| column | meaning |
|---|---|
| number | which decision the line belongs to; may be left empty in a line written by hand |
| decision | set (a cell), drop (the row), same or apart (mentions of meetings) |
| table, document, start, end, text | the row: its words, and where they stood |
| column, value | what the cell is set to; of ``apart``, the side a mention stands on |
| was | what the rules had read |
| note | the researcher's own words |
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing_lib.corrections.values import WrongDecision, check_table, read_value
from briefing_lib.read.rows import read_rows
from briefing_lib.tables import Problem

FILE = "corrections.csv"
KINDS = ("set", "drop", "same", "apart")
_REMEDY = "give it the columns number, decision, table, document, start, end, text, column, value, was, note"


class Decision(NamedTuple):
    """Line of the file."""

    number: int
    decision: str
    table: str
    document: str
    start: int
    end: int
    text: str
    column: str = ""
    value: str = ""
    was: str = ""
    note: str = ""
    line: int = 0
    """Line of the file it stands in, 0 if it has not been written yet."""


COLUMNS = Decision._fields[:-1]


def read_decisions(folder: Path) -> tuple[list[Decision], list[Problem]]:
    """Read the decisions kept in a corpus folder; a missing file is no problem.

    Returns:
        The lines that can be used, in the order of the file, and a problem for each that cannot: a bad line does not
        take the others with it, and stays in the file.
    """
    rows, problems = _lines(folder)
    found = []
    for line, row in rows:
        try:
            found.append(_decision(row, line))
        except WrongDecision as error:
            problems.append(Problem(row.get("document", ""), FILE, f"line {line}: {error.what}", error.remedy))
    return found, problems


def _lines(folder: Path) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """Return the lines of the file that are not empty; those without a number get the next ones."""
    rows, problems = read_rows(folder / FILE, "document", _REMEDY)
    last = max((int(row["number"]) for _, row in rows if row.get("number", "").isdecimal()), default=0)
    found = []
    for line, row in rows:
        if not any(row.values()):
            continue
        if not row.get("number", "").isdecimal():
            last += 1
            row["number"] = str(last)
        found.append((line, row))
    return found, problems


def _decision(row: dict[str, str], line: int) -> Decision:
    kind = row.get("decision", "") or ("set" if row.get("column") else "")
    if kind not in KINDS:
        raise WrongDecision(f"there is no decision {kind!r}", f"write one of {', '.join(KINDS)}")
    table = row.get("table", "") or ("meetings" if kind in ("same", "apart") else "")
    check_table(table)
    if kind in ("same", "apart") and table != "meetings":
        raise WrongDecision(f"{kind!r} is said of meetings, not of {table}", "write 'meetings' as its table")
    if kind == "set":
        read_value(table, row.get("column", ""), row.get("value", ""))
    if not row.get("text"):
        raise WrongDecision("'text' is empty", "copy the words of the row into it, as they stand in the document")
    places = []
    for name in ("start", "end"):
        if row.get(name) and not row[name].isdecimal():
            what = f"{name} is {row[name]!r}, no whole number"
            raise WrongDecision(what, "leave it empty to have the words looked up")
        places.append(int(row.get(name) or -1))
    text, column, value, was, note = (row.get(name, "") for name in COLUMNS[6:])
    document = row.get("document", "")
    start, end = places
    return Decision(int(row["number"]), kind, table, document, start, end, text, column, value, was, note, line)


def append(folder: Path, new: Sequence[Decision]) -> int:
    """Write a decision behind those in the file, all its lines under the next number, and return that number.

    Raises:
        ValueError: the file as it stands cannot be read; it is left as it is.
        OSError: the file cannot be written.
    """
    rows = _kept(folder)
    number = max((int(row["number"]) for row in rows), default=0) + 1
    _write(folder, [*rows, *(_row(decision._replace(number=number)) for decision in new)])
    return number


def remove(folder: Path, lines: Iterable[int]) -> None:
    """Take lines out of the file, as `Decision.line` counts them."""
    gone = set(lines)
    _kept(folder)
    _write(folder, [row for line, row in _lines(folder)[0] if line not in gone])


def _kept(folder: Path) -> list[dict[str, str]]:
    """Return every line of the file, also those that cannot be used: what a hand has written is not lost."""
    rows, problems = _lines(folder)
    if problems:
        raise ValueError(f"{folder / FILE}: {problems[0].what}. First {problems[0].remedy}; it was left as it is.")
    return [row for _, row in rows]


def _row(decision: Decision) -> dict[str, str]:
    return {name: "" if value == -1 else str(value) for name, value in zip(COLUMNS, decision, strict=False)}


def _write(folder: Path, rows: Sequence[dict[str, str]]) -> None:
    """Write the file whole or not at all: a crash between two lines leaves the old one."""
    more = dict.fromkeys(name for row in rows for name in row if name not in COLUMNS)
    text = io.StringIO()
    writer = csv.DictWriter(text, [*COLUMNS, *more], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path, half = folder / FILE, folder / f".{FILE}.{os.getpid()}"
    try:
        # With the byte-order mark by which Excel knows UTF-8: names keep their accents when a hand edits them there.
        half.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
        os.replace(half, path)
    except OSError as error:
        half.unlink(missing_ok=True)
        reason = f"{path} cannot be written ({error.strerror or error}). Decisions are kept beside the documents:"
        raise type(error)(f"{reason} copy these into a folder of your own and read that.") from error
