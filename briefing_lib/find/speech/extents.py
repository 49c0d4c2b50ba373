"""How far reported words reach: to the end of the clause, an aside of the author, or the next speaker."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing_lib.find.speech.clauses import has_verb

Inside = Callable[[int], bool]

# Where reported words end: at a new clause of the author's, or at a remark about somebody named
_STOP = re.compile(
    r";|,\s+(?:(?:but|yet|though|although)(?!\s+[“\"«„])|while|whereas|however|even\s+as|even\s+though|despite\s+the\s+fact|who|whose|whom|prompting|sparking"
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
_AND_THAT = re.compile(r",?\s+(?:and|but|or)\s+that,?\s+(?!(?:of|is|was)\b)")
# 'said that A, that B and that C'
_LISTED_THAT = re.compile(
    r",\s+(?:(?:and|but|or)\s+)?that,?\s+(?!(?:of|is|was|would|will|has|have|had)\b)|\s+(?:and|but|or)\s+that,?\s+(?!(?:of|is|was)\b)"
)


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
    for hit in _NO_MORE.finditer(text, start, high):
        if not inside(hit.start()):
            high = hit.start()
            break
    if frame in ("np", "inf"):
        for hit in _STOP_NOUN.finditer(text, start, high):
            if not inside(hit.start()):
                return hit.start()
    return high


# 'a dialogue would begin but gave no date': what the speaker, not the clause, did not do
_NO_MORE = re.compile(
    r",?\s+(?:but|and)\s+(?:(?:gave|offered|named|provided|set)\s+(?:no|little|few)|declined|refused|would\s+not\s+(?:say|elaborate|name|comment)"
    r"|did\s+not\s+(?:say|elaborate|give|name|explain|specify|comment))\b"
)
# The verb of the sentence behind a clause that is its subject: 'the claim that it had been hit' was 'dismissed'
_AUXILIARY = re.compile(r"\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does)\s")
_NEW_CLAUSE = re.compile(
    r"[,;:]\s|\s(?:and|or|but|which|who|that|when|while|if|as|because|where|what|how|than|whether|before|after)\s"
)


def subject_end(text: str, start: int, high: int, verbs: int = 1) -> int:
    """Return where a clause ends that is part of the subject of its sentence: before the verb of the sentence.

    Args:
        text: the document's text.
        start: first character of the clause.
        high: end of the sentence.
        verbs: finite verbs of its own: 1, or 0 for an infinitive.

    >>> text = "the bridge had been hit was dismissed"
    >>> text[: subject_end(text, 0, len(text))]
    'the bridge had been hit'
    """
    first = _AUXILIARY.search(text, start, high)
    own = first and (not verbs or has_verb(text, start, first.start()))
    if own and first and not _NEW_CLAUSE.search(text, start, first.start() + 1):
        return first.start()
    second = _AUXILIARY.search(text, first.end(), high) if first else None
    if not first or not second or _NEW_CLAUSE.search(text, first.end() - 1, second.start() + 1):
        return high
    return second.start()


def split_that(text: str, start: int, end: int, inside) -> list[tuple[int, int]]:
    """Split 'that A, that B and that C' into its clauses."""
    pieces: list[tuple[int, int]] = []
    if not _AND_THAT.search(text, start, end):
        return [(start, end)]
    for hit in _LISTED_THAT.finditer(text, start, end):
        if not inside(hit.start()):
            pieces.append((start, hit.start()))
            start = hit.end()
    return [*pieces, (start, end)]
