"""What a report shows: its questions in their order, and for each what a reader can choose to see.

A page without a kernel cannot work out a view anew, so that what its controls would show is drawn beforehand: a few
choices a question, those that the notebooks make.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

EVENTS, PARTS = 20, 4
"""Most events, and most publishers, years and speakers, to choose among."""
FEW = 8
"""Documents that are each set against the rest; of more, publishers, years and speakers are."""
NAMES = 3
"""Participants named of an event in the list of events."""


class Choice(NamedTuple):
    """One of the things a section can show: what it is called, and settings of the view's controls."""

    name: str
    settings: Mapping[str, Any] = MappingProxyType({})


class Section(NamedTuple):
    """A part of a report: a question, and the view that answers it."""

    question: str
    view: str
    settings: Mapping[str, Any] = MappingProxyType({})
    choices: tuple[Choice, ...] | Callable[[Briefing], tuple[Choice, ...]] = ()
    """what can be chosen, or what finds it in a briefing; none is the view with its settings"""
    note: str = ""
    """what a reader should know, above the figure"""
    otherwise: str = ""
    """said in place of the figure where there is nothing to choose; empty for the view with its settings"""

    def chosen(self, briefing: Briefing) -> list[Choice]:
        """Return what can be chosen, with all settings."""
        found = self.choices(briefing) if callable(self.choices) else self.choices
        if not found and not self.otherwise:
            found = (Choice("", {}),)
        return [Choice(choice.name, {**self.settings, **choice.settings}) for choice in found]


def parts_of(briefing: Briefing) -> tuple[Choice, ...]:
    """Return the parts of the documents whose words are set against all the rest, the largest of each kind."""
    documents = briefing.documents
    if len(documents) < 2:
        return ()
    values = {
        "publisher": documents["publisher"],
        "year": documents["published"].str.slice(0, 4),
        "voice": briefing.sentences["voice"],
    }
    found = [f"document: {name}" for name in documents["document"]] if len(documents) <= FEW else []
    for kind, column in values.items():
        counts = column[column != ""].value_counts()
        largest = sorted(counts.index, key=lambda value: (-counts[value], value))[:PARTS] if len(counts) > 1 else []
        found += [f"{kind}: {value}" for value in largest]
    return tuple(Choice(f"{part}, against all the rest", {"part": part}) for part in found)


def events_of(briefing: Briefing) -> tuple[Choice, ...]:
    """Return the events that several documents tell of, those told by most, then those most often told, first."""
    left = set(briefing.documents["document"])
    told: list[tuple[int, int, int, Any]] = []
    row: Any
    for row in briefing.events.itertuples(index=False):
        own = left.intersection(row.documents)
        if len(own) > 1:
            told.append((-len(own), -len(row.mentions), len(told), row))
    told.sort(key=lambda item: item[:3])
    return tuple(Choice(_named(row, -many), {"event": row.event}) for many, _, _, row in told[:EVENTS])


def _named(row: Any, documents: int) -> str:
    more = f" and {len(row.participants) - NAMES} more" if len(row.participants) > NAMES else ""
    who = ", ".join(row.participants[:NAMES]) + more
    said = ", ".join(filter(None, (row.type, who, row.edtf)))
    return f"{row.event}: {said} ({documents} documents)"


SECTIONS = (
    Section(
        "What is in this pile of documents?",
        "overview",
        choices=(
            Choice("what was found in each document"),
            Choice("who is speaking", {"show": "voices"}),
            Choice("when they were published", {"show": "dates"}),
        ),
        note="A word count tells about whoever speaks: statements and answers are reproduced speech, not the author's.",
    ),
    Section(
        "What do the documents talk about?",
        "topics",
        choices=(
            Choice("paragraphs by document"),
            Choice("share of each document's paragraphs", {"measure": "share"}),
            Choice("paragraphs by speaker", {"by": "voice"}),
            Choice("paragraphs by month", {"by": "month"}),
        ),
        note="Each paragraph is compared with a codebook of terms; a paragraph without any of them has no topic.",
    ),
    Section(
        "Which words set one part apart from the rest?",
        "keyness",
        choices=parts_of,
        note="+1 is twice as often as in the rest. The order shows how certain it is, the table how evenly spread.",
        otherwise="The documents have no two parts - speakers, publishers or years - whose words could be compared.",
    ),
    Section(
        "Which formulas do several documents use word for word?",
        "formulas",
        note="Agreed language travels, and so do copied paragraphs.",
    ),
    Section(
        "Who is named with whom?",
        "cooccurrence",
        choices=(
            Choice("network, by paragraph"),
            Choice("matrix, by sentence", {"form": "matrix", "unit": "sentence"}),
            Choice("people only, by sentence", {"unit": "sentence", "type": "person", "minimum": 1}),
        ),
        note="To be named together is not to act together: a tie is a sentence or a paragraph that can be read.",
    ),
    Section(
        "Which figures are claimed, and by whom?",
        "statistics",
        choices=(Choice("levels over time"), Choice("changes", {"show": "change"})),
        note="Filled marks are stated; open diamonds follow from a level and its change, open triangles are plans.",
    ),
    Section("Do the figures agree?", "agreements"),
    Section(
        "Who met whom, when, where - and did it take place?",
        "chronology",
        choices=(
            Choice("a line for each participant"),
            Choice("a line for each pair", {"lanes": "pair", "limit": 10}),
        ),
        note="The status is that of the last report: what was planned need not have happened.",
    ),
    Section(
        "What became of plans?",
        "outcomes",
        note="“No report” means that these documents tell no end, not that none was.",
    ),
    Section("What is not known of the meetings?", "gaps"),
    Section(
        "How does each document tell of one meeting?",
        "accounts",
        choices=events_of,
        note="What differs from the common account is orange and has a sign, ≠. A dash is a silence.",
        otherwise="No meeting is told of by two of these documents, so that there are no accounts to set side by side.",
    ),
    Section(
        "Whom and what does one source name, and another leave out?",
        "sources",
        choices=(
            Choice("actors named"),
            Choice("actors that one source alone names", {"only": "in one only"}),
            Choice("topics", {"compare": "topics"}),
            Choice("figures given", {"compare": "figures"}),
        ),
        note="Silence is evidence only between comparable texts: a long analysis names more than a short readout.",
    ),
    Section(
        "Who gets to speak?",
        "sources",
        {"compare": "speakers"},
        note="Quotations by speaker. A source that quotes one side only is a finding.",
    ),
)
"""What a report shows, in its order."""
