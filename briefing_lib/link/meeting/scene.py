"""A sentence as the rules of meetings see it: its parties, its words of meeting, and who stands where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.link.meeting.headlines import titled
from briefing_lib.link.meeting.words import VERBS, Hit
from briefing_lib.link.parties import Party
from briefing_lib.link.people import People
from briefing_lib.tables import Date, Mention, Sentence

# "the visiting", "both", "his": what stands before a noun phrase and belongs to it.
_BEFORE = re.compile(
    r"(?:\b(?:a|an|the|both|his|her|its|their|our|my|your|then|former|visiting|fellow|then-|new|newly|"
    r"Mr\.?|Mrs\.?|Ms\.?|Dr\.?|President|Secretary|Minister)\s+|[“\"‘(])+$"
)
_WORD = re.compile(r"([\w’'-]+|[,;:—–/-])\s*$")
PREPOSITIONS = frozenset(
    [
        "about",
        "above",
        "across",
        "after",
        "against",
        "alongside",
        "among",
        "at",
        "before",
        "behind",
        "between",
        "by",
        "during",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "like",
        "near",
        "of",
        "off",
        "on",
        "onto",
        "outside",
        "over",
        "regarding",
        "through",
        "to",
        "toward",
        "towards",
        "under",
        "upon",
        "via",
        "with",
        "within",
        "without",
    ]
)
# "and", ", and", "as well as", "and with", "as well as with the": joins two parties into one list.
_JOIN = re.compile(
    r"\s*(?:,\s*)?(?:(?:and(?:,\s*(?:separately|later|then|in turn),)?|or|&|as well as|along with|together "
    r"with|and also|plus)\s+)?(?:with\s+|by\s+|between\s+)?"
    r"(?:(?:the|a|an|his|her|its|their|then|former|also|later|visiting|fellow|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s+)*$"
)
_AND = re.compile(r"\b(?:and|or|as well as|along with|together with|plus)\b|&")
# ", who", "(left)" and adverbs between a subject and its verb; then a verb, which is no preposition and no conjunction.
_GOES_ON = re.compile(
    r"\s*(?:\([^)]{0,40}\)\s*)?(?:,\s*(?:who|which|whose|where|accompanied|in|on|at|speaking|[a-z]+ing|left|"
    r"right)\b|(?P<comma>,\s+)?(?P<verb>[\w’'-]+))"
)
# "went to Kenya, and Uganda said": a state that acts is no destination.
_STATES = re.compile(
    r"\s(?:(?:has|have|had|also)\s)?(?:said|says|agreed|signed|welcomed|announced|called|urged|hopes?)\b"
)
_NO_VERB = PREPOSITIONS | frozenset(
    ["and", "or", "nor", "as", "than", "'s", "’s", "who", "whom", "whose", "which", "that", "where", "when", "but"]
)
_APPOSED = re.compile(r",\s(?:(?!who\b|which\b|and\b)[\w-]+\s){1,6}(?:the\s)?")
_LIST_GOES_ON = re.compile(r"(\s?(?:\w+\s?){0,2}),\sand\s")
_CLOSES = re.compile(r"\band\s+(?:with\s+)?(?:the\s+|his\s+|her\s+)?$")
_PREDICATE = re.compile(r"[;:]|\s(?:is|are|was|were|has|had|have|will|would|said|says|took|began|ended|[a-z]{3,}ed)\s")
CLAUSE = re.compile(
    r"[;:—–]\s|\s(?:but|while|whereas|although|though|because|unless|saying|said|says|told)\s|,\s(?:and|who|"
    r"which|where|when|whom|as|however|but)\s|"
    r"\bthat\s(?!(?:afternoon|day|evening|month|morning|night|same|summer|spring|autumn|winter|week|weekend|year)\b)"
)


def either(words: str) -> str:
    """Return a group that matches any of the words, which are separated by blanks.

    >>> either("met meets")
    '(?:met|meets)'
    """
    return "(?:" + "|".join(words.split()) + ")"


class Cast(NamedTuple):
    """Parties of a meeting: those who act, those on the other side, and where they go.

    ``implied``: the subjects were taken from the sentence, not told as parties of this meeting. ``apart``: a meeting
    with each of the others, as in "met both A and B".
    """

    subjects: list[Party]
    others: list[Party]
    destinations: list[Party]
    implied: bool
    apart: bool = False


class Scene:
    """A sentence with everything found in it.

    Args:
        text: the document's text.
        sentence: the sentence.
        hits: its words of meeting.
        dates: its dates.
        people: the persons of the document.
    """

    def __init__(self, text: str, sentence: Sentence, hits: Sequence[Hit], dates: Sequence[Date], people: People):
        self.text, self.sentence, self.hits, self.dates, self.people = text, sentence, hits, dates, people
        self.parties: list[Party] = people.parties(sentence)
        self.mentions: Sequence[Mention] = people.mentions_in(sentence.start, sentence.end)
        self.titled = titled(text, sentence)
        # What several rules ask of a word, answered once: where its clause ends, and what stands before it.
        self.clause_ends: dict[Hit, int] = {}
        self.regions: dict[Hit, tuple[int, str]] = {}

    def governor(self, party: Party) -> str:
        """Return the word before a party, articles aside: the preposition that governs it, or "and", or a comma."""
        left = max(self.sentence.start, party.start - 60)
        before = self.text[left : party.start]
        own = _BEFORE.search(before)
        if own:
            before = before[: own.start()]
        word = _WORD.search(before)
        return word.group(1).lower() if word else ""

    def possessive(self, party: Party) -> bool:
        """Is the party an owner of what follows: "Poland's statement"?"""
        return self.text.startswith(("'s", "’s", "' ", "’ "), party.end)

    def joined(self, left: Party, right: Party) -> str:
        """Return how two neighbouring parties are joined into one list: "and", "comma" or not at all."""
        return self._joined(left.end, right)

    def _joined(self, end: int, right: Party) -> str:
        gap = self.text[end : right.start]
        if right.kind == "pair" or right.kind == "pronoun" and right.name == "pair":
            # "talks with X, and the two will sign": they are nobody new.
            return ""
        if len(gap) > 40 or not gap.strip():
            return ""
        if not _JOIN.match(gap):
            return ""
        return "and" if _AND.search(gap) else "comma" if "," in gap else ""

    def list_from(self, index: int, closed: bool = False, places: bool = False) -> list[Party]:
        """Return the list of parties that starts with one: "Kenya, Uganda and Rwanda".

        It ends before a new clause's subject ("met Kenya, and Uganda said"), unless it is ``closed`` by its own words
        ("between"); ``places`` act only where they say something.
        """
        found = [self.parties[index]]
        pending: list[Party] = []
        end = found[0].end
        for party in self.parties[index + 1 :]:
            how = self._joined(end, party)
            if not how and found[-1].kind == "person" and (appended := self.in_apposition(end, party)):
                end = appended
                continue
            end = party.end
            if not how or self.possessive(party) and party.kind != "office":
                break
            pending.append(party)
            if how == "and":
                acts = self.goes_on(party) and (not places or bool(_STATES.match(self.text, party.end)))
                if not closed and acts and not self.goes_on_as_list(found[0], party):
                    break
                found += pending
                pending = []
        if closed and len(found) == 1:
            # "between X, next in line to the throne, and Y"
            for party in self.parties[index + 1 :]:
                gap = self.text[found[0].end : party.start]
                if len(gap) < 160 and _CLOSES.search(gap) and not _PREDICATE.search(gap):
                    return [*found, *self.list_from(self.parties.index(party))]
        return found

    def in_apposition(self, end: int, party: Party) -> int:
        """Return where an apposition with a name in it ends, if a list goes on: "X, head of the EU team, and Y"."""
        behind = _LIST_GOES_ON.match(self.text, party.end, self.sentence.end)
        return behind.end(1) if behind and _APPOSED.fullmatch(self.text, end, party.start) else 0

    def goes_on_as_list(self, first: Party, last: Party) -> bool:
        """May a verb behind the list belong to the whole of it: is there none before?"""
        return not any(hit.end <= first.start for hit in self.hits) and self.governor(first) not in PREPOSITIONS

    def list_to(self, index: int) -> list[Party]:
        """Return the list of parties that ends with one."""
        found = [self.parties[index]]
        anded = False
        for at in range(index - 1, -1, -1):
            how = self.joined(self.parties[at], found[0])
            if not how or (how == "comma" and not anded and not self.titled):
                break
            anded = anded or how == "and"
            found.insert(0, self.parties[at])
        return found

    def goes_on(self, party: Party) -> bool:
        """Is the party followed by something like a verb, so that it can be a subject?"""
        start = party.end
        for date in self.dates:
            # "Mexico's president on Thursday cancelled"
            if start < date.start < start + 8:
                start = date.end
        hit = _GOES_ON.match(self.text, start, min(self.sentence.end, start + 80))
        if not hit:
            return False
        verb = hit["verb"]
        if verb is None:
            return True
        if hit["comma"] and not (
            self.titled
            or "," in self.text[party.start : party.end]
            or any(h.start == hit.start("verb") for h in self.hits)
        ):
            return False
        return verb.lower() not in _NO_VERB and (verb[0].islower() or verb[0] in "'’" or self.titled)

    def word(self, hit: Hit) -> str:
        """Return a word of meeting in small letters, its blanks plain."""
        return " ".join(self.text[hit.start : hit.end].lower().split())

    def last_before(self, offset: int) -> int | None:
        """Return the index of the last party that ends before an offset."""
        return next(
            (index for index in range(len(self.parties) - 1, -1, -1) if self.parties[index].end <= offset), None
        )

    def left(self, offset: int, count: int) -> str:
        """Return at most so many characters of the sentence before an offset."""
        return self.text[max(self.sentence.start, offset - count) : offset]

    def verbs_between(self, start: int, end: int) -> int:
        """Count the verbs of meeting between two offsets."""
        return sum(start <= hit.start and hit.end <= end and hit.form in VERBS for hit in self.hits)
