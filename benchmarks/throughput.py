"""How fast documents become rows: MB/s and documents/s of the whole extraction and of each extractor, on one core.

    python benchmarks/throughput.py FOLDER [--documents N] [--repeat N]

FOLDER holds plain text files. Reading them from disk and building data frames are timed apart. Each figure is the best
of
several repetitions, which is the one least disturbed by other work on the machine.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing_lib.find.dates import find_dates
from briefing_lib.find.gazetteer import bundled
from briefing_lib.find.mentions import find_mentions
from briefing_lib.find.quantities import find_quantities
from briefing_lib.find.quotations import find_quotations
from briefing_lib.find.voices import name_voices
from briefing_lib.link.events import merge_events
from briefing_lib.link.meetings import find_meetings
from briefing_lib.link.statistics import find_statistics
from briefing_lib.link.topics import find_topics
from briefing_lib.parse import parse_corpus
from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences
from briefing_lib.read.sources import Source, read_sources
from briefing_lib.tables import TABLES, frame


class Clock:
    """Adds up the seconds that each step takes."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, name: str, step: Callable[[], Any]) -> Any:
        """Run a step and add its time to the name's."""
        begun = time.perf_counter()
        result = step()
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begun
        return result


def each(sources: list[Source]) -> dict[str, float]:
    """Return the seconds each extractor takes over all documents."""
    clock, names, meetings = Clock(), bundled(), []
    for source in sources:
        text, published = source.text, source.stated.get("published", "")
        passages = clock.time("passages", lambda: split_passages(source.document, text))  # noqa: B023
        sentences = clock.time("sentences", lambda: split_sentences(text, passages))  # noqa: B023
        mentions = clock.time("mentions", lambda: find_mentions(text, sentences, names))  # noqa: B023
        passages, sentences = clock.time("voices", lambda: name_voices(passages, sentences, mentions))  # noqa: B023
        dates = clock.time("dates", lambda: find_dates(text, sentences, published))  # noqa: B023
        quantities = clock.time("quantities", lambda: find_quantities(text, sentences, dates))  # noqa: B023
        quotations = clock.time("quotations", lambda: find_quotations(text, sentences, mentions))  # noqa: B023
        clock.time("statistics", lambda: find_statistics(text, sentences, quantities, dates, mentions, quotations))  # noqa: B023
        meetings += clock.time("meetings", lambda: find_meetings(text, sentences, mentions, dates, published))  # noqa: B023
        clock.time("topics", lambda: find_topics(text, passages))  # noqa: B023
    published_on = {source.document: source.stated.get("published", "") for source in sources}
    clock.time("events", lambda: merge_events(meetings, published_on))
    return clock.seconds


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
    parse_corpus(sources[:3], workers=1)  # compile what is compiled once
    runs = [each(sources) for _ in range(options.repeat)]
    best = {name: min(run[name] for run in runs) for name in runs[0]}
    whole, tables = [], []
    for _ in range(options.repeat):
        begun = time.perf_counter()
        rows = parse_corpus(sources, workers=1)
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
