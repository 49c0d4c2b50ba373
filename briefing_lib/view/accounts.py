"""Sources side by side: what each document says of one meeting, or of those of a period, and where accounts differ."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from briefing_lib.view import View
from briefing_lib.view.account.beforehand import compare_status
from briefing_lib.view.account.cells import Cell, key_of, list_cells, notes_of, row_of, table_of, tile_of
from briefing_lib.view.account.comparing import Compared, compare
from briefing_lib.view.account.event_ranks import most_told
from briefing_lib.view.account.of_period import accounts_of_period
from briefing_lib.view.account.sheet import characters_of, document_names, draw
from briefing_lib.view.account.surroundings import LISTS
from briefing_lib.view.account.telling import ASPECTS, Telling, telling
from briefing_lib.view.choices import Range
from briefing_lib.view.drawing import labels, theme
from briefing_lib.view.events.meetings import window_of
from briefing_lib.view.events.names import Events, name_of

TITLE = "What each document says of it"


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
        event: meeting to compare; empty for that told by most documents - of equals by most mentions, then summits,
            visits and talks before the rest, then the earlier -, or for those of the period.
        told: every sentence, or only those that report, or those that give an opinion.
        since: without an event: all meetings on or after this day, month or year: 2024-04-09, 2024-04 or 2024.
        until: without an event: all meetings on or before it.
        limit: most documents to draw, those that tell of it most often.

    Returns:
        The view: aspects down - of a period its meetings -, documents across in order of publication, those without a
        date last. A cell is the document's own account. What differs from the common account of the same meeting has
        another colour and a sign, ≠; where no account is told by more documents than another, all have. Status, date,
        place, participants and type are those of the mentions of the meeting: a month and a day in it agree, a city and
        its state, a person and his state; so do two documents that each tell several things, if one of them is the
        same. Who says so, and whether it is told as report or opinion, agree only if all of it is the same. Figures,
        speakers quoted, actors and topics are lists, of the paragraphs that hold the mentions: no list contradicts
        another, and what no other document has comes first. A question of a journalist is no account. A status told
        while the meeting was still ahead does not differ from what a document published later says.

        Of a period, a cell is the status, date and place that a document gives one meeting, and is compared with what
        others say of that meeting alone; meetings without a date are of no period.

        Its marks hold rows of ``meetings``, ``quantities``, ``quotations``, ``mentions`` or ``topics``; its table lists
        the accounts of the documents drawn.

        Report is told apart from opinion sentence by sentence, by points that ``view/account/opinion.py`` lists: genre
        (analysis), voice (a source that speaks for itself), the saying word (condemned, urged), the class of the source
        (a document's words are no opinion) and words of duty, guess, stance and value (``opinion_words.csv``). To
        doubt: irony and a choice of facts are opinion without a word of it; "must" may report a duty; what a source is
        quoted as thinking is opinion of the source, not of the paper; and a document whose genre is not known is read
        as a report. Topics are of whole paragraphs, whatever ``told`` says of their sentences.
    """
    try:
        window = window_of(since, until)
    except ValueError as error:
        return View(theme.nothing(TITLE, str(error)), table_of([], briefing.documents), {})
    if (since.strip() or until.strip()) and not event:
        when = " ".join(f"{word} {day.strip()}" for word, day in (("since", since), ("until", until)) if day.strip())
        return accounts_of_period(briefing, window, when, told, limit)
    return _of_event(briefing, event or most_told(briefing.events, briefing.meetings), told, limit)


def _of_event(briefing: Any, event: str, told: str, limit: int) -> View:
    found = telling(briefing, event, told, limit)
    if not found.documents:
        by = "" if told == "all" else f" in a sentence of {told}"
        such = f"{'such ' if event else ''}a meeting"
        return View(theme.nothing(TITLE, f"No document tells of {such}{by}."), table_of([], briefing.documents), {})
    cells = _compared(found)
    names = [aspect.name for aspect in ASPECTS if any((aspect.name, d) in cells for d in found.documents)]
    rows = [(name,) for name in names]
    characters = characters_of(rows, len(found.documents))
    tiles = {(names.index(a), d): tile_of(a, d, cell, characters) for (a, d), cell in cells.items()}
    drawn = labels.count(len(found.documents), "document")
    of = f"{len(found.documents)} of {found.total:,} documents" if found.total > len(found.documents) else drawn
    about = f"{name_of(briefing.events, event)}. {of}, in order of publication."
    lists = sum(name in LISTS for name in names)
    figure = draw(TITLE, about, rows, document_names(briefing, found.documents), tiles, len(names) - lists)
    marks = {key_of(*place): [(cell.account.table, row) for row in cell.account.rows] for place, cell in cells.items()}
    notes = {key_of(*place): said for place, cell in cells.items() if (said := notes_of(cell))}
    for document, reasons in found.why.items():
        if ("told as", document) in cells:
            notes[key_of("told as", document)] = [f"Opinion: {why}" for why in reasons]
    return View(figure, table_of([row_of(*place, cell) for place, cell in cells.items()], briefing.documents), marks,
                notes=notes)  # fmt: skip


def _compared(found: Telling) -> dict[tuple[str, str], Cell]:
    """Compare the accounts, aspect by aspect."""
    cells: dict[tuple[str, str], Cell] = {}
    for aspect in ASPECTS:
        if aspect.agree is not None:
            own = {d: found.accounts[aspect.name, d] for d in found.documents if (aspect.name, d) in found.accounts}
            means = {document: aspect.means(account) for document, account in own.items()}
            dated = aspect.name == "status"
            verdicts = compare_status(means, found.published) if dated else compare(means, aspect.agree)
            cells |= {(aspect.name, d): Cell(own[d], Compared(verdict, [], [])) for d, verdict in verdicts.items()}
    return cells | list_cells(found.accounts, found.documents)
