"""How fast documents become rows: MB/s and documents/s of the whole extraction and of each extractor, on one core.

    python benchmarks/throughput.py FOLDER [--documents N] [--repeat N]

FOLDER holds plain text files. Reading them from disk and building data frames are timed apart. Each figure is the best
of several repetitions, which is the one least disturbed by other work on the machine.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar
from unittest.mock import patch

from briefing_lib import parse
from briefing_lib.read.sources import Source, read_sources
from briefing_lib.tables import TABLES, frame


class TimedSteps(parse.Steps):
    """Adds up the seconds that each extractor takes."""

    seconds: ClassVar[dict[str, float]] = {}

    def __call__(self, table: str, extractor: Callable[..., list[Any]], *arguments: Any) -> list[Any]:
        begun = time.perf_counter()
        result = super().__call__(table, extractor, *arguments)
        self.seconds[table] = self.seconds.get(table, 0.0) + time.perf_counter() - begun
        return result


def each(sources: list[Source]) -> dict[str, float]:
    """Return the seconds each extractor takes over all documents."""
    TimedSteps.seconds.clear()
    with patch.object(parse, "Steps", TimedSteps):
        for source in sources:
            parse.parse_document(source)
    return dict(TimedSteps.seconds)


def main() -> None:
    """Print a table of throughputs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, help="read this many documents only, evenly spread")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    begun = time.perf_counter()
    sources, _ = read_sources(options.folder)
    reading = time.perf_counter() - begun
    if options.documents:
        sources = sources[:: max(1, len(sources) // options.documents)][: options.documents]
    size = sum(len(source.text.encode()) for source in sources) / 1e6
    parse.parse_corpus(sources[:3], workers=1)  # compile what is compiled once
    runs = [each(sources) for _ in range(options.repeat)]
    best = {name: min(run[name] for run in runs) for name in runs[0]}
    whole, tables = [], []
    for _ in range(options.repeat):
        begun = time.perf_counter()
        rows = parse.parse_corpus(sources, workers=1)
        whole.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        for name in TABLES:
            frame(name, rows[name])
        tables.append(time.perf_counter() - begun)
    print(
        f"{len(sources)} documents, {size:.2f} MB, one core, best of {options.repeat};"
        f" reading the folder took {reading:.2f} s\n"
    )
    print(f"{'step':24}{'MB/s':>10}{'documents/s':>14}{'s/MB':>10}")
    for name, seconds in [*best.items(), ("WHOLE EXTRACTION", min(whole)), ("data frames", min(tables))]:
        print(f"{name:24}{size / seconds:>10.2f}{len(sources) / seconds:>14.0f}{seconds / size:>10.4f}")
    print(f"\nrows: {', '.join(f'{len(rows[name]):,} {name}' for name in TABLES)}")


if __name__ == "__main__":
    main()
