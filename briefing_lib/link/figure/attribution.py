"""Says who gives a figure: its own words, the quotation it stands in, the speaker, or the source told just before."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing_lib.link.figure.measured import Figure
from briefing_lib.link.figure.periods import same_period
from briefing_lib.link.figure.pointed import Told
from briefing_lib.link.figure.scene import Scene
from briefing_lib.link.figure.source_names import full_name, is_source, issuer, person_titled
from briefing_lib.link.figure.sources import PRONOUNS, FigureSource, figure_sources, said_by, said_last
from briefing_lib.link.figure.told import Parties

_SPOKEN = ("answer", "statement")
_ASIDE = 60  # characters between a source and a figure that somebody else may tell
_PARAGRAPH = 600  # characters in which a speaker is looked for
_NOBODY = ("", "author", "journalist")
# whose figures go on: "Eurostat", "the ministry", "customs data"; what a person says ends with his sentence
_INSTITUTION = re.compile(
    r"\b(?:ministry|department|office|bureau|bank|agency|authority|authorities|institute|commission|customs|council|board|"
    r"service|administration|treasury|chamber|association|statistics|data|figures|report|survey|returns|fund|eurostat|"
    r"[A-Z]{3,6})\b",
    re.IGNORECASE,
)


# "finance ministry FIGURES" are the ministry's; "customs data" has no other name
_DATA_OF = re.compile(
    r"(?:(?<=inistry)|(?<=ureau)|(?<=gency)|(?<=ffice)|(?<=nstitute)|(?<=entral bank)|(?<=uthority)|(?<=ommission)|"
    r"(?<=epartment))"
    r"(?:['’]s?)?\s+(?:data|figures|statistics|numbers|estimates|records|returns)$"
    r"|(?<=^Eurostat)\s+\w+$"
)


_SHORT_DATA = re.compile(r"(\S+)\s+(?:data|figures|statistics)")


class Attribution(NamedTuple):
    """Who gives a figure, and the source that the figures after it share."""

    name: str
    goes_on: str


def attribution_of(
    scene: Scene, figure: Figure, source: FigureSource | None, told: Told | None, parties: Parties
) -> Attribution:
    """Return who gives a figure.

    Args:
        scene: its sentence.
        figure: the figure.
        source: the source that its own words name.
        told: the figure before it in the paragraph.
        parties: whose figure it is; who counts the trade of some says nothing of that of others.
    """
    if source and not source.data:
        spoken = said_by(scene.setting.quotations, figure.start, figure.end)
        source = None if spoken and source.end < figure.start - _ASIDE else source  # "X put it at 5, and Y warned that"
    if source and source.name.lower() in PRONOUNS:  # "It expects growth of 5 per cent"
        if told is not None and told.source:
            return Attribution(told.source, told.source)
        source = None
    if _BY_HIS.search(scene.text, scene.start, scene.end):  # "The debt, BY HIS RECKONING, rose"
        spoken = _spoken_before(scene) or (told.source or told.said if told else "")
        if spoken:
            return Attribution(spoken, "")
    if source:
        name = _actor(scene, source)
        return Attribution(name, name if source.data or _is_institution(scene, name) else "")
    said = said_by(scene.setting.quotations, figure.start, figure.end) or said_last(
        scene.text, figure.main.end, scene.end, scene.mentions
    )
    said = person_titled(scene.text, scene.setting.mentions, said, scene.start) if is_source(said) else ""
    if said:
        return Attribution(said, said if _is_institution(scene, said) else "")
    if told is not None and told.source and same_period(scene.text, scene.start, scene.end):
        return Attribution(told.source, told.source)  # the customs' figures, whoever reads them out
    if scene.sentence.kind in _SPOKEN and scene.sentence.voice not in _NOBODY:
        return Attribution(scene.sentence.voice, "")
    if told is not None and told.sentence == scene.position and told.said:
        return Attribution(told.said, told.source)
    if told is None or scene.position - told.sentence > 1:
        before = _told_before(scene)
        return Attribution(before, before)
    if told.flow.measure != figure.flow.measure or _are_others(parties, told.parties):
        return Attribution("", "")
    if told.source or not same_period(scene.text, scene.start, scene.end):
        return Attribution(told.source, told.source)
    return Attribution(told.said, "")  # "over the same period" goes on with the figures of the ministry


_BY_HIS = re.compile(
    r"\b[Bb]y\s+(?:his|her|its|their)\s+(?:own\s+)?(?:reckoning|estimates?|counts?|calculations?|figures|tally)\b"
)


def _spoken_before(scene: Scene) -> str:
    """Return who is quoted last before a sentence in its paragraph, or ""."""
    low = scene.before.start if scene.before else scene.start
    for quotation in reversed(scene.setting.quotations):
        if low - _PARAGRAPH < quotation.start < scene.start and "\n" not in scene.text[quotation.start : scene.start]:
            return quotation.source
    return ""


def _are_others(parties: Parties, before: Parties) -> bool:
    """Say whether a figure is of other economies than the one before: "Indian data show. Qatar shipped 5m tonnes"."""
    mine, theirs = {*parties[:2]} - {""}, {*before[:2]} - {""}
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _actor(scene: Scene, source: FigureSource) -> str:
    named = [m for m in scene.mentions if m.type != "place" and m.start < source.end and source.start < m.end]
    inside = [m.actor for m in named if (m.start, m.end) == source[:2]]
    if inside:
        return inside[0]
    name = issuer(_DATA_OF.sub("", source.name))
    if (bare := _SHORT_DATA.fullmatch(name)) and any(m.text == bare[1] and m.type == "organisation" for m in named):
        name = bare[1]  # "TurkStat data"
    same = [m.actor for m in named if m.text == name and m.type == "organisation" and " " not in name]
    return same[0] if same else full_name(scene.text, scene.setting.mentions, name, source.start)


def _is_institution(scene: Scene, name: str) -> bool:
    if any(m.actor == name and m.type == "person" for m in scene.mentions):
        return False
    return _INSTITUTION.search(name) is not None


def _told_before(scene: Scene) -> str:
    """Return the data that the sentence before names where it tells no figure: "Customs data show a mixed picture"."""
    before = scene.before
    if before is None:
        return ""
    found = figure_sources(scene.text, before.start, before.end)
    return next((issuer(source.name) for source in found if source.data), "")
