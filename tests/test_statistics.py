"""Trade figures from sentence to row, through the whole pipeline: tables of sentences, every slot checked.

A slot that a sentence does not fill must stay empty.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.find.dates import find_dates
from briefing_lib.find.mentions import find_mentions
from briefing_lib.find.quantities import find_quantities
from briefing_lib.find.quotations import find_quotations
from briefing_lib.link.statistics import find_statistics
from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences
from briefing_lib.tables import Statistic


class S(NamedTuple):
    """What a row must say; baseline is checked where it is given."""

    reporter: str = ""
    partner: str = ""
    flow: str = ""
    value: float = math.nan
    unit: str = ""
    change: float = math.nan
    direction: str = ""
    period: str = ""
    goods: str = ""
    than: str = ""
    source: str = ""
    qualifier: str = ""
    measure: str = "trade"
    base: float | None = None
    base_period: str | None = None


NAN = math.nan


def read(text: str, published: str = "2020-06-15") -> list[Statistic]:
    sentences = split_sentences(text, split_passages("d", text))
    mentions = find_mentions(text, sentences)
    dates = find_dates(text, sentences, published)
    quantities = find_quantities(text, sentences, dates)
    rows = find_statistics(text, sentences, quantities, dates, mentions, find_quotations(text, sentences, mentions))
    for row in rows:
        assert text[row.start : row.end] == row.text
    return rows


def slots(row: Statistic) -> S:
    return S(
        row.reporter, row.partner, row.flow, row.value, row.unit, row.change_pct, row.direction, row.period, row.commodity,
        row.comparator, row.attribution, row.qualifier, row.measure, row.baseline, row.baseline_period,
    )  # fmt: skip


def shown(row: S, wanted: S) -> dict[str, Any]:
    """Return the slots as a dictionary that compares, without those nobody asked for."""
    plain = {
        name: "" if isinstance(value, float) and math.isnan(value) else value for name, value in row._asdict().items()
    }
    for name in ("base", "base_period"):
        if getattr(wanted, name) is None:
            plain.pop(name)
        elif name == "base" and plain[name] != "":
            plain[name] = pytest.approx(plain[name], rel=1e-4) if row is wanted else plain[name]
    return plain


def check(rows: list[Statistic], wanted: list[S], why: str) -> None:
    got = [slots(row) for row in rows]
    assert [shown(g, w) for g, w in zip(got, wanted, strict=False)] == [shown(w, w) for w in wanted], why
    assert len(got) == len(wanted), f"{why}: {got[len(wanted) :]}"
    for row in rows:
        if row.baseline_low == row.baseline_low:
            assert row.baseline_low <= row.baseline <= row.baseline_high


TURNOVER = [
    ("Trade between Kenya and Tanzania reached $540 million in 2016.", [S("Kenya", "Tanzania", "turnover", 540e6, "USD", period="2016")], "between A and B"),
    ("Indo-Soviet trade grew by 8 per cent to 6.2 billion rupees in 1975.", [S("India", "Soviet Union", "turnover", 6.2e9, "INR", 8, "up", "1975", base=5.74074e9, base_period="1974")], "two demonyms, one a prefix"),
    ("Franco-German trade exceeded 170 billion euros in 2017.", [S("France", "Germany", "turnover", 170e9, "EUR", period="2017", qualifier="exceeded")], "exceeded is a bound"),
    ("Turkey-Iran trade fell 21% in 2015.", [S("Turkey", "Iran", "turnover", change=-21, direction="down", period="2015")], "two names and a hyphen"),
    ("Egyptian-Sudanese trade stood at $862 million in 2019.", [S("Egypt", "Sudan", "turnover", 862e6, "USD", period="2019")], "stood at"),
    ("There was a 12 per cent increase in bilateral trade between Ghana and Nigeria in 2018.", [S("Ghana", "Nigeria", "turnover", change=12, direction="up", period="2018")], "nominal: increase in"),
    ("Brazil's trade with Argentina shrank 5.1% in 2014, to $28.4 billion.", [S("Brazil", "Argentina", "turnover", 28.4e9, "USD", -5.1, "down", "2014", base=29.9262e9, base_period="2013")], "with, level after a comma"),
    ("Trade turnover between Kazakhstan and Uzbekistan amounted to $3.3 billion, up 31 per cent from a year earlier.", [S("Kazakhstan", "Uzbekistan", "turnover", 3.3e9, "USD", 31, "up", than="a year earlier")], "no period: none is made up"),
    ("Two-way trade between Australia and South Korea hit a record $41 billion in 2019.", [S("Australia", "South Korea", "turnover", 41e9, "USD", period="2019", qualifier="record")], "two-way, record"),
    ("In 1938, Polish-Romanian trade was worth only 24 million zlotys.", [S("Poland", "Romania", "turnover", 24e6, "PLN", period="1938", qualifier="only")], "period opens the sentence"),
    ("Commerce between Mexico and Guatemala doubled to $2 billion between 2004 and 2008.", [S("Mexico", "Guatemala", "turnover", 2e9, "USD", 100, "up", "2004/2008", base=1e9)], "doubled is 100 per cent"),
    ("Bilateral trade of Peru and Chile was flat at $3 billion in 2015.", [S("Peru", "Chile", "turnover", 3e9, "USD", direction="flat", period="2015")], "flat"),
    ("Ethiopia's foreign trade fell by a third in 1936.", [S("Ethiopia", "", "turnover", change=-33.3333, direction="down", period="1936")], "a third; no partner"),
    ("Trade between Japan and the Philippines rose from $1.2 billion in 1976 to $1.9 billion in 1979.", [S("Japan", "Philippines", "turnover", 1.9e9, "USD", direction="up", period="1979", than="1976", base=1.2e9, base_period="1976")], "from-to states a baseline"),
    ("The trade volume between Vietnam and Laos was about $1 billion in 2018.", [S("Vietnam", "Laos", "turnover", 1e9, "USD", period="2018", qualifier="about")], "about"),
    ("Trade between Mercosur and the EU came to 88 billion euros in 2018.", [S("Mercosur", "European Union", "turnover", 88e9, "EUR", period="2018")], "two blocs"),
    ("Trade with Angola tripled between 2005 and 2008, Portugal said.", [S("Portugal", "Angola", "turnover", change=200, direction="up", period="2005/2008", source="Portugal")], "who says it reports it"),
    ("US trade with Vietnam grew 17 percent year-on-year to $58 billion in 2018.", [S("United States", "Vietnam", "turnover", 58e9, "USD", 17, "up", "2018", than="year-on-year", base=49.5726e9, base_period="2017")], "year-on-year"),
]  # fmt: skip

FLOWS = [
    ("Kenya's exports to Tanzania rose 12.4 per cent to $540 million in 2016.", [S("Kenya", "Tanzania", "export", 540e6, "USD", 12.4, "up", "2016", base=480.427e6, base_period="2015")], "possessive and to"),
    ("Indonesia's imports from Thailand amounted to 5.3 billion dollars in the first half of 2011.", [S("Indonesia", "Thailand", "import", 5.3e9, "USD", period="2011-01/2011-06")], "half of a year"),
    ("German exports to France increased from 90 billion euros in 2010 to 105 billion euros in 2014.", [S("Germany", "France", "export", 105e9, "EUR", direction="up", period="2014", than="2010", base=90e9, base_period="2010")], "demonym; from-to with years"),
    ("Mercosur's exports to the European Union dropped 3 per cent compared with 2015.", [S("Mercosur", "European Union", "export", change=-3, direction="down", than="2015")], "compared with a year: no period"),
    ("Iran-bound shipments from India fell by 40% in 2012.", [S("India", "Iran", "export", change=-40, direction="down", period="2012")], "-bound"),
    ("Exports of coal from Australia to Japan were worth 9.6 billion Australian dollars in 2019.", [S("Australia", "Japan", "export", 9.6e9, "AUD", period="2019", goods="coal")], "of goods from A to B"),
    ("Chilean copper exports to Korea slipped 2 per cent in March 2019.", [S("Chile", "South Korea", "export", change=-2, direction="down", period="2019-03", goods="copper")], "goods before the noun, a month"),
    ("Egypt bought 500,000 tonnes of wheat from Romania in 2018.", [S("Egypt", "Romania", "import", 500000, "tonne", period="2018", goods="wheat")], "bought is an import"),
    ("Nigeria sold $3 billion worth of crude to Spain in 2017.", [S("Nigeria", "Spain", "export", 3e9, "USD", period="2017", goods="crude")], "sold is an export"),
    ("Cuba sold the Soviet Union 3.5 million tons of sugar in 1976.", [S("Cuba", "Soviet Union", "export", 3.5e6, "ton", period="1976", goods="sugar")], "the buyer without a preposition"),
    ("Pakistan imported 1.2 million tonnes of LNG from Qatar between January and March 2018.", [S("Pakistan", "Qatar", "import", 1.2e6, "tonne", period="2018-01/2018-03", goods="LNG")], "months as an interval"),
    ("Saudi Arabia's oil exports to Japan fell to 1.1 million barrels per day in 2019 from 1.3 million barrels per day a year earlier.", [S("Saudi Arabia", "Japan", "export", 1.1e6, "barrel per day", direction="down", period="2019", goods="oil", than="a year earlier", base=1.3e6, base_period="2018")], "fell to, from: baseline stated last"),
    ("Norway's gas exports to Germany totalled 54 bcm in 2017, up from 49 bcm in 2016.", [S("Norway", "Germany", "export", 54e9, "cubic metre", direction="up", period="2017", goods="gas", than="2016", base=49e9, base_period="2016")], "up from"),
    ("Britain's exports of coal to Denmark came to 3.2 million tons in 1935, against 1.9 million tons in 1931.", [S("United Kingdom", "Denmark", "export", 3.2e6, "ton", direction="up", period="1935", goods="coal", than="1931", base=1.9e6, base_period="1931")], "against states a baseline"),
    ("Wheat was shipped from Canada to Italy at a rate of 40,000 tonnes a month in 1947.", [S("Canada", "Italy", "export", 40000, "tonne", period="1947", goods="wheat")], "passive"),
    ("In the first quarter of 2015, Ukraine's exports to Russia dropped by more than half, to $1.1 billion.", [S("Ukraine", "Russia", "export", 1.1e9, "USD", -50, "down", "2015-01/2015-03", qualifier="more than", base_period="2014-01/2014-03")], "by more than half"),
    ("South Africa exported goods worth R5 billion to Botswana in 1998, 12 per cent more than the year before.", [S("South Africa", "Botswana", "export", 5e9, "ZAR", 12, "up", "1998", than="the year before", base=4.46429e9, base_period="1997")], "more than as a change"),
    ("Shipments of Peruvian avocados to China soared 30% in 2019.", [S("Peru", "China", "export", change=30, direction="up", period="2019", goods="avocados")], "the exporter as adjective of the goods"),
    ("China's shipments from Angola declined 7% in 2018.", [S("China", "Angola", "import", change=-7, direction="down", period="2018")], "shipments from are imports to an owner"),
    ("Imports into Japan from Malaysia were valued at 2 trillion yen in 2013.", [S("Japan", "Malaysia", "import", 2e12, "JPY", period="2013")], "into"),
    ("Denmark's butter exports to Britain reached 120,000 tons in 1933.", [S("Denmark", "United Kingdom", "export", 120000, "ton", period="1933", goods="butter")], "goods by weight"),
    ("Gulf oil exports fell by half to 7 million barrels a day in 1983.", [S("Gulf", "", "export", 7e6, "barrel per day", -50, "down", "1983", goods="oil", base=14e6, base_period="1982")], "a region; by half"),
    ("Russia's exports to India quadrupled in 2022.", [S("Russia", "India", "export", change=300, direction="up", period="2022")], "quadrupled"),
    ("Moroccan fish exports to Spain edged up 1.5 per cent last year.", [S("Morocco", "Spain", "export", change=1.5, direction="up", period="2019", goods="fish")], "last year as period"),
    ("Bolivia supplied Brazil with 30 million cubic metres of gas a day in 2014.", [S("Bolivia", "Brazil", "export", 30e6, "cubic metre per day", period="2014", goods="gas")], "supplied with; a rate a day"),
    ("Zambia's exports to China, mostly copper, were worth $1.4 billion in 2017.", [S("Zambia", "China", "export", 1.4e9, "USD", period="2017")], "an insertion between"),
    ("China accounts for 20% of Zambia's exports.", [S("Zambia", "China", "export", 20, "percent")], "a share: the subject is the partner"),
    ("Finnish exports to the Soviet Union made up 26 per cent of total exports in 1982.", [S("Finland", "Soviet Union", "export", 26, "percent", period="1982")], "a share told of the flow"),
]  # fmt: skip

CARRIED = [
    ("Exports rose 46.9%, while imports rose 13%, Vietnamese customs data showed.", [S("Vietnam", "", "export", change=46.9, direction="up", source="Vietnamese customs data"), S("Vietnam", "", "import", change=13, direction="up", source="Vietnamese customs data")], "reporter from the source, for both"),
    ("Thai shipments to Myanmar climbed 9% in 2017 while imports from Myanmar fell 4%.", [S("Thailand", "Myanmar", "export", change=9, direction="up", period="2017"), S("Thailand", "Myanmar", "import", change=-4, direction="down", period="2017")], "reporter and period from the clause before"),
    ("Mozambique is South Africa's neighbour, and its gas exports to South Africa came to $400 million in 2016.", [S("Mozambique", "South Africa", "export", 400e6, "USD", period="2016", goods="gas")], "its"),
    ("Iraq became India's top supplier, as its oil shipments to India jumped 19% in 2017.", [S("Iraq", "India", "export", change=19, direction="up", period="2017", goods="oil")], "its, after as"),
    ("Spain and Algeria met in Oran. Bilateral trade reached 9 billion euros in 2018.", [S("Spain", "Algeria", "turnover", 9e9, "EUR", period="2018")], "bilateral, the pair in the sentence before"),
    ("Trade between Georgia and Armenia was worth $600 million in 2018. Exports to Armenia made $400 million of it.", [S("Georgia", "Armenia", "turnover", 600e6, "USD", period="2018"), S("Georgia", "Armenia", "export", 400e6, "USD", period="2018")], "reporter and period from the sentence before"),
    ("Exports and imports rose 5% and 3% respectively in 2004, the Chilean customs service said.", [S("Chile", "", "export", change=5, direction="up", period="2004", source="Chilean customs service"), S("Chile", "", "import", change=3, direction="up", period="2004", source="Chilean customs service")], "respectively"),
    ("Sino-Japanese trade, worth $1 billion in 1970, had tripled by 1975.", [S("China", "Japan", "turnover", 1e9, "USD", period="1970"), S("China", "Japan", "turnover", change=200, direction="up", period="1975")], "two periods, two rows"),
    ("Trade between Uganda and Rwanda was $200 million in 2017. The figure was 40 per cent lower in 2019.", [S("Uganda", "Rwanda", "turnover", 200e6, "USD", period="2017"), S("Uganda", "Rwanda", "turnover", change=-40, direction="down", period="2019")], "the figure"),
    ("Lithuania's exports to Latvia rose 8% in May 2018. In the same period, imports from Latvia fell 2%.", [S("Lithuania", "Latvia", "export", change=8, direction="up", period="2018-05"), S("Lithuania", "Latvia", "import", change=-2, direction="down", period="2018-05")], "the same period"),
    ("Exports to Peru, Chile and Bolivia were worth $300 million, $500 million and $20 million in 2011, Ecuador said.", [S("Ecuador", "Peru", "export", 300e6, "USD", period="2011", source="Ecuador"), S("Ecuador", "Chile", "export", 500e6, "USD", period="2011", source="Ecuador"), S("Ecuador", "Bolivia", "export", 20e6, "USD", period="2011", source="Ecuador")], "three partners, three levels"),
    ("Trade between the two countries stood at $5 billion in 2018, Jordan and Iraq said.", [S("Jordan", "Iraq", "turnover", 5e9, "USD", period="2018", source="Jordan | Iraq")], "the two countries, named after"),
    ("Hungarian imports from Serbia grew 10% in 2016; exports to Serbia shrank 1%.", [S("Hungary", "Serbia", "import", change=10, direction="up", period="2016"), S("Hungary", "Serbia", "export", change=-1, direction="down", period="2016")], "semicolon"),
    ("Cambodia exported $2.2 billion of garments to the United States in 2015 and imported $400 million.", [S("Cambodia", "United States", "export", 2.2e9, "USD", period="2015", goods="garments"), S("Cambodia", "", "import", 400e6, "USD", period="2015")], "two verbs, one subject"),
    ("Oman's exports to Yemen rose 6% in 2009 but fell 11% in 2011.", [S("Oman", "Yemen", "export", change=6, direction="up", period="2009"), S("Oman", "Yemen", "export", change=-11, direction="down", period="2011")], "one flow, two years"),
]  # fmt: skip

SOURCES = [
    ("According to Turkish statistics, exports to Israel fell 30 percent year-on-year to $319.5 million in April 2017.", [S("Turkey", "Israel", "export", 319.5e6, "USD", -30, "down", "2017-04", than="year-on-year", source="Turkish statistics", base=456.429e6, base_period="2016-04")], "according to, in front"),
    ("Trade between Mali and Senegal was worth $900 million in 2018, according to the World Bank.", [S("Mali", "Senegal", "turnover", 900e6, "USD", period="2018", source="World Bank")], "according to, behind"),
    ("Exports to Norway rose 4%, Swedish government figures show.", [S("Sweden", "Norway", "export", change=4, direction="up", source="Swedish government figures")], "figures show"),
    ("Trade with Cuba fell 8% in 1992. Exports fell 10%, Mexican customs data showed.", [S("", "Cuba", "turnover", change=-8, direction="down", period="1992"), S("Mexico", "Cuba", "export", change=-10, direction="down", period="1992", source="Mexican customs data")], "a source is not carried back"),
    ("Data from the Bank of Uganda showed that exports to Kenya rose 6% in 2013.", [S("Uganda", "Kenya", "export", change=6, direction="up", period="2013", source="Data from the Bank of Uganda")], "data from an office"),
]  # fmt: skip

TARIFFS = [
    ("In 1930 the United States raised the tariff on Cuban sugar to 25 per cent.", [S("United States", "Cuba", "import", 25, "percent", direction="up", period="1930", goods="sugar", measure="tariff")], "raised to"),
    ("Canada imposed a 25% tariff on steel from the United States in 2018.", [S("Canada", "United States", "import", 25, "percent", period="2018", goods="steel", measure="tariff")], "rate before the noun"),
    ("U.S. tariffs on Brazilian coffee rose 10 percentage points to 50 per cent.", [S("United States", "Brazil", "import", 50, "percent", direction="up", goods="coffee", measure="tariff")], "points are a change, and no rate of it"),
    ("India cut its import duty on Australian wine from 150 per cent to 75 per cent in 2022.", [S("India", "Australia", "import", 75, "percent", direction="down", period="2022", goods="wine", measure="tariff", base=150)], "from-to of a rate"),
    ("The European Union levied duties of 35.3% on electric vehicles from China.", [S("European Union", "China", "import", 35.3, "percent", goods="electric vehicles", measure="tariff")], "duties of"),
    ("China put a tariff of up to 212% on Australian wine in 2020.", [S("China", "Australia", "import", 212, "percent", period="2020", goods="wine", qualifier="up to", measure="tariff")], "up to"),
]  # fmt: skip

MONEY = [
    ("Japan pledged $600 million in aid to the Philippines.", [S("Japan", "Philippines", "", 600e6, "USD", measure="aid")], "aid to"),
    ("Kuwait lent Jordan $250 million in 1979.", [S("Kuwait", "Jordan", "", 250e6, "USD", period="1979", measure="debt")], "lent, two objects"),
    ("The European Union gave Moldova a loan of 150 million euros in 2022.", [S("European Union", "Moldova", "", 150e6, "EUR", period="2022", measure="debt")], "gave a loan"),
    ("Swiss investment in Poland rose to 4.2 billion francs in 2016.", [S("Switzerland", "Poland", "", 4.2e9, "CHF", direction="up", period="2016", measure="investment")], "investment in"),
    ("Zambia's debt to China stands at $4.1 billion.", [S("Zambia", "China", "", 4.1e9, "USD", measure="debt")], "debt to"),
    ("South Korea invested $1.7 billion in Vietnam in 2012.", [S("South Korea", "Vietnam", "", 1.7e9, "USD", period="2012", measure="investment")], "invested in"),
    ("The economy of Ethiopia grew 9 per cent in 2014.", [S("Ethiopia", "", "", change=9, direction="up", period="2014", measure="gdp")], "growth of an economy"),
    ("India's trade deficit with China widened to $53.6 billion in 2018 from $51.1 billion a year earlier.", [S("India", "China", "", 53.6e9, "USD", direction="up", period="2018", than="a year earlier", base=51.1e9, base_period="2017")], "a balance has no flow"),
    ("Argentina's foreign trade surplus narrowed by 58.5% to $4 billion in 2011.", [S("Argentina", "", "", 4e9, "USD", -58.5, "down", "2011", base=9.63855e9, base_period="2010")], "narrowed"),
    ("Sweden's aid to Tanzania came to 1.1 billion kronor in 2008.", [S("Sweden", "Tanzania", "", 1.1e9, "SEK", period="2008", measure="aid")], "kronor"),
]  # fmt: skip

NOTHING = [
    ("At least 144 people died in Kenya in 2013.", "casualties"),
    ("Kenya and Tanzania held a two-day meeting on trade.", "a duration"),
    ("The two trade ministers met 3 times.", "a count"),
    ("Kenya has 40 trade agreements.", "agreements"),
    ("The company said its sales rose 5 per cent.", "a company"),
    ("Ethiopia spent 40 percent of its budget on health.", "a share of something else"),
    ("Support for the president of Brazil fell 5 per cent.", "a poll"),
    ("Trade is worth billions of dollars to Kenya.", "no number"),
    ("Peru delivered on its goal of $5 million.", "a verb with another sense"),
    ("Denmark will cut emissions by 70 per cent by 2030.", "emissions"),
    ("Exports from Chile include 5 kinds of fish.", "kinds"),
    ("Trade unions in France lost 5 per cent of their members.", "trade unions"),
]  # fmt: skip

EVERYTHING = [*TURNOVER, *FLOWS, *CARRIED, *SOURCES, *TARIFFS, *MONEY]


@pytest.mark.parametrize(("text", "wanted", "why"), EVERYTHING)
def test_slots(text: str, wanted: list[S], why: str) -> None:
    check(read(text), wanted, why)


@pytest.mark.parametrize(("text", "why"), NOTHING)
def test_no_statistic(text: str, why: str) -> None:
    assert [slots(row) for row in read(text)] == [], why
