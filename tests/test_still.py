"""What a saved notebook shows: a picture drawn without a browser, sentences and table in HTML without scripts."""

from __future__ import annotations

import re
import sys
from base64 import b64decode
from functools import partial
from itertools import pairwise
from xml.etree import ElementTree

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.formatters import DisplayFormatter
from small_briefing import meetings, names, small
from view_samples import corpus, empty

from briefing_lib import view
from briefing_lib.evidence import evidence
from briefing_lib.explore import explore
from briefing_lib.still import still
from briefing_lib.still.drawing import draw
from briefing_lib.still.scales import Scale, milliseconds
from briefing_lib.still.words import label, plain
from briefing_lib.view import View

SVG = "{http://www.w3.org/2000/svg}"
VIEWS = ("overview", "topics", "chronology", "cooccurrence", "statistics", "sources")


def parts(figure: go.Figure, tag: str, **more) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(draw(figure, **more)).iter(SVG + tag))


def texts(figure: go.Figure) -> list[str]:
    return ["".join(part.itertext()) for part in parts(figure, "text")]


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_is_drawn_as_a_page_of_less_than_100_kb(name):
    briefing = corpus(30)
    shown = getattr(view, name)(briefing)
    picture = draw(shown.figure)
    ElementTree.fromstring(picture)
    page = still(shown, "said", "", partial(evidence, briefing))
    assert "<img " in page
    assert len(page.encode()) < 100_000
    assert page == still(getattr(view, name)(briefing), "said", "", partial(evidence, briefing)), "same in, same out"


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_of_nothing_is_drawn_too(name):
    shown = getattr(view, name)(empty())
    assert draw(shown.figure)
    assert still(shown, "", "", partial(evidence, empty()))


def test_bars_stand_where_plotly_puts_them():
    figure = go.Figure(go.Bar(x=["a", "b"], y=[1, 2]), layout={"height": 400, "width": 600})
    first, second = parts(figure, "rect")
    assert float(first.get("y")) + float(first.get("height")) == 320, "on the line of 0: height less margin"
    assert float(second.get("height")) == pytest.approx(2 * float(first.get("height")), abs=0.2)
    assert float(first.get("x")) + float(first.get("width")) < float(second.get("x"))


def test_lying_and_stacked_bars():
    traces = [go.Bar(y=["a", "b"], x=[3, 1], orientation="h"), go.Bar(y=["a", "b"], x=[2, 2], orientation="h")]
    boxes = parts(go.Figure(traces, layout={"barmode": "stack"}), "rect")
    assert float(boxes[0].get("x")) + float(boxes[0].get("width")) == pytest.approx(float(boxes[2].get("x")), abs=0.2)
    assert boxes[0].get("y") == boxes[2].get("y")
    grouped = parts(go.Figure(traces, layout={"barmode": "group"}), "rect")
    assert grouped[0].get("y") != grouped[2].get("y")


def test_a_line_breaks_where_a_value_is_missing():
    [path] = [p for p in parts(go.Figure(go.Scatter(x=[1, 2, None, 3, 4], y=[1, 2, None, 3, 4], mode="lines")), "path")
              if p.get("stroke-width") == "2"]  # fmt: skip
    assert path.get("d").count("M") == 2
    assert path.get("d").count("L") == 2


@pytest.mark.parametrize(
    "symbol", ["circle", "square-open", "diamond", "x", "cross", "triangle-up-open", "line-ew-open", "star"]
)
def test_symbols(symbol):
    figure = go.Figure(go.Scatter(x=[1], y=[1], mode="markers", marker={"symbol": symbol, "color": "#123456"}))
    assert "#123456" in draw(figure)


def test_cells_of_one_colour_are_one_path_and_show_their_texts():
    figure = go.Figure(
        go.Heatmap(z=[[1, 1], [0, None]], text=[["p", "q"], ["r", ""]], colorscale=[[0, "#000000"], [1, "#ffffff"]])
    )
    fills = [part.get("fill") for part in parts(figure, "path")]
    assert {"#000000", "#ffffff"} <= set(fills)
    assert len(fills) == len(set(fills)) + fills.count("none") - ("none" in fills)
    assert {"p", "q", "r"} <= set(texts(figure))
    assert not {"p", "q", "r"} & {"".join(part.itertext()) for part in parts(figure, "text", words=False)}


def test_the_chosen_mark_stands_out():
    figure = go.Figure(go.Bar(x=["a", "b"], y=[1, 2], customdata=["a", "b"]))
    assert [box.get("opacity") for box in parts(figure, "rect", selected="b")] == ["0.35", None]


def test_legend_title_shapes_and_notes():
    figure = go.Figure(
        [go.Scatter(x=[1], y=[1], name="held"), go.Scatter(x=[2], y=[2], name="denied")],
        layout={
            "title": {"text": "<b>Talks &amp; calls</b>", "subtitle": {"text": "by day"}},
            "shapes": [{"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": 1, "y1": 2, "fillcolor": "#abcdef"}],
            "annotations": [{"text": "two<br>lines", "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper"}],
            "xaxis": {"title": {"text": "day"}},
        },
    )
    assert {"Talks & calls", "by day", "held", "denied", "twolines", "day"} <= set(texts(figure))
    assert [box.get("fill") for box in parts(figure, "rect")] == ["#abcdef"]


def test_what_cannot_be_drawn_gives_no_picture_and_still_a_page():
    figure = go.Figure(go.Pie(labels=["a"], values=[1]), layout={"title": {"text": "Shares"}})
    assert draw(figure) == ""
    page = still(View(figure, pd.DataFrame({"n": [1]}), {}), "said", "", lambda rows, naming: [])
    assert "<img" not in page
    assert "<b>Shares</b>" in page
    assert "Table behind the figure, 1 rows" in page or "<table" in page


@pytest.mark.parametrize(
    ("axis", "values", "kind", "ends"),
    [
        ({}, [1, 2], "linear", (1, 2)),
        ({}, ["a", "b", "a"], "category", (0, 1)),
        ({}, ["2024-05", "2024-06-01"], "date", (milliseconds("2024-05"), milliseconds("2024-06-01"))),
        ({"type": "category"}, ["2024", "2023"], "category", (0, 1)),
        (
            {"range": ["2024-01-01", "2025-01-01"], "type": "date"},
            [],
            "date",
            (milliseconds("2024"), milliseconds("2024")),
        ),
    ],
)
def test_kinds_of_axis(axis, values, kind, ends):
    scale = Scale(axis, values, 0, 100)
    assert scale.kind == kind
    if values:
        assert (scale.number(values[0]), scale.number(values[1])) == ends
        assert 0 < scale.pixel(values[0]) < 100
    else:
        assert [tick.text for tick in scale.ticks()][0] == "Jan<br>2024"


def test_an_axis_may_run_backwards():
    assert Scale({"range": [10, 0]}, [], 0, 100).pixel(10) == 0
    assert Scale({"autorange": "reversed"}, [0, 10], 0, 100).pixel(10) < Scale({}, [0, 10], 0, 100).pixel(10)


@given(st.floats(-1e12, 1e12), st.floats(1e-6, 1e12), st.integers(2, 12))
def test_ticks_rise_and_stay_inside(low, span, most):
    span = max(span, abs(low) * 1e-9)  # below that, numbers themselves run out
    scale = Scale({"range": [low, low + span], "nticks": most}, [], 0, 500)
    ticks = scale.ticks()
    assert len(ticks) <= most + 2
    assert all(a.at < b.at for a, b in pairwise(ticks))
    assert all(-1 <= scale.pixel(tick.at) <= 501 for tick in ticks)


@given(st.dates(), st.integers(1, 20_000))
def test_ticks_of_dates_rise(day, days):
    first = milliseconds(day.isoformat())
    scale = Scale({"type": "date", "range": [first, first + days * 86_400_000.0]}, [], 0, 500)
    ticks = scale.ticks()
    assert len(ticks) <= 14
    assert all(a.at < b.at for a, b in pairwise(ticks))


@given(st.text(max_size=80))
def test_any_label_is_well_formed(text):
    printable = "".join(c for c in text if c.isprintable())
    element = ElementTree.fromstring(label(printable, 0, 0, 12, "#000"))
    assert element.tag == "text"


@pytest.mark.parametrize(("html", "text"), [("<b>a</b> &lt;b&gt;", "a <b>"), ("a < b", "a < b"), ("<sup>x</sup>", "x")])
def test_labels_without_tags(html, text):
    assert plain(html) == text


def outputs(explorer, monkeypatch) -> list[dict]:
    published: list[dict] = []
    module = sys.modules["briefing_lib.explore"]  # the name itself is the function
    monkeypatch.setattr(module, "display", lambda data, raw: published.append(data))
    DisplayFormatter().ipython_display_formatter(explorer)
    return published


def test_a_cell_shows_the_page_and_then_the_widget(monkeypatch):
    explorer = explore(names, small(), kind="state")
    explorer.select("Peru")
    page, widget = outputs(explorer, monkeypatch)
    assert set(page) == {"text/html", "text/plain"}
    assert set(widget) == {"application/vnd.jupyter.widget-view+json", "text/plain"}
    assert page["text/plain"] == widget["text/plain"] == "Explorer(names: 3 marks, 8 rows)"
    html = page["text/html"]
    assert "All 3 documents. kind: state, least: 1, only: all, sorted by name: no." in html
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "<details open><summary><b>Peru</b>: 3 mentions</summary>" in html, "the chosen mark first, and open"
    picture = b64decode(re.search(r"base64,([^\"]+)\"", html)[1]).decode()
    assert picture.startswith("<svg")
    assert 'opacity="0.35"' in picture


def test_events_show_some_of_their_places():
    briefing = small()
    page = still(meetings(briefing), "", "", partial(evidence, briefing))
    assert "<b>e2</b>: 1 event" in page
    assert page.count("<blockquote>") == 3
