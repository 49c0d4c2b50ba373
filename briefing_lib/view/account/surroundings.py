"""The paragraphs in which documents tell of meetings: report or opinion, and who and what else is named there."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd

from briefing_lib.tables import LIST_SEPARATOR
from briefing_lib.view.account.document_rows import of_documents, of_sentences
from briefing_lib.view.account.opinion import Judged, Said, judge_all
from briefing_lib.view.drawing import labels

LISTS = ("figures", "quoted", "actors", "topics")
"""What is told beside a meeting; each document is free to tell its own part."""


class Account(NamedTuple):
    """What one document tells of one aspect.

    Attributes:
        values: what it tells, in words, each once, in order of the text.
        means: what is compared, one for each of the values.
        table: table of its rows.
        rows: index labels of the rows.
    """

    values: list[str]
    means: list[Any]
    table: str
    rows: list[int]


class Row(NamedTuple):
    """A row of a table, as what a document tells of an aspect."""

    aspect: str
    document: str
    table: str
    label: int
    words: str
    meaning: Any


class Surroundings(NamedTuple):
    """The sentences of the paragraphs that hold some mentions.

    Attributes:
        paragraph: document and paragraph of each sentence of the documents.
        judged: report or opinion, for each sentence of those paragraphs.
        quotations: those that stand in them.
    """

    paragraph: dict[str, tuple[str, int]]
    judged: dict[str, Judged]
    quotations: pd.DataFrame

    def places(self, sentences: Iterable[str]) -> set[tuple[str, int]]:
        """Return the paragraphs of some sentences."""
        return {self.paragraph[sentence] for sentence in sentences if sentence in self.paragraph}

    def fitting(self, told: str) -> set[str]:
        """Return the sentences that are ``report`` or ``opinion``; every one for ``all``."""
        return {name for name, found in self.judged.items() if told in ("all", found.name)}


def surroundings(briefing: Any, mentions: pd.DataFrame, genres: dict[str, str]) -> Surroundings:
    """Read the paragraphs around some mentions of meetings.

    Args:
        briefing: anything whose attributes are the tables.
        mentions: rows of ``meetings``.
        genres: genre of each of their documents.
    """
    documents = set(mentions["document"])
    sentences = of_documents(briefing.sentences, documents, "sentence", "document", "paragraph", "text", "voice")
    where = zip(sentences["document"], sentences["paragraph"], strict=True)
    paragraph = dict(zip(sentences["sentence"], where, strict=True))
    places = {paragraph.get(sentence) for sentence in mentions["sentence"]}
    near = {sentence for sentence, place in paragraph.items() if place in places}
    sentences = sentences[sentences["sentence"].isin(near)]
    columns = ("sentence", "document", "source", "source_text", "kind", "strength", "source_class")
    quotations = of_sentences(briefing.quotations, documents, near, *columns)
    return Surroundings(paragraph, _judged(sentences, quotations, genres), quotations)


def _judged(sentences: pd.DataFrame, quotations: pd.DataFrame, genres: dict[str, str]) -> dict[str, Judged]:
    said: dict[str, list[Said]] = {}
    columns = [quotations[name] for name in ("sentence", "kind", "strength", "source_class")]
    for sentence, *how in zip(*columns, strict=True):
        said.setdefault(sentence, []).append(Said(*how))
    parts = zip(sentences["text"], sentences["voice"], sentences["document"], strict=True)
    return judge_all(dict(zip(sentences["sentence"], parts, strict=True)), genres, said)


def listed(briefing: Any, near: Surroundings, drawn: set[str], told_in: Iterable[str], told: str) -> list[Row]:
    """Return the figures, speakers, actors and topics of the paragraphs that hold some sentences.

    Args:
        briefing: anything whose attributes are the tables.
        near: the paragraphs.
        drawn: documents.
        told_in: sentences that tell of the meetings.
        told: all, or only sentences of ``report`` or ``opinion``.
    """
    places = near.places(told_in)
    within = {name for name in near.fitting(told) if near.paragraph[name] in places}
    rows: list[Row] = []
    rows += _figures(of_sentences(briefing.quantities, drawn, within, "sentence", "document", "value", "unit"))
    rows += _speakers(near.quotations[near.quotations["sentence"].isin(within)])
    rows += _actors(of_sentences(briefing.mentions, drawn, within, "sentence", "document", "actor", "role"))
    rows += _topics(of_documents(briefing.topics, drawn, "document", "paragraph", "topic"), places)
    return rows


def _figures(quantities: pd.DataFrame) -> Iterable[Row]:
    for label, document, value, unit in zip(
        quantities.index, quantities["document"], quantities["value"], quantities["unit"], strict=True
    ):
        noun = unit.islower() and unit != "percent" and value != 1
        words = labels.amount(value, labels.count(2, unit).partition(" ")[2] if noun else unit)
        yield Row("figures", document, "quantities", label, words, words)


def _speakers(quotations: pd.DataFrame) -> Iterable[Row]:
    columns = [quotations[name] for name in ("document", "source", "source_text")]
    for label, document, source, words in zip(quotations.index, *columns, strict=True):
        for name in (source or words or "unresolved").split(LIST_SEPARATOR):
            yield Row("quoted", document, "quotations", label, name, name)


def _actors(mentions: pd.DataFrame) -> Iterable[Row]:
    acting = mentions[mentions["role"] != "place"]
    for label, document, actor in zip(acting.index, acting["document"], acting["actor"], strict=True):
        yield Row("actors", document, "mentions", label, actor, actor)


def _topics(topics: pd.DataFrame, places: set[Any]) -> Iterable[Row]:
    columns = [topics[name] for name in ("document", "paragraph", "topic")]
    for label, document, paragraph, topic in zip(topics.index, *columns, strict=True):
        if (document, paragraph) in places:
            yield Row("topics", document, "topics", label, topic, topic)


def gathered(rows: list[Row]) -> dict[tuple[str, str], Account]:
    """Return the accounts that rows add up to, by aspect and document; a row without words says nothing."""
    found = {}
    said = sorted((row for row in rows if row.words), key=lambda row: row[:4])
    for place, group in groupby(said, key=lambda row: (row.aspect, row.document)):
        those = list(group)
        values = {row.words: row.meaning for row in those}
        labelled = list(dict.fromkeys(row.label for row in those))
        found[place] = Account(list(values), list(values.values()), those[0].table, labelled)
    return found
