"""Tells the tense of the clause around a span, from the verb nearest to it.

No grammar is parsed. Inside the sentence, the verb before the span rules ("*met* on Tuesday", "*will meet* on
Tuesday"); where the span opens its clause ("On Tuesday she *met* ...") or belongs to the subject ("Tuesday's talks
*will* ..."), the verb after it does. Words that give a tense are data (``lexicons/tense_words.csv``); of the other
verbs only those in -ed are known, less the nouns and adjectives listed with "none". "would meet", "was to meet" and
"postponed until" look ahead of what is told, so they are future. A timetable verb ("the summit opens on Monday") is
present; see ``timetable``.
"""

from __future__ import annotations

import re
from functools import cache

from briefing_lib.lexicon import pattern_of, rows

_BEFORE, _AFTER = 160, 120

# Ends a clause on the way back: "; ", ". The", a line's end, an opening quotation mark.
_STOP = re.compile(r"[;!?\n]|[.:](?=\s)")
# Stands between the start of a clause and a span that opens it: "that on [Tuesday]", ", early [on Monday]".
_OPENING = re.compile(
    r"(?:^|[,;:.!?(\"“‘\n—–]|\b(?:that|and|but|while|whereas|as|because|if|although|whether|or))\s*(?:[“\"‘]\s*)?"
    r"(?:(?:on|in|by|at|from|for|during|until|since|late|early|earlier|later|only|just|and|the|of|through|"
    r"between|after|before)\s+)*$",
    re.I,
)
# An infinitive after these looks ahead; elsewhere it tells nothing ("came to attend").
_HEADLINE = re.compile(r"to\s+(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b)[a-z]+")


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    tenses = {row["word"]: row["tense"] for row in rows("tense_words")}
    listed = pattern_of(tenses)
    # "has met", "have been", "was held" are one verb; "-ed" comes last.
    verb = rf"(?<![\w-])(?:(?P<listed>{listed})|(?P<regular>[a-z]+ed)|(?P<infinitive>to\s+[a-z]+))(?![\w-])"
    return re.compile(verb, re.I), tenses


def _tense_of(verb: re.Match[str]) -> str:
    tenses = _words()[1]
    if verb["listed"]:
        if verb["listed"] == "May":
            return ""
        word = " ".join(verb["listed"].lower().replace("’", "'").split())
        return tenses.get(word, "").replace("none", "")
    if verb["regular"]:
        return "past"
    return "infinitive" if _HEADLINE.match(verb["infinitive"]) else ""


def _verbs(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """Return (tense, position) of each verb; a verb of several words counts once, by its first or its future one."""
    found: list[tuple[str, int]] = []
    last_end, last = -9, ""
    for verb in _words()[0].finditer(text, start, end):
        kind = _tense_of(verb)
        if not kind:
            continue
        if kind == "infinitive":
            # "Premier to visit Oslo": a headline's future, as long as no other verb rules.
            if not found:
                found.append(("future", verb.start()))
            continue
        if kind == "participle":
            # "is travelling on Monday"; "after travelling" tells nothing
            near = (
                found and verb.start() - last_end <= 12 and text[found[-1][1] : last_end].lower() in ("is", "are", "am")
            )
            if near:
                found[-1] = ("timetable", found[-1][1])
            continue
        joined = verb.start() - last_end <= 12 and re.fullmatch(
            r"\s*(?:not|also|now|already|both|all|recently|n.t|be|to|\s|\w+ly)*\s*", text[last_end : verb.start()]
        )
        if joined and last in ("future", "present", "past") and found:
            last_end = verb.end()
            if last == "present" and kind == "past":
                auxiliary = text[found[-1][1] : found[-1][1] + 4].lower()
                found[-1] = ("past" if auxiliary.startswith("ha") else "present", found[-1][1])
                last = found[-1][0]
            elif kind == "future":
                found[-1] = ("future", found[-1][1])
                last = kind
            continue
        found.append((kind, verb.start()))
        last_end, last = verb.end(), kind
    return found


def clause_tense(text: str, start: int, end: int) -> str:
    """Return past, present, timetable, future or an empty string, for the clause around a span."""
    left = max(0, start - _BEFORE)
    for stop in _STOP.finditer(text, left, start):
        left = stop.end()
    right = min(len(text), end + _AFTER)
    stop_right = _STOP.search(text, end, right)
    if stop_right:
        right = stop_right.start()
    possessive = text[end : end + 1] in "'’" and text[end + 1 : end + 2] == "s"
    opens = bool(_OPENING.search(text[left:start]))
    if possessive or opens:
        after = _verbs(text, end, right)
        if after:
            return after[0][0]
    before = _verbs(text, left, start)
    if before:
        return before[-1][0]
    after = _verbs(text, end, right)
    return after[0][0] if after else ""


def tense(text: str, start: int, end: int) -> str:
    """Return the tense of the clause around a span.

    Args:
        text: the document's text.
        start: first character of the span.
        end: character after its last.

    Returns:
        "past", "present", "future", or an empty string where no verb is known.

    >>> said = "Hanoi said on Friday it will host the talks next month."
    >>> tense(said, 14, 20), tense(said, 45, 55)
    ('past', 'future')
    >>> tense("Envoys meet in Suva on Monday", 23, 29)
    'present'
    """
    found = clause_tense(text, start, end)
    return "present" if found == "timetable" else found


def timetable(text: str, start: int, end: int) -> bool:
    """Tell whether the clause announces in the present, as timetables do ("opens on Monday").

    >>> timetable("The trial resumes on Monday.", 21, 27)
    True
    """
    return clause_tense(text, start, end) == "timetable"
