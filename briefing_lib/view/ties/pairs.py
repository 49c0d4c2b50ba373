"""Counts which actors share a sentence, a paragraph or a document, how strongly that ties them, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import Numbered, at_hand, numbered
from briefing_lib.counting.standing import Unit, sentences_of, units_of
from briefing_lib.view.drawing.rows import Rows


class Named(NamedTuple):
    """An actor, the rows that name it (or stand for it), and where they stand: numbers of units and sentences."""

    actor: str
    type: str
    rows: Rows
    units: np.ndarray
    sentences: np.ndarray


class Tie(NamedTuple):
    """Two actors by number, the units they share, how strongly that ties them, and how to find a sentence for each."""

    first: int
    second: int
    shared: int
    npmi: float
    association: float
    find: Callable[[], np.ndarray]

    @property
    def rows(self) -> list[int]:
        """Label of a sentence for each unit."""
        return self.find().tolist()

    @property
    def evidence(self) -> Rows:
        """The rows of its mark."""
        return Rows("sentences", self.find, self.shared)

    def strength(self, measure: str) -> float:
        """Return the number a tie is drawn by."""
        return {"count": float(self.shared), "NPMI": self.npmi}.get(measure, self.association)


class _Naming(NamedTuple):
    """The rows that name actors, or stand for one, by actor and in the order of the sentences they stand in."""

    actors: np.ndarray
    types: np.ndarray
    starts: np.ndarray
    """first row of each actor, and the end of the last"""
    actor: np.ndarray
    type: np.ndarray
    place: np.ndarray
    at: np.ndarray
    """position of the sentence"""
    label: np.ndarray
    title: np.ndarray
    """True for rows of ``references``"""


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
    tables = (briefing.mentions, sentences, briefing.references) if titles else (briefing.mentions, sentences)
    named: _Naming = at_hand(_naming, *tables)
    number_of = units_of(sentences, unit)
    total = at_hand(_spoken, sentences, unit=unit)
    keep = np.full(len(named.at), True) if places else ~named.place
    if kind != "all":
        keep &= (named.types == kind)[named.type] | (named.actors == focus)[named.actor]
    counted = np.bincount(named.actor[keep], minlength=len(named.actors))
    if focus:
        counted = _near(named, keep, number_of, named.actors == focus)
        ranked = [place for place in _ranked(named.actors, counted, limit) if named.actors[place] != focus]
        chosen = [*np.flatnonzero(named.actors == focus).tolist(), *ranked][:limit] if counted.any() else []
    else:
        chosen = _ranked(named.actors, counted, limit)
    found = []
    for place in chosen:
        own = slice(named.starts[place], named.starts[place + 1])
        inside = np.flatnonzero(keep[own]) + named.starts[place]
        at, title = named.at[inside], named.title[inside]
        rows = Rows("mentions", named.label[inside], None, "references", title if title.any() else None)
        found.append(Named(named.actors[place], named.types[named.type[inside[0]]], rows, number_of[at], at))
    return found, total


def _near(named: _Naming, keep: np.ndarray, number_of: np.ndarray, focus: np.ndarray) -> np.ndarray:
    """Return how many units each actor shares with the one in focus."""
    actor, unit = named.actor[keep], number_of[named.at[keep]]
    near = np.zeros(int(number_of.max(initial=-1)) + 1, dtype=bool)
    near[unit[focus[actor]]] = True
    inside = near[unit]
    actor, unit = actor[inside], unit[inside]
    step = np.diff(unit)
    if (step[np.diff(actor) == 0] < 0).any():  # sentences of a unit that do not stand together
        order = np.lexsort((unit, actor))
        actor, unit = actor[order], unit[order]
        step = np.diff(unit)
    new = np.append(True, (step != 0) | (np.diff(actor) != 0))[: len(actor)]
    return np.bincount(actor[new], minlength=len(named.actors))


def _ranked(names: np.ndarray, counts: np.ndarray, most: int) -> list[int]:
    """Return the places of the greatest counts, equal ones by name; none that is 0."""
    found = np.flatnonzero(counts > 0)
    if len(found) > most:
        least = np.partition(counts[found], -most)[-most]
        found = found[counts[found] >= least]
    return sorted(found.tolist(), key=lambda place: (-counts[place], names[place]))[:most]


def _naming(mentions: pd.DataFrame, sentences: pd.DataFrame, references: pd.DataFrame | None = None) -> _Naming:
    """Return the rows that name actors, and those that stand for one."""
    actor, kind = numbered(mentions, "actor"), numbered(mentions, "type")
    place = numbered(mentions, "role").having("place".__eq__)
    at, label = sentences_of(mentions, sentences), mentions.index.to_numpy()
    title = np.zeros(len(mentions), dtype=bool)
    if references is not None:
        standing = numbered(references, "actor").having(bool)
        actor = _joined(actor, numbered(references, "actor"), standing)
        kind = _joined(kind, numbered(references, "type"), standing)
        at = np.append(at, sentences_of(references, sentences)[standing])
        label = np.append(label, references.index.to_numpy()[standing])
        place, title = (
            np.append(flags, np.full(int(standing.sum()), more)) for flags, more in ((place, False), (title, True))
        )
    inside = np.flatnonzero(at >= 0)
    order = inside[np.lexsort((at[inside], actor.codes[inside]))]
    codes = actor.codes[order]
    starts = np.searchsorted(codes, np.arange(len(actor.values) + 1))
    return _Naming(
        actor.values, kind.values, starts, codes, kind.codes[order], place[order], at[order], label[order], title[order]
    )


def _joined(one: Numbered, other: Numbered, chosen: np.ndarray) -> Numbered:
    """Return two columns as one, of the second only some rows."""
    places = {value: place for place, value in enumerate(one.values)}
    same = np.array([places.setdefault(value, len(places)) for value in other.values], dtype=np.int32)
    codes = same[other.codes[chosen]] if len(same) else np.empty(0, dtype=np.int32)
    return Numbered(np.array(list(places), dtype=object), np.append(one.codes, codes))


def _spoken(sentences: pd.DataFrame, unit: Unit) -> int:
    """Return the number of units that are more than boilerplate."""
    units = units_of(sentences, unit)
    inside = np.zeros(int(units.max(initial=-1)) + 1, dtype=bool)
    inside[units[~numbered(sentences, "kind").having("boilerplate".__eq__)]] = True
    return int(inside.sum())


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
    shared, alone = _counted([actor.units for actor in actors])
    first, second = np.nonzero(np.triu(shared >= max(1, minimum), 1))
    if focus:
        tied = {0} | {int(b) for a, b in zip(first, second, strict=True) if a == 0}  # the one in focus stands first
        keep = [n for n, pair in enumerate(zip(first, second, strict=True)) if set(pair) <= tied]
        first, second = first[keep], second[keep]
    found = []
    labels = briefing.sentences.index
    for a, b in zip(first.tolist(), second.tolist(), strict=True):
        count, chance = int(shared[a, b]), float(alone[a]) * float(alone[b])
        find = partial(_labels, labels, actors[a], actors[b])
        found.append(Tie(a, b, count, npmi(count, chance, total), count * total / chance, find))
    return found


def _counted(units: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return how many units each two share, and how many each has."""
    single = [
        own[np.append(True, own[1:] != own[:-1])] if (np.diff(own) >= 0).all() else np.unique(own) for own in units
    ]
    alone = np.array([len(own) for own in single])
    starts = np.append(0, np.cumsum(alone))
    joined = np.concatenate(single)
    shared = np.zeros((len(units), len(units)), dtype=np.int64)
    inside = np.zeros(int(joined.max()) + 1, dtype=bool)
    for n, own in enumerate(single[:-1]):
        inside[own] = True
        shared[n, n + 1 :] = np.add.reduceat(
            inside[joined[starts[n + 1] :]].astype(np.int32), starts[n + 1 : -1] - starts[n + 1]
        )
        inside[own] = False
    return shared, alone


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


def _labels(labels: pd.Index, one: Named, other: Named) -> np.ndarray:
    return labels[_shared(one, other)].to_numpy()


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
