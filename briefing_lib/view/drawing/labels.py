"""Labels of figures: how wide they are, how they are cut and broken, and that their words stay words."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

import pandas as pd

from briefing_lib.counting.at_hand import at_hand

_NARROW, _WIDE = set("iljtfrI.,:;'|()[]- "), set("mwMWGOQCDHNU%@&—")


def width_of(text: str, size: float = 12) -> float:
    """Return about how many pixels a line of text takes, on the wide side.

    >>> width_of("ill") < width_of("MMM")
    True
    """
    units = sum(0.36 if c in _NARROW else 0.86 if c in _WIDE else 0.62 if c.islower() else 0.7 for c in text)
    return units * size


def widest(texts: Iterable[str], size: float = 12) -> float:
    """Return the width of the longest of the lines of some labels, which may contain ``<br>``."""
    return max((width_of(line, size) for text in texts for line in text.split("<br>")), default=0.0)


def shorten(text: str, characters: int = 34) -> str:
    """Cut text at the end of a word where one is near, and say so with an ellipsis.

    >>> shorten("Leaders of the two countries meet in the capital", 30)
    'Leaders of the two countries…'
    """
    text = " ".join(text.split())
    if len(text) <= characters:
        return text
    cut = text[: characters - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > characters * 0.6 else cut).rstrip(" ,;:-") + "…"


def wrap(text: str, characters: int = 16, lines: int = 3) -> str:
    """Break text into lines joined with ``<br>``; what does not fit is cut with an ellipsis.

    >>> wrap("Foreign ministers meet in the capital", 18)
    'Foreign ministers<br>meet in the<br>capital'
    """
    broken: list[str] = []
    for word in " ".join(text.split()).split(" "):
        if broken and len(broken[-1]) + 1 + len(word) <= characters:
            broken[-1] += " " + word
        else:
            broken.append(word)
    if len(broken) > lines:
        broken = [*broken[: lines - 1], " ".join(broken[lines - 1 :])]
    return "<br>".join(shorten(line, characters) for line in broken)


def plain(text: object) -> str:
    """Return text as plotly must get it to show it as it is: no tags, no formulas.

    >>> plain("<b>$5 and $6</b>")
    '&lt;b&gt;&#36;5 and &#36;6&lt;/b&gt;'
    """
    return html.escape(str(text), quote=False).replace("$", "&#36;")


def document_names(documents: pd.DataFrame, characters: int = 34) -> dict[str, str]:
    """Return a readable name, different for each document: its title, cut short, else its stem.

    Args:
        documents: the table.
        characters: greatest length.
    """
    return dict(at_hand(_document_names, documents, characters=characters))


def _document_names(documents: pd.DataFrame, characters: int) -> dict[str, str]:
    names: dict[str, str] = {}
    taken: set[str] = set()
    row: Any
    for row in documents[["document", "title", "published"]].fillna("").itertuples(index=False):
        name = shorten(row.title or row.document, characters)
        for more in (row.published, row.document):
            if name in taken and more:
                more = shorten(str(more), 14)
                name = f"{shorten(row.title or row.document, max(8, characters - len(more) - 3))} ({more})"
        while name in taken:
            name += "·"
        taken.add(name)
        names[row.document] = name
    return names


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "paragraph"), count(2, "country")
    ('1 paragraph', '2 countries')
    """
    if number != 1:
        noun = noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"
    return f"{number:,} {noun}"


def percent(part: float, whole: float) -> str:
    """Return a share, with a decimal only where it is small.

    >>> percent(1, 8), percent(1, 300), percent(0, 0)
    ('12 %', '0.3 %', '–')
    """
    if not whole:
        return "–"
    share = 100 * part / whole
    return f"{share:.0f} %" if share >= 1 or not share else f"{share:.1f} %"


def lines_of(text: str, pixels: float, size: float = 12) -> list[str]:
    """Break text into lines of at most so many pixels, at its spaces."""
    lines = [""]
    for word in text.split():
        if width_of(f"{lines[-1]} {word}", size) > pixels and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def ranked(values: pd.Series, most: int) -> list[str]:
    """Return the values that stand most often in a column, the most frequent first, equal ones by name.

    >>> ranked(pd.Series(["b", "a", "c", "b", "c"]), 2)
    ['b', 'c']
    """
    counts = values.value_counts()
    return sorted(counts.index.tolist(), key=lambda value: (-counts[value], value))[:most]


_POWERS = ((1e12, "tn", "trillion"), (1e9, "bn", "billion"), (1e6, "m", "million"), (1e3, "k", "thousand"))


def amount(value: float, unit: str = "") -> str:
    """Return a number with at most four significant digits, a suffix for its size, and its unit.

    >>> amount(240.1e9, "USD"), amount(26.3, "percent"), amount(1_500, "aircraft")
    ('240.1 bn USD', '26.3 %', '1.5 k aircraft')
    """
    power, suffix = next(((p, s) for p, s, _ in _POWERS if abs(value) >= p), (1.0, ""))
    return " ".join(part for part in (f"{value / power:.4g}", suffix, "%" if unit == "percent" else unit) if part)


def scale(most: float) -> tuple[float, str]:
    """Return what to divide the numbers of an axis by, and the word for it.

    >>> scale(3.2e11)
    (1000000000.0, 'billion')
    """
    return next(((power, word) for power, _, word in _POWERS if most >= power), (1.0, ""))
