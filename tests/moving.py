"""Moves the controls of an explorer in a browser, whatever their kind."""

from __future__ import annotations

from typing import Any

WORDS = {"query": "cooperat*", "since": "2021", "until": "2025"}
"""What is written into a box, by the name of its control."""


def name_of(control: Any) -> str:
    """Return the name of the view's parameter that a control sets."""
    classes = (control.get_attribute("class") or "").split()
    return next(part.removeprefix("bl-control-") for part in classes if part.startswith("bl-control-"))


def move(control: Any) -> str:
    """Set a control to another value, with mouse or keyboard, and return its name."""
    name = name_of(control)
    if (buttons := control.locator("button.widget-toggle-button, button.jupyter-button")).count() > 1:
        down = [
            number for number in range(buttons.count()) if "mod-active" in buttons.nth(number).get_attribute("class")
        ]
        buttons.nth((down[0] + 1) % buttons.count()).click()
    elif (chosen := control.locator("select")).count():
        number = chosen.evaluate("(list) => list.selectedIndex")
        options = chosen.locator("option").count()
        chosen.select_option(index=(number + 1) % options)
    elif (box := control.locator("input[type=checkbox]")).count():
        box.click()
    elif (handle := control.locator(".noUi-handle")).count():
        handle.first.focus()
        ends = handle.first.evaluate("(it) => it.getAttribute('aria-valuenow') === it.getAttribute('aria-valuemin')")
        handle.first.press("End" if ends else "Home")
    elif (field := control.locator("input")).count():
        field.first.fill(WORDS[name])
        field.first.press("Enter")
    else:
        raise AssertionError(f"{name}: a control of an unknown kind")
    return name


def put_back(control: Any) -> None:
    """Have a list or a box name nothing again, so that what it left is there for the next control."""
    if (chosen := control.locator("select")).count() and chosen.locator("option").first.text_content() in (
        "all",
        "told by most",
    ):
        chosen.select_option(index=0)
    elif name_of(control) in ("since", "until"):
        control.locator("input").fill("")
        control.locator("input").press("Enter")
