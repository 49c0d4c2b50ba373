"""Meetings in sentences: who, where, when, whether.

The sentences are marked by hand, so that they test the frames alone: ``[Name]`` is an actor,
``[words=Name]`` an actor under other words, ``{Geneva}`` a place, ``<Monday=2024-04-08>`` a date.
Expected rows read ``type status: participants @ place # date``.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.link.meetings import find_meetings
from briefing_lib.tables import Date, Meeting, Mention, Sentence

STATES = set(
    "Argentina Armenia Australia Austria Azerbaijan Bangladesh Belarus Belgium Bolivia Brazil Bulgaria Cambodia Canada"
    " Chile China Colombia Cuba Cyprus Denmark Ecuador Egypt Eritrea Estonia Ethiopia Finland France Georgia Germany"
    " Ghana Greece Hungary India Indonesia Iran Iraq Ireland Israel Italy Japan Jordan Kazakhstan Kenya Kosovo Laos"
    " Libya Lithuania Malaysia Mali Mexico Moldova Mongolia Morocco Myanmar Nepal Netherlands Nicaragua Nigeria Norway"
    " Pakistan Panama Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Senegal Serbia Singapore Slovakia"
    " Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tunisia Turkey Uganda"
    " Ukraine Uruguay Uzbekistan Venezuela Vietnam Yemen Zambia Zimbabwe".split()
) | {
    "United States",
    "United Kingdom",
    "South Korea",
    "North Korea",
    "South Africa",
    "Saudi Arabia",
    "South Sudan",
    "United Arab Emirates",
    "Soviet Union",
    "Ivory Coast",
    "Sri Lanka",
    "New Zealand",
    "Czech Republic",
    "Costa Rica",
}
ORGANISATIONS = set("ASEAN NATO IGAD Mercosur OPEC ECOWAS APEC CARICOM IMF OSCE IAEA G7 G20 BRICS Hamas".split()) | {
    "European Union",
    "African Union",
    "United Nations",
    "Arab League",
    "Pacific Islands Forum",
    "Shell",
    "International Olympic Committee",
    "UN General Assembly",
    "UN Security Council",
    "Commonwealth",
    "European Council",
    "Pacific Alliance",
    "Gulf Cooperation Council",
    "Non-Aligned Movement",
    "World Bank",
    "Knesset",
    "Bundestag",
    "Turkish Foreign Ministry",
    "European Parliament",
    "US Congress",
    "Reuters",
    "Taliban",
    "Security Council",
    "Kyodo News",
    "Visegrad Group",
    "European Commission",
}
PLACES = set(
    "Geneva Vienna Davos Munich Nairobi Jeddah Doha Osaka Mumbai Istanbul Hanoi Cairo Paris London Tokyo Seoul Lima"
    " Kigali Singapore Helsinki Reykjavik Bandung Yalta Oslo Camp-David Sochi Shanghai Tashkent Samarkand Kazan Bali"
    " Brussels Strasbourg Rome Madrid Lisbon Warsaw Prague Ottawa Brasília Bogotá Addis-Ababa Abuja Dakar Accra Jakarta"
    " Manila Bangkok Kathmandu Dhaka Islamabad Tehran Baghdad Amman Riyadh Muscat Ankara Athens Nicosia Sarajevo Glasgow"
    " Hiroshima Saint-Petersburg Casablanca Cancún Montevideo Havana Caracas Suva Luanda Maputo Beijing Moscow"
    " Washington Canberra Baku Berlin Kyiv Bonn Beirut Asmara Juba Bucharest Chișinău".split()
) | {
    "New York",
    "Camp David",
    "Addis Ababa",
    "New Delhi",
    "Buenos Aires",
    "Mexico City",
    "Phnom Penh",
    "Abu Dhabi",
    "Sharm el-Sheikh",
    "Kuala Lumpur",
    "Cape Town",
    "Port Moresby",
    "White House",
    "St Petersburg",
    "Tel Aviv",
}

MARK = re.compile(r"\[([^\]=]+)(?:=([^\]]+))?\]|\{([^}=]+)(?:=([^}]+))?\}|<([^>=]+)=([^>]*)>")


def kind_of(name: str) -> str:
    kinds = (("state", STATES), ("organisation", ORGANISATIONS), ("place", PLACES))
    return next((kind for kind, names in kinds if name in names), "person")


def bounds(edtf: str) -> tuple[str, str]:
    first, _, last = edtf.partition("/")
    low, high = first.rstrip("~"), (last or first).rstrip("~")
    low += {4: "-01-01", 7: "-01"}.get(len(low), "")
    high += {4: "-12-31", 7: "-28"}.get(len(high), "")
    return low, high


def document(marked: str, voice: str = "author", kind: str = "narration", name: str = "d"):
    """Turn marked text into text, sentences, mentions and dates; a line is a paragraph, ``||`` ends a sentence.

    A line may start with ``kind/voice:`` in angle-free form, e.g. ``@headline/author: ...``.
    """
    text, sentences, mentions, dates = "", [], [], []
    for paragraph, line in enumerate(marked.strip().split("\n"), 1):
        line_kind, line_voice = kind, voice
        if line.startswith("@"):
            head, _, line = line[1:].partition(": ")
            line_kind, _, line_voice = head.partition("/")
            line_voice = line_voice or "author"
        for piece in line.split("||"):
            piece = piece.strip()
            number, start, last = f"{name}#{len(sentences) + 1}", len(text), 0
            for hit in MARK.finditer(piece):
                text += piece[last : hit.start()]
                last = hit.end()
                surface = hit[1] or hit[3] or hit[5]
                span = (len(text), len(text) + len(surface), surface)
                text += surface
                if hit[5]:
                    edtf = hit[6]
                    low, high = bounds(edtf) if edtf else ("", "")
                    dates.append(Date(name, number, *span, edtf, low, high, "stated", "test"))
                else:
                    actor = hit[2] or hit[4] or surface
                    role = "actor" if hit[1] else "place"
                    mentions.append(Mention(name, number, *span, actor, kind_of(actor), role, "test"))
            text += piece[last:]
            sentences.append(Sentence(number, name, paragraph, start, len(text), text[start:], line_voice, line_kind))
            text += " "
        text = text[:-1] + "\n\n"
    return text, sentences, mentions, dates


def told(row: Meeting) -> str:
    words = f"{row.type} {row.status}: {', '.join(row.participants)}"
    if row.place:
        words += f" @ {row.place}"
    if row.edtf:
        words += f" # {row.edtf}"
    return words


def read(marked: str, published: str = "", **options) -> list[Meeting]:
    text, sentences, mentions, dates = document(marked, **options)
    rows = find_meetings(text, sentences, mentions, dates, published)
    homes = {s.sentence: s for s in sentences}
    for row in rows:
        assert text[row.start : row.end] == row.text
        home = homes[row.sentence]
        assert home.start <= row.start < row.end <= home.end
        assert row.participants == sorted(set(row.participants))
        assert row.rule and row.status and row.voice == home.voice
    return rows


ACTIVE = [
    (
        "the plain verb",
        "[Shigeru Ishiba] met [Narendra Modi] in {Osaka} on <Friday=2024-11-15>.",
        "talks held: Narendra Modi, Shigeru Ishiba @ Osaka # 2024-11-15",
    ),
    (
        "met with",
        "President [William Ruto] met with [Tanzania]'s President [Samia Suluhu Hassan] in {Nairobi}.",
        "talks held: Samia Suluhu Hassan, William Ruto @ Nairobi",
    ),
    (
        "the state that is part of a title is no party of its own",
        "Foreign Minister [Penny Wong] of [Australia] held talks with [Indonesia]'s foreign minister, [Retno Marsudi], in {Jakarta}.",
        "talks held: Penny Wong, Retno Marsudi @ Jakarta",
    ),
    (
        "title after the name",
        "[Jens Stoltenberg], secretary general of [NATO], met [Klaus Iohannis], the president of [Romania], on <9 June 2023=2023-06-09>.",
        "talks held: Jens Stoltenberg, Klaus Iohannis # 2023-06-09",
    ),
    (
        "President of State Name",
        "President of [Uruguay] [José Mujica] met with President of the [Republic of Chile=Chile] [Michelle Bachelet].",
        "talks held: José Mujica, Michelle Bachelet",
    ),
    (
        "two whom one meets are one meeting when they are said together",
        "[Abiy Ahmed] met [Isaias Afwerki] and [Hassan Sheikh Mohamud] in {Addis Ababa}.",
        "talks held: Abiy Ahmed, Hassan Sheikh Mohamud, Isaias Afwerki @ Addis Ababa",
    ),
    (
        "met both A and B is two meetings",
        "[Antony Blinken] met both [Mahmoud Abbas] and [Benjamin Netanyahu] on <Tuesday=2024-01-09>.",
        [
            "talks held: Antony Blinken, Mahmoud Abbas # 2024-01-09",
            "talks held: Antony Blinken, Benjamin Netanyahu # 2024-01-09",
        ],
    ),
    (
        "a plural subject without object",
        "[Donald Tusk] and [Volodymyr Zelensky] met in {Warsaw} on <22 January=2024-01-22>.",
        "talks held: Donald Tusk, Volodymyr Zelensky @ Warsaw # 2024-01-22",
    ),
    (
        "three subjects",
        "The leaders of [Kenya], [Uganda] and [Rwanda] met in {Kigali} in <July 2014=2014-07>.",
        "talks held: Kenya, Rwanda, Uganda @ Kigali # 2014-07",
    ),
    (
        "hold talks",
        "[Mette Frederiksen] will hold talks with [Emmanuel Macron] in {Paris} on <Tuesday=2025-01-28>.",
        "talks planned: Emmanuel Macron, Mette Frederiksen @ Paris # 2025-01-28",
    ),
    (
        "sit down with",
        "[Lula=Luiz Inácio Lula da Silva] sat down with [Gustavo Petro] in {Bogotá} last week.",
        "talks held: Gustavo Petro, Luiz Inácio Lula da Silva @ Bogotá",
    ),
    (
        "confer with",
        "Secretary [Dean Rusk] conferred with [Konrad Adenauer] in <August 1963=1963-08>.",
        "talks held: Dean Rusk, Konrad Adenauer # 1963-08",
    ),
    (
        "consult with",
        "[Ban Ki-moon] consulted with [Mahmoud Abbas] on <Thursday=2014-07-24>.",
        "talks held: Ban Ki-moon, Mahmoud Abbas # 2014-07-24",
    ),
    (
        "exchange of views",
        "[Sergio Mattarella] exchanged views with [Kersti Kaljulaid] in {Rome}.",
        "talks held: Kersti Kaljulaid, Sergio Mattarella @ Rome",
    ),
    (
        "host",
        "[Turkey] hosted the foreign ministers of [Syria] and [Jordan] on <12 May=2025-05-12>.",
        "talks held: Jordan, Syria, Turkey # 2025-05-12",
    ),
    (
        "receive",
        "[Pedro Sánchez] received [Mohammed VI] at the Moncloa Palace in {Madrid}.",
        "talks held: Mohammed VI, Pedro Sánchez @ Madrid",
    ),
    (
        "welcome as reception",
        "[Olaf Scholz] welcomed [Giorgia Meloni] to {Berlin} on <22 November 2023=2023-11-22>.",
        "talks held: Giorgia Meloni, Olaf Scholz @ Berlin # 2023-11-22",
    ),
    (
        "passive of receive",
        "[Prabowo Subianto] was received by [Anwar Ibrahim] in {Kuala Lumpur}.",
        "talks held: Anwar Ibrahim, Prabowo Subianto @ Kuala Lumpur",
    ),
    (
        "passive of welcome",
        "[Narendra Modi] was welcomed by [Bola Tinubu] in {Abuja} on <Sunday=2024-11-17>.",
        "talks held: Bola Tinubu, Narendra Modi @ Abuja # 2024-11-17",
    ),
    (
        "pronoun subject is the last subject",
        "[Rishi Sunak] looked tired. || He met President [Paul Kagame] on <Friday=2023-06-16>.",
        "talks held: Paul Kagame, Rishi Sunak # 2023-06-16",
    ),
    (
        "they are the last two",
        "[Wang Yi] was looking for [Alexander Schallenberg]. || They met for three hours on <Monday=2023-02-13>.",
        "talks held: Alexander Schallenberg, Wang Yi # 2023-02-13",
    ),
    (
        "the two leaders are the last two",
        "[Macky Sall] thanked [Adama Barrow] for his support. || The two leaders met in {Dakar} on <3 March=2020-03-03>.",
        "talks held: Adama Barrow, Macky Sall @ Dakar # 2020-03-03",
    ),
    (
        "his counterpart, named",
        "[Hakan Fidan] met his Iraqi counterpart [Fuad Hussein] in {Baghdad}.",
        "talks held: Fuad Hussein, Hakan Fidan @ Baghdad",
    ),
    (
        "her counterpart, not named, is the state",
        "[Annalena Baerbock] met her Brazilian counterpart in {Geneva}.",
        "talks held: Annalena Baerbock, Brazil @ Geneva",
    ),
    (
        "a demonym and an office is the person if the document names one",
        "Japanese Foreign Minister [Takeshi Iwaya] arrived early. || [Cho Tae-yul] met the Japanese foreign minister in {Seoul} on <13 January=2025-01-13>.",
        "talks held: Cho Tae-yul, Takeshi Iwaya @ Seoul # 2025-01-13",
    ),
    (
        "a demonym and an office is the state if the document names nobody",
        "[Cho Tae-yul] met the Japanese foreign minister in {Seoul}.",
        "talks held: Cho Tae-yul, Japan @ Seoul",
    ),
    (
        "a state's officials",
        "[Rafael Grossi] met Iranian officials in {Tehran} in <May 2024=2024-05>.",
        "talks held: Iran, Rafael Grossi @ Tehran # 2024-05",
    ),
    ("a state as party", "[Eritrea] held talks with [Sudan] in {Cairo}.", "talks held: Eritrea, Sudan @ Cairo"),
    (
        "a delegation stands for its state",
        "A Cuban delegation met [Nguyen Phu Trong] in {Hanoi}.",
        "talks held: Cuba, Nguyen Phu Trong @ Hanoi",
    ),
    (
        "led by",
        "A delegation led by [Wang Yi] held consultations with [Subrahmanyam Jaishankar] in {New Delhi}.",
        "talks held: Subrahmanyam Jaishankar, Wang Yi @ New Delhi",
    ),
    (
        "members of an organisation",
        "[Thomas Bach] met with coaches and members of the [International Olympic Committee] in {Tokyo}.",
        "talks held: International Olympic Committee, Thomas Bach @ Tokyo",
    ),
    (
        "the clause with the meeting has its own subject",
        "[Germany] offered aid, while [Emmanuel Macron] met [Kais Saied] in {Paris}.",
        "talks held: Emmanuel Macron, Kais Saied @ Paris",
    ),
    (
        "who-clause keeps the subject",
        "[Mark Rutte], who arrived on Monday, met [Andrej Babiš] in {Prague}.",
        "talks held: Andrej Babiš, Mark Rutte @ Prague",
    ),
    (
        "infinitive of purpose is another meeting of the visitor",
        "[Joko Widodo] flew to {Manila} on <Tuesday=2024-01-09> to meet [Ferdinand Marcos].",
        [
            "visit held: Joko Widodo, Philippines @ Manila # 2024-01-09",
            "talks held: Ferdinand Marcos, Joko Widodo @ Manila # 2024-01-09",
        ],
    ),
    (
        "a second verb shares the subject",
        "[Boris Johnson] visited {Kyiv} and met [Volodymyr Zelensky] on <9 April 2022=2022-04-09>.",
        [
            "visit held: Boris Johnson, Ukraine @ Kyiv # 2022-04-09",
            "talks held: Boris Johnson, Volodymyr Zelensky @ Kyiv # 2022-04-09",
        ],
    ),
    (
        "reporters are told, ministers met",
        "[Marise Payne] told [Reuters] that she had met [Vivian Balakrishnan].",
        "talks held: Marise Payne, Vivian Balakrishnan",
    ),
    (
        "perfect tense",
        "[Ursula von der Leyen] has met [Kaja Kallas] twice this year.",
        "talks held: Kaja Kallas, Ursula von der Leyen",
    ),
    (
        "meeting of ministers by state",
        "The foreign ministers of [Egypt], [Greece] and [Cyprus] met in {Nicosia} on <8 January 2020=2020-01-08>.",
        "talks held: Cyprus, Egypt, Greece @ Nicosia # 2020-01-08",
    ),
    (
        "had a working breakfast",
        "[Helmut Kohl] had a working lunch with [François Mitterrand] in {Bonn} on <3 May 1988=1988-05-03>.",
        "talks held: François Mitterrand, Helmut Kohl @ Bonn # 1988-05-03",
    ),
    (
        "had an audience",
        "[Giorgio Napolitano] had an audience with [Benedict XVI] in {Rome}.",
        "talks held: Benedict XVI, Giorgio Napolitano @ Rome",
    ),
    (
        "met again",
        "[Henry Kissinger] met again with [Le Duc Tho] in {Paris} on <23 May 1973=1973-05-23>.",
        "talks held: Henry Kissinger, Le Duc Tho @ Paris # 1973-05-23",
    ),
    (
        "met separately",
        "[Kofi Annan] met separately with [Glafcos Clerides] and [Rauf Denktaş] in {New York}.",
        ["talks held: Glafcos Clerides, Kofi Annan @ New York", "talks held: Kofi Annan, Rauf Denktaş @ New York"],
    ),
    (
        "present tense in a headline",
        "@headline: [Xi=Xi Jinping] meets [Malaysia]'s [Anwar=Anwar Ibrahim] in {Beijing}",
        "talks held: Anwar Ibrahim, Xi Jinping @ Beijing",
    ),
]

VISITS = [
    (
        "visited a state",
        "[Mauricio Macri] visited [Spain] in <February 2017=2017-02>.",
        "visit held: Mauricio Macri, Spain @ Spain # 2017-02",
    ),
    (
        "visited a capital: its state is the host",
        "[Sadyr Japarov] visited {Tashkent} on <2 October=2022-10-02>.",
        "visit held: Sadyr Japarov, Uzbekistan @ Tashkent # 2022-10-02",
    ),
    (
        "the capital as an actor",
        "[Cyril Ramaphosa] visited [Beijing=China] in <September 2024=2024-09>.",
        "visit held: China, Cyril Ramaphosa @ Beijing # 2024-09",
    ),
    (
        "paid a visit",
        "[Lech Wałęsa] paid an official visit to the [United Kingdom] on <23-26 April 1991=1991-04-23/1991-04-26>.",
        "visit held: Lech Wałęsa, United Kingdom @ United Kingdom # 1991-04-23/1991-04-26",
    ),
    (
        "will travel to",
        "Foreign Secretary [David Lammy] will travel to {New Delhi} on <Wednesday=2024-07-24>.",
        "visit planned: David Lammy, India @ New Delhi # 2024-07-24",
    ),
    (
        "arrived in",
        "[Nicolae Ceaușescu] arrived in {Beijing} on <1 June 1971=1971-06-01>.",
        "visit held: China, Nicolae Ceaușescu @ Beijing # 1971-06-01",
    ),
    (
        "arrive for a visit",
        "[Daniel Noboa] arrived in {Madrid} for a two-day visit.",
        "visit held: Daniel Noboa, Spain @ Madrid",
    ),
    (
        "on a trip to",
        "[Kamala Harris], on a trip to {Hanoi}, pledged vaccines.",
        "visit held: Kamala Harris, Vietnam @ Hanoi",
    ),
    (
        "tour of two states is two visits",
        "[Lai Ching-te] toured [Paraguay=Peru] in <2024=2024>.",
        "visit held: Lai Ching-te, Peru @ Peru # 2024",
    ),
    (
        "nominal with possessive",
        "[Faustin-Archange Touadéra]'s visit to {Moscow} in <May 2018=2018-05> raised eyebrows.",
        "visit held: Faustin-Archange Touadéra, Russia @ Moscow # 2018-05",
    ),
    (
        "nominal with by",
        "The visit to [Mongolia] by [Park Geun-hye] took place in <July 2016=2016-07>.",
        "visit held: Mongolia, Park Geun-hye @ Mongolia # 2016-07",
    ),
    (
        "during his visit",
        "[Andrzej Duda] spoke of energy during his visit to [Qatar].",
        "visit held: Andrzej Duda, Qatar @ Qatar",
    ),
    (
        "visit of the state visit kind",
        "The state visit of Emperor [Akihito] to the [Netherlands] began on <23 May 2000=2000-05-23>.",
        "visit held: Akihito, Netherlands @ Netherlands # 2000-05-23",
    ),
    (
        "one clause, two meetings",
        "[Vivian Balakrishnan] will visit [Vietnam] on <Monday=2024-07-15> for talks with [Bui Thanh Son].",
        [
            "visit planned: Vietnam, Vivian Balakrishnan @ Vietnam # 2024-07-15",
            "talks planned: Bui Thanh Son, Vivian Balakrishnan @ Vietnam # 2024-07-15",
        ],
    ),
    (
        "a visit by a state's leader without name",
        "The Angolan president is to visit {Lisbon} <next week=2025-03-10/2025-03-16>.",
        "visit planned: Angola, Portugal @ Lisbon # 2025-03-10/2025-03-16",
    ),
    (
        "return visit",
        "[Fidel Castro] made a return visit to [Chile] in <1996=1996>.",
        "visit held: Chile, Fidel Castro @ Chile # 1996",
    ),
    (
        "maiden trip",
        "[Javier Milei] made his first foreign trip to [Israel] in <February=2024-02>.",
        "visit held: Israel, Javier Milei @ Israel # 2024-02",
    ),
    (
        "in town",
        "[Pham Minh Chinh] is in {Brussels} on an official visit.",
        "visit held: Belgium, Pham Minh Chinh @ Brussels",
    ),
    (
        "his visit from earlier sentence",
        "[Volodymyr Zelensky] spoke to students in {Buenos Aires}. || His visit to [Argentina] ends on <Monday=2023-12-11>.",
        "visit held: Argentina, Volodymyr Zelensky @ Argentina # 2023-12-11",
    ),
    (
        "at the invitation of",
        "At the invitation of King [Felipe VI], President [Gustavo Petro] paid a state visit to [Spain] in <May 2023=2023-05>.",
        "visit held: Gustavo Petro, Spain @ Spain # 2023-05",
    ),
    (
        "travelled, no verb of visiting",
        "[Robert Gates] travelled to {Baghdad} in <December 2006=2006-12>.",
        "visit held: Iraq, Robert Gates @ Baghdad # 2006-12",
    ),
    (
        "flew to",
        "[Olusegun Obasanjo] flew to {Accra} on <Saturday=2005-02-26>.",
        "visit held: Ghana, Olusegun Obasanjo @ Accra # 2005-02-26",
    ),
    (
        "becoming visitor",
        "[Luis Arce] became the first Bolivian president to visit [Vietnam].",
        "visit held: Luis Arce, Vietnam @ Vietnam",
    ),
    (
        "visitor's state only",
        "[Japan]'s foreign minister will visit [India] in <August=2024-08>.",
        "visit planned: India, Japan @ India # 2024-08",
    ),
    (
        "visiting as adjective",
        "[Ranil Wickremesinghe] held talks with visiting Maldivian President [Mohamed Muizzu] on <Monday=2024-01-08>.",
        "talks held: Mohamed Muizzu, Ranil Wickremesinghe # 2024-01-08",
    ),
    (
        "a visit within a city of one's own",
        "[Vladimir Putin] visited the Martial Arts Centre in {Kazan} on <4 February=2020-02-04>.",
        "visit held: Vladimir Putin @ Kazan # 2020-02-04",
    ),
]

NOMINAL = [
    (
        "talks between",
        "Talks between [Serbia] and [Kosovo] resumed in {Brussels} on <Thursday=2023-09-14>.",
        "talks held: Kosovo, Serbia @ Brussels # 2023-09-14",
    ),
    (
        "meeting between persons",
        "A meeting between [Nikol Pashinyan] and [Ilham Aliyev] took place in {Prague} on <6 October 2022=2022-10-06>.",
        "talks held: Ilham Aliyev, Nikol Pashinyan @ Prague # 2022-10-06",
    ),
    (
        "after a meeting with",
        "After a meeting with [Claudia Sheinbaum], [Mark Carney] praised the trade pact.",
        "talks held: Claudia Sheinbaum, Mark Carney",
    ),
    (
        "possessive meeting",
        "[Kim Jong Un]'s meeting with [Moon Jae-in] in <April 2018=2018-04> changed the mood.",
        "talks held: Kim Jong Un, Moon Jae-in # 2018-04",
    ),
    (
        "X-Y talks",
        "The [Greece]-[Turkey] talks will reopen in {Athens} on <25 January=2021-01-25>.",
        "talks planned: Greece, Turkey @ Athens # 2021-01-25",
    ),
    (
        "X-Y summit with surnames",
        "@headline: [Biden=Joe Biden]-[Kishida=Fumio Kishida] Summit Yields Pact",
        "summit held: Fumio Kishida, Joe Biden",
    ),
    (
        "demonyms in a pair",
        "Franco-German consultations were held in {Munich} on <9 October 2023=2023-10-09>.",
        "talks held: France, Germany @ Munich # 2023-10-09",
    ),
    (
        "demonym pair with dash",
        "Indian-Pakistani talks opened in {Tashkent} on <4 January 1966=1966-01-04>.",
        "talks held: India, Pakistan @ Tashkent # 1966-01-04",
    ),
    (
        "summit of an organisation",
        "The [ASEAN] summit will be held in {Kuala Lumpur} in <May 2025=2025-05>.",
        "summit planned: ASEAN @ Kuala Lumpur # 2025-05",
    ),
    (
        "summit by its organisation after it",
        "Leaders arrived for the summit of the [African Union] in {Addis Ababa} on <17 February=2024-02-17>.",
        "summit held: African Union @ Addis Ababa # 2024-02-17",
    ),
    (
        "a G20 summit is one meeting, not a hundred and ninety pairs",
        "The [G20] summit in {Rome} on <30 October 2021=2021-10-30> was attended by [Mario Draghi], [Narendra Modi] and [Joe Biden].",
        "summit held: G20 @ Rome # 2021-10-30",
    ),
    (
        "on the sidelines",
        "[Nguyen Xuan Phuc] met [Yoon Suk Yeol] on the sidelines of the [APEC] summit in {Bangkok}.",
        ["talks held: Nguyen Xuan Phuc, Yoon Suk Yeol @ Bangkok", "summit held: APEC @ Bangkok"],
    ),
    (
        "ministerial",
        "The [Gulf Cooperation Council] ministerial meeting opened in {Riyadh} on <3 March=2022-03-03>.",
        "ministerial held: Gulf Cooperation Council @ Riyadh # 2022-03-03",
    ),
    (
        "round of negotiations",
        "The eighth round of negotiations between [Mercosur] and the [European Union] ended in {Montevideo} on <16 June=2017-06-16>.",
        "talks held: European Union, Mercosur @ Montevideo # 2017-06-16",
    ),
    (
        "bilateral",
        "A bilateral between [Jacinda Ardern] and [Scott Morrison] was held in {Canberra}.",
        "talks held: Jacinda Ardern, Scott Morrison @ Canberra",
    ),
    (
        "strategic dialogue",
        "The second [Japan]-[Saudi Arabia] strategic dialogue took place in {Tokyo} on <7 September=2023-09-07>.",
        "talks held: Japan, Saudi Arabia @ Tokyo # 2023-09-07",
    ),
    (
        "conference in a place",
        "The Asian-African conference in {Bandung} in <April 1955=1955-04> gave the movement its name.",
        "other held:  @ Bandung # 1955-04",
    ),
    (
        "a session of a body",
        "The 42nd session of the [UN General Assembly] opened in {New York} on <15 September 1987=1987-09-15>.",
        "other held: UN General Assembly @ New York # 1987-09-15",
    ),
    (
        "ahead of a summit",
        "Ahead of the [NATO] summit in {Madrid} on <28 June=2022-06-28>, [Sweden] dropped its objections.",
        "summit planned: NATO @ Madrid # 2022-06-28",
    ),
    (
        "following talks",
        "Following talks with [Svenja Schulze] in {Nairobi}, [William Ruto] signed the bill.",
        "talks held: Svenja Schulze, William Ruto @ Nairobi",
    ),
    (
        "at a meeting with",
        "[Emomali Rahmon] spoke of water at a meeting with [Ebrahim Raisi] in {Tehran}.",
        "talks held: Ebrahim Raisi, Emomali Rahmon @ Tehran",
    ),
    (
        "participants of a forum",
        "[Denis Sassou Nguesso] attended the [Commonwealth] summit in {Kigali}.",
        "summit held: Commonwealth @ Kigali",
    ),
    (
        "six-party talks by their parties",
        "Talks among [China], [Japan], [South Korea] and the [United States] were held in <2003=2003>.",
        "talks held: China, Japan, South Korea, United States # 2003",
    ),
    (
        "headline without verb",
        "@headline: [Lavrov=Sergey Lavrov] in [Turkey] for talks with [Fidan=Hakan Fidan]",
        ["visit held: Sergey Lavrov, Turkey @ Turkey", "talks held: Hakan Fidan, Sergey Lavrov @ Turkey"],
    ),
    (
        "headline, name-name meeting",
        "@headline: [Modi=Narendra Modi]-[Trudeau=Justin Trudeau] Meeting in {New Delhi}",
        "talks held: Justin Trudeau, Narendra Modi @ New Delhi",
    ),
    (
        "headline with a heading's noun first",
        "@headline: Meeting with President of [Turkmenistan=Tajikistan] [Serdar Berdimuhamedov]",
        "talks held: Serdar Berdimuhamedov",
    ),
    (
        "heading with press conference",
        "@headline: Press Conference with [Petr Pavel] and [Zuzana Čaputová]",
        "press held: Petr Pavel, Zuzana Čaputová",
    ),
    (
        "of-construction",
        "The meeting of [Leonid Brezhnev] and [Gerald Ford] in {Helsinki} lasted two hours.",
        "talks held: Gerald Ford, Leonid Brezhnev @ Helsinki",
    ),
    (
        "contacts",
        "Contacts between [Oslo=Norway] and [Havana=Cuba] continued in <March 2013=2013-03>.",
        "talks held: Cuba, Norway # 2013-03",
    ),
    (
        "delegation talks",
        "Delegation-level talks between [India] and [Oman=Iraq] were held on <Saturday=2023-12-16>.",
        "talks held: India, Iraq # 2023-12-16",
    ),
    (
        "trilateral summit",
        "A trilateral summit of [Egypt], [Ethiopia] and [Sudan] was held in {Cairo}.",
        "summit held: Egypt, Ethiopia, Sudan @ Cairo",
    ),
]

CALLS = [
    (
        "by phone",
        "[Keir Starmer] spoke by phone with [Micheál Martin] on <Sunday=2024-07-07>.",
        "call held: Keir Starmer, Micheál Martin # 2024-07-07",
    ),
    (
        "telephone conversation",
        "[Vladimir Putin] had a telephone conversation with President of [Uzbekistan] [Islam Karimov].",
        "call held: Islam Karimov, Vladimir Putin",
    ),
    (
        "phone call between",
        "A phone call between [Viktor Orbán] and [Recep Tayyip Erdoğan] took place on <3 May=2024-05-03>.",
        "call held: Recep Tayyip Erdoğan, Viktor Orbán # 2024-05-03",
    ),
    (
        "video call",
        "[Xi Jinping] held a video call with [Angela Merkel] on <7 April 2021=2021-04-07>.",
        "call held: Angela Merkel, Xi Jinping # 2021-04-07",
    ),
    (
        "spoke on the phone",
        "[Naftali Bennett] spoke on the phone to [Mohammed bin Zayed] on <Friday=2021-08-20>.",
        "call held: Mohammed bin Zayed, Naftali Bennett # 2021-08-20",
    ),
    (
        "telephoned",
        "[Margaret Thatcher] telephoned [Ronald Reagan] on <26 October 1983=1983-10-26>.",
        "call held: Margaret Thatcher, Ronald Reagan # 1983-10-26",
    ),
    (
        "call with",
        "In a call with [Dmytro Kuleba], [Catherine Colonna] promised generators.",
        "call held: Catherine Colonna, Dmytro Kuleba",
    ),
    (
        "on the initiative of",
        "[Vladimir Putin] spoke by telephone with President of [Finland] [Sauli Niinistö] at the Finnish side's initiative.",
        "call held: Sauli Niinistö, Vladimir Putin",
    ),
    (
        "heading",
        "@headline: Telephone conversation with Prime Minister of [India] [Narendra Modi]",
        "call held: Narendra Modi",
    ),
    (
        "videoconference",
        "[Justin Trudeau] had a long conversation, via videoconference, with President of [France] [Emmanuel Macron].",
        "call held: Emmanuel Macron, Justin Trudeau",
    ),
    (
        "discussed by phone",
        "[Faisal bin Farhan] discussed the truce with [Hossein Amir-Abdollahian] in a telephone call.",
        "call held: Faisal bin Farhan, Hossein Amir-Abdollahian",
    ),
    (
        "will call",
        "[Joe Biden] will speak with [Luiz Inácio Lula da Silva] by phone on <Monday=2023-01-09>.",
        "call planned: Joe Biden, Luiz Inácio Lula da Silva # 2023-01-09",
    ),
]

OTHERS = [
    (
        "press conference",
        "[Jean-Noël Barrot] told a press conference in {Beirut} on <Tuesday=2024-11-05> that a truce was near.",
        "press held: Jean-Noël Barrot @ Beirut # 2024-11-05",
    ),
    (
        "joint press conference",
        "At a joint press conference with [Evika Siliņa], [Boris Pistorius] announced a brigade.",
        "press held: Boris Pistorius, Evika Siliņa",
    ),
    (
        "address to a body",
        "[Nelson Mandela] addressed the [UN General Assembly] on <3 October 1994=1994-10-03>.",
        "speech held: Nelson Mandela, UN General Assembly # 1994-10-03",
    ),
    (
        "speech to a parliament",
        "In a speech to the [Bundestag], [Isaac Herzog] called for unity.",
        "speech held: Bundestag, Isaac Herzog",
    ),
    (
        "speech at a place",
        "[Winston Churchill] gave a speech in {Strasbourg} in <August 1949=1949-08>.",
        "speech held: Winston Churchill @ Strasbourg # 1949-08",
    ),
    (
        "speaking before",
        "Speaking before the [European Parliament] on <Tuesday=2018-04-17>, [Emmanuel Macron] urged reform.",
        "speech held: Emmanuel Macron, European Parliament # 2018-04-17",
    ),
    (
        "signed an agreement",
        "[Peru] and [Ecuador] signed a peace treaty in {Brasília} on <26 October 1998=1998-10-26>.",
        "signing held: Ecuador, Peru @ Brasília # 1998-10-26",
    ),
    (
        "signed with",
        "[Rwanda] signed a migration agreement with [Denmark] on <Friday=2022-09-09>.",
        "signing held: Denmark, Rwanda # 2022-09-09",
    ),
    (
        "signing ceremony",
        "The signing ceremony of the accord between [Sudan] and [South Sudan] took place in {Addis Ababa}.",
        "signing held: South Sudan, Sudan @ Addis Ababa",
    ),
    (
        "memorandum signed by",
        "A memorandum of understanding was signed by [Thailand] and [Laos] in {Bangkok}.",
        "signing held: Laos, Thailand @ Bangkok",
    ),
    (
        "session of the Security Council",
        "The [UN Security Council] met on <Wednesday=2023-10-18> to discuss Gaza.",
        "other held: UN Security Council # 2023-10-18",
    ),
    (
        "chaired",
        "[Nana Akufo-Addo] chaired a meeting of the [ECOWAS] heads of state in {Accra} on <12 September=2020-09-12>.",
        "summit held: ECOWAS @ Accra # 2020-09-12",
    ),
    (
        "conference addressed",
        "Addressing the Munich Security Conference on <18 February=2023-02-18>, [Kaja Kallas] urged patience.",
        "speech held: Kaja Kallas # 2023-02-18",
    ),
]

VOICES = [
    (
        "we in a statement is its voice",
        "@statement/Sergio Massa: We held talks with [Kristalina Georgieva] in {Washington} on <Friday=2023-07-28>.",
        "talks held: Kristalina Georgieva, Sergio Massa @ Washington # 2023-07-28",
    ),
    (
        "I in an answer is its voice",
        "@answer/Marise Payne: I met [Retno Marsudi] in {Bali} <last week=2022-07-04/2022-07-10>.",
        "talks held: Marise Payne, Retno Marsudi @ Bali # 2022-07-04/2022-07-10",
    ),
    (
        "my counterpart",
        "@answer/Hayashi Yoshimasa: I will visit {Manila} in <May=2023-05>.",
        "visit planned: Hayashi Yoshimasa, Philippines @ Manila # 2023-05",
    ),
]

ELSEWHERE = [
    (
        "place before the clause",
        "In {Doha}, [Abdullah Abdullah] met [Taliban] negotiators on <12 September=2020-09-12>.",
        "talks held: Abdullah Abdullah, Taliban @ Doha # 2020-09-12",
    ),
    (
        "date before the clause",
        "On <1 June 1990=1990-06-01> [Mikhail Gorbachev] met [George Bush] in {Washington}.",
        "talks held: George Bush, Mikhail Gorbachev @ Washington # 1990-06-01",
    ),
    (
        "the date of another clause is not taken before one's own",
        "[Moon Jae-in] was elected on <9 May=2017-05-09>; he met [Donald Trump] on <30 June=2017-06-30>.",
        "talks held: Donald Trump, Moon Jae-in # 2017-06-30",
    ),
    (
        "place and date from the visit before it",
        "[Rumen Radev] visited {Baku} on <Monday=2023-10-02>. || He met [Ilham Aliyev].",
        [
            "visit held: Azerbaijan, Rumen Radev @ Baku # 2023-10-02",
            "talks held: Ilham Aliyev, Rumen Radev @ Baku # 2023-10-02",
        ],
    ),
    (
        "the talks are carried from the same meeting",
        "[Rumen Radev] will meet [Ilham Aliyev] in {Baku} on <Monday=2023-10-02>. || At the meeting with [Ilham Aliyev], gas will come first.",
        [
            "talks planned: Ilham Aliyev, Rumen Radev @ Baku # 2023-10-02",
            "talks planned: Ilham Aliyev, Rumen Radev @ Baku # 2023-10-02",
        ],
    ),
]

NOT_MEETINGS = [
    ("summoning is a protest", "[Poland] summoned the Russian ambassador on <Monday=2024-03-25>."),
    (
        "summoned to the ministry for talks of protest",
        "[Ann Linde] summoned [China]'s ambassador to the Foreign Ministry.",
    ),
    ("meet a target", "[Spain] will meet its [NATO] spending target by <2029=2029>."),
    ("meet needs", "[Kenya] cannot meet the needs of refugees from [Somalia]."),
    ("meet a deadline", "[Greece] met the deadline set by the [IMF] on <Tuesday=2015-06-30>."),
    ("meet a criterion", "[Bulgaria] has met all criteria of the [European Union]."),
    ("meet with resistance", "The plan of [Emmanuel Macron] met with resistance in [Poland]."),
    ("talks about as a verb", "[Jaroslaw Kaczyński] talks about [Germany] in every interview."),
    ("visit our website", "Visit our website for more on [Brazil] and [Peru]."),
    ("hold a view", "[Sweden] holds the view that [Hungary] must ratify."),
    ("address an issue", "[India] and [Nepal] should address the issue of borders."),
    ("sign of", "[Tokyo=Japan] saw it as a sign of [Russia]'s weakness."),
    ("host of", "[Iran] faces a host of sanctions from the [United States]."),
    ("call for", "[Norway] called for restraint from [Israel]."),
    ("call on", "[Qatar] called on [Hamas] to release the captives."),
    ("received a letter", "[Cyril Ramaphosa] received a letter from [Joe Biden]."),
    ("received aid", "[Moldova] received aid from [Romania] in <2022=2022>."),
    ("conference room", "The conference room of the [World Bank] was empty."),
    ("so-called", "[Belarus] rejected the so-called report of the [OSCE]."),
    ("welcome as approval", "[Chile] welcomed the decision of [Bolivia] to withdraw."),
    ("welcomed a statement", "[Ukraine] welcomed [Poland]'s statement on grain."),
    ("plain back-reference", "[Serbia] and [Kosovo] disagree. || The talks were difficult."),
    ("habit in the plural", "Such meetings rarely change anything in [Libya]."),
    ("contact as a noun of knowledge", "[Italy] has useful contacts in the energy business."),
    ("tour of duty", "[John Allen] finished his tour of duty."),
    ("round of sanctions", "[Canada] announced a new round of sanctions against [Belarus]."),
    ("signed a decree", "[Kassym-Jomart Tokayev] signed a decree on pensions."),
    ("session as a time", "Shares in [Shell] fell in the last session."),
    (
        "sent greetings",
        "[Vladimir Putin] sent greetings to President of [Kyrgyzstan=Kazakhstan] [Sooronbay Jeenbekov].",
    ),
    ("condolences", "[Vladimir Putin] expressed his condolences to [Moshe Katsav]."),
    ("host as broadcaster", "[Stephen Colbert], host of a late show, mocked [Donald Trump]."),
    ("high-level dialogue in general", "[Portugal] believes in dialogue between civilisations."),
    ("negotiations in general", "[Ireland] has always supported negotiations and dialogue."),
    ("conference of facts", "[Cyprus] spoke of the spirit of dialogue and cooperation among peoples."),
    ("welcome to join", "[Rwanda] is welcome to join."),
    ("toured as a band", "The orchestra of [Austria] toured widely."),
    ("met as past of fulfilment in the passive", "The conditions were met by [Slovakia]."),
    ("address as location", "The address of the [Egypt] mission has changed."),
    ("reception of a law", "[Estonia] signed the law on Thursday."),
    ("reporters are how a source is given", "[Péter Szijjártó] told reporters that [Hungary] would abstain."),
    ("arrive at", "[Peru] and [Chile] arrived at the same conclusion."),
]


WIDER = [
    (
        "called on somebody",
        "[Keizo Obuchi] called on [Suharto] in {Jakarta} on <3 May=1999-05-03>.",
        "talks held: Keizo Obuchi, Suharto @ Jakarta # 1999-05-03",
    ),
    ("called on somebody to act", "[Keizo Obuchi] called on [Suharto] to resign.", []),
    (
        "saw somebody somewhere",
        "[Susan Rice] saw [Yossi Cohen] in {Munich} <last month=2015-02>.",
        "talks held: Susan Rice, Yossi Cohen @ Munich # 2015-02",
    ),
    ("saw somebody as", "[Susan Rice] saw [Yossi Cohen] as a rival.", []),
    (
        "will see again",
        "[Susan Rice] will see [Yossi Cohen] again before the deadline.",
        "talks planned: Susan Rice, Yossi Cohen",
    ),
    (
        "gathered",
        "The leaders of [Kenya] and [Uganda] gathered in {Kigali} on <7 December=2023-12-07>.",
        "talks held: Kenya, Uganda @ Kigali # 2023-12-07",
    ),
    (
        "closeted with",
        "[Andrei Gromyko] was closeted for two hours with [Cyrus Vance] in {Geneva}.",
        "talks held: Andrei Gromyko, Cyrus Vance @ Geneva",
    ),
    (
        "closeted together",
        "[Andrei Gromyko] and [Cyrus Vance] had been closeted together in {Geneva}.",
        "talks held: Andrei Gromyko, Cyrus Vance @ Geneva",
    ),
    (
        "conferred for hours with",
        "[Richard Nixon] conferred for five hours with [Nguyen Van Thieu].",
        "talks held: Nguyen Van Thieu, Richard Nixon",
    ),
    (
        "dined with",
        "[Jacques Chirac], who dined with [Hu Jintao] on <Saturday=2003-05-31>, agreed.",
        "talks held: Hu Jintao, Jacques Chirac # 2003-05-31",
    ),
    (
        "was in a place for a purpose",
        "[Carl Bildt] was in {Ankara} <on Monday=2010-10-11> for talks with [Ahmet Davutoglu].",
        [
            "visit held: Carl Bildt, Turkey @ Ankara # 2010-10-11",
            "talks held: Ahmet Davutoglu, Carl Bildt @ Ankara # 2010-10-11",
        ],
    ),
    ("is in a difficulty", "[Carl Bildt] is in {Ankara} a household name.", []),
    (
        "is due in",
        "[Carl Bildt] is due in {Ankara} on <Monday=2010-10-11>.",
        "visit planned: Carl Bildt, Turkey @ Ankara # 2010-10-11",
    ),
    (
        "told a parliament",
        "[Emmanuel Macron] told the [European Parliament] on <Tuesday=2018-04-17> that Europe must act.",
        "speech held: Emmanuel Macron, European Parliament # 2018-04-17",
    ),
    ("told a medium", "[Emmanuel Macron] told [Reuters] on <Tuesday=2018-04-17> that Europe must act.", []),
    (
        "invited to a place",
        "[Deng Xiaoping] invited [Margaret Thatcher] to {Beijing}.",
        "visit proposed: China, Margaret Thatcher @ Beijing",
    ),
    (
        "had been invited to a place",
        "[Franz Josef Strauss] had been invited once more to {Beijing}.",
        "visit proposed: China, Franz Josef Strauss @ Beijing",
    ),
    (
        "left on a day for a place",
        "[Uhuru Kenyatta] left on <Saturday=2016-07-16> for {Kigali}.",
        "visit held: Rwanda, Uhuru Kenyatta @ Kigali # 2016-07-16",
    ),
    ("left office", "[Uhuru Kenyatta] left on <Saturday=2016-07-16> for good.", []),
    (
        "rang",
        "[Shavkat Mirziyoyev] rang [Sadyr Japarov] on <Monday=2023-06-05>.",
        "call held: Sadyr Japarov, Shavkat Mirziyoyev # 2023-06-05",
    ),
    (
        "received a call from",
        "[King Salman] received a phone call, on <Monday=2021-04-12>, from [Tamim bin Hamad].",
        "call held: King Salman, Tamim bin Hamad # 2021-04-12",
    ),
    (
        "spoke with, without a telephone",
        "[Antony Blinken] spoke this morning with [Hakan Fidan].",
        "call held: Antony Blinken, Hakan Fidan",
    ),
    ("spoke to a medium", "[Antony Blinken] spoke to [Reuters] on <Monday=2023-06-05>.", []),
    (
        "two calls in one sentence",
        "[Antony Blinken] spoke by phone with [Hakan Fidan] and, separately, with [Nikos Dendias].",
        ["call held: Antony Blinken, Hakan Fidan", "call held: Antony Blinken, Nikos Dendias"],
    ),
    (
        "play host to",
        "[Recep Tayyip Erdogan] will play host to [Ilham Aliyev] in {Istanbul}.",
        "talks planned: Ilham Aliyev, Recep Tayyip Erdogan @ Istanbul",
    ),
    (
        "a swing through two states is one journey",
        "[Fumio Kishida] made a swing through [Ghana] and [Kenya] in <May 2023=2023-05>.",
        "visit held: Fumio Kishida, Ghana, Kenya # 2023-05",
    ),
    (
        "one who goes home visits nobody",
        "French President [Emmanuel Macron] returned to {Paris} on <Monday=2023-07-03>.",
        [],
    ),
    (
        "returned from abroad",
        "[Emmanuel Macron] returned from {Beijing} on <Monday=2023-04-10>.",
        "visit held: China, Emmanuel Macron @ Beijing # 2023-04-10",
    ),
    (
        "a memorandum between two was signed",
        "A memorandum of understanding between [Shell] and the [World Bank] was likewise signed.",
        "signing held: Shell, World Bank",
    ),
    (
        "joined for a meeting",
        "[Uhuru Kenyatta] will join the [African Union] for a meeting in {Kigali}.",
        "talks planned: African Union, Uhuru Kenyatta @ Kigali",
    ),
    (
        "what joins peoples is no meeting",
        "[Chile] spoke for discussions and for trust between the people of [Peru] and [Bolivia].",
        [],
    ),
    (
        "an aside between two parties",
        "A call between [Mohammed bin Salman], next in line to the throne, and [Tamim bin Hamad] ended the row.",
        "call held: Mohammed bin Salman, Tamim bin Hamad",
    ),
    (
        "where points at the place before it",
        "[Franz Josef Strauss] flew to {Beijing}, where he was received by [Mao Zedong] in <January 1975=1975-01>.",
        [
            "visit held: China, Franz Josef Strauss @ Beijing # 1975-01",
            "talks held: Franz Josef Strauss, Mao Zedong @ Beijing # 1975-01",
        ],
    ),
    (
        "a prize in a year does not date the meeting",
        "[Paul Kagame] met [Ban Ki-moon], who won the prize in <2008=2008>.",
        "talks held: Ban Ki-moon, Paul Kagame",
    ),
    (
        "what was said on a day was not done that day",
        "[Janet Yellen] said on <Monday=2024-04-08> she had met [Li Qiang].",
        "talks held: Janet Yellen, Li Qiang",
    ),
    (
        "days counted back from the last",
        "[Sergey Lavrov] completed a two-day visit to {Beijing} on <Tuesday=2024-04-09>.",
        "visit held: China, Sergey Lavrov @ Beijing # 2024-04-08/2024-04-09",
    ),
    (
        "days counted on from the first",
        "[Sergey Lavrov] arrived in {Beijing} on <Monday=2024-04-08> for a two-day visit.",
        "visit held: China, Sergey Lavrov @ Beijing # 2024-04-08/2024-04-09",
    ),
    (
        "yesterday and today",
        "@statement/Sergey Lavrov: <Yesterday=2024-04-08> and <today=2024-04-09>, we held talks with [Wang Yi] in {Beijing}.",
        "talks held: Sergey Lavrov, Wang Yi @ Beijing # 2024-04-08/2024-04-09",
    ),
    (
        "a headline in title case",
        "@headline: [Modi=Narendra Modi] Likely To Meet With [Putin=Vladimir Putin] In {Sochi}",
        "talks expected: Narendra Modi, Vladimir Putin @ Sochi",
    ),
    (
        "a headline in capitals",
        "@headline: [NIXON=Richard Nixon] TO VISIT [ROMANIA=Romania] <THIS WEEK=1969-07-28/1969-08-03>",
        "visit planned: Richard Nixon, Romania @ Romania # 1969-07-28/1969-08-03",
    ),
    (
        "a shared office behind two adjectives",
        "[Wang Yi] met his South Korean and Japanese counterparts in {Seoul}.",
        "talks held: Japan, South Korea, Wang Yi @ Seoul",
    ),
]


def check(marked: str, expected: str | list[str]) -> None:
    rows = [told(row) for row in read(marked)]
    assert rows == ([expected] if isinstance(expected, str) else expected)


def table(rows):
    return pytest.mark.parametrize(("marked", "expected"), [pytest.param(m, e, id=w) for w, m, e in rows])


@table(ACTIVE)
def test_verbs(marked, expected):
    check(marked, expected)


@table(VISITS)
def test_visits(marked, expected):
    check(marked, expected)


@table(NOMINAL)
def test_nouns(marked, expected):
    check(marked, expected)


@table(CALLS)
def test_calls(marked, expected):
    check(marked, expected)


@table(OTHERS)
def test_press_speeches_signings_sessions(marked, expected):
    check(marked, expected)


@table(VOICES)
def test_first_person_is_the_voice(marked, expected):
    check(marked, expected)


@table(ELSEWHERE)
def test_place_and_date_from_around(marked, expected):
    check(marked, expected)


@table(WIDER)
def test_wider_words(marked, expected):
    check(marked, expected)


@pytest.mark.parametrize("marked", [pytest.param(m, id=w) for w, m in NOT_MEETINGS])
def test_no_meeting(marked):
    assert read(marked) == []
