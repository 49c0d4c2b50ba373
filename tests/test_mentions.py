"""Who is named: sentences about countries all over the world, with every mention they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_lib.find.gazetteer import Gazetteer
from briefing_lib.find.mentions import find_mentions
from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences
from briefing_lib.tables import Mention


def read(text: str, lexicon: Gazetteer | None = None) -> list[Mention]:
    sentences = split_sentences(text, split_passages("d", text))
    mentions = find_mentions(text, sentences, lexicon)
    names = {s.sentence: s for s in sentences}
    for m in mentions:
        assert text[m.start : m.end] == m.text
        assert names[m.sentence].start <= m.start < names[m.sentence].end
    assert all(a.end <= b.start for a, b in zip(mentions, mentions[1:], strict=False))
    return mentions


P, S, ORG, W = "person", "state", "organisation", "place"
MENTIONS = [
    # (text, [(words, actor, type)], why)
    ("Kenya and Tanzania signed.", [("Kenya", "Kenya", S), ("Tanzania", "Tanzania", S)], "states"),
    ("The Kenyan envoy met Tanzanians.", [], "demonyms are no mentions"),
    (
        "The U.S. and the UK back Côte d’Ivoire.",
        [("U.S.", "United States", S), ("UK", "United Kingdom", S), ("Côte d’Ivoire", "Ivory Coast", S)],
        "short forms, curly apostrophe",
    ),
    ("China-Zambia trade grew.", [("China", "China", S), ("Zambia", "Zambia", S)], "states inside a compound"),
    (
        "Papua New Guinea is not Guinea-Bissau.",
        [("Papua New Guinea", "Papua New Guinea", S), ("Guinea-Bissau", "Guinea-Bissau", S)],
        "the longest name wins",
    ),
    (
        "South China Morning Post wrote this.",
        [("South China Morning Post", "South China Morning Post", ORG)],
        "a state inside a longer name",
    ),
    (
        "The Bank of Uganda raised rates.",
        [("Bank of Uganda", "Bank of Uganda", ORG)],
        "an organisation by its head word",
    ),
    (
        "Zambian Vice President Mutale Nalumango arrived. Nalumango smiled.",
        [("Mutale Nalumango", "Mutale Nalumango", P), ("Nalumango", "Mutale Nalumango", P)],
        "title and name, then the surname",
    ),
    (
        "Okello praised the deal. James Okello, a farmer, had opposed it.",
        [("Okello", "James Okello", P), ("James Okello", "James Okello", P)],
        "the surname before the full name",
    ),
    ("Minister Banda left early.", [("Banda", "Banda", P)], "a title and a surname alone"),
    (
        "Foreign Minister Gromyko left.",
        [("Gromyko", "Andrei Gromyko", P)],
        "a title and a surname that the lexicon knows just once",
    ),
    ("King Albert I and I agreed.", [("Albert I", "Albert I", P)], "a numeral is no surname"),
    ("The Marine Biological Diversity of fellow Member States grew.", [], "abstractions are no people"),
    (
        "The Regional Information and Coordination Centre closed.",
        [("Regional Information and Coordination Centre", "Regional Information and Coordination Centre", ORG)],
        "a name that goes on over and",
    ),
    (
        "Prime Minister Abiy Ahmed met President Isaias Afwerki.",
        [("Abiy Ahmed", "Abiy Ahmed", P), ("Isaias Afwerki", "Isaias Afwerki", P)],
        "two titled people",
    ),
    (
        "Ursula von der Leyen and Luiz Inácio Lula da Silva met. Von der Leyen spoke first.",
        [
            ("Ursula von der Leyen", "Ursula von der Leyen", P),
            ("Luiz Inácio Lula da Silva", "Luiz Inácio Lula da Silva", P),
            ("Von der Leyen", "Ursula von der Leyen", P),
        ],
        "particles inside names",
    ),
    (
        "Wang Yi met Lee Jae-myung. Wang said Lee was late.",
        [
            ("Wang Yi", "Wang Yi", P),
            ("Lee Jae-myung", "Lee Jae-myung", P),
            ("Wang", "Wang Yi", P),
            ("Lee", "Lee Jae-myung", P),
        ],
        "family names first",
    ),
    (
        "Crown Prince Mohammed bin Salman hosted Bilawal Bhutto Zardari.",
        [("Mohammed bin Salman", "Mohammed bin Salman", P), ("Bilawal Bhutto Zardari", "Bilawal Bhutto Zardari", P)],
        "Arabic and Pakistani names",
    ),
    (
        "The Turkish Foreign Ministry and the Ministry of Foreign Affairs of Japan agreed.",
        [
            ("Turkish Foreign Ministry", "Turkish Foreign Ministry", ORG),
            ("Ministry of Foreign Affairs of Japan", "Japanese Foreign Ministry", ORG),
        ],
        "ministries by pattern",
    ),
    (
        "India’s Foreign Ministry spoke; the Foreign Ministry did so twice.",
        [
            ("India’s Foreign Ministry", "Indian Foreign Ministry", ORG),
            ("Foreign Ministry", "Indian Foreign Ministry", ORG),
        ],
        "a ministry with and without its state",
    ),
    (
        "The Kremlin and the White House denied it.",
        [("Kremlin", "Russia", S), ("White House", "United States", S)],
        "seats of power",
    ),
    (
        "The Lusaka Water Board (LWB) met. The LWB agreed.",
        [
            ("Lusaka Water Board", "Lusaka Water Board", ORG),
            ("LWB", "Lusaka Water Board", ORG),
            ("LWB", "Lusaka Water Board", ORG),
        ],
        "an abbreviation the text defines",
    ),
    (
        "US Treasury Secretary Janet Yellen spoke.",
        [("US", "United States", S), ("Janet Yellen", "Janet Yellen", P)],
        "an organisation inside a title is no mention",
    ),
    (
        "Chad Okoro met Georgia Brown in Chad.",
        [("Chad Okoro", "Chad Okoro", P), ("Georgia Brown", "Georgia Brown", P), ("Chad", "Chad", S)],
        "states that are given names",
    ),
    (
        "They crossed the Tana River near Lake Elmenteita.",
        [("Tana River", "Tana River", W), ("Lake Elmenteita", "Lake Elmenteita", W)],
        "places by their head word",
    ),
    ("Skeptics in March said Yesterday was fine.", [], "capitals that name nobody"),
    (
        "The Institute of International, Regional and Security Studies closed.",
        [
            (
                "Institute of International, Regional and Security Studies",
                "Institute of International, Regional and Security Studies",
                ORG,
            )
        ],
        "a list inside a name",
    ),
    ("The Marrakesh Treaty and the Abuja Peace Plan failed.", [], "treaties and plans are no actors"),
    (
        "BRIEFER: PATRICK DELANEY\n\nMR. DELANEY: The UN paid US$5m.",
        [("PATRICK DELANEY", "Patrick Delaney", P), ("DELANEY", "Patrick Delaney", P), ("UN", "United Nations", ORG)],
        "an unlisted name in capitals; US$ is no state",
    ),
    (
        "Prime Minister Hailemariam Desalegn left. Hailemariam smiled.",
        [("Hailemariam Desalegn", "Hailemariam Desalegn", P), ("Hailemariam", "Hailemariam Desalegn", P)],
        "a first name in use",
    ),
    (
        "The Council of the League of Nations met. The Council rose on Monday.",
        [
            ("Council of the League of Nations", "Council of the League of Nations", ORG),
            ("Council", "Council of the League of Nations", ORG),
        ],
        "a body called by its head word alone",
    ),
    (
        "The Thai foreign ministry and Cambodia's foreign ministry spoke.",
        [
            ("Thai foreign ministry", "Thai Foreign Ministry", ORG),
            ("Cambodia's foreign ministry", "Cambodian Foreign Ministry", ORG),
        ],
        "ministries in lower case",
    ),
    (
        "Speaker of the Seimas Viktoras Muntianas and Gen. Abdel Fatah al-Sissi spoke.",
        [
            ("Seimas", "Seimas", ORG),
            ("Viktoras Muntianas", "Viktoras Muntianas", P),
            ("Abdel Fatah al-Sissi", "Abdel Fattah el-Sisi", P),
        ],
        "a title with of; an organisation's name inside a person's",
    ),
    (
        "The 5th Congress of the Lao People's Revolutionary Party opened.",
        [("Lao People's Revolutionary Party", "Lao People's Revolutionary Party", ORG)],
        "a party's congress is a gathering, not the United States' one",
    ),
    (
        "Kenya's Security Council met, as did the Security Council of Ghana.",
        [
            ("Kenya", "Kenya", S),
            ("Security Council", "Kenyan Security Council", ORG),
            ("Security Council of Ghana", "Ghanaian Security Council", ORG),
        ],
        "bodies every state has belong to the state beside them",
    ),
    (
        "Peru will vote again in Peru. Congress agreed.",
        [("Peru", "Peru", S), ("Peru", "Peru", S), ("Congress", "Peruvian Congress", ORG)],
        "a body named alone is that of the state the text is about",
    ),
    (
        "Boris Johnson left Edinburgh for Scotland. The Supreme Court will sit.",
        [
            ("Boris Johnson", "Boris Johnson", P),
            ("Edinburgh", "Edinburgh", W),
            ("Scotland", "Scotland", W),
            ("Supreme Court", "British Supreme Court", ORG),
        ],
        "the state need not be named: its people and places tell",
    ),
    (
        "The International Maritime Office (IMO) spoke. The IMO left.",
        [
            ("International Maritime Office", "International Maritime Office", ORG),
            ("IMO", "International Maritime Office", ORG),
            ("IMO", "International Maritime Office", ORG),
        ],
        "an abbreviation of the document's own comes before the lexicon's",
    ),
    (
        "The Chile-Mercosur agreement and the Japan-ASEAN summit",
        [
            ("Chile", "Chile", S),
            ("Mercosur", "Mercosur", ORG),
            ("Japan", "Japan", S),
            ("ASEAN", "ASEAN", ORG),
        ],
        "a state and a bloc inside a compound",
    ),
    (
        "They saw Mouammar Kadhafi and ABE Shinzo with A.K. Abdul Momen.",
        [
            ("Mouammar Kadhafi", "Muammar Gaddafi", P),
            ("ABE Shinzo", "Shinzo Abe", P),
            ("A.K. Abdul Momen", "A. K. Abdul Momen", P),
        ],
        "other spellings, family name first, initials",
    ),
    (
        "Senator James “Big Jim” Okello met Rajiv Gandhi and Indira Gandhi. Mr. Gandhi left with Mrs. Gandhi.",
        [
            ("James “Big Jim” Okello", "James Okello", P),
            ("Rajiv Gandhi", "Rajiv Gandhi", P),
            ("Indira Gandhi", "Indira Gandhi", P),
            ("Gandhi", "Rajiv Gandhi", P),
            ("Gandhi", "Indira Gandhi", P),
        ],
        "a nickname; a title tells two of one surname apart",
    ),
    (
        "Rachel Musk ran a bakery. Musk sold it.",
        [("Rachel Musk", "Rachel Musk", P), ("Musk", "Rachel Musk", P)],
        "a surname the lexicon gives to another",
    ),
    (
        "The ministers met in Orlivka, near the town of Vale Grande. Orlivka was cold. Nothing was said in English.",
        [("Orlivka", "Orlivka", W), ("Vale Grande", "Vale Grande", W), ("Orlivka", "Orlivka", W)],
        "unlisted places by the words before them, and again without them",
    ),
    (
        "South Korea protested. The North fired again; the South of the city was calm.",
        [("South Korea", "South Korea", S), ("North", "North Korea", S)],
        "a state that its counterpart cuts short",
    ),
    (
        "The GLF quit the talks, GLF's leader said. The GDP fell, and the GDP matters.",
        [("GLF", "GLF", ORG), ("GLF", "GLF", ORG)],
        "initials used like a name; those that name no organisation",
    ),
    (
        "The Dade County Sheriff's Office and Kenya's Treasury spoke at St. Peter's Square.",
        [
            ("Dade County Sheriff's Office", "Dade County Sheriff's Office", ORG),
            ("Kenya", "Kenya", S),
            ("St. Peter's Square", "St. Peter's Square", W),
        ],
        "names that begin with an owner, and a state that owns",
    ),
    (
        "Radio Mozambique and the Banco Lusaka closed; so did the King Power Stadium.",
        [
            ("Radio Mozambique", "Radio Mozambique", ORG),
            ("Banco Lusaka", "Banco Lusaka", ORG),
            ("King Power Stadium", "King Power Stadium", W),
        ],
        "heads that stand first; a title inside a place",
    ),
    (
        "Mr. President, Excellencies, we thank you. Mr. President, Turning to peace, I agree.",
        [],
        "what follows an address is nobody's name",
    ),
    (
        "The Ozone Layer, the shield of life, is thin. Zubo Qwelane, a farmer, agreed, as did Denis Hills, a lecturer.",
        [("Zubo Qwelane", "Zubo Qwelane", P), ("Denis Hills", "Denis Hills", P)],
        "only an apposition for somebody makes a name a person's",
    ),
    (
        "West African leaders met the West.",
        [("West", "West", ORG)],
        "a bloc's name inside an adjective",
    ),
    (
        "Striker Jermaine Beckford, Ohio Gov. John Kasich and Legislator Lam Cheuk-ting spoke.",
        [
            ("Jermaine Beckford", "Jermaine Beckford", P),
            ("Ohio", "Ohio", W),
            ("John Kasich", "John Kasich", P),
            ("Lam Cheuk-ting", "Lam Cheuk-ting", P),
        ],
        "roles of sport, short titles, Cantonese names",
    ),
    (
        "ORLIVKA, Ky. — The American Red Cross met at First Church on Elm Avenue. The Monroe Doctrine is old.",
        [
            ("ORLIVKA", "Orlivka", W),
            ("American Red Cross", "American Red Cross", ORG),
            ("First Church", "First Church", ORG),
            ("Elm Avenue", "Elm Avenue", W),
        ],
        "an unlisted town in a dateline, a body with its state's adjective, a street, a doctrine",
    ),
    (
        "The World Health Organization met. Many spoke. It rained. The hall was full. They asked the Organization for aid.",
        [("World Health Organization", "World Health Organization", ORG)],
        "a bare head long after its body is another's",
    ),
    (
        "The World Trade Organization and the United Nations met. Members wished to reform the Organization.",
        [
            ("World Trade Organization", "World Trade Organization", ORG),
            ("United Nations", "United Nations", ORG),
        ],
        "the Organization may be the United Nations",
    ),
    (
        "The African Postal Organization met. The Organization has forty members.",
        [
            ("African Postal Organization", "African Postal Organization", ORG),
            ("Organization", "African Postal Organization", ORG),
        ],
        "a bare head right behind its body",
    ),
    (
        "The Group of Five for the Sahel thanked the Group of Six for the Arctic.",
        [
            ("Group of Five for the Sahel", "G5 Sahel", ORG),
            ("Group of Six for the Arctic", "Group of Six for the Arctic", ORG),
        ],
        "groups by their number and region",
    ),
    (
        "Secretary- General  Ban  Ki-moon went to Guinea- Bissau with  Luiz Inácio Lula  da Silva.",
        [
            ("Ban  Ki-moon", "Ban Ki-moon", P),
            ("Guinea- Bissau", "Guinea-Bissau", S),
            ("Luiz Inácio Lula  da Silva", "Luiz Inácio Lula da Silva", P),
        ],
        "gaps as in text copied from pages",
    ),
    (
        "Kenya- and Uganda- based firms left. The president- Uhuru Kenyatta - stayed.",
        [("Kenya", "Kenya", S), ("Uganda", "Uganda", S), ("Uhuru Kenyatta", "Uhuru Kenyatta", P)],
        "hyphens that end a word",
    ),
    (
        "She is Foreign Minister. Young men fled. He is President. Bold measures followed. We host Miss Universe.",
        [],
        "a title that ends a sentence; a pageant",
    ),
    (
        "Mr President of the conference, this General Debate is long. They entered the High Risk Area and the Marine "
        "Protected Area.",
        [],
        "an address without a name, areas",
    ),
    (
        "The Wangari Maathai Peace Summit fell into Nyerere Year; the Julius Nyerere Foundation and the King Faisal "
        "University wrote.",
        [
            ("Julius Nyerere Foundation", "Julius Nyerere Foundation", ORG),
            ("King Faisal University", "King Faisal University", ORG),
        ],
        "people who lend their names",
    ),
    (
        "The King Rama Humanitarian Aid and Relief Centre opened. Commander Europe Wesley Clark spoke.",
        [
            ("King Rama Humanitarian Aid and Relief Centre", "King Rama Humanitarian Aid and Relief Centre", ORG),
            ("Europe", "Europe", W),
            ("Wesley Clark", "Wesley Clark", P),
        ],
        "a title inside a body's name, a place inside a title",
    ),
    (
        "Secretary-General Guterres and President Van der Bellen spoke of President Roosevelt.",
        [
            ("Guterres", "António Guterres", P),
            ("Van der Bellen", "Alexander Van der Bellen", P),
            ("Roosevelt", "Roosevelt", P),
        ],
        "who ever held the office that the title names, if it was one",
    ),
    (
        "The Central Bank of Kenya acted. Inflation fell. The Central Bank may act again.",
        [
            ("Central Bank of Kenya", "Central Bank of Kenya", ORG),
            ("Central Bank", "Central Bank of Kenya", ORG),
        ],
        "a body named in full before",
    ),
    (
        "The Senate and House of Representatives of Nigeria met, as did the Texas House of Representatives.",
        [
            ("Senate", "Nigerian Senate", ORG),
            ("House of Representatives of Nigeria", "Nigerian House of Representatives", ORG),
            ("Texas House of Representatives", "Texas House of Representatives", ORG),
        ],
        "two bodies of one state, a body of a province",
    ),
    (
        "The United Nations Convention on the Law of the Sea and the African Union Youth Decade bind us, as does the "
        "United Nations Charter.",
        [("United Nations", "United Nations", ORG)],
        "treaties and strategies are nobody",
    ),
    (
        "The Virginia General Assembly saw the fall of the Berlin Wall.",
        [("Virginia General Assembly", "Virginia General Assembly", ORG), ("Berlin Wall", "Berlin Wall", W)],
        "an assembly that is not the United Nations'",
    ),
    ("PRESIDENT PUTIN IN INDIA", [("PUTIN", "Vladimir Putin", P), ("INDIA", "India", S)], "a headline in capitals"),
]


@pytest.mark.parametrize(("text", "expected", "why"), MENTIONS, ids=[case[2] for case in MENTIONS])
def test_mentions(text: str, expected: list[tuple[str, str, str]], why: str) -> None:
    assert [(m.text, m.actor, m.type) for m in read(text)] == expected, why


CAPITALS = [
    # (text, capital, role, why)
    ("Talks in Nairobi ended.", "Nairobi", "place", "in"),
    ("Nairobi understands the risks.", "Nairobi", "actor", "subject of a verb of mind"),
    ("She visited Ankara twice.", "Ankara", "place", "object of visit"),
    ("She flew to Ankara on Monday.", "Ankara", "place", "motion to"),
    ("The trip of the minister to Ankara was long.", "Ankara", "place", "a trip to"),
    ("It made concessions to Ankara.", "Ankara", "actor", "to without motion"),
    ("Ties with Hanoi improved.", "Hanoi", "actor", "with"),
    ("Relations between Hanoi and its neighbours improved.", "Hanoi", "actor", "between"),
    ("He returned from Lima yesterday.", "Lima", "place", "motion from"),
    ("The offer from Lima was refused.", "Lima", "actor", "from without motion"),
    ("A shooting near Oslo shocked them.", "Oslo", "place", "near"),
    ("The Lima-based firm sold it.", "Lima", "place", "based"),
    ("Vilnius. The president today received an envoy.", "Vilnius", "place", "a dateline with a stop"),
    ("LIMA (Andes Newswire) - Talks began.", "LIMA", "place", "a dateline with an agency"),
    ("He left this morning for Lima to confer.", "Lima", "place", "left for"),
    ("OSLO, 5 May - Talks began.", "OSLO", "place", "a dateline"),
    ("Oslo's airport was closed.", "Oslo", "place", "what a city owns"),
    ("Oslo's policy has not changed.", "Oslo", "actor", "what a government owns"),
    ("The council met in Lima and Oslo.", "Oslo", "place", "a list goes on"),
]


@pytest.mark.parametrize(("text", "capital", "role", "why"), CAPITALS, ids=[f"{c[1]} {c[3]}" for c in CAPITALS])
def test_a_capital_is_a_government_or_a_place(text: str, capital: str, role: str, why: str) -> None:
    found = {m.text: m for m in read(text)}
    assert found[capital].role == role, why
    assert found[capital].type == ("place" if role == "place" else "state")


ERAS = [
    # (capital, date, actor, role, why)
    ("Moscow", "1975-08-01", "Soviet Union", "actor", "before 1991"),
    ("Moscow", "2005", "Russia", "actor", "after"),
    ("The Kremlin", "1975", "Soviet Union", "actor", "a palace"),
    ("Bonn", "1976-10-09", "West Germany", "actor", "seat of a state of the past"),
    ("Bonn", "2010-05", "Bonn", "place", "no seat any more"),
    ("Hanoi", "1970-02-03", "North Vietnam", "actor", "a divided state"),
    ("Hanoi", "1980-02-03", "Vietnam", "actor", "one state again"),
    ("Kyiv", "1980-02-03", "Kyiv", "place", "no state of its own yet"),
    ("Belgrade", "1998", "Yugoslavia", "actor", "until 2003"),
    ("Salisbury", "1970", "Rhodesia", "actor", "renamed state"),
    ("Lagos", "1970", "Nigeria", "actor", "a capital of the past"),
]


@pytest.mark.parametrize(("name", "date", "actor", "role", "why"), ERAS, ids=[f"{c[0]} {c[1]}" for c in ERAS])
def test_a_capital_is_whose_it_was_on_the_day(name: str, date: str, actor: str, role: str, why: str) -> None:
    text = f"{name} hopes for better ties."
    found = find_mentions(text, split_sentences(text, split_passages("d", text)), None, date)
    assert [(m.actor, m.role) for m in found] == [(actor, role)], why


def test_without_a_date_the_states_named_tell_the_era() -> None:
    assert [m.actor for m in read("Moscow agreed, and the Soviet Union signed.")] == ["Soviet Union"] * 2
    assert [m.actor for m in read("Moscow agreed, and Russia signed.")] == ["Russia"] * 2


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Foreign Minister Anna Silva met João Silva, a farmer. Silva wept. Minister Anna Silva left. Silva returned."
    assert [m.actor for m in read(text) if m.text == "Silva"] == ["João Silva", "Anna Silva"]


def test_in_a_new_paragraph_a_surname_is_the_one_the_text_is_about() -> None:
    text = "Anna Silva won. Silva smiled.\n\nHer brother, João Silva, wept. Silva left.\n\nVoters liked Silva."
    assert [m.actor for m in read(text) if m.text == "Silva"] == ["Anna Silva", "João Silva", "Anna Silva"]


def test_a_surname_is_who_held_office_on_the_day() -> None:
    text = "They thanked Secretary-General Guterres."
    sentences = split_sentences(text, split_passages("d", text))
    assert [m.actor for m in find_mentions(text, sentences, None, "2021-09-21")] == ["António Guterres"]


REGIONS = [
    ("Africa will speak with one voice.", "Africa", "actor", "subject"),
    ("Asia demands a seat.", "Asia", "actor", "subject of a verb of will"),
    ("Europe's policy failed.", "Europe", "actor", "what it owns"),
    ("Napoleon had subjugated Europe.", "Europe", "actor", "object"),
    ("The Sahel rejects it.", "Sahel", "actor", "a region"),
    ("Rain fell across Africa.", "Africa", "place", "across"),
    ("Countries in Africa will sign.", "Africa", "place", "countries in it are the subject"),
    ("Africa's largest dam was full.", "Africa", "place", "a superlative"),
    ("It lies on Europe's borders.", "Europe", "place", "what the land has"),
]


@pytest.mark.parametrize(("text", "region", "role", "why"), REGIONS, ids=[f"{c[1]} {c[3]}" for c in REGIONS])
def test_a_region_acts_or_says_where(text: str, region: str, role: str, why: str) -> None:
    assert {m.text: m.role for m in read(text)}[region] == role, why


def test_boilerplate_names_nobody() -> None:
    body = "The ministers of both countries met on Monday in the old palace and agreed to meet again before long."
    assert [m.text for m in read(f"{body}\n\nRelated Articles\n\nKenya buys buses")] == []


def test_a_researchers_own_names_come_first() -> None:
    own = Gazetteer([{"alias": "Delta Group", "actor": "Delta Group of Nine", "type": "organisation", "country": ""}])
    assert [(m.text, m.actor) for m in read("The Delta Group met in Kenya.", own)] == [
        ("Delta Group", "Delta Group of Nine"),
        ("Kenya", "Kenya"),
    ]


@given(st.text(alphabet=st.sampled_from("aB .Mr,-’'()KenyaUSDr al\n“”é"), max_size=100) | st.text(max_size=150))
def test_any_text_gives_anchored_mentions(text: str) -> None:
    read(text)
