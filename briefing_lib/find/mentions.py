"""Sentences to mentions: every place where an actor is named.

First the lexicons' aliases, then names by their shape, then - once the document's people are known - surnames and the abbreviations the
text defines itself. The longest name wins wherever two overlap.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from briefing_lib.find import capitals
from briefing_lib.find.gazetteer import Gazetteer, Sense, bundled
from briefing_lib.find.ministries import name_ministry
from briefing_lib.find.names import Name, Token, find_runs, read_run, surname_of, tokens_of
from briefing_lib.tables import Mention, Sentence

# 'the Shanghai Cooperation Organisation (SCO)', 'the Lusaka Water Board (“LWB”)'
_DEFINED = re.compile(r"\s*\(\s*(?:the\s+)?[\"'“‘]?([A-Z][A-Za-z&.-]{1,9})[\"'”’]?\s*\)")


def find_mentions(text: str, sentences: Sequence[Sentence], lexicon: Gazetteer | None = None) -> list[Mention]:
    """Find the places where actors are named.

    Args:
        text: the document's text.
        sentences: its sentences, in order; boilerplate is passed over.
        lexicon: names to look for; the bundled ones if None.

    Returns:
        Mentions in order, none overlapping. Demonyms, pronouns and common nouns are no mentions.

    >>> t = "Foreign Minister Amina Mohamed of Kenya flew to Tokyo. Mohamed said Tokyo would help."
    >>> s = [Sentence("d#1", "d", 1, 0, 54, t[:54], "author", "narration"), Sentence("d#2", "d", 1, 55, 85, t[55:], "author", "narration")]
    >>> [(m.text, m.actor, m.role) for m in find_mentions(t, s)]
    [('Amina Mohamed', 'Amina Mohamed', 'actor'), ('Kenya', 'Kenya', 'actor'), ('Tokyo', 'Tokyo', 'place'), ('Mohamed', 'Amina Mohamed', 'actor'), ('Tokyo', 'Japan', 'actor')]
    """
    names = lexicon or bundled()
    titles = [(start, end) for start, end, _, _ in names.titles.find(text)]
    aliases = _aliases(text, titles, names)
    runs = _runs(text, sentences, aliases, titles, names)
    found = _longest([*aliases, *(name for run in runs for name in run.names)])
    found = name_ministry(text, found, names)
    people, short = _document_names(text, found, names)
    loose = _loose(text, runs, found, people, short)
    return _rows(text, sentences, _settle(sorted([*found, *loose]), people, names), names)


class _Run:
    """Run of capitalised words with the names read in it."""

    __slots__ = ("end", "names", "start", "tokens")

    def __init__(self, start: int, end: int, tokens: list[Token], names: list[Name]):
        self.start, self.end, self.tokens, self.names = start, end, tokens, names


def _aliases(text: str, titles: list[tuple[int, int]], names: Gazetteer) -> list[Name]:
    """Find what the lexicons list, less what belongs to a title ('US Treasury Secretary') and capitals that
    lend a treaty their name ('Oslo Accords')."""
    found: list[Name] = []
    at = 0
    for start, end, sense, _ in names.matcher.find(text):
        while at < len(titles) and titles[at][1] <= start:
            at += 1
        if sense.type == "organisation" and at < len(titles) and start < titles[at][0] < end < titles[at][1]:
            cut = titles[at][0]
            found += [Name(a, b, inner, "alias") for a, b, inner, _ in names.matcher.find(text, start, cut)]
        elif sense.kind == "bloc" and _qualified(text, start, found, names):
            continue
        elif sense.kind != "capital" or not names.programme.match(text, end):
            found.append(Name(start, end, sense, "alias"))
    return found


def _qualified(text: str, start: int, found: list[Name], names: Gazetteer) -> bool:
    """Tell whether a bloc's name is a common noun behind an adjective or name: 'a Sino-Russian Entente', 'NATO Allies'."""
    if found and found[-1].end + 1 == start:
        return True
    before = text[max(0, start - 30) : start].split()
    return bool(before) and before[-1].rpartition("-")[2] in names.demonyms


def _runs(
    text: str, sentences: Sequence[Sentence], aliases: list[Name], titles: list[tuple[int, int]], names: Gazetteer
) -> list[_Run]:
    """Read each run with the aliases inside it; titles in title case are read for aliases alone."""
    runs: list[_Run] = []
    at = place = rank = 0
    for start, end in find_runs(text):
        while at < len(aliases) and aliases[at].end <= start:
            at += 1
        while rank < len(titles) and titles[rank][1] <= start:
            rank += 1
        while place + 1 < len(sentences) and sentences[place + 1].start <= start:
            place += 1
        first = aliases[at] if at < len(aliases) else None
        if first and first.start <= start and first.end >= end:
            continue
        tokens = tokens_of(text, start, end)
        found = _in_capitals(text, tokens, names) if text[start:end].isupper() else []
        single = len(tokens) == 1
        title_end = max((b for _, b in titles[rank : rank + 4] if b <= end), default=0)
        if not title_end and rank and 0 < start - titles[rank - 1][1] < 3:
            title_end = titles[rank - 1][1]
        headline = bool(sentences) and sentences[place].kind in ("headline", "heading", "boilerplate") and len(tokens) > 3
        if not headline and not (single and not title_end and tokens[0].word not in names.heads):
            inside = {a.start: (a.end, a.sense) for a in aliases[at : at + 6] if a.start < end}
            found += read_run(text, tokens, title_end, inside, names)
        runs.append(_Run(start, end, tokens, found))
    return runs


def _in_capitals(text: str, tokens: list[Token], names: Gazetteer) -> list[Name]:
    """Find aliases among words set in capitals, as in headlines and speakers' labels: 'PRESIDENT PUTIN'."""
    found, i = [], 0
    while i < len(tokens):
        for j in range(len(tokens), i, -1):
            sense = names.in_capitals(text[tokens[i].start : tokens[j - 1].end])
            if sense:
                found.append(Name(tokens[i].start, tokens[j - 1].end, sense, "alias in capitals"))
                i = j - 1
                break
        i += 1
    return found


def _longest(candidates: Iterable[Name]) -> list[Name]:
    """Keep the longest of overlapping names; of equals the one that comes first, which is the lexicon's."""
    kept: list[Name] = []
    for name in sorted(candidates, key=lambda n: (n.start, -n.end)):
        while kept and name.start < kept[-1].end and name.end - name.start > kept[-1].end - kept[-1].start:
            kept.pop()
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _document_names(text: str, found: list[Name], names: Gazetteer) -> tuple[dict[str, list[tuple[int, Sense]]], dict[str, Sense]]:
    """Return the people of a document by surname, each with where the full name stands, and its own abbreviations."""
    people: dict[str, list[tuple[int, Sense]]] = {}
    short: dict[str, Sense] = {}
    for name in found:
        sense = name.sense
        if sense.type == "person" and sense.kind != "surname":
            full = text[name.start : name.end]
            keys = {surname_of(sense.actor, names)}
            if " " in full:
                keys.add(surname_of(full, names))
            for key in keys:
                people.setdefault(key, []).append((name.start, sense))
            parts = sense.actor.split()
            if len(parts) == 2 and surname_of(sense.actor, names) == parts[0]:
                people.setdefault(parts[1], []).append((name.start, sense))
        elif sense.type in ("organisation", "place"):
            defined = _DEFINED.match(text, name.end)
            if defined and defined.group(1) not in names.senses and _abbreviates(defined.group(1), text[name.start : name.end]):
                short.setdefault(defined.group(1), sense)
    return people, short


def _abbreviates(short: str, full: str) -> bool:
    """Tell whether the capitals of the short form are initials of the long one, in order."""
    initials = iter(word[0].upper() for word in re.split(r"[\s-]+", full) if word)
    capitals_only = [c for c in short if c.isupper()]
    return len(capitals_only) > 1 and all(c in initials for c in capitals_only)


def _loose(text: str, runs: list[_Run], found: list[Name], people: dict, short: dict[str, Sense]) -> list[Name]:
    """Find the document's surnames and abbreviations among the capitalised words no name covers."""
    loose: list[Name] = []
    at = 0
    for run in runs:
        while at < len(found) and found[at].end <= run.start:
            at += 1
        for token in run.tokens:
            for start, end in _parts(token, people):
                key = text[start:end]
                sense = short.get(key)
                if sense is None and key not in people:
                    continue
                if any(n.start < end and start < n.end for n in found[at : at + 6]):
                    continue
                if sense:
                    loose.append(Name(start, end, sense, "abbreviation defined in the text"))
                else:
                    loose.append(Name(start, end, Sense(key, "person", "", "surname"), "surname"))
        _compound_surnames(text, run, found[at : at + 6], people, loose)
    return _longest(loose)


def _compound_surnames(text: str, run: _Run, found: list[Name], people: dict, loose: list[Name]) -> None:
    """Surnames of several words: 'von der Leyen', 'Lula da Silva', 'al Otaiba'."""
    words = text[run.start : run.end]
    for key in people:
        if " " in key and key in words:
            start = run.start + words.index(key)
            if not any(n.start < start + len(key) and start < n.end for n in found):
                loose.append(Name(start, start + len(key), Sense(key, "person", "", "surname"), "surname"))


def _parts(token: Token, people: dict) -> list[tuple[int, int]]:
    """A word, or the parts of 'Wang-Lavrov' where no part belongs to a longer name."""
    if "-" not in token.word or token.word in people:
        return [(token.start, token.end)]
    spans, start = [], token.start
    for part in token.word.split("-"):
        spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans


def _settle(found: list[Name], people: dict[str, list[tuple[int, Sense]]], names: Gazetteer) -> list[Name]:
    """Give bare surnames the person they stand for: the last one of that name introduced before, else the first after."""
    settled = []
    for name in found:
        sense = name.sense
        if sense.type == "person" and sense.kind == "surname":
            known = people.get(sense.actor) or people.get(surname_of(sense.actor, names))
            if known:
                at = bisect_right([start for start, _ in known], name.start)
                sense = known[max(at - 1, 0)][1]
        settled.append(name._replace(sense=sense))
    return settled


def _rows(text: str, sentences: Sequence[Sentence], found: list[Name], names: Gazetteer) -> list[Mention]:
    rows: list[Mention] = []
    at, previous = 0, None
    for name in found:
        while at + 1 < len(sentences) and sentences[at + 1].start <= name.start:
            at += 1
        if not sentences or sentences[at].kind == "boilerplate" or not sentences[at].start <= name.start < sentences[at].end:
            continue
        sentence, sense = sentences[at], name.sense
        actor, kind, role = sense.actor, sense.type, "place" if sense.type == "place" else "actor"
        if sense.kind == "capital":
            city = text[name.start : name.end]
            listed = previous is not None and capitals.follows_in_list(text, previous.end, name.start)
            if listed and previous and previous.type in ("place", "state"):
                is_place = previous.role == "place" and not capitals.is_between(text, name.start, sentence.start)
            else:
                is_place = capitals.is_place(text, name.start, name.end, sentence.start)
            if is_place:
                actor, kind, role = names.city(city), "place", "place"
        rule = name.rule if sense.kind != "seat" else "seat of power"
        if sense.kind == "capital":
            rule = "capital as place" if role == "place" else "capital for its government"
        previous = Mention(
            sentence.document, sentence.sentence, name.start, name.end, text[name.start : name.end], actor, kind, role, rule
        )
        rows.append(previous)
    return rows
