"""Finds where temporal expressions stand: one scan for triggers, then the grammar around each.

What stands left of an expression is read here too: "early", "the end of", "since", "around", "the same period".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing_lib.find.date_grammar import Meaning, read_at
from briefing_lib.find.date_patterns import patterns, triggers, words
from briefing_lib.tables import Sentence


class Reading(NamedTuple):
    """Temporal expression, not yet resolved."""

    start: int
    end: int
    meaning: Meaning
    sentence: int


# Words an expression around "year", "Friday", "May" can begin with.
_LEADS = frozenset(
    "the this last next past previous preceding following coming current same that present ongoing upcoming these those "
    "first second third fourth final latter opening closing 1st 2nd 3rd 4th few several couple a an half entire whole "
    "full calendar fiscal financial academic budget day before after earlier later late early number handful some many "
    "consecutive straight calendar in month year week weekend decade dozen years months other".split()
)
# "the third of [June]", "the 18th of [May]", "the first half of [the 1990s]" reads from its first word
_ORDINAL_LEFT = re.compile(
    r"(?:\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fteenth|tieth)\s+$", re.I
)

_EARLY = (
    r"(?:(?:very\s+)?(?:early|late|mid|middle|end|beginning|start|close|outset|latter\s+part|first\s+part|early\s+part|later\s+part|"
    r"early\s+days|last\s+days|final\s+days|final\s+weeks|closing\s+weeks|first\s+days|turn))"
)
_PART = re.compile(
    rf"(?<![\w-])(?:the\s+)?(?:(?:early|mid|late)(?:\s*-\s*to\s*-\s*|\s+to\s+|-|/|\s+or\s+))?{_EARLY}(?:\s+(?:of|in|to)\s+|\s*-\s*|\s+)(?:the\s+)?(?:month\s+of\s+)?$",
    re.I,
)
_ABOUT = re.compile(
    r"(?<![\w-])(?:around|circa|ca\.|c\.|roughly|approximately|(?:at\s+)?some\s?time\s+(?:in|around|during)|on\s+or\s+(?:about|around)|"
    r"in\s+or\s+around|in\s+about|by\s+about|by\s+around)\s+(?:the\s+)?$",
    re.I,
)
_ROUGH = re.compile(
    r"(?<![\w-])(?:about|around|almost|nearly|roughly|approximately|some|over|more\s+than|less\s+than|just\s+over|just\s+under|"
    r"well\s+over|at\s+least)\s+$",
    re.I,
)
_SINCE = re.compile(
    r"(?<![\w-])(?:ever\s+)?since\s+(?:at\s+least\s+|about\s+|around\s+|as\s+early\s+as\s+)?(?:the\s+)?$", re.I
)
_ONWARDS = re.compile(r"\s+(?:onwards?|and\s+(?:onwards?|beyond))(?!\w)", re.I)
_WITHIN = re.compile(r"(?<![\w-])(?:earlier|later|late|early|so\s+far)\s+(?:on\s+)?(?:in\s+)?$", re.I)
_SAME_PERIOD = re.compile(
    r"(?<![\w-])(?:the\s+)?(?:same|corresponding|similar|comparable|year-earlier)\s+(?:period|time|month|quarter|months|"
    r"three\s+months|week|season|stretch|half)(?:\s+(?:of|in|from))?\s+(?:the\s+)?$",
    re.I,
)
_TO_RANGE = re.compile(r"\s*[-–—‑−/]\s*|\s*,?\s+(?:to|through|thru|until|till|up\s+to)\s+(?:the\s+)?")
_AND_RANGE = re.compile(r"\s+and\s+(?:the\s+)?")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)

# Names that look like dates.
_NO_NAME_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Star|Tribune|Herald|Post|Mail|Express|Independent|Night\s+Live)\b"
)
_NO_NAME_BEFORE = re.compile(r"\b(?:Black|Bloody|Super|Mail\s+on|Cyber|Holy|Casual|Red|Fat|Giving|Man|Freaky)\s+$")
_MONTH_BEFORE = re.compile(
    r"\b(?:in|of|since|by|from|until|till|during|before|after|through|to|and|or|early|mid|late|last|next|this|for|throughout|"
    r"around|between|end|on|as|with|than|past|the|over|beginning|starting|-)[\s-]+(?:the\s+)?$|[-–—/(,;:]\s*$",
    re.I,
)
_MODAL_MAY = re.compile(r"\s+(?:be|have|not|also|well|seem|need|wish|come|soon|yet|even|still)\b")
_PERSON = re.compile(r"(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Minister|Brian|Dr\.?|Lord|Sir|PM|Elaine)\s+$")


def find_readings(text: str, sentences: Sequence[Sentence]) -> list[Reading]:
    """Return the temporal expressions of a document, in order, none overlapping.

    Args:
        text: the document's text.
        sentences: its sentences, in order.
    """
    readings: list[Reading] = []
    done = 0
    starts = [sentence.start for sentence in sentences]
    for place in _places(text):
        if place < done:
            continue
        number = bisect_right(starts, place) - 1
        if number < 0 or place >= sentences[number].end:
            continue
        sentence = sentences[number]
        found = _expression(text, place, max(done, sentence.start), sentence.end, sentence.start, readings)
        if found:
            start, end, meaning = found
            readings.append(Reading(start, end, meaning, number))
            done = end
    return readings


def _places(text: str) -> list[int]:
    names, inner, named = triggers()
    places = [hit.start() for hit in names.finditer(text)]
    places += [hit.start() for hit in inner.finditer(text)]
    places += [start for start, _, _, _ in named.find(text)]
    places.sort()
    return places


def _leads(text: str, place: int, low: int) -> Iterator[int]:
    """Yield the places an expression around a trigger can begin at, the leftmost first."""
    start = place
    while start > low and (text[start - 1].isalnum()):
        start -= 1
    begins = [start]
    known = words()
    while start > low and len(begins) < 7:
        left = start
        while left > low and text[left - 1] in " \n -":
            left -= 1
        if left == start or (text[start - 1] == "-" and start - left > 1):
            break
        word_start = left
        while word_start > low and (text[word_start - 1].isalnum()):
            word_start -= 1
        word = text[word_start:left].lower()
        if not (
            word in _LEADS or word in known.numbers or word in known.ordinals or (word.isdigit() and len(word) < 5)
        ):
            if word == "of" and text[max(low, word_start - 8) : word_start].lower().rstrip().endswith(
                ("couple", "number", "handful")
            ):
                pass
            elif word == "of" and _ORDINAL_LEFT.search(text, max(low, word_start - 20), word_start):
                pass
            elif not (word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdigit()):
                break
        start = word_start
        begins.append(start)
    yield from reversed(begins)


def _expression(
    text: str, place: int, low: int, stop: int, opening: int, before: list[Reading]
) -> tuple[int, int, Meaning] | None:
    first = text[place]
    if first.isdigit():
        if place > low and (text[place - 1].isalnum() or text[place - 1] in "$€£¥#@"):
            if text[place - 1] in "QH" and not text[place - 2 : place - 1].isalnum():
                begins: Iterator[int] | list[int] = [place - 1]
            elif text[place - 2 : place] == "FY" and not text[place - 3 : place - 2].isalnum():
                begins = [place - 2]
            else:
                return None
        elif text[place - 1 : place] in (".", ",", ":") and text[place - 2 : place - 1].isdigit():
            return None
        elif (
            text[place - 1 : place] in "-–/"
            and place - 1 > low
            and not text[place - 2].isspace()
            and not re.search(
                r"(?:mid|early|late|pre|post|end)[-–]$|[a-z]{3}–$", text[max(low, place - 6) : place], re.I
            )
        ):
            return None
        else:
            begins = _leads(text, place, low)
    else:
        begins = _leads(text, place, low)
    for begin in begins:
        found = read_at(text, begin, stop)
        if found and found[1] > place:
            meaning, end = found
            if _allowed(text, begin, end, meaning, low, opening, before, stop):
                return _around(text, begin, end, meaning, low, stop)
    return None


def _around(text: str, start: int, end: int, meaning: Meaning, low: int, stop: int) -> tuple[int, int, Meaning]:
    """Add what stands right and left: the other end of a range, "onwards", "early", "since"."""
    meaning, end = _range(text, start, end, meaning, low, stop)
    onwards = _ONWARDS.match(text, end, stop)
    if onwards and meaning[0] in ("stated", "date", "relative", "weekday"):
        return start, onwards.end(), ("since", meaning)
    left = max(low, start - 40)
    kind = meaning[0]
    coarse = not (kind == "stated" and len(meaning[1]) == 10 or kind == "date" and meaning[2] or kind == "weekday")
    if kind in ("relative", "shift", "about") and _is_offset(text, start, end):
        rough = _ROUGH.search(text, left, start)
        if rough:
            start, meaning = rough.start(), ("about", meaning)
    elif kind == "relative" and meaning[1] == "day":
        coarse = False
    if kind in ("relative", "shift", "rolling", "stated", "same") and not (kind == "relative" and meaning[1] == "day"):
        same = _SAME_PERIOD.search(text, left, start)
        if same and (kind != "stated" or len(meaning[1]) == 4):
            start, meaning = same.start(), ("same period", meaning)
    if coarse:
        part = _PART.search(text, left, start)
        if part and not (meaning[0] == "relative" and meaning[1] == "week"):
            start, meaning = part.start(), ("about", meaning)
        elif part:
            start = part.start()
        else:
            within = _WITHIN.search(text, left, start)
            if within and kind in ("relative", "the", "date", "stated", "same", "in year"):
                start = within.start()
    about = _ABOUT.search(text, max(low, start - 40), start)
    if about:
        start, meaning = about.start(), ("about", meaning)
    since = _SINCE.search(text, max(low, start - 40), start)
    if since and meaning[0] != "rolling":
        start, meaning = since.start(), ("since", meaning)
    return start, end, meaning


_OFFSET_END = re.compile(r"(?:ago|earlier|before|previously|prior|later|after|hence|now|back)$", re.I)


def _is_offset(text: str, start: int, end: int) -> bool:
    return bool(_OFFSET_END.search(text, max(start, end - 12), end))


_RANGE_KINDS = ("stated", "date", "weekday", "relative", "part", "season", "in year", "since")


def _range(text: str, start: int, end: int, meaning: Meaning, low: int, stop: int) -> tuple[Meaning, int]:
    if meaning[0] not in _RANGE_KINDS or end >= stop:
        return meaning, end
    if meaning[0] == "stated" and meaning[1] != meaning[2]:
        return meaning, end
    join = _TO_RANGE.match(text, end, stop)
    if not join and text[end] == " " and _BETWEEN.search(text, max(low, start - 14), start):
        join = _AND_RANGE.match(text, end, stop)
    if not join or join.end() >= stop or not text[join.end()].isalnum():
        return meaning, end
    there = join.end()
    part = re.compile(r"(?:(?:early|mid|late)[\s-]+|(?:the\s+)?end\s+of\s+)", re.I).match(text, there, stop)
    inner = part.end() if part else there
    if inner >= stop:
        return meaning, end
    other = read_at(text, inner, stop)
    if not other or other[0][0] not in _RANGE_KINDS:
        return meaning, end
    second = other[0]
    if second[0] == "stated" and second[1] != second[2]:
        return meaning, end
    if (
        meaning[0] == "stated"
        and second[0] == "stated"
        and len(meaning[1]) != len(second[1])
        and not join.group().strip().isalpha()
    ):
        return meaning, end
    if (meaning[0] == "weekday") != (second[0] == "weekday") and "stated" not in (meaning[0], second[0]):
        if second[0] == "date" and not second[2]:
            return meaning, end
    return ("range", meaning, second), other[1]


# -- is it a date at all? ---------------------------------------------------------------------------------------

_YEAR_LEFT = re.compile(
    r"(?:(?P<word>[\w’'.]+)(?P<gap>[\s-]+))?$",
)
_YEAR_LEADS = frozenset(
    "in of since by from until till during before after through throughout around circa between early mid late year years "
    "fiscal for versus vs vs. pre post end beginning start into beyond toward towards both summer spring autumn fall winter "
    "against within over ca. christmas easter anno season only again back".split()
)
_DETERMINERS = frozenset("the a an its his her their our my this that s".split())
_MEASURED = frozenset(
    "total force population height distance staff crew sum average group capacity maximum minimum cost length area altitude "
    "number more less fewer greater over about some nearly almost rather excess worth speed depth range team fleet resolution "
    "resolutions".split()
)
_TO_LEADS = frozenset(
    "prior back up compared relative due dates dating returned out down close similar equal next".split()
)
_YEAR_VERBS = re.compile(
    r"\s+(?:was|is|will|would|saw|sees|marks|marked|has|had|could|began|begins|ended|ends|brought|may|should|might|turned|proved|came|"
    r"also|alone|and|to|witnessed|became)\b"
)
_NO_YEAR_AFTER = re.compile(
    r"\s+(?:Agenda|Vision|Committee|Regime|regime|Sanctions|AD|BC|BCE|Roadmap|Initiative)\b|\s+(?:m|ft|kg|kW|per\s+cent)\b"
)
_COUNTED_PLURAL = re.compile(r"\s+(?!was|has|is|as\b|this|thus)[a-z]{3,}s\b")


def _allowed(
    text: str, start: int, end: int, meaning: Meaning, low: int, opening: int, before: list[Reading], stop: int
) -> bool:
    first = text[start]
    if first.isdigit() and meaning[0] == "stated":
        if len(meaning[1]) == 4 and meaning[1].isdigit() and end - start == 4:
            return _is_year(text, start, end, low, opening, before, stop)
        if meaning[1] != meaning[2] and len(meaning[1]) == 4 and "-" not in text[start:end]:
            return True
        return True
    kind = meaning[0]
    if (
        kind == "weekday"
        and not meaning[2]
        and re.search(r"\b(?:a|an|one|any|some|every|each|other)\s+$", text[max(low, start - 8) : start], re.I)
    ):
        return False
    if first.isupper():
        if kind == "weekday":
            return not (
                _NO_NAME_AFTER.match(text, end) or _NO_NAME_BEFORE.search(text, max(low, start - 14), start)
            ) and not (re.search(r"(?:every|each)\s+(?:other\s+)?$", text[max(low, start - 14) : start], re.I))
        if kind == "date" and not meaning[2]:
            return _is_month(text, start, end, low)
        if (
            kind == "stated"
            and len(meaning[1]) == 7
            and text[start:end].istitle() is False
            and text[start:end].islower()
        ):
            return False
    if kind == "relative" and meaning[1] == "day" and text[end : end + 2] in ("'s", "’s"):
        return not re.match(
            r".s\s+(?:world|society|generation|youth|challenges|realities|reality|problems|threats|children|young)\b",
            text[end : end + 24],
        )
    if re.search(r"(?:every|each|per)\s+$", text[max(low, start - 6) : start], re.I):
        return False
    if (
        kind in ("shift", "relative", "about")
        and text[start : start + 2] in ("a ", "an")
        and text[start - 1 : start] == "-"
    ):
        return False
    return True


def _is_month(text: str, start: int, end: int, low: int) -> bool:
    name = text[start:end].rstrip(".")
    if name.isupper() and len(name) > 2:
        return False
    if name not in (
        "May",
        "March",
        "April",
        "June",
        "August",
        "Mar",
        "Jan",
        "Jun",
        "Jul",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
        "Apr",
        "Aug",
        "Feb",
    ):
        return True
    if name == "May" and (_PERSON.search(text, max(low, start - 10), start) or _MODAL_MAY.match(text, end)):
        return False
    led = _MONTH_BEFORE.search(text, max(low, start - 14), start)
    if name in ("May", "March"):
        return bool(led) or text[end : end + 2] in ("'s", "’s") and name == "May"
    return bool(led) or not re.match(r"\s+[A-Z][a-z]+", text[end : end + 12])


def _is_year(text: str, start: int, end: int, low: int, opening: int, before: list[Reading], stop: int) -> bool:
    year = int(text[start:end])
    round_number = year % 100 == 0
    if _NO_YEAR_AFTER.match(text, end, stop):
        return False
    if (
        before
        and start - before[-1].end <= 6
        and start >= before[-1].end
        and before[-1].meaning[0] in ("stated", "range", "since")
    ):
        if re.fullmatch(r"(?:,\s*|\s+and\s+|,\s*and\s+|\s+or\s+|\s*/\s*|\s*&\s*)", text[before[-1].end : start]):
            return len(before[-1].meaning[1]) == 4 if before[-1].meaning[0] == "stated" else True
    if start == opening or text[start - 1] in '“"‘':
        return bool(_YEAR_VERBS.match(text, end, stop)) or _year_noun(text, end, stop)
    if text[start - 1] in "([":
        return 1700 <= year and bool(re.match(r"\s*[)\],;:–-]", text[end : end + 2]))
    left = text[max(low, start - 32) : start]
    if not left[-1].isspace() and left[-1] not in "-–":
        return False
    tail = left.rstrip(" \n\t -–")
    found = re.search(r"[\w’'.]+$", tail)
    if not found:
        if tail.endswith((",", "(", ":")):
            return _year_noun(text, end, stop) and not round_number
        return False
    word = found.group().lower().replace("’", "'")
    previous = re.search(r"([\w'’]+)\W+$", tail[: found.start()])
    earlier = previous.group(1).lower() if previous else ""
    if left[-1] in "-–":
        return word in ("mid", "pre", "post", "early", "late", "end")
    if word in _YEAR_LEADS:
        if earlier in _MEASURED and not (word == "in"):
            return False
        return not (round_number and _COUNTED_PLURAL.match(text, end, stop))
    if word == "to":
        return earlier in _TO_LEADS or earlier.isdigit()
    if word in ("than", "with"):
        return earlier in (
            "later",
            "earlier",
            "compared",
            "higher",
            "lower",
            "compare",
            "contrast",
            "parallels",
            "comparison",
        )
    if word in _DETERMINERS or word.endswith(("'s", "s'")):
        after = re.compile(r"\s+([A-Za-z][\w-]*)").match(text, end, stop)
        if not after:
            return word == "the" and False
        if (
            round_number
            or after[1].endswith("s")
            and after[1] not in words().year_nouns
            and after[1][0].islower()
            and year < 1900
        ):
            return after[1].lower() in words().year_nouns
        return 1500 <= year
    if word in (
        "some",
        "about",
        "nearly",
        "almost",
        "over",
        "approximately",
        "least",
        "most",
        "no",
        "number",
        "resolution",
        "flight",
    ):
        return False
    return not round_number and 1900 <= year and _year_noun(text, end, stop)


def _year_noun(text: str, end: int, stop: int) -> bool:
    after = re.compile(r"\s+([A-Za-z]+)").match(text, end, stop)
    return bool(after) and after[1].lower() in words().year_nouns  # type: ignore[index]
