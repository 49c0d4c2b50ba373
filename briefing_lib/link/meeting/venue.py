"""Where a meeting is, as its own sentence tells it: the place, its state, the house, or where the dispatch is from."""

from __future__ import annotations

import re
from datetime import date as day

from briefing_lib.link.meeting.draft import Place
from briefing_lib.link.meeting.place import place_of
from briefing_lib.link.meeting.reach import clause_end
from briefing_lib.link.meeting.scene import Cast, Scene
from briefing_lib.link.meeting.words import VERBS, Hit
from briefing_lib.link.people import is_seat, state_of_place
from briefing_lib.tables import Mention

JOURNEYS = frozenset(
    {"journey", "visit", "travel", "be in", "go", "send", "invite", "invitation", "spend", "took", "back", "lead"}
)
# "at the British Embassy": a house no list of places knows.
HOUSE = re.compile(
    r"\bat\s(?:the\s)?(?P<name>(?:[A-Z][\w’'-]+\s){1,3}"
    r"(?:Airport|Castle|Centre|Center|Club|Embassy|Guesthouse|Hall|Hotel|House|Mansion|Palace|Residence|Villa))\b"
)


def told_venue(scene: Scene, hit: Hit, parties: Cast) -> Place:
    """Return where a meeting is: the destination of a journey, else the place told in the clause."""
    if parties.destinations:
        first = parties.destinations[0]
        name, state = place_and_state(first.surface, first.name, first.kind)
        return Place(name, scene.people.state_then(state), first.start, parties.destinations[-1].end)
    sides = (*parties.subjects, *parties.others)
    skip = {m.start for m in scene.mentions for side in sides if side.start <= m.start < side.end}
    mention = place_of(scene, hit, skip)
    if mention is None and hit.frame == "host" and scene.word(hit).startswith("host") and len(parties.subjects) == 1:
        # "Japan will host X"
        host = parties.subjects[0]
        return Place(host.name, host.name, host.start, host.end) if host.kind == "state" else Place()
    if mention is None and hit.frame not in JOURNEYS:
        house = HOUSE.search(scene.text, hit.end, clause_end(scene, hit))
        return Place(house["name"], "", house.start("name"), house.end()) if house else Place()
    reach = 90 if hit.frame == "visit" and scene.text.startswith(" the ", hit.end) else 25
    if mention is None or hit.frame in JOURNEYS and not 0 <= mention.start - hit.end < reach:
        return Place()
    return place_named(scene, mention)


def at_home(scene: Scene, hit: Hit, actors: list[str], edtf: str, published: str) -> Place | None:
    """Return the place of the dispatch for what happened there: a meeting of these days with somebody at home there."""
    dateline = scene.people.dateline(max(hit.start, 700) if scene.titled else hit.start)
    if dateline is None or scene.titled and hit.form in VERBS or edtf and not _these_days(edtf, published):
        return None
    name, state = place_and_state(dateline.text, dateline.actor, dateline.type)
    home = any(scene.people.state(actor) == state or actor == state for actor in actors)
    return Place(name, state) if state and name != state and home else None


def _these_days(edtf: str, published: str) -> bool:
    """Is a day the day of publication, or the one before?"""
    if len(edtf) != 10 or len(published) != 10:
        return False
    return 0 <= (day.fromisoformat(published) - day.fromisoformat(edtf)).days <= 1


def place_and_state(words: str, actor: str, kind: str) -> tuple[str, str]:
    """Return the name of a place and its state; the capital that stands for its government is a place, too."""
    if kind == "state":
        if words.isupper() and len(words) > 3:
            words = words.title()
        return (words if is_seat(words) else actor), actor
    return actor, state_of_place(actor) or state_of_place(words)


def place_named(scene: Scene, mention: Mention) -> Place:
    """Return the place that a mention names."""
    name, state = place_and_state(mention.text, mention.actor, mention.type)
    return Place(name, scene.people.state_then(state), mention.start, mention.end)
