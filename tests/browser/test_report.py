"""The report in a real browser, opened from disk with the network cut off."""

from __future__ import annotations

from pathlib import Path

import pytest
from figure_marks import MARK

import briefing_lib as bl

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_opens_from_disk_without_a_network(browser, pictures, tmp_path, scheme):
    path = bl.write_report(bl.read_briefing(ROOT / "seeds"), tmp_path / "report.html")
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, offline=True, color_scheme=scheme)
    page = context.new_page()
    log: list[str] = []
    page.on("console", lambda message: log.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: log.append(f"pageerror: {error}"))
    page.on(
        "request",
        lambda request: log.append(request.url) if not request.url.startswith(("file:", "data:", "blob:")) else None,
    )
    page.goto(path.as_uri())
    sections = page.locator("main section:has(.figure)")
    for number in range(sections.count()):
        section = sections.nth(number)
        section.scroll_into_view_if_needed()
        section.locator(".main-svg").first.wait_for()
        choices = section.locator("select option")
        if choices.count() > 1:  # the bundled documents tell no figure twice
            label = choices.nth(1).text_content()
            section.locator("select").select_option(index=1)
            assert section.locator(".evidence b").first.text_content() == label.rsplit(" (", 1)[0]
            assert section.locator(".evidence li").count() >= 1
    chronology = page.locator("section:has(h2:text('Who met whom'))")
    mark = chronology.evaluate(MARK)
    page.evaluate("(y) => scrollBy(0, y - 400)", mark["y"])
    mark = chronology.evaluate(MARK)
    page.mouse.move(mark["x"] - 3, mark["y"])
    page.mouse.move(mark["x"], mark["y"])
    page.wait_for_timeout(200)
    page.mouse.click(mark["x"], mark["y"])
    chronology.locator(".evidence b", has_text=f"{mark['key']}:").wait_for()
    chronology.screenshot(path=pictures / f"report-{scheme}.png")
    context.close()
    assert log == [], "no error, no warning, no request"
