"""What the rows behind a mark have in common, as filters that they suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_lib.evidence import Row, anchors

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing


def common(briefing: Briefing, rows: list[Row]) -> dict[str, list[str]]:
    """Return the one actor, topic and voice that a choice of rows has in common, as far as there is one.

    Args:
        briefing: where the rows are.
        rows: ``(table, index label)`` pairs of a mark.

    Returns:
        Arguments for `Filter.choose`.
    """
    shared = _shared(briefing, rows)
    # That one document tells of something is no choice of that document; the voice of the author is that of most rows;
    # and who chooses a meeting or a figure does not choose him who speaks of it.
    if not {table for table, _ in rows} <= {"quotations", "sentences"}:
        shared.pop("voice", None)
    return {
        name: sorted(values)
        for name, values in shared.items()
        if name != "document" and len(values) == 1 and all(values) and not (name == "voice" and "author" in values)
    }


def narrowings(briefing: Briefing, rows: list[Row]) -> dict[str, dict[str, list[str]]]:
    """Return the filters that a choice of rows suggests: their documents, and the one actor, topic or voice they share.

    Args:
        briefing: where the rows are.
        rows: ``(table, index label)`` pairs of a mark.

    Returns:
        Arguments for `Filter.set`, by what a reader would call them.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for name, values in _shared(briefing, rows).items():
        if name == "document" and values:
            found[f"Only {len(values):,} document{'s' * (len(values) > 1)}"] = {name: sorted(values)}
        elif name != "document" and len(values) == 1 and all(values):
            found[f"Only {name}: {min(values)}"] = {name: [min(values)]}
    return found


def _shared(briefing: Briefing, rows: list[Row]) -> dict[str, set[str]]:
    """Return the documents, actors, topics and voices of rows."""
    shared: dict[str, set[str]] = {"document": {place.document for place in anchors(briefing, rows)}}
    for table in dict.fromkeys(table for table, _ in rows):
        frame = getattr(briefing, table).loc[[index for name, index in rows if name == table]]
        for name in ("actor", "topic", "voice"):
            if name in frame:
                shared.setdefault(name, set()).update(frame[name])
        if table == "quotations":
            shared.setdefault("voice", set()).update(frame["source"])
    return shared
