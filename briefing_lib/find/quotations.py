"""Quotations: what the documents report somebody as saying, in quotation marks and in reported speech.

Every saying word is read with its source on one side and the words it reports on the other; words in quotation
marks among them are direct speech, the rest is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from briefing_lib.find.antecedents import Heard, resolve
from briefing_lib.find.attributions import NOBODY, Attribution, Unit, attribute
from briefing_lib.find.cues import Cue, find_cues
from briefing_lib.find.phrases import Page, Source, open_page, read_phrase, words_of
from briefing_lib.find.quotemarks import Marked, find_marked
from briefing_lib.tables import Mention, Quotation, Sentence

_SILENT = ("boilerplate", "byline", "heading")
_SPOKEN = ("statement", "answer", "question")
_LEAST_WORDS = 4

Hit = tuple[int, int, Cue]


def find_quotations(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Quotation]:
    """Find who is reported as saying what.

    Args:
        text: the document's text.
        sentences: its sentences, in order.
        mentions: the actors named in it, in order.

    Returns:
        One row for each piece of attributed speech, in order of its words. ``source`` is empty where nobody can be
        told, and keeps the words where a common noun is used ("diplomatic observers").

    >>> s = Sentence("d#1", "d", 1, 0, 37, "Peru said that the road would reopen.", "author", "narration")
    >>> m = Mention("d", "d#1", 0, 4, "Peru", "Peru", "state", "actor", "")
    >>> [(q.source, q.cue, q.text) for q in find_quotations(s.text, [s], [m])]
    [('Peru', 'said', 'the road would reopen')]
    """
    page = open_page(text, sentences, mentions)
    found: list[Quotation] = []
    heard: list[Heard] = []
    marks = [m for m in find_marked(text) if m.end > m.start]
    spoken = _inside([m for m in marks if _is_speech(text, m)])
    for unit, hits in _units(page, marks):
        found.extend(_read(unit, hits, heard, found[-1:], spoken))
    return sorted(dict.fromkeys(found), key=lambda row: (row.start, row.end, row.kind))


def _units(page: Page, marks: list[Marked]) -> Iterator[tuple[Unit, list[Hit]]]:
    """Yield each stretch in which something is said, with its saying words."""
    hits: list[Hit] = find_cues(page.text)
    sentences, reached, h, k = page.sentences, 0, 0, 0
    titles = [s.start for s in sentences if s.kind == "headline"]
    while titles or h < len(hits) or k < len(marks):
        at = min(hits[h][0] if h < len(hits) else len(page.text), marks[k].start if k < len(marks) else len(page.text))
        at = min(at, titles.pop(0)) if titles else at
        first = page.sentence_at(at)
        if first < 0 or at >= sentences[first].end or at < reached:
            h += h < len(hits) and hits[h][0] <= at
            k += k < len(marks) and marks[k].start <= at
            continue
        start, end = sentences[first].start, sentences[first].end
        here = []
        while k < len(marks) and marks[k].start < end:
            end = max(end, sentences[page.sentence_at(max(marks[k].end - 1, marks[k].start))].end)
            here.append(marks[k])
            k += 1
        reached, first_hit = end, h
        while h < len(hits) and hits[h][0] < end:
            h += 1
        kind = sentences[first].kind
        if kind not in _SILENT:
            speech = [m for m in here if m.start >= start and _is_speech(page.text, m)]
            unit = Unit(page, start, end, speech, [m.opened for m in speech], kind in _SPOKEN, kind == "headline")
            yield unit, hits[first_hit:h]


_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def _words(text: str, start: int, end: int) -> int:
    return len(_WORD.findall(text, start, end))


def _is_speech(text: str, mark: Marked) -> bool:
    """Tell speech from a term: long enough for a row, or closed by a stop or comma ('“Never,” he said')."""
    return text[mark.end - 1] in ",.?!" or _words(text, mark.start, mark.end) >= _LEAST_WORDS


def _inside(marks: list[Marked]) -> Callable[[int], bool]:
    """Return a function that tells whether an offset lies between quotation marks."""
    opened = [m.opened for m in marks]

    def inside(offset: int) -> bool:
        i = bisect_right(opened, offset) - 1
        return i >= 0 and offset < marks[i].closed

    return inside


def _read(
    unit: Unit, hits: list[Hit], heard: list[Heard], last: list[Quotation], spoken: Callable[[int], bool]
) -> list[Quotation]:
    """Read one unit: its attributions, what each reports, and quotations that go on from the one before."""
    attributions: list[Attribution] = []
    for start, end, cue in hits:
        if unit.inside(start) or (attributions and start < attributions[-1].end):
            continue
        found = attribute(unit, start, end, cue, attributions)
        if found is None or _is_nested(unit, found, attributions, cue):
            continue
        source = _same_speaker(unit, found, attributions) or found.source
        sentence = unit.page.sentence_at(found.start)
        attributions.append(found._replace(source=resolve(unit.page, source, sentence, heard, spoken)))
    if not (attributions or unit.marks or unit.headline):
        return []
    attributions = _one_level(attributions) or _by_layout(unit)
    rows: list[Quotation] = []
    taken: set[Marked] = set()
    for attribution in sorted(attributions, key=lambda a: a.order != "own"):
        rows.extend(_rows(unit, attribution, attributions, taken))
    rows.extend(_going_on(unit, taken, attributions, heard, [*last, *rows]))
    for attribution in attributions:
        heard.append(_hear(unit.page, attribution))
    return rows


def _hear(page: Page, attribution: Attribution) -> Heard:
    source = attribution.source
    names = source.actors
    if not names and source.rule not in ("pronoun", NOBODY):
        names = (words_of(page, source),)
    words = page.text[source.start : source.end].lower()
    plural = len(names) > 1 or not source.actors and words.endswith("s")
    kind = "person" if source.rule in ("noun", "title", "words", "spokesman", "unlisted", "pronoun") else "organisation"
    if source.rule == "noun" and _BODY_WORDS.search(words):
        kind = "organisation"
    return Heard(attribution.start, names, plural, kind)


_BODY_WORDS = re.compile(r"(?:agency|ministry|office|service|group|bank|council|committee|commission|union|party|army|military|police|media|embassy|firm|company|station|newspaper)\b")


def _is_nested(unit: Unit, found: Attribution, earlier: list[Attribution], cue: Cue) -> bool:
    """Tell whether an attribution only belongs to what somebody else is reported as saying: 'said it believes'."""
    around = [a for a in earlier if any(s <= found.source.start and found.start < e for s, e, _ in a.contents)]
    if not around:
        return False
    frames = {frame for *_, frame in found.contents}
    if frames <= {"np", "inf"} and _WHICH.search(unit.page.text, max(unit.start, found.source.start - 12), found.source.start):
        return True
    person = any(m.type == "person" for m in unit.page.mentions_in(found.source.start, found.source.end))
    return found.source.rule == "pronoun" or frames <= {"np", "inf"} and not (person and cue.form in ("past", "participle"))


def _one_level(attributions: list[Attribution]) -> list[Attribution]:
    """Keep one level where the words before an attribution are themselves an attribution: 'X asked Y to wait, Z said'."""
    kept = list(attributions)
    for outer in attributions:
        if outer.order != "backward":
            continue
        start, end, _ = outer.contents[0]
        for inner in attributions:
            if inner is outer or inner.order != "forward" or not start <= inner.start < end:
                continue
            if {frame for *_, frame in inner.contents} & {"np", "inf"}:
                if inner in kept:
                    kept.remove(inner)
            elif outer in kept and inner in kept and sum(e - s for s, e, _ in inner.contents) > (end - start) / 2:
                kept.remove(outer)
                cut = tuple((s, min(e, end), frame) for s, e, frame in inner.contents)
                kept[kept.index(inner)] = inner._replace(contents=cut)
    return kept


def _same_speaker(unit: Unit, found: Attribution, earlier: list[Attribution]) -> Source | None:
    """Return the source of an attribution before it in the unit that 'he' or 'him' goes on with."""
    if found.source.rule != "pronoun" or not earlier or earlier[-1].source.rule == "pronoun" and not earlier[-1].source.actors:
        return None
    before = earlier[-1].source
    if found.order == "backward" and before.end > found.start or len(before.actors) != 1:
        return None
    return found.source._replace(actors=before.actors)


_LABEL = re.compile(r"\s*:\s*(?=\S)")
_LAST_LABEL = re.compile(r":\s+(?=[^:.“”\"]{3,60}$)")
_SIGNED = re.compile(r"\s*(?:—|–|-|\()\s*")


def _by_layout(unit: Unit) -> list[Attribution]:
    """Read what has no saying word: 'Lula: “...”', '“...” – Abiy Ahmed', and headlines with a colon."""
    page, text = unit.page, unit.page.text
    if unit.marks:
        first, last = unit.marks[0], unit.marks[-1]
        colon = text.rfind(":", unit.start, first.opened)
        named = [m for m in page.mentions_in(unit.start, first.opened) if m.type != "place"]
        if colon >= 0 and not text[colon + 1 : first.opened].strip() and named:
            source = Source(named[-1].start, named[-1].end, (named[-1].actor,), "label")
            return [Attribution(source, colon, colon + 1, ((first.opened, unit.end, "marked"),), "label")]
        signed = _SIGNED.match(text, last.closed, unit.end)
        mention = page.mention_starting(signed.end()) if signed else None
        if signed and mention and mention.type == "person" and first.opened - unit.start < 2:
            source = Source(mention.start, mention.end, (mention.actor,), "label")
            return [Attribution(source, signed.start(), signed.end(), ((unit.start, last.closed, "marked"),), "label")]
    if not unit.headline:
        return []
    first_mention = page.mention_starting(unit.start)
    hit = _LABEL.match(text, first_mention.end, unit.end) if first_mention else None
    if hit and first_mention:
        source = Source(first_mention.start, first_mention.end, (first_mention.actor,), "label")
        return [Attribution(source, hit.start(), hit.start() + 1, ((hit.end(), unit.end, "that"),), "label")]
    if hit := _LAST_LABEL.search(text, unit.start, unit.end):
        found = read_phrase(page, hit.end(), unit.end)
        if found and found.rule not in ("unlisted", "document") and found.start - hit.end() < 4 and text.count(" ", hit.end(), unit.end) < 5:
            return [Attribution(found, hit.start(), hit.start() + 1, ((unit.start, hit.start(), "that"),), "label")]
    return []


# --- rows -----------------------------------------------------------------------------------------------------------

# Behind a quotation in marks, only a clause that goes on is reported: '... and that the border was closed'
_GOES_ON = re.compile(r"\s*,?\s*(?:and|but|or|that)\s")
_LEAD = re.compile(r"(?:[\s,;:—–-]|(?:and|but|that)\s)*")
# What is left hanging before a quotation in marks or the next clause: '... and'
_HANGING = re.compile(r"(?:[\s,;:—–]+|(?<=\s)(?:and|but|that))*$")
_EDGE = " \t\n,;:.!?—–-"
_JOINED = re.compile(r"(?:,|\b(?:and|but|while))\s+(?:[\w.’'-]+\s+){0,2}$")
_SUBORDINATED = re.compile(r"\b(?:that|which|who|whom)\s+(?:the\s+)?$")
_WHICH = re.compile(r"\b(?:which|who|whom)\s+(?:the\s+)?$")
_COMMA = re.compile(r",\s+(?:[\w.’'-]+\s+){0,6}$")


def _rows(unit: Unit, attribution: Attribution, others: list[Attribution], taken: set[Marked]) -> list[Quotation]:
    """Make the rows of an attribution: a direct one for each quotation in marks, indirect ones for the rest."""
    text = unit.page.text
    rows = []
    for start, end, frame in attribution.contents:
        end = _before_next(text, start, end, attribution, others)
        pieces, at = [], start
        for mark in unit.marks:
            if mark.opened >= start - 1 and mark.start < end:
                if mark not in taken:
                    taken.add(mark)
                    if _words(text, mark.start, mark.end) >= _LEAST_WORDS:
                        rows.append(_row(unit.page, mark.start, mark.end, attribution, "direct"))
                pieces.append((at, mark.opened))
                at = max(at, mark.closed)
        if frame == "marked":
            continue
        for number, (a, b) in enumerate([*pieces, (at, max(at, end))]):
            if number and (frame not in ("that", "clause", "quote") or not _GOES_ON.match(text, a, b)):
                continue
            a, b = _trim(text, a, b)
            least = (5 if number == 0 else 6) if pieces else 1 if frame == "np" else 2
            if b > a and _words(text, a, b) >= least:
                rows.append(_row(unit.page, a, b, attribution, "indirect"))
    return rows


def _before_next(text: str, start: int, end: int, attribution: Attribution, others: list[Attribution]) -> int:
    """Return where reported words end because another attribution begins: '..., he added', '... and Yoon said'."""
    for other in others:
        if other.start <= attribution.end or not start < other.start < end:
            continue
        first = other.source.start
        if start < first < other.start:
            gap = text[max(start, first - 60) : first]
            if _SUBORDINATED.search(gap):
                continue
            if other.order == "forward" and _JOINED.search(gap) or other.order != "forward" and _COMMA.search(gap):
                end = min(end, first)
        elif _JOINED.search(text, max(start, other.start - 24), other.start) or other.order == "backward":
            end = min(end, other.start)
    return end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    hit = _LEAD.match(text, start, end)
    start = hit.end() if hit else start
    if hanging := _HANGING.search(text, max(start, end - 30), end):
        end = max(start, hanging.start())
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


# 'an official who declined to be named'
_RELATIVE = re.compile(r",?\s(?:who|which|whose)\s")


def _row(page: Page, start: int, end: int, attribution: Attribution, kind: str) -> Quotation:
    text, source = page.text, attribution.source
    sentence = page.sentences[max(0, page.sentence_at(start))]
    words = " ".join(text[source.start : source.end].split())
    named = " | ".join(source.actors)
    if not named and source.rule not in ("pronoun", NOBODY):
        named = _RELATIVE.split(words_of(page, source))[0]
    cue = text[attribution.start : attribution.end]
    return Quotation(sentence.document, sentence.sentence, start, end, text[start:end], named, words, cue, kind, source.rule)


_NEW_SENTENCE = re.compile(r"[.!?]\s+[A-Z][^“\"]*[.!?]\s")


def _going_on(
    unit: Unit, taken: set[Marked], attributions: list[Attribution], heard: list[Heard], before: list[Quotation]
) -> list[Quotation]:
    """Give a quotation without a saying word of its own to the speaker before it."""
    page, text = unit.page, unit.page.text
    rows: list[Quotation] = []
    for mark in unit.marks:
        if mark in taken or _words(text, mark.start, mark.end) < _LEAST_WORDS:
            continue
        own = [a for a in attributions if a.end <= mark.opened]
        if own:
            if any(frame in ("marked", "quote") for *_, frame in own[-1].contents):
                rows.append(_row(page, mark.start, mark.end, own[-1], "direct"))
            continue
        alone = mark.opened - unit.start < 2 and not text[mark.closed : unit.end].strip(" .,")
        if attributions or not alone or not heard or not heard[-1].names:
            continue
        last = max([heard[-1].start, *(row.end for row in [*before, *rows][-1:])])
        gap = text[last : mark.opened]
        direct = bool([*before, *rows]) and [*before, *rows][-1].kind == "direct"
        if len(gap) < 240 and gap.count("\n") <= (3 if direct else 0) and not _NEW_SENTENCE.search(gap, 1):
            source = Source(heard[-1].start, heard[-1].start, heard[-1].names, "goes on")
            rows.append(_row(page, mark.start, mark.end, Attribution(source, mark.opened, mark.opened, (), "goes on"), "direct"))
    return rows
