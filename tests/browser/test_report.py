"""The report in a real browser, opened from disk with the network cut off."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path

import pytest
from figure_marks import MARK
from small_briefing import TEXTS, small

import briefing_lib as bl
from briefing_lib.report import report_html

ROOT = Path(__file__).resolve().parents[2]
READER = "#reader .bl-reader"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return bl.write_report(bl.read_briefing(ROOT / "seeds"), tmp_path_factory.mktemp("report") / "report.html")


@contextmanager
def opened(browser, path, width=1280, scheme="light"):
    """Open a report without a network; nothing may be asked for, and nothing go wrong."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, offline=True, color_scheme=scheme, accept_downloads=True
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    log: list[str] = []
    page.on("console", lambda message: log.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: log.append(f"pageerror: {error}"))
    page.on(
        "request",
        lambda request: log.append(request.url) if not request.url.startswith(("file:", "data:", "blob:")) else None,
    )
    page.goto(path.as_uri())
    yield page
    assert page.locator("#trouble").is_hidden(), page.locator("#trouble").text_content()
    context.close()
    assert log == [], "no error, no warning, no request"


def part(page, question):
    section = page.locator("main > section", has=page.locator("h2", has_text=question))
    section.evaluate("el => el.scrollIntoView()")
    section.and_(page.locator("[data-shown]")).wait_for()
    return section


def everything(page):
    """Wait until all figures are drawn, so that nothing moves any more."""
    page.wait_for_function(
        "() => [...document.querySelectorAll('main > section:has(.figure)')].every((el) => el.dataset.shown)"
    )


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (800, "light"), (800, "dark")])
def test_the_report_opens_from_disk_without_a_network(browser, pictures, report, width, scheme):
    with opened(browser, report, width, scheme) as page:
        everything(page)
        sections = page.locator("main > section:has(.figure)")
        for number in range(sections.count()):
            section = sections.nth(number)
            nothing = section.locator(".nothing").is_visible()
            assert nothing != section.locator(".main-svg").first.is_visible()
            if not nothing:
                assert section.locator(".figure").get_attribute("aria-label")
                offered = section.locator(".modebar-btn").evaluate_all("all => all.map((el) => el.dataset.title)")
                assert {"Download plot as a PNG", "Download as SVG"} <= set(offered)
                assert not any("share" in said.lower() or "cloud" in said.lower() for said in offered), (
                    "none uploads it"
                )
            choices = section.locator(".choose option")
            if choices.count() > 1:  # the bundled documents tell no figure twice
                label = choices.nth(1).text_content()
                section.locator(".choose select").select_option(index=1)
                assert section.locator(".evidence b").first.text_content() == label.rsplit(" (", 1)[0]
                assert section.locator(".evidence li").count() >= 1
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), "no scrolling sideways"
        wide = page.evaluate(
            "() => [...document.querySelectorAll('.wide')].every((el) => el.hidden"
            " || el.firstElementChild.getBoundingClientRect().right <= el.getBoundingClientRect().right + 1)"
        )
        assert wide, "every figure is seen whole"
        page.evaluate("() => scrollTo(0, 0)")
        page.screenshot(path=pictures / f"report-{width}-{scheme}.png")


def test_a_click_on_a_mark_opens_its_sentences(browser, pictures, report):
    for width in (1280, 800):  # where figures are made smaller, marks stand elsewhere
        with opened(browser, report, width) as page:
            everything(page)
            section = part(page, "Whom and what does one source name")
            box = section.locator(".figure").bounding_box()
            scale = box["width"] / max(box["width"], 860)
            mark = section.evaluate(MARK)
            x, y = box["x"] + (mark["x"] - box["x"]) * scale, box["y"] + (mark["y"] - box["y"]) * scale
            page.evaluate("(y) => scrollBy(0, y - 400)", y)
            moved = section.locator(".figure").bounding_box()["y"] - box["y"]
            page.mouse.move(x - 3, y + moved)
            page.mouse.move(x, y + moved)
            page.wait_for_timeout(200)
            page.mouse.click(x, y + moved)
            section.locator(".evidence b", has_text=f"{mark['key']}").wait_for()
            section.screenshot(path=pictures / f"report-clicked-{width}.png")


def test_what_a_section_shows_can_be_chosen(browser, report):
    with opened(browser, report) as page:
        section = part(page, "How does each document tell of one meeting")
        first = section.locator(".figure").get_attribute("aria-label")
        section.locator(".show select").select_option(index=1)
        page.wait_for_function(
            "([el, said]) => el.ariaLabel !== said", arg=[section.locator(".figure").element_handle(), first]
        )
        section.locator(".choose select").select_option(index=1)
        section.locator(".evidence li").first.wait_for()
        event = section.locator(".show option:checked").text_content().partition(":")[0]
        assert f" {event}: " in section.locator(".figure").get_attribute("aria-label")


def test_a_sentence_opens_its_document_and_the_way_back(browser, pictures, report):
    with opened(browser, report, scheme="dark") as page:
        everything(page)
        section = part(page, "Who met whom")
        section.locator(".choose select").select_option(index=1)
        words = section.locator(".evidence mark").first.text_content()
        section.locator(".bl-open").first.click()
        page.locator(f"{READER} .bl-on").first.wait_for()
        assert "".join(page.locator(f"{READER} .bl-on").all_text_contents()) == words
        card = page.locator(f"{READER} .bl-reader-card")
        assert card.locator("b").first.text_content().startswith("meetings, row ")
        status = page.locator(f"{READER} .bl-reader-status b")
        before = int(status.text_content().split()[0])
        page.keyboard.press("n")
        page.wait_for_function(
            "([el, said]) => parseInt(el.textContent) === said", arg=[status.element_handle(), before + 1]
        )
        page.keyboard.press("p")
        page.keyboard.press("Escape")
        card.wait_for(state="hidden")
        page.screenshot(path=pictures / "report-reading.png")
        page.locator(".returns button").click()
        assert page.evaluate("() => document.activeElement.textContent") == "read in the document"


def test_a_whole_sentence_is_marked_where_it_stands(browser, tmp_path):
    briefing = small()
    path = tmp_path / "small.html"
    path.write_text(report_html(briefing), encoding="utf-8")
    with opened(browser, path) as page:
        section = part(page, "What is in this pile")
        for document in TEXTS:
            section.locator(".choose select").select_option(f"sentences · {document}")
            for number in range(section.locator(".bl-open").count()):
                section.locator(".evidence li").nth(number).locator(".bl-open").click()
                page.locator(f"{READER} .bl-on").first.wait_for()
                sentences = briefing.sentences[briefing.sentences["document"] == document]
                page.wait_for_function(
                    "(said) => [...document.querySelectorAll('#reader .bl-on')].map((el) => el.textContent).join('') === said",
                    arg=sentences["text"].iloc[number],
                )
                # What is marked is taken out of no paragraph and put into none: the text is still the document's.
                text = page.evaluate(
                    "() => { const el = document.querySelector('.bl-reader-page > .bl-sheet').cloneNode(true);"
                    " for (const side of el.querySelectorAll('.bl-side')) side.remove(); return el.textContent; }"
                )
                assert text == TEXTS[document]
        assert page.locator(".bl-reader-page > .bl-sheet script").count() == 0


def test_any_document_can_be_chosen_from_the_list(browser, report):
    with opened(browser, report) as page:
        page.locator("#reader").evaluate("el => el.scrollIntoView()")
        page.locator(".bl-reader-page > .bl-sheet").wait_for()
        page.locator("#reader .documents summary").click()
        name = page.locator("#reader .documents tbody button").nth(3)
        said = name.text_content()
        name.click()
        page.wait_for_function("(said) => document.querySelector('.bl-reader-choose').value === said", arg=said)
        page.locator(".bl-reader-bar input[value=topics]").check()
        assert page.locator(".bl-reader-page.show-topics .bl-chip-topic").first.is_visible()
        page.locator(".bl-reader-page mark.l-actors").first.hover()
        assert "actors: " in page.locator(".bl-reader-tip").text_content()
        page.locator(".bl-reader-choose").select_option(index=0)
        page.wait_for_function(
            "(said) => !document.querySelector('.bl-reader-page').ariaLabel.includes(said)", arg=said
        )


def test_tables_are_sorted_and_taken_along(browser, report):
    with opened(browser, report) as page:
        section = part(page, "What is in this pile")
        section.locator(".table summary").click()
        section.locator("th button", has_text="mentions").click()
        column = "(el) => [...el.querySelectorAll('tbody tr')].map((row) => Number(row.cells[3].textContent))"
        up = section.evaluate(column)
        assert up == sorted(up) and section.locator("th[aria-sort=ascending]").count() == 1
        section.locator("th button", has_text="mentions").click()
        assert section.evaluate(column) == up[::-1]
        with page.expect_download() as held:
            section.locator(".files button", has_text="overview.csv").click()
        lines = Path(held.value.path()).read_text(encoding="utf-8-sig").splitlines()
        assert lines[0].startswith("document,title,sentences") and len(lines) == 6
        with page.expect_download() as held:
            section.locator(".files button", has_text="overview.xlsx").click()
        assert Path(held.value.path()).read_bytes().startswith(b"PK")


def test_light_and_dark_are_as_the_system_is_or_as_chosen(browser, report):
    paper = "() => getComputedStyle(document.body).backgroundColor"
    with opened(browser, report, scheme="dark") as page:
        dark = page.evaluate(paper)
        page.locator("#colours").select_option("light")
        assert page.evaluate(paper) == "rgb(255, 255, 255)" != dark
        page.locator("#colours").select_option("")
        assert page.evaluate(paper) == dark
        page.emulate_media(color_scheme="light")
        page.wait_for_function("() => getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'")


def test_on_paper_there_are_figures_and_no_controls(browser, pictures, report):
    with opened(browser, report, scheme="dark") as page:
        everything(page)
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert not any(page.locator(what).first.is_visible() for what in ("nav", ".choose", "#reader"))
        page.set_viewport_size({"width": 718, "height": 1000})  # A4, less its margins
        page.screenshot(path=pictures / "report-paper.png")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_small_window_folds_the_list_of_contents(browser, report):
    with opened(browser, report, 800) as page:
        link = page.locator("nav a", has_text="What became of plans")
        assert not link.is_visible()
        page.locator("nav summary").click()
        link.click()
        assert not link.is_visible()
        page.wait_for_function("() => location.hash === '#part-9'")
