"""A row corrected in a real JupyterLab, by the keyboard alone: from the sentence to the file and back to the figure."""

from __future__ import annotations

import pytest

CELLS = (
    "import briefing_lib as bl\nbriefing = bl.read_briefing('mine')",
    "chronology = bl.explore(bl.view.chronology, briefing)\nchronology",
    "gaps = bl.explore(bl.view.gaps, briefing)\ngaps",
)
WIRE = "Olaf Scholz visited Ghana on 11 May 2023.\n\nKenya and Peru held talks in Lima on 2 May 2023.\n"


@pytest.fixture
def notebook(lab, page, request):
    folder = lab.folder / "mine"
    folder.mkdir(exist_ok=True)
    (folder / "corrections.csv").unlink(missing_ok=True)
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "sources.csv").write_text("document,published\nwire,2023-05-12\n", encoding="utf-8")
    lab.open(page, lab.write(f"{request.node.name}.ipynb", *CELLS))
    return folder


def test_the_keyboard_is_enough(notebook, page, pictures):
    explorer = page.locator(".bl-chronology")
    explorer.locator(".js-plotly-plot .main-svg").first.wait_for()
    explorer.locator(".bl-mark select").select_option(
        label="e2: Ghana, Olaf Scholz, visit in Ghana, 2023-05-11: held (1)"
    )
    form = explorer.locator(".bl-correction")
    opened = form.locator("summary", has_text="Correct a row")
    opened.wait_for()
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    assert not form.locator("select").first.is_visible(), "the form opens when it is asked for"
    opened.focus()
    page.keyboard.press("Enter")
    form.locator("select[name=row]").wait_for()
    page.keyboard.press("Tab")  # the row, the only one
    page.keyboard.press("Tab")
    page.keyboard.type("place")  # in a list of JupyterLab's, the "a" would put in a cell
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.value") == "Ghana", "what stands there can be changed"
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Tema")
    page.keyboard.press("Tab")
    page.keyboard.type("seen on the photograph")
    page.keyboard.press("Enter")
    form.get_by_text("Saved as decision 1 in corrections.csv").wait_for()
    kept = (notebook / "corrections.csv").read_text(encoding="utf-8-sig")
    assert "place,Tema" in kept and "seen on the photograph" in kept
    explorer.locator(".bl-panel .bl-note", has_text="in Tema").wait_for()
    assert "correction: " in explorer.locator(".bl-panel .bl-note").first.text_content()
    assert form.locator("input[name=text]").input_value() == "Tema" and not form.locator("[name=note]").input_value()
    form.scroll_into_view_if_needed()
    page.screenshot(path=pictures / "correcting.png")
    undo = form.get_by_role("button", name="Undo")
    undo.focus()
    page.keyboard.press("Space")
    form.get_by_text("Taken back.").wait_for()
    explorer.locator(".bl-panel .bl-note", has_text="in Ghana").wait_for()
    assert "Tema" not in (notebook / "corrections.csv").read_text(encoding="utf-8-sig")
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells


def test_a_wrong_value_is_said_and_a_dropped_row_leaves_every_figure(notebook, page):
    explorer, gaps = page.locator(".bl-chronology"), page.locator(".bl-gaps")
    explorer.locator(".bl-mark select").select_option(index=2)
    form = explorer.locator(".bl-correction")
    form.locator("summary").click()
    form.locator("[name=what]").select_option("edtf")
    form.locator("[name=text]").fill("in May")
    form.get_by_role("button", name="Save").click()
    form.locator(".bl-error", has_text="is no date: write it as EDTF").wait_for()
    assert form.locator("[name=text]").input_value() == "in May", "to be mended"
    form.locator("[name=text]").fill("")
    form.get_by_role("button", name="Save").click()
    form.get_by_text("Saved as decision 1").wait_for()
    gaps.locator(".js-plotly-plot .bars .point").nth(0).wait_for()  # "no date", in the other figure
    form.locator("[name=what]").select_option("(drop the row)")
    form.get_by_role("button", name="Save").click()
    form.get_by_text("Saved as decision 2").wait_for()
    page.wait_for_function("() => document.querySelectorAll('.bl-chronology .bl-mark option').length === 2")
