"""Names that no lexicon lists, by the shape of what is capitalised.

A run is a row of capitalised words. Read from the left it sheds opening words, demonyms and titles; what is left is an
organisation if it has the head of one ('Lusaka Water Board'), a place if it has the tail of one ('Tana River'), a
person
if a title, a given name or an apposition says so.
"""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.organisations import read_organisation, read_place
from briefing_lib.find.name.persons import read_person
from briefing_lib.find.name.runs import Name, Token
from briefing_lib.find.name.signs import is_introduced


def read_run(
    text: str, tokens: list[Token], title_end: int, known: dict[int, tuple[int, Sense]], names: Gazetteer
) -> Name | None:
    """Read the name in one run.

    Args:
        text: the document's text.
        tokens: the words of the run.
        title_end: where the last title in it ends, 0 if there is none.
        known: the aliases already found in it, by start: (end, sense).
        names: the gazetteer.

    Returns:
        A candidate, which may contain known aliases, or None.
    """
    last = names.heads.get(tokens[-1].word)
    surname = last is not None and last["kind"] != "programme" and tokens[0].word not in names.senses
    if surname and len(tokens) == 2 and tokens[0].word in names.given and is_introduced(text, tokens[1].end, names):
        sense = Sense(" ".join(text[tokens[0].start : tokens[-1].end].split()), "person", "", "")
        return Name(tokens[0].start, tokens[-1].end, sense, "given name and apposition")  # 'Denis Hills, a lecturer'
    if title_end == tokens[0].end and tokens[0].word in names.given and len(tokens) > 1:
        role = _ROLE.search(text, max(0, tokens[0].start - 30), tokens[0].start)
        title_end = 0 if role and role.group(1) in _callings() else title_end  # 'its chairman, Sultan bin Tamim'
    if title_end >= tokens[-1].end:
        title_end = _title_as_surname(tokens, title_end, known, names)
    if not title_end:
        organisation = read_organisation(text, tokens, names)
        if organisation:
            return organisation
    if last and last["kind"] == "programme":  # treaties, plans, games and wars are no actors
        return None
    place = None if title_end else read_place(text, tokens, names)
    return place or read_person(text, tokens, title_end, known, names)


# 'its chairman, ' before a name
_ROLE = re.compile(r"([a-z][\w-]+), $")


@cache
def _callings() -> frozenset[str]:
    """Return what people are by calling, but no king."""
    return frozenset(row["word"] for row in lexicon.rows("titles") if row["kind"] not in ("royal", "head-of-state"))


def _title_as_surname(
    tokens: list[Token], title_end: int, known: dict[int, tuple[int, Sense]], names: Gazetteer
) -> int:
    """Return where the titles end in a run whose last word looks like one, but is a surname: 'Senator Angus King'."""
    at = len(tokens) - 1
    while at and tokens[at - 1].word in names.given and tokens[at - 1].start not in known:
        at -= 1
    if at == len(tokens) - 1 or tokens[-1].word not in names.title_words or tokens[at].word in names.title_words:
        return title_end
    return tokens[at - 1].end if at else 0
