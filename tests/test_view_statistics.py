"""Claims: what is stated, what follows, what is no level at all; and axes that keep them apart."""

from __future__ import annotations

import math
from types import SimpleNamespace

import pytest

from briefing_lib import view
from briefing_lib.link.figure.baseline import implied, stated
from briefing_lib.tables import frame
from briefing_lib.view.claimed import claims
from briefing_lib.view.drawing import timeline
from briefing_lib.view.drawing.periods import bounds

NAN = math.nan
COLUMNS = frame("statistics").columns.tolist()


def statistic(**cells):
    """Return a row of the table, filled in where the test says so."""
    blank = dict.fromkeys(COLUMNS, "") | {"start": 0, "end": 1, "document": "wire", "measure": "trade"}
    blank |= dict.fromkeys(("value", "change_pct", "baseline", "baseline_low", "baseline_high"), NAN)
    return tuple((blank | cells).values())


def table(*rows):
    return frame("statistics", rows)


def base(found):
    return {"baseline": found.value, "baseline_low": found.low, "baseline_high": found.high}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        # "Trade came to 80.4 billion, up 12.5 per cent": the level before follows
        (
            {"value": 80.4e9, "change_pct": 12.5, **base(implied(80.4e9, 0.1e9, 12.5, 0.1))},
            [("stated", 80.4e9), ("derived", 71.4667e9)],
        ),
        # "rose from 71 billion to 80 billion": both are stated
        ({"value": 80e9, **base(stated(71e9, 1e9))}, [("stated", 71e9), ("stated", 80e9)]),
        # "rose 25 per cent from 80 billion to 100 billion": stated, though it also follows
        ({"value": 100e9, "change_pct": 25.0, **base(stated(80e9, 1e9))}, [("stated", 80e9), ("stated", 100e9)]),
        # "more than 80 billion, up 12.5 per cent": follows, without an interval
        (
            {"value": 80e9, "change_pct": 12.5, "baseline": 71.1111e9, "qualifier": "more than"},
            [("stated", 80e9), ("derived", 71.1111e9)],
        ),
        # "rose by 5 billion": an amount of change is no level
        ({"value": 5e9, "qualifier": "change"}, []),
        ({"value": 5e9, "qualifier": "at least, change"}, []),
        # "rose 13 per cent": no level at all
        ({"change_pct": 13.0}, []),
    ],
)
def test_levels(cells, expected):
    found = claims.levels(table(statistic(unit="USD", reporter="Kenya", **cells)))
    assert [("derived" if c.derived else "stated", c.value) for c in found] == [
        (how, pytest.approx(value, rel=1e-4)) for how, value in sorted(expected)
    ] or sorted((("derived" if c.derived else "stated"), round(c.value)) for c in found) == sorted(
        (how, round(value)) for how, value in expected
    )


def test_changes_are_stated_or_lie_between_two_levels():
    rows = table(
        statistic(reporter="Kenya", change_pct=13.0),
        statistic(reporter="Peru", value=90e9, unit="USD", **base(stated(60e9, 1e9))),
        statistic(reporter="Chad", value=9e9, unit="USD"),
    )
    assert [(c.series, c.value, c.derived) for c in claims.changes(rows)] == [
        ("Kenya, trade", 13.0, False),
        ("Peru, trade", pytest.approx(50.0), True),
    ]


def test_the_same_claim_twice_is_one_mark_with_two_rows():
    row = {"value": 3.1e9, "unit": "EUR", "reporter": "Chile", "partner": "Spain", "period": "2018", "flow": "export"}
    seen = view.statistics(
        SimpleNamespace(statistics=table(statistic(**row), statistic(**row)), documents=frame("documents"))
    )
    assert list(seen.marks.values()) == [[("statistics", 0), ("statistics", 1)]]
    assert seen.table["claims"].tolist() == [2]


def test_each_unit_has_its_panel_and_its_size():
    rows = [
        statistic(reporter="Chile", value=3.1e9, unit="EUR", period="2018"),
        statistic(reporter="Chile", value=420e9, unit="CLP", period="2018"),
        statistic(reporter="Chile", value=12, unit="ship", period="2018"),
    ]
    seen = view.statistics(SimpleNamespace(statistics=table(*rows), documents=frame("documents")))
    layout = seen.figure.layout
    titles = {layout[axis].title.text for axis in ("yaxis", "yaxis2", "yaxis3")}
    assert titles == {"billion EUR", "billion CLP", "ship"}
    domains = sorted(layout[axis].domain for axis in ("yaxis", "yaxis2", "yaxis3"))
    assert all(low[1] < high[0] for low, high in zip(domains, domains[1:], strict=False))


@pytest.mark.parametrize(
    ("periods", "labels"),
    [
        (["2019", "2023"], ["2019", "2020", "2021", "2022", "2023"]),  # years between count, too
        (["2023-01/2023-03"], ["Jan 2023", "Feb 2023", "Mar 2023"]),  # a quarter shows its months
        (["1950", "2020"], ["1950", "1960", "1970", "1980", "1990", "2000", "2010", "2020"]),  # decades, not all years
        ([], ["period not stated"]),
    ],
)
def test_ticks_name_periods(periods, labels):
    axis = timeline.period_axis([bounds(p) for p in periods], 500, missing=False)
    assert [text for _, text in axis.ticks] == labels


def test_what_has_no_period_stands_apart():
    axis = timeline.period_axis([bounds("2019"), bounds("2020")], 700, missing=True)
    assert axis.place(None) > axis.edges(bounds("2020"))[1]
    assert axis.ticks[-1] == (axis.place(None), "not stated")


def figures(*rows):
    return SimpleNamespace(statistics=table(*rows), documents=frame("documents"))


def told(reporter, value, period, **more):
    cells = {"reporter": reporter, "partner": "Togo", "flow": "export", "unit": "USD", "value": value, "period": period}
    return statistic(**(cells | more))


@pytest.mark.parametrize(
    ("values", "scale", "title", "why"),
    [
        ((3e6, 5e11), "auto", "USD (log scale)", "a small pair would lie flat on zero"),
        ((3e9, 5e9), "auto", "billion USD", "of one size"),
        ((3e9, 5e9), "log", "USD (log scale)", "as asked"),
        ((3e6, 5e11), "linear", "billion USD", "as asked"),
        ((0.0, 5e11), "log", "billion USD", "zero has no logarithm"),
        ((-3e6, 5e11), "auto", "billion USD", "nor has a deficit"),
    ],
)
def test_scale_of_the_values(values, scale, title, why):
    rows = [told(reporter, value, "2020") for reporter, value in zip(("Mali", "Oman"), values, strict=True)]
    figure = view.statistics(figures(*rows), scale=scale).figure
    assert figure.layout.yaxis.title.text == title, why
    (points,) = [trace for trace in figure.data if trace.customdata]
    low, high = figure.layout.yaxis.range
    assert all(low < y < high or y == low == 0 for y in points.y), "every point is inside"
    if "log" in title:
        assert list(points.y) == pytest.approx([math.log10(value) for value in values])
        assert all(" " in text for text in figure.layout.yaxis.ticktext), "ticks are amounts: 100 m, 1 bn"


def joined(figure):
    """Return the pairs of values that dotted lines join."""
    pairs = []
    for trace in figure.data:
        if trace.mode == "lines" and trace.line.dash == "dot":
            line = list(trace.y)
            pairs += [(a, b) for a, b in zip(line, line[1:], strict=False) if a is not None and b is not None]
    return pairs


def test_no_line_joins_what_is_measured_to_a_plan():
    rows = [
        told("Mali", 160e6, "2022"),
        told("Mali", 190e6, "2023"),
        told("Mali", 400e6, "2028", qualifier="planned", change_pct=100.0, baseline=200e6),
        told("Mali", 420e6, "2027", qualifier="about, planned", change_pct=5.0, baseline=400e6, baseline_period="2026"),
    ]
    seen = view.statistics(figures(*rows))
    assert joined(seen.figure) == [(160, 190)]
    assert seen.table["how"].tolist().count("planned") == 2
    (points,) = [trace for trace in seen.figure.data if trace.customdata]
    assert dict(zip(points.y, points.marker.symbol, strict=True))[420] == "triangle-up-open"
    assert "planned or expected" in [trace.name for trace in seen.figure.data]


def test_what_follows_from_a_change_is_joined_to_the_level_it_follows_from_alone():
    before = base(implied(190e6, 1e6, 25.0, 1))
    rows = [told("Mali", 160e6, "2021"), told("Mali", 190e6, "2023", change_pct=25.0, baseline_period="2022", **before)]
    assert joined(view.statistics(figures(*rows)).figure) == [(160, 190), (152, 190)]


def test_a_planned_change_has_a_mark_of_its_own():
    rows = [
        told("Mali", 400e6, "2028", qualifier="planned", change_pct=100.0),
        told("Mali", 190e6, "2023", change_pct=-5.0),
    ]
    seen = view.statistics(figures(*rows), show="change")
    assert seen.table["how"].tolist() == ["stated", "planned"]
    assert "orange" in seen.figure.layout.title.subtitle.text


def test_turnover_is_one_series_from_either_side():
    rows = [
        told("Mali", 5e9, "2020", flow="turnover"),
        told("Togo", 6e9, "2021", partner="Mali", flow="turnover"),
        told("Togo", 2e9, "2021", partner="Mali"),
    ]
    assert set(view.statistics(figures(*rows)).table["series"]) == {"Mali – Togo, turnover", "Togo – Mali, export"}
    assert len(view.statistics(figures(*rows), reporter="Mali").table) == 2
    assert len(view.statistics(figures(*rows), reporter="Mali", partner="Togo").table) == 2
    assert len(view.statistics(figures(*rows), partner="Mali").table) == 3
