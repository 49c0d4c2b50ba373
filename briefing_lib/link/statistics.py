"""Puts figures of trade and economy together: level, change, baseline, flow, parties, period and source in one row.

Only a sentence with a sum, a rate or a weight is looked at. Its flows are read, each number is given to the flow it
is of, and what a clause leaves out is carried from the clause or the sentence before it.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence

from briefing_lib.link.carry import NOBODY, Context, resolve
from briefing_lib.link.comparators import Comparator, comparators
from briefing_lib.link.economies import Token, country_in, lenders, state_of, tokens
from briefing_lib.link.figure_parties import adjusted, subjects
from briefing_lib.link.figure_sources import FigureSource, figure_sources, said_by
from briefing_lib.link.figures import edges_of, group_figures, qualifier, shared_out
from briefing_lib.link.flows import Flow, read_flows
from briefing_lib.link.home import dateline_end, home_of
from briefing_lib.link.introduced import introduced
from briefing_lib.link.levels import baseline_of, baseline_period, change_pct, direction_of
from briefing_lib.link.measured import Figure, is_economic, money, with_unit_before
from briefing_lib.link.named_before import (
    economies_before,
    group_before,
    seats_before,
    states_by_count,
    states_since,
)
from briefing_lib.link.periods import is_period, period_of, same_period
from briefing_lib.link.plausible import goes_on, is_statistic
from briefing_lib.link.pointed import POINTED_BEFORE, Told, pointed
from briefing_lib.link.sides import PREPOSITION, ROUTE, SPEAKER
from briefing_lib.tables import Date, Mention, Quantity, Quotation, Sentence, Statistic

_NAN = math.nan
_PASSING = ("trade", "energy", "gdp", "arms")  # measures of a period, which the next figure shares; a duty is no such
_FAR = 10  # sentences over which "bilateral" can point back to a pair
_POINTING = ("pronoun", "figure")
_PARAGRAPH = 600  # characters before a sentence in which capitals are looked for
_LONGEST = 4000  # characters; what is longer is a table or a list, where nothing says which number is of what


def find_statistics(
    text: str,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    dates: Sequence[Date],
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
) -> list[Statistic]:
    """Find the trade and economic figures of a document.

    Args:
        text: the document.
        sentences: its sentences, in order; boilerplate is passed over.
        quantities: its quantities, in order.
        dates: its temporal expressions, in order.
        mentions: its mentions, in order.
        quotations: its quotations; a figure in one is attributed to its source.

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
    starts = [sentence.start for sentence in sentences]
    quantities = with_unit_before(text, quantities)
    at, many = 0, len(quantities)
    told: Told | None = None
    main: list[tuple[str, int]] | None = None
    home = ("", "")
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
        if main is None:
            main, home = states_by_count(mentions), home_of(text, sentences, mentions)
        reader = _Reader(text, sentences, position, quantities, dates, mentions, quotations, main, home)
        for row, last in reader.read(chosen, told):
            rows.append(row)
            told = last
    return rows


class _Reader:
    """What is known of one sentence while its figures are read."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        position: int,
        quantities: Sequence[Quantity],
        dates: Sequence[Date],
        mentions: Sequence[Mention],
        quotations: Sequence[Quotation],
        main: Sequence[tuple[str, int]],
        home: tuple[str, str],
    ):
        self.main, (self.home, self.other) = main, home
        self.text, self.position, self.sentence = text, position, sentences[position]
        self.sentences, self.all_mentions, self.quotations = sentences, mentions, quotations
        start, end = self.sentence.start, self.sentence.end
        self.start, self.end = start, end
        first = bisect_left(mentions, start, key=lambda m: m.start)
        self.mentions_before = first
        self.mentions = mentions[first : bisect_left(mentions, end, key=lambda m: m.start)]
        first = bisect_left(dates, start, key=lambda d: d.start)
        self.dates = dates[first : bisect_left(dates, end, key=lambda d: d.start)]
        first = bisect_left(quantities, start, key=lambda q: q.start)
        self.quantities = quantities[first : bisect_left(quantities, end, key=lambda q: q.start)]
        first = bisect_left(dates, start, key=lambda d: d.start)
        self.dates_before = dates[max(0, first - 4) : first]

    def read(self, quantities: Sequence[Quantity], told: Told | None) -> list[tuple[Statistic, Told]]:
        """Return the rows of the sentence, each with what it leaves for the next."""
        text, start, end = self.text, self.start, self.end
        found = self._tokens()
        # A pair is remembered for some paragraphs, everything else for one.
        far = told is None or self.position - told.sentence > _FAR
        self.last = NOBODY if told is None or far else told.parties
        self.receiver = "" if told is None or far else told.receiver
        self.last_period = "" if told is None or far else told.period
        just_told = told is not None and told.sentence >= self.position - 1
        told = self._near(told)
        flows = read_flows(text, start, end, found)
        open_ended = not all(f.reporter for f in flows) or not flows and any(t.kind in _POINTING for t in found)
        if told is None and not just_told and open_ended:
            told = introduced(
                text, self.sentences, self.position, self.all_mentions, self.mentions_before, self.dates_before,
                self.home, self.receiver,
            )  # fmt: skip
        if not flows or flows[0].start - start > POINTED_BEFORE:
            flows = [*pointed(text, start, found, told, flows), *flows]
        if not flows:
            return []
        compared = comparators(text, start, end, self.dates)
        periods = [
            d
            for d in self.dates
            if is_period(text, d) and not any(c.start < d.end and d.start < c.end for c in compared)
        ]
        sources = figure_sources(text, start, end)
        figures = group_figures(text, start, end, quantities, flows, periods)
        rows = []
        edges = edges_of(text, start, end, figures)
        for number, figure in enumerate(shared_out(figures)):
            made = self._row(figure, found, compared, periods, sources, told, edges[number], edges[number + 1])
            if made:
                rows.append(made)
                told = made[1]
        return rows

    def _tokens(self) -> list[Token]:
        """Return the tokens of the sentence but for those inside a number: "US$5bn", "Swiss francs"."""
        found = tokens(self.text, self.start, self.end, self.mentions)
        if (place := dateline_end(self.text, self.sentence)) > self.start:
            found = [t for t in found if t.start >= place]
        inside = [q for q in self.quantities if q.unit in money()]
        found = [t for t in found if not any(q.start < t.end and t.start < q.end for q in inside)]
        # "150 cargoes of LNG": what is counted is no flow of its own
        counted = [q for q in self.quantities if q.rule.endswith("noun")]
        return [t for t in found if t.kind != "noun" or not any(q.start < t.start and t.end <= q.end for q in counted)]

    def _near(self, told: Told | None) -> Told | None:
        """Forget a figure of another paragraph, or more than two sentences back."""
        if told is None or self.position - told.sentence > 2:
            return None
        return told if self.sentences[told.sentence].paragraph == self.sentence.paragraph else None

    def _row(
        self,
        figure: Figure,
        found: Sequence[Token],
        compared: Sequence[Comparator],
        periods: Sequence[Date],
        sources: Sequence[FigureSource],
        told: Told | None,
        low: int,
        high: int,
    ) -> tuple[Statistic, Told] | None:
        text, flow = self.text, figure.flow
        source = _source_of(sources, figure)
        same = told is not None and told.sentence == self.position
        earlier = economies_before(text, self.all_mentions, self.mentions_before, self.sentences, self.position)
        named = [t for t in found if not any(s.start <= t.start < s.end for s in sources)]
        lends = flow.measure in ("aid", "debt")
        economies = [
            t
            for t in named
            if t.kind == "economy" and t.name and not t.weak or lends and t.kind == "actor" and t.name in lenders()
        ]
        context = Context(
            economies, subjects(text, self.start, named, flow), told.parties if told else NOBODY, same, self.last,
            earlier, self._economy_of_source(found, source, figure), self.main, self._group(flow),
            self.home, self.receiver, told.flow.flow if told and told.flow.measure == "trade" else "",
            told.flow.commodity if told else "", bool(told and told.listed),
            bool(told and told.flow.kind == "verb"), told.flow.measure if told else "",
            self._previous(told), self.other, self._towards(economies) if lends else (),
            seats_before(self.all_mentions, self.mentions_before, self.start - _PARAGRAPH),
        )  # fmt: skip
        again = told.end if told and same and told.flow.at == flow.at else -1
        parties = adjusted(text, self.start, found, named, figure, resolve(flow, context), again, self.home)
        if parties.reporter == "" and flow.reporter == SPEAKER:
            said = said_by(self.quotations, figure.start, figure.end)
            parties = parties._replace(reporter=country_in(said, 0, len(said)))
        parties = parties._replace(reporter=self._economy_of(parties.reporter, named))
        beside = bool(told and same and told.flow.measure == "trade" and told.parties.partner and parties.partner)
        beside = beside or goes_on(told, flow, parties, self.position)
        number = figure.level or figure.base or figure.amount
        unit = number.unit if number else ""
        known = bool(self.receiver or told and told.flow.measure in ("aid", "debt"))
        if not is_statistic(flow, parties, unit, beside, known):
            return None
        comparator = _comparator_of(compared, figure, low, high)
        planned = _PLANNED.search(text, low, figure.main.start) is not None
        lent = flow.measure in ("aid", "debt")
        date = period_of(text, periods, low, figure.main.start, high, planned, lent)
        between = [d for d in periods if figure.start <= d.start < figure.main.start]
        if between and not (date and 0 <= date.start - figure.main.end <= _RIGHT_BEHIND):
            date = between[0]  # "fell 27 per cent in the first quarter to $554 million"
        period = _plain(date) if date else ""
        if told and told.period and same_period(text, low, high):
            period = told.period
        if not period and flow.measure in _PASSING and not planned:
            period = self._period_before(told)
            if not period and flow.measure == "trade" and flow.flow:
                period = self.last_period
            if comparator and comparator.edtf and comparator.edtf[:4] >= period[:4]:
                period = ""  # "a rise of 46 per cent on 1976" is no figure of 1973
        direction = direction_of(text, self.start, figure, low)
        if comparator and "since" in text[max(low, comparator.start - 7) : comparator.start + 6]:
            period = date.edtf if date else ""  # "have quadrupled since 2011" runs to today
        if comparator and not (direction or figure.rate or figure.base):
            # "from 2026", "since 1993": nothing is compared, it says when
            superlative = _SUPERLATIVE.search(text, max(self.start, comparator.start - 24), comparator.start)
            period, comparator = period or ("" if superlative else comparator.edtf), None
        change = change_pct(figure.rate, direction)
        base = baseline_of(text, figure, change)
        attribution, data = self._attribution(source, figure, told)
        level = figure.level or (figure.amount if figure.rate is None else None)
        spans = [(q.start, q.end) for q in figure.quantities] + [(flow.start, min(flow.end, max(high, figure.end)))]
        spans += [(figure.start, figure.converted)] if figure.converted else []
        spans += [(c.start, c.end) for c in (comparator, source) if c and low <= c.start < high]
        spans += [(date.start, date.end)] if date and low <= date.start < high else []
        first, last = min(s for s, _ in spans), max(e for _, e in spans)
        words = qualifier(text, self.start, figure)
        if planned:
            words = ", ".join(filter(None, (words, "planned")))
        if level is not None and level is figure.amount:
            words = ", ".join(filter(None, (words, "change")))
        rule = f"{flow.kind} of {flow.measure}" + (", parties carried" if parties.carried else "")
        row = Statistic(
            self.sentence.document, self.sentence.sentence, first, last, text[first:last], flow.measure,
            parties.reporter, parties.partner, flow.flow, flow.commodity, level.value if level else _NAN,
            level.unit if level else "", change, direction, comparator.text if comparator else "", period, attribution,
            words, base.value, base.low, base.high, baseline_period(base, comparator, period, figure, periods), rule,
        )  # fmt: skip
        if flow.measure in ("aid", "debt") and parties.reporter and parties.partner:
            self.receiver = parties.partner
        listed = bool(told and same and told.parties.partner and told.parties.partner != parties.partner)
        return row, Told(self.position, figure.end, flow, parties, self.receiver, period, data, attribution, listed)

    def _towards(self, economies: Sequence[Token]) -> list[str]:
        """Return the economies that something goes to, the last first: "support TO Ukraine"."""
        found = []
        for token in reversed(economies):
            word = PREPOSITION.search(self.text, max(self.start, token.start - 24), token.start)
            route = ROUTE.search(self.text, max(self.start, token.start - 60), token.start)
            if word and word[1] in ("to", "for") and not route:
                found.append(token.name)
        return found

    def _previous(self, told: Told | None) -> list[str]:
        """Return the states of the sentence before, the last first, where no figure was told in it."""
        if not self.position or told is not None and told.sentence >= self.position - 1:
            return []
        before = self.sentences[self.position - 1]
        if before.paragraph != self.sentence.paragraph:
            return []
        return states_since(self.all_mentions, self.mentions_before, before.start)

    def _economy_of(self, reporter: str, named: Sequence[Token]) -> str:
        """Return the economy of a company that trades: that of its state, else the one the document is about."""
        if not reporter or reporter in lenders() or not any(t.kind == "actor" and t.name == reporter for t in named):
            return reporter
        return state_of(reporter) or country_in(reporter, 0, len(reporter)) or self.home or reporter

    def _group(self, flow: Flow) -> str:
        return group_before(self.all_mentions, bisect_left(self.all_mentions, flow.start, key=lambda m: m.start))

    def _economy_of_source(self, found: Sequence[Token], source: FigureSource | None, figure: Figure) -> str:
        """Return the economy whose office or data the figure comes from: "Mexico's economy ministry said"."""
        if source is not None:
            return country_in(self.text, source.start, source.end)
        behind = [t for t in found if t.kind == "economy" and t.start >= max(figure.end, figure.flow.end)]
        if behind and _SPEAKS.match(self.text, behind[-1].end, self.end):
            return behind[-1].name
        said = said_by(self.quotations, figure.start, figure.end)
        return country_in(said, 0, len(said))

    def _period_before(self, told: Told | None) -> str:
        if told and told.period:
            return told.period
        if self.position and self.sentences[self.position - 1].paragraph == self.sentence.paragraph:
            floor = self.sentences[self.position - 1].start
            for date in reversed(self.dates_before):
                if date.start >= floor and is_period(self.text, date) and not _EARLIER.search(date.text):
                    return date.edtf
        return ""

    def _attribution(self, source: FigureSource | None, figure: Figure, told: Told | None) -> tuple[str, str]:
        if source:
            inside = [m.actor for m in self.mentions if m.type != "place" and (m.start, m.end) == source[:2]]
            return inside[0] if inside else source.name, source.name if source.data else ""
        said = said_by(self.quotations, figure.start, figure.end)
        if said:
            return said, ""
        if told is None or self.position - told.sentence > 1 or told.flow.measure != figure.flow.measure:
            return "", ""
        if told.source or not same_period(self.text, self.start, self.end):
            return told.source, told.source
        return told.said, ""  # "over the same period" goes on with the figures of the ministry


_SPEAKS = re.compile(r"[^;]*\b(?:said|says|reported|announced|told)\b")
# A level that is wanted and not reached: "plan to raise trade to $1 billion".
_PLANNED = re.compile(
    r"\b(?:plan(?:s|ned|ning)?\s+to|aim(?:s|ed|ing)?\s+to|want(?:s|ed)?\s+to|hop(?:e|es|ed|ing)\s+to|intend(?:s|ed)?\s+to|"
    r"seek(?:s|ing)?\s+to|target(?:s|ed|ing)?|goals?|expected\s+to|projected|forecast|could|would|should|will|agreed\s+to|"
    r"pledged\s+to|vowed\s+to|set\s+to|due\s+to\s+(?=\w+\s+by))\b"
)


def _plain(date: Date) -> str:
    """Return the period of a stock told "at the end of 2014": the year itself."""
    return date.edtf.rstrip("~") if _END_OF.search(date.text) else date.edtf


_EARLIER = re.compile(r"\b(?:earlier|ago|before|previous)\b")
_END_OF = re.compile(r"\b(?:end|close|start|beginning)[\s-](?:of\b|\w)", re.IGNORECASE)
_SUPERLATIVE = re.compile(r"\b(?:\w+est|first|best|worst|peak|high|low|record)\s+(?:\w+\s+)?$")  # "the lowest since"
_RIGHT_BEHIND = 12  # characters


def _source_of(sources: Sequence[FigureSource], figure: Figure) -> FigureSource | None:
    if not sources:
        return None
    return min(sources, key=lambda s: (min(abs(s.start - figure.end), abs(figure.start - s.end)), s.start))


def _comparator_of(compared: Sequence[Comparator], figure: Figure, low: int, high: int) -> Comparator | None:
    inside = [c for c in compared if low <= c.start < high]
    after = [c for c in inside if c.start >= figure.start]
    return next(iter(after or inside), None)
