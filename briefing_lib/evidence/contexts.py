"""The words at places in documents, in the sentences around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from briefing_lib.counting.at_hand import numbered
from briefing_lib.counting.queries import query_pattern
from briefing_lib.evidence.notes import note_of
from briefing_lib.evidence.pieces import Anchor, Evidence, Pieces, Row
from briefing_lib.evidence.places import anchors, rows_of

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing


def evidence(briefing: Briefing, rows: Iterable[Row], naming: Collection[str] = ()) -> Pieces:
    """Return the words behind rows, in the order of the rows.

    Args:
        briefing: the tables and the texts.
        rows: ``(table, index label)`` pairs, as in the marks of a view.
        naming: actors or words; a row that is a whole sentence or passage has the actors' names marked, where it names
            them, and the titles that stand for them; else a sentence has the words marked.

    Returns:
        One piece a row; one a mention for rows of events and actors, one a figure for agreements; none for a row of
        problems, which has no words.

    Raises:
        ValueError: there is no such table, or no such row in it.
    """
    return contexts(briefing, anchors(briefing, rows), naming)


def contexts(
    briefing: Briefing,
    places: Sequence[Anchor],
    naming: Collection[str] = (),
    each: Sequence[Collection[str]] = (),
) -> Pieces:
    """Return the words at each place, in the sentences around them.

    Args:
        briefing: the tables and the texts.
        places: what `anchors` returned, or some of it.
        naming: actors or words marked in whole sentences and passages; see `evidence`.
        each: the same for each place by itself, where they differ: what many marks rest on is read at once.
    """
    if not places:
        return Pieces()
    wanted = list(dict.fromkeys(place.document for place in places))
    titles = _of(briefing.documents, wanted, ["title", "published"])
    sentences = _of(briefing.sentences, wanted, ["start", "end", "paragraph", "voice"])
    texts = {document: briefing.text(document) for document in wanted}
    known: dict[str, dict[Any, Any]] = {
        table: rows_of(briefing, table, [place.index for place in places if place.table == table])
        for table in dict.fromkeys(place.table for place in places)
    }
    reports = _reports(briefing, wanted) if "events" in known else {}
    named = _of(_naming(briefing, wanted), wanted, ["start", "end", "actor"]) if naming or each else {}
    found = Pieces()
    for place, named_here in zip(places, each or [naming] * len(places), strict=True):
        document = place.document
        row = known[place.table][place.index]
        start, end, paragraph, voice = _sentences_around(texts[document], sentences.get(document), place)
        words = texts[document][start:end]
        about = titles.get(document, {"title": [""], "published": [""]})
        report = reports.get(place[2:], row)
        found.append(
            Evidence(
                *(place.table, place.index, document, about["title"][0], about["published"][0]),
                paragraph=int(row["paragraph"]) if place.table in ("passages", "topics") else paragraph,
                voice=str(report.get("voice") or voice),
                start=start,
                text=words,
                highlights=_names(place, named.get(document), named_here, start)
                or _said_words(place, named_here, words)
                or highlights_of(place, row, words, start),
                note=note_of(place.table, row, report),
            )
        )
    return found


def _of(frame: pd.DataFrame, documents: list[str], columns: list[str]) -> dict[str, Any]:
    """Columns of the rows of some documents, as lists, by document."""
    chosen = frame[numbered(frame, "document").having(set(documents).__contains__)]
    return {str(document): rows[columns].to_dict("list") for document, rows in chosen.groupby("document")}


def _naming(briefing: Briefing, documents: Collection[str]) -> pd.DataFrame:
    """Return the places in some documents that name actors, and those where a title stands for one."""
    columns, wanted = ["document", "start", "end", "actor"], set(documents)
    tables = (briefing.mentions, briefing.references)
    found = [table[columns][numbered(table, "document").having(wanted.__contains__)] for table in tables]
    both = pd.concat(found, ignore_index=True)
    return both.sort_values(["document", "start"], kind="stable")


def _reports(briefing: Briefing, documents: list[str]) -> dict[Any, Any]:
    """Mentions of meetings by their place: one source may deny what another reports."""
    meetings = briefing.meetings[briefing.meetings["document"].isin(documents)]
    return {(row["document"], row["start"], row["end"]): row for row in meetings.to_dict("records")}


def _sentences_around(text: str, sentences: dict[str, list[Any]] | None, place: Anchor) -> tuple[int, int, int, str]:
    """Start, end, paragraph and voice of the sentences a span touches; of its line where it touches none."""
    if sentences:
        starts, ends = sentences["start"], sentences["end"]
        first = bisect_right(ends, place.start)
        last = max(bisect_left(starts, place.end) - 1, 0)
        if place.table == "documents":
            first = last = 0
        if first <= last:
            start, end = min(starts[first], place.start), max(ends[last], place.end)
            return start, end, int(sentences["paragraph"][first]), str(sentences["voice"][first])
    start = text.rfind("\n", 0, place.start) + 1
    stop = text.find("\n", place.end)
    lines = sum(1 for line in text[: place.start].split("\n") if line.strip())
    return start, stop if stop >= 0 else len(text), max(lines, 1), ""


def _names(place: Anchor, mentions: Any, naming: Collection[str], start: int) -> list[tuple[int, int]]:
    """Where a whole sentence or passage names actors."""
    if not mentions or place.table not in ("sentences", "passages"):
        return []
    spans = zip(mentions["start"], mentions["end"], mentions["actor"], strict=True)
    return [(a - start, b - start) for a, b, actor in spans if actor in naming and place.start <= a and b <= place.end]


def _said_words(place: Anchor, naming: Collection[str], words: str) -> list[tuple[int, int]]:
    """Where a whole sentence has the words themselves."""
    if place.table != "sentences":
        return []
    found = sorted(hit.span() for name in naming for hit in query_pattern(name).finditer(words))
    return [span for n, span in enumerate(found) if not n or span[0] >= found[n - 1][1]]


def highlights_of(place: Anchor, row: Any, words: str, start: int) -> list[tuple[int, int]]:
    """Return where the words of a row stand in a stretch of text that begins at ``start``; of a topic, its terms."""
    if place.table == "topics":
        terms = sorted((str(term) for term in row["terms"] if term), key=len, reverse=True)
        if not terms:
            return []
        # "sanction" in "new sanctions", not in "unsanctioned"
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, terms))})\w*"
        return [match.span() for match in re.finditer(pattern, words, re.IGNORECASE)]
    return [(place.start - start, place.end - start)] if place.end > place.start else []
