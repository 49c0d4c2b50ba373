"""Puts figures of trade and economy together: level, change, baseline, flow, parties, period and source in one row.

Only a sentence with a sum, a rate or a weight is looked at. Its flows are read, each number is given to the flow it
is of, and what a clause leaves out is carried from the clause or the sentence before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefing_lib.link.figure.fiscal_years import in_fiscal_years
from briefing_lib.link.figure.measured import is_economic, with_shares, with_unit_before
from briefing_lib.link.figure.pointed import Told
from briefing_lib.link.figure.reader import read_figures
from briefing_lib.link.figure.scene import Setting, scene_of
from briefing_lib.link.figure.seats import as_governments
from briefing_lib.tables import Date, Mention, Quantity, Quotation, Sentence, Statistic

_LONGEST = 4000  # characters; what is longer is a table or a list, where nothing says which number is of what


def find_statistics(
    text: str,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    dates: Sequence[Date],
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
    published: str = "",
) -> list[Statistic]:
    """Find the trade and economic figures of a document.

    Args:
        text: the document.
        sentences: its sentences, in order; boilerplate is passed over.
        quantities: its quantities, in order.
        dates: its temporal expressions, in order.
        mentions: its mentions, in order.
        quotations: its quotations; a figure in one is attributed to its source.
        published: its day as EDTF, up to which "since 2006" runs.

    Returns:
        Rows in order, one for each figure: "fell 11.6% to $664.5 billion" is one. ``value`` is the level,
        ``change_pct`` the signed change in per cent, ``baseline`` the level before it.

    >>> text = "Peruvian tin exports rose 5% to $1.2bn."
    >>> sentence = Sentence("d#1", "d", 1, 0, 39, text, "author", "narration")
    >>> rate = Quantity("d", "d#1", 26, 28, "5%", 5.0, "percent", "=", "up", "")
    >>> level = Quantity("d", "d#1", 32, 38, "$1.2bn", 1.2e9, "USD", "=", "", "")
    >>> row = find_statistics(text, [sentence], [rate, level], [], [], [])[0]
    >>> row.reporter, row.flow, row.commodity, row.value, row.change_pct
    ('Peru', 'export', 'tin', 1200000000.0, 5.0)
    """
    rows: list[Statistic] = []
    mentions = as_governments(mentions, published)
    starts = [sentence.start for sentence in sentences]
    quantities = with_shares(with_unit_before(text, quantities))
    at, many = 0, len(quantities)
    told: Told | None = None
    setting: Setting | None = None
    while at < many:
        if not is_economic(quantities[at]):
            at += 1
            continue
        position = bisect_left(starts, quantities[at].start + 1) - 1
        sentence = sentences[position]
        chosen = []
        while at < many and quantities[at].start < sentence.end:
            if is_economic(quantities[at]):
                chosen.append(quantities[at])
            at += 1
        if sentence.kind == "boilerplate" or sentence.end - sentence.start > _LONGEST:
            continue
        if setting is None:
            fiscal = in_fiscal_years(text, dates)
            setting = Setting(text, sentences, quantities, fiscal, mentions, quotations, published)
        for row, last in read_figures(scene_of(setting, position), chosen, told):
            rows.append(row)
            told = last
    return rows
