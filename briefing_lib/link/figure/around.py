"""Says what the words around a figure are about: who speaks, whom the paragraph is about, whom its people come from.

Read only when a figure leaves open whose it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property

from briefing_lib.link.figure.economies import demonyms_in, is_economy, seat_of
from briefing_lib.link.figure.home import issuer_of, spoken_of
from briefing_lib.link.figure.lands import is_area
from briefing_lib.link.figure.local_home import local_home, state_of_actor
from briefing_lib.link.figure.scene import Scene
from briefing_lib.link.people import People
from briefing_lib.tables import Mention, Quotation, Sentence

_BACK = 6  # sentences of a paragraph that are looked back on
_UNSPOKEN = ("", "author")
_SPEECH = ("statement", "answer", "question")
_VOICED = ("statement", "answer")
_COMMUNITY = ("European Economic Community", "European Community", "European Union")
_NEXT_ONE = re.compile(
    r",?\s+(?:and|while)\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s+(?:\w+\s+)?[\d$€£¥]"
)  # ", and EGYPT 17"
_TITLES = ("headline", "heading", "byline", "caption", "boilerplate")


class Around:
    """The words around a figure of a sentence, read when first asked for.

    Args:
        scene: the sentence.
        start: first character of the figure.
        end: character after its last.
        people: the persons of the document.
    """

    def __init__(self, scene: Scene, start: int, end: int, people: People):
        self._scene, self._start, self._end, self._people = scene, start, end, people

    @cached_property
    def _paragraph(self) -> list[Sentence]:
        """The sentences of the paragraph before this one, the first first."""
        sentences, position = self._scene.setting.sentences, self._scene.position
        low = position
        while low and position - low < _BACK and sentences[low - 1].paragraph == self._scene.sentence.paragraph:
            low -= 1
        return list(sentences[low:position])

    @cached_property
    def _opening(self) -> Sentence | None:
        """The last sentence of the paragraph before."""
        sentences, at = self._scene.setting.sentences, self._scene.position - len(self._paragraph) - 1
        return sentences[at] if at >= 0 and sentences[at].kind not in _TITLES else None

    def _spoken_of(self, sentence: Sentence) -> list[str]:
        return spoken_of(self._scene.text, sentence, self._mentions(sentence.start, sentence.end))

    def _mentions(self, start: int, end: int) -> list[Mention]:
        mentions = self._scene.setting.mentions
        first = bisect_left(mentions, start, key=lambda m: m.start)
        return list(mentions[first : bisect_left(mentions, end, key=lambda m: m.start)])

    @cached_property
    def topic(self) -> str:
        """The economy that the paragraph speaks of first, before this sentence; "" in its first one."""
        return next((names[0] for sentence in self._paragraph if (names := self._spoken_of(sentence))), "")

    @cached_property
    def concern(self) -> str:
        """The state that the paragraph names most before this sentence, else its topic; "" if it names the home."""
        if not self._paragraph:
            return ""
        counts: Counter[str] = Counter()
        for sentence in self._paragraph:
            for mention in self._mentions(sentence.start, sentence.end):
                counts.update(self._states(mention.start, mention.end))
        if self.home in counts:
            return ""
        best = counts.most_common(2)
        clear = best and best[0][1] > 1 and (len(best) == 1 or best[0][1] > best[1][1])
        return best[0][0] if clear else self.topic

    @cached_property
    def subjects(self) -> list[str]:
        """The economies that the sentence before speaks of, in order, be it in the paragraph before."""
        before = self._paragraph[-1] if self._paragraph else self._opening
        return self._spoken_of(before) if before else []

    @cached_property
    def home(self) -> str:
        """The economy that this part of the document is about, or the whole of it."""
        scene = self._scene
        setting = scene.setting
        local = local_home(scene.text, setting.sentences, scene.position, setting.mentions, self._people)
        return local or setting.home

    def place(self, kind: str) -> str:
        """Return which part of the world "the continent" or "the region" is, as the document has named it."""
        before = self._scene.mentions_before + len(self._scene.mentions)
        named = [m.actor for m in reversed(self._scene.setting.mentions[:before]) if m.type == "place"]
        named += [name for _, name in demonyms_in(self._scene.text, 0, self._scene.end)]
        return next((name for name in named if is_area(name, kind)), "")

    @cached_property
    def issuer(self) -> str:
        """The state whose ministry, bank or office publishes the document, as its top lines say."""
        setting = self._scene.setting
        return issuer_of(setting.text, setting.sentences, setting.mentions)

    def body(self, kind: str) -> str:
        """Return which body "the Fund" or "the Community" is, as the document has named it before."""
        named = [m.actor for m in self._scene.setting.mentions[: self._scene.mentions_before] if m.type != "person"]
        if kind == "fund":
            return "International Monetary Fund" if "International Monetary Fund" in named else ""
        if kind == "peoples":
            return "China"
        if kind == "federal":
            return "West Germany" if "" < self._scene.setting.published[:4] < "1991" else "Germany"
        if kind == "community":
            told = next((name for name in reversed(named) if name in _COMMUNITY), "")
            old = "" < self._scene.setting.published[:4] < "1993"
            return told if told and not (old and told == "European Union") else _COMMUNITY[0 if old else 2]
        return ""

    @cached_property
    def present(self) -> list[str]:
        """The states of the persons, capitals and states of this sentence before the figure, in order."""
        return self._states(self._scene.start, self._start)

    @cached_property
    def nearby(self) -> list[str]:
        """The same of the sentences before, the nearest first."""
        names: list[str] = []
        opening = [self._opening] if self._opening else []
        for sentence in reversed([*opening, *self._paragraph]):
            names += reversed(self._states(sentence.start, sentence.end))
        return list(dict.fromkeys(names))

    @cached_property
    def of_paragraph(self) -> list[str]:
        """The states, and those of the persons, of the paragraph up to the end of this sentence, or of its clause."""
        first = self._paragraph[0].start if self._paragraph else self._scene.start
        clause = _NEXT_ONE.search(self._scene.text, self._end, self._scene.end)
        return self._states(first, clause.start() if clause else self._scene.end, seats=False)

    @cached_property
    def persons(self) -> list[str]:
        """The states of the persons of this sentence before the figure, in order."""
        named = [m for m in self._mentions(self._scene.start, self._start) if m.type == "person"]
        states = [self._people.state(m.actor) for m in named]
        return [state for state in states if self._people.is_state(state)]

    def _states(self, start: int, end: int, seats: bool = True) -> list[str]:
        named: list[tuple[int, str]] = []
        for mention in self._mentions(start, end):
            if mention.type == "person":
                state = self._people.state(mention.actor)
                state = state if self._people.is_state(state) else ""
            elif is_economy(mention) and mention.type != "place":
                state = mention.actor
            else:
                state = seat_of(mention.actor) if seats and mention.type == "place" else ""
            named.append((mention.start, state))
        named += demonyms_in(self._scene.text, start, end)
        return list(dict.fromkeys(name for _, name in sorted(named) if name))

    @property
    def voiced(self) -> bool:
        """Whether the sentence is part of an answer or a speech."""
        sentence = self._scene.sentence
        return sentence.kind in _VOICED and sentence.voice not in ("", "author", "journalist")

    @cached_property
    def speaker(self) -> str:
        """The state of whoever says "our": the source of the quotation, the voice, or the document's own."""
        setting = self._scene.setting
        for quotation in setting.quotations:
            if quotation.start <= self._start and self._end <= quotation.end:
                return self._state_of_source(quotation)
        voice, kind = self._scene.sentence.voice, self._scene.sentence.kind
        if voice not in _UNSPOKEN:
            return state_of_actor(voice, self._people) or self.home
        return "" if kind in _SPEECH else self.home

    def _state_of_source(self, quotation: Quotation) -> str:
        for name in (quotation.source, quotation.source_text):
            if name and (state := state_of_actor(name, self._people)):
                return state
        return self.home
