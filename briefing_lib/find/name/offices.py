"""Who held which office of which state or body, and when: the one place that reads ``lexicons/positions.csv``.

Offices are compared by their words first and by their kind after that: "premier" and "prime minister" are one kind,
"the French leader" may be either of two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.edtf import bounds

# "leader" may be said of each of these.
LEADERS = frozenset({"head-of-state", "head-of-government", "royal", "leader"})
# Of whom "the UN chief" is said: who stands at the head of an organisation.
_HEADS = frozenset(
    {
        *("secretary-general", "director-general", "president", "managing director", "executive director"),
        *("general secretary", "executive secretary", "chairperson of the commission", "chairman", "administrator"),
        *("high commissioner for refugees", "high commissioner for human rights", "commissioner-general", "director"),
    }
)
CHIEFS = frozenset({"chief", "head", "boss"})
_LEADING = frozenset({"leader", "ruler", "strongman"})
# Whose holder leads a state of which ``lexicons/leading_offices.csv`` says nothing.
_HIGHEST = ("supreme leader", "general secretary", "president", "head of state", "emir", "sultan", "king", "emperor")
# 'former president', 'then-president'
_NO_LONGER = re.compile(r"^(?:former|ex|late|then|acting|interim|caretaker|outgoing)[ -]")
_SPELLINGS = {
    "defense": "defence",
    "secretary general": "secretary-general",
    "director general": "director-general",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "advisor": "adviser",
    "vice-president": "vice president",
    "top diplomat": "foreign minister",
    "chief diplomat": "foreign minister",
    "foreign policy chief": "high representative",
    "minister for": "minister of",
    "minister of the": "minister of",
}
_DEPUTIES = ("deputy ", "vice ", "vice-", "first deputy ", "assistant ", "under ", "undersecretary", "under-")


class Tenure(NamedTuple):
    """Time somebody held an office: ``start`` and ``end`` are ISO dates as precise as known, '' if it has not ended."""

    actor: str
    office: str
    kind: str
    country: str
    organisation: str
    start: str
    end: str

    def covers(self, day: str) -> bool:
        """Tell whether a day, or any day of a month or year written without one, falls into it."""
        return self.start[: len(day)] <= day and (not self.end or day[: len(self.end)] <= self.end[: len(day)])


def office_kind(word: str, kind: str) -> str:
    """Return the kind of an office.

    Ministers of defence and of trade are no counterparts, nor is a deputy his minister's: their own words tell them
    apart.

    >>> office_kind("President", "head-of-state"), office_kind("Defense Minister", "minister")
    ('head-of-state', 'defence minister')
    """
    deputies = ("deputy", "vice", "first deputy", "assistant")
    own = kind in ("minister", "official", "diplomat") or word.lower().startswith(deputies)
    return word.lower().replace("defense", "defence") if own else kind


@lru_cache(maxsize=4096)
def plain_office(words: str) -> str:
    """Return an office in one spelling, so that the words of two texts can be compared.

    >>> plain_office("Minister of the Interior"), plain_office("Spokeswoman"), plain_office("defense  minister")
    ('interior minister', 'spokesperson', 'defence minister')
    """
    plain = _NO_LONGER.sub("", " ".join(words.lower().split()))
    for written, usual in _SPELLINGS.items():
        plain = plain.replace(written, usual)
    if plain.startswith("minister of ") and " and " not in plain:
        plain = plain.removeprefix("minister of ").removesuffix(" affairs") + " minister"
    return plain.replace("foreign affairs minister", "foreign minister").replace("external affairs", "foreign")


@cache
def titles() -> dict[str, tuple[str, str]]:
    """Return the kind of office each lower-case title means, and the country whose title alone it is ('' if any's)."""
    found: dict[str, tuple[str, str]] = {}
    for row in lexicon.rows("titles"):
        word = row["word"].lower()
        if row["kind"] not in ("honorific", "academic", "journalist", "activist"):
            found.setdefault(word, (office_kind(word, row["kind"]), row["country"]))
    return found


@cache
def kind_of_office(office: str) -> str:
    """Return the kind of an office, by its longest opening words that are a title; '' if none are.

    >>> kind_of_office("ambassador to the UN"), kind_of_office("secretary of state"), kind_of_office("premier")
    ('ambassador', 'foreign-minister', 'head-of-government')
    """
    words = office.lower()
    while words and words not in titles():
        words = words.rpartition(" ")[0]
    return titles()[words][0] if words else ""


@cache
def _tenures() -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = {}
    for row in lexicon.rows("positions"):
        office = row["position"]
        tenure = Tenure(
            *(row["actor"], office, kind_of_office(office), row["country"], row["organisation"]),
            start=row["from"],
            end=row["to"],
        )
        found.setdefault(row["actor"], []).append(tenure)
    return {actor: tuple(held) for actor, held in found.items()}


@cache
def _by_owner() -> dict[str, tuple[Tenure, ...]]:
    """Return the tenures of each state, by its code, and of each organisation, by its name."""
    found: dict[str, list[Tenure]] = {}
    for held in _tenures().values():
        for tenure in held:
            for owner in {tenure.country, tenure.organisation} - {""}:
                found.setdefault(owner, []).append(tenure)
    return {owner: tuple(held) for owner, held in found.items()}


def held_by(actor: str, date: str = "") -> tuple[Tenure, ...]:
    """Return the offices somebody is known to have held.

    Args:
        actor: name of a person.
        date: EDTF date that they were held on; all that are known if empty.

    >>> [(t.office, t.country) for t in held_by("Angela Merkel", "2011-05-04")]
    [('chancellor', 'DEU')]
    >>> held_by("Angela Merkel", "1962")
    ()
    """
    held = _tenures().get(actor, ())
    first, last = bounds(date) if date else ("", "")
    if not first or not last:
        return held
    return tuple(t for t in held if t.covers(first) or t.covers(last) or first < t.start < last)


def same_office(words: str, tenure_office: str, tenure_kind: str, of_body: bool = False) -> bool:
    """Tell whether words for an office may mean the office held: 'leader' a president, 'minister' any minister.

    >>> same_office("leader", "president", "head-of-state"), same_office("ambassador", "president", "head-of-state")
    (True, False)
    """
    plain = plain_office(words)
    if plain == plain_office(tenure_office):
        return True
    if plain in _LEADING:
        return tenure_kind in LEADERS and not tenure_office.startswith(_DEPUTIES)
    if plain in ("head of state", "head of government"):
        return tenure_kind in (plain.replace(" ", "-"), "royal" if plain.endswith("state") else "")
    if plain in CHIEFS:
        return of_body and plain_office(tenure_office) in _HEADS
    if plain == "minister":
        return plain_office(tenure_office).endswith("minister") and tenure_kind != "head-of-government"
    if plain == "ambassador":
        return tenure_kind == "ambassador"
    if plain == "diplomat":
        return tenure_kind in ("foreign-minister", "ambassador")
    if " " not in plain and plain_office(tenure_office).endswith((f" {plain}", f"-{plain}")):
        return tenure_kind not in LEADERS and not tenure_office.startswith(_DEPUTIES)  # 'the governor' of a bank
    kind = kind_of_office(words)
    return kind == tenure_kind and kind in ("head-of-government", "foreign-minister", "secretary-general", "royal")


def holder(words: str, owner: str, date: str, organisation: str = "") -> str:
    """Return the one person the lexicon knows to have held an office on a date; '' if there is none, or several.

    Args:
        words: the office as a text gives it.
        owner: ISO 3166-1 alpha-3 code of its state, or name of its organisation.
        date: EDTF date; one person must have held the office for all of it.
        organisation: body of that state whose office it is ("Kremlin"), if the text names one.

    >>> holder("president", "KEN", "2014-03-02"), holder("prime minister", "GBR", "1984")
    ('Uhuru Kenyatta', 'Margaret Thatcher')
    >>> holder("prime minister", "GBR", "1990"), holder("president", "KEN", "")
    ('', '')
    """
    held = holders(words, owner, date, organisation)
    return held[0] if len(held) == 1 else ""


def holders(words: str, owner: str, date: str, organisation: str = "") -> list[str]:
    """Return everybody the lexicon knows to have held an office on some day of a date, those of its very words first.

    >>> holders("prime minister", "GBR", "1990")
    ['Margaret Thatcher', 'John Major']
    """
    first, last = bounds(date) if date else ("", "")
    if not first or not last:
        return []
    of_body = owner not in _countries()
    then = [
        t
        for t in _by_owner().get(owner, ())
        if (t.covers(first) or t.covers(last) or first < t.start < last)
        and (not organisation or t.organisation == organisation)
    ]
    plain = plain_office(words)
    exact = [t for t in then if plain_office(t.office) == plain and (of_body or not t.organisation or organisation)]
    if not exact and plain in _LEADING:
        return _leaders(then, _leading_offices().get(owner, ""))
    like = exact or [
        t
        for t in then
        if same_office(words, t.office, t.kind, of_body) and (of_body or organisation or not t.organisation)
    ]
    return list(dict.fromkeys(t.actor for t in sorted(like, key=lambda t: (t.start, t.actor))))


def _leaders(then: list[Tenure], leading: str) -> list[str]:
    """Return who leads: the holder of the office that leads in that state, else the highest one there is."""
    for office in (leading, *_HIGHEST):
        found = list(dict.fromkeys(t.actor for t in then if office and plain_office(t.office) == office))
        if found:
            return found
    return []


@cache
def _leading_offices() -> dict[str, str]:
    return {row["country"]: row["office"] for row in lexicon.rows("leading_offices")}


@cache
def _countries() -> frozenset[str]:
    return frozenset(row["country"] for row in lexicon.rows("states") if row["country"])


@cache
def owners_of(office: str) -> frozenset[str]:
    """Return the organisations that are known to have had an office.

    >>> "United Nations" in owners_of("secretary-general")
    True
    """
    plain = plain_office(office)
    held = (t for tenures in _tenures().values() for t in tenures)
    return frozenset(t.organisation for t in held if t.organisation and plain_office(t.office) == plain)


def country_of(actors: Iterable[str]) -> str:
    """Return the code of the state whose offices somebody has held, if they are all of one.

    >>> country_of(["Angela Merkel"])
    'DEU'
    """
    codes = {t.country for actor in actors for t in _tenures().get(actor, ()) if t.country}
    return next(iter(codes)) if len(codes) == 1 else ""
