"""How far a date is from a word of meeting; what makes it the date of something else puts it out of reach."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.near import FAR, cost
from briefing_lib.link.meeting.reach import passive
from briefing_lib.link.meeting.scene import CLAUSE, Scene, either
from briefing_lib.link.meeting.status_behind import WHICH_ASIDE
from briefing_lib.link.meeting.words import VERBS, Hit
from briefing_lib.tables import Date

_AHEAD = frozenset({"planned", "expected", "proposed"})
# "said on [Monday]": the day of the words, not of the meeting.
_SAYING = re.compile(
    r"\b(?:"
    + either("said told announced reported wrote added says confirmed warned statement")
    + r"|according to)\b[^,;]{0,40}$"
)
_NOT_OF_MEETING = re.compile(
    r"\b(?:since|before|until|till|(?:until|till|for) after|as of|founded in|born in|elected in|elected on|by|"
    r"(?:agreements?|accords?|declaration|resolution|statement|treaty) of|dated)"
    r"\s+(?:early\s+|late\s+|mid-)?$"
)
LIMIT = re.compile(r"\b(?:before|by)\s+(?:the\s+)?$")
# "before the 4 May [summit]": of something else
_HELD_ON = re.compile(r"['’]s?\s|\s(?!and\b|or\b|to\b|in\b|at\b|for\b|with\b|if\b)[a-z]+")
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|only|last)\s(?:such\s)?(?:[a-z]+\s)?"
    r"(?:contact|meeting|summit|time|trip|visit)\s(?:in\s|of\s|for\s)?(?:the\s)?$"
)
_FOR_YEARS = re.compile(
    r"\b(?:agenda|budget|framework|memorandum|programme|program|protocol|roadmap|road map|strategy)"
    r"\s(?:[\w-]+\s){0,4}?for\s(?:the\s(?:years\s|period\s)?)?$",
    re.I,
)
_SINCE = re.compile(r"\bsince\s(?:the|they|he|she|it|his|her|their|[A-Z])[^,;]*$")
# "has been rescheduled for [August]": the new date
_MOVED_TO = re.compile(
    r"\b(?:rescheduled|moved|shifted|put\s(?:back|off)|pushed\sback|postponed|deferred|delayed)\s(?:to|for|until|till)\s"
    r"(?:the\s|early\s|late\s|mid-)?$"
)
_AND = re.compile(r",\s(?:and|but|while)\s(?:on\s|in\s)?$")
_OPENS_CLAUSE = re.compile(r",?\s(?:he|she|they|it|the\s[a-z]+|[A-Z][\w-]+)\s(?:will|would|is|was|has|had)\b")
_THAT_BEHIND = re.compile(r",?\sthat\s")
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


def distance(scene: Scene, hit: Hit, date: Date, status: str) -> float:
    """Return how far a date is from a word of meeting; what makes it the date of something else counts as distance."""
    text = scene.text
    before = scene.left(date.start, 50)
    behind = date.start >= hit.end
    adjacent = not behind and hit.start - date.end < 25
    if not behind and _WHEN_IT.match(text, date.end, hit.start):
        # "since 1997, when X visited Y"
        return 20.0
    limit = status in _AHEAD and behind and bool(LIMIT.search(before)) and not _HELD_ON.match(text, date.end)
    starts = status in _AHEAD and behind and (before.endswith("from ") or date.text.lower().startswith("from "))
    open_ended = ".." in date.edtf and not (starts and date.edtf.endswith("/.."))
    if _NOT_OF_MEETING.search(before) and not limit or open_ended:
        return FAR
    if _FOR_YEARS.search(before) and len(date.edtf.split("/")[0].rstrip("~")) == 4:
        # "signed the cooperation programme for 2014-2016"
        return FAR
    if behind and _SINCE.search(text, hit.end, date.start):
        # "the first time they had met since the talks were suspended last month"
        return FAR
    if status in ("cancelled", "postponed") and _MOVED_TO.search(before):
        return FAR
    if _COUNTED.search(before) and len(date.edtf) < 7:
        # "met for the third time this year"
        return FAR
    if behind and _AND.search(before) and _OPENS_CLAUSE.match(text, date.end):
        # "met X, and this afternoon he will speak"
        return FAR
    if _files(scene, date):
        # The day of the dispatch is its news' where nothing else tells one.
        return max(cost(scene, hit, date.start, date.end), FAR - 5) if status == "held" and not behind else FAR
    if not behind and status != "held" and (_DEED.match(text, date.end) or _DEED_BEFORE.search(before)):
        # "on Monday accepted an invitation to visit X"
        return FAR
    if behind and _of_other_noun(scene, hit, date):
        # "to meet X before the summit of 11 July"
        return FAR
    if behind and hit.frame in _TELLING and _THAT.search(text, hit.end, date.start):
        # "told a news conference that the envoy would return next year"
        return FAR
    wide = scene.left(date.start, 90)
    other_time = _OTHER_TIME.search(wide)
    if other_time and not date.start - len(wide) + other_time.start() < hit.start < date.start:
        return FAR
    # "the 2015 agreement"
    if _DETERMINED.search(before) and not adjacent and _NOUN_BEHIND.match(text, date.end, scene.sentence.end):
        return FAR
    # "on Thursday cancelled a visit" dates the cancelling.
    if not behind and status in ("cancelled", "postponed") and text[date.end : hit.start].strip():
        return FAR
    far = cost(scene, hit, date.start, date.end)
    aside = WHICH_ASIDE.match(text, hit.end, date.start) if behind else None
    if behind and _WHICH_ENDS.search(text, hit.end, date.start) and not _hits_between(scene, hit.end, date.start):
        # "her visit to X, which ended on Wednesday"
        far = min(far, 15.0)
    elif aside:
        # "consultations, which were suspended last year, could resume in May"
        far = min(far, float(date.start - aside.end()))
    elif behind and _RELATIVE.search(text, hit.end, date.start):
        far += 90
    if not behind and _earlier_and_later(scene, hit, date):
        far += 60
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
    if not behind and (_of_other_verb(scene, date) or _right_behind_noun(scene, hit, date)):
        far += 60
    if not behind and "," in text[date.end : hit.start] and _ASIDE.search(scene.left(date.start, 120)):
        # "X, who took office in May, will visit Y"; "X, who arrived on Saturday, called on Y"
        return FAR
    published = scene.people.published
    lies_ahead = len(published) == 10 and date.earliest > published and not date.basis.startswith("weekday")
    if status in _AHEAD and not behind and not lies_ahead:
        # "arrived on Thursday and is to meet X": what is to come has another date than what is over.
        far += 100 * sum(
            other.form == "past"
            and not passive(scene, other)
            and (date.end <= other.start < hit.start or other.end <= date.start)
            for other in scene.hits
        )
    saying = _SAYING.search(before) or (not behind and _THAT_BEHIND.match(text, date.end))
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
    r"[,\w](?<!\bon)(?<!\bof)(?<!\bat)(?<!\bfor)(?<!\bwith)\s(?:that|which|who|whose|when|where)\s"
    r"(?!(?:opens|begins|starts|ends|closes|runs|meets|convenes|opened|began|started|ended|closed|concluded|"
    r"took place)\b)"
    r"(?!(?:[A-Z][\w-]+\s){1,3}(?:(?:will|would|is to|was to|is due to|was due to)\s)?"
    r"(?:hosts?|hosted|holds?|held|convened?|convenes)\b)"
    r"(?!(?:was|were|is|are)\sto\s(?:have\sbeen|be)\s(?:in|at|on|from)\b)"
    r"(?!(?:resumes?|resumed|reconvenes?|reconvened|runs?|ran|was held|were held)\b)"
    r"(?!(?:is|are|was|were|falls?)\s(?:on|in|from|for|now|next|this|last)\b)"
    r"(?!(?:had been|has been|have been|was|is|were|are|will be|"
    r"would be|will|would)\s"
    r"(?:to (?:(?:have been|be|have)\s)?)?(?:planned|scheduled|set|due|held|fixed|foreseen|arranged|expected|"
    r"taken place|take place|begin|begun|open|opened|start|started|assemble|convene|meet)\b)"
    r"(?!(?:[\w’'-]+\s){1,3}(?:hinted|said|expected|hoped|announced)\s(?:it\s|that\s)?would\b)"
)
_ASIDE = re.compile(r",\s(?:who|whose|which)\s[^,;]*$")
_WHICH_ENDS = re.compile(
    r"(?:,\s(?:which|that)|\sthat)\s(?:has\s|had\s|is\sto\s|was\sto\s|will\s|would\s|is\sdue\sto\s|was\sdue\sto\s)?"
    r"(?:beg[aiu]ns?|start(?:s|ed)?|open(?:s|ed)?|end(?:s|ed)?|clos(?:e|es|ed)|conclud(?:e|es|ed)|took\splace|"
    r"takes?\splace|w[io](?:nd|nds|und)\sup)\s(?:[a-z]+\s){0,2}$"
)
_WHEN_IT = re.compile(r",?\s(?:when|as)\s[^,;]{0,50}$")
# "NAIROBI, Feb. 12.—", "Feb. 12 (Agency) -": behind the day of a dispatch
_FILES = re.compile(r"\.?(?:,?\s\d{4})?\.?,?\s*(?:\([^)\n]{2,40}\)|/[A-Z][^/\n]{1,30}/)?\s*(?:--?\s|[–—]|:\s)")
# what is done on a day about a meeting to come
_DEEDS = (
    r"(?:accepted|agreed|announced|asked|assured|confirmed|declared|declined|disclosed|extended|hinted|indicated|invited|"
    r"issued|offered|ordered|pledged|promised|proposed|reaffirmed|rejected|renewed|repeated|requested|signall?ed|"
    r"suggested|urged|voiced|vowed|welcomed)\b"
)
_DEED = re.compile(r",?\s(?:also\s|again\s|[a-z]+ly\s)?" + _DEEDS)
_DEED_BEFORE = re.compile(r"\b" + _DEEDS + r"\s(?:on\s|in\s|late\s(?:on\s)?|early\s(?:on\s)?)?$")
_TELLING = frozenset({"tell", "brief", "speech", "press", "address"})
_THAT = re.compile(r"\bthat\b")
_OF = re.compile(r"\s(?:of|in|on)\s(?:the\s)?$")
_FIRST = re.compile(
    r"\b(?:before|ahead\sof|after|following|since|until|prior\sto|in\spreparation\sfor|prepare)\b[^,;]*$"
)
_BEHIND_NOUN = re.compile(r",?\s(?:(?:on|from|in|of|for)\s)?(?:the\s)?$")


def _files(scene: Scene, date: Date) -> bool:
    """Is it the day in a dateline: "ACCRA, March 15 (Agency) -"?"""
    first = scene.sentence.start
    if date.start - first > 60 or first and scene.text[first - 1] != "\n" or date.start == first:
        return False
    return scene.text[first : date.start].count(" ") < 6 and bool(_FILES.match(scene.text, date.end))


def _hits_between(scene: Scene, start: int, end: int) -> bool:
    return any(start <= hit.start < end for hit in scene.hits)


def _earlier_and_later(scene: Scene, hit: Hit, date: Date) -> bool:
    """Has an earlier meeting this date, and this one another behind it: "saw X on Friday and Y the following day"?"""
    earlier = any(other.end <= date.start for other in scene.hits)
    return earlier and any(
        hit.end <= later.start < hit.end + 60
        and not CLAUSE.search(scene.text, hit.end, later.start)
        and not _hits_between(scene, hit.end, later.start)
        for later in scene.dates
    )


def _of_other_noun(scene: Scene, hit: Hit, date: Date) -> bool:
    """Is it the date of a meeting that this one comes before or after: "before the summit of 11 July"?"""
    for other in scene.hits:
        if (
            other.form not in VERBS
            and hit.end <= other.start
            and other.end <= date.start
            and _OF.fullmatch(scene.text, other.end, date.start)
        ):
            return bool(_FIRST.search(scene.text, hit.end, other.start))
    return False


def _right_behind_noun(scene: Scene, hit: Hit, date: Date) -> bool:
    """Does a date follow another word of meeting at once: "his visit, from 8 to 12 July, will include talks"?"""
    return any(
        other.form not in VERBS
        and other.end <= date.start
        and _BEHIND_NOUN.fullmatch(scene.text, other.end, date.start)
        for other in scene.hits
        if other != hit
    )


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
