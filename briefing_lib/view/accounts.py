"""Sources side by side: what each document says of one meeting, and where the accounts differ."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from briefing_lib.view import View, labels, theme
from briefing_lib.view.choices import Range
from briefing_lib.view.comparing import AGREES, ALONE, DIFFERS, Compared, compare, compare_lists
from briefing_lib.view.event_names import Events, name_of
from briefing_lib.view.meetings import window_of
from briefing_lib.view.telling import (
    ASPECTS,
    NOUNS,
    Account,
    Telling,
    mentions_of_event,
    mentions_of_period,
    most_told,
    of_documents,
    telling,
)

TITLE = "What each document says of it"
COLUMNS = ["aspect", "document", "published", "account", "compared", "only here", "left out here", "rows"]
VERDICTS = (AGREES, DIFFERS, ALONE)
FILLS = {AGREES: "#CFE3F2", DIFFERS: theme.ORANGE, ALONE: "#D9DCE0"}
"""Light enough for dark words on each; what differs has a sign as well."""
SIGN = "≠ "
INK = "#1B2027"
LEVEL = 50.0
"""Pixels of a row: three lines of words."""


class Cell(NamedTuple):
    """An account, and how it stands to the others."""

    account: Account
    compared: Compared


def accounts(
    briefing: Any,
    *,
    event: Annotated[str, Events()] = "",
    told: Literal["all", "report", "opinion"] = "all",
    since: str = "",
    until: str = "",
    limit: Annotated[int, Range(2, 10)] = 5,
) -> View:
    """Show what each document says of one meeting, or of the meetings of a period.

    Args:
        briefing: anything whose attributes are the tables.
        event: meeting to compare; empty for that told by most documents, or for all of the period.
        told: every sentence, or only those that report, or those that give an opinion.
        since: without an event: all meetings on or after this day, month or year: 2024-04-09, 2024-04 or 2024.
        until: without an event: all meetings on or before it.
        limit: most documents to draw, those that tell of it most often.

    Returns:
        The view: aspects down, documents across in order of publication, those without a date last. A cell is the
        document's own account. What differs from the common account has another colour and a sign, ≠; where no account
        is told by more documents than another, all have. Status, date, place, participants, type and voice are those
        of the mentions of the meeting; figures, speakers quoted, actors and topics those of the paragraphs that hold
        them, and there - of a period: everywhere - a document stands out by what no other has. A month and a day in it
        agree, a city and its state, a person and his state; so do two documents that each tell several things, if one
        of them is the same.

        Its marks hold rows of ``meetings``, ``quantities``, ``quotations``, ``mentions`` or ``topics``; its table lists
        the accounts of the documents drawn.

        Report is told apart from opinion sentence by sentence, by points that ``view/opinion.py`` lists: genre
        (analysis), voice (a source that speaks for itself), the saying word (condemned, urged), the class of the source
        (a document's words are no opinion) and words of duty, guess, stance and value (``opinion_words.csv``). To
        doubt: irony and a choice of facts are opinion without a word of it; "must" may report a duty; what a source is
        quoted as thinking is opinion of the source, not of the paper; and a document whose genre is not known is read
        as a report. Topics are of whole paragraphs, whatever ``told`` says of their sentences.
    """
    table = pd.DataFrame(columns=COLUMNS)
    try:
        first, last = window_of(since, until)
    except ValueError as error:
        return View(theme.nothing(TITLE, str(error)), table, {})
    period = bool(since.strip() or until.strip()) and not event
    name = event or ("" if period else most_told(briefing.events, briefing.meetings))
    if period:
        mentions = mentions_of_period(briefing.meetings, first.isoformat(), last.isoformat())
    else:
        mentions = mentions_of_event(briefing.events, briefing.meetings, name)
    found = telling(briefing, mentions, told, limit)
    if not found.documents:
        by = "" if told == "all" or not len(mentions) else f" in a sentence of {told}"
        return View(theme.nothing(TITLE, f"No document tells of {'such a' if name or period else 'a'} meeting{by}."),
                    table, {})  # fmt: skip
    cells = _compared(found, period)
    when = " ".join(f"{word} {day.strip()}" for word, day in (("since", since), ("until", until)) if day.strip())
    about = f"{labels.count(len(mentions), 'mention')} of meetings {when}"
    figure = _draw(briefing, found, cells, about if period else name_of(briefing.events, name))
    marks = {_key(*place): [(cell.account.table, row) for row in cell.account.rows] for place, cell in cells.items()}
    notes = {_key(*place): said for place, cell in cells.items() if (said := _notes(place, cell, found))}
    return View(figure, _table(briefing.documents, found, cells), marks, notes=notes)


def _key(aspect: str, document: str) -> str:
    return f"{aspect} · {document}"


def _compared(found: Telling, period: bool) -> dict[tuple[str, str], Cell]:
    """Compare the accounts, aspect by aspect; those of a period are of many meetings, and all of them lists."""
    cells: dict[tuple[str, str], Cell] = {}
    for aspect in ASPECTS:
        own = {d: found.accounts[aspect.name, d] for d in found.documents if (aspect.name, d) in found.accounts}
        if aspect.agree is None or period:
            compared = compare_lists({document: account.values for document, account in own.items()})
        else:
            verdicts = compare({document: account.means for document, account in own.items()}, aspect.agree)
            compared = {document: Compared(verdict, [], []) for document, verdict in verdicts.items()}
        cells |= {(aspect.name, document): Cell(own[document], compared[document]) for document in own}
    return cells


def _notes(place: tuple[str, str], cell: Cell, found: Telling) -> list[str]:
    aspect, document = place
    only, without = cell.compared.only, cell.compared.without
    said = [f"Only here: {', '.join(only)}"] if only else []
    said += [f"Left out here: {', '.join(without)}"] if without else []
    if aspect == "told as":
        said += [f"Opinion: {why}" for why in found.why.get(document, [])]
    return said


def _table(documents: pd.DataFrame, found: Telling, cells: dict[tuple[str, str], Cell]) -> pd.DataFrame:
    about = of_documents(documents, set(found.documents), "document", "published")
    published = dict(zip(about["document"], about["published"], strict=True))
    return pd.DataFrame(
        [
            (aspect, document, published.get(document, ""), " | ".join(cell.account.values), cell.compared.verdict,
             " | ".join(cell.compared.only), " | ".join(cell.compared.without), len(cell.account.rows))
            for (aspect, document), cell in cells.items()
        ],
        columns=COLUMNS,
    )  # fmt: skip


def _draw(briefing: Any, found: Telling, cells: dict[tuple[str, str], Cell], about: str) -> go.Figure:
    names = [aspect.name for aspect in ASPECTS if any((aspect.name, d) in cells for d in found.documents)]
    drawn = labels.count(len(found.documents), "document")
    of = f"{len(found.documents)} of {found.total:,} documents" if found.total > len(found.documents) else drawn
    figure = theme.sheet(TITLE, f"{about}. {of}, in order of publication.", height=LEVEL * len(names))
    theme.rows_axis(figure, names)
    room = theme.WIDTH - figure.layout.margin.l - figure.layout.margin.r
    grid = [[(name, document) for document in found.documents] for name in names]
    about_them = of_documents(briefing.documents, set(found.documents), "document", "title", "published")
    titles = labels.document_names(about_them)
    absent = [(r, c) for r, line in enumerate(grid) for c, place in enumerate(line) if place not in cells]
    dash = {"symbol": "line-ew-open", "size": 7, "color": theme.GREY}
    figure.add_trace(_tiles(grid, cells, titles, room / len(found.documents)))
    figure.add_trace(
        go.Scatter(x=[c for _, c in absent], y=[r for r, _ in absent], mode="markers", marker=dash, hoverinfo="skip",
                   showlegend=False)
    )  # fmt: skip
    there = {cell.compared.verdict for cell in cells.values()}
    for verdict in VERDICTS:
        if verdict in there:
            square = {"symbol": "square", "size": 12, "color": FILLS[verdict]}
            name = f"{SIGN}{verdict}" if verdict == DIFFERS else verdict
            figure.add_trace(
                go.Scatter(x=[None], y=[None], mode="markers", marker=square, name=name, hoverinfo="skip")
            )  # fmt: skip
    theme.columns_axis(figure, [titles.get(document, document) for document in found.documents], room)
    theme.add_legend(figure)
    return figure


def _tiles(
    grid: list[list[tuple[str, str]]], cells: dict[tuple[str, str], Cell], titles: dict[str, str], room: float
) -> go.Heatmap:
    """Return a tile for each account, with its words; each verdict has its colour."""
    steps = len(VERDICTS)
    stops = [[at / steps, FILLS[verdict]] for n, verdict in enumerate(VERDICTS) for at in (n, n + 1)]
    return go.Heatmap(
        z=[[VERDICTS.index(cells[p].compared.verdict) if p in cells else None for p in line] for line in grid],
        zmin=-0.5,
        zmax=steps - 0.5,
        colorscale=stops,
        showscale=False,
        xgap=4,
        ygap=4,
        text=[[_words(cells[p], room) if p in cells else "" for p in line] for line in grid],
        texttemplate="%{text}",
        textfont={"size": 11, "family": theme.FONT, "color": INK},
        hovertext=[[_hover(p, cells[p], titles) if p in cells else "" for p in line] for line in grid],
        hoverinfo="text",
        hoverongaps=False,
        customdata=[[_key(*p) if p in cells else "" for p in line] for line in grid],
    )


def _words(cell: Cell, room: float) -> str:
    """Return the account as it fits on a tile; of a list first what no other document has."""
    only = cell.compared.only
    values = [*only, *(value for value in cell.account.values if value not in only)]
    said = ("; " if any(", " in value for value in values) else ", ").join(values)
    said = f"“{said}”" if said.replace(",", "").isdigit() else said
    words = labels.plain(labels.wrap(said, max(8, int(room / 7) - len(SIGN)))).replace("&lt;br&gt;", "<br>")
    return SIGN + words if cell.compared.verdict == DIFFERS else words


def _hover(place: tuple[str, str], cell: Cell, titles: dict[str, str]) -> str:
    aspect, document = place
    number = labels.count(len(cell.account.rows), NOUNS[cell.account.table])
    lines = [f"<b>{aspect}</b>", labels.plain(titles.get(document, document)), f"<b>{number}</b>"]
    lines += _list("", cell.account.values) if not cell.compared.only else []
    lines += _list("only here: ", cell.compared.only) + _list("left out here: ", cell.compared.without)
    return "<br>".join([*lines, cell.compared.verdict])


def _list(before: str, values: list[str]) -> list[str]:
    more = f" and {len(values) - 8} more" if len(values) > 8 else ""
    said = before + ", ".join(labels.shorten(value, 60) for value in values[:8]) + more
    return [labels.plain(line) for line in labels.lines_of(said, 420)] if values else []
