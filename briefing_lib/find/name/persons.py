"""People whom no lexicon lists, by what stands around their names: a title, a role, a given name, an apposition."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.runs import CALENDAR, PARTICLE, RUN, Name, Token
from briefing_lib.find.name.signs import before_known_surname, evidence, opens_sentence
from briefing_lib.find.name.spellings import spelled_otherwise

# 'Biological Diversity', 'Member States': words that are capitalised in documents but are in nobody's name
_ABSTRACT = re.compile(
    r"(?:\w+(?:[ts]ion|ity|ness|ism|ical|ology|ship|ment|ties|ments|tions|able)|States?|Nations?|Members?"
    r"|Government|World|Holy|Peoples?)$"
)
# 'Jr.', 'III'; a numeral is no surname
SUFFIX = re.compile(r"(?:Jr\.?|Sr\.?|[IVX]+)$")
# 'Ferdinand “Bongbong” Marcos Jr.'
_NICKNAMED = re.compile(
    rf"(?P<given>[A-Z]\w+(?: [A-Z][\w.-]+){{0,2}}) [\"“‘'][A-Z]\w+(?: [A-Z]?\w+)?[\"”’'] (?P<family>{RUN})"
)


def find_nicknamed(text: str, names: Gazetteer) -> list[Name]:
    """Find people with a nickname inside their names.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> [n.sense.actor for n in find_nicknamed('Senator James “Big Jim” Okello left.', bundled())]
    ['James Okello']
    """
    found = []
    for mark in ("“", '"'):
        at = text.find(f" {mark}") if mark in text else -1
        while at >= 0:
            if not "A" <= text[at + 2 : at + 3] <= "Z":
                at = text.find(f" {mark}", at + 1)
                continue
            line = max(text.rfind(" ", 0, max(0, text.rfind(" ", 0, at))), 0)
            for begin in {text.rfind(" ", 0, at) + 1, line + 1 if line else 0}:
                hit = _NICKNAMED.match(text, begin)
                if hit and hit.group("given").split()[0] in names.given and hit.end("given") == at:
                    actor = f"{hit.group('given')} {hit.group('family')}"
                    sense = names.senses.get(actor) or Sense(actor, "person", "", "")
                    found.append(Name(hit.start(), hit.end(), sense, "name with a nickname"))
                    break
            at = text.find(f" {mark}", at + 1)
    return found


def read_person(
    text: str, tokens: list[Token], title_end: int, known: dict[int, tuple[int, Sense]], names: Gazetteer
) -> Name | None:
    """Read a person in a run of capitalised words.

    Args:
        text: the document's text.
        tokens: the words of the run.
        title_end: where the last title in it ends, 0 if there is none.
        known: the aliases already found in it, by start: (end, sense).
        names: the gazetteer.

    Returns:
        The person, or None if nothing says that it is one or the lexicon has the name already.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> from briefing_lib.find.name.runs import tokens_of
    >>> t = "Retired Zambian Ambassador Mutale Lombe"
    >>> read_person(t, tokens_of(t, 0, 39), 26, {}, bundled()).sense.actor
    'Mutale Lombe'
    """
    if not title_end and _ends_no_name(tokens[-1].word, names):
        return None
    body = _shed(tokens, title_end, known, names)
    if not body:
        return None
    first = known.get(body[0].start)
    if first and first[0] >= body[-1].end and first[1].type == "person":
        return None
    if (
        known
        and not title_end
        and any(token.start in known and known[token.start][1].type == "organisation" for token in body)
    ):
        return None
    if not title_end and _opens_with_common_word(text, body, names):
        body = body[1:]
    bare = [token.word for token in body if not PARTICLE.match(token.word)]
    titled = len(bare) == 1 and title_end and bare[0] in surnames(names)  # 'President Park', 'Senator Church'
    if len(bare) > 5 or not names.function_words.isdisjoint(bare[:-1]) or not (titled or _bars(names).isdisjoint(bare)):
        return None
    start, end = body[0].start, body[-1].end
    sense = Sense(" ".join(text[start:end].split()), "person", "", "")
    if len(bare) == 1:
        plain = not first and bare[0] not in names.openers and len(bare[0]) > 1 and not _is_common_word(bare[0], names)
        if (bare[0] in names.title_words and text.startswith(" of ", end)) or bare[0] in names.topics - surnames(names):
            return None  # 'Mr President of the General Assembly', 'Minister of European Union Affairs'
        return Name(start, end, sense._replace(kind="surname"), "title and surname") if title_end and plain else None
    if title_end:
        return Name(start, end, sense, "title and name")
    if (first and first[1].type != "person" and first[0] > body[0].end) or any(_ABSTRACT.match(word) for word in bare):
        return None
    rule = evidence(text, start, end, bare, any(token.start in known for token in body), names)
    if rule == "name and apposition" and bare[-1].removesuffix("s") in names.title_words:
        return None  # 'our late Prime Ministers, who'
    if not rule and before_known_surname(text, body, known):
        rule = "name before a known surname"
    if not rule and len(bare) < 5 and spelled_otherwise(sense.actor, names):
        rule = "known name, spelled otherwise"
    return Name(start, end, sense, rule) if rule else None


@cache
def _bars(names: Gazetteer) -> frozenset[str]:
    """Return words that are no part of a person's name: 'Board', 'Monday', 'Kenyan'."""
    return frozenset({*names.heads, *names.demonyms, *CALENDAR})


def _shed(tokens: list[Token], title_end: int, known: dict[int, tuple[int, Sense]], names: Gazetteer) -> list[Token]:
    """Take opening words, titles, demonyms, and states or bodies before a name off the left of a run."""
    i = 0
    while i < len(tokens):
        token = tokens[i]
        alias = known.get(token.start)
        opening = token.word in names.openers and not (title_end and i + 1 == len(tokens))
        if token.start < title_end or token.word in names.demonyms or token.word in CALENDAR or opening:
            pass
        elif (
            alias
            and i + 1 < len(tokens)
            and (alias[1].type in ("state", "organisation") or _is_where(alias, tokens, i, names))
            and not _is_given(i, tokens, names)
        ):
            while i + 1 < len(tokens) and tokens[i + 1].start < alias[0]:
                i += 1
        else:
            break
        i += 1
    return tokens[i:]


def _ends_no_name(word: str, names: Gazetteer) -> bool:
    return word in _bars(names) or _ABSTRACT.match(word) is not None


def _opens_with_common_word(text: str, body: list[Token], names: Gazetteer) -> bool:
    """'Nonpartisan Paul Marsh' where a sentence opens: a word that is in no name before a given name."""
    return (
        len(body) > 2
        and body[0].word not in names.given
        and body[0].word not in names.family
        and body[1].word in names.latin
        and opens_sentence(text, body[0].start)
    )


def _is_where(alias: tuple[int, Sense], tokens: list[Token], i: int, names: Gazetteer) -> bool:
    """'Europe' between a title and 'Wesley Clark': a place that nobody is called after."""
    behind = next((token for token in tokens[i:] if token.start >= alias[0]), None)
    place = alias[1].type == "place" and tokens[i].word not in names.given and tokens[i].word not in surnames(names)
    return place and behind is not None and behind != tokens[-1] and behind.word in names.given


def _is_given(i: int, tokens: list[Token], names: Gazetteer) -> bool:
    """'Jordan', 'Chad', 'Georgia' before a lone unknown word is a given name: 'Chad Okoro'."""
    return tokens[i].word in names.given and i + 2 == len(tokens) and tokens[i + 1].word not in names.title_words


def _is_common_word(word: str, names: Gazetteer) -> bool:
    """'Presently', 'Covid-19', 'Peacekeeping': no surname even behind a title."""
    adverb = word.endswith("ly") and word not in surnames(names)
    return adverb or any(c.isdigit() for c in word) or _ABSTRACT.match(word) is not None


def is_abstract(word: str) -> bool:
    """Tell whether a capitalised word is an abstraction, which is in nobody's name.

    >>> is_abstract("Cooperation"), is_abstract("Orlivka")
    (True, False)
    """
    return _ABSTRACT.match(word) is not None


def surname_of(name: str, names: Gazetteer) -> str:
    """Return the part of a person's name that stands for the person alone.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> [surname_of(n, bundled()) for n in ("Wang Yi", "Ursula von der Leyen", "Joseph R. Biden Jr.", "Abe Shinzo")]
    ['Wang', 'von der Leyen', 'Biden', 'Abe']
    """
    parts = [part for part in name.split() if not SUFFIX.match(part)]
    if len(parts) < 2:
        return parts[0] if parts else name
    order = names.family_first.get(name)
    if order == "last-given":
        return parts[-1]
    family = parts[0] in names.family and parts[1] not in names.given
    if order == "no" or (order is None and family and (parts[-1] not in names.family or parts[0] not in names.given)):
        return parts[0]
    at = len(parts) - 1
    while at > 1 and PARTICLE.match(parts[at - 1]) and parts[at - 1] not in ("bin", "bint", "ibn"):
        at -= 1
    return " ".join(parts[at:])


def both_surnames(name: str, names: Gazetteer) -> str:
    """Return all of a name but its first word where that is surnames alone, '' where it is not.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> [both_surnames(n, bundled()) for n in ("Jaap de Hoop Scheffer", "Mary Ann Barr", "Mary Barr")]
    ['de Hoop Scheffer', '', '']
    """
    parts = [part for part in name.split() if not SUFFIX.match(part)]
    given = len(parts) < 3 or parts[1] in names.given or "." in parts[1] or names.family_first.get(name) == "no"
    return "" if given else " ".join(parts[1:])


@cache
def surnames(names: Gazetteer) -> frozenset[str]:
    """Return the surnames of the people the lexicon knows."""
    return frozenset(surname_of(sense.actor, names) for sense in names.senses.values() if sense.type == "person")
