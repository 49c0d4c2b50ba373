"""Captions: the words below a picture, which a copied page leaves standing among its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.read.lines import CLOSED, DATE
from briefing_lib.read.paragraphs import Paragraph

# '(C) addressing', 'Photo: Ann Lee', 'REUTERS/Ann Lee', 'Getty Images'
_CAPTION = re.compile(
    r"\((?:C|L|R|left|right|cent(?:re|er)|top|bottom|(?:front|back) row)\)"
    r"|^(?:FILE PHOTO|File photo|FILE\s*[-–—]|Photo|Image|Picture|Photograph|Caption)\b.{0,3}[:|–—-]"
    r"|\b(?:Photo|Image|Photograph|Picture)(?:\s+(?:credit|courtesy))?(?::|\s+by\b)"
    r"|(?:/|\bvia )(?:AFP|AP|REUTERS|Reuters|Getty|TASS|Xinhua|EPA|Anadolu|Sputnik)\b|Getty Images"
    r"|\b(?:AFP|AP|REUTERS|EPA|TASS)/|.{40}©|\(file photo\)|^Image (?:source|caption)|\[(?:File|AP|AFP|Reuters|EPA"
    r"|Getty)\b[^\]]{0,60}\]$"
)
_LONGEST = 400  # characters
# One of these stands in whatever the pattern above finds; looked for first, they spare most paragraphs the search.
_SIGNS = ("(", "/", "[", "hoto", "mage", "icture", "aption", "FILE", "File", "via ", "©")
# 'President Obote greets', 'Two children wave', 'The leaders pose': what people are seen to do in a picture
_PICTURED = re.compile(
    r"(?:[\w.,'’()-]+ ){1,10}?(?:greets?|waves?|shakes? hands|poses?|looks? on|gestures?|smiles?|hugs?|embraces?"
    r"|inspects?|walks? (?:past|with"
    r"|in|through|out|along|to|by)|speaks? (?:at|during|in|to|from)|address(?:es)?|attends?|arrives? (?:at|in|for)"
    r"|lays? (?:a|flowers)"
    r"|holds? (?:up|a (?:sign|flag|portrait|placard|banner|copy|news)|signs|flags|portraits|placards|banners|candles"
    r"|hands)"
    r"|delivers? (?:a|his|her|the) (?:speech|address|statement)"
    r"|stands? (?:guard|in front|next to|beside|outside|near|at|on|by)|sits? (?:at|in|on|beside|next|outside|with)"
    r"|queues?|lines? up|waits? (?:at|in|for|outside)|gathers? (?:at|in|for|outside|near)|march(?:es)? (?:in|through"
    r"|past|to|outside|along)"
    r"|receives? (?:milk|food|aid|flowers|a|his|her|the)|carr(?:y|ies) (?:a|the|sacks|bags|flags|signs|goods|water)"
    r"|listens?|sells? |welcomes?|rides?|unloads?|loads?|leaves?|signs?|toasts?|applauds?|cheers?|reviews?)\b"
)
_NOT_PICTURED = re.compile(
    r"[\"“”;?!]|\b(?:that|will|would|said|says|has|have|had|was|were|is|are|but|because|could|can|may|might|should"
    r"|not|no"
    r"|if|which|I|we|you|let|me|my|our|us|also|must|do|does|did|still|even|whether|challenges?|issues?|problems?"
    r"|policy)\b|\w\w\w[.] \w",
    re.IGNORECASE,
)
_POSED = re.compile(
    r"\b(?:address(?:es|ing)|shak(?:es?|ing) hands|pos(?:es?|ing)|speak(?:s|ing)|greet(?:s|ing)|attend(?:s|ing)"
    r"|arriv(?:es|ing)"
    r"|walk(?:s|ing)|pictured|seen|welcom(?:es|ing)|meets|receiv(?:es|ing))\b"
)
# 'Image source, Getty Images', 'Photograph: Ann Lee', 'Photo by Ann Lee/AFP': who made the picture, and nothing else
_CREDIT_ALONE = re.compile(
    r"(?:Image (?:source|credit|caption)|Photo(?:graph)?(?: by|s? courtesy of)?|Credit|Picture"
    r"|Getty Images)\b[^.!?]{0,60}\.?$"
)


def is_caption(words: str, first: bool) -> bool:
    """Tell whether a line describes a picture.

    Args:
        words: the line.
        first: whether nothing but bylines and headline stands before it.

    >>> is_caption("President Kenyatta (R) with his guest", first=False)
    True
    >>> is_caption("President Obote addressing the assembly, Kampala, May 2, 1967", first=True)
    True
    """
    if len(words) > _LONGEST:
        return False
    if any(map(words.__contains__, _SIGNS)) and _CAPTION.search(words):
        return len(words) < 250 or not CLOSED.search(words)
    return first and not CLOSED.search(words) and bool(_POSED.search(words)) and bool(re.search(DATE + "$", words))


def is_pictured(words: str) -> bool:
    """Tell whether a sentence could be the words below a picture: who is seen to do what, in the present tense.

    >>> is_pictured("President Obote greets supporters from the palace balcony in July.")
    True
    >>> is_pictured("The president said that he would greet them."), is_pictured("Kenya and Uganda agree on a price.")
    (False, False)
    """
    return (
        25 < len(words) < 180
        and words[0].isupper()
        and not _NOT_PICTURED.search(words)
        and _PICTURED.match(words) is not None
    )


def mark_captions(paragraphs: Sequence[Paragraph], spoken: Sequence[bool], kinds: list[str]) -> None:
    """Mark captions without a credit: below or above a line that is nothing else, or a picture told in one sentence
    between longer paragraphs.

    Args:
        paragraphs: the document's paragraphs.
        spoken: for each, whether it begins with a speaker's label.
        kinds: their kinds, '' where unknown; changed in place.
    """
    for i, paragraph in enumerate(paragraphs):
        if kinds[i] or spoken[i] or len(paragraph.text) > 180:
            continue
        words = paragraph.text
        if (
            i + 1 < len(paragraphs)
            and _CREDIT_ALONE.match(paragraphs[i + 1].text)
            and not CLOSED.search(words)
            or is_pictured(words)
            and _stands_apart(paragraphs, spoken, kinds, i)
        ):
            kinds[i] = "caption"


def _stands_apart(paragraphs: Sequence[Paragraph], spoken: Sequence[bool], kinds: Sequence[str], i: int) -> bool:
    """Between paragraphs that are longer; a line without a full stop must be too long for a heading."""
    words = paragraphs[i].text
    if not CLOSED.search(words) and len(words.split()) < 8:
        return False
    for j in (i - 1, i + 1):
        if not 0 <= j < len(paragraphs):
            return False
        beside = paragraphs[j].text
        if kinds[j] not in ("", "heading", "boilerplate") and j > i:
            return False
        if spoken[j] or (not kinds[j] and (len(beside) < 1.2 * len(words) or not CLOSED.search(beside))):
            return False
    return True
