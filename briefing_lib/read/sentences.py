"""Text to sentences: where each begins and ends.

One pass over the text looks at every stop and every line break and decides whether a sentence ends there.
Abbreviations are data (``lexicons/abbreviations.csv``): some never end a sentence ("Gen. Smith"), others may
("in the U.S. The minister"), and then the next word decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.read.paragraphs import is_hard_wrapped, split_paragraphs
from briefing_lib.tables import Passage, Sentence

# A stop, what closes behind it, white space within the line, and the next character: 'done.” The'
_STOP = re.compile(r"[.!?…](?:[.!?…]*)(?:[\"'”’»)\]]*)([^\S\n]+)(?=(\S))|\n\s*")
_WORD_BEFORE = re.compile(r"[\w.’'&-]{1,20}$")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[]*([^\W\d_]+)")
_INITIAL = re.compile(r"(?:^|[\s(.-])[A-Z]$")
# '?” Obama asked', '!" the minister said': the attribution belongs to the quotation before it
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|added|told|replied|wrote|tweeted|exclaimed)\b"
)
_OPENS_LOWER = re.compile(r"[a-z]")
_LINE_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]*_]*$")


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
    if _OPENS_LOWER.match(after):
        return False
    if closing[-1] in "\"'”’»":
        return not (closing[0] in "!?" and _ATTRIBUTION.match(text, hit.end()))
    known = _abbreviations()
    if closing == ".":
        # Most stops stand behind a plain word: no need to look closer.
        before = text[text.rfind(" ", max(0, stop - 30), stop) + 1 : stop]
        if len(before) > 1 and before.isalpha() and before not in known:
            return True
    else:
        return closing != "..." or after.isupper() or after in "“‘\"'"
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
    following = _WORD_AFTER.match(text, hit.end())
    return following is not None and following.group(1) in _openers()


def _boundaries(text: str, wrapped: bool) -> list[int]:
    """Return the offsets at which a new sentence begins, white space not yet trimmed."""
    cuts = [0]
    for hit in _STOP.finditer(text):
        if hit.group(1) is None:
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


def split_sentences(text: str, passages: Sequence[Passage]) -> list[Sentence]:
    """Split the passages of a document into sentences.

    Args:
        text: the document's text.
        passages: its passages, in order, which together cover every non-blank line.

    Returns:
        Sentences in order. A sentence never crosses a blank line or the border of a passage; it may cross a
        single line break where the line breaks off in mid-sentence.

    >>> p = Passage("d", 1, 0, 59, "narration", "author", "", 0)
    >>> [s.text for s in split_sentences("Gen. Abdel Fattah al-Sisi met U.S. envoys. The talks failed.", [p])]
    ['Gen. Abdel Fattah al-Sisi met U.S. envoys.', 'The talks failed.']
    """
    if not passages:
        return []
    paragraphs = split_paragraphs(text)
    cuts = _boundaries(text, is_hard_wrapped(paragraphs))
    cuts = sorted({*cuts, *(p.start for p in passages)})
    found: list[Sentence] = []
    line = speaker = 0
    for start, end in zip(cuts, cuts[1:], strict=False):
        words = text[start:end].strip()
        if not words:
            continue
        start = text.index(words[0], start)
        while line + 1 < len(paragraphs) and paragraphs[line + 1].start <= start:
            line += 1
        while speaker + 1 < len(passages) and passages[speaker + 1].start <= start:
            speaker += 1
        passage = passages[speaker]
        name = f"{passage.document}#{len(found) + 1}"
        number = paragraphs[line].number
        found.append(
            Sentence(name, passage.document, number, start, start + len(words), words, passage.voice, passage.kind)
        )
    return found
