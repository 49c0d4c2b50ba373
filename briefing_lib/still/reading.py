"""A document as it is seen where no kernel runs: the same page as in the reader, with the layers chosen there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

from briefing_lib.evidence.document_page import page_html, still_style, style
from briefing_lib.evidence.layers import LAYERS, OPENED, Block, Mark
from briefing_lib.still import HIDDEN

LONGEST = 60_000
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
        layers: layers to show.
        at: number of the mark that is chosen, or -1; it stands out, and is shown whatever its layer.
    """
    chosen = marks[at] if 0 <= at < len(marks) else None
    shown = [m._replace(layer=OPENED) if m is chosen else m for m in marks if m is chosen or m.layer in layers]
    first = next((n for n, block in enumerate(blocks) if chosen and block.end > chosen.start), 0)
    number = len(blocks)
    page = page_html(text, blocks, shown, still=True)
    while len(page) > LONGEST and number > 1:
        number = max(int(number * LONGEST / len(page) * 0.95), 1)
        first = min(first, len(blocks) - number)
        page = page_html(text, blocks[first : first + number], shown, still=True)
    left = len(blocks) - number
    more = f"<p><i>{left:,} of {len(blocks):,} paragraphs are left out here.</i></p>" if left else ""
    legend = " · ".join(
        f'<mark style="{still_style([name])}">{name}</mark> {sum(mark.layer == name for mark in marks):,}'
        for name in LAYERS
        if name in layers
    )
    said = f"<p>{escape(chosen.layer)}: {escape(chosen.note)}</p>" if chosen else ""
    return (
        f'<div class="bl-static">{HIDDEN}<style>{style()}</style><p><b>{escape(heading)}</b><br>{escape(about)}</p>'
        f'<p>{legend}</p>{said}<div style="max-height:640px;overflow:auto">{page}</div>{more}'
        "<p><i>A saved page. Run the notebook to choose layers and documents and to open rows.</i></p></div>"
    )
