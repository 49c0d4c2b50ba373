"""Finds the economy that does what a verb of a flow says: its subject, across relative clauses and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import Token, is_of_kind
from briefing_lib.link.figure.sides import NUMBERED, PREPOSITION, name_of

_WHICH = re.compile(r",?\s+(?:which|who)\s+(?:(?:has|had|have|also|already|itself|alone)\s+)*")
_TO_SOMEBODY = re.compile(r"\s+(?:it|them|us|him|her)\b")  # "turned to Peru, which OFFERED IT tanks"
_PORT = re.compile(r"\b[Pp]orts?\s+(?:of|at)\s+$")
_AND_THEN = re.compile(r"\band\s+(?:(?:has|have|had|will|would|also|then)\s+|\w+ly\s+)*$")  # "and has pledged"
_OWNER = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}")
_AND = re.compile(r",?\s+(?:and|or)\s+(?:the\s+)?(?:neighbou?ring\s+)?$")


def subject_of(text: str, start: int, found: Sequence[Token], head: int, claimed: set[int]) -> tuple[str, int, str]:
    """Return the economy that does what a verb says, where it stands, and the one joined to it by "and".

    Args:
        text: the document.
        start: first character of the sentence.
        found: the tokens of the sentence.
        head: which of them is the verb.
        claimed: tokens that have a part in another flow.

    >>> peru, sold = Token(0, 4, "economy", "Peru"), Token(5, 9, "verb", "sold")
    >>> subject_of("Peru sold", 0, [peru, sold], 1, set())
    ('Peru', 0, '')
    """
    fallback = ("", found[head].start, "")
    joined = ""
    and_then = _AND_THEN.search(text, max(start, found[head].start - 24), found[head].start) is not None
    first = fallback
    for i in range(head - 1, -1, -1):
        token = found[i]
        relative = token.kind == "economy" and _WHICH.fullmatch(text, token.end, found[head].start)
        if relative and (NUMBERED.match(text, found[head].end) or _TO_SOMEBODY.match(text, found[head].end)):
            return name_of(token), token.start, ""  # "ahead of PERU, WHICH TOOK $5 million"
        if (
            token.kind == "pair"
            and found[head].flow == "turnover"
            and token.name.endswith(("countries", "sides", "states"))
        ):
            return name_of(token), token.start, ""  # "THE TWO COUNTRIES traded goods"
        if i in claimed or token.kind not in ("economy", "pronoun", "country", "actor", "speaker", "group"):
            continue
        if re.search(r";|\bwhile\b|\bwhereas\b", text[token.end : found[head].start]):
            break
        if token.name in ("its", "their", "our", "them", "us"):
            continue
        ruled_out = PREPOSITION.search(text, max(start, token.start - 24), token.start)
        name = _body(text, found, i) if token.kind == "actor" else name_of(token)
        if and_then and token.kind == "economy" and not ruled_out:
            first = name, token.start, ""  # "Peru's minister saw his Chilean colleague AND PLEDGED"
            continue
        if ruled_out and ruled_out[1] in ("and", "or"):
            before = found[i - 1] if i else None
            if before is None or not _joins_names(text, before, token):
                return name, token.start, ""  # "... in 2014, AND THE SAUDIS promised": another clause
            joined = joined or name
            continue
        if ruled_out and _PORT.search(text, max(start, token.start - 24), token.start):
            return name, token.start, joined  # "The PORT OF RIGA handled 2 million tonnes"
        if ruled_out and not (ruled_out[1] in ("by", "for") and text[token.end : found[head].start] == " to "):
            continue  # but for "plans BY PERU TO invest"
        if re.match(r"['’]s?\s|[-–]", text[token.end : token.end + 3]) and token.kind == "economy":
            fallback = (name, token.start, "") if not fallback[0] else fallback
            continue
        if joined and token.kind == "economy":
            return _listed(text, start, found, i, joined)
        return name, token.start, joined
    return first if first[0] else fallback


def _body(text: str, found: Sequence[Token], at: int) -> str:
    """Return the name of an organisation, or of the state that owns it: "TURKEY's Exim Bank"."""
    token, before = found[at], found[at - 1] if at else None
    if before is not None and before.kind == "economy" and _OWNER.fullmatch(text, before.end, token.start):
        return before.name
    return token.name


_COMMA = re.compile(r",\s+(?:the\s+)?")


def _listed(text: str, start: int, found: Sequence[Token], at: int, joined: str) -> tuple[str, int, str]:
    """ "PERU, BOLIVIA, Chile and Cuba sold": all that a list names do what its verb says."""
    names, low = [found[at].name, joined], at
    while low and found[low - 1].kind == "economy" and _COMMA.fullmatch(text, found[low - 1].end, found[low].start):
        low -= 1
        names.insert(0, found[low].name)
    if len(names) > len(found[low : at + 1]) and not is_of_kind(names[0], ""):
        names, low = names[1:], low + 1  # "the Baltic Assembly, ESTONIA, LATVIA and Lithuania"
    ruled_out = PREPOSITION.search(text, max(start, found[low].start - 24), found[low].start)
    if low == at or ruled_out and ruled_out[1] != "of":
        return found[at].name, found[at].start, joined
    return names[0], found[low].start, " | ".join(names[1:])


def _joins_names(text: str, before: Token, token: Token) -> bool:
    """ "Peru AND CHILE": two names, and not the end of one clause and the beginning of another."""
    if before.kind not in ("economy", "actor", "country"):
        return False
    return _AND.fullmatch(text, before.end, token.start) is not None
