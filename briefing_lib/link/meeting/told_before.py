"""What the meetings read so far say of the next one: who "the two" are, whose "the trip" is, who the guest is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing_lib.link.meeting.draft import Draft, Place
from briefing_lib.link.people import People
from briefing_lib.tables import Sentence

_MET = frozenset({"talks", "summit", "ministerial"})
_REPEATED = _MET | {"call", "other", "press"}


class ToldBefore:
    """Looks back at the meetings of a document.

    Args:
        people: the persons of the document.
        drafts: the meetings read so far.
        sentences: the sentences of the document.
    """

    def __init__(self, people: People, drafts: list[Draft], sentences: Sequence[Sentence]):
        self.people, self._drafts, self._sentences = people, drafts, sentences

    def before(self, sentence: Sentence) -> list[str]:
        """Return the two whose meeting "the meeting" is: of the last meeting told of, or the last two persons named."""
        for draft in reversed(self._drafts):
            both = len(draft.participants) == 2 and draft.type != "speech"
            if both and sentence.paragraph - draft.sentence.paragraph <= 2:
                return list(draft.participants)
        named = [
            m.actor
            for m in reversed(self.people.mentions_in(max(0, sentence.start - 400), sentence.start))
            if m.type == "person"
        ]
        two = list(dict.fromkeys(named))
        return two if len(two) == 2 and self.people.state(two[0]) != self.people.state(two[1]) else []

    def last_told(self, sentence: Sentence) -> Draft | None:
        """Return the last meeting told of in a paragraph or the one before: what "a second one" is another of."""
        for draft in reversed(self._drafts[-6:]):
            if sentence.paragraph - draft.sentence.paragraph > 1:
                return None
            if draft.type in _REPEATED and draft.participants:
                return draft
        return None

    def all_who_met(self) -> list[str]:
        """Return the three or more whose meeting a document tells of: "the Ministers" of a joint statement."""
        found = [d.participants for d in self._drafts if d.type in _MET and len(d.participants) > 2]
        most = max(found, key=len, default=[])
        return list(most)

    def body_before(self, sentence: Sentence) -> str:
        """Return the body whose session "the session" is: of a meeting told of shortly before."""
        for draft in reversed(self._drafts[-3:]):
            near = sentence.paragraph - draft.sentence.paragraph <= 1
            if near and len(draft.participants) == 1 and not self.people.is_state(draft.participants[0]):
                return "" if self.people.is_person(draft.participants[0]) else draft.participants[0]
        return ""

    def two_states(self) -> list[str]:
        """Return the two states of a joint commission: of the last meeting of states, or those named most."""
        for draft in reversed(self._drafts):
            if len(draft.participants) == 2 and all(self.people.is_state(actor) for actor in draft.participants):
                return list(draft.participants)
        counts = Counter(m.actor for m in self.people.mentions if m.type == "state")
        two = [state for state, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]]
        return two if len(two) == 2 else []

    def partner(self, actor: str, home: str) -> str:
        """Return with whom somebody met or spoke last, or whom one of his state met: the guest he or she invites."""
        meetings = [draft for draft in self._drafts if draft.type in ("talks", "call", "summit")]
        for draft in meetings[::-1] or self._drafts[::-1]:
            if len(draft.participants) == 2:
                for one, other in (draft.participants, draft.participants[::-1]):
                    if one == actor or self.people.state(one) == home != self.people.state(other):
                        return other
        return ""

    def last_visit(self, sentence: Sentence, place: Place) -> tuple[list[str], Place]:
        """Return who "the trip" is of and where it leads: the last one told of near by."""
        for draft in reversed(self._drafts):
            if (
                draft.type == "visit"
                and sentence.paragraph - draft.sentence.paragraph <= 1
                and len(draft.participants) > 1
            ):
                return list(draft.participants), Place(draft.place, draft.place_state)
        return [], place

    def visit_of(self, visitors: Sequence[str], sentence: Sentence) -> tuple[list[str], Place]:
        """Return who takes part in a visitor's last visit told of, and where it was: "he will go back in May"."""
        for draft in reversed(self._drafts):
            near = sentence.paragraph - draft.sentence.paragraph <= 1
            home = draft.place_state
            if draft.type == "visit" and near and home and set(visitors) & set(draft.participants) - {home}:
                return sorted({*visitors, draft.place_state}), Place(draft.place, draft.place_state)
        return [], Place()

    def _guest(self, with_: Sequence[str]) -> list[str]:
        """Return who the guest is: the visitor of the last stay told of, or whoever was received last."""
        for draft in reversed(self._drafts):
            if draft.type == "visit" and draft.status == "held" and draft.visitors:
                return [actor for actor in draft.visitors[:1] if actor not in with_]
        for draft in reversed(self._drafts):
            if draft.rule.startswith("host: ") and len(draft.participants) == 2:
                return [actor for actor in draft.participants if actor not in with_][-1:]
        return []

    def _last_meeting(self, count: int) -> list[str]:
        for draft in reversed(self._drafts):
            if len(draft.participants) == count and draft.type in ("talks", "call", "summit"):
                return list(draft.participants)
        return []

    def _met_just_before(self, sentence: Sentence) -> list[str]:
        """Return the two persons of the one meeting that the sentence before tells of: "They had last met in Riga"."""
        near = [d for d in self._drafts[-3:] if 0 <= sentence.start - d.sentence.end < 3]
        two = [d.participants for d in near if len(d.participants) == 2 and d.type not in ("visit", "speech")]
        return list(two[0]) if len(two) == 1 and all(map(self.people.is_person, two[0])) else []

    def _met_lately(self, person: str) -> list[str]:
        """Return the two persons of the last meeting told of, if one of them is this person."""
        for draft in reversed(self._drafts[-6:]):
            if len(draft.participants) == 2 and person in draft.participants and draft.type != "visit":
                return list(draft.participants) if all(map(self.people.is_person, draft.participants)) else []
        return []
