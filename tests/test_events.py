"""Mentions merged into events: plans matched with what was held, over documents, in whatever order they come."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.find.edtf import bounds
from briefing_lib.link.event.overruled import Decided
from briefing_lib.link.events import merge_events
from briefing_lib.tables import Event, Meeting


def row(document: str, told: str, voice: str = "author", number: int = 1) -> Meeting:
    """Make a mention from words: ``talks held: Kenya, Peru @ Lima # 2024-05-07``."""
    head, _, rest = told.partition(": ")
    kind, status = head.split(" ")
    rest, _, edtf = rest.partition(" # ")
    who, _, place = rest.partition(" @ ")
    low, high = bounds(edtf) if edtf else ("", "")
    parties = sorted(name for name in who.split(", ") if name)
    return Meeting(
        document, f"{document}#{number}", 10 * number, 10 * number + 5, "words", kind, parties, place, "", edtf, low, high, "", status, voice, "rule"
    )  # fmt: skip


def told(event: Event) -> str:
    words = f"{event.type} {event.status}: {', '.join(event.participants)}"
    words += f" @ {event.place}" if event.place else ""
    return words + (f" # {event.edtf}" if event.edtf else "")


DAYS = {"a": "2024-04-02", "b": "2024-05-08", "c": "2024-06-20", "x": ""}

MERGED = [
    (
        "one meeting, told twice on its day",
        ["a talks held: Kenya, Peru @ Lima # 2024-04-01", "b talks held: Kenya, Peru # 2024-04-01"],
        ["talks held: Kenya, Peru @ Lima # 2024-04-01"],
    ),
    (
        "a plan for a month and the day it was held",
        ["a talks planned: Kenya, Peru @ Lima # 2024-05", "b talks held: Kenya, Peru @ Lima # 2024-05-07"],
        ["talks held: Kenya, Peru @ Lima # 2024-05-07"],
    ),
    (
        "a plan without a date and what came of it",
        [
            "a visit planned: Emmanuel Macron, Serbia @ Serbia",
            "c visit held: Emmanuel Macron, Serbia @ Belgrade # 2024-06-18",
        ],
        ["visit held: Emmanuel Macron, Serbia @ Belgrade # 2024-06-18"],
    ),
    (
        "a plan called off",
        ["a visit planned: Emmanuel Macron, Serbia # 2024-06-18", "b visit cancelled: Emmanuel Macron, Serbia"],
        ["visit cancelled: Emmanuel Macron, Serbia # 2024-06-18"],
    ),
    (
        "a plan put off",
        ["a talks planned: Kenya, Peru # 2024-05-07", "b talks postponed: Kenya, Peru # 2024-05-07"],
        ["talks postponed: Kenya, Peru # 2024-05-07"],
    ),
    (
        "two visits of one guest are two",
        ["b visit held: Angela Merkel, India # 2023-04-03", "b visit held: Angela Merkel, India # 2024-05-06"],
        ["visit held: Angela Merkel, India # 2023-04-03", "visit held: Angela Merkel, India # 2024-05-06"],
    ),
    (
        "a state stands for its chancellor",
        ["b talks held: Angela Merkel, Kenya @ Lima # 2024-05-06", "c talks held: Germany, Kenya @ Lima # 2024-05-06"],
        ["talks held: Angela Merkel, Kenya @ Lima # 2024-05-06"],
    ),
    (
        "a state does not stand for its chancellor on no day at all",
        ["b talks held: Angela Merkel, Kenya # 2024-05-06", "b talks planned: Germany, Kenya"],
        ["talks held: Angela Merkel, Kenya # 2024-05-06", "talks planned: Germany, Kenya"],
    ),
    (
        "a state does not stand for two of its ministers at once",
        [
            "b talks held: Kenya, Narendra Modi # 2024-05-06",
            "b talks held: India, Kenya # 2024-05-06",
            "b talks held: Kenya, Subrahmanyam Jaishankar # 2024-05-06",
        ],
        ["talks held: Kenya, Narendra Modi # 2024-05-06", "talks held: Kenya, Subrahmanyam Jaishankar # 2024-05-06"],
    ),
    (
        "a city is where its state is",
        ["b talks held: Kenya, Peru @ Peru # 2024-05-06", "c talks held: Kenya, Peru @ Lima # 2024-05-06"],
        ["talks held: Kenya, Peru @ Lima # 2024-05-06"],
    ),
    (
        "two cities on one day are two meetings",
        ["b talks held: Kenya, Peru @ Quito # 2024-05-06", "c talks held: Kenya, Peru @ Lima # 2024-05-06"],
        ["talks held: Kenya, Peru @ Quito # 2024-05-06", "talks held: Kenya, Peru @ Lima # 2024-05-06"],
    ),
    (
        "two persons meet once a day: another document has them elsewhere",
        [
            "b talks held: Angela Merkel, Narendra Modi @ Delhi # 2024-05-06",
            "c talks held: Angela Merkel, Narendra Modi @ Dhaka # 2024-05-06",
            "c talks held: Angela Merkel, Narendra Modi @ Dhaka # 2024-05-06",
        ],
        ["talks held: Angela Merkel, Narendra Modi @ Dhaka # 2024-05-06"],
    ),
    (
        "in one document two cities are two meetings",
        [
            "b talks held: Angela Merkel, Narendra Modi @ Delhi # 2024-05-06",
            "b talks held: Angela Merkel, Narendra Modi @ Dhaka # 2024-05-06",
        ],
        [
            "talks held: Angela Merkel, Narendra Modi @ Delhi # 2024-05-06",
            "talks held: Angela Merkel, Narendra Modi @ Dhaka # 2024-05-06",
        ],
    ),
    (
        "a visit and the talks on it are two events",
        ["b visit held: Angela Merkel, India # 2024-05-06", "b talks held: Angela Merkel, Narendra Modi # 2024-05-06"],
        ["talks held: Angela Merkel, Narendra Modi # 2024-05-06", "visit held: Angela Merkel, India # 2024-05-06"],
    ),
    (
        "talks in one report are a summit in another",
        [
            "b talks held: Kenya, Peru # 2024-05-06",
            "c summit held: Kenya, Peru # 2024-05-06",
            "c summit held: Kenya, Peru # 2024-05-06",
        ],
        ["summit held: Kenya, Peru # 2024-05-06"],
    ),
    (
        "a stay has all its days",
        [
            "b visit held: Angela Merkel, India # 2024-05-06",
            "c visit held: Angela Merkel, India # 2024-05-06/2024-05-08",
        ],
        ["visit held: Angela Merkel, India # 2024-05-06/2024-05-08"],
    ),
    (
        "what was held stays held, though an old plan is told again",
        ["b talks held: Kenya, Peru # 2024-05-06", "c talks planned: Kenya, Peru # 2024-05-06"],
        ["talks held: Kenya, Peru # 2024-05-06"],
    ),
    (
        "a later denial is the last word",
        ["b talks held: Kenya, Peru # 2024-05-06", "c talks denied: Kenya, Peru # 2024-05-06"],
        ["talks denied: Kenya, Peru # 2024-05-06"],
    ),
    (
        "one side may go unnamed",
        [
            "b press held: Angela Merkel @ Delhi # 2024-05-06",
            "c press held: Angela Merkel, Narendra Modi @ Delhi # 2024-05-06",
        ],
        ["press held: Angela Merkel, Narendra Modi @ Delhi # 2024-05-06"],
    ),
    (
        "others at the same summit city are other talks",
        ["b talks held: Kenya, Peru @ Lima # 2024-05-06", "b talks held: Ghana, Peru @ Lima # 2024-05-06"],
        ["talks held: Ghana, Peru @ Lima # 2024-05-06", "talks held: Kenya, Peru @ Lima # 2024-05-06"],
    ),
    (
        "a document without a date can still tell of a day",
        ["x talks held: Kenya, Peru # 2024-05-06", "b talks held: Kenya, Peru # 2024-05-06"],
        ["talks held: Kenya, Peru # 2024-05-06"],
    ),
    (
        "nothing known but the parties, twice in one document",
        ["x talks held: Kenya, Peru", "x talks held: Kenya, Peru"],
        ["talks held: Kenya, Peru"],
    ),
]


@pytest.mark.parametrize(("mentions", "events"), [pytest.param(m, e, id=w) for w, m, e in MERGED])
def test_merging(mentions, events):
    rows = [row(words[0], words[2:], number=n) for n, words in enumerate(mentions, 1)]
    found = merge_events(rows, DAYS)
    assert [told(event) for event in found] == events
    assert merge_events(rows[::-1], DAYS) == found
    assert sum(len(event.mentions) for event in found) == len(rows)


def test_history_is_in_order_of_report():
    rows = [
        row("b", "talks held: Kenya, Peru # 2024-05-06", number=3),
        row("a", "talks expected: Kenya, Peru # 2024-05", voice="Ban Ki-moon", number=2),
        row("a", "talks planned: Kenya, Peru # 2024-05", number=5),
        row("a", "talks planned: Kenya, Peru # 2024-05", number=7),
    ]
    event = merge_events(rows, DAYS)[0]
    assert event.history == [
        "2024-04-02 expected (Ban Ki-moon: a#2)",
        "2024-04-02 planned (a: a#5)",
        "2024-05-08 held (b: b#3)",
    ]
    assert event.documents == ["a", "b"]
    assert event.mentions == ["a:20-25", "a:50-55", "a:70-75", "b:30-35"]
    assert event.event == "e1"


@pytest.mark.parametrize(
    ("mentions", "why"),
    [
        pytest.param(
            ["a talks held: Kenya, Peru # 2024-04-01", "b talks held: Kenya, Peru # 2024-04-01"],
            ["same participants and day (b:10-15)"],
            id="the plainest reason",
        ),
        pytest.param(
            ["a visit planned: Peru, Seychelles", "b visit held: Peru, Seychelles # 2024-05-07"],
            ["same participants, no date, the next one after its report (b:10-15)"],
            id="the plan came first, but was joined to what has a day: the reason holds for both",
        ),
        pytest.param(
            ["a talks planned: Kenya, Peru # 2024-05", "b talks held: Kenya, Peru # 2024-05-06/2024-05-07"],
            ["same participants, a day within the time told (b:10-15)"],
            id="a month and the days within it",
        ),
        pytest.param(
            ["a talks held: Angela Merkel, Peru # 2024-04-01", "b talks held: Germany, Peru # 2024-04-01"],
            ["a state for one of its own, same day (b:10-15)"],
            id="a state stands for its minister",
        ),
        pytest.param(
            ["a press held: Kenya, Peru # 2024-04-01/2024-04-02", "b press held: Kenya # 2024-04-02"],
            ["participants named in part, days that overlap (b:10-15)"],
            id="one of two goes unnamed",
        ),
        pytest.param(["a talks held: Kenya, Peru # 2024-04-01"], [], id="a single mention needs no reason"),
    ],
)
def test_why_mentions_are_one_meeting(mentions, why):
    rows = [row(mention[0], mention[2:]) for mention in mentions]
    [event] = merge_events(rows, DAYS)
    assert event.why == why
    assert merge_events(rows[::-1], DAYS) == [event]


OVERRULED = [
    (
        "two events joined: plans of each go along",
        ["a talks planned: Kenya, Peru # 2024-05-07", "b talks held: Ghana, Peru @ Quito # 2024-05-06"],
        Decided(same=((0, 1),)),
        [(0, 1)],
    ),
    (
        "a chain of two decisions is one meeting",
        [
            "a talks held: Kenya, Peru # 2024-04-01",
            "b talks held: Kenya, Peru # 2024-05-06",
            "c visit held: Chad, Peru # 2024-06-01",
        ],
        Decided(same=((0, 1), (2, 1))),
        [(0, 1, 2)],
    ),
    (
        "a day parted into two, and what else there is stays with the first",
        [
            "a talks held: Kenya, Peru # 2024-04-01",
            "b talks held: Kenya, Peru # 2024-04-01",
            "c talks held: Kenya, Peru # 2024-04-01",
        ],
        Decided(apart=(((0,), (1,)),)),
        [(0, 2), (1,)],
    ),
    (
        "a plan parted from what was held soon after",
        ["a talks planned: Kenya, Peru # 2024-05-01", "b talks held: Kenya, Peru # 2024-05-06"],
        Decided(apart=(((0,), (1,)),)),
        [(0,), (1,)],
    ),
    (
        "a plan without a date parted from the next one",
        ["a talks planned: Kenya, Peru", "b talks held: Kenya, Peru # 2024-05-06"],
        Decided(apart=(((0,), (1,)),)),
        [(0,), (1,)],
    ),
    (
        "what is joined to one side stands on it",
        [
            "a talks held: Kenya, Peru # 2024-04-01",
            "b talks held: Kenya, Peru # 2024-04-01",
            "c talks held: Kenya, Peru # 2024-04-01",
        ],
        Decided(same=((1, 2),), apart=(((0,), (1,)),)),
        [(0,), (1, 2)],
    ),
]


@pytest.mark.parametrize(("mentions", "decided", "events"), [pytest.param(*o[1:], id=o[0]) for o in OVERRULED])
def test_the_researcher_overrules(mentions, decided, events):
    rows = [row(words[0], words[2:], number=n) for n, words in enumerate(mentions, 1)]
    found = merge_events(rows, DAYS, decided)
    anchors = [f"{r.document}:{r.start}-{r.end}" for r in rows]
    assert sorted(tuple(anchors.index(m) for m in event.mentions) for event in found) == sorted(events)
    turned = merge_events(rows[::-1], DAYS, turn(decided, len(rows)))
    assert turned == found


def turn(decided: Decided, count: int) -> Decided:
    """Return decisions on a list as decisions on the list turned round."""

    def places(side):
        return tuple(count - 1 - n for n in side)

    return Decided(
        tuple(places(side) for side in decided.same), tuple(tuple(map(places, sides)) for sides in decided.apart)
    )


def test_why_names_what_was_decided():
    rows = [row("a", "talks held: Kenya, Peru # 2024-04-01"), row("b", "talks held: Ghana, Peru # 2024-05-06")]
    assert merge_events(rows, DAYS, Decided(same=((0, 1),)))[0].why == ["decided by the researcher (b:10-15)"]
    rows = [row("a", "talks held: Kenya, Peru # 2024-04-01"), row("b", "talks held: Kenya, Peru # 2024-04-01")]
    assert [event.why for event in merge_events(rows, DAYS, Decided(apart=(((0,), (1,)),)))] == [
        ["decided by the researcher: another meeting than b:10-15 (a:10-15)"],
        ["decided by the researcher: another meeting than a:10-15 (b:10-15)"],
    ]


parties = st.lists(
    st.sampled_from(["Kenya", "Peru", "Germany", "Angela Merkel", "Narendra Modi"]), max_size=3, unique=True
).map(sorted)
dates = st.sampled_from(
    ["", "2024", "2024-05", "2024-05-06", "2024-05-07", "2024-05-06/2024-05-08", "2023-01-02", "2024-04~"]
)


@st.composite
def mentions(draw):
    edtf = draw(dates)
    low, high = bounds(edtf) if edtf else ("", "")
    start = draw(st.integers(0, 50))
    document = draw(st.sampled_from(sorted(DAYS)))
    status = draw(st.sampled_from(["proposed", "expected", "planned", "held", "postponed", "cancelled", "denied"]))
    kind = draw(st.sampled_from(["visit", "talks", "summit", "call", "press"]))
    place = draw(st.sampled_from(["", "Lima", "Peru", "Berlin"]))
    return Meeting(
        document,
        f"{document}#{start}",
        start,
        start + 1,
        "t",
        kind,
        draw(parties),
        place,
        "",
        edtf,
        low,
        high,
        "",
        status,
        "author",
        "r",
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(mentions(), min_size=2, max_size=10), st.data())
def test_decisions_hold_in_any_order_of_mentions(rows, data):
    """Whatever the mentions: those said to be the same are in one event, those said to be apart in two."""
    places = st.integers(0, len(rows) - 1)
    sides = data.draw(st.lists(places, min_size=2, max_size=4, unique=True))
    cut = data.draw(st.integers(1, len(sides) - 1))
    same = tuple(data.draw(st.lists(places, min_size=2, max_size=3, unique=True)))
    decided = Decided((same,), ((tuple(sides[:cut]), tuple(sides[cut:])),))
    if decided.contradicts():
        decided = decided._replace(same=())
    rows = [r._replace(start=n, end=n + 1) for n, r in enumerate(rows)]
    events = merge_events(rows, DAYS, decided)
    where = {m: n for n, event in enumerate(events) for m in event.mentions}
    of = [where[f"{r.document}:{r.start}-{r.end}"] for r in rows]
    assert sorted(where) == sorted(f"{r.document}:{r.start}-{r.end}" for r in rows)
    assert len({of[n] for side in decided.same for n in side}) <= 1
    assert not {of[n] for n in sides[:cut]} & {of[n] for n in sides[cut:]}
    assert merge_events(rows[::-1], DAYS, turn(decided, len(rows))) == events


@settings(max_examples=60, deadline=None)
@given(st.lists(mentions(), max_size=12), st.randoms(use_true_random=False))
def test_order_of_mentions_does_not_matter(rows, random):
    events = merge_events(rows, DAYS)
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert merge_events(shuffled, DAYS) == events
    assert sorted(m for e in events for m in e.mentions) == sorted(f"{r.document}:{r.start}-{r.end}" for r in rows)
