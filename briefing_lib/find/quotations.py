"""Quotations: what the documents report somebody as saying, in quotation marks and in reported speech.

Every saying word is read with its source on one side and the words it reports on the other; words in quotation
marks among them are direct speech, the rest is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from briefing_lib.find.references import find_references
from briefing_lib.find.speech.antecedents import resolve
from briefing_lib.find.speech.ascribed import GIVES, read_ascription, read_noun
from briefing_lib.find.speech.attributions import Attribution, Unit
from briefing_lib.find.speech.contents import make_row, make_rows
from briefing_lib.find.speech.cues import (
    find_cues,
    is_noun_here,
    is_owned,
    is_owned_view,
    word_before,
)
from briefing_lib.find.speech.heard import Heard, hear
from briefing_lib.find.speech.labels import read_continued, read_label
from briefing_lib.find.speech.quoted_as import is_relayed, read_quoting, read_saying
from briefing_lib.find.speech.quotemarks import Marked, find_marked
from briefing_lib.find.speech.said import read_verb
from briefing_lib.find.speech.saying_words import Cue, is_view, noun_frames, noun_strength
from briefing_lib.find.speech.source_classes import add_classes
from briefing_lib.find.speech.terms import is_speech
from briefing_lib.find.title.page import Page, Source, open_page
from briefing_lib.tables import Mention, Quotation, Reference, Sentence

_SILENT = ("boilerplate", "byline", "heading")
_SPOKEN = ("statement", "answer", "question")

_NEAR = 12  # attributions of one sentence that can belong together

Hit = tuple[int, int, Cue]


def find_quotations(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], references: Sequence[Reference] | None = None
) -> list[Quotation]:
    """Find who is reported as saying what.

    Args:
        text: the document's text.
        sentences: its sentences, in order.
        mentions: the actors named in it, in order.
        references: the titles in it that stand for somebody; read here if None.

    Returns:
        One row for each piece of attributed speech, in order of its words. ``source`` is empty where nobody can be
        told, and keeps the words where a common noun is used ("diplomatic observers").

    >>> s = Sentence("d#1", "d", 1, 0, 37, "Peru said that the road would reopen.", "author", "narration")
    >>> m = Mention("d", "d#1", 0, 4, "Peru", "Peru", "state", "actor", "")
    >>> [(q.source, q.cue, q.text) for q in find_quotations(s.text, [s], [m])]
    [('Peru', 'said', 'the road would reopen')]
    """
    if references is None:
        references = find_references(text, sentences, mentions)
    page = open_page(text, sentences, mentions, references)
    marks = [mark for mark in find_marked(text) if mark.end > mark.start]
    quoted = _inside([mark for mark in marks if is_speech(text, mark)])
    found: list[Quotation] = []
    heard: list[Heard] = []
    for unit, hits in _units(page, marks):
        found.extend(_read(unit, hits, heard, found[-1:], quoted))
    return add_classes(page, sorted(dict.fromkeys(found), key=lambda row: (row.start, row.end, row.kind)))


def _inside(marks: list[Marked]) -> Callable[[int], bool]:
    """Return a function that tells whether an offset lies between quotation marks."""
    opened = [mark.opened for mark in marks]

    def inside(offset: int) -> bool:
        i = bisect_right(opened, offset) - 1
        return i >= 0 and offset < marks[i].closed

    return inside


def _units(page: Page, marks: list[Marked]) -> Iterator[tuple[Unit, list[Hit]]]:
    """Yield each stretch in which something may be said, with its saying words."""
    sentences, text = page.sentences, page.text
    hits = find_cues(text)
    spots = [hit[0] for hit in hits] + [mark.start for mark in marks]
    spots += [sentence.start for sentence in sentences if sentence.kind == "headline"]
    reached = h = k = 0
    last = len(hits)
    for spot in sorted(spots) if sentences else ():
        if spot < reached:
            continue
        sentence = sentences[page.sentence_at(spot)]
        start, end = sentence.start, sentence.end
        if not start <= spot < end:
            continue
        while k < len(marks) and marks[k].start < start:
            k += 1
        speech = []
        while k < len(marks) and marks[k].start < end:
            mark = marks[k]
            end = max(end, sentences[page.sentence_at(max(mark.end - 1, mark.start))].end)
            if is_speech(text, mark):
                speech.append(mark)
            k += 1
        if k < len(marks) and not speech and _announces(text, end, marks[k]):
            mark = marks[k]
            end = sentences[page.sentence_at(max(mark.end - 1, mark.start))].end
            speech.append(mark)
            k += 1
        while h < last and hits[h][0] < start:
            h += 1
        first = h
        while h < last and hits[h][0] < end:
            h += 1
        reached, kind = end, sentence.kind
        if kind not in _SILENT and (speech or first < h or kind == "headline"):
            opened = [mark.opened for mark in speech]
            yield Unit(page, start, end, speech, opened, kind in _SPOKEN, kind == "headline"), hits[first:h]


def _announces(text: str, end: int, mark: Marked) -> bool:
    """Tell whether a sentence ends with a colon and the next paragraph is a quotation in marks: 'He went on:'."""
    if text[end - 1] != ":" or not 0 < mark.opened - end < 8 or not text[end : mark.opened].isspace():
        return False
    line = text.find("\n", mark.closed)
    behind = text[mark.closed : line if line >= 0 else len(text)]
    return not behind.strip(" .,")  # else it has a speaker of its own


def _read(
    unit: Unit, hits: list[Hit], heard: list[Heard], before: list[Quotation], quoted: Callable[[int], bool]
) -> list[Quotation]:
    """Read one unit: its attributions, what each reports, and quotations that go on from the one before."""
    attributions: list[Attribution] = []
    for start, end, cue in hits:
        if unit.inside(start) or (attributions and start < attributions[-1].end):
            continue
        earlier = attributions[-_NEAR:] if attributions else ()
        found = attribute(unit, start, end, cue, earlier)
        if found is None or _is_nested(unit, found, earlier, cue):
            continue
        source = _same_speaker(found, earlier) or found.source
        source = resolve(unit.page, source, unit.page.sentence_at(found.start), heard, quoted)
        attributions.append(found._replace(source=source, strength=found.strength or cue.strength))
    if not (attributions or unit.marks or unit.headline):
        return []
    attributions = _first_hand(unit, _one_level(attributions)) or read_label(unit)
    rows: list[Quotation] = []
    taken: set[Marked] = set()
    for i in sorted(range(len(attributions)), key=lambda i: attributions[i].order != "own"):
        rows.extend(make_rows(unit, attributions[i], attributions[i + 1 : i + 1 + _NEAR], taken))
    for mark, attribution in read_continued(unit, taken, attributions, heard, [*before, *rows]):
        rows.append(make_row(unit.page, mark.start, mark.end, attribution, "direct"))
    if unit.headline and not rows and (title := _spoken_title(unit)):
        rows.append(title)
    heard.extend(hear(unit.page, attribution.source, attribution.start) for attribution in attributions)
    return rows


def _spoken_title(unit: Unit) -> Quotation | None:
    """Read a headline that is nothing but a quotation as what the one person says who is interviewed below it."""
    page, mark = unit.page, unit.next_mark(unit.start)
    if not mark or mark.opened > unit.start or page.text[mark.closed : unit.end].strip(" .") or len(unit.marks) > 1:
        return None
    speakers = {sentence.voice for sentence in page.sentences if sentence.kind == "answer"}
    if len(speakers) != 1 or not (voice := speakers.pop()):
        return None
    source = Source(mark.opened, mark.opened, (voice,), "label")
    return make_row(page, mark.start, mark.end, Attribution(source, mark.opened, mark.opened, (), "label"), "direct")


def attribute(unit: Unit, start: int, end: int, cue: Cue, earlier: Sequence[Attribution]) -> Attribution | None:
    """Read a saying word.

    Args:
        unit: where it stands.
        start: first character of the word.
        end: character after it.
        cue: what the lexicon says of it.
        earlier: attributions read before it in the unit.

    Returns:
        The attribution, None if the word reports nothing here.
    """
    if cue.form in ("according", "basis", "view"):
        return read_ascription(unit, start, end, cue)
    if cue.form == "noun":
        view = read_ascription(unit, start, end, cue._replace(form="view")) if is_view(cue.base) else None
        return view or read_noun(unit, start, end, cue.frames)
    text = unit.page.text
    if is_owned_view(text, start, end) and (view := read_ascription(unit, start, end, cue._replace(form="view"))):
        return view
    frames = noun_frames(text[start:end])
    owned = is_noun_here(text, start, end) if cue.form == "gerund" else is_owned(word_before(text, start), cue.form)
    if owned or (frames and GIVES.search(text, max(unit.start, start - 60), start)):
        noun = read_noun(unit, start, end, frames)
        return noun and noun._replace(strength=noun_strength(text[start:end]))
    if unit.spoken and cue.strength == "thought":
        return None
    if "quoting" in cue.frames:
        return read_quoting(unit, start, end, cue, earlier)
    if "as-saying" in cue.frames and (quoted := read_saying(unit, start, end, cue, earlier)):
        return quoted
    return read_verb(unit, start, end, cue, earlier)


_WHICH = re.compile(r"\b(?:which|who|whom)\s+(?:the\s+)?$")


def _is_nested(unit: Unit, found: Attribution, earlier: Sequence[Attribution], cue: Cue) -> bool:
    """Tell whether an attribution only belongs to what somebody else is reported as saying: 'said it believes'."""
    source = found.source
    if not any(s <= source.start and found.start < e for other in earlier for s, e, _ in other.contents):
        return False
    if source.rule == "pronoun":
        return True
    if not {frame for *_, frame in found.contents} <= {"np", "inf"}:
        return False
    if _WHICH.search(unit.page.text, max(unit.start, source.start - 12), source.start):
        return True
    return cue.form not in ("past", "participle") or not unit.page.names_person(source)


def _one_level(attributions: list[Attribution]) -> list[Attribution]:
    """Keep one level where words before a source are an attribution themselves: 'X asked Y to wait, Z said'."""
    kept = list(attributions)
    for i, outer in enumerate(attributions):
        if outer.order != "backward":
            continue
        start, end, _ = outer.contents[0]
        for inner in attributions[max(0, i - _NEAR) : i]:
            if inner.order != "forward" or inner not in kept or not start <= inner.start < end:
                continue
            if {frame for *_, frame in inner.contents} & {"np", "inf"}:
                kept.remove(inner)
            elif outer in kept and sum(b - a for a, b, _ in inner.contents) > (end - start) / 2:
                kept.remove(outer)
                cut = tuple((a, min(b, end), frame) for a, b, frame in inner.contents)
                kept[kept.index(inner)] = inner._replace(contents=cut)
    return kept


def _first_hand(unit: Unit, attributions: list[Attribution]) -> list[Attribution]:
    """Leave out who only passed words on where the speaker is told: 'Jokowi said, as quoted by Antara'."""
    if len(attributions) < 2:
        return attributions
    spoken = [found for found in attributions if not is_relayed(unit.page.text, found)]
    return spoken or attributions


def _same_speaker(found: Attribution, earlier: Sequence[Attribution]) -> Source | None:
    """Return the source before it in the unit that 'he' or 'him' goes on with."""
    if found.source.rule != "pronoun" or not earlier:
        return None
    before = earlier[-1].source
    if len(before.actors) != 1 or (found.order == "backward" and before.end > found.start):
        return None
    return found.source._replace(actors=before.actors)
