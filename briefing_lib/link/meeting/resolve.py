"""Parties to actors: who "he", "the two leaders", "the Japanese foreign minister" and "we" are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.meeting.office_owners import OUR, OfficeOwners, is_town
from briefing_lib.link.meeting.scene import PREPOSITIONS, Scene
from briefing_lib.link.parties import Party
from briefing_lib.link.people import state_of_place
from briefing_lib.tables import Sentence

# "During ", "According to the ministry, after ": a pronoun behind it may point ahead.
_OPENS = re.compile(r"(?:.*,\s+)?(?:during|after|before|following|on|in|ahead of|throughout|upon|at)\s+$", re.I)
# "the leaders", "both presidents": "the allied leaders" are others.
_THE = re.compile(r"\b(?:the|both|two|these|those|their|our)\s+$", re.I)
_NEAR = 1500  # characters within which "they" are named
_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_OF_SO_MANY = re.compile(r"\bof (?:the|all|our) (" + "|".join(_COUNTS[1:]) + r")\b")
_NOBODY = frozenset({"author", "journalist", ""})


def _named(parties: Sequence[Party]) -> Sequence[Party]:
    """Return the names alone of "the foreign ministers of Uzbekistan and Kyrgyzstan, A and B"."""
    if not parties or not (parties[0].kind == "pair" or parties[0].kind == "office" and parties[0].many):
        return parties
    names = [p for p in parties if p.kind == "person"]
    general = parties[0].kind == "pair" or not (parties[0].state or parties[0].name)
    if general and len(names) > 1 and len(names) == len(parties) - 1:
        # "The two Prime Ministers, X and Y"
        return names
    return (
        names if len(names) * 2 == len(parties) and all(p.kind == "person" for p in parties[len(names) :]) else parties
    )


class Resolver(OfficeOwners):
    """Finds the actors that parties stand for.

    Args:
        people: the persons of the document.
        drafts: the meetings read so far.
        sentences: the sentences of the document.
    """

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
        holders = [self._of_state(actor, office) for actor in found] if office else found
        # "the leaders of the three countries": the countries, unless the document names each of the leaders.
        partly = len(found) > 2 and any(map(self.people.is_state, holders))
        return found if partly else holders

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
            owner = state_of_place(owner) or owner if owner and is_town(owner) else owner
            if not owner and (count := _OF_SO_MANY.search(scene.text, party.start, party.end)):
                # "the leaders of the three countries": the last three that were named.
                return self.people.last_states(party.start, _COUNTS.index(count[1]) + 2)
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
                return self.people.pair(party.office, party.start) or self._all_of(scene, party)
            return [owner] if owner else self._all_of(scene, party)
        state = party.state or party.name or self._owner(scene, party)
        same = any(party.office in self.people.office(one) for one in with_)
        if same and (not state or self.people.holder(state, party.office) in with_):
            # "Xi's speech before the meeting of the Chinese President": he himself.
            return []
        holder = self.people.holder(state, party.office, with_[0] if with_ else "")
        if holder and holder not in with_:
            return [holder]
        if OUR.search(scene.left(party.start, 24)):
            return [state]
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
        if party.kind == "pronoun" and scene.text.startswith(" both", party.end):
            # "I could host them both": the last two who were named, and not whoever says so.
            both = [one for one in self.people.last_persons(party.start, 4) if one not in with_][:2]
            return sorted(both) if len(both) == 2 else []
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
        if party.kind == "pronoun" and (they := self._plural_before(scene, party)):
            return they
        last = self._last_meeting(2)
        named = self.people.last_persons(party.start, 2)
        if party.kind == "pair" and named and (met := self._met_lately(named[0])):
            # "the pair": the last who was named, and with whom he met.
            last = met
        if party.kind == "pronoun":
            # "They met": the last two persons, or the states a sentence before was about.
            before = self.people.mentions_in(max(0, party.start - 400), party.start)
            voice = scene.sentence.voice  # "They spoke", says somebody who is not one of them.
            recent = [m.actor for m in reversed(before) if m.type == "person" and m.actor != voice]
            if len(set(recent)) >= 2:
                return list(dict.fromkeys(recent))[:2]
            near = {m.actor for m in self.people.mentions_in(max(0, party.start - _NEAR), party.start)}
            named = [name for name in named if name in near]
        if last and (not named or named[0] in last):
            return last
        if len(named) == 2:
            return named
        return last

    def _plural_before(self, scene: Scene, party: Party) -> list[str]:
        """Return who "they" are in "The Cubans were here on Monday, and they signed": the plural subject before it."""
        for other in scene.parties:
            plural = other.kind == "office" and other.many and (other.state or other.name)
            if other.end <= party.start and plural and scene.goes_on(other) and not scene.possessive(other):
                return self._office(scene, other, [])
        first = not any(other.end <= party.start for other in scene.parties)
        return self._met_just_before(scene.sentence) if first else []

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
        he = next((p for p in scene.parties if p.end <= party.start and p.kind == "pronoun" and p.name == "one"), None)
        if he and he.start - scene.sentence.start < 40 and scene.goes_on(he) and self._alike(scene, he, party):
            # "He'll meet X on Monday, and he has talks with Y later in the week": the same as before.
            first = self._pronoun(scene, he, [])
            if first and first[0] not in with_:
                return first
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

    @staticmethod
    def _alike(scene: Scene, first: Party, second: Party) -> bool:
        """Are two pronouns forms of one: "he" and "his"?"""
        return scene.text[first.start].lower() == scene.text[second.start].lower()

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

    def acting_before(self, sentence: Sentence) -> str:
        """Return the person who acts in one of the sentences before; empty if nobody is named."""
        return self._subject_before(sentence)

    def _subject_before(self, sentence: Sentence) -> str:
        """Return the person who acts in one of the sentences before, else the first one named there."""
        number = int(sentence.sentence.rsplit("#", 1)[1]) - 1
        named = ""
        for earlier in self._sentences[max(0, number - 4) : number][::-1]:
            if earlier.kind in ("byline", "boilerplate"):
                continue
            scene = Scene(self.people.text, earlier, [], [], self.people)
            if self._goes_on_about_him(scene):
                # "In August he saw X. He received Y": the same as in the sentence before that
                continue
            for party in scene.parties:
                name = party.name if party.kind == "person" else ""
                if party.kind == "office" and not party.many:
                    name = next(iter(self._office(scene, party, [])), "")
                    name = name if self.people.is_person(name) else ""
                opens = party.start - earlier.start < 12 and self.people.text.startswith(",", party.end)
                if (
                    name
                    and (scene.goes_on(party) or opens)
                    and scene.governor(party) not in PREPOSITIONS
                    and not scene.possessive(party)
                ):
                    return name
                named = named or name
        return named

    @staticmethod
    def _goes_on_about_him(scene: Scene) -> bool:
        """Does a pronoun act in a sentence, and nobody who is named before it?"""
        for party in scene.parties:
            if scene.text[party.start : party.end].lower() in ("he", "she"):
                others = [p for p in scene.parties if p.start > party.end and p.kind == "person" and scene.goes_on(p)]
                acts = scene.goes_on(party) and party.start - scene.sentence.start < 50
                return acts and all(scene.governor(p) in PREPOSITIONS for p in others)
            if party.kind == "person" or party.kind == "office" and not party.many:
                return False
        return False

    def _addressed(self, sentence: Sentence) -> list[str]:
        number = int(sentence.sentence.rsplit("#", 1)[1])
        for later in self._sentences[number : number + 12]:
            if later.kind == "answer" and later.voice not in _NOBODY:
                return [later.voice]
        return []
