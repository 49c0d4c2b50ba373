"""Titles that stand for somebody without naming him: 'the Chinese president', 'his Pakistani counterpart'.

Whom one stands for is looked for in this order, and `basis` says where it was found: who bears the title where the
document names him before, or else behind; who the lexicon knows to have held the office on the document's date, or in
the year the clause tells of. Where that gives nobody, or several, the row has no actor: it is listed, not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing_lib.find.edtf import bounds
from briefing_lib.find.name.offices import (
    LEADERS,
    Tenure,
    held_by,
    holders,
    kind_of_office,
    owners_of,
    plain_office,
    same_office,
)
from briefing_lib.find.title.choice import LOOSE, Choice, Told
from briefing_lib.find.title.page import Page, open_page
from briefing_lib.find.title.phrases import COUNTERPART, TitlePhrase, read_titles
from briefing_lib.tables import Mention, Reference, Sentence

_NEAR = 600  # characters from 'the minister' back to the one who was named last
# 'In 1994, ', 'By March 1994 '
_FRONTED_YEAR = re.compile(r"(?:[Ii]n|[Bb]y|[Dd]uring|[Ss]ince|[Uu]ntil)\s+(?:[A-Z][a-z]+\s+)?((?:1[89]|20)\d\d)\b")
_YEAR = re.compile(r"(?<![\d$€£.,-])(?:1[89]|20)\d\d(?![\d,-])(?!\.\d)")
_NO_DATE = ("", "")


class _Borne(NamedTuple):
    """Title that the document gives somebody by name."""

    at: int
    actor: str
    office: str
    kind: str
    country: str
    body: str
    past: bool


def find_references(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], published: str = ""
) -> list[Reference]:
    """Find titles that stand for a person who is not named beside them.

    Args:
        text: the document's text.
        sentences: its sentences, in order; boilerplate is passed over.
        mentions: the actors named in it, in order.
        published: EDTF date of the document, '' if it is not known: then the lexicon is not asked.

    Returns:
        References in order, none overlapping. A title with a name ("President Ruto", "the president, William Ruto,")
        is a mention and gives none, nor does a bare one ("the minister") whose state or body nothing tells.

    >>> t = "The Kenyan president met his Ghanaian counterpart."
    >>> s = [Sentence("d#1", "d", 1, 0, len(t), t, "author", "narration")]
    >>> [(r.text, r.actor, r.office) for r in find_references(t, s, [], "2014-03-02")]  # doctest: +NORMALIZE_WHITESPACE
    [('The Kenyan president', 'Uhuru Kenyatta', 'president'),
     ('his Ghanaian counterpart', 'John Mahama', 'counterpart')]
    """
    page = open_page(text, sentences, mentions)
    phrases = list(read_titles(page))
    if all(phrase.bearer for phrase in phrases):
        return []
    return _Resolver(page, phrases, published).references()


class _Resolver:
    """Finds whom the titles of a document stand for."""

    def __init__(self, page: Page, phrases: Sequence[TitlePhrase], published: str):
        self.page, self.phrases, self.published = page, phrases, published
        self.day = "" if bounds(published) == _NO_DATE else published
        self.last_year = bounds(published)[1][:4] if published else ""
        self.borne: list[_Borne] = []
        self.persons = [m for m in page.mentions if m.type == "person"]
        self.rows: list[Reference] = []
        self.owners: dict[int, tuple[str, str]] = {}
        self.choice = Choice(page, self.day)

    def references(self) -> list[Reference]:
        """Return the rows."""
        for phrase in self.phrases:
            if phrase.bearer:
                self.borne.append(self._bearing(phrase))
        for phrase in self.phrases:
            if phrase.bearer:
                continue
            row = self._counterpart(phrase) if phrase.office == COUNTERPART else self._title(phrase)
            if row:
                self.rows.append(row)
        return self.rows

    # --- who bears which title by name ---

    def _bearing(self, phrase: TitlePhrase) -> _Borne:
        office, country, body = phrase.office, phrase.country, phrase.body
        if office == COUNTERPART:
            other = self._other_office(phrase, phrase.bearer)
            office = other or office
        if not (country or body):
            own = _same_of(held_by(phrase.bearer, self.day), office)
            states = {t.country for t in own if t.country} if own else set()
            country = next(iter(states)) if len(states) == 1 else ""
            bodies = {t.organisation for t in own} if own and not country else set()
            body = next(iter(bodies)) if len(bodies) == 1 else ""
        return _Borne(phrase.start, phrase.bearer, office, kind_of_office(office), country, body, phrase.past)

    # --- 'the Kenyan president', 'the minister' ---

    def _title(self, phrase: TitlePhrase) -> Reference | None:
        if not (phrase.country or phrase.body):
            return self._bare(phrase)
        rule = "title and body" if phrase.body or phrase.seat else "title and state"
        actor, basis = self._of_owner(phrase, phrase.office, phrase.country, phrase.body)
        return self._row(phrase, actor, phrase.country, phrase.body, basis, rule)

    def _of_owner(
        self, phrase: TitlePhrase, office: str, country: str, body: str, apart_from: str = ""
    ) -> tuple[str, str]:
        fits = [
            b
            for b in self.borne
            if b.actor != apart_from
            and same_office(office, b.office, b.kind, bool(body))
            and _same_owner(country, body, b)
            and (b.past == phrase.past or (phrase.past and office not in ("leader", "chief")))
        ]
        sure = [b for b in fits if b.country or b.body] or fits
        for group, basis in (
            ([b for b in sure if b.at < phrase.start], "named before"),
            ([b for b in sure if b.at > phrase.start], "named after"),
        ):
            exact = [b for b in group if plain_office(b.office) == plain_office(office)] or group
            actors = list(dict.fromkeys(b.actor for b in exact))
            if len(actors) == 1:
                return actors[0], basis
            if actors:
                return self.choice.nearest(phrase, actors), basis
        return self._by_lexicon(phrase, office, country, body, apart_from)

    def _by_lexicon(
        self, phrase: TitlePhrase, office: str, country: str, body: str, apart_from: str = ""
    ) -> tuple[str, str]:
        owner = country or body
        day, shifted = self._day_of(phrase)
        if not owner or not day:
            return "", ""
        where = "lexicon on the year told" if shifted else "lexicon on the document's date"
        found = [a for a in holders(office, owner, day, phrase.seat) if a != apart_from]
        if not found and phrase.seat:
            found = holders(office, owner, day)
        if plain_office(office) == "minister" or len(found) > 1:
            named = {m.actor for m in self.persons}
            found = [actor for actor in found if actor in named]
            where += ", named in the document"
        if len(found) != 1:
            return "", ""
        for year in self._other_years(phrase, day):
            if found[0] not in holders(office, owner, year):
                return "", ""
        return found[0], where

    def _day_of(self, phrase: TitlePhrase) -> tuple[str, bool]:
        """Return the date on which an office is looked up, '' for none, and whether the clause shifts it."""
        page = self.page
        sentence = page.sentences[page.sentence_at(phrase.start)]
        fronted = _FRONTED_YEAR.match(page.text, sentence.start, sentence.end)
        if fronted and fronted.group(1) < self.last_year:
            return fronted.group(1), True
        if not phrase.past:
            return self.day, False
        years = [year for year in _YEAR.findall(page.text, sentence.start, sentence.end) if year < self.last_year]
        then = page.text[phrase.start : phrase.title_start].lower().find("then") >= 0
        return (years[0], True) if then and len(set(years)) == 1 else ("", False)

    def _other_years(self, phrase: TitlePhrase, day: str) -> Iterable[str]:
        """Return the earlier years the sentence tells of: somebody else may have been in office then."""
        page = self.page
        sentence = page.sentences[page.sentence_at(phrase.start)]
        years = _YEAR.findall(page.text, sentence.start, sentence.end)
        return [year for year in years if year != day and year < self.last_year] if len(day) != 4 else []

    def _bare(self, phrase: TitlePhrase) -> Reference | None:
        """Read 'the minister': of whom the text has told before, by name or by state."""
        office = phrase.office
        back = max(phrase.start - 4000, 0)
        told: list[Told] = [
            (b.at, b.actor, b.country, b.body, b.office)
            for b in self.borne
            if back <= b.at < phrase.start and same_office(office, b.office, b.kind, True) and b.past == phrase.past
        ]
        told += [
            (r.start, r.actor, *self.owners[r.start], r.office)
            for r in self.rows
            if r.start >= back and same_office(office, r.office, kind_of_office(r.office), True)
        ]
        if not told:
            return self._of_known_holder(phrase) or self._of_known_body(phrase)
        told += self.choice.known_near(phrase)
        # 'the External Affairs Minister' is who was called so, where a foreign minister of another state is named too
        told = sorted([one for one in told if one[4] == office] or told)
        actors = list(dict.fromkeys(actor for _, actor, _, _, _ in told))
        actor = actors[0] if len(actors) == 1 else self.choice.meant(phrase, told)
        if not actor and len(actors) > 1:
            return self._row(phrase, "", "", "", "", "bare title")
        country, body = next(((c, b) for _, a, c, b, _ in reversed(told) if a == actor), ("", ""))
        return self._row(phrase, actor, country, body, "named before" if actor else "", "bare title")

    def _of_known_holder(self, phrase: TitlePhrase) -> Reference | None:
        """Read 'the prime minister' where one person named shortly before is known to have been it that day."""
        if not self.day or phrase.past or phrase.office in LOOSE:
            return None
        before = [m for m in self.page.mentions_before(phrase.start, 30) if m.type == "person"]
        found = {
            (m.actor, tenure.country, tenure.organisation)
            for m in before
            if phrase.start - m.start < 2 * _NEAR
            for tenure in held_by(m.actor, self.day)
            if same_office(phrase.office, tenure.office, tenure.kind, True)
        }
        if len({actor for actor, _, _ in found}) > 1:
            found = {one for one in found if one[1] and one[1] == self.choice.home}
        if len({actor for actor, _, _ in found}) != 1:
            return None
        actor, country, body = sorted(found)[0]
        basis = "lexicon on the document's date, named before"
        return self._row(phrase, actor, country, "" if country else body, basis, "bare title")

    def _of_known_body(self, phrase: TitlePhrase) -> Reference | None:
        """Read 'the secretary-general' where one body or state that has such an office is named before."""
        day = self._day_of(phrase)[0]
        owners = owners_of(phrase.office)
        if phrase.office in LOOSE | {"president", "minister"} or not day:
            return None
        before = {m.actor for m in self.page.mentions_before(phrase.start, 400) if m.type != "person"}
        fits = sorted(before & owners)
        if len(fits) != 1:
            return None
        actor, basis = self._by_lexicon(phrase, phrase.office, "", fits[0])
        return self._row(phrase, actor, "", fits[0], basis, "bare title") if actor else None

    # --- 'his Pakistani counterpart' ---

    def _counterpart(self, phrase: TitlePhrase) -> Reference | None:
        if not phrase.country and phrase.lead not in ("his", "her"):
            return None
        office = self._other_office(phrase, "")
        if not office or not phrase.country:
            return self._row(phrase, "", phrase.country, phrase.body, "", "counterpart")
        actor, basis = self._of_owner(phrase, office, phrase.country, phrase.body)
        if not actor and kind_of_office(office) in LEADERS:
            actor, basis = self._of_owner(phrase, "leader", phrase.country, phrase.body)
        return self._row(phrase, actor, phrase.country, phrase.body, basis, "counterpart")

    def _other_office(self, phrase: TitlePhrase, apart_from: str) -> str:
        """Return the office of the one whose counterpart somebody is: who was named last before him."""
        for row in reversed(self.rows):
            if row.end <= phrase.start and row.office != COUNTERPART and row.country != phrase.country:
                last = self._last_person(phrase, apart_from)
                if not last or last.start < row.start:
                    return row.office if phrase.start - row.end < _NEAR else ""
                break
        last = self._last_person(phrase, apart_from)
        if last is None:
            return ""
        for borne in reversed(self.borne):
            if borne.actor == last.actor and borne.office != COUNTERPART and borne.at < phrase.start:
                return borne.office
        for other in self.phrases:
            if other.bearer == last.actor and other.office != COUNTERPART:
                return other.office
        held = held_by(last.actor, self.day) if self.day else ()
        return held[0].office if held else ""

    def _last_person(self, phrase: TitlePhrase, apart_from: str) -> Mention | None:
        """Return the person named first in the sentence before a counterpart, else behind it, else before it."""
        sentence = self.page.sentence_start(phrase.start)
        here = [m for m in self.page.mentions_in(sentence, phrase.start) if m.type == "person"]
        behind = []
        if not here:
            # 'In talks with his Ethiopian counterpart, President Uhuru Kenyatta said'
            stop = self.page.sentences[self.page.sentence_at(phrase.start)].end
            titled = {other.bearer for other in self.phrases if phrase.end <= other.start < stop}
            behind = [m for m in self.page.mentions_in(phrase.end, stop) if m.actor in titled][:1]
        before = [m for m in self.page.mentions_before(sentence, 20) if m.type == "person"][::-1]
        for mention in [*here, *behind, *before]:
            if mention.actor != apart_from and phrase.start - mention.start < _NEAR:
                return mention
        return None

    def _row(self, phrase: TitlePhrase, actor: str, country: str, body: str, basis: str, rule: str) -> Reference:
        page = self.page
        sentence = page.sentences[page.sentence_at(phrase.start)]
        self.owners[phrase.start] = country, body
        return Reference(
            *(sentence.document, sentence.sentence, phrase.start, phrase.end),
            *(page.text[phrase.start : phrase.end], actor, "person", phrase.office, country),
            basis=basis if actor else "",
            rule=rule,
        )


def _same_of(held: Sequence[Tenure], office: str) -> list[Tenure]:
    return [t for t in held if same_office(office, t.office, t.kind, True)]


def _same_owner(country: str, body: str, borne: _Borne) -> bool:
    if country:
        return borne.country == country or not (borne.country or borne.body)
    return borne.body == body
