"""A view with its controls, its figure and the words behind its marks; no browser, see tests/browser."""

from __future__ import annotations

import json
import threading

import plotly.graph_objects as go
import pytest
from small_briefing import meetings, names, small

from briefing_lib.explore import Explorer, explore


def drawn(explorer: Explorer) -> dict:
    return json.loads(explorer._figure.spec)


def bars(explorer: Explorer) -> list:
    return drawn(explorer)["data"][0]["x"]


def click(explorer: Explorer, key, n: int = 1) -> None:
    explorer._figure.set_state({"clicked": {"n": n, "trace": 0, "point": 0, "customdata": key}})


def test_the_first_values_are_drawn():
    explorer = explore(names, small(), kind="state", sorted_by_name=True)
    assert bars(explorer) == ["Kenya", "Peru", "Senegal"]
    assert explorer.table["mentions"].tolist() == [2, 3, 3]
    assert explorer.evidence == []
    assert repr(explorer) == "Explorer(names: 3 marks, 8 rows)"


def test_setting_a_control_redraws():
    explorer = explore(names, small())
    explorer.controls["kind"].value = "person"
    assert bars(explorer) == ["Amina Diallo", "Tomás Herrera"] or bars(explorer) == ["Tomás Herrera", "Amina Diallo"]
    explorer.controls["least"].value = 5
    assert explorer.view.marks == {}
    explorer.controls["least"].value = 1
    assert len(explorer.view.marks) == 2


def test_a_wrong_value_raises_and_leaves_the_figure():
    explorer = explore(names, small())
    before = explorer._figure.spec
    with pytest.raises(ValueError, match="kind: 'ship' is not one of 'all', 'person', 'state'"):
        explorer.controls["kind"].value = "ship"
    assert explorer._figure.spec == before
    with pytest.raises(ValueError, match="names has no control 'sort'; it has: kind, least, only, sorted_by_name"):
        explore(names, small(), sort=True)


def test_a_list_set_to_nothing_is_an_error():
    explorer = explore(names, small())
    with pytest.raises(ValueError, match="only: None is not one of ''"):
        explorer.controls["only"].value = None


def test_choosing_a_mark_shows_as_many_pieces_as_the_mark_says():
    explorer = explore(names, small())
    for key, rows in explorer.view.marks.items():
        explorer.select(key)
        assert len(explorer.evidence) == len(rows)
        assert explorer._panel.heading.value.startswith(f"<b>{key}</b>: {len(rows)} mention")
        assert explorer._marks.value == key
    explorer.select("")
    assert explorer.evidence == []


def test_a_click_chooses():
    explorer = explore(names, small())
    click(explorer, "Peru")
    assert explorer.selected == "Peru"
    assert "Peru" in explorer._panel.heading.value
    assert drawn(explorer)["data"][0]["selectedpoints"] == [bars(explorer).index("Peru")]


def test_a_click_beside_a_mark_changes_nothing():
    explorer = explore(names, small())
    explorer.select("Peru")
    for n, key in enumerate([None, "", "Atlantis", ["Atlantis"]]):
        click(explorer, key, n)
    assert explorer.selected == "Peru"


def test_points_may_carry_more_than_their_key():
    explorer = explore(meetings, small())
    click(explorer, ["e2"])
    assert explorer._panel.heading.value == "<b>e2</b>: 1 event in 2 places"


def test_a_mark_can_be_chosen_without_a_mouse():
    explorer = explore(names, small())
    labels = [label for label, _ in explorer._marks.options]
    assert labels[0] == "choose a mark …"
    assert "Peru (3)" in labels
    explorer._marks.set_state({"index": labels.index("Peru (3)")})
    assert explorer.selected == "Peru"
    explorer._marks.set_state({"index": 0})
    assert explorer.selected == ""


def test_an_unknown_mark_names_the_known():
    with pytest.raises(ValueError, match="mark: 'e9' is not one of 'e1', 'e2'"):
        explore(meetings, small()).select("e9")


def test_a_chosen_mark_stays_while_it_is_there():
    explorer = explore(names, small())
    explorer.select("Peru")
    explorer.controls["kind"].value = "state"
    assert explorer.selected == "Peru"
    assert len(explorer.evidence) == 3
    explorer.controls["kind"].value = "person"
    assert explorer.selected == ""
    assert explorer.evidence == []
    assert explorer._marks.value == ""


def test_a_filter_holds_for_all_explorers_of_a_briefing_and_no_other():
    briefing = small()
    one, other, apart = explore(names, briefing), explore(meetings, briefing), explore(names, small())
    one.where(document=["harbour"])
    assert repr(one) == "Explorer(names: 5 marks, 9 rows)"
    assert other.view.marks.keys() == {"e1", "e2"}, "events stand in no one document: the view decides"
    assert repr(apart) == "Explorer(names: 6 marks, 16 rows)"
    other.reset()
    assert repr(one) == "Explorer(names: 6 marks, 16 rows)"


def test_evidence_of_a_filtered_mark_counts_the_filtered_rows():
    explorer = explore(names, small())
    explorer.select("Kenya")
    assert len(explorer.evidence) == 2
    explorer.where(document=["gazette"])
    assert [piece.document for piece in explorer.evidence] == ["gazette"]


def test_a_filter_that_leaves_nothing_says_so():
    explorer = explore(names, small())
    explorer.select("Kenya")
    explorer.where(document=["courier"], actor=["Nairobi"])
    assert drawn(explorer)["layout"]["annotations"][0]["text"] == "No document is left by the filter."
    assert (explorer.view.marks, explorer.evidence, explorer.selected) == ({}, [], "")
    assert explorer.table.empty
    explorer.reset()
    assert len(explorer.view.marks) == 6


def test_an_empty_figure_says_so():
    explorer = explore(meetings, small(), status="planned")
    assert drawn(explorer)["layout"]["annotations"][0]["text"] == "There is nothing to show."


def test_a_mark_can_narrow_all_views_to_what_it_has_in_common():
    briefing = small()
    explorer, other = explore(names, briefing), explore(names, briefing)
    assert explorer._narrow.children == ()
    explorer.select("Nairobi")
    assert [button.description for button in explorer._narrow.children] == ["Only 1 document", "Only actor: Nairobi"]
    explorer._narrow.children[0].click()
    assert explorer.filter.values == {"document": ["harbour"]}
    assert explorer.selected == "Nairobi"
    assert len(other.view.marks) == 5


def test_a_view_that_fails_is_shown_and_raised():
    explorer = explore(meetings, small())
    explorer.select("e1")
    with pytest.raises(KeyError):
        explorer.controls["status"].value = "boom"
    assert "KeyError: &#x27;no such column&#x27;" in explorer._error.value
    assert drawn(explorer)["layout"]["annotations"][0]["text"] == "The figure could not be made."
    assert explorer.evidence == []
    assert not explorer._figure.busy
    explorer.controls["status"].value = "any"
    assert explorer._error.value == ""
    assert len(explorer.view.marks) == 2


def test_a_view_that_fails_at_first_fails_the_cell():
    with pytest.raises(KeyError):
        explore(meetings, small(), status="boom")


def test_the_page_sees_that_a_figure_is_being_made():
    seen = []

    def slow(briefing, on: bool = False):
        seen.append(explorer._figure.busy)
        return names(briefing)

    explorer = Explorer.__new__(Explorer)
    explorer.__init__(slow, small())
    assert seen == [True]
    assert not explorer._figure.busy


def test_page_events_in_many_threads_leave_a_figure_that_matches_the_control():
    explorer = explore(names, small())
    kinds = ["all", "person", "state"] * 10

    def set_kind(kind):
        explorer.controls["kind"].value = kind

    threads = [threading.Thread(target=set_kind, args=(kind,)) for kind in kinds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kind = explorer.controls["kind"].value
    assert drawn(explorer)["layout"]["title"]["text"] == f"Names: {kind}"


def test_the_view_gets_what_the_controls_say():
    got = {}

    def view(briefing, *, on: bool = True, words: str = "x"):
        got.update(on=on, words=words)
        return names(briefing)

    explorer = explore(view, small(), words="y")
    assert got == {"on": True, "words": "y"}
    explorer.controls["on"].value = False
    assert got == {"on": False, "words": "y"}


def test_a_document_is_text_wherever_it_is_shown():
    explorer = explore(names, small())
    explorer.select("Peru")
    explorer._table.opened.value = True
    shown = explorer._panel._body.value + explorer._table._body.value
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_figures_are_drawn_by_plotly():
    assert isinstance(explore(names, small()).view.figure, go.Figure)


def test_what_is_chosen_in_one_view_narrows_the_others():
    briefing = small()
    first, second = (explore(names, briefing) for _ in range(2))
    total = len(second.view.marks)
    first.select("Peru")
    assert len(first.view.marks) == total, "the view in which it was chosen keeps what it shows"
    assert 0 < len(second.view.marks) < total and "Peru" in second.view.marks
    assert first.filter.said.endswith("selected: actor Peru")
    second.select("Peru")
    assert len(first.view.marks) < total, "and the other's choice narrows it in turn"
    first.select("")
    assert len(second.view.marks) == total and len(first.view.marks) < total
    second.select("")
    assert len(first.view.marks) == len(second.view.marks) == total
    assert "selected" not in first.filter.said


def test_reset_ends_a_selection_and_unlinked_views_go_their_own_ways():
    briefing = small()
    first, second = (explore(names, briefing) for _ in range(2))
    total = len(second.view.marks)
    first.select("Peru")
    second.reset()
    assert len(second.view.marks) == total
    first.select("Peru")
    first.filter.linked.value = False
    assert len(second.view.marks) == total
    first.select("Peru")
    assert len(second.view.marks) == total and first.selected == "Peru"


def test_a_filter_that_removes_the_chosen_mark_ends_its_selection():
    briefing = small()
    first, second = (explore(names, briefing) for _ in range(2))
    first.select("Peru")
    assert first.filter.selections == [{"actor": ["Peru"]}]
    first.controls["kind"].value = "person"  # Peru is no person
    assert not first.selected and not first.filter.selections
    assert "Peru" in second.view.marks
