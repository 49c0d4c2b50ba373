"""When: the date that belongs to a word of meeting in its sentence, and how many days it stretches over."""

from __future__ import annotations

import re
from datetime import date as day
from datetime import timedelta

from briefing_lib.find.date.context import PUBLICATION
from briefing_lib.link.meeting.near import FAR
from briefing_lib.link.meeting.scene import CLAUSE, Scene, either
from briefing_lib.link.meeting.when import LIMIT, distance
from briefing_lib.link.meeting.words import Hit
from briefing_lib.tables import Date


def dates_of(scene: Scene, hit: Hit, status: str, published: str) -> tuple[list[Date], str]:
    """Return the dates that belong to a meeting and their basis, clause or sentence.

    Two dates are returned where they are joined: "yesterday and today".
    """
    last_day = published.rstrip("~?%").split("/")[-1]
    ranked = []
    for index, date in enumerate(scene.dates):
        far = distance(scene, hit, date, status)
        # What has been held was not held after the report of it.
        told = before_publication(date, published) if status == "held" else date
        if status == "held" and hit.form == "past" and len(last_day) == 10 and told.earliest > last_day:
            continue
        if far < FAR:
            ranked.append((far, index))
    if not ranked:
        return [], ""
    far, best = min(ranked)
    found = [scene.dates[best]]
    if found[0].edtf.endswith("/.."):
        # "since 1997, when X visited Y"
        since = found[0].edtf.removesuffix("/..")
        found[0] = found[0]._replace(edtf=since, latest=max(found[0].earliest, _last_of(since)))
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
    if len(published) == 7 and date.basis == PUBLICATION and date.earliest[:7] > published:
        return _years_later(date, -1) if _MONTH.fullmatch(date.edtf) and not re.search(r"\d", date.text) else date
    if len(published) != 10 or not date.edtf or date.earliest <= published:
        return date
    if date.basis.startswith("weekday") and len(date.edtf) == 10 and not _WHICH_WEEK.search(date.text):
        moved = (day.fromisoformat(date.edtf) - timedelta(7)).isoformat()
        return date._replace(edtf=moved, earliest=moved, latest=moved, basis="weekday before publication")
    if (
        date.basis == PUBLICATION
        and _MONTH.fullmatch(date.edtf)
        and not any(c.isdigit() for c in date.text + _which(date))
    ):
        return _years_later(date, -1)
    return date


def _which(date: Date) -> str:
    """Return a digit where "last July" says itself which it is."""
    return "1" if _WHICH_WEEK.search(date.text) else ""


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


def nearest_year(date: Date, published: str, over: bool = False) -> Date:
    """Return a month of what has come to nothing in the year it is nearest: "a visit set for August was cancelled".

    It was told with a verb of the past, but may have been planned for a day before the report of it, or after. What
    "was to have been" (``over``) lies behind, unless the day is close.
    """
    unsaid = (
        not _WHICH_WEEK.search(date.text)
        and date.basis == PUBLICATION
        and _NAMES_A_MONTH.search(date.text)
        and not re.search(r"\d{4}", date.text)
    )
    if len(published) != 10 or not unsaid or len(date.earliest) != 10:
        return date
    told = day.fromisoformat(published)
    return min(
        (_years_later(date, years) if years else date for years in (0, -1, 1)),
        key=lambda one: _apart(one, told, over),
    )


def _apart(date: Date, told: day, over: bool) -> int:
    days = (day.fromisoformat(date.earliest) - told).days
    return abs(days) + (366 if over and days > 60 else 0)


def _years_later(date: Date, years: int) -> Date:
    """Return a date so many years later."""
    edtf = re.sub(r"\b\d{4}(?=-)", lambda year: str(int(year.group()) + years), date.edtf)
    first, last = (
        f"{int(end[:4]) + years}{end[4:]}".replace("-02-29", "-02-28") for end in (date.earliest, date.latest)
    )
    return date._replace(edtf=edtf, earliest=first, latest=last)


_SAID_THEN = re.compile(r"\b(?:said|says|told\s[^,;.]{2,40}?|added|announced|reported)\s(?:late\s|early\s)?on\s$")
_ON_THE_STAY = re.compile(
    r"\b(?:had|was|were)\b[^;]*\bduring\s(?:his|her|their)\s(?:[\w-]+\s){0,3}(?:visit|trip|stay|tour)\b"
)


def told_after_stay(scene: Scene, hit: Hit) -> Date | None:
    """Return about when a stay was of which somebody tells: "said on Monday she had hard talks during her visit".

    That day or one of the weeks before: the month of the day, roughly.
    """
    for date in scene.dates:
        if date.end <= hit.start and len(date.edtf) == 10 and _SAID_THEN.search(scene.left(date.start, 60)):
            if not _ON_THE_STAY.search(scene.text, date.end, scene.sentence.end):
                return None
            month = date.edtf[:7]
            last = (day.fromisoformat(f"{month}-28") + timedelta(4)).replace(day=1) - timedelta(1)
            return date._replace(text="", edtf=f"{month}~", earliest=f"{month}-01", latest=last.isoformat())
    return None


def limited(scene: Scene, dates: list[Date], published: str) -> bool:
    """Is the date a limit, as in "will meet before Christmas"? Then it is told when at the latest."""
    if len(dates) != 1 or len(published) != 10 or len(dates[0].latest) != 10 or dates[0].latest <= published:
        return False
    if dates[0].text.lower().startswith(("the end", "end")):
        return False  # roughly then
    return bool(LIMIT.search(scene.left(dates[0].start, 12)))


_MONTH = re.compile(r"\d{4}-\d\d~?")


_NAMES_A_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|"
    r"autumn|fall|winter|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b)"
)


def _last_of(edtf: str) -> str:
    """Return the last day of a year; a month or a day is good enough for itself."""
    return f"{edtf}-12-31" if len(edtf) == 4 else edtf if len(edtf) == 10 else ""


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
_ENDS = re.compile(
    r"\b(?:" + either("complet conclud end finish wrap clos left return") + r"\w*|(?:wound|winds?|winding)\sup|"
    r"(?:rounds?|rounded|rounding)\soff)\b"
)
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
        # "the second week of May": its bounds are no less rough than the words
        return known.edtf.replace("~", "") if "/" in known.edtf else known.edtf, known.earliest, known.latest
    first, last = sorted(dates, key=lambda d: d.earliest)
    if first.edtf == last.edtf:
        return first.edtf, first.earliest, first.latest
    return f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}", first.earliest, last.latest
