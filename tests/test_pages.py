"""Web pages to text: what is kept, what is dropped, what a page states of itself, and pages that mean no good."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing_lib as bl
from briefing_lib.read.formats import UnreadableFile, read_file
from briefing_lib.read.metadata import iso_day
from briefing_lib.read.pages import read_page
from briefing_lib.read.sources import read_sources

BODY = (
    "The ministers of Ghana and Togo met on Monday in the old palace and agreed to meet again before the year is out."
)
PAGES = [
    ("<p>One.<p>Two.", "One.\n\nTwo.\n", "paragraphs that nobody closed"),
    ("<p>One<br>two</p>", "One\ntwo\n", "a line break stays a line break"),
    ("<p>One <b>bold</b>\n word.</p>", "One bold word.\n", "line breaks of the source are blanks"),
    ("<p>C&ocirc;te d&#8217;Ivoire&nbsp;&amp; Togo</p>", "Côte d’Ivoire & Togo\n", "entities"),
    (
        "<p><b>Question:</b> Why? <b>Ann Lee:</b> Because. <b>Question:</b> When?</p>",
        "Question: Why?\n\nAnn Lee: Because.\n\nQuestion: When?\n",
        "a bold speaker begins a line",
    ),
    ("<p>A <strong>very</strong> short: note</p>", "A very short: note\n", "a bold word begins none"),
    (
        "<table><tr><th>Year<th>Trade<tr><td>1999<td>$5 million</table>",
        "Year | Trade\n\n1999 | $5 million\n",
        "a row of a table is a line",
    ),
    (
        "<table><tr><td><p>Menu</p></td><td><p>The piece.</p><p>Its end.</p></td></tr></table>",
        "Menu\n\nThe piece.\n\nIts end.\n",
        "a table that only lays out the page",
    ),
    (
        f"<nav>Home</nav><script>alert(1)</script><style>p</style><p>{BODY}</p><footer>Legal</footer><aside>More</aside>",
        f"{BODY}\n",
        "what surrounds the piece",
    ),
    (
        f"<h1>Talks</h1><ul><li><a>Home</a><li><a>News</a><li><a>Sport</a></ul><p>{BODY}</p><ul><li>Fish<li>Visas</ul>",
        f"Talks\n\n{BODY}\n\nFish\n\nVisas\n",
        "a list of links is a menu, another list is text",
    ),
    (
        f"<h1>Talks fail</h1><article><p>{BODY}</p></article><article><p>Other news.</p></article>",
        f"Talks fail\n\n{BODY}\n",
        "the title stands outside the article",
    ),
    (
        f'<div class="share-buttons">Tweet</div><div style="display:none">secret</div><p>{BODY}</p>',
        f"{BODY}\n",
        "furniture by its name, and what is hidden",
    ),
    (f"<form><p>{BODY * 20}</p></form>", f"{BODY * 20}\n", "a form around the whole page, as old systems had it"),
    ("<p>the 75<sup>th</sup> year<sup>[3]</sup></p>", "the 75th year\n", "a footnote's number is no text"),
    ("<p>One.</p><hr><p>Two.</p>", "One.\n\n***\n\nTwo.\n", "a rule across the page"),
    ("<p>He said <q>no</q>.</p>", "He said “no”.\n", "quotation marks that the browser adds"),
    ("<pre>One\ntwo</pre>", "One\ntwo\n", "text as it was typed"),
    ("plain words", "plain words\n", "no mark-up at all"),
]


@pytest.mark.parametrize(("html", "text", "why"), PAGES, ids=[case[2] for case in PAGES])
def test_text_of_a_page(html: str, text: str, why: str) -> None:
    assert read_page(html).text == text, why


STATED = [
    (
        '<meta property="og:title" content="Talks fail"><meta property="og:site_name" content="The Accra Post">'
        '<meta name="author" content="Ama Mensah"><meta property="article:published_time" content="1999-03-03T10:00:00Z">',
        {"title": "Talks fail", "publisher": "The Accra Post", "author": "Ama Mensah", "published": "1999-03-03"},
        "meta tags",
    ),
    (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],'
        '"headline": "Talks fail", "datePublished": "1999-03-03", "author": [{"name": "Ama Mensah"}, {"name": "Kofi Ba"}],'
        '"publisher": {"name": "The Accra Post"}}]}</script>',
        {
            "title": "Talks fail",
            "publisher": "The Accra Post",
            "author": "Ama Mensah, Kofi Ba",
            "published": "1999-03-03",
        },
        "JSON-LD",
    ),
    ("<title>Talks fail | The Accra Post</title>", {"title": "Talks fail"}, "the title less the site's name"),
    ('<p>x <time datetime="1999-03-03">3 March</time>', {"published": "1999-03-03"}, "a time element"),
    ('<script type="application/ld+json">{"@type": [[[</script><h1>Talks</h1>', {"title": "Talks"}, "broken JSON-LD"),
    ('<meta name="author" content="https://facebook.com/post">', {}, "a link is no author"),
    ('<meta name="date" content="0000-00-00">', {}, "a date that is none"),
]


@pytest.mark.parametrize(("html", "stated", "why"), STATED, ids=[case[2] for case in STATED])
def test_what_a_page_states(html: str, stated: dict[str, str], why: str) -> None:
    found = read_page(html).stated
    assert found.pop("published_basis", "stated in the page's metadata") == "stated in the page's metadata"
    assert found == stated, why


def test_days() -> None:
    assert [iso_day(value) for value in ("20240520", "2024/5/2", "2024-13-45", "", "Tue, 9 Apr 2024 10:00:00 GMT")] == [
        "2024-05-20",
        "2024-05-02",
        "",
        "",
        "2024-04-09",
    ]


def page(tmp_path: Path, raw: bytes, name: str = "page.html") -> Path:
    (tmp_path / name).write_bytes(raw)
    return tmp_path / name


@pytest.mark.parametrize(
    "raw",
    [
        '<meta charset="windows-1251"><p>Встреча в Москве'.encode("cp1251"),
        '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Встреча в Москве'.encode("koi8-r"),
        "\ufeff<p>Встреча в Москве".encode(),
        "<p>Встреча в Москве".encode("utf-16"),
        '<meta charset="no-such-thing"><p>Встреча в Москве'.encode(),
        '<meta charset="windows-1252"><meta charset="utf-8"><p>Встреча в Москве'.encode(),
    ],
    ids=["windows-1251", "koi8-r", "byte-order mark", "UTF-16", "unknown name", "a false name"],
)
def test_character_sets(tmp_path: Path, raw: bytes) -> None:
    assert read_file(page(tmp_path, raw)).text == "Встреча в Москве\n"


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "empty"),
        (b"<html><head><title>x</title></head></html>", "holds no text"),
        (b"<script>document.write('x')</script>", "holds no text"),
        (b"\x89PNG\x00\x00\x01", "binary"),
        (b"<div>" * 50_000 + b"deep", "nested too deeply"),
    ],
)
def test_a_page_that_cannot_be_read_says_so(tmp_path: Path, raw: bytes, what: str) -> None:
    with pytest.raises(UnreadableFile, match=what) as caught:
        read_file(page(tmp_path, raw))
    assert caught.value.remedy


def test_hostile_pages_are_read_or_listed(tmp_path: Path) -> None:
    page(tmp_path, b"<div>" * 5_000 + BODY.encode() + b"</div>" * 5_000, "deep.html")
    page(tmp_path, b"<table><tr><td>" * 2_000 + BODY.encode(), "tables.html")
    page(tmp_path, b"<p" + b" a='b'" * 20_000 + b">" + BODY.encode(), "attributes.html")
    page(tmp_path, b"<!-- " + b"<!--" * 10_000 + b"--><p>" + BODY.encode(), "comments.html")
    page(tmp_path, b"\x00\x01", "binary.htm")
    briefing = bl.read_briefing(tmp_path)
    assert list(briefing.documents["document"]) == ["attributes", "comments", "deep", "tables"]
    assert {BODY in briefing.text(document) for document in briefing.documents["document"]} == {True}
    assert briefing.problems.set_index("path").loc["binary.htm", "remedy"]


def test_a_page_keeps_its_text_and_its_anchors_with_the_tables(tmp_path: Path) -> None:
    page(tmp_path, f'<title>x</title><meta name="date" content="2019-05-08"><h1>Talks</h1><p>{BODY}'.encode())
    briefing = bl.read_briefing(tmp_path)
    row = briefing.documents.iloc[0]
    assert (row.title, row.published, row.published_basis) == ("Talks", "2019-05-08", "stated in the page's metadata")
    briefing.save(tmp_path / "out")
    again = bl.open_briefing(tmp_path / "out")
    text = again.text("page")
    assert text == f"Talks\n\n{BODY}\n"
    assert len(again.mentions) and all(text[m.start : m.end] == m.text for m in again.mentions.itertuples())
    briefing.save(tmp_path / "csv", "csv")
    assert BODY in (tmp_path / "csv" / "texts.csv").read_text(encoding="utf-8")


def test_what_sources_csv_states_comes_before_the_page(tmp_path: Path) -> None:
    page(tmp_path, f'<meta name="date" content="2019-05-08"><h1>Talks</h1><p>{BODY}'.encode())
    (tmp_path / "sources.csv").write_text("document,published\npage,2019-05-07\n", encoding="utf-8")
    (source,), _ = read_sources(tmp_path)
    assert source.stated == {"title": "Talks", "published": "2019-05-07"}


def test_what_a_browser_saves_beside_a_page_is_no_document(tmp_path: Path) -> None:
    page(tmp_path, f"<p>{BODY}".encode(), "Talks fail.html")
    (tmp_path / "Talks fail_files").mkdir()
    page(tmp_path / "Talks fail_files", b"body {}", "style.css")
    page(tmp_path / "Talks fail_files", b"<p>frame", "frame.html")
    sources, problems = read_sources(tmp_path)
    assert [source.document for source in sources] == ["Talks fail"] and not problems


MARKS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<div", ">", "<td>", "<ul><li>", "<a>", "Ann: ", "&nbsp;", "\n", "<br>", "<!--"]
)


@given(st.lists(MARKS | st.text(max_size=8), max_size=30))
def test_any_page_gives_text(parts: list[str]) -> None:
    text = read_page("".join(parts)).text
    assert "\n\n\n" not in text and text == text.lstrip("\n")
