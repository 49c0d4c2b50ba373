"""Notebooks as an app: Voila shows the same explorers, without cells."""

from __future__ import annotations

import pytest
from figure_marks import DRAWN, MARK

NAMES = ["4-trade-statistics.ipynb", "5-chronology.ipynb"]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_in_voila_and_its_figures_answer(voila, page, pictures, name):
    page.set_viewport_size({"width": 1280, "height": 7000})
    page.set_default_timeout(90_000)
    page.goto(f"{voila}/voila/render/notebooks/{name}", wait_until="domcontentloaded")
    explorers = page.locator(".bl-explorer")
    explorers.first.wait_for()
    page.wait_for_function(DRAWN)
    page.wait_for_timeout(1500)
    assert page.locator(".bl-error").count() == 0
    explorer = explorers.first
    mark = explorer.evaluate(MARK)
    page.mouse.move(mark["x"] - 3, mark["y"])
    page.mouse.move(mark["x"], mark["y"])
    page.wait_for_timeout(200)
    page.mouse.click(mark["x"], mark["y"])
    explorer.locator(".bl-panel mark").first.wait_for()
    words = explorer.locator(".js-plotly-plot").first.text_content()
    explorer.locator(".bl-control-show button, .bl-control-lanes button").nth(1).click()
    page.wait_for_function(
        "([element, words]) => element.querySelector('.js-plotly-plot').textContent !== words",
        arg=[explorer.element_handle(), words],
    )
    page.wait_for_timeout(500)
    page.screenshot(
        path=pictures / f"voila-{name.removesuffix('.ipynb')}.png", clip={"x": 0, "y": 0, "width": 1280, "height": 1600}
    )
