"""A plotly figure as an SVG picture, drawn without a browser.

For readers of a saved notebook, where nothing runs: on GitHub, in nbviewer, in an HTML report. It knows bars,
points, lines, heatmaps, shapes, annotations and a legend, which is what the views draw; for anything else it
gives no picture rather than a wrong one. The same figure gives the same bytes.
"""

from __future__ import annotations

import json
from html import escape
from itertools import chain
from typing import Any

import plotly.graph_objects as go

from briefing_lib.figure import spec_of, title_of
from briefing_lib.still import traces
from briefing_lib.still.scales import Scale
from briefing_lib.still.words import ANCHORS, label, lines_of, n, plain
from briefing_lib.view.drawing.theme import width_of

WIDTH = 860
"""Pixels, if the figure does not say."""
GREY = "#737B87"
FONT = "Inter, 'Segoe UI', Roboto, Helvetica, Arial, 'DejaVu Sans', sans-serif"
DRAWN = {"bar", "scatter", "scattergl", "heatmap"}


def draw(figure: go.Figure, selected: str = "", words: bool = True) -> str:
    """Return a figure as SVG, or nothing if it has a kind of trace that is not drawn.

    Args:
        figure: what to draw.
        selected: key of the mark that stands out.
        words: whether the cells of heatmaps show their texts, by far the most of some pictures.

    >>> bars = go.Figure(go.Bar(x=["a", "b"], y=[1, 2]), layout={"title": {"text": "Two <bars>"}})
    >>> picture = draw(bars)
    >>> picture.count("<rect")
    2
    >>> draw(go.Figure(go.Pie(values=[1])))
    ''
    """
    spec = json.loads(spec_of(figure, selected=selected))
    if any(trace.get("type", "scatter") not in DRAWN for trace in spec["data"]):
        return ""
    return _Picture(spec["data"], spec["layout"], words).svg(title_of(figure))


class _Picture:
    def __init__(self, data: list[dict[str, Any]], layout: dict[str, Any], words: bool):
        self.data = [trace for trace in data if trace.get("visible", True) is True]
        self.layout, self.words = layout, words
        self.width, self.height = layout.get("width") or WIDTH, layout.get("height") or 450
        margin = {"l": 80, "r": 80, "t": 100, "b": 80, **(layout.get("margin") or {})}
        self.left, self.right = margin["l"], self.width - margin["r"]
        self.top, self.bottom = margin["t"], self.height - margin["b"]
        font = layout.get("font") or {}
        self.size, self.colour = font.get("size") or 12, font.get("color") or GREY
        xaxis, yaxis = layout.get("xaxis") or {}, layout.get("yaxis") or {}
        x0, x1 = xaxis.get("domain") or (0, 1)
        y0, y1 = yaxis.get("domain") or (0, 1)
        across, down = self.right - self.left, self.bottom - self.top
        lying = any(t.get("type") == "bar" and t.get("orientation") == "h" for t in self.data)
        standing = any(t.get("type") == "bar" and t.get("orientation") != "h" for t in self.data)
        self.x = Scale(xaxis, self._values("x"), self.left + x0 * across, self.left + x1 * across, lying)
        self.y = Scale(yaxis, self._values("y"), self.bottom - y0 * down, self.bottom - y1 * down, standing)

    def svg(self, title: str) -> str:
        shapes = self.layout.get("shapes") or []
        below = [shape for shape in shapes if shape.get("layer") == "below"]
        above = [shape for shape in shapes if shape.get("layer") != "below"]
        parts = chain(
            map(self._shape, below),
            self._axis(self.x, lying=True),
            self._axis(self.y, lying=False),
            self._traces(),
            map(self._shape, above),
            self._titles(),
            self._legend(),
            map(self._annotation, self.layout.get("annotations") or []),
        )
        usual = f' font-size="{n(self.size)}" fill="{escape(self.colour)}"'
        content = "".join(parts).replace(usual, "")  # said once, on the whole
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {n(self.width)} {n(self.height)}" '
            f'width="{n(self.width)}" height="{n(self.height)}" font-family="{escape(FONT)}"{usual} role="img">'
            f"<title>{escape(title)}</title>{content}</svg>"
        )

    def _values(self, name: str) -> list[Any]:
        found: list[Any] = []
        for trace in self.data:
            values = trace.get(name)
            if values is None and trace.get("type") == "heatmap":
                rows = trace.get("z") or []
                count = len(rows) if name == "y" else max((len(row) for row in rows), default=0)
                found += [-0.5, count - 0.5]
            found += values or []
            along = name == ("x" if trace.get("orientation") == "h" else "y")
            if trace.get("type") == "bar" and along and self.layout.get("barmode") == "stack":
                found.append(self._tallest(name))
        return found

    def _tallest(self, name: str) -> float:
        sums: dict[Any, float] = {}
        for trace in self.data:
            if trace.get("type") == "bar":
                places = trace.get("y" if name == "x" else "x") or []
                for place, value in zip(places, trace.get(name) or [], strict=False):
                    sums[place] = sums.get(place, 0) + (value or 0)
        return max(sums.values(), default=0)

    def _traces(self) -> list[str]:
        parts = []
        beside = self.layout.get("barmode") == "group" or not self.layout.get("barmode")
        bars = [trace for trace in self.data if trace.get("type") == "bar"]
        heights: dict[Any, float] = {}
        for trace, colour in self._coloured():
            kind = trace.get("type", "scatter")
            if kind == "heatmap":
                parts.append(traces.cells(trace, self.x, self.y, self.words))
            elif kind == "bar":
                slot = (bars.index(trace), len(bars)) if beside else (0, 1)
                base = heights if self.layout.get("barmode") in ("stack", "relative") else {}
                parts.append(traces.bars(trace, self.x, self.y, colour, base, slot))
            else:
                parts.append(traces.scatter(trace, self.x, self.y, colour, self.colour))
        return parts

    def _coloured(self) -> list[tuple[dict[str, Any], str]]:
        colours = self.layout.get("colorway") or traces.COLOURWAY
        return [(trace, colours[i % len(colours)]) for i, trace in enumerate(self.data)]

    def _axis(self, scale: Scale, lying: bool) -> list[str]:
        axis = scale.axis
        if axis.get("visible") is False:
            return []
        parts = []
        grid = escape(axis.get("gridcolor") or "rgba(128,134,144,0.28)")
        line = escape(axis.get("linecolor") or grid)
        font = axis.get("tickfont") or {}
        size, colour = font.get("size") or self.size, font.get("color") or self.colour
        far = axis.get("side") in ("top", "right")
        edge = (self.top if far else self.bottom) if lying else (self.right if far else self.left)
        angle = axis.get("tickangle")
        ticks = scale.ticks()
        if axis.get("showgrid", True):
            parts.append(self._rules([scale.pixel(tick.at) for tick in ticks], lying, grid))
        if axis.get("zeroline") and scale.kind == "linear":
            colour0 = escape(axis.get("zerolinecolor") or line)
            parts.append(self._rules([scale.pixel(0)], lying, colour0))
        if axis.get("showline"):
            parts.append(self._rules([edge], not lying, line))
        if axis.get("showticklabels", True):
            for tick in ticks:
                at = scale.pixel(tick.at)
                parts.append(self._tick(tick.text, at, edge, lying, far, angle, size, colour))
        title = plain((axis.get("title") or {}).get("text") or "")
        if title:
            rows = max((len(lines_of(tick.text)) for tick in ticks), default=0)
            parts.append(self._axis_title(title, edge, lying, far, rows, ticks, size, colour))
        return parts

    def _rules(self, places: list[float], lying: bool, colour: str) -> str:
        if lying:
            path = "".join(f"M{n(at)} {n(self.y.end)}V{n(self.y.start)}" for at in places)
        else:
            path = "".join(f"M{n(self.x.start)} {n(at)}H{n(self.x.end)}" for at in places)
        return f'<path d="{path}" stroke="{colour}" fill="none"/>' if path else ""

    def _tick(
        self, text: str, at: float, edge: float, lying: bool, far: bool, angle: Any, size: float, colour: str
    ) -> str:
        if not lying:
            return label(text, edge + (8 if far else -8), at, size, colour, "start" if far else "end", 0.5)
        if angle:
            y = edge - 7 if far else edge + 9
            anchor = "start" if (angle < 0) == far else "end"
            return label(text, at, y, size, colour, anchor, 0.5, f'transform="rotate({n(angle)} {n(at)} {n(y)})"')
        return label(text, at, edge - 8 if far else edge + size + 6, size, colour, "middle", 1.0 if far else 0.0)

    def _axis_title(
        self, text: str, edge: float, lying: bool, far: bool, rows: int, ticks: Any, size: float, colour: str
    ) -> str:
        if lying:
            y = edge - 16 - rows * size * 1.3 if far else edge + 22 + rows * size * 1.3
            return label(text, (self.left + self.right) / 2, y, size, colour, "middle")
        room = max((width_of(plain(line), size) for tick in ticks for line in lines_of(tick.text)), default=0)
        x = edge + (room + 26) * (1 if far else -1)
        y = (self.top + self.bottom) / 2
        return label(text, x, y, size, colour, "middle", 0, f'transform="rotate(-90 {n(x)} {n(y)})"')

    def _titles(self) -> list[str]:
        title = self.layout.get("title") or {}
        text = title.get("text") or ""
        font, pad = title.get("font") or {}, title.get("pad") or {}
        size = font.get("size") or 17
        x = float(title.get("x", 0.05)) * self.width + (pad.get("l") or 0)
        y = (pad.get("t") or 12) + size
        anchor = ANCHORS.get(title.get("xanchor") or "left", "start")
        parts = [label(text, x, y, size, font.get("color") or self.colour, anchor)] if text else []
        below = title.get("subtitle") or {}
        if below.get("text"):
            font = below.get("font") or {}
            smaller = font.get("size") or 12
            y += smaller * 1.5 + (len(lines_of(text)) - 1) * size * 1.3
            parts.append(label(below["text"], x, y, smaller, font.get("color") or self.colour, anchor))
        return parts

    def _legend(self) -> list[str]:
        entries = [(t, c) for t, c in self._coloured() if t.get("showlegend", True) and t.get("name")]
        if (
            self.layout.get("showlegend") is False
            or not entries
            or (len(entries) < 2 and not self.layout.get("showlegend"))
        ):
            return []
        legend = self.layout.get("legend") or {}
        upright = legend.get("orientation") != "h"
        widths = [40 + width_of(plain(trace["name"]), self.size) for trace, _ in entries]
        room = 120 if upright else self.right - self.left
        left = self.right + 12 if upright else self.left
        if not upright and sum(widths) > room:  # in several rows, below each other, and from the left edge
            widths = [max(widths)] * len(widths)
            left, room = 14, self.width - 28
        places, x, row = [], 0.0, 0
        for width in widths:
            if x and x + width > room:
                x, row = 0.0, row + 1
            places.append((x, row))
            x += width
        top = self.top + 10 if upright else self.top - 12 - row * 19
        parts = []
        for (trace, colour), (x, row) in zip(entries, places, strict=True):
            at = top + row * 19
            parts.append(traces.marker_of(trace, colour, left + x + 12, at))
            parts.append(label(trace["name"], left + x + 26, at, self.size, self.colour, "start", 0.5))
        return parts

    def _at(self, value: Any, ref: str, scale: Scale) -> float:
        if ref == "paper":
            first, last = (self.left, self.right) if scale is self.x else (self.bottom, self.top)
            return first + float(value) * (last - first)
        return scale.pixel(value)

    def _shape(self, shape: dict[str, Any]) -> str:
        x0, x1 = (self._at(shape[name], shape.get("xref", "x"), self.x) for name in ("x0", "x1"))
        y0, y1 = (self._at(shape[name], shape.get("yref", "y"), self.y) for name in ("y0", "y1"))
        line = shape.get("line") or {}
        width = 2 if line.get("width") is None else line["width"]
        stroke = f' stroke="{escape(line.get("color") or "#444")}" stroke-width="{n(width)}"' if width else ""
        if shape.get("type") == "line":
            dash = ' stroke-dasharray="2 3"' if line.get("dash") else ""
            return f'<path d="M{n(x0)} {n(y0)}L{n(x1)} {n(y1)}"{stroke}{dash}/>'
        fill = escape(shape.get("fillcolor") or "none")
        box = f'x="{n(min(x0, x1))}" y="{n(min(y0, y1))}" width="{n(abs(x1 - x0))}" height="{n(abs(y1 - y0))}"'
        return f'<rect {box} fill="{fill}"{stroke}/>'

    def _annotation(self, note: dict[str, Any]) -> str:
        font = note.get("font") or {}
        size = font.get("size") or self.size
        x = self._at(note.get("x", 0.5), note.get("xref", "x"), self.x) + (note.get("xshift") or 0)
        y = self._at(note.get("y", 0.5), note.get("yref", "y"), self.y) - (note.get("yshift") or 0)
        anchor = ANCHORS["center"] if note.get("xanchor") in (None, "auto", "center") else ANCHORS[note["xanchor"]]
        up = {"top": 0.0, "bottom": 1.0}.get(note.get("yanchor") or "", 0.5)
        y += size if up == 0 else -4 if up == 1 else 0
        angle = note.get("textangle")
        turned = f'transform="rotate({n(angle)} {n(x)} {n(y)})"' if angle else ""
        return label(note.get("text") or "", x, y, size, font.get("color") or self.colour, anchor, up, turned)
