"""Says who bears a tariff: "Norway faces a 15% tariff", "tariffs have hit Swedish carmakers"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.link.figure.economies import Token
from briefing_lib.link.figure.measured import Figure
from briefing_lib.link.figure.told import Parties

_INTO = re.compile(r"['’]?s?\s+(?:[\w-]+\s+){1,4}(?:to|into|in)\s+(?:the\s+)?")
_HITS = re.compile(
    r"\s+(?:(?:have|has|had|now|also|will|would)\s+)*(?:hit|hurt|struck|hits|strikes|hurts)\s+(?:the\s+)?"
)
_BEARS = re.compile(r"\b(?:subject\s+to|fac(?:e|es|ed|ing)|hit\s+(?:with|by)|pays?|paid|bears?|incur(?:s|red)?)\b")


def levied_on(text: str, start: int, found: Sequence[Token], figure: Figure, parties: Parties) -> Parties:
    """Return the parties of a tariff whose bearer the sentence tells: "Norway and Iceland face a 15% tariff".

    Args:
        text: the document.
        start: first character of the sentence.
        found: its tokens.
        figure: the figure of the tariff.
        parties: its parties as they are known without.
    """
    edge = min(figure.start, figure.flow.start)
    struck = next((t for t in found if t.kind == "economy" and t.start >= max(figure.end, figure.flow.end)), None)
    if struck and _HITS.fullmatch(text, max(figure.end, figure.flow.end), struck.start):
        return parties._replace(partner=struck.name)  # "tariffs of 15 per cent HAVE HIT SWEDISH carmakers"
    verb = _BEARS.search(text, start, edge)
    if verb is None:
        return parties
    bearers = [t for t in found if t.kind == "economy" and t.end <= verb.start()]
    if len(bearers) == 2 and not figure.flow.reporter and _INTO.fullmatch(text, bearers[0].end, bearers[1].start):
        return Parties(bearers[1].name, bearers[0].name, parties.carried)  # "Peru's exports to Chile face a duty"
    names = [t.name for t in bearers]
    partner = " | ".join(dict.fromkeys(name for name in names if name != figure.flow.reporter))
    return Parties(figure.flow.reporter, partner or parties.partner, parties.carried)
