"""Heads of titles in a text: 'minister' in 'the foreign minister', 'King' where a line begins."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.title.page import Page

HEADS = (
    *("president", "minister", "premier", "chancellor", "leader", "chief", "secretary", "secretary-general"),
    *("ambassador", "envoy", "king", "queen", "emir", "sultan", "emperor", "pope", "pontiff", "spokesman"),
    *("spokeswoman", "spokesperson", "governor", "speaker", "counterpart", "adviser", "advisor", "negotiator"),
    *("director-general", "commissioner", "chairman", "chairwoman", "chairperson", "head", "taoiseach", "monarch"),
    *("prince", "diplomat", "senator", "general", "director", "representative", "vice-president", "ex-president"),
    *("then-president", "vice-premier", "ex-minister"),
)
# A title broken over two lines
_BROKEN = re.compile(r"\n(?=[a-z])")


@cache
def _heads() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of the heads behind a space, which is found three times as fast as any gap, and at a start.

    The first looks at their first letters before all, which most words of a text are none of.
    """
    heads = {form for head in HEADS for form in (head, head.capitalize(), head.title())}
    letters = (sorted({head[i] for head in heads}) for i in range(min(map(len, heads))))
    first = "".join(f"[{''.join(map(re.escape, several))}]" for several in letters)
    forms = lexicon.pattern_of(heads)
    return re.compile(rf" (?={first})({forms})(?!\w)"), re.compile(rf"({forms})(?!\w)")


def find_heads(page: Page) -> list[tuple[int, int]]:
    """Return where the heads of titles stand: behind a space, and where a line begins.

    >>> from briefing_lib.find.title.page import open_page
    >>> find_heads(open_page("The foreign minister met the king.", [], []))
    [(12, 20), (29, 33)]
    """
    behind_space, at_start = _heads()
    text = page.text
    found = [hit.span(1) for hit in behind_space.finditer(text)]
    lines = [s.start for s in page.sentences if not s.start or text[s.start - 1] == "\n"]
    starting = [hit.span(1) for start in lines if (hit := at_start.match(text, start))]
    breaks = [hit.span(1) for at in _BROKEN.finditer(text) if (hit := at_start.match(text, at.end()))]
    return sorted({*found, *starting, *breaks}) if starting or breaks else found
