"""Short forms that a document makes known itself: the surnames of its people, and abbreviations set in brackets behind
a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name import capitals
from briefing_lib.find.name.abbreviated import abbreviations
from briefing_lib.find.name.called import People, add_known_to_lexicon, particled, people_called
from briefing_lib.find.name.cut_short import find_cut_short
from briefing_lib.find.name.genders import gender_before, gender_of
from briefing_lib.find.name.initials import find_initials
from briefing_lib.find.name.officeholders import bearer_of, citizen
from briefing_lib.find.name.persons import both_surnames, surname_of
from briefing_lib.find.name.runs import Name, Run
from briefing_lib.find.name.whereabouts import find_whereabouts

_WORD = re.compile(r"[^\s]+")

# 'the Monroe Doctrine': a surname lent to a thing
_LENT = re.compile(r" (?:Doctrine|Plan|Act|Prize|Award|Line|Accords?|Formula|Law|Amendment|Report|Declaration)\b")


def resolve_short_forms(
    text: str, found: Sequence[Name], runs: Sequence[Run], names: Gazetteer, published: str = ""
) -> list[Name]:
    """Find and resolve the short forms of a document.

    Args:
        text: the document's text.
        found: the names read so far, in order, none overlapping.
        runs: runs of capitalised words.
        names: the gazetteer.
        published: the document's date (EDTF) or ''.

    Returns:
        All names in order. A surname stands for the last person of that name introduced before it, else for the first
        after it; one
        that belongs to nobody named in full is the lexicon's only bearer of it, or the only one in office on the day,
        if a title stands before it, else itself.
    """
    short = abbreviations(text, found, names)
    found = [_overruled(name, text, short) for name in found] if short else found
    people = people_called(text, found, names)
    found = add_known_to_lexicon(text, found, runs, people, published, names)
    loose = _loose(text, runs, found, people, short) if people or short else []
    loose += _heads(text, runs, found, names)
    loose += find_cut_short(text, found, names)
    loose += _of_states(text, [*found, *loose], names, published)
    taken = sorted([*found, *loose])
    loose += find_whereabouts(text, runs, taken, names) + find_initials(text, runs, taken, names)
    whole = _WholeNames(text, found)
    settled = [
        _settle(text, name, people, whole, published, names)
        if name.sense.type == "person" or (people and (name.sense.kind == "capital" or name.sense.type == "place"))
        else name
        for name in sorted([*found, *loose])
    ]
    return _joined(text, settled)


def _joined(text: str, settled: list[Name]) -> list[Name]:
    """Make one name of a given name and a surname that were read one by one."""
    joined: list[Name] = []
    for name in settled:
        last = joined[-1] if joined else None
        if (
            last
            and last.rule == name.rule == "surname"
            and last.sense == name.sense
            and text[last.end : name.start] == " "
        ):
            joined[-1] = last._replace(end=name.end)
        else:
            joined.append(name)
    return joined


def _overruled(name: Name, text: str, short: dict[str, Sense]) -> Name:
    """What the document says an abbreviation stands for comes before what the lexicon says."""
    sense = short.get(text[name.start : name.end]) if name.rule == "alias" else None
    return name._replace(sense=sense, rule="abbreviation defined in the text") if sense else name


def _loose(
    text: str, runs: Sequence[Run], found: Sequence[Name], people: People, short: dict[str, Sense]
) -> list[Name]:
    """Find short forms among the capitalised words that no name covers."""
    loose: list[Name] = []
    compound = [key for key in people if " " in key]
    keys = people.keys() | short.keys()
    with_particle = particled(people)
    at = 0
    for run_start, run_end, words in runs:
        opened = run_start
        if words in with_particle and text.endswith(with_particle[words], 0, run_start):
            run_start -= len(with_particle[words])
            words = text[run_start:run_end]
        if words not in people and words not in short and words.isalpha() and not words.isupper():
            continue  # one word that is no short form
        if " " in words and "-" not in words and "/" not in words:
            parts = words.split(" ")
            if keys.isdisjoint(parts) and not any(map(str.isupper, parts)) and not any(k in words for k in compound):
                continue
        while at < len(found) and found[at].end <= opened:
            at += 1
        spans = (
            [(run_start, run_end)]
            if " " not in words
            else [hit.span() for hit in _WORD.finditer(text, run_start, run_end)]
        )
        spans[:0] = [
            (run_start + words.index(key), run_start + words.index(key) + len(key)) for key in compound if key in words
        ]
        for start, end in spans:
            for a, b in _parts(text[start:end], start, people):
                key = text[a:b]
                key = key.capitalize() if key.isupper() and key.capitalize() in people and key not in short else key
                sense = short.get(key)
                if (sense is None and (key not in people or _LENT.match(text, b))) or any(
                    n.start < b and a < n.end for n in (*found[at : at + 6], *loose[-3:])
                ):
                    continue
                if sense:
                    loose.append(Name(a, b, sense, "abbreviation defined in the text"))
                else:
                    loose.append(Name(a, b, Sense(key, "person", "", "surname"), "surname"))
    return loose


def _heads(text: str, runs: Sequence[Run], found: Sequence[Name], names: Gazetteer) -> list[Name]:
    """Find bodies called by their head word alone: 'the League', once 'the League of Nations' has been named."""
    named: dict[str, list[Name]] = {}
    for name in found:
        if name.sense.type == "organisation":
            parts = text[name.start : name.end].split()
            for part in {parts[0], parts[-1]} if len(parts) > 1 else ():
                named.setdefault(part, []).append(name)
    short: list[Name] = []
    covered = {name.start for name in found}
    for start, end, word in runs if named else ():
        if word.startswith("The "):  # the article opens the sentence and stands in the run
            start, word = start + 4, word[4:]
        elif word not in named or text[start - 4 : start] != "the ":
            continue
        before = [name for name in named.get(word, ()) if name.end < start]
        if before and start not in covered and names.heads.get(word, {}).get("kind") == "organisation":
            short.append(Name(start, end, before[-1].sense, "short form of a body named before"))
    return short


# 'Mottley' before ' of Barbados'
_OF_STATE = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]+) of $")


def _of_states(text: str, taken: Sequence[Name], names: Gazetteer, published: str) -> list[Name]:
    """Find people called by one name and their state: 'Mottley of Barbados'."""
    short: list[Name] = []
    starts = {name.end for name in taken}
    for name in taken:
        if name.sense.type != "state" or text[name.start - 4 : name.start] != " of ":
            continue
        hit = _OF_STATE.search(text, max(0, name.start - 30), name.start)
        if not hit or hit.end(1) in starts:
            continue
        sense = citizen(hit.group(1), name.sense.country, published, names)
        if sense:
            short.append(Name(hit.start(1), hit.end(1), sense, "name and state, known to the lexicon"))
    return short


def _parts(word: str, start: int, people: People) -> list[tuple[int, int]]:
    """A word, or the parts of 'Wang-Lavrov' and 'Putin/Xi'; a whole word that is a surname stays whole."""
    if ("-" not in word and "/" not in word) or word in people:
        return [(start, start + len(word))]
    return [(start + part.start(), start + part.end()) for part in re.finditer(r"[^-/]+", word)]


class _WholeNames:
    """Who is named in full in a document, and where first; who first by surname alone."""

    def __init__(self, text: str, found: Sequence[Name]):
        self.first: dict[str, int] = {}
        self.bare: dict[str, int] = {}
        for name in found:
            if name.sense.type == "person":
                words = text[name.start : name.end]
                (self.first if " " in words else self.bare).setdefault(name.sense.actor, name.start)


def _settle(text: str, name: Name, people: People, whole: _WholeNames, published: str, names: Gazetteer) -> Name:
    sense = name.sense
    if sense.type != "person":
        return _place_or_surname(text, name, people, whole)
    if name.rule == "initials and surname":
        return _by_initials(name, people, published, names)
    if " " in sense.actor and sense.actor in people and people[sense.actor][0][0] < name.start:
        return name._replace(sense=_meant(text, name.start, people[sense.actor]), rule="surname")  # 'Di Marco'
    if name.rule == "title and name" and sense.actor not in names.senses and both_surnames(f"X {sense.actor}", names):
        only = bearer_of(sense.actor, _title(text, name), published, names)
        return name._replace(sense=only, rule="title and surname, known to the lexicon") if only else name
    if sense.kind != "surname":
        return _another(text, name, people, whole, names)
    known = people.get(sense.actor) or people.get(surname_of(sense.actor, names))
    if not known:
        only = (
            bearer_of(sense.actor, _title(text, name), published, names) if name.rule == "title and surname" else None
        )
        return name._replace(sense=only, rule="title and surname, known to the lexicon") if only else name
    known = _of_gender(text, name, known)
    return name._replace(sense=_meant(text, name.start, known))


def _meant(text: str, start: int, known: list[tuple[int, Sense]]) -> Sense:
    """Choose between several of one surname: the last named before in the same paragraph, else the one named in full
    most often so far, else the first."""
    at = bisect_right([place for place, _ in known], start)
    if at == 0:
        return known[0][1]
    last, sense = known[at - 1]
    if last >= text.rfind("\n", 0, start) or len({s.actor for _, s in known[:at]}) == 1:
        return sense
    times = Counter(s.actor for _, s in known[:at])
    most = max(times.values())
    return next(s for _, s in known if times[s.actor] == most)


def _title(text: str, name: Name) -> str:
    return text[max(0, name.start - 30) : name.start]


def _another(text: str, name: Name, people: People, whole: _WholeNames, names: Gazetteer) -> Name:
    """A surname that the lexicon gives to one person is another's where the document has introduced that other and
    does not name the first in full; 'Mrs.' before a man's name is his wife, or another."""
    words, actor = text[name.start : name.end], name.sense.actor
    if " " in words or actor == words:
        return name
    others = [place for place in people.get(words, ()) if place[1].actor in whole.first and place[1].actor != actor]
    woman = gender_before(text, name.start)
    if woman and gender_of(actor) not in ("", woman):
        fitting = _of_gender(text, name, others)
        sense = fitting[-1][1] if fitting else Sense(words, "person", "", "surname")
        return name._replace(sense=sense, rule="surname of another")
    if actor in whole.first or not others or others[0][0] > min(name.start, whole.bare.get(actor, name.start)):
        return name
    before = [sense for start, sense in _of_gender(text, name, others) if start < name.start]
    return name._replace(sense=before[-1], rule="surname of another") if before else name


def _place_or_surname(text: str, name: Name, people: People, whole: _WholeNames) -> Name:
    """'Paris' is a person once 'Valeska Paris' has been named, unless the words around it say where."""
    if name.sense.kind != "capital" and name.sense.type != "place":
        return name
    before = [
        sense
        for start, sense in people.get(text[name.start : name.end], ())
        if start < name.start and sense.actor in whole.first and sense.actor.endswith(text[name.start : name.end])
    ]
    if not before or capitals.is_place(text, name.start, name.end, max(0, text.rfind("\n", 0, name.start))):
        return name
    return name._replace(sense=before[-1], rule="surname")


def _by_initials(name: Name, people: People, published: str, names: Gazetteer) -> Name:
    """'V. Adamkus' is the Valdas Adamkus of the document, or the lexicon's only Adamkus, if the initial fits."""
    surname, initial = surname_of(name.sense.actor, names), name.sense.actor[0]
    known = [sense for _, sense in people.get(surname, ()) if not sense.actor.startswith(name.sense.actor[:2])]
    only = bearer_of(surname, "", published, names)
    for sense in [*known, only] if only else known:
        if sense.actor[0] == initial and "." not in sense.actor.split()[0]:
            return name._replace(sense=sense, rule="initials and surname, known in full")
    return name


def _of_gender(text: str, name: Name, known: list[tuple[int, Sense]]) -> list[tuple[int, Sense]]:
    """Keep those whom the title before a surname fits: 'Mrs. Banda'."""
    if len({sense.actor for _, sense in known}) < 2:
        return known
    gender = gender_before(text, name.start)
    return [place for place in known if gender_of(place[1].actor) in ("", gender)] or known if gender else known
