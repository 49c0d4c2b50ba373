"""Where, in so many words: "flew to Tunis, where", "in the Kenyan capital", "at UN headquarters".

A place told in one of these ways is the meeting's, however near another one may stand.
"""

from __future__ import annotations

import re

from briefing_lib.link.meeting.near import FAR, cost
from briefing_lib.link.meeting.scene import Scene, either
from briefing_lib.link.meeting.seats import capital_on, seat_of
from briefing_lib.link.meeting.words import Hit
from briefing_lib.link.tokens import state_of_demonym
from briefing_lib.tables import Mention

# "in", "at the", "in the capital", "in central": right before a place.
AT = re.compile(
    r"\b(?P<word>" + either(r"[Ii]n [Aa]t near outside to into for on(?=\s+the\s+(?:\w+\s+)?island\b)") + r")\s+(?:"
    + either(
        "the a capital city island of port town resort southern northern eastern western central downtown nearby Black "
        "Sea Alpine "
        r"[a-z]+ern [A-Z]\w+(?:an|ese|ish|i)(?=\sisland) [A-Z]\w+(?:an|ese|ish)?"
    )
    + r"[,\s]+){0,4}$"
    # "at the frontier town of", "in the Kyrgyz lakeside resort of", "at his country seat near"
    r"|\b(?P<site>[Ii]n|[Aa]t|[Oo]n|to|near)\s(?:the|a|an|his|her|its|their)\s(?:[\w’'-]+\s){0,4}?"
    + either(
        "base camp capital castle city estate harbour headquarters island lodge monastery palace port province ranch "
        "region residence resort retreat seat site spa state suburb town venue villa village"
    )
    + r"\s(?:of|at|in|near|outside)\s(?:the\s)?$"
)  # fmt: skip
_WHERE = re.compile(r"(?:\s\w+){0,3},?\s+where\s(?:(?!\ssaid\s|\stold\s)[^;]){0,60}$")
_IN_CAPITAL = re.compile(
    r"\b(?P<word>[Ii]n|to|for)\s(?:the\s)?(?P<state>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}?)(?:['’]s)?\scapital\b(?!,?\s[A-Z])"
)
# "flew to", "leaves on Sunday for", "sent his minister to", "arrives in": right before where somebody goes.
_GOES = re.compile(
    r"\b"
    + either(
        "arriv(?:ed?|es|ing) c[ao]me coming comes depart(?:s|ed|ing)? dispatch(?:es|ed)? drove "
        "fl(?:y|ies|ew|ying|own) go(?:es|ing)? head(?:s|ed|ing)? journey(?:s|ed)? leav(?:e|es|ing) left "
        "mov(?:ed|es|ing) sail(?:s|ed)? sen(?:ds?|t) stop(?:s|ped)? travel(?:s|led|ed|ling|ing)? went "
        "visit(?:s|ed|ing)?"
    )
    + r"\b(?P<way>(?:(?!\son\s\w+\sway\b)[^;.]){0,70}?)\s(?:to|for|in|on\sto)\s(?:the\s)?(?:[a-z]+\s(?:of|in|at)\s)?$"
)
# "to see X", "for talks", "and met": what for, right behind where somebody goes.
_PURPOSE = re.compile(
    r"(?:,\s[A-Z][\w-]+)?(?:,?\s(?:on\s)?(?:(?:next|last|this)\s)?" + either(
        r"[A-Z][a-z]+day today tonight tomorrow yesterday week month morning afternoon evening night later soon again "
        r"[A-Z][a-z]+\s\d{1,2} \d{1,2}\s[A-Z][a-z]+ in\s[A-Z][a-z]+")
    + r"){0,3},?\s(?:to|for|where)\s(?!(?:[a-z]+\s){0,4}(?:in|at)\s[A-Z])"
    r"(?:(?!\b(?:and|who|which|before|after)\b)[^;,]){0,50}$"
)  # fmt: skip
_LEAVING = re.compile(r"\b(?:[Bb]efore|[Oo]n)\s(?:leaving|departing)(?:\sfrom)?\s(?:the\s)?$")
_THEN = re.compile(r"(?:\s(?:for|on)\s[A-Z][\w-]+)?,\s[^;,]{0,80}(?:,[^;,]{3,60},\s[a-z]{0,20}\s?)?$")


_TO = re.compile(r"\b(?:to|in|visit|visited)\s(?:the\s)?$")


def told_place(scene: Scene, hit: Hit, skip: set[int]) -> Mention | None:
    """Return the place where somebody goes for the meeting, where it is "there", or who hosts it."""
    return _gone_to(scene, hit, skip) or _there(scene, hit) or _hosted_by(scene, hit)


def described_place(scene: Scene, hit: Hit) -> Mention | None:
    """Return the town of "in the Kenyan capital", "at UN headquarters"."""
    return _capital(scene, hit) or _at_seat(scene, hit)


# "met there", "hold long talks there with", "and there saw"
_THERE_BEHIND = re.compile(
    r"(?:\s(?!(?:and|but|is|are|was|were|will|that)\b)[\w’'-]+){0,3}?\sthere\b"
    r"(?!\s(?:is|are|was|were|will|would|has|had)\b)"
)
_THERE_BEFORE = re.compile(r"\bthere,?\s(?:\w+\s){0,2}$")


def _there(scene: Scene, hit: Hit) -> Mention | None:
    """Return the place its sentence named last where the meeting is told to be "there"."""
    first = max(scene.sentence.start, hit.start - 30)
    if scene.text.find("there", first, hit.end + 60) < 0 or hit.type in ("visit", "call"):
        return None
    if not _THERE_BEHIND.match(scene.text, hit.end, scene.sentence.end) and not _THERE_BEFORE.search(
        scene.text, first, hit.start
    ):
        return None
    for mention in reversed(scene.people.mentions_in(scene.sentence.start, hit.start)):
        if mention.type == "place":
            return mention
        before = scene.text[max(0, mention.start - 40) : mention.start]
        if mention.type == "state" and (AT.search(before) or _TO.search(before)):
            return mention
    return None


# "the forum, which Palau is to host", "a round hosted by Oman"
_WHICH_HOSTS = re.compile(
    r"\s(?:(?:is|was|are)\s(?:to|due\sto|set\sto|expected\sto)\s|will\s|would\s|had\s|has\s|is\s|was\s)?host(?:s|ed|ing)?\b"
)
_WHICH = re.compile(r",?\s(?:which|that)\s(?:the\s)?$")
_HOSTED_BY = re.compile(r",?\s(?:(?:to\sbe|being|was|were|is|are)\s)?(?:hosted|convened\sin)\sby\s(?:the\s)?$")


def _hosted_by(scene: Scene, hit: Hit) -> Mention | None:
    """Return the state or town that is told to host the meeting right behind its word."""
    if scene.text.find("host", hit.end, min(hit.end + 90, scene.sentence.end)) < 0:
        return None
    for mention in scene.mentions:
        if any(hit.end <= other.start < mention.start for other in scene.hits):
            return None
        if hit.end <= mention.start <= hit.end + 70 and mention.type in ("state", "place"):
            gap = scene.text[hit.end : mention.start]
            if _HOSTED_BY.search(gap) or _WHICH.search(gap) and _WHICH_HOSTS.match(scene.text, mention.end):
                return mention
    return None


def _gone_to(scene: Scene, hit: Hit, skip: set[int]) -> Mention | None:
    """Return the place somebody goes to for the meeting: "flew from Rabat to Tunis, where", "fly to Bonn to lunch"."""
    for mention in reversed(scene.mentions):
        if mention.end >= hit.start or mention.type not in ("place", "state") or mention.start in skip:
            continue
        if _WHERE.match(scene.text, mention.end, hit.start):
            return mention
        if hit.type in ("visit", "call"):
            continue
        before = scene.left(mention.start, 100)
        if _GOES.search(before) and _PURPOSE.match(scene.text, mention.end, hit.start):
            return mention
        if _LEAVING.search(before) and _THEN.match(scene.text, mention.end, hit.start):
            return mention
    return None


def _capital(scene: Scene, hit: Hit) -> Mention | None:
    """Return the place that "in the Kenyan capital" and "in Kenya's capital" stand for."""
    start, end = max(scene.sentence.start, hit.start - 120), min(hit.end + 160, scene.sentence.end)
    if scene.text.find(" capital", start, end) < 0:
        return None
    found = _IN_CAPITAL.search(scene.text, hit.end, end) or _IN_CAPITAL.search(scene.text, start, hit.start)
    if not found or cost(scene, hit, found.start(), found.end()) >= FAR:
        return None
    goes = found["word"] in ("to", "for")
    if goes and hit.type != "visit" and not _PURPOSE.match(scene.text, found.end(), max(hit.start, found.end())):
        return None
    named = (m.actor for m in scene.mentions if m.start == found.start("state") and m.type == "state")
    state = state_of_demonym(found["state"]) or next(named, "")
    city, sentence = capital_on(scene.people.state_then(state), scene.people.published[:10]), scene.sentence
    if not city:
        return None
    return Mention(
        sentence.document, sentence.sentence, found.start("state"), found.end(), city, city, "place", "place", "capital"
    )


# "at UN headquarters", "on the sidelines of the General Assembly", "at the headquarters of the alliance"
_SEAT = re.compile(
    r"\b(?:[Oo]n\sthe\s(?:sidelines|margins|fringes)\sof|[Aa]t|[Dd]uring)\s(?:the\s)?(?P<words>"
    r"(?:[\w.’'-]+\s){0,5}?(?P<house>[Hh]eadquarters)(?:\sof\s(?:the\s)?)?|"
    r"(?:annual\s|[A-Z]?[a-z]+-?[a-z]*th\s)?(?:\d+[a-z]{2}\s)?(?:session\sof\sthe\s)?(?:U\.?N\.?|United\sNations)(?:['’]s?)?\s"
    r"(?:annual\s)?General\sAssembly|General\sAssembly\b)"
)
_ALLIANCE = re.compile(r"\balliance(?:['’]s)?\s[Hh]eadquarters")


def _at_seat(scene: Scene, hit: Hit) -> Mention | None:
    """Return the town of "at UN headquarters" and "on the sidelines of the General Assembly"."""
    sentence = scene.sentence
    if scene.text.find("eadquarters", sentence.start, sentence.end) < 0 and (
        scene.text.find("General Assembly", sentence.start, sentence.end) < 0
    ):
        return None
    found = _SEAT.search(scene.text, hit.end, min(hit.end + 200, sentence.end)) or _SEAT.match(
        scene.text, sentence.start, hit.start
    )
    if not found or cost(scene, hit, found.start(), found.end()) >= FAR:
        return None
    body = "United Nations General Assembly"
    if found["house"]:
        names = [
            m.actor for m in scene.mentions if found.start() <= m.start < found.end() + 30 and m.type == "organisation"
        ]
        alliance = "NATO" if _ALLIANCE.search(found["words"]) else ""
        body = names[0] if names else alliance
    city = seat_of(body, scene.people.published[:10])
    if not city:
        return None
    return Mention(
        sentence.document, sentence.sentence, found.start(), found.end(), city, city, "place", "place", "seat of a body"
    )
