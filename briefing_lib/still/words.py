"""Text in a picture: lines, bold and italic, from the little HTML that plotly allows."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

_BREAK = re.compile(r"<br\s*/?>|\n")
_STYLES = {
    "b": 'font-weight="bold"',
    "strong": 'font-weight="bold"',
    "i": 'font-style="italic"',
    "em": 'font-style="italic"',
}
# <b>..</b>, <i>..</i>; every other tag is dropped and its words kept
_PIECE = re.compile(r"<(b|strong|i|em)>(.*?)</\1>|([^<]+)|<[^<>]*>|(<)", re.DOTALL)
ANCHORS = {"left": "start", "center": "middle", "right": "end", "auto": "start"}


def lines_of(text: Any) -> list[str]:
    """Split a label into its lines.

    >>> lines_of("a<br>b")
    ['a', 'b']
    """
    return _BREAK.split(str(text))


def plain(text: Any) -> str:
    """Return a label without tags, as the characters it shows.

    >>> plain("<b>A &amp; B</b>")
    'A & B'
    """
    return unescape("".join(match[2] or match[3] or match[4] or "" for match in _PIECE.finditer(str(text))))


def label(
    text: Any, x: float, y: float, size: float, colour: str, anchor: str = "start", up: float = 0, more: str = ""
) -> str:
    """Write a label of one or more lines.

    Args:
        text: what it says, in plotly's HTML.
        x: place the lines start at, end at or stand around.
        y: base line of the first line where ``up`` is 0; middle of all for 0.5; base line of the last for 1.
        size: of the letters, in pixels.
        colour: of the letters.
        anchor: start, middle or end.
        up: share of the block's height that stands above ``y``.
        more: attributes.

    >>> label("<b>1 &lt; 2</b>", 5, 9, 12, "#000")
    '<text x="5" y="9" font-size="12" fill="#000"><tspan font-weight="bold">1 &lt; 2</tspan></text>'
    """
    lines = lines_of(text)
    lead = size * 1.3
    y = y - up * (len(lines) - 1) * lead + (0.36 * size if up == 0.5 else 0)
    attributes = f'font-size="{n(size)}" fill="{escape(colour)}"' + (
        f' text-anchor="{anchor}"' if anchor != "start" else ""
    )
    attributes += f" {more}" if more else ""
    if len(lines) == 1:
        return f'<text x="{n(x)}" y="{n(y)}" {attributes}>{_pieces(lines[0])}</text>'
    spans = "".join(f'<tspan x="{n(x)}" y="{n(y + lead * i)}">{_pieces(line)}</tspan>' for i, line in enumerate(lines))
    return f"<text {attributes}>{spans}</text>"


def _pieces(line: str) -> str:
    found = []
    for match in _PIECE.finditer(line):
        if match[1]:
            found.append(f"<tspan {_STYLES[match[1]]}>{escape(plain(match[2]))}</tspan>")
        elif match[3] or match[4]:
            found.append(escape(unescape(match[3] or match[4])))
    return "".join(found)


def n(value: float) -> str:
    """Write a number short: pixels need one decimal.

    >>> n(3.0), n(3.14), n(-0.01)
    ('3', '3.1', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
