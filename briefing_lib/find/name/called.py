"""The people of a document by what each may be called alone: a surname, one of two, or a given name in use as one."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.officeholders import bearer_of
from briefing_lib.find.name.persons import SUFFIX, both_surnames, surname_of
from briefing_lib.find.name.runs import PARTICLE, Name

People = dict[str, list[tuple[int, Sense]]]


def people_called(text: str, found: Sequence[Name], names: Gazetteer) -> People:
    """List the people by surname - and by given name where that stands last, as in 'Wang Yi' - with where each is named
    in full.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> name = Name(0, 15, Sense("Ada Ortiz Pardo", "person", "", ""), "")
    >>> sorted(people_called("Ada Ortiz Pardo", [name], bundled()))
    ['Ada', 'Ortiz', 'Ortiz Pardo', 'Pardo']
    """
    people: People = {}
    wholes = {name.sense.actor for name in found if name.sense.type == "person" and name.sense.kind != "surname"}
    tails = {
        actor
        for actor in wholes
        if PARTICLE.match(actor.split()[0].lower())
        and any(other.lower().endswith(f" {actor.lower()}") for other in wholes)
    }
    for name in found:
        sense = name.sense
        if sense.type != "person" or sense.kind == "surname" or sense.actor in tails:
            continue
        full, surname = text[name.start : name.end], surname_of(sense.actor, names)
        keys = {surname, surname_of(full, names)} if " " in full else {surname}
        parts = sense.actor.split()
        if len(parts) > 2 and PARTICLE.match(parts[-2].lower()) and parts[-2][0].isupper():
            keys.add(" ".join(parts[-2:]))  # 'Lucia Di Marco'
        if len(parts) == 2 and surname == parts[0] and not SUFFIX.match(parts[1]):
            keys.add(parts[1])
        if both := both_surnames(sense.actor, names):
            keys.add(both)
        keys |= {key[0].upper() + key[1:] for key in keys if " " in key}  # 'Van der Kamp said'
        for key in keys:
            people.setdefault(key, []).append((name.start, sense))
    _add_given_names(people, names)
    _add_middle_names(people, names)
    return people


def _add_given_names(people: People, names: Gazetteer) -> None:
    """Add first names in use as short forms, as Ethiopian and Indonesian ones are, where one person alone has the
    name."""
    bearers: dict[str, dict[str, list[tuple[int, Sense]]]] = {}
    for places in people.values():
        for start, sense in places:
            parts = sense.actor.split()
            if len(parts) > 1 and len(parts[0]) > 2:
                bearers.setdefault(parts[0], {}).setdefault(sense.actor, []).append((start, sense))
    for given, actors in bearers.items():
        if (
            len(actors) == 1
            and given not in people
            and not (given in names.openers or given in names.heads or given in names.title_words)
        ):
            people[given] = sorted(next(iter(actors.values())), key=lambda place: place[0])


def _add_middle_names(people: People, names: Gazetteer) -> None:
    """Add the first of two surnames, as Spanish ones are, where one person alone has it: 'Maldonado' of 'Héctor
    Maldonado Ríos'."""
    bearers: dict[str, dict[str, list[tuple[int, Sense]]]] = {}
    for places in people.values():
        for start, sense in places:
            parts = [part for part in sense.actor.split() if not SUFFIX.match(part)]
            for part in parts[1:-1] if sum(part[0].isupper() for part in parts) < 5 else ():
                if len(part) > 3 and part[0].isupper() and part not in names.given and part not in names.senses:
                    bearers.setdefault(part, {}).setdefault(sense.actor, []).append((start, sense))
    for middle, actors in bearers.items():
        if len(actors) == 1 and middle not in people and not (middle in names.openers or middle in names.heads):
            people[middle] = sorted(next(iter(actors.values())), key=lambda place: place[0])


def particled(people: People) -> dict[str, str]:
    """Return the particles of surnames by what stands behind them.

    >>> particled({"van der Kamp": [], "Lund": []})
    {'Kamp': 'van der '}
    """
    found = {}
    for key in people:
        if " " in key and key[0].islower():
            at = next((i for i, c in enumerate(key) if c.isupper()), 0)
            found[key[at:]] = key[:at]
    return found


def add_known_to_lexicon(
    text: str,
    found: Sequence[Name],
    runs: Sequence[tuple[int, int, str]],
    people: People,
    published: str,
    names: Gazetteer,
) -> Sequence[Name]:
    """Add those whom a title and the day tell: 'Karamanlis' behind 'Mr Karamanlis' is who was in office, unless the
    document has another of that surname: 'Menduh Thaçi'. Returns the names with those others."""
    more: list[Name] = []
    for name in found:
        surname = name.sense.actor
        if name.rule != "title and surname" or name.sense.kind != "surname" or surname in people:
            continue
        only = bearer_of(surname, text[max(0, name.start - 30) : name.start], published, names)
        if only is None:
            continue
        whole = [run for run in runs if run[2].endswith(f" {surname}") and _is_whole(run[2], names)]
        if whole:
            only = Sense(whole[0][2], "person", "", "")
            free = [run for run in whole if not any(n.start < run[1] and run[0] < n.end for n in found)]
            more += [Name(run[0], run[1], only, "name before a known surname") for run in free]
        people[surname] = [(run[0], only) for run in whole] or [(name.start, only)]
    return sorted([*found, *more]) if more else found


def _is_whole(words: str, names: Gazetteer) -> bool:
    """Tell whether words are two, and the first is no title, demonym or opening word."""
    first, _, rest = words.partition(" ")
    plain = first in names.title_words or first in names.demonyms or first in names.openers or first.endswith(".")
    return " " not in rest and not plain and first not in names.heads and first not in names.senses
