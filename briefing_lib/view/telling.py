"""What each document tells of a meeting, aspect by aspect, and where the accounts differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.at_hand import at_hand, numbered
from briefing_lib.link.event_groups import same_parties, same_place
from briefing_lib.mentioned import meetings_of
from briefing_lib.tables import LIST_SEPARATOR
from briefing_lib.view import labels
from briefing_lib.view.opinion import Judged, Said, judge_all

NOUNS = {
    "meetings": "mention",
    "quantities": "figure",
    "quotations": "quotation",
    "mentions": "name",
    "topics": "topic",
}
COLUMNS = [
    *("document", "sentence", "type", "participants", "place", "date_text", "edtf", "earliest", "latest", "status"),
    "voice",
]
CANDIDATES = 60
"""Documents looked into, those that tell of it most often: a period of a large corpus has thousands."""


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


class Aspect(NamedTuple):
    """What accounts can differ in.

    Attributes:
        name: of the row.
        agree: whether two values may both be so; None for lists, of which each document is free to give its own part.
    """

    name: str
    agree: Callable[[Any, Any], bool] | None


def _meet(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Tell whether two spans of days overlap; one that is not known agrees with any."""
    return not (a[0] and b[0]) or (a[0] <= b[1] and b[0] <= a[1])


def _parties(a: tuple[str, Sequence[str]], b: tuple[str, Sequence[str]]) -> bool:
    return same_parties(a[1], b[1], a[0], dated=True)


def _same(a: str, b: str) -> bool:
    return a == b


ASPECTS = (
    Aspect("status", _same),
    Aspect("date", _meet),
    Aspect("place", same_place),
    Aspect("participants", _parties),
    Aspect("type", _same),
    Aspect("who says so", _same),
    Aspect("told as", _same),
    Aspect("figures", None),
    Aspect("quoted", None),
    Aspect("actors", None),
    Aspect("topics", None),
)


class Telling(NamedTuple):
    """The accounts of the documents that tell of a meeting or a period.

    Attributes:
        documents: in order of publication.
        total: how many documents tell of it, those left out too.
        accounts: of each aspect and document that says something of it.
        why: for each document, what its sentences of opinion were told by.
    """

    documents: list[str]
    total: int
    accounts: dict[tuple[str, str], Account]
    why: dict[str, list[str]]


def most_told(events: pd.DataFrame, meetings: pd.DataFrame) -> str:
    """Return the event told by most documents, of equals by most mentions, then the first; '' if there is none.

    A filter may have left out documents that an event still lists: what is left is counted.
    """
    return at_hand(_most_told, events, meetings)


def _most_told(events: pd.DataFrame, meetings: pd.DataFrame) -> str:
    left = set(numbered(meetings, "document").values[np.unique(numbered(meetings, "document").codes)].tolist())
    best, name = (0, 0), ""
    mentions = events["mentions"].map(len).tolist()
    for event, documents, number in zip(events["event"].tolist(), events["documents"].tolist(), mentions, strict=True):
        if (told := (sum(document in left for document in documents), number)) > best and told[0]:
            best, name = told, event
    return name


def mentions_of_event(events: pd.DataFrame, meetings: pd.DataFrame, event: str) -> np.ndarray:
    """Return the positions of the rows of ``meetings`` that tell of an event, in order; none if it is not known."""
    known = numbered(events, "event")
    own = events[["event", "type", "participants", "documents", "mentions"]][known.codes == known.place(event)]
    documents = {document for those in own["documents"] for document in those}
    near = _positions(meetings, documents)
    rows = meetings[["document", "start", "end", "type", "participants"]].take(near)
    return near[rows.index.isin(meetings_of(own, rows).get(event, []))]


def mentions_of_period(meetings: pd.DataFrame, since: str, until: str) -> np.ndarray:
    """Return the positions of the rows of ``meetings`` whose date may lie between two days, as ISO dates."""
    before = numbered(meetings, "earliest").having(lambda day: day and day <= until)
    after = numbered(meetings, "latest").having(lambda day: day and day >= since)
    return np.flatnonzero(before & after)


def telling(briefing: Any, told_at: np.ndarray, told: str, limit: int) -> Telling:
    """Return what the documents that most often tell of something say of it.

    Args:
        briefing: anything whose attributes are the tables.
        told_at: positions of the rows of ``meetings`` that tell of it.
        told: all, or only sentences of ``report`` or ``opinion``.
        limit: most documents.
    """
    own = numbered(briefing.meetings, "document")
    often = own.counts(told_at)
    telling_it = np.flatnonzero(often)
    total = len(telling_it)
    ranked = sorted(zip((-often[telling_it]).tolist(), own.values[telling_it].tolist(), telling_it, strict=True))
    documents = {document for _, document, _ in ranked[:CANDIDATES]}
    near_it = np.isin(own.codes[told_at], [code for *_, code in ranked[:CANDIDATES]])
    mentions = briefing.meetings[COLUMNS].take(told_at[near_it])
    about = of_documents(briefing.documents, documents, "document", "published", "genre")
    published = dict(zip(about["document"], about["published"], strict=True))
    genres = dict(zip(about["document"], about["genre"], strict=True))
    sentences = of_documents(briefing.sentences, documents, "sentence", "document", "paragraph", "text", "voice")
    paragraph = dict(
        zip(sentences["sentence"], zip(sentences["document"], sentences["paragraph"], strict=True), strict=True)
    )
    places = {paragraph.get(sentence) for sentence in mentions["sentence"]}
    near = {sentence for sentence, place in paragraph.items() if place in places}
    sentences = sentences[sentences["sentence"].isin(near)]
    columns = ("sentence", "document", "source", "source_text", "kind", "strength", "source_class")
    quotations = _of_sentences(briefing.quotations, documents, near, *columns)
    judged = _judged(sentences, quotations, genres)

    fitting = {name for name, found in judged.items() if told in ("all", found.name)}
    if told != "all":
        mentions = mentions[mentions["sentence"].isin(fitting)]
        total = mentions["document"].nunique()
    counts = mentions["document"].value_counts()
    drawn = sorted(counts.index.tolist(), key=lambda document: (-counts[document], document))[:limit]
    drawn.sort(key=lambda document: (published.get(document) or "9999", document))
    places = {paragraph.get(s) for s, d in zip(mentions["sentence"], mentions["document"], strict=True) if d in drawn}
    within = {name for name in fitting if paragraph[name] in places}

    rows: list[tuple[str, str, str, int, str, Any]] = []  # aspect, document, table, label, words, meaning
    rows += _told_of_meetings(mentions[mentions["document"].isin(drawn)], judged)
    rows += _figures(_of_sentences(briefing.quantities, set(drawn), within, "sentence", "document", "value", "unit"))
    rows += _speakers(quotations[quotations["sentence"].isin(within)])
    rows += _actors(_of_sentences(briefing.mentions, set(drawn), within, "sentence", "document", "actor", "role"))
    rows += _topics(of_documents(briefing.topics, set(drawn), "document", "paragraph", "topic"), places)
    rows.sort(key=lambda row: row[:4])
    accounts = {}
    for (aspect, document), group in groupby(rows, key=lambda row: row[:2]):
        those = list(group)
        values = {row[4]: row[5] for row in those if row[4]}
        if values:
            told_rows = list(dict.fromkeys(row[3] for row in those if row[4]))
            accounts[aspect, document] = Account(list(values), list(values.values()), those[0][2], told_rows)
    return Telling(drawn, total, accounts, _why(mentions, judged))


class _ByDocument(NamedTuple):
    """Positions of the rows of each document, one document after the other."""

    order: np.ndarray
    starts: np.ndarray
    place: dict[str, int]


def _by_document(table: pd.DataFrame) -> _ByDocument:
    own = numbered(table, "document")
    order = np.argsort(own.codes, kind="stable")
    starts = np.searchsorted(own.codes[order], np.arange(len(own.values) + 1))
    return _ByDocument(order, starts, {document: place for place, document in enumerate(own.values.tolist())})


def _positions(table: pd.DataFrame, documents: set[str]) -> np.ndarray:
    """Return the positions of the rows of some documents, in order."""
    found: _ByDocument = at_hand(_by_document, table)
    places = [found.place[document] for document in documents if document in found.place]
    parts = [found.order[found.starts[place] : found.starts[place + 1]] for place in places]
    return np.sort(np.concatenate(parts)) if parts else np.empty(0, dtype=np.int64)


def of_documents(table: pd.DataFrame, documents: set[str], *columns: str) -> pd.DataFrame:
    """Return some columns of the rows of some documents: no more is read than is needed.

    To take rows of long text one by one copies the whole column first; a document's rows mostly stand together.
    """
    own, at = table[list(columns)], _positions(table, documents)
    runs = np.split(at, np.flatnonzero(np.diff(at) != 1) + 1)
    if not len(at) or len(runs) > 2 * CANDIDATES:
        return own.take(at)
    return pd.concat([own.iloc[run[0] : run[-1] + 1] for run in runs])


def _of_sentences(table: pd.DataFrame, documents: set[str], sentences: set[str], *columns: str) -> pd.DataFrame:
    near = of_documents(table, documents, *columns)
    return near[near["sentence"].isin(sentences)]


def _judged(sentences: pd.DataFrame, quotations: pd.DataFrame, genres: dict[str, str]) -> dict[str, Judged]:
    said: dict[str, list[Said]] = {}
    columns = [quotations[name] for name in ("sentence", "kind", "strength", "source_class")]
    for sentence, *how in zip(*columns, strict=True):
        said.setdefault(sentence, []).append(Said(*how))
    parts = zip(sentences["text"], sentences["voice"], sentences["document"], strict=True)
    return judge_all(dict(zip(sentences["sentence"], parts, strict=True)), genres, said)


def _why(mentions: pd.DataFrame, judged: dict[str, Judged]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for document, sentence in zip(mentions["document"], mentions["sentence"], strict=True):
        if (one := judged.get(sentence)) and one.opinion:
            found.setdefault(document, []).append(", ".join(one.why))
    return {document: list(dict.fromkeys(why)) for document, why in found.items()}


def _told_of_meetings(mentions: pd.DataFrame, judged: dict[str, Judged]) -> Iterable[tuple]:
    row: Any
    for row in mentions.itertuples():
        voice = "the document itself" if row.voice in ("author", "journalist", "") else row.voice
        kind = judged[row.sentence].name if row.sentence in judged else ""
        for aspect, words, meaning in (
            ("status", row.status, row.status),
            ("date", row.edtf or row.date_text, (row.earliest, row.latest)),
            ("place", row.place, row.place),
            ("participants", ", ".join(row.participants), (row.type, tuple(row.participants))),
            ("type", row.type, row.type),
            ("who says so", voice, voice),
            ("told as", kind, kind),
        ):
            yield aspect, row.document, "meetings", row.Index, words, meaning


def _figures(quantities: pd.DataFrame) -> Iterable[tuple]:
    for label, document, value, unit in zip(
        quantities.index, quantities["document"], quantities["value"], quantities["unit"], strict=True
    ):
        noun = unit.islower() and unit != "percent" and value != 1
        words = labels.amount(value, labels.count(2, unit).partition(" ")[2] if noun else unit)
        yield "figures", document, "quantities", label, words, words


def _speakers(quotations: pd.DataFrame) -> Iterable[tuple]:
    columns = [quotations[name] for name in ("document", "source", "source_text")]
    for label, document, source, words in zip(quotations.index, *columns, strict=True):
        for name in (source or words or "unresolved").split(LIST_SEPARATOR):
            yield "quoted", document, "quotations", label, name, name


def _actors(mentions: pd.DataFrame) -> Iterable[tuple]:
    acting = mentions[mentions["role"] != "place"]
    for label, document, actor in zip(acting.index, acting["document"], acting["actor"], strict=True):
        yield "actors", document, "mentions", label, actor, actor


def _topics(topics: pd.DataFrame, places: set[Any]) -> Iterable[tuple]:
    columns = [topics[name] for name in ("document", "paragraph", "topic")]
    for label, document, paragraph, topic in zip(topics.index, *columns, strict=True):
        if (document, paragraph) in places:
            yield "topics", document, "topics", label, topic, topic
