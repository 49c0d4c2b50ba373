"""How far reported words reach: to the end of the clause, an aside of the author, or the next speaker."""

from __future__ import annotations

import re
from collections.abc import Callable

Inside = Callable[[int], bool]

# Where reported words end: at a new clause of the author's, or at a remark about somebody named
_STOP = re.compile(
    r";|,\s+(?:but|while|whereas|although|though|however|yet|even\s+as|even\s+though|despite\s+the\s+fact|who|whose|whom|prompting|sparking"
    r"|(?:since|because|as|and),?\s+according\s+to|according\s+to)\b|\s+[—–]\s|\s+and\s+(?:[A-Z][\w’'-]*\s+)+[a-z]+ing\s|,\s+(?=[a-z]+ing\s+(?:that\s|“|\"|it\s+(?:a|an|the|premature)\b))"
)
_STOP_NOUN = re.compile(
    r",\s+(?:which|where|and\s+(?:said|has|have|had|is|was|will)|and\s+(?:he|she|it|they)|after|as|when|following|saying|adding|citing|in\s+a|with\s+\w+\s+\w+ing)\b"
    # ', a charge Doha denies'
    r"|,\s+an?\s+(?:charge|claim|allegation|accusation|demand|suggestion|notion|view)\s+(?:that\s+)?[A-Z]"
    # 'concern over Haiti and agreed on'
    r"|\s+and\s+(?:also\s+)?(?:did|does|do|has|had|have|would|will|could|is|was|were|are)\b"
    r"|\s+and\s+(?:also\s+)?(?:[a-z]+ed|said|spoke|told|gave|took|made|left|went|met|held)\s+(?:on|to|that|for|the|an?|his|her|its|their|with|in|at)\b"
)
_AND_THAT = re.compile(r",?\s+(?:and|but|or)\s+that\s+(?!(?:of|is|was)\b)")


def find_end(text: str, start: int, high: int, frame: str, inside) -> int:
    """Find where reported words end that begin at start.

    Args:
        text: the document's text.
        start: first character of the content.
        high: end of the sentence.
        frame: how the content is joined to its verb.
        inside: function that tells whether an offset lies between quotation marks.
    """
    for hit in _STOP.finditer(text, start, high):
        if not inside(hit.start()) and hit.start() - start > 8:
            # A pair of dashes holds an aside, not an end
            if hit.group().strip() in ("—", "–") and re.search(r"\s[—–]\s", text[hit.end() : high]):
                break
            high = hit.start()
            break
    if frame in ("np", "inf"):
        for hit in _STOP_NOUN.finditer(text, start, high):
            if not inside(hit.start()):
                return hit.start()
    return high


def split_that(text: str, start: int, end: int, inside) -> list[tuple[int, int]]:
    """Split 'that A and that B' into its clauses."""
    pieces = []
    for hit in _AND_THAT.finditer(text, start, end):
        if not inside(hit.start()):
            pieces.append((start, hit.start()))
            start = hit.end()
    return [*pieces, (start, end)]
