"""The explorer in a real JupyterLab: what no kernel can see."""

from __future__ import annotations

from base64 import b64decode

import pytest

CELLS = (
    "from small_briefing import meetings, names, small\nfrom briefing_lib.explore import explore\nbriefing = small()",
    "who = explore(names, briefing)\nwho",
    "when = explore(meetings, briefing)\nwhen",
)
BARS = ".bl-names .js-plotly-plot .bars .point"
TOLD = "Names: all. 6 marks, most often: Tomás Herrera (4); Peru (3);"
TITLE = ".bl-names .js-plotly-plot .gtitle"


@pytest.fixture
def notebook(lab, page, request):
    name = lab.write(f"{request.node.name.replace('[', '-').replace(']', '')}.ipynb", *CELLS)
    return lambda: lab.open(page, name)


def bars(page, number: int) -> None:
    page.wait_for_function(f"() => document.querySelectorAll('{BARS}').length === {number}")


def press(page, label: str) -> None:
    page.locator(".bl-names .bl-control-kind button", has_text=label).click()


def click(page, point) -> None:
    """Click a mark as a hand does: plotly wants to see the pointer arrive first."""
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    page.wait_for_timeout(200)
    page.mouse.click(x, y)


def use(page) -> None:
    """Change a control, see the figure follow, click a mark, read its sentences."""
    bars(page, 6)
    press(page, "state")
    bars(page, 3)
    assert page.locator(TITLE).text_content() == "Names: state"
    click(page, page.locator(BARS).first)
    panel = page.locator(".bl-names .bl-panel")
    panel.locator("mark").first.wait_for()
    assert panel.get_by_text("3 mentions").count() == 1
    assert panel.locator("li").count() == 3
    assert panel.locator("mark").all_text_contents() == ["Peru"] * 3
    assert panel.get_by_text("<script>alert('Peru')</script>").count() >= 1, "a script in a document is text"
    assert panel.get_by_text("gazette: Undated note · date not known · paragraph 2 · voice: author").count() == 1


def test_from_a_control_to_the_figure_and_from_a_mark_to_its_words(notebook, page):
    notebook()
    use(page)


def test_on_a_slow_machine(notebook, page):
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    notebook()
    use(page)


def test_a_reloaded_page_shows_what_the_controls_say(notebook, page):
    notebook()
    use(page)
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    page.reload(wait_until="domcontentloaded")
    bars(page, 3)
    assert page.locator(TITLE).text_content() == "Names: state"
    pressed = page.locator(".bl-names .bl-control-kind button.mod-active")
    assert pressed.all_text_contents() == ["state"]
    assert page.locator(".bl-names .bl-panel li").count() == 3, "and the sentences of the chosen mark"
    press(page, "person")
    bars(page, 2)


def test_a_filter_reaches_every_explorer_of_the_notebook(notebook, page):
    notebook()
    bars(page, 6)
    page.locator(".bl-names button.bl-filter").click()
    tags = page.locator(".bl-names .bl-filter-document input")
    tags.click()  # waits until it can be seen; keys pressed before that would go to the notebook
    tags.press_sequentially("minist")  # a part of the title is enough
    tags.press("Enter")
    bars(page, 5)
    words = page.locator(".bl-words", has_text="1 of 3 documents, document: harbour")
    words.nth(1).wait_for()
    page.locator(".bl-meetings button.bl-reset").click()
    bars(page, 6)
    page.locator(".bl-words", has_text="All 3 documents").nth(1).wait_for()


def test_an_error_in_a_callback_is_shown_and_passes(notebook, page):
    notebook()
    page.locator(".bl-meetings .bl-control-status select").select_option("boom")
    page.locator(".bl-meetings .bl-error", has_text="KeyError: 'no such column'").wait_for()
    page.locator(".bl-meetings .bl-control-status select").select_option("held")
    page.locator(".bl-meetings .gtitle", has_text="Meetings: held").wait_for()
    page.wait_for_function("() => !document.querySelector('.bl-meetings .bl-error')")


SLOW = """import time
def slow(briefing, *, wait: bool = False):
    time.sleep(2 * wait)
    return names(briefing)
it = explore(slow, briefing)
it"""


def test_a_figure_that_takes_long_says_so_and_stays_where_it_is(lab, page, request):
    lab.open(page, lab.write(f"{request.node.name}.ipynb", CELLS[0], SLOW))
    figure = page.locator(".bl-slow .bl-figure")
    figure.locator(".bars .point").first.wait_for()
    assert figure.get_attribute("aria-busy") == "false"
    page.locator(".bl-slow input[type=checkbox]").click()
    page.locator(".bl-slow .bl-figure.bl-busy[aria-busy=true]").wait_for()
    page.wait_for_timeout(400)
    assert float(figure.evaluate("(it) => getComputedStyle(it).opacity")) < 0.6, "the figure before it is faded"
    assert figure.locator(".bars .point").count() > 0, "and still there"
    page.locator(".bl-slow .bl-figure[aria-busy=false]").wait_for()


def test_the_table_can_be_taken_along(notebook, page):
    notebook()
    page.locator(".bl-names .bl-table button").click()
    with page.expect_download() as started:
        page.locator(".bl-names a[download='names.csv']").click()
    content = started.value.path().read_bytes().decode("utf-8-sig")
    assert content.splitlines()[0] == "actor,mentions"
    assert "Peru,3" in content
    link = page.locator(".bl-names a[download='names.xlsx']").get_attribute("href")
    assert b64decode(link.partition("base64,")[2])[:2] == b"PK"


def test_the_figure_can_be_taken_along(notebook, page):
    notebook()
    bars(page, 6)
    page.locator(".bl-names .js-plotly-plot").hover()
    for button, start in (("Download as SVG", b"<svg"), ("Download plot as a PNG", b"\x89PNG")):
        with page.expect_download() as started:
            page.locator(f".bl-names .modebar-btn[data-title^='{button}']").click()
        assert started.value.suggested_filename.startswith("names.")
        assert started.value.path().read_bytes().startswith(start)


def test_a_figure_is_described_and_fits_its_cell(notebook, page):
    notebook()
    bars(page, 6)
    figure = page.locator(".bl-names .bl-figure [role=img]")
    label = figure.get_attribute("aria-label")
    assert label.startswith(TOLD), label
    before = figure.bounding_box()
    page.set_viewport_size({"width": 800, "height": 1000})
    page.wait_for_function("() => document.querySelector('.bl-names .main-svg').getBoundingClientRect().width < 700")
    after = figure.bounding_box()
    assert after["width"] < before["width"]
    assert after["height"] == before["height"], "narrower, not squashed"


@pytest.mark.parametrize("trusted", [False, True])
def test_a_saved_notebook_shows_figure_and_words_without_being_run(notebook, lab, page, request, trusted):
    notebook()
    bars(page, 6)
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    name = f"{request.node.name.replace('[', '-').replace(']', '')}.ipynb"
    page.evaluate("() => window.jupyterapp.serviceManager.sessions.shutdownAll()")
    if not trusted:  # as after a download: a name of which this machine has no signature
        text = (lab.folder / name).read_text(encoding="utf-8").replace("small()", "small() ")
        name = f"other-{name}"
        (lab.folder / name).write_text(text, encoding="utf-8")
    cells = lab.open(page, name, run=False)
    assert cells[1]["trusted"] == trusted
    picture = page.locator(".bl-static img").first
    picture.wait_for()
    assert picture.evaluate("image => image.complete && image.naturalWidth") > 400
    assert picture.get_attribute("alt").startswith(TOLD)
    page.locator("summary", has_text="Sentences behind the marks").first.click()
    page.locator(".bl-static summary", has_text="Peru: 3 mentions").click()
    assert page.locator(".bl-static mark", has_text="Peru").first.is_visible()
    assert page.get_by_text("model not found").locator("visible=true").count() == 0
    assert page.locator(".bl-figure").count() == 0


def test_the_living_figure_takes_the_place_of_the_saved_one(notebook, page):
    notebook()
    bars(page, 6)
    assert page.locator(".bl-static").count() == 2
    assert page.locator(".bl-static").locator("visible=true").count() == 0
