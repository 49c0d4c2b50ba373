"""Reads what a sentence without a figure introduces: "Exports disappointed. They fell 5 per cent"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from briefing_lib import lexicon
from briefing_lib.link.figure.economies import tokens
from briefing_lib.link.figure.flows import read_flows
from briefing_lib.link.figure.periods import is_period
from briefing_lib.link.figure.pointed import Told
from briefing_lib.link.figure.sides import pointer
from briefing_lib.link.figure.sources import figure_sources
from briefing_lib.link.figure.told import Parties
from briefing_lib.tables import Date, Mention, Sentence

_LONGEST = 1500  # characters; what is longer is a list
_TITLES = ("headline", "heading", "byline", "boilerplate")


@cache
def _trade() -> lexicon.Matcher[str]:
    words = [row["word"] for row in lexicon.rows("trade_words") if row["measure"] == "trade"]
    return lexicon.Matcher({word: word for word in (*words, *(word[0].upper() + word[1:] for word in words))})


def speaks_of_trade(text: str, sentences: Sequence[Sentence], position: int) -> bool:
    """Say whether the sentence before one has a word of trade, without which it introduces nothing."""
    if not position:
        return False
    before = sentences[position - 1]
    return next(_trade().find(text, before.start, before.end), None) is not None


def introduced(
    text: str,
    sentences: Sequence[Sentence],
    position: int,
    mentions: Sequence[Mention],
    before: int,
    dates: Sequence[Date],
    home: str,
    receiver: str,
) -> Told | None:
    """Return the flow of trade, its parties, period and source that the sentence before one names, if just one.

    Args:
        text: the document.
        sentences: its sentences.
        position: place of the sentence that has figures.
        mentions: the document's mentions.
        before: number of mentions before that sentence.
        dates: some dates before it, in order.
        home: the economy the document is about.
        receiver: who was told of last as receiving aid.

    >>> text = "Peru's exports disappointed. They fell 5 per cent."
    >>> cut = [Sentence("", "d", 1, *span, "", "", "narration") for span in ((0, 28), (29, 50))]
    >>> peru = Mention("d", "", 0, 4, "Peru", "Peru", "state", "actor", "")
    >>> told = introduced(text, cut, 1, [peru], 1, [], "", "")
    >>> told.flow.flow, told.parties.reporter
    ('export', 'Peru')
    """
    if not position:
        return None
    sentence = sentences[position - 1]
    if sentence.kind in _TITLES or sentence.end - sentence.start > _LONGEST:
        return None
    if sentences[position].paragraph - sentence.paragraph > 1:
        return None
    first = bisect_left(mentions, sentence.start, key=lambda m: m.start)
    found = tokens(text, sentence.start, sentence.end, mentions[first:before])
    flows = [f for f in read_flows(text, sentence.start, sentence.end, found) if f.measure == "trade" and not f.weak]
    if len(flows) != 1:
        return None
    flow = flows[0]
    reporter = flow.reporter if flow.reporter and not pointer(flow.reporter) else home
    partner = "" if pointer(flow.partner) or flow.partner == reporter else flow.partner
    period = next((d.edtf for d in dates if d.start >= sentence.start and is_period(text, d)), "")
    source = next((s.name for s in figure_sources(text, sentence.start, sentence.end) if s.data), "")
    return Told(position - 1, flow.end, flow, Parties(reporter, partner, True), receiver, period, source, "")
