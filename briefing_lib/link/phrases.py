"""Whether two neighbouring tokens belong to one noun phrase: "Russia's foreign minister", "President of Chile"."""

from __future__ import annotations

import re

from briefing_lib.link.tokens import Token

OWNERS = frozenset({"state", "organisation", "place", "demonym"})
_OFFICES = frozenset({"office", "counterpart"})

# "From [Helsinki] President X travels"
_WHERE = re.compile(r"\b(?:[Ii]n|[Ff]rom|[Aa]t)\s$")
# "the President of the": an article binds nothing.
_ARTICLE = re.compile(r"(?:^|\s)(?:the|a|an|new|newly|his|her|its|their)$", re.I)
# " newly appointed ": up to four words that no preposition or conjunction breaks.
_FILLER = re.compile(r"(?:['’]s)?\s*(?:[\w.’'/-]+\s+){0,4}$")
_BREAK = re.compile(
    r"\b(?:a|an|and|are|as|at|be|been|but|by|for|from|had|has|have|her|his|if|in|is|its|met|not|of|on|or|said|"
    r"says|sent|that|"
    r"the|their|to|told|was|were|when|where|which|who|will|with|would)\b"
)
# "Deputy Foreign", "senior": what may stand between a state's name and an office.
_MODIFIER = re.compile(
    r"\s*(?:(?:[A-Z][\w.’'-]*|acting|agriculture|annual|business|chief|climate|commerce|culture|defen[cs]e|deputy|"
    r"development|economic|economy|education|energy|environment|farm|finance|fisheries|foreign|former|government|"
    r"health|home|industry|infrastructure|interim|interior|justice|labou?r|"
    r"military|mining|new|newly|"
    r"nuclear|oil|opposition|outgoing|planning|religious|research|ruling|science|security|senior|special|state|"
    r"tourism|top|trade|transport|vice|water|members?|"
    r"countries['’]?|states['’]?|"
    r"nations['’]?)\s+){0,4}$"
)
_ACTS = re.compile(r"\s(?:is|was|has|had|will|would|said|says|also|told|[a-z]{3,}ed)\s")
_OF = frozenset({"of", "of the", "for", "for the", "to the", "to", "at the", "in the", "from the", "from", "at"})
# "Tver Region ", "Moscow Et Cetera Theatre ": capitalised words and links between an office and its holder.
_TITLE_CHAIN = re.compile(r"(?:(?:[A-Z][\w.’'&-]*|and|for|of|on|the|–|-)\s+)*$")
# "head of the procurement agency, ": an office of a body that bears no name, before its holder.
_OF_COMMON = re.compile(
    r"\s+of\s+(?:the|its|his|her|their|a)\s+(?:(?!and\b|in\b|at\b|to\b|on\b|who\b)[a-z-]+\s+){0,4}(?:[a-z-]+|[A-Z][\w-]+),\s+$"
)
# "of the procurement agency" before the name of the agency
_OF_KIND = re.compile(r"of(?: the)?(?: (?!and\b|in\b|at\b|to\b|on\b|with\b|from\b)[a-z-]+){1,2}")
_LOOSE_ENDS = (" and", " of", " for", " on", " the")


def joined(text: str, token: Token, after: Token, titled: bool) -> bool:
    """Does the next token belong to the noun phrase that a token ends?

    Args:
        text: the document.
        token: the token.
        after: the one behind it.
        titled: an office was seen in the phrase.
    """
    gap = text[token.end : after.start]
    if len(gap) > 60 or "\n" in gap or after.kind in ("pronoun", "pair"):
        return False
    plain = _ARTICLE.sub("", " ".join(gap.split()))
    if plain == "at" and after.kind in ("state", "place") and token.kind == "office" and gap.strip() != "at":
        # "receives the Chancellor at the Kremlin": where, not whose
        return False
    if plain in ("'s", "’s", "'", "’"):
        return (
            token.kind in OWNERS if after.kind in ("person", "organisation") else after.kind in _OFFICES | {"demonym"}
        )
    there = token.role == "place" or bool(_WHERE.search(text, max(0, token.start - 6), token.start))
    if plain == "" and there and token.kind in ("state", "place") and after.kind in _OFFICES:
        # "From Helsinki President Kaljulaid travels": the town says where, not whose president.
        return False
    if plain == "":
        return _adjoin(token, after, titled, bool(gap.strip()))
    if _of(text, plain, token, after, titled):
        return True
    if after.kind in _OFFICES and token.kind in OWNERS:
        if token.kind == "demonym" or gap[:1] in "'’":
            return bool(_FILLER.match(gap)) and not _BREAK.search(gap)
        return bool(_MODIFIER.match(gap))
    if after.kind == "person" and titled:
        if not token.many and token.kind == "office" and _OF_COMMON.match(gap):
            return True
        return bool(_TITLE_CHAIN.match(gap.lstrip())) and not gap.rstrip().endswith(_LOOSE_ENDS)
    return False


def _adjoin(token: Token, after: Token, titled: bool, article: bool) -> bool:
    """Do tokens with nothing but an article between them belong together?"""
    if article and token.kind in OWNERS:
        # "in Delhi the Prime Minister": the article opens another phrase.
        return False
    if after.kind == "person":
        return titled or token.kind == "demonym"
    return after.kind in _OFFICES or token.kind in _OFFICES and after.kind == "demonym"


def _of(text: str, plain: str, token: Token, after: Token, titled: bool) -> bool:
    """Is the next token bound by "of", "and" or a comma: "minister of Peru", "King and Premier", "minister, X"?"""
    if token.kind in _OFFICES and after.kind in OWNERS:
        if plain == "in":
            return token.many and after.kind == "state"
        if after.kind == "organisation" and not token.many and _OF_KIND.fullmatch(plain):
            return True
        return plain in _OF and (not token.many or plain in ("of", "from"))
    single = not token.many and (titled or token.kind in _OFFICES)
    if plain == "and" and single and token.kind == "office" and after.kind in _OFFICES and not after.many:
        return bool(re.match(r"\s+[A-Z]", text[after.end : after.end + 2]))
    if plain == "," and single:
        named = after.kind == "person" and token.kind != "person"
        if named and token.kind == "counterpart" and _ACTS.match(text, after.end):
            # "Besides meeting his counterpart, X also spoke": X acts, and is not the counterpart.
            return False
        return named or token.kind == "counterpart" and after.kind in _OFFICES and not after.many
    return False
