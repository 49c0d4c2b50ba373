"""Whether a meeting takes place that a noun tells of: by its adjectives, its verb, and what is said behind it."""

from __future__ import annotations

import re

from briefing_lib.link.meeting.relatives import relative_status
from briefing_lib.link.meeting.scene import Scene, either
from briefing_lib.link.meeting.status_behind import OFF, told_behind
from briefing_lib.link.meeting.status_cues import (
    BE,
    FUTURE,
    NEGATED,
    PAST,
    TO,
    Cue,
    cues_before,
    region,
    said_to_another,
    weighed,
)  # fmt: skip
from briefing_lib.link.meeting.status_verbs import verb_status
from briefing_lib.link.meeting.words import VERBS, Hit

# "held detailed and specific talks", "paid a visit", "is on an official visit": verbs that carry a noun of meeting.
_CARRIED = re.compile(
    r"\b(?:(?P<past>"
    + either(
        r"attended began chaired completed concluded conducted continued ended engaged\s+in finished gave had "
        r"held hosted launched led made co-chaired "
        r"opened paid participated\s+in "
        r"reopened renewed restarted revived relaunched "
        r"entered joined delivered resumed started took\s+part\s+in went\s+on "
        r"went\s+into wrapped\s+up "
        r"wound\s+up undertook met arrived came visited told spent spoke addressed welcomed praised hailed"
    )
    + r")|"
    + either(
        r"attends? begins? chairs? concludes? conducts? continues? ends? finish(?:es)? gives? holds? hosts? "
        r"opens? makes? pays? resumes? reopens? renews? restarts? revives? relaunch(?:es)? "
        r"starts? takes?\s+part\s+in participates?\s+in wraps?\s+up joins? holding having hosting paying making "
        r"attending giving "
        r"taking\s+part\s+in undertaking conducting have has chairing"
    )
    + r")\b(?:\s+(?!" + either("and but that to will would") + r"\b)[\w’',-]+){0,7}?\s*$"
)  # fmt: skip
_PREPOSITION = re.compile(
    r".*\b(?P<word>since|during|at|in|on|for|amid|throughout|upon|from|as part of|on the sidelines of|on the "
    r"margins of|within the framework of)\s+"
    r"(?:(?!" + either("and that will to") + r"\b)[\w’'-]+\s+){0,8}$",
    re.I | re.S,
)  # fmt: skip
# "after (detailed) talks", "since a visit": the meeting is over, whatever the sentence says.
_AFTERWARDS = re.compile(r"\b(?:after|following|since)\s+(?:(?!planned|scheduled|possible)[\w’'-]+\s+){0,4}$", re.I)
# "will report on his [talks] in Rome"
_REPORTS_ON = re.compile(
    r"\b(?:brief|debrief|inform|report|speak|talk|tell)(?:s|ed|ing)?\s+(?:(?!and\b|to\b)[\w’'.-]+\s+){0,6}?(?:about|of|on)\s+"
    r"(?:his|her|their|its)\s+(?:[\w-]+\s+){0,3}$"
)
# "her visit to China, which ended on Wednesday"
_ENDED = re.compile(
    r"(?:\s(?:to|of|in|with)\s[^,;.]{2,60})?,\swhich\s(?:began|concluded|ended|opened|started|took\splace)\b"
)
# "has talks with X later in the week"
_LATER = re.compile(r"\blater\s(?:in\sthe|this)\s(?:day|week|month|year)\b")
_EARLIER = frozenset({"before", "ahead of", "prior to", "on the eve of", "in advance of", "in the run-up to"})
_EVE = re.compile(r"\b(?:" + "|".join(sorted(_EARLIER)) + r"|(?:left|remained) for)\s+(?:[\w’'-]+\s+){0,6}$", re.I)
# "urged them at an emergency [summit]"
_MEANWHILE = re.compile(r"\b(?:at|during)\s+(?:an?|the|their|his|her)\s+(?:[\w-]+\s+){0,3}$")
_OCCASION = re.compile(r"\b(?:in|during|at)\s+(?:an?|the|his|her|their)\s")
_WOULD_HAVE = re.compile(r"\b(?:would|could|might|should)\s+(?:also\s+)?have\s+(?:been|had)\s+(?:[\w’'-]+\s+){0,6}$")
_HOLDING = re.compile(
    r"\b(?:"
    + either(
        "attend chair co-chair led lead conduct conven hold held host open preside start begin began resum launch "
        "continu addresse?"
    )
    + r"|participat\w+ in|(?:took|take|takes|taking) part in|spoke at|speaks at)\w*\s+(?:[\w-]+\s+){0,4}$"
)
_HAVING = re.compile(r"\b(?:had|has|have|having)\s+(?:had\s+)?(?:an?\s+)?(?:(?!always|been|to\b)[\w-]+\s+){0,3}$")
_BASE = re.compile(r"(?:attend|begin|conduct|continue|give|hold|host|make|open|pay|resume|start|take)\b")
_HELD = frozenset(
    {"meeting", "meetings", "talks", "consultations", "negotiations", "session", "conference", "round table",
     "conversation", "dialogue", "discussion", "discussions", "round-table", "round-table discussion",
     "round-table meeting", "phone call", "telephone call", "phone conversation",
     "telephone conversation", "video call", "dinner", "lunch", "luncheon", "banquet", "breakfast"}
)  # fmt: skip


def noun_status(scene: Scene, hit: Hit, dated: str) -> str:
    """Return the status of the meeting a noun tells of; the arguments are those of ``status.status_of``."""
    if told := relative_status(scene, hit):
        # "A visit X was to make to Y was called off"
        follow = told_behind(scene, hit)
        return follow if follow in OFF | {"denied"} else "held" if dated == "past" and told == "planned" else told
    start, left = region(scene, hit)
    cues = cues_before(scene, hit, "before", "noun", "adjective")
    near = cues[-1] if cues else None
    asked = said_to_another(scene, hit)
    if asked and not (near and near.start > asked.start) and not _MEANWHILE.search(left):
        return asked.status
    if _AFTERWARDS.search(left):
        # "a stop in Colombo after the summit in Islamabad on 4 January": both to come
        return "planned" if dated == "future" else "held"
    if dated != "future" and _ENDED.match(scene.text, hit.end, scene.sentence.end):
        return "held"
    if dated != "future" and _REPORTS_ON.search(left):
        return "held"
    if _WOULD_HAVE.search(left):
        return "cancelled"
    verb = _CARRIED.search(left)
    verb_start = start + verb.start() if verb else -1
    told = _told_by_cue(scene, hit, cues, dated) if near and verb_start <= near.start else ""
    if told:
        return told
    if verb:
        return _carried_by(scene, hit, cues, verb_start, bool(verb["past"]), dated)
    return _told_around(scene, hit, cues, dated)


def _told_by_cue(scene: Scene, hit: Hit, cues: list[Cue], dated: str) -> str:
    """Read "a planned visit", "cancelled a planned visit", "ahead of his visit"."""
    near = cues[-1]
    between = scene.text[near.end : hit.start]
    listed = "," in between and any(near.end <= p.start < hit.start for p in scene.parties)
    if near.place == "adjective" and len(between) <= 45 and not listed:
        outer = cues[-2] if len(cues) > 1 else None
        if outer and outer.place == "noun" and outer.status in OFF | {"denied"} and near.start - outer.end < 25:
            return outer.status
        if (follow := told_behind(scene, hit)) in OFF:
            return follow
        return "" if near.word in ("next", "due") and dated == "past" else near.status
    if (
        near.place == "noun"
        and not between.startswith(",")
        and len(between) <= 60
        and not PAST.search(between)
        and not _MEANWHILE.search(between)
        and not _told_at_another(scene, hit, near)
    ):
        follow = told_behind(scene, hit)
        if follow in OFF or dated == "past" and near.word in _EARLIER:
            return follow or "held"
        return near.status
    return ""


def _told_at_another(scene: Scene, hit: Hit, cue: Cue) -> bool:
    """Does the word of status mean another meeting: "the decision to cancel the trip in a phone [conversation]"?"""
    between = [other for other in scene.hits if cue.end <= other.start and other.end <= hit.start]
    return bool(between) and bool(_OCCASION.search(scene.text, between[-1].end, hit.start))


def _carried_by(scene: Scene, hit: Hit, cues: list[Cue], verb: int, past: bool, dated: str) -> str:
    """Read "will hold talks", "held talks", "has held no talks" from the verb that carries the noun."""
    start, left = region(scene, hit)
    before = scene.text[max(start, verb - 50) : verb]
    chain = [cue for cue in cues if cue.place == "before" and cue.end <= verb + 1 and verb - cue.end < 50]
    if NEGATED.search(before):
        return "denied"
    if past:
        return weighed(scene, chain[-1], []) if chain and BE.search(before) else "held"
    if chain:
        return weighed(scene, chain[-1], chain[:-1])
    asked = [cue for cue in cues if cue.place == "noun" and cue.status == "proposed" and 0 < verb - cue.end < 40]
    if asked and _BASE.match(scene.text, verb):
        # "proposed the two conduct talks"
        return "proposed"
    if TO.search(before):
        return "planned" if scene.titled or dated == "future" or FUTURE.search(left) else "held"
    earlier = [cue for cue in cues if cue.place == "before" and cue.end <= verb]
    if earlier and before.rstrip().endswith("and"):
        # "will join the leaders and wrap up his visit"
        return weighed(scene, earlier[-1], [])
    follow = told_behind(scene, hit)
    soon = dated == "future" or _LATER.search(scene.text, hit.end, min(scene.sentence.end, hit.end + 80))
    return follow if follow in OFF else "planned" if soon else "held"


def _told_around(scene: Scene, hit: Hit, cues: list[Cue], dated: str) -> str:
    """Read a noun that no verb carries: from its preposition, what is said behind it, its date, or the tense."""
    start, left = region(scene, hit)
    near = cues[-1] if cues and cues[-1].place == "before" else None
    follow = told_behind(scene, hit)
    preposition = _PREPOSITION.match(left)
    if preposition and cues and cues[-1].start <= start + preposition.start("word") < cues[-1].end:
        # "preparations for": the word of status has its own preposition.
        preposition = None
    word = preposition["word"].lower() if preposition else ""
    if word == "for" and (verb := _verb_before(scene, hit)):
        # "may visit Japan for talks"
        return verb_status(scene, verb, verb.start, dated)
    if (
        (word in ("at", "during") or word.startswith("on the "))
        and not dated
        and (verb := _verb_before(scene, hit))
        and hit.start - verb.end < 80
    ):
        # "would meet X at the summit"
        told = verb_status(scene, verb, verb.start, dated)
        if told in ("planned", "expected"):
            return told
    if near and not word:
        return follow if follow in OFF else weighed(scene, near, [])
    if follow and not (word and follow == "held"):
        return "planned" if follow == "held" and dated == "future" else follow
    if dated:
        return "planned" if dated == "future" else "held"
    if near and word not in ("in", "during", "at", "on"):
        return weighed(scene, near, [])
    sentence = scene.text[scene.sentence.start : scene.sentence.end]
    return "planned" if FUTURE.search(sentence) and not PAST.search(sentence) else "held"


def _verb_before(scene: Scene, hit: Hit) -> Hit | None:
    found = [other for other in scene.hits if other.form in VERBS and other.end <= hit.start]
    return found[-1] if found and hit.start - found[-1].end < 110 else None


def looks_back(scene: Scene, hit: Hit) -> bool:
    """Is a meeting to come only as seen from what is told: "spoke on the eve of his visit"?"""
    sentence = scene.text[scene.sentence.start : scene.sentence.end]
    return bool(_EVE.search(scene.left(hit.start, 70))) and bool(PAST.search(sentence)) and not FUTURE.search(sentence)


def carried(scene: Scene, hit: Hit) -> bool:
    """Does a verb of holding carry a noun of meeting: "chaired a cabinet meeting", "had a meeting"?"""
    word = scene.word(hit)
    if word not in _HELD and not word.startswith(("round of", "rounds of")):
        return False
    _, left = region(scene, hit)
    return bool(_HOLDING.search(left) or not word.endswith("s") and _HAVING.search(left))
