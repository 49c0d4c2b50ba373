"""Parties to actors: who "he", "the two leaders", "the Japanese foreign minister" and "we" are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing_lib.link.draft import Draft, Place
from briefing_lib.link.parties import Party
from briefing_lib.link.people import People
from briefing_lib.link.scene import PREPOSITIONS, Scene
from briefing_lib.tables import Sentence

# "During ", "According to the ministry, after ": a pronoun behind it may point ahead.
_OPENS = re.compile(r"(?:.*,\s+)?(?:during|after|before|following|on|in|ahead of|throughout|upon|at)\s+$", re.I)
# "the leaders", "both presidents": "the allied leaders" are others.
_THE = re.compile(r"\b(?:the|both|two|these|those|their|our)\s+$", re.I)
_NOBODY = frozenset({"author", "journalist", ""})


def _named(parties: Sequence[Party]) -> Sequence[Party]:
    """Return the names alone of "the foreign ministers of Uzbekistan and Kyrgyzstan, A and B"."""
    if not parties or not (parties[0].kind == "office" and parties[0].many):
        return parties
    names = [p for p in parties if p.kind == "person"]
    return (
        names if len(names) * 2 == len(parties) and all(p.kind == "person" for p in parties[len(names) :]) else parties
    )


class Resolver:
    """Finds the actors that parties stand for.

    Args:
        people: the persons of the document.
        drafts: the meetings read so far.
        sentences: the sentences of the document.
    """

    def __init__(self, people: People, drafts: list[Draft], sentences: Sequence[Sentence]):
        self.people, self._drafts, self._sentences = people, drafts, sentences

    def actors(self, scene: Scene, parties: Sequence[Party], subjects: Sequence[str]) -> list[str]:
        """Return the actors of parties; ``subjects`` are those on the other side, whose counterparts may be meant."""
        found: list[str] = []
        for party in _named(parties):
            for actor in self._actor(scene, party, [*subjects, *found]):
                if actor and actor not in found:
                    found.append(actor)
        if any(p.kind == "organisation" for p in parties):
            # "the SCO heads of state meeting": the organisation stands for its members.
            nameless = [p for p in parties if p.kind == "office" and p.many and not p.name and not p.state]
            return [actor for actor in found if not any(actor in self._office(scene, p, []) for p in nameless)]
        office = next(
            (p.office for p in parties if p.many and p.office not in ("", "people", "counterpart", "region")), ""
        )
        return [self._of_state(actor, office) for actor in found] if office else found

    def _of_state(self, state: str, office: str) -> str:
        """Return who is meant by one of "the foreign ministers of Egypt and Greece", where the document names them."""
        return self.people.holder(state, office) or state

    def _actor(self, scene: Scene, party: Party, with_: Sequence[str]) -> list[str]:
        if party.kind in ("person", "organisation"):
            return [party.name]
        if party.kind == "state":
            return [party.name]
        if party.kind == "office":
            return self._office(scene, party, with_)
        if party.kind == "counterpart":
            return self._counterpart(party, with_)
        if party.kind == "pair" or party.name == "pair":
            return self._pair(scene, party, with_)
        if party.kind == "pronoun":
            return self._pronoun(scene, party, with_)
        return []

    def _office(self, scene: Scene, party: Party, with_: Sequence[str]) -> list[str]:
        if party.many:
            owner = party.state or party.name
            if (
                not owner
                and party.office
                in (
                    "head-of-state",
                    "head-of-government",
                    "leader",
                    "royal",
                    "foreign-minister",
                )
                and _THE.search(scene.left(party.start, 12))
            ):
                return self.people.pair(party.office, party.start)
            return [owner]
        state = party.state or party.name
        same = any(party.office in self.people.office(one) for one in with_)
        if same and (not state or self.people.holder(state, party.office) in with_):
            # "Xi's speech before the meeting of the Chinese President": he himself.
            return []
        holder = self.people.holder(state, party.office, with_[0] if with_ else "")
        if holder and holder not in with_:
            return [holder]
        last = self.people.last_holder(state, party.office, party.start, with_)
        return [last or state]

    def _counterpart(self, party: Party, with_: Sequence[str]) -> list[str]:
        if not party.state or party.owned:
            return []
        offices = self.people.office(with_[0]) if with_ else set()
        for office in sorted(offices):
            holder = self.people.holder(party.state, office, with_[0])
            if holder and not party.many:
                return [holder]
        return [party.state]

    def _pair(self, scene: Scene, party: Party, with_: Sequence[str]) -> list[str]:
        if party.kind == "pronoun" and len(with_) == 1:
            last = self._last_meeting(2)
            if last:
                return [actor for actor in last if actor not in with_]
            return []
        if party.name == "states":
            states = [
                m.actor
                for m in reversed(self.people.mentions_in(max(0, party.start - 1500), party.start))
                if m.type == "state"
            ]
            distinct = list(dict.fromkeys(states))[:2]
            if len(distinct) == 2:
                return distinct
        if party.kind == "pair" and party.name != "persons":
            found = self.people.pair(party.name, party.start)
            if found:
                return found
            if "minister" in party.name:
                # "The foreign ministers of the two countries", whom nobody names: their states.
                states = [self.people.state(actor) or actor for actor in self._last_meeting(2)]
                return states if len(set(states)) == 2 and all(self.people.is_state(s) for s in states) else []
        last = self._last_meeting(2)
        named = self.people.last_persons(party.start, 2)
        if party.kind == "pronoun":
            # "They met": the last two persons, or the states a sentence before was about.
            before = self.people.mentions_in(max(0, party.start - 400), party.start)
            recent = [m.actor for m in reversed(before) if m.type == "person"]
            if len(set(recent)) >= 2:
                return list(dict.fromkeys(recent))[:2]
        if last and (not named or named[0] in last):
            return last
        if len(named) == 2:
            return named
        return last

    def before(self, sentence: Sentence) -> list[str]:
        """Return the two whose meeting "the meeting" is: of the last meeting told of, or the last two persons named."""
        for draft in reversed(self._drafts):
            if len(draft.participants) == 2 and sentence.paragraph - draft.sentence.paragraph <= 2:
                return list(draft.participants)
        named = [
            m.actor
            for m in reversed(self.people.mentions_in(max(0, sentence.start - 400), sentence.start))
            if m.type == "person"
        ]
        two = list(dict.fromkeys(named))
        return two if len(two) == 2 and self.people.state(two[0]) != self.people.state(two[1]) else []

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

    def _pronoun(self, scene: Scene, party: Party, with_: Sequence[str]) -> list[str]:
        voice = scene.sentence.voice
        if party.name in ("i", "we"):
            if voice in _NOBODY:
                return []
            return [voice]
        if party.name == "it":
            return []
        if party.name == "guest":
            return self._guest(with_)
        if party.name == "you":
            return self._addressed(scene.sentence)
        ahead = self._ahead(scene, party)
        if ahead and ahead not in with_:
            return [ahead]
        inside = [
            p
            for p in scene.parties
            if p.end <= party.start
            and (p.kind == "person" and p.name not in with_ or p.kind == "office" and not p.many)
        ]
        subjects = [p for p in inside if scene.goes_on(p) and not scene.possessive(p)]
        for one in [*subjects[::-1], *[p for p in inside[::-1] if p.kind == "person"]]:
            name = one.name if one.kind == "person" else next(iter(self._office(scene, one, with_)), "")
            if name and name not in with_ and (one.kind == "person" or self.people.is_person(name)):
                return [name]
        previous = self._subject_before(scene.sentence)
        if previous and previous not in with_:
            return [previous]
        for name in self.people.last_persons(party.start, 3):
            if name not in with_:
                return [name]
        return []

    def _ahead(self, scene: Scene, party: Party) -> str:
        """Return who "his" is in "During his visit to Beijing, Lavrov said"; empty if a person is named before it."""
        comma = scene.text.find(",", party.end, scene.sentence.end)
        if comma < 0 or any(p.kind == "person" and p.end <= party.start for p in scene.parties):
            return ""
        if not _OPENS.match(scene.text[scene.sentence.start : party.start]):
            return ""
        after = next((p for p in scene.parties if p.start > comma), None)
        near = after is not None and after.start - comma < 12 and after.kind == "person" and scene.goes_on(after)
        return after.name if after and near else ""

    def _subject_before(self, sentence: Sentence) -> str:
        """Return the person who acts in one of the sentences before, else the first one named there."""
        number = int(sentence.sentence.rsplit("#", 1)[1]) - 1
        named = ""
        for earlier in self._sentences[max(0, number - 4) : number][::-1]:
            if earlier.kind in ("byline", "boilerplate"):
                continue
            scene = Scene(self.people.text, earlier, [], [], self.people)
            for party in scene.parties:
                name = party.name if party.kind == "person" else ""
                if party.kind == "office" and not party.many:
                    name = next(iter(self._office(scene, party, [])), "")
                    name = name if self.people.is_person(name) else ""
                if (
                    name
                    and scene.goes_on(party)
                    and scene.governor(party) not in PREPOSITIONS
                    and not scene.possessive(party)
                ):
                    return name
                named = named or name
        return named

    def _addressed(self, sentence: Sentence) -> list[str]:
        number = int(sentence.sentence.rsplit("#", 1)[1])
        for later in self._sentences[number : number + 12]:
            if later.kind == "answer" and later.voice not in _NOBODY:
                return [later.voice]
        return []
