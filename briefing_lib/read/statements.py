"""Statements reproduced whole inside an article: where one begins, and where the author takes over again."""

from __future__ import annotations

import re

_KINDS = (
    r"(?:statement|remarks|speech|address|text|transcript|readout|article|letter|comments|interview|answers?"
    r"|message|communiqu[eé]"
    r"|declaration|op-ed|toast|testimony|opening words|press release|press conference|note)"
)
_NAME = r"(?:[A-ZÀ-Þ][\w.-]*)(?:\s+(?:[A-ZÀ-Þ][\w.-]*|de|da|van|von|bin|al|el|of))*"
# 'statement by Foreign Minister Wang Yi', 'full text of remarks by Ann Lee', 'the transcript of President Ann Lee'
_BY = re.compile(rf"\b{_KINDS}\s+(?:\w+\s+){{0,2}}?(?:by|from|of)\s+(?:the\s+)?(?P<name>{_NAME})")
# 'Lavrov’s statement', 'President Lee's short opening remarks'
_OWNED = re.compile(rf"(?P<name>{_NAME})['’]s?\s+(?:[a-z-]+\s+){{0,3}}{_KINDS}\b")
# 'Maris Sangiampongsa, issued the following statement', 'President Lee made these remarks'
_ISSUED = re.compile(
    rf"(?P<name>{_NAME}),? (?:has |had )?(?:issued|released|made|gave|delivered|read(?: out)?|published|sent)\s+"
    rf"(?:the following|this|these|a|an|his|her|its|their)\s+(?:[a-z-]+\s+){{0,2}}{_KINDS}\b"
)
_ANNOUNCES = re.compile(
    r"\b(?:follow(?:s|ing)?|below|now for|here (?:is|are)|here['’]s|in full|full text|reads|read|as follows"
    r"|reproduced)\b",
    re.I,
)
_OPENS_SPEECH = re.compile(
    r"(?:ladies and gentlemen|(?:dear|esteemed|distinguished) \w+|mr\.? \w+|madam \w+|excellencies|good"
    r" (?:morning|afternoon|evening))",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us)\b", re.I)
# '[My emphasis]', '(End of statement)', '***', 'END'
END_MARK = re.compile(
    r"(?:[\[(](?:my|our|author['’]?s)?\s*emphas[ie]s[^\])]*[\])]|[\[(]?end (?:of )?(?:quote|statement|transcript"
    r"|text|remarks)?[\])]?|[*_=–—-]{3,})$",
    re.I,
)


def announced_speaker(words: str, following: str) -> str:
    """Return the name of the speaker whose statement a paragraph says comes next, or ''.

    Args:
        words: the paragraph.
        following: the paragraph after it.

    >>> announced_speaker("Let us wait and see. Now for Mutasa’s statement:", "Ladies and gentlemen,")
    'Mutasa'
    >>> announced_speaker("Below is the full text of the speech by Prime Minister Indira Gandhi:", "Friends,")
    'Prime Minister Indira Gandhi'
    >>> announced_speaker("The foreign minister, Maris Sangiampongsa, issued the following statement:", "We agree.")
    'Maris Sangiampongsa'
    >>> announced_speaker("Mutasa’s statement was short.", "Then he left.")
    ''
    """
    if not words.rstrip(" —–-").endswith(":"):
        return ""
    quoted = following[:1] in "“\"«‘'" and following[:1] != ""
    last = words[max(words.rfind(stop) for stop in (". ", "! ", "? ")) + 1 :]
    found = min(
        (hit for hit in (_BY.search(last), _OWNED.search(last), _ISSUED.search(last)) if hit),
        key=lambda hit: hit.start(),
        default=None,
    )
    announced = _ANNOUNCES.search(last) is not None
    if found is None or not (announced or (not quoted and (len(last) < 120 or _OPENS_SPEECH.match(following)))):
        return ""
    return " ".join(found.group("name").split())


def speaks_of(words: str, speaker: str) -> bool:
    """Tell whether a paragraph names the speaker in the third person.

    >>> speaks_of("I wish Mutasa had said more.", "Didymus Mutasa"), speaks_of("I said more.", "Didymus Mutasa")
    (True, False)
    """
    surname = speaker.split()[-1] if speaker else ""
    return bool(surname) and re.search(rf"(?<![\w-]){re.escape(surname)}(?!\w)", words) is not None


def in_first_person(words: str) -> bool:
    """Tell whether a stretch says I or we.

    >>> in_first_person("We met twice."), in_first_person("They met twice.")
    (True, False)
    """
    return _FIRST_PERSON.search(words) is not None
