"""What is known of a sentence while its figures are read: its names, dates and numbers, and the document around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from briefing_lib.link.figure.economies import Token, tokens
from briefing_lib.link.figure.focus import Focus
from briefing_lib.link.figure.home import dateline_end, home_of
from briefing_lib.link.figure.measured import money
from briefing_lib.link.figure.named_before import states_by_count
from briefing_lib.link.people import People
from briefing_lib.tables import Date, Mention, Quantity, Quotation, Sentence

_DATES_BACK = 4  # dates before a sentence that can still be its period


@dataclass
class Setting:
    """A document whose figures are read, and what it is about, which is found out when a figure asks for it."""

    text: str
    sentences: Sequence[Sentence]
    quantities: Sequence[Quantity]
    dates: Sequence[Date]
    mentions: Sequence[Mention]
    quotations: Sequence[Quotation]
    published: str  # EDTF

    @cached_property
    def main(self) -> Sequence[tuple[str, int]]:
        """The states it names more than once."""
        return states_by_count(self.mentions)

    @cached_property
    def _homes(self) -> tuple[str, str]:
        return home_of(self.text, self.sentences, self.mentions)

    @property
    def home(self) -> str:
        """The economy it is about."""
        return self._homes[0]

    @property
    def other(self) -> str:
        """The second economy its headline names."""
        return self._homes[1]

    @cached_property
    def people(self) -> People:
        """The persons it names."""
        return People(self.text, self.sentences, self.mentions, self.published)

    @cached_property
    def focus(self) -> Focus:
        """The two states it is about."""
        headline = max((s.end for s in self.sentences[:3] if s.kind == "headline"), default=0)
        return Focus(self.text, headline, self.mentions)


class Scene(NamedTuple):
    """A sentence with figures, and what stands in it."""

    setting: Setting
    text: str
    position: int
    sentence: Sentence
    start: int
    end: int
    mentions: Sequence[Mention]
    mentions_before: int
    dates: Sequence[Date]
    dates_before: Sequence[Date]
    quantities: Sequence[Quantity]

    @property
    def before(self) -> Sentence | None:
        """The sentence before, if it stands in the same paragraph."""
        if not self.position:
            return None
        before = self.setting.sentences[self.position - 1]
        return before if before.paragraph == self.sentence.paragraph else None


def scene_of(setting: Setting, position: int) -> Scene:
    """Return the scene of a sentence.

    Args:
        setting: the document.
        position: the sentence's place in it.
    """
    sentence = setting.sentences[position]
    start, end = sentence.start, sentence.end
    mention, date = _first(setting.mentions, start), _first(setting.dates, start)
    return Scene(
        setting, setting.text, position, sentence, start, end,
        setting.mentions[mention : _first(setting.mentions, end)], mention,
        setting.dates[date : _first(setting.dates, end)], setting.dates[max(0, date - _DATES_BACK) : date],
        setting.quantities[_first(setting.quantities, start) : _first(setting.quantities, end)],
    )  # fmt: skip


def _first(rows: Sequence[Mention] | Sequence[Date] | Sequence[Quantity], at: int) -> int:
    return bisect_left(rows, at, key=lambda row: row.start)


def tokens_of_scene(scene: Scene) -> list[Token]:
    """Return the tokens of a sentence but for those inside a number: "US$5bn", "Swiss francs"."""
    then = scene.setting.people.state_then  # "German" in a text on West Germany
    found = [
        t._replace(name=then(t.name)) if t.kind == "economy" else t
        for t in tokens(scene.text, scene.start, scene.end, scene.mentions)
    ]
    if (place := dateline_end(scene.text, scene.sentence)) > scene.start:
        found = [t for t in found if t.start >= place]
    found = [t for t in found if not (t.kind == "verb" and t.name in _BOTH and _is_noun(scene.text, t, found))]
    inside = [q for q in scene.quantities if q.unit in money()]
    found = [t for t in found if not any(q.start < t.end and t.start < q.end for q in inside)]
    # "150 cargoes of LNG": what is counted is no flow of its own
    counted = [q for q in scene.quantities if q.rule.endswith("noun")]
    return [t for t in found if t.kind != "noun" or not any(q.start < t.start and t.end <= q.end for q in counted)]


_BOTH = ("pledges", "orders", "contracts", "exports", "imports")
_NOUN_BEFORE = re.compile(
    r"(?:['’]s|s['’])\s+$|"
    r"\b(?:won|win|placed|secured|received|signed|new|export|its|their|the|of|in|and|more|fresh|some|several|many|with)\s+$"
)
_NOUN_AFTER = re.compile(
    r"\s+(?:came|amounted|stood|worth|valued|for|of|from|with|totall?ing|rose|fell|grew|were|was)\b"
)


def _is_noun(text: str, verb: Token, found: Sequence[Token]) -> bool:
    """Say whether a word that is noun and verb is the noun here: "won ORDERS worth", but "Peru ORDERS tanks"."""
    if not any(t.kind == "noun" and t.start == verb.start for t in found):
        return False
    before = _NOUN_BEFORE.search(text, max(0, verb.start - 12), verb.start)
    return bool(before or _NOUN_AFTER.match(text, verb.end))
