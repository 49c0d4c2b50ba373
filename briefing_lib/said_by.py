"""Who says it: the source of the quotation that words stand in, else the voice of their sentence."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from briefing_lib.tables import LIST_SEPARATOR

_LENGTH = 1 << 40  # more characters than a document has
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
    voice_of = dict(zip(sentences["sentence"], sentences["voice"], strict=True))
    voices = table["sentence"].map(voice_of).fillna("").to_numpy(dtype=object)
    inside = _around(table, quotations)
    quoted = inside >= 0
    voices[quoted] = quotations["source"].to_numpy(dtype=object)[inside[quoted]]
    return pd.Series(voices, index=table.index, dtype="str")


def are_of(said: pd.Series, voices: Collection[str]) -> pd.Series:
    """Tell which of some sources, several of them joined with ``' | '``, name one of the voices.

    >>> list(are_of(pd.Series(["Peru", "Chile | Peru", "author"]), ["Peru"]))
    [True, True, False]
    """
    wanted = set(voices)
    names = {name for name in said.unique() if not wanted.isdisjoint(name.split(LIST_SEPARATOR))}
    return said.isin(names)


def voices_of(sentences: pd.DataFrame, quotations: pd.DataFrame) -> list[str]:
    """Return everybody who says anything, in alphabetical order: the voices of sentences, the sources of quotations."""
    joined = (name for names in quotations["source"].unique() for name in names.split(LIST_SEPARATOR))
    return sorted({*sentences["voice"].unique(), *joined} - {""})


def holding(sentences: pd.DataFrame, quotations: pd.DataFrame) -> pd.Series:
    """Tell which rows of a table with offsets some other rows, quotations or sentences, reach into."""
    codes, starts, ends = _keys(sentences, quotations)
    own = codes[0] + sentences["start"].to_numpy()
    last = codes[0] + sentences["end"].to_numpy()
    order = np.argsort(starts, kind="stable")
    reach = np.maximum.accumulate(ends[order]) if len(order) else ends
    at = np.searchsorted(starts[order], last, side="left") - 1
    found = (at >= 0) & (reach[np.maximum(at, 0)] > own) if len(order) else np.zeros(len(own), dtype=bool)
    return pd.Series(found, index=sentences.index)


def _around(table: pd.DataFrame, quotations: pd.DataFrame) -> np.ndarray:
    """Return, for each row, the place of the innermost quotation that it begins in; -1 for none."""
    codes, starts, ends = _keys(table, quotations)
    keys = codes[0] + table["start"].to_numpy()
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


def _keys(
    table: pd.DataFrame, quotations: pd.DataFrame
) -> tuple[tuple[np.ndarray, np.ndarray], np.ndarray, np.ndarray]:
    """Return offsets that count through all documents: of the tables' documents, of the quotations' starts and ends."""
    both = pd.concat([table["document"], quotations["document"]], ignore_index=True)
    codes = pd.factorize(both)[0].astype(np.int64) * _LENGTH
    own, others = codes[: len(table)], codes[len(table) :]
    return (own, others), others + quotations["start"].to_numpy(), others + quotations["end"].to_numpy()
