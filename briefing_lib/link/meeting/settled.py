"""Who stands behind words whose meaning the rest of the document settles, before names are looked up.

"We" inside quotation marks is whoever is quoted; "they" in an answer are not the one who answers; the "Foreign
Minister" of a headline is the one whom the text below names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.name.genders import gender_of
from briefing_lib.link.meeting.draft import Draft, Place
from briefing_lib.link.meeting.resolve import Resolver
from briefing_lib.link.meeting.scene import Scene
from briefing_lib.link.parties import Party
from briefing_lib.tables import Sentence

_NOBODY = frozenset({"author", "journalist", ""})
_SAYS = (
    r"(?:said|says|told|tells|added|adds|stated|noted|explained|recalled|declared|wrote|announced|replied|remarked|"
    r"continued|concluded|stressed)"
)
# "Peters [said]", "[said] Mr. Peters": right behind and right before the one who is quoted.
_SAYS_BEHIND = re.compile(r",?\s+(?:also\s+|then\s+|later\s+)?" + _SAYS + r"\b")
_SAYS_BEFORE = re.compile(r"\b" + _SAYS + r"\s+(?:the\s+|Mr\.?\s+|Mrs\.?\s+|Ms\.?\s+)?$")
_NAMED = 700  # characters before a summit in which its organisation is named
_BELOW = 2500  # characters below a headline in which its people are named
_GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_OPENS = '“"'
_HEADS = frozenset({"head-of-state", "head-of-government", "leader", "royal"})


# Organisations of states that hold no summit of that name.
_NO_SUMMIT = frozenset(
    ["United Nations", "West", "Allies", "Axis", "Global South", "Global North", "Global Majority", "Third World",
     "Free World", "Eastern Bloc", "Western Bloc", "Eurozone", "Schengen Area", "International Monetary Fund",
     "World Bank"]
)  # fmt: skip


@cache
def intergovernmental() -> frozenset[str]:
    """Return the organisations whose members are states.

    >>> "NATO" in intergovernmental(), "Reuters" in intergovernmental()
    (True, False)
    """
    kinds = {"io", "bloc", "alliance"}
    return frozenset(row["actor"] for row in lexicon.rows("organisations") if row["kind"] in kinds) - _NO_SUMMIT


class Settled(Resolver):
    """Finds the actors that parties stand for, those first whom the document settles by its form."""

    def actors(self, scene: Scene, parties: Sequence[Party], subjects: Sequence[str]) -> list[str]:
        """Return the actors of parties, as ``Resolver.actors`` does."""
        return super().actors(scene, [self._settled(scene, party) for party in parties], subjects)

    def _settled(self, scene: Scene, party: Party) -> Party:
        if party.kind == "pronoun" and party.name in ("i", "we") and scene.sentence.voice in _NOBODY:
            name = self._quoted(scene, party)
        elif scene.titled and party.kind == "office" and not party.many and not party.name:
            name = self._below(party)
        else:
            return party
        return party._replace(kind="person", name=name, many=False) if name else party

    def _below(self, party: Party) -> str:
        """Return the first person named below a headline who holds its office: "Foreign Minister meets Chilean"."""
        for mention in self.people.mentions_in(party.end, party.end + _BELOW):
            if mention.type == "person" and party.office in self.people.office(mention.actor):
                state = self.people.state(mention.actor)
                if not party.state or state == party.state:
                    return mention.actor
        return ""

    def _quoted(self, scene: Scene, party: Party) -> str:
        """Return who is quoted where a pronoun stands: named in its sentence, the next one or the one before."""
        text, sentence = scene.text, scene.sentence
        paragraph = text.rfind("\n", 0, party.start) + 1
        before = text[paragraph : party.start]
        if not any(mark in before for mark in _OPENS):
            return ""
        number = int(sentence.sentence.rsplit("#", 1)[1]) - 1
        near = [sentence, *self._sentences[number + 1 : number + 2], *self._sentences[max(0, number - 1) : number]]
        for other in near:
            if other.paragraph == sentence.paragraph and (name := self._says(other)):
                return name
        return ""

    def _says(self, sentence: Sentence) -> str:
        """Return who says something in a sentence, outside its quotation marks."""
        scene = Scene(self.people.text, sentence, [], [], self.people)
        for party in scene.parties:
            if party.kind not in ("person", "office", "pronoun") or party.many or party.name in ("i", "we", "you"):
                continue
            behind = _SAYS_BEHIND.match(scene.text, party.end, sentence.end)
            if behind or _SAYS_BEFORE.search(scene.left(party.start, 24)):
                found = super().actors(scene, [party], [])
                return found[0] if found and self.people.is_person(found[0]) else ""
        return ""

    def _pair(self, scene: Scene, party: Party, with_: Sequence[str]) -> list[str]:
        """Return whom "they" means; in an answer, the two whose meeting was told just before."""
        first = not any(other.end <= party.start for other in scene.parties)
        if party.kind == "pronoun" and first and scene.sentence.voice not in _NOBODY and not with_:
            last = self.last_two(scene.sentence)
            if last and scene.sentence.voice not in last:
                return last
        if party.kind == "pair" and party.name == "states" and (sides := self._sides_of_talk(scene.sentence)):
            return sides
        if party.kind == "pair" and party.name not in ("persons", "states") and not with_:
            # "The ministers signed": those who have just met, rather than the last two who were named.
            last = self.last_two(scene.sentence)
            if len(last) == 2 and self.people.are_counterparts(last[0], last[1]) and self._hold(last, party.name):
                return last
        found = super()._pair(scene, party, with_)
        if party.kind == "pair" and party.name in _HEADS - {"leader"} and len(found) == 2:
            # "the two Prime Ministers", where two foreign ministers are talked of: others of their states
            others = [self.people.office(actor) for actor in found]
            states = [self.people.state(actor) for actor in found]
            if all(held and not held & _HEADS for held in others) and all(states) and states[0] != states[1]:
                return sorted(states)
        return found

    def _hold(self, persons: Sequence[str], office: str) -> bool:
        """Do persons hold offices that "the ministers" or "the leaders" may be said of?"""
        kinds = [self.people.office(person) for person in persons]
        if "minister" in office:
            return all(any("minister" in kind for kind in held) for held in kinds)
        return all(held & _HEADS for held in kinds)

    def _pronoun(self, scene: Scene, party: Party, with_: Sequence[str]) -> list[str]:
        """Return whom a pronoun means; "she" is nobody with a man's name, as far as given names tell."""
        found = super()._pronoun(scene, party, with_)
        told = _GENDERS.get(scene.text[party.start : party.end].lower(), "")
        if not told or not found or gender_of(found[0]) in ("", told):
            return found
        others = [name for name in self.people.last_persons(party.start, 6) if name not in with_]
        named = [name for name in others if gender_of(name) == told] or [n for n in others if not gender_of(n)]
        return named[:1] or found

    def _sides_of_talk(self, sentence: Sentence) -> list[str]:
        """Return the two states of the last meeting or visit told of: "The two Governments signed an agreement"."""
        for draft in reversed(self._drafts):
            if sentence.paragraph - draft.sentence.paragraph > 3:
                return []
            states = sorted({self.people.state(actor) or actor for actor in draft.participants})
            if len(states) == 2 and all(map(self.people.is_state, states)) and draft.status == "held":
                return states
        return []

    def last_two(self, sentence: Sentence) -> list[str]:
        """Return the two parties of the last meeting told of near a sentence."""
        for draft in reversed(self._drafts[-4:]):
            if len(draft.participants) == 2 and sentence.paragraph - draft.sentence.paragraph <= 2:
                return list(draft.participants)
        return []

    def other_side(self, actor: str) -> str:
        """Return with whom somebody met last: "we last met in Suva" says it of the same two."""
        for draft in reversed(self._drafts):
            if len(draft.participants) == 2 and actor in draft.participants and draft.type != "visit":
                return next(one for one in draft.participants if one != actor)
        return ""

    def body_named(self, sentence: Sentence) -> str:
        """Return the organisation of states named last before a sentence ends: whose "the Madrid summit" is."""
        bodies = intergovernmental()
        for mention in reversed(self.people.mentions_in(max(0, sentence.start - _NAMED), sentence.end)):
            if mention.type == "organisation" and mention.actor in bodies:
                return mention.actor
        return ""

    def body_called(self, noun: str, before: int) -> str:
        """Return the body whose name has a word in it: "The club meets on 29 June" after the Paris Club was named."""
        for mention in reversed(self.people.mentions_in(max(0, before - 2 * _NAMED), before)):
            if mention.type == "organisation" and noun.capitalize() in mention.actor.split():
                return mention.actor
        return ""

    def last_gathering(self, sentence: Sentence) -> Draft | None:
        """Return the meeting told of last, near by, that somebody else may attend: "he will attend, too"."""
        for draft in reversed(self._drafts[-6:]):
            far = sentence.paragraph - draft.sentence.paragraph > 3
            if (
                not far
                and draft.status in ("planned", "expected", "proposed")
                and draft.type in ("talks", "summit", "ministerial", "other")
                and (draft.place or draft.edtf)
            ):
                return draft
        return None

    def last_place(self) -> Place:
        """Return the place told of last: where "there" is."""
        return next((Place(d.place, d.place_state) for d in reversed(self._drafts) if d.place), Place())

    def sides_near(self, sentence: Sentence) -> list[str]:
        """Return the two states of the last meeting told of near by; or the two a document names most, by far."""
        for draft in reversed(self._drafts):
            states = sorted({self.people.state(actor) or actor for actor in draft.participants})
            if sentence.paragraph - draft.sentence.paragraph > 2:
                break
            if len(states) == 2 and all(self.people.is_state(state) for state in states):
                return states
        counts = Counter(m.actor for m in self.people.mentions if m.type == "state").most_common(3)
        far = len(counts) == 2 or len(counts) == 3 and counts[1][1] >= 2 * counts[2][1]
        return sorted(state for state, _ in counts[:2]) if far else []

    def most_told_of(self) -> list[str]:
        """Return the two states whose meetings a document tells of, if it tells of few others: a joint statement's."""
        counts: Counter[tuple[str, ...]] = Counter()
        for draft in self._drafts:
            states = sorted({self.people.state(actor) or actor for actor in draft.participants})
            if len(states) == 2 and all(map(self.people.is_state, states)):
                counts[tuple(states)] += 1
        first, *others = counts.most_common(2) or [((), 0)]
        return list(first[0]) if first[1] >= 3 and all(first[1] >= 2 * count for _, count in others) else []

    def sides(self, sentence: Sentence) -> list[str]:
        """Return the two states of a joint body: those of the two who met last, else the two the document is about."""
        if main := self.most_told_of():
            return main
        for draft in reversed(self._drafts):
            if draft.type == "call":
                continue  # "A second round of talks": not with whoever was telephoned meanwhile
            states = sorted({self.people.state(actor) or actor for actor in draft.participants})
            near = sentence.paragraph - draft.sentence.paragraph <= 3
            if len(states) == 2 and near and all(self.people.is_state(state) for state in states):
                return states
        return self.two_states()
