"""Names that no lexicon lists, by the shape of what is capitalised.

A run is a row of capitalised words. Read from the left it sheds opening words, demonyms and titles; what is left is an
organisation if it has the head of one ('Lusaka Water Board'), a place if it has the tail of one ('Tana River'), a person
if a title, a given name or an apposition says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing_lib.find.gazetteer import Gazetteer, Sense

_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĠĢĦĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŖŘŚŜŞŠŢŤŪŮŰŲŴŶŹŻŽȘȚ"
# 'Lavrov', 'O'Brien', 'Jae-myung', 'J.', 'Dr.', 'al-Sisi' after its article
_TOKEN = (
    rf"[{_CAPITALS}](?:(?:r|rs|s|r|rof|en|t|ol|ep|ov|dm|apt|aj|gt)\.(?=\s[{_CAPITALS}])|\.(?:[{_CAPITALS}]\.)*"
    rf"|\w*(?:['’](?!s\b)\w+)*(?:-\w+)*)"
)
_PARTICLES = r"(?:bin|bint|ibn|al|el|ul|de|da|do|dos|das|del|della|di|du|van|von|der|den|ten|ter|la|le|y|af|av|zu)"
RUN = re.compile(rf"{_TOKEN}(?: (?:{_PARTICLES} ){{0,2}}(?:al-|el-|as-|ar-)?{_TOKEN})*")
_WORD = re.compile(r"\S+")
_PARTICLE = re.compile(_PARTICLES + "$")
# ' of Foreign Affairs', ' for International and Security Affairs', ' of Arts, Sciences and Letters'
_TAIL = re.compile(rf" (?:of|for|on) (?:the )?(?:{RUN.pattern})(?:, (?:{RUN.pattern}))*(?: (?:and|&) (?:the )?(?:{RUN.pattern}))?")
_SHORT_TAIL = re.compile(rf" (?:of|for|on) (?:the )?(?:{RUN.pattern})")
# ', a research fellow at', ', who led', ' said', ' told reporters', ', head of'
_PERSON_AFTER = re.compile(
    r"(?:['’]s)?(?:,? (?:said|says|told|added|argued|noted|warned|wrote|explained|stressed|insisted|recalled|announced|who)\b"
    r"|, (?:an?|the|his|her|its|who|\d\d,|[A-Z]\w+['’]s|head|chief|director|chairman|spokes\w+|deputy|former|minister|president|professor)\b)"
)
_ROLE_BEFORE = re.compile(r"([a-z][\w-]+),? $")
_CALENDAR = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday"
    " Friday Saturday Sunday Christmas Easter Ramadan".split()
)
_SUFFIX = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))


class Name(NamedTuple):
    """Candidate: a span, what it stands for, the rule that read it, and whether a title stands before it."""

    start: int
    end: int
    sense: Sense
    rule: str


class Token(NamedTuple):
    """Word of a run with its span."""

    start: int
    end: int
    word: str


def find_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the runs of capitalised words.

    >>> t = "Yesterday Foreign Minister S. Jaishankar and Luiz Inácio Lula da Silva met Mohammed bin Salman."
    >>> [t[a:b] for a, b in find_runs(t)]
    ['Yesterday Foreign Minister S. Jaishankar', 'Luiz Inácio Lula da Silva', 'Mohammed bin Salman']
    """
    for run in RUN.finditer(text):
        start = run.start()
        if not start or not text[start - 1].isalnum():
            yield run.span()


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the words of a run."""
    return [Token(hit.start(), hit.end(), hit.group()) for hit in _WORD.finditer(text, start, end)]


def read_run(
    text: str, tokens: list[Token], title_end: int, known: dict[int, tuple[int, Sense]], names: Gazetteer
) -> list[Name]:
    """Read the names in one run.

    Args:
        text: the document's text.
        tokens: the words of the run.
        title_end: where the last title in it ends, 0 if there is none.
        known: the aliases already found in it, by start: (end, sense).
        names: the gazetteer.

    Returns:
        Candidates, which may contain or equal known aliases.
    """
    found = _organisation(text, tokens, names) if not title_end else None
    if found:
        return [found]
    last = names.heads.get(tokens[-1].word)
    if last and last["kind"] == "programme":
        return []
    place = _place(text, tokens, last, names) if not title_end else None
    if place:
        return [place]
    return _person(text, tokens, title_end, known, names)


def _organisation(text: str, tokens: list[Token], names: Gazetteer) -> Name | None:
    at = next((i for i in range(len(tokens) - 1, -1, -1) if _is_head(tokens[i].word, "organisation", names)), None)
    if at is None:
        return None
    first = 0
    while first < at and tokens[first].word in names.openers and tokens[first].word not in names.begins:
        first += 1
    end = tokens[at].end
    if at + 1 == len(tokens):
        end = _tail_end(text, end, names)
    elif tokens[at + 1].word not in names.heads or at == first:
        return None
    words = text[tokens[first].start : end]
    before = [token.word for token in tokens[first:at]]
    extended = end > tokens[at].end
    meaningful = [w for w in before if w not in names.demonyms or names.heads[tokens[at].word]["strength"] == "strong"]
    if not extended and (not meaningful or any(w in _CALENDAR for w in before)):
        return None
    return Name(tokens[first].start, end, Sense(" ".join(words.split()), "organisation", "", ""), "organisation by its head word")


def _is_head(word: str, kind: str, names: Gazetteer) -> bool:
    row = names.heads.get(word)
    return row is not None and row["kind"] == kind


def _tail_end(text: str, end: int, names: Gazetteer) -> int:
    long = _TAIL.match(text, end)
    if long and long.group().split()[-1] in names.topics:
        return long.end()
    short = _SHORT_TAIL.match(text, end)
    return short.end() if short else end


def _place(text: str, tokens: list[Token], last: dict[str, str] | None, names: Gazetteer) -> Name | None:
    first = 0
    while first < len(tokens) - 1 and tokens[first].word in names.openers:
        first += 1
    body = tokens[first:]
    start, end = body[0].start, body[-1].end
    if len(body) > 1 and last and last["kind"] == "place" and last["stands"] != "first":
        pass
    elif len(body) > 1 and _is_head(body[0].word, "place", names) and names.heads[body[0].word]["stands"] != "last":
        pass
    elif len(body) == 1 and _is_head(body[0].word, "place", names) and (tail := re.compile(rf" of (?:{RUN.pattern})").match(text, end)):
        end = tail.end()
    else:
        return None
    return Name(start, end, Sense(" ".join(text[start:end].split()), "place", "", ""), "place by its head word")


def _person(
    text: str, tokens: list[Token], title_end: int, known: dict[int, tuple[int, Sense]], names: Gazetteer
) -> list[Name]:
    i, titled = 0, bool(title_end)
    while i < len(tokens):
        token = tokens[i]
        alias = known.get(token.start)
        if token.start < title_end or token.word in names.demonyms or token.word in _CALENDAR:
            pass
        elif token.word in names.openers and not (titled and i + 1 == len(tokens)):
            pass
        elif alias and alias[1].type in ("state", "organisation") and i + 1 < len(tokens) and _not_given(token.word, i, tokens, names):
            while i + 1 < len(tokens) and tokens[i + 1].start < alias[0]:
                i += 1
        else:
            break
        i += 1
    body = tokens[i:]
    if not body:
        return []
    alias = known.get(body[0].start)
    if alias and alias[0] >= body[-1].end and alias[1].type == "person":
        return []
    if any(known[t.start][1].type in ("organisation",) or t.word in _CALENDAR for t in body if t.start in known):
        return []
    bare = [t for t in body if not _PARTICLE.match(t.word)]
    start, end = body[0].start, body[-1].end
    if any(t.word in names.heads or t.word in _CALENDAR or t.word in names.demonyms for t in bare):
        return []
    sense = Sense(" ".join(text[start:end].split()), "person", "", "")
    if len(bare) == 1:
        plain = not alias and bare[0].word not in names.openers and len(bare[0].word) > 1
        return [Name(start, end, sense._replace(kind="surname"), "title and surname")] if titled and plain else []
    if len(bare) > 5:
        return []
    if titled:
        return [Name(start, end, sense, "title and name")]
    if alias and alias[1].type != "person" and alias[0] > body[0].end:
        return []
    first, second = bare[0].word, bare[-1].word
    if first in names.given or second in names.given or (first in names.family and second not in names.title_words):
        return [Name(start, end, sense, "given name and surname")]
    before = _ROLE_BEFORE.search(text, max(0, start - 25), start)
    if before and before.group(1) in names.roles:
        return [Name(start, end, sense, "role and name")]
    if _PERSON_AFTER.match(text, end) and not any(t.start in known for t in body):
        return [Name(start, end, sense, "name and apposition")]
    return []


def _not_given(word: str, i: int, tokens: list[Token], names: Gazetteer) -> bool:
    """'Jordan', 'Chad', 'Georgia' before a lone unknown word is a given name: 'Chad Okoro'."""
    return not (word in names.given and i + 2 == len(tokens) and tokens[i + 1].word not in names.title_words)


def surname_of(name: str, names: Gazetteer) -> str:
    """Return the part of a person's name that stands for the person alone.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> [surname_of(n, bundled()) for n in ("Wang Yi", "Ursula von der Leyen", "Joseph R. Biden Jr.", "Abe Shinzo")]
    ['Wang', 'von der Leyen', 'Biden', 'Abe']
    """
    parts = [part for part in name.split() if part not in _SUFFIX]
    if len(parts) < 2:
        return name
    order = names.family_first.get(name)
    if order == "last-given":
        return parts[-1]
    if order == "no" or (order is None and parts[0] in names.family and parts[-1] not in names.family and parts[1] not in names.given):
        return parts[0]
    if order is None and parts[0] in names.family and parts[0] not in names.given and parts[1] not in names.given:
        return parts[0]
    at = len(parts) - 1
    while at > 1 and _PARTICLE.match(parts[at - 1]) and parts[at - 1] not in ("bin", "bint", "ibn"):
        at -= 1
    return " ".join(parts[at:])
