"""Whether a meeting takes place, as the voice says: from the words before and behind it, its tense and its negation."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.tense import tense
from briefing_lib.link.meeting_words import VERBS, Hit
from briefing_lib.link.scene import CLAUSE, Scene
from briefing_lib.link.words import Words


@cache
def _matcher(*places: str) -> Words[tuple[str, str]]:
    words: dict[str, tuple[str, str]] = {}
    for row in lexicon.rows("status_words"):
        if row["place"] in places:
            word, value = row["word"], (row["status"], row["place"])
            words.setdefault(word, value)
            # A month, not a modal.
            if word != "may":
                words.setdefault(word[0].upper() + word[1:], value)
    return Words(words)


# "has (also) ", "had " right before a participle.
_PERFECT = re.compile(
    r"\b(?:has|have|had|having|['’]ve|['’]s|['’]d)\s+(?:[a-z]+ly\s+|also\s+|just\s+|already\s+|now\s+|twice\s+|since\s+|both\s+)*$"
)
_NEGATED = re.compile(r"\b(?:not|never|n['’]t|neither)\s+(?:[a-z]+ly\s+|yet\s+|even\s+|been\s+|be\s+)*$")
_BE = re.compile(r"\b(?:be|been|being|is|are|was|were|get|got)\s+(?:[a-z]+ly\s+|also\s+|to\s+be\s+)*$")
_TO = re.compile(r"\bto\s+(?:[a-z]+ly\s+|also\s+)*$")
# "held detailed and specific talks", "paid a visit", "is on an official visit": verbs that carry a noun of meeting.
_CARRIED = re.compile(
    r"\b(?:(?P<past>attended|began|chaired|completed|concluded|conducted|continued|ended|engaged\s+in|finished|gave|had|held|hosted|launched|made|opened|paid|participated\s+in|"
    r"entered|joined|delivered|resumed|started|took\s+part\s+in|went\s+on|went\s+into|wrapped\s+up|delivered|undertook|met|arrived|came|visited|told|spent|spoke|addressed|welcomed|praised|hailed)|"
    r"(?P<present>attends?|begins?|chairs?|concludes?|conducts?|continues?|ends?|finish(?:es)?|gives?|holds?|hosts?|opens?|makes?|pays?|resumes?|starts?|takes?\s+part\s+in|"
    r"participates?\s+in|wraps?\s+up|joins?|holding|having|hosting|paying|making|attending|giving|taking\s+part\s+in|undertaking|conducting|have|has|chairing))\b"
    r"(?:\s+(?!and\b|but\b|that\b|to\b|will\b|would\b)[\w’',-]+){0,7}?\s*$"
)
_PREPOSITION = re.compile(
    r"\b(?P<word>after|following|since|during|at|in|on|for|amid|throughout|upon|from|as part of|on the sidelines of|on the margins of|on the sidelines of|within the framework of)\s+"
    r"(?:(?!and\b|that\b|will\b|to\b)[\w’'-]+\s+){0,8}$",
    re.I,
)
# "after (detailed) talks", "since a visit": the meeting is over, whatever the sentence says.
_AFTERWARDS = re.compile(r"\b(?:after|following|since)\s+(?:(?!planned|scheduled|possible)[\w’'-]+\s+){0,4}$", re.I)
_FUTURE = re.compile(
    r"\b(?:will|shall|['’]ll|is to|are to|is due to|is set to|is scheduled to|are scheduled to|is expected to|are expected to|going to)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|met|held|took|came|went|spoke|visited|began|made|gave|agreed|announced|discussed|[a-z]{3,}ed)\b"
)
_SAID = re.compile(r"\b(?:said|announced|confirmed|told|say|says|according|statement|ministry|spokes\w+)\b")
_SHORT_WILL = re.compile(r"(?<=\w)['’]ll\b")
_IF = re.compile(r"\b(?:if|whether|unless)\b", re.I)
_DENIED = re.compile(r"\b(?:denied|denies|deny|dismissed|untrue)\b")
_NOT_QUITE = re.compile(r"\b(?:no|not|nor)\s+(?:[\w-]+\s+){0,3}$", re.I)
# A new subject between a word of status and the meeting breaks the bond: "invited", ", who".
_APART = re.compile(r"[;:]|\.\s|,\s(?:who|which|and|but|while|after)\b|\b(?:but|while|whereas)\b")
_WINDOW = 130


def status_of(scene: Scene, hit: Hit, subject_start: int, dated: str = "") -> str:
    """Return the status of the meeting a word tells of.

    Args:
        scene: the sentence.
        hit: the word.
        subject_start: where the party that acts begins, or the word itself; what stands before it is another clause.
        dated: "future" or "past" where the meeting's own date says so, else empty.
    """
    if hit.frame in ("invite", "invitation"):
        follow = _after(scene, hit)
        return follow if follow in ("planned", "cancelled") else "proposed"
    told = _verb(scene, hit, subject_start, dated) if hit.form in VERBS else _noun(scene, hit, dated)
    if dated == "past" and hit.form not in VERBS and told in ("planned", "expected") and not _after(scene, hit):
        told = "held"
    if told in ("held", "planned") and _asked(scene):
        return "expected"
    return told


def _asked(scene: Scene) -> bool:
    return scene.text[scene.sentence.end - 1 : scene.sentence.end] == "?" and bool(
        re.match(
            r"\s*(?:Will|Would|Could|Can|May|Might|Are|Is|Do|Does|If|When will)\b",
            scene.text[scene.sentence.start : scene.sentence.start + 20],
        )
    )


def _region(scene: Scene, hit: Hit) -> tuple[int, str]:
    start = max(scene.sentence.start, hit.start - _WINDOW)
    for stop in _APART.finditer(scene.text, start, hit.start):
        start = stop.end()
    return start, scene.text[start : hit.start]


def _verb(scene: Scene, hit: Hit, subject_start: int, dated: str) -> str:
    text = scene.text
    if hit.frame == "be in" and hit.form == "base":
        return "expected" if "expected" in scene.word(hit) else "planned"
    start, left = _region(scene, hit)
    cues = [(s, e, v[0], w) for s, e, v, w in _matcher("before").find(text, start, hit.start)]
    if will := _SHORT_WILL.search(left):
        cues.append((start + will.start(), start + will.end(), "planned", "will"))
        cues.sort()
    # "denied that X had met", "no truth in reports that": said of the whole clause, before its subject.
    head = text[scene.sentence.start : hit.start]
    if _DENIED.search(head) and (hit.form != "past" or _PERFECT.search(left) or "that" in head):
        return "denied"
    near = cues[-1] if cues else None
    asked = _of_another(scene, hit, start)
    if asked and not (near and near[0] > asked[0]):
        return asked[1]
    if hit.form == "past":
        auxiliary = left[-60:]
        if _NEGATED.search(auxiliary):
            return "cancelled" if near and near[2] == "cancelled" else "denied"
        if _PERFECT.search(auxiliary):
            modal = re.search(r"\b(?:would|could|might|may|should)\s+have\s+(?:[a-z]+ly\s+)*$", auxiliary)
            return "cancelled" if modal else "held"
        if not _BE.search(auxiliary):
            return "expected" if _IF.search(left[-40:]) and near and near[3].lower() in ("if", "whether") else "held"
        if near and hit.start - near[1] < 30 and near[2] != "denied":
            return _modal(scene, near, cues)
        return "held"
    if hit.form == "present":
        if near and near[2] in ("denied", "cancelled") and hit.start - near[1] < 20:
            return near[2]
        now = scene.titled or hit.frame == "be in"
        return "held" if now and dated != "future" or dated == "past" else "planned"
    if hit.form == "ing":
        nouns = [(s, e, v[0], w) for s, e, v, w in _matcher("before", "noun").find(text, start, hit.start)]
        if nouns and min(hit.start, max(subject_start, nouns[-1][1])) - nouns[-1][1] < 22:
            return _modal(scene, nouns[-1], nouns)
        return "planned" if dated == "future" else "held"
    if near:
        gap = text[near[1] : hit.start]
        infinitive = bool(_TO.search(gap))
        if not infinitive or len(gap) < 60:
            return _modal(scene, near, cues)
    if _TO.search(left):
        if scene.titled:
            return "planned"
        if near:
            return _modal(scene, near, cues)
        told = tense(text, hit.start, hit.end)
        return {"past": "held", "future": "planned"}.get(told, "planned" if dated == "future" or not told else "held")
    # A base form without anything before it is a plural present or a headline: "Ministers meet in Rome".
    return "planned" if dated == "future" else "held"


def _of_another(scene: Scene, hit: Hit, start: int) -> tuple[int, str] | None:
    """Return what is said to somebody who is to act: "*invited* X to visit", and where it stands."""
    found = list(_matcher("object").find(scene.text, start, hit.start))
    if not found:
        return None
    first, last, (status, _), _word = found[-1]
    between = [p for p in scene.parties if last <= p.start and p.end <= hit.start]
    if between and between[0].start - last < 20 and re.search(r"\bto\b", scene.text[between[0].end : hit.start]):
        return first, status
    return None


_HOLDING = re.compile(
    r"\b(?:attend|chair|conduct|conven|hold|held|host|open|preside|start|begin|began|resum|launch|continu|participat\w+ in|(?:took|take|takes|taking) part in|spoke at|speaks at|addresse?)\w*\s+"
    r"(?:(?:an?|the|his|her|another|regular|special|working|joint|expanded|[\w-]+)\s+){0,4}$"
)


_HAVING = re.compile(r"\b(?:had|has|have|having)\s+(?:had\s+)?(?:an?\s+)?(?:(?!always|been|to\b)[\w-]+\s+){0,3}$")


def looks_back(scene: Scene, hit: Hit) -> bool:
    """Is a meeting to come only as seen from what is told: "spoke on the eve of his visit"?"""
    sentence = scene.text[scene.sentence.start : scene.sentence.end]
    return (
        bool(_EVE.search(scene.left(hit.start, 70))) and bool(_PAST.search(sentence)) and not _FUTURE.search(sentence)
    )


_EVE = re.compile(
    r"\b(?:before|ahead of|prior to|on the eve of|in advance of|in the run-up to|(?:left|remained) for)\s+(?:[\w’'-]+\s+){0,6}$",
    re.I,
)


def carried(scene: Scene, hit: Hit) -> bool:
    """Does a verb of holding carry a noun of meeting: "chaired a cabinet meeting"?"""
    word = scene.word(hit)
    return word in _HELD and bool(
        _HOLDING.search(_region(scene, hit)[1]) or _HAVING.search(_region(scene, hit)[1]) and not word.endswith("s")
    )


_HELD = frozenset(
    {
        "meeting",
        "meetings",
        "talks",
        "consultations",
        "negotiations",
        "session",
        "conference",
        "round table",
        "conversation",
    }
)


def _modal(scene: Scene, near: tuple[int, int, str, str], cues: list[tuple[int, int, str, str]]) -> str:
    """Weigh the nearest word of status against what stands around it: "will, Reuters reported"."""
    status, word = near[2], near[3].lower()
    sentence = scene.text[scene.sentence.start : scene.sentence.end]
    if status == "denied" and word in (
        "is not",
        "are not",
        "was not",
        "were not",
        "do not",
        "does not",
        "don't",
        "doesn't",
    ):
        status = "cancelled"
    if word in ("would",):
        if _IF.search(sentence) or not _SAID.search(sentence) and _hedged(scene):
            return "expected"
        status = "planned"
    if status in ("planned",) and word != "agreed to" and _hedged(scene):
        return "expected"
    earlier = [cue for cue in cues if cue[1] <= near[0] and near[0] - cue[1] < 25]
    if earlier and status in ("planned", "expected", "proposed") and word not in ("will",):
        before = earlier[-1]
        if before[2] in ("denied", "cancelled"):
            return before[2]
        if before[3].lower() in ("may", "might", "could", "if"):
            return "expected"
    if _IF.search(scene.text[max(scene.sentence.start, near[0] - 60) : near[0]]) and status == "planned":
        return "expected"
    return status


def _hedged(scene: Scene) -> bool:
    """Is the sentence hearsay: "reportedly", "sources said", or a report by an agency or a paper?"""
    found = list(_matcher("clause").find(scene.text, scene.sentence.start, scene.sentence.end))
    for start, end, (status, _), _word in found:
        if status == "report":
            return True
        # "Reuters reported": a medium or nobody is named before it, not a minister.
        before = [p for p in scene.parties if p.end <= start]
        if before and before[-1].kind == "organisation" and start - before[-1].end < 30:
            return True
    return False


def _noun(scene: Scene, hit: Hit, dated: str) -> str:
    text = scene.text
    start, left = _region(scene, hit)
    cues = [
        (s, e, v[0], v[1], w) for s, e, v, w in _matcher("before", "noun", "adjective").find(text, start, hit.start)
    ]
    near = cues[-1] if cues else None
    asked = _of_another(scene, hit, start)
    if asked and not (near and near[0] > asked[0]):
        return asked[1]
    if _AFTERWARDS.search(left):
        return "held"
    carried = _CARRIED.search(left)
    if (
        near
        and near[3] == "adjective"
        and hit.start - near[1] <= 45
        and not (carried and carried.start() > near[0] - start)
    ):
        outer = cues[-2] if len(cues) > 1 else None
        if (
            outer
            and outer[2] in ("cancelled", "postponed", "denied")
            and outer[3] == "noun"
            and near[0] - outer[1] < 25
        ):
            return outer[2]
        if not (near[4].lower() in ("next", "due") and dated == "past"):
            return near[2]
    if near and near[3] == "noun" and not (carried and carried.start() + start > near[0]):
        between = text[near[1] : hit.start]
        if len(between) <= 60 and not _PAST.search(between):
            follow = _after(scene, hit)
            if follow in ("cancelled", "postponed") or dated == "past" and near[4].lower() in _EARLIER:
                return follow or "held"
            return near[2]
    if carried:
        verb = carried.start() + start
        before = text[max(start, verb - 50) : verb]
        chain = [cue for cue in cues if cue[3] == "before" and cue[1] <= verb + 1 and verb - cue[1] < 50]
        if _NEGATED.search(before):
            return "denied"
        if carried["past"]:
            if _BE.search(before) and chain:
                return _modal(scene, (chain[-1][0], chain[-1][1], chain[-1][2], chain[-1][4]), [])
            return "held"
        if chain:
            last = chain[-1]
            return _modal(scene, (last[0], last[1], last[2], last[4]), [(c[0], c[1], c[2], c[4]) for c in chain[:-1]])
        if _TO.search(before):
            return "planned" if scene.titled or dated == "future" or _FUTURE.search(left) else "held"
        if before.rstrip().endswith("and") and (
            earlier := [cue for cue in cues if cue[3] == "before" and cue[1] <= verb]
        ):
            # "will join the leaders and wrap up his visit"
            return _modal(scene, (earlier[-1][0], earlier[-1][1], earlier[-1][2], earlier[-1][4]), [])
        follow = _after(scene, hit)
        return follow if follow in ("cancelled", "postponed") else "planned" if dated == "future" else "held"
    follow = _after(scene, hit)
    preposition = _PREPOSITION.search(left)
    if preposition and near and near[0] <= preposition.start() + start < near[1]:
        # "preparations for": the word of status has its own preposition.
        preposition = None
    if preposition and preposition["word"].lower() == "for" and (verb := _verb_before(scene, hit)):
        return status_of(scene, verb, verb.start, dated)
    if preposition and preposition["word"].lower() in ("after", "following", "since"):
        return "held" if follow not in ("cancelled", "postponed") else follow
    if near and near[3] == "before" and text[near[1] : hit.start].strip() and not preposition:
        return _modal(scene, (near[0], near[1], near[2], near[4]), [])
    if follow and not (preposition and follow == "held"):
        return follow
    if dated:
        return "planned" if dated == "future" else "held"
    if (
        near
        and near[3] == "before"
        and not (preposition and preposition["word"].lower() in ("in", "during", "at", "on"))
    ):
        return _modal(scene, (near[0], near[1], near[2], near[4]), [])
    sentence = text[scene.sentence.start : scene.sentence.end]
    if _FUTURE.search(sentence) and not _PAST.search(sentence):
        return "planned"
    return "held"


_EARLIER = frozenset({"before", "ahead of", "prior to", "on the eve of", "in advance of", "in the run-up to"})


def _verb_before(scene: Scene, hit: Hit) -> Hit | None:
    """Return the verb of meeting a noun of purpose hangs on: "may *visit* Japan for talks"."""
    found = [other for other in scene.hits if other.form in VERBS and other.end <= hit.start]
    return found[-1] if found and hit.start - found[-1].end < 110 else None


def _after(scene: Scene, hit: Hit) -> str:
    """Return what is said of a noun behind it: "The visit of X to Y *was postponed*"."""
    text, end = scene.text, scene.sentence.end
    stop = CLAUSE.search(text, hit.end, end)
    limit = min(end, hit.end + 220)
    if stop and not re.match(r",\s(?:which|and|that)|\bthat", stop.group()):
        limit = min(limit, stop.start())
    left = text[scene.sentence.start : hit.start]
    negated = _NOT_QUITE.search(left[-40:])
    found = ""
    last = hit.end
    for start, stop_at, (status, _), word in _matcher("after").find(text, hit.end, limit):
        # A person right before the verb is its subject, unless "of X" or "with X" hangs on the noun.
        owner = [p for p in scene.parties if p.end <= start and p.start >= hit.end]
        between = text[max(last, owner[-1].end if owner else hit.end) : start]
        if between.strip(" ,") and len(between) > 45:
            continue
        if (
            status == "held"
            and word
            in (
                "had",
                "has",
                "have",
                "was",
                "were",
                "is",
                "are",
                "went",
                "came",
                "agreed",
                "discussed",
                "decided",
                "saw",
                "gave",
            )
            and left.strip()
        ):
            if len(left.split()) > 3:
                continue
        if negated and status == "held":
            return "denied"
        last = stop_at
        if status in ("postponed", "cancelled", "denied"):
            return status
        found = found or ("expected" if status == "planned" and _hedged(scene) else status)
    if found:
        return found
    return "denied" if negated and re.search(r"\bno\s", left[-40:], re.I) else ""
