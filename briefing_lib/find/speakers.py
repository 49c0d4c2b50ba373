"""Who says it: from the saying word to the noun phrase that is its subject, and from there to an actor.

A phrase is read from the saying word outwards: a name ("Foreign Minister Hakan Fidan"), a pronoun ("he"), or a
common noun of people and bodies that speak (``lexicons/unnamed_sources.csv``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.tables import Mention, Sentence


class Source(NamedTuple):
    """Words that name a source, the actors they stand for (none if unresolved), and the rule that found them."""

    start: int
    end: int
    actors: tuple[str, ...]
    rule: str


class Page(NamedTuple):
    """Document as this module needs it: text, sentences, mentions of actors, and where they start and end."""

    text: str
    sentences: Sequence[Sentence]
    sentence_starts: list[int]
    mentions: Sequence[Mention]
    mention_starts: list[int]
    mention_ends: list[int]


def open_page(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Page:
    """Index a document."""
    return Page(
        text,
        sentences,
        [s.start for s in sentences],
        mentions,
        [m.start for m in mentions],
        [m.end for m in mentions],
    )


_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e|[Bb]oth|[Ww]ho)"
_PRONOUN_LAST = re.compile(rf"(?<![\w’'-]){_PRONOUN}$")
_PRONOUN_FIRST = re.compile(r"(?:he|she|they|it|I|we)\b")
# What may stand between a subject and its verb: 'has repeatedly', 'on Monday', 'will'
_BETWEEN = re.compile(
    r"(?:^|(?<=[\s,]))(?:has|have|had|is|are|was|were|be|been|being|will|would|can|could|may|might|must|should|did|does|do"
    r"|not|never|also|later|then|once|once again|again|still|now|just|even|too|always|often|further|already|since"
    r"|thus|therefore|himself|herself|itself|themselves|tonight|to|in turn|for (?:his|her|its|their) part|better"
    r"|(?!(?:family|ally|assembly|monopoly|supply|reply|daily|weekly|monthly|anomaly)\b)[a-z]+ly"
    r"|(?:earlier |later |early |late )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"|(?:earlier |late |later )?(?:last|this|next) (?:week|month|year|autumn|spring|summer|winter)"
    r"|yesterday|today|earlier)\s*$"
)
_CONTRACTED = re.compile(r"(?<=\w)[’'](?:s|d|ve|re|ll)\s*$")
_BE = re.compile(r"(?:is|are|was|were|be|been|being)\s*$")
# Words that cannot be part of a name's noun phrase, so the phrase begins after them
_BREAKS = re.compile(
    r"(?:^|(?<=[\s“‘\"(—–]))(?:that|while|but|as|because|although|though|when|whenever|if|where|since|whereas|after|before|until"
    r"|than|whether|so|or|like|yet|once|unless|why|how|what|which|whom|said|says|say|told|saying|according to"
    r"|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|be|been)\s+",
)
_APPOSITIVE = re.compile(
    r"\s*(?:an?|who|which|whose|whom|where|when|while|as|if|his|her|its|their|one|some|in|on|at|after|before|during|with|by|for|from|of"
    r"|to|under|over|since|until|despite|amid|following|citing|speaking|formerly|former|then|now|also|however|meanwhile"
    r"|too|himself|herself|itself|himself|both|and|but|or|not|\d+|[a-z]+ing|[a-z]+ly|[a-z]+ed)\b"
)
_FRONTED = re.compile(
    r"\s*(?:in|on|at|after|before|during|with|by|for|from|of|to|under|since|until|despite|amid|following|as|when|while|if|although"
    r"|though|because|speaking|citing|asked|according|last|earlier|later|meanwhile|however|then|also|but|and|yet|so|[a-z]+ing)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,?\s+(?:and|or|et|und)|\s*&|,)\s+(?:the\s+)?(?:[\w.’'-]+\s+){0,6}$")
_TITLES = re.compile(r"(?:(?:[A-Z][\w.’'-]*|[a-z]+[- ]?(?:minister|president|secretary|spokes\w+|leader|chief|envoy))\s+|the\s+)*$")
_OF = re.compile(r"\s(?:of|for|from|in|at|with|to|by|on|inside|near|outside|within)\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?(?:[\w.’'-]+\s+){0,4}$")
_UNKNOWN_NAME = re.compile(r"(?:(?:[A-Z][\w’'-]*\.?|de|da|von|van|al|bin|el)\s+){0,4}[A-Z][\w’'-]*$")
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]\s*$")
_DETERMINER = re.compile(r"(?:the|an?|this|that|these|those|his|her|its|their|our|my)\s+", re.IGNORECASE)


@cache
def _nouns() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in lexicon.rows("unnamed_sources")}


@cache
def _noun_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon.pattern_of([*_nouns(), *(word.capitalize() for word in _nouns() if word[0].islower())])
    last = re.compile(rf"(?<![\w’'])(?:{words})$")
    anywhere = re.compile(rf"(?<![\w’'-])(?:{words})(?=\s+(?:of|for|from|in|at|with|to|by|on|close|familiar|near|inside|who)\b)")
    return last, anywhere


def _kind_of(noun: str) -> str:
    nouns = _nouns()
    noun = " ".join(noun.split())
    return nouns.get(noun) or nouns.get(noun[:1].lower() + noun[1:]) or nouns.get(noun.lower(), "person")


def mention_ending(page: Page, end: int) -> int:
    """Return the index of the mention that ends at an offset, or -1."""
    i = bisect_left(page.mention_ends, end)
    return i if i < len(page.mentions) and page.mention_ends[i] == end else -1


def mentions_in(page: Page, start: int, end: int) -> Sequence[Mention]:
    """Return the mentions inside a stretch of text."""
    return page.mentions[bisect_left(page.mention_starts, start) : bisect_right(page.mention_ends, end)]


class Subject(NamedTuple):
    """Subject of a saying verb: the source (None if there is none), where it begins, and the verb's auxiliaries."""

    source: Source | None
    start: int
    passive: bool
    infinitive: bool
    negated: bool
    comma: bool
    modal: bool


_MODAL = frozenset("will would can could may might must should did does do to".split())


def find_subject(page: Page, low: int, verb: int) -> Subject:
    """Find the subject to the left of a verb.

    Args:
        page: the document.
        low: offset before which not to look.
        verb: where the verb starts.
    """
    text = page.text
    low = max(low, verb - 400)
    words = text[low:verb]
    end, passive, infinitive, negated = len(words.rstrip()), False, False, False
    comma = modal = False
    while end:
        hit = _BETWEEN.search(words, max(0, end - 40), end) or _CONTRACTED.search(words, max(0, end - 5), end)
        if not hit:
            break
        word = hit.group().strip()
        passive = passive or bool(_BE.match(word))
        infinitive = infinitive or word == "to"
        modal = modal or word in _MODAL
        negated = negated or word in ("not", "never")
        end = len(words[: hit.start()].rstrip())
        if end and words[end - 1] == ",":
            break
    comma = bool(end) and words[end - 1] == ","
    if comma:
        source = _before_comma(page, low, low + end - 1)
    else:
        source = _phrase(page, _piece_start(text, low, low + end), low + end)
    return Subject(source, source.start if source else low + end, passive, infinitive, negated, comma, modal)


def _piece_start(text: str, low: int, high: int) -> int:
    """Return where the stretch between commas begins that ends at high."""
    start = max(text.rfind(mark, low, high) for mark in (", ", "; ", ": ", " — ", " – ", " - ", "\n")) + 1
    start = max(start, low)
    for mark in ("— ", "– ", "- "):
        if text.startswith(mark, start):
            start += 2
    return start


def _before_comma(page: Page, low: int, comma: int) -> Source | None:
    """Find the subject before an apposition or a relative clause: 'Hugh Hill, a doctor, said'."""
    text = page.text
    pieces: list[tuple[int, int]] = []
    high = comma
    while high > low and len(pieces) < 8:
        start = _piece_start(text, low, high)
        pieces.append((start, high))
        if start <= low:
            break
        high = start - 1
        if text[high : high + 1] != ",":
            break
    best: Source | None = None
    for number, (start, end) in enumerate(pieces):
        if _APPOSITIVE.match(text, start, end) and number + 1 < len(pieces):
            continue
        source = _phrase(page, start, end)
        if not source:
            continue
        if number == 0 and source.rule == "noun" and len(pieces) > 1:
            best = source
            continue
        if source.rule == "name" and _is_person(page, source):
            return source
        if best is None or best.rule == "noun":
            best = source
    return best


def _is_person(page: Page, source: Source) -> bool:
    return any(m.type == "person" and m.actor in source.actors for m in mentions_in(page, source.start, source.end))


def _phrase(page: Page, low: int, high: int) -> Source | None:
    """Read the noun phrase that ends at high."""
    text = page.text
    high = low + len(text[low:high].rstrip())
    while hit := _PARENTHESIS.search(text, max(low, high - 64), high):
        high = low + len(text[low : hit.start()].rstrip())
    if high <= low:
        return None
    if hit := _PRONOUN_LAST.search(text, max(low, high - 8), high):
        if hit.group().lower() == "who":
            return _antecedent(page, low, hit.start())
        return Source(hit.start(), high, (), "pronoun")
    for hit in _BREAKS.finditer(text, low, high):
        low = hit.end()
    i = mention_ending(page, high)
    if i >= 0:
        return _named(page, i, low)
    return _common(page, low, high) or _unknown(page, low, high)


def _antecedent(page: Page, low: int, high: int) -> Source | None:
    """Find whom 'who' stands for: the phrase before it, or before the comma before it."""
    text = page.text
    end = len(text[: high].rstrip()) if high < 400 else high - 400 + len(text[high - 400 : high].rstrip())
    if end and text[end - 1] == ",":
        start = page.sentence_starts[max(0, bisect_right(page.sentence_starts, end - 1) - 1)]
        return _before_comma(page, max(start, end - 300), end - 1)
    if end <= low:
        return None
    source = _phrase(page, low, end)
    if source and source.actors:
        return source
    # 'trading partners who': what the apposition stands beside
    comma = _piece_start(text, max(0, low - 300), end)
    if comma > 1 and text[comma - 1] == ",":
        i = mention_ending(page, comma - 1)
        if i >= 0:
            return _named(page, i, max(0, comma - 200))
    return source


def _named(page: Page, i: int, low: int) -> Source | None:
    """Read a phrase that ends with a name: with the names joined to it, or the noun it depends on."""
    text = page.text
    mention = page.mentions[i]
    if mention.type == "place" and mention.role == "place":
        return _of_a_noun(page, mention, low)
    if found := _of_a_noun(page, mention, low):
        return found
    start = mention.start
    actors = [mention.actor]
    while hit := _AND.search(text, max(low, start - 90), start):
        before = mention_ending(page, hit.start())
        if before < 0 or not _TITLES.match(text, low, page.mentions[before].start):
            break
        title = _TITLES.search(text, max(low, page.mentions[before].start - 80), page.mentions[before].start)
        lead = text[low : title.start()].strip() if title else "x"
        if lead and not _FRONTED.match(lead):
            break
        actors.insert(0, page.mentions[before].actor)
        start = page.mentions[before].start
    return Source(start, mention.end, tuple(dict.fromkeys(actors)), "name")


def _of_a_noun(page: Page, mention: Mention, low: int) -> Source | None:
    """Read 'officials in Lima', 'a spokesman for the European Commission', 'Leila Haddad of Chatham House'."""
    text = page.text
    hit = _OF.search(text, max(low, mention.start - 60), mention.start)
    if not hit:
        return None
    while inner := _OF.search(text, hit.start() + 1, mention.start):
        hit = inner
    end = hit.start()
    head = mention_ending(page, end)
    if head >= 0 and page.mentions[head].type == "person":
        person = page.mentions[head]
        return Source(person.start, mention.end, (person.actor,), "name")
    found = _common(page, low, end)
    if not found:
        outer = _OF.search(text, low, end)
        found = _common(page, low, outer.start()) if outer else None
    if not found:
        return None
    if found.rule == "body" and not found.actors:
        return Source(found.start, mention.end, (mention.actor,), "body")
    return Source(found.start, mention.end, found.actors, found.rule)


def _common(page: Page, low: int, high: int) -> Source | None:
    """Read a phrase that ends with a common noun of people or bodies that speak."""
    text = page.text
    last, anywhere = _noun_patterns()
    hit = last.search(text, max(low, high - 40), high)
    tail = high
    if not hit:
        for hit in anywhere.finditer(text, max(low, high - 120), high):
            break
        if not hit or len(text[hit.end() : high].split()) > 7:
            return None
    noun, start = hit.group(), _np_start(text, low, hit.start())
    kind = _kind_of(noun)
    inside = mentions_in(page, start, hit.start())
    persons = [m for m in mentions_in(page, hit.end(), tail) if m.end == tail and m.type == "person"]
    if persons:
        return Source(start, tail, (persons[0].actor,), "name")
    if kind == "body" and inside:
        return Source(start, tail, (inside[-1].actor,), "body")
    return Source(start, tail, (), "title" if kind == "title" else "body" if kind == "body" else "noun")


# Words a phrase may hold before its noun: 'the', 'senior', 'Turkish', 'two', "country's"
_STOP_WORDS = frozenset(
    "and or but of for from in at with to by on as that which who when while if than then after before said says told is are was"
    " were has have had will would because since until about into over under between against though although where so yet"
    " not also only just even still now it he she they we i there here what how why whether like during following amid despite".split()
)


def _np_start(text: str, low: int, noun: int) -> int:
    start = noun
    window = max(low, noun - 90)
    for word in reversed(list(re.finditer(r"\S+", text[window:noun]))):
        token = word.group()
        if token.lower().strip("“‘\"'(") in _STOP_WORDS or token[-1] in ",;:.—–" and not re.search(r"\b[A-Z][\w.]*\.$", token):
            break
        start = window + word.start()
        if token.lower() in ("the", "a", "an", "this", "these", "those", "some", "several", "many", "both", "its", "his", "her", "their"):
            break
        if token[0] in "“‘\"'(":
            break
    return start


_CALENDAR = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday"
    " Sunday".split()
)


def _unknown(page: Page, low: int, high: int) -> Source | None:
    """Read a name that no lexicon knows."""
    hit = _UNKNOWN_NAME.search(page.text, max(low, high - 60), high)
    if not hit or hit.group().lower() in _STOP_WORDS or hit.group() in _CALENDAR or _DETERMINER.match(hit.group() + " "):
        return None
    return Source(hit.start(), high, (page.text[hit.start() : high],), "unknown name")


# 'said Hugh Hill, a doctor', 'said Brazilian Foreign Minister Mauro Vieira', 'said the ministry'
_RIGHT_END = re.compile(
    r"[,.;:!?\n—–(“”\"]|\s(?:on|in|at|after|before|during|who|which|when|while|as|to|with|by|that|and|from|but|about|last|late|early|earlier"
    r"|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|adding|referring|speaking|commenting|citing)\b"
)
_JOINS = ("by", "from", "in", "at", "with")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Adm|Prof|St|Sgt|Capt|Maj|Sec))\.$")


def find_right(page: Page, start: int, high: int) -> Source | None:
    """Find the noun phrase to the right: after 'said', after 'according to', before 'put it'."""
    text = page.text
    while start < high and text[start] == " ":
        start += 1
    if hit := _PRONOUN_FIRST.match(text, start, high):
        return Source(hit.start(), hit.end(), (), "pronoun")
    end = _right_end(page, start, high)
    inside = mentions_in(page, start, end)
    if inside:
        return _right_named(page, start, end, inside)
    # 'said the head of the agency'
    last, _ = _noun_patterns()
    stretch = text[start:end].rstrip()
    for cut in range(len(stretch), 0, -1):
        if cut < len(stretch) and not stretch[cut].isspace():
            continue
        if last.search(stretch, max(0, cut - 40), cut):
            kind = _kind_of(last.search(stretch, max(0, cut - 40), cut).group())
            full = high if cut == len(stretch) else start + len(stretch)
            del full
            return Source(start, start + len(stretch), (), "title" if kind == "title" else "body" if kind == "body" else "noun")
    hit = _UNKNOWN_NAME.search(stretch)
    if hit and hit.start() <= 60 and stretch:
        return Source(start + hit.start(), start + hit.end(), (hit.group(),), "unknown name")
    return None


def _right_end(page: Page, start: int, high: int) -> int:
    text = page.text
    last, _ = _noun_patterns()
    at = start
    while True:
        hit = _RIGHT_END.search(text, at, min(high, start + 200))
        if not hit:
            return min(high, start + 200)
        if hit.group().strip() in _JOINS and last.search(text, max(start, hit.start() - 40), hit.start()):
            at = hit.end()
            continue
        i = bisect_right(page.mention_starts, hit.start()) - 1
        if i >= 0 and page.mention_ends[i] > hit.start() > page.mention_starts[i]:
            at = page.mention_ends[i]
            continue
        if hit.group() == "." and _ABBREVIATED.search(text, max(start, hit.start() - 6), hit.end()):
            at = hit.end()
            continue
        return hit.start()


def _right_named(page: Page, start: int, end: int, inside: Sequence[Mention]) -> Source | None:
    text = page.text
    first = inside[0]
    for mention in inside:
        if mention.type == "person":
            joined = [mention.actor]
            reach = mention.end
            for other in inside[inside.index(mention) + 1 :]:
                if other.type == "person" and re.fullmatch(r"\s+(?:and|&)\s+(?:[\w.’'-]+\s+){0,5}", text[reach : other.start]):
                    joined.append(other.actor)
                    reach = other.end
            return Source(start, reach, tuple(dict.fromkeys(joined)), "name")
    last, anywhere = _noun_patterns()
    noun = last.search(text, start, end) or anywhere.search(text, start, end)
    if noun:
        kind = _kind_of(noun.group())
        if kind == "body":
            return Source(start, end, (inside[-1].actor,), "body")
        if noun.start() > first.start or _OF.search(text, noun.end(), first.start):
            return Source(start, end, (), "title" if kind == "title" else "noun")
    actors = [m.actor for m in inside] if re.search(r"\sand\s", text[first.end : inside[-1].start]) else [inside[-1].actor]
    if first.type == "place" and first.role == "place" and len(inside) == 1:
        return None
    return Source(start, end, tuple(dict.fromkeys(actors)), "name")


def words_of(page: Page, source: Source) -> str:
    """Return a source's words without its article."""
    words = " ".join(page.text[source.start : source.end].split())
    return _DETERMINER.sub("", words, count=1) if _DETERMINER.match(words) else words
