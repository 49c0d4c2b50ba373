"""Controls from signatures."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

import ipywidgets as widgets
import pytest
from small_briefing import meetings, names, small

from briefing_lib.page.chooser import Chooser
from briefing_lib.page.controls import make_controls, name_of, parameters
from briefing_lib.view.choices import From, Range, options


def every(
    briefing,
    *,
    few: Literal["a", "b"] = "b",
    many: Literal["1", "2", "3", "4", "5"] = "1",
    on: bool = True,
    whole: Annotated[int, Range(1, 9)] = 3,
    real: Annotated[float, Range(0, 1, 0.1)] = 0.5,
    one: Annotated[str, From("actors", "actor", type="state")] = "",
    must: Annotated[str, From("actors", "actor", type="state")] = "Peru",
    several: Annotated[list[str], From("documents", "document")] = (),
    tags: Annotated[tuple[str, ...], From("documents", "document")] = ("courier",),
    number: int = 4,
    words: str = "x",
):
    """Every kind of control.

    Args:
        few: of two,
            over two lines
        many (str): of five

    Returns:
        few: not of this
    """


@pytest.mark.parametrize(
    ("name", "kind", "value"),
    [
        ("few", widgets.ToggleButtons, "b"),
        ("many", widgets.Dropdown, "1"),
        ("on", widgets.Checkbox, True),
        ("whole", widgets.IntSlider, 3),
        ("real", widgets.FloatSlider, 0.5),
        ("one", widgets.Dropdown, ""),
        ("must", widgets.Dropdown, "Peru"),
        ("several", Chooser, []),
        ("tags", Chooser, ["courier"]),
        ("number", widgets.IntText, 4),
        ("words", widgets.Text, "x"),
    ],
)
def test_the_annotation_says_the_control(name, kind, value):
    control = make_controls(every, small(), {})[name]
    assert isinstance(control, kind)
    assert control.value == value
    assert f"bl-control-{name}" in control._dom_classes


def test_what_is_said_of_a_parameter_is_its_tooltip():
    controls = make_controls(every, small(), {})
    assert controls["few"].tooltip == "of two, over two lines"
    assert controls["many"].tooltip == "of five"
    assert controls["on"].tooltip == ""


def test_an_empty_default_offers_all_and_another_does_not():
    controls = make_controls(every, small(), {})
    assert controls["one"].options[0] == ("all", "")
    assert [value for _, value in controls["must"].options] == ["Kenya", "Peru", "Senegal"]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("few", "c", "few: 'c' is not one of 'a', 'b'"),
        ("on", "yes", "on: 'yes' is not one of True, False"),
        ("whole", 10, "whole: 10 is not between 1 and 9"),
        ("whole", "3", "whole: '3' is not between"),
        ("real", -0.1, "real: -0.1 is not between 0 and 1"),
        ("one", "Nairobi", "one: 'Nairobi' is not one of '', 'Kenya', 'Peru', 'Senegal'"),  # a place, not a state
        ("several", ["harbour", "x"], "several: 'x' is not one of"),
        ("number", "4", "number: '4' is not of type int"),
        ("nonsense", 1, "every has no control 'nonsense'; it has: few, many"),
    ],
)
def test_a_wrong_first_value_names_the_right_ones(name, value, message):
    with pytest.raises(ValueError, match=message.replace("(", r"\(")):
        make_controls(every, small(), {name: value})


@pytest.mark.parametrize(
    ("name", "value"), [("few", "c"), ("whole", 0), ("real", 2.0), ("one", "x"), ("several", ["x"])]
)
def test_a_wrong_later_value_raises_and_changes_nothing(name, value):
    control = make_controls(every, small(), {})[name]
    before = control.value
    with pytest.raises(ValueError, match=f"{name}: "):
        control.value = value
    assert control.value == before


def test_the_page_may_choose_too():
    controls = make_controls(every, small(), {})
    controls["few"].set_state({"index": 0})
    controls["whole"].set_state({"value": 7})
    controls["several"].set_state({"value": ["harbour"]})
    assert (controls["few"].value, controls["whole"].value, controls["several"].value) == ("a", 7, ["harbour"])


def test_what_no_control_can_be_made_of_is_said():
    def odd(briefing, when: dict = None): ...  # noqa: RUF013

    with pytest.raises(TypeError, match="when: no control can be made of <class 'dict'>"):
        make_controls(odd, small(), {})


def test_a_view_may_have_no_controls_and_may_be_bound():
    assert make_controls(lambda briefing: None, small(), {}) == {}
    assert list(parameters(partial(names, kind="state"))) == ["kind", "least", "only", "sorted_by_name"]
    assert (name_of(meetings), name_of(partial(names, kind="state"))) == ("meetings", "names")


def test_options_come_from_columns_of_lists_too():
    briefing = small()
    briefing.actors.at[0, "aliases"] = ["b", "a", "a"]
    assert options(From("actors", "aliases"), briefing) == ["Herrera", "a", "b"]


@pytest.mark.parametrize("choice", [From("actors", "colour"), From("documents", "document", type="state")])
def test_a_column_that_is_not_there_is_named(choice):
    with pytest.raises(ValueError, match="has no column '(colour|type)'; it has:"):
        options(choice, small())
