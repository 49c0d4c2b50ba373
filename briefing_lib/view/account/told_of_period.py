"""What each document tells of the meetings of a period: compared meeting by meeting, never one with another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from briefing_lib.counting.at_hand import numbered
from briefing_lib.link.people import state_of_place
from briefing_lib.view.account.beforehand import BEFOREHAND, compare_status
from briefing_lib.view.account.comparing import AGREES, ALONE, DIFFERS, compare
from briefing_lib.view.account.document_rows import at_positions, of_documents
from briefing_lib.view.account.event_ranks import Ranks, ranked
from briefing_lib.view.account.surroundings import Account, gathered, listed, surroundings
from briefing_lib.view.account.telling import CANDIDATES, DATE, PLACE, STATUS, WHEN_AND_WHERE, in_order, when_and_where
from briefing_lib.view.events.meetings import spans_of
from briefing_lib.view.events.names import label_of, short_range

MEETINGS = 10
"""Meetings drawn; how many more there are is said."""
JUDGED = 30
"""Documents whose sentences are told apart as report and opinion, which takes longer than to count."""
COMPARED = (STATUS, DATE, PLACE)


class Part(NamedTuple):
    """Status, date or place, as one document tells it of a meeting.

    Attributes:
        aspect: status, date or place.
        values: what it tells, the most precise first where that is known.
        verdict: how that stands to what others tell of the same meeting.
        others: where it differs, or was told beforehand, what others tell.
    """

    aspect: str
    values: list[str]
    verdict: str
    others: list[str]


class Told(NamedTuple):
    """What one document tells of one meeting."""

    parts: list[Part]
    rows: list[int]
    verdict: str


class Period(NamedTuple):
    """The meetings of a period and what documents tell of them.

    Attributes:
        meetings: who met, and what and when, by the number of each meeting drawn, those told by most first.
        total: meetings of the period, those left out too.
        documents: in order of publication.
        of: how many documents tell of the period, or of those looked into.
        all: whether all documents that do were looked into, where their sentences had to be judged.
        told: for each meeting and document.
        lists: figures, speakers, actors and topics of each document's paragraphs that tell of the period.
    """

    meetings: dict[str, tuple[str, str]]
    total: int
    documents: list[str]
    of: int
    all: bool
    told: dict[tuple[str, str], Told]
    lists: dict[tuple[str, str], Account]


NOTHING = Period({}, 0, [], 0, True, {}, {})


def period_telling(briefing: Any, first: int, last: int, told: str, limit: int) -> Period:
    """Return what documents tell of the meetings that may lie between two days.

    Args:
        briefing: anything whose attributes are the tables.
        first: the first day, as the number of ``date.toordinal``.
        last: the last day.
        told: all, or only sentences of ``report`` or ``opinion``.
        limit: most documents.

    Returns:
        The documents that tell of most of the meetings told by most, and of those that others of them tell of too.
    """
    ranks, spans = ranked(briefing.events, briefing.meetings), spans_of(briefing.events)
    inside = (spans.first > 0) & (spans.first <= last) & (spans.last >= first) & (ranks.documents > 0)
    of_period = inside[ranks.told.events]
    owners, rows = ranks.told.events[of_period], ranks.told.rows[of_period]
    if not len(rows):
        return NOTHING
    own = numbered(briefing.meetings, "document")
    total, everybody = int(inside.sum()), len(np.unique(own.codes[rows]))
    of = everybody
    most = CANDIDATES if told == "all" else JUDGED
    likely = _likely(ranks, inside, owners, own.codes[rows], own.values)[:most]
    kept = np.isin(own.codes[rows], likely)
    owners, rows = owners[kept], rows[kept]
    looked_into = set(own.values[likely].tolist())
    mentions = at_positions(briefing.meetings, rows, looked_into, *WHEN_AND_WHERE).assign(event=owners)
    about = of_documents(briefing.documents, looked_into, "document", "published", "genre")
    genres = dict(zip(about["document"], about["genre"], strict=True))
    published = dict(zip(about["document"], about["published"], strict=True))
    if told != "all":
        near = surroundings(briefing, mentions, genres)
        mentions = mentions[mentions["sentence"].isin(near.fitting(told))]
        of, total = mentions["document"].nunique(), mentions["event"].nunique()
    drawn = _side_by_side(mentions, limit)
    here = mentions[mentions["document"].isin(drawn)]
    if told == "all":
        near = surroundings(briefing, here, genres)
    chosen = _most_shared(ranks, here)
    shown = {place: _told(of_one, drawn, published) for place, of_one in _each(mentions, chosen)}
    events = briefing.events[["event", "participants", "type", "edtf"]].take(chosen)
    names = events["event"].tolist()
    columns = (events[name].tolist() for name in ("participants", "type", "edtf"))
    named = {
        name: label_of(who, what, short_range(when)) for name, who, what, when in zip(names, *columns, strict=True)
    }
    found = {(names[n], document): one for n, place in enumerate(chosen) for document, one in shown[place].items()}
    lists = gathered(listed(briefing, near, set(drawn), here["sentence"], told))
    return Period(named, total, in_order(drawn, published), of,
                  told == "all" or everybody <= most, found, lists)  # fmt: skip


def _likely(ranks: Ranks, inside: np.ndarray, owners: np.ndarray, codes: np.ndarray, names: np.ndarray) -> np.ndarray:
    """Return the codes of the documents that tell of most of the meetings told by most: no others are read."""
    candidates = ranks.order[inside[ranks.order]][:CANDIDATES]
    at = np.isin(owners, candidates)
    pairs = np.unique(owners[at].astype(np.int64) * len(names) + codes[at])
    tells = np.bincount(pairs % len(names), minlength=len(names))
    often = np.bincount(codes, minlength=len(names))
    telling = np.flatnonzero(often)
    order = sorted(telling.tolist(), key=lambda code: (-tells[code], -often[code], names[code]))
    return np.array(order[:CANDIDATES])


def _side_by_side(mentions: pd.DataFrame, limit: int) -> list[str]:
    """Choose documents: always the one that shares most meetings with those chosen, then with any, then tells most."""
    tells: dict[str, set[int]] = {}
    by: Counter[int] = Counter()
    often = Counter(mentions["document"].tolist())
    for document, event in zip(mentions["document"].tolist(), mentions["event"].tolist(), strict=True):
        if event not in tells.setdefault(document, set()):
            tells[document].add(event)
            by[event] += 1
    shared = {document: {event for event in own if by[event] > 1} for document, own in tells.items()}
    chosen: list[str] = []
    covered: set[int] = set()
    while len(chosen) < min(limit, len(tells)):
        left = [document for document in tells if document not in chosen]
        best = min(left, key=lambda d: (-len(tells[d] & covered), -len(shared[d]), -len(tells[d]), -often[d], d))
        chosen.append(best)
        covered |= tells[best]
    return chosen


def _most_shared(ranks: Ranks, here: pd.DataFrame) -> list[int]:
    """Return the meetings that most of some documents tell of; of those that one alone tells, each document in turn."""
    telling: dict[int, set[str]] = {}
    for event, document in zip(here["event"].tolist(), here["document"].tolist(), strict=True):
        telling.setdefault(event, set()).add(document)
    turns: Counter[str] = Counter()
    order: list[tuple[int, int, int]] = []
    for event in [event for event in ranks.order.tolist() if event in telling]:
        own = telling[event]
        if len(own) == 1:
            turns.update(own)
        order.append((-len(own), turns[min(own)] if len(own) == 1 else 0, event))
    place = {event: n for n, (*_, event) in enumerate(order)}
    return [event for *_, event in sorted(order, key=lambda one: (one[0], one[1], place[one[2]]))][:MEETINGS]


def _each(mentions: pd.DataFrame, chosen: list[int]) -> list[tuple[int, pd.DataFrame]]:
    some = mentions[mentions["event"].isin(chosen)]
    return [(event, some[some["event"] == event]) for event in chosen]


def _told(mentions: pd.DataFrame, drawn: list[str], published: dict[str, str]) -> dict[str, Told]:
    """Return what each document tells of one meeting; those that are not drawn are compared too."""
    accounts = gathered(list(when_and_where(mentions)))
    documents = mentions["document"].drop_duplicates().tolist()
    parts: dict[str, list[Part]] = {document: [] for document in documents}
    for aspect in COMPARED:
        assert aspect.agree is not None
        own = {d: accounts[aspect.name, d] for d in documents if (aspect.name, d) in accounts}
        means = {d: aspect.means(account) for d, account in own.items()}
        verdicts = compare_status(means, published) if aspect is STATUS else compare(means, aspect.agree)
        for document, account in own.items():
            others = [v for d, other in own.items() if d != document for v in _precise(aspect.name, other)]
            differs = verdicts[document] in (DIFFERS, BEFOREHAND)
            parts[document].append(
                Part(aspect.name, _precise(aspect.name, account), verdicts[document],
                     [v for v in dict.fromkeys(others) if v not in account.values] if differs else [])
            )  # fmt: skip
    alone = ALONE if len(documents) == 1 else AGREES
    return {
        document: Told(
            own,
            mentions.index[mentions["document"] == document].tolist(),
            next((verdict for verdict in (DIFFERS, BEFOREHAND) if any(part.verdict == verdict for part in own)), alone),
        )
        for document, own in parts.items()
        if document in drawn
    }


def _precise(aspect: str, account: Account) -> list[str]:
    """Return the values of an account without those that others of it make more precise."""
    wider: dict[str, Callable[[Any, Any], bool]] = {"date": _holds, "place": _lies_in}
    if aspect not in wider:
        return account.values
    pairs = list(zip(account.values, account.means, strict=True))
    return [value for value, mean in pairs if not any(wider[aspect](mean, other) for _, other in pairs)]


def _holds(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Tell whether a span of days holds another and is longer; one that is not known holds any that is."""
    return bool(b[0]) and (not a[0] or (a != b and a[0] <= b[0] and b[1] <= a[1]))


def _lies_in(a: str, b: str) -> bool:
    """Tell whether a place is the state that another lies in."""
    return a != b and state_of_place(b) == a
