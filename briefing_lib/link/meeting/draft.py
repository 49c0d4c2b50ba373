"""A meeting as one sentence tells it, before what it leaves open is filled in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from briefing_lib.link.people import People
from briefing_lib.tables import Meeting, Sentence

# Words of a rule's end: "the day before her arrival", "landed in Accra", "saw him off at his departure".
_ARRIVES = frozenset({"arrival", "arrive", "arrives", "arrived", "arriving", "landed"})
_LEAVES = frozenset({"departure", "depart", "departs", "departed", "departing"})


class Place(NamedTuple):
    """Name of a place, the state it lies in, and where it is told."""

    name: str = ""
    state: str = ""
    start: int = -1
    end: int = -1


@dataclass
class Draft:
    """A meeting as one sentence tells it, before what it leaves open is filled in.

    ``at`` is where its word stands; ``told`` whether its own words name both sides, ``told_with`` whether they name
    the other one, ``nameless`` whether they name it by nothing but an office; ``spread`` whether it leads to several
    places; ``weak`` whether it is a row only if other sentences tell who takes part; ``assumed`` whether a title
    without a verb is all its status rests on; ``looks_ahead`` whether it is only called upcoming by a sentence in the
    past ("on the eve of his visit"); ``place_carried`` whether the place is another mention's.
    """

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
    told_with: bool
    nameless: bool
    spread: bool
    weak: bool
    assumed: bool
    looks_ahead: bool
    people: People = field(repr=False)
    place_carried: bool = False

    def row(self, text: str) -> Meeting | None:
        """Return the row of the table; None where nobody takes part and no place is known."""
        if not self.participants and not self.place or self.weak and len(self.participants) < 2:
            return None
        return Meeting(
            self.sentence.document, self.sentence.sentence, self.start, self.end, text[self.start : self.end],
            self.type, sorted(set(self.participants)), self.place, self.date_text, self.edtf, self.earliest,
            self.latest, self.basis, self.status, self.sentence.voice, self.rule,
        )  # fmt: skip

    def same_in_sentence(self, other: Draft) -> bool:
        """Is another mention in the same sentence the same meeting told again?"""
        if self.sentence is not other.sentence or self.type != other.type:
            return False
        if self.status != other.status and {self.status, other.status} != {"planned", "expected"}:
            return False
        mine, theirs = set(self.participants), set(other.participants)
        if not mine or not theirs or not (mine <= theirs or theirs <= mine):
            return False
        if self.type == "visit":
            return self.place_state == other.place_state or not other.place_state and other.at - self.end < 60
        if (
            self.place
            and other.place
            and self.place != other.place
            or self.edtf
            and other.edtf
            and self.edtf != other.edtf
        ):
            return False
        if mine == theirs and self.edtf and self.edtf == other.edtf:
            return True
        return other.at - self.end <= 60 or not self.told or not other.told

    def absorb(self, other: Draft) -> None:
        """Take from a second telling what the first one lacks."""
        self.participants = sorted({*self.participants, *other.participants})
        self.end = max(self.end, other.end)
        self.take_place(other)
        if not self.edtf and other.edtf:
            self.date_text = other.date_text
            self.take_date(other, other.basis)

    def take_date(self, other: Draft, basis: str) -> None:
        """Copy the date of another mention; who arrives, arrives on the first day of a stay, and leaves on its last."""
        self.edtf, self.earliest, self.latest, self.basis = other.edtf, other.earliest, other.latest, basis
        if self.edtf == f"{self.earliest}/{self.latest}":
            word = self.rule.split(": ", 1)[-1]
            if word in _ARRIVES:
                self.edtf = self.latest = self.earliest
            elif word in _LEAVES:
                self.edtf = self.earliest = self.latest

    def take_place(self, other: Draft) -> None:
        """Copy the place of another mention, if there is none yet."""
        if not self.place and not self.spread:
            self.place, self.place_state = other.place, other.place_state
            self.place_carried = bool(other.place)

    @property
    def visitors(self) -> list[str]:
        """Those who are not at home where the meeting is."""
        if not self.place_state:
            return []
        home = self.place_state
        return [actor for actor in self.participants if actor != home and self.people.state(actor) not in ("", home)]
