"""Parts of a corpus to compare: its sentences by document, publisher, voice, month, year or by an actor they name."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.counting import standing
from briefing_lib.counting.at_hand import at_hand, numbered
from briefing_lib.said_by import is_of, reached, voices_of

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
    found = at_hand(of_part, briefing.sentences, briefing.documents, briefing.quotations, briefing.mentions, part=part)
    return pd.Series(found, index=briefing.sentences.index)


def of_part(
    sentences: pd.DataFrame, documents: pd.DataFrame, quotations: pd.DataFrame, mentions: pd.DataFrame, part: str
) -> np.ndarray:
    """Tell which sentences belong to a part, by their positions; see ``sentences_of``."""
    kind, _, value = part.partition(": ")
    if kind == "voice":
        quoted = numbered(quotations, "source").having(lambda names: is_of(names, {value}))
        return numbered(sentences, "voice").having(value.__eq__) | reached(sentences, quotations, quoted)
    if kind == "actor":
        at = standing.sentences_of(mentions, sentences)[numbered(mentions, "actor").having(value.__eq__)]
        found = np.zeros(len(sentences), dtype=bool)
        found[at[at >= 0]] = True
        return found
    if kind == "document":
        return numbered(sentences, "document").having(value.__eq__)
    if kind in ("publisher", "genre"):
        chosen = documents[kind] == value
    elif kind in ("month", "year"):
        chosen = documents["published"].str.startswith(value)
    else:
        raise ValueError(f"There is no part {part!r}. Write one of {', '.join(KINDS)}, a colon and a value.")
    return numbered(sentences, "document").having(set(documents.loc[chosen, "document"]).__contains__)


def rows_of(sentences: pd.DataFrame, positions: np.ndarray) -> list[tuple[str, int]]:
    """Return sentences, by their positions in the table, as rows of a mark."""
    return [("sentences", int(label)) for label in sentences.index[positions]]
