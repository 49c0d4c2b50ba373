"""What an event says besides who, when and where: where its sources differ, its code, the visit it is part of."""

from __future__ import annotations

import pytest

from briefing_lib.link.event.overruled import Decided
from briefing_lib.link.events import merge_events
from tests.test_events import DAYS, row

DIFFER = [
    (
        "two cities",
        [
            "b talks held: Angela Merkel, Narendra Modi @ Delhi # 2024-05-06",
            "c talks held: Angela Merkel, Narendra Modi @ Dhaka # 2024-05-06",
        ],
        ["place: Delhi (b), Dhaka (c)"],
    ),
    (
        "a city and its state agree",
        ["b talks held: Kenya, Peru @ Peru # 2024-05-06", "c talks held: Kenya, Peru @ Lima # 2024-05-06"],
        [],
    ),
    (
        "one denies what another reports",
        ["b talks held: Kenya, Peru # 2024-05-06", "c talks denied: Kenya, Peru # 2024-05-06"],
        ["status: held (b), denied (c)"],
    ),
    (
        "a plan that was held does not differ, nor one put off",
        [
            "a talks planned: Kenya, Peru # 2024-05",
            "b talks postponed: Kenya, Peru # 2024-05",
            "c talks held: Kenya, Peru # 2024-05-07",
        ],
        [],
    ),
    (
        "a plan that was called off does not differ",
        ["a talks planned: Kenya, Peru # 2024-05-07", "b talks cancelled: Kenya, Peru # 2024-05-07"],
        [],
    ),
    (
        "a month and a day in it agree",
        ["b talks held: Kenya, Peru # 2024-05", "c talks held: Kenya, Peru # 2024-05-06"],
        [],
    ),
    (
        "days of a stay that a third tells whole agree",
        [
            "b visit held: Angela Merkel, India # 2024-05-06/2024-05-08",
            "c visit held: Angela Merkel, India # 2024-05-06",
            "c visit held: Angela Merkel, India # 2024-05-08",
        ],
        [],
    ),
    (
        "a list and a part of it agree",
        ["b press held: Angela Merkel # 2024-05-06", "c press held: Angela Merkel, India # 2024-05-06"],
        [],
    ),
]


@pytest.mark.parametrize(("mentions", "differ"), [pytest.param(m, d, id=w) for w, m, d in DIFFER])
def test_where_sources_differ(mentions, differ):
    rows = [row(words[0], words[2:], number=n) for n, words in enumerate(mentions, 1)]
    [event] = merge_events(rows, DAYS)
    assert event.disagreements == differ
    assert merge_events(rows[::-1], DAYS) == [event]


def test_a_voice_within_a_document_is_a_source_of_its_own():
    rows = [
        row("b", "talks held: Kenya, Peru # 2024-05-06"),
        row("b", "talks denied: Kenya, Peru # 2024-05-06", voice="Kenya", number=2),
    ]
    [event] = merge_events(rows, DAYS)
    assert event.disagreements == ["status: held (b), denied (Kenya in b)"]


def test_what_was_decided_to_be_one_shows_all_its_differences():
    rows = [
        row("a", "talks held: Kenya, Peru @ Lima # 2024-04-01"),
        row("b", "talks held: Ghana, Peru @ Quito # 2024-05-06"),
        row("c", "talks planned: Kenya, Peru # 2024-07-01"),
        row("c", "talks planned: Kenya, Peru # 2024-08-01", voice="Peru", number=2),
    ]
    [event] = merge_events(rows, DAYS, Decided(same=((0, 1, 2, 3),)))
    assert event.disagreements == [
        "place: Lima (a), Quito (b)",
        "date: 2024-04-01 (a), 2024-05-06 (b)",
        "planned date: 2024-07-01 (c), 2024-08-01 (Peru in c)",
        "participants: Kenya | Peru (a, c, Peru in c), Ghana | Peru (b)",
    ]


CODES = [
    ("visit held: Kenya, Peru @ Lima", "held", "042", "makes a visit"),
    ("visit planned: Kenya, Peru @ Lima", "will visit", "036", "intends to"),
    ("talks proposed: Kenya, Peru", "offered talks", "036", "intends to meet"),
    ("call held: Kenya, Peru", "spoke by phone", "041", "by telephone"),
    ("signing held: Kenya, Peru @ Lima", "signed", "057", "signs an agreement"),
    ("talks held: Kenya, Peru @ Lima", "met", "040", "meets at one side's"),
    ("talks held: Kenya, Peru", "met", "040", "meets, nobody says where"),
    ("talks held: Kenya, Peru @ Geneva", "met", "044", "meets at a third place"),
    ("talks held: Angela Merkel, Peru @ Lima", "met", "040", "a person is at home in her state"),
    ("talks held: Kenya, Peru @ Lima", "a round of talks", "046", "negotiates"),
    ("ministerial held: Kenya, Peru @ Lima", "renegotiated", "040", "no word that only holds it"),
    ("talks held: Kenya, Peru @ Doha", "talks mediated by Qatar", "045", "is mediated"),
    ("press held: Kenya @ Lima", "spoke to reporters", "", "a press conference is a statement"),
    ("visit cancelled: Kenya, Peru", "called off", "", "no visit, and no intent any more"),
    ("talks denied: Kenya, Peru", "denied", "", "nothing took place"),
]


@pytest.mark.parametrize(("told", "words", "code", "why"), CODES, ids=[c[-1] for c in CODES])
def test_codes(told, words, code, why):
    [event] = merge_events([row("b", told)._replace(text=words)], DAYS)
    assert event.code == code


PARTS = [
    ("talks held: Angela Merkel, Narendra Modi @ Delhi # 2024-05-06", True, "talks with the host"),
    ("press held: Angela Merkel # 2024-05-07", True, "no place is told"),
    ("signing held: Angela Merkel, Narendra Modi @ India # 2024-05-06/2024-05-07", True, "over both days"),
    ("press held: Narendra Modi @ Delhi # 2024-05-06", False, "the guest is not there"),
    ("talks held: Angela Merkel, Kenya @ Nairobi # 2024-05-06", False, "in another country"),
    ("talks held: Angela Merkel, Narendra Modi @ Delhi # 2024-05-09", False, "the day after"),
    ("talks held: Angela Merkel, Narendra Modi # 2024-05", False, "some day of the month"),
    ("call held: Angela Merkel, Kenya # 2024-05-06", False, "a call is made from anywhere"),
    ("talks held: India, Kenya @ Delhi # 2024-05-06", False, "the host's other guests"),
]


@pytest.mark.parametrize(("told", "part", "why"), PARTS, ids=[p[-1] for p in PARTS])
def test_what_took_place_on_a_visit(told, part, why):
    rows = [row("b", "visit held: Angela Merkel, India @ Delhi # 2024-05-06/2024-05-07"), row("b", told, number=2)]
    events = merge_events(rows, DAYS)
    [stay] = [event for event in events if event.type == "visit"]
    [other] = [event for event in events if event.type != "visit"]
    assert other.part_of == (stay.event if part else "") and not stay.part_of


def test_a_visit_called_off_has_no_part_that_was_not():
    rows = [
        row("a", "visit cancelled: Angela Merkel, India @ Delhi # 2024-05-06"),
        row("b", "talks held: Angela Merkel, Narendra Modi # 2024-05-06"),
        row("b", "press cancelled: Angela Merkel @ Delhi # 2024-05-06", number=2),
    ]
    assert {event.type: bool(event.part_of) for event in merge_events(rows, DAYS)} == {
        "visit": False,
        "talks": False,
        "press": True,
    }
