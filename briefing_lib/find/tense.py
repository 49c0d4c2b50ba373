"""Tells the tense of the clause around a span, from the verb nearest to it.

No grammar is parsed. Inside the sentence, the verb before the span rules ("*met* on Tuesday", "*will meet* on
Tuesday"); where the span opens its clause ("On Tuesday she *met* ...") or belongs to the subject ("Tuesday's talks
*will* ...", "said talks on Tuesday *will* ..."), the verb after it does. Words that give a tense are data
(``lexicons/tense_words.csv``); of the other verbs only those in -ed are known, less the nouns and adjectives listed
with "none". "would meet", "was to meet" and "postponed until" look ahead of what is told, so they are future. A
timetable verb ("the summit opens on Monday") is present; see ``timetable``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing_lib.lexicon import pattern_of, rows

_BEFORE, _AFTER = 160, 120  # characters that are looked at

# Ends a clause: "; ", ". The", a blank line, a line that ends in a stop.
_STOP = re.compile(r"[;!?]|[.:](?=\s)|\n(?=\s*\n)|(?<=[”\"'’)])\n")
# Stands between the start of a clause and a span that opens it: "that on [Tuesday]", ", early [on Monday]".
_OPENING = re.compile(
    r"(?:^|(?P<mark>[,(—–-])|[;:.!?\"“‘\n]|\b(?:that|and|but|while|whereas|as|because|if|although|whether|or))\s*"
    r"(?:[“\"‘]\s*)?(?:(?:on|in|by|at|from|for|during|until|since|late|early|earlier|later|only|just|and|the|of|through|"
    r"between|after|before)\s+)*$",
    re.I,
)
# Opens a clause whose verb may stand after the span: "said that talks on [Tuesday] would", "whether talks ..."
_CLAUSE = re.compile(r"\b(?:that|whether|if|because|although)\s", re.I)
# After a verb of saying, the time or the hearer: "said on [Tuesday]", "told reporters in Rome on [Tuesday]"
_WHEN_SAID = re.compile(
    r"\s*(?:$|[,(\"“])|\s+(?:(?:on|in|at|late|early|after|during|via|by|through|to|from|earlier|later|here|"
    r"reporters|journalists|him|her|them|us|parliament|lawmakers|state)\b|[A-Z])"
)
_BETWEEN_PARTS = re.compile(
    r"(?:\s|\bnot\b|\balso\b|\bnow\b|\balready\b|\bboth\b|\ball\b|\brecently\b|\bto\b|\bbe\b|\w+ly\b)*"
)
# A subject in the plural: [the ministers] meet
_PLURAL_SUBJECT = re.compile(r"(?:[a-z]{2}[^s\W]s|\b(?:they|we|I|you|people|police|men|women|children))\s+$", re.I)
# What makes "visits" a noun: [three] visits
_NOUN_LEAD = re.compile(
    r"\b(?:the|a|an|his|her|their|its|our|my|these|those|of|in|on|for|from|during|after|before|with|and|two|three|four|"
    r"five|several|many|more|past|last|next|recent|official|state|high-level|such|no|any|all|\w+['’]s)\s+$",
    re.I,
)


# After a span that ends its clause.
_CLOSING = re.compile(
    r"\s*(?:[,.;:)—–]|$|(?:for|to|with|at|in|and|when|as|where|which|after|before|by|during|under)\b)"
)


class _Verb(NamedTuple):
    tense: str
    start: int
    end: int


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    tenses = {row["word"]: row["tense"] for row in rows("tense_words")}
    listed = pattern_of(tenses)
    verb = (
        rf"(?<![\w-])(?:(?P<listed>{listed})(?:n['’]t)?|(?P<regular>[a-z]+ed)|(?P<infinitive>to\s+[a-z]+))(?![\w-])"
        r"|(?P<will>['’]ll)\b|\b(?P<after>(?:after|since|despite|having)\s+[a-z]+ing)\b"
    )
    return re.compile(verb, re.I), tenses


def _kind(text: str, verb: re.Match[str], low: int) -> str:
    """Return the tense a matched word gives: one of the lexicon's, "infinitive", or nothing."""
    if verb["will"]:
        return "future"
    if verb["infinitive"]:
        return "infinitive" if verb["infinitive"].rpartition(" ")[2] not in _NO_INFINITIVE else ""
    if verb["regular"] or verb["after"]:
        return "past"
    if verb["listed"] in ("May", "Will"):
        return ""
    kind = _words()[1].get(" ".join(verb["listed"].lower().replace("’", "'").split()), "")
    if kind == "plain timetable":
        return "timetable" if _PLURAL_SUBJECT.search(text, max(low, verb.start() - 16), verb.start()) else ""
    if kind == "timetable" and _NOUN_LEAD.search(text, max(low, verb.start() - 14), verb.start()):
        return ""
    return kind.replace("none", "")


_NO_INFINITIVE = ("the", "a", "an", "his", "her", "its", "their", "this", "that", "which", "be")


def _verbs(text: str, start: int, end: int, headline: bool = True) -> list[_Verb]:
    """Return the verbs of a stretch; one of several words ("has been held") counts once.

    An infinitive counts only where a headline may have it and no other verb comes first: "Premier to visit Oslo".
    """
    found: list[_Verb] = []
    for hit in _words()[0].finditer(text, start, end):
        kind = _kind(text, hit, start)
        if not kind:
            continue
        last = found[-1] if found else None
        joined = last and hit.start() - last.end <= 14 and _BETWEEN_PARTS.fullmatch(text, last.end, hit.start())
        if kind == "infinitive":
            if headline and not last:
                found.append(_Verb("future", hit.start(), hit.end()))
        elif kind == "participle":
            # "is travelling on Monday"; "after travelling" alone tells nothing
            if last and joined and last.tense == "present":
                found[-1] = _Verb("timetable", last.start, hit.end())
        elif last and joined and last.tense not in ("told", "tells"):
            found[-1] = _Verb(_compound(text, last, kind), last.start, hit.end())
        else:
            found.append(_Verb(kind, hit.start(), hit.end()))
    return found


def _compound(text: str, first: _Verb, second: str) -> str:
    """Return the tense of a verb and its participle: "has met" is past, "is met" present, "was scheduled" future."""
    if second in ("future", "promise"):
        return second
    if first.tense == "present" and second in ("past", "told"):
        return "past" if text[first.start : first.start + 2].lower() == "ha" else "present"
    return first.tense


def clause_tense(text: str, start: int, end: int, low: int = 0, high: int | None = None) -> str:
    """Return the tense around a span as ``tense`` does, or "timetable"; low and high are the bounds of its sentence."""
    found = _ruling(text, start, end, low, len(text) if high is None else high)
    return {"told": "past", "tells": "present"}.get(found, found)


def _ruling(text: str, start: int, end: int, low: int, high: int) -> str:
    left, right = max(low, start - _BEFORE), min(high, end + _AFTER)
    for stop in _STOP.finditer(text, left, start):
        left = stop.end()
    before = _verbs(text, left, start)
    if not before or _belongs_to_what_follows(text, left, start, end, before[-1]):
        stop_after = _STOP.search(text, end, right)
        after = _verbs(text, end, stop_after.start() if stop_after else right, headline=not before)
        if after and (not before or _near(text, end, after[0], before[-1])):
            return after[0].tense.replace("promise", "past")
    return before[-1].tense.replace("promise", "future") if before else ""


def _belongs_to_what_follows(text: str, left: int, start: int, end: int, verb: _Verb) -> bool:
    """Tell whether the verb that rules a span stands after it, though there is one before."""
    if text[end : end + 1] in "'’" and text[end + 1 : end + 2] == "s":
        return verb.tense in ("told", "tells") or start - verb.end > 12
    opening = _OPENING.search(text[left:start])
    if opening:
        # "held in Cali, in [May], for ..." is no opening; "When it ended, in [May] he ..." is one
        return not (opening["mark"] and _CLOSING.match(text, end))
    if _CLAUSE.search(text, verb.end, start):
        return True
    return verb.tense in ("told", "tells") and not _WHEN_SAID.match(text[verb.end : start])


def _near(text: str, end: int, after: _Verb, before: _Verb) -> bool:
    """Tell whether a verb after a span is near enough; after a verb of saying nothing may stand between."""
    if before.tense not in ("told", "tells"):
        return True
    between = text[end : after.start]
    return len(between) <= 60 and not any(mark in between for mark in ',“”"')


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
