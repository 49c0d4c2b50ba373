"""Who a title and a surname mean when the document never gives the full name: 'President Chirac', 'Secretary-General
Guterres'."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.first_names import called_by_part
from briefing_lib.find.name.persons import both_surnames, surname_of


def bearer_of(surname: str, title: str, published: str, names: Gazetteer) -> Sense | None:
    """Return the only person of the lexicon with a surname, or the only one of them in office on a document's date, or
    without a date the only one who ever held the office that the title names.

    Args:
        surname: as written.
        title: the words before it; they choose between two in office.
        published: the document's date (EDTF) or ''.
        names: the gazetteer.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> bearer_of("Gromyko", "Mr. ", "", bundled()).actor
    'Andrei Gromyko'
    >>> bearer_of("Guterres", "Secretary-General ", "2021-09-21", bundled()).actor
    'António Guterres'
    >>> bearer_of("Guterres", "Secretary-General ", "", bundled()).actor
    'António Guterres'
    """
    senses = [sense for sense in _bearers(names).get(surname, ()) if _may_be_called(sense.actor, title, names)]
    if not senses:
        return called_by_part(surname, title, published, names)
    if len(senses) == 1:
        return senses[0]
    day = published[:10].rstrip("~?%")
    offices = {sense: _offices(sense.actor, day) for sense in senses} if day else {}
    in_office = [sense for sense, held in offices.items() if held]
    if len(in_office) > 1:
        in_office = [sense for sense in in_office if any(office in title.lower() for office in offices[sense])]
    if not day:
        called = title.lower().rstrip()
        in_office = [sense for sense in senses if called.endswith(_held(sense.actor))]
    return in_office[0] if len(in_office) == 1 else None


def citizen(word: str, country: str, published: str, names: Gazetteer) -> Sense | None:
    """Return the only person of a state whom a surname or a first name may mean, or the only one in office that day.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> citizen("Mottley", "BRB", "2021-09-24", bundled()).actor
    'Mia Mottley'
    """
    senses = [sense for sense in _called(names).get(word, ()) if sense.country == country] if country else []
    day = published[:10].rstrip("~?%")
    if len(senses) > 1 and day:
        senses = [sense for sense in senses if _offices(sense.actor, day)]
    return senses[0] if len(senses) == 1 else None


@cache
def _called(names: Gazetteer) -> dict[str, tuple[Sense, ...]]:
    """Return people by surname and by first name."""
    called: dict[str, dict[str, Sense]] = {}
    for sense in names.senses.values():
        if sense.type == "person":
            for word in (surname_of(sense.actor, names), sense.actor.split()[0]):
                called.setdefault(word, {})[sense.actor] = sense
    return {word: tuple(senses.values()) for word, senses in called.items()}


def _may_be_called(actor: str, title: str, names: Gazetteer) -> bool:
    """A king is called by his bare name only behind his own title: 'St. Peter' is not King Peter, nor is 'President
    Emmanuel' Victor Emmanuel III."""
    rank = actor.split()[0]
    if _NUMBERED.search(actor) and not _REGAL.search(title):
        return False
    return rank not in names.title_words or rank in title


_NUMBERED = re.compile(r" (?:[IVX]+)$")
_REGAL = re.compile(r"\b(?:King|Queen|Emperor|Empress|Pope|Tsar|Czar|Prince|Princess|Patriarch|Shah|Sultan|Emir)\b")


@cache
def _bearers(names: Gazetteer) -> dict[str, tuple[Sense, ...]]:
    bearers: dict[str, dict[str, Sense]] = {}
    for sense in names.senses.values():
        if sense.type == "person":
            bearers.setdefault(surname_of(sense.actor, names), {})[sense.actor] = sense
            if both := both_surnames(sense.actor, names):
                bearers.setdefault(both, {})[sense.actor] = sense
    return {surname: tuple(senses.values()) for surname, senses in bearers.items()}


@cache
def _terms() -> dict[str, list[tuple[str, str, str]]]:
    terms: dict[str, list[tuple[str, str, str]]] = {}
    for row in lexicon.rows("positions"):
        terms.setdefault(row["actor"], []).append((row["from"], row["to"] or "9999", row["position"]))
    return terms


def _held(actor: str) -> tuple[str, ...]:
    return tuple(office for _, _, office in _terms().get(actor, ()))


def _offices(actor: str, day: str) -> list[str]:
    return [office for start, end, office in _terms().get(actor, ()) if start[: len(day)] <= day <= end[: len(day)]]
