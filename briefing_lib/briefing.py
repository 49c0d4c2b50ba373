"""A corpus as a researcher holds it in hand: every table, the texts behind them, and what could not be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from briefing_lib.choosing import check_names
from briefing_lib.corrections import deciding
from briefing_lib.corrections.decisions import Decision
from briefing_lib.corrections.kept import Corpus, WrongDecision
from briefing_lib.find.gazetteer import Gazetteer
from briefing_lib.learned import learn_topics
from briefing_lib.parse import lexicons_of, parse_corpus
from briefing_lib.progress import shown
from briefing_lib.read.corpora import default_corpus
from briefing_lib.read.own import Own, read_own
from briefing_lib.read.sources import read_sources
from briefing_lib.selection import select
from briefing_lib.storage import Format, load_tables, save_tables
from briefing_lib.tables import TABLES, Problem, frame


class Briefing:
    """All tables of a corpus.

    Each table of the data dictionary is an attribute: ``briefing.meetings`` is a data frame with the columns of
    ``briefing_lib.tables.Meeting``. Tables narrowed by ``where`` keep their index labels, so that a row is the same row
    everywhere.

    A researcher's decisions on it - ``correct``, ``drop``, ``same``, ``apart`` - are kept in ``corrections.csv`` beside
    the documents, and hold whenever they are read. Each of these returns a new briefing.

    Args:
        tables: data frames by name of table.
        texts: the documents' texts, by document.
        corpus: the folder and the tables as they were read, where decisions can be kept.
    """

    documents: pd.DataFrame
    passages: pd.DataFrame
    sentences: pd.DataFrame
    actors: pd.DataFrame
    mentions: pd.DataFrame
    references: pd.DataFrame
    dates: pd.DataFrame
    quantities: pd.DataFrame
    quotations: pd.DataFrame
    statistics: pd.DataFrame
    agreements: pd.DataFrame
    meetings: pd.DataFrame
    events: pd.DataFrame
    topics: pd.DataFrame
    problems: pd.DataFrame

    def __init__(self, tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str], corpus: Corpus | None = None):
        self._corpus = corpus
        self._whole: Briefing | None = None  # what was read, where this is what a filter left
        for name in TABLES:
            setattr(self, name, tables[name] if name in tables else frame(name))
        self._texts = dict(texts)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(self.table(name)):,} {name}" for name in TABLES if name != "documents")
        return f"Briefing of {len(self.documents):,} documents: {counts}"

    def table(self, name: str) -> pd.DataFrame:
        """Return a table by name.

        Raises:
            ValueError: there is no such table; the message names those there are.
        """
        if name not in TABLES:
            raise ValueError(f"There is no table {name!r}. Choose one of {', '.join(TABLES)}.")
        return getattr(self, name)

    def text(self, document: str) -> str:
        """Return the text of a document, to which all offsets refer.

        Raises:
            ValueError: there is no such document.
        """
        if document not in self._texts:
            raise ValueError(f"There is no document {document!r}. Choose one of {', '.join(sorted(self._texts)[:10])}.")
        return self._texts[document]

    def where(
        self,
        *,
        document: str | Collection[str] = (),
        publisher: str | Collection[str] = (),
        genre: str | Collection[str] = (),
        voice: str | Collection[str] = (),
        period: str | tuple[str, str] = ("", ""),
        actor: str | Collection[str] = (),
        topic: str | Collection[str] = (),
    ) -> Briefing:
        """Return the briefing narrowed to some documents, publishers, genres, voices, actors, topics or a period.

        Empty means all; one name may stand by itself. Rows keep their index labels. See
        ``briefing_lib.selection.select`` for what each filter means.

        Args:
            document: names of documents.
            publisher: who published them.
            genre: news, analysis, readout, transcript or other.
            voice: who says it.
            period: of publication: a year, month or day, or the first and the last: ``("2023", "2024-04")``.
            actor: actors named.
            topic: topics of the paragraph.

        Raises:
            ValueError: there is no such name in the documents read, or the period is no date; the message says what
                comes closest.
        """
        chosen = {
            "document": document, "publisher": publisher, "genre": genre,
            "voice": voice, "actor": actor, "topic": topic,
        }  # fmt: skip
        lists = {name: [value] if isinstance(value, str) and value else value for name, value in chosen.items()}
        whole = self._whole or self
        check_names({name: whole.table(name) for name in TABLES}, lists)
        narrowed = select({name: self.table(name) for name in TABLES}, period=period, **lists)
        left = Briefing(narrowed, self._texts)
        left._whole = whole
        return left

    def learn_topics(
        self, number: int = 0, *, words: int = 2, names: bool = False, boilerplate: bool = False
    ) -> Briefing:
        """Return the briefing with topics learned from its own paragraphs, beside those of the codebook.

        The new rows of ``topics`` have the method "learned" and are the same on every run; earlier learned ones are
        replaced. See ``briefing_lib.learned.learn_topics``.

        Args:
            number: how many topics to learn; 0 for as many as suit the number of paragraphs, from 4 to 20.
            words: words of the longest string that counts as a term.
            names: whether names of actors are terms too.
            boilerplate: whether what belongs to the web page counts too.

        Returns:
            A new briefing. Where paragraphs are too few to learn so many topics from, a row of ``problems`` says so.

        Raises:
            ValueError: a single topic is asked for, or terms of no words.
        """
        rows = learn_topics(self.sentences, None if names else self.mentions, number, words, boilerplate)
        others = self.topics[self.topics["method"] != "learned"].reset_index(drop=True)
        learned = frame("topics", rows)
        topics = pd.concat([others, learned], ignore_index=True) if len(others) else learned
        corpus = self._corpus and self._corpus.with_table("topics", topics)
        tables = {**{name: self.table(name) for name in TABLES}, "topics": topics}
        if not rows:
            remedy = "ask for fewer (number=...), add documents, or use the codebook"
            wanted = f"{number} topics" if number else "topics"
            few = Problem("", "", f"too few paragraphs with words in common to learn {wanted} from", remedy)
            tables["problems"] = pd.concat([self.problems, frame("problems", [few])], ignore_index=True)
        return Briefing(tables, self._texts, corpus)

    @property
    def corrections(self) -> pd.DataFrame:
        """The decisions made so far: what was decided, the label of its row, and why one could not be applied."""
        return self._kept().shown()

    def correct(self, table: str, row: Any, column: str, value: Any, note: str = "") -> Briefing:
        """Set a cell of a table, for good, and return the briefing with it.

        Args:
            table: mentions, references, dates, quantities, quotations, statistics or meetings.
            row: label of the row, as it stands left of it.
            column: what to set. The bounds of a date follow it, a level before a change the figures it rests on.
            value: to what; lists as lists or joined with ``' | '``, dates as EDTF, an empty one for unknown.
            note: why, in your own words.

        Raises:
            ValueError: there is no such row or column, or it cannot hold the value; nothing is changed.
            OSError: ``corrections.csv`` cannot be written.
        """
        read, now = self._kept().read, self.table(table)
        return self._decided([deciding.setting(read.get(table, now), now, table, row, column, value, note)])

    def drop(self, table: str, row: Any, note: str = "") -> Briefing:
        """Drop a row that should not be there, for good; see ``correct``."""
        read, now = self._kept().read, self.table(table)
        return self._decided([deciding.dropping(read.get(table, now), now, table, row, note)])

    def same(self, events: Collection[str], note: str = "") -> Briefing:
        """Say that events are one, whatever the rules say: ``briefing.same(["e3", "e7"])``."""
        read = self._kept().read["meetings"]
        return self._decided(deciding.joining(read, self.meetings, self.events, events, note))

    def apart(self, *mentions: Any, note: str = "") -> Briefing:
        """Say that mentions are of different meetings, whatever the rules say.

        Args:
            mentions: labels of ``meetings``, two or more that are not of one meeting: ``briefing.apart(12, 15)``; a
                list stands for one side: ``briefing.apart([12, 13], 15)``. A single label or list is taken apart from
                the other mentions of its event.
            note: why, in your own words.
        """
        read = self._kept().read["meetings"]
        return self._decided(deciding.parting(read, self.meetings, self.events, mentions, note))

    def undo(self, number: int | None = None) -> Briefing:
        """Take a decision back: one by its ``number`` in ``corrections``, or else the last."""
        return self._with(self._kept().without(number))

    @property
    def correctable(self) -> bool:
        """Whether decisions can be kept: the documents were read from a folder, and none are filtered out."""
        return self._corpus is not None

    def become(self, other: Briefing) -> None:
        """Take over the tables of another briefing, so that whoever holds this one sees what was decided since."""
        self.__dict__.update(other.__dict__)

    def _kept(self) -> Corpus:
        if self._corpus is None:
            raise WrongDecision(
                "decisions are kept beside the documents, and belong to all of them",
                "correct what read_briefing(folder) returned; where() keeps the labels of its rows",
            )
        return self._corpus

    def _decided(self, decisions: Sequence[Decision]) -> Briefing:
        return self._with(self._kept().having(decisions))

    def _with(self, corpus: Corpus) -> Briefing:
        return Briefing(corpus.tables, self._texts, corpus)

    def save(self, folder: str | os.PathLike[str], format: Format = "parquet") -> list[Path]:
        """Write every table into a folder, one file each, and return the files.

        Parquet keeps types and lists and can be opened again with ``open_briefing``; CSV joins lists with ``' | '``.
        """
        return save_tables({name: self.table(name) for name in TABLES}, self._texts, Path(folder), format)


def read_briefing(
    folder: str | os.PathLike[str] | None = None,
    *,
    ner: str = "",
    workers: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> Briefing:
    """Read a folder of documents into a briefing.

    Args:
        folder: folder of plain text files and web pages, with ``sources.csv`` beside them for what a document does not
            state, ``actors.csv`` and ``topics.csv`` to extend or override the bundled lexicons, and
            ``corrections.csv``, the decisions made so far. None stands for the corpus that ``briefing lab FOLDER`` was
            started with, or else the five bundled documents.
        ner: an installed spaCy pipeline ("en_core_web_sm") whose names of people, organisations and places are added
            where the rules found none, marked by their ``rule``; empty for none.
        workers: processes to use; None decides by the size of the corpus. The tables do not depend on it.
        progress: called with the number of documents done since the last call; None shows a bar in a notebook when the
            folder is large, and nothing elsewhere.

    Returns:
        The briefing. What could not be read or resolved stands in its ``problems``.

    Raises:
        FileNotFoundError: there is no such folder; the message names it and what to do.
        ImportError: ``ner`` is given, but spaCy is not installed.
        ValueError: there is no such spaCy pipeline.
    """
    path = Path(folder) if folder is not None else default_corpus()
    sources, problems = read_sources(path)
    own, more = read_own(path)
    if not sources:
        problems.append(Problem("", str(path), "no documents", "put texts (.txt) or web pages (.html) into the folder"))
    with shown(len(sources), sum(len(source.text) for source in sources)) as bar:
        rows = parse_corpus(sources, own, workers, ner, progress or bar)
    rows["problems"] = [*problems, *more, *rows["problems"]]
    read, texts = {name: frame(name, rows[name]) for name in TABLES}, {s.document: s.text for s in sources}
    corpus = Corpus(path, read, texts, partial(_names, own)).replayed()
    return Briefing(corpus.tables, texts, corpus)


def _names(own: Own) -> Gazetteer:
    return lexicons_of(own).names


def open_briefing(folder: str | os.PathLike[str]) -> Briefing:
    """Open tables that ``Briefing.save`` wrote as Parquet, without parsing anything again."""
    tables, texts = load_tables(Path(folder))
    return Briefing(tables, texts)
