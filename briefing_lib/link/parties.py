"""Who a sentence speaks of: names with their titles, unnamed office holders, pronouns, pairs.

A party is a noun phrase that can take part in a meeting. "Russia's foreign minister, Sergey Lavrov" is one party,
not a state and a person; "the Japanese foreign minister" is one without a name, which a whole document may give;
"his Chinese counterpart", "they" and "the two leaders" point back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.link.phrases import joined
from briefing_lib.link.several_of import of_many, of_several
from briefing_lib.link.tokens import Token, tokens_of
from briefing_lib.tables import Mention


class Party(NamedTuple):
    """Noun phrase that can take part in a meeting: its span, who it is, and what it is.

    ``kind`` is person, state, organisation, place, office (unnamed holder), counterpart, pronoun or pair; ``name``
    the actor, or for a pronoun which one; ``state`` the state it belongs to; ``surface`` the words of the name.
    ``owned`` marks counterparts of somebody: "the Russian delegation's counterparts" are not Russia's.
    """

    start: int
    end: int
    kind: str
    name: str = ""
    state: str = ""
    office: str = ""
    many: bool = False
    surface: str = ""
    role: str = "actor"
    owned: bool = False


NAMED = frozenset({"person", "state", "organisation", "place"})

# ", the current ", ", Russia's": what opens an apposition.
_APPOSED = re.compile(
    r",\s+(?:(?:a|an|the|his|her|their|its|country['’]s|also|acting|chief|current|deputy|former|new|newly|"
    r"senior|then|vice|"
    r"[A-Z][\w.’'-]*)\s+){0,4}"
)
# "(C)" or "(left)" after a name in a caption.
_BRACKET = re.compile(r"\s*\((?:[A-Z]{1,2}|\w+|[A-Z]{1,3}-[\w.]+)\)")
# " of China", " of the Netherlands": right behind a name.
_OF_STATE = re.compile(r"\s+of\s+(?:the\s+)?")
# "Chairman [of the Presidency of] Bosnia", "Prime Minister of the Kurdistan [Regional Government, ]X"
_OFFICE_OF = re.compile(r"(?:\s(?:of|for|the|and|[A-Z][\w’'-]+))*\s(?:of|for)\s(?:the\s)?(?:[A-Z][\w-]+\s)*")
_REST_OF_OFFICE = re.compile(
    r"(?:\s(?:of\sthe\s|of\s|for\s|and\s|the\s)*[A-Z][\w’'-]+){0,6},\s(?:(?:Mr|Mrs|Ms|Dr|Dato|Datuk|Herr|M|Sir|Sheikh)\b\.?\s)?"
)
_SAYS = re.compile(r",?\s(?:said|says|told|added|adds|announced|warned)\b")
# "[the five ]Central American presidents"
_COUNTED = re.compile(r"\b(?:the|all)\s(?:three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})\s$", re.I)
_REGION = re.compile(
    r"(?P<side>(?:Central|Eastern?|Latin|Northern?|Southern?|South-?[Ee]ast|Western?)\s)?"
    r"(?P<of>African|American|Asian|European)"
)
_CONTINENTS = {"African": "Africa", "American": "America", "Asian": "Asia", "European": "Europe"}
_AND_OTHERS = re.compile(r"\sand\s[a-z]+\s")
_POSSESSOR = re.compile(r"\b(?:his|her|their|its|my|our|your)\s+(?:\w+\s+)?$", re.I)


def parties(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Party]:
    """Return the parties of a sentence in order.

    Args:
        text: the document.
        start: first character of the sentence.
        end: character after its last.
        mentions: the mentions of the sentence, in order.

    >>> [(p.kind, p.name, p.state) for p in parties("They met Chinese officials.", 0, 27, [])]
    [('pronoun', 'pair', ''), ('office', '', 'China')]
    """
    return _Reader(text, end, tokens_of(text, start, end, mentions)).read()


def several(parties: Sequence[Party]) -> bool:
    """Tell whether parties are more than one: two names, "the two leaders", "they", "we", or a body."""
    return len(parties) > 1 or any(
        p.many or p.kind in ("pair", "organisation") or p.name in ("pair", "we") for p in parties
    )


class _Reader:
    """Reads the tokens of a sentence into parties, from left to right."""

    def __init__(self, text: str, end: int, tokens: list[Token]):
        self.text, self.end, self.tokens = text, end, tokens

    def read(self) -> list[Party]:
        found: list[Party] = []
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            party: Party | None
            if token.kind == "person":
                party, at = self.person(at, at, "", "")
            elif token.kind in ("pronoun", "pair"):
                party, at = Party(token.start, token.end, token.kind, token.name, many=token.many), at + 1
            else:
                party, at = self.run(at)
            if party:
                found.append(party)
        return found

    def gap(self, at: int) -> str:
        """Return the words between a token and the next one."""
        return self.text[self.tokens[at].end : self.tokens[at + 1].start]

    def run(self, at: int) -> tuple[Party | None, int]:
        """Read a phrase that does not begin with a person: its party, if it is one, and the token after it."""
        first, here = self.tokens[at], at
        if first.kind == "region":
            return self.of_region(at)
        state, office, many, owner, counterpart = "", "", False, "", False
        while True:
            token = self.tokens[here]
            if token.kind in ("demonym", "state", "organisation"):
                state = state or token.name
            if token.kind in ("state", "organisation", "place"):
                owner = owner or token.name
            if token.kind in ("office", "counterpart"):
                office = office or token.name or ("people" if token.many else "counterpart")
                many = many or token.many
                counterpart = counterpart or token.kind == "counterpart"
            if here + 1 == len(self.tokens) or not joined(self.text, token, self.tokens[here + 1], bool(office)):
                break
            if self.tokens[here + 1].kind == "person":
                # "Foreign Ministers Celso Amorim of Brazil and ..." is a title; "Chinese officials, Wang" is none.
                if many and self.gap(here).strip():
                    break
                return self.person(at, here + 1, state or token.state, office)
            here += 1
        last = self.tokens[here]
        state = state or first.state
        if counterpart:
            owned = here > at and self.tokens[here - 1].kind == "office" and self.gap(here - 1).strip() in ("'s", "’s")
            start = self.possessor(first.start)
            return Party(start, last.end, "counterpart", owner, state, office, many, owned=owned), here + 1
        if office:
            if not many and (double := self.second_office(at, here)):
                return double
            both = of_several(self.text, last.end, self.end) if many and not state else None
            start = self.tokens[at - 1].end + len(" and ") if self._among_others(at) else first.start
            one = not next(t for t in self.tokens[at : here + 1] if t.kind in ("office", "counterpart")).many
            if one and (holder := self.named_behind(at, here, state, office)):
                return holder
            both = both or (of_many(self.text, last.end, self.end) if many else None)
            return Party(start, both or last.end, "office", owner, state, office, many), here + 1
        if first.kind in NAMED:
            # A phrase without an office is a single name: the rest is read again.
            surface = self.text[first.start : first.end]
            party = Party(first.start, first.end, first.kind, first.name, state, surface=surface, role=first.role)
            return party, at + 1
        return self.respectively(at) or (self.shared_office(at), at + 1)

    def of_region(self, at: int) -> tuple[Party | None, int]:
        """Read "the Central American leader" as somebody of no state, and "European leaders" as nobody known."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after is None or after.kind not in ("office", "counterpart") or self.gap(at).strip():
            return None, at + 1
        if at + 2 < len(self.tokens) and self.tokens[at + 2].kind == "person" and not self.gap(at + 1).strip():
            return self.person(at, at + 2, "", after.name)
        return Party(
            self.tokens[at].start,
            after.end,
            "office",
            self._region(at) if after.many else "",
            office="region" if after.many else after.name,
            many=after.many,
        ), at + 2

    def _region(self, at: int) -> str:
        """Return the region of "the five Central American presidents", who are all of its; of others it is unknown."""
        token = self.tokens[at]
        counted = _COUNTED.search(self.text[max(0, token.start - 20) : token.start])
        found = _REGION.fullmatch(self.text, token.start, token.end) if counted else None
        return f"{found['side'] or ''}{_CONTINENTS[found['of']]}" if found else ""

    def respectively(self, at: int) -> tuple[Party, int] | None:
        """Read "the Kenyan and US presidents William Ruto and Joe Biden": the first name is the first state's."""
        four = self.tokens[at : at + 4]
        if [token.kind for token in four[1:]] not in (["demonym", "office", "person"], ["state", "office", "person"]):
            return None
        if four[0].kind != "demonym" or not four[2].many or self.gap(at).strip() != "and" or self.gap(at + 2).strip():
            return None
        party, after = self.person(at, at + 3, four[0].name, four[2].name)
        return party, after

    def shared_office(self, at: int) -> Party | None:
        """Read "South Korean" in "South Korean and Japanese counterparts": the office stands behind the last."""
        first, here = self.tokens[at], at
        if first.kind == "demonym" and self._among_others(at + 1):
            return Party(first.start, first.end, "office", "", first.name, self.tokens[at + 1].name or "people", True)
        while first.kind == "demonym" and here + 1 < len(self.tokens) and self.gap(here).strip() in ("and", ","):
            here += 1
            if self.tokens[here].kind not in ("demonym", "state") or here + 1 == len(self.tokens):
                return None
            after = self.tokens[here + 1]
            offices = after.many and after.kind in ("office", "counterpart")
            # "Turkish, Swedish and alliance officials"
            others = offices and self._among_others(here + 1)
            if others or offices and joined(self.text, self.tokens[here], after, False):
                return Party(first.start, first.end, "office", "", first.name, after.name or "people", True)
        return None

    def _among_others(self, at: int) -> bool:
        """Is it the office of "Swedish and alliance officials", which those before share?"""
        token = self.tokens[at] if 0 < at < len(self.tokens) else None
        before = token is not None and token.many and token.kind == "office" and self.tokens[at - 1].kind == "demonym"
        return before and bool(_AND_OTHERS.fullmatch(self.gap(at - 1)))

    def second_office(self, at: int, here: int) -> tuple[Party, int] | None:
        """Read "Chairman of the Union and Artistic Director of the Theatre X": both offices are the person's."""
        if here + 1 >= len(self.tokens) or self.tokens[here + 1].kind != "office" or self.tokens[here + 1].many:
            return None
        small = self.text[self.tokens[here + 1].start].islower() or self.text[self.tokens[at].start].islower()
        if self.gap(here).strip() != "and" or small:
            return None
        party, after = self.run(here + 1)
        if party is None or party.kind != "person":
            return None
        return party._replace(start=self.tokens[at].start), after

    def named_behind(self, at: int, here: int, state: str, office: str) -> tuple[Party, int] | None:
        """Read "the President of the Executive Council of Bosnia, Gojko U.": words no list knows end the office."""
        last = here
        for later in range(here + 1, min(here + 3, len(self.tokens))):
            token = self.tokens[later]
            if token.kind == "person" and _REST_OF_OFFICE.fullmatch(self.text, self.tokens[last].end, token.start):
                party, after = self.person(at, later, state, office)
                return None if _SAYS.match(self.text, party.end, self.end) else (party, after)
            if token.kind not in ("state", "organisation", "place") or not _OFFICE_OF.fullmatch(
                self.text, self.tokens[last].end, token.start
            ):
                return None
            state, last = state or token.name, later
        return None

    def possessor(self, start: int) -> int:
        """Return where "his" stands before a counterpart, or the counterpart itself."""
        left = max(0, start - 24)
        hit = _POSSESSOR.search(self.text[left:start])
        return left + hit.start() if hit else start

    def person(self, at: int, person: int, state: str, office: str) -> tuple[Party, int]:
        """Close a named person's party: titles before, "of China" and appositions behind."""
        token = self.tokens[person]
        last, here = token.end, person + 1
        bracket = _BRACKET.match(self.text, last)
        if bracket:
            last = bracket.end()
        owner = self.tokens[here] if here < len(self.tokens) else token
        if owner.kind in ("state", "organisation") and _OF_STATE.fullmatch(self.text, last, owner.start):
            state = state or owner.name
            last, here = owner.end, here + 1
        while here < len(self.tokens) and _APPOSED.fullmatch(self.text, last, self.tokens[here].start):
            run = self.apposition(here)
            if not run:
                break
            here, run_state, run_office = run
            state, office = state or run_state, office if office not in ("", "member") else run_office
            last = self.tokens[here - 1].end
            if here < len(self.tokens) and self.tokens[here].kind == "office" and self.gap(here - 1).strip() == "and":
                # ", member of the Political Bureau and Foreign Minister of the State,"
                second = self.apposition(here)
                if second and self.text[self.tokens[second[0] - 1].end : self.tokens[second[0] - 1].end + 1] in ",.;":
                    here, run_state, run_office = second
                    state, office = state or run_state, f"{office}|{run_office}"
                    last = self.tokens[here - 1].end
        surface = self.text[token.start : token.end]
        start = self.tokens[at].start
        return Party(start, last, "person", token.name, state, office, surface=surface, role=token.role), here

    def apposition(self, at: int) -> tuple[int, str, str] | None:
        """Read "foreign minister of Portugal" behind a name: the token after it, its state and its office."""
        here, state, office = at, "", ""
        while True:
            token = self.tokens[here]
            if token.kind in ("person", "pronoun", "pair", "counterpart") or token.many:
                return None
            if token.kind == "office":
                office = office or token.name
            elif token.kind in ("state", "organisation", "demonym"):
                state = state or token.name
            if here + 1 == len(self.tokens) or not joined(self.text, token, self.tokens[here + 1], bool(office)):
                break
            if self.tokens[here + 1].kind == "person":
                return None
            here += 1
        return (here + 1, state, office) if office else None
