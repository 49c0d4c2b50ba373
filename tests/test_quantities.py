"""Numbers with what they measure: tables of sentences, each with a word on why it is there."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.find.quantities import find_quantities
from briefing_lib.tables import Date, Quantity, Sentence


def sentence_of(text: str) -> Sentence:
    return Sentence("d#1", "d", 1, 0, len(text), text, "author", "narration")


def date_of(text: str, words: str) -> Date:
    start = text.index(words)
    return Date("d", "d#1", start, start + len(words), words, "", "", "", "DATE", "", "", "")


def read(text: str, dates: tuple[str, ...] = ()) -> list[Quantity]:
    rows = find_quantities(text, [sentence_of(text)], sorted(date_of(text, words) for words in dates))
    for row in rows:
        assert text[row.start : row.end] == row.text
    return rows


def told(rows: list[Quantity]) -> list[tuple]:
    return [(row.text, row.value, row.unit, row.bound, row.change) for row in rows]


MONEY = [
    ("Trade was worth US$240.1bn.", [("US$240.1bn", 240.1e9, "USD")], "sign of two parts, short scale"),
    ("The dam will cost $4-5 billion.", [("$4", 4e9, "USD"), ("5 billion", 5e9, "USD")], "a range shares sign and scale"),
    ("It asked for half a billion dollars.", [("half a billion dollars", 5e8, "USD")], "half as a number"),
    ("Output came to 2.3 trillion yuan.", [("2.3 trillion yuan", 2.3e12, "CNY")], "name after a scale"),
    ("Some 300m euros were lost.", [("300m euros", 3e8, "EUR")], "one letter of scale before a currency"),
    ("Rents brought in 1.2 million Swiss francs.", [("1.2 million Swiss francs", 1.2e6, "CHF")], "adjective and noun"),
    ("Kenya gave 5 billion shillings.", [("5 billion shillings", 5e9, "KES")], "shared name, country in the sentence"),
    ("A fund of 5 billion shillings was set up.", [("5 billion shillings", 5e9, "shilling")], "shared name, no country: no guess"),
    ("Islamabad released Rs 500 crore.", [("Rs 500 crore", 5e9, "PKR")], "Indian scale, capital names the country"),
    ("India spent Rs 2.5 lakh crore.", [("Rs 2.5 lakh crore", 2.5e12, "INR")], "two scales multiply"),
    ("They owed Rs. 1,20,000 each.", [("Rs. 1,20,000", 120000, "INR")], "Indian grouping, sign with a stop"),
    ("Ottawa paid C$4 billion, Sydney A$30m.", [("C$4 billion", 4e9, "CAD"), ("A$30m", 3e7, "AUD")], "dollars of others"),
    ("HK$5bn and NT$2.5 trillion went in.", [("HK$5bn", 5e9, "HKD"), ("NT$2.5 trillion", 2.5e12, "TWD")], "two letters before $"),
    ("The bridge cost R$90 million.", [("R$90 million", 9e7, "BRL")], "reais, not rand"),
    ("The mine cost R5 billion.", [("R5 billion", 5e9, "ZAR")], "rand, one letter that touches its number"),
    ("Tokyo set aside ¥300 billion.", [("¥300 billion", 3e11, "JPY")], "yen by default"),
    ("China set aside ¥300 billion.", [("¥300 billion", 3e11, "CNY")], "the same sign, another country"),
    ("It holds 30 wan yuan.", [("30 wan yuan", 3e5, "CNY")], "ten thousand, only with a currency"),
    ("RMB 20 billion was lent.", [("RMB 20 billion", 2e10, "CNY")], "code-like sign and a space"),
    ("EUR 7.5 million, or GBP 6m.", [("EUR 7.5 million", 7.5e6, "EUR"), ("GBP 6m", 6e6, "GBP")], "codes in front"),
    ("They raised 40 million USD.", [("40 million USD", 4e7, "USD")], "code behind"),
    ("It was 11 billion 440 million dollars.", [("11 billion 440 million dollars", 11.44e9, "USD")], "billions and millions in one number"),
    ("It was 65 million 400 thousand euros, 4 bn 350 m roubles.", [("65 million 400 thousand euros", 65.4e6, "EUR"), ("4 bn 350 m roubles", 4.35e9, "RUB")], "thousands; short scales"),
    ("It lent $2 billion 40 times.", [("$2 billion", 2e9, "USD"), ("40 times", 40.0, "time")], "a number of its own behind a scale"),
    ("Soviet sales came to 3 billion roubles.", [("3 billion roubles", 3e9, "SUR")], "the rouble of the Soviet Union"),
    ("The target is 500 million US, and so far 5,000 US, British and Polish troops came.", [("500 million US", 500e6, "USD"), ("5,000", 5000.0, "")], "dollars, as they are spoken of"),
    ("Statistics New Zealand - Release\n\nExports were $5 billion.", [("$5 billion", 5e9, "NZD")], "published by an office"),
    ("Ana Diaz, Minister of Trade of Fiji\n\nWe sold 5 million dollars of tea.", [("5 million dollars", 5e6, "FJD")], "spoken by a minister"),
    ("Bank of Canada - Review\n\nExports were C$5 billion ($4 billion).", [("C$5 billion", 5e9, "CAD"), ("$4 billion", 4e9, "USD")], "its own is marked"),
    ("Prime Minister of Canada visits Lima\n\nWheat was $5 million.", [("$5 million", 5e6, "USD")], "a headline about him"),
    ("5 billion Canadian dollars were pledged.", [("5 billion Canadian dollars", 5e9, "CAD")], "a dollar is not always one of the United States"),
    ("A 40-million-dollar grant came.", [("40-million-dollar", 4e7, "USD")], "hyphens"),
    ("A $5-billion loan came.", [("$5-billion", 5e9, "USD")], "hyphen before the scale"),
    ("Seoul paid 900 billion won.", [("900 billion won", 9e11, "KRW")], "won after a scale is money"),
    ("It rose from $190 billion to $240 billion.", [("$190 billion", 1.9e11, "USD"), ("$240 billion", 2.4e11, "USD")], "both ends of from-to"),
    ("It cost between 4 and 5 billion dollars.", [("4", 4e9, "USD"), ("5 billion dollars", 5e9, "USD")], "between shares unit and scale"),
    ("Prices ran from 500 to 1.2 million pesos in Chile.", [("500", 500, "CLP"), ("1.2 million pesos", 1.2e6, "CLP")], "but not a scale that makes the lower end the larger"),
    ("It lost two and a half million euros.", [("two and a half million euros", 2.5e6, "EUR")], "and a half"),
    ("It lost 2½ million francs in France.", [("2½ million francs", 2.5e6, "FRF")], "a fraction as one sign"),
    ("Aid of 1,234,567.80 dollars came.", [("1,234,567.80 dollars", 1234567.8, "USD")], "thousands by comma"),
    ("Aid of 1 234 567 dollars came.", [("1 234 567 dollars", 1234567, "USD")], "thousands by space"),
    ("Aid of 1\u2009234\u2009567 dollars came.", [("1\u2009234\u2009567 dollars", 1234567, "USD")], "thousands by thin space"),
    ("Aid of 1’234’567 Swiss francs came.", [("1’234’567 Swiss francs", 1234567, "CHF")], "thousands by apostrophe"),
    ("They cost a quarter of a million pounds.", [("quarter of a million pounds", 250000, "GBP")], "quarter as a number"),
    ("Tariffs brought in hundreds of millions of euros.", [("hundreds of millions of euros", 1e8, "EUR")], "vague, as low as the words allow"),
    ("Reparations of 132 billion gold marks were set.", [("132 billion gold marks", 1.32e11, "DEM")], "a currency of the past"),
    ("The Soviets lent 80 million roubles.", [("80 million roubles", 8e7, "RUB")], "the British spelling"),
    ("It paid 170 billion Japanese Yen.", [("170 billion Japanese Yen", 1.7e11, "JPY")], "a capital on the noun"),
    ("Tea rose to 80 cents.", [("80 cents", 80, "cent")], "a part of a currency"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), MONEY)
def test_money(text: str, expected: list, why: str) -> None:
    assert [row[:3] for row in told(read(text))] == expected, why


RATES = [
    ("Exports fell 11.6% to $664.5 billion.", [("11.6%", 11.6, "percent", "=", "down"), ("$664.5 billion", 664.5e9, "USD", "=", "")], "a rate that changes, a level that does not"),
    ("Output rose by more than 24 per cent.", [("24 per cent", 24, "percent", ">", "up")], "bound between verb and number"),
    ("Output rose to 24 per cent.", [("24 per cent", 24, "percent", "=", "")], "a level reached is no change"),
    ("A 12 per cent increase in sales was seen.", [("12 per cent", 12, "percent", "=", "up")], "noun of direction behind"),
    ("An increase in sales of 12 per cent was seen.", [("12 per cent", 12, "percent", "=", "up")], "noun of direction before, with its object"),
    ("Sales were 5 percent lower than before.", [("5 percent", 5, "percent", "=", "down")], "comparative"),
    ("It was down 4 pct from spring.", [("4 pct", 4, "percent", "=", "down")], "the agency's short form"),
    ("The share rose 3 percentage points to 12 per cent.", [("3 percentage points", 3, "percentage point", "=", "up"), ("12 per cent", 12, "percent", "=", "")], "points are not per cent"),
    ("The bank cut rates by 25 basis points.", [("25 basis points", 25, "basis point", "=", "down")], "basis points"),
    ("Growth of 5-7% is forecast.", [("5", 5, "percent", "=", "up"), ("7%", 7, "percent", "=", "up")], "growth is a change; a range has two rows"),
    ("Between 3 and 5 per cent was lost.", [("3", 3, "percent", "=", ""), ("5 per cent", 5, "percent", "=", "")], "between shares the unit"),
    ("Duties of 10, 15 and 25 per cent apply.", [("10", 10, "percent", "=", ""), ("15", 15, "percent", "=", ""), ("25 per cent", 25, "percent", "=", "")], "a list shares the unit"),
    ("It grew at an annual rate of 4.5%.", [("4.5%", 4.5, "percent", "=", "up")], "verb far before a rate"),
    ("They agreed to cut tariffs on sugar by a further 10 per cent.", [("10 per cent", 10, "percent", "=", "down")], "verb with an object"),
    ("Exports and imports rose 5% and 3% respectively.", [("5%", 5, "percent", "=", "up"), ("3%", 3, "percent", "=", "up")], "one verb, two rates"),
    ("Sales changed by -4.2% and +3%.", [("4.2%", 4.2, "percent", "=", "down"), ("3%", 3, "percent", "=", "up")], "signs"),
    ("Nearly two-thirds voted.", [("two-thirds", 2 / 3, "", "<", "")], "a fraction in words"),
    ("Output fell by a third in 1931.", [("third", 1 / 3, "", "=", "down")], "a third as a rate"),
    ("Imports doubled and exports more than halved.", [("doubled", 2, "time", "=", "up"), ("halved", 0.5, "time", ">", "down")], "verbs that are numbers"),
    ("Trade grew threefold.", [("threefold", 3, "time", "=", "up")], "-fold"),
    ("Up to 40 per cent of it was lost.", [("40 per cent", 40, "percent", "<", "")], "up to is a bound and no rise"),
    ("It won 5½ per cent.", [("5½ per cent", 5.5, "percent", "=", "")], "half as one sign"),
    ("GDP rose 3,5 per cent.", [("3,5 per cent", 3.5, "percent", "=", "up")], "decimal comma"),
    ("Steel output was off 6 per cent.", [("6 per cent", 6, "percent", "=", "down")], "off"),
    ("Rice sales slid a mere 0.4 per cent.", [("0.4 per cent", 0.4, "percent", "=", "down")], "words between verb and number"),
    ("Copper edged up 1.1 percent.", [("1.1 percent", 1.1, "percent", "=", "up")], "verb of two words"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), RATES)
def test_rates_and_changes(text: str, expected: list, why: str) -> None:
    rows = told(read(text))
    assert [(r[0], pytest.approx(r[1]), *r[2:]) for r in expected] == rows, why


BOUNDS = [
    ("More than 40 ships came.", ">"), ("At least 40 ships came.", ">"), ("No fewer than 40 ships came.", ">"), ("Over 40 ships came.", ">"),
    ("Upwards of 40 ships came.", ">"), ("40 or more ships came.", ">"), ("40-plus ships came.", ">"), ("40+ ships came.", ">"),
    ("Less than 40 ships came.", "<"), ("Up to 40 ships came.", "<"), ("Nearly 40 ships came.", "<"), ("No more than 40 ships came.", "<"),
    ("Just under 40 ships came.", "<"), ("At most 40 ships came.", "<"), ("Almost 40 ships came.", "<"), ("Fewer than 40 ships came.", "<"),
    ("About 40 ships came.", "~"), ("Some 40 ships came.", "~"), ("Roughly 40 ships came.", "~"), ("An estimated 40 ships came.", "~"),
    ("40-odd ships came.", "~"), ("40 ships or so came.", "~"), ("Around 40 ships came.", "~"), ("In the region of 40 ships came.", "~"),
    ("Exactly 40 ships came.", "="), ("Only 40 ships came.", "="), ("The 40 ships came.", "="), ("As many as 40 ships came.", "="),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bound"), BOUNDS)
def test_bounds(text: str, bound: str) -> None:
    rows = read(text)
    assert [(row.value, row.unit, row.bound) for row in rows] == [(40, "ship", bound)]


COUNTS = [
    ("Tens of thousands of troops crossed the river.", 10000, "soldier", ">"),
    ("At least 144 people died.", 144, "person", ">"),
    ("Five intergovernmental commissions met.", 5, "commission", "="),
    ("A two-day visit ended.", 2, "day", "="),
    ("It holds five-year talks.", 5, "year", "="),
    ("Three quarters of a century have passed.", 0.75, "century", "="),
    ("A 45-year-old clerk was held.", 45, "year", "="),
    ("Twenty-five thousand three hundred and six women signed.", 25306, "woman", "="),
    ("Two dozen treaties lapsed.", 24, "treaty", "="),
    ("Half a dozen countries left.", 6, "country", "="),
    ("A couple of days went by.", 2, "day", "="),
    ("The mine yields 30 carats.", 30, "carat", "="),
    ("It pumps 1.1 million barrels per day.", 1.1e6, "barrel per day", "="),
    ("It pumps 2 million barrels of oil a day.", 2e6, "barrel per day", "="),
    ("It pumps 900,000 bpd.", 900000, "barrel per day", "="),
    ("It burns 38 bcm of gas.", 38e9, "cubic metre", "="),
    ("It burns 38 billion cubic meters of gas.", 38e9, "cubic metre", "="),
    ("The port moved 3.4 million TEU.", 3.4e6, "TEU", "="),
    ("The plant adds 1,200 MW.", 1200, "megawatt", "="),
    ("It used 40 GWh.", 40, "gigawatt hour", "="),
    ("A fence of 90 km was built.", 90, "kilometre", "="),
    ("It burned 700 hectares.", 700, "hectare", "="),
    ("It shipped 300m tonnes of ore.", 3e8, "tonne", "="),
    ("The shaft is 300 m deep.", 300, "metre", "="),
    ("It shipped 10 000 t of ore.", 10000, "tonne", "="),
    ("Warming of 1.5°C was feared.", 1.5, "degree Celsius", "="),
    ("It was -5 degrees outside.", -5, "degree", "="),
    ("45 of the delegates left.", 45, "delegate", "="),
    ("Two of Kenya's banks failed.", 2, "bank", "="),
    ("They fired 12 cruise missiles.", 12, "missile", "="),
    ("He has 3 sons abroad.", 3, "son", "="),
    ("Fifteen were killed.", 15, "", "="),
    ("The toll rose to 144.", 144, "", "="),
    ("One year later it fell.", 1, "year", "="),
    ("2000 troops left.", 2000, "soldier", "="),
    ("It met only once.", 1, "time", "="),
    ("It met twice.", 2, "time", "="),
    ("He took 120 dirhams in Morocco.", 120, "MAD", "="),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "unit", "bound"), COUNTS)
def test_counts_and_measures(text: str, value: float, unit: str, bound: str) -> None:
    rows = read(text)
    assert [(row.value, row.unit, row.bound) for row in rows] == [(value, unit, bound)]


WIRE = [
    ("The index lost 23 points, or 0.8 percent, to 2,704.", [(23, "point", "=", "down"), (0.8, "percent", "=", "down"), (2704, "", "=", "")], "points of an index; or shares the verb"),
    ("The bank raised its rate by a quarter point to 1.75 percent.", [(0.25, "percentage point", "=", "up"), (1.75, "percent", "=", "")], "a fraction of a point"),
    ("Brent crude was up 45 cents at $65.32 a barrel.", [(45, "cent", "=", "up"), (65.32, "USD", "=", "")], "up before a sum, at before a level"),
    ("A quake of magnitude 6.4 struck 20 km south at 2 a.m.", [(6.4, "", "=", ""), (20, "kilometre", "=", "")], "a decimal alone; no clock"),
    ("The party won 33 of 120 seats.", [(33, "seat", "=", ""), (120, "seat", "=", "")], "a part of a whole"),
    ("The team won 3 of its last 5 games.", [(3, "game", "=", ""), (5, "game", "=", "")], "won after no number is no money"),
    ("It was minus 12 degrees Celsius.", [(-12, "degree Celsius", "=", "")], "minus in words"),
    ("Hundreds more were hurt.", [(100, "", ">", "")], "a vague number with nothing counted"),
    ("It gave US$ 1.5 million to 3 NGOs.", [(1.5e6, "USD", "=", ""), (3, "NGO", "=", "")], "to is no range where a noun follows"),
    ("It sold 77.3 million iPhones, down 1% from a year ago.", [(77.3e6, "iPhone", "=", ""), (1, "percent", "=", "down")], "a noun with its own capitals"),
    ("It spent $5,000-$6,000 a week.", [(5000, "USD", "=", ""), (6000, "USD", "=", "")], "a range with two signs"),
    ("It takes 18 to 24 months.", [(18, "month", "=", ""), (24, "month", "=", "")], "a range of durations"),
    ("Levels fell from 14,000 to 8,600.", [(14000, "", "=", ""), (8600, "", "=", "")], "from-to without a unit"),
    ("It limits each side to 1,550 deployed warheads.", [(1550, "warhead", "=", "")], "a participle before the noun"),
    ("It went up to 60 percent, far above the 3.67 percent limit.", [(60, "percent", "=", ""), (3.67, "percent", ">", "")], "went up to is no bound"),
    ("The 28-nation bloc agreed on a 120-day truce.", [(28, "nation", "=", ""), (120, "day", "=", "")], "nouns tied by a hyphen"),
    ("Net profit more than doubled to 1.3 billion pounds.", [(2, "time", ">", "up"), (1.3e9, "GBP", "=", "")], "more than before a verb"),
    ("The assets are $2.3 trln, up from $1.9 trln.", [(2.3e12, "USD", "=", ""), (1.9e12, "USD", "=", "")], "a scale as Russian agencies write it"),
    ("They hold a 49 percent stake worth Rs 3,000 crore.", [(49, "percent", "=", ""), (3e10, "INR", "=", "")], "a share and its price"),
    ("The board raised 280 million of the 1.5 billion shekels it needs.", [(280e6, "ILS", "=", ""), (1.5e9, "ILS", "=", "")], "a part has the unit of the whole"),
    ("The range was between $US160 million and $US171 million.", [(160e6, "USD", "=", ""), (171e6, "USD", "=", "")], "the sign before the letters"),
    ("They paid HK $3 million and C $6.", [(3e6, "HKD", "=", ""), (6, "CAD", "=", "")], "letters apart from the sign"),
    ("A $5 billion loan came.", [(5e9, "USD", "=", "")], "an article is no Australian"),
    ("The index gained 0.7 per cent to 6,327.80.", [(0.7, "percent", "=", "up"), (6327.8, "", "=", "")], "a level after a rate is no rate"),
    ("Shares in Lima were down 2.3%, Quito by 2.6%.", [(2.3, "percent", "=", "down"), (2.6, "percent", "=", "down")], "the verb is said once"),
    ("Poland sent 240 T-72 tanks.", [(240, "tank", "=", "")], "T is no trillion before a hyphen"),
    ("The rate is 1.38pc.", [(1.38, "percent", "=", "")], "pc"),
    ("Exports will rise by between 12 and 15 per cent.", [(12, "percent", "=", "up"), (15, "percent", "=", "up")], "by between"),
    ("They bought twice as much as a year ago.", [(2, "time", "=", "up")], "twice as much is a change"),
    ("The fund lent 72 million Special Drawing Rights.", [(72e6, "XDR", "=", "")], "capitals"),
    ("It planned 350,000 to 400,000 bpd.", [(350000, "barrel per day", "=", ""), (400000, "barrel per day", "=", "")], "a range shares a rate"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), WIRE)
def test_wire(text: str, expected: list, why: str) -> None:
    assert [row[1:] for row in told(read(text))] == expected, why


NOTHING = [
    ("Resolution 2231 and Article 5 were cited.", "labels"),
    ("Goals 16 and 17 were cited.", "a label with two numbers"),
    ("Paragraphs 4, 5 and 6 were cut.", "a label with three"),
    ("The G20, the G7 and the P5 met.", "digits after a letter"),
    ("It sold 5G masts and S-400 systems.", "letter after or before"),
    ("MH17 fell in 2014.", "flight and year"),
    ("The pact of 1975 ran to 1980.", "years"),
    ("It ended in 1975.", "a year at the end"),
    ("In the 1990s it grew.", "a decade"),
    ("On the 20th and the 3rd they met.", "ordinals in digits"),
    ("The second envoy and the third came first.", "ordinals in words"),
    ("One of them said that one must wait, and no one did.", "one as a pronoun"),
    ("One day they will meet.", "one day"),
    ("It backs a two-state solution and the one-China principle.", "formulas"),
    ("A 12-point position paper came out.", "age of a paper"),
    ("A partnership without limits has no limits.", "no number at all"),
    ("Call +7 495 123-45-67.", "telephone"),
    ("They met at 10:30 on 9/11.", "clock and date with a stroke"),
    ("They won 3-2.", "a score"),
    ("1. Security", "a section number"),
    ("See section 4.2.1 there.", "a section in parts"),
    ("Document A/75/12 and No. 7 were read.", "document numbers"),
    ("The two countries signed.", "the two countries names them"),
    ("The Five Eyes met.", "a name with a number"),
    ("The third quarter and the first half went well.", "quarter and half of a year"),
    ("Once it met, and once more it parted.", "once as a moment"),
    ("COVID-19 spread.", "a name that ends in a number"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), NOTHING)
def test_no_quantity(text: str, why: str) -> None:
    assert told(read(text)) == [], why


def test_a_number_in_a_date_is_none_but_a_duration_is() -> None:
    text = "In 2012-13 and on Oct. 22-24 trade fell; two years later, on 8 April, 500 ships came."
    rows = read(text, ("2012-13", "Oct. 22-24", "two years later", "8 April"))
    assert [(row.value, row.unit) for row in rows] == [(2, "year"), (500, "ship")]


def test_years_beside_a_sum() -> None:
    """In "2,000 in 1975" only the first is a quantity, also without dates to go by."""
    assert [row.value for row in read("It fell from $2,000 in 1975 to $1,500 in 1980.")] == [2000, 1500]


def test_what_is_dismissed_at_a_glance_would_give_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Years, pronouns and ordinals are passed over before they are read; reading them gives the same rows."""
    texts = [row[0] for row in (*MONEY, *RATES, *BOUNDS, *COUNTS, *WIRE, *NOTHING)]
    quick = [told(read(text)) for text in texts]
    monkeypatch.setattr("briefing_lib.find.quantities.promises", lambda text, start, date: True)
    assert [told(read(text)) for text in texts] == quick


def test_durations_after_over_are_no_bound() -> None:
    rows = read("It will lend $5bn over five years.")
    assert [(row.value, row.unit, row.bound) for row in rows] == [(5e9, "USD", "="), (5, "year", "=")]


def test_sentences_and_documents_are_named() -> None:
    text = "It sold 40 tonnes. It bought 50 tonnes."
    sentences = [
        Sentence("d#1", "d", 1, 0, 18, text[:18], "author", "narration"),
        Sentence("d#2", "d", 1, 19, 39, text[19:], "author", "narration"),
    ]
    rows = find_quantities(text, sentences, [])
    assert [(row.sentence, row.value, row.text) for row in rows] == [("d#1", 40, "40 tonnes"), ("d#2", 50, "50 tonnes")]


def test_a_number_ends_with_its_sentence() -> None:
    """The unit is not looked for in the next line."""
    text = "It sold 40\n\ntonnes were lost."
    sentences = [
        Sentence("d#1", "d", 1, 0, 10, text[:10], "author", "heading"),
        Sentence("d#2", "d", 2, 12, len(text), text[12:], "author", "narration"),
    ]
    assert [row.unit for row in find_quantities(text, sentences, [])] in ([], [""])


PIECES = st.sampled_from(
    [
        "one",
        "two-thirds",
        "half",
        "a",
        "billion",
        "$",
        "US$",
        "4-5",
        "4.5",
        "1,234",
        "10",
        "000",
        "per",
        "cent",
        "%",
        "more",
        "than",
        "about",
        "rose",
        "fell",
        "by",
        "to",
        "and",
        "or",
        "from",
        "million",
        "m",
        "bn",
        "k",
        "tonnes",
        "dollars",
        "Rs",
        "euros",
        "yuan",
        "won",
        "2019",
        "20th",
        "G7",
        "Article",
        ",",
        ".",
        ";",
        "(",
        ")",
        "-",
        "–",
        "½",
        "°C",
        "people",
        "of",
        "the",
        "in",
        "up",
        "’",
        "'",
        "\n",
        "+",
        "−",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)
    )
)
def test_any_text(text: str) -> None:
    """Any text: no exception, anchors hold, rows in order, values are numbers."""
    rows = read(text)
    assert [row.start for row in rows] == sorted(row.start for row in rows)
    assert all(math.isfinite(row.value) and row.bound in "=~<>" and row.change in ("", "up", "down") for row in rows)


@settings(max_examples=100, deadline=None)
@given(
    st.integers(min_value=1, max_value=999_999_999),
    st.sampled_from(
        ["{:,} tonnes", "{} tonnes", "some {:,} tonnes", "${:,}", "{:,} Kenyan shillings", "{:,} per cent"]
    ),
)
def test_any_number_is_read_as_it_is_written(number: int, form: str) -> None:
    rows = read("It came to " + form.format(number) + " that day.")
    assert [row.value for row in rows] == [number]


LATER = [
    ("The orders came to 5.2 wan yi yuan.", [(5.2e12, "CNY", "=", "")], "wan on yi"),
    ("They stored 20 wan tonnes of rice.", [(200000.0, "tonne", "=", "")], "wan before a unit"),
    ("The port cost 3 yi yuan.", [(3e8, "CNY", "=", "")], "yi"),
    ("Peru flew 12 F-16s and two C-130s.", [(12.0, "F-16", "=", ""), (2.0, "C-130", "=", "")], "models of aircraft"),
    ("Chile keeps four Mi-17s.", [(4.0, "Mi-17", "=", "")], "a model, lower case in it"),
    ("The bank raised its rate by half a percentage point.", [(0.5, "percentage point", "=", "up")], "half a unit"),
    ("Oil fell by a fifth year on year in Ghana.", [(0.2, "", "=", "down")], "a fraction before the comparison"),
    ("Trade rose by half as much again.", [(0.5, "", "=", "up")], "half as much again"),
    ("Output was a tenth less than before.", [(0.1, "", "=", "down")], "a fraction less"),
    ("It lost 7 per cent, at most 300 tonnes.", [(7.0, "percent", "=", "down"), (300.0, "tonne", "<", "")], "a bound of the next number"),
    ("It was signed under a $5bn contract.", [(5e9, "USD", "=", "")], "under a contract is no bound"),
    ("It was just under a third.", [(1 / 3, "", "<", "")], "under a fraction is one"),
    ("Ottawa, Ontario\n\nExports rose to $5 million, those to Peru to US$2 million.", [(5e6, "CAD", "=", ""), (2e6, "USD", "=", "")], "the dollar of the place"),
    ("Lima, Peru\n\nExports rose to $5 million, those to Peru to US$2 million.", [(5e6, "USD", "=", ""), (2e6, "USD", "=", "")], "no dollar of the place"),
    ("Ottawa, Ontario\n\nExports rose to $5 million.", [(5e6, "USD", "=", "")], "nobody tells two dollars apart"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "why"), LATER)
def test_later(text: str, wanted: list[tuple[float, str, str, str]], why: str) -> None:
    rows = [(row.value, row.unit, row.bound, row.change) for row in read(text)]
    assert [row[1:] for row in rows] == [row[1:] for row in wanted], why
    assert [row[0] for row in rows] == pytest.approx([row[0] for row in wanted]), why
