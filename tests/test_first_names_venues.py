"""Names known by one part, behind a title; and palaces, halls and museums, which are where things take place."""

from __future__ import annotations

import pytest

from briefing_lib.find.gazetteer import bundled
from briefing_lib.find.mentions import find_mentions
from briefing_lib.link.actors import gather_actors
from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences
from briefing_lib.tables import Mention


def read(text: str, published: str = "") -> list[Mention]:
    rows = find_mentions(text, split_sentences(text, split_passages("d", text)), published=published)
    assert all(text[row.start : row.end] == row.text for row in rows)
    return rows


ONE_PART = [
    # (text, published, word, actor): the last ones are others, or nobody the lexicon knows
    ("Prime Minister Abiy and I spoke again yesterday by phone.", "2025-03-18", "Abiy", "Abiy Ahmed"),
    ("Prime Minister Abiy spoke.", "", "Abiy", "Abiy Ahmed"),
    ("Dr. Abiy told parliament that the dam was full.", "2022-02-01", "Abiy", "Abiy Ahmed"),
    ("PM Abiy landed in Juba.", "2020-07-01", "Abiy", "Abiy Ahmed"),
    ("Prime Minister Hailemariam resigned in February.", "2018-02-20", "Hailemariam", "Hailemariam Desalegn"),
    ("President Isaias received the envoy in Asmara.", "2019-05-01", "Isaias", "Isaias Afwerki"),
    ("Prime Minister Meles opened the session.", "2009-05-01", "Meles", "Meles Zenawi"),
    ("Prime Minister Katrín met the delegation in Reykjavík.", "2019-05-01", "Katrín", "Katrín Jakobsdóttir"),
    ("President Guðni opened the Althing.", "2019-05-01", "Guðni", "Guðni Thorlacius Jóhannesson"),
    ("President Dilma cancelled her trip to Washington.", "2013-09-18", "Dilma", "Dilma Rousseff"),
    ("President Lula received the envoy.", "2024-05-01", "Lula", "Luiz Inácio Lula da Silva"),
    ("President Jokowi opened the summit in Bali.", "2022-11-15", "Jokowi", "Joko Widodo"),
    ("President Joko opened the summit in Bali.", "2022-11-15", "Joko", "Joko Widodo"),
    ("President Prabowo opened the summit.", "2025-04-15", "Prabowo", "Prabowo Subianto"),
    ("Prime Minister Yingluck denied it.", "2013-09-18", "Yingluck", "Yingluck Shinawatra"),
    ("Prime Minister Ranil denied it.", "2017-09-18", "Ranil", "Ranil Wickremesinghe"),
    ("President Gotabaya fled to the Maldives.", "2022-07-13", "Gotabaya", "Gotabaya Rajapaksa"),
    ("State Counsellor Suu Kyi met Mr. Modi.", "2018-05-01", "Suu Kyi", "Aung San Suu Kyi"),
    ("State Counsellor Suu Kyi met Mr. Modi.", "2018-05-01", "Modi", "Narendra Modi"),
    ("President Erdogan called.", "2020-05-01", "Erdogan", "Recep Tayyip Erdoğan"),
    ("Prime Minister Anwar was received in Ankara.", "2024-05-01", "Anwar", "Anwar Ibrahim"),
    ("President Khürelsükh received the ambassador.", "2023-05-01", "Khürelsükh", "Khurelsukh Ukhnaa"),
    ("Prime Minister Hasina flew to Delhi.", "2022-09-05", "Hasina", "Sheikh Hasina"),
    ("President Sisi received Prime Minister Abiy.", "2018-06-10", "Sisi", "Abdel Fattah el-Sisi"),
    ("Abiy Tadesse, a farmer, met the mayor. Abiy told him of the drought.", "2020-05-01", "Abiy", "Abiy Tadesse"),
    ("Gedion Hailu, a trader, waited. Minister Gedion did not come.", "2001-05-01", "Gedion", "Gedion Hailu"),
    ("President Emmanuel of the chess club resigned.", "1974-05-01", "Emmanuel", "Emmanuel"),
    ("Foreign Minister Okoro met President John of Freedonia.", "1998-05-01", "Okoro", "Okoro"),
    ("Mr. Joe waited at the station.", "2022-05-01", "Joe", "Joe"),
    ("Chancellor Olaf of Trondheim died in 1030.", "1996-05-01", "Olaf", "Olaf"),
]


@pytest.mark.parametrize(("text", "published", "word", "actor"), ONE_PART, ids=[f"{r[2]} {r[1]}" for r in ONE_PART])
def test_a_title_and_one_part_of_a_name(text: str, published: str, word: str, actor: str) -> None:
    at = text.rindex(word)
    assert [row.actor for row in read(text, published) if row.start <= at < row.end] == [actor]


VENUES = [
    # (text, words, actor, role)
    ("The ministers met at the Itamaraty Palace in Brasília.", "Itamaraty Palace", "Itamaraty Palace", "place"),
    ("Itamaraty said the ambassador would stay.", "Itamaraty", "Brazil", "actor"),
    ("The Itamaraty denied the report.", "Itamaraty", "Brazil", "actor"),
    ("Officials at the Elysée declined to comment.", "Elysée", "France", "actor"),
    ("The two presidents dined at the Elysée Palace on Friday.", "Elysée Palace", "Elysée Palace", "place"),
    ("Macron received him at the Elysée.", "Elysée", "Elysée", "place"),
    ("A statement from the Blue House gave no date.", "Blue House", "South Korea", "actor"),
    ("Talks were held in the Blue House for two hours.", "Blue House", "Blue House", "place"),
    ("Sources close to the Kremlin expect a delay.", "Kremlin", "Russia", "actor"),
    ("The Kremlin said the call was brief.", "Kremlin", "Russia", "actor"),
    ("The treaty was signed in the Kremlin in 1970.", "Kremlin", "Kremlin", "place"),
    ("The Casa Rosada rejected the offer.", "Casa Rosada", "Argentina", "actor"),
    ("Milei greeted the envoy outside the Casa Rosada.", "Casa Rosada", "Casa Rosada", "place"),
    ("The mood in the Kremlin has darkened.", "Kremlin", "Russia", "actor"),
    ("The meeting, which took place at the Adwa Museum, ended early.", "Adwa Museum", "Adwa Museum", "place"),
    (
        "They gathered at the Kigali Convention Centre for the summit.",
        "Kigali Convention Centre",
        "Kigali Convention Centre",
        "place",
    ),
    (
        "The leaders met at the Bali Nusa Dua Convention Center.",
        "Bali Nusa Dua Convention Center",
        "Bali Nusa Dua Convention Center",
        "place",
    ),
    ("The talks at the Serena Hotel went on until dawn.", "Serena Hotel", "Serena Hotel", "place"),
    ("The signing took place in the Carthage Palace.", "Carthage Palace", "Carthage Palace", "place"),
    ("A gala was given at the Lienz Opera House.", "Lienz Opera House", "Lienz Opera House", "place"),
    ("They met at the Tartu Guest House.", "Tartu Guest House", "Tartu Guest House", "place"),
    ("The Lusaka Research Centre said output had fallen.", "Lusaka Research Centre", "Lusaka Research Centre", "actor"),
    ("The Wilson Center published the letters.", "Wilson Center", "Wilson Center", "actor"),
    ("The National Museum of Lesotho reopened.", "National Museum of Lesotho", "National Museum of Lesotho", "place"),
]


@pytest.mark.parametrize(("text", "words", "actor", "role"), VENUES, ids=[r[0][:40] for r in VENUES])
def test_where_or_who(text: str, words: str, actor: str, role: str) -> None:
    at = text.rindex(words)
    assert [(row.actor, row.role) for row in read(text) if row.start <= at < row.end] == [(actor, role)]


def test_a_seat_of_power_is_no_other_name_of_its_state() -> None:
    rows = read("The Elysée said France would vote. They dined at the Elysée.")
    assert {(a.actor, a.type, tuple(a.aliases)) for a in gather_actors(rows, {}, bundled())} == {
        ("France", "state", ()),
        ("Elysée", "place", ()),
    }
