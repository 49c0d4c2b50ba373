"""A document as it is seen where no kernel runs: the same page as in the reader, with the layers chosen there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

from briefing_lib.document_page import page_html, style
from briefing_lib.layers import LAYERS, OPENED, Block, Mark
from briefing_lib.still import HIDDEN

LONGEST = 75_000
"""Most characters of the page; of a longer document the part around the chosen mark is shown."""


def still_page(
    heading: str,
    about: str,
    text: str,
    blocks: Sequence[Block],
    marks: Sequence[Mark],
    layers: Collection[str],
    at: int = -1,
) -> str:
    """Return a document with some layers as HTML that needs neither kernel nor script.

    Args:
        heading: title of the document.
        about: what else is known of it.
        text: its text.
        blocks: its paragraphs.
        marks: what is marked in it.
        layers: layers to show; the place a reader was sent to is always shown.
        at: number of the mark that is chosen, or -1.
    """
    chosen = marks[at] if 0 <= at < len(marks) else None
    shown = [mark for mark in marks if mark.layer in layers or mark.layer == OPENED]
    first = next((n for n, block in enumerate(blocks) if chosen and block.end > chosen.start), 0)
    number = len(blocks)
    page = page_html(text, blocks, shown, still=True)
    while len(page) > LONGEST and number > 1:
        number = max(int(number * LONGEST / len(page) * 0.95), 1)
        first = min(first, len(blocks) - number)
        page = page_html(text, blocks[first : first + number], shown, still=True)
    left = len(blocks) - number
    more = f"<p><i>{left:,} of {len(blocks):,} paragraphs are left out here.</i></p>" if left else ""
    classes = " ".join(f"show-{name}" for name in layers)
    legend = " · ".join(
        f'<mark class="bl-swatch l-{name}">{name}</mark> {sum(mark.layer == name for mark in marks):,}'
        for name in LAYERS
        if name in layers
    )
    said = f"<p>{escape(chosen.layer)}: {escape(chosen.note)}</p>" if chosen else ""
    return (
        f'<div class="bl-static">{HIDDEN}<style>{style()}</style><div class="{classes}">'
        f"<p><b>{escape(heading)}</b><br>{escape(about)}</p>"
        f'<div class="bl-sheet" style="line-height:1.6">{legend}</div>{said}{page}</div>{more}'
        "<p><i>A saved page. Run the notebook to choose layers and documents and to open rows.</i></p></div>"
    )
