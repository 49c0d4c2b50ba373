"""Words that come through somebody else: quoted, cited, reported or heard as saying, by whom and wherever it stands."""

from __future__ import annotations

import pytest

from tests.test_quoted_sources import quoted

D, N = "direct", "indirect"

QUOTED_AS = [
    # (text, [(kind, source, first words, last words)])
    (
        "“I could host them both in Lima,” Dina Boluarte was quoted as saying by El Comercio on April 28.",
        [(D, "Dina Boluarte", "I could", "in Lima,")],
    ),
    (
        '"The dam will be filled," Meles Zenawi was quoted as saying by state radio.',
        [(D, "Meles Zenawi", "The dam", "be filled,")],
    ),
    (
        '"We have nothing to hide," Nguyen Phu Trong was quoted by the Vietnam News Agency as saying.',
        [(D, "Nguyen Phu Trong", "We have", "to hide,")],
    ),
    (
        '"Our troops are staying," Yoweri Museveni was cited by the Daily Monitor as telling lawmakers on Friday.',
        [(D, "Yoweri Museveni", "Our troops", "are staying,")],
    ),
    (
        "Yoweri Museveni was cited as telling lawmakers that the troops were staying.",
        [(N, "Yoweri Museveni", "the troops", "staying")],
    ),
    (
        '"There is no hurry," Kaja Kallas is reported to have told the ambassadors.',
        [(D, "Kaja Kallas", "There is", "no hurry,")],
    ),
    (
        '"There is no hurry," Kaja Kallas is reported to have said.',
        [(D, "Kaja Kallas", "There is", "no hurry,")],
    ),
    (
        '"There is no hurry," Kaja Kallas was reported as saying by the BBC.',
        [(D, "Kaja Kallas", "There is", "no hurry,")],
    ),
    (
        "Kaja Kallas is reported to have said that there was no hurry.",
        [(N, "Kaja Kallas", "there was", "no hurry")],
    ),
    (
        "Kaja Kallas was reported as saying the border would close.",
        [(N, "Kaja Kallas", "the border", "close")],
    ),
    (
        '"We will not be lectured," Recep Tayyip Erdogan told Anadolu Agency in remarks carried by local media.',
        [(D, "Recep Tayyip Erdoğan", "We will", "lectured,")],
    ),
    (
        '"We will not be lectured," Erdogan said in remarks carried by state television.',
        [(D, "Recep Tayyip Erdoğan", "We will", "lectured,")],
    ),
    (
        "In remarks carried by state television, Erdogan said Turkey would not be lectured.",
        [(N, "Recep Tayyip Erdoğan", "Turkey", "lectured")],
    ),
    (
        '"The canal is ours," José Raúl Mulino said, according to a transcript released by his office.',
        [(D, "José Raúl Mulino", "The canal", "ours,")],
    ),
    (
        '"The canal is ours," according to a transcript of remarks by José Raúl Mulino released by his office.',
        [(D, "José Raúl Mulino", "The canal", "ours,")],
    ),
    (
        "Xinhua quoted Wang Yi as saying that the talks had been useful.",
        [(N, "Wang Yi", "the talks", "useful")],
    ),
    (
        "Pedro Castillo landed on Friday. The agency quoted him as saying that the talks had been useful.",
        [(N, "Pedro Castillo", "the talks", "useful")],
    ),
    (
        '"The talks were useful," Xinhua quoted Wang Yi as saying.',
        [(D, "Wang Yi", "The talks", "useful,")],
    ),
    (
        '"The talks were useful," the official news agency quoted Mr. Wang as saying on Sunday.',
        [(D, "Wang", "The talks", "useful,")],
    ),
    (
        '"The talks were useful," Interfax quoted Sergey Lavrov as telling reporters in Hanoi.',
        [(D, "Sergey Lavrov", "The talks", "useful,")],
    ),
    (
        '"We are not for sale," the newspaper quoted Nayib Bukele as saying, "and never will be."',
        [(D, "Nayib Bukele", "We are", "sale,"), (D, "Nayib Bukele", "and never", "will be")],
    ),
    (
        "Nayib Bukele, quoted by the newspaper La Prensa, said the country was not for sale.",
        [(N, "Nayib Bukele", "the country", "sale")],
    ),
    (
        '"The country is not for sale," said Nayib Bukele, quoted by La Prensa.',
        [(D, "Nayib Bukele", "The country", "sale,")],
    ),
    (
        "The country was not for sale, Bukele was quoted as saying by La Prensa.",
        [(N, "Nayib Bukele", "The country", "sale")],
    ),
    (
        "The country was not for sale, La Prensa quoted Bukele as saying.",
        [(N, "Nayib Bukele", "The country", "sale")],
    ),
    (
        '"A new page has been opened," Ilham Aliyev was quoted as having told Nikol Pashinyan.',
        [(D, "Ilham Aliyev", "A new", "opened,")],
    ),
    (
        '"A new page has been opened," Ilham Aliyev is quoted in the statement as saying.',
        [(D, "Ilham Aliyev", "A new", "opened,")],
    ),
    (
        '"A new page has been opened," the statement quoted Ilham Aliyev as saying.',
        [(D, "Ilham Aliyev", "A new", "opened,")],
    ),
    (
        '"A new page has been opened," Aliyev was quoted by Azertac news agency as saying during the meeting.',
        [(D, "Ilham Aliyev", "A new", "opened,")],
    ),
    (
        "Quoted by Azertac, Ilham Aliyev said that a new page had been opened.",
        [(N, "Ilham Aliyev", "a new", "opened")],
    ),
    (
        "As quoted by Azertac, Ilham Aliyev said that a new page had been opened.",
        [(N, "Ilham Aliyev", "a new", "opened")],
    ),
    (
        "“The price of rice must fall,” Joko Widodo was heard telling the governors.",
        [(D, "Joko Widodo", "The price", "fall,")],
    ),
    (
        "“Not one inch further east,” James Baker is said to have told Mikhail Gorbachev.",
        [(D, "James Baker", "Not one", "east,")],
    ),
    (
        "“We must wait for spring,” he was quoted as saying.",
        [(D, "", "We must", "spring,")],
    ),
    (
        "“We must wait for spring,” an unnamed official was quoted as saying by Yonhap.",
        [(D, "unnamed official", "We must", "spring,")],
    ),
    (
        "“We must wait for spring,” a foreign ministry spokesman was quoted by Tass as saying.",
        [(D, "foreign ministry spokesman", "We must", "spring,")],
    ),
    (
        "Yonhap quoted an unnamed official as saying: “We must wait for spring.”",
        [(D, "unnamed official", "We must", "spring")],
    ),
    (
        "“We must wait for spring,” Yonhap cited an unnamed official as saying.",
        [(D, "unnamed official", "We must", "spring,")],
    ),
    (
        "“Peace needs courage and time,” read a message from Pope Francis released by the Vatican.",
        [(D, "Pope Francis", "Peace", "time,")],
    ),
    (
        "“Peace needs courage and time,” the Vatican quoted Pope Francis as saying in a letter to the bishops.",
        [(D, "Pope Francis", "Peace", "time,")],
    ),
    (
        "In comments published by Der Spiegel, Olaf Scholz said that Germany would not send jets.",
        [(N, "Olaf Scholz", "Germany", "jets")],
    ),
    (
        "“Germany will not send jets,” Olaf Scholz said in comments published by Der Spiegel on Friday.",
        [(D, "Olaf Scholz", "Germany", "jets,")],
    ),
    (
        "“Germany will not send jets,” Der Spiegel reported Olaf Scholz as saying.",
        [(D, "Olaf Scholz", "Germany", "jets,")],
    ),
    (
        "Der Spiegel reported Olaf Scholz as saying that Germany would not send jets.",
        [(N, "Olaf Scholz", "Germany", "jets")],
    ),
    (
        "Local media quoted Jokowi as saying “the price of rice must fall”.",
        [(D, "Joko Widodo", "the price", "fall")],
    ),
    (
        "The price of rice must fall, Jokowi said, as quoted by Antara.",
        [(N, "Joko Widodo", "The price", "fall")],
    ),
    (
        "“The price of rice must fall,” Jokowi said, as quoted by Antara news agency.",
        [(D, "Joko Widodo", "The price", "fall,")],
    ),
    (
        "“The price of rice must fall,” Antara quoted President Joko Widodo as saying on Tuesday in Jakarta.",
        [(D, "Joko Widodo", "The price", "fall,")],
    ),
    (
        "“We want peace in June,” South Sudan’s President Salva Kiir was quoted by his press secretary as saying after the meeting. The rebels did not reply.",
        [(D, "Salva Kiir", "We want", "June,")],
    ),
    (
        "Salva Kiir was quoted in the Juba Monitor on Monday as saying the army would withdraw.",
        [(N, "Salva Kiir", "the army", "withdraw")],
    ),
    (
        "“The army will withdraw,” according to Salva Kiir, quoted by the Juba Monitor.",
        [(D, "Salva Kiir", "The army", "withdraw,")],
    ),
    (
        "“The army will withdraw,” Salva Kiir was paraphrased as saying by an aide.",
        [(D, "Salva Kiir", "The army", "withdraw,")],
    ),
    (
        "Indira Gandhi was widely quoted as saying that India would never accept the line.",
        [(N, "Indira Gandhi", "India", "line")],
    ),
    (
        "“India will never accept the line,” Indira Gandhi has been quoted as saying.",
        [(D, "Indira Gandhi", "India", "line,")],
    ),
    (
        "Rajiv Gandhi was quoted by PTI as having said India would never accept the line.",
        [(N, "Rajiv Gandhi", "India", "line")],
    ),
    (
        "Shigeru Yoshida was yesterday quoted as stating that Japan would sign in San Francisco.",
        [(N, "Shigeru Yoshida", "Japan", "San Francisco")],
    ),
    (
        "“Japan will sign the treaty,” Tokyo Radio today quoted Premier Yoshida as saying.",
        [(D, "Yoshida", "Japan", "treaty,")],
    ),
    (
        "“The blockade is illegal,” Fidel Castro was quoted by Havana radio as telling a crowd in Santiago.",
        [(D, "Fidel Castro", "The blockade", "illegal,")],
    ),
    (
        "It quoted Fidel Castro as warning that the blockade was illegal.",
        [(N, "Fidel Castro", "the blockade", "illegal")],
    ),
    (
        "Prensa Latina quoted Castro as adding: “We shall resist to the end.”",
        [(D, "Fidel Castro", "We shall", "end")],
    ),
    (
        "“We shall resist to the end,” Castro was quoted as adding.",
        [(D, "Fidel Castro", "We shall", "end,")],
    ),
    (
        "Hun Sen was quoted as calling the ruling “a joke of the century”.",
        [(D, "Hun Sen", "a joke", "century")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED_AS, ids=[row[0][:60] for row in QUOTED_AS])
def test_who_is_quoted_has_the_words(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    rows = quoted(text)
    assert [row.kind for row in rows] == [kind for kind, *_ in expected]
    for row, (_, source, first, last) in zip(rows, expected, strict=True):
        assert text[row.start : row.end] == row.text
        assert row.source == source
        assert row.text.startswith(first) and row.text.rstrip(".").endswith(last)


@pytest.mark.parametrize(
    "text",
    [
        "The decree was cited by the court on April 28.",
        "The shares were quoted by brokers at 12 pesos on Monday.",
        "El País was quoted on the stock exchange in Madrid.",
        "The bank quoted a price of $40 a tonne for delivery in May.",
        "He was cited for bravery by the president.",
        "The article has been cited by 40 authors since 2010.",
        "The minister was reported by Reuters to be in Geneva.",
        "The figures were carried by El País on April 28.",
    ],
)
def test_what_is_only_cited_says_nothing(text: str) -> None:
    assert quoted(text) == []
