"""One word, several meetings: "met in Riga on 8 June and in Baku on 28 March", "most recently in Doha in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing_lib.link.meeting.dates import after_publication, before_publication
from briefing_lib.link.meeting.draft import Draft, Place
from briefing_lib.link.meeting.scene import Scene
from briefing_lib.link.meeting.venue import place_named
from briefing_lib.link.meeting.words import Hit
from briefing_lib.tables import Date, Mention

_AGAIN = (
    r"(?:(?P<last>most\srecently|more\srecently|the\slast\stime|last|latterly)\s|"
    r"(?:again|then|later|earlier|also|before\sthat|once|first|next|secondly|finally|lastly)\s)"
)
# " and in", ", and again on", ", most recently at": another time or place follows
_JOIN = re.compile(r"(?:,\s(?:and\s)?|\sand\s)(?:once\smore\s)?" + _AGAIN + r"*(?P<word>in|at|on)\s(?:the\s)?")
# "will visit Honolulu on Monday[, ]Apia on Thursday[ and ]Suva"
_AND = re.compile(r"(?P<word>,\s(?:and\s)?|\sand\s)(?:then\s)?(?:(?:to|in|at)\s)?(?:the\s)?")
_RECENTLY = re.compile(
    r"[^;.:]{0,60}?,\s(?:the\s)?(?:most\srecently|more\srecently|last|the\slast\stime|the\slatest)\s(?P<word>in|at|on|last|this)\s(?:the\s)?"
)
_BETWEEN = re.compile(
    r"(?:,?\s[A-Z][\w-]+)?,?\s(?:(?:in|on|at|late|early|late\sin|early\sin|late\son|later)\s)?(?:the\s)?"
)
_STOPS = re.compile(r"[.,;:)”\"]|$|\s(?:and|to|for|where|when|as|during|with|before|after)\b")
_MOST = 4  # meetings read from one word


def further(scene: Scene, hit: Hit, draft: Draft, published: str) -> list[Draft]:
    """Return the meetings that a list of places and dates behind a mention adds to it.

    Args:
        scene: the sentence.
        hit: the word of meeting.
        draft: the mention, with the first place and date.
        published: the document's date as EDTF.
    """
    if draft.type in ("visit", "signing") and not draft.place or not (draft.place or draft.edtf):
        recent = _RECENTLY.match(scene.text, hit.end, scene.sentence.end)
        return _read(scene, draft, recent, published) if recent and draft.status == "held" else []
    found: list[Draft] = []
    at = draft.end
    joins = _AND if draft.type == "visit" else _JOIN
    while len(found) < _MOST and (join := joins.match(scene.text, at, scene.sentence.end)):
        more = _read(scene, draft, join, published)
        if not more:
            break
        found += more
        at = more[-1].end
    if not found and draft.status == "held" and (recent := _RECENTLY.match(scene.text, at, scene.sentence.end)):
        found = _read(scene, draft, recent, published)
    return found


def _read(scene: Scene, draft: Draft, join: re.Match[str], published: str) -> list[Draft]:
    """Return the meeting told behind "and in", with a place and a date of its own."""
    place = _place_at(scene, join.end())
    date = _date_at(scene, join.end(), join.start("word"))
    if place is None and date is None:
        return []
    first_end = place.end if place is not None else date.end if date else join.end()
    gap = _BETWEEN.match(scene.text, first_end, scene.sentence.end)
    then = gap.end() if gap else first_end
    if place is not None:
        date = _date_at(scene, then, then)
    else:
        place = _place_at(scene, then)
    recent = join.re is _RECENTLY
    if not recent and (place is None or date is None):
        return []
    end = max(first_end, place.end if place else 0, date.end if date else 0)
    if not _STOPS.match(scene.text, end, scene.sentence.end):
        return []
    if date is not None:
        date = before_publication(date, published) if draft.status == "held" else after_publication(date, published)
    where = place_named(scene, place) if place is not None else Place()
    actors = list(draft.participants)
    if draft.type == "visit":
        if not where.state or where.state == draft.place_state and where.name == draft.place:
            return []
        actors = sorted({*(a for a in actors if a != draft.place_state), where.state})
    first = join.start("word") if join.re is not _AND else join.end()
    return [
        replace(
            draft,
            start=first,
            end=end,
            at=first,
            participants=actors,
            place=where.name,
            place_state=where.state,
            date_text=date.text if date else "",
            edtf=date.edtf if date else "",
            earliest=date.earliest if date else "",
            latest=date.latest if date else "",
            basis="clause" if date else "",
            rule=f"list: {draft.rule.split(': ', 1)[-1]}",
            place_carried=False,
        )
    ]


def _place_at(scene: Scene, start: int) -> Mention | None:
    return next((m for m in scene.mentions if m.start == start and m.type in ("place", "state")), None)


def _date_at(scene: Scene, start: int, word: int) -> Date | None:
    """Return the date that begins at an offset, or at the preposition before it: "last May"."""
    return next(_dates(scene, start, word), None)


def _dates(scene: Scene, start: int, word: int) -> Iterator[Date]:
    for date in scene.dates:
        if date.start in (start, word) or word < date.start <= start and date.edtf:
            yield date
