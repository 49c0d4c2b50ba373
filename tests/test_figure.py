"""The figure widget: its whole state is one JSON trait."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from briefing_lib.figure import Figure, key_of, spec_of, title_of

BARS = go.Figure(go.Bar(x=["a", "b"], y=[1, 2], customdata=["a", "b"]), layout={"title": {"text": "Bars"}})


def spec(figure=BARS, **more):
    return json.loads(spec_of(figure, **more))


def test_everything_is_in_the_first_message():
    shown = Figure(BARS, name="bars", label="two bars")
    state = shown.get_state()
    assert json.loads(state["spec"])["data"][0]["x"] == ["a", "b"]
    assert json.loads(state["spec"])["name"] == "bars"
    assert state["label"] == "two bars"
    assert state["source"].startswith("IPY_MODEL_")
    assert "export default" in state["_esm"]


def test_plotly_is_sent_once_for_all_figures():
    assert Figure(BARS).source is Figure(BARS).source


def test_plotly_is_sent_again_after_all_widgets_were_closed():
    before = Figure(BARS).source
    before.close()
    after = Figure(BARS).source
    assert after is not before
    assert len(after.js) > 1_000_000


def test_the_label_is_the_title_unless_given():
    assert Figure(BARS).label == "Bars"
    shown = Figure(BARS)
    shown.show(go.Figure(layout={"title": {"text": "<b>Lines</b>"}}))
    assert shown.label == "Lines"
    assert repr(shown) == "Figure('Lines')"


def test_the_text_form_is_the_same_for_the_same_figure():
    assert repr(Figure(BARS)) == repr(Figure(BARS)) == "Figure('Bars')"


@pytest.mark.parametrize(
    ("values", "sent"),
    [
        (np.array([1.5, np.nan, np.inf]), [1.5, None, None]),  # not a base64 block: the page and tests can read it
        (pd.Series([1, 2]), [1, 2]),
        (pd.Series(["x", None]), ["x", None]),
        (pd.Series(pd.to_datetime(["2024-05-01"])), ["2024-05-01T00:00:00"]),  # no zone, so no shift
    ],
)
def test_values_are_sent_as_plain_json(values, sent):
    [trace] = spec(go.Figure(go.Scatter(x=list(range(len(values))), y=values)))["data"]
    found = trace["y"]
    assert [v[:19] if isinstance(v, str) and "T" in v else v for v in found] == sent


def test_a_document_cannot_end_the_json():
    text = "</script>\u2028\"'\\"
    assert spec(go.Figure(go.Bar(x=[text], y=[1])))["data"][0]["x"] == [text]


@pytest.mark.parametrize(
    ("customdata", "selected", "expected"),
    [
        (["a", "b"], "b", [1]),
        ([["a", 3], ["b", 4], ["b", 5]], "b", [1, 2]),  # the key is the first of several values
        (["a", "b"], "c", []),
        (["a", "b"], "", None),  # nothing chosen: nothing fades
        (np.array(["a", "b"]), "a", [0]),
    ],
)
def test_points_of_the_chosen_mark_stand_out(customdata, selected, expected):
    figure = go.Figure(go.Scatter(x=[0] * len(customdata), y=[0] * len(customdata), customdata=customdata))
    assert spec(figure, selected=selected)["data"][0].get("selectedpoints") == expected


def test_traces_without_keys_and_heatmaps_do_not_fade():
    figure = go.Figure([go.Scatter(x=[1], y=[1]), go.Heatmap(z=[[1]], customdata=[["a"]])])
    assert all("selectedpoints" not in trace for trace in spec(figure, selected="a")["data"])


def test_texts_of_other_marks_stay_readable():
    figure = go.Figure(go.Scatter(x=[1], y=[1], text=["9"], customdata=["a"]), layout={"font": {"color": "#123456"}})
    assert spec(figure, selected="b")["data"][0]["unselected"]["textfont"] == {"color": "#123456"}


def test_choosing_a_mark_keeps_the_zoom_and_a_new_figure_does_not():
    revision = spec()["layout"]["uirevision"]
    assert spec(selected="a")["layout"]["uirevision"] == revision
    assert spec(go.Figure(go.Bar(x=["a", "b"], y=[1, 3])))["layout"]["uirevision"] != revision


def test_the_figure_given_is_left_as_it_was():
    before = BARS.to_json()
    spec(selected="a")
    Figure(BARS).show(BARS, selected="b")
    assert BARS.to_json() == before


@pytest.mark.parametrize(
    ("customdata", "key"), [("a", "a"), (["a", 1], "a"), (7, "7"), (None, ""), ([], ""), ([None], "")]
)
def test_the_key_of_a_point(customdata, key):
    assert key_of(customdata) == key


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ({"text": "A &amp; B"}, "A & B"),
        (None, ""),
        ("plain", "plain"),
        ({"text": "a<br>b"}, "a b"),
        ({"text": "1 < 2"}, "1 < 2"),
    ],
)
def test_the_title_as_text(title, text):
    assert title_of(go.Figure(layout={"title": title})) == text
