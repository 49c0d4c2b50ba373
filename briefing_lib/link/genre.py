"""Genre of a document: by who speaks in it, what its title says it is, and the diction of its beginning.

``lexicons/genre_words.csv`` says which words of a title and of a text speak for which genre, and how much. A title
says what a paper is, but a wire story may quote another paper's title, so a text may overrule it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.tables import Passage

_BEGINNING = 2500  # characters that tell a genre
_TOP = 3  # lines above the text, such as 'Press release', that count as title
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]{1,600}[”\"»]")
# 'BAMAKO, Jan 7, 2023 (Reuters) - ', 'NIAMEY — ', 'SANTIAGO, Feb 14 (EFE).- '
_DATELINE = re.compile(
    r"(?m)^(?:[A-Z][A-Z.’' -]{2,30}|[A-Z][\w.’' -]{2,30},[^.\n—–]{0,40}\d)(?:,[^\n—–]{0,40}?)?"
    r"(?:\s*[(/][^()/\n]{2,30}[)/])?\s*[.:]?\s*(?:[—–]|--?)\s*(?=[A-Z“\"])"
)
_AGENCY = re.compile(r"\((?:AP|AFP|Reuters|REUTERS|UPI|DPA|dpa|ANSA|EFE|PTI|IANS|Xinhua|TASS|Tass|APP|Kyodo|UP|INS)\)")
_BYLINE = re.compile(r"(?m)^(?:By|BY)[ \t]+(?:[Oo]ur[ \t]|[A-Z])")
# '“...,” Mesa told': speech that a reporter heard
_SPOKEN = re.compile(r"[,.?!][”\"]\s+(?:[\w.’'-]+\s+){0,6}?(?:said|told|says|added|asked|warned)\b|[,.][”\"]\s+said\b")
# '..., officials said.', '... the speaker announced.'
_ENDS_SAID = re.compile(
    r"\b(?:said|announced|reported|told\s+\w+)(?:\s+(?:on|in|at|late|here)\s[^.\n]{1,40})?\.(?:\s|$)"
)
_TODAY = re.compile(r"(?m)^(?:Today,|This morning,|On \d{1,2} [A-Z][a-z]+(?: \d{4})?,? [A-Z])")
_FIRST_PERSON = re.compile(r"\b(?:I|my)\b(?!\.)")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
_OFTEN = 4.0  # such words in a hundred: only a speaker says 'we' and 'I' so often
_ADDRESSED = re.compile(
    r"(?mi)^(?:(?:your\s+)?(?:mr|mrs|madam)\.?\s+(?:president|speaker|chairman|prime\s+minister|chair)|excellenc|ladies\s+and\s+gentlemen|distinguished\s+|dear\s+friends|fellow\s+citizens|good\s+(?:morning|afternoon|evening))"
)
_QUESTION = re.compile(r"(?<=[a-z])\?(?=\s|$)")
_NUMBERED = re.compile(r"(?m)^\d{1,2}[.)]\s+[A-Z][^\n]{40,}")
_FIGURE = re.compile(r"\d")
_ENOUGH = 3.0  # points that make a speech
_TWICE = 4.0  # weight of two words that only speeches, or only tables and treaties, have
_PROSE = 0.7  # points that tell the prose of a newspaper or a ministry from a list or a table


def find_genre(text: str, title: str, passages: Sequence[Passage]) -> str:
    """Tell what kind of document this is.

    Args:
        text: the document's text.
        title: its title, '' if it has none.
        passages: who speaks where in it.

    Returns:
        news, analysis, readout (communiqués, joint statements and press releases too), transcript (interviews and
        speeches too) or other.

    >>> find_genre("Readout of the call\\n\\nThe two ministers exchanged views.", "Readout of the call", [])
    'readout'
    """
    shares = _shares(passages)
    if shares["exchange"] > 0.5:
        return "transcript"
    beginning = text[:_BEGINNING]
    points = dict.fromkeys(("news", "analysis", "readout", "transcript", "other"), 0.0)
    head = _head(beginning, title)
    for genre, weight in _best(head).items():
        points[genre] += weight
    own = _QUOTED.sub(" ", beginning)
    words = max(60, len(own.split()))
    for genre, weight in _sums(own, "text").items():
        whole = genre in ("other", "transcript") and weight >= _TWICE
        points[genre] += min(8.0, weight if whole else 60 * weight / words)
    _add_news(points, beginning)
    _add_diction(points, own, words, shares)
    best = max(points, key=lambda genre: points[genre])
    return best if points[best] >= (_ENOUGH if best in ("transcript", "other") else _PROSE) else "other"


def _add_news(points: dict[str, float], beginning: str) -> None:
    """Add what only reporters write: a dateline with a dash, an agency, speech heard, '..., officials said.'"""
    points["news"] += 4.0 * (_DATELINE.search(beginning) is not None)
    points["news"] += 3.0 * (_AGENCY.search(beginning) is not None)
    points["news"] += 1.0 * (_BYLINE.search(beginning[:300]) is not None)
    points["news"] += min(4.0, 1.5 * len(_SPOKEN.findall(beginning)))
    points["news"] += min(3.0, 1.5 * len(_ENDS_SAID.findall(beginning)))


def _add_diction(points: dict[str, float], own: str, words: int, shares: dict[str, float]) -> None:
    """Add how the author speaks: in his own person, to an audience, in opinions, in figures, for an office."""
    first = 100 * len(_FIRST_PERSON.findall(own)) / words
    addressed = _ADDRESSED.search(own) is not None or points["transcript"] >= _ENOUGH
    points["transcript"] += 5.0 * addressed + (min(3.0, first) if addressed or shares["statement"] > 0.5 else 0.0)
    points["transcript"] += 4.0 * (shares["voiced"] > 0.5)
    points["transcript"] += 3.0 * (first + 100 * len(_WE.findall(own)) / words > _OFTEN)
    points["analysis"] += min(3.0, first) if not addressed else 0.0
    opinion = sum(_opinions()[hit.lower()] for hit in _opinion_pattern().findall(own))
    points["analysis"] += min(4.0, 80 * opinion / words) + min(2.0, len(_QUESTION.findall(own)))
    points["analysis"] += 1.5 * (len(_NUMBERED.findall(own)) > 1)
    points["readout"] += 2.0 * (_TODAY.search(own) is not None) + 2.0 * (shares["statement"] > 0.5)
    points["other"] += 2.0 * (len(_FIGURE.findall(own)) > 0.12 * len(own))


def _shares(passages: Sequence[Passage]) -> dict[str, float]:
    """Return the shares of the characters that are questions and answers, statements, and words of a named voice."""
    size = exchange = statement = voiced = 0
    for passage in passages:
        length = passage.end - passage.start
        size += length
        exchange += length if passage.kind in ("question", "answer") else 0
        statement += length if passage.kind == "statement" else 0
        voiced += length if passage.kind == "statement" and passage.voice not in ("author", "") else 0
    size = size or 1
    named = {p.voice for p in passages if p.kind in ("statement", "answer", "question")} - {"author", ""}
    if len(named) > 1:
        exchange += voiced  # several voices in turn
    return {"exchange": exchange / size, "statement": statement / size, "voiced": voiced / size}


def _head(beginning: str, title: str) -> str:
    """Return the title and the short lines at the top, which say what a paper is."""
    lines = [line.strip() for line in beginning[:600].splitlines() if line.strip()][:_TOP]
    short = [line for line in lines if len(line) < 160 and not line.endswith((".", "”", '"'))]
    return "\n".join(dict.fromkeys((title, *short)))


def _best(head: str) -> dict[str, float]:
    """Return the strongest word of each genre in the title: anywhere, at its start, or set off as a label."""
    found: dict[str, float] = {}
    for place in ("title", "start", "label"):
        pattern, rows = _words(place)
        for hit in pattern.findall(head.lower()):
            for genre, weight in rows[_plain(hit)]:
                found[genre] = max(found.get(genre, 0.0), weight)
    return found


def _sums(text: str, place: str) -> dict[str, float]:
    pattern, rows = _words(place)
    found: dict[str, float] = {}
    for hit in pattern.findall(text.lower()):
        for genre, weight in rows[_plain(hit)]:
            found[genre] = found.get(genre, 0.0) + weight
    return found


def _plain(words: str) -> str:
    return " ".join(words.split()).replace("’", "'")


# Where a word may stand: 'Why Ankara waits' but not 'asked why', 'Opinion: ...' but not 'divided opinion'
_PLACES = {
    "title": r"(?<!\w)({})(?!\w)",
    "text": r"(?<!\w)({})(?!\w)",
    "start": r"(?m)(?:^|[:|]\s+)({})(?!\w)",
    "label": r"(?m)(?:^|[|—–-]\s*)({})(?=\s*(?:[:|—–]|-\s|$))",
}


@cache
def _words(place: str) -> tuple[re.Pattern[str], dict[str, list[tuple[str, float]]]]:
    rows: dict[str, list[tuple[str, float]]] = {}
    for row in lexicon.rows("genre_words"):
        if row["place"] == place:
            rows.setdefault(row["word"].lower(), []).append((row["genre"], float(row["weight"])))
    return re.compile(_PLACES[place].format(lexicon.pattern_of(rows))), rows


@cache
def _opinions() -> dict[str, float]:
    return {row["word"].lower(): float(row["weight"]) for row in lexicon.rows("opinion_words")}


@cache
def _opinion_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({lexicon.pattern_of(_opinions())})(?!\w)", re.IGNORECASE)
