"""Names the economy whose figures a document tells where it names none: the one its headline and dateline speak of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from briefing_lib.link.figure.economies import country_in, demonyms_in, is_economy, seat_of
from briefing_lib.link.figure.lands import is_spot
from briefing_lib.link.figure.offices import office_of
from briefing_lib.link.figure.sides import PREPOSITION
from briefing_lib.link.people import state_of_place
from briefing_lib.tables import Mention, Sentence

# "LUSAKA, Sept 6 - ", "KUALA LUMPUR, July 28 (Xinhua) -- ", "BELGRADE, March 20. - "
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[ /'’-][^\W\d_a-zß-öø-ÿ][^\W\d_]*){0,3})"
    r"(?:,\s[^\n(–—-]{2,30}?)?\s?(?:\([^)\n]{2,30}\))?(?:\s*[-–—]{1,2}\s|—)"
)
# "Sofia, 11 February 1999." on its own
_PLACE_AND_DAY = re.compile(r"([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}),\s+(?:\d{1,2}\s|[A-Z][a-z]{2,8}\.?\s\d)")
# "BANK OF MONGOLIA", "Ministry of Finance, Republic of Ghana": whose release it is
_ISSUER = re.compile(
    r"\b(?:ministry|bank|bureau|department|office|institute|authority|administration|agency|customs|statistics|treasury|"
    r"embassy|chamber)\b(?!\s*,?\s*(?:says|said))",
    re.IGNORECASE,
)
# whose seat says nothing of what they write about: "Institute for Development Policy, London"
_SCHOLARS = re.compile(r"\b(?:Institute|Centre|Center|Council|Foundation|University|Society|College|School|Fellow)\b")
_TOP = 6  # sentences that can be lines above the text
_OPENING = 3  # sentences of the text whose economies count more
_ENOUGH = 3.0


def dateline_end(text: str, sentence: Sentence) -> int:
    """Return where the dateline ends that a sentence opens with, or where it starts if it has none.

    >>> text = "LUSAKA, Sept 6 - Copper sales rose."
    >>> dateline_end(text, Sentence("d#1", "d", 1, 0, len(text), text, "author", "narration"))
    17
    """
    hit = _DATELINE.match(text, sentence.start, min(sentence.end, sentence.start + 80))
    if hit and (hit["place"].isupper() or seat_of(hit["place"].partition("/")[0])):
        return hit.end()
    return sentence.start


def place_filed(text: str, sentence: Sentence) -> str:
    """Return the state whose capital or other city a dispatch was filed from, or ""."""
    end = dateline_end(text, sentence)
    if end == sentence.start:
        alone = _PLACE_AND_DAY.match(text, sentence.start, sentence.end)
        return seat_of(alone[1]) or state_of_place(alone[1]) if alone else ""
    words = re.split(r"[,/(\s]\s*", text[sentence.start : end])
    towns = [" ".join(words[:count]) for count in (3, 2, 1)]
    seat = next((seat for town in towns if (seat := seat_of(town))), "")
    return seat or next((state for town in towns if (state := state_of_place(town.title()))), "")


def home_of(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[str, str]:
    """Return the economy a document is about, or "" where none stands out, and the other one its headline names.

    Headline and dateline weigh most, then the first sentences, then how often it is named.

    Args:
        text: the document.
        sentences: its sentences, in order.
        mentions: its mentions, in order.

    >>> text = "Zambian copper sales rise"
    >>> home_of(text, [Sentence("d#1", "d", 1, 0, 25, text, "author", "headline")], [])
    ('Zambia', '')
    """
    headline: list[str] = []
    told = [s for s in sentences if s.kind not in ("byline", "boilerplate", "caption")]
    weights: defaultdict[str, float] = defaultdict(float)
    for position, sentence in enumerate(told[:_OPENING]):
        names = spoken_of(text, sentence, mentions)
        head = position == 0
        headline = names if head else headline
        for rank, name in enumerate(names):
            weights[name] += (3.0 if rank == 0 else 2.0) if head else 1.0
        if seat := place_filed(text, sentence):
            weights[seat] += 3.0
    for line in _lines_above(sentences):
        if issuer := _issued_by(text, line) or _office_alone(text, line, mentions):
            weights[issuer] += 3.0
        elif (
            line.kind != "headline"
            and not _SCHOLARS.search(text, line.start, line.end)
            and (seat := _written_in(text, line) or place_filed(text, line))
        ):
            weights[seat] += 3.0
    if teller := _told_by(text, told, mentions):
        weights[teller] += 3.0
    for mention in mentions:  # "Port Moresby gets ready for the world"
        if mention.start >= (told[0].end if told else 0):
            break
        if mention.type == "place" and (seat := seat_of(mention.actor)) and seat not in headline:
            weights[seat] += 1.5
    counts = Counter(m.actor for m in mentions if m.type == "state")
    most = max(counts.values(), default=0)
    for name, count in counts.items():
        weights[name] += 2.0 * count / most
    best = max(weights.items(), key=lambda item: item[1], default=("", 0.0))
    home = best[0] if best[1] >= _ENOUGH else ""
    other = next((name for name in headline if name != home), "") if len(headline) == 2 and home in headline else ""
    return home, other


def _lines_above(sentences: Sequence[Sentence]) -> list[Sentence]:
    return [s for s in sentences[:_TOP] if s.kind in ("byline", "heading", "headline")]


def _issued_by(text: str, line: Sentence) -> str:
    words = text[line.start : line.end]
    words = words.title() if words.isupper() else words
    if answering := _ANSWERS.search(words):
        return country_in(answering[1], 0, len(answering[1]))
    if _ISSUER.search(text, line.start, line.end) is None:
        return ""
    towns = (seat_of(town) for town in _TOWN.findall(words))
    return country_in(words, 0, len(words)) or ("" if _SCHOLARS.search(words) else next(filter(None, towns), ""))


# "Ministry of Foreign Affairs, ISLAMABAD, 6 October 1999"
_TOWN = re.compile(r",\s+([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})(?=,|$)")
# "Interview with the MINISTER of Foreign Affairs OF GEORGIA": who answers says "our" of it
_ANSWERS = re.compile(
    r"\b(?:[Ii]nterview|[Cc]onference|[Bb]riefing|[Tt]ranscript|[Rr]emarks|[Aa]nswers|[Ss]tatement|[Ss]peech|[Aa]ddress)\b[^.;]{0,60}?\b(?:[Ww]ith|[Bb]y|[Oo]f)\s+"
    r"(?:[Tt]he\s+)?(?:[\w.’'-]+\s+){0,6}?(?:[Mm]inister|[Pp]resident|[Aa]mbassador|[Cc]hancellor|[Ss]pokes\w+|[Gg]overnor|[Ss]ecretary)\b"
    r"(?:\s+(?:[Oo]f|[Ff]or)\s+[^,.;]{3,50}?)?\s+[Oo]f\s+((?:[Tt]he\s+)?[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|of|and)){0,3})"
)


# "Ana Diaz IN CHAMBISHI, ZAMBIA"
_IN = re.compile(r"\bin\s+([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)(?:,\s+([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*))?\s*$")


def _written_in(text: str, line: Sentence) -> str:
    """Return the country that a byline says its author writes from, or ""."""
    place = _IN.search(text, line.start, line.end)
    if place is None:
        return ""
    return country_in(place[2], 0, len(place[2])) if place[2] else seat_of(place[1])


def issuer_of(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention] = ()) -> str:
    """Return the state whose ministry, bank or office publishes a document or is its first source, or "".

    The lines above the text say so, or its first sentences: "exports rose, Statistics Canada said today".

    >>> text = "BANK OF PERU"
    >>> issuer_of(text, [Sentence("d#1", "d", 1, 0, 12, text, "author", "headline")])
    'Peru'
    """
    lines = [s for s in sentences[:_TOP] if s.kind != "boilerplate" and _NAME_ALONE.fullmatch(text, s.start, s.end)]
    named = next((issuer for line in lines if (issuer := _issued_by(text, line))), "")
    for line in _lines_above(sentences):
        named = named or _office_alone(text, line, mentions)
    told = [s for s in sentences if s.kind not in _ABOVE]
    named = named or _told_by(text, told, mentions)
    above = [s for s in sentences[:_TOP] if s.kind in _ABOVE]
    alone = any(_OFFICE_LINE.fullmatch(text, s.start, s.end) for s in above)
    if not named and (
        alone or any(_NAMELESS.search(text, s.start, s.end) for s in [*_lines_above(sentences), *told[:2]])
    ):
        return home_of(text, sentences, mentions)[0]  # the office of the country that the document is about
    return named


# "THE NATIONAL CUSTOMS SERVICE REPORTED", "Central bank: exports fall", ", THE STATISTICS OFFICE SAID"
_NAMELESS = re.compile(
    r"(?:\b[Tt]he |^|(?<=\n))(?:(?:National|Central|General|Federal|State|Government) )?"
    r"(?:[Cc]ustoms(?: (?:Service|Administration|Authority|Department|Office))?|"
    r"(?:Bureau|Office|Institute|Agency|Department|Committee|Service|Board|Administration) of (?:National )?"
    r"(?:Statistics|Customs)|"
    r"[Ss]tatistic(?:s|al) (?:[Oo]ffice|[Bb]ureau|[Ss]ervice|[Ii]nstitute|[Aa]gency|[Aa]uthority|[Dd]epartment|"
    r"[Cc]ommittee|[Bb]oard)|"
    r"[Cc]entral [Bb]ank|Reserve Bank|Census Bureau)"
    r"(?::|,?\s+(?:(?:has|also|today|yesterday)\s+)*(?:said|says|reports?|reported|announced|announces|published|released)\b)"
)


# "MINISTRY OF FOREIGN TRADE and Tourism (Mincomex)" on a line of its own: that of the country the document is about
_OFFICE_LINE = re.compile(
    r"(?:The\s+)?(?:(?:National|Central|General|Federal|State|Government|Royal)\s+)*"
    r"(?:Ministry|Department|Bureau|Office|Institute|Directorate|Secretariat|Customs|Central\s+Bank|Treasury|Agency|"
    r"Authority|Administration|Statistics|Statistical)\b(?:[,\s]+(?:of|for|the|and|&|[A-Z][\w’'-]*))*(?:\s+\([A-Z][\w-]*\))?"
)
_ABOVE = ("byline", "heading", "headline", "boilerplate", "caption")
# "Statistics Canada SAID"
_TELLS = re.compile(
    r",?\s+(?:has\s+|today\s+)?(?:said|says|reports?|reported|announced|announces|published|released)\b"
)


def _office_alone(text: str, line: Sentence, mentions: Sequence[Mention]) -> str:
    """Return the state of an office whose name is all that a line above the text says, but for a place or day."""
    for mention in _between(mentions, line.start, line.end):
        if text[line.start : mention.start].strip().lower() in ("", "the") and (state := office_of(mention.actor)):
            rest = text[mention.end : line.end].strip()
            return state if not rest or rest[0] in ",|–—-(" else ""
    return ""


def _told_by(text: str, told: Sequence[Sentence], mentions: Sequence[Mention]) -> str:
    """Return the state whose office says what the first sentences tell, or ""."""
    narrated = [s for s in told if s.kind not in _ABOVE][:2]
    for sentence in narrated:
        for mention in _between(mentions, sentence.start, sentence.end):
            if _TELLS.match(text, mention.end, sentence.end) and (state := office_of(mention.actor)):
                return state
    return ""


def _between(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    return mentions[bisect_left(mentions, start, key=_start) : bisect_left(mentions, end, key=_start)]


# "Republic of Turkey, Ministry of Economy": a line that is a name and nothing else
_NAME_ALONE = re.compile(r"(?:(?:(?<![\w.’'-])(?:[A-Z][\w.’'-]*|of|the|and|for)|&|[–—])[,\s]*){2,12}")


def _start(mention: Mention) -> int:
    return mention.start


def spoken_of(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> list[str]:
    """Return the economies that a sentence names, but for those behind a preposition: "trade with Peru".

    Args:
        text: the document.
        sentence: the sentence.
        mentions: mentions, in order, of which those in the sentence count.

    >>> text = "Chilean copper goes to Peru."
    >>> spoken_of(text, Sentence("d#1", "d", 1, 0, 28, text, "author", "narration"), [])
    ['Chile']
    """
    first = dateline_end(text, sentence)
    names = [
        (m.start, m.actor)
        for m in _between(mentions, first, sentence.end)
        if is_economy(m) and not (m.type == "place" and is_spot(m.actor))
    ]
    names += demonyms_in(text, first, sentence.end)
    spoken, behind = [], False
    for at, name in sorted(names):
        word = PREPOSITION.search(text, max(first, at - 24), at)
        behind = word is not None and (behind or word[1] not in ("and", "or"))  # "of Peru AND Chile" are both behind
        if not behind:
            spoken.append(name)
    return list(dict.fromkeys(spoken))
