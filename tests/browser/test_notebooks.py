"""Every notebook of the project, opened and run in a real JupyterLab; every figure of it clicked."""

from __future__ import annotations

from pathlib import Path

import pytest
from figure_marks import DRAWN, MARK

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
# What is chosen in one figure narrows the others: where a mark stands is known when all are drawn again.
QUIET = """() => {
  const panel = [...window.jupyterapp.shell.widgets('main')].find((w) => w.sessionContext);
  return panel.sessionContext.session.kernel.status === 'idle';
}"""
NAMES = sorted(path.name for path in FOLDER.glob("*.ipynb"))


def test_there_are_notebooks():
    assert NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_and_every_figure_answers_a_click(lab, page, pictures, name):
    page.set_viewport_size({"width": 1300, "height": 11000})  # tall: Lab leaves out cells that are out of sight
    cells = lab.open(page, f"notebooks/{name}")
    page.wait_for_function(DRAWN)
    page.evaluate("() => window.jupyterapp.commands.execute('application:toggle-left-area')")
    page.wait_for_timeout(1000)
    assert page.locator(".bl-error").count() == 0
    explorers, readers = page.locator(".bl-explorer"), page.locator(".bl-reader")
    assert explorers.count() + readers.count() == sum(cell["shows"] for cell in cells) > 0
    for number in range(explorers.count()):
        explorer = explorers.nth(number)
        page.wait_for_timeout(500)
        page.wait_for_function(QUIET)
        page.wait_for_timeout(500)
        explorer.scroll_into_view_if_needed()
        mark = explorer.evaluate(MARK)
        if mark is None:
            continue  # a filter may leave a figure nothing
        page.mouse.move(mark["x"] - 2, mark["y"])
        page.mouse.move(mark["x"], mark["y"])
        page.wait_for_timeout(200)
        page.mouse.click(mark["x"], mark["y"])
        explorer.locator(".bl-panel li").first.wait_for()
        assert explorer.locator(".bl-panel b").first.text_content()
    for number in range(readers.count()):
        readers.nth(number).locator(".bl-reader-page mark.l-actors").first.click()
        readers.nth(number).locator(".bl-reader-card b").wait_for()
    page.screenshot(path=pictures / name.replace(".ipynb", ".png"))
