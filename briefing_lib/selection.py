"""Which rows of every table remain when a researcher looks at some documents, publishers, genres, voices, actors,
topics or a period only."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

from briefing_lib.choosing import window
from briefing_lib.counting.at_hand import Numbered, at_hand, narrowed, numbered
from briefing_lib.counting.standing import move, paragraphs_of, sentences_of, units_of
from briefing_lib.find.edtf import bounds
from briefing_lib.said_by import is_of, reached, speakers

# Tables whose rows stand in a sentence and go with it.
_IN_SENTENCE = ("mentions", "references", "dates", "quantities", "quotations", "statistics", "meetings")


def select(
    tables: Mapping[str, pd.DataFrame],
    *,
    document: Collection[str] = (),
    publisher: Collection[str] = (),
    genre: Collection[str] = (),
    voice: Collection[str] = (),
    period: str | tuple[str, str] = ("", ""),
    actor: Collection[str] = (),
    topic: Collection[str] = (),
) -> dict[str, pd.DataFrame]:
    """Return the tables with the rows that fit, under their own index labels.

    Args:
        tables: all tables.
        document: names of documents; empty means all, here as below.
        publisher: who published the document.
        genre: kinds of document: news, analysis, readout, transcript or other.
        voice: who says it: the source of the quotation that a row stands in, else the voice of its sentence. A
            quotation counts as its source's, and as the voice's that reports it.
        period: first and last day, month or year of publication; an empty end is open. A document fits that can have
            been published then: one of "April" fits a week of April.
        actor: actors named in the sentence, or taking part in the meeting.
        topic: topics of the paragraph.

    Returns:
        New frames. Actors are those still mentioned, events those still told of, agreements those of which both sides
        remain.
    """
    inside = _in_documents(tables["documents"], {"document": document, "publisher": publisher, "genre": genre}, period)
    names = [name for name, table in tables.items() if "document" in table and name not in ("documents", "problems")]
    known = tables["documents"]["document"].tolist()
    position = dict(zip(known, range(len(known)), strict=True))
    keep = {name: inside[_number(tables[name], position)] for name in names}
    voices, actors, chosen = set(voice), set(actor), set(topic)
    sentences = keep["sentences"] = keep["sentences"] & _sentences(tables, voices, actors, chosen)
    if voices or actors or chosen:
        for name in _IN_SENTENCE:
            at = sentences_of(tables[name], tables["sentences"])
            fits = (at >= 0) & sentences[at] if len(sentences) else at >= 0
            if voices:
                fits &= _said(name, tables, voices)
            if name == "meetings" and actors and not (voices or chosen):
                fits |= _taking_part(tables["meetings"], actors)
            keep[name] &= fits
        if voices:
            spoken = numbered(tables["passages"], "voice").having(voices.__contains__)
            keep["passages"] &= spoken | reached(tables["passages"], tables["sentences"], sentences)
        keep["topics"] &= _paragraphs(tables, sentences)
        if chosen:
            keep["topics"] &= numbered(tables["topics"], "topic").having(chosen.__contains__)
    keep["documents"] = inside[:-1]
    mentioned = numbered(tables["mentions"], "actor")
    named = set(mentioned.values[mentioned.counts(keep["mentions"]) > 0])
    keep["actors"] = numbered(tables["actors"], "actor").having(named.__contains__)
    keep["events"] = _told(tables["events"], tables["meetings"], keep["meetings"])
    keep["agreements"] = _agreed(tables["agreements"], tables["statistics"], keep["statistics"])
    found = {name: narrowed(table, keep[name]) if name in keep else table for name, table in tables.items()}
    for name in _IN_SENTENCE:
        at = sentences_of(tables[name], tables["sentences"])
        move(at, keep[name], sentences, found[name], found["sentences"])
    return found


def _in_documents(
    documents: pd.DataFrame, chosen: Mapping[str, Collection[str]], period: str | tuple[str, str]
) -> np.ndarray:
    """Tell which documents fit, and, last, that a document which is not in the table does not."""
    keep = np.full(len(documents), True)
    for column, values in chosen.items():
        if values:
            keep &= documents[column].isin(values).to_numpy(dtype=bool)
    since, until = window(period)
    if since or until:
        keep &= numbered(documents, "published").having(lambda day: _within(bounds(day), since, until))
    return np.append(keep, False)


def _within(days: tuple[str, str], since: str, until: str) -> bool:
    """Tell whether some of the days a date can mean lie in a period; one that is not known lies in none."""
    return any(days) and (not since or days[1] >= since) and (not until or days[0] <= until)


def _number(table: pd.DataFrame, at: Mapping[str, int]) -> np.ndarray:
    """Return the position of its document for each row; -1 for none."""
    own = numbered(table, "document")
    number = np.fromiter((at.get(name, -1) for name in own.values), dtype=np.int64, count=len(own.values))
    return number[own.codes]


def _sentences(tables: Mapping[str, pd.DataFrame], voices: set[str], actors: set[str], topics: set[str]) -> np.ndarray:
    sentences = tables["sentences"]
    keep = np.full(len(sentences), True)
    if voices:
        sources = numbered(tables["quotations"], "source").having(lambda names: is_of(names, voices))
        spoken = numbered(sentences, "voice").having(voices.__contains__)
        keep &= spoken | reached(sentences, tables["quotations"], sources)
    if actors:
        named = numbered(tables["mentions"], "actor").having(actors.__contains__)
        at = sentences_of(tables["mentions"], sentences)[named]
        holds = np.zeros(len(sentences), dtype=bool)
        holds[at[at >= 0]] = True
        keep &= holds
    if topics:
        of_topic = numbered(tables["topics"], "topic").having(topics.__contains__)
        units = units_of(sentences, "paragraph")
        at = paragraphs_of(tables["topics"], sentences)[of_topic]
        holds = np.zeros(int(units.max(initial=-1)) + 1, dtype=bool)
        holds[at[at >= 0]] = True
        keep &= holds[units]
    return keep


def _said(name: str, tables: Mapping[str, pd.DataFrame], voices: set[str]) -> np.ndarray:
    """Tell which rows of a table one of the voices says."""
    table, sentences, quotations = tables[name], tables["sentences"], tables["quotations"]
    if name != "quotations":
        return speakers(table, sentences, quotations).having(lambda names: is_of(names, voices))
    at = sentences_of(quotations, sentences)
    spoken = np.append(numbered(sentences, "voice").having(voices.__contains__), False)
    return numbered(quotations, "source").having(lambda names: is_of(names, voices)) | spoken[at]


def _paragraphs(tables: Mapping[str, pd.DataFrame], sentences: np.ndarray) -> np.ndarray:
    """Tell which topics stand in a paragraph of which a sentence is kept."""
    units = units_of(tables["sentences"], "paragraph")
    holds = np.zeros(int(units.max(initial=-1)) + 2, dtype=bool)  # the last one for no paragraph
    holds[units[sentences]] = True
    return holds[paragraphs_of(tables["topics"], tables["sentences"])]


def _taking_part(meetings: pd.DataFrame, actors: set[str]) -> np.ndarray:
    rows, names = at_hand(_participants, meetings)
    found = np.zeros(len(meetings), dtype=bool)
    found[rows[names.having(actors.__contains__)]] = True
    return found


def _participants(meetings: pd.DataFrame) -> tuple[np.ndarray, Numbered]:
    """Return, for all participants of all meetings, the position of the meeting and the name."""
    lists = meetings["participants"].tolist()
    codes, values = pd.factorize(np.array([name for names in lists for name in names], dtype=object))
    return np.repeat(np.arange(len(lists)), [len(names) for names in lists]), Numbered(values, codes)


def _told(events: pd.DataFrame, meetings: pd.DataFrame, kept: np.ndarray) -> np.ndarray:
    """Tell which events some kept mention tells of."""
    rows, places, own, number = at_hand(_mentions, events, meetings)
    told = np.zeros(number, dtype=bool)
    told[own[kept]] = True
    found = np.zeros(len(events), dtype=bool)
    found[rows[told[places]]] = True
    return found


def _agreed(agreements: pd.DataFrame, statistics: pd.DataFrame, kept: np.ndarray) -> np.ndarray:
    """Tell of which agreements all figures are kept."""
    rows, places, own, number = at_hand(_figures, agreements, statistics)
    told = np.zeros(number, dtype=bool)
    told[own[kept]] = True
    found = np.full(len(agreements), True)
    found[rows[~told[places]]] = False
    return found


Places = tuple[np.ndarray, np.ndarray, np.ndarray, int]
"""Row and place of each mention; place of each row of the table they are in; how many places there are."""


def _mentions(events: pd.DataFrame, meetings: pd.DataFrame) -> Places:
    return _places(events["mentions"].tolist(), meetings)


def _figures(agreements: pd.DataFrame, statistics: pd.DataFrame) -> Places:
    figures = [[first, *second] for first, second in zip(agreements["first"], agreements["second"], strict=True)]
    return _places(figures, statistics)


def _places(lists: list[list[str]], table: pd.DataFrame) -> Places:
    known: dict[str, int] = {}
    columns = (table[name].tolist() for name in ("document", "start", "end"))
    own = [known.setdefault(f"{d}:{start}-{end}", len(known)) for d, start, end in zip(*columns, strict=True)]
    places = [known.setdefault(place, len(known)) for those in lists for place in those]
    rows = np.repeat(np.arange(len(lists)), [len(those) for those in lists])
    return rows, np.array(places, dtype=np.int64), np.array(own, dtype=np.int64), len(known)
