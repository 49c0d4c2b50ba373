"""Titles in running text: where one stands, whose it is, and who bears it if the text says so on the spot.

A title is found by its head ("minister"), read outwards to its whole words ("foreign minister"), and from there to
its owner ("the Kenyan", "Kenya's", "of Kenya") and to a name beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.name.offices import titles
from briefing_lib.find.title.heads import HEADS, find_heads
from briefing_lib.find.title.owners import COUNTERPART, HIS, NONE, PAST, STOP, demonyms, owner_behind, read_left
from briefing_lib.find.title.page import Page, word_start


class TitlePhrase(NamedTuple):
    """Title in a text.

    ``start`` and ``end`` span the whole expression, ``title_start`` the title's own words. ``country`` is the code of
    the state that owns it, ``body`` the organisation or the state without a code; ``seat`` the house or body that is
    named for a state ("Kremlin"). ``lead`` is the word it opens with (the, his, or the owner), ``past`` tells that it
    is held no longer, ``bearer`` who is named beside it.
    """

    start: int
    title_start: int
    end: int
    office: str
    country: str
    body: str
    seat: str
    lead: str
    past: bool
    bearer: str


# Kinds of titles whose bearers are not offices of a state or a body, or rarely stand without a name.
_NOT_KINDS = ("academic", "honorific", "journalist", "activist", "spiritual", "military")
_MORE = ("pope", "pontiff", COUNTERPART, "spy chief", "army chief", "defence chief", "defense chief", "chief diplomat")
# Heads that are ordinary nouns and adjectives as well: they need an owner that is named.
_WEAK = frozenset(
    {
        *("leader", "chief", "secretary", "head", "general", "speaker", "director", "representative", "governor"),
        *("commissioner", "chairman", "chairwoman", "chairperson", "prince", "envoy", "diplomat", "ambassador"),
        *("adviser", "advisor", "negotiator", "spokesman", "spokeswoman", "spokesperson", "senator", "queen"),
    }
)
_PAST_TITLE = re.compile(r"(?:former|ex|late|then)[- ]")
_OF_ITS_COUNTRY = re.compile(r"\s+of\s+(?:the|his|her|its|my|our)\s+(?:country|republic|Republic|state|nation)\b")
# 'the top US diplomat'
_TOP = re.compile(r"\b(?:top|chief)\b")
# Words that make the title a modifier or a mere function: 'the prime minister candidate', "the president's office"
_NO_PERSON = re.compile(
    r"['’]s?\s+(?:office|residence|palace|party|job|post)\b"
    r"|[- ](?:post|job|office|elect|designate|candidate|contest|election|elections|race|role|position|position|level"
    r"|seat|system|reason|concern|aim|goal|cause|rival|executive|assembly|public|election|debate|staff|start|strike"
    r"|purpose|objective|question|state)\b|-"
)
_PREDICATE = re.compile(
    r"\b(?:as|be|been|being|become|becomes|became|elected|named|appointed|remains?|remained|served|serves"
    r"|sworn\s+in\s+as|(?:office|post|role|title|position|job|powers|duties|election|candidates?|election)\s+(?:of|for)"
    r"|vice|deputy)\s+$",
    re.IGNORECASE,
)
_BE = re.compile(r"\s+(?:is|was|becomes?|became|has\s+been|had\s+been)\s+$")
_HONORIFICS = (
    r"(?:(?:(?:Mr|Mrs|Ms|Miss|M|MM|Mme|Dr|Gen|Col|Lt|Adm|Hon|Prof|Smt|H\.\s?E|H\.\s?M)\.?|Sir|Dame|Lord|Lady|Sheikh|Shri|Sri|Herr"
    r"|Frau|Señor|Señora|Madame|General|Colonel|Admiral|His\s+Excellency|Her\s+Excellency|the\s+Honourable)\s+)*"
)
# ' Mr. ', ', H.E. Mr. ' between a title and a name
_NAME_BESIDE = re.compile(rf"\s+{_HONORIFICS}")
_COMMA_NAME = re.compile(rf",\s+{_HONORIFICS}")
_CLOSED = re.compile(r"\s*(?:[,.;:)”\"!?—–]|$|\n|and\b)")
# ', Kengo wa Dondo,' where no lexicon knows the name
_UNLISTED = re.compile(r",\s+([A-Z][\w’'-]+(?:\s+(?:[a-z]{1,3}\s+)?[A-Z][\w’'-]+){1,3}),")
# ' of the central bank' before ', Name'
_OF_COMMON = re.compile(r"\s+(?:of|for|in|at)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+(?=,\s+[A-Z])")
_CAPITAL = re.compile(r"\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]\w+\s+\d)[A-Z][a-zà-ÿ]")
_BEFORE_COMMA = re.compile(r"(?:,\s+\d\d|\s*\([^()\n]{1,30}\))?,\s+(?:then\s+|now\s+)?$")
# 'his Chinese counterpart, Foreign Minister Wang Yi,': a title between the comma and the name
_COMMA_TITLE = re.compile(r",\s+(?:(?:[A-Z][\w’'.-]*|of|for|and|the|in)\s+){1,7}$")
# What follows a weak title that stands for a person: a stop, a verb, a preposition
_ACTS = re.compile(
    r"['’]s\s|\s*(?:[,.;:)”\"!?—–]|$|\n)|\s+(?:[a-z]+ed|[a-z]+ly|[a-z]+ing|[a-z]{3,}s|is|was|has|had|will|would|can|could|may|might"
    r"|must|said|told|met|and|or|in|on|at|to|for|from|by|with|who|as|after|before|that|spoke|made|left|took|gave|held|saw"
    r"|stood|sat|rose|fell|got|kept|felt|found|heard|knew|paid|ran|sold|drew|drove|brought|bought|built|chose|forgot|grew"
    r"|hit|laid|lay|let|meant|read|rode|shook|slept|struck|swore|taught|threw|thought|understood|wore|wrote|became"
    r"|went|came|also|then|of|over|about|but|while|during|when|did|does|put|set|flew|cut|won|lost|led|sent|sought|began"
    r"|[A-Z][a-z]+day)\b"
)


@cache
def _words() -> frozenset[str]:
    """Return the titles that are read: those of offices, and a few of whose kind no other is."""
    found = {row["word"] for row in lexicon.rows("titles") if row["kind"] not in _NOT_KINDS and row["word"].islower()}
    return frozenset(found | set(_MORE) | set(HEADS))


@cache
def _parts() -> frozenset[str]:
    """Return the words of titles behind which others follow."""
    return frozenset(part for words in _words() for part in words.split()[:-1])


def read_titles(page: Page) -> Iterator[TitlePhrase]:
    """Yield the titles of a document in order."""
    sentences = page.sentences
    done, last = 0, None
    for start, end in find_heads(page) if sentences else ():
        if start < done:
            continue
        head = page.text[start:end].lower()
        sentence = sentences[page.sentence_at(start)]
        if not sentence.start <= start < sentence.end or sentence.kind == "boilerplate":
            continue
        found = _read(page, sentence.start, start, end, sentence.end, head, sentence.kind == "headline", last)
        if found:
            done, last = found.end, found
            yield found


def _read(
    page: Page, low: int, start: int, end: int, high: int, head: str, headline: bool, last: TitlePhrase | None
) -> TitlePhrase | None:
    text = page.text
    before = text[word_start(text, low, start - 1) : start].strip().lower() if start > low else ""
    if before in ("mr.", "mr", "madam", "mrs.", "a", "an", "madame"):
        return None  # 'Mr. President'
    inside = page.mentions_in(max(low, start - 200), min(high, end + 60))
    if any(m.start <= start and end <= m.end for m in inside):
        return None
    end = _title_end(text, start, end, high)
    start = _title_start(text, low, start, end)
    if _NO_PERSON.match(text, end, high):
        return None
    office = " ".join(text[start:end].lower().split())
    past = _PAST_TITLE.match(office) is not None
    country, body, seat, reach = owner_behind(page, end, high, office)
    opened, owner, lead, was = read_left(page, low, start, headline)
    if lead in NONE:
        return None
    if owner != ("", "", "") and owner[0] != "?":
        if country or body:
            reach = end  # "Kenya's ambassador to Ghana"
        country, body, seat = owner
    region = owner[0] == "?"
    whole = _OF_ITS_COUNTRY.match(text, end, high)
    reach = whole.end() if whole and reach == end else reach
    if office == "diplomat" and _TOP.search(text, opened, start):
        office = "top diplomat"
    bearer, closed = _bearer(page, low, opened, end, reach, high)
    phrase = TitlePhrase(opened, start, reach, office, country, body, seat, lead, past or was, bearer)
    if not bearer and last and last.bearer and page.text[last.end : opened].strip() == "and":
        # 'Nguyen Manh Cam, Deputy Prime Minister and Minister of Foreign Affairs of Vietnam,'
        bearer, closed, phrase = last.bearer, reach, phrase._replace(bearer=last.bearer)
    if bearer:
        if not (country or body):
            # 'President Rosa Quispe of Peru'
            country, body, seat, closed = owner_behind(page, max(reach, closed), high, office)
            phrase = phrase._replace(country=country, body=body, seat=seat)
        return phrase._replace(end=max(reach, closed))
    if reach == end and not (country or body) and text.startswith((" of ", " for "), end):
        return None  # 'the president of the football club'
    if not lead or region or _CAPITAL.match(text, reach, high) or _is_predicate(text, low, opened, reach, high):
        return None
    if lead in HIS and office != COUNTERPART:
        return None
    own = titles().get(office, ("", ""))[1]
    if not (country or body):
        phrase = phrase._replace(country=own)
    weak = head in _WEAK and not own
    if weak and not _ACTS.match(text, reach, high):
        return None
    return phrase


_PUT_IT = re.compile(r"\s+(?:[a-z]+ed|put|puts|said|says|has|had|once|told|made|wrote|saw|sees)\b")


def _is_predicate(text: str, low: int, opened: int, reach: int, high: int) -> bool:
    """Tell whether a title only says what somebody is: 'elected president', 'as the minister', not 'as he put it'."""
    hit = _PREDICATE.search(text, max(low, opened - 24), opened)
    return hit is not None and not (hit.group().strip().lower() == "as" and _PUT_IT.match(text, reach, high))


def _title_end(text: str, start: int, end: int, high: int) -> int:
    """Return where the title's words end: behind 'of state', 'of foreign affairs'."""
    known = _known_end(text, start, end, high)
    joined = _AND_BRANCH.match(text, known, high) if known > end and text[start] in "Mm" else None
    return joined.end() if joined else known


# 'Minister of Commerce and Industry'
_AND_BRANCH = re.compile(
    r"(?<=[a-z])(?:,\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)*,?\s+and\s+(?:the\s+)?(?!Prime|President|Foreign)[A-Z][\w-]+"
    r"(?=\s*[,.;]|\s+(?:of|[a-z]+(?:ed|s))\b|\s+[A-Z]\w+\s+[A-Z])"
)


def _known_end(text: str, start: int, end: int, high: int) -> int:
    """Return where the longest title that the lexicon knows ends."""
    if text.startswith(" of ", end) or text.startswith(" for ", end) or text.startswith(" at ", end):
        stops = [hit.end() for hit in re.finditer(r"[\w’'-]+", text[end : min(high, end + 50)])][1:7]
        for stop in reversed(stops):
            if " ".join(text[start : end + stop].lower().split()) in _words():
                return end + stop
    return end


_LOWER_WORD = re.compile(r"[a-z][a-z’'-]+$")


def _title_start(text: str, low: int, start: int, end: int) -> int:
    """Return where the title's words begin: at 'foreign' in 'the Kenyan foreign minister'."""
    best = at = start
    words, parts = _words(), _parts()
    for _ in range(5):
        if at <= low or text[at - 1] not in " \n" or text[at - 2] in ",.;:":
            break
        behind, at = at - 1, word_start(text, low, at - 1)
        if text[at:behind].lower() not in parts:
            break  # no title has such a word before others
        if " ".join(text[at:end].lower().split()) in words:
            best = at
    if best == start and text.startswith(("minister", "Minister"), start) and start > low:
        # 'the irrigation minister': any branch may have one
        at = word_start(text, low, start - 1)
        branch = text[at : start - 1]
        free = branch.lower() not in STOP | NONE | PAST | HIS | _ADJECTIVES and branch not in ("the", "this")
        like = branch[:1].isupper() if text[start].isupper() else _LOWER_WORD.match(branch)
        if free and like and branch not in demonyms():
            return at if branch[:1].isalpha() and not branch.endswith(("’s", "'s")) else best
    return best


_ADJECTIVES = frozenset(
    (
        *("new", "visiting", "acting", "outgoing", "interim", "current", "veteran", "top", "senior"),
        *("long-serving", "caretaker", "newly", "elected", "same", "said", "young", "embattled", "transitional"),
        *("the", "this", "two", "both", "own", "present", "sitting", "incumbent", "then-", "chief", "respective"),
    )
)


def _bearer(page: Page, low: int, opened: int, end: int, reach: int, high: int) -> tuple[str, int]:
    """Return who is named beside a title, and where that name ends; '' if nobody is."""
    text = page.text
    common = _OF_COMMON.match(text, reach, high)
    for at in dict.fromkeys((end, reach, common.end() if common else reach)):
        for gap, closing in ((_NAME_BESIDE, False), (_COMMA_NAME, True)):
            hit = gap.match(text, at, high)
            mention = page.mention_starting(hit.end()) if hit else None
            if not mention or mention.type != "person":
                continue
            if not closing or _CLOSED.match(text, mention.end, high):
                return mention.actor, mention.end
    for mention in page.mentions_in(reach, min(high, reach + 70)):
        if mention.type == "person":
            if _COMMA_TITLE.match(text[reach : mention.start]) and _CLOSED.match(text, mention.end, high):
                return mention.actor, mention.end
            break
    unlisted = _UNLISTED.match(text, reach, high)
    if unlisted and not page.mentions_in(unlisted.start(1), unlisted.end(1)):
        return unlisted.group(1), unlisted.end(1)
    for pattern in (_BEFORE_COMMA, _BE):
        before = pattern.search(text, max(low, opened - 40), opened)
        named = page.mention_ending(before.start()) if before else None
        if not named or named.type != "person":
            continue
        if pattern is _BE or _CLOSED.match(text, reach, high) or text.startswith(" who", reach):
            return named.actor, reach
    return "", reach
