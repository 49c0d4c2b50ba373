"""How long each view takes from a control to its figure, on a corpus of many documents.

    python benchmarks/views.py FOLDER --documents 10000

The tables of a folder are repeated under new names until there are as many documents, each in other words; their dates
are spread over ten years. Each control of each view is then moved to each of its values (to the first three of a list
from the briefing), and the time until the figure is ready to be sent is taken, serialising included: processor time, so
that other work of the machine does not count. Printed are the median and the longest of each view, and how many moves
took longer than 100 ms.
"""

from __future__ import annotations

import argparse
import statistics
import time
from datetime import date, timedelta
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import numpy as np
import pandas as pd
from rewording import Rewording

import briefing_lib as bl
from briefing_lib import view
from briefing_lib.figure import spec_of
from briefing_lib.tables import TABLES
from briefing_lib.view.choices import From, Range, options
from briefing_lib.view.words.parts import Parts, part_options

SLOW = 0.1


def repeated(briefing: Any, documents: int) -> bl.Briefing:
    """Return the briefing with its documents repeated under new names, in other words, their dates spread."""
    copies = -(-documents // max(len(briefing.documents), 1))
    tables = {}
    for name in TABLES:
        table = briefing.table(name)
        if name in ("actors", "problems") or table.empty:
            tables[name] = table
            continue
        parts = []
        for copy in range(copies):
            part = table.copy(deep=False)
            for column in ("document", "sentence", "event", "first"):
                if column in part:
                    part[column] = part[column].map(lambda value, n=copy: f"{n:05d}-{value}")
            for column in ("documents", "mentions", "second"):
                if column in part and part[column].map(type).eq(list).all():
                    part[column] = part[column].map(lambda values, n=copy: [f"{n:05d}-{value}" for value in values])
            if name == "documents":
                part["published"] = (date(2014, 1, 1) + timedelta(days=copy * 3650 // copies)).isoformat()
            parts.append(part)
        tables[name] = pd.concat(parts, ignore_index=True)
    documents = briefing.documents["document"].tolist()
    starts = {d: np.sort(rows.to_numpy()) for d, rows in briefing.sentences.groupby("document")["start"]}
    own = {document: briefing.text(document) for document in documents}
    said = Rewording(own.values())
    none = np.empty(0, dtype=np.int64)
    texts = {f"{n:05d}-{d}": said.of(own[d], starts.get(d, none)) for n in range(copies) for d in documents}
    for table in tables.values():
        if {"document", "start", "end", "text"}.issubset(table.columns):
            spans = zip(*(table[column].tolist() for column in ("document", "start", "end")), strict=True)
            table["text"] = pd.array([texts[document][start:end] for document, start, end in spans], dtype="str")
    return bl.Briefing(tables, texts)


def moves(function: Any, briefing: Any) -> list[dict[str, Any]]:
    """Return the settings of a view with one control moved each."""
    found: list[dict[str, Any]] = [{}]
    for name, hint in get_type_hints(function, include_extras=True).items():
        kind, said = get_args(hint) if get_origin(hint) is Annotated else (hint, None)
        if name in ("briefing", "return"):
            continue
        if get_origin(kind) is Literal:
            found += [{name: value} for value in get_args(kind)]
        elif kind is bool:
            found += [{name: True}, {name: False}]
        elif isinstance(said, Range):
            found += [{name: int(said.low)}, {name: int(said.high)}]
        elif isinstance(said, From):
            values = options(said, briefing)[:3]
            found += [{name: [value] if kind is not str else value} for value in values]
        elif isinstance(said, Parts):
            found += [{name: value} for value in part_options(said, briefing)[-3:]]
        elif kind is str:
            found += [{name: "cooperat*"}]
    return found


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--views", nargs="*", default=[name for name in view.__all__ if name != "View"])
    chosen = parser.parse_args()
    briefing = repeated(bl.read_briefing(chosen.folder), chosen.documents)
    print(briefing)
    print("\n| view | moves | first, ms | median, ms | longest, ms | longest of | over 100 ms |")
    print("|---|---|---|---|---|---|---|")
    everything = []
    for name in chosen.views:
        function = getattr(view, name)
        times = []
        for settings in moves(function, briefing):
            start = time.process_time()
            spec_of(function(briefing, **settings).figure)
            times.append((time.process_time() - start, settings))
        later = [seconds for seconds, _ in times[1:]] or [times[0][0]]
        longest = max(times[1:] or times, key=lambda item: item[0])
        slow = sum(seconds > SLOW for seconds in later)
        everything += later
        said = ", ".join(f"{key}={value}" for key, value in longest[1].items())
        print(
            f"| {name} | {len(later)} | {times[0][0] * 1000:.0f} | {statistics.median(later) * 1000:.0f} "
            f"| {longest[0] * 1000:.0f} | {said} | {slow} |",
            flush=True,
        )
    slow = sum(seconds > SLOW for seconds in everything)
    print(f"\n{len(everything)} moves, median {statistics.median(everything) * 1000:.0f} ms, {slow} over 100 ms")


if __name__ == "__main__":
    main()
