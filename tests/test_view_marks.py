"""Every view with every value of its controls: figures are valid, and each mark opens the rows it counts."""

from __future__ import annotations

import inspect
import re
from typing import Annotated, Literal, get_args, get_origin, get_type_hints

import pandas as pd
import plotly.graph_objects as go
import pytest
from view_samples import corpus, empty, where

from briefing_lib import view
from briefing_lib.view.choices import From, Range
from briefing_lib.view.words.parts import Parts, part_options

NAMES = [name for name in view.__all__ if name != "View"]
SAMPLES = {"none": empty(), "one": corpus(1), "five": corpus(5), "forty": corpus(40)}
SAMPLES["filtered"] = where(SAMPLES["five"], {"003_wire", "004_wire"})


def settings(name):
    """Return the defaults, and each other value of each control, one at a time."""
    function = getattr(view, name)
    found = [{}]
    for control, hint in get_type_hints(function, include_extras=True).items():
        if control in ("briefing", "return"):
            continue
        kind, extra = hint, None
        if get_origin(hint) is Annotated:
            kind, extra = get_args(hint)
        if get_origin(kind) is Literal:
            found += [{control: value} for value in get_args(kind)]
        elif kind is bool:
            found += [{control: True}, {control: False}]
        elif isinstance(extra, Range):
            found += [{control: int(extra.low)}, {control: int(extra.high)}]
        elif isinstance(extra, From):
            table = SAMPLES["five"].__dict__[extra.table]
            values = sorted({str(v) for v in table[extra.column].explode() if v})
            found += [{control: ""}, *({control: value} for value in values[:2]), {control: "nobody of that name"}]
        elif isinstance(extra, Parts):
            parts = part_options(extra, SAMPLES["five"])
            found += [{control: value} for value in (*parts[:2], *parts[-2:])]
        elif kind is str:
            found += [{control: value} for value in ("trad*", "Norway", "nothing of the kind")]
        else:
            raise AssertionError(f"{name}: no control can be made for {control}: {hint}")
    return found


PAIRS = {
    "keyness": [{"part": "voice: author", "against": "genre: news", "words": 2, "least": 2}],
    "formulas": [{"words": 2, "names": True}],
    "concordance": [{"query": "trade", "sort": "left"}, {"query": "met", "sort": "right"}],
    "cooccurrence": [{"form": "matrix", "measure": "NPMI"}, {"unit": "document", "minimum": 1, "places": True},
                     {"focus": "Norway", "minimum": 1, "form": "matrix"}],
    "chronology": [{"lanes": "pair", "rows": "mentions"}],
    "topics": [{"by": "month", "form": "bar", "measure": "share"}, {"by": "voice", "measure": "share"}],
    "sources": [{"compare": "figures", "by": "publisher"}, {"compare": "topics", "only": "in one only"}],
    "statistics": [{"show": "change", "reporter": "Ghana"}],
}  # fmt: skip
CASES = [
    pytest.param(name, sample, chosen, id=f"{name}-{sample}-{chosen}")
    for name in NAMES
    for sample in SAMPLES
    for chosen in settings(name) + PAIRS.get(name, [])
]


def points(figure):
    """Yield (key, text on the mark, text when pointed at) of each point that carries a key."""
    for trace in figure.data:
        if trace.customdata is None:
            assert trace.hoverinfo == "skip" or trace.x in (None, (None,)), "a point without a mark says something"
            continue
        flat = trace.type != "heatmap"
        keys, hover = ([list(v)] if flat else v for v in (trace.customdata, trace.hovertext))
        texts = trace.text if trace.text is not None else None
        for row, line in enumerate(keys):
            for column, key in enumerate(line):
                said = hover[row][column]
                shown = "" if texts is None else texts[column] if flat else texts[row][column]
                yield key, shown, said


@pytest.mark.parametrize(("name", "sample", "chosen"), CASES)
def test_marks(name, sample, chosen):
    briefing = SAMPLES[sample]
    seen = getattr(view, name)(briefing, **chosen)
    assert isinstance(seen.figure, go.Figure) and isinstance(seen.table, pd.DataFrame)
    assert len(seen.listed) == len(seen.table), "the number of rows is known before they are listed"
    go.Figure(seen.figure.to_dict())
    assert seen.figure.layout.title.text
    for key, shown, said in points(seen.figure):
        if not key:
            assert not shown, "a number without rows behind it"
            continue
        rows = seen.marks[key]
        assert rows and len(rows) == len(set(rows)), "no row counts twice"
        for table, label in rows:
            assert label in getattr(briefing, table).index
        if name == "statistics":
            assert f"claimed {len(rows)} time" in said
            continue
        numbers = bold_numbers(said)
        assert f"{len(rows):,}" in numbers or (len(rows) == 1 and not numbers), (said, len(rows))
        number = re.fullmatch(r"[\d,]+", shown or "")
        if number:
            assert number.group() == f"{len(rows):,}"


def bold_numbers(said):
    return re.findall(r"<b>([\d,]+) ?[\w ]*</b>", said)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_to_see_is_said_in_a_sentence(name):
    seen = getattr(view, name)(SAMPLES["none"])
    assert not seen.marks
    assert seen.figure.layout.annotations[0].text.endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_same_tables_same_figure(name):
    first, second = (getattr(view, name)(corpus(6)) for _ in range(2))
    assert first.figure.to_json() == second.figure.to_json()
    assert list(first.marks) == list(second.marks)
    pd.testing.assert_frame_equal(first.table, second.table)


@pytest.mark.parametrize("name", NAMES)
def test_controls_can_only_be_named(name):
    parameters = list(inspect.signature(getattr(view, name)).parameters.values())
    assert all(p.kind is p.KEYWORD_ONLY and p.default is not p.empty for p in parameters[1:])


def test_view_is_the_function_however_its_module_was_imported():
    import briefing_lib.view.topics  # noqa: F401

    assert callable(view.topics) and view.topics.__name__ == "topics"
