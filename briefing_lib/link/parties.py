"""Who a sentence speaks of: names with their titles, unnamed office holders, pronouns, pairs.

A party is a noun phrase that can take part in a meeting. "Russia's foreign minister, Sergey Lavrov" is one party,
not a state and a person; "the Japanese foreign minister" is one without a name, which a whole document may give;
"his Chinese counterpart", "they" and "the two leaders" point back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.link.words import Words
from briefing_lib.tables import Mention


class Party(NamedTuple):
    """Noun phrase that can take part in a meeting: its span, who it is, and what it is.

    ``kind`` is person, state, organisation, place, office (unnamed holder), counterpart, pronoun or pair; ``name`` is the
    actor, or for a pronoun which one; ``state`` the state it belongs to; ``surface`` the words of the name.
    """

    start: int
    end: int
    kind: str
    name: str
    state: str
    office: str
    many: bool
    surface: str
    head: int
    role: str
    owned: bool = False  # "the Russian delegation's counterparts" are not Russia's


class Token(NamedTuple):
    """Name, demonym, office, pronoun or pair word of a sentence."""

    start: int
    end: int
    kind: str
    name: str
    many: bool
    role: str


NAMED = {"person", "state", "organisation", "place"}
OWNERS = {"state", "organisation", "place", "demonym"}

# "the President of the", "and the": an article binds nothing.
_ARTICLE = re.compile(r"(?:^|\s)(?:the|a|an|new|newly|his|her|its|their)$", re.I)
# " newly appointed ": up to four words that no preposition or conjunction breaks.
_FILLER = re.compile(r"(?:['’]s)?\s*(?:[\w.’'/-]+\s+){0,4}$")
_BREAK = re.compile(
    r"\b(?:a|an|and|are|as|at|be|been|but|by|for|from|had|has|have|her|his|if|in|is|its|met|not|of|on|or|said|says|sent|that|"
    r"the|their|to|told|was|were|when|where|which|who|will|with|would)\b"
)
# "Deputy Foreign", "senior": what may stand between a state's name and an office.
_MODIFIER = re.compile(
    r"\s*(?:(?:[A-Z][\w.’'-]*|acting|annual|business|chief|climate|deputy|economic|former|government|interim|military|new|newly|nuclear|"
    r"opposition|outgoing|religious|ruling|senior|special|state|top|trade|vice|members?|member|countries['’]?|states['’]?|nations['’]?)\s+){0,4}$"
)
_OF = {"of", "of the", "for", "for the", "to the", "to", "at the", "in the", "from the", "from", "at"}
# ", the current ", ", Russia's": what opens an apposition.
_APPOSED = re.compile(
    r",\s+(?:(?:a|an|the|his|her|their|its|country['’]s|also|acting|chief|current|deputy|former|new|newly|senior|then|vice|[A-Z][\w.’'-]*)\s+){0,4}"
)
# "(C)" or "(left)" after a name in a caption.
_BRACKET = re.compile(r"\s*\((?:[A-Z]{1,2}|\w+|R-\w+|D-\w+)\)")
# "The Great Hall of": capitalised words and links that make up a title before a name.
# "the foreign ministers of the two Asian nations"
_OF_BOTH = re.compile(r"\s+of\s+(?:the\s+two|both|the|their|our)\s+(?:[A-Z]\w+\s+|two\s+)?(?:countries|nations|states|sides|parties)\b")
_TITLE_CHAIN = re.compile(r"(?:(?:[A-Z][\w.’'&-]*|and|for|of|on|the|–|-)\s+)*$")


_OFFICIAL_VISIT = re.compile(r"\s+(?:[\w-]+\s+)?(?:visit|trip|talks|tour|meeting|dinner|lunch|ceremony|welcome|statement|results|data|figures)")
# "her visit": a noun follows; "met her on Monday": none does.
_POSSESSED = re.compile(r"\s+(?!(?:in|on|at|and|for|to|after|before|there|again|with|during|when|that|as|by)\b)\w")


def office_kind(word: str, kind: str) -> str:
    """Return the kind of an office; ministers of defence and of trade are no counterparts, so their own words tell them apart.

    >>> office_kind("President", "head-of-state"), office_kind("Defense Minister", "minister")
    ('head-of-state', 'defence minister')
    """
    own = kind in ("minister", "official", "diplomat") or word.lower().startswith(("deputy", "vice", "first deputy", "assistant"))
    return word.lower().replace("defense", "defence") if own else kind


# "Mr. ", "Shri ", "H.E. Mr. ": before a name and part of it.
_HONORIFIC = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Shri|Smt|Sir|Dame|Lord|Lady|Hon|Herr|Frau|Madame|Madam|Monsieur|Signor|Señor|Sheikh|H\.\s?E|H\.\s?M|Sayyid|Haji)\b\.?\s+)+$"
)


@cache
def words() -> Words[tuple[str, str, bool]]:
    """Return the matcher of everything but names: kind, value and whether it means many."""
    found: dict[str, tuple[str, str, bool]] = {}
    for row in lexicon.rows("titles"):
        if row["kind"] not in ("honorific", "academic", "journalist"):
            found[row["word"]] = ("office", office_kind(row["word"], row["kind"]), False)
    for row in lexicon.rows("demonyms"):
        if row["actor"]:
            found[row["word"]] = ("demonym", row["actor"], False)
    for row in lexicon.rows("party_words"):
        found[row["word"]] = (row["kind"], row["value"], row["number"] == "many")
    return Words(found)


def parties(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Party]:
    """Return the parties of a sentence in order.

    Args:
        text: the document.
        start: first character of the sentence.
        end: character after its last.
        mentions: the mentions of the sentence, in order.

    >>> [(p.kind, p.name, p.state) for p in parties("They met Chinese officials.", 0, 27, [])]
    [('pronoun', 'pair', ''), ('office', '', 'China')]
    """
    tokens = _tokens(text, start, end, mentions)
    found: list[Party] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "person":
            party, at = _person(text, end, tokens, at, at, "", "")
        elif token.kind in ("pronoun", "pair"):
            party, at = (
                Party(token.start, token.end, token.kind, token.name, "", "", token.many, "", token.start, "actor"),
                at + 1,
            )
        else:
            party, at = _run(text, end, tokens, at)
        if party:
            found.append(party)
    return found


def _tokens(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Token]:
    tokens: list[Token] = []
    for m in mentions:
        last = tokens[-1] if tokens else None
        if last and last.name == m.actor and text[last.end : m.start] == " (" and text[m.end : m.end + 1] == ")":
            # "the Federal Security Service (FSB)" is one name.
            tokens[-1] = last._replace(end=m.end + 1)
            continue
        first = m.start
        if m.type == "person" and (honorific := _HONORIFIC.search(text, max(start, m.start - 24), m.start)):
            first = honorific.start()
        tokens.append(Token(first, m.end, m.type, m.actor, False, m.role))
    taken = [(t.start, t.end) for t in tokens]
    at = 0
    for first, last, (kind, value, many), _ in words().find(text, start, end):
        while at < len(taken) and taken[at][1] <= first:
            at += 1
        if at < len(taken) and taken[at][0] < last:
            # "US President" is an office of a state that is named: read on behind the name.
            for left, right in ((first, taken[at][0]), (taken[at][1], last)):
                tokens += [Token(s, e, k, v, m, "actor") for s, e, (k, v, m), _ in words().find(text, left, right)]
            continue
        if kind == "office" and text[first:last] == "official" and _OFFICIAL_VISIT.match(text, last):
            continue
        if kind == "pronoun" and text[first:last] == "her" and _POSSESSED.match(text, last):
            continue
        if kind == "pair" and text.startswith(" of ", last):
            # "the leaders of Kenya and Uganda" names them itself.
            kind, value = "office", "many"
        tokens.append(Token(first, last, kind, value, many, "actor"))
    tokens.sort()
    return tokens


def _link(text: str, token: Token, after: Token, titled: bool) -> bool:
    """Does the next token belong to the noun phrase that the token ends? ``titled``: an office was seen in it."""
    gap = text[token.end : after.start]
    if len(gap) > 60 or "\n" in gap:
        return False
    plain = " ".join(gap.split())
    plain = _ARTICLE.sub("", plain)
    if after.kind in ("pronoun", "pair"):
        return False
    offices = after.kind in ("office", "counterpart")
    if plain in ("'s", "’s", "'", "’"):
        if after.kind in ("person", "organisation"):
            return token.kind in OWNERS
        return offices or after.kind == "demonym"
    if plain == "" and gap.strip() and token.kind in OWNERS:
        # "in Delhi the Prime Minister": the article opens another phrase.
        return False
    if plain == "":
        if after.kind == "person":
            return titled or token.kind == "demonym"
        return offices or token.kind in ("office", "counterpart") and after.kind == "demonym"
    if token.kind in ("office", "counterpart") and not token.many or titled:
        if plain in _OF and token.kind in ("office", "counterpart") and after.kind in OWNERS:
            return True
        if plain == "in" and token.many and after.kind == "state":
            return True
        if plain == "and" and offices and not after.many and not token.many and token.kind == "office":
            return bool(re.match(r"\s+[A-Z]", text[after.end : after.end + 2]))
        if plain == "," and after.kind == "person" and not token.many and token.kind != "person":
            return True
        if plain == "," and token.kind == "counterpart" and offices and not after.many:
            return True
    elif (
        plain in ("of", "of the", "from", "from the", "in")
        and token.kind in ("office", "counterpart")
        and after.kind in OWNERS
    ):
        return True
    if offices and token.kind == "demonym":
        return bool(_FILLER.match(gap)) and not _BREAK.search(gap)
    if offices and token.kind in OWNERS:
        if gap[:1] in "'’":
            return bool(_FILLER.match(gap)) and not _BREAK.search(gap)
        return bool(_MODIFIER.match(gap))
    if after.kind == "person" and titled and token.kind != "person":
        return bool(_TITLE_CHAIN.match(gap.lstrip())) and not gap.rstrip().endswith(
            (" and", " of", " for", " on", " the")
        )
    if token.kind == "office" and not token.many and after.kind in ("organisation", "demonym", "state"):
        return plain in _OF
    return False


def _run(text: str, end: int, tokens: list[Token], at: int) -> tuple[Party | None, int]:
    first, here = tokens[at], at
    state, office, many, owner, counterpart = "", "", False, None, False
    while True:
        token = tokens[here]
        if token.kind == "demonym":
            state = state or token.name
        elif token.kind in ("state", "organisation", "place"):
            state = state or (token.name if token.kind != "place" else "")
            owner = owner or token
        elif token.kind in ("office", "counterpart"):
            office = office or token.name or ("people" if token.many else "counterpart")
            many = many or token.many
            counterpart = counterpart or token.kind == "counterpart"
        if here + 1 == len(tokens) or not _link(text, token, tokens[here + 1], bool(office)):
            break
        if tokens[here + 1].kind == "person":
            # "Foreign Ministers Celso Amorim of Brazil and ..." is a title; "Chinese officials, Wang" is none.
            if many and text[token.end : tokens[here + 1].start].strip():
                break
            return _person(text, end, tokens, at, here + 1, state, office)
        here += 1
    last = tokens[here]
    if office and not many and not counterpart and (double := _second_office(text, end, tokens, at, here)):
        return double
    if counterpart:
        start = _possessor(text, first.start)
        owned = (
            here > at
            and text[last.start - 3 : last.start].strip() in ("'s", "’s")
            and tokens[here - 1].kind == "office"
        )
        name = owner.name if owner else ""
        party = Party(start, last.end, "counterpart", name, state, office, many, "", first.start, "actor", owned)
        return party, here + 1
    if office:
        role = "actor"
        of_both = _OF_BOTH.match(text, last.end, end) if many and not state else None
        if of_both:
            last = last._replace(end=of_both.end())
        return Party(
            first.start, last.end, "office", owner.name if owner else "", state, office, many, "", first.start, role
        ), here + 1
    if first.kind in NAMED:
        # A run without an office is a single name: the rest is read again.
        surface = text[first.start : first.end]
        return Party(
            first.start, first.end, first.kind, first.name, state, "", False, surface, first.start, first.role
        ), at + 1
    return _shared_office(text, tokens, at) if first.kind == "demonym" else None, at + 1


def _shared_office(text: str, tokens: list[Token], at: int) -> Party | None:
    """Read "South Korean" in "South Korean and Japanese counterparts": the office stands behind the last of them."""
    here = at
    while here + 1 < len(tokens) and text[tokens[here].end : tokens[here + 1].start].strip() in ("and", ","):
        here += 1
        if tokens[here].kind not in ("demonym", "state"):
            return None
        after = tokens[here + 1] if here + 1 < len(tokens) else None
        if after and after.many and after.kind in ("office", "counterpart") and _link(text, tokens[here], after, False):
            first = tokens[at]
            return Party(first.start, first.end, "office", "", first.name, after.name or "people", True, "", first.start, "actor")
    return None


def _second_office(text: str, end: int, tokens: list[Token], at: int, here: int) -> tuple[Party, int] | None:
    """Read "Chairman of the Union and Artistic Director of the Theatre X": both offices are the person's."""
    if here + 1 >= len(tokens) or tokens[here + 1].kind != "office" or tokens[here + 1].many:
        return None
    if text[tokens[here].end : tokens[here + 1].start].strip() != "and" or text[tokens[here + 1].start].islower():
        return None
    party, after = _run(text, end, tokens, here + 1)
    if party is None or party.kind != "person" or text[tokens[at].start].islower():
        return None
    return party._replace(start=tokens[at].start), after


def _possessor(text: str, start: int) -> int:
    hit = re.search(r"\b(?:his|her|their|its|my|our|your)\s+(?:\w+\s+)?$", text[max(0, start - 24) : start], re.I)
    return start - 24 + hit.start() if hit and start >= 24 else start


def _person(
    text: str, end: int, tokens: list[Token], at: int, person: int, state: str, office: str
) -> tuple[Party, int]:
    """Close a named person's party: titles before, ``of China`` and appositions behind."""
    token = tokens[person]
    last, here = token.end, person + 1
    bracket = _BRACKET.match(text, last)
    if bracket:
        last = bracket.end()
    while here < len(tokens):
        after = tokens[here]
        gap = text[last : after.start]
        plain = _ARTICLE.sub("", " ".join(gap.split()))
        if plain in ("of", "of the") and after.kind in ("state", "organisation") and here == person + 1:
            state = state or after.name
            last, here = after.end, here + 1
            continue
        if not _APPOSED.fullmatch(gap):
            break
        run = _apposition(text, tokens, here)
        if not run:
            break
        here, run_state, run_office = run
        state, office = state or run_state, office if office not in ("", "member") else run_office
        last = tokens[here - 1].end
        if here < len(tokens) and tokens[here].kind == "office" and text[last : tokens[here].start].strip() == "and":
            # ", member of the Political Bureau and Foreign Minister of the State,"
            second = _apposition(text, tokens, here)
            if second and text[tokens[second[0] - 1].end : tokens[second[0] - 1].end + 1] in (",", ".", ";", ""):
                here, run_state, run_office = second
                state, office = state or run_state, f"{office}|{run_office}"
                last = tokens[here - 1].end
    first = tokens[at].start
    return (
        Party(
            first,
            last,
            "person",
            token.name,
            state,
            office,
            False,
            text[token.start : token.end],
            token.start,
            token.role,
        ),
        here,
    )


def _apposition(text: str, tokens: list[Token], at: int) -> tuple[int, str, str] | None:
    """Read ``foreign minister of Portugal`` behind a name: where it ends, its state and its office."""
    here, state, office = at, "", ""
    while True:
        token = tokens[here]
        if token.kind in ("person", "pronoun", "pair", "counterpart") or token.many:
            return None
        if token.kind == "office":
            office = office or token.name
        elif token.kind in ("state", "organisation", "demonym"):
            state = state or token.name
        if here + 1 == len(tokens) or not _link(text, token, tokens[here + 1], bool(office)):
            break
        if tokens[here + 1].kind == "person":
            return None
        here += 1
    return (here + 1, state, office) if office else None
