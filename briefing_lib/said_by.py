"""Who says it: the source of the quotation that words stand in, else the voice of their sentence."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Set as AbstractSet

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import Numbered, at_hand, numbered
from briefing_lib.counting.standing import offsets_of, sentences_of
from briefing_lib.tables import LIST_SEPARATOR

_NESTED = 4  # quotations that may stand in each other


def said_by(table: pd.DataFrame, sentences: pd.DataFrame, quotations: pd.DataFrame) -> pd.Series:
    """Return who says each row of a table.

    Args:
        table: any table with ``document``, ``sentence`` and ``start``.
        sentences: the sentences, for their voices.
        quotations: the quotations, for their sources.

    Returns:
        A series of text under the table's own index: the source of the innermost quotation around the row's first
        character, several joined with ``' | '``, empty if it is not known; elsewhere the voice of the sentence.

    >>> from briefing_lib.tables import frame
    >>> line = ("d#1", "d", 1, 0, 30, "Peru said Chile had signed it.", "author", "narration")
    >>> said = ("d", "d#1", 10, 29, "Chile had signed it", "Peru", "Peru", "", "said", "said", "indirect", "")
    >>> named = [("d", "d#1", at, at + 5, "", "", "state", "actor", "") for at in (0, 10)]
    >>> list(said_by(frame("mentions", named), frame("sentences", [line]), frame("quotations", [said])))
    ['author', 'Peru']
    """
    said = speakers(table, sentences, quotations)
    return pd.Series(said.values[said.codes], index=table.index, dtype="str")


def speakers(table: pd.DataFrame, sentences: pd.DataFrame, quotations: pd.DataFrame) -> Numbered:
    """Return who says each row of a table, as ``said_by``, as numbers; kept at hand."""
    return at_hand(_speakers, table, sentences, quotations)


def _speakers(table: pd.DataFrame, sentences: pd.DataFrame, quotations: pd.DataFrame) -> Numbered:
    voices, sources = numbered(sentences, "voice"), numbered(quotations, "source")
    at = sentences_of(table, sentences)
    codes = np.full(len(table), len(voices.values), dtype=np.int32)  # unknown
    codes[at >= 0] = voices.codes[at[at >= 0]]
    inside = _around(table, quotations)
    quoted = inside >= 0
    codes[quoted] = len(voices.values) + 1 + sources.codes[inside[quoted]]
    places: dict[str, int] = {}
    same = [places.setdefault(name, len(places)) for name in (*voices.values, "", *sources.values)]
    return Numbered(np.array(list(places), dtype=object), np.array(same, dtype=np.int32)[codes])


def are_of(said: pd.Series, voices: Collection[str]) -> pd.Series:
    """Tell which of some sources, several of them joined with ``' | '``, name one of the voices.

    >>> list(are_of(pd.Series(["Peru", "Chile | Peru", "author"]), ["Peru"]))
    [True, True, False]
    """
    wanted = set(voices)
    return said.isin({name for name in said.unique() if is_of(name, wanted)})


def is_of(said: str, voices: AbstractSet[str]) -> bool:
    """Tell whether a source, or several joined with ``' | '``, names one of the voices."""
    return any(name in voices for name in said.split(LIST_SEPARATOR))


def voices_of(sentences: pd.DataFrame, quotations: pd.DataFrame) -> list[str]:
    """Return everybody who says anything, in alphabetical order: the voices of sentences, the sources of quotations."""
    joined = (name for names in _present(quotations, "source") for name in names.split(LIST_SEPARATOR))
    return sorted({*_present(sentences, "voice"), *joined} - {""})


def _present(table: pd.DataFrame, column: str) -> list[str]:
    found = numbered(table, column)
    return found.values[found.counts() > 0].tolist()


def holding(sentences: pd.DataFrame, quotations: pd.DataFrame) -> pd.Series:
    """Tell which rows of a table with offsets some other rows, quotations or sentences, reach into."""
    return pd.Series(reached(sentences, quotations, np.full(len(quotations), True)), index=sentences.index)


def reached(sentences: pd.DataFrame, quotations: pd.DataFrame, chosen: np.ndarray) -> np.ndarray:
    """Tell which rows of a table with offsets some chosen rows of another reach into."""
    starts, ends = (offsets_of(quotations, sentences, column)[chosen] for column in ("start", "end"))
    if not len(starts):
        return np.zeros(len(sentences), dtype=bool)
    own, last = (offsets_of(sentences, sentences, column) for column in ("start", "end"))
    order = np.argsort(starts, kind="stable")
    reach = np.maximum.accumulate(ends[order])
    at = np.searchsorted(starts[order], last, side="left") - 1
    return (at >= 0) & (reach[np.maximum(at, 0)] > own)


def _around(table: pd.DataFrame, quotations: pd.DataFrame) -> np.ndarray:
    """Return, for each row, the place of the innermost quotation that it begins in; -1 for none."""
    keys = offsets_of(table, table, "start")
    starts, ends = (offsets_of(quotations, table, column) for column in ("start", "end"))
    order = np.argsort(starts, kind="stable")
    starts, ends = starts[order], ends[order]
    found = np.full(len(keys), -1)
    at = np.searchsorted(starts, keys, side="right") - 1
    for back in range(_NESTED):
        candidate = at - back
        fits = (found < 0) & (candidate >= 0)
        fits[fits] = ends[candidate[fits]] > keys[fits]
        found[fits] = order[candidate[fits]]
    return found
