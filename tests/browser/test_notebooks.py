"""Every notebook of the project, opened and run in a real JupyterLab."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NAMES = sorted(path.name for path in FOLDER.glob("*.ipynb"))
DRAWN = """() => {
  const shown = [...document.querySelectorAll('.bl-figure')];
  return shown.every((el) => el.querySelector('.js-plotly-plot .main-svg') && el.querySelector('.bl-figure-message').hidden);
}"""


def test_there_are_notebooks():
    assert NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_and_draws(lab, page, pictures, name):
    page.set_viewport_size({"width": 1200, "height": 6000})  # tall: Lab leaves out cells that are out of sight
    cells = lab.open(page, f"notebooks/{name}")
    page.wait_for_function(DRAWN)
    page.wait_for_timeout(500)
    page.screenshot(path=pictures / name.replace(".ipynb", ".png"))
    assert page.locator(".bl-error").count() == 0
    assert page.locator(".bl-figure").count() >= sum("bl.explore(" in cell["source"] for cell in cells)
