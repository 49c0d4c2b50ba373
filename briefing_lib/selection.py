"""Which rows of every table remain when a researcher looks at some documents, voices, actors, topics or a period
only."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from briefing_lib.said_by import are_of, holding, said_by

# Tables whose rows stand in a sentence and go with it.
_IN_SENTENCE = ("mentions", "references", "dates", "quantities", "quotations", "statistics", "meetings")


def select(
    tables: Mapping[str, pd.DataFrame],
    *,
    document: Collection[str] = (),
    voice: Collection[str] = (),
    period: tuple[str, str] = ("", ""),
    actor: Collection[str] = (),
    topic: Collection[str] = (),
) -> dict[str, pd.DataFrame]:
    """Return the tables with the rows that fit, under their own index labels.

    Args:
        tables: all tables.
        document: names of documents; empty means all, here as below.
        voice: who says it: the source of the quotation that a row stands in, else the voice of its sentence. A
            quotation counts as its source's, and as the voice's that reports it.
        period: first and last day of publication as ISO dates; an empty end is open.
        actor: actors named in the sentence, or taking part in the meeting.
        topic: topics of the paragraph.

    Returns:
        New frames. Actors are those still mentioned, events those still told of, agreements those of which both sides
        remain.
    """
    documents = tables["documents"]
    keep = pd.Series(True, index=documents.index)
    if document:
        keep &= documents["document"].isin(document)
    if period[0]:
        keep &= documents["published"].str.slice(0, 10) >= period[0][:10]
    if period[1]:
        keep &= (documents["published"] != "") & (documents["published"].str.slice(0, 10) <= period[1])
    kept = set(documents.loc[keep, "document"])
    in_documents = {
        name: table[table["document"].isin(kept)] if "document" in table and name != "problems" else table
        for name, table in tables.items()
    }
    sentences = _sentences(in_documents, voice, actor, topic)
    chosen = set(sentences["sentence"])
    found = dict(in_documents)
    found["documents"], found["sentences"] = documents[keep], sentences
    narrowed = bool(voice or actor or topic)
    for name in _IN_SENTENCE:
        table = in_documents[name]
        if narrowed:
            fits = table["sentence"].isin(chosen)
            if voice:
                fits &= _said(name, in_documents, voice)
            if name == "meetings" and actor and not (voice or topic):
                fits |= table["participants"].map(lambda those: not set(actor).isdisjoint(those)).astype(bool)
            table = table[fits]
        found[name] = table
    if narrowed:
        places = set(zip(sentences["document"], sentences["paragraph"], strict=True))
        for name in ("passages", "topics"):
            table = in_documents[name]
            pairs = pd.Series(
                list(zip(table["document"], table["paragraph"], strict=True)), index=table.index, dtype=object
            )
            fits = pairs.isin(places) if len(table) else pairs.astype(bool)
            if name == "passages" and voice:
                fits = table["voice"].isin(voice) | holding(table, sentences.assign(source=""))
            elif name == "passages":
                fits = pd.Series(True, index=table.index)
            if name == "topics" and topic:
                fits &= table["topic"].isin(topic)
            found[name] = table[fits]
    found["actors"] = tables["actors"][tables["actors"]["actor"].isin(set(found["mentions"]["actor"]))]
    found["events"] = _events(tables["events"], found["meetings"])
    found["agreements"] = _agreements(tables["agreements"], found["statistics"])
    return found


def _said(name: str, tables: Mapping[str, pd.DataFrame], voice: Collection[str]) -> pd.Series:
    """Tell which rows of a table one of the voices says."""
    table, sentences, quotations = tables[name], tables["sentences"], tables["quotations"]
    if name != "quotations":
        return are_of(said_by(table, sentences, quotations), voice)
    spoken = set(sentences.loc[sentences["voice"].isin(voice), "sentence"])
    return are_of(table["source"], voice) | table["sentence"].isin(spoken)


def _sentences(
    tables: Mapping[str, pd.DataFrame], voice: Collection[str], actor: Collection[str], topic: Collection[str]
) -> pd.DataFrame:
    sentences = tables["sentences"]
    if voice:
        quoted = tables["quotations"][are_of(tables["quotations"]["source"], voice)]
        sentences = sentences[sentences["voice"].isin(voice) | holding(sentences, quoted)]
    if actor:
        mentions = tables["mentions"]
        sentences = sentences[sentences["sentence"].isin(set(mentions.loc[mentions["actor"].isin(actor), "sentence"]))]
    if topic and len(sentences):
        topics = tables["topics"]
        topics = topics[topics["topic"].isin(topic)]
        places = set(zip(topics["document"], topics["paragraph"], strict=True))
        fits = [place in places for place in zip(sentences["document"], sentences["paragraph"], strict=True)]
        sentences = sentences[fits]
    return sentences


def _agreements(agreements: pd.DataFrame, statistics: pd.DataFrame) -> pd.DataFrame:
    told = {f"{s.document}:{s.start}-{s.end}" for s in statistics.itertuples()}
    remain = [
        first in told and told.issuperset(second)
        for first, second in zip(agreements["first"], agreements["second"], strict=True)
    ]
    return agreements[pd.Series(remain, index=agreements.index, dtype=bool)]


def _events(events: pd.DataFrame, meetings: pd.DataFrame) -> pd.DataFrame:
    told = {f"{m.document}:{m.start}-{m.end}" for m in meetings.itertuples()}
    return (
        events[events["mentions"].map(lambda mentions: not told.isdisjoint(mentions)).astype(bool)]
        if len(events)
        else events
    )
