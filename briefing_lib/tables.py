"""The data dictionary: every table, its columns, their types and what they mean.

Each table is a named tuple: its fields are the columns, in order, and each field's annotation
carries the type and one sentence of meaning. Everything else that needs to know the columns - the data
frames, the files, the documentation - reads it from here.

All offsets count characters of the document's text, and ``text_of(document)[start:end] == text``
for every row that has them. Unknown is empty: an empty string, an empty list, or NaN for a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

import pandas as pd

DocumentId = Annotated[str, "document the row comes from: the file's stem"]
SentenceId = Annotated[str, "sentence the row starts in: document#n"]
Start = Annotated[int, "first character, counted from 0 in the document's text"]
End = Annotated[int, "character after the last"]
Words = Annotated[str, "the words themselves: text_of(document)[start:end]"]
Rule = Annotated[str, "rule that made the row"]
Edtf = Annotated[str, "date as EDTF (ISO 8601-2), with the precision the text has; empty if it cannot be known"]
Earliest = Annotated[str, "first day the date can mean, as an ISO date"]
Latest = Annotated[str, "last day the date can mean, as an ISO date"]


class Document(NamedTuple):
    """Source document."""

    document: Annotated[str, "name: the file's stem (its relative path without suffix where stems collide)"]
    title: Annotated[str, "headline, as stated in the document or in sources.csv"]
    author: Annotated[str, "byline, as stated"]
    publisher: Annotated[str, "paper, agency or ministry, as stated"]
    published: Annotated[str, "date of publication as EDTF; empty if not known"]
    published_basis: Annotated[str, "where that date comes from"]
    dateline: Annotated[str, "place it was filed from, as stated: 'NAIROBI'"]
    genre: Annotated[str, "news, analysis, readout, transcript or other"]
    language: Annotated[str, "ISO 639-1 code"]
    path: Annotated[str, "file, relative to the corpus folder"]
    sha256: Annotated[str, "checksum of the file's bytes"]
    characters: Annotated[int, "length of the text in characters"]
    words: Annotated[int, "number of words"]


class Passage(NamedTuple):
    """Stretch of text in one voice."""

    document: DocumentId
    paragraph: Annotated[int, "first non-blank line of the stretch, counted from 1"]
    start: Start
    end: End
    kind: Annotated[str, "headline, byline, caption, heading, narration, statement, question, answer or boilerplate"]
    voice: Annotated[str, "who speaks: author, an actor, or journalist"]
    section: Annotated[str, "heading the stretch stands under"]
    exchange: Annotated[
        int, "exchange of question and answer it belongs to, counted from 1 in a document; 0 outside one"
    ]


class Sentence(NamedTuple):
    """Sentence."""

    sentence: Annotated[str, "name: document#n, n from 1"]
    document: DocumentId
    paragraph: Annotated[int, "non-blank line it stands in, counted from 1"]
    start: Start
    end: End
    text: Words
    voice: Annotated[str, "who speaks: author, an actor, or journalist"]
    kind: Annotated[str, "kind of the passage it stands in"]


class Actor(NamedTuple):
    """Person, state, organisation or place named in the corpus."""

    actor: Annotated[str, "name"]
    type: Annotated[str, "person, state, organisation or place"]
    country: Annotated[str, "ISO 3166-1 alpha-3 code of the state it belongs to"]
    position: Annotated[str, "office held, as stated in the documents or known to the lexicon on their date"]
    aliases: Annotated[list[str], "other forms under which the corpus names it"]


class Mention(NamedTuple):
    """Place where an actor is named."""

    document: DocumentId
    sentence: SentenceId
    start: Start
    end: End
    text: Words
    actor: Annotated[str, "actor named"]
    type: Annotated[str, "person, state, organisation or place"]
    role: Annotated[str, "actor (acts or is acted on) or place (only says where)"]
    rule: Rule


class Reference(NamedTuple):
    """Title that stands for somebody who is not named there: 'the Chinese president', 'his Pakistani counterpart'."""

    document: DocumentId
    sentence: SentenceId
    start: Start
    end: End
    text: Words
    actor: Annotated[str, "actor it stands for; empty if unresolved"]
    type: Annotated[str, "person, state or organisation"]
    office: Annotated[str, "office as the words give it: 'foreign minister'"]
    country: Annotated[str, "ISO 3166-1 alpha-3 code of the state whose office it is, as far as the words tell"]
    basis: Annotated[str, "what the actor rests on: named before, apposition, lexicon on the document's date ..."]
    rule: Rule


class Date(NamedTuple):
    """Temporal expression."""

    document: DocumentId
    sentence: SentenceId
    start: Start
    end: End
    text: Words
    edtf: Edtf
    earliest: Earliest
    latest: Latest
    timex_type: Annotated[str, "TIMEX3 type: DATE, TIME (part of a day), DURATION (length) or SET (what repeats)"]
    timex: Annotated[str, "TIMEX3 value: 2024-W20, 2024-Q3, 2024-05-17TEV, P2Y ..., for comparison with other tools"]
    basis: Annotated[str, "what the value rests on: stated, weekday before publication, counted from ..."]
    rule: Rule


class Quantity(NamedTuple):
    """Number with what it measures."""

    document: DocumentId
    sentence: SentenceId
    start: Start
    end: End
    text: Words
    value: Annotated[float, "plain number: $240.1 billion is 240.1e9"]
    unit: Annotated[str, "ISO 4217 code, percent, percentage point, or a noun in the singular"]
    bound: Annotated[str, "= exact, ~ about, > more than or at least, < less than or at most"]
    change: Annotated[str, "up or down where the number is a change, else empty"]
    rule: Rule


class Quotation(NamedTuple):
    """Piece of attributed speech."""

    document: DocumentId
    sentence: SentenceId
    start: Start
    end: End
    text: Annotated[str, "content: the words attributed, text_of(document)[start:end]"]
    source: Annotated[str, "actor it is attributed to (several joined with ' | '); empty if unresolved"]
    source_text: Annotated[str, "words that name the source, e.g. 'he', 'diplomatic observers'"]
    source_class: Annotated[str, "named official, unnamed official, named other, unnamed other, document or author"]
    cue: Annotated[str, "saying word: said, according to, ..."]
    strength: Annotated[str, "what the saying word commits its source to: said, claimed ... (see speech/strengths.py)"]
    kind: Annotated[str, "direct (in quotation marks), indirect (reported), mixed"]
    rule: Rule


class Statistic(NamedTuple):
    """Trade or economic figure."""

    document: DocumentId
    sentence: SentenceId
    start: Start
    end: End
    text: Words
    measure: Annotated[str, "what is measured: trade, tariff, investment, aid, debt, GDP, energy ..."]
    reporter: Annotated[str, "economy whose figure it is"]
    partner: Annotated[str, "economy on the other side"]
    flow: Annotated[str, "turnover, export or import, as seen from reporter"]
    commodity: Annotated[str, "goods named"]
    value: Annotated[float, "level, a plain number"]
    unit: Annotated[str, "unit of value: ISO 4217 code or a noun in the singular"]
    change_pct: Annotated[float, "change in per cent, signed"]
    direction: Annotated[str, "up, down or flat"]
    comparator: Annotated[str, "words that say compared with what, e.g. 'a year earlier'"]
    period: Annotated[str, "period the figure is for, as EDTF"]
    attribution: Annotated[str, "who is given as the source of the figure"]
    qualifier: Annotated[str, "record, more than, at least, about ..."]
    baseline: Annotated[float, "level before the change, derived from value and change_pct or stated"]
    baseline_low: Annotated[float, "lowest baseline that rounding of the stated figures allows"]
    baseline_high: Annotated[float, "highest baseline that rounding of the stated figures allows"]
    baseline_period: Annotated[str, "period the baseline is for, as EDTF"]
    rule: Rule


class Agreement(NamedTuple):
    """Figure compared with another of the same indicator, or with those it depends on."""

    first: Annotated[str, "statistic, as document:start-end"]
    second: Annotated[list[str], "statistics it is compared with, as document:start-end"]
    reporter: Annotated[str, "economy whose figure it is"]
    partner: Annotated[str, "economy on the other side"]
    flow: Annotated[str, "turnover, export or import, as seen from reporter"]
    measure: Annotated[str, "what is measured: trade, tariff, investment, aid, debt, GDP, energy ..."]
    period: Annotated[str, "period of the first figure, as EDTF"]
    verdict: Annotated[
        str,
        "equal, compatible by rounding, compatible by currency, different period or in conflict; where each side tells "
        "its own count of a flow: mirror: equal (as far as rounded), mirror: within 10 %, mirror: more than 10 % apart",
    ]
    difference_pct: Annotated[
        float, "by how much per cent the second is above the first; of a check, stated above implied"
    ]
    higher: Annotated[str, "of mirror figures that differ: economy that tells more"]
    rule: Annotated[str, "what was compared: same indicator, turnover is exports plus imports ..."]


class Meeting(NamedTuple):
    """Mention of a meeting."""

    document: DocumentId
    sentence: SentenceId
    start: Start
    end: End
    text: Words
    type: Annotated[str, "visit, talks, summit, call, press, speech, ministerial, signing or other"]
    participants: Annotated[list[str], "actors taking part, in alphabetical order"]
    place: Annotated[str, "place or state where it is held"]
    date_text: Annotated[str, "words that say when"]
    edtf: Edtf
    earliest: Earliest
    latest: Latest
    date_basis: Annotated[str, "what the date rests on"]
    status: Annotated[str, "proposed, expected, planned, held, postponed, cancelled or denied, as the voice says"]
    voice: Annotated[str, "who says so"]
    rule: Rule


class Event(NamedTuple):
    """Meeting, merged over its mentions."""

    event: Annotated[str, "name: e1, e2, ... in order of date"]
    type: Annotated[str, "visit, talks, summit, call, press, speech, ministerial, signing or other"]
    participants: Annotated[list[str], "actors taking part, in alphabetical order"]
    place: Annotated[str, "most precise place any mention gives"]
    edtf: Edtf
    earliest: Earliest
    latest: Latest
    status: Annotated[str, "last status reported"]
    history: Annotated[list[str], "each status with date of report, source and sentence, in order of report"]
    documents: Annotated[list[str], "documents that mention it"]
    mentions: Annotated[list[str], "its mentions, as document:start-end"]
    why: Annotated[
        list[str], "for each mention after the first, why it is of the same meeting, and which it is; what was decided"
    ]
    disagreements: Annotated[list[str], "where sources differ: 'place: Lima (courier), Quito (gazette)'"]
    code: Annotated[str, "PLOVER/CAMEO code: 036 intends to meet, 040 consults, 041 calls, 042 visits ..."]
    part_of: Annotated[str, "event: the visit on which it took place"]


class Topic(NamedTuple):
    """Paragraph and topic."""

    document: DocumentId
    paragraph: Annotated[int, "non-blank line, counted from 1"]
    start: Start
    end: End
    topic: Annotated[str, "code of the codebook, or name of a learned topic"]
    score: Annotated[float, "strength, 0 to 1 within the paragraph"]
    method: Annotated[str, "codebook or learned"]
    terms: Annotated[list[str], "words of the paragraph the score rests on"]


class Problem(NamedTuple):
    """What could not be read or resolved."""

    document: Annotated[str, "document, empty if there is none"]
    path: Annotated[str, "file, relative to the corpus folder"]
    what: Annotated[str, "what is wrong"]
    remedy: Annotated[str, "what to do about it"]


TABLES: dict[str, type] = {
    "documents": Document,
    "passages": Passage,
    "sentences": Sentence,
    "actors": Actor,
    "mentions": Mention,
    "references": Reference,
    "dates": Date,
    "quantities": Quantity,
    "quotations": Quotation,
    "statistics": Statistic,
    "agreements": Agreement,
    "meetings": Meeting,
    "events": Event,
    "topics": Topic,
    "problems": Problem,
}

LIST_SEPARATOR = " | "


class Column(NamedTuple):
    """Name, Python type (str, int, float or list) and meaning of a column."""

    name: str
    type: type
    meaning: str


def columns(table: str) -> list[Column]:
    """Return the columns of a table, in order.

    >>> columns("problems")[0].name
    'document'
    >>> [c.name for c in columns("events") if c.type is list]
    ['participants', 'history', 'documents', 'mentions', 'why', 'disagreements']
    """
    hints = get_type_hints(TABLES[table], include_extras=True)
    found = []
    for name in TABLES[table]._fields:  # type: ignore[attr-defined]
        kind, meaning = get_args(hints[name])[:2]
        found.append(Column(name, get_origin(kind) or kind, meaning))
    return found


def frame(table: str, rows: Iterable[Sequence[Any]] = ()) -> pd.DataFrame:
    """Make the data frame of a table from its rows.

    Args:
        table: name of the table.
        rows: tuples in the order of the columns.

    Returns:
        One row a tuple; strings as ``str``, offsets as ``int64``, numbers as ``float64``, lists as they are.
    """
    layout = columns(table)
    data = pd.DataFrame(list(rows), columns=[c.name for c in layout])
    types = {str: "str", int: "int64", float: "float64", list: "object"}
    return data.astype({c.name: types[c.type] for c in layout})


def dictionary() -> str:
    """Return the data dictionary as Markdown: for each table what a row is, then its columns with type and meaning."""
    names = {str: "text", int: "whole number", float: "number", list: "list of texts"}
    lines = []
    for table, row in TABLES.items():
        lines += [f"**{table}** - one row for each: {(row.__doc__ or '').strip().rstrip('.').lower()}", ""]
        lines += ["| column | type | meaning |", "|---|---|---|"]
        lines += [f"| `{c.name}` | {names[c.type]} | {c.meaning.replace('|', chr(92) + '|')} |" for c in columns(table)]
        lines.append("")
    return "\n".join(lines)
