"""Genre of a document: beginnings of papers of many countries and decades, labelled before the rules were measured."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing_lib as bl

BEGINNINGS = [
    # (genre, beginning)
    (
        "news",
        "Mali frees Ivorian soldiers after six months\n"
        "BAMAKO, Jan 7, 2023 (Reuters) - Mali's junta on Saturday released 46 soldiers from Ivory Coast "
        "whose detention had soured relations between the neighbours, two airport officials said.\n\n"
        "The soldiers boarded a plane for Lomé. The presidents of the two countries discussed the "
        "matter by telephone last week, an aide said.",
    ),
    (
        "news",
        "Soviet Note Rejects Danish Protest\n"
        "COPENHAGEN, March 3, 1953 - The Soviet Government today rejected Denmark's protest over the "
        "boarding of two trawlers off Bornholm.\n\n"
        "The note, handed to Ambassador Mørch in Moscow, was described here as sharp. Foreign Minister "
        "Ole Bjørn Kraft told the Folketing that the matter was not closed.",
    ),
    (
        "news",
        "Nepal, India agree to reopen two crossings\n"
        "Kathmandu\n\n"
        "Nepal's Foreign Minister Pradeep Gyawali met his Indian counterpart S. Jaishankar on Friday "
        "and the two ministers discussed bilateral relations, trade and the border, officials said. The "
        "two sides agreed to reopen two crossings closed since March.\n\n"
        "Neither ministry gave a date. Traders in Birgunj welcomed the news.",
    ),
    (
        "news",
        "Fiji expels envoy\n"
        "SUVA, Nov. 3, 2009 (AP) — Fiji's military government on Tuesday ordered the Australian high "
        "commissioner to leave within 24 hours.\n\n"
        '"This is regrettable," Prime Minister Kevin Rudd said in Canberra. The two countries have been '
        "at odds since the 2006 coup.",
    ),
    (
        "news",
        "Kabul's neighbours meet in Samarkand\n"
        "By Rustam Karimov\n"
        "SAMARKAND, April 13, 2023 - Foreign ministers of the countries bordering Afghanistan exchanged "
        "views on security and reaffirmed their support for its people on Thursday, diplomats said.\n\n"
        "The ministers also discussed a railway. Uzbek Acting Foreign Minister Bakhtiyor Saidov hosted "
        "the talks. A second round is expected in Tashkent in June.",
    ),
    (
        "news",
        "Angola oil output at ten-year low\n"
        "Angola pumped 1.1 million barrels a day in May, the lowest since 2009, the petroleum ministry "
        "said on Monday.\n\n"
        "Output fell 4 percent from April. Analysts blamed ageing wells. Sonangol plans to drill 12 new "
        "ones.",
    ),
    (
        "news",
        "Mr. Menzies leaves for London\n"
        "From Our Own Correspondent\n"
        "CANBERRA, Tuesday.\n\n"
        "The Prime Minister, Mr. R. G. Menzies, left to-night for the Commonwealth conference. He will "
        "call at Karachi, where he is to see Mr. Liaquat Ali Khan.\n\n"
        "It is understood that the question of Kashmir will not be on the agenda.",
    ),
    (
        "news",
        "Chilean, Bolivian presidents shake hands but nothing more\n"
        "SANTIAGO, Feb 14 (EFE).- Presidents Ricardo Lagos and Carlos Mesa met for forty minutes on "
        "Saturday and announced no agreement on Bolivia's claim to the sea.\n\n"
        '"We listened to each other," Mesa told reporters. Lagos left without a word.',
    ),
    (
        "news",
        "Parliament Votes to Leave Bloc\n"
        "NIAMEY — Lawmakers in Niger voted 88 to 3 on Wednesday to confirm the country's exit from the "
        "regional bloc, the speaker announced.\n\n"
        "The leaders of Mali and Burkina Faso sent congratulations. The bloc said it regretted the "
        "decision and reaffirmed its readiness to talk.",
    ),
    (
        "news",
        "Hanoi and Seoul to double trade\n"
        "Vietnam and South Korea will seek to lift bilateral trade to $150 billion by 2030, their "
        "leaders announced after talks in Hanoi on Friday.\n\n"
        "The two leaders witnessed the signing of 17 documents. They discussed bilateral relations, "
        "defence and rare earths, the Vietnam News Agency reported.",
    ),
    (
        "analysis",
        "Why the Gulf will not wait for Washington\n"
        "By Leila Haddad\n\n"
        "For thirty years the bargain was simple: oil for protection. It is arguably over. What has "
        "replaced it is a web of smaller deals, and of course each of them has a price.\n\n"
        "In other words, hedging is no longer a tactic but a strategy. The question is who will pay for "
        "it.",
    ),
    (
        "analysis",
        "ANALYSIS | Sri Lanka's lenders are running out of patience\n\n"
        "Colombo owes China about a tenth of its external debt, but that is not the point. The point is "
        "precedent. If Beijing accepts a haircut here, Zambia and Laos will ask for one too.\n\n"
        "That explains the silence. It also explains why the Fund's board has yet to meet.",
    ),
    (
        "analysis",
        "The limits of Ostpakt diplomacy\n"
        "The Spectator of Affairs, June 1971\n\n"
        "Herr Brandt has won his treaties; he has not yet won his parliament. It would be rash to "
        "suppose that Moscow does not know it. The real danger lies elsewhere, in the belief that "
        "signatures settle frontiers.\n\n"
        "Bonn should not hurry. Nor should its allies push.",
    ),
    (
        "analysis",
        "Opinion: Turkey cannot have it both ways\n"
        "By Selim Aksoy\n\n"
        "I have sat through more accession conferences than I care to count. My conclusion is that "
        "neither side means it any longer.\n\n"
        "We should stop pretending. Ankara must choose between the customs union it has and the one it "
        "dreams of.",
    ),
    (
        "analysis",
        "Five takeaways from the Pacific summit\n\n"
        "1. Washington is back, but late. The new embassy in Honiara is a signal more than a presence.\n\n"
        "2. Canberra remains indispensable. No other partner can move a hospital in a week.\n\n"
        "3. Expect friction over seabed mining, where the interests of Nauru and Fiji diverge sharply.",
    ),
    (
        "analysis",
        "What Lula wants from Beijing\n\n"
        "The visit tells us much about Brazil's place in the world. Three motives stand out. The first "
        "is commercial: China buys a third of what Brazil sells. The second, less obvious, is leverage "
        "in Washington.\n\n"
        "Yet the risks are real. Dependence seldom announces itself, and perhaps Brasília has already "
        "gone further than it thinks.",
    ),
    (
        "analysis",
        "Comment: Suez and after\n"
        "November 1956\n\n"
        "We have been told that the operation was meant to separate the combatants. Few believe it. The "
        "plain truth is that two governments deceived their own allies, and it seems to us that the "
        "Commonwealth will not soon forget it.\n\n"
        "What, then, is to be done?",
    ),
    (
        "analysis",
        "Explainer: What is at stake in the Nile dam dispute?\n\n"
        "Egypt depends on the river for nearly all its water, and Ethiopia sees the dam as a way out of "
        "poverty. Neither position is likely to soften. A deal would have to settle how fast the "
        "reservoir is filled and what happens in a drought.\n\n"
        "That may prove the hardest part, because no treaty in the region has ever done it.",
    ),
    (
        "readout",
        "Readout of the meeting of Minister Gahr Støre with Minister Kamba\n\n"
        "On 4 June 2009 Minister Jonas Gahr Støre met with Minister Simbarashe Mumbengegwi in Oslo. The "
        "ministers discussed aid and reviewed bilateral trade.\n\n"
        "Minister Støre underlined the need for reform. He invited the minister to visit Bergen.",
    ),
    (
        "readout",
        "JOINT COMMUNIQUE BETWEEN THE PEOPLE'S REPUBLIC OF CHINA AND THE REPUBLIC OF ZAMBIA\n\n"
        "At the invitation of Premier Chou En-lai, President Kenneth Kaunda paid a state visit to China "
        "from June 21 to 25, 1967.\n\n"
        "The two sides expressed satisfaction with the results of the visit. They reaffirmed their "
        "support for the peoples of southern Africa.",
    ),
    (
        "readout",
        "President Sandu receives Foreign Minister of Lithuania\n\n"
        "Today, President Maia Sandu received Gabrielius Landsbergis, Minister of Foreign Affairs of "
        "the Republic of Lithuania, who is on an official visit to Chisinau.\n\n"
        "The sides exchanged views on the agenda of European integration. The President thanked "
        "Lithuania for its support.",
    ),
    (
        "readout",
        "Press release\n"
        "On the telephone conversation of the Minister of Foreign Affairs with the Secretary General of "
        "the OIC\n\n"
        "A telephone conversation took place on 9 May 2018 between Minister Elmar Mammadyarov and "
        "Secretary General Yousef Al-Othaimeen.\n\n"
        "In the course of the conversation matters of mutual interest were discussed.",
    ),
    (
        "readout",
        "Joint Statement by the Foreign Ministers of Sweden, Finland and Estonia\n"
        "Tallinn, 14 September 2022\n\n"
        "We, the Foreign Ministers of Sweden, Finland and Estonia, met today in Tallinn. We condemn the "
        "strikes on civilian infrastructure. We agreed to coordinate our positions ahead of the "
        "Council.\n\n"
        "We call on all partners to join us.",
    ),
    (
        "readout",
        "Readout from National Security Council Spokesperson on the call with Chief Cabinet Secretary "
        "Matsuno\n\n"
        "The National Security Advisor spoke today by telephone with Japan's Chief Cabinet Secretary. "
        "They condemned the missile launches and affirmed the importance of trilateral cooperation.\n\n"
        "They agreed to remain in close touch.",
    ),
    (
        "readout",
        "Visit to India of the President of Tanzania\n"
        "Ministry of External Affairs\n"
        "New Delhi, 18 April 2000\n\n"
        "H.E. Mr. Benjamin William Mkapa, President of the United Republic of Tanzania, will pay a "
        "state visit to India from 21 to 25 April 2000. He will be accompanied by a high-level "
        "delegation.\n\n"
        "During the visit an agreement on agriculture will be signed.",
    ),
    (
        "readout",
        "FOREIGN OFFICE PRESS STATEMENT\n"
        "12 July 1962\n\n"
        "The Secretary of State for Foreign Affairs received the Ambassador of Thailand this morning. "
        "The Ambassador conveyed the views of his Government on the situation in Laos. The Secretary of "
        "State took note.\n\n"
        "It was agreed that consultations should continue.",
    ),
    (
        "readout",
        "Minister Joly meets with counterpart from Ghana\n"
        "From: Global Affairs Canada\n"
        "Ottawa, Ontario - Today, the Honourable Mélanie Joly met with Shirley Ayorkor Botchwey, "
        "Minister for Foreign Affairs of Ghana.\n\n"
        "Minister Joly highlighted the strong people-to-people ties. The ministers discussed the "
        "security situation in the Sahel and agreed to stay in touch.",
    ),
    (
        "readout",
        "Minutes of the third session of the Joint Commission\n\n"
        "The third session of the Joint Commission between Portugal and Morocco was held in Lisbon on 2 "
        "and 3 October 1997. The Portuguese delegation was headed by Mr. Jaime Gama, the Moroccan "
        "delegation by Mr. Abdellatif Filali.\n\n"
        "The two delegations took note of the growth of trade and agreed to meet again in Rabat.",
    ),
    (
        "transcript",
        "Press briefing by the Foreign Ministry spokesperson\n"
        "12 August 2016\n\n"
        "Spokesperson: Good afternoon. I have one announcement. The Minister will travel to Laos on "
        "Sunday.\n\n"
        "Question: Will he meet his counterpart?\n\n"
        "Spokesperson: We will keep you informed.",
    ),
    (
        "transcript",
        "Interview with the Prime Minister of Barbados\n\n"
        "The Courier: Prime Minister, is the Caribbean single market dead?\n\n"
        "Mia Mottley: No. It is slow, which is another thing. We have to work at it every day.\n\n"
        "The Courier: And the bridge to Africa?\n\n"
        "Mia Mottley: It is being built as we speak.",
    ),
    (
        "transcript",
        "REMARKS BY PRESIDENT NIXON AND PRESIDENT CEAUSESCU AT A STATE DINNER\n"
        "Bucharest, August 2, 1969\n\n"
        "PRESIDENT CEAUSESCU: Mr. President, ladies and gentlemen, it is a pleasure for me to greet you "
        "in Bucharest.\n\n"
        "PRESIDENT NIXON: Mr. President, I am honored by the welcome which the people of this city have "
        "given us.",
    ),
    (
        "transcript",
        'Q&A: "We are not choosing sides"\n\n'
        "Kenya's foreign minister talks to Lena Brandt.\n\n"
        "Q: Minister, why did you abstain?\n\n"
        "A: Because the text did not mention Africa. I told my colleagues so.\n\n"
        "Q: Would you do it again?\n\n"
        "A: Ask me in a year.",
    ),
    (
        "transcript",
        "Statement by H.E. Mr. Kamal Kharrazi at the fifty-fourth session of the General Assembly\n\n"
        "Mr. President,\n\n"
        "Allow me to congratulate you on your election. I am confident that under your guidance this "
        "session will succeed.\n\n"
        "Mr. President, my country has proposed a dialogue among civilizations. We believe that it is "
        "needed.",
    ),
    (
        "transcript",
        "Speech by Prime Minister Lee Kuan Yew at the dinner for Prime Minister Gough Whitlam\n"
        "Istana, 8 February 1974\n\n"
        "Mr Prime Minister, Mrs Whitlam, ladies and gentlemen. We are glad to have you with us. I "
        "remember my first visit to your country.\n\n"
        "I do not share all your views. But I know that you hold them honestly.",
    ),
    (
        "transcript",
        "Oral evidence: Relations with Japan\n"
        "House committee on foreign affairs, 3 March 1999\n\n"
        "Chairman: Thank you for coming. How would you describe trade with Japan?\n\n"
        "Mr Fatchett: It is growing. I would not put it more strongly than that.\n\n"
        "Chairman: Why not?\n\n"
        "Mr Fatchett: Because the yen is weak.",
    ),
    (
        "other",
        "External trade in goods, third quarter 1998\n"
        "Central Statistical Office\n\n"
        "Exports of goods amounted to 4,212 million litas and imports to 6,130 million litas. Exports "
        "rose by 3.1 per cent and imports fell by 2.0 per cent against the same quarter of 1997.\n\n"
        "Table 1. Exports by country: Russia 21.4 per cent; Germany 13.0 per cent; Latvia 8.8 per cent.",
    ),
    (
        "other",
        "Agreement between the Government of the Republic of Peru and the Government of the Republic of "
        "Finland on trade\n\n"
        "Article 1\n"
        "The Contracting Parties shall grant each other most-favoured-nation treatment.\n\n"
        "Article 2\n"
        "This Agreement shall enter into force thirty days after the exchange of notes.",
    ),
    (
        "other",
        "Programme of the visit\n\n"
        "09.00 Arrival at the airport\n"
        "10.30 Wreath-laying\n"
        "12.00 Lunch given by the Speaker\n"
        "15.00 Departure for Gdańsk",
    ),
    (
        "other",
        "Mongolia: country profile\n\n"
        "Capital: Ulaanbaatar. Area: 1,564,116 sq km. Population: 3.4 million. Main exports: coal, "
        "copper, cashmere. Main partners: China, Russia.\n\n"
        "Mongolia borders two countries. It joined the World Trade Organization in 1997.",
    ),
    (
        "other",
        "Dear colleagues,\n\n"
        "Please find attached the list of participants for the seminar in Vienna. Rooms have been "
        "booked at the hotel near the station. Coffee is served from nine.\n\n"
        "With kind regards,\n"
        "The secretariat",
    ),
]


@pytest.mark.parametrize(("genre", "text"), BEGINNINGS, ids=[text.splitlines()[0][:50] for _, text in BEGINNINGS])
def test_genre(genre: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    assert list(bl.read_briefing(tmp_path).documents["genre"]) == [genre]


def test_what_sources_csv_states_comes_first(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(BEGINNINGS[0][1], encoding="utf-8")
    (tmp_path / "sources.csv").write_text("document,genre\npaper,analysis\n", encoding="utf-8")
    assert list(bl.read_briefing(tmp_path).documents["genre"]) == ["analysis"]


@pytest.mark.parametrize("text", ["", "\n", "1 2 3 4 5\n6 7 8", "?" * 500, "“" * 300, "By\n" * 200])
def test_what_is_no_prose_has_no_genre(text: str, tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    assert list(bl.read_briefing(tmp_path).documents["genre"]) in ([], ["other"])
