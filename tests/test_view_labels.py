"""Labels say what documents say, and nothing a page could take for a command."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from view_samples import corpus

from briefing_lib import view
from briefing_lib.tables import frame
from briefing_lib.view.drawing import labels


def documents(*rows):
    """Return documents of (name, title, published)."""
    return frame("documents", [(d, t, "", "", p, "", "", "", "", "", "", 0, 0) for d, t, p in rows])


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([("a", "Talks in Oslo", "")], ["Talks in Oslo"]),
        ([("0007_wire", "", "")], ["0007_wire"]),  # no title: the stem
        ([("a", "Talks", "2019"), ("b", "Talks", "2020")], ["Talks", "Talks (2020)"]),  # told apart by date
        ([("a", "Talks", ""), ("b", "Talks", "")], ["Talks", "Talks (b)"]),  # by stem
        (
            [("a", "Talks", "2019"), ("b", "Talks", "2019"), ("c", "Talks", "2019")],
            ["Talks", "Talks (2019)", "Talks (c)"],
        ),
    ],
)
def test_names_of_documents_differ(rows, names):
    assert list(labels.document_names(documents(*rows)).values()) == names


@given(st.lists(st.text(max_size=50), max_size=12), st.integers(12, 40))
def test_names_are_different_whatever_the_titles(titles, characters):
    rows = [(f"doc-{n}", title, "") for n, title in enumerate(titles)]
    names = labels.document_names(documents(*rows), characters)
    assert len(set(names.values())) == len(rows)


@given(st.text(), st.integers(5, 60))
def test_cut_text_is_not_longer_than_asked_for(text, characters):
    assert len(labels.shorten(text, characters)) <= characters
    assert all(len(line) <= characters for line in labels.wrap(text, characters).split("<br>"))


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (240.1e9, "USD", "240.1 bn USD"),
        (2.3e12, "CNY", "2.3 tn CNY"),
        (950, "ship", "950 ship"),
        (0, "", "0"),
        (-4.5e6, "EUR", "-4.5 m EUR"),  # a deficit
        (26.3, "percent", "26.3 %"),
    ],
)
def test_amounts(value, unit, text):
    assert labels.amount(value, unit) == text


@pytest.mark.parametrize("name", [n for n in view.__all__ if n != "View"])
def test_markup_in_a_document_stays_text(name):
    """A title or a name with tags is shown with them; two dollar signs are no formula."""
    briefing = corpus(3)
    hostile = "<script>alert(1)</script> <b>$1</b> & $2"
    briefing.documents["title"] = hostile
    for table, column in (
        ("mentions", "actor"),
        ("quotations", "source"),
        ("topics", "topic"),
        ("statistics", "reporter"),
    ):
        rows = getattr(briefing, table)
        rows[column] = [f"{hostile} {value}" for value in rows[column]]
    for table in ("meetings", "events"):
        rows = getattr(briefing, table)
        rows["participants"] = [[hostile, "Peru"]] * len(rows)
    settings = {"concordance": {"query": "trade"}, "keyness": {"part": f"actor: {hostile} Norway", "least": 2}}
    figure = getattr(view, name)(briefing, **settings.get(name, {})).figure
    shown = [figure.layout.title.text, figure.layout.title.subtitle.text or ""]
    shown += [a.text for a in figure.layout.annotations]
    for axis in (figure.layout.xaxis, figure.layout.yaxis):
        shown += list(axis.ticktext or ())
    for trace in figure.data:
        shown += [trace.name or ""]
        for texts in (trace.text, trace.hovertext):
            for text in texts if texts is not None else ():
                shown += [text] if isinstance(text, str) else list(text)
    if name not in ("agreements", "gaps"):  # these show words of documents in their tables alone
        assert any("script" in text for text in shown)
    for text in shown:
        assert "<script" not in text and "<b>$1" not in text
        assert text.count("$") < 2, "two dollar signs would be set as a formula"
