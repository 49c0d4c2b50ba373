"""Signs that capitalised words are a person's name: a given name, initials, a role before it, what follows it."""

from __future__ import annotations

import re

from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.runs import Token

# ' said', ' told reporters', ', who led', ', 34,', ', head of', ', Kenya's'
_AFTER = re.compile(
    r"(?:['’]s)?(?:,? (?:said|says|told|added|argued|noted|warned|wrote|explained|stressed|insisted|recalled"
    r"|announced|who)\b"
    r"|, (?:who|\d\d\b|[A-Z]\w+['’]s|head|chief|director|chairman|spokes\w+|deputy|former"
    r"|minister|president|professor)\b)"
)
# ', a research fellow at'
_APPOSITION = re.compile(r"(?:['’]s)?, (?:an?|the|his|her) (?P<what>[^,.;:\n]{2,60})")
# what ends the first noun of an apposition
_PREPOSITION = re.compile(r" (?:of|at|in|for|from|whom?|with|to|on|and|or|whose|that|which|based|by)\b")
_ROLE_BEFORE = re.compile(r"([a-z][\w-]+),? $")
# 'A.K. Abdul Momen', 'Thaddeus Q. Marsh'
_INITIALS = re.compile(r"(?:[A-Z]\.)+$")
# 'Lam Cheuk-ting'
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{1,6}$")


def evidence(text: str, start: int, end: int, bare: list[str], known: bool, names: Gazetteer) -> str:
    """Return the rule that makes two or more capitalised words a person, or ''.

    Args:
        text: the document's text.
        start: first character of the words.
        end: character after their last.
        bare: the words, particles left out.
        known: whether an alias of the lexicon stands among them.
        names: the gazetteer.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> evidence("Zubo Qwelane, a farmer, left.", 0, 12, ["Zubo", "Qwelane"], False, bundled())
    'name and apposition'
    """
    if (
        bare[0] in names.given
        or bare[-1] in names.given_last
        or (bare[0] in names.family and bare[-1] not in names.title_words)
    ):
        return "given name and surname"
    if _has_initials(text, start, bare, names):
        return "initials and surname"
    if len(bare) == 2 and not known and _is_syllables(bare, names):
        return "family name and hyphenated given name"
    if text[max(0, start - 3) : start] == "By ":
        return "name in a byline"
    before = _ROLE_BEFORE.search(text, max(0, start - 25), start)
    if before and before.group(1) in names.roles:
        return "role and name"
    if is_introduced(text, end, names) and (not known or len(bare) == 2):
        return "name and apposition"
    return ""


def is_introduced(text: str, end: int, names: Gazetteer) -> bool:
    """Tell whether what follows is what follows a person's name: ', a farmer', ' said'.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> is_introduced("Denis Hills, a lecturer, left.", 11, bundled())
    True
    >>> is_introduced("Ozone Layer, the shield, thins.", 11, bundled())
    False
    """
    if _AFTER.match(text, end):
        return True
    apposition = _APPOSITION.match(text, end)
    if not apposition:
        return False
    noun = _PREPOSITION.split(apposition.group("what"), maxsplit=1)[0].split()
    return bool(noun) and (noun[-1] in names.roles or " ".join(noun[-2:]) in names.roles)


def _has_initials(text: str, start: int, bare: list[str], names: Gazetteer) -> bool:
    """'A.K. Abdul Momen', 'Thaddeus Q. Marsh'; 'below 2 C. Kenya' has none."""
    if len(bare) > 2 and any(_INITIALS.match(word) for word in bare[1:-1]):
        return True
    if not _INITIALS.match(bare[0]) or any(word in names.openers or word in names.senses for word in bare[1:2]):
        return False
    return len(bare[0]) > 2 or (
        text[start - 1 : start] != "°" and not text[max(0, start - 2) : start].strip().isdigit()
    )


def _is_syllables(bare: list[str], names: Gazetteer) -> bool:
    """'Lam Cheuk-ting', not 'Cold War-era'."""
    return (
        _SYLLABLES.match(bare[1]) is not None
        and len(bare[0]) < 7
        and bare[0] not in names.openers
        and bare[1].split("-")[0] not in names.heads
    )


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence or a quotation opens at an offset.

    >>> opens_sentence("He left. Nonpartisan", 9)
    True
    """
    return start == 0 or text[start - 1] in "\n“\"‘'" or text[max(0, start - 2) : start] in (". ", "? ", "! ", ": ")


def before_known_surname(text: str, body: list[Token], known: dict[int, tuple[int, Sense]]) -> bool:
    """'Moammar' before 'Qaddafi': a name, unless it opens a sentence, as any word may there, or is a word of the
    text."""
    alias = known.get(body[-1].start)
    if alias is None or alias[1].type != "person" or alias[0] != body[-1].end or len(body) > 3:
        return False
    start = body[0].start
    return not opens_sentence(text, start) and all(
        token.start not in known and f" {token.word.lower()} " not in text and len(token.word) > 2
        for token in body[:-1]
    )
