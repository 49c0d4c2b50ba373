"""Phrases of common nouns that speak: 'two senior officials', 'sources close to the talks', 'the Norwegians'."""

from __future__ import annotations

import re

from briefing_lib.find.speech.source_nouns import (
    followed_noun,
    is_opening,
    is_stop_word,
    kind_of,
    last_noun,
    last_words,
    people,
)
from briefing_lib.find.speech.speech_words import words
from briefing_lib.find.title.page import Page, Source, strip_right, word_start
from briefing_lib.tables import Mention

_PREPOSITION = re.compile(
    r"\s+(?:of|for|from|in|at|with|on|to|inside|near|within|representing|close\s+to|familiar\s+with|briefed\s+on"
    r"|loyal\s+to|opposed\s+to|involved\s+in)\s+"
)


def stands_for(kind: str, mention: Mention) -> bool:
    """Tell whether a noun beside a name stands for it: a spokesman for his body, a letter for its writer."""
    return kind == "document" or (kind in ("spokesman", "body") and mention.type != "person")


_TWO_PEOPLES = re.compile(r"(?:\b[Tt]he\s+)?(\b[A-Z]\w+)\s+and\s+$")

_AND_BEFORE = re.compile(r"\s+and\s+$")

_MR = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gen|Gov)\.?\s+$")

# 'a poll released', 'a draft seen by this newspaper'
_MADE = re.compile(
    r"\s+(?:released|published|issued|conducted|obtained|seen|dated|commissioned|leaked|posted|circulated|distributed"
    r"|presented|signed|reviewed|filed|completed|compiled)(?:\s+by\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+)?$"
)

_MOST_DEPENDENT = 7  # words behind a noun that still belong to it: 'officials close to the talks in Lima'


def read_common(page: Page, low: int, high: int) -> Source | None:
    """Read a phrase that ends with a common noun that speaks, or with one and what depends on it."""
    text = page.text
    hit = last_noun(text, max(low, high - 30), high)
    made = None
    if not hit and (text.endswith(("ed", "en"), low, high) or text.find(" by ", max(low, high - 50), high) >= 0):
        made = _MADE.search(text, max(low, high - 60), high)
    if made:
        found = read_common(page, low, made.start()) if last_noun(text, low, made.start()) else None
        return found if found and found.rule == "document" else None
    if not hit:
        hit = followed_noun(text, max(low, high - 120), high)
        if not hit or len(text[hit.end : high].split()) > _MOST_DEPENDENT:
            return _people(page, low, high)
    start = phrase_start(text, low, hit.start)
    if hit.words[0].isupper() and _MR.search(text, max(0, hit.start - 8), hit.start):
        return None  # 'Mr. King'
    if start == hit.start and hit.words[0].isupper() and " " not in hit.words:
        bearers = {m.actor for m in page.mentions if m.type == "person" and m.actor.endswith(f" {hit.words}")}
        if len(bearers) == 1:
            return Source(start, hit.end, tuple(bearers), "name")  # 'Dean said', of Howard Dean
    if high > hit.end and text.endswith("ed", hit.end, high) and " who " not in text[hit.end : high]:
        # 'the secretary of state disputed', but 'sources in the ministry consulted by'
        by = text.startswith(" by ", high)
        return read_common(page, low, strip_right(text, low, word_start(text, low, high))) if by else None
    if (reduced := _REDUCED.search(text, max(low, start - 40), start)) and last_noun(text, low, reduced.start()):
        # 'the students holding the embassy': the first noun speaks
        found = read_common(page, low, reduced.start())
        return found._replace(end=high) if found else None
    outer = followed_noun(text, max(low, start - 60), start)
    if outer and _PREPOSITION.fullmatch(text, outer.end, start):
        # 'critics of these statements': the first noun speaks
        hit, start = outer, phrase_start(text, low, outer.start)
    if person := _person_of(page, low, start):
        return person
    kind = kind_of(hit.words)
    for mention in reversed(page.mentions_in(start, hit.start)):
        if stands_for(kind, mention):
            return Source(start, high, (mention.actor,), kind)
    if kind in ("body", "fellows"):
        for word in text[start : hit.start].split():
            if actor := people(word)[0]:
                return Source(start, high, (actor,), "body")
    kind = "noun" if kind == "fellows" else kind
    and_before = text.endswith(("and ", "and\n"), low, start)
    two = _TWO_PEOPLES.search(text, max(low, start - 40), start) if and_before else None
    if two and people(two.group(1))[0] and people(text[start : hit.start].strip())[0]:
        start = two.start()  # 'the Norwegian and Danish prime ministers'
    joined = _AND_BEFORE.search(text, max(low, start - 6), start) if and_before and kind == "noun" else None
    mention_before = page.mention_ending(joined.start()) if joined else None
    if mention_before:
        # 'Kallas and other ministers'
        return Source(mention_before.start, high, (mention_before.actor,), "name")
    if joined and (other := last_noun(text, max(low, joined.start() - 30), joined.start())):
        # 'witnesses and aid workers'
        start = phrase_start(text, low, other.start)
    return Source(start, high, (), kind)


def _people(page: Page, low: int, high: int) -> Source | None:
    """Read 'the Norwegians'."""
    start = word_start(page.text, low, high)
    if start - 4 < low or page.text[start - 4 : start].lower() != "the ":
        return None
    actor, kind = people(page.text[start:high])
    plural = kind == "people" or page.text[start:high].endswith(("ese", "ch", "sh", "ss"))
    return Source(start - 4, high, (actor,), "people") if actor and plural else None


def phrase_start(text: str, low: int, noun: int) -> int:
    """Return where the words before a noun begin that belong to it: 'two senior Turkish' officials."""
    start = noun
    while True:
        end = strip_right(text, low, start)
        if end <= low or noun - end > 70:
            return start
        first = word_start(text, low, end)
        word = text[first:end]
        bare = word.strip("“‘\"'(").lower()
        if is_stop_word(bare) or word[-1] in ',;:—–”"' or (word[-1] == "." and not word[0].isupper()):
            # 'we join other leaders': the word behind a pronoun is a verb
            verb = _WORDS.match(text, start) if bare in words("before verb") else None
            part = _ONE_OF.search(text, max(low, start - 28), start) if bare == "of" else None
            return verb.end() + 1 if verb and verb.end() + 1 < noun else part.start() if part else start
        start = first
        if is_opening(bare) or word[0] in "“‘\"'(":
            if text.endswith(("of ", "of\n"), low, start):
                part = _ONE_OF.search(text, max(low, start - 28), start)
            else:
                part = _THE.search(text, max(low, start - 6), start)
            return part.start() if part else start


def _person_of(page: Page, low: int, start: int) -> Source | None:
    """Read the person before 'of the Coast Weekly' and the like."""
    for mention in page.mentions_in(max(low, start - 60), start)[-1:]:
        if mention.type == "person" and _PREPOSITION.fullmatch(page.text, mention.end, start):
            return Source(mention.start, mention.end, (mention.actor,), "name")
    return None


_REDUCED = re.compile(r"\s+(?:[a-z]+ing|[a-z]+ed\s+(?:by|in|on|at))\s+(?:(?:the|an?|its|their)\s+)?$")

_ONE_OF = re.compile(
    r"(?<!\w)(?:one|some|many|several|two|three|most|none|all|both|(?:an?\s+(?:\w+\s+)?)?members?)\s+of\s+$",
    re.IGNORECASE,
)

_THE = re.compile(r"(?<!\w)(?:the|these|those)\s+$", re.IGNORECASE)

_WORDS = re.compile(r"[\w’'-]+")


def first_common(page: Page, low: int, high: int) -> Source | None:
    """Read the phrase of the first common noun that speaks, if a stretch opens with it: 'both sides paid'."""
    nouns, noun_seen = last_words(), False
    for hit in _WORDS.finditer(page.text, low, high):
        word = hit.group()
        noun_seen = noun_seen or word in nouns
        if (noun_seen or people(word)[0]) and (found := read_common(page, low, hit.end())):
            if found.start - low >= 6:
                return None
            after = _WORDS.match(page.text, hit.end() + 1, high)  # 'Opposition' of 'Opposition parties'
            more = after and after.group() in nouns and last_noun(page.text, max(low, after.end() - 30), after.end())
            longer = read_common(page, low, after.end()) if after and more else None
            return longer if longer and longer.start == found.start else found
    return None
