"""Pieces of evidence as HTML: the words marked, everything that comes from a document escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_lib.evidence.pieces import Evidence

LONGEST = 700
"""Characters of a stretch, highlighted or not, that `to_html` shows before it leaves out its middle."""

STYLE = """<style>
.bl-evidence { font-size: 13px; line-height: 1.5; color: var(--jp-content-font-color1, inherit); }
.bl-evidence ol { margin: 0; padding-left: 2.4em; }
.bl-evidence li { margin: 0 0 .7em; }
.bl-evidence blockquote { margin: 0; padding: 0; border: 0; font-size: 14px; color: inherit; }
.bl-evidence mark { background: rgba(255, 190, 0, .38); color: inherit; padding: 0 .1em; border-radius: 2px; }
.bl-evidence .bl-where, .bl-evidence .bl-note { color: var(--jp-content-font-color2, inherit); opacity: .85; }
.bl-evidence .bl-note { font-size: 12px; }
.bl-evidence .bl-open { font: inherit; color: var(--jp-content-link-color, #0072b2); background: none;
  border: 0; padding: 0;
  text-decoration: underline; cursor: pointer; }
</style>"""


def to_html(pieces: Sequence[Evidence], first: int = 1, style: bool = True, opens: bool = False) -> str:
    """Write pieces of evidence as HTML, words marked, everything from a document escaped.

    Args:
        pieces: what `evidence` returned, or a page of it.
        first: number of the first piece.
        style: begin with the style sheet; leave it out for a second block of the same page.
        opens: add buttons that open a piece in its document; see `briefing_lib.page.opener`.

    Returns:
        A ``div`` of class ``bl-evidence``; readable without its style sheet too.

    >>> from briefing_lib.evidence.pieces import Evidence
    >>> piece = Evidence("mentions", 0, "a", "", "2024", 3, "author", 0, "<b>Chad</b> replied.", [(3, 7)], "")
    >>> print(to_html([piece], style=False))  # doctest: +ELLIPSIS
    <div class="bl-evidence"><ol start="1"><li><blockquote>&lt;b&gt;<mark>Chad</mark>&lt;/b&gt; replied.</blockquote>...
    """
    items = "".join(item_html(piece, first + n if opens else 0) for n, piece in enumerate(pieces))
    body = f'<ol start="{first}">{items}</ol>' if pieces else "<p>No words to show.</p>"
    return f'{STYLE if style else ""}<div class="bl-evidence">{body}</div>'


def item_html(piece: Evidence, number: int = 0) -> str:
    """Write one piece of evidence as an item of a list, with a button of that number if it is not 0."""
    where = [f"{piece.document}: {piece.title}" if piece.title else piece.document]
    where.append(piece.published or "date not known")
    where.append(f"paragraph {piece.paragraph}")
    where.append(f"voice: {piece.voice}" if piece.voice else "voice not known")
    note = f'<div class="bl-note">{escape(piece.note)}</div>' if piece.note else ""
    button = f' <button type="button" class="bl-open" value="{number}">open in the document</button>' if number else ""
    return (
        f"<li><blockquote>{_marked(piece)}</blockquote>"
        f'<div class="bl-where">{escape(" · ".join(where))}{button}</div>{note}</li>'
    )


def _marked(piece: Evidence) -> str:
    done, parts = 0, []
    for start, end in sorted(piece.highlights):
        start = max(start, done)
        if start < end:
            parts += [_cut(piece.text[done:start]), f"<mark>{_cut(piece.text[start:end])}</mark>"]
            done = end
    return "".join([*parts, _cut(piece.text[done:])])


def _cut(stretch: str) -> str:
    if len(stretch) > LONGEST:
        half = LONGEST // 2
        stretch = f"{stretch[:half]} [… {len(stretch) - 2 * half:,} characters …] {stretch[-half:]}"
    return escape(stretch)
