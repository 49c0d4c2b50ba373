"""Tells what the words beside a date make of it: a limit, a date something is put off to, one of figures to come."""

from __future__ import annotations

import re

# until Friday [to reply]; a Friday [deadline]
_TO_DO = re.compile(r"\s+(?:to\s+[a-z]+|deadline)\b")
_DEADLINE = re.compile(r"\s+deadline\b")
# a deadline of [March 27]
_DEADLINE_OF = re.compile(r"\bdeadline\s+(?:of|on|for|is)\s+$")
# had been due on [Wednesday]
_HAD_BEEN = re.compile(r"\bhad\s+(?:originally\s+)?been\b")
# expects to report a loss for [the third quarter]
_RESULTS = re.compile(
    r"\b(?:report|post|announce|publish|release|disclose|earn|show|loss|losses|profits?|results|earnings)\b",
    re.I,
)
# postponed the ruling to [May]
_PUT_OFF = re.compile(
    r"\b(?:postpon|delay|defer|reschedul|adjourn|extend|push|mov|put(?:ting)?\s+(?:back|off))(?:e[ds]?|s|ing)?\b[^.;:!?]{0,80}?"
    r"\s(?:to|until|till|through)\s+(?:the\s+|early\s+|late\s+|mid-?\s*)*$"
)

# Wednesday['s surprise ruling]; not Friday's vote, which may be to come
_DONE = re.compile(
    r"['’]s\s+(?:\w+\s+){0,2}?(?:ruling|declaration|announcement|decision|attacks?|blasts?|bombings?|explosions?|shootings?|killings?|"
    r"statement|verdict|crash|earthquake|quake|close|closing|raids?|coup|accident|fire|riots?|violence|killing|massacre|arrests?|"
    r"resignation|defeat|victory|remarks|comments|disclosure|losses|gains|decline|slide)\b"
    r"(?!\s+(?:\w+\s+){0,3}?(?:will|would|may|might|could|should)\b)"
)
# follows [Tuesday's declaration], after [Monday's]
_AFTERMATH = re.compile(
    r"\b(?:follow(?:s|ed|ing)?|after|since|despite|(?:in\s+)?response\s+to|reaction\s+to)\s+(?:\w+\s+)?$", re.I
)


def is_limit(text: str, led: str, end: int) -> bool:
    """Tell whether a date is a limit set for later: "until Friday to reply", "starting Monday".

    >>> is_limit("They have until Friday to reply.", "until", 22)
    True
    """
    if led in ("starting", "beginning", "effective"):
        return True
    return bool((_TO_DO if led in ("by", "until", "till") else _DEADLINE).match(text, end))


def is_deadline(text: str, start: int) -> bool:
    """Tell whether a date is one named by "a deadline of"."""
    return bool(_DEADLINE_OF.search(text, max(0, start - 16), start))


def had_been(text: str, low: int, start: int) -> bool:
    """Tell whether what is said before a date had been planned: it may be past by now."""
    return bool(_HAD_BEEN.search(text, max(low, start - 60), start))


def is_of_results(text: str, low: int, start: int) -> bool:
    """Tell whether a sentence is about figures of a time that is over, though yet to be published.

    >>> is_of_results("Mills expect to report a loss for the third quarter.", 0, 34)
    True
    """
    return bool(_RESULTS.search(text, low, start))


def is_put_off(text: str, low: int, start: int) -> bool:
    """Tell whether something is put off to a date: what is told is past, the date is to come.

    >>> is_put_off("The court postponed its ruling to May.", 0, 34), is_put_off("He moved to Lagos in May.", 0, 21)
    (True, False)
    """
    return bool(_PUT_OFF.search(text, max(low, start - 100), start))


def is_of_deed(text: str, start: int, end: int) -> bool:
    """Tell whether a day is that of something done: "Wednesday's ruling", "follows Tuesday's" whatever it was.

    >>> is_of_deed("They will fight Friday's ruling.", 16, 22), is_of_deed("They will lose Friday's vote.", 15, 21)
    (True, False)
    """
    if text[end : end + 2] not in ("'s", "’s"):
        return False
    return bool(_DONE.match(text, end) or _AFTERMATH.search(text, max(0, start - 30), start))
