"""Whose office it is where the words name no state: "our envoy", "its foreign minister", "the Ministers" who met."""

from __future__ import annotations

import re

from briefing_lib.find.gazetteer import bundled
from briefing_lib.link.meeting.scene import Scene
from briefing_lib.link.meeting.told_before import ToldBefore
from briefing_lib.link.parties import Party

# "the [Ministers]", "the three [presidents]", "the senior [officials]"
_THE_OFFICES = re.compile(r"\b(?:[Tt]he|[Tt]heir|all)\s(?:(?:three|four|five|six|senior|foreign|trade)\s)*$")
# "the [Ministers of Transport]", "the senior [officials]": others of the same states
_OTHERS = re.compile(
    r"^\w+\s(?:of|for)\s(?!(?:Foreign|External)\b)[A-Z]|^(?:officials|experts|negotiators|deputies|diplomats|envoys)"
)
OUR = re.compile(r"\b[Oo]ur\s(?:\w+\s)?$")
_AN = re.compile(r"\b[Aa]n?\s(?:\w+\s)?$")
_SENT = frozenset({"official", "envoy", "representative", "negotiator", "emissary", "delegation"})
# "its [foreign minister]"
_ITS = re.compile(r"\bits\s+(?:\w+\s+)?$")
_NOBODY = frozenset({"author", "journalist", ""})


def is_town(words: str) -> bool:
    """Tell whether the words name a place that is no state and no body.

    >>> is_town("Istanbul"), is_town("China"), is_town("Taliban")
    (True, False, False)
    """
    sense = bundled().senses.get(words)
    return sense is not None and sense.type == "place"


class OfficeOwners(ToldBefore):
    """Finds whose minister, envoy or officials are meant, from the sentence, its speaker and the meetings told of."""

    def _all_of(self, scene: Scene, party: Party) -> list[str]:
        """Return the three or more who met where a joint statement says "the Ministers", or "the senior officials"."""
        if not _THE_OFFICES.search(scene.left(party.start, 24)):
            return [""]
        met = self.all_who_met()
        if not met or not all(self.people.is_person(actor) or self.people.is_state(actor) for actor in met):
            return [""]
        other = _OTHERS.search(scene.text[party.start : party.end + 24])
        return [self.people.state(actor) or actor for actor in met] if other else met

    def _owner(self, scene: Scene, party: Party) -> str:
        """Return whose minister "its foreign minister" is: of the state that is named before it."""
        before = scene.left(party.start, 24)
        if OUR.search(before) and scene.sentence.voice not in _NOBODY:
            # "Our special representative", says a spokesperson
            return self.people.state(scene.sentence.voice)
        if _AN.search(before) and party.office in _SENT:
            # "The ministry said it would rather talk: an official is to travel to Seoul"
            bodies = [p for p in scene.parties if p.end <= party.start and p.kind in ("organisation", "state")]
            return next((p.name for p in reversed(bodies) if scene.goes_on(p) and not scene.possessive(p)), "")
        if not _ITS.search(before):
            return ""
        return next((p.name for p in reversed(scene.parties) if p.end <= party.start and p.kind == "state"), "")
