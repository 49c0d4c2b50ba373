"""When: the date that belongs to a word of meeting in its sentence, and how many days it stretches over."""

from __future__ import annotations

import re
from datetime import date as day
from datetime import timedelta

from briefing_lib.find.date_context import PUBLICATION
from briefing_lib.link.meeting_place import FAR, cost
from briefing_lib.link.meeting_words import VERBS, Hit
from briefing_lib.link.reach import passive
from briefing_lib.link.scene import CLAUSE, Scene, either
from briefing_lib.link.status_behind import WHICH_ASIDE
from briefing_lib.tables import Date

_AHEAD = frozenset({"planned", "expected", "proposed"})
# "said on [Monday]": the day of the words, not of the meeting.
_SAYING = re.compile(
    r"\b(?:"
    + either("said told announced reported wrote added says confirmed warned statement")
    + r"|according to)\b[^,;]{0,40}$"
)
_NOT_OF_MEETING = re.compile(
    r"\b(?:since|before|until|till|as of|founded in|born in|elected in|elected on|by|"
    r"(?:agreements?|accords?|declaration|resolution|statement|treaty) of|dated)"
    r"\s+(?:early\s+|late\s+|mid-)?$"
)
# "since taking office in [May]", "after becoming president in [May]"
_OTHER_TIME = re.compile(
    r"\b(?:since|(?:after|upon|on)\s+(?!arriv|land|fly|leav|meet)[a-z]+ing)\b[^,;]*$",
    re.I,
)
# "On Thursday, the minister said": not ", the minister said,".
_SAID_THEN = re.compile(r"\b(?:said|told|announced|reported|confirmed|added|wrote|warned)\b(?!,)")
_DETERMINED = re.compile(r"\b" + either("the a his her its their this") + r"\s+$")
_NOUN_BEHIND = re.compile(
    r"\s+(?!"
    + either("in at on for to and with by of after before when as but during was will between where were is from")
    + r"\b)[a-zA-Z]"
)


def dates_of(scene: Scene, hit: Hit, status: str, published: str) -> tuple[list[Date], str]:
    """Return the dates that belong to a meeting and their basis, clause or sentence.

    Two dates are returned where they are joined: "yesterday and today".
    """
    last_day = published.rstrip("~?%").split("/")[-1]
    ranked = []
    for index, date in enumerate(scene.dates):
        far = _distance(scene, hit, date, status)
        # What has been held was not held after the report of it.
        if status == "held" and hit.form == "past" and len(last_day) == 10 and date.earliest > last_day:
            continue
        if far < FAR:
            ranked.append((far, index))
    if not ranked:
        return [], ""
    far, best = min(ranked)
    found = [scene.dates[best]]
    for index in (best - 1, best + 1):
        if 0 <= index < len(scene.dates):
            pair = sorted([found[0], scene.dates[index]])
            if scene.text[pair[0].end : pair[1].start].strip() == "and":
                found = pair
                break
    first, last = (hit.end, found[0].start) if found[0].start >= hit.end else (found[-1].end, hit.start)
    clause = not CLAUSE.search(scene.text, first, last) and far < 120
    return found, "clause" if clause else "sentence"


def before_publication(date: Date, published: str) -> Date:
    """Return a weekday or a month of what has been held as the last one before the publication, not the next.

    "Told a joint press conference on Tuesday that X would send engineers": the tense of the sentence is another's.
    """
    if len(published) != 10 or not date.edtf or date.earliest <= published:
        return date
    if date.basis.startswith("weekday") and len(date.edtf) == 10 and not _WHICH_WEEK.search(date.text):
        moved = (day.fromisoformat(date.edtf) - timedelta(7)).isoformat()
        return date._replace(edtf=moved, earliest=moved, latest=moved, basis="weekday before publication")
    if date.basis == PUBLICATION and _MONTH.fullmatch(date.edtf) and not any(c.isdigit() for c in date.text):
        return _years_later(date, -1)
    return date


_WHICH_WEEK = re.compile(r"\b(?:last|next|this|past|coming)\b", re.I)


def after_publication(date: Date, published: str) -> Date:
    """Return a weekday, or a date without a year, of what is to come as the next one: "to meet on Sunday"."""
    if len(published) != 10 or not date.edtf or date.latest >= published or _WHICH_WEEK.search(date.text):
        return date
    if date.basis.startswith("weekday") and len(date.edtf) == 10:
        moved = (day.fromisoformat(date.edtf) + timedelta(7)).isoformat()
        return date._replace(edtf=moved, earliest=moved, latest=moved, basis="weekday after publication")
    if date.basis != PUBLICATION or not _NAMES_A_MONTH.search(date.text) or re.search(r"\d{4}", date.text):
        return date
    return _years_later(date, 1)


def _years_later(date: Date, years: int) -> Date:
    """Return a date so many years later."""
    edtf = re.sub(r"\b\d{4}(?=-)", lambda year: str(int(year.group()) + years), date.edtf)
    first, last = (
        f"{int(end[:4]) + years}{end[4:]}".replace("-02-29", "-02-28") for end in (date.earliest, date.latest)
    )
    return date._replace(edtf=edtf, earliest=first, latest=last)


_MONTH = re.compile(r"\d{4}-\d\d~?")


_NAMES_A_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|"
    r"autumn|fall|winter)"
)


def _distance(scene: Scene, hit: Hit, date: Date, status: str) -> float:
    """Return how far a date is from a word of meeting; what makes it the date of something else counts as distance."""
    text = scene.text
    before = scene.left(date.start, 50)
    behind = date.start >= hit.end
    adjacent = not behind and hit.start - date.end < 25
    if _NOT_OF_MEETING.search(before) or ".." in date.edtf:
        return FAR
    other_time = _OTHER_TIME.search(before)
    if other_time and not date.start - len(before) + other_time.start() < hit.start < date.start:
        return FAR
    # "the 2015 agreement"
    if _DETERMINED.search(before) and not adjacent and _NOUN_BEHIND.match(text, date.end, scene.sentence.end):
        return FAR
    # "on Thursday cancelled a visit" dates the cancelling.
    if not behind and status in ("cancelled", "postponed") and text[date.end : hit.start].strip():
        return FAR
    far = cost(scene, hit, date.start, date.end)
    aside = WHICH_ASIDE.match(text, hit.end, date.start) if behind else None
    if aside:
        # "consultations, which were suspended last year, could resume in May"
        far = min(far, float(date.start - aside.end()))
    elif behind and _RELATIVE.search(text, hit.end, date.start):
        far += 90
    opens = date.start - scene.sentence.start < 6 and not behind
    if opens and _SAID_THEN.search(text, date.end, hit.start):
        return FAR
    if opens and not _HARD.search(text, date.end, hit.start):
        # "On 9 April, X, long his country's envoy in Y, met": a date that opens a sentence is its main verb's.
        far = min(far, 45 + 30 * sum(date.end <= h.start < hit.start for h in scene.hits))
    if (
        behind
        and hit.frame == "journey"
        and any(h.frame == "journey" and hit.end <= h.start < date.start for h in scene.hits)
    ):
        return FAR
    if not behind and _of_other_verb(scene, date):
        far += 60
    if not behind and _ASIDE.search(scene.left(date.start, 120)) and text[date.end : hit.start].count(",") == 1:
        # "X, whose country chairs the body this year, spoke"
        far += 90
    if status in _AHEAD and not behind:
        # "arrived on Thursday and is to meet X": what is to come has another date than what is over.
        far += 100 * sum(
            other.form == "past"
            and not passive(scene, other)
            and (date.end <= other.start < hit.start or other.end <= date.start)
            for other in scene.hits
        )
    saying = _SAYING.search(before)
    if saying and not behind and _AFTER.match(text, date.end, hit.start) and status == "held":
        # "said on Thursday, after X met Y": told on the day, or the day after.
        return min(far, 45.0)
    if saying and not (hit.start >= date.start - len(before) and hit.end <= date.start):
        if status != "held" or not behind and _new_subject(scene, date.end, hit.start):
            return FAR
        far += 30
    return far if date.edtf else far + 40


# "the organisation that gave him the prize in 2008"
_RELATIVE = re.compile(
    r"[,\w]\s(?:that|which|who|whose|when|where)\s"
    r"(?!(?:opens|begins|starts|runs|meets|convenes|opened|began|started|took place)\b)"
    r"(?!(?:had been|has been|have been|was|is|were|are|will be|"
    r"would be|will|would)\s"
    r"(?:to (?:be|have)\s)?(?:planned|scheduled|set|due|held|fixed|foreseen|arranged|expected|taken place|"
    r"take place|begin|open|assemble|convene|meet)\b)"
    r"(?!(?:[\w’'-]+\s){1,3}(?:hinted|said|expected|hoped|announced)\s(?:it\s|that\s)?would\b)"
)
_ASIDE = re.compile(r",\s(?:who|whose|which)\s[^,;]*$")
_AFTER = re.compile(r",?\s(?:after|following)\s[^,;]*$")
_HARD = re.compile(r"[;:]\s|\b(?:but|while|whereas|however|said|reported|announced|told|confirmed)\b")


def _new_subject(scene: Scene, start: int, end: int) -> bool:
    """Does somebody begin to act between two offsets: "said on Monday *she* had talks"?"""
    return any(p.start >= start and p.end <= end and scene.goes_on(p) for p in scene.parties)


def _of_other_verb(scene: Scene, date: Date) -> bool:
    """Does a date end the clause of an earlier verb of meeting: "would go to China *in May*, but"?"""
    return any(
        h.form in VERBS and h.end <= date.start and not CLAUSE.search(scene.text, h.end, date.start) for h in scene.hits
    )


_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
_DAYS = re.compile(
    r"\b(?P<n>" + either("two three four five six seven eight nine ten eleven twelve") + r"|\d{1,2})(?:-day|\s+days?)\b"
)
_STAYS = frozenset({"journey", "visit", "travel", "go", "be in"})
_ENDS = re.compile(r"\b" + either("complet conclud end finish wrap clos left return") + r"\w*\b")
_BEGINS = re.compile(
    r"\b(?:" + either("arriv begin began begun start open kick from embark launch flew fly will pay") + r"\w*|on a)\b"
)


def stretched(scene: Scene, hit: Hit, edtf: str, told: int = -1) -> str:
    """Stretch a single day over the days a meeting is said to last: "completed a two-day visit on Tuesday".

    Args:
        scene: the sentence.
        hit: the word of meeting.
        edtf: its date.
        told: where the date stands; -1 if not in the sentence.

    Returns:
        An EDTF interval, or the day itself where nothing says how long, or whether the day is the first or the last.
    """
    if len(edtf) != 10 or edtf.count("-") != 2:
        return edtf
    left = scene.left(hit.start, 60)
    for other in scene.hits:
        if (
            hit.end <= told
            and hit.start - len(left) < other.end < hit.start
            and not (hit.frame in _STAYS and other.frame in _STAYS)
        ):
            # "for a three-day visit, also called on X": those days are another's.
            left = scene.text[other.end : hit.start]
    days = _DAYS.search(left) or _DAYS.search(scene.text, hit.start, min(scene.sentence.end, hit.end + 40))
    number = (_NUMBERS.get(days["n"]) or int(days["n"])) if days else 0
    if not 1 < number < 31:
        return edtf
    one = day.fromisoformat(edtf)
    near = scene.left(hit.end, 90)
    if _ENDS.search(near):
        return f"{one - timedelta(number - 1)}/{one}"
    if _BEGINS.search(near):
        return f"{one}/{one + timedelta(number - 1)}"
    return edtf


_BASES = {"weekday after publication": "future", "weekday before publication": "past"}


def relation(dates: list[Date], published: str) -> str:
    """Return whether the meeting's date lies ahead of the publication or behind it; empty if that is not known."""
    known = [d for d in dates if d.earliest]
    if not known:
        return ""
    if not published:
        return _BASES.get(known[0].basis, "")
    bounds = published.rstrip("~?%").split("/")
    if known[0].earliest > bounds[-1]:
        return "future"
    return "past" if known[-1].latest < bounds[0] else ""


def joined_days(dates: list[Date]) -> tuple[str, str, str]:
    """Return EDTF, first and last day of one date, or of the two of "yesterday and today"."""
    if not dates:
        return "", "", ""
    if len(dates) == 1 or not (dates[0].edtf and dates[1].edtf):
        known = next((d for d in dates if d.edtf), dates[0])
        return known.edtf, known.earliest, known.latest
    first, last = sorted(dates, key=lambda d: d.earliest)
    if first.edtf == last.edtf:
        return first.edtf, first.earliest, first.latest
    return f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}", first.earliest, last.latest
