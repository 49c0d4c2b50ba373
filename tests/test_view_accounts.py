"""Sources side by side: what each document says of a meeting, where accounts differ, and what of it is opinion."""

from __future__ import annotations

from pathlib import Path

import pytest
from dated_folder import read

import briefing_lib as bl
from briefing_lib import view
from briefing_lib.view.account.beforehand import compare_status
from briefing_lib.view.account.comparing import compare, compare_lists
from briefing_lib.view.account.opinion import Said, judge
from briefing_lib.view.account.surroundings import Account
from briefing_lib.view.account.telling import ASPECTS

WIRES = {
    "harbour": ("2019-03-13", "President William Ruto met Chancellor Olaf Scholz in Nairobi on 12 March 2019.\n\n"
                "A loan of $300 million was signed with Ethiopia.\n"),
    "courier": ("2019-03-14", "President William Ruto met Chancellor Olaf Scholz in Nairobi on 12 March 2019. “Kenya must sell more coffee,” "
                "Scholz said.\n"),
    "gazette": ("2019-03-11", "President William Ruto will meet Chancellor Olaf Scholz in Nairobi on 12 March 2019, a visit worth 40 million euros.\n"),
}  # fmt: skip


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> bl.Briefing:
    return read(tmp_path_factory.mktemp("corpus"), WIRES)


def account(shown: view.View, aspect: str, document: str) -> tuple[str, str]:
    table = shown.table
    row = table[(table["aspect"] == aspect) & (table["document"] == document)].iloc[0]
    return row["account"], row["compared"]


def test_the_event_told_by_most_documents_is_shown_and_documents_stand_in_order_of_publication(briefing) -> None:
    shown = view.accounts(briefing)
    assert list(dict.fromkeys(shown.table["document"])) == ["gazette", "harbour", "courier"]


def test_what_differs_from_the_common_account_stands_out(briefing) -> None:
    shown = view.accounts(briefing)
    assert account(shown, "status", "gazette") == ("planned", "told beforehand"), "it is the older paper"
    assert account(shown, "status", "harbour") == ("held", "agrees")
    assert account(shown, "place", "courier") == ("Nairobi", "agrees")
    assert account(shown, "quoted", "courier") == ("Olaf Scholz", "told by one only")


def test_a_voice_that_others_do_not_have_is_a_difference_in_who_says_so() -> None:
    says = next(aspect for aspect in ASPECTS if aspect.name == "who says so")
    told = {"wire": ["the document itself"], "record": ["the document itself", "William Ruto"]}
    means = {name: says.means(Account(voices, list(voices), "meetings", [1])) for name, voices in told.items()}
    assert says.agree and compare(means, says.agree) == {"wire": "differs", "record": "differs"}
    means["record"] = means["wire"]
    assert set(compare(means, says.agree).values()) == {"agrees"}


def test_figures_are_those_of_the_paragraph_that_tells_it(briefing) -> None:
    shown = view.accounts(briefing)
    figures = shown.table[shown.table["aspect"] == "figures"]
    assert list(zip(figures["document"], figures["account"], strict=True)) == [("gazette", "40 m EUR")]


def test_marks_open_the_sentences_of_their_own_document(briefing) -> None:
    shown = view.accounts(briefing)
    for key, rows in shown.marks.items():
        assert {found.document for found in bl.evidence(briefing, rows)} == {key.rpartition(" · ")[2]}


def test_what_differs_has_a_sign_as_well_as_a_colour(briefing) -> None:
    tiles = view.accounts(briefing).figure.data[0]
    words = {key: text for keys, texts in zip(tiles.customdata, tiles.text, strict=True)
             for key, text in zip(keys, texts, strict=True)}  # fmt: skip
    assert words["status · gazette"] == "← planned" and words["status · harbour"] == "held"


def test_what_differs_between_papers_of_a_day_has_its_sign_too(tmp_path: Path) -> None:
    moved = ("2019-03-13", WIRES["harbour"][1].replace("Nairobi", "Mombasa"))
    tiles = view.accounts(read(tmp_path, {"harbour": WIRES["harbour"], "moved": moved})).figure.data[0]
    words = [text for texts in tiles.text for text in texts]
    assert "≠ Mombasa" in words and "≠ Nairobi" in words


@pytest.mark.parametrize(
    ("values", "published", "verdicts", "why"),
    [
        ("planned held", "2024-05-02 2024-05-09", "told beforehand, told by one only", "older news"),
        ("planned held", "2024-05-09 2024-05-09", "differs, differs", "the same day"),
        ("planned held", "2024-05-09 2024-05-02", "differs, differs", "planned after it was held"),
        ("planned held", "2024-05 2024-05-09", "differs, differs", "no telling which came first"),
        ("planned held", "? 2024-05-09", "differs, differs", "not known when"),
        ("planned expected", "2024-05-02 2024-05-09", "differs, differs", "both of what is to come"),
        ("expected cancelled held", "2024-05-02 2024-05-09 2024-05-09", "told beforehand, differs, differs",
         "what came of it is told in two ways"),
        ("planned held held", "2024-05-02 2024-05-09 2024-05-10", "told beforehand, agrees, agrees", "and in one"),
    ],
)  # fmt: skip
def test_what_was_told_beforehand_contradicts_nothing(values: str, published: str, verdicts: str, why: str) -> None:
    told = {f"d{n}": [value] for n, value in enumerate(values.split())}
    found = compare_status(told, dict(zip(told, published.replace("?", "").split(" "), strict=True)))
    assert ", ".join(found.values()) == verdicts, why


def test_one_document_alone_agrees_with_nobody(tmp_path: Path) -> None:
    shown = view.accounts(read(tmp_path, {"harbour": WIRES["harbour"]}))
    assert set(shown.table["compared"]) == {"told by one only"}


ANALYSIS = "Analysis\n\nUnfortunately, President William Ruto met Chancellor Olaf Scholz in Nairobi on 12 March 2019.\n"


def test_report_and_opinion_are_shown_apart(tmp_path: Path) -> None:
    briefing = read(tmp_path, {"courier": WIRES["courier"], "column": ("2019-03-15", ANALYSIS)})
    assert account(view.accounts(briefing), "told as", "column")[0] == "opinion"
    assert set(view.accounts(briefing, told="report").table["document"]) == {"courier"}
    opinion = view.accounts(briefing, told="opinion")
    assert set(opinion.table["document"]) == {"column"}
    assert "“Unfortunately”" in " ".join(opinion.notes["told as · column"])


@pytest.mark.parametrize(
    ("text", "voice", "genre", "said", "kind", "why"),
    [
        ("The two ministers met in Hanoi on Friday.", "author", "news", [], "report", "what took place"),
        ("The two ministers met in Hanoi on Friday.", "author", "analysis", [], "report", "in an analysis too"),
        ("Sadly, nobody from Lima came.", "author", "news", [], "opinion", "a word of value"),
        ("The so-called summit drew two guests.", "author", "news", [], "opinion", "a word of distance"),
        ("Payment must be made by June.", "author", "news", [], "report", "a duty, reported"),
        ("Chile must choose.", "author", "analysis", [], "opinion", "a duty, from an analyst"),
        ("The sides agreed to meet in May.", "Ghana", "transcript", [], "report", "spoken, without a judgement"),
        ("We should all be proud.", "Ghana", "transcript", [], "opinion", "spoken, with one"),
        ("Oslo said it signed.", "author", "news", [Said("indirect", "said", "named official")], "report", "said"),
        ("Oslo blamed Lima.", "author", "news", [Said("indirect", "accused", "named official")], "opinion", "accused"),
        ("The treaty says Oslo should pay.", "author", "news", [Said("direct", "said", "document")], "report",
         "a document's own words"),
        ("A smaller fleet would do.", "author", "analysis", [], "opinion", "an analyst argues"),
        ("The fleet would sail, Oslo said.", "author", "analysis", [Said("indirect", "said", "named official")],
         "report", "a source's future, told in an analysis"),
        ("A smaller fleet would sail in June.", "author", "news", [], "report", "a future, in a wire story"),
        ("Chad and Mali met in May.", "author", "analysis", [], "report", "a month"),
        ("Mustafa met a mayor.", "author", "analysis", [], "report", "no word within a word"),
        ("", "author", "", [], "report", "nothing"),
    ],
)  # fmt: skip
def test_sentences(text: str, voice: str, genre: str, said: list[Said], kind: str, why: str) -> None:
    assert judge(text, voice, genre, said).name == kind, why


@pytest.mark.parametrize(
    ("values", "verdicts", "why"),
    [
        ({"a": ["x"], "b": ["x"]}, "agrees agrees", "the same"),
        ({"a": ["x"], "b": ["y"]}, "differs differs", "no account has more documents"),
        ({"a": ["x"], "b": ["x"], "c": ["y"]}, "agrees agrees differs", "one against two"),
        ({"a": ["x"], "b": ["x"], "c": ["y"], "d": ["y"]}, "differs differs differs differs", "two against two"),
        ({"a": ["x"], "b": ["x", "y"]}, "agrees agrees", "one of several is the same"),
        ({"a": ["x"]}, "told by one only", "nothing to compare it with"),
    ],
)
def test_compared(values: dict[str, list[str]], verdicts: str, why: str) -> None:
    found = compare(values, str.__eq__)
    assert [found[name] for name in values] == {
        "told by one only": [verdicts]}.get(verdicts, verdicts.split()), why  # fmt: skip


def test_lists_stand_out_by_what_no_other_has() -> None:
    found = compare_lists({"a": ["trade", "fish"], "b": ["trade"], "c": ["trade", "visas"]})
    assert [found[name].verdict for name in "abc"] == ["some only here", "nothing only here", "some only here"]
    assert found["a"].only == ["fish"] and compare_lists({"a": ["x"], "b": ["x", "y"]})["a"].without == ["y"]
