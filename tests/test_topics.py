"""Topics of paragraphs: sentences about other countries and other decades, with the topics a reader would give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_lib import lexicon
from briefing_lib.link.codebook import forms, plain
from briefing_lib.link.topics import find_topics
from briefing_lib.tables import Passage

CODES = {
    *("ukraine-war", "security-architecture", "asia-pacific", "middle-east", "sanctions", "trade-economy", "energy"),
    *("institutions", "world-order", "partnership", "visits", "us-relations", "nuclear", "terrorism"),
    *("culture-sport", "technology", "connectivity", "health-climate"),
}


def topics(text, *kinds):
    """Return the topics of each paragraph of a text whose lines are passages of the given kinds."""
    passages, at, number = [], 0, 0
    for line in text.split("\n"):
        if line.strip():
            number += 1
            kind = kinds[number - 1] if kinds else "narration"
            passages.append(Passage("wire", number, at, at + len(line), kind, "author", "", 0))
        at += len(line) + 1
    found = find_topics(text, passages)
    for row in found:
        assert text[row.start : row.end] == text[row.start : row.end].strip()
        assert 0 < row.score < 1 and row.terms and row.method == "codebook"
    return found


# The topics named must be found, in this order where there are two; others may be, up to three.
SENTENCES = [
    # one topic each, in words of other relationships and decades
    ("Finland and Sweden handed in their applications to join NATO on the same morning.", ["security-architecture"]),
    ("The two presidents praised the friendship between Vietnam and Cuba.", ["partnership"]),
    ("Relations between Ottawa and Riyadh were restored after five years.", ["partnership"]),
    ("King Hassan will visit Madrid in June at the invitation of the Spanish government.", ["visits"]),
    ("The foreign minister flew to Kampala on Sunday for a two-day visit.", ["visits"]),
    ("Mexico's exports of avocados rose while imports of maize fell.", ["trade-economy"]),
    ("The two sides failed to agree on tariffs for sugar.", ["trade-economy"]),
    ("Bolivia will pay for the gas pipeline, and Brazil for the gas.", ["energy"]),
    ("OPEC kept its output where it was and crude rose by three dollars.", ["energy"]),
    ("The embargo against Rhodesia was broken by tankers.", ["sanctions"]),
    ("Parliament extended the asset freeze and the travel ban on the generals.", ["sanctions"]),
    ("The General Assembly elected Malta to the Security Council.", ["institutions"]),
    ("Members of the African Union will choose a new chairperson.", ["institutions"]),
    ("A multipolar world cannot be built by those who dream of hegemony.", ["world-order"]),
    ("The Global South will not accept a return of colonialism.", ["world-order"]),
    ("Inspectors of the IAEA counted the centrifuges at the plant.", ["nuclear"]),
    ("South Africa gave up its nuclear weapons before the vote.", ["nuclear"]),
    ("The terrorist attack on the market in Nairobi was claimed by al-Shabaab.", ["terrorism"]),
    ("Orchestras from both capitals will tour, and a museum lends its bronzes.", ["culture-sport"]),
    ("The Olympic team of Jamaica trained in Norway.", ["culture-sport"]),
    ("A centre for artificial intelligence and quantum computing opens in Tallinn.", ["technology"]),
    ("The railway from Mombasa to Kampala needs a new bridge and a dry port.", ["connectivity"]),
    ("The Belt and Road Initiative reached Montenegro.", ["connectivity"]),
    ("Vaccines against cholera were flown to Malawi.", ["health-climate"]),
    ("Glaciers shrink and emissions grow, the report on climate change says.", ["health-climate"]),
    ("Manila protested against the water cannon used in the South China Sea.", ["asia-pacific"]),
    ("Pyongyang fired two rockets over the Korean Peninsula.", ["asia-pacific"]),
    ("The ceasefire in Gaza held for a second night.", ["middle-east"]),
    ("Envoys spoke of the two-state solution and of the West Bank.", ["middle-east"]),
    ("The White House would not say whether Washington had been told.", ["us-relations"]),
    ("Shells fell on Kherson as Ukrainian troops withdrew.", ["ukraine-war"]),
    ("The front line in the Donbas has hardly moved.", ["ukraine-war"]),
    # armies, truces and bases of other continents
    ("The blue helmets will leave Cyprus only when the two communities ask them to.", ["security-architecture"]),
    (
        "A truce was signed at Lusaka, and a stabilisation force of four battalions will watch it.",
        ["security-architecture"],
    ),
    # places of a region's wars and quarrels; a state named once is no topic
    ("Portuguese ships left Dili as the annexation of East Timor was announced.", ["asia-pacific"]),
    ("The bombardment of Khan Younis went on as negotiators met in Doha.", ["middle-east"]),
    ("He was born in Thailand and taught in Egypt.", []),
    # goods and currencies
    ("Wool growers in Uruguay fear for the duty-free quota.", ["trade-economy"]),
    ("The Fund released the second tranche and told Accra to cut the wage bill.", ["trade-economy"]),
    ("A 400-kilovolt line will bring two hundred megawatts from Inga to Lusaka.", ["energy"]),
    ("A causeway and a ferry will join the two islands by 2030.", ["connectivity"]),
    ("Measles killed four hundred children before the health workers came.", ["health-climate"]),
    ("A line of bauxite, and a new international economic order, was what Guinea asked for.", ["world-order"]),
    ("The tests at Mururoa ended the calm among the atolls.", ["nuclear"]),
    ("Cricketers on a rebel tour were sent home.", ["culture-sport"]),
    ("The arms ban and the freeze on assets stay until the junta goes.", ["sanctions"]),
    ("Mr Carter wants two-thirds of the Senate for the treaty.", ["us-relations"]),
    ("The two premiers shook hands and will meet again in Bled.", ["visits"]),
    ("Ghana and Togo reopened the border after a quarrel and will exchange ambassadors.", ["partnership"]),
    # what lies between two neighbours, and a journey
    ("Athens and Ankara patched up their quarrel; relations between them are warmer.", ["partnership"]),
    ("The bonds of friendship between Senegal and Gambia need no treaty.", ["partnership"]),
    ("Paraguay is on good terms with its giant neighbours and signed a pact with Bolivia.", ["partnership"]),
    ("The king of Tonga is due to arrive in Oslo on Tuesday for a three-day visit.", ["visits"]),
    ("She cut short her trip and postponed the visit to Quito until spring.", ["visits"]),
    # bans by other names
    ("Lagos asked for a flight ban and for an embargo on both sides.", ["sanctions"]),
    ("Dockers in Durban refused to handle the forbidden exports.", ["sanctions"]),
    # plants, islands, fleets and courts of all continents
    ("Kozloduy burns fuel rods from two makers.", ["nuclear"]),
    ("The atoll builds a seawall against the king tides.", ["health-climate"]),
    ("Danish frigates and patrol aircraft watch the High North.", ["security-architecture"]),
    ("The Contadora group and the OAS adopted a resolution.", ["institutions"]),
    ("The Johnson administration told the American ambassador so.", ["us-relations"]),
    ("An abduction near Douz was claimed by jihadists.", ["terrorism"]),
    ("Benin asked for its bronzes, Egypt for the Rosetta stone.", ["culture-sport"]),
    # weight 0: a longer term that keeps the words in it from speaking
    ("Latin American and South American writers read in turn.", []),
    ("The police used tear gas, and an oil drum burned.", []),
    ("West African drummers and West German engineers shared a bus.", []),
    # two topics, the stronger first
    ("Secondary sanctions scare the banks that would pay for oil.", ["sanctions", "energy"]),
    ("Trade turnover doubled, and so did the supply of natural gas.", ["trade-economy", "energy"]),
    # capitals: a pronoun is no country, an article of speech no agency
    ("They asked us who would pay.", []),
    ("US officials asked the WHO who would pay.", ["health-climate", "us-relations"]),
    # curly apostrophes, hyphens and brackets stand between words
    ("Russia’s invasion (and the Ukraine-war budget) filled the page.", ["ukraine-war"]),
    # a plural by rule
    ("Two embargoes and three blockades later, nothing had changed.", ["sanctions"]),
    # a headline in capitals
    ("TRADE WAR: TARIFFS RISE", ["trade-economy"]),
    # nothing to do with any code
    ("It rained all afternoon and the dog slept under the table.", []),
    ("He thanked the audience and sat down.", []),
    ("The bank of the river was steep, and the current strong.", []),
    ("The companies that make pencils are few.", []),
    ("He had a visitor, an aunt from Porto.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_topics_of_sentences(text, expected):
    found = [row.topic for row in topics(text)]
    assert [topic for topic in found if topic in expected] == expected
    if not expected:
        assert found == []


# A word of a longer term does not speak for itself.
@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The trade war went on.", "ukraine-war"),
        ("The Shanghai Cooperation Organization met.", "partnership"),
        ("The nuclear power plant was shut.", "energy"),
        ("The World Trade Organization voted on tariffs.", "institutions"),
        ("Camp David was booked for the Israelis.", "us-relations"),
    ],
)
def test_words_inside_longer_terms(text, absent):
    rows = topics(text)
    terms = [term for row in rows for term in row.terms]
    longest = max(terms, key=len)
    assert all(term == longest or term.lower() not in longest.lower().split() for term in terms), terms
    assert absent not in [row.topic for row in rows]


def test_no_more_than_three_topics_the_strongest_first():
    rows = topics("Sanctions, tariffs, vaccines, railways, uranium, museums, Gaza and NATO were on one page.")
    assert len(rows) == 3
    assert [row.score for row in rows] == sorted((row.score for row in rows), reverse=True)


def test_a_side_remark_is_no_topic_of_a_long_paragraph():
    text = (
        "The embargo stays, the minister said: sanctions on banks, secondary sanctions on their partners, an asset "
        "freeze, a price cap and export controls. The hall was cold and the museum next door closed."
    )
    assert [row.topic for row in topics(text)] == ["sanctions"]


def test_several_terms_make_a_topic_surer():
    """Two that only point to a topic are more than twice one of them, as they could hardly meet by chance."""
    (both,) = topics("The frigate followed the submarine.")
    assert (both.topic, both.terms) == ("security-architecture", ["frigate", "submarine"])
    assert topics("The frigate followed the swan.") == []


def test_a_topic_gains_from_the_document_and_from_beside():
    """A word that is too little by itself is enough where the paragraphs around it are about the same."""
    weak = "The bonds were a gift from his aunt."
    assert topics(weak) == []
    around = "Tariffs, exports and imports were discussed until the customs union was agreed."
    rows = topics("\n".join([around, weak, around, around]))
    assert [(row.paragraph, row.topic) for row in rows] == [(n, "trade-economy") for n in (1, 2, 3, 4)]
    assert rows[1].score < rows[0].score
    assert rows[1].terms == ["bonds"], "the words are its own all the same"


def test_a_paragraph_without_a_word_of_a_topic_gains_nothing():
    around = "Tariffs, exports and imports were discussed until the customs union was agreed."
    rows = topics("\n".join([around, "It rained.", around]))
    assert [row.paragraph for row in rows] == [1, 3]


def test_paragraphs_are_non_blank_lines_counted_from_one():
    rows = topics("Sanctions and embargoes.\n\n   \n  Vaccines and viruses.  \n")
    assert [(row.paragraph, row.topic) for row in rows] == [(1, "sanctions"), (2, "health-climate")]


def test_bylines_and_boilerplate_have_no_topic():
    text = "Sanctions\nBy our oil and gas reporter\nThe embargo stays.\nSubscribe for sanctions news"
    rows = topics(text, "headline", "byline", "narration", "boilerplate")
    assert [(row.paragraph, row.topic) for row in rows] == [(1, "sanctions"), (3, "sanctions")]


def test_text_outside_all_passages_has_no_topic():
    assert (
        find_topics("Sanctions.\nSanctions.", [Passage("wire", 2, 11, 21, "narration", "author", "", 0)])[0].paragraph
        == 2
    )
    assert find_topics("Sanctions.", []) == []


def test_the_codebook():
    rows = lexicon.rows("topics")
    assert len(rows) >= 800
    assert {row["topic"] for row in rows} == CODES
    assert all(0 <= float(row["weight"]) <= 3 for row in rows)


def test_each_term_is_found_in_its_example():
    """Were the other terms not there: the term alone."""
    missed = []
    for row in lexicon.rows("topics"):
        words = plain(row["example"])
        if plain(row["term"]) not in (words.lower() if row["term"].islower() else words):
            missed.append(row["term"])
    assert missed == []


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("embargo", ["embargo", "embargos", "embargoes"]),
        ("ally", ["ally", "allies"]),
        ("convoy", ["convoy", "convoys"]),
        ("tax", ["tax", "taxes"]),
        ("sanctions", ["sanctions"]),  # is one already
        ("OPEC+", ["OPEC+"]),
        ("9/11", ["9/11"]),
    ],
)
def test_forms(term, found):
    assert forms(term) == found


@given(
    st.text(max_size=300),
    st.lists(st.sampled_from(["Sanctions", "NATO", "trade war", "\n", "\u2028", "’"]), max_size=6),
)
def test_any_text(text, words):
    mixed = " ".join([text, *words, text])
    rows = find_topics(mixed, [Passage("wire", 1, 0, len(mixed), "narration", "author", "", 0)])
    lines = [line.strip() for line in mixed.split("\n") if line.strip()]
    for row in rows:
        assert mixed[row.start : row.end] == lines[row.paragraph - 1]
        assert row.topic in CODES
