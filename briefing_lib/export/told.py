"""What is told of an event, in words: a heading, and each report of it with its sentence."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

_NAMES = {
    "visit": "Visit",
    "talks": "Talks",
    "summit": "Summit",
    "call": "Telephone call",
    "press": "Press conference",
    "speech": "Speech",
    "ministerial": "Ministerial meeting",
    "signing": "Signing",
}


class Report(NamedTuple):
    """One mention of an event: the day of its document, the document, what it says of it, and in which words."""

    published: str
    document: str
    status: str
    sentence: str


def heading(event: Any) -> str:
    """Return what an event is called.

    >>> from types import SimpleNamespace
    >>> heading(SimpleNamespace(type="talks", participants=["Kenya", "Peru"]))
    'Talks: Kenya, Peru'
    """
    name = _NAMES.get(event.type, "Meeting")
    return f"{name}: {', '.join(event.participants)}" if event.participants else name


def reports(briefing: Any) -> dict[str, Report]:
    """Return every mention of a meeting by its place, ``document:start-end``.

    Args:
        briefing: anything whose attributes are the tables.
    """
    published = dict(zip(briefing.documents["document"], briefing.documents["published"], strict=True))
    sentences = dict(zip(briefing.sentences["sentence"], briefing.sentences["text"], strict=True))
    found = {}
    for row in briefing.meetings.itertuples():
        words = " ".join(sentences.get(row.sentence, row.text).split())
        place = f"{row.document}:{row.start}-{row.end}"
        found[place] = Report(published.get(row.document, ""), row.document, row.status, words)
    return found


def reports_of(event: Any, known: dict[str, Report]) -> list[Report]:
    """Return the mentions of one event, in order of report."""
    found = [known[mention] for mention in event.mentions if mention in known]
    return sorted(dict.fromkeys(found), key=lambda report: (report.published, report.document))


def events_of(briefing: Any, events: list[str] | None) -> pd.DataFrame:
    """Return the events asked for by name, all of them if None."""
    table = briefing.events
    return table if events is None else table[table["event"].isin(set(events))]
