"""A group of mentions to the row of its event: who, where, when, what became of it, and why they are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefing_lib.link.event.codes import code_of
from briefing_lib.link.event.disagreements import disagreements
from briefing_lib.link.event.groups import FINE, Group, days_of, is_state
from briefing_lib.link.event.overruled import DECIDED, NOTHING, Overruled
from briefing_lib.link.event.parts import with_visits
from briefing_lib.link.people import known_state
from briefing_lib.tables import Event, Meeting

# Of statuses reported on one day the one that says most about the end stands.
_RANK = {
    status: rank
    for rank, status in enumerate(("proposed", "expected", "planned", "postponed", "cancelled", "denied", "held"))
}


def in_order(row: Meeting, reported: Mapping[str, str]) -> tuple:
    """Return the key that sorts mentions by report, whatever order they came in."""
    return reported.get(row.document, ""), row.document, row.start, row.end, row


def rows_of(groups: Sequence[Group], reported: Mapping[str, str], overruled: Overruled = NOTHING) -> list[Event]:
    """Return the rows of the events, in order of date; ``reported`` is each document's day of publication."""
    events = []
    for group in groups:
        told = sorted(zip(group.rows, group.reasons, strict=True), key=lambda pair: in_order(pair[0], reported))
        rows = [row for row, _ in told]
        edtf, earliest, latest = _when(group)
        kind, who, where = _most(row.type for row in rows), _who(group), _where(rows)
        status = _status(rows, reported)
        events.append(
            Event(
                "", kind, who, where, edtf, earliest, latest, status, _history(rows, reported),
                sorted({row.document for row in rows}), [_anchor(row) for row in rows],
                [*_why(told), *_apart(rows, overruled)], disagreements(rows, group.family),
                code_of(kind, status, who, where, (row.text for row in rows)), "",
            )
        )  # fmt: skip
    events.sort(key=lambda e: (e.earliest or "9999", e.latest, e.type, e.participants, e.mentions))
    return with_visits([event._replace(event=f"e{number}") for number, event in enumerate(events, 1)])


def _anchor(row: Meeting) -> str:
    return f"{row.document}:{row.start}-{row.end}"


def _why(told: Sequence[tuple[Meeting, str]]) -> list[str]:
    """Return for each mention after the first why it is of the same meeting: "same participants and day (a:10-19)"."""
    # Where the mention that opened the group was reported later, what brought the first one here holds for both.
    return [f"{why or told[0][1]} ({_anchor(row)})" for row, why in told[1:]]


def _apart(rows: Sequence[Meeting], overruled: Overruled) -> list[str]:
    """Return which mentions a researcher said to be of other meetings, and than what."""
    return [
        f"{DECIDED}: another meeting than {_anchor(other)} ({_anchor(row)})"
        for row in rows
        for other in overruled.from_whom(row)
    ]


def _most(values: Iterable[str]) -> str:
    """Return the most frequent value; of equals the first in the alphabet."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else ""


def _who(group: Group) -> list[str]:
    """Return the parties most mentions give; of equals those that name most, persons before states."""
    best = min(group.parties, key=lambda p: (-group.parties[p], -len(p), sum(not known_state(x) for x in p), p))
    return list(best)


def _where(rows: Sequence[Meeting]) -> str:
    """Return the most precise place: a city before its state."""
    places = [row.place for row in rows if row.place]
    return _most([place for place in places if not is_state(place)] or places)


def _when(group: Group) -> tuple[str, str, str]:
    """Return the date: of a stay all its days, of anything else the one given most often, the shortest first."""
    dated = [row for row in group.rows if row.edtf and row.earliest]
    if not dated:
        return "", "", ""
    happened = [row for row in dated if row.status == "held"] or dated
    fine = [row for row in happened if (days_of(row) or 0) <= FINE] or happened
    counts = Counter(row.edtf for row in fine)
    if group.family == "visit" and (days_of(fine[0]) or 0) <= FINE:
        best = min(fine, key=lambda row: (-(days_of(row) or 0), -counts[row.edtf], row.edtf))
    else:
        best = min(fine, key=lambda row: (-counts[row.edtf], days_of(row) or 0, row.edtf))
    return best.edtf, best.earliest, best.latest


def _status(rows: Sequence[Meeting], reported: Mapping[str, str]) -> str:
    """Return the last status reported. What was held stays held unless it is denied later."""
    last = max(rows, key=lambda row: (reported.get(row.document, ""), _RANK.get(row.status, 0)))
    if last.status != "denied" and any(row.status == "held" for row in rows):
        return "held"
    return last.status


def _history(rows: Sequence[Meeting], reported: Mapping[str, str]) -> list[str]:
    """Return each status once a document and voice: "2024-04-10 held (readout: readout#3)"."""
    seen: set[tuple[str, str, str]] = set()
    lines = []
    for row in rows:
        key = (row.document, row.voice, row.status)
        if key in seen:
            continue
        seen.add(key)
        source = row.document if row.voice in ("author", "journalist", "") else row.voice
        lines.append(f"{reported.get(row.document, '') or 'undated'} {row.status} ({source}: {row.sentence})")
    return lines
