"""A briefing of three invented documents, small enough to know by heart, and two views of it.

The texts are written here, the tables are found in them by searching for words, so every anchor is true.
"""

from __future__ import annotations

from typing import Annotated, Literal

import pandas as pd
import plotly.graph_objects as go

from briefing_lib.tables import TABLES, frame
from briefing_lib.view import View
from briefing_lib.view.choices import From, Range

TEXTS = {
    "harbour": (
        "Ministers talk in Nairobi\n\n"
        "Foreign Minister Amina Diallo of Senegal met Tomás Herrera in Nairobi on 4 March 2019. Herrera thanked Kenya.\n\n"
        "“Trade with Senegal grew by 12 per cent”, Herrera said. Nothing was signed.\n"
    ),
    "courier": (
        "A second round\n\n"
        "Diallo will meet Herrera again in Lima. <script>alert('Peru')</script> <b>Peru</b> & Senegal hope so.\n"
    ),
    "gazette": "Undated note\n\nNo talks took place between Peru and Kenya, the ministry said. The talks were denied.\n",
}
PUBLISHED = {"harbour": "2019-03-05", "courier": "2019-04", "gazette": ""}
ACTORS = {
    "Amina Diallo": ("person", ["Diallo"]),
    "Tomás Herrera": ("person", ["Herrera"]),
    "Kenya": ("state", []),
    "Peru": ("state", []),
    "Senegal": ("state", []),
    "Nairobi": ("place", []),
}


class Small:
    """The tables as attributes; `where` and `text` as a briefing has them."""

    def __init__(self, tables: dict[str, pd.DataFrame]):
        self.__dict__.update(tables)

    def text(self, document: str) -> str:
        return TEXTS[document]

    def where(self, document=None, voice=None, period=None, actor=None, topic=None) -> Small:
        tables = {name: getattr(self, name) for name in TABLES}
        kept = set(self.documents["document"])
        if document:
            kept &= set(document)
        if period:
            since, until = period[0] or "0000", period[1] or "9999"
            days = zip(self.documents["document"], self.documents["published"], strict=True)
            kept &= {name for name, day in days if day and since <= day <= until + "~"}
        if actor:
            kept &= set(self.mentions[self.mentions["actor"].isin(actor)]["document"])
        if topic:
            kept &= set(self.topics[self.topics["topic"].isin(topic)]["document"])
        for name, table in tables.items():
            if "document" in table:
                tables[name] = table[table["document"].isin(kept)]
            if voice and "voice" in table:
                tables[name] = tables[name][tables[name]["voice"].isin(voice)]
        return Small(tables)


def small() -> Small:
    """Return the three documents and their tables."""
    rows: dict[str, list[tuple]] = {name: [] for name in TABLES}
    for document, text in TEXTS.items():
        title = text.partition("\n")[0]
        rows["documents"].append(
            (document, title, "", "", PUBLISHED[document], "", "", "news", "en", f"{document}.txt", "", len(text), 0)
        )
        _sentences(document, text, rows)
        _mentions(document, text, rows)
    rows["actors"] = [(actor, kind, "", "", aliases) for actor, (kind, aliases) in ACTORS.items()]
    for document, words, status, edtf in (
        ("harbour", "Amina Diallo of Senegal met Tomás Herrera in Nairobi on 4 March 2019", "held", "2019-03-04"),
        ("courier", "Diallo will meet Herrera again in Lima", "planned", ""),
        ("gazette", "talks took place between Peru and Kenya", "denied", ""),
        ("gazette", "The talks were denied", "denied", ""),
    ):
        start = TEXTS[document].index(words)
        rows["meetings"].append(
            (document, _sentence_at(document, start, rows), start, start + len(words), words, "talks", [], "", "")
            + (edtf, edtf, edtf, "stated" if edtf else "", status, "author", "met_with")
        )
    start = TEXTS["gazette"].index("\n\n") + 2
    rows["topics"].append(
        ("gazette", 2, start, len(TEXTS["gazette"]) - 1, "diplomacy", 0.5, "codebook", ["talk", "denied"])
    )
    places = [f"{row[0]}:{row[2]}-{row[3]}" for row in rows["meetings"]]
    rows["events"] = [
        ("e1", "talks", [], "Nairobi", "2019-03-04", "", "", "held", [], ["harbour"], places[:1], [], [], "040", ""),
        ("e2", "talks", [], "", "", "", "", "denied", [], ["gazette"], places[2:], [], [], "", ""),
    ]
    rows["problems"] = [("", "broken.pdf", "cannot be read", "save it again")]
    return Small({name: frame(name, rows[name]) for name in TABLES})


def _sentences(document, text, rows):
    paragraph, count = 0, 0
    for line in text.split("\n"):
        if not line:
            continue
        paragraph += 1
        line_start = text.index(line)
        kind = "headline" if paragraph == 1 else "narration"
        rows["passages"].append((document, paragraph, line_start, line_start + len(line), kind, "author", "", 0))
        start = line_start
        for piece in line.replace(". ", ".\n").split("\n"):
            count += 1
            voice = "Tomás Herrera" if piece.startswith("“") else "author"
            rows["sentences"].append(
                (f"{document}#{count}", document, paragraph, start, start + len(piece), piece, voice, kind)
            )
            start += len(piece) + 1


def _sentence_at(document, start, rows):
    return next(row[0] for row in rows["sentences"] if row[1] == document and row[3] <= start < row[4])


def _mentions(document, text, rows):
    forms = sorted(
        ((form, actor) for actor, (_, more) in ACTORS.items() for form in (actor, *more)), key=lambda f: -len(f[0])
    )
    taken: list[tuple[int, int]] = []
    found = []
    for form, actor in forms:
        start = text.find(form)
        while start >= 0:
            end = start + len(form)
            if not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                kind = ACTORS[actor][0]
                role = "place" if kind == "place" else "actor"
                found.append(
                    (document, _sentence_at(document, start, rows), start, end, form, actor, kind, role, "alias")
                )
            start = text.find(form, end)
    rows["mentions"] += sorted(found, key=lambda row: row[2])


def names(
    briefing: Small,
    kind: Literal["all", "person", "state"] = "all",
    least: Annotated[int, Range(1, 5)] = 1,
    only: Annotated[str, From("actors", "actor", type="state")] = "",
    sorted_by_name: bool = False,
) -> View:
    """Who is named, and how often.

    Args:
        kind: kind of actor
        least: fewest mentions,
            counted over all documents
    """
    table = briefing.mentions
    if kind != "all":
        table = table[table["type"] == kind]
    if only:
        table = table[table["actor"] == only]
    marks = {str(a): [("mentions", i) for i in rows.index] for a, rows in table.groupby("actor") if len(rows) >= least}
    order = sorted(marks, key=(lambda k: k) if sorted_by_name else (lambda k: (-len(marks[k]), k)))
    counts = [len(marks[key]) for key in order]
    figure = go.Figure(go.Bar(x=order, y=counts, customdata=order), layout={"title": {"text": f"Names: {kind}"}})
    return View(figure, pd.DataFrame({"actor": order, "mentions": counts}), {key: marks[key] for key in order})


def meetings(briefing: Small, status: Literal["any", "held", "planned", "denied", "boom"] = "any") -> View:
    """Meetings as points, one an event."""
    if status == "boom":
        raise KeyError("no such column")
    table = briefing.events if status == "any" else briefing.events[briefing.events["status"] == status]
    keys = table["event"].tolist()
    points = go.Scatter(x=keys, y=table["status"].tolist(), mode="markers", customdata=[[k] for k in keys])
    figure = go.Figure(points if keys else None, layout={"title": {"text": f"Meetings: {status}"}})
    return View(figure, table, {key: [("events", index)] for key, index in zip(keys, table.index, strict=True)})
