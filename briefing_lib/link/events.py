"""Mentions of meetings to events: one meeting told by several sentences and documents, from its plan to its end.

Mentions are the same meeting when their types belong together, the same parties take part, and neither day nor place
speaks against it. Days come first: mentions dated to within a few days make up events; those dated to a month or a
year, and those without a date, then join the one event they fit - a plan the next one after its report, a look back
the last one before it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from briefing_lib.link.people import known_state, state_of_place
from briefing_lib.tables import Event, Meeting

_FAMILY = {"summit": "talks", "ministerial": "talks"}
_AHEAD = frozenset({"planned", "expected", "proposed", "postponed", "cancelled"})
# Of statuses reported on one day the one that says most about the end stands.
_RANK = {
    status: rank
    for rank, status in enumerate(("proposed", "expected", "planned", "postponed", "cancelled", "denied", "held"))
}
_FINE, _NEAR, _HORIZON = 10, 45, 400  # days: a dated meeting; a stay; how far ahead a plan without a date looks


def merge_events(meetings: Iterable[Meeting], published: Mapping[str, str]) -> list[Event]:
    """Merge mentions of meetings into events.

    Args:
        meetings: mentions, in any order.
        published: each document's date of publication as EDTF.

    Returns:
        Events in order of date; every mention belongs to exactly one.

    >>> row = Meeting("a", "a#1", 0, 4, "text", "talks", ["Kenya", "Peru"], "Lima", "", "2024-05", "2024-05-01",
    ...               "2024-05-31", "clause", "planned", "author", "rule")
    >>> day = {"edtf": "2024-05-07", "earliest": "2024-05-07", "latest": "2024-05-07"}
    >>> later = row._replace(document="b", sentence="b#2", status="held", **day)
    >>> [(e.edtf, e.status, e.history) for e in merge_events([later, row], {"a": "2024-04-02", "b": "2024-05-08"})]
    [('2024-05-07', 'held', ['2024-04-02 planned (a: a#1)', '2024-05-08 held (b: b#2)'])]
    """
    reported = {document: _day(edtf) for document, edtf in published.items()}
    rows = sorted(meetings, key=lambda m: _in_order(m, reported))
    groups = _Groups(reported)
    dated = [(days, row) for row in rows if (days := _days(row)) is not None]
    for days, row in dated:
        if days <= _FINE:
            groups.add(row, groups.on_its_day(row))
    # A month before the year around it, so that the year finds what the months have made up.
    for days, row in sorted(dated, key=lambda pair: pair[0]):
        if days > _FINE:
            groups.add(row, groups.in_its_time(row))
    for row in rows:
        if _days(row) is None:
            groups.add(row, groups.around_its_report(row))
    return _rows(groups.all, reported)


def _in_order(row: Meeting, reported: Mapping[str, str]) -> tuple:
    """Return the key that sorts mentions by report, whatever order they came in."""
    return reported.get(row.document, ""), row.document, row.start, row.end, row


def _day(edtf: str) -> str:
    """Return the first day of a date of publication, as far as it is known: "2024-04-10~" is 2024-04-10."""
    return edtf.split("/")[0].rstrip("~?%")


def _days(row: Meeting) -> int | None:
    if not row.earliest or not row.latest:
        return None
    return (date.fromisoformat(row.latest) - date.fromisoformat(row.earliest)).days


class _Group:
    """Mentions taken for one meeting so far."""

    def __init__(self, row: Meeting):
        self.rows: list[Meeting] = []
        self.parties: Counter[tuple[str, ...]] = Counter()
        self.earliest = self.latest = self.place = ""
        self.family = _FAMILY.get(row.type, row.type)

    def take(self, row: Meeting) -> None:
        self.rows.append(row)
        self.parties[tuple(row.participants)] += 1
        days = _days(row)
        if days is not None and (days <= _NEAR or not self.earliest):
            if not self.earliest or days <= _FINE < self.length():
                self.earliest, self.latest = row.earliest, row.latest
            elif days <= _FINE:
                self.earliest, self.latest = min(self.earliest, row.earliest), max(self.latest, row.latest)
        if row.place and (not self.place or _is_state(self.place)):
            self.place = row.place

    def length(self) -> int:
        """Return the days from the first to the last."""
        return (date.fromisoformat(self.latest) - date.fromisoformat(self.earliest)).days


def _is_state(place: str) -> bool:
    return state_of_place(place) == place


class _Groups:
    """The groups, found by type and party."""

    def __init__(self, reported: Mapping[str, str]):
        self.all: list[_Group] = []
        self._reported = reported
        self._by_party: dict[tuple[str, str], list[_Group]] = defaultdict(list)
        self._by_month: dict[tuple[str, str, str], list[_Group]] = defaultdict(list)

    def add(self, row: Meeting, group: _Group | None) -> None:
        """Add a mention to its group, or to one of its own."""
        if group is None:
            group = _Group(row)
            self.all.append(group)
        group.take(row)
        for party in row.participants or [""]:
            self._enter(self._by_party[group.family, party], group)
            for month in {row.earliest[:7], row.latest[:7]} - {""}:
                self._enter(self._by_month[group.family, party, month], group)

    @staticmethod
    def _enter(index: list[_Group], group: _Group) -> None:
        if group not in index:
            index.append(group)

    def on_its_day(self, row: Meeting) -> _Group | None:
        """Return the group whose days meet those of a mention."""
        family = _FAMILY.get(row.type, row.type)
        months = {row.earliest[:7], row.latest[:7]}
        for month in sorted(months):
            for party in row.participants or [""]:
                for group in self._by_month.get((family, party, month), ()):
                    if group.earliest <= row.latest and row.earliest <= group.latest and _fits(row, group):
                        return group
        return None

    def in_its_time(self, row: Meeting) -> _Group | None:
        """Return the group within the month or year of a mention: of a plan the first after its report."""
        days = _days(row) or 0
        near = [
            g for g in self._candidates(row) if g.earliest and g.earliest <= row.latest and row.earliest <= g.latest
        ]
        return self._choose(row, [g for g in near if g.length() <= days], needs_one=days > _NEAR)

    def around_its_report(self, row: Meeting) -> _Group | None:
        """Return the group that a mention without a date most likely means."""
        candidates = self._candidates(row)
        near = [g for g in candidates if g.earliest and self._in_reach(row, g)]
        found = self._choose(row, near, needs_one=False)
        if found:
            return found
        for group in candidates:
            if not group.earliest and (group.rows[0].status in _AHEAD) == (row.status in _AHEAD):
                return group
        return None

    def _candidates(self, row: Meeting) -> list[_Group]:
        family = _FAMILY.get(row.type, row.type)
        found: list[_Group] = []
        for party in row.participants or [""]:
            for group in self._by_party.get((family, party), ()):
                if group not in found and _fits(row, group):
                    found.append(group)
        return found

    def _in_reach(self, row: Meeting, group: _Group) -> bool:
        told = self._reported.get(row.document, "")
        if any(
            other.document == row.document and (other.status in _AHEAD) == (row.status in _AHEAD)
            for other in group.rows
        ):
            return True
        if len(told) != 10:
            return False
        distance = (date.fromisoformat(group.earliest) - date.fromisoformat(told)).days
        return 0 <= distance <= _HORIZON if row.status in _AHEAD else -_NEAR <= distance <= 0

    def _choose(self, row: Meeting, groups: Sequence[_Group], needs_one: bool) -> _Group | None:
        """Choose among groups: one the document itself tells of, else the next or last one seen from its report."""
        if not groups or needs_one and len(groups) > 1:
            return None
        told = self._reported.get(row.document, "")

        def order(group: _Group) -> tuple[bool, bool, str, str]:
            own = any(other.document == row.document for other in group.rows)
            if row.status in _AHEAD:
                return not own, bool(told) and group.latest < told, group.earliest, group.latest
            return not own, bool(told) and group.earliest > told, _reverse(group.earliest), _reverse(group.latest)

        return min(groups, key=order)


def _reverse(day: str) -> str:
    """Return a key that sorts days backwards."""
    return "".join(chr(ord("9") - ord(c) + ord("0")) if c.isdigit() else c for c in day)


def _fits(row: Meeting, group: _Group) -> bool:
    """May a mention be of the group's meeting: do place and parties agree?"""
    if row.place and group.place and row.place != group.place and not _same_place(row.place, group.place):
        return False
    days = _days(row)
    dated = days is not None and days <= _FINE
    # All of them: Germany may stand for one minister or another, but then the two are not the same.
    return all(_same_parties(row.participants, list(parties), group.family, dated) for parties in group.parties)


def _same_place(a: str, b: str) -> bool:
    """Is one place the state the other lies in?"""
    return state_of_place(a) == b or state_of_place(b) == a


def _same_parties(a: Sequence[str], b: Sequence[str], family: str, dated: bool) -> bool:
    """Do two mentions name the same parties? On a day, a state stands for one of its own; a list may be cut short."""
    mine, theirs = set(a), set(b)
    if mine == theirs:
        return True
    common = mine & theirs
    if not common:
        return False
    rest, others = mine - common, theirs - common
    if not rest or not others:
        # "Lavrov's press conference" and "the press conference of Lavrov and Wang": one of two may go unnamed.
        return len(common) > 1 or family in ("press", "speech", "visit")
    if not dated or len(rest) != len(others):
        return False
    return all(any(_stands_for(x, y) for y in others) for x in rest)


def _stands_for(a: str, b: str) -> bool:
    return known_state(a) == b or known_state(b) == a


def _rows(groups: Sequence[_Group], reported: Mapping[str, str]) -> list[Event]:
    events = []
    for group in groups:
        rows = sorted(group.rows, key=lambda m: _in_order(m, reported))
        edtf, earliest, latest = _when(group)
        events.append(
            Event(
                "", _most(row.type for row in rows), _who(group), _where(rows), edtf, earliest, latest,
                _status(rows, reported), _history(rows, reported), sorted({row.document for row in rows}),
                [f"{row.document}:{row.start}-{row.end}" for row in rows],
            )
        )  # fmt: skip
    events.sort(key=lambda e: (e.earliest or "9999", e.latest, e.type, e.participants, e.mentions))
    return [event._replace(event=f"e{number}") for number, event in enumerate(events, 1)]


def _most(values: Iterable[str]) -> str:
    """Return the most frequent value; of equals the first in the alphabet."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else ""


def _who(group: _Group) -> list[str]:
    """Return the parties most mentions give; of equals those that name most, persons before states."""
    best = min(group.parties, key=lambda p: (-group.parties[p], -len(p), sum(not known_state(x) for x in p), p))
    return list(best)


def _where(rows: Sequence[Meeting]) -> str:
    """Return the most precise place: a city before its state."""
    places = [row.place for row in rows if row.place]
    return _most([place for place in places if not _is_state(place)] or places)


def _when(group: _Group) -> tuple[str, str, str]:
    """Return the date: of a stay all its days, of anything else the one given most often, the shortest first."""
    dated = [row for row in group.rows if row.edtf and row.earliest]
    if not dated:
        return "", "", ""
    happened = [row for row in dated if row.status == "held"] or dated
    fine = [row for row in happened if (_days(row) or 0) <= _FINE] or happened
    counts = Counter(row.edtf for row in fine)
    if group.family == "visit" and (_days(fine[0]) or 0) <= _FINE:
        best = min(fine, key=lambda row: (-(_days(row) or 0), -counts[row.edtf], row.edtf))
    else:
        best = min(fine, key=lambda row: (-counts[row.edtf], _days(row) or 0, row.edtf))
    return best.edtf, best.earliest, best.latest


def _status(rows: Sequence[Meeting], reported: Mapping[str, str]) -> str:
    """Return the last status reported. What was held stays held unless it is denied later."""
    last = max(rows, key=lambda row: (reported.get(row.document, ""), _RANK.get(row.status, 0)))
    if last.status != "denied" and any(row.status == "held" for row in rows):
        return "held"
    return last.status


def _history(rows: Sequence[Meeting], reported: Mapping[str, str]) -> list[str]:
    """Return each status once a document and voice: "2024-04-10 held (readout: readout#3)"."""
    seen: set[tuple[str, str, str]] = set()
    lines = []
    for row in rows:
        key = (row.document, row.voice, row.status)
        if key in seen:
            continue
        seen.add(key)
        source = row.document if row.voice in ("author", "journalist", "") else row.voice
        lines.append(f"{reported.get(row.document, '') or 'undated'} {row.status} ({source}: {row.sentence})")
    return lines
