"""Whose figure it is and who is on the other side: sentences of other countries and decades, class by class."""

from __future__ import annotations

import pytest

from briefing_lib.find.dates import find_dates
from briefing_lib.find.mentions import find_mentions
from briefing_lib.find.quantities import find_quantities
from briefing_lib.find.quotations import find_quotations
from briefing_lib.link.statistics import find_statistics
from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences


def sides(text: str) -> str:
    """Return "reporter>partner flow" of each figure."""
    sentences = split_sentences(text, split_passages("d", text))
    mentions = find_mentions(text, sentences)
    dates = find_dates(text, sentences, "2020-06-15")
    quantities = find_quantities(text, sentences, dates)
    rows = find_statistics(text, sentences, quantities, dates, mentions, find_quotations(text, sentences, mentions))
    return "; ".join(f"{row.reporter}>{row.partner} {row.flow}".strip() for row in rows)


SENTENCES = [
    ("Mexico's shipments of auto parts to Canada climbed 9 percent in March.", "Mexico>Canada export", "possessive and to"),
    ("Ivorian cocoa sales to Switzerland came to 310 million euros in 2012.", "Ivory Coast>Switzerland export", "demonym before goods"),
    ("Switzerland's purchases of Ivorian cocoa came to 310 million euros in 2012.", "Switzerland>Ivory Coast import", "whose goods are bought is the partner"),
    ("Shipments of Bolivian gas to Brazil averaged 20 million cubic metres a day in 2010.", "Bolivia>Brazil export", "whose goods are shipped is the reporter"),
    ("Imports by Egypt of Turkish steel reached 1.1 million tonnes.", "Egypt>Turkey import", "by the importer, of another's goods"),
    ("Japan's imports of Indonesian ore amounted to 1.9 million tons in 2013.", "Japan>Indonesia import", "goods that no lexicon has, behind a demonym"),
    ("Vietnam bought 180,000 Australian cattle in 2014.", "Vietnam>Australia import", "a demonym before what is counted"),
    ("Gas flows from Norway to Poland reached 8 billion cubic metres in 2023.", "Norway>Poland export", "from A to B"),
    ("Kuwait exported 1.9 million barrels a day of crude, most of it to Asia.", "Kuwait> export", "most of it is no whole"),
    ("Ethiopia's imports reached $16.5 billion, a third of them from China.", "Ethiopia> import; Ethiopia>China import", "a third of them is no whole"),
    ("Cambodian exports totalled $22 billion, including $9 billion to the United States.", "Cambodia> export; Cambodia>United States export", "including: a part with a partner"),
    ("Mexico buys 70 per cent of its gas from a single source.", "Mexico> import", "a source that is not named"),
    ("China absorbs 68 per cent of Angola's oil exports.", "Angola>China export", "who absorbs is the partner"),
    ("Trade with Thailand makes up 45 per cent of Laos's total.", "Laos>Thailand turnover", "the owner stands behind the share"),
    ("Finland's exports fell in 1994. Germany was the main partner, taking 13 per cent of exports.", "Finland>Germany export", "who is the main partner reports nothing"),
    ("Trade between Hungary and its eastern neighbour Romania exceeded 12 billion euros in 2022.", "Hungary>Romania turnover", "a neighbour with its name"),
    ("Hungary and Romania traded goods worth 12 billion euros in 2022.", "Hungary>Romania turnover", "two subjects of a trade"),
    ("Commercial exchanges between Tunis and Tripoli amounted to 900 million dinars in 2011.", "Tunisia>Libya turnover", "capitals as states"),
    ("Botswana's beef is sold abroad. In 1998 Britain took 9,000 tonnes and there were sales of 3,000 tonnes to Norway.", "United Kingdom>Botswana import; Botswana>Norway export", "there is, is no place"),
    ("EU exports to Vietnam grew 7 per cent in 2021 while imports from there were up 12 per cent.", "European Union>Vietnam export; European Union>Vietnam import", "from there"),
    ("Latvia sends timber to Russia. In 2009 sales there fell by 31 per cent.", "Latvia>Russia export", "there"),
    ("President Lula told his Paraguayan host that the two countries' trade had grown by 40 per cent.", "Paraguay>Brazil turnover", "the two countries of a person and a host"),
    ("During the visit of Prime Minister Abiy Ahmed to Asmara, officials said two-way trade could reach $300 million a year.", "Eritrea>Ethiopia turnover", "a person's state and a capital"),
    ("\"Our exports to Egypt rose by 15 per cent last year,\" Kenyan Trade Minister Moses Kuria said.", "Kenya>Egypt export", "our: the speaker's state"),
    ("\"We sold 2 million tonnes of wheat to Morocco,\" said Bulgarian Agriculture Minister Kiril Vatev.", "Bulgaria>Morocco export", "we: the speaker's state"),
    ("\"Iran bought 44 million dollars of our rice in 1986,\" Uruguayan Foreign Minister Enrique Iglesias said.", "Iran>Uruguay import", "of our rice: the speaker sells"),
    ("Japan's soft loans are large. Its direct investment in Indonesia hit $4.7 billion in 2013. South Korea invested $2.2 billion.", "Japan>Indonesia; South Korea>Indonesia", "a second investor, the same host"),
    ("Jamaica's debt to China is estimated at $2.1 billion.", "Jamaica>China", "debt to"),
    ("Tajikistan borrowed $1.2 billion from China's Export-Import Bank.", "Tajikistan>China", "a bank stands for its state"),
    ("Sri Lanka secured a $3 billion bailout from the IMF.", "International Monetary Fund>Sri Lanka", "a lender as the source of a bailout"),
    ("Laos got a 30 billion yen loan from Japan.", "Japan>Laos", "a loan is no import"),
    ("West Germany granted Turkey credits of 130 million marks in 1981.", "West Germany>Turkey", "the object of a gift owns nothing yet"),
    ("Peru was lent $5 million by Chile in 1931.", "Chile>Peru", "the subject of a passive gift receives"),
    ("Riyadh and Abu Dhabi have provided $25 billion to Egypt since 2013.", "Saudi Arabia | United Arab Emirates>Egypt", "two givers"),
    ("New Zealand's foreign minister saw his Tongan counterpart in Nuku'alofa and pledged NZ$38 million for a new wharf.", "New Zealand>Tonga", "and pledged: the first subject gives"),
    ("The Kyrgyz side thanked the Kazakh side for a grant of $2 million.", "Kazakhstan>Kyrgyzstan", "who is thanked gives"),
    ("The Pentagon approved a $2.2 billion arms sale to Taiwan.", "United States>Taiwan export", "a ministry stands for its state"),
    ("Gazprom supplied Serbia with 2.6 billion cubic metres of gas in 2022.", "Russia>Serbia export", "a company stands for its state"),
    ("Serbia buys 80 per cent of its gas from Gazprom.", "Serbia>Russia import", "a company behind from"),
    ("Poland ordered tanks worth $13.7 billion from South Korea.", "Poland>South Korea import", "ordered"),
    ("Brussels imposed a duty of 38 per cent on electric cars made in China.", "European Union>China import", "made in is whence the goods come"),
    ("Lesotho's exports to the United States face a 50 per cent tariff.", "United States>Lesotho import", "where exports go levies the duty"),
    ("Canada retaliated with a 25 per cent duty on American steel.", "Canada>United States import", "a duty on goods of"),
    ("The European Union froze 210 billion euros of Russian central bank assets.", "European Union>Russia", "who froze, and whose"),
    ("Sugar sold to the European Union brought Fiji F$215 million in 2000.", "Fiji>European Union export", "whom goods bring a sum"),
    ("Chile's copper shipments rose 33 percent to $4.7 billion in 2005, with China accounting for 22 percent.", "Chile> export; Chile>China export", "a part in a clause of its own"),
    ("Saudi Arabia is short of cash. The kingdom's oil exports fell 6 per cent in 2016.", "Saudi Arabia> export", "the kingdom has a king"),
    ("Mercosur and Chile met. The bloc's exports rose 6 per cent in 2006.", "Mercosur> export", "the bloc is no country"),
    ("Algeria bought 600,000 tonnes of wheat from France in 1999.", "Algeria>France import", "a buyer that stands alone"),
    ("Qatar placed $500 million with the central bank of Lebanon in June and Kuwait followed with $250 million.", "Qatar>Lebanon; Kuwait>Lebanon", "a second donor"),
    ("Australia promised to invest $5 billion in Indonesia and New Zealand $600 million.", "Australia>Indonesia; New Zealand>Indonesia", "a second investor, the verb said once"),
    ("Oslo's government has promised Malawi 85 million kroner in food aid for 2006.", "Norway>Malawi", "the object of a promise receives"),
    ("Belgium's exports to Turkey rose to 5 billion euros, imports from there to 4 billion, and Belgium's surplus widened to 1 billion euros.", "Belgium>Turkey export; Belgium>Turkey import; Belgium>Turkey", "a surplus keeps the pair"),
    ("Uruguayan sales to Paraguay fell to $80 million and Uruguayan purchases from its neighbour rose to $120 million. That left Montevideo with a bilateral deficit of $40 million.", "Uruguay>Paraguay export; Uruguay>Paraguay import; Uruguay>Paraguay", "with whom a deficit is left"),
    ("Denmark's exports to Germany were down 1.5% to 9 billion kroner, while imports from that country fell 0.9% to 8 billion kroner.", "Denmark>Germany export; Denmark>Germany import", "that country is the one just named"),
    ("Austrian exports to Hungary declined last year, the statistics office reported. Deliveries came to 3 billion dollars.", "Austria>Hungary export", "another word for the same flow"),
    ("Finland's exports to Sweden rose 4 percent to 6 billion euros in 2018. Total exports were 63 billion euros.", "Finland>Sweden export; Finland> export", "the whole has no partner"),
    ("Austrian exports to the six members of EFTA together were put at 30 billion dollars.", "Austria>European Free Trade Association export", "the members of a bloc are the bloc"),
    ("Algeria covers a third of Italy's needs. In 2021 it covered 30 per cent of Italian consumption of gas.", "Algeria>Italy export; Algeria>Italy export", "whose needs are covered"),
    ("Bilateral trade between Iran and Oman was $2 billion in 2013, of which only $400 million were Iranian exports.", "Iran>Oman turnover; Iran>Oman export", "a part of a turnover is one side's"),
    ("American tariffs of 25 per cent have hit Brazilian steelmakers.", "United States>Brazil import", "whom a tariff hits"),
    ("Norway exported fish worth $2 billion to Poland, roughly 40 per cent of what it imported.", "Norway>Poland export; Poland>Norway import", "what the other one imported"),
    ("Exports of cars declined 4.3% to $7.2 billion in Quebec, Statistics Canada said.", "Canada> export", "a province reports nothing"),
    ("The Alliance of Sahel States charged a levy of 0.5 per cent on goods from ECOWAS.", "Alliance of Sahel States>Economic Community of West African States import", "a young bloc"),
    ("Its share of the Soviet market fell to 4 per cent, while Austria's exports rose 6 per cent to 12 billion dollars.", "Austria> export", "a share of a market is no one's export"),
    ("The debt of developing countries exceeds $900 billion, Tanzania said.", ">", "of nobody in particular"),
    ("Hungary is expected to borrow $800 million on the Eurobond market in 1985.", "Hungary>", "a market is no lender"),
    ("The EU imposed duties of up to 48 per cent on Chinese bicycles, and Beijing answered with a tariff of 30 per cent on European brandy.", "European Union>China import; China>European Union import", "who answers a tariff levies; European where the union is named"),
    ("India, the largest customer, took 40 percent of Nepal's exports in 1990.", "Nepal>India export", "who takes a share is the partner"),
    ("In Ethiopia Chinese firms have invested $4 billion since 2000.", "China>Ethiopia", "the host stands first"),
    ("Taiwan's machine makers shipped goods worth $900 million to Vietnam, and Thailand's $700 million.", "Taiwan>Vietnam export; Thailand>Vietnam export", "a possessive with a number of its own"),
    ("China's Li Peng, who met leaders of the region in Lusaka, offered $5 million in soft loans.", "China>", "a region that nobody has named"),
    ("South Africa's trade with the Republic of China was $2 billion last year and with the People's Republic $1 billion.", "South Africa>Taiwan turnover; South Africa>China turnover", "a partner called by an epithet"),
]  # fmt: skip

STORIES = [
    (
        "An interview with the Minister of Commerce of Bangladesh\n\nDhaka, 5 May 2016\n\nQUESTION: How is trade with India doing, Minister?\n\nMR AHMED: Our exports to India reached $690 million last year, and we imported goods worth $5.8 billion from there. India gave us a credit line of $2 billion in June.\n\nQUESTION: And China?\n\nMR AHMED: Last year we bought $9.6 billion from them; they bought only $800 million from us. Remittances were $15.3 billion.",
        "Bangladesh>India export; Bangladesh>India import; India>Bangladesh; Bangladesh>China import; China>Bangladesh import; Bangladesh>",
        "a speaker whose state only the lines above tell; them, from us",
    ),
    (
        "World trade in brief\n\n12 September 1936\n\nBUDAPEST — Hungary has sold 400,000 tons of wheat to Italy, the ministry announced.\n\nBUENOS AIRES — Exports were valued at 820 million pesos in the first seven months.\n\nANKARA — Turkey has placed orders for machinery in Britain. Trade between the two countries came to £2.4 million in 1935.",
        "Hungary>Italy export; Argentina> export; Turkey>United Kingdom turnover",
        "each dispatch of a round-up is about its own country",
    ),
    (
        "Markets in brief\n\n21 April 2001\n\nNIGERIA\nThe country owes $28.5 billion to its creditors. Oil exports averaged 2.1 million barrels a day in March.\n\nINDIA\nExports of software grew by 57 per cent in the year to March.",
        "Nigeria>; Nigeria> export; India> export",
        "each section is about the country in its heading",
    ),
    (
        "BANK OF MONGOLIA\nPress release\nUlaanbaatar, 18 April 2013\n\nThe bank publishes its statistics for the first quarter of 2013.\n\nExports amounted to $803 million. Russia supplied petrol worth $244 million. Trade with South Korea came to $118 million.",
        "Mongolia> export; Mongolia>Russia import; Mongolia>South Korea turnover",
        "who publishes tells of its own trade",
    ),
    (
        "Egypt buys arms\n\nCairo, 4 June 2017\n\nEgypt became the third-largest importer of arms, a Swedish institute reckons. France sold it two ships for 950 million euros.\n\nRiyadh has promised $25 billion. But the kingdom stopped its oil shipments, 700,000 tonnes a month, in October.\n\nThe country's foreign debt rose to $73.9 billion. The IMF approved a loan of $12 billion. Exports were up by 8 percent.",
        "France>Egypt export; France>Egypt export; Saudi Arabia>Egypt; Saudi Arabia> export; Egypt>; International Monetary Fund>Egypt; Egypt> export",
        "it, the kingdom, the country; a lender exports nothing",
    ),
    (
        "Poland and South Korea\n\nPoland signed a contract with South Korea. Polish exports to South Korea were $700 million in 2022. Korean sales in the other direction came to $9 billion.",
        "Poland>South Korea export; South Korea>Poland export",
        "in the other direction",
    ),
    (
        "West German minister in Accra\n\nACCRA, March 15, 1962 (Reuter) - West Germany bought goods worth £17 million from Ghana last year. German sales to Ghana reached £12 million.",
        "West Germany>Ghana import; West Germany>Ghana export",
        "German is West German where the text speaks of it",
    ),
    (
        "Peru's copper exports rise\n\nLIMA, Aug 2, 2011 - Peru's exports totaled $4.1 billion in June, the ministry said. China bought $1.1 billion of Peruvian goods and remained the top destination ahead of Switzerland, which took $600 million.",
        "Peru> export; Peru>China export; Peru>Switzerland export",
        "buyers told as destinations: the exports of whom the text is about",
    ),
    (
        "Angola's oil exports\n\nLUANDA, March 3, 2013 - Angola exported 52 million barrels of crude in January. China took 24 million of them. India took a further 6 million.",
        "Angola> export; Angola>China export; Angola>India export",
        "a part of what was told stays an export",
    ),
    (
        "Uruguay sells less beef\n\nMONTEVIDEO, May 6, 2019 - Uruguay's exports of beef fell to $900 million. The main market was China with $400 million, followed by the United States (120 million dollars), Israel (70 million dollars) and Italy (50 million dollars).",
        "Uruguay> export; Uruguay>China export; Uruguay>United States export; Uruguay>Israel export; Uruguay>Italy export",
        "a list of markets",
    ),
    (
        "Kenya's flower farms\n\nNAIROBI, May 6, 2019 - Kenya exported flowers worth $1 billion last year. The Netherlands accounted for 45 per cent of the country's exports of roses.",
        "Kenya> export; Kenya>Netherlands export",
        "who accounts for a share is the partner",
    ),
    (
        "STATISTICS OFFICE OF GEORGIA\nPress release\nTbilisi, 20 May 2015\n\nExports were $700 million in the first four months. Azerbaijan bought $110 million of Georgian goods. Russia supplied 60 percent of the wheat brought into the country.",
        "Georgia> export; Georgia>Azerbaijan export; Georgia>Russia import",
        "a release tells of its own trade, whoever is the subject",
    ),
    (
        "Bolivia and its gas\n\nLA PAZ, May 6, 2004 - Bolivia sold gas worth $300 million to Brazil last year. The economy grew 2.4 percent. In 2002 the country owed foreigners $4.5 billion.",
        "Bolivia>Brazil export; Bolivia>; Bolivia>",
        "the economy, the country",
    ),
    (
        "Danish gas\n\nCOPENHAGEN, May 6, 2019 - Gas is less loved in Denmark. Dangas, which runs the pipes, delivered 4 billion cubic metres to Sweden last year.",
        "Denmark>Sweden export",
        "a company that no lexicon has sells for whom the text is about",
    ),
    (
        "Mongolia's debts\n\nULAN BATOR, May 6, 2016 - Mongolia's foreign debt is $21 billion. China holds about $4 billion of it. Japan is owed $900 million.",
        "Mongolia>; Mongolia>China; Mongolia>Japan",
        "who holds a debt is the partner",
    ),
    (
        "Central Asian gas\n\nASHGABAT, May 3, 2011 - Turkmenistan sold 14 billion cubic metres of gas to China last year. Russia took 10 billion. Iran bought 8 billion. Turkmen cotton exports dropped 4 percent to 60,000 tonnes.",
        "Turkmenistan>China export; Russia>Turkmenistan import; Iran>Turkmenistan import; Turkmenistan> export",
        "the partner of one sale is not that of all exports",
    ),
    (
        "Tea exports slip in Sri Lanka\n\nCOLOMBO, Sept 3, 2014 - Sri Lanka's tea exports fell 3 percent to $1.5 billion last year. Iran bought $180 million. Turkey's purchases slipped to $90 million. Shipments to Iraq stood at $150 million.",
        "Sri Lanka> export; Iran>Sri Lanka import; Turkey>Sri Lanka import; Sri Lanka>Iraq export",
        "a second buyer buys from the same one",
    ),
    (
        "MINISTRY OF TRADE OF THAILAND\nBangkok, 4 May 2012\n\nIn March exports rose 2.4% to $19.8 billion. Japan was the largest market with $2.2 billion, followed by China with $2.1 billion and the United States with $1.9 billion. Imports from Japan were $4 billion. The trade deficit with Japan came to $1.8 billion.",
        "Thailand> export; Thailand>Japan export; Thailand>China export; Thailand>United States export; Thailand>Japan import; Thailand>Japan",
        "a release with its markets",
    ),
    (
        "Tanzania's debts\n\nDAR ES SALAAM, May 3, 1991 - Tanzania owes $6 billion. Sweden and Norway have written off debts of 300 million kronor and 110 million kroner respectively.",
        "Tanzania>; Sweden>Tanzania; Norway>Tanzania",
        "each lender its own sum",
    ),
    (
        "Quarterly Bulletin\n\nBank of Botswana, Research Department\nGaborone, May 1999\n\nDiamond exports rose by 11 percent to 1.9 billion pula. Belgium bought most of them. Imports from South Africa amounted to 1.7 billion pula, and those from Zimbabwe to 140 million pula.\n\nThe trade balance showed a surplus of 220 million pula. Copper exports dropped by a tenth. Total imports were 2.4 billion pula.",
        "Botswana> export; Botswana>South Africa import; Botswana>Zimbabwe import; Botswana>; Botswana> export; Botswana> import",
        "a central bank's bulletin is of its own country to the end",
    ),
    (
        "Trade surplus shrinks as salmon prices fall\n\nStatistics Norway\n15 October 2021\n\nExports of goods were worth 98 billion kroner in September, Statistics Norway said. Germany took 18 billion kroner of the exports, and sales to the United Kingdom doubled to 21 billion kroner.\n\nImports from Sweden fell 3 percent.\n\nFor the year to September, exports totalled 801 billion kroner. Annual imports reached 690 billion kroner.",
        "Norway> export; Norway>Germany export; Norway>United Kingdom export; Norway>Sweden import; Norway> export; Norway> import",
        "a statistics office publishes",
    ),
    (
        "Tea earnings up\n\nExports of tea rose 9 percent in 2013, the Kenya National Bureau of Statistics said on Monday. Overall exports came to 502 billion shillings. Imports from India climbed 8 percent.\n\nAnnual imports reached 900 billion shillings.",
        "Kenya> export; Kenya> export; Kenya>India import; Kenya> import",
        "a statistics office says it first",
    ),
    (
        "Balkan business in brief\n\nSKOPJE – Macedonia's exports rose 8 percent to $310 million in May, the finance ministry said.\n\nForeign debt stood at $2.1 billion.\n\nTIRANA – A new mill opened in Elbasan on Monday.\n\nTotal exports were $140 million in May.",
        "North Macedonia> export; North Macedonia>; Albania> export",
        "the items of a round-up",
    ),
    (
        "What aid buys\n\nCommentary by Paul Harmsen\nCentre for Policy Studies, Brussels\n3 May 2003\n\nDonors like round numbers.\n\nTake Malawi. Its external debt stood at $2.9 billion at the end of last year. Tobacco makes up 60 percent of its exports, and sales to Germany fell from $90 million in 1997 to $61 million last year.\n\nUganda has had more luck. Its coffee exports earned $105 million, and total imports were $1.1 billion.",
        "Malawi>; Malawi> export; Malawi>Germany export; Malawi>Germany export; Uganda> export; Uganda> import",
        "the country a paragraph takes up",
    ),
    (
        "Uzbekistan's foreign trade turnover came to $6.4 billion in January. China was the first partner with $1.5 billion, ahead of Russia ($1.0 billion) and Turkey ($240 million).",
        "Uzbekistan> turnover; Uzbekistan>China turnover; Uzbekistan>Russia turnover; Uzbekistan>Turkey turnover",
        "partners of a turnover",
    ),
    (
        "Bolivia exported 12 billion cubic metres of gas last year, but earned only $2.1 billion from it, compared with $2.9 billion in 2019.",
        "Bolivia> export; Bolivia> export; Bolivia> export",
        "earned from it",
    ),
    (
        "Cyclone in Vanuatu\n\nPORT VILA, March 20, 2015 - Australia has promised Vanuatu 5 million dollars in aid. Japan pledged $2 million. Fiji pledged $300,000.\n\nDonors meet in Sydney on Friday. China has offered $4 million.",
        "Australia>Vanuatu; Japan>Vanuatu; Fiji>Vanuatu; China>Vanuatu",
        "every donor's recipient is kept",
    ),
    (
        "National Statistics Office: exports fall by a tenth\n\nMombasa, 3 March 2011\n\nKenya's foreign trade amounted to $9 billion in 2010, the National Statistics Office reported today. Uganda was the largest buyer of Kenyan tea, taking $400 million. Sales to Egypt fell by 3 per cent. Purchases from India totalled $1.2 billion.",
        "Kenya> export; Kenya> turnover; Kenya>Uganda export; Kenya>Egypt export; Kenya>India import",
        "an office without a country's name is that of the country the release is about, filed from a town",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "why"), SENTENCES)
def test_sentences(text: str, wanted: str, why: str) -> None:
    assert sides(text) == wanted, why


@pytest.mark.parametrize(("text", "wanted", "why"), STORIES)
def test_stories(text: str, wanted: str, why: str) -> None:
    assert sides(text) == wanted, why
