"""Quotations: who is given as saying what, in marks and in reported speech."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.find.quotations import find_quotations
from briefing_lib.find.speech.quotemarks import find_marked
from briefing_lib.tables import Mention, Quotation, Sentence

PERSON, STATE, ORGANISATION = "person", "state", "organisation"

NAMES = {
    "Julius Nyerere": ("Julius Nyerere", PERSON),
    "Nyerere": ("Julius Nyerere", PERSON),
    "Indira Gandhi": ("Indira Gandhi", PERSON),
    "Gandhi": ("Indira Gandhi", PERSON),
    "Henry Kissinger": ("Henry Kissinger", PERSON),
    "Kissinger": ("Henry Kissinger", PERSON),
    "Kaja Kallas": ("Kaja Kallas", PERSON),
    "Kallas": ("Kaja Kallas", PERSON),
    "Jacinda Ardern": ("Jacinda Ardern", PERSON),
    "Ardern": ("Jacinda Ardern", PERSON),
    "Lula": ("Luiz Inácio Lula da Silva", PERSON),
    "Mauro Vieira": ("Mauro Vieira", PERSON),
    "Vieira": ("Mauro Vieira", PERSON),
    "Hakan Fidan": ("Hakan Fidan", PERSON),
    "Fidan": ("Hakan Fidan", PERSON),
    "Nikol Pashinyan": ("Nikol Pashinyan", PERSON),
    "Pashinyan": ("Nikol Pashinyan", PERSON),
    "Ilham Aliyev": ("Ilham Aliyev", PERSON),
    "Aliyev": ("Ilham Aliyev", PERSON),
    "Abiy Ahmed": ("Abiy Ahmed", PERSON),
    "Abiy": ("Abiy Ahmed", PERSON),
    "Nancy Okello": ("Nancy Okello", PERSON),
    "Okello": ("Nancy Okello", PERSON),
    "Pedro Salas": ("Pedro Salas", PERSON),
    "Salas": ("Pedro Salas", PERSON),
    "Hugh Hill": ("Hugh Hill", PERSON),
    "Carl Bildt": ("Carl Bildt", PERSON),
    "Bildt": ("Carl Bildt", PERSON),
    "Margaret Thatcher": ("Margaret Thatcher", PERSON),
    "Thatcher": ("Margaret Thatcher", PERSON),
    "Fumio Kishida": ("Fumio Kishida", PERSON),
    "Kishida": ("Fumio Kishida", PERSON),
    "Yoon Suk Yeol": ("Yoon Suk Yeol", PERSON),
    "Yoon": ("Yoon Suk Yeol", PERSON),
    "Dr. Leila Haddad": ("Leila Haddad", PERSON),
    "Leila Haddad": ("Leila Haddad", PERSON),
    "Haddad": ("Leila Haddad", PERSON),
    "Brazil": ("Brazil", STATE),
    "Turkey": ("Turkey", STATE),
    "Ankara": ("Turkey", STATE),
    "Armenia": ("Armenia", STATE),
    "Yerevan": ("Armenia", STATE),
    "Azerbaijan": ("Azerbaijan", STATE),
    "Ethiopia": ("Ethiopia", STATE),
    "Egypt": ("Egypt", STATE),
    "Sudan": ("Sudan", STATE),
    "Estonia": ("Estonia", STATE),
    "Japan": ("Japan", STATE),
    "Tokyo": ("Japan", STATE),
    "South Korea": ("South Korea", STATE),
    "North Korea": ("North Korea", STATE),
    "India": ("India", STATE),
    "Pakistan": ("Pakistan", STATE),
    "Tanzania": ("Tanzania", STATE),
    "United States": ("United States", STATE),
    "Chile": ("Chile", STATE),
    "Peru": ("Peru", STATE),
    "Norway": ("Norway", STATE),
    "Iran": ("Iran", STATE),
    "Iceland": ("Iceland", STATE),
    "NATO": ("NATO", ORGANISATION),
    "African Union": ("African Union", ORGANISATION),
    "European Commission": ("European Commission", ORGANISATION),
    "World Bank": ("World Bank", ORGANISATION),
    "International Monetary Fund": ("International Monetary Fund", ORGANISATION),
    "Reuters": ("Reuters", ORGANISATION),
    "Xinhua": ("Xinhua", ORGANISATION),
    "Chatham House": ("Chatham House", ORGANISATION),
    "Turkish Foreign Ministry": ("Turkish Foreign Ministry", ORGANISATION),
    "Foreign Ministry": ("Foreign Ministry", ORGANISATION),
    "El Comercio": ("El Comercio", ORGANISATION),
    "Addis Ababa": ("Addis Ababa", "place"),
    "Oslo": ("Oslo", "place"),
    "Lima": ("Lima", "place"),
}
_BREAK = re.compile(r"(?<![A-Z])(?<!\bDr)(?<!\bMr)[.!?…]+[”\"’»“)]*\s+(?=[A-Z“\"‘«„0-9])")


def sentences_of(text: str, kind: str = "narration", voice: str = "author") -> list[Sentence]:
    """Cut a text into sentences: at line ends, and after a stop before a capital."""
    found: list[Sentence] = []
    paragraph = 0
    for line in re.finditer(r"[^\n]+", text):
        if not line.group().strip():
            continue
        paragraph += 1
        start = line.start()
        for stop in [*(m.end() for m in _BREAK.finditer(text, line.start(), line.end())), line.end()]:
            words = text[start:stop].rstrip()
            if words.strip():
                first = start + len(words) - len(words.lstrip())
                name = f"d#{len(found) + 1}"
                found.append(Sentence(name, "d", paragraph, first, start + len(words), words.strip(), voice, kind))
            start = stop
    return found


def mentions_of(text: str, sentences: list[Sentence], names: dict[str, tuple[str, str]] | None = None) -> list[Mention]:
    """Find names in a text, those of this file unless others are given."""
    names = names or NAMES
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")(?!\w)")
    found = []
    for sentence in sentences:
        for hit in pattern.finditer(text, sentence.start, sentence.end):
            actor, kind = names[hit.group()]
            role = "place" if kind == "place" else "actor"
            found.append(
                Mention("d", sentence.sentence, hit.start(), hit.end(), hit.group(), actor, kind, role, "test")
            )
    return found


def quotations(
    text: str, kind: str = "narration", voice: str = "author", names: dict[str, tuple[str, str]] | None = None
) -> list[Quotation]:
    sentences = sentences_of(text, kind, voice)
    rows = find_quotations(text, sentences, mentions_of(text, sentences, names))
    for row in rows:
        assert text[row.start : row.end] == row.text
        assert row.text
    assert rows == sorted(rows, key=lambda r: (r.start, r.end))
    return rows


def short(rows: list[Quotation]) -> list[tuple[str, str, str]]:
    return [(row.kind, row.source, row.text) for row in rows]


D, I = "direct", "indirect"  # noqa: E741 - the two kinds, in a table that is easy to read

DIRECT = [
    (
        "subject before the verb",
        'Fidan said: "We are open to every sincere proposal."',
        [(D, "Hakan Fidan", "We are open to every sincere proposal.")],
    ),
    (
        "verb before the subject",
        '"The border will stay open all winter," said Kallas.',
        [(D, "Kaja Kallas", "The border will stay open all winter,")],
    ),
    (
        "subject, verb after the quotation",
        "“The border will stay open all winter,” Kallas said on Monday.",
        [(D, "Kaja Kallas", "The border will stay open all winter,")],
    ),
    (
        "apposition between subject and verb",
        "“The harvest has failed for the third time,” Nancy Okello, a relief worker in the camp, said.",
        [(D, "Nancy Okello", "The harvest has failed for the third time,")],
    ),
    (
        "verb, subject and apposition",
        "“The harvest has failed for the third time,” said Hugh Hill, a doctor.",
        [(D, "Hugh Hill", "The harvest has failed for the third time,")],
    ),
    (
        "title before the name",
        "“Nobody wins a trade war,” said Brazilian Foreign Minister Mauro Vieira.",
        [(D, "Mauro Vieira", "Nobody wins a trade war,")],
    ),
    (
        "broken by its attribution: two rows",
        "“We came here to listen,” said Ardern, “and we leave with a plan for the islands.”",
        [
            (D, "Jacinda Ardern", "We came here to listen,"),
            (D, "Jacinda Ardern", "and we leave with a plan for the islands."),
        ],
    ),
    (
        "two sentences around the attribution",
        "“We came here to listen,” Ardern said. “The islands will decide for themselves.”",
        [
            (D, "Jacinda Ardern", "We came here to listen,"),
            (D, "Jacinda Ardern", "The islands will decide for themselves."),
        ],
    ),
    (
        "several sentences inside the marks",
        '"The dam is ours. Nobody will take a drop of water from us," Abiy told parliament.',
        [(D, "Abiy Ahmed", "The dam is ours. Nobody will take a drop of water from us,")],
    ),
    (
        "told an object",
        'Kissinger told reporters: "There is no agreement until all of it is agreed."',
        [(D, "Henry Kissinger", "There is no agreement until all of it is agreed.")],
    ),
    (
        "time between subject, verb and quotation",
        "Thatcher said in a speech in Oslo last month, “We shall not be moved by threats.”",
        [(D, "Margaret Thatcher", "We shall not be moved by threats.")],
    ),
    (
        "guillemets",
        "Vieira a déclaré... Vieira said: « The river belongs to both of us. »",
        [(D, "Mauro Vieira", "The river belongs to both of us.")],
    ),
    (
        "German low quotes",
        "Bildt said: „The north has never been so united.“",
        [(D, "Carl Bildt", "The north has never been so united.")],
    ),
    (
        "single curly quotes, with an apostrophe inside",
        "‘We don’t want another lost decade,’ said Salas.",
        [(D, "Pedro Salas", "We don’t want another lost decade,")],
    ),
    (
        "straight single quotes, with an apostrophe inside",
        "'We don't want another lost decade,' said Salas.",
        [(D, "Pedro Salas", "We don't want another lost decade,")],
    ),
    (
        "nested: the outer words are the quotation",
        "“He called it ‘a day of shame’ and left the room,” Gandhi recalled.",
        [(D, "Indira Gandhi", "He called it ‘a day of shame’ and left the room,")],
    ),
    (
        "as X put it",
        "The talks were, as Nyerere put it, “a long walk through a short room.”",
        [(D, "Julius Nyerere", "a long walk through a short room.")],
    ),
    (
        "in X's words",
        "In Bildt’s words, “the north has never been so united.”",
        [(D, "Carl Bildt", "the north has never been so united.")],
    ),
    (
        "a label and a colon",
        "Lula: “Hunger is not a natural thing.”",
        [(D, "Luiz Inácio Lula da Silva", "Hunger is not a natural thing.")],
    ),
    (
        "quoted as saying",
        "Aliyev was quoted by state television as saying “the corridor will be opened this year.”",
        [(D, "Ilham Aliyev", "the corridor will be opened this year.")],
    ),
    (
        "quoting somebody",
        "The agency reported on the accident, quoting Salas: “We did all that could be done.”",
        [(D, "Pedro Salas", "We did all that could be done.")],
    ),
    (
        "according to, after",
        "“The reserves will last two months,” according to the World Bank.",
        [(D, "World Bank", "The reserves will last two months,")],
    ),
    (
        "an unnamed source keeps its words",
        "“No one believes in the road map any more,” a senior diplomat said.",
        [(D, "senior diplomat", "No one believes in the road map any more,")],
    ),
    (
        "pronoun",
        "Kishida met Yoon in Tokyo. “We turned a page today,” he said.",
        [(D, "Fumio Kishida", "We turned a page today,")],
    ),
    (
        "quotation that goes on in the next paragraph",
        "“We turned a page today,” Kishida said.\n“Our children will thank us for it one day.”",
        [
            (D, "Fumio Kishida", "We turned a page today,"),
            (D, "Fumio Kishida", "Our children will thank us for it one day."),
        ],
    ),
    (
        "verb with an adverb",
        '"The camps are full to the last tent," Okello flatly told the committee.',
        [(D, "Nancy Okello", "The camps are full to the last tent,")],
    ),
    (
        "verb that is rare but speaks",
        '"You will hear from our lawyers tomorrow," Haddad snapped.',
        [(D, "Leila Haddad", "You will hear from our lawyers tomorrow,")],
    ),
    (
        "question mark before the closing mark",
        "“Who will pay for all of this?” asked Kallas.",
        [(D, "Kaja Kallas", "Who will pay for all of this?")],
    ),
    (
        "American order: stop inside, attribution as a new clause",
        "Salas was blunt. “We have run out of money,” he added.",
        [(D, "Pedro Salas", "We have run out of money,")],
    ),
    (
        "statement of an organisation",
        "“The ceasefire must be respected by all,” the African Union said in a statement.",
        [(D, "African Union", "The ceasefire must be respected by all,")],
    ),
    (
        "fragment of four words inside reported speech",
        "Aliyev said the corridor was “a matter of national honour” for his people.",
        [(D, "Ilham Aliyev", "a matter of national honour")],
    ),
    (
        "five words before it are a row of their own",
        "Aliyev said the corridor to the southern exclave was “a matter of national honour” for his people.",
        [
            (I, "Ilham Aliyev", "the corridor to the southern exclave was"),
            (D, "Ilham Aliyev", "a matter of national honour"),
        ],
    ),
    (
        "fewer than four words in marks stay in the reported clause",
        "Aliyev said the corridor to the southern exclave was a “national” matter.",
        [(I, "Ilham Aliyev", "the corridor to the southern exclave was a “national” matter")],
    ),
    (
        "who wrote",
        "“Nothing is settled until the pipeline is paid for,” wrote Bildt in an article.",
        [(D, "Carl Bildt", "Nothing is settled until the pipeline is paid for,")],
    ),
    (
        "over several paragraphs, an opening mark at each",
        "Nyerere said: “We shall light a candle on the mountain.\n“It will shine beyond our borders.”\nHe left.",
        [
            (D, "Julius Nyerere", "We shall light a candle on the mountain."),
            (D, "Julius Nyerere", "It will shine beyond our borders."),
        ],
    ),
]

INDIRECT = [
    (
        "said that",
        "Fidan said that Turkey would reopen the crossing in May.",
        [(I, "Hakan Fidan", "Turkey would reopen the crossing in May")],
    ),
    (
        "said without that",
        "Fidan said Turkey would reopen the crossing in May.",
        [(I, "Hakan Fidan", "Turkey would reopen the crossing in May")],
    ),
    (
        "time between said and that",
        "Kallas said on Tuesday that Estonia had closed two stations.",
        [(I, "Kaja Kallas", "Estonia had closed two stations")],
    ),
    (
        "place and time, no that",
        "Kallas said in Oslo on Tuesday Estonia had closed two stations.",
        [(I, "Kaja Kallas", "Estonia had closed two stations")],
    ),
    (
        "attribution last",
        "Estonia has closed two stations, Kallas said.",
        [(I, "Kaja Kallas", "Estonia has closed two stations")],
    ),
    (
        "attribution last, inverted",
        "Estonia has closed two stations, said Kaja Kallas, the prime minister.",
        [(I, "Kaja Kallas", "Estonia has closed two stations")],
    ),
    (
        "according to, first",
        "According to the World Bank, prices rose by a third.",
        [(I, "World Bank", "prices rose by a third")],
    ),
    (
        "according to, last",
        "Prices rose by a third, according to a report by the World Bank.",
        [(I, "World Bank", "Prices rose by a third")],
    ),
    (
        "according to unnamed people",
        "Prices rose by a third, according to diplomatic sources.",
        [(I, "diplomatic sources", "Prices rose by a third")],
    ),
    (
        "in the view of",
        "In Haddad’s view, the sanctions have missed their aim.",
        [(I, "Leila Haddad", "the sanctions have missed their aim")],
    ),
    (
        "headline with a colon",
        "Prices to rise by a third: World Bank",
        [(I, "World Bank", "Prices to rise by a third")],
    ),
    (
        "headline, name first",
        "Kallas: Estonia will close two more stations",
        [(I, "Kaja Kallas", "Estonia will close two more stations")],
    ),
    (
        "headline with says",
        "Iceland will keep its ban, says Ardern",
        [(I, "Jacinda Ardern", "Iceland will keep its ban")],
    ),
    (
        "told an object that",
        "Abiy told parliament that Egypt had nothing to fear from the dam.",
        [(I, "Abiy Ahmed", "Egypt had nothing to fear from the dam")],
    ),
    (
        "told an object, no that",
        "Abiy told reporters Egypt had nothing to fear from the dam.",
        [(I, "Abiy Ahmed", "Egypt had nothing to fear from the dam")],
    ),
    (
        "added",
        "Abiy told parliament that the dam was safe. He added that Sudan had agreed.",
        [(I, "Abiy Ahmed", "the dam was safe"), (I, "Abiy Ahmed", "Sudan had agreed")],
    ),
    (
        "adding: the subject of the main clause",
        "Pashinyan said the draft was ready, adding that Armenia would sign it.",
        [(I, "Nikol Pashinyan", "the draft was ready"), (I, "Nikol Pashinyan", "Armenia would sign it")],
    ),
    (
        "saying after another verb",
        "Norway left the talks on Friday, saying the terms had been changed overnight.",
        [(I, "Norway", "the terms had been changed overnight")],
    ),
    (
        "a new clause with a subject of its own ends the content",
        "Vieira said the treaty was alive, but Chile had already moved its troops.",
        [(I, "Mauro Vieira", "the treaty was alive")],
    ),
    (
        "unnamed officials",
        "Officials said the ferry had left the port at dawn.",
        [(I, "Officials", "the ferry had left the port at dawn")],
    ),
    (
        "unnamed, with adjectives",
        "Senior Turkish officials say a deal is within reach.",
        [(I, "Senior Turkish officials", "a deal is within reach")],
    ),
    (
        "passive, nobody named",
        "It was reported that the envoy had left the capital.",
        [(I, "", "the envoy had left the capital")],
    ),
    (
        "passive with an infinitive",
        "Pyongyang’s envoy is said to have left the capital.",
        [(I, "", "to have left the capital")],
    ),
    (
        "denied with a noun",
        "Iran denied involvement in the attack on the tanker.",
        [(I, "Iran", "involvement in the attack on the tanker")],
    ),
    ("denied that", "Iran denied that it had fired on the tanker.", [(I, "Iran", "it had fired on the tanker")]),
    ("denied with a participle", "Iran denied firing on the tanker.", [(I, "Iran", "firing on the tanker")]),
    ("warned of", "Bildt warned of a new arms race in the north.", [(I, "Carl Bildt", "a new arms race in the north")]),
    (
        "warned against",
        "Bildt warned against a new arms race in the north.",
        [(I, "Carl Bildt", "a new arms race in the north")],
    ),
    ("warned that", "Bildt warned that the north was arming again.", [(I, "Carl Bildt", "the north was arming again")]),
    (
        "called for",
        "The African Union called for an immediate truce in Sudan.",
        [(I, "African Union", "an immediate truce in Sudan")],
    ),
    (
        "urged to",
        "The African Union urged Sudan to accept the truce.",
        [(I, "African Union", "Sudan to accept the truce")],
    ),
    ("called on to", "Ardern called on Japan to end the hunt.", [(I, "Jacinda Ardern", "Japan to end the hunt")]),
    ("pledged to", "Kishida pledged to double the aid.", [(I, "Fumio Kishida", "to double the aid")]),
    (
        "expressed",
        "Yoon expressed gratitude for the welcome in Tokyo.",
        [(I, "Yoon Suk Yeol", "gratitude for the welcome in Tokyo")],
    ),
    (
        "announcement that",
        "Few had foreseen the announcement by Chile that it would leave the pact.",
        [(I, "Chile", "it would leave the pact")],
    ),
    (
        "a possessor's claim that",
        "Peru rejected Chile’s claim that the line had been crossed.",
        [(I, "Chile", "the line had been crossed")],
    ),
    (
        "thinks that",
        "Haddad thinks that the sanctions have missed their aim.",
        [(I, "Leila Haddad", "the sanctions have missed their aim")],
    ),
    (
        "believes, no that",
        "Haddad believes the sanctions have missed their aim.",
        [(I, "Leila Haddad", "the sanctions have missed their aim")],
    ),
    (
        "perfect tense with adverbs",
        "India has repeatedly said that it will not sign.",
        [(I, "India", "it will not sign")],
    ),
    (
        "two speakers",
        "Aliyev and Pashinyan said that the border would be marked.",
        [(I, "Ilham Aliyev | Nikol Pashinyan", "the border would be marked")],
    ),
    (
        "relative clause between subject and verb",
        "Salas, who returned from Chile on Friday, said the road was blocked.",
        [(I, "Pedro Salas", "the road was blocked")],
    ),
    (
        "who said",
        "The road is blocked by Salas, who said nobody would pass.",
        [(I, "Pedro Salas", "nobody would pass")],
    ),
    (
        "coordinated verb",
        "Salas returned from Lima on Friday and said the road was blocked.",
        [(I, "Pedro Salas", "the road was blocked")],
    ),
    ("fronted time", "On Friday, Salas said the road was blocked.", [(I, "Pedro Salas", "the road was blocked")]),
    (
        "fronted participle",
        "Speaking in Lima, Salas said the road was blocked.",
        [(I, "Pedro Salas", "the road was blocked")],
    ),
    (
        "a spokesman of a named body",
        "A spokesman for the European Commission said the levy would stay.",
        [(I, "European Commission", "the levy would stay")],
    ),
    (
        "name of the person after the body",
        "NATO spokeswoman Nancy Okello said the ship was safe.",
        [(I, "Nancy Okello", "the ship was safe")],
    ),
    (
        "person of an institute",
        "Leila Haddad of Chatham House said the vote was close.",
        [(I, "Leila Haddad", "the vote was close")],
    ),
    (
        "the institute's person",
        "Chatham House’s Leila Haddad said the vote was close.",
        [(I, "Leila Haddad", "the vote was close")],
    ),
    (
        "apposition first",
        "The country’s finance minister, Pedro Salas, said the coin would be devalued.",
        [(I, "Pedro Salas", "the coin would be devalued")],
    ),
    (
        "attribution in the middle",
        "The vote, Haddad argued, was lost before it began.",
        [(I, "Leila Haddad", "The vote, Haddad argued, was lost before it began")],
    ),
    (
        "quoted as saying, reported",
        "Salas was quoted by El Comercio as saying the coin would be devalued.",
        [(I, "Pedro Salas", "the coin would be devalued")],
    ),
    (
        "as a report of somebody",
        "Xinhua reported that the bridge had been opened.",
        [(I, "Xinhua", "the bridge had been opened")],
    ),
    (
        "whether",
        "Reuters asked whether the bridge had been opened.",
        [(I, "Reuters", "whether the bridge had been opened")],
    ),
    (
        "confirmed with a noun",
        "Ankara confirmed plans for a second bridge.",
        [(I, "Turkey", "plans for a second bridge")],
    ),
    (
        "claimed responsibility",
        "A little-known group claimed responsibility for the blast.",
        [(I, "little-known group", "responsibility for the blast")],
    ),
    (
        "accused of",
        "Peru accused Chile of moving the border stones.",
        [(I, "Peru", "Chile of moving the border stones")],
    ),
    (
        "the title of the only fitting person",
        "President Nyerere opened the school. The president said that it had cost too much.",
        [(I, "Julius Nyerere", "it had cost too much")],
    ),
    (
        "both leaders",
        "Aliyev met Pashinyan in Oslo. Both leaders said that the border would be marked.",
        [(I, "Ilham Aliyev | Nikol Pashinyan", "the border would be marked")],
    ),
    ("it, a state", "Iran recalled its envoy. It said that the talks were over.", [(I, "Iran", "the talks were over")]),
]

MORE = [
    (
        "headline, common noun after the colon",
        "Egypt working to reopen the canal road: foreign minister",
        [(I, "foreign minister", "Egypt working to reopen the canal road")],
    ),
    (
        "dateline before the subject",
        "OSLO (Reuters) - Norwegian Foreign Minister Carl Bildt said on Friday the talks would go on.",
        [(I, "Carl Bildt", "the talks would go on")],
    ),
    (
        "attribution last, titles before the name, time after it",
        "Turkey is ready for talks on the islands, Foreign Minister Hakan Fidan said on Friday after a meeting in Oslo.",
        [(I, "Hakan Fidan", "Turkey is ready for talks on the islands")],
    ),
    (
        "a clause in the content has a comma",
        "If the rains fail, the dam will not fill this year, Abiy said.",
        [(I, "Abiy Ahmed", "If the rains fail, the dam will not fill this year")],
    ),
    (
        "fronted time and attribution in the middle",
        "On Tuesday, a ministry spokesman said, two boats crossed the line.",
        [(I, "ministry spokesman", "two boats crossed the line")],
    ),
    ("denial with has", "Iran has denied that it armed the group.", [(I, "Iran", "it armed the group")]),
    ("not ruled out", "Vieira did not rule out a return to the talks.", []),
    (
        "would not say",
        "Vieira would not say whether Brazil would sign.",
        [],
    ),
    (
        "ministers of two states",
        "The foreign ministers of Norway and Iceland said on Wednesday that the ban would stay.",
        [(I, "foreign ministers of Norway and Iceland", "the ban would stay")],
    ),
    (
        "speaking in between",
        "Fidan, speaking at a joint news conference with Kallas, said Turkey would ratify the pact.",
        [(I, "Hakan Fidan", "Turkey would ratify the pact")],
    ),
    (
        "who name with an age",
        "Pedro Salas, 54, told the court that he had never met the envoy.",
        [(I, "Pedro Salas", "he had never met the envoy")],
    ),
    (
        "told a newspaper",
        "Haddad told El Comercio that the vote had been bought.",
        [(I, "Leila Haddad", "the vote had been bought")],
    ),
    (
        "told a body by name, no that",
        "Haddad told Reuters the vote had been bought.",
        [(I, "Leila Haddad", "the vote had been bought")],
    ),
    (
        "told in passing, a place behind",
        "“We will not be bought,” Haddad told reporters in Lima on Monday.",
        [(D, "Leila Haddad", "We will not be bought,")],
    ),
    (
        "adverb before a direct quotation",
        "Asked about the loan, Salas said only: “It will be repaid to the last coin.”",
        [(D, "Pedro Salas", "It will be repaid to the last coin.")],
    ),
    (
        "in a statement, then a quotation",
        "In a statement, the African Union said it was “gravely concerned by the fighting” in Sudan.",
        [(D, "African Union", "gravely concerned by the fighting")],
    ),
    (
        "two fragments in one clause",
        "Kallas called the plan “a gift to the aggressor” and “an insult to its victims”.",
        [(D, "Kaja Kallas", "a gift to the aggressor"), (D, "Kaja Kallas", "an insult to its victims")],
    ),
    (
        "described as",
        "Kallas described the plan as “a gift to the aggressor”.",
        [(D, "Kaja Kallas", "a gift to the aggressor")],
    ),
    (
        "quotation opens the sentence, verb with object after",
        "“A gift to the aggressor” is how Kallas described the plan.",
        [(D, "Kaja Kallas", "A gift to the aggressor")],
    ),
    (
        "accused in marks",
        "Peru accused Chile of “a creeping annexation of the coast”.",
        [(D, "Peru", "a creeping annexation of the coast")],
    ),
    (
        "agency in brackets after the verb",
        "The talks have failed, the official said (Xinhua).",
        [(I, "official", "The talks have failed")],
    ),
    (
        "citing somebody",
        "The strike will last a week, El Comercio reported, citing union leaders.",
        [(I, "El Comercio", "The strike will last a week")],
    ),
    (
        "citing, in front",
        "Citing two officials, Reuters reported that the envoy would resign.",
        [(I, "Reuters", "the envoy would resign")],
    ),
    (
        "sources said",
        "The envoy will resign, two sources familiar with the matter said.",
        [(I, "two sources familiar with the matter", "The envoy will resign")],
    ),
    (
        "according to an official at a body",
        "The loan was frozen, according to a senior official at the World Bank.",
        [(I, "senior official at the World Bank", "The loan was frozen")],
    ),
    (
        "according to, with an apposition",
        "According to Leila Haddad, a fellow at Chatham House, the vote was close.",
        [(I, "Leila Haddad", "the vote was close")],
    ),
    (
        "according to a document of a body",
        "Debt rose sharply last year, according to International Monetary Fund data.",
        [(I, "International Monetary Fund", "Debt rose sharply last year")],
    ),
    (
        "stance is that",
        "Norway’s official position is that the line runs through the middle.",
        [(I, "Norway", "the line runs through the middle")],
    ),
    ("noun of fear is no saying", "The fear is that the line will move.", []),
    ("insisted on", "Ethiopia insisted on its right to fill the dam.", [(I, "Ethiopia", "its right to fill the dam")]),
    ("voiced", "Egypt voiced alarm at the filling of the dam.", [(I, "Egypt", "alarm at the filling of the dam")]),
    ("reiterated", "Egypt reiterated its call for a binding treaty.", [(I, "Egypt", "its call for a binding treaty")]),
    ("stressed the need", "Both sides stressed the need for restraint.", [(I, "Both sides", "the need for restraint")]),
    (
        "proposed a gerund",
        "Pakistan proposed holding the next round in Oslo.",
        [(I, "Pakistan", "holding the next round in Oslo")],
    ),
    (
        "promise with an object",
        "Lula promised Peru that the road would be paved.",
        [(I, "Luiz Inácio Lula da Silva", "the road would be paved")],
    ),
    (
        "called on with for",
        "Gandhi called on Monday for an end to the blockade.",
        [(I, "Indira Gandhi", "an end to the blockade")],
    ),
    (
        "appealed to",
        "Nyerere appealed to the rebels to lay down their arms.",
        [(I, "Julius Nyerere", "the rebels to lay down their arms")],
    ),
    (
        "asked to",
        "Nyerere asked the rebels to lay down their arms.",
        [(I, "Julius Nyerere", "the rebels to lay down their arms")],
    ),
    (
        "let it be known",
        "Thatcher made clear that the fleet would sail.",
        [(I, "Margaret Thatcher", "the fleet would sail")],
    ),
    (
        "that after an adverbial",
        "Thatcher made it clear on Sunday that the fleet would sail.",
        [(I, "Margaret Thatcher", "the fleet would sail")],
    ),
    ("passive with an agent", "The ban was announced by Iceland on Sunday.", [(I, "Iceland", "The ban")]),
    ("told that, passive", "Ministers were told that the reserves were gone.", [(I, "", "the reserves were gone")]),
    ("reports that, nobody named", "There were reports that the envoy had fled.", []),
    (
        "denied reports",
        "Sudan denied reports that the envoy had fled.",
        [(I, "Sudan", "reports that the envoy had fled")],
    ),
    (
        "agreed",
        "Turkey and Armenia agreed that the border should open.",
        [(I, "Turkey | Armenia", "the border should open")],
    ),
    (
        "two clauses with that",
        "Kishida said that aid would double and that Japan would send engineers.",
        [(I, "Fumio Kishida", "aid would double"), (I, "Fumio Kishida", "Japan would send engineers")],
    ),
    (
        "while closes the content",
        "Kishida said aid would double, while Yoon spoke of trade.",
        [(I, "Fumio Kishida", "aid would double")],
    ),
    (
        "two speakers in a sentence",
        "Kishida said aid would double and Yoon said the offer was generous.",
        [(I, "Fumio Kishida", "aid would double"), (I, "Yoon Suk Yeol", "the offer was generous")],
    ),
    (
        "reported inside reported",
        "Kallas said Bildt had told her that the ship was safe.",
        [(I, "Kaja Kallas", "Bildt had told her that the ship was safe"), (I, "Carl Bildt", "the ship was safe")],
    ),
    (
        "statement said",
        "A statement from the African Union said the mission would be extended.",
        [(I, "African Union", "the mission would be extended")],
    ),
    (
        "possessor and a statement",
        "Ankara’s statement said the crossing would reopen.",
        [(I, "Turkey", "the crossing would reopen")],
    ),
    ("state media", "State media said the launch had succeeded.", [(I, "State media", "the launch had succeeded")]),
    (
        "agency of a state by a noun",
        "North Korea’s state news agency said the launch had succeeded.",
        [(I, "North Korea’s state news agency", "the launch had succeeded")],
    ),
    ("government of", "The government of Peru said the road was open.", [(I, "Peru", "the road was open")]),
    ("analysts say", "Analysts say the peso will fall.", [(I, "Analysts", "the peso will fall")]),
    ("what nobody by name fears is the author's view", "Some diplomats fear the pact will not survive the year.", []),
    ("a state believes: the author's view", "Iran believes that the pact will not survive the year.", []),
    (
        "quotation after a colon with a verb of its own kind",
        "Her answer was short: “We will not go back to the table.”",
        [],
    ),
    (
        "she from the sentence before",
        "Kallas arrived in Oslo on Monday. She said the ships would stay.",
        [(I, "Kaja Kallas", "the ships would stay")],
    ),
    (
        "they from a pair before",
        "Aliyev and Pashinyan met in Oslo. They said the border would be marked.",
        [(I, "Ilham Aliyev | Nikol Pashinyan", "the border would be marked")],
    ),
    (
        "the ministry",
        "The Turkish Foreign Ministry summoned the envoy. The ministry said the flight was illegal.",
        [(I, "Turkish Foreign Ministry", "the flight was illegal")],
    ),
    (
        "the foreign minister, one fits",
        "Turkish Foreign Minister Hakan Fidan met Kallas in Oslo. The Turkish minister said trade had doubled.",
        [(I, "Hakan Fidan", "trade had doubled")],
    ),
    (
        "new paragraph, he",
        "Abiy opened the dam on Friday.\n“This river has been waiting for us,” he said.",
        [(D, "Abiy Ahmed", "This river has been waiting for us,")],
    ),
    (
        "quotation first, speaker in the next sentence of the paragraph has another verb",
        "“This river has been waiting for us.” With these words Abiy opened the dam.",
        [],
    ),
    (
        "curly mark never closed",
        "Abiy said: “This river has been waiting for us.\nEgypt said it would wait.",
        [(D, "Abiy Ahmed", "This river has been waiting for us."), (I, "Egypt", "it would wait")],
    ),
    (
        "closing mark without an opening one",
        "This river has been waiting for us,” Abiy said. Egypt said it would wait.",
        [(D, "Abiy Ahmed", "This river has been waiting for us,"), (I, "Egypt", "it would wait")],
    ),
    (
        "straight mark never closed",
        'Abiy said: "This river has been waiting for us.\nEgypt said "we are ready to wait".',
        [(D, "Abiy Ahmed", "This river has been waiting for us."), (D, "Egypt", "we are ready to wait")],
    ),
    (
        "double apostrophes of old wires",
        "``The fleet will sail tonight if it must,'' Thatcher said.",
        [(D, "Margaret Thatcher", "The fleet will sail tonight if it must,")],
    ),
    (
        "brackets inside the marks",
        "“They [the rebels] will not talk to us,” Salas said.",
        [(D, "Pedro Salas", "They [the rebels] will not talk to us,")],
    ),
    (
        "dots of omission",
        "“We will ... never again close the port,” Salas said.",
        [(D, "Pedro Salas", "We will ... never again close the port,")],
    ),
    (
        "dash before the speaker",
        "“No river, no nation, no excuse.” – Abiy Ahmed",
        [(D, "Abiy Ahmed", "No river, no nation, no excuse.")],
    ),
    (
        "and from",
        "And from Lula: “The forest is not for sale to anyone.”",
        [(D, "Luiz Inácio Lula da Silva", "The forest is not for sale to anyone.")],
    ),
    (
        "said, then a clause of the author",
        "Salas said the road was closed, prompting a protest in Lima.",
        [(I, "Pedro Salas", "the road was closed")],
    ),
    ("as is no attribution", "As prices rose, Chile announced a rise in wages.", [(I, "Chile", "a rise in wages")]),
    (
        "will say",
        "Kishida will say in a speech in Oslo that the sea must stay open.",
        [(I, "Fumio Kishida", "the sea must stay open")],
    ),
    (
        "refused to say",
        "Fidan refused to say where the ship was bound.",
        [],
    ),
    (
        "went on to",
        "Nyerere went on to say that the debt was unpayable.",
        [(I, "Julius Nyerere", "the debt was unpayable")],
    ),
    ("reflexive", "Bildt himself said that the map was wrong.", [(I, "Carl Bildt", "the map was wrong")]),
    ("for his part", "Pashinyan, for his part, said the map was wrong.", [(I, "Nikol Pashinyan", "the map was wrong")]),
    (
        "on the other hand, comma pair",
        "Pashinyan, however, insisted that the map was wrong.",
        [(I, "Nikol Pashinyan", "the map was wrong")],
    ),
    (
        "warn of in marks",
        "Yoon warned of “an overwhelming and immediate response” to any attack.",
        [(D, "Yoon Suk Yeol", "an overwhelming and immediate response")],
    ),
    ("opinion verb, no content", "Haddad agreed.", []),
    (
        "verb with a thing as object",
        "Fidan announced the date. Salas repeated the word.",
        [(I, "Hakan Fidan", "the date")],
    ),
    ("call by telephone", "Fidan called Vieira on Sunday and calls are expected on Monday.", []),
    ("ordered goods", "Egypt ordered wheat from Pakistan.", []),
    ("offered goods", "Chile offered copper and Peru accepted it.", []),
    ("hold talks", "Turkey and Iran held talks in Oslo and agreed to meet again.", []),
    ("feel cold, think tank", "The think tank felt the cold and the guests felt at home.", []),
    ("expected, a participle", "The ship is expected in Lima on Monday.", []),
    ("project as a noun", "The project states its aims.", []),
    ("said, an adjective", "The said clause and the reported crime were read out in court.", []),
    ("add numbers", "Chile added two ships to the fleet.", []),
    ("charge fees", "Norway charges a fee and Iceland charges none.", []),
    ("rule a country", "Gandhi ruled India for fifteen years and decided its fate.", []),
    ("claimed lives", "The flood claimed nine lives in Peru.", []),
    ("raise a question", "Kallas questioned the witness and then pressed the button.", []),
    (
        "day without a preposition",
        "The port is open again, Foreign Minister Hakan Fidan said Tuesday.",
        [(I, "Hakan Fidan", "The port is open again")],
    ),
    (
        "verb long after its subject",
        "Historians have long argued that the treaty was dead by then.",
        [(I, "Historians", "the treaty was dead by then")],
    ),
    (
        "told a hearer with an apposition",
        "Abiy told the Egyptian envoy, Leila Haddad, that the gates would stay shut.",
        [(I, "Abiy Ahmed", "the gates would stay shut")],
    ),
    (
        "headline with a title in short",
        "Turkey and Greece to talk again soon: Greek FM",
        [(I, "Greek FM", "Turkey and Greece to talk again soon")],
    ),
    ("headline: a state's name and a colon is a topic", "Iceland: the ban stays", []),
    (
        "adjective that reports",
        "Ardern was adamant that the islands would vote.",
        [(I, "Jacinda Ardern", "the islands would vote")],
    ),
    ("adjective, negated", "Ardern was not concerned that the islands would vote.", []),
    (
        "a statement saying",
        "Chile and Peru issued a statement saying that the road would be paved.",
        [(I, "Chile | Peru", "the road would be paved")],
    ),
    (
        "the statement of the sentence before",
        "The African Union said in a statement that the truce held. The statement added that monitors would come.",
        [(I, "African Union", "the truce held"), (I, "African Union", "monitors would come")],
    ),
    (
        "a report published by",
        "Prices fell, according to a report published on Monday by the World Bank.",
        [(I, "World Bank", "Prices fell")],
    ),
    ("according to as manner", "The bridge was built according to the old plan of Bildt.", []),
    (
        "in running text, according to a name",
        "Debt has doubled according to Haddad.",
        [(I, "Leila Haddad", "Debt has doubled")],
    ),
    (
        "subject and colon",
        "Haddad was blunter: “This loan will never be repaid.”",
        [(D, "Leila Haddad", "This loan will never be repaid.")],
    ),
    (
        "possessor and colon",
        "Note Haddad’s choice of words: “This loan will never be repaid.”",
        [(D, "Leila Haddad", "This loan will never be repaid.")],
    ),
    (
        "formula of somebody",
        "Lula came up with the formula “hunger is not a natural thing”.",
        [(D, "Luiz Inácio Lula da Silva", "hunger is not a natural thing")],
    ),
    (
        "told whom behind a comma",
        "“He is the only one they trust,” Hugh Hill, of Chatham House, told Reuters.",
        [(D, "Hugh Hill", "He is the only one they trust,")],
    ),
    (
        "as somebody told me",
        "As a retired envoy told me, “you buy the umbrella before the rain.”",
        [(D, "retired envoy", "you buy the umbrella before the rain.")],
    ),
    (
        "participle behind a quotation",
        "Bildt called the offer “a very cold comfort,” warning the north would not sign.",
        [(D, "Carl Bildt", "a very cold comfort,"), (I, "Carl Bildt", "the north would not sign")],
    ),
    (
        "an institute in a city in a country",
        "But Hugh Hill of the centre for peace at Chatham House in Lima, Peru, said the vote was lost.",
        [(I, "Hugh Hill", "the vote was lost")],
    ),
    (
        "an aside that is no subject",
        "The work of many bodies, such as NATO and the African Union, mentioned today.",
        [],
    ),
    (
        "control of an infinitive",
        "Abiy called on Egypt to recognise that the river has many owners.",
        [(I, "Abiy Ahmed", "Egypt to recognise that the river has many owners")],
    ),
    ("what they said, asked", "Asked what Reuters told him about the ship, Salas walked on.", []),
    (
        "two levels: the outer one is cut off",
        "Officials said that the envoys had met and would meet again, Xinhua reported.",
        [(I, "Officials", "the envoys had met and would meet again")],
    ),
    (
        "request inside what another says",
        "Egypt had asked Sudan to wait, a senior diplomat said.",
        [(I, "senior diplomat", "Egypt had asked Sudan to wait")],
    ),
    (
        "belief inside what another says",
        "Iran said it believes the talks will fail.",
        [(I, "Iran", "it believes the talks will fail")],
    ),
    ("first person of the author", "I believe that the treaty is dead and we call for a new one.", []),
    ("infinitive of purpose", "Kallas came to condemn the raid and to express her thanks.", []),
    (
        "impersonal",
        "It should be recalled that the treaty is dead. It is no exaggeration to say that it was stillborn.",
        [],
    ),
    ("noun with a relative clause", "Armenia’s answer to threats that could return is trade.", []),
    ("that as a pronoun", "Chile confirmed that commitment in May.", [(I, "Chile", "commitment in May")]),
    ("demanded by", "A pace demanded by the law that nobody read was kept.", []),
    ("it goes without saying that", "It goes without saying that Iran will attend.", []),
    ("so-called", "Norway met the so-called friends of the north.", []),
    (
        "she, not he",
        "Kallas met Bildt in Oslo. She said the ships would stay.",
        [(I, "Kaja Kallas", "the ships would stay")],
    ),
    (
        "he, not she",
        "Kallas met Bildt in Oslo. He said the ships would stay.",
        [(I, "Carl Bildt", "the ships would stay")],
    ),
    (
        "the main clause has the subject",
        "While Kallas spoke of ships, Bildt spoke of cables. “We should mend them first,” he said.",
        [(D, "Carl Bildt", "We should mend them first,")],
    ),
    (
        "names inside the quotation are not he",
        "Salas said: “He is a liar. Kissinger has no right to be here.” He added: “We will show him the door.”",
        [
            (D, "Pedro Salas", "He is a liar. Kissinger has no right to be here."),
            (D, "Pedro Salas", "We will show him the door."),
        ],
    ),
    (
        "the expert",
        "Analyst Hugh Hill sees no deal. Hugh Hill says the map is wrong. “It was drawn in the dark,” the analyst said.",
        [(I, "Hugh Hill", "the map is wrong"), (D, "Hugh Hill", "It was drawn in the dark,")],
    ),
    (
        "short words in marks, then the quotation goes on",
        "“No,” Salas said. “We shall not leave this port.”",
        [(D, "Pedro Salas", "We shall not leave this port.")],
    ),
    ("the Turkish side", "The Turkish side called for a new round of talks.", [(I, "Turkey", "a new round of talks")]),
    ("the Norwegians", "The Norwegians said the ban would stay.", [(I, "Norway", "the ban would stay")]),
    ("liken", "Bildt likened the plan to “a bridge with one bank”.", [(D, "Carl Bildt", "a bridge with one bank")]),
    (
        "dismiss as",
        "Bildt dismissed reports that Iran would leave as “the usual summer theatre”.",
        [(D, "Carl Bildt", "the usual summer theatre")],
    ),
    (
        "titles in lower case between mark and name",
        "“The water is ours,” Foreign Ministry spokesman Hugh Hill said at a briefing.",
        [(D, "Hugh Hill", "The water is ours,")],
    ),
    ("a clause between mark and verb is no title", "“The water is ours”, which is odd, and Hugh Hill agreed.", []),
    (
        "one of his advisers put it to me",
        "As one of his advisers put it to me: “We mend the roof before the window.”",
        [(D, "one of his advisers", "We mend the roof before the window.")],
    ),
    (
        "reduced relative clause",
        "The students holding the embassy said the envoys were well.",
        [(I, "students", "the envoys were well")],
    ),
    (
        "sources consulted",
        "Sources from the ministry consulted by Reuters say the envoy will stay.",
        [(I, "Sources from the ministry", "the envoy will stay")],
    ),
    (
        "a name that no lexicon knows keeps no title",
        "Senator Odile Marchetti told reporters the vote was lost.",
        [(I, "Odile Marchetti", "the vote was lost")],
    ),
    (
        "disputed reports that",
        "Bildt disputed reports that the cable was cut.",
        [(I, "Carl Bildt", "reports that the cable was cut")],
    ),
    (
        "that behind an insertion",
        "Iran denounced, through its embassy in Oslo, that “the law of the sea was broken”.",
        [(D, "Iran", "the law of the sea was broken")],
    ),
    (
        "dateline is not reported",
        "LIMA, May 3 (Reuters) - The road is open again, Pedro Salas said.",
        [(I, "Pedro Salas", "The road is open again")],
    ),
    (
        "a charge somebody denies",
        "Peru accused Chile of moving the stones, a charge Chile denies.",
        [(I, "Peru", "Chile of moving the stones")],
    ),
    (
        "person of a paper",
        "The reserves are gone, according to Hugh Hill of the Coast Weekly.",
        [(I, "Hugh Hill", "The reserves are gone")],
    ),
]

NEGATIVE = [
    ("scare quotes", "The “frozen conflict” thawed and Armenia moved its troops."),
    ("a term of three words in marks, no saying verb", "The policy of “no first use” is old."),
    ("title of a book, no saying verb", "Her novel “The Long Road to the Sea” won a prize in Oslo."),
    ("name of a policy in marks", "Japan runs a programme called “Free and Open Sea Lanes for All”."),
    ("saying verb as a noun", "The claims were settled and the report was printed in Lima."),
    ("states as a noun", "Member states signed the call, the demand and the request."),
    ("asked, nothing reported", "Okello was asked to wait outside."),
    ("it goes without saying", "It goes without saying."),
    ("having one's say", "Peru had a say in the matter."),
    ("a told story", "The story is told in three parts."),
    ("stated aims", "The stated aims of the pact were never met."),
    ("note as a noun", "Chile sent a note and Peru kept it."),
    ("perception", "Chile saw that the line had been crossed."),
    ("speech verb without content", "Nyerere spoke for an hour and left."),
    ("a promise kept", "Norway kept its promise."),
    ("feet and inches", 'The pole was 6\' 4" long and 3" thick.'),
]


# News items made up for these tests, each with the names in it and every row that should come out.
STORIES = [
    (
        "wire story, West Africa, 2012",
        """\
Malian rebels reject talks as regional bloc readies force

BAMAKO, Sept 14 (Reuters) - Rebels in northern Mali will not negotiate with a government that “came to power at the point of a gun”, their spokesman said on Friday, hours after West African leaders agreed to send up to 3,300 troops.

“We are at home and we are not going anywhere,” Moussa Ag Assarid told Reuters by telephone from Paris. “If they want war, they will have it.”

Ivorian President Alassane Ouattara, who chairs the ECOWAS bloc, said after a meeting in Abidjan that the first soldiers could deploy within weeks if the United Nations gave its blessing.

“Everything is ready,” he said. “What we lack is a mandate.”

Diplomats in New York, however, cautioned that the plan was far from finished. One Western envoy described the concept of operations as “a list of wishes with a map attached”.

France, the former colonial power, has promised logistical help but ruled out sending ground troops. Foreign Minister Laurent Fabius said Paris would not lead from the front.

The U.N. refugee agency said more than 250,000 people had fled the north since January. It warned that the rains were cutting off camps in Burkina Faso and Niger.

Residents of Gao reached by phone said fighters had banned music and amputated the hand of a thief. “They say it is God’s law, but God did not ask them to take our radios,” said one trader, who asked not to be named.

Mali’s interim president, Dioncounda Traore, has yet to comment. An aide said he would address the nation on Saturday.
""",
        {
            "BAMAKO": ("Bamako", "place"),
            "Reuters": ("Reuters", "organisation"),
            "Mali": ("Mali", "state"),
            "West": ("West", "organisation"),
            "Moussa Ag Assarid": ("Moussa Ag Assarid", "person"),
            "Paris": ("France", "state"),
            "Alassane Ouattara": ("Alassane Ouattara", "person"),
            "ECOWAS": ("Economic Community of West African States", "organisation"),
            "Abidjan": ("Abidjan", "place"),
            "United Nations": ("United Nations", "organisation"),
            "New York": ("New York", "place"),
            "France": ("France", "state"),
            "Laurent Fabius": ("Laurent Fabius", "person"),
            "U.N.": ("United Nations", "organisation"),
            "Burkina Faso": ("Burkina Faso", "state"),
            "Niger": ("Niger", "state"),
            "Gao": ("Gao", "place"),
            "Dioncounda Traore": ("Dioncounda Traoré", "person"),
        },
        [
            (I, "spokesman", "Rebels in northern Mali will not negotiate with a government"),
            (D, "spokesman", "came to power at the point of a gun"),
            (D, "Moussa Ag Assarid", "We are at home and we are not going anywhere,"),
            (D, "Moussa Ag Assarid", "If they want war, they will have it."),
            (
                I,
                "Alassane Ouattara",
                "the first soldiers could deploy within weeks if the United Nations gave its blessing",
            ),
            (D, "Alassane Ouattara", "What we lack is a mandate."),
            (I, "Diplomats in New York", "the plan was far from finished"),
            (D, "One Western envoy", "a list of wishes with a map attached"),
            (I, "France", "logistical help"),
            (I, "France", "sending ground troops"),
            (I, "Laurent Fabius", "Paris would not lead from the front"),
            (I, "U.N. refugee agency", "more than 250,000 people had fled the north since January"),
            (I, "U.N. refugee agency", "the rains were cutting off camps in Burkina Faso and Niger"),
            (I, "Residents of Gao", "fighters had banned music and amputated the hand of a thief"),
            (D, "one trader", "They say it is God’s law, but God did not ask them to take our radios,"),
            (I, "aide", "he would address the nation on Saturday"),
        ],
    ),
    (
        "wire story, Cold War, 1986",
        """\
GORBACHEV, REAGAN END SUMMIT WITHOUT ACCORD

REYKJAVIK, Oct 12 - President Reagan and Soviet leader Mikhail Gorbachev ended two days of talks here on Sunday without agreement on nuclear arms, with each side blaming the other for the failure.

Secretary of State George Shultz, his voice breaking, told a news conference that the two leaders had come close to an accord that would have eliminated all ballistic missiles within 10 years. "We are deeply disappointed at this outcome," he said.

Shultz said the talks collapsed when Gorbachev insisted that research on the Strategic Defense Initiative be confined to the laboratory. "The President simply could not accept that," Shultz told reporters.

Gorbachev, speaking later to a packed hall, accused Washington of wanting to win military superiority. "I told the President we were missing a historic chance," the Soviet leader said. "Never had our positions been so close together."

A White House official, who spoke on condition of anonymity, said no date had been set for a meeting in Washington. The official Soviet news agency Tass said the talks had been "useful, in spite of everything".

"It would have taken a madman to accept it," Gorbachev added, referring to the American space defense plan.

In London, Prime Minister Margaret Thatcher urged both sides not to lose heart. Denis Healey, foreign affairs spokesman for the opposition Labour Party, called the outcome "a tragedy for which Star Wars alone is to blame".

Asked if the summit had failed, Reagan's spokesman, Larry Speakes, replied: "The proposals are still on the table."
""",
        {
            "GORBACHEV": ("Mikhail Gorbachev", "person"),
            "REAGAN": ("Ronald Reagan", "person"),
            "REYKJAVIK": ("Reykjavik", "place"),
            "Reagan": ("Ronald Reagan", "person"),
            "Mikhail Gorbachev": ("Mikhail Gorbachev", "person"),
            "George Shultz": ("George Shultz", "person"),
            "Shultz": ("George Shultz", "person"),
            "Gorbachev": ("Mikhail Gorbachev", "person"),
            "Washington": ("United States", "state"),
            "White House": ("United States", "state"),
            "Tass": ("TASS", "organisation"),
            "London": ("United Kingdom", "state"),
            "Margaret Thatcher": ("Margaret Thatcher", "person"),
            "Denis Healey": ("Denis Healey", "person"),
            "Labour Party": ("Labour Party", "organisation"),
            "Larry Speakes": ("Larry Speakes", "person"),
        },
        [
            (
                I,
                "George Shultz",
                "the two leaders had come close to an accord that would have eliminated all ballistic missiles within 10 years",
            ),
            (D, "George Shultz", "We are deeply disappointed at this outcome,"),
            (
                I,
                "George Shultz",
                "the talks collapsed when Gorbachev insisted that research on the Strategic Defense Initiative be confined to the laboratory",
            ),
            (I, "Mikhail Gorbachev", "research on the Strategic Defense Initiative be confined to the laboratory"),
            (D, "George Shultz", "The President simply could not accept that,"),
            (I, "Mikhail Gorbachev", "Washington of wanting to win military superiority"),
            (D, "Mikhail Gorbachev", "I told the President we were missing a historic chance,"),
            (D, "Mikhail Gorbachev", "Never had our positions been so close together."),
            (I, "White House official", "no date had been set for a meeting in Washington"),
            (D, "TASS", "useful, in spite of everything"),
            (D, "Mikhail Gorbachev", "It would have taken a madman to accept it,"),
            (I, "Margaret Thatcher", "both sides not to lose heart"),
            (D, "Denis Healey", "a tragedy for which Star Wars alone is to blame"),
            (D, "Larry Speakes", "The proposals are still on the table."),
        ],
    ),
    (
        "news agency, Central Asia",
        """\
Tajik, Kyrgyz presidents agree to finish border demarcation

Tajik President Emomali Rahmon and his Kyrgyz counterpart Sadyr Japarov have agreed to complete the delimitation of the common border by the end of the year, the Kyrgyz presidential press service reports.

During the phone conversation, Rahmon stressed that the remaining sections should be settled in the spirit of good-neighborliness. Japarov, for his part, expressed confidence that the working groups would meet the deadline.

The parties also noted the need to reopen the checkpoints closed since 2021.

According to the press service, the heads of state exchanged views on regional security.

Earlier, the head of Kyrgyzstan's State Committee for National Security, Kamchybek Tashiev, stated that over 90 percent of the border line had been agreed upon. “Not a single meter of disputed land will remain,” Tashiev noted.

Experts, however, are more cautious. Political analyst Bakyt Dzhumagulov believes that water, not land, is the key to the dispute. In his opinion, without an agreement on the Isfara River any line on the map will be temporary.

“You can draw a line with a ruler, but you cannot divide a river with it,” the expert emphasized.

It should be recalled that in September 2022 more than 100 people were killed in clashes on the border.
""",
        {
            "Emomali Rahmon": ("Emomali Rahmon", "person"),
            "Sadyr Japarov": ("Sadyr Japarov", "person"),
            "Rahmon": ("Emomali Rahmon", "person"),
            "Japarov": ("Sadyr Japarov", "person"),
            "Kyrgyzstan": ("Kyrgyzstan", "state"),
            "State Committee for National Security": ("State Committee for National Security", "organisation"),
            "Kamchybek Tashiev": ("Kamchybek Tashiev", "person"),
            "Tashiev": ("Kamchybek Tashiev", "person"),
            "Bakyt Dzhumagulov": ("Bakyt Dzhumagulov", "person"),
            "Isfara River": ("Isfara River", "place"),
        },
        [
            (
                I,
                "Kyrgyz presidential press service",
                "Tajik President Emomali Rahmon and his Kyrgyz counterpart Sadyr Japarov have agreed to complete the delimitation of the common border by the end of the year",
            ),
            (I, "Emomali Rahmon", "the remaining sections should be settled in the spirit of good-neighborliness"),
            (I, "Sadyr Japarov", "confidence that the working groups would meet the deadline"),
            (I, "parties", "the need to reopen the checkpoints closed since 2021"),
            (I, "Kyrgyz presidential press service", "the heads of state exchanged views on regional security"),
            (I, "Kamchybek Tashiev", "over 90 percent of the border line had been agreed upon"),
            (D, "Kamchybek Tashiev", "Not a single meter of disputed land will remain,"),
            (I, "Bakyt Dzhumagulov", "water, not land, is the key to the dispute"),
            (I, "Bakyt Dzhumagulov", "without an agreement on the Isfara River any line on the map will be temporary"),
            (D, "Bakyt Dzhumagulov", "You can draw a line with a ruler, but you cannot divide a river with it,"),
        ],
    ),
    (
        "ministry readout, Latin America",
        """\
Readout of Foreign Minister Alberto van Klaveren’s meeting with Canadian counterpart Mélanie Joly

Santiago, 14 February 2024. - Foreign Minister Alberto van Klaveren received today his Canadian counterpart, Mélanie Joly, who is on an official visit to Chile.

At the meeting, the ministers reviewed the bilateral agenda and highlighted the modernization of the free trade agreement. Minister van Klaveren thanked Canada for its help in fighting the forest fires in Valparaíso. “Canada was the first country to call us, and we will not forget it,” he said.

Minister Joly announced that her government would provide five million dollars for the reconstruction of the affected areas. She also reiterated Canada’s invitation to Chile to take part in the ministerial conference on critical minerals.

Both authorities expressed their concern over the situation in Haiti and agreed on the need for a rapid deployment of the multinational mission led by Kenya.

In response to a question from the press, the Chilean minister denied that the government was considering closing its embassy in Caracas. “That option is not on the table today,” he pointed out, adding that “dialogue is more necessary than ever when things are difficult.”

For her part, Joly said: “Chile is a natural partner for us in the hemisphere.” She declined to answer a question about the mining royalty.
""",
        {
            "Alberto van Klaveren": ("Alberto van Klaveren", "person"),
            "Mélanie Joly": ("Mélanie Joly", "person"),
            "Santiago": ("Santiago", "place"),
            "Chile": ("Chile", "state"),
            "van Klaveren": ("Alberto van Klaveren", "person"),
            "Canada": ("Canada", "state"),
            "Valparaíso": ("Valparaiso", "place"),
            "Joly": ("Mélanie Joly", "person"),
            "Haiti": ("Haiti", "state"),
            "Kenya": ("Kenya", "state"),
            "Caracas": ("Caracas", "place"),
        },
        [
            (I, "ministers", "the modernization of the free trade agreement"),
            (D, "Alberto van Klaveren", "Canada was the first country to call us, and we will not forget it,"),
            (
                I,
                "Mélanie Joly",
                "her government would provide five million dollars for the reconstruction of the affected areas",
            ),
            (
                I,
                "Mélanie Joly",
                "Canada’s invitation to Chile to take part in the ministerial conference on critical minerals",
            ),
            (I, "Alberto van Klaveren | Mélanie Joly", "their concern over the situation in Haiti"),
            (I, "Alberto van Klaveren", "the government was considering closing its embassy in Caracas"),
            (D, "Alberto van Klaveren", "That option is not on the table today,"),
            (D, "Alberto van Klaveren", "dialogue is more necessary than ever when things are difficult."),
            (D, "Mélanie Joly", "Chile is a natural partner for us in the hemisphere."),
        ],
    ),
    (
        "Nordic daily",
        """\
Finland: border stays shut

Finland will keep its eastern border closed until further notice, the government decided on Thursday.

“The phenomenon has not gone away,” Interior Minister Mari Rantanen told a press conference in Helsinki. She was adamant that Finland would not become “a laboratory for hybrid attacks”.

Rantanen’s view is not shared by everyone. The Non-Discrimination Ombudsman, Kristina Stenman, said the closure was hard to square with the constitution. Asked whether she would take the matter to court, Stenman replied that it was too early to say.

In comments carried by the news agency STT, President Alexander Stubb said he understood the criticism but that security came first.

The decision was, in the words of one opposition MP, “a calendar with only one page”.

A spokesperson for the European Commission, Anitta Hipper, declined to comment on the details. The Commission “is in close contact with the Finnish authorities”, she said.

Moscow reacted angrily. Foreign Ministry spokeswoman Maria Zakharova wrote on Telegram that Helsinki was “building a wall in its own head”. The Russian embassy issued a statement saying that ordinary families were paying the price. The statement added that consular services would be cut.
""",
        {
            "Finland": ("Finland", "state"),
            "Mari Rantanen": ("Mari Rantanen", "person"),
            "Helsinki": ("Helsinki", "place"),
            "Rantanen": ("Mari Rantanen", "person"),
            "Kristina Stenman": ("Kristina Stenman", "person"),
            "Stenman": ("Kristina Stenman", "person"),
            "Alexander Stubb": ("Alexander Stubb", "person"),
            "European Commission": ("European Commission", "organisation"),
            "Anitta Hipper": ("Anitta Hipper", "person"),
            "Commission": ("European Commission", "organisation"),
            "Moscow": ("Russia", "state"),
            "Foreign Ministry": ("Foreign Ministry", "organisation"),
            "Maria Zakharova": ("Maria Zakharova", "person"),
            "Telegram": ("Telegram", "organisation"),
        },
        [
            (I, "government", "Finland will keep its eastern border closed until further notice"),
            (D, "Mari Rantanen", "The phenomenon has not gone away,"),
            (D, "Mari Rantanen", "a laboratory for hybrid attacks"),
            (I, "Kristina Stenman", "the closure was hard to square with the constitution"),
            (I, "Kristina Stenman", "it was too early to say"),
            (I, "Alexander Stubb", "he understood the criticism"),
            (I, "Alexander Stubb", "security came first"),
            (D, "one opposition MP", "a calendar with only one page"),
            (D, "Anitta Hipper", "is in close contact with the Finnish authorities"),
            (D, "Maria Zakharova", "building a wall in its own head"),
            (I, "Russian embassy", "ordinary families were paying the price"),
            (I, "Russian embassy", "consular services would be cut"),
        ],
    ),
    (
        "Turkish agency",
        """\
Ankara, Athens to keep channels open: Greek FM

Türkiye and Greece will keep all channels of dialogue open despite differences over maritime zones, Greek Foreign Minister George Gerapetritis said Tuesday.

Speaking to private broadcaster Skai, Gerapetritis underlined that the two countries had avoided any crisis for 18 months.

"Calm waters do not mean that we have forgotten our positions," he noted.

The Greek minister also stated that he would meet his Turkish counterpart Hakan Fidan in Ankara in November.

On the issue of migration, he thanked Türkiye for its cooperation and expressed the hope that the flows would decrease further.

Meanwhile, main opposition SYRIZA leader Stefanos Kasselakis accused the government of "secret diplomacy", claiming that parliament was being kept in the dark.

Government spokesman Pavlos Marinakis dismissed the allegations, saying: "There are no secrets and there is no deal on the table."

Fidan said last week that Türkiye desires a fair solution to all problems in the Aegean.
""",
        {
            "Ankara": ("Turkey", "state"),
            "Athens": ("Greece", "state"),
            "Türkiye": ("Turkey", "state"),
            "Greece": ("Greece", "state"),
            "George Gerapetritis": ("George Gerapetritis", "person"),
            "Gerapetritis": ("George Gerapetritis", "person"),
            "Hakan Fidan": ("Hakan Fidan", "person"),
            "SYRIZA": ("Syriza", "organisation"),
            "Stefanos Kasselakis": ("Stefanos Kasselakis", "person"),
            "Pavlos Marinakis": ("Pavlos Marinakis", "person"),
            "Fidan": ("Hakan Fidan", "person"),
            "Aegean": ("Aegean", "place"),
        },
        [
            (
                I,
                "George Gerapetritis",
                "Türkiye and Greece will keep all channels of dialogue open despite differences over maritime zones",
            ),
            (I, "George Gerapetritis", "the two countries had avoided any crisis for 18 months"),
            (D, "George Gerapetritis", "Calm waters do not mean that we have forgotten our positions,"),
            (I, "George Gerapetritis", "he would meet his Turkish counterpart Hakan Fidan in Ankara in November"),
            (I, "George Gerapetritis", "the hope that the flows would decrease further"),
            (I, "Stefanos Kasselakis", 'the government of "secret diplomacy"'),
            (I, "Stefanos Kasselakis", "parliament was being kept in the dark"),
            (D, "Pavlos Marinakis", "There are no secrets and there is no deal on the table."),
            (I, "Hakan Fidan", "Türkiye desires a fair solution to all problems in the Aegean"),
        ],
    ),
]

EXPECTED = DIRECT + INDIRECT + MORE


@pytest.mark.parametrize(("why", "text", "expected"), EXPECTED, ids=[row[0] for row in EXPECTED])
def test_sentence(why: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    kind = "headline" if why.startswith("headline") else "narration"
    assert sorted(short(quotations(text, kind))) == sorted(expected), why


@pytest.mark.parametrize(("what", "text", "names", "expected"), STORIES, ids=[row[0] for row in STORIES])
def test_story(what: str, text: str, names: dict[str, tuple[str, str]], expected: list[tuple[str, str, str]]) -> None:
    """Pronouns, titles and quotations that go on need more than a sentence."""
    assert short(quotations(text, names=names)) == expected, what


@pytest.mark.parametrize(("why", "text"), NEGATIVE, ids=[row[0] for row in NEGATIVE])
def test_nothing_is_quoted(why: str, text: str) -> None:
    assert short(quotations(text)) == [], why


# Words and marks that could confuse: every kind of quotation mark, saying words, names, breaks
_SCRAPS = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            "„",
            "«",
            "»",
            '"',
            "'",
            "’",
            "‘",
            "``",
            "''",
            "said",
            " says",
            " that ",
            "according to",
            " told ",
            "Kallas",
            "Peru",
            ", ",
            ". ",
            ": ",
            "\n",
            "\n\n",
            " ",
            "we will go",
            "The minister",
            " who ",
            "quoted",
            " as saying ",
            "in",
            "’s view",
            "(",
            ")",
            "—",
            "claim",
            "he",
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(_SCRAPS, st.text(max_size=200)), st.sampled_from(["narration", "headline", "answer", "question"]))
def test_any_text(text: str, kind: str) -> None:
    """No exception, and every row's offsets hold."""
    quotations(text, kind)


@settings(max_examples=60, deadline=None)
@given(_SCRAPS)
def test_the_rest_is_not_lost(scraps: str) -> None:
    """Whatever marks stand before it, a later paragraph is read."""
    text = (
        scraps
        + "\n\nMinisters met in Oslo on Monday and left again on Friday.\n\nArdern said that the islands would decide for themselves.\n"
    )
    assert "the islands would decide for themselves" in {
        row.text for row in quotations(text) if row.source == "Jacinda Ardern"
    }


HOSTILE = [
    ("straight marks, even and odd", '"' * 501),
    ("opening marks", "“" * 500),
    ("low marks", "„" * 500),
    ("guillemets back to back", "»«" * 250),
    ("single marks", "'a " * 500),
    ("pairs of apostrophes", "''" * 500),
    ("a saying word and nothing else", "said " * 500),
    ("a saying word with a pronoun", "he said, " * 500),
    ("phrases without end", "according to the king, " * 200),
    ("claims of claims", "Peru's claim that " * 200),
    ("quotations as asides", "as Peru put it, “a b c d” " * 200),
    ("colons before paragraphs", "Peru said:\n\n“" * 200),
    ("hearsay of hearsay", "is said to have " * 200),
]


@pytest.mark.parametrize(("why", "text"), HOSTILE, ids=[row[0] for row in HOSTILE])
def test_hostile(why: str, text: str) -> None:
    """What no document says is read to its end, and what stands behind it is not lost."""
    last = "\n\nMinisters met.\n\nArdern said that the islands would decide for themselves.\n"
    rows = quotations(text + last)
    assert rows[-1].text == "the islands would decide for themselves", why


@pytest.mark.parametrize(
    "scrap", ['"', "“", "said ", "he said, ", "as Peru put it, “a b c d” ", "Peru said that ", "„"]
)
def test_twice_the_text_is_twice_the_steps(scrap: str) -> None:
    """Work grows with the text: calls are counted, no clock is read."""
    once, twice = (_calls(scrap * n) for n in (400, 800))
    assert twice < 2.6 * once + 2_000, scrap


def _calls(text: str) -> int:
    """Count the calls of Python functions and of built-in ones that reading a text takes."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sentences = sentences_of(text)
    mentions = mentions_of(text, sentences)
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        find_quotations(text, sentences, mentions)
    finally:
        sys.setprofile(before)
    return count


def test_one_mark_never_closed() -> None:
    """An opening mark at the start of a document costs its own paragraph, nothing behind it."""
    text = "“The road is open.\n\n" + "\n\n".join("Ardern said that the road was open." for _ in range(50))
    assert [row.source for row in quotations(text)] == ["Jacinda Ardern"] * 50


def test_order_and_repetition() -> None:
    """The same rows on every run."""
    text = "\n".join(case[1] for case in EXPECTED)
    assert quotations(text) == quotations(text)


def test_hard_wrapped_lines() -> None:
    """A sentence may run over a line break."""
    text = "Bildt said the cables between the\nnorth and the islands were safe."
    sentence = Sentence("d#1", "d", 1, 0, len(text), text, "author", "narration")
    rows = find_quotations(text, [sentence], mentions_of(text, [sentence]))
    assert short(rows) == [(I, "Carl Bildt", "the cables between the\nnorth and the islands were safe")]


MARKS = [
    ("straight", 'He said "one" and "two".', ["one", "two"]),
    ("curly, nested", "“One ‘two’ “three” four.”", ["One ‘two’ “three” four."]),
    ("low German marks", "„Eins“ und „zwei“", ["Eins", "zwei"]),
    ("German guillemets, turned round", "Er sagte »eins« und »zwei«.", ["eins", "zwei"]),
    ("French guillemets with blanks", "Il dit « un » et « deux ».", ["un", "deux"]),
    ("old wire marks", "``One,'' he said.", ["One,"]),
    ("apostrophes are no marks", "It's the ministers’ day, rock 'n' roll of the '90s.", []),
    ("single marks, apostrophes inside", "‘Don’t,’ he said, ‘we’ll see.’", ["Don’t,", "we’ll see."]),
    (
        "plural possessive inside single marks",
        "‘The ministers’ car is late,’ she said.",
        ["The ministers’ car is late,"],
    ),
    ("single marks around a term", "a ‘third way’ between ‘two’, she said", ["third way", "two"]),
    ("feet and inches", "The pole is 6' 4\" long.", []),
    ("runs on over paragraphs", "“One.\n\n“Two.”\n\nThree.", ["One.", "Two."]),
    ("never closed", "“One.\nTwo.", ["One."]),
    ("never closed, another opens", "“One. Then “two” came.", ["One.", "two"]),
    ("the last mark closes both", "“a kind of “common roof.”\nNext.", ["a kind of “common roof."]),
    ("closed in the next line of a wrapped text", "“one\ntwo” three", ["one\ntwo"]),
    ("never opened", "Zero. One two,” he said.", ["One two,"]),
    ("empty", '“” and ""', []),
]


@pytest.mark.parametrize(("why", "text", "expected"), MARKS, ids=[row[0] for row in MARKS])
def test_marks(why: str, text: str, expected: list[str]) -> None:
    assert [text[mark.start : mark.end] for mark in find_marked(text) if mark.end > mark.start] == expected, why


@given(st.text(alphabet="“”„«»\"'’‘`a ,.\n", max_size=80))
def test_marks_of_any_text(text: str) -> None:
    """Marks come in order, do not overlap, and lie in the text."""
    marks = find_marked(text)
    for mark in marks:
        assert 0 <= mark.opened <= mark.start <= mark.end <= mark.closed <= len(text)
    for one, two in zip(marks, marks[1:], strict=False):
        assert one.closed <= two.opened
