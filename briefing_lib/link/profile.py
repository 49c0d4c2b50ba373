"""What a document says of itself: title, author, date, genre, language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.dates import find_dates
from briefing_lib.read.sources import Source
from briefing_lib.tables import Document, Passage, Problem, Sentence

_BY = re.compile(r"(?:By|BY|Written by|Reported by|Analysis by|Text by|Opinion by)\s+(?P<name>[^|,\d]{3,60})")
_NAME_FIRST = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|da|van|von|bin|al|el)){1,4})(?=\s{2,}|\s*[,|·–—-]|$)")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|that|is|was|for|with|on|as|by|has|have|not|be|are)\b", re.IGNORECASE)
_OPINION = re.compile(r"\b(?:I|my|me|in my view|let us|we should|one wonders|of course|indeed|big picture|in other words|the salience|arguably)\b")
_READOUT = re.compile(r"\b(?:the (?:two )?(?:sides|parties|leaders|ministers|presidents)|exchanged views|reaffirmed|bilateral relations|discussed)\b", re.I)


def describe_document(
    source: Source, passages: Sequence[Passage], sentences: Sequence[Sentence]
) -> tuple[Document, list[Problem]]:
    """Return a document's row and what is missing to read it fully.

    What ``sources.csv`` states comes before what the document says of itself, which comes before what can be inferred.
    """
    text, stated = source.text, source.stated
    title = next((text[p.start : p.end] for p in passages if p.kind == "headline"), "")
    bylines = [sentence for sentence in sentences if sentence.kind == "byline"]
    published, basis = stated.get("published", ""), stated.get("published_basis", "stated in sources.csv")
    problems = []
    if not published:
        dated = [date for date in find_dates(text, bylines, "") if re.fullmatch(r"\d{4}(-\d\d){0,2}", date.edtf)]
        dated.sort(key=lambda date: -len(date.edtf))
        published, basis = (dated[0].edtf, "stated in the byline") if dated else ("", "")
    if not published:
        problems.append(Problem(
            source.document, source.path, "no date of publication is stated: relative dates ('on Monday') stay unresolved",
            "add a row with document and published (YYYY-MM-DD) to sources.csv",
        ))  # fmt: skip
    language = stated.get("language") or _language(text)
    if not language:
        problems.append(Problem(
            source.document, source.path, "does not read as English: little will be found in it",
            "add a translation into English, or remove the file",
        ))  # fmt: skip
    row = Document(
        source.document, stated.get("title") or title, stated.get("author") or _author(bylines), stated.get("publisher", ""),
        published, basis, stated.get("genre") or _genre(text, passages), language, source.path, source.sha256,
        len(text), len(text.split()),
    )  # fmt: skip
    return row, problems


def _author(bylines: Sequence[Sentence]) -> str:
    for line in bylines:
        hit = _BY.match(line.text) or _NAME_FIRST.match(line.text)
        if hit:
            return hit.group("name").strip()
    return ""


def _language(text: str) -> str:
    """English has a function word in every four; without them it is another language, or no prose."""
    beginning = text[:20000]
    words = len(beginning.split())
    return "en" if words and len(_ENGLISH.findall(beginning)) > 0.12 * words else ""


def _genre(text: str, passages: Sequence[Passage]) -> str:
    size: dict[str, int] = {}
    for passage in passages:
        size[passage.kind] = size.get(passage.kind, 0) + passage.end - passage.start
    spoken = sum(size.get(kind, 0) for kind in ("question", "answer", "statement"))
    total = sum(size.values()) or 1
    if spoken > 0.5 * total:
        return "transcript"
    words = len(text.split()) or 1
    if words < 900 and len(_READOUT.findall(text)) > 0.012 * words:
        return "readout"
    if len(_OPINION.findall(text)) > 0.004 * words:
        return "analysis"
    return "news" if "said" in text or "reported" in text else "other"
