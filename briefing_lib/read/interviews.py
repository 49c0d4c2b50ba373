"""Interviews that name nobody: turns told by dashes, by italics, or by questions that stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.read.labels import read_label
from briefing_lib.read.lines import NAME, given_names
from briefing_lib.read.paragraphs import Paragraph
from briefing_lib.read.speakers import FIRST_PERSON, Turn, asks

# 'an interview with', 'spoke to our correspondent'
INTERVIEW = re.compile(
    r"\b(?:interview|q ?& ?a|in conversation|talks? to|talked (?:to|with)|spoke (?:to|with)|sat down with|asked"
    r"|correspondent|told us|questions?)\b",
    re.IGNORECASE,
)
# '*Why now?*', '<b>Why now?</b>'
_EMPHASISED = re.compile(
    r"(\*\*|__|\*|_|<b>|<strong>|<i>|<em>)(?P<words>[^*_<>]{4,600})(?:\*\*|__|\*|_|</b>|</strong>|</i>|</em>)$"
)
# '— Why now?'
_DASH = re.compile(r"[–—-]\s*(?=\S)")
# 'By Ann Lee', 'Interview: Ann Lee | 12 June 2008'
_SIGNED = re.compile(rf"(?:(?:interview(?:ed)?|questions|text|words)(?: by)?:?|by)\s+(?-i:{NAME})", re.IGNORECASE)
_ADDRESSED = re.compile(r"\b(?:you|your|minister|president|ambassador|excellency|sir|madam)\b", re.IGNORECASE)


def read_unlabelled_turns(paragraphs: Sequence[Paragraph], is_article: Sequence[bool]) -> list[Turn | None]:
    r"""Return the turns of an interview that names nobody: told by dashes, italics, or questions that stand alone.

    Args:
        paragraphs: the document's paragraphs.
        is_article: for each, whether it is headline, byline, caption or of the page, and so opens no turn.

    >>> from briefing_lib.read.paragraphs import split_paragraphs
    >>> p = split_paragraphs("— Why did you go?\n— I had to.\n— And will you stay?\n— We shall see.")
    >>> [t and t.kind for t in read_unlabelled_turns(p, [False] * 4)]
    ['question', 'answer', 'question', 'answer']
    """
    none: list[Turn | None] = [None] * len(paragraphs)
    dashed = [i for i, p in enumerate(paragraphs) if _DASH.match(p.text)]
    if len(dashed) >= 4 and asks(paragraphs[dashed[0]].text) and len(dashed) >= 0.5 * (len(paragraphs) - dashed[0]):
        asked = sum(asks(paragraphs[i].text) for i in dashed[::2])
        if asked >= 0.7 * len(dashed[::2]) and sum(asks(paragraphs[i].text) for i in dashed[1::2]) < 0.5 * asked:
            for order, i in enumerate(dashed):
                none[i] = Turn("answer" if order % 2 else "question", "", 0)
            return none
    candidates = [
        i
        for i, p in enumerate(paragraphs)
        if not is_article[i] and p.text[-1] in '?*_>”"' and len(p.text) < 500 and asks(p.text)
    ]
    emphasised = [i for i in candidates if _EMPHASISED.match(paragraphs[i].text)]
    intro = " ".join(p.text for p in paragraphs[: candidates[0]])[:3000] if candidates else ""
    chosen = emphasised if len(emphasised) >= 2 else candidates
    opens = next((i for i, other in enumerate(is_article) if not other), 0)
    several = len(chosen) >= 3 and (bool(emphasised) or chosen[0] <= opens + 1)
    if len(chosen) < 2 or not (several or INTERVIEW.search(intro)):
        return none
    answers = [
        (start + 1, end) for start, end in zip(chosen, [*chosen[1:], len(paragraphs)], strict=True) if end > start + 1
    ]
    personal = sum(any(FIRST_PERSON.search(p.text) for p in paragraphs[start:end]) for start, end in answers)
    addressed = sum(_ADDRESSED.search(paragraphs[i].text) is not None for i in chosen)
    if len(answers) < 2 or personal < 0.6 * len(answers) or addressed < 0.4 * len(chosen):
        return none
    for i in chosen:
        none[i] = Turn("question", "", 0)
    for start, _ in answers:
        none[start] = Turn("answer", "", 0)
    return none


def is_asked_by_author(paragraphs: Sequence[Paragraph], kinds: Sequence[str], turns: Sequence[Turn | None]) -> bool:
    r"""Tell whether the author of a piece asks its questions: under his own name, or under his paper's.

    A byline names the author, all questions have one label, and that is the author's name or stands above the first of
    them, whole or (for 'BT') by its first letters.

    >>> from briefing_lib.read.paragraphs import split_paragraphs
    >>> p = split_paragraphs("By Ann Lee\nHe spoke to the Border Times.\nBorder Times: Why?\nJoe Doe: Because.")
    >>> turns = [None, None, Turn("question", "", 14), Turn("speaker", "Joe Doe", 9)]
    >>> is_asked_by_author(p, ["byline", "", "", ""], turns), is_asked_by_author(p, ["", "", "", ""], turns)
    (True, False)
    """
    first = next((i for i, turn in enumerate(turns) if turn), 0)
    signed = [p.text for p, kind in zip(paragraphs[:first], kinds, strict=False) if kind == "byline"]
    names = [line for line in signed if _SIGNED.match(line) or line.split()[0] in given_names()]
    if not names:
        return False
    labels = {
        read.name if read.form == "colon" else ""
        for p, turn in zip(paragraphs, turns, strict=True)
        if turn and turn.kind == "question" and turn.length and (read := read_label(p.text))
    }
    label = labels.pop() if len(labels) == 1 else ""
    above = " ".join(p.text for p in paragraphs[:first])
    if not label:
        return False
    if label.isupper() and 1 < len(label) < 5:
        initials = r"\s+".join(rf"{letter}[\w’'-]+" for letter in label)
        return re.search(rf"\b{label}\b|\b{initials}", above) is not None
    return len(label) > 3 and re.search(rf"\b{re.escape(label)}\b", above, re.IGNORECASE) is not None
