"""The meetings of a period side by side: what each document says of each, and what else stands beside them."""

from __future__ import annotations

from datetime import date
from typing import Any

from briefing_lib.view import View
from briefing_lib.view.account.cells import key_of, list_cells, notes_of, row_of, said_of, table_of, tile_of
from briefing_lib.view.account.sheet import SIGNS, Tile, characters_of, document_names, draw
from briefing_lib.view.account.surroundings import LISTS
from briefing_lib.view.account.told_of_period import Part, Period, Told, period_telling
from briefing_lib.view.drawing import labels, theme
from briefing_lib.view.events.names import names_of, short_range

TITLE = "What each document says of the meetings of a period"


def accounts_of_period(briefing: Any, window: tuple[date, date], when: str, told: str, limit: int) -> View:
    """Show what each document says of the meetings of a period.

    Args:
        briefing: anything whose attributes are the tables.
        window: first and last day.
        when: the period in words: "since 2024-04".
        told: all, or only sentences of ``report`` or ``opinion``.
        limit: most documents.

    Returns:
        The view: meetings down, then figures, speakers, actors and topics; documents across.
    """
    found = period_telling(briefing, window[0].toordinal(), window[1].toordinal(), told, limit)
    if not found.documents:
        by = "" if told == "all" else f" in a sentence of {told}"
        said = f"No document tells of a meeting {when}{by}. Meetings without a date are of no period."
        return View(theme.nothing(TITLE, said), table_of([], briefing.documents), {})
    cells = list_cells(found.lists, found.documents)
    beside = [name for name in LISTS if any((name, document) in cells for document in found.documents)]
    rows = [*found.meetings.values(), *((name,) for name in beside)]
    known = names_of(briefing.events, found.meetings)
    characters = characters_of(rows, len(found.documents))
    at = {name: n for n, name in enumerate([*found.meetings, *beside])}
    tiles = {
        (at[event], document): _tile(key_of(event, document), known[event], one, characters)
        for (event, document), one in found.told.items()
    }
    tiles |= {(at[name], d): tile_of(name, d, cell, characters) for (name, d), cell in cells.items()}
    marks = {key_of(*place): [("meetings", row) for row in one.rows] for place, one in found.told.items()}
    marks |= {key_of(*place): [(cell.account.table, row) for row in cell.account.rows] for place, cell in cells.items()}
    notes = {key_of(*place): about for place, one in found.told.items() if (about := _notes(one))}
    notes |= {key_of(*place): about for place, cell in cells.items() if (about := notes_of(cell))}
    table = [
        (known[event], document, ", ".join(" / ".join(part.values) for part in one.parts), one.verdict,
         "", "", len(one.rows))
        for (event, document), one in found.told.items()
    ]  # fmt: skip
    table += [row_of(name, document, cell) for (name, document), cell in cells.items()]
    names = document_names(briefing, found.documents)
    figure = draw(TITLE, _about(found, when), rows, names, tiles, len(found.meetings))
    return View(figure, table_of(table, briefing.documents), marks, notes=notes)


def _about(found: Period, when: str) -> str:
    shown = len(found.meetings)
    drawn = labels.count(len(found.documents), "document")
    of = f"{len(found.documents)} of {found.of:,} documents" if found.of > len(found.documents) else drawn
    of += "" if found.all else " looked into"
    if found.total == shown:
        return f"{labels.count(shown, 'meeting')} {when}, those told by most first. {of}, in order of publication."
    more = labels.count(found.total - shown, "meeting")
    return f"{shown} meetings {when}, those told by most; {more} more are not drawn. {of}, in order of publication."


def _tile(key: str, name: str, one: Told, characters: int) -> Tile:
    lines = [f"<b>{labels.count(len(one.rows), 'mention')}</b>", *said_of("", [name])]
    for part in one.parts:
        lines += said_of(f"{part.aspect}: ", part.values) + said_of(f"{part.aspect} elsewhere: ", part.others)
    words = [labels.shorten(_words(part), characters) for part in one.parts]
    return Tile(key, "<br>".join(map(labels.plain, words)), lines, one.verdict)


def _words(part: Part) -> str:
    """Return status, date or place in one line, with a sign where it differs or was told beforehand."""
    values = [short_range(value) if part.aspect == "date" else value for value in part.values]
    return SIGNS.get(part.verdict, "") + " / ".join(values)


def _notes(one: Told) -> list[str]:
    return [
        f"{part.aspect.capitalize()}: {', '.join(part.values)} here; elsewhere {', '.join(part.others)}"
        for part in one.parts
        if part.others
    ]
