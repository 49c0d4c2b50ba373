"""Figures put side by side: two documents on one indicator, and figures of one document that depend on each other."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.link.agreement.rounding import conversion, interval_of, step_of
from briefing_lib.link.checks import compare_statistics
from briefing_lib.parse import parse_corpus
from briefing_lib.read.sources import Source
from briefing_lib.tables import Agreement, Statistic

NAN = math.nan


def compared(*texts: str) -> list[Agreement]:
    """Parse documents a, b, c ... and return their agreements."""
    sources = [
        Source(name, f"{name}.txt", text, "", {"published": "2019-06-01"})
        for name, text in zip("abcdefgh", texts, strict=False)
    ]
    rows = parse_corpus(sources, workers=1)
    assert not [problem for problem in rows["problems"] if "could be read" in problem.what]
    places = {f"{s.document}:{s.start}-{s.end}" for s in rows["statistics"]}
    for row in rows["agreements"]:
        assert {row.first, *row.second} <= places, "every side is a statistic"
    return rows["agreements"]


TWO = [
    (
        "Trade between Peru and Chile reached $240.1 million in 2018.",
        "Trade between Chile and Peru was $240 million in 2018.",
        ("compatible by rounding", -0.04),
        "rounded, and told from the other side",
    ),
    (
        "Peru's exports to Chile were $5 billion in 2018.",
        "In 2018 Peru's exports to Chile stood at 5 billion dollars.",
        ("equal", 0.0),
        "the same in other words",
    ),
    (
        "Peru's exports to Chile were $5.2 billion in 2018.",
        "In 2018 Peru's exports to Chile stood at $4.1 billion.",
        ("in conflict", -21.15),
        "neither can be the other",
    ),
    (
        "Peru's exports to Chile were $5 billion in 2017.",
        "In 2018 Peru's exports to Chile stood at $6 billion.",
        ("different period", 20.0),
        "two years",
    ),
    (
        "Peru's exports to Chile were more than $5 billion in 2018.",
        "In 2018 Peru's exports to Chile stood at $5.3 billion.",
        ("compatible by rounding", 6.0),
        "more than five",
    ),
    (
        "Kenya's exports to Uganda were 4.7 billion shillings ($54 million) in 2018.",
        "In 2018 Kenya's exports to Uganda stood at $54.5 million.",
        ("compatible by currency", 0.93),
        "the first document says what its shillings are worth",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "wanted", "why"), TWO)
def test_two_documents(one: str, other: str, wanted: tuple[str, float], why: str) -> None:
    rows = [row for row in compared(one, other) if row.rule.startswith("same indicator")]
    assert [(row.verdict, abs(row.difference_pct)) for row in rows] == [
        (wanted[0], pytest.approx(abs(wanted[1]), abs=0.1))
    ], why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            "Peru's exports to Chile were $5 billion in 2018.",
            "Peru's imports from Chile were $5 billion in 2018.",
            "flows",
        ),
        (
            "Peru's tin exports to Chile were $5 billion in 2018.",
            "Peru's exports to Chile were $9 billion in 2018.",
            "goods",
        ),
        (
            "Peru's exports to Chile were $5 billion in 2018.",
            "Peru's exports to Cuba were $5 billion in 2018.",
            "partners",
        ),
        (
            "Peru's exports to Chile were $5 billion in 2018.",
            "Peru's exports to Chile were 4 billion euros in 2018.",
            "no rate",
        ),
        ("Peru gave Chile $5 million in aid in 2018.", "Peru gave Chile $9 million in aid in 2018.", "two gifts"),
        ("Trade reached $5 billion in 2018.", "Trade reached $9 billion in 2018.", "nobody's trade"),
        (
            "Peru plans to raise exports to Chile to $5 billion in 2020.",
            "Peru's exports to Chile were $9 billion in 2020.",
            "a plan",
        ),
    ],
)
def test_what_is_not_compared(one: str, other: str, why: str) -> None:
    assert compared(one, other) == [], why


ONE = [
    (
        "Trade between Peru and Chile was $9 billion in 2018. Peru's exports to Chile were $5 billion in 2018, and imports "
        "from Chile were $4 billion.",
        ("turnover is exports plus imports", "equal"),
    ),
    (
        "Trade between Peru and Chile was $9.4 billion in 2018. Peru's exports to Chile were $5 billion in 2018, and "
        "imports from Chile were $4 billion.",
        ("turnover is exports plus imports", "compatible by rounding"),
    ),
    (
        "Trade between Peru and Chile was $19 billion in 2018. Peru's exports to Chile were $5 billion in 2018, and "
        "imports from Chile were $4 billion.",
        ("turnover is exports plus imports", "in conflict"),
    ),
    (
        "Peru's exports to Chile were $5 billion in 2018, and imports from Chile were $4 billion. Peru's trade surplus "
        "with Chile was $1 billion in 2018.",
        ("balance is exports less imports", "equal"),
    ),
    (
        "Peru's exports to Chile rose 20 per cent to $6 billion in 2018 from $5 billion in 2017.",
        ("", ""),
    ),
    (
        "Peru's exports to Chile rose 50 per cent to $6 billion in 2018 from $5 billion in 2017.",
        ("stated baseline against implied", "in conflict"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ONE)
def test_one_document_adds_up_or_not(text: str, wanted: tuple[str, str]) -> None:
    found = [(row.rule, row.verdict) for row in compared(text)]
    assert found == ([wanted] if wanted[0] else [])


MIRRORS = [
    (
        ("Mali's exports to Senegal were $300 million in 2022.", "Senegal imported $310 million of goods from Mali in 2022."),
        ("mirror: within 10 %", 3.33, "Senegal"),
        "freight and insurance",
    ),
    (
        ("Nepal's imports from Bhutan were $78 million in 2021.", "Bhutan's exports to Nepal reached $95 million in 2021."),
        ("mirror: more than 10 % apart", -17.89, "Bhutan"),
        "the seller's figure comes first, whoever is read first",
    ),
    (
        ("Cuba's exports to Peru were $5 billion in 2018.", "Peru's imports from Cuba stood at $5 billion in 2018."),
        ("mirror: equal", 0.0, ""),
        "equal",
    ),
    (
        ("Cuba's exports to Peru were $5 billion in 2018.", "Peru's imports from Cuba stood at $5.04 billion in 2018."),
        ("mirror: equal", 0.8, ""),
        "as far as the figures are rounded",
    ),
    (
        ("Oman's exports to Japan were $5 billion in 2018, while Japan's imports from Oman were $7 billion in 2018.",),
        ("mirror: more than 10 % apart", 40.0, "Japan"),
        "both sides in one document",
    ),
    (
        (
            "Trade between Laos and Thailand was $8.2 billion in 2021, Thai customs data shows.",
            "Trade between Thailand and Laos was $7.5 billion in 2021, Laos's trade ministry said.",
        ),
        ("mirror: within 10 %", -8.54, "Thailand"),
        "a turnover by the data of either side",
    ),
    (
        ("Chad's exports to Niger were $5 million in 2018.", "Niger's imports from Chad were $6 million in 2019."),
        None,
        "another period",
    ),
    (
        ("Chad's exports to Niger were $5 million in 2018.", "Chad's imports from Niger were $6 million in 2018."),
        None,
        "the other way",
    ),
    (
        ("Chad's oil exports to Niger were $5 million in 2018.", "Niger's imports from Chad were $6 million in 2018."),
        None,
        "some goods against all",
    ),
    (
        ("Chad's exports to Niger were $5 million in 2018.", "Niger's imports from Chad will be $6 million in 2018."),
        None,
        "a forecast",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "wanted", "why"), MIRRORS)
def test_a_flow_told_from_either_side(texts: tuple[str, ...], wanted: tuple[str, float, str] | None, why: str) -> None:
    found = [(row.verdict, row.difference_pct, row.higher) for row in compared(*texts)]
    assert found == ([] if wanted is None else [(wanted[0], pytest.approx(wanted[1], abs=0.1), wanted[2])]), why


SUMS = [
    (
        ("Trade between Angola and Congo was $9.0 billion in 2018.",
         "Angola's exports to Congo were $5.0 billion in 2018. Congo's exports to Angola were $4.4 billion in 2018."),
        ("mirror: within 10 %", "mirror: turnover is what each side tells of one way"),
    ),
    (
        ("Trade between Brazil and Bolivia was $9 billion in 2018.",
         "Bolivia's exports to Brazil were $5 billion in 2018, and its imports from Brazil were $4 billion."),
        ("mirror: equal", "mirror: turnover is exports plus imports of one side"),
    ),
    (
        ("Trade between Brazil and Bolivia was $9.9 billion in 2018, Bolivian customs said.",
         "Bolivia's exports to Brazil were $5.1 billion in 2018, and its imports from Brazil were $4.1 billion."),
        ("in conflict", "turnover is exports plus imports"),
    ),
    (
        ("Trade between Brazil and Bolivia was $9 billion in 2018. Bolivia's exports to Brazil were $5 billion in 2018, "
         "and its imports from Brazil were $4 billion.",),
        ("equal", "turnover is exports plus imports"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "wanted"), SUMS)
def test_a_turnover_and_the_ways_it_is_made_of(texts: tuple[str, ...], wanted: tuple[str, str]) -> None:
    assert [(row.verdict, row.rule) for row in compared(*texts)] == [wanted]


def test_a_level_meets_the_baseline_that_a_later_figure_implies() -> None:
    rows = compared(
        "Peru's exports to Chile were $4.1 billion in 2017.",
        "Peru's exports to Chile rose 20 per cent to $6 billion in 2018.",
    )
    found = {row.rule: row.verdict for row in rows}
    assert found["level against the baseline of a later figure"] == "in conflict"


def test_many_documents_with_one_value_make_no_square_of_rows() -> None:
    rows = compared(*["Peru's exports to Chile were $5 billion in 2018."] * 8)
    assert [row.verdict for row in rows] == ["equal"] * 7
    assert {row.first for row in rows} == {rows[0].first}, "all meet the first that told it"


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("$240.1 billion", 240.1e9, 0.1e9),
        ("240 billion dollars", 240e9, 1e9),
        ("$190 billion", 190e9, 1e9),
        ("half a million tonnes", 5e5, 0.0),
        ("nothing", 5.0, 0.0),
    ],
)
def test_the_last_place_written(text: str, value: float, step: float) -> None:
    assert step_of(text, value) == pytest.approx(step) or step == 0.0


def test_a_bracket_says_what_money_is_worth() -> None:
    found = conversion("185.9 billion euros (215.13 billion dollars)", 185.9e9, "EUR")
    assert found is not None and (found.value, found.unit) == (215.13e9, "USD")
    assert conversion("185.9 billion euros", 185.9e9, "EUR") is None


VALUES = st.floats(min_value=1.0, max_value=1e12, allow_nan=False)
ROWS = st.builds(
    lambda document, start, value, unit, flow, period, change: Statistic(
        document, f"{document}#1", start, start + 10, f"{value:,.0f} {unit}", "trade", "Peru", "Chile", flow, "", value, unit,
        change, "", "", period, "", "", NAN, NAN, NAN, "", "",
    ),
    st.sampled_from("abc"), st.integers(0, 9999), VALUES, st.sampled_from(["USD", "EUR", "tonne", "percent"]),
    st.sampled_from(["turnover", "export", "import", ""]), st.sampled_from(["", "2017", "2018", "2018-01/2018-06"]),
    st.one_of(st.just(NAN), st.floats(-90, 500)),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, max_size=12, unique_by=lambda row: (row.document, row.start)))
def test_any_figures(rows: list[Statistic]) -> None:
    """Any figures: no exception, both sides are figures, equal ones differ by nothing, the same on every run."""
    found = compare_statistics(rows)
    places = {f"{row.document}:{row.start}-{row.end}" for row in rows}
    for row in found:
        assert {row.first, *row.second} <= places
        assert row.verdict != "equal" or abs(row.difference_pct) < 0.01
    assert repr(found) == repr(compare_statistics(rows))


@given(VALUES)
def test_a_figure_lies_in_its_interval(value: float) -> None:
    for qualifier in ("", "about", "more than", "nearly"):
        low, high = interval_of(f"{value:,.2f}", value, qualifier)
        assert low <= value <= high
