"""Tense of the clause around a span: which verb rules it, and what that verb says.

Each case: why it is there, a sentence with the span between [ and ], and the tense.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.find.tense import clause_tense, tense

CASES = [
    ("verb before", "The envoys met on [Tuesday] in Muscat.", "past"),
    ("said", "Prague said [Tuesday] it had no plans.", "past"),
    ("regular verb", "The fund approved the loan on [Monday].", "past"),
    ("passive", "The accord was signed on [Monday].", "past"),
    ("perfect", "Both have met since [May].", "past"),
    ("perfect, passive", "Talks have been held in [May].", "past"),
    ("pluperfect", "She had left on [Sunday].", "past"),
    ("contraction", "He didn't speak on [Sunday].", "past"),
    ("will", "The envoys will meet on [Tuesday].", "future"),
    ("will be", "The accord will be signed on [Monday].", "future"),
    ("contraction of will", "They'll meet on [Tuesday].", "future"),
    ("will not", "The envoys will not meet on [Tuesday].", "future"),
    ("will also", "The pope will also visit Juba in [February].", "future"),
    ("would, told", "He said the court would rule on [Thursday].", "future"),
    ("is to", "The premier is to fly to Oslo on [Friday].", "future"),
    ("was to", "The premier was to fly to Oslo on [Friday].", "future"),
    ("is due", "The envoy is due in Cairo on [Sunday].", "future"),
    ("due alone", "A summit due in [October] may slip.", "future"),
    ("is expected", "He is expected to resign on [Monday].", "future"),
    ("was expected", "He was expected to resign on [Monday].", "future"),
    ("scheduled", "Talks scheduled for [Monday] will be short.", "future"),
    ("has been scheduled", "A vote has been scheduled for [June].", "future"),
    ("plans to", "Quito plans to open a mission in [June].", "future"),
    ("going to", "We are going to meet in [June].", "future"),
    ("set to", "He is set to meet the queen on [Monday].", "future"),
    ("agreed to", "The two agreed to meet in [June].", "future"),
    ("postponed until", "The vote was postponed until [Monday].", "future"),
    ("postponed, told when", "The vote was postponed on [Monday].", "past"),
    ("may", "A truce may begin on [Monday].", "future"),
    ("May is a month", "In May he came, and on [Monday] he left.", "past"),
    ("headline", "King to visit Rabat in [March]", "future"),
    ("headline, past participle", "Truce signed on [Monday]", "past"),
    ("infinitive of purpose", "He flew in to attend talks on [Monday].", "past"),
    ("fronted, past", "On [Monday], the envoys met.", "past"),
    ("fronted, future", "On [Monday], the envoys will meet.", "future"),
    ("fronted after that", "Lima said that on [Monday] it will vote.", "future"),
    ("fronted after and", "He arrived on Friday and on [Monday] will leave.", "future"),
    ("two clauses", "He arrived on Friday and will leave on [Monday].", "future"),
    ("two clauses, the first", "He arrived on [Friday] and will leave on Monday.", "past"),
    ("subject", "[Monday]'s talks will be brief.", "future"),
    ("subject, past", "He said [Monday]'s talks were brief.", "past"),
    ("curly apostrophe", "[Monday]’s talks will be brief.", "future"),
    ("relative clause, before", "The king, who arrived on [Monday], will speak.", "past"),
    ("relative clause, after", "The king, who arrived on Monday, will speak on [Friday].", "future"),
    ("colon", "Next: the envoys met. Then on [Monday] they will part.", "future"),
    ("United is no verb", "The United Nations will meet on [Monday].", "future"),
    ("subject with United", "The United States on [Monday] struck the port.", "past"),
    ("present", "The union is strong in [May].", "present"),
    ("timetable", "The forum opens on [Monday].", "present"),
    ("is visiting", "He is visiting Kigali on [Monday].", "present"),
    ("was visiting", "He was visiting Kigali on [Monday].", "past"),
    ("no verb", "Communiqué of [Monday]", ""),
    ("irregular verb", "The rebels withdrew on [Monday].", "past"),
    ("should", "A reply should come on [Monday].", "future"),
    ("adverb between", "They have already agreed on terms on [Monday].", "past"),
    ("quotation opens", "“On [Monday] we will march,” he said.", "future"),
    ("said after", "“We met on [Monday],” he said.", "past"),
    ("line break ends a clause", "They will meet\nOn [Monday] they met", "past"),
    ("to take part", "Ministers arrived to take part in talks on [Monday].", "past"),
    ("are to be", "Results are to be announced on [Friday].", "future"),
    ("to be held", "A summit to be held in [Baku] on Friday.", "future"),
    ("invited", "He has been invited to visit Riga in [June].", "future"),
    ("after doing", "After meeting him on [Monday], she flew home.", "past"),
    ("cancelled", "The visit planned for Friday was called off on [Monday].", "past"),
    ("who will", "The man who will lead them arrived on [Monday].", "past"),
    ("what was decided is ahead", "They decided to meet in [June].", "future"),
    ("when it was decided is past", "In [June], they decided to meet.", "past"),
    ("place and month, trailing", "A forum held in Cali, Colombia, in [May], for talks to open.", "past"),
    ("second clause opens with its date", "When talks ended, on [Monday] he will fly home.", "future"),
    ("in brackets", "The forum opened (on [Monday]) and will go on.", "past"),
    ("after doing, inside", "They expect growth after shrinking in [May].", "past"),
    ("did not say", "He did not say whether talks on [Monday] would go on.", "future"),
]


def _span(marked: str) -> tuple[str, int, int]:
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), start, end


@pytest.mark.parametrize(("why", "marked", "expected"), CASES)
def test_tense(why, marked, expected):
    assert tense(*_span(marked)) == expected


FINER = [
    ("timetable", "The forum opens on [Monday].", "timetable"),
    ("is arriving", "He is arriving on [Monday].", "timetable"),
    ("no timetable", "The forum is open on [Monday].", "present"),
    ("no timetable, past", "The forum opened on [Monday].", "past"),
    ("noun, no verb", "After three visits on [Monday], talks went on.", "past"),
    ("a plan that was", "A visit had been planned for [Monday].", "was future"),
    ("a plan that is", "A visit is planned for [Monday].", "future"),
]


@pytest.mark.parametrize(("why", "marked", "expected"), FINER)
def test_clause_tense(why, marked, expected):
    assert clause_tense(*_span(marked)) == expected


@settings(deadline=None)
@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 40))
def test_any_text(text, start, length):
    start = min(start, len(text))
    assert tense(text, start, min(start + length, len(text))) in ("past", "present", "future", "")


IN_A_SENTENCE = [
    ("a title's stop", "He will meet Mr. Rao on [Friday].", "future"),
    ("a stop in an hour", "She is scheduled to speak at 10 a.m. on [Friday].", "future"),
    ("a short month's stop", "They met on Oct. 3 and again on [Friday].", "past"),
    ("two sentences in one quotation", "He will resign. She left on [Friday].", "past"),
]


@pytest.mark.parametrize(("why", "marked", "expected"), IN_A_SENTENCE)
def test_stops_inside_a_sentence(why, marked, expected):
    text, start, end = _span(marked)
    assert clause_tense(text, start, end, 0, len(text)) == expected
