"""The top of a document: letterhead, section, headline with its decks, bylines and caption above the running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.read.captions import is_caption
from briefing_lib.read.datelines import read_place
from briefing_lib.read.lines import (
    BY,
    CLOSED,
    NAME,
    SECTION,
    given_names,
    is_body,
    is_byline,
    is_letterhead,
    is_title_like,
    states,
)
from briefing_lib.read.paragraphs import Paragraph, is_hard_wrapped
from briefing_lib.read.speakers import no_persons

_DEEPEST = 20  # lines from the first one that can be above the running text
# 'Latin America correspondent', 'Chronicle Staff Correspondent', 'Africa editor', 'Chief Economist': below a name
_ROLE = re.compile(
    r"(?:[\w&'’-]+,? ){0,5}(?:correspondents?|staff writers?|bureau chief|columnist|(?:contributing|political|world"
    r"|africa|asia"
    r"|europe|diplomatic|foreign|economics|business) (?:writer|editor|reporter)|in [A-Z][\w ]{2,25})$"
    r"|(?:[\w-]+ ){0,3}(?:fellow|professor|director|researcher|lecturer|analyst|scholar|adviser|advisor"
    r"|economist)\b[^.!?]{0,90}(?<!,)$",
    re.IGNORECASE,
)
# 'The minister has today announced': a sentence of the text rather than a second headline
_TOLD = re.compile(r"\b(?:has|have|had|was|were|said|today|yesterday|[A-Z][a-z]+day|announced|I|we)\b")
# 'Ann Lee (with agencies)', 'Ann Lee, Joe Doe'
_WITH = re.compile(r"\s*\([^()]{3,40}\)$")
_PARTICLES = frozenset(("of", "for", "the", "and", "on", "in", "de", "da", "do", "du", "des", "la", "le", "&"))


def mark_top(paragraphs: Sequence[Paragraph], spoken: Sequence[bool], kinds: list[str]) -> None:
    """Mark letterhead, section, headline, bylines and caption, which stand before the first paragraph of running
    text.

    Args:
        paragraphs: the document's paragraphs.
        spoken: for each, whether it begins with a speaker's label.
        kinds: their kinds, '' where unknown; changed in place.
    """
    titled = False
    before = ""  # kind of the line above, lines of the page aside
    until_speech = next((i for i, speaks in enumerate(spoken) if speaks), -1)
    for i, paragraph in enumerate(paragraphs[:_DEEPEST]):
        words = paragraph.text
        if kinds[i]:
            continue
        more = i + 2 < len(paragraphs)
        if is_caption(words, first=True):
            kinds[i] = "caption"
        elif more and not titled and SECTION.match(words):
            kinds[i] = "boilerplate"
        elif (
            (more and _is_issuer(paragraphs, spoken, kinds, i, titled))
            or (is_byline(words) and not spoken[i])
            or (titled and not spoken[i] and _is_credit(paragraphs, i))
            or (before == "byline" and titled and len(words) < 110 and _ROLE.match(words))
        ):
            kinds[i] = before = "byline"
        elif not titled and not spoken[i] and _is_headline(paragraphs, spoken, i):
            if _is_site(paragraphs, spoken, kinds, i):
                kinds[i] = "boilerplate"
            else:
                kinds[i], titled, before = "headline", True, "headline"
        elif titled and before == "headline" and not spoken[i] and _is_closed_deck(paragraphs, kinds, i):
            kinds[i] = "headline"
        elif spoken[i] or len(words) > 150 or (CLOSED.search(words) and not words.isupper()):
            break
        elif titled and before == "headline" and (words.isupper() or _is_deck(paragraphs, i, until_speech > i)):
            kinds[i] = "headline"  # the deck below it
        elif (
            titled and until_speech > i and is_title_like(words) and not words.endswith("?") and not words[0].isdigit()
        ):
            kinds[i] = before = "byline"  # who is going to speak, and where


def is_lone_name(words: str) -> bool:
    """'Karl Muster', 'Ann Lee and Joe Doe' below a headline: capitalised words, the first of one of them a given
    name.

    >>> is_lone_name("Ann Lee and Joe Doe"), is_lone_name("Border Trade")
    (True, False)
    """
    people = re.split(r",? and |, | & ", words)
    names = all(re.fullmatch(NAME, person) for person in people)
    return len(words) < 100 and names and any(person.split()[0] in given_names() for person in people)


def _is_issuer(
    paragraphs: Sequence[Paragraph], spoken: Sequence[bool], kinds: Sequence[str], i: int, titled: bool
) -> bool:
    """'MINISTRY OF EXTERNAL AFFAIRS', 'HARROWGATE INSTITUTE', 'The Border Times': who issues what stands below."""
    words = paragraphs[i].text
    if is_letterhead(words):
        return True
    if titled or spoken[i]:
        return False
    if (all(map(is_body, words.split(" / "))) or words in states()) and is_title_like(paragraphs[i + 1].text):
        return True
    return _is_publisher(words) and _has_title_below(paragraphs, spoken, kinds, i)


@cache
def _heads() -> frozenset[str]:
    """Words by which institutes and papers are known: 'Institute', 'Quarterly'."""
    institutes = {
        row["word"]
        for row in lexicon.rows("name_heads")
        if row["kind"] == "organisation" and row["strength"] == "strong"
    }
    papers = {
        row["label"] for row in lexicon.rows("speaker_labels") if row["kind"] == "outlet" and row["label"].istitle()
    }
    return frozenset(word.casefold() for word in institutes | papers | {"Quarterly", "Observer", "Review", "Archives"})


def _is_publisher(words: str) -> bool:
    parts = words.split()
    if len(words) > 70 or not 2 <= len(parts) <= 9:
        return False
    longer = [part for part in parts if part.casefold() not in _PARTICLES]
    return all(part[0].isupper() for part in longer) and any(
        part.casefold().rstrip(",") in _heads() for part in (longer[-1], longer[0], *longer[1:3])
    )


def _has_title_below(paragraphs: Sequence[Paragraph], spoken: Sequence[bool], kinds: Sequence[str], i: int) -> bool:
    """Tell whether a line that could be the headline comes before any running text, bylines and menus aside."""
    for j in range(i + 1, min(len(paragraphs) - 1, i + 6)):
        words = paragraphs[j].text
        if spoken[j]:
            return False
        if not kinds[j] and not SECTION.match(words) and not is_byline(words):
            return len(words.split()) > 2 and not is_lone_name(words) and is_title_like(words, 200)
    return False


def _is_site(paragraphs: Sequence[Paragraph], spoken: Sequence[bool], kinds: Sequence[str], i: int) -> bool:
    """'The Andean Notebook': a short line with a menu between it and the headline is the name of the site."""
    words = paragraphs[i].text
    parts = re.split(r"\s+[|›»·]\s+", words)
    trail = len(parts) > 1 and all(len(part.split()) < 5 for part in parts)
    below = kinds[i + 1] == "boilerplate" or SECTION.match(paragraphs[i + 1].text) is not None
    short = len(words.split()) <= 5 and (below or words.casefold() in no_persons())
    return (trail or short or _is_kicker(words)) and _has_title_below(paragraphs, spoken, kinds, i)


def _is_kicker(words: str) -> bool:
    """'World Business Legal Markets More': sections side by side."""
    parts = words.replace("&", " ").replace(" and ", " ").split()
    return len(parts) > 1 and sum(SECTION.match(part) is not None for part in parts) > 0.7 * len(parts)


def _is_closed_deck(paragraphs: Sequence[Paragraph], kinds: Sequence[str], i: int) -> bool:
    """'Two soldiers are wounded as talks resume.' between headline and byline: one sentence, with a full stop."""
    words = paragraphs[i].text
    if not 25 < len(words) <= 150 or words[-1] != "." or ". " in words or words.isupper() or not words[0].isupper():
        return False
    if read_place(words.rstrip(".")) or _TOLD.search(words):
        return False
    for j in range(i + 1, min(len(paragraphs), i + 4)):
        following = paragraphs[j].text
        if kinds[j] != "boilerplate" and not is_caption(following, first=True):
            return BY.match(following) is not None or is_lone_name(following)
    return False


def _is_deck(paragraphs: Sequence[Paragraph], i: int, spoken: bool) -> bool:
    """A second headline: long, or (where nobody is going to speak) with the byline right below it."""
    words = paragraphs[i].text
    below = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
    return is_title_like(words, 200) and (len(words) > 45 or (not spoken and len(words) > 20 and is_byline(below)))


def _is_credit(paragraphs: Sequence[Paragraph], i: int) -> bool:
    """'Ann Lee', 'Ann Lee in Lima', 'Lima, Peru', 'Reuters', 'dpa international': a name alone below the headline."""
    words = _WITH.sub("", paragraphs[i].text)
    name, _, place = words.partition(" in ")
    if re.fullmatch(NAME, name) and place and (read_place(place) or is_lone_name(name)):
        return True
    if is_lone_name(words) or read_place(words.rstrip(".")):
        return True
    below = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
    if re.fullmatch(NAME, words) and not words.isupper() and len(words.split()) <= 3 and is_byline(below):
        return True
    parts = words.split()
    return len(parts) <= 3 and any(" ".join(parts[:n]).casefold() in _media() for n in range(1, len(parts) + 1))


@cache
def _media() -> frozenset[str]:
    return frozenset(row["alias"].casefold() for row in lexicon.rows("organisations") if row["kind"] == "media")


def _is_headline(paragraphs: Sequence[Paragraph], spoken: Sequence[bool], i: int) -> bool:
    """Tell whether a line at the top could be the headline of what stands below it."""
    words = paragraphs[i].text
    if not is_title_like(words, 200) or i + 1 >= len(paragraphs):
        return False
    below = paragraphs[i + 1]
    if below.text[0].islower() and not is_byline(below.text) and (len(below.text) > 40 or CLOSED.search(below.text)):
        return False  # the first line of a sentence that a machine broke
    if max(len(p.text) for p in paragraphs) > 1.5 * len(words) or (len(words) > 40 and is_byline(below.text)):
        return True
    if is_hard_wrapped(list(paragraphs)) and below.start - paragraphs[i].end < 2:
        return False
    rest = paragraphs[i + 1 :]
    closed = any(CLOSED.search(p.text) and not is_byline(p.text) for p in rest)
    return closed and sum(len(p.text) for p in rest) > 1.5 * len(words) and (len(rest) > 1 or spoken[i + 1])
