"""Words in quotation marks that nobody says: terms, titles of books and films, names of plans."""

from __future__ import annotations

import re

from briefing_lib.find.speech.contents import has_words
from briefing_lib.find.speech.quotemarks import Marked

# '“Never,” he said', 'He said: “Never.”' - not 'the “inner circle,” as it is called'
_BEFORE_SPEECH = re.compile(r"(?:^|[\n,:;.!?—–)”\"’]|\b(?:say|said|says|that))\s*$")
# “Fox News Sunday,” “The Long Road to Lagos”
_TITLE = re.compile(r"(?:[A-Z0-9][\w’'-]*|of|the|and|in|on|to|a|for|with|from|at|&|[:,])(?:[\s]+|(?=[:,])|$)")


def is_speech(text: str, mark: Marked) -> bool:
    """Tell speech from a term: long enough for a row, or set off and closed by a stop ('“Never,” he said').

    >>> from briefing_lib.find.speech.quotemarks import find_marked
    >>> text = "“Never,” said Okello of the so-called “inner circle,” and shut “The Book of Lost Roads”."
    >>> [text[mark.start : mark.end] for mark in find_marked(text) if is_speech(text, mark)]
    ['Never,']
    """
    if has_words(text, mark.start, mark.end):
        return not _is_name(text, mark)
    if text[mark.end - 1] not in ",.?!":
        return False
    return _BEFORE_SPEECH.search(text, max(0, mark.opened - 6), mark.opened) is not None


# 'on the theme “...”', 'a film entitled “...”'
_ENTITLED = re.compile(
    r"\b(?:titled|entitled|subtitled|theme|themed|topic|title|named|film|book|novel|song|album|play|poem|essay|series|programme"
    r"|project|initiative|exhibition|documentary|podcast|memoir|painting|operation|codenamed)(?:\s+(?:of|is|was|being|on))?\s*[,:—–-]?\s*$",
    re.IGNORECASE,
)


def _is_name(text: str, mark: Marked) -> bool:
    """Tell whether words in marks are the title of a book, a song, a programme: all capitalised, in mid-clause."""
    if text[mark.start].isupper() and _ENTITLED.search(text, max(0, mark.opened - 24), mark.opened):
        return True
    if mark.end - mark.start > 80 or _BEFORE_SPEECH.search(text, max(0, mark.opened - 6), mark.opened):
        return False
    at, capitals = mark.start, 0
    while at < mark.end:
        hit = _TITLE.match(text, at, mark.end)
        if not hit:
            return text[at : mark.end] in (".", "!", "?")
        capitals += text[at].isupper()
        at = hit.end()
    return capitals > 1
