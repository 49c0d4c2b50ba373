"""Speech that no word announces: a name and a colon, a signature, a headline, a quotation that goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.speech.attributions import Attribution, Unit
from briefing_lib.find.speech.contents import has_words
from briefing_lib.find.speech.heard import Heard
from briefing_lib.find.speech.phrases import read_phrase
from briefing_lib.find.speech.quotemarks import Marked
from briefing_lib.find.speech.speakers import read_opening
from briefing_lib.find.title.page import Source
from briefing_lib.tables import Mention, Quotation

_LABEL = re.compile(r"\s*:\s*(?=\S)")
_LAST_LABEL = re.compile(r":\s+(?=[^:.“”\"]{3,60}$)")
_SIGNED = re.compile(r"\s*(?:—|–|-|\()\s*")


def read_label(unit: Unit) -> list[Attribution]:
    """Read 'Lula: “...”', '“...” – Abiy Ahmed', and headlines with a colon."""
    found = _beside_marks(unit) if unit.marks else None
    if found is None and unit.headline:
        found = _headline(unit)
    return [found] if found else []


def _named(mention: Mention) -> Source:
    return Source(mention.start, mention.end, (mention.actor,), "label")


def _beside_marks(unit: Unit) -> Attribution | None:
    page, text = unit.page, unit.page.text
    first, last = unit.marks[0], unit.marks[-1]
    colon = text.rfind(":", unit.start, first.opened)
    if colon >= 0 and not text[colon + 1 : first.opened].strip():
        # 'Lula: “...”', or the subject of 'Lula was blunt: “...”'
        name = page.mention_ending(colon)
        source = _named(name) if name else read_opening(page, page.sentence_start(colon), colon)
        only = {mention.actor: mention for mention in page.mentions_in(unit.start, colon)}
        if (source is None or not source.actors) and len(only) == 1:
            source = _named(*only.values())  # "Note Lula's choice of words: “...”"
        if source and (source.actors or source.rule in ("noun", "title")):
            return Attribution(source, colon, colon + 1, ((first.opened, unit.end, "marked"),), "label")
    signed = _SIGNED.match(text, last.closed, unit.end)
    mention = page.mention_starting(signed.end()) if signed else None
    if signed and mention and mention.type == "person" and first.opened - unit.start < 2:
        return Attribution(_named(mention), *signed.span(), ((unit.start, last.closed, "marked"),), "label")
    return None


def _headline(unit: Unit) -> Attribution | None:
    """Read 'Kallas: Estonia to close stations' and 'Prices to rise by a third: World Bank'."""
    page, text = unit.page, unit.page.text
    mention = page.mention_starting(unit.start)
    hit = _LABEL.match(text, mention.end, unit.end) if mention else None
    if hit and mention and mention.type in ("person", "organisation"):
        return Attribution(_named(mention), hit.start(), hit.start() + 1, ((hit.end(), unit.end, "that"),), "label")
    hit = _LAST_LABEL.search(text, unit.start, unit.end)
    if not hit or text.count(" ", hit.end(), unit.end) > 4:
        return None
    found = read_phrase(page, hit.end(), unit.end)
    if found is None or found.rule in ("unlisted", "document") or found.start - hit.end() > 3:
        return None
    return Attribution(found, hit.start(), hit.start() + 1, ((unit.start, hit.start(), "that"),), "label")


# '“... too big to regulate?” Vitter demanded.': a sentence of its own, by its capital
_THEN_SAID = re.compile(r"[ \t]+(?:(?:[A-Z][\w.’'-]*|[Tt]he|prime|foreign|[a-z]+\s+minister)\s+){0,5}$")
_VERB_ALONE = re.compile(
    r"\s+(?:[a-z]+ly\s+)?[a-z]+(?:ed|s|d|t)(?:\s+(?:on|at|in|last|later)\s[^.“”\n]{0,60})?\.(?:\s|$)"
)
_FARTHEST = 240  # characters from the last speech to a quotation that goes on


def read_continued(
    unit: Unit,
    taken: set[Marked],
    attributions: Sequence[Attribution],
    heard: Sequence[Heard],
    before: Sequence[Quotation],
) -> list[tuple[Marked, Attribution]]:
    """Give a quotation in marks without a saying word of its own to the speaker before it.

    Args:
        unit: where it stands.
        taken: quotations in marks that have a speaker.
        attributions: the unit's.
        heard: who spoke before the unit.
        before: the rows made so far, at least the last.
    """
    text = unit.page.text
    found: list[tuple[Marked, Attribution]] = []
    last_end, direct = (before[-1].end, before[-1].kind == "direct") if before else (0, False)
    for mark in unit.marks:
        if mark in taken or not has_words(text, mark.start, mark.end):
            continue
        own = [attribution for attribution in attributions if attribution.end <= mark.opened]
        if own:
            if any(frame in ("marked", "quote") for *_, frame in own[-1].contents):
                found.append((mark, own[-1]))
            continue
        alone = mark.opened - unit.start < 2 and not text[mark.closed : unit.end].strip(" .,")
        if attributions or not alone:
            continue
        if speaker := _behind(unit, mark):
            found.append((mark, Attribution(speaker, mark.closed, speaker.start, (), "label")))
            continue
        if not heard or not heard[-1].names:
            continue
        last = max(heard[-1].start, last_end - 1)
        gap = text[last : mark.opened]
        lines = 3 if direct else 0
        if len(gap) < _FARTHEST and gap.count("\n") <= lines and _is_next(unit, last, mark.opened):
            source = Source(*heard[-1].words, heard[-1].names, "goes on")
            found.append((mark, Attribution(source, mark.opened, mark.opened, (), "label")))
            last_end, direct = mark.end, True
    return found


# 'Asked whether he had a date, he shook his head.', 'She did not smile.'
_HE_DOES = re.compile(r"(?:He|She|Asked\s[^.!?“”\"]{3,80},\s+(?:he|she))\s[^.!?“”\"]{3,90}\.")


def _behind(unit: Unit, mark: Marked) -> Source | None:
    """Find the speaker in a short sentence right behind a quotation: '“Why?” Vitter demanded.'"""
    page, text = unit.page, unit.page.text
    for mention in page.mentions_in(mark.closed, mark.closed + 90)[:2]:
        if mention.type == "person" and _THEN_SAID.fullmatch(text, mark.closed, mention.start):
            return _named(mention) if _VERB_ALONE.match(text, mention.end) else None
    return None


def _is_next(unit: Unit, last: int, opened: int) -> bool:
    """Tell whether no sentence stands between an offset and a quotation, but one on what the speaker does."""
    here = unit.page.sentences[unit.page.sentence_at(last)]
    between = unit.page.text[here.end : opened].strip(" \n”\"’'")
    return not between or ("\n" not in unit.page.text[here.end : opened] and _HE_DOES.fullmatch(between) is not None)
