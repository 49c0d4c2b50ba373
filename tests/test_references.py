"""Titles that stand for somebody: who is meant, on which day, and what it rests on; titles beside a name are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.find.mentions import find_mentions
from briefing_lib.find.name.offices import held_by, holder, holders, plain_office, same_office
from briefing_lib.find.quotations import find_quotations
from briefing_lib.find.references import find_references
from briefing_lib.link.people import People
from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences
from briefing_lib.tables import Reference

BEFORE, AFTER = "named before", "named after"
DATE, YEAR = "lexicon on the document's date", "lexicon on the year told"
AMONG = ", named in the document"


def read(text: str, published: str = "") -> list[Reference]:
    sentences = split_sentences(text, split_passages("d", text))
    found = find_references(text, sentences, find_mentions(text, sentences), published)
    names = {s.sentence: s for s in sentences}
    for row in found:
        assert text[row.start : row.end] == row.text
        assert names[row.sentence].start <= row.start < names[row.sentence].end
        assert bool(row.actor) == bool(row.basis)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    return found


REFERENCES = [
    # (why, published, text, [(words, actor, office, country, basis)])
    (
        "a demonym and a title; the lexicon knows who held the office that day",
        "2014-03-02",
        "The Kenyan president spoke.",
        [("The Kenyan president", "Uhuru Kenyatta", "president", "KEN", DATE)],
    ),
    (
        "thirty years ago the office was another man's",
        "1994-05-06",
        "The Russian president wrote to the Chinese president.",
        [
            ("The Russian president", "Boris Yeltsin", "president", "RUS", DATE),
            ("the Chinese president", "Jiang Zemin", "president", "CHN", DATE),
        ],
    ),
    (
        "without a date nobody is guessed",
        "",
        "The Kenyan president spoke.",
        [("The Kenyan president", "", "president", "KEN", "")],
    ),
    (
        "two held the office in that year",
        "1990",
        "The British prime minister agreed.",
        [("The British prime minister", "", "prime minister", "GBR", "")],
    ),
    (
        "owner in the genitive",
        "2013-06-01",
        "Japan's foreign minister and Ghana’s president agreed.",
        [
            ("Japan's foreign minister", "Fumio Kishida", "foreign minister", "JPN", DATE),
            ("Ghana’s president", "John Mahama", "president", "GHA", DATE),
        ],
    ),
    (
        "owner behind the title",
        "2013-06-01",
        "They wrote to the prime minister of Australia.",
        [("the prime minister of Australia", "Julia Gillard", "prime minister", "AUS", DATE)],
    ),
    (
        "named before with that title",
        "",
        "Foreign Minister Rosa Quispe of Peru flew home. The Peruvian minister was tired.",
        [("The Peruvian minister", "Rosa Quispe", "minister", "PER", BEFORE)],
    ),
    (
        "named before in an apposition",
        "",
        "Ama Mensah, Ghana's trade minister, spoke first. The Ghanaian minister left at noon.",
        [("The Ghanaian minister", "Ama Mensah", "minister", "GHA", BEFORE)],
    ),
    (
        "named behind, as headlines do",
        "",
        "Peruvian president visits Quito\n\nPeruvian President Rosa Quispe landed on Monday.",
        [("Peruvian president", "Rosa Quispe", "president", "PER", AFTER)],
    ),
    (
        "the document comes before the lexicon",
        "2014-03-02",
        "Kenyan President Joseph Mwangi spoke. The Kenyan president left.",
        [("The Kenyan president", "Joseph Mwangi", "president", "KEN", BEFORE)],
    ),
    (
        "a bare title of somebody named before",
        "",
        "President Rosa Quispe of Peru spoke. The president then left.",
        [("The president", "Rosa Quispe", "president", "PER", BEFORE)],
    ),
    (
        "a bare title that goes on with one whose state was told",
        "2022-06-06",
        "The Pakistani foreign minister arrived. The minister smiled.",
        [
            ("The Pakistani foreign minister", "Bilawal Bhutto Zardari", "foreign minister", "PAK", DATE),
            ("The minister", "Bilawal Bhutto Zardari", "minister", "PAK", BEFORE),
        ],
    ),
    (
        "two ministers were named in one sentence: neither is guessed",
        "",
        "Foreign Minister Ama Mensah of Ghana met Foreign Minister Rosa Quispe of Peru. The minister smiled.",
        [("The minister", "", "minister", "", "")],
    ),
    (
        "a minister of some branch, if the document names him",
        "2022-06-06",
        "Bilawal Bhutto Zardari flew in. The Pakistani minister smiled.",
        [("The Pakistani minister", "Bilawal Bhutto Zardari", "minister", "PAK", DATE + AMONG)],
    ),
    (
        "a minister whom nothing names",
        "2022-06-06",
        "The Pakistani minister smiled.",
        [("The Pakistani minister", "", "minister", "PAK", "")],
    ),
    (
        "a branch no list has",
        "",
        "The Chadian irrigation minister resigned.",
        [("The Chadian irrigation minister", "", "irrigation minister", "TCD", "")],
    ),
    (
        "counterpart of one whose office the document gives",
        "2013-06-01",
        "Kenyan President Uhuru Kenyatta met his Ghanaian counterpart.",
        [("his Ghanaian counterpart", "John Mahama", "counterpart", "GHA", DATE)],
    ),
    (
        "counterpart, state behind it, named later",
        "",
        "Foreign Minister Rosa Quispe of Peru saw her counterpart from Ghana. Ghana's foreign minister, Ama Mensah, agreed.",
        [("her counterpart from Ghana", "Ama Mensah", "counterpart", "GHA", AFTER)],
    ),
    (
        "counterpart of an unnamed leader",
        "2011-03-03",
        "The German leader called her French counterpart.",
        [
            ("The German leader", "Angela Merkel", "leader", "DEU", DATE),
            ("her French counterpart", "Nicolas Sarkozy", "counterpart", "FRA", DATE),
        ],
    ),
    (
        "counterpart ahead of the name",
        "2012-10-03",
        "In talks with his Ghanaian counterpart, Beninese President Thomas Boni Yayi spoke of peace.",
        [("his Ghanaian counterpart", "John Mahama", "counterpart", "GHA", DATE)],
    ),
    (
        "who leads: a chancellor, a prime minister, a president, a king",
        "2012-10-03",
        "The Austrian leader, the Indian leader, the Russian leader and the Saudi leader stayed.",
        [
            ("The Austrian leader", "Werner Faymann", "leader", "AUT", DATE),
            ("the Indian leader", "Manmohan Singh", "leader", "IND", DATE),
            ("the Russian leader", "Vladimir Putin", "leader", "RUS", DATE),
            ("the Saudi leader", "King Abdullah", "leader", "SAU", DATE),
        ],
    ),
    (
        "a state that is no more",
        "1986-10-11",
        "The Soviet leader stood up; the Soviet foreign minister did not.",
        [
            ("The Soviet leader", "Mikhail Gorbachev", "leader", "", DATE),
            ("the Soviet foreign minister", "Eduard Shevardnadze", "foreign minister", "", DATE),
        ],
    ),
    (
        "heads of organisations",
        "2015-04-01",
        "The UN chief, the NATO secretary-general and the EU foreign policy chief flew to Oslo.",
        [
            ("The UN chief", "Ban Ki-moon", "chief", "", DATE),
            ("the NATO secretary-general", "Jens Stoltenberg", "secretary-general", "", DATE),
            ("the EU foreign policy chief", "Federica Mogherini", "foreign policy chief", "", DATE),
        ],
    ),
    (
        "a bare title of a body the document names",
        "1994-05-06",
        "The United Nations is late. The Secretary-General said so.",
        [("The Secretary-General", "Boutros Boutros-Ghali", "secretary-general", "", DATE)],
    ),
    (
        "the spokesman of a house",
        "2015-04-01",
        "The Kremlin spokesman said nothing.",
        [("The Kremlin spokesman", "Dmitry Peskov", "spokesman", "RUS", DATE)],
    ),
    (
        "the office in other words",
        "2015-04-01",
        "The top US diplomat waited. The secretary of state was tired.",
        [
            ("The top US diplomat", "John Kerry", "top diplomat", "USA", DATE),
            ("The secretary of state", "John Kerry", "secretary of state", "USA", DATE),
        ],
    ),
    (
        "a former president is not the president of the day",
        "2014-01-03",
        "The former French president smiled.",
        [("The former French president", "", "president", "FRA", "")],
    ),
    (
        "a former president the document names",
        "2014-01-03",
        "The former French president, Nicolas Sarkozy, came. The former president smiled.",
        [("The former president", "Nicolas Sarkozy", "former president", "FRA", BEFORE)],
    ),
    (
        "a year in front of the clause moves the date",
        "2014-01-03",
        "In 1987 the American president flew to Berlin.",
        [("the American president", "Ronald Reagan", "president", "USA", YEAR)],
    ),
    (
        "then, with the year in the sentence",
        "2014-01-03",
        "The then British prime minister refused in 1985.",
        [("The then British prime minister", "Margaret Thatcher", "prime minister", "GBR", YEAR)],
    ),
    (
        "a year told in which another was in office blocks the lexicon",
        "2020-01-03",
        "The French president visited Accra in 1998.",
        [("The French president", "", "president", "FRA", "")],
    ),
    (
        "a year in which he was in office does not",
        "2020-01-03",
        "The French president recalled the treaty of 2018.",
        [("The French president", "Emmanuel Macron", "president", "FRA", DATE)],
    ),
    (
        "the ambassador to somewhere is of the state that sent him",
        "",
        "Kenya's ambassador to Ghana left early.",
        [("Kenya's ambassador", "", "ambassador", "KEN", "")],
    ),
    (
        "spaces and line ends inside",
        "2014-03-02",
        "They met the Kenyan\npresident of old.",
        [],
    ),
    (
        "somebody of a region holds no office of it",
        "2014-03-02",
        "The African leader spoke. The European minister left.",
        [],
    ),
]


@pytest.mark.parametrize(("why", "published", "text", "expected"), REFERENCES, ids=[row[0] for row in REFERENCES])
def test_reference(why: str, published: str, text: str, expected: list[tuple[str, ...]]) -> None:
    assert [(r.text, r.actor, r.office, r.country, r.basis) for r in read(text, published)] == expected, why


NONE = [
    ("title and name", "Russian President Vladimir Putin met Kenyan President Uhuru Kenyatta."),
    ("name in an apposition", "The foreign minister, Wang Yi, left Nairobi."),
    ("apposition behind the name", "Emmanuel Macron, the French president, left."),
    ("apposition with an age between", "Emmanuel Macron, 46, the French president, left."),
    (
        "a title between comma and name",
        "Marco Rubio met his Indian counterpart, External Affairs Minister S. Jaishankar.",
    ),
    ("then, behind the name", "Joschka Fischer, then the German foreign minister, left."),
    ("name no lexicon knows", "The Zairean prime minister, Kengo wa Dondo, left."),
    ("honorific before the name", "The Prime Minister, Shri Atal Bihari Vajpayee, left."),
    ("who he is, after is", "Angela Merkel is the German chancellor."),
    ("elected to it", "He was elected president of Peru."),
    ("in the role of it", "She served as the foreign minister of Chile."),
    ("an office, nobody's", "The election of the president of Chile is in May."),
    ("some minister", "A French minister left."),
    ("any of them", "Every French president has said so."),
    ("the one to come", "The next French president will decide."),
    ("several", "The two presidents left. The foreign ministers stayed."),
    ("nobody told whose", "The minister left. The president stayed."),
    ("addressed", "Mr. President, thank you."),
    ("president of a club", "The president of the football club left."),
    ("an adjective", "The general public, the chief reason and the head office."),
    ("a post", "The Turkish prime minister post was vacant."),
    ("his office", "The Turkish prime minister's office was closed."),
    ("part of a name", "The Office of the Prime Minister of Turkey was closed."),
    ("his own minister, whose nobody told", "His foreign minister left."),
]


@pytest.mark.parametrize(("why", "text"), NONE, ids=[row[0] for row in NONE])
def test_no_reference(why: str, text: str) -> None:
    assert [row.text for row in read(text, "2013-05-05")] == [], why


def test_boilerplate_is_passed_over() -> None:
    text = "The Kenyan president spoke."
    sentences = [s._replace(kind="boilerplate") for s in split_sentences(text, split_passages("d", text))]
    assert find_references(text, sentences, [], "2014") == []


PIECES = st.sampled_from(
    [
        "The ",
        "the ",
        "his ",
        "Kenyan ",
        "Japan's ",
        "foreign ",
        "minister",
        "president",
        " of ",
        "Peru",
        ", ",
        ". ",
        "\n",
    ]
    + ["Wang Yi", "counterpart", "UN ", "chief", " and ", "then ", "former ", "1994 ", "in ", "secretary-general", " "]
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(PIECES | st.text(max_size=3), max_size=25).map("".join), st.sampled_from(["", "1994", "2014-05-06"]))
def test_any_text(text: str, published: str) -> None:
    read(text, published)


# --- offices --------------------------------------------------------------------------------------------------------


def test_offices_are_held_on_a_day() -> None:
    assert holder("president", "CHN", "1994-05-01") == "Jiang Zemin"
    assert holder("president", "CHN", "2004-05-01") == "Hu Jintao"
    assert holder("president", "CHN", "") == ""
    assert holders("prime minister", "GBR", "1990") == ["Margaret Thatcher", "John Major"]
    assert [t.office for t in held_by("António Guterres", "1996")] == ["prime minister"]
    assert held_by("Angela Merkel", "1962") == ()


@pytest.mark.parametrize(
    ("words", "office", "kind", "same"),
    [
        ("premier", "prime minister", "head-of-government", True),
        ("foreign secretary", "foreign minister", "foreign-minister", True),
        ("minister", "defence minister", "defence minister", True),
        ("minister", "prime minister", "head-of-government", False),
        ("governor", "central bank governor", "central bank governor", True),
        ("president", "vice president", "vice president", False),
        ("leader", "deputy prime minister", "deputy prime minister", False),
        ("head of state", "king", "royal", True),
    ],
)
def test_same_office(words: str, office: str, kind: str, same: bool) -> None:
    assert same_office(words, office, kind) is same


def test_spellings_of_an_office() -> None:
    assert plain_office("Minister for Foreign Affairs") == plain_office("foreign minister")
    assert plain_office("Defense Minister") == plain_office("minister of defence")


# --- who uses them --------------------------------------------------------------------------------------------------


def test_offices_of_a_meetings_people_are_those_of_its_day() -> None:
    text = "Angela Merkel met Vladimir Putin."
    sentences = split_sentences(text, split_passages("d", text))
    mentions = find_mentions(text, sentences)
    assert People(text, sentences, mentions, "2010-05-05").office("Angela Merkel") == {"head-of-government"}
    assert People(text, sentences, mentions, "1985-05-05").office("Angela Merkel") == set()


def test_a_title_that_speaks_is_who_bears_it() -> None:
    text = "The Kenyan president said the road would reopen."
    sentences = split_sentences(text, split_passages("d", text))
    for published, source in (("2014-03-02", "Uhuru Kenyatta"), ("1998-03-02", "Daniel arap Moi")):
        references = find_references(text, sentences, [], published)
        assert [q.source for q in find_quotations(text, sentences, [], references)] == [source]
    assert [q.source for q in find_quotations(text, sentences, [])] == ["Kenyan president"]
