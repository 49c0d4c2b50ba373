"""Events as the JSON that TimelineJS (Knight Lab) draws a story from."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from briefing_lib.export.told import Report, events_of, heading, reports, reports_of

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


def to_timelinejs(briefing: Any, events: list[str] | None = None, title: str = "Who met whom, and when") -> bytes:
    """Return dated events as a timeline.

    Args:
        briefing: anything whose attributes are the tables.
        events: names of events to take, all if None; those without a date are left out.
        title: heading of the first slide.

    Returns:
        JSON in UTF-8. A date keeps its precision: a month has no day; what is uncertain says so in ``display_date``.
        Words of documents are escaped, for TimelineJS shows them as HTML.
    """
    known = reports(briefing)
    slides = [
        _slide(event, reports_of(event, known)) for event in events_of(briefing, events).itertuples() if event.earliest
    ]
    page = {"title": {"text": {"headline": escape(title)}}, "events": slides}
    return json.dumps(page, ensure_ascii=False, indent=1).encode("utf-8")


def _slide(event: Any, told: list[Report]) -> dict[str, Any]:
    first, _, last = event.edtf.partition("/")
    slide: dict[str, Any] = {
        "unique_id": event.event,
        "group": event.type,
        "start_date": _date(first) or _date(event.earliest),
        "text": {"headline": escape(heading(event)), "text": _text(event, told)},
    }
    end = _date(last) if last else (None if _date(first) else _date(event.latest))
    if end:
        slide["end_date"] = end
    if not all(_is_plain(part) for part in event.edtf.split("/")):
        slide["display_date"] = escape(event.edtf)
    return slide


def _is_plain(edtf: str) -> bool:
    """Tell whether year, month and day are all that a date says: no season, nothing uncertain."""
    return _PLAIN.match(edtf) is not None and _date(edtf) is not None


def _date(edtf: str) -> dict[str, int] | None:
    """Return year, month and day as far as a date has them.

    >>> _date("2024-05"), _date("2024-04-08"), _date("2024-03~")
    ({'year': 2024, 'month': 5}, {'year': 2024, 'month': 4, 'day': 8}, {'year': 2024, 'month': 3})
    """
    hit = _PLAIN.match(edtf.rstrip("~?%"))
    if not hit or (hit[2] and int(hit[2]) > 12):
        return None
    return {name: int(part) for name, part in zip(("year", "month", "day"), hit.groups(), strict=True) if part}


def _text(event: Any, told: list[Report]) -> str:
    place = f" in {escape(event.place)}" if event.place else ""
    lines = [f"<p>{escape(event.status)}{place}</p>"]
    lines += [
        f"<p>{escape(r.published or 'no date')}, {escape(r.document)}, {escape(r.status)}: {escape(r.sentence)}</p>"
        for r in told
    ]
    return "".join(lines)
