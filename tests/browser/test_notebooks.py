"""Every notebook of the project, opened and run in a real JupyterLab; every figure of it clicked."""

from __future__ import annotations

from pathlib import Path

import pytest
from figure_marks import DRAWN, MARK
from moving import move, put_back

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
# What is chosen in one figure narrows the others: where a mark stands is known when all are drawn again.
QUIET = """() => {
  const panel = [...window.jupyterapp.shell.widgets('main')].find((w) => w.sessionContext);
  return panel.sessionContext.session.kernel.status === 'idle';
}"""
# What a reader sees of an explorer: its figure's words and shapes, and how many rows stand behind it.
SHOWN = """(explorer) => {
  const graph = explorer.querySelector('.js-plotly-plot'), { data, layout } = graph;
  return JSON.stringify([graph.textContent, data, layout.title, explorer.querySelector('.bl-table').textContent]);
}"""
MARKS = "(explorer) => explorer.querySelector('.js-plotly-plot').data.length"
IDLE = "() => ![...document.querySelectorAll('.bl-figure')].some((el) => el.classList.contains('bl-busy'))"
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


@pytest.mark.parametrize("name", NAMES)
def test_every_control_of_a_notebook_moves_its_figure(lab, page, pictures, name):
    page.set_viewport_size({"width": 1300, "height": 11000})
    lab.open(page, f"notebooks/{name}")
    page.wait_for_function(DRAWN)
    page.wait_for_timeout(1000)
    tried: set[str] = set()
    moved: dict[str, list[bool]] = {}
    explorers = page.locator(".bl-explorer")
    for number in range(explorers.count()):
        explorer = explorers.nth(number)
        view = explorer.get_attribute("class")
        if view in tried:
            continue  # the same controls stand above each figure of one view
        tried.add(view)
        controls = explorer.locator(".bl-control")
        for place in range(controls.count()):
            before = explorer.evaluate(SHOWN)
            empty = not explorer.evaluate(MARKS)
            which = move(controls.nth(place))
            page.wait_for_timeout(150)
            page.wait_for_function(QUIET)
            page.wait_for_function(IDLE)
            page.wait_for_timeout(150)
            assert page.locator(".bl-error").all_text_contents() == [], (view, which)
            # Where nothing stands, as where no figure is told twice, there is nothing to narrow.
            moved.setdefault(view, []).append(empty or explorer.evaluate(SHOWN) != before)
            put_back(controls.nth(place))
    assert tried
    assert [view for view in tried if not any(moved[view])] == [], "controls were moved and the figure stayed as it was"
    page.screenshot(path=pictures / name.replace(".ipynb", "-moved.png"))
