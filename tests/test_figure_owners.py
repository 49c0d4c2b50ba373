"""Whose figure it is and of when, by class of language: releases, lists of buyers, donors, asides, financial years.

Each row gives the beginning of a figure's words and the slots that its class is about.
"""

from __future__ import annotations

import pytest

from briefing_lib.tables import Statistic
from tests.test_figure_classes import read

RELEASE = """Moldova's exports pass 700 million dollars

Ministry of Economy and Infrastructure
Press release No. 44
Chisinau, 14 May 2018

Moldovan exports of goods totalled $731 million between January and March 2018, 33% more than in the same quarter \
of 2017, the Minister announced today.

Markets

Romania was again the first market for Moldovan goods. It took $204 million, or 27.9% of the total; sales to that \
country have grown by 40% in three years of the Association Agreement. Deliveries to Turkey, whose Free Trade \
Agreement with Moldova is in force since 2016, climbed by 12.5% to $31 million, while those to Italy reached $140 \
million in the nine months since July 2017, when a new line was opened.

Sales to the partners of the Commonwealth of Independent States came to $112 million. Russia bought $61 million of \
this, Belarus $24 million and Ukraine $19 million. Purchases from Ukraine fell by 3% and those of machinery by 8.5%.
"""

OFFICE = """Jordan's trade with Iraq recovers

Department of Statistics
Amman, 2 March 2009

Jordan's national exports reached 4.4 billion dinars in 2008. The main buyer was Iraq, which took 0.9 billion \
dinars, followed by the United States (0.7 billion) and India. Saudi Arabia supplied 22% of imports, China 10% and \
Germany 6%.
"""

COTTON = """Pakistan counts its cotton

KARACHI, Nov. 18, 1979

Exports in the financial year that ended on June 30 amounted to $1,710 million, the Ministry of Commerce said, \
against $1,311 million in 1977-78. Imports, inflated the year before by wheat, rose by 4 per cent to $3,670 million. \
Sales to Iran, where a revolution broke out last January, dropped by a third, to $31 million. The consortium \
promised $890 million for 1979-80, half of it as grants.
"""

DONORS = """Nepal counts its friends

KATHMANDU, March 3, 1988 - Donors led by the Asian Development Bank promised Nepal $500 million. Japan is giving 9 \
billion yen this year, half of it as grants, and India, which reopened its border only in May, is understood to be \
considering $30 million for roads. Germany has so far committed 25 million marks, and the European Commission 70 \
million ecus. Servicing its debts will absorb 9 per cent of Nepal's export earnings this year.
"""

LOANS = """Malawi signs power deal

LILONGWE, June 2, 2021 - Malawi will buy 50 megawatts from Mozambique. The utility is also seeking a loan of $80 \
million and will send a team to London and Pretoria in July to meet banks. Malawi's tobacco brought in $197 million \
in the first half of the season. The Netherlands took 18 percent of Malawian tea.
"""

SEVERAL = """Mercosur recovers

BRASILIA, March 3, 2011 - The four members of the bloc, Argentina, Brazil, Paraguay and Uruguay, exported $281 \
billion of goods in 2010. Trade among the four rose by 29 per cent.

The Baltic states, Estonia, Latvia and Lithuania, recovered too: the three exported 36 billion euros.
"""

SHARES = """Greek trade

ATHENS, 2 May 1996 - Greek exports to Bulgaria were 9 per cent of the total. Italy takes 14 per cent, Germany 22. \
Germany's part in Greek imports fell to 15 per cent. Imports from Russia still cover only 6 per cent of the Greek \
market. Iran supplied 18 per cent of Greece's oil.
"""

PACT = """Copper pact

SANTIAGO, July 16, 2009 - Chile and Peru met again. Imports of copper by Japan from the two countries reached 1.3 \
million tonnes in 2008. On 1 June Japan doubled its import duties on Chilean salmon. Chinese investment in Peru had \
exceeded $4 billion and it will reach $17 billion by 2020.
"""

INVESTORS = """Georgia's trade

TBILISI, 14 February 2020 - Azerbaijan took 13 per cent of exports. Foreign direct investment shrank to $1.27 billion; \
the United Kingdom led with $250 million, followed by Turkey ($190 million) and Ireland. The European Union has \
offered 100 million euros in loans, and Germany will add 40 million euros. Two-way trade with Iran is down to $40 \
million. Since 1998 Swiss companies have put $280 million into the country. The IMF has lent it $20 million.
"""

WHOSE = [
    (INVESTORS, "13 per cent of exports", ("Georgia", "Azerbaijan", "export"), "who takes exports that nobody owns"),
    (INVESTORS, "$250 million", ("United Kingdom", "Georgia", ""), "who leads among investors"),
    (INVESTORS, "$190 million", ("Turkey", "Georgia", ""), "who follows"),
    (INVESTORS, "loans, and Germany", ("Germany", "Georgia", ""), "who adds to a loan"),
    (INVESTORS, "Two-way trade", ("Georgia", "Iran", "turnover"), "two-way, of whom the text is about"),
    (INVESTORS, "IMF has lent", ("International Monetary Fund", "Georgia", ""), "it is who was invested in"),
    (RELEASE, "It took $204 million", ("Moldova", "Romania", "export"), "who takes from whoever issues the release"),
    (RELEASE, "It took $204 million, or 27.9%", ("Moldova", "Romania", "export"), "the share is not turned back"),
    (RELEASE, "sales to that", ("Moldova", "Romania", "export"), "that country is not the publisher's own"),
    (RELEASE, "Deliveries to Turkey", ("Moldova", "Turkey", "export"), "an agreement in an aside is no contract"),
    (RELEASE, "Sales to the partners", ("Moldova", "Commonwealth of Independent States", "export"), "partners of"),
    (RELEASE, "Russia bought $61 million of this, Belarus $24 million", ("Moldova", "Belarus", "export"), "gapped"),
    (RELEASE, "Purchases from Ukraine fell by 3% and", ("Moldova", "", "import"), "those of goods have no partner"),
    (OFFICE, "Iraq, which took 0.9 billion dinars, foll", ("Jordan", "United States", "export"), "followed by, bracket"),
    (OFFICE, "22% of", ("Jordan", "Saudi Arabia", "import"), "supplied a share of imports"),
    (OFFICE, "imports, China 10%", ("Jordan", "China", "import"), "the next supplier"),
    (COTTON, "Sales to Iran", ("Pakistan", "Iran", "export"), "across an aside"),
    (COTTON, "$890 million", ("", "Pakistan", ""), "a consortium gives to the country, not to its last customer"),
    (DONORS, "$30 million", ("India", "Nepal", ""), "a new donor behind a comma and with an aside"),
    (DONORS, "Germany has so far committed 25 million marks, and", ("European Commission", "Nepal", ""), "a union in a list of donors"),
    (DONORS, "9 per cent of Nepal", ("Nepal", "", ""), "what debts cost is no export"),
    (LOANS, "loan of $80 million", ("Malawi", "", ""), "towns behind another verb are no lenders"),
    (LOANS, "Malawi's tobacco", ("Malawi", "", "export"), "the buyer before is not the buyer of other goods"),
    (LOANS, "The Netherlands took", ("Netherlands", "Malawi", "import"), "a share of somebody's goods"),
    (SEVERAL, "Argentina, Brazil", ("Argentina | Brazil | Paraguay | Uruguay", "", "export"), "four subjects"),
    (SEVERAL, "Trade among", ("Argentina | Brazil | Paraguay | Uruguay", "", "turnover"), "the four named before"),
    (SEVERAL, "the three exported", ("Estonia | Latvia | Lithuania", "", "export"), "the three, and not the four"),
    (SHARES, "14 per cent, Germany", ("Greece", "Germany", "export"), "a bare number of a list of shares"),
    (SHARES, "Greek imports fell", ("Greece", "Germany", "import"), "part in"),
    (SHARES, "Imports from Russia", ("Greece", "Russia", "import"), "of whose market"),
    (SHARES, "Iran supplied", ("Iran", "Greece", "export"), "of whose oil"),
    (PACT, "Imports of copper", ("Japan", "Chile | Peru", "import"), "both countries on one side"),
]  # fmt: skip


def row_of(text: str, words: str, published: str) -> Statistic:
    found = [row for row in read(text, published) if row.text.startswith(words)]
    return max(found, key=lambda row: -len(row.text))


@pytest.mark.parametrize(("text", "words", "wanted", "why"), WHOSE)
def test_whose_figure_it_is(text: str, words: str, wanted: tuple[str, str, str], why: str) -> None:
    row = row_of(text, words, "2009-07-16")
    assert (row.reporter, row.partner, row.flow) == wanted, why
    assert text[row.start : row.end] == row.text


WHEN = [
    (RELEASE, "Sales to the partners", "2018-01/2018-03", "a stretch since last July is not the next figure's"),
    (COTTON, "Exports in", "1978-07/1979-06", "the year that ended on June 30"),
    (COTTON, "against", "1977-07/1978-06", "1977-78 is a year of the same kind"),
    (COTTON, "Imports", "1978-07/1979-06", "what swelled them the year before is an aside"),
    (COTTON, "$890 million", "1979-07/1980-06", "the year that a sum is promised for"),
    (COTTON, "half", "1979-07/1980-06", "a part of it is of the same year"),
    (PACT, "doubled its import duties", "2009-06-01", "the day at the head of the sentence"),
    (PACT, "Chinese investment", "", "what will be by 2020 is of the next figure"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "wanted", "why"), WHEN)
def test_period(text: str, words: str, wanted: str, why: str) -> None:
    assert row_of(text, words, {COTTON: "1979-11-18", PACT: "2009-07-16"}.get(text, "2018-05-14")).period == wanted, why


NONE = [
    ("Bread took 5 minutes of their time, and the cook $3 million of courage.", "no market, no buyer"),
    ("The free trade agreement with Peru, in force since 2016, has 35 chapters.", "an agreement is worth no sum"),
    ("Frozen soldiers held the bridge for 3 days.", "nobody froze money"),
    ("The five met and left after 20 minutes.", "the five trade nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), NONE)
def test_no_figure(text: str, why: str) -> None:
    assert read(text) == [], why
