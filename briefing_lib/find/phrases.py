"""Noun phrases that can speak: a name, a pronoun, or a common noun of people, bodies and papers.

A phrase is read from its last word backwards: "Estonian Foreign Minister Kaja Kallas", "a spokesman for the European
Commission", "two officials in Lima". The common nouns are data (``lexicons/unnamed_sources.csv``): their kind says
whether they keep their words (person), stand for one known person (title), or for the body or state they belong to.
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
    """Words that name a source, the actors they stand for (none if not known yet), and the rule that read them."""

    start: int
    end: int
    actors: tuple[str, ...]
    rule: str


class Page(NamedTuple):
    """Document with its sentences and mentions, and where they start and end."""

    text: str
    sentences: Sequence[Sentence]
    sentence_starts: list[int]
    mentions: Sequence[Mention]
    mention_starts: list[int]
    mention_ends: list[int]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the last sentence that starts at or before an offset, -1 if there is none."""
        return bisect_right(self.sentence_starts, offset) - 1

    def mention_ending(self, end: int) -> Mention | None:
        """Return the mention that ends at an offset."""
        i = bisect_left(self.mention_ends, end)
        return self.mentions[i] if i < len(self.mentions) and self.mention_ends[i] == end else None

    def mention_starting(self, start: int) -> Mention | None:
        """Return the mention that starts at an offset."""
        i = bisect_left(self.mention_starts, start)
        return self.mentions[i] if i < len(self.mentions) and self.mention_starts[i] == start else None

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions inside a stretch of text."""
        return self.mentions[bisect_left(self.mention_starts, start) : bisect_right(self.mention_ends, end)]


def open_page(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Page:
    """Index a document."""
    return Page(
        text, sentences, [s.start for s in sentences], mentions, [m.start for m in mentions], [m.end for m in mentions]
    )


# 'he', 'who' at the end of a stretch
_PRONOUN = re.compile(r"(?<![\w’'-])(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e|[Bb]oth|[Ww]ho)$")
# '(left)', '[of Norway]' behind a name
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]\s*$")
# The last word that cannot stand inside a phrase: the phrase begins after it
_BREAK = re.compile(
    r"(?s).*(?<![\w’'-])(?:that|while|but|as|because|although|though|when|whenever|if|where|since|whereas|after|before|until"
    r"|than|whether|so|or|like|yet|once|unless|why|how|what|which|whom|[Ss]aid|[Ss]ays|say|told|saying|according\s+to"
    r"|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|been|not)\s+"
)
# Words between 'and' and a name, or before a name: 'and the Armenian prime minister'
_TITLED = r"(?:(?:the|his|her|its|their|an?)\s+)?(?:[\w.’'-]+\s+){0,9}"
_AND = re.compile(rf"(?:,?\s+(?:and|or)\s+|\s*&\s*){_TITLED}$")
_LISTED = re.compile(rf",\s+{_TITLED}$")
_ONLY_TITLES = re.compile(r"[\s“‘\"(]*(?:(?:[A-Z][\w.’'-]*|[Tt]he|[a-z]+[- ]?(?:minister|president|secretary|leader|chief|envoy)|former|both|prime|foreign)\s+)*")
# 'of the', 'for Germany’s' before a name: the phrase may depend on a noun
_OF = re.compile(r"\s(?:of|for|from|in|at|with|to|by|on|inside|near|outside|within)\s+(?:(?:the|its|his|her|their)\s+)?(?:[A-Z][\w.’'-]*\s+){0,4}$")
_NAME = re.compile(r"(?:(?:[A-Z][\w’'-]*\.?|de|da|van|von|al|bin|el)\s+){0,4}[A-Z][\w’'-]*$")
_DETERMINED = re.compile(
    r"(?<![\w’'-])(?:the|an?|his|her|its|their|one|another|some|many|several|most|few|two|three)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+$", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:the|an?|this|that|these|those|his|her|its|their|our|my)\s+", re.IGNORECASE)
_OPENING = frozenset("the a an this these those some several many both its his her their one two three".split())
_STOP_WORDS = frozenset(
    "and or but of for from in at with to by on as that which who when while if than then after before said says told is are was"
    " were has have had will would because since until about into over under between against though although where so yet"
    " not also only just even still now it he she they we i there here what how why whether like during following amid despite"
    " including met with".split()
)
_CALENDAR = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday"
    " Sunday".split()
)


@cache
def _nouns() -> dict[str, str]:
    titles = {row["word"]: "title" for row in lexicon.rows("titles") if row["word"][0].islower() and row["kind"] != "honorific"}
    return {**titles, **{row["word"]: row["kind"] for row in lexicon.rows("unnamed_sources")}}


@cache
def _noun_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for a noun at the end of a stretch, and for one that a preposition follows."""
    words = lexicon.pattern_of({*_nouns(), *(word[0].upper() + word[1:] for word in _nouns())})
    return (
        re.compile(rf"(?<![\w’'])(?:{words})$"),
        re.compile(rf"(?<![\w’'-])(?:{words})(?=\s+(?:of|for|from|in|at|with|to|by|on|close|familiar|near|inside|who)\s)"),
    )


@cache
def _last_words() -> frozenset[str]:
    return frozenset(noun.lower().split()[-1] for noun in _nouns())


@cache
def _demonyms() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["actor"], row["kind"]) for row in lexicon.rows("demonyms") if row["actor"]}


def _kind_of(noun: str) -> str:
    noun = " ".join(noun.split())
    return _nouns().get(noun) or _nouns().get(noun[0].lower() + noun[1:], "person")


def is_title_word(word: str) -> bool:
    """Tell whether a word may stand in a title: 'minister', 'leader', 'analyst'."""
    return word in _nouns() or word in _TITLE_WORDS


_TITLE_WORDS = frozenset("prime foreign defence defense interior finance trade political military former acting deputy vice top chief senior general".split())


def words_of(page: Page, source: Source) -> str:
    """Return a source's words without its article, as one line."""
    words = " ".join(page.text[source.start : source.end].split())
    hit = _ARTICLE.match(words)
    return words[hit.end() :] if hit else words


def strip_right(text: str, low: int, high: int) -> int:
    """Return where a stretch ends without the white space behind it."""
    while high > low and text[high - 1].isspace():
        high -= 1
    return high


def read_phrase(page: Page, low: int, high: int) -> Source | None:
    """Read the noun phrase that ends at high, looking no further back than low."""
    text = page.text
    high = strip_right(text, low, high)
    while high > low and text[high - 1] in ")]" and (hit := _BRACKET.search(text, max(low, high - 64), high)):
        high = strip_right(text, low, hit.start())
    if high <= low:
        return None
    if high - low < 3 or text[high - 1] in "eIytho":
        hit = _PRONOUN.search(text, max(low, high - 5), high)
        if hit:
            if hit.group().lower() == "who":
                return _antecedent(page, low, hit.start())
            return Source(hit.start(), high, (), "pronoun")
    if hit := _BREAK.match(text, max(low, high - 200), high):
        low = hit.end()
    mention = page.mention_ending(high)
    if mention:
        return _named(page, mention, low)
    return _common(page, low, high) or _unlisted(page, low, high)


def read_words(page: Page, low: int, high: int) -> Source | None:
    """Read any phrase with a determiner, for verbs that only speakers can have: 'the fisherman said'."""
    high = strip_right(page.text, low, high)
    if hit := _BREAK.match(page.text, max(low, high - 200), high):
        low = hit.end()
    best = None
    for hit in _DETERMINED.finditer(page.text, max(low, high - 60), high):
        best = hit
    return Source(best.start(), high, (), "words") if best else None


def _antecedent(page: Page, low: int, high: int) -> Source | None:
    """Find whom 'who' stands for: the phrase before it, or before the comma before it."""
    text = page.text
    end = strip_right(text, max(0, high - 4), high)
    start = page.sentence_starts[max(0, page.sentence_at(high))]
    if end <= start:
        return None
    if text[end - 1] == ",":
        end = _before_time(text, start, end - 1)
        return read_phrase(page, max(start, end - 200), end) or _bare(page, end)
    source = read_phrase(page, low, end)
    if source and (source.actors or source.rule != "noun"):
        return source
    # 'Norway and Iceland, trading partners who': what the apposition stands beside
    piece = source.start if source else max(low, text.rfind(", ", start, end) + 2)
    before = strip_right(text, max(start, piece - 4), piece)
    mention = page.mention_ending(before - 1) if before > start and text[before - 1] == "," else None
    if mention:
        return _named(page, mention, max(start, mention.start - 200)) or _bare(page, before - 1)
    return source or _bare(page, end)


# 'the ambassador on Thursday night, who'
_TIME = re.compile(r"\s+(?:on\s+|late\s+|early\s+)?(?:[A-Z][a-z]+day(?:\s+(?:night|morning|evening|afternoon))?|yesterday|today|last\s+(?:week|month|year))$")


def _before_time(text: str, low: int, high: int) -> int:
    hit = _TIME.search(text, max(low, high - 30), high)
    return hit.start() if hit else high


def _bare(page: Page, end: int) -> Source | None:
    mention = page.mention_ending(end)
    return Source(mention.start, mention.end, (mention.actor,), "name") if mention else None


def _named(page: Page, mention: Mention, low: int) -> Source | None:
    """Read a phrase that ends with a name: with the names joined to it, or the noun it depends on."""
    text = page.text
    start, actors = mention.start, [mention.actor]
    pattern, floor = _AND, low
    while hit := pattern.search(text, max(floor, start - 90), start):
        before = page.mention_ending(hit.start())
        if before is None:
            break
        lead = text[max(floor, before.start - 90) : before.start]
        if not (_ONLY_TITLES.fullmatch(lead) or _LISTED.search(lead) or _AND.search(lead) or _OF.search(lead) or _is_fronted(lead)):
            break
        actors.insert(0, before.actor)
        start = before.start
        pattern, floor = _LISTED, page.sentence_starts[max(0, page.sentence_at(start))]
    actors = list(dict.fromkeys(actors))
    preposition = _OF.search(text, max(low, start - 60), start)
    if not preposition:
        return Source(start, mention.end, tuple(actors), "name")
    return _of_noun(page, preposition, mention, actors, low)


_FRONT = re.compile(r"\s*(?:[A-Z][a-z]+ing|In|On|At|After|Before|During|With|Last|Earlier|Later|Meanwhile|However|Both|Also)\b")


def _is_fronted(lead: str) -> bool:
    return bool(_FRONT.match(lead.rpartition(",")[0] or lead))


def _of_noun(page: Page, hit: re.Match[str], mention: Mention, actors: list[str], low: int) -> Source | None:
    """Read 'officials in Lima', 'a spokesman for the European Commission', 'Leila Haddad of Chatham House'."""
    head = page.mention_ending(hit.start())
    if head and head.type == "person":
        return Source(head.start, mention.end, (head.actor,), "name")
    found = _head_person(page, low, hit.start()) or _common(page, low, hit.start())
    if found and found.rule == "title" and mention.type == "person":
        return Source(found.start, mention.end, tuple(actors), "name")
    if not found:
        return None
    stands = tuple(actors) if _stands_for(found.rule, mention) else ()
    return Source(found.start, mention.end, found.actors or stands, found.rule)


_DEPENDS = re.compile(r"\s+(?:of|at|from|for|with|in)\s")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says|met|told|[a-z]{3,}ed)\b")


def _head_person(page: Page, low: int, high: int) -> Source | None:
    """Read 'Director Peter Kagwanja of the programme on governance at' before a name: the person the words depend on."""
    text = page.text
    for mention in page.mentions_in(max(low, high - 160), high):
        if mention.type == "person":
            if _DEPENDS.match(text, mention.end) and not _VERB.search(text, mention.end, high):
                return Source(mention.start, mention.end, (mention.actor,), "name")
            return None
    return None


def _stands_for(kind: str, mention: Mention) -> bool:
    """Tell whether a noun beside a name stands for it: a spokesman for his body, a letter for its writer."""
    return kind == "document" or (kind in ("spokesman", "body") and mention.type != "person")


def _common(page: Page, low: int, high: int) -> Source | None:
    """Read a phrase that ends with a common noun that speaks, or with one and what depends on it."""
    text = page.text
    last, followed = _noun_patterns()
    end_word = text[max(text.rfind(" ", low, high), low - 1) + 1 : high]
    hit = last.search(text, max(low, high - 30), high) if end_word.lower() in _last_words() else None
    if not hit:
        hit = followed.search(text, max(low, high - 120), high)
        if not hit or len(text[hit.end() : high].split()) > 7:
            return _people(page, low, high)
    start = _phrase_start(text, low, hit.start())
    if (outer := followed.search(text, max(low, start - 60), start)) and _PREPOSED.fullmatch(text, outer.end(), start):
        # 'critics of these statements': the first noun speaks
        hit, start = outer, _phrase_start(text, low, outer.start())
    kind = _kind_of(hit.group())
    rule = "noun" if kind == "person" else kind
    for mention in reversed(page.mentions_in(start, hit.start())):
        if _stands_for(kind, mention):
            return Source(start, high, (mention.actor,), rule)
    if kind == "body":
        for word in text[start : hit.start()].split():
            if word in _demonyms():
                return Source(start, high, (_demonyms()[word][0],), rule)
    if kind == "person" and (joined := re.compile(r"\s+and\s+$").search(text, max(low, start - 6), start)):
        mention = page.mention_ending(joined.start())
        if mention:
            return Source(mention.start, high, (mention.actor,), "name")
    return Source(start, high, (), rule)


_PREPOSED = re.compile(r"\s+(?:of|for|from|in|at|with|on)\s+")


def first_noun(page: Page, low: int, high: int) -> Source | None:
    """Read the phrase of the first common noun that speaks: 'both sides paid attention'."""
    text = page.text
    for hit in _FIRST_WORDS.finditer(text, low, high):
        if found := _common(page, low, hit.end()):
            return found if found.start - low < 6 else None
    return None


_FIRST_WORDS = re.compile(r"[\w’'-]+")


def _people(page: Page, low: int, high: int) -> Source | None:
    """Read 'the Norwegians'."""
    start = page.text.rfind(" ", low, high) + 1
    word = page.text[max(start, low) : high]
    actor, kind = _demonyms().get(word, ("", ""))
    if kind != "people" and not (kind == "adjective" and word.endswith(("ese", "ch", "sh", "ss"))):
        return None
    article = page.text[max(low, start - 4) : start].strip().lower()
    return Source(start - 4, high, (actor,), "people") if article == "the" else None


def _phrase_start(text: str, low: int, noun: int) -> int:
    """Return where the words before a noun begin that belong to it: 'two senior Turkish' officials."""
    start = noun
    while True:
        end = strip_right(text, low, start)
        if end <= low or noun - end > 70:
            return start
        first = max(text.rfind(" ", low, end), text.rfind("\n", low, end), low - 1) + 1
        word = text[first:end]
        bare = word.strip("“‘\"'(").lower()
        if bare in _STOP_WORDS or word[-1] in ",;:—–”\"" or (word[-1] == "." and not word[0].isupper()):
            return start
        start = first
        if bare in _OPENING or word[0] in "“‘\"'(":
            return start


def _unlisted(page: Page, low: int, high: int) -> Source | None:
    """Read a name that no lexicon knows."""
    hit = _NAME.search(page.text, max(low, high - 60), high)
    if not hit:
        return None
    words = hit.group()
    if words.lower() in _STOP_WORDS or words in _CALENDAR or _ARTICLE.match(words + " "):
        return None
    if hit_the := re.match(r"(?:The|A|An|But|And|As|If|In)\s+", words):
        return Source(hit.start(), high, (words[hit_the.end() :],), "unlisted")
    return Source(hit.start(), high, (words,), "unlisted")
