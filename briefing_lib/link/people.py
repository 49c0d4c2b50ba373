"""Who holds which office in a document, and which state a person or a place belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property

from briefing_lib import lexicon
from briefing_lib.find.gazetteer import bundled
from briefing_lib.find.name.offices import held_by
from briefing_lib.link.parties import Party, parties
from briefing_lib.tables import Mention, Sentence

# ", Jan. 24 (Xinhua) --", " (Reuters) -": behind the place of a dispatch.
_DATELINE = re.compile(
    r"\.\s+[A-Z]|,\s[^\n]{0,30}\d{4}\.?\s*(?:\n|$)|,\s[A-Z][a-z]{2,8}\.?\s\d{1,2}\.?\s*(?:\n|$)|"
    r"(?:,\s[A-Z][^\n]{0,40}?)?\s?(?:\([A-Z][\w./-]*\)\.?)?\s?(?:(?:--?|[–—:])\s|[–—](?=[A-Z“\"‘]))|,?\s\([A-Z][\w./-]*\)"
)
# "the foreign ministers[, ]A and B", "the ministers[ of foreign affairs, ]A[ and ]B"
_BOTH_OF = re.compile(r"(?P<of>\sof\s(?:[a-z]+\s){0,3}[a-z]+)?,\s(?:[A-Z][\w.’'-]+\s){0,4}(?:[A-Z][\w.’'-]+,?\sand\s)?")
# Whose capital is the capital of which state today.
HEIRS = {"Soviet Union": "Russia", "West Germany": "Germany", "Czechoslovakia": "Czechia", "Yugoslavia": "Serbia"}
_HEIRS_OF = {heir: state for state, heir in HEIRS.items()}
# "leader" may be said of each of these; a counterpart of one is a counterpart of the others.
_LEADERS = frozenset({"head-of-state", "head-of-government", "leader", "royal"})


@cache
def _states_by_code() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in lexicon.rows("states"):
        if row["country"]:
            names.setdefault(row["country"], row["actor"])
    return names


@cache
def _all_states() -> frozenset[str]:
    return frozenset(_states_by_code().values())


@cache
def state_of_place(place: str) -> str:
    """Return the state a place lies in; empty if it is not known.

    >>> state_of_place("Tashkent"), state_of_place("Atlantis")
    ('Uzbekistan', '')
    """
    sense = bundled().senses.get(place)
    if sense is None:
        return ""
    if sense.type == "state" and not sense.kind:
        return sense.actor
    return _states_by_code().get(sense.country, "") or (sense.actor if sense.type == "state" else "")


@cache
def _known() -> dict[str, str]:
    """Return the state of each person the lexicon knows."""
    states = _states_by_code()
    return {row["actor"]: states.get(row["country"], "") for row in lexicon.rows("people")}


def known_state(person: str) -> str:
    """Return the state of a person the lexicon knows; empty for anybody else.

    >>> known_state("Angela Merkel"), known_state("Nobody Known")
    ('Germany', '')
    """
    return _known().get(person, "")


def is_seat(words: str) -> bool:
    """Tell whether the words name a palace, a ministry or a capital that stands for a state.

    >>> is_seat("Kremlin"), is_seat("China")
    (True, False)
    """
    sense = bundled().senses.get(words)
    return sense is not None and sense.kind in ("capital", "seat")


class People:
    """The persons of a document, read when first asked for.

    Args:
        text: the document's text.
        sentences: its sentences.
        mentions: its mentions, in order.
        published: EDTF date of the document, on which the lexicon's office holders are asked for.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], published: str = ""):
        self.published = published
        self.text, self._sentences, self.mentions = text, sentences, mentions
        self._starts: list[int] = []
        self._cache: dict[str, list[Party]] = {}
        self._offices: dict[str, set[tuple[str, str]]] | None = None

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions between two offsets."""
        if not self._starts:
            self._starts = [m.start for m in self.mentions]
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def parties(self, sentence: Sentence) -> list[Party]:
        """Return the parties of a sentence."""
        found = self._cache.get(sentence.sentence)
        if found is None:
            found = parties(self.text, sentence.start, sentence.end, self.mentions_in(sentence.start, sentence.end))
            self._cache[sentence.sentence] = found
        return found

    @cached_property
    def _datelines(self) -> list[Mention]:
        return [
            m
            for m in self.mentions
            if (m.start == 0 or self.text[m.start - 1] == "\n")
            and m.type in ("place", "state")
            and _DATELINE.match(self.text, m.end)
        ]

    def items(self) -> list[int]:
        """Return where the items of a round-up begin, each with a dateline of its own; none for a single dispatch."""
        starts = [m.start for m in self._datelines]
        return starts[1:] if len(starts) > 2 else []

    def dateline(self, before: int) -> Mention | None:
        """Return the place the dispatch at an offset comes from: "BEIJING, Jan. 24 (Xinhua) --"."""
        return next((m for m in reversed(self._datelines) if m.start <= before), None)

    def state_then(self, state: str) -> str:
        """Return the state of its time that a capital of today stood for, where the document names that one alone."""
        older = _HEIRS_OF.get(state)
        named = self._states
        return older if older and older in named and state not in named else state

    @cached_property
    def _states(self) -> frozenset[str]:
        return frozenset(m.actor for m in self.mentions if m.type == "state" and not is_seat(m.text))

    def _titles(self) -> dict[str, set[tuple[str, str]]]:
        """Return (state, office) pairs of each person, as the document's titles and appositions give them."""
        if self._offices is None:
            self._offices = {}
            for sentence in self._sentences:
                if sentence.kind == "boilerplate" or not any(
                    m.type == "person" for m in self.mentions_in(sentence.start, sentence.end)
                ):
                    continue
                for party in self.parties(sentence):
                    if party.kind == "person" and not party.office and (both := self._shared(sentence, party)):
                        party = party._replace(office=both)
                    if party.kind == "person":
                        held = self._offices.setdefault(party.name, set())
                        if party.state or party.office:
                            held.update((party.state, office) for office in party.office.split("|"))
        return self._offices

    def _shared(self, sentence: Sentence, party: Party) -> str:
        """Return the office of both in "the foreign ministers, A and B", "the ministers of defence, A and B"."""
        many = [
            p for p in self.parties(sentence) if p.end <= party.start and p.kind == "office" and p.many and p.office
        ]
        if not many or not (gap := _BOTH_OF.fullmatch(self.text, many[-1].end, party.start)):
            return ""
        named = [p for p in self.parties(sentence) if many[-1].end <= p.start <= party.start]
        if gap["of"] and many[-1].office in ("people", "minister"):
            return "foreign-minister" if "foreign" in gap["of"] else "minister"
        return many[-1].office if len(named) < 4 and many[-1].office != "people" else ""

    def state(self, person: str) -> str:
        """Return the state a person belongs to, by the document or else the lexicon."""
        states = {state for state, _ in self._titles().get(person, ()) if state}
        if len(states) == 1:
            return next(iter(states))
        return _known().get(person, "")

    def is_person(self, actor: str) -> bool:
        """Tell whether an actor is a person the document names."""
        return actor in self._titles()

    def are_counterparts(self, one: str, other: str) -> bool:
        """Tell whether two persons hold the same kind of office."""
        mine, theirs = self.office(one), self.office(other)
        return bool(mine & theirs) or bool(mine & _LEADERS) and bool(theirs & _LEADERS)

    @staticmethod
    def is_state(actor: str) -> bool:
        """Tell whether an actor is a state the lexicon knows."""
        return actor in _all_states()

    def office(self, person: str) -> set[str]:
        """Return the kinds of office the document gives a person, or else the lexicon."""
        told = {office for _, office in self._titles().get(person, ()) if office}
        return told or self._known_offices(person)

    def _known_offices(self, person: str) -> set[str]:
        """Return the kinds of office the lexicon knows a person to have held on the document's date."""
        return {tenure.kind for tenure in held_by(person, self.published) if tenure.kind}

    def holder(self, state: str, office: str, apart_from: str = "") -> str:
        """Return the one person of the document who holds an office of a state; empty if there is none, or several.

        An office the document names without a state counts if the lexicon knows the person's state.
        """
        found: set[str] = set()
        exact: set[str] = set()
        for person, told in self._titles().items():
            if person == apart_from:
                continue
            held = (
                {h for h in told if h[1]}
                or {(_known().get(person, ""), what) for what in self._known_offices(person)}
                or told
            )
            for where, what in held:
                same_state = not state or where == state or (not where and _known().get(person, "") == state)
                if same_state and (not office or what == office):
                    exact.add(person)
                elif same_state and (what == "counterpart" or {what, office} <= _LEADERS):
                    found.add(person)
        for group in (exact, exact | found):
            if len(group) == 1:
                return next(iter(group))
        if office == "diplomat" and not exact:
            # "the top Iranian diplomat"
            return self.holder(state, "foreign-minister", apart_from)
        return ""

    def pair(self, office: str, before: int) -> list[str]:
        """Return the last two persons before an offset who hold an office, for two states; "leader" is any head."""
        found: list[str] = []
        for name in self.last_persons(before, 8) or []:
            held = self.office(name)
            if "counterpart" in held:
                fits = True
            elif office == "minister":
                fits = any("minister" in what for what in held)
            elif office in _LEADERS:
                fits = bool(held & _LEADERS)
            else:
                fits = office in held
            if fits and not (found and self.state(name) and self.state(name) == self.state(found[0])):
                found.append(name)
        for at, one in enumerate(found if office == "minister" else ()):
            # "The two ministers": two of one rank, rather than a deputy who was named since.
            for other in found[:at]:
                if self.state(one) != self.state(other) and self.office(one) & self.office(other) - {"counterpart"}:
                    return [other, one]
        return found[:2] if len(found) > 1 else []

    def last_holder(self, state: str, office: str, before: int, apart_from: Sequence[str]) -> str:
        """Return who of the holders of an office was named last before an offset; empty if there is none."""
        found = [
            name
            for name in self.last_persons(before, 6)
            if name not in apart_from and office in self.office(name) and (not state or self.state(name) == state)
        ]
        if len(found) > 1 and not state:
            # "The President": whom the document speaks of, rather than one it names in passing.
            counts = {name: sum(m.actor == name and m.start < before for m in self.mentions) for name in found}
            most = max(found, key=lambda name: counts[name])
            if counts[most] > 1 and counts[most] >= 2 * counts[found[0]]:
                return most
        return found[0] if found else ""

    def last_states(self, before: int, count: int) -> list[str]:
        """Return the last so many different states named before an offset; none if there are fewer near by."""
        near = self.mentions_in(max(0, before - 2500), before)
        found = list(dict.fromkeys(m.actor for m in reversed(near) if m.type == "state"))
        return found[:count] if len(found) >= count else []

    def last_persons(self, before: int, count: int) -> list[str]:
        """Return the last different persons named before an offset, the latest first."""
        found: list[str] = []
        for mention in reversed(self.mentions_in(max(0, before - 9000), before)):
            if mention.type == "person" and mention.actor not in found:
                found.append(mention.actor)
                if len(found) == count:
                    break
        return found
