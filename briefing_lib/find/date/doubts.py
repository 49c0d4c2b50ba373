"""Tells dates from words and figures that only look like them: "may", "2000 troops", "the Sunday Times"."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib.find.date.grammar import Meaning
from briefing_lib.find.date.words import any_of, plain


def is_date(
    text: str, start: int, end: int, meaning: Meaning, opening: int, before: tuple[int, Meaning] | None, stop: int
) -> bool:
    """Tell whether an expression is a date where it stands.

    Args:
        text: the document's text.
        start: first character of the expression.
        end: character after its last.
        meaning: what it would mean.
        opening: start of the sentence.
        before: end and meaning of the expression before it.
        stop: end of the sentence.

    >>> year = ("stated", "2019", "2019", "stated")
    >>> is_date("in 2019 it fell", 3, 7, year, 0, None, 15), is_date("room 2019", 5, 9, year, 0, None, 9)
    (True, False)
    """
    kind = meaning[0]
    if kind == "stated":
        return not (end - start == 4 and text[start:end].isdigit()) or _is_year(text, start, end, opening, before, stop)
    if kind == "weekday":
        return bool(meaning[2]) or _is_weekday(text, start, end, opening)
    if kind == "date" and not meaning[2] and not _is_month(text, start, end, opening):
        return False
    if kind == "named" and meaning[2] is None and _NAME_OF_EVENT.match(text, end, stop):
        return False
    if kind == "relative" and meaning[1] == "day" and text[end : end + 1] in ("'", "’"):
        return not _GENERAL.match(text, end)
    if kind != "date" and text[start - 1 : start] == "-" and start > opening and text[start - 2].isalnum():
        return False
    return not _EVERY.search(text, max(opening, start - 8), start)


# the Good Friday [Agreement], the Yom Kippur [War]
_NAME_OF_EVENT = re.compile(
    r"\s+(?:War|Offensive|Agreement|Accords?|Rising|Uprising|Massacre|Island|Declaration|Truce)\b"
)
# today['s world]
_GENERAL = re.compile(
    r".s\s+(?:world|society|societies|generation|youth|challenges|realities|reality|problems|threats|children|young)\b"
)
_EVERY = re.compile(r"\b(?:every|each|per)\s+$", re.I)
_ANY = re.compile(r"\b(?:on\s+an?|one|any|some|every|each|other)\s+$", re.I)
# a [Friday] deadline is a certain Friday, a [Friday] in May is not
_ONE = re.compile(r"\ban?\s+$", re.I)
_NOUN = re.compile(r"\s+(?!in\b|of\b|on\b|at\b|like\b|when\b|that\b|and\b|or\b|to\b)[a-z]{3,}")

# Sunday [Times]; Bloody [Sunday]
_NAME_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Star|Tribune|Herald|Post|Mail|Express|Independent|Night\s+Live)\b"
)
_NAME_BEFORE = re.compile(
    r"\b(?:Black|Bloody|Super|Mail\s+on|Cyber|Holy|Good|Ash|Easter|Casual|Red|Fat|Giving|Man|Freaky)\s+$"
)


def _is_weekday(text: str, start: int, end: int, opening: int) -> bool:
    left = max(opening, start - 14)
    if _ONE.search(text, left, start) and not _NOUN.match(text, end):
        return False
    return not (
        _ANY.search(text, left, start) or _NAME_BEFORE.search(text, left, start) or _NAME_AFTER.match(text, end)
    )


# -- months -----------------------------------------------------------------------------------------------------

# in, since, late [May]; a bracket, comma or dash
_MONTH_LEAD = re.compile(
    r"\b(?:in|of|since|by|from|until|till|during|before|after|through|to|and|or|early|mid|late|last|next|this|for|"
    r"throughout|around|between|end|on|as|with|than|past|the|over|beginning|starting|-)[\s-]+(?:the\s+)?$|[-–—/(,;:]\s*$",
    re.I,
)
_SURE_LEAD = re.compile(
    r"\b(?:in|since|by|from|until|till|during|before|after|through|early|mid|late|last|next|this|throughout|between|beginning|"
    r"starting)[\s-]+(?:the\s+)?$",
    re.I,
)
_PERSON = re.compile(r"(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Minister|Brian|Dr\.?|Lord|Sir|PM|Elaine)\s+$")
# May [be], May [have]
_MODAL = re.compile(
    r"\s+(?:be|have|not|also|well|seem|need|wish|come|soon|yet|even|still|I|we|you|he|she|it|they|God|the)\b"
)
_SURNAME = re.compile(r"\s+[A-Z][a-z]+")
# Months that are also verbs, names of people or other short words.
_DOUBTFUL = re.compile(r"may|march|april|june|august|mar|jan|jun|jul|sep|oct|nov|dec|apr|aug|feb")


def _is_month(text: str, start: int, end: int, opening: int) -> bool:
    name = text[start:end].rstrip(".")
    if name.isupper() and len(name) > 2:
        return False
    name = name.lower()
    if not _DOUBTFUL.fullmatch(name):
        return True
    led = bool(_MONTH_LEAD.search(text, max(opening, start - 14), start))
    if name == "may" and (_PERSON.search(text, max(opening, start - 10), start) or _MODAL.match(text, end)):
        return False
    if name != "march" and _SURNAME.match(text, end):
        # "Kavan and Jan Novak"; "In June Moscow", "since April Lagos"
        return led and bool(_SURE_LEAD.search(text, max(opening, start - 14), start))
    return led or name not in ("may", "march") or name == "may" and text[end : end + 2] in ("'s", "’s")


# -- years ------------------------------------------------------------------------------------------------------

# 2023 [was]
_YEAR_VERBS = re.compile(
    r"\s+(?:was|is|will|would|saw|sees|marks|marked|has|had|could|began|begins|ended|ends|brought|may|should|might|turned|"
    r"proved|came|also|alone|and|to|witnessed|became)\b"
)
# the 2030 [Agenda], 1540 [Committee], 1800 [ft]
_NO_YEAR_AFTER = re.compile(
    r"\s+(?:Agenda|Vision|Committee|Regime|regime|Sanctions|AD|BC|BCE|Roadmap|Initiative|m|ft|kg|kW|per\s+cent)\b"
)
_PLURAL_AFTER = re.compile(r"\s+(?!was|has|is|as\b|this|thus)(?:[a-z]{3,}s|[a-z]*(?:children|women|people)|men)\b")
_NOUN_AFTER = re.compile(r"\s+([A-Za-z][\w-]*)")
_LAST_WORD = re.compile(r"([\w’']++)\W+([\w’']++)\.?[\s–-]*$|([\w’']++)\.?[\s–-]*$")
_LIST = re.compile(r"(?:,\s*|\s+and\s+|,\s*and\s+|\s+or\s+|\s*/\s*|\s*&\s*)")
_CLOSED = re.compile(r"\s*[)\],;:–-]")


def _is_year(text: str, start: int, end: int, opening: int, before: tuple[int, Meaning] | None, stop: int) -> bool:
    """Tell whether four figures are a year, by the words left and right of them."""
    year = int(text[start:end])
    if text[end : end + 1].isspace() and _NO_YEAR_AFTER.match(text, end, stop):
        return False
    if before and 0 <= start - before[0] <= 6 and _LIST.fullmatch(text, before[0], start):
        kind = before[1][0]
        return len(before[1][1]) == 4 if kind == "stated" else kind in ("range", "since")
    if start == opening or text[start - 1] in '“"‘':
        return bool(_YEAR_VERBS.match(text, end, stop)) or _noun_after(text, end, stop) in plain("year noun")
    if text[start - 1] in "([":
        return year >= 1700 and bool(_CLOSED.match(text, end))
    if not text[start - 1].isspace() and text[start - 1] not in "-–":
        return False
    return _led(text, start, end, opening, stop, year)


# the 2000[ and 2004] Olympics
_YEAR_NEXT = re.compile(r"(?:,\s*|,?\s+(?:and|or)\s+)(?:1[89]|20)\d\d(?![\w%]|[.,]\d|['’])")
# After these a figure may count: "a total of 1980", "more than 1980"
_COUNTING = ("of", "over", "by", "from", "within", "beyond", "into", "for")


def _led(text: str, start: int, end: int, opening: int, stop: int, year: int) -> bool:
    """Tell whether the word before a figure makes it a year: "in", "the ... summit", "Lebanon's"."""
    listed = _YEAR_NEXT.match(text, end, stop)
    round_number = year % 100 == 0 and not listed
    end = listed.end() if listed else end
    found = _LAST_WORD.search(text, max(opening, start - 32), start)
    noun = _noun_after(text, end, stop)
    if not found:
        return noun in plain("year noun") and not round_number
    last = found[2] or found[3]
    word = last.lower().replace("’", "'")
    earlier = (found[1] or "").lower()
    if noun and year % 10 and _counted().match(text, end, stop):
        return word in ("in", "since", "until", "during")
    if text[start - 1] in "-–":
        return word in ("mid", "pre", "post", "early", "late", "end")
    if word in plain("year lead"):
        if word in _COUNTING and earlier in plain("measure word"):
            return False
        many = noun not in plain("year noun") and bool(_PLURAL_AFTER.match(text, end, stop))
        return not (many and (round_number or word == "of" and year < 1900))
    if word == "to":
        return earlier in plain("lead with to") or earlier.isdigit()
    if word in ("as", "about", "around"):
        return earlier in ("early", "late", "recently", "or")
    if word in ("than", "with"):
        return earlier in plain("lead with than")
    if word in plain("determiner") or word.endswith(("'s", "s'")):
        if not noun:
            return False
        counted = noun.endswith("s") and noun.islower() and year < 1900
        return noun in plain("year noun") if round_number or counted else year >= 1500
    events = plain("event before year")
    if last[0].isupper() and (word in events or earlier in events and found[1][0].isupper()):
        return 1890 <= year <= 2100
    return word not in plain("no year lead") and not round_number and year >= 1900 and noun in plain("year noun")


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"\s+{any_of('counted noun')}")


def _noun_after(text: str, end: int, stop: int) -> str:
    found = _NOUN_AFTER.match(text, end, stop)
    return found[1].lower() if found else ""
