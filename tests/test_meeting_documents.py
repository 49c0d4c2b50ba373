"""Meetings in whole short documents: carried dates, places and participants; nothing told twice."""

from __future__ import annotations

import pytest

from tests.test_meetings import read, told

WIRE_2019 = """
@headline: [Abiy=Abiy Ahmed], [Isaias=Isaias Afwerki] to hold talks in {Asmara} next week
{NAIROBI=Nairobi}, <March 1=2019-03-01> ([Reuters]) - [Ethiopia]'s Prime Minister [Abiy Ahmed] will travel to {Asmara} on <Sunday=2019-03-03> for talks with Eritrean President [Isaias Afwerki], his office said on <Friday=2019-03-01>.
The two leaders are expected to discuss the border. || [Abiy=Abiy Ahmed] last visited [Eritrea] in <July 2018=2018-07>, when he and [Isaias=Isaias Afwerki] signed a declaration of peace.
South Sudanese President [Salva Kiir] will join them on <Monday=2019-03-04>, according to officials in {Juba}.
"""
WIRE_2019_ROWS = [
    "talks planned: Abiy Ahmed, Isaias Afwerki @ Asmara # 2019-03-03",
    "visit planned: Abiy Ahmed, Eritrea @ Asmara # 2019-03-03",
    "talks planned: Abiy Ahmed, Isaias Afwerki @ Asmara # 2019-03-03",
    "visit held: Abiy Ahmed, Eritrea @ Eritrea # 2018-07",
    "signing held: Abiy Ahmed, Isaias Afwerki @ Eritrea # 2018-07",
]

READOUT_2022 = """
@headline: Readout of Secretary [Austin=Lloyd Austin]'s meeting with [Romania]'s Minister of National Defence [Vasile Dîncu]
Secretary of Defense [Lloyd Austin] hosted Romanian Minister of National Defence [Vasile Dîncu] at the Pentagon on <May 31, 2022=2022-05-31>.
The two leaders discussed the [NATO] summit to be held in {Madrid} in <June=2022-06>. || They agreed to stay in close contact.
"""
READOUT_2022_ROWS = [
    "talks held: Lloyd Austin, Vasile Dîncu # 2022-05-31",
    "talks held: Lloyd Austin, Vasile Dîncu @ Washington # 2022-05-31",
    "summit planned: NATO @ Madrid # 2022-06",
]

WIRE_1978 = """
@headline: [Sadat=Anwar Sadat] and [Begin=Menachem Begin] end [Camp David=Camp David] talks
[Anwar Sadat] and [Menachem Begin] ended twelve days of talks with President [Jimmy Carter] at {Camp David} on <17 September 1978=1978-09-17>.
[Begin=Menachem Begin] will address the [Knesset] <next week=1978-09-25/1978-10-01>. || A peace treaty is to be signed within three months.
"""
WIRE_1978_ROWS = [
    "talks held: Anwar Sadat, Menachem Begin @ Camp David # 1978-09-06/1978-09-17",
    "talks held: Anwar Sadat, Jimmy Carter, Menachem Begin @ Camp David # 1978-09-06/1978-09-17",
    "speech planned: Knesset, Menachem Begin @ Jerusalem # 1978-09-25/1978-10-01",
    "signing planned: Anwar Sadat, Menachem Begin",
]

TRANSCRIPT = """
@headline: Foreign Minister [Hayashi=Yoshimasa Hayashi] meets the press
@question/journalist: You are going to [India] <next week=2023-07-24/2023-07-30>. || Will you meet Prime Minister [Modi=Narendra Modi]?
@answer/Yoshimasa Hayashi: I will visit {New Delhi} from <27 to 28 July=2023-07-27/2023-07-28>. || I will hold a strategic dialogue with Minister [Jaishankar=Subrahmanyam Jaishankar]. || Last month I met him in {Jakarta}.
"""
TRANSCRIPT_ROWS = [
    "press held: Yoshimasa Hayashi # 2023-07-18",
    "visit planned: India, Yoshimasa Hayashi @ India # 2023-07-27/2023-07-28",
    "talks expected: Narendra Modi, Yoshimasa Hayashi @ New Delhi # 2023-07-24/2023-07-30",
    "visit planned: India, Yoshimasa Hayashi @ New Delhi # 2023-07-27/2023-07-28",
    "talks planned: Subrahmanyam Jaishankar, Yoshimasa Hayashi @ New Delhi # 2023-07-27/2023-07-28",
    "talks held: Subrahmanyam Jaishankar, Yoshimasa Hayashi @ Jakarta",
]

PRESIDENCY = """
@headline: Telephone conversation with President of [Kazakhstan] [Kassym-Jomart Tokayev]
[Vladimir Putin] had a telephone conversation with President of the [Republic of Kazakhstan=Kazakhstan] [Kassym-Jomart Tokayev] at the Kazakhstani side's initiative.
The two presidents congratulated each other on the anniversary of diplomatic relations. || The President of [Russia] confirmed his invitation to [Kassym-Jomart Tokayev] to visit [Russia].
"""
PRESIDENCY_ROWS = [
    "call held: Kassym-Jomart Tokayev, Vladimir Putin",
    "call held: Kassym-Jomart Tokayev, Vladimir Putin",
    "visit proposed: Kassym-Jomart Tokayev, Russia @ Russia",
]

ANALYSIS = """
@headline: What [Hanoi=Vietnam] wants from two summits
[Vietnam] rarely hosts two presidents in a season. || [Joe Biden] came to {Hanoi} in <September 2023=2023-09>; [Xi Jinping] followed on <12 December=2023-12-12>, when he held talks with [Nguyen Phu Trong].
Neither summit met the expectations of investors. || A visit by [Vladimir Putin] is expected <in the spring=2024-21>, but no date has been announced.
"""
ANALYSIS_ROWS = [
    "visit held: Joe Biden, Vietnam @ Hanoi # 2023-09",
    "talks held: Nguyen Phu Trong, Xi Jinping # 2023-12-12",
    "visit expected: Vladimir Putin # 2024-21",
]

CANCELLED = """
@headline: [Peña Nieto=Enrique Peña Nieto] scraps {Washington} trip
[Mexico]'s president on <Thursday=2017-01-26> cancelled a meeting with US President [Donald Trump] that had been planned for <Tuesday=2017-01-31>.
"I have informed the [White House=United States] that I will not attend the working meeting," [Enrique Peña Nieto] wrote. || The two men spoke by phone on <Friday=2017-01-27>.
"""
CANCELLED_ROWS = [
    "visit cancelled: Enrique Peña Nieto, United States @ Washington # 2017-01-31",
    "talks cancelled: Donald Trump, Enrique Peña Nieto @ Washington # 2017-01-31",
    "call held: Donald Trump, Enrique Peña Nieto # 2017-01-27",
]

XINHUA = """
Chinese Vice Premier [Wu Yi] arrived in {Brasilia=Brasília} on <Thursday=2006-03-23> for an official visit to [Brazil] and is scheduled to meet President [Luiz Inácio Lula da Silva].
During the visit, the two sides will sign a number of cooperation agreements. || [Wu=Wu Yi] came to [Brazil] after visiting [Cuba] and will also visit [Chile].
"""
XINHUA_ROWS = [
    "visit held: Brazil, Wu Yi @ Brasília # 2006-03-23",
    "talks planned: Luiz Inácio Lula da Silva, Wu Yi @ Brasília",
    "signing planned: Brazil, China @ Brasília",
    "visit held: Brazil, Wu Yi @ Brazil # 2006-03-23",
    "visit held: Cuba, Wu Yi @ Cuba",
    "visit planned: Chile, Wu Yi @ Chile",
]


@pytest.mark.parametrize(
    ("marked", "published", "rows"),
    [
        pytest.param(
            WIRE_2019, "2019-03-01", WIRE_2019_ROWS, id="headline and lead are one plan; an earlier visit is another"
        ),
        pytest.param(READOUT_2022, "2022-05-31", READOUT_2022_ROWS, id="the headline has its date from the body"),
        pytest.param(WIRE_1978, "1978-09-18", WIRE_1978_ROWS, id="decades ago"),
        pytest.param(TRANSCRIPT, "2023-07-18", TRANSCRIPT_ROWS, id="you and I are the one who answers"),
        pytest.param(PRESIDENCY, "2021-10-22", PRESIDENCY_ROWS, id="a presidency's short news"),
        pytest.param(ANALYSIS, "2024-02", ANALYSIS_ROWS, id="summits that met no expectations"),
        pytest.param(CANCELLED, "2017-01-27", CANCELLED_ROWS, id="scrapped, and a call instead"),
        pytest.param(XINHUA, "", XINHUA_ROWS, id="agency style with purpose and route"),
    ],
)
def test_documents(marked, published, rows):
    assert [told(row) for row in read(marked, published)] == rows
