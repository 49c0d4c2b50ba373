"""Who is named with whom: a network or a matrix of actors that stand in the same sentence, paragraph or document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Literal

import pandas as pd

from briefing_lib.view import View
from briefing_lib.view.choices import From, Range
from briefing_lib.view.drawing import theme
from briefing_lib.view.ties import matrix, network
from briefing_lib.view.ties.pairs import Named, Tie, actors_of, ties_of

TITLE = "Who is named with whom"


def cooccurrence(
    briefing: Any,
    *,
    form: Literal["network", "matrix"] = "network",
    unit: Literal["sentence", "paragraph", "document"] = "paragraph",
    measure: Literal["count", "NPMI", "association strength"] = "count",
    type: Literal["all", "person", "state", "organisation", "place"] = "all",
    focus: Annotated[str, From("actors", "actor")] = "",
    minimum: Annotated[int, Range(1, 20)] = 2,
    limit: Annotated[int, Range(5, 60)] = 25,
    ties: Annotated[int, Range(10, 400)] = 60,
    places: bool = False,
    titles: bool = False,
) -> View:
    """Show which actors are named together.

    Args:
        briefing: anything whose attributes are the tables.
        form: a network or a matrix.
        unit: what two actors must share.
        measure: how strong a tie is: units shared; normalised pointwise mutual information, -1 to 1, 0 for
            chance; or association strength, times as often as by chance.
        type: only actors of this type; the actor in focus is always kept.
        focus: only this actor and those named with it; empty for all.
        minimum: fewest units two actors must share to be tied.
        limit: most actors to draw, those named most often (with a focus: those named most often with it).
        ties: most ties to draw in a network, the strongest.
        places: also names that only say where something is.
        titles: also titles that stand for somebody without the name: "the Chinese president", "his counterpart".

    Returns:
        The view; the marks of actors hold their rows of ``mentions``, those of ties one row of ``sentences`` a
        shared unit: the first that names both, else the first that names one of them. The table has every tie.
    """
    actors, total = actors_of(briefing, unit, type, focus, limit, places, titles)
    found = ties_of(briefing, actors, total, focus, minimum)
    found.sort(key=lambda t: (-t.strength(measure), -t.shared, t.first, t.second))
    table = pd.DataFrame(
        [(actors[t.first].actor, actors[t.second].actor, t.shared, t.npmi, t.association) for t in found],
        columns=["actor", "with", f"{unit}s", "NPMI", "association strength"],
    )
    title = f"{TITLE}: {focus}" if focus else TITLE
    if not found:
        who = f"Nobody is named with {focus}" if focus else "No two actors are named together"
        least = f"in {minimum} {unit}s or more" if minimum > 1 else f"in the same {unit}"
        return View(theme.nothing(title, f"{who} {least}."), table, {})
    drawing = network if form == "network" else matrix
    drawn = found[:ties] if form == "network" else found
    figure, marks = drawing.draw(title, actors, drawn, len(found), unit, measure, total, focus)
    return View(figure, table, marks, _files(briefing, actors, found))


def _files(briefing: Any, actors: list[Named], ties: list[Tie]) -> dict[str, Callable[[], bytes]]:
    """Return the network for network programs; nothing is written before it is asked for."""

    def write(ending: str) -> bytes:
        from briefing_lib.view.ties.graph import WRITERS, graph_of  # not needed to draw

        return WRITERS[ending](graph_of(briefing, actors, ties))

    return {ending: partial(write, ending) for ending in ("gexf", "graphml")}
