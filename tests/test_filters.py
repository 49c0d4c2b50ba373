"""The filter shared by all explorers of a briefing."""

from __future__ import annotations

import gc

import pytest
from small_briefing import small

import briefing_lib as bl
from briefing_lib.page.filters import filter_of
from briefing_lib.page.narrowings import narrowings


class Follower:
    def __init__(self, fails: bool = False):
        self.calls, self.fails = 0, fails

    def redraw(self) -> None:
        self.calls += 1
        if self.fails:
            raise KeyError("column")


def test_there_is_one_filter_a_briefing():
    one, other = small(), small()
    assert filter_of(one) is filter_of(one)
    assert filter_of(one) is not filter_of(other)


def test_a_new_briefing_does_not_find_the_filter_of_one_that_is_gone():
    for _ in range(20):  # ids of objects are given again
        state = filter_of(small())
        assert state.values == {}
        state.set(document="harbour")
        del state
        gc.collect()


@pytest.mark.parametrize(
    ("chosen", "left", "words"),
    [
        ({}, 3, "All 3 documents"),
        ({"document": ["harbour"]}, 1, "1 of 3 documents, document: harbour"),
        ({"document": "harbour"}, 1, "1 of 3 documents"),  # one need not be a list
        ({"actor": ["Kenya"]}, 2, "2 of 3 documents, actor: Kenya"),
        ({"actor": ["Kenya", "Peru"]}, 3, "All 3 documents, actor: Kenya or Peru"),
        ({"period": ("2019-04", "")}, 1, "1 of 3 documents, from 2019-04"),
        ({"period": ("", "2019-03-31")}, 1, "1 of 3 documents, to 2019-03-31"),
        ({"topic": ["diplomacy"], "document": ["harbour"]}, 0, "0 of 3 documents"),
        ({"period": ("", "")}, 3, "All 3 documents"),
        ({"period": None, "actor": None}, 3, "All 3 documents"),
    ],
)
def test_what_is_chosen_is_kept_and_said(chosen, left, words):
    briefing = small()
    state = filter_of(briefing)
    state.set(**chosen)
    assert len(state.filtered.documents) == left
    assert words in state.words.value
    state.reset()
    assert state.filtered is briefing
    assert "All 3 documents<" in state.words.value


def test_what_is_not_named_stays():
    state = filter_of(small())
    state.set(actor=["Kenya"])
    state.set(document=["harbour"])
    assert state.values == {"actor": ["Kenya"], "document": ["harbour"]}
    state.set(actor=[])
    assert state.values == {"document": ["harbour"]}


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        (
            {"author": ["x"]},
            "filter: 'author' is not one of 'document', 'publisher', 'genre', 'voice', 'actor', 'topic', 'period'",
        ),
        ({"actor": ["Kenia"]}, "actor: 'Kenia' is not one of 'Amina Diallo', 'Kenya'"),
        ({"document": ["harbor"]}, "document: 'harbor' is not one of 'harbour'"),
        ({"period": ("May", "")}, "period: 'May' is no date; write 2024, 2024-04 or 2024-04-09"),
        ({"period": ("2024-13", "")}, "period: '2024-13' is no date"),
    ],
)
def test_a_wrong_value_names_the_right_ones_and_changes_nothing(chosen, message):
    state = filter_of(small())
    state.set(actor=["Kenya"])
    with pytest.raises(ValueError, match=message):
        state.set(**chosen)
    assert state.values == {"actor": ["Kenya"]}


def test_several_choices_are_one_change():
    state, follower = filter_of(small()), Follower()
    state.follow(follower.redraw)
    state.set(actor=["Kenya"], voice=["author"], period=("2019", ""))
    assert follower.calls == 1


def test_a_choice_on_the_page_is_followed():
    state, follower = filter_of(small()), Follower()
    state.follow(follower.redraw)
    state.widgets["actor"].set_state({"value": ["Kenya"]})
    assert (follower.calls, state.values) == (1, {"actor": ["Kenya"]})


def test_a_wrong_date_on_the_page_is_shown():
    state = filter_of(small())
    with pytest.raises(ValueError, match="no date"):
        state.widgets["since"].value = "soon <b>"
    assert "&#x27;soon &lt;b&gt;&#x27; is no date" in state.words.value
    state.widgets["since"].value = "2019"
    assert state.values == {"period": ("2019", "")}


def test_one_that_fails_does_not_keep_the_others_from_following():
    state, failing, follower = filter_of(small()), Follower(fails=True), Follower()
    state.follow(failing.redraw)
    state.follow(follower.redraw)
    with pytest.raises(KeyError):
        state.set(actor=["Kenya"])
    assert follower.calls == 1


def test_followers_can_leave_and_may_vanish():
    state, left, gone = filter_of(small()), Follower(), Follower()
    state.follow(left.redraw)
    state.follow(gone.redraw)
    state.forget(left.redraw)
    del gone
    gc.collect()
    state.set(actor=["Kenya"])
    assert left.calls == 0


def test_a_cell_run_again_leaves_what_it_showed_before(monkeypatch):
    state, before, beside, after, elsewhere = filter_of(small()), *(Follower() for _ in range(4))
    for follower, place in ((before, ("a", 1)), (beside, ("a", 1)), (elsewhere, ("b", 2)), (after, ("a", 3))):
        monkeypatch.setattr("briefing_lib.page.filters._cell", lambda place=place: place)
        state.follow(follower.redraw)
    state.set(actor=["Kenya"])
    assert [f.calls for f in (before, beside, elsewhere, after)] == [0, 0, 1, 1]


def test_where_cells_have_no_name_all_follow(monkeypatch):
    monkeypatch.setattr("briefing_lib.page.filters._cell", lambda: ("", 0))
    state, one, other = filter_of(small()), Follower(), Follower()
    state.follow(one.redraw)
    state.follow(other.redraw)
    state.set(actor=["Kenya"])
    assert (one.calls, other.calls) == (1, 1)


@pytest.mark.parametrize(
    ("rows", "offered"),
    [
        ([], {}),
        ([("mentions", 0), ("mentions", 1)], {"Only 1 document": {"document": ["harbour"]}}),  # two actors
        ([("events", 1)], {"Only 1 document": {"document": ["gazette"]}}),  # of its mentions
        (
            [("topics", 0)],
            {"Only 1 document": {"document": ["gazette"]}, "Only topic: diplomacy": {"topic": ["diplomacy"]}},
        ),
        (
            [("meetings", 0), ("meetings", 1)],
            {"Only 2 documents": {"document": ["courier", "harbour"]}, "Only voice: author": {"voice": ["author"]}},
        ),
        ([("problems", 0)], {}),
    ],
)
def test_what_rows_have_in_common(rows, offered):
    briefing = small()
    assert narrowings(briefing, rows) == offered
    for values in offered.values():
        filter_of(briefing).set(**values)


@pytest.fixture
def told(tmp_path):
    text = "Ministers of Chad and Kenya met in Nairobi on 3 May 2021, and trade was discussed.\n"
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(text)
    rows = ["document,publisher,genre", "a,Courier,readout", "b,Gazette,readout", "c,Courier,news"]
    (tmp_path / "sources.csv").write_text("\n".join(rows))
    return tmp_path


@pytest.mark.parametrize(
    ("chosen", "left"),
    [({"genre": ["readout"]}, {"a", "b"}), ({"publisher": ["Courier"]}, {"a", "c"}),
     ({"genre": ["readout"], "publisher": ["Courier"]}, {"a"})],
)  # fmt: skip
def test_what_a_document_is_narrows_to_its_rows(told, chosen, left):
    state = filter_of(bl.read_briefing(told))
    state.set(**chosen)
    assert "genre: readout" in state.said or "publisher: Courier" in state.said
    for table in ("documents", "sentences", "mentions", "meetings"):
        assert set(state.filtered.table(table)["document"]) == left, table


def test_what_no_document_states_is_not_offered(told):
    (told / "sources.csv").unlink()
    bare = filter_of(bl.read_briefing(told))
    assert bare.widgets["publisher"] not in bare.fields
    assert bare.widgets["genre"] in bare.fields
