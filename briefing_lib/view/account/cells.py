"""An account beside the others: its tile, what is said of it, and its row of the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from briefing_lib.view.account.comparing import Compared, compare_lists
from briefing_lib.view.account.document_rows import of_documents
from briefing_lib.view.account.sheet import LINES, SIGNS, Tile
from briefing_lib.view.account.surroundings import LISTS, Account
from briefing_lib.view.drawing import labels

COLUMNS = ["aspect", "document", "published", "account", "compared", "only here", "left out here", "rows"]
NOUNS = {
    "meetings": "mention",
    "quantities": "figure",
    "quotations": "quotation",
    "mentions": "name",
    "topics": "topic",
}


class Cell(NamedTuple):
    """An account, and how it stands to the others."""

    account: Account
    compared: Compared


def key_of(row: str, document: str) -> str:
    """Return the key of the mark of a row and a document."""
    return f"{row} · {document}"


def list_cells(lists: dict[tuple[str, str], Account], documents: Sequence[str]) -> dict[tuple[str, str], Cell]:
    """Return the figures, speakers, actors and topics of some documents, each beside those of the others."""
    cells: dict[tuple[str, str], Cell] = {}
    for name in LISTS:
        own = {document: lists[name, document] for document in documents if (name, document) in lists}
        compared = compare_lists({document: account.values for document, account in own.items()})
        cells |= {(name, document): Cell(account, compared[document]) for document, account in own.items()}
    return cells


def tile_of(aspect: str, document: str, cell: Cell, characters: int) -> Tile:
    """Return the tile of an account."""
    account, compared = cell
    lines = [f"<b>{labels.count(len(account.rows), NOUNS[account.table])}</b>"]
    lines += said_of(f"{aspect}: ", account.values) if not compared.only else []
    lines += said_of(f"{aspect}, only here: ", compared.only) + said_of("left out here: ", compared.without)
    return Tile(key_of(aspect, document), words_of(account, compared, characters), lines, compared.verdict)


def words_of(account: Account, compared: Compared, characters: int) -> str:
    """Return an account as it fits on a tile; of a list first, and bold, what no other document has."""
    only = compared.only
    between = "; " if any(", " in value for value in account.values) else ", "
    said = between.join([*only, *(value for value in account.values if value not in only)])
    said = f"“{said}”" if said.replace(",", "").isdigit() else said
    lines, bold = [], len(between.join(only))
    for line in labels.wrap(SIGNS.get(compared.verdict, "") + said, characters, LINES).split("<br>"):
        own, bold = line[: max(bold, 0)], bold - len(line) - 1
        lines.append((f"<b>{labels.plain(own)}</b>" if own else "") + labels.plain(line[len(own) :]))
    return "<br>".join(lines)


def said_of(before: str, values: Sequence[str]) -> list[str]:
    """Return lines, safe to draw, that list values after some words; none for no values."""
    more = f" and {len(values) - 8} more" if len(values) > 8 else ""
    said = before + ", ".join(labels.shorten(value, 60) for value in values[:8]) + more
    return [labels.plain(line) for line in labels.lines_of(said, 420)] if values else []


def notes_of(cell: Cell) -> list[str]:
    """Return what is said above the rows of an account."""
    only, without = cell.compared.only, cell.compared.without
    said = [f"Only here: {', '.join(only)}"] if only else []
    return said + ([f"Left out here: {', '.join(without)}"] if without else [])


def row_of(aspect: str, document: str, cell: Cell) -> tuple[Any, ...]:
    """Return the row of the table of an account, without the date of publication."""
    account, compared = cell
    lists = (" | ".join(values) for values in (compared.only, compared.without))
    return aspect, document, " | ".join(account.values), compared.verdict, *lists, len(account.rows)


def table_of(rows: Sequence[tuple[Any, ...]], documents: pd.DataFrame) -> pd.DataFrame:
    """Return the table of accounts, with the date of publication of each document.

    Args:
        rows: as ``row_of`` makes them.
        documents: the table of documents.
    """
    about = of_documents(documents, {row[1] for row in rows}, "document", "published")
    published = dict(zip(about["document"], about["published"], strict=True))
    dated = [(aspect, document, published.get(document, ""), *rest) for aspect, document, *rest in rows]
    return pd.DataFrame(dated, columns=COLUMNS)
