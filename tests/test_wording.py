"""Words counted, compared, strung together and learned from: against numbers worked out by hand."""

from __future__ import annotations

import subprocess
import sys
from math import log, log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from view_samples import corpus

import briefing_lib as bl
from briefing_lib.counting.queries import query_pattern
from briefing_lib.counting.wording import words_of
from briefing_lib.tables import frame
from briefing_lib.view import concordance, formulas, keyness
from briefing_lib.view.words.parts import Parts, part_options, sentences_of

TEXTS = {
    "accra": "Harbour fees rise in Accra\n\nThe ports agreement is a partnership of equals, the minister said.\n\n"
    "Harbour pilots struck over the harbour fees.\n",
    "lima": "Fishing talks in Lima\n\nBoth sides praised the partnership of equals.\n\nFishing fleets left. Fishing quotas fell.\n",
    "oslo": "Oslo counts its fishing boats\n\nThe fishing season closed.\n",
}
DATES = "document,published\naccra,2019-05-02\nlima,2019-05-01\noslo,2019-05-03\n"


@pytest.fixture(scope="module")
def briefing(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "sources.csv").write_text(DATES, encoding="utf-8")
    return bl.read_briefing(folder)


def lines(*texts: str):
    """Sentences of one document, one after the other."""
    rows, start = [], 0
    for number, text in enumerate(texts, 1):
        rows.append((f"d#{number}", "d", number, start, start + len(text), text, "author", "narration"))
        start += len(text) + 1
    return frame("sentences", rows)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Asia-Pacific’s role", ["the", "asia-pacific", "role"]),  # compounds are one word, genitives none
        ("Peru's 2nd envoy, 5G", ["peru", "envoy"]),  # what begins with a figure is no word
        ("“No limits”: e.g. trade/aid", ["no", "limits", "e", "g", "trade", "aid"]),
        ("naïve São Tomé", ["naïve", "são", "tomé"]),
    ],
)
def test_words_of_a_sentence(text, words):
    found = words_of(lines(text))
    assert [found.vocabulary[i] for i in found.ids if i] == words


def test_names_are_left_out_with_their_genitive_and_break_strings():
    sentences = lines("We welcome Peru’s offer")
    mentions = frame("mentions", [("d", "d#1", 11, 15, "Peru", "Peru", "state", "actor", "")])
    found = words_of(sentences, mentions)
    assert [found.vocabulary[i] for i in found.ids if i] == ["we", "welcome", "offer"]
    assert not any("welcome offer" in string for string in found.strings(2).vocabulary)


def test_strings_do_not_cross_punctuation_or_sentences():
    found = words_of(lines("peace talks, peace talks", "talks peace", "peace talks"))
    pairs = found.strings(2)
    assert pairs.vocabulary == ["", "peace talks"]
    assert np.bincount(pairs.ids)[1] == 3
    assert list(pairs.holding(1, np.array([True, True, True]))) == [0, 2]


@given(st.lists(st.text(alphabet="ab’'-|.,\n 1é“", max_size=20), max_size=4))
def test_any_text_is_counted(texts):
    found = words_of(lines(*texts))
    assert len(found.ids) == len(found.rows) == len(found.documents)
    assert not len(found.rows) or found.rows.max() < len(texts)
    assert found.counts(np.ones(len(texts), dtype=bool)).sum() == (found.ids > 0).sum()


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("sanction*", "Sanctions and unsanctioned", ["Sanctions"]),  # the star stands at the end only
        ("no limits", "a no-limits pact of “no limits”", ["no limits"]),
        ("a.b", "acb a.b", ["a.b"]),  # what means something in patterns means itself
        ("(", "(", ["("]),
        ("  ", "anything", []),
        ("people's", "people’s", ["people’s"]),
    ],
)
def test_queries(query, text, hits):
    assert query_pattern(query).findall(text) == hits


def test_parts_of_a_corpus(briefing):
    options = part_options(Parts(rest=True), briefing)
    assert options[0] == "all the rest" and "document: lima" in options and "month: 2019-05" in options
    assert briefing.sentences[sentences_of("document: oslo", briefing)]["document"].unique() == ["oslo"]
    assert sentences_of("year: 2019", briefing).all() and not sentences_of("year: 2018", briefing).any()
    with pytest.raises(ValueError, match="no part 'planet: Mars'.*publisher"):
        sentences_of("planet: Mars", briefing)


def test_keyness_by_hand(briefing):
    seen = keyness(briefing, part="document: accra", least=2)
    row = seen.table.set_index("word").loc["harbour"]
    # "Harbour" stands 3 times in the 22 words of accra without names, never in the 24 of the others.
    words = words_of(briefing.sentences, briefing.mentions)
    own = (briefing.sentences["document"] == "accra").to_numpy()
    n, m = int(words.counts(own).sum()), int(words.counts(~own).sum())
    assert (row["times"], row["times against"]) == (3, 0)
    assert row["log-likelihood"] == pytest.approx(2 * 3 * log(3 / (n * 3 / (n + m))), abs=0.01)
    assert row["log ratio"] == pytest.approx(log2((3 / n) / (0.5 / m)), abs=0.01)
    assert row["spread (DP)"] == 0  # one document has all of the part


def test_keyness_says_how_unevenly_a_word_is_spread(briefing):
    found = words_of(briefing.sentences)
    everything = np.ones(len(briefing.sentences), dtype=bool)
    places = np.array([found.vocabulary.index(word) for word in ("harbour", "fishing", "the")])
    harbour, fishing, the = found.spread(everything, places)
    own = found.counts((briefing.sentences["document"] == "accra").to_numpy()).sum()
    assert harbour == pytest.approx(1 - own / found.counts(everything).sum()), "all of it in one document"
    assert harbour > fishing > the > 0


def test_a_part_without_words_is_said(briefing):
    seen = keyness(briefing, part="year: 2019", against="document: accra")  # nothing of accra is left
    assert not seen.marks and seen.figure.layout.annotations[0].text.startswith("There are no words")


def test_the_marks_of_keyness_open_the_part_that_uses_the_word(briefing):
    seen = keyness(briefing, part="document: accra", against="document: lima", least=2)
    for word, rows in seen.marks.items():
        documents = {briefing.sentences.loc[label, "document"] for _, label in rows}
        assert documents == ({"accra"} if seen.table.set_index("word").loc[word, "log ratio"] > 0 else {"lima"})


def test_formulas_and_who_was_first(briefing):
    seen = formulas(briefing, words=3)
    assert seen.table.values.tolist() == [["partnership of equals", 2, 2, "lima", "2019-05-01"]]
    assert list(seen.marks) == ["partnership of equals · accra", "partnership of equals · lima"]


def test_nobody_is_first_on_the_same_day_or_without_a_date():
    sample = corpus(6)
    sample.documents["published"] = "2020-01-01"
    table = formulas(sample, words=2).table
    assert len(table) and set(table["first used in"]) == {""}


def test_a_concordance_shows_each_line(briefing):
    seen = concordance(briefing, query="fish*", sort="right")
    assert seen.table["word"].tolist() == ["fishing", "Fishing", "Fishing", "fishing", "Fishing"]
    assert [right.strip() for right in seen.table["right"]] == sorted(r.strip() for r in seen.table["right"])
    pieces = bl.evidence(briefing, seen.marks["Fishing · lima#3"], naming=["Fishing", "lima#3"])
    assert [pieces[0].text[a:b] for a, b in pieces[0].highlights] == ["Fishing"]


def test_learned_topics_tell_paragraphs_apart():
    sample = corpus(40)
    found = bl.Briefing({name: getattr(sample, name) for name in ("sentences", "mentions", "topics")}, {})
    learned = found.learn_topics(3)
    rows = learned.topics[learned.topics["method"] == "learned"]
    assert 2 <= rows["topic"].nunique() <= 3 and rows["score"].between(0.25, 1).all()
    assert (learned.topics["method"] == "codebook").sum() == len(found.topics), "those of the codebook stay"
    again = learned.learn_topics(3)
    assert again.topics.equals(learned.topics), "and learning again replaces what was learned"
    shuffled = bl.Briefing(
        {"sentences": found.sentences.sample(frac=1, random_state=1), "mentions": found.mentions}, {}
    )
    assert shuffled.learn_topics(3).topics.equals(rows.reset_index(drop=True)), "in any order of documents"


LEARN = """
import briefing_lib as bl
print(bl.read_briefing().learn_topics(6).topics.to_csv(index=False))
"""


def test_learned_topics_are_the_same_in_every_process(monkeypatch):
    seen = set()
    for threads, seed in (("1", "1"), ("2", "99")):
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
            monkeypatch.setenv(name, threads)
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        seen.add(subprocess.run([sys.executable, "-c", LEARN], capture_output=True, check=True).stdout)
    assert len(seen) == 1 and len(next(iter(seen))) > 1000


def test_too_few_paragraphs_are_listed_with_what_to_do(briefing):
    few = briefing.learn_topics(9)
    assert "learned" not in set(few.topics["method"])
    problem = few.problems.iloc[-1]
    assert "too few paragraphs" in problem["what"] and "ask for fewer" in problem["remedy"]
    assert len(few.problems) == len(briefing.problems) + 1


def test_fewer_than_two_topics_are_none(briefing):
    with pytest.raises(ValueError, match="at least two topics"):
        briefing.learn_topics(1)
