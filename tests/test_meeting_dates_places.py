"""Where and when meetings are, as the whole pipeline reads them in dispatches, diaries and readouts.

``meetings/dates_places.csv`` holds one sentence a line, of many countries and decades: why it is there, the day of the
report, the sentence, the word of meeting looked at, and its place and date; ``*`` is whatever it may be.
``meetings/unsaid.csv`` holds texts whose later words lean on earlier ones: a number, a list, a pronoun, a put-off plan.
"""

from __future__ import annotations

import pytest

from briefing_lib.link.meeting.days import settle_days
from briefing_lib.parse import parse_document
from briefing_lib.read.sources import Source
from briefing_lib.tables import Meeting
from tests.test_meetings import lines_of, told


def meetings_of(text: str, published: str) -> list[Meeting]:
    return parse_document(Source("d", "d.txt", text, "0" * 64, {"published": published}))["meetings"]


@pytest.mark.parametrize("line", lines_of("dates_places.csv"), ids=lambda line: f"{line['why']}: {line['text'][:40]}")
def test_sentences(line: dict[str, str]) -> None:
    text = f"A note from the desk\n\n{line['text']}"
    rows = meetings_of(text, line["published"])
    found = [(row.place, row.edtf) for row in rows if row.rule.split(": ", 1)[1] == line["word"]]
    assert found, [row.rule for row in rows]
    place, edtf = found[0]
    assert (line["place"] in ("*", place), line["edtf"] in ("*", edtf)) == (True, True), found[0]
    assert all(text[row.start : row.end] == row.text for row in rows)


TOUR = """Mr Lee on six-day tour of Gulf states

MANAMA, March 4, 1983 (Reuter)—The Prime Minister of Singapore, Mr Lee Kuan Yew, arrived here yesterday on the second \
leg of a tour of the Gulf and was met at the airport by the Prime Minister, Shaikh Khalifa bin Sulman.

Mr Lee, who was in Muscat on Tuesday and Wednesday for talks with Sultan Qaboos, leaves tomorrow for Abu Dhabi, where \
he will see Shaikh Zayed.

Mr Lee last visited Bahrain in 1975. His Foreign Minister, Mr Suppiah Dhanabalan, had a separate meeting with his \
Bahraini colleague, Shaikh Mohammed bin Mubarak.
"""
READOUT = """President meets Pacific counterparts in New York

Office of the President of Palau
20 September 2017

On the sidelines of the 72nd session of the United Nations General Assembly, President Tommy Remengesau met today with \
the President of Kiribati, Taneti Maamau.

Yesterday Mr Remengesau held talks with New Zealand's Foreign Minister, Gerry Brownlee.

Tomorrow he will address the General Assembly and meet Secretary-General António Guterres at UN Headquarters.
"""
DIARY = """The week ahead in Africa

Monday, 16 May 2022

MONDAY

Senegal's President Macky Sall hosts German Chancellor Olaf Scholz in Dakar.

TUESDAY

Kenya's foreign minister, Raychelle Omamo, meets her Somali counterpart, Abdisaid Muse Ali, in Mogadishu.

THURSDAY

President João Lourenço of Angola receives Rwanda's Paul Kagame in Luanda. The two will also sign a fisheries agreement.

FURTHER AHEAD

Zambia's Hakainde Hichilema is to visit Brussels in June. No date has been set for his talks with Congo's Félix Tshisekedi.
"""
LETTER = """HERR BRANDT IN OTTAWA NEXT WEEK

Bonn, June 23, 1971

The Federal Chancellor, Herr Willy Brandt, received the Norwegian Prime Minister, Mr Trygve Bratteli, this morning. In \
the afternoon Mr Bratteli called on the President, Herr Gustav Heinemann.

Herr Brandt will fly to Ottawa on Tuesday for two days of talks with Mr Pierre Trudeau. They last met in Bonn in April, \
1970.

Mrs Meir has accepted an invitation to Bonn. It was stated that no time had been agreed.
"""


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        pytest.param(
            TOUR,
            "1983-03-04",
            ["arrived @ Manama # 1983-03-03", "was in @ Muscat # 1983-03-01/1983-03-02", "see @ Abu Dhabi # 1983-03-05",
             "visited @ Bahrain # 1975", "meeting @ Manama # "],
            id="legs of a tour each have their days; a minister is where his guest is",
        ),
        pytest.param(
            READOUT,
            "2017-09-20",
            ["met @ New York # 2017-09-20", "talks @ New York # 2017-09-19", "address @ New York # 2017-09-21",
             "meet @ New York # 2017-09-21"],
            id="who is at the assembly today was there yesterday",
        ),
        pytest.param(
            DIARY,
            "2022-05-16",
            ["hosts @ Dakar # 2022-05-16", "meets @ Mogadishu # 2022-05-17", "receives @ Luanda # 2022-05-19",
             "sign @ Luanda # 2022-05-19", "talks @  # "],
            id="headings of a diary date what stands below them, not what has no date",
        ),
        pytest.param(
            LETTER,
            "1971-06-23",
            ["received @ Bonn # 1971-06-23", "called on @ Bonn # 1971-06-23", "talks @ Ottawa # 1971-06-29/1971-06-30",
             "met @ Bonn # 1970-04", "invitation @ Bonn # "],
            id="a letter from a capital; a look back and an open invitation take no date of today",
        ),
    ],
)  # fmt: skip
def test_documents(text: str, published: str, told: list[str]) -> None:
    rows = [f"{row.rule.split(': ', 1)[1]} @ {row.place} # {row.edtf}" for row in meetings_of(text, published)]
    assert [line for line in told if line not in rows] == [], rows


def test_without_mentions_nothing_is_settled() -> None:
    settle_days([], "MONDAY\n\nTUESDAY\n", [], "2020-01-01")


@pytest.mark.parametrize("line", lines_of("unsaid.csv"), ids=lambda line: line["why"])
def test_what_a_sentence_leaves_to_others(line: dict[str, str]) -> None:
    paragraphs = line["text"].replace("\\n", "\n\n")
    text = f"A note from the desk\n\n{paragraphs}"
    rows = meetings_of(text, line["published"])
    assert " | ".join(told(row) for row in rows) == line["rows"], line["why"]
    assert all(text[row.start : row.end] == row.text for row in rows)
