"""Names that an installed spaCy pipeline finds and the rules have missed; off unless asked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing_lib.tables import Mention, Sentence

# What pipelines call people, organisations and places: OntoNotes' labels, and those trained on Wikipedia.
_TYPES = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
# Not needed to find names, and slower than all the rest.
_UNUSED = ("parser", "senter", "tagger", "morphologizer", "attribute_ruler", "lemmatizer", "textcat")
_LEAD = re.compile(r"(?:(?:[Tt]he|[Aa]n?|Mr|Mrs|Ms|Dr)\.?\s+)+")
_TRAIL = re.compile(r"(?:['’]s?|[\s,.;:])+$")


class StatisticalNames:
    """A spaCy pipeline that finds names.

    Args:
        pipeline: name of an installed pipeline, or folder of one.

    Raises:
        ImportError: spaCy is not installed; the message says how to install it.
        ValueError: there is no such pipeline, or it finds no names; the message says what to do.
    """

    def __init__(self, pipeline: str):
        try:
            import spacy
        except ImportError as error:
            raise ImportError("ner= needs spaCy: pip install 'briefing-notebooks[ner]'") from error
        try:
            nlp = spacy.load(pipeline)
        except OSError as error:
            raise ValueError(
                f"There is no spaCy pipeline {pipeline!r}. Install it: python -m spacy download {pipeline}"
            ) from error
        if not {"ner", "entity_ruler", "span_ruler"}.intersection(nlp.pipe_names):
            has = ", ".join(nlp.pipe_names) or "nothing"
            raise ValueError(f"The spaCy pipeline {pipeline!r} finds no names: it has {has}, but no 'ner'.")
        nlp.select_pipes(disable=[name for name in nlp.pipe_names if name in _UNUSED])
        self._nlp = nlp
        self.rule = f"spaCy {nlp.meta.get('lang', '')}_{nlp.meta.get('name', '')}"

    def find(self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
        """Find the people, organisations and places that the rules missed.

        Args:
            text: the document's text.
            sentences: its sentences, in order; boilerplate is passed over.
            mentions: what the rules found, in order.

        Returns:
            More mentions in order, none overlapping another; their ``rule`` is the pipeline's name.
        """
        found: list[tuple[int, int, str]] = []
        stretches = list(_paragraphs(sentences))
        for (start, end), page in zip(stretches, self._nlp.pipe(text[a:b] for a, b in stretches), strict=True):
            for entity in page.ents:
                name = _trim(text, start + entity.start_char, min(start + entity.end_char, end))
                if entity.label_ in _TYPES and name and _is_free(mentions, *name):
                    found.append((*name, _TYPES[entity.label_]))
        starts = [sentence.start for sentence in sentences]
        persons = _by_surname(mentions, [text[a:b] for a, b, kind in found if kind == "person"])
        rows = []
        for start, end, kind in found:
            sentence = sentences[bisect_right(starts, start) - 1]
            if end > sentence.end:
                continue
            words = text[start:end]
            actor = " ".join(words.split())
            actor = persons.get(actor, actor) if kind == "person" else actor
            role = "place" if kind == "place" else "actor"
            rows.append(Mention(sentence.document, sentence.sentence, start, end, words, actor, kind, role, self.rule))
        return rows


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    spoken = (sentence for sentence in sentences if sentence.kind != "boilerplate")
    for _, group in groupby(spoken, key=lambda sentence: sentence.paragraph):
        inside = list(group)
        yield inside[0].start, inside[-1].end


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Leave out article, title and genitive: 'the Volta Compact's' is 'Volta Compact'; None if no name is left."""
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    if trail := _TRAIL.search(text[start:end]):
        end = start + trail.start()
    words = text[start:end]
    return (start, end) if any(c.isupper() for c in words) and "\n" not in words else None


def _is_free(mentions: Sequence[Mention], start: int, end: int) -> bool:
    at = bisect_left(mentions, end, key=lambda mention: mention.start)
    return at == 0 or mentions[at - 1].end <= start


def _by_surname(mentions: Sequence[Mention], names: Sequence[str]) -> dict[str, str]:
    """Return the full names that surnames stand for, those of two people left out."""
    people = {m.actor for m in mentions if m.type == "person"} | {" ".join(name.split()) for name in names}
    found: dict[str, set[str]] = {}
    for person in people:
        if " " in person:
            found.setdefault(person.rsplit(" ", 1)[1], set()).add(person)
    return {surname: min(full) for surname, full in found.items() if len(full) == 1}
