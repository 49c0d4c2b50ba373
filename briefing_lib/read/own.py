"""What a researcher keeps beside the documents to extend or override the bundled lexicons."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefing_lib.read.rows import read_rows
from briefing_lib.tables import Problem

ACTORS, TOPICS = "actors.csv", "topics.csv"
Rows = tuple[dict[str, str], ...]

_WEIGHT = "2"  # of a term that names none: at home in its topic
_TYPES = ("person", "state", "organisation", "place")


class Own(NamedTuple):
    """Rows of the researcher's own lexicons: alias, actor, type, country of actors; term, topic, weight of topics."""

    actors: Rows = ()
    topics: Rows = ()


def read_own(folder: Path) -> tuple[Own, list[Problem]]:
    """Read ``actors.csv`` and ``topics.csv`` of a corpus folder; a missing file is no problem.

    Returns:
        The rows that can be used, in the order of the files, and a problem for each that cannot: a bad row does not
        take the others with it.
    """
    actors, problems = _read(folder / ACTORS, ("alias",), "alias, actor, type, country")
    topics, more = _read(folder / TOPICS, ("term", "topic"), "term, topic, weight")
    problems += more
    kept_actors = []
    for line, row in actors:
        row["actor"] = row.get("actor", "") or row["alias"]
        row["type"] = row.get("type", "") or "organisation"
        if row["type"] in _TYPES:
            kept_actors.append(row)
        else:
            what = f"line {line}: there is no type {row['type']!r}"
            problems.append(Problem("", ACTORS, what, f"choose one of {', '.join(_TYPES)}"))
    kept_topics = []
    for line, row in topics:
        row["weight"] = row.get("weight", "") or _WEIGHT
        if _is_weight(row["weight"]):
            kept_topics.append(row)
        else:
            what = f"line {line}: the weight {row['weight']!r} is no number from 0 to 100"
            problems.append(Problem("", TOPICS, what, "write 3, 2 or 1, or 0 to leave the term out"))
    return Own(tuple(kept_actors), tuple(kept_topics)), problems


def _is_weight(words: str) -> bool:
    try:
        return 0 <= float(words) <= 100
    except ValueError:
        return False


def _read(path: Path, needed: tuple[str, ...], columns: str) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """Return the rows of a file that have what is needed, with their line numbers."""
    remedy = f"give it the columns {columns}"
    rows, problems = read_rows(path, needed[0], remedy)
    missing = [column for column in needed if rows and column not in rows[0][1]]
    if missing:
        return [], [Problem("", path.name, f"the column {missing[0]!r} is missing", remedy)]
    found = []
    for line, row in rows:
        empty = [column for column in needed if not row.get(column)]
        if not empty:
            found.append((line, row))
        elif any(row.values()):
            what = f"line {line}: {empty[0]!r} is empty"
            problems.append(Problem("", path.name, what, "fill it, or remove the line"))
    return found, problems
