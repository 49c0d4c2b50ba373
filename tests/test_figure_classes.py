"""Figures by class of language: contracts, prices, parts of a whole, sums that a hint explains, periods and sources.

Each row checks the slots that its class is about; the others are the business of test_statistics.
"""

from __future__ import annotations

import math

import pytest

from briefing_lib.find.dates import find_dates
from briefing_lib.find.mentions import find_mentions
from briefing_lib.find.quantities import find_quantities
from briefing_lib.find.quotations import find_quotations
from briefing_lib.link.statistics import find_statistics
from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences
from briefing_lib.tables import Statistic


def read(text: str, published: str = "2020-06-15") -> list[Statistic]:
    sentences = split_sentences(text, split_passages("d", text))
    mentions = find_mentions(text, sentences)
    dates = find_dates(text, sentences, published)
    quantities = find_quantities(text, sentences, dates)
    quotations = find_quotations(text, sentences, mentions)
    return find_statistics(text, sentences, quantities, dates, mentions, quotations, published)


def told(text: str, *slots: str) -> list[tuple[object, ...]]:
    rows = [tuple(getattr(row, slot) for slot in slots) for row in read(text)]
    return [tuple("" if isinstance(v, float) and math.isnan(v) else v for v in row) for row in rows]


MEASURES = [
    ("Turkey and Qatar signed agreements worth $18 billion during the visit.", [("contract", 18e9, "USD")], "agreements"),
    ("France won a $5.9 billion order from Indonesia.", [("contract", 5.9e9, "USD")], "an order, won"),
    ("Companies of both countries concluded deals valued at 750 million euros in Kigali.", [("contract", 750e6, "EUR")], "deals valued at"),
    ("Oil prices fell to $28 a barrel in January 2016.", [("price", 28.0, "USD")], "a price of the world"),
    ("Turkmenistan sold gas to Ukraine at $44 per 1,000 cubic metres in 2004.", [("price", 44.0, "USD")], "a price, and no volume"),
    ("Wheat prices climbed 12 per cent in March.", [("price", "", "")], "a change of price"),
    ("Argentina's central bank reserves stood at $27.6 billion.", [("reserves", 27.6e9, "USD")], "reserves of a bank"),
    ("Kazakhstan's gold and foreign exchange reserves amounted to 35.4 billion dollars.", [("reserves", 35.4e9, "USD")], "long name"),
    ("Official reserves rose by $420 million in the week, to $9.1 billion.", [("reserves", 9.1e9, "USD")], "no country"),
    ("Remittances to Nepal reached $8.1 billion in 2019.", [("remittances", 8.1e9, "USD")], "to whom"),
    ("Workers' remittances accounted for 38% of Tonga's GDP in 2019.", [("remittances", 38.0, "percent")], "a share of GDP"),
    ("Diaspora remittances to Gambia fell 5 per cent in 2009.", [("remittances", "", "")], "a change"),
    ("China holds about 40 per cent of Laos's external debt.", [("debt", 40.0, "percent")], "a share of a debt"),
    ("Chinese barley duties of 80.5 per cent on Australian shipments remained.", [("tariff", 80.5, "percent")], "a rate, before a flow"),
    ("Statoil of Norway paid $2.6 billion for its slice of a Tanzanian gas field.", [("investment", 2.6e9, "USD")], "a stake is no trade"),
    ("Peru's output would shrink by 3 per cent this year.", [("gdp", "", "")], "output of an economy"),
    ("Nigeria's oil output would shrink by 3 per cent this year.", [("energy", "", "")], "output of oil"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "why"), MEASURES)
def test_measures(text: str, wanted: list[tuple[object, ...]], why: str) -> None:
    assert told(text, "measure", "value", "unit") == wanted, why


WHOLES = [
    ("Zambia's external debt is $12 billion. Roughly half is owed to China.", [12e9, 50.0], "half is owed"),
    ("Zambia owes $28bn, four-fifths of it to the Paris Club.", [28e9, 80.0], "of it, to"),
    ("Bolivia's tin exports were worth $5bn in 2012. Three-fifths went to Chile.", [5e9, 60.0], "went to"),
    ("Peru buys half of its gas from Bolivia.", [50.0], "half of its goods"),
    ("Norway's cod exports came to 5 million tonnes in 1990. Japan took almost half.", [5e6, 50.0], "took half"),
    ("Kenya and Uganda trade. About 30 per cent of what Kenya sells abroad goes to Uganda.", [30.0], "of what it sells"),
    ("Half of the delegates of Peru left early.", [], "delegates are no goods"),
    ("In Ghana a third of the voters stayed away.", [], "voters neither"),
    ("Chile's deputies sat for half of the night.", [], "nor nights"),
    ("Foreign investment in Peru totalled $3bn, of which 58 per cent went into mines.", [3e9, 58.0], "of which"),
    ("Russia supplied 26 per cent of Slovakia's imports, Austria 10 per cent.", [26.0, 10.0], "a gapped list of shares"),
    ("Exports of Peru added up to $5 million.", [5e6], "added up to is no gift"),
    ("Iraq took 2 billion dinars of Jordanian goods in 2019.", [2e9], "goods of a nation"),
    ("Iraq took 2 billion dinars from Jordan in 2019.", [], "may be a gift"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "why"), WHOLES)
def test_parts_of_a_whole(text: str, wanted: list[float], why: str) -> None:
    assert [row[0] for row in told(text, "value")] == wanted, why


HINTS = [
    ("Bondholders of Ecuador, who hold $3.2 billion, met in Quito.", [("debt", 3.2e9)], "bondholders"),
    ("A pipeline from Turkmenistan to Pakistan will cost $7.6 billion.", [("investment", 7.6e9)], "a pipeline"),
    ("Donors in Geneva found $400 million for Yemen.", [("aid", 4e8)], "donors"),
    ("A lawyer in Peru paid $400 million to his wife.", [], "nothing of an economy"),
    ("The film took $90 million at the box office in Mexico.", [], "a film"),
    ("Ticket sellers in Kenya fined him $50.", [], "too small for an economy"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), HINTS)
def test_hints(text: str, wanted: list[tuple[object, ...]], why: str) -> None:
    assert told(text, "measure", "value") == wanted, why


PERIODS = [
    ("Brazil has lent Angola $5.8 billion since 2006.", ["2006/2020"], "since a year: up to today"),
    ("Petronas of Malaysia has invested $1.1bn in Sudan since it bought the field in 2002.", ["2002/2020"], "since a deed"),
    ("Trade between Serbia and Hungary has doubled since 2008.", ["2008/2020"], "growth since"),
    ("Exports of Chadian gum have quadrupled since 2011, reaching $1.1 billion.", [""], "a level of today"),
    ("Trade between India and Nepal came to $869 million in the financial year that ended in March.", ["2019-04/2020-03"], "a year that ended"),
    ("Ethiopian coffee exports came to $840 million in the fiscal year that ended on July 7, 2019.", ["2018-07-08/2019-07-07"], "... on a day"),
    ("Kenyan tea exports were worth $1bn in the year to June 2015.", ["2014-07/2015-06"], "to a month"),
    ("Chile plans to export 2 million tonnes of copper to Japan next year.", ["2021"], "planned for a year"),
    ("Exports of Peru this year are expected to increase by 6 per cent.", ["2020"], "expected this year"),
    ("In May 2019 Peru and Chile agreed to raise trade to $10 billion by 2025.", ["2025"], "the day of a decision"),
    ("Serbia's exports were $3bn in 2018. It buys 2 million tonnes of ore from Bosnia a year.", ["2018", ""], "what goes on"),
    ("Ghana's debt of $3bn to China, deferred until 2027, grew.", [""], "when it falls due"),
    ("Exports of Kenya were $3bn in 2018. In May alone sales to Uganda fell 7 per cent.", ["2018", "2020-05"], "a month alone"),
    ("Peru's exports to Chile were 65.4% of the total in 2023 (58.6% in 2022).", ["2023", "2022"], "a level before, in brackets"),
    ("Peruvian tin earned $1bn in the first half of 2018, 12 per cent above the same six months of 2017.", ["2018-01/2018-06"], "as many months"),
    ("Tea exports of Kenya were $5m in May 2019. Compared with May 2018, exports were 2 per cent higher. Exports of coffee fell 3 per cent.", ["2019-05"] * 3, "what is compared with is no period"),
    ("Exports of Peru were $5m in May 2019, the highest monthly figure since the series began in 1994. Imports fell 2 per cent.", ["2019-05"] * 2, "since a year, of a record"),
    ("In Chad, the bank reported April exports of $5 million.", ["2020-04"], "reported in no month, but of a month"),
    ("In January and February 2019 Peru's exports fell 3 per cent.", ["2019-01/2019-02"], "two months"),
    ("Tin exports of Chad were $5m in the first half of 2019. Exports were $4m in the same period of last year.", ["2019-01/2019-06", "2018-01/2018-06"], "the same period of another year"),
    ("Peru's exports fell 3 per cent in May 2019. Without gold, total exports would have risen by 4 per cent.", ["2019-05"] * 2, "what would have been is of the time"),
    ("Peru's exports to Chile in May 2019 stood at $6m, 8 per cent below their level of April 2019.", ["2019-05"], "the level of another month"),
    ("Chad's imports rose to $5m in 2019, and its trade deficit, which had been $2m in 1996, widened to $3m. Exports came to $2m.", ["2019", "1996", "2019", "2019"], "an aside of another time"),
    ("Kenyan tea exports, once worth $50 million, were down to $20 million in 2018.", ["", "2018"], "what once was"),
    ("Foreign trade of Georgia, May 2019\n\nExports of Georgia came to $9m in May 2019.\n\nSales to Armenia were $3m. It was followed by Iran ($2m).", ["2019-05"] * 3, "a release of one month"),
    ("The American duty on Chinese goods is to climb to 25 per cent on 1 January 2021.", ["2021-01-01"], "a duty from a day on"),
    ("During the first nine months of 2019, Chadian exports came to $3bn. Tin exports were $5m, more than in the whole of 2017. Tea exports were $2m.", ["2019-01/2019-09", "2019-01/2019-09", "2019-01/2019-09"], "than in the whole of a year compares"),
    ("Cumulative imports of Peru to September 2019 stood at $6bn.", ["2019-01/2019-09"], "cumulative to a month"),
    ("Imports of Peru to September 2019 stood at $6bn.", ["2019-09"], "to a month, and nothing cumulative"),
    ("In May 2020 Kenya's exports of gas to Chad were 6 million tonnes, the least since last September. Exports of oil were 4 million tonnes.", ["2020-05", "2020-05"], "the least since"),
    ("In May 2020 Peru's exports of tin came to $5m, or 4 per cent of its exports; in May 2019 the share had been 6 per cent. Exports of tea were $2m.", ["2020-05", "2020-05", "2020-05"], "what had been is of another time"),
    ("The agreement enters into force on 1 October 2020. From that date the Peruvian tariff on Chilean wine will be 5 per cent.", ["2020-10-01"], "from that date"),
    ("In 2019 Peru's exports came to $9m; they had stood at $6m in the year ended March 2018. Exports to Chile were $2m.", ["2019", "2019"], "had stood at is of another time"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "why"), PERIODS)
def test_periods(text: str, wanted: list[str], why: str) -> None:
    assert [row[0] for row in told(text, "period")] == wanted, why


RATES = [
    ("Trade of Chad and Mali reached $9m in 2019, the Lake Growth Corp. (Lagro) reports, half as much again as in 2018.", [(9e6, 50.0)], "behind an abbreviation"),
    ("Tea exports of Kenya to Iraq halved to $60 million in 2019.", [(60e6, -50.0)], "halved"),
    ("Norway's gas exports came to 5 billion kroner in 2018, more than double the 2009 figure.", [(5e9, 100.0)], "double the figure of a year"),
    ("Actual inflows of foreign direct investment to Chad last year were $1.5 million, a fall of 25 per cent.", [(1.5e6, -25.0)], "a fall behind a level"),
    ("EXPORTS OF PERU UP 2.9%, IMPORTS DOWN 7.0%", [("", 2.9), ("", -7.0)], "in capitals"),
    ("Peru sells Chile close to 600 million dollars of goods a year.", [(600e6, "")], "close to is a bound"),
    ("Iran's foreign trade deficit narrowed by 18.2% to 8 billion 40 million dollars.", [(8.04e9, -18.2)], "billions and millions"),
    ("Norway's economy grew 3 per cent, Estonia's 2.8 per cent, Sweden's 1.7.", [("", 3.0), ("", 2.8), ("", 1.7)], "a gapped list"),
    ("Vietnam's rice exports eased $38 million to $242 million.", [(242e6, "")], "a change as a sum, and the level"),
    ("Vietnam's exports to Laos were flat at $72 million, and those to Cuba slipped 2.7 percent to $338 million.", [(72e6, ""), (338e6, -2.7)], "and those to"),
    ("Chad's exports to Mali reached $9m in 2019, in spite of a contraction of 15 per cent.", [(9e6, -15.0)], "in spite of"),
    ("China, doubling up on gas too, won an order worth $6bn from Peru.", [(6e9, "")], "no doubling"),
    ("Chad's economy grew by 6 per cent in the second quarter, after 8 per cent in the first.", [("", 6.0), ("", 8.0)], "after, in the first"),
    ("Chad has borrowed $2m from the Nile trade finance bank, a 50 per cent increase.", [(2e6, 50.0)], "finance of trade is no trade"),
    ("Norway will give another 120 million kroner to UNICEF.", [(120e6, "")], "to an organisation"),
    ("The mayor of Oslo gave 12 million kroner to her brother.", [], "to a relative"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "why"), RATES)
def test_rates(text: str, wanted: list[tuple[object, ...]], why: str) -> None:
    assert told(text, "value", "change_pct") == wanted, why


# Each row: what the figures and the levels before them are, and when
BEFORE = [
    ("Kenya's trade deficit widened to $1.1 billion in May from $0.9 billion in April.", [(1.1e9, "USD", "", "2020-05"), (0.9e9, "USD", "", "2020-04")], "to, from"),
    ("Peru's copper exports reached $3.2 billion in 2019, against $2.7 billion in 2018.", [(3.2e9, "USD", "", "2019"), (2.7e9, "USD", "", "2018")], "against"),
    ("Vietnam shipped 6.1 million tonnes of rice last year, up from 5.8 million.", [(6.1e6, "tonne", "", "2019"), (5.8e6, "tonne", "", "2018")], "without a unit or year"),
    ("The gap between Thai exports and imports narrowed from $600 million in March to $450 million in April.", [(450e6, "USD", "", "2020-04"), (600e6, "USD", "", "2020-03")], "from, to"),
    ("Exports to Fiji were put at $16 million in 2018. They accounted for 5.7 per cent of everything Samoa sold abroad, down from a peak of 7.9 per cent in 1995.", [(16e6, "USD", "", "2018"), (5.7, "percent", "", "2018"), (7.9, "percent", "", "1995")], "a share and its peak"),
    ("Chile's economy grew by 1.1 per cent last year, after 3.9 per cent the year before.", [("", "", 1.1, "2019"), ("", "", 3.9, "2018")], "a rate before a rate"),
    ("Danish purchases came to 6.3 billion marks (about $3.4 billion) in 1978, against 6.8 billion in 1977.", [(6.3e9, "DEM", "", "1978"), (6.8e9, "DEM", "", "1977")], "the money of a conversion is not passed on"),
    ("Growth in Ghana slowed to 2.9 per cent in 2018 from 3.8 per cent in 2017, and is forecast at 3.4 per cent this year.", [("", "", 2.9, "2018"), ("", "", 3.8, "2017"), ("", "", 3.4, "2020")], "growth is a change, however it is put"),
    ("India cut its duty on Chilean wine from 30 to 18 per cent.", [(18.0, "percent", "", "")], "a duty before a cut is none"),
    ("Exports of Peru rose 5 per cent in May from a year earlier.", [("", "", 5.0, "2020-05")], "no level is stated"),
    ("Peru sold $5 million of tin to Chile, against the advice of its bank.", [(5e6, "USD", "", "")], "against something else"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "why"), BEFORE)
def test_levels_before(text: str, wanted: list[tuple[object, ...]], why: str) -> None:
    assert told(text, "value", "unit", "change_pct", "period") == wanted, why


SOURCES = [
    ("Kenya's trade with Uganda reached $1bn, Trade Minister Ana Otieno said in Nairobi, which is 10 per cent more.", ["Ana Otieno"], "said between, by a Trade Minister"),
    ("Peru's exports to Japan were down 6 per cent, the ministry said, and imports from there fell 8 per cent.", ["ministry", "ministry"], "both of a sentence"),
    ("According to a local consultancy, Macroplan, Peru's exports to Chile fell 5 per cent.", ["Macroplan"], "an apposition"),
    ("Ana Otieno, the trade minister, puts Kenya's exports to Uganda at $3bn.", ["Ana Otieno"], "puts at"),
    ("Peru's exports to Chile rose 5 per cent in May, trade ministry figures showed.", ["trade ministry"], "the ministry's figures"),
    ("Peru's exports to Chile rose 5 per cent in May, customs data showed.", ["customs data"], "data without a name"),
    ("Bank of Papua New Guinea data put the country's exports to Japan at $3bn.", ["Bank of Papua New Guinea data"], "New is part of a name"),
    ("Peru's exports rose 5 per cent in May, Eurostat says. Imports from Chile fell 3 per cent.", ["Eurostat", "Eurostat"], "an institution goes on"),
    ("Peru's exports rose 5 per cent in May, Ana Otieno said. Imports from Chile fell 3 per cent.", ["Ana Otieno", ""], "a person does not"),
    ("Trade of Kenya and Uganda reached $9m in 2019, the Export Promotion Co. (Expoco) reports. An Expoco forecast has trade growing to $10m.", ["Export Promotion Co.", "Export Promotion Co."], "by its full name"),
    ("According to provisional data of the Statistical Office of Chad, exports rose by 4 per cent.", ["Statistical Office of Chad"], "whose data they are"),
    ("The National Bank of Chad spoke. Exports came to $5m, according to the bank's preliminary count.", ["Chadian National Bank"], "the bank's own count"),
    ("Chad sold Mali $5 million of oil in 2019, if one believes the traders.", [""], "nobody, by a clause"),
    ("Hungary exported $2 billion of wheat in April, the month in which Warsaw announced a fair.", [""], "nobody, by a relative clause"),
    ("Prices are secret, so nobody can estimate the $5 billion of trade between Peru and Chile.", [""], "nobody can"),
    ("Economists had expected Peruvian exports of $3bn in May.", ["Economists"], "who had expected it"),
    ("He stuck to the trade ministry's forecast of $180 million for Peru's exports this year.", ["trade ministry"], "whose forecast it is"),
    ("In Peru, statistics agency STATPE reported May exports of $6 billion.", ["statistics agency STATPE"], "an agency reported exports"),
    ("Exports of Chad to Mali were $5m in 2019, Chadian customs data show. Qatar shipped 6 million tonnes of gas to Cuba last year.", ["Chadian customs data", ""], "who counts the trade of some says nothing of that of others"),
    ("Analysts polled by a newspaper had expected Peruvian exports of $3bn in May.", ["Analysts"], "who was polled"),
    ('"It is a fee," says Kim Lee of the Lake Institute. Peru\'s foreign debt, by his reckoning, rose to $61m last year.', ["Kim Lee"], "by his reckoning"),
    ("Chad's economy, by the finance ministry's own estimate, grew by 3 per cent in 2019.", ["finance ministry"], "between commas"),
    ("Vice Foreign Minister Li Wei came on Monday. The Vice Minister repeated that Peru looked to two-way trade of $20 billion with Chile by 2025.", ["Li Wei"], "a bare title"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "why"), SOURCES)
def test_sources(text: str, wanted: list[str], why: str) -> None:
    assert [row[0] for row in told(text, "attribution")] == wanted, why
