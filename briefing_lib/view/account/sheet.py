"""Draws accounts side by side: rows down, documents across, words on each tile, what differs by colour and by sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from briefing_lib.view.account.beforehand import BEFOREHAND
from briefing_lib.view.account.comparing import AGREES, ALONE, DIFFERS, OWN, SHARED
from briefing_lib.view.account.document_rows import of_documents
from briefing_lib.view.drawing import labels, theme

LIST = "#EFEBDD"
FILLS = {
    AGREES: "#CFE3F2",
    DIFFERS: theme.ORANGE,
    BEFOREHAND: "#E2D6EE",
    ALONE: "#D9DCE0",
    OWN: LIST,
    SHARED: LIST,
}
"""Light enough for dark words on each; what differs has a sign as well."""
SIGNS = {DIFFERS: "≠ ", BEFOREHAND: "← "}
NAMES = {OWN: "list (bold: only here)", SHARED: "list"}
INK = "#1B2027"
LEVEL = 50.0
"""Pixels of a row: three lines of words."""
LINES, LINE = 3, 7
"""Lines of words on a tile, and pixels of a character there."""
LABEL = 26
"""Characters of a line of a row's label."""


class Tile(NamedTuple):
    """What is drawn of an account.

    Attributes:
        key: of its mark.
        words: on the tile, safe to draw.
        hover: lines said of it when pointed at, safe to draw.
        verdict: how it stands to the others.
    """

    key: str
    words: str
    hover: list[str]
    verdict: str


def draw(
    title: str,
    about: str,
    rows: Sequence[Sequence[str]],
    documents: dict[str, str],
    tiles: dict[tuple[int, str], Tile],
    compared: int,
) -> go.Figure:
    """Return the figure.

    Args:
        title: what is seen.
        about: what it rests on.
        rows: label of each row, in one part or two.
        documents: the name to show for each document, in order.
        tiles: for a row's place and a document; an account that is not there is a dash.
        compared: how many rows can differ; those below are lists, and a line parts them.
    """
    figure = theme.sheet(title, about, height=LEVEL * len(rows))
    broken = [_label(row) for row in rows]
    theme.rows_axis(figure, broken)
    figure.update_yaxes(ticktext=[labels.plain(row).replace("&lt;br&gt;", "<br>") for row in broken])
    room = theme.WIDTH - figure.layout.margin.l - figure.layout.margin.r
    grid = [[tiles.get((row, document)) for document in documents] for row in range(len(rows))]
    absent = [(r, c) for r, line in enumerate(grid) for c, tile in enumerate(line) if tile is None]
    dash = {"symbol": "line-ew-open", "size": 7, "color": theme.GREY}
    figure.add_trace(_heatmap(grid, list(documents.values())))
    figure.add_trace(
        go.Scatter(x=[c for _, c in absent], y=[r for r, _ in absent], mode="markers", marker=dash, hoverinfo="skip",
                   showlegend=False)
    )  # fmt: skip
    if 0 < compared < len(rows):
        figure.add_shape(
            type="line", xref="paper", x0=0, x1=1, y0=compared - 0.5, y1=compared - 0.5, line={"color": theme.GREY}
        )
    there = {tile.verdict for tile in tiles.values()}
    for verdict in FILLS:
        if verdict in there and not (verdict == SHARED and OWN in there):
            square = {"symbol": "square", "size": 12, "color": FILLS[verdict]}
            name = SIGNS.get(verdict, "") + NAMES.get(verdict, verdict)
            figure.add_trace(go.Scatter(x=[None], y=[None], mode="markers", marker=square, name=name, hoverinfo="skip"))
    theme.columns_axis(figure, list(documents.values()), room)
    theme.add_legend(figure)
    return figure


def _label(parts: Sequence[str]) -> str:
    return "<br>".join(labels.wrap(part, LABEL, LINES + 1 - len(parts)) for part in parts)


def characters_of(rows: Sequence[Sequence[str]], documents: int) -> int:
    """Return how many characters a line on a tile may have."""
    label = labels.widest(_label(row) for row in rows)
    return max(8, int((theme.WIDTH - label - 46) / documents / LINE) - 1)


def document_names(briefing: Any, documents: Sequence[str]) -> dict[str, str]:
    """Return the name to show for each document."""
    titles = labels.document_names(of_documents(briefing.documents, set(documents), "document", "title", "published"))
    return {document: titles.get(document, document) for document in documents}


def _heatmap(grid: list[list[Tile | None]], titles: list[str]) -> go.Heatmap:
    """Return a tile for each account, with its words; each verdict has its colour."""
    verdicts = list(FILLS)
    steps = len(verdicts)
    stops = [[at / steps, FILLS[verdict]] for n, verdict in enumerate(verdicts) for at in (n, n + 1)]
    return go.Heatmap(
        z=[[verdicts.index(tile.verdict) if tile else None for tile in line] for line in grid],
        zmin=-0.5,
        zmax=steps - 0.5,
        colorscale=stops,
        showscale=False,
        xgap=4,
        ygap=4,
        text=[[tile.words if tile else "" for tile in line] for line in grid],
        texttemplate="%{text}",
        textfont={"size": 11, "family": theme.FONT, "color": INK},
        hovertext=[[_hover(tile, title) for tile, title in zip(line, titles, strict=True)] for line in grid],
        hoverinfo="text",
        hoverongaps=False,
        customdata=[[tile.key if tile else "" for tile in line] for line in grid],
    )


def _hover(tile: Tile | None, title: str) -> str:
    return "<br>".join([labels.plain(title), *tile.hover, tile.verdict]) if tile else ""
