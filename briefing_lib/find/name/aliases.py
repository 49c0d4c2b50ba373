"""Names in a text that a lexicon lists or whose shape tells what they are: all that can be said before the people are
known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.gazetteer import Gazetteer
from briefing_lib.find.name.abbreviated import find_abbreviated
from briefing_lib.find.name.bodies import assign_bodies
from briefing_lib.find.name.ministries import find_lower_case, name_ministry
from briefing_lib.find.name.names import read_run
from briefing_lib.find.name.organisations import has_more
from briefing_lib.find.name.persons import find_nicknamed
from briefing_lib.find.name.runs import Name, Run, Token, find_runs, tokens_of
from briefing_lib.find.name.spellings import spelled_otherwise
from briefing_lib.tables import Sentence

Span = tuple[int, int]
# titles in the names of foundations and universities
_NAMESAKES = ("King ", "Queen ", "Prince ", "Princess ", "Sheikh ", "Emperor ", "Pope ", "Sultan ")
_START = itemgetter(0)  # of a name; of two that begin together the longer drives the other out
_NEXT = re.compile(r"\w+ (\w+)")  # 'West African'


class Capitals(NamedTuple):
    """What the capitals of a document hold: the names read, and every run of capitalised words that no alias covers."""

    names: list[Name]
    runs: list[Run]


def read_capitals(text: str, sentences: Sequence[Sentence], names: Gazetteer) -> Capitals:
    """Read the names of a document.

    Args:
        text: the document's text.
        sentences: its sentences; in titles set in title case only the lexicons' names are read.
        names: the gazetteer.

    Returns:
        Names in order, none overlapping, and the runs in which surnames and abbreviations may still stand.
    """
    words = lexicon.words_of(text)
    titles = [(start, end) for start, end, _ in names.titles.find(words)]
    aliases = _aliases(text, words, titles, names)
    runs, read = _runs(text, sentences, aliases, titles, names)
    found = longest([*aliases, *read, *find_abbreviated(text, names), *find_nicknamed(text, names)])
    found = name_ministry(text, longest([*found, *find_lower_case(text, found, names)]), names)
    return Capitals(assign_bodies(text, found, names), runs)


def longest(candidates: Iterable[Name]) -> list[Name]:
    """Keep the longest of overlapping names; of equals the one that comes first, which is the lexicon's."""
    kept: list[Name] = []
    last_end = 0
    for name in sorted(candidates, key=_START):
        start, end, _, _ = name
        if start < last_end:
            while kept and start < kept[-1].end and end - start > kept[-1].end - kept[-1].start:
                kept.pop()
            if kept and start < kept[-1].end:
                continue
        kept.append(name)
        last_end = end
    return kept


def _aliases(text: str, words: lexicon.Words, titles: list[Span], names: Gazetteer) -> list[Name]:
    """Find what the lexicons list, less what belongs to a title ('US Treasury Secretary') and cities that
    lend a treaty their name ('Oslo Accords')."""
    found: list[Name] = []
    at = 0
    for start, end, sense in names.find(text, words):
        while at < len(titles) and titles[at][1] <= start:
            at += 1
        if sense.type == "organisation" and at < len(titles) and start < titles[at][0] < end < titles[at][1]:
            found += [Name(a, b, inner, "alias") for a, b, inner in names.find(text, words, start, titles[at][0])]
        elif (sense.kind == "bloc" and _qualified(text, start, found, names)) or text[end : end + 1] == "$":
            continue
        elif not (sense.kind == "capital" or sense.type == "place") or not names.programme.match(text, end):
            found.append(Name(start, end, sense, "alias"))
    return found


def _qualified(text: str, start: int, found: list[Name], names: Gazetteer) -> bool:
    """Tell whether a bloc's name is a common noun behind an adjective or name: 'a Sino-Russian Entente', 'NATO
    Allies'; 'the Chile-Mercosur agreement' names two."""
    behind = _NEXT.match(text, start)
    if behind and behind.group(1) in names.demonyms:  # 'West African leaders'
        return True
    if text[start - 1 : start] != " ":
        return False
    if found and found[-1].end + 1 == start:
        return True
    before = text[max(0, start - 30) : start].split()
    return bool(before) and before[-1].rpartition("-")[2] in names.demonyms


def _runs(
    text: str, sentences: Sequence[Sentence], aliases: list[Name], titles: list[Span], names: Gazetteer
) -> tuple[list[Run], list[Name]]:
    """Read each run of capitalised words with the aliases and titles in it."""
    runs: list[Run] = []
    read: list[Name] = []
    at = rank = place = 0
    heads = names.heads
    starts, ends = [alias.start for alias in aliases], [alias.end for alias in aliases]
    starts.append(len(text) + 1)
    ends.append(len(text) + 1)
    title_ends = [title[1] for title in titles]
    title_ends.append(len(text) + 1)
    for run in find_runs(text, names.function_words):
        start, end, words = run
        while ends[at] <= start:
            at += 1
        if starts[at] <= start and ends[at] >= end:
            continue
        runs.append(run)
        while title_ends[rank] <= start:
            rank += 1
        single = " " not in words
        title_end = 0
        if title_ends[rank] <= end:
            title_end = max(b for _, b in titles[rank : rank + 4] if b <= end)
        elif rank and 0 < start - title_ends[rank - 1] < 9:
            title_end = _title_before(text, title_ends[rank - 1], start, end, aliases[at : at + 1], names)
        if title_end:
            inside_name = rank < len(titles) and start < titles[rank][0] < title_end
            if (inside_name or words.startswith(_NAMESAKES) and words.count(" ") > 1) and _heads_body(words, names):
                title_end = 0  # 'Massachusetts General Hospital', 'King Faisal Foundation'
            elif words.count(" ") > 1 and _heads_place(words, names) and title_end < start + words.rfind(" "):
                title_end = 0  # 'King Power Stadium'
        in_capitals = words.isupper()
        if title_end >= end and (single or words.split(" ")[-2] not in names.given):
            continue  # nothing but a title
        if single and not title_end:
            listed_name = names.in_capitals(words) if in_capitals else None
            if listed_name:
                read.append(Name(start, end, listed_name, "alias in capitals"))
            known = words in heads or (in_capitals and len(words) > 3 and words.capitalize() in heads)
            if listed_name or not known or not has_more(text, start, end):
                continue
        tokens = tokens_of(text, start, end)
        if in_capitals:
            listed = _in_capitals(text, tokens, names)
            read += listed
            if listed:
                continue
            tokens = [Token(first, last, word.capitalize()) for first, last, word in tokens]
            title_end = title_end or _title_in_capitals(tokens, names)
        if len(tokens) > 3:
            while place + 1 < len(sentences) and sentences[place + 1].start <= start:
                place += 1
        if len(tokens) <= 3 or not sentences or sentences[place].kind not in ("headline", "heading", "boilerplate"):
            inside = (
                {a.start: (a.end, a.sense) for a in aliases[at : at + 6] if a.start < end} if starts[at] < end else {}
            )
            name = read_run(text, tokens, title_end, inside, names)
            if name and name.sense.type == "person" and not name.sense.kind:
                listed_person = spelled_otherwise(name.sense.actor, names)
                name = name._replace(sense=listed_person) if listed_person else name
            if name and in_capitals and name.sense.actor.isupper():
                name = name._replace(sense=name.sense._replace(actor=name.sense.actor.title()))
            read += [name] if name else []
    return runs, read


def _heads_body(words: str, names: Gazetteer) -> bool:
    """Tell whether a run ends with the head of an organisation."""
    return names.head_kinds.get(words.rpartition(" ")[2]) == "organisation"


def _heads_place(words: str, names: Gazetteer) -> bool:
    return names.head_kinds.get(words.rpartition(" ")[2]) == "place"


def _title_before(text: str, title_end: int, start: int, end: int, alias: list[Name], names: Gazetteer) -> int:
    """Return where a title that stands before a run ends: in it, if 'of' and a body or state come between, as in
    'Speaker of the Seimas Viktoras Muntianas'."""
    between = text[title_end:start]
    if len(between) < 3:  # 'Mr. President, Excellencies' and 'the Premier, Ladi Okoye'
        opens = text[start:end].split()[0] in names.openers
        if "." in between and text[title_end - 5 : title_end].isalpha():
            return 0  # 'as Foreign Minister. Young people'
        return title_end if "," not in between or (" " in text[start:end] and not opens) else 0
    of = between in (" of ", " of the ", " for ", " to ", " to the ")
    return alias[0].end if of and alias and alias[0].start == start and alias[0].end < end else 0


def _title_in_capitals(tokens: list[Token], names: Gazetteer) -> int:
    """Return where the title ends in 'MR. PRICE' or 'FOREIGN MINISTER WANG YI', 0 if there is none."""
    words = lexicon.words_of(" ".join(token.word for token in tokens))
    ends = [end for start, end, _ in names.titles.find(words) if start == 0]
    count = words.folded[: ends[0]].count(" ") if ends else 0
    return tokens[count].end if ends and count + 1 < len(tokens) else 0


def _in_capitals(text: str, tokens: list[Token], names: Gazetteer) -> list[Name]:
    """Find aliases among words set in capitals, as in headlines and speakers' labels: 'PRESIDENT PUTIN'."""
    found, i = [], 0
    while i < len(tokens):
        for j in range(len(tokens), i, -1):
            sense = names.in_capitals(text[tokens[i].start : tokens[j - 1].end])
            if sense:
                found.append(Name(tokens[i].start, tokens[j - 1].end, sense, "alias in capitals"))
                i = j - 1
                break
        i += 1
    return found
