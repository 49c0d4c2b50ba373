"""The names the lexicons know, compiled once: which words name which actor, and which words behave like parts of
names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon

# Where one alias stands in several lexicons the first of these wins.
_FILES = ("states", "people", "organisations", "seats", "places", "towns")
# Languages whose names are written in Latin letters at home: two spellings are two names.
_LATIN = frozenset(
    {"english", "spanish", "french", "german", "nordic", "italian", "portuguese", "dutch", "hungarian", "polish"}
    | {"czech", "romanian", "african", "filipino", "indonesian", "vietnamese", "turkish"}
)
# Languages in which the family's name comes first.
_GIVEN_LAST = frozenset({"hungarian", "japanese", "korean", "chinese", "vietnamese", "cambodian", "mongolian"})


class Sense(NamedTuple):
    """What an alias stands for. ``kind`` is capital or seat for a seat of government, bloc for the likes of
    'West' and 'Allies', surname for a person's bare name."""

    actor: str
    type: str
    country: str
    kind: str


class Gazetteer:
    """Names and the words around them.

    Args:
        extra: rows of a researcher's own ``actors.csv`` (alias, actor, type, country); they come before the bundled
        ones.

    >>> [sense.actor for _, _, sense in Gazetteer().find("Envoys of the UN met Kenyans in the eurozone.")]
    ['United Nations', 'Eurozone']
    """

    def __init__(self, extra: Iterable[Mapping[str, str]] = ()):
        self.senses: dict[str, Sense] = {}
        self.family_first: dict[str, str] = {}
        for row in extra:
            alias, actor = row["alias"].strip(), row.get("actor", "").strip() or row["alias"].strip()
            if alias:
                self._add(
                    alias,
                    Sense(actor, row.get("type", "").strip() or "organisation", row.get("country", "").strip(), ""),
                )
        for name in _FILES:
            for row in lexicon.rows(name):
                kind = row.get("kind", "") if name == "seats" or row.get("kind") == "bloc" else ""
                actor_type = self._type(name, row)
                self._add(row["alias"], Sense(row["actor"], actor_type, row.get("country", ""), kind))
                if name == "people":
                    self.family_first.setdefault(row["alias"], row["given_first"])
        self._cities = {row["alias"]: row["actor"] for row in lexicon.rows("places")}
        self._names: lexicon.NameMatcher[Sense] = lexicon.NameMatcher(self.senses)
        uncapitalised = {a: s for a, s in self.senses.items() if not any(c.isupper() for c in a)}
        self._uncapitalised = lexicon.Matcher(uncapitalised)
        self._lower = tuple(alias.split()[0] for alias in uncapitalised)
        self._words()

    def find(
        self, text: str, words: lexicon.Words | None = None, start: int = 0, end: int | None = None
    ) -> list[tuple[int, int, Sense]]:
        """Return (start, end, sense) of each alias in a text, in order; ``words`` is the text made ready, if it is at
        hand."""
        found = self._names.find(words or lexicon.words_of(text), start, end)
        if not any(word in text for word in self._lower):
            return found
        lower = [hit[:3] for hit in self._uncapitalised.find(text, start, end)]
        return sorted(found + lower, key=lambda hit: hit[0]) if lower else found

    def _type(self, file: str, row: Mapping[str, str]) -> str:
        if file == "people":
            return "person"
        if file == "seats":  # Brussels acts for the European Union, every other capital for a state
            known = self.senses.get(row["actor"])
            return known.type if known else "state"
        return row.get("type") or "place"

    def city(self, alias: str) -> str:
        """Return the usual name of a capital: Kyiv for Kiev and KIEV."""
        name = alias.title() if alias.isupper() and len(alias) > 4 else alias
        return self._cities.get(name, name)

    def _add(self, alias: str, sense: Sense) -> None:
        self.senses.setdefault(alias, sense)

    def in_capitals(self, words: str) -> Sense | None:
        """Return what words set in capitals stand for: PUTIN, NEW DELHI; short ones would clash with abbreviations."""
        return self.senses.get(words.title()) if len(words) > 3 and words.isupper() else None

    def _words(self) -> None:
        names = lexicon.rows("given_names")
        self.given = frozenset(row["word"] for row in names if row["family_first"] != "yes")
        self.family = frozenset(row["word"] for row in names if row["family_first"] == "yes")
        self.given_last = frozenset(row["word"] for row in names if row["origin"] in _GIVEN_LAST) - self.family
        self.latin = frozenset(row["word"] for row in names if row["origin"] in _LATIN)
        self.openers = frozenset(row["word"] for row in lexicon.rows("openers"))
        self.function_words = frozenset(
            row["word"] for row in lexicon.rows("openers") if row["ends_sentence_before"] == "yes"
        )
        self.begins = frozenset(row["word"] for row in lexicon.rows("openers") if row["begins_names"] == "yes")
        titles = {row["word"]: row["kind"] for row in lexicon.rows("titles")}
        self.titles: lexicon.NameMatcher[str] = lexicon.NameMatcher(
            {word: kind for word, kind in titles.items() if word[0].isupper()}
        )
        self.title_words = frozenset(word.rstrip(".") for word in titles if word[0].isupper())
        self.roles = frozenset(word for word in titles if word[0].islower())
        demonyms = lexicon.rows("demonyms")
        self.demonyms = {row["word"]: row["actor"] for row in demonyms}
        self.adjectives: dict[str, str] = {}
        for row in demonyms:
            if row["actor"] and row["kind"] == "adjective":
                self.adjectives.setdefault(row["actor"], row["word"])
        self.heads = {row["word"]: row for row in lexicon.rows("name_heads")}
        self.head_kinds = {word: row["kind"] for word, row in self.heads.items()}
        programmes = [word for word, kind in self.head_kinds.items() if kind == "programme"]
        # ' Peace Plan' behind 'Abuja', ' Accords' behind 'Oslo'
        self.programme = re.compile(rf"(?: [A-Z][\w-]+){{0,3}} (?:{lexicon.pattern_of(programmes)})\b")
        self.owners = frozenset(row["word"] for row in lexicon.rows("owner_words"))
        self.topics = frozenset(row["word"] for row in lexicon.rows("topic_nouns"))


@cache
def bundled() -> Gazetteer:
    """Return the gazetteer of the bundled lexicons, compiled on first use."""
    return Gazetteer()
