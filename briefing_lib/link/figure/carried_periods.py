"""Carries a period from one figure to the next: in a paragraph, a release, a list of gifts, a part of a whole."""

from __future__ import annotations

import re

from briefing_lib.link.figure.comparators import comparators
from briefing_lib.link.figure.implied import RECEIVED, ROLE
from briefing_lib.link.figure.measured import Figure
from briefing_lib.link.figure.period_values import is_within, plain
from briefing_lib.link.figure.periods import is_period, opening_period
from briefing_lib.link.figure.pointed import Told
from briefing_lib.link.figure.scene import Scene

_EARLIER = re.compile(r"\b(?:earlier|ago|before|previous)\b")


def carried_period(scene: Scene, figure: Figure, told: Told | None, last: Told | None) -> str:
    """Return the period of the figure before, or the one that the sentence before names."""
    if told and told.period:
        return told.period
    if scene.before is not None:
        found = [d for d in scene.dates_before if d.start >= scene.before.start and is_period(scene.text, d)]
        compared = comparators(scene.text, scene.before.start, scene.before.end, found)
        for date in reversed(found):
            beside = any(c.start < date.end and date.start < c.end for c in compared)
            if not beside and not _EARLIER.search(date.text):
                return plain(date, scene.setting.published)
    if figure.flow.measure != "trade":
        return ""
    listed = figure.flow.scope == ROLE and last is not None and bool(last.lead)
    if figure.flow.kind == "hint" and not listed and not (figure.flow.flow and _is_release(scene, last)):
        return ""  # nothing but its unit ties it to the figures of another paragraph
    if last and last.lead and figure.flow.flow and is_within(last.lead, last.period) and _is_headed(scene, last):
        return last.lead  # a section behind the paragraph on the year so far is of the month of the release again
    if last and last.period and figure.flow.flow:
        return last.lead if is_within(last.period, last.lead) else last.period
    return opening_period(scene.text, scene.setting.sentences, scene.setting.dates)


_TITLE = 140  # characters; a longer line is no title
# "FOREIGN TRADE IN AUGUST: exports up", "Balance of payments, first quarter of 2013"
_RELEASE = re.compile(
    r"\b(?:(?:foreign|external|international|overseas|merchandise)\s+(?:merchandise\s+)?trade|balance\s+of\s+payments|trade\s+statistics|"
    r"exports\s+and\s+imports)\b[^.]*\b(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|quarter|half|\d{4})\b",
    re.IGNORECASE,
)


def _is_release(scene: Scene, last: Told | None) -> bool:
    """Say whether a document gives the figures of one period, which its title names: "Foreign trade in August"."""
    if last is None or not last.lead:
        return False
    lines = [s for s in scene.setting.sentences[:3] if s.end - s.start <= _TITLE]
    return any(_RELEASE.search(scene.text, line.start, line.end) for line in lines)


def _is_headed(scene: Scene, last: Told) -> bool:
    """Say whether a heading stands between a figure and this sentence."""
    return any(s.kind == "heading" for s in scene.setting.sentences[last.sentence + 1 : scene.position])


_GIVEN = ("aid", "investment", "debt", "contract")  # sums that no period is carried to, but for parts and lists
_OF_IT = re.compile(r"\s+of\s+(?:it|this|that|them|these|those|the\s+(?:money|sum|total|amount|aid|loan))\b")
_OF_TOTAL = re.compile(r"Of\s+(?:the\s+(?:total|sum|money|amount|aid|loans?)|this|that|it|these|them)\b")


def shares_time(scene: Scene, figure: Figure, told: Told) -> bool:
    """Say whether a gift is a part of the one told before, or of a list with it: "OF THE TOTAL $5 million is grain"."""
    flow = figure.flow
    if flow.measure not in _GIVEN or told.flow.measure not in _GIVEN or scene.position - told.sentence > 1:
        return False
    if _OF_IT.match(scene.text, figure.main.end) or _OF_TOTAL.match(scene.text, scene.start):
        return True
    same = told.sentence == scene.position and told.flow.measure == flow.measure
    listed = same and flow.measure == "aid" and (told.flow.at == flow.at or told.flow.scope == flow.scope == RECEIVED)
    return listed or flow.kind == "hint" and flow.measure == told.flow.measure == "investment" and _is_list(scene)


_LIST = re.compile(r"\b(?:followed\s+by|largest|leading|main|biggest|first|top|alone|supplied|came\s+from)\b")


def _is_list(scene: Scene) -> bool:
    """Say whether a sentence tells who invested what: "Peru was the leading source, FOLLOWED BY Chile"."""
    return _LIST.search(scene.text, scene.start, scene.end) is not None
