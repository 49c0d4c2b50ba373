"""Bars, points, lines and cells of a figure as SVG."""

from __future__ import annotations

import math
import re
from html import escape
from typing import Any

from briefing_lib.still.scales import Scale
from briefing_lib.still.words import ANCHORS, label, n

COLOURWAY = ("#636EFA", "#EF553B", "#00CC96", "#AB63FA", "#FFA15A", "#19D3F3", "#FF6692", "#B6E880")
FADED = 0.35
_DASHES = {"dot": "2 3", "dash": "7 4", "dashdot": "7 3 2 3", "longdash": "12 5"}
# Corners of a symbol of size 2 around 0, 0.
_CORNERS = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "triangle-up": ((0, -1.15), (1.15, 0.9), (-1.15, 0.9)),
    "triangle-down": ((0, 1.15), (1.15, -0.9), (-1.15, -0.9)),
    "triangle-right": ((1.15, 0), (-0.9, 1.15), (-0.9, -1.15)),
    "triangle-left": ((-1.15, 0), (0.9, 1.15), (0.9, -1.15)),
    "cross": tuple((x * 0.4 if abs(x) < 2 else x / 2 * 1.2, y * 0.4 if abs(y) < 2 else y / 2 * 1.2) for x, y in (
        (-1, -2), (1, -2), (1, -1), (2, -1), (2, 1), (1, 1), (1, 2), (-1, 2), (-1, 1), (-2, 1), (-2, -1), (-1, -1))),
}  # fmt: skip
_RGB = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")  # "#0072B2"


def each(value: Any, index: int, default: Any = None) -> Any:
    """Return what holds for one point of a trace: a value for all, or one of a list.

    >>> each(["a", "b"], 1), each("a", 1), each(None, 1, 7)
    ('b', 'a', 7)
    """
    if isinstance(value, list):
        value = value[index] if index < len(value) else None
    return default if value is None else value


def scatter(trace: dict[str, Any], x: Scale, y: Scale, colour: str, ink: str) -> str:
    """Draw lines, error bars, markers and texts of a trace; ``ink`` is for texts without a colour."""
    xs, ys = trace.get("x") or [], trace.get("y") or []
    points = [None if a is None or b is None else (x.pixel(a), y.pixel(b)) for a, b in zip(xs, ys, strict=False)]
    mode = trace.get("mode") or ("lines+markers" if len(points) < 20 else "lines")
    parts = []
    if "lines" in mode:
        parts.append(_lines(trace, points, colour))
    if trace.get("error_y"):
        parts.append(_errors(trace, points, y, colour))
    if "markers" in mode:
        parts += [_marker(trace, i, point, colour) for i, point in enumerate(points) if point]
    if "text" in mode:
        parts += [_beside(trace, i, point, ink) for i, point in enumerate(points) if point]
    return _group("".join(parts), trace.get("opacity"))


def bars(trace: dict[str, Any], x: Scale, y: Scale, colour: str, base: dict[Any, float], slot: tuple[int, int]) -> str:
    """Draw the bars of a trace.

    Args:
        trace: the bars.
        x: horizontal axis.
        y: vertical axis.
        colour: where the trace has none.
        base: height reached at each place, which stacked bars begin at and raise.
        slot: which of how many bars stand beside each other at a place.
    """
    lying = trace.get("orientation") == "h"
    along, across = (x, y) if lying else (y, x)
    lengths, places = (trace.get("x"), trace.get("y")) if lying else (trace.get("y"), trace.get("x"))
    lengths, places = lengths or [], places or [*range(len(lengths or []))]
    marker = trace.get("marker") or {}
    step = _step(across, places)
    parts = []
    for i, (length, place) in enumerate(zip(lengths, places, strict=False)):
        if length is None or place is None:
            continue
        own = each(trace.get("base"), i)
        begin = along.number(own if own is not None else base.get(place, 0.0))
        end = begin + float(length)
        if own is None:
            base[place] = end
        size = across.length(float(each(trace.get("width"), i, step * 0.8 / slot[1])))
        middle = across.pixel(place)
        if trace.get("width") is None and slot[1] > 1:
            middle += (slot[0] - (slot[1] - 1) / 2) * size
        a, b = sorted((along.pixel(begin), along.pixel(end)))
        box = (a, middle - size / 2, b - a, size) if lying else (middle - size / 2, a, size, b - a)
        fill = escape(str(each(marker.get("color"), i, colour)))
        parts.append(f'<rect {_box(*box)} fill="{fill}"{_opacity(_shown(trace, i, marker))}/>')
    return _group("".join(parts), trace.get("opacity"))


def cells(trace: dict[str, Any], x: Scale, y: Scale, words: bool = True) -> str:
    """Draw the cells of a heatmap, those of one colour as one path, and the texts in them."""
    rows = trace.get("z") or []
    columns = trace.get("x") or [*range(max((len(row) for row in rows), default=0))]
    places = trace.get("y") or [*range(len(rows))]
    known = [value for row in rows for value in row if isinstance(value, (int, float))]
    low = trace["zmin"] if trace.get("zmin") is not None else min(known, default=0)
    high = trace["zmax"] if trace.get("zmax") is not None else max(known, default=1)
    scale = trace.get("colorscale") or [[0, "#DCEAF5"], [1, "#0B4F7D"]]
    wide, tall = x.length(_step(x, columns)), y.length(_step(y, places))
    across, down = trace.get("xgap") or 0, trace.get("ygap") or 0
    paths: dict[str, str] = {}
    texts = []
    size = ((trace.get("textfont") or {}).get("size")) or 11
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            if not isinstance(value, (int, float)):
                continue
            share = min(max((value - low) / ((high - low) or 1), 0), 1)
            cx, cy = x.pixel(columns[j]), y.pixel(places[i])
            left, top = cx - wide / 2 + across / 2, cy - tall / 2 + down / 2
            colour = blend(scale, share)
            w, h = n(wide - across), n(tall - down)
            paths[colour] = paths.get(colour, "") + f"M{n(left)} {n(top)}h{w}v{h}h-{w}z"
            text = each(each(trace.get("text"), i), j) if isinstance(trace.get("text"), list) else None
            if words and text not in (None, ""):
                ink = each(each((trace.get("textfont") or {}).get("color"), i), j) or readable_on(colour)
                texts.append(label(text, cx, cy, size, ink if isinstance(ink, str) else "#000", "middle", 0.5))
    return "".join(f'<path fill="{colour}" d="{path}"/>' for colour, path in paths.items()) + "".join(texts)


def marker_of(trace: dict[str, Any], colour: str, x: float, y: float) -> str:
    """Draw the sign of a trace in the legend."""
    if trace.get("type", "scatter") == "scatter" and "markers" not in (trace.get("mode") or "markers"):
        return _lines(trace, [(x - 9, y), (x + 9, y)], colour)
    if trace.get("type") == "bar":
        fill = each((trace.get("marker") or {}).get("color"), 0, colour)
        return f'<rect {_box(x - 6, y - 6, 12, 12)} fill="{escape(str(fill))}"/>'
    plain = {"marker": {**(trace.get("marker") or {}), "size": 11}}
    return _marker(plain, 0, (x, y), colour)


def blend(scale: list[Any], share: float) -> str:
    """Return the colour at a share of a colour scale.

    >>> blend([[0, "#000000"], [1, "#ffffff"]], 0.5)
    '#808080'
    """
    for (low, first), (high, last) in zip(scale, scale[1:], strict=False):
        if share <= high:
            part = (share - low) / ((high - low) or 1)
            a, b = _RGB.fullmatch(str(first)), _RGB.fullmatch(str(last))
            if not a or not b:
                return escape(str(last if part > 0.5 else first))
            return "#" + "".join(
                f"{round(int(p, 16) + part * (int(q, 16) - int(p, 16))):02x}"
                for p, q in zip(a.groups(), b.groups(), strict=True)
            )
    return escape(str(scale[-1][1]))


def readable_on(colour: str) -> str:
    """Return black or white, whichever can be read on a colour.

    >>> readable_on("#0B4F7D"), readable_on("#DCEAF5")
    ('#fff', '#333')
    """
    match = _RGB.fullmatch(colour)
    light = (
        sum(int(part, 16) * weight for part, weight in zip(match.groups(), (0.3, 0.59, 0.11), strict=True))
        if match
        else 255
    )
    return "#fff" if light < 140 else "#333"


def _step(scale: Scale, places: list[Any]) -> float:
    numbers = sorted({v for v in map(scale.number, places) if math.isfinite(v)})
    return min((b - a for a, b in zip(numbers, numbers[1:], strict=False)), default=1.0)


def _shown(trace: dict[str, Any], index: int, marker: dict[str, Any]) -> float:
    chosen = trace.get("selectedpoints")
    faded = FADED if chosen is not None and index not in chosen else 1
    return float(each(marker.get("opacity"), index, 1)) * faded


def _opacity(value: float) -> str:
    return "" if value >= 1 else f' opacity="{value:.2g}"'


def _group(content: str, opacity: float | None) -> str:
    return content if opacity in (None, 1) or not content else f'<g opacity="{opacity:.2g}">{content}</g>'


def _box(x: float, y: float, width: float, height: float) -> str:
    return f'x="{n(x)}" y="{n(y)}" width="{n(max(width, 0))}" height="{n(max(height, 0))}"'


def _lines(trace: dict[str, Any], points: list[tuple[float, float] | None], colour: str) -> str:
    line = trace.get("line") or {}
    path, pen = "", False
    for point in points:
        if point:
            path += f"{'L' if pen else 'M'}{n(point[0])} {n(point[1])}"
        pen = bool(point)
    dash = _DASHES.get(line.get("dash", ""), "")
    stroke = escape(str(line.get("color") or colour))
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{path}" fill="none" stroke="{stroke}" stroke-width="{n(line.get("width") or 2)}"{dashes}/>'


def _errors(trace: dict[str, Any], points: list[tuple[float, float] | None], y: Scale, colour: str) -> str:
    error = trace["error_y"]
    path = ""
    for i, point in enumerate(points):
        more = each(error.get("array"), i)
        if point and more is not None:
            less = each(error.get("arrayminus"), i, more)
            middle = y.number(trace["y"][i])
            path += f"M{n(point[0])} {n(y.pixel(middle - less))}V{n(y.pixel(middle + more))}"
    stroke = escape(str(error.get("color") or colour))
    return f'<path d="{path}" fill="none" stroke="{stroke}" stroke-width="{n(error.get("thickness") or 1)}"/>'


def _marker(trace: dict[str, Any], index: int, point: tuple[float, float], colour: str) -> str:
    marker = trace.get("marker") or {}
    x, y = point
    radius = float(each(marker.get("size"), index, 6)) / 2
    fill = escape(str(each(marker.get("color"), index, colour)))
    symbol = str(each(marker.get("symbol"), index, "circle"))
    line = marker.get("line") or {}
    width = float(each(line.get("width"), index, 0))
    name, open_ = symbol.removesuffix("-dot").removesuffix("-open"), "-open" in symbol
    style = f'fill="{fill}"'
    if open_ or name == "line-ew":
        style = f'fill="none" stroke="{fill}" stroke-width="{n(max(width, 1.5))}"'
    elif width:
        style += f' stroke="{escape(str(each(line.get("color"), index, "#444")))}" stroke-width="{n(width)}"'
    style += _opacity(_shown(trace, index, marker))
    if name == "line-ew":
        return f'<path d="M{n(x - radius * 1.4)} {n(y)}h{n(radius * 2.8)}" {style}/>'
    if name == "x":
        turned = f' transform="rotate(45 {n(x)} {n(y)})"'
        return f'<polygon points="{_corners("cross", x, y, radius)}" {style}{turned}/>'
    if name in _CORNERS:
        return f'<polygon points="{_corners(name, x, y, radius)}" {style}/>'
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(radius)}" {style}/>'


def _corners(name: str, x: float, y: float, radius: float) -> str:
    return " ".join(f"{n(x + dx * radius)},{n(y + dy * radius)}" for dx, dy in _CORNERS[name])


def _beside(trace: dict[str, Any], index: int, point: tuple[float, float], ink: str) -> str:
    text = each(trace.get("text"), index, "")
    if text == "":
        return ""
    down, _, side = str(each(trace.get("textposition"), index, "middle center")).partition(" ")
    font = trace.get("textfont") or {}
    size = float(each(font.get("size"), index, 12))
    radius = float(each((trace.get("marker") or {}).get("size"), index, 6)) / 2
    x = point[0] + {"left": -radius - 3, "right": radius + 3}.get(side, 0)
    y = point[1] + {"top": -radius - 4, "bottom": radius + size}.get(down, 0)
    # "middle right" stands to the right of its point and so begins there
    anchor = {"left": "end", "right": "start"}.get(side, ANCHORS["center"])
    up = {"top": 1.0, "middle": 0.5}.get(down, 0.0)
    return label(text, x, y, size, str(each(font.get("color"), index, ink)), anchor, up)
