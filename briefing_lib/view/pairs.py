"""Counts which actors share a sentence, a paragraph or a document, how strongly that ties them, and where it stands."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.view import labels

Unit = Literal["sentence", "paragraph", "document"]


class Named(NamedTuple):
    """An actor, the rows that name it (or stand for it), and where they stand: numbers of units and sentences."""

    actor: str
    type: str
    rows: list[tuple[str, int]]
    units: np.ndarray
    sentences: np.ndarray


class Tie(NamedTuple):
    """Two actors by number, the units they share, how strongly that ties them, and a sentence for each unit."""

    first: int
    second: int
    shared: int
    npmi: float
    association: float
    rows: list[int]

    def strength(self, measure: str) -> float:
        """Return the number a tie is drawn by."""
        return {"count": float(self.shared), "NPMI": self.npmi}.get(measure, self.association)


def actors_of(
    briefing: Any, unit: Unit, kind: str, focus: str, limit: int, places: bool, titles: bool = False
) -> tuple[list[Named], int]:
    """Return the actors to count, those named most first, and the number of units there are.

    Args:
        briefing: anything whose attributes are the tables.
        unit: what two actors must share.
        kind: only actors of this type, or ``all``; the one in focus is kept.
        focus: keep it, and those it shares most units with; empty for those named most.
        limit: most actors.
        places: also names that only say where.
        titles: also titles that stand for somebody, "the Chinese president": rows of ``references``.
    """
    sentences = briefing.sentences
    mentions = _naming(briefing, titles)
    if not places:
        mentions = mentions[mentions["role"] != "place"]
    if kind != "all":
        mentions = mentions[(mentions["type"] == kind) | (mentions["actor"] == focus)]
    number_of = _units(sentences, unit)
    total = len(np.unique(number_of[(sentences["kind"] != "boilerplate").to_numpy()]))
    at = pd.Index(sentences["sentence"]).get_indexer(mentions["sentence"])
    mentions, at = mentions[at >= 0], at[at >= 0]
    names = mentions["actor"].to_numpy(dtype=object)
    if focus:
        near = np.isin(number_of[at], number_of[at[names == focus]])
        pairs = pd.DataFrame({"actor": names[near], "unit": number_of[at[near]]}).drop_duplicates()
        ranked = [actor for actor in labels.ranked(pairs["actor"], limit) if actor != focus]
        chosen = [focus, *ranked][:limit] if len(pairs) else []
    else:
        chosen = labels.ranked(mentions["actor"], limit)
    rows = list(zip(mentions["table"], (int(row) for row in mentions["row"]), strict=True))
    types = mentions["type"].to_numpy(dtype=object)
    found = []
    for actor in chosen:
        own = np.flatnonzero(names == actor)
        own = own[np.argsort(at[own], kind="stable")]
        found.append(Named(actor, types[own[0]], [rows[i] for i in own], number_of[at[own]], at[own]))
    return found, total


def _naming(briefing: Any, titles: bool) -> pd.DataFrame:
    """Return the rows that name actors, and with titles those that stand for one, with the table and label of each."""
    columns = ["sentence", "actor", "type", "role", "table", "row"]
    named = briefing.mentions.assign(table="mentions", row=briefing.mentions.index)[columns]
    if not titles:
        return named
    standing = briefing.references[briefing.references["actor"] != ""]
    standing = standing.assign(role="actor", table="references", row=standing.index)
    return pd.concat([named, standing[columns]], ignore_index=True)


def _units(sentences: pd.DataFrame, unit: Unit) -> np.ndarray:
    """Return the number of the unit each sentence stands in."""
    if unit == "sentence":
        return np.arange(len(sentences))
    documents, _ = pd.factorize(sentences["document"])
    if unit == "document":
        return documents
    return pd.factorize(documents.astype(np.int64) * 10_000_000 + sentences["paragraph"].to_numpy())[0]


def ties_of(briefing: Any, actors: list[Named], total: int, focus: str, minimum: int) -> list[Tie]:
    """Return the ties between actors that share enough units, in the order of the actors.

    Args:
        briefing: the same the actors are from.
        actors: who is counted.
        total: number of units there are.
        focus: only ties of this actor and among those tied to it; empty for all.
        minimum: fewest units to share.
    """
    if not actors:
        return []
    units, columns = np.unique(np.concatenate([a.units for a in actors]), return_inverse=True)
    matrix = np.zeros((len(actors), len(units)), dtype=np.float32)
    matrix[np.repeat(np.arange(len(actors)), [len(a.units) for a in actors]), columns] = 1
    shared, alone = matrix @ matrix.T, matrix.sum(1)
    first, second = np.nonzero(np.triu(shared >= max(1, minimum), 1))
    if focus:
        tied = {0} | {int(b) for a, b in zip(first, second, strict=True) if a == 0}  # the one in focus stands first
        keep = [n for n, pair in enumerate(zip(first, second, strict=True)) if set(pair) <= tied]
        first, second = first[keep], second[keep]
    found = []
    for a, b in zip(first.tolist(), second.tolist(), strict=True):
        count, chance = int(shared[a, b]), float(alone[a]) * float(alone[b])
        rows = [int(i) for i in briefing.sentences.index[_shared(actors[a], actors[b])]]
        found.append(Tie(a, b, count, npmi(count, chance, total), count * total / chance, rows))
    return found


def npmi(count: int, chance: float, total: int) -> float:
    """Return normalised pointwise mutual information: 1 never apart, 0 as often as by chance, -1 never together.

    Args:
        count: units that name both.
        chance: units that name one, times units that name the other.
        total: number of units.

    >>> npmi(5, 25, 50), round(npmi(1, 100, 100), 9)
    (1.0, 0.0)
    """
    if count >= total:
        return 1.0
    return min(1.0, float(np.log(count * total / chance) / -np.log(count / total)))


def _shared(one: Named, other: Named) -> np.ndarray:
    """Return a sentence for each unit two actors share: the first that names both, else the first that names either."""
    both, at, _ = np.intersect1d(one.sentences, other.sentences, return_indices=True)
    units, first = np.unique(one.units[at], return_index=True)
    rest = np.setdiff1d(np.intersect1d(one.units, other.units), units)
    starts = [_firsts(named, rest) for named in (one, other)]
    return np.sort(np.concatenate([both[first], np.minimum(*starts)]).astype(int))


def _firsts(named: Named, units: np.ndarray) -> np.ndarray:
    """Return the first sentence that names an actor in each of some units."""
    known, first = np.unique(named.units, return_index=True)
    return named.sentences[first[np.searchsorted(known, units)]]
