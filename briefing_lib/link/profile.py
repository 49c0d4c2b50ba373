"""What a document says of itself: title, author, date, genre, language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.dates import find_dates
from briefing_lib.find.edtf import bounds
from briefing_lib.link.genre import find_genre
from briefing_lib.read.datelines import find_dateline, read_dateline, read_place
from briefing_lib.read.sources import Source
from briefing_lib.tables import Document, Passage, Problem, Sentence

_BY = re.compile(r"(?:By|BY|Written by|Reported by|Analysis by|Text by|Opinion by)\s+(?P<name>[^|,\d]{3,60})")
_NAME_FIRST = re.compile(
    r"(?P<name>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|da|van|von|bin|al|el)){1,4})(?=\s{2,}|\s*[,|·–—-]|$)"
)
_ENGLISH = frozenset((
    "the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "on", "as", "by", "has", "have",
))  # fmt: skip


_BEGINNING = 2500  # characters that tell a language
_ENGLISH_SHARE = 0.1  # function words counted, of all words: English prose has twice as many
_SHORT = 80  # words, of which names and labels can be half


def is_date(words: str) -> bool:
    """Tell whether words are a date as EDTF writes it.

    >>> is_date("2024-03-12"), is_date("12 March 2024")
    (True, False)
    """
    return bool(words) and bool(bounds(words)[0])


def date_document(source: Source, sentences: Sequence[Sentence]) -> tuple[str, str]:
    """Return the date of publication (EDTF) and what it rests on; both '' if it is not stated."""
    if is_date(source.stated.get("published", "")):
        return source.stated["published"], source.stated.get("published_basis", "stated in sources.csv")
    bylines = [sentence for sentence in sentences if sentence.kind == "byline"]
    if not bylines:
        return _dated_line(source.text, sentences)
    top = source.text[: bylines[-1].end]  # dates further down are none of publication
    dated = [date for date in find_dates(top, bylines, "") if re.fullmatch(r"\d{4}(-\d\d){0,2}", date.edtf)]
    dated.sort(key=lambda date: -len(date.edtf))
    return (dated[0].edtf, "stated in the byline") if dated else _dated_line(source.text, sentences)


def describe_document(
    source: Source, passages: Sequence[Passage], sentences: Sequence[Sentence], dated: tuple[str, str]
) -> tuple[Document, list[Problem]]:
    """Return a document's row and what is missing to read it fully.

    ``dated`` is what ``date_document`` tells.

    What ``sources.csv`` states comes before what the document says of itself, which comes before what can be inferred.
    """
    text, stated = source.text, source.stated
    title = next((text[p.start : p.end] for p in passages if p.kind == "headline"), "")
    bylines = [sentence for sentence in sentences if sentence.kind == "byline"]
    published, basis = dated
    problems = []
    if stated.get("published") and not is_date(stated["published"]):
        problems.append(Problem(
            source.document, "sources.csv", f"'published' is {stated['published']!r}, which cannot be read as a date",
            "write it as YYYY-MM-DD, YYYY-MM or YYYY",
        ))  # fmt: skip
    dateline = find_dateline(text, sentences)
    if not published:
        problems.append(Problem(
            source.document, source.path,
            "no date of publication is stated: relative dates ('on Monday') stay unresolved",
            "add a row with document and published (YYYY-MM-DD) to sources.csv",
        ))  # fmt: skip
    beginning = text[:_BEGINNING]
    words = beginning.split()
    language = stated.get("language") or _language(words)
    if not language:
        problems.append(Problem(
            source.document, source.path, "does not read as English: little will be found in it",
            "add a translation into English, or remove the file",
        ))  # fmt: skip
    row = Document(
        source.document, stated.get("title") or title, stated.get("author") or _author(bylines),
        stated.get("publisher", ""),
        published, basis, dateline.place if dateline else "",
        stated.get("genre") or find_genre(text, stated.get("title") or title, passages),
        language, source.path, source.sha256,
        len(text), len(text.split()),
    )  # fmt: skip
    return row, problems


def _dated_line(text: str, sentences: Sequence[Sentence]) -> tuple[str, str]:
    """Return the day in the dateline if it gives the year, and what it rests on."""
    dateline = find_dateline(text, sentences)
    if not dateline or not dateline.end:
        return "", ""
    line = [sentence for sentence in sentences[:30] if sentence.start < dateline.end <= sentence.end]
    days = (
        [date.edtf for date in find_dates(text[: line[0].end], line, "") if date.start == dateline.start]
        if line
        else []
    )
    return (days[0], "stated in the dateline") if days and re.fullmatch(r"\d{4}(-\d\d){0,2}", days[0]) else ("", "")


def _author(bylines: Sequence[Sentence]) -> str:
    for line in bylines:
        if read_place(line.text) or read_dateline(line.text):
            continue
        hit = _BY.match(line.text) or _NAME_FIRST.match(line.text)
        if hit:
            return hit.group("name").strip()
    return ""


def _language(words: Sequence[str]) -> str:
    """English has a function word in every four; without them it is another language, or no prose."""
    share = _ENGLISH_SHARE if len(words) > _SHORT else _ENGLISH_SHARE / 2
    return "en" if words and sum(map(_ENGLISH.__contains__, words)) > share * len(words) else ""
