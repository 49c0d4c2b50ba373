"""A document as a page of HTML: its paragraphs, who speaks in them, and the marks of its layers.

The text of the page, leaving out what stands at its side, is the document's text to the character, all of it
escaped. Where marks overlap, the words are cut at their borders and each piece names all the marks it belongs
to, innermost first; the style sheet gives each layer a place of its own under or behind the words, so that any
of them can be shown together. Colours come on with a class: ``show-dates`` on something around the page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing_lib.evidence.layers import OPENED, Block, Mark, blocks_of, columns_of
from briefing_lib.tables import columns

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

Spans = list[tuple[int, int, int]]
"""(start, end, number of the mark)"""

LONG = 60_000
"""Characters from which on a browser lays out only the paragraphs that are in sight."""

# Where style sheets are taken away - a notebook not yet trusted - what stands in the element itself is left.
_FILLS = {
    "actors": "rgba(0,114,178,.2)",
    "titles": "rgba(86,180,233,.3)",
    "dates": "rgba(230,159,0,.35)",
    "numbers": "rgba(128,134,144,.3)",
    "topics": "rgba(200,185,0,.25)",
    OPENED: "rgba(255,190,0,.4)",
}
_LINES = {"quotations": "2px solid #009e73", "figures": "2px dashed #d55e00", "meetings": "2px dotted #cc79a7"}

_TOPIC = [column.name for column in columns("topics")].index("topic")


@cache
def style() -> str:
    """Return the style sheet of the page and of the reader around it."""
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


NO_SHEET = {
    "document": "",
    "title": "",
    "about": "No document is left by the filter.",
    "html": "",
    "marks": [],
    "columns": {},
}
"""What `sheet_of` would return where there is no document."""


def sheet_of(
    briefing: Briefing, document: str, marks: Collection[Mark], passages: Briefing | None = None
) -> dict[str, Any]:
    """Return a document as the reader's page shows it, in values that JSON has.

    Args:
        briefing: the tables and the texts.
        document: which document.
        marks: what is marked in it; see `briefing_lib.evidence.layers.marks_of`.
        passages: where its passages are taken from, if not from the briefing: all of them, where it is filtered.
    """
    whole = passages or briefing
    marks = list(marks)
    row = whole.documents[whole.documents["document"] == document].iloc[0]
    return {
        "document": document,
        "title": row["title"] or document,
        "about": _about(row),
        "html": page_html(whole.text(document), blocks_of(whole, document), marks),
        "marks": [
            {"layer": m.layer, "table": m.table, "index": str(m.index), "note": m.note, "values": m.values}
            for m in marks
        ],
        "columns": columns_of(dict.fromkeys(mark.table for mark in marks)),
    }


def page_html(text: str, blocks: Sequence[Block], marks: Sequence[Mark], still: bool = False) -> str:
    """Write a document as HTML.

    Args:
        text: the document's text.
        blocks: its paragraphs, in order; or some that follow one another, for that part of the document.
        marks: what is marked in it.
        still: write for a page without scripts, where a mark says what it is by its ``title``, and nothing is a button.

    Returns:
        A ``div`` of class ``bl-sheet``. ``data-m`` names the marks of a piece by their numbers.

    >>> block = Block(0, 9, 1, "headline", "author", "", True)
    >>> mark = Mark("actors", "mentions", 7, 0, 4, [(0, 4)], "Chad", [])
    >>> print(page_html("Chad <b>&", [block], [mark]).partition("</div>")[2])
    <p role="heading" aria-level="3"><mark class="l-actors" data-m="0">Chad</mark> &lt;b&gt;&amp;</p></div></div>
    """
    spans = sorted((start, end, n) for n, mark in enumerate(marks) for start, end in mark.spans if start < end)
    topics = _topics(blocks, marks)
    parts = [f'<div class="bl-sheet{" bl-long" if len(text) > LONG else ""}">']
    whole = not blocks or blocks[0].paragraph == 1
    done, taken = 0 if whole else blocks[0].start, 0
    running: Spans = []
    for block in blocks:
        parts.append(escape(text[done : block.start], quote=False))
        running = [span for span in running if span[1] > block.start]
        while taken < len(spans) and spans[taken][0] < block.end:
            if spans[taken][1] > block.start:
                running.append(spans[taken])
            taken += 1
        kind = f" bl-{block.kind}" if block.kind else ""
        other = " bl-speaks" if block.voice not in ("", "author") else ""
        heading = ' role="heading" aria-level="3"' if block.kind in ("headline", "heading") else ""
        parts += [
            f'<div class="bl-par{kind}{other}">{_side(block, topics.get(block.start, ()), marks, still)}<p{heading}>',
            *_pieces(text, block, running, marks, still),
            "</p></div>",
        ]
        done = block.end
    rest = text[done:]
    return "".join([*parts, "" if rest.strip() and blocks else escape(rest, quote=False), "</div>"])


def _pieces(text: str, block: Block, spans: Spans, marks: Sequence[Mark], still: bool) -> list[str]:
    """Cut a paragraph wherever a mark begins or ends."""
    edges: dict[int, tuple[list[int], list[int]]] = {block.end: ([], [])}
    for start, end, n in spans:
        edges.setdefault(max(start, block.start), ([], []))[0].append(n)
        edges.setdefault(min(end, block.end), ([], []))[1].append(n)
    parts = []
    on: dict[int, int] = {}  # marks that run here, and how often: a topic's terms may overlap
    at = block.start
    for edge in sorted(edges):
        if edge > at:
            words = escape(text[at:edge], quote=False)
            parts.append(_piece(words, on, marks, still) if on else words)
            at = edge
        begin, stop = edges[edge]
        for n in begin:
            on[n] = on.get(n, 0) + 1
        for n in stop:
            on[n] -= 1
            if not on[n]:
                del on[n]
    return parts


def _piece(words: str, on: dict[int, int], marks: Sequence[Mark], still: bool) -> str:
    inner = sorted(on, key=lambda n: (marks[n].end - marks[n].start, n))
    if still:
        look = still_style([marks[n].layer for n in inner])
        return f'<mark style="{look}" title="{escape(_said(inner, marks))}">{words}</mark>'
    names = " ".join(dict.fromkeys(f"l-{marks[n].layer}" for n in inner))
    return f'<mark class="{names}" data-m="{" ".join(map(str, inner))}">{words}</mark>'


def still_style(layers: Sequence[str]) -> str:
    """Return the look of words that some layers mark, for a page without a style sheet.

    >>> still_style(["actors", "meetings"])
    'color:inherit;background-color:rgba(0,114,178,.2);border-bottom:2px dotted #cc79a7'
    """
    names = [OPENED] if OPENED in layers else layers
    fill = next((_FILLS[name] for name in names if name in _FILLS), "transparent")
    lines = [_LINES[layer] for layer in _LINES if layer in layers]
    sides = [f"border-{side}:{line}" for side, line in zip(("bottom", "top"), lines, strict=False)]
    return ";".join(["color:inherit", f"background-color:{fill}", *sides])


def _said(numbers: list[int], marks: Sequence[Mark]) -> str:
    return "\n".join(f"{marks[n].layer}: {marks[n].note}" for n in numbers)


def _topics(blocks: Sequence[Block], marks: Sequence[Mark]) -> dict[int, list[int]]:
    """Numbers of the marks of topics, by the start of the paragraph they begin in."""
    starts = [block.start for block in blocks]
    found: dict[int, list[int]] = {}
    for n, mark in enumerate(marks):
        if mark.layer == "topics" and starts and 0 <= mark.start < blocks[-1].end:
            found.setdefault(starts[max(bisect_right(starts, mark.start) - 1, 0)], []).append(n)
    return found


def _side(block: Block, topics: Sequence[int], marks: Sequence[Mark], still: bool) -> str:
    """What stands beside a paragraph: its number, who speaks, what it is about."""
    who = f"<b>{escape(block.voice)}</b> " if block.opens or block.voice not in ("", "author") else ""
    kind = f"<i>{escape(block.kind)}</i> " if block.opens and block.kind else ""
    said = f'<span class="bl-voice{"" if block.opens else " bl-again"}">{who}{kind}</span>' if who or kind else ""
    chips = []
    for n in topics:
        name, note = escape(_name(marks[n])), escape(marks[n].note)
        if still:
            chips.append(f'<span style="{still_style(["topics"])}" title="{note}">{name}</span> ')
        else:
            chips.append(
                f'<button type="button" tabindex="-1" class="bl-chip-topic l-topics" data-m="{n}">{name}</button> '
            )
    return f'<div class="bl-side"><span class="bl-number">{block.paragraph}</span> {said}{"".join(chips)}</div>'


def _name(mark: Mark) -> str:
    """``trade-economy`` of a mark of a topic."""
    return mark.values[_TOPIC] if len(mark.values) > _TOPIC else mark.note


def _about(row: Any) -> str:
    words = f"{row['words']:,} words" if row["words"] else ""
    said = [row["title"], row["author"], row["publisher"], row["published"] or "date not known", row["genre"], words]
    return " · ".join(filter(None, said))
