"""Who spoke before: what pronouns and quotations that follow go on with."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing_lib.find.speech.phrases import words_of
from briefing_lib.find.title.page import Page, Source


class Heard(NamedTuple):
    """Somebody who spoke: where, the names (or the words, if nobody is named), whether several, what kind.

    ``words`` is the span that names the source there.
    """

    start: int
    names: tuple[str, ...]
    plural: bool
    kind: str
    words: tuple[int, int] = (0, 0)


BODY = re.compile(
    r"(?:agency|ministry|office|service|group|bank|council|committee|commission|union|party|army|military|police|media"
    r"|embassy|firm|company|station|newspaper)\b"
)
PERSONAL = ("noun", "title", "words", "spokesman", "unlisted", "pronoun", "name", "label")


def hear(page: Page, source: Source, start: int) -> Heard:
    """Note who spoke, for the pronouns and quotations that follow."""
    words = page.text[source.start : source.end].lower()
    names = source.actors
    if not names and source.rule not in ("pronoun", "nobody"):
        names = (words_of(page, source),)
    unnamed = not source.actors or source.rule in ("noun", "words")
    plural = len(names) > 1 or (unnamed and words.endswith("s"))
    personal = source.rule in PERSONAL and not (source.rule == "noun" and BODY.search(words))
    return Heard(start, names, plural, "person" if personal else "organisation", (source.start, source.end))
