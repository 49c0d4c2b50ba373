"""One document, or a folder of them, to the rows of all tables.

A document is parsed alone, so any number can be parsed side by side and the rows are the same; actors and events, which
are told by
several documents, are put together at the end.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice, repeat
from typing import Any, NamedTuple

from briefing_lib.find import gazetteer
from briefing_lib.find.dates import find_dates
from briefing_lib.find.durations import find_durations
from briefing_lib.find.gazetteer import Gazetteer
from briefing_lib.find.mentions import find_mentions
from briefing_lib.find.ner import StatisticalNames
from briefing_lib.find.quantities import find_quantities
from briefing_lib.find.quotations import find_quotations
from briefing_lib.find.range_ends import range_ends
from briefing_lib.find.references import find_references
from briefing_lib.find.voices import name_voices
from briefing_lib.link import codebook
from briefing_lib.link.actors import gather_actors
from briefing_lib.link.checks import compare_statistics
from briefing_lib.link.codebook import Codebook
from briefing_lib.link.events import merge_events
from briefing_lib.link.meetings import find_meetings
from briefing_lib.link.profile import date_document, describe_document
from briefing_lib.link.statistics import find_statistics
from briefing_lib.link.topics import find_topics
from briefing_lib.read.own import Own
from briefing_lib.read.paragraphs import split_paragraphs
from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences
from briefing_lib.read.sources import Source
from briefing_lib.tables import Problem

Rows = dict[str, list[Any]]

_OF_DOCUMENT = (
    "documents", "passages", "sentences", "mentions", "references", "dates", "quantities", "quotations", "statistics",
    "meetings", "topics", "problems",
)  # fmt: skip
_NONE = Own()
_BATCH = 200
_WORTH_WORKERS = 4_000_000  # characters; below, starting processes costs more than it saves


class Lexicons(NamedTuple):
    """What is looked for: names of actors, terms of topics, and names that a statistical pipeline finds."""

    names: Gazetteer
    codebook: Codebook
    ner: StatisticalNames | None = None


def lexicons_of(own: Own = _NONE, ner: str = "") -> Lexicons:
    """Return the bundled lexicons, with a researcher's own rows before them and the spaCy pipeline asked for."""
    names = Gazetteer(own.actors) if own.actors else gazetteer.bundled()
    terms = Codebook(own.topics) if own.topics else codebook.bundled()
    return Lexicons(names, terms, StatisticalNames(ner) if ner else None)


def parse_document(source: Source, lexicons: Lexicons | None = None) -> Rows:
    """Return the rows of every table that one document gives.

    Args:
        source: the document.
        lexicons: what to look for; the bundled ones if None.

    Returns:
        Rows by table. Where a rule stumbles over a document, that table is empty and a problem says so; the others are
        filled.
    """
    text, (names, terms, ner) = source.text, lexicons or lexicons_of()
    step = Steps(source)
    paragraphs = split_paragraphs(text)
    passages = step("passages", split_passages, source.document, text, paragraphs)
    sentences = step("sentences", split_sentences, text, passages, paragraphs)
    dated = date_document(source, sentences)
    mentions = step("mentions", find_mentions, text, sentences, names, dated[0])
    if ner:
        mentions = sorted([*mentions, *step("names", ner.find, text, sentences, mentions)], key=lambda m: m.start)
    passages, sentences = name_voices(passages, sentences, mentions)
    document, problems = describe_document(source, passages, sentences, dated)
    dates = step("dates", find_dates, text, sentences, document.published)
    durations = step("dates", find_durations, text, sentences, dates)
    quantities = step("quantities", find_quantities, text, sentences, dates)
    references = step("references", find_references, text, sentences, mentions, document.published)
    quotations = step("quotations", find_quotations, text, sentences, mentions, references)
    statistics = step(
        "statistics", find_statistics, text, sentences, quantities, dates, mentions, quotations, document.published
    )
    meetings = step("meetings", find_meetings, text, sentences, mentions, dates, document.published)
    return {
        "documents": [document],
        "passages": passages,
        "sentences": sentences,
        "mentions": mentions,
        "references": references,
        "dates": sorted([*dates, *range_ends(dates), *durations], key=lambda row: row.start),
        "quantities": quantities,
        "quotations": quotations,
        "statistics": statistics,
        "meetings": meetings,
        "topics": step("topics", find_topics, text, passages, terms),
        "problems": [*problems, *step.problems],
    }


class Steps:
    """Runs the extractors of one document; one that stumbles must not take the others, or the corpus, with it."""

    def __init__(self, source: Source):
        self._source = source
        self.problems: list[Problem] = []

    def __call__(self, table: str, extractor: Callable[..., list[Any]], *arguments: Any) -> list[Any]:
        try:
            return extractor(*arguments)
        except Exception as error:
            what = f"no {table} could be read ({type(error).__name__}: {error})"
            remedy = "please report this, with the file if you may share it"
            self.problems.append(Problem(self._source.document, self._source.path, what, remedy))
            return []


def _batches(sources: Iterable[Source]) -> Iterator[list[Source]]:
    remaining = iter(sources)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


def _parse_batch(batch: list[Source], own: Own, ner: str) -> list[Rows]:
    return list(_parse_each(batch, lexicons_of(own, ner)))


def _parse_each(sources: Iterable[Source], lexicons: Lexicons) -> Iterator[Rows]:
    """Parse documents one after the other, looking for garbage among each one's own objects alone.

    The collector would else go through the lexicons and all rows made so far again and again, a tenth of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        for source in sources:
            yield parse_document(source, lexicons)
            gc.collect(0)
    finally:
        if enabled:
            gc.enable()


def parse_corpus(
    sources: Sequence[Source],
    own: Own = _NONE,
    workers: int | None = None,
    ner: str = "",
    progress: Callable[[int], object] | None = None,
) -> Rows:
    """Return the rows of all tables of a corpus.

    Args:
        sources: the documents, in the order in which their rows shall stand.
        own: rows of the researcher's own ``actors.csv`` and ``topics.csv``.
        workers: processes to use; None decides by the size of the corpus. The rows do not depend on it.
        ner: spaCy pipeline whose names are added to those of the rules; empty for none.
        progress: called with the number of documents done since the last call.
    """
    if workers is None:
        workers = 1 if sum(len(s.text) for s in sources) < _WORTH_WORKERS else os.cpu_count() or 1
    rows: Rows = {table: [] for table in _OF_DOCUMENT}
    lexicons = lexicons_of(own, ner)
    for done in _parsed(sources, own, ner, lexicons, workers):
        for table in _OF_DOCUMENT:
            rows[table].extend(done[table])
        if progress:
            progress(1)
    published = {d.document: d.published for d in rows["documents"]}
    rows["actors"] = gather_actors(rows["mentions"], published, lexicons.names)
    rows["events"] = merge_events(rows["meetings"], published)
    rows["agreements"] = compare_statistics(rows["statistics"])
    return rows


def _parsed(sources: Sequence[Source], own: Own, ner: str, lexicons: Lexicons, workers: int) -> Iterator[Rows]:
    if workers <= 1 or len(sources) < 2:
        yield from _parse_each(sources, lexicons)
        return
    context = multiprocessing.get_context("spawn")  # the same behaviour on every system
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        for batch in pool.map(_parse_batch, _batches(sources), repeat(own), repeat(ner)):
            yield from batch
