"""What a mention of a meeting leaves open, taken from another mention of the same meeting or the visit around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing_lib.link.people import People
from briefing_lib.tables import Meeting, Sentence

FIRM = frozenset({"held"})
AHEAD = frozenset({"planned", "expected", "proposed"})
# Types that may be names of one meeting: a "meeting" in the headline is "talks" or a "summit" in the text.
FAMILY = {"talks": "talks", "summit": "talks", "ministerial": "talks"}
_ON_A_VISIT = frozenset({"talks", "press", "speech", "signing", "summit", "ministerial"})


@dataclass
class Draft:
    """A meeting as one sentence tells it, before what it leaves open is filled in."""

    sentence: Sentence
    start: int
    end: int
    type: str
    participants: list[str]
    place: str
    place_state: str
    date_text: str
    edtf: str
    earliest: str
    latest: str
    basis: str
    status: str
    rule: str
    at: int
    told: bool
    weak: bool
    people: People = field(repr=False)

    def row(self, text: str) -> Meeting | None:
        """Return the row of the table; None where nobody takes part and no place is known."""
        if not self.participants and not self.place or self.weak and len(self.participants) < 2:
            return None
        return Meeting(
            self.sentence.document, self.sentence.sentence, self.start, self.end, text[self.start : self.end], self.type,
            sorted(set(self.participants)), self.place, self.date_text, self.edtf, self.earliest, self.latest, self.basis,
            self.status, self.sentence.voice, self.rule,
        )  # fmt: skip

    def same_in_sentence(self, other: Draft) -> bool:
        """Is another mention in the same sentence the same meeting told again?"""
        if self.sentence is not other.sentence:
            return False
        if self.status != other.status and {self.status, other.status} != {"planned", "expected"}:
            return False
        mine, theirs = set(self.participants), set(other.participants)
        if self.type != other.type or not (mine and theirs):
            return False
        if self.type == "visit":
            return self.place_state == other.place_state and (mine <= theirs or theirs <= mine)
        if (
            self.place
            and other.place
            and self.place != other.place
            or self.edtf
            and other.edtf
            and self.edtf != other.edtf
        ):
            return False
        if other.at - self.end > 60 and self.told and other.told:
            return False
        return mine <= theirs or theirs <= mine

    def absorb(self, other: Draft) -> None:
        """Take from a second telling what the first one lacks."""
        self.participants = sorted({*self.participants, *other.participants})
        self.end = max(self.end, other.end)
        if not self.place:
            self.place, self.place_state = other.place, other.place_state
        if not self.edtf and other.edtf:
            self.date_text = other.date_text
            self.take_date(other, other.basis)

    def take_date(self, other: Draft, basis: str) -> None:
        """Copy the date of another mention."""
        self.edtf, self.earliest, self.latest, self.basis = other.edtf, other.earliest, other.latest, basis


def carry(drafts: list[Draft]) -> None:
    """Fill in what mentions leave open, first from what was told before, then from what is told later."""
    for index, draft in enumerate(drafts):
        _complete(draft, drafts[:index][::-1])
        _fill(draft, drafts[:index][::-1])
    for index, draft in enumerate(drafts):
        _complete(draft, drafts[index + 1 :])
        _fill(draft, drafts[index + 1 :])


def _alike(a: Draft, b: Draft) -> bool:
    return a.status in FIRM and b.status in FIRM or a.status in AHEAD and b.status in AHEAD or a.status == b.status


def _complete(draft: Draft, others: list[Draft]) -> None:
    """Give a mention that names one side alone the other side, where another mention of the same place or day names it."""
    if len(draft.participants) > 1 or draft.type not in ("talks", "call", "summit"):
        return
    if not draft.participants:
        _who_met_there(draft, others)
        return
    for other in others:
        if other.type not in ("talks", "call", "summit") or not _alike(draft, other) or len(other.participants) != 2:
            continue
        if draft.participants[0] in other.participants and not _elsewhere(draft, other) and _touch(draft, other):
            draft.participants = list(other.participants)
            return
    person, state = draft.participants[0], draft.place_state
    if draft.type == "talks" and state and state != person and draft.people.state(person) not in ("", state):
        draft.participants = sorted([person, state])


def _who_met_there(draft: Draft, others: list[Draft]) -> None:
    """Give "the closed-door discussions in Beijing" the parties of the last meeting told of at that place."""
    for other in others:
        if (
            draft.place
            and other.place == draft.place
            and other.participants
            and _alike(draft, other)
            and _touch(draft, other)
        ):
            if (
                other.type == draft.type
                or {other.type, draft.type} == {"talks", "summit"}
                and len(other.participants) == 2
            ):
                draft.participants = list(other.participants)
                return


def _fill(draft: Draft, others: list[Draft]) -> None:
    """Take place and date from the same meeting, or from the visit it belongs to."""
    for other in others:
        if draft.place and draft.edtf:
            return
        # On a visit that has begun, meetings to come have its place; its date may be over.
        begun = other.type == "visit" and other.status in FIRM and draft.status in AHEAD and draft.at > other.at
        if not _alike(draft, other) and not begun:
            continue
        same = _same(draft, other)
        if not same and not (other.type == "visit" and draft.type in _ON_A_VISIT and _within(draft, other)):
            continue
        if _elsewhere(draft, other) or not _touch(draft, other):
            continue
        if not draft.place:
            draft.place, draft.place_state = other.place, other.place_state
        if not draft.edtf and other.edtf and not draft.date_text and not begun:
            draft.take_date(other, "carried from the same meeting" if same else "carried from the visit")


def _same(a: Draft, b: Draft) -> bool:
    mine, theirs = set(a.participants), set(b.participants)
    if FAMILY.get(a.type, a.type) != FAMILY.get(b.type, b.type) or not mine:
        return False
    return mine == theirs or len(mine & theirs) > 1 and (mine <= theirs or theirs <= mine)


def _elsewhere(a: Draft, b: Draft) -> bool:
    return bool(a.place and b.place) and a.place != b.place and (a.place_state != b.place_state or not a.place_state)


def _touch(a: Draft, b: Draft) -> bool:
    return not a.earliest or not b.earliest or a.earliest <= b.latest and b.earliest <= a.latest


def _within(draft: Draft, visit: Draft) -> bool:
    """Does a meeting fall into a visit: is its visitor there, and is it near in the text?"""
    visitors = [actor for actor in visit.participants if actor != visit.place_state]
    if not any(actor in draft.participants for actor in visitors):
        return False
    if draft.place:
        return draft.place_state == visit.place_state or draft.place == visit.place
    if visit.at > draft.at:
        return draft.sentence is visit.sentence
    return draft.sentence.paragraph - visit.sentence.paragraph <= 1
