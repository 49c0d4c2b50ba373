"""What each document tells of a meeting, aspect by aspect."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import numbered
from briefing_lib.link.event.groups import same_parties, same_place
from briefing_lib.view.account.document_rows import at_positions, of_documents
from briefing_lib.view.account.event_ranks import ranked
from briefing_lib.view.account.surroundings import LISTS, Account, Row, gathered, listed, surroundings

WHEN_AND_WHERE = ("document", "sentence", "place", "date_text", "edtf", "earliest", "latest", "status")
COLUMNS = (*WHEN_AND_WHERE, "type", "participants", "voice")
CANDIDATES = 60
"""Documents looked into, those that tell of it most often: a meeting of a large corpus may be told by thousands."""
ITSELF = "the document itself"


class Aspect(NamedTuple):
    """What accounts can differ in.

    Attributes:
        name: of the row.
        agree: whether two values may both be so; None for lists, of which each document is free to give its own part.
        whole: whether all that a document tells is one account, so that to tell more is to tell otherwise.
    """

    name: str
    agree: Callable[[Any, Any], bool] | None
    whole: bool = False

    def means(self, account: Account) -> list[Any]:
        """Return what of an account is compared."""
        return [frozenset(account.means)] if self.whole else account.means


def _meet(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Tell whether two spans of days overlap; one that is not known agrees with any."""
    return not (a[0] and b[0]) or (a[0] <= b[1] and b[0] <= a[1])


def _parties(a: tuple[str, Sequence[str]], b: tuple[str, Sequence[str]]) -> bool:
    return same_parties(a[1], b[1], a[0], dated=True)


def _same(a: Any, b: Any) -> bool:
    return a == b


STATUS, DATE, PLACE = Aspect("status", _same), Aspect("date", _meet), Aspect("place", same_place)
ASPECTS = (
    *(STATUS, DATE, PLACE),
    Aspect("participants", _parties),
    Aspect("type", _same),
    Aspect("who says so", _same, whole=True),
    Aspect("told as", _same, whole=True),
    *(Aspect(name, None) for name in LISTS),
)


class Telling(NamedTuple):
    """The accounts of the documents that tell of a meeting.

    Attributes:
        documents: in order of publication.
        total: how many documents tell of it, those left out too.
        published: date of publication of each document, as EDTF.
        accounts: of each aspect and document that says something of it.
        why: for each document, what its sentences of opinion were told by.
    """

    documents: list[str]
    total: int
    published: dict[str, str]
    accounts: dict[tuple[str, str], Account]
    why: dict[str, list[str]]


def in_order(documents: Iterable[str], published: dict[str, str]) -> list[str]:
    """Return documents in order of publication, those without a date last."""
    return sorted(documents, key=lambda document: (published.get(document) or "9999", document))


def telling(briefing: Any, event: str, told: str, limit: int) -> Telling:
    """Return what the documents that most often tell of an event say of it; questions of journalists say nothing.

    Args:
        briefing: anything whose attributes are the tables.
        event: number of the event; one that there is not is told by no document.
        told: all, or only sentences of ``report`` or ``opinion``.
        limit: most documents.
    """
    place = np.flatnonzero(numbered(briefing.events, "event").codes == numbered(briefing.events, "event").place(event))
    told_at = np.sort(ranked(briefing.events, briefing.meetings).rows(int(place[0]) if len(place) else -1))
    own = numbered(briefing.meetings, "document")
    often = own.counts(told_at)
    telling_it = np.flatnonzero(often)
    total = len(telling_it)
    order = sorted(zip((-often[telling_it]).tolist(), own.values[telling_it].tolist(), telling_it, strict=True))
    near_it = np.isin(own.codes[told_at], [code for *_, code in order[:CANDIDATES]])
    documents = {document for _, document, _ in order[:CANDIDATES]}
    mentions = at_positions(briefing.meetings, told_at[near_it], documents, *COLUMNS)
    about = of_documents(briefing.documents, documents, "document", "published", "genre")
    published = dict(zip(about["document"], about["published"], strict=True))
    near = surroundings(briefing, mentions, dict(zip(about["document"], about["genre"], strict=True)))
    if told != "all":
        mentions = mentions[mentions["sentence"].isin(near.fitting(told))]
        total = mentions["document"].nunique()
    counts = mentions["document"].value_counts()
    drawn = sorted(counts.index.tolist(), key=lambda document: (-counts[document], document))[:limit]
    shown = mentions[mentions["document"].isin(drawn)]

    rows = list(told_of_meetings(shown))
    for label, document, sentence in zip(shown.index, shown["document"], shown["sentence"], strict=True):
        kind = near.judged[sentence].name if sentence in near.judged else ""
        rows.append(Row("told as", document, "meetings", label, kind, kind))
    accounts = gathered(rows + listed(briefing, near, set(drawn), shown["sentence"], told))
    why: dict[str, list[str]] = {}
    for document, sentence in zip(shown["document"], shown["sentence"], strict=True):
        if (one := near.judged.get(sentence)) and one.opinion:
            why.setdefault(document, []).append(", ".join(one.why))
    reasons = {document: list(dict.fromkeys(those)) for document, those in why.items()}
    return Telling(in_order(drawn, published), total, published, accounts, reasons)


def told_of_meetings(mentions: pd.DataFrame) -> Iterable[Row]:
    """Yield what mentions say of their meetings, an aspect a row.

    Args:
        mentions: rows of ``meetings``.
    """
    yield from when_and_where(mentions)
    columns = [mentions[name].tolist() for name in ("document", "type", "participants", "voice")]
    for label, document, kind, parties, voice in zip(mentions.index.tolist(), *columns, strict=True):
        said_by = ITSELF if voice in ("author", "") else voice
        for aspect, words, meaning in (
            ("participants", ", ".join(parties), (kind, tuple(parties))),
            ("type", kind, kind),
            ("who says so", said_by, said_by),
        ):
            yield Row(aspect, document, "meetings", label, words, meaning)


def when_and_where(mentions: pd.DataFrame) -> Iterable[Row]:
    """Yield the status, date and place that mentions give their meetings.

    Args:
        mentions: rows of ``meetings``.
    """
    columns = [mentions[name].tolist() for name in WHEN_AND_WHERE]
    for label, (document, _, place, words, edtf, *days, status) in zip(
        mentions.index.tolist(), zip(*columns, strict=True), strict=True
    ):
        yield Row("status", document, "meetings", label, status, status)
        yield Row("date", document, "meetings", label, edtf or words, tuple(days))
        yield Row("place", document, "meetings", label, place, place)
