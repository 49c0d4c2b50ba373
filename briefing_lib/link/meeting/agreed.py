"""Who agreed with whom, where the words say that they did so together: by telephone, or in a place on a day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.meeting.reach import BY, behind, passive
from briefing_lib.link.meeting.scene import CLAUSE, Cast, Scene
from briefing_lib.link.meeting.subjects import subjects_of
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.parties import Party, several
from briefing_lib.link.people import is_seat
from briefing_lib.tables import Mention

_FAR = 120  # characters from the verb to where it was agreed
_PHONE = re.compile(r"\b(?:by|over\sthe|on\sthe)\s(?:tele)?phone\b")
_WHERE = re.compile(r"\s(?:in|at)\s(?:the\s)?$")
# "agreed in Riga on Monday to open": right behind the verb; "agreed to open an office in Riga": what they will do
_TO_DO = re.compile(r"\bto\s(?:[a-z]+ly\s)?(?!(?:the|a|an|their|its|his|her|this|that|all)\b)[a-z]+\b")
# "an accord [was reached]"
_ACCORD = re.compile(
    r"\b(?:accords?|agreements?|armistice|bargain|compromise|deals?|settlement|truce|understandings?)\s(?:[\w’'-]+\s){0,8}?"
    r"(?:was|were|had\sbeen|has\sbeen)\s(?:[a-z]+ly\s)?$"
)
_PERSONS = frozenset({"person", "office", "pronoun", "pair", "counterpart"})


def _agree(scene: Scene, hit: Hit) -> Cast | None:
    """Read "X and Y agreed on a price by telephone", "settled the matter in Riga on 26 July"."""
    end = min(scene.sentence.end, hit.end + _FAR)
    if stop := CLAUSE.search(scene.text, hit.end, end):
        end = stop.start()
    phone = _PHONE.search(scene.text, hit.end, end)
    there = phone.start() if phone else max(_place_start(scene, hit, end), hit.end + 1)
    if any(hit.end <= other.start < there and other.type != "call" for other in scene.hits):
        # "agreed to meet in Rome in May"
        return None
    if passive(scene, hit):
        return _reached_by(scene, hit, end)
    if scene.word(hit).startswith(("reach", "struck")) and not phone and not _placed(scene, hit, end):
        return None
    if _TO_DO.search(scene.text, hit.end, phone.start() if phone else _place_start(scene, hit, end)):
        return None
    if not phone and not _placed(scene, hit, end):
        return None
    subjects, implied = subjects_of(scene, hit)
    others = [p for p in _with(scene, hit, end) if p not in subjects]
    subjects = [p for p in subjects if p.kind in _PERSONS or p.kind == "state"]
    if not subjects or implied or not (others or several(subjects)):
        return None
    return Cast(subjects, others, [], False)


def by_phone(scene: Scene, hit: Hit) -> bool:
    """Is it said behind a verb of agreeing that it was done by telephone?"""
    return hit.frame == "agree" and bool(_PHONE.search(scene.text, hit.end, min(scene.sentence.end, hit.end + _FAR)))


def _with(scene: Scene, hit: Hit, end: int) -> list[Party]:
    with_ = scene.text.find(" with ", hit.end, min(end, hit.end + 30))
    found = behind(scene, with_ + 6, end) if with_ >= 0 else []
    return [p for p in found if p.kind in _PERSONS]


def _reached_by(scene: Scene, hit: Hit, end: int) -> Cast | None:
    """Read "An accord was reached in Lagos by the two ministers"."""
    by = scene.text.find(" by ", hit.end, end) if _ACCORD.search(scene.left(hit.start, 110)) else -1
    if by < 0 or not scene.dates:
        return None
    match = BY.match(scene.text, by)
    parties = behind(scene, match.end() if match else by + 4, scene.sentence.end, True)
    return Cast(parties, [], [], False) if several(parties) else None


def _place_start(scene: Scene, hit: Hit, end: int) -> int:
    """Return where the place stands at which they agreed; the verb's end if none does."""
    for mention in scene.mentions:
        if (
            hit.end < mention.start < end
            and (mention.type == "place" or is_seat(mention.text))
            and _WHERE.search(scene.text, max(hit.end, mention.start - 8), mention.start)
        ):
            return mention.start
    return hit.end


def _placed(scene: Scene, hit: Hit, end: int) -> bool:
    """Is it told both where they agreed and when?"""
    place = _place_start(scene, hit, end)
    return place > hit.end and any(hit.end <= date.start < place + 40 for date in scene.dates)


def agreed_together(text: str, hit: Hit, named: Sequence[Mention], dated: bool, hits: Sequence[Hit]) -> bool:
    """May a verb of agreeing tell of a meeting: is it said that it was by telephone, or in which place on which day?

    >>> agreed_together("They agreed on it by telephone.", Hit(5, 11, "talks", "agree", "past"), [], False, [])
    True
    """
    stop = hit.end + _FAR
    others = [h.start for h in hits if h.end > hit.end and h.frame not in ("agree", "one") and h.type != "call"]
    stop = min([stop, *others])
    if text.find("phone", hit.end, stop) >= 0 and _PHONE.search(text, hit.end, stop):
        return True
    return dated and any(
        hit.end < m.start < stop
        and (m.type == "place" or is_seat(m.text))
        and _WHERE.search(text, max(hit.end, m.start - 8), m.start)
        for m in named
    )


FRAMES = {"agree": _agree}
