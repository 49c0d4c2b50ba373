"""Tables to files and back: Parquet to work on, CSV to hand over."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd

from briefing_lib.read.formats import PLAIN
from briefing_lib.tables import LIST_SEPARATOR, TABLES, columns, frame

Format = Literal["parquet", "csv"]
_TEXTS = "texts"


def plain(value: float) -> str:
    """Write a number as people do: no exponent, no needless point, nothing for an unknown one.

    >>> plain(240100000000.0), plain(46.9), plain(float("nan"))
    ('240100000000', '46.9', '')
    """
    if math.isnan(value):
        return ""
    return str(int(value)) if value == int(value) else repr(float(value))


def flatten(table: str, data: pd.DataFrame) -> pd.DataFrame:
    """Return a table with lists joined and numbers written out, as CSV and Excel want it."""
    flat = data.copy()
    for column in columns(table):
        if column.type is list:
            flat[column.name] = flat[column.name].map(LIST_SEPARATOR.join)
        elif column.type is float:
            flat[column.name] = flat[column.name].map(plain)
    return flat


def save_tables(
    tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str], folder: Path, format: Format
) -> list[Path]:
    """Write every table into a folder, one file each, and the texts that offsets count in.

    With CSV only texts extracted from web pages are written: a plain text file is its own text.

    Raises:
        NotADirectoryError: ``folder`` is a file.
        ValueError: the format is neither parquet nor csv.
    """
    if format not in ("parquet", "csv"):
        raise ValueError(f"There is no format {format!r}. Choose 'parquet' or 'csv'.")
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(f"{str(folder)!r} is a file. Name a folder to write the tables into.")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in TABLES:
        path = folder / f"{name}.{format}"
        if format == "csv":
            flatten(name, tables[name]).to_csv(path, index=False, lineterminator="\n", encoding="utf-8")
        else:
            _parquet(tables[name], path)
        written.append(path)
    if format == "csv":
        documents = tables["documents"]
        extracted = {
            document
            for document, path in zip(documents["document"], documents["path"], strict=True)
            if Path(path).suffix.casefold() not in PLAIN
        }
        texts = {document: text for document, text in texts.items() if document in extracted}
    path = folder / f"{_TEXTS}.{format}"
    if texts or format == "parquet":
        data = pd.DataFrame({"document": list(texts), "text": list(texts.values())}, dtype="str")
        if format == "csv":
            data.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")
        else:
            _parquet(data, path)
        written.append(path)
    else:
        path.unlink(missing_ok=True)  # of an earlier run
    return written


def _parquet(data: pd.DataFrame, path: Path) -> None:
    data.to_parquet(path, index=False, compression="zstd")


def load_tables(folder: Path) -> tuple[dict[str, pd.DataFrame], dict[str, str]]:
    """Read the tables and texts that ``save_tables`` wrote as Parquet.

    Raises:
        FileNotFoundError: a table is missing; the message names it and what to do.
    """
    tables = {}
    for name in (*TABLES, _TEXTS):
        path = folder / f"{name}.parquet"
        if not path.is_file():
            raise FileNotFoundError(
                f"{str(path)!r} is missing. Write the tables again: briefing parse CORPUS --out {str(folder)!r}"
            )
        data = pd.read_parquet(path)
        if name in TABLES:
            tables[name] = frame(name, (_listed(row) for row in data.itertuples(index=False, name=None)))
        else:
            texts = dict(zip(data["document"], data["text"], strict=True))
    return tables, texts


def _listed(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Parquet gives lists back as arrays."""
    return tuple(list(value) if isinstance(value, np.ndarray) else value for value in row)
