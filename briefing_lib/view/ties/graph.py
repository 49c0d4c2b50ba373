"""The ties between actors as a graph for network programs: GEXF (Gephi) and GraphML (Gephi, Cytoscape, yEd, igraph).

Every edge carries the sentences it was counted from, so that the evidence travels with the network.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx

from briefing_lib.tables import LIST_SEPARATOR
from briefing_lib.view.ties.pairs import Named, Tie, Unit, actors_of, ties_of

# Characters that XML cannot hold, however they are written.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAY_OF_WRITING = re.compile(rb' lastmodifieddate="[^"]*"')


def cooccurrence_graph(
    briefing: Any,
    *,
    unit: Unit = "paragraph",
    type: str = "all",
    focus: str = "",
    minimum: int = 1,
    limit: int = 100,
    places: bool = False,
    titles: bool = False,
) -> nx.Graph:
    """Return the actors named together as a graph.

    Args:
        briefing: anything whose attributes are the tables.
        unit: what two actors must share: sentence, paragraph or document.
        type: only actors of this type; ``all`` for everybody.
        focus: only this actor and those named with it; empty for all.
        minimum: fewest units two actors must share.
        limit: most actors, those named most often.
        places: also names that only say where something is.
        titles: also titles that stand for somebody without the name.

    Returns:
        One node an actor with its type, country, position and number of mentions; one edge a tie with ``weight`` (the
        units shared), ``npmi``, ``association_strength``, and ``sentences``, the sentences it was counted from.
    """
    actors, total = actors_of(briefing, unit, type, focus, limit, places, titles)
    return graph_of(briefing, actors, ties_of(briefing, actors, total, focus, minimum))


def graph_of(briefing: Any, actors: list[Named], ties: list[Tie]) -> nx.Graph:
    """Return actors and their ties as a graph; see `cooccurrence_graph` for what it holds."""
    graph = nx.Graph()
    known = briefing.actors.drop_duplicates("actor").set_index("actor")
    for named in actors:
        about = known.loc[named.actor] if named.actor in known.index else {}
        graph.add_node(
            _clean(named.actor),
            label=_clean(named.actor),
            type=named.type,
            country=_clean(about.get("country", "")),
            position=_clean(about.get("position", "")),
            mentions=len(named.rows),
        )
    sentences = briefing.sentences["sentence"]
    for tie in ties:
        graph.add_edge(
            _clean(actors[tie.first].actor),
            _clean(actors[tie.second].actor),
            weight=tie.shared,
            npmi=round(tie.npmi, 6),
            association_strength=round(tie.association, 6),
            sentences=_clean(LIST_SEPARATOR.join(sentences.loc[tie.rows])),
        )
    return graph


def to_gexf(graph: nx.Graph) -> bytes:
    """Return a graph as GEXF 1.2 in UTF-8; the same graph gives the same bytes on any day."""
    file = BytesIO()
    nx.write_gexf(graph, file)
    return _DAY_OF_WRITING.sub(b"", file.getvalue())


def to_graphml(graph: nx.Graph) -> bytes:
    """Return a graph as GraphML in UTF-8."""
    file = BytesIO()
    nx.write_graphml_xml(graph, file, infer_numeric_types=True)
    return file.getvalue()


WRITERS: dict[str, Callable[[nx.Graph], bytes]] = {"gexf": to_gexf, "graphml": to_graphml}
"""How each kind of file is written, by its ending."""


def save_network(briefing: Any, path: str | os.PathLike[str], **choices: Any) -> Path:
    """Write the actors named together as a network file, GEXF or GraphML by the ending of its name.

    Args:
        briefing: a briefing, or one narrowed with ``where``.
        path: file to write: ``ties.gexf`` or ``ties.graphml``.
        choices: ``unit``, ``type``, ``focus``, ``minimum``, ``limit``, ``places`` and ``titles``, as
            `cooccurrence_graph` takes them.

    Returns:
        The file written.

    Raises:
        ValueError: the ending is neither ``.gexf`` nor ``.graphml``.
        FileNotFoundError: there is no such folder.
    """
    file = Path(path)
    ending = file.suffix.lower().removeprefix(".")
    if ending not in WRITERS:
        raise ValueError(f"{file.name!r} ends in neither .gexf nor .graphml. Name the file 'ties.gexf', for example.")
    if not file.parent.is_dir():
        raise FileNotFoundError(f"There is no folder {str(file.parent)!r}. Make it first, or name another.")
    file.write_bytes(WRITERS[ending](cooccurrence_graph(briefing, **choices)))
    return file


def _clean(words: str) -> str:
    return _FORBIDDEN.sub("", words)
