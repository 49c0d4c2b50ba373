"""Who is speaking: layouts of articles, statements reproduced in full, transcripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_lib.find.mentions import find_mentions
from briefing_lib.find.voices import name_voices
from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences

BODY = "The ministers of both countries met on Monday in the old palace and agreed to meet again before the end of the year."
MORE = "Neither side would say what had been discussed, though aides spoke of fishing rights, visas and a new bridge over the river."


def read(text: str) -> list[tuple[str, str]]:
    passages = split_passages("d", text)
    sentences = split_sentences(text, passages)
    passages, sentences = name_voices(passages, sentences, find_mentions(text, sentences))
    return [(p.kind, p.voice) for p in passages]


LAYOUTS = [
    (
        f"Ghana and Togo Open Talks\n\nBy Ama Mensah\n\n{BODY}",
        [("headline", "author"), ("byline", "author"), ("narration", "author")],
        "headline and byline",
    ),
    (
        f"Ghana and Togo Open Talks\nAma Mensah   March 3, 1999\n{BODY}",
        [("headline", "author"), ("byline", "author"), ("narration", "author")],
        "name and date",
    ),
    (
        f"3 March 1999\n\nGhana and Togo Open Talks\n\n{BODY}",
        [("byline", "author"), ("headline", "author"), ("narration", "author")],
        "the date first",
    ),
    (f"{BODY}\n{MORE}", [("narration", "author")], "no headline"),
    (
        f"President Kufuor (R) with President Eyadema\n\n{BODY}",
        [("caption", "author"), ("narration", "author")],
        "caption first",
    ),
    (
        f"Talks\n\n{BODY}\n\nFishing rights\n\n{MORE}",
        [("headline", "author"), ("narration", "author"), ("heading", "author"), ("narration", "author")],
        "a heading inside",
    ),
    (
        f"{BODY}\n\nRelated Articles\n\nTogo buys buses\n\nBack to top",
        [("narration", "author"), ("boilerplate", "author")],
        "page furniture at the end",
    ),
    (
        f"MINISTRY OF FOREIGN AFFAIRS\n\nVisit of the Foreign Minister of Togo\n\nAccra, January 20, 2000\n\n{BODY}",
        [("byline", "author"), ("headline", "author"), ("byline", "author"), ("statement", "author")],
        "a letterhead makes a statement",
    ),
    (
        f"OPINION\n\nThe bridge that never was\n\nBy Ama Mensah\n\n{BODY}\n\nAma Mensah is a former diplomat.",
        [
            ("boilerplate", "author"),
            ("headline", "author"),
            ("byline", "author"),
            ("narration", "author"),
            ("byline", "author"),
        ],
        "a section's name and a note on the author",
    ),
    (
        f"THE BRIDGE DISPUTE.\n\nTALKS FAIL.\n\n(FROM OUR OWN CORRESPONDENT.)\n\nACCRA, Oct. 28, 1925.\n\n{BODY}",
        [
            ("headline", "author"),
            ("headline", "author"),
            ("byline", "author"),
            ("byline", "author"),
            ("narration", "author"),
        ],
        "the decks of an old newspaper",
    ),
    (
        f"Togo and Ghana Talk\n\nAma Mensah and Kofi Boateng\nLomé Institute | Brief 3 | May 2011\n\n{BODY}",
        [("headline", "author"), ("byline", "author"), ("byline", "author"), ("narration", "author")],
        "two authors and their institute",
    ),
    (
        f"DIARY: talks put off\n\n{BODY}",
        [("headline", "author"), ("narration", "author")],
        "a colon in a headline is no speaker",
    ),
    (
        f"{BODY}\n\nKofi Boateng in Lomé contributed to this report.\n\nRead more from Africa",
        [("narration", "author"), ("byline", "author"), ("boilerplate", "author")],
        "credits at the end",
    ),
    (f"{BODY}\n\nLadies and gentlemen,\n\n{MORE}", [("narration", "author")], "a salutation is no heading"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LAYOUTS, ids=[case[2] for case in LAYOUTS])
def test_layouts(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert read(text) == expected, why


SPEECH = (
    "Friends, we have come a long way. I thank my colleague for his words, and I say that our peoples want this bridge."
)
TRANSCRIPTS = [
    (
        f"Question: Will there be a bridge?\n\nRaila Odinga: Yes, we want it.\n\nIt will cost a lot.\n\nQuestion: When?\n\nRaila Odinga: {SPEECH}",
        [
            ("question", "journalist"),
            ("answer", "Raila Odinga"),
            ("question", "journalist"),
            ("answer", "Raila Odinga"),
        ],
        "Question and a name",
    ),
    (
        "QUESTION: Will there be a bridge?\nMR. PRICE: We will see. We have no date.\nQUESTION: When?\nMR. PRICE: Soon.",
        [("question", "journalist"), ("answer", "MR. Price"), ("question", "journalist"), ("answer", "MR. Price")],
        "labels in capitals; nobody says who Mr. Price is",
    ),
    (
        "Q: Will there be a bridge?\nA: We will see, says the report.\nQ: When?\nA: Soon.",
        [("question", "journalist"), ("answer", "author"), ("question", "journalist"), ("answer", "author")],
        "nameless answers",
    ),
    (
        "Angela Merkel: I welcome the president.\n\nFrançois Hollande: Thank you.\n\nAngela Merkel: We had good talks.\n\nFrançois Hollande: Yes.",
        [
            ("statement", "Angela Merkel"),
            ("statement", "François Hollande"),
            ("statement", "Angela Merkel"),
            ("statement", "François Hollande"),
        ],
        "a dialogue without questions",
    ),
    (
        "**Moderator:** Welcome.\n**Question:** Why?\n**Angela Merkel:** Because we must.\n**Question:** When?\n**Angela Merkel:** Soon.",
        [
            ("statement", "moderator"),
            ("question", "journalist"),
            ("answer", "Angela Merkel"),
            ("question", "journalist"),
            ("answer", "Angela Merkel"),
        ],
        "bold labels and a moderator",
    ),
    (
        f"Note: the talks were short.\n\n{BODY}\n\nWashington: no comment came from there, and none was to be had on the day after either.",
        [("narration", "author")],
        "words before a colon that are no speakers",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), TRANSCRIPTS, ids=[case[2] for case in TRANSCRIPTS])
def test_transcripts(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert read(text) == expected, why


def test_a_statement_reproduced_in_full_and_the_author_after_it() -> None:
    text = (
        f"{BODY} Here is the statement by President Kenneth Kaunda:\n\n{SPEECH}\n\nWe shall build it together.\n\n"
        "It remains to be seen what Kaunda meant by that, and who will pay for the bridge in the end."
    )
    assert read(text) == [("narration", "author"), ("statement", "Kenneth Kaunda"), ("narration", "author")]


def test_a_statement_ends_where_a_heading_stands() -> None:
    text = f"{BODY}\n\nThe Zambian president, Kenneth Kaunda, issued the following statement:\n\n{SPEECH}\n\nCOMMENT\n\n{MORE}"
    assert read(text) == [
        ("narration", "author"),
        ("statement", "Kenneth Kaunda"),
        ("heading", "author"),
        ("narration", "author"),
    ]


def test_a_communique_in_quotation_marks_ends_with_them() -> None:
    text = f'{BODY}\n\nThe following communiqué was issued by the Ministry of Foreign Affairs of Bulgaria:—\n\n"{SPEECH}\n\n"{SPEECH}"\n\n{MORE}'
    assert read(text) == [("narration", "author"), ("statement", "Bulgarian Foreign Ministry"), ("narration", "author")]


def test_a_transcribers_aside_is_nobodys_speech() -> None:
    text = "Question: Will there be a bridge?\n\nRaila Odinga: Yes, we want it.\n\n(The briefing ended at noon.)"
    assert read(text)[-1] == ("narration", "author")


def test_a_colon_before_a_quotation_announces_no_statement() -> None:
    text = f"{BODY} The remarks by President Kenneth Kaunda were short:\n\n“We shall build it together,” he said."
    assert {kind for kind, _ in read(text)} == {"narration"}


@given(st.text(alphabet=st.sampled_from("aB :.?\n“”'’(Q*U.S)é\t"), max_size=120) | st.text(max_size=150))
def test_passages_cover_every_line_and_never_overlap(text: str) -> None:
    passages = split_passages("d", text)
    assert all(a.end <= b.start for a, b in zip(passages, passages[1:], strict=False))
    outside = "".join(
        text[a:b]
        for a, b in zip([0, *(p.end for p in passages)], [*(p.start for p in passages), len(text)], strict=True)
    )
    assert not outside.strip()


@pytest.mark.parametrize(
    ("line", "kind", "why"),
    [
        ("Kenya will hold the vote on 9 August 2022.", "narration", "a sentence that ends with a date is no byline"),
        ("President Lazarus Chakwera arrived in Rome on 3 June 2023.", "narration", "nor is one of few words"),
        ("Amina Diallo   3 June 2023", "byline", "a name and a date"),
        ("Our staff writer in Lima, 3 June 2023", "byline", "a writer without a name, and a date"),
        ("Nairobi, 3 June 2023", "byline", "a place and a date"),
    ],
)
def test_a_line_that_ends_with_a_date(line: str, kind: str, why: str) -> None:
    text = f"Talks begin in Lima\n\n{line}\n\nThe ministers met for two hours and agreed to meet again before the year is out.\n"
    assert split_passages("d", text)[1].kind == kind, why


@pytest.mark.parametrize(
    ("line", "kind", "why"),
    [
        ("Support for the rebels", "heading", "no call for support"),
        ("More than fish", "heading", "no list of other pieces"),
        ("Trade > aid", "boilerplate", "a trail of links looks the same"),
        (
            "President Kufuor greets the crowd outside the palace in March.",
            "caption",
            "a picture told in the present tense",
        ),
        (
            "President Kufuor greeted the crowd outside the palace in March.",
            "narration",
            "the past tense tells no picture",
        ),
        ("See PALACE, A14, Col. 3", "boilerplate", "a jump to another page"),
        ("The two sides see page 3 of the treaty in different ways.", "narration", "a sentence with a page in it"),
        ("Comments (14)", "boilerplate", "a counter"),
        ("COMMENT", "heading", "what the author says next"),
    ],
)
def test_a_line_inside_the_text(line: str, kind: str, why: str) -> None:
    text = f"Ghana and Togo Open Talks\n\nBy Ama Mensah\n\n{BODY}\n\n{line}\n\n{MORE}\n\n{BODY}"
    at = text.index(line)
    assert next(p.kind for p in split_passages("d", text) if p.start <= at < p.end) == kind, why
