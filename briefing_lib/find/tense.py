"""Tells the tense of the clause around a span, from the verb nearest to it.

No grammar is parsed. Inside the sentence, the verb before the span rules ("*met* on Tuesday", "*will meet* on
Tuesday"); where the span opens its clause ("On Tuesday she *met* ...") or belongs to the subject ("Tuesday's talks
*will* ...", "said talks on Tuesday *will* ..."), the verb after it does. Words that give a tense are data
(``lexicons/tense_words.csv``); of the other verbs only those in -ed are known, less the nouns and adjectives listed
with "none". "would meet", "was to meet" and "postponed until" look ahead of what is told, so they are future. A
timetable verb ("the summit opens on Monday") is present; ``clause_tense`` tells it apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing_lib.lexicon import rows

_BEFORE, _AFTER = 160, 120  # characters that are looked at

# Ends a clause: "; ", ". The", a blank line, a line that ends in a stop.
_STOP = re.compile(r"[;!?]|[.:](?=\s)|\n(?=\s*\n)|(?<=[”\"'’)])\n")
# The same inside a sentence, whose stops are mostly those of "Mr. Rao" and "10 a.m."
_STOP_INSIDE = re.compile(r"[;!?]|(?<=[a-z]{4})[.](?=\s+[^a-z\s])|:(?=\s)|\n(?=\s*\n)|(?<=[”\"'’)])\n")
# Stands between the start of a clause and a span that opens it: "that on [Tuesday]", ", early [on Monday]".
_OPENING = re.compile(
    r"(?:^|(?P<mark>[,(—–-])|[;:.!?\"“‘\n]|\b(?:that|and|but|while|whereas|"
    r"(?<!soon )(?<!late )(?<!early )(?<!recently )as|because|if|although|whether|or))\s*"
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
    r"(?:\s|\bnot\b|\balso\b|\bnow\b|\balready\b|\bboth\b|\ball\b|\brecently\b|\bstay\b|\bkeep\b|\bto\b|\bbe\b|\w+ly\b)*"
)
# A subject in the plural: [the ministers] meet
_PLURAL_SUBJECT = re.compile(r"(?:[a-z]{2}[^s\W]s|\b(?:they|we|I|you|people|police|men|women|children))\s+$", re.I)
# What makes "visits" a noun: [three] visits
_NOUN_LEAD = re.compile(
    r"\b(?:the|a|an|his|her|their|its|our|my|these|those|of|in|on|for|from|during|after|before|with|and|two|three|four|"
    r"five|several|many|more|past|last|next|recent|official|state|high-level|such|no|any|all|\w+['’]s)\s+$",
    re.I,
)


# Neither the envoy nor his aides [could] be found
_NOBODY = re.compile(r"\b(?:neither|nor|none|nobody|no\s+one)\b[^.;:]*$", re.I)
# After a span that ends its clause.
_CLOSING = re.compile(
    r"\s*(?:[,.;:)—–]|$|(?:for|to|with|at|in|and|when|as|where|which|after|before|by|during|under)\b)"
)


class _Verb(NamedTuple):
    tense: str
    start: int
    end: int


# Words with what is joined to them: "didn't" and "left-wing" are one
_TOKEN = re.compile(r"[a-zA-Z]+(?:['-][a-zA-Z]+)*")
# "after meeting him" tells of the past
_AFTER_DOING = ("after", "since", "despite", "having")
# Ends of words whose form alone gives a tense
_FORMS = ("ed", "to", "'ll", "n't", *_AFTER_DOING)


@cache
def _words() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the phrases of the lexicon by first word, the longest first, with their tenses."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows("tense_words"):
        found.setdefault(row["word"].split()[0], []).append((row["word"], row["tense"]))
    return {word: tuple(sorted(phrases, key=lambda phrase: -len(phrase[0]))) for word, phrases in found.items()}


def _kinds(text: str, start: int, end: int) -> Iterator[_Verb]:
    """Yield each word or phrase that gives a tense, with one of the lexicon's tenses or "infinitive"."""
    plain = text[start:end].lower().replace("’", "'").replace("\n", " ")
    if len(plain) != end - start:  # a letter whose small form is two
        plain = text[start:end].replace("’", "'").replace("\n", " ")
    known, done = _words(), 0
    for hit in _TOKEN.finditer(plain):
        word, place = hit.group(), hit.start()
        listed = known.get(word)
        if place < done or not listed and not word.endswith(_FORMS):
            continue
        if not listed and text[start + place].isupper() and _is_in_name(text, start, start + place, start + hit.end()):
            continue
        if not listed and word.endswith("n't"):
            listed = known.get(word[:-3])
        elif word in ("may", "will") and text[start + place].isupper():
            listed = None
        phrase, kind = _longest(plain, place, listed) if listed else ("", "")
        done = max(place + len(phrase), hit.end())
        kind = _checked(text, kind, start + place, start) if phrase else _unlisted(text, word, start + done)
        if kind:
            yield _Verb(kind, start + place, start + done)


def _longest(plain: str, place: int, listed: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Return the longest phrase that stands at a place, and its tense."""
    for phrase, kind in listed:
        after = place + len(phrase)
        if " " not in phrase or plain.startswith(phrase, place) and not plain[after : after + 1].isalnum():
            return phrase, kind
    return "", ""


_TO_VERB = re.compile(r"\s+(?!(?:the|a|an|his|her|its|their|this|that|which|be)\b)[a-z]+")
_DOING = re.compile(r"\s+[a-z]+ing\b")
# the [Associated] Press; not "Talks Delayed In Cairo"
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]")
_SMALL_BEFORE = re.compile(r"(?<![\w.'’-])[a-z][\w'’-]*\s$")


def _is_in_name(text: str, low: int, start: int, end: int) -> bool:
    """Tell whether a word with a capital is part of a name: "the Associated Press"."""
    if not _NAME_AFTER.match(text, end):
        return False
    return start == low or bool(_SMALL_BEFORE.search(text, max(low, start - 16), start))


def _unlisted(text: str, word: str, end: int) -> str:
    """Return the tense of a word by its form: "visited", "to visit", "they'll", "after visiting"."""
    if word.endswith("ed"):
        return "past" if len(word) > 3 and word.isalpha() else ""
    if word.endswith("'ll"):
        return "future"
    if word == "to":
        return "infinitive" if _TO_VERB.match(text, end) else ""
    return "past" if word in _AFTER_DOING and _DOING.match(text, end) else ""


def _checked(text: str, kind: str, start: int, low: int) -> str:
    """Return a listed tense unless the word is a noun here: "three visits", "the vote"."""
    if kind == "plain timetable":
        return "timetable" if _PLURAL_SUBJECT.search(text, max(low, start - 16), start) else ""
    if kind == "timetable" and _NOUN_LEAD.search(text, max(low, start - 14), start):
        return ""
    if kind == "future" and text[start : start + 5].lower() == "could" and _NOBODY.search(text, low, start):
        return "past"
    return "" if kind == "none" else kind


def _verbs(text: str, start: int, end: int, headline: bool = True) -> list[_Verb]:
    """Return the verbs of a stretch; one of several words ("has been held") counts once.

    An infinitive counts only where a headline may have it and no other verb comes first: "Premier to visit Oslo".
    """
    found: list[_Verb] = []
    for verb in _kinds(text, start, end):
        last = found[-1] if found else None
        if verb.tense == "infinitive":
            if last and last.tense == "vow":
                found[-1] = last._replace(tense="promise")
            elif headline and not last:
                found.append(verb._replace(tense="future"))
            continue
        joined = last and verb.start - last.end <= 14 and _BETWEEN_PARTS.fullmatch(text, last.end, verb.start)
        if verb.tense == "participle":
            # "is travelling on Monday"; "after travelling" alone tells nothing
            if last and joined and last.tense == "present":
                found[-1] = _Verb("timetable", last.start, verb.end)
        elif last and joined and last.tense not in ("told", "tells"):
            found[-1] = _Verb(_compound(text, last, verb.tense), last.start, verb.end)
        else:
            found.append(verb)
    return found


def _compound(text: str, first: _Verb, second: str) -> str:
    """Return the tense of a verb and its participle: "has met" is past, "is met" present, "is due" future."""
    if second == "future" and first.tense == "past":
        return "was future"
    if second in ("future", "promise", "vow"):
        return second
    if first.tense == "present" and second in ("past", "told"):
        return "past" if text[first.start : first.start + 2].lower() == "ha" else "present"
    return first.tense


_EARLIER_THAN = re.compile(
    r"\b(?:hours|days|weeks|months|an?\s(?:day|week|month|fortnight)|shortly|just)\s(?:before|ahead\sof)\s(?:an?|the|his|her|their|its)\s"
    r"(?:(?!\b(?:was|were|had|that|when|said)\b)[^,;.])*$"
)


def clause_tense(text: str, start: int, end: int, low: int = 0, high: int | None = None) -> str:
    """Return the tense around a span as ``tense`` does, or "timetable" or "was future" ("had been planned for").

    ``low`` and ``high`` are the bounds of its sentence.
    """
    stops = _STOP if high is None else _STOP_INSIDE
    if _EARLIER_THAN.search(text, max(low, start - 90), start):
        # "held talks on Monday, weeks before a summit in Santiago on [July 3]"
        return "future"
    found = _ruling(text, start, end, low, len(text) if high is None else high, stops)
    return {"told": "past", "vow": "past", "tells": "present"}.get(found, found)


def _ruling(text: str, start: int, end: int, low: int, high: int, stops: re.Pattern[str]) -> str:
    left, right = max(low, start - _BEFORE), min(high, end + _AFTER)
    for stop in stops.finditer(text, left, start):
        left = stop.end()
    before = _verbs(text, left, start)
    if not before or _belongs_to_what_follows(text, left, start, end, before[-1]):
        stop_after = stops.search(text, end, right)
        after = _verbs(text, end, stop_after.start() if stop_after else right, headline=not before)
        if after and (not before or _near(text, end, after[0], before[-1])):
            return after[0].tense.replace("promise", "past")
    if not before:
        return ""
    verb = before[-1]
    if verb.tense == "promise" and text.endswith(" to", 0, verb.end):
        between = text[verb.end : start].split()
        if len(between) > 1 and between[-1] in ("in", "on", "at", "by", "during"):
            return "past"  # "moved to Paris in May", not "moved to May"
    return verb.tense.replace("promise", "future")


def _belongs_to_what_follows(text: str, left: int, start: int, end: int, verb: _Verb) -> bool:
    """Tell whether the verb that rules a span stands after it, though there is one before."""
    if text[end : end + 1] in "'’" and text[end + 1 : end + 2] == "s":
        return verb.tense in ("told", "tells") or start - verb.end > 12
    # A stretch that begins inside the clause must not look like its beginning.
    opening = _OPENING.search(text[left:start] if start - left < 40 else "x" + text[start - 40 : start])
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
    return {"timetable": "present", "was future": "future"}.get(found, found)
