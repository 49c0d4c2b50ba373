"""Mentions grouped into meetings: which belong together by type, parties, day and place, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from briefing_lib.link.event.houses import is_house
from briefing_lib.link.event.overruled import DECIDED, NOTHING, Overruled
from briefing_lib.link.people import known_state, state_of_place
from briefing_lib.tables import Meeting

_FAMILY = {"summit": "talks", "ministerial": "talks"}
AHEAD = frozenset({"planned", "expected", "proposed", "postponed", "cancelled"})
FINE, NEAR, HORIZON = 10, 45, 400  # days: a dated meeting; a stay; how far ahead a plan without a date looks
LATER, EARLIER = 21, 10  # days by which a meeting that was planned for a day may slip and still be the same


def days_of(row: Meeting) -> int | None:
    """Return how many days lie between the first and the last day of a mention; None without a date."""
    if not row.earliest or not row.latest:
        return None
    return (date.fromisoformat(row.latest) - date.fromisoformat(row.earliest)).days


class Group:
    """Mentions taken for one meeting so far."""

    def __init__(self, row: Meeting):
        self.rows: list[Meeting] = []
        self.reasons: list[str] = []  # why each was taken; empty for the one that opened the group
        self.parties: Counter[tuple[str, ...]] = Counter()
        self.earliest = self.latest = self.place = ""
        self.family = _FAMILY.get(row.type, row.type)

    def take(self, row: Meeting, why: str) -> None:
        """Add a mention, and why it belongs here."""
        self.rows.append(row)
        self.reasons.append(why)
        self.parties[tuple(row.participants)] += 1
        days = days_of(row)
        if days is not None and (days <= NEAR or not self.earliest):
            if not self.earliest or days <= FINE < self.length():
                self.earliest, self.latest = row.earliest, row.latest
            elif days <= FINE:
                self.earliest, self.latest = min(self.earliest, row.earliest), max(self.latest, row.latest)
        if row.place and (not self.place or is_state(self.place)):
            self.place = row.place

    def is_held(self) -> bool:
        """Tell whether some mention says that it took place."""
        return any(row.status == "held" for row in self.rows)

    def is_open(self) -> bool:
        """Tell whether it is a plan of which no end is told."""
        return all(row.status in ("planned", "expected", "proposed", "postponed") for row in self.rows)

    def length(self) -> int:
        """Return the days from the first to the last."""
        return (date.fromisoformat(self.latest) - date.fromisoformat(self.earliest)).days


def is_state(place: str) -> bool:
    """Tell whether a place is a state."""
    return state_of_place(place) == place


class Groups:
    """The groups, found by type and party."""

    def __init__(self, reported: Mapping[str, str], overruled: Overruled = NOTHING):
        self.all: list[Group] = []
        self._reported = reported
        self._overruled = overruled
        self._placed: set[int] = set()
        self._by_party: dict[tuple[str, str], list[Group]] = defaultdict(list)
        self._by_month: dict[tuple[str, str, str], list[Group]] = defaultdict(list)

    def has(self, row: Meeting) -> bool:
        """Tell whether a mention has its group: with another that a researcher said to be of the same meeting."""
        return id(row) in self._placed

    def add(self, row: Meeting, group: Group | None) -> None:
        """Add a mention to its group, or to one of its own, and with it those decided to be of the same meeting."""
        if group is None:
            group, why = Group(row), ""
            self.all.append(group)
        else:
            why = self._why(row, group)
        self._enter_with(row, group, why)
        for other in self._overruled.joined(row):
            if not self.has(other):
                self._enter_with(other, group, DECIDED)

    def _enter_with(self, row: Meeting, group: Group, why: str) -> None:
        group.take(row, why)
        self._placed.add(id(row))
        for party in row.participants or [""]:
            self._enter(self._by_party[group.family, party], group)
            for month in {row.earliest[:7], row.latest[:7]} - {""}:
                self._enter(self._by_month[group.family, party, month], group)

    def _why(self, row: Meeting, group: Group) -> str:
        """Say why a mention belongs to a group: how its parties and its day agree with it."""
        who, when = _how_parties(row, group), self._how_days(row, group)
        return "same participants and day" if (who, when) == ("same participants", "same day") else f"{who}, {when}"

    def _how_days(self, row: Meeting, group: Group) -> str:
        days = days_of(row)
        if days is not None and days <= FINE:
            return "same day" if any(other.edtf == row.edtf for other in group.rows) else "days that overlap"
        if days is not None:
            return "a day within the time told"
        if not group.earliest:
            return "no date in either"
        if any(other.document == row.document for other in group.rows):
            return "no date, told in the same document"
        return f"no date, the {'next one after' if row.status in AHEAD else 'last one before'} its report"

    @staticmethod
    def _enter(index: list[Group], group: Group) -> None:
        if group not in index:
            index.append(group)

    def on_its_day(self, row: Meeting) -> Group | None:
        """Return the group whose days meet those of a mention."""
        family = _FAMILY.get(row.type, row.type)
        months = {row.earliest[:7], row.latest[:7]}
        for month in sorted(months):
            for party in row.participants or [""]:
                for group in self._by_month.get((family, party, month), ()):
                    if group.earliest <= row.latest and row.earliest <= group.latest and self._may(row, group):
                        return group
        return None

    def in_its_time(self, row: Meeting) -> Group | None:
        """Return the group within the month or year of a mention: of a plan the first after its report."""
        days = days_of(row) or 0
        near = [
            g for g in self._candidates(row) if g.earliest and g.earliest <= row.latest and row.earliest <= g.latest
        ]
        return self._choose(row, [g for g in near if g.length() <= days], needs_one=days > NEAR)

    def around_its_report(self, row: Meeting) -> Group | None:
        """Return the group that a mention without a date most likely means."""
        candidates = self._candidates(row)
        near = [g for g in candidates if g.earliest and self._in_reach(row, g)]
        found = self._choose(row, near, needs_one=False)
        if found:
            return found
        for group in candidates:
            if not group.earliest and (group.rows[0].status in AHEAD) == (row.status in AHEAD):
                return group
        return None

    def join_slipped(self) -> None:
        """Join a plan of which nothing more is told with the meeting of the same parties held soon after, or before.

        Only where the plan was told of first and the meeting was not announced by itself: two plans are two meetings.
        """
        held = [g for g in self.all if g.earliest and g.is_held() and not any(r.status in AHEAD for r in g.rows)]
        gone: set[int] = set()
        for plan in self.all:
            if not plan.earliest or plan.length() > NEAR or not plan.is_open():
                continue
            near = [(abs(slip), g.earliest, n) for n, g in enumerate(held) if (slip := self._slip(plan, g)) is not None]
            if not near:
                continue
            meeting = held.pop(min(near)[2])
            day = f"{plan.earliest} to {plan.latest}" if plan.earliest != plan.latest else plan.earliest
            for row, why in zip(plan.rows, plan.reasons, strict=True):
                meeting.take(row, why or f"same participants, planned for {day} and held soon after or before")
            gone.add(id(plan))
        self.all = [group for group in self.all if id(group) not in gone]

    def _slip(self, plan: Group, meeting: Group) -> int | None:
        """Return by how many days a meeting came later than planned; None where it cannot be the one planned."""
        told = [day for row in plan.rows if len(day := self._reported.get(row.document, "")) == 10]
        if plan.family != meeting.family or not told or min(told) > meeting.earliest:
            return None
        if set(plan.parties) != set(meeting.parties) or not all(plan.parties):
            return None
        if any(self._overruled.parted(row, meeting.rows) for row in plan.rows):
            return None
        if not same_place(plan.place, meeting.place):
            return None
        later = (date.fromisoformat(meeting.earliest) - date.fromisoformat(plan.latest)).days
        earlier = (date.fromisoformat(plan.earliest) - date.fromisoformat(meeting.latest)).days
        if 0 < later <= LATER:
            return later
        return -earlier if 0 < earlier <= EARLIER else None

    def _may(self, row: Meeting, group: Group) -> bool:
        """May a mention be of the group's meeting, by what it says and by what was decided?"""
        return _fits(row, group) and not self._overruled.parted(row, group.rows)

    def _candidates(self, row: Meeting) -> list[Group]:
        family = _FAMILY.get(row.type, row.type)
        found: list[Group] = []
        for party in row.participants or [""]:
            for group in self._by_party.get((family, party), ()):
                if group not in found and self._may(row, group):
                    found.append(group)
        return found

    def _in_reach(self, row: Meeting, group: Group) -> bool:
        told = self._reported.get(row.document, "")
        if any(
            other.document == row.document and (other.status in AHEAD) == (row.status in AHEAD) for other in group.rows
        ):
            return True
        if len(told) != 10:
            return False
        distance = (date.fromisoformat(group.earliest) - date.fromisoformat(told)).days
        return 0 <= distance <= HORIZON if row.status in AHEAD else -NEAR <= distance <= 0

    def _choose(self, row: Meeting, groups: Sequence[Group], needs_one: bool) -> Group | None:
        """Choose among groups: one the document itself tells of, else the next or last one seen from its report."""
        if not groups or needs_one and len(groups) > 1:
            return None
        told = self._reported.get(row.document, "")

        def order(group: Group) -> tuple[bool, bool, str, str]:
            own = any(other.document == row.document for other in group.rows)
            if row.status in AHEAD:
                return not own, bool(told) and group.latest < told, group.earliest, group.latest
            return not own, bool(told) and group.earliest > told, _reverse(group.earliest), _reverse(group.latest)

        return min(groups, key=order)


def _how_parties(row: Meeting, group: Group) -> str:
    """Say how the parties of a mention agree with those of a group."""
    mine = tuple(row.participants)
    if mine in group.parties:
        return "same participants" if mine else "nobody named in either"
    theirs = [set(parties) for parties in group.parties]
    if any(set(mine) <= parties or parties <= set(mine) for parties in theirs):
        return "participants named in part"
    return "a state for one of its own"


def _reverse(day: str) -> str:
    """Return a key that sorts days backwards."""
    return "".join(chr(ord("9") - ord(c) + ord("0")) if c.isdigit() else c for c in day)


def _fits(row: Meeting, group: Group) -> bool:
    """May a mention be of the group's meeting: do place and parties agree?"""
    if not same_place(row.place, group.place) and not _told_otherwise(row, group):
        return False
    days = days_of(row)
    dated = days is not None and days <= FINE
    # All of them: Germany may stand for one minister or another, but then the two are not the same.
    return all(same_parties(row.participants, list(parties), group.family, dated) for parties in group.parties)


def same_place(a: str, b: str) -> bool:
    """Tell whether two places agree: one is not known, or they are one, or one is the state the other lies in."""
    if not a or not b or a == b or state_of_place(a) == b or state_of_place(b) == a or is_house(a) or is_house(b):
        return True  # "Kiribati | Nauru" below: a journey to several
    stops, others = a.split(" | "), b.split(" | ")
    return len(stops) + len(others) > 2 and any(same_place(x, y) for x in stops for y in others)


def _told_otherwise(row: Meeting, group: Group) -> bool:
    """Two persons meet once a day: another document that has them meet in another city tells of the same meeting."""
    day = group.earliest == group.latest == row.earliest == row.latest != ""
    persons = sum(bool(known_state(party)) for party in row.participants)
    held = row.status == "held" and group.is_held() and {row.type, group.family} <= {"talks", "summit", "ministerial"}
    elsewhere = all(o.document != row.document or same_place(o.place, row.place) for o in group.rows)
    return (
        day
        and held
        and persons == len(row.participants) == 2
        and elsewhere
        and [*group.parties] == [tuple(row.participants)]
    )


def same_parties(a: Sequence[str], b: Sequence[str], family: str, dated: bool) -> bool:
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
