"""Frequent words that tell of a meeting in one turn only: "will attend.", "reached Oslo", "brought both together".

They are looked at before a sentence is read, and passed over unless that turn follows.
"""

from __future__ import annotations

import re

# "he will [attend].", "will [take part] on Friday": what is attended, another sentence tells.
_ENDS = re.compile(
    r"\s*(?:[.;:!?)”\"]|,\s|$|\n|\s(?:too|as\swell|in\sperson|himself|herself|and|but|if|when|unless|though|after|"
    r"on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
# "[attend] the inauguration of": a ceremony is no meeting of its own, but somebody comes for it.
CEREMONY = re.compile(
    r"\s(?:(?:in|at|to)\s)?(?:the|an?|his|her|its|their)?\s?(?:(?!in\b|of\b|on\b|at\b|for\b)[\w’'-]+\s){0,4}?(?:anniversary|burial|celebrations?|"
    r"centenary|ceremon(?:y|ies)|commemorations?|coronation|enthronement|festivities|funeral|groundbreaking|inauguration|investiture|"
    r"jubilee|launch|memorial\s(?:mass|service)|obsequies|opening|parade|requiem|swearing-in|unveiling|wedding)\b"
)
_MAY_ATTEND = re.compile(
    r"\b(?:will|would|shall|may|might|could|can(?:not)?|must|should|to|not|n['’]t|ll|who|he|she|they|both|each|has|have|had|also|"
    r"himself|be|is|are|was|were)\s(?:[a-z]+ly\s|also\s|not\s|be\s)*$"
)
# "[brought] X and Y together", "[get] both sides round a table"
TOGETHER = re.compile(
    r"\s(?P<whom>[^.;:]{4,140}?)\s(?:together(?!\swith\b)|(?:a?round|to|at)\s(?:a|one|the|the\ssame)\s(?:negotiating\s|conference\s|same\s)?table|"
    r"face\sto\sface|down\s(?:together|with)|into\sone\sroom|in(?:to)?\s(?:the\ssame|one|a)\sroom)\b"
)
_NAME_BEHIND = re.compile(r"\s(?:the\s)?(?:[A-Z]|\w+\s(?:capital|resort|port)\b)")
# "[reached] his counterpart by telephone"
BY_PHONE = re.compile(
    r"[^.;:]{3,110}?\s(?:by|on|over)\s(?:the\s)?(?:tele)?(?:phone|hotline|hot\sline|line|radio|video)\b"
)
# Those who examine a matter with each other; a firm or a court examines it alone.
_HOLDERS = re.compile(
    r"\b(?:(?:[Mm]inister|[Pp]resident|[Pp]remier|[Ss]ide|[Dd]elegation|[Gg]overnment|[Ll]eader|[Ee]xpert|[Oo]fficial|[Nn]egotiator|"
    r"[Cc]hancellor|[Dd]iplomat|[Ss]ecretar(?:y|ie))s|[Hh]eads\sof\s(?:[Ss]tate|[Gg]overnment)|[Tt]hey|[Tt]he\s(?:two|pair|three|four))\b"
)
_A_NOUN = re.compile(r"\b(?:an?|the|his|her|its|their|this|that|under|for|of|in|annual|policy|first|mid-term)\s$")


# "[chaired] the OAU committee on Chad"
CHAIRED = re.compile(
    r"\s(?:the|an?|its|his|her|this)\s(?:(?!of\b|in\b|on\b|at\b|meetings?\b|sessions?\b)[\w’'-]+\s){0,6}?"
    r"(?:[Bb]oard|[Cc]abinet|[Cc]ommission|[Cc]ommittee|[Cc]ouncil|[Gg]roup|[Jj]unta|[Pp]anel|[Tt]roika)\b(?!\s(?:meeting|session|talks)|['’])"
)
# "[took] a group of executives to Johannesburg"
_TAKEN = re.compile(
    r"\s(?:an?|the|his|her)\s(?:[\w-]+\s){0,4}?(?:delegation|mission|team|group|party|trade\smission)\b[^.;:]{0,50}?\s(?:to|in)\s(?:the\s)?[A-Z]"
)
_TEAM = re.compile(r"\b(?:delegation|group|mission|party|team)\b")
# "[joined] the leaders of Poland in Gdansk"
_JOINED_IN = re.compile(
    r"\s(?!in\b|a\b|the\s(?:European|UN|United|euro|bloc|army|alliance|club|party)\b)[^.;:]{4,150}?\s(?:in|at)\s(?:the\s)?[A-Z]"
)
_TAKES = ("take", "took", "taking", "Take", "Took", "Taking")


def passes(text: str, start: int, end: int, frame: str) -> bool:
    """Is a frequent word passed over, as it tells of no meeting where it stands?

    Args:
        text: the document.
        start: where the word begins.
        end: the character after its last.
        frame: how its parties are told.

    >>> passes("He will attend school.", 8, 14, "attend"), passes("He will attend.", 8, 14, "attend")
    (True, False)
    """
    if frame == "attend":
        if text.startswith(("attend", "take part", "took part", "taking part", "participat"), start) and CEREMONY.match(
            text, end, end + 70
        ):
            return False
        return not (_ENDS.match(text, end) and _MAY_ATTEND.search(text, max(0, start - 30), start))
    if frame == "chair":
        return not CHAIRED.match(text, end)
    if frame == "lead":
        if not text.startswith(_TAKES, start):
            return not _TEAM.search(text, end, end + 90)
        return not _TAKEN.match(text, end, end + 120)
    if frame == "join":
        return not _JOINED_IN.match(text, end, end + 170)
    if frame == "bring":
        return not TOGETHER.match(text, end, end + 160)
    if frame == "reach":
        return not (_NAME_BEHIND.match(text, end) or BY_PHONE.match(text, end, end + 120))
    if frame == "discuss" and not text.startswith(("discuss", "talk about", "talked about", "talking about"), start):
        if _A_NOUN.search(text, max(0, start - 10), start):
            return True
        return text.find(" with ", end, end + 130) < 0 and not _HOLDERS.search(text, max(0, start - 110), start)
    return False
