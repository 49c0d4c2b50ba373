"""Reporter and partner of a figure, and what the words around a flow say of economies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing_lib.link.figure.around import Around
from briefing_lib.link.figure.economies import Token
from briefing_lib.link.figure.focus import Focus


class Parties(NamedTuple):
    """Reporter and partner of a flow, and whether they were named beside it or carried from elsewhere."""

    reporter: str
    partner: str
    carried: bool


NOBODY = Parties("", "", False)


OWN = "own"  # scope of a flow that was turned, for the buyers told of after it
PART = "part"  # scope of a part of a figure, which is of one partner: those after it are of the whole again


class Context(NamedTuple):
    """What the words around a flow say of economies."""

    named: Sequence[Token]  # economies of its sentence that can be pointed at
    subjects: Sequence[str]  # those before the flow that no preposition rules out as subject, in order
    before: Parties  # parties of the figure before, of this sentence or of this paragraph
    same_sentence: bool  # whether that figure stands in the same sentence
    last: Parties  # parties told of last, in whatever paragraph
    earlier: Sequence[str]  # economies named before the sentence, the nearest first
    source: str  # economy of the source of the figure, e.g. that of its customs office
    main: Sequence[tuple[str, int]] = ()  # the states that the document names more than once, most named first
    group: str = ""  # the bloc named last before the flow
    home: str = ""  # the economy the document is about
    receiver: str = ""  # who was told of last as receiving aid or credit
    flow_before: str = ""  # export, import or turnover: the flow of the figure before
    goods_before: str = ""  # its goods
    listed: bool = False  # whether its partner was one of several
    by_verb: bool = False  # whether a verb told of it: "China bought"
    measure_before: str = ""  # its measure
    previous: Sequence[str] = ()  # economies of the sentence before, where no figure was told in it
    other: str = ""  # the second economy that the headline names
    towards: Sequence[str] = ()  # economies of the sentence behind "to" or "for", the last first
    seats: Sequence[str] = ()  # states whose capitals are named before the sentence
    around: Around | None = None  # what the words around are about
    focus: Focus | None = None  # the two states that the document is about
    epithet: str = ""  # "the kingdom", where the sentence begins to speak of it before the flow
    since: Sequence[str] = ()  # subjects between the figure before, in the same sentence, and the flow
    scope_before: str = ""  # the scope of the flow of the figure before
    agents: Sequence[str] = ()  # states whose companies and ministries are named before the flow
