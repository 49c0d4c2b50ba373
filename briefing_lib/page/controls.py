"""Controls made from the signature of a view: one widget a parameter, its kind said by the annotation.

| annotation | control |
|---|---|
| ``Literal["a", "b"]`` | buttons, or a list from five on |
| ``bool`` | check box |
| ``Annotated[int, Range(1, 9)]``, also ``float`` | slider |
| ``Annotated[str, From("actors", "actor")]`` | list of the values the briefing has |
| ``Annotated[str, Parts()]`` | list of the parts the briefing can be split into |
| ``Annotated[str, Events()]`` | list of the events, named by who, what, where and when |
| ``Annotated[list[str], From(...)]``, also ``tuple[str, ...]`` | several of them |
| ``int``, ``float``, ``str`` | box to write in |
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import ipywidgets as widgets
import traitlets

from briefing_lib.allowed import NotAllowed, check
from briefing_lib.page.chooser import Chooser
from briefing_lib.view.choices import From, Range, options
from briefing_lib.view.events.names import Events, event_options
from briefing_lib.view.words.parts import Parts, part_options

MOST_BUTTONS = 4
"""A choice of more values is a list to open, not a row of buttons."""


class _Choice:
    name = ""

    @traitlets.validate("value")
    def _validate_value(self, proposal: Any) -> Any:
        check(self.name, proposal["value"], list(self._options_values))  # type: ignore[attr-defined]
        return proposal["value"]


class _Number:
    name = ""

    @traitlets.validate("value")
    def _validate_value(self, proposal: Any) -> Any:
        value, low, high = proposal["value"], self.min, self.max  # type: ignore[attr-defined]
        if not low <= value <= high:
            raise NotAllowed(f"{self.name}: {value!r} is not between {low!r} and {high!r}")
        return value


class Choice(_Choice, widgets.Dropdown):
    """List of which one value is chosen."""


class Buttons(_Choice, widgets.ToggleButtons):
    """Row of buttons of which one is down."""


class Whole(_Number, widgets.IntSlider):
    """Slider of whole numbers."""


class Real(_Number, widgets.FloatSlider):
    """Slider of numbers."""


def parameters(view: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    """Return the parameters of a view that become controls: all but the first, which is the briefing.

    >>> list(parameters(lambda briefing, least=1: None))
    ['least']
    """
    found = list(inspect.signature(view).parameters.items())[1:]
    return {name: p for name, p in found if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)}


def make_controls(view: Callable[..., Any], briefing: Any, initial: dict[str, Any]) -> dict[str, widgets.Widget]:
    """Return a view's controls by the name of their parameter, set to the initial or else the default value.

    Raises:
        ValueError: an initial value has no control or is not one of its values.
        TypeError: a parameter's annotation says nothing a control could be made of.
    """
    wanted = parameters(view)
    for name in initial:
        if name not in wanted:
            raise NotAllowed(f"{name_of(view)} has no control {name!r}; it has: {', '.join(wanted) or 'none'}")
    hints = get_type_hints(view, include_extras=True)
    explained = _explained(view)
    controls = {}
    for name, parameter in wanted.items():
        default = None if parameter.default is parameter.empty else parameter.default
        value = initial.get(name, default)
        control = _control(name, hints.get(name, type(default)), value, default, briefing)
        control.tooltip = explained.get(name, "")
        control.add_class("bl-control")
        control.add_class(f"bl-control-{name}")
        controls[name] = control
    return controls


def values_of(controls: dict[str, Any]) -> dict[str, Any]:
    """Return what controls are set to, by name; a choice of nothing is an error."""
    for name, control in controls.items():
        if control.value is None:
            check(name, None, list(getattr(control, "_options_values", ())))
    return {name: control.value for name, control in controls.items()}


def name_of(view: Callable[..., Any]) -> str:
    """Return the name of a view, one bound with `functools.partial` included."""
    return getattr(view, "__name__", "") or getattr(getattr(view, "func", None), "__name__", "") or type(view).__name__


def _control(name: str, hint: Any, value: Any, default: Any, briefing: Any) -> widgets.Widget:
    kind, *said = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    said = [item for item in said if isinstance(item, (Range, From, Parts, Events))]
    look = {"description": name.replace("_", " "), "style": {"description_width": "initial"}}
    if get_origin(kind) is Literal:
        values = list(get_args(kind))
        return _one_of(name, values, values[0] if value is None else value, look, most=MOST_BUTTONS)
    if said and isinstance(said[0], From):
        values = options(said[0], briefing)
        if kind is str:
            values = ([""] if default in ("", None) else []) + values
            return _one_of(name, values, value or "", look, values)
        chosen = [value] if isinstance(value, str) else list(value or ())
        for item in chosen:
            check(name, item, values)
        return Chooser(name, value=chosen, options=values, description=look["description"])
    if said and isinstance(said[0], Parts):
        values = part_options(said[0], briefing) or [""]
        return _one_of(name, values, value or values[0], look, values)
    if said and isinstance(said[0], Events):
        named = [("told by most", ""), *event_options(said[0], briefing, value or "")]
        return _one_of(name, [event for _, event in named], value or "", look, [words for words, _ in named])
    if kind is bool:
        check(name, bool(value) if value is None else value, [True, False])
        return widgets.Checkbox(value=bool(value), indent=False, description=look["description"])
    if said and kind in (int, float):
        low, high, step = said[0]
        value = low if value is None else value
        if not isinstance(value, (int, float)) or not low <= value <= high:
            raise NotAllowed(f"{name}: {value!r} is not between {low!r} and {high!r}")
        slider = Whole if kind is int else Real
        return _named(slider, name, value=value, min=low, max=high, step=step, continuous_update=False, **look)
    boxes = {int: widgets.IntText, float: widgets.FloatText, str: widgets.Text}
    if kind not in boxes:
        raise TypeError(f"{name}: no control can be made of {kind!r}; annotate it as briefing_lib.page.controls says")
    if value is not None and not isinstance(value, (kind, int) if kind is float else kind):
        raise NotAllowed(f"{name}: {value!r} is not of type {kind.__name__}")
    return boxes[kind](value=kind() if value is None else value, continuous_update=False, **look)


def _one_of(
    name: str, values: list[Any], value: Any, look: dict[str, Any], shown: list[str] | None = None, most: int = 0
) -> widgets.Widget:
    check(name, value, values)
    said = shown or [str(item).replace("_", " ") for item in values]
    labels = [(words or "all", item) for words, item in zip(said, values, strict=True)]
    if len(values) <= most:
        return _named(Buttons, name, value=value, options=labels, **{**look, "style": {"button_width": "auto"}})
    return _named(Choice, name, value=value, options=labels, **look)


def _named(kind: type[Any], name: str, **traits: Any) -> widgets.Widget:
    """Make a control that knows its name while its first value is checked."""
    return type(kind.__name__, (kind,), {"name": name, "__doc__": kind.__doc__})(**traits)


def _explained(view: Callable[..., Any]) -> dict[str, str]:
    """Read what the Args section of a docstring says of each parameter."""
    _, _, section = (inspect.getdoc(view) or "").partition("\nArgs:\n")
    found, name = {}, ""
    for line in section.split("\n"):
        if line and not line.startswith(" "):
            break
        # "    least: fewest documents that name it"
        if entry := re.match(r" {4}(\w+)(?: \([^)]*\))?: (.*)", line):
            name = entry[1]
            found[name] = entry[2].strip()
        elif name and line.strip():
            found[name] += " " + line.strip()
    return found
