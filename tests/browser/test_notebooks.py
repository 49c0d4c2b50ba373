"""Every notebook of the project, opened and run in a real JupyterLab; every figure of it clicked."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NAMES = sorted(path.name for path in FOLDER.glob("*.ipynb"))
DRAWN = """() => {
  const shown = [...document.querySelectorAll('.bl-figure')];
  return shown.every((el) => el.querySelector('.js-plotly-plot .main-svg') && el.querySelector('.bl-figure-message').hidden);
}"""
# Where the first mark of a figure stands: middle of its first point, bar or cell that has a key.
MARK = """(explorer) => {
  const graph = explorer.querySelector('.js-plotly-plot'), box = graph.getBoundingClientRect();
  const { xaxis, yaxis } = graph._fullLayout;
  const at = (axis, value) => axis._offset + axis.c2p(axis.d2c ? axis.d2c(value) : value);
  for (const trace of graph._fullData) {
    const keys = trace.customdata, deep = trace.type === 'heatmap';
    for (let i = 0; keys && i < keys.length; i++) {
      for (let j = 0; j < (deep ? keys[i].length : 1); j++) {
        const key = deep ? keys[i][j] : keys[i];
        if (!key || (deep && trace.z[i][j] == null)) continue;
        let x = deep ? trace.x?.[j] ?? j : trace.x[i], y = deep ? trace.y?.[i] ?? i : trace.y[i];
        if (trace.type === 'bar') {  // not its end: the next bar may begin there
          const from = trace.base?.[i] ?? 0;
          if (trace.orientation === 'h') x = xaxis.type === 'date' ? x : from + x / 2;
          else y = from + y / 2;
          if (xaxis.type === 'date') continue;
        }
        const px = at(xaxis, x), py = at(yaxis, y);
        if (px < xaxis._offset || px > xaxis._offset + xaxis._length) continue;
        return { key: Array.isArray(key) ? key[0] : key, x: box.x + px, y: box.y + py, type: trace.type };
      }
    }
  }
  return null;
}"""


def test_there_are_notebooks():
    assert NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_and_every_figure_answers_a_click(lab, page, pictures, name):
    page.set_viewport_size({"width": 1300, "height": 7000})  # tall: Lab leaves out cells that are out of sight
    cells = lab.open(page, f"notebooks/{name}")
    page.wait_for_function(DRAWN)
    page.evaluate("() => window.jupyterapp.commands.execute('application:toggle-left-area')")
    page.wait_for_timeout(1000)
    assert page.locator(".bl-error").count() == 0
    explorers = page.locator(".bl-explorer")
    assert explorers.count() == sum(cell["shows"] for cell in cells) > 0
    for number in range(explorers.count()):
        explorer = explorers.nth(number)
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
    page.screenshot(path=pictures / name.replace(".ipynb", ".png"))
