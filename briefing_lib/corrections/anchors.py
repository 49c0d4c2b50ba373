"""Where the words of a decision stand now, and which row of a table is theirs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pandas as pd

from briefing_lib.corrections.decisions import Decision
from briefing_lib.corrections.values import WrongDecision, correctable, write_value

NEAR = 400
"""Characters by which words may have moved when they stand in several places."""
_OVERLAP = 1 / 3
"""Part of two spans that must be common for new rules to have made the same row."""


def find_words(text: str, words: str, start: int) -> tuple[int, int]:
    """Return where the words of a row stand.

    Args:
        text: text of the document.
        words: the words, with any blanks between them.
        start: where they stood; -1 if that is not known.

    Raises:
        WrongDecision: they stand nowhere, or in several places of which none is the one meant.

    >>> find_words("Kenya met Peru. Peru left.", "Peru", 10), find_words("Then Kenya met Peru.", "Kenya  met", 0)
    ((10, 14), (5, 14))
    """
    if start >= 0 and text.startswith(words, start):
        return start, start + len(words)
    pattern = r"\s+".join(map(re.escape, words.split()))
    hits = [hit.span() for hit in re.finditer(pattern, text)]
    if not hits:
        raise WrongDecision(
            f"the words {_short(words)} no longer stand in the document",
            "the text has changed: decide again on the row as it is now, and remove this line",
        )
    near = hits if start < 0 else [hit for hit in hits if abs(hit[0] - start) <= NEAR]
    if len(hits) == 1 or len(near) == 1:
        return (near if len(near) == 1 else hits)[0]
    raise WrongDecision(
        f"the words {_short(words)} stand in {len(hits)} places, and none is clearly the one meant",
        f"write the right one into 'start': {', '.join(str(at) for at, _ in hits[:5])}",
    )


def find_row(table: pd.DataFrame, name: str, decision: Decision, place: tuple[int, int]) -> Any:
    """Return the label of the row that stands at a place, or that new rules have made of nearly the same words.

    Args:
        table: the table as the rules made it, rows of the document alone.
        name: its name.
        decision: what is looked for; where several rows share the words, the one that reads most as it ``was``.
        place: first character, and the one after the last.

    Raises:
        WrongDecision: there is no such row, or no telling which.
    """
    start, end = place
    common = table["end"].clip(upper=end) - table["start"].clip(lower=start)
    share = common / (table["end"].clip(lower=end) - table["start"].clip(upper=start))
    best = share.max() if len(share) else 0.0
    if not best >= _OVERLAP:
        raise WrongDecision(
            f"no row of {name} stands at {_short(decision.text)} any more",
            "these rules make none there: remove this line if that is right",
        )
    rows = table[share == best]
    if len(rows) == 1:
        return rows.index[0]
    alike = rows.apply(lambda row: _likeness(says(name, row), decision.was), axis=1)
    if (alike == alike.max()).sum() > 1:
        raise WrongDecision(
            f"{len(rows)} rows of {name} stand at {_short(decision.text)}, and none is clearly the one meant",
            f"write into 'was' what the row says, for example {says(name, rows.iloc[0])!r}",
        )
    return alike.idxmax()


def says(name: str, row: Any) -> str:
    """Return what a row says, for a reader and to tell it from others of the same words: "type: talks; status: held".

    Args:
        name: the table.
        row: the row, by column.
    """
    get: Callable[[str], str] = lambda column: write_value(row[column])  # noqa: E731
    return "; ".join(f"{column}: {get(column)}" for column in correctable()[name] if get(column) not in ("", "nan"))


def _likeness(one: str, other: str) -> int:
    return len(set(one.split("; ")) & set(other.split("; ")))


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return repr(flat if len(flat) <= 60 else f"{flat[:40]} … {flat[-15:]}")
