"""How rows are compared with hand-made truth: pairing, precision, recall, F1 and accuracy.

What is compared and how is set out in ``tests/gold/GUIDELINES.md``. Rows of the gold point at their evidence by a quote
or by
offsets; rows marked ``optional`` are neither rewarded nor punished.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Row = dict[str, Any]
Pairs = list[tuple[Row, Row]]


class Measure(NamedTuple):
    """One line of a score: F1 with precision and recall, or an accuracy (then precision and recall are None)."""

    name: str
    value: float
    precision: float | None
    recall: float | None
    right: int
    found: int
    gold: int

    def __str__(self) -> str:
        if self.precision is None:
            return f"{self.name:36} accuracy {self.value:.3f}   ({self.right} of {self.gold})"
        counts = f"({self.right} right, {self.found} found, {self.gold} gold)"
        return f"{self.name:36} P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.value:.3f}   {counts}"


class Score(NamedTuple):
    """All measures, and the differences behind them in words."""

    measures: list[Measure]
    differences: list[str]

    def report(self, show: bool = False) -> str:
        """Return the measures as lines of text, with the differences if asked for."""
        return "".join(f"{line}\n" for line in (*self.measures, *(self.differences if show else ())))


def f1(name: str, right: int, found: int, gold: int) -> Measure:
    """Return precision, recall and their harmonic mean.

    >>> print(f1("mentions", 8, 10, 16))
    mentions                             P 0.800  R 0.500  F1 0.615   (8 right, 10 found, 16 gold)
    """
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    value = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Measure(name, value, precision, recall, right, found, gold)


def share(name: str, hits: Iterable[bool]) -> Measure:
    """Return the share of pairs that agree in a column."""
    values = [bool(hit) for hit in hits]
    return Measure(
        name, sum(values) / len(values) if values else 0.0, None, None, sum(values), len(values), len(values)
    )


def fold(words: str | None) -> str:
    """Return words as they are compared: without case, stops, curly apostrophes and a leading article."""
    return " ".join((words or "").replace("’", "'").replace(".", "").casefold().split()).removeprefix("the ")


def listed(cell: str | None) -> list[str]:
    """Return the parts of a joined cell."""
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


class Names:
    """Tells whether two spellings name the same actor, by the aliases of parsed and gold actors."""

    def __init__(self, actors: Iterable[Row]):
        self._groups: dict[str, set[str]] = {}
        for row in actors:
            group = {fold(row.get("actor")), *map(fold, listed(row.get("aliases")))} - {""}
            for name in group:
                self._groups.setdefault(name, set()).update(group)

    def same(self, one: str | None, other: str | None) -> bool:
        a, b = fold(one), fold(other)
        return a == b or (bool(a and b) and (b in self._groups.get(a, ()) or a in self._groups.get(b, ())))

    def overlap(self, ones: Sequence[str], others: Sequence[str]) -> float:
        """Return the Jaccard index of two lists of names."""
        if not ones and not others:
            return 1.0
        hits = sum(any(self.same(a, b) for b in others) for a in ones)
        return hits / max(len(ones) + len(others) - hits, 1)


class Case(NamedTuple):
    """What every scorer needs: both sides, the texts and the names."""

    tables: Path
    gold: Path
    texts: Mapping[str, str]
    names: Names

    def truth(self, name: str) -> list[Row]:
        return place(read_rows(self.gold / f"{name}.csv"), self.texts)

    def parsed(self, name: str, documents: set[str]) -> list[Row]:
        rows = [row for row in read_rows(self.tables / f"{name}.csv") if row["document"] in documents]
        for row in rows:
            row["start"], row["end"] = int(row["start"]), int(row["end"])
        return rows

    def words(self, row: Row) -> str:
        return repr(self.texts[row.get("doc") or row["document"]][row["start"] : row["end"]][:80])


def read_rows(path: Path) -> list[Row]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def place(rows: list[Row], texts: Mapping[str, str]) -> list[Row]:
    """Give gold rows offsets, from their columns or by finding their quote; a quote that is not there is an error."""
    for row in rows:
        if row.get("start"):
            row["start"], row["end"] = int(row["start"]), int(row["end"])
        elif "quote" in row:
            start = texts.get(row["doc"], "").find(row["quote"])
            if start < 0:
                raise ValueError(f"The gold quotes words that are not in {row['doc']}: {row['quote'][:60]!r}")
            row["start"], row["end"] = start, start + len(row["quote"])
    return rows


def cover(a: Row, b: Row) -> float:
    """Return the shared part of two spans over their union."""
    inside = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return max(inside, 0) / max(max(a["end"], b["end"]) - min(a["start"], b["start"]), 1)


def pair(gold: list[Row], found: list[Row], likeness: Callable[[Row, Row], float]) -> Pairs:
    """Pair rows of the same document one to one, the likeliest first; likeness 0 is no pair."""
    by_document: dict[str, list[int]] = {}
    for j, row in enumerate(found):
        by_document.setdefault(row["document"], []).append(j)
    candidates = [
        (likeness(row, found[j]), i, j) for i, row in enumerate(gold) for j in by_document.get(row["doc"], ())
    ]
    pairs, left, right = [], set(), set()
    for value, i, j in sorted(candidates, key=lambda c: -c[0]):
        if value > 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def cover_at_least(bar: float, a: Row, b: Row) -> float:
    """Return how far two spans cover each other, 0 below the bar."""
    value = cover(a, b)
    return value if value >= bar else 0.0


def obligatory(gold: list[Row], found: list[Row], pairs: Pairs) -> tuple[list[Row], list[Row], Pairs]:
    """Leave out optional gold rows and the finds that met them."""
    met = {id(f) for g, f in pairs if g.get("optional")}
    return (
        [g for g in gold if not g.get("optional")],
        [f for f in found if id(f) not in met],
        [(g, f) for g, f in pairs if not g.get("optional")],
    )


def unpaired(label: str, gold: list[Row], found: list[Row], pairs: Pairs, words: Callable[[Row], str]) -> list[str]:
    left, right = {id(g) for g, _ in pairs}, {id(f) for _, f in pairs}
    missed = [f"   {label} missed  {g['doc'][:12]} {words(g)}" for g in gold if id(g) not in left]
    return missed + [f"   {label} extra   {f['document'][:12]} {words(f)}" for f in found if id(f) not in right]


def number(cell: Any) -> float | None:
    try:
        return float(cell)
    except (TypeError, ValueError):
        return None


def close(a: Any, b: Any) -> bool:
    x, y = number(a), number(b)
    if x is None or y is None:
        return x is y
    return abs(x - y) <= 0.005 * max(abs(x), abs(y), 1e-9)


def choices(cell: str | None) -> list[str]:
    """Return the alternatives of a gold cell, 'a or b', where '-' is empty."""
    return ["" if part == "-" else part for part in (cell or "").split(" or ")]


def one_of(cell: str, value: str | None) -> bool:
    """Is a value one of the alternatives of a gold cell? Marks of uncertainty do not count."""
    return (value or "").rstrip("~?%") in {part.rstrip("~?%") for part in choices(cell)}
