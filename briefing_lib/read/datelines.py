"""Datelines: where a piece was filed from - 'LAGOS, Nigeria —', 'BEIJING, Jan. 3 (Xinhua) --', 'Bern, 1 May 1993'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.tables import Sentence

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = (
    rf"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+\d{{4}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|{_MONTH}\s+\d{{4}})"
)
_WORD = r"(?:St\.|Ft\.|Mt\.|D\.C\.|[A-ZÀ-Þ][\w’'-]*)"
_PLACE = rf"(?P<place>{_WORD}(?:[ /-](?:{_WORD}|de|da|do|dos|del|di|la|le|of|and|the|el|al|am|upon|sur)){{0,4}})"
_REGION = rf"(?P<region>,\s+(?!{_MONTH}\b){_WORD}(?:\s{_WORD}){{0,2}})?"
_AGENCY = r"(?:\s*\(\s*[^()\n]{2,40}\)|\s*/[A-Z][^/\n]{1,30}/\.?|\s*\[[^\]\n]{2,30}\])"
_DASH = r"\s*(?:--+|[—–]|-(?=\s)|―)\s*"
# 'NAIROBI, May 22 (Reuters) - ', 'Moscow, 8 April /TASS/.', 'WASHINGTON (AP) —', 'MOSCOW. April 8 (Interfax) - '
_FILED = re.compile(
    rf"{_PLACE}{_REGION}(?:[,.]?\s+(?P<day>{_DAY})\.?,?)?(?P<agency>{_AGENCY})?(?P<dash>{_DASH}|:\s|\.\s+"
    rf"|\s+(?=[A-Z]))?"
)
# 'Geneva, 12 May 1993', 'ACCRA, Oct. 28, 1925.', 'Lagos, Nigeria | May 3'
_LINE = re.compile(rf"[(\[]?{_PLACE}{_REGION}\s*[,.|–—-]\s*(?P<day>{_DAY})\.?[)\]]?$")


class Dateline(NamedTuple):
    """Place that a piece was filed from, and where the day stands in the text (empty where none does)."""

    place: str
    start: int
    end: int


@cache
def _places() -> frozenset[str]:
    return frozenset(
        row["alias"].casefold().removeprefix("the ") for table in ("seats", "places") for row in lexicon.rows(table)
    )


def read_dateline(words: str, start: int = 0) -> Dateline | None:
    """Return the dateline with which a paragraph opens.

    Args:
        words: the paragraph.
        start: where it stands in the text.

    >>> read_dateline("LAGOS, Nigeria — The talks failed.").place
    'LAGOS, Nigeria'
    >>> read_dateline("Moscow, 8 April /TASS/. The talks failed."), read_dateline("Mr Lee - a banker - agreed.")
    (Dateline(place='Moscow', start=8, end=15), None)
    """
    head = words[:140]
    line = _LINE.match(head) if len(words) < 80 else None
    if line and (line.group("place").isupper() or _is_place(line.group("place"))):
        return _made(line, start)
    hit = _FILED.match(head)
    if hit is None or hit.end() >= len(words):
        return None
    place, behind = hit.group("place"), hit.group("dash") or ""
    dashed = behind.strip() in ("-", "--", "---", "—", "–", "―")
    signed = hit.group("agency") is not None and (dashed or hit.group("agency").lstrip().startswith("/"))
    known = _is_place(place)
    if signed or (hit.group("day") and (dashed or (known and behind))):
        accepted = known or place.isupper() or signed
    elif dashed:
        accepted = known or (place.isupper() and hit.group("region") is not None)
    else:  # 'New Delhi: The ministry', 'Vilnius. The president'
        accepted = known and bool(behind.strip()) and hit.group("region") is None and words[hit.end()].isupper()
    return _made(hit, start) if accepted and _is_no_sentence(place) else None


def read_place(words: str) -> str:
    """Return the words if they are the name of a place, with or without its country, else ''.

    >>> read_place("Sochi"), read_place("Lagos, Nigeria"), read_place("Summary")
    ('Sochi', 'Lagos, Nigeria', '')
    """
    return words if len(words) < 60 and _is_place(words.split(",")[0]) else ""


def _is_place(words: str) -> bool:
    if words.casefold().removeprefix("the ") in _places():
        return True
    return all(
        part.strip().casefold().removeprefix("the ") in _places() for part in re.split(r"/| and |-(?=[A-Z])", words)
    )


def _is_no_sentence(place: str) -> bool:
    return not re.match(r"(?:The|A|An|In|At|On|By|He|She|It|We|I|No|Yes|But|And)\b(?! Hague)", place)


def _made(hit: re.Match[str], start: int) -> Dateline:
    place = hit.group("place").rstrip(" .,") + (hit.group("region") or "").rstrip(" .")
    day = hit.span("day") if hit.group("day") else (0, 0)
    return Dateline(place, start + day[0], start + day[1])


def find_dateline(text: str, sentences: Sequence[Sentence]) -> Dateline | None:
    """Return the dateline of a document: of its first running text, else of the line above it.

    Args:
        text: the document's text.
        sentences: its sentences.
    """
    above: Dateline | None = None
    running = False
    for sentence in sentences[:16]:
        words = text[sentence.start : sentence.start + 200].partition("\n")[0]
        if sentence.kind == "byline" and len(words) < 80:
            alone = Dateline(words, 0, 0) if read_place(words) else None
            above = above or read_dateline(words, sentence.start) or alone
        elif sentence.kind in ("narration", "statement") and not running:
            running = True
            found = read_dateline(words, sentence.start) or above
            if found:
                return found
        elif sentence.kind in ("question", "answer"):
            break
    return above
