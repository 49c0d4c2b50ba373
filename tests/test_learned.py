"""Learned topics and their terms: invented paragraphs about four subjects, told apart and named by what is theirs."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_lib.counting.terms import count_terms
from briefing_lib.counting.wording import words_of
from briefing_lib.learned import NAMING, learn_topics
from briefing_lib.tables import Topic, frame

SUBJECTS = {
    "fish": (
        "The trawlers must keep to the cod quota, the minister said.",
        "Last year the cod quota was cut and trawlers stayed in port.",
        "Trawlers from the north want a new cod quota and more days at sea.",
        "Inspectors boarded two trawlers and counted the cod in the hold.",
    ),
    "climate": (
        "Climate change melts the glaciers above the valley.",
        "Important work on climate change is done at the glacier station.",
        "They said that climate change and the glaciers would be on the agenda.",
        "The glacier lost ten metres as climate change went on.",
    ),
    "rail": (
        "The railway through the gorge needs tunnels and a second track.",
        "Engineers of the railway promised tunnels by the end of the decade.",
        "New tunnels were opened and the railway carried its first freight.",
        "The railway was told to strengthen its tunnels in support of safety.",
    ),
    "schools": (
        "Scholarships for teachers were announced at the university.",
        "The university offered scholarships to forty teachers.",
        "Teachers with scholarships will begin work at the university in May.",
        "He thanked the teachers and the university for the scholarships.",
    ),
}


def sentences(texts: list[str], document: str = "d") -> pd.DataFrame:
    rows, start = [], 0
    for number, text in enumerate(texts, 1):
        rows.append((f"{document}#{number}", document, number, start, start + len(text), text, "author", "narration"))
        start += len(text) + 1
    return frame("sentences", rows)


def terms(*texts: str, longest: int = 2, names: bool = False, common: float = 1.0) -> list[str]:
    table = sentences(list(texts))
    return sorted(count_terms(words_of(table), np.arange(len(texts)), longest=longest, names=names, common=common)[1])


def learned(number: int = 4, **options) -> list[Topic]:
    everything = [text for group in zip(*SUBJECTS.values(), strict=True) for text in group]
    return learn_topics(sentences(everything), None, number, options.get("words", 2), False)


def test_subjects_are_told_apart():
    rows = learned()
    by_paragraph = {row.paragraph: row.topic for row in reversed(rows)}  # the strongest of each
    topics = [{by_paragraph[n] for n in range(1 + first, 17, 4)} for first in range(4)]
    assert [len(found) for found in topics] == [1, 1, 1, 1], "paragraphs of a subject have one topic"
    assert len(set.union(*topics)) == 4, "and no topic swallows another's"


def test_topics_are_named_by_what_is_theirs():
    names = sorted({row.topic for row in learned()})
    assert [name for name in names if "climate change" in name and "glacier" in name]
    assert [name for name in names if "cod quota" in name or ("cod" in name and "trawlers" in name)]
    words = {word for name in names for term in name.split(", ") for word in term.split()}
    assert words.isdisjoint({"said", "important", "work", "new", "year", "support", "strengthen", "thanked", "told"})
    assert all(len(name.split(", ")) == NAMING for name in names)


def test_each_row_has_words_of_its_paragraph():
    texts = [text for group in zip(*SUBJECTS.values(), strict=True) for text in group]
    for row in learned():
        text = texts[row.paragraph - 1].lower()
        assert row.terms and 0.25 <= row.score <= 1
        assert all(term in text or term.removesuffix("s") in text or f"{term}s" in text for term in row.terms)


def test_the_number_of_topics_follows_that_of_paragraphs():
    assert len({row.topic for row in learned(0)}) == 4, "four at least"


@pytest.mark.parametrize("number", [1, -1])
def test_one_topic_is_none(number):
    with pytest.raises(ValueError, match="at least two topics"):
        learned(number)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # words that belong together are one term, and not two as well
        (("Climate change is here.", "Of climate change we spoke."), ["climate change"]),
        # a word that stands alone too counts there
        (
            ("Climate change is here, a new climate.", "Climate change changed that climate."),
            ["climate", "climate change"],
        ),
        # two words side by side by chance are two terms
        (
            ("Cod barrels rolled.", "Cod barrels stood.", *["Cod.", "Barrels."] * 10),
            ["barrels", "cod"],
        ),
        # singular and plural are one, under the more frequent
        (("The glacier is grey.", "Glaciers and glaciers move."), ["glaciers"]),
        # words of any text, in any form, and verbs of saying
        (("They strengthened support, he said.", "Strengthening support, they say, is important."), []),
        (("On the seventy-first day of the year.", "The seventy-first day of that year."), []),
        # what stands in one paragraph alone tells nothing of others
        (("Zinc.", "Tin."), []),
    ],
)
def test_terms(texts, expected):
    assert terms(*texts) == expected


def test_titles_go_with_names():
    texts = ("The foreign minister of the lake people spoke.", "A foreign minister saw the lake.")
    assert terms(*texts, names=True) == ["lake"]
    assert "foreign minister" in terms(*texts, names=False)


def test_a_term_of_a_title_is_none_the_less_a_term():
    """There are ministers of health; health is a subject all the same."""
    assert terms("Health comes first.", "On health they agree.", names=True) == ["health"]


def test_longer_strings_take_the_words_of_shorter_ones():
    texts = ("A zone of peace was named.", "The zone of peace was drawn.")
    assert terms(*texts, longest=3) == ["zone of peace"]


def test_what_stands_everywhere_is_no_term():
    texts = ("Cod and tin.", "Cod and zinc.", "Cod, tin, zinc.", "Cod.")
    assert "cod" not in terms(*texts, common=0.5)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(alphabet="abc dé.,\n-’", max_size=60), min_size=1, max_size=12))
def test_any_text(texts):
    texts = [text.replace("\n", " ") or "x" for text in texts]
    rows = learn_topics(sentences(texts), None, 2, 2, False)
    assert all(1 <= row.paragraph <= len(texts) and row.terms for row in rows)
    assert rows == learn_topics(sentences(texts), None, 2, 2, False)
