"""The widget that shows a plotly figure in a notebook and says which mark was clicked.

The whole figure travels as one JSON trait and is drawn with ``Plotly.react``, so the page shows the state
the kernel holds, after a reload too. plotly.js comes out of the plotly wheel, once a kernel, and needs no
network. Everything is in the constructor because a page drops later messages of a widget it is slow to open.
"""

from __future__ import annotations

import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import anywidget
import plotly.graph_objects as go
import traitlets
from ipywidgets import Widget, widget_serialization
from plotly.offline import get_plotlyjs
from plotly.utils import PlotlyJSONEncoder

STYLE = """
.bl-figure { flex: 0 0 auto; transition: opacity .1s linear .15s; }
.bl-figure.bl-busy { opacity: .45; cursor: progress; }
.bl-figure-message { padding: 1em; color: var(--jp-ui-font-color2, #666); }
.bl-figure-message[hidden] { display: none; }
/* Words in the page's own ink, light or dark; in a downloaded picture they have the theme's. */
.bl-figure :is(.xtick, .ytick, .g-gtitle, .g-xtitle, .g-ytitle, .legend, .annotation) text {
  fill: var(--jp-content-font-color1, #1f2430) !important; fill-opacity: .82 !important; }
/* Words among the marks: the page's ink, on a rim of the page's ground where lines run behind them. */
.bl-figure .textpoint text[style*="rgb(115, 123, 135)"], .bl-figure text.bartext[style*="rgb(115, 123, 135)"] {
  fill: var(--jp-content-font-color1, #1f2430) !important; fill-opacity: .87;
  paint-order: stroke; stroke: var(--jp-layout-color0, #fff); stroke-width: 3px;
  stroke-linejoin: round; stroke-opacity: .85; }
/* Numbers on pale tiles: plotly's own dark grey is too pale on a middling blue. */
.bl-figure .heatmap-label text[style*="rgb(68, 68, 68)"] { fill: #0b1117 !important; }
.bl-live .bl-static, .bl-live > .jp-OutputArea-child:has(.bl-static) { display: none; }
"""


LONGEST = 90
"""Characters of the label of a mark."""


class Source(anywidget.AnyWidget):
    """plotly.js, sent to the page once and shared by all figures of a kernel."""

    _esm = "export default { render() {} };"
    js = traitlets.Unicode().tag(sync=True)


@cache
def _plotlyjs() -> str:
    return get_plotlyjs()


_source: Source | None = None


def _shared_source() -> Source:
    global _source
    if _source is None or _source.comm is None:  # closed with Widget.close_all()
        _source = Source(js=_plotlyjs())
    return _source


class Figure(anywidget.AnyWidget):
    """A plotly figure on the page.

    Args:
        figure: the figure to show.
        name: file name, without ending, of the PNG or SVG a reader downloads.
        label: what the figure shows, in words, for readers who cannot see it; its title if empty.
        selected: key of the mark that stands out, the others faded; empty for none.

    Traits:
        clicked: ``{"n", "trace", "point", "customdata"}`` of the last click.
        busy: whether the page shows that a new figure is being made.

    >>> shown = Figure(go.Figure(go.Bar(x=["a"], y=[1], customdata=["a"]), layout={"title": {"text": "One bar"}}))
    >>> shown
    Figure('One bar')
    >>> shown.label
    'One bar'
    """

    _esm = Path(__file__).with_suffix(".js")
    _css = STYLE
    spec = traitlets.Unicode("{}").tag(sync=True)
    source = traitlets.Instance(Widget).tag(sync=True, **widget_serialization)
    label = traitlets.Unicode().tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)
    clicked = traitlets.Dict().tag(sync=True)

    def __init__(self, figure: go.Figure, name: str = "", label: str = "", selected: str = "", **traits: Any):
        super().__init__(
            source=_shared_source(),
            spec=spec_of(figure, name, selected),
            label=label or title_of(figure),
            **traits,
        )

    def show(self, figure: go.Figure, name: str = "", label: str = "", selected: str = "") -> None:
        """Show another figure in the same place."""
        with self.hold_sync():
            self.label = label or title_of(figure)
            self.spec = spec_of(figure, name, selected)

    def __repr__(self) -> str:
        return f"Figure({title_of(json.loads(self.spec))!r})"


def spec_of(figure: go.Figure, name: str = "", selected: str = "") -> str:
    """Return a figure as the JSON the page draws; points of the selected mark stand out.

    >>> bars = go.Figure(go.Bar(x=["a", "b"], y=[1, 2], customdata=["a", "b"]))
    >>> json.loads(spec_of(bars, selected="b"))["data"][0]["selectedpoints"]
    [1]
    """
    # Not figure.to_dict(): it packs numbers into base64, which nobody can read or compare.
    parts = {"data": [trace.to_plotly_json() for trace in figure.data], "layout": figure.layout.to_plotly_json()}
    plain = json.loads(json.dumps(parts, cls=PlotlyJSONEncoder))
    if selected:
        _fade_all_but(selected, figure, plain["data"], (plain["layout"].get("font") or {}).get("color") or "#737B87")
    # Zoom is the reader's: kept while only the selection changes, given up with a new figure.
    shape = json.dumps([[trace.get("x"), trace.get("y")] for trace in plain["data"]], cls=PlotlyJSONEncoder)
    plain["layout"].setdefault("uirevision", _checksum(shape))
    return json.dumps({"name": name, **plain}, ensure_ascii=False)


def key_of(customdata: Any) -> str:
    """Return the mark key a point carries: its customdata, or the first item of it.

    >>> key_of("Kenya"), key_of(["Kenya", 3]), key_of(None)
    ('Kenya', 'Kenya', '')
    """
    if isinstance(customdata, (list, tuple)):
        customdata = customdata[0] if customdata else None
    return "" if customdata is None else str(customdata)


def labels_of(figure: go.Figure) -> dict[str, str]:
    """Return what a reader may call the marks of a figure: the key, and what the hover text begins with if it is bare.

    >>> dots = go.Scatter(x=[1], y=[1], customdata=["e7"], hovertext=["<b>Chad, Kenya</b><br>talks<br>2 mentions"])
    >>> labels_of(go.Figure(dots))
    {'e7': 'e7: Chad, Kenya, talks'}
    """
    found: dict[str, str] = {}
    for trace in figure.data:
        texts = trace.hovertext if "hovertext" in trace and trace.hovertext is not None else None
        for key, text in zip(*_flat(_plain(trace.customdata), _plain(texts)), strict=False):
            if key and (key not in found):
                said = _text(", ".join(text.split("<br>")[:2])) if " " not in key and isinstance(text, str) else key
                found[key] = (said if said.startswith(key) else f"{key}: {said}")[:LONGEST]
    return found


def title_of(figure: go.Figure | dict[str, Any]) -> str:
    """Return the title of a figure as plain text.

    >>> title_of({"layout": {"title": {"text": "Trade<br><sup>in dollars</sup>"}}})
    'Trade in dollars'
    """
    layout = figure["layout"] if isinstance(figure, dict) else figure.layout.to_plotly_json()
    title = layout.get("title") or {}
    text = title if isinstance(title, str) else title.get("text") or ""
    return _text(text)


def _text(html: str) -> str:
    """``<b>Trade</b><br>in dollars`` as ``Trade in dollars``."""
    return " ".join(unescape(re.sub(r"<[^<>]*>", lambda tag: " " if "br" in tag[0] else "", html)).split())


def _flat(customdata: Any, texts: Any) -> tuple[list[str], list[Any]]:
    """Keys and hover texts of points, those of a heatmap row by row."""
    if customdata is None:
        return [], []
    keys: list[str] = []
    said: list[Any] = []
    for i, item in enumerate(customdata):
        text = texts[i] if isinstance(texts, (list, tuple)) and i < len(texts) else None
        if isinstance(text, (list, tuple)):
            keys += [key_of(_plain(part)) for part in item]
            said += text
        else:
            keys.append(key_of(_plain(item)))
            said.append(text)
    return keys, said


def _fade_all_but(selected: str, figure: go.Figure, traces: list[dict[str, Any]], ink: str) -> None:
    for trace, plain in zip(figure.data, traces, strict=True):
        if trace.customdata is None or "selectedpoints" not in trace:  # a heatmap cannot fade cells
            continue
        plain["selectedpoints"] = [n for n, point in enumerate(trace.customdata) if key_of(_plain(point)) == selected]
        colour = (plain.get("textfont") or {}).get("color") or ink
        # Numbers beside the points stay readable; plotly would fade them to a fifth.
        faded = {"marker": {"opacity": 0.42}, **({"textfont": {"color": colour}} if isinstance(colour, str) else {})}
        plain.setdefault("unselected", faded)


def _plain(value: Any) -> Any:
    return value.tolist() if hasattr(value, "tolist") else value


def _checksum(text: str) -> str:
    import zlib

    return f"{zlib.crc32(text.encode()):08x}"
