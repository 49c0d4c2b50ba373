"""Whose figure it is and of when, in short texts about other countries and decades, one class of language after another.

``figure_texts.txt`` has a text a block: its class and day, the text, and for each figure the words of its number, whose
it is with whom, its flow, and its period. The texts were written before the rules that read them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_lib.find.dates import find_dates
from briefing_lib.find.mentions import find_mentions
from briefing_lib.find.quantities import find_quantities
from briefing_lib.find.quotations import find_quotations
from briefing_lib.link.statistics import find_statistics
from briefing_lib.read.passages import split_passages
from briefing_lib.read.sentences import split_sentences
from briefing_lib.tables import Statistic

TEXTS = Path(__file__).with_name("figure_texts.txt").read_text(encoding="utf-8").split("@ ")[1:]


def rows_of(text: str, published: str) -> list[Statistic]:
    sentences = split_sentences(text, split_passages("d", text))
    mentions = find_mentions(text, sentences)
    dates = find_dates(text, sentences, published)
    quantities = find_quantities(text, sentences, dates)
    said = find_quotations(text, sentences, mentions)
    return find_statistics(text, sentences, quantities, dates, mentions, said, published)


@pytest.mark.parametrize("block", TEXTS, ids=lambda block: block.splitlines()[1][:40])
def test_slots(block: str) -> None:
    """Each figure of a text has the parties, flow and period that a reader gives it."""
    head, _, rest = block.partition("\n")
    text, *wanted = rest.split("\n> ")
    rows = rows_of(text, head.partition(" | ")[2].strip())
    told = [(row, f"{row.reporter}>{row.partner} {row.flow}".strip(), row.period) for row in rows]
    for row in rows:
        assert text[row.start : row.end] == row.text
    for line in wanted:
        number, parties, period = (cell.strip() for cell in line.split(" | "))
        at = text.index(number)
        near = [slots for row, *slots in told if row.start < at + len(number) and at < row.end]
        assert [parties, period] in near
