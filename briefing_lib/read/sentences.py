"""Text to sentences: where each begins and ends.

One pass over the text looks at every stop and every line break and decides whether a sentence ends there.
Abbreviations are data (``lexicons/abbreviations.csv``): some never end a sentence ("Gen. Smith"), others may
("in the U.S. The minister"), and then the next word decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from briefing_lib import lexicon
from briefing_lib.read.paragraphs import Paragraph, is_hard_wrapped, split_paragraphs
from briefing_lib.tables import Passage, Sentence

# A stop, what closes behind it, a footnote's number, white space within the line, and the next character: 'done.”3 The'
# One class of characters to start with: the regular expression engine skips to those at twice the speed.
_STOP = re.compile(
    r"[.!?…—–](?:(?<=[.!?…])[.!?…\"'”’»)\]]*"
    r"(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]+|\d{1,2}(?=[^\S\n]+[A-Z“\"])|(?:[ \xa0]\.+)+[\"'”’)\]]*(?=\s|$))?"
    r"|[\"”’]+)([^\S\n]+)(?=(\S))|\n\s*"
)
_WORD_BEFORE = re.compile(r"[\w.’'&-]{1,20}$")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[]*([^\W\d_]+)")
_INITIAL = re.compile(r"(?:^|[\s(.-])[A-Z]$")
_NEXT_INITIAL = re.compile(r"[A-Z]\.(?:[ -]|[A-Z]\.)")
# '?” Obama asked', '!" the minister said': the attribution belongs to the quotation before it
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|added|told|replied|wrote|tweeted|exclaimed)\b"
)
# 'al-Shabaab', 'iPhone', 'de Gaulle': names that open a sentence in lower case
_OPENS_LOWER = re.compile(r"[a-z](?![a-z]{0,3}[’'-]?[A-Z])")
_PARTICLE = re.compile(r"(?:de|da|di|du|van|von|bin|al|el|la|le)(?: de[rn]?)? [A-ZÀ-Þ]")
_LINE_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]*_]*$")
# '2. Chile abstains', '(iv. ', 'Q. Why', 'A. Because': the number or letter of an item, not a sentence
_ITEM = re.compile(r"(?:^|\n|[^\w\s,][ \t]+)[ \t]*[(\[]?(?:\d{1,3}|[ivxIVX]{1,5}|[A-Za-z])$")
_AFTER_ITEM = re.compile(r"(?:^|[\s(\[])([\w.]+)[.]\s+[(\[]?\w{1,5}$")
# 'at 9 a.m. Moscow time', 'at 6 p.m. EST', 'at 6 p.m. Monday'
_HOUR = re.compile(r"[ap]\.m$", re.IGNORECASE)
_HOURS_ZONE = re.compile(
    r"(?:[A-Z]{2,4}\b|(?:Eastern|Central|Pacific|Mountain|Greenwich|British|Universal)\b"
    r"|[A-Z]\w+(?: [A-Z]\w+)? (?:[Tt]ime|hours)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,2}\."
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d)"
)
# 'Gen. (ret.) Moshe Tal', 'Peru (abst.) and Cuba': an abbreviation that fills its bracket
_IN_BRACKET = re.compile(
    r"[(\[](?:retd?|res|abst|sic|est|eds?|resp|incl|excl|approx|dec|trans?|pop|emer)$", re.IGNORECASE
)
_ADDRESS = frozenset({"Mr", "Mrs", "Ms", "Dr", "Mme"})


@cache
def _abbreviations() -> dict[str, str]:
    return {row["word"].rstrip("."): row["kind"] for row in lexicon.rows("abbreviations")}


@cache
def _openers() -> frozenset[str]:
    """Words that open a sentence far more often than they follow an abbreviation inside one."""
    return frozenset(row["word"] for row in lexicon.rows("openers") if row["ends_sentence_before"] == "yes")


def _ends_sentence(text: str, hit: re.Match[str]) -> bool:
    stop, after = hit.start(), hit.group(2)
    closing = text[stop : hit.start(1)]
    if "a" <= after <= "z" and _OPENS_LOWER.match(text, hit.end()):
        return closing == "." and _opens_with_particle(text, stop, hit.end())
    known = _abbreviations()
    if closing == ".":
        # Most stops stand behind a plain word: no need to look closer.
        before = text[text.rfind(" ", max(0, stop - 30), stop) + 1 : stop]
        if "\n" in before:
            before = before.rpartition("\n")[2]
        if len(before) > 1 and before.isalpha() and before not in known and not (len(before) < 6 and before.isupper()):
            return True
        if len(before) < 6 and _is_item(text, stop, known):
            return False
    else:
        first, last = closing[0], closing[-1]
        if last.isdigit() and closing[1:2].isdigit() and not text[stop - 1 : stop].islower():
            return False  # 'about 3.5 They' lacks a stop
        if closing in (".)", ".]") and _IN_BRACKET.search(text, max(0, stop - 7), stop):
            return False
        if last in "\"'”’»":
            return not (first in "!?" and _ATTRIBUTION.match(text, hit.end()))
        if first != ".":
            return True
        if not closing[1:].isdigit():
            return closing.strip(". \xa0") != "" or after.isupper() or after in "“‘\"'"
    word = _WORD_BEFORE.search(text, max(0, stop - 20), stop)
    if not word:
        return True
    before = word.group()
    kind = known.get(before)
    if kind is None:
        if _INITIAL.search(before) or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", before):
            kind = "may end"
        else:
            return True
    if kind == "before number":
        return not after.isdigit()
    if kind != "may end":
        return False
    if _HOUR.search(before) and after.isupper():
        return _HOURS_ZONE.match(text, hit.end()) is None
    if _NEXT_INITIAL.match(text, hit.end()) and len(before) == 1:
        return False
    following = _WORD_AFTER.match(text, hit.end())
    return following is not None and (following.group(1) in _openers() or following.group(1) in _ADDRESS)


def _opens_with_particle(text: str, stop: int, start: int) -> bool:
    before = text[text.rfind(" ", max(0, stop - 30), stop) + 1 : stop]
    plain = len(before) > 2 and before.isalpha() and before not in _abbreviations()
    return plain and _PARTICLE.match(text, start) is not None


def _is_item(text: str, stop: int, known: dict[str, str]) -> bool:
    """Tell whether what stands before a stop is the number or letter of a list's item."""
    if not _ITEM.search(text, max(0, stop - 8), stop):
        return False
    behind = _AFTER_ITEM.search(text, max(0, stop - 24), stop)
    return behind is None or (behind.group(1) not in known and len(behind.group(1)) > 1)


def _boundaries(text: str, wrapped: bool) -> list[int]:
    """Return the offsets at which a new sentence begins, white space not yet trimmed."""
    cuts = [0]
    for hit in _STOP.finditer(text):
        if hit.lastindex is None:  # a line break
            gap = hit.group()
            if gap.count("\n") == 1 and hit.end() < len(text):
                line_start = text.rfind("\n", 0, hit.start()) + 1
                finished = _LINE_ENDS.search(text, max(line_start, hit.start() - 6), hit.start())
                runs_on = not finished and (wrapped or (text[hit.end()].islower() and hit.start() - line_start > 30))
                if runs_on or (wrapped and finished and text[hit.end()].islower()):
                    continue
            cuts.append(hit.end())
        elif _ends_sentence(text, hit):
            cuts.append(hit.end())
    cuts.append(len(text))
    return cuts


def split_sentences(
    text: str, passages: Sequence[Passage], paragraphs: list[Paragraph] | None = None
) -> list[Sentence]:
    """Split the passages of a document into sentences.

    Args:
        text: the document's text.
        passages: its passages, in order, which together cover every non-blank line.
        paragraphs: its paragraphs; read here if None.

    Returns:
        Sentences in order. A sentence never crosses a blank line or the border of a passage; it may cross a
        single line break where the line breaks off in mid-sentence.

    >>> p = Passage("d", 1, 0, 59, "narration", "author", "", 0)
    >>> [s.text for s in split_sentences("Gen. Abdel Fattah al-Sisi met U.S. envoys. The talks failed.", [p])]
    ['Gen. Abdel Fattah al-Sisi met U.S. envoys.', 'The talks failed.']
    """
    if not passages:
        return []
    paragraphs = split_paragraphs(text) if paragraphs is None else paragraphs
    cuts = _boundaries(text, is_hard_wrapped(paragraphs))
    cuts = sorted({*cuts, *(p.start for p in passages)})
    found: list[Sentence] = []
    beyond = len(text) + 1
    lines = [*(paragraph.start for paragraph in paragraphs[1:]), beyond]
    turns = [*(passage.start for passage in passages[1:]), beyond]
    line = speaker = 0
    document, _, _, _, kind, voice, _, _ = passages[0]
    number = paragraphs[0].number
    for start, end in pairwise(cuts):
        words = text[start:end].strip()
        if not words:
            continue
        if text[start] != words[0]:
            start = text.index(words[0], start)
        if lines[line] <= start:
            while lines[line] <= start:
                line += 1
            number = paragraphs[line].number
        if turns[speaker] <= start:
            while turns[speaker] <= start:
                speaker += 1
            document, _, _, _, kind, voice, _, _ = passages[speaker]
        name = f"{document}#{len(found) + 1}"
        found.append(Sentence(name, document, number, start, start + len(words), words, voice, kind))
    return found
