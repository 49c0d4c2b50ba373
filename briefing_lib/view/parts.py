"""Parts of a corpus to compare: its sentences by document, publisher, voice, month, year or by an actor they name."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.said_by import are_of, holding, voices_of

KINDS = ("document", "publisher", "genre", "voice", "month", "year", "actor")
REST = "all the rest"
_MOST = 200  # actors offered, those named most often


class Parts(NamedTuple):
    """Parts that a corpus can be split into, as the values of a control: 'voice: author', 'year: 2024'."""

    rest: bool = False
    """Whether all the rest may be chosen as well."""


def part_options(choice: Parts, briefing: Any) -> list[str]:
    """Return the parts there are, by kind and then in alphabetical order.

    Args:
        choice: what may be chosen.
        briefing: anything whose attributes are the tables.
    """
    documents = briefing.documents
    days = documents["published"]
    values = {
        "document": documents["document"],
        "publisher": documents["publisher"],
        "genre": documents["genre"],
        "voice": voices_of(briefing.sentences, briefing.quotations),
        "month": [day[:7] for day in days if len(day) >= 7 and day[4] == "-"],
        "year": [day[:4] for day in days if day[:4].isdigit()],
        "actor": briefing.mentions["actor"].value_counts().head(_MOST).index,
    }
    found = [f"{kind}: {value}" for kind in KINDS for value in sorted(set(values[kind])) if value]
    return [REST, *found] if choice.rest else found


def sentences_of(part: str, briefing: Any) -> pd.Series:
    """Tell which sentences belong to a part.

    Args:
        part: a part as `part_options` names it, not `REST`.
        briefing: anything whose attributes are the tables.

    Returns:
        True or False for each row of ``sentences``, under its index. Of a voice are the sentences it speaks and those
        that quote it; of an actor those that name it.

    Raises:
        ValueError: there is no such kind of part.
    """
    kind, _, value = part.partition(": ")
    sentences, documents = briefing.sentences, briefing.documents
    if kind == "voice":
        quoted = briefing.quotations[are_of(briefing.quotations["source"], [value])]
        return (sentences["voice"] == value) | holding(sentences, quoted)
    if kind == "actor":
        mentions = briefing.mentions
        return sentences["sentence"].isin(set(mentions.loc[mentions["actor"] == value, "sentence"]))
    if kind == "document":
        return sentences["document"] == value
    if kind in ("publisher", "genre"):
        chosen = documents[kind] == value
    elif kind in ("month", "year"):
        chosen = documents["published"].str.startswith(value)
    else:
        raise ValueError(f"There is no part {part!r}. Write one of {', '.join(KINDS)}, a colon and a value.")
    return sentences["document"].isin(set(documents.loc[chosen, "document"]))


def rows_of(sentences: pd.DataFrame, positions: np.ndarray) -> list[tuple[str, int]]:
    """Return sentences, by their positions in the table, as rows of a mark."""
    return [("sentences", int(label)) for label in sentences.index[positions]]
