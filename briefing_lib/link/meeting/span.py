"""The words a mention of a meeting shows: its clause, from the subject to the last thing said of it."""

from __future__ import annotations

from briefing_lib.link.meeting.draft import Place
from briefing_lib.link.meeting.reach import clause_end
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.parties import Party
from briefing_lib.tables import Date


def span_of(scene: Scene, hit: Hit, parties: Cast, place: Place, dates: list[Date]) -> tuple[int, int]:
    """Return the clause: from its subject, where that is near, to the last thing said of the meeting."""
    near: list[Party] = [*parties.others, *parties.destinations, *([] if parties.implied else parties.subjects)]
    end = clause_end(scene, hit)
    edges = [(hit.start, hit.end), *((p.start, p.end) for p in near)]
    edges += [(d.start, d.end) for d in dates if hit.end <= d.start < end]
    if hit.end <= place.start < end:
        edges.append((place.start, place.end))
    start = max(min(first for first, _ in edges), scene.sentence.start)
    return start, min(max(last for _, last in edges), scene.sentence.end)
