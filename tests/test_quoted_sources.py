"""Who speaks: titles, pronouns, pairs, bodies and nameless people, read from text to source with the bundled names."""

from __future__ import annotations

import pytest

from briefing_lib.find.mentions import find_mentions
from briefing_lib.find.quotations import find_quotations
from briefing_lib.find.references import find_references
from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences
from briefing_lib.tables import Quotation


def quoted(text: str, published: str = "") -> list[Quotation]:
    sentences = split_sentences(text, split_passages("d", text))
    mentions = find_mentions(text, sentences, published=published)
    references = find_references(text, sentences, mentions, published)
    rows = find_quotations(text, sentences, mentions, references)
    assert all(text[row.start : row.end] == row.text for row in rows)
    return rows


SOURCES = [
    # (why, published, text, [(first words of what is said, source)])
    (
        "the name again, after the title",
        "",
        "Senator Marta Calloway said the bill would die in committee. “We do not have the votes,” Calloway said.",
        [("the bill would", "Marta Calloway"), ("We do not have", "Marta Calloway")],
    ),
    (
        "a title for who bears it in the document",
        "",
        "President Barack Obama met reporters. “We are not going to let that happen,” the president said.",
        [("We are not", "Barack Obama")],
    ),
    (
        "a title for who held the office that day",
        "2014-05-03",
        "The Indian prime minister said the border was quiet.",
        [("the border was", "Manmohan Singh")],
    ),
    (
        "of several prime ministers the one of the paper's own country, who is a woman",
        "1999-03-09",
        "The Colombo Gazette\n\nBy Nimal Fonseka in Colombo\n\nSri Lanka's Prime Minister, Mrs Sirimavo Bandaranaike, opened the"
        " talks. The Nepalese Prime Minister, Mr Girija Prasad Koirala, flew home. In Kandy, where she opened a school, the"
        " Prime Minister said nobody would be asked to sign in haste.",
        [("nobody would be", "Sirimavo Bandaranaike")],
    ),
    (
        "the last one named is meant, whoever holds the office elsewhere",
        "1990-05-02",
        "OSLO, May 2 - British Prime Minister Margaret Thatcher met Canadian Prime Minister Brian Mulroney in London. Mulroney"
        " smiled at the cameras. The prime minister said the fish would return.",
        [("the fish would", "Brian Mulroney")],
    ),
    (
        "an adjective before 'briefing' briefs nobody",
        "",
        "Press secretary Ana Rojas had an answer. At her daily briefing she argued that the bill was dead.",
        [("the bill was", "Ana Rojas")],
    ),
    (
        "the subject behind 'nor did', and none who spoke before",
        "",
        "A spokesman for Luis Vega declined to comment. Nor did Carla Ruiz sign the letter, though she told Radio Sur that it"
        " was true. Neither did Pedro Soto, although he said it was “a very fine letter indeed”.",
        [("it was true", "Carla Ruiz"), ("a very fine", "Pedro Soto")],
    ),
    (
        "a member of a party told of in small words",
        "",
        "Tendai Moyo of the opposition Movement for Democratic Change told The Post that the summit had looked away.",
        [("the summit had", "Tendai Moyo")],
    ),
    (
        "the minister behind her state and title",
        "2006-09-12",
        "The UK Foreign Secretary, Mrs Margaret Beckett, had written to each of them, warning that trade would be hit.",
        [("trade would be", "Margaret Beckett")],
    ),
    (
        "a clause behind 'and', with brackets and a relative clause before its verb",
        "",
        "The House barred the visit, and Rep. Ana Soto (D-Ohio), who fled the island, warned that the delay would be noticed.",
        [("the delay would", "Ana Soto")],
    ),
    (
        "a commentary in a paper is no paper",
        "",
        "A commentary in the state paper accused Samoa of “begging from door to door every week”.",
        [("begging from door", "commentary in the state paper")],
    ),
    (
        "people of whom a clause without commas tells",
        "",
        "Two potters who asked not to be named said the kilns were cold.",
        [("the kilns were", "Two potters")],
    ),
    (
        "a title nobody bears keeps its words",
        "",
        "The Indian prime minister said the border was quiet.",
        [("the border was", "Indian prime minister")],
    ),
    (
        "where he comes from, for who spoke just before",
        "",
        "Bernie Sanders told CNN that he would stay in the race. “I will be here until the convention,” the Vermont senator"
        " said.",
        [("he would stay", "Bernie Sanders"), ("I will be here", "Bernie Sanders")],
    ),
    (
        "an aide to somebody is the aide",
        "",
        "An aide to the governor, who asked not to be named, said the talks had collapsed.",
        [("the talks had", "aide to the governor")],
    ),
    (
        "a spokesman's name behind his house",
        "",
        "A spokesman for the Port Authority, Jan Kos, declined to comment, but said the pier “has always been clear of oil”.",
        [("has always been", "Jan Kos")],
    ),
    (
        "who has no name keeps his words and where he is",
        "",
        "Diplomats in Kabul said on Tuesday that the withdrawal would begin within days.",
        [("the withdrawal would", "Diplomats in Kabul")],
    ),
    (
        "people who were there",
        "",
        "The delegation left the room before the vote, two diplomats who were present said.",
        [("The delegation left", "two diplomats")],
    ),
    (
        "two kinds of nameless people",
        "",
        "It was not clear who fired, witnesses and aid workers said.",
        [("It was not", "witnesses and aid workers")],
    ),
    (
        "two states",
        "",
        "Kenya and Uganda said they would share the cost of the railway.",
        [("they would share", "Kenya | Uganda")],
    ),
    (
        "two names, each with a state",
        "",
        "Finance ministers Pravin Gordhan of South Africa and Guido Mantega of Brazil said the bank would open in 2014.",
        [("the bank would", "Pravin Gordhan | Guido Mantega")],
    ),
    (
        "two names, each beside a title",
        "",
        "The speaker, Mohammed al-Halbousi, and the president, Barham Salih, said the law would be changed.",
        [("the law would", "Mohammed al-Halbousi | Barham Salih")],
    ),
    (
        "the two ministers are those who bear the title",
        "",
        "The Turkish foreign minister, Ahmet Davutoğlu, met his Greek counterpart, Dimitris Avramopoulos, on Friday. The two"
        " ministers said they had agreed on a hotline.",
        [("they had agreed", "Ahmet Davutoğlu | Dimitris Avramopoulos")],
    ),
    (
        "two officials are no pair of anybody",
        "",
        "Recep Tayyip Erdoğan met Emmanuel Macron. Two Turkish officials said the talks were short.",
        [("the talks were", "Two Turkish officials")],
    ),
    (
        "one of those who spoke",
        "",
        "Several Indonesian officials said the trip might be moved. “Nothing has been cancelled yet,” one of them cautioned.",
        [("Nothing has been", "Indonesian official")],
    ),
    (
        "she is the subject of the sentence before, not who is named in it",
        "",
        "Prime Minister Eugenia Charles stood beside Ronald Reagan. She said the islands had asked for help.",
        [("the islands had", "Eugenia Charles")],
    ),
    (
        "he is not the host named in front of the subject",
        "",
        "In an interview with Larry Kingsley, retired General Norman Hampton described the war. “It was demoralizing for us"
        " all,” he said.",
        [("It was demoralizing", "Norman Hampton")],
    ),
    (
        "he is a nameless subject",
        "",
        "A former diplomat was less sure. “If there is a plan for it,” he said, “it has not reached my desk.”",
        [("If there is", "former diplomat"), ("it has not", "former diplomat")],
    ),
    (
        "he is named only behind",
        "",
        "“Nothing,” he said, “will stop the dam from being filled this year.” Seleshi Bekele was speaking in Khartoum.",
        [("will stop the", "Seleshi Bekele")],
    ),
    (
        "it is the state whose government acted",
        "",
        "Algeria's government rejected the plan. It said the border must not be moved.",
        [("the border must", "Algeria")],
    ),
    (
        "the bank is the one named before",
        "",
        "The World Bank said in a report that debt was rising. The bank said poor states needed relief.",
        [("debt was rising", "World Bank"), ("poor states needed", "World Bank")],
    ),
    (
        "the group is the body named before",
        "",
        "Greenpeace welcomed the delay. “It is a breathing space for the ocean,” the group said in a statement.",
        [("It is a breathing", "Greenpeace")],
    ),
    (
        "a communique of somebody",
        "",
        "A communique issued by the Arab League said the embargo would stay. It said oil exports would be checked.",
        [("the embargo would", "Arab League"), ("oil exports would", "Arab League")],
    ),
    (
        "who is quoted, not who quotes him",
        "",
        "Marco Rubio was quoted as saying by the Miami Herald that he would not run again.",
        [("he would not", "Marco Rubio")],
    ),
    (
        "who spoke first-hand, not who reports it",
        "",
        "The White House said the president would veto the bill, The New York Times reported.",
        [("the president would", "United States")],
    ),
    (
        "verb, name, and a long apposition",
        "",
        "“The ceasefire is holding,” said Lansana Toure, a spokesman for the West African peacekeeping force, in a telephone"
        " interview from Monrovia.",
        [("The ceasefire is", "Lansana Toure")],
    ),
    (
        "a relative clause between name and verb",
        "",
        "Macron, who has spoken to Putin more than a dozen times this year, told a radio station that he would keep calling.",
        [("he would keep", "Emmanuel Macron")],
    ),
    (
        "an insertion between dashes",
        "",
        "Kaja Kallas -- a lawyer by training -- said the treaty had no end.",
        [("the treaty had", "Kaja Kallas")],
    ),
    (
        "a poll speaks",
        "",
        "A poll released Tuesday showed that 48 percent of voters would stay at home.",
        [("48 percent of", "poll")],
    ),
    (
        "Mr. King is no king",
        "",
        "It was late. Mr. King said that the network was new to him.",
        [("the network was", "King")],
    ),
    (
        "a member of a body, not the body",
        "",
        "The gift was too small, a member of his advance party confided to reporters.",
        [("The gift was", "member of his advance party")],
    ),
    (
        "as the minister put it",
        "",
        "Foreign Minister Ama Mensah of Ghana stayed. The road, as the minister put it, was “open on paper and shut by rain”.",
        [("open on paper", "Ama Mensah")],
    ),
    (
        "of a list with who, the last",
        "",
        "Among the guests was Angela Merkel and Emmanuel Macron, who said the museum was late but welcome.",
        [("the museum was", "Emmanuel Macron")],
    ),
    (
        "a surname no lexicon knows goes on with the full name",
        "",
        "“The old rules are gone,” said Del Rendelson-Vitt. “We should write new ones,” Rendelson-Vitt said.",
        [("We should write", "Del Rendelson-Vitt")],
    ),
    (
        "the first of two surnames",
        "",
        "Ramón Ibarra Quiñones, an economist in Quito, doubts it. According to Ibarra, the subsidy cannot last.",
        [("the subsidy", "Ramón Ibarra Quiñones")],
    ),
    (
        "both surnames",
        "",
        "Teresa Arana Vidal led the strike. Arana Vidal said the mine was unsafe.",
        [("the mine", "Teresa Arana Vidal")],
    ),
    (
        "a surname with its particles",
        "",
        "Joost van der Kamp, a historian in Utrecht, disagrees. According to van der Kamp, the treaty was never meant to"
        " last. Van der Kamp said nobody had read it.",
        [("the treaty", "Joost van der Kamp"), ("nobody had", "Joost van der Kamp")],
    ),
    (
        "a surname with a capital particle",
        "",
        "Lucia Di Marco, the mayor, was calm. “The river will fall,” Di Marco said.",
        [("The river", "Lucia Di Marco")],
    ),
    (
        "who held office that day, by surname",
        "2006-02-01",
        "Secretary General de Hoop Scheffer said the alliance would stay. Mr Karamanlis said Greece would not sign.",
        [("the alliance", "Jaap de Hoop Scheffer"), ("Greece would", "Kostas Karamanlis")],
    ),
    (
        "a surname that is a title",
        "",
        "Howard Dean told ABC that the race was open. “We will see you all in June,” Dean said.",
        [("the race", "Howard Dean"), ("We will", "Howard Dean")],
    ),
    (
        "a given name that is a title",
        "",
        "Its chairman, Sultan Ahmed bin Tamim, told the Gulf Ledger that the port would open.",
        [("the port", "Sultan Ahmed bin Tamim")],
    ),
    (
        "what he was called before, with his body",
        "",
        "A senior ASEAN official said the ministers would meet again in May. “We are not there yet,” the official added.",
        [("the ministers", "senior ASEAN official"), ("We are not", "senior ASEAN official")],
    ),
    (
        "what she was called before, with whom she speaks for",
        "",
        "A spokeswoman for Museveni denied that the army had crossed the border. “Nobody crossed anything that night,” the"
        " spokeswoman said.",
        [("the army", "spokeswoman for Museveni"), ("Nobody crossed", "spokeswoman for Museveni")],
    ),
    (
        "a spokesman of a body stays its spokesman",
        "",
        "A spokesman for the European Commission said the file was closed. The spokesman said a letter had been sent.",
        [("the file", "European Commission"), ("a letter", "European Commission")],
    ),
    (
        "of two, the one who was called so",
        "",
        "A European banker in Lagos said the loan was safe. A Chinese diplomat said it was not. “They will pay in the end,”"
        " the banker said.",
        [("They will", "European banker in Lagos")],
    ),
    (
        "another officer is another",
        "",
        "A Greek officer said the ship had turned back. The Turkish officer said it had not.",
        [("it had not", "Turkish officer")],
    ),
    (
        "where she is belongs not to her",
        "",
        "“We sleep in shifts,” a nurse at the hospital there said. Officials here concede that the dam is late.",
        [("We sleep", "nurse at the hospital"), ("the dam", "Officials")],
    ),
    (
        "people by where they are, under a dateline",
        "",
        "MANILA (AP) - The senate voted on Monday after shopkeepers in the Philippines, the country that imports most, warned"
        " that rice would run short.",
        [("rice would", "shopkeepers in the Philippines")],
    ),
    (
        "friends in a capital are not its state",
        "",
        "Some friends in Ottawa urged us to sell the farm.",
        [("us to", "Some friends in Ottawa")],
    ),
    (
        "whose talks somebody had is not who he is",
        "",
        "Speaking to reporters after talks with Peter Lang, the minister said the road was open.",
        [("the road", "minister")],
    ),
    (
        "the subject of the clause before a colon",
        "2022-09-22",
        "Pedro Arrieta left early. Mottley of Barbados was blunter: the loan, she said, was a leash.",
        [("the loan", "Mia Mottley")],
    ),
    (
        "the subject of the clause before 'and'",
        "",
        "Ada Ibe met the press. Mr Lang has done this for ten years, and he told me over lunch that the chairs were empty."
        " Peter Lang left.",
        [("the chairs", "Peter Lang")],
    ),
    (
        "states in a list behind a time",
        "",
        "Within weeks Chad, Niger and the Central African Republic said they would withdraw.",
        [("they would", "Chad | Niger | Central African Republic")],
    ),
    (
        "a newspaper and what it is not",
        "",
        "Le Monde, no friend of the president, wrote that he had lost the street.",
        [("he had", "Le Monde")],
    ),
    (
        "the writer of the piece",
        "",
        "Night trains\n\nBy Ada Ibe\n\nThe driver slept. I said I would walk home that night.",
        [("I would", "Ada Ibe")],
    ),
    (
        "a police spokesman in a town is not the town",
        "",
        "A police spokesman in Lahore said five men had been arrested. The spokesman said the search would go on.",
        [("five men", "police spokesman in Lahore"), ("the search", "police spokesman in Lahore")],
    ),
    (
        "she is the only woman named in the clause before",
        "",
        "Iceland's prime minister met Angela Merkel in Berlin, and she told him that the loan was ready.",
        [("the loan", "Angela Merkel")],
    ),
    (
        "of two clauses, the one before the colon",
        "",
        "Kwame Asante praised the plan, but Esi Boateng was sceptical: the bridge, she said, would never be built.",
        [("the bridge", "Esi Boateng")],
    ),
    (
        "who held office that day, then by surname alone",
        "2006-02-01",
        "Mr Karamanlis flew home. Greece would not sign, Karamanlis said.",
        [("Greece would", "Kostas Karamanlis")],
    ),
    (
        "another of the surname of one in office",
        "2008-06-12",
        "Menduh Thaçi, whose party is strong around Tetovo, says Albanians will not wait. I know Mr Thaçi well. Thaçi said"
        " the name was his own.",
        [("Albanians will", "Menduh Thaçi"), ("the name", "Menduh Thaçi")],
    ),
    (
        "a dateline with its country is nobody",
        "",
        "SUVA, Fiji -- Fishermen from Kiribati, where the catch has halved, said that the trawlers came at night.",
        [("the trawlers", "Fishermen from Kiribati")],
    ),
]


@pytest.mark.parametrize(("why", "published", "text", "expected"), SOURCES, ids=[row[0] for row in SOURCES])
def test_source(why: str, published: str, text: str, expected: list[tuple[str, str]]) -> None:
    rows = quoted(text, published)
    for words, source in expected:
        at = text.index(words)
        assert [row.source for row in rows if row.start <= at < row.end] == [source], why


def test_a_quotation_that_goes_on_shows_the_words_of_its_speaker() -> None:
    text = "“A museum alone will not help us,” Barack Obama said. “It will not end violence in every city.”"
    last = quoted(text)[-1]
    assert (last.source, last.source_text, last.rule) == ("Barack Obama", "Barack Obama", "goes on")


def test_the_speaker_may_stand_in_a_sentence_of_his_own() -> None:
    text = "“Why is this not clear proof that it is too big to fail?” Kaja Kallas demanded. Nobody answered."
    assert [(row.source, row.kind) for row in quoted(text)][:1] == [("Kaja Kallas", "direct")]
