"""Quotations: who is given as saying what, in marks and in reported speech."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.find.quotations import find_quotations
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
_NAME = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)) + r")\b")
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
                found.append(
                    Sentence(name, "d", paragraph, first, start + len(words), words.strip(), voice, kind)
                )
            start = stop
    return found


def mentions_of(text: str, sentences: list[Sentence]) -> list[Mention]:
    """Find the names of this file in a text."""
    found = []
    for sentence in sentences:
        for hit in _NAME.finditer(text, sentence.start, sentence.end):
            actor, kind = NAMES[hit.group()]
            role = "place" if kind == "place" else "actor"
            found.append(
                Mention("d", sentence.sentence, hit.start(), hit.end(), hit.group(), actor, kind, role, "test")
            )
    return found


def quotations(text: str, kind: str = "narration", voice: str = "author") -> list[Quotation]:
    sentences = sentences_of(text, kind, voice)
    rows = find_quotations(text, sentences, mentions_of(text, sentences))
    for row in rows:
        assert text[row.start : row.end] == row.text
        assert row.text
    assert rows == sorted(rows, key=lambda r: (r.start, r.end))
    return rows


def short(rows: list[Quotation]) -> list[tuple[str, str, str]]:
    return [(row.kind, row.source, row.text) for row in rows]


D, I = "direct", "indirect"  # noqa: E741 - the two kinds, in a table that is easy to read

DIRECT = [
    ("subject before the verb", 'Fidan said: "We are open to every sincere proposal."',
     [(D, "Hakan Fidan", "We are open to every sincere proposal.")]),
    ("verb before the subject", '"The border will stay open all winter," said Kallas.',
     [(D, "Kaja Kallas", "The border will stay open all winter,")]),
    ("subject, verb after the quotation", "“The border will stay open all winter,” Kallas said on Monday.",
     [(D, "Kaja Kallas", "The border will stay open all winter,")]),
    ("apposition between subject and verb",
     "“The harvest has failed for the third time,” Nancy Okello, a relief worker in the camp, said.",
     [(D, "Nancy Okello", "The harvest has failed for the third time,")]),
    ("verb, subject and apposition", "“The harvest has failed for the third time,” said Hugh Hill, a doctor.",
     [(D, "Hugh Hill", "The harvest has failed for the third time,")]),
    ("title before the name", "“Nobody wins a trade war,” said Brazilian Foreign Minister Mauro Vieira.",
     [(D, "Mauro Vieira", "Nobody wins a trade war,")]),
    ("broken by its attribution: two rows",
     "“We came here to listen,” said Ardern, “and we leave with a plan for the islands.”",
     [(D, "Jacinda Ardern", "We came here to listen,"),
      (D, "Jacinda Ardern", "and we leave with a plan for the islands.")]),
    ("two sentences around the attribution",
     "“We came here to listen,” Ardern said. “The islands will decide for themselves.”",
     [(D, "Jacinda Ardern", "We came here to listen,"),
      (D, "Jacinda Ardern", "The islands will decide for themselves.")]),
    ("several sentences inside the marks",
     '"The dam is ours. Nobody will take a drop of water from us," Abiy told parliament.',
     [(D, "Abiy Ahmed", "The dam is ours. Nobody will take a drop of water from us,")]),
    ("told an object", 'Kissinger told reporters: "There is no agreement until all of it is agreed."',
     [(D, "Henry Kissinger", "There is no agreement until all of it is agreed.")]),
    ("time between subject, verb and quotation",
     "Thatcher said in a speech in Oslo last month, “We shall not be moved by threats.”",
     [(D, "Margaret Thatcher", "We shall not be moved by threats.")]),
    ("guillemets", "Vieira a déclaré... Vieira said: « The river belongs to both of us. »",
     [(D, "Mauro Vieira", "The river belongs to both of us.")]),
    ("German low quotes", "Bildt said: „The north has never been so united.“",
     [(D, "Carl Bildt", "The north has never been so united.")]),
    ("single curly quotes, with an apostrophe inside",
     "‘We don’t want another lost decade,’ said Salas.",
     [(D, "Pedro Salas", "We don’t want another lost decade,")]),
    ("straight single quotes, with an apostrophe inside",
     "'We don't want another lost decade,' said Salas.",
     [(D, "Pedro Salas", "We don't want another lost decade,")]),
    ("nested: the outer words are the quotation",
     "“He called it ‘a day of shame’ and left the room,” Gandhi recalled.",
     [(D, "Indira Gandhi", "He called it ‘a day of shame’ and left the room,")]),
    ("as X put it", "The talks were, as Nyerere put it, “a long walk through a short room.”",
     [(D, "Julius Nyerere", "a long walk through a short room.")]),
    ("in X's words", "In Bildt’s words, “the north has never been so united.”",
     [(D, "Carl Bildt", "the north has never been so united.")]),
    ("a label and a colon", "Lula: “Hunger is not a natural thing.”",
     [(D, "Luiz Inácio Lula da Silva", "Hunger is not a natural thing.")]),
    ("quoted as saying", "Aliyev was quoted by state television as saying “the corridor will be opened this year.”",
     [(D, "Ilham Aliyev", "the corridor will be opened this year.")]),
    ("quoting somebody", "The agency reported on the accident, quoting Salas: “We did all that could be done.”",
     [(D, "Pedro Salas", "We did all that could be done.")]),
    ("according to, after", "“The reserves will last two months,” according to the World Bank.",
     [(D, "World Bank", "The reserves will last two months,")]),
    ("an unnamed source keeps its words", "“No one believes in the road map any more,” a senior diplomat said.",
     [(D, "senior diplomat", "No one believes in the road map any more,")]),
    ("pronoun", "Kishida met Yoon in Tokyo. “We turned a page today,” he said.",
     [(D, "Fumio Kishida", "We turned a page today,")]),
    ("quotation that goes on in the next paragraph",
     "“We turned a page today,” Kishida said.\n“Our children will thank us for it one day.”",
     [(D, "Fumio Kishida", "We turned a page today,"),
      (D, "Fumio Kishida", "Our children will thank us for it one day.")]),
    ("verb with an adverb", '"The camps are full to the last tent," Okello flatly told the committee.',
     [(D, "Nancy Okello", "The camps are full to the last tent,")]),
    ("verb that is rare but speaks", '"You will hear from our lawyers tomorrow," Haddad snapped.',
     [(D, "Leila Haddad", "You will hear from our lawyers tomorrow,")]),
    ("question mark before the closing mark", "“Who will pay for all of this?” asked Kallas.",
     [(D, "Kaja Kallas", "Who will pay for all of this?")]),
    ("American order: stop inside, attribution as a new clause",
     "Salas was blunt. “We have run out of money,” he added.",
     [(D, "Pedro Salas", "We have run out of money,")]),
    ("statement of an organisation",
     "“The ceasefire must be respected by all,” the African Union said in a statement.",
     [(D, "African Union", "The ceasefire must be respected by all,")]),
    ("fragment of four words inside reported speech",
     "Aliyev said the corridor was “a matter of national honour” for his people.",
     [(D, "Ilham Aliyev", "a matter of national honour")]),
    ("five words before it are a row of their own",
     "Aliyev said the corridor to the southern exclave was “a matter of national honour” for his people.",
     [(I, "Ilham Aliyev", "the corridor to the southern exclave was"),
      (D, "Ilham Aliyev", "a matter of national honour")]),
    ("fewer than four words in marks stay in the reported clause",
     "Aliyev said the corridor to the southern exclave was a “national” matter.",
     [(I, "Ilham Aliyev", "the corridor to the southern exclave was a “national” matter")]),
    ("who wrote", "“Nothing is settled until the pipeline is paid for,” wrote Bildt in an article.",
     [(D, "Carl Bildt", "Nothing is settled until the pipeline is paid for,")]),
    ("over several paragraphs, an opening mark at each",
     "Nyerere said: “We shall light a candle on the mountain.\n“It will shine beyond our borders.”\nHe left.",
     [(D, "Julius Nyerere", "We shall light a candle on the mountain."),
      (D, "Julius Nyerere", "It will shine beyond our borders.")]),
]

INDIRECT = [
    ("said that", "Fidan said that Turkey would reopen the crossing in May.",
     [(I, "Hakan Fidan", "Turkey would reopen the crossing in May")]),
    ("said without that", "Fidan said Turkey would reopen the crossing in May.",
     [(I, "Hakan Fidan", "Turkey would reopen the crossing in May")]),
    ("time between said and that", "Kallas said on Tuesday that Estonia had closed two stations.",
     [(I, "Kaja Kallas", "Estonia had closed two stations")]),
    ("place and time, no that", "Kallas said in Oslo on Tuesday Estonia had closed two stations.",
     [(I, "Kaja Kallas", "Estonia had closed two stations")]),
    ("attribution last", "Estonia has closed two stations, Kallas said.",
     [(I, "Kaja Kallas", "Estonia has closed two stations")]),
    ("attribution last, inverted", "Estonia has closed two stations, said Kaja Kallas, the prime minister.",
     [(I, "Kaja Kallas", "Estonia has closed two stations")]),
    ("according to, first", "According to the World Bank, prices rose by a third.",
     [(I, "World Bank", "prices rose by a third")]),
    ("according to, last", "Prices rose by a third, according to a report by the World Bank.",
     [(I, "World Bank", "Prices rose by a third")]),
    ("according to unnamed people", "Prices rose by a third, according to diplomatic sources.",
     [(I, "diplomatic sources", "Prices rose by a third")]),
    ("in the view of", "In Haddad’s view, the sanctions have missed their aim.",
     [(I, "Leila Haddad", "the sanctions have missed their aim")]),
    ("headline with a colon", "Prices to rise by a third: World Bank",
     [(I, "World Bank", "Prices to rise by a third")]),
    ("headline, name first", "Kallas: Estonia will close two more stations",
     [(I, "Kaja Kallas", "Estonia will close two more stations")]),
    ("headline with says", "Iceland will keep its ban, says Ardern",
     [(I, "Jacinda Ardern", "Iceland will keep its ban")]),
    ("told an object that", "Abiy told parliament that Egypt had nothing to fear from the dam.",
     [(I, "Abiy Ahmed", "Egypt had nothing to fear from the dam")]),
    ("told an object, no that", "Abiy told reporters Egypt had nothing to fear from the dam.",
     [(I, "Abiy Ahmed", "Egypt had nothing to fear from the dam")]),
    ("added", "Abiy told parliament that the dam was safe. He added that Sudan had agreed.",
     [(I, "Abiy Ahmed", "the dam was safe"), (I, "Abiy Ahmed", "Sudan had agreed")]),
    ("adding: the subject of the main clause",
     "Pashinyan said the draft was ready, adding that Armenia would sign it.",
     [(I, "Nikol Pashinyan", "the draft was ready"), (I, "Nikol Pashinyan", "Armenia would sign it")]),
    ("saying after another verb", "Norway left the talks on Friday, saying the terms had been changed overnight.",
     [(I, "Norway", "the terms had been changed overnight")]),
    ("a new clause with a subject of its own ends the content",
     "Vieira said the treaty was alive, but Chile had already moved its troops.",
     [(I, "Mauro Vieira", "the treaty was alive")]),
    ("unnamed officials", "Officials said the ferry had left the port at dawn.",
     [(I, "Officials", "the ferry had left the port at dawn")]),
    ("unnamed, with adjectives", "Senior Turkish officials say a deal is within reach.",
     [(I, "Senior Turkish officials", "a deal is within reach")]),
    ("passive, nobody named", "It was reported that the envoy had left the capital.",
     [(I, "", "the envoy had left the capital")]),
    ("passive with an infinitive", "Pyongyang’s envoy is said to have left the capital.",
     [(I, "", "to have left the capital")]),
    ("denied with a noun", "Iran denied involvement in the attack on the tanker.",
     [(I, "Iran", "involvement in the attack on the tanker")]),
    ("denied that", "Iran denied that it had fired on the tanker.",
     [(I, "Iran", "it had fired on the tanker")]),
    ("denied with a participle", "Iran denied firing on the tanker.",
     [(I, "Iran", "firing on the tanker")]),
    ("warned of", "Bildt warned of a new arms race in the north.",
     [(I, "Carl Bildt", "a new arms race in the north")]),
    ("warned against", "Bildt warned against a new arms race in the north.",
     [(I, "Carl Bildt", "a new arms race in the north")]),
    ("warned that", "Bildt warned that the north was arming again.",
     [(I, "Carl Bildt", "the north was arming again")]),
    ("called for", "The African Union called for an immediate truce in Sudan.",
     [(I, "African Union", "an immediate truce in Sudan")]),
    ("urged to", "The African Union urged Sudan to accept the truce.",
     [(I, "African Union", "Sudan to accept the truce")]),
    ("called on to", "Ardern called on Japan to end the hunt.",
     [(I, "Jacinda Ardern", "Japan to end the hunt")]),
    ("pledged to", "Kishida pledged to double the aid.",
     [(I, "Fumio Kishida", "to double the aid")]),
    ("expressed", "Yoon expressed gratitude for the welcome in Tokyo.",
     [(I, "Yoon Suk Yeol", "gratitude for the welcome in Tokyo")]),
    ("announcement that", "The announcement by Chile that it would leave the pact came as a shock.",
     [(I, "Chile", "it would leave the pact")]),
    ("a possessor's claim that", "Peru rejected Chile’s claim that the line had been crossed.",
     [(I, "Chile", "the line had been crossed")]),
    ("thinks that", "Haddad thinks that the sanctions have missed their aim.",
     [(I, "Leila Haddad", "the sanctions have missed their aim")]),
    ("believes, no that", "Haddad believes the sanctions have missed their aim.",
     [(I, "Leila Haddad", "the sanctions have missed their aim")]),
    ("perfect tense with adverbs", "India has repeatedly said that it will not sign.",
     [(I, "India", "it will not sign")]),
    ("two speakers", "Aliyev and Pashinyan said that the border would be marked.",
     [(I, "Ilham Aliyev | Nikol Pashinyan", "the border would be marked")]),
    ("relative clause between subject and verb",
     "Salas, who returned from Chile on Friday, said the road was blocked.",
     [(I, "Pedro Salas", "the road was blocked")]),
    ("who said", "The road is blocked by Salas, who said nobody would pass.",
     [(I, "Pedro Salas", "nobody would pass")]),
    ("coordinated verb", "Salas returned from Lima on Friday and said the road was blocked.",
     [(I, "Pedro Salas", "the road was blocked")]),
    ("fronted time", "On Friday, Salas said the road was blocked.",
     [(I, "Pedro Salas", "the road was blocked")]),
    ("fronted participle", "Speaking in Lima, Salas said the road was blocked.",
     [(I, "Pedro Salas", "the road was blocked")]),
    ("a spokesman of a named body", "A spokesman for the European Commission said the levy would stay.",
     [(I, "European Commission", "the levy would stay")]),
    ("name of the person after the body", "NATO spokeswoman Nancy Okello said the ship was safe.",
     [(I, "Nancy Okello", "the ship was safe")]),
    ("person of an institute", "Leila Haddad of Chatham House said the vote was close.",
     [(I, "Leila Haddad", "the vote was close")]),
    ("the institute's person", "Chatham House’s Leila Haddad said the vote was close.",
     [(I, "Leila Haddad", "the vote was close")]),
    ("apposition first", "The country’s finance minister, Pedro Salas, said the coin would be devalued.",
     [(I, "Pedro Salas", "the coin would be devalued")]),
    ("attribution in the middle", "The vote, Haddad argued, was lost before it began.",
     [(I, "Leila Haddad", "was lost before it began")]),
    ("quoted as saying, reported", "Salas was quoted by El Comercio as saying the coin would be devalued.",
     [(I, "Pedro Salas", "the coin would be devalued")]),
    ("as a report of somebody", "Xinhua reported that the bridge had been opened.",
     [(I, "Xinhua", "the bridge had been opened")]),
    ("whether", "Reuters asked whether the bridge had been opened.",
     [(I, "Reuters", "whether the bridge had been opened")]),
    ("confirmed with a noun", "Ankara confirmed plans for a second bridge.",
     [(I, "Turkey", "plans for a second bridge")]),
    ("claimed responsibility", "A little-known group claimed responsibility for the blast.",
     [(I, "little-known group", "responsibility for the blast")]),
    ("accused of", "Peru accused Chile of moving the border stones.",
     [(I, "Peru", "Chile of moving the border stones")]),
    ("the title of the only fitting person",
     "President Nyerere opened the school. The president said that it had cost too much.",
     [(I, "Julius Nyerere", "it had cost too much")]),
    ("both leaders", "Aliyev met Pashinyan in Oslo. Both leaders said that the border would be marked.",
     [(I, "Ilham Aliyev | Nikol Pashinyan", "the border would be marked")]),
    ("it, a state", "Iran recalled its envoy. It said that the talks were over.",
     [(I, "Iran", "the talks were over")]),
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


@pytest.mark.parametrize(("why", "text", "expected"), DIRECT + INDIRECT, ids=[row[0] for row in DIRECT + INDIRECT])
def test_sentence(why: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert short(quotations(text)) == expected, why


@pytest.mark.parametrize(("why", "text"), NEGATIVE, ids=[row[0] for row in NEGATIVE])
def test_nothing_is_quoted(why: str, text: str) -> None:
    assert short(quotations(text)) == [], why
