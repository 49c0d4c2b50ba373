"""Which of several a bare title means: 'the Prime Minister' where the text has named more than one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from briefing_lib.find.name.genders import gender_before, gender_of
from briefing_lib.find.name.offices import CHIEFS, held_by, holders, same_office
from briefing_lib.find.title.home_country import home_of
from briefing_lib.find.title.page import Page
from briefing_lib.find.title.phrases import TitlePhrase

# Too many bear these for one of them to be meant
LOOSE = CHIEFS | {"leader", "director", "chairman", "chairwoman", "chairperson", "general", "representative"}
# 'On her farm, where she was born, '
_HE_OR_SHE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
# Where somebody is called by an office: offset, actor, code of the state, body, office
Told = tuple[int, str, str, str, str]


class Choice:
    """Chooses between the bearers of a title.

    Args:
        page: the document.
        day: EDTF date on which offices are looked up, '' if it is not known.
    """

    def __init__(self, page: Page, day: str):
        self.page, self.day = page, day

    @cached_property
    def home(self) -> str:
        """The code of the state the document is at home in."""
        return home_of(self.page)

    def known_near(self, phrase: TitlePhrase) -> list[Told]:
        """List those the text names who are known to have held the office that day, though it does not say so: in the
        sentence before, or of the document's own state."""
        if not self.day or phrase.past or phrase.office in LOOSE | {"minister"}:
            return []
        page = self.page
        near = page.sentences[max(page.sentence_at(phrase.start) - 1, 0)].start
        before = {m.actor: m.start for m in page.mentions_before(phrase.start, 400) if m.type == "person"}
        told = [
            (at, actor, tenure.country, "" if tenure.country else tenure.organisation, phrase.office)
            for actor, at in before.items()
            for tenure in held_by(actor, self.day)
            if same_office(phrase.office, tenure.office, tenure.kind, True)
            and (at >= near or (tenure.country and tenure.country == self.home))
        ]
        own = holders(phrase.office, self.home, self.day) if self.home else []
        if len(own) == 1 and own[0] not in before:
            # named by a surname that alone says too little: 'Ramos leaves a full table'
            at = page.text.find(own[0].split()[-1], 0, phrase.start)
            told += [(at, own[0], self.home, "", phrase.office)] if at >= 0 else []
        return told

    def meant(self, phrase: TitlePhrase, told: Sequence[Told]) -> str:
        """Return who is named in the sentence, or alone in the one before, who is of the document's own state, or who
        was named last; '' if nobody can be told. 'Where she opened a school, the Prime Minister' is a woman."""
        page = self.page
        sentence = page.sentence_at(phrase.start)
        start = page.sentences[sentence].start
        actors = list(dict.fromkeys(one[1] for one in told if one[1]))
        pronouns = {hit.group().lower() for hit in _HE_OR_SHE.finditer(page.text, start, phrase.start)}
        persons = any(m.type == "person" for m in page.mentions_in(start, phrase.start))
        if len(pronouns) == 1 and not persons:
            other = "male" if pronouns == {"she"} else "female"
            actors = [actor for actor in actors if self._gender(actor) != other] or actors
        if len(actors) == 1:
            return actors[0]
        if not {m.actor for m in page.mentions_in(start, phrase.start)} & set(actors):
            last = page.sentences[max(sentence - 1, 0)].start
            before = {m.actor for m in page.mentions_in(last, start)} & set(actors)
            own = {one[1] for one in told if one[1] in actors and one[2] and one[2] == self.home}
            for only in (before, own):
                if len(only) == 1:
                    return only.pop()
        return self.nearest(phrase, actors)

    def nearest(self, phrase: TitlePhrase, actors: Sequence[str]) -> str:
        """Return the one of several who was named last before, if no other was in the same sentence; '' else."""
        sentence = self.page.sentence_start(phrase.start)
        here = {m.actor for m in self.page.mentions_in(sentence, phrase.start)} & set(actors)
        if here:
            return next(iter(here)) if len(here) == 1 else ""
        before = [m for m in self.page.mentions_before(sentence, 40) if m.actor in actors]
        if not before:
            return ""
        last = self.page.sentence_start(before[-1].start)
        near = {m.actor for m in before if m.start >= last}
        return before[-1].actor if len(near) == 1 else ""

    def _gender(self, actor: str) -> str:
        """Return what a person's given name tells, or else the titles before the name."""
        if known := gender_of(actor):
            return known
        titled = (gender_before(self.page.text, m.start) for m in self.page.mentions if m.actor == actor)
        return next(filter(None, titled), "")
