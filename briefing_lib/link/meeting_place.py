"""Where and when: the place and the date that belong to a word of meeting in its sentence."""

from __future__ import annotations

import re
from datetime import date as day
from datetime import timedelta

from briefing_lib.link.meeting_words import VERBS, Hit
from briefing_lib.link.people import is_seat
from briefing_lib.link.scene import CLAUSE, Scene
from briefing_lib.tables import Date, Mention

# What a place or a date has to be nearer than, in characters, clauses and other meetings counted in.
_FAR = 170
_CLAUSE_COST, _HIT_COST, _NOUN_COST = 45, 60, 35
# "in", "at the", "in the capital", "in central": right before a place.
_AT = re.compile(
    r"\b(?:[Ii]n|[Aa]t|near|outside|to|into|for)\s+(?:(?:the|a|capital|city|of|port|town|resort|southern|northern|eastern|western|central|downtown|nearby|Black|Sea|Alpine|[a-z]+ern|[A-Z]\w+(?:an|ese|ish)?)[,\s]+){0,4}$"
)
_TOPIC = re.compile(
    r"\b(?:war|wars|conflict|conflicts|crisis|situation|fighting|ceasefire|truce|peace|elections?|hostages|troops|invasion|attacks?|developments|"
    r"security|stability|violence|coup|unrest|operations?|settlement|process|reforms?|investments?|earthquake|floods|interests?|cooperation|forces|"
    r"role|presence|projects?|events|people|born|based|ambassador|envoy|rights|protests?)\s+$"
)
_ABOUT = re.compile(
    r"\b(?:about|over|regarding|concerning|discuss(?:ed|ing|es)?|aimed|focus(?:ed|ing)?|on)\s+(?:the|a|an|how|whether|ways|his|its|their|peace|trade|security|[a-z]+)\s"
)
_AHEAD = frozenset({"planned", "expected", "proposed"})
_SAYING = re.compile(
    r"\b(?:said|told|announced|reported|wrote|added|says|confirmed|warned|statement|according to)\b[^,;]{0,40}$"
)
_NOT_OF_MEETING = re.compile(
    r"\b(?:since|as of|founded in|born in|elected in|elected on|by)\s+(?:early\s+|late\s+|mid-)?$"
)
_DETERMINED = re.compile(r"\b(?:the|a|his|her|its|their|this)\s+$")
_NOUN_BEHIND = re.compile(
    r"\s+(?!in\b|at\b|on\b|for\b|to\b|and\b|with\b|by\b|of\b|after\b|before\b|when\b|as\b|but\b|during\b|was\b|will\b|between\b|where\b|were\b|is\b|from\b)[a-zA-Z]"
)


def place_of(scene: Scene, hit: Hit, skip: set[int]) -> Mention | None:
    """Return the mention that says where the meeting is; states and places behind "in", "at" or "to" count.

    Args:
        scene: the sentence.
        hit: the word of meeting.
        skip: where the mentions begin that are parties of the meeting.
    """
    best: tuple[float, Mention | None] = (_FAR, None)
    for mention in scene.mentions:
        if mention.type not in ("place", "state") or mention.start in skip:
            continue
        before = scene.text[max(scene.sentence.start, mention.start - 50) : mention.start]
        if (
            mention.type == "place"
            and mention.end < hit.start
            and not scene.text[mention.end : hit.start].strip()
            and hit.frame != "journey"
        ):
            # "the Camp David talks", "the Munich conference"
            return mention
        at = _AT.search(before)
        if not at:
            continue
        word = at.group().split()[0]
        behind = mention.start > hit.end
        if word.lower() == "at" and mention.type == "state" and not is_seat(mention.text):
            continue
        if word in ("to", "for", "into") and not (
            behind and (hit.frame in ("journey", "travel") or hit.frame == "host" and hit.type == "talks")
        ):
            continue
        if _TOPIC.search(before[: at.start()]) or scene.text.startswith(("'s", "’s"), mention.end):
            continue
        cost = _cost(scene, hit, mention.start, mention.end)
        if behind and _ABOUT.search(scene.text[hit.end : mention.start - len(before) + at.start()]):
            cost += 90
        if cost < best[0]:
            best = (cost, mention)
    return best[1]


_SIDELINES = re.compile(r"\bon the (?:sidelines|margins|fringes) of\b")


def _cost(scene: Scene, hit: Hit, start: int, end: int) -> float:
    """Return how far a span is from a word of meeting, clauses and other meetings between them counted in."""
    behind = start >= hit.end
    first, last = (hit.end, start) if behind else (end, hit.start)
    cost = float(last - first) * (1.0 if behind else 1.2)
    if _SIDELINES.search(scene.text, first, last):
        return cost
    cost += _CLAUSE_COST * sum(1 for _ in CLAUSE.finditer(scene.text, first, last))
    for other in scene.hits:
        if other != hit and first <= other.start < last:
            cost += _HIT_COST if other.form in VERBS else _NOUN_COST
    return cost


def dates_of(scene: Scene, hit: Hit, status: str) -> tuple[list[Date], str]:
    """Return the dates that belong to a meeting - two where "yesterday and today" are joined - and their basis: clause or sentence."""
    best: tuple[float, int] = (_FAR, -1)
    for index, date in enumerate(scene.dates):
        before = scene.text[max(scene.sentence.start, date.start - 50) : date.start]
        if _NOT_OF_MEETING.search(before):
            continue
        behind = date.start >= hit.end
        adjacent = not behind and hit.start - date.end < 25
        if (
            not adjacent
            and _DETERMINED.search(before)
            and date.text[:1].isdigit()
            and _NOUN_BEHIND.match(scene.text, date.end, scene.sentence.end)
        ):
            continue
        cost = _cost(scene, hit, date.start, date.end)
        if not behind and status in ("cancelled", "postponed") and scene.text[date.end : hit.start].strip():
            continue
        if status in _AHEAD and not behind:
            cost += 100 * any(other.form == "past" and date.end <= other.start < hit.start for other in scene.hits)
            cost += 100 * any(
                other.form == "past" and other.end <= date.start and "\n" not in scene.text[other.end : date.start]
                for other in scene.hits
            )
        said = _SAYING.search(before)
        if said and not (before[said.start() :].find(scene.text[hit.start : hit.end]) >= 0):
            if status != "held":
                continue
            cost += 30
        if not date.edtf:
            cost += 40
        if cost < best[0]:
            best = (cost, index)
    if best[1] < 0:
        return [], ""
    found = [scene.dates[best[1]]]
    for index in (best[1] - 1, best[1] + 1):
        if 0 <= index < len(scene.dates):
            pair = sorted([found[0], scene.dates[index]])
            if scene.text[pair[0].end : pair[1].start].strip() == "and":
                found = pair
                break
    first, last = (hit.end, found[0].start) if found[0].start >= hit.end else (found[-1].end, hit.start)
    clause = not CLAUSE.search(scene.text, first, last) and best[0] < 120
    return found, "clause" if clause else "sentence"


_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
_DAYS = re.compile(r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})(?:-day|\s+days?)\b")
_ENDS = re.compile(r"\b(?:complet|conclud|end|finish|wrap|clos|wound up|left|return)\w*\b")
_BEGINS = re.compile(
    r"\b(?:arriv|begin|began|begun|start|open|kick|from|embark|launch|set off|fl[ey]w?|will|pays?|on a)\w*\b"
)


def stretched(scene: Scene, hit: Hit, edtf: str) -> str:
    """Stretch a single day over the days a meeting is said to last: "completed a two-day visit on Tuesday".

    Returns:
        An EDTF interval, or the day itself where nothing says how long, or whether the day is the first or the last.
    """
    if len(edtf) != 10 or edtf.count("-") != 2:
        return edtf
    left = scene.text[max(scene.sentence.start, hit.start - 60) : hit.start]
    right = scene.text[hit.start : min(scene.sentence.end, hit.end + 40)]
    days = _DAYS.search(left) or (_DAYS.search(right) if right else None)
    if not days:
        return edtf
    number = _NUMBERS.get(days["n"]) or int(days["n"])
    if not 1 < number < 31:
        return edtf
    one = day.fromisoformat(edtf)
    sentence = scene.text[scene.sentence.start : hit.end]
    near = sentence[-90:]
    if _ENDS.search(near):
        return f"{one - timedelta(number - 1)}/{one}"
    if _BEGINS.search(near):
        return f"{one}/{one + timedelta(number - 1)}"
    return edtf
