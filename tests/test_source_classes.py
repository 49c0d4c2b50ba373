"""Classes of sources and strength of saying words: whose word a quotation rests on, and how firmly it is given."""

from __future__ import annotations

import pytest

from briefing_lib import lexicon
from briefing_lib.find.speech.source_classes import class_of_words
from briefing_lib.find.speech.strengths import STRENGTHS
from tests.test_quotations import quotations, sentences_of

CLASSES = [
    ("a title before the name", "Estonian Foreign Minister Kaja Kallas said that it rained.", "named official"),
    ("an office behind the name", "Hakan Fidan, the foreign minister, said that it rained.", "named official"),
    ("a state", "Peru said that it rained.", "named official"),
    ("a ministry", "The Turkish Foreign Ministry said that it rained.", "named official"),
    ("a capital for its state", "Ankara said that it rained.", "named official"),
    ("an international body", "NATO said that it rained.", "named official"),
    ("an office known to the lexicon alone", "Thatcher said that it rained.", "named official"),
    ("a pronoun has the class of whom it stands for", "Peru signed. It said that it rained.", "named official"),
    ("a former office is none", "Former mayor Pedro Salas said that it rained.", "named other"),
    ("an expert", "Leila Haddad, an analyst in Oslo, said that it rained.", "named other"),
    ("a news agency", "Reuters said that it rained.", "named other"),
    ("a think tank", "Chatham House said that it rained.", "named other"),
    ("a name and nothing else", "Hugh Hill said that it rained.", "named other"),
    ("an unlisted name with a title", "“It rained in the night,” said General Oluwaseun Abiola.", "named official"),
    ("one office, no name", "The prime minister said that it rained.", "named official"),
    ("officials", "Two senior officials said that it rained.", "unnamed official"),
    ("a minister, but which", "A minister said that it rained.", "unnamed official"),
    ("a source in an office", "A source in the interior ministry said that it rained.", "unnamed official"),
    ("a government source", "A government source said that it rained.", "unnamed official"),
    ("diplomats", "Western diplomats said that it rained.", "unnamed official"),
    ("a spokesman", "A spokesman said that it rained.", "unnamed official"),
    ("police", "Police said that it rained.", "unnamed official"),
    ("analysts", "Analysts said that it rained.", "unnamed other"),
    ("critics", "Critics said that it rained.", "unnamed other"),
    ("officials of a party", "Party officials said that it rained.", "unnamed other"),
    ("officials of a union", "Union officials said that it rained.", "unnamed other"),
    ("a retired officer", "A retired general said that it rained.", "unnamed other"),
    ("anybody", "The fisherman said that it rained.", "unnamed other"),
    ("a statement", "The statement said that it rained.", "document"),
    ("a report with its body's name", "The World Bank report said that it rained.", "document"),
    ("figures", "Official data show that it rained.", "document"),
    ("a poll", "A poll found that it rained.", "document"),
    ("the author", "I said that it rained.", "author"),
    ("nobody", "It was reported that it rained.", ""),
]


@pytest.mark.parametrize(("why", "text", "expected"), CLASSES, ids=[row[0] for row in CLASSES])
def test_class(why: str, text: str, expected: str) -> None:
    """Sources by their words, their titles, and what the lexicons know."""
    assert [row.source_class for row in quotations(text)][-1:] == [expected], why


BODIES = [
    ("an organisation of citizens", "Human Rights Watch", "named other"),
    ("a body of states", "UNESCO", "named official"),
    ("a league", "FIFA", "named other"),
]


@pytest.mark.parametrize(("why", "name", "expected"), BODIES, ids=[row[0] for row in BODIES])
def test_body(why: str, name: str, expected: str) -> None:
    """Charities and leagues are no bodies of states, whatever else they are."""
    rows = quotations(f"{name} said that it rained.", names={name: (name, "organisation")})
    assert [row.source_class for row in rows] == [expected], why


PHRASES = [
    ("the last noun decides", "the ministry's critics", "other"),
    ("the first noun where others depend on it", "officials of the bank", "official"),
    ("a word that says nothing", "somebody", ""),
    ("a source is as its office", "sources in the Pentagon", "official"),
    ("a document of an office", "the ministry's letter", "document"),
    ("two words are one office", "a law enforcement source", "official"),
    ("no words", "", ""),
]


@pytest.mark.parametrize(("why", "words", "expected"), PHRASES, ids=[row[0] for row in PHRASES])
def test_words(why: str, words: str, expected: str) -> None:
    assert class_of_words(words) == expected, why


STRENGTH = [
    ("verb", "Peru claimed that it rained.", "claimed"),
    ("verb of doubt", "Peru denied that it rained.", "denied"),
    ("hint", "Peru hinted that it rained.", "suggested"),
    ("disclosure", "Peru let slip that it rained.", "revealed"),
    ("several words", "The unions gave notice that they will strike.", "warned"),
    ("noun", "Peru’s claim that it rained was odd.", "claimed"),
    ("noun that is a verb too", "Peru’s threat that it would leave came late.", "warned"),
    ("according to", "According to Peru, it was raining.", "said"),
    ("view", "In Haddad’s view, it was raining.", "thought"),
    ("reckoning", "By Haddad’s own reckoning, it was raining.", "thought"),
    ("no saying word", "“We shall not be moved again.” – Nancy Okello", ""),
]


@pytest.mark.parametrize(("why", "text", "expected"), STRENGTH, ids=[row[0] for row in STRENGTH])
def test_strength(why: str, text: str, expected: str) -> None:
    rows = quotations(text)
    assert [row.strength for row in rows if row.cue.isalpha() or " " in row.cue or not expected][:1] == [expected], why


@pytest.mark.parametrize("name", ["reporting_verbs", "reporting_nouns", "reporting_phrases"])
def test_strengths_are_those_documented(name: str) -> None:
    """Each saying word has a strength, and each strength a meaning."""
    assert {row["strength"] for row in lexicon.rows(name)} <= set(STRENGTHS)


def test_every_strength_is_used() -> None:
    used = {row["strength"] for row in lexicon.rows("reporting_verbs")}
    assert used == set(STRENGTHS)


def test_classes_are_few() -> None:
    """Whatever the source, its class is one of those documented."""
    text = "\n".join(row[1] for row in CLASSES)
    allowed = {f"{name} {kind}" for name in ("named", "unnamed") for kind in ("official", "other")}
    assert {row.source_class for row in quotations(text)} <= allowed | {"document", "author", ""}
    assert sentences_of(text)
