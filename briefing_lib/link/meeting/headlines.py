"""Headlines: their title case and capitals undone, so that the rules of sentences can read them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.tables import Sentence

TITLES = frozenset({"headline", "heading", "caption"})
_TITLE = 120  # characters of the longest line without a stop that is read as a headline
_SMALL = re.compile(
    r"\b(?:A|About|After|Ahead|Amid|An|And|Are|As|At|Be|Before|Between|Both|But|By|Could|Due|During|Eve|"
    r"Expected|For|From|Has|Have|His|Her|In|Into|Is|Likely|Might|Not|Of|Off|On|Or|Over|Set|Should|Since|"
    r"Talks|That|The|Their|To|Upon|Was|Were|While|Will|With|Would)\b"
)


def titled(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence is a headline, a heading or a caption, or a line without a stop in a list of headlines.

    >>> [titled(line, Sentence("d#1", "d", 1, 0, len(line), line, "author", "narration"))
    ...  for line in ("Ruto meets Museveni in Kampala", "Ruto meets Museveni in Kampala.")]
    [True, False]
    """
    if sentence.kind in TITLES:
        return True
    start, end = sentence.start, sentence.end
    if sentence.kind != "narration" or end - start > _TITLE or text[end - 1] in ".!?:;…,”\"’')":
        return False
    return text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n") and text[start].isupper()


def titles_of(text: str, sentences: Sequence[Sentence]) -> list[int]:
    """Return which of the sentences are titles, as ``titled`` tells it.

    >>> line = "Ruto meets Museveni"
    >>> titles_of(line, [Sentence("d#1", "d", 1, 0, len(line), line, "author", "narration")])
    [0]
    """
    # Nearly all narration ends with a stop; to see that first saves the question.
    return [
        at
        for at, sentence in enumerate(sentences)
        if not (sentence.kind == "narration" and text[sentence.end - 1] == ".") and titled(text, sentence)
    ]


def without_title_case(text: str, sentences: Sequence[Sentence]) -> str:
    """Return the text with the little words of Title Case Headlines in small letters, every offset as it was.

    >>> line = "Modi Likely To Meet With Putin In Goa"
    >>> without_title_case(line, [Sentence("d#1", "d", 1, 0, len(line), line, "author", "headline")])
    'Modi likely to Meet with Putin in Goa'
    """
    parts, last, titles = [], 0, set(titles_of(text, sentences))
    for at, sentence in enumerate(sentences):
        if at not in titles and not text[sentence.start : sentence.start + 12].isupper():
            continue
        line = text[sentence.start : sentence.end]
        if line.isupper() and len(line.lower()) == len(line):
            small = line.lower()
        elif at in titles:
            first = len(line.split(" ", 1)[0])
            small = line[:first] + _SMALL.sub(lambda hit: hit.group().lower(), line[first:])
        else:
            continue
        parts += [text[last : sentence.start], small]
        last = sentence.end
    return "".join([*parts, text[last:]]) if parts else text
